//! Who is asked what: the functions that are not settled, by their departments, their owners, or whatever a column says.

use std::collections::BTreeMap;

use crate::report::view::report::Report;
use crate::rulebook::text::fold;
use crate::table::sha256_hex;

/// Functions that are asked about in one file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AskedGroup {
    /// What its functions have in common; empty where they have nothing there.
    pub name: String,
    /// The functions, in the order in which they are asked about.
    pub functions: Vec<usize>,
}

/// The functions that are not settled in groups, by an attribute or else a column; those that say nothing come last.
///
/// # Errors
/// There is no such column; what there is instead.
pub fn groups(report: &Report, by: &str) -> Result<Vec<AskedGroup>, Vec<String>> {
    let mut groups: BTreeMap<(bool, String), AskedGroup> = BTreeMap::new();
    let said = said_by(report, by).ok_or_else(|| headers(report))?;
    for &function in &report.judged.portfolio.unsettled {
        let name = said(function);
        let folded = fold(&name);
        let group = groups.entry((folded.is_empty(), folded)).or_insert(AskedGroup { name, functions: Vec::new() });
        group.functions.push(function);
    }
    Ok(groups.into_values().collect())
}

/// What tells the group of a function.
fn said_by<'r>(report: &'r Report<'r>, by: &str) -> Option<Box<dyn Fn(usize) -> String + 'r>> {
    let (rulebook, inventory) = (report.judged.rulebook, report.judged.inventory);
    let wanted = fold(by);
    let mut attributes = rulebook.attribute_ids();
    let attribute =
        attributes.find(|(_, attribute)| [&attribute.id, &attribute.name].map(|name| fold(name)).contains(&wanted));
    let has_texts = |id| (0..inventory.functions.len()).any(|function| !inventory.text(id, function).is_empty());
    if let Some(id) = attribute.map(|(id, _)| id).filter(|id| has_texts(*id)) {
        return Some(Box::new(move |function| inventory.text(id, function).into_owned()));
    }
    let column0 = inventory.columns.iter().position(|column| fold(&column.header) == wanted)? as u16;
    let table = inventory.table;
    let shown = move |function: usize| table.shown(table.value(inventory.functions[function].row0, column0));
    Some(Box::new(move |function| shown(function).trim().to_owned()))
}

fn headers(report: &Report) -> Vec<String> {
    let columns = report.judged.inventory.columns.iter();
    columns.map(|column| column.header.clone()).filter(|header| !header.is_empty()).collect()
}

impl AskedGroup {
    /// The name of its file: the same in every run, another for every group, and one that every file system takes. What such a
    /// name cannot hold is told apart by a checksum.
    pub fn file_name(&self, stem: &str) -> String {
        const LONGEST: usize = 60;
        let folded = fold(&self.name);
        if folded.is_empty() {
            return format!("{stem}-questionnaire-others.xlsx");
        }
        let safe: String = folded.chars().take(LONGEST).map(|c| if c.is_alphanumeric() { c } else { '-' }).collect();
        let is_whole = safe == folded.replace(' ', "-") && !folded.contains('-');
        let sum = if is_whole { String::new() } else { format!("-{}", &sha256_hex(folded.as_bytes())[..6]) };
        format!("{stem}-questionnaire.{safe}{sum}.xlsx")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_of_groups_are_distinct_stable_and_safe() {
        let file = |name: &str| AskedGroup { name: name.to_owned(), functions: Vec::new() }.file_name("p");
        assert_eq!(file("Human Resources"), "p-questionnaire.human-resources.xlsx");
        assert_eq!(file(" HR "), file("hr"));
        assert_eq!(file(""), "p-questionnaire-others.xlsx");
        let names =
            ["R&D", "R/D", "R-D", "R D", "../R", "Ünä", "-", "others", &"x".repeat(60), &"x".repeat(61)].map(file);
        for (at, name) in names.iter().enumerate() {
            assert!(!names[..at].contains(name), "{name}");
            assert!(!name.contains(['/', '\\', ':', '&']), "{name}");
        }
    }
}
