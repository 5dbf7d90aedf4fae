//! The assessment sheet: every cell of the original table at its own address, and the judgement to the right of it.
//!
//! The sheet comes in two halves: a shell (widths, panes, filter, bars, notes, links, print setup and a specimen of every
//! style) for `rust_xlsxwriter`, and the rows, which are streamed. Where they meet is left to the package.

use std::collections::BTreeMap;
use std::sync::mpsc::SyncSender;

use rust_xlsxwriter::{
    ConditionalFormatCell, ConditionalFormatCellRule, ConditionalFormatDataBar, ConditionalFormatDataBarAxisPosition,
    ConditionalFormatType, DataValidation, Format, FormatAlign, IgnoreError, Note, Url, Worksheet, XlsxError,
};

use super::cells::{RowFormula, RowWriter, Style, for_attribute};
use super::columns::{self, Column, Kind};
use super::formulas;
use super::styles::{self, LINE, PERCENT, POINTS, color, lines, text_width};
use super::{MAX_COLUMNS, MAX_ROWS, WriteError};
use crate::problem::{Problem, Severity, Spot, column_letters};
use crate::report::palette::{self, RULE, Rgb};
use crate::report::{Choice, FunctionLine, MadeDecision, Recount, Report, Verdict};
use crate::table::{Cell, FormatId, Table};

/// The sheet's name, for links to it.
pub(super) const NAME: &str = "Assessment";
/// Original columns are at most as wide as this; longer texts go over several lines.
const WIDEST: f64 = 48.0;
/// How many rows are looked at for the widths of the columns.
const SAMPLED_ROWS: usize = 2_000;
/// Up to so many rows, each is as high as its text; beyond, all are one line high and can be scanned.
const MOST_TALL_ROWS: u32 = 2_000;
/// No row is higher than this many lines.
const MOST_LINES: usize = 10;
/// Excel keeps each note as a drawing, so there are at most so many.
const MOST_NOTES: usize = 1_000;
/// Excel's own limit on links in a sheet.
const MOST_LINKS: usize = 65_530;
/// Excel's own limit on the length of a link.
const LONGEST_LINK: usize = 2_079;
/// Number formats beyond so many are shown as general numbers, which keeps below Excel's limit on styles.
const MOST_FORMATS: usize = 2_000;
/// A built-in format is given by its number, so that Excel shows dates as the reader's country does.
const COUNTRY_DATE: (&str, u8) = ("mm-dd-yy", 14);
/// How many characters an A3 page takes side by side at a legible size.
const LEGIBLE_WIDTH: f64 = 300.0;
/// The bars' blue and amber: the verdicts' colours, light enough for the figures on them.
const BPO_BAR: Rgb = Rgb(0x8F_B3_D0);
const OUTSOURCING_BAR: Rgb = Rgb(0xF2_BE_6B);
/// The size of the buffers that are handed to the deflater.
const BUFFER: usize = 1 << 18;

/// What is to be drawn where.
pub(super) struct AssessmentSheet<'a> {
    report: &'a Report<'a>,
    table: &'a Table,
    original_columns: u16,
    added: Vec<Column>,
    /// The formulas of the added columns; none where cells are values.
    formulas: Vec<Option<RowFormula>>,
    /// The currency of the amounts that the summary adds up.
    currency: Option<usize>,
    original: Vec<OriginalColumn>,
    marks: BTreeMap<(u32, u16), Mark>,
}

/// Ranges of the sheet that the summary counts.
#[derive(Clone, Debug)]
pub(super) struct JudgedCells {
    /// The verdicts.
    pub(super) verdicts: String,
    /// The amounts in the currency that the summary adds up, where it does.
    pub(super) costs: Option<String>,
}

/// How an original column is drawn.
#[derive(Clone, Copy, Debug, PartialEq)]
struct OriginalColumn {
    width: f64,
    wraps: bool,
}

/// What is remarked on a cell.
#[derive(Debug, Default)]
struct Mark {
    text: String,
    /// Whether it could not be read, or only needs a remark.
    is_alert: bool,
}

