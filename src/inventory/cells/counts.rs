//! Counts of a year, from whatever a column counts: each month's, each run's, one channel's or one year's of several.
//!
//! A count goes through the bands of the rulebook onto a level. A range does so where all of it lies in one band; nothing
//! is made up in its middle.

use super::bare::{BareNumbers, Meaning};
use super::column::{ColumnRead, Expected, NumberColumn, Outcome, Reader, Sheet, Values, Way};
use super::numbers::{Beside, Unclear, grouped};
use super::periods::{Runs, own_period, runs};
use super::quantities;
use super::said::{Count, Figures, Said, Seen, expected_level};
use super::units::RowUnits;
use crate::codes::Code;
use crate::inventory::heading::{Heading, Part};
use crate::inventory::statements::{NumberUnit, Times};
use crate::problem::{Problem, Problems, column_letters};
use crate::rulebook::{ColumnRule, LevelScale, Points, Steps};

/// The counts between which a volume is Medium.
#[derive(Clone, Copy, Debug)]
pub(super) struct Bands {
    /// A count below this is Low.
    pub(super) low_below: f64,
    /// A count above this is High.
    pub(super) high_above: f64,
}

impl Bands {
    /// The levels of the least and the most that a range can be.
    fn levels(self, low: f64, high: f64) -> (Points, Points) {
        let level = |is_low: bool, is_high: bool| match (is_low, is_high) {
            (true, _) => Points::LOW,
            (_, true) => Points::HIGH,
            _ => Points::MEDIUM,
        };
        if low < high {
            // Its ends are judged from within: `10,000-50,000` is more than 10,000, and `0-1,000` less than 1,000.
            let least = level(low < self.low_below, low >= self.high_above);
            (least, level(high <= self.low_below, high > self.high_above))
        } else {
            let only = level(low < self.low_below, low > self.high_above);
            (only, only)
        }
    }

    fn help(self) -> String {
        let (low, high) = (grouped(self.low_below as u64), grouped(self.high_above as u64));
        format!("give a narrower range: a year's count below {low} is Low, one above {high} High")
    }
}

/// How much a function handles in a year, as far as one column says.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Volume {
    Missing,
    Level(Points),
    Count {
        low: f64,
        high: f64,
        /// Whether it is another number than the cell shows.
        is_converted: bool,
    },
}

impl Volume {
    /// A year's count that is another number than its cell shows.
    fn converted(self) -> Option<(f64, f64)> {
        match self {
            Volume::Count { low, high, is_converted: true } if low >= high => Some((low, low)),
            _ => None,
        }
    }
}

/// Reads the columns of an attribute of counts: one, or several that are channels or periods.
pub(super) fn read(
    sheet: &Sheet,
    rule: &ColumnRule,
    scale: &LevelScale,
    bands: Bands,
    columns: &[u16],
    problems: &mut Problems,
) -> Outcome {
    let part = sheet.heading(columns[0]).part;
    let columns = if part == Part::Whole { &columns[..1] } else { columns };
    let mut volumes = Vec::new();
    let mut read = Vec::new();
    for &column0 in columns {
        let mut reader = Reader::of(sheet, column0, problems);
        let (of_column, mut parts) = reader.volumes(sheet, rule, scale, bands);
        if part == Part::Channel {
            parts.insert(0, format!("one of {} channels, which are added", columns.len()));
        } else {
            parts.splice(0..0, sheet.series(columns));
            parts.extend(shorter_period(sheet.heading(column0)).map(|months| {
                let period = if months == 1 { "month" } else { "quarter" };
                format!("a {period}'s count or that of the year to its end, so both must give the same level")
            }));
        }
        let known = of_column.iter().filter(|volume| **volume != Volume::Missing).count();
        read.push(ColumnRead { reading: reader.finished(parts), known, is_on_stated_scale: false });
        volumes.push(of_column);
    }
    widen(sheet, columns, &mut volumes);
    let mut wide = Wide { sheet, bands, problems };
    if part == Part::Channel {
        let (levels, from) = wide.levels_of_sums(&volumes, columns);
        let ways = vec![Way { is_sum: true, steps: Steps::ANSWERS }];
        return Outcome { values: Values::Levels(levels), columns: read, from, ways, ..Outcome::default() };
    }
    let mut of_columns = Vec::new();
    for ((&column0, volumes), read) in columns.iter().zip(&volumes).zip(&mut read) {
        let each = volumes.iter().zip(sheet.rows);
        let levels: Vec<Option<Points>> = each.map(|(volume, row0)| wide.level(*volume, *row0, column0)).collect();
        read.known = levels.iter().flatten().count();
        of_columns.push(levels);
    }
    let (levels, from) = latest(sheet, columns, &volumes, of_columns);
    let years = years(columns, &volumes, &from);
    let ways = vec![Way { is_sum: false, steps: Steps::ANSWERS }];
    let bare = of_bare_numbers(sheet, bands, columns[0]);
    Outcome { values: Values::Levels(levels), columns: read, from, years, ways, bare, ..Outcome::default() }
}

