//! The table at the end of several runs.

use std::fmt::Write;

use super::text::bold;
use crate::assessment::Verdict;
use crate::problem::printable;
use crate::report::words::messages::Messages;

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
pub fn runs(say: &Messages, lines: &[RunLine]) -> String {
    let name = |line: &RunLine| printable(line.input).into_owned();
    let names = lines.iter().map(name).chain([say.runs_inventory().to_owned()]);
    let widest = names.map(|name| name.chars().count()).max().unwrap_or(0);
    let heading = |verdict: Verdict| match verdict {
        Verdict::Bpo => say.runs_bpo(),
        Verdict::TraditionalOutsourcing => say.runs_outsourcing(),
        Verdict::Split => say.runs_split(),
        Verdict::InsufficientEvidence => say.runs_insufficient(),
    };
    let [a, b, c, d] = Verdict::ALL.map(heading);
    let mut out = String::new();
    let (inventory, functions, code) = (say.runs_inventory(), say.runs_functions(), say.runs_code());
    let title = format!("{inventory:<widest$}  {functions:>9}  {a:>9}  {b:>11}  {c:>9}  {d:>12}  {code}");
    let _ = writeln!(out, "{}", bold(&title));
    for line in lines {
        let cells = match line.counts {
            Some((all, [a, b, c, d])) => {
                let [all, a, b, c, d] = [all, a, b, c, d].map(|number| say.whole(number as u64));
                format!("{all:>9}  {a:>9}  {b:>11}  {c:>9}  {d:>12}")
            }
            None => format!("{:>58}", say.runs_not_assessed()),
        };
        let text = format!("{:<widest$}  {cells}  {:>4}  {}", name(line), line.code, printable(&line.why));
        let _ = writeln!(out, "{}", text.trim_end());
    }
    let assessed = lines.iter().filter(|line| line.counts.is_some()).count();
    let _ = writeln!(out, "\n{}", say.runs_assessed(assessed, lines.len()));
    out
}
