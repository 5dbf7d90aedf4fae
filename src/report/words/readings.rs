//! How columns were read, in the language of the reports. The rooms that read say it in English, put together from parts; each
//! part that a line of `templates/language/*/readings.txt` fits is said as that line has it, and any other stays as it is.

use std::sync::LazyLock;

use super::pieces::Messages;

/// The lines of the languages but English, in the order of [`crate::language::Language::ALL`].
const READINGS: [&str; 4] = [
    include_str!("../../../templates/language/de/readings.txt"),
    include_str!("../../../templates/language/fr/readings.txt"),
    include_str!("../../../templates/language/es/readings.txt"),
    include_str!("../../../templates/language/pt/readings.txt"),
];
/// Between the parts of a reading.
const BETWEEN: &str = "; ";
/// How deep one part may stand in another.
const DEEPEST: usize = 4;

/// A text and the names in braces that stand in it, in turns: text, name, text.
type Pattern = Vec<&'static str>;

/// What English says, and how it is said.
type Line = (Pattern, Pattern);

fn lines(text: &'static str) -> Vec<Line> {
    let pattern = |text: &'static str| text.split(['{', '}']).collect();
    let lines = text.lines().filter(|line| !line.starts_with('#')).filter_map(|line| line.split_once(" => "));
    lines.map(|(english, own)| (pattern(english), pattern(own))).collect()
}

impl Messages {
    /// How a column was read.
    pub(in crate::report) fn reading(&self, english: &str) -> String {
        english.split(BETWEEN).map(|part| self.as_read(part)).collect::<Vec<_>>().join(BETWEEN)
    }

    /// One part of how something was read, or where it is.
    pub(in crate::report) fn as_read(&self, english: &str) -> String {
        static LINES: LazyLock<[Vec<Line>; 4]> = LazyLock::new(|| READINGS.map(lines));
        match self.language.translation() {
            None => english.to_owned(),
            Some(at) => self.said(&LINES[at], english, DEEPEST),
        }
    }

    fn said(&self, lines: &[Line], part: &str, depth: usize) -> String {
        let fits = |(english, own): &'_ Line| Some((english.clone(), own.clone(), fit(english, part)?));
        let Some((english, own, values)) = lines.iter().filter(|_| depth > 0).find_map(fits) else {
            return self.with_marks(part);
        };
        let names = english.iter().skip(1).step_by(2).copied();
        let values: Vec<(&str, String)> =
            names.zip(values.into_iter().map(|value| self.said(lines, value, depth - 1))).collect();
        let value =
            |name: &str| values.iter().find(|(known, _)| *known == name).map_or("", |(_, value)| value.as_str());
        own.iter().enumerate().map(|(at, text)| if at % 2 == 0 { *text } else { value(text) }).collect()
    }

    /// A whole number with commas between thousands as the language writes it; anything else as it is.
    fn with_marks(&self, text: &str) -> String {
        let is_number = text.contains(',') && text.split(',').skip(1).all(|group| group.len() == 3);
        match text.replace(',', "").parse() {
            Ok(number) if is_number => self.separated(number),
            _ => text.to_owned(),
        }
    }
}

/// What stands for the names of a pattern in a text; none where it does not fit.
fn fit<'t>(pattern: &[&str], text: &'t str) -> Option<Vec<&'t str>> {
    let [first, rest @ ..] = pattern else { return None };
    let mut left = text.strip_prefix(first)?;
    let mut values = Vec::new();
    for (at, pair) in rest.chunks_exact(2).enumerate() {
        let (value, behind) = match pair[1] {
            "" => (left, ""),
            // The last text ends the whole.
            end if at + 1 == rest.len() / 2 => (left.strip_suffix(end)?, ""),
            next => left.split_once(next)?,
        };
        if value.is_empty() {
            return None;
        }
        values.push(value);
        left = behind;
    }
    left.is_empty().then_some(values)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::fs;
    use std::path::Path;

    use super::*;
    use crate::language::Language;

    fn text_of(folder: &Path, text: &mut String) {
        for entry in fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path()) {
            if entry.is_dir() {
                text_of(&entry, text);
            } else {
                text.push_str(&fs::read_to_string(entry).expect("a source file"));
            }
        }
    }

    #[test]
    fn every_language_says_the_same_parts_and_each_is_said_somewhere() {
        let mut sources = String::new();
        for folder in ["src/inventory", "src/table", "src/report/terminal"] {
            text_of(&Path::new(env!("CARGO_MANIFEST_DIR")).join(folder), &mut sources);
        }
        sources.push_str(
            &fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("src/problem.rs")).expect("it is there"),
        );
        let of = READINGS.map(lines);
        for (english, _) in &of[0] {
            // Parts of a part are put together there as they come.
            let texts = english.iter().step_by(2).flat_map(|text| text.split([',', ':']));
            for words in texts.map(|text| text.trim().trim_end_matches(" of")).filter(|text| text.len() > 3) {
                assert!(sources.contains(words), "nothing says `{words}` any more");
            }
        }
        for (lines, language) in of.iter().zip(&Language::ALL[1..]) {
            for ((english, own), (known, _)) in lines.iter().zip(&of[0]) {
                assert_eq!(english, known, "{language}");
                let names = |pattern: &Pattern| pattern.iter().skip(1).step_by(2).copied().collect::<BTreeSet<_>>();
                assert_eq!(names(english), names(own), "{language}");
            }
            assert_eq!(lines.len(), of[0].len(), "{language}");
        }
    }

    #[test]
    fn parts_are_said_one_by_one_and_in_each_other() {
        let german = Messages::of(Language::De);
        for (english, expected) in [
            ("as it stands", "wie es dasteht"),
            (
                "a rating from 1 to 5, as the header states, larger is more; 2 approximate",
                "eine Note von 1 bis 5, wie der Spaltenkopf angibt, größer ist mehr; 2 ungefähr",
            ),
            ("words onto levels (High = 100, Low = 0)", "Wörter auf Stufen (High = 100, Low = 0)"),
            ("an amount in USD, multiplied by 1,000", "ein Betrag in USD, mal 1.000"),
            (
                "a year's count: below 1,000 Low, above 10,000 High",
                "Anzahl im Jahr: unter 1.000 Niedrig, über 10.000 Hoch",
            ),
            ("something new", "something new"),
        ] {
            assert_eq!(german.reading(english), expected);
            assert_eq!(Messages::of(Language::En).reading(english), english);
        }
    }
}
