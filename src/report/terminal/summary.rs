//! The short summary of a run, what was written, and one function explained.

use std::collections::BTreeSet;
use std::fmt::Write;
use std::path::Path;

use super::text::{bold, muted, painted, unbroken, understood, with_bold, with_severity, wrapped};
use crate::assessment::{Margin, Verdict};
use crate::codes::Code;
use crate::inventory::Inventory;
use crate::portfolio::{Portfolio, Sourcing};
use crate::problem::{Problems, Severity, printable};
use crate::report::asking::questionnaire::Questionnaire;
use crate::report::view::explanation::{Explanation, score_with_bounds, strength_in_words};
use crate::report::view::grouped::{ProblemGroup, by_kind};
use crate::report::view::report::Report;
use crate::report::words::figures::{shortened, upper_first};
use crate::report::words::messages::Messages;
use crate::rulebook::FindingKind;

/// How many characters the longest bar has.
const BAR: usize = 30;
/// How many kinds of problems the short summary lists, and more where it must not leave out what was set aside.
const MOST_PROBLEMS: usize = 5;
/// The most characters of a name above what is said of it.
const LONGEST_NAME: usize = 120;

/// The short summary of a run, in lines of at most so many characters.
pub fn summary(report: &Report, problems: &Problems, width: usize) -> String {
    let mut out = String::new();
    let _ = writeln!(out, "{}\n", understood(report.say(), report.judged.inventory, "", width));
    bars(&mut out, report.say(), report.judged.inventory, report.judged.portfolio);
    let say = report.say();
    out.push('\n');
    for standing in &report.summary.standings {
        let _ = writeln!(out, "{}", wrapped("", standing, 2, width));
    }
    // What goes on below its lead stands under what the lead begins.
    let below = |lead: &str| lead.chars().count() + 1;
    let mut paragraph = |lead: &str, text: &str, indent: usize| {
        let _ = writeln!(out, "\n{}", with_bold(&wrapped(&format!("{lead} "), text, indent, width), lead));
    };
    if !report.summary.assumed.is_empty() {
        paragraph(say.shown_assumed(), &report.summary.assumed, below(say.shown_assumed()));
    }
    if let Some(answers) = &report.summary.answers {
        paragraph(say.shown_answers(), answers, below(say.shown_answers()));
    }
    if let Some(tried) = &report.summary.tried {
        let moved = tried.scenarios.iter().skip(1).map(|line| say.scenarios_moved(&line.name, line.moved));
        let moved = format!(" {}.", upper_first(&moved.collect::<Vec<_>>().join(", ")));
        let moved = if tried.functions.is_empty() { "" } else { &moved };
        let lead = say.shown_scenarios();
        paragraph(lead, &format!("{}{moved}", tried.heading.finding), below(lead));
    }
    if let Some(since) = &report.summary.since {
        let rules = if since.is_by_other_rules { since.rules.as_str() } else { "" };
        let why = format!("{} {rules}", since.premises);
        let said = match why.trim() {
            "" => since.sentence.clone(),
            why => format!("{}. {why}", since.sentence),
        };
        paragraph(&say.shown_since(&since.earlier), &said, 2);
    }
    if !report.summary.first_answers.is_empty() {
        let lead = say.shown_ask_next();
        paragraph(lead, &report.summary.first_answers, below(lead));
    }
    let groups = by_kind(problems);
    guessed(&mut out, report, &groups, width);
    worst(&mut out, report, problems, groups, width);
    out
}

/// Where the outputs are, each with what it is.
pub fn outputs(say: &Messages, outputs: &[(&str, &Path)]) -> String {
    let called = |what: &str| match what {
        "workbook" => say.output_workbook().to_owned(),
        "summary" => say.output_summary().to_owned(),
        "record" => say.output_record().to_owned(),
        "table" => say.output_table().to_owned(),
        other => upper_first(other),
    };
    let outputs: Vec<(String, &Path)> = outputs.iter().map(|(what, path)| (called(what), *path)).collect();
    let width = outputs.iter().map(|(what, _)| what.chars().count()).max().unwrap_or_default().max(8) + 2;
    let mut out = "\n".to_owned();
    for (what, path) in outputs {
        let _ = writeln!(out, "{what:<width$}{}", path.display());
    }
    out
}

