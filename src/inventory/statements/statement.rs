//! What is stated of a column: the scale of its numbers, their unit and period, whether it is negated, and what nobody
//! understood.

use crate::rulebook::{CURRENCIES, Points, Reading};

/// What one text says of a column's values.
#[derive(Clone, Debug, Default, PartialEq)]
pub(in crate::inventory) struct Statement {
    pub(in crate::inventory) scale: ScaleStatement,
    /// The currencies that it names, each once.
    pub(in crate::inventory) currencies: Vec<&'static str>,
    /// The powers of ten that it names, each once.
    pub(in crate::inventory) factors: Vec<f64>,
    /// For how long, or how often, something is counted; none where it says nothing of it.
    pub(in crate::inventory) times: Option<Times>,
    /// The word that makes the numbers ratings, such as `score`.
    pub(in crate::inventory) rating: Option<String>,
    /// What a yes means, where the header is an answer itself: `Outsourced?`
    pub(in crate::inventory) yes: Option<Points>,
    /// The words that turn the answers round.
    pub(in crate::inventory) negation: Option<String>,
    /// The level that the attribute is named with: `Low` of `Low strategic value`.
    pub(in crate::inventory) degree: Option<String>,
    /// Words that nobody understood and that may change what answers mean: `Outside` of `Outside core business`.
    pub(in crate::inventory) qualifiers: Vec<String>,
    /// Words that leave open what a yes means, and not how much of something there is: `Outside core business`, and not `Group
    /// strategic value`.
    pub(in crate::inventory) beside_yes: Vec<String>,
    /// What is counted, where that is named beside a period or a power of ten.
    pub(in crate::inventory) counted: Option<String>,
    /// Words and numbers that nobody understood beside a digit, a scale, a unit or a period.
    pub(in crate::inventory) left: Vec<String>,
    /// Words that nobody understood elsewhere.
    pub(in crate::inventory) aside: Vec<String>,
    /// What is said in two places, and not alike.
    pub(in crate::inventory) conflict: Option<String>,
    /// Where it was said, if not in the header: `as `all in T€` in A2 states`.
    pub(in crate::inventory) origin: Option<String>,
}

/// What is said of a scale, before it is put together.
#[derive(Clone, Debug, Default, PartialEq)]
pub(in crate::inventory) struct ScaleStatement {
    /// Its ends, in the order in which they stand.
    pub(super) range: Option<(f64, f64)>,
    /// The top of one that starts at 0.
    pub(super) out_of: Option<f64>,
    /// Numbers and what they mean.
    pub(super) ties: Vec<(f64, Meant)>,
    /// Numbers beside words that say neither more nor less.
    pub(super) open: Vec<f64>,
    /// Numbers that stand for no answer: `0 = not assessed`.
    pub(in crate::inventory) unanswered: Vec<f64>,
    /// That larger numbers mean more, or less.
    pub(super) is_upward: Option<bool>,
    /// What says that words for levels mean the other end of the scale: `N = core`, `Low = full control`.
    pub(in crate::inventory) words_turned_by: Option<String>,
    /// That a title compares numbers in words that are not understood: `lower is better`.
    pub(super) compares_otherwise: bool,
    /// That the numbers are per cent.
    pub(in crate::inventory) is_percent: bool,
}

/// The unit of a number: a currency, a power of ten, and how often in a year it is meant.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in crate::inventory) struct NumberUnit {
    /// The currency; none where none is named.
    pub(in crate::inventory) currency: Option<&'static str>,
    /// What it is to be multiplied by to be whole.
    pub(in crate::inventory) factor: f64,
    /// What it is to be multiplied by to be a year's; none where nothing is said of it.
    pub(in crate::inventory) times: Option<f64>,
}

impl Default for NumberUnit {
    fn default() -> NumberUnit {
        NumberUnit { currency: None, factor: 1.0, times: None }
    }
}

impl NumberUnit {
    /// The unit of a column together with what a cell shows; none where these disagree.
    pub(in crate::inventory) fn with(self, shown: NumberUnit) -> Option<NumberUnit> {
        let one_factor = self.factor <= 1.0 || shown.factor <= 1.0 || same(self.factor, shown.factor);
        let one_time = self.times.is_none() || shown.times.is_none() || self.times == shown.times;
        (one_factor && one_time).then(|| NumberUnit {
            currency: self.currency_with(shown.currency),
            factor: self.factor.max(shown.factor),
            times: self.times.or(shown.times),
        })
    }

