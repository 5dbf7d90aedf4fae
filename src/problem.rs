//! What a user got wrong, as data: collected along the pipeline and reported all at once.
//!
//! A problem knows where it is, what was found and how to mend it. It decides nothing: the stage that
//! found it has already gone on without the value (or stopped, if the severity is an error).

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt::{self, Write};
use std::sync::Arc;

use crate::codes::Code;
pub use crate::codes::Severity;

/// Where in a file a problem lies. Rows and columns are 0-based inside and 1-based when shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Spot {
    /// The file or sheet as a whole.
    Whole,
    /// A whole row of a sheet.
    Row {
        /// The row, 0-based.
        row0: u32,
    },
    /// A whole column of a sheet.
    Column {
        /// The column, 0-based.
        column0: u16,
    },
    /// One cell of a sheet.
    Cell {
        /// The row, 0-based.
        row0: u32,
        /// The column, 0-based.
        column0: u16,
    },
    /// A position in a text file, 1-based as editors count.
    Text {
        /// The line, from 1.
        line: u32,
        /// The column in characters, from 1.
        column: u32,
    },
}

/// A file, a sheet of it, and a spot on that sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The file's name as the user gave it, without its folder.
    pub file: Arc<str>,
    /// The sheet, where the format has sheets.
    pub sheet: Option<Arc<str>>,
    /// The spot on the sheet or in the text.
    pub spot: Spot,
    /// The header of the column, where there is one.
    pub header: Option<Arc<str>>,
}

impl Place {
    /// A file as a whole.
    pub fn file(name: impl Into<Arc<str>>) -> Self {
        Place { file: name.into(), sheet: None, spot: Spot::Whole, header: None }
    }

    /// The same place, at a narrower spot.
    #[must_use]
    pub fn at(&self, spot: Spot) -> Self {
        Place { spot, ..self.clone() }
    }

    /// The same place, with the header of its column.
    #[must_use]
    pub fn under(&self, header: impl Into<Arc<str>>) -> Self {
        Place { header: Some(header.into()), ..self.clone() }
    }

    /// The column that the spot is in; none for a row, a file or a text.
    pub fn column0(&self) -> Option<u16> {
        match self.spot {
            Spot::Cell { column0, .. } | Spot::Column { column0 } => Some(column0),
            Spot::Whole | Spot::Row { .. } | Spot::Text { .. } => None,
        }
    }

    /// The cell in A1 notation, or the row or column alone; nothing for a whole file.
    pub fn cell(&self) -> Option<String> {
        match self.spot {
            Spot::Cell { row0, column0 } => Some(format!("{}{}", column_letters(column0), row0 + 1)),
            Spot::Row { row0 } => Some(format!("{}", row0 + 1)),
            Spot::Column { column0 } => Some(column_letters(column0)),
            Spot::Whole | Spot::Text { .. } => None,
        }
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&beginning(&self.file, LONGEST_NAMED))?;
        if let Spot::Text { line, column } = self.spot {
            return write!(f, ":{line}:{column}");
        }
        if let Some(sheet) = &self.sheet {
            write!(f, ", sheet `{}`", beginning(sheet, LONGEST_NAMED))?;
        }
        match (self.spot, self.cell()) {
            (Spot::Cell { .. }, Some(cell)) => write!(f, ", cell {cell}")?,
            (Spot::Row { .. }, Some(row)) => write!(f, ", row {row}")?,
            (Spot::Column { .. }, Some(column)) => write!(f, ", column {column}")?,
            _ => {}
        }
        if let Some(header) = &self.header {
            write!(f, " (`{}`)", beginning(header, LONGEST_NAMED))?;
        }
        Ok(())
    }
}

/// A column's letters as spreadsheets show them: 0 is `A`, 26 is `AA`.
pub fn column_letters(column0: u16) -> String {
    let mut letters = Vec::new();
    let mut rest = u32::from(column0) + 1;
    while rest > 0 {
        rest -= 1;
        letters.push(char::from(b'A' + (rest % 26) as u8));
        rest /= 26;
    }
    letters.iter().rev().collect()
}

