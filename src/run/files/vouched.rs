//! What a record says of the files that stand beside it.

use std::fs::File;
use std::io::BufReader;
use std::path::Path;

use serde::Deserialize;

use crate::report::record::FileSum;

/// The parts of a record that are read, whatever else it holds.
#[derive(Deserialize)]
pub(super) struct Vouching {
    pub(super) schema: String,
    pub(super) date: String,
    pub(super) outputs: Option<Vec<FileSum>>,
}

impl Vouching {
    pub(super) fn of(record: File) -> Result<Vouching, serde_json::Error> {
        serde_json::from_reader(BufReader::new(record))
    }
}

/// The names of the files that a record vouches for; none where there is no record, or one that cannot be read.
pub(super) fn vouched_for(record: &Path) -> Vec<String> {
    let found = File::open(record).ok().and_then(|file| Vouching::of(file).ok());
    found.and_then(|found| found.outputs).into_iter().flatten().map(|file| file.name).collect()
}
