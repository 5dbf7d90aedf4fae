//! By what the functions were judged: the criteria, thresholds and settings as used, and what the added columns mean.
//!
//! The weights and thresholds are cells to be changed, for a new run that is given the workbook as its rulebook. Where the
//! assessment sheet has formulas, these know the cells by their names; the whole numbers that they count as are folded away
//! beside them.

use rust_xlsxwriter::{
    ConditionalFormatDataBar, ConditionalFormatDataBarDirection, ConditionalFormatType, DataValidation,
    DataValidationRule, FormatAlign, Formula, Worksheet, XlsxError,
};

use crate::assessment::Verdict;
use crate::assessment::weights::{MOST_RAISED, Swing};
use crate::own_files::WEIGHT_RANGE;
use crate::problem::column_letters;
use crate::report::lists::Play;
use crate::report::model::CriterionLine;
use crate::report::view::live::Weighable;
use crate::report::view::report::Report;
use crate::report::words::messages::Messages;
use crate::report::words::palette::{self, MUTED};
use crate::report::workbook::assessment::columns;
use crate::report::workbook::assessment::formulas::{self, CriterionNames, SAME_RULES, SCENARIO, WEIGHTS, WIDTH};
use crate::report::workbook::kit::cells::in_formula;
use crate::report::workbook::kit::forms;
use crate::report::workbook::kit::links::sheet_in_formula;
use crate::report::workbook::kit::results::{self, Cached};
use crate::report::workbook::kit::styles::{self, color};
use crate::report::workbook::kit::table::{Entry, Page, write_entry};
use crate::rulebook::Threshold;
use crate::sheets::{CRITERIA, THRESHOLD_HEADERS, WEIGHT_HEADERS};

/// The name of the cell with the scenario that is shown.
const SCENARIO_NAME: &str = "scenario_shown";
/// The column of weights and thresholds.
const VALUE: u16 = 1;
/// The column that says what is wrong with the one beside it.
const REMARK: u16 = 2;
/// The folded columns: what a value counts as, how far apart a criterion's bounds can be, and whether it has a weight
/// where it had one in the run.
const WHOLE: u16 = 6;
const GREATEST_WIDTH: u16 = 7;
const AS_IN_THE_RUN: u16 = 8;

/// Draws the sheet, given the cells with the names of the run and its scenarios; gives the names of its cells.
pub(crate) fn draw(
    sheet: &mut Worksheet,
    report: &Report,
    tried: Option<&str>,
) -> Result<Vec<(String, String)>, XlsxError> {
    let (say, summary) = (report.say(), &report.summary);
    let mut page = Page::new(sheet, &[28.0, 10.0, 16.0, 38.0, 38.0, 52.0], color(MUTED))?;
    page.title(say.name(CRITERIA))?;
    if report.is_live() {
        page.sentence(say.criteria_live())?;
        page.sentence(say.criteria_live_rest())?;
    } else {
        page.sentence(say.criteria_values())?;
    }
    let sheet = sheet_in_formula(say.name(CRITERIA));
    let mut inputs = Inputs { page, sheet, names: Vec::new(), is_live: report.is_live() };
    if let Some(tried) = tried.filter(|_| report.is_live()) {
        let of_the_run = summary.tried.iter().flat_map(|tried| &tried.scenarios).map(|line| line.name.as_str()).next();
        inputs.choose(say, tried, of_the_run.unwrap_or_default())?;
    }
    inputs.draw(report)?;
    let Inputs { mut page, names, .. } = inputs;
    swings(&mut page, say, &summary.swings)?;
    let settings = &summary.settings[report.thresholds().count()..];
    if !settings.is_empty() {
        page.heading(say.criteria_settings())?;
    }
    for fact in settings {
        page.fact(&fact.label, &fact.value)?;
    }
    page.heading(say.criteria_treatment())?;
    for paragraph in &summary.method {
        page.paragraph(paragraph)?;
    }
    page.heading(say.terms_heading())?;
    for term in &summary.terms {
        page.fact(&term.label, &term.value)?;
    }
    page.heading(say.criteria_columns())?;
    for (header, meaning) in columns::meanings(say, report.is_live()) {
        page.fact(&header, meaning)?;
    }
    Ok(names)
}

