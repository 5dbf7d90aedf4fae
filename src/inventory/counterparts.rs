//! Which function is which in another file: what id, name and department say together, never what one of them says against
//! the others, and never a guess. What several files or sheets have in common is told apart by which of them it comes from.
//!
//! Two runs are matched one to one, and what one way has matched is no candidate for the next. Of answers several rows may
//! be for one function, so that each row is looked up by itself.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::rc::Rc;

use super::known::{Column, Inventory};
use crate::rulebook::Rulebook;
use crate::rulebook::text::{fold, is_called};
use crate::sheets::{Name, OF_SHEET, ROW_HEADERS, SHEET, SOURCE};
use crate::table::Table;

/// The functions of two runs, each with its counterpart in the other.
#[derive(Clone, Debug)]
pub(crate) struct Matches {
    /// For each function of this run that of the earlier one.
    pub(crate) earlier: Vec<Counterpart>,
    /// For each function of the earlier run that of this one.
    pub(crate) now: Vec<Counterpart>,
    /// The functions of this run that have the id of one of the earlier run without a counterpart, where ids by themselves say
    /// nothing.
    pub(crate) other_ids: Vec<usize>,
}

/// The counterpart of a function in another file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Counterpart {
    /// The one that it is.
    One(usize),
    /// There is none.
    None,
    /// It may be any of these.
    Several(Rc<[usize]>),
}

/// What tells a function from others, folded.
#[derive(Clone, Debug)]
pub(crate) struct Key {
    id: String,
    name: String,
    /// None where the file names no department at all; of one that does, a function without one is told by that as well.
    department: Option<String>,
    /// The file or sheet that it comes from, where its table was put together from several; likewise.
    source: Option<String>,
}

impl Key {
    /// Whether both say a department, and not the same one.
    fn has_department_other_than(&self, other: &Key) -> bool {
        let [own, other] = [self, other].map(|key| key.department.as_deref().unwrap_or_default());
        !own.is_empty() && !other.is_empty() && own != other
    }

    /// Whether more than one of id, name and department is another one, which says more than the one that is the same.
    fn is_contradicted(&self, other: &Key) -> bool {
        let is_other = |one: &str, other: &str| !one.is_empty() && !other.is_empty() && one != other;
        let others = [is_other(&self.id, &other.id), is_other(&self.name, &other.name)];
        others.iter().filter(|is_other| **is_other).count() + usize::from(self.has_department_other_than(other)) > 1
    }

    /// The keys of a file's functions, each from its id, its name, its department and its source, which may be empty.
    pub(crate) fn all<T: AsRef<str>>(functions: impl Iterator<Item = [T; 4]>) -> Vec<Key> {
        let key = |texts: [T; 4]| {
            let [id, name, department, source] = texts.map(|text| fold(text.as_ref()));
            Key { id, name, department: Some(department), source: Some(source) }
        };
        let mut keys: Vec<Key> = functions.map(key).collect();
        let is_said = |text: &Option<String>| text.as_ref().is_some_and(|text| !text.is_empty());
        let has_departments = keys.iter().any(|key| is_said(&key.department));
        let has_sources = keys.iter().any(|key| is_said(&key.source));
        for key in &mut keys {
            key.department = key.department.take().filter(|_| has_departments);
            key.source = key.source.take().filter(|_| has_sources);
        }
        keys
    }
}

/// All that the first columns of a row say, as a number: rows that say the same have the same.
pub(crate) fn contents_of_row(table: &Table, row0: u32, columns: u16) -> u64 {
    let mut hasher = DefaultHasher::new();
    for column0 in 0..columns {
        let shown = table.shown(table.value(row0, column0));
        if !shown.is_empty() {
            (column0, shown).hash(&mut hasher);
        }
    }
    hasher.finish()
}

