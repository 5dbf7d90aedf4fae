//! The command line: what can be asked for, how it is printed, and the exit code.

mod attend;
mod log;

use std::fmt::Write as _;
use std::io::{self, Write as _};
use std::num::NonZeroUsize;
use std::ops::RangeInclusive;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Args, CommandFactory, FromArgMatches, Parser, Subcommand};
use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Timestamp, Zoned};
use terminal_size::{Width, terminal_size_of};

use crate::problem::{Place, Problem};
use crate::report::asking::form::Form;
use crate::report::asking::questionnaire::{MOST_ASKED, Questionnaire};
use crate::report::pdf::Paper;
use crate::report::terminal::{self, Page};
use crate::report::view::checked::checked;
use crate::report::{self, Figures, workbook};
use crate::rulebook::DecimalMark;
use crate::run::{self, Allowance, Answer, Combined, Exit, Failure, Job, Limits, Look, Memory, Orders, Tally, Time};

/// Sifts a portfolio of business functions into candidates for business process outsourcing (BPO) and for traditional
/// outsourcing, and shows why.
#[derive(Debug, Parser)]
#[command(version, max_term_width = 100)]
struct Cli {
    #[command(subcommand)]
    command: Command,
    #[command(flatten)]
    running: Running,
}

/// How a command runs and what it says meanwhile.
#[derive(Debug, Args)]
#[command(next_help_heading = "Running")]
struct Running {
    /// The most memory that reading and judging may take, such as `2GiB`.
    #[arg(long, global = true, value_name = "SIZE", default_value_t)]
    max_memory: Memory,
    /// The longest that reading and judging may take, such as `90s` or `30min`.
    #[arg(long, global = true, value_name = "TIME", default_value_t)]
    max_time: Time,
    /// Say nothing but what is wrong.
    #[arg(short, long, global = true)]
    quiet: bool,
    /// Say on standard error what is being done.
    #[arg(short, long, global = true, conflicts_with = "quiet")]
    verbose: bool,
    /// How problems and events are written on standard error: for people, or as JSON with one event a line.
    #[arg(long, global = true, value_name = "FORMAT", value_enum, default_value_t)]
    log_format: log::Format,
}