    /// The currency of a cell of a column with this unit.
    pub(in crate::inventory) fn currency_with(self, beside: Option<&'static str>) -> Option<&'static str> {
        match (beside, self.currency) {
            // Several countries use these signs; the header says which one is meant.
            (Some(sign), Some(code)) if sign != code && CURRENCIES.may_be_one(code, sign) => {
                if CURRENCIES.code(sign) == Some(sign) { beside } else { self.currency }
            }
            _ => beside.or(self.currency),
        }
    }

    /// What a number is to be multiplied by in all.
    pub(in crate::inventory) fn all(self) -> f64 {
        self.factor * self.times.unwrap_or(1.0)
    }
}

/// What an end of a scale means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::inventory) enum Meant {
    Less,
    Middle,
    More,
}

/// What the numbers of a column are to be multiplied by, to be a year's.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::inventory) enum Times {
    /// The same for every function.
    All(f64),
    /// How often the function runs in a year.
    Runs,
    /// Two things are said, or one that is no period.
    Unclear(String),
}

/// The scale that a text states.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in crate::inventory) enum Scale {
    /// It says nothing of one.
    None,
    /// From the number that means least to the one that means most.
    Ends {
        bottom: f64,
        top: f64,
        /// Whether it says which end means more, and does not leave that to custom.
        is_directed: bool,
    },
    /// Per cent, and no numbers.
    Percent,
    /// Which way it goes, and no numbers.
    Direction { is_upward: bool },
    /// It speaks of one, and it is not clear what it says.
    Unclear,
}

pub(super) fn same(one: f64, other: f64) -> bool {
    (one - other).abs() < f64::EPSILON
}

fn ends_of(numbers: &[f64]) -> (f64, f64) {
    let least = numbers.iter().copied().fold(f64::INFINITY, f64::min);
    let most = numbers.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    (least, most)
}

impl ScaleStatement {
    /// The scale that all this comes to.
    pub(in crate::inventory) fn scale(&self) -> Scale {
        let tied: Vec<f64> = self.ties.iter().map(|(number, _)| *number).collect();
        let range = self.range.or(self.out_of.map(|top| (0.0, top)));
        let numbers: Vec<f64> =
            tied.iter().chain(&self.open).copied().chain(range.into_iter().flat_map(|(from, to)| [from, to])).collect();
        let (least, most) = ends_of(&numbers);
        // A number between the ends may be called whatever they like.
        if self.compares_otherwise || self.open.iter().any(|open| same(*open, least) || same(*open, most)) {
            return Scale::Unclear;
        }
        let found = match (self.directed(range), self.is_upward) {
            (Err(()), _) => return Scale::Unclear,
            (Ok(Some((bottom, top))), Some(is_upward)) if (bottom < top) != is_upward => return Scale::Unclear,
            (Ok(Some(ends)), _) => Some((ends, true)),
            (Ok(None), is_upward) => range.map(|(from, to)| match is_upward {
                Some(true) => ((from.min(to), from.max(to)), true),
                Some(false) => ((from.max(to), from.min(to)), true),
                None => ((from, to), from > to),
            }),
        };
        match (found, self.is_upward) {
            (Some(((bottom, top), is_directed)), _) if !same(bottom, top) => Scale::Ends { bottom, top, is_directed },
            (Some(_), _) => Scale::Unclear,
            (None, Some(is_upward)) => Scale::Direction { is_upward },
            (None, None) if !self.ties.is_empty() => Scale::Unclear,
            (None, None) if self.is_percent => Scale::Percent,
            (None, None) => Scale::None,
        }
    }

