//! Rows that look like the parents of others: by ids and names that others go on with, by marks of the kind of a row, by
//! groups, by blanks before names, and by nothing but their amounts.

use std::collections::{HashMap, HashSet};

use super::several::{Several, key};
use super::statistics::{digits, is_sum_of};
use crate::inventory::heading::Heading;
use crate::rulebook::text::fold;
use crate::table::Cell;

/// So much speaks against chance where nothing but amounts tells.
const SURE: usize = 6;

/// A row and those that may be its parts.
pub(super) struct Family {
    pub(super) parent: u32,
    pub(super) parts: Vec<u32>,
    /// Whether it looks like one, whatever its amounts are.
    pub(super) is_clear: bool,
}

/// What makes families of rows.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Kin {
    Ids,
    Slugs,
    Codes,
    Names,
    Kinds,
    Wholes,
    Groups,
    Blanks,
    Amounts,
}

impl Kin {
    /// What is said of parents before they are named.
    pub(super) fn said(self) -> &'static str {
        match self {
            Kin::Ids | Kin::Slugs | Kin::Codes => "ids of other rows go on with that of",
            Kin::Names => "names of other rows go on with",
            Kin::Kinds => "rows of another kind stand below",
            Kin::Wholes => "other rows with the same name may be parts of",
            Kin::Groups => "other rows are grouped under",
            Kin::Blanks => "names of other rows stand further right below",
            Kin::Amounts => "amounts of the rows right below come to those of",
        }
    }
}

/// What the amounts of a parent are to those of its parts.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Sums {
    /// It states none, or the same as one part, which proves nothing.
    Unstated,
    /// Others than their sums.
    Off,
    /// Their sums, and so much speaks against chance.
    Fit(usize),
}

/// Families that are told in the same way.
pub(super) struct Families {
    pub(super) kin: Kin,
    pub(super) each: Vec<Family>,
    /// How much has to speak for sums; where it is 0, each family is told by itself.
    pub(super) needed: usize,
    /// The column that says which rows are parents, where one does.
    pub(super) column0: Option<u16>,
}

impl Families {
    fn of(kin: Kin, each: Vec<Family>, needed: usize) -> Families {
        Families { kin, each, needed, column0: None }
    }
}

