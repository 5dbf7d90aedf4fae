//! The first sheet: a dashboard that prints on one landscape page. The answer and what else is worth a sentence, the key
//! figures, the charts, and the costliest functions of each verdict.
//!
//! It is laid out on narrow equal columns. The figures behind the charts stand to the right of the printed area; where
//! they follow the weights, so does what is drawn here, and a line says whether the weights are still those of the run.

use rust_xlsxwriter::{Chart, Format, FormatAlign, FormatBorder, Worksheet, XlsxError};

use super::figures::{self, Figures, TopCells};
use crate::assessment::Verdict;
use crate::report::model::{KeyFigure, Summary};
use crate::report::view::dashboard::{Dashboard, OfCurrency, TopLine};
use crate::report::view::report::Report;
use crate::report::words::palette::{self, MUTED, PANEL, WHITE};
use crate::report::workbook::assessment::kinds::Kind;
use crate::report::workbook::assessment::plan::AssessmentSheet;
use crate::report::workbook::kit::cells::{cut, in_formula};
use crate::report::workbook::kit::links::{self, Links};
use crate::report::workbook::kit::results::{self, Cached};
use crate::report::workbook::kit::styles::{self, PERCENT, POINTS, color, short_money_format};
use crate::report::workbook::kit::table::{self, CHANGED_SINCE_RUN};
use crate::sheets::SCORE;

/// The first of the narrow columns; the one before it is a margin.
const LEFT: u16 = 1;
/// How many there are, and how wide each is; together they fill the width of a laptop's screen.
const COLUMNS: u16 = 24;
const COLUMN_PIXELS: u32 = 54;
const RIGHT: u16 = LEFT + COLUMNS - 1;
/// The columns of the answer; what else is worth a sentence stands to their right.
const ANSWER: (u16, u16) = (LEFT, LEFT + 13);
const ASIDE: (u16, u16) = (LEFT + 14, RIGHT);
/// The first column of the figures behind the charts.
const FIGURES: u16 = RIGHT + 2;
/// The pixels of a row without a height of its own.
const ROW_PIXELS: u32 = 20;
/// Rows that the charts take up, in the order of their rows.
const CHART_ROWS: [u32; 2] = [9, 17];
/// The most characters of a name among the costliest functions.
const LONGEST_NAME: usize = 38;

pub(crate) fn draw(
    sheet: &mut Worksheet,
    report: &Report,
    dashboard: &Dashboard,
    assessment: &AssessmentSheet,
    links: &Links,
) -> Result<Vec<(String, String)>, XlsxError> {
    set_up(sheet)?;
    let live = report.is_live().then_some(assessment);
    let summary = &report.summary;
    let figures = Figures::draw(sheet, FIGURES, report, dashboard, live)?;
    let mut page = Grid { sheet, row: 0 };
    page.draw_head(summary, &dashboard.findings)?;
    page.draw_assumed(&summary.assumed)?;
    page.draw_state(report)?;
    page.draw_terms(report.say().terms_first())?;
    page.draw_tiles(&summary.key_figures, live)?;
    page.draw_charts(&figures.charts)?;
    page.draw_costliest(report, dashboard, figures.costliest.as_ref(), links)?;
    page.text((LEFT, RIGHT), &summary.footer, &styles::muted().set_font_size(9))?;
    let last = page.row;
    sheet.set_print_area(0, 0, last, RIGHT)?;
    Ok(figures.names)
}

fn set_up(sheet: &mut Worksheet) -> Result<(), XlsxError> {
    sheet.set_screen_gridlines(false);
    sheet.set_column_width_pixels(0, 14)?;
    sheet.set_column_range_width_pixels(LEFT, RIGHT, COLUMN_PIXELS)?;
    sheet.set_column_width(RIGHT + 1, 4)?;
    sheet.set_column_width(FIGURES, 34)?;
    sheet.set_column_range_width(FIGURES + 1, FIGURES + figures::MOST_COLUMNS, 14)?;
    sheet.set_tab_color(color(palette::fill(Verdict::Bpo)));
    sheet.set_landscape().set_paper_size(9).set_print_fit_to_pages(1, 1).set_print_center_horizontally(true);
    sheet.set_margins(0.3, 0.3, 0.3, 0.4, 0.2, 0.2);
    sheet.set_active(true);
    Ok(())
}

