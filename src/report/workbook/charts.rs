//! The charts of the summary sheet, native to Excel, over the small block of figures beside it.
//!
//! They carry the verdicts' colours and their marks, and nothing that a reader does not need.

use rust_xlsxwriter::{
    Chart, ChartAxisLabelPosition, ChartAxisTickType, ChartDataLabel, ChartDataLabelPosition, ChartFont, ChartFormat,
    ChartLegendPosition, ChartLine, ChartMarker, ChartMarkerType, ChartPoint, ChartSolidFill, ChartType,
};

use super::cells::for_attribute;
use super::styles::{POINTS, color};
use crate::report::palette::{self, INK, MUTED, RULE, Rgb};
use crate::report::{Split, Verdict};

/// Large amounts in millions and thousands, small ones in full.
const SHORT: &str = "[>=1000000]#,##0.0,,\"M\";[>=10000]#,##0,\"k\";#,##0";

/// A range of the summary sheet: first row and column, last row and column.
pub(super) type Range = (u32, u16, u32, u16);

/// One bar for each verdict; its labels follow the cells where these are formulas.
pub(super) fn split(title: &str, split: &Split, names: Range, values: Range, is_live: bool) -> Chart {
    let mut chart = blank(ChartType::Bar, title);
    describe(&mut chart, &format!("{title}: a bar for each verdict"));
    let points: Vec<ChartPoint> =
        split.segments.iter().map(|segment| ChartPoint::new().set_format(&mut solid(segment.verdict))).collect();
    let labels: Vec<ChartDataLabel> = split
        .segments
        .iter()
        .map(|segment| ChartDataLabel::new().set_value(&segment.value).set_font(&font(10, INK)).to_custom())
        .collect();
    let mut label = ChartDataLabel::new();
    label.show_value().set_position(ChartDataLabelPosition::OutsideEnd).set_font(&font(10, INK));
    let series = chart.add_series();
    series.set_categories(on_summary(names)).set_values(on_summary(values)).set_points(&points).set_gap(45);
    if is_live {
        series.set_data_label(label.set_num_format(SHORT));
    } else {
        series.set_data_label(&label).set_custom_data_labels(&labels);
    }
    chart.legend().set_hidden();
    quiet_axes(&mut chart);
    chart
}

/// A stacked bar for each group, a part for each verdict.
pub(super) fn groups(title: &str, names: Range, series: &[(Verdict, Range, Range)]) -> Chart {
    let mut chart = blank(ChartType::BarStacked, title);
    describe(&mut chart, &format!("{title}: a bar for each group, a part for each verdict"));
    for &(verdict, name, values) in series {
        let label = font(9, palette::text_on(verdict));
        chart
            .add_series()
            .set_name(on_summary(name))
            .set_categories(on_summary(names))
            .set_values(on_summary(values))
            .set_format(&mut solid(verdict))
            // No label where there is no function.
            .set_data_label(ChartDataLabel::new().show_value().set_num_format("0;;;").set_font(&label))
            .set_gap(35);
    }
    chart.legend().set_position(ChartLegendPosition::Bottom).set_font(&font(9, MUTED));
    quiet_axes(&mut chart);
    chart
}

/// The portfolio map: a mark for each function on two axes of evidence.
pub(super) fn map(title: &str, axes: [&str; 2], series: &[(Verdict, Range, Range, Range)]) -> Chart {
    let mut chart = blank(ChartType::Scatter, title);
    describe(&mut chart, &format!("{title}: a mark for each function, by {} and {}", axes[0], axes[1]));
    for &(verdict, name, x, y) in series {
        chart
            .add_series()
            .set_name(on_summary(name))
            .set_categories(on_summary(x))
            .set_values(on_summary(y))
            .set_format(ChartFormat::new().set_no_line())
            .set_marker(&marker(verdict));
    }
    chart.legend().set_position(ChartLegendPosition::Bottom).set_font(&font(9, MUTED));
    let [x_title, y_title] = axes;
    evidence_axis(chart.x_axis(), x_title);
    evidence_axis(chart.y_axis(), y_title);
    chart
}

fn evidence_axis(axis: &mut rust_xlsxwriter::ChartAxis, title: &str) {
    axis.set_name(title)
        .set_name_font(&font(9, MUTED))
        .set_font(&font(8, MUTED))
        .set_min(-100)
        .set_max(100)
        .set_major_unit(50)
        .set_num_format(POINTS)
        .set_major_gridlines(false)
        .set_major_tick_type(ChartAxisTickType::None)
        .set_label_position(ChartAxisLabelPosition::Low)
        .set_format(ChartFormat::new().set_line(ChartLine::new().set_color(color(RULE)).set_width(1)));
}

fn blank(kind: ChartType, title: &str) -> Chart {
    let mut chart = Chart::new(kind);
    chart.title().set_name(title).set_font(font(11, INK).set_bold());
    chart
        .chart_area()
        .set_format(ChartFormat::new().set_border(ChartLine::new().set_color(color(RULE)).set_width(0.75)));
    chart
}

/// What a chart shows, for those who do not see it.
fn describe(chart: &mut Chart, description: &str) {
    chart.set_alt_text(for_attribute(description));
}

/// Names on the one axis, first one on top; nothing on the other, for the bars are labelled.
fn quiet_axes(chart: &mut Chart) {
    // A bar chart lies on its side: its names are on the y axis.
    chart
        .y_axis()
        .set_reverse()
        .set_font(&font(9, INK))
        .set_major_tick_type(ChartAxisTickType::None)
        .set_format(ChartFormat::new().set_line(ChartLine::new().set_color(color(RULE)).set_width(0.75)));
    chart.x_axis().set_major_gridlines(false).set_hidden(true);
}

fn on_summary((first_row, first_column, last_row, last_column): Range) -> (&'static str, u32, u16, u32, u16) {
    ("Summary", first_row, first_column, last_row, last_column)
}

fn font(size: u8, rgb: Rgb) -> ChartFont {
    let mut font = ChartFont::new();
    font.set_name("Calibri").set_size(size).set_color(color(rgb)).unset_bold();
    font
}

fn solid(verdict: Verdict) -> ChartFormat {
    let mut format = ChartFormat::new();
    format.set_solid_fill(ChartSolidFill::new().set_color(color(palette::fill(verdict))));
    format
}

/// The verdict's mark, which tells it apart without its colour.
fn marker(verdict: Verdict) -> ChartMarker {
    let fill = color(palette::fill(verdict));
    let white = color(palette::WHITE);
    let (shape, size, ground, edge) = match verdict {
        Verdict::Bpo => (ChartMarkerType::Circle, 8, fill, white),
        Verdict::TraditionalOutsourcing => (ChartMarkerType::Triangle, 8, fill, white),
        Verdict::Split => (ChartMarkerType::Diamond, 9, fill, white),
        Verdict::InsufficientEvidence => (ChartMarkerType::Circle, 7, white, color(MUTED)),
    };
    let mut format = ChartFormat::new();
    format.set_solid_fill(ChartSolidFill::new().set_color(ground));
    format.set_border(ChartLine::new().set_color(edge).set_width(0.75));
    let mut marker = ChartMarker::new();
    marker.set_type(shape).set_size(size).set_format(&mut format);
    marker
}
