//! The charts of the summary sheet, native to Excel, over the small block of figures beside it.
//!
//! They carry the verdicts' colours and their marks, and nothing that a reader does not need.

use rust_xlsxwriter::{
    Chart, ChartAxisLabelPosition, ChartAxisTickType, ChartDataLabel, ChartDataLabelPosition, ChartFont, ChartFormat,
    ChartLegendPosition, ChartLine, ChartMarker, ChartMarkerType, ChartPoint, ChartSolidFill, ChartType,
};

use super::cells::for_attribute;
use super::styles::color;
use crate::assessment::Verdict;
use crate::report::model::Split;
use crate::report::view::dashboard::Bin;
use crate::report::words::messages::Messages;
use crate::report::words::palette::{self, INK, MUTED, PANEL, RULE, Rgb};
use crate::sheets::SUMMARY;

/// A range of the summary sheet: first row and column, last row and column.
pub(crate) type Range = (u32, u16, u32, u16);

/// One bar for each verdict, labelled in a number format.
pub(crate) fn split(say: &Messages, title: &str, split: &Split, names: Range, values: Range, format: &str) -> Chart {
    let mut chart = blank(ChartType::Bar, title);
    describe(&mut chart, &say.chart_shows_verdicts(title));
    let points: Vec<ChartPoint> =
        split.segments.iter().map(|segment| ChartPoint::new().set_format(&mut solid(segment.verdict))).collect();
    let mut label = ChartDataLabel::new();
    label.show_value().set_position(ChartDataLabelPosition::OutsideEnd).set_font(&font(9, INK)).set_num_format(format);
    chart
        .add_series()
        .set_categories(on_summary(say, names))
        .set_values(on_summary(say, values))
        .set_points(&points)
        .set_gap(45)
        .set_data_label(&label);
    chart.legend().set_hidden();
    quiet_axes(&mut chart);
    chart
}

/// A column for each bin of scores: in full beyond the borderline, pale within it, grey without a verdict.
pub(crate) fn scores(say: &Messages, title: &str, bins: &[Bin], names: Range, series: &[Range; 3]) -> Chart {
    let mut chart = blank(ChartType::ColumnStacked, &say.chart_scores(title));
    describe(&mut chart, &say.chart_shows_scores(title));
    let [bpo, outsourcing, split, grey] = Verdict::ALL.map(palette::fill);
    let by_side = |bin: &Bin, bpo, outsourcing| match bin.end {
        0 => split,
        1.. => bpo,
        _ => outsourcing,
    };
    let fills: [Vec<Rgb>; 3] = [
        bins.iter().map(|bin| by_side(bin, bpo, outsourcing)).collect(),
        bins.iter().map(|bin| by_side(bin, palette::BPO_BAR, palette::OUTSOURCING_BAR)).collect(),
        vec![grey; bins.len()],
    ];
    for (values, fills) in series.iter().zip(fills) {
        let points: Vec<ChartPoint> =
            fills.into_iter().map(|fill| ChartPoint::new().set_format(&mut filled(fill))).collect();
        chart
            .add_series()
            .set_categories(on_summary(say, names))
            .set_values(on_summary(say, *values))
            .set_points(&points)
            .set_gap(12);
    }
    chart.legend().set_hidden();
    chart
        .x_axis()
        .set_font(&font(8, MUTED))
        .set_label_interval(5)
        .set_major_tick_type(ChartAxisTickType::None)
        .set_format(ChartFormat::new().set_line(ChartLine::new().set_color(color(RULE)).set_width(0.75)));
    let faint = ChartLine::new().set_color(color(PANEL)).set_width(0.75).clone();
    chart
        .y_axis()
        .set_font(&font(8, MUTED))
        .set_num_format("0")
        .set_major_gridlines(true)
        .set_major_gridlines_line(&faint)
        .set_major_tick_type(ChartAxisTickType::None)
        .set_format(ChartFormat::new().set_line(ChartLine::new().set_hidden(true)));
    chart
}

