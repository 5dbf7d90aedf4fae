//! Functions against criteria, a figure in each cell and a colour behind it.

use rust_xlsxwriter::{
    ConditionalFormat3ColorScale, ConditionalFormatBlank, ConditionalFormatCell, ConditionalFormatCellRule,
    ConditionalFormatType, Format, FormatAlign, FormatPattern, Worksheet, XlsxError,
};

use crate::assessment::Verdict;
use crate::report::lists::Listing;
use crate::report::view::heat_map::HeatLine;
use crate::report::view::report::Report;
use crate::report::words::palette::{self, PANEL, RULE, WHITE};
use crate::report::workbook::kit::links::Links;
use crate::report::workbook::kit::styles::{self, POINTS, color};
use crate::report::workbook::kit::table::{Entry, Page};
use crate::sheets::{SCORE, VERDICT};

/// The most functions that are shown; they are drawn in memory.
const MOST_SHOWN: usize = 2_000;
/// The column of the scores.
const SCORES: u16 = 4;
const BEFORE_WIDTHS: [f64; 5] = [38.0, 8.0, 24.0, 25.0, 10.0];
/// The least and the most evidence, and from where the blue is too dark for ink: both have 4:1 there.
const MOST_EVIDENCE: i32 = 100;
const DARK_FROM: i32 = 70;

pub(crate) fn draw(sheet: &mut Worksheet, report: &Report, links: &Links) -> Result<(), XlsxError> {
    let criteria: Vec<&str> = report.weighable().map(|criterion| criterion.name).collect();
    let width = |name: &&str| (styles::text_width(name) + 3.0).clamp(14.0, 22.0);
    let widths: Vec<f64> = BEFORE_WIDTHS.into_iter().chain(criteria.iter().map(width)).collect();
    let mut page = Page::new(sheet, &widths, color(palette::fill(Verdict::TraditionalOutsourcing)))?.of_list();
    page.title_of_the_run(report.say().heat_map_heading(), report)?;
    let Listing { legend, more, lines } = report.heat_map(MOST_SHOWN);
    page.sentence(&legend)?;
    page.sentence_if_any(&more)?;
    page.row += 1;
    let say = report.say();
    let before = [say.heat_map_function(), say.read_row(), say.department(), say.name(VERDICT), say.name(SCORE)];
    let header = page.header_of_list(&before, &[SCORES])?;
    let centred = styles::header().set_align(FormatAlign::Center);
    for (column0, name) in (before.len() as u16..).zip(&criteria) {
        page.sheet.write_string_with_format(header, column0, *name, &centred)?;
    }
    let most_lines =
        criteria.iter().zip(&widths[BEFORE_WIDTHS.len()..]).map(|(name, width)| styles::lines(name, *width));
    page.sheet.set_row_height(header, styles::LINE * most_lines.max().unwrap_or(1) as f64 + 6.0)?;
    for line in &lines {
        page.entries(&entries(report, links, line))?;
    }
    let last_column0 = widths.len() as u16 - 1;
    if !lines.is_empty() && !criteria.is_empty() {
        color_in(page.sheet, header + 1, page.row - 1, last_column0)?;
    }
    page.end_list(header, last_column0)
}

fn entries(report: &Report, links: &Links, line: &HeatLine) -> Vec<Entry> {
    let points = || Format::new().set_num_format(POINTS).set_align(FormatAlign::Center);
    let [name, row] = links.entries(line.index, &line.name);
    let mut entries = vec![
        name,
        row,
        Entry::text(&line.department),
        Entry::verdict(report.say(), line.verdict),
        Entry::Number(line.score, styles::figure().set_bold().set_num_format(POINTS)),
    ];
    entries.extend(line.evidence.iter().map(|evidence| match evidence {
        Some(evidence) => Entry::Number(f64::from(*evidence), points()),
        None => Entry::Blank(points()),
    }));
    entries
}

/// The colours follow the figures, so they survive sorting and overtyping.
fn color_in(sheet: &mut Worksheet, first: u32, last: u32, last_column0: u16) -> Result<(), XlsxError> {
    let column0 = BEFORE_WIDTHS.len() as u16;
    let hatched = Format::new()
        .set_pattern(FormatPattern::LightUp)
        .set_foreground_color(color(RULE))
        .set_background_color(color(PANEL));
    let unknown = ConditionalFormatBlank::new().set_format(hatched);
    sheet.add_conditional_format(first, column0, last, last_column0, &unknown)?;
    let on_dark = ConditionalFormatCell::new()
        .set_rule(ConditionalFormatCellRule::GreaterThanOrEqualTo(DARK_FROM))
        .set_format(Format::new().set_font_color(color(WHITE)));
    sheet.add_conditional_format(first, column0, last, last_column0, &on_dark)?;
    let scale = ConditionalFormat3ColorScale::new()
        .set_minimum(ConditionalFormatType::Number, -MOST_EVIDENCE)
        .set_midpoint(ConditionalFormatType::Number, 0)
        .set_maximum(ConditionalFormatType::Number, MOST_EVIDENCE)
        .set_minimum_color(color(palette::fill(Verdict::TraditionalOutsourcing)))
        .set_midpoint_color(color(WHITE))
        .set_maximum_color(color(palette::fill(Verdict::Bpo)));
    sheet.add_conditional_format(first, column0, last, last_column0, &scale)?;
    Ok(())
}
