//! What a file would be understood as, on a page: the columns, what is not used, what was not understood, what to do.

use std::collections::BTreeMap;
use std::fmt::Write;

use super::text::{UNBROKEN, bold, muted, unbroken, understood, with_bold, with_severity, wrapped};
use crate::assessment::Verdict;
use crate::inventory::values::AS_IT_STANDS;
use crate::portfolio::{self, Portfolio};
use crate::problem::{Problem, Problems, Severity, Spot};
use crate::report::model::ColumnLine;
use crate::report::view::grouped::{ProblemGroup, by_kind, counted};
use crate::report::view::judged::Judged;
use crate::report::view::reference::header_rows;
use crate::report::view::report::Report;
use crate::report::words::figures::{count, grouped, listed, one_line, percent, shortened};
use crate::rulebook::AttributeId;

/// How many columns that are not used are named, in all and for a reason of their own.
const MOST_UNUSED: usize = 12;
/// How many rows that are left out are named for each reason.
const MOST_ROWS: usize = 5;
/// How many kinds of problems are shown.
const MOST_PROBLEMS: usize = 40;
/// The most characters of a header in the table.
const LONGEST_HEADER: usize = 34;
/// The fewest that it is cut to.
const SHORTEST_HEADER: usize = 20;
/// The most characters of an attribute's name.
const LONGEST_ATTRIBUTE: usize = 24;
/// How much room the examples of a column should have.
const ROOM_FOR_EXAMPLES: usize = 28;
/// An example is cut to no fewer characters while it has others beside it.
const SHORTEST_EXAMPLE: usize = 14;
/// Where the texts of the table begin, to the right of the letters.
const INDENT: usize = 7;

/// The page on which a check is shown.
#[derive(Clone, Debug)]
pub struct Page {
    /// How many characters a line has.
    pub width: usize,
    /// The inventory as it was named on the command line, and how it is read, to be typed again.
    pub arguments: String,
}

/// What a file would be understood as, without a verdict on anything.
pub fn check(report: &Report, portfolio: &Portfolio, problems: &Problems, page: &Page) -> String {
    let (used, unused): (Vec<&ColumnLine>, Vec<_>) =
        report.summary.columns.iter().partition(|line| !line.known.is_empty());
    let file = &report.table().place.file;
    let by_letters: BTreeMap<&str, &ColumnLine> = unused.iter().map(|line| (line.letters.as_str(), *line)).collect();
    let is_on_unused = |group: &ProblemGroup| {
        let Problem { place, .. } = group.first;
        let is_on_column = matches!(place.spot, Spot::Column { .. }) && place.file == *file;
        is_on_column && place.cell().is_some_and(|letters| by_letters.contains_key(letters.as_str()))
    };
    let is_reason = |group: &ProblemGroup| group.first.severity == Severity::Note && is_on_unused(group);
    let (reasons, others): (Vec<ProblemGroup>, Vec<_>) = by_kind(problems).into_iter().partition(is_reason);
    // What a warning says of a column is not said here as well.
    let warned: Vec<String> =
        others.iter().filter(|group| is_on_unused(group)).filter_map(|group| group.first.place.cell()).collect();
    let unused: Vec<&ColumnLine> = unused.iter().copied().filter(|line| !warned.contains(&line.letters)).collect();

    let header = format!("; headers in {}", header_rows(report.judged.inventory));
    let mut out = format!("{}\n", understood(report.judged.inventory, &header, page.width));
    draw_used(&mut out, &used, page.width);
    draw_unused(&mut out, report, &unused, &reasons, page.width);
    draw_problems(&mut out, report, &others, page.width);
    draw_answers(&mut out, report, portfolio, page.width);
    draw_next(&mut out, portfolio, page);
    out
}

