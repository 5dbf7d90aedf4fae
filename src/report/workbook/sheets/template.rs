//! A blank inventory to fill in, and the sheet that says how.

use std::io::Write;

use rust_xlsxwriter::{Format, IgnoreError, Workbook, Worksheet, XlsxError};

use crate::report::asking::form::{self, Field, FieldGroup, Form};
use crate::report::words::messages::Messages;
use crate::report::words::palette::{INK, MUTED};
use crate::report::workbook::kit::book::{WriteError, add, properties_of};
use crate::report::workbook::kit::forms;
use crate::report::workbook::kit::styles::{LINE, color};
use crate::report::workbook::kit::table::{Entry, Page};
use crate::sheets::{FUNCTIONS, READ_ME};

/// How many rows have lists and prompts.
const ROWS: u32 = 5_000;
const HEADER_ROW: u32 = 1;

/// Writes a blank inventory.
///
/// # Errors
/// The file cannot be made or written.
pub fn write(say: &Messages, form: &Form, mut into: impl Write) -> Result<(), WriteError> {
    let mut book = Workbook::new();
    book.set_properties(&properties_of(say.form_title(), "", form.day));
    add(&mut book, say.name(READ_ME), |sheet| read_me(sheet, say, form))?;
    add(&mut book, say.name(FUNCTIONS), |sheet| functions(sheet, say, form))?;
    book.worksheet_from_name(say.name(FUNCTIONS))?.set_active(true);
    into.write_all(&book.save_to_buffer()?).map_err(WriteError::from)
}

fn functions(sheet: &mut Worksheet, say: &Messages, blank: &Form) -> Result<(), XlsxError> {
    sheet.set_row_height(0, 20)?;
    sheet.set_row_height(HEADER_ROW, 3.0 * LINE)?;
    for (column0, field) in (0..).zip(&blank.fields) {
        let is_first = column0 == 0 || blank.fields[usize::from(column0) - 1].group != field.group;
        let title = if is_first { field.title.as_str() } else { "" };
        sheet.write_string_with_format(0, column0, title, &forms::band(field.group))?;
        write_header(sheet, column0, field)?;
        sheet.set_column_width(column0, if column0 == 0 { 38.0 } else { forms::width(field) })?;
        sheet.set_column_format(column0, &forms::blank(field.entry))?;
        if field.entry == form::Entry::Text {
            sheet.ignore_error_range(
                HEADER_ROW + 1,
                column0,
                HEADER_ROW + ROWS,
                column0,
                IgnoreError::NumberStoredAsText,
            )?;
        }
        let validation = forms::validation(say, field, field.group != FieldGroup::Identity)?;
        sheet.add_data_validation(HEADER_ROW + 1, column0, HEADER_ROW + ROWS, column0, &validation)?;
    }
    forms::set_up(sheet, HEADER_ROW, 1)?;
    // Too wide for one page: several beside each other, each with the names.
    sheet.set_print_scale(70).set_repeat_columns(0, 0)?;
    Ok(())
}

/// A header with its scale below it in small letters.
fn write_header(sheet: &mut Worksheet, column0: u16, field: &Field) -> Result<(), XlsxError> {
    let format = forms::header(field.group);
    if field.scale.is_empty() {
        sheet.write_string_with_format(HEADER_ROW, column0, &field.header, &format)?;
        return Ok(());
    }
    let name = Format::new().set_bold().set_font_color(color(INK));
    let scale = Format::new().set_font_size(9).set_font_color(color(MUTED));
    let below = format!("\n{}", field.scale);
    sheet.write_rich_string_with_format(HEADER_ROW, column0, &[(&name, &field.header), (&scale, &below)], &format)?;
    Ok(())
}

fn read_me(sheet: &mut Worksheet, say: &Messages, form: &Form) -> Result<(), XlsxError> {
    let mut page = Page::new(sheet, &[26.0, 52.0, 32.0, 62.0], color(MUTED))?;
    page.title(say.form_read_me_heading())?;
    page.sentence(&form.lead)?;
    page.row += 1;
    forms::steps(&mut page, &form.steps)?;
    page.row += 1;
    forms::command(&mut page, &form.command)?;
    page.heading(say.form_columns_heading())?;
    page.header(&[say.form_column(), say.form_what(), say.form_example(), say.form_serves()])?;
    let mut above = None;
    for (column0, field) in form.fields.iter().enumerate() {
        if above != Some(field.group) {
            page.across(&field.title, 20.0, &forms::band(field.group).set_indent(0))?;
            above = Some(field.group);
        }
        page.entries(&[
            Entry::name(forms::column_name(column0, field)),
            Entry::text(field.explanation()),
            Entry::text(&field.examples),
            Entry::text(&field.serves),
        ])?;
    }
    Ok(())
}
