//! The types of the record, one beside the other as they stand in it. They are the wire format, which
//! `templates/record.schema.json` documents, and change only together with the first of [`RECORDS`](crate::sheets::RECORDS).

use std::collections::BTreeMap;
use std::io;

use serde::ser::{Serialize, Serializer};

use super::super::view::report::Report;
use super::premises::PremisesFound;
use crate::own_files::history::RunFigures;

/// The format of what [`write_reading`](super::write_reading) writes.
pub(super) const READING: &str = "outsift-reading/1";

/// How an inventory was read; each part is that of a record.
#[derive(serde::Serialize)]
pub(super) struct ReadingFound<'a> {
    pub(super) schema: &'static str,
    pub(super) program: Program,
    pub(super) input: Input<'a>,
    pub(super) rulebook: RulebookUsed<'a>,
    pub(super) answers: Vec<AnswersUsed<'a>>,
    pub(super) assumptions: Vec<Assumed<'a>>,
    pub(super) columns: Vec<ColumnRead<'a>>,
    pub(super) functions: usize,
    pub(super) coverage: f64,
    pub(super) excluded: Vec<ExcludedRow<'a>>,
    pub(super) problems: Vec<ProblemFound<'a>>,
    pub(super) problems_unlisted: Vec<Unlisted>,
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
pub(super) struct Record<'a> {
    /// Always `outsift-record/2` for this schema.
    pub(super) schema: &'static str,
    /// The program that wrote it.
    pub(super) program: Program,
    /// The command that gives the same outputs again, with names of files and without their folders.
    pub(super) command: &'a str,
    /// The date of the run, ISO 8601.
    pub(super) date: String,
    /// The inventory that was read.
    pub(super) input: Input<'a>,
    /// The rules that were used.
    pub(super) rulebook: RulebookUsed<'a>,
    /// The files with answers to what the inventory does not say.
    pub(super) answers: Vec<AnswersUsed<'a>>,
    /// What the answers did to the verdicts; null where there were none.
    pub(super) answers_effect: Option<AnswersEffect>,
    /// What was taken for granted where the inventory says nothing.
    pub(super) assumptions: Vec<Assumed<'a>>,
    /// Every column of the inventory.
    pub(super) columns: Vec<ColumnRead<'a>>,
    /// Every function, in the order of the rows.
    #[cfg_attr(test, schemars(with = "Vec<Function>"))]
    pub(super) functions: Functions<'a>,
    /// The rows that are no functions; blank rows above the header are not counted.
    pub(super) excluded: Vec<ExcludedRow<'a>>,
    /// What was not as it should be, in the order in which it was found.
    pub(super) problems: Vec<ProblemFound<'a>>,
    /// How many problems of a code were counted beyond those in `problems`.
    pub(super) problems_unlisted: Vec<Unlisted>,
    /// What has changed since an earlier run; null where there was none, or where it stood in the place of this one and nothing
    /// has changed since.
    pub(super) changes: Option<ChangesFound<'a>>,
    /// What other weights, thresholds and assumptions come to; left out where none were tried.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) scenarios: Option<ScenariosTried<'a>>,
    /// Sums over the functions.
    pub(super) totals: Sums<'a>,
    /// The runs up to this one, which comes last, as far as the earlier run tells of them.
    pub(super) history: &'a [RunFigures],
    /// The workbook and the summary of the same run; the set is whole where they stand beside the record as they are here.
    #[cfg_attr(test, schemars(with = "Vec<FileSum>"))]
    pub(super) outputs: Others<'a>,
}

#[derive(serde::Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(super) struct ScenariosTried<'a> {
    /// How many functions have the verdict of the run in each of them.
    pub(super) holding: usize,
    /// Each of them, in order.
    pub(super) all: Vec<ScenarioTried<'a>>,
}

