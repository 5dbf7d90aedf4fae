//! What two runs were told otherwise, beside what they came to otherwise: a verdict may have changed because an answer is not
//! given any more, and not because the inventory says something else.

use std::collections::BTreeMap;

/// The option that files of answers are given with.
const ANSWERS: &str = "answers";

/// Something that a run was told of how to read and judge: an option without its marks, with its value as it was typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// The option, such as `assume`.
    pub option: String,
    /// Its value, such as `control=low`; of a file its name.
    pub value: String,
}

/// What a run was told, as far as it is known.
#[derive(Debug, Default)]
pub struct Premise<'p> {
    /// The options of its command.
    pub told: Vec<Told>,
    /// The files with answers that it read, each with its SHA-256; none where it does not tell.
    pub answers: Option<Vec<(&'p str, &'p str)>>,
    /// What its rules say otherwise than the default ones, a text for each change; none where it does not tell.
    pub rules: Option<&'p [String]>,
}

/// What two runs were told otherwise.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Premises {
    /// What the earlier run alone was told.
    pub before: Vec<Told>,
    /// What this run alone is told.
    pub now: Vec<Told>,
    /// The files of answers that both read, and that say something else by now.
    pub answers_changed: Vec<String>,
    /// The weights and thresholds that differ, in figures: `weights.control 2 → 1`.
    pub figures: Vec<String>,
}

impl Premises {
    /// What differs between what an earlier run was told and what this one is.
    pub fn between(mut before: Premise, mut now: Premise) -> Premises {
        let mut answers_changed = Vec::new();
        if let (Some(old), Some(new)) = (&before.answers, &now.answers) {
            // What a folder of answers holds is another thing from day to day.
            for (told, files) in [(&mut before.told, old), (&mut now.told, new)] {
                told.retain(|told| told.option != ANSWERS);
                let given = files.iter().map(|(name, _)| Told { option: ANSWERS.into(), value: (*name).into() });
                told.splice(0..0, given);
            }
            let is_changed = |(name, sha256): &&(&str, &str)| {
                old.iter().any(|(known, _)| known == name) && !old.contains(&(*name, *sha256))
            };
            answers_changed = new.iter().filter(is_changed).map(|(name, _)| (*name).to_owned()).collect();
        }
        let alone = |own: &[Told], other: &[Told]| own.iter().filter(|told| !other.contains(told)).cloned().collect();
        Premises {
            before: alone(&before.told, &now.told),
            now: alone(&now.told, &before.told),
            answers_changed,
            figures: before.rules.zip(now.rules).map_or_else(Vec::new, |(before, now)| figures(before, now)),
        }
    }

    /// Whether there is any difference.
    pub fn differ(&self) -> bool {
        *self != Premises::default()
    }
}

/// The figures that differ between rules, by what each says otherwise than the default ones.
fn figures(before: &[String], now: &[String]) -> Vec<String> {
    let mut moved: BTreeMap<&str, [&str; 2]> = BTreeMap::new();
    for (position, changes) in [before, now].into_iter().enumerate() {
        for (key, value, default) in changes.iter().filter_map(|change| figure(change)) {
            // Where the other rules say nothing, the default holds.
            moved.entry(key).or_insert([default; 2])[position] = value;
        }
    }
    moved.retain(|_, [before, now]| before != now);
    moved.into_iter().map(|(key, [before, now])| format!("{key} {before} → {now}")).collect()
}

/// The parts of a change that is one of figures, such as `weights.control 2 (default 1)`.
fn figure(change: &str) -> Option<(&str, &str, &str)> {
    let (line, default) = change.strip_suffix(')')?.rsplit_once(" (default ")?;
    let (key, value) = line.split_once(' ')?;
    let is_figure = |text: &str| text.parse::<f64>().is_ok();
    (is_figure(value) && is_figure(default)).then_some((key, value, default))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(options: &[(&str, &str)]) -> Vec<Told> {
        options.iter().map(|(option, value)| Told { option: (*option).into(), value: (*value).into() }).collect()
    }

    #[test]
    fn what_one_run_alone_was_told_is_a_difference() {
        let assumed = [("assume", "control=low"), ("map", "G=cost")];
        let premises = |before: &[(&str, &str)], now: &[(&str, &str)]| {
            let of = |options| Premise { told: told(options), ..Premise::default() };
            Premises::between(of(before), of(now))
        };
        assert!(!premises(&assumed, &[assumed[1], assumed[0]]).differ(), "in whatever order");
        let found = premises(&assumed, &[("assume", "control=high"), ("map", "G=cost")]);
        assert_eq!((found.before, found.now), (told(&assumed[..1]), told(&[("assume", "control=high")])));
    }

    #[test]
    fn answers_are_told_by_their_files_and_bytes() {
        let with = |folder: &str, files: &[(&'static str, &'static str)]| Premise {
            told: told(&[(ANSWERS, folder)]),
            answers: Some(files.to_vec()),
            ..Premise::default()
        };
        let found = Premises::between(
            with("back", &[("anna.xlsx", "1"), ("ben.xlsx", "1")]),
            with("asked", &[("anna.xlsx", "1"), ("ben.xlsx", "2"), ("carl.xlsx", "1")]),
        );
        assert_eq!(found.before, []);
        assert_eq!(found.now, told(&[(ANSWERS, "carl.xlsx")]));
        assert_eq!(found.answers_changed, ["ben.xlsx"]);
        // A workbook tells only what was typed.
        let typed = Premise { told: told(&[(ANSWERS, "anna.xlsx")]), ..Premise::default() };
        let found = Premises::between(typed, with("anna.xlsx", &[("anna.xlsx", "2")]));
        assert!(!found.differ(), "{found:?}");
    }

    #[test]
    fn rules_differ_in_figures() {
        let of = |changes: &[&str]| changes.iter().map(|change| (*change).to_owned()).collect::<Vec<_>>();
        for (before, now, expected) in [
            (&["weights.control 2 (default 1)"][..], &[][..], &["weights.control 2 → 1"][..]),
            (&[], &["verdict.borderline 10 (default 20)"], &["verdict.borderline 20 → 10"]),
            (
                &["weights.control 2 (default 1)", "weights.cost 2 (default 1)"],
                &["weights.control 0.5 (default 1)", "weights.cost 2 (default 1)"],
                &["weights.control 2 → 0.5"],
            ),
            (&["name \"a\" (default \"b\")", "attribute.control.headers 1 added"], &[], &[]),
            (&["name 2 (default \"b\")", "title \"a\" (default 2)"], &[], &[]),
        ] {
            let (before, now) = (of(before), of(now));
            let rules = |changes| Premise { rules: Some(changes), ..Premise::default() };
            let found = Premises::between(rules(&before), rules(&now));
            assert_eq!(found.figures, expected, "{before:?} {now:?}");
            assert_eq!(found.differ(), !expected.is_empty(), "{found:?}");
            let untold = Premises::between(Premise::default(), rules(&now));
            assert!(!untold.differ(), "{untold:?}");
        }
    }
}
