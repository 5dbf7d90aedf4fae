//! Rows right below the header that still belong to it: types of values, technical names, lines of dashes.

use super::rows::Rows;
use crate::inventory::known::Exclusion;
use crate::rulebook::text::{fold, header_words};
use crate::table::Cell;

/// How many rows below the header are looked at.
const MOST: u32 = 3;

impl Rows<'_> {
    /// Why a row below the header belongs to it.
    pub(super) fn belongs_to_header(&self, row0: u32) -> Option<Exclusion> {
        if row0 > self.layout.header_row0 + MOST {
            return None;
        }
        if self.is_line(row0) {
            return Some(Exclusion::Line);
        }
        if row0 == self.layout.header_row0 + 1 && (self.is_type_row(row0) || self.is_example(row0)) {
            return Some(Exclusion::Types);
        }
        let repeats = self.repeats_header(row0) && !self.repeats_header(self.next_filled(row0));
        (repeats || self.is_of_objects(row0) || self.counts_columns(row0)).then_some(Exclusion::Header)
    }

    /// Whether a row numbers the columns: `1`, `2`, `3`, or `(1)`, `(2)`, `(3)`.
    fn counts_columns(&self, row0: u32) -> bool {
        const LEAST: usize = 3;
        let number = |column0: u16| {
            let shown = self.table.shown(self.table.cell(row0, column0));
            shown.trim().trim_matches(['(', ')', '[', ']', '.']).parse::<usize>().ok()
        };
        let count = self.table.filled(row0).count();
        count >= LEAST && self.table.filled(row0).zip(1..).all(|(column0, at)| number(column0) == Some(at))
    }

    /// Whether nothing but dashes and the like stands in a row, as below the headers of a printed table.
    fn is_line(&self, row0: u32) -> bool {
        let is_drawn = |text: &str| text.chars().count() > 1 && text.chars().all(|c| "-=_+|:─━═*~ ".contains(c));
        let cells: Vec<&str> = self.texts(row0).collect();
        cells.len() == self.table.filled(row0).count() && !cells.is_empty() && cells.into_iter().all(is_drawn)
    }

    fn texts(&self, row0: u32) -> impl Iterator<Item = &str> {
        let text = |cell: Cell| if let Cell::Text(id) = cell { Some(self.table.text(id)) } else { None };
        self.table.row(row0).filter_map(text).map(str::trim).filter(|text| !text.is_empty())
    }

    /// Whether every cell of a row names a type of value, as templates have it under their headers: `Text`, `VARCHAR(80)`, or
    /// the answers of its column, `High/Medium/Low`.
    fn is_type_row(&self, row0: u32) -> bool {
        let types = &self.rulebook.reading.types;
        let (mut named, mut others) = (0, 0);
        for (column0, cell) in (0..).zip(self.table.row(row0)).filter(|(_, cell)| *cell != Cell::Empty) {
            let Cell::Text(id) = cell else { return false };
            let text = fold(self.table.text(id));
            let without_length = text.split_once('(').map_or(&*text, |(before, _)| before.trim_end());
            let is_type = types.contains(&text) || types.contains(without_length);
            named += usize::from(is_type);
            others += usize::from(!is_type && !self.lists_answers(column0, &text));
        }
        named > 1 && others == 0
    }

    /// Whether the name of a row begins with an abbreviation in small letters, as another of its texts does: `e.g. Payroll`,
    /// `e.g. Finance`. `U.S. Payroll` is a name.
    fn is_example(&self, row0: u32) -> bool {
        let mark = |cell: Cell| match cell {
            Cell::Text(id) => self.table.text(id).trim().split_once(' ').map(|(first, _)| first),
            _ => None,
        };
        let abbreviates =
            |mark: &&str| mark.matches('.').count() > 1 && mark.chars().all(|c| c == '.' || c.is_lowercase());
        let own = mark(self.table.cell(row0, self.layout.name_column)).filter(abbreviates);
        own.is_some() && self.table.row(row0).filter(|cell| mark(*cell) == own).count() > 1
    }

    /// Whether a text lists words for the levels of its column.
    fn lists_answers(&self, column0: u16, text: &str) -> bool {
        let scale = self.levels_of(column0);
        let is_level = |word: &str| scale.is_some_and(|scale| scale.words.contains_key(word.trim()));
        let words = || text.split(['/', ',', ';', '|']);
        words().count() > 1 && words().all(is_level)
    }

    /// Whether a row says what each column holds as its header does, such as `displayName` under `Display Name`: its name and
    /// most of its other texts share a word with what stands above them, and no number or level is among them.
    fn repeats_header(&self, row0: u32) -> bool {
        const LEAST: usize = 3;
        let (mut same, mut cells, mut name) = (0, 0, false);
        for (column0, cell) in (0..).zip(self.table.row(row0)) {
            match cell {
                Cell::Empty => {}
                Cell::Text(id) => {
                    let Some(heading) = self.layout.columns.get(usize::from(column0)) else { return false };
                    cells += 1;
                    let is_same = is_said_again(&heading.lines, self.table.text(id));
                    same += usize::from(is_same);
                    name |= is_same && column0 == self.layout.name_column;
                }
                _ => return false,
            }
        }
        name && same >= LEAST && same * 5 >= cells * 3 && !self.holds_level(row0)
    }

    /// Whether each text of a row is an object of a program, as the third row of a survey's export: `{"ImportId":"QID1"}`.
    fn is_of_objects(&self, row0: u32) -> bool {
        let is_object = |text: &str| text.starts_with("{\"") && text.ends_with('}');
        self.texts(row0).count() > 1 && self.texts(row0).all(is_object)
    }

    fn next_filled(&self, row0: u32) -> u32 {
        (row0 + 1..self.table.rows()).find(|row0| !self.table.is_blank(*row0)).unwrap_or(row0 + 1)
    }
}

