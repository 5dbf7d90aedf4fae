//! Whether the totals of the inventory are the sums of its functions, in sentences.

use crate::inventory::Inventory;
use crate::problem::column_letters;
use crate::report::words::messages::Messages;
use crate::rulebook::Rulebook;

/// The most totals of a column that are named.
const MOST: usize = 3;

/// What the totals of cost and people come to, in a sentence for each column, or for each total that is off.
pub(crate) fn totals(say: &Messages, rulebook: &Rulebook, inventory: &Inventory) -> Vec<String> {
    let roles = [rulebook.roles.annual_cost, rulebook.roles.fte].into_iter().flatten();
    let mut sentences = Vec::new();
    for of_column in inventory.totals(&roles.collect::<Vec<_>>()) {
        let attribute = inventory.columns[usize::from(of_column.column0)].attribute;
        let name = attribute.map_or(String::new(), |id| say.inside(&rulebook.attribute(id).name));
        let column = say.totals_column(&name, &column_letters(of_column.column0));
        let off = &of_column.off;
        if off.is_empty() {
            sentences.push(say.totals_equal(of_column.compared, &column));
        }
        for total in &off[..off.len().min(MOST)] {
            let (row, difference) = (inventory.table.row_shown(total.row0), total.stated - total.sum);
            let [stated, off_by, sum] = [total.stated, difference.abs(), total.sum].map(|number| say.number(number));
            let is_less = usize::from(difference < 0.0);
            sentences.push(say.totals_differ(&column, &row, &stated, &off_by, is_less, &sum));
        }
        if off.len() > MOST {
            sentences.push(say.totals_more(&column));
        }
    }
    sentences
}
