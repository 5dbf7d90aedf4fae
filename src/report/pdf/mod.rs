//! The PDF summary.
