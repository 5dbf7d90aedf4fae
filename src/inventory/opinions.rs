//! What raters say of one attribute of a function, and what it comes to.

use std::fmt;
use std::str::FromStr;

use crate::codes::Code;
use crate::problem::{Place, Problem};
use crate::rulebook::{Points, Span, Steps};
use crate::sheets::{ANSWERED_ON, LEVEL_WORDS};
use crate::table::{Cell, Date, Table, moment};

/// What counts where raters disagree, if it is not to stay open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Preferred {
    /// The answer that was given last: by its day where all have one, else by the order of the files.
    Last,
    /// The middle of the answers by their levels; of an even number of them half-way between the middle two.
    Median,
}

impl Preferred {
    /// The word for it.
    pub fn name(self) -> &'static str {
        match self {
            Preferred::Last => "last",
            Preferred::Median => "median",
        }
    }
}

impl FromStr for Preferred {
    type Err = String;

    fn from_str(name: &str) -> Result<Preferred, String> {
        let all = [Preferred::Last, Preferred::Median];
        all.into_iter().find(|known| known.name() == name).ok_or_else(|| "expected `last` or `median`".to_owned())
    }
}

/// What one rater says.
#[derive(Clone, Debug)]
pub struct Opinion {
    /// The level.
    pub level: Points,
    /// Who says so; empty where that was not filled in.
    pub by: String,
    /// When, as it was filled in; empty likewise.
    pub on: String,
    /// The cell.
    pub place: Place,
    /// The position of the answers among the inventory's.
    pub(super) file: usize,
    /// The row and the column there.
    pub(super) at: (u32, u16),
    pub(super) steps: Steps,
    /// Whether an earlier run had it, and it only comes back.
    pub(super) is_carried: bool,
    /// The day that it was filled in with, if it is one.
    pub(super) day: Option<Date>,
}

/// What all raters say of one attribute of a function, in the order of the files.
#[derive(Clone, Debug)]
pub struct Opinions {
    /// Each of them; never none.
    pub all: Vec<Opinion>,
    /// What they come to.
    pub outcome: Outcome,
}

/// What opinions come to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// All say the same.
    Agreed,
    /// They differ; the last one counts, by its position among them.
    Last(usize),
    /// They differ; their median counts.
    Median(Points),
    /// They differ, from the lowest to the highest of these.
    Disputed(Points, Points),
}

impl Opinions {
    /// What is known by them, and on which scale.
    pub(super) fn span(&self) -> (Span, Steps) {
        match self.outcome {
            Outcome::Agreed | Outcome::Last(_) => {
                let counts = self.counts();
                (Span::Known(counts.level), counts.steps)
            }
            Outcome::Median(level) => (Span::Known(level), self.counts().steps),
            Outcome::Disputed(lowest, highest) => (Span::Disputed(lowest, highest), Steps::default()),
        }
    }

    /// The one that counts, or where none does by itself the last one.
    pub(super) fn counts(&self) -> &Opinion {
        match self.outcome {
            Outcome::Last(at) => &self.all[at],
            Outcome::Agreed | Outcome::Median(_) | Outcome::Disputed(..) => {
                self.all.last().expect("opinions are never none")
            }
        }
    }
}

impl Opinion {
    /// The position of its answers among the inventory's, and its row and column there.
    pub fn stands_at(&self) -> (usize, (u32, u16)) {
        (self.file, self.at)
    }
}

impl fmt::Display for Opinion {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Opinion { level, by, on, place, .. } = self;
        let cell = place.cell().unwrap_or_default();
        let sheet = place.sheet.as_ref().map_or(String::new(), |sheet| format!("sheet `{sheet}`, "));
        match LEVEL_WORDS.iter().find(|(known, _)| *known == level.value()) {
            Some((_, word)) => write!(f, "`{word}`")?,
            None => write!(f, "`{}`", level.value())?,
        }
        if !by.is_empty() {
            write!(f, " by {by}")?;
        }
        if !on.is_empty() {
            write!(f, " on {on}")?;
        }
        write!(f, " ({}, {sheet}cell {cell})", place.file)
    }
}

/// The position of the last opinion: by the days where all have one, else the last of the files.
pub(super) fn last(all: &[Opinion]) -> usize {
    let are_dated = all.iter().all(|opinion| opinion.day.is_some());
    let key = |at: &usize| (all[*at].day.filter(|_| are_dated), *at);
    (0..all.len()).max_by_key(key).unwrap_or_default()
}

/// The median of levels; half-way between the middle two of an even number, halves upwards.
pub(super) fn median(all: &[Opinion]) -> Points {
    let mut levels: Vec<Points> = all.iter().map(|opinion| opinion.level).collect();
    levels.sort_unstable();
    let (below, above) = (levels[(levels.len() - 1) / 2], levels[levels.len() / 2]);
    Span::Disputed(below, above).answers()[1]
}

/// What is said of the cell that should tell when somebody answered, and tells no day.
pub(super) fn undated(table: &Table, row0: u32, column0: u16) -> Option<Problem> {
    let cell = table.value(row0, column0);
    let shown = table.shown(cell).trim().to_owned();
    if shown.is_empty() || day(table, cell).is_some() {
        return None;
    }
    let place = table.place_of(row0, column0).under(ANSWERED_ON.to_string());
    let message = format!("expected a date of the answer in `{}`, found `{shown}`", table.place.file);
    let help = "write it as 2027-12-31; where raters differ, the last answer is known by its day";
    Some(Problem::note(Code::NotADate, place, message).help(help))
}

/// The day that a cell says.
pub(super) fn day(table: &Table, cell: Cell) -> Option<Date> {
    match cell {
        Cell::Date { serial, .. } => moment(serial).map(|(day, _)| day),
        Cell::Text(text) => table.text(text).trim().parse().ok(),
        Cell::Empty | Cell::Number { .. } | Cell::Boolean(_) | Cell::Error(_) => None,
    }
}
