//! The sheets that list functions, a line each.

use super::{changes, review, risks, verdicts};
use crate::language::Language;
use crate::report::words::messages::Messages;

/// Whether a text is a header of a list of functions that a run in any language writes.
pub fn is_list_header(text: &str) -> bool {
    Language::ALL.into_iter().any(|language| {
        let say = Messages::of(language);
        let of = [&verdicts::headers(&say)[..], &review::headers(&say), &risks::headers(&say), &changes::headers(&say)];
        of.iter().any(|headers| headers.contains(&text))
    })
}
