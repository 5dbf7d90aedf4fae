//! Which sheet holds the inventory, which of its rows is the header, and which column is which attribute.
//!
//! A header is compared word by word with the rulebook's synonyms: the same words first, then a synonym of two words or
//! more inside a longer header. Never a part of a word, and never a single common word inside a longer header.

use std::cmp::Reverse;
use std::collections::HashSet;

use super::ratings::StatedScale;
use crate::problem::{Place, Problem, Problems, Spot, column_letters};
use crate::rulebook::text::{bracketed, header_words, holds_phrase, words};
use crate::rulebook::{AttributeId, ColumnRule, Kind, Origin, Reading, Rulebook};
use crate::table::{Cell, Table, Workbook};

/// How many rows from the top are searched for the header.
pub const HEADER_ROWS: u32 = 30;

/// A header with more words than this is a sentence, in which a synonym means little.
const LONGEST_PHRASE_HEADER: usize = 10;

/// A header with more words than this is no second one for a phrase that it holds.
const LONGEST_TWIN: usize = 6;

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
    /// Whether the column of names is called just that, in a row with other headers.
    is_named: bool,
    score: usize,
}

impl Layout {
    /// How much like a header the row is: a value may hold a synonym by chance, and seldom is one.
    fn rank(&self) -> (bool, usize) {
        (self.is_named, self.score)
    }
}

/// A column's header and what it was taken for.
#[derive(Clone, Debug, Default)]
pub struct Heading {
    /// The text as it stood.
    pub header: String,
    /// The attribute; none where the column is not used.
    pub attribute: Option<AttributeId>,
    /// How much of the attribute it holds.
    pub part: Part,
    /// The scale of its numbers, where somebody stated one.
    pub scale: Option<StatedScale>,
}

/// How much of an attribute a column holds. Only counts come in parts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// All of it.
    #[default]
    Whole,
    /// One of several channels, which are added.
    Channel,
    /// One of several periods, of which the latest counts; a greater number is later.
    Period(u32),
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
    let rank =
        |layout: &Layout| (has_rows(&workbook.tables[layout.table], layout), layout.rank(), Reverse(layout.table));
    candidates.sort_by_key(rank);
    let Some(mut best) = candidates.pop() else { return Err(no_names(workbook)) };
    if let Some(second) = candidates.last()
        && (rank(second).0, rank(second).1) == (rank(&best).0, rank(&best).1)
        && rank(&best).0
    {
        return Err(two_sheets(workbook, &best, second));
    }
    let table = &workbook.tables[best.table];
    prefer_telling_names(rulebook, table, &mut best);
    report_unused(rulebook, table, &best, problems);
    Ok(best)
}

/// Takes another column for the names where the first one only names groups: `Business function` beside `Process`.
fn prefer_telling_names(rulebook: &Rulebook, table: &Table, layout: &mut Layout) {
    let name = rulebook.roles.name;
    let distinct = |column: usize| {
        let cells = (layout.header_row0 + 1..table.rows()).map(|row0| table.cell(row0, column as u16));
        let texts = cells.filter_map(|cell| if let Cell::Text(id) = cell { Some(id) } else { None });
        texts.collect::<HashSet<_>>().len()
    };
    let others = (0..layout.columns.len()).filter(|column| {
        let heading = &layout.columns[*column];
        let best = best_match(rulebook, &Words::of(&heading.header));
        heading.attribute.is_none() && matches!(best, Some((id, Match::Exact, _)) if id == name)
    });
    let telling =
        others.map(|column| (distinct(column), column)).max_by_key(|(names, column)| (*names, Reverse(*column)));
    if let Some((names, column)) = telling
        && names > 2 * distinct(usize::from(layout.name_column))
    {
        layout.columns[usize::from(layout.name_column)].attribute = None;
        layout.columns[column].attribute = Some(name);
        layout.name_column = column as u16;
    }
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
            && best.as_ref().is_none_or(|best| layout.rank() > best.rank())
        {
            best = Some(layout);
        }
    }
    best
}

fn read_row(rulebook: &Rulebook, table: &Table, index: usize, row0: u32) -> Option<Layout> {
    let headers: Vec<String> = table.row(row0).iter().map(|cell| header_text(table, *cell)).collect();
    let matches: Vec<Option<(AttributeId, Match, usize)>> =
        headers.iter().map(|header| best_match(rulebook, &Words::of(header))).collect();
    let mut attributes: Vec<Option<AttributeId>> = vec![None; headers.len()];
    let mut score = 0;
    for (id, _) in rulebook.attribute_ids() {
        let columns = matches
            .iter()
            .enumerate()
            .filter_map(|(column, m)| m.filter(|(found, ..)| *found == id).map(|m| (column, m)));
        // The better match wins, then the synonym that the rulebook lists first, then the column further left.
        let best =
            columns.max_by_key(|(column, (_, quality, preference))| (*quality, Reverse(*preference), Reverse(*column)));
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
            part: Part::Whole,
            scale: None,
        })
        .collect();
    let is_named = exact && named && filled > 1;
    Some(Layout { table: index, header_row0: row0, columns, name_column: name as u16, is_named, score })
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

