//! The record: one JSON object a run, for programs and for auditors.
//!
//! The types below are the wire format, which `templates/record.schema.json` documents; they change only together with
//! the first of [`RECORDS`]. Functions are written one by one, because there may be a million.

use std::collections::BTreeMap;
use std::io::{self, Write};

use serde::ser::{Serialize, SerializeSeq, Serializer};

use super::view::compose::Run;
use super::view::explanation::Explanation;
use super::view::judged::Judged;
use super::view::report::Report;
use super::words::escape::write_json;
use crate::assessment::{Balance, Margin, Review, Strength, Turn, Verdict};
use crate::changes::{Change, ChangeKind, Changes, Moved};
use crate::inventory::{AnswerCounts, Assumption, Inventory, Opinion, Outcome};
use crate::own_files::history::RunFigures;
use crate::own_files::{Choice, Decision, Said};
use crate::portfolio::{self, Portfolio, Totals};
use crate::problem::{Place, Problem, Problems};
use crate::rulebook::{AttributeId, Points, Rulebook, Weight};
use crate::scenarios::{Planned, ScenarioOutcome, Scenarios};
use crate::sheets::RECORDS;
use crate::table::SourceFile;

/// Writes the record of a run. `others` gives the other files of its set, and is asked last, so that they may be written at
/// the same time as the record.
///
/// # Errors
/// The other files cannot be written, or whatever writing to `into` comes to.
pub fn write(
    report: &Report,
    portfolio: &Portfolio,
    problems: &Problems,
    run: &Run,
    others: &dyn Fn() -> io::Result<Vec<FileSum>>,
    into: impl Write,
) -> io::Result<()> {
    write_json(&record(report, portfolio, problems, run, others), into)
}

/// Writes how an inventory was read: what the record says of it, without its functions.
///
/// # Errors
/// Whatever writing to `into` comes to.
pub fn write_reading(
    report: &Report,
    portfolio: &Portfolio,
    problems: &Problems,
    run: &Run,
    into: impl Write,
) -> io::Result<()> {
    let record = record(report, portfolio, problems, run, &|| Ok(Vec::new()));
    let Record {
        program, input, rulebook, answers, assumptions, columns, excluded, problems, problems_unlisted, ..
    } = record;
    let (functions, coverage) = (report.functions(), portfolio.coverage);
    let reading = ReadingFound {
        schema: READING,
        program,
        input,
        rulebook,
        answers,
        assumptions,
        columns,
        functions,
        coverage,
        excluded,
        problems,
        problems_unlisted,
    };
    write_json(&reading, into)
}

/// Writes one function as it stands in the record.
///
/// # Errors
/// Whatever writing to `into` comes to.
pub fn write_function(report: &Report, function: usize, into: impl Write) -> io::Result<()> {
    let (explanation, decision) = (report.explain(function), report.judged.decision(function));
    write_json(&Function::of(report, function, &explanation, decision), into)
}

/// The format of what [`write_reading`] writes.
const READING: &str = "outsift-reading/1";

/// How an inventory was read; each part is that of a record.
#[derive(serde::Serialize)]
struct ReadingFound<'a> {
    schema: &'static str,
    program: Program,
    input: Input<'a>,
    rulebook: RulebookUsed<'a>,
    answers: Vec<AnswersUsed<'a>>,
    assumptions: Vec<Assumed<'a>>,
    columns: Vec<ColumnRead<'a>>,
    functions: usize,
    coverage: f64,
    excluded: Vec<ExcludedRow<'a>>,
    problems: Vec<ProblemFound<'a>>,
    problems_unlisted: Vec<Unlisted>,
}

/// A file by its sum.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct FileSum {
    /// Its name, without the folder; an output stands beside the record.
    pub name: String,
    /// Its size in bytes.
    pub size: u64,
    /// SHA-256 of its bytes, in hexadecimal.
    pub sha256: String,
}

