//! Columns with a name for each level of a tree: `Level 1`, `Level 2`, or `Process L1` beside `Process L2`.
//!
//! The functions are what stands deepest, where that is filled in. Rows of which each names its own level alone are left
//! to whoever says which column counts.

use super::find::Finder;
use super::meaning::{Match, Meaning, UNMARKED};
use super::stand_in::may_be_names;
use crate::inventory::heading::Part;
use crate::rulebook::text::header_words;
use crate::table::Table;

impl Finder<'_> {
    /// Takes the names of the deepest level for those of functions, where nothing else names any.
    pub(super) fn add_deepest_level(
        &self,
        table: &Table,
        row0: u32,
        headers: &[String],
        meanings: &mut [Option<Meaning>],
    ) {
        let attribute = self.rulebook.roles.name;
        let is_known = meanings.iter().any(Option::is_some);
        if !is_known || meanings.iter().flatten().any(|meaning| meaning.attribute == attribute) {
            return;
        }
        if let Some(column) = self.deepest_level(table, row0, headers) {
            let (quality, part, language) = (Match::Section, Part::Whole, UNMARKED);
            meanings[column] = Some(Meaning { attribute, quality, preference: usize::MAX, part, language });
        }
    }

    /// The column with the names of the deepest level; none where headers count no levels, or names are missing there.
    fn deepest_level(&self, table: &Table, row0: u32, headers: &[String]) -> Option<usize> {
        let levels = headers.iter().enumerate().filter_map(|(column, header)| Some((self.level(header)?, column)));
        let mut levels: Vec<((Vec<String>, u32), usize)> = levels.collect();
        levels.sort();
        let ((first, top), _) = levels.first()?;
        let are_counted = (*top..).zip(&levels).all(|(number, ((said, own), _))| said == first && *own == number);
        let deepest = levels.last().filter(|_| *top < 2 && are_counted && levels.len() > 1)?.1;
        may_be_names(table, row0).iter().any(|(column0, _)| usize::from(*column0) == deepest).then_some(deepest)
    }

    /// What a header says of a level, and its number: `Process Level 2`, `L2`.
    fn level(&self, header: &str) -> Option<(Vec<String>, u32)> {
        let mut said = header_words(header);
        let at = said.iter().position(|word| word.ends_with(|c: char| c.is_ascii_digit()))?;
        let letters = said[at].trim_end_matches(|c: char| c.is_ascii_digit()).to_owned();
        let number = said[at][letters.len()..].parse().ok()?;
        said.remove(at);
        let depths = &self.rulebook.reading.depths;
        let is_depth = |words: &[String]| depths.iter().any(|phrase| phrase == words);
        let is_initial = depths.iter().flatten().any(|word| !letters.is_empty() && word.starts_with(&letters));
        let names_thing = |words: &[String]| {
            words.is_empty()
                || self.synonyms.meaning(&words.join(" ")).map(|m| m.attribute) == Some(self.rulebook.roles.name)
        };
        let is_level = match letters.as_str() {
            "" => {
                (0..said.len()).any(|at| {
                    let rest: Vec<String> = [&said[..at], &said[at + 1..]].concat();
                    is_depth(&said[at..=at]) && names_thing(&rest)
                }) || is_depth(&said)
            }
            _ => letters.len() == 1 && is_initial && names_thing(&said),
        };
        is_level.then(|| ([said, vec![letters]].concat(), number))
    }
}
