//! What each scenario comes to, and the functions whose verdict it changes, with links to them.

use rust_xlsxwriter::{Worksheet, XlsxError};

use crate::assessment::Verdict;
use crate::report::lists::Tried;
use crate::report::view::report::Report;
use crate::report::words::palette;
use crate::report::workbook::kit::links::{Links, sheet_in_formula};
use crate::report::workbook::kit::styles::{self, color};
use crate::report::workbook::kit::table::{Entry, Page};
use crate::sheets::SCENARIOS;

const WIDTHS: [f64; 12] = [38.0, 48.0, 16.0, 24.0, 24.0, 24.0, 24.0, 24.0, 24.0, 24.0, 24.0, 24.0];

/// Draws the sheet; gives the cells with the names of the run and the scenarios.
pub(crate) fn draw(sheet: &mut Worksheet, report: &Report, tried: &Tried, links: &Links) -> Result<String, XlsxError> {
    let say = report.say();
    let mut page = Page::new(sheet, &WIDTHS, color(palette::fill(Verdict::Bpo)))?.of_list();
    page.title_of_the_run(say.name(SCENARIOS), report)?;
    page.sentence(&format!("{} {}", tried.heading.finding, tried.heading.lead))?;
    page.row += 1;
    let mut headers = vec![say.pdf_scenario(), say.pdf_differs()];
    let mut figures = vec![say.term_firm().to_owned(), say.pdf_other_verdicts().to_owned()];
    figures.extend(Verdict::ALL.iter().flat_map(|verdict| {
        let name = say.verdict(*verdict);
        [name.to_owned(), say.scenarios_cost(name)]
    }));
    headers.extend(figures.iter().map(String::as_str));
    let header = page.header(&headers)?;
    for (column0, figure) in (2..).zip(&figures) {
        page.sheet.write_string_with_format(header, column0, figure, &styles::header_of_figures())?;
    }
    for line in &tried.scenarios {
        let count = |count: usize| Entry::Number(count as f64, styles::figure());
        // An amount a currency, below each other where there are many.
        let amount = |cost: &String| Entry::Styled(cost.clone(), styles::figure().set_text_wrap());
        let mut entries =
            vec![Entry::name(&line.name), Entry::text(&line.differs), count(line.firm), count(line.moved)];
        let verdicts = line.verdicts.iter().zip(&line.costs);
        entries.extend(verdicts.flat_map(|(functions, cost)| [count(*functions), amount(cost)]));
        page.entries(&entries)?;
    }
    let names = format!("{}!$A${}:$A${}", sheet_in_formula(say.name(SCENARIOS)), header + 2, page.row);
    if tried.functions.is_empty() {
        return Ok(names);
    }
    page.row += 1;
    let mut headers = vec![say.pdf_function(), say.scenarios_why(), say.pdf_cost(), say.pdf_in_the_run()];
    headers.extend(tried.scenarios.iter().skip(1).map(|line| line.name.as_str()));
    let header = page.header(&headers)?;
    page.sheet.write_string_with_format(header, 2, say.pdf_cost(), &styles::header_of_figures())?;
    for line in &tried.functions {
        let why: Vec<&str> = line.others.iter().map(|(_, why)| why.as_str()).collect();
        let mut entries = vec![
            links.entry(line.function, &line.name),
            Entry::indented(why.join("; ")),
            Entry::money(say, line.cost.as_ref()),
        ];
        let verdicts = std::iter::once(&line.verdict).chain(&line.verdicts);
        entries.extend(verdicts.map(|verdict| Entry::verdict(say, *verdict)));
        page.entries(&entries)?;
    }
    if tried.more > 0 {
        page.sentence(&say.changes_more(tried.more))?;
    }
    page.sheet.autofilter(header, 0, page.row - 1, headers.len() as u16 - 1)?;
    page.sheet.set_repeat_rows(header, header)?;
    Ok(names)
}
