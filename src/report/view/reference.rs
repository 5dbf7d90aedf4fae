//! What stands at the end of a report: the rules as used, how the file was read, and where the figures come from.

use std::fmt::Write;

use super::compose::{Composer, Run};
use super::explanation::push_shown;
use crate::inventory::{AnswerCounts, Column, Exclusion, Inventory, Repeated, Source};
use crate::problem::column_letters;
use crate::report::model::{ColumnLine, CriterionLine, ExcludedLine, Fact};
use crate::report::words::figures::{count, grouped, listed, lower_first, number, one_line, shortened, upper_first};
use crate::rulebook::{AttributeId, Criterion, Join, Pole, Rulebook, Term};
use crate::table::{Cell, Table};

/// The most rows that are no functions, listed one by one.
const MOST_EXCLUDED: usize = 1_000;
/// The most values that are shown of a column.
const MOST_EXAMPLES: usize = 3;
/// How many functions are searched for them.
const MOST_SEARCHED: usize = 1_000;
/// The most characters of a value that is shown.
const LONGEST_EXAMPLE: usize = 40;

impl Composer<'_, '_> {
    pub(crate) fn criteria(&self) -> Vec<CriterionLine> {
        let lines = self.rulebook.criteria.iter().map(|criterion| CriterionLine {
            name: criterion.name.clone(),
            weight: number_of_thousandths(criterion.weight.0),
            has_direction: criterion.poles.is_some(),
            bpo: criterion.poles.as_ref().map_or(String::new(), |poles| self.pole(&poles.bpo)),
            outsourcing: criterion.poles.as_ref().map_or(String::new(), |poles| self.pole(&poles.outsourcing)),
            source: criterion.source.clone(),
        });
        lines.collect()
    }

    fn pole(&self, pole: &Pole) -> String {
        // In `little a or b`, both would be read as little.
        let (opposite, plain): (Vec<&Term>, Vec<&Term>) = pole.terms.iter().partition(|term| term.opposite);
        let terms = plain.into_iter().chain(opposite).map(|term| {
            let name = lower_first(&self.rulebook.attribute(term.attribute).name);
            if term.opposite { format!("little {name}") } else { name }
        });
        let joined = match pole.join {
            Join::All => " and ",
            Join::Any => " or ",
        };
        upper_first(&terms.collect::<Vec<_>>().join(joined))
    }

    pub(crate) fn settings(&self) -> Vec<Fact> {
        let thresholds = self.rulebook.thresholds;
        let fact = |label: &str, value: String| Fact { label: label.to_owned(), value };
        let mut facts = vec![
            fact("Coverage needed before the score decides", format!("{} %", thresholds.minimum_coverage)),
            fact("Borderline: distance of the score from 0, up to", format!("{} points", thresholds.borderline)),
            fact("Fragile: kept by less than this share of weightings", format!("{} %", thresholds.fragile)),
            fact("Noteworthy: a score that has moved by more than", format!("{} points", thresholds.noteworthy_change)),
        ];
        let settings = self.rulebook.settings.iter();
        facts
            .extend(settings.map(|setting| fact(&upper_first(&setting.name.replace('_', " ")), number(setting.value))));
        facts
    }

    /// The paragraphs of the method; those that are left empty are left out.
    pub(crate) fn method(&self) -> Vec<String> {
        let say = self.say;
        let criteria_of = |id: AttributeId| {
            self.rulebook.directional().filter(|(_, _, poles)| poles.attributes().any(|used| used == id)).count()
        };
        let mut twice = self.rulebook.deciding_attributes();
        twice.retain(|id| criteria_of(*id) > 1);
        let names = upper_first(&self.judged.words.names(&twice));
        let names_of = |wanted: fn(&Criterion) -> bool| {
            let criteria = self.rulebook.criteria.iter().filter(|criterion| wanted(criterion));
            criteria.map(|criterion| criterion.name.as_str()).collect::<Vec<_>>()
        };
        let without_direction = names_of(|criterion| criterion.poles.is_none());
        let off = names_of(|criterion| criterion.poles.is_some() && criterion.weight.0 == 0);
        let mut peculiar = vec![
            say.method_twice(twice.len(), &names),
            say.method_terms(without_direction.len(), &listed(&without_direction)),
            say.method_off(off.len(), &listed(&off)),
        ];
        let mut counts = [twice.len(), without_direction.len(), off.len()].into_iter();
        peculiar.retain(|_| counts.next() > Some(0));
        let mut method = vec![
            self.rules(),
            say.method_evidence().to_owned(),
            say.method_missing().to_owned(),
            say.method_strength().to_owned(),
            peculiar.join(" "),
            say.method_limits().to_owned(),
            say.method_more().to_owned(),
        ];
        method.retain(|paragraph| !paragraph.is_empty());
        method
    }

