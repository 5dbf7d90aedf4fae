//! From judgements to what there is to say: every list, figure and sentence of the [`Summary`].
//!
//! Lists are cut here, and the cut is counted here, so that no writer leaves anything out by itself.

use std::cmp::Reverse;

use super::grouped;
use super::headline;
use super::judged::{Judged, keep_first, main_reason};
use super::live::{self, Figures};
use super::report::Report;
use super::since;
use crate::assessment::questions::{Question, Settles};
use crate::assessment::{Assessed, Balance, Verdict};
use crate::changes::Changes;
use crate::inventory::Inventory;
use crate::portfolio::{Portfolio, Sourcing, Totals};
use crate::problem::Problems;
use crate::report::lists::Headline;
use crate::report::model::{DecisionLine, KeyFigure, Map, MapPoint, QuestionLine, Segment, Split, Summary};
use crate::report::words::figures::upper_first;
use crate::report::words::messages::Messages;
use crate::rulebook::{Axis, FindingKind, Rulebook};
use crate::scenarios::Scenarios;
use crate::table::SourceFile;

/// The most functions on the map, the costliest.
const MOST_POINTS: usize = 1_000;
/// The most things to decide or to ask next.
const MOST_NEXT: usize = 5;

/// What is to be said of the run itself.
#[derive(Clone, Debug)]
pub struct Run<'a> {
    /// The input.
    pub file: &'a SourceFile,
    /// The date of the run.
    pub date: jiff::civil::Date,
    /// The arguments as given, without folders that say nothing about the result.
    pub command_line: String,
    /// The files with answers.
    pub answers: Vec<&'a SourceFile>,
    /// What the answers did to the verdicts, where there were any.
    pub effect: Option<Effect>,
    /// What has changed since an earlier run, where one was given.
    pub changes: Option<&'a Changes>,
    /// What scenarios come to, where there are any.
    pub scenarios: Option<&'a Scenarios>,
    /// The names that files of an earlier run were kept under, which stood in the place of this one's and had been edited.
    pub kept: &'a [String],
    /// Whether the workbook is to have formulas.
    pub figures: Figures,
    /// The title, where it is another than that of the messages.
    pub title: Option<&'a str>,
    /// Whose portfolio it is, where it was said.
    pub organisation: Option<&'a str>,
    /// What reports say.
    pub say: &'a Messages,
}

/// What answers do to the verdicts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Effect {
    /// How many functions had no verdict without them.
    pub open: usize,
    /// How many of these have one with them.
    pub settled: usize,
    /// How many other functions have another verdict with them.
    pub changed: usize,
}

impl Effect {
    /// The effect of answers by the judgements without and with them.
    pub fn of(before: &Assessed, after: &Assessed) -> Effect {
        let is_open = |verdict: Verdict| verdict == Verdict::InsufficientEvidence;
        let pairs = || before.all().zip(after.all()).map(|(before, after)| (before.verdict, after.verdict));
        Effect {
            open: pairs().filter(|(before, _)| is_open(*before)).count(),
            settled: pairs().filter(|(before, after)| is_open(*before) && !is_open(*after)).count(),
            changed: pairs().filter(|(before, after)| !is_open(*before) && before != after).count(),
        }
    }
}

