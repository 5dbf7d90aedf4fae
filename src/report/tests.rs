//! What is said of portfolios that no sample has: one function, rules of one's own, columns without values.

use std::path::Path;

use super::terminal;
use super::view::compose::{Run, compose};
use super::view::report::Report;
use super::view::risks::RaisedLine;
use crate::problem::Problems;
use crate::rulebook::{self, Rulebook};
use crate::{assessment, inventory, portfolio, table};

/// Composes the report on an inventory by the default rules with some changes.
pub(crate) fn with_report<T>(
    inventory: &str,
    changes: &[(&str, &str)],
    then: impl FnOnce(&Report, &Problems) -> T,
) -> T {
    let mut rules = rulebook::default_text().to_owned();
    for (from, to) in changes {
        assert!(rules.contains(from), "the default rulebook holds no `{from}`");
        rules = rules.replacen(from, to, 1);
    }
    let rulebook = rulebook::load("mine.toml", &rules).expect("the rules are right");
    let file = tempfile::Builder::new().suffix(".csv").tempfile().expect("there is room for a file");
    std::fs::write(file.path(), inventory).expect("the file can be written");
    with_report_by(&rulebook, file.path(), then)
}

/// Composes the report on the inventory of a file.
pub(crate) fn with_report_by<T>(rulebook: &Rulebook, input: &Path, then: impl FnOnce(&Report, &Problems) -> T) -> T {
    let mut problems = Problems::default();
    let workbook = table::read(input, &table::Manner::default(), &mut problems).expect("the input can be read");
    let inventory = inventory::map(rulebook, &workbook, &[], &mut problems).expect("the input is an inventory");
    let assessed = assessment::assess(rulebook, &inventory);
    let portfolio = portfolio::summarise(rulebook, &inventory, &assessed);
    let run = Run {
        file: &workbook.file,
        date: jiff::civil::date(2026, 11, 23),
        command_line: "outsift assess".to_owned(),
        answers: Vec::new(),
        effect: None,
        changes: None,
        scenarios: None,
        kept: &[],
        figures: super::view::live::Figures::Auto,
        title: None,
        organisation: None,
        say: &super::words::messages::Messages::default(),
    };
    then(&compose(rulebook, &inventory, &assessed, &portfolio, &problems, &run), &problems)
}

const HEADER: &str = "Function,Department,Location,Strategic value,Integration,Repetitiveness,Volume,Nature,Control wanted,Specialisation,Annual cost (USD),FTE\n";
pub(crate) const TO_BPO: &str = "High,High,High,High,Ongoing,High,Low,5000000,1\n";
pub(crate) const TO_OUTSOURCING: &str = "Low,Low,Low,Low,Project,Low,High,2000000,1.5\n";
pub(crate) const OPEN: &str = ",,,,,,,,\n";
const WITHOUT_FIGURES: &str = "High,High,High,High,Ongoing,High,Low,,\n";

/// An inventory of functions, each with its department and location.
pub(crate) fn inventory_of(functions: &[(&str, &str)]) -> String {
    let rows = functions.iter().enumerate().map(|(i, (place, rest))| format!("Work {},{place},{rest}", i + 1));
    format!("{HEADER}{}", rows.collect::<String>())
}

#[test]
fn the_answer_is_right_for_one_candidate() {
    let headline = |functions: &[(&str, &str)]| {
        with_report(&inventory_of(functions), &[], |report, _| report.summary.headline.join(" "))
    };
    assert_eq!(
        headline(&[("HR,Bonn", TO_BPO)]),
        "The one function is a candidate for BPO. It costs $5M a year. BPO: 1 firm."
    );
    assert_eq!(
        headline(&[("HR,Bonn", TO_BPO), ("HR,Bonn", TO_OUTSOURCING)]),
        "Of 2 functions, 1 is a candidate for BPO and 1 for traditional outsourcing. \
         The candidate for BPO costs $5M a year, the one for traditional outsourcing $2M, together 100 % of the cost stated. \
         BPO: 1 firm. Traditional outsourcing: 1 firm."
    );
    // What is stated of some is the least of all.
    assert_eq!(
        headline(&[("HR,Bonn", TO_BPO), ("HR,Bonn", WITHOUT_FIGURES)]),
        "Of 2 functions, 2 are candidates for BPO, and none for traditional outsourcing. The candidates for BPO cost at least $5M a \
         year, 100 % of the cost stated. BPO: 2 firm."
    );
    let jobs = with_report(&inventory_of(&[("HR,Bonn", TO_BPO), ("HR,Bonn", WITHOUT_FIGURES)]), &[], |report, _| {
        report.summary.jobs.as_ref().map(|jobs| jobs.heading.finding.clone())
    });
    assert_eq!(
        jobs.as_deref(),
        Some("The 2 candidates are the work of at least 1 person (FTE), whoever employs them.")
    );
    // A part of a job is not nobody's.
    let in_house =
        format!("{},Sourcing\nWork 1,HR,Bonn,{},0.4,in-house\n", HEADER.trim_end(), TO_BPO.trim_end_matches(",1\n"));
    let jobs = with_report(&in_house, &[], |report, _| report.summary.headline.join(" "));
    assert!(jobs.ends_with("The candidate that is done in-house is the work of 0.4 people (FTE)."), "{jobs}");
    let lacking = headline(&[("HR,Bonn", OPEN)]);
    assert!(lacking.contains("neither for BPO nor for traditional outsourcing yet. It lacks evidence."), "{lacking}");
}

