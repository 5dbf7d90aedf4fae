//! Each part of a rulebook, as it is read from the few lines that say it.

use super::*;
use crate::language::Language;

#[track_caller]
fn with(text: &str) -> Rulebook {
    load("part.toml", text).unwrap_or_else(|problems| panic!("{text}: {problems:?}"))
}

#[track_caller]
fn refused(text: &str) -> String {
    load("part.toml", text).err().map_or_else(String::new, |problems| problems[0].message.clone())
}

/// The test of a finding of ours, as it was understood.
fn condition(test: &str) -> Condition {
    let finding =
        format!("[finding.ours]\nkind = \"risk\"\nverdict = \"bpo\"\ntitle = \"\"\ntext = \"\"\nwhen = {test}");
    let rulebook = with(&finding);
    let ours = rulebook.findings.iter().find(|finding| finding.id == "ours").expect("ours");
    assert_eq!((ours.kind, ours.direction), (FindingKind::Risk, Some(Direction::Bpo)));
    ours.when.clone()
}

#[test]
fn conditions_are_understood() {
    let id = |name: &str| load_default().attribute_named(name).expect("an attribute");
    let (fte, risk) = (id("fte"), id("risk"));
    let within = |test: &str| match condition(test) {
        Condition::Within { attribute, at_least, at_most } => (attribute, at_least, at_most),
        other => panic!("{other:?}"),
    };
    assert_eq!(within("{ attribute = \"fte\", at_least = 1.5 }"), (fte, Some(1.5), None));
    assert_eq!(within("{ attribute = \"risk\", at_most = \"low\" }"), (risk, None, Some(0.0)));
    assert_eq!(
        within("{ attribute = \"risk\", at_least = \"medium\", at_most = \"high\" }"),
        (risk, Some(50.0), Some(100.0))
    );
    assert_eq!(within("{ attribute = \"fte\", at_least = \"many_systems\" }"), (fte, Some(4.0), None));
    assert!(matches!(condition("{ attribute = \"fte\", known = false }"), Condition::Known { known: false, .. }));
    assert!(matches!(condition("{ attribute = \"fte\", known = true }"), Condition::Known { known: true, .. }));
    let parts = condition("{ attribute = \"systems\", parts_at_least = 3 }");
    assert!(matches!(parts, Condition::Parts { at_least, .. } if at_least > 2.9 && at_least < 3.1));
    let Condition::Contains { phrases, .. } = condition("{ attribute = \"name\", contains = [\"Tax return\"] }") else {
        panic!("no phrases")
    };
    assert_eq!(phrases, [["tax", "return"]]);
    for (key, to, expected) in [
        ("points_to", "bpo", (Direction::Bpo, false)),
        ("not_points_to", "outsourcing", (Direction::Outsourcing, true)),
        ("points_to", "traditional-outsourcing", (Direction::Outsourcing, false)),
    ] {
        match condition(&format!("{{ criterion = \"nature\", {key} = \"{to}\" }}")) {
            Condition::Points { criterion, to, negated } => assert_eq!((criterion, (to, negated)), (2, expected)),
            other => panic!("{other:?}"),
        }
    }
}

#[test]
fn conditions_say_what_they_look_at() {
    let id = |name: &str| load_default().attribute_named(name).expect("an attribute");
    let all = condition(
        "{ all = [{ attribute = \"fte\", known = true }, { any = [{ attribute = \"systems\", parts_at_least = 2 }, \
         { attribute = \"name\", contains = [\"tax\"] }, { criterion = \"cost\", points_to = \"bpo\" }, \
         { attribute = \"risk\", at_least = 50 }] }] }",
    );
    for (name, is_named, is_counted) in [
        ("fte", true, false),
        ("systems", true, true),
        ("name", true, false),
        ("risk", true, false),
        ("volume", false, false),
        ("specialisation", false, false),
    ] {
        assert_eq!((all.names(id(name)), all.counts_parts_of(id(name))), (is_named, is_counted), "{name}");
    }
    assert!(matches!(&all, Condition::All(tests) if matches!(&tests[1], Condition::Any(tests) if tests.len() == 4)));
    let names = [FindingKind::Benefit, FindingKind::Risk, FindingKind::ContractTerm].map(FindingKind::name);
    assert_eq!(names, ["benefit", "risk", "contract term"]);
}

