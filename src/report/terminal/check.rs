//! What a file would be understood as, on a page: the columns, what is not used, what was not understood, what to do.

use std::fmt::Write;

use super::text::{bold, muted, unbroken, understood, with_bold, with_severity, wrapped};
use crate::inventory::AS_IT_STANDS;
use crate::report::model::ColumnLine;
use crate::report::view::checked::{Checked, LONGEST_HEADER, Next, Remark};
use crate::report::words::figures::{one_line, shortened, shortened_header};
use crate::report::words::messages::Messages;

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
/// Where the command begins that comes next.
const INDENT_OF_NEXT: usize = 10;

/// The page on which a check is shown.
#[derive(Clone, Debug)]
pub struct Page {
    /// How many characters a line has.
    pub width: usize,
    /// The inventory as it was named on the command line, and how it is read, to be typed again.
    pub arguments: String,
}

/// What a file would be understood as, without a verdict on anything.
pub fn check(checked: &Checked, page: &Page) -> String {
    let header = checked.say.check_headers(&checked.headers);
    let mut out = format!("{}\n", understood(checked.say, checked.inventory, &header, page.width));
    draw_used(&mut out, checked.say, &checked.used, page.width);
    draw_unused(&mut out, checked.say, &checked.unused, page.width);
    draw_problems(&mut out, checked, page.width);
    draw_answers(&mut out, checked, page.width);
    draw_next(&mut out, checked, page);
    out
}

/// A table of what was taken for what, with the reading of each column below its line.
fn draw_used(out: &mut String, say: &Messages, used: &[&ColumnLine], width: usize) {
    let longest = |title: &str, of: fn(&ColumnLine) -> &str, most: usize| {
        let lengths = used.iter().map(|line| of(line).chars().count());
        lengths.max().unwrap_or(0).clamp(title.chars().count().min(most), most)
    };
    let attributes = longest(say.shown_read_as(), |line| &line.attribute, LONGEST_ATTRIBUTE);
    let known = longest(say.shown_known(), |line| &line.known, usize::MAX);
    let header = longest(say.shown_header(), |line| &line.header, LONGEST_HEADER);
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
            shortened_header(header, headers),
            shortened(attribute, attributes),
        );
        line.trim_end().to_owned()
    };
    let beside = if is_narrow { "" } else { say.shown_examples() };
    let title = line("", say.shown_header(), say.shown_read_as(), say.shown_known(), beside);
    let _ = writeln!(out, "\n{}\n{}", bold(say.shown_columns()), muted(&title));
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
        if column.reading != say.reading(AS_IT_STANDS) && !is_said {
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

/// The columns and rows that are not used, with the mend after those that share it.
fn draw_unused(out: &mut String, say: &Messages, unused: &[Remark], width: usize) {
    if unused.is_empty() {
        return;
    }
    let _ = writeln!(out, "\n{}", bold(say.shown_not_used()));
    for (i, remark) in unused.iter().enumerate() {
        let _ = writeln!(out, "{}", wrapped("  ", &remark.text, 4, width));
        let is_last = unused.get(i + 1).is_none_or(|next| next.help != remark.help);
        draw_help(out, say, remark.help.as_deref().filter(|_| is_last), width);
    }
}

/// What was not as it should be, a line for each kind and column, with the mend after those that share it.
fn draw_problems(out: &mut String, checked: &Checked, width: usize) {
    let say = checked.say;
    let _ = writeln!(out, "\n{} {}", bold(say.shown_problems()), checked.counted);
    for (i, line) in checked.problems.iter().enumerate() {
        let lead = format!("{}[{}]: ", say.severity(line.first.severity), line.first.code);
        let text = wrapped(&lead, &unbroken(&line.sentence), 4, width);
        let _ = writeln!(out, "{}", with_severity(say, &text, line.first.severity));
        let is_last = checked.problems.get(i + 1).is_none_or(|next| next.first.help != line.first.help);
        let help = line.first.help.as_deref().filter(|_| is_last).map(|help| say.help(line.first.code, help));
        draw_help(out, say, help.as_deref(), width);
    }
    if !checked.more.is_empty() {
        let _ = writeln!(out, "{}", checked.say.shown_and_more(&checked.more));
    }
}

fn draw_help(out: &mut String, say: &Messages, help: Option<&str>, width: usize) {
    if let Some(help) = help {
        let _ = writeln!(out, "{}", muted(&wrapped(&format!("    {}: ", say.shown_help()), help, 10, width)));
    }
}

/// How much is known, and the answers that would help most.
fn draw_answers(out: &mut String, checked: &Checked, width: usize) {
    let lead = format!("{} ", checked.say.shown_coverage());
    let length = lead.chars().count();
    let _ = writeln!(out, "\n{}", with_bold(&format!("{lead}{}", checked.coverage), lead.trim_end()));
    if !checked.lacking.is_empty() {
        let _ = writeln!(out, "{}", wrapped(&" ".repeat(length), &checked.lacking, length, width));
    }
    let first = format!("{} ", checked.say.shown_ask_next());
    let indent = " ".repeat(first.chars().count());
    for (i, question) in checked.questions.iter().enumerate() {
        let lead = if i == 0 { &first } else { &indent };
        let text = wrapped(lead, &question.text, indent.len(), width);
        let effect = format!("({})", question.effect);
        let at = text.lines().last().unwrap_or_default().chars().count();
        let effect = if at + 1 + effect.chars().count() > width {
            format!("\n{}", muted(&wrapped(&indent, &effect, indent.len() + 1, width)))
        } else {
            format!(" {}", muted(&effect))
        };
        let _ = writeln!(out, "{}{effect}", with_bold(&text, lead.trim()));
    }
}

/// The command that comes next, to be copied as it stands.
fn draw_next(out: &mut String, checked: &Checked, page: &Page) {
    let command = match checked.next {
        Next::Assess => format!("outsift assess {} -o out", page.arguments),
        Next::Ask => format!("outsift template {}", page.arguments),
    };
    let what = &checked.next_gives;
    let is_long = INDENT_OF_NEXT + command.chars().count() + 2 + what.chars().count() + 2 > page.width;
    let between = if is_long { format!("\n{:INDENT_OF_NEXT$}", "") } else { "  ".to_owned() };
    let lead = checked.say.shown_next();
    let gap = " ".repeat(INDENT_OF_NEXT.saturating_sub(lead.chars().count()).max(1));
    let _ = writeln!(out, "\n{}{gap}{command}{between}{}", bold(lead), muted(&format!("({what})")));
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
