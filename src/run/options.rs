//! The options of a run, each in one place: how it is typed, what it means, and how it is typed again.
//!
//! A job carries them as they were given. A new option is a field here, with what the help says of it, and a line where its
//! struct is taken apart to be typed again, which does not compile without it. What an option does is said where it is used.

use std::path::{Path, PathBuf};

use clap::Args;
use jiff::civil::Date;

use crate::inventory::Preferred;
use crate::language::Language;
use crate::report::flat::TableFormat;
use crate::report::pdf::Paper;
use crate::report::view::live::Figures;
use crate::rulebook::DecimalMark;
use crate::table::{Manner, StatedDelimiter, StatedEncoding};

/// How an inventory is read and judged.
#[derive(Clone, Debug, Default, Args)]
pub struct ReadingOptions {
    /// Make one portfolio of all inventories under this name, such as those of several plants, or of all sheets of a workbook
    /// that hold one. Each is understood by itself, and each function keeps where it comes from.
    #[arg(long, value_name = "NAME", value_parser = portfolio_name, requires = "inventory")]
    pub combine: Option<String>,
    /// The sheet that holds the inventory; without it, the sheet that looks most like one.
    #[arg(long, value_name = "NAME", requires = "inventory")]
    pub sheet: Option<String>,
    /// What parts the fields of delimited text, where it is not told rightly: a character, or `tab`.
    #[arg(long, value_name = "CHARACTER", requires = "inventory", allow_hyphen_values = true)]
    pub delimiter: Option<StatedDelimiter>,
    /// The encoding of delimited text, where it is not told rightly, such as `windows-1250`, `Shift_JIS` or `macintosh`.
    #[arg(long, value_name = "ENCODING", requires = "inventory")]
    pub encoding: Option<StatedEncoding>,
    /// The language of all that people read.
    #[arg(skip)]
    pub language: Language,
    /// Rules of your own instead of the default ones: a rulebook in TOML, or an assessed workbook, whose weights and
    /// thresholds may have been changed in it.
    #[arg(long, value_name = "FILE")]
    pub rulebook: Option<PathBuf>,
    /// Answers to what the inventory does not say: a questionnaire that `outsift template` made, or an assessed workbook
    /// whose gaps were filled in or whose levels were typed over, or a folder with all that came back; may be repeated. Where
    /// files give different levels, the function goes to the review, and the level counts as not known between them.
    #[arg(long, value_name = "FILE|DIR", requires = "inventory")]
    pub answers: Vec<PathBuf>,
    /// What counts where files of answers give different levels: the `last` of them, by its day where all have one, else by the
    /// order in which the files are given, or the `median`, which of an even number lies half-way between the middle two.
    #[arg(long, value_name = "ANSWER", requires = "answers")]
    pub answers_prefer: Option<Preferred>,
    /// Say what a column holds, by its header or its letters, such as `"Wichtigkeit=strategic_value"`, or `Priority=none`
    /// where it is not to be used; `outsift attributes` lists them. May be repeated.
    #[arg(long, value_name = "COLUMN=ATTRIBUTE")]
    pub map: Vec<String>,
    /// Say on which scale a column's numbers are, the number that means least first, such as `"Fit=1..5"` or `"Fit=5..1"`;
    /// may be repeated.
    #[arg(long, value_name = "COLUMN=LEAST..MOST")]
    pub scale: Vec<String>,
    /// Say in what a column's numbers are, as a header would, such as `"Cost=kEUR"`, `"Volume=per month"`, or `"Cost=1"` where
    /// they are meant as they stand; may be repeated.
    #[arg(long, value_name = "COLUMN=UNIT")]
    pub unit: Vec<String>,
    /// Take only the rows whose column holds a value, such as `"Year=2024"`, one of several, `"Region=North|South"`, or a number
    /// in a range, `"FTE=5..20"`; may be repeated, and then all have to hold.
    #[arg(long = "where", value_name = "COLUMN=VALUE", requires = "inventory")]
    pub r#where: Vec<String>,
    /// Say which sign marks decimals where the numbers do not prove it: `1.234` is a thousand with `comma`.
    #[arg(long, value_name = "MARK")]
    pub decimal_mark: Option<DecimalMark>,
    /// Take a level for granted wherever the inventory has no answer, such as `control=low`, or `control=low@Finance` for
    /// one department alone; `outsift attributes` lists the attributes. May be repeated.
    #[arg(long, value_name = "ATTRIBUTE=VALUE[@DEPARTMENT]", requires = "inventory")]
    pub assume: Vec<String>,
    /// Judge by the scenarios of a file as well, which may be a job file: `[[scenario]]` with a `name` and other `weights`,
    /// another `verdict` or what to `assume`. Without it, by those of the rulebook.
    #[arg(long, value_name = "FILE", requires = "inventory")]
    pub scenarios: Option<PathBuf>,
    /// The date of the run, which all outputs carry; without it, that of `SOURCE_DATE_EPOCH`, else today.
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub date: Option<Date>,
}

