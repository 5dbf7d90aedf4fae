//! The lists of functions: candidates of either kind, and functions to look at again. The first are shown in full, the
//! others in a line each.

use crate::assessment::{Review, Standing, Verdict};
use crate::report::lists::{RankedLine, Ranking, ReasonCount};
use crate::report::model::Summary;
use crate::report::pdf::setting::flow::{Flow, Target};
use crate::report::pdf::setting::fonts;
use crate::report::pdf::setting::sheet::MEASURE;
use crate::report::pdf::setting::table::{
    self, Cell, CellPart, Column, Note, Table, plain, signed as behind, styled, within,
};
use crate::report::pdf::setting::text::{CELL, CELL_QUIET, CELL_STRONG};
use crate::report::words::figures::{precision, signed, upper_first};
use crate::report::words::messages::Messages;
use crate::report::words::palette::{ALERT, MUTED};

/// The most lines of a name, and of whatever else is as long as somebody typed it.
const LINES: usize = 2;

/// Adds the candidates for one verdict, with why, what would turn it, and the main benefit and risk of the first.
pub(crate) fn add_candidates(flow: &mut Flow, summary: &Summary, verdict: Verdict, ranking: &Ranking) {
    if ranking.lines.is_empty() {
        return;
    }
    let (say, kind) = (&summary.say, &*summary.say.inside(summary.say.verdict(verdict)));
    flow.section(&ranking.heading);
    let (first, rest) = ranking.lines.split_at(ranking.in_full);
    flow.exhibit(say, &say.ranked_in_full(first.len(), kind));
    let sizes = Sizes::of(say, &first.iter().collect::<Vec<_>>());
    let has_sourcing = first.iter().any(|line| !line.sourcing.is_empty());
    let sourcing = if has_sourcing { SOURCING } else { 0.0 };
    let mut columns = first_columns(say, &sizes, SCORE + sourcing + HELD);
    columns.push(Column::words(say.pdf_score(), SCORE));
    columns.extend(has_sourcing.then(|| Column::words(say.pdf_sourcing(), SOURCING)));
    columns.push(Column::words(say.pdf_robustness(), 0.0));
    let split = columns.len() - 2;
    let notes = vec![
        Note { title: say.pdf_why().to_owned(), columns: 1..split },
        Note { title: say.pdf_benefit_risk().to_owned(), columns: split..columns.len() },
    ];
    let row = |(number, line): (usize, &RankedLine)| {
        let mut row = first_cells(say, number, line, &sizes);
        row.push(vec![score(line)]);
        row.extend(has_sourcing.then(|| vec![styled(&line.sourcing, CELL_QUIET)]));
        let why = vec![because(say, line), styled(&line.turns, CELL_QUIET)];
        let findings = [("+", MUTED, &line.benefit), ("!", ALERT, &line.risk)];
        let findings = findings.into_iter().filter(|(.., finding)| !finding.is_empty());
        let findings = findings.map(|(sign, colour, finding)| behind(sign, colour, finding)).collect();
        row.extend([vec![styled(held(say, line), CELL)], why, findings]);
        row
    };
    let rows = first.iter().enumerate().map(row).collect();
    table::add(flow, Table { notes, targets: targets(first), named: 1, ..Table::of(columns, rows) });
    flow.source(&summary.sources.functions);
    let last = (&*say.ranked_rest(rest.len(), kind), say.pdf_how_sure());
    add_rest(flow, summary, (first.len(), &rest.iter().collect::<Vec<_>>()), last, |line| {
        let [firm, hold] = firm_or_held(say, line);
        vec![within(LINES, joined([&firm, &hold, &say.reasons(&line.review)]), CELL)]
    });
    add_more(flow, summary, ranking);
}

