//! The lists of functions: candidates of either kind, functions to look at again, functions without a verdict.

use crate::assessment::{Review, Standing, Verdict};
use crate::report::model::{Money, RankedLine, Ranking, Summary};
use crate::report::pdf::setting::flow::{Flow, Target};
use crate::report::pdf::setting::fonts;
use crate::report::pdf::setting::table::{self, Cell, CellPart, Column, Lead, Note, Table, styled};
use crate::report::pdf::setting::text::{CELL, CELL_QUIET, CELL_STRONG};
use crate::report::words::figures::{lower_first, number, percent, signed, upper_first};
use crate::report::words::messages::Messages;
use crate::report::words::palette::{ALERT, MUTED};

/// Adds candidates, with the main benefit and the main risk of each.
pub(crate) fn add_candidates(flow: &mut Flow, summary: &Summary, title: &str, ranking: &Ranking) {
    let sizes = sizes(ranking);
    let mut columns = first_columns(&summary.say, &sizes);
    columns.extend([Column::words(summary.say.pdf_score(), 74.0), Column::figures(summary.say.pdf_robustness(), 0.0)]);
    let split = (2 + sizes.len()).max(3);
    let notes = vec![
        Note { title: summary.say.pdf_why().to_owned(), columns: 1..split },
        Note { title: summary.say.pdf_benefit_risk().to_owned(), columns: split..columns.len() },
    ];
    add(flow, summary, title, ranking, (columns, notes), |number, line| {
        let held = styled(held(&summary.say, line), CELL);
        let findings = vec![with_sign("+", MUTED, &line.benefit), with_sign("!", ALERT, &line.risk)];
        let mut row = first_cells(number, line, &sizes);
        let why = vec![styled(&line.because, CELL), styled(&line.turns, CELL_QUIET)];
        row.extend([vec![score(line)], vec![held], why, findings]);
        row
    });
}

/// Adds functions that a person should look at again.
pub(crate) fn add_review(flow: &mut Flow, summary: &Summary) {
    let ranking = &summary.review;
    let sizes = sizes(ranking);
    let mut columns = first_columns(&summary.say, &sizes);
    columns.extend([Column::words(summary.say.pdf_score(), 74.0), Column::words(summary.say.pdf_verdict(), 0.0)]);
    let notes = vec![Note { title: summary.say.pdf_turns().to_owned(), columns: 1..columns.len() }];
    add(flow, summary, summary.say.review_heading(), ranking, (columns, notes), |number, line| {
        let verdict = vec![if line.is_neutral { table::neutral(&summary.say) } else { table::verdict(line.verdict) }];
        // What the verdict and its strength say is not said again.
        let is_split = line.verdict == Verdict::Split;
        let is_new = |reason: &&Review| match reason {
            Review::Split | Review::Neutral | Review::Thin => false,
            // That single readings turn a split is what a split is.
            Review::OneReading => !is_split,
            Review::Provisional | Review::Borderline | Review::Fragile => true,
        };
        let why: Vec<&str> = line.review.iter().filter(is_new).map(|reason| reason.name()).collect();
        let standing = joined([&why.join(", "), line.strength]);
        let turns = if standing.is_empty() {
            line.turns.clone()
        } else {
            format!("{}: {}", upper_first(&standing), lower_first(&line.turns))
        };
        let mut row = first_cells(number, line, &sizes);
        row.extend([vec![score(line)], verdict, vec![styled(&line.because, CELL), styled(turns, CELL_QUIET)]]);
        row
    });
}

/// Adds functions without a verdict, below a heading that is there.
pub(crate) fn add_insufficient(flow: &mut Flow, summary: &Summary) {
    let ranking = &summary.insufficient;
    let sizes = sizes(ranking);
    let mut columns = first_columns(&summary.say, &sizes);
    columns.push(Column::words(summary.say.pdf_possible(), 0.0));
    let notes = vec![Note { title: summary.say.pdf_missing().to_owned(), columns: 1..columns.len() }];
    add_table(flow, summary, ranking, (columns, notes), |number, line| {
        let mut row = first_cells(number, line, &sizes);
        row.extend([vec![styled(range(&summary.say, line), CELL)], vec![styled(&line.because, CELL)]]);
        row
    });
}

/// A column that says how large a function is: its header, its width, and what stands in it.
type Size = (fn(&Messages) -> &str, f32, fn(&RankedLine) -> String);

const SIZES: [Size; 2] = [
    (Messages::pdf_annual_cost, 74.0, |line| line.cost.as_ref().map_or(String::new(), Money::in_full)),
    (Messages::pdf_fte, 36.0, |line| line.fte.map_or(String::new(), number)),
];

