//! What is judged of a function: the evidence, the score, the verdict and how undisputed it is.

use crate::language::Language;
use crate::rulebook::{AttributeId, Direction, Finding, Points, Rulebook, Threshold};
use crate::sheets::{Name, VERDICTS_CALLED};

/// One of the four outcomes for a function.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Verdict {
    /// A candidate for business process outsourcing.
    Bpo,
    /// A candidate for traditional outsourcing.
    TraditionalOutsourcing,
    /// The evidence pulls equally both ways.
    Split,
    /// Too little is known to say.
    InsufficientEvidence,
}

impl Verdict {
    /// All verdicts, in the order of every table and chart.
    pub const ALL: [Verdict; 4] =
        [Verdict::Bpo, Verdict::TraditionalOutsourcing, Verdict::Split, Verdict::InsufficientEvidence];

    /// The identifier in the record and in the rulebook.
    pub fn id(self) -> &'static str {
        match self {
            Verdict::Bpo => "bpo",
            Verdict::TraditionalOutsourcing => "traditional-outsourcing",
            Verdict::Split => "split",
            Verdict::InsufficientEvidence => "insufficient-evidence",
        }
    }

    /// What it is called in reports, in each language.
    pub fn called(self) -> Name {
        VERDICTS_CALLED[self as usize]
    }

    /// The words in files for other programs, and in messages of problems.
    pub fn name(self) -> &'static str {
        self.called().text(Language::En)
    }

    /// The verdict that points one way.
    pub fn towards(direction: Direction) -> Verdict {
        match direction {
            Direction::Bpo => Verdict::Bpo,
            Direction::Outsourcing => Verdict::TraditionalOutsourcing,
        }
    }

    /// The way that it points; none for a split or where evidence is lacking.
    pub fn direction(self) -> Option<Direction> {
        match self {
            Verdict::Bpo => Some(Direction::Bpo),
            Verdict::TraditionalOutsourcing => Some(Direction::Outsourcing),
            Verdict::Split | Verdict::InsufficientEvidence => None,
        }
    }
}

/// Whether what is missing could still turn a verdict.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// It could not: the bounds lie on the verdict's side; of a split, both are 0.
    Settled,
    /// It could: enough is known for a verdict, but the bounds reach or cross 0.
    Provisional,
    /// There is no verdict yet.
    Open,
}

impl Standing {
    /// The word for readers and for the record.
    pub fn name(self) -> &'static str {
        match self {
            Standing::Settled => "settled",
            Standing::Provisional => "provisional",
            Standing::Open => "open",
        }
    }
}

/// Why the evidence of a split comes to 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Balance {
    /// No pole of a criterion with a weight pulls.
    Neutral,
    /// What pulls one way offsets what pulls the other.
    Balanced,
}

impl Balance {
    /// The word for the record.
    pub fn name(self) -> &'static str {
        match self {
            Balance::Neutral => "neutral",
            Balance::Balanced => "balanced",
        }
    }
}

/// How undisputed a verdict with a direction is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Strength {
    /// No criterion votes the other way, and none is in conflict with itself.
    Clear,
    /// At least one does, or is.
    Contested,
    /// Of two or more criteria with a weight exactly one has evidence other than 0; this goes before contested.
    Thin,
}

impl Strength {
    /// The word for readers and for the record.
    pub fn name(self) -> &'static str {
        match self {
            Strength::Clear => "clear",
            Strength::Contested => "contested",
            Strength::Thin => "thin",
        }
    }
}

/// How many steps of readings it takes to turn a verdict: one reading by several, or several together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Margin {
    /// The least number of them, from 1 to [`Margin::MOST`].
    Steps(u8),
    /// More than that.
    More,
}

impl Margin {
    /// The most steps that are tried.
    pub const MOST: u8 = 3;
}

/// A change of one attribute that gives another verdict.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Turn {
    /// The attribute.
    pub attribute: AttributeId,
    /// Its level as it was read; none where it is missing.
    pub from: Option<Points>,
    /// The level that gives the other verdict.
    pub to: Points,
    /// The other verdict.
    pub verdict: Verdict,
}