/// A run.
#[derive(serde::Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct Record<'a> {
    /// Always `outsift-record/2` for this schema.
    schema: &'static str,
    /// The program that wrote it.
    program: Program,
    /// The command that gives the same outputs again, with names of files and without their folders.
    command: &'a str,
    /// The date of the run, ISO 8601.
    date: String,
    /// The inventory that was read.
    input: Input<'a>,
    /// The rules that were used.
    rulebook: RulebookUsed<'a>,
    /// The files with answers to what the inventory does not say.
    answers: Vec<AnswersUsed<'a>>,
    /// What the answers did to the verdicts; null where there were none.
    answers_effect: Option<AnswersEffect>,
    /// What was taken for granted where the inventory says nothing.
    assumptions: Vec<Assumed<'a>>,
    /// Every column of the inventory.
    columns: Vec<ColumnRead<'a>>,
    /// Every function, in the order of the rows.
    #[cfg_attr(test, schemars(with = "Vec<Function>"))]
    functions: Functions<'a>,
    /// The rows that are no functions; blank rows above the header are not counted.
    excluded: Vec<ExcludedRow<'a>>,
    /// What was not as it should be, in the order in which it was found.
    problems: Vec<ProblemFound<'a>>,
    /// How many problems of a code were counted beyond those in `problems`.
    problems_unlisted: Vec<Unlisted>,
    /// What has changed since an earlier run; null where there was none, or where it stood in the place of this one and nothing
    /// has changed since.
    changes: Option<ChangesFound<'a>>,
    /// What other weights, thresholds and assumptions come to; left out where none were tried.
    #[serde(skip_serializing_if = "Option::is_none")]
    scenarios: Option<ScenariosTried<'a>>,
    /// Sums over the functions.
    totals: Sums<'a>,
    /// The runs up to this one, which comes last, as far as the earlier run tells of them.
    history: &'a [RunFigures],
    /// The workbook and the summary of the same run; the set is whole where they stand beside the record as they are here.
    #[cfg_attr(test, schemars(with = "Vec<FileSum>"))]
    outputs: Others<'a>,
}

#[derive(serde::Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct ScenariosTried<'a> {
    /// How many functions have the verdict of the run in each of them.
    holding: usize,
    /// Each of them, in order.
    all: Vec<ScenarioTried<'a>>,
}

#[derive(serde::Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct ScenarioTried<'a> {
    name: &'a str,
    /// The weights that differ, by the ids of their criteria.
    weights: BTreeMap<&'a str, f64>,
    /// The thresholds that differ, by their keys in a rulebook.
    thresholds: BTreeMap<&'static str, i64>,
    /// What it takes for granted beside, or instead of, what the run does.
    assumptions: Vec<Assumed<'a>>,
    /// How many of its verdicts are firm.
    firm: usize,
    verdicts: Vec<VerdictSum<'a>>,
    /// The functions with another verdict than in the run, in the order of the rows.
    functions: Vec<FunctionTried>,
}

#[derive(serde::Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct FunctionTried {
    /// Its position in `functions` of the record, from 0.
    function: usize,
    verdict: &'static str,
    score: f64,
}

/// The other files of the set, which are known when they are written.
struct Others<'a>(&'a dyn Fn() -> io::Result<Vec<FileSum>>);

impl Serialize for Others<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let files = (self.0)().map_err(serde::ser::Error::custom)?;
        files.serialize(serializer)
    }
}

#[derive(serde::Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct Program {
    name: &'static str,
    version: &'static str,
}

#[derive(serde::Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct Input<'a> {
    /// The file's name, without its folder.
    name: &'a str,
    /// The file's size in bytes.
    size: u64,
    /// SHA-256 of the file, in hexadecimal.
    sha256: &'a str,
    /// `xlsx`, `xlsb`, `xls`, `ods` or `csv`, whatever the file is named.
    format: &'static str,
    /// How delimited text was read, such as `UTF-8, commas`: its encoding, what parts its fields, and what is unusual.
    #[serde(skip_serializing_if = "Option::is_none")]
    dialect: Option<&'a str>,
    /// The sheets that hold the inventory, in order; none for delimited text.
    sheets: Vec<&'a str>,
    /// The last row of the headers, counted from 1 as spreadsheets do.
    header_row: u32,
    /// The letters of the column that the names come from.
    name_column: String,
    /// What the columns of all rows that were taken hold, as it was stated with `--where`.
    #[serde(rename = "where", skip_serializing_if = "Vec::is_empty")]
    selections: Vec<&'a str>,
    /// The files of a portfolio that was put together from several, which `sheets` names, too. Then `name` is the portfolio's,
    /// `size` the sum, and `sha256` that of the lines `sha256  name` of all files.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    files: Vec<FileSum>,
}

#[derive(serde::Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct RulebookUsed<'a> {
    name: &'a str,
    version: &'a str,
    /// SHA-256 of the rulebook's text, in hexadecimal.
    sha256: &'a str,
    /// What it says otherwise than the default rulebook, a text for each change: `weights.control 2 (default 1)`.
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    changes: &'a [String],
}

