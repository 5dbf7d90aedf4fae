//! What a run writes to, and its claim on it: one run at a time, all files or none, and nothing left behind.
//!
//! While a run lasts, a hidden folder beside its outputs holds a lock and the files that are not finished. A run that
//! dies leaves that folder without the lock being held: the next one takes it over, puts back the older files where they
//! had been half replaced, and removes the rest. Writing the files is left to the worker.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

use jiff::Timestamp;

use super::keeping::{self, Stamp};
use crate::codes::Code;
use crate::problem::{Place, Problem};
use crate::run::ending::{Exit, Failure, failed_output};
use crate::run::job::Kept;

/// The lock, in the hidden folder.
const LOCK: &str = "lock";
/// Stands there while files are moved to their places.
const MOVING: &str = "moving";
/// What a copy of an older file is called there until it is whole.
const COPIED: &str = "copied";
/// What an older file is called there while the new ones are moved to their places.
const OLDER: &str = "older-";

/// Files that appear together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Target {
    folder: PathBuf,
    hidden: PathBuf,
    /// Each file's name while it is made, and its place; the one that vouches for the others comes last.
    files: Vec<(&'static str, PathBuf)>,
    /// Files that an older run may have left in the place of one that this run does not write.
    unwanted: Vec<(&'static str, PathBuf)>,
    /// Files that other runs may write, and this one leaves alone.
    known: Vec<(&'static str, PathBuf)>,
}

impl Target {
    /// The target of some files in one folder, each with its name while it is made; `name` tells targets apart.
    pub(super) fn new(name: &str, files: Vec<(&'static str, PathBuf)>) -> Target {
        let folder = files.first().and_then(|(_, place)| place.parent()).unwrap_or(Path::new(""));
        let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
        let target = Target::folder(name, folder);
        Target { files, ..target }
    }

    /// The target of files in a folder that are not known by their names yet; `name` tells targets apart.
    pub fn folder(name: &str, folder: &Path) -> Target {
        let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
        let hidden = folder.join(format!(".{name}.outsift"));
        Target { folder: folder.to_owned(), hidden, files: Vec::new(), unwanted: Vec::new(), known: Vec::new() }
    }

    /// The target without a file, which goes when the others appear.
    pub(super) fn without(mut self, name: &'static str, place: PathBuf) -> Target {
        self.unwanted.push((name, place));
        self
    }

    /// The target with a file that other runs on it may write.
    pub(super) fn knowing(mut self, name: &'static str, place: PathBuf) -> Target {
        self.known.push((name, place));
        self
    }

    /// The files that a run that has died was moving, by what it noted.
    fn half_moved(&self) -> Vec<(&'static str, PathBuf)> {
        let noted = fs::read_to_string(self.hidden.join(MOVING)).unwrap_or_default();
        let all = self.files.iter().chain(&self.unwanted);
        if noted.is_empty() {
            // It has not begun, or an older version wrote no note.
            let is_there = |name: &str| {
                [name.to_owned(), format!("{OLDER}{name}")].iter().any(|name| self.hidden.join(name).exists())
            };
            return all.filter(|(name, _)| is_there(name)).cloned().collect();
        }
        let is_noted = |(name, _): &&(&'static str, PathBuf)| noted.lines().any(|line| line == *name);
        all.chain(&self.known).filter(is_noted).cloned().collect()
    }

    /// The file that is named where the target as a whole is meant.
    fn shown(&self) -> &Path {
        self.files.last().map_or(&self.folder, |(_, place)| place)
    }

    fn cannot(&self, what: &str, error: &io::Error) -> Failure {
        failed_output(Exit::CannotWrite, self.shown(), what, error)
    }

    /// Claims the target for this run, and clears away what a run that died has left there.
    ///
    /// # Errors
    /// Another run has claimed it, or its folder cannot be made or written to.
    pub fn claim(&self) -> Result<Claim<'_>, Failure> {
        // A run that ends removes its lock; whoever opened it before that opens the next one.
        const MOST_ATTEMPTS: usize = 100;
        let made = make_folder(&self.folder)
            .map_err(|error| failed_output(Exit::CannotWrite, &self.folder, "created", &error))?;
        let (standing, kept, notes) = (Vec::new(), Vec::new(), Vec::new());
        let mut claim = Claim { target: self, made, lock: None, standing, kept, is_kept: true, notes };
        for _ in 0..MOST_ATTEMPTS {
            let Some(lock) = self.open_lock()? else { continue };
            match lock.try_lock() {
                Ok(()) if !is_still(&lock, &self.hidden.join(LOCK)) => continue,
                Ok(()) => {}
                Err(TryLockError::WouldBlock) => return Err(self.in_use(lock)),
                Err(TryLockError::Error(error)) => claim.notes.push(self.no_lock(&error)),
            }
            let _ = lock.set_len(0).and_then(|()| (&lock).write_all(holder().as_bytes()));
            claim.lock = Some(lock);
            // Until then, older files may stand in the hidden folder alone.
            claim.take_over()?;
            claim.is_kept = false;
            let places = self.files.iter().chain(&self.unwanted).map(|(_, place)| place);
            claim.standing = places.map(|place| (place.clone(), Stamp::of(place))).collect();
            keeping::narrow(&self.hidden, self.files.iter().map(|(_, place)| place.as_path()));
            return Ok(claim);
        }
        Err(self.cannot("locked", &io::Error::other("other runs come and go")))
    }

    /// The lock; none where the run that had it has just removed it.
    fn open_lock(&self) -> Result<Option<File>, Failure> {
        match fs::create_dir(&self.hidden) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                // Another run had made the folder, and has removed it.
                make_folder(&self.folder).map_err(|error| self.cannot("created", &error))?;
                return Ok(None);
            }
            Err(error) if error.kind() != io::ErrorKind::AlreadyExists => return Err(self.cannot("created", &error)),
            _ => {}
        }
        if !fs::symlink_metadata(&self.hidden).is_ok_and(|found| found.is_dir()) {
            let error = io::Error::new(io::ErrorKind::NotADirectory, "it is no folder, and stands in the way");
            return Err(failed_output(Exit::CannotWrite, &self.hidden, "used", &error));
        }
        let lock = self.hidden.join(LOCK);
        match OpenOptions::new().create(true).truncate(false).read(true).write(true).open(lock) {
            Ok(lock) => Ok(Some(lock)),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(self.cannot("created", &error)),
        }
    }

    fn in_use(&self, mut lock: File) -> Failure {
        let mut holder = String::new();
        // Where a lock keeps others from reading, too, its holder stays unknown.
        let _ = lock.read_to_string(&mut holder);
        let holder = if holder.is_empty() { "another run" } else { holder.trim() };
        let place = Place::file(self.shown().display().to_string());
        let problem = Problem::error(Code::InUse, place, format!("is being written by {holder}"));
        Failure::of(Exit::TryAgain, problem.help("wait until it has ended, or write to another folder with `-o DIR`"))
    }

    fn no_lock(&self, error: &io::Error) -> Problem {
        let message = format!("cannot be locked ({error}): nothing keeps another run from writing it at the same time");
        Problem::note(Code::NoLock, Place::file(self.shown().display().to_string()), message)
    }

    /// Whether a run that is still alive has claimed the target.
    pub(super) fn is_claimed(&self) -> bool {
        let lock = File::open(self.hidden.join(LOCK));
        lock.is_ok_and(|lock| matches!(lock.try_lock_shared(), Err(TryLockError::WouldBlock)))
    }

    /// Whether a run died while it moved its files to their places.
    pub(super) fn is_half_moved(&self) -> bool {
        self.hidden.join(MOVING).exists()
    }
}

/// Who has a lock, for those who wait.
fn holder() -> String {
    let process = std::process::id();
    format!("process {process}{}, since {}", on_host(), Timestamp::now().strftime("%Y-%m-%d %H:%M:%S UTC"))
}

#[cfg(unix)]
fn on_host() -> String {
    format!(" on {}", rustix::system::uname().nodename().to_string_lossy())
}

#[cfg(not(unix))]
fn on_host() -> String {
    String::new()
}

/// Whether an open file is the one that a path leads to.
#[cfg(unix)]
fn is_still(file: &File, path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    let identity = |metadata: fs::Metadata| (metadata.dev(), metadata.ino());
    matches!((file.metadata().map(identity), fs::metadata(path).map(identity)), (Ok(open), Ok(there)) if open == there)
}

#[cfg(not(unix))]
fn is_still(_file: &File, path: &Path) -> bool {
    path.exists()
}

/// Makes a folder and those above it; says which of them were made, the innermost first.
fn make_folder(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let is_missing = |folder: &&Path| !folder.as_os_str().is_empty() && fs::symlink_metadata(folder).is_err();
    let missing = folder.ancestors().take_while(is_missing).map(Path::to_owned).collect();
    if !folder.is_dir() {
        fs::create_dir_all(folder)?;
    }
    Ok(missing)
}

/// A target that no other run writes to as long as this lives; what is not published is removed with it.
#[derive(Debug)]
pub struct Claim<'t> {
    target: &'t Target,
    lock: Option<File>,
    /// What stood in the places of the files when they were claimed.
    standing: Vec<(PathBuf, Option<Stamp>)>,
    /// The second names that older files have got.
    kept: Vec<PathBuf>,
    /// The folders that were made for it, the innermost first.
    made: Vec<PathBuf>,
    /// Whether the hidden folder stays as it is, for the next run to mend.
    is_kept: bool,
    notes: Vec<Problem>,
}

