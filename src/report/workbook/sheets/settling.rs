//! Greys out the questions on a function that answers have settled, by names that stand for formulas.
//!
//! Hidden columns beside the questions hold the known levels. Only the words of the lists and bare counts are answers to a
//! formula; anything else is not known to it, so that nothing is greyed too soon. There are no formulas in cells, for
//! answers are also typed by programs that do not calculate.

use rust_xlsxwriter::{ConditionalFormatFormula, Workbook, Worksheet, XlsxError};

use crate::assessment::formula::{Expression, Variable};
use crate::problem::column_letters;
use crate::report::asking::questionnaire::{Questionnaire, WHO};
use crate::report::words::figures::upper_first;
use crate::report::words::messages::Messages;
use crate::report::workbook::assessment::formulas::{answer_in, is_disputed, print};
use crate::report::workbook::kit::forms;
use crate::rulebook::{AttributeId, LevelScale, Numbers, Points, Span};
use crate::sheets::BETWEEN;

/// Where the questions and the known levels stand.
struct Columns {
    questions: u16,
    levels: u16,
}

impl Columns {
    fn of(questionnaire: &Questionnaire) -> Columns {
        let questions = questionnaire.identity.len() as u16;
        // Those of the questions are followed by who answered, by that of what is known, and by that of the rows.
        Columns { questions, levels: questions + questionnaire.questions.len() as u16 + WHO + 2 }
    }
}

/// The last of the hidden columns.
fn last_column(questionnaire: &Questionnaire) -> u16 {
    Columns::of(questionnaire).levels + questionnaire.settling.attributes.len() as u16 - 1
}

/// Writes the known levels of all lines, which begin in this row, and the rule that greys out their questions.
pub(crate) fn write(sheet: &mut Worksheet, questionnaire: &Questionnaire, first_row: u32) -> Result<(), XlsxError> {
    let Questionnaire { questions, lines, .. } = questionnaire;
    let columns = Columns::of(questionnaire);
    for (row, line) in (first_row..).zip(lines) {
        for (column0, level) in (columns.levels..).zip(&line.levels) {
            match level {
                Span::Missing => {}
                Span::Known(level) => drop(sheet.write_number(row, column0, level.value())?),
                Span::Disputed(lowest, highest) => {
                    let range = format!("{}{BETWEEN}{}", lowest.value(), highest.value());
                    sheet.write_string(row, column0, range)?;
                }
            }
        }
    }
    sheet.set_column_range_hidden(columns.levels, last_column(questionnaire))?;
    let rule = format!("AND({}{}=\"\",is_settled)", column_letters(columns.questions), first_row + 1);
    let grey = ConditionalFormatFormula::new().set_rule(rule.as_str()).set_format(forms::not_asked());
    let (last, last_row) = (columns.questions + questions.len() as u16 - 1, first_row + lines.len() as u32 - 1);
    sheet.add_conditional_format(first_row, columns.questions, last_row, last, &grey)?;
    // What is sorted takes its hidden columns along.
    sheet.autofilter(first_row - 1, 0, last_row, last_column(questionnaire))?;
    Ok(())
}

/// Defines the names on the sheet that the rule is made of: what they stand for is in the row of the cell that uses them.
pub(crate) fn define(
    book: &mut Workbook,
    say: &Messages,
    sheet: &str,
    questionnaire: &Questionnaire,
) -> Result<(), XlsxError> {
    let Questionnaire { questions, settling, .. } = questionnaire;
    let columns = Columns::of(questionnaire);
    let cell = |column0: u16| format!("'{sheet}'!${}1", column_letters(column0));
    let mut define =
        |name: &str, formula: &str| book.define_name(format!("'{sheet}'!{name}"), &format!("={formula}")).map(drop);
    for (at, (_, question)) in settling.attributes.iter().enumerate() {
        let known = cell(columns.levels + at as u16);
        let known = format!("IF({known}=\"\",\"\",{known})");
        let scale = question.and_then(|question| Some((question, questions[question].scale.as_ref()?)));
        let level = scale.map_or(known.clone(), |(question, scale)| {
            let answer = cell(columns.questions + question as u16);
            format!("IF({answer}=\"\",{known},{})", answered(&answer, scale))
        });
        define(&level_name(at), &level)?;
    }
    let level = |id: AttributeId| {
        let at = settling.attributes.iter().position(|(known, _)| *known == id);
        level_name(at.expect("the rule knows all attributes of its criteria"))
    };
    let bound = |bound: &Expression| {
        print(say, bound, &|variable| match variable {
            Variable::Level(id) => level(id),
            Variable::Known(id) => format!("ISNUMBER({})", level(id)),
            Variable::Disputed(id) => is_disputed(&level(id)),
            Variable::LowestAnswer(id) => answer_in(&level(id), false),
            Variable::HighestAnswer(id) => answer_in(&level(id), true),
            _ => unreachable!("bounds over levels are over nothing else"),
        })
    };
    let [least, most] = &settling.bounds;
    define("evidence_least", &bound(least))?;
    define("evidence_most", &bound(most))?;
    let is_zero = "AND(evidence_least=0,evidence_most=0)";
    define("is_settled", &format!("OR(evidence_least>0,evidence_most<0,{is_zero})"))
}

fn level_name(at: usize) -> String {
    format!("level_of_{at}")
}

/// The level that a cell's answer stands for, as a formula; an empty text where it is none of the listed words and no count.
fn answered(cell: &str, scale: &LevelScale) -> String {
    let other = match scale.numbers {
        Numbers::Count { low_below, high_above } => {
            let [low, medium, high] = Points::ANSWERS.map(Points::value);
            let level = format!("IF({cell}<{low_below},{low},IF({cell}>{high_above},{high},{medium}))");
            format!("IF(ISNUMBER({cell}),IF({cell}<0,\"\",{level}),\"\")")
        }
        Numbers::None | Numbers::Rating => "\"\"".to_owned(),
    };
    let listed = scale.examples.iter().filter_map(|word| Some((upper_first(word), scale.words.get(word)?.value())));
    listed.fold(other, |other, (word, level)| format!("IF({cell}=\"{}\",{level},{other})", word.replace('"', "\"\"")))
}
