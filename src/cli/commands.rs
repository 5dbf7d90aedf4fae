//! What can be typed: the commands, and what each takes beside the options of a run.

use std::ffi::OsString;
use std::fmt::Write as _;
use std::io;
use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};

use clap::{Args, CommandFactory, FromArgMatches, Parser, Subcommand, ValueHint};
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use crate::codes::Code;
use crate::language::Language;
use crate::problem::{Place, Problem};
use crate::run::{self, Allowance, Exit, Failure, FormFile, Job, Limits, Memory, ReadingOptions, Time, WritingOptions};
use crate::warehouse::Dialect;

/// Sifts a portfolio of business functions into candidates for business process outsourcing (BPO) and for traditional
/// outsourcing, and shows why.
#[derive(Debug, Parser)]
#[command(version, max_term_width = 100)]
pub(super) struct Cli {
    #[command(subcommand)]
    pub(super) command: Command,
    #[command(flatten)]
    pub(super) running: Running,
}

/// How a command runs and what it says meanwhile.
#[derive(Debug, Default, Args)]
#[command(next_help_heading = "Running")]
pub(super) struct Running {
    /// The most memory that reading and judging may take, such as `2GiB`.
    #[arg(long, global = true, value_name = "SIZE", default_value_t)]
    pub(super) max_memory: Memory,
    /// The longest that reading and judging may take, such as `90s` or `30min`.
    #[arg(long, global = true, value_name = "TIME", default_value_t)]
    pub(super) max_time: Time,
    /// The language of all that people read: `en`, `de`, `fr`, `es` or `pt`. Inventories and answers are read in all of them, and
    /// what programs read stays as it is.
    #[arg(long, global = true, value_name = "LANGUAGE", default_value_t)]
    pub(super) language: Language,
    /// Say nothing but what is wrong, and in a log for programs how each run has ended.
    #[arg(short, long, global = true)]
    pub(super) quiet: bool,
    /// Say on standard error what is being done.
    #[arg(short, long, global = true, conflicts_with = "quiet")]
    pub(super) verbose: bool,
    /// How problems and events are written on standard error: for people, or as JSON with one event a line.
    #[arg(long, global = true, value_name = "FORMAT", value_enum, default_value_t)]
    pub(super) log_format: Format,
}

impl Cli {
    /// The command line as it was understood, with what is said of all commands where a job needs it.
    pub(super) fn of(matches: &clap::ArgMatches) -> Result<Cli, clap::Error> {
        let mut cli = Cli::from_arg_matches(matches)?;
        if let Some(reading) = cli.command.reading() {
            reading.language = cli.running.language;
        }
        Ok(cli)
    }
}

impl Command {
    /// How it reads an inventory, where it does.
    fn reading(&mut self) -> Option<&mut ReadingOptions> {
        match self {
            Command::Assess(assessing) => Some(&mut assessing.reading),
            Command::Check { input, .. } => Some(&mut input.reading),
            Command::Sql(compiling) => Some(&mut compiling.input.reading),
            Command::Explain { subject, .. } => Some(&mut subject.reading),
            Command::Template { reading, .. } => Some(reading),
            Command::ExplainCode { .. }
            | Command::Attributes { .. }
            | Command::Verify { .. }
            | Command::History { .. }
            | Command::Weigh { .. }
            | Command::Completions { .. }
            | Command::Man { .. }
            | Command::Wording
            | Command::Rulebook(_) => None,
        }
    }
}

impl Running {
    pub(super) fn limits(&self) -> Limits {
        Limits { memory: self.max_memory, time: self.max_time }
    }
}

/// How problems and events are written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, clap::ValueEnum)]
pub(super) enum Format {
    /// For people.
    #[default]
    Text,
    /// For programs: a JSON object a line, with stable codes.
    Json,
}

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Assess inventories: write for each an annotated workbook, a PDF summary and a JSON record.
    #[command(after_help = "\
