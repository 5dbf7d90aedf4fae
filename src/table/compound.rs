//! The compound file (OLE) that holds an .xls workbook, walked so that its chains are known to end.
//!
//! Each stream is a chain of sectors, and a chain that bites its own tail would be followed for ever. MS-CFB says what is
//! where; only what leads to the workbook's stream is looked at.

use super::limits::damaged;
use super::package::{u16_at, u32_at, u64_at};
use crate::problem::{Place, Problem};

/// Sector numbers from here on are marks: the end of a chain, a free sector.
const LARGEST_SECTOR: u32 = 0xFFFF_FFFA;
/// Streams shorter than this are kept in sectors of 64 bytes.
const LEAST_LARGE: u64 = 4096;
const MINI_SECTOR: usize = 64;

/// A compound file: its streams by name.
#[derive(Debug)]
pub(super) struct Compound<'a> {
    bytes: &'a [u8],
    sector: usize,
    fat: Vec<u32>,
    mini_fat: Vec<u32>,
    mini_stream: Vec<u8>,
    entries: Vec<Entry>,
}

#[derive(Debug)]
struct Entry {
    name: String,
    start: u32,
    size: u64,
}

impl<'a> Compound<'a> {
    /// Walks the chains that every reader follows.
    ///
    /// # Errors
    /// A chain loops or leaves the file, or the header makes no sense.
    pub(super) fn of(bytes: &'a [u8], place: &Place) -> Result<Compound<'a>, Problem> {
        Compound::walk(bytes).ok_or_else(|| damaged(place, "the chains of its sectors loop or lead out of the file"))
    }

    fn walk(bytes: &'a [u8]) -> Option<Compound<'a>> {
        const HEADER: usize = 512;
        let sector = match u16_at(bytes.get(..HEADER)?, 30) {
            9 => 512,
            12 => 4096,
            _ => return None,
        };
        let mut compound = Compound {
            bytes,
            sector,
            fat: Vec::new(),
            mini_fat: Vec::new(),
            mini_stream: Vec::new(),
            entries: Vec::new(),
        };
        for at in compound.fat_sectors(bytes.get(76..HEADER)?, u32_at(bytes, 68))? {
            compound.fat.extend(numbers(compound.sector(at)?));
        }
        let directory = compound.chain(u32_at(bytes, 48), u64::MAX)?;
        compound.entries = directory.chunks_exact(128).map(|entry| compound.entry(entry)).collect();
        let root = compound.entries.first()?;
        if u32_at(bytes, 64) > 0 {
            compound.mini_stream = compound.chain(root.start, root.size)?;
            let size = u64::from(u32_at(bytes, 64)) * sector as u64;
            compound.mini_fat = numbers(&compound.chain(u32_at(bytes, 60), size)?).collect();
        }
        Some(compound)
    }

    /// The sectors with the table of chains: some are listed in the header, the others in a chain of their own.
    fn fat_sectors(&self, header: &[u8], start: u32) -> Option<Vec<u32>> {
        let mut sectors: Vec<u32> = numbers(header).collect();
        let (mut next, mut steps) = (start, 0);
        while next < LARGEST_SECTOR {
            let listed = self.sector(next)?;
            sectors.extend(numbers(&listed[..listed.len() - 4]));
            next = u32_at(listed, listed.len() - 4);
            steps += 1;
            if steps > self.sectors() {
                return None;
            }
        }
        sectors.retain(|at| *at < LARGEST_SECTOR);
        (sectors.len() <= self.sectors()).then_some(sectors)
    }

    fn entry(&self, bytes: &[u8]) -> Entry {
        let name: Vec<u16> = (0..32).map(|i| u16_at(bytes, 2 * i)).take_while(|unit| *unit != 0).collect();
        let size = if self.sector == 512 { u64::from(u32_at(bytes, 120)) } else { u64_at(bytes, 120) };
        Entry { name: String::from_utf16_lossy(&name), start: u32_at(bytes, 116), size }
    }

    /// Whether there is a stream of this name.
    pub(super) fn has(&self, name: &str) -> bool {
        self.entries.iter().any(|entry| entry.name.eq_ignore_ascii_case(name))
    }

    /// A stream by its name; nothing where there is none.
    ///
    /// # Errors
    /// Its chain loops or leaves the file, or it is shorter than it should be.
    pub(super) fn stream(&self, name: &str, place: &Place) -> Result<Option<Vec<u8>>, Problem> {
        let Some(entry) = self.entries.iter().find(|entry| entry.name.eq_ignore_ascii_case(name)) else {
            return Ok(None);
        };
        let stream = if entry.size < LEAST_LARGE {
            let sector =
                |at: u32| self.mini_stream.get(at as usize * MINI_SECTOR..).map(|s| &s[..s.len().min(MINI_SECTOR)]);
            follow(entry.start, entry.size, &self.mini_fat, sector)
        } else {
            self.chain(entry.start, entry.size)
        };
        let whole = stream.filter(|stream| stream.len() as u64 == entry.size);
        whole.map(Some).ok_or_else(|| damaged(place, &format!("its stream `{name}` is cut short or goes in a circle")))
    }

    fn chain(&self, start: u32, size: u64) -> Option<Vec<u8>> {
        follow(start, size, &self.fat, |at| self.sector(at))
    }

    /// A sector; the last of a file may be short. The header takes up the place of one.
    fn sector(&self, at: u32) -> Option<&'a [u8]> {
        let start = (at as usize).checked_add(1)?.checked_mul(self.sector)?;
        let sector = self.bytes.get(start..)?;
        (!sector.is_empty()).then(|| &sector[..sector.len().min(self.sector)])
    }

    fn sectors(&self) -> usize {
        self.bytes.len() / self.sector + 1
    }
}

/// The bytes of a chain, as many as the stream has; nothing where the chain comes to a sector twice or leaves its table.
fn follow<'s>(start: u32, size: u64, table: &[u32], sector: impl Fn(u32) -> Option<&'s [u8]>) -> Option<Vec<u8>> {
    let (mut bytes, mut next, mut visited) = (Vec::new(), start, vec![false; table.len()]);
    while next < LARGEST_SECTOR && (bytes.len() as u64) < size {
        if std::mem::replace(visited.get_mut(next as usize)?, true) {
            return None;
        }
        let piece = sector(next)?;
        let missing = usize::try_from(size - bytes.len() as u64).unwrap_or(usize::MAX);
        bytes.extend_from_slice(&piece[..piece.len().min(missing)]);
        next = table[next as usize];
    }
    Some(bytes)
}

fn numbers(bytes: &[u8]) -> impl Iterator<Item = u32> {
    bytes.chunks_exact(4).map(|chunk| u32_at(chunk, 0))
}
