//! Which column holds the names: the one whose values tell the functions apart and look like names.

use std::cmp::Reverse;
use std::collections::{HashMap, HashSet};

use super::find::Finder;
use super::meaning::{Match, Meaning, UNMARKED, Words};
use super::several::key;
use crate::codes::Code;
use crate::inventory::heading::{Heading, Layout, Part};
use crate::problem::{Problem, Spot};
use crate::rulebook::text::{fold, header_words, holds_phrase, words};
use crate::rulebook::{AttributeId, Kind, Reading};
use crate::table::{Cell, Table};

/// A header of more bytes is a text, and no question.
const LONGEST_QUESTION: usize = 200;

/// What the values of a column say of it as a column of names; greater is better.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Telling {
    /// Whether they look like names, not like codes.
    are_names: bool,
    /// Whether nearly every row has one of its own.
    is_unique: bool,
    /// Whether the header asks what a function is called.
    is_asked: bool,
}

/// A column's values, counted.
struct Values {
    filled: usize,
    distinct: usize,
    are_codes: bool,
}

impl Values {
    fn of(table: &Table, layout: &Layout, column0: u16, reading: &Reading) -> Values {
        let cells = (layout.header_row0 + 1..table.rows()).map(|row0| table.cell(row0, column0));
        let (mut filled, mut codes, mut texts, mut numbers) = (0, 0, HashSet::new(), HashSet::new());
        for cell in cells.filter(|cell| table.is_filled(*cell)) {
            filled += 1;
            match cell {
                Cell::Text(id) if reading.is_total(table.text(id)) => filled -= 1,
                Cell::Text(id) => {
                    codes += usize::from(texts.insert(id) && is_code(table.text(id).trim()));
                }
                Cell::Number { value, .. } | Cell::Date { serial: value, .. } => {
                    codes += usize::from(numbers.insert(value.to_bits()));
                }
                Cell::Empty | Cell::Boolean(_) | Cell::Error(_) => {}
            }
        }
        let distinct = texts.len() + numbers.len();
        Values { filled, distinct, are_codes: distinct > 0 && codes * 5 >= distinct * 4 }
    }

    /// Whether these stand in each row where another column holds anything.
    fn is_beside(table: &Table, layout: &Layout, column0: u16, other0: u16) -> bool {
        let holds = |row0: u32, column0: u16| table.is_filled(table.value(row0, column0));
        (layout.header_row0 + 1..layout.end0).all(|row0| holds(row0, column0) || !holds(row0, other0))
    }

    fn is_each_once(&self) -> bool {
        self.distinct == self.filled
    }

    /// Whether values come up more than once and a half, as those of groups do.
    fn repeat(&self) -> bool {
        self.distinct > 0 && self.distinct * 3 <= self.filled * 2
    }
}

/// Whether a text is a code, such as `001` or `FIN-12`.
pub(super) fn is_code(text: &str) -> bool {
    text.contains(|c: char| c.is_ascii_digit()) && !text.contains(char::is_whitespace)
}

