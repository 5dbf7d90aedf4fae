//! Which columns are added to the right of the original table, in their order.

/// Declares the kinds together with the list of all, so that none can be missing in it.
macro_rules! kinds {
    ($($(#[$says:meta])* $kind:ident,)*) => {
        /// What an added column holds.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub(crate) enum Kind { $($(#[$says])* $kind,)* }

        impl Kind {
            /// All of them, from left to right.
            pub(super) const ALL: &[Kind] = &[$(Kind::$kind),*];
        }
    };
}

kinds! {
    Verdict,
    Score,
    Lowest,
    Highest,
    Coverage,
    Robustness,
    /// The same whatever the missing answers are.
    RobustnessLow,
    Margin,
    Standing,
    Strength,
    /// How many reasons there are to look at the function again, shown as a flag.
    Flag,
    Review,
    Firm,
    /// What puts the function on hold.
    Hold,
    Decision,
    DecidedBy,
    Note,
    Check,
    /// The evidence of a criterion.
    Evidence,
    /// The least that the evidence of a criterion may be.
    Least,
    /// The greatest that the evidence of a criterion may be.
    Most,
    /// Whether both poles of a criterion pull.
    Torn,
    /// The evidence of a criterion in the run, whatever is typed over it.
    AsJudged,
    Weighted,
    WeightedLeast,
    WeightedMost,
    /// Whether weights, thresholds and evidence are those of the run.
    Unchanged,
    RobustnessOfRun,
    RobustnessLowOfRun,
    MarginOfRun,
    FragileOfRun,
    OneReadingOfRun,
    /// The place of the function when all are ordered by cost.
    Place,
    /// The number of the function's group on the summary.
    Group,
    /// The annual cost that the summary adds up.
    Cost,
    Reasons,
    Missing,
    Benefits,
    Risks,
    ContractTerms,
}