/// What to do with a blank inventory.
pub fn template(say: &Messages, path: &Path, command: &str) -> String {
    let (written, fill_in) = (path.display(), say.shown_fill_in());
    format!("{}  {written}\n{fill_in}\n  {}\n", say.shown_template(), bold(command))
}

/// What one of several questionnaires asks.
pub fn questionnaire_of(say: &Messages, questionnaire: &Questionnaire, path: &Path) -> String {
    asked(say, questionnaire, path) + "\n"
}

fn asked(say: &Messages, questionnaire: &Questionnaire, path: &Path) -> String {
    let asked = say.shown_asked(questionnaire.questions.len(), questionnaire.lines.len(), questionnaire.cells());
    format!("{}  {}\n{asked}", say.shown_questionnaire(), path.display())
}

/// What to do when it is done.
pub fn then(say: &Messages, command: &str) -> String {
    format!("{}\n  {}\n", say.shown_then(), bold(command))
}

/// What a questionnaire asks, and what to do with it.
pub fn questionnaire(say: &Messages, questionnaire: &Questionnaire, path: &Path, command: &str) -> String {
    let more = match questionnaire.more.as_str() {
        "" => " ".to_owned(),
        more => format!("\n{more}\n"),
    };
    asked(say, questionnaire, path) + &more + &then(say, command)
}

/// That the files beside a record are those of its run.
pub fn whole(say: &Messages, record: &Path, date: &str) -> String {
    say.shown_whole(&record.display().to_string(), date) + "\n"
}

/// Why no questionnaire was written.
pub fn nothing_to_ask(say: &Messages, functions: usize) -> String {
    say.shown_nothing_to_ask(functions) + "\n"
}

/// Everything that was reasoned about one function.
pub fn explain(report: &Report, explanation: &Explanation) -> String {
    let (say, assessment) = (report.say(), explanation.assessment);
    let mut out = String::new();
    let [id, name] = [&explanation.id, &explanation.name].map(|text| shortened(text, LONGEST_NAME));
    let id = if id.is_empty() { id } else { format!(" ({id})") };
    let name = format!("{}{id}", bold(&name));
    let _ = writeln!(out, "{}", say.explain_row(&name, &report.table().row_shown(explanation.row0)));
    let words = [strength_in_words(say, assessment), say.standing(assessment.standing)];
    let words = words.into_iter().chain(explanation.is_firm.then(|| say.explain_firm()));
    let words: String = words.filter(|word| !word.is_empty()).map(|word| format!(", {word}")).collect();
    let review = say.reasons(&explanation.review());
    let review = if review.is_empty() { String::new() } else { say.explain_review(&review) };
    let _ = writeln!(out, "{}{words}{review}\n", painted(assessment.verdict, say.verdict(assessment.verdict)));
    let lines = certainty(report, explanation);
    let widest = lines.iter().map(|(label, _)| label.chars().count()).max().unwrap_or_default().max(9);
    for (label, text) in lines {
        let _ = writeln!(out, "{label:<widest$} {text}");
    }
    let _ = writeln!(out);
    for reason in &explanation.criteria {
        // What is not known is not nothing.
        let known = reason.evidence.known();
        let score = known.map_or("–".to_owned(), |points| crate::report::words::figures::signed(i64::from(points)));
        let _ = writeln!(out, "{score:>5}  {}", reason.sentence());
    }
    let kinds = [
        (FindingKind::Benefit, say.column_benefits_heading()),
        (FindingKind::Risk, say.column_risks_heading()),
        (FindingKind::ContractTerm, say.column_contract_terms_heading()),
    ];
    for (kind, heading) in kinds {
        let raised: Vec<_> = explanation.findings.iter().filter(|raised| raised.finding.kind == kind).collect();
        if !raised.is_empty() {
            let _ = writeln!(out, "\n{}", bold(heading));
        }
        for raised in raised {
            let finding = raised.finding;
            let _ = writeln!(out, "  {}: {} {}", finding.title, finding.text, muted(&format!("({})", raised.because)));
        }
    }
    let lacking = report.names_of(&explanation.missing);
    if !lacking.is_empty() {
        let _ = writeln!(out, "\n{} {lacking}", bold(say.explain_missing()));
    }
    out
}