Examples:
  outsift assess portfolio.xlsx -o out
  outsift assess export.csv --assume control=low
  outsift assess portfolio.xlsx --sheet Functions --rulebook mine.toml
  outsift assess portfolio.xlsx --previous last-year/portfolio-assessed.xlsx
  outsift assess exports/*.xlsx -o out --fail-on unread=5%
  outsift assess --job nightly.toml")]
    Assess(Assessing),
    /// Show how an inventory would be understood, and what is missing.
    #[command(after_help = "\
Examples:
  outsift check portfolio.xlsx
  outsift check export.csv --map Wichtigkeit=strategic_value --scale Fit=1..5 --save")]
    Check {
        #[command(flatten)]
        input: Input,
        /// Keep the inventory and the options that were typed in the job file, `outsift.toml` where none is named, so that
        /// they need not be typed again; what else it says, and its remarks, stay.
        #[arg(long, conflicts_with = "no_job")]
        save: bool,
        /// Print it as JSON: what the record of a run says of how its inventory was read.
        #[arg(long)]
        json: bool,
    },
    /// Write the same verdicts as SQL for a warehouse: statements that turn its table into levels, and levels into verdicts.
    ///
    /// The inventory is a sample of the table, exported with its column names; it settles columns and scales, and what each text
    /// means is looked up in a table that `dictionary.sql` makes. A second run with `--values` knows all texts of the table.
    #[command(after_help = "\
Examples:
  outsift sql sample.csv --dialect duckdb -o sql
  outsift sql sample.csv --dialect duckdb --dbt -o project
  outsift sql sample.csv --dialect snowflake --from raw.functions --key FUNCTION_ID --values profile.csv -o sql")]
    Sql(Compiling),
    /// Show the reasoning on one function.
    #[command(
        after_help = "\
Examples:
  outsift explain portfolio.xlsx \"Payroll\"
  outsift explain portfolio.xlsx FIN-010 --assume control=high",
        override_usage = "outsift explain [OPTIONS] <INVENTORY> <FUNCTION>"
    )]
    Explain {
        #[command(flatten)]
        subject: Subject,
        /// Print it as JSON, as it stands in the record of a run.
        #[arg(long)]
        json: bool,
    },
    /// Write a blank inventory to fill in; with an inventory, the questions that would settle its open functions.
    #[command(after_help = "\
Examples:
  outsift template
  outsift template portfolio.xlsx -o questions.xlsx
  outsift template portfolio.xlsx --by department -o questions")]
    Template {
        /// The inventory to ask about, or with `--combine` several; without any, a blank one is written.
        inventory: Vec<PathBuf>,
        #[command(flatten)]
        reading: ReadingOptions,
        #[command(flatten)]
        from: FromJobFile,
        /// Write a questionnaire for each department, owner, or whatever else a column says of the functions: `department`, `owner`,
        /// or a header.
        #[arg(long, value_name = "WHAT", requires = "inventory")]
        by: Option<String>,
        /// The workbook to write, or with `--by` the folder for all of them; without it, `outsift-template.xlsx` or `<inventory>-questionnaire.xlsx`.
        #[arg(short, long, value_name = "FILE")]
        output: Option<PathBuf>,
        /// Replace the workbook if it is there already, and whatever was filled in with it.
        #[arg(long)]
        force: bool,
    },
    /// Say what the code of a problem means, and what to do about it; without one, list all.
    ExplainCode {
        /// The code, as it stands in brackets before a problem.
        code: Option<String>,
    },
    /// List what a column can hold: the ids that `--map` and `--assume` take, each with its name and its meaning.
    Attributes {
        /// The rulebook whose attributes are listed; without it, the default one.
        #[arg(long, value_name = "FILE")]
        rulebook: Option<PathBuf>,
    },
    /// Check that the workbook and the summary beside a record are those that its run wrote.
    Verify {
        /// The records of the sets to check.
        #[arg(required = true, value_name = "RECORD")]
        records: Vec<PathBuf>,
    },
    /// Show how portfolios stood from run to run: verdicts, firm ones, coverage, decisions.
    History {
        /// Records, or folders with the outputs of runs; a record tells of the runs before it, too.
        #[arg(required = true, value_name = "RECORD|DIR")]
        records: Vec<PathBuf>,
        /// Print the figures as JSON.
        #[arg(long, conflicts_with = "csv")]
        json: bool,
        /// Print the figures as delimited text.
        #[arg(long)]
        csv: bool,
    },
    /// Lead a group to weights: write a sheet for one person to weigh the criteria on, or read what came back.
    #[command(after_help = "\
Examples:
  outsift weigh questions.xlsx
  outsift weigh ANNA.xlsx BEN.xlsx -o weights.toml
  outsift assess portfolio.xlsx --rulebook weights.toml")]
    Weigh {
        /// The workbook to write, where it is not there yet; else the workbooks that came back, one of each person.
        #[arg(required = true, value_name = "FILE")]
        files: Vec<PathBuf>,
        /// The rulebook whose criteria are weighed; without it, the default one.
        #[arg(long, value_name = "FILE")]
        rulebook: Option<PathBuf>,
        /// Write a rulebook with the mean of the weights, their range, and each person's as a scenario.
        #[arg(short, long, value_name = "FILE")]
        output: Option<PathBuf>,
        /// Replace what is there already.
        #[arg(long)]
        force: bool,
    },
    /// Print the completions of a shell for this program, to be put where that shell looks for them.
    Completions {
        /// The shell.
        shell: clap_complete::Shell,
    },
    /// Print the manual page of this program, or write those of all commands.
    Man {
        /// A folder for the pages of all commands, such as `/usr/local/share/man/man1`.
        #[arg(short, long, value_name = "DIR")]
        output: Option<PathBuf>,
    },
    /// Print all that the reports say, to be edited and given back with `--template`.
    Wording,
    /// Print the rules: criteria, weights, thresholds, settings, findings and terms, to be edited and given back with
    /// `--rulebook`. What a rulebook leaves unsaid is the default's.
    #[command(after_help = "\
Examples:
  outsift rulebook > mine.toml
  outsift rulebook portfolio-assessed.xlsx > mine.toml
  outsift rulebook --diff mine.toml")]
    Rulebook(RulebookPart),
}

/// What to print of the rules.
#[derive(Debug, Args)]
#[group(multiple = false)]
pub(super) struct RulebookPart {
    /// An assessed workbook, with the weights and thresholds that stand in it now, or a rulebook in TOML: all its rules.
    pub(super) file: Option<PathBuf>,
    /// The dictionary instead: headers, levels, units, months and other words of all languages.
    #[arg(long)]
    pub(super) words: bool,
    /// All that a rulebook comes to, with what it leaves to the default.
    #[arg(long, value_name = "FILE")]
    pub(super) effective: Option<PathBuf>,
    /// What a rulebook says otherwise than the default, and nothing else.
    #[arg(long, value_name = "FILE")]
    pub(super) diff: Option<PathBuf>,
}

impl RulebookPart {
    /// The file that it is of; none for the default rules.
    pub(super) fn file(&self) -> Option<&Path> {
        self.file.as_deref().or(self.effective.as_deref()).or(self.diff.as_deref())
    }
}

#[derive(Debug, Args)]
pub(super) struct Assessing {
    /// The inventories: .xlsx, .xlsb, .xls, .ods, .csv or .parquet files with a row for each function. Each is assessed by itself.
    #[arg(required = true)]
    pub(super) inventory: Vec<PathBuf>,
    #[command(flatten)]
    pub(super) reading: ReadingOptions,
    #[command(flatten)]
    from: FromJobFile,
    /// The folder for the three outputs of each; it is made if it is not there.
    #[arg(short, long, value_name = "DIR", default_value = ".")]
    pub(super) output: PathBuf,
    #[command(flatten)]
    pub(super) writing: WritingOptions,
    /// End with exit code 1 where the outputs are written but hold more than is allowed: `warnings`, `unread=5%` of the
    /// values, `insufficient=50%` of the functions, `changed` verdicts, or functions of the earlier run that are `gone`, all in
    /// all or more than a share, `gone=20%`; may be repeated.
    #[arg(long, value_name = "WHAT")]
    pub(super) fail_on: Vec<Allowance>,
    /// How many inventories are assessed at the same time; without it, as many as there are processors.
    #[arg(long, value_name = "NUMBER", value_parser = at_once)]
    pub(super) jobs: Option<NonZeroUsize>,
    /// Print the figures of each run as JSON instead of the summary for people.
    #[arg(long)]
    pub(super) json: bool,
}

impl Assessing {
    /// One of its inventories as a job, or all of them.
    pub(super) fn job(&self, inventories: Vec<PathBuf>) -> Result<Job, Failure> {
        let (writing, target) = (self.writing.clone(), Some(self.output.clone()));
        Ok(Job { writing, target, ..job_of("assess", self.reading.clone(), inventories)? })
    }

    /// The inventories that are meant, and what is said of files that are left out. Shells that know no patterns leave them to
    /// the program.
    pub(super) fn inputs(&self) -> (Vec<PathBuf>, Vec<Problem>) {
        run::meant(&self.inventory)
    }
}

#[derive(Debug, Args)]
pub(super) struct Input {
    /// The inventory: an .xlsx, .xlsb, .xls, .ods, .csv or .parquet file with a row for each function; `-` reads standard input. With
    /// `--combine` there may be several.
    #[arg(required = true)]
    pub(super) inventory: Vec<PathBuf>,
    #[command(flatten)]
    reading: ReadingOptions,
    #[command(flatten)]
    from: FromJobFile,
}

/// What SQL is to be written.
#[derive(Debug, Args)]
pub(super) struct Compiling {
    #[command(flatten)]
    pub(super) input: Input,
    /// The dialect: duckdb, datafusion, postgres, sqlite, spark (or databricks) and clickhouse are run in the tests of this program;
    /// snowflake, bigquery, redshift and ansi are written, and run in none of them: run `check.sql` first.
    #[arg(long, value_name = "NAME")]
    pub(super) dialect: Dialect,
    /// How the statements name the table; parts are parted by points, as in `raw.functions`.
    #[arg(long = "from", value_name = "NAME", default_value = "functions")]
    pub(super) table: String,
    /// A column that stands beside the verdicts; without it, the id, or where there is none the name. May be repeated.
    #[arg(long, value_name = "COLUMN")]
    pub(super) key: Vec<String>,
    /// What the statement in `profile.sql` gave, as .csv: all texts of the table, each with its number of rows.
    #[arg(long, value_name = "FILE")]
    pub(super) values: Option<PathBuf>,
    /// Write a project of dbt instead: models, seeds and tests, for a profile called `outsift`; `--vars` takes `outsift_schema` and
    /// `outsift_table`.
    #[arg(long)]
    pub(super) dbt: bool,
    /// The folder for the statements; it is made if it is not there.
    #[arg(short, long, value_name = "DIR", default_value = ".")]
    pub(super) output: PathBuf,
}

impl Compiling {
    /// Its sample as a job, as far as SQL can do it.
    pub(super) fn job(&self) -> Result<Job, Failure> {
        let reading = &self.input.reading;
        let given = [
            ("--answers", !reading.answers.is_empty(), "bring the levels into the table"),
            ("--where", !reading.r#where.is_empty(), "name a view with those rows by `--from`"),
            ("--scenarios", reading.scenarios.is_some(), "write SQL by a rulebook for each"),
        ];
        let refused = given.into_iter().filter(|(_, is_given, _)| *is_given).map(|(option, _, help)| {
            Problem::error(Code::NotCompiled, Place::file(option), "cannot be said in SQL").help(help)
        });
        let mut problems: Vec<Problem> = refused.collect();
        if self.dbt && self.dialect == Dialect::ClickHouse {
            let message = "writes each model as one statement, and ClickHouse takes the verdicts in steps only";
            let problem = Problem::error(Code::NotCompiled, Place::file("--dbt"), message);
            problems.push(problem.help("leave it out, and run the statements"));
        }
        if problems.is_empty() {
            job_of("sql", reading.clone(), self.input.inventory.clone())
        } else {
            Err(Failure { exit: Exit::Usage, problems })
        }
    }

    /// The files that are read.
    pub(super) fn inputs(&self, job: &Job) -> Vec<PathBuf> {
        job.inputs().into_iter().chain(self.values.clone()).collect()
    }
}

/// Which job file counts; what it says was put into the command line before that was understood.
#[derive(Clone, Debug, Default, Args)]
#[command(next_help_heading = "Running")]
pub(super) struct FromJobFile {
    /// Take what is not typed from a job file, in TOML: its keys are `inventory` and the long names of the options of
    /// `assess`, and its paths are relative to it. Without it, `outsift.toml` counts if it is in the current folder.
    #[arg(long, value_name = "FILE", conflicts_with = "no_job")]
    job: Option<PathBuf>,
    /// Leave the `outsift.toml` of the current folder alone.
    #[arg(long)]
    no_job: bool,
}

/// How many inventories are assessed at the same time.
fn at_once(text: &str) -> Result<NonZeroUsize, String> {
    text.parse().map_err(|_| "expected a whole number of 1 or more".to_owned())
}

/// The command line, with its exit codes explained.
pub(super) fn command() -> clap::Command {
    let mut help = "Exit codes:".to_owned();
    for (exit, meaning) in Exit::ALL {
        let _ = write!(help, "\n {:>3}  {meaning}", exit as u8);
    }
    Cli::command().after_help(help)
}

/// How a command runs, as far as it can be told of a command line that may make no sense.
pub(super) fn lenient(arguments: &[OsString]) -> Running {
    let matches = command().ignore_errors(true).try_get_matches_from(arguments);
    matches.ok().and_then(|matches| Running::from_arg_matches(&matches).ok()).unwrap_or_default()
}

/// The completions of a shell.
pub(super) fn completions(shell: clap_complete::Shell) -> Vec<u8> {
    let mut out = Vec::new();
    clap_complete::generate(shell, &mut command(), "outsift", &mut out);
    out
}

/// The manual page of this program, or with a folder those of all commands, as files there.
pub(super) fn manual(folder: Option<&Path>) -> io::Result<Vec<u8>> {
    let mut page = Vec::new();
    match folder {
        None => clap_mangen::Man::new(command()).render(&mut page)?,
        Some(folder) => clap_mangen::generate_to(command(), folder)?,
    }
    Ok(page)
}

impl Input {
    /// What is read for a command, as a job.
    pub(super) fn job(self, command: &str) -> Result<Job, Failure> {
        job_of(command, self.reading, self.inventory)
    }
}

/// A function and where it stands.
#[derive(Debug, Args)]
pub(super) struct Subject {
    /// The inventory, or with `--combine` several, and at last the function: its id, its name, or a part of its name that no other
    /// has.
    #[arg(required = true, value_name = "INVENTORY FUNCTION", value_hint = ValueHint::AnyPath)]
    inventory: Vec<OsString>,
    #[command(flatten)]
    reading: ReadingOptions,
    #[command(flatten)]
    from: FromJobFile,
}

impl Subject {
    /// The inventory as a job, and what the function is called.
    pub(super) fn job(self) -> Result<(Job, String), Failure> {
        let mut inventory = self.inventory;
        let function = inventory.pop().unwrap_or_default().to_string_lossy().into_owned();
        if inventory.is_empty() {
            let message = format!("an inventory and a function are wanted, and only `{function}` is given");
            let problem = Problem::error(Code::NoFunction, Place::file("explain"), message);
            return Err(Failure::of(Exit::Usage, problem.help("`outsift explain INVENTORY FUNCTION`")));
        }
        if function.trim().is_empty() {
            let problem = Problem::error(Code::NoFunction, Place::file("explain"), "no function is named");
            let help = "give a function's id, its name, or a part of its name that no other has";
            return Err(Failure::of(Exit::Usage, problem.help(help)));
        }
        Ok((job_of("explain", self.reading, inventory.into_iter().map(PathBuf::from).collect())?, function))
    }
}

/// Inventories that a command works on as one.
pub(super) fn job_of(command: &str, reading: ReadingOptions, inventories: Vec<PathBuf>) -> Result<Job, Failure> {
    let mut inventories = inventories.into_iter();
    let input = inventories.next().unwrap_or_default();
    let others: Vec<PathBuf> = inventories.collect();
    if !others.is_empty() && reading.combine.is_none() {
        let message = format!("`{command}` takes one inventory, and {} are given", others.len() + 1);
        let problem = Problem::error(Code::OneInventory, Place::file(others[0].display().to_string()), message);
        return Err(Failure::of(Exit::Usage, problem.help("make one portfolio of them: `--combine NAME`")));
    }
    Ok(Job { others, ..job(reading, input)? })
}

/// An inventory as a job, with the date of the run.
pub(super) fn job(reading: ReadingOptions, input: PathBuf) -> Result<Job, Failure> {
    let date = reading.date.map_or_else(date_of_run, Ok)?;
    Ok(Job { reading, ..Job::new(input, date) })
}

/// The date that `SOURCE_DATE_EPOCH` says (seconds since 1970, UTC), else today's.
pub(super) fn date_of_run() -> Result<Date, Failure> {
    let Some(given) = std::env::var_os("SOURCE_DATE_EPOCH") else {
        return Ok(Timestamp::now().to_zoned(local_zone()?).date());
    };
    let seconds = given.to_str().and_then(|text| text.parse().ok());
    let moment = seconds.and_then(|seconds| Timestamp::from_second(seconds).ok());
    moment.map(|moment| moment.to_zoned(TimeZone::UTC).date()).ok_or_else(|| {
        let message = format!("expected seconds since 1970, found `{}`", given.to_string_lossy());
        let place = Place::file("SOURCE_DATE_EPOCH");
        Failure { exit: Exit::Usage, problems: vec![Problem::error(Code::WrongDate, place, message)] }
    })
}

/// The time zone of this machine, or the one that `TZ` says in any form that POSIX allows: a name, with or without a colon, the
/// path of a file, or offsets from UTC, with the rules of summer time or, as POSIX leaves it to the program, those of the
/// United States, which the C library takes.
fn local_zone() -> Result<TimeZone, Failure> {
    const USUAL_RULES: &str = ",M3.2.0,M11.1.0";
    let given = std::env::var_os("TZ").unwrap_or_default();
    let shown = given.to_string_lossy();
    if shown == ":" {
        return Ok(TimeZone::UTC);
    }
    if shown.is_empty() {
        return Ok(TimeZone::system());
    }
    let zone = TimeZone::try_system().or_else(|error| match shown.strip_prefix("posix/") {
        Some(name) => TimeZone::get(name),
        None if shown.contains(',') => Err(error),
        None => TimeZone::posix(&format!("{shown}{USUAL_RULES}")),
    });
    zone.map_err(|_| {
        let message = format!("`{shown}` is no time zone, so that the date is not known");
        let problem = Problem::error(Code::WrongDate, Place::file("TZ"), message);
        let help = "give one such as `Europe/Berlin` or `CET-1CEST,M3.5.0,M10.5.0/3`, or the date itself with `--date`";
        Failure::of(Exit::Usage, problem.help(help))
    })
}

/// The file that weighing writes, if any: a sheet to fill in where the only file is not there yet, or a group's rulebook.
pub(super) fn weighed_file(
    files: &[PathBuf],
    rulebook: Option<&Path>,
    output: Option<&Path>,
    force: bool,
) -> Result<Option<FormFile>, Failure> {
    let rules: Vec<PathBuf> = rulebook.map(Path::to_owned).into_iter().collect();
    if let Some(path) = to_fill_in(files, output) {
        return run::form_file(&rules, path, force).map(Some);
    }
    let inputs = [files, &rules].concat();
    output.map(|path| run::any_file(&inputs, path, force)).transpose()
}

/// The sheet for weights that is to be written: the only file, where it is not there.
pub(super) fn to_fill_in<'f>(files: &'f [PathBuf], output: Option<&Path>) -> Option<&'f Path> {
    match files {
        [only] if output.is_none() && !only.exists() => Some(only),
        _ => None,
    }
}

/// Where a workbook to be filled in goes if nothing is said.
pub(super) fn questionnaire_path(job: Option<&Job>) -> PathBuf {
    let Some(job) = job else { return "outsift-template.xlsx".into() };
    format!("{}-questionnaire.xlsx", job.stem()).into()
}
