//! Which sheet holds the inventory, which of its rows is the header, and which column is which attribute.
//!
//! A header is compared word by word with the rulebook's synonyms: the same words first, then a synonym of two words or
//! more inside a longer header. Never a part of a word, and never a single common word inside a longer header.

use crate::problem::{Problem, Problems, Spot, column_letters};
use crate::rulebook::text::{header_words, holds_phrase};
use crate::rulebook::{AttributeId, ColumnRule, Origin, Rulebook};
use crate::table::{Cell, Table, Workbook};

/// How many rows from the top are searched for the header.
pub const HEADER_ROWS: u32 = 30;

/// A header with more words than this is a sentence, in which a synonym means little.
const LONGEST_PHRASE_HEADER: usize = 10;

/// Where the inventory stands in a workbook.
#[derive(Debug)]
pub struct Layout {
    /// The table, by its position in the workbook.
    pub table: usize,
    /// The row of the headers.
    pub header_row0: u32,
    /// Every column, from the first.
    pub columns: Vec<Heading>,
    /// The column that holds the names.
    pub name_column: u16,
    score: usize,
}

/// A column's header and what it was taken for.
#[derive(Clone, Debug)]
pub struct Heading {
    /// The text as it stood.
    pub header: String,
    /// The attribute; none where the column is not used.
    pub attribute: Option<AttributeId>,
}

/// How well a header names an attribute; greater is better.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Match {
    /// A synonym of this many words inside a longer header.
    Phrase(usize),
    /// The same words, bar those in brackets.
    Exact,
}

/// Finds the inventory, and says which columns would have served as well.
///
/// # Errors
/// No sheet has a column of names, or two sheets serve equally well.
pub fn find(rulebook: &Rulebook, workbook: &Workbook, problems: &mut Problems) -> Result<Layout, Problem> {
    let mut candidates: Vec<Layout> = Vec::new();
    for (index, table) in workbook.tables.iter().enumerate() {
        candidates.extend(best_row(rulebook, table, index));
    }
    // A sheet with rows below its header is always better than one without.
    let rank = |layout: &Layout| {
        (has_rows(&workbook.tables[layout.table], layout), layout.score, std::cmp::Reverse(layout.table))
    };
    candidates.sort_by_key(rank);
    let Some(best) = candidates.pop() else { return Err(no_names(workbook)) };
    if let Some(second) = candidates.last()
        && (rank(second).0, rank(second).1) == (rank(&best).0, rank(&best).1)
        && rank(&best).0
    {
        return Err(two_sheets(workbook, &best, second));
    }
    report_unused_twins(rulebook, &workbook.tables[best.table], &best, problems);
    Ok(best)
}

fn has_rows(table: &Table, layout: &Layout) -> bool {
    (layout.header_row0 + 1..table.rows()).any(|row0| table.cell(row0, layout.name_column) != Cell::Empty)
}

/// The row of a table that is most like a header; none where no row names the functions.
fn best_row(rulebook: &Rulebook, table: &Table, index: usize) -> Option<Layout> {
    let mut best: Option<Layout> = None;
    for row0 in 0..table.rows().min(HEADER_ROWS) {
        let layout = read_row(rulebook, table, index, row0);
        if let Some(layout) = layout
            && best.as_ref().is_none_or(|best| layout.score > best.score)
        {
            best = Some(layout);
        }
    }
    best
}

fn read_row(rulebook: &Rulebook, table: &Table, index: usize, row0: u32) -> Option<Layout> {
    let headers: Vec<String> = table.row(row0).iter().map(|cell| header_text(table, *cell)).collect();
    let words: Vec<Vec<String>> = headers.iter().map(|header| header_words(header)).collect();
    let matches: Vec<Option<(AttributeId, Match, usize)>> = words.iter().map(|w| best_match(rulebook, w)).collect();
    let mut attributes: Vec<Option<AttributeId>> = vec![None; headers.len()];
    let mut score = 0;
    for (id, _) in rulebook.attribute_ids() {
        let columns = matches
            .iter()
            .enumerate()
            .filter_map(|(column, m)| m.filter(|(found, ..)| *found == id).map(|m| (column, m)));
        // The better match wins, then the synonym that the rulebook lists first, then the column further left.
        let best = columns.max_by_key(|(column, (_, quality, preference))| {
            (*quality, std::cmp::Reverse(*preference), std::cmp::Reverse(*column))
        });
        if let Some((column, (_, quality, _))) = best {
            attributes[column] = Some(id);
            score += if quality == Match::Exact { 3 } else { 2 };
        }
    }
    let name = std::iter::once(rulebook.roles.name)
        .chain(rulebook.reading.name_fallback.iter().copied())
        .find_map(|id| attributes.iter().position(|attribute| *attribute == Some(id)))?;
    // A single cell that happens to say "Function" or "Description" is a title or a value, not a header row; alone in its
    // row it can only be the header of a list of names.
    let filled = headers.iter().filter(|header| !header.is_empty()).count();
    let named = attributes[name] == Some(rulebook.roles.name);
    let exact = matches[name].is_some_and(|(_, quality, _)| quality == Match::Exact);
    if (filled > 1 && score <= 3 && !named) || (filled == 1 && !exact) {
        return None;
    }
    let width = widest_row(table, row0);
    let columns = (0..width)
        .map(|column| Heading {
            header: headers.get(column).cloned().unwrap_or_default(),
            attribute: attributes.get(column).copied().flatten(),
        })
        .collect();
    Some(Layout { table: index, header_row0: row0, columns, name_column: name as u16, score })
}

