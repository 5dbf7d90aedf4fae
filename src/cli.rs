//! The command line: what can be asked for, how it is printed, and the exit code.

use std::fmt::Write as _;
use std::io::{self, IsTerminal, Write as _};
use std::ops::RangeInclusive;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::mpsc::{self, RecvTimeoutError};
use std::time::{Duration, Instant};

use clap::{Args, Parser, Subcommand};
use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Timestamp, Zoned};
use terminal_size::{Width, terminal_size_of};

use crate::problem::{Place, Problem};
use crate::report::form::Form;
use crate::report::pdf::Paper;
use crate::report::questionnaire::{MOST_ASKED, Questionnaire};
use crate::report::terminal::{self, Page};
use crate::report::workbook;
use crate::report::{self, Figures};
use crate::rulebook::{self, DecimalMark};
use crate::run::{self, Exit, Failure, Job, Look};

const EXIT_CODES: &str = "\
Exit codes:
   0  done
  64  the command line makes no sense
  65  the data cannot be used
  66  the input does not exist or cannot be opened
  70  the program is at fault
  73  an output cannot be created
  74  writing went wrong half-way
  78  the rulebook or the wording is wrong";

/// Sifts a portfolio of business functions into candidates for business process outsourcing (BPO) and for traditional
/// outsourcing, and shows why.
#[derive(Debug, Parser)]
#[command(version, after_help = EXIT_CODES, max_term_width = 100)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Assess an inventory: write an annotated workbook, a PDF summary and a JSON record.
    #[command(after_help = "\
Examples:
  outsift assess portfolio.xlsx -o out
  outsift assess export.csv --assume control=low
  outsift assess portfolio.xlsx --sheet Functions --rulebook mine.toml
  outsift assess portfolio.xlsx --previous last-year/portfolio-assessed.xlsx")]
    Assess {
        #[command(flatten)]
        input: Input,
        /// The folder for the three outputs; it is made if it is not there.
        #[arg(short, long, value_name = "DIR", default_value = ".")]
        output: PathBuf,
        /// The record or the assessed workbook of an earlier run: what has changed since is shown, and the decisions that
        /// were made there are carried over.
        #[arg(long, value_name = "FILE")]
        previous: Option<PathBuf>,
        /// Write the workbook's verdicts and scores as formulas that follow its weights, however many functions there are;
        /// without it, they are formulas up to 50,000 functions.
        #[arg(long, conflicts_with = "values")]
        live: bool,
        /// Write the workbook's verdicts and scores as plain values, however few functions there are.
        #[arg(long)]
        values: bool,
        #[command(flatten)]
        appearance: Appearance,
    },
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
    /// Print the default rulebook, to be edited and given back with `--rulebook`.
    Rulebook,
    /// Print the default wording of the reports, to be edited and given back with `--template`.
    Wording,
}

/// How the reports look.
#[derive(Debug, Args)]
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
    /// A folder with a `wording.toml`: the reports' headings, captions and method in your own words.
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
    /// The inventory: an .xlsx, .xlsb, .xls, .ods or .csv file with a row for each function.
    inventory: PathBuf,
    #[command(flatten)]
    options: Options,
}

/// How an inventory is read and judged.
#[derive(Debug, Args)]
struct Options {
    /// The sheet that holds the inventory; without it, the sheet that looks most like one.
    #[arg(long, value_name = "NAME", requires = "inventory")]
    sheet: Option<String>,
    /// Rules of your own instead of the default ones.
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
    let cli = match Cli::try_parse() {
        Ok(cli) => cli,
        Err(error) => {
            let _ = error.print();
            return if error.use_stderr() { code(Exit::Usage) } else { code(Exit::Done) };
        }
    };
    // A panic is this program's fault: it is said once, in one line, and ends with its own exit code.
    std::panic::set_hook(Box::new(|panic| {
        let place = panic.location().map_or(String::new(), |at| format!(" ({}:{})", at.file(), at.line()));
        let _ =
            writeln!(io::stderr(), "error[internal]: something went wrong inside outsift{place}; nothing was written");
    }));
    let outcome = std::panic::catch_unwind(|| execute(cli.command));
    match outcome {
        Ok(Ok(text)) => code(print(&text)),
        Ok(Err(failure)) => {
            let mut stderr = anstream::stderr().lock();
            for problem in &failure.problems {
                let _ = stderr.write_all(terminal::problem(problem).as_bytes());
            }
            code(failure.exit)
        }
        Err(_) => code(Exit::Internal),
    }
}

fn code(exit: Exit) -> ExitCode {
    ExitCode::from(exit as u8)
}

/// Prints to standard output; a reader that has seen enough and closes the pipe is no error.
fn print(text: &str) -> Exit {
    let mut stdout = anstream::stdout().lock();
    match stdout.write_all(text.as_bytes()).and_then(|()| stdout.flush()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Exit::Io,
        _ => Exit::Done,
    }
}

