//! A summary made up by hand, for portfolios of any size; tests only.

use crate::assessment::weights::Swing;
use crate::assessment::{Review, Score, Standing, Strength, Verdict};
use crate::codes::Code;
use crate::problem::Severity;
use crate::report::lists::{
    Breakdown, Certainty, ContractTerm, FindingCount, GroupLine, Headline, Jobs, JobsLine, MissingGroup, Money, Places,
    RankedLine, Ranking, ReasonCount,
};
use crate::report::model::{
    ColumnLine, CriterionLine, DecisionLine, ExcludedLine, Fact, KeyFigure, Map, MapPoint, ProblemRow, QuestionLine,
    Segment, Sources, Split, Summary,
};
use crate::report::words::figures::grouped;
use crate::report::words::messages::Messages;

const WORK: [&str; 24] = [
    "Payroll processing",
    "Accounts payable",
    "Customer email support",
    "Recruitment screening",
    "Security operations centre",
    "Mobile app development",
    "Tax filings",
    "Expense claims",
    "Benefits administration",
    "Master data maintenance",
    "Regulatory reporting",
    "Invoice matching",
    "Returns handling",
    "Facilities helpdesk",
    "Translation of manuals",
    "Data-centre migration",
    "Fleet management",
    "Claims triage",
    "Brand campaign design",
    "Annual audit support",
    "Learning administration",
    "Procurement of indirect goods",
    "Live chat",
    "Network monitoring",
];
const DEPARTMENTS: [&str; 7] = [
    "Finance",
    "Human resources",
    "Customer operations",
    "Information technology",
    "Legal and compliance",
    "Marketing",
    "Facilities",
];

/// How many functions a ranking shows in full.
const SHOWN: usize = 25;

