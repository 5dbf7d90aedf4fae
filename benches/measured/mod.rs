//! Processes as they are measured from outside.

use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// What a process took; ordered by its time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Measured {
    /// From start to end.
    pub(crate) wall: Duration,
    /// The processor time of the process and of those that it waited for (Linux only; else 0).
    pub(crate) processor: Duration,
    /// The most memory that they were seen to hold, in KiB (Linux only; else 0).
    pub(crate) peak: u64,
}

/// Runs a process to its end.
pub(crate) fn timed(mut command: Command) -> Measured {
    let before = processor_of_children();
    let start = Instant::now();
    let mut child = command.stdout(Stdio::null()).spawn().expect("the process starts");
    let mut peak = 0;
    loop {
        if let Some(done) = child.try_wait().expect("the process can be waited for") {
            let wall = start.elapsed();
            assert!(done.success(), "{command:?} failed");
            return Measured { wall, processor: processor_of_children().saturating_sub(before), peak };
        }
        let id = child.id().to_string();
        let started = std::fs::read_to_string(format!("/proc/{id}/task/{id}/children")).unwrap_or_default();
        let all = std::iter::once(id.as_str()).chain(started.split_whitespace());
        peak = peak.max(all.map(high_water).sum());
        std::thread::sleep(Duration::from_micros(500));
    }
}

/// The processor time of all processes that this one has waited for, in the kernel's hundredths of a second (`proc_pid_stat(5)`).
fn processor_of_children() -> Duration {
    const TICK: u64 = 10;
    let stat = std::fs::read_to_string("/proc/self/stat").unwrap_or_default();
    // What follows the name in brackets begins with the third field; those of children are the 16th and the 17th.
    let fields = stat.rsplit(')').next().unwrap_or_default().split_whitespace();
    Duration::from_millis(fields.skip(13).take(2).filter_map(|ticks| ticks.parse::<u64>().ok()).sum::<u64>() * TICK)
}

fn high_water(process: &str) -> u64 {
    let status = std::fs::read_to_string(format!("/proc/{process}/status")).unwrap_or_default();
    let mark = status.lines().find_map(|line| line.strip_prefix("VmHWM:")?.trim().strip_suffix(" kB")?.parse().ok());
    mark.unwrap_or(0)
}
