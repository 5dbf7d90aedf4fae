//! The formats of the assessment sheet, written once as specimens so that its rows can name them by number.

use std::collections::BTreeMap;

use rust_xlsxwriter::{Format, FormatAlign};

use super::content::Look;
use super::plan::AssessmentSheet;
use crate::assessment::Verdict;
use crate::report::model::FunctionLine;
use crate::report::workbook::kit::cells::{Style, for_attribute};
use crate::report::workbook::kit::styles::{self, PERCENT, POINTS};
use crate::table::{Cell, FormatId};

/// Number formats beyond so many are shown as general numbers, which keeps below Excel's limit on styles.
const MOST_FORMATS: usize = 2_000;
/// A built-in format is given by its number, so that Excel shows dates as the reader's country does.
const COUNTRY_DATE: (&str, u8) = ("mm-dd-yy", 14);

/// The styles of the sheet, each by its position among the specimens.
pub(in crate::report::workbook) struct Styles {
    pub(crate) specimens: Vec<Format>,
    /// By number format.
    pub(crate) numbers: Vec<Style>,
    pub(crate) alert_numbers: BTreeMap<FormatId, Style>,
    pub(crate) text: Style,
    pub(crate) wrapped: Style,
    pub(crate) link: Style,
    pub(crate) alert: Style,
    pub(crate) above: Style,
    pub(crate) header: Style,
    pub(crate) added_header: Style,
    pub(crate) verdicts: [Style; 4],
    pub(crate) excluded: Style,
    pub(crate) points: Style,
    pub(crate) percent: Style,
    pub(crate) whole: Style,
    pub(crate) prose: Style,
    pub(crate) line: Style,
    pub(crate) count: Style,
    pub(crate) input: Style,
    pub(crate) flag: Style,
    pub(crate) filled_in: Style,
    pub(crate) to_check: Style,
}

impl AssessmentSheet<'_> {
    /// The styles that the sheet needs.
    pub(in crate::report::workbook) fn styles(&self) -> Styles {
        let mut specimens = Vec::new();
        let mut add = |format: Format| {
            specimens.push(format);
            Style(specimens.len() as u16 - 1)
        };
        let number = |format: &str| match format {
            "General" => styles::figure(),
            format if format == COUNTRY_DATE.0 => styles::figure().set_num_format_index(COUNTRY_DATE.1),
            // Excel's limit on the length of a number format.
            format if format.chars().count() > 255 => styles::figure(),
            format => styles::figure().set_num_format(for_attribute(format)),
        };
        let numbers: Vec<Style> =
            self.table.formats.iter().take(MOST_FORMATS).map(|format| add(number(format))).collect();
        let mut alert_numbers = BTreeMap::new();
        for (&(row0, column0), _) in self.marks.iter().filter(|(_, mark)| mark.is_alert) {
            if let Cell::Number { format, .. } | Cell::Date { format, .. } = self.table.cell(row0, column0) {
                let name = self.table.formats.get(usize::from(format)).map_or("General", String::as_str);
                alert_numbers.entry(format).or_insert_with(|| add(styles::alert(number(name))));
            }
        }
        let panel = |format: Format| styles::ruled(styles::on_panel(format));
        Styles {
            numbers,
            alert_numbers,
            text: add(styles::plain()),
            wrapped: add(styles::wrapped()),
            link: add(styles::link().set_text_wrap()),
            alert: add(styles::alert(styles::wrapped())),
            above: add(styles::plain()),
            header: add(styles::header()),
            added_header: add(styles::header().set_align(FormatAlign::Left).set_indent(1)),
            verdicts: Verdict::ALL.map(|verdict| add(styles::ruled(styles::verdict(verdict)))),
            excluded: add(panel(styles::muted().set_text_wrap().set_italic())),
            points: add(panel(styles::figure().set_num_format(POINTS))),
            percent: add(panel(styles::figure().set_num_format(PERCENT))),
            whole: add(panel(styles::figure().set_num_format("#,##0"))),
            prose: add(panel(styles::indented())),
            line: add(panel(styles::plain().set_align(FormatAlign::Left).set_indent(1))),
            count: add(panel(styles::figure().set_num_format("#,##0;;"))),
            input: add(styles::ruled(styles::typed_over())),
            // The number is for sorting and for the flag; programs that cannot hide it beside an icon show none.
            flag: add(panel(styles::plain().set_align(FormatAlign::Center).set_num_format(";;;"))),
            filled_in: add(styles::ruled(styles::indented())),
            to_check: add(styles::ruled(styles::alert(styles::indented()))),
            specimens,
        }
    }
}

impl Styles {
    pub(crate) fn number(&self, format: FormatId) -> Style {
        self.numbers.get(usize::from(format)).copied().unwrap_or(self.numbers[0])
    }

    pub(crate) fn verdict(&self, verdict: Verdict) -> Style {
        let [bpo, outsourcing, split, insufficient] = self.verdicts;
        match verdict {
            Verdict::Bpo => bpo,
            Verdict::TraditionalOutsourcing => outsourcing,
            Verdict::Split => split,
            Verdict::InsufficientEvidence => insufficient,
        }
    }

    /// The style of a column in the row of a function.
    pub(super) fn of(&self, look: Look, line: &FunctionLine, is_formula: bool) -> Style {
        match look {
            // A rule gives the verdict that a formula comes to its colours.
            Look::Verdict if is_formula => self.prose,
            Look::Verdict => self.verdict(line.verdict),
            Look::Prose => self.prose,
            Look::Line => self.line,
            Look::Count => self.count,
            Look::Input => self.input,
            Look::Points => self.points,
            Look::Percent => self.percent,
            Look::Whole => self.whole,
            Look::Flag => self.flag,
            Look::ToCheck if line.decision.is_some_and(|decision| !decision.check.is_empty()) => self.to_check,
            Look::ToCheck | Look::FilledIn => self.filled_in,
        }
    }
}
