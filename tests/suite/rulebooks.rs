//! Rulebooks: every mistake at once, each with line and column and the nearest name; and laws that the default keeps.

use std::collections::HashSet;
use std::ffi::OsStr;

use outsift::rulebook::{self, FindingKind, Join};

use crate::harness::{file, outsift, path};

/// Changes the default rulebook and checks everything that is said about it, without the file's name.
#[track_caller]
fn check(changes: &[(&str, &str)], expected: &str) {
    let mut text = rulebook::default_text().to_owned();
    for (from, to) in changes {
        assert!(text.contains(from), "the default rulebook holds no `{from}`");
        text = text.replacen(from, to, 1);
    }
    let problems = rulebook::load("mine.toml", &text).err().unwrap_or_default();
    // Lines of the default rulebook move with every edit, so cases name the text that stands there.
    let lines: Vec<&str> = text.lines().collect();
    let said: Vec<String> = problems
        .iter()
        .map(|problem| {
            let said = problem.to_string();
            let mut parts = said.splitn(5, ':');
            let mut next = || parts.next().unwrap_or_default().to_owned();
            let (code, _, line, column, rest) = (next(), next(), next(), next(), next());
            let line: usize = line.parse().expect("a line");
            let column: usize = column.parse().expect("a column");
            let at: String = lines[line - 1].chars().skip(column - 1).take(24).collect();
            format!("{code} at <{at}>:{rest}")
        })
        .collect();
    assert_eq!(said.join("\n"), expected);
}

#[test]
fn every_mistake_is_named_with_its_place_and_its_mend() {
    check(
        &[("[verdict]", "[verdict]\nminimum_covrage = 40")],
        "error[unknown-key] at <minimum_covrage = 40>: unknown key `minimum_covrage` in `verdict`\n  \
         help: did you mean `minimum_coverage`?",
    );
    check(
        &[("weight = 1\n", "weight = -1\n")],
        "error[negative-weight] at <-1>: weight -1 is below 0\n  \
         help: 0 switches a criterion off; to turn it round, exchange its poles",
    );
    check(
        &[("all = [\"strategic_value\", \"integration\"]", "all = [\"strategic_value\", \"integraton\"]")],
        "error[unknown-name] at <\"integraton\"] }>: there is no attribute `integraton`\n  \
         help: did you mean `integration`?",
    );
    check(
        &[("\"frequency\", \"process frequency\",", "\"nature\", \"frequency\", \"process frequency\",")],
        "error[header-claimed-twice] at <\"nature\", \"frequency\", \">: header `nature` is claimed by attribute `nature` \
         and by `frequency`\n  help: a header can mean one thing only: remove it from one of them",
    );
    check(
        &[("minimum_coverage = 50", "minimum_coverage = 150"), ("borderline = 20", "borderline = \"twenty\"")],
        "error[wrong-value] at <150>: expected `minimum_coverage` as a whole number from 0 to 100, found `150`\n\
         error[wrong-value] at <\"twenty\">: expected `borderline` as a whole number from 0 to 100, found `\"twenty\"`",
    );
    check(
        &[("at_least = \"material_annual_cost\"", "at_least = \"material_cost\"")],
        "error[unknown-name] at <\"material_cost\" }>: there is no setting `material_cost`\n  \
         help: known are `low`, `medium`, `high`, `high_volume_above`, `low_volume_below`, `many_systems`, \
         `material_annual_cost`, `short_recovery_hours`",
    );
    check(
        &[("low_volume_below = 1_000", "low_volume_below = 20_000")],
        "error[bands-overlap] at <\"low_volume_below\", high>: `low_below` is greater than `high_above`\n\
         error[bands-overlap] at <\"low_volume_below\", high>: `low_below` is greater than `high_above`",
    );
    check(
        &[("name_fallback = ", "decimal_mark = \"dot\"\nname_fallback = "), ("\n2080 = [", "\nhour = [")],
        "error[wrong-value] at <hour = [\"hour\", \"hourly\">: expected a number of times a year, found `hour`\n\
         error[unknown-name] at <\"dot\">: there is no decimal mark `dot`\n  \
         help: known are `comma`, `point`",
    );
    check(
        &[("\nfrequency = \"frequency\"\n", "\n")],
        "error[missing-key] at <[[attribute]]>: an attribute with `per_run` has no `frequency`",
    );
    check(
        &[("id = \"flexibility\"\n", "id = \"control\"\n"), ("id = \"bpo-culture\"", "id = \"bpo-focus\"")],
        "error[duplicate-id] at <\"control\">: criterion `control` is given twice\n\
         error[duplicate-id] at <\"bpo-focus\">: finding `bpo-focus` is given twice",
    );
}

