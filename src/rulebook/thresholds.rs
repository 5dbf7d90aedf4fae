//! The thresholds of the verdict, a row for each. The keys of a rulebook, the lines of the criteria sheet, the settings of the
//! record and the variables of the rule are all made from these; what each means to a reader is left to the reports.

use std::ops::{Index, IndexMut, RangeInclusive};

use crate::sheets::Name;

/// A line that is drawn somewhere in the judgement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Threshold {
    /// How much of the possible evidence must be known before the score's sign may decide.
    MinimumCoverage,
    /// The distance of a score from 0 within which it is borderline.
    Borderline,
    /// The share of weightings below which a verdict is fragile.
    Fragile,
    /// Whether a balanced split goes to the review.
    ReviewSplit,
    /// Whether a neutral split does.
    ReviewNeutral,
    /// Whether a verdict does that what is missing could still turn.
    ReviewProvisional,
    /// Whether a verdict does that rests on one criterion alone.
    ReviewThin,
    /// Whether a verdict does that one step of one reading turns.
    ReviewOneReading,
    /// Whether a function does on which people give different answers.
    ReviewRatersDisagree,
    /// The distance by which a score must have moved since an earlier run to be worth a line.
    NoteworthyChange,
}

/// In what a threshold is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// Per cent of a whole.
    PerCent,
    /// Points of a score.
    Points,
    /// 0 is off, and anything else on.
    Switch,
}

#[derive(Clone, Copy)]
struct Row {
    key: &'static str,
    /// Its name on the criteria sheet; none where it does not stand there, because no verdict and no review follows it.
    name: Option<Name>,
    unit: Unit,
    usual: i64,
}

/// What is known of each, in order. Made once, by the compiler, which looks the names up in the files of all languages.
static ROWS: [Row; Threshold::ALL.len()] = {
    let mut rows = [Threshold::ALL[0].stated(); Threshold::ALL.len()];
    let mut at = 1;
    while at < rows.len() {
        rows[at] = Threshold::ALL[at].stated();
        at += 1;
    }
    rows
};

impl Threshold {
    /// All thresholds, in the order of every list.
    pub const ALL: [Threshold; 10] = [
        Threshold::MinimumCoverage,
        Threshold::Borderline,
        Threshold::Fragile,
        Threshold::ReviewSplit,
        Threshold::ReviewNeutral,
        Threshold::ReviewProvisional,
        Threshold::ReviewThin,
        Threshold::ReviewOneReading,
        Threshold::ReviewRatersDisagree,
        Threshold::NoteworthyChange,
    ];
    /// What each of them may be.
    pub const RANGE: RangeInclusive<i32> = 0..=100;

    fn row(self) -> &'static Row {
        &ROWS[self as usize]
    }

    const fn stated(self) -> Row {
        const fn row(key: &'static str, name: &str, unit: Unit, usual: i64) -> Row {
            Row { key, name: Some(Name::of(name)), unit, usual }
        }
        match self {
            Threshold::MinimumCoverage => row("minimum_coverage", "threshold-coverage", Unit::PerCent, 50),
            Threshold::Borderline => row("borderline", "threshold-borderline", Unit::Points, 20),
            Threshold::Fragile => row("fragile", "threshold-fragile", Unit::PerCent, 60),
            Threshold::ReviewSplit => row("review_split", "threshold-split", Unit::Switch, 1),
            Threshold::ReviewNeutral => row("review_neutral", "threshold-neutral", Unit::Switch, 1),
            Threshold::ReviewProvisional => row("review_provisional", "threshold-provisional", Unit::Switch, 1),
            Threshold::ReviewThin => row("review_thin", "threshold-thin", Unit::Switch, 1),
            Threshold::ReviewOneReading => row("review_one_reading", "threshold-one-reading", Unit::Switch, 1),
            Threshold::ReviewRatersDisagree => {
                row("review_raters_disagree", "threshold-raters-disagree", Unit::Switch, 1)
            }
            Threshold::NoteworthyChange => Row { key: "noteworthy_change", name: None, unit: Unit::Points, usual: 20 },
        }
    }

    /// Its key in a rulebook.
    pub fn key(self) -> &'static str {
        self.row().key
    }

    /// In what it is counted.
    pub fn unit(self) -> Unit {
        self.row().unit
    }

    /// Those that can be changed on the criteria sheet, with their names there.
    pub fn on_the_sheet() -> impl Iterator<Item = (Threshold, Name)> {
        Threshold::ALL.into_iter().filter_map(|threshold| Some((threshold, threshold.row().name?)))
    }
}

/// The value of each threshold, within [`Threshold::RANGE`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Thresholds([i64; Threshold::ALL.len()]);

impl Default for Thresholds {
    fn default() -> Self {
        Thresholds(Threshold::ALL.map(|threshold| threshold.row().usual))
    }
}

impl Index<Threshold> for Thresholds {
    type Output = i64;

    fn index(&self, threshold: Threshold) -> &i64 {
        &self.0[threshold as usize]
    }
}

impl IndexMut<Threshold> for Thresholds {
    fn index_mut(&mut self, threshold: Threshold) -> &mut i64 {
        &mut self.0[threshold as usize]
    }
}
