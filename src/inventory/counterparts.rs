//! Which function is which in another file: by id and name, else by id, else by name and department, else by name; never by
//! a guess. What several files or sheets have in common is told apart by which of them it comes from.
//!
//! Two runs are matched one to one, and what one way has matched is no candidate for the next. Of answers several rows may
//! be for one function, so that each row is looked up by itself.

use std::borrow::Cow;
use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::rc::Rc;

use super::known::{Column, Inventory};
use crate::rulebook::Rulebook;
use crate::rulebook::text::{fold, is_called};
use crate::sheets::{Name, OF_SHEET, ROW_HEADERS, SHEET, SOURCE};
use crate::table::Table;

/// The functions of two runs, each with its counterpart in the other.
#[derive(Debug)]
pub(crate) struct Matches {
    /// For each function of this run that of the earlier one.
    pub(crate) earlier: Vec<Counterpart>,
    /// For each function of the earlier run that of this one.
    pub(crate) now: Vec<Counterpart>,
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

/// The ways to recognise a function, the surest first: by its id, where that needs be with its name or its source, else by its
/// name, where that needs be with its department or its source.
const BY_ID: [Way; 4] = [ID_NAME_AND_SOURCE, ID_AND_NAME, ID_AND_SOURCE, ID];
const BY_NAME: [Way; 4] = [NAME_DEPARTMENT_AND_SOURCE, NAME_AND_SOURCE, NAME_AND_DEPARTMENT, NAME];
/// The same for two runs, step by step. What is matched in one step is no candidate in the next; but a name that two
/// departments or an id that two plants share says nothing by itself, though one of the two was recognised.
const STEPS: [&[Way]; 3] = [&[ID_NAME_AND_SOURCE, ID_AND_NAME], &[ID_AND_SOURCE, ID], &BY_NAME];

/// The counterparts of the functions of this run and of an earlier one.
pub(crate) fn matched(now: &[Key], before: &[Key]) -> Matches {
    let mut matches =
        Matches { earlier: vec![Counterpart::None; now.len()], now: vec![Counterpart::None; before.len()] };
    for step in STEPS {
        let open = |way: &Way| (*way, candidates(now, &matches.earlier, *way), candidates(before, &matches.now, *way));
        let ways: Vec<_> = step.iter().map(open).collect();
        for (way, groups_now, groups_before) in &ways {
            for (at, key) in now.iter().enumerate() {
                let Some(key) = way(key) else { continue };
                if let (Some([own]), Some([only])) =
                    (groups_now.get(&key).map(Rc::as_ref), groups_before.get(&key).map(Rc::as_ref))
                    && *own == at
                    && !matches!(matches.earlier[at], Counterpart::One(_))
                    && !matches!(matches.now[*only], Counterpart::One(_))
                {
                    matches.earlier[at] = Counterpart::One(*only);
                    matches.now[*only] = Counterpart::One(at);
                }
            }
        }
    }
    // What is left and shares an id or a name with something that is left cannot be told apart.
    for way in [NAME, ID] {
        let (groups_now, groups_before) = (grouped(now, &matches.earlier, way), grouped(before, &matches.now, way));
        matches.earlier = unclear(now, matches.earlier, &groups_before, way);
        matches.now = unclear(before, matches.now, &groups_now, way);
    }
    matches
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

/// The functions of an inventory, to look single ones up among.
pub(super) struct Known<'k>([[Groups<'k>; 4]; 2]);

impl<'k> Known<'k> {
    pub(super) fn of(keys: &'k [Key]) -> Known<'k> {
        Known([BY_ID, BY_NAME].map(|ways| ways.map(|way| groups(0..keys.len(), keys, way))))
    }

    /// The function that a key means: of those with its id, or else of those with its name, the only one.
    pub(super) fn counterpart(&self, key: &Key) -> Counterpart {
        for (ways, groups) in [BY_ID, BY_NAME].iter().zip(&self.0) {
            // The widest way comes last.
            let mut found =
                ways.iter().zip(groups).rev().map(|(way, groups)| way(key).and_then(|key| groups.get(&key)));
            let Some(candidates) = found.next().flatten() else { continue };
            let only = std::iter::once(candidates).chain(found.flatten()).find(|functions| functions.len() == 1);
            return only.map_or_else(|| Counterpart::Several(Rc::clone(candidates)), |only| Counterpart::One(only[0]));
        }
        Counterpart::None
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
            ("1/a", "1/b", "0", "0"),
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
            ("1/a 1/b", "1/c 1/d", "?01 ?01", "?01 ?01"),
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
    fn an_answer_is_looked_up_by_its_id_then_by_its_name() {
        let known = keys("1/a/x 2/b/x 2/c/y 3/d/x 4/d/y /e/ 7/g/z/p 7/g/z/q /h/z/p /h/z/q");
        let known = Known::of(&known);
        for (answer, expected) in [
            ("1/a/x", "0"),
            ("1/z/z", "0"),
            ("/A/", "0"),
            // An id that several have is told by the name alone, and never by another function's name.
            ("2/c/", "2"),
            ("2/a/x", "?12"),
            ("9/a/x", "0"),
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
        ] {
            let answer = &keys(answer)[0];
            assert_eq!(shown([known.counterpart(answer)]), expected, "{answer:?}");
        }
    }

    /// Two functions are each other's counterparts where some step has them as the only ones, among what was left before it.
    fn naive(now: &[Key], before: &[Key]) -> Vec<Option<usize>> {
        let mut found: Vec<Option<usize>> = vec![None; now.len()];
        for step in STEPS {
            let known = found.clone();
            let is_told = |keys: &[Key], at: usize| keys[at].source.is_some();
            let open_now: Vec<usize> = (0..now.len()).filter(|at| known[*at].is_none() || is_told(now, *at)).collect();
            let open_before: Vec<usize> =
                (0..before.len()).filter(|at| !known.contains(&Some(*at)) || is_told(before, *at)).collect();
            for way in step {
                for &at in &open_now {
                    let is_same = |other: &Key| way(&now[at]).is_some() && way(other) == way(&now[at]);
                    let others: Vec<usize> = open_before.iter().copied().filter(|b| is_same(&before[*b])).collect();
                    let is_free = || found[at].is_none() && !found.contains(&Some(others[0]));
                    if open_now.iter().filter(|n| is_same(&now[**n])).count() == 1 && others.len() == 1 && is_free() {
                        found[at] = Some(others[0]);
                    }
                }
            }
        }
        found
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