/// The styles of the sheet, each by its position among the specimens.
pub(super) struct Styles {
    specimens: Vec<Format>,
    /// By number format.
    numbers: Vec<Style>,
    alert_numbers: BTreeMap<FormatId, Style>,
    text: Style,
    wrapped: Style,
    link: Style,
    alert: Style,
    above: Style,
    header: Style,
    added_header: Style,
    verdicts: [Style; 4],
    excluded: Style,
    points: Style,
    percent: Style,
    whole: Style,
    prose: Style,
    filled_in: Style,
    to_check: Style,
}

impl<'a> AssessmentSheet<'a> {
    /// Measures the table.
    ///
    /// # Errors
    /// It does not fit into a sheet.
    pub(super) fn plan(report: &'a Report<'a>) -> Result<Self, WriteError> {
        let table = report.table();
        let added = columns::of(report);
        let original_columns = original_columns(report);
        fits(report)?;
        let original = (0..original_columns as u16).map(|column0| measure(report, column0)).collect();
        let marks = marks(report);
        let original_columns = original_columns as u16;
        let formulas =
            if report.is_live() { formulas::of(report, &added, original_columns) } else { vec![None; added.len()] };
        let currency = columns::cost_split(report).map(|(currency, _)| currency);
        Ok(AssessmentSheet { report, table, original_columns, added, formulas, currency, original, marks })
    }

    /// The cells with the verdicts, and those with the amounts that belong to them; none where they are values.
    pub(super) fn judged_cells(&self) -> Option<JudgedCells> {
        if !self.report.is_live() {
            return None;
        }
        let rows = (self.report.header_row0() + 2, self.last_row0() + 1);
        let cells = |kind: Kind| {
            let position = self.added.iter().position(|column| column.kind == kind)?;
            let letters = column_letters(self.original_columns + position as u16);
            Some(format!("{NAME}!${letters}${}:${letters}${}", rows.0, rows.1.max(rows.0)))
        };
        Some(JudgedCells { verdicts: cells(Kind::Verdict)?, costs: cells(Kind::Cost) })
    }

    /// The cells from the first to the last.
    pub(super) fn dimension(&self) -> String {
        let last = column_letters(self.columns() - 1);
        format!("A1:{last}{}", self.table.rows().max(1))
    }

