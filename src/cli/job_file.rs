//! A job file: what the command line can say, said once in a file for a review that takes weeks or a run of every night.
//!
//! Its keys are the long names of the options of `assess`, and `inventory`; a list gives what may be repeated, and a table
//! stands for options of the form `COLUMN=…`. Scenarios stand in it as in a rulebook. What it says is put into the command line before that is understood, so that
//! an option means the same in both, and what is typed wins over what is written.

use std::collections::BTreeSet;
use std::error::Error as _;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};

use clap::error::{ContextKind, ContextValue};
use clap::parser::ValueSource;
use clap::{Arg, ArgAction, ArgGroup, ArgMatches, ValueHint};
use toml::de::{DeTable, DeValue};

use super::commands::{Running, command, lenient};
use crate::codes::Code;
use crate::problem::{Place, Problem};
use crate::rulebook::SCENARIO;
use crate::rulebook::text::fold;
use crate::rulebook::toml_tables::{Loader, Table, Value, nearest};
use crate::run::{Exit, Failure};

/// The job file that counts without being named: in the current folder, and in no other.
pub(super) const NAME: &str = "outsift.toml";

/// The positional argument with the inventories, which is a key of a job file like the options are.
const INVENTORY: &str = "inventory";

/// Options that say which job file counts, and are none of a job.
const OF_THE_FILE: [&str; 2] = ["job", "no-job"];

/// The arguments of a run, with those of its job file.
pub(super) struct Completed {
    /// The command line, program and all.
    pub(super) arguments: Vec<OsString>,
    /// What was typed of it; none where that makes no sense.
    pub(super) typed: Option<ArgMatches>,
    /// Options as messages name them, and where they stand in the job file.
    pub(super) origins: Vec<(String, Place)>,
    /// That a job file counts.
    pub(super) note: Option<Problem>,
}

impl Completed {
    /// Arguments that no job file adds anything to.
    pub(super) fn alone(arguments: Vec<OsString>, typed: Option<ArgMatches>) -> Completed {
        Completed { arguments, typed, origins: Vec::new(), note: None }
    }
}

/// Puts what the job file says into a command line, for the commands that read an inventory.
///
/// # Errors
/// The job file cannot be read, or all that is wrong with it.
pub(super) fn complete(arguments: &[OsString]) -> Result<Completed, Failure> {
    let mut whole = command().ignore_errors(true);
    let typed = whole.try_get_matches_from_mut(arguments).ok();
    let Some((name, matches)) = typed.as_ref().and_then(ArgMatches::subcommand) else {
        return Ok(Completed::alone(arguments.to_owned(), typed));
    };
    let takes_jobs =
        whole.find_subcommand(name).is_some_and(|command| command.get_arguments().any(|arg| arg.get_id() == "job"));
    let Some(path) = path(matches).filter(|_| takes_jobs) else {
        return Ok(Completed::alone(arguments.to_owned(), typed));
    };
    let is_to_be = matches.try_get_one::<bool>("save").ok().flatten().is_some_and(|save| *save) && !path.exists();
    if is_to_be {
        return Ok(Completed::alone(arguments.to_owned(), typed));
    }
    let file = JobFile::read(&path)?;
    let Some(position) = arguments.iter().position(|argument| argument == name) else {
        return Ok(Completed::alone(arguments.to_owned(), typed));
    };
    let Taken { words, overruled } = file.words(&whole, name, matches);
    let inventories = file.entries.iter().filter(|entry| entry.id == INVENTORY).count();
    let is_one = file.entries.iter().any(|entry| entry.id == "combine") || is_given(matches, "combine");
    if name != "assess" && inventories > 1 && !is_one && needs_inventory(name, matches) {
        let message = format!("has {inventories} inventories, and `{name}` takes one");
        let problem = Problem::error(Code::JobFile, file.place, message);
        let help = format!("name it: `outsift {name} INVENTORY`, or make one portfolio of them with `--combine`");
        return Err(Failure::of(Exit::Usage, problem.help(help)));
    }
    let note = file.note(words.len(), overruled);
    let origins = file.entries.iter().filter_map(Entry::origin).collect();
    // Inventories stand before other arguments, and options behind those that were typed: of two, the first counts.
    let is_option = |word: &OsString| word.to_string_lossy().starts_with("--");
    let (options, inventories): (Vec<OsString>, Vec<OsString>) = words.into_iter().partition(is_option);
    let (before, after) = arguments.split_at(position + 1);
    let end = after.iter().position(|argument| argument == "--").unwrap_or(after.len());
    let (typed_options, rest) = after.split_at(end);
    let arguments = [before, &inventories, typed_options, &options, rest].concat();
    Ok(Completed { arguments, typed, origins, note: Some(note) })
}

