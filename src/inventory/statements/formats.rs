//! The unit that a number format shows: `#,##0 "k€"`, `0.0,, "M"`, `[$€-407]`, `0 "per month"`.

use super::grammar::of_unit_alone;
use super::statement::{NumberUnit, Scale, quoted};
use crate::rulebook::text::fold;
use crate::rulebook::{ColumnRule, Kind, Reading};

/// What a format makes of the number that it shows.
///
/// # Errors
/// The text in it is not understood, or makes the number no amount and no count.
pub(in crate::inventory) fn of_format(
    format: &str,
    rule: &ColumnRule,
    reading: &Reading,
) -> Result<NumberUnit, String> {
    let Shown { text, divided_by } = Shown::of(format);
    if text.trim().is_empty() {
        return Ok(NumberUnit::default());
    }
    let unit = of_unit(&text, rule, reading)?;
    match divided_by {
        shown if shown <= 1.0 => Ok(unit),
        // `0.0,, "M"` shows a whole number in millions.
        shown if unit.factor <= 1.0 || (unit.factor - shown).abs() < 0.5 => Ok(NumberUnit { factor: 1.0, ..unit }),
        _ => Err(format!("the number format `{format}` shows two powers of ten")),
    }
}

/// Whether a format shows something else than the rating that stands in the cell: a word in its place, `"High"`, a word for some
/// numbers, `[=1]"High"`, or another number beside it, `0"/10"`.
pub(in crate::inventory) fn shows_otherwise(format: &str) -> bool {
    let (mut literal, mut has_digits, mut has_condition) = (String::new(), false, false);
    let mut rest = format.chars();
    let mut any = false;
    loop {
        let next = rest.next();
        match next {
            None | Some(';') => {
                let is_word = literal.contains(char::is_alphabetic);
                let is_number = literal.contains(|c: char| c.is_ascii_digit());
                any |= is_word && (!has_digits || has_condition) || is_number;
                if next.is_none() {
                    return any;
                }
                (literal, has_digits) = (String::new(), false);
            }
            Some('"') => literal.extend(rest.by_ref().take_while(|c| *c != '"')),
            Some('\\') => literal.extend(rest.next()),
            Some('_' | '*') => {
                rest.next();
            }
            Some('[') => {
                let inside: String = rest.by_ref().take_while(|c| *c != ']').collect();
                has_condition |= inside.starts_with(['<', '>', '=']);
            }
            Some('0' | '#' | '?') => has_digits = true,
            Some(_) => {}
        }
    }
}

/// The unit that a text beside a number states.
///
/// # Errors
/// It is not understood, or makes the number no amount and no count.
pub(in crate::inventory) fn of_unit(text: &str, rule: &ColumnRule, reading: &Reading) -> Result<NumberUnit, String> {
    let (statement, mut unknown) = of_unit_alone(text, reading);
    // What is counted may be called anything.
    let is_known = |word: &String| match &rule.kind {
        Kind::Number { units, .. } => {
            let word = fold(word);
            units.contains(&word) || rule.headers.iter().any(|name| *name == [word.as_str()])
        }
        kind => kind.is_count(),
    };
    unknown.retain(|word| !is_known(word));
    if let Some(words) = quoted(&unknown) {
        return Err(format!("{words} is not understood"));
    }
    if statement.scale.scale() != Scale::None {
        return Err(format!("`{}` is a share or a scale", text.trim()));
    }
    statement.unit()
}

/// What a format shows beside the number, and by how much it makes that smaller.
struct Shown {
    text: String,
    divided_by: f64,
}