/// How many verdicts hang on each weight, as bars on both sides of a line.
fn swings(page: &mut Page, say: &Messages, swings: &[(String, Swing)]) -> Result<(), XlsxError> {
    page.heading(say.criteria_swings())?;
    page.paragraph(&say.criteria_swings_lead(MOST_RAISED as usize))?;
    page.header(&[
        say.name(WEIGHT_HEADERS[0]),
        "",
        "",
        say.criteria_lowered(),
        &say.criteria_raised(MOST_RAISED as usize),
    ])?;
    let first = page.row;
    let figure = |count: usize| Entry::Number(count as f64, styles::figure().set_num_format("#,##0"));
    for (name, swing) in swings {
        let name = Entry::name(name);
        page.entries(&[name, Entry::Empty, Entry::Empty, figure(swing.lowered), figure(swing.raised), Entry::Empty])?;
    }
    let most = swings.iter().map(|(_, swing)| swing.lowered.max(swing.raised)).max().unwrap_or(0).max(1);
    let sides = [
        (3, ConditionalFormatDataBarDirection::RightToLeft, Verdict::TraditionalOutsourcing),
        (4, ConditionalFormatDataBarDirection::LeftToRight, Verdict::Bpo),
    ];
    for (column0, direction, verdict) in sides.into_iter().filter(|_| page.row > first) {
        let bar = ConditionalFormatDataBar::new()
            .set_fill_color(color(palette::fill(verdict)))
            .set_solid_fill(true)
            .set_border_off(true)
            .set_direction(direction)
            .set_minimum(ConditionalFormatType::Number, 0)
            // The figures keep a part of the cell to themselves.
            .set_maximum(ConditionalFormatType::Number, most as f64 * 1.25);
        page.sheet.add_conditional_format(first, column0, page.row - 1, column0, &bar)?;
    }
    Ok(())
}

fn entries(criterion: &CriterionLine) -> [Entry; 6] {
    [
        Entry::name(&criterion.name),
        Entry::Figure(criterion.weight.clone()),
        Entry::Empty,
        Entry::text(&criterion.bpo),
        Entry::text(&criterion.outsourcing),
        Entry::text(&criterion.source),
    ]
}

/// Weights and thresholds as cells to be changed.
struct Inputs<'s> {
    page: Page<'s>,
    /// The names that the formulas use, each with its cell.
    names: Vec<(String, String)>,
    /// The name of the sheet, as formulas have it.
    sheet: String,
    /// Whether there are formulas, and so the whole numbers that they need.
    is_live: bool,
}

