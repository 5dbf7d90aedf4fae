//! What the annotated workbook keeps of the looks of the inventory, and what it does not, in sentences.

use crate::report::words::messages::Messages;
use crate::table::{Lost, Reach, Table};

/// What is lost, and what looks another way; nothing for delimited text, which has no looks.
pub(crate) fn kept(say: &Messages, table: &Table) -> Vec<String> {
    let appearance = &table.appearance;
    let mut lost: Vec<String> = appearance.lost.iter().map(|(what, count)| things(say, *what, *count)).collect();
    lost.push(say.kept_never().to_owned());
    let mut sentences = match appearance.reach {
        Reach::Nothing => return Vec::new(),
        Reach::Part => vec![say.kept_part().to_owned(), say.kept_not(&say.listed(&lost))],
        Reach::Whole => vec![say.kept_not(&say.listed(&lost))],
    };
    if appearance.has_more {
        sentences.push(say.kept_most().to_owned());
    }
    if appearance.hides_rows(table.rows()) {
        sentences.push(say.kept_hidden_rows().to_owned());
    }
    if (0..table.columns()).any(|column0| appearance.is_hidden(column0)) {
        sentences.push(say.kept_hidden_columns().to_owned());
    }
    sentences
}

/// So many things of a kind.
fn things(say: &Messages, what: Lost, count: usize) -> String {
    match what {
        Lost::Pictures => say.kept_pictures(count),
        Lost::Charts => say.kept_charts(count),
        Lost::Shapes => say.kept_shapes(count),
        Lost::PivotTables => say.kept_pivot_tables(count),
        Lost::ConditionalFormats => say.kept_conditional_formats(count),
        Lost::Validations => say.kept_validations(count),
        Lost::Formulas => say.kept_formulas(count),
        Lost::Links => say.kept_links(count),
        Lost::Notes => say.kept_notes(count),
    }
}
