//! Benefits, risks and contract terms: each can be raised, and is raised only where the row holds the evidence.

use std::collections::BTreeSet;

use outsift::rulebook;

use crate::harness::{assess, file};

const HEADER: &str = "Function,Strategic value,Integration,Repetitiveness,Volume,Specialisation,Nature,Control wanted,\
Annual cost,FTE,Sourcing,Country,Owner,Demand variability,Growth,Regulated,Sensitivity,Customer facing,Service hours,\
Criticality,Risk,End date,Systems,SLA";

/// The levels of a function that is clearly one or the other.
const BPO: &str = "High,High,High,High,Low,Ongoing,High";
const OUTSOURCING: &str = "Low,Low,Low,Low,High,Project,Low";

/// The findings raised on a function with some levels and the rest of its row.
fn raised(name: &str, levels: &str, rest: &str) -> BTreeSet<String> {
    let (_folder, path) = file("one.csv", format!("{HEADER}\n{name},{levels},{rest}\n"));
    let record = assess(&path, &[]).record();
    let findings = record["functions"][0]["findings"].as_array().expect("findings").iter();
    findings.map(|finding| finding["id"].as_str().expect("an id").to_owned()).collect()
}

#[test]
fn without_evidence_nothing_is_raised() {
    // A missing owner and a missing cost are evidence themselves, where there is a column for them.
    assert_eq!(raised("Payroll", BPO, "1,,,,Ann,,,,,,,,,,,"), BTreeSet::from(["bpo-planning".to_owned()]));
    assert_eq!(
        raised("Payroll", OUTSOURCING, "1,,,,Ann,,,,,,,,,,,"),
        BTreeSet::from(["outsourcing-skills".to_owned()])
    );
    assert!(
        raised("Payroll", "Medium,,,,,,", "900000,9,In-house,,Ann,High,High,Yes,High,Yes,24/7,High,High,,,").is_empty()
    );
}

#[test]
fn every_finding_can_be_raised() {
    let everything =
        "900000,9,In-house,Spain; Peru,,High,High,Yes,Confidential,Yes,24/7,High,High,2027-01-31,A; B; C; D,99 %";
    let mut all = raised("Recruitment", BPO, everything);
    all.extend(raised("Audit", OUTSOURCING, everything));
    // Benefits that need a Low strategic value or a wish for control beside a verdict that goes the other way.
    all.extend(raised("Payroll", "Low,Low,High,High,Low,Ongoing,High", everything));
    all.extend(raised("Audit", "Low,Low,Low,Low,High,Project,Medium", &everything.replacen("900000", "", 1)));
    all.extend(raised("Payroll", BPO, &everything.replacen("900000", "", 1)));
    let rulebook = rulebook::load_default();
    let missing: Vec<&str> = rulebook.findings.iter().map(|f| f.id.as_str()).filter(|id| !all.contains(*id)).collect();
    assert_eq!(missing, [] as [&str; 0]);
}

/// Of a range every value must pass.
#[test]
fn a_range_raises_what_all_of_it_would() {
    for (cost, fte, expected) in [
        ("200k-300k", "1-5", true),
        ("\"100,000+\"", "at least 1", true),
        ("50k-300k", "0-5", false),
        ("up to 300k", "<5", false),
    ] {
        let found = raised("Payroll", BPO, &format!("{cost},{fte},In-house,,Ann,,,,,,,,,,,"));
        for id in ["bpo-savings", "bpo-productivity", "bpo-culture"] {
            assert_eq!(found.contains(id), expected, "{id}: {cost} and {fte}");
        }
    }
}

/// Jobs go where the company's own people do the work, by either verdict; who else does it loses none of ours.
#[test]
fn job_losses_are_named_where_people_are_in_house() {
    for (levels, id) in [(BPO, "bpo-culture"), (OUTSOURCING, "outsourcing-jobs")] {
        for (fte, sourcing, expected) in [
            ("9", "In-house", true),
            ("0.5", "Both", true),
            ("9", "", true),
            ("9", "Outsourced", false),
            ("0", "In-house", false),
            ("", "In-house", false),
        ] {
            let found = raised("Payroll", levels, &format!("1,{fte},{sourcing},,Ann,,,,,,,,,,,"));
            assert_eq!(found.contains(id), expected, "{id}: {fte} {sourcing}");
        }
    }
}

/// Where the source pulls two ways, it is said and not smoothed over.
#[test]
fn essential_work_is_never_called_non_core() {
    let essential = raised("Support", BPO, "900000,9,In-house,,Ann,,,,,,,,,,,");
    assert!(!essential.contains("bpo-focus"), "the strategic criterion pointed to BPO");
    let peripheral = raised("Payroll", "Low,Low,High,High,Low,Ongoing,High", "900000,9,In-house,,Ann,,,,,,,,,,,");
    assert!(peripheral.contains("bpo-focus"), "{peripheral:?}");
}

#[test]
fn flexibility_gives_terms_and_no_direction() {
    for levels in [BPO, OUTSOURCING] {
        let (_folder, path) = file(
            "two.csv",
            format!(
                "{HEADER}\nCalm,{levels},1,,,,Ann,Low,Low,,,,,,,,,\nSwinging,{levels},1,,,,Ann,High,High,,,,,,,,,\n"
            ),
        );
        let record = assess(&path, &[]).record();
        let of = |i: usize, key: &str| record["functions"][i][key].clone();
        assert_eq!(of(0, "score"), of(1, "score"));
        assert_eq!(of(0, "verdict"), of(1, "verdict"));
        let terms = |i: usize| {
            let findings = of(i, "findings");
            let terms = findings.as_array().expect("findings").iter().filter(|f| f["kind"] == "contract term");
            terms.map(|f| f["id"].as_str().expect("an id").to_owned()).collect::<Vec<_>>()
        };
        let swinging = ["term-volume", "term-growth", "term-provider"].map(str::to_owned).to_vec();
        assert_eq!((terms(0), terms(1)), (vec![], swinging));
    }
}

#[test]
fn a_finding_names_the_cells_that_raised_it() {
    let (_folder, path) = file("one.csv", format!("{HEADER}\nPayroll,{BPO},900000,9,In-house,,Ann,,,,,,,,,,,\n"));
    let record = assess(&path, &[]).record();
    let findings = record["functions"][0]["findings"].as_array().expect("findings");
    let culture = findings.iter().find(|f| f["id"] == "bpo-culture").expect("jobs are touched");
    assert_eq!(culture["because"], "people (FTE) 9, J2; current sourcing In-house, K2");
    let savings = findings.iter().find(|f| f["id"] == "bpo-savings").expect("the cost is material");
    assert_eq!(savings["because"], "annual cost 900,000, I2; cost evidence +100");
}
