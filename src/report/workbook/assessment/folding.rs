//! Which columns of the table stay in view beside the judgement: those that say which function it is.
//!
//! All others are folded away, at their addresses, and one click on the outline shows them. A narrow table stays as it is, but
//! for what the inventory hides.

use super::measures::OriginalColumn;
use crate::report::view::report::Report;

/// A table of at most so many characters leaves room for the verdicts on a laptop's screen.
const NARROW: f64 = 75.0;
/// So many characters of a wider one may stay in view.
const MOST_IN_VIEW: f64 = 84.0;

/// Marks the columns that are folded away.
pub(super) fn fold(report: &Report, columns: &mut [OriginalColumn]) {
    if columns.iter().filter(|column| !column.is_folded).map(|column| column.width).sum::<f64>() <= NARROW {
        return;
    }
    let is_hidden: Vec<bool> =
        columns.iter_mut().map(|column| std::mem::replace(&mut column.is_folded, true)).collect();
    let mut room = MOST_IN_VIEW;
    for column0 in report.identifying_columns() {
        let Some(column) = columns.get_mut(usize::from(column0)) else { continue };
        // The names are in view however wide they are.
        let fits = column.width <= room && !is_hidden[usize::from(column0)];
        if fits || column0 == report.name_column0() {
            column.is_folded = false;
            room -= column.width;
        }
    }
}

/// The stretches of positions for which something holds, each by its first and last.
pub(super) fn stretches(holds: impl Iterator<Item = bool>) -> Vec<(u16, u16)> {
    let mut stretches: Vec<(u16, u16)> = Vec::new();
    for (at, _) in (0..).zip(holds).filter(|(_, holds)| *holds) {
        match stretches.last_mut() {
            Some((_, last)) if *last + 1 == at => *last = at,
            _ => stretches.push((at, at)),
        }
    }
    stretches
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stretches_are_as_long_as_they_can_be() {
        let stretches = |marks: &str| stretches(marks.chars().map(|mark| mark == 'x'));
        assert_eq!(stretches(""), []);
        assert_eq!(stretches("x"), [(0, 0)]);
        assert_eq!(stretches(".xx.x..xxx"), [(1, 2), (4, 4), (7, 9)]);
    }
}