#[derive(serde::Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct AnswersUsed<'a> {
    /// The file's name, without its folder.
    name: &'a str,
    /// SHA-256 of the file, in hexadecimal.
    sha256: &'a str,
    /// How many functions it has answers for.
    functions: usize,
    /// How many answers fill a gap of the inventory.
    filled: usize,
    /// How many answers replace another value of the inventory.
    replaced: usize,
    /// How many rows of it could not be used.
    unused: usize,
}

#[derive(serde::Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct AnswersEffect {
    /// How many functions had no verdict without answers.
    open: usize,
    /// How many of these have one with them.
    settled: usize,
    /// How many other functions have another verdict with them.
    changed: usize,
}

#[derive(serde::Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct Assumed<'a> {
    /// The attribute's id in the rulebook.
    attribute: &'a str,
    /// The value as it was given.
    value: &'a str,
    /// The level that it stands for, 0 to 100.
    level: u8,
    /// The department for which alone it was assumed; null where it was for all.
    department: Option<&'a str>,
}

#[derive(serde::Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct ColumnRead<'a> {
    /// The header as it stood.
    header: &'a str,
    /// The column's letters.
    column: String,
    /// The id of the attribute that it was read as; null where it was not used.
    attribute: Option<&'a str>,
    /// How its values were read, in words; null where it was not used.
    scale: Option<&'a str>,
}

/// A function and the judgement on it.
#[derive(serde::Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct Function<'a> {
    /// Its sheet, where the inventory stands on several.
    #[serde(skip_serializing_if = "Option::is_none")]
    sheet: Option<&'a str>,
    /// Its row, counted from 1 as spreadsheets do.
    row: u32,
    /// Its id; null where there is none.
    id: Option<&'a str>,
    /// Its name.
    name: &'a str,
    /// Its department, where it has one.
    #[serde(skip_serializing_if = "Option::is_none")]
    department: Option<&'a str>,
    /// `bpo`, `traditional-outsourcing`, `split` or `insufficient-evidence`.
    verdict: &'static str,
    /// `settled` where nothing that is missing could turn the verdict, `provisional` where it could, `open` for
    /// `insufficient-evidence`.
    standing: &'static str,
    /// Of a split `neutral`, where nothing pulls, or `balanced`; null for all others.
    split: Option<&'static str>,
    /// `clear`, `contested` or `thin`; null for `split` and `insufficient-evidence`.
    strength: Option<&'static str>,
    /// Whether the score that decided lies within the rulebook's distance of 0.
    borderline: bool,
    /// From −100 (traditional outsourcing) to 100 (BPO).
    score: f64,
    /// The least that the score may be once everything is known.
    score_low: f64,
    /// The greatest that the score may be once everything is known.
    score_high: f64,
    /// The share of the possible evidence that is known, 0 to 1.
    coverage: f64,
    /// The share of all weightings that keep the verdict by what is known, 0 to 1; null for `split` and
    /// `insufficient-evidence`.
    robustness: Option<f64>,
    /// The share of all weightings that keep it whatever the missing answers are, 0 to 1; null likewise.
    robustness_low: Option<f64>,
    /// Whether `robustness_low` is exact; else it is at least so much.
    robustness_low_exact: Option<bool>,
    /// Whether the verdict is the same for every weighting between the least and the greatest weights that a group gave, as
    /// `weight_range` of the rulebook has them; null where there are none, and where it has no direction.
    holds_over_group: Option<bool>,
    /// The least relative error of all weights that turns the score to 0; null likewise.
    flip: Option<f64>,
    /// The least number of steps of readings that turn the verdict: 1, 2 or 3, or `more`; null for `insufficient-evidence`.
    margin: Option<Steps>,
    /// The single steps of single readings that turn it.
    turns: Vec<ReadingTurn<'a>>,
    /// Why a person should look at it again: `split`, `neutral`, `provisional`, `borderline`, `fragile`, `thin`,
    /// `hangs on one reading`, `raters disagree`.
    review: Vec<&'static str>,
    /// Whether it is settled, and nobody need look at it again.
    firm: bool,
    /// What puts it on hold, whatever its verdict; null where nothing does.
    hold: Option<Hold<'a>>,
    /// Who does the work today: `in-house`, `external`, `partly` or `unknown`.
    current_sourcing: &'static str,
    /// The criteria with a direction.
    criteria: Vec<CriterionEvidence<'a>>,
    /// The ids of the attributes that are missing, or on which raters disagree, and could still move the score.
    missing: Vec<&'a str>,
    /// What raters say of the attributes on which their files of answers differ.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    raters: Vec<Rated<'a>>,
    /// Why, a sentence for each criterion, with the cells that it rests on.
    reasons: Vec<String>,
    /// The benefits, risks and contract terms that were raised.
    findings: Vec<FindingRaised<'a>>,
    /// What people decided on it, carried over from an earlier run; it never changes the verdict.
    #[serde(skip_serializing_if = "Option::is_none")]
    decision: Option<DecisionMade<'a>>,
}

