//! The figures of an assessment that decide what is done next: for logs, for the table of several runs, and for what a
//! schedule allows.

use std::collections::{BTreeMap, BTreeSet};
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use super::ending::counted;
use super::job::Judgement;
use crate::assessment::Verdict;
use crate::changes::Changes;
use crate::codes::Code;
use crate::problem::{Severity, Spot};

/// The figures of an assessment.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Tally {
    /// How many functions were assessed.
    pub functions: usize,
    /// How many rows were left out.
    pub excluded: usize,
    /// How many functions have each verdict.
    pub verdicts: BTreeMap<String, usize>,
    /// How many values were read.
    pub values_read: usize,
    /// How many values could not be read.
    pub values_unread: usize,
    /// How many functions have another verdict than in the earlier run; null where none was given.
    pub verdicts_changed: Option<usize>,
    /// How many functions the earlier run had; null where none was given.
    pub functions_before: Option<usize>,
    /// How many of these are gone.
    pub functions_gone: Option<usize>,
    /// How many warnings there are.
    pub warnings: usize,
    /// How many problems of each code there are.
    pub problems: BTreeMap<String, usize>,
}

impl Tally {
    /// The figures of a judgement.
    pub fn of(judgement: &Judgement) -> Tally {
        let verdicts = Verdict::ALL.into_iter().zip(&judgement.portfolio.verdicts);
        let problems = judgement.problems;
        let mut unread = BTreeMap::new();
        let mut warnings = BTreeSet::new();
        for problem in problems.listed().iter().filter(|problem| problem.severity == Severity::Warning) {
            warnings.insert(problem.code);
            // What cannot be drawn, and what is answered in two ways, was read all the same.
            if ![Code::NotDrawn, Code::RatersDisagree].contains(&problem.code)
                && let Spot::Cell { .. } = problem.place.spot
            {
                let column = (problem.code, &problem.place.sheet, problem.place.column0());
                unread.entry(column).or_insert_with(|| problems.in_column(problem.code, &problem.place));
            }
        }
        let by_code: BTreeMap<Code, usize> = problems.by_code().collect();
        let changes = judgement.run.changes;
        let counts = changes.map(Changes::counts);
        Tally {
            functions: judgement.inventory.functions.len(),
            excluded: judgement.inventory.excluded.len(),
            verdicts: verdicts.map(|(verdict, totals)| (verdict.id().to_owned(), totals.functions)).collect(),
            values_read: judgement.inventory.columns.iter().map(|column| column.known).sum(),
            values_unread: unread.values().sum(),
            verdicts_changed: counts.map(|counts| counts.verdicts),
            functions_before: changes.map(|changes| changes.earlier.judged().count()),
            functions_gone: counts.map(|counts| counts.gone),
            warnings: warnings.iter().filter_map(|code| by_code.get(code)).sum(),
            problems: by_code.into_iter().map(|(code, count)| (code.id().to_owned(), count)).collect(),
        }
    }

    fn count(&self, verdict: Verdict) -> usize {
        self.verdicts.get(verdict.id()).copied().unwrap_or(0)
    }

    /// How many functions have each verdict, in the order of [`Verdict::ALL`].
    pub fn counts(&self) -> [usize; 4] {
        Verdict::ALL.map(|verdict| self.count(verdict))
    }
}

/// What a schedule does not want to pass in silence.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Allowance {
    /// Any warning.
    Warnings,
    /// More than this share of the values unread, in per cent.
    Unread(f64),
    /// More than this share of the functions with insufficient evidence, in per cent.
    Insufficient(f64),
    /// Any verdict other than in the earlier run.
    Changed,
    /// More than this share of the earlier run's functions gone, in per cent.
    Gone(f64),
}

impl FromStr for Allowance {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let percent = |text: &str| {
            let number = text.strip_suffix('%').and_then(|number| number.trim().parse::<f64>().ok());
            number.filter(|number| (0.0..=100.0).contains(number))
        };
        let found = match text.split_once('=') {
            None if text == "warnings" => Some(Allowance::Warnings),
            None if text == "changed" => Some(Allowance::Changed),
            None if text == "gone" => Some(Allowance::Gone(0.0)),
            Some(("gone", share)) => percent(share).map(Allowance::Gone),
            Some(("unread", share)) => percent(share).map(Allowance::Unread),
            Some(("insufficient", share)) => percent(share).map(Allowance::Insufficient),
            _ => None,
        };
        let expected = "`warnings`, `unread=5%`, `insufficient=50%`, `changed`, `gone` or `gone=20%`";
        found.ok_or_else(|| format!("expected {expected}, found `{text}`"))
    }
}