/// Whether a text has a word of a header, or is all of its words in one.
fn is_said_again(header: &str, said: &str) -> bool {
    const LONGEST: usize = 200;
    if said.len() > LONGEST || header.len() > LONGEST {
        return false;
    }
    let (header, text) = (header_words(header), header_words(said));
    let is_technical = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_';
    let may_be_short = said.trim().chars().all(is_technical);
    let is_short = |word: &String| may_be_short && header.iter().any(|full| is_short_for(word, full));
    let shares = text.iter().any(|word| word.len() > 1 && header.contains(word) || is_short(word));
    shares || (!text.is_empty() && text.concat() == header.concat())
}

/// Whether a word has the first letter of another one and some of its others, in their order: `dept` of `department`.
fn is_short_for(word: &str, full: &str) -> bool {
    const LEAST: usize = 2;
    let mut rest = full.chars();
    LEAST <= word.len()
        && word.len() < full.len()
        && word.chars().next() == full.chars().next()
        && word.chars().all(|c| rest.any(|other| other == c))
}

#[cfg(test)]
mod tests {
    use super::is_said_again;

    #[test]
    fn a_header_is_said_again_in_technical_names() {
        for (header, text, expected) in [
            ("Display Name", "displayName", true),
            ("ID", "id", true),
            ("Functional Fit", "functionalSuitability", true),
            ("Business Criticality", "businessCriticality", true),
            ("What is the function called?", "function_name", true),
            ("Function", "Payroll", false),
            ("A", "A", true),
            ("Control", "", false),
            ("Department", "dept_cd", true),
            ("Strategic value", "strat_val", true),
            ("Department", "Dept", false),
            ("Function", "fun", true),
            ("Function", "payroll", false),
            ("Function", "fn", true),
            ("Department", "hr", false),
        ] {
            assert_eq!(is_said_again(header, text), expected, "{header} {text}");
        }
    }
}
