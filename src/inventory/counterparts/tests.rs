//! Counterparts in two runs and for answers, as tables and against a naive search.

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

/// Matches the functions of two runs, and holds the counterparts of both.
fn check(cases: &[(&str, &str, &str, &str)]) {
    for (now, before, earlier, later) in cases {
        let matches = matched(&keys(now), &keys(before));
        assert_eq!((&*shown(matches.earlier), &*shown(matches.now)), (*earlier, *later), "{now} | {before}");
    }
}

#[test]
fn functions_of_two_runs_are_matched_the_surest_way_first() {
    check(&[
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
    ]);
}

#[test]
fn what_says_less_tells_no_function_against_what_says_more() {
    check(&[
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
    ]);
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
            let open_now: Vec<usize> = (0..now.len()).filter(|at| known[*at].is_none() || is_told(now, *at)).collect();
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
        let is_kept = |key: &Key, among: &[Key]| among.iter().any(|other| is_id(key, other) && is_whole(key, other));
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
