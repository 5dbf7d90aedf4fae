//! Which sheet holds the inventory, which of its rows are the header, and which column is which attribute.
//!
//! Rows are ranked by how many attributes they name. What a single header means is told in `synonyms`, which of several
//! columns is taken in `columns`, and which rows below the header are functions in `rows`.

use std::cmp::Reverse;
use std::collections::HashSet;

use super::data_rows::{goes_on, is_data};
use super::header_cells::{HEADER_ROWS, group_text, text, widest_row};
use super::meaning::{Match, Meaning};
use super::no_table::{no_names, two_sheets};
use super::synonyms::Synonyms;
use crate::codes::Code;
use crate::inventory::heading::{Heading, Layout, Part, one_line};
use crate::inventory::statements::{Statement, is_year};
use crate::problem::{Problem, Problems};
use crate::rulebook::text::fold;
use crate::rulebook::{AttributeId, ColumnName, Rulebook};
use crate::sheets::{FUNCTIONS, READ_ME};
use crate::table::{Cell, Joining, Table, Workbook};

/// How many rows a header has at most.
const MOST_HEADER_ROWS: u32 = 3;

/// What an attribute counts for that a header names word for word.
const EXACT_SCORE: usize = 3;

/// Finds the inventory, and says which columns would have served as well.
///
/// # Errors
/// No sheet has a column of names, what has one is another kind of table, two sheets serve equally well, or a column that an
/// option names is not there.
pub(crate) fn find(naming: &Naming, workbook: &Workbook, problems: &mut Problems) -> Result<Layout, Problem> {
    let finder = &naming.0;
    let mut candidates = finder.candidates(workbook);
    let Some(best) = candidates.pop() else { return Err(finder.no_names(workbook)) };
    let rank = |layout: &Layout| (has_rows(&workbook.tables[layout.table], layout), layout.rank());
    if let Some(second) = candidates.last()
        && rank(second) == rank(&best)
        && rank(&best).0
        && has_repeats(workbook, &best) == has_repeats(workbook, second)
    {
        return Err(two_sheets(workbook, &best, second));
    }
    let functional = finder.functional(workbook, &candidates);
    let layout = finder.understand(workbook, best, &functional, problems)?;
    finder.report_unread(workbook, &layout, problems);
    Ok(layout)
}

/// Finds the inventory in a workbook, and with it all other sheets by which at least half as much is judged.
///
/// # Errors
/// The same as of one sheet alone, but that several serve equally well.
pub(crate) fn find_all(
    rulebook: &Rulebook,
    workbook: &Workbook,
    problems: &mut Problems,
) -> Result<Vec<Layout>, Problem> {
    let finder = Finder { rulebook, synonyms: Synonyms::of(rulebook) };
    let mut candidates = finder.candidates(workbook);
    let Some(best) = candidates.pop() else { return Err(finder.no_names(workbook)) };
    let wanted = finder.judged_by(&best);
    let mut functional = finder.functional(workbook, &candidates);
    functional.push(best.table);
    let mut layouts = Vec::new();
    for other in candidates {
        let table = &workbook.tables[other.table];
        if !other.is_named || !has_rows(table, &other) || finder.other_table(table, &other).is_some() {
            continue;
        }
        let common = finder.judged_by(&other).intersection(&wanted).count();
        if common * 2 >= wanted.len() {
            layouts.push(other);
            continue;
        }
        let name = workbook.tables[best.table].place.sheet.clone().unwrap_or_default();
        let message = format!(
            "has {common} of the {} values by which `{name}` is judged, and was not combined with it",
            wanted.len()
        );
        let problem = Problem::note(Code::NotCombined, table.place.clone(), message);
        problems.push(problem.help("if these are functions, give its columns the same headers"));
    }
    layouts.push(best);
    layouts.sort_by_key(|layout| layout.table);
    layouts.into_iter().map(|layout| finder.understand(workbook, layout, &functional, problems)).collect()
}

/// What headers name, by the synonyms of a rulebook. What it found of a text it knows, so that one is enough for all that a
/// run reads by the same rules.
pub struct Naming<'r>(Finder<'r>);

impl<'r> Naming<'r> {
    /// The names that a rulebook gives.
    pub fn of(rulebook: &'r Rulebook) -> Naming<'r> {
        Naming(Finder { rulebook, synonyms: Synonyms::of(rulebook) })
    }

    /// The rulebook that gives them.
    pub(crate) fn rulebook(&self) -> &'r Rulebook {
        self.0.rulebook
    }