/// What a bare number means in a column that counts the same time in every row.
fn of_bare_numbers(sheet: &Sheet, bands: Bands, column0: u16) -> Option<BareNumbers> {
    let heading = sheet.heading(column0);
    let Ok((Times::All(times), factor)) = heading.statement.count() else { return None };
    let Bands { low_below, high_above } = bands;
    let meaning = Meaning::Count { times: times * factor, low_below, high_above };
    (heading.part == Part::Whole).then(|| BareNumbers { meaning, has_points: sheet.marks_points(column0) })
}

/// The year's counts of the columns that functions' values come from, where they are other numbers than the cells show.
fn years(columns: &[u16], volumes: &[Vec<Volume>], from: &[u16]) -> Option<NumberColumn> {
    let of_function = |function: usize| {
        let column0 = from.get(function).unwrap_or(&columns[0]);
        let at = columns.iter().position(|column| column == column0)?;
        volumes[at][function].converted()
    };
    let functions = 0..volumes.first()?.len();
    if !functions.clone().any(|function| of_function(function).is_some()) {
        return None;
    }
    let mut years = NumberColumn::default();
    functions.for_each(|function| years.push(of_function(function)));
    Some(years)
}

/// The months of a column that holds a month or a quarter; whoever states its unit says whether its counts are a year's.
fn shorter_period(heading: &Heading) -> Option<u8> {
    match heading.part {
        Part::Period { months, .. } if months < 12 && heading.statement.origin.is_none() => Some(months),
        _ => None,
    }
}

/// Widens counts that may be those of a part of a year, or those of the year that ends with it: `2012-Q4 Vol.` is used for
/// both. A year is as much as its parts together, where these stand beside each other.
fn widen(sheet: &Sheet, columns: &[u16], volumes: &mut [Vec<Volume>]) {
    let end = |column: usize| match sheet.heading(columns[column]).part {
        Part::Period { end, .. } => end,
        _ => 0,
    };
    let known = volumes.to_vec();
    for (column, volumes) in volumes.iter_mut().enumerate() {
        let Some(months) = shorter_period(sheet.heading(columns[column])) else { continue };
        let year = end(column).saturating_sub(11)..=end(column);
        for (function, volume) in volumes.iter_mut().enumerate() {
            let Volume::Count { high, .. } = volume else { continue };
            let parts =
                (0..columns.len()).filter(|other| year.contains(&end(*other))).map(|other| known[other][function]);
            let together: f64 = parts.map(|part| if let Volume::Count { high, .. } = part { high } else { 0.0 }).sum();
            *high = (*high * 12.0 / f64::from(months)).max(together);
        }
    }
}

