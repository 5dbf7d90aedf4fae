//! The first sheet: the answer, the key figures, the charts, the best candidates, and what to decide and to ask next.
//!
//! It is laid out on twelve equal columns and prints on portrait pages. The figures behind the charts stand to the right
//! of the printed area.

use rust_xlsxwriter::{Chart, Format, FormatAlign, FormatBorder, Formula, Worksheet, XlsxError};

use super::Links;
use super::assessment::JudgedCells;
use super::cells::cut;
use super::charts::{self, Range};
use super::styles::{self, LINE, POINTS, color};
use super::table::write_link;
use crate::problem::column_letters;
use crate::report::palette::{self, MUTED, PANEL, WHITE};
use crate::report::{KeyFigure, MapPoint, RankedLine, Ranking, Report, Split, Summary, Verdict};

/// The first of the twelve columns; the one before it is a margin.
const LEFT: u16 = 1;
const RIGHT: u16 = 12;
/// The width of each of the twelve, in characters; without the space around them, which merged cells do not have.
const COLUMN: f64 = 11.7;
/// The same in pixels, seven for each character.
const COLUMN_PIXELS: u32 = 82;
/// The first column of the figures behind the charts.
const FIGURES: u16 = 14;
/// Rows of 20 pixels that a chart takes up.
const CHART_ROWS: u32 = 13;
/// The most candidates of each direction; the assessment sheet has the others.
const MOST_CANDIDATES: usize = 10;
/// The room above and below the text of a row, in points.
const PADDING: f64 = 6.0;
/// The most groups in a chart.
const MOST_GROUPS: usize = 12;
/// What follows the weights, and what doesn't.
const FOLLOWS: &str =
    "Verdicts by count and by cost follow the weights on the criteria sheet; all else on this sheet is as of the run.";

pub(super) fn draw(
    sheet: &mut Worksheet,
    report: &Report,
    links: &Links,
    judged: Option<&JudgedCells>,
) -> Result<(), XlsxError> {
    set_up(sheet)?;
    let summary = &report.summary;
    let mut page = Grid { sheet, row: 1 };
    page.draw_head(summary)?;
    page.draw_tiles(&summary.key_figures)?;
    page.draw_charts(summary, judged)?;
    page.draw_decided(summary)?;
    page.draw_decisions(summary)?;
    for (heading, ranking) in
        [("BPO candidates", &summary.bpo), ("Traditional-outsourcing candidates", &summary.outsourcing)]
    {
        page.draw_candidates(heading, ranking, report, links)?;
    }
    page.draw_questions(summary)?;
    page.row += 1;
    page.text((LEFT, RIGHT), &summary.footer, &styles::muted().set_font_size(9))?;
    let last = page.row;
    page.sheet.set_print_area(0, 0, last, RIGHT)?;
    Ok(())
}

fn set_up(sheet: &mut Worksheet) -> Result<(), XlsxError> {
    sheet.set_screen_gridlines(false);
    sheet.set_column_width(0, 2)?;
    sheet.set_column_range_width_pixels(LEFT, RIGHT, COLUMN_PIXELS)?;
    sheet.set_column_width(RIGHT + 1, 4)?;
    sheet.set_column_width(FIGURES, 34)?;
    sheet.set_column_range_width(FIGURES + 1, FIGURES + 6, 14)?;
    sheet.set_tab_color(color(palette::fill(Verdict::Bpo)));
    sheet.set_portrait().set_paper_size(9).set_print_fit_to_pages(1, 0);
    sheet.set_margins(0.5, 0.5, 0.6, 0.6, 0.3, 0.3);
    sheet.set_footer("&R&9&P of &N");
    sheet.set_active(true);
    Ok(())
}