/// How a command runs that is refused for its job file: as was typed, or as that file says, as far as it can be told.
pub(super) fn running(arguments: &[OsString]) -> Running {
    let mut arguments = arguments.to_vec();
    let said = said_of_running(&arguments).unwrap_or_default();
    arguments.splice(1..1, said);
    lenient(&arguments)
}

/// What a job file, right or wrong, says of how a command runs, but for what was typed.
fn said_of_running(arguments: &[OsString]) -> Option<Vec<OsString>> {
    let mut whole = command().ignore_errors(true);
    let typed = whole.try_get_matches_from_mut(arguments).ok()?;
    let (_, matches) = typed.subcommand()?;
    let bytes = fs::read(path(matches)?).ok()?;
    let text = String::from_utf8_lossy(&bytes);
    let (root, _) = DeTable::parse_recoverable(&text);
    let options = whole.get_arguments().filter(|arg| arg.is_global_set()).collect();
    let (loader, folder) = (Loader::new(NAME, &text), PathBuf::new());
    let mut reader = Reader { loader, folder, options, entries: Vec::new() };
    reader.root(root.get_ref());
    let is_meant =
        |entry: &&Entry| !is_given(matches, &entry.id) && refused(std::slice::from_ref::<Entry>(entry)).is_empty();
    Some(reader.entries.iter().filter(is_meant).map(Entry::word).collect())
}

/// The job file that counts for a command, if there is one.
pub(super) fn path(matches: &ArgMatches) -> Option<PathBuf> {
    if matches.try_get_one::<bool>("no_job").ok().flatten().is_some_and(|given| *given) {
        return None;
    }
    let named = matches.try_get_one::<PathBuf>("job").ok().flatten();
    named.cloned().or_else(|| Some(PathBuf::from(NAME)).filter(|path| path.is_file()))
}

/// Where a job file is kept if none is named.
pub(super) fn path_to_save(matches: &ArgMatches) -> PathBuf {
    path(matches).unwrap_or_else(|| NAME.into())
}

/// One option with one value, as a job file says it.
struct Entry {
    id: String,
    /// Its long name; none for an inventory.
    option: Option<String>,
    /// None for one that is only switched on.
    value: Option<String>,
    place: Place,
}

impl Entry {
    /// The entry as a word of a command line.
    fn word(&self) -> OsString {
        match (&self.option, &self.value) {
            (Some(option), Some(value)) => format!("--{option}={value}").into(),
            (Some(option), None) => format!("--{option}").into(),
            (None, value) => value.clone().unwrap_or_default().into(),
        }
    }

    /// How messages name the option, and where it is said.
    fn origin(&self) -> Option<(String, Place)> {
        let (option, value) = (self.option.as_ref()?, self.value.as_ref()?);
        Some((format!("--{option} {value}"), self.place.clone()))
    }
}

/// What of a job file goes into a command line.
struct Taken {
    words: Vec<OsString>,
    /// How many entries were passed over for what was typed.
    overruled: usize,
}

struct JobFile {
    place: Place,
    entries: Vec<Entry>,
}

impl JobFile {
    fn read(path: &Path) -> Result<JobFile, Failure> {
        let name = path.display().to_string();
        let bytes = fs::read(path).map_err(|error| {
            let problem = Problem::error(Code::JobFile, Place::file(name.as_str()), format!("cannot be read: {error}"));
            Failure::of(Exit::NoInput, problem.help("`outsift check INVENTORY --save` writes one to start from"))
        })?;
        let text = in_utf8(&name, bytes)?;
        let wrong = |problems| Failure { exit: Exit::Usage, problems };
        let (loader, root) = Loader::parse(&name, &text).map_err(wrong)?;
        let folder = path.parent().unwrap_or(Path::new("")).to_owned();
        let mut whole = command();
        whole.build();
        let options: Vec<&Arg> = whole.find_subcommand("assess").map(options).unwrap_or_default();
        let mut reader = Reader { loader, folder, options, entries: Vec::new() };
        reader.root(&root);
        let Reader { mut loader, entries, .. } = reader;
        if loader.problems.is_empty() {
            loader.problems = refused(&entries);
        }
        if loader.problems.is_empty() {
            Ok(JobFile { place: loader.place, entries })
        } else {
            Err(wrong(loader.problems))
        }
    }