#[test]
fn tests_that_mean_nothing_are_refused() {
    for (test, message) in [
        ("3", "expected a test as a table, found `3`"),
        (
            "{ attribute = \"fte\" }",
            "expected a test with `at_least`, `at_most`, `known`, `parts_at_least` or `contains`, found `{ attribute = \"fte\" }`",
        ),
        ("{ attribute = \"fte\", known = 1 }", "expected true or false, found `1`"),
        (
            "{ attribute = \"fte\", at_least = true }",
            "expected a number, a level or the name of a setting, found `true`",
        ),
        ("{ criterion = \"costs\", points_to = \"bpo\" }", "there is no criterion `costs`"),
        ("{ criterion = \"cost\", points_to = \"out\" }", "there is no direction `out`"),
        ("{ all = [], any = [] }", "unknown key `any` in a test"),
    ] {
        assert_eq!(refused(&format!("finding.bpo-focus.when = {test}")), message);
    }
    assert_eq!(refused("finding.bpo-focus.kind = \"chance\""), "there is no kind `chance`");
    assert_eq!(refused("finding.bpo-focus.verdict = \"both\""), "there is no direction `both`");
}

#[test]
fn criteria_have_weights_poles_and_sentences() {
    let rulebook = with(
        "[criterion.ours]\nname = \"Ours\"\nweight = 2.125\nbpo = { any = [\"risk\", \"not  growth\"] }\n\
         outsourcing = { all = [\"not risk\"] }\n[criterion.ours.says]\nbpo = \"b\"\noutsourcing = \"o\"\nconflict = \"c\"\n\
         neutral = \"n\"\nunknown = \"u\"\n[map.x]\ncriteria = [\"ours\"]",
    );
    let ours = rulebook.criteria.last().expect("ours");
    let poles = ours.poles.as_ref().expect("poles");
    let named = |pole: &Pole| {
        let terms = pole.terms.iter().map(|term| (rulebook.attribute(term.attribute).id.as_str(), term.opposite));
        (pole.join, terms.collect::<Vec<_>>())
    };
    assert_eq!((ours.id.as_str(), ours.weight), ("ours", Weight(2_125)));
    assert_eq!(named(&poles.bpo), (Join::Any, vec![("risk", false), ("growth", true)]));
    assert_eq!(named(&poles.outsourcing), (Join::All, vec![("risk", true)]));
    let says = &ours.says;
    assert_eq!([&says.bpo, &says.outsourcing, &says.conflict, &says.neutral, &says.unknown], ["b", "o", "c", "n", "u"]);
    assert_eq!((rulebook.axes[0].criteria.as_slice(), rulebook.axes[1].criteria.as_slice()), (&[5][..], &[0, 4][..]));
    assert_eq!(rulebook.directional().map(|(i, ..)| i).collect::<Vec<_>>(), [0, 1, 2, 4, 5]);
    assert_eq!(with("weights.cost = 0").directional().count(), 3);
    assert_eq!(with("weights.cost = 0").weighable().count(), 4);
    for (text, message) in [
        (
            "weights.cost = 1.2345",
            "expected `weight` as a number from 0 to 1000000 with at most three decimals, found `1.2345`",
        ),
        (
            "weights.cost = 1000001",
            "expected `weight` as a number from 0 to 1000000 with at most three decimals, found `1000001`",
        ),
        ("criterion.cost.bpo = { off = true }", "criterion `cost` has one pole only"),
        ("criterion.cost.bpo = 3", "expected a pole as a table, found `3`"),
        (
            "criterion.cost.bpo = { all = [\"volume\"], any = [\"volume\"] }",
            "expected a pole with either `all` or `any`, found `{ all = [\"volume\"], any = [\"volume\"] }`",
        ),
        ("criterion.flexibility.says.bpo = \"x\"", "`says` of criterion `flexibility` has no `outsourcing`"),
        ("map.x.criteria = [\"costs\"]", "there is no criterion `costs`"),
        ("map.z = 3", "unknown key `z` in `map`"),
    ] {
        assert_eq!(refused(text), message);
    }
}

