//! What stands under a table and is no function: notes, the mark of its end, who made it and when.
//!
//! Where all rows of a table say much, the last ones that say little are no functions, or may be none. What only a note can
//! say is left out; the others are functions with a doubt, since somebody may have begun to fill them in.

use super::data_rows::shape;
use super::rows::{Footers, Rows};
use crate::codes::Code;
use crate::problem::Problem;
use crate::rulebook::AttributeId;
use crate::rulebook::text::{fold, words};
use crate::table::Cell;

/// So many rows at most tell what stands in a column, or what others are like.
pub(super) const LOOKED_AT: usize = 50;

impl Rows<'_> {
    /// Where texts begin that stand alone in their rows, below the table and apart from it, of which one is clearly no name, or
    /// that are far apart.
    pub(super) fn footer(&self) -> Option<u32> {
        let (table, end0) = (self.table, self.layout.end0);
        let last0 = self.shape.last_full0?;
        let blank0 = (last0 + 1..end0).find(|row0| table.is_blank(*row0))?;
        let is_full = self.shape.is_full;
        let is_far = is_full && table.is_blank(blank0 + 1);
        let mut texts = (blank0 + 1..end0).filter_map(|row0| self.lone_text(row0));
        // Where many names stand alone, long ones do too.
        let is_none = |text: &str| self.is_note(text) || is_bracketed(text) || (is_full && is_sentence(text));
        let has_legend = self.layout.legend_rows.iter().any(|row0| *row0 > blank0);
        (is_far || has_legend || texts.any(is_none)).then_some(blank0)
    }

    /// The last rows of a table, and of each of its pages, that say much less than those above them.
    pub(super) fn footers(&self) -> Footers {
        let (mut footers, mut above) = (Footers::default(), Vec::new());
        for row0 in self.layout.header_row0 + 1..self.layout.end0 {
            if self.is_header_again(row0) {
                self.end_page(&mut above, &mut footers);
            } else if !self.table.is_blank(row0)
                && self.belongs_to_header(row0).is_none()
                && !self.layout.legend_rows.contains(&row0)
            {
                above.push((row0, self.table.filled(row0).filter(|at| !self.is_sheet_name(row0, *at)).count()));
            }
        }
        self.end_page(&mut above, &mut footers);
        footers
    }

    /// Takes the rows that say little from the end of those above them.
    fn end_page(&self, above: &mut Vec<(u32, usize)>, footers: &mut Footers) {
        // Two cells of five, as a note with what it is about.
        const MUCH: usize = 5;
        const LITTLE: usize = 2;
        // One row in five may be a heading, or have gaps.
        const MOST_LITTLE: usize = 5;
        let most = above.iter().map(|(_, filled)| *filled).max().unwrap_or(0);
        let says_little = |(_, filled): &&(u32, usize)| filled * MUCH <= most * LITTLE;
        let little = above.iter().rev().take_while(says_little).count();
        let mut rows = above.len() - little;
        // A list may have many names with nothing beside them; what else a blank row parts from it may be as long.
        let is_apart = |at: &usize| self.table.is_blank(above[*at].0 - 1);
        if little >= rows
            && let Some(apart) = (rows..above.len()).find(is_apart)
            && above[apart..].iter().any(|(_, filled)| *filled > 1)
        {
            rows = apart;
        } else if little >= rows {
            return;
        }
        let is_total = |(row0, _): &&(u32, usize)| self.names_summary(*row0);
        let headings = above[..rows].iter().filter(says_little).filter(|row| !is_total(row)).count();
        if rows < 2 || headings * MOST_LITTLE > rows {
            return;
        }
        let below = above.split_off(rows);
        let looked_at: Vec<u32> = above.iter().rev().take(LOOKED_AT).map(|(row0, _)| *row0).collect();
        let are_like: Vec<bool> = below.iter().map(|(row0, _)| self.is_made_like(*row0, &looked_at)).collect();
        let goes_on = |at: usize| are_like[at..].contains(&true);
        let mut is_note = false;
        for (at, (row0, _)) in below.into_iter().enumerate() {
            // What stands below a note is one, unless the table goes on.
            is_note = !are_like[at] && (is_note && !goes_on(at) || self.is_no_function(row0, &looked_at));
            if is_note {
                footers.notes.insert(row0);
            } else if !self.holds_value(row0) && !are_like[at] {
                footers.doubtful.insert(row0);
            }
        }
    }

    /// Whether a row holds anything where functions have values.
    fn holds_value(&self, row0: u32) -> bool {
        self.table.filled(row0).any(|column0| {
            let attribute = self.layout.columns.get(usize::from(column0)).and_then(|heading| heading.attribute);
            attribute.is_some_and(|id| self.rulebook.attribute(id).has_values())
        })
    }

    /// Whether a row says what it is as others do: by its id, else by a department of theirs.
    pub(super) fn is_made_like(&self, row0: u32, others: &[u32]) -> bool {
        let shown = |row0: u32, column0: u16| self.table.shown(self.table.value(row0, column0));
        let roles = &self.rulebook.roles;
        let column_of = |id: Option<AttributeId>| {
            let column0 = self.layout.column_of(id).filter(|column0| Some(*column0) != self.label(row0));
            column0.filter(|column0| others.iter().any(|other| !shown(*other, *column0).is_empty()))
        };
        let (column0, is_like): (_, fn(&str, &str) -> bool) = match (column_of(roles.id), column_of(roles.department)) {
            (Some(id), _) => (id, is_id_like),
            (None, Some(department)) => (department, |own, other| fold(own) == fold(other)),
            (None, None) => return false,
        };
        let own = shown(row0, column0);
        !own.is_empty() && others.iter().any(|other| is_like(&own, &shown(*other, column0)))
    }

    /// Whether a row that says little can be no function: it holds what no row above holds in its column, such as a date or an
    /// address, or signs that no name has.
    fn is_no_function(&self, row0: u32, above: &[u32]) -> bool {
        // `dept.` ends a name of two words.
        const SENTENCE: usize = 3;
        let Some(column0) = self.label(row0) else { return false };
        let Cell::Text(id) = self.table.cell(row0, column0) else { return false };
        let text = self.table.text(id).trim();
        let holds = |column0: u16, is_it: &dyn Fn(&str) -> bool| {
            above.iter().any(|row0| is_it(&self.table.shown(self.table.value(*row0, column0))))
        };
        let is_new = |column0: u16, is_it: &dyn Fn(&str) -> bool| {
            is_it(&self.table.shown(self.table.cell(row0, column0))) && !holds(column0, is_it)
        };
        let has_figure =
            |column0: u16| self.table.shown(self.table.cell(row0, column0)).contains(|c: char| c.is_ascii_digit());
        self.is_note(text)
            || is_bracketed(text)
            || is_new(column0, &|text| text.ends_with('.') && words(text).len() >= SENTENCE)
            || self.names_summary(row0) && self.table.filled(row0).any(has_figure)
            || is_new(column0, &|text| text.contains(": ") || text.ends_with(':'))
            || is_new(column0, &is_footnote)
            || self.table.filled(row0).any(|column0| is_new(column0, &is_address) || is_new(column0, &is_date))
    }

    /// Whether a row under a table is no function.
    pub(super) fn is_footer(&self, row0: u32) -> bool {
        self.footers.notes.contains(&row0)
    }

    /// What to ask about a function that may be none.
    pub(super) fn possible_footer(&self, row0: u32) -> Option<Problem> {
        if !self.footers.doubtful.contains(&row0) {
            return None;
        }
        let name = self.name_or_lone_text(row0);
        let place = self.table.place_of(row0, self.layout.name_column);
        let message =
            format!("says much less than all rows above it, at their end; it counts as a function, found `{name}`");
        let help = "if it is a function, fill in its row; else delete it";
        Some(Problem::warning(Code::NoteRow, place, message).help(help))
    }

    /// Whether a text alone in its row remarks on the table above it.
    pub(super) fn is_under_the_table(&self, row0: u32, text: &str) -> bool {
        if self.shape.last_full0.is_some_and(|last| last > row0) {
            return false;
        }
        self.is_note(text) || self.shape.footer0.is_some_and(|footer0| row0 > footer0)
    }

    /// Whether a text is a note: a mark, or a word such as `Source` with a colon or a figure after it.
    fn is_note(&self, text: &str) -> bool {
        let is_marked = text.starts_with(['*', '\u{b9}', '\u{2020}', '\u{a9}']);
        let says = text.contains(':') || text.contains(|c: char| c.is_ascii_digit());
        is_marked || says && self.rulebook.reading.notes.iter().any(|note| words(text).starts_with(note))
    }
}

