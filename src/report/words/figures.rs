//! Figures, counts and dates as readers read them: sentence-sized, right for 0, 1 and many.

use super::pieces::Messages;
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

/// How many decimals the figures of a column need: none where all are whole, or so much that a part of one is nothing.
pub(crate) fn precision(mut figures: impl Iterator<Item = f64>) -> usize {
    usize::from(figures.any(|figure| (figure - figure.round()).abs() >= 0.05 && figure < 10_000.0))
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

impl Messages {
    /// A whole number with separators: `21,480`.
    pub(crate) fn whole(&self, number: u64) -> String {
        self.separated(number)
    }

    /// A number with separators and at most two decimals: `1,234.5`.
    pub(crate) fn number(&self, value: f64) -> String {
        let hundredths = (value.abs() * 100.0).round();
        if hundredths >= 1e17 {
            return format!("{value:e}");
        }
        let hundredths = hundredths as u64;
        let (whole, fraction) = (self.whole(hundredths / 100), hundredths % 100);
        let minus = if value < 0.0 && hundredths > 0 { "\u{2212}" } else { "" };
        let mark = self.figure_decimal_mark();
        match fraction {
            0 => format!("{minus}{whole}"),
            _ if fraction % 10 == 0 => format!("{minus}{whole}{mark}{}", fraction / 10),
            _ => format!("{minus}{whole}{mark}{fraction:02}"),
        }
    }

    /// A figure of a column, with as many decimals as all others in it.
    pub(crate) fn fixed(&self, figure: f64, decimals: usize) -> String {
        if decimals == 0 {
            return self.number(figure.round());
        }
        let tenths = (figure.abs() * 10.0).round() as u64;
        let minus = if figure < 0.0 && tenths > 0 { "\u{2212}" } else { "" };
        format!("{minus}{}{}{}", self.whole(tenths / 10), self.figure_decimal_mark(), tenths % 10)
    }

    /// A share in whole per cent; never 0 or 100 for what is more than nothing or less than all.
    pub(crate) fn percent(&self, share: f64) -> String {
        if share > 0.0 && share < 0.01 {
            self.figure_percent("<1")
        } else if share < 1.0 && share > 0.99 {
            self.figure_percent(">99")
        } else {
            // What is rounded to nothing has no sign.
            let whole = format!("{:.0}", share * 100.0);
            self.figure_percent(if whole == "-0" { "0" } else { &whole })
        }
    }

    /// Money in full, for tables: `$6,200,000`, `1,234 CHF`, `1,234`.
    pub(crate) fn money(&self, amount: f64, currency: &str) -> String {
        self.with_currency(&self.number(amount.round()), currency)
    }

    /// Money in three digits or so, for prose and charts: `$6.2M`, `€870k`.
    pub(crate) fn short_money(&self, amount: f64, currency: &str) -> String {
        type Unit = fn(&Messages, &str) -> String;
        let (unit, named): (f64, Option<Unit>) = match amount.abs() {
            // From where it would be rounded up to the next unit.
            999_500_000.0.. => (1e9, Some(Messages::figure_billion)),
            999_500.0.. => (1e6, Some(Messages::figure_million)),
            9_999.5.. => (1e3, Some(Messages::figure_thousand)),
            _ => (1.0, None),
        };
        let scaled = amount / unit;
        let digits = if named.is_none() || scaled.abs() >= 99.95 {
            self.number(scaled.round())
        } else {
            self.number((scaled * 10.0).round() / 10.0)
        };
        let digits = named.map_or(digits.clone(), |named| named(self, &digits));
        self.with_currency(&digits, currency)
    }

    fn with_currency(&self, digits: &str, currency: &str) -> String {
        let sign = match currency {
            "USD" => "$",
            "EUR" => "€",
            "GBP" => "£",
            "JPY" => "¥",
            "INR" => "₹",
            // A bare sign stands for several countries' money, and stays as it was.
            "$" | "¥" => currency,
            "" => return digits.to_owned(),
            code => return self.figure_money_code(digits, code),
        };
        match digits.strip_prefix('\u{2212}') {
            Some(positive) => format!("\u{2212}{}", self.figure_money_sign(positive, sign)),
            None => self.figure_money_sign(digits, sign),
        }
    }

    /// A number of people: a part of a job matters where there are few.
    pub(crate) fn people(&self, people: f64) -> String {
        self.number(if people < 10.0 { people } else { people.round() })
    }

    /// Annual cost, one amount a currency; empty where none is known.
    pub(crate) fn costs(
        &self,
        inventory: &Inventory,
        totals: &Totals,
        shown: fn(&Messages, f64, &str) -> String,
    ) -> String {
        if totals.with_cost == 0 {
            return String::new();
        }
        let amounts = totals.cost.iter().zip(&inventory.currencies).filter(|(amount, _)| **amount != 0.0);
        let amounts: Vec<String> = amounts.map(|(amount, currency)| shown(self, *amount, currency)).collect();
        match (amounts.is_empty(), inventory.currencies.as_slice()) {
            (true, [only]) => shown(self, 0.0, only),
            (true, _) => "0".to_owned(),
            (false, _) => amounts.join(" + "),
        }
    }

    /// The same in a sentence on all of some functions, of which not each may have a cost stated.
    pub(crate) fn costs_of_all(&self, inventory: &Inventory, totals: &Totals) -> String {
        let costs = self.costs(inventory, totals, Messages::short_money);
        // Of costs and earnings together, no part is the least.
        let is_sum_of_costs = !costs.is_empty() && totals.cost.iter().all(|sum| *sum >= 0.0);
        if is_sum_of_costs { self.of_all(costs, totals.with_cost, totals.functions) } else { costs }
    }

    /// A sum over all of some functions, of which so many have something to add.
    pub(crate) fn of_all(&self, sum: String, stated: usize, functions: usize) -> String {
        if stated < functions { self.at_least(&sum) } else { sum }
    }
}

/// A text at the beginning of a sentence.
pub(crate) fn upper_first(text: &str) -> String {
    let mut characters = text.chars();
    characters.next().map_or(String::new(), |first| first.to_uppercase().chain(characters).collect())
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
    use crate::language::Language;
    use crate::report::words::messages::load_messages;

    #[test]
    fn figures_are_written_as_the_messages_say() {
        let words = "figure-decimal-mark = ,\nfigure-thousands-mark = { \"\\u202F\" }\nfigure-million = { $number } Mio.\n\
                     figure-money-sign = { $number } { $sign }\nfigure-percent = { $number }%\n";
        let say = load_messages(Language::En, &[("words.ftl".to_owned(), words.to_owned())]).expect("messages");
        for (found, expected) in [
            (say.number(-1234.5), "\u{2212}1\u{202F}234,5"),
            (say.fixed(12.34, 1), "12,3"),
            (say.percent(0.996), ">99%"),
            (say.money(6_200_000.4, "USD"), "6\u{202F}200\u{202F}000 $"),
            (say.short_money(-6_240_000.0, "EUR"), "\u{2212}6,2 Mio. €"),
            (say.short_money(870_400.0, "CHF"), "870k CHF"),
            (say.map_costliest(1_200), "Only the 1\u{202F}200 costliest are shown."),
        ] {
            assert_eq!(found, expected);
        }
    }

    #[test]
    fn figures_read_well() {
        let say = Messages::default();
        for (found, expected) in [
            (signed(75), "+75"),
            (signed(-50), "\u{2212}50"),
            (signed(0), "0"),
            (say.number(1234.5), "1,234.5"),
            (say.number(-0.25), "\u{2212}0.25"),
            (say.number(12.0), "12"),
            (count(1, "function"), "1 function"),
            (count(0, "function"), "0 functions"),
            (count(2000, "loss"), "2,000 losses"),
            (say.percent(0.0), "0 %"),
            (say.percent(0.004), "<1 %"),
            (say.percent(0.996), ">99 %"),
            (say.percent(1.0), "100 %"),
            (say.percent(0.605), "60 %"),
            (say.money(6_200_000.4, "USD"), "$6,200,000"),
            (say.money(-1234.0, "CHF"), "\u{2212}1,234 CHF"),
            (say.short_money(6_240_000.0, "USD"), "$6.2M"),
            (say.short_money(999_600.0, "EUR"), "€1M"),
            (say.short_money(870_400.0, "EUR"), "€870k"),
            (say.short_money(41_200_000.0, ""), "41.2M"),
            (say.short_money(9_000.0, "GBP"), "£9,000"),
            (say.short_money(-25_000.0, "GBP"), "\u{2212}£25k"),
            (say.inside("Strategic value"), "strategic value"),
            (say.inside("ESG fit"), "ESG fit"),
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