/// One thing that is not as it should be, with its place and its mend.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// How much it matters.
    pub severity: Severity,
    /// A stable kebab-case code, for filters and tests.
    pub code: Code,
    /// Where it is.
    pub place: Place,
    /// What was expected and what was found: lower case, no full stop, names in backticks.
    pub message: String,
    /// What to do about it, where something can be done.
    pub help: Option<String>,
}

impl Problem {
    /// A problem without a help line.
    pub fn new(severity: Severity, code: Code, place: Place, message: impl Into<String>) -> Self {
        debug_assert!(code.severities().contains(&severity), "`{code}` is no {}", severity.name());
        Problem { severity, code, place, message: bounded(message.into()), help: None }
    }

    /// An error without a help line.
    pub fn error(code: Code, place: Place, message: impl Into<String>) -> Self {
        Problem::new(Severity::Error, code, place, message)
    }

    /// A warning without a help line.
    pub fn warning(code: Code, place: Place, message: impl Into<String>) -> Self {
        Problem::new(Severity::Warning, code, place, message)
    }

    /// A note without a help line.
    pub fn note(code: Code, place: Place, message: impl Into<String>) -> Self {
        Problem::new(Severity::Note, code, place, message)
    }

    /// Whether it says that what people typed, decided or answered is not used; a note says of it what is as it should be.
    pub fn sets_work_aside(&self) -> bool {
        self.severity <= Severity::Warning && self.code.sets_work_aside()
    }

    /// The same problem, with a line that says how to mend it.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(bounded(help.into()));
        self
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let place = self.place.to_string();
        write!(f, "{}[{}]: {}: {}", self.severity.name(), self.code, printable(&place), printable(&self.message))?;
        if let Some(help) = &self.help {
            write!(f, "\n  help: {}", printable(help))?;
        }
        Ok(())
    }
}

/// The most characters of a value that is quoted in a long message.
const LONGEST_QUOTED: usize = 100;
/// The most characters of a name in a place.
const LONGEST_NAMED: usize = 160;

/// A message in which no value is quoted at a length that nobody reads, or that a cell of a workbook cannot hold.
fn bounded(message: String) -> String {
    const LONGEST: usize = 1_000;
    if message.len() <= LONGEST {
        return message;
    }
    let quoted = message.split('`').enumerate();
    let quoted = quoted.map(|(i, part)| if i % 2 == 1 { beginning(part, LONGEST_QUOTED) } else { part.into() });
    let shorter = quoted.collect::<Vec<_>>().join("`");
    // A value with a mark of its own, or a list without end.
    beginning(&shorter, 2 * LONGEST).into_owned()
}

/// So many characters of a text at most, with a mark where it goes on.
fn beginning(text: &str, most: usize) -> Cow<'_, str> {
    match text.char_indices().nth(most) {
        Some((end, _)) => format!("{}…", &text[..end]).into(),
        None => text.into(),
    }
}

/// A text of which a terminal or a log obeys nothing: what would steer it, start a line or turn the direction of reading is
/// shown as its code point, such as `<U+001B>`.
pub fn printable(text: &str) -> Cow<'_, str> {
    if !text.chars().any(steers) {
        return Cow::Borrowed(text);
    }
    let mut shown = String::with_capacity(text.len() + 16);
    for character in text.chars() {
        if steers(character) {
            let _ = write!(shown, "<U+{:04X}>", u32::from(character));
        } else {
            shown.push(character);
        }
    }
    Cow::Owned(shown)
}

/// Whether a character does something else than to be seen: control characters, line ends, direction marks and overrides
/// (Unicode Standard Annex 9), annotations and tags.
pub fn steers(character: char) -> bool {
    character.is_control()
        || matches!(character, '\u{61C}' | '\u{200E}' | '\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2066}'..='\u{2069}'
            | '\u{FFF9}'..='\u{FFFB}' | '\u{E0000}'..='\u{E007F}')
}

/// The problems of a run, in the order in which they were found.
///
/// Every problem is counted; of each code in each column the first [`Problems::LISTED`] are kept, so that a
/// column of a million unreadable cells costs a page and not the machine.
#[derive(Clone, Debug, Default)]
pub struct Problems {
    listed: Vec<Problem>,
    /// By code: how many there are, and how many of them are listed.
    counts: BTreeMap<Code, (usize, usize)>,
    by_column: BTreeMap<ColumnOf, usize>,
}

