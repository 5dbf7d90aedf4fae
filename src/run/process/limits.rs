//! What a run may use at most, whatever its input is like.
//!
//! A worker puts these limits on itself before it opens anything; they cannot be raised again. The wall clock is kept by
//! its supervisor. Windows has none of the former, and macOS does not limit the memory; the deadline holds everywhere.

use std::fmt;
use std::str::FromStr;
use std::time::Duration;

use crate::run::ending::counted;

/// The units of memory, the greatest first.
const MEMORY: [(&str, u64); 4] = [("GiB", 1 << 30), ("MiB", 1 << 20), ("KiB", 1 << 10), ("B", 1)];

/// The most memory that a run may take.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Memory(pub u64);

impl Default for Memory {
    /// Enough for a million rows of 20 columns in any format: they take 1.3 GiB of address space as .csv, and 3.6 as .ods,
    /// the hungriest; a machine with many processors reserves some more.
    fn default() -> Self {
        Memory(6 << 30)
    }
}

impl fmt::Display for Memory {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (unit, size) = MEMORY.into_iter().find(|(_, size)| self.0.is_multiple_of(*size)).unwrap_or(MEMORY[3]);
        write!(f, "{} {unit}", self.0 / size)
    }
}

impl FromStr for Memory {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let expected = || format!("expected an amount of memory such as 2GiB or 512MiB, found `{text}`");
        let (digits, unit) = number(text);
        let is_meant = |name: &str| {
            // Nobody who writes 2G or 2 GB means anything but this.
            let short = name.replace("iB", "");
            [name, &short, &format!("{short}B")].iter().any(|known| known.eq_ignore_ascii_case(unit))
        };
        let (_, size) = MEMORY.iter().find(|(name, _)| is_meant(name)).ok_or_else(expected)?;
        let bytes = digits.parse::<u64>().ok().and_then(|number| number.checked_mul(*size));
        bytes.filter(|bytes| *bytes > 0).map(Memory).ok_or_else(expected)
    }
}

/// The longest that a run may take by the clock on the wall.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Time(pub Duration);

impl Default for Time {
    /// Some thirty times what a million rows take.
    fn default() -> Self {
        Time(Duration::from_secs(600))
    }
}

impl fmt::Display for Time {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let seconds = self.0.as_secs();
        let (number, unit) = match seconds {
            _ if seconds.is_multiple_of(3600) => (seconds / 3600, "hour"),
            _ if seconds.is_multiple_of(60) => (seconds / 60, "minute"),
            _ => (seconds, "second"),
        };
        f.write_str(&counted(number, unit))
    }
}

impl FromStr for Time {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let expected = || format!("expected a time such as 90s, 10min or 1h, found `{text}`");
        let (digits, unit) = number(text);
        let seconds = match unit {
            "s" | "second" | "seconds" => 1,
            "m" | "min" | "minute" | "minutes" => 60,
            "h" | "hour" | "hours" => 3600,
            _ => return Err(expected()),
        };
        let time = digits.parse::<u64>().ok().and_then(|number| number.checked_mul(seconds));
        time.filter(|seconds| *seconds > 0).map(|seconds| Time(Duration::from_secs(seconds))).ok_or_else(expected)
    }
}

/// The digits that a text begins with, and what comes after them.
fn number(text: &str) -> (&str, &str) {
    let (digits, unit) = text.split_at(text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len()));
    (digits, unit.trim())
}

/// What a run may use.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Limits {
    /// Memory, as address space.
    pub memory: Memory,
    /// Time.
    pub time: Time,
}

impl Limits {
    /// These limits, or stricter ones that were put on this process from outside.
    #[cfg(unix)]
    pub(super) fn in_force(&self) -> Limits {
        use rustix::process::{Resource, getrlimit};
        let given = getrlimit(Resource::As).current.unwrap_or(u64::MAX);
        Limits { memory: Memory(self.memory.0.min(given)), ..*self }
    }

    /// These limits, or stricter ones that were put on this process from outside.
    #[cfg(not(unix))]
    pub(super) fn in_force(&self) -> Limits {
        *self
    }

    /// Puts the limits on this process, as far as the system has such limits.
    #[cfg(unix)]
    pub fn apply(&self) {
        use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};
        // The workbook of the largest table that a sheet holds is a tenth of it.
        const LARGEST_FILE: u64 = 16 << 30;
        let cores = std::thread::available_parallelism().map_or(1, usize::from) as u64;
        let limits = [
            #[cfg(not(target_os = "macos"))]
            (Resource::As, self.memory.0),
            // No run within its deadline can use more; it ends one whose supervisor is gone or stopped.
            (Resource::Cpu, self.time.0.as_secs().saturating_mul(cores)),
            (Resource::Fsize, LARGEST_FILE),
            (Resource::Core, 0),
        ];
        for (resource, limit) in limits {
            let stricter = |given: Option<u64>| Some(given.map_or(limit, |given| given.min(limit)));
            let given = getrlimit(resource);
            let limit = Rlimit { current: stricter(given.current), maximum: stricter(given.maximum) };
            // A limit that this system does not have is said in the documentation.
            let _ = setrlimit(resource, limit);
        }
        no_network();
    }

    /// Puts the limits on this process, as far as the system has such limits.
    #[cfg(not(unix))]
    pub fn apply(&self) {}
}

/// Keeps this process and its threads from opening sockets. A kernel that cannot do it goes on without: nothing here ever
/// tries to open one.
#[cfg(all(target_os = "linux", target_endian = "little", any(target_arch = "x86_64", target_arch = "aarch64")))]
fn no_network() {
    use seccompiler::{BpfProgram, SeccompAction, SeccompFilter, apply_filter};
    // As the kernel numbers its calls; the second one is another way to the first.
    const SOCKET: i64 = if cfg!(target_arch = "x86_64") { 41 } else { 198 };
    const IO_URING_SETUP: i64 = 425;
    const NOT_PERMITTED: u32 = 1;
    let calls = [SOCKET, IO_URING_SETUP].map(|call| (call, Vec::new()));
    let Ok(architecture) = std::env::consts::ARCH.try_into() else { return };
    let filter =
        SeccompFilter::new(calls.into(), SeccompAction::Allow, SeccompAction::Errno(NOT_PERMITTED), architecture);
    if let Ok(program) = filter.and_then(BpfProgram::try_from) {
        let _ = apply_filter(&program);
    }
}

#[cfg(all(
    unix,
    not(all(target_os = "linux", target_endian = "little", any(target_arch = "x86_64", target_arch = "aarch64")))
))]
fn no_network() {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn limits_are_typed_as_people_do() {
        for (text, shown) in [
            ("2GiB", Some("2 GiB")),
            ("2g", Some("2 GiB")),
            ("1536 MB", Some("1536 MiB")),
            ("1024M", Some("1 GiB")),
            ("100", None),
            ("0MiB", None),
            ("99999999999999GiB", None),
            ("-1GiB", None),
            ("lots", None),
        ] {
            assert_eq!(text.parse::<Memory>().ok().map(|memory| memory.to_string()).as_deref(), shown, "{text}");
        }
        for (text, shown) in [
            ("90s", Some("90 seconds")),
            ("60s", Some("1 minute")),
            ("10min", Some("10 minutes")),
            ("1h", Some("1 hour")),
            ("2 hours", Some("2 hours")),
            ("10", None),
            ("0s", None),
            ("1d", None),
        ] {
            assert_eq!(text.parse::<Time>().ok().map(|time| time.to_string()).as_deref(), shown, "{text}");
        }
    }
}
