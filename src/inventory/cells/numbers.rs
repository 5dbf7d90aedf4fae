//! Numbers as people write them: signs, separators of either convention, magnitudes, per cent and what stands beside them.
//!
//! A text is a number only if all of it is understood. What may stand beside a number depends on its column.

use crate::inventory::statements::{beside, unit_beside};
use crate::rulebook::text::fold;
use crate::rulebook::{DecimalMark, Reading};

/// The largest number that is believed.
pub(crate) const LARGEST: f64 = 1e15;

/// Which sign marks decimals.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Convention {
    /// `1,234.56`
    DecimalPoint,
    /// `1.234,56`
    DecimalComma,
    /// Nothing tells.
    Unproven,
    /// Nothing in the column tells, but what it holds has no thousandths, and nothing else speaks against it: three digits
    /// after a comma are thousands.
    CommaThousands,
    /// The same of a point.
    PointThousands,
    /// Some texts prove the one and some the other.
    Conflicting,
}

impl From<DecimalMark> for Convention {
    fn from(mark: DecimalMark) -> Convention {
        match mark {
            DecimalMark::Comma => Convention::DecimalComma,
            DecimalMark::Point => Convention::DecimalPoint,
        }
    }
}

/// What may stand beside a number.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Beside<'a> {
    /// One of these units (folded), and no currency.
    Units(&'a [String]),
    /// A currency.
    Currency,
    /// Per cent.
    Percent,
    /// Whatever is counted, in a few words, and no currency: `contacts/yr`.
    Counted,
}

/// A number as it was written.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Written<'t> {
    /// Its value, multiplied out.
    pub value: f64,
    /// The currency beside it.
    pub currency: Option<&'static str>,
    /// Whether it was written in per cent.
    pub percent: bool,
    /// The power of ten that was written beside it, 1 where none was.
    pub factor: f64,
    /// What is counted, in the words beside it.
    pub unit: &'t str,
}

/// Why a text is not a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Unclear {
    /// It is something else.
    NotANumber,
    /// It is one number by one convention and another by the other.
    Ambiguous,
}

/// Blanks and apostrophes that may part groups of three digits.
const BETWEEN_GROUPS: [char; 6] = [' ', '\u{a0}', '\u{202f}', '\u{2009}', '\'', '\u{2019}'];

/// Reads a number.
pub(crate) fn parse<'t>(
    text: &'t str,
    reading: &Reading,
    convention: Convention,
    allowed: Beside,
) -> Result<Written<'t>, Unclear> {
    let text = text.trim();
    let (inner, is_bracketed) = match text.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')) {
        Some(inner) => (inner.trim(), true),
        None => (text, false),
    };
    let start = inner.find(|c: char| c.is_ascii_digit()).ok_or(Unclear::NotANumber)?;
    let belongs = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',') || BETWEEN_GROUPS.contains(&c);
    let end = inner[start..].find(|c| !belongs(c)).map_or(inner.len(), |at| start + at);
    let (power, after) = exponent(&inner[start..], end - start);
    let (digits, rest) = without_dash(inner[start..end].trim_end(), after.trim());
    // An apostrophe in front keeps a spreadsheet from reading the number.
    let (is_negative, prefix) = sign(inner[..start].trim().trim_start_matches('\''));
    let suffix = Suffix::of(rest, reading, allowed)?;
    let before = unit_beside(prefix, reading);
    let currency = before.map(|(currency, _)| currency).or(suffix.currency);
    let one_currency = before.is_none() || suffix.currency.is_none();
    if (before.is_none() && !prefix.is_empty()) || !one_currency || (currency.is_some() && suffix.percent) {
        return Err(Unclear::NotANumber);
    }
    let factor = one_factor(before.map_or(1.0, |(_, factor)| factor), suffix.factor)?;
    if currency.is_some() && !matches!(allowed, Beside::Currency) {
        return Err(Unclear::NotANumber);
    }
    let digits = match power {
        Some(power) => scientific(digits, power, convention)?,
        None => plain(digits, convention)?,
    };
    let value = digits * factor;
    if value.abs() > LARGEST {
        return Err(Unclear::NotANumber);
    }
    Ok(Written {
        value: if is_negative || is_bracketed { -value } else { value },
        currency,
        percent: suffix.percent,
        factor,
        unit: suffix.unit,
    })
}

