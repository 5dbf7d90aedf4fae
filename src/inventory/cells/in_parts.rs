//! Reads an attribute of a table that was put together from several sheets, in which its columns are not the same for all
//! rows: those of each sheet as if it stood alone.

use std::collections::HashMap;
use std::ops::Range;

use super::added::value;
use super::column::{ColumnRead, NumberColumn, Outcome, Sheet, Values, together};
use super::numbers::Convention;
use super::read::{read, table_convention};
use crate::inventory::heading::Heading;
use crate::problem::Problems;
use crate::rulebook::{ColumnRule, Rulebook};
use crate::table::{SheetPart, Table};

/// Rows that are read together.
struct Group {
    /// The attribute's columns in them.
    columns: Vec<u16>,
    convention: Convention,
    /// The sheets, by their first rows in the table.
    parts: Vec<u32>,
    /// Their functions, and the rows of these.
    functions: Vec<usize>,
    rows: Vec<u32>,
}

impl Group {
    /// The headings of the table, without what the columns of other sheets hold.
    fn headings(&self, sheet: &Sheet) -> Vec<Heading> {
        let parts: Vec<&SheetPart> =
            sheet.table.parts.iter().filter(|part| self.parts.contains(&part.first_row0)).collect();
        let of = |(column0, heading): (u16, &Heading)| {
            let is_own = parts.iter().any(|part| part.own_column(column0).is_some());
            Heading { attribute: heading.attribute.filter(|_| is_own), ..heading.clone() }
        };
        (0..).zip(sheet.headings).map(of).collect()
    }
}

/// Reads the columns of an attribute: of all rows together where they have the same columns and numbers are written alike.
pub(crate) fn read_in_parts(
    sheet: &Sheet,
    rule: &ColumnRule,
    columns: &[u16],
    currencies: &mut Vec<String>,
    problems: &mut Problems,
) -> Outcome {
    let groups = groups(sheet, columns);
    match groups.as_slice() {
        [] => return read(sheet, rule, columns, currencies, problems),
        [only] if only.columns == columns && only.rows.len() == sheet.rows.len() => {
            return read(sheet, rule, columns, currencies, problems);
        }
        _ => {}
    }
    let read = |group: &Group| {
        let headings = group.headings(sheet);
        let part = Sheet { rows: &group.rows, headings: &headings, convention: group.convention, ..*sheet };
        read(&part, rule, &group.columns, currencies, problems)
    };
    let outcomes: Vec<Outcome> = groups.iter().map(read).collect();
    combined(sheet.rows.len(), columns, &groups, &outcomes)
}

/// The conventions that the sheets of a table prove, each by itself; none where all of them have the same columns.
pub(crate) fn conventions_of_parts(
    rulebook: &Rulebook,
    table: &Table,
    headings: &[Heading],
    rows: &[u32],
) -> Vec<Convention> {
    if table.parts.iter().all(|part| part.columns.is_empty()) {
        return Vec::new();
    }
    let of_part = |part: &SheetPart| table_convention(rulebook, table, headings, &rows[rows_of(table, rows, part)]);
    table.parts.iter().map(of_part).collect()
}

/// Which of the functions stand on a sheet.
fn rows_of(table: &Table, rows: &[u32], part: &SheetPart) -> Range<usize> {
    let next = table.parts.iter().map(|other| other.first_row0).find(|first_row0| *first_row0 > part.first_row0);
    let end = next.map_or(rows.len(), |next| rows.partition_point(|row0| *row0 < next));
    rows.partition_point(|row0| *row0 < part.first_row0)..end
}