impl Finder<'_> {
    /// What a header names; a question may ask for the name: `What is the function called?`.
    pub(super) fn named(&self, header: &str) -> Option<Meaning> {
        self.synonyms.meaning(header).or_else(|| self.asks_for_name(header)).or_else(|| self.asks_for_text(header))
    }

    /// The attribute of a text that a question asks for: `Which department does it belong to?`.
    fn asks_for_text(&self, header: &str) -> Option<Meaning> {
        if header.len() > LONGEST_QUESTION || !header.contains('?') {
            return None;
        }
        let words = words(header);
        self.rulebook.attribute_ids().find_map(|(attribute, of)| {
            let rule = of.rule()?;
            let holds = |phrases: &[Vec<String>]| phrases.iter().any(|phrase| holds_phrase(&words, phrase));
            let is_asked = matches!(rule.kind, Kind::Text) && holds(&rule.asks) && !holds(&rule.unless);
            let (quality, preference) = (Match::Section, rule.headers.len());
            let language = UNMARKED;
            is_asked.then_some(Meaning { attribute, quality, preference, part: Part::Whole, language })
        })
    }

    fn asks_for_name(&self, header: &str) -> Option<Meaning> {
        const MOST_WORDS: usize = 16;
        if header.len() > LONGEST_QUESTION {
            return None;
        }
        let words = words(header);
        let asks = || self.rulebook.reading.asks_name.iter().any(|phrase| holds_phrase(&words, phrase));
        if words.len() > MOST_WORDS || !asks() || self.synonyms.ruled_out(header).is_some() {
            return None;
        }
        self.names_thing(&words).then_some(Meaning {
            attribute: self.rulebook.roles.name,
            quality: Match::Section,
            preference: usize::MAX,
            part: Part::Whole,
            language: UNMARKED,
        })
    }

    /// Whether words hold one for functions, and none that makes it something else: `owner of the process`.
    pub(super) fn names_thing(&self, words: &[String]) -> bool {
        let Some(rule) = self.rulebook.attribute(self.rulebook.roles.name).rule() else { return false };
        let common = &self.rulebook.reading.common_names;
        let is_thing = |phrase: &&Vec<String>| phrase.len() == 1 && !common.contains(*phrase);
        let is_out = rule.unless.iter().any(|phrase| holds_phrase(words, phrase));
        !is_out && rule.headers.iter().filter(is_thing).any(|phrase| words.contains(&phrase[0]))
    }

    /// Whether a column counts what its header names, and holds none of it: `# Processes`, `Nombre de processus`.
    pub(super) fn is_number_of(
        &self,
        meaning: Meaning,
        table: &Table,
        header: &str,
        (row0, column0): (u32, u16),
    ) -> bool {
        let header = header.trim_start();
        let is_told = header.starts_with('#')
            || words(header).first().is_some_and(|first| self.rulebook.reading.numbers_of.contains(first));
        let is_text = matches!(self.synonyms.kind(meaning), Some(Kind::Text));
        let is_id = Some(meaning.attribute) == self.rulebook.roles.id;
        if !is_told || !is_text || is_id || meaning.quality == Match::Stated {
            return false;
        }
        let mut cells =
            (row0 + 1..table.rows()).map(|row0| table.value(row0, column0)).filter(|cell| table.is_filled(*cell));
        let is_number = |cell: Cell| table.number(cell).is_some();
        cells.next().is_some_and(is_number) && cells.all(is_number)
    }

    /// Whether a header asks for names and is no name of them itself: `What is the name of the process?`.
    fn is_asked_for_names(&self, heading: &Heading) -> bool {
        let meaning = self.synonyms.meaning(heading.said());
        meaning.is_none_or(|meaning| matches!(meaning.quality, Match::Phrase(_)))
            && self.asks_for_name(heading.said()).is_some()
    }

    /// Takes another column for the names where the first one only names groups, or holds codes, or the names of those who
    /// filled in a form: `Business function` beside `Process`. What the first one holds is then the department, or the id.
    pub(super) fn prefer_telling_names(&self, table: &Table, layout: &mut Layout) {
        let name = self.rulebook.roles.name;
        if self.is_stated(name) {
            return;
        }
        let others: Vec<usize> = (0..layout.columns.len())
            .filter(|column| {
                let heading = &layout.columns[*column];
                let meaning = self.named(heading.said());
                let is_name = meaning.is_some_and(|m| m.attribute == name && m.quality >= Match::Section);
                heading.attribute.is_none()
                    && (is_name || self.is_asked_for_names(heading))
                    && !self.is_set_aside(table, heading, *column as u16)
            })
            .collect();
        let others = if others.is_empty() { self.says_what_codes_mean(table, layout) } else { others };
        if others.is_empty() {
            return;
        }
        let telling = |column: usize| {
            let values = Values::of(table, layout, column as u16, &self.rulebook.reading);
            let is_asked = self.is_asked_for_names(&layout.columns[column]);
            let rows = (table.rows() - layout.header_row0 - 1) as usize;
            let is_unique = values.distinct * 50 >= values.filled * 49 && values.filled * 2 >= rows;
            (Telling { are_names: !values.are_codes && values.filled > 0, is_unique, is_asked }, values)
        };
        let first = usize::from(layout.name_column);
        let (own, values) = telling(first);
        let best = others.into_iter().map(|column| (telling(column), column));
        let best = best.max_by_key(|((telling, values), column)| (*telling, values.distinct, Reverse(*column)));
        let Some(((other, others), column)) = best else { return };
        let yields = self.may_be_department(&layout.columns[first])
            && !self.may_be_department(&layout.columns[column])
            && !self.is_common_name(&layout.columns[column])
            && (others.distinct >= values.distinct
                || others.distinct * 2 >= values.distinct
                    && self.names_no_groups(table, layout, (column as u16, &others), first as u16));
        // What stands once for several rows names groups of them.
        let words = |column: usize| Words::of(layout.columns[column].said()).outside;
        let is_filled_down = values.filled * 4 <= others.filled * 3 && words(first) != words(column);
        let yields = yields || is_filled_down && Values::is_beside(table, layout, column as u16, first as u16);
        if other.are_names >= own.are_names && (yields || other > own || others.distinct > 2 * values.distinct) {
            layout.columns[first].attribute = self.role_of_groups(layout, first, &values);
            layout.columns[column].attribute = Some(name);
            layout.name_column = column as u16;
        }
    }

    /// The column that may stand in for names, where those are codes: it holds a short text of its own beside each of them.
    fn says_what_codes_mean(&self, table: &Table, layout: &Layout) -> Vec<usize> {
        const LONGEST: usize = 60;
        let is_total = |row0: u32| {
            let is_it = |cell: Cell| matches!(cell, Cell::Text(id) if self.rulebook.reading.is_total(table.text(id)));
            table.row(row0).any(is_it)
        };
        let is_named = |row0: u32, column0: u16| match table.value(row0, column0) {
            Cell::Text(id) => table.text(id).len() <= LONGEST && !table.text(id).ends_with('.'),
            cell => {
                !table.is_filled(cell) && (!table.is_filled(table.value(row0, layout.name_column)) || is_total(row0))
            }
        };
        let values = |column0: u16| Values::of(table, layout, column0, &self.rulebook.reading);
        let is_called_so = |column: &usize| {
            let heading = &layout.columns[*column];
            heading.attribute.is_some_and(|id| self.rulebook.reading.name_fallback.contains(&id))
                && self.may_mean_names(&heading.header)
        };
        let stands_in = |column: &usize| {
            let column0 = *column as u16;
            (layout.header_row0 + 1..layout.end0).all(|row0| is_named(row0, column0)) && values(column0).is_each_once()
        };
        let called_so: Vec<usize> = (0..layout.columns.len()).filter(is_called_so).collect();
        if called_so.is_empty() || !values(layout.name_column).are_codes {
            return Vec::new();
        }
        called_so.into_iter().filter(stands_in).take(1).collect()
    }

    /// Whether names that come again name no groups of what another column holds: most stand once, and something of the other
    /// column stands beside several, as a department does; or one more column tells their rows apart and comes again over
    /// them, as a place does.
    fn names_no_groups(&self, table: &Table, layout: &Layout, (column0, values): (u16, &Values), other0: u16) -> bool {
        let (mut beside, mut rows) = (HashMap::new(), HashMap::new());
        let mut is_beside_several = false;
        for row0 in layout.header_row0 + 1..layout.end0 {
            let Some(name) = key(table.value(row0, column0)) else { continue };
            if let Some(other) = key(table.value(row0, other0)) {
                is_beside_several |= *beside.entry(other).or_insert(name) != name;
            }
            rows.entry(name).or_insert_with(Vec::new).push(row0);
        }
        let is_text = |attribute: AttributeId| !self.rulebook.attribute(attribute).has_values();
        let is_asked = |at: &u16| {
            let attribute = layout.columns[usize::from(*at)].attribute;
            ![column0, other0].contains(at) && attribute.is_none_or(is_text)
        };
        let mut columns = (0..layout.columns.len() as u16).filter(is_asked);
        let is_crossed = |at: u16| {
            let is_apart = |rows: &Vec<u32>| {
                let mut seen = HashSet::new();
                rows.iter().all(|row0| match table.value(*row0, at) {
                    Cell::Text(id) => seen.insert(id),
                    _ => false,
                })
            };
            rows.values().all(is_apart) && Values::of(table, layout, at, &self.rulebook.reading).repeat()
        };
        is_beside_several && values.distinct * 2 > values.filled || columns.any(is_crossed)
    }

    /// The problem of names that are small numbers which come again: they stand for something that the table does not say.
    pub(super) fn codes_for_names(&self, table: &Table, layout: &Layout) -> Option<Problem> {
        const LARGEST: f64 = 99.0;
        if self.is_stated(self.rulebook.roles.name) {
            return None;
        }
        let (mut numbers, mut rows) = (HashSet::new(), 0);
        for row0 in layout.header_row0 + 1..table.rows() {
            let cell = table.value(row0, layout.name_column);
            match table.number(cell) {
                Some(value) if value.fract() == 0.0 && (0.0..=LARGEST).contains(&value) => {
                    numbers.insert(value.to_bits());
                    rows += 1;
                }
                _ if table.is_filled(cell) => return None,
                _ => {}
            }
        }
        // A number that stands twice may be a slip.
        if rows == 0 || numbers.len() * 3 > rows * 2 {
            return None;
        }
        let heading = &layout.columns[usize::from(layout.name_column)];
        let message = format!(
            "the names are {} numbers that come again in {rows} rows, so that they name no functions",
            numbers.len()
        );
        let place = table.place.at(Spot::Column { column0: layout.name_column }).under(heading.header.as_str());
        let help = format!(
            "put what the numbers stand for in their place, or, if they are the names, say so: `--map \"{}=name\"`",
            heading.typed(layout.name_column)
        );
        Some(Problem::error(Code::NoInventory, place, message).help(help))
    }

    /// What a column is that could be the names but is none: ids where it holds codes, departments where its values repeat.
    fn role_of_groups(&self, layout: &Layout, column: usize, values: &Values) -> Option<AttributeId> {
        let roles = &self.rulebook.roles;
        let is_common = self.is_common_name(&layout.columns[column]);
        let may_be_department = self.may_be_department(&layout.columns[column]);
        let role = match () {
            () if values.are_codes => roles.id,
            () if may_be_department || values.repeat() && !is_common => roles.department,
            () => None,
        }?;
        layout.columns.iter().all(|heading| heading.attribute != Some(role)).then_some(role)
    }

    /// Whether a header that names functions may name departments as well: `Service`.
    fn may_be_department(&self, heading: &Heading) -> bool {
        self.rulebook.reading.or_departments.contains(&Words::of(heading.said()).outside)
    }

    /// Whether a header is one that other kinds of table have as well.
    fn is_common_name(&self, heading: &Heading) -> bool {
        self.rulebook.reading.common_names.contains(&Words::of(heading.said()).outside)
    }

    /// For each column of a header the text in its brackets, or behind a sign, where several columns have the same text before
    /// it, which names nothing, and what follows does: `Custom field (Function name)`, `Custom.Control` beside `Custom.Process`.
    pub(super) fn said_in_brackets(&self, lines: &[String]) -> Vec<Option<String>> {
        let parted: Vec<Option<Wrapped>> = lines.iter().map(|line| Wrapped::of(line)).collect();
        let name = self.rulebook.roles.name;
        let meaning = |inside: &str| self.synonyms.meaning(inside).filter(|meaning| meaning.quality >= Match::Section);
        let is_name = |inside: &str| meaning(inside).is_some_and(|meaning| meaning.attribute == name);
        let mut shared: HashMap<&str, (usize, bool)> = HashMap::new();
        for wrapped in parted.iter().flatten() {
            let (count, is_before_names) = shared.entry(&wrapped.outside).or_default();
            *count += 1;
            *is_before_names |= is_name(wrapped.inside);
        }
        let is_wrapper = |wrapped: &Wrapped| {
            let words = header_words(&wrapped.outside);
            let says_more = self.rulebook.reading.unless.iter().any(|phrase| holds_phrase(&words, phrase));
            !says_more && self.synonyms.meaning(&wrapped.outside).is_none() && meaning(wrapped.inside).is_some()
        };
        // What stands before the names says nothing of the other columns either: nobody has planned functions.
        let is_shared = |wrapped: &Wrapped| {
            let (count, is_before_names) = shared[wrapped.outside.as_str()];
            count > 1 && (wrapped.is_in_brackets || is_before_names)
        };
        let said = parted.iter().zip(lines).map(|(wrapped, line)| {
            let wrapped = wrapped.as_ref().filter(|wrapped| is_shared(wrapped) && is_wrapper(wrapped));
            wrapped.map(|wrapped| wrapped.inside).or_else(|| self.summed(line)).map(str::to_owned)
        });
        said.collect()
    }

    /// What a header says that its amounts are the sums of: `FTE` of `Sum of FTE`, as pivot tables have it.
    fn summed<'h>(&self, line: &'h str) -> Option<&'h str> {
        let words = words(line);
        let begins =
            self.rulebook.reading.totals_of.iter().filter(|phrase| phrase.len() > 1 && words.starts_with(phrase));
        let (_, rest) = begins
            .filter_map(|phrase| line.match_indices(' ').nth(phrase.len() - 1))
            .map(|(at, _)| line.split_at(at))
            .next()?;
        let is_amount = |meaning: Meaning| meaning.quality >= Match::Section && self.synonyms.adds_up(meaning);
        Some(rest.trim_start()).filter(|rest| self.synonyms.meaning(rest).is_some_and(is_amount))
    }
}

