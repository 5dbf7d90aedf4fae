//! Processes as they are measured from outside.

use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// How long a process takes, and the most memory that it and the processes it started were seen to hold, in KiB (Linux
/// only; else 0).
pub(crate) fn timed(mut command: Command) -> (Duration, u64) {
    let start = Instant::now();
    let mut child = command.stdout(Stdio::null()).spawn().expect("the process starts");
    let mut peak = 0;
    loop {
        if let Some(done) = child.try_wait().expect("the process can be waited for") {
            assert!(done.success(), "{command:?} failed");
            return (start.elapsed(), peak);
        }
        let id = child.id().to_string();
        let started = std::fs::read_to_string(format!("/proc/{id}/task/{id}/children")).unwrap_or_default();
        let all = std::iter::once(id.as_str()).chain(started.split_whitespace());
        peak = peak.max(all.map(high_water).sum());
        std::thread::sleep(Duration::from_micros(500));
    }
}

fn high_water(process: &str) -> u64 {
    let status = std::fs::read_to_string(format!("/proc/{process}/status")).unwrap_or_default();
    let mark = status.lines().find_map(|line| line.strip_prefix("VmHWM:")?.trim().strip_suffix(" kB")?.parse().ok());
    mark.unwrap_or(0)
}