/// The sheet's twelve columns, written from top to bottom.
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

    /// A link over some columns of the current row.
    fn link(&mut self, columns: (u16, u16), text: &str, target: &str, format: &Format) -> Result<(), XlsxError> {
        self.text(columns, "", format)?;
        write_link(self.sheet, self.row, columns.0, text, target, format)?;
        Ok(())
    }

    fn next(&mut self, height: f64) -> Result<(), XlsxError> {
        self.sheet.set_row_height(self.row, height)?;
        self.row += 1;
        Ok(())
    }

    fn draw_head(&mut self, summary: &Summary) -> Result<(), XlsxError> {
        let byline = format!("{} · {}", summary.organisation, summary.date);
        self.text((LEFT, RIGHT), &byline, &styles::muted())?;
        self.next(18.0)?;
        self.text((LEFT, RIGHT), &summary.title, &styles::title())?;
        self.next(34.0)?;
        for (i, sentence) in summary.headline.iter().enumerate() {
            let format = styles::wrapped().set_font_size(if i == 0 { 14 } else { 12 });
            let format = if i == 0 { format.set_bold() } else { format };
            self.text((LEFT, RIGHT), sentence, &format)?;
            // The letters are larger than those that the columns are measured in.
            let lines = styles::lines(sentence, COLUMN * 12.0 * if i == 0 { 0.75 } else { 0.9 });
            self.next(if i == 0 { 20.0 } else { 17.0 } * lines as f64 + 2.0)?;
        }
        self.row += 1;
        Ok(())
    }

    /// Quiet tiles in a row: a label, the figure, a few words.
    fn draw_tiles(&mut self, figures: &[KeyFigure]) -> Result<(), XlsxError> {
        for row_of_tiles in figures.chunks(4) {
            let width = 12 / row_of_tiles.len() as u16;
            let tile = || {
                let gap = styles::plain().set_border_left(FormatBorder::Thick).set_border_left_color(color(WHITE));
                gap.set_background_color(color(PANEL))
                    .set_align(FormatAlign::Left)
                    .set_indent(1)
                    .set_align(FormatAlign::VerticalCenter)
            };
            let formats = [
                tile().set_font_color(color(MUTED)),
                tile().set_bold().set_font_size(20),
                tile().set_font_color(color(MUTED)).set_font_size(9).set_text_wrap(),
            ];
            for (part, (format, height)) in formats.iter().zip([20.0, 30.0, 26.0]).enumerate() {
                for (first, figure) in (LEFT..).step_by(usize::from(width)).zip(row_of_tiles) {
                    let text = [&figure.label, &figure.value, &figure.note][part];
                    self.text((first, first + width - 1), text, format)?;
                }
                self.next(height)?;
            }
            self.row += 1;
        }
        Ok(())
    }

    fn draw_charts(&mut self, summary: &Summary, judged: Option<&JudgedCells>) -> Result<(), XlsxError> {
        if judged.is_some() {
            self.text((LEFT, RIGHT), FOLLOWS, &styles::muted())?;
            self.next(LINE + 3.0)?;
        }
        let charts = Figures { sheet: self.sheet, row: 0 }.draw(summary, judged)?;
        for pair in charts.chunks(2) {
            let tall = if pair.iter().any(|(rows, _)| *rows > CHART_ROWS) { CHART_ROWS * 3 / 2 } else { CHART_ROWS };
            for (column0, (_, chart)) in [LEFT, LEFT + 6].into_iter().zip(pair) {
                let mut chart = chart.clone();
                chart.set_width(COLUMN_PIXELS * 6 - 8).set_height(tall * 20 - 8);
                self.sheet.insert_chart_with_offset(self.row, column0, &chart, 4, 4)?;
            }
            self.row += tall;
        }
        Ok(())
    }

    fn heading(&mut self, heading: &str, caption: &str) -> Result<(), XlsxError> {
        self.row += 1;
        self.text((LEFT, RIGHT), heading, &styles::heading())?;
        self.next(22.0)?;
        if !caption.is_empty() {
            self.text((LEFT, RIGHT), caption, &styles::muted().set_text_wrap())?;
            self.next(LINE * styles::lines(caption, COLUMN * 12.0) as f64 + 3.0)?;
        }
        Ok(())
    }

    /// The header of a table: over a single column of figures it stands at the right, as they do.
    fn header(&mut self, columns: &[(u16, u16, &str)]) -> Result<(), XlsxError> {
        let mut format = styles::header();
        for &(first, last, header) in columns {
            let after_figures = std::mem::replace(&mut format, styles::header());
            if first == last {
                format = styles::header().set_align(FormatAlign::Left).set_indent(1);
                self.text((first, last), header, &styles::header().set_align(FormatAlign::Right))?;
            } else {
                self.text((first, last), header, &after_figures)?;
            }
        }
        self.next(LINE + 4.0)
    }

    /// How the decisions stand to the verdicts.
    fn draw_decided(&mut self, summary: &Summary) -> Result<(), XlsxError> {
        let Some(decided) = &summary.decided else { return Ok(()) };
        self.row += 1;
        self.text((LEFT, RIGHT), decided, &styles::wrapped().set_bold())?;
        self.next(LINE * styles::lines(decided, COLUMN * 12.0) as f64 + 3.0)
    }

    fn draw_decisions(&mut self, summary: &Summary) -> Result<(), XlsxError> {
        if summary.decide_next.is_empty() {
            return Ok(());
        }
        self.heading("What to decide next", "")?;
        self.header(&[(1, 4, "Function"), (5, 6, "Verdict"), (7, 7, "Annual cost"), (8, 12, "Why")])?;
        for decision in &summary.decide_next {
            let text = styles::row(styles::wrapped());
            self.text((1, 4), &decision.function, &text)?;
            self.text((5, 6), decision.verdict.name(), &styles::row(styles::verdict(decision.verdict)))?;
            self.text((7, 7), &decision.cost, &styles::row(styles::right()))?;
            self.text((8, 12), &decision.because, &styles::row(styles::indented()))?;
            let lines =
                styles::lines(&decision.because, COLUMN * 5.0).max(styles::lines(&decision.function, COLUMN * 4.0));
            self.next(LINE * lines as f64 + PADDING)?;
        }
        Ok(())
    }

    fn draw_candidates(
        &mut self,
        heading: &str,
        ranking: &Ranking,
        report: &Report,
        links: &Links,
    ) -> Result<(), XlsxError> {
        self.heading(heading, &ranking.caption)?;
        if ranking.lines.is_empty() {
            return Ok(());
        }
        self.header(&[
            (1, 3, "Function"),
            (4, 5, "Department"),
            (6, 6, "Annual cost"),
            (7, 7, "Score"),
            (8, 8, "Robustness"),
            (9, 12, "Why"),
        ])?;
        for line in ranking.lines.iter().take(MOST_CANDIDATES) {
            self.draw_candidate(line, &links.to_function(report, line.index))?;
        }
        let more = ranking.lines.len().saturating_sub(MOST_CANDIDATES) + ranking.more;
        if more > 0 {
            self.text((LEFT, RIGHT), &format!("{more} more on the assessment sheet."), &styles::muted())?;
            self.next(LINE + 3.0)?;
        }
        Ok(())
    }

    fn draw_candidate(&mut self, line: &RankedLine, target: &str) -> Result<(), XlsxError> {
        let text = styles::row(styles::wrapped());
        self.link((1, 3), &line.name, target, &styles::row(styles::link().set_text_wrap()))?;
        self.text((4, 5), &line.department, &text)?;
        let cost = styles::row(styles::right().set_num_format(styles::money_format(line)));
        match line.cost_amount {
            Some(amount) => self.sheet.write_number_with_format(self.row, 6, amount, &cost)?,
            None => self.sheet.write_blank(self.row, 6, &cost)?,
        };
        let points = styles::row(styles::right().set_num_format(POINTS));
        self.sheet.write_number_with_format(self.row, 7, line.score, &points)?;
        self.text((8, 8), &line.robustness, &styles::row(styles::right()))?;
        self.text((9, 12), &line.because, &styles::row(styles::indented()))?;
        let lines = [(&line.because, 4.0), (&line.name, 3.0), (&line.department, 2.0)];
        let lines = lines.map(|(text, columns)| styles::lines(text, COLUMN * columns)).into_iter().max();
        self.next(LINE * lines.unwrap_or(1).min(10) as f64 + PADDING)
    }

    fn draw_questions(&mut self, summary: &Summary) -> Result<(), XlsxError> {
        if summary.ask_next.is_empty() {
            return Ok(());
        }
        self.heading("What to ask next", &summary.first_answers)?;
        self.header(&[(1, 2, "Missing"), (3, 8, "Question"), (9, 12, "What an answer could settle")])?;
        for question in &summary.ask_next {
            let text = styles::row(styles::wrapped());
            self.text((1, 2), &question.attribute, &text)?;
            self.text((3, 8), &question.text, &text)?;
            self.text((9, 12), &question.effect, &text)?;
            let lines = styles::lines(&question.text, COLUMN * 6.0).max(styles::lines(&question.effect, COLUMN * 4.0));
            self.next(LINE * lines as f64 + PADDING)?;
        }
        Ok(())
    }
}