fn execute(command: Command) -> Result<String, Failure> {
    match command {
        Command::Assess { input, output, previous, live, values, appearance } => {
            let figures = match (live, values) {
                (true, _) => Figures::Live,
                (_, true) => Figures::Values,
                _ => Figures::Auto,
            };
            assess(&Job { previous, figures, look: appearance.look(), ..input.job()? }, &output)
        }
        Command::Check { input } => {
            let job = input.job()?;
            let page = Page { width: width(), arguments: run::arguments(&job, &shown) };
            run::judge(&job, &|_| (), |judgement| {
                Ok(terminal::check(judgement.report, judgement.portfolio, judgement.problems, &page))
            })
        }
        Command::Explain { function, .. } if function.trim().is_empty() => Err(no_function()),
        Command::Explain { input, function } => {
            run::judge(&input.job()?, &|_| (), |judgement| match judgement.report.find(&function) {
                Ok(found) => Ok(terminal::explain(judgement.report, &judgement.report.explain(found))),
                Err(near) => Err(no_such_function(judgement.run.file.name.as_ref(), &function, &near)),
            })
        }
        Command::Template { inventory: None, options, output, force } => {
            template(options, output.as_deref().unwrap_or(Path::new("outsift-template.xlsx")), force)
        }
        Command::Template { inventory: Some(inventory), options, output, force } => {
            questionnaire(&options.job(inventory)?, output, force)
        }
        Command::Rulebook => Ok(rulebook::DEFAULT.to_owned()),
        Command::Wording => Ok(report::DEFAULT_WORDING.to_owned()),
    }
}

fn assess(job: &Job, folder: &Path) -> Result<String, Failure> {
    let outputs = run::outputs(job, folder)?;
    with_progress(|stage| {
        run::judge(job, stage, |judgement| {
            let later = run::publish(judgement, &outputs, stage)?;
            let mut text = terminal::summary(judgement.report, judgement.portfolio, judgement.problems, width());
            for problem in later {
                text.push_str(&terminal::problem(&problem));
            }
            text.push('\n');
            for (what, path) in
                [("Workbook", &outputs.workbook), ("Summary", &outputs.pdf), ("Record", &outputs.record)]
            {
                let _ = writeln!(text, "{what:<10}{}", path.display());
            }
            Ok(text)
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

/// Writes a blank inventory, which is the input of the job that comes next.
fn template(options: Options, path: &Path, force: bool) -> Result<String, Failure> {
    let next = options.job(path.to_owned())?;
    let inputs: Vec<PathBuf> = next.rulebook.iter().cloned().collect();
    let file = run::form_file(&inputs, path, force)?;
    let form = Form::blank(
        &run::load_rulebook(next.rulebook.as_deref())?,
        next.date,
        run::next_command(&next, None, &run::file_name),
    );
    run::publish_form(&file, |file| workbook::template::write(&form, file))?;
    Ok(terminal::template(path, &run::next_command(&next, None, &shown)))
}

/// Writes the questions on the functions of an inventory that have no verdict, if there are any.
fn questionnaire(job: &Job, path: Option<PathBuf>, force: bool) -> Result<String, Failure> {
    let stem = job.input.file_stem().unwrap_or_default().to_string_lossy();
    let path = path.unwrap_or_else(|| format!("{stem}-questionnaire.xlsx").into());
    let file = run::form_file(&job.inputs(), &path, force)?;
    let command = |shown: &dyn Fn(&Path) -> String| run::next_command(job, Some(&path), shown);
    with_progress(|stage| {
        run::judge(job, stage, |judgement| {
            let report = judgement.report;
            let questions = Questionnaire::of(report, command(&run::file_name), MOST_ASKED);
            let Some(questions) = questions else { return Ok(terminal::nothing_to_ask(report.functions())) };
            run::publish_form(&file, |file| workbook::questionnaire::write(&questions, file))?;
            Ok(terminal::questionnaire(&questions, &path, &command(&shown)))
        })
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
            input,
            sheet: self.sheet,
            rulebook: self.rulebook,
            answers: self.answers,
            previous: None,
            columns: self.map,
            scales: self.scale,
            decimal_mark: self.decimal_mark,
            assume: self.assume,
            date,
            figures: Figures::Auto,
            look: Look::default(),
        })
    }
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

/// Runs some work and, on a terminal, says what it is at once it has taken longer than a second.
fn with_progress<T>(work: impl FnOnce(&dyn Fn(&'static str)) -> T) -> T {
    const PATIENCE: Duration = Duration::from_secs(1);
    if !io::stderr().is_terminal() {
        return work(&|_| ());
    }
    let (sender, stages) = mpsc::channel();
    std::thread::scope(|scope| {
        scope.spawn(move || {
            let (start, mut stage, mut shown) = (Instant::now(), "starting", false);
            loop {
                match stages.recv_timeout(PATIENCE / 4) {
                    Ok(next) => stage = next,
                    Err(RecvTimeoutError::Timeout) => {}
                    Err(RecvTimeoutError::Disconnected) => break,
                }
                if start.elapsed() >= PATIENCE {
                    shown = true;
                    let _ = write!(io::stderr(), "\r\x1b[K{stage} … {} s", start.elapsed().as_secs());
                }
            }
            if shown {
                let _ = write!(io::stderr(), "\r\x1b[K");
            }
        });
        // The sender is dropped with the work, which ends the other thread.
        let outcome = work(&|stage| {
            let _ = sender.send(stage);
        });
        drop(sender);
        outcome
    })
}
