use super::*;
use crate::rulebook::text::fold;
use crate::rulebook::{Kind, Rulebook, load_default};

fn scale<'r>(rulebook: &'r Rulebook, attribute: &str) -> &'r LevelScale {
    let id = rulebook.attribute_named(attribute).expect("an attribute");
    let rule = rulebook.attribute(id).rule().expect("a column");
    let Kind::Level(scale) = &rule.kind else { panic!("{attribute} is no level") };
    scale
}

#[track_caller]
fn check(attribute: &str, cases: &[(&str, Option<u8>)]) {
    let rulebook = load_default();
    let phrases = Phrases { scale: scale(&rulebook, attribute), reading: &rulebook.reading };
    let level = |text: &str| {
        let folded = fold(text);
        let beside = || phrases.level_with_number(&folded).map(|(_, level)| level);
        phrases.level_of(text, &folded).or_else(beside).map(Points::value)
    };
    let found: Vec<(&str, Option<u8>)> = cases.iter().map(|(text, _)| (*text, level(text))).collect();
    assert_eq!(found, cases, "{attribute}");
}

#[test]
fn words_are_read_in_all_their_forms() {
    check(
        "control",
        &[
            ("High", Some(100)),
            (" MEDIUM ", Some(50)),
            ("Low–Medium", Some(25)),
            ("Medium to High", Some(75)),
            ("a) Yes", Some(100)),
            ("b)  b) No", Some(0)),
            ("(c) Partly", Some(50)),
            ("d. No", Some(0)),
            ("High\u{200b} _x000D_", Some(100)),
            ("High (4)", Some(100)),
            ("4 - High", Some(100)),
            ("4 (High)", Some(100)),
            ("5 = very high", Some(100)),
            ("Critical", Some(100)),
            ("Medium–High", Some(75)),
            ("1. Low", Some(0)),
            ("High4", None),
            ("Hoch", Some(100)),
            ("Low - High", None),
            ("High/Low", None),
            ("Yes/No", None),
            ("Y/N", None),
            ("high-ish", None),
            ("Difficult", None),
            ("S", None),
            ("", None),
        ],
    );
    check("substitutability", &[("Easy", Some(0)), ("Difficult", Some(100))]);
    check("sensitivity", &[("None", Some(0)), ("No personal data", Some(0)), ("Not high", None)]);
    check("nature", &[("One-off", Some(0)), ("BAU", Some(100)), ("One-time task", Some(0)), ("Ongoing project", None)]);
    check("end_date", &[("open-ended", Some(100))]);
    check(
        "frequency",
        &[
            ("Daily", Some(100)),
            ("Once", Some(0)),
            ("Once (daily)", None),
            ("Once, every month", None),
            ("Once a week", Some(100)),
            ("Daily 19:00", Some(100)),
            ("Weekly, 7 pm", Some(100)),
            ("Täglich um 19 Uhr", Some(100)),
            ("Quotidien à 19h30", Some(100)),
            ("Daily 19", Some(100)),
            ("Daily 1900", None),
            ("not daily", None),
        ],
    );
}

#[test]
fn a_remark_stays_beside_its_word_or_takes_it_back() {
    check(
        "control",
        &[
            ("a) Yes – because", Some(100)),
            ("Yes. It is audited", Some(100)),
            ("Muy alto (manual → automático)", Some(100)),
            ("Yes – because of the audit", Some(100)),
            ("High: personal data", Some(100)),
            ("No - not known", None),
            ("Yes – but only until 2026", None),
            ("Yes - but not for long", None),
            ("High, not low", None),
            ("Medium (was High)", None),
            ("High (until the merger)", None),
            ("High (?)", None),
            ("High (3 of 5 teams)", None),
            ("Hoch (früher niedrig)", None),
            ("Ja, aber nur teilweise", None),
            ("Oui, mais plus maintenant", None),
            ("Sí, pero no siempre", None),
            ("Sim, mas somente no verão", None),
            ("Ja – wegen der Prüfung", Some(100)),
        ],
    );
}