#[derive(serde::Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(super) struct ScenarioTried<'a> {
    pub(super) name: &'a str,
    /// The weights that differ, by the ids of their criteria.
    pub(super) weights: BTreeMap<&'a str, f64>,
    /// The thresholds that differ, by their keys in a rulebook.
    pub(super) thresholds: BTreeMap<&'static str, i64>,
    /// What it takes for granted beside, or instead of, what the run does.
    pub(super) assumptions: Vec<Assumed<'a>>,
    /// How many of its verdicts are firm.
    pub(super) firm: usize,
    pub(super) verdicts: Vec<VerdictSum<'a>>,
    /// The functions with another verdict than in the run, in the order of the rows.
    pub(super) functions: Vec<FunctionTried>,
}

#[derive(serde::Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(super) struct FunctionTried {
    /// Its position in `functions` of the record, from 0.
    pub(super) function: usize,
    pub(super) verdict: &'static str,
    pub(super) score: f64,
}

/// The other files of the set, which are known when they are written.
pub(super) struct Others<'a>(pub(super) &'a dyn Fn() -> io::Result<Vec<FileSum>>);

impl Serialize for Others<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let files = (self.0)().map_err(serde::ser::Error::custom)?;
        files.serialize(serializer)
    }
}

#[derive(serde::Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(super) struct Program {
    pub(super) name: &'static str,
    pub(super) version: &'static str,
}

#[derive(serde::Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(super) struct Input<'a> {
    /// The file's name, without its folder.
    pub(super) name: &'a str,
    /// The file's size in bytes.
    pub(super) size: u64,
    /// SHA-256 of the file, in hexadecimal.
    pub(super) sha256: &'a str,
    /// `xlsx`, `xlsb`, `xls`, `ods` or `csv`, whatever the file is named.
    pub(super) format: &'static str,
    /// How delimited text was read, such as `UTF-8, commas`: its encoding, what parts its fields, and what is unusual.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) dialect: Option<&'a str>,
    /// The sheets that hold the inventory, in order; none for delimited text.
    pub(super) sheets: Vec<&'a str>,
    /// The last row of the headers, counted from 1 as spreadsheets do.
    pub(super) header_row: u32,
    /// The letters of the column that the names come from.
    pub(super) name_column: String,
    /// What the columns of all rows that were taken hold, as it was stated with `--where`.
    #[serde(rename = "where", skip_serializing_if = "Vec::is_empty")]
    pub(super) selections: Vec<&'a str>,
    /// The files of a portfolio that was put together from several, which `sheets` names, too. Then `name` is the portfolio's,
    /// `size` the sum, and `sha256` that of the lines `sha256  name` of all files.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) files: Vec<FileSum>,
}

#[derive(serde::Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(super) struct RulebookUsed<'a> {
    pub(super) name: &'a str,
    pub(super) version: &'a str,
    /// SHA-256 of the rulebook's text, in hexadecimal.
    pub(super) sha256: &'a str,
    /// What it says otherwise than the default rulebook, a text for each change: `weights.control 2 (default 1)`.
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    pub(super) changes: &'a [String],
}

#[derive(serde::Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(super) struct AnswersUsed<'a> {
    /// The file's name, without its folder.
    pub(super) name: &'a str,
    /// SHA-256 of the file, in hexadecimal.
    pub(super) sha256: &'a str,
    /// How many functions it has answers for.
    pub(super) functions: usize,
    /// How many answers fill a gap of the inventory.
    pub(super) filled: usize,
    /// How many answers replace another value of the inventory.
    pub(super) replaced: usize,
    /// How many rows of it could not be used.
    pub(super) unused: usize,
}

#[derive(serde::Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(super) struct AnswersEffect {
    /// How many functions had no verdict without answers.
    pub(super) open: usize,
    /// How many of these have one with them.
    pub(super) settled: usize,
    /// How many other functions have another verdict with them.
    pub(super) changed: usize,
}

#[derive(serde::Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(super) struct Assumed<'a> {
    /// The attribute's id in the rulebook.
    pub(super) attribute: &'a str,
    /// The value as it was given.
    pub(super) value: &'a str,
    /// The level that it stands for, 0 to 100.
    pub(super) level: u8,
    /// The department for which alone it was assumed; null where it was for all.
    pub(super) department: Option<&'a str>,
}

#[derive(serde::Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(super) struct ColumnRead<'a> {
    /// The header as it stood.
    pub(super) header: &'a str,
    /// The column's letters.
    pub(super) column: String,
    /// The id of the attribute that it was read as; null where it was not used.
    pub(super) attribute: Option<&'a str>,
    /// How its values were read, in words; null where it was not used.
    pub(super) scale: Option<&'a str>,
}

