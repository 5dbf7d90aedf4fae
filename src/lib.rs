//! outsift

pub mod assessment;
pub mod problem;
pub mod report;
pub mod rulebook;
pub mod table;