/// The rows of sheets that have the attribute, by its columns there, and by the convention of numbers where sheets prove
/// different ones; none where all sheets have the same columns.
fn groups(sheet: &Sheet, columns: &[u16]) -> Vec<Group> {
    let all = together(sheet.of_parts.iter().copied());
    let mut groups: Vec<Group> = Vec::new();
    for (part, own) in sheet.table.parts.iter().zip(sheet.of_parts) {
        let convention = if all == Convention::Conflicting { *own } else { all };
        let columns: Vec<u16> = columns.iter().copied().filter(|c| part.own_column(*c).is_some()).collect();
        if columns.is_empty() {
            continue;
        }
        let is_like = |group: &&mut Group| group.columns == columns && group.convention == convention;
        let group = match groups.iter_mut().find(is_like) {
            Some(group) => group,
            None => {
                groups.push(Group { columns, convention, parts: Vec::new(), functions: Vec::new(), rows: Vec::new() });
                let last = groups.len() - 1;
                &mut groups[last]
            }
        };
        group.parts.push(part.first_row0);
        let functions = rows_of(sheet.table, sheet.rows, part);
        group.rows.extend_from_slice(&sheet.rows[functions.clone()]);
        group.functions.extend(functions);
    }
    groups
}

/// What groups came to, each function in its own.
fn combined(functions: usize, columns: &[u16], groups: &[Group], outcomes: &[Outcome]) -> Outcome {
    // A function of no group has no column, and no value in any.
    let mut place: Vec<Option<(usize, usize)>> = vec![None; functions];
    for (at, group) in groups.iter().enumerate() {
        for (inside, function) in group.functions.iter().enumerate() {
            place[*function] = Some((at, inside));
        }
    }
    let from = |place: &Option<(usize, usize)>| match place {
        Some((at, inside)) => outcomes[*at].from.get(*inside).copied().unwrap_or(groups[*at].columns[0]),
        None => columns[0],
    };
    let mut read: HashMap<u16, ColumnRead> = HashMap::new();
    for (group, outcome) in groups.iter().zip(outcomes) {
        for (column0, own) in group.columns.iter().zip(&outcome.columns) {
            let known = read.entry(*column0).or_insert_with(|| ColumnRead {
                reading: own.reading.clone(),
                known: 0,
                is_on_stated_scale: false,
            });
            known.known += own.known;
            known.is_on_stated_scale |= own.is_on_stated_scale;
            if known.reading != own.reading {
                known.reading = format!("{}; elsewhere {}", known.reading, own.reading);
            }
        }
    }
    let nowhere = || ColumnRead { reading: String::new(), known: 0, is_on_stated_scale: false };
    let has_years = outcomes.iter().any(|outcome| outcome.years.is_some());
    let years = has_years.then(|| {
        let mut years = NumberColumn::default();
        for place in &place {
            years.push(place.and_then(|(at, inside)| outcomes[at].years.as_ref()?.bounds(inside)));
        }
        years
    });
    Outcome {
        values: values(&place, outcomes),
        from: place.iter().map(from).collect(),
        columns: columns.iter().map(|column0| read.remove(column0).unwrap_or_else(nowhere)).collect(),
        years,
        ways: outcomes.iter().map(Outcome::way).collect(),
        way_of: place.iter().map(|place| place.map_or(0, |(at, _)| at as u16)).collect(),
        bare: None,
    }
}

/// The values of functions, each by its group and its position there.
fn values(place: &[Option<(usize, usize)>], outcomes: &[Outcome]) -> Values {
    let of = || place.iter().map(|place| place.map(|(at, inside)| (&outcomes[at].values, inside)));
    let numbers = || {
        let (mut numbers, mut currencies) = (NumberColumn::default(), Vec::with_capacity(place.len()));
        for place in of() {
            let known = place.and_then(|(values, inside)| value(values, inside));
            numbers.push(known.map(|(bounds, _)| bounds));
            currencies.push(known.map_or(0, |(_, currency)| currency));
        }
        (numbers, currencies)
    };
    match outcomes.first().map(|outcome| &outcome.values) {
        None | Some(Values::None) => Values::None,
        Some(Values::Levels(_)) => Values::Levels(of().map(|place| place?.0.level(place?.1)).collect()),
        Some(Values::Dates(_)) => Values::Dates(of().map(|place| place?.0.day(place?.1)).collect()),
        Some(Values::Numbers(_)) => Values::Numbers(numbers().0),
        Some(Values::Amounts { .. }) => {
            let (numbers, currencies) = numbers();
            Values::Amounts { numbers, currencies }
        }
    }
}
