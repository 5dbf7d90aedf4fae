//! The figures behind the dashboard, in a block to the right of it: one small table for each chart, and the places of the
//! costliest functions. In a live workbook they are formulas over the assessment sheet, with the run's figures as results.

use rust_xlsxwriter::{Chart, ConditionalFormatError, Format, FormatAlign, Worksheet, XlsxError};

use super::edits;
use crate::assessment::Verdict;
use crate::problem::column_letters;
use crate::report::model::{MapPoint, Split};
use crate::report::view::dashboard::{Bin, Dashboard};
use crate::report::view::report::Report;
use crate::report::words::messages::Messages;
use crate::report::words::palette::{MUTED, WHITE};
use crate::report::workbook::assessment::formulas;
use crate::report::workbook::assessment::kinds::Kind;
use crate::report::workbook::assessment::plan::AssessmentSheet;
use crate::report::workbook::kit::cells::cut;
use crate::report::workbook::kit::charts::{self, Range};
use crate::report::workbook::kit::links::{self, Links};
use crate::report::workbook::kit::results::{self, Cached};
use crate::report::workbook::kit::styles::{self, color, short_money_format};
use crate::rulebook::Threshold;

/// The most columns of a block, beside that of its names.
pub(crate) const MOST_COLUMNS: u16 = 8;

/// The most currencies that have a chart of their own.
const MOST_CURRENCIES: usize = 3;

/// What was drawn from the figures.
pub(crate) struct Figures {
    /// The charts, in two rows.
    pub(crate) charts: [Vec<Chart>; 2],
    /// The cells that find the costliest functions; none where they are values.
    pub(crate) costliest: Option<TopCells>,
    /// The names of cells that count what was changed since the run.
    pub(crate) names: Vec<(String, String)>,
}

impl Figures {
    /// Writes the blocks from a column on, and makes the charts over them.
    pub(crate) fn draw(
        sheet: &mut Worksheet,
        column0: u16,
        report: &Report,
        dashboard: &Dashboard,
        live: Option<&AssessmentSheet>,
    ) -> Result<Figures, XlsxError> {
        let mut blocks = Blocks { sheet, column0, row: 0, report, live };
        let heading = styles::muted().set_bold();
        blocks.sheet.write_string_with_format(0, column0, report.say().behind_charts(), &heading)?;
        blocks.row += 1;
        let mut upper = Vec::new();
        for split in report.summary.splits.iter().take(1 + MOST_CURRENCIES) {
            upper.push(blocks.split(split, dashboard)?);
        }
        upper.push(blocks.scores(&dashboard.scores)?);
        let lower = [blocks.groups(dashboard)?, blocks.map()?];
        let costliest = live.map(|assessment| blocks.costliest(assessment, dashboard)).transpose()?;
        let names = live.map(|assessment| blocks.edits(assessment)).transpose()?.unwrap_or_default();
        Ok(Figures { names, charts: [upper, lower.into_iter().flatten().collect()], costliest })
    }
}

/// A figure, and the formula that it follows; none where it is a value.
struct Figure {
    value: Option<f64>,
    formula: Option<String>,
}

/// The blocks, written from top to bottom.
struct Blocks<'s, 'r> {
    sheet: &'s mut Worksheet,
    column0: u16,
    row: u32,
    report: &'r Report<'r>,
    live: Option<&'r AssessmentSheet<'r>>,
}

impl Blocks<'_, '_> {
    /// What was changed since the run.
    fn edits(&mut self, assessment: &AssessmentSheet) -> Result<Vec<(String, String)>, XlsxError> {
        let (names, rows) = edits::draw(self.sheet, (self.row + 1, self.column0), self.report, assessment)?;
        self.row += 1 + rows;
        Ok(names)
    }

    /// The title and the headers of a block; gives the row of its first figures.
    fn head(&mut self, title: &str, headers: &[&str]) -> Result<u32, XlsxError> {
        self.row += 1;
        self.sheet.write_string_with_format(self.row, self.column0, title, &styles::muted().set_bold())?;
        let format = styles::muted().set_align(FormatAlign::Right);
        for (column0, header) in (self.column0 + 1..).zip(headers) {
            self.sheet.write_string_with_format(self.row, column0, *header, &format)?;
        }
        self.row += 1;
        Ok(self.row)
    }

