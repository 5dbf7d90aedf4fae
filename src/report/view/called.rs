//! What each function is called where others are listed beside it: its name, and what tells it apart from those that share it.

use std::collections::{HashMap, HashSet};

use crate::inventory::Inventory;
use crate::report::words::messages::Messages;
use crate::rulebook::Rulebook;
use crate::rulebook::text::fold;

/// The names that several functions share.
#[derive(Debug, Default)]
pub(crate) struct Called {
    /// The names, folded, each with what its functions have in common.
    shared: HashMap<String, Shared>,
}

/// The functions of one name.
#[derive(Clone, Copy, Debug)]
struct Shared {
    /// Whether they come from as many files or sheets as they are, so that these tell them apart.
    is_told_by_source: bool,
    /// Whether they come from several.
    has_sources: bool,
}

impl Called {
    pub(crate) fn of(inventory: &Inventory) -> Called {
        if inventory.repeated.names == 0 {
            return Called::default();
        }
        let mut functions: HashMap<String, (usize, HashSet<&str>)> = HashMap::new();
        for function in 0..inventory.functions.len() {
            let (count, sources) = functions.entry(fold(&inventory.name(function))).or_default();
            *count += 1;
            sources.extend(inventory.table.sheet_of(inventory.functions[function].row0));
        }
        let shared = functions.into_iter().filter(|(_, (count, _))| *count > 1).map(|(name, (functions, sources))| {
            let (is_told_by_source, has_sources) = (sources.len() == functions, sources.len() > 1);
            (name, Shared { is_told_by_source, has_sources })
        });
        Called { shared: shared.collect() }
    }

    /// Whether any name is shared.
    pub(crate) fn any(&self) -> bool {
        !self.shared.is_empty()
    }

    /// The name of a function where others share it: with the file or sheet that it comes from where they come from several,
    /// and with its id, or else its department, its location or its row.
    pub(crate) fn name(&self, say: &Messages, rulebook: &Rulebook, inventory: &Inventory, function: usize) -> String {
        let name = inventory.name(function);
        let shared = if self.any() { self.shared.get(&fold(&name)) } else { None };
        let Some(shared) = shared else { return name.into_owned() };
        let row0 = inventory.functions[function].row0;
        let source = inventory.table.sheet_of(row0).filter(|_| shared.has_sources);
        if let Some(source) = source.filter(|_| shared.is_told_by_source) {
            return format!("{name} ({source})");
        }
        let roles = [rulebook.roles.id, rulebook.roles.department, rulebook.roles.location];
        let told = roles.into_iter().map(|role| inventory.role(role, function)).find(|text| !text.trim().is_empty());
        match told {
            Some(text) => {
                let source = source.map_or(String::new(), |source| format!("{source}, "));
                format!("{name} ({source}{})", text.trim())
            }
            None => format!("{name} ({})", say.header_row(&inventory.table.row_shown(row0))),
        }
    }
}