#[test]
fn thresholds_settings_and_bands_are_numbers() {
    let rulebook = with(
        "verdict = { minimum_coverage = 0, borderline = 100, fragile = 7, review_neutral = 0, noteworthy_change = 8 }",
    );
    assert_eq!(Threshold::ALL.map(|threshold| rulebook.thresholds[threshold]), [0, 100, 7, 1, 0, 1, 1, 1, 1, 8]);
    assert!(!refused("verdict.fragile = 101").is_empty() && !refused("verdict.fragile = -1").is_empty());
    let bands = |rulebook: &Rulebook| {
        let id = rulebook.attribute_named("annual_volume").expect("an attribute");
        rulebook.attribute(id).levels().map_or(Numbers::None, |scale| scale.numbers)
    };
    let count = |low_below, high_above| Numbers::Count { low_below, high_above };
    assert_eq!(bands(&with("settings.low_volume_below = 0x10")), count(16.0, 10_000.0));
    assert_eq!(bands(&with("attribute.annual_volume.bands.low_below = 10_000")), count(10_000.0, 10_000.0));
    assert_eq!(bands(&with("attribute.annual_volume.numbers = \"rating\"")), Numbers::Rating);
    assert_eq!(bands(&with("attribute.annual_volume.numbers = \"none\"")), Numbers::None);
    assert_eq!(refused("attribute.annual_volume.numbers = \"some\""), "there is no reading of numbers `some`");
    assert_eq!(
        refused("attribute.fte.kind = \"money\""),
        "attribute `fte` must be of the kind `number`, and is `money`"
    );
    assert_eq!(refused("settings.ours = nan"), "expected setting `ours` as a number, found `nan`");
}

#[test]
fn levels_have_words_examples_and_phrases() {
    let rulebook =
        with("[attribute.control]\nmore = { \"Say in it\" = 75, 25 = [\"x\"] }\nbeside = [\"in it\"]\ndates = 20");
    let id = rulebook.attribute_named("control").expect("an attribute");
    let rule = rulebook.attribute(id).rule().expect("a column");
    let Kind::Level(scale) = &rule.kind else { panic!("control is no level") };
    let level = |word: &str| scale.words.get(word).map(|level| level.value());
    assert_eq!(
        ["high", "muy alto", "say in it", "x", "none"].map(level),
        [Some(100), Some(100), Some(75), Some(25), None]
    );
    assert_eq!(scale.examples, ["high", "Say in it", "medium", "x", "low"]);
    assert_eq!(scale.dates, Points::new(20));
    assert!(scale.beside.contains("in it"));
    assert_eq!(Points::new(101), None);
    assert_eq!(refused("[words.level]\n\"very\" = 101"), "expected a level from 0 to 100, found `101`");
    assert_eq!(refused("attribute.control.words = [\"levels\"]"), "there is no word list `levels`");
}

#[test]
fn attributes_know_where_they_come_from() {
    let rulebook = load_default();
    let id = |name: &str| rulebook.attribute_named(name).expect("an attribute");
    assert_eq!(rulebook.whole_of(id("frequency")).map(|whole| whole.id.as_str()), Some("continuity"));
    assert!(rulebook.whole_of(id("control")).is_none());
    assert_eq!((rulebook.column_of(id("volume")), rulebook.column_of(id("fte"))), (id("stated_volume"), id("fte")));
    assert_eq!((rulebook.roles.name, rulebook.roles.fte), (id("name"), Some(id("fte"))));
    let has_values = |name: &str| rulebook.attribute(id(name)).has_values();
    assert_eq!(["fte", "name", "volume", "control"].map(has_values), [true, false, false, true]);
    assert_eq!(with("attribute.location.off = true").roles.location, None);
    let deciding = rulebook.deciding_attributes();
    assert_eq!((deciding.len(), deciding[0], deciding[6]), (7, id("strategic_value"), id("control")));
    let rule = rulebook.attribute(id("annual_volume")).rule().expect("a column");
    assert_eq!(rule.frequency, Some(id("frequency")));
    assert!(rule.per_run.iter().all(|header| rule.headers.contains(header)) && !rule.per_run.is_empty());
    assert!(!rule.channels.is_empty() && !rule.series.is_empty());
}

#[test]
fn reading_tells_totals_missing_values_and_powers_of_ten() {
    let reading = load_default().reading;
    for (text, is_missing) in [("N/A", true), (" tbd ", true), ("-", true), ("nothing", false), ("", false)] {
        assert_eq!(reading.is_no_data(text), is_missing, "{text}");
    }
    let long = format!("unknown{}", " ".repeat(60));
    assert!(reading.is_no_data(&long) && !reading.is_no_data(&"unknown ".repeat(9)));
    for (text, is_total, begins) in [
        ("Total", true, true),
        ("Grand total (2)", true, false),
        ("Total 2025 EUR:", true, true),
        ("Total for Finance", true, true),
        ("Total for", false, true),
        ("Totally outsourced", false, false),
        ("2. Summe", true, true),
        ("Payroll total", false, false),
        ("2025", false, false),
    ] {
        assert_eq!((reading.is_total(text), reading.begins_as_total(text)), (is_total, begins), "{text}");
    }
    for (word, factor) in [
        ("k", Some(1e3)),
        ("m", Some(1e6)),
        ("M", Some(1e6)),
        ("B", Some(1e9)),
        ("b", None),
        ("MIO", Some(1e6)),
        ("Milhões", Some(1e6)),
        ("mil", Some(1e3)),
        ("lakh", Some(1e5)),
        ("tons", None),
    ] {
        assert_eq!(reading.magnitude(word), factor, "{word}");
    }
    for (text, is_per_year) in [("/year", true), (" p.a.", true), ("pro Jahr", true), ("month", false), ("", false)] {
        assert_eq!(reading.is_per_year(text), is_per_year, "{text}");
    }
    assert_eq!(
        [("marz", 3), ("out", 10), ("dec", 12)].map(|(name, _)| reading.months.get(name).copied()),
        [Some(3), Some(10), Some(12)]
    );
    assert!(reading.pairs.contains(&" bis ".to_owned()) && reading.pairs.contains(&"-".to_owned()));
    assert!(reading.pairs.contains(&"/".to_owned()));
}

