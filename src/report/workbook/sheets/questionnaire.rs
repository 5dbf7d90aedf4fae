//! The questions on the open functions, a row each: white where an answer is wanted, grey where none is.

use std::io::Write;

use rust_xlsxwriter::{DataValidation, Format, FormatAlign, FormatBorder, IgnoreError, Workbook, Worksheet, XlsxError};

use super::settling;
use crate::problem::column_letters;
use crate::report::asking::form::{self, FieldGroup};
use crate::report::asking::questionnaire::{Line, Questionnaire, WHO};
use crate::report::words::messages::Messages;
use crate::report::words::palette::{INK, MUTED};
use crate::report::words::quotes::in_print;
use crate::report::workbook::kit::book::{WriteError, add, properties_of};
use crate::report::workbook::kit::cells::cut;
use crate::report::workbook::kit::forms;
use crate::report::workbook::kit::styles::{self, LINE, color};
use crate::report::workbook::kit::table::{Entry, Page, TYPED_LINES, write_entry, write_link};
use crate::sheets::{ANSWERED_BY, ANSWERED_ON, QUESTIONS, READ_ME};

/// The width of a question's column and of what is known, in characters.
const QUESTION_WIDTH: f64 = 21.0;
const KNOWN_WIDTH: f64 = 48.0;
const ROW_WIDTH: f64 = 9.0;
/// The width of the columns that say who answered, and when.
const WHO_WIDTH: f64 = 16.0;
/// How many ranges of cells one list serves.
const MOST_RANGES: usize = 100;

/// Writes a questionnaire.
///
/// # Errors
/// The file cannot be made or written.
pub fn write(say: &Messages, questionnaire: &Questionnaire, mut into: impl Write) -> Result<(), WriteError> {
    let mut book = Workbook::new();
    book.set_properties(&properties_of(say.ask_title(), &questionnaire.inventory, questionnaire.day));
    let lead = if questionnaire.more.is_empty() { &questionnaire.lead } else { &questionnaire.more };
    let head = Head {
        title: lead,
        format: styles::heading(),
        sentences: &[say.ask_legend()],
        row: &|line| (Entry::Figure(line.row.clone()), None),
    };
    add(&mut book, say.name(READ_ME), |sheet| read_me(sheet, say, questionnaire))?;
    add(&mut book, say.name(QUESTIONS), |sheet| {
        questions(sheet, say, questionnaire, &head)?;
        settling::write(sheet, questionnaire, head.question_row() + 2)
    })?;
    settling::define(&mut book, say, say.name(QUESTIONS), questionnaire)?;
    book.worksheet_from_name(say.name(QUESTIONS))?.set_active(true);
    into.write_all(&book.save_to_buffer()?).map_err(WriteError::from)
}

/// What stands above the questions, and where the functions' names lead.
pub(crate) struct Head<'h> {
    pub(crate) title: &'h str,
    pub(crate) format: Format,
    pub(crate) sentences: &'h [&'h str],
    /// How a function's row of the inventory is shown, and whether the name itself leads there.
    pub(crate) row: &'h dyn Fn(&Line) -> (Entry, Option<String>),
}

impl Head<'_> {
    /// The row of the questions in words; the headers stand below them.
    pub(crate) fn question_row(&self) -> u32 {
        self.sentences.len() as u32 + 1
    }

    fn write(&self, sheet: &mut Worksheet) -> Result<(), XlsxError> {
        sheet.set_row_height(0, 30)?;
        sheet.write_string_with_format(0, 0, self.title, &self.format)?;
        for (row, sentence) in (1..).zip(self.sentences) {
            sheet.write_string_with_format(row, 0, &*in_print(sentence), &styles::muted())?;
        }
        Ok(())
    }
}