/// What is made of an assessment.
#[derive(Clone, Debug, Default, Args)]
pub struct WritingOptions {
    /// The record or the assessed workbook of an earlier run, or a folder with those of each inventory: what has changed
    /// since is shown, and the decisions that were made there are carried over. Without it, the outputs that stand in the
    /// place of the new ones.
    #[arg(long, value_name = "FILE|DIR", conflicts_with = "no_previous")]
    pub previous: Option<PathBuf>,
    /// Start afresh, whatever stands in the place of the outputs; a workbook that was edited there is kept beside the new one.
    #[arg(long)]
    pub no_previous: bool,
    /// Which workbook is written.
    #[command(flatten)]
    pub workbook: WorkbookKind,
    /// Write the verdicts as a table for other programs, too, one row a function: `csv` or `parquet`; may be repeated.
    #[arg(long, value_name = "FORMAT")]
    pub table: Vec<TableFormat>,
    /// How the reports look.
    #[command(flatten)]
    pub look: Look,
}

/// What kind of workbook is written.
#[derive(Clone, Copy, Debug, Default, Args)]
#[group(multiple = false)]
pub struct WorkbookKind {
    /// Write the workbook's verdicts and scores as formulas that follow its weights, however many functions there are;
    /// without it, they are formulas up to 20,000 functions.
    #[arg(long)]
    pub live: bool,
    /// Write the workbook's verdicts and scores as plain values, however few functions there are.
    #[arg(long)]
    pub values: bool,
    /// Write the summary and the record only, such as of a table that is too large for a workbook; an older workbook of
    /// the same name is removed.
    #[arg(long)]
    pub no_workbook: bool,
}

/// How the reports look, which changes nothing about what they say of a function.
#[derive(Clone, Debug, Default, Args)]
pub struct Look {
    /// The title of the reports.
    #[arg(long, value_name = "TEXT")]
    pub(super) title: Option<String>,
    /// Whose portfolio it is; without it, the reports name the file.
    #[arg(long, value_name = "NAME")]
    pub(super) organisation: Option<String>,
    /// What the PDF is printed on: `a4` or `letter`.
    #[arg(long, value_name = "SIZE", default_value = "a4")]
    pub paper: Paper,
    /// A font for the PDF that holds what the built-in ones lack, such as Chinese, Japanese or Korean (.ttf, .otf, .ttc);
    /// `system` looks for fonts of this machine that do.
    #[arg(long, value_name = "FILE")]
    pub font: Option<PathBuf>,
    /// A folder with `.ftl` files: what the reports say in your own words.
    #[arg(long, value_name = "DIR")]
    pub template: Option<PathBuf>,
}

/// Options as the words of a command, with files named in some way.
pub(super) struct Words<'a> {
    pub(super) words: Vec<String>,
    pub(super) shown: &'a dyn Fn(&Path) -> String,
}

impl Words<'_> {
    /// An option with each value that it was given.
    pub(super) fn option<T: Into<String>>(&mut self, name: &str, values: impl IntoIterator<Item = T>) {
        self.words.extend(values.into_iter().flat_map(|value| [name.to_owned(), value.into()]));
    }

    /// An option with each file that it was given.
    pub(super) fn file<'f>(&mut self, name: &str, files: impl IntoIterator<Item = &'f PathBuf>) {
        let shown = self.shown;
        self.option(name, files.into_iter().map(|file| shown(file)));
    }
}

impl ReadingOptions {
    /// Whether a long name is that of an option that says how to read and judge; the date is that of one run alone.
    pub(super) fn has(name: &str) -> bool {
        let options = ReadingOptions::augment_args(clap::Command::new(""));
        name != "date" && options.get_arguments().any(|option| option.get_long() == Some(name))
    }