/// A code, a file, a sheet and a column of it; no column for what concerns a row or the whole file.
type ColumnOf = (Code, Arc<str>, Option<Arc<str>>, Option<u16>);

fn column_of(code: Code, place: &Place) -> ColumnOf {
    (code, place.file.clone(), place.sheet.clone(), place.column0())
}

impl Problems {
    /// How many problems of one code in one column are kept in full.
    pub const LISTED: usize = 1_000;
    /// How many problems are kept in full before only the first of each code and column is.
    pub const LISTED_IN_ALL: usize = 20_000;

    /// Counts a problem, and keeps it unless its code has been listed often enough for its column.
    pub fn push(&mut self, problem: Problem) {
        let in_column = self.by_column.entry(column_of(problem.code, &problem.place)).or_default();
        *in_column += 1;
        // However much is wrong, no column with a problem goes unnamed.
        let most = if self.listed.len() < Self::LISTED_IN_ALL { Self::LISTED } else { 1 };
        let (all, listed) = self.counts.entry(problem.code).or_default();
        *all += 1;
        if *in_column <= most {
            *listed += 1;
            self.listed.push(problem);
        }
    }

    /// Adds all problems of another collection.
    pub fn extend(&mut self, problems: impl IntoIterator<Item = Problem>) {
        for problem in problems {
            self.push(problem);
        }
    }

    /// Takes problems back that turned out to be none.
    pub fn retain(&mut self, is_one: impl Fn(&Problem) -> bool) {
        let (kept, taken): (Vec<_>, Vec<_>) = std::mem::take(&mut self.listed).into_iter().partition(is_one);
        for problem in taken {
            let in_column = column_of(problem.code, &problem.place);
            self.by_column.entry(in_column).and_modify(|count| *count -= 1);
            self.counts.entry(problem.code).and_modify(|(all, listed)| (*all, *listed) = (*all - 1, *listed - 1));
        }
        self.counts.retain(|_, (all, _)| *all > 0);
        self.listed = kept;
    }

    /// The problems that were kept in full.
    pub fn listed(&self) -> &[Problem] {
        &self.listed
    }

    /// Codes with more problems than were kept, and how many were left out of each.
    pub fn unlisted(&self) -> impl Iterator<Item = (Code, usize)> {
        self.counts.iter().filter(|(_, (all, listed))| all > listed).map(|(code, (all, listed))| (*code, all - listed))
    }

    /// How many problems of each code there are, listed or not.
    pub fn by_code(&self) -> impl Iterator<Item = (Code, usize)> {
        self.counts.iter().map(|(code, (all, _))| (*code, *all))
    }

    /// How many problems of a code there are in the column of a place, listed or not.
    pub fn in_column(&self, code: Code, place: &Place) -> usize {
        self.by_column.get(&column_of(code, place)).copied().unwrap_or_default()
    }

