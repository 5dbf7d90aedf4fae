//! Reads the columns of an attribute, each kind in its way.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::column::{ColumnCells, Outcome, Reader, Sheet, proofs, together};
use super::counts::{self, Bands};
use super::numbers::Convention;
use super::providers::Providers;
use super::{amounts, ratings};
use crate::inventory::heading::Heading;
use crate::problem::Problems;
use crate::rulebook::text::{fold, header_words, holds_phrase};
use crate::rulebook::{AttributeId, ColumnRule, Kind, Numbers, Rulebook};
use crate::table::{Table, TextId, text_index};

/// Reads the columns of an attribute as its rule says: one column, or several that each hold a part of a count.
pub(crate) fn read(
    sheet: &Sheet,
    rule: &ColumnRule,
    columns: &[u16],
    currencies: &mut Vec<String>,
    problems: &mut Problems,
) -> Outcome {
    let column0 = columns[0];
    let heading = sheet.heading(column0);
    if let Kind::Level(scale) = &rule.kind
        && let Numbers::Count { low_below, high_above } = scale.numbers
        && !ratings::are_meant(heading)
    {
        return counts::read(sheet, rule, scale, Bands { low_below, high_above }, columns, problems);
    }
    let header = header_words(&heading.header);
    let holds = |list: &[Vec<String>]| list.iter().any(|phrase| holds_phrase(&header, phrase));
    match &rule.kind {
        Kind::Text => {
            let mut outcome = Reader::of(sheet, column0, problems).texts();
            for column0 in &columns[1..] {
                outcome.columns.append(&mut Reader::of(sheet, *column0, problems).texts().columns);
            }
            outcome
        }
        Kind::Date => Reader::of(sheet, column0, problems).dates(),
        Kind::Level(scale) => {
            let answered = heading.statement.yes.map(|yes| scale.answered(yes, &sheet.rulebook.reading.answers));
            let scale = answered.as_ref().unwrap_or(scale);
            let mut reader = Reader::of(sheet, column0, problems);
            if holds(&rule.outsiders) || holds(&rule.outsiders_beside_own) && reader.names_own(rule) {
                reader.providers =
                    Some(Providers::of(sheet.rulebook, own_names(sheet), elsewhere(sheet, rule, column0)));
            }
            reader.levels(scale, heading)
        }
        Kind::Number { .. } | Kind::Money => amounts::read(sheet, rule, columns, currencies, problems),
    }
}

/// The names of the departments and owners in the table, folded.
fn own_names(sheet: &Sheet) -> HashSet<String> {
    let roles = [sheet.rulebook.roles.department, sheet.rulebook.attribute_named("owner")];
    let columns =
        (0..).zip(sheet.headings).filter(|(_, heading)| heading.attribute.is_some_and(|id| roles.contains(&Some(id))));
    let cells = columns.flat_map(|(column0, _)| sheet.cells(column0).iter());
    let texts: HashSet<TextId> = cells.filter_map(|(_, cell)| cell.text_id()).collect();
    texts.into_iter().map(|id| fold(sheet.table.text(id))).collect()
}

/// The texts of a column that two other columns hold as well where they can be no provider's name: in rows that this one does
/// not hold them in, or among values. A provider that is the contract's party too stands beside itself; what is named
/// by a system may be its provider anywhere.
fn elsewhere(sheet: &Sheet, rule: &ColumnRule, column0: u16) -> BTreeMap<TextId, Vec<u16>> {
    const COLUMNS: usize = 2;
    let mut is_own = vec![false; sheet.table.text_count()];
    for id in sheet.cells(column0).iter().filter_map(|(_, cell)| cell.text_id()) {
        is_own[text_index(id)] = true;
    }
    let systems = sheet.rulebook.attribute_named("systems");
    let is_provider = |header: &str| {
        let words = header_words(header);
        [&rule.headers, &rule.outsiders].into_iter().flatten().any(|phrase| holds_phrase(&words, phrase))
    };
    let has_values = |id: AttributeId| sheet.rulebook.attribute(id).has_values();
    let mut found: HashMap<TextId, Vec<u16>> = HashMap::new();
    for (other0, heading) in (0..).zip(sheet.headings) {
        let is_systems = heading.attribute.is_some() && heading.attribute == systems;
        if other0 == column0 || is_systems || is_provider(&heading.header) {
            continue;
        }
        let is_of_values = heading.attribute.is_some_and(has_values);
        let texts: HashSet<TextId> = sheet
            .cells(other0)
            .iter()
            .filter(|(row0, cell)| is_of_values || sheet.table.value(*row0, column0) != *cell)
            .filter_map(|(_, cell)| cell.text_id().filter(|id| is_own[text_index(*id)]))
            .collect();
        for id in texts {
            found.entry(id).or_default().push(other0);
        }
    }
    found.into_iter().filter(|(_, columns)| columns.len() >= COLUMNS).collect()
}