    /// The attribute that a header names word for word, bar what stands in brackets.
    pub fn exact(&self, header: &str) -> Option<AttributeId> {
        let meaning = self.0.synonyms.meaning(header);
        meaning.filter(|meaning| meaning.quality == Match::Exact).map(|meaning| meaning.attribute)
    }

    /// Whether a header names an attribute, even if it holds other words besides.
    pub fn names_any(&self, header: &str) -> bool {
        self.0.synonyms.meaning(header).is_some()
    }
}

/// The sheets that hold one table together: those whose headers are the same as the best one's. Empty where the table stands
/// on one sheet alone.
pub(crate) fn split_over_sheets(naming: &Naming, workbook: &Workbook) -> Vec<Joining> {
    if workbook.tables.len() < 2 {
        return Vec::new();
    }
    let mut candidates = naming.0.candidates(workbook);
    let Some(best) = candidates.pop().filter(|best| best.is_named) else { return Vec::new() };
    let headers = |layout: &Layout| {
        let mut headers: Vec<String> = layout.columns.iter().map(|column| fold(&column.header)).collect();
        headers.truncate(headers.iter().rposition(|header| !header.is_empty()).map_or(0, |last| last + 1));
        headers
    };
    let own = headers(&best);
    let mut together: Vec<&Layout> = candidates
        .iter()
        .filter(|other| headers(other) == own && has_rows(&workbook.tables[other.table], other))
        .chain([&best])
        .collect();
    together.sort_by_key(|layout| layout.table);
    // A list of nothing but names may be anything, and a sheet with the same names as another is a copy of it.
    let is_told = own.iter().filter(|header| !header.is_empty()).count() > 1;
    if together.len() < 2 || !is_told || are_copies(workbook, &together) {
        return Vec::new();
    }
    let joining = |layout: &Layout| Joining { table: layout.table, header: layout.header_rows(), columns: Vec::new() };
    together.into_iter().map(joining).collect()
}

/// Takes what stands for empty columns from the score of a table.
fn count_filled(table: &Table, layout: &mut Layout) {
    let below = || layout.header_row0 + 1..table.rows();
    if !has_rows(table, layout) {
        return;
    }
    let mut filled: HashSet<AttributeId> = HashSet::new();
    let mut empty: HashSet<AttributeId> = HashSet::new();
    for (column0, heading) in (0..).zip(&layout.columns) {
        let Some(id) = heading.attribute else { continue };
        let is_filled = filled.contains(&id) || below().any(|row0| table.is_filled(table.value(row0, column0)));
        if is_filled {
            filled.insert(id)
        } else {
            empty.insert(id)
        };
    }
    layout.score = layout.score.saturating_sub(EXACT_SCORE * empty.difference(&filled).count());
}

/// Puts a sheet with one row for each function last, where the best one has several rows for the same functions.
fn prefer_one_row_each(workbook: &Workbook, candidates: &mut Vec<Layout>) {
    let Some((best, others)) = candidates.split_last() else { return };
    if others.is_empty() || !best.is_named {
        return;
    }
    if !has_repeats(workbook, best) {
        return;
    }
    let (_, names) = names(workbook, best);
    let tells_same = |layout: &&Layout| {
        let (rows, own) = self::names(workbook, layout);
        let common = own.intersection(&names).count();
        layout.is_named && own.len() == rows && common * 5 >= own.len() * 4 && common * 2 >= names.len()
    };
    if let Some(at) = others.iter().rposition(|layout| tells_same(&layout)) {
        let found = candidates.remove(at);
        candidates.push(found);
    }
}

/// Whether names come up more than once and a half in a sheet.
fn has_repeats(workbook: &Workbook, layout: &Layout) -> bool {
    let (rows, names) = names(workbook, layout);
    names.len() * 3 <= rows * 2
}

/// How many rows of a sheet have a name, and the different names.
fn names(workbook: &Workbook, layout: &Layout) -> (usize, HashSet<String>) {
    let table = &workbook.tables[layout.table];
    let texts = (layout.header_row0 + 1..table.rows()).map(|row0| fold(&text(table, row0, layout.name_column)));
    let texts: Vec<String> = texts.filter(|name| !name.is_empty()).collect();
    (texts.len(), texts.into_iter().collect())
}

