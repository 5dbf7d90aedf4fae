//! From judgements to what there is to say: every list, figure and sentence of the [`Summary`].
//!
//! Lists are cut here, and the cut is counted here, so that no writer leaves anything out by itself.

use super::explanation::{Explanation, Words, lower_first};
use super::headline::headline;
use super::wording::{count, grouped, listed, long_date, money, number, percent, short_money, shortened, signed};
use super::{
    Breakdown, ColumnLine, CriterionLine, Decision, ExcludedLine, Fact, FindingCount, Group, KeyFigure, Map, MapPoint,
    Question, RankedLine, Ranking, Report, Segment, Split, Summary, Verdict,
};
use crate::assessment::{Assessed, Strength};
use crate::inventory::{Exclusion, Inventory, Source};
use crate::portfolio::{self, Portfolio, Totals};
use crate::problem::{Problems, column_letters};
use crate::rulebook::{AttributeId, Axis, FindingKind, Join, Pole, Rulebook};
use crate::table::SourceFile;

/// The most functions in a ranking; the others are counted.
const MOST_RANKED: usize = 50;
/// The most groups in a breakdown; the others are added up.
const MOST_GROUPS: usize = 40;
/// The most functions on the map, the costliest.
const MOST_POINTS: usize = 1_000;
/// The most things to decide or to ask next.
const MOST_NEXT: usize = 5;
/// The most rows that are no functions, listed one by one.
const MOST_EXCLUDED: usize = 1_000;

/// What is to be said of the run itself.
#[derive(Clone, Debug)]
pub struct Run<'a> {
    /// The input.
    pub file: &'a SourceFile,
    /// The date of the run.
    pub date: jiff::civil::Date,
    /// The arguments as given, without folders that say nothing about the result.
    pub command_line: String,
}

/// Puts a run into words and figures.
pub fn compose<'a>(
    rulebook: &'a Rulebook,
    inventory: &'a Inventory<'a>,
    assessed: &'a Assessed,
    portfolio: &Portfolio,
    problems: &Problems,
    run: &Run,
) -> Report<'a> {
    let words = Words::of(rulebook, inventory);
    let composer = Composer { rulebook, inventory, assessed, portfolio, words: &words };
    let [bpo, outsourcing, _, insufficient] = &portfolio.ranking;
    let mut sorted = problems.listed().to_vec();
    sorted.sort_by_key(|problem| problem.severity);
    let summary = Summary {
        title: "Sourcing portfolio review".to_owned(),
        organisation: run.file.name.to_string(),
        date: long_date(run.date),
        date_iso: run.date.to_string(),
        headline: headline(inventory, portfolio, composer.first_answers()),
        first_answers: composer.first_answers().unwrap_or_default(),
        key_figures: composer.key_figures(),
        splits: composer.splits(),
        decide_next: composer.decide_next(),
        ask_next: composer.ask_next(),
        map: composer.map(),
        departments: composer.departments(),
        locations: composer.locations(),
        bpo: composer.ranking(bpo, candidates_caption(bpo.len(), Verdict::Bpo)),
        outsourcing: composer
            .ranking(outsourcing, candidates_caption(outsourcing.len(), Verdict::TraditionalOutsourcing)),
        review: composer.ranking(&portfolio.review, composer.review_caption()),
        insufficient: composer.ranking(insufficient, insufficient_caption(insufficient.len())),
        findings: composer.findings(|kind| kind != FindingKind::ContractTerm),
        contract_terms: composer.findings(|kind| kind == FindingKind::ContractTerm),
        criteria: composer.criteria(),
        settings: composer.settings(),
        method: composer.method(),
        columns: composer.columns(),
        accounting: composer.accounting(),
        excluded: composer.excluded(),
        problems: sorted,
        unlisted_problems: problems
            .unlisted()
            .map(|(code, left_out)| format!("{} more of the kind `{code}` are not listed", grouped(left_out as u64)))
            .collect(),
        provenance: composer.provenance(run),
        footer: composer.footer(run),
    };
    Report { summary, rulebook, inventory, assessed, words }
}