/// Adds functions that a person should look at again, by their reasons and then one by one.
pub(crate) fn add_review(flow: &mut Flow, summary: &Summary) {
    let Summary { review: ranking, say, .. } = summary;
    if ranking.lines.is_empty() {
        return;
    }
    flow.section(&ranking.heading);
    add_reasons(flow, summary);
    let (first, rest) = ranking.lines.split_at(ranking.in_full);
    let is_all = first.len() > 1 && rest.is_empty() && ranking.more == 0;
    let title = if is_all { say.review_in_full_all(first.len()) } else { say.review_in_full(first.len()) };
    flow.exhibit(say, &title);
    let sizes = Sizes::of(say, &first.iter().collect::<Vec<_>>());
    let mut columns = first_columns(say, &sizes, SCORE + HELD);
    columns.extend([Column::words(say.pdf_score(), SCORE), Column::words(say.pdf_verdict(), 0.0)]);
    let notes = vec![Note { title: say.pdf_turns().to_owned(), columns: 1..columns.len() }];
    let row = |(number, line): (usize, &RankedLine)| {
        let mut row = first_cells(say, number, line, &sizes);
        // Why a candidate is one stands in its list.
        let why = (line.verdict == Verdict::Split).then(|| because(say, line));
        let why = why.into_iter().chain([styled(turns(say, line), CELL_QUIET)]).collect();
        row.extend([vec![score(line)], vec![verdict(say, line)], why]);
        row
    };
    let rows = first.iter().enumerate().map(row).collect();
    table::add(flow, Table { notes, targets: targets(first), named: 1, ..Table::of(columns, rows) });
    flow.source(&summary.sources.functions);
    // The lists of candidates give the reasons of the others.
    let (splits, others): (Vec<_>, Vec<_>) = rest.iter().partition(|line| line.verdict == Verdict::Split);
    let last = (&*say.review_rest(splits.len()), say.pdf_verdict());
    add_rest(flow, summary, (ranking.in_full, &splits), last, |line| vec![verdict(say, line)]);
    if !others.is_empty() {
        flow.remark(&say.review_others(others.len()));
    }
    add_more(flow, summary, ranking);
}

/// Why functions should be looked at again, by verdict.
fn add_reasons(flow: &mut Flow, summary: &Summary) {
    let say = &summary.say;
    flow.exhibit(say, say.review_reasons());
    let columns = vec![
        Column::words(say.pdf_reason(), 96.0),
        Column::figures(say.pdf_functions(), 52.0),
        Column::words("", 90.0),
        Column::figures(say.pdf_cost(), 74.0),
        Column::words(say.pdf_meaning(), 0.0),
    ];
    let whole = summary.reasons.iter().map(|reason| reason.functions.iter().sum::<usize>()).max().unwrap_or(0);
    let row = |reason: &ReasonCount| {
        let amounts = reason.functions.map(|count| count as f64);
        vec![
            vec![styled(&reason.reason, CELL_STRONG)],
            vec![plain(say.whole(reason.functions.iter().sum::<usize>() as u64))],
            vec![CellPart::Stack { amounts, whole: whole as f64 }],
            vec![plain(&reason.cost)],
            vec![styled(&reason.meaning, CELL_QUIET)],
        ]
    };
    table::add(flow, Table::close(columns, summary.reasons.iter().map(row).collect()));
    flow.source(&summary.sources.judged);
}

/// Adds the functions that are not shown in full, a line each.
fn add_rest(
    flow: &mut Flow,
    summary: &Summary,
    (before, rest): (usize, &[&RankedLine]),
    (shows, last): (&str, &str),
    last_cell: impl Fn(&RankedLine) -> Cell,
) {
    if rest.is_empty() {
        return;
    }
    let say = &summary.say;
    let sizes = Sizes::of(say, rest);
    flow.exhibit(say, shows);
    let has_department = rest.iter().any(|line| !line.department.is_empty());
    let department = if has_department { DEPARTMENT } else { 0.0 };
    let mut columns = first_columns(say, &sizes, department + FIGURE + HELD);
    if has_department {
        columns.insert(2, Column::words(say.pdf_department(), DEPARTMENT));
    }
    columns.extend([Column::figures(say.pdf_score(), FIGURE), Column::words(last, 0.0)]);
    let row = |(number, line): (usize, &&RankedLine)| {
        let mut row = first_cells(say, number, line, &sizes);
        row[1] = vec![within(LINES, shown_name(say, line), CELL_STRONG)];
        if has_department {
            row.insert(2, vec![within(LINES, &line.department, CELL_QUIET)]);
        }
        row.extend([vec![plain(signed(line.score.rounded()))], last_cell(line)]);
        row
    };
    let rows = (before..).zip(rest).map(row).collect();
    table::add(flow, Table { targets: targets(rest.iter().copied()), named: 1, ..Table::close(columns, rows) });
    flow.source(&summary.sources.functions);
}