/// An attribute on which raters differ.
#[derive(serde::Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct Rated<'a> {
    /// The attribute's id in the rulebook.
    attribute: &'a str,
    /// The level that counts, 0 to 100; null where none does, and it may be anything from the lowest to the highest of theirs.
    level: Option<u8>,
    /// What each of them says.
    answers: Vec<RaterAnswer>,
}

#[derive(serde::Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct RaterAnswer {
    /// The level, 0 to 100.
    level: u8,
    /// Who says so; empty where that was not filled in.
    by: String,
    /// When, as it was filled in; empty likewise.
    on: String,
    /// The file, without its folder.
    file: String,
    /// Its sheet, where it has sheets.
    sheet: Option<String>,
    /// The cell.
    cell: Option<String>,
}

/// A number of steps, or `more` than are tried.
#[derive(serde::Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(untagged)]
enum Steps {
    Number(u8),
    More(&'static str),
}

#[derive(serde::Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct Hold<'a> {
    /// The constraint's id in the rulebook.
    id: &'a str,
    /// Its title.
    title: &'a str,
}

#[derive(serde::Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct ReadingTurn<'a> {
    /// The attribute's id in the rulebook.
    attribute: &'a str,
    /// Its level as it was read, 0 to 100.
    from: u8,
    /// The next level of the scale that it was read from.
    to: u8,
    /// The verdict that it gives.
    verdict: &'static str,
}

#[derive(serde::Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct DecisionMade<'a> {
    /// `agree`, `BPO`, `traditional outsourcing`, `retain`, `defer`, or whatever else was written; null for a mere note.
    choice: Option<&'a str>,
    /// Who decided; may be empty.
    by: &'a str,
    /// A note; may be empty.
    note: &'a str,
    /// Why it should be looked at again, such as evidence that has changed; empty where it need not.
    check: &'a str,
}

#[derive(serde::Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct ChangesFound<'a> {
    /// The file that tells of the earlier run, without its folder.
    earlier: &'a str,
    /// SHA-256 of that file, in hexadecimal.
    earlier_sha256: &'a str,
    /// The date of the earlier run, ISO 8601; null where its file has none.
    earlier_date: Option<&'a str>,
    /// Whether the rulebook has changed; null where the earlier file does not name it.
    rulebook_changed: Option<bool>,
    /// How many functions only this run has.
    new: usize,
    /// How many functions only the earlier run had.
    gone: usize,
    /// How many functions cannot be told from others by id or name.
    not_compared: usize,
    /// How many functions have another verdict.
    verdicts_changed: usize,
    /// How many decisions were carried over.
    decisions_carried: usize,
    /// How many of these should be looked at again.
    decisions_to_check: usize,
    /// How many decisions were not carried over; they stand in `left_behind`.
    decisions_not_carried: usize,
    /// The functions that have changed, in the order of the rows.
    functions: Vec<FunctionChange<'a>>,
    /// The functions of the earlier run that could not be found in this one.
    left_behind: Vec<LeftBehind<'a>>,
}

#[derive(serde::Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct FunctionChange<'a> {
    /// Its position in `functions` of the record, from 0.
    function: usize,
    /// `another verdict`, `decision to check`, `not compared`, `another score`, `new`, `another name` or `another id`.
    kinds: Vec<&'static str>,
    /// The id that it had; null where there was none.
    earlier_id: Option<&'a str>,
    /// The name that it had; null where it is new or was not compared.
    earlier_name: Option<&'a str>,
    /// The verdict that it had; null where it is not known.
    earlier_verdict: Option<&'static str>,
    /// The score that it had; null where it is not known.
    earlier_score: Option<f64>,
    /// The evidence that has moved.
    moved: Vec<EvidenceMoved<'a>>,
}

#[derive(serde::Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct EvidenceMoved<'a> {
    /// The criterion's id in the rulebook.
    id: &'a str,
    /// What it said, −100 to 100; null where nothing was known.
    from: Option<i8>,
    /// What it says, −100 to 100; null where nothing is known.
    to: Option<i8>,
}

