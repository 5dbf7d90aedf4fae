//! Text styles, and how a text is broken into lines of a given width.
//!
//! Where a line may break is Unicode's rule; a word that is wider than the line is broken where the line ends.

use unicode_linebreak::linebreaks;

use super::fonts::{self, Face};
use crate::report::words::palette::{INK, MUTED, Rgb};

/// Where a line may end, by the bytes before it: not between a figure and its currency or its per cent.
fn breaks(text: &str) -> impl Iterator<Item = usize> {
    let is_unit = |word: &str| {
        word.starts_with('%')
            || word.split(|c: char| !c.is_ascii_uppercase()).next().is_some_and(|code| code.len() == 3)
    };
    let parts_a_figure = move |end: usize| {
        let before = text[..end].strip_suffix(' ').and_then(|before| before.split_whitespace().next_back());
        before.is_some_and(|word| word.contains(|c: char| c.is_ascii_digit())) && is_unit(&text[end..])
    };
    linebreaks(text).map(|(end, _)| end).filter(move |end| !parts_a_figure(*end))
}

/// How a text looks: sizes and line heights in points.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Style {
    /// The face.
    pub(crate) face: Face,
    /// The size.
    pub(crate) size: f32,
    /// From one line to the next.
    pub(crate) leading: f32,
    /// The colour.
    pub(crate) colour: Rgb,
}

/// The first sentence of the answer.
pub(crate) const ANSWER: Style = style(Face::Bold, 17.0, 23.0, INK);
/// The other sentences of the answer.
pub(crate) const LEAD: Style = style(Face::Regular, 11.0, 16.0, INK);
/// The figure of a tile.
pub(crate) const FIGURE: Style = style(Face::Bold, 17.0, 22.0, INK);
/// A section's heading.
pub(crate) const SECTION: Style = style(Face::Bold, 14.0, 19.0, INK);
/// What a section is about, above its heading.
pub(crate) const TOPIC: Style = style(Face::Bold, 7.5, 10.0, MUTED);
/// A heading on page one.
pub(crate) const HEADING: Style = style(Face::Bold, 11.0, 15.0, INK);
/// Running text.
pub(crate) const BODY: Style = style(Face::Regular, 9.5, 13.0, INK);
/// Running text that has to fit on its page.
pub(crate) const DENSE: Style = style(Face::Regular, 9.0, 12.0, INK);
/// A strong word in running text.
pub(crate) const STRONG: Style = style(Face::Bold, 9.5, 13.0, INK);
/// Text in a table.
pub(crate) const CELL: Style = style(Face::Regular, 8.0, 11.0, INK);
/// A strong word in a table.
pub(crate) const CELL_STRONG: Style = style(Face::Bold, 8.0, 11.0, INK);
/// A quiet word in a table.
pub(crate) const CELL_QUIET: Style = style(Face::Regular, 8.0, 11.0, MUTED);
/// The header of a table.
pub(crate) const COLUMN: Style = style(Face::Bold, 7.5, 10.0, MUTED);
/// Labels of figures, running heads and feet.
pub(crate) const LABEL: Style = style(Face::Regular, 7.5, 10.0, MUTED);
/// A strong label of a figure.
pub(crate) const LABEL_STRONG: Style = style(Face::Bold, 7.5, 10.0, INK);

const fn style(face: Face, size: f32, leading: f32, colour: Rgb) -> Style {
    Style { face, size, leading, colour }
}

impl Style {
    /// The width of a text in this style, but for spaces at its end.
    pub(crate) fn width(&self, text: &str) -> f32 {
        fonts::width(self.face, self.size, text.trim_end())
    }

    /// From the top of a line down to its baseline: capitals stand in the middle of the line.
    pub(crate) fn baseline(&self) -> f32 {
        // Half the height of Noto Sans' capitals, 0.714 em.
        self.leading / 2.0 + self.size * 0.357
    }

    /// The lines of a text, none wider than `width`; no line for an empty text.
    ///
    /// A line that ends between two words ends with a space, so that the words stay apart for those who listen or copy.
    pub(crate) fn wrap(&self, text: &str, width: f32) -> Vec<String> {
        let text = fonts::tidy(text.to_owned());
        let mut lines = Vec::new();
        let mut line = String::new();
        let mut used = 0.0;
        let mut start = 0;
        for end in breaks(&text) {
            let word = &text[start..end];
            start = end;
            let visible = self.width(word);
            if used + visible > width && !line.is_empty() {
                push_line(&mut lines, &mut line);
                used = 0.0;
            }
            if visible <= width {
                line.push_str(word);
                used += fonts::width(self.face, self.size, word);
                continue;
            }
            for character in word.chars() {
                let advance = fonts::character_width(self.face, self.size, character);
                if used + advance > width && !line.is_empty() {
                    push_line(&mut lines, &mut line);
                    used = 0.0;
                }
                line.push(character);
                used += advance;
            }
        }
        push_line(&mut lines, &mut line);
        if let Some(last) = lines.last_mut() {
            last.truncate(last.trim_end().len());
        }
        lines
    }

    /// The same in so many lines at most, the last one cut at its end.
    pub(crate) fn wrap_most(&self, text: &str, width: f32, most: usize) -> Vec<String> {
        // No letter is narrower than a seventh of its height: what cannot be seen need not be measured.
        let seen = most.saturating_mul((7.0 * width / self.size) as usize);
        let cut = text.char_indices().nth(seen).map_or(text.len(), |(at, _)| at);
        let mut lines = self.wrap(&text[..cut], width);
        if lines.len() > most {
            lines.truncate(most);
            if let Some(last) = lines.last_mut() {
                *last = self.fit(&format!("{}…", last.trim_end()), width);
            }
        }
        lines
    }

    /// The text on one line, cut at its end if it is wider than `width`.
    pub(crate) fn fit(&self, text: &str, width: f32) -> String {
        let text = fonts::tidy(text.to_owned());
        if self.width(&text) <= width {
            return text;
        }
        let room = width - self.width("…");
        let mut used = 0.0;
        let mut kept = String::new();
        for character in text.chars() {
            used += fonts::character_width(self.face, self.size, character);
            if used > room {
                break;
            }
            kept.push(character);
        }
        kept.truncate(kept.trim_end().len());
        kept.push('…');
        kept
    }
}

fn push_line(lines: &mut Vec<String>, line: &mut String) {
    let kept = line.trim_end().len();
    if kept > 0 {
        let apart = kept < line.len();
        line.truncate(kept);
        line.extend(apart.then_some(' '));
        lines.push(std::mem::take(line));
    }
    line.clear();
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, width: f32) {
        let lines = BODY.wrap(text, width);
        for line in &lines {
            assert!(BODY.width(line) <= width, "`{line}` is wider than {width}");
        }
        let squeezed = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
        assert_eq!(squeezed(&lines.concat()), squeezed(text));
    }

    #[test]
    fn lines_are_no_wider_than_asked_for_and_lose_nothing() {
        check("Payroll runs every month for all employees; errors are costly.", 80.0);
        check(&"Donaudampfschifffahrt".repeat(4), 60.0);
        check("short", 200.0);
        check("", 10.0);
        check("a b c d e f/g-h", 8.0);
    }

    #[test]
    fn a_fitted_text_ends_with_an_ellipsis_only_if_it_was_cut() {
        assert_eq!(BODY.fit("Payroll", 100.0), "Payroll");
        let cut = BODY.fit("Payroll and benefits administration", 60.0);
        assert!(cut.ends_with('…') && BODY.width(&cut) <= 60.0, "{cut}");
    }
}