/// A table of what was taken for what, with the reading of each column below its line.
fn draw_used(out: &mut String, used: &[&ColumnLine], width: usize) {
    let longest = |title: &str, of: fn(&ColumnLine) -> &str, most: usize| {
        let lengths = used.iter().map(|line| of(line).chars().count());
        lengths.max().unwrap_or(0).clamp(title.len(), most)
    };
    let attributes = longest("Read as", |line| &line.attribute, LONGEST_ATTRIBUTE);
    let known = longest("Known", |line| &line.known, usize::MAX);
    let header = longest("Header", |line| &line.header, LONGEST_HEADER);
    let beside_header = width.saturating_sub(INDENT + 2 + attributes + 2 + known);
    let room_beside = |headers: usize| beside_header.saturating_sub(headers + 2);
    let short =
        header - ROOM_FOR_EXAMPLES.saturating_sub(room_beside(header)).min(header.saturating_sub(SHORTEST_HEADER));
    // On a narrow terminal the examples have a line of their own.
    let is_narrow = room_beside(short) < ROOM_FOR_EXAMPLES / 2;
    let (headers, room) =
        if is_narrow { (header.min(beside_header), width - INDENT) } else { (short, room_beside(short)) };

    let line = |letters: &str, header: &str, attribute: &str, known_of: &str, examples: &str| {
        let line = format!(
            "  {letters:>3}  {:headers$}  {:attributes$}  {known_of:>known$}  {examples}",
            shortened(&one_line(header), headers),
            shortened(attribute, attributes),
        );
        line.trim_end().to_owned()
    };
    let title = line("", "Header", "Read as", "Known", if is_narrow { "" } else { "Examples" });
    let _ = writeln!(out, "\n{}\n{}", bold("Columns"), muted(&title));
    for (i, column) in used.iter().enumerate() {
        let examples = fitted(&column.examples, room);
        let beside = if is_narrow { "" } else { &examples };
        let _ = writeln!(out, "{}", line(&column.letters, &column.header, &column.attribute, &column.known, beside));
        if is_narrow && !examples.is_empty() {
            let _ = writeln!(out, "{:INDENT$}{examples}", "");
        }
        // What holds of several columns in a row is said once, below the last of them.
        let is_said = used
            .get(i + 1)
            .is_some_and(|next| (&next.attribute, &next.reading) == (&column.attribute, &column.reading));
        if column.reading != AS_IT_STANDS && !is_said {
            let lead = " ".repeat(INDENT);
            let _ = writeln!(out, "{}", muted(&wrapped(&lead, &one_line(&column.reading), INDENT, width)));
        }
    }
}

/// As many examples as there is room for, the longer ones shortened.
fn fitted(examples: &[String], room: usize) -> String {
    const BETWEEN: &str = " · ";
    for shown in (1..=examples.len()).rev() {
        let mut left = room.saturating_sub((shown - 1) * BETWEEN.chars().count());
        let mut lengths: Vec<usize> = examples[..shown].iter().map(|example| example.chars().count()).collect();
        lengths.sort_unstable();
        let mut most = usize::MAX;
        for (i, length) in lengths.iter().enumerate() {
            let share = left / (shown - i);
            if *length > share {
                most = share;
                break;
            }
            left -= length;
        }
        let fitted: Vec<String> = examples[..shown].iter().map(|example| shortened(example, most)).collect();
        // Examples that look alike show nothing.
        let is_telling = (1..shown).all(|i| !fitted[..i].contains(&fitted[i]));
        if shown == 1 || (most >= SHORTEST_EXAMPLE && is_telling) {
            return fitted.join(BETWEEN);
        }
    }
    String::new()
}

