//! Rows of an assessed workbook that somebody has copied: one function, on which each of them may decide.

use std::collections::HashMap;

use super::earlier::{Earlier, EarlierFunction, EarlierRow};
use crate::codes::Code;
use crate::language::Language;
use crate::problem::Problem;
use crate::rulebook::text::fold;

impl Earlier {
    /// The same run with one row for each function: the first, with what its copies add to it. Where they decide otherwise, it
    /// counts, with a mark, and that is said.
    #[must_use]
    pub fn without_copied_rows(mut self, language: Language) -> Earlier {
        let mut by_key: HashMap<(String, String), usize> = HashMap::new();
        let mut by_name: HashMap<String, Vec<usize>> = HashMap::new();
        let mut functions: Vec<EarlierFunction> = Vec::with_capacity(self.functions.len());
        for function in std::mem::take(&mut self.functions) {
            let name = fold(&function.name);
            let key = Some((function.key.clone(), name.clone())).filter(|_| is_keyed(&function));
            let of_name = by_name.entry(name).or_default();
            let first = key.as_ref().and_then(|key| by_key.get(key)).copied().or_else(|| match of_name.as_slice() {
                [only] => Some(*only).filter(|only| is_copy_without_key(&function, &functions[*only])),
                _ => None,
            });
            by_key.extend(key.map(|key| (key, first.unwrap_or(functions.len()))));
            if let Some(first) = first {
                self.unread.extend(functions[first].take_over(function, language));
            } else {
                of_name.push(functions.len());
                functions.push(function);
            }
        }
        Earlier { functions, ..self }
    }
}

/// Whether a row is a function's, and has its key.
fn is_keyed(function: &EarlierFunction) -> bool {
    !function.key.is_empty() && function.kind == EarlierRow::Function
}

/// Whether a row is a copy of the only one above it that is called so: one of the two has lost its key, and all else is the same.
fn is_copy_without_key(function: &EarlierFunction, first: &EarlierFunction) -> bool {
    let is_same = |text: fn(&EarlierFunction) -> &str| fold(text(function)) == fold(text(first));
    let are_functions = [function, first].iter().all(|row| row.kind == EarlierRow::Function);
    are_functions
        && is_keyed(function) != is_keyed(first)
        && is_same(|row| &row.id)
        && is_same(|row| &row.department)
        && is_same(|row| &row.source)
}

impl EarlierFunction {
    /// Takes over what was decided in a copy of its row; gives what is to be said where that is something else.
    fn take_over(&mut self, copy: EarlierFunction, language: Language) -> Option<Problem> {
        if self.key.is_empty() {
            self.key = copy.key;
        }
        let other = copy.decision?;
        let Some(own) = self.decision.take() else {
            (self.decision, self.place, self.shown) = (Some(other), copy.place, copy.shown);
            return None;
        };
        if let Some(both) = own.together(&other) {
            self.decision = Some(both);
            return None;
        }
        let message = format!(
            "what was decided on `{}` differs: `{}` in row {} counts, and row {}, which is a copy of it, has `{}`",
            self.name,
            own.shown(Language::En),
            self.row,
            copy.row,
            other.shown(Language::En)
        );
        self.decision = Some(own.marked_against(&other, language));
        let problem = Problem::warning(Code::DecisionsDiffer, copy.place, message);
        Some(problem.help("decide which one is meant, and empty its cell in the column `Check`"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::problem::Place;

    fn row(kind: EarlierRow, key: &str, name: &str, department: &str) -> EarlierFunction {
        EarlierFunction {
            kind,
            row: "2".into(),
            place: Place::file("assessed.xlsx"),
            id: String::new(),
            name: name.into(),
            department: department.into(),
            source: String::new(),
            verdict: None,
            score: None,
            evidence: Vec::new(),
            decision: None,
            key: key.into(),
            contents: None,
            shown: None,
        }
    }

    #[test]
    fn a_row_is_a_copy_by_its_key_or_by_all_that_it_says() {
        use EarlierRow::{Function, NoFunction};
        let payroll = row(Function, "2", "Payroll", "HR");
        for (second, is_copy) in [
            (row(Function, "2", "Payroll", "HR"), true),
            (row(Function, "2", "PAYROLL", "IT"), true),
            (row(Function, "3", "Payroll", "HR"), false),
            (row(Function, "2", "Tax", "HR"), false),
            // One that was copied without its key.
            (row(Function, "", "Payroll", "hr"), true),
            (row(Function, "", "Payroll", "IT"), false),
            (row(NoFunction, "", "Payroll", "HR"), false),
        ] {
            let earlier = Earlier { functions: vec![payroll.clone(), second.clone()], ..Earlier::default() };
            let count = earlier.without_copied_rows(Language::En).functions.len();
            assert_eq!(count == 1, is_copy, "{second:?}");
        }
        // Without any key nothing tells two functions of one name from copies.
        let functions = vec![row(Function, "", "Payroll", "HR"); 2];
        let earlier = Earlier { functions, ..Earlier::default() };
        assert_eq!(earlier.without_copied_rows(Language::En).functions.len(), 2);
    }
}
