//! What to ask about the functions that are not settled: only these, and of each only what would settle it, its own best
//! questions first.
//!
//! The answers come back as an inventory of their own, so every header is one that the reader recognises, and the columns
//! of what to ask first and of what is known already have ones that name nothing. How it is drawn is left to the writers.

use std::collections::HashMap;

use jiff::civil::Date;

use super::form::{self, Field, FieldGroup};
use crate::assessment::Levels;
use crate::assessment::formula::{Expression, weighted_bounds};
use crate::assessment::questions::of_one;
use crate::inventory::Naming;
use crate::report::view::judged::known;
use crate::report::view::report::Report;
use crate::report::words::messages::Messages;
use crate::rulebook::{AttributeId, LevelScale, Span};
use crate::sheets::{FIRST_HEADERS, KNOWN_HEADERS, ROW_HEADERS};

/// The most functions that are asked about in a workbook of its own; nobody answers more at once.
pub const MOST_ASKED: usize = 5_000;

/// How many columns behind the questions say who answered, and when.
pub const WHO: u16 = 2;

/// Questions on the open functions of an inventory.
#[derive(Clone, Debug)]
pub struct Questionnaire {
    /// The inventory's file name.
    pub inventory: String,
    /// The date of the run.
    pub day: Date,
    /// What it is, in a sentence.
    pub lead: String,
    /// What to do, in order.
    pub steps: Vec<String>,
    /// The command that takes the answers.
    pub command: String,
    /// The headers of what stands before the questions: what tells a function from the others, and who knows it (its id,
    /// name, department, owner and location, as far as there are any), and what to ask first.
    pub identity: Vec<String>,
    /// Which of these is the name.
    pub name_at: usize,
    /// The questions, most settling first.
    pub questions: Vec<Asked>,
    /// The header of what is known already.
    pub known_header: &'static str,
    /// The header of the rows.
    pub row_header: &'static str,
    /// The open functions, best known first.
    pub lines: Vec<Line>,
    /// What tells whether answers settle a function.
    pub settling: Settling,
    /// How many more there are, beyond those asked about; in a sentence, empty where there are none.
    pub more: String,
}

/// A question, as a column to answer it in.
#[derive(Clone, Debug)]
pub struct Asked {
    /// The column.
    pub field: Field,
    /// What answers could settle, such as `could settle 7 of 9 open verdicts`.
    pub effect: String,
    /// How many functions lack the answer.
    pub functions: usize,
    /// How answers are read onto a level.
    pub scale: Option<LevelScale>,
}

/// Whether answers settle a function: they do where both bounds are above 0, both below, or both 0.
#[derive(Clone, Debug)]
pub struct Settling {
    /// The attributes that decide, each with its question.
    pub attributes: Vec<(AttributeId, Option<usize>)>,
    /// The least and the greatest that the evidence may come to, over the levels of these.
    pub bounds: [Expression; 2],
}

/// An open function.
#[derive(Clone, Debug)]
pub struct Line {
    /// The function's position among the assessed functions, 0-based.
    pub index: usize,
    /// What stands under the headers of identity: as given, and at last the first questions, a line each.
    pub identity: Vec<String>,
    /// The question to begin with, by its position.
    pub first: Option<usize>,
    /// Whether each question is to be answered for it.
    pub asked: Vec<bool>,
    /// What is known already of what decides.
    pub known: String,
    /// Its row as the inventory's file counts it.
    pub row: String,
    /// The same as levels, in the order of what tells whether it is settled.
    pub levels: Vec<Span>,
}

impl Questionnaire {
    /// What to ask about some functions that are not settled, of so many; none where every function has a verdict. `command` is
    /// what takes the answers.
    pub fn of(report: &Report, open: &[usize], command: String, most: usize) -> Option<Questionnaire> {
        let judged = &report.judged;
        let (rulebook, inventory) = (judged.rulebook, judged.inventory);
        let naming = Naming::of(rulebook);
        let (asked_of, questions) = questions(report, &naming);
        if questions.is_empty() || open.is_empty() {
            return None;
        }
        let roles = rulebook.roles;
        let finds_back = [roles.id, Some(roles.name), roles.department];
        let identity = identity(report, &naming);
        let deciding = rulebook.deciding_attributes();
        let rule = &judged.assessed.rule;
        let position = |id: AttributeId| asked_of.iter().position(|asked| *asked == id);
        let mut firsts: HashMap<&Levels, Vec<usize>> = HashMap::new();
        let line = |&function: &usize| {
            let missing = judged.explain(function).missing;
            let levels = &judged.assessed.profile(function).levels;
            let first = firsts
                .entry(&**levels)
                .or_insert_with(|| of_one(rule, levels).into_iter().filter_map(position).collect());
            let text = |id: AttributeId| {
                if id == roles.name { inventory.name(function) } else { inventory.text(id, function) }.into_owned()
            };
            Line {
                index: function,
                identity: identity.iter().map(|(id, _)| text(*id)).chain([in_order(&questions, first)]).collect(),
                first: first.first().copied(),
                asked: asked_of.iter().map(|id| missing.contains(id)).collect(),
                known: known(judged, &deciding, function),
                row: report.row_shown(function),
                levels: levels.to_vec(),
            }
        };
        let lines: Vec<Line> = open.iter().take(most).map(line).collect();
        let [first_header, known_header, row_header] = headers_of_none(report.say(), &naming);
        Some(Questionnaire {
            inventory: inventory.table.place.file.to_string(),
            day: report.summary.day,
            lead: lead(report.say(), open.len(), questions.len(), first_answers(report, open.len())),
            steps: steps(report.say(), first_header, identity.iter().filter(|(id, _)| finds_back.contains(&Some(*id)))),
            command,
            known_header,
            row_header,
            more: more(report.say(), open.len(), lines.len()),
            name_at: identity.iter().position(|(id, _)| *id == roles.name).unwrap_or(0),
            identity: identity.into_iter().map(|(_, header)| header).chain([first_header.to_owned()]).collect(),
            settling: Settling {
                attributes: rule.attributes().iter().map(|id| (*id, position(*id))).collect(),
                bounds: weighted_bounds(rulebook, &report.disputed_attributes()),
            },
            questions,
            lines,
        })
    }

