//! A run on the terminal: the short summary, what a file would be understood as (in `check`), and one function explained.
//!
//! Colour goes along with words and is never needed; whether there is any is decided where the text is printed.

mod check;
mod runs;

use std::fmt::Write;
use std::path::Path;

use anstyle::{Ansi256Color, AnsiColor, Style};

use super::explanation::score_with_bounds;
use super::grouped::by_kind;
use super::questionnaire::Questionnaire;
use super::reference::sheets;
use super::wording::{count, grouped, percent, short_money, upper_first};
use super::{Explanation, Report, Verdict, palette};
use crate::inventory::Inventory;
use crate::portfolio::Portfolio;
use crate::problem::{Problems, Severity, printable};
use crate::rulebook::FindingKind;
pub use check::{Page, check};
pub use runs::{Line, runs};

/// How many characters the longest bar has.
const BAR: usize = 30;
/// A space at which no line is broken.
const UNBROKEN: &str = "\u{a0}";
/// How many kinds of problems the short summary lists.
const MOST_PROBLEMS: usize = 5;

/// The short summary of a run, in lines of at most so many characters.
pub fn summary(report: &Report, portfolio: &Portfolio, problems: &Problems, width: usize) -> String {
    let mut out = String::new();
    let _ = writeln!(out, "{}\n", understood(report.judged.inventory, "", width));
    bars(&mut out, report.judged.inventory, portfolio);
    if let Some(answers) = &report.summary.answers {
        let _ = writeln!(out, "\n{}", with_bold(&wrapped("Answers: ", answers, 9, width), "Answers:"));
    }
    if let Some(since) = &report.summary.since {
        let lead = format!("Since {}:", since.earlier);
        let sentence = wrapped(&format!("{lead} "), &since.sentence, 2, width);
        let _ = writeln!(out, "\n{}", with_bold(&sentence, &lead));
    }
    if !report.summary.first_answers.is_empty() {
        let lead = "Ask next: ";
        let answers = wrapped(lead, &report.summary.first_answers, lead.len(), width);
        let _ = writeln!(out, "\n{}", with_bold(&answers, lead.trim_end()));
    }
    guessed(&mut out, report.judged.inventory, problems, width);
    worst(&mut out, report.judged.inventory, problems, width);
    out
}

