//! The few small XML parts that say which sheet of a workbook stands in which part.

use std::collections::BTreeMap;
use std::io::{self, BufReader, Cursor, Read};

use memchr::memmem;
use quick_xml::Reader;
use quick_xml::escape::unescape;
use quick_xml::events::{BytesStart, Event};
use zip::ZipArchive;

use super::limits::{damaged, refused};
use super::package::Package;
use crate::codes::Code;
use crate::problem::{Place, Problem};

/// A relationship of a part to another.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Relation {
    pub(super) id: String,
    pub(super) kind: String,
    pub(super) target: String,
}

/// The relationships that a part of relationships lists.
pub(super) fn relations(part: impl Read) -> io::Result<Vec<Relation>> {
    let mut relations = Vec::new();
    each_element(part, "Relationship", |element| {
        relations.push(Relation {
            id: attribute(element, "Id"),
            kind: attribute(element, "Type"),
            target: attribute(element, "Target"),
        });
    })?;
    Ok(relations)
}

/// A target as a part of a folder names it, such as `./sheet.xml`, `../comments1.xml` and `/xl/sheet.xml`, from the root of
/// the package.
pub(super) fn resolved(folder: &str, target: &str) -> String {
    let whole = if target.starts_with('/') { target.to_owned() } else { format!("{folder}{target}") };
    let mut steps: Vec<&str> = Vec::new();
    for step in whole.split('/').filter(|step| !step.is_empty() && *step != ".") {
        if step == ".." {
            steps.pop();
        } else {
            steps.push(step);
        }
    }
    steps.join("/")
}

/// The sheets of an .xlsx workbook with the parts that they stand in, in order.
///
/// # Errors
/// The workbook itself is missing, or is listed in a way that cannot be followed.
pub(super) fn xlsx_sheets(package: &Package, place: &Place) -> Result<Vec<(String, String)>, Problem> {
    let broken = |_: io::Error| damaged(place, "its list of sheets cannot be read");
    let mut archive = package.archive(place)?;
    let mut part = |name: &str| -> Result<Option<Vec<u8>>, Problem> {
        let Some(part) = package.part(name) else { return Ok(None) };
        let mut bytes = Vec::new();
        let content = archive.by_index(part.index).map_err(io::Error::other);
        content.and_then(|mut content| content.read_to_end(&mut bytes)).map_err(broken)?;
        Ok(Some(bytes))
    };
    let no_workbook = || refused(Code::NoWorkbook, place, "holds no workbook, though it is packed like one");
    let package_relations = part("_rels/.rels")?.ok_or_else(no_workbook)?;
    let package_relations = relations(&package_relations[..]).map_err(broken)?;
    let workbook = package_relations.into_iter().rev().find(|rel| rel.kind.ends_with("/relationships/officeDocument"));
    let workbook = workbook.ok_or_else(no_workbook)?.target;
    let workbook = workbook.strip_prefix('/').unwrap_or(&workbook);
    let (folder, name) = workbook.rfind('/').map_or(("", workbook), |at| workbook.split_at(at + 1));
    let book = part(workbook)?.ok_or_else(no_workbook)?;
    let relations = part(&format!("{folder}_rels/{name}.rels"))?.unwrap_or_default();
    let relations = self::relations(&relations[..]).map_err(broken)?;
    let mut sheets = Vec::new();
    each_element(&book[..], "sheet", |element| {
        let id = element.attributes().flatten().find(|attribute| attribute.key.local_name().as_ref() == "id");
        let id = id.map(|id| id.value.into_owned()).unwrap_or_default();
        let target = relations.iter().rev().find(|rel| rel.id == id).map(|rel| rel.target.as_str()).unwrap_or_default();
        let part = target.strip_prefix('/').map_or_else(|| format!("{folder}{target}"), str::to_owned);
        sheets.push((attribute(element, "name"), part));
    })
    .map_err(broken)?;
    each_in_its_own_part(&sheets, place)?;
    Ok(sheets)
}

/// Checks that no part is listed as several sheets: a short list would make a long table.
///
/// # Errors
/// Two sheets stand in one part.
pub(super) fn each_in_its_own_part(sheets: &[(String, String)], place: &Place) -> Result<(), Problem> {
    let mut names = BTreeMap::new();
    for (name, part) in sheets {
        if let Some(other) = names.insert(part.to_ascii_lowercase(), name) {
            return Err(damaged(place, &format!("its sheets `{other}` and `{name}` stand in one part")));
        }
    }
    Ok(())
}

