//! Functions that share a name or an id with others. They are kept: what is one function and what two is not for a program to
//! say.

use std::collections::{BTreeSet, HashMap, HashSet};

use crate::codes::Code;
use crate::inventory::known::{Inventory, Repeated};
use crate::problem::{Place, Problem, Problems, Severity, Spot, column_letters};
use crate::rulebook::Rulebook;
use crate::rulebook::text::fold;
use crate::table::Cell;

/// Rows by what they share.
struct Shared {
    /// The functions that have what another one has, each group in order.
    groups: Vec<Vec<usize>>,
    /// How many repeat an earlier one.
    repeats: usize,
}

/// Counts the functions whose name or id an earlier one has too, and says so: in one line where a column tells them apart, else
/// for each.
pub(in crate::inventory) fn report_repeated(
    rulebook: &Rulebook,
    inventory: &Inventory,
    problems: &mut Problems,
) -> Repeated {
    let names = inventory.shared(inventory.name_column0);
    let id = rulebook.roles.id.and_then(|id| inventory.column0(id));
    let ids = id.map(|id| inventory.shared(id));
    let apart = if names.repeats == 0 { None } else { inventory.telling_column(rulebook, &names, id) };
    let is_told = match apart {
        Some(column0) => {
            problems.push(inventory.told_apart(&names, column0, id));
            // What one row for each says of the names, it says of their ids.
            Some(column0) != id
        }
        None => {
            let help = "both rows are kept, as two functions; delete one if they are the same";
            inventory.each(&names, inventory.name_column0, Code::RepeatedName, "a name", help, problems);
            false
        }
    };
    if let (Some(ids), Some(id)) = (&ids, id)
        && !(is_told && ids.groups.iter().all(|group| names.groups.contains(group)))
        && !inventory.come_from_several(ids, id, problems)
    {
        inventory.each(ids, id, Code::RepeatedId, "an id", "both rows are kept; mend the id that is wrong", problems);
    }
    Repeated { names: names.repeats, ids: ids.map_or(0, |ids| ids.repeats) }
}

