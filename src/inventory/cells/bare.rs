//! What a bare number of a column means, for whoever reads numbers elsewhere than in the table.

use crate::rulebook::Points;

/// What the bare numbers of a column mean.
#[derive(Clone, Debug, PartialEq)]
pub struct BareNumbers {
    /// The same for all of them.
    pub meaning: Meaning,
    /// Whether a point marks decimals in each of them; if not, `1.234` may be a thousand.
    pub has_points: bool,
}

/// What a bare number means.
#[derive(Clone, Debug, PartialEq)]
pub enum Meaning {
    /// A rating.
    Rating {
        /// The number that means least.
        bottom: f64,
        /// The number that means most.
        top: f64,
        /// Numbers that the column ties to words, with the levels of these.
        ties: Vec<(f64, Points)>,
    },
    /// A count.
    Count {
        /// What makes it a year's count.
        times: f64,
        /// A year's count below this is Low.
        low_below: f64,
        /// A year's count above this is High.
        high_above: f64,
    },
}