struct Composer<'c, 'a> {
    rulebook: &'a Rulebook,
    inventory: &'a Inventory<'a>,
    assessed: &'a Assessed,
    portfolio: &'c Portfolio,
    words: &'c Words,
}

impl<'a> Composer<'_, 'a> {
    fn explain(&self, function: usize) -> Explanation<'a> {
        Explanation::of(self.rulebook, self.inventory, self.assessed, self.words, function)
    }

    fn cost(&self, totals: &Totals) -> String {
        costs(self.inventory, totals, money)
    }

    fn key_figures(&self) -> Vec<KeyFigure> {
        let all = &self.portfolio.all;
        let figure = |label: &str, value: String, note: String| KeyFigure { label: label.to_owned(), value, note };
        let of_all = |known: usize| match known {
            _ if known == all.functions => "stated for every function".to_owned(),
            _ => format!("stated for {} of {}", grouped(known as u64), grouped(all.functions as u64)),
        };
        let left_out = self.inventory.excluded.iter().filter(|row| row.reason != Exclusion::Blank).count();
        let rows = if left_out == 0 { "every row".to_owned() } else { format!("{} left out", count(left_out, "row")) };
        let mut figures = vec![figure("functions", grouped(all.functions as u64), rows)];
        if all.with_cost > 0 {
            figures.push(figure("annual cost", costs(self.inventory, all, short_money), of_all(all.with_cost)));
        }
        if all.with_fte > 0 {
            figures.push(figure("people (FTE)", number(all.fte.round()), of_all(all.with_fte)));
        }
        let coverage = percent(self.portfolio.coverage);
        figures.push(figure("coverage", coverage, "of the evidence that decides is known".to_owned()));
        figures
    }

    fn splits(&self) -> Vec<Split> {
        let segments = |amount: &dyn Fn(&Totals) -> f64, shown: &dyn Fn(f64) -> String| {
            let verdicts = Verdict::ALL.into_iter().zip(&self.portfolio.verdicts);
            verdicts
                .map(|(verdict, totals)| {
                    let amount = amount(totals).max(0.0);
                    Segment { verdict, amount, value: shown(amount) }
                })
                .collect()
        };
        let mut splits = vec![Split {
            label: "by count".to_owned(),
            segments: segments(&|totals| totals.functions as f64, &|amount| number(amount)),
        }];
        for (i, currency) in self.inventory.currencies.iter().enumerate() {
            let of = |totals: &Totals| totals.cost.get(i).copied().unwrap_or_default();
            if of(&self.portfolio.all) <= 0.0 {
                continue;
            }
            let label = match currency.as_str() {
                "" => "by annual cost".to_owned(),
                code => format!("by annual cost ({code})"),
            };
            splits.push(Split { label, segments: segments(&of, &|amount| short_money(amount, currency)) });
        }
        splits
    }

    /// What can be decided now: candidates that nobody need look at again, the undisputed first, then the costliest.
    fn decide_next(&self) -> Vec<Decision> {
        let ready = |function: &&usize| {
            let assessment = &self.assessed.functions[**function];
            assessment.verdict.direction().is_some() && !assessment.needs_review(self.rulebook)
        };
        let [bpo, outsourcing, ..] = &self.portfolio.ranking;
        let is_clear = |function: &usize| self.assessed.functions[*function].strength == Some(Strength::Clear);
        let (mut clear, mut contested): (Vec<usize>, Vec<usize>) =
            bpo.iter().chain(outsourcing).filter(ready).copied().partition(is_clear);
        self.keep_costliest(&mut clear, MOST_NEXT);
        self.keep_costliest(&mut contested, MOST_NEXT);
        clear.into_iter().chain(contested).take(MOST_NEXT).map(|function| self.decision(function)).collect()
    }

    fn decision(&self, function: usize) -> Decision {
        let explanation = self.explain(function);
        let assessment = explanation.assessment;
        let kept = match assessment.robustness {
            Some(share) if share >= 1.0 => "every weighting keeps it".to_owned(),
            Some(share) => format!("{} of all weightings keep it", percent(share)),
            None => String::new(),
        };
        let strength = assessment.strength.map_or("", |strength| strength.name());
        Decision {
            because: format!("{strength}, score {}; {kept}", signed(assessment.score.rounded())),
            function: explanation.name.into_owned(),
            verdict: assessment.verdict,
            cost: self.short_cost(function),
        }
    }

    /// Keeps so many functions, the costliest, and sorts them.
    fn keep_costliest(&self, functions: &mut Vec<usize>, most: usize) {
        let cost = |function: usize| self.amount(function).unwrap_or(0.0);
        let order = |a: &usize, b: &usize| cost(*b).total_cmp(&cost(*a)).then_with(|| a.cmp(b));
        if functions.len() > most {
            functions.select_nth_unstable_by(most, order);
            functions.truncate(most);
        }
        functions.sort_unstable_by(order);
    }

    fn amount(&self, function: usize) -> Option<f64> {
        self.rulebook.roles.annual_cost.and_then(|id| self.inventory.number(id, function))
    }

    /// A function's annual cost with its currency; empty where it is not known.
    fn cost_of(&self, function: usize, shown: fn(f64, &str) -> String) -> String {
        let amount = self.rulebook.roles.annual_cost.and_then(|id| self.inventory.amount(id, function));
        amount.map_or(String::new(), |amount| shown(amount.value, &self.inventory.currencies[amount.currency]))
    }

    fn short_cost(&self, function: usize) -> String {
        self.cost_of(function, short_money)
    }

    fn ask_next(&self) -> Vec<Question> {
        let mut settled_before = 0;
        let questions = self.portfolio.questions.iter().take(MOST_NEXT);
        questions
            .map(|question| {
                let attribute = self.rulebook.attribute(question.attribute);
                let effect = self.effect(question, settled_before);
                settled_before = question.with_earlier;
                Question {
                    text: attribute
                        .question
                        .clone()
                        .unwrap_or_else(|| format!("What is the {}?", lower_first(&attribute.name))),
                    attribute: attribute.name.clone(),
                    effect,
                    settles: question.alone,
                    functions: question.lacking,
                }
            })
            .collect()
    }

    /// What an answer could do, by itself or together with the answers to the questions before it.
    fn effect(&self, question: &portfolio::Question, settled_before: usize) -> String {
        let lacking = format!("missing for {}", count(question.lacking, "function"));
        match (question.alone, question.with_earlier) {
            (alone, together) if together > settled_before && together > alone => {
                format!("with the answers above, could settle {}", self.of_open(together))
            }
            (0, _) => format!("{lacking}; settles none by itself"),
            (alone, _) => format!("could settle {}", self.of_open(alone)),
        }
    }

    /// Some of the open verdicts, in words.
    fn of_open(&self, settled: usize) -> String {
        match self.portfolio.verdicts[portfolio::position(Verdict::InsufficientEvidence)].functions {
            1 => "the one open verdict".to_owned(),
            open if open == settled => format!("all {} open verdicts", grouped(open as u64)),
            open => format!("{} of {} open verdicts", grouped(settled as u64), grouped(open as u64)),
        }
    }

    /// The fewest answers that could settle anything, in a sentence; none where nothing is open.
    fn first_answers(&self) -> Option<String> {
        let questions = &self.portfolio.questions;
        let last = questions.iter().position(|question| question.with_earlier > 0)?;
        let asked: Vec<_> = questions[..=last].iter().map(|question| question.attribute).collect();
        let settled = self.of_open(questions[last].with_earlier);
        Some(format!("Answers on {} could settle {settled}.", self.words.names(&asked)))
    }

    fn map(&self) -> Map {
        let [x, y] = &self.rulebook.axes;
        let corner = |x: &str, y: &str| format!("{}, {}", upper_first(x), lower_first(y));
        let mut functions: Vec<usize> = (0..self.inventory.functions.len()).collect();
        let left_off = functions.len().saturating_sub(MOST_POINTS);
        self.keep_costliest(&mut functions, MOST_POINTS);
        let most = functions.first().and_then(|f| self.amount(*f)).unwrap_or(0.0);
        let points = functions.iter().map(|&function| MapPoint {
            name: self.inventory.name(function).into_owned(),
            verdict: self.assessed.functions[function].verdict,
            x: self.on_axis(x, function),
            y: self.on_axis(y, function),
            weight: if most > 0.0 { (self.amount(function).unwrap_or(0.0) / most).max(0.0) } else { 0.0 },
        });
        let (points, unplaced) = points.partition::<Vec<_>, _>(|point| point.x.is_some() && point.y.is_some());
        let mut caption = "Each mark is a function: to the right the more routine and voluminous, to the top the more strategic and controlled".to_owned();
        caption.push_str(if most > 0.0 { "; its area is its annual cost." } else { "." });
        if left_off > 0 {
            caption.push_str(" Only the costliest are shown.");
        }
        Map {
            corners: [
                corner(&x.low, &y.low),
                corner(&x.high, &y.low),
                corner(&x.low, &y.high),
                corner(&x.high, &y.high),
            ],
            x_title: x.name.clone(),
            y_title: y.name.clone(),
            points,
            unplaced,
            left_off,
            caption,
        }
    }

    /// The mean evidence of an axis' criteria, as far as it is known; none where nothing is.
    fn on_axis(&self, axis: &Axis, function: usize) -> Option<f64> {
        let evidence = self.assessed.evidence(function);
        let known: Vec<f64> = axis
            .criteria
            .iter()
            .map(|i| evidence[*i])
            .filter(|e| e.value != 0 || e.is_settled())
            .map(|e| f64::from(e.value))
            .collect();
        (!known.is_empty()).then(|| known.iter().sum::<f64>() / known.len() as f64)
    }

    fn departments(&self) -> Breakdown {
        let groups = &self.portfolio.departments;
        let caption = match groups.len() {
            0 => "The inventory names no departments.".to_owned(),
            1 => "All functions belong to one department.".to_owned(),
            many => {
                let largest = groups.iter().max_by_key(|group| candidates(&group.verdicts)).unwrap_or(&groups[0]);
                let most = candidates(&largest.verdicts);
                let lead = format!("The functions belong to {}", count(many, "department"));
                match most {
                    0 => format!("{lead}; none of them has a candidate yet."),
                    _ => format!(
                        "{lead}; {} has the most candidates, {}.",
                        group_name(&largest.name),
                        grouped(most as u64)
                    ),
                }
            }
        };
        Breakdown { dimension: "Department".to_owned(), caption, groups: self.groups(groups, "departments") }
    }

    fn locations(&self) -> Breakdown {
        let groups = &self.portfolio.locations;
        let [bpo, outsourcing, ..] = &self.portfolio.verdicts;
        let jobs = bpo.fte + outsourcing.fte;
        let caption = match (groups.len(), bpo.with_fte + outsourcing.with_fte) {
            (0, _) => "The inventory names no locations.".to_owned(),
            (_, 0) => "No candidate has a number of people, so the jobs touched are not known.".to_owned(),
            _ => format!(
                "The candidates are the work of {} people (FTE). Which of these jobs would move, change or stay is not for this assessment to say.",
                number(jobs.round())
            ),
        };
        Breakdown { dimension: "Location".to_owned(), caption, groups: self.groups(groups, "locations") }
    }

    fn groups(&self, groups: &[portfolio::Group], noun: &str) -> Vec<Group> {
        let shown = if groups.len() > MOST_GROUPS { MOST_GROUPS - 1 } else { groups.len() };
        let (first, rest) = groups.split_at(shown);
        let mut lines: Vec<Group> = first.iter().map(|group| self.group(group_name(&group.name), group)).collect();
        if let Some((head, tail)) = rest.split_first() {
            let sum = tail.iter().fold(head.clone(), |mut sum, group| {
                sum.merge(group);
                sum
            });
            lines.push(self.group(&format!("{} other {noun}", grouped(rest.len() as u64)), &sum));
        }
        lines
    }

    fn group(&self, name: &str, group: &portfolio::Group) -> Group {
        let [bpo, outsourcing, ..] = &group.verdicts;
        let people = |fte: f64, known: usize| if known == 0 { String::new() } else { number(fte) };
        Group {
            name: name.to_owned(),
            functions: group.verdicts.each_ref().map(|totals| totals.functions),
            cost: self.cost(&group.all),
            fte: people(group.all.fte, group.all.with_fte),
            jobs_touched: people(bpo.fte + outsourcing.fte, bpo.with_fte + outsourcing.with_fte),
        }
    }

    fn ranking(&self, functions: &[usize], caption: String) -> Ranking {
        Ranking {
            caption,
            lines: functions.iter().take(MOST_RANKED).map(|function| self.ranked(*function)).collect(),
            more: functions.len().saturating_sub(MOST_RANKED),
        }
    }

    fn ranked(&self, function: usize) -> RankedLine {
        let explanation = self.explain(function);
        let assessment = explanation.assessment;
        let fte = self.rulebook.roles.fte.and_then(|id| self.inventory.number(id, function));
        let main = |kind| assessment.findings.first(self.rulebook, kind).map_or(String::new(), |f| f.title.clone());
        RankedLine {
            index: function,
            id: explanation.id.to_string(),
            department: self.inventory.role(self.rulebook.roles.department, function).into_owned(),
            cost: self.cost_of(function, money),
            cost_amount: self.amount(function),
            fte: fte.map_or(String::new(), number),
            fte_amount: fte,
            verdict: assessment.verdict,
            strength: assessment.strength.map_or("", |strength| strength.name()).to_owned(),
            score: assessment.score.points(),
            score_text: signed(assessment.score.rounded()),
            robustness: assessment.robustness.map_or(String::new(), percent),
            because: self.because(&explanation),
            benefit: main(FindingKind::Benefit),
            risk: main(FindingKind::Risk),
            name: explanation.name.into_owned(),
        }
    }

    /// Why a function has its verdict, in a sentence or two: what pulls each way, and what is open.
    fn because(&self, explanation: &Explanation) -> String {
        let mut reasons: Vec<_> = explanation.criteria.iter().filter(|r| r.evidence.value != 0).collect();
        reasons.sort_by_key(|r| -r.criterion.weight.0 * i64::from(r.evidence.value.unsigned_abs()));
        let says = |towards_bpo: bool| {
            let side = reasons.iter().filter(|r| (r.evidence.value > 0) == towards_bpo);
            side.map(|r| r.says.to_owned()).collect::<Vec<_>>().join("; ")
        };
        let (for_bpo, for_outsourcing) = (says(true), says(false));
        let lacking = self.words.names(&explanation.missing);
        let sentences = match explanation.assessment.verdict {
            Verdict::Bpo => vec![upper_first(&for_bpo), led("Against it: ", &for_outsourcing)],
            Verdict::TraditionalOutsourcing => vec![upper_first(&for_outsourcing), led("Against it: ", &for_bpo)],
            Verdict::Split => vec![led("For BPO: ", &for_bpo), led("For traditional outsourcing: ", &for_outsourcing)],
            Verdict::InsufficientEvidence => vec![upper_first(&lacking)],
        };
        let mut because: String = sentences.into_iter().filter(|s| !s.is_empty()).map(|s| format!("{s}. ")).collect();
        if explanation.assessment.verdict == Verdict::Split && because.is_empty() {
            because.push_str("Nothing pulls either way. ");
        }
        because.truncate(because.trim_end().len());
        because
    }

    fn review_caption(&self) -> String {
        let thresholds = self.rulebook.thresholds;
        match self.portfolio.review.len() {
            0 => "No verdict is split, borderline or fragile.".to_owned(),
            many => format!(
                "{} split, within {} points of 0, or kept by fewer than {} % of all weightings: a person should look again.",
                if many == 1 { "1 function is".to_owned() } else { format!("{} functions are", grouped(many as u64)) },
                thresholds.borderline,
                thresholds.fragile
            ),
        }
    }

    fn findings(&self, wanted: impl Fn(FindingKind) -> bool) -> Vec<FindingCount> {
        let counted = self.rulebook.findings.iter().zip(&self.portfolio.findings);
        let mut findings: Vec<FindingCount> = counted
            .filter(|(finding, _)| wanted(finding.kind))
            .map(|(finding, functions)| FindingCount {
                kind: finding.kind.name(),
                verdict: finding.direction.map(Verdict::towards),
                title: finding.title.clone(),
                text: finding.text.clone(),
                functions: *functions,
            })
            .collect();
        findings.sort_by_key(|finding| std::cmp::Reverse(finding.functions));
        findings
    }

    fn criteria(&self) -> Vec<CriterionLine> {
        let lines = self.rulebook.criteria.iter().map(|criterion| CriterionLine {
            name: criterion.name.clone(),
            weight: number_of_thousandths(criterion.weight.0),
            bpo: criterion.poles.as_ref().map_or(String::new(), |poles| self.pole(&poles.bpo)),
            outsourcing: criterion.poles.as_ref().map_or(String::new(), |poles| self.pole(&poles.outsourcing)),
            source: criterion.source.clone(),
        });
        lines.collect()
    }

    fn pole(&self, pole: &Pole) -> String {
        let terms = pole.terms.iter().map(|term| {
            let name = lower_first(&self.rulebook.attribute(term.attribute).name);
            if term.opposite { format!("little {name}") } else { name }
        });
        let joined = match pole.join {
            Join::All => " and ",
            Join::Any => " or ",
        };
        upper_first(&terms.collect::<Vec<_>>().join(joined))
    }

    fn settings(&self) -> Vec<Fact> {
        let thresholds = self.rulebook.thresholds;
        let fact = |label: &str, value: String| Fact { label: label.to_owned(), value };
        let mut facts = vec![
            fact("Coverage needed before the score decides", format!("{} %", thresholds.minimum_coverage)),
            fact("Borderline: distance of the score from 0, up to", format!("{} points", thresholds.borderline)),
            fact("Fragile: kept by less than this share of weightings", format!("{} %", thresholds.fragile)),
        ];
        let settings = self.rulebook.settings.iter();
        facts
            .extend(settings.map(|setting| fact(&upper_first(&setting.name.replace('_', " ")), number(setting.value))));
        facts
    }

    fn method(&self) -> Vec<String> {
        let mut method = vec![
            format!("The rules follow one source to the letter: {}. It names five considerations; it gives no weights and no thresholds, so those are the rulebook's own, and listed here.", self.rulebook.source),
            "Every attribute is read onto a level from 0 to 100, and only what is above the middle of its scale pulls. A criterion's evidence is the pull towards BPO less the pull towards traditional outsourcing; the score is the weighted mean of the evidence, from \u{2212}100 (traditional outsourcing) to +100 (BPO). All of it is calculated on whole numbers.".to_owned(),
            "What is missing is never taken for Low: it pulls neither way, and the score is given with the range that it may still take. Where the whole range lies on one side of 0, that side is the verdict; otherwise the sign of the score decides if enough of the evidence is known, and a score of 0 is a split.".to_owned(),
            "A verdict is clear where no criterion speaks against it, and contested otherwise. Its robustness is the exact share of all possible weightings of the criteria that keep it.".to_owned(),
        ];
        let criteria_of = |id: AttributeId| {
            self.rulebook.directional().filter(|(_, _, poles)| poles.attributes().any(|used| used == id)).count()
        };
        let mut twice = self.rulebook.deciding_attributes();
        twice.retain(|id| criteria_of(*id) > 1);
        if !twice.is_empty() {
            let verb = if twice.len() == 1 { "counts" } else { "each count" };
            method.push(format!(
                "{} {verb} in more than one criterion, as in the source.",
                upper_first(&self.words.names(&twice))
            ));
        }
        let undirected: Vec<&str> =
            self.rulebook.criteria.iter().filter(|c| c.poles.is_none()).map(|c| c.name.as_str()).collect();
        if !undirected.is_empty() {
            method.push(format!("{} never moves a verdict: it gives terms for the contract.", listed(&undirected)));
        }
        method.push("This is an assessment of what the inventory says, not advice. It knows nothing of providers, prices, contracts or law, and takes nothing from a function's name.".to_owned());
        method
    }

    fn columns(&self) -> Vec<ColumnLine> {
        let all = self.inventory.functions.len();
        let lines =
            self.inventory.columns.iter().enumerate().filter(|(_, c)| !c.header.is_empty() || c.attribute.is_some());
        lines
            .map(|(i, column)| ColumnLine {
                letters: column_letters(i as u16),
                header: shortened(&column.header, 120),
                attribute: column
                    .attribute
                    .map_or("not used".to_owned(), |id| self.rulebook.attribute(id).name.clone()),
                reading: column.reading.clone(),
                known: match column.attribute {
                    Some(_) => format!("{} of {}", grouped(column.known as u64), grouped(all as u64)),
                    None => String::new(),
                },
            })
            .collect()
    }

    fn accounting(&self) -> Vec<String> {
        let (functions, excluded) = (self.inventory.functions.len(), self.inventory.excluded.len());
        let place = self.inventory.place().sheet.as_ref().map_or(String::new(), |sheet| format!(" of sheet `{sheet}`"));
        let mut sentences = vec![format!(
            "Below the header in row {}{place} stand {}: {} assessed and {} left out.",
            self.inventory.header_row0 + 1,
            count(functions + excluded, "row"),
            grouped(functions as u64),
            grouped(excluded as u64),
        )];
        let mut reasons: Vec<(Exclusion, usize)> = Vec::new();
        for row in &self.inventory.excluded {
            match reasons.iter_mut().find(|(reason, _)| *reason == row.reason) {
                Some((_, n)) => *n += 1,
                None => reasons.push((row.reason, 1)),
            }
        }
        reasons.sort_unstable();
        if !reasons.is_empty() {
            let parts: Vec<String> =
                reasons.iter().map(|(reason, n)| format!("{}: {}", reason.name(), grouped(*n as u64))).collect();
            sentences.push(format!("Left out were {}.", parts.join(", ")));
        }
        sentences.extend(self.assumed().into_iter().map(|(sentence, _)| sentence));
        sentences
    }

    /// What was assumed, in a sentence each, and for how many functions.
    fn assumed(&self) -> Vec<(String, usize)> {
        let assumptions = self.inventory.assumptions.iter().map(|assumption| {
            let uses = (0..self.inventory.functions.len())
                .filter(|f| self.inventory.source(assumption.attribute, *f) == Source::Assumed)
                .count();
            let name = upper_first(&self.rulebook.attribute(assumption.attribute).name);
            (
                format!(
                    "{name} was assumed to be {} for {} without an answer.",
                    assumption.given,
                    count(uses, "function")
                ),
                uses,
            )
        });
        assumptions.collect()
    }

    fn excluded(&self) -> Vec<ExcludedLine> {
        let excluded = self.inventory.excluded.iter().take(MOST_EXCLUDED);
        excluded.map(|row| ExcludedLine { row: row.row0 + 1, reason: row.reason.name().to_owned() }).collect()
    }

    fn provenance(&self, run: &Run) -> Vec<Fact> {
        let fact = |label: &str, value: String| Fact { label: label.to_owned(), value };
        let kind = match self.inventory.table.dialect.as_str() {
            "" => run.file.format.name().to_owned(),
            dialect => format!("{} ({dialect})", run.file.format.name()),
        };
        let mut facts = vec![
            fact("Input", run.file.name.to_string()),
            fact("Input format", kind),
            fact("Input size", format!("{} bytes", grouped(run.file.size))),
            fact("Input SHA-256", run.file.sha256.clone()),
        ];
        if let Some(sheet) = &self.inventory.place().sheet {
            facts.push(fact("Sheet", sheet.to_string()));
        }
        facts.extend([
            fact("Header row", (self.inventory.header_row0 + 1).to_string()),
            fact("Rulebook", format!("{} {}", self.rulebook.name, self.rulebook.version)),
            fact("Rulebook SHA-256", self.rulebook.sha256.clone()),
            fact("Source of the rules", self.rulebook.source.clone()),
            fact("Program", format!("outsift {}", env!("CARGO_PKG_VERSION"))),
            fact("Date", run.date.to_string()),
            fact("Command line", run.command_line.clone()),
        ]);
        facts
    }

    fn footer(&self, run: &Run) -> String {
        let mut parts = vec![shortened(&run.file.name, 50)];
        parts.extend(self.inventory.place().sheet.as_ref().map(|sheet| format!("sheet {}", shortened(sheet, 31))));
        parts.push(format!("rulebook {} {}", self.rulebook.name, self.rulebook.version));
        parts.push(format!("outsift {}", env!("CARGO_PKG_VERSION")));
        parts.join(" · ")
    }
}

