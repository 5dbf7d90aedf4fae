//! Where the table of functions ends, and whether it lies on its side.

use std::collections::HashSet;
use std::ops::Range;

use super::find::Finder;
use super::meaning::Match;
use crate::codes::Code;
use crate::inventory::heading::{Heading, Layout};
use crate::problem::{Problem, Problems, Spot};
use crate::rulebook::AttributeId;
use crate::table::{Cell, Table, TextId};

impl Finder<'_> {
    /// The row below the table: that of the headers of another one, which stands below a blank row, or the end of the sheet.
    pub(super) fn end(&self, table: &Table, layout: &Layout, problems: &mut Problems) -> u32 {
        // Whose table is in so many pieces has rows of groups, and no others' headers.
        const MOST_BLOCKS: usize = 200;
        let data = layout.header_row0 + 1..table.rows();
        if let Some(row0) = data.clone().find(|row0| is_header_moved(table, layout, *row0)) {
            let rows = (row0..data.end).filter(|row0| !table.is_blank(*row0)).count();
            let message = format!("the header comes again here, over other columns; {} left out", counted(rows));
            let place = table.place.at(Spot::Row { row0 });
            let help = "put the values of all rows under the same headers";
            problems.push(Problem::warning(Code::SecondTable, place, message).help(help));
            return row0;
        }
        if table.is_one {
            return data.end;
        }
        let blocks = blocks(table, data.clone()).skip(1).take(MOST_BLOCKS);
        let Some(block) = blocks.into_iter().find(|block| self.begins_another(table, layout, block)) else {
            return data.end;
        };
        let rows = (block.start..data.end).filter(|row0| !table.is_blank(*row0)).count();
        let message = format!("another table seems to begin here, below a blank row; {} left out", counted(rows));
        let place = table.place.at(Spot::Row { row0: block.start });
        problems.push(Problem::warning(Code::SecondTable, place, message).help(
            "put the other table on a sheet of its own; if these are functions, delete the blank row above them, and give \
             all of them one header",
        ));
        block.start
    }

    /// Whether a block of rows is another table: its first row holds nothing but texts, and names attributes in the columns of
    /// others, or heads numbers in the column of the names or of the ids.
    fn begins_another(&self, table: &Table, layout: &Layout, block: &Range<u32>) -> bool {
        let cells = || table.row(block.start);
        let is_text = |cell: Cell| matches!(cell, Cell::Empty | Cell::Text(_));
        let again = |row0: u32| table.row(row0).eq(cells());
        if table.filled(block.start).count() < 2
            || !cells().all(is_text)
            || layout.header_rows().any(again)
            || table.part_of(block.start).is_some()
        {
            return false;
        }
        let mut named: HashSet<AttributeId> = HashSet::new();
        let mut is_elsewhere = false;
        for (column0, cell) in cells().enumerate() {
            let Cell::Text(id) = cell else { continue };
            let meaning = self.synonyms.meaning(table.text(id)).filter(|meaning| meaning.quality >= Match::Section);
            if let Some(meaning) = meaning {
                named.insert(meaning.attribute);
                let own = layout.columns.get(column0).and_then(|heading| heading.attribute);
                is_elsewhere |= own != Some(meaning.attribute);
            }
        }
        (named.len() > 1 && is_elsewhere) || self.heads_numbers(table, layout, block)
    }

    /// Whether a row of texts stands above numbers in the column of the names or of the ids, or in one that has had none.
    fn heads_numbers(&self, table: &Table, layout: &Layout, block: &Range<u32>) -> bool {
        const ROWS: usize = 50;
        let id = self.rulebook.roles.id;
        let is_key = |column0: u16, heading: &Heading| {
            column0 == layout.name_column || (heading.attribute.is_some() && heading.attribute == id)
        };
        let is_number = |row0: u32, column0: u16| table.number(table.cell(row0, column0)).is_some();
        let has_words = |row0: u32, column0: u16| table.words(table.cell(row0, column0)).is_some();
        let has_texts = |column0: u16| {
            let above = || (layout.header_row0 + 1..block.start).take(ROWS);
            above().any(|row0| has_words(row0, column0)) && !above().any(|row0| is_number(row0, column0))
        };
        (0..).zip(&layout.columns).any(|(column0, heading)| {
            has_words(block.start, column0)
                && block.len() > 2
                && (block.start + 1..block.end).all(|row0| is_number(row0, column0))
                && (is_key(column0, heading) || has_texts(column0))
        })
    }

    /// The problem of a table whose names are what others have for headers.
    pub(super) fn on_its_side(&self, table: &Table, layout: &Layout) -> Option<Problem> {
        const LEAST: usize = 2;
        const ROWS: usize = 60;
        let column0 = layout.name_column;
        let name = self.rulebook.roles.name;
        let is_stated = self.rulebook.reading.columns.iter().any(|stated| stated.attribute == Some(name));
        if is_stated || layout.columns.iter().filter(|heading| heading.attribute.is_some()).count() > 1 {
            return None;
        }
        let (mut names, mut attributes) = (0, HashSet::new());
        let mut found: Vec<String> = Vec::new();
        let rows = (layout.header_row0 + 1..table.rows()).filter(|row0| !table.is_blank(*row0)).take(ROWS);
        for row0 in rows {
            let Cell::Text(id) = table.cell(row0, column0) else { continue };
            names += 1;
            let meaning = self.synonyms.meaning(table.text(id)).filter(|meaning| meaning.quality >= Match::Section);
            if meaning.is_some_and(|meaning| attributes.insert(meaning.attribute)) {
                found.push(format!("`{}`", table.text(id).trim()));
            }
        }
        if attributes.len() < LEAST || attributes.len() * 2 < names {
            return None;
        }
        let shown = found.iter().take(3).cloned().collect::<Vec<_>>().join(", ");
        let message = format!("the names are headers, such as {shown}: the table lies on its side");
        let place =
            table.place.at(Spot::Column { column0 }).under(layout.columns[usize::from(column0)].header.as_str());
        Some(Problem::error(Code::Transposed, place, message).help(
            "transpose it, so that each function has a row: copy the table, and paste it with `Transpose` in Excel or \
             LibreOffice",
        ))
    }

    /// The problem of a table with a row for each attribute of a function, which a column names: `Process,Attribute,Value`.
    pub(super) fn in_long_form(&self, table: &Table, layout: &Layout) -> Option<Problem> {
        const ROWS: usize = 1_000;
        let name0 = layout.name_column;
        let rows: Vec<u32> =
            (layout.header_row0 + 1..table.rows()).filter(|row0| !table.is_blank(*row0)).take(ROWS).collect();
        let texts = |column0: u16| -> HashSet<TextId> {
            let text = |row0: &u32| table.value(*row0, column0).text_id();
            rows.iter().filter_map(text).collect()
        };
        if texts(name0).len() * 3 > rows.len() * 2 {
            return None;
        }
        let names = |id: &TextId| self.attribute_called(table.text(*id));
        let free = (0..).zip(&layout.columns).filter(|(_, heading)| heading.attribute.is_none());
        let (column0, heading) = free.into_iter().find(|(column0, _)| {
            let texts = texts(*column0);
            let named: HashSet<AttributeId> = texts.iter().filter_map(names).collect();
            named.len() > 1 && named.len() * 2 >= texts.len()
        })?;
        let function = &layout.columns[usize::from(name0)].header;
        let message =
            "each row holds one attribute of a function, which this column names, so a function has several rows";
        let place = table.place.at(Spot::Column { column0 }).under(heading.header.as_str());
        let help = format!(
            "give each function one row and each attribute a column: in Power Query, select `{}` and choose `Pivot Column` \
             without aggregation, so that `{function}` stands once",
            heading.header
        );
        Some(Problem::error(Code::Transposed, place, message).help(help))
    }
}