    /// The ends that words are tied to; none where no number is.
    fn directed(&self, range: Option<(f64, f64)>) -> Result<Option<(f64, f64)>, ()> {
        let of = |wanted: Meant| {
            let ends: Vec<f64> =
                self.ties.iter().filter(|(_, meant)| *meant == wanted).map(|(number, _)| *number).collect();
            (!ends.is_empty()).then(|| ends_of(&ends))
        };
        // `1 = very low, 2 = low, 4 = high, 5 = very high`: the outermost of each are the ends.
        let ends = match (of(Meant::Less), of(Meant::More)) {
            (None, None) => return Ok(None),
            (Some(less), Some(more)) if less.1 < more.0 => (less.0, more.1),
            (Some(less), Some(more)) if more.1 < less.0 => (less.1, more.0),
            (Some(_), Some(_)) => return Err(()),
            // One end is named, and the range gives the other.
            (less, more) => {
                let (from, to) = range.ok_or(())?;
                let (low, high) = less.or(more).ok_or(())?;
                let is_low_end = same(low, from.min(to));
                if !is_low_end && !same(high, from.max(to)) || is_low_end && same(high, from.max(to)) {
                    return Err(());
                }
                let (end, other) = if is_low_end { (from.min(to), from.max(to)) } else { (from.max(to), from.min(to)) };
                if more.is_some() { (other, end) } else { (end, other) }
            }
        };
        let middles = self.ties.iter().filter(|(_, meant)| *meant == Meant::Middle);
        let lies_between = |(number, _): &(f64, Meant)| (ends.0.min(ends.1)..=ends.0.max(ends.1)).contains(number);
        if middles.into_iter().all(lies_between) { Ok(Some(ends)) } else { Err(()) }
    }
}

impl Statement {
    /// The scale of ratings that it states. What else it says of numbers, or leaves over beside them, makes it unclear.
    pub(in crate::inventory) fn scale(&self) -> Scale {
        let is_amount = !self.currencies.is_empty() || !self.factors.is_empty();
        let is_rate = self.times.as_ref().is_some_and(|times| *times != Times::All(1.0));
        if is_amount || is_rate || !self.left.is_empty() || self.conflict.is_some() {
            Scale::Unclear
        } else {
            self.scale.scale()
        }
    }

    /// The scale that a remark states, which may state the unit of other columns as well.
    pub(in crate::inventory) fn scale_beside_units(&self) -> Scale {
        if self.left.is_empty() && self.conflict.is_none() { self.scale.scale() } else { self.scale() }
    }

    /// The unit of amounts of money.
    ///
    /// # Errors
    /// Why they cannot be read: what is left over, or what makes them something else than amounts.
    pub(in crate::inventory) fn unit(&self) -> Result<NumberUnit, String> {
        let currencies = self.currencies.iter().map(|currency| (*currency).to_owned()).collect::<Vec<_>>();
        let why = match (&self.rating, self.scale.scale()) {
            _ if self.conflict.is_some() => self.conflict.clone(),
            _ if !self.left.is_empty() => Some(self.not_understood()),
            (Some(word), _) => Some(format!("`{word}` says that its numbers are ratings")),
            (None, Scale::Percent) => Some("is said to hold shares".to_owned()),
            (None, Scale::Ends { .. } | Scale::Direction { .. } | Scale::Unclear) => {
                Some("is said to be on a scale".to_owned())
            }
            (None, Scale::None) if self.degree.is_some() => Some(format!(
                "`{}` in its header leaves open what they are",
                self.degree.as_deref().unwrap_or_default()
            )),
            (None, Scale::None) if !self.scale.unanswered.is_empty() => Some("names a number for no answer".to_owned()),
            (None, Scale::None) if currencies.len() > 1 => {
                Some(format!("is said to be in {}", currencies.join(" and in ")))
            }
            (None, Scale::None) if self.factors.len() > 1 => Some("names two powers of ten".to_owned()),
            (None, Scale::None) => None,
        };
        let times = match &self.times {
            None => Ok(None),
            Some(Times::All(times)) => Ok(Some(*times)),
            Some(Times::Runs) => Err("counts each run".to_owned()),
            Some(Times::Unclear(why)) => Err(why.clone()),
        };
        why.map_or(Ok(()), Err)?;
        Ok(NumberUnit {
            currency: self.currencies.first().copied(),
            factor: self.factors.first().copied().unwrap_or(1.0),
            times: times?,
        })
    }

    /// That its numbers are meant as they stand.
    ///
    /// # Errors
    /// Why they cannot be read so.
    pub(in crate::inventory) fn plain(&self) -> Result<(), String> {
        let unit = self.unit()?;
        let is_plain = unit.currency.is_none() && unit.factor <= 1.0 && same(unit.times.unwrap_or(1.0), 1.0);
        if is_plain { Ok(()) } else { Err("states a unit in which such numbers are not counted".to_owned()) }
    }

