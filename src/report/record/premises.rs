//! What two runs were told otherwise, as it stands in the record.

use crate::changes::{Premises, Told};

/// What two runs were told otherwise.
#[derive(serde::Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(super) struct PremisesFound<'a> {
    /// The options that the earlier run alone was told, such as `--assume control=low`.
    before: Vec<String>,
    /// The options that this run alone is told.
    now: Vec<String>,
    /// The files of answers that both runs read, and whose bytes differ.
    answers_changed: &'a [String],
    /// The weights and thresholds that differ: `weights.control 2 → 1`.
    figures: &'a [String],
}

impl<'a> From<&'a Premises> for PremisesFound<'a> {
    fn from(premises: &'a Premises) -> Self {
        let typed = |told: &[Told]| told.iter().map(|told| format!("--{} {}", told.option, told.value)).collect();
        PremisesFound {
            before: typed(&premises.before),
            now: typed(&premises.now),
            answers_changed: &premises.answers_changed,
            figures: &premises.figures,
        }
    }
}
