//! What stands at the end of a report: the rules as used, how the file was read, and where the figures come from.

use super::compose::Run;
use super::explanation::push_shown;
use super::grouped::{ProblemGroup, counted};
use super::judged::{Judged, in_prose};
use super::live;
use super::totals::totals;
use crate::assessment::Verdict;
use crate::assessment::weights::Swing;
use crate::inventory::{AnswerCounts, Column, Exclusion, Inventory, Preferred, Repeated, Source};
use crate::problem::column_letters;
use crate::report::lists::Headline;
use crate::report::model::{ColumnLine, CriterionLine, ExcludedLine, Fact, Sources};
use crate::report::words::figures::{one_line, sheet_name, shortened, upper_first};
use crate::report::words::messages::Messages;
use crate::rulebook::{AttributeId, Criterion, Finding, Join, Pole, Rulebook, Term, Threshold, Unit};
use crate::sheets::{DATE, RULES, RULES_SHA256};
use crate::table::{Cell, Table};

/// The most changes of the rules that are listed.
const MOST_CHANGES: usize = 12;
/// The most rows that are no functions, listed one by one.
const MOST_EXCLUDED: usize = 1_000;
/// The most values that are shown of a column.
const MOST_EXAMPLES: usize = 3;
/// How many functions are searched for them.
const MOST_SEARCHED: usize = 1_000;
/// The most characters of the file's name below an exhibit.
const LONGEST_FILE: usize = 60;
/// The most characters of a value that is shown.
const LONGEST_EXAMPLE: usize = 40;