/// A header as words.
struct Words {
    outside: Vec<String>,
    /// What stands in brackets.
    inside: Vec<String>,
}

impl Words {
    fn of(header: &str) -> Words {
        Words { outside: header_words(header), inside: words(&bracketed(header)) }
    }
}

/// The attribute that a header names best, how well, and the position of the synonym among the attribute's.
fn best_match(rulebook: &Rulebook, header: &Words) -> Option<(AttributeId, Match, usize)> {
    let mut best: Option<(AttributeId, Match, usize)> = None;
    for (id, attribute) in rulebook.attribute_ids() {
        let Origin::Column(rule) = &attribute.origin else { continue };
        if let Some((quality, preference)) = match_rule(rule, &rulebook.reading, header)
            && best.is_none_or(|(_, known, _)| quality > known)
        {
            best = Some((id, quality, preference));
        }
    }
    best
}

fn match_rule(rule: &ColumnRule, reading: &Reading, header: &Words) -> Option<(Match, usize)> {
    if header.outside.is_empty() {
        return None;
    }
    if let Some(preference) = rule.headers.iter().position(|synonym| *synonym == header.outside) {
        return ruled_out_by(rule, reading, &header.inside).is_none().then_some((Match::Exact, preference));
    }
    if header.outside.len() > LONGEST_PHRASE_HEADER {
        return None;
    }
    let phrases = rule.headers.iter().enumerate().filter_map(|(preference, synonym)| {
        let at = header.outside.windows(synonym.len().max(2)).position(|window| window == synonym)?;
        let mut rest = header.outside.clone();
        rest.drain(at..at + synonym.len());
        rest.extend_from_slice(&header.inside);
        ruled_out_by(rule, reading, &rest).is_none().then_some((Match::Phrase(synonym.len()), preference))
    });
    phrases.max_by_key(|(quality, preference)| (*quality, Reverse(*preference)))
}

/// The words of a header, beyond the synonym that it holds, that say it is something else.
fn ruled_out_by<'r>(rule: &'r ColumnRule, reading: &'r Reading, rest: &[String]) -> Option<&'r Vec<String>> {
    let general: &[Vec<String>] = if matches!(rule.kind, Kind::Text) { &[] } else { &reading.unless };
    rule.unless.iter().chain(general).find(|phrase| holds_phrase(rest, phrase))
}

/// Says which columns name an attribute that another column was taken for, or name one and something else besides.
fn report_unused(rulebook: &Rulebook, table: &Table, layout: &Layout, problems: &mut Problems) {
    for (column, heading) in layout.columns.iter().enumerate() {
        if heading.attribute.is_some() {
            continue;
        }
        let words = Words::of(&heading.header);
        let place = table.place.at(Spot::Column { column0: column as u16 }).under(heading.header.as_str());
        match best_match(rulebook, &words) {
            // A long header holds many a phrase by chance.
            Some((_, Match::Phrase(_), _)) if words.outside.len() > LONGEST_TWIN => {}
            Some((id, ..)) => {
                let taken = layout.columns.iter().position(|other| other.attribute == Some(id));
                let Some(taken) = taken else { continue };
                let message = format!(
                    "could be {} too, which was read from column {} (`{}`)",
                    rulebook.attribute(id).name,
                    column_letters(taken as u16),
                    layout.columns[taken].header
                );
                problems.push(Problem::note("second-column", place, message));
            }
            None => problems.extend(ruled_out(rulebook, &words, &place)),
        }
    }
}

/// A note on a header that is an attribute's but for what stands in brackets.
fn ruled_out(rulebook: &Rulebook, header: &Words, place: &Place) -> Option<Problem> {
    rulebook.attribute_ids().find_map(|(_, attribute)| {
        let Origin::Column(rule) = &attribute.origin else { return None };
        let phrase = ruled_out_by(rule, &rulebook.reading, &header.inside)?;
        rule.headers.contains(&header.outside).then(|| {
            let message = format!(
                "could be {}, but `{}` makes it something else; it is not used",
                attribute.name,
                phrase.join(" ")
            );
            Problem::note("ruled-out", place.clone(), message)
                .help("give what the column holds as its attribute is meant, or change `unless` in the rulebook")
        })
    })
}

fn no_names(workbook: &Workbook) -> Problem {
    let mut found = String::new();
    for table in &workbook.tables {
        let fullest = (0..table.rows().min(HEADER_ROWS))
            .max_by_key(|row0| (table.row(*row0).iter().filter(|c| **c != Cell::Empty).count(), Reverse(*row0)));
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
        _ => Place::file(workbook.file.name.clone()),
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
    let place = Place::file(workbook.file.name.clone());
    let message = format!("sheets `{first}` and `{other}` could both be the inventory");
    Problem::error("which-sheet", place, message).help(format!("name the right one: `--sheet \"{first}\"`"))
}