/// A function and the judgement on it.
#[derive(serde::Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(super) struct Function<'a> {
    /// Its sheet, where the inventory stands on several.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) sheet: Option<&'a str>,
    /// Its row, counted from 1 as spreadsheets do.
    pub(super) row: u32,
    /// Its id; null where there is none.
    pub(super) id: Option<&'a str>,
    /// Its name.
    pub(super) name: &'a str,
    /// Its department, where it has one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) department: Option<&'a str>,
    /// `bpo`, `traditional-outsourcing`, `split` or `insufficient-evidence`.
    pub(super) verdict: &'static str,
    /// `settled` where nothing that is missing could turn the verdict, `provisional` where it could, `open` for
    /// `insufficient-evidence`.
    pub(super) standing: &'static str,
    /// Of a split `neutral`, where nothing pulls, or `balanced`; null for all others.
    pub(super) split: Option<&'static str>,
    /// `clear`, `contested` or `thin`; null for `split` and `insufficient-evidence`.
    pub(super) strength: Option<&'static str>,
    /// Whether the score that decided lies within the rulebook's distance of 0.
    pub(super) borderline: bool,
    /// From −100 (traditional outsourcing) to 100 (BPO).
    pub(super) score: f64,
    /// The least that the score may be once everything is known.
    pub(super) score_low: f64,
    /// The greatest that the score may be once everything is known.
    pub(super) score_high: f64,
    /// The share of the possible evidence that is known, 0 to 1.
    pub(super) coverage: f64,
    /// The share of all weightings that keep the verdict by what is known, 0 to 1; null for `split` and
    /// `insufficient-evidence`.
    pub(super) robustness: Option<f64>,
    /// The share of all weightings that keep it whatever the missing answers are, 0 to 1; null likewise.
    pub(super) robustness_low: Option<f64>,
    /// Whether `robustness_low` is exact; else it is at least so much.
    pub(super) robustness_low_exact: Option<bool>,
    /// Whether the verdict is the same for every weighting between the least and the greatest weights that a group gave, as
    /// `weight_range` of the rulebook has them; null where there are none, and where it has no direction.
    pub(super) holds_over_group: Option<bool>,
    /// The least relative error of all weights that turns the score to 0; null likewise.
    pub(super) flip: Option<f64>,
    /// The least number of steps of readings that turn the verdict: 1, 2 or 3, or `more`; null for `insufficient-evidence`.
    pub(super) margin: Option<Steps>,
    /// The single steps of single readings that turn it.
    pub(super) turns: Vec<ReadingTurn<'a>>,
    /// Why a person should look at it again: `split`, `neutral`, `provisional`, `borderline`, `fragile`, `thin`,
    /// `hangs on one reading`, `raters disagree`.
    pub(super) review: Vec<&'static str>,
    /// Whether it is settled, and nobody need look at it again.
    pub(super) firm: bool,
    /// What puts it on hold, whatever its verdict; null where nothing does.
    pub(super) hold: Option<Hold<'a>>,
    /// Who does the work today: `in-house`, `external`, `partly` or `unknown`.
    pub(super) current_sourcing: &'static str,
    /// The criteria with a direction.
    pub(super) criteria: Vec<CriterionEvidence<'a>>,
    /// The ids of the attributes that are missing, or on which raters disagree, and could still move the score.
    pub(super) missing: Vec<&'a str>,
    /// What raters say of the attributes on which their files of answers differ.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) raters: Vec<Rated<'a>>,
    /// Why, a sentence for each criterion, with the cells that it rests on.
    pub(super) reasons: Vec<String>,
    /// The benefits, risks and contract terms that were raised.
    pub(super) findings: Vec<FindingRaised<'a>>,
    /// What people decided on it, carried over from an earlier run; it never changes the verdict.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) decision: Option<DecisionMade<'a>>,
}

