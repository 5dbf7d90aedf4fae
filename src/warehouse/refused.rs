//! What cannot be said in SQL, each with the way out.

use super::dialect::Dialect;
use super::texts::MOST_TEXTS;
use crate::codes::Code;
use crate::inventory::{Inventory, Lookup, grouped};
use crate::problem::{Place, Problem, Spot, column_letters};
use crate::rulebook::Rulebook;

/// The most criteria with a weight: the statement grows with their square.
const MOST_CRITERIA: usize = 12;

fn error(place: Place, message: impl Into<String>, help: impl Into<String>) -> Problem {
    Problem::error(Code::NotCompiled, place, message).help(help)
}

/// What the rules ask for, or what is taken for granted, that SQL does not do.
pub(super) fn by_rules(rulebook: &Rulebook, inventory: &Inventory) -> Vec<Problem> {
    let rules = || Place::file(format!("rulebook `{}`", rulebook.name));
    let mut wrong = Vec::new();
    if let Some(constraint) = rulebook.constraints.first() {
        let message = format!("constraint `{}` puts functions on hold, which SQL does not do", constraint.id);
        let help = "switch the constraints off in a rulebook for SQL: `[constraint.ID]` with `off = true`";
        wrong.push(error(rules(), message, help));
    }
    let criteria = rulebook.directional().count();
    if criteria > MOST_CRITERIA {
        let message = format!("has {criteria} criteria with a weight, and SQL is written for {MOST_CRITERIA} at most");
        wrong.push(error(rules(), message, "give criteria that decide nothing the weight 0"));
    }
    for assumption in inventory.assumptions.iter().filter(|assumption| assumption.department.is_some()) {
        let attribute = &rulebook.attribute(assumption.attribute).id;
        let department = assumption.department.as_deref().unwrap_or_default();
        let place = Place::file(format!("--assume {attribute}={}@{department}", assumption.given));
        let help = "assume it for all, or fill the column in the table for that department";
        wrong.push(error(place, "is for one department alone, which SQL does not do", help));
    }
    if !inventory.table.parts.is_empty() {
        let message = "stands on several sheets or in several files, and a table of a warehouse is one";
        let help = "give rows of the table as it exports them, or name a sheet with `--sheet`";
        wrong.push(error(inventory.place().clone(), message, help));
    }
    if inventory.header_top0 != inventory.header_row0 {
        let place = inventory.table.place.at(Spot::Row { row0: inventory.header_row0 });
        let message = "the header has several rows, so that it says no names of columns";
        wrong.push(error(place, message, "give rows of the table as it exports them, with one row of names"));
    }
    wrong
}

/// What statements cannot name, or do not have.
pub(super) fn by_columns(
    inventory: &Inventory,
    lookups: &[Lookup],
    keys: &[u16],
    dialect: Dialect,
    outputs: &[String],
) -> Vec<Problem> {
    let at = |column0: u16| inventory.table.place.at(Spot::Column { column0 }).under(inventory.column_name(column0));
    let all: Vec<String> = (0..inventory.columns.len()).map(|column0| inventory.column_name(column0 as u16)).collect();
    let mut wrong = Vec::new();
    if lookups.is_empty() {
        let message = "no column of it decides anything";
        let help =
            "say which column holds what: `--map \"Header=attribute\"`; `outsift attributes` lists the attributes";
        wrong.push(error(inventory.place().clone(), message, help));
    }
    let mut used: Vec<u16> = lookups.iter().map(|lookup| lookup.column0).chain(keys.iter().copied()).collect();
    used.sort_unstable();
    used.dedup();
    for column0 in used {
        let name = &all[usize::from(column0)];
        let same = all.iter().filter(|other| other.eq_ignore_ascii_case(name)).count();
        if name.is_empty() || same > 1 {
            let message = if same > 1 { "has a name that another column has too" } else { "has no name" };
            wrong.push(error(
                at(column0),
                message,
                "give a view of the table in which each column has a name of its own",
            ));
        } else if !can_be_named(dialect, name) {
            let message = format!("has a name that `{}` cannot have", dialect.name());
            wrong.push(error(at(column0), message, "give a view of the table with plain names"));
        }
    }
    for column0 in keys {
        let name = &all[usize::from(*column0)];
        if outputs.iter().any(|output| output.trim_matches(['"', '`']).eq_ignore_ascii_case(name)) {
            let message = format!("is called `{name}`, as a column of the verdicts is");
            wrong.push(error(at(*column0), message, "name another column with `--key`"));
        }
    }
    for lookup in lookups.iter().filter(|lookup| lookup.texts.len() > MOST_TEXTS) {
        wrong.push(too_many_texts(inventory, lookup.column0, lookup.texts.len()));
    }
    for (column0, used) in inventory.second_columns().filter(|(_, used)| lookups.iter().any(|l| l.column0 == *used)) {
        let message = format!("is compared with column `{}`, which SQL does not do", all[usize::from(used)]);
        let help = format!("say which one is meant: `--map \"{}=none\"`", column_letters(column0));
        wrong.push(error(at(column0), message, help));
    }
    wrong
}

/// Whether a column can be called so, in whatever marks.
fn can_be_named(dialect: Dialect, name: &str) -> bool {
    // As the documentation of its flexible names has it.
    const NOT_IN_BIGQUERY: &str = "!\"$()*,./;?@[\\]^`{}~";
    match dialect {
        Dialect::BigQuery => !name.chars().any(|c| c.is_control() || NOT_IN_BIGQUERY.contains(c)),
        Dialect::ClickHouse | Dialect::Snowflake => !name.contains(['\0', '\\']),
        Dialect::DuckDb
        | Dialect::DataFusion
        | Dialect::Postgres
        | Dialect::Sqlite
        | Dialect::Spark
        | Dialect::Redshift
        | Dialect::Ansi => !name.contains('\0'),
    }
}

/// That a column is named that is not there.
pub(super) fn no_column(inventory: &Inventory, name: &str) -> Problem {
    let headers: Vec<String> = (0..inventory.columns.len())
        .take(12)
        .map(|column0| format!("`{}`", inventory.column_name(column0 as u16)))
        .collect();
    let message = format!("has no column `{name}`");
    let problem = Problem::error(Code::NoSuchColumn, inventory.place().clone(), message);
    problem.help(format!("its columns are {}", headers.join(", ")))
}

/// That a column has more texts than are looked up.
pub(super) fn too_many_texts(inventory: &Inventory, column0: u16, texts: usize) -> Problem {
    let place = inventory.table.place.at(Spot::Column { column0 }).under(inventory.column_name(column0));
    let (texts, most) = (grouped(texts as u64), grouped(MOST_TEXTS as u64));
    let message = format!("has {texts} different texts, and {most} at most are looked up");
    error(place, message, "give numbers or levels in the table, or leave the column out with `--map`")
}

/// That a text means something else beside all others than it does in the sample.
pub(super) fn read_otherwise(inventory: &Inventory, column0: u16, text: &str, more: &str) -> Problem {
    let place = inventory.table.place.at(Spot::Column { column0 }).under(inventory.column_name(column0));
    let message = format!("`{text}`{more} is read otherwise beside all values of the table than in the sample alone");
    let help = "state what the column leaves open: `--decimal-mark`, `--scale` or `--unit`";
    Problem::warning(Code::ReadOtherwise, place, message).help(help)
}