    /// About how many bytes the rows come to, judged by some from all over the table.
    pub(super) fn estimated_bytes(&self, styles: &Styles) -> u64 {
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

    fn columns(&self) -> u16 {
        self.original_columns + self.added.len() as u16
    }

    fn last_row0(&self) -> u32 {
        self.table.rows().saturating_sub(1).max(self.report.header_row0())
    }

    /// Everything but the rows, and the specimens in the first one.
    pub(super) fn draw_shell(&self, sheet: &mut Worksheet, styles: &Styles) -> Result<(), XlsxError> {
        self.set_up_view(sheet)?;
        self.set_up_print(sheet)?;
        self.draw_bars(sheet)?;
        self.offer_decisions(sheet)?;
        for (&(row0, column0), mark) in self.marks.iter().take(MOST_NOTES) {
            let note = Note::new(&mark.text).add_author_prefix(false).set_author("outsift");
            let note = note.set_width(240).set_height(90).set_font_name("Calibri").set_font_size(10);
            sheet.insert_note(row0, column0, &note)?;
        }
        for (&(row0, column0), target) in self.table.links.iter().take(MOST_LINKS) {
            if let Some(url) = drawable_link(target) {
                // A link that is not one to Excel stays a text.
                let _ = sheet.write_url(row0, column0, url);
            }
        }
        for (position, format) in styles.specimens.iter().enumerate() {
            sheet.write_number_with_format(0, position as u16, 0, format)?;
        }
        Ok(())
    }

    fn set_up_view(&self, sheet: &mut Worksheet) -> Result<(), XlsxError> {
        for (column0, width) in self.widths().enumerate() {
            sheet.set_column_width(column0 as u16, width)?;
        }
        let folded = |(position, column): (usize, &Column)| column.kind.is_folded().then_some(position as u16);
        let mut folded = (0..).zip(&self.added).filter_map(folded).map(|position| self.original_columns + position);
        if let Some(first) = folded.next() {
            sheet.group_columns_collapsed(first, folded.last().unwrap_or(first))?;
        }
        let header_row0 = self.report.header_row0();
        let frozen_columns = self.frozen_column0().map_or(0, |column0| column0 + 1);
        sheet.set_freeze_panes(self.frozen_rows(), frozen_columns)?;
        sheet.autofilter(header_row0, 0, self.last_row0(), self.columns() - 1)?;
        sheet.set_selection(header_row0 + 1, frozen_columns, header_row0 + 1, frozen_columns)?;
        // Digits that came as text stay text, without a warning on each.
        sheet.ignore_error_range(0, 0, self.last_row0(), self.columns() - 1, IgnoreError::NumberStoredAsText)?;
        sheet.set_tab_color(color(palette::fill(Verdict::TraditionalOutsourcing)));
        Ok(())
    }

    fn widths(&self) -> impl Iterator<Item = f64> {
        self.original.iter().map(|column| column.width).chain(self.added.iter().map(|column| column.width))
    }

    /// The last column that stays in view: that of the names, where it leaves room for others.
    fn frozen_column0(&self) -> Option<u16> {
        const WIDEST: f64 = 100.0;
        let name_column0 = self.report.name_column0();
        let width: f64 = self.widths().take(usize::from(name_column0) + 1).sum();
        (name_column0 < 4 && width <= WIDEST).then_some(name_column0)
    }

    /// How many rows stay in view: those to the header, where they leave room for others.
    fn frozen_rows(&self) -> u32 {
        const MOST: u32 = 10;
        let rows = self.report.header_row0() + 1;
        if rows <= MOST { rows } else { 0 }
    }

    fn set_up_print(&self, sheet: &mut Worksheet) -> Result<(), XlsxError> {
        let header_row0 = self.report.header_row0();
        // As many pages side by side as keep the letters legible, each with the names of the functions.
        let folded = self.added.iter().filter(|column| column.kind.is_folded());
        let width = self.widths().sum::<f64>() - folded.map(|column| column.width).sum::<f64>();
        sheet
            .set_landscape()
            .set_paper_size(8)
            .set_print_fit_to_pages((width / LEGIBLE_WIDTH).ceil().max(1.0) as u16, 0);
        if let Some(name_column0) = self.frozen_column0() {
            sheet.set_repeat_columns(0, name_column0)?;
        }
        sheet.set_margins(0.4, 0.4, 0.6, 0.6, 0.3, 0.3);
        sheet.set_footer("&L&9&F · &A&R&9&P of &N");
        sheet.set_repeat_rows(self.report.header_top0(), header_row0)?;
        Ok(())
    }

    /// Bars about zero on the score and on the evidence.
    fn draw_bars(&self, sheet: &mut Worksheet) -> Result<(), XlsxError> {
        let first_row0 = self.report.header_row0() + 1;
        if first_row0 > self.last_row0() {
            return Ok(());
        }
        let bar = ConditionalFormatDataBar::new()
            .set_minimum(ConditionalFormatType::Number, -100)
            .set_maximum(ConditionalFormatType::Number, 100)
            .set_fill_color(color(BPO_BAR))
            .set_negative_fill_color(color(OUTSOURCING_BAR))
            .set_solid_fill(true)
            .set_border_off(true)
            .set_axis_position(ConditionalFormatDataBarAxisPosition::Midpoint)
            .set_axis_color(color(RULE));
        for (offset, _) in
            self.added.iter().enumerate().filter(|(_, c)| matches!(c.kind, Kind::Evidence(_) | Kind::Score))
        {
            let column0 = self.original_columns + offset as u16;
            sheet.add_conditional_format(first_row0, column0, self.last_row0(), column0, &bar)?;
        }
        if self.report.is_live() {
            self.draw_verdict_colors(sheet, first_row0)?;
        }
        Ok(())
    }

    /// Each verdict's colours, wherever it comes to stand.
    fn draw_verdict_colors(&self, sheet: &mut Worksheet, first_row0: u32) -> Result<(), XlsxError> {
        for verdict in Verdict::ALL {
            let format = styles::verdict_colors(Format::new(), verdict);
            let rule = ConditionalFormatCell::new()
                .set_rule(ConditionalFormatCellRule::EqualTo(verdict.name()))
                .set_format(format);
            let column0 = self.original_columns;
            sheet.add_conditional_format(first_row0, column0, self.last_row0(), column0, &rule)?;
        }
        Ok(())
    }

    /// A list in the cells for decisions.
    fn offer_decisions(&self, sheet: &mut Worksheet) -> Result<(), XlsxError> {
        let first_row0 = self.report.header_row0() + 1;
        let Some(offset) = self.added.iter().position(|column| column.kind == Kind::Decision) else { return Ok(()) };
        if first_row0 > self.last_row0() {
            return Ok(());
        }
        let column0 = self.original_columns + offset as u16;
        let list = DataValidation::new()
            .allow_list_strings(&Choice::OFFERED.each_ref().map(Choice::name))?
            .set_error_title("Not one of the listed decisions")?
            .set_error_message("Choose from the list, and put anything else into the column Note.")?;
        sheet.add_data_validation(first_row0, column0, self.last_row0(), column0, &list)?;
        Ok(())
    }

    /// The styles that the sheet needs.
    pub(super) fn styles(&self) -> Styles {
        let mut specimens = Vec::new();
        let mut add = |format: Format| {
            specimens.push(format);
            Style(specimens.len() as u16 - 1)
        };
        let number = |format: &str| match format {
            "General" => styles::figure(),
            format if format == COUNTRY_DATE.0 => styles::figure().set_num_format_index(COUNTRY_DATE.1),
            // Excel's limit on the length of a number format.
            format if format.chars().count() > 255 => styles::figure(),
            format => styles::figure().set_num_format(for_attribute(format)),
        };
        let numbers: Vec<Style> =
            self.table.formats.iter().take(MOST_FORMATS).map(|format| add(number(format))).collect();
        let mut alert_numbers = BTreeMap::new();
        for (&(row0, column0), _) in self.marks.iter().filter(|(_, mark)| mark.is_alert) {
            if let Cell::Number { format, .. } | Cell::Date { format, .. } = self.table.cell(row0, column0) {
                let name = self.table.formats.get(usize::from(format)).map_or("General", String::as_str);
                alert_numbers.entry(format).or_insert_with(|| add(styles::alert(number(name))));
            }
        }
        let panel = |format: Format| styles::ruled(styles::on_panel(format));
        Styles {
            numbers,
            alert_numbers,
            text: add(styles::plain()),
            wrapped: add(styles::wrapped()),
            link: add(styles::link().set_text_wrap()),
            alert: add(styles::alert(styles::wrapped())),
            above: add(styles::plain()),
            header: add(styles::header()),
            added_header: add(styles::header().set_align(FormatAlign::Left).set_indent(1)),
            verdicts: Verdict::ALL.map(|verdict| add(styles::ruled(styles::verdict(verdict)))),
            excluded: add(panel(styles::muted().set_text_wrap().set_italic())),
            points: add(panel(styles::figure().set_num_format(POINTS))),
            percent: add(panel(styles::figure().set_num_format(PERCENT))),
            whole: add(panel(styles::figure().set_num_format("#,##0"))),
            prose: add(panel(styles::indented())),
            filled_in: add(styles::ruled(styles::indented())),
            to_check: add(styles::ruled(styles::alert(styles::indented()))),
            specimens,
        }
    }

    fn rows<'s>(
        &'s self,
        styles: &'s Styles,
        style_indices: Vec<u32>,
    ) -> Rows<'s, impl Iterator<Item = (u32, &'static str)>> {
        let out = RowWriter::new(usize::from(self.columns()), style_indices);
        let header_row0 = self.report.header_row0();
        let below_header = self.report.excluded().filter(move |(row0, _)| *row0 > header_row0);
        Rows { sheet: self, styles, out, function: 0, excluded: below_header.peekable() }
    }

    /// Makes the rows and hands them over in buffers; stops where nobody takes them.
    pub(super) fn write_rows(&self, styles: &Styles, style_indices: Vec<u32>, to: &SyncSender<Vec<u8>>) {
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
}