    /// A row of a block.
    fn line(&mut self, name: &str, figures: &[Figure], format: &Format) -> Result<(), XlsxError> {
        self.sheet.write_string_with_format(self.row, self.column0, cut(name), &styles::muted())?;
        for (column0, figure) in (self.column0 + 1..).zip(figures) {
            match (&figure.formula, figure.value) {
                (Some(formula), value) => {
                    let formula = results::formula(formula, value.map_or(Cached::NotAvailable, Cached::Number));
                    self.sheet.write_formula_with_format(self.row, column0, formula, format)?;
                }
                (None, Some(value)) => {
                    self.sheet.write_number_with_format(self.row, column0, value, format)?;
                }
                (None, None) => {}
            }
        }
        self.row += 1;
        Ok(())
    }

    /// A whole number, with the formula that counts or adds up what it stands for.
    fn figure(&self, value: f64, formula: impl FnOnce(&AssessmentSheet) -> Option<String>) -> Figure {
        Figure { value: Some(value), formula: self.live.and_then(formula) }
    }

    fn names(&self, first: u32) -> Range {
        (first, self.column0, self.row - 1, self.column0)
    }

    fn values(&self, column: u16, first: u32) -> Range {
        (first, self.column0 + column, self.row - 1, self.column0 + column)
    }

    fn split(&mut self, split: &Split, dashboard: &Dashboard) -> Result<Chart, XlsxError> {
        let title = self.report.say().behind_verdicts(&split.label);
        let first = self.head(&title, &[&split.label])?;
        for segment in &split.segments {
            let verdict = quoted(self.report.say(), segment.verdict);
            let figure = self.figure(segment.amount, |assessment| {
                let verdicts = assessment.range(Kind::Verdict)?;
                Some(match split.currency {
                    Some(_) => {
                        let places = assessment.range(Kind::Place)?;
                        let within = dashboard.of_one(split.currency).map_or(String::new(), |(first, last)| {
                            format!(",{places},\">={first}\",{places},\"<={last}\"")
                        });
                        format!("MAX(0,SUMIFS({},{verdicts},{verdict}{within}))", assessment.range(Kind::Cost)?)
                    }
                    None => format!("COUNTIFS({verdicts},{verdict})"),
                })
            });
            self.line(self.report.say().verdict(segment.verdict), &[figure], &whole())?;
        }
        let format = match split.currency {
            Some(_) => {
                let greatest = split.segments.iter().map(|segment| segment.amount).fold(0.0, f64::max);
                short_money_format(self.report.say(), self.report.currency_code(split.currency), greatest)
            }
            None => "#,##0".to_owned(),
        };
        Ok(charts::split(self.report.say(), &title, split, self.names(first), self.values(1, first), &format))
    }

    fn scores(&mut self, bins: &[Bin]) -> Result<Chart, XlsxError> {
        let say = self.report.say();
        let title = say.behind_scores();
        let first = self.head(title, &[say.behind_beyond(), say.behind_borderline(), say.behind_insufficient()])?;
        for bin in bins {
            let [beyond, borderline, insufficient] = [
                (bin.beyond, Counted::Beyond),
                (bin.borderline, Counted::Borderline),
                (bin.insufficient, Counted::Insufficient),
            ]
            .map(|(count, part)| self.figure(count as f64, |assessment| in_bin(assessment, *bin, part)));
            let label = crate::report::words::figures::signed(i64::from(bin.end));
            self.line(&label, &[beyond, borderline, insufficient], &whole())?;
        }
        let series = [1, 2, 3].map(|column| self.values(column, first));
        Ok(charts::scores(self.report.say(), title, bins, self.names(first), &series))
    }

    fn groups(&mut self, dashboard: &Dashboard) -> Result<Option<Chart>, XlsxError> {
        let Some(groups) = &dashboard.groups else { return Ok(None) };
        let first = self.head(&groups.title, &Verdict::ALL.map(|verdict| self.report.say().verdict(verdict)))?;
        for (number, (name, functions)) in (1..).zip(&groups.groups) {
            let figures: Vec<Figure> = Verdict::ALL
                .into_iter()
                .zip(functions)
                .map(|(verdict, functions)| {
                    self.figure(*functions as f64, |assessment| {
                        let (groups, verdicts) = (assessment.range(Kind::Group)?, assessment.range(Kind::Verdict)?);
                        Some(format!("COUNTIFS({groups},{number},{verdicts},{})", quoted(self.report.say(), verdict)))
                    })
                })
                .collect();
            self.line(name, &figures, &whole())?;
        }
        let series: Vec<(Verdict, Range)> =
            (1..).zip(Verdict::ALL).map(|(column, verdict)| (verdict, self.values(column, first))).collect();
        Ok(Some(charts::groups(self.report.say(), &groups.title, self.names(first), &series)))
    }