impl Several<'_> {
    /// The families of a table by all that may tell them, the surest first.
    pub(super) fn families(&self) -> Vec<Families> {
        let mut found = Vec::new();
        for column0 in self.columns_of_ids() {
            let is_of_words = |row0: &u32| !self.shown(*row0, column0).contains(|c: char| c.is_ascii_digit());
            let are_slugs = |family: &Family| family.parts.iter().chain([&family.parent]).all(is_of_words);
            let (slugs, by_id) = self.by_beginning(column0, id_beginnings).into_iter().partition(are_slugs);
            found.push(Families::of(Kin::Ids, by_id, 0));
            found.push(Families::of(Kin::Slugs, self.of_one_department(slugs), 0));
            found.extend(self.by_codes(column0));
        }
        let by_name = self.by_beginning(self.layout.name_column, name_beginnings).into_iter();
        // Two names may have a word in common.
        let by_name = by_name.map(|family| Family { is_clear: family.parts.len() > 1, ..family }).collect();
        found.push(Families::of(Kin::Names, by_name, 0));
        found.extend(self.by_wholes());
        found.extend(self.by_kinds());
        found.push(Families::of(Kin::Groups, self.by_groups(), 0));
        found.push(Families::of(Kin::Blanks, self.by_blanks(), 0));
        found.push(Families::of(Kin::Amounts, self.by_amounts(), usize::MAX));
        found.retain(|families| !families.each.is_empty());
        found
    }

    /// Families by ids of words, such as `pay` and `pay_card`, which may only begin alike: those are clear that lie in one department
    /// each, where most rows of the table are in such families.
    fn of_one_department(&self, families: Vec<Family>) -> Vec<Family> {
        let rows: usize = families.iter().map(|family| family.parts.len() + 1).sum();
        let are_most = rows * 2 >= self.functions.len();
        let department = self.layout.column_of(self.rulebook.roles.department);
        let is_of_one = |family: &Family| {
            let value = |row0: u32| department.and_then(|column0| key(self.table.value(row0, column0)));
            let own = value(family.parent);
            family.parts.iter().all(|row0| own.is_none() || value(*row0).is_none_or(|other| Some(other) == own))
        };
        let is_clear = |family: &Family| are_most && family.parts.len() > 1 && is_of_one(family);
        families.into_iter().map(|family| Family { is_clear: is_clear(&family), ..family }).collect()
    }

    /// The column of the ids, else those before the names of which nobody knows what they are.
    fn columns_of_ids(&self) -> Vec<u16> {
        let before = (0..self.layout.name_column).filter(|column0| self.heading(*column0).attribute.is_none());
        self.layout.column_of(self.rulebook.roles.id).map_or_else(|| before.collect(), |column0| vec![column0])
    }

    /// The columns that can be added.
    pub(super) fn added_columns(&self) -> Vec<u16> {
        let is_added = |heading: &Heading| heading.attribute.is_some_and(|id| self.rulebook.is_added(id));
        let columns = (0..).zip(&self.layout.columns).filter(|(_, heading)| is_added(heading));
        columns.map(|(column0, _)| column0).collect()
    }

    pub(super) fn amount(&self, row0: u32, column0: u16) -> Option<f64> {
        self.table.number(self.table.cell(row0, column0))
    }

    pub(super) fn amounts(&self, row0: u32, columns: &[u16]) -> Vec<(u16, f64)> {
        let amounts = columns.iter().filter_map(|column0| Some((*column0, self.amount(row0, *column0)?)));
        amounts.filter(|(_, amount)| *amount != 0.0).collect()
    }

    /// What the amounts of a parent are to those of its parts.
    pub(super) fn sums(&self, family: &Family, columns: &[u16]) -> Sums {
        const MANY: usize = 3;
        let stated = self.amounts(family.parent, columns);
        let are_sums = stated.iter().all(|(column0, stated)| {
            let parts = family.parts.iter().filter_map(|row0| self.amount(*row0, *column0));
            is_sum_of(&parts.collect::<Vec<f64>>(), *stated)
        });
        match () {
            () if stated.is_empty() => Sums::Unstated,
            () if !are_sums => Sums::Off,
            // Two rows with the same amounts are two rows, whatever stands beside them that has none.
            () if self.with_amounts(family, &stated) < 2 => Sums::Unstated,
            () => {
                let said: usize = stated.iter().map(|(_, amount)| digits(*amount) + 1).sum();
                Sums::Fit(said + usize::from(family.parts.len() >= MANY))
            }
        }
    }

    /// How many parts have any of the amounts that their parent states.
    fn with_amounts(&self, family: &Family, stated: &[(u16, f64)]) -> usize {
        let has_any = |row0: &&u32| {
            stated.iter().any(|(column0, _)| self.amount(**row0, *column0).is_some_and(|amount| amount != 0.0))
        };
        family.parts.iter().filter(has_any).take(2).count()
    }

    /// Whether the amounts of a parent come near to the sums of its parts, as where one of them was rounded or is missing.
    pub(super) fn are_near(&self, family: &Family, columns: &[u16]) -> bool {
        const LEAST: f64 = 0.9;
        self.amounts(family.parent, columns).iter().all(|(column0, stated)| {
            let sum: f64 = family.parts.iter().filter_map(|row0| self.amount(*row0, *column0)).sum();
            sum.min(*stated) >= LEAST * sum.max(*stated)
        })
    }

    /// Families of rows in whose column texts go on with that of the parent.
    fn by_beginning(&self, column0: u16, beginnings: impl Fn(&str) -> Vec<&str>) -> Vec<Family> {
        const LONGEST: usize = 80;
        let texts = self.functions.iter().map(|function| fold(&self.shown(function.row0, column0)));
        let texts: Vec<String> = texts.map(|text| trimmed(&text).to_owned()).collect();
        let mut rows: HashMap<&str, Option<u32>> = HashMap::new();
        for (text, function) in texts.iter().zip(self.functions) {
            // What two are called is the beginning of nothing.
            rows.entry(text).and_modify(|row0| *row0 = None).or_insert(Some(function.row0));
        }
        let mut parts: HashMap<u32, Vec<u32>> = HashMap::new();
        for (text, function) in texts.iter().zip(self.functions).filter(|(text, _)| text.len() <= LONGEST) {
            let parent = beginnings(text).into_iter().rev().find_map(|text| rows.get(text).copied().flatten());
            if let Some(parent) = parent {
                parts.entry(parent).or_default().push(function.row0);
            }
        }
        sorted(parts)
    }

    /// Families of numbers that others go on with in the next rows: `01` and `0101`, `100` and `110`.
    fn by_codes(&self, column0: u16) -> Option<Families> {
        let codes: Vec<String> = self.functions.iter().map(|function| self.shown(function.row0, column0)).collect();
        let is_code = |code: &String| !code.is_empty() && code.len() < 16 && code.bytes().all(|b| b.is_ascii_digit());
        if !codes.iter().all(is_code) || codes.iter().collect::<HashSet<_>>().len() < codes.len() {
            return None;
        }
        let is_padded = codes.iter().all(|code| code.len() == codes[0].len());
        let beginning = |code: &str| if is_padded { code.trim_end_matches('0').to_owned() } else { code.to_owned() };
        let codes: Vec<String> = codes.iter().map(|code| beginning(code)).collect();
        let mut parts: HashMap<u32, Vec<u32>> = HashMap::new();
        let mut above: Vec<usize> = Vec::new();
        for at in 0..codes.len() {
            let goes_on = |parent: &usize| codes[at].starts_with(&codes[*parent]) && !codes[*parent].is_empty();
            while above.last().is_some_and(|parent| !goes_on(parent)) {
                above.pop();
            }
            if let Some(parent) = above.last() {
                parts.entry(self.functions[*parent].row0).or_default().push(self.functions[at].row0);
            }
            above.push(at);
        }
        let families = sorted(parts).into_iter().map(|family| Family { is_clear: false, ..family }).collect();
        Some(Families::of(Kin::Codes, families, if is_padded { SURE } else { 1 }))
    }

    /// Families by columns that hold one of few words in each row, the first that of parents: `Group`, `Function`.
    fn by_kinds(&self) -> Vec<Families> {
        const MOST: usize = 4;
        let free = (0..).zip(&self.layout.columns).filter(|(_, heading)| heading.attribute.is_none());
        let by_kind = free.filter_map(|(column0, _)| {
            let kind = |row0: u32| self.table.value(row0, column0).text_id();
            let first = kind(self.functions.first()?.row0)?;
            let (mut kinds, mut families) = (HashSet::new(), Vec::new());
            for function in self.functions {
                let kind = kind(function.row0)?;
                kinds.insert(kind);
                match families.last_mut() {
                    _ if kinds.len() > MOST => return None,
                    Some(Family { parts, .. }) if kind != first => parts.push(function.row0),
                    _ => families.push(Family { parent: function.row0, parts: Vec::new(), is_clear: false }),
                }
            }
            families.retain(|family| !family.parts.is_empty());
            Some(Families { column0: Some(column0), ..Families::of(Kin::Kinds, families, SURE) })
        });
        by_kind.collect()
    }

    /// Families of rows with one name, by columns that hold one and the same value in a row of each: `Total` below `Leeds` and
    /// `Brno`.
    fn by_wholes(&self) -> Vec<Families> {
        let name = |row0: u32| key(self.table.value(row0, self.layout.name_column));
        let mut groups: HashMap<_, Vec<u32>> = HashMap::new();
        for function in self.functions {
            groups.entry(name(function.row0)).or_default().push(function.row0);
        }
        let mut groups: Vec<Vec<u32>> = groups.into_values().filter(|rows| rows.len() > 1).collect();
        groups.sort_unstable();
        let added = self.added_columns();
        let columns = (0..self.layout.columns.len() as u16)
            .filter(|column0| *column0 != self.layout.name_column && !added.contains(column0));
        let by_whole = columns.filter_map(|column0| {
            let family = |rows: &Vec<u32>, whole| {
                let is_whole = |row0: &u32| key(self.table.value(*row0, column0)) == Some(whole);
                let (parents, parts): (Vec<u32>, Vec<u32>) = rows.iter().partition(|row0| is_whole(row0));
                let &[parent] = parents.as_slice() else { return None };
                Some(Family { parent, parts, is_clear: false })
            };
            // The first or the last of a group is its whole.
            let ends = groups.first().into_iter().flat_map(|rows| [rows[rows.len() - 1], rows[0]]);
            let mut wholes = ends.filter_map(|row0| key(self.table.value(row0, column0)));
            let each = wholes.find_map(|whole| {
                let each = groups.iter().map(|rows| family(rows, whole)).collect::<Option<Vec<Family>>>()?;
                let are_sums = each.iter().all(|family| self.sums(family, &added) != Sums::Off);
                are_sums.then_some(each)
            })?;
            let is_total = |row0: u32| self.rulebook.reading.is_total(&self.shown(row0, column0));
            let needed = if is_total(each[0].parent) { 1 } else { SURE };
            Some(Families { column0: Some(column0), ..Families::of(Kin::Wholes, each, needed) })
        });
        by_whole.collect()
    }

    /// Families by the groups of rows that a workbook folds up, whose parent stands above or below.
    fn by_groups(&self) -> Vec<Family> {
        let looks = &self.table.appearance;
        if !looks.has_groups() {
            return Vec::new();
        }
        let depth = |row0: u32| usize::from(looks.depth(row0));
        let mut depths: Vec<(u32, usize)> = self.functions.iter().map(|f| (f.row0, depth(f.row0))).collect();
        if depths.first().is_some_and(|(_, depth)| *depth > 0) {
            depths.reverse();
        }
        nested(&depths, |_| true)
    }

    /// Families of names that stand further right than their parents.
    fn by_blanks(&self) -> Vec<Family> {
        const LEAST: usize = 2;
        let depths: Vec<(u32, usize)> = self.functions.iter().map(|f| (f.row0, self.indent(f.row0))).collect();
        // One blank may be a slip.
        let families = nested(&depths, |deeper| deeper > 1).into_iter();
        families.map(|family| Family { is_clear: family.is_clear && family.parts.len() >= LEAST, ..family }).collect()
    }

    /// How many blanks, or marks as trees and lists have, stand before a name.
    fn indent(&self, row0: u32) -> usize {
        let Cell::Text(id) = self.table.value(row0, self.layout.name_column) else { return 0 };
        let is_mark =
            |c: char| c.is_whitespace() || "-\u{2013}\u{2022}\u{b7}>\u{2514}\u{251c}\u{2502}\u{2500}".contains(c);
        self.table.text(id).chars().take_while(|c| is_mark(*c)).count()
    }

    /// Families of rows whose amounts are the sums of those right below, beyond chance: much speaks for each, or all rows of the
    /// table are in one.
    fn by_amounts(&self) -> Vec<Family> {
        let columns = self.added_columns();
        let (mut found, mut at) = (Vec::new(), 0);
        while at < self.functions.len() {
            let family = self.family_below(at, &columns);
            at += family.as_ref().map_or(1, |(family, _)| family.parts.len() + 1);
            found.extend(family);
        }
        let rows: usize = found.iter().map(|(family, _)| family.parts.len() + 1).sum();
        let said: usize = found.iter().map(|(_, said)| said).sum();
        // Small numbers fall into two families by chance.
        let is_whole = rows == self.functions.len() && (found.len() > 2 || found.len() > 1 && said + 1 >= SURE);
        found.into_iter().filter(|(_, said)| is_whole || *said >= SURE).map(|(family, _)| family).collect()
    }

    /// The function at a position with those right below that its amounts are the sums of, and how much that says.
    fn family_below(&self, at: usize, columns: &[u16]) -> Option<(Family, usize)> {
        const MOST: usize = 100;
        let parent = self.functions[at].row0;
        let stated = self.amounts(parent, columns);
        let mut sums = vec![0.0; stated.len()];
        let mut parts = Vec::new();
        for function in self.functions[at + 1..].iter().take(if stated.is_empty() { 0 } else { MOST }) {
            parts.push(function.row0);
            for ((column0, _), sum) in stated.iter().zip(&mut sums) {
                *sum += self.amount(function.row0, *column0).unwrap_or(0.0);
            }
            if sums.iter().zip(&stated).any(|(sum, (_, stated))| *sum >= *stated) {
                break;
            }
        }
        let family = Family { parent, parts, is_clear: false };
        match self.sums(&family, columns) {
            Sums::Fit(said) if family.parts.len() > 1 => Some((family, said)),
            _ => None,
        }
    }
}