/// The power of ten right behind the digits, as programs write it, and what follows: `1.2E4`, `3e-05`.
fn exponent(text: &str, digits: usize) -> (Option<i32>, &str) {
    let rest = &text[digits..];
    let power = rest.strip_prefix(['E', 'e']).and_then(|power| {
        let signless = power.strip_prefix(['+', '-']).unwrap_or(power);
        let length = signless.find(|c: char| !c.is_ascii_digit()).unwrap_or(signless.len());
        let goes_on = signless[length..].starts_with(|c: char| c.is_alphanumeric() || c == '.' || c == ',');
        let end = power.len() - signless.len() + length;
        let is_power = (1..=3).contains(&length) && !goes_on && text[..digits].ends_with(|c: char| c.is_ascii_digit());
        is_power.then(|| Some((power[..end].parse().ok()?, &power[end..]))).flatten()
    });
    power.map_or((None, rest), |(power, after)| (Some(power), after))
}

/// Digits times a power of ten. One digit before the only sign is how programs write it, so the sign marks decimals.
fn scientific(digits: &str, power: i32, convention: Convention) -> Result<f64, Unclear> {
    let is_usual = matches!(digits.as_bytes(), [_, b'.' | b',', rest @ ..] if rest.iter().all(u8::is_ascii_digit));
    let value = if is_usual {
        digits.replace(',', ".").parse().map_err(|_| Unclear::NotANumber)?
    } else {
        plain(digits, convention)?
    };
    // As a text, so that no digit is lost.
    format!("{value}e{power}").parse().map_err(|_| Unclear::NotANumber)
}

/// A price without the dash that stands for no cents: `45.–`, `45,-`.
fn without_dash<'t>(digits: &'t str, rest: &'t str) -> (&'t str, &'t str) {
    match (digits.strip_suffix(['.', ',']), rest.strip_prefix(['-', '\u{2013}', '\u{2014}'])) {
        (Some(digits), Some(rest)) => (digits, rest.trim()),
        _ => (digits, rest),
    }
}

fn sign(prefix: &str) -> (bool, &str) {
    for minus in ['-', '\u{2212}', '\u{2013}'] {
        if let Some(rest) = prefix.strip_prefix(minus).or(prefix.strip_suffix(minus)) {
            return (true, rest.trim());
        }
    }
    (false, prefix.strip_prefix('+').unwrap_or(prefix).trim())
}

/// What stands after a number, all of it understood.
struct Suffix<'t> {
    factor: f64,
    percent: bool,
    currency: Option<&'static str>,
    unit: &'t str,
}