#[derive(serde::Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct LeftBehind<'a> {
    /// Its row in the earlier file.
    row: &'a str,
    /// Its id; null where there was none.
    id: Option<&'a str>,
    /// Its name.
    name: &'a str,
    /// Whether it is gone, or cannot be told from others.
    gone: bool,
    /// The verdict that it had; null where it is not known.
    verdict: Option<&'static str>,
    /// What was decided on it; null where nothing was.
    decision: Option<DecisionMade<'a>>,
}

#[derive(serde::Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct CriterionEvidence<'a> {
    /// The criterion's id in the rulebook.
    id: &'a str,
    /// From −100 to 100, as far as it is known.
    evidence: i8,
    /// The least that it may be once everything is known.
    low: i8,
    /// The greatest that it may be once everything is known.
    high: i8,
}

#[derive(serde::Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct FindingRaised<'a> {
    /// `benefit`, `risk` or `contract term`.
    kind: &'static str,
    /// The finding's id in the rulebook.
    id: &'a str,
    /// The values and cells that raised it.
    because: &'a str,
}

#[derive(serde::Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct ExcludedRow<'a> {
    /// Its sheet, where the inventory stands on several.
    #[serde(skip_serializing_if = "Option::is_none")]
    sheet: Option<&'a str>,
    /// The row, counted from 1 as spreadsheets do.
    row: u32,
    /// Why it is no function.
    reason: &'static str,
}

#[derive(serde::Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct ProblemFound<'a> {
    /// `error`, `warning` or `note`.
    severity: &'static str,
    /// A stable code.
    code: &'static str,
    sheet: Option<&'a str>,
    /// The cell, row or column; null for the file or sheet as a whole.
    cell: Option<String>,
    /// What was expected and what was found.
    message: &'a str,
    /// What to do about it.
    help: Option<&'a str>,
}

#[derive(serde::Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct Unlisted {
    code: &'static str,
    count: usize,
}

#[derive(serde::Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct Sums<'a> {
    /// The rows but for the header: functions and excluded rows.
    rows: usize,
    functions: usize,
    excluded: usize,
    /// How many functions a person should look at again.
    review: usize,
    /// The mean coverage, 0 to 1.
    coverage: f64,
    verdicts: Vec<VerdictSum<'a>>,
    departments: Vec<GroupSum<'a>>,
    locations: Vec<GroupSum<'a>>,
}

#[derive(serde::Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct VerdictSum<'a> {
    verdict: &'static str,
    functions: usize,
    /// One amount a currency; amounts in different currencies are never added.
    annual_cost: Vec<Money<'a>>,
    fte: f64,
}

#[derive(serde::Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct GroupSum<'a> {
    /// Its name; empty for functions that name none.
    name: &'a str,
    verdicts: Vec<VerdictSum<'a>>,
}

#[derive(serde::Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct Money<'a> {
    /// ISO 4217 where it could be told, else the sign as it stood; empty where none was named.
    currency: &'a str,
    amount: f64,
}

