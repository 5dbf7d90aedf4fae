//! Figures, counts and dates as readers read them: sentence-sized, right for 0, 1 and many.

use crate::inventory::Inventory;
pub(crate) use crate::inventory::grouped;
use crate::portfolio::Totals;

/// A signed whole number with a true minus: `+75`, `0`, `−50`.
pub(crate) fn signed(points: i64) -> String {
    match points {
        1.. => format!("+{points}"),
        0 => "0".to_owned(),
        ..0 => format!("\u{2212}{}", points.unsigned_abs()),
    }
}

/// A number with separators and at most two decimals: `1,234.5`.
pub(crate) fn number(value: f64) -> String {
    let hundredths = (value.abs() * 100.0).round();
    if hundredths >= 1e17 {
        return format!("{value:e}");
    }
    let hundredths = hundredths as u64;
    let (whole, fraction) = (grouped(hundredths / 100), hundredths % 100);
    let minus = if value < 0.0 && hundredths > 0 { "\u{2212}" } else { "" };
    match fraction {
        0 => format!("{minus}{whole}"),
        _ if fraction % 10 == 0 => format!("{minus}{whole}.{}", fraction / 10),
        _ => format!("{minus}{whole}.{fraction:02}"),
    }
}

/// How many decimals the figures of a column need: none where all are whole, or so much that a part of one is nothing.
pub(crate) fn precision(mut figures: impl Iterator<Item = f64>) -> usize {
    usize::from(figures.any(|figure| (figure - figure.round()).abs() >= 0.05 && figure < 10_000.0))
}

/// A figure of a column, with as many decimals as all others in it.
pub(crate) fn fixed(figure: f64, decimals: usize) -> String {
    if decimals == 0 {
        return number(figure.round());
    }
    let tenths = (figure.abs() * 10.0).round() as u64;
    let minus = if figure < 0.0 && tenths > 0 { "\u{2212}" } else { "" };
    format!("{minus}{}.{}", grouped(tenths / 10), tenths % 10)
}

/// A count and its noun: `1 function`, `60 functions`.
pub(crate) fn count(number: usize, noun: &str) -> String {
    let ending = match noun {
        _ if number == 1 => "",
        _ if noun.ends_with("ss") => "es",
        _ => "s",
    };
    format!("{} {noun}{ending}", grouped(number as u64))
}

/// A share in whole per cent; never 0 or 100 for what is more than nothing or less than all.
pub(crate) fn percent(share: f64) -> String {
    if share > 0.0 && share < 0.01 {
        "<1 %".to_owned()
    } else if share < 1.0 && share > 0.99 {
        ">99 %".to_owned()
    } else {
        // What is rounded to nothing has no sign.
        let whole = format!("{:.0}", share * 100.0);
        format!("{} %", if whole == "-0" { "0" } else { &whole })
    }
}

/// Money in full, for tables: `$6,200,000`, `1,234 CHF`, `1,234`.
pub(crate) fn money(amount: f64, currency: &str) -> String {
    with_currency(&number(amount.round()), currency)
}

/// Money in three digits or so, for prose and charts: `$6.2M`, `€870k`.
pub(crate) fn short_money(amount: f64, currency: &str) -> String {
    let magnitude = amount.abs();
    let (unit, letter) = match magnitude {
        // From where it would be rounded up to the next unit.
        999_500_000.0.. => (1e9, "bn"),
        999_500.0.. => (1e6, "M"),
        9_999.5.. => (1e3, "k"),
        _ => (1.0, ""),
    };
    let scaled = amount / unit;
    let digits = if letter.is_empty() || scaled.abs() >= 99.95 {
        number(scaled.round())
    } else {
        number((scaled * 10.0).round() / 10.0)
    };
    with_currency(&format!("{digits}{letter}"), currency)
}

fn with_currency(digits: &str, currency: &str) -> String {
    let sign = match currency {
        "USD" => "$",
        "EUR" => "€",
        "GBP" => "£",
        "JPY" => "¥",
        "INR" => "₹",
        // A bare sign stands for several countries' money, and stays as it was.
        "$" | "¥" => currency,
        "" => return digits.to_owned(),
        code => return format!("{digits} {code}"),
    };
    match digits.strip_prefix('\u{2212}') {
        Some(positive) => format!("\u{2212}{sign}{positive}"),
        None => format!("{sign}{digits}"),
    }
}

