//! The figures of one run after the other as delimited text.

use std::io::{self, Write};

use super::as_csv::{Writer, writer};
use crate::own_files::history::RunFigures;

/// The columns; the portfolio comes first.
const COLUMNS: [&str; 13] = [
    "portfolio",
    "date",
    "functions",
    "bpo",
    "traditional_outsourcing",
    "split",
    "insufficient_evidence",
    "firm",
    "review",
    "coverage_percent",
    "decisions",
    "input_sha256",
    "rulebook_sha256",
];

/// Writes a line for each run of some portfolios.
///
/// # Errors
/// Whatever writing to `into` comes to.
pub fn write_history<'h>(
    runs: impl IntoIterator<Item = (&'h str, &'h RunFigures)>,
    into: impl Write,
) -> io::Result<()> {
    let mut out: Writer<_> = writer(into);
    out.write_record(COLUMNS)?;
    for (portfolio, run) in runs {
        let [bpo, traditional, split, insufficient] = run.verdicts().map(|count| count.to_string());
        out.write_record([
            portfolio,
            &run.date,
            &run.functions.to_string(),
            &bpo,
            &traditional,
            &split,
            &insufficient,
            &run.firm.map_or(String::new(), |firm| firm.to_string()),
            &run.review.to_string(),
            &run.coverage_percent.to_string(),
            &run.decisions.to_string(),
            &run.input_sha256,
            &run.rulebook_sha256,
        ])?;
    }
    out.flush()
}