fn record<'a>(
    report: &'a Report<'a>,
    portfolio: &'a Portfolio,
    problems: &'a Problems,
    run: &'a Run,
    others: &'a dyn Fn() -> io::Result<Vec<FileSum>>,
) -> Record<'a> {
    let Judged { rulebook, inventory, .. } = &report.judged;
    let attribute = |id| rulebook.attribute(id).id.as_str();
    Record {
        schema: RECORDS[0],
        program: Program { name: "outsift", version: env!("CARGO_PKG_VERSION") },
        command: &run.command_line,
        date: run.date.to_string(),
        input: Input {
            name: &run.file.name,
            size: run.file.size,
            sha256: &run.file.sha256,
            format: run.file.format.name(),
            dialect: Some(inventory.table.dialect.as_str()).filter(|dialect| !dialect.is_empty()),
            sheets: inventory.table.sheets(),
            header_row: inventory.header_row0 + 1,
            name_column: crate::problem::column_letters(inventory.name_column0),
            selections: rulebook.reading.selections.iter().map(|selection| selection.given.as_str()).collect(),
            files: run.file.files.iter().map(input_file).collect(),
        },
        rulebook: RulebookUsed {
            name: &rulebook.name,
            version: &rulebook.version,
            sha256: &rulebook.sha256,
            changes: &rulebook.changes,
        },
        answers: answers_used(inventory, run),
        answers_effect: run.effect.map(|effect| AnswersEffect {
            open: effect.open,
            settled: effect.settled,
            changed: effect.changed,
        }),
        assumptions: inventory.assumptions.iter().map(|assumption| assumed(rulebook, assumption)).collect(),
        columns: inventory
            .columns
            .iter()
            .enumerate()
            .map(|(i, column)| ColumnRead {
                header: &column.header,
                column: crate::problem::column_letters(i as u16),
                attribute: column.attribute.map(attribute),
                scale: column.attribute.map(|_| column.reading.as_str()),
            })
            .collect(),
        functions: Functions(report),
        excluded: report
            .excluded()
            .map(|(row0, reason)| ExcludedRow {
                sheet: inventory.table.sheet_of(row0),
                row: inventory.table.row_in_sheet(row0),
                reason,
            })
            .collect(),
        problems: problems.listed().iter().map(problem_found).collect(),
        problems_unlisted: problems.unlisted().map(|(code, count)| Unlisted { code: code.id(), count }).collect(),
        changes: report.judged.changes.filter(|changes| changes.is_told).map(|changes| changes_found(report, changes)),
        scenarios: run.scenarios.map(|scenarios| scenarios_tried(report, scenarios)),
        totals: sums(inventory, portfolio),
        history: &report.summary.history,
        outputs: Others(others),
    }
}

fn assumed<'a>(rulebook: &'a Rulebook, assumption: &'a Assumption) -> Assumed<'a> {
    Assumed {
        attribute: &rulebook.attribute(assumption.attribute).id,
        value: &assumption.given,
        level: assumption.level.value(),
        department: assumption.department.as_deref(),
    }
}

fn scenarios_tried<'a>(report: &Report<'a>, scenarios: &'a Scenarios) -> ScenariosTried<'a> {
    let Judged { rulebook, inventory, .. } = report.judged;
    let tried = |outcome: &'a ScenarioOutcome| {
        let Planned { scenario, assumptions, own } = &outcome.planned;
        let weight =
            |(position, weight): &(usize, Weight)| (rulebook.criteria[*position].id.as_str(), weight.0 as f64 / 1000.0);
        let moved = outcome.moved.iter().map(|moved| FunctionTried {
            function: moved.function,
            verdict: moved.verdict.id(),
            score: moved.score.points(),
        });
        let sums = Verdict::ALL.into_iter().zip(&outcome.verdicts);
        ScenarioTried {
            name: &scenario.name,
            weights: scenario.weights.iter().map(weight).collect(),
            thresholds: scenario.thresholds.iter().map(|(threshold, value)| (threshold.key(), *value)).collect(),
            assumptions: assumptions[..*own].iter().map(|assumption| assumed(rulebook, assumption)).collect(),
            firm: outcome.firm,
            verdicts: sums.map(|(verdict, totals)| verdict_sum(inventory, verdict, totals)).collect(),
            functions: moved.collect(),
        }
    };
    ScenariosTried { holding: scenarios.holding, all: scenarios.all.iter().map(tried).collect() }
}

fn input_file(file: &SourceFile) -> FileSum {
    FileSum { name: file.name.to_string(), size: file.size, sha256: file.sha256.clone() }
}

fn answers_used<'a>(inventory: &'a Inventory, run: &'a Run) -> Vec<AnswersUsed<'a>> {
    let used = inventory.raters().into_iter().zip(&run.answers).map(|((_, counts), file)| {
        let AnswerCounts { functions, filled, replaced, unused } = counts;
        AnswersUsed { name: &file.name, sha256: &file.sha256, functions, filled, replaced, unused }
    });
    used.collect()
}

fn decision_made(decision: &Decision) -> DecisionMade<'_> {
    let Decision { choice, by, note, check } = decision;
    DecisionMade { choice: choice.as_ref().map(Choice::name), by, note, check }
}