/// Why a person should look at a function again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Review {
    /// The evidence is balanced.
    Split,
    /// Nothing pulls.
    Neutral,
    /// What is missing could still turn the verdict.
    Provisional,
    /// The score lies near 0.
    Borderline,
    /// Few weightings keep the verdict.
    Fragile,
    /// The verdict rests on one criterion alone.
    Thin,
    /// One step of one reading turns the verdict.
    OneReading,
    /// People give different levels of an attribute that decides.
    RatersDisagree,
}

impl Review {
    /// All reasons, in the order of every list.
    pub const ALL: [Review; 8] = [
        Review::Split,
        Review::Neutral,
        Review::Provisional,
        Review::Borderline,
        Review::Fragile,
        Review::Thin,
        Review::OneReading,
        Review::RatersDisagree,
    ];

    /// The words for readers and for the record.
    pub fn name(self) -> &'static str {
        match self {
            Review::Split => "split",
            Review::Neutral => "neutral",
            Review::Provisional => "provisional",
            Review::Borderline => "borderline",
            Review::Fragile => "fragile",
            Review::Thin => "thin",
            Review::OneReading => "hangs on one reading",
            Review::RatersDisagree => "raters disagree",
        }
    }
}

/// What a criterion says of a function, in points from −100 (traditional outsourcing) to +100 (BPO).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Evidence {
    /// The evidence as far as it is known.
    pub value: i8,
    /// The least that it may be once everything is known.
    pub low: i8,
    /// The greatest that it may be once everything is known.
    pub high: i8,
    /// Whether both poles pull.
    pub conflict: bool,
}

impl Evidence {
    /// Whether nothing that is missing could still change it.
    pub fn is_settled(self) -> bool {
        self.low == self.high
    }

    /// The value; none where nothing at all is known.
    pub fn known(self) -> Option<i8> {
        (self.value != 0 || self.is_settled()).then_some(self.value)
    }
}

/// The judgement on what is known of a function.
#[derive(Clone, Debug)]
pub struct Assessment {
    /// The outcome.
    pub verdict: Verdict,
    /// Whether what is missing could still turn it.
    pub standing: Standing,
    /// Of a split, whether anything pulls; none for all others.
    pub split: Option<Balance>,
    /// How undisputed it is; none for a split or where evidence is lacking.
    pub strength: Option<Strength>,
    /// Whether a score that decided lies within the rulebook's distance of 0.
    pub borderline: bool,
    /// The score.
    pub score: Score,
    /// The least that the score may be once everything is known.
    pub low: Score,
    /// The greatest that the score may be once everything is known.
    pub high: Score,
    /// The share of the possible evidence that is known, 0 to 1.
    pub coverage: f64,
    /// The share of all weightings that keep the verdict's direction by what is known, 0 to 1; none where it has none.
    pub robustness: Option<f64>,
    /// The share of them that keep it whatever the missing answers are, 0 to 1; none where it has no direction.
    pub robustness_low: Option<f64>,
    /// Whether that share is exact; else it is at least so much, as what is missing draws criteria opposite ways.
    pub is_exact: bool,
    /// Whether the verdict is the same for every weighting between the least and the greatest weights that people give; none where
    /// nobody was asked, and where it has no direction.
    pub holds_over_group: Option<bool>,
    /// Whether people give different levels of an attribute that decides.
    pub is_disputed: bool,
    /// The least relative error of all weights together that turns the score to 0; none where it has no direction.
    pub flip: Option<f64>,
    /// How many steps of readings turn it; none where evidence is lacking.
    pub margin: Option<Margin>,
    /// The single steps of single readings that turn it, by attribute; empty where evidence is lacking.
    pub turns: Vec<Turn>,
}

