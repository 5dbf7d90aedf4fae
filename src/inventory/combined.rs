//! Tables of several files or sheets as one: each is understood by itself, header, statements and rows, and then their rows
//! stand one below the other.
//!
//! Columns are the same where they have one header and are read in one way; texts, such as names and departments, where they
//! are the same attribute. All others keep a column of their own, in which the rows of the other tables are blank.

use std::collections::HashSet;

use super::heading::{Heading, Layout};
use super::known::{BusinessFunction, Excluded, Understood};
use super::layout::find;
use super::layout::header_cells::HEADER_ROWS;
use super::map::rows_of;
use crate::codes::Code;
use crate::language::Language;
use crate::problem::{Place, Problem, Problems};
use crate::rulebook::text::fold;
use crate::rulebook::{AttributeId, ColumnName, Kind, Rulebook, StatedBy};
use crate::sheets::SOURCE;
use crate::table::{Cell, Headers, Joining, Table, Workbook};

/// The rules to read each of several files by. What options say of a column holds where there is one of that name; letters
/// mean columns of the first file.
pub fn rules_for_each(rulebook: &Rulebook, books: &[Workbook]) -> Vec<Rulebook> {
    let has = |at: usize, name: &ColumnName| {
        let is_lettered = |table: &Table| find::lettered(name).is_some_and(|column0| column0 < table.columns());
        if books[0].tables.iter().any(is_lettered) {
            return at == 0;
        }
        books[at].tables.iter().any(|table| is_headed(table, &name.given))
    };
    let mut all: Vec<Rulebook> = books.iter().map(|_| rulebook.clone()).collect();
    for (at, rules) in all.iter_mut().enumerate() {
        // What no file has is a mistake, which is told of the first.
        let is_elsewhere = |name: &ColumnName| !has(at, name) && (at > 0 || (1..books.len()).any(|at| has(at, name)));
        let is_kept = |name: &ColumnName| name.by == StatedBy::Rulebook || !is_elsewhere(name);
        rules.reading.columns.retain(|stated| is_kept(&stated.column));
        rules.reading.scales.retain(|stated| is_kept(&stated.column));
        rules.reading.units_of.retain(|stated| is_kept(&stated.column));
    }
    all
}

/// Whether a cell near the top of a table says just this, or the last row of it.
fn is_headed(table: &Table, header: &str) -> bool {
    let wanted = fold(header.rsplit(" / ").next().unwrap_or_default());
    (0..table.rows().min(HEADER_ROWS)).any(|row0| table.row(row0).any(|cell| fold(&table.shown(cell)) == wanted))
}

/// Understands all sheets of a workbook that hold an inventory.
///
/// # Errors
/// None does, or one that does cannot be used.
pub fn understand_all(
    rulebook: &Rulebook,
    workbook: &Workbook,
    problems: &mut Problems,
) -> Result<Vec<Understood>, Problem> {
    let layouts = find::find_all(rulebook, workbook, problems)?;
    layouts.into_iter().map(|layout| rows_of(rulebook, workbook, layout, problems)).collect()
}

impl Understood {
    /// The table, by its position in the workbook.
    pub fn table(&self) -> usize {
        self.layout.table
    }

    /// The same in a workbook in which its table stands elsewhere.
    #[must_use]
    pub fn moved(mut self, table: usize) -> Understood {
        self.layout.table = table;
        self
    }

    /// How many functions it has.
    pub fn functions(&self) -> usize {
        self.functions.len()
    }

    /// What its functions are judged by.
    fn judged_by(&self, rulebook: &Rulebook) -> HashSet<AttributeId> {
        let columns = self.layout.columns.iter().filter_map(|heading| heading.attribute);
        columns.filter(|id| rulebook.attribute(*id).has_values()).collect()
    }

    /// Its headers, for readers.
    fn headers(&self) -> String {
        const MOST: usize = 8;
        let headers = self.layout.columns.iter().map(|heading| heading.header.as_str()).filter(|h| !h.is_empty());
        let shown: Vec<String> = headers.clone().take(MOST).map(|header| format!("`{header}`")).collect();
        let more = if headers.count() > MOST { ", …" } else { "" };
        format!("{}{more}", shown.join(", "))
    }
}