/// The sizes that are known of some function of a list.
fn sizes(ranking: &Ranking) -> Vec<Size> {
    SIZES.into_iter().filter(|(.., size)| ranking.lines.iter().any(|line| !size(line).is_empty())).collect()
}

/// The columns that all lists of functions have; the names take up what an unknown size leaves.
fn first_columns(say: &Messages, sizes: &[Size]) -> Vec<Column> {
    let width = |sizes: &[Size]| sizes.iter().map(|(_, width, _)| width).sum::<f32>();
    let name = 122.0 + width(&SIZES) - width(sizes);
    let mut columns = vec![
        Column::figures("", 22.0),
        Column::words(say.pdf_function(), name),
        Column::words(say.pdf_department(), 98.0),
    ];
    columns.extend(sizes.iter().map(|(title, width, _)| Column::figures(title(say), *width)));
    columns
}

fn first_cells(number: usize, line: &RankedLine, sizes: &[Size]) -> Vec<Cell> {
    let mut cells = vec![
        vec![styled((number + 1).to_string(), CELL_QUIET)],
        name(&line.name, &line.id, &line.row),
        vec![styled(&line.department, CELL_QUIET)],
    ];
    cells.extend(sizes.iter().map(|(.., size)| vec![styled(size(line), CELL)]));
    cells
}

fn add(
    flow: &mut Flow,
    summary: &Summary,
    title: &str,
    ranking: &Ranking,
    (columns, notes): (Vec<Column>, Vec<Note>),
    row: impl Fn(usize, &RankedLine) -> Vec<Cell>,
) {
    if ranking.lines.is_empty() {
        return;
    }
    flow.section(title);
    add_table(flow, summary, ranking, (columns, notes), row);
}

fn add_table(
    flow: &mut Flow,
    summary: &Summary,
    ranking: &Ranking,
    (columns, notes): (Vec<Column>, Vec<Note>),
    row: impl Fn(usize, &RankedLine) -> Vec<Cell>,
) {
    if !ranking.caption.is_empty() {
        flow.caption(&ranking.caption);
    }
    let rows = ranking.lines.iter().enumerate().map(|(number, line)| row(number, line)).collect();
    let targets = ranking.lines.iter().map(|line| Target::Function(line.index)).collect();
    table::add(flow, Table { columns, notes, rows, targets });
    if ranking.more > 0 {
        flow.remark(&summary.say.rest_functions(ranking.more, summary.rest_in()));
    }
}

/// The name of a function; where it cannot be drawn in full, with what it can be looked up by.
pub(crate) fn name(name: &str, id: &str, row: &str) -> Cell {
    let key = key_instead(name, id, row).map(|key| styled(key, CELL_QUIET));
    std::iter::once(styled(name, CELL_STRONG)).chain(key).collect()
}

/// What a function can be looked up by where its name cannot be drawn in full: its id, else its row.
pub(crate) fn key_instead(name: &str, id: &str, row: &str) -> Option<String> {
    let is_drawn = fonts::not_drawn(name).next().is_none();
    (!is_drawn).then(|| if id.is_empty() { format!("row {row}") } else { id.to_owned() })
}

fn score(line: &RankedLine) -> CellPart {
    CellPart::Score { score: line.score.points(), text: signed(line.score.rounded()) }
}

/// Between which scores it may still stand once everything is known, such as `−50 to +75`.
fn range(say: &Messages, line: &RankedLine) -> String {
    say.range(&signed(line.low.rounded()), &signed(line.high.rounded()))
}

/// How well a verdict is held: by how many weightings, how undisputed, and whether what is missing could turn it.
fn held(say: &Messages, line: &RankedLine) -> String {
    let share = match (line.robustness, line.robustness_low) {
        (Some(known), Some(low)) if low < known => say.pdf_whatever(&percent(known), &percent(low)),
        (known, _) => known.map_or(String::new(), percent),
    };
    let standing = if line.standing == Standing::Provisional { line.standing.name() } else { "" };
    let hold = if line.hold.is_empty() { String::new() } else { say.pdf_on_hold(&lower_first(&line.hold)) };
    joined([&share, line.strength, standing, &hold])
}

fn with_sign(sign: &'static str, colour: crate::report::words::palette::Rgb, text: &str) -> CellPart {
    CellPart::Text { text: text.to_owned(), style: CELL, lead: Lead::Sign(sign, colour) }
}

fn joined<const N: usize>(parts: [&str; N]) -> String {
    let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    parts.join(", ")
}