/// For each function the level of the latest count that is known, and its column. One that may be this or that is not
/// settled by an earlier one.
fn latest(
    sheet: &Sheet,
    columns: &[u16],
    volumes: &[Vec<Volume>],
    mut levels: Vec<Vec<Option<Points>>>,
) -> (Vec<Option<Points>>, Vec<u16>) {
    if columns.len() == 1 {
        return (levels.remove(0), Vec::new());
    }
    let mut by_age: Vec<usize> = (0..columns.len()).collect();
    by_age.sort_by_key(|at| std::cmp::Reverse(sheet.heading(columns[*at]).part));
    let functions = 0..sheet.rows.len();
    functions
        .map(|function| {
            let known = by_age.iter().find(|at| volumes[**at][function] != Volume::Missing);
            known.map_or((None, columns[0]), |at| (levels[*at][function], columns[*at]))
        })
        .unzip()
}

/// The channels of a function added up, and which of them is the largest. What is not known may be any number.
fn sum(channels: impl Iterator<Item = Volume>) -> (Volume, usize) {
    let (mut sum, mut is_open, mut largest) = (None, false, (0.0, 0));
    for (at, channel) in channels.enumerate() {
        let Volume::Count { low, high, .. } = channel else {
            is_open = true;
            continue;
        };
        let (from, to) = sum.unwrap_or((0.0, 0.0));
        sum = Some((from + low, to + high));
        if low > largest.0 {
            largest = (low, at);
        }
    }
    let volume = sum.map_or(Volume::Missing, |(low, high)| Volume::Count {
        low,
        high: if is_open { f64::INFINITY } else { high },
        is_converted: false,
    });
    (volume, largest.1)
}

