//! Which function of an earlier run is which of this one: by id and name, else by id, else by name, never by a guess.

use std::collections::HashMap;

use super::earlier::Earlier;
use crate::inventory::Inventory;
use crate::rulebook::Rulebook;
use crate::rulebook::text::fold;

/// The functions of two runs, each with its counterpart in the other.
#[derive(Debug)]
pub(super) struct Matches {
    /// For each function of this run that of the earlier one.
    pub(super) earlier: Vec<Counterpart>,
    /// For each function of the earlier run that of this one.
    pub(super) now: Vec<Counterpart>,
}

/// The counterpart of a function in another run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Counterpart {
    /// The one that it is.
    One(usize),
    /// There is none.
    None,
    /// It may be any of these.
    Several(Vec<usize>),
}

/// A function's id and name, folded.
struct Key {
    id: String,
    name: String,
}

/// What of a key has to be the same; none where the key lacks it.
type Way = fn(&Key) -> Option<(&str, &str)>;

pub(super) fn matched(rulebook: &Rulebook, inventory: &Inventory, earlier: &Earlier) -> Matches {
    let now: Vec<Key> = (0..inventory.functions.len())
        .map(|f| Key { id: fold(&inventory.role(rulebook.roles.id, f)), name: fold(&inventory.name(f)) })
        .collect();
    let before: Vec<Key> = earlier.functions.iter().map(|f| Key { id: fold(&f.id), name: fold(&f.name) }).collect();
    let mut matches =
        Matches { earlier: vec![Counterpart::None; now.len()], now: vec![Counterpart::None; before.len()] };
    let ways: [Way; 3] = [
        |key| (!key.id.is_empty()).then_some((&key.id, &key.name)),
        |key| (!key.id.is_empty()).then_some((&key.id, "")),
        |key| (!key.name.is_empty()).then_some(("", &key.name)),
    ];
    for key_of in ways {
        let (groups_now, groups_before) =
            (grouped(&now, &matches.earlier, key_of), grouped(&before, &matches.now, key_of));
        for (at, key) in now.iter().enumerate() {
            let Some(key) = key_of(key).filter(|_| !matches!(matches.earlier[at], Counterpart::One(_))) else {
                continue;
            };
            let Some(candidates) = groups_before.get(&key) else { continue };
            match (groups_now[&key].as_slice(), candidates.as_slice()) {
                ([_], [only]) => {
                    matches.earlier[at] = Counterpart::One(*only);
                    matches.now[*only] = Counterpart::One(at);
                }
                (own, several) => {
                    matches.earlier[at] = Counterpart::Several(several.to_vec());
                    for candidate in several {
                        matches.now[*candidate] = Counterpart::Several(own.to_vec());
                    }
                }
            }
        }
    }
    matches.settle();
    matches
}

/// The functions without a counterpart, by their keys.
fn grouped<'k>(keys: &'k [Key], counterparts: &[Counterpart], key_of: Way) -> HashMap<(&'k str, &'k str), Vec<usize>> {
    let mut groups: HashMap<_, Vec<usize>> = HashMap::new();
    for (at, key) in keys.iter().enumerate() {
        if !matches!(counterparts[at], Counterpart::One(_))
            && let Some(key) = key_of(key)
        {
            groups.entry(key).or_default().push(at);
        }
    }
    groups
}

impl Matches {
    /// Takes those away that were taken for others in the end; where none are left, there is no counterpart.
    fn settle(&mut self) {
        let is_taken = |counterparts: &[Counterpart]| {
            counterparts.iter().map(|counterpart| matches!(counterpart, Counterpart::One(_))).collect::<Vec<_>>()
        };
        let (taken_now, taken_before) = (is_taken(&self.earlier), is_taken(&self.now));
        for (own, taken) in [(&mut self.earlier, taken_before), (&mut self.now, taken_now)] {
            for counterpart in own.iter_mut() {
                if let Counterpart::Several(candidates) = counterpart {
                    candidates.retain(|candidate| !taken[*candidate]);
                    if candidates.is_empty() {
                        *counterpart = Counterpart::None;
                    }
                }
            }
        }
    }
}