    /// How many problems there are, listed or not.
    pub fn count(&self) -> usize {
        self.counts.values().map(|(all, _)| all).sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_lettered_as_in_a_spreadsheet() {
        for (column0, letters) in
            [(0, "A"), (25, "Z"), (26, "AA"), (51, "AZ"), (701, "ZZ"), (702, "AAA"), (16383, "XFD")]
        {
            assert_eq!(column_letters(column0), letters);
        }
    }

    #[test]
    fn every_column_with_problems_is_listed_and_all_are_counted() {
        let push = |problems: &mut Problems, columns: u16, rows: u32| {
            for column0 in 0..columns {
                for row0 in 0..rows {
                    let place = Place::file("x.csv").at(Spot::Cell { row0, column0 });
                    problems.push(Problem::warning(Code::NotANumber, place, "expected a number"));
                }
            }
        };
        let mut problems = Problems::default();
        push(&mut problems, 2, 1_500);
        problems.push(Problem::note(Code::MisnamedFile, Place::file("x.csv"), "is no spreadsheet"));
        assert_eq!((problems.count(), problems.listed().len()), (3_001, 2_001));
        assert_eq!(problems.unlisted().collect::<Vec<_>>(), [(Code::NotANumber, 1_000)]);
        let in_second = problems.listed().iter().filter(|problem| problem.place.column0() == Some(1)).count();
        assert_eq!(in_second, Problems::LISTED);
        let second = Place::file("x.csv").at(Spot::Column { column0: 1 });
        assert_eq!(problems.in_column(Code::NotANumber, &second), 1_500);

        let mut problems = Problems::default();
        push(&mut problems, 100, 1_500);
        assert_eq!((problems.count(), problems.listed().len()), (150_000, Problems::LISTED_IN_ALL + 80));
        assert_eq!(problems.listed().last().and_then(|problem| problem.place.column0()), Some(99));
    }

    #[test]
    fn a_long_value_is_quoted_in_part() {
        let long = "ä".repeat(32_740);
        let said = |message: String| Problem::note(Code::LongText, Place::file("x.csv"), message).message;
        let cut = format!("found `{}…`, and no level", "ä".repeat(100));
        assert_eq!(said(format!("found `{long}`, and no level")), cut);
        assert_eq!(said(long.clone()), format!("{}…", "ä".repeat(2_000)));
        assert_eq!(said("a".repeat(1_000)), "a".repeat(1_000));
        let help = Problem::note(Code::LongText, Place::file("x.csv"), "is long").help(format!("write `{long}`")).help;
        assert_eq!(help, Some(format!("write `{}…`", "ä".repeat(100))));
    }

    #[test]
    fn nothing_in_a_problem_steers_a_terminal_or_a_log() {
        let place = Place::file("a\u{1b}[2J.csv").under("Vol\num\u{9b}31m");
        let problem =
            Problem::warning(Code::NotANumber, place, "found `\u{202e}21\r\nerror: `").help("\u{2066}\u{e0041}ä");
        assert_eq!(
            problem.to_string(),
            "warning[not-a-number]: a<U+001B>[2J.csv (`Vol<U+000A>um<U+009B>31m`): found `<U+202E>21<U+000D><U+000A>error: `\n  \
             help: <U+2066><U+E0041>ä"
        );
    }

    #[test]
    fn a_problem_prints_its_place_and_its_mend() {
        let place = Place { sheet: Some("Functions".into()), ..Place::file("finance.xlsx") }
            .at(Spot::Cell { row0: 16, column0: 5 })
            .under("Monthly volume");
        let problem = Problem::warning(Code::NotANumber, place, "expected a number, found `approx. 300`")
            .help("write digits only, or list this text under `no_data` in the rulebook");
        assert_eq!(
            problem.to_string(),
            "warning[not-a-number]: finance.xlsx, sheet `Functions`, cell F17 (`Monthly volume`): expected a number, found `approx. 300`\n  \
             help: write digits only, or list this text under `no_data` in the rulebook"
        );
    }

    fn cell(sheet: &str, row0: u32, column0: u16) -> Place {
        Place { sheet: Some(sheet.into()), ..Place::file("x.xlsx") }.at(Spot::Cell { row0, column0 })
    }

    #[test]
    fn places_are_named_as_people_count() {
        let sheet = Place { sheet: Some("Functions".into()), ..Place::file("x.xlsx") };
        for (place, shown, in_a1, column0) in [
            (Place::file("x.csv"), "x.csv", None, None),
            (sheet.clone(), "x.xlsx, sheet `Functions`", None, None),
            (sheet.at(Spot::Row { row0: 0 }), "x.xlsx, sheet `Functions`, row 1", Some("1"), None),
            (sheet.at(Spot::Column { column0: 26 }), "x.xlsx, sheet `Functions`, column AA", Some("AA"), Some(26)),
            (cell("A", 9, 1).under("Cost"), "x.xlsx, sheet `A`, cell B10 (`Cost`)", Some("B10"), Some(1)),
            // Editors show a line and a column; sheets and headers are none of a text's.
            (sheet.under("Cost").at(Spot::Text { line: 3, column: 7 }), "x.xlsx:3:7", None, None),
        ] {
            assert_eq!((place.to_string().as_str(), place.cell().as_deref()), (shown, in_a1));
            assert_eq!(place.column0(), column0, "{shown}");
        }
    }

    #[test]
    fn problems_are_counted_by_code_sheet_and_column() {
        let mut problems = Problems::default();
        let number = |place| Problem::warning(Code::NotANumber, place, "expected a number");
        problems.extend([number(cell("A", 1, 2)), number(cell("A", 2, 2)), number(cell("A", 1, 3))]);
        problems.extend([number(cell("B", 1, 2)), Problem::warning(Code::NotALevel, cell("A", 3, 2), "is no level")]);
        problems.push(number(Place::file("x.xlsx")));
        let counts = [("A", 2, 2), ("A", 3, 1), ("B", 2, 1), ("B", 3, 0)];
        for (sheet, column0, count) in counts {
            assert_eq!(problems.in_column(Code::NotANumber, &cell(sheet, 99, column0)), count, "{sheet} {column0}");
        }
        assert_eq!(problems.in_column(Code::NotALevel, &cell("A", 0, 2)), 1);
        assert_eq!(problems.in_column(Code::NotANumber, &Place::file("x.xlsx")), 1);
        assert_eq!(problems.by_code().collect::<Vec<_>>(), [(Code::NotALevel, 1), (Code::NotANumber, 5)]);
        assert_eq!((problems.count(), problems.listed().len(), problems.unlisted().count()), (6, 6, 0));
        assert_eq!(problems.listed()[4].code, Code::NotALevel, "in the order in which they were found");
    }

    #[test]
    fn problems_that_are_taken_back_are_not_counted() {
        let mut problems = Problems::default();
        problems.extend([1, 2].map(|column0| Problem::note(Code::RepeatedId, cell("A", 1, column0), "is repeated")));
        problems.push(Problem::warning(Code::NotALevel, cell("A", 3, 2), "is no level"));
        problems.retain(|problem| problem.code != Code::RepeatedId);
        assert_eq!((problems.count(), problems.listed().len()), (1, 1));
        assert_eq!(problems.by_code().collect::<Vec<_>>(), [(Code::NotALevel, 1)]);
        assert_eq!(problems.in_column(Code::RepeatedId, &cell("A", 0, 2)), 0);
    }

    #[test]
    fn one_more_than_is_listed_is_left_out() {
        let mut problems = Problems::default();
        for row0 in 0..Problems::LISTED as u32 {
            problems.push(Problem::note(Code::RepeatedId, cell("A", row0, 0), "is repeated"));
        }
        assert_eq!((problems.listed().len(), problems.unlisted().count()), (Problems::LISTED, 0));
        problems.push(Problem::note(Code::RepeatedId, cell("A", 1_000, 0), "is repeated"));
        assert_eq!(problems.unlisted().collect::<Vec<_>>(), [(Code::RepeatedId, 1)]);
        assert_eq!((problems.count(), problems.listed().len()), (Problems::LISTED + 1, Problems::LISTED));
    }

    #[test]
    fn what_steers_is_shown_and_all_else_stays() {
        for (text, shown) in [
            ("Käse – 日本 🙂 `x`", "Käse – 日本 🙂 `x`"),
            ("\0\t\u{7f}\u{85}", "<U+0000><U+0009><U+007F><U+0085>"),
            ("\u{61c}\u{200e}\u{200f}", "<U+061C><U+200E><U+200F>"),
            ("\u{2028}\u{202e}\u{2066}\u{2069}", "<U+2028><U+202E><U+2066><U+2069>"),
            ("\u{fff9}\u{fffb}\u{e0000}\u{e007f}", "<U+FFF9><U+FFFB><U+E0000><U+E007F>"),
            // The neighbours of each range: joiners and spaces that scripts need, and what is merely rare.
            ("\u{200d}\u{2010}\u{2027}\u{202f}\u{2065}\u{206a}", "\u{200d}\u{2010}\u{2027}\u{202f}\u{2065}\u{206a}"),
            ("\u{fff8}\u{fffc}\u{e0080}", "\u{fff8}\u{fffc}\u{e0080}"),
        ] {
            assert_eq!(printable(text), shown);
        }
    }
}
