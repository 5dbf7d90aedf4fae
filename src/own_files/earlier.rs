//! An earlier run as its outputs tell it: its record, or its workbook with the decisions that were made there.
//!
//! Both are read leniently: what an older version did not write is not told, and what a newer one adds is not looked at.
//! Opening the file is left to the run.

use std::collections::HashMap;
use std::sync::Arc;

use serde::Deserialize;

use super::about::{About, Rules};
use super::decisions::Decision;
use super::history::RunFigures;
use crate::assessment::{self, Evidence, Verdict};
use crate::codes::Code;
use crate::inventory::{Counterpart, Inventory, Key, Matches, contents_of_row, matched};
use crate::language::Language;
use crate::problem::{Place, Problem};
use crate::rulebook::text::{called_of, fold, is_called};
use crate::rulebook::{self, Rulebook};
use crate::sheets::{
    CHECK, DECIDED_BY, DECISION, EVIDENCE, KEY, NOTE, Name, OF_SHEET, RECORDS, SAID, SCORE, VERDICT, is_record,
};
use crate::table::{Cell, Table, Workbook};

/// An earlier run.
#[derive(Clone, Debug, Default)]
pub struct Earlier {
    /// The file that tells of it, without its folder.
    pub file: Arc<str>,
    /// SHA-256 of the file, in hexadecimal.
    pub sha256: String,
    /// The date of the run, ISO 8601, where the file has it.
    pub date: Option<String>,
    /// The rules of the run, where the file names them.
    pub rules: Option<Rules>,
    /// The command of the run, where the file has it.
    pub command: Option<String>,
    /// The files with answers, by their names, each with its SHA-256, where the file tells of them.
    pub answers: Option<Vec<(String, String)>>,
    /// What the rules said otherwise than the default ones, a text for each change, where the file tells.
    pub rule_changes: Option<Vec<String>>,
    /// Its functions, in the order of the rows.
    pub functions: Vec<EarlierFunction>,
    /// Whether the file had lost its verdicts, and they were judged anew by this run's rules.
    pub is_judged_anew: bool,
    /// SHA-256 of the inventory, where the file names it: of the same one, rows tell the functions.
    pub input_sha256: Option<String>,
    /// The other files of its set, by their names, each with the SHA-256 that it was written with.
    pub outputs: Vec<(String, String)>,
    /// The figures of the runs up to it, as far as the file tells.
    pub history: Vec<RunFigures>,
    /// SHA-256 of the file that it was itself compared with, and whose decisions it therefore has, where the file tells.
    pub compared_with: Option<String>,
    /// What was typed into its workbook and is not read.
    pub unread: Vec<Problem>,
    /// The sheets of its workbook that levels and answers are typed into, each as a workbook of its own; none of a record.
    pub typed_into: Vec<Workbook>,
    /// SHA-256 of the rules that its workbook has by now, where weights or thresholds were changed in it.
    pub revised_rules: Option<String>,
}

/// What an earlier run had in a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EarlierRow {
    /// A function.
    Function,
    /// No function, but something was decided there.
    NoFunction,
    /// A function of a run before it that was gone already, and is remembered for what was decided on it.
    GoneBefore,
    /// A function whose row in a workbook has the key of another one, so that nothing says whose decision stands there.
    Torn,
}

/// A function as an earlier run judged it, or a row that was no function but holds a decision.
#[derive(Clone, Debug)]
pub struct EarlierFunction {
    /// Whether it was a function.
    pub kind: EarlierRow,
    /// Its row as its file counted it, with its sheet where the table stood on several.
    pub row: String,
    /// Where its decision stands; the file, where it has no cells.
    pub place: Place,
    /// Its id; empty where there was none.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Its department; empty where there was none, or the file does not tell.
    pub department: String,
    /// The sheet or file that it came from, where its table was put together from several.
    pub source: String,
    /// The verdict, where the file has it.
    pub verdict: Option<Verdict>,
    /// The score, where the file has it.
    pub score: Option<f64>,
    /// What each criterion with a direction said, in the order of this run's.
    pub evidence: Vec<Said>,
    /// What was decided on it.
    pub decision: Option<Decision>,
    /// The row in which the run of a workbook had it, whatever the workbook was sorted by since; empty where it is not told.
    pub key: String,
    /// What the row said besides the judgement, as a number; none where it is not told.
    pub contents: Option<u64>,
    /// What stood beside the decision when it was made, where its workbook can tell; else that is what the run said.
    pub shown: Option<Shown>,
}