/// Families of rows that stand deeper than the one before them; clear where they do so by enough.
fn nested(depths: &[(u32, usize)], is_clear: impl Fn(usize) -> bool) -> Vec<Family> {
    let mut found = Vec::new();
    for (at, (parent, depth)) in depths.iter().enumerate() {
        let Some((_, first)) = depths.get(at + 1).filter(|(_, other)| other > depth) else { continue };
        let below = depths[at + 1..].iter().take_while(|(_, other)| other > depth);
        let parts: Vec<u32> = below.filter(|(_, other)| other <= first).map(|(row0, _)| *row0).collect();
        found.push(Family { parent: *parent, parts, is_clear: is_clear(first - depth) });
    }
    found
}

fn sorted(parts: HashMap<u32, Vec<u32>>) -> Vec<Family> {
    let families = parts.into_iter().map(|(parent, parts)| Family { parent, parts, is_clear: true });
    let mut families: Vec<Family> = families.collect();
    families.sort_by_key(|family| family.parent);
    families
}

/// A text without the signs around it.
fn trimmed(text: &str) -> &str {
    text.trim_matches(|c: char| !c.is_alphanumeric())
}

/// The beginnings of an id that may be ids, the shortest first: up to a sign, or to where letters change to digits or back.
fn id_beginnings(id: &str) -> Vec<&str> {
    let kind = |c: char| (c.is_alphabetic(), c.is_numeric());
    parted(id, |before, after| kind(before) != kind(after))
}