/// Counts the functions that are not listed.
fn add_more(flow: &mut Flow, summary: &Summary, ranking: &Ranking) {
    if ranking.more > 0 {
        flow.remark(&summary.say.rest_functions(ranking.more, summary.rest_in()));
    }
}

/// The columns that say how large a function is, of those that are known of some function of a list.
struct Sizes {
    /// The width of the costs; none where none is known.
    cost: Option<f32>,
    has_fte: bool,
    /// The decimals of people.
    decimals: usize,
}

const NUMBER: f32 = 22.0;
const FTE: f32 = 38.0;
const DEPARTMENT: f32 = 96.0;
const SCORE: f32 = 74.0;
const FIGURE: f32 = 38.0;
const SOURCING: f32 = 46.0;
const HELD: f32 = 104.0;
/// The least and the most that costs take up.
const COSTS: [f32; 2] = [58.0, 96.0];

impl Sizes {
    fn of(say: &Messages, lines: &[&RankedLine]) -> Sizes {
        let widths = lines.iter().filter_map(|line| line.cost.as_ref()).map(|cost| CELL.width(&cost.in_full(say)));
        let widest = widths.reduce(f32::max);
        Sizes {
            cost: widest.map(|widest| (widest + table::GAP).clamp(COSTS[0], COSTS[1])),
            has_fte: lines.iter().any(|line| line.fte.is_some()),
            decimals: precision(lines.iter().filter_map(|line| line.fte)),
        }
    }
}

/// The columns that all lists of functions have, with so much room after them; the names take what is left.
fn first_columns(say: &Messages, sizes: &Sizes, after: f32) -> Vec<Column> {
    let fte = if sizes.has_fte { FTE } else { 0.0 };
    let name = MEASURE - NUMBER - sizes.cost.unwrap_or(0.0) - fte - after;
    let mut columns = vec![Column::figures("", NUMBER), Column::words(say.pdf_function(), name)];
    columns.extend(sizes.cost.map(|width| Column::figures(say.pdf_annual_cost(), width)));
    columns.extend(sizes.has_fte.then(|| Column::figures(say.pdf_fte(), FTE)));
    columns
}

/// The number of a function, its name above its department, and how large it is.
fn first_cells(say: &Messages, number: usize, line: &RankedLine, sizes: &Sizes) -> Vec<Cell> {
    let mut name = name(say, &line.name, &line.id, &line.row);
    name.push(within(1, &line.department, CELL_QUIET));
    let cost = line.cost.as_ref().map_or(String::new(), |cost| cost.in_full(say));
    let fte = line.fte.map_or(String::new(), |fte| say.fixed(fte, sizes.decimals));
    let mut cells = vec![vec![styled((number + 1).to_string(), CELL_QUIET)], name];
    cells.extend(sizes.cost.map(|_| vec![plain(cost)]));
    cells.extend(sizes.has_fte.then(|| vec![plain(fte)]));
    cells
}

fn targets<'l>(lines: impl IntoIterator<Item = &'l RankedLine>) -> Vec<Target> {
    lines.into_iter().map(|line| Target::Function(line.index)).collect()
}

/// Why a function has its verdict; where the same was said of one above, which.
fn because(say: &Messages, line: &RankedLine) -> CellPart {
    match line.because_of {
        Some(other) => styled(say.ranked_as_above(&(other + 1).to_string()), CELL),
        None => styled(&line.because, CELL),
    }
}

