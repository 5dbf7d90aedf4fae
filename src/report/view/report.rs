//! What there is to say about a run, before anyone decides how to draw it.
//!
//! A [`Report`] has two parts: the [`Summary`] of the portfolio, which is complete, and an [`Explanation`] of each
//! function, made when it is asked for, because there may be a million. The view model knows no fonts, coordinates or
//! crates; the writers know nothing else and decide nothing. Figures arrive as text wherever a reader reads them, and as
//! numbers wherever something is drawn to scale or calculated with.

use super::explanation::{Cites, Explanation, turn_in_words};
use super::judged::{Judged, in_prose};
use crate::assessment::weights::{End, Interval};
use crate::assessment::{Turn, Verdict};
use crate::inventory::Exclusion;
use crate::portfolio::position;
use crate::report::lists::RankedLine;
use crate::report::model::Summary;
use crate::report::words::messages::Messages;
use crate::rulebook::AttributeId;
use crate::rulebook::text::fold;
use crate::table::Table;

/// All there is to say about a run.
#[derive(Debug)]
pub struct Report<'a> {
    /// The portfolio in summary.
    pub summary: Summary,
    /// Whether the workbook gets formulas.
    pub(crate) is_live: bool,
    pub(crate) judged: Judged<'a>,
}

impl<'a> Report<'a> {
    /// What is said around the figures.
    pub(crate) fn say(&self) -> &'a Messages {
        self.judged.say()
    }

    /// The table as it was read, to be repeated cell by cell.
    pub fn table(&self) -> &'a Table {
        self.judged.inventory.table
    }

    /// The last row of the headers, 0-based.
    pub fn header_row0(&self) -> u32 {
        self.judged.inventory.header_row0
    }

    /// How many columns the table has, up to the last with a header or a value.
    pub fn columns(&self) -> u16 {
        self.judged.inventory.columns.len() as u16
    }

    /// The column that holds the functions' names, 0-based.
    pub fn name_column0(&self) -> u16 {
        self.judged.inventory.name_column0
    }

    /// How many functions were assessed.
    pub fn functions(&self) -> usize {
        self.judged.inventory.functions.len()
    }

    /// The row of a function, 0-based.
    pub fn row0(&self, function: usize) -> u32 {
        self.judged.inventory.functions[function].row0
    }

    /// Whether a row of the table, counted from 0, is a function's.
    pub fn is_function(&self, row0: u32) -> bool {
        self.judged.inventory.functions.binary_search_by_key(&row0, |function| function.row0).is_ok()
    }

    /// The row of a function as its file counts it, with its sheet where the table stands on several.
    pub fn row_shown(&self, function: usize) -> String {
        self.table().row_shown(self.row0(function))
    }

    /// The first row of the headers, 0-based.
    pub fn header_top0(&self) -> u32 {
        self.judged.inventory.header_top0
    }

    /// The rows that are no functions, with their reasons, in order.
    pub fn excluded(&self) -> impl Iterator<Item = (u32, Exclusion)> {
        self.judged.inventory.excluded.iter().map(|row| (row.row0, row.reason))
    }

    /// All there is to say about one function beside its own row.
    pub(crate) fn explain_beside(&self, function: usize) -> Explanation<'a> {
        self.judged.explain_by(function, Cites::Columns)
    }

    /// The verdict of the run in two sentences: how sure it is, and why it is what it is.
    pub fn in_two_sentences(&self, function: usize) -> String {
        let explanation = self.judged.explain(function);
        let verdict = self.say().verdict(explanation.assessment.verdict);
        let because = match self.judged.because(&explanation) {
            because if because.is_empty() => String::new(),
            because if explanation.assessment.verdict == Verdict::InsufficientEvidence => {
                format!("\n{}", self.say().because_not_known(&self.say().inside(&because)))
            }
            because => format!("\n{because}"),
        };
        format!("{}.{because}", self.say().led(verdict, &self.judged.sureness(function)))
    }

    /// All functions that a person should look at again, nearest to 0 first.
    pub fn for_review(&self) -> impl Iterator<Item = RankedLine> {
        self.judged.portfolio.review.iter().map(|function| self.judged.ranked(*function))
    }

    /// How many functions have no verdict, and the first of them, the best known before the others.
    pub fn without_verdict(&self, most: usize) -> (usize, impl Iterator<Item = RankedLine>) {
        let all = &self.judged.portfolio.ranking[position(Verdict::InsufficientEvidence)];
        (all.len(), all.iter().take(most).map(|function| self.judged.ranked(*function)))
    }

    /// The names of attributes in a sentence.
    pub fn names_of(&self, attributes: &[AttributeId]) -> String {
        self.judged.words.names(attributes)
    }

    /// The function that is meant by an id, a name, what lists call it, a row such as `row 12`, or a part of a name.
    ///
    /// # Errors
    /// None or several are; what comes nearest, in a few words each.
    pub fn find(&self, wanted: &str) -> Result<usize, Vec<String>> {
        // More would not help anyone to choose.
        const MOST_NAMED: usize = 5;
        let wanted = fold(wanted);
        let id = |f: usize| fold(&self.judged.inventory.role(self.judged.rulebook.roles.id, f));
        let name = |f: usize| fold(&self.judged.inventory.name(f));
        let row = wanted.strip_prefix("row ").map(str::trim).unwrap_or_default();
        let stands_in = |f: usize| fold(&self.row_shown(f)) == row;
        let called = |f: usize| fold(&self.judged.called(f));
        let matching = |test: &dyn Fn(usize) -> bool| (0..self.functions()).filter(|f| test(*f)).collect::<Vec<_>>();
        let tests: [&dyn Fn(usize) -> bool; 5] =
            [&|f| id(f) == wanted, &|f| name(f) == wanted, &|f| called(f) == wanted, &stands_in, &|f| {
                name(f).contains(&wanted)
            }];
        for test in tests {
            match matching(test).as_slice() {
                [] => {}
                [only] => return Ok(*only),
                several => {
                    let mut named: Vec<String> = several.iter().take(MOST_NAMED).map(|f| self.title(*f)).collect();
                    if several.len() > MOST_NAMED {
                        named.push(self.say().find_more(several.len() - MOST_NAMED));
                    }
                    return Err(named);
                }
            }
        }
        let inventory = self.judged.inventory;
        let left_out = inventory
            .excluded
            .iter()
            .find(|row| fold(&self.table().shown(self.table().value(row.row0, inventory.name_column0))) == wanted);
        if let Some(row) = left_out {
            let (at, why) = (self.table().row_shown(row.row0), self.say().excluded(row.reason));
            return Err(vec![self.say().find_left_out(&at, why)]);
        }
        let mut near: Vec<(usize, usize)> =
            (0..self.functions()).map(|f| (strsim::damerau_levenshtein(&name(f), &wanted), f)).collect();
        near.sort_unstable();
        Err(near.into_iter().take(3).map(|(_, f)| self.title(f)).collect())
    }

    /// A function's name with its id, where it has one, and its row.
    fn title(&self, function: usize) -> String {
        let (name, row) = (self.judged.inventory.name(function), self.row_shown(function));
        match self.judged.inventory.role(self.judged.rulebook.roles.id, function).as_ref() {
            "" => self.say().find_row(&name, &row),
            id => self.say().find_id(&name, id, &row),
        }
    }

    /// Between which values of each weight the verdict on a function is kept, a sentence each; none where it has no direction.
    pub(crate) fn weights_that_keep(&self, explanation: &Explanation) -> Vec<String> {
        let (rulebook, say) = (self.judged.rulebook, self.say());
        if explanation.assessment.verdict.direction().is_none() {
            return Vec::new();
        }
        let keeps = |interval: &Interval| {
            let name = say.inside(&rulebook.criteria[interval.criterion].name);
            let least = match interval.least {
                End { weight, is_kept: false } if weight <= 0.0 => say.explain_above_zero().to_owned(),
                End { weight, .. } => say.number(weight),
            };
            match interval.greatest {
                Some(greatest) => say.explain_weight(&name, &least, &say.number(greatest.weight)),
                None => say.explain_weight_up(&name, &least),
            }
        };
        let hangs = |interval: &&Interval| interval.is_lost_below() || interval.greatest.is_some();
        self.judged.assessed.rule.intervals(explanation.evidence).iter().filter(hangs).map(keeps).collect()
    }

    /// The single steps of readings that turn a verdict, a sentence each.
    pub(crate) fn turning_steps(&self, explanation: &Explanation) -> Vec<String> {
        let say = self.say();
        let turn = |turn: &Turn| {
            let [from, to] = turn_in_words(say, turn);
            say.explain_turn(&say.inside(&self.names_of(&[turn.attribute])), &from, &to, &in_prose(say, turn.verdict))
        };
        explanation.assessment.turns.iter().map(turn).collect()
    }

    /// One function with everything that was reasoned about it.
    pub fn explain(&self, function: usize) -> Explanation<'a> {
        self.judged.explain(function)
    }
}