    /// Where the rules come from, and what they weigh.
    fn rules(&self) -> String {
        let Rulebook { source, criteria, .. } = self.rulebook;
        let names: Vec<&str> = criteria.iter().map(|criterion| criterion.name.as_str()).collect();
        self.say.method_rules(names.len(), &listed(&names), source.trim_end_matches('.'))
    }

    pub(crate) fn columns(&self) -> Vec<ColumnLine> {
        let all = self.inventory.functions.len();
        let lines = self.inventory.columns.iter().enumerate().filter(|(i, column)| {
            !column.header.is_empty() || column.attribute.is_some() || !self.examples(*i as u16).is_empty()
        });
        lines
            .map(|(i, column)| ColumnLine {
                letters: column_letters(i as u16),
                header: shortened(&column.header, 120),
                attribute: self.taken_for(i, column),
                reading: column.reading.clone(),
                known: match column.attribute {
                    Some(_) => format!("{} of {}", grouped(column.known as u64), grouped(all as u64)),
                    None => String::new(),
                },
                examples: self.examples(i as u16),
            })
            .collect()
    }

    /// What a column was taken for, in a name.
    fn taken_for(&self, column: usize, read: &Column) -> String {
        let name_of = |id| self.rulebook.attribute(id).name.clone();
        match read.attribute {
            // Whatever column the names stand in, this is what they are.
            Some(_) if column == usize::from(self.inventory.name_column0) => name_of(self.rulebook.roles.name),
            Some(id) => name_of(id),
            None => "not used".to_owned(),
        }
    }

    /// The first different values of a column, in the rows of functions.
    fn examples(&self, column0: u16) -> Vec<String> {
        let Inventory { table, functions, .. } = self.inventory;
        let mut examples: Vec<String> = Vec::new();
        let mut seen: Vec<Cell> = Vec::new();
        let attribute = self.inventory.columns[usize::from(column0)].attribute;
        let is_text = !attribute.is_some_and(|id| self.rulebook.attribute(id).has_values());
        for function in functions.iter().take(MOST_SEARCHED) {
            let cell = table.value(function.row0, column0);
            if cell == Cell::Empty || seen.contains(&cell) {
                continue;
            }
            seen.push(cell);
            let mut shown = String::new();
            match cell {
                // A number that is no quantity, such as an id, is shown as it stands.
                Cell::Number { .. } if is_text => shown = table.shown(cell),
                _ => push_shown(&mut shown, table, function.row0, column0),
            }
            let example = shortened(&one_line(&shown), LONGEST_EXAMPLE);
            if !example.is_empty() && !examples.contains(&example) {
                examples.push(example);
            }
            if examples.len() == MOST_EXAMPLES {
                break;
            }
        }
        examples
    }

