//! The formats of the assessment sheet, written once as specimens so that its rows can name them by number.

use std::collections::{BTreeMap, BTreeSet};

use rust_xlsxwriter::{Format, FormatAlign};

use super::content::{Look, OfFunction};
use super::plan::AssessmentSheet;
use crate::assessment::Verdict;
use crate::report::words::palette::{self, INK, Rgb, WHITE};
use crate::report::workbook::kit::cells::{Style, for_attribute};
use crate::report::workbook::kit::styles::{self, PERCENT, POINTS, color};
use crate::table::{Cell, CellLook, FormatId, LookId};

/// Number formats beyond so many are shown as general numbers, which keeps below Excel's limit on styles.
const MOST_FORMATS: usize = 2_000;
/// A built-in format is given by its number, so that Excel shows dates as the reader's country does.
const COUNTRY_DATE: (&str, u8) = ("mm-dd-yy", 14);

/// Looks of the inventory's cells beyond so many, each in a format, are left out, for the same reason.
const MOST_LOOKS: usize = 4_000;

/// What a cell of the inventory is drawn as, before its own marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Base {
    Number(FormatId),
    /// A number or a date that could not be read.
    AlertNumber(FormatId),
    Text,
    Wrapped,
    Link,
    /// What could not be read.
    Alert,
    /// A text above the table.
    Above,
}

/// Whether cells of a row have remarks or links.
#[derive(Clone, Copy)]
pub(super) struct Remarked {
    has_marks: bool,
    has_links: bool,
}