/// Whether a text stands in brackets: `(5 rows affected)`.
fn is_bracketed(text: &str) -> bool {
    text.starts_with(['(', '[']) && text.ends_with([')', ']'])
}

/// Whether an id is made like another one: `F7` like `F6`, and without figures `TAX` like `PAY`.
pub(super) fn is_id_like(own: &str, other: &str) -> bool {
    let has_figure = own.contains(|c: char| c.is_ascii_digit());
    let cases = |text: &str| text.trim().chars().map(|c| (c.is_alphabetic(), c.is_uppercase())).collect::<Vec<_>>();
    if has_figure { shape(own).eq(shape(other)) } else { cases(own) == cases(other) }
}

fn is_sentence(text: &str) -> bool {
    text.ends_with('.') || words(text).len() > 3
}

/// Whether a text begins with the mark of a footnote: `1) estimate`.
fn is_footnote(text: &str) -> bool {
    text.split_once(')').is_some_and(|(mark, _)| mark.chars().count() < 3 && mark.chars().all(char::is_alphanumeric))
}

/// Whether a text is an address of the net or of mail.
fn is_address(text: &str) -> bool {
    let is_mail = || text.split_once('@').is_some_and(|(name, host)| !name.is_empty() && host.contains('.'));
    text.contains("://") || text.starts_with("www.") || is_mail()
}