impl Reader<'_> {
    /// A text as a count.
    pub(super) fn count(&self, text: &str) -> Result<Count, Unclear> {
        let quantity = quantities::parse(text, self.reading, self.convention, Beside::Counted)?;
        let times = own_period(&quantity.unit, self.reading)?;
        if quantity.high < 0.0 || quantity.low < 0.0 && quantity.low.is_finite() {
            return Err(Unclear::NotANumber);
        }
        Ok(Count {
            low: quantity.low.max(0.0) * times.unwrap_or(1.0),
            high: quantity.high * times.unwrap_or(1.0),
            is_rough: quantity.is_rough,
            has_magnitude: quantity.has_magnitude,
            is_yearly: times.is_some(),
            shown: quantity.low,
        })
    }

    /// What the column says of each function, and how it was read.
    fn volumes(
        &mut self,
        sheet: &Sheet,
        rule: &ColumnRule,
        scale: &LevelScale,
        bands: Bands,
    ) -> (Vec<Volume>, Vec<String>) {
        let heading = sheet.heading(self.cells.column0);
        let is_channel = heading.part == Part::Channel;
        let figures = if is_channel { Figures::ChannelCounts } else { Figures::Counts };
        let said = self.what_was_said(scale, figures).said;
        let (times, factor) = heading.statement.count().unwrap_or_else(|why| (Times::Unclear(why), 1.0));
        let runs = if times == Times::Runs { runs(sheet, rule) } else { None };
        // A level cannot be added to what other channels counted.
        let level = expected_level(scale, None);
        let expected = if is_channel { Expected::Number("a number") } else { Expected::Level(&level) };
        let (mut seen, mut counted) = (Seen::default(), Counted { factor, ..Counted::default() });
        let mut volumes = Vec::with_capacity(said.len());
        let mut units_of = RowUnits::of(sheet, rule, self.cells.column0);
        for (function, (said, &row0)) in said.iter().zip(self.cells.rows).enumerate() {
            let count = match *said {
                Said::Count(count) => Some(count),
                Said::Number(n) if n >= 0.0 => Some(Count::plain(n)),
                _ => None,
            };
            let cell = self.cells.table.value(row0, self.cells.column0);
            let own = match count.map(|_| units_of.count_unit(row0, cell)).transpose() {
                Ok(own) => own.unwrap_or_default(),
                Err(why) => {
                    self.unlike(row0, &why);
                    volumes.push(Volume::Missing);
                    continue;
                }
            };
            let level = if is_channel { None } else { self.level(*said, row0, &mut seen) };
            volumes.push(match (count, level, said) {
                (Some(count), ..) => {
                    let runs = runs.as_ref().map(|(_, runs)| runs[function]);
                    counted.volume(count.times(own), &own_times(&times, own), runs)
                }
                (_, Some(level), _) => Volume::Level(level),
                (_, _, Said::Nothing) => Volume::Missing,
                (_, _, Said::Ambiguous) => {
                    self.doubtful.push(row0);
                    Volume::Missing
                }
                _ => {
                    self.unreadable(row0, expected);
                    Volume::Missing
                }
            });
        }
        self.report_lacking(&times, &counted, runs.is_some());
        let mut parts = seen.parts(scale);
        parts.extend(counted.parts(&times, runs.map(|(column0, _)| column0), (sheet, self.cells.column0), bands));
        parts.extend(units_of.by_column());
        (volumes, parts)
    }

    /// Says, once for each cause, why numbers of the column came to no year's count.
    fn report_lacking(&mut self, times: &Times, counted: &Counted, has_frequency: bool) {
        let mut warn = |code, message: String, help: &str| {
            self.problems.push(Problem::warning(code, self.place.clone(), message).help(help));
        };
        if let Times::Unclear(why) = times
            && counted.unclear > 0
        {
            let message = format!("{why}, so its numbers are no year's counts; they count as missing");
            let help = format!(
                "name one period in the header, such as `per month`, or state it: `--unit \"{0}=per month\"`, or \
                 `--unit \"{0}=1\"` where they are a year's counts as they stand",
                self.typed
            );
            warn(Code::UnclearPeriod, message, &help);
        }
        let numbers = |n: usize| match n {
            1 => ("1 number for each run".to_owned(), "it", "it counts as missing"),
            many => (format!("{} numbers for each run", grouped(many as u64)), "them", "they count as missing"),
        };
        if counted.unknown > 0 {
            let (numbers, them, missing) = numbers(counted.unknown);
            let message = if has_frequency {
                format!("holds {numbers} without a frequency beside {them}; {missing}")
            } else {
                format!("holds {numbers}, and no column says how often the function runs; {missing}")
            };
            let help = "say how often each runs, such as `daily` or `monthly`, or give a year's counts";
            warn(Code::NoFrequency, message, help);
        }
        if counted.uncounted > 0 {
            let (numbers, _, missing) = numbers(counted.uncounted);
            let message = format!("holds {numbers} beside a frequency that says no number of runs a year; {missing}");
            let help = "give a year's counts there, or add the frequency to `[periods]` in the rulebook";
            warn(Code::NoFrequency, message, help);
        }
    }
}

/// What a count is to be multiplied by, where its row says how often it is meant.
fn own_times(times: &Times, own: NumberUnit) -> Times {
    own.times.map_or_else(|| times.clone(), Times::All)
}

/// The levels from one to another, in words.
fn either(levels: (Points, Points)) -> &'static str {
    match levels {
        (Points::LOW, Points::HIGH) => "anything from Low to High",
        (Points::LOW, _) => "Low or Medium",
        _ => "Medium or High",
    }
}

/// Turns volumes into levels, and reports ranges that are too wide for one.
struct Wide<'a> {
    sheet: &'a Sheet<'a>,
    bands: Bands,
    problems: &'a mut Problems,
}

