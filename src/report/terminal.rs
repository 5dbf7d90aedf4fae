//! A run on the terminal: the short summary, what a file would be understood as, and one function explained.
//!
//! Colour goes along with words and is never needed; whether there is any is decided where the text is printed.

use std::fmt::Write;
use std::path::Path;

use anstyle::{Ansi256Color, AnsiColor, Style};

use super::explanation::score_with_bounds;
use super::questionnaire::Questionnaire;
use super::wording::{count, grouped, percent, short_money, shortened};
use super::{ColumnLine, Explanation, Report, Verdict, palette};
use crate::inventory::Inventory;
use crate::portfolio::Portfolio;
use crate::problem::{Problem, Problems, Severity};
use crate::rulebook::FindingKind;

/// How many characters the longest bar has.
const BAR: usize = 30;
/// How many problems the short summary lists.
const MOST_PROBLEMS: usize = 5;
/// How many columns that are not used a check names.
const MOST_UNUSED: usize = 12;
/// How many problems of one code a check lists.
const MOST_OF_A_CODE: usize = 3;

/// The short summary of a run.
pub fn summary(report: &Report, portfolio: &Portfolio, problems: &Problems) -> String {
    let mut out = String::new();
    let _ = writeln!(out, "{}\n", understood(report.judged.inventory));
    bars(&mut out, report.judged.inventory, portfolio);
    if !report.summary.first_answers.is_empty() {
        let _ = writeln!(
            out,
            "
{} {}",
            bold("Ask next:"),
            report.summary.first_answers
        );
    }
    worst(&mut out, problems);
    out
}

/// What to do with a blank inventory.
pub fn template(path: &Path, command: &str) -> String {
    let written = path.display();
    format!(
        "Template  {written}\nFill in the sheet `Functions`, a row for each function; then run\n  {}\n",
        bold(command)
    )
}

/// What a questionnaire asks, and what to do with it.
pub fn questionnaire(questionnaire: &Questionnaire, path: &Path, command: &str) -> String {
    let Questionnaire { questions, lines, more, .. } = questionnaire;
    let mut out = format!(
        "Questionnaire  {}\n{} on {}, {} in all",
        path.display(),
        count(questions.len(), "question"),
        count(lines.len(), "open function"),
        count(questionnaire.cells(), "answer")
    );
    let more = if more.is_empty() { " ".to_owned() } else { format!("\n{more}\n") };
    let _ = writeln!(out, ".{more}When they are in, run\n  {}", bold(command));
    out
}

/// Why no questionnaire was written.
pub fn nothing_to_ask(functions: usize) -> String {
    let all = match functions {
        1 => "The one function has a verdict".to_owned(),
        many => format!("All {} functions have a verdict", grouped(many as u64)),
    };
    format!("{all}: there is nothing to ask, and no questionnaire was written.\n")
}

/// What a file would be understood as, without a verdict on anything.
pub fn check(report: &Report, portfolio: &Portfolio, problems: &Problems) -> String {
    let mut out = format!("{}\n", understood(report.judged.inventory));
    columns(&mut out, report);
    let _ =
        writeln!(out, "\n{} {} of the evidence that decides is known", bold("Coverage:"), percent(portfolio.coverage));
    for (i, question) in report.summary.ask_next.iter().enumerate() {
        let lead = if i == 0 { bold("Ask next:") } else { "         ".to_owned() };
        let _ = writeln!(out, "{lead} {} {}", question.text, muted(&format!("({})", question.effect)));
    }
    let mut shown: Vec<&str> = Vec::new();
    for problem in problems.listed() {
        let earlier = shown.iter().filter(|code| **code == problem.code).count();
        if earlier < MOST_OF_A_CODE {
            shown.push(problem.code);
            let _ = write!(out, "\n{}", self::problem(problem));
        }
    }
    let more = problems.count() - shown.len();
    if more > 0 {
        let _ = writeln!(out, "\n… and {} more like these", grouped(more as u64));
    }
    out
}

/// The columns that are used, each with its reading; of the others as many as are good to know.
fn columns(out: &mut String, report: &Report) {
    let (used, unused): (Vec<&ColumnLine>, Vec<_>) =
        report.summary.columns.iter().partition(|line| !line.known.is_empty());
    let width =
        |of: fn(&ColumnLine) -> &str| used.iter().map(|line| of(line).chars().count()).max().unwrap_or(0).min(36);
    let (headers, attributes, known) =
        (width(|line| &line.header), width(|line| &line.attribute), width(|line| &line.known));
    let _ = writeln!(out, "\n{}", bold(&format!("Columns of row {}", report.header_row0() + 1)));
    for line in used {
        let _ = writeln!(
            out,
            "  {:>3}  {:headers$}  {:attributes$}  {:>known$}  {}",
            line.letters,
            shortened(&line.header, headers),
            line.attribute,
            line.known,
            line.reading
        );
    }
    let names =
        unused.iter().take(MOST_UNUSED).map(|line| format!("{} `{}`", line.letters, shortened(&line.header, 32)));
    let more = unused.len().saturating_sub(MOST_UNUSED);
    let more = if more == 0 { String::new() } else { format!(" and {} more", grouped(more as u64)) };
    if !unused.is_empty() {
        let _ = writeln!(out, "  {}", muted(&format!("Not used: {}{more}", names.collect::<Vec<_>>().join(", "))));
    }
}