impl Claim<'_> {
    /// The folder for unfinished files.
    pub fn unfinished(&self) -> &Path {
        &self.target.hidden
    }

    /// What there is to say about taking the target over.
    pub fn notes(&self) -> &[Problem] {
        &self.notes
    }

    /// Mends and removes what a run that died has left.
    fn take_over(&mut self) -> Result<(), Failure> {
        let target = self.target;
        let is_left = |entry: &fs::DirEntry| entry.file_name() != LOCK;
        let entries = fs::read_dir(&target.hidden).map_err(|error| target.cannot("created", &error))?;
        if entries.flatten().filter(is_left).count() == 0 {
            return Ok(());
        }
        let moving = target.half_moved();
        let is_complete = moving.iter().all(|(name, _)| !target.hidden.join(name).exists());
        let done = if target.is_half_moved() && !is_complete {
            self.put_back(&moving)?;
            "the older outputs were put back"
        } else {
            "what it left unfinished was removed"
        };
        self.sweep();
        let place = Place::file(target.shown().display().to_string());
        self.notes.push(Problem::note(Code::Interrupted, place, format!("an earlier run was interrupted: {done}")));
        Ok(())
    }

    /// Moves all files to their places, or none: older ones are kept aside until all are there. The last of the files is
    /// set aside first and appears last, so that it never stands beside files of another run.
    ///
    /// # Errors
    /// Something is in the way or cannot be moved; then all is as it was before.
    pub fn publish(&mut self) -> Result<(), Failure> {
        let published = self.replace_all();
        // Where the older files stand in their places again, they need no second names.
        if published.is_err() && !self.is_kept {
            self.kept.drain(..).for_each(|name| drop(fs::remove_file(name)));
        }
        published
    }

    fn replace_all(&mut self) -> Result<(), Failure> {
        let target = self.target;
        for (_, place) in target.files.iter().chain(&target.unwanted) {
            if place.is_dir() {
                let error = io::Error::new(io::ErrorKind::IsADirectory, "it is a folder");
                return Err(failed_output(Exit::CannotWrite, place, "replaced", &error));
            }
        }
        // Something has to stand for a file that does not appear, or whoever mends a run that died would take the older one
        // for what this run has put in its place.
        for (name, _) in &target.unwanted {
            File::create(target.hidden.join(name)).map_err(|error| target.cannot("created", &error))?;
        }
        let moving: Vec<(&'static str, PathBuf)> = target.files.iter().chain(&target.unwanted).cloned().collect();
        let names: String = moving.iter().map(|(name, _)| format!("{name}\n")).collect();
        let note = File::create_new(target.hidden.join(MOVING)).map_err(|error| target.cannot("created", &error))?;
        let noted = (&note).write_all(names.as_bytes()).and_then(|()| note.sync_all());
        noted.map_err(|error| failed_output(Exit::Io, target.shown(), "written", &error))?;
        sync(&target.hidden);
        match self.move_all() {
            Ok(()) => {
                // So that the moves, too, survive a power cut.
                sync(&target.folder);
                Ok(())
            }
            Err(mut failure) => {
                if let Err(more) = self.put_back(&moving) {
                    failure.problems.extend(more.problems);
                }
                Err(failure)
            }
        }
    }

    /// Gives older files a second name beside their places, so that each has one at every moment and keeps it when the new
    /// files appear. A name that the same bytes stand under already is left as it is.
    ///
    /// # Errors
    /// A name is taken by another file, or cannot be given.
    pub fn keep(&mut self, files: &[Kept]) -> Result<(), Failure> {
        for Kept { from, to, .. } in files {
            let named = keeping::name(from, to, &self.target.hidden.join(COPIED));
            let is_new = named.map_err(|error| failed_output(Exit::CannotWrite, to, "created", &error))?;
            self.kept.extend(is_new.then(|| to.clone()));
        }
        sync(&self.target.folder);
        Ok(())
    }

    fn move_all(&self) -> Result<(), Failure> {
        let Target { hidden, files, unwanted, .. } = self.target;
        let failed = |place: &Path, error: &io::Error| failed_output(Exit::CannotWrite, place, "replaced", error);
        for (name, place) in files.iter().rev().chain(unwanted) {
            let older = hidden.join(format!("{OLDER}{name}"));
            rename(place, &older).map_err(|error| failed(place, &error))?;
            // Whoever has saved one in the meantime would lose it: it is not what this run has read.
            if self.standing.iter().any(|(known, stamp)| known == place && *stamp != Stamp::of(&older)) {
                return Err(saved_meanwhile(place));
            }
        }
        for (name, place) in files {
            keeping::mode_of(&hidden.join(format!("{OLDER}{name}")), &hidden.join(name))
                .map_err(|error| failed(place, &error))?;
            fs::rename(hidden.join(name), place).map_err(|error| failed(place, &error))?;
        }
        for (name, _) in unwanted {
            let _ = fs::remove_file(hidden.join(name));
        }
        Ok(())
    }

    /// Takes back what [`Claim::publish`] has moved so far; can be taken up again wherever it was interrupted.
    fn put_back(&mut self, moving: &[(&'static str, PathBuf)]) -> Result<(), Failure> {
        let Target { hidden, .. } = self.target;
        for (name, place) in moving {
            let (new, older) = (hidden.join(name), hidden.join(format!("{OLDER}{name}")));
            let back = if new.exists() { Ok(()) } else { rename(place, &new) };
            let back = back.and_then(|()| rename(&older, place));
            if let Err(error) = back {
                self.is_kept = true;
                let message =
                    format!("the older output cannot be put back, and is kept in `{}`: {error}", hidden.display());
                let problem = Problem::error(Code::NotRestored, Place::file(place.display().to_string()), message);
                return Err(Failure::of(Exit::CannotWrite, problem.help("the next run puts it back")));
            }
        }
        let _ = fs::remove_file(hidden.join(MOVING));
        sync(&self.target.folder);
        Ok(())
    }

    /// Moves the one file of the target to its place, where nothing may be; gives nothing back where something is.
    ///
    /// # Errors
    /// It cannot be moved.
    pub fn publish_new(&mut self) -> Result<Option<()>, Failure> {
        let Some((name, place)) = self.target.files.first() else { return Ok(Some(())) };
        self.move_new(&self.target.hidden.join(name), place)
    }

    /// Moves a file of a folder to its place, likewise; with `force`, it replaces what is there.
    ///
    /// # Errors
    /// It cannot be moved.
    pub fn publish_one(&mut self, name: &str, force: bool) -> Result<Option<()>, Failure> {
        let (new, place) = (self.target.hidden.join(name), self.target.folder.join(name));
        if force {
            keeping::mode_of(&place, &new)
                .map_err(|error| failed_output(Exit::CannotWrite, &place, "replaced", &error))?;
            fs::rename(&new, &place).map_err(|error| failed_output(Exit::CannotWrite, &place, "replaced", &error))?;
            sync(&self.target.folder);
            return Ok(Some(()));
        }
        self.move_new(&new, &place)
    }

    fn move_new(&self, new: &Path, place: &Path) -> Result<Option<()>, Failure> {
        // A second name can only be given where there is none; where there are no second names, a look has to do.
        match fs::hard_link(new, place) {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => return Ok(None),
            Err(_) if fs::symlink_metadata(place).is_ok() => return Ok(None),
            Err(_) => {
                fs::rename(new, place).map_err(|error| failed_output(Exit::CannotWrite, place, "created", &error))?;
            }
            Ok(()) => {}
        }
        sync(&self.target.folder);
        Ok(Some(()))
    }

    /// Removes all but the lock: the marker last, because without it nothing would be put back.
    fn sweep(&self) {
        let entries = fs::read_dir(&self.target.hidden).into_iter().flatten().flatten();
        let left = entries.filter(|entry| entry.file_name() != LOCK && entry.file_name() != MOVING);
        for entry in left {
            let _ = fs::remove_file(entry.path());
        }
        let _ = fs::remove_file(self.target.hidden.join(MOVING));
    }
}

fn saved_meanwhile(place: &Path) -> Failure {
    let message = "was saved while the run went on, which has not read it so";
    let problem = Problem::error(Code::ChangingInput, Place::file(place.display().to_string()), message);
    Failure::of(Exit::TryAgain, problem.help("nothing was replaced; run again when nobody is saving it"))
}

/// Renames a file, if it is there.
fn rename(from: &Path, to: &Path) -> io::Result<()> {
    match fs::rename(from, to) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}

/// Has a folder's entries written to the disk; some file systems cannot do it, and lose nothing by it.
fn sync(folder: &Path) {
    let _ = File::open(folder).and_then(|folder| folder.sync_all());
}

impl Drop for Claim<'_> {
    fn drop(&mut self) {
        if let Some(lock) = self.lock.take()
            && !self.is_kept
        {
            self.sweep();
            let _ = fs::remove_file(self.target.hidden.join(LOCK));
            drop(lock);
            let _ = fs::remove_dir(&self.target.hidden);
        }
        // Only ever removes the empty folders that this run has made.
        for folder in &self.made {
            let _ = fs::remove_dir(folder);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NAMES: [&str; 3] = ["workbook", "summary", "record"];

    fn target(folder: &Path) -> Target {
        Target::new("a", NAMES.map(|name| (name, folder.join(format!("a-{name}")))).to_vec())
    }

    fn fill(claim: &Claim) {
        for name in NAMES {
            fs::write(claim.unfinished().join(name), format!("new {name}")).expect("room");
        }
    }

    /// What stands in the folder, hidden or not.
    fn found(folder: &Path) -> Vec<String> {
        let entries = fs::read_dir(folder).expect("the folder").map(|entry| entry.expect("an entry").path());
        let mut found: Vec<_> = entries.map(|path| fs::read_to_string(path).unwrap_or("a folder".into())).collect();
        found.sort();
        found
    }

    #[test]
    fn all_files_are_replaced_or_none() {
        let folder = tempfile::tempdir().expect("a folder");
        let target = target(folder.path());
        for name in ["workbook", "record"] {
            fs::write(folder.path().join(format!("a-{name}")), format!("old {name}")).expect("room");
        }
        let mut claim = target.claim().expect("a claim");
        fill(&claim);
        // The last of the three to be moved is not there.
        fs::remove_file(claim.unfinished().join("record")).expect("it was there");
        let failure = claim.publish().map_err(|failure| (failure.exit, failure.problems.len()));
        assert_eq!(failure, Err((Exit::CannotWrite, 1)));
        drop(claim);
        assert_eq!(found(folder.path()), ["old record", "old workbook"]);
        let mut claim = target.claim().expect("a claim");
        fill(&claim);
        claim.publish().expect("all can be replaced");
        drop(claim);
        assert_eq!(found(folder.path()), ["new record", "new summary", "new workbook"]);
    }

    #[test]
    fn a_file_that_is_not_wanted_goes_with_the_others_or_comes_back() {
        let folder = tempfile::tempdir().expect("a folder");
        let all = target(folder.path());
        for name in NAMES {
            fs::write(folder.path().join(format!("a-{name}")), format!("old {name}")).expect("room");
        }
        let files = all.files[1..].to_vec();
        let target = Target::new("a", files).without("workbook", folder.path().join("a-workbook"));
        for is_whole in [false, true] {
            let mut claim = target.claim().expect("a claim");
            for name in &NAMES[1..] {
                fs::write(claim.unfinished().join(name), format!("new {name}")).expect("room");
            }
            if !is_whole {
                fs::remove_file(claim.unfinished().join("record")).expect("it was there");
            }
            assert_eq!(claim.publish().is_ok(), is_whole);
            drop(claim);
            let expected: &[&str] =
                if is_whole { &["new record", "new summary"] } else { &["old record", "old summary", "old workbook"] };
            assert_eq!(found(folder.path()), expected);
        }
    }

    /// A run is stopped before each of the steps of publishing, as by a power cut; the next one finds the older set or the
    /// newer one, whole, and nothing else is left.
    #[test]
    fn a_run_that_died_is_mended_by_the_next() {
        let old = ["old record", "old summary", "old workbook"];
        let new = ["new record", "new summary", "new workbook"];
        for has_older in [false, true] {
            for steps in 0..=7_usize {
                let folder = tempfile::tempdir().expect("a folder");
                let target = target(folder.path());
                let at = |name: &str| folder.path().join(format!("a-{name}"));
                if has_older {
                    for name in NAMES {
                        fs::write(at(name), format!("old {name}")).expect("room");
                    }
                }
                let hidden = &target.hidden;
                fs::create_dir(hidden).expect("a folder");
                for name in NAMES {
                    fs::write(hidden.join(name), format!("new {name}")).expect("room");
                }
                let mut moves = vec![];
                for name in ["record", "summary", "workbook"].into_iter().filter(|_| has_older) {
                    moves.push((at(name), hidden.join(format!("older-{name}"))));
                }
                moves.extend(NAMES.map(|name| (hidden.join(name), at(name))));
                let all = moves.len();
                if steps > 0 {
                    // It is noted before anything is moved, and may be noted half.
                    let noted = if steps == 1 { "workb".to_owned() } else { NAMES.join("\n") };
                    fs::write(hidden.join(MOVING), noted).expect("room");
                }
                for (from, to) in moves.into_iter().take(steps.saturating_sub(1)) {
                    fs::rename(from, to).expect("it can be moved");
                }
                let claim = target.claim().expect("a claim");
                assert_eq!(claim.notes().iter().map(|note| note.code).collect::<Vec<_>>(), [Code::Interrupted]);
                drop(claim);
                let expected: &[&str] = match has_older {
                    _ if steps > all => &new,
                    true => &old,
                    false => &[],
                };
                assert_eq!(found(folder.path()), expected, "after {steps} steps, older files: {has_older}");
            }
        }
    }

    #[test]
    fn one_run_at_a_time() {
        let folder = tempfile::tempdir().expect("a folder");
        let target = target(&folder.path().join("made/for/it"));
        let claim = target.claim().expect("a claim");
        assert!(target.is_claimed());
        let failure = target.claim().expect_err("it is taken");
        let [problem] = failure.problems.as_slice() else { panic!("{failure:?}") };
        assert_eq!((failure.exit, problem.code), (Exit::TryAgain, Code::InUse));
        let holder = format!("is being written by process {}", std::process::id());
        assert!(problem.message.starts_with(&holder), "{}", problem.message);
        drop(claim);
        assert!(!target.is_claimed());
        assert_eq!(found(folder.path()).len(), 0, "folders that were made for nothing are removed");
    }
}