impl Allowance {
    /// Whether it says something of an earlier run, and how it is typed then.
    pub fn of_earlier(self) -> Option<&'static str> {
        match self {
            Allowance::Changed => Some("changed"),
            Allowance::Gone(_) => Some("gone"),
            Allowance::Warnings | Allowance::Unread(_) | Allowance::Insufficient(_) => None,
        }
    }

    /// What goes beyond it, in words; none where nothing does.
    pub fn exceeded(self, tally: &Tally) -> Option<String> {
        let beyond = |part: usize, whole: usize, most: f64, what: &str| {
            // Compared as a product, so that a share of nothing is never beyond.
            let is_beyond = part as f64 * 100.0 > most * whole as f64;
            is_beyond.then(|| format!("{part} of {whole} {what}, and at most {most}% are allowed"))
        };
        match self {
            Allowance::Warnings if tally.warnings > 0 => Some(counted(tally.warnings as u64, "warning")),
            Allowance::Changed => tally
                .verdicts_changed
                .filter(|changed| *changed > 0)
                .map(|changed| format!("{} changed", counted(changed as u64, "verdict"))),
            Allowance::Warnings => None,
            Allowance::Unread(most) => {
                let all = tally.values_read + tally.values_unread;
                beyond(tally.values_unread, all, most, "values could not be read")
            }
            Allowance::Insufficient(most) => {
                let open = tally.count(Verdict::InsufficientEvidence);
                beyond(open, tally.functions, most, "functions have insufficient evidence")
            }
            Allowance::Gone(most) => {
                let (gone, before) = tally.functions_gone.zip(tally.functions_before)?;
                beyond(gone, before, most, "functions of the earlier run are gone")
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::run::job::Job;
    use crate::run::judge::judge;

    #[test]
    fn what_goes_beyond_an_allowance_is_said() {
        let tally = Tally {
            functions: 60,
            verdicts: [(Verdict::InsufficientEvidence.id().to_owned(), 9)].into(),
            values_read: 95,
            values_unread: 5,
            warnings: 2,
            verdicts_changed: Some(3),
            functions_before: Some(8),
            functions_gone: Some(2),
            ..Tally::default()
        };
        for (text, said) in [
            ("warnings", Some("2 warnings")),
            ("unread=5%", None),
            ("unread=4.9%", Some("5 of 100 values could not be read, and at most 4.9% are allowed")),
            ("insufficient=15%", None),
            ("insufficient=14%", Some("9 of 60 functions have insufficient evidence, and at most 14% are allowed")),
            ("changed", Some("3 verdicts changed")),
            ("gone", Some("2 of 8 functions of the earlier run are gone, and at most 0% are allowed")),
            ("gone=24.5%", Some("2 of 8 functions of the earlier run are gone, and at most 24.5% are allowed")),
            ("gone=25%", None),
        ] {
            let allowance: Allowance = text.parse().expect("it is an allowance");
            assert_eq!(allowance.exceeded(&tally).as_deref(), said, "{text}");
            assert_eq!(allowance.exceeded(&Tally::default()), None, "{text}");
        }
        let one = Tally { warnings: 1, verdicts_changed: Some(1), ..Tally::default() };
        assert_eq!(Allowance::Warnings.exceeded(&one).as_deref(), Some("1 warning"));
        assert_eq!(Allowance::Changed.exceeded(&one).as_deref(), Some("1 verdict changed"));
        for text in
            ["", "warning", "unread", "unread=5", "unread=-1%", "insufficient=101%", "changed=1%", "gone=20", "gone=%"]
        {
            assert!(text.parse::<Allowance>().is_err(), "{text}");
        }
    }

    /// The figures of a table.
    #[track_caller]
    fn check(rows: &str, expected: &Tally) {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("a.csv");
        std::fs::write(&file, format!("Function,Department,Volume,Repetitiveness,Annual cost\n{rows}")).expect("room");
        let job = Job::new(file, jiff::civil::date(2026, 1, 31));
        let tally = judge(&job, &|_| (), |judgement| Ok(Tally::of(judgement)));
        assert_eq!(tally.ok().as_ref(), Some(expected), "{rows}");
    }

    #[test]
    fn everything_is_counted_once() {
        let numbered = |pairs: &[(&str, usize)]| pairs.iter().map(|(key, n)| ((*key).to_owned(), *n)).collect();
        let verdicts = |bpo, outsourcing, split, open| {
            let ids = Verdict::ALL.map(Verdict::id);
            ids.into_iter().map(str::to_owned).zip([bpo, outsourcing, split, open]).collect()
        };
        check(
            "Payroll,People,High,High,5000\nTax,Finance,some,?!,many\nTotal,,,,5000\n",
            &Tally {
                functions: 2,
                excluded: 1,
                verdicts: verdicts(0, 0, 0, 2),
                values_read: 7,
                values_unread: 3,
                verdicts_changed: None,
                functions_before: None,
                functions_gone: None,
                warnings: 3,
                problems: numbered(&[("not-a-level", 2), ("not-a-number", 1)]),
            },
        );
        // More than are listed of one column.
        let many: String = (0..1_200).map(|i| format!("Work {i},People,High,High,many\n")).collect();
        check(
            &many,
            &Tally {
                functions: 1_200,
                excluded: 0,
                verdicts: verdicts(0, 0, 0, 1_200),
                values_read: 4_800,
                values_unread: 1_200,
                verdicts_changed: None,
                functions_before: None,
                functions_gone: None,
                warnings: 1_200,
                problems: numbered(&[("not-a-number", 1_200)]),
            },
        );
    }
}
