//! All statements of an inventory and its rules, or why there are none.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::dialect::Dialect;
use super::levels::{DICTIONARY, LEVELS, ReadColumn, Source};
use super::texts::{MOST_TEXTS, MoreTexts};
use super::verdicts::Decision;
use super::{dbt, golden, refused};
use crate::assessment::Assessed;
use crate::inventory::{Inventory, Lookup, TextCounts, grouped, look_up};
use crate::problem::{Problem, Problems, Spot};
use crate::report::record::FileSum;
use crate::report::words::escape::write_json;
use crate::rulebook::{Points, Rulebook};
use crate::table::{SourceFile, sha256_hex};

/// What is asked for.
#[derive(Clone, Debug)]
pub struct Request<'r> {
    /// The dialect.
    pub dialect: Dialect,
    /// How statements name the table.
    pub table: &'r str,
    /// The headers of the columns that a row goes by; the id, or the name, where none is given.
    pub keys: &'r [String],
    /// Texts that the table holds beside those of the sample.
    pub more: Option<&'r MoreTexts>,
    /// The sample.
    pub file: &'r SourceFile,
    /// The date of the run.
    pub date: String,
    /// Whether a project of dbt is written.
    pub is_dbt: bool,
}

/// A file of a set: what it is called while it is made, and its place in the folder.
pub type SetFile = (&'static str, &'static str);

/// The statements, each by the name of its file; the last one vouches for the others.
#[derive(Clone, Debug)]
pub struct Compiled {
    /// Each file with its text.
    pub files: Vec<(SetFile, String)>,
    /// What is wrong with the texts.
    pub problems: Problems,
}

/// The file that vouches for the others.
const RECORD: SetFile = ("sql.json", "sql.json");
/// The files that are written for an engine, in their order.
const FILES: [SetFile; 8] = [
    ("levels.sql", "levels.sql"),
    ("verdicts.sql", "verdicts.sql"),
    ("unread.sql", "unread.sql"),
    ("dictionary.sql", "dictionary.sql"),
    ("dictionary.csv", "dictionary.csv"),
    ("check.sql", "check.sql"),
    ("profile.sql", "profile.sql"),
    RECORD,
];
/// Those of a project of dbt.
const DBT_FILES: [SetFile; 12] = [
    ("dbt_project.yml", "dbt_project.yml"),
    ("model-levels.sql", "models/outsift_levels.sql"),
    ("model-verdicts.sql", "models/outsift_verdicts.sql"),
    ("model-unread.sql", "models/outsift_unread.sql"),
    ("properties.yml", "models/outsift.yml"),
    ("seed-dictionary.csv", "seeds/outsift_dictionary.csv"),
    ("seed-expected.csv", "seeds/outsift_expected.csv"),
    ("test-agreement.sql", "tests/outsift_agrees_with_the_program.sql"),
    ("test-new.sql", "tests/outsift_no_new_values.sql"),
    ("check.sql", "check.sql"),
    ("profile.sql", "profile.sql"),
    RECORD,
];

/// The files of a set, in their order; the last one vouches for the others.
pub fn set_files(is_dbt: bool) -> &'static [SetFile] {
    if is_dbt { &DBT_FILES } else { &FILES }
}

