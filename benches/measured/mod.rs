//! Processes as they are measured from outside.

use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// How long a process takes, and the most memory that it was seen to hold, in KiB (Linux only; else 0).
pub(crate) fn timed(mut command: Command) -> (Duration, u64) {
    let start = Instant::now();
    let mut child = command.stdout(Stdio::null()).spawn().expect("the process starts");
    let status: PathBuf = format!("/proc/{}/status", child.id()).into();
    let mut peak = 0;
    loop {
        if let Some(done) = child.try_wait().expect("the process can be waited for") {
            assert!(done.success(), "{command:?} failed");
            return (start.elapsed(), peak);
        }
        let text = std::fs::read_to_string(&status).unwrap_or_default();
        let high_water =
            text.lines().find_map(|line| line.strip_prefix("VmHWM:")?.trim().strip_suffix(" kB")?.parse().ok());
        peak = peak.max(high_water.unwrap_or(0));
        std::thread::sleep(Duration::from_micros(500));
    }
}