    /// Its entries that a command takes, but for those that were typed otherwise.
    fn words(&self, whole: &clap::Command, name: &str, typed: &ArgMatches) -> Taken {
        let mut taken = Taken { words: Vec::new(), overruled: 0 };
        // Another command takes what is said of reading; what it writes has nothing to do with what an assessment writes.
        let (Some(of_this), Some(of_reading)) = (whole.find_subcommand(name), whole.find_subcommand("check")) else {
            return taken;
        };
        let has = |command: &clap::Command, id: &str| command.get_arguments().any(|arg| arg.get_id() == id);
        let is_global = |id: &str| whole.get_arguments().any(|arg| arg.get_id() == id);
        let needs = needs_inventory(name, typed);
        for entry in &self.entries {
            let id = entry.id.as_str();
            if !(name == "assess" || has(of_reading, id) || is_global(id)) {
                continue;
            }
            let is_typed = if id == INVENTORY { !needs } else { is_overruled(of_this, entry, typed) };
            if is_typed {
                taken.overruled += 1;
            } else {
                taken.words.push(entry.word());
            }
        }
        taken
    }

    fn note(&self, taken: usize, overruled: usize) -> Problem {
        let entries = if taken == 1 { "1 entry counts".to_owned() } else { format!("{taken} entries count") };
        let typed =
            if overruled == 0 { String::new() } else { format!(", and {overruled} not, for what was typed instead") };
        Problem::note(Code::JobFile, self.place.clone(), format!("{entries} in this run{typed}"))
    }
}

/// The text of a job file.
fn in_utf8(name: &str, bytes: Vec<u8>) -> Result<String, Failure> {
    String::from_utf8(bytes).map_err(|error| {
        let before = String::from_utf8_lossy(&error.as_bytes()[..error.utf8_error().valid_up_to()]);
        let line = before.matches('\n').count() + 1;
        let message = format!("line {line} holds a byte that is no UTF-8");
        let problem = Problem::error(Code::JobFile, Place::file(name), message);
        Failure::of(Exit::Usage, problem.help("save it as UTF-8"))
    })
}

/// The options that a job file can give.
fn options(command: &clap::Command) -> Vec<&Arg> {
    let is_of_a_job = |arg: &&Arg| match arg.get_long() {
        Some(long) => !OF_THE_FILE.contains(&long) && !["help", "version"].contains(&long),
        None => arg.get_id() == INVENTORY,
    };
    command.get_arguments().filter(is_of_a_job).collect()
}

/// Whether an option was typed.
fn is_given(typed: &ArgMatches, id: &str) -> bool {
    typed.try_contains_id(id).is_ok() && typed.value_source(id) == Some(ValueSource::CommandLine)
}

/// Whether a command was typed without its inventory. One argument of `explain` is the function.
fn needs_inventory(name: &str, typed: &ArgMatches) -> bool {
    let of_it = usize::from(name == "explain");
    typed.get_raw(INVENTORY).map_or(0, Iterator::count) <= of_it
}

/// Whether something was typed that an entry would say otherwise, or that does not go with it.
fn is_overruled(command: &clap::Command, entry: &Entry, typed: &ArgMatches) -> bool {
    let is_typed = |id: &str| is_given(typed, id);
    let Some(arg) = command.get_arguments().find(|arg| arg.get_id() == entry.id.as_str()) else {
        return is_typed(&entry.id);
    };
    if !is_typed(&entry.id) {
        let of_groups = command.get_groups().filter(|group| group.get_args().any(|id| id == arg.get_id()));
        let others = of_groups.filter(|group| is_choice(group)).flat_map(ArgGroup::get_args);
        let rivals = command.get_arg_conflicts_with(arg).into_iter().map(Arg::get_id);
        return others.chain(rivals).any(|id| is_typed(id.as_str()));
    }
    if !is_of_columns(arg) {
        return true;
    }
    let written = subject(&entry.id, entry.value.as_deref().unwrap_or_default());
    let mut given = typed.get_raw(&entry.id).into_iter().flatten();
    given.any(|value| subject(&entry.id, &value.to_string_lossy()) == written)
}

