//! What stands between the pages of a printed report: its titles again, and the numbers of its pages. The header comes again below
//! them.

use std::collections::{HashMap, HashSet};

use super::rows::Rows;
use crate::inventory::known::Exclusion;
use crate::rulebook::text::fold;

/// On so many pages at least a text stands that stands on all of them.
const LEAST_PAGES: usize = 3;

impl Rows<'_> {
    /// The rows that are no functions but titles and numbers of pages.
    pub(super) fn between_pages(&self) -> HashMap<u32, Exclusion> {
        let rows = self.layout.header_row0 + 1..self.table.rows();
        let headers: Vec<u32> = rows.filter(|row0| self.is_header_again(*row0)).collect();
        if headers.is_empty() {
            return HashMap::new();
        }
        let ends = headers.into_iter().chain([self.table.rows()]);
        let between: Vec<Vec<Line>> = ends.map(|end0| self.lines_above(end0)).collect();
        let titles: HashSet<String> = (0..self.layout.header_top0)
            .filter(|row0| self.table.filled(*row0).take(2).count() == 1)
            .filter_map(|row0| self.first_text(row0))
            .map(bare)
            .collect();
        let mut texts: HashMap<String, HashSet<&str>> = HashMap::new();
        let mut pages: HashMap<String, usize> = HashMap::new();
        for lines in &between {
            let mut on_page = HashSet::new();
            for line in lines {
                let key = without_figures(&line.text);
                if line.is_alone {
                    texts.entry(key.clone()).or_default().insert(&line.text);
                }
                on_page.insert(key);
            }
            for key in on_page {
                *pages.entry(key).or_default() += 1;
            }
        }
        // What stands on every page names none of them.
        let is_on_all = |text: &str| {
            pages
                .get(&without_figures(text))
                .is_some_and(|pages| *pages >= LEAST_PAGES && *pages * 5 >= (between.len() - 1) * 4)
        };
        let is_page = |text: &str| texts.get(&without_figures(text)).is_some_and(|texts| texts.len() > 1);
        let is_title = |text: &str| titles.contains(&bare(text));
        let is_heading =
            |line: &Line| line.is_alone && !is_page(&line.text) && !is_title(&line.text) && !is_on_all(&line.text);
        // Where something else stands right above a header that comes again, a title there heads its rows just so.
        let above = between[..between.len() - 1].iter().filter_map(|lines| lines.first());
        let have_headings = above.into_iter().any(is_heading);
        let mut found = HashMap::new();
        for (at, line) in between.iter().flat_map(|lines| lines.iter().enumerate()) {
            if line.is_alone && is_title(&line.text) && !(at == 0 && have_headings) {
                found.insert(line.row0, Exclusion::Title);
            } else if line.is_alone && is_page(&line.text) || is_on_all(&line.text) {
                found.insert(line.row0, Exclusion::Note);
            }
        }
        found
    }

    /// The rows right above one that hold a text alone, the lowest first, and the one above these.
    fn lines_above(&self, end0: u32) -> Vec<Line> {
        let mut lines = Vec::new();
        for row0 in (self.layout.header_row0 + 1..end0).rev().filter(|row0| !self.table.is_blank(*row0)) {
            let cells = self.table.row(row0).filter(|cell| self.table.is_filled(*cell));
            let texts: Vec<String> = cells.map(|cell| self.table.shown(cell).trim().to_owned()).collect();
            let is_alone = self.is_lone(row0);
            lines.push(Line { row0, text: texts.join(" "), is_alone });
            if !is_alone {
                break;
            }
        }
        lines
    }
}

/// A row between two pages.
struct Line {
    row0: u32,
    text: String,
    /// Whether it holds one text and nothing else.
    is_alone: bool,
}

/// A title without what is added to it on other pages, and without figures: `Process list` of `Process list (continued)`.
fn bare(title: &str) -> String {
    let title = title.trim();
    let outside = if title.ends_with(')') { title.rsplit_once('(').map(|(outside, _)| outside) } else { None };
    without_figures(outside.filter(|outside| !outside.trim().is_empty()).unwrap_or(title))
}

/// A text without its figures, the same for `Page 1 of 2` and `Page 2 of 2`. One without any is only like itself.
fn without_figures(text: &str) -> String {
    let letters: String = text.chars().filter(|c| !c.is_ascii_digit()).collect();
    fold(letters.trim())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_and_pages_come_again_with_little_else() {
        for (one, other, expected) in [
            ("Page 1 of 2", "Page 2 of 2", [true, true]),
            ("Process list", "Process list (continued)", [false, true]),
            ("1/2", "2/2", [true, true]),
            ("Finance", "HR", [false, false]),
        ] {
            assert_eq!([without_figures(one) == without_figures(other), bare(one) == bare(other)], expected, "{one}");
        }
    }
}