/// Puts a run into words and figures.
pub fn compose<'a>(
    rulebook: &'a Rulebook,
    inventory: &'a Inventory<'a>,
    assessed: &'a Assessed,
    portfolio: &'a Portfolio,
    problems: &Problems,
    run: &Run<'a>,
) -> Report<'a> {
    let judged = Judged::new(rulebook, inventory, assessed, portfolio, run.changes, run.say);
    let (insufficient, insufficient_more) = judged.insufficient();
    let (assumed, reasons) = (judged.assumed(), judged.reasons());
    let risks = judged.findings(FindingKind::Risk);
    let groups = grouped::by_kind(problems);
    let (decisions, decisions_more) = since::decisions(&judged);
    let decided = since::decided(&judged);
    let first_answers = judged.first_answers();
    let history = judged.history(run);
    let answers = judged.answers(run);
    let mut standings = headline::standings(run.say, inventory, portfolio);
    standings.extend(judged.over_group());
    let mut sorted = problems.listed().to_vec();
    sorted.sort_by_key(|problem| problem.severity);
    let summary = Summary {
        title: run.title.unwrap_or_else(|| run.say.title()).to_owned(),
        organisation: run.organisation.unwrap_or(&run.file.name).to_owned(),
        date: run.say.long_date(run.date),
        day: run.date,
        headline: headline::headline(run.say, inventory, portfolio, &standings, first_answers.as_deref()),
        standings,
        assumed: assumed.join(" "),
        terms: judged.terms(),
        first_answers: first_answers.unwrap_or_default(),
        key_figures: judged.key_figures(),
        splits: judged.splits(),
        decide_next: judged.decide_next(),
        ask_next: judged.questions().take(MOST_NEXT).collect(),
        map: judged.map(),
        places: judged.places(),
        bpo: judged.candidates(Verdict::Bpo),
        outsourcing: judged.candidates(Verdict::TraditionalOutsourcing),
        review: judged.review(&reasons),
        reasons: judged.reason_counts(reasons),
        jobs: judged.jobs(),
        unknown: judged.unknown(),
        insufficient,
        insufficient_more,
        raised: judged.raised_heading(&risks),
        benefits: judged.findings(FindingKind::Benefit),
        risks,
        contract_terms: judged.contract_terms(),
        course: judged.course(&history),
        history,
        tried: judged.tried(run),
        sureness: judged.sureness_heading(),
        certainties: judged.certainties(),
        swings: judged.swings_by_name(),
        rules: judged.rules_heading(),
        nothing: judged.nothing(),
        criteria: judged.criteria(),
        settings: judged.settings(),
        method: judged.method(),
        columns: judged.columns(),
        reading: judged.reading(&groups),
        accounting: judged.accounting(answers.as_deref(), &assumed),
        answers,
        since: since::since(&judged),
        decision_heading: since::decision_heading(&judged, decided.as_deref()),
        decided,
        decisions,
        decisions_more,
        excluded: judged.excluded(),
        problems: sorted,
        problem_groups: grouped::lines(run.say, &groups, inventory.place()),
        unlisted_problems: problems
            .unlisted()
            .map(|(code, left_out)| run.say.problems_unlisted(left_out, code.id()))
            .collect(),
        figures: live::sentence(&judged, run.figures),
        provenance: judged.provenance(run),
        footer: judged.footer(run),
        sources: judged.sources(),
        is_all_open: portfolio.verdicts[3].functions == inventory.functions.len(),
        has_workbook: run.figures != Figures::NoWorkbook,
        say: run.say.clone(),
    };
    let is_live = live::is_live(&judged, run.figures);
    Report { summary, is_live, judged }
}