impl Inventory<'_> {
    /// All that a function's row says, as a number.
    pub(crate) fn contents(&self, function: usize) -> u64 {
        contents_of_row(self.table, self.functions[function].row0, self.columns.len() as u16)
    }

    /// What tells its functions apart.
    pub(crate) fn keys(&self, rulebook: &Rulebook) -> Vec<Key> {
        let roles = rulebook.roles;
        let sources = self.source_column();
        let texts = |f: usize| {
            [self.role(roles.id, f), self.name(f), self.role(roles.department, f), self.source_of(sources, f)]
        };
        Key::all((0..self.functions.len()).map(texts))
    }

    /// The column that says which sheet or file a row comes from, in a table that this program had put together, or which row
    /// of which it is, in a questionnaire on one.
    fn source_column(&self) -> Option<u16> {
        let headed = |header: Name| {
            let is_it = |column: &Column| column.attribute.is_none() && is_called(&column.header, header);
            self.columns.iter().rposition(is_it).map(|at| at as u16)
        };
        [SOURCE, SHEET].into_iter().chain(ROW_HEADERS).find_map(headed)
    }

    /// The files or sheets that its functions come from; empty where that is not told.
    pub(crate) fn sources(&self) -> impl Iterator<Item = Cow<'_, str>> {
        let column0 = self.source_column();
        (0..self.functions.len()).map(move |function| self.source_of(column0, function))
    }

    /// The file or sheet that a function comes from; empty where that is not told.
    fn source_of(&self, column0: Option<u16>, function: usize) -> Cow<'_, str> {
        if let Some(sheet) = self.table.sheet_of(self.functions[function].row0) {
            return Cow::Borrowed(sheet);
        }
        let Some(column0) = column0 else { return Cow::Borrowed("") };
        let text = self.text_of(column0, function);
        let header = &self.columns[usize::from(column0)].header;
        if [SOURCE, SHEET].iter().any(|own| is_called(header, *own)) {
            return text;
        }
        text.rsplit_once(OF_SHEET).map_or(Cow::Borrowed(""), |(sheet, _)| Cow::Owned(sheet.to_owned()))
    }
}

/// What of a key has to be the same; none where the key lacks it.
type Way = for<'k> fn(&'k Key) -> Option<Same<'k>>;
type Same<'k> = (&'k str, &'k str, &'k str);

const ID_AND_NAME: Way = |key| (!key.id.is_empty()).then_some((&key.id, &key.name, ""));
const ID_NAME_AND_SOURCE: Way = |key| ID_AND_NAME(key).zip(key.source.as_deref()).map(with_source);
const ID: Way = |key| (!key.id.is_empty()).then_some((&key.id, "", ""));
const ID_AND_SOURCE: Way = |key| ID(key).zip(key.source.as_deref()).map(with_source);
const NAME_AND_DEPARTMENT: Way =
    |key| Some((&*key.name, key.department.as_deref()?, "")).filter(|(name, ..)| !name.is_empty());
const NAME_DEPARTMENT_AND_SOURCE: Way = |key| NAME_AND_DEPARTMENT(key).zip(key.source.as_deref()).map(with_source);
const NAME: Way = |key| (!key.name.is_empty()).then_some((&key.name, "", ""));
const NAME_AND_SOURCE: Way = |key| NAME(key).zip(key.source.as_deref()).map(with_source);

fn with_source<'k>(((one, other, _), source): (Same<'k>, &'k str)) -> Same<'k> {
    (one, other, source)
}

/// The ways to recognise a function by its id, where that needs be with its name or its source, and by its name, where that
/// needs be with its department or its source.
const BY_ID: [Way; 4] = [ID_NAME_AND_SOURCE, ID_AND_NAME, ID_AND_SOURCE, ID];
const BY_NAME: [Way; 4] = [NAME_DEPARTMENT_AND_SOURCE, NAME_AND_SOURCE, NAME_AND_DEPARTMENT, NAME];
/// The same for two runs, step by step, before ids count by themselves. What is matched in one step is no candidate in the
/// next; but a name that two departments or an id that two plants share says nothing by itself, though one of the two was
/// recognised.
const BY_ID_AND_NAME: [&[Way]; 2] = [&[ID_NAME_AND_SOURCE, ID_AND_NAME], &BY_NAME];
const BY_NAME_ALONE: [&[Way]; 1] = [&BY_NAME];
const BY_ID_ALONE: [&[Way]; 1] = [&[ID_AND_SOURCE, ID]];