    /// How the file itself is to be read.
    pub(super) fn manner(&self) -> Manner {
        Manner {
            sheet: self.sheet.iter().cloned().collect(),
            delimiter: self.delimiter,
            encoding: self.encoding,
            ..Manner::default()
        }
    }

    /// The options to be typed again but for the name of what is combined, which stands beside the inventories; the date stands
    /// in the job.
    pub(super) fn again(&self, words: &mut Words) {
        let ReadingOptions {
            combine: _,
            sheet,
            delimiter,
            encoding,
            language,
            rulebook,
            answers,
            answers_prefer,
            map,
            scale,
            unit,
            r#where,
            decimal_mark,
            assume,
            scenarios,
            date: _,
        } = self;
        words.option("--sheet", sheet);
        words.option("--delimiter", delimiter.map(|delimiter| delimiter.to_string()));
        words.option("--encoding", encoding.map(|encoding| encoding.to_string()));
        words.option("--language", (*language != Language::default()).then(|| language.tag()));
        words.file("--rulebook", rulebook);
        words.file("--answers", answers);
        words.option("--answers-prefer", answers_prefer.map(Preferred::name));
        words.option("--decimal-mark", decimal_mark.map(DecimalMark::name));
        words.option("--map", map);
        words.option("--scale", scale);
        words.option("--unit", unit);
        words.option("--where", r#where);
        words.option("--assume", assume);
        words.file("--scenarios", scenarios);
    }
}

impl WritingOptions {
    /// The options to be typed again but for the earlier run, which belongs to one run alone.
    pub(super) fn again(&self, words: &mut Words) {
        let WritingOptions { previous: _, no_previous: _, workbook, table, look } = self;
        look.again(words);
        words.option("--table", table.iter().map(|format| format.name()));
        words.words.extend(workbook.again().map(str::to_owned));
    }
}

impl WorkbookKind {
    /// Whether the workbook is to have formulas, if there is to be one.
    pub fn figures(self) -> Figures {
        match self {
            WorkbookKind { live: true, .. } => Figures::Live,
            WorkbookKind { values: true, .. } => Figures::Values,
            WorkbookKind { no_workbook: true, .. } => Figures::NoWorkbook,
            WorkbookKind { live: false, values: false, no_workbook: false } => Figures::Auto,
        }
    }

    fn again(self) -> Option<&'static str> {
        match self.figures() {
            Figures::Auto => None,
            Figures::Live => Some("--live"),
            Figures::Values => Some("--values"),
            Figures::NoWorkbook => Some("--no-workbook"),
        }
    }
}

impl Look {
    /// The title of the report; that of the messages where none is given.
    pub fn title(&self) -> Option<&str> {
        said(self.title.as_deref())
    }

    /// Whose portfolio it is; the name of the input where nobody is named.
    pub fn organisation(&self) -> Option<&str> {
        said(self.organisation.as_deref())
    }

    fn again(&self, words: &mut Words) {
        let Look { title: _, organisation: _, paper, font, template } = self;
        words.option("--title", self.title());
        words.option("--organisation", self.organisation());
        words.file("--font", font);
        words.file("--template", template);
        words.option("--paper", Some(*paper).filter(|paper| *paper != Paper::default()).map(Paper::name));
    }
}

/// A text without blanks around it; nothing but blanks is nothing.
fn said(text: Option<&str>) -> Option<&str> {
    text.map(str::trim).filter(|text| !text.is_empty())
}

/// A name that outputs can begin with.
fn portfolio_name(text: &str) -> Result<String, String> {
    let is_name = !text.trim().is_empty() && !text.starts_with('.') && !text.contains(['/', '\\', ':']);
    if is_name { Ok(text.to_owned()) } else { Err("expected a name without folders".to_owned()) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::view::live::MOST_LIVE;
    use crate::report::words::messages::Messages;

    /// The help and the guide say up to how many functions a workbook judges again.
    #[test]
    fn the_number_of_live_functions_is_the_same_wherever_it_is_said() {
        let most = format!("{} functions", Messages::default().whole(MOST_LIVE as u64));
        let options = WorkbookKind::augment_args(clap::Command::new(""));
        let help =
            options.get_arguments().find(|option| option.get_long() == Some("live")).and_then(clap::Arg::get_help);
        let help = help.map(ToString::to_string).unwrap_or_default();
        for said in [help.as_str(), include_str!("../../docs/guide/workbook.md"), include_str!("../../CHANGELOG.md")] {
            assert!(said.contains(&most), "{most}: {said}");
        }
    }
}