impl Assessment {
    /// Whether fewer weightings keep the verdict than the rulebook asks for.
    pub fn is_fragile(&self, rulebook: &Rulebook) -> bool {
        // In billionths, so that the workbook's formulas agree where a share is the threshold itself.
        let billionths = |share: f64| (share * 1e9).round() as i64;
        self.robustness.is_some_and(|share| billionths(share) < rulebook.thresholds[Threshold::Fragile] * 10_000_000)
    }

    /// Whether a person should look at it again.
    pub fn needs_review(&self, rulebook: &Rulebook) -> bool {
        Review::ALL.into_iter().any(|reason| self.is_reviewed_as(reason, rulebook))
    }

    /// Why a person should look at it again; empty where nobody need.
    pub fn review_reasons(&self, rulebook: &Rulebook) -> Vec<Review> {
        Review::ALL.into_iter().filter(|reason| self.is_reviewed_as(*reason, rulebook)).collect()
    }

    /// Whether nothing that is missing could turn it, and nobody need look at it again.
    pub fn is_firm(&self, rulebook: &Rulebook) -> bool {
        self.standing == Standing::Settled && !self.needs_review(rulebook)
    }

    fn is_reviewed_as(&self, reason: Review, rulebook: &Rulebook) -> bool {
        let is_on = |threshold| rulebook.thresholds[threshold] > 0;
        match reason {
            Review::Split => self.split == Some(Balance::Balanced) && is_on(Threshold::ReviewSplit),
            Review::Neutral => self.split == Some(Balance::Neutral) && is_on(Threshold::ReviewNeutral),
            Review::Provisional => self.standing == Standing::Provisional && is_on(Threshold::ReviewProvisional),
            // Every split is borderline: its score is 0.
            Review::Borderline => self.borderline && self.split.is_none(),
            Review::Fragile => self.is_fragile(rulebook),
            Review::Thin => self.strength == Some(Strength::Thin) && is_on(Threshold::ReviewThin),
            Review::OneReading => self.margin == Some(Margin::Steps(1)) && is_on(Threshold::ReviewOneReading),
            Review::RatersDisagree => self.is_disputed && is_on(Threshold::ReviewRatersDisagree),
        }
    }
}

/// A score as a sum of weighted evidence over the sum of weights, exactly.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Score {
    pub(super) weighted: i64,
    pub(super) weights: i64,
}

impl Score {
    /// A score of so many whole points.
    pub fn whole(points: i32) -> Score {
        Score { weighted: i64::from(points), weights: 1 }
    }

    /// The sum of the evidence, each times its weight in thousandths.
    pub fn weighted(self) -> i64 {
        self.weighted
    }

    /// The score in points, −100 to +100.
    pub fn points(self) -> f64 {
        self.weighted as f64 / self.weights as f64
    }

    /// The score as a whole number of points, halves away from 0.
    pub fn rounded(self) -> i64 {
        let magnitude = (2 * self.weighted.abs() + self.weights) / (2 * self.weights);
        magnitude * self.weighted.signum()
    }
}

/// The findings that were raised on a function, by their positions in the rulebook, which has at most 64.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct FindingSet(pub(super) u64);

impl FindingSet {
    /// Whether a finding was raised.
    pub fn holds(self, finding: usize) -> bool {
        self.0 >> finding & 1 == 1
    }

