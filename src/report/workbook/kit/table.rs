//! What the list sheets have in common: a title, sections with a sentence, tables with a header, rows as high as their text.
//!
//! A sheet is written from top to bottom; what stands in it is left to each sheet.

use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder, Formula, Url, Worksheet, XlsxError};

use super::cells::{cut, for_attribute, in_formula};
use super::results::{self, Cached};
use super::styles::{self, LINE, POINTS, lines};
use crate::assessment::Verdict;
use crate::report::lists::Money;
use crate::report::view::report::Report;
use crate::report::words::messages::Messages;
use crate::report::words::quotes::in_print;

/// What was changed since the run, in a few words; empty where nothing was.
pub(crate) const CHANGED_SINCE_RUN: &str = "changed_since_run";

/// How many columns the label of a fact stands over.
const FACT_LABEL: usize = 2;
/// The most lines of a text as somebody typed it.
pub(crate) const TYPED_LINES: usize = 2;
/// How much wider than others bold letters are, at most.
const BOLD: f64 = 1.2;
/// The room above and below the text of a row, in points.
const PADDING: f64 = 6.0;

/// A sheet that is written from top to bottom.
pub(crate) struct Page<'s> {
    pub(crate) sheet: &'s mut Worksheet,
    /// The next row.
    pub(crate) row: u32,
    widths: Vec<f64>,
    /// No row of a table is higher than so many lines.
    most_lines: usize,
}

/// What stands in a cell of a table.
pub(crate) enum Entry {
    /// A text, over several lines where it is long.
    Text(String),
    /// A figure as text, at the right edge.
    Figure(String),
    /// A number in a format.
    Number(f64, Format),
    /// A text in a format of its own.
    Styled(String, Format),
    /// A text as somebody typed it, which may be as long as a cell takes: it makes no row higher than two lines.
    Typed(String, Format),
    /// A text that leads to another cell.
    Link(String, String),
    /// A row of the run, which leads there.
    Row(u32, String),
    /// A formula, and the entry that it comes to.
    Follows(String, Box<Entry>),
    /// Nothing, in a format for what may be typed there.
    Blank(Format),
    /// Nothing.
    Empty,
}

impl Entry {
    /// A text.
    pub(crate) fn text(text: impl Into<String>) -> Entry {
        Entry::Text(text.into())
    }

    /// The name of what its row is about.
    pub(crate) fn name(text: impl Into<String>) -> Entry {
        Entry::Styled(text.into(), styles::wrapped().set_bold())
    }

    /// A text of the program's own, which holds nothing that is read back.
    pub(crate) fn said(text: &str) -> Entry {
        Entry::Text(in_print(text).into_owned())
    }

    /// A text at the edge of its cell's room.
    pub(crate) fn indented(text: impl Into<String>) -> Entry {
        Entry::Styled(text.into(), styles::indented())
    }

    /// A verdict in its colours.
    pub(crate) fn verdict(say: &Messages, verdict: Verdict) -> Entry {
        Entry::Styled(say.verdict(verdict).to_owned(), styles::verdict(verdict))
    }

    /// An amount of points, such as a score.
    pub(crate) fn points(points: f64) -> Entry {
        Entry::Number(points, styles::figure().set_num_format(POINTS))
    }

    /// An amount of money, if there is one, as a number in the format of its currency.
    pub(crate) fn money(say: &Messages, money: Option<&Money>) -> Entry {
        let Some(money) = money else { return Entry::Empty };
        // An amount that is too wide is drawn smaller, and never as a row of signs.
        let format = styles::figure().set_num_format(styles::money_format(say, &money.currency)).set_shrink();
        Entry::Number(money.amount, format)
    }

    /// A number of people, if it is known, drawn smaller where it is too wide.
    pub(crate) fn people(fte: Option<f64>) -> Entry {
        let format = || styles::figure().set_num_format("#,##0.0").set_shrink();
        fte.map_or(Entry::Empty, |fte| Entry::Number(fte, format()))
    }

    fn shown(&self) -> &str {
        match self {
            Entry::Text(text)
            | Entry::Figure(text)
            | Entry::Styled(text, _)
            | Entry::Typed(text, _)
            | Entry::Link(text, _) => text,
            Entry::Follows(_, shown) => shown.shown(),
            Entry::Number(..) | Entry::Row(..) | Entry::Blank(_) | Entry::Empty => "",
        }
    }
}

impl<'s> Page<'s> {
    /// An empty sheet with columns of these widths, in characters.
    pub(crate) fn new(sheet: &'s mut Worksheet, widths: &[f64], tab: Color) -> Result<Self, XlsxError> {
        for (column0, width) in widths.iter().enumerate() {
            sheet.set_column_width(column0 as u16, *width)?;
        }
        sheet.set_tab_color(tab);
        sheet.set_landscape().set_paper_size(9).set_print_fit_to_pages(1, 0);
        styles::frame_print(sheet);
        Ok(Page { sheet, row: 0, widths: widths.to_vec(), most_lines: 10 })
    }

