//! What is judged of a function: the evidence, the score, the verdict and how undisputed it is.

use crate::rulebook::{Direction, Finding, FindingKind, Rulebook, Threshold};

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

    /// The words for a reader.
    pub fn name(self) -> &'static str {
        match self {
            Verdict::Bpo => "BPO",
            Verdict::TraditionalOutsourcing => "Traditional outsourcing",
            Verdict::Split => "Split",
            Verdict::InsufficientEvidence => "Insufficient evidence",
        }
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

/// How undisputed a verdict with a direction is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Strength {
    /// No criterion votes the other way, and none is in conflict with itself.
    Clear,
    /// At least one does, or is.
    Contested,
}

impl Strength {
    /// The word for readers and for the record.
    pub fn name(self) -> &'static str {
        match self {
            Strength::Clear => "clear",
            Strength::Contested => "contested",
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

/// The judgement on one function.
#[derive(Clone, Debug)]
pub struct Assessment {
    /// The outcome.
    pub verdict: Verdict,
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
    /// The share of all weightings that keep the verdict, 0 to 1; none where evidence is lacking.
    pub robustness: Option<f64>,
    /// The least relative error of all weights together that turns the score to 0; none where evidence is lacking.
    pub flip: Option<f64>,
    /// The benefits, risks and contract terms that were raised.
    pub findings: FindingSet,
}

impl Assessment {
    /// Whether fewer weightings keep the verdict than the rulebook asks for.
    pub fn is_fragile(&self, rulebook: &Rulebook) -> bool {
        // In billionths, so that the workbook's formulas agree where a share is the threshold itself.
        let billionths = |share: f64| (share * 1e9).round() as i64;
        self.verdict.direction().is_some()
            && self
                .robustness
                .is_some_and(|share| billionths(share) < rulebook.thresholds[Threshold::Fragile] * 10_000_000)
    }

    /// Whether a person should look at it again.
    pub fn needs_review(&self, rulebook: &Rulebook) -> bool {
        !self.review_reasons(rulebook).is_empty()
    }

    /// Why a person should look at it again: a split, a borderline or a fragile verdict; empty where nobody need.
    pub fn review_reasons(&self, rulebook: &Rulebook) -> Vec<&'static str> {
        let split = self.verdict == Verdict::Split;
        // Every split is borderline: its score is 0.
        let reasons =
            [("split", split), ("borderline", self.borderline && !split), ("fragile", self.is_fragile(rulebook))];
        reasons.into_iter().filter(|(_, holds)| *holds).map(|(reason, _)| reason).collect()
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

    /// The first finding of a kind that was raised.
    pub fn first(self, rulebook: &Rulebook, kind: FindingKind) -> Option<&Finding> {
        self.of(rulebook).map(|(_, finding)| finding).find(|finding| finding.kind == kind)
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
        assert_eq!([Strength::Clear, Strength::Contested].map(Strength::name), ["clear", "contested"]);
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
        let rulebook = load_default();
        // At the threshold of 60 % a verdict is not fragile yet.
        for (verdict, borderline, robustness, reasons) in [
            (Verdict::Bpo, false, Some(0.9), &[][..]),
            (Verdict::Bpo, true, Some(0.6), &["borderline"]),
            (Verdict::TraditionalOutsourcing, false, Some(0.599_999), &["fragile"]),
            (Verdict::TraditionalOutsourcing, true, Some(0.3), &["borderline", "fragile"]),
            (Verdict::Split, true, Some(0.0), &["split"]),
            (Verdict::InsufficientEvidence, false, None, &[]),
        ] {
            let score = Score::whole(0);
            let assessment = Assessment {
                verdict,
                strength: None,
                borderline,
                score,
                low: score,
                high: score,
                coverage: 1.0,
                robustness,
                flip: None,
                findings: FindingSet::default(),
            };
            assert_eq!(assessment.review_reasons(&rulebook), reasons, "{verdict:?}");
            assert_eq!(assessment.needs_review(&rulebook), !reasons.is_empty(), "{verdict:?}");
        }
    }
}