    pub(crate) fn accounting(&self, run: &Run) -> Vec<String> {
        let (functions, excluded) = (self.inventory.functions.len(), self.inventory.excluded.len());
        let place = match sheets(self.inventory.table) {
            sheets if sheets.is_empty() => sheets,
            sheets => format!(" on {sheets}"),
        };
        let mut sentences = vec![format!(
            "{}{place} beside the header in {}: {} assessed and {} left out.",
            upper_first(&count(functions + excluded, "row")),
            header_rows(self.inventory),
            grouped(functions as u64),
            grouped(excluded as u64),
        )];
        let mut reasons: Vec<(Exclusion, usize)> = Vec::new();
        for row in &self.inventory.excluded {
            match reasons.iter_mut().find(|(reason, _)| *reason == row.reason) {
                Some((_, n)) => *n += 1,
                None => reasons.push((row.reason, 1)),
            }
        }
        reasons.sort_unstable();
        if !reasons.is_empty() {
            let parts: Vec<String> = reasons.iter().map(|(reason, n)| count(*n, reason.name())).collect();
            sentences.push(format!("Left out: {}.", listed(&parts)));
        }
        sentences.extend(self.repeated());
        sentences.extend(self.answers(run));
        sentences.extend(self.assumed().into_iter().map(|(sentence, _)| sentence));
        sentences
    }

    /// How many functions share a name or an id, in a sentence.
    fn repeated(&self) -> Option<String> {
        let Repeated { names, ids } = self.inventory.repeated;
        let shared: Vec<String> = [(names, "name"), (ids, "id")]
            .into_iter()
            .filter(|(n, _)| *n > 0)
            .map(|(n, what)| format!("{} an earlier one's {what}", count_with_verb(n, "function", "repeats", "repeat")))
            .collect();
        (!shared.is_empty()).then(|| format!("{}; all were kept.", upper_first(&listed(&shared))))
    }

    /// What answers from other files came to, in a few sentences; none where there are none.
    pub(crate) fn answers(&self, run: &Run) -> Option<String> {
        let effect = run.effect?;
        let mut sentences: Vec<String> =
            (0..self.inventory.answers.len()).map(|answers| came_to(self.inventory, answers)).collect();
        let (settled, open) = (grouped(effect.settled as u64), count(effect.open, "open verdict"));
        let were = if effect.open == 1 { "was" } else { "were" };
        let changed = match effect.changed {
            0 => String::new(),
            changed => format!(", and {} changed", count(changed, "other verdict")),
        };
        sentences.push(format!("{settled} of {open} {were} settled{changed}."));
        Some(sentences.join(" "))
    }

    /// What was assumed, in a sentence each, and for how many functions.
    fn assumed(&self) -> Vec<(String, usize)> {
        let assumptions = self.inventory.assumptions.iter().enumerate().map(|(position, assumption)| {
            let uses = (0..self.inventory.functions.len())
                .filter(|f| self.inventory.source(assumption.attribute, *f) == Source::Assumed(position))
                .count();
            let of = assumption.department.as_ref().map_or(String::new(), |department| format!(" of {department}"));
            let name = upper_first(&self.rulebook.attribute(assumption.attribute).name);
            (
                format!(
                    "{name} was assumed to be {} for {}{of} without an answer.",
                    assumption.given,
                    count(uses, "function")
                ),
                uses,
            )
        });
        assumptions.collect()
    }

    pub(crate) fn excluded(&self) -> Vec<ExcludedLine> {
        let excluded = self.inventory.excluded.iter().take(MOST_EXCLUDED);
        excluded
            .map(|row| ExcludedLine {
                row0: row.row0,
                row: self.inventory.table.row_shown(row.row0),
                reason: row.reason.name().to_owned(),
            })
            .collect()
    }

