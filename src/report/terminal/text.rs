//! Lines of text on a terminal: broken at its width, with bold, muted and coloured words.

use anstyle::{Ansi256Color, AnsiColor, Style};

use crate::assessment::Verdict;
use crate::inventory::Inventory;
use crate::problem::Severity;
use crate::report::view::checked::UNBROKEN;
use crate::report::view::reference::sheets;
use crate::report::words::messages::Messages;
use crate::report::words::palette;

/// A text that begins with a severity, which is coloured.
pub(crate) fn with_severity(say: &Messages, text: &str, severity: Severity) -> String {
    let style = match severity {
        Severity::Error => Style::new().fg_color(Some(AnsiColor::Red.into())).bold(),
        Severity::Warning => Style::new().fg_color(Some(AnsiColor::Yellow.into())).bold(),
        Severity::Note => Style::new().dimmed(),
    };
    let (severity, rest) = text.split_at(say.severity(severity).len());
    format!("{style}{severity}{style:#}{rest}")
}

/// One line on what was read, or two where it is long, with something more at its end.
pub(crate) fn understood(say: &Messages, inventory: &Inventory, more: &str, width: usize) -> String {
    let place = inventory.place();
    let sheet = match sheets(say, inventory.table) {
        sheets if sheets.is_empty() => sheets,
        sheets => format!(", {sheets}"),
    };
    let (functions, excluded) = (inventory.functions.len(), inventory.excluded.len());
    let rows = say.check_rows(functions + excluded, functions);
    let dialect =
        inventory.table.unusual_dialect().map(|dialect| format!("; {}", say.as_read(dialect))).unwrap_or_default();
    let what = if excluded == 0 { rows } else { say.check_rows_left_out(&rows, excluded) } + more + &dialect;
    let is_long =
        [&place.file, sheet.as_str(), &what].iter().map(|part| part.chars().count()).sum::<usize>() + 2 > width;
    format!("{}{sheet}:{}{what}", bold(&place.file), if is_long { "\n  " } else { " " })
}

pub(crate) fn painted(verdict: Verdict, text: &str) -> String {
    let style = Style::new().fg_color(Some(Ansi256Color(palette::terminal(verdict)).into()));
    format!("{style}{text}{style:#}")
}

pub(crate) fn bold(text: &str) -> String {
    let style = Style::new().bold();
    format!("{style}{text}{style:#}")
}

pub(crate) fn muted(text: &str) -> String {
    let style = Style::new().dimmed();
    format!("{style}{text}{style:#}")
}

/// A text whose beginning is bold.
pub(crate) fn with_bold(text: &str, beginning: &str) -> String {
    match text.strip_prefix(beginning) {
        Some(rest) if !beginning.is_empty() => format!("{}{rest}", bold(beginning)),
        _ => text.to_owned(),
    }
}

/// A sentence on problems, in which no value is parted from the cell where it was found.
pub(crate) fn unbroken(sentence: &str) -> String {
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
pub(crate) fn wrapped(lead: &str, text: &str, indent: usize, width: usize) -> String {
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