impl<'t> Suffix<'t> {
    fn of(text: &'t str, reading: &Reading, allowed: Beside) -> Result<Suffix<'t>, Unclear> {
        let mut suffix = Suffix { factor: 1.0, percent: false, currency: None, unit: "" };
        if let Some(rest) = text.strip_prefix('%') {
            suffix.percent = true;
            return if rest.is_empty() && matches!(allowed, Beside::Percent) {
                Ok(suffix)
            } else {
                Err(Unclear::NotANumber)
            };
        }
        // A unit comes first: `m` may be minutes.
        let is_unit = |text: &str| matches!(allowed, Beside::Units(units) if units.contains(&fold(text)));
        if is_unit(text) {
            return Ok(suffix);
        }
        let mut rest = text;
        // `mil millones`
        loop {
            let word = rest.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
            let Some(factor) = reading.magnitude(word) else { break };
            // Beside a plain number a lone `m` or `M` may be minutes, metres or a million.
            if matches!(allowed, Beside::Units(_)) && matches!(word, "m" | "M" | "T" | "B") {
                return Err(Unclear::NotANumber);
            }
            suffix.factor *= factor;
            rest = rest[word.len()..].trim_start_matches('.').trim();
        }
        if matches!(allowed, Beside::Counted) && is_counted(rest, reading) {
            suffix.unit = rest;
            return Ok(suffix);
        }
        if rest.is_empty() || reading.is_per_year(rest) || is_unit(rest) {
            return Ok(suffix);
        }
        // `EUR`, `EUR per year`, `€/year`.
        let at = rest.find([' ', '/']).unwrap_or(rest.len());
        let (currency, period) = rest.split_at(at);
        let (currency, factor) = unit_beside(currency, reading).ok_or(Unclear::NotANumber)?;
        if !period.trim().is_empty() && !reading.is_per_year(period) {
            return Err(Unclear::NotANumber);
        }
        Ok(Suffix { currency: Some(currency), factor: one_factor(suffix.factor, factor)?, ..suffix })
    }
}

/// What a number is multiplied by that has a power of ten in one place at most: `2 Mio. TEUR` is anybody's guess.
fn one_factor(one: f64, other: f64) -> Result<f64, Unclear> {
    if one > 1.0 && other > 1.0 { Err(Unclear::NotANumber) } else { Ok(one * other) }
}

/// Whether words after a number can be what is counted: not a currency, a date, a time or a sentence.
fn is_counted(text: &str, reading: &Reading) -> bool {
    const MOST_WORDS: usize = 6;
    let belongs = |c: char| c.is_alphabetic() || c.is_whitespace() || "/-.'()".contains(c);
    let parts: Vec<String> =
        text.split(|c: char| !c.is_alphabetic()).filter(|part| !part.is_empty()).map(fold).collect();
    let is_other = |word: &String| {
        let lists = [&reading.ordinals, &reading.percent];
        lists.iter().any(|list| list.contains(word)) || beside(word).is_some() || reading.months.contains_key(word)
    };
    text.chars().all(belongs) && parts.len() <= MOST_WORDS && parts.first().is_some_and(|first| !is_other(first))
}

/// Digits with separators.
fn plain(digits: &str, convention: Convention) -> Result<f64, Unclear> {
    let digits = without_gaps(digits)?;
    let decimal = match (evidence(&digits), convention) {
        (Evidence::None, _) => return digits.parse().map_err(|_| Unclear::NotANumber),
        (Evidence::Decides(Convention::DecimalPoint), _)
        | (Evidence::Ambiguous(_), Convention::DecimalPoint)
        | (Evidence::Ambiguous(','), Convention::CommaThousands) => '.',
        (Evidence::Decides(_), _)
        | (Evidence::Ambiguous(_), Convention::DecimalComma)
        | (Evidence::Ambiguous('.'), Convention::PointThousands) => ',',
        (Evidence::Ambiguous(_), _) => return Err(Unclear::Ambiguous),
        (Evidence::Contradicts, _) => return Err(Unclear::NotANumber),
    };
    let (whole, fraction) = digits.split_once(decimal).unwrap_or((&digits, ""));
    let groups: Vec<&str> = whole.split(['.', ',']).collect();
    if (groups.len() > 1 && !are_groups(&groups)) || !fraction.bytes().all(|b| b.is_ascii_digit()) {
        return Err(Unclear::NotANumber);
    }
    format!("{}.{fraction}0", groups.concat()).parse().map_err(|_| Unclear::NotANumber)
}

/// Whether these are the groups of a number: one to three digits, then three each.
fn are_groups(groups: &[&str]) -> bool {
    groups.iter().skip(1).all(|group| group.len() == 3) && (1..=3).contains(&groups[0].len())
}

/// The digits without blanks and apostrophes, which must part groups of three.
fn without_gaps(digits: &str) -> Result<String, Unclear> {
    let parts: Vec<&str> = digits.split(BETWEEN_GROUPS).collect();
    let [whole @ .., last] = parts.as_slice() else { return Err(Unclear::NotANumber) };
    let (last_group, _) = last.split_at(last.find(['.', ',']).unwrap_or(last.len()));
    let groups: Vec<&str> = whole.iter().copied().chain([last_group]).collect();
    let is_plain = groups.iter().all(|group| group.bytes().all(|b| b.is_ascii_digit()));
    if parts.len() == 1 || is_plain && are_groups(&groups) { Ok(parts.concat()) } else { Err(Unclear::NotANumber) }
}

/// What a text says about the convention.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Evidence {
    /// No separators.
    None,
    /// It makes sense in one convention only.
    Decides(Convention),
    /// Three digits follow this, its only separator.
    Ambiguous(char),
    /// It makes sense in neither.
    Contradicts,
}