/// A stacked bar for each group, a part for each verdict.
pub(crate) fn groups(say: &Messages, title: &str, names: Range, series: &[(Verdict, Range)]) -> Chart {
    let mut chart = blank(ChartType::BarStacked, title);
    describe(&mut chart, &say.chart_shows_groups(title));
    for &(verdict, values) in series {
        let label = font(9, palette::text_on(verdict));
        chart
            .add_series()
            .set_name(say.verdict(verdict))
            .set_categories(on_summary(say, names))
            .set_values(on_summary(say, values))
            .set_format(&mut solid(verdict))
            // No label where there is no function.
            .set_data_label(ChartDataLabel::new().show_value().set_num_format("0;;;").set_font(&label))
            .set_gap(35);
    }
    chart.legend().set_position(ChartLegendPosition::Bottom).set_font(&font(9, MUTED));
    quiet_axes(&mut chart);
    // A bar chart lies on its side; every name is shown.
    chart.y_axis().set_label_interval(1).set_font(&font(8, INK));
    chart
}

/// From where to where the axes of the map run: evidence and the room over which marks on one spot are spread.
const MAP_END: i32 = 110;

/// The portfolio map: a mark for each function on two axes of evidence.
pub(crate) fn map(say: &Messages, axes: [&str; 2], x: Range, series: &[(Verdict, Range)]) -> Chart {
    let title = say.behind_map();
    let mut chart = blank(ChartType::Scatter, title);
    describe(&mut chart, &say.chart_shows_map(title, axes[0], axes[1]));
    for &(verdict, y) in series {
        chart
            .add_series()
            .set_name(say.verdict(verdict))
            .set_categories(on_summary(say, x))
            .set_values(on_summary(say, y))
            .set_format(ChartFormat::new().set_no_line())
            .set_marker(&marker(verdict));
    }
    chart.legend().set_position(ChartLegendPosition::Bottom).set_font(&font(9, MUTED));
    for (axis, title) in [(0, axes[0]), (1, axes[1])] {
        let title = format!("{title} \u{2192}");
        evidence_axis(if axis == 0 { chart.x_axis() } else { chart.y_axis() }, &title);
    }
    chart
}

fn evidence_axis(axis: &mut rust_xlsxwriter::ChartAxis, title: &str) {
    axis.set_name(title)
        .set_name_font(&font(9, MUTED))
        .set_min(-MAP_END)
        .set_max(MAP_END)
        .set_major_unit(MAP_END)
        .set_major_gridlines(false)
        .set_major_tick_type(ChartAxisTickType::None)
        .set_label_position(ChartAxisLabelPosition::None)
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

fn on_summary(
    say: &Messages,
    (first_row, first_column, last_row, last_column): Range,
) -> (&'static str, u32, u16, u32, u16) {
    (say.name(SUMMARY), first_row, first_column, last_row, last_column)
}

fn font(size: u8, rgb: Rgb) -> ChartFont {
    let mut font = ChartFont::new();
    font.set_name("Calibri").set_size(size).set_color(color(rgb)).unset_bold();
    font
}

fn solid(verdict: Verdict) -> ChartFormat {
    filled(palette::fill(verdict))
}

fn filled(rgb: Rgb) -> ChartFormat {
    let mut format = ChartFormat::new();
    format.set_solid_fill(ChartSolidFill::new().set_color(color(rgb)));
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
        Verdict::InsufficientEvidence => (ChartMarkerType::Circle, 7, fill, color(MUTED)),
    };
    let mut format = ChartFormat::new();
    format.set_solid_fill(ChartSolidFill::new().set_color(ground));
    format.set_border(ChartLine::new().set_color(edge).set_width(0.75));
    let mut marker = ChartMarker::new();
    marker.set_type(shape).set_size(size).set_format(&mut format);
    marker
}