/// Annual cost, one amount a currency; empty where none is known.
pub(super) fn costs(inventory: &Inventory, totals: &Totals, shown: fn(f64, &str) -> String) -> String {
    if totals.with_cost == 0 {
        return String::new();
    }
    let amounts = totals.cost.iter().zip(&inventory.currencies).filter(|(amount, _)| **amount != 0.0);
    let amounts: Vec<String> = amounts.map(|(amount, currency)| shown(*amount, currency)).collect();
    if amounts.is_empty() { "0".to_owned() } else { amounts.join(" + ") }
}

fn candidates(verdicts: &[Totals; 4]) -> usize {
    let [bpo, outsourcing, ..] = verdicts;
    bpo.functions + outsourcing.functions
}

fn group_name(name: &str) -> &str {
    if name.is_empty() { "not stated" } else { name }
}

fn candidates_caption(functions: usize, verdict: Verdict) -> String {
    let towards = match verdict {
        Verdict::Bpo => "BPO",
        _ => "traditional outsourcing",
    };
    match functions {
        0 => format!("No function is a candidate for {towards}."),
        1 => format!("1 function is a candidate for {towards}."),
        many => format!(
            "{} functions are candidates for {towards}: the strongest evidence first, then what most weightings keep, then the costliest.",
            grouped(many as u64)
        ),
    }
}

fn insufficient_caption(functions: usize) -> String {
    match functions {
        0 => "Every function has enough evidence for a verdict.".to_owned(),
        1 => "1 function lacks the evidence for a verdict.".to_owned(),
        many => {
            format!("{} functions lack the evidence for a verdict; the best known come first.", grouped(many as u64))
        }
    }
}

fn led(lead: &str, rest: &str) -> String {
    if rest.is_empty() { String::new() } else { format!("{lead}{rest}") }
}

/// A text at the beginning of a sentence.
pub(super) fn upper_first(text: &str) -> String {
    let mut characters = text.chars();
    characters.next().map_or(String::new(), |first| first.to_uppercase().chain(characters).collect())
}

/// A weight as it was given: thousandths as a decimal number.
fn number_of_thousandths(thousandths: i64) -> String {
    let (whole, fraction) = (thousandths / 1000, thousandths % 1000);
    let decimals = format!("{fraction:03}");
    match decimals.trim_end_matches('0') {
        "" => whole.to_string(),
        decimals => format!("{whole}.{decimals}"),
    }
}