/// The name of a function; where it cannot be drawn in full, with what it can be looked up by.
pub(crate) fn name(say: &Messages, name: &str, id: &str, row: &str) -> Cell {
    let key = key_instead(say, name, id, row).map(|key| styled(key, CELL_QUIET));
    std::iter::once(within(LINES, name, CELL_STRONG)).chain(key).collect()
}

/// The same on one line.
fn shown_name(say: &Messages, line: &RankedLine) -> String {
    match key_instead(say, &line.name, &line.id, &line.row) {
        Some(key) => format!("{key} {}", line.name),
        None => line.name.clone(),
    }
}

/// What a function can be looked up by where its name cannot be drawn in full: its id, else its row.
pub(crate) fn key_instead(say: &Messages, name: &str, id: &str, row: &str) -> Option<String> {
    let is_drawn = fonts::not_drawn(name).next().is_none();
    (!is_drawn).then(|| if id.is_empty() { say.header_row(row) } else { id.to_owned() })
}

fn verdict(say: &Messages, line: &RankedLine) -> CellPart {
    if line.is_neutral { table::neutral(say) } else { table::verdict(say, line.verdict) }
}

fn score(line: &RankedLine) -> CellPart {
    CellPart::Score { score: line.score.points(), text: signed(line.score.rounded()) }
}

/// What turns a verdict, after why it is to be looked at again.
fn turns(say: &Messages, line: &RankedLine) -> String {
    // What the verdict and its strength say is not said again.
    let is_split = line.verdict == Verdict::Split;
    let is_new = |reason: &&Review| match reason {
        Review::Split | Review::Neutral | Review::Thin => false,
        // That single readings turn a split is what a split is.
        Review::OneReading => !is_split,
        Review::Provisional | Review::Borderline | Review::Fragile | Review::RatersDisagree => true,
    };
    let why: Vec<Review> = line.review.iter().filter(is_new).copied().collect();
    match joined([&say.reasons(&why), &line.strength]) {
        standing if standing.is_empty() => line.turns.clone(),
        standing => say.led(&upper_first(&standing), &say.inside(&line.turns)),
    }
}

/// Whether a function is firm, and what puts it on hold; each empty where it is not so.
fn firm_or_held(say: &Messages, line: &RankedLine) -> [String; 2] {
    let firm = if line.is_firm { say.inside(say.term_firm()) } else { String::new() };
    let hold = if line.hold.is_empty() { String::new() } else { say.pdf_on_hold(&say.inside(&line.hold)) };
    [firm, hold]
}

/// How well a verdict is held: by how many weightings, how undisputed, and whether what is missing could turn it.
fn held(say: &Messages, line: &RankedLine) -> String {
    let share = match (line.robustness, line.robustness_low) {
        (Some(known), Some(low)) if low < known => say.pdf_whatever(&say.percent(known), &say.percent(low)),
        (known, _) => known.map_or(String::new(), |known| say.percent(known)),
    };
    let [firm, hold] = firm_or_held(say, line);
    let standing = if line.standing == Standing::Provisional { say.standing(line.standing) } else { "" };
    joined([&firm, &share, &line.strength, standing, &hold])
}

fn joined<const N: usize>(parts: [&str; N]) -> String {
    let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    parts.join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Language;

    #[test]
    fn a_name_that_cannot_be_drawn_has_its_row_in_the_words_of_the_report() {
        let key = |language, name, id| key_instead(&Messages::of(language), name, id, "17");
        assert_eq!(key(Language::En, "Lohn", ""), None);
        assert_eq!(key(Language::En, "\u{1F3E6}", "F-4").as_deref(), Some("F-4"));
        assert_eq!(key(Language::En, "\u{1F3E6}", "").as_deref(), Some("row 17"));
        assert_eq!(key(Language::De, "\u{1F3E6}", "").as_deref(), Some("Zeile 17"));
    }
}
