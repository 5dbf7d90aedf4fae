//! How portfolios stood in one run after the other, on the terminal.

use std::fmt::Write;

use super::text::bold;
use crate::own_files::history::RunFigures;
use crate::problem::printable;
use crate::report::words::messages::Messages;

/// A table for each portfolio, and what has moved from its first run to its last.
pub fn history<'h>(say: &Messages, portfolios: impl IntoIterator<Item = (&'h str, &'h [RunFigures])>) -> String {
    let mut out = String::new();
    for (name, runs) in portfolios {
        let between = if out.is_empty() { "" } else { "\n" };
        let _ = writeln!(out, "{between}{}", bold(&printable(name)));
        let (date, functions, bpo, outsourcing) =
            (say.history_date(), say.runs_functions(), say.runs_bpo(), say.runs_outsourcing());
        let (split, insufficient, firm, review) =
            (say.runs_split(), say.runs_insufficient(), say.history_firm(), say.history_review());
        let (coverage, decided) = (say.history_coverage(), say.history_decided());
        let title = format!(
            "{date:<10}  {functions:>9}  {bpo:>7}  {outsourcing:>11}  {split:>7}  {insufficient:>12}  {firm:>7}  {review:>9}  \
             {coverage:>8}  {decided:>7}"
        );
        let _ = writeln!(out, "{}", bold(&title));
        for run in runs {
            let [bpo, outsourcing, split, insufficient] = run.verdicts().map(|count| say.whole(count as u64));
            let [functions, review, decided] = [run.functions, run.review, run.decisions].map(|n| say.whole(n as u64));
            let firm = run.firm.map_or(String::new(), |firm| say.whole(firm as u64));
            let coverage = say.figure_percent(&run.coverage_percent.to_string());
            let _ = writeln!(
                out,
                "{:<10}  {functions:>9}  {bpo:>7}  {outsourcing:>11}  {split:>7}  {insufficient:>12}  {firm:>7}  {review:>9}  \
                 {coverage:>8}  {decided:>7}",
                printable(&run.date)
            );
        }
        if let [first, .., last] = runs {
            let _ = writeln!(out, "\n{}", moved(say, first, last));
        }
    }
    out
}

/// What has moved between two runs, in a sentence.
fn moved(say: &Messages, first: &RunFigures, last: &RunFigures) -> String {
    let from_to = |name: &str, from: usize, to: usize| {
        let name = if name == say.runs_bpo() { name.to_owned() } else { say.inside(name) };
        (from != to).then(|| format!("{name} {} → {}", say.whole(from as u64), say.whole(to as u64)))
    };
    let names = [say.runs_bpo(), say.runs_outsourcing(), say.runs_split(), say.runs_insufficient()];
    let verdicts = names.into_iter().zip(first.verdicts().into_iter().zip(last.verdicts()));
    let mut parts: Vec<String> = from_to(say.runs_functions(), first.functions, last.functions).into_iter().collect();
    parts.extend(verdicts.filter_map(|(name, (from, to))| from_to(name, from, to)));
    parts.extend(first.firm.zip(last.firm).and_then(|(from, to)| from_to(say.history_firm(), from, to)));
    parts.extend(from_to(say.history_review(), first.review, last.review));
    let (from, to) = (usize::from(first.coverage_percent), usize::from(last.coverage_percent));
    parts.extend(from_to(say.history_coverage(), from, to).map(|part| say.figure_percent(&part)));
    parts.extend(from_to(say.history_decided(), first.decisions, last.decisions));
    let what = if parts.is_empty() { say.history_nothing().to_owned() } else { parts.join(", ") };
    say.history_moved(&first.date, &last.date, &what)
}
