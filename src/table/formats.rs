//! Number formats by their codes and numbers, as all spreadsheet programs share them: what a code shows, and which codes the
//! numbers of built-in formats stand for.

/// How a date is shown where the format of the file does not say.
pub(super) const ISO_DATE: &str = "yyyy-mm-dd";
/// How a time is shown where the format of the file does not say, and a date with one.
pub(super) const ISO_TIME: &str = "hh:mm:ss";
/// See [`ISO_TIME`].
pub(super) const ISO_MOMENT: &str = "yyyy-mm-dd hh:mm:ss";
/// How a duration is shown where the format of the file does not say.
pub(super) const DURATION: &str = "[h]:mm:ss";

/// What a number is, by how it is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shown {
    /// A number.
    Number,
    /// A date, perhaps with a time.
    Date,
    /// A time of day.
    Time,
    /// A time that has passed.
    Duration,
}

impl Shown {
    /// What a code shows, by its first section.
    pub(super) fn by(code: &str) -> Shown {
        if code.eq_ignore_ascii_case("General") || code.eq_ignore_ascii_case("Standard") {
            return Shown::Number;
        }
        let (mut has_date, mut has_time, mut has_months) = (false, false, false);
        let mut letters = code.chars().peekable();
        while let Some(letter) = letters.next() {
            match letter {
                '"' => letters.by_ref().take_while(|c| *c != '"').for_each(drop),
                // What follows is shown as it is, as a gap, or filled in.
                '\\' | '_' | '*' => drop(letters.next()),
                '[' => {
                    let inner: String = letters.by_ref().take_while(|c| *c != ']').collect();
                    let mut units = inner.chars().map(|c| c.to_ascii_lowercase());
                    let first = units.next().filter(|c| "hms".contains(*c));
                    if first.is_some_and(|first| units.all(|c| c == first)) {
                        return Shown::Duration;
                    }
                }
                ';' => break,
                'y' | 'Y' | 'd' | 'D' | 'e' if letter != 'e' || !has_time => has_date |= "yYdD".contains(letter),
                'h' | 'H' | 's' | 'S' => has_time = true,
                'm' | 'M' => has_months = true,
                // `General` and `E+00` are of numbers.
                'G' | 'g' | 'E' | '0' | '#' | '?' if !has_time && !has_date && !has_months => return Shown::Number,
                _ => {}
            }
        }
        match (has_date, has_time, has_months) {
            (true, ..) | (false, false, true) => Shown::Date,
            (false, true, _) => Shown::Time,
            (false, false, false) => Shown::Number,
        }
    }
}

/// The code of a built-in format (ECMA-376, 18.8.30); those whose code depends on the language stand as what they are in most.
pub(super) fn built_in(number: u16) -> Option<&'static str> {
    Some(match number {
        0 => "General",
        1 => "0",
        2 => "0.00",
        3 => "#,##0",
        4 => "#,##0.00",
        5 => "\"$\"#,##0;\\-\"$\"#,##0",
        6 => "\"$\"#,##0;[Red]\\-\"$\"#,##0",
        7 => "\"$\"#,##0.00;\\-\"$\"#,##0.00",
        8 => "\"$\"#,##0.00;[Red]\\-\"$\"#,##0.00",
        9 => "0%",
        10 => "0.00%",
        11 => "0.00E+00",
        12 => "# ?/?",
        13 => "# ??/??",
        14 | 27..=31 | 36 | 50..=54 | 57 | 58 => "yyyy-mm-dd",
        15 => "d-mmm-yy",
        16 => "d-mmm",
        17 => "mmm-yy",
        18 => "h:mm AM/PM",
        19 => "h:mm:ss AM/PM",
        20 | 32 | 34 | 55 => "h:mm",
        21 | 33 | 35 | 56 => "h:mm:ss",
        22 => "yyyy-mm-dd h:mm",
        37 => "#,##0;(#,##0)",
        38 => "#,##0;[Red](#,##0)",
        39 => "#,##0.00;(#,##0.00)",
        40 => "#,##0.00;[Red](#,##0.00)",
        41 => "_(* #,##0_);_(* (#,##0);_(* \"-\"_);_(@_)",
        42 => "_($* #,##0_);_($* (#,##0);_($* \"-\"_);_(@_)",
        43 => "_(* #,##0.00_);_(* (#,##0.00);_(* \"-\"??_);_(@_)",
        44 => "_($* #,##0.00_);_($* (#,##0.00);_($* \"-\"??_);_(@_)",
        45 => "mm:ss",
        46 => "[h]:mm:ss",
        47 => "mm:ss.0",
        48 => "##0.0E+0",
        49 => "@",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_show_numbers_dates_times_and_durations() {
        for (code, shown) in [
            ("General", Shown::Number),
            ("General \"days\"", Shown::Number),
            ("#,##0.00", Shown::Number),
            ("0.00E+00", Shown::Number),
            ("0 \"per month\"", Shown::Number),
            ("\"days\" 0", Shown::Number),
            ("[$€-407] #,##0", Shown::Number),
            ("[Red]0", Shown::Number),
            ("_(* #,##0_)", Shown::Number),
            ("@", Shown::Number),
            ("yyyy-mm-dd", Shown::Date),
            ("[$-409]d-mmm-yy;@", Shown::Date),
            ("mmm", Shown::Date),
            ("dd/mm/yyyy hh:mm", Shown::Date),
            ("h:mm AM/PM", Shown::Time),
            ("mm:ss", Shown::Time),
            ("[h]:mm:ss", Shown::Duration),
            ("[mm]:ss", Shown::Duration),
            ("0;[h]", Shown::Number),
        ] {
            assert_eq!(Shown::by(code), shown, "{code}");
        }
    }
}
