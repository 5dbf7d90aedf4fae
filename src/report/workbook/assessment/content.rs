//! What the columns beside the table are made of: how they are drawn, when they are there, and what their cells say.

use super::formulas::{self, Deciding, Follows, level_in_words};
use crate::assessment::{Assessment, Evidence, Margin};
use crate::own_files::Decision as MadeDecision;
use crate::report::view::dashboard::Dashboard;
use crate::report::view::explanation::{Explanation, margin_in_words};
use crate::report::view::report::Report;
use crate::report::words::messages::Messages;
use crate::rulebook::{Points, Span};
use crate::sheets::BETWEEN;
use crate::table::Cell;
use std::borrow::Cow;

/// All that there is to an added column.
#[derive(Clone, Copy)]
pub(crate) struct Definition<'s> {
    pub(super) header: Header<'s>,
    /// In characters.
    pub(super) width: f64,
    /// What it means, for the reader of the workbook.
    pub(super) meaning: &'s str,
    pub(super) presence: Presence,
    pub(super) look: Look,
    /// What its cell says of a function, given the position of what the column is about.
    pub(super) value: for<'f> fn(&'f OfFunction<'f>, usize) -> Content<'f>,
    /// What the cell follows in a workbook with formulas; none where it follows nothing.
    pub(super) formula: Option<Follows>,
    pub(super) edited: Edited,
}