/// Puts tables together as the only one of their workbook.
///
/// # Errors
/// All that do not fit: what is judged by nothing that another one has, or says the same as another one.
pub fn combine(
    rulebook: &Rulebook,
    workbook: &mut Workbook,
    all: Vec<Understood>,
    problems: &mut Problems,
) -> Result<Understood, Vec<Problem>> {
    let misfits = misfits(rulebook, workbook, &all);
    if !misfits.is_empty() {
        return Err(misfits);
    }
    let mut union = Union::of(&workbook.tables[all[0].layout.table], &all[0].layout);
    let sheets: Vec<Joining> =
        all.iter().enumerate().map(|(at, one)| union.take(rulebook, workbook, one, at)).collect();
    let copies = copies(workbook, &all, &sheets);
    if !copies.is_empty() {
        return Err(copies);
    }
    // The header of a column is data, and is the same in every language.
    let source = SOURCE.text(Language::En);
    problems.extend(union.said(workbook, &all, source));
    workbook.join(&sheets, &Headers { sheet: source, added: &union.added });
    let joined = sheets[0].table;
    workbook.tables = vec![workbook.tables.swap_remove(joined)];
    Ok(union.understood(&workbook.tables[0], all, source))
}

/// What the tables' columns come to.
struct Union {
    headings: Vec<Heading>,
    /// The headers of the columns that the first table has not.
    added: Vec<(u16, String)>,
    /// The headers of tables after the first that stand under others, each with that.
    renamed: Vec<(String, String)>,
}

impl Union {
    fn of(table: &Table, layout: &Layout) -> Union {
        let mut headings = layout.columns.clone();
        // A title may be wider than the table below it.
        headings.resize(headings.len().max(table.columns().into()), Heading::default());
        Union { headings, added: Vec::new(), renamed: Vec::new() }
    }

    /// Finds or makes a column for each of a table's own.
    fn take(&mut self, rulebook: &Rulebook, workbook: &Workbook, own: &Understood, at: usize) -> Joining {
        let (table, layout) = (&workbook.tables[own.layout.table], &own.layout);
        let mut joining = Joining { table: layout.table, header: layout.header_rows(), columns: Vec::new() };
        if at == 0 {
            joining.columns = (0..self.headings.len() as u16).map(Some).collect();
            return joining;
        }
        for (column0, heading) in (0..).zip(&layout.columns) {
            let is_blank = heading.header.is_empty()
                && (layout.header_row0 + 1..table.rows()).all(|row0| table.cell(row0, column0) == Cell::Empty);
            if is_blank {
                joining.columns.push(None);
                continue;
            }
            let found = self.column_for(rulebook, heading, &joining.columns);
            let column0 = found.unwrap_or_else(|| {
                let column0 = self.headings.len() as u16;
                self.headings.push(heading.clone());
                self.added.push((column0, heading.header.clone()));
                column0
            });
            let known = &self.headings[usize::from(column0)].header;
            if fold(known) != fold(&heading.header) {
                self.renamed.push((heading.header.clone(), known.clone()));
            }
            joining.columns.push(Some(column0));
        }
        joining
    }

    /// The column that holds the same, of those that the table has not taken yet.
    fn column_for(&self, rulebook: &Rulebook, heading: &Heading, taken: &[Option<u16>]) -> Option<u16> {
        let free = || (0..).zip(&self.headings).filter(|(column0, _)| !taken.contains(&Some(*column0)));
        let is_read_alike = |known: &Heading| {
            let is_one =
                (known.attribute, known.part, &known.scale) == (heading.attribute, heading.part, &heading.scale);
            is_one && known.statement == heading.statement && fold(&known.header) == fold(&heading.header)
        };
        let is_text = heading.attribute.is_some_and(|id| is_text(rulebook, id));
        let is_same_text = |known: &Heading| is_text && known.attribute == heading.attribute;
        let of = |is_it: &dyn Fn(&Heading) -> bool| free().find(|(_, known)| is_it(known)).map(|(column0, _)| column0);
        of(&is_read_alike).or_else(|| of(&is_same_text))
    }

    /// What there is to say of tables that were put together.
    fn said(&self, workbook: &Workbook, all: &[Understood], source: &str) -> Vec<Problem> {
        const MOST: usize = 6;
        let named = |one: &Understood| {
            let sheet = workbook.tables[one.layout.table].place.sheet.clone().unwrap_or_default();
            let functions = one.functions.len();
            format!("{functions} of `{sheet}`")
        };
        let mut message =
            format!("functions of several sources were put together: {}", listed(all.iter().map(named), MOST));
        if !self.renamed.is_empty() {
            let renamed = self.renamed.iter().map(|(own, known)| format!("`{own}` under `{known}`"));
            message = format!("{message}; {}", listed(renamed, MOST));
        }
        let place = Place::file(workbook.file.name.clone());
        let help = format!("the column `{source}` says where each comes from");
        vec![Problem::note(Code::Combined, place, message).help(help)]
    }