/// The summary of a portfolio of `size` functions in `departments` departments.
pub(crate) fn summary(size: usize, departments: usize) -> Summary {
    let functions: Vec<RankedLine> = (0..size).map(|index| function(index, departments.max(1))).collect();
    let of = |verdict: Verdict| functions.iter().filter(|line| line.verdict == verdict).count();
    let counts = Verdict::ALL.map(of);
    let costs = Verdict::ALL.map(|verdict| {
        functions
            .iter()
            .filter(|line| line.verdict == verdict)
            .filter_map(|line| line.cost.as_ref().map(|cost| cost.amount))
            .sum::<f64>()
    });
    let million = |amount: f64| format!("${:.1}M", amount / 1e6);
    let segments = |amounts: [f64; 4], word: &dyn Fn(f64) -> String| {
        let segment = |(verdict, amount)| Segment { verdict, amount, value: word(amount) };
        Verdict::ALL.into_iter().zip(amounts).map(segment).collect()
    };
    Summary {
        figures: String::new(),
        title: "Sourcing portfolio review".into(),
        organisation: "Meridian Consumer Goods".into(),
        date: "31 January 2026".into(),
        day: jiff::civil::date(2026, 1, 31),
        headline: vec![
            format!("Of {size} functions, {} are candidates for BPO and {} for traditional outsourcing.", counts[0], counts[1]),
            format!("{} are split and {} lack evidence.", counts[2], counts[3]),
            "Payroll, accounts payable and customer email support are clear candidates for BPO and hold a third of the cost in scope.".into(),
            "Answers to two questions could settle most of what is open: how much control must stay inside, and how often the work comes back.".into(),
        ],
        key_figures: vec![
            figure("functions", &size.to_string(), "of 64 rows; 4 are no functions"),
            figure("annual cost in scope", &million(costs.iter().sum()), "known for 56 functions"),
            figure("people (FTE)", "1,284", "312 in candidates for BPO"),
            figure("coverage", "87 %", "of all answers that the method asks for"),
        ],
        splits: vec![
            Split { label: "by count".into(), currency: None, segments: segments(counts.map(|count| count as f64), &|n| n.to_string()) },
            Split { label: "by cost (USD)".into(), currency: Some(0), segments: segments(costs, &million) },
        ],
        decide_next: functions.iter().filter(|line| line.verdict.direction().is_some()).take(4).map(decision).collect(),
        standings: vec!["BPO: 6 firm, 3 provisional.".into()],
        assumed: String::new(),
        swings: vec![("Cost".into(), Swing { lowered: 3, raised: 9 }), ("Control".into(), Swing { lowered: 12, raised: 0 })],
        history: Vec::new(),
        course: None,
        tried: None,
        sureness: heading("How sure", "The weight of control matters most."),
        certainties: vec![Certainty { name: "Firm".into(), meaning: "It can be decided.".into(), functions: [6, 3, 0, 0] }],
        rules: heading("Method", "4 criteria decide."),
        nothing: String::new(),
        reading: heading("Data", "60 of 64 rows are functions."),
        decision_heading: heading("Decisions", "None is decided."),
        sources: Sources {
            functions: "Source: portfolio.xlsx, columns D to F.".into(),
            judged: "Source: portfolio.xlsx, columns D and E.".into(),
            earlier: String::new(),
            rules: "Source: rulebook default 1.".into(),
            file: "Source: portfolio.xlsx.".into(),
        },
        is_all_open: size > 0 && counts[3] == size,
        terms: vec![fact("Firm", "A verdict that can be decided.")],
        first_answers: String::new(),
        ask_next: if size == 0 { vec![] } else { questions() },
        map: map(&functions),
        places: Places {
            heading: heading("Where", "Finance holds most of what the candidates cost."),
            breakdowns: breakdowns(&functions, departments),
        },
        bpo: ranking(&functions, Verdict::Bpo),
        outsourcing: ranking(&functions, Verdict::TraditionalOutsourcing),
        review: ranking(&functions, Verdict::Split),
        reasons: vec![ReasonCount {
            reason: "Split".into(),
            meaning: "What pulls one way offsets the other.".into(),
            functions: [0, 0, counts[2], 0],
            cost: "$3M".into(),
        }],
        jobs: (size > 0).then(jobs),
        unknown: heading("What is not known", "Control wanted is the answer that is missing most."),
        insufficient: missing(&functions),
        insufficient_more: 0,
        raised: heading("What next", "The risk raised most often is security."),
        benefits: if size == 0 { vec![] } else { benefits() },
        risks: if size == 0 { vec![] } else { risks() },
        contract_terms: if size == 0 { vec![] } else { contract_terms() },
        criteria: criteria(),
        settings: vec![
            fact("Threshold for a verdict", "a score of at least 1 in 100 to either side"),
            fact("High volume", "11,400 transactions a year or more; the upper quarter of a public inventory"),
            fact("Weights tried for robustness", "every combination of 0, 1 and 2 for the four criteria with a direction"),
        ],
        method: vec![
            "Every criterion weighs what points to BPO against what points to traditional outsourcing. A level pulls only above the middle of its scale; the score is the weighted mean, from −100 for traditional outsourcing to +100 for BPO.".into(),
            "Where an answer is missing, each side pulls the least that it still could. A verdict is given only if no answer that is still missing could reverse it; otherwise the evidence is called insufficient.".into(),
            "Repetition and specialisation count in two criteria each, as in the source: one column, two votes.".into(),
        ],
        columns: columns(),
        answers: None,
        since: None,
        decided: None,
        decisions: Vec::new(),
        decisions_more: 0,
        accounting: vec!["The sheet has 64 rows below the header: 60 are functions, 3 are empty and 1 is a total.".into()],
        excluded: vec![
            ExcludedLine { row0: 11, row: "12".into(), reason: "empty".into() },
            ExcludedLine { row0: 65, row: "66".into(), reason: "looks like a total: the name is `Total`".into() },
        ],
        problems: Vec::new(),
        problem_groups: problems(size.min(25)),
        unlisted_problems: Vec::new(),
        provenance: vec![
            fact("Input", "portfolio.xlsx, sheet `Functions`, SHA-256 3f1c9e0b5d7a4c2e8f60a1b3c5d7e9f10123456789abcdef0123456789abcdef"),
            fact("Rulebook", "default 1, SHA-256 aa1c9e0b5d7a4c2e8f60a1b3c5d7e9f10123456789abcdef0123456789abcdef"),
            fact("Program", "outsift 0.1.0"),
        ],
        has_workbook: true,
        say: Messages::default(),
        footer: "portfolio.xlsx · sheet Functions · rulebook default 1 · outsift 0.1".into(),
    }
}

