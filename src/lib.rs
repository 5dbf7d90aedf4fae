//! outsift

pub mod assessment;
pub mod inventory;
pub mod portfolio;
pub mod problem;
pub mod report;
pub mod rulebook;
pub mod table;