#[test]
fn a_negation_turns_what_has_no_middle() {
    check(
        "sourcing",
        &[
            ("Not outsourced", Some(100)),
            ("No - in-house team", None),
            ("Not - outsourced", None),
            ("not yet outsourced", Some(100)),
            ("No longer in-house", Some(0)),
            ("Non-outsourced", Some(100)),
            ("nicht ausgelagert", Some(100)),
            ("keine Auslagerung", Some(100)),
            ("non externalisé", Some(100)),
            ("n'est pas externalisé", Some(100)),
            ("no externalizado", Some(100)),
            ("não terceirizado", Some(100)),
            ("fully outsourced", Some(0)),
            ("not fully outsourced", None),
            ("Not outsourced – own team", Some(100)),
            ("Outsourced (formerly in-house)", None),
            ("In-house team", Some(100)),
            ("internal department", Some(100)),
            ("Internally created", Some(100)),
            ("In-house and external contractors", Some(50)),
            ("Internal & outsourced", Some(50)),
            ("Outsourced/in-house", None),
            ("c) Developed with both contracting and in-house resources", Some(50)),
            ("Both in-house and contractors' staff", Some(50)),
            ("Both: external and internal staff", Some(50)),
            ("mixed, in-house team and contracting", None),
            ("Mixte : interne et externe", Some(50)),
            ("both in-house and legal", None),
            ("both in-house and internal teams", None),
            ("both contracting and in-house until 2027", None),
            ("not both contracting and in-house", None),
            ("shared with contracting", None),
            ("Northwind Services", None),
            ("Internal Revenue Services", None),
            ("Make", Some(100)),
            ("Buy", Some(0)),
        ],
    );
    check(
        "strategic_value",
        &[
            ("not core", Some(0)),
            ("not strategic", Some(0)),
            ("less central", Some(0)),
            ("more central", Some(100)),
            ("not a core process", Some(0)),
            ("not non-core", Some(100)),
            ("non-commodity", Some(100)),
            ("non commodity", Some(100)),
            ("N-1", None),
            ("kein Kernprozess", Some(0)),
            ("weniger zentral", Some(0)),
            ("moins central", Some(0)),
            ("menos central", Some(0)),
            ("not very important", None),
            ("not important", Some(0)),
            ("not high", None),
            ("less important", None),
            ("No, core", None),
            ("low strategic value", Some(0)),
        ],
    );
}

#[test]
fn the_words_of_the_five_considerations_are_levels() {
    check(
        "integration",
        &[
            ("close", Some(100)),
            ("close integration", Some(100)),
            ("tight", Some(100)),
            ("loose", Some(0)),
            ("no integration", Some(0)),
            ("high degree of integration", Some(100)),
            ("not integrated", Some(0)),
            ("enge Integration", Some(100)),
            ("intégration étroite", Some(100)),
            ("integración estrecha", Some(100)),
            ("integração estreita", Some(100)),
        ],
    );
    check(
        "repetitiveness",
        &[
            ("repetitive", Some(100)),
            ("routine", Some(100)),
            ("highly repetitive", Some(100)),
            ("not repetitive", Some(0)),
            ("non-repetitive", Some(0)),
            ("not very repetitive", None),
            ("routine work", Some(100)),
            ("nicht repetitiv", Some(0)),
            ("pas répétitif", Some(0)),
            ("no repetitivo", Some(0)),
            ("não repetitivo", Some(0)),
        ],
    );
    check(
        "stated_volume",
        &[
            ("high-volume", Some(100)),
            ("high volume", Some(100)),
            ("low volume", Some(0)),
            ("low-medium volume", Some(25)),
            ("large", Some(100)),
            ("not high volume", None),
            ("hohes Volumen", Some(100)),
            ("volume élevé", Some(100)),
            ("volumen bajo", Some(0)),
            ("volume alto", Some(100)),
        ],
    );
    check(
        "specialisation",
        &[
            ("unique expertise", Some(100)),
            ("specialised", Some(100)),
            ("unspecialised", Some(0)),
            ("not specialised", Some(0)),
            ("generic", Some(0)),
            ("Specialist to general", None),
            ("Skilled to expert", Some(75)),
        ],
    );
    check(
        "control",
        &[
            ("hands-off", Some(0)),
            ("keep control", Some(100)),
            ("keep full control", Some(100)),
            ("full control", Some(100)),
            ("total control", Some(100)),
            ("no control", Some(0)),
            ("little control", Some(0)),
            ("provider takes over", Some(0)),
            ("volle Kontrolle", Some(100)),
            ("contrôle total", Some(100)),
            ("control total", Some(100)),
            ("controle total", Some(100)),
            ("sin control", Some(0)),
            ("sem controle", Some(0)),
            ("sans contrôle", Some(0)),
            ("ohne Kontrolle", Some(0)),
        ],
    );
}

#[test]
fn names_hold_no_word_that_is_known() {
    let rulebook = load_default();
    let phrases = Phrases { scale: scale(&rulebook, "sourcing"), reading: &rulebook.reading };
    for (text, expected) in [
        ("Northmoor HR", true),
        ("3M", true),
        ("Internal – IT", false),
        ("no vendor", false),
        ("yes", false),
        ("#REF!", false),
        ("own team", false),
        ("12", false),
    ] {
        assert_eq!(phrases.is_name(&fold(text)), expected, "{text}");
    }
}

#[test]
fn an_answer_may_say_whom_the_work_went_to() {
    check(
        "sourcing",
        &[
            ("Outsourced to Northmoor", Some(0)),
            ("Ausgelagert an Nordmoor GmbH", Some(0)),
            ("Externalisé à Valmont", Some(0)),
            ("Terceirizado para Costa Ltda", Some(0)),
            ("Outsourced to be agreed", None),
            ("Outsourced to some extent", None),
            ("Outsourced to date", None),
            ("Outsourced to Northmoor?", None),
            ("OUTSOURCED TO DATE", None),
            ("Outsourced with exceptions", None),
            ("Extern bei Bedarf", None),
            ("Externalisé à terme", None),
            ("Externalizado a medias", None),
            ("Outsourced to a large extent", None),
            ("Outsourced to own subsidiary", None),
            ("Outsourced to Northmoor, not any more", None),
            ("In-house to Northmoor", None),
            ("Outsourced to", None),
        ],
    );
}