/// A header in two parts, of which the first may say nothing.
struct Wrapped<'h> {
    /// What stands before the other, folded.
    outside: String,
    inside: &'h str,
    is_in_brackets: bool,
}

impl Wrapped<'_> {
    fn of(line: &str) -> Option<Wrapped<'_>> {
        let line = line.trim();
        let in_brackets = line.strip_suffix(')').and_then(|line| line.split_once(" ("));
        let in_path = || line.split_once('.').filter(|_| !line.contains(char::is_whitespace));
        let behind_sign = || line.split_once(": ").or_else(|| line.split_once(" - "));
        let (outside, inside) = in_brackets.or_else(in_path).or_else(behind_sign)?;
        (!outside.is_empty() && !inside.is_empty()).then(|| Wrapped {
            outside: fold(outside),
            inside,
            is_in_brackets: in_brackets.is_some(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::super::synonyms::Synonyms;
    use super::*;
    use crate::rulebook::load_default;

    #[test]
    fn questions_ask_for_the_name_of_a_function() {
        let rulebook = load_default();
        let finder = Finder { rulebook: &rulebook, synonyms: Synonyms::of(&rulebook) };
        for (header, expected) in [
            ("What is the function called?", true),
            ("Wie heißt der Prozess?", true),
            ("Comment s'appelle le processus ?", true),
            ("¿Cómo se llama el proceso?", true),
            ("Como se chama o processo?", true),
            ("Who is the owner of the process called?", false),
            ("What is the name of the department?", false),
            ("How is it called?", false),
        ] {
            assert_eq!(finder.asks_for_name(header).is_some(), expected, "{header}");
        }
    }

    #[test]
    fn brackets_name_a_column_where_several_have_the_same_text_before_them() {
        let rulebook = load_default();
        let finder = Finder { rulebook: &rulebook, synonyms: Synonyms::of(&rulebook) };
        for (headers, expected) in [
            (
                &["Custom field (Function name)", "Custom field (Control)"][..],
                &[Some("Function name"), Some("Control")][..],
            ),
            (&["Custom field (Function name)", "Summary"], &[None, None]),
            (&["Custom.ProcessName", "Custom.Control"], &[Some("ProcessName"), Some("Control")]),
            (&["e.g. Process", "e.g. Control"], &[None, None]),
            (&["Planned.Volume", "Planned.Control"], &[None, None]),
            (&["Custom field: Process", "Custom field: Volume"], &[Some("Process"), Some("Volume")]),
            (&["Custom - Process", "Custom - Volume", "Target - Volume"], &[Some("Process"), Some("Volume"), None]),
            (&["Volume (2023)", "Volume (2024)"], &[None, None]),
            (&["Comment (Control)", "Comment (Volume)"], &[None, None]),
        ] {
            let headers: Vec<String> = headers.iter().map(|header| (*header).to_owned()).collect();
            let found = finder.said_in_brackets(&headers);
            assert_eq!(found.iter().map(Option::as_deref).collect::<Vec<_>>(), expected, "{headers:?}");
        }
    }

    #[test]
    fn codes_are_told_from_names() {
        for (text, expected) in [("001", true), ("FIN-12", true), ("Payroll", false), ("Source to Pay (S2P)", false)] {
            assert_eq!(is_code(text), expected, "{text}");
        }
    }
}
