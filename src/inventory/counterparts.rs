//! Which function of an earlier run is which of this one: by id and name, else by id, else by name, never by a guess.

use std::collections::HashMap;
use std::rc::Rc;

use super::known::Inventory;
use crate::rulebook::Rulebook;
use crate::rulebook::text::fold;

/// The functions of two runs, each with its counterpart in the other.
#[derive(Debug)]
pub(crate) struct Matches {
    /// For each function of this run that of the earlier one.
    pub(crate) earlier: Vec<Counterpart>,
    /// For each function of the earlier run that of this one.
    pub(crate) now: Vec<Counterpart>,
}

/// The counterpart of a function in another run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Counterpart {
    /// The one that it is.
    One(usize),
    /// There is none.
    None,
    /// It may be any of these.
    Several(Rc<[usize]>),
}

/// A function's id and name, folded.
pub(crate) struct Key {
    id: String,
    name: String,
}

impl Key {
    /// The key of an id, which may be empty, and a name.
    pub(crate) fn of(id: &str, name: &str) -> Key {
        Key { id: fold(id), name: fold(name) }
    }
}

impl Inventory<'_> {
    /// The keys of its functions.
    pub(crate) fn keys(&self, rulebook: &Rulebook) -> Vec<Key> {
        (0..self.functions.len()).map(|f| Key::of(&self.role(rulebook.roles.id, f), &self.name(f))).collect()
    }
}

/// What of a key has to be the same; none where the key lacks it.
type Way = fn(&Key) -> Option<(&str, &str)>;

/// The counterparts of the functions of this run and of an earlier one.
pub(crate) fn matched(now: &[Key], before: &[Key]) -> Matches {
    let mut matches =
        Matches { earlier: vec![Counterpart::None; now.len()], now: vec![Counterpart::None; before.len()] };
    let ways: [Way; 3] = [
        |key| (!key.id.is_empty()).then_some((&key.id, &key.name)),
        |key| (!key.id.is_empty()).then_some((&key.id, "")),
        |key| (!key.name.is_empty()).then_some(("", &key.name)),
    ];
    for way in ways {
        let (groups_now, groups_before) = (grouped(now, &matches.earlier, way), grouped(before, &matches.now, way));
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
    // What is left and shares an id or a name with something that is left cannot be told apart.
    for way in [ways[2], ways[1]] {
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
    let mut groups: HashMap<_, Vec<usize>> = HashMap::new();
    for (at, key) in keys.iter().enumerate() {
        if !matches!(counterparts[at], Counterpart::One(_))
            && let Some(key) = way(key)
        {
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