#[test]
fn places_are_those_with_a_name() {
    let places = |functions: &[(&str, &str)]| {
        with_report(&inventory_of(functions), &[], |report, _| {
            let places = &report.summary.places;
            let names = |breakdown: &super::lists::Breakdown| {
                breakdown.groups.iter().map(|group| group.name.clone()).collect::<Vec<_>>().join(", ")
            };
            let jobs = report.summary.jobs.as_ref().map_or(String::new(), |jobs| jobs.heading.finding.clone());
            let said = [&places.heading.finding, &report.summary.nothing, &jobs].map(Clone::clone);
            (said, places.breakdowns.iter().map(names).collect::<Vec<_>>())
        })
    };
    let ([finding, nothing, jobs], groups) = places(&[(",", TO_BPO), (",", OPEN)]);
    assert_eq!(
        (finding.as_str(), nothing.as_str(), jobs.as_str(), groups.len()),
        (
            "",
            "The inventory names no departments. The inventory names no locations. \
             No function is a candidate for traditional outsourcing. No verdict has to be looked at again.",
            "The candidate is the work of 1 person (FTE), whoever employs them.",
            0
        )
    );
    let ([finding, ..], groups) =
        places(&[(",Bonn", TO_BPO), (",Bonn", TO_BPO), ("HR,Bonn", TO_BPO), ("IT,Bonn", OPEN)]);
    assert_eq!(finding, "HR holds 33 % of the stated cost of the candidates.");
    assert_eq!(groups, ["HR, IT, not stated", "Bonn"]);
    for (functions, expected) in [
        (&[("HR,Bonn", TO_BPO)][..], "All functions belong to HR."),
        (&[("HR,", OPEN), ("IT,", OPEN)], "None of the 2 groups has a candidate yet."),
        (&[("HR,Bonn", TO_BPO), ("IT,Bonn", TO_OUTSOURCING)], "HR holds 71 % of the stated cost of the candidates."),
    ] {
        assert_eq!(places(functions).0[0], expected);
    }
}

#[test]
fn rules_of_ones_own_are_told_as_they_are() {
    let changes = [
        ("source = \"Outsourcing vs.", "source = \"Our sourcing policy of 2026.\" # "),
        ("name = \"Cost\"\nweight = 1\n", "name = \"Cost\"\nweight = 0\n"),
        ("[[criterion]]\n", "[[criterion]]\nid = \"law\"\nname = \"Law\"\nweight = 0\n\n[[criterion]]\n"),
        ("low = \"specialised or one-time\"", "low = \"rare\""),
    ];
    let (method, caption) = with_report(&inventory_of(&[("HR,Bonn", TO_BPO)]), &changes, |report, _| {
        (report.summary.method.join("\n"), report.summary.map.caption.clone())
    });
    for sentence in [
        "The rules have 6 criteria, Law, Strategic value, Cost, Nature of the task, Flexibility and growth and Control and engagement, \
         and name as their source: Our sourcing policy of 2026. Weights and thresholds are the rulebook's own, and listed here.",
        "Law and Flexibility and growth never move a verdict: they give terms for the contract.",
        "Cost is switched off by a weight of 0.",
    ] {
        assert!(method.contains(sentence), "{method}");
    }
    assert_eq!(
        caption,
        "Each mark is a function: from rare (left) to routine and high in volume (right), and from less central, hands-off \
         (below) to central, control kept (above). Its area is its annual cost."
    );
}

#[test]
fn what_is_not_known_of_a_criterion_is_not_nothing() {
    let text = with_report(&inventory_of(&[("HR,Bonn", OPEN)]), &[], |report, _| {
        terminal::explain(report, &report.explain(0))
    });
    assert!(text.contains("    –  Cost: cannot be judged"), "{text}");
}

#[test]
fn no_line_of_a_check_is_wider_than_the_page() {
    let question = |i: usize| format!("Question {i}: what is the situation that this function is meant to improve on?");
    let asked: Vec<String> = (0..36).map(question).collect();
    let answer = "A longer answer, which nobody would want to read as an example in full,".replace(',', ";");
    let header = format!("{},Annual volume of transactions per year,{}\n", HEADER.trim_end(), asked.join(","));
    let row = |i: usize| {
        format!("Work {i} with a long name,HR,Bonn,{TO_BPO}").trim_end().to_owned()
            + &format!(",some {answer}")
            + &format!(",{answer}").repeat(36)
    };
    let inventory = header + &(0..20).map(|i| row(i) + "\n").collect::<String>();
    for width in [60, 80, 100, 120] {
        let page = terminal::Page { width, arguments: "portfolio.csv".to_owned() };
        let text = with_report(&inventory, &[], |report, problems| {
            terminal::check(&super::view::checked::checked(report, problems), &page)
        });
        let text = anstream::adapter::strip_str(&text).to_string();
        let wide: Vec<&str> = text.lines().filter(|line| line.chars().count() > width).collect();
        assert!(wide.is_empty(), "{wide:#?}\n{text}");
        assert!(text.contains("Work 0 with"), "{text}");
    }
}

