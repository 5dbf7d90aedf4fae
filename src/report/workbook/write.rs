//! Puts the sheets of the annotated workbook together and writes it out.

use std::io::{Seek, Write};

use rust_xlsxwriter::Workbook;

use super::assessment::kinds::Kind;
use super::assessment::plan::{self, AssessmentSheet};
use super::kit::book::{WriteError, add, properties_of};
use super::kit::cells::{LONGEST_TEXT, cut};
use super::kit::links::{FUNCTION_KEYS, FUNCTION_NAMES, FUNCTIONS_CALLED, Links};
use super::package;
use super::sheets::{
    about, changes, criteria, heat_map, quality, review, risks, rulebook, scenarios, settling, summary, verdicts,
    what_to_ask,
};
use crate::codes::Code;
use crate::problem::Problem;
use crate::report::model::Summary;
use crate::report::view::report::Report;
use crate::report::words::figures::{count, grouped};
use crate::sheets::{
    ABOUT, ASSESSMENT, CHANGES, CRITERIA, HEAT_MAP, QUALITY, REVIEW, RISKS, RULEBOOK, SCENARIOS, SUMMARY, VERDICTS,
    WHAT_TO_ASK,
};
use crate::table::Table;

/// What keeps the workbook of a report from being written at all: it is to be known before anything is.
pub fn too_large(report: &Report) -> Option<Problem> {
    let too_large = |error: WriteError, help: &str| {
        Problem::error(Code::TooLargeForASheet, report.table().place.clone(), error.to_string()).help(help)
    };
    if let Err(error) = rulebook::fits(report) {
        return Some(too_large(error, "give a rulebook with fewer lines"));
    }
    let error = plan::fits(report).err()?;
    Some(too_large(
        error,
        "split the file, delete what stands far to the right, or do without a workbook with `--no-workbook`",
    ))
}

/// A note on the texts of a table that no cell can hold in full.
pub fn long_texts(table: &Table) -> Option<Problem> {
    let long = table.texts().filter(|text| cut(text).len() < text.len()).count();
    if long == 0 {
        return None;
    }
    let (are, its, it) = if long == 1 { ("is", "its beginning", "it") } else { ("are", "their beginnings", "them") };
    let message = format!(
        "{} {are} longer than the {} characters that a cell can hold; the workbook has {its}",
        count(long, "text"),
        grouped(LONGEST_TEXT as u64)
    );
    let problem = Problem::note(Code::LongText, table.place.clone(), message);
    Some(problem.help(format!("shorten {it} in the input, or read {it} there")))
}

/// Writes the annotated workbook of a report.
///
/// # Errors
/// The table has more rows or columns than a sheet can have, or the file cannot be written.
pub fn write(report: &Report, into: impl Write + Seek) -> Result<(), WriteError> {
    let dashboard = report.dashboard();
    let assessment = AssessmentSheet::plan(report, &dashboard)?;
    let mut book = Workbook::new();
    book.set_zip_compression_level(package::LEVEL);
    let Summary { title, organisation, day, .. } = &report.summary;
    book.set_properties(&properties_of(title, organisation, *day));

    let say = report.say();
    let links = Links::of(report);
    let mut names = Vec::new();
    add(&mut book, say.name(SUMMARY), |sheet| {
        names = summary::draw(sheet, report, &dashboard, &assessment, &links)?;
        Ok(())
    })?;
    add(&mut book, say.name(VERDICTS), |sheet| verdicts::draw(sheet, report, &assessment, &links))?;
    let styles = assessment.styles();
    add(&mut book, say.name(ASSESSMENT), |sheet| assessment.draw_shell(sheet, &styles))?;
    add(&mut book, say.name(REVIEW), |sheet| review::draw(sheet, report, &links))?;
    add(&mut book, say.name(HEAT_MAP), |sheet| heat_map::draw(sheet, report, &links))?;
    add(&mut book, say.name(RISKS), |sheet| risks::draw(sheet, report, &links))?;
    let mut asked = None;
    add(&mut book, say.name(WHAT_TO_ASK), |sheet| {
        asked = what_to_ask::draw(sheet, report, &links)?;
        Ok(())
    })?;
    if let Some(since) = &report.summary.since {
        add(&mut book, say.name(CHANGES), |sheet| changes::draw(sheet, report, since, &links))?;
    }
    let mut tried = None;
    if let Some(scenarios) = &report.summary.tried {
        add(&mut book, say.name(SCENARIOS), |sheet| {
            tried = Some(scenarios::draw(sheet, report, scenarios, &links)?);
            Ok(())
        })?;
    }
    add(&mut book, say.name(CRITERIA), |sheet| {
        names.extend(criteria::draw(sheet, report, tried.as_deref())?);
        Ok(())
    })?;
    add(&mut book, say.name(QUALITY), |sheet| quality::draw(sheet, report, &links))?;
    add(&mut book, say.name(ABOUT), |sheet| about::draw(sheet, &report.summary))?;
    add(&mut book, say.name(RULEBOOK), |sheet| rulebook::draw(sheet, report))?;

    if links.by_key {
        let keys = assessment.range(Kind::Key).unwrap_or_default();
        names.extend(
            [(FUNCTION_KEYS, keys), (FUNCTION_NAMES, assessment.names()), (FUNCTIONS_CALLED, assessment.called())]
                .map(|(n, cells)| (n.to_owned(), format!("={cells}"))),
        );
    }
    for (name, cell) in names {
        book.define_name(name, &cell)?;
    }
    if let Some(questionnaire) = &asked {
        settling::define(&mut book, say, say.name(WHAT_TO_ASK), questionnaire)?;
    }
    package::write(book.save_to_buffer()?, into, &assessment, &styles)
}