    /// The findings that were raised, in the rulebook's order, which is that of importance.
    pub fn of(self, rulebook: &Rulebook) -> impl Iterator<Item = (usize, &Finding)> {
        rulebook.findings.iter().enumerate().filter(move |(i, _)| self.holds(*i))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rulebook::load_default;

    #[test]
    fn verdicts_are_named_and_point_one_way_or_none() {
        let told = Verdict::ALL.map(|verdict| (verdict.id(), verdict.name(), verdict.direction()));
        let expected = [
            ("bpo", "BPO", Some(Direction::Bpo)),
            ("traditional-outsourcing", "Traditional outsourcing", Some(Direction::Outsourcing)),
            ("split", "Split", None),
            ("insufficient-evidence", "Insufficient evidence", None),
        ];
        assert_eq!(told, expected);
        for verdict in Verdict::ALL {
            assert!(verdict.direction().is_none_or(|direction| Verdict::towards(direction) == verdict));
        }
        let strengths = [Strength::Clear, Strength::Contested, Strength::Thin].map(Strength::name);
        assert_eq!(strengths, ["clear", "contested", "thin"]);
    }

    #[test]
    fn evidence_is_known_unless_nothing_is() {
        for ((value, low, high), settled, known) in [
            ((0, -100, 100), false, None),
            ((0, 0, 0), true, Some(0)),
            ((-100, -100, -100), true, Some(-100)),
            ((40, -20, 40), false, Some(40)),
        ] {
            let evidence = Evidence { value, low, high, conflict: false };
            assert_eq!((evidence.is_settled(), evidence.known()), (settled, known), "{evidence:?}");
        }
    }

    #[test]
    fn scores_are_sums_over_weights() {
        let score = Score { weighted: -150_000, weights: 4_000 };
        assert_eq!((score.weighted(), score.rounded()), (-150_000, -38));
        assert_eq!(score.points().to_bits(), (-37.5_f64).to_bits());
        assert_eq!(Score::whole(7).points().to_bits(), 7.0_f64.to_bits());
    }

    #[test]
    fn a_review_has_its_reasons() {
        let default = load_default();
        let mut silent = default.clone();
        for threshold in Threshold::ALL {
            silent.thresholds[threshold] = 0;
        }
        let zero = Score::whole(0);
        let base = Assessment {
            verdict: Verdict::Bpo,
            standing: Standing::Settled,
            split: None,
            strength: Some(Strength::Clear),
            borderline: false,
            score: zero,
            low: zero,
            high: zero,
            coverage: 1.0,
            robustness: Some(0.9),
            robustness_low: Some(0.9),
            is_exact: true,
            holds_over_group: None,
            is_disputed: false,
            flip: Some(0.5),
            margin: Some(Margin::Steps(2)),
            turns: Vec::new(),
        };
        let split = |split| Assessment {
            verdict: Verdict::Split,
            split: Some(split),
            strength: None,
            borderline: true,
            robustness: None,
            margin: Some(Margin::More),
            ..base.clone()
        };
        for (assessment, reasons) in [
            (base.clone(), &[][..]),
            (Assessment { standing: Standing::Provisional, ..base.clone() }, &[Review::Provisional]),
            // At the threshold of 60 % a verdict is not fragile yet.
            (Assessment { borderline: true, robustness: Some(0.6), ..base.clone() }, &[Review::Borderline]),
            (Assessment { robustness: Some(0.599_999), ..base.clone() }, &[Review::Fragile]),
            (
                Assessment { strength: Some(Strength::Thin), margin: Some(Margin::Steps(1)), ..base.clone() },
                &[Review::Thin, Review::OneReading],
            ),
            (Assessment { is_disputed: true, ..base.clone() }, &[Review::RatersDisagree]),
            (split(Balance::Balanced), &[Review::Split]),
            (split(Balance::Neutral), &[Review::Neutral]),
        ] {
            assert_eq!(assessment.review_reasons(&default), reasons, "{assessment:?}");
            assert_eq!(assessment.needs_review(&default), !reasons.is_empty(), "{assessment:?}");
            assert_eq!(assessment.is_firm(&default), reasons.is_empty(), "{assessment:?}");
            let left: Vec<Review> = reasons.iter().copied().filter(|reason| *reason == Review::Borderline).collect();
            assert_eq!(assessment.review_reasons(&silent), left, "{assessment:?}, all switched off");
        }
        let open = Assessment {
            verdict: Verdict::InsufficientEvidence,
            standing: Standing::Open,
            strength: None,
            robustness: None,
            margin: None,
            ..base
        };
        assert!(open.review_reasons(&default).is_empty() && !open.is_firm(&default));
    }
}
