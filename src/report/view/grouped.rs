//! Problems of one kind in one column, put together, so that a thousand cells are one line and not a thousand.
//!
//! What counts as one kind is the message without the value that was found. How a group is drawn is left to the writers.

use std::collections::BTreeMap;

use crate::codes::Code;
use crate::problem::{Place, Problem, Problems, Severity, Spot, column_letters};
use crate::report::model::ProblemRow;
use crate::report::words::figures::{one_line, sheet_name, shortened, upper_first};
use crate::report::words::messages::Messages;

/// The most values or places that a group names.
const MOST_EXAMPLES: usize = 3;
/// The most characters of a header.
const LONGEST_HEADER: usize = 34;
/// The most characters of a value that was found, alone and beside others.
const LONGEST_FOUND: [usize; 2] = [60, 32];

/// Problems that differ in their rows and in what was found, and in nothing else.
#[derive(Clone, Debug)]
pub(crate) struct ProblemGroup<'p> {
    /// The first of them.
    pub(crate) first: &'p Problem,
    /// How many there are, listed or not.
    pub(crate) count: usize,
    /// Whether that is all; other kinds of the same code in the same column may share what is not listed.
    pub(crate) is_all: bool,
    /// The message without the value that was found.
    message: &'p str,
    /// The first different values that were found, each with the place where; places alone where the message has no value.
    examples: Vec<(Option<&'p str>, &'p Place)>,
}

/// All problems in groups: errors, then warnings, of which those come first that set work of people aside, then notes; those of
/// one code side by side.
pub(crate) fn by_kind(problems: &Problems) -> Vec<ProblemGroup<'_>> {
    let mut groups: Vec<ProblemGroup> = Vec::new();
    let mut positions = BTreeMap::new();
    let mut kinds: BTreeMap<_, usize> = BTreeMap::new();
    let mut codes = BTreeMap::new();
    for problem in problems.listed() {
        let (message, found) = without_found(&problem.message);
        let order = codes.len();
        codes.entry(problem.code).or_insert(order);
        let position = *positions.entry((problem.severity, column_of(problem), message)).or_insert_with(|| {
            *kinds.entry(column_of(problem)).or_default() += 1;
            groups.push(ProblemGroup { first: problem, count: 0, is_all: true, message, examples: Vec::new() });
            groups.len() - 1
        });
        let group = &mut groups[position];
        group.count += 1;
        let is_new = found.is_none() || group.examples.iter().all(|(known, _)| *known != found);
        if is_new && group.examples.len() < MOST_EXAMPLES {
            group.examples.push((found, &problem.place));
        }
    }
    let mut in_column: BTreeMap<_, usize> = BTreeMap::new();
    for group in &groups {
        *in_column.entry(column_of(group.first)).or_default() += group.count;
    }
    for group in &mut groups {
        let column = column_of(group.first);
        let all = problems.in_column(group.first.code, &group.first.place);
        if kinds[&column] == 1 {
            group.count = all;
        } else {
            group.is_all = in_column[&column] == all;
        }
    }
    groups.sort_by_key(|group| (group.first.severity, !group.first.sets_work_aside(), codes[&group.first.code]));
    groups
}

/// The groups as lines of a table, for readers who know which file and sheet they are about.
pub(crate) fn lines(say: &Messages, groups: &[ProblemGroup], known: &Place) -> Vec<ProblemRow> {
    let line = |group: &ProblemGroup| ProblemRow {
        severity: group.first.severity,
        code: group.first.code.id(),
        place: upper_first(&group.place(say, known)),
        message: group.message(say),
        help: say.help(group.first.code, group.first.help.as_deref().unwrap_or_default()).into_owned(),
    };
    groups.iter().map(line).collect()
}

/// How many problems there are of each severity, in words; empty where there are none.
pub(crate) fn counted(say: &Messages, groups: &[ProblemGroup]) -> String {
    let of = |severity: Severity| {
        let groups = groups.iter().filter(|group| group.first.severity == severity);
        let (number, is_all) =
            groups.fold((0, true), |(number, is_all), group| (number + group.count, is_all && group.is_all));
        let counted = match severity {
            Severity::Error => say.group_errors(number),
            Severity::Warning => say.group_warnings(number),
            Severity::Note => say.group_notes(number),
        };
        (number > 0).then(|| at_least(say, is_all, counted))
    };
    let counts = [Severity::Error, Severity::Warning, Severity::Note].into_iter().filter_map(of);
    say.listed(&counts.collect::<Vec<_>>())
}