/// Annual cost, one amount a currency; empty where none is known.
pub(crate) fn costs(inventory: &Inventory, totals: &Totals, shown: fn(f64, &str) -> String) -> String {
    if totals.with_cost == 0 {
        return String::new();
    }
    let amounts = totals.cost.iter().zip(&inventory.currencies).filter(|(amount, _)| **amount != 0.0);
    let amounts: Vec<String> = amounts.map(|(amount, currency)| shown(*amount, currency)).collect();
    match (amounts.is_empty(), inventory.currencies.as_slice()) {
        (true, [only]) => shown(0.0, only),
        (true, _) => "0".to_owned(),
        (false, _) => amounts.join(" + "),
    }
}

/// A text at the beginning of a sentence.
pub(crate) fn upper_first(text: &str) -> String {
    let mut characters = text.chars();
    characters.next().map_or(String::new(), |first| first.to_uppercase().chain(characters).collect())
}

/// A name inside a sentence: `Strategic value` becomes `strategic value`, and `People (FTE)` `people (FTE)`.
pub(crate) fn lower_first(name: &str) -> String {
    let mut characters = name.chars();
    match (characters.next(), characters.clone().next()) {
        // An acronym keeps its capitals.
        (Some(_), Some(second)) if second.is_uppercase() => name.to_owned(),
        (Some(first), _) => first.to_lowercase().chain(characters).collect(),
        (None, _) => String::new(),
    }
}

/// A text on one line, as a terminal can take it: without line breaks and control characters.
pub(crate) fn one_line(text: &str) -> String {
    let words = text.split(|c: char| c.is_whitespace() || c.is_control()).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join(" ")
}

/// A text cut to at most so many characters, at the end of a word where one is near.
pub(crate) fn shortened(text: &str, most: usize) -> String {
    if text.chars().count() <= most {
        return text.to_owned();
    }
    let cut: String = text.chars().take(most.saturating_sub(1)).collect();
    let cut = match cut.rfind(' ') {
        Some(space) if space > cut.len() * 2 / 3 => &cut[..space],
        _ => cut.as_str(),
    };
    format!("{}…", cut.trim_end_matches([' ', ',', ';']))
}

/// The name of a sheet; Excel takes so many characters, others any number.
pub(crate) fn sheet_name(name: &str) -> String {
    shortened(name, 31)
}

/// A header cut to at most so many characters: of one with several rows the groups above are cut, and the lowest kept.
pub(crate) fn shortened_header(header: &str, most: usize) -> String {
    const BETWEEN: &str = " / ";
    const LEAST: usize = 8;
    let header = one_line(header);
    let Some((groups, lowest)) = header.rsplit_once(BETWEEN) else { return shortened(&header, most) };
    match most.saturating_sub(lowest.chars().count() + BETWEEN.len()) {
        _ if header.chars().count() <= most => header,
        left if left < LEAST => shortened(lowest, most),
        left => format!("{}{BETWEEN}{lowest}", shortened(groups, left)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_read_well() {
        for (found, expected) in [
            (signed(75), "+75"),
            (signed(-50), "\u{2212}50"),
            (signed(0), "0"),
            (number(1234.5), "1,234.5"),
            (number(-0.25), "\u{2212}0.25"),
            (number(12.0), "12"),
            (count(1, "function"), "1 function"),
            (count(0, "function"), "0 functions"),
            (count(2000, "loss"), "2,000 losses"),
            (percent(0.0), "0 %"),
            (percent(0.004), "<1 %"),
            (percent(0.996), ">99 %"),
            (percent(1.0), "100 %"),
            (percent(0.605), "60 %"),
            (money(6_200_000.4, "USD"), "$6,200,000"),
            (money(-1234.0, "CHF"), "\u{2212}1,234 CHF"),
            (short_money(6_240_000.0, "USD"), "$6.2M"),
            (short_money(999_600.0, "EUR"), "€1M"),
            (short_money(870_400.0, "EUR"), "€870k"),
            (short_money(41_200_000.0, ""), "41.2M"),
            (short_money(9_000.0, "GBP"), "£9,000"),
            (short_money(-25_000.0, "GBP"), "\u{2212}£25k"),
            (lower_first("Strategic value"), "strategic value"),
            (lower_first("ESG fit"), "ESG fit"),
            (shortened("Accounts payable and receivable", 20), "Accounts payable…"),
            (shortened_header("Rated by the department 2026 / Expertise", 30), "Rated by the… / Expertise"),
            (shortened_header("Rated by the department 2026 / Expertise needed here", 30), "Expertise needed here"),
            (shortened_header("Rated by all / How much expertise is needed", 30), "How much expertise is needed"),
            (shortened_header("Rated / Expertise", 30), "Rated / Expertise"),
            (one_line("Contact\r\n  center \u{1b}[2J"), "Contact center [2J"),
        ] {
            assert_eq!(found, expected);
        }
    }
}