/// Whether one option of a group at most can be given.
fn is_choice(group: &ArgGroup) -> bool {
    !group.clone().is_multiple()
}

/// Whether an option says something of a column, or of whatever else stands before an `=`.
pub(super) fn is_of_columns(arg: &Arg) -> bool {
    let is_repeated = matches!(arg.get_action(), ArgAction::Append);
    is_repeated && arg.get_value_names().is_some_and(|names| names.iter().any(|name| name.contains('=')))
}

/// The value of an option, as what it says something of and what it says.
pub(super) fn parted<'v>(id: &str, value: &'v str) -> (&'v str, &'v str) {
    let split = if ["where", "assume"].contains(&id) { value.split_once('=') } else { value.rsplit_once('=') };
    split.unwrap_or((value, ""))
}

/// The value of an option that says this of that. What is assumed in a department alone may have it in either part.
pub(super) fn said_of(id: &str, of: &str, said: &str) -> String {
    match of.split_once('@').filter(|_| id == "assume") {
        Some((attribute, department)) => format!("{attribute}={said}@{department}"),
        None => format!("{of}={said}"),
    }
}

/// What the value of an option says something of: a column, or an attribute in a department.
pub(super) fn subject(id: &str, value: &str) -> String {
    let (of, said) = parted(id, value);
    let department = if id == "assume" { said.split_once('@').map_or("", |(_, department)| department) } else { "" };
    format!("{}@{}", fold(of), fold(department))
}

/// What the command line would refuse of entries, each at its place.
fn refused(entries: &[Entry]) -> Vec<Problem> {
    let attempt = |words: &mut dyn Iterator<Item = OsString>| {
        let start = ["outsift", "assess", INVENTORY].map(OsString::from);
        command().try_get_matches_from(start.into_iter().chain(words)).err()
    };
    let words = |entry: &Entry| entry.option.is_some().then(|| entry.word());
    let Some(error) = attempt(&mut entries.iter().filter_map(words)) else { return Vec::new() };
    let each = entries.iter().filter_map(|entry| {
        let error = attempt(&mut words(entry).into_iter())?;
        Some(Problem::error(Code::WrongValue, entry.place.clone(), reason(entry, &error)))
    });
    let each: Vec<Problem> = each.collect();
    if !each.is_empty() {
        return each;
    }
    // Each can be, and not all together.
    let named = |kind| match error.get(kind) {
        Some(ContextValue::String(name)) => name.split([' ', '=']).next().unwrap_or_default().trim_start_matches('-'),
        _ => "",
    };
    let rivals = [named(ContextKind::InvalidArg), named(ContextKind::PriorArg)];
    let is_rival = |entry: &&Entry| entry.option.as_deref().is_some_and(|option| rivals.contains(&option));
    let mut found = entries.iter().filter(is_rival);
    let (Some(first), Some(last)) = (found.next(), found.next_back()) else {
        return vec![Problem::error(Code::WrongValue, Place::file(NAME), error.kind().to_string())];
    };
    let option = |entry: &Entry| entry.option.clone().unwrap_or_default();
    let message = format!("`{}` does not go with `{}`", option(last), option(first));
    vec![Problem::error(Code::WrongValue, last.place.clone(), message).help("keep one of them")]
}

/// Why the command line refuses the value of an entry.
fn reason(entry: &Entry, error: &clap::Error) -> String {
    let expected = match (error.source(), error.get(ContextKind::ValidValue)) {
        (Some(source), _) => source.to_string(),
        (None, Some(ContextValue::Strings(values))) => format!("expected {}", values.join(" or ")),
        (None, _) => error.kind().to_string(),
    };
    let (option, value) = (entry.option.as_deref().unwrap_or(INVENTORY), entry.value.as_deref().unwrap_or("true"));
    format!("`{option}` cannot be `{value}`: {expected}")
}

/// Takes the entries out of a job file's tables.
struct Reader<'t, 'a> {
    loader: Loader<'t>,
    folder: PathBuf,
    options: Vec<&'a Arg>,
    entries: Vec<Entry>,
}

