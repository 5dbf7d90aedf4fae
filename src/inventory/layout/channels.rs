//! Which columns hold what comes by several channels: those of counts, and not beside a column that holds all of it.

use super::doubtful::left_out;
use super::find::Finder;
use crate::codes::Code;
use crate::inventory::cells::numbers::{self, Beside, Convention};
use crate::inventory::heading::{Heading, Layout, Part};
use crate::problem::{Problem, Problems, column_letters};
use crate::rulebook::AttributeId;
use crate::rulebook::text::header_words;
use crate::table::{Cell, Table};

/// How a column of a whole stands to those of its channels, by rows.
#[derive(Clone, Copy, Debug, Default)]
struct Tally {
    /// Those with a number in some channel.
    with_channels: usize,
    /// Those with a number in the column of the whole besides.
    with_both: usize,
    /// Those in which the whole is less than its channels.
    less: usize,
}

impl Finder<'_> {
    /// Leaves out columns that are called like channels and hold no counts: whether applications are taken online.
    pub(super) fn set_statuses_aside(&self, table: &Table, layout: &mut Layout, problems: &mut Problems) {
        for column in 0..layout.columns.len() {
            let heading = &layout.columns[column];
            let Some(id) = heading.attribute.filter(|id| heading.part == Part::Channel && self.is_counted(*id)) else {
                continue;
            };
            if self.is_column_stated(table, heading, column) {
                continue;
            }
            let Some(found) = self.status(table, layout, column) else { continue };
            let attribute = self.rulebook.attribute(id);
            let what = format!("a part of {}", attribute.name);
            let why = format!("but holds words such as `{found}`");
            problems.push(left_out(table, layout, column, Code::RuledOut, (&attribute.id, &what), &why));
            layout.columns[column].attribute = None;
        }
    }

    /// A word of a column that holds more words than numbers.
    fn status(&self, table: &Table, layout: &Layout, column: usize) -> Option<String> {
        let (mut numbers, mut words, mut first) = (0_usize, 0_usize, None);
        for row0 in layout.header_row0 + 1..table.rows() {
            let cell = table.value(row0, column as u16);
            match cell {
                _ if has_number(cell, table) => numbers += 1,
                Cell::Text(id) if self.rulebook.reading.is_no_data(table.text(id)) => {}
                Cell::Text(_) | Cell::Boolean(_) => {
                    words += 1;
                    first = first.or(Some(cell));
                }
                _ => {}
            }
        }
        first.filter(|_| words > numbers).map(|cell| table.shown(cell).trim().to_owned())
    }

    fn is_counted(&self, id: AttributeId) -> bool {
        self.rulebook.attribute(id).rule().is_some_and(|rule| rule.kind.is_count())
    }

    /// Takes the channels where the column of the whole does not hold what comes by them: where it counts something else, as
    /// `calls received` does beside applications, holds less than they do, or next to nothing.
    pub(super) fn prefer_channels(&self, table: &Table, layout: &mut Layout, problems: &mut Problems) {
        for whole in 0..layout.columns.len() {
            let heading = &layout.columns[whole];
            let Some(id) = heading.attribute.filter(|id| heading.part == Part::Whole && !self.is_stated(*id)) else {
                continue;
            };
            let channels = self.channels_of(id, table, layout);
            if channels.len() < 2 {
                continue;
            }
            let tally = self.tally(table, layout, whole, &channels);
            let Some((are_taken, problem)) = self.held_against(table, layout, (whole, id), &channels, tally) else {
                continue;
            };
            problems.push(problem);
            if are_taken {
                layout.columns[whole].attribute = None;
                for channel in channels {
                    (layout.columns[channel].attribute, layout.columns[channel].part) = (Some(id), Part::Channel);
                }
            }
        }
    }

    /// What speaks against a column of a whole, and whether its channels are taken for that.
    fn held_against(
        &self,
        table: &Table,
        layout: &Layout,
        (whole, id): (usize, AttributeId),
        channels: &[usize],
        Tally { with_channels, with_both, less }: Tally,
    ) -> Option<(bool, Problem)> {
        let heading = &layout.columns[whole];
        let parts = if self.is_counted(id) { "channels" } else { "parts" };
        let letters: Vec<String> = channels.iter().map(|channel| column_letters(*channel as u16)).collect();
        let letters = letters.join(", ");
        let (place, typed) = (heading.place(table, whole), heading.typed(whole as u16));
        let map = format!("`--map \"{typed}={}\"`", self.rulebook.attribute(id).id);
        if let Some(counted) = self.other_count(layout, whole, channels).filter(|_| with_channels > 0) {
            let message = format!(
                "counts `{counted}`, which is something else than what comes by the {parts} in columns {letters}; these \
                 are added instead"
            );
            let help = format!("if it is the whole: {map}");
            return Some((true, Problem::note(Code::SecondColumn, place, message).help(help)));
        }
        let is_sparse = 2 * with_both < with_channels;
        if less == 0 && !is_sparse {
            return None;
        }
        let are_taken = is_sparse || 2 * less > with_both;
        let taken =
            if are_taken { format!("the {parts} are added instead") } else { "it counts all the same".to_owned() };
        let message = if is_sparse {
            format!(
                "is known in {with_both} of {with_channels} rows that have a number in the {parts} in columns {letters}; \
                 {taken}"
            )
        } else {
            format!("is less than the {parts} in columns {letters} together, in {less} of {with_both} rows; {taken}")
        };
        Some((
            are_taken,
            Problem::warning(Code::ConflictingStatements, place, message)
                .help(format!("say that it is the whole, {map}, or that it is not, `--map \"{typed}=none\"`")),
        ))
    }

    fn tally(&self, table: &Table, layout: &Layout, whole: usize, channels: &[usize]) -> Tally {
        let cell = |row0: u32, column: usize| table.value(row0, column as u16);
        let number = |row0: u32, column: usize| self.plain_number(cell(row0, column), table);
        let mut tally = Tally::default();
        for row0 in layout.header_row0 + 1..table.rows() {
            if !channels.iter().any(|channel| has_number(cell(row0, *channel), table)) {
                continue;
            }
            tally.with_channels += 1;
            tally.with_both += usize::from(has_number(cell(row0, whole), table));
            let parts: f64 = channels.iter().filter_map(|channel| number(row0, *channel)).sum();
            tally.less += usize::from(number(row0, whole).is_some_and(|total| total < 0.99 * parts));
        }
        tally
    }

    /// What the header of a whole says that it counts, where that comes by no channel and the channels are of something else:
    /// `calls`, beside `online applications`.
    fn other_count(&self, layout: &Layout, whole: usize, channels: &[usize]) -> Option<String> {
        let reading = &self.rulebook.reading;
        let words = |column: usize| header_words(layout.columns[column].said());
        let comes_by_channels = |word: &String| reading.channelled.contains(word);
        let own = words(whole);
        let counted = own.iter().find(|word| reading.counted.contains(*word) && !comes_by_channels(word))?;
        let is_other = |column: &usize| {
            let words = words(*column);
            words.iter().any(comes_by_channels) && !words.contains(counted)
        };
        let are_others = !own.iter().any(comes_by_channels) && channels.iter().all(is_other);
        are_others.then(|| counted.clone())
    }

    /// The columns that are not used and hold a channel or a part of an attribute.
    fn channels_of(&self, id: AttributeId, table: &Table, layout: &Layout) -> Vec<usize> {
        let is_count = self.is_counted(id);
        let meaning = |(at, heading): (usize, &Heading)| {
            let meaning = self.synonyms.meaning(heading.said())?;
            let is_channel = meaning.attribute == id && meaning.part == Part::Channel;
            let is_free = heading.attribute.is_none() && is_channel && !self.is_set_aside(table, heading, at as u16);
            (is_free && !(is_count && self.status(table, layout, at).is_some())).then_some((at, meaning))
        };
        let named = layout.columns.iter().enumerate().filter_map(meaning).collect();
        self.synonyms.of_one_whole(named).into_iter().map(|(at, _)| at).collect()
    }

    /// A cell as a plain number.
    fn plain_number(&self, cell: Cell, table: &Table) -> Option<f64> {
        match cell {
            Cell::Number { value, .. } => Some(value),
            Cell::Text(id) => {
                let reading = &self.rulebook.reading;
                numbers::parse(table.text(id), reading, Convention::Unproven, Beside::Counted).ok().map(|n| n.value)
            }
            _ => None,
        }
    }
}

/// Whether a cell holds a number, in whatever convention.
fn has_number(cell: Cell, table: &Table) -> bool {
    match cell {
        Cell::Number { .. } => true,
        Cell::Text(id) => table.text(id).contains(|c: char| c.is_ascii_digit()),
        Cell::Empty | Cell::Date { .. } | Cell::Boolean(_) | Cell::Error(_) => false,
    }
}