#[derive(Clone, Copy)]
pub(super) enum Header<'s> {
    One(&'s str),
    /// A column for each criterion with a direction, with its name behind this.
    OfEachCriterion(&'s str),
    /// A column for each attribute of these criteria, likewise.
    OfEachAttribute(&'s str),
    /// A column for each attribute of which scenarios assume something, likewise.
    OfEachAssumed(&'s str),
    /// A column for each of these in each of the scenarios, likewise.
    OfEachAssumption(&'s str),
    /// A column for each column of the table that levels are read from, with its letters behind this.
    OfEachColumn(&'s str),
}

/// In which workbooks a column is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Presence {
    Always,
    /// Where the rules have constraints.
    WithConstraints,
    /// Where a group gave a range of weights.
    WithWeightRanges,
    /// Where the run knows of an earlier one.
    WithEarlierRun,
    /// The same, but nobody needs to see it; folded away.
    Folded,
    /// Where there are formulas.
    WithFormulas,
    /// Where there are formulas, which alone it serves; folded away.
    ForFormulas,
    /// The same, where functions share a name.
    ForFormulasWithSharedNames,
    /// The same, where there is money to be added up.
    ForFormulasWithMoney,
}

impl Presence {
    pub(super) fn is_folded(self) -> bool {
        matches!(
            self,
            Presence::Folded
                | Presence::ForFormulas
                | Presence::ForFormulasWithSharedNames
                | Presence::ForFormulasWithMoney
        )
    }

    pub(super) fn needs_formulas(self) -> bool {
        matches!(
            self,
            Presence::WithFormulas
                | Presence::ForFormulas
                | Presence::ForFormulasWithSharedNames
                | Presence::ForFormulasWithMoney
        )
    }
}

/// How the cells of a column are drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Look {
    /// In the colours of the verdict.
    Verdict,
    Prose,
    Points,
    Percent,
    Whole,
    /// A count that shows nothing where there is nothing to be counted.
    Count,
    Flag,
    /// In one line, however long it is.
    Line,
    /// As a cell to be typed over.
    Input,
    /// As a cell to be filled in.
    FilledIn,
    /// The same, with an alert where the decision is to be checked.
    ToCheck,
}

/// What happens when somebody edits a cell of a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Edited {
    /// Nothing else changes, and a later run writes it anew.
    Lost,
    /// The judgement of the row follows, and a later run takes it as an answer; levels are what it takes.
    JudgesAgain,
    /// A later run takes it over.
    TakenOver,
    /// The same; one of the decisions that are offered is what it takes.
    TakenOverAsChoice,
}

/// What a cell says.
pub(super) enum Content<'c> {
    /// A cell of the table, as it is.
    Original(Cell),
    Number(f64),
    /// A text of one line, whatever stands in it.
    Words(Cow<'c, str>),
    /// A text that makes its row as high as it needs.
    Paragraph(Cow<'c, str>),
}

impl<'c> Content<'c> {
    pub(super) const NOTHING: Content<'static> = Content::Words(Cow::Borrowed(""));

    pub(super) fn words(text: &'c str) -> Self {
        Content::Words(Cow::Borrowed(text))
    }

    pub(super) fn number(number: Option<f64>) -> Self {
        number.map_or(Content::NOTHING, Content::Number)
    }
}

/// What stands in a cell of levels, in words where they have any, or as numbers.
pub(super) fn level_in_cell(say: &Messages, level: Span, is_in_words: bool) -> Content<'static> {
    let word = |level: Points| level_in_words(say, level.value()).filter(|_| is_in_words);
    let end = |level: Points| word(level).map_or_else(|| level.value().to_string(), str::to_owned);
    match level {
        Span::Missing => Content::NOTHING,
        Span::Known(level) => word(level).map_or(Content::Number(level.value().into()), Content::words),
        Span::Disputed(lowest, highest) => Content::Words(format!("{}{BETWEEN}{}", end(lowest), end(highest)).into()),
    }
}

/// What is judged of one function, as its cells say it.
pub(super) struct OfFunction<'f> {
    pub(super) report: &'f Report<'f>,
    pub(super) dashboard: &'f Dashboard,
    pub(super) deciding: &'f Deciding<'f>,
    pub(super) function: usize,
    pub(super) explanation: Explanation<'f>,
    /// That of each criterion with a direction.
    pub(super) evidence: Vec<Evidence>,
}

impl<'f> OfFunction<'f> {
    /// The words of the report.
    pub(super) fn say(&self) -> &'f Messages {
        self.report.say()
    }

    /// The judgement.
    pub(super) fn assessment(&self) -> &'f Assessment {
        self.explanation.assessment
    }

    /// The level of an attribute, by its position among those that decide.
    pub(super) fn level(&self, attribute: usize) -> Span {
        self.report.level(self.deciding.attributes[attribute], self.function)
    }

    /// What was decided.
    pub(super) fn choice(&self) -> &'f str {
        let decision = self.report.judged.decision(self.function).and_then(|decision| decision.choice.as_ref());
        decision.map_or("", |choice| self.say().choice(choice))
    }

    /// What else was noted with it.
    pub(super) fn decided(&self, text: fn(&MadeDecision) -> &str) -> &'f str {
        self.report.judged.decision(self.function).map_or("", text)
    }

    /// The level that a scenario assumes, by the position of its column; nothing where it is the run's.
    pub(super) fn assumed(&self, column: usize) -> Content<'f> {
        let (play, attribute) = self.deciding.assumed[column];
        let (_, levels) = &self.deciding.plays[play].levels[attribute];
        match levels.get(&self.function) {
            None => Content::NOTHING,
            Some(Span::Missing) => Content::words(formulas::NOT_KNOWN),
            Some(level) => level_in_cell(self.say(), *level, false),
        }
    }

    /// How many steps of readings turn the verdict, or that it is more than are tried.
    pub(super) fn margin(&self) -> Content<'f> {
        match self.assessment().margin {
            None => Content::NOTHING,
            Some(Margin::Steps(steps)) => Content::Number(steps.into()),
            Some(Margin::More) => Content::Words(margin_in_words(self.report.say(), Margin::More).into()),
        }
    }

    /// The number of the function's group, from 1.
    pub(super) fn group(&self) -> Option<u8> {
        let groups = self.dashboard.groups.as_ref()?;
        groups.of_functions[self.function].map(|group| group + 1)
    }
}