fn function(index: usize, departments: usize) -> RankedLine {
    let verdict = match index * 7 % 20 {
        0..8 => Verdict::Bpo,
        8..15 => Verdict::TraditionalOutsourcing,
        15..17 => Verdict::Split,
        _ => Verdict::InsufficientEvidence,
    };
    let strength = i32::try_from(index * 37 % 88 + 8).expect("less than 100");
    let score = match verdict {
        Verdict::Bpo => strength,
        Verdict::TraditionalOutsourcing => -strength,
        _ => 0,
    };
    let cost = (index % 9 != 8).then(|| 4_800_000.0 / (1.0 + index as f64 / 4.0).powf(0.8));
    let fte = (index % 7 != 6).then_some((index * 13 % 90) as f64 + 1.5);
    let (because, benefit, risk) = match verdict {
        Verdict::Bpo => (
            "Repetitive and high in volume, continuous, and closely integrated; nothing points the other way.",
            "Maximum savings: annual cost is material and the work is routine",
            "Culture and job losses: 34 people do this work in-house",
        ),
        Verdict::TraditionalOutsourcing => (
            "Specialised and project-based. The client is hands-off; strategic value is low.",
            "Specialised skills and technology",
            "Security: restricted data would be shared with the provider",
        ),
        Verdict::Split => {
            ("Routine points to BPO, specialisation to traditional outsourcing, with equal weight.", "", "")
        }
        Verdict::InsufficientEvidence => ("Control wanted, integration and frequency are missing.", "", ""),
    };
    RankedLine {
        index,
        id: if index.is_multiple_of(2) { format!("F-{:03}", index + 1) } else { String::new() },
        row: (index + 2).to_string(),
        name: name(index),
        department: department(index % departments),
        cost: cost.map(|amount| Money { amount, currency: "USD".into() }),
        fte,
        sourcing: if index.is_multiple_of(4) { "external" } else { "in-house" }.to_owned(),
        verdict,
        standing: if verdict == Verdict::InsufficientEvidence { Standing::Open } else { Standing::Settled },
        strength: match verdict.direction() {
            Some(_) if index.is_multiple_of(3) => Strength::Contested.name(),
            Some(_) => Strength::Clear.name(),
            None => "",
        }
        .to_owned(),
        is_neutral: false,
        is_firm: score.abs() > 20,
        hold: String::new(),
        score: Score::whole(score),
        review: if score.abs() <= 20 { vec![Review::Borderline] } else { Vec::new() },
        turns: "Turns to BPO if specialisation is medium (now high).".into(),
        robustness: verdict.direction().map(|_| (50 + index * 11 % 50) as f64 / 100.0),
        robustness_low: verdict.direction().map(|_| (40 + index * 11 % 50) as f64 / 100.0),
        because: because.into(),
        because_of: None,
        benefit: benefit.into(),
        risk: risk.into(),
    }
}

fn name(index: usize) -> String {
    let work = WORK[index % WORK.len()];
    if index < WORK.len() { work.into() } else { format!("{work} {}", index / WORK.len() + 1) }
}

fn department(index: usize) -> String {
    let department = DEPARTMENTS[index % DEPARTMENTS.len()];
    if index < DEPARTMENTS.len() {
        department.into()
    } else {
        format!("{department}, unit {}", index / DEPARTMENTS.len() + 1)
    }
}

fn figure(label: &str, value: &str, note: &str) -> KeyFigure {
    KeyFigure { label: label.into(), value: value.into(), note: note.into(), coverage: None }
}

fn fact(label: &str, value: &str) -> Fact {
    Fact { label: label.into(), value: value.into() }
}

fn decision(line: &RankedLine) -> DecisionLine {
    DecisionLine {
        index: line.index,
        function: line.name.clone(),
        verdict: line.verdict,
        because: "Clear under every weighting, and one of the five largest costs.".into(),
        cost: line.cost.as_ref().map(|cost| cost.amount).map_or(String::new(), |cost| format!("${:.1}M", cost / 1e6)),
    }
}

fn questions() -> Vec<QuestionLine> {
    let question = |attribute: &str, text: &str, settles: usize, functions: usize| QuestionLine {
        attribute: attribute.into(),
        text: text.into(),
        effect: format!("could settle {settles} of 9 open verdicts"),
        functions,
    };
    vec![
        question("Control wanted", "How much control over the work must stay with the organisation?", 7, 12),
        question("Frequency", "Does the work come back at regular times, or is it a project?", 5, 9),
        question("Integration", "How closely is the work tied to other processes?", 4, 14),
        question("Specialisation", "Does the work need expertise that the organisation lacks?", 2, 6),
        question("Monthly volume", "How many transactions are there in a month?", 1, 3),
    ]
}

