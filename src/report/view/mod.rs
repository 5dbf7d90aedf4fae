//! What to say about a run: every list, figure and sentence, before anyone draws it.

pub(crate) mod called;
pub mod checked;
pub mod compose;
pub mod dashboard;
pub mod explanation;
pub(crate) mod candidates;
pub(crate) mod findings;
pub(crate) mod grouped;
pub(crate) mod headline;
pub mod heat_map;
pub(crate) mod judged;
pub(crate) mod kept;
pub mod listed;
pub mod live;
pub(crate) mod reference;
pub mod report;
pub(crate) mod names;
pub mod risks;
pub(crate) mod places;
pub(crate) mod since;
pub(crate) mod sureness;
pub(crate) mod scenarios;
pub(crate) mod history;
mod totals;