impl Judged<'_> {
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
            let name = self.say().inside(&self.rulebook.attribute(term.attribute).name);
            if term.opposite { self.say().pole_little(&name) } else { name }
        });
        let joined = terms.reduce(|one, other| match pole.join {
            Join::All => self.say().listed_last(&one, &other),
            Join::Any => self.say().either_last(&one, &other),
        });
        upper_first(&joined.unwrap_or_default())
    }

    pub(crate) fn settings(&self) -> Vec<Fact> {
        let fact = |label: &str, value: String| Fact { label: label.to_owned(), value };
        let threshold = |threshold: Threshold| {
            let value = self.rulebook.thresholds[threshold].to_string();
            let value = match threshold.unit() {
                Unit::PerCent => self.say().setting_percent(&value),
                Unit::Points => self.say().setting_points(&value),
                Unit::Switch if value == "0" => self.say().setting_off().to_owned(),
                Unit::Switch => self.say().setting_on().to_owned(),
            };
            fact(live::said(self.say(), threshold).0, value)
        };
        let mut facts: Vec<Fact> = Threshold::ALL.into_iter().map(threshold).collect();
        let named = |id: &str| match id {
            "high_volume_above" => self.say().setting_high_volume().to_owned(),
            "low_volume_below" => self.say().setting_low_volume().to_owned(),
            "many_systems" => self.say().setting_many_systems().to_owned(),
            "material_annual_cost" => self.say().setting_material_cost().to_owned(),
            "short_recovery_hours" => self.say().setting_short_recovery().to_owned(),
            own => upper_first(&own.replace('_', " ")),
        };
        let settings = self.rulebook.settings.iter();
        facts.extend(settings.map(|setting| fact(&named(&setting.name), self.say().number(setting.value))));
        facts
    }

    /// The paragraphs of the method; those that are left empty are left out.
    pub(crate) fn method(&self) -> Vec<String> {
        let say = self.say();
        let criteria_of = |id: AttributeId| {
            self.rulebook.directional().filter(|(_, _, poles)| poles.attributes().any(|used| used == id)).count()
        };
        let mut twice = self.rulebook.deciding_attributes();
        twice.retain(|id| criteria_of(*id) > 1);
        let names = upper_first(&self.words.names(&twice));
        let names_of = |wanted: fn(&Criterion) -> bool| {
            let criteria = self.rulebook.criteria.iter().filter(|criterion| wanted(criterion));
            criteria.map(|criterion| criterion.name.as_str()).collect::<Vec<_>>()
        };
        let named = |finding: &Finding| {
            let title = say.inside(&finding.title);
            finding.direction.map_or(title.clone(), |way| say.finding_of(&title, &in_prose(say, Verdict::towards(way))))
        };
        let without_direction = names_of(|criterion| criterion.poles.is_none());
        let off = names_of(|criterion| criterion.poles.is_some() && criterion.weight.0 == 0);
        let findings = self.rulebook.findings.iter().filter(|finding| finding.is_extension).map(named);
        let constraints: Vec<String> = self.rulebook.constraints.iter().map(|held| say.inside(&held.title)).collect();
        let on_hold = (!constraints.is_empty()).then(|| say.extension_on_hold(&say.listed(&constraints)));
        let extensions: Vec<String> = findings.chain(on_hold).collect();
        let mut peculiar = vec![
            say.method_twice(twice.len(), &names),
            say.method_terms(without_direction.len(), &say.listed(&without_direction)),
            say.method_off(off.len(), &say.listed(&off)),
            say.method_extensions(&say.listed(&extensions)),
        ];
        let mut counts = [twice.len(), without_direction.len(), off.len(), extensions.len()].into_iter();
        peculiar.retain(|_| counts.next() > Some(0));
        let mut method = vec![
            self.rules(),
            changed_rules(say, self.rulebook).unwrap_or_default(),
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

    /// How many verdicts change as each weight moves, by the criteria's names.
    pub(crate) fn swings_by_name(&self) -> Vec<(String, Swing)> {
        let name = |criterion: usize| self.rulebook.criteria[criterion].name.clone();
        self.portfolio.swings.iter().map(|(criterion, swing)| (name(*criterion), *swing)).collect()
    }

    /// What is meant by the words of the report.
    pub(crate) fn terms(&self) -> Vec<Fact> {
        let say = self.say();
        let mut terms = vec![
            (say.term_bpo(), say.term_bpo_meaning()),
            (say.term_outsourcing(), say.term_outsourcing_meaning()),
            (say.term_firm(), say.term_firm_meaning()),
            (say.term_settled(), say.term_settled_meaning()),
            (say.term_provisional(), say.term_provisional_meaning()),
            (say.term_open(), say.term_open_meaning()),
            (say.term_split(), say.term_split_meaning()),
            (say.term_strength(), say.term_strength_meaning()),
            (say.term_robustness(), say.term_robustness_meaning()),
            (say.term_margin(), say.term_margin_meaning()),
        ];
        if !self.rulebook.constraints.is_empty() {
            terms.push((say.term_hold(), say.term_hold_meaning()));
        }
        let fact = |(label, value): (&str, &str)| Fact { label: label.to_owned(), value: value.to_owned() };
        terms.into_iter().map(fact).collect()
    }

    /// Where the rules come from, and what they weigh.
    fn rules(&self) -> String {
        let Rulebook { source, criteria, .. } = self.rulebook;
        let names: Vec<&str> = criteria.iter().map(|criterion| criterion.name.as_str()).collect();
        self.say().method_rules(names.len(), &self.say().listed(&names), source.trim_end_matches('.'))
    }

    pub(crate) fn columns(&self) -> Vec<ColumnLine> {
        let all = self.inventory.functions.len();
        let line = |(column, column0): (&Column, u16)| {
            let examples = self.examples(column0);
            let holds_something = !column.header.is_empty() || column.attribute.is_some() || !examples.is_empty();
            holds_something.then(|| ColumnLine {
                letters: column_letters(column0),
                header: shortened(&column.header, 120),
                attribute: self.taken_for(column0, column),
                reading: self.say().reading(&column.reading),
                known: match column.attribute {
                    Some(_) => self.say().column_known(column.known, all),
                    None => String::new(),
                },
                examples,
            })
        };
        self.inventory.columns.iter().zip(0..).filter_map(line).collect()
    }

    /// What a column was taken for, in a name.
    fn taken_for(&self, column0: u16, read: &Column) -> String {
        let name_of = |id| self.rulebook.attribute(id).name.clone();
        match read.attribute {
            // Whatever column the names stand in, this is what they are.
            Some(_) if column0 == self.inventory.name_column0 => name_of(self.rulebook.roles.name),
            Some(id) => name_of(id),
            None => self.say().column_not_used().to_owned(),
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
                _ => push_shown(&mut shown, self.say(), table, function.row0, column0),
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

    pub(crate) fn accounting(&self, answers: Option<&str>, assumed: &[String]) -> Vec<String> {
        let (functions, excluded) = (self.inventory.functions.len(), self.inventory.excluded.len());
        let (say, header) = (self.say(), header_rows(self.say(), self.inventory));
        let mut sentences = vec![match sheets(say, self.inventory.table).as_str() {
            "" => say.accounting_rows(functions + excluded, &header, functions, excluded),
            sheets => say.accounting_rows_on(functions + excluded, sheets, &header, functions, excluded),
        }];
        let mut reasons: Vec<(Exclusion, usize)> = Vec::new();
        for row in &self.inventory.excluded {
            match reasons.iter_mut().find(|(reason, _)| *reason == row.reason) {
                Some((_, n)) => *n += 1,
                None => reasons.push((row.reason, 1)),
            }
        }
        reasons.sort_unstable();
        if !reasons.is_empty() {
            let parts: Vec<String> = reasons.iter().map(|(reason, n)| rows(say, *reason, *n)).collect();
            sentences.push(say.accounting_left_out(&say.listed(&parts)));
        }
        let selections: Vec<String> =
            self.rulebook.reading.selections.iter().map(|selection| format!("`{}`", selection.given)).collect();
        if !selections.is_empty() {
            sentences.push(say.selected(&say.listed(&selections)));
        }
        sentences.extend(totals(say, self.rulebook, self.inventory));
        sentences.extend(self.repeated());
        sentences.extend(answers.map(str::to_owned));
        sentences.extend_from_slice(assumed);
        sentences
    }

    /// How many functions share a name or an id, in a sentence.
    fn repeated(&self) -> Option<String> {
        let Repeated { names, ids } = self.inventory.repeated;
        let shared = [(names, self.say().repeated_names(names)), (ids, self.say().repeated_ids(ids))];
        let shared: Vec<String> = shared.into_iter().filter(|(n, _)| *n > 0).map(|(_, functions)| functions).collect();
        (!shared.is_empty()).then(|| self.say().repeated(&self.say().listed(&shared)))
    }

    /// What answers from other files came to, in a few sentences; none where there are none.
    pub(crate) fn answers(&self, run: &Run) -> Option<String> {
        let effect = run.effect?;
        let mut sentences: Vec<String> =
            self.inventory.raters().into_iter().map(|(file, counts)| came_to(self.say(), file, counts)).collect();
        let disputed = self.assessed.all().filter(|assessment| assessment.is_disputed).count();
        sentences.extend((disputed > 0).then(|| self.say().answers_disputed(disputed)));
        if let Some(preferred) = self.inventory.preferred {
            sentences.extend(match (self.inventory.differed(self.rulebook), preferred) {
                (0, _) => None,
                (count, Preferred::Last) => Some(self.say().answers_last(count)),
                (count, Preferred::Median) => Some(self.say().answers_median(count)),
            });
        }
        sentences.push(self.say().answers_settled(effect.settled, effect.open));
        sentences.extend((effect.changed > 0).then(|| self.say().answers_changed(effect.changed)));
        Some(sentences.join(" "))
    }

    /// What was assumed, and for how many functions, in a sentence each.
    pub(crate) fn assumed(&self) -> Vec<String> {
        let assumptions = self.inventory.assumptions.iter().enumerate().map(|(position, assumption)| {
            let uses = (0..self.inventory.functions.len())
                .filter(|f| self.inventory.source(assumption.attribute, *f) == Source::Assumed(position))
                .count();
            let name = upper_first(&self.rulebook.attribute(assumption.attribute).name);
            let given = &self.say().level_as_given(assumption);
            match &assumption.department {
                None => self.say().assumed(&name, given, uses),
                Some(department) => self.say().assumed_in(&name, given, uses, department),
            }
        });
        assumptions.collect()
    }

    pub(crate) fn excluded(&self) -> Vec<ExcludedLine> {
        let excluded = self.inventory.excluded.iter().take(MOST_EXCLUDED);
        excluded
            .map(|row| ExcludedLine {
                row0: row.row0,
                row: self.inventory.table.row_shown(row.row0),
                reason: self.say().excluded(row.reason).to_owned(),
            })
            .collect()
    }

    /// How many rows are functions, and what was not understood.
    pub(crate) fn reading(&self, groups: &[ProblemGroup]) -> Headline {
        let (functions, excluded) = (self.inventory.functions.len(), self.inventory.excluded.len());
        let (say, counted) = (self.say(), counted(self.say(), groups));
        let finding = match counted.as_str() {
            "" => say.reading_all(functions + excluded, functions),
            counted => say.reading_problems(functions + excluded, functions, counted),
        };
        Headline { topic: say.quality_heading().to_owned(), finding, lead: String::new() }
    }

    /// How many criteria decide.
    pub(crate) fn rules_heading(&self) -> Headline {
        let finding = self.say().rules_finding(self.rulebook.weighable().filter(|(_, c, _)| c.weight.0 > 0).count());
        Headline { topic: self.say().method_heading().to_owned(), finding, lead: String::new() }
    }

    /// Where the exhibits have their figures from.
    pub(crate) fn sources(&self) -> Sources {
        let roles = &self.rulebook.roles;
        let size = [roles.annual_cost, roles.fte].into_iter().flatten();
        let deciding = self.rulebook.deciding_attributes();
        let rulebook = format!("{} {}", self.rulebook.name, self.rulebook.version);
        let earlier = self.changes.map_or(String::new(), |changes| self.say().source_file(&changes.earlier.file));
        Sources {
            functions: self.source_of(deciding.iter().copied().chain(size)),
            judged: self.source_of(deciding.iter().copied()),
            earlier,
            rules: self.say().source_rules(&rulebook, &self.rulebook.source),
            file: self.say().source_file(&shortened(&self.inventory.place().file, LONGEST_FILE)),
        }
    }

    /// Which columns an exhibit has its figures from.
    pub(crate) fn source_of(&self, attributes: impl Iterator<Item = AttributeId>) -> String {
        let with_parts = |id: AttributeId| [&[id], self.rulebook.attribute(id).parts()].concat();
        let read: Vec<AttributeId> = attributes.flat_map(with_parts).collect();
        let is_read = |column: &Column| column.attribute.is_some_and(|id| read.contains(&id));
        let columns = self.inventory.columns.iter().zip(0..).filter(|(column, _)| is_read(column));
        let columns: Vec<u16> = columns.map(|(_, column0)| column0).collect();
        let letters = runs_of_columns(&columns);
        let rulebook = format!("{} {}", self.rulebook.name, self.rulebook.version);
        let file = shortened(&self.inventory.place().file, LONGEST_FILE);
        match columns.len() {
            0 => self.say().source_judged(&file, &rulebook),
            number => self.say().source_columns(&file, number, &self.say().listed(&letters), &rulebook),
        }
    }

    pub(crate) fn provenance(&self, run: &Run) -> Vec<Fact> {
        let fact = |label: &str, value: String| Fact { label: label.to_owned(), value };
        let say = self.say();
        let kind = match self.inventory.table.dialect.as_str() {
            "" => run.file.format.name().to_owned(),
            dialect => format!("{} ({})", run.file.format.name(), self.say().as_read(dialect)),
        };
        let with_sha256 = |label: &str, value: &str, sha256: &str| {
            [fact(label, value.to_owned()), fact(&say.provenance_sha256(label), sha256.to_owned())]
        };
        let mut facts = vec![
            fact(say.provenance_input(), run.file.name.to_string()),
            fact(say.provenance_input_format(), kind),
            fact(say.provenance_input_size(), say.provenance_bytes(run.file.size as usize)),
            fact(&say.provenance_sha256(say.provenance_input()), run.file.sha256.clone()),
        ];
        // The sheets of one file follow each other.
        for answers in run.answers.chunk_by(|a, b| a.sha256 == b.sha256).map(|sheets| sheets[0]) {
            facts.extend(with_sha256(say.provenance_answers(), &answers.name, &answers.sha256));
        }
        if let Some(changes) = run.changes.filter(|changes| changes.is_told) {
            facts.extend(with_sha256(say.provenance_earlier_run(), &changes.earlier.file, &changes.earlier.sha256));
        }
        facts.extend(run.kept.iter().map(|name| fact(say.provenance_kept(), name.clone())));
        match self.inventory.table.sheets().as_slice() {
            [] => {}
            [only] => facts.push(fact(say.provenance_sheet(), (*only).to_owned())),
            sheets => facts.push(fact(say.provenance_sheets(), say.listed(sheets))),
        }
        facts.push(fact(say.provenance_header(), header_rows(say, self.inventory)));
        let rulebook = format!("{} {}", self.rulebook.name, self.rulebook.version);
        // A later run looks these up by their labels, whatever else is called otherwise.
        facts
            .extend([fact(say.name(RULES), rulebook), fact(say.name(RULES_SHA256), self.rulebook.sha256().to_owned())]);
        facts.push(fact(say.provenance_source(), self.rulebook.source.clone()));
        for (name, sha256) in &say.sources {
            facts.extend(with_sha256(say.provenance_wording(), name, sha256));
        }
        facts.extend([
            fact(say.provenance_program(), format!("outsift {}", env!("CARGO_PKG_VERSION"))),
            fact(say.name(DATE), run.date.to_string()),
            fact(say.provenance_command_line(), run.command_line.clone()),
        ]);
        facts
    }

    pub(crate) fn footer(&self, run: &Run) -> String {
        let mut parts = vec![shortened(&run.file.name, 50)];
        match self.inventory.table.sheets().as_slice() {
            [] => {}
            [only] => parts.push(self.say().footer_sheet(&sheet_name(only))),
            sheets => parts.push(self.say().footer_sheets(sheets.len())),
        }
        let rulebook = format!("{} {}", self.rulebook.name, self.rulebook.version);
        parts.push(self.say().footer_rulebook(&rulebook));
        parts.push(format!("outsift {}", env!("CARGO_PKG_VERSION")));
        parts.join(" · ")
    }
}

/// What rules say otherwise than the default ones, in a sentence; none where they are the default ones.
pub(crate) fn changed_rules(say: &Messages, rulebook: &Rulebook) -> Option<String> {
    let changes = &rulebook.changes;
    let shown: Vec<&str> = changes.iter().take(MOST_CHANGES).map(String::as_str).collect();
    let more = changes.len() - shown.len();
    (!shown.is_empty()).then(|| say.method_changed(more, &shown.join("; ")))
}

/// The sheets of a table in a sentence, such as "sheet Functions"; nothing for delimited text.
pub(crate) fn sheets(say: &Messages, table: &Table) -> String {
    let names: Vec<String> = table.sheets().iter().map(|sheet| format!("`{}`", sheet_name(sheet))).collect();
    if names.is_empty() { String::new() } else { say.sheets_named(names.len(), &say.listed(&names)) }
}

/// Where the headers stand: `row 5`, `rows 1 to 2`.
pub(crate) fn header_rows(say: &Messages, inventory: &Inventory) -> String {
    let [first, last] = [inventory.header_top0 + 1, inventory.header_row0 + 1].map(|row| row.to_string());
    if first == last { say.header_row(&last) } else { say.header_rows(&first, &last) }
}

/// So many rows that are no functions for one reason: `3 total rows`.
pub(crate) fn rows(say: &Messages, reason: Exclusion, count: usize) -> String {
    let rows = match reason {
        Exclusion::Title => Messages::excluded_title,
        Exclusion::Blank => Messages::excluded_blank,
        Exclusion::Types => Messages::excluded_types,
        Exclusion::Header => Messages::excluded_header,
        Exclusion::Line => Messages::excluded_line,
        Exclusion::Heading => Messages::excluded_heading,
        Exclusion::Total => Messages::excluded_total,
        Exclusion::Statistic => Messages::excluded_statistic,
        Exclusion::Note => Messages::excluded_note,
        Exclusion::OtherTable => Messages::excluded_other_table,
        Exclusion::Parent => Messages::excluded_parent,
        Exclusion::Part => Messages::excluded_part,
        Exclusion::Earlier => Messages::excluded_earlier,
        Exclusion::Unselected => Messages::excluded_unselected,
        Exclusion::NoName => Messages::excluded_no_name,
        Exclusion::Uneven => Messages::excluded_uneven,
    };
    rows(say, count)
}

/// The letters of columns, those of several beside each other together: `C`, `I–R`.
fn runs_of_columns(columns0: &[u16]) -> Vec<String> {
    let runs = columns0.chunk_by(|one, next| one + 1 == *next);
    let letters = |run: &[u16]| run.iter().map(|column0| column_letters(*column0)).collect::<Vec<String>>();
    let shown = |run: &[u16]| match letters(run).as_slice() {
        [first, _, .., last] => vec![format!("{first}\u{2013}{last}")],
        few => few.to_vec(),
    };
    runs.flat_map(shown).collect()
}

/// What the answers of one file came to, in a sentence.
fn came_to(say: &Messages, file: &str, counts: AnswerCounts) -> String {
    let AnswerCounts { functions, filled, replaced, unused } = counts;
    let mut said = match filled + replaced {
        0 => say.answers_none(file),
        new => say.answers_new(file, new, functions),
    };
    if replaced > 0 {
        said = say.answers_replaced(&said, replaced);
    }
    if unused > 0 {
        said = say.answers_unused(&said, unused);
    }
    say.answers_came_to(&said)
}

/// A weight as it was given: thousandths as a decimal number.
pub(crate) fn number_of_thousandths(thousandths: i64) -> String {
    let (whole, fraction) = (thousandths / 1000, thousandths % 1000);
    let decimals = format!("{fraction:03}");
    match decimals.trim_end_matches('0') {
        "" => whole.to_string(),
        decimals => format!("{whole}.{decimals}"),
    }
}