    /// How many cells are to be answered.
    pub fn cells(&self) -> usize {
        self.lines.iter().flat_map(|line| &line.asked).filter(|asked| **asked).count()
    }
}

/// Headers for columns that are about no attribute: what to ask first, what is known, and the row.
fn headers_of_none(say: &Messages, naming: &Naming) -> [&'static str; 3] {
    [FIRST_HEADERS, KNOWN_HEADERS, ROW_HEADERS].map(|headers| {
        headers.map(|header| say.name(header)).into_iter().find(|header| !naming.names_any(header)).unwrap_or("")
    })
}

/// The questions, each with the attribute that it is about.
fn questions(report: &Report, naming: &Naming) -> (Vec<AttributeId>, Vec<Asked>) {
    let judged = &report.judged;
    let rulebook = judged.rulebook;
    let all = judged.portfolio.questions.iter().zip(judged.questions()).filter_map(|(planned, question)| {
        let field = Field::of(report.say(), rulebook, naming, planned.attribute, FieldGroup::Decides)?;
        let scale = form::level_scale(rulebook, planned.attribute).cloned();
        Some((planned.attribute, Asked { field, effect: question.effect, functions: question.functions, scale }))
    });
    all.unzip()
}

/// What tells a function from the others, and who knows it, each with its header.
fn identity(report: &Report, naming: &Naming) -> Vec<(AttributeId, String)> {
    let (rulebook, inventory) = (report.judged.rulebook, report.judged.inventory);
    let roles = rulebook.roles;
    let present = |role: Option<AttributeId>| role.filter(|id| inventory.has_column(*id));
    let owner = present(rulebook.attribute_named("owner"));
    let all = [present(roles.id), Some(roles.name), present(roles.department), owner, present(roles.location)];
    all.into_iter().flatten().filter_map(|id| Some((id, form::header(rulebook, naming, id)?))).collect()
}

fn lead(say: &Messages, open: usize, questions: usize, first_answers: &str) -> String {
    if first_answers.is_empty() {
        say.ask_lead(open, &say.ask_questions(questions))
    } else {
        say.ask_lead(open, first_answers)
    }
}

/// What first answers settle, which is said of all functions together; empty where so many are not all.
fn first_answers<'r>(report: &'r Report, open: usize) -> &'r str {
    if open == report.judged.portfolio.unsettled.len() { &report.summary.first_answers } else { "" }
}

/// Questions by their positions, numbered, a line each.
fn in_order(questions: &[Asked], positions: &[usize]) -> String {
    let line = |(number, at): (usize, &usize)| format!("{number}\u{a0}{}", questions[*at].field.header);
    (1..).zip(positions).map(line).collect::<Vec<_>>().join("\n")
}

fn steps<'i>(
    say: &Messages,
    first_header: &str,
    identity: impl Iterator<Item = &'i (AttributeId, String)>,
) -> Vec<String> {
    let identity: Vec<String> = identity.map(|(_, header)| say.inside(header)).collect();
    vec![
        say.ask_step_answer().to_owned(),
        say.ask_step_grey().to_owned(),
        say.ask_step_blank().to_owned(),
        say.ask_step_start(first_header),
        say.ask_step_keep(identity.len(), &say.listed(&identity)),
    ]
}

fn more(say: &Messages, open: usize, asked: usize) -> String {
    match open - asked {
        0 => String::new(),
        left => say.ask_more(asked, open, left),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sheets::Name;

    #[test]
    fn sentences_are_right_in_number() {
        assert_eq!(
            lead(&Messages::default(), 1, 1, "Answers on volume settle 1 of 1."),
            "1 function is not settled: what is missing decides its verdict, or could turn it. Answers on volume settle 1 of 1."
        );
        assert_eq!(
            lead(&Messages::default(), 2_000, 5, ""),
            "2,000 functions are not settled: what is missing decides their verdicts, or could turn them. 5 questions are open."
        );
        assert_eq!(more(&Messages::default(), 9, 9), "");
        assert_eq!(
            more(&Messages::default(), 7_312, 5_000),
            "Only the first 5,000 of 7,312 functions are asked about here, those without a verdict first; 2,312 more come \
             after them."
        );
    }

    #[test]
    fn columns_that_hold_no_answers_have_headers_that_name_nothing() {
        let rulebook = crate::rulebook::load_default();
        for header in [KNOWN_HEADERS[0], FIRST_HEADERS[0], ROW_HEADERS[0]].map(Name::texts).concat() {
            assert!(!Naming::of(&rulebook).names_any(header), "{header}");
        }
    }
}