/// The rows of a sheet that have a name and something beside it, each as one text.
fn full_rows(workbook: &Workbook, layout: &Layout) -> HashSet<String> {
    let table = &workbook.tables[layout.table];
    let rows = (layout.header_row0 + 1..table.rows())
        .filter(|row0| table.is_filled(table.value(*row0, layout.name_column)) && table.filled(*row0).nth(1).is_some());
    rows.map(|row0| table.row(row0).map(|cell| table.shown(cell) + "\n").collect()).collect()
}

/// Whether some sheet has mostly names that sheets before it have, or a good part of their very rows.
fn are_copies(workbook: &Workbook, layouts: &[&Layout]) -> bool {
    // Functions that several departments have alike are fewer.
    const GOOD_PART: usize = 4;
    let (mut known, mut known_rows): (HashSet<String>, HashSet<String>) = Default::default();
    layouts.iter().any(|layout| {
        let (_, names) = names(workbook, layout);
        let repeated = names.intersection(&known).count();
        let rows = full_rows(workbook, layout);
        let repeated_rows = rows.intersection(&known_rows).count();
        let fewest = rows.len().min(known_rows.len());
        let is_copy = repeated * 2 > names.len() || repeated_rows * GOOD_PART > fewest;
        known.extend(names);
        known_rows.extend(rows);
        is_copy
    })
}

/// Finds the layout of tables by the rules of a rulebook.
pub(super) struct Finder<'r> {
    pub(super) rulebook: &'r Rulebook,
    pub(super) synonyms: Synonyms<'r>,
}