impl Wide<'_> {
    /// The level of what one column says; a range across bands has none.
    fn level(&mut self, volume: Volume, row0: u32, column0: u16) -> Option<Points> {
        let levels = match volume {
            Volume::Missing => return None,
            Volume::Level(level) => return Some(level),
            Volume::Count { low, high, .. } => self.bands.levels(low, high),
        };
        if levels.0 != levels.1 {
            let table = self.sheet.table;
            let found = table.shown(table.cell(row0, column0));
            let message = format!("may be {} and counts as missing, found `{}`", either(levels), found.trim());
            self.report(row0, column0, message, self.help(column0));
        }
        (levels.0 == levels.1).then_some(levels.0)
    }

    fn help(&self, column0: u16) -> String {
        let (heading, help) = (self.sheet.heading(column0), self.bands.help());
        let period = match heading.part {
            Part::Period { months: 1, .. } => "month",
            Part::Period { months: 3, .. } => "quarter",
            _ => return help,
        };
        let name = heading.typed(column0);
        format!("say which it is: `--unit \"{name}=per {period}\"`, or `--unit \"{name}=1\"` of a year; or {help}")
    }

    /// For each function the level of its channels added up, and the column of the largest.
    fn levels_of_sums(&mut self, channels: &[Vec<Volume>], columns: &[u16]) -> (Vec<Option<Points>>, Vec<u16>) {
        let functions = self.sheet.rows.iter().enumerate();
        functions
            .map(|(function, row0)| {
                let of_function = || channels.iter().map(|channel| channel[function]);
                let (sum, largest) = sum(of_function());
                let unknown = of_function().position(|volume| volume == Volume::Missing);
                (self.level_of_sum(sum, *row0, unknown.map(|at| columns[at]), columns[0]), columns[largest])
            })
            .unzip()
    }

    fn level_of_sum(&mut self, sum: Volume, row0: u32, unknown: Option<u16>, first: u16) -> Option<Points> {
        let Volume::Count { low, high, .. } = sum else { return None };
        let levels = self.bands.levels(low, high);
        if levels.0 != levels.1 {
            let (known, either) = (grouped(low as u64), either(levels));
            if let Some(column0) = unknown {
                let message = format!(
                    "is not known, so the channels together may be {either} and count as missing, found `{known} or more`"
                );
                let help = "fill in the channel, with `not applicable` where it is not in use";
                self.report(row0, column0, message, help.to_owned());
            } else {
                let most =
                    if high.is_finite() { format!("{known} to {}", grouped(high as u64)) } else { known + " or more" };
                let message = format!("the channels together may be {either} and count as missing, found `{most}`");
                self.report(row0, first, message, self.bands.help());
            }
        }
        (levels.0 == levels.1).then_some(levels.0)
    }

    fn report(&mut self, row0: u32, column0: u16, message: String, help: String) {
        let place = self.sheet.table.place_of(row0, column0).under(self.sheet.heading(column0).header.as_str());
        self.problems.push(Problem::warning(Code::WideRange, place, message).help(help));
    }
}

/// What was counted in a column, for the line that says how it was read, and for what is lacking.
#[derive(Default)]
struct Counted {
    /// The power of ten that the header states, 1 where it states none.
    factor: f64,
    all: usize,
    with_own_period: usize,
    rough: usize,
    ranges: usize,
    /// Counts of a time that is not clear.
    unclear: usize,
    /// Counts for each run of functions whose frequency is not known.
    unknown: usize,
    /// Counts for each run of functions whose frequency says no number.
    uncounted: usize,
}

impl Counted {
    /// A count as a year's.
    fn volume(&mut self, count: Count, times: &Times, runs: Option<Runs>) -> Volume {
        let factor = match (times, runs) {
            _ if count.is_yearly => 1.0,
            (Times::All(times), _) => *times,
            (Times::Runs, Some(Runs::Times(times))) => times,
            (Times::Unclear(_), _) => {
                self.unclear += 1;
                return Volume::Missing;
            }
            (Times::Runs, Some(Runs::Uncounted)) => {
                self.uncounted += 1;
                return Volume::Missing;
            }
            (Times::Runs, Some(Runs::Unknown) | None) => {
                self.unknown += 1;
                return Volume::Missing;
            }
        };
        self.all += 1;
        self.with_own_period += usize::from(count.is_yearly);
        self.rough += usize::from(count.is_rough);
        self.ranges += usize::from(count.low < count.high);
        let factor = if count.has_magnitude { factor } else { factor * self.factor };
        let (low, high) = (count.low * factor, count.high * factor);
        Volume::Count { low, high, is_converted: (low - count.shown).abs() > f64::EPSILON }
    }

