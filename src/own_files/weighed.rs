//! The weights that somebody gave on a sheet of `outsift weigh`, read back; all that is wrong with it is told at once.

use crate::codes::Code;
use crate::problem::{Place, Problem, Severity, Spot};
use crate::rulebook::elicited::{Method, PersonalWeights, scenario_name, shares_of_points, shares_of_ranks};
use crate::rulebook::text::{fold, is_called};
use crate::rulebook::{Criterion, Rulebook};
use crate::sheets::{ANSWERED_BY, DIRECT_POINTS, Name, RANK, REASON, SWING_POINTS, WEIGHED, WEIGHTS};
use crate::table::{Cell, Table, Workbook};

/// How many rows from the top are searched for the headers.
const HEADER_ROWS: u32 = 30;
/// What points may be.
const MOST_POINTS: f64 = 100.0;

/// What a workbook gives for the criteria with a direction, and what there is to say of it; `otherwise` is who it is where nobody
/// is named.
///
/// # Errors
/// All that is wrong with it.
pub fn weighed(
    rulebook: &Rulebook,
    workbook: &Workbook,
    otherwise: &str,
) -> Result<(PersonalWeights, Vec<Problem>), Vec<Problem>> {
    let own = workbook.tables.iter().find(|table| table.is_sheet(WEIGHTS));
    let sheet = own.and_then(|table| Sheet::of(table, rulebook));
    let Some(mut sheet) = sheet else {
        let place = Place::file(workbook.file.name.clone());
        let message = format!(
            "has no sheet `{WEIGHTS}` with the columns `{WEIGHED}`, `{RANK}`, `{SWING_POINTS}` and `{DIRECT_POINTS}`"
        );
        let problem = Problem::error(Code::WrongPoints, place, message);
        return Err(vec![problem.help("`outsift weigh FILE.xlsx` writes one to fill in")]);
    };
    let ranks = sheet.column(RANK, "a rank", |count| (1.0, count as f64), true);
    let swing = sheet.column(SWING_POINTS, "points", |_| (0.0, MOST_POINTS), false);
    let direct = sheet.column(DIRECT_POINTS, "points", |_| (0.0, MOST_POINTS), false);
    let is_wrong = sheet.problems.iter().any(|problem| problem.severity == Severity::Error);
    let shares = match (&swing, &direct, &ranks) {
        _ if is_wrong => None,
        (Some(points), _, _) => shares_of_points(points).map(|shares| (Method::Swing, shares)),
        (None, Some(points), _) => shares_of_points(points).map(|shares| (Method::Direct, shares)),
        (None, None, Some(ranks)) => {
            let ranks: Vec<usize> = ranks.iter().map(|rank| *rank as usize).collect();
            Some((Method::Ranks, shares_of_ranks(&ranks)))
        }
        (None, None, None) => None,
    };
    let Some((method, shares)) = shares else {
        if !is_wrong {
            let what = if swing.is_some() || direct.is_some() {
                "all points are 0"
            } else {
                "nobody has filled in points or ranks"
            };
            let problem = Problem::error(Code::WrongPoints, sheet.table.place.clone(), what);
            let help = format!("give points from 0 to 100 under `{SWING_POINTS}`, 100 for the swing that matters most");
            sheet.problems.push(problem.help(help));
        }
        return Err(sheet.problems);
    };
    if let (Some(points), Some(ranks)) = (swing.as_ref().or(direct.as_ref()), &ranks) {
        let header = if swing.is_some() { SWING_POINTS } else { DIRECT_POINTS };
        sheet.note_order(points, ranks, header);
    }
    let named = sheet.beside(ANSWERED_BY);
    let person = scenario_name(if named.is_empty() { otherwise } else { &named });
    let reasons = sheet.reasons();
    let given = PersonalWeights { person, file: workbook.file.name.to_string(), method, shares, reasons };
    Ok((given, sheet.problems))
}

/// The sheet, with the row of each criterion with a direction.
struct Sheet<'a> {
    table: &'a Table,
    header_row0: u32,
    /// The criteria, each with its row where it has one.
    rows: Vec<(&'a Criterion, u32)>,
    problems: Vec<Problem>,
}

