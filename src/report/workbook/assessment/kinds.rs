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
    Standing,
    Firm,
    /// How many reasons there are to look at the function again, shown as a flag.
    Flag,
    /// What puts the function on hold.
    Hold,
    Decision,
    DecidedBy,
    Note,
    Check,
    Review,
    /// How much of the row was changed since the run.
    Changed,
    /// The level of an attribute, to be typed over.
    Level,
    /// The evidence of a criterion.
    Evidence,
    Lowest,
    Highest,
    Coverage,
    Robustness,
    /// The same whatever the missing answers are.
    RobustnessLow,
    /// Whether the verdict holds over all weights that a group gives.
    OverGroup,
    Margin,
    Strength,
    /// Which row of the run it was, through sorting.
    Key,
    /// The level of an attribute as a number.
    Figure,
    /// The level of an attribute in the run, whatever is typed over it.
    AsRead,
    /// The level of an attribute as a scenario assumes it, where that is not the run's.
    Assumed,
    /// The level of an attribute of which scenarios assume something, in the one that is shown.
    InForce,
    /// Which of the levels are answers.
    Answered,
    /// A cell of the table that levels were read from, as it was in the run.
    AsExported,
    /// The least that the evidence of a criterion may be.
    Least,
    /// The greatest that the evidence of a criterion may be.
    Most,
    /// Whether both poles of a criterion pull.
    Torn,
    Weighted,
    WeightedLeast,
    WeightedMost,
    /// How many levels of the row are not those of the run.
    LevelsChanged,
    /// How many of the cells that levels were read from are not those of the run.
    CellsChanged,
    /// Whether weights, thresholds and levels are those of the run.
    Unchanged,
    RobustnessOfRun,
    RobustnessLowOfRun,
    MarginOfRun,
    FragileOfRun,
    OneReadingOfRun,
    /// The function's name with what tells it apart from those that share it.
    Called,
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
