//! Files that people may have edited: whether one is still the one that was seen, and a second name that it keeps.

use std::fs::{self, File};
use std::io;
use std::path::Path;
use std::time::SystemTime;

/// Which file stands somewhere, and as of when: what neither a second name nor another place changes about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Stamp {
    size: u64,
    modified: Option<SystemTime>,
    identity: (u64, u64),
}

impl Stamp {
    /// What stands at a path; none where nothing does.
    pub(super) fn of(path: &Path) -> Option<Stamp> {
        let about = fs::symlink_metadata(path).ok()?;
        Some(Stamp { size: about.len(), modified: about.modified().ok(), identity: identity(&about) })
    }
}

#[cfg(unix)]
fn identity(about: &fs::Metadata) -> (u64, u64) {
    use std::os::unix::fs::MetadataExt;
    (about.dev(), about.ino())
}

#[cfg(not(unix))]
fn identity(_about: &fs::Metadata) -> (u64, u64) {
    (0, 0)
}

/// Gives a file a second name, so that it has one at every moment; says whether the name is new. One that the same bytes stand under
/// already is left as it is. `copied` is where a copy is made whole where a file cannot have two names.
pub(super) fn name(from: &Path, to: &Path, copied: &Path) -> io::Result<bool> {
    let named = match fs::hard_link(from, to) {
        Err(error) if error.kind() != io::ErrorKind::AlreadyExists => copy(from, to, copied),
        named => named,
    };
    match named {
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists && is_same_content(from, to) => Ok(false),
        named => named.map(|()| true),
    }
}

/// A copy under a new name: whole when it appears.
fn copy(from: &Path, to: &Path, copied: &Path) -> io::Result<()> {
    fs::copy(from, copied)?;
    File::open(copied)?.sync_all()?;
    if fs::symlink_metadata(to).is_ok() {
        return Err(io::ErrorKind::AlreadyExists.into());
    }
    fs::rename(copied, to)
}

/// Gives a file the mode of the one that it replaces, so that what its owner has narrowed stays so.
pub(super) fn mode_of(older: &Path, new: &Path) -> io::Result<()> {
    match fs::symlink_metadata(older) {
        Ok(about) if about.is_file() => fs::set_permissions(new, about.permissions()),
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}

/// Keeps from a folder of unfinished files whoever may not read all of the files that these replace.
#[cfg(unix)]
pub(super) fn narrow<'p>(folder: &Path, replaced: impl Iterator<Item = &'p Path>) {
    use std::os::unix::fs::PermissionsExt;
    const OTHERS: u32 = 0o044;
    let modes = replaced.filter_map(|path| Some(fs::metadata(path).ok()?.permissions().mode()));
    let Some(all) = modes.reduce(|one, other| one & other).filter(|all| all & OTHERS != OTHERS) else { return };
    let readers = all & OTHERS;
    let _ = fs::set_permissions(folder, fs::Permissions::from_mode(0o700 | readers | readers >> 2));
}

#[cfg(not(unix))]
pub(super) fn narrow<'p>(_folder: &Path, _replaced: impl Iterator<Item = &'p Path>) {}

/// Whether two files hold the same bytes.
fn is_same_content(one: &Path, other: &Path) -> bool {
    let read = |path| fs::read(path).ok();
    read(one).is_some_and(|bytes| read(other) == Some(bytes))
}
