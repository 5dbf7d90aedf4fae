//! The questions on the open functions, to be answered in this very workbook: the same table as in a questionnaire, with
//! links to the functions' rows.

use rust_xlsxwriter::{Worksheet, XlsxError};

use super::questionnaire::{Head, questions};
use super::settling;
use crate::assessment::Verdict;
use crate::report::asking::questionnaire::Questionnaire;
use crate::report::view::report::Report;
use crate::report::words::palette;
use crate::report::workbook::kit::links::Links;
use crate::report::workbook::kit::styles::{self, color};
use crate::report::workbook::kit::table::{self, Page};
use crate::sheets::WHAT_TO_ASK;

/// The most functions that are asked about; they are drawn in memory.
const MOST_ASKED: usize = 2_000;

/// Draws the sheet; gives the questions, if there are any.
pub(crate) fn draw(sheet: &mut Worksheet, report: &Report, links: &Links) -> Result<Option<Questionnaire>, XlsxError> {
    let tab = color(palette::fill(Verdict::TraditionalOutsourcing));
    let Some(questionnaire) = Questionnaire::of(report, &report.judged.portfolio.unsettled, String::new(), MOST_ASKED)
    else {
        let mut page = Page::new(sheet, &[60.0, 60.0], tab)?;
        page.title(report.say().name(WHAT_TO_ASK))?;
        page.sentence(report.say().ask_nothing())?;
        return Ok(None);
    };
    let mut sentences = vec![format!("{} {}", questionnaire.lead, report.say().ask_legend())];
    sentences.extend(Some(questionnaire.more.clone()).filter(|more| !more.is_empty()));
    sentences.push(report.say().ask_next().to_owned());
    let sentences: Vec<&str> = sentences.iter().map(String::as_str).collect();
    let head = Head {
        title: report.say().name(WHAT_TO_ASK),
        format: styles::title(),
        sentences: &sentences,
        // Names stay texts, for other programs save no results of formulas, and answers are found by names.
        row: &|line| links.to_row(line.index, &line.row),
    };
    questions(sheet, report.say(), &questionnaire, &head)?;
    if let Some(title) = table::of_the_run(head.title, report) {
        sheet.write_formula_with_format(0, 0, title, &head.format)?;
    }
    settling::write(sheet, &questionnaire, head.question_row() + 2)?;
    sheet.set_tab_color(tab);
    Ok(Some(questionnaire))
}
