//! The table at the end of several runs.

use std::fmt::Write;

use super::text::bold;
use crate::assessment::Verdict;
use crate::problem::printable;
use crate::report::words::figures::{count, grouped};

/// What became of one inventory.
#[derive(Clone, Debug)]
pub struct RunLine<'a> {
    /// The file.
    pub input: &'a str,
    /// How many functions there are, and how many with each verdict; none where it was not assessed.
    pub counts: Option<(usize, [usize; 4])>,
    /// The exit code of its run.
    pub code: u8,
    /// Why the code is not 0.
    pub why: String,
}

/// A line for each inventory, and one that counts them.
pub fn runs(lines: &[RunLine]) -> String {
    let name = |line: &RunLine| printable(line.input).into_owned();
    let widest = lines.iter().map(|line| name(line).chars().count()).max().unwrap_or(0).max("Inventory".len());
    let heading = |verdict: Verdict| match verdict {
        Verdict::Bpo => "BPO",
        Verdict::TraditionalOutsourcing => "Traditional",
        Verdict::Split => "Split",
        Verdict::InsufficientEvidence => "Insufficient",
    };
    let [a, b, c, d] = Verdict::ALL.map(heading);
    let mut out = String::new();
    let title = format!("{:<widest$}  {:>9}  {a:>9}  {b:>11}  {c:>9}  {d:>12}  Code", "Inventory", "Functions");
    let _ = writeln!(out, "{}", bold(&title));
    for line in lines {
        let cells = match line.counts {
            Some((all, [a, b, c, d])) => {
                let [all, a, b, c, d] = [all, a, b, c, d].map(|number| grouped(number as u64));
                format!("{all:>9}  {a:>9}  {b:>11}  {c:>9}  {d:>12}")
            }
            None => format!("{:>58}", "not assessed"),
        };
        let text = format!("{:<widest$}  {cells}  {:>4}  {}", name(line), line.code, printable(&line.why));
        let _ = writeln!(out, "{}", text.trim_end());
    }
    let assessed = lines.iter().filter(|line| line.counts.is_some()).count();
    let _ = writeln!(out, "\n{} of {} assessed", grouped(assessed as u64), count(lines.len(), "file"));
    out
}