#[test]
fn problems_that_are_not_listed_are_not_promised() {
    let said = |rows: usize, values: &str| {
        let row = |i: usize| format!("Work {i},HR,Bonn,{values}\n");
        let inventory = format!("{HEADER}{}", (0..rows).map(row).collect::<String>());
        with_report(&inventory, &[], |report, problems| {
            let summary = terminal::summary(report, problems, 200);
            let (_, said) = summary.split_once("Not understood, or worth a look:").expect("problems");
            said.lines().skip(1).map(|line| line.trim().to_owned()).collect::<Vec<_>>()
        })
    };
    let [one, six] = ["High,High,High,High,Ongoing,High,Low,some,1", "?!,?!,?!,High,Ongoing,?!,?!,some,1"];
    assert_eq!(
        said(1, one),
        ["cell K2 (`Annual cost (USD)`): expected a number, found `some`"],
        "one problem needs no number"
    );
    let in_cost = |rows: &str| {
        format!("{rows} cells in column K (`Annual cost (USD)`): expected a number, found for example `some` (K2)")
    };
    assert_eq!(said(12, one), [in_cost("12"), "… all 12 are on the sheet `Data quality`".to_owned()]);
    assert_eq!(
        said(3_000, one),
        [in_cost("3,000"), "… the sheet `Data quality` lists the first 1,000 of each column".to_owned()]
    );
    let many = said(12, six);
    assert_eq!(
        (many.len(), many.last().map(String::as_str)),
        (6, Some("… and 12 more; all are on the sheet `Data quality`")),
        "{many:#?}"
    );
    let many = said(3_000, six);
    assert_eq!(
        many.last().map(String::as_str),
        Some("… and 3,000 more; the sheet `Data quality` lists the first 1,000 of each column"),
        "{many:#?}"
    );
}

#[test]
fn the_heat_map_runs_from_bpo_to_outsourcing_and_keeps_the_costliest() {
    let cheap = TO_BPO.replace("5000000", "9");
    let functions = [("HR,Bonn", OPEN), ("HR,Bonn", TO_OUTSOURCING), ("HR,Bonn", cheap.as_str()), ("IT,Bonn", TO_BPO)];
    let check = |most: usize, expected: [&str; 2]| {
        let names = |report: &Report| {
            let map = report.heat_map(most);
            let names: Vec<String> = map.lines.into_iter().map(|line| line.name).collect();
            [names.join(", "), map.more]
        };
        assert_eq!(with_report(&inventory_of(&functions), &[], |report, _| names(report)), expected);
    };
    check(4, ["Work 4, Work 3, Work 2, Work 1", ""]);
    check(
        3,
        [
            "Work 4, Work 3, Work 2",
            "Only the 3 costliest of 4 functions are here; 1 more stands on the assessment sheet.",
        ],
    );
    check(2, ["Work 4, Work 2", "Only the 2 costliest of 4 functions are here; 2 more stand on the assessment sheet."]);
}

#[test]
fn risks_come_first_and_of_each_the_costliest_function() {
    let functions = [("HR,Bonn", TO_OUTSOURCING), ("HR,Bonn", OPEN), ("IT,Bonn", TO_BPO)];
    with_report(&inventory_of(&functions), &[], |report, _| {
        let all = report.risks(100);
        let raised: usize = report.judged.portfolio.findings.iter().sum();
        assert_eq!((all.lines.len(), all.more.as_str()), (raised, ""));
        let order = |kind: &str| ["Risk", "Contract term", "Benefit"].iter().position(|known| *known == kind);
        assert!(all.lines.is_sorted_by_key(|line| order(&line.kind)));
        assert!(all.lines.iter().all(|line| !line.because.is_empty() && line.is_risk == (line.kind == "Risk")));
        let what = |line: &RaisedLine| (line.title.clone(), line.verdict);
        for pair in all.lines.windows(2).filter(|pair| what(&pair[0]) == what(&pair[1])) {
            assert!(pair[0].cost.as_ref().map(|cost| cost.amount) >= pair[1].cost.as_ref().map(|cost| cost.amount));
        }
        // Of a function everything is listed, or nothing.
        let of_first = all.lines.iter().filter(|line| line.name == "Work 3").count();
        let cut = report.risks(of_first + 1);
        assert!(cut.lines.len() == of_first && cut.lines.iter().all(|line| line.name == "Work 3"));
        let expected = format!("Only the {of_first} findings of the costliest function are here; ");
        assert!(cut.more.starts_with(&expected), "{}", cut.more);
    });
}