/// The convention that the numbers of the whole table prove, where they agree.
pub(crate) fn table_convention(rulebook: &Rulebook, table: &Table, headings: &[Heading], rows: &[u32]) -> Convention {
    // A version such as `12.1` in a column of texts proves nothing, and neither does a date.
    let has_values = |id: AttributeId| rulebook.attribute(id).has_numbers();
    let cells = |column0: usize| ColumnCells { table, column0: column0 as u16, rows };
    let columns = headings.iter().enumerate().filter(|(_, column)| column.attribute.is_some_and(has_values));
    let proven = together(columns.map(|(column0, _)| proofs(&cells(column0)).convention()));
    let mut others = headings.iter().enumerate().filter(|(_, column)| column.attribute.is_none());
    let has_prices = |(column0, _): (usize, &Heading)| cells(column0).are_prices_with_commas(&rulebook.reading);
    if proven == Convention::Unproven && others.any(has_prices) { Convention::DecimalComma } else { proven }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::inventory::cells::column::Values;
    use crate::problem::Place;
    use crate::rulebook::{DecimalMark, load_default};
    use crate::table::{Cell, ErrorValue};

    /// A cell to be put into a table.
    enum In<'a> {
        Text(&'a str),
        Shown(f64, &'a str),
        Other(Cell),
    }
    use In::{Other, Shown, Text};

    /// Reads a column by its header; gives levels or bounds, how it was read, and what was wrong.
    #[track_caller]
    fn check(
        rulebook: &Rulebook,
        (attribute, header): (&str, &str),
        cells: &[In],
        expected: &[Option<(f64, f64)>],
        reading: &str,
        wrong: &[&str],
    ) {
        let id = rulebook.attribute_named(attribute).expect("an attribute");
        let mut table = Table::new(Place::file("x.xlsx"));
        table.has_formats = true;
        for (row0, cell) in cells.iter().enumerate() {
            let cell = match cell {
                Text(text) => Cell::Text(table.intern(text)),
                Shown(value, format) => Cell::Number { value: *value, format: table.format_id(format) },
                Other(cell) => *cell,
            };
            table.append(row0 as u32, 0, cell);
        }
        let headings = [Heading { header: header.to_owned(), attribute: Some(id), ..Heading::default() }];
        let rows: Vec<u32> = (0..cells.len() as u32).collect();
        let convention = Convention::Unproven;
        let sheet = Sheet { rulebook, table: &table, headings: &headings, rows: &rows, convention, of_parts: &[] };
        let rule = rulebook.attribute(id).rule().expect("a column");
        let mut problems = Problems::default();
        let outcome = read(&sheet, rule, &[0], &mut Vec::new(), &mut problems);
        let found: Vec<Option<(f64, f64)>> = (0..cells.len())
            .map(|function| match &outcome.values {
                Values::None => None,
                Values::Levels(levels) => levels[function].map(|l| (f64::from(l.value()), f64::from(l.value()))),
                Values::Numbers(numbers) | Values::Amounts { numbers, .. } => numbers.bounds(function),
                // 31 December 2027 as 20271231.
                Values::Dates(days) => days[function].map(|day| {
                    let day = f64::from(day.year()) * 1e4 + f64::from(day.month()) * 1e2 + f64::from(day.day());
                    (day, day)
                }),
            })
            .collect();
        assert_eq!(found, expected, "{header}");
        assert_eq!(outcome.columns[0].reading, reading, "{header}");
        let said =
            problems.listed().iter().map(|p| format!("{} ({})", p.message, p.help.as_deref().unwrap_or_default()));
        assert_eq!(said.collect::<Vec<_>>(), wrong, "{header}");
    }

    const ISO: &str = "yyyy-mm-dd";

    #[test]
    fn cells_that_are_no_text_are_right_or_named() {
        let rulebook = load_default();
        let date = |serial: f64| Other(Cell::Date { serial, format: 0 });
        check(
            &rulebook,
            ("control", "Control wanted"),
            &[
                Other(Cell::Boolean(true)),
                Shown(0.85, "0%"),
                Text("~80 %"),
                Text("50-75%"),
                Other(Cell::Error(ErrorValue::Reference)),
                date(46027.0),
            ],
            &[Some((100.0, 100.0)), Some((85.0, 85.0)), Some((80.0, 80.0)), None, None, None],
            "words onto levels (TRUE = 100); per cent from 0 to 100, larger is more; 1 approximate",
            &[
                "expected a level (`high`, `medium`, `low`), found `50-75%` (use one of these words, or add this one to the \
                 rulebook)",
                "expected a level (`high`, `medium`, `low`), found `#REF!` (mend the formula, or empty the cell)",
                "expected a level (`high`, `medium`, `low`), found `2026-01-05` (Excel may have turned `1-5` into a date: \
                 format the cell as text, and write it again)",
            ],
        );
        check(
            &rulebook,
            ("fte", "FTE"),
            &[Shown(3.5, "0.0"), Text("1\u{2013}5 FTE_x000D_"), date(46027.0), Other(Cell::Boolean(true))],
            &[Some((3.5, 3.5)), Some((1.0, 5.0)), None, None],
            "a number; 1 range, whose bounds are kept but not added up",
            &[
                "expected a number, found `2026-01-05` (Excel may have turned `1-5` into a date: format the cell as text, \
                 and write it again)",
                "expected a number, found `TRUE` (write digits only, such as 1234.5, or list this text under `no_data` in \
                 the rulebook)",
            ],
        );
        check(
            &rulebook,
            ("end_date", "End date"),
            &[
                Other(Cell::Date { serial: 46027.0, format: 0 }),
                date(73050.0),
                Text("None"),
                Text("tbd"),
                Shown(2027.0, ISO),
            ],
            &[Some((0.0, 0.0)), Some((100.0, 100.0)), Some((100.0, 100.0)), None, Some((0.0, 0.0))],
            "words onto levels (None = 100); a date = 0, from 2099 on 100 (3)",
            &[],
        );
    }

    #[test]
    fn a_column_of_dates_holds_days() {
        let rulebook = load_default();
        let date = |serial: f64| Other(Cell::Date { serial, format: 0 });
        let of = |day: f64| Some((day, day));
        check(
            &rulebook,
            ("contract_end", "Contract end"),
            &[
                date(46_027.5),
                Shown(2027.0, "0"),
                Text("n/a"),
                Text("open-ended"),
                Text("05/06/2027"),
                Text("31 Mar 2028"),
            ],
            &[of(20_260_105.0), of(20_271_231.0), None, None, None, of(20_280_331.0)],
            "a date",
            &[
                "expected a date, found `open-ended` (write it as 2027-12-31, or list this text under `no_data` in the rulebook)",
                "expected a date, found `05/06/2027` (write it as 2027-12-31, or list this text under `no_data` in the rulebook)",
            ],
        );
        check(
            &rulebook,
            ("contract_end", "Contract end"),
            &[Text("05/06/2027"), Text("12/31/2027"), Other(Cell::Error(ErrorValue::Reference))],
            &[of(20_270_506.0), of(20_271_231.0), None],
            "a date, the month before the day",
            &["expected a date, found `#REF!` (mend the formula, or empty the cell)"],
        );
    }

    #[test]
    fn a_stated_decimal_mark_decides_what_a_column_leaves_open() {
        let mut rulebook = load_default();
        let cells = || [Text("1.234"), Text("1.234,5"), Text("2,345.5")];
        check(
            &rulebook,
            ("fte", "FTE"),
            &cells(),
            &[None, Some((1234.5, 1234.5)), Some((2345.5, 2345.5))],
            "a number",
            &["holds `1.234`, which may be thousands or a fraction; it counts as missing (say which: `--decimal-mark \
               comma` where 1.234 is a thousand, or `--decimal-mark point`)"],
        );
        for (mark, value, reading) in [
            (DecimalMark::Comma, 1234.0, "a number; decimal commas as stated, though other cells have points"),
            (DecimalMark::Point, 1.234, "a number; decimal points as stated, though other cells have commas"),
        ] {
            rulebook.reading.decimal_mark = Some(mark);
            let expected = [Some((value, value)), Some((1234.5, 1234.5)), Some((2345.5, 2345.5))];
            check(&rulebook, ("fte", "FTE"), &cells(), &expected, reading, &[]);
        }
        let expected = [Some((1.234, 1.234)), None];
        check(
            &rulebook,
            ("fte", "FTE"),
            &[Text("1.234"), Text("n/a")],
            &expected,
            "a number; decimal points as stated",
            &[],
        );
    }
}