fn map(functions: &[RankedLine]) -> Map {
    let axes = |line: &RankedLine| {
        let spread = |seed: usize| ((line.index * seed) % 9) as f64 * 12.5 - 50.0;
        let x = (line.score.points() * 0.7 + spread(31)).clamp(-100.0, 100.0).round();
        let y = (spread(17) * 1.6 + line.score.points() * 0.2).clamp(-100.0, 100.0).round();
        (x, y)
    };
    let point = |line: &RankedLine, x: Option<f64>, y: Option<f64>| MapPoint {
        function: line.index,
        name: line.name.clone(),
        verdict: line.verdict,
        is_neutral: false,
        x,
        y,
        weight: line.cost.as_ref().map(|cost| cost.amount).map_or(0.0, |cost| cost / 4_800_000.0),
    };
    let lacking = |line: &&RankedLine| line.verdict == Verdict::InsufficientEvidence;
    let unplaced = functions.iter().filter(lacking).map(|line| {
        let (x, y) = axes(line);
        match line.index % 3 {
            0 => point(line, None, Some(y)),
            1 => point(line, Some(x), None),
            _ => point(line, None, None),
        }
    });
    let placed = functions.iter().filter(|line| !lacking(line)).map(|line| {
        let (x, y) = axes(line);
        point(line, Some(x), Some(y))
    });
    let mut points: Vec<MapPoint> = placed.collect();
    points.sort_by(|one, other| other.weight.total_cmp(&one.weight));
    Map {
        heading: heading("Why", "Most functions are routine and high in volume."),
        in_words: "Functions by corner: routine and high in volume: 12.".into(),
        x_title: "routine and volume".into(),
        y_title: "strategy and control".into(),
        corners: [
            "Specialised or one-off, hands-off: traditional outsourcing".into(),
            "Routine but peripheral: the two pull apart".into(),
            "Strategic but specialised: the two pull apart".into(),
            "Routine, strategic and integrated: BPO".into(),
        ],
        points,
        unplaced: unplaced.collect(),
        left_off: 0,
        caption: if functions.is_empty() {
            "There are no functions to place on a map.".into()
        } else {
            "Most of the cost stands at the right: routine work in large volume. What is strategic there is for BPO; the rest is contested.".into()
        },
    }
}

fn heading(topic: &str, finding: &str) -> Headline {
    Headline { topic: topic.into(), finding: finding.into(), lead: "It is read from left to right.".into() }
}

fn breakdowns(functions: &[RankedLine], departments: usize) -> Vec<Breakdown> {
    let group = |index: usize| {
        let name = department(index);
        let lines: Vec<&RankedLine> = functions.iter().filter(|line| line.department == name).collect();
        let cost: f64 = lines.iter().filter_map(|line| line.cost.as_ref().map(|cost| cost.amount)).sum();
        let fte = lines.iter().filter_map(|line| line.fte).fold(0.0, |sum, fte| sum + fte);
        GroupLine {
            functions: Verdict::ALL.map(|verdict| lines.iter().filter(|line| line.verdict == verdict).count()),
            cost: format!("USD {}", grouped(cost as u64)),
            candidate_cost: format!("USD {}", grouped(cost as u64 / 2)),
            fte: format!("{fte}"),
            name,
        }
    };
    if functions.is_empty() {
        return Vec::new();
    }
    let breakdown = |dimension: &str, groups| Breakdown {
        shows: format!("Functions by {dimension}"),
        dimension: dimension.into(),
        groups,
        source: "Source: portfolio.xlsx, column C.".into(),
    };
    let locations = ["Kraków", "Manila", "Leeds, United Kingdom"].map(|name| GroupLine {
        name: name.into(),
        functions: [9, 4, 2, 3],
        cost: "USD 12,400,000".into(),
        candidate_cost: "USD 2,400,000".into(),
        fte: "480".into(),
    });
    vec![breakdown("Department", (0..departments).map(group).collect()), breakdown("Location", locations.into())]
}

fn jobs() -> Jobs {
    let line = |name: &str, people: [f64; 4]| JobsLine {
        name: name.into(),
        shown: people.map(|people| people.to_string()),
        all: people.iter().sum::<f64>().to_string(),
        people,
    };
    Jobs {
        heading: heading("Jobs", "The candidates are the work of 613 people."),
        shows: "People (FTE)".into(),
        dimension: "Location".into(),
        lines: vec![line("Kraków", [212.0, 96.0, 0.0, 3.0]), line("Manila", [305.0, 0.0, 12.0, 0.0])],
        source: "Source: portfolio.xlsx, column H.".into(),
    }
}

fn missing(functions: &[RankedLine]) -> Vec<MissingGroup> {
    let lacking: Vec<&str> = functions
        .iter()
        .filter(|line| line.verdict == Verdict::InsufficientEvidence)
        .map(|line| line.name.as_str())
        .collect();
    let group = |names: &[&str]| MissingGroup {
        missing: "Control wanted, integration and frequency".into(),
        functions: names.len(),
        cost: "$1.2M".into(),
        named: names.join(", "),
    };
    lacking.chunks(7).take(10).map(group).collect()
}