/// The width of some columns, in the characters that lines are measured in.
fn characters((first, last): (u16, u16)) -> f64 {
    f64::from(u32::from(last + 1 - first) * COLUMN_PIXELS) / 7.0
}

/// The columns of a verdict's list, by its position: a name, a cost, and a score with the gap to the next list.
fn list_columns(verdict: usize) -> ((u16, u16), u16, u16) {
    let width = COLUMNS / Verdict::ALL.len() as u16;
    let first = LEFT + width * verdict as u16;
    ((first, first + width - 3), first + width - 2, first + width - 1)
}

/// The sheet's narrow columns, written from top to bottom.
struct Grid<'s> {
    sheet: &'s mut Worksheet,
    /// The next row.
    row: u32,
}

impl Grid<'_> {
    /// A text over some columns of the current row.
    fn text(&mut self, (first, last): (u16, u16), text: &str, format: &Format) -> Result<(), XlsxError> {
        if first == last {
            self.sheet.write_string_with_format(self.row, first, cut(text), format)?;
        } else {
            self.sheet.merge_range(self.row, first, self.row, last, cut(text), format)?;
        }
        Ok(())
    }

    /// A number, if there is one, in a column of the current row.
    fn number(&mut self, column0: u16, number: Option<f64>, format: &Format) -> Result<(), XlsxError> {
        match number {
            Some(number) => self.sheet.write_number_with_format(self.row, column0, number, format)?,
            None => self.sheet.write_blank(self.row, column0, format)?,
        };
        Ok(())
    }

    /// A formula and what it comes to, over some columns of the current row.
    fn formula(
        &mut self,
        columns: (u16, u16),
        formula: &str,
        cached: Cached,
        format: &Format,
    ) -> Result<(), XlsxError> {
        self.text(columns, "", format)?;
        self.sheet.write_formula_with_format(self.row, columns.0, results::formula(formula, cached), format)?;
        Ok(())
    }

    fn next(&mut self, height: f64) -> Result<(), XlsxError> {
        self.sheet.set_row_height(self.row, height)?;
        self.row += 1;
        Ok(())
    }

    /// The title, the answer, and beside it what else is worth a sentence.
    fn draw_head(&mut self, summary: &Summary, findings: &[String]) -> Result<(), XlsxError> {
        self.text(ANSWER, &summary.title, &styles::title().set_align(FormatAlign::Bottom))?;
        let byline = format!("{} · {}", summary.organisation, summary.date);
        self.text(ASIDE, &byline, &styles::muted().set_align(FormatAlign::Right).set_align(FormatAlign::Bottom))?;
        self.next(32.0)?;
        self.next(4.0)?;
        let mut answer = summary.headline.iter().chain(&summary.decided).map(String::as_str);
        let (first, others) = (answer.next().unwrap_or_default(), answer.collect::<Vec<_>>().join("\n"));
        let aside = styles::indented().set_font_size(10).set_border_left(FormatBorder::Thin);
        let aside = aside.set_border_left_color(color(palette::RULE)).set_align(FormatAlign::Top);
        // Letters that are larger or bold fill more than those that lines are measured in.
        let lines = |text: &str, columns, size: f64| styles::lines(text, characters(columns) * 11.0 / size) as f64;
        let heights = [lines(first, ANSWER, 14.0) * 18.0 + 3.0, lines(&others, ANSWER, 11.0) * 15.0];
        let findings = findings.join("\n");
        let missing = lines(&findings, ASIDE, 10.5) * 13.5 - heights.iter().sum::<f64>();
        let top = self.row;
        self.text(ANSWER, first, &styles::wrapped().set_bold().set_font_size(13))?;
        self.next(heights[0])?;
        self.text(ANSWER, &others, &styles::wrapped())?;
        self.next(heights[1] + missing.max(0.0))?;
        self.sheet.merge_range(top, ASIDE.0, top + 1, ASIDE.1, cut(&findings), &aside)?;
        Ok(())
    }

    /// What was taken for granted, so that nobody overlooks it.
    fn draw_assumed(&mut self, assumed: &str) -> Result<(), XlsxError> {
        if assumed.is_empty() {
            return Ok(());
        }
        self.text((LEFT, RIGHT), assumed, &styles::alert_text())?;
        self.next(styles::lines(assumed, characters((LEFT, RIGHT))) as f64 * 16.0)
    }

    /// What is meant by the words above.
    fn draw_terms(&mut self, terms: &str) -> Result<(), XlsxError> {
        let format = styles::muted().set_font_size(9).set_text_wrap().set_align(FormatAlign::Top);
        self.text((LEFT, RIGHT), terms, &format)?;
        self.next(styles::lines(terms, characters((LEFT, RIGHT))) as f64 * 12.5)
    }

    /// Whether what is shown follows the weights, and whether these are those of the run.
    fn draw_state(&mut self, report: &Report) -> Result<(), XlsxError> {
        let format = styles::muted().set_font_size(9).set_align(FormatAlign::VerticalCenter);
        if report.is_live() {
            let say = report.say();
            let [as_run, changed, rest] =
                [say.summary_as_run(), say.summary_changed(), say.summary_changed_rest()].map(in_formula);
            let changed = format!("{changed}&\" \"&{CHANGED_SINCE_RUN}&{rest}");
            let formula = format!("IF({CHANGED_SINCE_RUN}=\"\",{as_run},{changed})");
            self.formula((LEFT, RIGHT), &formula, Cached::Text(say.summary_as_run()), &format)?;
        } else {
            self.text((LEFT, RIGHT), report.say().summary_values(), &format)?;
        }
        self.next(16.0)
    }

    /// Quiet tiles in a row: a label, the figure, a few words.
    fn draw_tiles(&mut self, figures: &[KeyFigure], live: Option<&AssessmentSheet>) -> Result<(), XlsxError> {
        let width = COLUMNS / figures.len().max(1) as u16;
        let tile = || {
            let gap = styles::plain().set_border_left(FormatBorder::Thick).set_border_left_color(color(WHITE));
            gap.set_background_color(color(PANEL))
                .set_align(FormatAlign::Left)
                .set_indent(1)
                .set_align(FormatAlign::VerticalCenter)
        };
        let quiet = || tile().set_font_color(color(MUTED)).set_font_size(9);
        let formats = [quiet(), tile().set_bold().set_font_size(18), quiet()];
        for (part, (format, height)) in formats.iter().zip([15.0, 24.0, 15.0]).enumerate() {
            for (first, figure) in (LEFT..).step_by(usize::from(width)).zip(figures) {
                let columns = (first, first + width - 1);
                let coverage = figure.coverage.filter(|_| part == 1);
                let cells = live.and_then(|assessment| assessment.range(Kind::Coverage));
                match coverage.zip(cells) {
                    Some((coverage, cells)) => {
                        let format = format.clone().set_num_format(PERCENT);
                        let cached = Cached::Number(coverage);
                        self.formula(columns, &format!("AVERAGE({cells})"), cached, &format)?;
                    }
                    None => self.text(columns, [&figure.label, &figure.value, &figure.note][part], format)?,
                }
            }
            self.next(height)?;
        }
        self.next(6.0)
    }

    /// The charts in two rows, each over the full width.
    fn draw_charts(&mut self, charts: &[Vec<Chart>; 2]) -> Result<(), XlsxError> {
        for (charts, rows) in charts.iter().zip(CHART_ROWS) {
            if charts.is_empty() {
                continue;
            }
            let count = charts.len() as u16;
            for (at, chart) in (0..).zip(charts) {
                let (first, width) = (LEFT + at * COLUMNS / count, (at + 1) * COLUMNS / count - at * COLUMNS / count);
                let mut chart = chart.clone();
                chart.set_width(COLUMN_PIXELS * u32::from(width) - 6).set_height(rows * ROW_PIXELS - 6);
                self.sheet.insert_chart_with_offset(self.row, first, &chart, 3, 3)?;
            }
            self.row += rows;
        }
        Ok(())
    }

    /// What is listed, and the headers of the lists.
    fn draw_list_headers(&mut self, report: &Report, dashboard: &Dashboard) -> Result<(), XlsxError> {
        let order = match dashboard.currencies.as_slice() {
            [OfCurrency { currency: None, .. }] => String::new(),
            [_] => report.say().summary_costliest_first().to_owned(),
            several => {
                let more = several.iter().filter(|of| of.lines == 0).count();
                report.say().summary_costliest_by_currency(more)
            }
        };
        let quiet = styles::muted().set_font_size(9).set_align(FormatAlign::VerticalCenter);
        self.text((LEFT, RIGHT), &order, &quiet)?;
        self.next(15.0)?;
        for (i, verdict) in Verdict::ALL.into_iter().enumerate() {
            let (name, cost, score) = list_columns(i);
            let gap =
                |format: Format| format.set_border_right(FormatBorder::Thick).set_border_right_color(color(WHITE));
            let header = |format: Format| styles::verdict_colors(format.set_font_size(10), verdict);
            let title = header(styles::indented().set_bold());
            let [costs, scores] = [styles::right(), styles::figure()].map(|format| header(format).set_shrink());
            self.text(name, report.say().verdict(verdict), &title)?;
            self.text((cost, cost), report.say().summary_cost(), &costs)?;
            self.text((score, score), report.say().name(SCORE), &gap(scores))?;
        }
        self.next(16.0)
    }

    /// The costliest functions of each verdict side by side, each with its row to go to.
    fn draw_costliest(
        &mut self,
        report: &Report,
        dashboard: &Dashboard,
        live: Option<&TopCells>,
        links: &Links,
    ) -> Result<(), XlsxError> {
        self.draw_list_headers(report, dashboard)?;
        let small = |format: Format| styles::row(format.set_font_size(9));
        let name_format = small(styles::link().set_align(FormatAlign::Left).set_indent(1));
        let money = |of: &OfCurrency| {
            let costs =
                dashboard.costliest.iter().flatten().flatten().filter_map(|line| report.listed_cost(line.function));
            let costs = costs.filter(|cost| Some(cost.currency) == of.currency).map(|cost| cost.value);
            let format = short_money_format(report.say(), report.currency_code(of.currency), costs.fold(0.0, f64::max));
            // An amount that is too wide is drawn smaller, and never as a row of signs.
            small(styles::right().set_num_format(format).set_shrink())
        };
        let moneys = dashboard.currencies.iter().flat_map(|of| std::iter::repeat_n(money(of), of.lines));
        let points = small(styles::figure().set_num_format(POINTS));
        for (place, money) in moneys.enumerate() {
            for (i, lines) in dashboard.costliest.iter().enumerate() {
                let (name, cost, score) = list_columns(i);
                let line = lines[place].as_ref();
                if let Some(cells) = live {
                    let row = cells.row(i, place);
                    let named = line.map_or(String::new(), |line| links::shortened(&line.name, LONGEST_NAME));
                    self.formula(name, &cells.link(links, &row, LONGEST_NAME), Cached::Text(&named), &name_format)?;
                    let of_cost = Cached::number(line.and_then(|line| line.cost));
                    self.formula((cost, cost), &cells.cost(&row), of_cost, &money)?;
                    let of_score = Cached::number(line.map(|line| line.score));
                    self.formula((score, score), &cells.score(&row), of_score, &points)?;
                } else {
                    self.draw_top_line((name, cost, score), line, links, [&name_format, &money, &points])?;
                }
            }
            self.next(15.0)?;
        }
        Ok(())
    }

    /// One of the costliest functions as values; an empty line where there are no more.
    fn draw_top_line(
        &mut self,
        (name, cost, score): ((u16, u16), u16, u16),
        line: Option<&TopLine>,
        links: &Links,
        [name_format, money, points]: [&Format; 3],
    ) -> Result<(), XlsxError> {
        self.text(name, "", name_format)?;
        if let Some(line) = line {
            let shown = links::shortened(&line.name, LONGEST_NAME);
            let target = links.to_function(line.function);
            table::write_link(self.sheet, self.row, name.0, &shown, &target, name_format)?;
        }
        self.number(cost, line.and_then(|line| line.cost), money)?;
        self.number(score, line.map(|line| line.score), points)
    }
}
