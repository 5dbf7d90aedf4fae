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
    match_by(&BY_ID_ALONE, now, before, &mut by_id);
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
mod tests {
    use super::*;

    /// Functions as `id/name/department/source`, parted by blanks.
    fn keys(text: &str) -> Vec<Key> {
        Key::all(text.split_whitespace().map(|function| {
            let mut parts = function.split('/');
            [(); 4].map(|()| parts.next().unwrap_or_default())
        }))
    }

    /// A counterpart in a few signs: its position, `-` for none, `?` and positions for several.
    fn shown(counterparts: impl IntoIterator<Item = Counterpart>) -> String {
        let shown = |counterpart| match counterpart {
            Counterpart::One(at) => at.to_string(),
            Counterpart::None => "-".to_owned(),
            Counterpart::Several(all) => format!("?{}", all.iter().map(usize::to_string).collect::<String>()),
        };
        counterparts.into_iter().map(shown).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn functions_of_two_runs_are_matched_the_surest_way_first() {
        for (now, before, earlier, later) in [
            ("1/a 2/b", "2/b 1/a", "1 0", "1 0"),
            // Another name, another id, no id any more.
            ("1/a 2/b", "1/c 2/b", "0 1", "0 1"),
            ("1/a", "2/a", "0", "0"),
            ("/a", "1/a", "0", "0"),
            ("1/a", "2/b", "-", "-"),
            // An id that several share, told by the name; a name, by the department.
            ("1/a 1/b", "1/b 1/a", "1 0", "1 0"),
            ("/a/x /a/y", "/a/y /a/x", "1 0", "1 0"),
            ("/a/x /a/", "/a/x /a/", "0 1", "0 1"),
            // What one way has matched is no candidate for the next.
            ("1/a 2/a", "1/a 3/a", "0 1", "0 1"),
            // But of two departments, the one that is left may not be the other one.
            ("/a/x /a/y", "/a/x /a/z", "0 ?1", "0 ?1"),
            ("/a/x /a/y /a/z", "/a/x /a/y", "0 1 -", "0 1"),
            // A move to another department, and a file that names none.
            ("/a/x", "/a/y", "0", "0"),
            ("/a/x /a/", "/a", "?0 ?0", "?01"),
            ("/a /a", "/a /a", "?01 ?01", "?01 ?01"),
            // An id says more than a name where both are shared.
            ("1/a 1/a", "1/a 1/b", "?01 ?01", "?01 ?01"),
            ("1/a 1/b 2/e", "1/c 1/d 2/e", "?01 ?01 2", "?01 ?01 2"),
            ("// /a", "/a //", "- 0", "1 -"),
            // What two plants have in common is told by the plant, and by nothing else where a plant is new.
            ("1/a//x 1/a//y", "1/a//y 1/a//x", "1 0", "1 0"),
            ("1/a//x 1/a//y", "1/a//x 1/a//z", "0 ?1", "0 ?1"),
            ("1/a//x 1/b//y", "1/b//y 1/c//x", "1 0", "1 0"),
            ("/a//x /a//y", "/a//y /a//x", "1 0", "1 0"),
            // Files that were given other names, and a plant alone.
            ("1/a//x 2/a//y", "1/a//v 2/a//w", "0 1", "0 1"),
            ("1/a 2/b", "1/a//x 2/b//y", "0 1", "0 1"),
        ] {
            let matches = matched(&keys(now), &keys(before));
            assert_eq!((&*shown(matches.earlier), &*shown(matches.now)), (earlier, later), "{now} | {before}");
        }
    }

    #[test]
    fn what_says_less_tells_no_function_against_what_says_more() {
        for (now, before, earlier, later) in [
            // Two of id, name and department say more than the third; a name alone more than a department alone.
            ("1/a/x 2/b/x", "1/c/x 2/b/x", "0 1", "0 1"),
            ("1/a/x 2/b/x", "1/c/y 2/b/x", "?0 1", "?0 1"),
            ("1/a/x 2/b/x", "3/a/x 2/b/x", "0 1", "0 1"),
            ("1/a/x 2/b/x", "3/a/y 2/b/x", "?0 1", "?0 1"),
            ("1/a/x 2/b/x", "1/a/y 2/b/x", "0 1", "0 1"),
            ("/a/x", "/a/y", "0", "0"),
            // Ids that were given anew: running numbers after one more on top, two that were swapped, one given to another.
            ("1/n 2/a 3/b", "1/a 2/b", "- 0 1", "1 2"),
            ("1/b 2/c", "1/a 2/b 3/c", "1 2", "- 0 1"),
            ("2/a 1/b", "1/a 2/b", "0 1", "0 1"),
            ("2/a 7/b", "1/a 2/b", "0 1", "0 1"),
            ("1/n 2/a", "1/a", "- 0", "1"),
            ("1/a/x 2/a/y", "2/a/x 1/a/y", "0 1", "0 1"),
            // Then none of them says anything by itself, nor of two with one name.
            ("1/n 2/a 3/b 4/m", "1/a 2/b 4/o", "- 0 1 -", "1 2 -"),
            ("1/n 2/a 3/a", "1/a 2/a", "- ?01 ?01", "?12 ?12"),
            // Nor in another inventory, where hardly any name is the same.
            ("1/a", "1/b", "-", "-"),
            ("1/a 2/b 3/c", "1/d 2/e 3/f", "- - -", "- - -"),
            ("1/a 2/b 3/c 4/g", "1/d 2/e 3/f 4/g", "- - - 3", "- - - 3"),
            ("1/a 2/b 3/c 4/g", "1/d 2/e 3/c 4/g", "0 1 2 3", "0 1 2 3"),
        ] {
            let matches = matched(&keys(now), &keys(before));
            assert_eq!((&*shown(matches.earlier), &*shown(matches.now)), (earlier, later), "{now} | {before}");
        }
    }

    #[test]
    fn an_answer_is_looked_up_by_its_id_then_by_its_name() {
        let known = keys("1/a/x 2/b/x 2/c/y 3/d/x 4/d/y /e/ 7/g/z/p 7/g/z/q /h/z/p /h/z/q 8/i/x 9/j/x");
        let known = Known::of(&known);
        let shown = |meant: &Meant| match meant {
            Meant::One(at) => at.to_string(),
            Meant::ById(at) => format!("{at} by id"),
            Meant::None => "-".to_owned(),
            Meant::Elsewhere(at) => format!("not {at}"),
            Meant::Several(all) => format!("?{}", all.iter().map(usize::to_string).collect::<String>()),
            Meant::Torn([id, name]) => format!("{id} or {name}"),
        };
        for (answers, expected) in [
            ("1/a/x", "0"),
            ("1//z", "0"),
            ("1/1", "0"),
            ("/A/", "0"),
            // An id that several have is told by the name alone, and never by another function's name.
            ("2/c/", "2"),
            ("2/a/x", "?12"),
            ("6/a/x", "0"),
            ("/d/y", "4"),
            ("/d/z", "?34"),
            ("/d/", "?34"),
            ("/e/x", "5"),
            ("/f/x", "-"),
            ("//x", "-"),
            ("7/g/z/q", "7"),
            ("7/g/z", "?67"),
            ("/h//p", "8"),
            ("/h/z/", "?89"),
            // A name that is not known, and a department that is another one.
            ("1/z/z", "0 by id"),
            ("1/a/y", "0"),
            ("/a/y", "not 0"),
            ("6/a/y", "not 0"),
            // Ids and names that belong to different functions.
            ("8/j/x 9/i/x", "10 or 11, 11 or 10"),
            ("3/d/y 4/d/x", "3 or 4, 4 or 3"),
            ("8/d 1/a 9/z", "10 or 3, 0, -"),
        ] {
            let found = known.meant(&keys(answers));
            assert_eq!(found.iter().map(shown).collect::<Vec<_>>().join(", "), expected, "{answers:?}");
        }
    }

    /// Two functions are each other's counterparts where some step has them as the only ones, among what was left before it.
    fn naive(now: &[Key], before: &[Key]) -> Vec<Option<usize>> {
        let mut found: Vec<Option<usize>> = vec![None; now.len()];
        let match_by = |steps: &[&[Way]], found: &mut Vec<Option<usize>>| {
            for step in steps {
                let known = found.clone();
                let is_told = |keys: &[Key], at: usize| keys[at].source.is_some();
                let open_now: Vec<usize> =
                    (0..now.len()).filter(|at| known[*at].is_none() || is_told(now, *at)).collect();
                let open_before: Vec<usize> =
                    (0..before.len()).filter(|at| !known.contains(&Some(*at)) || is_told(before, *at)).collect();
                for way in *step {
                    for &at in &open_now {
                        let is_same = |other: &Key| way(&now[at]).is_some() && way(other) == way(&now[at]);
                        let others: Vec<usize> = open_before.iter().copied().filter(|b| is_same(&before[*b])).collect();
                        let is_free = || found[at].is_none() && !found.contains(&Some(others[0]));
                        if open_now.iter().filter(|n| is_same(&now[**n])).count() == 1
                            && others.len() == 1
                            && is_free()
                            && !now[at].is_contradicted(&before[others[0]])
                        {
                            found[at] = Some(others[0]);
                        }
                    }
                }
            }
        };
        let is_given_anew = naively_given_anew(now, before);
        match_by(if is_given_anew { &BY_NAME_ALONE } else { &BY_ID_AND_NAME }, &mut found);
        let mut by_id = found.clone();
        match_by(&BY_ID_ALONE, &mut by_id);
        let count = |found: &[Option<usize>]| found.iter().flatten().count();
        if !is_given_anew && count(&by_id) - count(&found) <= count(&found) { by_id } else { found }
    }

    /// Some function's id and name are both in the other run, in two functions that have lost one of them here.
    fn naively_given_anew(now: &[Key], before: &[Key]) -> bool {
        let have_departments = now.iter().chain(before).all(|key| key.department.is_some());
        let is_whole = |one: &Key, other: &Key| {
            !one.name.is_empty() && one.name == other.name && (!have_departments || one.department == other.department)
        };
        let is_id = |one: &Key, other: &Key| !one.id.is_empty() && one.id == other.id;
        let went = |own: &[Key], others: &[Key]| {
            let is_kept =
                |key: &Key, among: &[Key]| among.iter().any(|other| is_id(key, other) && is_whole(key, other));
            let can_tell = |key: &&Key| !key.id.is_empty() && !key.name.is_empty() && !is_kept(key, own);
            let left: Vec<&Key> = others.iter().filter(can_tell).collect();
            own.iter()
                .filter(|key| !is_kept(key, others))
                .any(|key| left.iter().any(|other| is_id(key, other)) && left.iter().any(|other| is_whole(key, other)))
        };
        went(now, before) || went(before, now)
    }

    #[test]
    fn matches_are_those_of_a_naive_search_and_go_both_ways() {
        let mut state = 1_u64;
        let mut below = |end: u64| {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (state >> 33) % end
        };
        for _ in 0..3_000 {
            let mut file = || {
                let functions: Vec<String> = (0..below(6))
                    .map(|_| {
                        let text = |all: [&'static str; 3], at: u64| all[at as usize];
                        let (id, department) = (text(["", "1", "2"], below(3)), text(["", "x", "x"], below(2)));
                        format!("{id}/{}/{department}/{}", below(3), text(["", "p", "q"], below(3)))
                    })
                    .collect();
                keys(&functions.join(" "))
            };
            let (now, before) = (file(), file());
            let matches = matched(&now, &before);
            let one = |counterpart: &Counterpart| match counterpart {
                Counterpart::One(at) => Some(*at),
                Counterpart::None | Counterpart::Several(_) => None,
            };
            let found: Vec<Option<usize>> = matches.earlier.iter().map(one).collect();
            assert_eq!(found, naive(&now, &before), "{now:?} | {before:?}");
            let back = matched(&before, &now);
            assert_eq!((&back.earlier, &back.now), (&matches.now, &matches.earlier), "{now:?} | {before:?}");
            for (at, counterpart) in matches.now.iter().enumerate() {
                assert_eq!(one(counterpart), found.iter().position(|found| *found == Some(at)));
            }
        }
    }
}