/// Where the outputs are, each with what it is.
pub fn outputs(outputs: &[(&str, &Path)]) -> String {
    let mut out = "\n".to_owned();
    for (what, path) in outputs {
        let _ = writeln!(out, "{:<10}{}", upper_first(what), path.display());
    }
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

/// That the files beside a record are those of its run.
pub fn whole(record: &Path, date: &str) -> String {
    format!("{}: whole, as the run of {date} wrote it\n", record.display())
}

/// Why no questionnaire was written.
pub fn nothing_to_ask(functions: usize) -> String {
    let all = match functions {
        1 => "The one function has a verdict".to_owned(),
        many => format!("All {} functions have a verdict", grouped(many as u64)),
    };
    format!("{all}: there is nothing to ask, and no questionnaire was written.\n")
}

/// Everything that was reasoned about one function.
pub fn explain(report: &Report, explanation: &Explanation) -> String {
    let assessment = explanation.assessment;
    let mut out = String::new();
    let id = if explanation.id.is_empty() { String::new() } else { format!(" ({})", explanation.id) };
    let _ = writeln!(out, "{}{id}, row {}", bold(&explanation.name), report.table().row_shown(explanation.row0));
    let strength = assessment.strength.map_or(String::new(), |strength| format!(", {}", strength.name()));
    let review = explanation.review();
    let review = if review.is_empty() { String::new() } else { format!("; to review: {}", review.join(", ")) };
    let _ = writeln!(out, "{}{strength}{review}\n", painted(assessment.verdict, assessment.verdict.name()));

    let _ = writeln!(out, "Score     {}", score_with_bounds(assessment));
    let _ = writeln!(out, "Coverage  {}", percent(assessment.coverage));
    if let (Some(robustness), Some(flip)) = (assessment.robustness, assessment.flip) {
        let _ = writeln!(out, "Robust    {} of all weightings keep the verdict", percent(robustness));
        if robustness < 1.0 {
            let _ = writeln!(out, "Flip      an error of {} in all weights together could turn it", percent(flip));
        }
    }
    let _ = writeln!(out);
    for reason in &explanation.criteria {
        // What is not known is not nothing.
        let known = reason.evidence.known();
        let score = known.map_or("–".to_owned(), |points| super::wording::signed(i64::from(points)));
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

/// A problem as a text that begins with its severity, which is coloured; nothing of it can act on a terminal.
pub fn notice(severity: Severity, text: &str) -> String {
    let lines: Vec<_> = text.split('\n').map(printable).collect();
    format!("{}\n", with_severity(&lines.join("\n"), severity))
}

/// A text that begins with a severity, which is coloured.
fn with_severity(text: &str, severity: Severity) -> String {
    let style = match severity {
        Severity::Error => Style::new().fg_color(Some(AnsiColor::Red.into())).bold(),
        Severity::Warning => Style::new().fg_color(Some(AnsiColor::Yellow.into())).bold(),
        Severity::Note => Style::new().dimmed(),
    };
    let (severity, rest) = text.split_at(severity.name().len());
    format!("{style}{severity}{style:#}{rest}")
}

/// One line on what was read, or two where it is long, with something more at its end.
fn understood(inventory: &Inventory, more: &str, width: usize) -> String {
    let place = inventory.place();
    let sheet = match sheets(inventory.table) {
        sheets if sheets.is_empty() => sheets,
        sheets => format!(", {sheets}"),
    };
    let (functions, excluded) = (inventory.functions.len(), inventory.excluded.len());
    let rows = count(functions + excluded, "row");
    let left_out = if excluded == 0 { String::new() } else { format!(" and {} left out", grouped(excluded as u64)) };
    let what = format!("{rows}, {}{left_out}{more}", count(functions, "function"));
    let is_long =
        [&place.file, sheet.as_str(), &what].iter().map(|part| part.chars().count()).sum::<usize>() + 2 > width;
    format!("{}{sheet}:{}{what}", bold(&place.file), if is_long { "\n  " } else { " " })
}

fn bars(out: &mut String, inventory: &Inventory, portfolio: &Portfolio) {
    let most = portfolio.verdicts.iter().map(|totals| totals.functions).max().unwrap_or(0).max(1);
    for (verdict, totals) in Verdict::ALL.into_iter().zip(&portfolio.verdicts) {
        let length = (totals.functions * BAR).div_ceil(most);
        let cost = super::compose::costs(inventory, totals, short_money);
        let (blank, cost) = match cost.as_str() {
            "" => (String::new(), String::new()),
            cost => (" ".repeat(BAR - length), format!("  {cost}")),
        };
        let bar = match length {
            0 => String::new(),
            length => painted(verdict, &"█".repeat(length)),
        };
        let line = format!("  {:<24}{:>9}  {bar}{blank}{cost}", verdict.name(), grouped(totals.functions as u64));
        let _ = writeln!(out, "{}", line.trim_end());
    }
}

/// What a header was taken for although it is spelt otherwise, for it may turn verdicts.
fn guessed(out: &mut String, inventory: &Inventory, problems: &Problems, width: usize) {
    let mut guesses = by_kind(problems);
    guesses.retain(|group| group.first.code == "near-header");
    if guesses.is_empty() {
        return;
    }
    let _ = writeln!(out, "\n{}", bold("Guessed:"));
    for guess in &guesses {
        let _ = writeln!(out, "{}", wrapped("  ", &unbroken(&guess.sentence(inventory.place())), 4, width));
    }
}

/// What was not understood: the worst first, a line for each kind and column, then how many more.
fn worst(out: &mut String, inventory: &Inventory, problems: &Problems, width: usize) {
    let mut groups = by_kind(problems);
    groups.retain(|group| group.first.severity <= Severity::Warning);
    if groups.is_empty() {
        return;
    }
    let _ = writeln!(out, "\n{}", bold("Not understood:"));
    let shown = &groups[..groups.len().min(MOST_PROBLEMS)];
    for group in shown {
        let _ = writeln!(out, "{}", wrapped("  ", &unbroken(&group.sentence(inventory.place())), 4, width));
    }
    let is_meant = |code: &str| groups.iter().any(|group| group.first.code == code);
    let unlisted: usize = problems.unlisted().filter(|(code, _)| is_meant(code)).map(|(_, n)| n).sum();
    let listed = problems.listed().iter().filter(|problem| problem.severity <= Severity::Warning).count();
    let all = listed + unlisted;
    let more = all - shown.iter().map(|group| group.count).sum::<usize>();
    let number = |n: usize| grouped(n as u64);
    let where_else = match unlisted {
        0 if more > 0 => "all are on the sheet `Data quality`".to_owned(),
        0 => format!("all {} are on the sheet `Data quality`", number(all)),
        _ if problems.listed().len() >= Problems::LISTED_IN_ALL => {
            format!("the sheet `Data quality` lists {} problems", number(problems.listed().len()))
        }
        _ => format!("the sheet `Data quality` lists the first {} of each column", number(Problems::LISTED)),
    };
    if more > 0 {
        let _ = writeln!(out, "  … and {} more; {where_else}", number(more));
    } else if all > shown.len() {
        let _ = writeln!(out, "  … {where_else}");
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

/// A text whose beginning is bold.
fn with_bold(text: &str, beginning: &str) -> String {
    match text.strip_prefix(beginning) {
        Some(rest) if !beginning.is_empty() => format!("{}{rest}", bold(beginning)),
        _ => text.to_owned(),
    }
}

/// A sentence on problems, in which no value is parted from the cell where it was found.
fn unbroken(sentence: &str) -> String {
    sentence.replace("` (", &format!("`{UNBROKEN}("))
}

/// A text in which options between backticks are not broken.
fn typed_in_one_piece(text: &str) -> String {
    let pieces = text.split('`').enumerate().map(|(i, piece)| {
        if i % 2 == 1 && piece.starts_with("--") { piece.replace(' ', UNBROKEN) } else { piece.to_owned() }
    });
    pieces.collect::<Vec<_>>().join("`")
}

/// What leads in and a text, in lines of at most so many characters where words allow it, all but the first indented.
/// An option that may be typed, such as `--scale "Fit=1..5"`, stays in one piece.
fn wrapped(lead: &str, text: &str, indent: usize, width: usize) -> String {
    let text = typed_in_one_piece(text);
    let (mut lines, mut length, mut is_new) = (lead.to_owned(), lead.chars().count(), true);
    for word in text.split(' ') {
        let characters = word.chars().count();
        if !is_new && length + 1 + characters > width {
            lines.push('\n');
            lines.extend(std::iter::repeat_n(' ', indent));
            (length, is_new) = (indent, true);
        }
        if !is_new {
            lines.push(' ');
            length += 1;
        }
        lines.push_str(&word.replace(UNBROKEN, " "));
        (length, is_new) = (length + characters, false);
    }
    lines
}