/// An attribute on which raters differ.
#[derive(serde::Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(super) struct Rated<'a> {
    /// The attribute's id in the rulebook.
    pub(super) attribute: &'a str,
    /// The level that counts, 0 to 100; null where none does, and it may be anything from the lowest to the highest of theirs.
    pub(super) level: Option<u8>,
    /// What each of them says.
    pub(super) answers: Vec<RaterAnswer>,
}

#[derive(serde::Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(super) struct RaterAnswer {
    /// The level, 0 to 100.
    pub(super) level: u8,
    /// Who says so; empty where that was not filled in.
    pub(super) by: String,
    /// When, as it was filled in; empty likewise.
    pub(super) on: String,
    /// The file, without its folder.
    pub(super) file: String,
    /// Its sheet, where it has sheets.
    pub(super) sheet: Option<String>,
    /// The cell.
    pub(super) cell: Option<String>,
}

/// A number of steps, or `more` than are tried.
#[derive(serde::Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(untagged)]
pub(super) enum Steps {
    Number(u8),
    More(&'static str),
}

#[derive(serde::Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(super) struct Hold<'a> {
    /// The constraint's id in the rulebook.
    pub(super) id: &'a str,
    /// Its title.
    pub(super) title: &'a str,
}

#[derive(serde::Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(super) struct ReadingTurn<'a> {
    /// The attribute's id in the rulebook.
    pub(super) attribute: &'a str,
    /// Its level as it was read, 0 to 100.
    pub(super) from: u8,
    /// The next level of the scale that it was read from.
    pub(super) to: u8,
    /// The verdict that it gives.
    pub(super) verdict: &'static str,
}

#[derive(serde::Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(super) struct DecisionMade<'a> {
    /// `agree`, `BPO`, `traditional outsourcing`, `retain`, `defer`, or whatever else was written; null for a mere note.
    pub(super) choice: Option<&'a str>,
    /// Who decided; may be empty.
    pub(super) by: &'a str,
    /// A note; may be empty.
    pub(super) note: &'a str,
    /// Why it should be looked at again, such as evidence that has changed; empty where it need not.
    pub(super) check: &'a str,
}

#[derive(serde::Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(super) struct ChangesFound<'a> {
    /// The file that tells of the earlier run, without its folder.
    pub(super) earlier: &'a str,
    /// SHA-256 of that file, in hexadecimal.
    pub(super) earlier_sha256: &'a str,
    /// The date of the earlier run, ISO 8601; null where its file has none.
    pub(super) earlier_date: Option<&'a str>,
    /// Whether the rulebook has changed; null where the earlier file does not name it.
    pub(super) rulebook_changed: Option<bool>,
    /// What the runs were told otherwise; null where the earlier file does not tell.
    pub(super) premises: Option<PremisesFound<'a>>,
    /// How many functions only this run has.
    pub(super) new: usize,
    /// How many functions only the earlier run had.
    pub(super) gone: usize,
    /// How many functions cannot be told from others by id or name.
    pub(super) not_compared: usize,
    /// How many functions have another verdict.
    pub(super) verdicts_changed: usize,
    /// How many decisions were carried over.
    pub(super) decisions_carried: usize,
    /// How many of these should be looked at again.
    pub(super) decisions_to_check: usize,
    /// How many decisions were not carried over; they stand in `left_behind`.
    pub(super) decisions_not_carried: usize,
    /// The functions that have changed, in the order of the rows.
    pub(super) functions: Vec<FunctionChange<'a>>,
    /// The functions of the earlier run that could not be found in this one.
    pub(super) left_behind: Vec<LeftBehind<'a>>,
}

#[derive(serde::Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(super) struct FunctionChange<'a> {
    /// Its position in `functions` of the record, from 0.
    pub(super) function: usize,
    /// `another verdict`, `decision to check`, `not compared`, `another score`, `new`, `another name`, `another id` or `another department`.
    pub(super) kinds: Vec<&'static str>,
    /// The id that it had; null where there was none.
    pub(super) earlier_id: Option<&'a str>,
    /// The name that it had; null where it is new or was not compared.
    pub(super) earlier_name: Option<&'a str>,
    /// The verdict that it had; null where it is not known.
    pub(super) earlier_verdict: Option<&'static str>,
    /// The score that it had; null where it is not known.
    pub(super) earlier_score: Option<f64>,
    /// The evidence that has moved.
    pub(super) moved: Vec<EvidenceMoved<'a>>,
}