    /// The table that was put together, with the rows of all.
    fn understood(mut self, table: &Table, all: Vec<Understood>, source: &str) -> Understood {
        let first = &all[0].layout;
        self.headings.push(Heading { header: source.to_owned(), lines: source.to_owned(), ..Heading::default() });
        let layout = Layout {
            table: 0,
            header_top0: first.header_top0,
            header_row0: first.header_row0,
            end0: table.rows(),
            columns: self.headings,
            legend_rows: Vec::new(),
            name_column: first.name_column,
            is_named: first.is_named,
            score: first.score,
        };
        let (mut functions, mut excluded) = (Vec::new(), Vec::new());
        for (part, own) in table.parts.iter().zip(all) {
            let row = |row0: u32| row0.checked_sub(part.skipped).map(|row0| row0 + part.first_row0);
            let own_functions = own.functions.iter().filter_map(|function| row(function.row0));
            functions.extend(own_functions.map(|row0| BusinessFunction { row0 }));
            excluded.extend(
                own.excluded.iter().filter_map(|left_out| Some(Excluded { row0: row(left_out.row0)?, ..*left_out })),
            );
        }
        Understood { layout, functions, excluded }
    }
}

fn is_text(rulebook: &Rulebook, id: AttributeId) -> bool {
    rulebook.attribute(id).rule().is_some_and(|rule| matches!(rule.kind, Kind::Text))
}

fn place(workbook: &Workbook, one: &Understood) -> Place {
    let sheet = workbook.tables[one.layout.table].place.sheet.clone().unwrap_or_default();
    Place::file(sheet)
}

/// Tables that are judged by nothing that the first one is judged by.
fn misfits(rulebook: &Rulebook, workbook: &Workbook, all: &[Understood]) -> Vec<Problem> {
    let wanted = all[0].judged_by(rulebook);
    let first = place(workbook, &all[0]).file;
    let is_misfit = |one: &&Understood| !wanted.is_empty() && one.judged_by(rulebook).is_disjoint(&wanted);
    let misfit = |one: &Understood| {
        let message = format!(
            "has nothing that functions are judged by in common with `{first}`: its columns are {}, those of `{first}` {}",
            one.headers(),
            all[0].headers()
        );
        Problem::error(Code::NotCombined, place(workbook, one), message)
            .help("say which columns are the same, such as `--map \"Header=control\"`, or leave it out")
    };
    all.iter().skip(1).filter(is_misfit).map(misfit).collect()
}

/// Tables of which every row says the same in all columns as a row of one before.
fn copies(workbook: &Workbook, all: &[Understood], sheets: &[Joining]) -> Vec<Problem> {
    let mut known: Vec<HashSet<Vec<(u16, String)>>> = Vec::new();
    let mut found = Vec::new();
    for (one, joining) in all.iter().zip(sheets) {
        let table = &workbook.tables[joining.table];
        let column = |column0: u16| joining.columns.get(usize::from(column0)).copied().flatten();
        let says = |function: &BusinessFunction| {
            let cells = table.filled(function.row0);
            let mut said: Vec<(u16, String)> = cells
                .filter_map(|column0| Some((column(column0)?, table.shown(table.value(function.row0, column0)))))
                .collect();
            said.sort_unstable();
            said
        };
        let rows: HashSet<Vec<(u16, String)>> = one.functions.iter().map(says).collect();
        if let Some(at) = known.iter().position(|other| rows.is_subset(other)) {
            let (first, count) = (place(workbook, &all[at]).file, one.functions.len());
            let rows = if count == 1 { "its row says".to_owned() } else { format!("all of its {count} rows say") };
            let message = format!("{rows} the same in every column as `{first}` does");
            let problem = Problem::error(Code::NotCombined, place(workbook, one), message);
            found.push(
                problem.help("leave one of the two out, or add a column that tells them apart, such as the plant"),
            );
        }
        known.push(rows);
    }
    found
}

fn listed(things: impl Iterator<Item = String>, most: usize) -> String {
    let all: Vec<String> = things.collect();
    let shown = all.iter().take(most).cloned().collect::<Vec<_>>().join(", ");
    match all.len().saturating_sub(most) {
        0 => shown,
        more => format!("{shown}, and {more} more"),
    }
}
