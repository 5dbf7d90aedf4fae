//! Evidence, score and verdict.

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
}