impl Running {
    fn limits(&self) -> Limits {
        Limits { memory: self.max_memory, time: self.max_time }
    }
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Assess inventories: write for each an annotated workbook, a PDF summary and a JSON record.
    #[command(after_help = "\
Examples:
  outsift assess portfolio.xlsx -o out
  outsift assess export.csv --assume control=low
  outsift assess portfolio.xlsx --sheet Functions --rulebook mine.toml
  outsift assess portfolio.xlsx --previous last-year/portfolio-assessed.xlsx
  outsift assess exports/*.xlsx -o out --fail-on unread=5%")]
    Assess(Assessing),
    /// Show how an inventory would be understood, and what is missing; write nothing.
    Check {
        #[command(flatten)]
        input: Input,
    },
    /// Show the reasoning on one function.
    #[command(after_help = "\
Examples:
  outsift explain portfolio.xlsx \"Payroll\"
  outsift explain portfolio.xlsx FIN-010 --assume control=high")]
    Explain {
        #[command(flatten)]
        input: Input,
        /// The function's id, its name, or a part of its name that no other has.
        function: String,
    },
    /// Write a blank inventory to fill in; with an inventory, the questions that would settle its open functions.
    #[command(after_help = "\
Examples:
  outsift template
  outsift template portfolio.xlsx -o questions.xlsx")]
    Template {
        /// The inventory to ask about; without it, a blank one is written.
        inventory: Option<PathBuf>,
        #[command(flatten)]
        options: Options,
        /// The workbook to write; without it, `outsift-template.xlsx` or `<inventory>-questionnaire.xlsx`.
        #[arg(short, long, value_name = "FILE")]
        output: Option<PathBuf>,
        /// Replace the workbook if it is there already, and whatever was filled in with it.
        #[arg(long)]
        force: bool,
    },
    /// Check that the workbook and the summary beside a record are those that its run wrote.
    Verify {
        /// The records of the sets to check.
        #[arg(required = true, value_name = "RECORD")]
        records: Vec<PathBuf>,
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
    /// Print the default rulebook, or the rules of a file, to be edited and given back with `--rulebook`.
    #[command(after_help = "\
Examples:
  outsift rulebook > mine.toml
  outsift rulebook portfolio-assessed.xlsx > mine.toml")]
    Rulebook {
        /// An assessed workbook, with the weights and thresholds that stand in it now, or a rulebook in TOML.
        file: Option<PathBuf>,
    },
}

#[derive(Debug, Args)]
struct Assessing {
    /// The inventories: .xlsx, .xlsb, .xls, .ods or .csv files with a row for each function. Each is assessed by itself.
    #[arg(required = true)]
    inventory: Vec<PathBuf>,
    #[command(flatten)]
    options: Options,
    /// The folder for the three outputs of each; it is made if it is not there.
    #[arg(short, long, value_name = "DIR", default_value = ".")]
    output: PathBuf,
    /// The record or the assessed workbook of an earlier run: what has changed since is shown, and the decisions that
    /// were made there are carried over.
    #[arg(long, value_name = "FILE")]
    previous: Option<PathBuf>,
    #[command(flatten)]
    workbook: WorkbookKind,
    /// End with exit code 1 where the outputs are written but hold more than is allowed: `warnings`, `unread=5%` of the
    /// values, `insufficient=50%` of the functions, or `changed` verdicts; may be repeated.
    #[arg(long, value_name = "WHAT")]
    fail_on: Vec<Allowance>,
    /// How many inventories are assessed at the same time; without it, as many as there are processors.
    #[arg(long, value_name = "NUMBER")]
    jobs: Option<NonZeroUsize>,
    /// Make one portfolio of all inventories, under this name; their headers have to be the same.
    #[arg(long, value_name = "NAME", value_parser = portfolio_name)]
    combine: Option<String>,
    /// Print the figures of each run as JSON instead of the summary for people.
    #[arg(long)]
    json: bool,
    #[command(flatten)]
    appearance: Appearance,
}

impl Assessing {
    /// One of its inventories as a job, or with `others` all of them.
    fn job(&self, input: PathBuf, others: Vec<PathBuf>) -> Result<Job, Failure> {
        let combined = self.combine.clone().map(|name| Combined { name, others });
        let figures = self.workbook.figures();
        let look = self.appearance.clone().look();
        Ok(Job { combined, previous: self.previous.clone(), figures, look, ..self.options.clone().job(input)? })
    }

    /// The inventories that are meant: shells that know no patterns leave them to the program.
    fn inputs(&self) -> Vec<PathBuf> {
        self.inventory.iter().flat_map(|given| run::matching(given)).collect()
    }
}

/// What kind of workbook is written.
#[derive(Clone, Copy, Debug, Args)]
#[group(multiple = false)]
struct WorkbookKind {
    /// Write the workbook's verdicts and scores as formulas that follow its weights, however many functions there are;
    /// without it, they are formulas up to 50,000 functions.
    #[arg(long)]
    live: bool,
    /// Write the workbook's verdicts and scores as plain values, however few functions there are.
    #[arg(long)]
    values: bool,
    /// Write the summary and the record only, such as of a table that is too large for a workbook; an older workbook of
    /// the same name is removed.
    #[arg(long)]
    no_workbook: bool,
}

impl WorkbookKind {
    fn figures(self) -> Figures {
        match self {
            WorkbookKind { live: true, .. } => Figures::Live,
            WorkbookKind { values: true, .. } => Figures::Values,
            WorkbookKind { no_workbook: true, .. } => Figures::NoWorkbook,
            _ => Figures::Auto,
        }
    }
}

/// How the reports look.
#[derive(Clone, Debug, Args)]
struct Appearance {
    /// The title of the reports.
    #[arg(long, value_name = "TEXT")]
    title: Option<String>,
    /// Whose portfolio it is; without it, the reports name the file.
    #[arg(long, value_name = "NAME")]
    organisation: Option<String>,
    /// What the PDF is printed on: `a4` or `letter`.
    #[arg(long, value_name = "SIZE", default_value = "a4")]
    paper: Paper,
    /// A font for the PDF that holds what the built-in ones lack, such as Chinese, Japanese or Korean (.ttf, .otf, .ttc).
    #[arg(long, value_name = "FILE")]
    font: Option<PathBuf>,
    /// A folder with `.ftl` files: what the reports say in your own words.
    #[arg(long, value_name = "DIR")]
    template: Option<PathBuf>,
}

impl Appearance {
    fn look(self) -> Look {
        let Appearance { title, organisation, paper, font, template } = self;
        // Nothing but blanks is nothing.
        let said = |text: Option<String>| text.map(|text| text.trim().to_owned()).filter(|text| !text.is_empty());
        Look { title: said(title), organisation: said(organisation), paper, font, template }
    }
}

#[derive(Debug, Args)]
struct Input {
    /// The inventory: an .xlsx, .xlsb, .xls, .ods or .csv file with a row for each function; `-` reads standard input.
    inventory: PathBuf,
    #[command(flatten)]
    options: Options,
}

/// How an inventory is read and judged.
#[derive(Clone, Debug, Args)]
struct Options {
    /// The sheet that holds the inventory; without it, the sheet that looks most like one.
    #[arg(long, value_name = "NAME", requires = "inventory")]
    sheet: Option<String>,
    /// Rules of your own instead of the default ones: a rulebook in TOML, or an assessed workbook, whose weights and
    /// thresholds may have been changed in it.
    #[arg(long, value_name = "FILE")]
    rulebook: Option<PathBuf>,
    /// Answers to what the inventory does not say: a questionnaire that `outsift template` made, or an assessed workbook
    /// whose gaps were filled in; may be repeated, and what comes last counts most.
    #[arg(long, value_name = "FILE", requires = "inventory")]
    answers: Vec<PathBuf>,
    /// Say what a column holds, by its header or its letters, such as `"Wichtigkeit=strategic_value"`, or `Priority=none`
    /// where it is not to be used; may be repeated.
    #[arg(long, value_name = "COLUMN=ATTRIBUTE")]
    map: Vec<String>,
    /// Say on which scale a column's numbers are, the number that means least first, such as `"Fit=1..5"` or `"Fit=5..1"`;
    /// may be repeated.
    #[arg(long, value_name = "COLUMN=LEAST..MOST")]
    scale: Vec<String>,
    /// Say which sign marks decimals where the numbers do not prove it: `1.234` is a thousand with `comma`.
    #[arg(long, value_name = "MARK")]
    decimal_mark: Option<DecimalMark>,
    /// Take a level for granted wherever the inventory has no answer, such as `control=low`, or `control=low@Finance` for
    /// one department alone; may be repeated.
    #[arg(long, value_name = "ATTRIBUTE=VALUE[@DEPARTMENT]", requires = "inventory")]
    assume: Vec<String>,
    /// The date of the run, which all outputs carry; without it, that of `SOURCE_DATE_EPOCH`, else today.
    #[arg(long, value_name = "YYYY-MM-DD")]
    date: Option<Date>,
}

/// Runs the command line and gives its exit code.
pub fn main() -> ExitCode {
    let (orders, arguments) = Orders::parted(std::env::args_os().collect());
    let parsed = command().try_get_matches_from(&arguments).and_then(|matches| Cli::from_arg_matches(&matches));
    let cli = match parsed {
        Ok(cli) => cli,
        Err(error) => {
            let _ = error.print();
            return if error.use_stderr() { code(Exit::Usage) } else { code(Exit::Done) };
        }
    };
    if let Some(orders) = orders {
        return code(run::work(&cli.running.limits(), |stage| execute(cli.command, &orders, stage)));
    }
    // A panic is this program's fault: it is said once, in one line, and ends with its own exit code.
    std::panic::set_hook(Box::new(|panic| {
        let place = panic.location().map_or(String::new(), |at| format!(" ({}:{})", at.file(), at.line()));
        let _ =
            writeln!(io::stderr(), "error[internal]: something went wrong inside outsift{place}; nothing was written");
    }));
    let outcome = std::panic::catch_unwind(|| attend::attend(cli, arguments.get(1..).unwrap_or_default()));
    code(outcome.unwrap_or(Exit::Internal))
}

/// The command line, with its exit codes explained.
fn command() -> clap::Command {
    let mut help = "Exit codes:".to_owned();
    for (exit, meaning) in Exit::ALL {
        let _ = write!(help, "\n {:>3}  {meaning}", exit as u8);
    }
    Cli::command().after_help(help)
}

/// The completions of a shell.
fn completions(shell: clap_complete::Shell) -> Vec<u8> {
    let mut out = Vec::new();
    clap_complete::generate(shell, &mut command(), "outsift", &mut out);
    out
}

/// The manual page of this program, or with a folder those of all commands, as files there.
fn manual(folder: Option<&Path>) -> io::Result<Vec<u8>> {
    let mut page = Vec::new();
    match folder {
        None => clap_mangen::Man::new(command()).render(&mut page)?,
        Some(folder) => clap_mangen::generate_to(command(), folder)?,
    }
    Ok(page)
}

fn code(exit: Exit) -> ExitCode {
    ExitCode::from(exit as u8)
}

/// Does the work of a command, as a worker: what it writes are unfinished files in the folder that it was told.
fn execute(command: Command, orders: &Orders, stage: &dyn Fn(&'static str)) -> Result<Answer, Failure> {
    match command {
        Command::Assess(assessing) => {
            let mut inputs = orders.input.clone().map_or_else(|| assessing.inputs(), |input| vec![input]).into_iter();
            let job = assessing.job(inputs.next().unwrap_or_default(), inputs.collect())?;
            assess(&job, &assessing.output, orders, stage)
        }
        Command::Check { input } => {
            let job = input.job()?;
            let page = Page { width: orders.width, arguments: run::arguments(&job, &shown) };
            run::judge(&job, stage, |judgement| {
                Ok(terminal::check(&checked(judgement.report, judgement.portfolio, judgement.problems), &page).into())
            })
        }
        Command::Explain { function, .. } if function.trim().is_empty() => Err(no_function()),
        Command::Explain { input, function } => {
            run::judge(&input.job()?, stage, |judgement| match judgement.report.find(&function) {
                Ok(found) => Ok(terminal::explain(judgement.report, &judgement.report.explain(found)).into()),
                Err(near) => Err(no_such_function(judgement.run.file.name.as_ref(), &function, &near)),
            })
        }
        Command::Template { inventory: None, options, output, force } => {
            let path = output.unwrap_or_else(|| questionnaire_path(None));
            template(options, &path, force, orders)
        }
        Command::Template { inventory: Some(inventory), options, output, force } => {
            let path = output.unwrap_or_else(|| questionnaire_path(Some(&inventory)));
            questionnaire(&options.job(inventory)?, &path, force, orders, stage)
        }
        Command::Rulebook { file } => Ok(run::load_rulebook(file.as_deref())?.text.to_string().into()),
        Command::Wording => Ok(report::DEFAULT_MESSAGES.to_owned().into()),
        // These read nothing that could be hostile, and are no work for a worker.
        Command::Verify { .. } | Command::Completions { .. } | Command::Man { .. } => Ok(Answer::default()),
    }
}

fn assess(job: &Job, folder: &Path, orders: &Orders, stage: &dyn Fn(&'static str)) -> Result<Answer, Failure> {
    let outputs = run::Outputs::of(job, folder);
    run::judge(job, stage, |judgement| {
        let later = run::write(judgement, &outputs, &orders.folder, stage)?;
        Ok(Answer {
            text: terminal::summary(judgement.report, judgement.portfolio, judgement.problems, orders.width),
            notices: later.iter().map(Into::into).collect(),
            tally: Some(Tally::of(judgement)),
            has_files: true,
        })
    })
}

/// How many characters a line of text should have: as the terminal is wide, within reason.
fn width() -> usize {
    const USUAL: usize = 100;
    const RANGE: RangeInclusive<usize> = 60..=120;
    terminal_size_of(io::stdout())
        .map_or(USUAL, |(Width(columns), _)| usize::from(columns).clamp(*RANGE.start(), *RANGE.end()))
}

/// Where a workbook to be filled in goes if nothing is said.
fn questionnaire_path(inventory: Option<&Path>) -> PathBuf {
    let Some(inventory) = inventory else { return "outsift-template.xlsx".into() };
    format!("{}-questionnaire.xlsx", run::stem(inventory)).into()
}

/// Writes a blank inventory, which is the input of the job that comes next.
fn template(options: Options, path: &Path, force: bool, orders: &Orders) -> Result<Answer, Failure> {
    let next = options.job(path.to_owned())?;
    let inputs: Vec<PathBuf> = next.rulebook.iter().cloned().collect();
    let file = run::form_file(&inputs, path, force)?;
    let form = Form::blank(
        &run::load_rulebook(next.rulebook.as_deref())?,
        next.date,
        run::next_command(&next, None, &run::file_name),
    );
    file.write(&orders.folder, |file| workbook::template::write(&form, file))?;
    let text = terminal::template(path, &run::next_command(&next, None, &shown));
    Ok(Answer { text, has_files: true, ..Answer::default() })
}

/// Writes the questions on the functions of an inventory that have no verdict, if there are any.
fn questionnaire(
    job: &Job,
    path: &Path,
    force: bool,
    orders: &Orders,
    stage: &dyn Fn(&'static str),
) -> Result<Answer, Failure> {
    let file = run::form_file(&job.inputs(), path, force)?;
    let command = |shown: &dyn Fn(&Path) -> String| run::next_command(job, Some(path), shown);
    run::judge(job, stage, |judgement| {
        let report = judgement.report;
        let questions = Questionnaire::of(report, command(&run::file_name), MOST_ASKED);
        let Some(questions) = questions else { return Ok(terminal::nothing_to_ask(report.functions()).into()) };
        file.write(&orders.folder, |file| workbook::questionnaire::write(&questions, file))?;
        let text = terminal::questionnaire(&questions, path, &command(&shown));
        Ok(Answer { text, has_files: true, ..Answer::default() })
    })
}

fn shown(path: &Path) -> String {
    path.display().to_string()
}

fn no_function() -> Failure {
    let problem = Problem::error("no-function", Place::file("explain"), "no function is named")
        .help("give a function's id, its name, or a part of its name that no other has");
    Failure { exit: Exit::Usage, problems: vec![problem] }
}

fn no_such_function(file: &str, wanted: &str, near: &[String]) -> Failure {
    let problem =
        Problem::error("no-such-function", Place::file(file), format!("`{wanted}` does not mean one function"));
    let problem = problem.help(format!("perhaps {}", near.join(" or ")));
    Failure { exit: Exit::Data, problems: vec![problem] }
}

impl Input {
    fn job(self) -> Result<Job, Failure> {
        self.options.job(self.inventory)
    }
}

impl Options {
    fn job(self, input: PathBuf) -> Result<Job, Failure> {
        let date = self.date.map_or_else(date_of_run, Ok)?;
        Ok(Job {
            sheet: self.sheet,
            rulebook: self.rulebook,
            answers: self.answers,
            columns: self.map,
            scales: self.scale,
            decimal_mark: self.decimal_mark,
            assume: self.assume,
            ..Job::new(input, date)
        })
    }
}

/// A name that outputs can begin with.
fn portfolio_name(text: &str) -> Result<String, String> {
    let is_name = !text.trim().is_empty() && !text.starts_with('.') && !text.contains(['/', '\\', ':']);
    if is_name { Ok(text.to_owned()) } else { Err("expected a name without folders".to_owned()) }
}

/// The date that `SOURCE_DATE_EPOCH` says (seconds since 1970, UTC), else today's.
fn date_of_run() -> Result<Date, Failure> {
    let Some(given) = std::env::var_os("SOURCE_DATE_EPOCH") else { return Ok(Zoned::now().date()) };
    let seconds = given.to_str().and_then(|text| text.parse().ok());
    let moment = seconds.and_then(|seconds| Timestamp::from_second(seconds).ok());
    moment.map(|moment| moment.to_zoned(TimeZone::UTC).date()).ok_or_else(|| {
        let message = format!("expected seconds since 1970, found `{}`", given.to_string_lossy());
        let place = Place::file("SOURCE_DATE_EPOCH");
        Failure { exit: Exit::Usage, problems: vec![Problem::error("wrong-date", place, message)] }
    })
}