/// What would be read otherwise than it says, or not at all.
#[test]
fn what_cannot_be_meant_is_refused() {
    check(
        &[(
            "first_of = [\"nature\", \"frequency\", \"end_date\"]",
            "first_of = [\"nature\", \"volume\", \"continuity\"]",
        )],
        "error[nested-first-of] at <\"volume\", \"continuity\"]>: `first_of` names `volume`, which has no column of its own\n  \
         help: name attributes with `headers` only\n\
         error[nested-first-of] at <\"continuity\"]>: `first_of` names `continuity`, which has no column of its own\n  \
         help: name attributes with `headers` only",
    );
    check(
        &[("first_of = [\"nature\", \"frequency\", \"end_date\"]", "first_of = []")],
        "error[wrong-value] at <[]>: expected `first_of` as a list of at least one attribute, found `[]`",
    );
    check(
        &[(
            "outsourcing = { any = [\"not control\"] }",
            "outsourcing = { any = [\"not control\", \"fte\", \"not country\"] }",
        )],
        "error[not-a-level] at <\"fte\", \"not country\"] }>: a pole cannot weigh `fte`, which is no level\n  \
         help: name attributes with `kind = \"level\"`, or a `first_of` of such\n\
         error[not-a-level] at <\"not country\"] }>: a pole cannot weigh `country`, which is no level\n  \
         help: name attributes with `kind = \"level\"`, or a `first_of` of such",
    );
    check(
        &[("first_of = [\"nature\", \"frequency\", \"end_date\"]", "first_of = [\"nature\", \"owner\"]")],
        "error[not-a-level] at <\"continuity\", \"repetitiv>: a pole cannot weigh `continuity`, which is no level\n  \
         help: name attributes with `kind = \"level\"`, or a `first_of` of such\n\
         error[not-a-level] at <\"not continuity\", \"speci>: a pole cannot weigh `continuity`, which is no level\n  \
         help: name attributes with `kind = \"level\"`, or a `first_of` of such",
    );
    check(
        &[("when = { attribute = \"risk\", at_least = \"high\" }", "when = { any = [{ all = [] }, { any = [] }] }")],
        "error[wrong-value] at <[] }, { any = [] }] }>: expected `all` as a list of at least one test, found `[]`\n\
         error[wrong-value] at <[] }] }>: expected `any` as a list of at least one test, found `[]`",
    );
    check(
        &[("{ attribute = \"service_level\", known = true }", "{ attribute = \"fte\", known = true, at_least = 2 }")],
        "error[two-tests-in-one] at <known = true, at_least =>: a test cannot have `at_least` and `known` together\n  \
         help: make two tests of it, such as `{ all = [{ … }, { … }] }`",
    );
    check(
        &[(
            "at_least = \"material_annual_cost\" }",
            "at_least = \"material_annual_cost\", at_most = 5e9, contains = [\"x\"] }",
        )],
        "error[two-tests-in-one] at <contains = [\"x\"] }>: a test cannot have `at_least` and `contains` together\n  \
         help: make two tests of it, such as `{ all = [{ … }, { … }] }`",
    );
    check(
        &[("not_points_to = \"bpo\"", "not_points_to = \"bpo\", points_to = \"outsourcing\"")],
        "error[two-tests-in-one] at <not_points_to = \"bpo\", p>: a test cannot have `points_to` and `not_points_to` together\n  \
         help: make two tests of it, such as `{ all = [{ … }, { … }] }`",
    );
    check(
        &[("criteria = [\"cost\", \"nature\"]", "criteria = []")],
        "error[wrong-value] at <[]>: expected `criteria` as a list of at least one criterion, found `[]`",
    );
    check(
        &[
            ("kind = \"money\"", "kind = \"number\""),
            ("full-time equivalents.\"\nkind = \"number\"", "full-time equivalents.\"\nkind = \"text\""),
        ],
        "error[wrong-kind] at <\"number\">: attribute `annual_cost` must be of the kind `money`, and is `number`\n  \
         help: reports add it up; give an attribute of another kind another `id`\n\
         error[wrong-kind] at <\"text\">: attribute `fte` must be of the kind `number`, and is `text`\n  \
         help: reports add it up; give an attribute of another kind another `id`",
    );
}

