//! The sheet on which somebody weighs the criteria: swing points and direct points side by side, with what they come to.

use std::io::Write;

use rust_xlsxwriter::{DataValidation, DataValidationRule, Formula, Workbook, Worksheet, XlsxError};

use crate::problem::column_letters;
use crate::report::asking::form::{Entry as Typed, FieldGroup};
use crate::report::asking::weights::Weighing;
use crate::report::words::messages::Messages;
use crate::report::words::palette::MUTED;
use crate::report::workbook::kit::book::{WriteError, add, properties_of};
use crate::report::workbook::kit::forms;
use crate::report::workbook::kit::styles::{self, LINE, color};
use crate::report::workbook::kit::table::Page;
use crate::sheets::{ANSWERED_BY, ANSWERED_ON, DIRECT_POINTS, RANK, REASON, SWING_POINTS, WEIGHED, WEIGHTS};

/// The widths of the columns, in characters.
const WIDTHS: [f64; 9] = [26.0, 34.0, 34.0, 8.0, 14.0, 14.0, 40.0, 14.0, 14.0];
const RANK_AT: u16 = 3;
const SWING_AT: u16 = 4;
const DIRECT_AT: u16 = 5;
const REASON_AT: u16 = 6;

/// Writes a workbook for one person.
///
/// # Errors
/// The file cannot be made or written.
pub fn write(say: &Messages, weighing: &Weighing, mut into: impl Write) -> Result<(), WriteError> {
    let mut book = Workbook::new();
    book.set_properties(&properties_of(say.weigh_title(), "", weighing.day));
    add(&mut book, say.name(WEIGHTS), |sheet| draw(sheet, say, weighing))?;
    into.write_all(&book.save_to_buffer()?).map_err(WriteError::from)
}

fn draw(sheet: &mut Worksheet, say: &Messages, weighing: &Weighing) -> Result<(), XlsxError> {
    let mut page = Page::new(sheet, &WIDTHS, color(MUTED))?;
    page.title(say.weigh_title())?;
    let steps = [say.weigh_step_imagine(), say.weigh_step_first(), say.weigh_step_others(), say.weigh_step_direct()];
    for (number, step) in (1..).zip(steps) {
        page.numbered(number, step, &styles::plain())?;
    }
    page.row += 1;
    for label in [ANSWERED_BY, ANSWERED_ON] {
        let entry = if label == ANSWERED_ON { Typed::Date } else { Typed::Text };
        page.sheet.write_string_with_format(page.row, 0, say.name(label), &styles::muted())?;
        page.sheet.write_blank(page.row, 1, &forms::blank(entry))?;
        page.row += 1;
    }
    page.row += 1;
    let first = page.row + 1;
    headers(page.sheet, say, page.row)?;
    let last = first + weighing.swings.len() as u32 - 1;
    for (row, swing) in (first..).zip(&weighing.swings) {
        page.sheet.set_row_height(row, 3.0 * LINE)?;
        page.sheet.write_string_with_format(row, 0, &swing.criterion, &styles::wrapped().set_bold())?;
        page.sheet.write_string_with_format(row, 1, &swing.from, &styles::wrapped())?;
        page.sheet.write_string_with_format(row, 2, &swing.to, &styles::wrapped())?;
        for column0 in [RANK_AT, SWING_AT, DIRECT_AT] {
            page.sheet.write_blank(row, column0, &forms::blank(Typed::Number))?;
        }
        page.sheet.write_blank(row, REASON_AT, &forms::blank(Typed::Text))?;
        for (column0, of) in [(REASON_AT + 1, SWING_AT), (REASON_AT + 2, DIRECT_AT)] {
            let letters = column_letters(of);
            let sum = format!("SUM({letters}${}:{letters}${})", first + 1, last + 1);
            let share = format!("=IF({sum}>0,{letters}{}/{sum},0)", row + 1);
            let format = styles::muted().set_num_format("0%;;");
            page.sheet.write_formula_with_format(row, column0, Formula::new(share).set_result("0"), &format)?;
        }
    }
    validate(page.sheet, say, (first, last), weighing.swings.len())?;
    page.row = last + 2;
    forms::command(&mut page, &weighing.command)
}

fn headers(sheet: &mut Worksheet, say: &Messages, row: u32) -> Result<(), XlsxError> {
    sheet.set_row_height(row, 2.0 * LINE)?;
    let all = [
        (say.name(WEIGHED), FieldGroup::Identity),
        (say.weigh_from(), FieldGroup::Identity),
        (say.weigh_to(), FieldGroup::Identity),
        (say.name(RANK), FieldGroup::Decides),
        (say.name(SWING_POINTS), FieldGroup::Decides),
        (say.name(DIRECT_POINTS), FieldGroup::Decides),
        (say.name(REASON), FieldGroup::Decides),
        (say.weigh_by_swing(), FieldGroup::Size),
        (say.weigh_by_direct(), FieldGroup::Size),
    ];
    for (column0, (header, group)) in (0..).zip(all) {
        sheet.write_string_with_format(row, column0, header, &forms::header(group))?;
    }
    Ok(())
}

/// Numbers in their ranges; what is outside is warned of, and told when it is read back.
fn validate(sheet: &mut Worksheet, say: &Messages, (first, last): (u32, u32), count: usize) -> Result<(), XlsxError> {
    let rank = DataValidation::new()
        .allow_whole_number(DataValidationRule::Between(1, i32::try_from(count).unwrap_or(i32::MAX)))
        .set_input_message(forms::prompt(say.weigh_rank_asks()))?
        .set_error_message(forms::prompt(say.weigh_rank_asks()))?;
    sheet.add_data_validation(first, RANK_AT, last, RANK_AT, &rank)?;
    let points = DataValidation::new()
        .allow_decimal_number(DataValidationRule::Between(0.0, 100.0))
        .set_input_message(forms::prompt(say.weigh_points_asks()))?
        .set_error_message(forms::prompt(say.weigh_points_asks()))?;
    sheet.add_data_validation(first, SWING_AT, last, DIRECT_AT, &points)?;
    Ok(())
}