fn ranking(functions: &[RankedLine], verdict: Verdict) -> Ranking {
    let mut lines: Vec<RankedLine> = functions.iter().filter(|line| line.verdict == verdict).cloned().collect();
    lines.sort_by(|one, other| other.score.points().abs().total_cmp(&one.score.points().abs()));
    let more = lines.len().saturating_sub(SHOWN);
    lines.truncate(SHOWN);
    Ranking { heading: heading("Who", "Most of them are firm."), in_full: lines.len().min(10), lines, more }
}

fn finding(title: &str, text: &str, functions: [Option<usize>; 2]) -> FindingCount {
    FindingCount { title: title.into(), text: text.into(), functions, cost: "$2.1M".into() }
}

fn benefits() -> Vec<FindingCount> {
    vec![
        finding(
            "Maximum savings",
            "Labour, infrastructure and technology cost less where a provider runs the process for many clients.",
            [Some(18), None],
        ),
        finding(
            "Specialised skills and technology",
            "The provider brings expertise that is not worth building up.",
            [None, Some(14)],
        ),
        finding("Scalability", "Volume can be adjusted fast.", [None, Some(0)]),
    ]
}

fn risks() -> Vec<FindingCount> {
    vec![
        finding(
            "Culture and job losses",
            "In-house work ends; morale suffers where this is not prepared.",
            [Some(1_600), None],
        ),
        finding("Dependency", "The work is critical and hard to take back.", [Some(8), Some(3)]),
        finding("Security", "Sensitive data leaves the organisation.", [None, Some(9)]),
    ]
}

fn contract_terms() -> Vec<ContractTerm> {
    let term = |title: &str, text: &str, functions, where_first: &str| ContractTerm {
        title: title.into(),
        text: text.into(),
        functions,
        cost: "$4M".into(),
        where_first: where_first.into(),
    };
    vec![
        term(
            "Volume bands",
            "The contract must say how volume may swing in a season, and at what price.",
            21,
            "Accounts payable, Tier-1 support, Payroll and 18 others",
        ),
        term("Growth", "The provider must show that capacity can follow growth.", 11, "Web shop, Payroll and 9 others"),
    ]
}

fn criteria() -> Vec<CriterionLine> {
    let criterion = |name: &str, bpo: &str, outsourcing: &str, source: &str| CriterionLine {
        name: name.into(),
        weight: "1".into(),
        has_direction: true,
        bpo: bpo.into(),
        outsourcing: outsourcing.into(),
        source: source.into(),
    };
    vec![
        criterion(
            "Strategic value",
            "strategic value and integration are high",
            "strategic value is low",
            "Essential work that needs close integration calls for BPO.",
        ),
        criterion("Cost", "repetitive and high in volume", "specialised", "Routine operations are where BPO saves."),
        criterion(
            "Nature of the task",
            "continuous and repetitive",
            "project-based, specialised or one-time",
            "Continuous work suits BPO, projects suit outsourcing.",
        ),
        criterion("Flexibility and growth", "", "", "Both can be flexible; the contract decides."),
        criterion("Control and engagement", "control is wanted", "hands-off", "BPO keeps the client involved."),
    ]
}

fn columns() -> Vec<ColumnLine> {
    let column = |letters: &str, header: &str, attribute: &str, reading: &str, known: &str| ColumnLine {
        letters: letters.into(),
        header: header.into(),
        attribute: attribute.into(),
        reading: reading.into(),
        known: known.into(),
        examples: Vec::new(),
    };
    vec![
        column("A", "Function ID", "id", "text", "60 of 60"),
        column("B", "Function", "name", "text", "60 of 60"),
        column("C", "Dept.", "department", "text", "58 of 60"),
        column("D", "Strategic importance (1–5)", "strategic value", "scale 1 to 5", "57 of 60"),
        column("E", "Comments", "not used", "", ""),
        column("F", "Monthly volume", "volume", "a number a month, times 12", "51 of 60"),
    ]
}

fn problems(count: usize) -> Vec<ProblemRow> {
    let problem = |number: usize| ProblemRow {
        severity: Severity::Warning,
        code: Code::NotANumber.id(),
        place: format!("Cell F{} (`Monthly volume`)", number + 17),
        message: "expected a number, found `approx. 300`".into(),
        help: "write digits only, or list this text under `no_data` in the rulebook".into(),
    };
    (0..count).map(problem).collect()
}