/// None hides another, and each that is missing is reported where its table stands.
#[test]
fn every_mistake_is_named_at_once() {
    check(
        &[
            ("name = \"default\"\nversion = \"1\"\n", "name = \"default\"\nversion = 1\n"),
            ("name = \"Cost\"\nweight = 1\n", "name = \"Cost\"\n"),
            ("name = \"Owner\"\n", ""),
            ("bands = { low_below = \"low_volume_below\", high_above", "bands = { high_above"),
            ("low = \"less central, hands-off\"\n", ""),
            ("when = { attribute = \"risk\", at_least = \"high\" }", ""),
            ("says.neutral = \"points neither way\"\n", ""),
        ],
        "error[missing-key] at <[[attribute]]>: attribute `owner` has no `name`\n\
         error[missing-key] at <{ high_above = \"high_vol>: `bands` has no `low_below`\n\
         error[missing-key] at <says.bpo = \"essential to>: `says` of criterion `strategic_value` has no `neutral`\n\
         error[missing-key] at <[[criterion]]>: criterion `cost` has no `weight`\n\
         error[missing-key] at <[map.y]>: `map.y` has no `low`\n\
         error[missing-key] at <[[finding]]>: finding `outsourcing-shared-risk` has no `when`\n\
         error[wrong-value] at <1>: expected `version` as a text, found `1`",
    );
}

#[test]
fn a_wrong_rulebook_ends_the_run() {
    let (_folder, rulebook) = file("mine.toml", "name = \"mine\nversion = 3\n");
    let sample = path("samples/portfolio.csv");
    let run = outsift([OsStr::new("check"), sample.as_os_str(), OsStr::new("--rulebook"), rulebook.as_os_str()]);
    assert_eq!((run.code, run.stdout.as_str()), (78, ""));
    assert!(run.stderr.starts_with("error[toml]: mine.toml:1:"), "{}", run.stderr);
    let run = outsift([OsStr::new("check"), sample.as_os_str(), OsStr::new("--rulebook"), OsStr::new("none.toml")]);
    assert_eq!(run.code, 66);
    assert!(run.stderr.contains("help: `outsift rulebook > mine.toml` writes one to start from"), "{}", run.stderr);
}

/// The source's lists: seven benefits and five risks of traditional outsourcing, five and five of BPO.
#[test]
fn the_default_rulebook_is_complete() {
    let rulebook = rulebook::load_default();
    let count = |prefix: &str, kind| {
        let named = rulebook.findings.iter().filter(|f| !f.is_extension);
        named.filter(|f| f.id.starts_with(prefix) && f.kind == kind).count()
    };
    assert_eq!(
        (count("outsourcing-", FindingKind::Benefit), count("outsourcing-", FindingKind::Risk)),
        (7, 5),
        "traditional outsourcing"
    );
    assert_eq!((count("bpo-", FindingKind::Benefit), count("bpo-", FindingKind::Risk)), (5, 5), "BPO");
    assert!(count("term-", FindingKind::ContractTerm) >= 3);

    for id in rulebook.deciding_attributes() {
        assert!(rulebook.attribute(id).anchors.is_some(), "{}", rulebook.attribute(id).id);
    }
    let ids: HashSet<&str> = rulebook.findings.iter().map(|f| f.id.as_str()).collect();
    assert_eq!(ids.len(), rulebook.findings.len(), "ids are unique");
    for finding in &rulebook.findings {
        assert!(finding.text.ends_with('.') && !finding.title.is_empty(), "{} is worded", finding.id);
    }
    for id in rulebook.deciding_attributes() {
        assert!(rulebook.attribute(id).question.is_some(), "{} can be asked for", rulebook.attribute(id).id);
    }
    let names: Vec<&str> = rulebook.criteria.iter().map(|c| c.id.as_str()).collect();
    assert_eq!(names, ["strategic_value", "cost", "nature", "flexibility", "control"]);
    let weights: Vec<i64> = rulebook.criteria.iter().map(|c| c.weight.0 / 1000).collect();
    assert_eq!(weights, [1, 1, 1, 0, 1]);
    assert!(rulebook.criteria[3].poles.is_none(), "flexibility gives no direction");
    let joins: Vec<(Join, usize)> = rulebook.directional().map(|(_, _, p)| (p.bpo.join, p.bpo.terms.len())).collect();
    assert_eq!(joins, [(Join::All, 2), (Join::All, 2), (Join::All, 2), (Join::All, 1)]);
}