/// The counterparts of the functions of this run and of an earlier one.
///
/// An id tells a function with its name. By itself it does only if no id went to a function that has another one in the other
/// run, as running numbers do, and if the names have told at least as many, as in another inventory they do not.
pub(crate) fn matched(now: &[Key], before: &[Key]) -> Matches {
    let none = |count| vec![Counterpart::None; count];
    let mut matches = Matches { earlier: none(now.len()), now: none(before.len()), other_ids: Vec::new() };
    let is_given_anew = ids_are_given_anew(now, before);
    let steps: &[&[Way]] = if is_given_anew { &BY_NAME_ALONE } else { &BY_ID_AND_NAME };
    match_by(steps, now, before, &mut matches);
    let mut by_id = matches.clone();
    if !is_given_anew {
        match_by(&BY_ID_ALONE, now, before, &mut by_id);
    }
    let is_borne_out = !is_given_anew && by_id.count() <= 2 * matches.count();
    if is_borne_out {
        matches = by_id;
    }
    // What is left and shares a name, or an id that says something, with something that is left cannot be told apart.
    for way in if is_borne_out { &[NAME, ID][..] } else { &[NAME] } {
        let (groups_now, groups_before) = (grouped(now, &matches.earlier, *way), grouped(before, &matches.now, *way));
        matches.earlier = unclear(now, matches.earlier, &groups_before, *way);
        matches.now = unclear(before, matches.now, &groups_now, *way);
    }
    if !is_borne_out {
        let left = grouped(before, &matches.now, ID);
        let has_id_of_one = |at: &usize| ID(&now[*at]).is_some_and(|id| left.contains_key(&id));
        let is_new = |at: &usize| matches.earlier[*at] == Counterpart::None;
        matches.other_ids = (0..now.len()).filter(is_new).filter(has_id_of_one).collect();
    }
    matches
}

impl Matches {
    /// How many functions have a counterpart.
    fn count(&self) -> usize {
        self.earlier.iter().filter(|counterpart| matches!(counterpart, Counterpart::One(_))).count()
    }
}

/// Matches what the ways of each step tell apart.
fn match_by(steps: &[&[Way]], now: &[Key], before: &[Key], matches: &mut Matches) {
    for step in steps {
        let open = |way: &Way| (*way, candidates(now, &matches.earlier, *way), candidates(before, &matches.now, *way));
        let ways: Vec<_> = step.iter().map(open).collect();
        for (way, groups_now, groups_before) in &ways {
            for (at, key) in now.iter().enumerate() {
                let Some(same) = way(key) else { continue };
                if let (Some([own]), Some([only])) =
                    (groups_now.get(&same).map(Rc::as_ref), groups_before.get(&same).map(Rc::as_ref))
                    && *own == at
                    && !matches!(matches.earlier[at], Counterpart::One(_))
                    && !matches!(matches.now[*only], Counterpart::One(_))
                    && !key.is_contradicted(&before[*only])
                {
                    matches.earlier[at] = Counterpart::One(*only);
                    matches.now[*only] = Counterpart::One(at);
                }
            }
        }
    }
}

/// Whether some id went to a function whose name, with its department where both files have them, the other run knows under
/// another id.
fn ids_are_given_anew(now: &[Key], before: &[Key]) -> bool {
    let have_departments = [now, before].iter().all(|keys| keys.iter().all(|key| key.department.is_some()));
    let whole = if have_departments { NAME_AND_DEPARTMENT } else { NAME };
    let (here, there) = (statements(now, whole), statements(before, whole));
    let went = |own: &HashSet<(Same, Same)>, others: &HashSet<(Same, Same)>| {
        let left: Vec<_> = others.difference(own).collect();
        let ids: HashSet<Same> = left.iter().map(|(id, _)| *id).collect();
        let names: HashSet<Same> = left.iter().map(|(_, name)| *name).collect();
        own.difference(others).any(|(id, name)| ids.contains(id) && names.contains(name))
    };
    went(&here, &there) || went(&there, &here)
}

/// The ids of functions, each with what else is to be the same.
fn statements(keys: &[Key], whole: Way) -> HashSet<(Same<'_>, Same<'_>)> {
    keys.iter().filter_map(|key| ID(key).zip(whole(key))).collect()
}

/// Functions by what is the same in their keys.
type Groups<'k> = HashMap<Same<'k>, Rc<[usize]>>;

/// The functions of which one may be a counterpart: those without one, and all whose source is known, since an id that two
/// plants share says nothing of the second when the first was recognised.
fn candidates<'k>(keys: &'k [Key], counterparts: &[Counterpart], way: Way) -> Groups<'k> {
    let is_open = |at: &usize| !matches!(counterparts[*at], Counterpart::One(_)) || keys[*at].source.is_some();
    groups((0..keys.len()).filter(is_open), keys, way)
}

/// The functions without a counterpart, by their keys.
fn grouped<'k>(keys: &'k [Key], counterparts: &[Counterpart], way: Way) -> Groups<'k> {
    let is_open = |at: &usize| !matches!(counterparts[*at], Counterpart::One(_));
    groups((0..keys.len()).filter(is_open), keys, way)
}