fn evidence(digits: &str) -> Evidence {
    let points = digits.matches('.').count();
    let commas = digits.matches(',').count();
    let comma_last = digits.rfind(',') > digits.rfind('.');
    match (points, commas) {
        (0, 0) => Evidence::None,
        (1, 0) | (0, 1) => {
            let (before, after) = digits.split_once(['.', ',']).unwrap_or_default();
            if after.len() == 3 && (1..=3).contains(&before.len()) && !before.starts_with('0') {
                Evidence::Ambiguous(if points == 1 { '.' } else { ',' })
            } else if points == 1 {
                Evidence::Decides(Convention::DecimalPoint)
            } else {
                Evidence::Decides(Convention::DecimalComma)
            }
        }
        (1, _) if !comma_last => Evidence::Decides(Convention::DecimalPoint),
        (_, 1) => Evidence::Decides(Convention::DecimalComma),
        (0, _) => Evidence::Decides(Convention::DecimalPoint),
        (_, 0) => Evidence::Decides(Convention::DecimalComma),
        _ => Evidence::Contradicts,
    }
}

/// What the texts of a column prove of its convention.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Proofs {
    /// The signs that mark decimals in some text for certain.
    pub(super) decimal: Signs,
    /// The signs in texts that are another number by the other convention.
    pub(super) doubtful: Signs,
}

/// Which of the two signs there are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Signs {
    pub(super) point: bool,
    pub(super) comma: bool,
}

impl Proofs {
    /// Takes in what one text proves.
    pub(super) fn add(&mut self, text: &str) {
        // What is longer is no number.
        const LONGEST: usize = 32;
        let Some(digits) = first_digits(text).filter(|_| text.len() < LONGEST) else { return };
        match evidence(digits) {
            // `31.12.2025` has points, and is no number.
            Evidence::Decides(convention) if plain(digits, convention).is_ok() => {
                self.decimal.point |= convention == Convention::DecimalPoint;
                self.decimal.comma |= convention == Convention::DecimalComma;
            }
            Evidence::Ambiguous('.') => self.doubtful.point = true,
            Evidence::Ambiguous(_) => self.doubtful.comma = true,
            _ => {}
        }
    }

    /// The convention that they come to.
    pub(super) fn convention(self) -> Convention {
        match (self.decimal.point, self.decimal.comma) {
            (true, true) => Convention::Conflicting,
            (true, false) => Convention::DecimalPoint,
            (false, true) => Convention::DecimalComma,
            // `9,500` beside `1.200`: whichever marks decimals, one of them would have three, which hardly anybody writes.
            (false, false) if self.doubtful.point && self.doubtful.comma => Convention::Conflicting,
            (false, false) => Convention::Unproven,
        }
    }

    /// Whether some text is one number by one convention and another by the other.
    pub(super) fn is_doubtful(self) -> bool {
        self.doubtful.point || self.doubtful.comma
    }
}

/// The first digits of a text, with the separators between them.
pub(crate) fn first_digits(text: &str) -> Option<&str> {
    let start = text.find(|c: char| c.is_ascii_digit())?;
    let rest = &text[start..];
    let end = rest.find(|c: char| !c.is_ascii_digit() && c != '.' && c != ',').unwrap_or(rest.len());
    Some(rest[..end].trim_end_matches(['.', ',']))
}

/// A whole number with separators: `1,234`.
pub fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut grouped = String::with_capacity(digits.len() * 4 / 3);
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

#[cfg(test)]
mod tests {
    use std::sync::LazyLock;

    use super::*;
    use crate::rulebook::load_default;
    use Convention::{CommaThousands, Conflicting, DecimalComma, DecimalPoint, PointThousands, Unproven};

    fn read(text: &str, convention: Convention, allowed: Beside) -> Result<(f64, Option<&'static str>, bool), Unclear> {
        static READING: LazyLock<Reading> = LazyLock::new(|| load_default().reading);
        parse(text, &READING, convention, allowed).map(|w| (w.value, w.currency, w.percent))
    }

