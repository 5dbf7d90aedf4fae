//! What an assessed workbook says of itself: when it was made, by which rules, and of what.

use crate::rulebook::text::is_called;
use crate::sheets::{ABOUT, ASSESSMENT, CRITERIA, DATE, Name, RULES, RULES_SHA256, WEIGHT_HEADERS};
use crate::table::{Table, Workbook};

/// What the command of a run begins with.
const COMMAND: &str = "outsift assess ";

/// Which rules a run had.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rules {
    /// Their name and version, such as `default 1`.
    pub title: String,
    /// SHA-256 of their text, in hexadecimal.
    pub sha256: String,
}

/// What an assessed workbook says of itself.
#[derive(Clone, Debug)]
pub struct About {
    pub(super) sha256: String,
    pub(super) date: Option<String>,
    pub(super) rules: Option<Rules>,
    /// The command of its run.
    pub(super) command: Option<String>,
    /// SHA-256 of the inventory that it was made of.
    pub(super) of_inventory: Option<String>,
    /// What stands in the cell that chooses a scenario; none where it has no such cell.
    pub(super) scenario: Option<String>,
}

impl About {
    /// Takes what a workbook says of itself, and leaves only the sheet with the functions in it, where that has kept its name.
    pub fn take(workbook: &mut Workbook) -> About {
        let named = |tables: &[Table], name: Name| tables.iter().position(|table| table.is_sheet(name));
        let about = named(&workbook.tables, ABOUT).map(|at| &workbook.tables[at]);
        let fact = |label: Name| about.and_then(|table| fact(table, label));
        let rules = fact(RULES).zip(fact(RULES_SHA256));
        let about = About {
            sha256: workbook.file.sha256.clone(),
            date: fact(DATE),
            rules: rules.map(|(title, sha256)| Rules { title, sha256 }),
            command: about.and_then(command),
            of_inventory: of_inventory(workbook),
            scenario: named(&workbook.tables, CRITERIA).and_then(|at| scenario(&workbook.tables[at])),
        };
        if let Some(at) = named(&workbook.tables, ASSESSMENT) {
            workbook.tables = vec![workbook.tables.swap_remove(at)];
        }
        about
    }
}

/// The value beside a label.
fn fact(table: &Table, label: Name) -> Option<String> {
    let row0 = (0..table.rows()).find(|row0| label.is(&table.shown(table.cell(*row0, 0))))?;
    Some(table.shown(table.cell(row0, 1))).filter(|value| !value.is_empty())
}

/// The command of the run, whatever its label is in the language of the workbook.
fn command(about: &Table) -> Option<String> {
    let values = (0..about.rows()).map(|row0| about.shown(about.cell(row0, 1)));
    values.into_iter().find(|value| value.starts_with(COMMAND))
}

/// What stands above the weights, where a scenario is chosen.
fn scenario(criteria: &Table) -> Option<String> {
    let text = |row0, column0| criteria.shown(criteria.cell(row0, column0));
    let is_header = |(row0, column0): &(u32, u16)| is_called(&text(*row0, *column0), WEIGHT_HEADERS[1]);
    let cells = (0..criteria.rows()).flat_map(|row0| criteria.filled(row0).map(move |column0| (row0, column0)));
    let (header0, weight0) = cells.into_iter().find(is_header)?;
    (0..header0).map(|row0| text(row0, weight0)).find(|text| !text.is_empty())
}

/// SHA-256 of the inventory that an assessed workbook was made of, the first such value that it states.
pub(super) fn of_inventory(workbook: &Workbook) -> Option<String> {
    let about = workbook.tables.iter().find(|table| table.is_sheet(ABOUT))?;
    let is_sha256 = |text: &String| text.len() == 64 && text.bytes().all(|byte| byte.is_ascii_hexdigit());
    (0..about.rows()).map(|row0| about.shown(about.cell(row0, 1))).find(is_sha256)
}