impl Inventory<'_> {
    fn shared(&self, column0: u16) -> Shared {
        let mut first: HashMap<String, usize> = HashMap::with_capacity(self.functions.len());
        let mut groups: HashMap<usize, Vec<usize>> = HashMap::new();
        let mut repeats = 0;
        for function in 0..self.functions.len() {
            let text = if column0 == self.name_column0 { self.name(function) } else { self.text_of(column0, function) };
            if text.is_empty() {
                continue;
            }
            let earlier = *first.entry(fold(&text)).or_insert(function);
            if earlier != function {
                repeats += 1;
                groups.entry(earlier).or_insert_with(|| vec![earlier]).push(function);
            }
        }
        let mut groups: Vec<Vec<usize>> = groups.into_values().collect();
        groups.sort_unstable();
        Shared { groups, repeats }
    }

    /// The column that tells functions of one name apart: the ids, else the departments, else the first other one.
    fn telling_column(&self, rulebook: &Rulebook, names: &Shared, id: Option<u16>) -> Option<u16> {
        let department = rulebook.roles.department.and_then(|department| self.column0(department));
        let is_text = |column0: &u16| {
            let column = &self.columns[usize::from(*column0)];
            let is_value = column.attribute.is_some_and(|id| rulebook.attribute(id).has_values());
            *column0 != self.name_column0 && !is_value && !column.header.is_empty()
        };
        let others = (0..self.columns.len() as u16).filter(is_text);
        let tells = |column0: &u16| {
            names.groups.iter().all(|group| {
                let mut seen = HashSet::new();
                group.iter().all(|function| {
                    let text = self.text_of(*column0, *function);
                    !text.is_empty() && seen.insert(text)
                })
            })
        };
        id.into_iter().chain(department).chain(others).find(tells)
    }

    /// Whether all that have one id come from different files or sheets, each with ids of its own, which is said once.
    fn come_from_several(&self, ids: &Shared, id: u16, problems: &mut Problems) -> bool {
        let are_apart = ids.groups.iter().all(|group| {
            let mut seen = HashSet::new();
            let mut sources = group.iter().map(|function| self.table.sheet_of(self.functions[*function].row0));
            sources.all(|source| source.is_some() && seen.insert(source))
        });
        let Some(first) = ids.groups.first().filter(|_| are_apart) else { return false };
        let rows: usize = ids.groups.iter().map(Vec::len).sum();
        let shared = ids.groups.len();
        let given = if shared == 1 { "1 id stands".to_owned() } else { format!("{shared} ids stand") };
        let shown = self.text_of(id, first[0]);
        let message = format!(
            "{given} in {rows} rows of several sources, such as `{shown}`, told apart by where they come from; each row is \
             a function"
        );
        let place = Place::file(self.table.place.file.clone()).at(Spot::Column { column0: id });
        let place = place.under(self.columns[usize::from(id)].header.as_str());
        let help = "if an id means the same function in all of them, keep it in one";
        problems.push(Problem::note(Code::RepeatedId, place, message).help(help));
        true
    }

    fn told_apart(&self, names: &Shared, column0: u16, id: Option<u16>) -> Problem {
        let rows: usize = names.groups.iter().map(Vec::len).sum();
        let shared = names.groups.len();
        let given = if shared == 1 { "1 name stands".to_owned() } else { format!("{shared} names stand") };
        let column = &self.columns[usize::from(column0)];
        let place = self.table.place.at(Spot::Column { column0: self.name_column0 });
        let place = place.under(self.columns[usize::from(self.name_column0)].header.as_str());
        let letters = column_letters(column0);
        let by = if Some(column0) == id { "each with an id of its own in" } else { "told apart by" };
        let message =
            format!("{given} in {rows} rows, {by} column {letters} (`{}`); each row is a function", column.header);
        let value = self.text_of(column0, names.groups[0][0]).into_owned();
        let typed = if column.header.chars().count() > 32 { letters } else { column.header.clone() };
        let is_source = !self.table.parts.is_empty() && usize::from(column0) + 1 == self.columns.len();
        let other = if Some(column0) == id || is_source || !self.is_kind(column0, &value) {
            String::new()
        } else {
            format!(", or take those of one kind, such as `--where \"{typed}={value}\"`")
        };
        let help = format!("if they are the same functions, give each one row{other}");
        let severity = if !is_source && self.are_versions(names, column0) { Severity::Warning } else { Severity::Note };
        Problem::new(severity, Code::RepeatedName, place, message).help(help)
    }

    /// Whether a value is a kind of rows: one of a few of its column that come again. An amount, a time or an id is none.
    fn is_kind(&self, column0: u16, value: &str) -> bool {
        const MOST_KINDS: usize = 100;
        // Departments and places are kinds, however few rows there are.
        if self.columns[usize::from(column0)].attribute.is_some() {
            return true;
        }
        let is_kind = |cell: Cell| match cell {
            Cell::Text(_) | Cell::Number { .. } => self.table.number(cell).is_none_or(|value| value.fract() == 0.0),
            Cell::Boolean(_) => true,
            Cell::Empty | Cell::Date { .. } | Cell::Error(_) => false,
        };
        let (mut known, mut alike): (HashSet<String>, usize) = (HashSet::new(), 0);
        for (function, of) in self.functions.iter().enumerate() {
            if !is_kind(self.table.value(of.row0, column0)) {
                continue;
            }
            let text = self.text_of(column0, function);
            alike += usize::from(text == value);
            if !known.contains(&*text) {
                known.insert(text.into_owned());
            }
            if known.len() > MOST_KINDS {
                return false;
            }
        }
        alike > 1 && known.len() * 2 <= self.functions.len()
    }

    /// Whether each function has a row for each of the same values of a column that says nothing of the functions, such as
    /// versions or scenarios: rows that would be added up.
    fn are_versions(&self, names: &Shared, column0: u16) -> bool {
        let mut sets = names.groups.iter().map(|group| {
            let texts = group.iter().map(|function| self.text_of(column0, *function).to_string());
            texts.collect::<BTreeSet<String>>()
        });
        let rows: usize = names.groups.iter().map(Vec::len).sum();
        let Some(first) = sets.next().filter(|_| rows == self.functions.len() && names.groups.len() > 1) else {
            return false;
        };
        self.columns[usize::from(column0)].attribute.is_none() && sets.all(|set| set == first)
    }

    fn each(&self, shared: &Shared, column0: u16, code: Code, what: &str, help: &str, problems: &mut Problems) {
        let mut repeats: Vec<usize> = shared.groups.iter().flat_map(|group| group[1..].iter().copied()).collect();
        repeats.sort_unstable();
        for function in repeats {
            let text = if column0 == self.name_column0 { self.name(function) } else { self.text_of(column0, function) };
            let message = format!("expected {what} that no row above has, found `{text}`");
            let place = self.table.place_of(self.functions[function].row0, column0);
            problems.push(Problem::note(code, place, message).help(help));
        }
    }
}
