//! The shell of the assessment sheet: all of it but the rows.

use std::collections::BTreeMap;

use rust_xlsxwriter::{
    ConditionalFormatCustomIcon, ConditionalFormatDataBar, ConditionalFormatDataBarAxisPosition,
    ConditionalFormatFormula, ConditionalFormatIconSet, ConditionalFormatIconType, ConditionalFormatType,
    DataValidation, Format, IgnoreError, Url, Worksheet, XlsxError,
};

use super::columns::Column;
use super::content::Edited;
use super::folding;
use super::formulas;
use super::kinds::Kind;
use super::marks;
use super::plan::AssessmentSheet;
use super::specimens::Styles;
use crate::assessment::Verdict;
use crate::problem::column_letters;
use crate::report::words::messages::Messages;
use crate::report::words::palette::{self, RULE};
use crate::report::words::quotes::in_print;
use crate::report::workbook::kit::cells::{cut, for_attribute};
use crate::report::workbook::kit::forms;
use crate::report::workbook::kit::styles::{self, color};
use crate::sheets::{DECISIONS, LEVEL, LEVEL_WORDS, NOTES_BY};
use crate::table::Note;

/// Excel keeps each note as a drawing, so there are at most so many on the cells of a column; one on its header says how many
/// more there are.
const MOST_NOTES: usize = 25;
/// On so many verdicts there are notes, those on the costliest functions; a column has the reasons for all.
const MOST_EXPLAINED: u32 = 500;
/// How wide notes are, in pixels and in characters.
const NOTE_PIXELS: u32 = 320;
const NOTE_WIDTH: f64 = 42.0;
/// Excel's own limit on links in a sheet.
const MOST_LINKS: usize = 65_530;
/// Excel's own limit on the length of a link.
const LONGEST_LINK: usize = 2_079;
/// How many characters an A3 page takes side by side at a legible size.
const LEGIBLE_WIDTH: f64 = 300.0;