#[derive(serde::Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(super) struct EvidenceMoved<'a> {
    /// The criterion's id in the rulebook.
    pub(super) id: &'a str,
    /// What it said, −100 to 100; null where nothing was known.
    pub(super) from: Option<i8>,
    /// What it says, −100 to 100; null where nothing is known.
    pub(super) to: Option<i8>,
}

#[derive(serde::Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(super) struct LeftBehind<'a> {
    /// Its row in the earlier file.
    pub(super) row: &'a str,
    /// Its id; null where there was none.
    pub(super) id: Option<&'a str>,
    /// Its name.
    pub(super) name: &'a str,
    /// Whether it is gone, or cannot be told from others.
    pub(super) gone: bool,
    /// The verdict that it had; null where it is not known.
    pub(super) verdict: Option<&'static str>,
    /// What was decided on it; null where nothing was.
    pub(super) decision: Option<DecisionMade<'a>>,
}

#[derive(serde::Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(super) struct CriterionEvidence<'a> {
    /// The criterion's id in the rulebook.
    pub(super) id: &'a str,
    /// From −100 to 100, as far as it is known.
    pub(super) evidence: i8,
    /// The least that it may be once everything is known.
    pub(super) low: i8,
    /// The greatest that it may be once everything is known.
    pub(super) high: i8,
}

#[derive(serde::Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(super) struct FindingRaised<'a> {
    /// `benefit`, `risk` or `contract term`.
    pub(super) kind: &'static str,
    /// The finding's id in the rulebook.
    pub(super) id: &'a str,
    /// The values and cells that raised it.
    pub(super) because: &'a str,
}

#[derive(serde::Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(super) struct ExcludedRow<'a> {
    /// Its sheet, where the inventory stands on several.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) sheet: Option<&'a str>,
    /// The row, counted from 1 as spreadsheets do.
    pub(super) row: u32,
    /// Why it is no function.
    pub(super) reason: &'static str,
}

#[derive(serde::Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(super) struct ProblemFound<'a> {
    /// `error`, `warning` or `note`.
    pub(super) severity: &'static str,
    /// A stable code.
    pub(super) code: &'static str,
    pub(super) sheet: Option<&'a str>,
    /// The cell, row or column; null for the file or sheet as a whole.
    pub(super) cell: Option<String>,
    /// What was expected and what was found.
    pub(super) message: &'a str,
    /// What to do about it.
    pub(super) help: Option<&'a str>,
}

#[derive(serde::Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(super) struct Unlisted {
    pub(super) code: &'static str,
    pub(super) count: usize,
}

#[derive(serde::Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(super) struct Sums<'a> {
    /// The rows but for the header: functions and excluded rows.
    pub(super) rows: usize,
    pub(super) functions: usize,
    pub(super) excluded: usize,
    /// How many functions a person should look at again.
    pub(super) review: usize,
    /// The mean coverage, 0 to 1.
    pub(super) coverage: f64,
    pub(super) verdicts: Vec<VerdictSum<'a>>,
    pub(super) departments: Vec<GroupSum<'a>>,
    pub(super) locations: Vec<GroupSum<'a>>,
}

#[derive(serde::Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(super) struct VerdictSum<'a> {
    pub(super) verdict: &'static str,
    pub(super) functions: usize,
    /// One amount a currency; amounts in different currencies are never added.
    pub(super) annual_cost: Vec<Money<'a>>,
    pub(super) fte: f64,
}

#[derive(serde::Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(super) struct GroupSum<'a> {
    /// Its name; empty for functions that name none.
    pub(super) name: &'a str,
    pub(super) verdicts: Vec<VerdictSum<'a>>,
}

#[derive(serde::Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(super) struct Money<'a> {
    /// ISO 4217 where it could be told, else the sign as it stood; empty where none was named.
    pub(super) currency: &'a str,
    pub(super) amount: f64,
}

/// The functions of a report, explained one at a time while they are written.
pub(super) struct Functions<'a>(pub(super) &'a Report<'a>);

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