/// The columns and rows that are not used, by their reasons.
fn draw_unused(out: &mut String, report: &Report, unused: &[&ColumnLine], reasons: &[ProblemGroup], width: usize) {
    let mut by_reason: Vec<(String, Option<&str>, Vec<&ColumnLine>)> = Vec::new();
    let mut unknown = Vec::new();
    let reason_of: BTreeMap<String, &ProblemGroup> =
        reasons.iter().filter_map(|reason| Some((reason.first.place.cell()?, reason))).collect();
    for line in unused {
        let Some(reason) = reason_of.get(&line.letters) else {
            unknown.push(*line);
            continue;
        };
        let message = reason.message();
        match by_reason.iter_mut().find(|(known, ..)| *known == message) {
            Some((.., columns)) => columns.push(line),
            None => by_reason.push((message, reason.first.help.as_deref(), vec![line])),
        }
    }
    let mut lines: Vec<(String, Option<&str>)> = by_reason
        .into_iter()
        .map(|(message, help, columns)| (format!("{}: {}", named(&columns), one_line(&message)), help))
        .collect();
    let (bare, unknown): (Vec<&ColumnLine>, Vec<_>) = unknown.into_iter().partition(|line| line.header.is_empty());
    if !bare.is_empty() {
        lines.push((format!("No header says what is in {}", named(&bare)), None));
    }
    if !unknown.is_empty() {
        let headers = if unknown.len() == 1 { "this header" } else { "these headers" };
        lines.push((format!("No attribute goes by {headers}: {}", named(&unknown)), None));
    }
    let rows = rows_left_out(report);
    if !rows.is_empty() {
        lines.push((format!("Rows: {}", listed(&rows)), None));
    }
    if lines.is_empty() {
        return;
    }
    let _ = writeln!(out, "\n{}", bold("Not used"));
    for (i, (text, help)) in lines.iter().enumerate() {
        let _ = writeln!(out, "{}", wrapped("  ", text, 4, width));
        let is_last = lines.get(i + 1).is_none_or(|(_, next)| next != help);
        draw_help(out, help.filter(|_| is_last), width);
    }
}

/// Columns by their letters and headers; many are counted.
fn named(columns: &[&ColumnLine]) -> String {
    let name = |line: &&ColumnLine| match line.header.as_str() {
        "" => line.letters.clone(),
        header => format!("{} `{}`", line.letters, shortened(&one_line(header), LONGEST_HEADER)).replace(' ', UNBROKEN),
    };
    let shown: Vec<String> = columns.iter().take(MOST_UNUSED).map(name).collect();
    match columns.len() - shown.len() {
        0 => shown.join(", "),
        more => format!("{} and {} more", shown.join(", "), grouped(more as u64)),
    }
}

/// How many rows were left out for each reason, and the first of them: `3 total rows (12, 40, 41)`.
fn rows_left_out(report: &Report) -> Vec<String> {
    let mut reasons: Vec<(&str, Vec<u32>)> = Vec::new();
    for (row0, reason) in report.excluded() {
        match reasons.iter_mut().find(|(known, _)| *known == reason) {
            Some((_, rows)) => rows.push(row0),
            None => reasons.push((reason, vec![row0])),
        }
    }
    let reasons = reasons.into_iter().map(|(reason, rows)| {
        let first: Vec<String> = rows.iter().take(MOST_ROWS).map(|row0| report.table().row_shown(*row0)).collect();
        let more = if rows.len() > MOST_ROWS { ", …" } else { "" };
        format!("{} ({}{more})", count(rows.len(), reason), first.join(", "))
    });
    reasons.collect()
}

/// What was not as it should be, a line for each kind and column, with the mend after those that share it.
fn draw_problems(out: &mut String, report: &Report, groups: &[ProblemGroup], width: usize) {
    let heading = bold("Problems:");
    if groups.is_empty() {
        let _ = writeln!(out, "\n{heading} none");
        return;
    }
    let _ = writeln!(out, "\n{heading} {}", counted(groups));
    let (shown, more) = groups.split_at(groups.len().min(MOST_PROBLEMS));
    for (i, group) in shown.iter().enumerate() {
        let lead = format!("{}[{}]: ", group.first.severity.name(), group.first.code);
        let text = wrapped(&lead, &unbroken(&group.sentence(report.judged.inventory.place())), 4, width);
        let _ = writeln!(out, "{}", with_severity(&text, group.first.severity));
        let is_last = shown.get(i + 1).is_none_or(|next| next.first.help != group.first.help);
        draw_help(out, group.first.help.as_deref().filter(|_| is_last), width);
    }
    if !more.is_empty() {
        let _ = writeln!(out, "… and {} of {}", counted(more), count(more.len(), "other kind"));
    }
}

