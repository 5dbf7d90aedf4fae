//! What the command line states of columns.

use super::reading::{ColumnName, ColumnScale, ColumnUnit, NOT_USED, StatedBy, StatedColumn, parse_scale};
use super::rules::Rulebook;
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
