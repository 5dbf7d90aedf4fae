//! Numbers that stand in a table as texts, as exports leave them.

/// A number as it is written, in either convention: what a row adds up proves that it was read rightly.
pub(super) fn written_number(text: &str) -> Option<f64> {
    const LONGEST: usize = 24;
    const THOUSANDS: usize = 3;
    let text = text.trim();
    if text.is_empty() || text.len() > LONGEST || !text.bytes().all(|b| b.is_ascii_digit() || b"-., '".contains(&b)) {
        return None;
    }
    let mut plain: String = text.chars().filter(|c| !" '".contains(*c)).collect();
    if let Some(at) = plain.rfind(['.', ',']) {
        let (mark, behind) = (plain.as_bytes()[at], plain.len() - at - 1);
        let is_one_of_two = plain.bytes().any(|b| b".,".contains(&b) && b != mark);
        let is_alone = plain.bytes().filter(|b| *b == mark).count() == 1;
        let is_decimal = is_alone && (is_one_of_two || behind != THOUSANDS);
        let (whole, decimals) = plain.split_at(at);
        let whole = whole.replace(['.', ','], "");
        plain = format!("{whole}{}{}", if is_decimal { "." } else { "" }, &decimals[1..]);
    }
    plain.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_in_either_convention() {
        for (text, expected) in [
            ("4,5", Some(4.5)),
            ("1,234", Some(1234.0)),
            ("1.234,5", Some(1234.5)),
            ("1,234,567", Some(1_234_567.0)),
            ("1'200", Some(1200.0)),
            ("-3.25", Some(-3.25)),
            ("3 a", None),
            ("", None),
            ("1-2", None),
        ] {
            assert_eq!(written_number(text), expected, "{text}");
        }
    }
}