    pub(crate) fn provenance(&self, run: &Run) -> Vec<Fact> {
        let fact = |label: &str, value: String| Fact { label: label.to_owned(), value };
        let kind = match self.inventory.table.dialect.as_str() {
            "" => run.file.format.name().to_owned(),
            dialect => format!("{} ({dialect})", run.file.format.name()),
        };
        let mut facts = vec![
            fact("Input", run.file.name.to_string()),
            fact("Input format", kind),
            fact("Input size", format!("{} bytes", grouped(run.file.size))),
            fact("Input SHA-256", run.file.sha256.clone()),
        ];
        // The sheets of one file follow each other.
        for answers in run.answers.chunk_by(|a, b| a.sha256 == b.sha256).map(|sheets| sheets[0]) {
            facts.push(fact("Answers", answers.name.to_string()));
            facts.push(fact("Answers SHA-256", answers.sha256.clone()));
        }
        if let Some(changes) = run.changes {
            facts.push(fact("Earlier run", changes.earlier.file.to_string()));
            facts.push(fact("Earlier run SHA-256", changes.earlier.sha256.clone()));
        }
        match self.inventory.table.sheets().as_slice() {
            [] => {}
            [only] => facts.push(fact("Sheet", (*only).to_owned())),
            sheets => facts.push(fact("Sheets", listed(sheets))),
        }
        facts.extend([
            fact("Header", header_rows(self.inventory)),
            fact("Rulebook", format!("{} {}", self.rulebook.name, self.rulebook.version)),
            fact("Rulebook SHA-256", self.rulebook.sha256.clone()),
            fact("Source of the rules", self.rulebook.source.clone()),
        ]);
        for (name, sha256) in &self.say.sources {
            facts.push(fact("Wording", name.clone()));
            facts.push(fact("Wording SHA-256", sha256.clone()));
        }
        facts.extend([
            fact("Program", format!("outsift {}", env!("CARGO_PKG_VERSION"))),
            fact("Date", run.date.to_string()),
            fact("Command line", run.command_line.clone()),
        ]);
        facts
    }

    pub(crate) fn footer(&self, run: &Run) -> String {
        let mut parts = vec![shortened(&run.file.name, 50)];
        match self.inventory.table.sheets().as_slice() {
            [] => {}
            [only] => parts.push(format!("sheet {}", shortened(only, 31))),
            sheets => parts.push(format!("{} sheets", sheets.len())),
        }
        parts.push(format!("rulebook {} {}", self.rulebook.name, self.rulebook.version));
        parts.push(format!("outsift {}", env!("CARGO_PKG_VERSION")));
        parts.join(" · ")
    }
}

/// The sheets of a table in a sentence, such as "sheet Functions"; nothing for delimited text.
pub(crate) fn sheets(table: &Table) -> String {
    let names: Vec<String> = table.sheets().iter().map(|sheet| format!("`{sheet}`")).collect();
    match names.as_slice() {
        [] => String::new(),
        [only] => format!("sheet {only}"),
        names => format!("sheets {}", listed(names)),
    }
}

/// Where the headers stand: `row 5`, `rows 1 to 2`.
pub(crate) fn header_rows(inventory: &Inventory) -> String {
    let (first, last) = (inventory.header_top0 + 1, inventory.header_row0 + 1);
    if first == last { format!("row {last}") } else { format!("rows {first} to {last}") }
}

/// What the answers of one file came to, in a sentence.
fn came_to(inventory: &Inventory, position: usize) -> String {
    let answers = &inventory.answers[position];
    let AnswerCounts { functions, filled, replaced, unused } = answers.counts;
    let file = &answers.inventory.place().file;
    let sheet = inventory.sheet_of_answers(position).map_or(String::new(), |sheet| format!(" on its sheet `{sheet}`"));
    let mut sentence = match filled + replaced {
        0 => format!("`{file}` has no new answers{sheet}"),
        new => format!("`{file}` has{sheet} {} for {}", count(new, "new answer"), count(functions, "function")),
    };
    if replaced > 0 {
        let _ = write!(sentence, ", {} of them instead of another value", grouped(replaced as u64));
    }
    if unused > 0 {
        let _ = write!(sentence, "; {} of it could not be used", count(unused, "row"));
    }
    sentence.push('.');
    sentence
}

/// A count with its verb: `1 function repeats`, `3 functions repeat`.
fn count_with_verb(number: usize, noun: &str, one: &str, many: &str) -> String {
    format!("{} {}", count(number, noun), if number == 1 { one } else { many })
}

/// A weight as it was given: thousandths as a decimal number.
fn number_of_thousandths(thousandths: i64) -> String {
    let (whole, fraction) = (thousandths / 1000, thousandths % 1000);
    let decimals = format!("{fraction:03}");
    match decimals.trim_end_matches('0') {
        "" => whole.to_string(),
        decimals => format!("{whole}.{decimals}"),
    }
}