    /// The same sheet for a list that one scans: its rows have three lines at most, and the cells hold what is cut.
    pub(crate) fn of_list(self) -> Self {
        Page { most_lines: 3, ..self }
    }

    /// The sheet's title.
    pub(crate) fn title(&mut self, title: &str) -> Result<(), XlsxError> {
        self.sheet.set_row_height(self.row, 30)?;
        self.sheet.write_string_with_format(self.row, 0, title, &styles::title())?;
        self.row += 1;
        Ok(())
    }

    /// The title of a sheet whose content is that of the run; it says so once something has been changed.
    pub(crate) fn title_of_the_run(&mut self, title: &str, report: &Report) -> Result<(), XlsxError> {
        self.title(title)?;
        if let Some(formula) = of_the_run(title, report) {
            self.sheet.write_formula_with_format(self.row - 1, 0, formula, &styles::title())?;
        }
        Ok(())
    }

    /// The heading of a section, one row below what came before.
    pub(crate) fn heading(&mut self, heading: &str) -> Result<(), XlsxError> {
        self.row += 1;
        self.sheet.set_row_height(self.row, 24)?;
        self.sheet.write_string_with_format(self.row, 0, heading, &styles::heading())?;
        self.row += 1;
        Ok(())
    }

    /// A sentence in one row; it runs over the empty cells beside it.
    pub(crate) fn sentence(&mut self, sentence: &str) -> Result<(), XlsxError> {
        self.sheet.write_string_with_format(self.row, 0, cut(&in_print(sentence)), &styles::muted())?;
        self.row += 1;
        Ok(())
    }

    /// The same, where there is anything to say.
    pub(crate) fn sentence_if_any(&mut self, sentence: &str) -> Result<(), XlsxError> {
        if sentence.is_empty() { Ok(()) } else { self.sentence(sentence) }
    }

    /// A paragraph across the columns.
    pub(crate) fn paragraph(&mut self, text: &str) -> Result<(), XlsxError> {
        let width = self.widths.iter().sum();
        self.sheet.set_row_height(self.row, styles::row_height(text, width))?;
        let last = self.widths.len() as u16 - 1;
        self.sheet.merge_range(self.row, 0, self.row, last, cut(&in_print(text)), &styles::wrapped())?;
        self.row += 1;
        Ok(())
    }

    /// A text across the columns, on one ground.
    pub(crate) fn across(&mut self, text: &str, height: f64, format: &Format) -> Result<(), XlsxError> {
        self.sheet.set_row_height(self.row, height)?;
        for column0 in 1..self.widths.len() as u16 {
            self.sheet.write_blank(self.row, column0, &format.clone().set_border_left(FormatBorder::None))?;
        }
        self.sheet.write_string_with_format(self.row, 0, cut(&in_print(text)), format)?;
        self.row += 1;
        Ok(())
    }

    /// A point of a numbered list; it runs over the empty cells beside it.
    pub(crate) fn numbered(&mut self, number: usize, text: &str, format: &Format) -> Result<(), XlsxError> {
        self.sheet.set_row_height(self.row, LINE + 3.0)?;
        self.sheet.write_string_with_format(self.row, 0, cut(&in_print(&format!("{number}  {text}"))), format)?;
        self.row += 1;
        Ok(())
    }

    /// A label over the first columns, and its value across the others.
    pub(crate) fn fact(&mut self, label: &str, value: &str) -> Result<(), XlsxError> {
        let (label_widths, value_widths) = self.widths.split_at(FACT_LABEL);
        let needed = lines(label, label_widths.iter().sum()).max(lines(value, value_widths.iter().sum()));
        let needed = needed.min(self.most_lines);
        self.sheet.set_row_height(self.row, LINE * needed as f64 + PADDING)?;
        let (first, last) = (FACT_LABEL as u16, self.widths.len() as u16 - 1);
        let label_format = styles::row(styles::muted().set_text_wrap());
        self.sheet.merge_range(self.row, 0, self.row, first - 1, cut(label), &label_format)?;
        let value = in_print(value);
        self.sheet.merge_range(self.row, first, self.row, last, cut(&value), &styles::row(styles::wrapped()))?;
        self.row += 1;
        Ok(())
    }

    /// The header of a table; gives its row.
    pub(crate) fn header(&mut self, headers: &[&str]) -> Result<u32, XlsxError> {
        // No word of a header is cut.
        for (column0, header) in headers.iter().enumerate().filter(|(_, header)| !header.contains('\n')) {
            let longest = styles::header_width(header);
            if self.widths.get(column0).is_some_and(|width| *width < longest) {
                self.widths[column0] = longest;
                self.sheet.set_column_width(column0 as u16, longest)?;
            }
        }
        // Bold letters are wider.
        let needed = headers.iter().zip(&self.widths).map(|(header, width)| lines(header, width / BOLD)).max();
        self.sheet.set_row_height(self.row, LINE * needed.unwrap_or(1).max(1) as f64 + PADDING)?;
        for (column0, header) in headers.iter().enumerate() {
            self.sheet.write_string_with_format(self.row, column0 as u16, *header, &styles::header())?;
        }
        self.row += 1;
        Ok(self.row - 1)
    }

