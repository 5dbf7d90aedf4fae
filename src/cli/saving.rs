//! What was typed for an inventory, kept in a job file; whatever else it says stays as it was, remarks and all.

use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf, absolute};

use clap::parser::ValueSource;
use clap::{Arg, ArgAction, ArgMatches, ValueHint};
use toml::de::{DeTable, DeValue};

use super::commands::command;
use super::job_file::{is_of_columns, key, parted, path_to_save, said_of, subject};
use crate::codes::Code;
use crate::problem::{Place, Problem};
use crate::rulebook::print::{name, quoted};
use crate::rulebook::revised::{set, set_in_table};
use crate::rulebook::toml_tables::Loader;
use crate::run::{Exit, Failure};

/// What a job file begins with.
const BEGINNING: &str =
    "# What outsift takes from here unless it is typed: `inventory` and the options of `outsift assess`.\n";

/// Options that belong to one call.
const OF_ONE_CALL: [&str; 6] = ["save", "job", "no_job", "quiet", "verbose", "log_format"];

/// Keeps what was typed of a command in its job file, and says what that was.
///
/// # Errors
/// The file cannot be read as TOML, or not be written.
pub(super) fn save(typed: &ArgMatches) -> Result<Problem, Failure> {
    let mut whole = command();
    whole.build();
    let Some((command, matches)) =
        typed.subcommand().and_then(|(name, matches)| Some((whole.find_subcommand(name)?, matches)))
    else {
        return Ok(Problem::note(Code::JobFile, Place::file("outsift"), "there is nothing to keep"));
    };
    let path = path_to_save(matches);
    let mut file = Saved::read(path)?;
    for arg in command.get_arguments().filter(|arg| !OF_ONE_CALL.contains(&arg.get_id().as_str())) {
        let id = arg.get_id().as_str();
        if matches.value_source(id) != Some(ValueSource::CommandLine) {
            continue;
        }
        let values = matches.get_raw(id).into_iter().flatten().map(|value| value.to_string_lossy().into_owned());
        // What stands on standard input is another thing each time.
        let is_stdin = |value: &String| arg.get_long().is_none() && value == "-";
        let values: Vec<String> =
            values.filter(|value| !is_stdin(value)).map(|value| file.in_its_folder(arg, value)).collect();
        if !values.is_empty() {
            file.keep(arg, &values)?;
        }
    }
    file.write()
}

/// A job file on its way.
struct Saved {
    path: PathBuf,
    text: String,
    kept: Vec<String>,
}

