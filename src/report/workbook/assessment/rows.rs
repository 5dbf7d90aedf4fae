//! The rows of the assessment sheet as XML: each cell of the table, and the judgement beside it.

use std::iter::Peekable;
use std::sync::mpsc::SyncSender;

use super::content::{Content, Look, OfFunction};
use super::formulas;
use super::kinds::Kind;
use super::plan::AssessmentSheet;
use super::specimens::{Base, Styles};
use crate::inventory::Exclusion;
use crate::report::workbook::kit::cells::{RowFormula, RowWriter, Style};
use crate::table::Cell;

/// The size of the buffers that are handed to the deflater.
const BUFFER: usize = 1 << 18;

impl AssessmentSheet<'_> {
    /// Makes the rows and hands them over in buffers; stops where nobody takes them.
    pub(in crate::report::workbook) fn write_rows(
        &self,
        styles: &Styles,
        style_indices: Vec<u32>,
        to: &SyncSender<Vec<u8>>,
    ) {
        let mut rows = self.rows(styles, style_indices);
        for row0 in 0..self.table.rows() {
            rows.write(row0);
            if rows.out.buffer.len() >= BUFFER {
                let full = std::mem::replace(&mut rows.out.buffer, Vec::with_capacity(BUFFER + BUFFER / 8));
                if to.send(full).is_err() {
                    return;
                }
            }
        }
        // Nobody left to take the last buffer means that writing has failed already, and is reported there.
        let _ = to.send(rows.out.buffer);
    }

    /// About how many bytes the rows come to, judged by some from all over the table.
    pub(in crate::report::workbook) fn estimated_bytes(&self, styles: &Styles) -> u64 {
        const SAMPLED: usize = 200;
        let functions = self.report.functions();
        let longest_indices = vec![u32::from(u16::MAX); styles.specimens.len()];
        let mut rows = self.rows(styles, longest_indices);
        let mut sampled = 0;
        for function in (0..functions).step_by((functions / SAMPLED).max(1)) {
            rows.function = function;
            rows.write(self.report.row0(function));
            sampled += 1;
        }
        rows.out.buffer.len() as u64 * u64::from(self.table.rows()) / sampled.max(1)
    }

    fn rows<'s>(
        &'s self,
        styles: &'s Styles,
        style_indices: Vec<u32>,
    ) -> Rows<'s, impl Iterator<Item = (u32, Exclusion)>> {
        let out = RowWriter::new(usize::from(self.columns()), style_indices);
        let header_row0 = self.report.header_row0();
        let below_header = self.report.excluded().filter(move |(row0, _)| *row0 > header_row0);
        Rows { sheet: self, styles, out, function: 0, excluded: below_header.peekable() }
    }
}

/// The rows, one after another.
struct Rows<'s, I: Iterator<Item = (u32, Exclusion)>> {
    sheet: &'s AssessmentSheet<'s>,
    styles: &'s Styles,
    out: RowWriter,
    /// The next function to come.
    function: usize,
    /// The rows to come that are no functions.
    excluded: Peekable<I>,
}