#[test]
fn a_rulebook_states_columns_scales_and_marks() {
    let rulebook =
        with("columns = { B = \"fte\", A = \"none\" }\nscales = { Fit = \"5..1\" }\nreading.decimal_mark = \"comma\"");
    let reading = &rulebook.reading;
    let columns: Vec<_> =
        reading.columns.iter().map(|stated| (stated.column.given.as_str(), stated.attribute)).collect();
    assert_eq!(columns, [("B", rulebook.attribute_named("fte")), ("A", None)]);
    assert_eq!((reading.scales[0].bottom as u8, reading.scales[0].top as u8), (5, 1));
    assert_eq!(reading.decimal_mark, Some(DecimalMark::Comma));
    assert_eq!(("point".parse(), DecimalMark::Point.name()), (Ok(DecimalMark::Point), "point"));
    let stated = parse_column(&rulebook, "Fit = 2 = risk").expect("a column");
    assert_eq!((stated.column.given.as_str(), stated.attribute), ("Fit = 2", rulebook.attribute_named("risk")));
    assert_eq!(stated.column.by, StatedBy::Option);
    assert!(parse_column(&rulebook, " =risk").is_err() && parse_column(&rulebook, "Fit=rsk").is_err());
    assert_eq!(parse_column(&rulebook, "Fit=none").map(|stated| stated.attribute), Ok(None));
    assert_eq!(parse_column_scale("Fit=1..5").map(|stated| stated.top as u8), Ok(5));
    assert!(parse_column_scale("=1..5").is_err() && parse_column_scale("Fit=5").is_err());
    let any = rulebook.for_any_file();
    assert!(any.reading.columns.iter().all(|stated| stated.column.by == StatedBy::Rulebook));
    assert_eq!(refused("scales.Fit = \"1-5\""), "expected a scale such as `1..5`, found `1-5`");
    assert_eq!(refused("columns.Fit = 3"), "expected a text, found `3`");
}

#[test]
fn trees_are_printed_as_toml() {
    let text = "a = \"q\\\"\\\\\\n\\u0001é\"\nb = [1_000, -1_000, 0x1F, 999, 1.50, true]\nc = 1979-05-27\n\n[t]\n\"x y\" = { }\n";
    let (tree, _) = toml::de::DeTable::parse_recoverable(text);
    assert_eq!(print::text(tree.get_ref()), text.replace("\"x y\" = { }\n", "").replace("\n[t]\n", "\n[t.\"x y\"]\n"));
}

#[test]
fn what_is_as_long_as_a_sentence_is_no_total() {
    let reading = load_default().reading;
    assert!(reading.is_total("Total for Finance"));
    assert!(!reading.is_total(&format!("Total for {}", "all that Finance does ".repeat(4))));
}

/// Rules of one's own are said in the language of the run, but for what they say in words of their own.
#[test]
fn own_rules_are_said_in_the_language_of_the_run() {
    let of = |language| {
        let own = "weights.control = 2\ncriterion.cost.name = \"Our cost\"";
        let rulebook = load_in(language, "own.toml", own).expect("a rulebook");
        let names: Vec<String> = rulebook.criteria.iter().map(|criterion| criterion.name.clone()).collect();
        (rulebook.text().to_owned(), names)
    };
    let ((text, english), (other_text, german)) = (of(Language::En), of(Language::De));
    assert_eq!(text, other_text);
    let is_default = |name: &&String| load_default().criteria.iter().any(|criterion| criterion.name == **name);
    assert_eq!((english.iter().filter(is_default).count(), german.iter().filter(is_default).count()), (4, 0));
    assert!([&english, &german].iter().all(|names| names.contains(&"Our cost".to_owned())));
}