fn draw_help(out: &mut String, help: Option<&str>, width: usize) {
    if let Some(help) = help {
        let _ = writeln!(out, "{}", muted(&wrapped("    help: ", help, 10, width)));
    }
}

/// How much is known, and the answers that would help most.
fn draw_answers(out: &mut String, report: &Report, portfolio: &Portfolio, width: usize) {
    let coverage = format!("Coverage: {} of the evidence that decides is known", percent(portfolio.coverage));
    let _ = writeln!(out, "\n{}", with_bold(&coverage, "Coverage:"));
    let Judged { rulebook, inventory, .. } = report.judged;
    let is_assumed = |id: AttributeId| inventory.assumptions.iter().any(|assumption| assumption.attribute == id);
    let mut lacking = rulebook.deciding_attributes();
    lacking.retain(|id| !inventory.has_column(*id) && !is_assumed(*id));
    if !lacking.is_empty() {
        let lead = " ".repeat("Coverage: ".len());
        let text = format!("no column holds {}", report.names_of(&lacking));
        let _ = writeln!(out, "{}", wrapped(&lead, &text, lead.len(), width));
    }
    for (i, question) in report.summary.ask_next.iter().enumerate() {
        let lead = if i == 0 { "Ask next: " } else { "          " };
        let text = wrapped(lead, &question.text, lead.len(), width);
        let effect = format!("({})", question.effect);
        let at = text.lines().last().unwrap_or_default().chars().count();
        let effect = if at + 1 + effect.chars().count() > width {
            let indent = " ".repeat(lead.len());
            format!("\n{}", muted(&wrapped(&indent, &effect, lead.len() + 1, width)))
        } else {
            format!(" {}", muted(&effect))
        };
        let _ = writeln!(out, "{}{effect}", with_bold(&text, lead.trim()));
    }
}

/// The command that comes next, to be copied as it stands.
fn draw_next(out: &mut String, portfolio: &Portfolio, page: &Page) {
    let open = portfolio.verdicts[portfolio::position(Verdict::InsufficientEvidence)].functions;
    let (command, what) = match open {
        0 => (format!("outsift assess {} -o out", page.arguments), "the workbook, the PDF and the record".to_owned()),
        1 => (format!("outsift template {}", page.arguments), "a questionnaire for the one open function".to_owned()),
        _ => {
            let what = format!("a questionnaire for the {} open functions", grouped(open as u64));
            (format!("outsift template {}", page.arguments), what)
        }
    };
    let is_long = 10 + command.chars().count() + 2 + what.chars().count() + 2 > page.width;
    let between = if is_long { "\n          " } else { "  " };
    let _ = writeln!(out, "\n{}     {command}{between}{}", bold("Next:"), muted(&format!("({what})")));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn examples_share_the_room_there_is() {
        let check = |examples: &[&str], room: usize, expected: &str| {
            let examples: Vec<String> = examples.iter().map(ToString::to_string).collect();
            assert_eq!(fitted(&examples, room), expected);
        };
        check(&["High", "Low", "n/a"], 30, "High · Low · n/a");
        check(&["High", "Accounts payable and receivable", "n/a"], 30, "High · Accounts payable… · n/a");
        check(&["Accounts payable", "Accounts receivable", "Ledger"], 32, "Accounts paya… · Accounts rece…");
        check(&["Accounts payable", "Accounts receivable", "Ledger"], 35, "Accounts payable · Accounts receiv…");
        check(&["Find out about care", "Find out about houses", "Ask"], 40, "Find out about care");
        check(&["Accounts payable"], 8, "Account…");
        check(&[], 8, "");
    }
}
