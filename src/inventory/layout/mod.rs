//! Where the inventory stands: its sheet, its header, its columns and its rows.

mod series;
mod meaning;
mod how_many;
mod spellings;
mod synonyms;
pub(super) mod header_cells;
mod no_table;
mod unread;
pub(super) mod find;
mod columns;
mod channels;
mod doubtful;
mod homonyms;
mod remarks;
mod stand_in;
mod stated;
mod unit_row;
mod units_beside;
mod extent;
mod data_rows;
mod depths;
mod answering;
mod parts;
mod names;
mod other_tables;
mod ids;
mod shifted;
mod uneven;
mod filled_down;
mod below_header;
mod summaries;
pub(super) mod statistics;
pub(super) mod selected;
mod added_up;
mod words_for_values;
mod headings;
mod footers;
mod pages;
mod years;
mod several;
mod families;
mod events;
mod links;
mod parents;
pub(super) mod rows;
pub(super) mod repeated;
#[cfg(test)]
mod tests;

pub use find::Naming;

pub(super) use find::is_column;
