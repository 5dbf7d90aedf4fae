//! What is known of a column besides its cells: from its header, from titles, legends and notes, from number formats, from
//! neighbouring columns, and from whoever stated it.
//!
//! All of it is parsed by one grammar, in which every word is accounted for: what is not understood is left over, and
//! beside numbers leaves these unread.

mod currencies;
mod tokens;
mod statement;
mod grammar;
mod periods;
mod polarity;
mod scales;
mod words;
mod directions;
mod remarks;
mod formats;
mod answers;

pub(super) use answers::{holds_code, is_of_function, is_word, yes_means};
pub(super) use currencies::{beside, is_unit_word, unit_beside};
pub(super) use formats::{of_format, of_unit, shows_otherwise};
pub(super) use grammar::{of_column, of_part, of_part_of_year, of_stated, of_unit_alone};
pub(super) use remarks::{About, OfScale, Remarked, names, of_remark};
pub(super) use statement::{NumberUnit, Scale, Statement, Times, is_year, quoted};