/// What is said of how sure a verdict is: each line with its label, which is empty where it goes on.
fn certainty<'r>(report: &'r Report, explanation: &Explanation) -> Vec<(&'r str, String)> {
    let (say, assessment) = (report.say(), explanation.assessment);
    let mut lines = vec![
        (say.explain_score(), score_with_bounds(say, assessment)),
        (say.explain_coverage(), say.percent(assessment.coverage)),
    ];
    if let (Some(robustness), Some(low)) = (assessment.robustness, assessment.robustness_low) {
        lines.push((say.explain_robust(), say.explain_robustness(&say.percent(robustness))));
        let low = if assessment.is_exact { say.percent(low) } else { say.at_least(&say.percent(low)) };
        lines.push(("", say.explain_robustness_low(&low)));
    }
    if let Some(flip) = assessment.flip.filter(|flip| *flip < 1.0) {
        lines.push((say.explain_flip(), say.explain_error(&say.percent(flip))));
    }
    let labels = std::iter::once(say.explain_weights()).chain(std::iter::repeat(""));
    lines.extend(labels.zip(report.weights_that_keep(explanation)));
    if let Some(holds) = assessment.holds_over_group {
        let says = if holds { say.explain_group_holds() } else { say.explain_group_turns() };
        lines.push((say.explain_group(), says.to_owned()));
    }
    match assessment.margin {
        Some(Margin::Steps(steps)) => lines.push((say.explain_margin(), say.explain_steps(steps.into()))),
        Some(Margin::More) => lines.push((say.explain_margin(), say.explain_no_steps(Margin::MOST.into()))),
        None => {}
    }
    lines.extend(report.turning_steps(explanation).into_iter().map(|text| ("", text)));
    if let Some(constraint) = explanation.hold {
        lines.push((say.explain_hold(), say.led(&say.inside(&constraint.title), &constraint.text)));
    }
    if explanation.sourcing != Sourcing::Unknown {
        lines.push((say.explain_sourcing(), say.sourcing(explanation.sourcing).to_owned()));
    }
    lines
}

/// A problem as a text that begins with its severity, which is coloured; nothing of it can act on a terminal.
pub fn notice(
    say: &Messages,
    severity: Severity,
    code: Option<Code>,
    [place, message]: [&str; 2],
    help: Option<&str>,
) -> String {
    let seen = code.map_or(message.into(), |code| say.seen(code, message));
    let help = help.map(|help| code.map_or(help.into(), |code| say.help(code, help)));
    let id = code.map_or("", Code::id);
    let mut text = format!("{}[{id}]: {}", say.severity(severity), say.led(&say.as_read(place), &seen));
    if let Some(help) = help {
        let _ = write!(text, "\n  {}", say.led(say.shown_help(), &help));
    }
    let lines: Vec<_> = text.split('\n').map(printable).collect();
    format!("{}\n", with_severity(say, &lines.join("\n"), severity))
}