fn counted(rows: usize) -> String {
    if rows == 1 { "1 row was".to_owned() } else { format!("{rows} rows were") }
}

/// Whether a row holds texts of the header and nothing else, the name in its column and others not.
fn is_header_moved(table: &Table, layout: &Layout, row0: u32) -> bool {
    const LEAST: usize = 3;
    let header_row0 = layout.header_row0;
    if table.cell(row0, layout.name_column) != table.cell(header_row0, layout.name_column) {
        return false;
    }
    let texts: HashSet<TextId> = table.row(header_row0).filter_map(Cell::text_id).collect();
    let own: Vec<(u16, Option<TextId>)> =
        table.filled(row0).map(|column0| (column0, table.cell(row0, column0).text_id())).collect();
    let is_moved = |column0: u16| table.cell(row0, column0) != table.cell(header_row0, column0);
    own.len() >= LEAST
        && own.iter().all(|(_, text)| text.is_some_and(|text| texts.contains(&text)))
        && own.iter().any(|(column0, _)| is_moved(*column0))
}

/// The stretches of rows between blank ones.
fn blocks(table: &Table, rows: Range<u32>) -> impl Iterator<Item = Range<u32>> {
    let mut next = rows.start;
    std::iter::from_fn(move || {
        let start = (next..rows.end).find(|row0| !table.is_blank(*row0))?;
        let end = (start..rows.end).find(|row0| table.is_blank(*row0)).unwrap_or(rows.end);
        next = end;
        Some(start..end)
    })
}