    #[test]
    fn amounts_are_read_as_written() {
        for (text, convention, value, currency) in [
            ("1234", Unproven, 1234.0, None),
            ("6,400,000", Unproven, 6_400_000.0, None),
            ("1,234.56", Unproven, 1234.56, None),
            ("1.234,56 €", Unproven, 1234.56, Some("EUR")),
            ("1.234", DecimalComma, 1234.0, None),
            ("1.234", DecimalPoint, 1.234, None),
            ("1,234", CommaThousands, 1234.0, None),
            ("1.234", PointThousands, 1234.0, None),
            ("1.2E4", Unproven, 12_000.0, None),
            ("1e5", Unproven, 100_000.0, None),
            ("1,234E+04", Unproven, 12_340.0, None),
            ("12E-01 EUR", Unproven, 1.2, Some("EUR")),
            ("12,5", Unproven, 12.5, None),
            ("$17,366,497", Unproven, 17_366_497.0, Some("$")),
            ("$1.2M", Unproven, 1_200_000.0, Some("$")),
            ("$90k", Unproven, 90_000.0, Some("$")),
            ("R$ 500", Unproven, 500.0, Some("BRL")),
            ("EUR 500", Unproven, 500.0, Some("EUR")),
            ("500 eur", Unproven, 500.0, Some("EUR")),
            ("1.2 Mio. €", Unproven, 1_200_000.0, Some("EUR")),
            ("500 €/year", Unproven, 500.0, Some("EUR")),
            ("450 TEUR", Unproven, 450_000.0, Some("EUR")),
            ("1.2 MEUR p.a.", Unproven, 1_200_000.0, Some("EUR")),
            ("k€ 450", Unproven, 450_000.0, Some("EUR")),
            ("CHF 45'000.–", Unproven, 45_000.0, Some("CHF")),
            ("120,- €", Unproven, 120.0, Some("EUR")),
            ("'61000", Unproven, 61_000.0, None),
            ("(1,234)", DecimalPoint, -1234.0, None),
            ("\u{2212}5", Unproven, -5.0, None),
            ("1\u{a0}234", Unproven, 1234.0, None),
            ("1'234'567.50", Unproven, 1_234_567.5, None),
            ("1 234,5", Unproven, 1234.5, None),
            ("480,000 per year", DecimalPoint, 480_000.0, None),
        ] {
            assert_eq!(read(text, convention, Beside::Currency), Ok((value, currency, false)), "{text}");
        }
        for text in [
            "2 Mio. TEUR",
            "k€ 450k",
            "450 XEUR",
            "approx. 300",
            "12 k?",
            "1-100",
            "50,000+",
            "",
            "n/a",
            "1,23,4.5.6",
            "1,234.567.890",
            "12/31",
            "12%",
            "5, 10",
            "12 34",
            "$5 €",
            "1e5x",
            "5e",
            "1.2E4.5",
        ] {
            assert_eq!(read(text, DecimalPoint, Beside::Currency), Err(Unclear::NotANumber), "{text}");
        }
        for (text, convention) in [
            ("1.234", Unproven),
            ("12.500 €", Unproven),
            ("1,234", Unproven),
            ("1,234", Conflicting),
            ("1.234", Conflicting),
            ("1.234", CommaThousands),
            ("1,234", PointThousands),
        ] {
            assert_eq!(read(text, convention, Beside::Currency), Err(Unclear::Ambiguous), "{text}");
        }
    }

    #[test]
    fn plain_numbers_take_their_units_and_nothing_else() {
        let units = ["fte".to_owned(), "h".to_owned()];
        for (text, value) in [("12 FTE", 12.0), ("24h", 24.0), ("2.5", 2.5), ("3k", 3000.0)] {
            assert_eq!(read(text, Unproven, Beside::Units(&units)), Ok((value, None, false)), "{text}");
        }
        for text in ["50%", "$90,000", "30m", "30 min", "12 apples", "5M"] {
            assert_eq!(read(text, Unproven, Beside::Units(&units)), Err(Unclear::NotANumber), "{text}");
        }
        for (text, value) in
            [("480,000 contacts/yr", 480_000.0), ("1,200 invoices per month", 1200.0), ("5k", 5000.0), ("12", 12.0)]
        {
            assert_eq!(read(text, CommaThousands, Beside::Counted), Ok((value, None, false)), "{text}");
        }
        for text in
            ["3 operators, order-entry laptop", "12 May", "10 am", "500 EUR", "50 percent", "31.12.2025", "10:30"]
        {
            assert_eq!(read(text, Unproven, Beside::Counted), Err(Unclear::NotANumber), "{text}");
        }
        let mut proofs = Proofs::default();
        for text in ["31.12.2025", "12", "9,500"] {
            proofs.add(text);
        }
        assert_eq!((proofs.convention(), proofs.is_doubtful()), (Unproven, true));
        proofs.add("1.200");
        assert_eq!(proofs.convention(), Conflicting);
        proofs.add("1.5");
        assert_eq!(proofs.convention(), DecimalPoint);
        assert_eq!(read("55%", Unproven, Beside::Percent), Ok((55.0, None, true)));
        assert_eq!(read("55 €", Unproven, Beside::Percent), Err(Unclear::NotANumber));
    }
}