fn bars(out: &mut String, say: &Messages, inventory: &Inventory, portfolio: &Portfolio) {
    let most = portfolio.verdicts.iter().map(|totals| totals.functions).max().unwrap_or(0).max(1);
    let names = Verdict::ALL.map(|verdict| say.verdict(verdict));
    let width = names.iter().map(|name| name.chars().count()).max().unwrap_or_default().max(23) + 1;
    for (verdict, totals) in Verdict::ALL.into_iter().zip(&portfolio.verdicts) {
        let length = (totals.functions * BAR).div_ceil(most);
        let cost = say.costs(inventory, totals, Messages::short_money);
        let (blank, cost) = match cost.as_str() {
            "" => (String::new(), String::new()),
            cost => (" ".repeat(BAR - length), format!("  {cost}")),
        };
        let bar = match length {
            0 => String::new(),
            length => painted(verdict, &"█".repeat(length)),
        };
        let line =
            format!("  {:<width$}{:>9}  {bar}{blank}{cost}", say.verdict(verdict), say.whole(totals.functions as u64));
        let _ = writeln!(out, "{}", line.trim_end());
    }
}

/// What a header was taken for although it is spelt otherwise, for it may turn verdicts.
fn guessed(out: &mut String, report: &Report, groups: &[ProblemGroup], width: usize) {
    let guesses: Vec<_> = groups.iter().filter(|group| group.first.code == Code::NearHeader).collect();
    if guesses.is_empty() {
        return;
    }
    let _ = writeln!(out, "\n{}", bold(report.say().shown_guessed()));
    for guess in &guesses {
        let _ = writeln!(
            out,
            "{}",
            wrapped("  ", &unbroken(&guess.sentence(report.say(), report.judged.inventory.place())), 4, width)
        );
    }
}

/// The kinds of problems that are shown: one of each code that sets work of people aside, so that none hides behind another,
/// and then as many as there is room for.
fn foremost<'g, 'p>(groups: &'g [ProblemGroup<'p>]) -> Vec<&'g ProblemGroup<'p>> {
    let mut codes = BTreeSet::new();
    let (mut shown, others): (Vec<_>, Vec<_>) =
        groups.iter().partition(|group| group.first.sets_work_aside() && codes.insert(group.first.code));
    let room = MOST_PROBLEMS.saturating_sub(shown.len());
    shown.extend(others.into_iter().take(room));
    shown
}

/// What was not understood: the worst first, a line for each kind and column, then how many more.
fn worst(out: &mut String, report: &Report, problems: &Problems, mut groups: Vec<ProblemGroup>, width: usize) {
    let place = report.judged.inventory.place();
    groups.retain(|group| group.first.severity <= Severity::Warning);
    if groups.is_empty() {
        return;
    }
    let _ = writeln!(out, "\n{}", bold(report.say().shown_not_understood()));
    let shown = foremost(&groups);
    for group in &shown {
        let _ = writeln!(out, "{}", wrapped("  ", &unbroken(&group.sentence(report.say(), place)), 4, width));
    }
    let is_meant = |code: Code| groups.iter().any(|group| group.first.code == code);
    let unlisted: usize = problems.unlisted().filter(|(code, _)| is_meant(*code)).map(|(_, n)| n).sum();
    let listed = problems.listed().iter().filter(|problem| problem.severity <= Severity::Warning).count();
    let all = listed + unlisted;
    let more = all.saturating_sub(shown.iter().map(|group| group.count).sum());
    let say = report.say();
    let (place, list) = if report.summary.has_workbook {
        (say.shown_on_sheet(), say.shown_sheet())
    } else {
        (say.shown_in_record(), say.shown_record())
    };
    let elsewhere = match unlisted {
        0 if more > 0 => say.shown_all(place),
        0 => say.shown_all_of(all, place),
        _ if problems.listed().len() >= Problems::LISTED_IN_ALL => say.shown_lists(list, problems.listed().len()),
        _ => say.shown_lists_first(list, Problems::LISTED),
    };
    if more > 0 {
        let _ = writeln!(out, "  {}", say.shown_more(more, &elsewhere));
    } else if all > shown.len() {
        let _ = writeln!(out, "  {}", say.shown_elsewhere(&elsewhere));
    }
}
