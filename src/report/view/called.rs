//! What each function is called where others are listed beside it: its name, and what tells it apart from those that share it.

use std::collections::HashMap;

use crate::inventory::Inventory;
use crate::report::words::messages::Messages;
use crate::rulebook::Rulebook;
use crate::rulebook::text::fold;

/// The names that several functions share.
#[derive(Debug, Default)]
pub(crate) struct Called {
    /// How many functions go by a name, folded; only those that several share.
    shared: HashMap<String, usize>,
}

impl Called {
    pub(crate) fn of(inventory: &Inventory) -> Called {
        if inventory.repeated.names == 0 {
            return Called::default();
        }
        let mut shared: HashMap<String, usize> = HashMap::new();
        for function in 0..inventory.functions.len() {
            *shared.entry(fold(&inventory.name(function))).or_default() += 1;
        }
        shared.retain(|_, functions| *functions > 1);
        Called { shared }
    }

    /// Whether any name is shared.
    pub(crate) fn any(&self) -> bool {
        !self.shared.is_empty()
    }

    /// The name of a function, with its id, or else its department, its location or its row where others share it.
    pub(crate) fn name(&self, say: &Messages, rulebook: &Rulebook, inventory: &Inventory, function: usize) -> String {
        let name = inventory.name(function);
        if !self.any() || !self.shared.contains_key(&fold(&name)) {
            return name.into_owned();
        }
        let roles = [rulebook.roles.id, rulebook.roles.department, rulebook.roles.location];
        let told = roles.into_iter().map(|role| inventory.role(role, function)).find(|text| !text.trim().is_empty());
        match told {
            Some(text) => format!("{name} ({})", text.trim()),
            None => {
                let row = inventory.table.row_shown(inventory.functions[function].row0);
                format!("{name} ({})", say.header_row(&row))
            }
        }
    }
}
