//! The text of a cell or a note of the Open Document Format, as its paragraphs come in.

/// The elements that hold texts.
pub(super) const PARAGRAPHS: [&str; 2] = ["text:p", "text:h"];

/// The text of a cell, with blanks as the format counts them.
#[derive(Default)]
pub(super) struct Text {
    pub(super) letters: String,
    paragraphs: usize,
    /// How deep within a paragraph.
    pub(super) depth: usize,
    is_blank_pending: bool,
    is_at_start: bool,
}

impl Text {
    /// What an element within a text does to it.
    pub(super) fn element(&mut self, name: &str) {
        match name {
            "text:s" => self.push_letter(' '),
            "text:tab" => self.push_letter('\t'),
            "text:line-break" => self.push_letter('\n'),
            _ if PARAGRAPHS.contains(&name) => self.open(),
            _ => {}
        }
    }

    pub(super) fn open(&mut self) {
        if self.depth == 0 {
            if self.paragraphs > 0 {
                self.letters.push('\n');
            }
            (self.paragraphs, self.is_blank_pending, self.is_at_start) = (self.paragraphs + 1, false, true);
        }
        self.depth += 1;
    }

    pub(super) fn push(&mut self, text: &str) {
        if self.depth == 0 {
            return;
        }
        for letter in text.chars() {
            if matches!(letter, ' ' | '\t' | '\r' | '\n') {
                self.is_blank_pending = !self.is_at_start;
            } else {
                self.push_letter(letter);
            }
        }
    }

    pub(super) fn push_letter(&mut self, letter: char) {
        if self.depth > 0 {
            if std::mem::take(&mut self.is_blank_pending) {
                self.letters.push(' ');
            }
            self.is_at_start = false;
            self.letters.push(letter);
        }
    }
}
