//! How many answers settle functions, by the order in which questions are asked: `cargo bench --bench questions`.
//!
//! Each case is played many times with answers drawn at random, Low, Medium and High being as likely, and the same in every
//! order. Functions are asked by turns, one question each, those that are settled no more, until nine in ten are settled. It
//! fails where the order of the questionnaire needs more than 1.05 times the answers of the greedy one.

use std::collections::HashMap;
use std::path::Path;

use outsift::assessment::questions::{of_one, plan};
use outsift::assessment::{Rule, Standing};
use outsift::rulebook::{AttributeId, Points, Span, load_default};
use outsift::run::{self, Job};

type Levels = Vec<Span>;

const ANSWERS: [Points; 3] = [Points::LOW, Points::MEDIUM, Points::HIGH];
const PLAYED: usize = 2_000;
/// How much more than the greedy order the questionnaire may need.
const MOST: f64 = 1.05;

/// An order in which a function is asked.
#[derive(Clone, Copy)]
enum Order {
    /// That of the portfolio's questions, the same for all.
    Portfolio,
    /// Its own best questions first, found before any answer, then those of the portfolio, as on the questionnaire.
    Questionnaire,
    /// Its own best question, found again after each answer.
    Greedy,
}

const ORDERS: [Order; 3] = [Order::Portfolio, Order::Questionnaire, Order::Greedy];

fn main() {
    println!(
        "{:<52}{:>9}  {:>9}  {:>13}  {:>6}  {:>5}",
        "", "functions", "portfolio", "questionnaire", "greedy", "ratio"
    );
    let ratios = [
        sample("samples/portfolio.xlsx"),
        sample("samples/service-catalogue.xlsx"),
        measure("nothing is known", &Rule::of(&load_default()), &vec![vec![Span::Missing; known_of(&[]).len()]; 100]),
        measure("volume and continuity are known", &Rule::of(&load_default()), &some_known()),
    ];
    if ratios.into_iter().any(|ratio| ratio > MOST) {
        eprintln!("the questionnaire needs more than {MOST} times the answers of the greedy order");
        std::process::exit(1);
    }
}

/// Whether each attribute of the default rules is one of these.
fn known_of(ids: &[&str]) -> Vec<bool> {
    let rulebook = load_default();
    let rule = Rule::of(&rulebook);
    rule.attributes().iter().map(|id| ids.contains(&rulebook.attribute(*id).id.as_str())).collect()
}

/// Functions of which only the volume and the continuity are known.
fn some_known() -> Vec<Levels> {
    let mut random = fastrand::Rng::with_seed(21);
    let known = known_of(&["volume", "continuity"]);
    assert_eq!(known.iter().filter(|known| **known).count(), 2, "the default rules use both");
    let mut function = || known.iter().map(|known| known.then(|| ANSWERS[random.usize(..3)]).into()).collect();
    (0..100).map(|_| function()).collect()
}

/// The functions of a sample that are not settled.
fn sample(path: &str) -> f64 {
    let job = Job::new(Path::new(env!("CARGO_MANIFEST_DIR")).join(path), jiff::civil::date(2026, 1, 31));
    let mut ratio = f64::INFINITY;
    let outcome = run::judge(&job, &|_| (), |judgement| {
        let assessed = judgement.assessed;
        let unsettled = judgement.portfolio.unsettled.iter();
        let functions: Vec<Levels> = unsettled.map(|function| assessed.profile(*function).levels.to_vec()).collect();
        ratio = measure(path, &assessed.rule, &functions);
        Ok(())
    });
    outcome.expect("a sample can be judged");
    ratio
}

/// Prints how many answers a function needs by each order; gives that of the questionnaire as a share of the greedy one.
fn measure(name: &str, rule: &Rule, functions: &[Levels]) -> f64 {
    let planned = plan(rule, functions.iter().map(|levels| (levels.as_slice(), 1)));
    let planned: Vec<AttributeId> = planned.into_iter().map(|question| question.attribute).collect();
    let mut bests = HashMap::new();
    let answers = ORDERS.map(|order| {
        let mut random = fastrand::Rng::with_seed(36);
        let mut game = Game { rule, planned: &planned, order, bests: &mut bests };
        let answers: usize = (0..PLAYED).map(|_| game.play(functions, &mut random)).sum();
        answers as f64 / (PLAYED * functions.len()) as f64
    });
    let [portfolio, questionnaire, greedy] = answers;
    let ratio = questionnaire / greedy;
    let count = functions.len();
    println!("{name:<52}{count:>9}  {portfolio:>9.3}  {questionnaire:>13.3}  {greedy:>6.3}  {ratio:>5.3}");
    ratio
}

struct Game<'g> {
    rule: &'g Rule,
    planned: &'g [AttributeId],
    order: Order,
    /// The best questions by what is known.
    bests: &'g mut HashMap<Levels, Vec<AttributeId>>,
}

impl Game<'_> {
    /// How many answers settle nine in ten functions, by answers drawn at random.
    fn play(&mut self, functions: &[Levels], random: &mut fastrand::Rng) -> usize {
        let mut draw = |levels: &Levels| levels.iter().map(|_| ANSWERS[random.usize(..3)]).collect();
        let answers: Vec<Vec<Points>> = functions.iter().map(&mut draw).collect();
        let mut known = functions.to_vec();
        let mut unsettled: Vec<usize> = (0..functions.len()).collect();
        let mut given = 0;
        let enough = functions.len() / 10;
        while unsettled.len() > enough {
            for function in unsettled.clone() {
                let Some(asked) = self.next(&functions[function], &known[function]) else { continue };
                let at = self.rule.attributes().iter().position(|id| *id == asked).expect("an attribute of the rule");
                known[function][at] = Span::Known(answers[function][at]);
                given += 1;
                if self.is_settled(&known[function]) {
                    unsettled.retain(|other| *other != function);
                }
                if unsettled.len() <= enough {
                    break;
                }
            }
        }
        given
    }

    /// What is asked next of a function, by what was known of it at first and what is known now.
    fn next(&mut self, before: &Levels, now: &Levels) -> Option<AttributeId> {
        let mut best = |known: &Levels| {
            let bests = self.bests.entry(known.clone()).or_insert_with(|| of_one(self.rule, known));
            bests.clone()
        };
        let first = match self.order {
            Order::Portfolio => Vec::new(),
            Order::Questionnaire => best(before),
            Order::Greedy => best(now),
        };
        let missing = self.rule.missing(now);
        first.iter().chain(self.planned).copied().find(|id| missing.contains(id))
    }

    fn is_settled(&self, levels: &Levels) -> bool {
        let mut evidence = Vec::new();
        self.rule.weigh(levels, &mut evidence);
        self.rule.judge(&evidence).standing == Standing::Settled
    }
}