impl Inputs<'_> {
    fn draw(&mut self, report: &Report) -> Result<(), XlsxError> {
        self.page.row += 1;
        let [criterion, weight] = WEIGHT_HEADERS.map(|header| report.say().name(header));
        let header = self.page.header(&[
            criterion,
            weight,
            "",
            report.say().criteria_bpo(),
            report.say().criteria_outsourcing(),
            report.say().criteria_source(),
        ])?;
        if self.is_live {
            let say = report.say();
            let folded = [say.criteria_counts_as(), say.criteria_widest(), say.criteria_as_in_the_run()];
            for (column0, text) in (WHOLE..).zip(folded) {
                self.page.sheet.set_column_width(column0, 14)?;
                self.page.sheet.write_string_with_format(header, column0, text, &styles::header())?;
            }
            self.page.sheet.group_columns_collapsed(WHOLE, AS_IN_THE_RUN)?;
        }
        let names = formulas::criterion_names(report);
        let mut weighable = report.weighable().zip(&names).enumerate();
        for criterion in &report.summary.criteria {
            self.page.entries(&entries(criterion))?;
            if criterion.has_direction
                && let Some((at, (weighable, names))) = weighable.next()
            {
                let plays = report.plays().iter().enumerate();
                let other = plays.filter_map(|(play, other)| Some((play, other.weights[at]?))).collect::<Vec<_>>();
                self.weight(report.say(), self.page.row - 1, (&weighable, &other), names)?;
            }
        }
        if self.is_live {
            self.all_together(report, &names)?;
        }
        self.thresholds(report)
    }

    /// A cell that chooses which scenario the sheets show, given the cells with their names; the run, which is called so, is the first of them.
    fn choose(&mut self, say: &Messages, tried: &str, of_the_run: &str) -> Result<(), XlsxError> {
        self.page.row += 1;
        let row = self.page.row;
        self.page.sheet.write_string_with_format(row, 0, say.criteria_scenario(), &styles::plain().set_bold())?;
        let input = styles::input().set_align(FormatAlign::Left);
        self.page.sheet.merge_range(row, VALUE, row, REMARK, of_the_run, &input)?;
        let validation = DataValidation::new()
            .allow_list_formula(Formula::new(format!("={tried}")))
            .ignore_blank(false)
            .set_input_title(forms::prompt_title(say.criteria_scenario()))?
            .set_input_message(forms::prompt(say.criteria_choose()))?
            .set_error_title(forms::prompt_title(say.criteria_scenario()))?
            .set_error_message(forms::prompt(say.criteria_no_scenario()))?;
        self.page.sheet.add_data_validation(row, VALUE, row, VALUE, &validation)?;
        self.name(SCENARIO_NAME.to_owned(), row, VALUE);
        let (first, _) = tried.split_once(':').unwrap_or((tried, ""));
        let is_shown = format!("EXACT({tried},{SCENARIO_NAME})");
        self.formula(row, WHOLE, &format!("SUMPRODUCT({is_shown}*(ROW({tried})-ROW({first})))"), 0)?;
        self.name(SCENARIO.to_owned(), row, WHOLE);
        let remark = format!("IF(SUMPRODUCT({is_shown}*1)=0,{},\"\")", in_formula(say.criteria_no_scenario()));
        let format = styles::alert_text();
        let remark = results::formula(&remark, Cached::Text(""));
        self.page.sheet.write_formula_with_format(row, REMARK + 1, remark, &format)?;
        self.page.row += 1;
        Ok(())
    }

    /// Makes the weight of a row a cell to be changed.
    fn weight(
        &mut self,
        say: &Messages,
        row: u32,
        (criterion, in_scenarios): (&Weighable, &[(usize, i64)]),
        names: &CriterionNames,
    ) -> Result<(), XlsxError> {
        let typed = criterion.thousandths as f64 / 1000.0;
        self.page.sheet.write_number_with_format(row, VALUE, typed, &styles::input())?;
        let (least, most) = (*WEIGHT_RANGE.start(), *WEIGHT_RANGE.end());
        let validation = DataValidation::new()
            .allow_decimal_number(DataValidationRule::Between(f64::from(least), f64::from(most)))
            .ignore_blank(false)
            .set_input_title(say.name(WEIGHT_HEADERS[1]))?
            .set_input_message(forms::prompt(say.criteria_weight()))?
            .set_error_title(forms::prompt_title(say.criteria_not_a_weight()))?
            .set_error_message(forms::prompt(&say.criteria_weights(&least.to_string(), &most.to_string())))?;
        self.page.sheet.add_data_validation(row, VALUE, row, VALUE, &validation)?;
        self.name(names.weight.clone(), row, VALUE);
        if !self.is_live {
            return Ok(());
        }
        self.name(names.whole.clone(), row, WHOLE);
        let range = [least, most].map(i64::from);
        let whole = formulas::whole(&names.weight, 3, range, criterion.thousandths);
        self.whole(row, whole, criterion.thousandths, in_scenarios)?;
        let shown = |thousandths: i64| say.number(thousandths as f64 / 1000.0);
        let other = in_scenarios.iter().map(|(play, weight)| (*play, shown(*weight))).collect();
        self.counts_as(
            say,
            row,
            (&formulas::is_within(&names.weight, 3, range), &shown(criterion.thousandths)),
            other,
        )?;
        self.number(row, GREATEST_WIDTH, criterion.greatest_width)?;
        self.formula(row, AS_IN_THE_RUN, &format!("IF({}={},1,0)", names.whole, criterion.thousandths), 1)
    }

    /// The sums over all criteria, and what is to be said where they allow no verdict.
    fn all_together(&mut self, report: &Report, names: &[CriterionNames]) -> Result<(), XlsxError> {
        let row = self.page.row;
        let cells = |column0: u16| {
            let letters = column_letters(column0);
            (row + 1 - report.summary.criteria.len() as u32, letters)
        };
        let weights: i64 = report.weighable().map(|c| c.thousandths).sum();
        let width: i64 = report.weighable().map(|c| c.thousandths * c.greatest_width).sum();
        let whole = names.iter().map(|n| n.whole.as_str()).collect::<Vec<_>>().join("+");
        self.formula(row, WHOLE, &whole, weights)?;
        let (first, letters) = cells(WHOLE);
        let (_, width_letters) = cells(GREATEST_WIDTH);
        let products =
            format!("SUMPRODUCT({letters}{first}:{letters}{row},{width_letters}{first}:{width_letters}{row})");
        self.formula(row, GREATEST_WIDTH, &products, width)?;
        let as_in_the_run = format!("IF({},1,0)", formulas::is_as_in_the_run(report));
        self.formula(row, AS_IN_THE_RUN, &as_in_the_run, 1)?;
        for (name, column0) in [(WEIGHTS, WHOLE), (WIDTH, GREATEST_WIDTH), (SAME_RULES, AS_IN_THE_RUN)] {
            self.name(name.to_owned(), row, column0);
        }
        let remark = format!(
            "IF({WEIGHTS}=0,{},IF({SAME_RULES}=0,{},\"\"))",
            in_formula(report.say().criteria_no_weight()),
            in_formula(report.say().criteria_no_robustness())
        );
        let remark = results::formula(&remark, Cached::Text(""));
        let format = styles::alert_text();
        self.page.sheet.write_formula_with_format(row, 0, remark, &format)?;
        self.page.row += 1;
        Ok(())
    }

    fn thresholds(&mut self, report: &Report) -> Result<(), XlsxError> {
        self.page.heading(report.say().criteria_thresholds())?;
        let [threshold, value] = THRESHOLD_HEADERS.map(|header| report.say().name(header));
        self.page.header(&[threshold, value, "", report.say().criteria_does(), "", ""])?;
        for threshold in report.thresholds() {
            let row = self.page.row;
            self.page.entries(&[
                Entry::name(threshold.name),
                Entry::Empty,
                Entry::Empty,
                Entry::Empty,
                Entry::Empty,
                Entry::Empty,
            ])?;
            self.page.sheet.merge_range(row, 3, row, 5, threshold.meaning, &styles::row(styles::wrapped()))?;
            self.page.sheet.write_number_with_format(row, VALUE, threshold.value as f64, &styles::input())?;
            let (least, most) = (*Threshold::RANGE.start(), *Threshold::RANGE.end());
            let (from, to, say) = (least.to_string(), most.to_string(), report.say());
            let validation = DataValidation::new()
                .allow_whole_number(DataValidationRule::Between(least, most))
                .ignore_blank(false)
                .set_input_title(say.name(THRESHOLD_HEADERS[0]))?
                .set_input_message(forms::prompt(&say.criteria_threshold(&from, &to)))?
                .set_error_title(forms::prompt_title(say.criteria_not_a_threshold()))?
                .set_error_message(forms::prompt(&say.criteria_threshold_range(&from, &to)))?;
            self.page.sheet.add_data_validation(row, VALUE, row, VALUE, &validation)?;
            let name = formulas::threshold(threshold.threshold);
            if self.is_live {
                let range = [least, most].map(i64::from);
                let plays = report.plays().iter().enumerate();
                let of_play = |(play, other): (usize, &Play)| {
                    Some((play, other.thresholds.iter().find(|(known, _)| *known == threshold.threshold)?.1))
                };
                let in_scenarios: Vec<(usize, i64)> = plays.filter_map(of_play).collect();
                let whole = formulas::whole(&name, 0, range, threshold.value);
                self.whole(row, whole, threshold.value, &in_scenarios)?;
                let is_within = formulas::is_within(&name, 0, range);
                let other = in_scenarios.iter().map(|(play, value)| (*play, value.to_string())).collect();
                self.counts_as(say, row, (&is_within, &threshold.value.to_string()), other)?;
                self.name(formulas::whole_threshold(threshold.threshold), row, WHOLE);
            }
            self.name(name, row, VALUE);
        }
        Ok(())
    }

    /// The whole number that a weight or a threshold counts as, and what it is in scenarios where that is another.
    fn whole(
        &mut self,
        row: u32,
        formula: String,
        of_run: i64,
        in_scenarios: &[(usize, i64)],
    ) -> Result<(), XlsxError> {
        let others = in_scenarios.iter().map(|(play, other)| (*play, other.to_string()));
        self.formula(row, WHOLE, &formulas::in_scenarios(formula, others), of_run)
    }

    /// Says beside a cell that what was typed there is no number in range and what counts instead, or what counts in the
    /// scenario that is shown.
    fn counts_as(
        &mut self,
        say: &Messages,
        row: u32,
        (is_within, of_run): (&str, &str),
        in_scenarios: Vec<(usize, String)>,
    ) -> Result<(), XlsxError> {
        let remark = format!("IF({is_within},\"\",{})", in_formula(&say.criteria_counts_as_run(of_run)));
        let others =
            in_scenarios.into_iter().map(|(play, other)| (play, in_formula(&say.criteria_in_scenario(&other))));
        let formula = results::formula(&formulas::in_scenarios(remark, others), Cached::Text(""));
        let format = styles::row(styles::alert_text().set_text_wrap());
        self.page.sheet.write_formula_with_format(row, REMARK, formula, &format)?;
        Ok(())
    }

    fn formula(&mut self, row: u32, column0: u16, formula: &str, result: i64) -> Result<(), XlsxError> {
        let formula = results::formula(formula, Cached::Number(result as f64));
        let format = styles::row(styles::figure().set_num_format("#,##0").set_font_color(color(MUTED)));
        self.page.sheet.write_formula_with_format(row, column0, formula, &format)?;
        Ok(())
    }

    fn number(&mut self, row: u32, column0: u16, number: i64) -> Result<(), XlsxError> {
        let format = styles::figure().set_font_color(color(MUTED));
        write_entry(self.page.sheet, row, column0, &Entry::Number(number as f64, format))
    }

    fn name(&mut self, name: String, row: u32, column0: u16) {
        self.names.push((name, format!("={}!${}${}", self.sheet, column_letters(column0), row + 1)));
    }
}