    /// The header of a list, in which some columns hold figures: they have theirs at the right; gives its row.
    pub(crate) fn header_of_list(&mut self, headers: &[&str], figures: &[u16]) -> Result<u32, XlsxError> {
        let row = self.header(headers)?;
        for column0 in figures {
            let header = headers[usize::from(*column0)];
            self.sheet.write_string_with_format(row, *column0, header, &styles::header_of_figures())?;
        }
        Ok(row)
    }

    /// Ends the list below a header, which stays in sight, is on each page, and filters what there is.
    pub(crate) fn end_list(&mut self, header: u32, last_column0: u16) -> Result<(), XlsxError> {
        if self.row > header + 1 {
            self.sheet.autofilter(header, 0, self.row - 1, last_column0)?;
        }
        self.sheet.set_freeze_panes(header + 1, 1)?;
        self.sheet.set_repeat_rows(header, header)?;
        self.sheet.set_selection(header + 1, 0, header + 1, 0)?;
        Ok(())
    }

    /// A row of a table, as high as its longest text.
    pub(crate) fn entries(&mut self, entries: &[Entry]) -> Result<(), XlsxError> {
        let needed = entries.iter().zip(&self.widths).map(|(entry, width)| {
            let most = if matches!(entry, Entry::Typed(..)) { TYPED_LINES } else { self.most_lines };
            lines(entry.shown(), *width).min(most)
        });
        let most = needed.max().unwrap_or(1).max(1);
        self.sheet.set_row_height(self.row, LINE * most as f64 + PADDING)?;
        for (column0, entry) in (0..).zip(entries) {
            write_entry(self.sheet, self.row, column0, entry)?;
        }
        self.row += 1;
        Ok(())
    }
}

/// A title that says that a sheet's content is that of the run, once something has been changed; none where nothing follows
/// what is changed.
pub(crate) fn of_the_run(title: &str, report: &Report) -> Option<Formula> {
    let [same, changed] = [title, &report.say().as_of_the_run(title)].map(in_formula);
    let formula = format!("IF({CHANGED_SINCE_RUN}=\"\",{same},{changed}&\" \"&{CHANGED_SINCE_RUN})");
    report.is_live().then(|| results::formula(&formula, Cached::Text(title)))
}

/// A text that leads to another cell; the only way in which the sheets drawn here link.
pub(crate) fn write_link<'s>(
    sheet: &'s mut Worksheet,
    row: u32,
    column0: u16,
    text: &str,
    target: &str,
    format: &Format,
) -> Result<&'s mut Worksheet, XlsxError> {
    sheet.write_url_with_options(row, column0, Url::new(target), cut(&for_attribute(text)), "", Some(format))
}

/// Writes one entry with a hairline below.
pub(crate) fn write_entry(sheet: &mut Worksheet, row: u32, column0: u16, entry: &Entry) -> Result<(), XlsxError> {
    match entry {
        Entry::Text(text) => {
            sheet.write_string_with_format(row, column0, cut(text), &styles::row(styles::wrapped()))?
        }
        Entry::Figure(text) => {
            sheet.write_string_with_format(row, column0, cut(text), &styles::row(styles::figure()))?
        }
        Entry::Number(number, format) => {
            sheet.write_number_with_format(row, column0, *number, &styles::row(format.clone()))?
        }
        Entry::Styled(text, format) | Entry::Typed(text, format) => {
            sheet.write_string_with_format(row, column0, cut(text), &styles::row(format.clone()))?
        }
        Entry::Link(text, target) => {
            let format = styles::row(styles::link().set_text_wrap());
            write_link(sheet, row, column0, text, target, &format)?
        }
        Entry::Row(key, target) => {
            let format = styles::row(styles::muted().set_align(FormatAlign::Right).set_indent(1));
            sheet.write_url_with_format(row, column0, Url::new(target), &format)?;
            sheet.write_number_with_format(row, column0, f64::from(*key), &format)?
        }
        Entry::Follows(formula, shown) => {
            let (result, format) = match shown.as_ref() {
                Entry::Number(number, format) => (Cached::Number(*number), format.clone()),
                Entry::Styled(text, format) => (Cached::Text(text), format.clone()),
                other => (Cached::Text(other.shown()), styles::wrapped()),
            };
            let formula = results::formula(formula, result);
            sheet.write_formula_with_format(row, column0, formula, &styles::row(format))?
        }
        Entry::Blank(format) => sheet.write_blank(row, column0, &styles::row(format.clone()))?,
        Entry::Empty => sheet.write_blank(row, column0, &styles::row(styles::plain()))?,
    };
    Ok(())
}
