//! Links from the other sheets to the rows and cells of the assessment, and how a function is found there wherever its row was
//! moved to: by its key.

use rust_xlsxwriter::FormatAlign;

use super::cells::in_formula;
use super::styles;
use super::table::Entry;
use crate::problem::column_letters;
use crate::report::view::report::Report;
use crate::report::words::messages::Messages;
use crate::sheets::ASSESSMENT;

/// The cells with the functions' keys on the assessment sheet, and those with their names.
pub(crate) const FUNCTION_KEYS: &str = "function_keys";
/// See [`FUNCTION_KEYS`].
pub(crate) const FUNCTION_NAMES: &str = "function_names";
/// The cells with what the functions are called on other sheets.
pub(crate) const FUNCTIONS_CALLED: &str = "functions_called";

/// The most characters of a function's name in a formula's result.
const LONGEST_NAME: usize = 120;

/// Links from the other sheets to the rows and cells of the assessment.
pub(crate) struct Links<'r> {
    report: &'r Report<'r>,
    /// The name of the assessment sheet, as formulas have it.
    sheet: String,
    /// Whether functions are found by their keys, wherever they were sorted to.
    pub(crate) by_key: bool,
}

impl<'r> Links<'r> {
    /// Up to so many functions, a spreadsheet finds them quickly.
    const MOST_BY_KEY: usize = 5_000;

    pub(crate) fn of(report: &'r Report) -> Self {
        let by_key = report.is_live() && report.functions() <= Links::MOST_BY_KEY;
        Links { report, sheet: assessment_in_formula(report.say()), by_key }
    }

    /// A function's name as a link to its row, and that row as it was in the run.
    pub(crate) fn entries(&self, function: usize, name: &str) -> [Entry; 2] {
        let key = self.report.row0(function) + 1;
        [self.entry(function, name), Entry::Row(key, self.to_function(function))]
    }

    /// A function's name as a link to its row.
    pub(crate) fn entry(&self, function: usize, name: &str) -> Entry {
        if self.by_key {
            let called = format!("INDEX({FUNCTIONS_CALLED},{})", self.position_of(function));
            let called = cut(&format!("{called}&\"\""), LONGEST_NAME);
            let format = styles::link().set_text_wrap();
            return self.found(function, &called, Entry::Styled(shortened(name, LONGEST_NAME), format));
        }
        Entry::Link(name.to_owned(), self.to_function(function))
    }

    /// The row of a function as a link to where it is now, or else where a link to where it was in the run leads.
    pub(crate) fn to_row(&self, function: usize, shown: &str) -> (Entry, Option<String>) {
        if self.by_key {
            let format = styles::link().set_align(FormatAlign::Right).set_indent(1);
            return (self.found(function, &in_formula(shown), Entry::Styled(shown.to_owned(), format)), None);
        }
        (Entry::Figure(shown.to_owned()), Some(self.to_function(function)))
    }

    pub(crate) fn to_function(&self, function: usize) -> String {
        self.to_cell(self.report.row0(function), self.report.name_column0())
    }

    /// A text that leads to a cell, wherever its function and its column were moved to.
    pub(crate) fn cell_entry(&self, row0: u32, column0: u16, shown: String) -> Entry {
        if self.by_key && self.report.is_function(row0) {
            let column = format!("{}!${}$1", self.sheet, column_letters(column0));
            let link = self.to_row_of(FUNCTION_KEYS, &column, &position(row0), &in_formula(&shown));
            let format = styles::link().set_text_wrap();
            return unless_removed(self.report.say(), &link, Entry::Styled(shown, format));
        }
        Entry::Link(shown, self.to_cell(row0, column0))
    }

    pub(crate) fn to_cell(&self, row0: u32, column0: u16) -> String {
        format!("internal:{}!{}{}", self.sheet, column_letters(column0), row0 + 1)
    }

    /// Where the assessment sheet has a function among those that it lists, as a formula; an error where it has it no more.
    pub(crate) fn position_of(&self, function: usize) -> String {
        position(self.report.row0(function))
    }

    /// What is shown of a function as a link to its row; a text where the row is gone.
    fn found(&self, function: usize, formula: &str, shown: Entry) -> Entry {
        let link = self.to_position(FUNCTION_NAMES, &self.position_of(function), formula);
        unless_removed(self.report.say(), &link, shown)
    }

    /// What a formula comes to as a link to the cell at a position of a column of the assessment sheet, wherever rows and columns
    /// were moved to.
    pub(crate) fn to_position(&self, column: &str, position: &str, shown: &str) -> String {
        self.to_row_of(column, column, position, shown)
    }

    /// The same to a column's cell in the row that a position of some cells is in.
    fn to_row_of(&self, cells: &str, column: &str, position: &str, shown: &str) -> String {
        let address = format!("ADDRESS(ROW(INDEX({cells},{position})),COLUMN({column}),4)");
        format!("HYPERLINK(\"#{}!\"&{address},{shown})", self.sheet)
    }
}

/// The name of the assessment sheet, as formulas have it.
pub(crate) fn assessment_in_formula(say: &Messages) -> String {
    sheet_in_formula(say.name(ASSESSMENT))
}

/// The name of a sheet as formulas have it.
pub(crate) fn sheet_in_formula(name: &str) -> String {
    let is_plain = name.chars().all(|c| c.is_ascii_alphabetic());
    if is_plain { name.to_owned() } else { format!("'{}'", name.replace('\'', "''")) }
}

fn position(row0: u32) -> String {
    format!("MATCH({},{FUNCTION_KEYS},0)", row0 + 1)
}

/// A link that comes to an entry; a text where what it leads to is gone.
fn unless_removed(say: &Messages, link: &str, shown: Entry) -> Entry {
    Entry::Follows(format!("IFERROR({link},{})", in_formula(say.row_removed())), Box::new(shown))
}

/// What a formula comes to, cut to so many characters.
pub(crate) fn cut(formula: &str, longest: usize) -> String {
    format!("IF(LEN({formula})>{longest},LEFT({formula},{})&\"…\",{formula})", longest - 1)
}

/// A text as the formula of [`cut`] cuts it.
pub(crate) fn shortened(text: &str, longest: usize) -> String {
    if text.chars().count() <= longest {
        return text.to_owned();
    }
    text.chars().take(longest - 1).chain(['…']).collect()
}