impl<I: Iterator<Item = (u32, Exclusion)>> Rows<'_, I> {
    fn write(&mut self, row0: u32) {
        let report = self.sheet.report;
        if row0 < report.header_top0() {
            self.out.start_row(row0, None);
            self.write_original(row0);
        } else if row0 < report.header_row0() {
            self.out.start_row(row0, None);
            self.write_group_header(row0);
        } else if row0 == report.header_row0() {
            self.out.start_row(row0, Some(self.sheet.header_height()));
            self.write_header(row0);
        } else if self.is_function(row0) {
            let AssessmentSheet { dashboard, deciding, .. } = self.sheet;
            let of = OfFunction {
                report,
                dashboard,
                deciding,
                function: self.function,
                explanation: report.explain_beside(self.function),
                evidence: report.evidence(self.function),
            };
            self.out.start_row(row0, Some(self.sheet.height(row0, Some(&of))));
            self.write_original(row0);
            self.write_judgement(&of);
            self.function += 1;
        } else {
            self.out.start_row(row0, Some(self.sheet.height(row0, None)));
            self.write_original(row0);
            if let Some((_, reason)) = self.excluded.next_if(|(excluded, _)| *excluded == row0) {
                let say = self.sheet.say();
                let text = say.row_left_out(say.excluded(reason));
                self.out.text(self.sheet.original_columns, self.styles.excluded, &text);
                // A row that was left out is not one that somebody has added.
                if let Some(column0) = self.sheet.column0(Kind::Key) {
                    self.out.number(column0, self.styles.whole, f64::from(row0) + 1.0);
                }
            }
        }
        self.out.end_row();
    }

    /// A row of the header; only the last one has the added columns.
    fn write_group_header(&mut self, row0: u32) {
        let table = self.sheet.table;
        for column0 in 0..self.sheet.original_columns {
            match table.cell(row0, column0) {
                Cell::Empty => self.out.blank(column0, self.styles.header),
                Cell::Text(id) => self.out.text(column0, self.styles.header, table.text(id)),
                cell => self.write_cell(column0, cell, self.styles.header),
            }
        }
    }

    fn write_header(&mut self, row0: u32) {
        self.write_group_header(row0);
        for (column0, column) in (self.sheet.original_columns..).zip(&self.sheet.added) {
            match column.kind {
                Kind::Changed => {
                    let formula = RowFormula::new(&formulas::header_of_changes(&column.header));
                    self.out.formula_text(column0, self.styles.added_header, &formula, &column.header);
                }
                _ => self.out.text(column0, self.styles.added_header, &column.header),
            }
        }
    }

    fn write_original(&mut self, row0: u32) {
        let AssessmentSheet { table, original_columns, .. } = *self.sheet;
        let appearance = &table.appearance;
        let mut looks = appearance.of_row(row0).peekable();
        let mut row = table.row(row0);
        let (is_function, remarked) = (self.is_function(row0), self.sheet.remarked(row0));
        // Beyond the last cell there may be marks, and labels that are merged over several rows.
        let has_more = looks.peek().is_some() || is_function && table.has_merged();
        let columns = if has_more { original_columns } else { row.len() as u16 };
        for column0 in 0..columns {
            let own = row.next().unwrap_or(Cell::Empty);
            let cell = if own == Cell::Empty && is_function { self.label(row0, column0) } else { own };
            while looks.next_if(|(_, last, _)| *last < column0).is_some() {}
            let look = looks.peek().filter(|(first, ..)| *first <= column0).map_or(0, |(.., look)| *look);
            let base = self.sheet.base((row0, column0), cell, remarked);
            if cell != Cell::Empty || look != 0 || base == Base::Alert {
                self.write_cell(column0, cell, self.styles.original(look, base));
            }
        }
    }

    /// The label that is merged over an empty cell and rows above it, so that a filter finds all its rows. A number is not
    /// repeated: it would be added up as often.
    fn label(&self, row0: u32, column0: u16) -> Cell {
        let table = self.sheet.table;
        let region = table.merged(row0, column0).filter(|region| region.first_column0 == column0);
        let label = region.map_or(Cell::Empty, |region| table.cell(region.first_row0, column0));
        if matches!(label, Cell::Text(_)) { label } else { Cell::Empty }
    }

    fn is_function(&self, row0: u32) -> bool {
        let report = self.sheet.report;
        self.function < report.functions() && report.row0(self.function) == row0
    }

    fn write_cell(&mut self, column0: u16, cell: Cell, style: Style) {
        match cell {
            Cell::Empty => self.out.blank(column0, style),
            Cell::Text(id) => self.out.text(column0, style, self.sheet.table.text(id)),
            Cell::Number { value, .. } | Cell::Date { serial: value, .. } => self.out.number(column0, style, value),
            Cell::Boolean(value) => self.out.boolean(column0, style, value),
            Cell::Error(error) => self.out.error(column0, style, error.name()),
        }
    }

    fn write_judgement(&mut self, of: &OfFunction) {
        let AssessmentSheet { original_columns, added, formulas, .. } = self.sheet;
        for ((column0, column), formula) in (*original_columns..).zip(added).zip(formulas) {
            let style = self.styles.of(column.definition.look, of, formula.is_some());
            let content = column.content(of);
            if let Content::Original(cell) = content {
                self.write_cell(column0, cell, style);
                continue;
            }
            let out = &mut Cells { out: &mut self.out, formula: formula.as_ref() };
            match content {
                Content::Original(_) => {}
                Content::Number(number) => out.number(column0, style, number),
                Content::Paragraph(text) if column.definition.look == Look::Line && text.contains('\n') => {
                    out.text(column0, style, &text.replace('\n', " · "));
                }
                Content::Words(text) | Content::Paragraph(text) => out.text(column0, style, &text),
            }
        }
    }
}

/// Cells that are written as values, or as a formula with its result.
struct Cells<'o> {
    out: &'o mut RowWriter,
    formula: Option<&'o RowFormula>,
}

impl Cells<'_> {
    fn number(&mut self, column0: u16, style: Style, value: f64) {
        match self.formula {
            Some(formula) => self.out.formula_number(column0, style, formula, value),
            None => self.out.number(column0, style, value),
        }
    }

    fn text(&mut self, column0: u16, style: Style, text: &str) {
        match self.formula {
            Some(formula) => self.out.formula_text(column0, style, formula, text),
            None if text.is_empty() => self.out.blank(column0, style),
            None => self.out.text(column0, style, text),
        }
    }
}