/// The block of figures behind the charts, written from top to bottom.
struct Figures<'s> {
    sheet: &'s mut Worksheet,
    row: u32,
}

impl Figures<'_> {
    /// Writes the figures, and gives each chart over them with the rows that it should have.
    fn draw(mut self, summary: &Summary, judged: Option<&JudgedCells>) -> Result<Vec<(u32, Chart)>, XlsxError> {
        self.sheet.write_string_with_format(
            self.row,
            FIGURES,
            "Figures behind the charts",
            &styles::muted().set_bold(),
        )?;
        self.row += 1;
        let mut charts = Vec::new();
        for split in summary.splits.iter().take(2) {
            let title = format!("Verdicts {}", split.label);
            let rows: Vec<(&str, Vec<f64>)> =
                split.segments.iter().map(|segment| (segment.verdict.name(), vec![segment.amount])).collect();
            let first = self.block(&title, &[&split.label], &rows)?;
            let last = first + rows.len() as u32 - 1;
            if let Some(judged) = judged {
                self.follow(judged, split, first)?;
            }
            let is_live = judged.is_some();
            let chart = charts::split(&title, split, names(first, last), values(1, first, last), is_live);
            charts.push((CHART_ROWS, chart));
        }
        charts.extend(self.departments(summary)?);
        charts.extend(self.map(summary)?);
        Ok(charts)
    }

    /// Puts formulas in the place of a split's figures, which count or add up what the assessment sheet says.
    fn follow(&mut self, judged: &JudgedCells, split: &Split, first: u32) -> Result<(), XlsxError> {
        let letters = column_letters(FIGURES);
        for (row, segment) in (first..).zip(&split.segments) {
            let (verdicts, verdict) = (&judged.verdicts, format!("{letters}{}", row + 1));
            let formula = match (split.currency, &judged.costs) {
                (Some(_), Some(costs)) => format!("=MAX(0,SUMIFS({costs},{verdicts},{verdict}))"),
                _ => format!("=COUNTIFS({verdicts},{verdict})"),
            };
            let format = styles::muted().set_num_format("#,##0");
            let formula = Formula::new(formula).set_result(segment.amount.to_string());
            self.sheet.write_formula_with_format(row, FIGURES + 1, formula, &format)?;
        }
        Ok(())
    }

    fn departments(&mut self, summary: &Summary) -> Result<Option<(u32, Chart)>, XlsxError> {
        // A single group would say what the split by count says already.
        let breakdowns = [&summary.departments, &summary.locations];
        let Some(breakdown) = breakdowns.into_iter().find(|breakdown| breakdown.groups.len() > 1) else {
            return Ok(None);
        };
        let groups = &breakdown.groups[..breakdown.groups.len().min(MOST_GROUPS)];
        let rows: Vec<(&str, Vec<f64>)> =
            groups.iter().map(|group| (group.name.as_str(), group.functions.map(|n| n as f64).to_vec())).collect();
        let largest = if groups.len() < breakdown.groups.len() { ", the largest ones" } else { "" };
        let title = format!("Functions by {}{largest}", breakdown.dimension.to_lowercase());
        let first = self.block(&title, &Verdict::ALL.map(Verdict::name), &rows)?;
        let last = first + groups.len() as u32 - 1;
        let series: Vec<(Verdict, Range, Range)> = (1..)
            .zip(Verdict::ALL)
            .map(|(column, verdict)| (verdict, values(column, first - 1, first - 1), values(column, first, last)))
            .collect();
        Ok(Some((CHART_ROWS + 1, charts::groups(&title, names(first, last), &series))))
    }

    fn map(&mut self, summary: &Summary) -> Result<Option<(u32, Chart)>, XlsxError> {
        let map = &summary.map;
        if map.points.is_empty() {
            return Ok(None);
        }
        let title = "Portfolio map";
        let mut series = Vec::new();
        for verdict in Verdict::ALL {
            let of_verdict = |point: &&MapPoint| point.verdict == verdict;
            let rows: Vec<(&str, Vec<f64>)> = map
                .points
                .iter()
                .filter(of_verdict)
                .map(|point| (point.name.as_str(), [point.x, point.y].into_iter().flatten().collect()))
                .collect();
            if rows.is_empty() {
                continue;
            }
            let heading = verdict.name();
            let first = self.block(heading, &[&map.x_title, &map.y_title], &rows)?;
            let last = first + rows.len() as u32 - 1;
            let name = (first - 1, FIGURES, first - 1, FIGURES);
            series.push((verdict, name, values(1, first, last), values(2, first, last)));
        }
        Ok(Some((CHART_ROWS + 1, charts::map(title, [&map.x_title, &map.y_title], &series))))
    }

    /// A small table; gives the row of its first figures, which is below its header.
    fn block(&mut self, title: &str, headers: &[&str], rows: &[(&str, Vec<f64>)]) -> Result<u32, XlsxError> {
        let quiet = styles::muted();
        self.row += 1;
        self.sheet.write_string_with_format(self.row, FIGURES, title, &quiet.clone().set_bold())?;
        for (column, header) in (FIGURES + 1..).zip(headers) {
            self.sheet.write_string_with_format(
                self.row,
                column,
                *header,
                &quiet.clone().set_align(FormatAlign::Right),
            )?;
        }
        self.row += 1;
        let first = self.row;
        for (name, figures) in rows {
            self.sheet.write_string_with_format(self.row, FIGURES, cut(name), &quiet)?;
            for (column, figure) in (FIGURES + 1..).zip(figures) {
                self.sheet.write_number_with_format(
                    self.row,
                    column,
                    *figure,
                    &quiet.clone().set_num_format("#,##0"),
                )?;
            }
            self.row += 1;
        }
        Ok(first)
    }
}

fn names(first: u32, last: u32) -> Range {
    (first, FIGURES, last, FIGURES)
}

fn values(column: u16, first: u32, last: u32) -> Range {
    (first, FIGURES + column, last, FIGURES + column)
}