/// Whether a text is a day, in figures.
fn is_date(text: &str) -> bool {
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    let parts = text.split(['-', '.', '/']).filter(|part| part.bytes().next().is_some_and(|b| b.is_ascii_digit()));
    (4..=14).contains(&digits)
        && parts.count() == 3
        && text.bytes().all(|b| b.is_ascii_digit() || b"-./: TZ".contains(&b))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_made_alike() {
        for (own, other, expected) in [
            ("F7", "F12", true),
            ("7", "12", true),
            ("F7", "12", false),
            ("TAX", "PAY", true),
            ("Signed", "PAY", false),
            ("Date", "Paid", true),
            ("HR-7", "FIN-12", true),
            ("Page 2", "F2", false),
        ] {
            assert_eq!(is_id_like(own, other), expected, "{own} {other}");
        }
    }

    #[test]
    fn dates_addresses_and_footnotes_are_told() {
        for (text, expected) in [
            ("2024-03-12", [true, false, false]),
            ("12.03.2024", [true, false, false]),
            ("3/12/24", [true, false, false]),
            ("1.5", [false, false, false]),
            ("192-168", [false, false, false]),
            ("jdoe@acme.com", [false, true, false]),
            ("https://intranet/functions", [false, true, false]),
            ("@home", [false, false, false]),
            ("1) estimate", [false, false, true]),
            ("a) estimate", [false, false, true]),
            ("Payroll (DE)", [false, false, false]),
        ] {
            assert_eq!([is_date(text), is_address(text), is_footnote(text)], expected, "{text}");
        }
    }
}