/// Checks that the table of shared texts can be as long as it says: memory is set aside for as many.
///
/// # Errors
/// It says that it holds more texts than it has bytes for.
pub(super) fn check_shared_texts(package: &Package, place: &Place) -> Result<(), Problem> {
    const BEGINNING: u64 = 4096;
    for part in package.parts().iter().filter(|part| is_shared_texts(&part.name)) {
        let beginning = package.beginning(&part.name, BEGINNING);
        let Some(at) = memmem::find(&beginning, b"uniqueCount") else { continue };
        let digits = beginning[at..].iter().skip_while(|byte| !byte.is_ascii_digit());
        let digits: String = digits.take_while(|byte| byte.is_ascii_digit()).map(|byte| char::from(*byte)).collect();
        if digits.parse().map_or(!digits.is_empty(), |count: u64| count > part.size) {
            return Err(damaged(place, &format!("it says that it holds {digits} texts, for which it is too small")));
        }
    }
    Ok(())
}

fn is_shared_texts(part: &str) -> bool {
    part.rsplit('/').next().is_some_and(|name| name.to_ascii_lowercase().starts_with("sharedstrings."))
}

/// Unpacks the parts other than sheets that a parser reads, to the end, where their checksums are looked at.
///
/// # Errors
/// One of them is damaged.
pub(super) fn unpack_small_parts(
    package: &Package,
    archive: &mut ZipArchive<Cursor<&[u8]>>,
    place: &Place,
) -> Result<Option<u32>, Problem> {
    let mut texts = None;
    let is_read = |name: &str| {
        let file = name.rsplit('/').next().unwrap_or_default();
        is_shared_texts(name) || ["workbook.", "styles."].iter().any(|beginning| file.starts_with(beginning))
    };
    for part in package.parts().iter().filter(|part| is_read(&part.name)) {
        let unpacked = archive.by_index(part.index).map_err(io::Error::other);
        let mut count = CountedTexts::default();
        unpacked.and_then(|mut part| io::copy(&mut part, &mut count)).map_err(|_| {
            damaged(place, &format!("its part `{}` cannot be unpacked, or has not its checksum", part.name))
        })?;
        if is_shared_texts(&part.name) {
            texts = Some(count.texts);
        }
    }
    Ok(texts)
}

/// Counts the beginnings of shared texts in what is written to it.
#[derive(Default)]
struct CountedTexts {
    texts: u32,
    /// The last bytes of what came before.
    end: Vec<u8>,
}

impl io::Write for CountedTexts {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        const TAG: &[u8] = b"si";
        // A name may have the prefix of its namespace, so it is told by what stands around it.
        let is_tag = |text: &[u8], at: usize| {
            at > 0
                && b"<:".contains(&text[at - 1])
                && text.get(at + TAG.len()).is_some_and(|next| b"> /\r\n\t".contains(next))
        };
        let count = |text: &[u8]| memmem::find_iter(text, TAG).filter(|at| is_tag(text, *at)).count() as u32;
        let overlap = [self.end.as_slice(), &bytes[..bytes.len().min(3)]].concat();
        self.texts += count(bytes) + count(&overlap);
        self.end = bytes[bytes.len().saturating_sub(3)..].to_vec();
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Calls a function with each element of a local name.
fn each_element(part: impl Read, name: &str, mut call: impl FnMut(&BytesStart)) -> io::Result<()> {
    let mut reader = Reader::from_reader(BufReader::new(part));
    reader.config_mut().expand_empty_elements = true;
    let mut buffer = Vec::new();
    loop {
        buffer.clear();
        match reader.read_event_into(&mut buffer).map_err(io::Error::other)? {
            Event::Start(element) if element.local_name().as_ref() == name => call(&element),
            Event::Eof => return Ok(()),
            _ => {}
        }
    }
}

/// An attribute by its name, without its references; empty where there is none.
pub(super) fn attribute(element: &BytesStart, name: &str) -> String {
    let found = element.attributes().flatten().find(|attribute| attribute.key.as_ref() == name);
    found.and_then(|attribute| unescape(&attribute.value).ok().map(std::borrow::Cow::into_owned)).unwrap_or_default()
}
