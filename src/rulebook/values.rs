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