fn groups(functions: impl Iterator<Item = usize>, keys: &[Key], way: Way) -> Groups<'_> {
    let mut groups: HashMap<_, Vec<usize>> = HashMap::new();
    for at in functions {
        if let Some(key) = way(&keys[at]) {
            groups.entry(key).or_default().push(at);
        }
    }
    groups.into_iter().map(|(key, functions)| (key, functions.into())).collect()
}

/// The counterparts, with those of the others that may be the same where there is none.
fn unclear(keys: &[Key], counterparts: Vec<Counterpart>, others: &Groups, way: Way) -> Vec<Counterpart> {
    let of = |(key, counterpart): (&Key, Counterpart)| match counterpart {
        Counterpart::One(_) => counterpart,
        _ => way(key).and_then(|key| others.get(&key)).map_or(counterpart, |o| Counterpart::Several(Rc::clone(o))),
    };
    keys.iter().zip(counterparts).map(of).collect()
}

/// What function of an inventory a row of answers means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Meant {
    /// The one that it names.
    One(usize),
    /// The one with its id, which has another name.
    ById(usize),
    /// None that the inventory has.
    None,
    /// None: the one of its name is in another department.
    Elsewhere(usize),
    /// It may be any of these.
    Several(Rc<[usize]>),
    /// Its id is that of one function, and its name that of another.
    Torn([usize; 2]),
}

/// The functions of an inventory, to look single ones up among.
pub(super) struct Known<'k> {
    keys: &'k [Key],
    groups: [[Groups<'k>; 4]; 2],
}

impl<'k> Known<'k> {
    pub(super) fn of(keys: &'k [Key]) -> Known<'k> {
        Known { keys, groups: [BY_ID, BY_NAME].map(|ways| ways.map(|way| groups(0..keys.len(), keys, way))) }
    }

    /// The functions that the rows of a file mean. Where some row's id is that of one function and its name that of another,
    /// the ids may be others, and say nothing of a row whose name is not known.
    pub(super) fn meant(&self, rows: &[Key]) -> Vec<Meant> {
        let mut meant: Vec<Meant> = rows.iter().map(|row| self.meant_by(row)).collect();
        if meant.iter().any(|meant| matches!(meant, Meant::Torn(_))) {
            for meant in meant.iter_mut().filter(|meant| matches!(meant, Meant::ById(_))) {
                *meant = Meant::None;
            }
        }
        meant
    }

    /// The function that a row means: of those with its id, or else of those with its name, the only one.
    fn meant_by(&self, row: &Key) -> Meant {
        match self.only(0, row) {
            Counterpart::One(only) => self.by_id(row, only),
            Counterpart::Several(several) => Meant::Several(several),
            Counterpart::None => match self.only(1, row) {
                Counterpart::One(only) if row.has_department_other_than(&self.keys[only]) => Meant::Elsewhere(only),
                Counterpart::One(only) => Meant::One(only),
                Counterpart::Several(several) => Meant::Several(several),
                Counterpart::None => Meant::None,
            },
        }
    }

    /// What a row with a function's id means, whose name, with its department if that is another one, may be another function's.
    fn by_id(&self, row: &Key, only: usize) -> Meant {
        let own = &self.keys[only];
        let is_named = row.name.is_empty() || row.name == own.name || row.name == row.id;
        let [.., with_department, with_name] = &self.groups[1];
        let others = match is_named {
            true if !row.has_department_other_than(own) => None,
            true => NAME_AND_DEPARTMENT(row).and_then(|same| with_department.get(&same)),
            false => NAME(row).and_then(|same| with_name.get(&same)),
        };
        match others {
            Some(others) => Meant::Torn([only, others[0]]),
            None if is_named => Meant::One(only),
            None => Meant::ById(only),
        }
    }

    /// The only function that is the same as a row one way of those by id, or by name.
    fn only(&self, by: usize, row: &Key) -> Counterpart {
        // The widest way comes last.
        let mut found = [BY_ID, BY_NAME][by]
            .iter()
            .zip(&self.groups[by])
            .rev()
            .map(|(way, groups)| way(row).and_then(|same| groups.get(&same)));
        let Some(candidates) = found.next().flatten() else { return Counterpart::None };
        let only = std::iter::once(candidates).chain(found.flatten()).find(|functions| functions.len() == 1);
        only.map_or_else(|| Counterpart::Several(Rc::clone(candidates)), |only| Counterpart::One(only[0]))
    }
}

#[cfg(test)]
mod tests;
