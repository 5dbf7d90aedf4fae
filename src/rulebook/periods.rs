//! Words for how often something happens, found by the first of them.

use super::text::WordMap;

/// A phrase for how often something happens.
#[derive(Clone, Debug, PartialEq)]
pub struct Period {
    /// The phrase, as words.
    pub phrase: Vec<String>,
    /// How many times a year it means.
    pub times_a_year: f64,
}

/// All such phrases.
#[derive(Clone, Debug, Default)]
pub struct Periods {
    by_first_word: WordMap<String, Vec<Period>>,
}

impl Periods {
    /// Those that begin with a word, the longest first, so that `half yearly` is not yearly.
    pub fn beginning(&self, word: &str) -> &[Period] {
        self.by_first_word.get(word).map_or(&[], Vec::as_slice)
    }

    /// The longest that words begin with.
    pub fn starting(&self, words: &[String]) -> Option<&Period> {
        self.beginning(words.first()?).iter().find(|period| words.starts_with(&period.phrase))
    }

    /// The one that words are.
    pub fn called(&self, words: &[String]) -> Option<&Period> {
        self.beginning(words.first()?).iter().find(|period| period.phrase == words)
    }

    /// The one that a word is, or is the plural of: `months`, `Monate`, `meses`.
    pub fn counted(&self, word: &str) -> Option<&Period> {
        self.named(word).or_else(|| self.plural(word))
    }

    /// The one that a word is the plural of.
    pub fn plural(&self, word: &str) -> Option<&Period> {
        let ends = word.char_indices().rev().map(|(at, _)| at).take(2);
        ends.filter(|end| *end > 2).find_map(|end| self.named(&word[..end]))
    }

    fn named(&self, word: &str) -> Option<&Period> {
        self.beginning(word).iter().find(|period| period.phrase.len() == 1)
    }
}

impl FromIterator<Period> for Periods {
    fn from_iter<T: IntoIterator<Item = Period>>(periods: T) -> Periods {
        let mut by_first_word: WordMap<String, Vec<Period>> = WordMap::default();
        for period in periods {
            let Some(first) = period.phrase.first() else { continue };
            by_first_word.entry(first.clone()).or_default().push(period);
        }
        for beginning in by_first_word.values_mut() {
            beginning.sort_by_key(|period| std::cmp::Reverse(period.phrase.len()));
        }
        Periods { by_first_word }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<String> {
        text.split(' ').map(ToOwned::to_owned).collect()
    }

    #[test]
    fn periods_are_found_by_their_words() {
        let of = |(phrase, times_a_year): (&str, f64)| Period { phrase: words(phrase), times_a_year };
        let periods: Periods =
            [("half", 3.0), ("half yearly", 2.0), ("month", 12.0), ("mes", 12.0)].map(of).into_iter().collect();
        let times = |period: Option<&Period>| period.map(|period| period.times_a_year);
        for (text, starting, called) in [
            ("half yearly", Some(2.0), Some(2.0)),
            ("half yearly report", Some(2.0), None),
            ("half done", Some(3.0), None),
            ("yearly", None, None),
        ] {
            let text = words(text);
            assert_eq!((times(periods.starting(&text)), times(periods.called(&text))), (starting, called), "{text:?}");
        }
        assert_eq!((times(periods.starting(&[])), times(periods.called(&[]))), (None, None));
        for (word, counted, plural) in [
            ("month", Some(12.0), None),
            ("months", Some(12.0), Some(12.0)),
            ("meses", Some(12.0), Some(12.0)),
            ("monthsly", None, None),
            ("me", None, None),
            ("\u{e9}", None, None),
        ] {
            assert_eq!((times(periods.counted(word)), times(periods.plural(word))), (counted, plural), "{word}");
        }
    }
}