/// Compiles what was read of an inventory, and the rules; `problems` are those of reading it.
///
/// # Errors
/// All that cannot be said in SQL.
pub fn compile(
    rulebook: &Rulebook,
    (inventory, assessed): (&Inventory, &Assessed),
    problems: &Problems,
    request: &Request,
) -> Result<Compiled, Vec<Problem>> {
    let mut wrong = refused::by_rules(rulebook, inventory);
    let others = request.more.map_or_else(|| Ok(TextCounts::new()), |more| by_column(inventory, more));
    let others = others.unwrap_or_else(|problems| {
        wrong.extend(problems);
        TextCounts::new()
    });
    let decision = Decision::of(rulebook, request.dialect.words());
    let mut found = Problems::default();
    let lookups = look_up(rulebook, inventory, &decision.attributes, &others, &mut found).unwrap_or_else(|problems| {
        wrong.extend(problems);
        Vec::new()
    });
    let keys = keys(rulebook, inventory, request.keys).unwrap_or_else(|problem| {
        wrong.push(problem);
        Vec::new()
    });
    wrong.extend(refused::by_columns(inventory, &lookups, &keys, request.dialect, &output_names(&decision)));
    if !wrong.is_empty() {
        return Err(wrong);
    }
    found.extend(read_otherwise(inventory, &lookups));
    let problems = with_counted(problems, &found, inventory, &others);
    let (table, dictionary) = if request.is_dbt {
        (dbt::TABLE.to_owned(), dbt::DICTIONARY.to_owned())
    } else {
        (decision.words.table(request.table), DICTIONARY.to_owned())
    };
    let mut source = Source {
        decision: &decision,
        table,
        dictionary,
        keys: keys.iter().map(|column0| inventory.column_name(*column0)).collect(),
        attributes: attributes(rulebook, inventory, &decision, &lookups),
        columns: lookups
            .into_iter()
            .map(|lookup| ReadColumn { name: inventory.column_name(lookup.column0), lookup })
            .collect(),
    };
    let mut texts = if request.is_dbt {
        dbt::project(&source, inventory, assessed, &keys, request.table)
    } else {
        statements(&source)
    };
    source.table = decision.words.table(request.table);
    texts.push(format!("{};\n", golden::check(&decision)));
    texts.push(format!("{};\n", source.profile()));
    let mut files: Vec<(SetFile, String)> = set_files(request.is_dbt).iter().copied().zip(texts).collect();
    let record = record(rulebook, inventory, request, &source, &problems, &files);
    files.push((RECORD, record));
    Ok(Compiled { files, problems })
}

fn statements(source: &Source) -> Vec<String> {
    let view = format!("{} {LEVELS} AS\n{};\n", source.decision.words.view, source.levels());
    vec![
        view,
        format!("{};\n", source.verdicts(LEVELS)),
        format!("{};\n", source.unread()),
        source.dictionary_statements(),
        source.dictionary_text(),
    ]
}

/// What the columns of verdicts and levels are called, apart from the keys.
fn output_names(decision: &Decision) -> Vec<String> {
    let verdicts = decision.columns().into_iter().map(|(_, name)| name);
    verdicts.chain(decision.attributes.iter().flat_map(|id| decision.levels_of(*id))).collect()
}

/// The columns that a row goes by.
fn keys(rulebook: &Rulebook, inventory: &Inventory, given: &[String]) -> Result<Vec<u16>, Problem> {
    if given.is_empty() {
        let id = rulebook.roles.id.and_then(|id| inventory.columns_with(id).next());
        return Ok(vec![id.unwrap_or(inventory.name_column0)]);
    }
    given.iter().map(|name| column_named(inventory, name)).collect()
}

fn column_named(inventory: &Inventory, name: &str) -> Result<u16, Problem> {
    let mut columns = (0..inventory.columns.len()).map(|column0| column0 as u16);
    let found = columns.find(|column0| inventory.column_name(*column0).trim() == name.trim());
    found.ok_or_else(|| refused::no_column(inventory, name))
}

/// Texts by the columns that they stand in.
fn by_column(inventory: &Inventory, more: &MoreTexts) -> Result<TextCounts, Vec<Problem>> {
    let (mut counts, mut wrong) = (TextCounts::new(), Vec::new());
    let mut columns: BTreeMap<&str, Option<u16>> = BTreeMap::new();
    for (name, text, rows) in &more.rows {
        let column = columns
            .entry(name)
            .or_insert_with(|| column_named(inventory, name).map_err(|problem| wrong.push(problem)).ok());
        if let Some(column0) = column {
            *counts.entry(*column0).or_default().entry(text.clone()).or_default() += rows;
        }
    }
    for (column0, texts) in counts.iter().filter(|(_, texts)| texts.len() > MOST_TEXTS) {
        wrong.push(refused::too_many_texts(inventory, *column0, texts.len()));
    }
    if wrong.is_empty() { Ok(counts) } else { Err(wrong) }
}

/// For each deciding attribute the columns that it is read from, and what is taken for granted.
fn attributes(
    rulebook: &Rulebook,
    inventory: &Inventory,
    decision: &Decision,
    lookups: &[Lookup],
) -> BTreeMap<usize, (Vec<usize>, Option<Points>)> {
    let of = |(at, id): (usize, &crate::rulebook::AttributeId)| {
        let all = std::iter::once(id).chain(rulebook.attribute(*id).parts());
        let columns = all.filter_map(|part| lookups.iter().position(|lookup| lookup.attribute == *part)).collect();
        let assumed = inventory.assumptions.iter().find(|assumption| assumption.attribute == *id);
        (at, (columns, assumed.map(|assumption| assumption.level)))
    };
    decision.attributes.iter().enumerate().map(of).collect()
}

