//! What the command line states of columns.

use super::columns::{ColumnName, ColumnScale, ColumnUnit, Selection, StatedBy, StatedColumn, Wanted, parse_scale};
use super::reading::NOT_USED;
use super::rules::Rulebook;
use super::text::fold;
use super::toml_tables::nearest;

/// Reads `COLUMN=ATTRIBUTE`, as given on the command line.
///
/// # Errors
/// A sentence that says what is wrong and what would be right.
pub fn parse_column(rulebook: &Rulebook, given: &str) -> Result<StatedColumn, String> {
    let (column, name) = given
        .rsplit_once('=')
        .filter(|(column, _)| !column.trim().is_empty())
        .ok_or("expected COLUMN=ATTRIBUTE, such as \"Wichtigkeit=strategic_value\"")?;
    let name = name.trim();
    let attribute = match rulebook.attribute_named(name) {
        Some(id) => Some(id),
        None if name == NOT_USED => None,
        None => {
            let names: Vec<&str> = rulebook.attributes.iter().map(|a| a.id.as_str()).chain([NOT_USED]).collect();
            return Err(format!("there is no attribute `{name}`; {}", nearest(name, &names)));
        }
    };
    let column = ColumnName { given: column.trim().to_owned(), by: StatedBy::Option };
    Ok(StatedColumn { column, attribute })
}

/// Reads `COLUMN=LEAST..MOST`, as given on the command line.
///
/// # Errors
/// A sentence that says what is wrong and what would be right.
pub fn parse_column_scale(given: &str) -> Result<ColumnScale, String> {
    let split = given.rsplit_once('=').filter(|(column, _)| !column.trim().is_empty());
    let scale = split.and_then(|(column, scale)| Some((column, parse_scale(scale)?)));
    let (column, (bottom, top)) = scale.ok_or_else(|| {
        "expected COLUMN=LEAST..MOST, such as \"Fit=1..5\", or \"Fit=5..1\" where 1 is most".to_owned()
    })?;
    let column = ColumnName { given: column.trim().to_owned(), by: StatedBy::Option };
    Ok(ColumnScale { column, bottom, top })
}

/// Reads `COLUMN=UNIT`, as given on the command line. Whether the unit is one is told when the column is known.
///
/// # Errors
/// A sentence that says what is wrong and what would be right.
pub fn parse_column_unit(given: &str) -> Result<ColumnUnit, String> {
    let said = |text: &&str| !text.trim().is_empty();
    let split = given.rsplit_once('=').filter(|(column, unit)| said(column) && said(unit));
    let (column, unit) = split
        .ok_or("expected COLUMN=UNIT, such as \"Cost=kEUR\", \"Volume=per month\", or \"Cost=1\" for plain numbers")?;
    let column = ColumnName { given: column.trim().to_owned(), by: StatedBy::Option };
    Ok(ColumnUnit { column, unit: unit.trim().to_owned() })
}

/// Reads `COLUMN=VALUE`, as given on the command line: several values between strokes, and ranges such as `5..20`.
///
/// # Errors
/// A sentence that says what is wrong and what would be right.
pub fn parse_selection(given: &str) -> Result<Selection, String> {
    let expected =
        || "expected COLUMN=VALUE, such as \"Year=2024\", \"Region=North|South\" or \"FTE=5..20\"".to_owned();
    let (column, values) =
        given.split_once('=').filter(|(column, _)| !column.trim().is_empty()).ok_or_else(expected)?;
    let wanted: Vec<Wanted> = values.split('|').map(str::trim).filter(|value| !value.is_empty()).map(wanted).collect();
    if wanted.is_empty() {
        return Err(expected());
    }
    let column = ColumnName { given: column.trim().to_owned(), by: StatedBy::Option };
    Ok(Selection { column, wanted, given: given.trim().to_owned() })
}

fn wanted(value: &str) -> Wanted {
    let end = |text: &str, open: f64| if text.trim().is_empty() { Some(open) } else { text.trim().parse().ok() };
    let range = value.split_once("..").filter(|_| value.len() > 2);
    let range = range.and_then(|(least, most)| Some((end(least, f64::NEG_INFINITY)?, end(most, f64::INFINITY)?)));
    range.map_or_else(|| Wanted::Value(fold(value)), |(least, most)| Wanted::Between(least, most))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_selected_by_values_and_ranges() {
        for (given, shown, number, expected) in [
            ("Year=2024", "2024", Some(2024.0), true),
            ("Year=2024", "2,024.00", Some(2024.0), true),
            ("Year=2024", "2023", Some(2023.0), false),
            ("Region=north|South", " North ", None, true),
            ("Region=north|South", "East", None, false),
            ("FTE=5..20", "5", Some(5.0), true),
            ("FTE=5..20", "21", Some(21.0), false),
            ("FTE=5..", "21", Some(21.0), true),
            ("FTE=..5", "n/a", None, false),
            ("Code=a..b", "A..B", None, true),
            ("Note=a=b", "a=b", None, true),
        ] {
            let selection = parse_selection(given).expect("a selection");
            let is_met = selection.wanted.iter().any(|wanted| wanted.is_met(shown, number));
            assert_eq!(is_met, expected, "{given} {shown}");
        }
        for given in ["Year", "=2024", "Year=", "Year=|"] {
            assert!(parse_selection(given).is_err(), "{given}");
        }
    }
}