/// The table of questions.
pub(crate) fn questions(
    sheet: &mut Worksheet,
    say: &Messages,
    questionnaire: &Questionnaire,
    head: &Head,
) -> Result<(), XlsxError> {
    let Questionnaire { identity, questions, lines, .. } = questionnaire;
    let (first, known) = (identity.len() as u16, (identity.len() + questions.len()) as u16 + WHO);
    let (question_row, header_row) = (head.question_row(), head.question_row() + 1);
    head.write(sheet)?;
    let longest = questions.iter().map(|asked| styles::lines(&asked.field.asked(), QUESTION_WIDTH)).max().unwrap_or(1);
    sheet.set_row_height(question_row, LINE * longest as f64 + 6.0)?;
    sheet.set_row_height(header_row, LINE + 8.0)?;
    let in_words = styles::wrapped()
        .set_font_color(color(MUTED))
        .set_align(FormatAlign::Bottom)
        .set_align(FormatAlign::Left)
        .set_indent(1);
    let formats = Formats::new(questionnaire);
    headers(sheet, say, questionnaire, &formats, header_row)?;
    for (column0, asked) in (first..).zip(questions) {
        sheet.write_string_with_format(question_row, column0, asked.field.asked(), &in_words)?;
        sheet.write_string_with_format(header_row, column0, &asked.field.header, &forms::band(FieldGroup::Decides))?;
        sheet.set_column_width(column0, QUESTION_WIDTH)?;
    }
    for (row, line) in (header_row + 1..).zip(lines) {
        write_line(sheet, row, line, &formats)?;
        let (shown, target) = (head.row)(line);
        write_entry(sheet, row, known + 1, &shown)?;
        if let Some(target) = target {
            let (column0, format) = (questionnaire.name_at as u16, styles::row(indented_link()));
            write_link(sheet, row, column0, &line.identity[questionnaire.name_at], &target, &format)?;
        }
    }
    for (at, asked) in questions.iter().enumerate() {
        let validation = forms::validation(say, &asked.field, true)?;
        offer(sheet, first + at as u16, &validation, &ranges(lines, at, header_row + 1))?;
    }
    let last = header_row + lines.len() as u32;
    // An id or a name of digits stays the text that it is.
    sheet.ignore_error_range(header_row + 1, 0, last, first - 1, IgnoreError::NumberStoredAsText)?;
    sheet.autofilter(header_row, 0, last, known)?;
    forms::set_up(sheet, header_row, first)?;
    let column0 = lines.first().and_then(|line| line.first).unwrap_or(0);
    sheet.set_selection(header_row + 1, first + column0 as u16, header_row + 1, first + column0 as u16)?;
    Ok(())
}

/// The headers of all columns but those of the questions.
fn headers(
    sheet: &mut Worksheet,
    say: &Messages,
    questionnaire: &Questionnaire,
    formats: &Formats,
    header_row: u32,
) -> Result<(), XlsxError> {
    let Questionnaire { identity, questions, known_header, row_header, .. } = questionnaire;
    let before = identity.iter().map(String::as_str).zip(formats.identity_widths.iter().copied());
    let beside = [(say.name(ANSWERED_BY), WHO_WIDTH), (say.name(ANSWERED_ON), WHO_WIDTH)];
    let behind = beside.into_iter().chain([(*known_header, KNOWN_WIDTH), (*row_header, ROW_WIDTH)]);
    let behind = ((identity.len() + questions.len()) as u16..).zip(behind);
    for (column0, (header, width)) in (0..).zip(before).chain(behind) {
        sheet.write_string_with_format(header_row, column0, header, &forms::header(FieldGroup::Identity))?;
        sheet.set_column_width(column0, width)?;
    }
    Ok(())
}

fn indented_link() -> Format {
    styles::link().set_text_wrap().set_align(FormatAlign::Left).set_indent(1)
}

/// As wide as the longest text, within reason.
fn identity_width(questionnaire: &Questionnaire, at: usize) -> f64 {
    let texts = questionnaire.lines.iter().flat_map(|line| line.identity[at].lines());
    let widest = texts.chain([questionnaire.identity[at].as_str()]).map(styles::text_width).fold(0.0, f64::max);
    (widest + 4.0).clamp(12.0, 40.0)
}

/// The formats and the widths of a line's cells.
struct Formats {
    identity: Format,
    identity_widths: Vec<f64>,
    /// A question's cell, and the same where it is the first.
    asked: Vec<[Format; 2]>,
    not_asked: Format,
    who: [Format; WHO as usize],
    known: Format,
}

