//! The columns that are added to the right of the original table, from left to right.
//!
//! Where their cells stand, and how they are drawn, is left to others.

use std::borrow::Cow;
use std::sync::LazyLock;

use super::content::{Content, Definition, Header, OfFunction, Presence};
use super::definitions::of_kind;
use super::formulas::Deciding;
use super::kinds::Kind;
use crate::language::Language;
use crate::problem::column_letters;
use crate::report::view::report::Report;
use crate::report::words::messages::Messages;

/// A column beside the table.
pub(crate) struct Column<'s> {
    pub(super) kind: Kind,
    /// What it is about, by its position among the criteria, attributes or columns that decide; 0 where it is about all.
    pub(super) at: usize,
    pub(super) header: String,
    pub(super) definition: Definition<'s>,
}

impl Column<'_> {
    /// What its cell says of a function.
    pub(super) fn content<'f>(&self, of: &'f OfFunction<'f>) -> Content<'f> {
        (self.definition.value)(of, self.at)
    }

    /// Whether it only serves the formulas, and is folded away.
    pub(super) fn is_folded(&self) -> bool {
        self.definition.presence.is_folded()
    }
}

/// The columns of a report, from left to right.
pub(super) fn of<'r>(report: &'r Report, deciding: &Deciding) -> Vec<Column<'r>> {
    let is_present = |presence| match presence {
        Presence::Always | Presence::Folded => true,
        Presence::WithConstraints => report.has_constraints(),
        Presence::WithWeightRanges => report.has_weight_ranges(),
        Presence::WithEarlierRun => report.summary.since.is_some() || report.judged.is_any_to_check(),
        Presence::WithFormulas | Presence::ForFormulas => report.is_live(),
        Presence::ForFormulasWithSharedNames => report.is_live() && report.has_shared_names(),
        Presence::ForFormulasWithMoney => report.is_live() && report.main_currency().is_some(),
    };
    let mut columns = Vec::new();
    for &kind in Kind::ALL {
        let definition = of_kind(report.say(), kind, report.is_live());
        if is_present(definition.presence) {
            let headers = definition.header.of(report, deciding).into_iter().enumerate();
            columns.extend(headers.map(|(at, header)| Column { kind, at, header, definition }));
        }
    }
    columns
}

impl Header<'_> {
    /// The headers of the columns that it stands over.
    fn of(&self, report: &Report, deciding: &Deciding) -> Vec<String> {
        let each = |what: &str, names: Vec<String>| names.iter().map(|name| format!("{what}: {name}")).collect();
        match self {
            Header::One(header) => vec![(*header).to_owned()],
            Header::OfEachCriterion(what) => {
                each(what, report.weighable().map(|criterion| report.say().inside(criterion.name)).collect())
            }
            Header::OfEachAttribute(what) => {
                each(what, deciding.attributes.iter().map(|id| report.names_of(&[*id])).collect())
            }
            Header::OfEachAssumed(what) => {
                each(what, deciding.in_scenarios.iter().map(|id| report.names_of(&[*id])).collect())
            }
            Header::OfEachAssumption(what) => {
                let of_scenario = |(play, at): &(usize, usize)| {
                    let (id, _) = deciding.plays[*play].levels[*at];
                    format!("{}, {}", report.names_of(&[id]), play + 1)
                };
                each(what, deciding.assumed.iter().map(of_scenario).collect())
            }
            Header::OfEachColumn(what) => each(what, deciding.columns0.iter().map(|c| column_letters(*c)).collect()),
        }
    }
}

/// Whether a text is the header of a column that a run in any language adds to the table.
pub fn is_added_header(text: &str) -> bool {
    // Of each language, with whether a header is all that stands there.
    static HEADERS: LazyLock<Vec<(String, bool)>> = LazyLock::new(|| {
        let of_language = |language| {
            let say = Messages::of(language);
            let headers = Kind::ALL.iter().map(|kind| match of_kind(&say, *kind, true).header {
                Header::One(header) => (header.to_owned(), true),
                Header::OfEachCriterion(what)
                | Header::OfEachAttribute(what)
                | Header::OfEachAssumed(what)
                | Header::OfEachAssumption(what)
                | Header::OfEachColumn(what) => (what.to_owned(), false),
            });
            headers.collect::<Vec<_>>()
        };
        Language::ALL.into_iter().flat_map(of_language).collect()
    });
    // The one of what has changed says since which run.
    HEADERS.iter().any(|(header, is_all)| {
        text.strip_prefix(&**header).is_some_and(|rest| rest.starts_with(": ") || *is_all && rest.is_empty())
    })
}

/// What each column means, for the reader of the workbook.
pub(crate) fn meanings(say: &Messages, is_live: bool) -> impl Iterator<Item = (Cow<'_, str>, &str)> {
    let defined = Kind::ALL.iter().map(move |kind| of_kind(say, *kind, is_live));
    defined.filter(move |defined| is_live || !defined.presence.needs_formulas()).map(|defined| {
        let header = match defined.header {
            Header::One(header) => header.into(),
            Header::OfEachCriterion(what)
            | Header::OfEachAttribute(what)
            | Header::OfEachAssumed(what)
            | Header::OfEachAssumption(what)
            | Header::OfEachColumn(what) => format!("{what}: …").into(),
        };
        (header, defined.meaning)
    })
}