/// Everything that was reasoned about one function.
pub fn explain(report: &Report, explanation: &Explanation) -> String {
    let assessment = explanation.assessment;
    let mut out = String::new();
    let id = if explanation.id.is_empty() { String::new() } else { format!(" ({})", explanation.id) };
    let _ = writeln!(out, "{}{id}, row {}", bold(&explanation.name), explanation.row0 + 1);
    let strength = assessment.strength.map_or(String::new(), |strength| format!(", {}", strength.name()));
    let review = explanation.review();
    let review = if review.is_empty() { String::new() } else { format!("; to review: {}", review.join(", ")) };
    let _ = writeln!(out, "{}{strength}{review}\n", painted(assessment.verdict, assessment.verdict.name()));

    let _ = writeln!(out, "Score     {}", score_with_bounds(assessment));
    let _ = writeln!(out, "Coverage  {}", percent(assessment.coverage));
    if let (Some(robustness), Some(flip)) = (assessment.robustness, assessment.flip) {
        let _ = writeln!(out, "Robust    {} of all weightings keep the verdict", percent(robustness));
        let _ = writeln!(out, "Flip      an error of {} in all weights together could turn it", percent(flip));
    }
    let _ = writeln!(out);
    for reason in &explanation.criteria {
        // What is not known is not nothing.
        let score = if reason.is_unknown() {
            "–".to_owned()
        } else {
            super::wording::signed(i64::from(reason.evidence.value))
        };
        let _ = writeln!(out, "{score:>5}  {}", reason.sentence());
    }
    for kind in [FindingKind::Benefit, FindingKind::Risk, FindingKind::ContractTerm] {
        let raised: Vec<_> = explanation.findings.iter().filter(|raised| raised.finding.kind == kind).collect();
        if !raised.is_empty() {
            let _ = writeln!(out, "\n{}", bold(&format!("{}s", super::wording::upper_first(kind.name()))));
        }
        for raised in raised {
            let finding = raised.finding;
            let _ = writeln!(out, "  {}: {} {}", finding.title, finding.text, muted(&format!("({})", raised.because)));
        }
    }
    let lacking = report.names_of(&explanation.missing);
    if !lacking.is_empty() {
        let _ = writeln!(out, "\n{} {lacking}", bold("Missing:"));
    }
    out
}

/// A problem with its severity in colour.
pub fn problem(problem: &Problem) -> String {
    let style = match problem.severity {
        Severity::Error => Style::new().fg_color(Some(AnsiColor::Red.into())).bold(),
        Severity::Warning => Style::new().fg_color(Some(AnsiColor::Yellow.into())).bold(),
        Severity::Note => Style::new().dimmed(),
    };
    let text = problem.to_string();
    let (severity, rest) = text.split_at(problem.severity.name().len());
    format!("{style}{severity}{style:#}{rest}\n")
}

/// One line on what was read.
fn understood(inventory: &Inventory) -> String {
    let place = inventory.place();
    let sheet = place.sheet.as_ref().map_or(String::new(), |sheet| format!(", sheet `{sheet}`"));
    let (functions, excluded) = (inventory.functions.len(), inventory.excluded.len());
    let rows = count(functions + excluded, "row");
    let left_out = if excluded == 0 { String::new() } else { format!(" and {} left out", grouped(excluded as u64)) };
    format!("{}{sheet}: {rows}, {}{left_out}", bold(&place.file), count(functions, "function"))
}

fn bars(out: &mut String, inventory: &Inventory, portfolio: &Portfolio) {
    let most = portfolio.verdicts.iter().map(|totals| totals.functions).max().unwrap_or(0).max(1);
    for (verdict, totals) in Verdict::ALL.into_iter().zip(&portfolio.verdicts) {
        let length = (totals.functions * BAR).div_ceil(most);
        let bar = format!("{}{}", painted(verdict, &"█".repeat(length)), " ".repeat(BAR - length));
        let cost = super::compose::costs(inventory, totals, short_money);
        let line = format!("  {:<24}{:>9}  {bar}  {cost}", verdict.name(), grouped(totals.functions as u64));
        let _ = writeln!(out, "{}", line.trim_end());
    }
}

/// What was not understood: the worst first, then how many more.
fn worst(out: &mut String, problems: &Problems) {
    let mut listed: Vec<&Problem> = problems.listed().iter().filter(|p| p.severity <= Severity::Warning).collect();
    listed.sort_by_key(|problem| problem.severity);
    if listed.is_empty() {
        return;
    }
    let _ = writeln!(out, "\n{}", bold("Not understood:"));
    for problem in listed.iter().take(MOST_PROBLEMS) {
        let _ = writeln!(out, "  {}: {}", problem.place, problem.message);
    }
    let is_shown = |code: &str| listed.iter().any(|problem| problem.code == code);
    let unlisted: usize = problems.unlisted().filter(|(code, _)| is_shown(code)).map(|(_, n)| n).sum();
    let more = listed.len().saturating_sub(MOST_PROBLEMS) + unlisted;
    if more > 0 {
        let number = |n: usize| grouped(n as u64);
        let where_else = match unlisted {
            0 => "all are on the sheet `Data quality`".to_owned(),
            _ if problems.listed().len() >= Problems::LISTED_IN_ALL => {
                format!("the sheet `Data quality` lists {} problems", number(problems.listed().len()))
            }
            _ => format!("the sheet `Data quality` lists the first {} of each column", number(Problems::LISTED)),
        };
        let _ = writeln!(out, "  … and {} more; {where_else}", number(more));
    }
}

fn painted(verdict: Verdict, text: &str) -> String {
    let style = Style::new().fg_color(Some(Ansi256Color(palette::terminal(verdict)).into()));
    format!("{style}{text}{style:#}")
}

fn bold(text: &str) -> String {
    let style = Style::new().bold();
    format!("{style}{text}{style:#}")
}

fn muted(text: &str) -> String {
    let style = Style::new().dimmed();
    format!("{style}{text}{style:#}")
}
