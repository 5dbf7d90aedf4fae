//! Between which weights people differ, as `outsift weigh` writes it: `[weight_range]` with the least and the greatest weight of
//! each criterion.

use toml::de::DeValue;

use super::rules::WeightRange;
use super::toml_tables::{Loader, Table};
use crate::codes::Code;

/// The table with the least and the greatest weight of each criterion.
pub(super) const WEIGHT_RANGES: &str = "weight_range";

impl<'t> Loader<'t> {
    pub(super) fn weight_ranges(&mut self, root: &Table<'t>, criteria: &[String]) -> Vec<WeightRange> {
        let Some(table) = self.table(root, WEIGHT_RANGES) else { return Vec::new() };
        let mut ranges = Vec::new();
        for (id, value) in table.iter() {
            let Some(criterion) = self.position("criterion", criteria, id.get_ref(), id.span()) else { continue };
            let DeValue::Array(ends) = value.get_ref() else {
                self.expected(
                    value,
                    &format!("`{}` as the least and the greatest weight, such as `[0.5, 2]`", id.get_ref()),
                );
                continue;
            };
            let [least, greatest] = &ends[..] else {
                let message = format!("expected 2 weights, the least and the greatest, found {}", ends.len());
                self.report(value.span(), Code::WrongValue, message, None);
                continue;
            };
            let (least, greatest) = (self.weight(least), self.weight(greatest));
            if least > greatest {
                let message = format!("the least weight of `{}` is above the greatest", id.get_ref());
                self.report(value.span(), Code::WrongValue, message, Some("exchange the two".to_owned()));
                continue;
            }
            ranges.push(WeightRange { criterion, least, greatest });
        }
        ranges.sort_by_key(|range| range.criterion);
        ranges
    }
}

#[cfg(test)]
mod tests {
    use crate::problem::Spot;
    use crate::rulebook::load;

    #[test]
    fn ranges_of_weights_are_read_or_told_with_their_places() {
        let rulebook = load("r.toml", "[weight_range]\ncontrol = [0.5, 2]\ncost = [1, 1]\n").expect("a rulebook");
        let found: Vec<(&str, i64, i64)> = rulebook
            .weight_ranges
            .iter()
            .map(|range| (rulebook.criteria[range.criterion].id.as_str(), range.least.0, range.greatest.0))
            .collect();
        assert_eq!(found, [("cost", 1000, 1000), ("control", 500, 2000)]);
        assert_eq!(load("r.toml", rulebook.text()).expect("its text is one too").weight_ranges, rulebook.weight_ranges);
        for (line, expected) in [
            ("contrl = [1, 2]", "2:1 there is no criterion `contrl`"),
            (
                "control = 2",
                "2:11 expected `control` as the least and the greatest weight, such as `[0.5, 2]`, found `2`",
            ),
            ("control = [2]", "2:11 expected 2 weights, the least and the greatest, found 1"),
            ("control = [2, 1]", "2:11 the least weight of `control` is above the greatest"),
            ("control = [-1, 1]", "2:12 weight -1 is below 0"),
        ] {
            let problems = load("r.toml", &format!("[weight_range]\n{line}\n")).expect_err("a mistake");
            let Spot::Text { line, column } = problems[0].place.spot else { panic!("{problems:?}") };
            assert_eq!(format!("{line}:{column} {}", problems[0].message), expected);
        }
    }
}