fn widest_row(table: &Table, header_row0: u32) -> usize {
    (header_row0..table.rows()).map(|row0| table.row(row0).len()).max().unwrap_or(0)
}

fn header_text(table: &Table, cell: Cell) -> String {
    match cell {
        Cell::Text(id) => table.text(id).split_whitespace().collect::<Vec<_>>().join(" "),
        _ => table.shown(cell),
    }
}

/// The attribute that a header names best, how well, and the position of the synonym among the attribute's.
fn best_match(rulebook: &Rulebook, header: &[String]) -> Option<(AttributeId, Match, usize)> {
    let mut best: Option<(AttributeId, Match, usize)> = None;
    for (id, attribute) in rulebook.attribute_ids() {
        let Origin::Column(rule) = &attribute.origin else { continue };
        if let Some((quality, preference)) = match_rule(rule, header)
            && best.is_none_or(|(_, known, _)| quality > known)
        {
            best = Some((id, quality, preference));
        }
    }
    best
}

fn match_rule(rule: &ColumnRule, header: &[String]) -> Option<(Match, usize)> {
    if header.is_empty() {
        return None;
    }
    if let Some(preference) = rule.headers.iter().position(|synonym| synonym == header) {
        return Some((Match::Exact, preference));
    }
    if header.len() > LONGEST_PHRASE_HEADER || rule.unless.iter().any(|phrase| holds_phrase(header, phrase)) {
        return None;
    }
    let phrases = rule.headers.iter().enumerate().filter(|(_, s)| s.len() > 1 && holds_phrase(header, s));
    phrases
        .map(|(preference, synonym)| (Match::Phrase(synonym.len()), preference))
        .max_by_key(|(quality, preference)| (*quality, std::cmp::Reverse(*preference)))
}

/// Says which columns name an attribute that another column was taken for.
fn report_unused_twins(rulebook: &Rulebook, table: &Table, layout: &Layout, problems: &mut Problems) {
    for (column, heading) in layout.columns.iter().enumerate() {
        if heading.attribute.is_some() {
            continue;
        }
        // Only the same words: a long header holds many a phrase by chance.
        let Some((id, Match::Exact, _)) = best_match(rulebook, &header_words(&heading.header)) else { continue };
        let Some(taken) = layout.columns.iter().position(|other| other.attribute == Some(id)) else { continue };
        let message = format!(
            "could be {} too, which was read from column {} (`{}`)",
            rulebook.attribute(id).name,
            column_letters(taken as u16),
            layout.columns[taken].header
        );
        let place = table.place.at(Spot::Column { column0: column as u16 }).under(heading.header.as_str());
        problems.push(Problem::note("second-column", place, message));
    }
}

fn no_names(workbook: &Workbook) -> Problem {
    let mut found = String::new();
    for table in &workbook.tables {
        let fullest = (0..table.rows().min(HEADER_ROWS)).max_by_key(|row0| {
            (table.row(*row0).iter().filter(|c| **c != Cell::Empty).count(), std::cmp::Reverse(*row0))
        });
        if let Some(row0) = fullest {
            let headers: Vec<String> =
                table.row(row0).iter().map(|c| header_text(table, *c)).filter(|h| !h.is_empty()).collect();
            let shown: Vec<String> = headers.iter().take(6).map(|h| format!("`{}`", shorten(h, 40))).collect();
            let sheet = table.place.sheet.as_ref().map_or(String::new(), |sheet| format!("sheet `{sheet}` "));
            let more = if headers.len() > 6 { ", …" } else { "" };
            found = format!("; the fullest row is row {} {sheet}with {}{more}", row0 + 1, shown.join(", "))
                .replace("  ", " ");
            break;
        }
    }
    let place = match workbook.tables.as_slice() {
        [only] => only.place.clone(),
        _ => crate::problem::Place::file(workbook.file.name.clone()),
    };
    let message = format!("no column holds the names of functions (looked in the first {HEADER_ROWS} rows{found})");
    Problem::error("no-inventory", place, message)
        .help("give the column of names a header such as `Function name`, `Process` or `Service`, or name the right sheet with `--sheet`")
}

fn shorten(text: &str, most: usize) -> String {
    if text.chars().count() <= most {
        return text.to_owned();
    }
    text.chars().take(most - 1).chain(['…']).collect()
}

fn two_sheets(workbook: &Workbook, best: &Layout, second: &Layout) -> Problem {
    let sheet = |layout: &Layout| workbook.tables[layout.table].place.sheet.as_deref().unwrap_or_default().to_owned();
    let (first, other) = (sheet(best), sheet(second));
    let place = crate::problem::Place::file(workbook.file.name.clone());
    let message = format!("sheets `{first}` and `{other}` could both be the inventory");
    Problem::error("which-sheet", place, message).help(format!("name the right one: `--sheet \"{first}\"`"))
}