    /// How the counts were read, one part each; nothing where there were none.
    fn parts(
        &self,
        times: &Times,
        frequency: Option<u16>,
        (sheet, column0): (&Sheet, u16),
        bands: Bands,
    ) -> Vec<String> {
        if self.all == 0 {
            return Vec::new();
        }
        let statement = &sheet.heading(column0).statement;
        let rounded = |times: &f64| (times * 100.0).round() / 100.0;
        let times = match times {
            Times::All(times) if (times - 1.0).abs() > f64::EPSILON => match &statement.origin {
                None => format!(", {} times the number as the header states", rounded(times)),
                Some(origin) => format!(", {} times the number, {origin}", rounded(times)),
            },
            Times::Runs => frequency.map_or(String::new(), |column0| {
                let header = &sheet.heading(column0).header;
                format!(", the number times the runs that column {} (`{header}`) states", column_letters(column0))
            }),
            Times::All(_) | Times::Unclear(_) => String::new(),
        };
        let (low, high) = (grouped(bands.low_below as u64), grouped(bands.high_above as u64));
        let thousands = match (self.factor, &statement.origin) {
            (factor, Some(origin)) if factor > 1.0 && times.is_empty() => {
                format!(", multiplied by {}, {origin}", grouped(factor as u64))
            }
            (factor, _) if factor > 1.0 => format!(", multiplied by {}", grouped(factor as u64)),
            _ => String::new(),
        };
        let of = statement.counted.as_ref();
        let of = of.map_or(String::new(), |counted| format!(" of `{counted}`"));
        let mut parts = vec![format!("a year's count{of}{times}{thousands}: below {low} Low, above {high} High")];
        for (n, what) in [
            (self.with_own_period, "with a period of their own"),
            (self.ranges, "as ranges, by the band they lie in"),
            (self.rough, "approximate"),
        ] {
            if n > 0 {
                parts.push(format!("{} {what}", grouped(n as u64)));
            }
        }
        parts
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::inventory::cells::numbers::Convention;
    use crate::inventory::heading::{Heading, one_line};
    use crate::inventory::statements::of_column;
    use crate::problem::Place;
    use crate::rulebook::load_default;
    use crate::table::{Cell, Table};

    /// Reads columns of volumes, and with them one of frequencies: a heading with its part, and its cells.
    struct Read {
        levels: Vec<Option<u8>>,
        from: Vec<u16>,
        readings: Vec<String>,
        problems: Vec<String>,
    }

    fn read(columns: &[(&str, Part, &[&str])]) -> Read {
        let rulebook = load_default();
        let volume = rulebook.attribute_named("annual_volume").expect("an attribute");
        let frequency = rulebook.attribute_named("frequency");
        let mut table = Table::new(Place::file("x.csv"));
        for row0 in 0..columns[0].2.len() {
            for (column0, (_, _, cells)) in columns.iter().enumerate() {
                let cell = if cells[row0].is_empty() { Cell::Empty } else { Cell::Text(table.intern(cells[row0])) };
                table.append(row0 as u32, column0 as u16, cell);
            }
        }
        let rule = rulebook.attribute(volume).rule().expect("a column");
        let attribute = |header: &str| if header == "Frequency" { frequency } else { Some(volume) };
        let heading = |header: &str, part| Heading {
            header: one_line(header),
            attribute: attribute(header),
            part,
            lines: header.to_owned(),
            statement: of_column(header, rule, &rulebook.reading),
            ..Heading::default()
        };
        let headings: Vec<Heading> = columns.iter().map(|(header, part, _)| heading(header, *part)).collect();
        let rows: Vec<u32> = (0..columns[0].2.len() as u32).collect();
        let convention = Convention::DecimalPoint;
        let sheet =
            Sheet { rulebook: &rulebook, table: &table, headings: &headings, rows: &rows, convention, of_parts: &[] };
        let of_volume: Vec<u16> =
            (0..headings.len()).filter(|at| headings[*at].attribute == Some(volume)).map(|at| at as u16).collect();
        let mut problems = Problems::default();
        let outcome = crate::inventory::cells::read::read(&sheet, rule, &of_volume, &mut Vec::new(), &mut problems);
        let Values::Levels(levels) = outcome.values else { panic!("volumes are levels") };
        Read {
            levels: levels.into_iter().map(|level| level.map(Points::value)).collect(),
            from: outcome.from,
            readings: outcome.columns.into_iter().map(|column| column.reading).collect(),
            problems: problems
                .listed()
                .iter()
                .map(|problem| format!("{}: {}", problem.code, problem.message))
                .collect(),
        }
    }

    #[track_caller]
    fn check(header: &str, cells: &[&str], levels: &[Option<u8>], reading: &str, problems: &[&str]) {
        let read = read(&[(header, Part::Whole, cells)]);
        assert_eq!(read.levels, levels, "{header}");
        assert_eq!(read.readings, [reading], "{header}");
        assert_eq!(read.problems, problems, "{header}");
    }

    #[test]
    fn counts_of_shorter_times_are_made_a_year_s() {
        const LOW: Option<u8> = Some(0);
        const MEDIUM: Option<u8> = Some(50);
        const HIGH: Option<u8> = Some(100);
        let bands = "below 1,000 Low, above 10,000 High";
        check(
            "Annual volume",
            &["999", "1000", "10,001"],
            &[LOW, MEDIUM, HIGH],
            &format!("a year's count: {bands}"),
            &[],
        );
        let monthly = format!("a year's count, 12 times the number as the header states: {bands}");
        for header in
            ["Monthly volume", "Transactions per month", "Volumen pro Monat", "volume/month", "Volume (per month)"]
        {
            check(header, &["83", "84", "834"], &[LOW, MEDIUM, HIGH], &monthly, &[]);
        }
        check(
            "Volume per day",
            &["3", "38", "39"],
            &[LOW, MEDIUM, HIGH],
            &format!("a year's count, 260 times the number as the header states: {bands}"),
            &[],
        );
        check(
            "Monthly volume",
            &["5,000 contacts/yr", "~50 tickets/day", "84"],
            &[MEDIUM, HIGH, MEDIUM],
            &format!("{monthly}; 2 with a period of their own; 1 approximate"),
            &[],
        );
        check(
            "Annual volume (in thousands)",
            &["0.5", "5", "5k"],
            &[LOW, MEDIUM, MEDIUM],
            &format!("a year's count, multiplied by 1,000: {bands}"),
            &[],
        );
        check("Volume (last 12 months)", &["1000"], &[MEDIUM], &format!("a year's count: {bands}"), &[]);
        check(
            "Volume (letzte 3 Monate)",
            &["250"],
            &[MEDIUM],
            &format!("a year's count, 4 times the number as the header states: {bands}"),
            &[],
        );
        check(
            "Volume (30 days)",
            &["5000"],
            &[None],
            "no value was read",
            &["unclear-period: counts over 30 days, so its numbers are no year's counts; they count as missing"],
        );
        check(
            "Annual volume (monthly)",
            &["5000"],
            &[None],
            "no value was read",
            &["unclear-period: names two periods, so its numbers are no year's counts; they count as missing"],
        );
        check(
            "Volume per clerk and month",
            &["5000"],
            &[None],
            "no value was read",
            &["unclear-period: counts per `clerk`, so its numbers are no year's counts; they count as missing"],
        );
    }

    #[test]
    fn ranges_count_where_they_lie_in_one_band() {
        check(
            "Annual volume",
            &["0-1,000", "1,000-10,000", "10,000-50,000", "50,000+", "<100", "> 1,000", "500-50,000", "up to 1,000"],
            &[Some(0), Some(50), Some(100), Some(100), Some(0), None, None, Some(0)],
            "a year's count: below 1,000 Low, above 10,000 High; 8 as ranges, by the band they lie in",
            &[
                "wide-range: may be Medium or High and counts as missing, found `> 1,000`",
                "wide-range: may be anything from Low to High and counts as missing, found `500-50,000`",
            ],
        );
        let expected = "not-a-level: expected a level (`high`, `medium`, `low`) or a count, found";
        check(
            "Annual volume",
            &["-5", "20 per clerk", "500 daily reports", "3 operators, laptop", "12 May"],
            &[None; 5],
            "no value was read",
            &[
                &format!("{expected} `-5`"),
                &format!("{expected} `20 per clerk`"),
                &format!("{expected} `500 daily reports`"),
                &format!("{expected} `3 operators, laptop`"),
                &format!("{expected} `12 May`"),
            ],
        );
    }

    #[test]
    fn counts_for_each_run_take_the_frequency_of_their_row() {
        let volumes: &[&str] = &["100", "100", "100", "100", "High", "12,000 per year"];
        let frequencies: &[&str] = &["Daily", "Monthly (by the 5th)", "Ad hoc", "", "Ad hoc", ""];
        let beside = read(&[("Average volume", Part::Whole, volumes), ("Frequency", Part::Whole, frequencies)]);
        assert_eq!(beside.levels, [Some(100), Some(50), None, None, Some(100), Some(100)]);
        assert_eq!(
            beside.readings,
            ["words onto levels (High = 100); a year's count, the number times the runs that column B (`Frequency`) \
              states: below 1,000 Low, above 10,000 High; 1 with a period of their own"]
        );
        assert_eq!(
            beside.problems,
            [
                "no-frequency: holds 1 number for each run without a frequency beside it; it counts as missing",
                "no-frequency: holds 1 number for each run beside a frequency that says no number of runs a year; it \
                 counts as missing",
            ]
        );
        let alone = read(&[("volume_per_freq", Part::Whole, &["5", "6"])]);
        assert_eq!(
            (alone.levels, alone.problems),
            (
                vec![None, None],
                vec![
                    "no-frequency: holds 2 numbers for each run, and no column says how often the function runs; they \
                     count as missing"
                        .to_owned()
                ]
            )
        );
    }

    #[test]
    fn channels_are_added_and_an_unknown_one_leaves_the_sum_open() {
        let read = read(&[
            ("Online applications", Part::Channel, &["600", "9000", "600", "20000", "ND", "High"]),
            ("Mail applications", Part::Channel, &["600", "Not applicable", "ND", "ND", "ND", "5"]),
        ]);
        assert_eq!(read.levels, [Some(50), Some(50), None, Some(100), None, None]);
        assert_eq!(read.from[..4], [0, 0, 0, 0]);
        assert_eq!(
            read.readings,
            ["one of 2 channels, which are added; a year's count: below 1,000 Low, above 10,000 High"; 2]
        );
        assert_eq!(
            read.problems,
            [
                "not-a-number: expected a number, found `High`",
                "wide-range: is not known, so the channels together may be anything from Low to High and count as missing, found `600 or more`",
                "wide-range: is not known, so the channels together may be anything from Low to High and count as missing, found `5 or more`",
            ]
        );
    }

    #[test]
    fn of_several_periods_the_latest_known_counts() {
        let read = read(&[
            ("2024 volume", Part::Period { is_actual: true, end: 2024, months: 12 }, &["20000", "500", ""]),
            ("2026 volume", Part::Period { is_actual: true, end: 2026, months: 12 }, &["", "20000", ""]),
            ("2025 volume", Part::Period { is_actual: true, end: 2025, months: 12 }, &["500", "5000", ""]),
        ]);
        assert_eq!(read.levels, [Some(0), Some(100), None]);
        assert_eq!(read.from, [2, 1, 0]);
        assert!(read.readings[0].starts_with("one of 3 periods, of which the latest known counts; a year's count"));
        assert_eq!(read.problems, [] as [&str; 0]);
    }
}