impl Saved {
    fn read(path: PathBuf) -> Result<Saved, Failure> {
        let text = match fs::read_to_string(&path) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => BEGINNING.to_owned(),
            read => read.map_err(|error| cannot(&path, "read", &error))?,
        };
        Ok(Saved { path, text, kept: Vec::new() })
    }

    /// A value; a path as it is found from the folder of the file.
    fn in_its_folder(&self, arg: &Arg, value: String) -> String {
        let is_path = matches!(arg.get_value_hint(), ValueHint::AnyPath) && value != "-";
        let is_here = self.path.parent().is_none_or(|folder| folder.as_os_str().is_empty());
        if !is_path || is_here {
            return value;
        }
        absolute(&value).map_or(value, |path| path.display().to_string())
    }

    fn keep(&mut self, arg: &Arg, values: &[String]) -> Result<(), Failure> {
        let (id, key) = (arg.get_id().as_str(), key(arg));
        let lists = self.list(key)?;
        match (lists, values) {
            (None, _) if is_of_columns(arg) => {
                for value in values {
                    let (of, said) = self.entry(arg, value)?;
                    set_in_table(&mut self.text, key, &of, &quoted(&said));
                    self.kept.push(format!("{key}.{}", name(&of)));
                }
            }
            // One inventory is a text, as somebody would write it.
            (there, all)
                if matches!(arg.get_action(), ArgAction::Append) && (arg.get_long().is_some() || all.len() > 1) =>
            {
                // What is typed counts instead of all that is there, and of columns instead of what is said of the same.
                let mut list = there.filter(|_| is_of_columns(arg)).unwrap_or_default();
                list.retain(|known| values.iter().all(|value| subject(id, value) != subject(id, known)));
                list.extend_from_slice(values);
                let list: Vec<String> = list.iter().map(|value| quoted(value)).collect();
                set(&mut self.text, key, &format!("[{}]", list.join(", ")));
                self.kept.push(key.to_owned());
            }
            (_, [value, ..]) => {
                set(&mut self.text, key, &quoted(value));
                self.kept.push(key.to_owned());
            }
            (_, []) => {}
        }
        Ok(())
    }

    /// The texts of a list that is there, which may be of one text without brackets.
    fn list(&self, key: &str) -> Result<Option<Vec<String>>, Failure> {
        let (_, root) = self.parsed()?;
        Ok(root.get(key).and_then(|value| match value.get_ref() {
            DeValue::Array(list) => {
                Some(list.iter().filter_map(|item| item.get_ref().as_str()).map(str::to_owned).collect())
            }
            DeValue::String(text) => Some(vec![text.to_string()]),
            _ => None,
        }))
    }

    /// The key and the text of a table's entry for a value: in the place of one that says something of the same.
    fn entry(&self, arg: &Arg, value: &str) -> Result<(String, String), Failure> {
        let (_, root) = self.parsed()?;
        let id = arg.get_id().as_str();
        let table = root.get(key(arg)).and_then(|entries| entries.get_ref().as_table());
        let of_same = table.into_iter().flatten().find(|(of, said)| {
            let said = said.get_ref().as_str().unwrap_or_default();
            subject(id, &said_of(id, of.get_ref(), said)) == subject(id, value)
        });
        let (of, said) = parted(id, value);
        let (level, department) = match said.split_once('@').filter(|_| id == "assume") {
            Some((level, department)) => (level, Some(department.trim())),
            None => (said, None),
        };
        let of = match (of_same, department) {
            (Some((known, _)), _) => known.get_ref().to_string(),
            (None, Some(department)) => format!("{}@{department}", of.trim()),
            (None, None) => of.trim().to_owned(),
        };
        let said = if department.is_some() && of.contains('@') { level } else { said };
        Ok((of, said.trim().to_owned()))
    }

    fn parsed(&self) -> Result<(Loader<'_>, DeTable<'_>), Failure> {
        Loader::parse(&self.path.display().to_string(), &self.text)
            .map_err(|problems| Failure { exit: Exit::Usage, problems })
    }

    /// Replaces the file by what it says now, at once.
    fn write(self) -> Result<Problem, Failure> {
        if self.kept.is_empty() {
            let place = Place::file(self.path.display().to_string());
            let problem = Problem::note(Code::JobFile, place, "nothing was typed that could be kept");
            return Ok(problem.help("give the inventory as a file, or options"));
        }
        // Whatever somebody had written there, it stays a job file.
        self.parsed()?;
        // What a link leads to is replaced, and not the link.
        let path = fs::canonicalize(&self.path).unwrap_or_else(|_| self.path.clone());
        let unfinished = path.with_extension("toml.unfinished");
        let write = || {
            let mut file = fs::File::create(&unfinished)?;
            file.write_all(self.text.as_bytes())?;
            file.sync_all()?;
            if let Ok(about) = fs::metadata(&path) {
                fs::set_permissions(&unfinished, about.permissions())?;
            }
            fs::rename(&unfinished, &path)
        };
        write().map_err(|error| {
            let _ = fs::remove_file(&unfinished);
            cannot(&self.path, "written", &error)
        })?;
        let kept: Vec<String> = self.kept.iter().map(|key| format!("`{key}`")).collect();
        let place = Place::file(self.path.display().to_string());
        Ok(Problem::note(Code::JobFile, place, format!("keeps {}", kept.join(", ")))
            .help("from now on `outsift check` and `outsift assess` take them from there"))
    }
}

fn cannot(path: &Path, what: &str, error: &io::Error) -> Failure {
    let problem =
        Problem::error(Code::JobFile, Place::file(path.display().to_string()), format!("cannot be {what}: {error}"));
    Failure::of(Exit::CannotWrite, problem.help("what was typed counted all the same; name another file with `--job`"))
}