/// A code, a sheet and a column, as problems are counted by.
fn column_of(problem: &Problem) -> (Code, &str, Option<&str>, Option<u16>) {
    (problem.code, &problem.place.file, problem.place.sheet.as_deref(), problem.place.column0())
}

/// A message, and the value that was found apart from it.
fn without_found(message: &str) -> (&str, Option<&str>) {
    let found = message.split_once(", found `");
    match found.and_then(|(expected, found)| Some((expected, found.strip_suffix('`')?))) {
        Some((expected, found)) => (expected, Some(found)),
        None => (message, None),
    }
}

fn at_least(say: &Messages, is_all: bool, counted: String) -> String {
    if is_all { counted } else { say.group_at_least(&counted) }
}

impl ProblemGroup<'_> {
    /// What there is to say, to readers who know which file and sheet it is about.
    pub(crate) fn sentence(&self, say: &Messages, known: &Place) -> String {
        say.led(&self.place(say, known), &self.message(say))
    }

    /// Where they are, to these readers.
    fn place(&self, say: &Messages, known: &Place) -> String {
        let subject = self.subject(say);
        let Place { file, sheet, spot, .. } = &self.first.place;
        let subject = match sheet {
            Some(sheet) if self.first.place.sheet != known.sheet && *spot != Spot::Whole => {
                say.group_on_sheet(&sheet_name(sheet), &subject)
            }
            _ => subject,
        };
        let file = if *file == known.file || *spot == Spot::Whole { String::new() } else { format!("{file}, ") };
        format!("{file}{subject}")
    }

    fn is_single(&self) -> bool {
        self.count == 1 && self.is_all
    }

    /// Where they are.
    fn subject(&self, say: &Messages) -> String {
        let Place { file, sheet, spot, header } = &self.first.place;
        let header = header
            .as_ref()
            .map_or(String::new(), |header| format!(" (`{}`)", shortened(&one_line(header), LONGEST_HEADER)));
        let several = |counted: String| at_least(say, self.is_all, counted);
        let column = |column0: u16| format!("{}{header}", column_letters(column0));
        match *spot {
            Spot::Cell { column0, .. } if !self.is_single() => {
                say.group_in_column(&several(say.group_cells(self.count)), &column(column0))
            }
            Spot::Row { .. } if !self.is_single() => several(say.group_rows(self.count)),
            Spot::Cell { row0, column0 } => say.group_cell(&format!("{}{}{header}", column_letters(column0), row0 + 1)),
            Spot::Row { row0 } => say.group_row(&(row0 + 1).to_string()),
            Spot::Column { column0 } => say.group_column(&column(column0)),
            Spot::Text { line, .. } => say.group_line(&line.to_string()),
            Spot::Whole => sheet.as_ref().map_or(file.to_string(), |sheet| say.group_sheet(&sheet_name(sheet))),
        }
    }

    /// What is wrong, and what was found, for example.
    pub(crate) fn message(&self, say: &Messages) -> String {
        let [alone, beside] = LONGEST_FOUND;
        let quoted = |found: &str, most: usize| format!("`{}`", shortened(&one_line(found), most));
        let message = &*say.seen(self.first.code, self.message);
        let more = self.count > self.examples.len() || !self.is_all;
        match self.examples.as_slice() {
            [(Some(found), _)] if self.is_single() => say.group_found(message, &quoted(found, alone)),
            [(Some(_), _), ..] => {
                let found: Vec<String> = self
                    .examples
                    .iter()
                    .filter_map(|(found, place)| {
                        Some(format!("{} ({})", quoted((*found)?, beside), place.cell().unwrap_or_default()))
                    })
                    .collect();
                if more {
                    say.group_found_for_example(message, &say.listed(&found))
                } else {
                    say.group_found(message, &say.listed(&found))
                }
            }
            _ if self.is_single() => message.to_owned(),
            _ => {
                let cells: Vec<String> = self.examples.iter().filter_map(|(_, place)| place.cell()).collect();
                match cells.as_slice() {
                    [] => message.to_owned(),
                    cells if more => format!("{message} ({}, …)", cells.join(", ")),
                    cells => format!("{message} ({})", say.listed(cells)),
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(row: u32, column0: u16) -> Place {
        let sheet = Place { sheet: Some("Functions".into()), ..Place::file("x.xlsx") };
        sheet.at(Spot::Cell { row0: row - 1, column0 })
    }

    /// Problems as they are found, and what is said of their groups.
    #[track_caller]
    fn check(found: Vec<Problem>, expected: &[&str]) {
        let mut problems = Problems::default();
        problems.extend(found);
        let known = at(1, 0).at(Spot::Whole);
        let said: Vec<String> = by_kind(&problems)
            .iter()
            .map(|group| {
                format!(
                    "{}[{}]: {}",
                    group.first.severity.name(),
                    group.first.code,
                    group.sentence(&Messages::default(), &known)
                )
            })
            .collect();
        assert_eq!(said, expected);
    }

    fn no_number(row: u32, column0: u16, found: &str) -> Problem {
        let place = at(row, column0).under("Monthly volume");
        Problem::warning(Code::NotANumber, place, format!("expected a number, found `{found}`"))
    }

    #[test]
    fn problems_that_differ_in_what_was_found_are_one_group() {
        let no_name = |row| Problem::warning(Code::NoName, at(row, 0), "the row has values but no name");
        let odd = Place { sheet: Some("Odd".into()), ..at(1, 0) };
        check(
            vec![
                Problem::note(Code::MisnamedFile, Place::file("x.xlsx"), "is named .xlsx, but holds text"),
                no_number(2, 10, "approx. 300"),
                no_number(3, 11, "some"),
                no_name(4),
                no_number(5, 10, "a, found `b`"),
                no_number(6, 10, "approx. 300"),
                no_name(7),
                Problem::error(Code::DamagedCell, odd, "is odd"),
                Problem::warning(Code::NotANumber, at(8, 10).under("Monthly volume"), "expected `1` or `2`, found ``"),
            ],
            &[
                "error[damaged-cell]: sheet `Odd`, cell A1: is odd",
                "warning[not-a-number]: 3 cells in column K (`Monthly volume`): expected a number, found for example \
                 `approx. 300` (K2) and `a, found `b`` (K5)",
                "warning[not-a-number]: cell L3 (`Monthly volume`): expected a number, found `some`",
                "warning[not-a-number]: cell K8 (`Monthly volume`): expected `1` or `2`, found ``",
                "warning[no-name]: 2 cells in column A: the row has values but no name (A4 and A7)",
                "note[misnamed-file]: x.xlsx: is named .xlsx, but holds text",
            ],
        );
        check(
            vec![no_number(2, 10, "some"), no_number(3, 10, "many")],
            &[
                "warning[not-a-number]: 2 cells in column K (`Monthly volume`): expected a number, found `some` (K2) and `many` (K3)",
            ],
        );
    }

    /// Columns of two files may have one letter and one sheet.
    #[test]
    fn each_file_is_counted_by_itself() {
        let of = |file: &str| Place { file: file.into(), ..at(5, 3) };
        let replaced = |file: &str| Problem::note(Code::AnswerDiffers, of(file), format!("replaces `High` of {file}"));
        let mut problems = Problems::default();
        problems.extend([replaced("a.xlsx"), replaced("b.xlsx")]);
        let groups = by_kind(&problems);
        assert_eq!(groups.iter().map(|group| group.count).sum::<usize>(), problems.count());
    }

    #[test]
    fn what_is_not_listed_is_counted() {
        let many = |rows: u32| (0..rows).map(|row| no_number(row + 2, 10, "some"));
        check(
            many(1_500).collect(),
            &[
                "warning[not-a-number]: 1,500 cells in column K (`Monthly volume`): expected a number, found for example `some` (K2)",
            ],
        );
        let two =
            Problem::warning(Code::NotANumber, at(2_000, 10).under("Monthly volume"), "expected 1 or 2, found `3`");
        let mut problems = Problems::default();
        problems.extend([two].into_iter().chain(many(1_500)));
        let groups = by_kind(&problems);
        assert_eq!(
            groups.iter().map(|group| (group.count, group.is_all)).collect::<Vec<_>>(),
            [(1, false), (999, false)]
        );
        assert_eq!(counted(&Messages::default(), &groups), "at least 1,000 warnings");
        assert!(groups[1].sentence(&Messages::default(), &at(1, 0)).starts_with("at least 999 cells in column K"));
    }
}