/// The rows, one after another.
struct Rows<'s, I: Iterator<Item = (u32, &'static str)>> {
    sheet: &'s AssessmentSheet<'s>,
    styles: &'s Styles,
    out: RowWriter,
    /// The next function to come.
    function: usize,
    /// The rows to come that are no functions.
    excluded: std::iter::Peekable<I>,
}

impl<I: Iterator<Item = (u32, &'static str)>> Rows<'_, I> {
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
        } else if self.function < report.functions() && report.row0(self.function) == row0 {
            let line = report.line(self.function);
            self.out.start_row(row0, Some(self.sheet.height(row0, Some(&line))));
            self.write_original(row0);
            let recount = report.is_live().then(|| report.recount(self.function));
            self.write_line(&line, recount.as_ref());
            self.function += 1;
        } else {
            self.out.start_row(row0, Some(self.sheet.height(row0, None)));
            self.write_original(row0);
            if let Some((_, reason)) = self.excluded.next_if(|(excluded, _)| *excluded == row0) {
                let text = format!("excluded: {reason}");
                self.out.text(self.sheet.original_columns, self.styles.excluded, &text);
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
            self.out.text(column0, self.styles.added_header, &column.header);
        }
    }

    fn write_original(&mut self, row0: u32) {
        let AssessmentSheet { table, report, original, marks, .. } = self.sheet;
        let in_row = (row0, 0)..=(row0, u16::MAX);
        let has_marks = !marks.is_empty() && marks.range(in_row.clone()).next().is_some();
        let has_links = !table.links.is_empty() && table.links.range(in_row).next().is_some();
        for (column0, &cell) in (0..).zip(table.row(row0)) {
            let at = (row0, column0);
            let alert = has_marks && marks.get(&at).is_some_and(|mark| mark.is_alert);
            let style = match cell {
                Cell::Number { format, .. } | Cell::Date { format, .. } if alert => self.styles.alert_numbers[&format],
                Cell::Number { format, .. } | Cell::Date { format, .. } => self.styles.number(format),
                _ if alert => self.styles.alert,
                Cell::Empty => continue,
                Cell::Text(_) if row0 < report.header_row0() => self.styles.above,
                Cell::Text(_) if has_links && table.links.contains_key(&at) => self.styles.link,
                Cell::Text(_) if original[usize::from(column0)].wraps => self.styles.wrapped,
                _ => self.styles.text,
            };
            self.write_cell(column0, cell, style);
        }
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

    fn write_line(&mut self, line: &FunctionLine, recount: Option<&Recount>) {
        let Styles { points, percent, prose, filled_in, to_check, .. } = *self.styles;
        let decision = line.decision;
        let filled = |text: fn(&MadeDecision) -> &str| decision.map_or("", text);
        let of_choice = if filled(|decision| &decision.check).is_empty() { filled_in } else { to_check };
        let AssessmentSheet { original_columns, added, formulas, .. } = self.sheet;
        for ((column0, column), formula) in (*original_columns..).zip(added).zip(formulas) {
            let out = &mut Cells { out: &mut self.out, formula: formula.as_ref() };
            match column.kind {
                // In a live sheet, a rule gives the verdict that comes out its colours.
                Kind::Verdict if formula.is_some() => out.text(column0, prose, line.verdict.name()),
                Kind::Verdict => out.text(column0, self.styles.verdict(line.verdict), line.verdict.name()),
                Kind::Score => out.number(column0, points, line.score),
                Kind::Lowest => out.number(column0, points, line.low),
                Kind::Highest => out.number(column0, points, line.high),
                Kind::Coverage => out.number(column0, percent, line.coverage),
                Kind::Robustness => match line.robustness {
                    Some(share) => out.number(column0, percent, share),
                    None => out.text(column0, percent, ""),
                },
                Kind::Evidence(criterion) => match line.evidence.get(criterion).copied().flatten() {
                    Some(evidence) => out.number(column0, points, f64::from(evidence)),
                    None => out.text(column0, points, ""),
                },
                Kind::Decision => {
                    let choice = filled(|decision| decision.choice.as_ref().map_or("", Choice::name));
                    out.text(column0, of_choice, choice);
                }
                Kind::DecidedBy => out.text(column0, filled_in, filled(|decision| &decision.by)),
                Kind::Note => out.text(column0, filled_in, filled(|decision| &decision.note)),
                Kind::Check => out.text(column0, of_choice, filled(|decision| &decision.check)),
                Kind::Strength => out.text(column0, prose, line.strength),
                Kind::Review => out.text(column0, prose, &line.review),
                Kind::Reasons => out.text(column0, prose, &line.reasons),
                Kind::Missing => out.text(column0, prose, &line.missing),
                Kind::Benefits => out.text(column0, prose, &line.benefits),
                Kind::Risks => out.text(column0, prose, &line.risks),
                Kind::ContractTerms => out.text(column0, prose, &line.contract_terms),
                folded => self.write_folded(column0, folded, recount),
            }
        }
    }

    /// A cell that only serves the formulas.
    fn write_folded(&mut self, column0: u16, kind: Kind, recount: Option<&Recount>) {
        let Styles { points, percent, whole, .. } = *self.styles;
        let formula = self.sheet.formulas[usize::from(column0 - self.sheet.original_columns)].as_ref();
        let cost = self.sheet.currency.and_then(|currency| self.sheet.report.cost_in(currency, self.function));
        let out = &mut Cells { out: &mut self.out, formula };
        let Some(Recount { evidence, weighted, lowest, highest, shares }) = recount else { return };
        match (kind, cost) {
            (Kind::Least(i), _) => out.number(column0, points, f64::from(evidence[i].low)),
            (Kind::Most(i), _) => out.number(column0, points, f64::from(evidence[i].high)),
            (Kind::Torn(i), _) => out.number(column0, whole, f64::from(u8::from(evidence[i].conflict))),
            (Kind::Weighted, _) => out.number(column0, whole, *weighted as f64),
            (Kind::WeightedLeast, _) => out.number(column0, whole, *lowest as f64),
            (Kind::WeightedMost, _) => out.number(column0, whole, *highest as f64),
            (Kind::ShareAbove, _) => out.number(column0, percent, shares.0),
            (Kind::ShareBelow, _) => out.number(column0, percent, shares.1),
            (_, Some(cost)) => out.number(column0, whole, cost),
            (_, None) => out.text(column0, whole, ""),
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

impl Styles {
    fn number(&self, format: FormatId) -> Style {
        self.numbers.get(usize::from(format)).copied().unwrap_or(self.numbers[0])
    }

    fn verdict(&self, verdict: Verdict) -> Style {
        let [bpo, outsourcing, split, insufficient] = self.verdicts;
        match verdict {
            Verdict::Bpo => bpo,
            Verdict::TraditionalOutsourcing => outsourcing,
            Verdict::Split => split,
            Verdict::InsufficientEvidence => insufficient,
        }
    }
}

/// Heights and widths.
impl AssessmentSheet<'_> {
    fn header_height(&self) -> f64 {
        // The filter's button takes up the room of two characters.
        let original = (0..).zip(&self.original).map(|(column0, column)| {
            let header = self.table.cell(self.report.header_row0(), column0);
            lines(&self.table.shown(header), column.width - 2.0)
        });
        let added = self.added.iter().map(|column| lines(&column.header, column.width - 2.0));
        LINE * original.chain(added).max().unwrap_or(1).clamp(1, 5) as f64 + 2.0
    }

    /// The height of a row that shows its texts, in a table of few rows; else that of one line.
    fn height(&self, row0: u32, line: Option<&FunctionLine>) -> f64 {
        if self.table.rows() > MOST_TALL_ROWS {
            return LINE;
        }
        let original = self.table.row(row0).iter().zip(&self.original).filter(|(_, column)| column.wraps);
        let original = original.map(|(cell, column)| lines(&self.table.shown(*cell), column.width));
        let added = self.added.iter().map(|column| match (column.kind, line) {
            (Kind::Reasons, Some(line)) => lines(&line.reasons, column.width),
            (Kind::Missing, Some(line)) => lines(&line.missing, column.width),
            (Kind::Benefits, Some(line)) => lines(&line.benefits, column.width),
            (Kind::Risks, Some(line)) => lines(&line.risks, column.width),
            (Kind::ContractTerms, Some(line)) => lines(&line.contract_terms, column.width),
            (Kind::Note, Some(line)) => lines(line.decision.map_or("", |decision| &decision.note), column.width),
            (Kind::Check, Some(line)) => lines(line.decision.map_or("", |decision| &decision.check), column.width),
            _ => 1,
        });
        LINE * original.chain(added).max().unwrap_or(1).clamp(1, MOST_LINES) as f64
    }
}

/// The columns of the table, up to the last of its widest row.
fn original_columns(report: &Report) -> usize {
    let table = report.table();
    let widest_row = (0..table.rows()).map(|row0| table.row(row0).len()).max().unwrap_or(0);
    usize::from(report.columns()).max(widest_row)
}

/// Whether a sheet can hold the table and the judgement beside it.
pub(super) fn fits(report: &Report) -> Result<(), WriteError> {
    let (rows, added) = (report.table().rows(), columns::of(report).len());
    let columns = original_columns(report) + added;
    if rows > MAX_ROWS || columns > MAX_COLUMNS {
        return Err(WriteError::TooLarge { rows, columns, added });
    }
    Ok(())
}

/// How wide an original column must be for its content, up to [`WIDEST`].
fn measure(report: &Report, column0: u16) -> OriginalColumn {
    const PADDING: f64 = 2.0;
    let table = report.table();
    let header_row0 = report.header_row0();
    // A heading or a note may run over the columns beside it.
    let sampled = (0..report.functions().min(SAMPLED_ROWS)).map(|function| report.row0(function));
    let content = sampled.map(|row0| cell_width(table, table.cell(row0, column0))).fold(0.0, f64::max);
    let header = table.shown(table.cell(header_row0, column0));
    let longest_word = header.split_whitespace().map(text_width).fold(0.0, f64::max);
    // A header may go over two lines; its words are kept whole, and the filter's button has its room.
    let header_width = (text_width(&header) / 2.0).clamp(longest_word, longest_word.max(20.0)) + 4.0;
    let wanted = (content + PADDING).max(header_width).max(9.0);
    OriginalColumn { width: wanted.min(WIDEST).ceil(), wraps: content + PADDING > WIDEST }
}

/// The width of a cell as its number format is likely to show it.
fn cell_width(table: &Table, cell: Cell) -> f64 {
    match cell {
        Cell::Text(id) => table.text(id).lines().map(text_width).fold(0.0, f64::max),
        Cell::Number { value, format } => {
            let format = table.formats.get(usize::from(format)).map_or("", String::as_str);
            let separators = if format.contains(',') { value.abs().max(1.0).log10() / 3.0 } else { 0.0 };
            let signs = if format == "General" { 0.0 } else { 3.0 };
            text_width(&format!("{value:.2}")).min(14.0) + separators + signs
                - if value.fract() == 0.0 { 2.0 } else { 0.0 }
        }
        Cell::Date { format, .. } => {
            table.formats.get(usize::from(format)).map_or(10.0, |f| text_width(f).clamp(10.0, 20.0))
        }
        cell => text_width(&table.shown(cell)),
    }
}

/// What is remarked on the cells of this table.
fn marks(report: &Report) -> BTreeMap<(u32, u16), Mark> {
    let table = report.table();
    let mut marks: BTreeMap<(u32, u16), Mark> = BTreeMap::new();
    for problem in &report.summary.problems {
        if let (Spot::Cell { column0, .. }, Some(row0)) = (problem.place.spot, table.row0_of(&problem.place)) {
            let mark = marks.entry((row0, column0)).or_default();
            mark.is_alert |= problem.severity != Severity::Note;
            if !mark.text.is_empty() {
                mark.text.push_str("\n\n");
            }
            mark.text.push_str(&remark(problem));
        }
    }
    marks
}

fn remark(problem: &Problem) -> String {
    let mut text = format!("{}: {}", problem.severity.name(), problem.message);
    if let Some(help) = &problem.help {
        text.push('\n');
        text.push_str(help);
    }
    text
}

/// A link that Excel accepts.
fn drawable_link(target: &str) -> Option<Url> {
    let known = ["http://", "https://", "ftp://", "mailto:"].iter().any(|scheme| target.starts_with(scheme));
    let can_be_written = for_attribute(target) == target && target.chars().count() <= LONGEST_LINK;
    (known && can_be_written).then(|| Url::new(target))
}