impl Judged<'_> {
    fn key_figures(&self) -> Vec<KeyFigure> {
        let all = &self.portfolio.all;
        let figure = |label: &str, value: String, note: String| KeyFigure {
            label: label.to_owned(),
            value,
            note,
            coverage: None,
        };
        let say = self.say();
        let of_all = |known: usize| match known {
            _ if known == all.functions => say.figure_every_function().to_owned(),
            _ => say.figure_some_functions(known, all.functions),
        };
        let left_out = self.inventory.excluded.len();
        let rows = if left_out == 0 { say.figure_every_row().to_owned() } else { say.figure_rows_left_out(left_out) };
        let mut figures = vec![figure(say.figure_functions(), self.say().whole(all.functions as u64), rows)];
        if all.with_cost > 0 {
            figures.push(figure(
                say.figure_cost(),
                self.say().costs(self.inventory, all, Messages::short_money),
                of_all(all.with_cost),
            ));
        }
        if all.with_fte > 0 {
            figures.push(figure(say.figure_people(), self.say().people(all.fte), of_all(all.with_fte)));
        }
        let coverage = self.portfolio.coverage;
        let note = say.figure_coverage_note().to_owned();
        figures.push(KeyFigure {
            coverage: Some(coverage),
            ..figure(say.figure_coverage(), self.say().percent(coverage), note)
        });
        figures
    }

    fn splits(&self) -> Vec<Split> {
        let segments = |amount: &dyn Fn(&Totals) -> f64, shown: &dyn Fn(f64) -> String| {
            let verdicts = Verdict::ALL.into_iter().zip(&self.portfolio.verdicts);
            verdicts
                .map(|(verdict, totals)| {
                    let total = amount(totals);
                    Segment { verdict, amount: total.max(0.0), value: shown(total) }
                })
                .collect()
        };
        let mut splits = vec![Split {
            label: self.say().split_by_count().to_owned(),
            currency: None,
            segments: segments(&|totals| totals.functions as f64, &|amount| self.say().number(amount)),
        }];
        for (i, currency) in self.inventory.currencies.iter().enumerate() {
            let of = |totals: &Totals| totals.cost.get(i).copied().unwrap_or_default();
            if of(&self.portfolio.all) <= 0.0 {
                continue;
            }
            let label = match currency.as_str() {
                "" => self.say().split_by_cost().to_owned(),
                code => self.say().split_by_cost_in(code),
            };
            splits.push(Split {
                label,
                currency: Some(i),
                segments: segments(&of, &|amount| self.say().short_money(amount, currency)),
            });
        }
        splits
    }

    /// What can be decided now: firm candidates that are not decided yet, those done in-house first, then the costliest.
    fn decide_next(&self) -> Vec<DecisionLine> {
        let [bpo, outsourcing, ..] = &self.portfolio.ranking;
        let assessed = self.assessed;
        let is_ready = |function: &&usize| assessed.is_firm(self.rulebook, **function) && !self.is_decided(**function);
        let mut ready: Vec<usize> = bpo.iter().chain(outsourcing).filter(is_ready).copied().collect();
        let key = |function: &usize| {
            let is_external = self.sourcing(*function) == Sourcing::External;
            (is_external, Reverse(self.cost_rank(*function).unwrap_or(0)), *function)
        };
        keep_first(&mut ready, MOST_NEXT, key);
        ready.into_iter().map(|function| self.decision_line(function)).collect()
    }

    fn decision_line(&self, function: usize) -> DecisionLine {
        let explanation = self.explain(function);
        DecisionLine {
            because: main_reason(&explanation),
            verdict: explanation.assessment.verdict,
            index: function,
            function: self.called(function),
            cost: self.cost(function).map_or(String::new(), |cost| cost.short(self.say())),
        }
    }

    /// Keeps so many functions, the costliest, and sorts them; one without a cost counts as one that costs nothing.
    fn keep_costliest(&self, functions: &mut Vec<usize>, most: usize) {
        let cost = |function: usize| self.cost_rank(function).unwrap_or(0);
        keep_first(functions, most, |function| (Reverse(cost(*function)), *function));
    }

    /// How much of the evidence is known, in a sentence or two.
    pub(crate) fn known(&self) -> String {
        let known = self.say().percent(self.portfolio.coverage);
        let partly = self.assessed.all().filter(|assessment| assessment.coverage < 1.0).count();
        let all = self.inventory.functions.len();
        match (partly, all) {
            (0, _) => self.say().known_all(&known),
            (1, 1) => self.say().known_the_one_partly(&known),
            (some, all) if some == all => self.say().known_each_partly(&known),
            (some, _) => self.say().known_some_partly(&known, some),
        }
    }

    /// What to ask, most settling first, in the order of the portfolio's questions.
    pub(crate) fn questions(&self) -> impl Iterator<Item = QuestionLine> {
        let mut before = Settles::default();
        self.portfolio.questions.iter().map(move |question| {
            let attribute = self.rulebook.attribute(question.attribute);
            let effect = self.effect(question, before);
            before = question.with_earlier;
            QuestionLine {
                text: match &attribute.question {
                    Some(question) => question.clone(),
                    None => self.say().question_plain(&self.say().inside(&attribute.name)),
                },
                attribute: attribute.name.clone(),
                effect,
                functions: question.lacking,
            }
        })
    }

    /// What answers to a question settle, by themselves or together with those to the questions before it.
    fn effect(&self, question: &Question, before: Settles) -> String {
        match (question.alone, question.with_earlier) {
            (alone, together) if before.most > 0 && together.mean > before.mean && together.most > alone.most => {
                self.say().effect_together(&self.of_unsettled(together))
            }
            (alone, _) if alone.most > 0 => self.say().effect_alone(&self.of_unsettled(alone)),
            (_, together) if together.mean > before.mean => self.say().effect_together(&self.of_unsettled(together)),
            _ => self.say().effect_none(question.lacking),
        }
    }

    /// How many of the functions that are not settled answers settle, in words.
    fn of_unsettled(&self, settles: Settles) -> String {
        let all = self.portfolio.unsettled.len();
        match settles {
            Settles { least, most, .. } if least == most && all == 1 => self.say().unsettled_the_one().to_owned(),
            Settles { least, most, .. } if least == most => self.say().unsettled_whatever(least, all),
            Settles { most: 1, .. } if all == 1 => self.say().unsettled_the_one_perhaps().to_owned(),
            Settles { least, most, .. } => self.say().unsettled_depending(&self.say().whole(least as u64), most, all),
        }
    }

    /// The first answers that settle half of what is not settled, or as much as can be, in a sentence; none where no answers
    /// settle anything.
    fn first_answers(&self) -> Option<String> {
        let questions = &self.portfolio.questions;
        let half = self.portfolio.unsettled.len() as f64 / 2.0;
        let most = questions.iter().map(|question| question.with_earlier.mean).fold(0.0, f64::max);
        let is_enough = |question: &Question| question.with_earlier.mean >= half.min(most);
        let last = questions.iter().position(is_enough).filter(|_| most > 0.0)?;
        let asked: Vec<_> = questions[..=last].iter().map(|question| question.attribute).collect();
        let settled = self.of_unsettled(questions[last].with_earlier);
        Some(self.say().first_answers(&self.words.names(&asked), &settled))
    }

    fn map(&self) -> Map {
        let [x, y] = &self.rulebook.axes;
        let corner = |x: &str, y: &str| format!("{}, {}", self.say().inside(x), self.say().inside(y));
        let mut functions: Vec<usize> = (0..self.inventory.functions.len()).collect();
        let left_off = functions.len().saturating_sub(MOST_POINTS);
        self.keep_costliest(&mut functions, MOST_POINTS);
        // Currencies are never held against each other.
        let mut most = vec![0.0_f64; self.inventory.currencies.len()];
        for amount in functions.iter().filter_map(|function| self.money(*function)) {
            most[amount.currency] = most[amount.currency].max(amount.value);
        }
        let weight = |function: usize| match self.money(function) {
            Some(amount) if most[amount.currency] > 0.0 => (amount.value / most[amount.currency]).max(0.0),
            _ => 0.0,
        };
        let points = functions.iter().map(|&function| MapPoint {
            function,
            name: self.called(function),
            verdict: self.assessed.of(function).verdict,
            is_neutral: self.assessed.of(function).split == Some(Balance::Neutral),
            x: self.on_axis(x, function),
            y: self.on_axis(y, function),
            weight: weight(function),
        });
        let (points, unplaced) = points.partition::<Vec<_>, _>(|point| point.x.is_some() && point.y.is_some());
        let corners =
            [corner(&x.low, &y.low), corner(&x.high, &y.low), corner(&x.low, &y.high), corner(&x.high, &y.high)];
        let in_corners = in_corners(&points);
        let mut sentences = vec![self.say().map_caption(&x.low, &x.high, &y.low, &y.high)];
        match most.iter().filter(|most| **most > 0.0).count() {
            0 => {}
            1 => sentences.push(self.say().map_area().to_owned()),
            _ => sentences.push(self.say().map_area_by_currency().to_owned()),
        }
        if left_off > 0 {
            sentences.push(self.say().map_costliest(MOST_POINTS));
        }
        Map {
            heading: Headline {
                topic: self.say().map_heading().to_owned(),
                finding: self.fullest_corner(&corners, in_corners, points.len()),
                lead: self.say().map_lead().to_owned(),
            },
            in_words: self.map_in_words(&corners, in_corners, points.len(), unplaced.len()),
            corners: corners.each_ref().map(|corner| upper_first(corner)),
            x_title: x.name.clone(),
            y_title: y.name.clone(),
            points,
            unplaced,
            left_off,
            caption: sentences.join(" "),
        }
    }

    /// In which corner of the map most functions stand.
    fn fullest_corner(&self, corners: &[String; 4], counts: [usize; 4], all: usize) -> String {
        let most = counts.into_iter().zip(corners).rev().max_by_key(|(count, _)| *count);
        match most {
            Some((0, _)) => self.say().map_no_corner().to_owned(),
            Some((count, corner)) => self.say().map_finding(count, all, corner),
            None => String::new(),
        }
    }

    /// How many functions stand in each corner, on the lines between them, and beside the map.
    fn map_in_words(&self, corners: &[String; 4], counts: [usize; 4], all: usize, beside: usize) -> String {
        let parts = counts.into_iter().zip(corners).map(|(count, corner)| self.say().map_corner(corner, count));
        let between = all - counts.iter().sum::<usize>();
        self.say().map_in_words(&self.say().listed(&parts.collect::<Vec<_>>()), between, beside)
    }

    /// The mean evidence of an axis' criteria, as far as it is known; none where nothing is.
    fn on_axis(&self, axis: &Axis, function: usize) -> Option<f64> {
        let evidence = self.assessed.evidence(function);
        let known: Vec<f64> = axis.criteria.iter().filter_map(|i| evidence[*i].known()).map(f64::from).collect();
        (!known.is_empty()).then(|| known.iter().sum::<f64>() / known.len() as f64)
    }
}

/// How many functions stand in each corner of the map: bottom left, bottom right, top left, top right.
fn in_corners(points: &[MapPoint]) -> [usize; 4] {
    let mut counts = [0; 4];
    for point in points {
        let (Some(x), Some(y)) = (point.x, point.y) else { continue };
        if x != 0.0 && y != 0.0 {
            counts[usize::from(x > 0.0) + 2 * usize::from(y > 0.0)] += 1;
        }
    }
    counts
}