    /// A row for each function: where it stands on the axes, the height in the column of its verdict only.
    fn map(&mut self) -> Result<Option<Chart>, XlsxError> {
        let map = &self.report.summary.map;
        if map.points.is_empty() {
            return Ok(None);
        }
        let headers = [self.report.say().behind_row(), map.x_title.as_str()];
        let headers: Vec<&str> =
            headers.into_iter().chain(Verdict::ALL.map(|verdict| self.report.say().verdict(verdict))).collect();
        let first = self.head(self.report.say().behind_map(), &headers)?;
        // What has no place may get one where evidence is typed in.
        let unplaced: &[MapPoint] = if self.live.is_some() { &map.unplaced } else { &[] };
        for (number, point) in map.points.iter().chain(unplaced).enumerate() {
            let figures = self.point(number, point);
            self.line(&point.name, &figures, &whole())?;
        }
        let last = self.row - 1;
        if self.live.is_some() {
            let hidden = ConditionalFormatError::new().set_format(Format::new().set_font_color(color(WHITE)));
            self.sheet.add_conditional_format(first, self.column0 + 1, last, self.column0 + 6, &hidden)?;
        }
        let series: Vec<(Verdict, Range)> =
            (3..).zip(Verdict::ALL).map(|(column, verdict)| (verdict, self.values(column, first))).collect();
        let axes = [map.x_title.as_str(), map.y_title.as_str()];
        Ok(Some(charts::map(self.report.say(), axes, self.values(2, first), &series)))
    }

    fn point(&self, number: usize, point: &MapPoint) -> Vec<Figure> {
        let row_number = self.row + 1;
        let letters = |column: u16| format!("${}{row_number}", column_letters(self.column0 + column));
        let row = letters(1);
        let spread = spread(number);
        let axis = |criteria: &[usize], spread: f64| {
            let assessment = self.live?;
            let cell = |i: &usize| Some(format!("INDEX({},{row})", assessment.range_of(Kind::Evidence, *i)?));
            let cells: Vec<String> = criteria.iter().filter_map(cell).collect();
            (!cells.is_empty()).then(|| format!("IFERROR(AVERAGE({})+{spread},NA())", cells.join(",")))
        };
        let [x_criteria, y_criteria] = self.report.axes();
        let (x, y) = (axis(&x_criteria, spread[0]), axis(&y_criteria, spread[1]));
        let mut figures = vec![
            self.live.map_or(Figure { value: None, formula: None }, |assessment| {
                let place = assessment.place(point.function);
                let formula = assessment.range(Kind::Place).map(|places| format!("MATCH({place},{places},0)"));
                Figure { value: Some(f64::from(assessment.position(point.function))), formula }
            }),
            Figure { value: point.x.map(|x| x + spread[0]), formula: x },
        ];
        figures.extend(Verdict::ALL.map(|verdict| {
            let formula = self.live.zip(y.as_ref()).and_then(|(assessment, y)| {
                let verdicts = assessment.range(Kind::Verdict)?;
                Some(format!("IF(INDEX({verdicts},{row})={},{y},NA())", quoted(self.report.say(), verdict)))
            });
            let of_verdict = point.y.filter(|_| point.verdict == verdict);
            Figure { value: of_verdict.map(|y| y + spread[1]), formula }
        }));
        figures
    }

    /// The places of the costliest functions among all, and their rows below the header.
    fn costliest(&mut self, assessment: &AssessmentSheet, dashboard: &Dashboard) -> Result<TopCells, XlsxError> {
        let names = Verdict::ALL.map(|verdict| self.report.say().verdict(verdict));
        let first = self.head(self.report.say().behind_costliest(), &[names, names].concat())?;
        let [verdicts, places] = [Kind::Verdict, Kind::Place].map(|kind| assessment.range(kind).unwrap_or_default());
        let within = dashboard.currencies.iter().flat_map(|of| (1..=of.lines).map(move |k| (k, of.currency)));
        for (line, (k, currency)) in within.enumerate() {
            self.sheet.write_number_with_format(self.row, self.column0, line as f64 + 1.0, &styles::muted())?;
            let of_one = dashboard
                .of_one(currency)
                .map_or(String::new(), |(first, last)| format!("*({places}>={first})*({places}<={last})"));
            for (i, verdict) in (0..).zip(Verdict::ALL) {
                let line = dashboard.costliest[usize::from(i)][line].as_ref();
                let result = |figure: &dyn Fn(usize) -> u32| {
                    Cached::Number(line.map_or(0.0, |line| f64::from(figure(line.function))))
                };
                let column0 = self.column0 + 1 + i;
                let is_listed = format!("({verdicts}={}){of_one}", quoted(self.report.say(), verdict));
                let place = format!("IFERROR(SMALL(IF({is_listed},{places}),{k}),0)");
                let place = results::formula(&place, result(&|function| assessment.place(function)));
                self.sheet.write_array_formula_with_format(self.row, column0, self.row, column0, place, &whole())?;
                let place = format!("{}{}", column_letters(column0), self.row + 1);
                let row = format!("IF({place}=0,0,MATCH({place},{places},0))");
                let row = results::formula(&row, result(&|function| assessment.position(function)));
                self.sheet.write_formula_with_format(self.row, column0 + 4, row, &whole())?;
            }
            self.row += 1;
        }
        Ok(TopCells {
            first_row: first,
            column0: self.column0 + 5,
            names: assessment.names(),
            called: assessment.called(),
            costs: assessment.range(Kind::Cost),
            scores: assessment.range(Kind::Score).unwrap_or_default(),
        })
    }
}