/// The beginnings of a name that may be names: up to a sign that parts, not to one that stands within words or binds them.
fn name_beginnings(name: &str) -> Vec<&str> {
    const BINDS: &str = "&+,.'\u{2019}()[]\"";
    parted(name, |before, after| {
        let is_sign = !after.is_alphanumeric() && !after.is_whitespace() && !BINDS.contains(after);
        is_sign && (before.is_whitespace() || !is_dash(after))
    })
}

fn is_dash(c: char) -> bool {
    "-\u{2010}\u{2011}\u{2013}".contains(c)
}

/// The beginnings of a text up to where it is parted, each once.
fn parted(text: &str, is_parted: impl Fn(char, char) -> bool) -> Vec<&str> {
    let pairs = text.char_indices().zip(text.char_indices().skip(1));
    let ends = pairs.filter(|((_, before), (_, after))| is_parted(*before, *after)).map(|(_, (end, _))| end);
    let mut found: Vec<&str> =
        ends.map(|end| trimmed(&text[..end])).filter(|beginning| !beginning.is_empty()).collect();
    found.dedup();
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_begin_with_those_of_their_parents() {
        for (id, expected) in [
            ("a.1", &["a"][..]),
            ("f1.1", &["f", "f1"]),
            ("p-1-1", &["p", "p-1"]),
            ("1a", &["1"]),
            ("i.1", &["i"]),
            ("1/1", &["1"]),
            ("10-01", &["10"]),
            ("f10", &["f"]),
            ("ii", &[]),
            ("110", &[]),
        ] {
            assert_eq!(id_beginnings(id), expected, "{id}");
        }
    }

    #[test]
    fn names_begin_with_those_of_their_parents() {
        for (name, expected) in [
            ("finance > ap", &["finance"][..]),
            ("finance: ap", &["finance"]),
            ("finance/ap/emea", &["finance", "finance/ap"]),
            ("finance – ap", &["finance"]),
            ("finance - ap", &["finance"]),
            ("it-security", &[]),
            ("tax & audit", &[]),
            ("payroll (de)", &[]),
            ("finance ap", &[]),
        ] {
            assert_eq!(name_beginnings(name), expected, "{name}");
        }
    }
}
