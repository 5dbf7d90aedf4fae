//! What the workbooks to fill in have in common: headers, lists and prompts in cells, and the sheet that says what to do.

use rust_xlsxwriter::{
    DataValidation, DataValidationErrorStyle, DataValidationRule, Format, FormatAlign, FormatBorder, Worksheet,
    XlsxError,
};

use super::cells::{cut, for_attribute};
use super::styles::{self, color};
use super::table::Page;
use crate::assessment::Verdict;
use crate::report::asking::form::{Entry, Field, FieldGroup};
use crate::report::words::figures::shortened;
use crate::report::words::messages::Messages;
use crate::report::words::palette::{self, INK, MUTED, PANEL, RULE, Rgb, WHITE};

/// The most characters of a prompt's title and of its text, and of a list as a whole.
const LONGEST_TITLE: usize = 32;
const LONGEST_PROMPT: usize = 255;
const LONGEST_LIST: usize = 255;

/// Between the panel and the hairlines: darker than white at a glance, lighter than any header.
const GREY: Rgb = Rgb(0xE4_E8_ED);

/// The colours of a group's band: its ground and its text.
fn band_colors(group: FieldGroup) -> (Rgb, Rgb) {
    match group {
        FieldGroup::Decides => (palette::fill(Verdict::Bpo), WHITE),
        FieldGroup::Identity => (MUTED, WHITE),
        FieldGroup::Size | FieldGroup::Raises => (RULE, INK),
    }
}

/// The band above the headers of a group.
pub(crate) fn band(group: FieldGroup) -> Format {
    let (ground, text) = band_colors(group);
    let format = styles::plain().set_bold().set_background_color(color(ground)).set_font_color(color(text));
    format.set_align(FormatAlign::Left).set_align(FormatAlign::VerticalCenter).set_indent(1)
}

/// The header of a column to fill in.
pub(crate) fn header(group: FieldGroup) -> Format {
    let (accent, _) = band_colors(group);
    let format = styles::header().set_border_bottom_color(color(accent));
    let format = format.set_border_right(FormatBorder::Thin).set_border_right_color(color(RULE));
    format.set_align(FormatAlign::Left).set_align(FormatAlign::VerticalCenter).set_indent(1)
}

/// The ground of a cell in which nothing is to be filled in.
pub(crate) fn not_asked() -> Format {
    Format::new().set_background_color(color(GREY))
}

/// A cell to fill in.
pub(crate) fn blank(entry: Entry) -> Format {
    let format = styles::plain().set_border(FormatBorder::Thin).set_border_color(color(RULE));
    match entry {
        Entry::Money => format.set_num_format("#,##0"),
        Entry::LevelOrCount => format.set_num_format("#,##0").set_align(FormatAlign::Left).set_indent(1),
        Entry::Number => format,
        Entry::Date => format.set_num_format("yyyy-mm-dd").set_align(FormatAlign::Left).set_indent(1),
        Entry::Level => format.set_align(FormatAlign::Left).set_indent(1),
        // A code of digits stays what was typed.
        Entry::Text => format.set_text_wrap().set_num_format("@").set_align(FormatAlign::Left).set_indent(1),
    }
}

/// A text as the title of a prompt or of an alert, which Excel wants short.
pub(crate) fn prompt_title(text: &str) -> String {
    shortened(&for_attribute(text), LONGEST_TITLE)
}

/// A text in a prompt or an alert.
pub(crate) fn prompt(text: &str) -> String {
    shortened(&for_attribute(text), LONGEST_PROMPT)
}

/// The list and the prompt of a column's cells.
pub(crate) fn validation(say: &Messages, field: &Field, with_blank_note: bool) -> Result<DataValidation, XlsxError> {
    let mut asked = field.instruction();
    if with_blank_note {
        asked = say.form_leave_blank(&asked);
    }
    let validation = DataValidation::new()
        .set_input_title(prompt_title(&field.header))?
        .set_input_message(prompt(&asked))?
        .set_error_style(DataValidationErrorStyle::Warning);
    let list = field.choices.iter().map(|choice| choice.chars().count() + 1).sum::<usize>();
    match field.entry {
        Entry::Level | Entry::LevelOrCount if !field.choices.is_empty() && list <= LONGEST_LIST => {
            let warning = say.form_other_words(&field.examples);
            let validation = validation
                .allow_list_strings(&field.choices)?
                .set_error_title(prompt_title(say.form_not_listed()))?
                .set_error_message(prompt(&warning))?;
            Ok(validation.show_error_message(!field.is_open))
        }
        Entry::Number | Entry::Money => validation
            .allow_decimal_number(DataValidationRule::GreaterThanOrEqualTo(0.0))
            .set_error_title(prompt_title(say.form_not_a_number()))?
            .set_error_message(prompt(&say.form_digits(&field.examples))),
        _ => Ok(validation.allow_any_value()),
    }
}

/// The width of a column, in characters.
pub(crate) fn width(field: &Field) -> f64 {
    match (field.group, field.entry) {
        (FieldGroup::Identity, _) => (styles::text_width(&field.examples) + 8.0).max(14.0),
        (_, Entry::Text) => 22.0,
        _ => 19.0_f64.max(styles::text_width(&field.header) + 4.0),
    }
}

/// A sheet to fill in: wide, with its headers on every printed page.
pub(crate) fn set_up(sheet: &mut Worksheet, header_row: u32, frozen: u16) -> Result<(), XlsxError> {
    sheet.set_tab_color(color(palette::fill(Verdict::Bpo)));
    sheet.set_landscape().set_paper_size(9).set_print_fit_to_pages(1, 0);
    styles::frame_print(sheet);
    sheet.set_repeat_rows(0, header_row)?;
    sheet.set_freeze_panes(header_row + 1, frozen)?;
    sheet.set_selection(header_row + 1, frozen.saturating_sub(1), header_row + 1, frozen.saturating_sub(1))?;
    Ok(())
}

/// A numbered list of what to do.
pub(crate) fn steps(page: &mut Page, steps: &[String]) -> Result<(), XlsxError> {
    for (i, step) in steps.iter().enumerate() {
        page.numbered(i + 1, step, &styles::plain())?;
    }
    Ok(())
}

/// A command on a ground of its own, to be copied.
pub(crate) fn command(page: &mut Page, command: &str) -> Result<(), XlsxError> {
    let format = styles::plain()
        .set_font_name("Consolas")
        .set_background_color(color(PANEL))
        .set_border_left(FormatBorder::Thick)
        .set_border_left_color(color(palette::fill(Verdict::Bpo)))
        .set_align(FormatAlign::VerticalCenter)
        .set_indent(1);
    page.across(cut(command), 26.0, &format)
}

/// A column's letter and header, for the sheet that explains them.
pub(crate) fn column_name(column0: usize, field: &Field) -> String {
    format!("{}  {}", crate::problem::column_letters(column0 as u16), field.header)
}