impl AssessmentSheet<'_> {
    /// Everything but the rows, and the specimens in the first one.
    pub(crate) fn draw_shell(&self, sheet: &mut Worksheet, styles: &Styles) -> Result<(), XlsxError> {
        self.set_up_view(sheet)?;
        self.set_up_print(sheet)?;
        self.draw_bars(sheet)?;
        self.offer(sheet)?;
        self.insert_notes(sheet)?;
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

    /// What is remarked on cells, why the costliest functions have their verdicts, and over it all what the sheet shows.
    fn insert_notes(&self, sheet: &mut Worksheet) -> Result<(), XlsxError> {
        let say = self.report.say();
        let header_row0 = self.report.header_row0();
        let explained = (0..self.report.functions()).filter(|function| self.place(*function) <= MOST_EXPLAINED);
        let verdicts = explained.map(|function| {
            let at = (self.report.row0(function), self.original_columns);
            (at, self.report.in_two_sentences(function))
        });
        // In a note, because every row of the sheet belongs to the table.
        let legend = ((header_row0, self.original_columns), say.assessment_legend().to_owned());
        let shown = (self.original_columns..).zip(&self.added).skip(1).filter(|(_, column)| !column.is_folded());
        let meanings = shown.map(|(column0, column)| ((header_row0, column0), column.definition.meaning.to_owned()));
        for (at, text) in [legend].into_iter().chain(meanings).chain(verdicts) {
            insert_note(sheet, at, None, &in_print(&text))?;
        }
        let marks =
            marks::noted(&self.marks, MOST_NOTES, |more| ((header_row0, more.0), say.assessment_more_notes(more.1)));
        let mut theirs: BTreeMap<(u32, u16), &Note> = self.table.notes().collect();
        for (at, remark) in marks {
            match theirs.remove(&at) {
                Some(note) => insert_note(sheet, at, Some(&note.author), &format!("{}\n\n{remark}", note.text))?,
                None => insert_note(sheet, at, None, &in_print(&remark))?,
            }
        }
        let within =
            |((row0, column0), _): &((u32, u16), &Note)| *row0 <= self.last_row0() && *column0 < self.original_columns;
        for (at, note) in theirs.into_iter().filter(within) {
            insert_note(sheet, at, Some(&note.author), &note.text)?;
        }
        Ok(())
    }

    fn set_up_view(&self, sheet: &mut Worksheet) -> Result<(), XlsxError> {
        for (column0, width) in self.widths().enumerate() {
            sheet.set_column_width(column0 as u16, width)?;
        }
        for (first, last) in folding::stretches(self.is_folded()) {
            sheet.group_columns_collapsed(first, last)?;
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

    /// Whether each column is out of view until somebody unfolds it.
    fn is_folded(&self) -> impl Iterator<Item = bool> {
        self.original.iter().map(|column| column.is_folded).chain(self.added.iter().map(Column::is_folded))
    }

    fn widths(&self) -> impl Iterator<Item = f64> {
        let added = self.added.iter().map(|column| column.definition.width.max(styles::header_width(&column.header)));
        self.original.iter().map(|column| column.width).chain(added)
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
        let shown = self.widths().zip(self.is_folded()).filter(|(_, is_folded)| !is_folded);
        let width: f64 = shown.map(|(width, _)| width).sum();
        sheet
            .set_landscape()
            .set_paper_size(8)
            .set_print_fit_to_pages((width / LEGIBLE_WIDTH).ceil().max(1.0) as u16, 0);
        if let Some(name_column0) = self.frozen_column0() {
            sheet.set_repeat_columns(0, name_column0)?;
        }
        styles::frame_print(sheet);
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
            .set_fill_color(color(palette::BPO_BAR))
            .set_negative_fill_color(color(palette::OUTSOURCING_BAR))
            .set_solid_fill(true)
            .set_border_off(true)
            .set_axis_position(ConditionalFormatDataBarAxisPosition::Midpoint)
            .set_axis_color(color(RULE));
        for (offset, _) in self.added.iter().enumerate().filter(|(_, c)| matches!(c.kind, Kind::Evidence | Kind::Score))
        {
            let column0 = self.original_columns + offset as u16;
            sheet.add_conditional_format(first_row0, column0, self.last_row0(), column0, &bar)?;
        }
        if self.report.is_live() {
            self.draw_verdict_colors(sheet, first_row0)?;
            self.mark_changes(sheet, first_row0)?;
        }
        self.draw_flags(sheet, first_row0)
    }

    /// Marks levels that are not those of the run, or none at all, and cells that levels were read from likewise.
    fn mark_changes(&self, sheet: &mut Worksheet, first_row0: u32) -> Result<(), XlsxError> {
        let last_row0 = self.last_row0();
        let cell = |column0: u16| format!("${}{}", column_letters(column0), first_row0 + 1);
        let mut mark = |column0: u16, rule: &str, format: Format| {
            let rule = ConditionalFormatFormula::new().set_rule(rule).set_format(format);
            sheet.add_conditional_format(first_row0, column0, last_row0, column0, &rule).map(drop)
        };
        for attribute in 0..self.deciding.attributes.len() {
            let columns0 = [Kind::Level, Kind::Figure, Kind::AsRead].map(|kind| self.column0_of(kind, attribute));
            let [Some(level), Some(figure), Some(read)] = columns0 else { continue };
            if self.deciding.disputed.contains(&self.deciding.attributes[attribute]) {
                let [given, then] = [level, read].map(|column0| formulas::is_disputed(&cell(column0)));
                mark(level, &format!("{given}*{then}=1"), styles::disputed())?;
            }
            mark(level, &formulas::is_no_level(self.say(), &cell(level)), styles::no_level())?;
            mark(level, &formulas::is_other(&cell(figure), &cell(read)), styles::changed())?;
        }
        for (at, column0) in self.deciding.columns0.iter().enumerate() {
            let Some(exported) = self.column0_of(Kind::AsExported, at) else { continue };
            mark(*column0, &formulas::is_other(&cell(*column0), &cell(exported)), styles::changed())?;
        }
        Ok(())
    }

    /// A flag for one reason to look again, a red one for two, and none for none.
    fn draw_flags(&self, sheet: &mut Worksheet, first_row0: u32) -> Result<(), XlsxError> {
        let Some(column0) = self.column0(Kind::Flag) else { return Ok(()) };
        let from = |reasons: i32| ConditionalFormatCustomIcon::new().set_rule(ConditionalFormatType::Number, reasons);
        let flag = |reasons, index| from(reasons).set_icon_type(ConditionalFormatIconType::ThreeFlags, index);
        // The icons of a set are counted from the red one.
        let icons = [from(0).set_no_icon(true), flag(1, 1), flag(2, 0)];
        let flags = ConditionalFormatIconSet::new()
            .set_icon_type(ConditionalFormatIconType::ThreeFlags)
            .set_icons(&icons)
            .show_icons_only(true);
        sheet.add_conditional_format(first_row0, column0, self.last_row0(), column0, &flags)?;
        Ok(())
    }

    /// Says what may be typed into the columns that can be edited.
    fn offer(&self, sheet: &mut Worksheet) -> Result<(), XlsxError> {
        let first_row0 = self.report.header_row0() + 1;
        if first_row0 > self.last_row0() {
            return Ok(());
        }
        let mut first = self.original_columns;
        for alike in self.added.chunk_by(|a, b| a.definition.edited == b.definition.edited) {
            let after = first + alike.len() as u16;
            if let Some(allowed) = allowed(self.report.say(), alike[0].definition.edited)? {
                sheet.add_data_validation(first_row0, first, self.last_row0(), after - 1, &allowed)?;
            }
            first = after;
        }
        Ok(())
    }

    /// Each verdict's colours, wherever it comes to stand.
    fn draw_verdict_colors(&self, sheet: &mut Worksheet, first_row0: u32) -> Result<(), XlsxError> {
        for rule in styles::verdict_rules(self.say()) {
            sheet.add_conditional_format(
                first_row0,
                self.original_columns,
                self.last_row0(),
                self.original_columns,
                &rule,
            )?;
        }
        Ok(())
    }
}

/// What a cell takes; none where it takes anything, or is not meant to be edited.
fn allowed(say: &Messages, edited: Edited) -> Result<Option<DataValidation>, XlsxError> {
    Ok(match edited {
        Edited::Lost | Edited::TakenOver => None,
        Edited::TakenOverAsChoice => Some(
            DataValidation::new()
                .allow_list_strings(&DECISIONS.map(|decision| say.name(decision)))?
                .set_error_title(forms::prompt_title(say.assessment_not_a_decision()))?
                .set_error_message(forms::prompt(say.assessment_decisions()))?,
        ),
        Edited::JudgesAgain => Some(
            DataValidation::new()
                .allow_list_strings(&LEVEL_WORDS.map(|(_, word)| say.name(word)))?
                // A number from 0 to 100 is a level, too; what is none is marked.
                .show_error_message(false)
                .set_input_title(forms::prompt_title(say.name(LEVEL)))?
                .set_input_message(forms::prompt(say.assessment_level()))?,
        ),
    })
}

/// Puts a note on a cell: somebody's, or one of this program.
fn insert_note(sheet: &mut Worksheet, at: (u32, u16), author: Option<&str>, text: &str) -> Result<(), XlsxError> {
    let height = 10 + 17 * styles::lines(text, NOTE_WIDTH).clamp(2, 16) as u32;
    let named = author.filter(|author| !author.is_empty());
    let note =
        rust_xlsxwriter::Note::new(cut(text)).add_author_prefix(named.is_some()).set_author(author.unwrap_or(NOTES_BY));
    let note = note.set_width(NOTE_PIXELS).set_height(height).set_font_name("Calibri").set_font_size(10);
    sheet.insert_note(at.0, at.1, &note)?;
    Ok(())
}

/// A link that Excel accepts.
fn drawable_link(target: &str) -> Option<Url> {
    let can_be_written = for_attribute(target) == target && target.chars().count() <= LONGEST_LINK;
    can_be_written.then(|| Url::new(target))
}
