//! The list of all functions with their verdicts, on paper as on the screen: who, how much, what, why, and what was decided.
//!
//! Where the workbook judges again, verdicts and decisions are looked up on the assessment sheet by the function's key.

use rust_xlsxwriter::{Worksheet, XlsxError};

use crate::assessment::Verdict;
use crate::report::lists::Listing;
use crate::report::view::listed::ListedLine;
use crate::report::view::report::Report;
use crate::report::words::messages::Messages;
use crate::report::words::palette;
use crate::report::workbook::assessment::kinds::Kind;
use crate::report::workbook::assessment::plan::AssessmentSheet;
use crate::report::workbook::kit::links::Links;
use crate::report::workbook::kit::styles::{self, color};
use crate::report::workbook::kit::table::{Entry, Page};
use crate::sheets::{DECISION, SCORE, VERDICT};

/// The most functions that are listed; they are drawn in memory.
const MOST_LISTED: usize = 5_000;
const WIDTHS: [f64; 14] = [34.0, 6.0, 20.0, 13.0, 14.0, 8.0, 15.0, 22.0, 11.0, 8.0, 60.0, 22.0, 13.0, 8.0];
/// The column of the verdicts, and the folded one that says where the assessment sheet has the function.
const VERDICTS: u16 = 7;
const POSITION: u16 = 13;

pub(crate) fn draw(
    sheet: &mut Worksheet,
    report: &Report,
    assessment: &AssessmentSheet,
    links: &Links,
) -> Result<(), XlsxError> {
    let say = report.say();
    let mut page = Page::new(sheet, &WIDTHS, color(palette::fill(Verdict::Bpo)))?;
    if links.by_key {
        page.title(say.listed_title())?;
    } else {
        page.title_of_the_run(say.listed_title(), report)?;
    }
    let Listing { legend, more, lines } = report.listed(MOST_LISTED);
    page.sentence(&legend)?;
    page.sentence_if_any(&more)?;
    page.row += 1;
    let header = page.header(&headers(say))?;
    let first = page.row;
    for line in &lines {
        let entries = entries(report, assessment, links, line, page.row);
        page.entries(&entries)?;
    }
    page.sheet.group_columns_collapsed(POSITION, POSITION)?;
    if page.row > first {
        let last = page.row - 1;
        for rule in styles::verdict_rules(say) {
            page.sheet.add_conditional_format(first, VERDICTS, last, VERDICTS, &rule)?;
        }
    }
    page.sheet.set_print_area(0, 0, page.row.max(first), POSITION - 1)?;
    page.end_list(header, POSITION - 1)
}

pub(super) fn headers(say: &Messages) -> [&str; 13] {
    [
        say.heat_map_function(),
        say.read_row(),
        say.department(),
        say.listed_location(),
        say.listed_cost(),
        say.listed_people(),
        say.listed_sourcing(),
        say.name(VERDICT),
        say.column_standing_heading(),
        say.name(SCORE),
        say.listed_why(),
        say.column_review_heading(),
        say.name(DECISION),
    ]
}

/// A line; `row` is where it stands.
fn entries(report: &Report, assessment: &AssessmentSheet, links: &Links, line: &ListedLine, row: u32) -> [Entry; 14] {
    let say = report.say();
    let ListedLine { ranked, location, sourcing, decision } = line;
    let [name, key] = links.entries(ranked.index, &ranked.name);
    let position = format!("$N{}", row + 1);
    let follows = |kind: Kind, shown: Entry| match assessment.range(kind).filter(|_| links.by_key) {
        Some(cells) => {
            let cell = format!("INDEX({cells},{position})");
            // To a formula, an empty cell would be 0.
            let value = if matches!(shown, Entry::Number(..)) { cell } else { format!("{cell}&\"\"") };
            Entry::Follows(format!("IF({position}=0,\"\",{value})"), Box::new(shown))
        }
        None => shown,
    };
    let typed = |text: &str| Entry::Typed(text.to_owned(), styles::indented());
    let found = Entry::Number(f64::from(assessment.position(ranked.index)), styles::muted());
    let finds = format!("IFERROR({},0)", links.position_of(ranked.index));
    let found = if links.by_key { Entry::Follows(finds, Box::new(found)) } else { Entry::Empty };
    [
        name,
        key,
        typed(&ranked.department),
        typed(location),
        Entry::money(say, ranked.cost.as_ref()),
        Entry::people(ranked.fte),
        Entry::indented(sourcing),
        follows(Kind::Verdict, Entry::indented(say.verdict(ranked.verdict))),
        follows(Kind::Standing, Entry::indented(say.standing(ranked.standing))),
        follows(Kind::Score, Entry::points(ranked.score.points())),
        Entry::indented(&ranked.because),
        follows(Kind::Review, Entry::indented(say.reasons(&ranked.review))),
        follows(Kind::Decision, Entry::indented(*decision)),
        found,
    ]
}