    /// What counts are to be multiplied by, for a year and by a power of ten.
    ///
    /// # Errors
    /// Why they cannot be read: what is left over, or what makes them something else than counts.
    pub(in crate::inventory) fn count(&self) -> Result<(Times, f64), String> {
        if let Some(why) = &self.conflict {
            return Err(why.clone());
        }
        if !self.left.is_empty() {
            return Err(self.not_understood());
        }
        if let Some(currency) = self.currencies.first() {
            return Err(format!("is said to be in {currency}"));
        }
        let runs = self.times.clone().filter(|times| *times == Times::Runs);
        let unit = Statement { times: self.times.clone().filter(|_| runs.is_none()), ..self.clone() }.unit()?;
        Ok((runs.unwrap_or(Times::All(unit.times.unwrap_or(1.0))), unit.factor))
    }

    /// The ends of the scale that it speaks of, the lower one first.
    pub(in crate::inventory) fn range(&self) -> Option<(f64, f64)> {
        self.scale.range.map(|(from, to)| (from.min(to), from.max(to)))
    }

    /// Whether it names a currency, a power of ten or a time.
    pub(in crate::inventory) fn names_unit(&self) -> bool {
        !self.currencies.is_empty() || !self.factors.is_empty() || self.times.is_some()
    }

    /// Whether it says what numbers on a scale mean, or which way it goes.
    pub(in crate::inventory) fn speaks_of_scale(&self) -> bool {
        let ScaleStatement { ties, open, is_upward, compares_otherwise, .. } = &self.scale;
        !ties.is_empty() || !open.is_empty() || is_upward.is_some() || *compares_otherwise
    }

    /// Whether it holds numbers that are no part of a unit: it tells of an amount, and states none.
    pub(in crate::inventory) fn has_figures(&self) -> bool {
        self.left.iter().any(|left| left.starts_with(|c: char| c.is_ascii_digit()))
    }

    /// That what is left over is not understood, as the end of a sentence.
    pub(in crate::inventory) fn not_understood(&self) -> String {
        let left = self.left_over();
        let is = if left.len() > 1 { "are" } else { "is" };
        format!("{} in its header {is} not understood", quoted(&left).unwrap_or_default())
    }

    /// What leaves open what answers mean, as the end of a sentence about a column of words; none where nothing does.
    pub(in crate::inventory) fn open_answers(&self) -> Option<String> {
        if let Some(degree) = &self.degree {
            return Some(format!("`{degree}` in its header leaves open what its values mean"));
        }
        let leave = if self.qualifiers.len() > 1 { "leave" } else { "leaves" };
        quoted(&self.qualifiers).map(|words| format!("{words} in its header {leave} open what its values mean"))
    }

    /// Why nobody can say what a yes or a no means.
    pub(in crate::inventory) fn open_yes(&self) -> Option<String> {
        let leave = if self.beside_yes.len() > 1 { "leave" } else { "leaves" };
        quoted(&self.beside_yes).map(|words| format!("{words} in its header {leave} open what a yes means"))
    }

    /// Why nobody can say what words for levels mean.
    pub(in crate::inventory) fn open_words(&self) -> Option<String> {
        let by = self.scale.words_turned_by.as_ref()?;
        Some(format!("{by} says that less means more, which leaves open what its words mean"))
    }

    /// All that nobody understood.
    pub(in crate::inventory) fn left_over(&self) -> Vec<String> {
        let mut all = self.left.clone();
        for text in self.qualifiers.iter().chain(&self.aside) {
            if !all.contains(text) {
                all.push(text.clone());
            }
        }
        all
    }
}

/// Texts between quotation marks, a few of them.
pub(in crate::inventory) fn quoted(texts: &[String]) -> Option<String> {
    const MOST: usize = 4;
    let shown: Vec<String> = texts.iter().take(MOST).map(|text| format!("`{text}`")).collect();
    match shown.split_last()? {
        (_, _) if texts.len() > MOST => Some(format!("{} and {} more", shown.join(", "), texts.len() - MOST)),
        (last, []) => Some(last.clone()),
        (last, before) => Some(format!("{} and {last}", before.join(", "))),
    }
}

/// Whether a word belongs to a list of phrases as one of its own.
pub(super) fn is_single(phrases: &[Vec<String>], word: &str) -> bool {
    phrases.iter().any(|phrase| phrase.len() == 1 && phrase[0] == word)
}

/// A year that somebody could mean: `2024`.
pub(in crate::inventory) fn is_year(number: f64) -> bool {
    number.fract() == 0.0 && (1990.0..=2099.0).contains(&number)
}

/// The month of a name.
pub(super) fn month(word: &str, reading: &Reading) -> Option<u32> {
    reading.months.get(word).copied()
}