impl Finder<'_> {
    /// What is understood of a table, once its header is found.
    fn understand(
        &self,
        workbook: &Workbook,
        mut best: Layout,
        functional: &[usize],
        problems: &mut Problems,
    ) -> Result<Layout, Problem> {
        let table = &workbook.tables[best.table];
        self.prefer_telling_names(table, &mut best);
        self.set_statuses_aside(table, &mut best, problems);
        self.prefer_channels(table, &mut best, problems);
        self.report_stand_in(table, &best, problems);
        self.add_nearly_named(table, &mut best, problems);
        self.prefer_answers(table, &mut best);
        self.prefer_latest_levels(&mut best);
        self.prefer_unique_ids(table, &mut best);
        let refused = self.other_table(table, &best).or_else(|| self.on_its_side(table, &best));
        let refused = refused.or_else(|| self.codes_for_names(table, &best));
        if let Some(problem) = refused.or_else(|| self.in_long_form(table, &best)) {
            return Err(problem);
        }
        self.state(table, &mut best)?;
        self.report_homonyms(table, &best, problems);
        self.set_doubtful_aside(table, &mut best, problems);
        best.end0 = self.end(table, &best, problems);
        self.take_statements(workbook, &mut best, functional)?;
        self.take_units_beside(table, &mut best);
        self.doubt_incomplete(table, &mut best);
        self.doubt_costs_of_projects(table, &mut best);
        self.report_unused(table, &mut best, problems);
        self.report_possible_parts(table, &best, problems);
        self.report_left_over(table, &best, problems);
        Ok(best)
    }

    fn no_names(&self, workbook: &Workbook) -> Problem {
        no_names(workbook, |table, row0| self.meant_as_names(table, row0))
    }

    /// The ids of the attributes that a sheet has levels of.
    fn judged_by(&self, layout: &Layout) -> HashSet<&str> {
        let is_level = |id: &AttributeId| self.rulebook.attribute(*id).levels().is_some();
        let ids = layout.columns.iter().filter_map(|heading| heading.attribute).filter(is_level);
        ids.map(|id| self.rulebook.whole_of(id).unwrap_or(self.rulebook.attribute(id)).id.as_str()).collect()
    }

    /// The best rows of all tables, the best last.
    fn candidates(&self, workbook: &Workbook) -> Vec<Layout> {
        // The sheet of a blank inventory that says what to fill in lists what its columns are called.
        let is_form = workbook.has(FUNCTIONS);
        let is_sought = |(_, table): &(usize, &Table)| !(is_form && table.is_sheet(READ_ME));
        let tables = || workbook.tables.iter().enumerate().filter(is_sought);
        let mut candidates: Vec<Layout> =
            tables().filter_map(|(index, table)| self.best_row(table, index, false)).collect();
        if candidates.is_empty() {
            candidates = tables().filter_map(|(index, table)| self.best_row(table, index, true)).collect();
        }
        for layout in &mut candidates {
            count_filled(&workbook.tables[layout.table], layout);
        }
        // A sheet with rows below its header is always better than one without, and another kind of table worse than any.
        candidates.sort_by_key(|layout| {
            let table = &workbook.tables[layout.table];
            let is_other = self.other_table(table, layout).is_some();
            (!is_other, has_rows(table, layout), layout.rank(), Reverse(layout.table))
        });
        prefer_one_row_each(workbook, &mut candidates);
        candidates
    }

    /// The row of a table that is most like a header; none where no row names the functions.
    fn best_row(&self, table: &Table, index: usize, nearly: bool) -> Option<Layout> {
        let mut best: Option<Layout> = None;
        for row0 in 0..table.rows().min(HEADER_ROWS) {
            // The rows below tell more of the columns than a row of groups does.
            if row0 + 1 < table.rows() && self.is_group_row(table, row0, row0 + 1) {
                continue;
            }
            let layout = self.read_row(table, index, row0, nearly);
            if let Some(layout) = layout
                && best.as_ref().is_none_or(|best| layout.rank() > best.rank())
                && (self.is_stated(self.rulebook.roles.name) || self.may_be_header(table, &layout))
            {
                best = Some(layout);
            }
        }
        best
    }

    /// Whether what looks like a header may be one, by what stands around it and below it.
    fn may_be_header(&self, table: &Table, layout: &Layout) -> bool {
        let is_role = layout.columns[usize::from(layout.name_column)].attribute == Some(self.rulebook.roles.name);
        !is_data(table, layout.header_rows())
            && !goes_on(table, layout.header_top0, layout.header_row0)
            && (is_role || self.may_stand_in(table, layout))
    }

    fn read_row(&self, table: &Table, index: usize, row0: u32, nearly: bool) -> Option<Layout> {
        let (top0, lines) = self.header_lines(table, row0);
        let mut in_brackets = self.said_in_brackets(&lines);
        let meaning = |(column0, (lines, said)): (u16, (&String, &Option<String>))| {
            let found = self.meaning(table, lines, said.as_deref(), column0, nearly);
            found.filter(|meaning| !self.is_number_of(*meaning, table, lines, (row0, column0)))
        };
        let mut meanings: Vec<Option<Meaning>> = (0..).zip(lines.iter().zip(&in_brackets)).map(meaning).collect();
        let said: Vec<&str> =
            lines.iter().zip(&in_brackets).map(|(lines, said)| said.as_deref().unwrap_or(lines)).collect();
        for homonym in self.homonyms(&said) {
            meanings[homonym] = meanings[homonym].filter(|meaning| meaning.quality == Match::Stated);
        }
        self.add_deepest_level(table, row0, &lines, &mut meanings);
        self.add_likely_names(table, row0, &mut meanings);
        let (mut attributes, score) = self.assign(&mut meanings);
        let name = self.column_of_names(table, row0, &meanings, &mut attributes)?;
        // A single cell that happens to say "Function" or "Description" is a title or a value, not a header row; alone in
        // its row it can only be the header of a list of names.
        let filled = lines.iter().filter(|lines| !lines.is_empty()).count();
        let is_role = attributes[name] == Some(self.rulebook.roles.name);
        let quality = meanings[name].map(|meaning| meaning.quality);
        let exact = quality >= Some(Match::Section);
        if (filled > 1 && score <= 3 && !is_role) || (filled == 1 && !(exact && is_role)) {
            return None;
        }
        let mut header_row0 = row0;
        let mut columns: Vec<Heading> = (0..widest_row(table, row0).max(lines.len()))
            .map(|column| Heading {
                header: one_line(lines.get(column).map_or("", String::as_str)),
                attribute: attributes.get(column).copied().flatten(),
                second: None,
                part: meanings.get(column).copied().flatten().map_or(Part::Whole, |meaning| meaning.part),
                scale: None,
                statement: Statement::default(),
                in_brackets: in_brackets.get_mut(column).and_then(Option::take),
                lines: lines.get(column).cloned().unwrap_or_default(),
            })
            .collect();
        if let Some(units) = self.unit_row(table, row0 + 1, name as u16, &columns) {
            header_row0 += 1;
            for (column, unit) in units {
                let heading = &mut columns[usize::from(column)];
                let header = if heading.header.is_empty() { unit } else { format!("{} ({unit})", heading.header) };
                heading.header = header;
            }
        }
        let is_named = exact && is_role && filled > 1;
        Some(Layout {
            table: index,
            header_top0: top0,
            header_row0,
            end0: table.rows(),
            columns,
            legend_rows: Vec::new(),
            name_column: name as u16,
            is_named,
            score,
        })
    }

    fn meaning(
        &self,
        table: &Table,
        lines: &str,
        in_brackets: Option<&str>,
        column0: u16,
        nearly: bool,
    ) -> Option<Meaning> {
        let mut stated = self.rulebook.reading.columns.iter().enumerate();
        if let Some((at, stated)) = stated.find(|(_, stated)| is_column(&stated.column, table, lines, column0)) {
            return stated.attribute.map(|attribute| {
                let attribute = self.rulebook.column_of(attribute);
                let part = self.stated_part(attribute, at);
                Meaning { attribute, quality: Match::Stated, preference: at, part, language: 0 }
            });
        }
        let found = self.named(in_brackets.unwrap_or(lines));
        if found.is_some() || !nearly {
            return found;
        }
        match self.synonyms.nearly(lines).as_slice() {
            [only] => Some(*only),
            _ => None,
        }
    }

    /// The attribute of each column, and how much like a header that makes the row.
    fn assign(&self, meanings: &mut [Option<Meaning>]) -> (Vec<Option<AttributeId>>, usize) {
        let mut attributes: Vec<Option<AttributeId>> = vec![None; meanings.len()];
        let mut score = 0;
        for (id, _) in self.rulebook.attribute_ids() {
            let named: Vec<(usize, Meaning)> = meanings
                .iter()
                .enumerate()
                .filter_map(|(column, m)| m.filter(|m| m.attribute == id).map(|m| (column, m)))
                .collect();
            let whole = named.iter().filter(|(_, m)| m.part == Part::Whole);
            // The better match wins, then the synonym that the rulebook lists first, then the column further left.
            let best = whole.max_by_key(|(column, meaning)| (meaning.rank(), Reverse(*column)));
            // Numbers may each have their unit beside them.
            let roles = &self.rulebook.roles;
            let is_beside = [roles.unit, roles.currency].contains(&Some(id));
            let taken: Vec<(usize, Meaning)> = match best {
                Some((_, best)) if is_beside && best.quality >= Match::Section => {
                    named.into_iter().filter(|(_, meaning)| meaning.quality >= Match::Section).collect()
                }
                Some(best) => vec![*best],
                // The periods of a whole tell more than the channels of it.
                None if named.iter().any(|(_, m)| m.part > Part::Channel) => {
                    named.into_iter().filter(|(_, m)| m.part > Part::Channel).collect()
                }
                None => self.synonyms.of_one_whole(named),
            };
            score += taken.iter().map(|(_, meaning)| meaning.quality).max().map_or(0, |quality| match quality {
                Match::Stated | Match::Exact | Match::Section => EXACT_SCORE,
                Match::Phrase(_) => 2,
                Match::Nearly => 1,
            });
            for (column, meaning) in taken {
                (attributes[column], meanings[column]) = (Some(id), Some(meaning));
            }
        }
        (attributes, score)
    }

    /// The first row of the header that ends in this row, and the text of each column, a line for each row.
    fn header_lines(&self, table: &Table, row0: u32) -> (u32, Vec<String>) {
        let mut top0 = row0;
        while row0 - top0 + 1 < MOST_HEADER_ROWS && top0 > 0 && self.is_group_row(table, top0 - 1, top0) {
            top0 -= 1;
        }
        let width = (top0..=row0).map(|row0| table.row(row0).len()).max().unwrap_or(0);
        let lines = (0..width as u16).map(|column0| {
            let mut lines: Vec<String> = Vec::new();
            for above in top0..=row0 {
                let text = if above < row0 { group_text(table, above, column0) } else { text(table, above, column0) };
                if !text.is_empty() && lines.last() != Some(&text) {
                    lines.push(text);
                }
            }
            lines.join("\n")
        });
        (top0, lines.collect())
    }

    /// Whether a row groups the columns of the row below it, each text over one column or several.
    fn is_group_row(&self, table: &Table, row0: u32, below0: u32) -> bool {
        let is_text = |cell: Cell| match cell {
            // The years below what they are of.
            Cell::Text(_) | Cell::Number { .. } => table.number(cell).is_none_or(is_year),
            cell => cell == Cell::Empty,
        };
        let texts: Vec<u16> = table.filled(row0).collect();
        if texts.is_empty() || !table.row(row0).chain(table.row(below0)).all(is_text) {
            return false;
        }
        let below: Vec<u16> = table.filled(below0).collect();
        let mut regions = texts.iter().filter_map(|column0| table.merged(row0, *column0)).peekable();
        if regions.peek().is_some() {
            // A title is merged over the whole table, and a group over some of its columns; the others have their headers below
            // it, or beside it with nothing below them.
            return regions.any(|region| {
                let is_group = region.columns() > 1 && region.last_row0 == row0;
                let under = below.iter().filter(|column0| region.holds(row0, **column0)).count();
                let is_beside = |column0: &u16| !region.holds(row0, *column0) && !below.contains(column0);
                let has_others = under < below.len() || texts.iter().any(is_beside);
                (is_group && under > 1 && has_others) || (region.columns() == 1 && region.last_row0 >= below0)
            });
        }
        let Some(first) = below.first() else { return false };
        let is_over = |column0: &u16| below.binary_search(column0).is_ok();
        let behind = |columns: &[u16], column0: &u16| {
            columns.get(columns.partition_point(|other| other <= column0)).copied().unwrap_or(u16::MAX)
        };
        let spans = |column0: &u16| {
            // What takes several lines in one cell is a question on its column alone.
            let is_one_line = !table.shown(table.cell(row0, *column0)).trim().contains('\n');
            is_one_line && is_over(column0) && behind(&below, column0) < behind(&texts, column0)
        };
        let (groups, others): (Vec<u16>, Vec<u16>) = texts.iter().partition(|column0| spans(column0));
        // A text alone on the left is a title, and one above another is no group of it.
        let is_title = texts.len() == 1 && texts[0] <= *first;
        let stand_alone = !others.iter().any(is_over);
        let is_year = |column0: &u16| table.number(table.cell(below0, *column0)).is_some();
        let names = |row0: u32, column0: &u16| self.synonyms.meaning(&text(table, row0, *column0)).is_some();
        // A lone text over the names as well is a title, wherever it stands.
        let is_name = |column0: &u16| {
            let meaning = self.synonyms.meaning(&text(table, below0, *column0));
            meaning.is_some_and(|meaning| meaning.attribute == self.rulebook.roles.name)
        };
        if texts.len() == 1 && below.iter().any(|column0| *column0 >= texts[0] && is_name(column0)) {
            return false;
        }
        let names_values = || {
            below.iter().any(|column0| names(below0, column0))
                || below.iter().any(is_year) && groups.iter().any(|column0| names(row0, column0))
        };
        !groups.is_empty() && !is_title && stand_alone && names_values()
    }
}