/// The cells that find the costliest functions of each verdict.
pub(crate) struct TopCells {
    first_row: u32,
    /// The first of the columns with rows.
    column0: u16,
    names: String,
    called: String,
    costs: Option<String>,
    scores: String,
}

impl TopCells {
    /// The cell with the row of a verdict's function; both are counted from 0.
    pub(crate) fn row(&self, verdict: usize, place: usize) -> String {
        format!("${}${}", column_letters(self.column0 + verdict as u16), self.first_row + place as u32 + 1)
    }

    /// The name, cut to so many characters, as a link to its row.
    pub(crate) fn link(&self, links: &Links, row: &str, longest: usize) -> String {
        let name = format!("INDEX({},{row})", self.called);
        let cut = links::cut(&name, longest);
        format!("IF({row}=0,\"\",{})", links.to_position(&self.names, row, &cut))
    }

    /// Its cost; empty where it has none.
    pub(crate) fn cost(&self, row: &str) -> String {
        match &self.costs {
            Some(costs) => format!("IF({row}=0,\"\",IF(INDEX({costs},{row})=\"\",\"\",INDEX({costs},{row})))"),
            None => "\"\"".to_owned(),
        }
    }

    /// Its score.
    pub(crate) fn score(&self, row: &str) -> String {
        format!("IF({row}=0,\"\",INDEX({},{row}))", self.scores)
    }
}

/// How far a mark is from where it belongs, across and up, so that marks on one spot are seen: a fixed pattern of 25
/// steps, at most 8 points each way.
fn spread(number: usize) -> [f64; 2] {
    const STEP: f64 = 4.0;
    let step = |n: usize| (n % 5) as f64 * STEP - 2.0 * STEP;
    // Those that come one after the other lie apart.
    [step(number * 2 + 2), step(number / 5 + number * 3 + 2)]
}

/// Which functions of a bin are counted.
#[derive(Clone, Copy)]
enum Counted {
    Beyond,
    Borderline,
    Insufficient,
}

/// Counts the functions of a bin.
fn in_bin(assessment: &AssessmentSheet, bin: Bin, part: Counted) -> Option<String> {
    let (scores, verdicts) = (assessment.range(Kind::Score)?, assessment.range(Kind::Verdict)?);
    let near = bin.end - bin.end.signum() * Bin::WIDTH;
    let within = match bin.end {
        0 => format!("{scores},0"),
        1.. => format!("{scores},\">{near}\",{scores},\"<={}\"", bin.end),
        _ => format!("{scores},\"<{near}\",{scores},\">={}\"", bin.end),
    };
    let insufficient = assessment.say().verdict(Verdict::InsufficientEvidence);
    let threshold = formulas::whole_threshold(Threshold::Borderline);
    Some(match part {
        Counted::Insufficient => format!("COUNTIFS({within},{verdicts},\"{insufficient}\")"),
        Counted::Borderline => format!(
            "COUNTIFS({within},{scores},\"<=\"&{threshold},{scores},\">=\"&-{threshold},{verdicts},\"<>{insufficient}\")"
        ),
        Counted::Beyond if bin.end > 0 => {
            format!("COUNTIFS({within},{scores},\">\"&{threshold},{verdicts},\"<>{insufficient}\")")
        }
        Counted::Beyond if bin.end < 0 => {
            format!("COUNTIFS({within},{scores},\"<\"&-{threshold},{verdicts},\"<>{insufficient}\")")
        }
        // 0 is never beyond.
        Counted::Beyond => return None,
    })
}

fn quoted(say: &Messages, verdict: Verdict) -> String {
    format!("\"{}\"", say.verdict(verdict))
}

fn whole() -> Format {
    styles::right().set_font_color(color(MUTED)).set_num_format("#,##0")
}
