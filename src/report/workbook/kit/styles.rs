//! The formats that the sheets share: one typeface, the palette, top-aligned cells.

use rust_xlsxwriter::{
    Color, ConditionalFormatCell, ConditionalFormatCellRule, Format, FormatAlign, FormatBorder, FormatUnderline,
    Worksheet,
};

use crate::assessment::Verdict;
use crate::report::words::messages::Messages;
use crate::report::words::palette::{self, ALERT, INK, MUTED, PANEL, RULE, Rgb};

/// Signed whole points with a true minus.
pub(crate) const POINTS: &str = "+0;\"\u{2212}\"0;0";
/// A share in whole per cent.
pub(crate) const PERCENT: &str = "0 %";
/// The ground of a cell that could not be read: the alert colour at a tenth of its strength.
const ALERT_TINT: Rgb = Rgb(0xFB_E9_E7);

/// The ground of a cell that is there to be changed.
const INPUT_TINT: Rgb = Rgb(0xFF_F3_D6);

/// The ground of such a cell once somebody has changed it.
const CHANGED_TINT: Rgb = Rgb(0xFF_D9_80);

/// A colour of the palette.
pub(crate) fn color(rgb: Rgb) -> Color {
    Color::RGB(rgb.0)
}

/// Text in ink at the top of its cell.
pub(crate) fn plain() -> Format {
    Format::new().set_font_color(color(INK)).set_align(FormatAlign::Top)
}

/// Plain text that goes over several lines.
pub(crate) fn wrapped() -> Format {
    plain().set_text_wrap()
}

/// Quiet text.
pub(crate) fn muted() -> Format {
    plain().set_font_color(color(MUTED))
}

/// A link within or out of the workbook.
pub(crate) fn link() -> Format {
    plain().set_font_color(color(palette::fill(Verdict::Bpo))).set_underline(FormatUnderline::Single)
}

/// Wrapped text that keeps away from the figures to its left.
pub(crate) fn indented() -> Format {
    wrapped().set_align(FormatAlign::Left).set_indent(1)
}

/// A number, or a figure as text, at the right edge.
pub(crate) fn right() -> Format {
    plain().set_align(FormatAlign::Right)
}

/// A number that keeps away from the text to its right.
pub(crate) fn figure() -> Format {
    right().set_indent(1)
}

/// The heading of a sheet.
pub(crate) fn title() -> Format {
    plain().set_bold().set_font_size(20)
}

/// The heading of a section.
pub(crate) fn heading() -> Format {
    plain().set_bold().set_font_size(14)
}

/// The header of a table: panel, bold, an accent line below.
pub(crate) fn header() -> Format {
    wrapped()
        .set_bold()
        .set_background_color(color(PANEL))
        .set_border_bottom(FormatBorder::Medium)
        .set_border_bottom_color(color(palette::fill(Verdict::Bpo)))
}

/// The header of a column of figures.
pub(crate) fn header_of_figures() -> Format {
    header().set_align(FormatAlign::Right).set_indent(1)
}

/// The same format, with a hairline below.
pub(crate) fn ruled(format: Format) -> Format {
    format.set_border_bottom(FormatBorder::Thin).set_border_bottom_color(color(RULE))
}

/// The same format for a row of a table, between hairlines.
pub(crate) fn row(format: Format) -> Format {
    ruled(format).set_align(FormatAlign::VerticalCenter)
}

/// The same format, on the faint ground of what was added to the table.
pub(crate) fn on_panel(format: Format) -> Format {
    format.set_background_color(color(PANEL))
}

/// The same format, marked as not understood.
pub(crate) fn alert(format: Format) -> Format {
    format.set_background_color(color(ALERT_TINT)).set_font_color(color(ALERT))
}

/// A remark on what is wrong.
pub(crate) fn alert_text() -> Format {
    plain().set_font_color(color(ALERT))
}

/// A verdict's word on its colour.
pub(crate) fn verdict(verdict: Verdict) -> Format {
    verdict_colors(indented(), verdict)
}

/// A number that is there to be changed.
pub(crate) fn input() -> Format {
    let framed = figure().set_bold().set_border(FormatBorder::Thin).set_border_color(color(MUTED));
    framed.set_background_color(color(INPUT_TINT)).set_align(FormatAlign::VerticalCenter)
}

/// A word or a number in a table that is there to be typed over.
pub(crate) fn typed_over() -> Format {
    plain().set_align(FormatAlign::Left).set_indent(1).set_background_color(color(INPUT_TINT))
}

/// What marks a cell that somebody has changed since the run.
pub(crate) fn changed() -> Format {
    Format::new().set_bold().set_background_color(color(CHANGED_TINT)).set_font_color(color(INK))
}

