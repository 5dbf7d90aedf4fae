//! What was changed in the workbook since the run, counted by formulas and said in a few words.
//!
//! The figures stand beside those behind the charts; other sheets know them by names. What the words are said for is left to
//! them.

use rust_xlsxwriter::{Worksheet, XlsxError};

use crate::problem::column_letters;
use crate::report::view::report::Report;
use crate::report::workbook::assessment::formulas::{self, SCENARIO};
use crate::report::workbook::assessment::kinds::Kind;
use crate::report::workbook::assessment::plan::AssessmentSheet;
use crate::report::workbook::kit::cells::in_formula;
use crate::report::workbook::kit::links::sheet_in_formula;
use crate::report::workbook::kit::results::{self, Cached};
use crate::report::workbook::kit::styles;
use crate::report::workbook::kit::table::CHANGED_SINCE_RUN;

/// What is counted, by the formula that counts it, and what one and several of it are called.
struct Count<'r> {
    label: &'r str,
    formula: String,
    one: &'r str,
    several: &'r str,
}

/// Writes the counts and the words from a cell on downwards; gives the names of the cells, and how many rows they take.
pub(crate) fn draw(
    sheet: &mut Worksheet,
    (row, column0): (u32, u16),
    report: &Report,
    assessment: &AssessmentSheet,
) -> Result<(Vec<(String, String)>, u32), XlsxError> {
    let say = report.say();
    sheet.write_string_with_format(row, column0, say.edits_heading(), &styles::muted().set_bold())?;
    let counts = counts(report, assessment);
    let figure = styles::muted().set_num_format("#,##0");
    let cell = |row: u32| format!("${}${}", column_letters(column0 + 1), row + 1);
    for (row, count) in (row + 1..).zip(&counts) {
        sheet.write_string_with_format(row, column0, count.label, &styles::muted())?;
        let formula = results::formula(&count.formula, Cached::Number(0.0));
        sheet.write_formula_with_format(row, column0 + 1, formula, &figure)?;
    }
    let words = (row + 1..).zip(&counts).map(|(row, count)| {
        let (cell, one, several) = (cell(row), in_formula(count.one), in_formula(count.several));
        format!("IF({cell}=0,\"\",\", \"&{cell}&IF({cell}=1,{one},{several}))")
    });
    let words = format!("MID({},3,250)", words.collect::<Vec<_>>().join("&"));
    let last = row + 1 + counts.len() as u32;
    sheet.write_string_with_format(last, column0, say.edits_in_words(), &styles::muted())?;
    let words = results::formula(&words, Cached::Text(""));
    sheet.write_formula_with_format(last, column0 + 1, words, &styles::muted())?;
    let name = format!("={}!{}", sheet_in_formula(say.name(crate::sheets::SUMMARY)), cell(last));
    Ok((vec![(CHANGED_SINCE_RUN.to_owned(), name)], last + 1 - row))
}

fn counts<'r>(report: &'r Report, assessment: &AssessmentSheet) -> Vec<Count<'r>> {
    let say = report.say();
    let sum = |kind| assessment.range(kind).map_or("0".to_owned(), |cells| format!("SUM({cells})"));
    let [weights, thresholds] = formulas::changed_rules(report);
    let (keys, names) = (assessment.whole_column(Kind::Key), assessment.whole_names());
    let rows = assessment.keys();
    let scenario = Count {
        label: say.edits_scenario_label(),
        formula: format!("IF({SCENARIO}=0,0,1)"),
        one: say.edits_scenario(),
        several: say.edits_scenario(),
    };
    let scenario = (!report.plays().is_empty()).then_some(scenario);
    let others = vec![
        Count {
            label: say.edits_levels_label(),
            formula: sum(Kind::LevelsChanged),
            one: say.edits_level(),
            several: say.edits_levels(),
        },
        Count {
            label: say.edits_not_levels_label(),
            formula: assessment.not_levels(),
            one: say.edits_not_level(),
            several: say.edits_not_levels(),
        },
        Count {
            label: say.edits_cells_label(),
            formula: sum(Kind::CellsChanged),
            one: say.edits_cell(),
            several: say.edits_cells(),
        },
        Count {
            label: say.edits_weights_label(),
            formula: weights,
            one: say.edits_weight(),
            several: say.edits_weights(),
        },
        Count {
            label: say.edits_thresholds_label(),
            formula: thresholds,
            one: say.edits_threshold(),
            several: say.edits_thresholds(),
        },
        // A row that was copied has the key of another.
        Count {
            label: say.edits_added_label(),
            formula: format!("COUNTIFS({names},\"<>\",{keys},\"\")+MAX(0,COUNT({keys})-{rows})"),
            one: say.edits_added(),
            several: say.edits_added_several(),
        },
        Count {
            label: say.edits_removed_label(),
            formula: format!("MAX(0,{rows}-COUNT({keys}))"),
            one: say.edits_removed(),
            several: say.edits_removed_several(),
        },
    ];
    scenario.into_iter().chain(others).collect()
}