impl<'a> Sheet<'a> {
    fn of(table: &'a Table, rulebook: &'a Rulebook) -> Option<Sheet<'a>> {
        let header_row0 = (0..table.rows().min(HEADER_ROWS)).find(|row0| {
            let has = |header: Name| table.row(*row0).any(|cell| is_called(&table.shown(cell), header));
            has(WEIGHED) && has(RANK) && has(SWING_POINTS) && has(DIRECT_POINTS)
        })?;
        let mut sheet = Sheet { table, header_row0, rows: Vec::new(), problems: Vec::new() };
        let names = sheet.at(WEIGHED)?;
        let named = |row0: u32| fold(&table.shown(table.value(row0, names)));
        for (_, criterion, _) in rulebook.weighable() {
            let called = rulebook.names_of_criterion(criterion);
            let row_of = |name: &String| (header_row0 + 1..table.rows()).find(|row0| named(*row0) == *name);
            match called.iter().find_map(row_of) {
                Some(row0) => sheet.rows.push((criterion, row0)),
                None => {
                    let place = table.place.at(Spot::Column { column0: names }).under(WEIGHED.to_string());
                    let message = format!("expected a row for the criterion `{}`, found none", criterion.name);
                    let help = "the sheet belongs to another rulebook, or its row was deleted; give that one with `--rulebook`";
                    sheet.problems.push(Problem::error(Code::WrongPoints, place, message).help(help));
                }
            }
        }
        Some(sheet)
    }

    fn at(&self, header: Name) -> Option<u16> {
        let mut row = self.table.row(self.header_row0);
        row.position(|cell| is_called(&self.table.shown(cell), header)).map(|at| at as u16)
    }

    /// A cell with its header, as the sheet has it.
    fn place(&self, row0: u32, column0: u16) -> Place {
        self.table.place_of(row0, column0).under(self.table.shown(self.table.cell(self.header_row0, column0)))
    }

    /// The numbers of a column; none where it is empty, or something in it is wrong, which is told.
    fn column(
        &mut self,
        header: Name,
        what: &str,
        range: impl Fn(usize) -> (f64, f64),
        is_whole: bool,
    ) -> Option<Vec<f64>> {
        let column0 = self.at(header)?;
        let (least, most) = range(self.rows.len());
        let mut numbers = Vec::new();
        let (mut wrong, mut blank) = (Vec::new(), Vec::new());
        for (criterion, row0) in &self.rows {
            let cell = self.table.value(*row0, column0);
            let shown = self.table.shown(cell).trim().to_owned();
            let number = match cell {
                Cell::Number { value, .. } => Some(value),
                Cell::Text(_) => shown.parse().ok(),
                Cell::Empty | Cell::Date { .. } | Cell::Boolean(_) | Cell::Error(_) => None,
            };
            let place = self.place(*row0, column0);
            match number.filter(|n| (least..=most).contains(n) && !(is_whole && n.fract() != 0.0)) {
                Some(number) => numbers.push(number),
                None if shown.is_empty() => {
                    let message =
                        format!("expected {what} from {least} to {most} for `{}`, found nothing", criterion.name);
                    let help = format!("fill in the whole column `{header}`, or leave all of it blank");
                    blank.push(Problem::error(Code::WrongPoints, place, message).help(help));
                }
                None => {
                    let message = format!("expected {what} from {least} to {most}, found `{shown}`");
                    let help = if is_whole { "write whole digits only" } else { "write digits only" };
                    wrong.push(Problem::error(Code::WrongPoints, place, message).help(help));
                }
            }
        }
        if blank.len() < self.rows.len() {
            self.problems.append(&mut wrong);
            self.problems.append(&mut blank);
        }
        (numbers.len() == self.rows.len() && !numbers.is_empty()).then_some(numbers)
    }

    /// Says where a better rank has fewer points.
    fn note_order(&mut self, points: &[f64], ranks: &[f64], header: Name) {
        let Some(column0) = self.at(header) else { return };
        for (at, (criterion, row0)) in self.rows.iter().enumerate() {
            let beaten = (0..points.len()).find(|other| ranks[*other] > ranks[at] && points[*other] > points[at]);
            let Some(other) = beaten else { continue };
            let place = self.place(*row0, column0);
            let message = format!(
                "`{}` has rank {} and {} points, and `{}` rank {} and {}; the points count",
                criterion.name, ranks[at], points[at], self.rows[other].0.name, ranks[other], points[other]
            );
            self.problems
                .push(Problem::warning(Code::WrongPoints, place, message).help("ask again which swing matters more"));
        }
    }

    /// What stands beside a label above the headers.
    fn beside(&self, label: Name) -> String {
        let row0 = (0..self.header_row0).find(|row0| is_called(&self.table.shown(self.table.cell(*row0, 0)), label));
        row0.map_or(String::new(), |row0| self.table.shown(self.table.cell(row0, 1)).trim().to_owned())
    }

    fn reasons(&self) -> Vec<String> {
        let column0 = self.at(REASON);
        let shown = |row0: u32| {
            column0.map_or(String::new(), |at| self.table.shown(self.table.value(row0, at)).trim().to_owned())
        };
        self.rows.iter().map(|(_, row0)| shown(*row0)).collect()
    }
}
