//! Which function is which in another file: by id and name, else by id, else by name and department, else by name; never by
//! a guess.
//!
//! Two runs are matched one to one, and what one way has matched is no candidate for the next. Of answers several rows may
//! be for one function, so that each row is looked up by itself.

use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::rc::Rc;

use super::known::Inventory;
use crate::rulebook::Rulebook;
use crate::rulebook::text::fold;
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
}

impl Key {
    /// The keys of a file's functions, each from its id, its name and its department, which may be empty.
    pub(crate) fn all<T: AsRef<str>>(functions: impl Iterator<Item = [T; 3]>) -> Vec<Key> {
        let key = |[id, name, department]: [T; 3]| {
            let [id, name, department] = [id, name, department].map(|text| fold(text.as_ref()));
            Key { id, name, department: Some(department) }
        };
        let mut keys: Vec<Key> = functions.map(key).collect();
        if !keys.iter().any(|key| key.department.as_ref().is_some_and(|department| !department.is_empty())) {
            for key in &mut keys {
                key.department = None;
            }
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
        let texts = |f: usize| [self.role(roles.id, f), self.name(f), self.role(roles.department, f)];
        Key::all((0..self.functions.len()).map(texts))
    }
}

/// What of a key has to be the same; none where the key lacks it.
type Way = for<'k> fn(&'k Key) -> Option<(&'k str, &'k str)>;

const ID_AND_NAME: Way = |key| (!key.id.is_empty()).then_some((&key.id, &key.name));
const ID: Way = |key| (!key.id.is_empty()).then_some((&key.id, ""));
const NAME_AND_DEPARTMENT: Way =
    |key| Some((&*key.name, key.department.as_deref()?)).filter(|(name, _)| !name.is_empty());
const NAME: Way = |key| (!key.name.is_empty()).then_some((&key.name, ""));

/// The ways to recognise a function, the surest first: by its id, where that needs be with its name, else by its name,
/// where that needs be with its department.
const BY_ID: [Way; 2] = [ID_AND_NAME, ID];
const BY_NAME: [Way; 2] = [NAME_AND_DEPARTMENT, NAME];
/// The same for two runs, step by step. What is matched in one step is no candidate in the next; but a name that two
/// departments share says nothing by itself, though one of the two was recognised.
const STEPS: [&[Way]; 3] = [&[ID_AND_NAME], &[ID], &BY_NAME];

/// The counterparts of the functions of this run and of an earlier one.
pub(crate) fn matched(now: &[Key], before: &[Key]) -> Matches {
    let mut matches =
        Matches { earlier: vec![Counterpart::None; now.len()], now: vec![Counterpart::None; before.len()] };
    for step in STEPS {
        let open = |way: &Way| (*way, grouped(now, &matches.earlier, *way), grouped(before, &matches.now, *way));
        let ways: Vec<_> = step.iter().map(open).collect();
        for (way, groups_now, groups_before) in &ways {
            for (at, key) in now.iter().enumerate() {
                let Some(key) = way(key) else { continue };
                if let (Some([own]), Some([only])) =
                    (groups_now.get(&key).map(Rc::as_ref), groups_before.get(&key).map(Rc::as_ref))
                    && *own == at
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
type Groups<'k> = HashMap<(&'k str, &'k str), Rc<[usize]>>;

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
pub(super) struct Known<'k>([[Groups<'k>; 2]; 2]);

impl<'k> Known<'k> {
    pub(super) fn of(keys: &'k [Key]) -> Known<'k> {
        Known([BY_ID, BY_NAME].map(|ways| ways.map(|way| groups(0..keys.len(), keys, way))))
    }

    /// The function that a key means: of those with its id, or else of those with its name, the only one.
    pub(super) fn counterpart(&self, key: &Key) -> Counterpart {
        for (ways, groups) in [BY_ID, BY_NAME].iter().zip(&self.0) {
            let [narrow, wide] = [0, 1].map(|at| ways[at](key).and_then(|key| groups[at].get(&key)));
            let Some(candidates) = wide else { continue };
            let only = [Some(candidates), narrow].into_iter().flatten().find(|functions| functions.len() == 1);
            return only.map_or_else(|| Counterpart::Several(Rc::clone(candidates)), |only| Counterpart::One(only[0]));
        }
        Counterpart::None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Functions as `id/name/department`, parted by blanks.
    fn keys(text: &str) -> Vec<Key> {
        Key::all(text.split_whitespace().map(|function| {
            let mut parts = function.split('/');
            [(); 3].map(|()| parts.next().unwrap_or_default())
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
        ] {
            let matches = matched(&keys(now), &keys(before));
            assert_eq!((&*shown(matches.earlier), &*shown(matches.now)), (earlier, later), "{now} | {before}");
        }
    }

    #[test]
    fn an_answer_is_looked_up_by_its_id_then_by_its_name() {
        let known = keys("1/a/x 2/b/x 2/c/y 3/d/x 4/d/y /e/");
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
        ] {
            let answer = &keys(answer)[0];
            assert_eq!(shown([known.counterpart(answer)]), expected, "{answer:?}");
        }
    }

    /// Two functions are each other's counterparts where some step has them as the only ones, among what was left before it.
    fn naive(now: &[Key], before: &[Key]) -> Vec<Option<usize>> {
        let mut found: Vec<Option<usize>> = vec![None; now.len()];
        for step in STEPS {
            let open_now: Vec<usize> = (0..now.len()).filter(|at| found[*at].is_none()).collect();
            let open_before: Vec<usize> = (0..before.len()).filter(|at| !found.contains(&Some(*at))).collect();
            for way in step {
                for &at in &open_now {
                    let is_same = |other: &Key| way(&now[at]).is_some() && way(other) == way(&now[at]);
                    let others: Vec<usize> = open_before.iter().copied().filter(|b| is_same(&before[*b])).collect();
                    if open_now.iter().filter(|n| is_same(&now[**n])).count() == 1 && others.len() == 1 {
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
                        format!("{}/{}/{}", ["", "1", "2"][below(3) as usize], below(3), ["", "x"][below(2) as usize])
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
