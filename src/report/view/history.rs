//! The runs up to this one, as the record keeps them, and their course in words.

use super::compose::Run;
use super::judged::Judged;
use crate::own_files::history::{RunFigures, with};
use crate::report::lists::{Course, CourseLine, Headline};

/// Fewer runs have no course.
const FEWEST: usize = 3;

impl Judged<'_> {
    /// The figures of the runs before this one, as far as the earlier run tells of them, and those of this one.
    pub(crate) fn history(&self, run: &Run) -> Vec<RunFigures> {
        let functions = self.inventory.functions.len();
        let [bpo, traditional_outsourcing, split, insufficient_evidence] =
            self.portfolio.verdicts.each_ref().map(|totals| totals.functions);
        let now = RunFigures {
            date: run.date.to_string(),
            input_sha256: run.file.sha256.clone(),
            rulebook_sha256: self.rulebook.sha256().to_owned(),
            functions,
            bpo,
            traditional_outsourcing,
            split,
            insufficient_evidence,
            firm: Some(self.assessed.firm(self.rulebook)),
            review: self.portfolio.review.len(),
            coverage_percent: (self.portfolio.coverage * 100.0).round() as u8,
            decisions: (0..functions).filter(|function| self.is_decided(*function)).count(),
        };
        with(self.changes.map_or(&[], |changes| changes.earlier.history.as_slice()), now)
    }

    /// The course of the figures; none where there were fewer than three runs.
    pub(crate) fn course(&self, runs: &[RunFigures]) -> Option<Course> {
        let (first, last) = (runs.first()?, runs.last()?);
        if runs.len() < FEWEST {
            return None;
        }
        let say = self.say();
        let line = |name: &str, figure: fn(&RunFigures) -> Option<usize>| CourseLine {
            name: name.to_owned(),
            figures: runs.iter().map(figure).collect(),
        };
        let firm = first.firm.unwrap_or_default();
        let finding = say.course_finding(firm, last.firm.unwrap_or_default(), first.decisions, last.decisions);
        let coverage = [first, last].map(|run| usize::from(run.coverage_percent));
        let open = [first, last].map(|run| run.insufficient_evidence);
        let since = first.date.parse().map_or_else(|_| first.date.clone(), |date| say.long_date(date));
        let lead = if open[0] == open[1] && coverage[0] == coverage[1] {
            say.course_lead_same(runs.len(), &since, open[1], coverage[1])
        } else {
            say.course_lead(runs.len(), &since, open[0], open[1], coverage[0], coverage[1])
        };
        Some(Course {
            in_words: format!("{finding} {lead}"),
            heading: Headline { topic: say.course_heading().to_owned(), finding, lead },
            dates: runs.iter().map(|run| run.date.clone()).collect(),
            lines: vec![
                line(say.course_firm(), |run| run.firm),
                line(say.course_decided(), |run| Some(run.decisions)),
                line(say.course_open(), |run| Some(run.insufficient_evidence)),
            ],
        })
    }
}