/// Whether a column is meant by a name: by its letters where the table has such a column, since any cell may hold the same
/// by chance; else by its header, whole or its last row.
pub(in crate::inventory) fn is_column(name: &ColumnName, table: &Table, lines: &str, column0: u16) -> bool {
    if let Some(lettered0) = lettered(name).filter(|lettered0| *lettered0 < table.columns()) {
        return column0 == lettered0;
    }
    let given = fold(&one_line(&name.given));
    !given.is_empty()
        && (fold(&one_line(lines)) == given || lines.lines().next_back().is_some_and(|last| fold(last) == given))
}

/// The column that letters stand for.
pub(in crate::inventory) fn lettered(name: &ColumnName) -> Option<u16> {
    let letters = name.given.trim();
    if letters.is_empty() || letters.len() > 3 || !letters.bytes().all(|b| b.is_ascii_alphabetic()) {
        return None;
    }
    let number = letters.bytes().fold(0, |number, b| number * 26 + u32::from(b.to_ascii_uppercase() - b'A') + 1);
    u16::try_from(number - 1).ok()
}

pub(super) fn has_rows(table: &Table, layout: &Layout) -> bool {
    (layout.header_row0 + 1..table.rows()).any(|row0| table.cell(row0, layout.name_column) != Cell::Empty)
}