fn changes_found<'a>(report: &'a Report<'a>, changes: &'a Changes) -> ChangesFound<'a> {
    let (counts, earlier) = (changes.counts(), &changes.earlier);
    let change = |change: &'a Change| {
        let before = change.earlier.map(|at| &earlier.functions[at]);
        FunctionChange {
            function: change.function,
            kinds: change.kinds.iter().map(|kind| kind_name(*kind)).collect(),
            earlier_id: before.map(|before| before.id.as_str()).filter(|id| !id.is_empty()),
            earlier_name: before.map(|before| before.name.as_str()),
            earlier_verdict: before.and_then(|before| before.verdict).map(Verdict::id),
            earlier_score: before.and_then(|before| before.score),
            moved: change.moved.iter().map(|moved| evidence_moved(report, *moved)).collect(),
        }
    };
    let left = changes.left_behind.iter().map(|left| {
        let before = &earlier.functions[left.earlier];
        LeftBehind {
            row: &before.row,
            id: Some(before.id.as_str()).filter(|id| !id.is_empty()),
            name: &before.name,
            gone: left.is_gone,
            verdict: before.verdict.map(Verdict::id),
            decision: before.decision.as_ref().map(decision_made),
        }
    });
    ChangesFound {
        earlier: &earlier.file,
        earlier_sha256: &earlier.sha256,
        earlier_date: earlier.date.as_deref(),
        rulebook_changed: changes.rules_changed,
        new: counts.new,
        gone: counts.gone,
        not_compared: counts.ambiguous,
        verdicts_changed: counts.verdicts,
        decisions_carried: counts.decisions,
        decisions_to_check: counts.to_check,
        decisions_not_carried: counts.not_carried,
        functions: changes.functions.iter().map(change).collect(),
        left_behind: left.collect(),
    }
}

fn evidence_moved<'a>(report: &'a Report<'a>, moved: Moved) -> EvidenceMoved<'a> {
    let points = |said: Said| match said {
        Said::Points(points) => Some(points),
        Said::Nothing | Said::NotTold => None,
    };
    EvidenceMoved {
        id: &report.judged.rulebook.criteria[moved.criterion].id,
        from: points(moved.from),
        to: points(moved.to),
    }
}

/// The functions of a report, explained one at a time while they are written.
struct Functions<'a>(&'a Report<'a>);

impl Serialize for Functions<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut functions = serializer.serialize_seq(Some(self.0.functions()))?;
        for function in 0..self.0.functions() {
            let decision = self.0.judged.decision(function);
            functions.serialize_element(&Function::of(self.0, function, &self.0.explain(function), decision))?;
        }
        functions.end()
    }
}

impl<'a> Function<'a> {
    fn of(
        report: &'a Report<'a>,
        function: usize,
        explanation: &'a Explanation<'a>,
        decision: Option<&'a Decision>,
    ) -> Function<'a> {
        let assessment = explanation.assessment;
        Function {
            sheet: report.table().sheet_of(explanation.row0),
            row: report.table().row_in_sheet(explanation.row0),
            id: Some(explanation.id.as_ref()).filter(|id| !id.is_empty()),
            name: &explanation.name,
            department: Some(explanation.department.as_ref()).filter(|department| !department.is_empty()),
            verdict: assessment.verdict.id(),
            standing: assessment.standing.name(),
            split: assessment.split.map(Balance::name),
            strength: assessment.strength.map(Strength::name),
            borderline: assessment.borderline,
            score: assessment.score.points(),
            score_low: assessment.low.points(),
            score_high: assessment.high.points(),
            coverage: assessment.coverage,
            robustness: assessment.robustness,
            robustness_low: assessment.robustness_low,
            robustness_low_exact: assessment.robustness_low.map(|_| assessment.is_exact),
            holds_over_group: assessment.holds_over_group,
            flip: assessment.flip,
            margin: assessment.margin.map(steps),
            turns: assessment.turns.iter().filter_map(|turn| reading_turn(report, turn)).collect(),
            review: explanation.review().into_iter().map(Review::name).collect(),
            firm: explanation.is_firm,
            hold: explanation.hold.map(|constraint| Hold { id: &constraint.id, title: &constraint.title }),
            current_sourcing: report.judged.sourcing(function).name(),
            criteria: explanation
                .criteria
                .iter()
                .map(|reason| CriterionEvidence {
                    id: &reason.criterion.id,
                    evidence: reason.evidence.value,
                    low: reason.evidence.low,
                    high: reason.evidence.high,
                })
                .collect(),
            missing: explanation.missing.iter().map(|id| report.judged.rulebook.attribute(*id).id.as_str()).collect(),
            raters: rated(report, function),
            reasons: explanation.criteria.iter().map(super::view::explanation::Reason::sentence).collect(),
            findings: explanation
                .findings
                .iter()
                .map(|raised| FindingRaised {
                    kind: raised.finding.kind.name(),
                    id: &raised.finding.id,
                    because: &raised.because,
                })
                .collect(),
            decision: decision.map(decision_made),
        }
    }
}