/// Columns of which the sample alone says otherwise than all texts together.
fn read_otherwise(inventory: &Inventory, lookups: &[Lookup]) -> Vec<Problem> {
    let table = inventory.table;
    let of_column = |lookup: &Lookup| {
        let texts = inventory
            .functions
            .iter()
            .enumerate()
            .map(|(function, row)| (function, table.shown(table.value(row.row0, lookup.column0))));
        let is_other = |(function, text): &(usize, String)| {
            let alone = inventory.read_level(lookup.attribute, *function);
            let together = lookup.texts.get(text).copied().flatten();
            alone != together
        };
        let differing: BTreeSet<String> = texts.filter(is_other).map(|(_, text)| text).collect();
        let first = differing.first()?;
        let more = match differing.len() - 1 {
            0 => String::new(),
            more => format!(" and {} more", grouped(more as u64)),
        };
        Some(refused::read_otherwise(inventory, lookup.column0, first, &more))
    };
    lookups.iter().filter_map(of_column).collect()
}

/// The problems, those of texts of which rows were counted in the place of those of the sample's cells.
fn with_counted(problems: &Problems, found: &Problems, inventory: &Inventory, others: &TextCounts) -> Problems {
    let mut all = problems.clone();
    all.retain(|problem| {
        let is_in_table =
            problem.place.file == inventory.table.place.file && problem.place.sheet == inventory.table.place.sheet;
        let is_cell = matches!(problem.place.spot, Spot::Cell { column0, .. } if others.contains_key(&column0));
        !(is_in_table && is_cell)
    });
    all.extend(found.listed().iter().cloned());
    all
}

/// What `sql.json` says.
#[derive(Serialize)]
struct Record<'r> {
    schema: &'static str,
    program: String,
    date: &'r str,
    dialect: &'static str,
    table: &'r str,
    keys: &'r [String],
    sample: FileSum,
    values: Option<&'r str>,
    rulebook: RulebookUsed<'r>,
    columns: Vec<ColumnUsed<'r>>,
    problems: BTreeMap<&'static str, usize>,
    outputs: Vec<FileSum>,
}

#[derive(Serialize)]
struct RulebookUsed<'r> {
    name: &'r str,
    version: &'r str,
    sha256: &'r str,
}

#[derive(Serialize)]
struct ColumnUsed<'r> {
    name: &'r str,
    attribute: &'r str,
    reading: &'r str,
    texts: usize,
    without_level: usize,
    numbers_by_formula: bool,
}

fn record(
    rulebook: &Rulebook,
    inventory: &Inventory,
    request: &Request,
    source: &Source,
    problems: &Problems,
    files: &[(SetFile, String)],
) -> String {
    let sum = |name: &str, text: &str| FileSum {
        name: name.to_owned(),
        size: text.len() as u64,
        sha256: sha256_hex(text.as_bytes()),
    };
    let columns = source.columns.iter().map(|ReadColumn { name, lookup }| ColumnUsed {
        name,
        attribute: &rulebook.attribute(lookup.attribute).id,
        reading: &inventory.columns[usize::from(lookup.column0)].reading,
        texts: lookup.texts.len(),
        without_level: lookup.texts.values().filter(|level| level.is_none()).count(),
        numbers_by_formula: lookup.bare.is_some(),
    });
    let record = Record {
        schema: "outsift-sql/1",
        program: format!("outsift {}", env!("CARGO_PKG_VERSION")),
        date: &request.date,
        dialect: request.dialect.name(),
        table: request.table,
        keys: &source.keys,
        sample: FileSum {
            name: request.file.name.to_string(),
            size: request.file.size,
            sha256: request.file.sha256.clone(),
        },
        values: request.more.map(|more| more.file.as_str()),
        rulebook: RulebookUsed { name: &rulebook.name, version: &rulebook.version, sha256: rulebook.sha256() },
        columns: columns.collect(),
        problems: problems.by_code().map(|(code, count)| (code.id(), count)).collect(),
        outputs: files.iter().map(|((_, place), text)| sum(place, text)).collect(),
    };
    let mut json = Vec::new();
    // Memory takes all of it.
    let _ = write_json(&record, &mut json);
    String::from_utf8(json).unwrap_or_default()
}