impl<'t> Reader<'t, '_> {
    fn root(&mut self, root: &Table<'t>) {
        let names: BTreeSet<&str> = self.options.iter().map(|arg| key(arg)).collect();
        let names: Vec<&str> = names.into_iter().chain([SCENARIO]).collect();
        let mut entries: Vec<_> = root.iter().collect();
        entries.sort_by_key(|(key, _)| key.span().start);
        if let (Some(_), Some(scenarios)) = (root.get("scenarios"), root.get(SCENARIO)) {
            let message = "`scenarios` names another file with scenarios, and `[[scenario]]` stands in this one";
            let help = Some("keep one of them".to_owned());
            self.loader.report(scenarios.span(), Code::WrongValue, message.to_owned(), help);
        }
        for (name, value) in entries {
            // What they say is read by whoever judges.
            if name.get_ref() == SCENARIO {
                self.scenarios(value);
                continue;
            }
            let found = self.options.iter().find(|arg| key(arg) == name.get_ref().as_ref()).copied();
            let Some(arg) = found else {
                let message = format!("there is no option `{}`", name.get_ref());
                self.loader.report(name.span(), Code::UnknownKey, message, Some(nearest(name.get_ref(), &names)));
                continue;
            };
            self.option(arg, value);
        }
    }

    fn scenarios(&mut self, value: &Value<'t>) {
        let file = self.loader.place.file.to_string();
        if let Some(arg) = self.options.iter().find(|arg| arg.get_id() == "scenarios").copied() {
            self.entry(arg, value, Some(file));
        }
    }

    fn option(&mut self, arg: &Arg, value: &Value<'t>) {
        let is_switch = matches!(arg.get_action(), ArgAction::SetTrue);
        let can_repeat = matches!(arg.get_action(), ArgAction::Append);
        match value.get_ref() {
            DeValue::Boolean(false) if is_switch => {}
            DeValue::Boolean(true) if is_switch => self.entry(arg, value, None),
            DeValue::Array(list) if can_repeat => {
                for item in list {
                    self.single(arg, item, None);
                }
            }
            DeValue::Table(table) if is_of_columns(arg) => {
                let mut entries: Vec<_> = table.iter().collect();
                entries.sort_by_key(|(key, _)| key.span().start);
                for (of, value) in entries {
                    self.single(arg, value, Some(of.get_ref().as_ref()));
                }
            }
            _ if is_switch => self.loader.expected(value, &format!("`{}` as `true` or `false`", key(arg))),
            _ => self.single(arg, value, None),
        }
    }

    /// One value; in a table, it is said of something.
    fn single(&mut self, arg: &Arg, value: &Value<'t>, of: Option<&str>) {
        let is_path = matches!(arg.get_value_hint(), ValueHint::AnyPath);
        let text = match value.get_ref() {
            DeValue::String(text) => text.to_string(),
            DeValue::Integer(number) if !is_path => number.to_string(),
            DeValue::Float(number) if !is_path => number.as_str().to_owned(),
            DeValue::Datetime(moment) if !is_path => moment.to_string(),
            _ => {
                let list = if matches!(arg.get_action(), ArgAction::Append) { " or a list of texts" } else { "" };
                let what = if of.is_some() { "a text".to_owned() } else { format!("`{}` as a text{list}", key(arg)) };
                return self.loader.expected(value, &what);
            }
        };
        let text = if is_path && text != "-" { self.folder.join(&text).display().to_string() } else { text };
        let text = of.map_or_else(|| text.clone(), |of| said_of(arg.get_id().as_str(), of, &text));
        if text.is_empty() {
            return self.loader.expected(value, &format!("`{}` as a text that is not empty", key(arg)));
        }
        self.entry(arg, value, Some(text));
    }

    fn entry(&mut self, arg: &Arg, at: &Value<'t>, value: Option<String>) {
        let place = self.loader.place_of(at.span());
        let (id, option) = (arg.get_id().to_string(), arg.get_long().map(str::to_owned));
        self.entries.push(Entry { id, option, value, place });
    }
}

/// What an option is called in a job file.
pub(super) fn key(arg: &Arg) -> &str {
    arg.get_long().unwrap_or(INVENTORY)
}
