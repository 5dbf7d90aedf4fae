//! What a group is asked to weigh: for each criterion the swing from one end to the other, in plain words.

use jiff::civil::Date;

use crate::report::words::figures::upper_first;
use crate::rulebook::Rulebook;

/// The criteria to weigh.
#[derive(Clone, Debug)]
pub struct Weighing {
    /// The day on which it was made.
    pub day: Date,
    /// The command that takes what was given.
    pub command: String,
    /// Each criterion with a direction.
    pub swings: Vec<SwingAsked>,
}

/// A criterion, from one end to the other.
#[derive(Clone, Debug)]
pub struct SwingAsked {
    /// The criterion.
    pub criterion: String,
    /// Where it speaks for traditional outsourcing.
    pub from: String,
    /// Where it speaks for BPO.
    pub to: String,
}

impl Weighing {
    /// The criteria of a rulebook.
    pub fn of(rulebook: &Rulebook, day: Date, command: String) -> Weighing {
        let swings = rulebook.weighable().map(|(_, criterion, _)| SwingAsked {
            criterion: criterion.name.clone(),
            from: upper_first(&criterion.says.outsourcing),
            to: upper_first(&criterion.says.bpo),
        });
        Weighing { day, command, swings: swings.collect() }
    }
}