fn steps(margin: Margin) -> Steps {
    match margin {
        Margin::Steps(steps) => Steps::Number(steps),
        Margin::More => Steps::More("more"),
    }
}

fn rated<'a>(report: &'a Report<'a>, function: usize) -> Vec<Rated<'a>> {
    let Judged { rulebook, inventory, assessed, .. } = &report.judged;
    let of_attribute = |id: &AttributeId| {
        let opinions = inventory.opinions(*id, function).filter(|opinions| opinions.outcome != Outcome::Agreed)?;
        let answer = |opinion: &Opinion| RaterAnswer {
            level: opinion.level.value(),
            by: opinion.by.clone(),
            on: opinion.on.clone(),
            file: opinion.place.file.to_string(),
            sheet: opinion.place.sheet.as_deref().map(str::to_owned),
            cell: opinion.place.cell(),
        };
        let level = inventory.level(*id, function).map(Points::value);
        let answers = opinions.all.iter().map(answer).collect();
        Some(Rated { attribute: &rulebook.attribute(*id).id, level, answers })
    };
    assessed.rule.attributes().iter().filter_map(of_attribute).collect()
}

fn reading_turn<'a>(report: &'a Report<'a>, turn: &Turn) -> Option<ReadingTurn<'a>> {
    Some(ReadingTurn {
        attribute: &report.judged.rulebook.attribute(turn.attribute).id,
        from: turn.from?.value(),
        to: turn.to.value(),
        verdict: turn.verdict.id(),
    })
}

fn problem_found(problem: &Problem) -> ProblemFound<'_> {
    let Place { sheet, .. } = &problem.place;
    ProblemFound {
        severity: problem.severity.name(),
        code: problem.code.id(),
        sheet: sheet.as_deref(),
        cell: problem.place.cell(),
        message: &problem.message,
        help: problem.help.as_deref(),
    }
}

fn sums<'a>(inventory: &'a Inventory, portfolio: &'a Portfolio) -> Sums<'a> {
    let verdicts = |totals: &'a [Totals; 4]| {
        let of_each = Verdict::ALL.into_iter().zip(totals);
        of_each.map(|(verdict, totals)| verdict_sum(inventory, verdict, totals)).collect::<Vec<_>>()
    };
    let groups = |groups: &'a [portfolio::Group]| {
        groups.iter().map(|group| GroupSum { name: &group.name, verdicts: verdicts(&group.verdicts) }).collect()
    };
    Sums {
        rows: inventory.functions.len() + inventory.excluded.len(),
        functions: inventory.functions.len(),
        excluded: inventory.excluded.len(),
        review: portfolio.review.len(),
        coverage: portfolio.coverage,
        verdicts: verdicts(&portfolio.verdicts),
        departments: groups(&portfolio.departments),
        locations: groups(&portfolio.locations),
    }
}

fn verdict_sum<'a>(inventory: &'a Inventory, verdict: Verdict, totals: &'a Totals) -> VerdictSum<'a> {
    let annual_cost = totals.cost.iter().zip(&inventory.currencies).filter(|(amount, _)| **amount != 0.0);
    VerdictSum {
        verdict: verdict.id(),
        functions: totals.functions,
        annual_cost: annual_cost.map(|(amount, currency)| Money { currency, amount: *amount }).collect(),
        fte: totals.fte,
    }
}

/// The words for a change, which are the same in all languages.
fn kind_name(kind: ChangeKind) -> &'static str {
    match kind {
        ChangeKind::Verdict => "another verdict",
        ChangeKind::Decision => "decision to check",
        ChangeKind::Ambiguous => "not compared",
        ChangeKind::Score => "another score",
        ChangeKind::New => "new",
        ChangeKind::Name => "another name",
        ChangeKind::Id => "another id",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `UPDATE_SCHEMA=1 cargo test` writes the file anew.
    #[test]
    fn the_schema_in_the_repository_is_that_of_the_types() {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/templates/record.schema.json");
        let settings = schemars::generate::SchemaSettings::draft2020_12().for_serialize();
        let schema = settings.into_generator().into_root_schema_for::<Record>();
        let schema = serde_json::to_string_pretty(&schema).expect("a schema is JSON") + "\n";
        if std::env::var_os("UPDATE_SCHEMA").is_some() {
            std::fs::write(path, &schema).expect("the schema can be written");
        }
        let committed = std::fs::read_to_string(path).unwrap_or_default();
        assert!(committed == schema, "{path} is not the schema of the types");
    }
}