impl Formats {
    fn new(questionnaire: &Questionnaire) -> Formats {
        Formats {
            identity: styles::row(styles::indented()),
            identity_widths: (0..questionnaire.identity.len()).map(|at| identity_width(questionnaire, at)).collect(),
            asked: questionnaire
                .questions
                .iter()
                .map(|asked| {
                    let format = forms::blank(asked.field.entry).set_align(FormatAlign::VerticalCenter);
                    let format = format.set_border(FormatBorder::Thin).set_border_color(color(MUTED));
                    let first = format.clone().set_border(FormatBorder::Thick).set_border_color(color(INK));
                    [format, first]
                })
                .collect(),
            not_asked: styles::row(forms::not_asked()),
            who: [form::Entry::Text, form::Entry::Date].map(|entry| styles::row(forms::blank(entry))),
            known: styles::row(styles::indented().set_font_color(color(MUTED))),
        }
    }
}

fn write_line(sheet: &mut Worksheet, row: u32, line: &Line, formats: &Formats) -> Result<(), XlsxError> {
    let first_at = line.identity.len() - 1;
    let identity = line.identity.iter().zip(&formats.identity_widths).enumerate().map(|(at, (text, width))| {
        let most = if at == first_at { usize::MAX } else { TYPED_LINES };
        styles::lines(text, *width).min(most)
    });
    let lines = identity.chain([styles::lines(&line.known, KNOWN_WIDTH)]).max().unwrap_or(1);
    sheet.set_row_height(row, LINE * lines.clamp(1, 6) as f64 + 6.0)?;
    let mut column0 = 0;
    for text in &line.identity {
        sheet.write_string_with_format(row, column0, cut(text), &formats.identity)?;
        column0 += 1;
    }
    for (at, (asked, [format, first])) in line.asked.iter().zip(&formats.asked).enumerate() {
        let format = if line.first == Some(at) { first } else { format };
        sheet.write_blank(row, column0, if *asked { format } else { &formats.not_asked })?;
        column0 += 1;
    }
    for format in &formats.who {
        sheet.write_blank(row, column0, format)?;
        column0 += 1;
    }
    sheet.write_string_with_format(row, column0, cut(&line.known), &formats.known)?;
    Ok(())
}

/// The rows in which a question is to be answered, counted from that of the first line, as ranges from the first to the last.
fn ranges(lines: &[Line], question: usize, first_row: u32) -> Vec<(u32, u32)> {
    let mut ranges: Vec<(u32, u32)> = Vec::new();
    for (row, _) in (first_row..).zip(lines).filter(|(_, line)| line.asked[question]) {
        match ranges.last_mut() {
            Some((_, last)) if *last + 1 == row => *last = row,
            _ => ranges.push((row, row)),
        }
    }
    ranges
}

/// Puts a list and a prompt into these rows of a column, and nowhere else.
fn offer(
    sheet: &mut Worksheet,
    column0: u16,
    validation: &DataValidation,
    ranges: &[(u32, u32)],
) -> Result<(), XlsxError> {
    let letters = column_letters(column0);
    for ranges in ranges.chunks(MOST_RANGES) {
        let named: Vec<String> =
            ranges.iter().map(|(from, to)| format!("{letters}{}:{letters}{}", from + 1, to + 1)).collect();
        let (from, to) = (ranges[0].0, ranges[ranges.len() - 1].1);
        sheet.add_data_validation(from, column0, to, column0, &validation.clone().set_multi_range(named.join(" ")))?;
    }
    Ok(())
}

fn read_me(sheet: &mut Worksheet, say: &Messages, questionnaire: &Questionnaire) -> Result<(), XlsxError> {
    let mut page = Page::new(sheet, &[26.0, 62.0, 32.0, 12.0, 52.0], color(MUTED))?;
    page.title(say.ask_read_me_heading())?;
    page.sentence(&questionnaire.lead)?;
    page.sentence_if_any(&questionnaire.more)?;
    page.row += 1;
    forms::steps(&mut page, &questionnaire.steps)?;
    page.heading(say.ask_order_heading())?;
    page.header(&[say.ask_column(), say.ask_question(), say.ask_answers(), say.ask_functions(), say.ask_effect()])?;
    for (at, asked) in questionnaire.questions.iter().enumerate() {
        let column0 = questionnaire.identity.len() + at;
        page.entries(&[
            Entry::name(forms::column_name(column0, &asked.field)),
            Entry::text(asked.field.explanation()),
            Entry::text(&asked.field.examples),
            Entry::Number(asked.functions as f64, styles::figure()),
            Entry::text(&asked.effect),
        ])?;
    }
    page.heading(say.ask_then_heading())?;
    page.sentence(say.ask_then())?;
    forms::command(&mut page, &questionnaire.command)
}
