//! What was read, what was not understood, and which rows were left out, with links to the cells.

use rust_xlsxwriter::{Format, Worksheet, XlsxError};

use crate::problem::{Problem, Severity, Spot};
use crate::report::model::{ColumnLine, Summary};
use crate::report::view::kept::kept;
use crate::report::view::report::Report;
use crate::report::words::palette::{ALERT, MUTED};
use crate::report::workbook::kit::links::Links;
use crate::report::workbook::kit::styles::{self, color};
use crate::report::workbook::kit::table::{Entry, Page};

/// More columns than these in a row that are not used take one line together.
const MOST_UNUSED: usize = 8;

pub(crate) fn draw(sheet: &mut Worksheet, report: &Report, links: &Links) -> Result<(), XlsxError> {
    let summary = &report.summary;
    let mut page = Page::new(sheet, &[11.0, 28.0, 12.0, 28.0, 62.0, 62.0], color(MUTED))?;
    page.title(summary.say.quality_heading())?;
    for sentence in &summary.accounting {
        page.sentence(sentence)?;
    }
    draw_columns(&mut page, summary)?;
    draw_problems(&mut page, report, links)?;
    draw_excluded(&mut page, report, links)?;
    let kept = kept(report.say(), report.table());
    if !kept.is_empty() {
        page.heading(report.say().kept_heading())?;
    }
    kept.iter().try_for_each(|sentence| page.sentence(sentence))
}

fn draw_columns(page: &mut Page, summary: &Summary) -> Result<(), XlsxError> {
    page.heading(summary.say.read_columns())?;
    let say = &summary.say;
    page.header(&[say.read_column(), say.read_header(), say.read_known(), say.read_as(), say.read_how()])?;
    let unused = |column: &ColumnLine| column.known.is_empty();
    for run in summary.columns.chunk_by(|one, next| unused(one) && unused(next)) {
        match run {
            [first, .., last] if run.len() > MOST_UNUSED => page.entries(&[
                Entry::text(say.columns_from_to(&first.letters, &last.letters)),
                Entry::text(say.columns_from_to(&first.header, &last.header)),
                Entry::Empty,
                Entry::text(say.columns_not_used(run.len())),
            ])?,
            columns => columns.iter().try_for_each(|column| draw_column(page, column))?,
        }
    }
    Ok(())
}

fn draw_column(page: &mut Page, column: &ColumnLine) -> Result<(), XlsxError> {
    page.entries(&[
        Entry::text(&column.letters),
        Entry::text(&column.header),
        Entry::Figure(column.known.clone()),
        Entry::text(&column.attribute),
        Entry::said(&column.reading),
    ])
}

fn draw_problems(page: &mut Page, report: &Report, links: &Links) -> Result<(), XlsxError> {
    page.heading(report.say().read_problems())?;
    if report.summary.problems.is_empty() {
        return page.sentence(report.say().read_no_problems());
    }
    for sentence in &report.summary.unlisted_problems {
        page.sentence(sentence)?;
    }
    let say = report.say();
    let before = [say.read_severity(), say.read_code(), say.read_place(), say.read_header()];
    let header = page.header(&[&before[..], &[say.read_found(), say.read_mend()]].concat())?;
    for problem in &report.summary.problems {
        page.entries(&[
            Entry::Styled(report.say().severity(problem.severity).to_owned(), severity_format(problem.severity)),
            Entry::text(problem.code.id()),
            place(report, problem, links),
            Entry::Typed(problem.place.header.as_deref().unwrap_or_default().to_owned(), styles::wrapped()),
            Entry::said(&say.seen(problem.code, &problem.message)),
            Entry::said(&say.help(problem.code, problem.help.as_deref().unwrap_or_default())),
        ])?;
    }
    page.sheet.autofilter(header, 0, page.row - 1, 5)?;
    Ok(())
}

/// Where it is: a link where the place is on the assessment sheet.
fn place(report: &Report, problem: &Problem, links: &Links) -> Entry {
    let name = problem.place.cell();
    if problem.place.file != report.table().place.file {
        // Such as a file of answers, whose cells are not here.
        return Entry::said(&problem.place.to_string());
    }
    let shown = match (problem.place.spot, name) {
        (_, None) => return Entry::Empty,
        (Spot::Row { .. }, Some(row)) => report.say().group_row(&row),
        (Spot::Column { .. }, Some(letters)) => report.say().group_column(&letters),
        (_, Some(cell)) => cell,
    };
    let header_row0 = report.header_row0();
    let to_cell = |row0, column0, shown| match row0 {
        Some(row0) => links.cell_entry(row0, column0, shown),
        None => Entry::Text(shown),
    };
    match problem.place.spot {
        Spot::Column { column0 } if problem.place.sheet == report.table().place.sheet => {
            Entry::Link(shown, links.to_cell(header_row0, column0))
        }
        Spot::Cell { column0, .. } => to_cell(report.table().row0_of(&problem.place), column0, shown),
        Spot::Row { .. } => to_cell(report.table().row0_of(&problem.place), report.name_column0(), shown),
        Spot::Column { .. } | Spot::Whole | Spot::Text { .. } => Entry::Text(shown),
    }
}

fn severity_format(severity: Severity) -> Format {
    match severity {
        Severity::Error | Severity::Warning => styles::plain().set_bold().set_font_color(color(ALERT)),
        Severity::Note => styles::plain(),
    }
}

fn draw_excluded(page: &mut Page, report: &Report, links: &Links) -> Result<(), XlsxError> {
    page.heading(report.say().read_excluded())?;
    let summary = &report.summary;
    if summary.excluded.is_empty() {
        return page.sentence(report.say().read_none_excluded());
    }
    page.header(&[report.say().read_row(), report.say().read_reason()])?;
    for line in &summary.excluded {
        let target = links.to_cell(line.row0, report.name_column0());
        page.entries(&[Entry::Link(report.say().header_row(&line.row), target), Entry::text(&line.reason)])?;
    }
    let left_off = report.excluded().count().saturating_sub(summary.excluded.len());
    if left_off > 0 {
        page.sentence(&report.say().read_more_excluded(left_off))?;
    }
    Ok(())
}