impl Shown {
    /// The first section of a format, which is for positive numbers.
    fn of(format: &str) -> Shown {
        let (mut text, mut commas) = (String::new(), 0);
        let mut rest = format.chars();
        while let Some(c) = rest.next() {
            match c {
                ';' => break,
                '"' => text.extend(rest.by_ref().take_while(|c| *c != '"')),
                '\\' => text.extend(rest.next()),
                '_' | '*' => {
                    rest.next();
                    text.push(' ');
                }
                '[' => {
                    let inside: String = rest.by_ref().take_while(|c| *c != ']').collect();
                    // `[$€-407]` names a currency and a language, `[$-409]` a language alone, `[Red]` a colour.
                    if let Some(shown) = inside.strip_prefix('$') {
                        text.push_str(shown.split('-').next().unwrap_or_default());
                        text.push(' ');
                    }
                }
                '0' | '#' | '?' => {
                    commas = 0;
                    text.push(' ');
                }
                ',' => commas += 1,
                '.' | '@' | '/' | ' ' => text.push(' '),
                '%' => text.push('%'),
                '-' | '+' | '(' | ')' | 'E' | 'e' => {}
                c if c.is_alphabetic() && c.is_ascii() => {
                    // `General`, `Standard`: a word of the program itself.
                    while rest.clone().next().is_some_and(|next| next.is_ascii_alphabetic()) {
                        rest.next();
                    }
                }
                c => text.push(c),
            }
        }
        Shown { text, divided_by: 1000_f64.powi(commas) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rulebook::load_default;

    #[test]
    fn formats_may_show_another_rating() {
        for (format, is_otherwise) in [
            ("\"High\"", true),
            ("[=1]\"High\";[=5]\"Low\";0", true),
            ("[<3]0 \"low\";0", true),
            ("0\"/10\"", true),
            ("0 \"points\"", false),
            ("[Red]0.0;[Blue]-0.0", false),
            ("General", false),
            ("0;;\"-\"", false),
            ("0;0;\"none\"", true),
            ("#,##0_);(#,##0)", false),
        ] {
            assert_eq!(shows_otherwise(format), is_otherwise, "{format}");
        }
    }

    #[test]
    fn formats_state_units() {
        let rulebook = load_default();
        let of = |attribute: &str, format: &str| {
            let id = rulebook.attribute_named(attribute).expect("an attribute");
            let rule = rulebook.attribute(id).rule().expect("a column");
            of_format(format, rule, &rulebook.reading).map(|unit| (unit.currency, unit.factor, unit.times)).ok()
        };
        for (attribute, format, expected) in [
            ("annual_cost", "#,##0 [$€-407]", Some((Some("EUR"), 1.0, None))),
            ("annual_cost", "[$R$-416] #,##0", Some((Some("BRL"), 1.0, None))),
            ("annual_cost", "\"$\"#,##0", Some((Some("$"), 1.0, None))),
            ("annual_cost", "[$$-409]#,##0", Some((Some("$"), 1.0, None))),
            ("annual_cost", "#,##0\\ \"CHF\"", Some((Some("CHF"), 1.0, None))),
            ("annual_cost", "$#,##0.00;($#,##0.00)", Some((Some("$"), 1.0, None))),
            ("annual_cost", "_-* #,##0.00\\ [$€-407]_-", Some((Some("EUR"), 1.0, None))),
            ("annual_cost", "#,##0", Some((None, 1.0, None))),
            ("annual_cost", "General", Some((None, 1.0, None))),
            ("annual_cost", "#,##0 \"T€\"", Some((Some("EUR"), 1000.0, None))),
            ("annual_cost", "0.0,,\"M\"", Some((None, 1.0, None))),
            ("annual_cost", "0,\" k€\"", Some((Some("EUR"), 1.0, None))),
            ("annual_cost", "0 \"per month\"", Some((None, 1.0, Some(12.0)))),
            ("annual_cost", "0 \"points\"", None),
            ("annual_cost", "0%", None),
            ("annual_cost", "0 \"zorblax\"", None),
            ("annual_volume", "0 \"Stück\"", Some((None, 1.0, None))),
            ("annual_volume", "0 \"Tsd. Stück\"", Some((None, 1000.0, None))),
            ("fte", "0.0 \"FTE\"", Some((None, 1.0, None))),
            ("fte", "0.0 \"h\"", None),
        ] {
            assert_eq!(of(attribute, format), expected, "{attribute} {format}");
        }
    }
}