/// The styles of the sheet, each by its position among the specimens.
pub(in crate::report::workbook) struct Styles {
    pub(crate) specimens: Vec<Format>,
    /// Those of the inventory's numbers without marks, by format, and of its texts: most of its cells are that.
    numbers: Vec<Style>,
    text: Style,
    /// Those of all of the inventory's cells, without marks and with them, by the number of the look.
    original: BTreeMap<(LookId, Base), Style>,
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
        let mut original = BTreeMap::new();
        for (look, base) in self.bases() {
            let format = self.format_of(base);
            let looked = if look == 0 { format } else { with_look(format, self.table.appearance.look(look), base) };
            original.insert((look, base), add(looked));
        }
        let panel = |format: Format| styles::ruled(styles::on_panel(format));
        Styles {
            numbers: (0..).map_while(|format| original.get(&(0, Base::Number(format))).copied()).collect(),
            text: original[&(0, Base::Text)],
            original,
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

    /// What the cells of the inventory are drawn as: every kind without marks, and with them as they occur.
    fn bases(&self) -> BTreeSet<(LookId, Base)> {
        let plain = [Base::Text, Base::Wrapped, Base::Link, Base::Alert, Base::Above];
        let numbers = (0..self.table.formats.len().min(MOST_FORMATS)).map(|format| Base::Number(format as FormatId));
        let alerts = self.marks.iter().filter(|(_, mark)| mark.is_alert);
        let alerts = alerts.filter_map(|(&(row0, column0), _)| match self.table.cell(row0, column0) {
            Cell::Number { format, .. } | Cell::Date { format, .. } => Some(Base::AlertNumber(format)),
            _ => None,
        });
        let mut bases: BTreeSet<_> = plain.into_iter().chain(numbers).chain(alerts).map(|base| (0, base)).collect();
        let most = bases.len() + MOST_LOOKS;
        let rows = if self.table.appearance.is_plain() { 0 } else { self.table.rows() };
        for row0 in (0..rows).filter(|row0| !self.is_of_header(*row0)) {
            let remarked = self.remarked(row0);
            for (first, last, look) in self.table.appearance.of_row(row0) {
                for column0 in first..=last.min(self.original_columns.saturating_sub(1)) {
                    if bases.len() < most {
                        bases.insert((look, self.base((row0, column0), self.table.cell(row0, column0), remarked)));
                    }
                }
            }
        }
        bases
    }

    /// Whether there is more to look up for the cells of a row.
    pub(super) fn remarked(&self, row0: u32) -> Remarked {
        let in_row = (row0, 0)..=(row0, u16::MAX);
        Remarked {
            has_marks: !self.marks.is_empty() && self.marks.range(in_row.clone()).next().is_some(),
            has_links: !self.table.links.is_empty() && self.table.links.range(in_row).next().is_some(),
        }
    }

    /// What a cell of the inventory is drawn as.
    pub(super) fn base(&self, (row0, column0): (u32, u16), cell: Cell, remarked: Remarked) -> Base {
        let at = (row0, column0);
        let is_alert = remarked.has_marks && self.marks.get(&at).is_some_and(|mark| mark.is_alert);
        match cell {
            Cell::Number { format, .. } | Cell::Date { format, .. } if is_alert => Base::AlertNumber(format),
            Cell::Number { format, .. } | Cell::Date { format, .. } => Base::Number(format),
            _ if is_alert => Base::Alert,
            Cell::Text(_) if row0 < self.report.header_row0() => Base::Above,
            Cell::Text(_) if remarked.has_links && self.table.links.contains_key(&at) => Base::Link,
            Cell::Text(_) if self.original[usize::from(column0)].wraps => Base::Wrapped,
            _ => Base::Text,
        }
    }

    fn format_of(&self, base: Base) -> Format {
        match base {
            Base::Number(format) => self.number(format),
            Base::AlertNumber(format) => styles::alert(self.number(format)),
            Base::Text | Base::Above => styles::plain(),
            Base::Wrapped => styles::wrapped(),
            Base::Link => styles::link().set_text_wrap(),
            Base::Alert => styles::alert(styles::wrapped()),
        }
    }

    fn number(&self, format: FormatId) -> Format {
        match self.table.formats.get(usize::from(format)).map_or("General", String::as_str) {
            "General" => styles::figure(),
            format if format == COUNTRY_DATE.0 => styles::figure().set_num_format_index(COUNTRY_DATE.1),
            // Excel's limit on the length of a number format.
            format if format.chars().count() > 255 => styles::figure(),
            format => styles::figure().set_num_format(for_attribute(format)),
        }
    }
}

/// A format with the marks of the inventory; what could not be read keeps its own colours, and a link that of links.
fn with_look(format: Format, look: CellLook, base: Base) -> Format {
    let mut format = format;
    if look.is_bold {
        format = format.set_bold();
    }
    if look.is_italic {
        format = format.set_italic();
    }
    if look.is_struck {
        format = format.set_font_strikethrough();
    }
    if matches!(base, Base::Alert | Base::AlertNumber(_)) {
        return format;
    }
    if let Some(fill) = look.fill {
        format = format.set_background_color(color(Rgb(fill)));
    }
    let ground = Rgb(look.fill.unwrap_or(WHITE.0));
    let ink = look.ink.map_or(if base == Base::Link { palette::fill(Verdict::Bpo) } else { INK }, Rgb);
    // Letters that nobody can see on their ground are drawn in the colour that can be.
    let legible = if palette::contrast(INK, ground) >= palette::contrast(WHITE, ground) { INK } else { WHITE };
    let least = if look.ink.is_some() { LEAST_CONTRAST_OF_THEIRS } else { LEAST_CONTRAST };
    format.set_font_color(color(if palette::contrast(ink, ground) >= least { ink } else { legible }))
}

/// The contrast from which letters are legible (WCAG 2.1, 1.4.3); colours that somebody chose are only changed where hardly
/// anything is to be seen.
const LEAST_CONTRAST: f64 = 4.5;
const LEAST_CONTRAST_OF_THEIRS: f64 = 1.5;

impl Styles {
    /// The style of a cell of the inventory.
    pub(super) fn original(&self, look: LookId, base: Base) -> Style {
        let known = |look, base| self.original.get(&(look, base)).copied();
        match (look, base) {
            (0, Base::Text) => self.text,
            // Formats and looks beyond those that a workbook can have are left out.
            (0, Base::Number(format)) => self.numbers.get(usize::from(format)).copied().unwrap_or(self.numbers[0]),
            _ => known(look, base).unwrap_or_else(|| match base {
                Base::Number(_) => self.original(0, base),
                _ => known(0, base).unwrap_or(self.text),
            }),
        }
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
    pub(super) fn of(&self, look: Look, of: &OfFunction, is_formula: bool) -> Style {
        match look {
            // A rule gives the verdict that a formula comes to its colours.
            Look::Verdict if is_formula => self.prose,
            Look::Verdict => self.verdict(of.assessment().verdict),
            Look::Prose => self.prose,
            Look::Line => self.line,
            Look::Count => self.count,
            Look::Input => self.input,
            Look::Points => self.points,
            Look::Percent => self.percent,
            Look::Whole => self.whole,
            Look::Flag => self.flag,
            Look::ToCheck if !of.decided(|decision| &decision.check).is_empty() => self.to_check,
            Look::ToCheck | Look::FilledIn => self.filled_in,
        }
    }
}
