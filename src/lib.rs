//! outsift

pub mod problem;
pub mod assessment;
pub mod report;
