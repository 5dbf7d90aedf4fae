//! The weights that people gave in files of `outsift weigh`, as those of a group.

use std::collections::HashSet;
use std::path::{Path, PathBuf};

use super::paths::{Seen, unchanged};
use crate::codes::Code;
use crate::own_files;
use crate::problem::{Place, Problem, Problems};
use crate::rulebook::Rulebook;
use crate::rulebook::elicited::{GroupWeights, PersonalWeights, scenario_name};
use crate::run::ending::{Exit, Failure, cannot_read};
use crate::run::job::stem;
use crate::table::{self, Manner, Workbook};

/// What the files come to together, and what there is to say of them; files with the same bytes count once.
///
/// # Errors
/// Files cannot be read, or all that is wrong with any of them.
pub fn weighed(rulebook: &Rulebook, paths: &[PathBuf]) -> Result<(GroupWeights, Vec<Problem>), Failure> {
    let (mut people, mut notes, mut wrong) = (Vec::<PersonalWeights>::new(), Vec::new(), Vec::new());
    let mut seen = Seen::default();
    for path in paths {
        let workbook = read(path)?;
        if let Some(said) = seen.again(&workbook.file) {
            let problem = Problem::note(Code::AnsweredTwice, Place::file(workbook.file.name.clone()), said);
            notes.push(problem.help("give the weights of each person in a file of their own"));
            continue;
        }
        match own_files::weighed(rulebook, &workbook, &stem(path)) {
            Ok((given, mut said)) => {
                notes.append(&mut said);
                people.push(given);
            }
            Err(mut problems) => wrong.append(&mut problems),
        }
    }
    if !wrong.is_empty() {
        return Err(Failure { exit: Exit::Data, problems: wrong });
    }
    tell_apart(&mut people);
    let criteria = rulebook.weighable().map(|(row, ..)| row).collect();
    Ok((GroupWeights { criteria, people }, notes))
}

fn read(path: &Path) -> Result<Workbook, Failure> {
    unchanged(path, || table::read(path, &Manner::of_own_file(), &mut Problems::default()).map_err(cannot_read))
}

/// Names people of one name with their files as well, and where that is not enough with a number.
fn tell_apart(people: &mut [PersonalWeights]) {
    let names: Vec<String> = people.iter().map(|given| given.person.clone()).collect();
    let mut taken: HashSet<String> = HashSet::new();
    for (at, given) in people.iter_mut().enumerate() {
        let is_shared = names.iter().filter(|other| **other == names[at]).count() > 1;
        if is_shared {
            given.person = scenario_name(&format!("{} ({})", given.person, given.file));
        }
        let mut number = 2;
        let own = given.person.clone();
        while !taken.insert(given.person.clone()) {
            given.person = format!("{}{number}", own.chars().take(50).collect::<String>());
            number += 1;
        }
    }
}