/// What marks a cell that holds no level.
pub(crate) fn no_level() -> Format {
    alert(Format::new())
}

/// What marks a level on which raters disagree; it goes before the marks that come after it.
pub(crate) fn disputed() -> Format {
    verdict_colors(Format::new(), Verdict::Split)
}

/// The same format in a verdict's colours.
pub(crate) fn verdict_colors(format: Format, verdict: Verdict) -> Format {
    let format =
        format.set_background_color(color(palette::fill(verdict))).set_font_color(color(palette::text_on(verdict)));
    if verdict == Verdict::Split { format.set_bold() } else { format }
}

/// The rules that give each verdict's word its colours, wherever it comes to stand.
pub(crate) fn verdict_rules(say: &Messages) -> impl Iterator<Item = ConditionalFormatCell> {
    Verdict::ALL.into_iter().map(|verdict| {
        let is_verdict = ConditionalFormatCellRule::EqualTo(say.verdict(verdict));
        ConditionalFormatCell::new().set_rule(is_verdict).set_format(verdict_colors(Format::new(), verdict))
    })
}

/// The number format of amounts in full, with their currency: `$6,200,000`, `1,234 CHF`.
pub(crate) fn money_format(say: &Messages, currency: &str) -> String {
    let [before, after] = around(&say.money(1.0, currency));
    format!("{before}#,##0{after}")
}

/// The number format of amounts of which this is the greatest, in billions, millions and thousands, with their currency:
/// `$6.2bn`, `$6.2M`, `870k CHF`. A format tells three sizes apart, so that beside billions thousands are written out.
pub(crate) fn short_money_format(say: &Messages, currency: &str, greatest: f64) -> String {
    let [before, after] = around(&say.money(1.0, currency));
    let part = |digits: &str| format!("{before}{digits}{after}");
    let unit = |said: String| said.trim_start_matches('0').to_owned();
    let [thousand, million, billion] =
        [say.figure_thousand("0"), say.figure_million("0"), say.figure_billion("0")].map(unit);
    let (full, thousands) = (part("#,##0"), part(&format!("#,##0,\"{thousand}\"")));
    let millions = part(&format!("#,##0.0,,\"{million}\""));
    let billions = part(&format!("#,##0.0,,,\"{billion}\""));
    if greatest >= 999_500_000.0 {
        format!("[>=999500000]{billions};[>=999500]{millions};{full}")
    } else {
        format!("[>=999500]{millions};[>=9999.5]{thousands};{full}")
    }
}

/// What stands before and after the figures of an amount, quoted for a number format.
fn around(amount: &str) -> [String; 2] {
    let is_figure = |c: char| c.is_ascii_digit() || matches!(c, ',' | '.' | '\u{2212}');
    let quoted = |sign: &str| if sign.is_empty() { String::new() } else { format!("\"{}\"", sign.replace('"', "")) };
    let before = amount.split(|c: char| c.is_ascii_digit()).next().unwrap_or_default();
    let after = amount.rsplit(is_figure).next().unwrap_or_default();
    [quoted(before.trim_start_matches('\u{2212}')), quoted(after)]
}

/// The points' height of a row that shows a text in so many characters' width, within reason.
pub(crate) fn row_height(text: &str, width: f64) -> f64 {
    LINE * lines(text, width).clamp(1, 10) as f64
}

/// The height of one line of Calibri 11.
pub(crate) const LINE: f64 = 15.0;

/// How many lines a text takes up in a column, by a guess that errs to the long side.
pub(crate) fn lines(text: &str, width: f64) -> usize {
    // Letters are narrower than the digits that columns are measured in, and words go to the next line whole.
    let fits = (width * 1.2 - 4.0).max(1.0);
    text.lines().map(|line| ((text_width(line) / fits).ceil() as usize).max(1)).sum()
}

/// The margins of a sheet in print, and its footer: the file, the sheet and the page.
pub(crate) fn frame_print(sheet: &mut Worksheet) {
    sheet.set_margins(0.4, 0.4, 0.6, 0.6, 0.3, 0.3).set_footer("&L&9&F · &A&R&9&P / &N");
}

/// The width that a column needs so that no word of its header, which is bold, is broken.
pub(crate) fn header_width(header: &str) -> f64 {
    header.split(' ').map(text_width).fold(0.0, f64::max) * 1.05 + 1.5
}

/// The width of one line of text, in digits' widths.
pub(crate) fn text_width(line: &str) -> f64 {
    if line.is_ascii() {
        return line.len() as f64;
    }
    // East Asian characters are twice as wide as a digit.
    line.chars()
        .map(
            |c| if ('\u{1100}'..'\u{FFE7}').contains(&c) && !('\u{2000}'..'\u{2E80}').contains(&c) { 2.0 } else { 1.0 },
        )
        .sum()
}
