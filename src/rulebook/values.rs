//! What rules are stated in: levels, weights, named numbers, directions, and the places of attributes.

/// An attribute's position in the rulebook.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct AttributeId(pub(super) usize);

impl AttributeId {
    /// Its position, for tables with a row for each attribute.
    pub fn index(self) -> usize {
        self.0
    }
}

/// A level: 0 is Low, 50 Medium, 100 High.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Points(u8);

impl Points {
    /// The bottom of every scale.
    pub const LOW: Points = Points(0);
    /// The middle of every scale, where nothing pulls.
    pub const MEDIUM: Points = Points(50);
    /// The top of every scale.
    pub const HIGH: Points = Points(100);

    /// What people answer: Low, Medium and High.
    pub const ANSWERS: [Points; 3] = [Points::LOW, Points::MEDIUM, Points::HIGH];

    /// A level from 0 to 100; none outside.
    pub fn new(value: u8) -> Option<Points> {
        (value <= 100).then_some(Points(value))
    }

    /// The level as a number, 0 to 100.
    pub fn value(self) -> u8 {
        self.0
    }

    /// The level on the scale turned round.
    #[must_use]
    pub fn opposite(self) -> Points {
        Points(100 - self.0)
    }
}

/// What is known of where an attribute stands on its scale.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Span {
    /// Nothing: it may be anywhere.
    #[default]
    Missing,
    /// Its level.
    Known(Points),
    /// People give different levels, from the lowest to the highest of these.
    Disputed(Points, Points),
}

impl Span {
    /// The least and the greatest level that it may have.
    pub fn ends(self) -> (Points, Points) {
        match self {
            Span::Missing => (Points::LOW, Points::HIGH),
            Span::Known(level) => (level, level),
            Span::Disputed(lowest, highest) => (lowest, highest),
        }
    }

    /// The level; none where it is not known.
    pub fn known(self) -> Option<Points> {
        match self {
            Span::Known(level) => Some(level),
            Span::Missing | Span::Disputed(..) => None,
        }
    }

    /// Whether the level is known.
    pub fn is_known(self) -> bool {
        matches!(self, Span::Known(_))
    }

    /// Whether people give different levels.
    pub fn is_disputed(self) -> bool {
        matches!(self, Span::Disputed(..))
    }

    /// What an answer may come to: the ends, and what lies half-way between them.
    pub fn answers(self) -> [Points; 3] {
        let (least, most) = self.ends();
        [least, Points((least.0 + most.0).div_ceil(2)), most]
    }
}

impl From<Option<Points>> for Span {
    fn from(level: Option<Points>) -> Span {
        level.map_or(Span::Missing, Span::Known)
    }
}

/// The values of a scale, each as a level: what a reading on that scale can move to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Steps(u128);

impl Steps {
    /// A scale with more values than this is finer than people mean it.
    const MOST: u32 = 11;
    /// Low, Medium and High.
    pub const ANSWERS: Steps = Steps(1 | 1 << 50 | 1 << 100);
    /// The ends, the middle, and what lies half-way between them.
    pub const QUARTERS: Steps = Steps(Steps::ANSWERS.0 | 1 << 25 | 1 << 75);

    /// The scale of these values; of more than eleven, its quarters.
    pub fn of(levels: impl IntoIterator<Item = Points>) -> Steps {
        let all = levels.into_iter().fold(0, |all, level| all | 1 << level.value());
        if u128::count_ones(all) > Steps::MOST { Steps::QUARTERS } else { Steps(all) }
    }

    /// The same scale turned round.
    #[must_use]
    pub fn opposite(self) -> Steps {
        Steps(self.0.reverse_bits() >> (u128::BITS - 101))
    }

    /// Its values, the lowest first.
    pub fn values(self) -> impl DoubleEndedIterator<Item = Points> {
        (0..=Points::HIGH.0).map(Points).filter(move |level| self.0 >> level.0 & 1 == 1)
    }

    /// The next value below a level, which need not be on the scale; none below the lowest.
    pub fn below(self, level: Points) -> Option<Points> {
        let lower = self.0 & ((1 << level.value()) - 1);
        lower.checked_ilog2().map(|at| Points(at as u8))
    }

    /// The next value above a level, which need not be on the scale; none above the highest.
    pub fn above(self, level: Points) -> Option<Points> {
        let higher = self.0 >> level.value() >> 1;
        (higher != 0).then(|| Points(level.value() + 1 + higher.trailing_zeros() as u8))
    }
}

/// A weight in thousandths, never below 0. Whole numbers, so that scores are exact.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Weight(pub i64);

/// A named number.
#[derive(Clone, Debug, PartialEq)]
pub struct Setting {
    /// Its name in the rulebook.
    pub name: String,
    /// Its value, in the unit of whatever is compared with it.
    pub value: f64,
}

/// One of the two ways to hand work to somebody else.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Direction {
    /// Business process outsourcing.
    Bpo,
    /// Traditional outsourcing.
    Outsourcing,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_go_to_the_next_value_of_a_scale() {
        let levels = |levels: &[u8]| levels.iter().copied().filter_map(Points::new).collect::<Vec<_>>();
        let of_five = Steps::of(levels(&[0, 25, 50, 75, 100]));
        let of_ten = Steps::of(levels(&[0, 11, 22, 33, 44, 56, 67, 78, 89, 100]));
        let of_hundred = Steps::of((0..=100).filter_map(Points::new));
        assert_eq!((of_five, of_hundred), (Steps::QUARTERS, Steps::QUARTERS));
        for (steps, level, below, above) in [
            (Steps::ANSWERS, 0, None, Some(50)),
            (Steps::ANSWERS, 50, Some(0), Some(100)),
            (Steps::ANSWERS, 100, Some(50), None),
            (of_five, 100, Some(75), None),
            (of_five, 63, Some(50), Some(75)),
            (of_ten, 100, Some(89), None),
            (of_ten, 44, Some(33), Some(56)),
            (of_hundred, 60, Some(50), Some(75)),
            (Steps::default(), 60, None, None),
        ] {
            let level = Points(level);
            let found = (steps.below(level).map(Points::value), steps.above(level).map(Points::value));
            assert_eq!(found, (below, above), "{level:?} on {steps:?}");
        }
        assert_eq!(Steps::of(levels(&[0, 10, 100])).opposite(), Steps::of(levels(&[0, 90, 100])));
    }
}
