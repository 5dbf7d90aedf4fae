//! What is asked of people: a blank inventory, and the questions that are open.

pub mod form;
pub mod groups;
pub mod questionnaire;
pub mod weights;
