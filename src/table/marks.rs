//! The marks that office programs put beside a workbook while it is open: Excel's `~$name.xlsx`, and `.~lock.name.ods#` of
//! `LibreOffice`. They hold little more than who has opened it.

use crate::codes::Code;
use crate::problem::{Place, Problem, Severity};

/// The most bytes of a mark.
pub const LARGEST_MARK: u64 = 1024;
const EXCEL: &str = "~$";
const LIBRE_OFFICE: [&str; 2] = [".~lock.", "#"];

/// The name of the workbook for which a file stands that is such a mark.
pub fn is_lock_of(name: &str, size: u64) -> Option<&str> {
    let libre = || name.strip_prefix(LIBRE_OFFICE[0])?.strip_suffix(LIBRE_OFFICE[1]);
    name.strip_prefix(EXCEL).or_else(libre).filter(|of| !of.is_empty() && size <= LARGEST_MARK)
}

/// What is said of such a file.
pub fn lock_file(severity: Severity, place: Place, of: &str) -> Problem {
    let message = format!("is the mark that `{of}` is open in an office program, and holds no table");
    Problem::new(severity, Code::LockFile, place, message)
}

/// What the marks of a workbook are called.
pub fn marks_of(name: &str) -> [String; 2] {
    let [before, after] = LIBRE_OFFICE;
    [format!("{before}{name}{after}"), format!("{EXCEL}{name}")]
}

/// Who has opened a workbook, by its mark; none where that is not told in plain letters.
pub fn opened_by(mark: &[u8]) -> Option<String> {
    let is_libre = mark.ends_with(b";");
    let name = if is_libre { libre_office_name(mark)? } else { excel_name(mark)? };
    let name = name.trim();
    (!name.is_empty()).then(|| name.to_owned())
}

/// The name that somebody gave in the options, or else that of the account: the first two of fields parted by commas.
fn libre_office_name(mark: &[u8]) -> Option<String> {
    let text = str::from_utf8(mark).ok()?;
    text.split(',').take(2).find(|name| !name.trim().is_empty()).map(str::to_owned)
}

/// The name after a byte that says how long it is.
fn excel_name(mark: &[u8]) -> Option<String> {
    let (length, rest) = mark.split_first()?;
    rest.get(..usize::from(*length))
        .filter(|name| name.is_ascii())
        .and_then(|name| String::from_utf8(name.to_vec()).ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mark_says_who_has_opened_the_workbook() {
        let by_excel = |name: &str| [&[name.len() as u8], name.as_bytes(), &[b' '; 50]].concat();
        let day = "29.11.2026 15:50,file:///home/anna/.config/libreoffice/4;";
        for (mark, name) in [
            (format!("Anna Ott,anna,desk,{day}").into_bytes(), Some("Anna Ott")),
            (format!(",anna,desk,{day}").into_bytes(), Some("anna")),
            (format!("Zoë,zoe,desk,{day}").into_bytes(), Some("Zoë")),
            (format!(",,desk,{day}").into_bytes(), None),
            (by_excel("Anna Ott"), Some("Anna Ott")),
            // Which of the letters of which country it is written in, nothing tells.
            (by_excel("Zoë"), None),
            (vec![200, b'a'], None),
            (Vec::new(), None),
        ] {
            assert_eq!(opened_by(&mark).as_deref(), name, "{}", String::from_utf8_lossy(&mark));
        }
        for name in marks_of("a.xlsx") {
            assert_eq!(is_lock_of(&name, 1), Some("a.xlsx"));
        }
    }
}
