//! How a file is to be read, where its owner knows better than what can be told from it.

use super::cells::Format;
use super::dialect::StatedDelimiter;
use super::encoding::StatedEncoding;
use crate::codes::Code;
use crate::problem::{Place, Problem};
use crate::sheets::{Name, SHEETS};

/// How a file is to be read, where its owner knows better than what can be told from it.
#[derive(Clone, Debug, Default)]
pub struct Manner {
    /// The one sheet to read, hidden or not, by whichever of these names it has; every visible one where none is named.
    pub sheet: Vec<String>,
    /// Whether it is a file that this program wrote: sheets of its own are read whether or not somebody has hidden them.
    pub is_own: bool,
    /// What parts the fields of delimited text.
    pub delimiter: Option<StatedDelimiter>,
    /// The encoding of delimited text.
    pub encoding: Option<StatedEncoding>,
}

impl Manner {
    /// Reads a file that this program wrote, and that people have worked in since.
    pub fn of_own_file() -> Manner {
        Manner { is_own: true, ..Manner::default() }
    }

    /// Whether a sheet is read though it is hidden.
    pub(super) fn reads_hidden(&self, sheet: &str) -> bool {
        self.is_own && SHEETS.iter().any(|own| own.is(sheet))
    }

    /// Reads a sheet of our own, in whichever language it is, and leaves everything else to the program.
    pub fn of_sheet(sheet: Name) -> Manner {
        Manner { sheet: sheet.texts().map(str::to_owned).to_vec(), ..Manner::default() }
    }

    /// The problem of what was stated of delimited text where the file is none.
    pub(super) fn is_for_no_text(&self, format: Format, place: &Place) -> Option<Problem> {
        let stated = [(self.delimiter.is_some(), "--delimiter"), (self.encoding.is_some(), "--encoding")];
        let (_, option) = stated.into_iter().find(|(is_stated, _)| *is_stated && format != Format::Csv)?;
        let message = format!("holds {}, and `{option}` is for delimited text", format.name());
        Some(Problem::error(Code::NoDelimitedText, place.clone(), message).help(format!("leave out `{option}`")))
    }
}