/// What a workbook showed of a function.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shown {
    /// The verdict.
    pub verdict: Verdict,
    /// What each criterion with a direction said, in the order of this run's.
    pub evidence: Vec<Said>,
}

/// What a criterion said of a function.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Said {
    /// Points from −100 (traditional outsourcing) to +100 (BPO).
    Points(i8),
    /// Nothing was known of it.
    Nothing,
    /// The file does not tell.
    NotTold,
}

impl Said {
    /// For readers.
    pub fn text(self, language: Language) -> String {
        match self {
            Said::Points(0) => "0".to_owned(),
            Said::Points(points @ 1..) => format!("+{points}"),
            Said::Points(points) => format!("\u{2212}{}", points.unsigned_abs()),
            Said::Nothing => SAID[0].text(language).to_owned(),
            Said::NotTold => SAID[1].text(language).to_owned(),
        }
    }
}

fn verdict_of(text: &str) -> Option<Verdict> {
    Verdict::ALL.into_iter().find(|verdict| verdict.id() == text || is_called(text, verdict.called()))
}

/// The parts of a record that are read, whatever else it holds.
#[derive(Deserialize)]
struct Record {
    schema: String,
    date: Option<String>,
    command: Option<String>,
    answers: Option<Vec<Output>>,
    rulebook: Option<RulebookUsed>,
    functions: Vec<Function>,
    #[serde(default)]
    input: InputRead,
    #[serde(default)]
    outputs: Vec<Output>,
    changes: Option<ChangesFound>,
    history: Option<Vec<RunFigures>>,
    #[serde(default)]
    totals: Sums,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct InputRead {
    sha256: Option<String>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Sums {
    review: usize,
    coverage: f64,
}

impl Record {
    /// The figures of the runs up to it; those of the run alone where it was written before records kept a history.
    fn history(&self) -> Vec<RunFigures> {
        if let Some(history) = &self.history {
            return history.clone();
        }
        let count = |verdict: Verdict| {
            self.functions.iter().filter(|function| verdict_of(&function.verdict) == Some(verdict)).count()
        };
        let [bpo, traditional_outsourcing, split, insufficient_evidence] = Verdict::ALL.map(count);
        let firm: Option<Vec<bool>> = self.functions.iter().map(|function| function.firm).collect();
        let is_decided = |function: &&Function| function.decision.as_ref().is_some_and(|made| made.choice.is_some());
        vec![RunFigures {
            date: self.date.clone().unwrap_or_default(),
            input_sha256: self.input.sha256.clone().unwrap_or_default(),
            rulebook_sha256: self.rulebook.as_ref().map_or(String::new(), |rules| rules.sha256.clone()),
            functions: self.functions.len(),
            bpo,
            traditional_outsourcing,
            split,
            insufficient_evidence,
            firm: firm.map(|firm| firm.into_iter().filter(|firm| *firm).count()),
            review: self.totals.review,
            coverage_percent: (self.totals.coverage * 100.0).round() as u8,
            decisions: self.functions.iter().filter(is_decided).count(),
        }]
    }
}

/// A file by its name and its sum.
#[derive(Deserialize)]
struct Output {
    name: String,
    sha256: String,
}

impl Output {
    fn named(self) -> (String, String) {
        (self.name, self.sha256)
    }
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct ChangesFound {
    earlier_sha256: Option<String>,
    left_behind: Vec<LeftBehind>,
}

/// A function that was gone already.
#[derive(Deserialize)]
struct LeftBehind {
    #[serde(default)]
    row: String,
    id: Option<String>,
    name: String,
    verdict: Option<String>,
    decision: Option<DecisionMade>,
}

#[derive(Deserialize)]
struct RulebookUsed {
    #[serde(default)]
    name: String,
    #[serde(default)]
    version: String,
    #[serde(default)]
    sha256: String,
    #[serde(default)]
    changes: Vec<String>,
}

#[derive(Deserialize)]
struct Function {
    sheet: Option<String>,
    #[serde(default)]
    row: u32,
    id: Option<String>,
    name: String,
    department: Option<String>,
    #[serde(default)]
    verdict: String,
    score: Option<f64>,
    #[serde(default)]
    criteria: Vec<Criterion>,
    firm: Option<bool>,
    decision: Option<DecisionMade>,
}

#[derive(Deserialize)]
struct Criterion {
    id: String,
    evidence: i8,
    low: Option<i8>,
    high: Option<i8>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct DecisionMade {
    choice: Option<String>,
    by: String,
    note: String,
    check: String,
}

impl Earlier {
    /// An earlier run by its record.
    ///
    /// # Errors
    /// It is no record, or one of a format that is not known.
    pub fn from_record(rulebook: &Rulebook, file: &str, sha256: String, bytes: &[u8]) -> Result<Earlier, Problem> {
        let refused = |message: String| {
            let problem = Problem::error(Code::NoEarlierRun, Place::file(file), message);
            problem.help("give the `-record.json` or the `-assessed.xlsx` of an earlier run")
        };
        let record: Record = serde_json::from_slice(bytes)
            .map_err(|_| refused("is no record of a run, or only a part of one".to_owned()))?;
        if !is_record(&record.schema) {
            let known = RECORDS.join("` or `");
            return Err(refused(format!("expected a record of the format `{known}`, found `{}`", record.schema)));
        }
        let (file, history): (Arc<str>, _) = (file.into(), record.history());
        let changes = record.changes.unwrap_or_default();
        let gone = changes.left_behind.into_iter().filter_map(|left| left.read(&file));
        let mut functions: Vec<EarlierFunction> =
            record.functions.into_iter().map(|function| function.read(rulebook, &file)).collect();
        functions.extend(gone);
        // Records of an older format do not say what differs from the default.
        let is_newest = record.schema == RECORDS[0];
        let rules = |rules: &RulebookUsed| Rules {
            title: format!("{} {}", rules.name, rules.version).trim().to_owned(),
            sha256: rules.sha256.clone(),
        };
        Ok(Earlier {
            file,
            sha256,
            date: record.date,
            rules: record.rulebook.as_ref().map(rules),
            command: record.command,
            answers: record.answers.map(|answers| answers.into_iter().map(Output::named).collect()),
            rule_changes: record.rulebook.filter(|_| is_newest).map(|rules| rules.changes),
            functions,
            is_judged_anew: false,
            input_sha256: record.input.sha256,
            outputs: record.outputs.into_iter().map(Output::named).collect(),
            history,
            compared_with: changes.earlier_sha256,
            ..Earlier::default()
        })
    }

    /// An earlier run by its workbook: the sheet with the functions, and the inventory in it, without what the run had added.
    ///
    /// # Errors
    /// It is no assessed workbook.
    pub fn from_workbook(
        rulebook: &Rulebook,
        (table, inventory): (&Table, &Inventory),
        about: &About,
    ) -> Result<Earlier, Problem> {
        let headers: Vec<String> = (0..table.row(inventory.header_row0).len() as u16)
            .map(|column0| table.shown(table.cell(inventory.header_row0, column0)))
            .collect();
        // A table that was assessed before has such columns of its own; the last ones are the program's.
        let is_own = |pair: &[String]| is_called(&pair[0], VERDICT) && is_called(&pair[1], SCORE);
        let Some(first) = headers.windows(2).rposition(is_own) else {
            let message =
                format!("is no assessed workbook: no sheet has the columns `{VERDICT}` and `{SCORE}` side by side");
            let problem = Problem::error(Code::NoEarlierRun, Place::file(table.place.file.clone()), message);
            return Err(problem.help("give the `-assessed.xlsx` or the `-record.json` of an earlier run"));
        };
        let found = |is_it: &dyn Fn(&str) -> bool| {
            headers[first..].iter().position(|header| is_it(header)).map(|at| (first + at) as u16)
        };
        let column = |name: Name| found(&|header| is_called(header, name));
        let of_criterion = |criterion: &rulebook::Criterion| {
            let of_name =
                |own: &String| found(&|header| called_of(header, EVIDENCE).is_some_and(|name| fold(name) == *own));
            rulebook.names_of_criterion(criterion).iter().find_map(of_name)
        };
        let evidence: Vec<Option<u16>> =
            rulebook.directional().map(|(_, criterion, _)| of_criterion(criterion)).collect();
        let texts = [VERDICT, DECISION, DECIDED_BY, NOTE, CHECK].map(column);
        let (score, decision, key) = (column(SCORE), texts[1], column(KEY));
        let read = |row0: u32, [id, name, department, source]: [String; 4]| {
            let cell = |column0: Option<u16>| column0.map_or(Cell::Empty, |column0| table.cell(row0, column0));
            let typed =
                |column0: Option<u16>| column0.map_or(Cell::Empty, |column0| table.value_of_rows(row0, column0));
            let [verdict, choice, by, note, check] = texts.map(|column0| table.shown(typed(column0)));
            let verdict = verdict_of(&verdict);
            let said = |column0: Option<u16>| match (column0, number(cell(column0))) {
                (Some(_), Some(points)) => Said::Points(points.round().clamp(-100.0, 100.0) as i8),
                // A formula that was never calculated leaves no value anywhere.
                (Some(_), None) if verdict.is_some() => Said::Nothing,
                _ => Said::NotTold,
            };
            EarlierFunction {
                kind: EarlierRow::Function,
                key: table.shown(cell(key)),
                contents: Some(contents_of_row(table, row0, first as u16)),
                shown: None,
                row: table.row_shown(row0),
                place: decision.map_or_else(
                    || table.place_of(row0, inventory.name_column0),
                    |column0| table.place_of(row0, column0).under(headers[usize::from(column0)].as_str()),
                ),
                id,
                name,
                department,
                source,
                score: number(cell(score)),
                evidence: evidence.iter().map(|column0| said(*column0)).collect(),
                decision: Decision::of(&choice, &by, &note, &check),
                verdict,
            }
        };
        let mut functions: Vec<EarlierFunction> = (0..inventory.functions.len())
            .zip(inventory.sources())
            .map(|(function, source)| {
                let role = |role| inventory.role(role, function).into_owned();
                let (id, department) = (role(rulebook.roles.id), role(rulebook.roles.department));
                let name = inventory.name(function).into_owned();
                read(inventory.functions[function].row0, [id, name, department, source.into_owned()])
            })
            .collect();
        let is_judged_anew = functions.iter().all(|function| function.verdict.is_none());
        if is_judged_anew {
            judge_anew(rulebook, inventory, &mut functions);
        }
        // What was decided on a row that was no function is not lost either.
        let others = inventory.excluded.iter().map(|row| {
            let name = table.shown(table.value(row.row0, inventory.name_column0));
            EarlierFunction {
                kind: EarlierRow::NoFunction,
                ..read(row.row0, [String::new(), name.trim().to_owned(), String::new(), String::new()])
            }
        });
        functions.extend(others.filter(|other| other.decision.is_some()));
        let About { sha256, date, rules, command, of_inventory: input_sha256, .. } = about.clone();
        let file = table.place.file.clone();
        let told = Earlier { file, sha256, date, rules, command, input_sha256, ..Earlier::default() };
        Ok(Earlier { functions, is_judged_anew, ..told })
    }

    /// The same run with what was decided since in its workbook, which counts for all that the workbook still has.
    #[must_use]
    pub fn with_decisions_of(mut self, workbook: Earlier) -> Earlier {
        let (own, given) = (self.keys(), workbook.keys());
        let Matches { now: counterparts, .. } = matched(&own, &given);
        // The program's own key says more than a name that several share, and nothing where it is another function's.
        let rows = self.rows();
        let own_functions = self.functions.iter().enumerate().filter(|(_, own)| own.kind == EarlierRow::Function);
        let keyed: HashMap<&str, usize> = own_functions.map(|(at, own)| (&*own.row, at)).collect();
        let found = workbook.functions.iter().zip(&counterparts).map(|(function, counterpart)| {
            let by_key = rows.get(&(function.key.clone(), fold(&function.name))).copied();
            match (counterpart, keyed.get(&*function.key)) {
                (Counterpart::One(at), Some(key)) if at != key => Err(EarlierRow::Torn),
                (Counterpart::One(at), _) => Ok(*at),
                (Counterpart::Several(all), Some(key)) if all.binary_search(key).is_err() => Err(EarlierRow::Torn),
                (Counterpart::Several(_) | Counterpart::None, _) => by_key.ok_or(EarlierRow::NoFunction),
            }
        });
        let found: Vec<Result<usize, EarlierRow>> = found.collect();
        for (function, found) in workbook.functions.into_iter().zip(found) {
            match found {
                Ok(at) => {
                    let own = &mut self.functions[at];
                    (own.decision, own.place, own.shown) = (function.decision, function.place, function.shown);
                }
                Err(kind) if function.decision.is_some() => {
                    self.functions.push(EarlierFunction { kind, ..function });
                }
                Err(_) => {}
            }
        }
        let Earlier { file, sha256, unread, typed_into, revised_rules, .. } = workbook;
        Earlier { file, sha256, unread, typed_into, revised_rules, ..self }
    }

    /// What it judged, without rows that were no functions or gone before.
    pub fn judged(&self) -> impl Iterator<Item = &EarlierFunction> {
        self.functions.iter().filter(|function| function.kind == EarlierRow::Function)
    }

    /// The SHA-256 that another file of its set was written with.
    pub fn output_sha256(&self, name: &str) -> Option<&str> {
        self.outputs.iter().find(|(known, _)| known == name).map(|(_, sha256)| sha256.as_str())
    }

    /// What its functions are told apart by.
    pub(crate) fn keys(&self) -> Vec<Key> {
        Key::all(self.functions.iter().map(|f| match f.kind {
            EarlierRow::Torn => [""; 4],
            _ => [&f.id, &f.name, &f.department, &f.source].map(String::as_str),
        }))
    }

    /// Its functions by the rows in which the run of a workbook had them, and folded names.
    pub fn rows_by_key(&self) -> HashMap<(String, String), usize> {
        let keyed = self.functions.iter().enumerate().filter(|(_, function)| !function.key.is_empty());
        keyed.map(|(at, function)| ((function.key.clone(), fold(&function.name)), at)).collect()
    }

    /// The functions of a record by their rows and folded names.
    pub fn rows(&self) -> HashMap<(String, String), usize> {
        let functions = self.functions.iter().enumerate().filter(|(_, function)| function.key.is_empty());
        functions.map(|(at, function)| ((function.row.clone(), fold(&function.name)), at)).collect()
    }
}

/// Judges the functions of a workbook whose verdicts are formulas that some program saved without their values.
fn judge_anew(rulebook: &Rulebook, inventory: &Inventory, functions: &mut [EarlierFunction]) {
    let assessed = assessment::assess(rulebook, inventory);
    for (at, (function, assessment)) in functions.iter_mut().zip(assessed.all()).enumerate() {
        function.verdict = Some(assessment.verdict);
        function.score = Some(assessment.score.points());
        function.evidence = rulebook.directional().map(|(i, ..)| Said::of(assessed.evidence(at)[i])).collect();
    }
}

impl Said {
    /// What evidence says.
    pub fn of(evidence: Evidence) -> Said {
        evidence.known().map_or(Said::Nothing, Said::Points)
    }
}

impl Function {
    fn read(self, rulebook: &Rulebook, file: &Arc<str>) -> EarlierFunction {
        let said = |id: &str| match self.criteria.iter().find(|criterion| criterion.id == id) {
            Some(Criterion { evidence: 0, low: Some(low), high: Some(high), .. }) if low != high => Said::Nothing,
            Some(criterion) => Said::Points(criterion.evidence),
            None => Said::NotTold,
        };
        let source = self.sheet.unwrap_or_default();
        let of_sheet = if source.is_empty() { String::new() } else { format!("{source}{OF_SHEET}") };
        let row = format!("{of_sheet}{}", self.row);
        EarlierFunction {
            kind: EarlierRow::Function,
            key: String::new(),
            contents: None,
            shown: None,
            row,
            place: Place::file(file.clone()),
            evidence: rulebook.directional().map(|(_, criterion, _)| said(&criterion.id)).collect(),
            id: self.id.unwrap_or_default(),
            name: self.name,
            department: self.department.unwrap_or_default(),
            source,
            verdict: verdict_of(&self.verdict),
            score: self.score,
            decision: self.decision.and_then(DecisionMade::read),
        }
    }
}

impl DecisionMade {
    fn read(self) -> Option<Decision> {
        Decision::of(self.choice.as_deref().unwrap_or_default(), &self.by, &self.note, &self.check)
    }
}

impl LeftBehind {
    /// What is remembered of it; nothing where nothing was decided.
    fn read(self, file: &Arc<str>) -> Option<EarlierFunction> {
        Some(EarlierFunction {
            kind: EarlierRow::GoneBefore,
            key: String::new(),
            contents: None,
            shown: None,
            row: self.row.clone(),
            place: Place::file(file.clone()),
            id: self.id.unwrap_or_default(),
            name: self.name,
            department: String::new(),
            source: self.row.rsplit_once(OF_SHEET).map_or(String::new(), |(sheet, _)| sheet.to_owned()),
            verdict: self.verdict.as_deref().and_then(verdict_of),
            score: None,
            evidence: Vec::new(),
            decision: Some(self.decision?.read()?),
        })
    }
}

fn number(cell: Cell) -> Option<f64> {
    match cell {
        Cell::Number { value, .. } => Some(value),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_record_tells_what_each_criterion_said() {
        let rulebook = rulebook::load_default();
        let ids: Vec<&str> = rulebook.directional().map(|(_, criterion, _)| criterion.id.as_str()).collect();
        for (said, expected) in [
            (r#""evidence":0,"low":0,"high":0"#, Said::Points(0)),
            (r#""evidence":0,"low":-100,"high":100"#, Said::Nothing),
            (r#""evidence":50,"low":50,"high":100"#, Said::Points(50)),
            (r#""evidence":0"#, Said::Points(0)),
        ] {
            let criteria = format!(r#"{{"name":"Payroll","criteria":[{{"id":"{}",{said}}}]}}"#, ids[0]);
            let record = format!(r#"{{"schema":"{}","functions":[{criteria}]}}"#, RECORDS[0]);
            let earlier = Earlier::from_record(&rulebook, "record.json", String::new(), record.as_bytes());
            let evidence = &earlier.expect("a record").functions[0].evidence;
            assert_eq!((evidence[0], evidence[1]), (expected, Said::NotTold), "{said}");
        }
    }
}
