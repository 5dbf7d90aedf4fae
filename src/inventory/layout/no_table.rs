//! Why no sheet of a workbook is its inventory, or more than one.

use std::cmp::Reverse;

use super::header_cells::{HEADER_ROWS, text};
use crate::codes::Code;
use crate::inventory::heading::{Layout, one_line};
use crate::problem::{Place, Problem};
use crate::table::{Table, Workbook};

/// That no column holds names, with what the fullest row holds, and what of that may be meant as their header.
pub(super) fn no_names(workbook: &Workbook, meant_in: impl Fn(&Table, u32) -> Vec<String>) -> Problem {
    let (mut found, mut meant) = (String::new(), Vec::new());
    let filled = |table: &Table, row0: u32| table.filled(row0).count();
    let rows =
        workbook.tables.iter().enumerate().flat_map(|(at, table)| {
            (0..table.rows().min(HEADER_ROWS)).map(move |row0| (table, row0, Reverse((at, row0))))
        });
    let fullest = rows.max_by_key(|(table, row0, first)| (filled(table, *row0), *first));
    if let Some((table, row0, _)) = fullest.filter(|(table, row0, _)| !table.is_blank(*row0)) {
        let headers: Vec<String> = table.filled(row0).map(|column0| one_line(&text(table, row0, column0))).collect();
        let shown: Vec<String> = headers.iter().take(6).map(|h| format!("`{}`", shorten(h, 40))).collect();
        let sheet = table.place.sheet.as_ref().map_or(String::new(), |sheet| format!("of sheet `{sheet}` "));
        let more = if headers.len() > 6 { ", …" } else { "" };
        found = format!("; the fullest row is row {} {sheet}with {}{more}", row0 + 1, shown.join(", "));
        meant = meant_in(table, row0);
    }
    let place = match workbook.tables.as_slice() {
        [only] => only.place.clone(),
        _ => Place::file(workbook.file.name.clone()),
    };
    let message = format!("no column holds the names of functions (looked in the first {HEADER_ROWS} rows{found})");
    let hidden: Vec<String> = workbook.hidden.iter().map(|sheet| format!("`--sheet \"{sheet}\"`")).collect();
    let sheets = match hidden.as_slice() {
        [] if workbook.tables.len() > 1 => ", or name the right sheet with `--sheet`".to_owned(),
        [] => String::new(),
        hidden => format!(", or name a hidden sheet: {}", hidden.join(", ")),
    };
    let which = match meant.as_slice() {
        [] => "`--map \"Header=name\"`".to_owned(),
        columns => columns.iter().map(|column| format!("`--map \"{column}=name\"`")).collect::<Vec<_>>().join(" or "),
    };
    Problem::error(Code::NoInventory, place, message).help(format!(
        "give the column of names a header such as `Function name`, `Process` or `Service`, in a row above them, or say \
         which one it is with {which}{sheets}"
    ))
}

fn shorten(text: &str, most: usize) -> String {
    if text.chars().count() <= most {
        return text.to_owned();
    }
    text.chars().take(most - 1).chain(['…']).collect()
}

/// That two sheets serve equally well.
pub(super) fn two_sheets(workbook: &Workbook, best: &Layout, second: &Layout) -> Problem {
    let sheet = |layout: &Layout| workbook.tables[layout.table].place.sheet.as_deref().unwrap_or_default().to_owned();
    let (first, other) = (sheet(best), sheet(second));
    let place = Place::file(workbook.file.name.clone());
    let message = format!("sheets `{first}` and `{other}` could both be the inventory");
    let help = format!("name the right one: `--sheet \"{first}\"` or `--sheet \"{other}\"`");
    Problem::error(Code::WhichSheet, place, message).help(help)
}
