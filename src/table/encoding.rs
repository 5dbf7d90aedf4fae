//! The encoding of delimited text: what it is, and whether the text looks like language in it. The only user of `encoding_rs`
//! and `chardetng`.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::fmt;
use std::str::FromStr;

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, ISO_8859_15, MACINTOSH, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

use crate::codes::Code;
use crate::problem::{Place, Problem, Problems, Spot};

/// An encoding that a user states by one of its usual names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StatedEncoding(&'static Encoding);

impl FromStr for StatedEncoding {
    type Err = String;

    fn from_str(label: &str) -> Result<StatedEncoding, String> {
        let known = Encoding::for_label(label.as_bytes());
        let known =
            known.ok_or("expected the name of an encoding, such as `windows-1250`, `Shift_JIS` or `macintosh`")?;
        Ok(StatedEncoding(known))
    }
}

impl fmt::Display for StatedEncoding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0.name())
    }
}

/// The text of a file and the name of its encoding: the one that is stated, else that of a byte-order mark, else UTF-8 where
/// the bytes are that, else the likeliest.
pub(super) fn decode<'a>(
    bytes: &'a [u8],
    stated: Option<StatedEncoding>,
    place: &Place,
    problems: &mut Problems,
) -> Result<(Cow<'a, str>, &'static str), Problem> {
    let (encoding, rival) = match stated {
        Some(StatedEncoding(encoding)) => (encoding, None),
        None => told(bytes, place)?,
    };
    let (text, malformed) = encoding.decode_with_bom_removal(bytes);
    if malformed {
        let message = format!("is not valid {}", encoding.name());
        return Err(wrong(place, message));
    }
    if let Some(at) = memchr::memchr(0, text.as_bytes()) {
        let message = "holds a NUL character: the file is damaged, or no text";
        let place = place.at(Spot::Text { line: line_of(text.as_bytes(), at), column: 1 });
        return Err(Problem::error(Code::DamagedText, place, message).help("export it again"));
    }
    if encoding == UTF_8 {
        problems.extend(decoded_twice(&text, place));
    } else if stated.is_none() {
        let either = rival.and_then(|rival| either(bytes, rival, place));
        problems.extend(either.or_else(|| doubt(bytes, &text, encoding, place)));
    }
    Ok((text, encoding.name()))
}

fn wrong(place: &Place, message: String) -> Problem {
    Problem::error(Code::WrongEncoding, place.clone(), message)
        .help("save the file as UTF-8, or state its encoding with `--encoding`")
}

/// The encoding that the bytes are in, and another that they may as well be in.
fn told(bytes: &[u8], place: &Place) -> Result<(&'static Encoding, Option<&'static Encoding>), Problem> {
    const ESCAPE: u8 = 0x1B;
    if bytes.starts_with(&[0xFF, 0xFE, 0, 0]) || bytes.starts_with(&[0, 0, 0xFE, 0xFF]) {
        let message = "is written in UTF-32".to_owned();
        return Err(wrong(place, message).help("save the file as UTF-8"));
    }
    if let Some((encoding, _)) = Encoding::for_bom(bytes) {
        return Ok((encoding, None));
    }
    if looks_utf16(bytes, 1) {
        return Ok((UTF_16LE, None));
    }
    if looks_utf16(bytes, 0) {
        return Ok((UTF_16BE, None));
    }
    match std::str::from_utf8(bytes) {
        Ok(_) if memchr::memchr(ESCAPE, bytes).is_none() => Ok((UTF_8, None)),
        Ok(_) => Ok((likeliest(bytes, Utf8Detection::Allow), None)),
        Err(error) => {
            let encoding = likeliest(bytes, Utf8Detection::Deny);
            if is_mixed(bytes, encoding) {
                let line = line_of(bytes, error.valid_up_to());
                let message = format!("is written in UTF-8, but line {line} holds something else");
                return Err(wrong(place, message).help("save the file as UTF-8"));
            }
            let is_western = [WINDOWS_1252, ISO_8859_15].contains(&encoding);
            Ok(if !is_western && may_be_western(bytes) { (WINDOWS_1252, Some(encoding)) } else { (encoding, None) })
        }
    }
}

/// Whether the bytes are a few words with accents in the usual encoding of western languages, which tell no other from it.
fn may_be_western(bytes: &[u8]) -> bool {
    const FEW: usize = 3;
    let western = WINDOWS_1252.decode_without_bom_handling(bytes).0;
    let words = western.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_ascii());
    let words: BTreeSet<&str> = words.collect();
    // Two accented letters in a row are rare there.
    let has_row = |word: &&str| word.chars().zip(word.chars().skip(1)).any(|(a, b)| !a.is_ascii() && !b.is_ascii());
    (1..=FEW).contains(&words.len()) && !words.iter().any(has_row) && oddities(&western).0 == 0
}

/// The encoding in which the bytes are likeliest to be language.
fn likeliest(bytes: &[u8], utf8: Utf8Detection) -> &'static Encoding {
    const EURO_OR_CURRENCY_SIGN: u8 = 0xA4;
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Allow);
    detector.feed(bytes, true);
    let guess = detector.guess(None, utf8);
    // Signs alone are no language that could be told from another.
    let western = WINDOWS_1252.decode_without_bom_handling(bytes).0;
    let has_words = || western.chars().zip(western.chars().skip(1)).any(|(a, b)| is_foreign_in_word(a, b));
    let guess = if guess.is_single_byte() && guess != WINDOWS_1252 && !has_words() { WINDOWS_1252 } else { guess };
    // Who writes a currency sign means the euro, which stands there in the later of the two.
    let has_controls = || bytes.iter().any(|byte| (0x80..=0x9F).contains(byte));
    if guess == WINDOWS_1252 && memchr::memchr(EURO_OR_CURRENCY_SIGN, bytes).is_some() && !has_controls() {
        return ISO_8859_15;
    }
    guess
}

fn is_foreign_in_word(a: char, b: char) -> bool {
    a.is_alphabetic() && b.is_alphabetic() && !(a.is_ascii() && b.is_ascii())
}

/// Whether text that is not quite UTF-8 has more letters in UTF-8 than not, which other encodings hardly ever have; in an
/// encoding with a letter for each byte, one letter is enough, where its bytes would make no word there.
fn is_mixed(bytes: &[u8], encoding: &'static Encoding) -> bool {
    let (mut letters, mut others, mut unlikely_by_chance) = (0, 0, 0);
    for chunk in bytes.utf8_chunks() {
        for letter in chunk.valid().chars().filter(|letter| !letter.is_ascii()) {
            letters += 1;
            // Beginning with `Ã`, `Ä`, `Å` or `â€`.
            unlikely_by_chance += usize::from(matches!(letter, '\u{C0}'..='\u{17F}' | '\u{2010}'..='\u{2026}'));
        }
        others += chunk.invalid().len();
    }
    letters > others || encoding.is_single_byte() && is_latin(encoding) && unlikely_by_chance > 0
}

/// Whether the letters of an encoding beyond ASCII are Latin ones.
fn is_latin(encoding: &'static Encoding) -> bool {
    const LAST_LATIN: char = '\u{24F}';
    let letters = encoding.decode_without_bom_handling(&[0xE0, 0xE5, 0xF0]).0;
    letters.chars().all(|letter| letter <= LAST_LATIN)
}

/// Says that text may as well be in another encoding than the one that it was taken for.
fn either(bytes: &[u8], rival: &'static Encoding, place: &Place) -> Option<Problem> {
    let line_bytes = |at: usize| {
        let start = bytes[..at].iter().rposition(|byte| *byte == b'\n').map_or(0, |end| end + 1);
        let end = bytes[at..].iter().position(|byte| *byte == b'\n').map_or(bytes.len(), |end| at + end);
        (start, &bytes[start..end])
    };
    let at = bytes.iter().position(|byte| !byte.is_ascii())?;
    let (start, line) = line_bytes(at);
    let is_outside = |byte: &u8| byte.is_ascii() && !byte.is_ascii_alphanumeric();
    let first = line[..at - start].iter().rposition(is_outside).map_or(0, |end| end + 1);
    let last = line[at - start..].iter().position(is_outside).map_or(line.len(), |end| at - start + end);
    let [own, other] = [WINDOWS_1252, rival].map(|encoding| encoding.decode_without_bom_handling(&line[first..last]).0);
    let message = format!(
        "was taken for windows-1252, in which `{own}` stands here; in {} it would be `{other}`, and a few words do not tell",
        rival.name()
    );
    let place = place.at(Spot::Text { line: line_of(bytes, at), column: first as u32 + 1 });
    let help = format!("state the encoding: `--encoding windows-1252` or `--encoding {}`", rival.name());
    Some(Problem::warning(Code::DoubtfulEncoding, place, message).help(help))
}

/// Says where UTF-8 text holds a word that was taken for Windows-1252 once before.
fn decoded_twice(text: &str, place: &Place) -> Option<Problem> {
    let mut found: Option<(usize, String)> = None;
    let mut count = 0;
    let mut from = 0;
    while let Some(start) = next_suspect(text, from) {
        let rest = &text[start..];
        let end = start + rest.find(|letter: char| letter.is_ascii()).unwrap_or(rest.len());
        from = end;
        if let Some(once) = undone(&text[start..end]) {
            count += 1;
            found.get_or_insert((start, once));
        }
    }
    let (start, once) = found?;
    let end = start + text[start..].find(|letter: char| letter.is_ascii()).unwrap_or(text.len() - start);
    let (first, last) = word_around(text, start, end);
    let (shown, meant) = (&text[first..last], format!("{}{once}{}", &text[first..start], &text[end..last]));
    let more = if count > 1 { format!(", and {} more like it", count - 1) } else { String::new() };
    let message = format!("holds `{shown}`, which is `{meant}` decoded twice{more}");
    let line = line_of(text.as_bytes(), start);
    let column = text[..first].chars().rev().take_while(|c| *c != '\n' && *c != '\r').count() as u32 + 1;
    Some(
        Problem::warning(Code::DecodedTwice, place.at(Spot::Text { line, column }), message)
            .help("export the file again, as UTF-8"),
    )
}

/// Where the next `Â`, `Ã`, `Ä`, `Å` or `â` stands, with which all letters begin that are taken for Windows-1252.
fn next_suspect(text: &str, from: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    let leads = memchr::memchr_iter(0xC3, &bytes[from..]).map(|at| from + at);
    leads.into_iter().find(|at| matches!(bytes.get(at + 1), Some(0x82..=0x85 | 0xA2)))
}

/// What letters were before their UTF-8 was taken for Windows-1252.
fn undone(letters: &str) -> Option<String> {
    let (bytes, _, unmappable) = WINDOWS_1252.encode(letters);
    let text = String::from_utf8(bytes.into_owned()).ok().filter(|_| !unmappable)?;
    (text != letters).then_some(text)
}

/// The word that a piece of text stands in.
fn word_around(text: &str, start: usize, end: usize) -> (usize, usize) {
    let is_outside = |c: char| !c.is_alphanumeric();
    let first =
        text[..start].rfind(is_outside).map_or(0, |at| at + text[at..].chars().next().map_or(1, char::len_utf8));
    let last = text[end..].find(is_outside).map_or(text.len(), |at| end + at);
    (first, last)
}

/// Says where text does not look like language in the encoding that was told: a capital within a word, a sign between
/// letters, a character that no text has.
fn doubt(bytes: &[u8], text: &str, encoding: &'static Encoding, place: &Place) -> Option<Problem> {
    // One odd letter in ten, of those that tell encodings apart.
    const MOST_ODD: usize = 10;
    let (odd, all, first) = oddities(text);
    let at = first.filter(|_| odd * MOST_ODD >= all)?;
    let letter = text[at..].chars().next().map_or(1, char::len_utf8);
    let (start, end) = line_part(text, at, at + letter);
    let line = line_of(text.as_bytes(), at);
    let column = text[..at].chars().rev().take_while(|c| *c != '\n' && *c != '\r').count() as u32 + 1;
    let message = format!(
        "was taken for {}, in which `{}` stands here; that looks like no language",
        encoding.name(),
        &text[start..end]
    );
    let (other, _) = MACINTOSH.decode_without_bom_handling(bytes);
    let help = match oddities(&other) {
        (0, ..) => {
            let same_line = other.lines().nth(line as usize - 1).unwrap_or_default();
            let count = text[..start].chars().rev().take_while(|c| *c != '\n' && *c != '\r').count();
            let shown: String = same_line.chars().skip(count).take(text[start..end].chars().count()).collect();
            format!("state the encoding: with `--encoding macintosh` it is `{shown}`")
        }
        _ => "save the file as UTF-8, or state its encoding with `--encoding`".to_owned(),
    };
    Some(Problem::warning(Code::DoubtfulEncoding, place.at(Spot::Text { line, column }), message).help(help))
}

/// The word around a letter, signs within it included.
fn line_part(text: &str, start: usize, end: usize) -> (usize, usize) {
    let is_outside = |c: char| c.is_ascii() && !c.is_ascii_alphanumeric();
    let first = text[..start].rfind(is_outside).map_or(0, |at| at + 1);
    let last = text[end..].find(is_outside).map_or(text.len(), |at| end + at);
    (first, last)
}

/// How many letters beyond ASCII are odd where they stand, how many there are, and where the first odd one is.
fn oddities(text: &str) -> (usize, usize, Option<usize>) {
    // These stand between letters in many languages.
    const WITHIN_WORDS: &str = "’‘ʼ·‧‑–—‐\u{AD}®™ªº\u{A0}";
    let (mut odd, mut all, mut first) = (0, 0, None);
    let mut before = ' ';
    let mut letters = text.char_indices().peekable();
    while let Some((at, letter)) = letters.next() {
        if !letter.is_ascii() {
            all += 1;
            let after = letters.peek().map_or(' ', |(_, letter)| *letter);
            let is_odd = matches!(letter, '\u{80}'..='\u{9F}' | '\u{FFFD}')
                || letter.is_uppercase() && before.is_lowercase()
                || !letter.is_alphanumeric()
                    && before.is_alphabetic()
                    && after.is_alphabetic()
                    && !WITHIN_WORDS.contains(letter)
                || "¹²³®™".contains(letter) && after.is_alphabetic() && before.is_alphabetic();
            if is_odd {
                odd += 1;
                first.get_or_insert(at);
            }
        }
        before = letter;
    }
    (odd, all, first)
}

/// The line, from 1, of a byte: lines end in LF, CR or both.
pub(super) fn line_of(text: &[u8], at: usize) -> u32 {
    let before = &text[..at.min(text.len())];
    let ends =
        memchr::memchr2_iter(b'\n', b'\r', before).filter(|i| before[*i] == b'\n' || text.get(i + 1) != Some(&b'\n'));
    ends.count() as u32 + 1
}

/// Whether XML that begins so is written in UTF-16.
pub(super) fn is_utf16_xml(beginning: &[u8]) -> bool {
    matches!(beginning, [0xFF, 0xFE, ..] | [0xFE, 0xFF, ..] | [b'<', 0, ..] | [0, b'<', ..])
}

/// UTF-16 text, whichever byte of a pair comes first.
pub(super) fn utf16_text(bytes: &[u8]) -> String {
    let is_big = matches!(bytes, [0xFE, 0xFF, ..] | [0, ..]);
    let encoding = if is_big { UTF_16BE } else { UTF_16LE };
    encoding.decode_with_bom_removal(bytes).0.into_owned()
}

/// Whether the beginning of a file is UTF-16 text of western letters, without a mark that says so.
pub(super) fn looks_like_utf16(head: &[u8]) -> bool {
    looks_utf16(head, 0) || looks_utf16(head, 1)
}

/// Whether every second byte of the beginning is zero, as in UTF-16 text of western letters without a mark.
fn looks_utf16(bytes: &[u8], offset: usize) -> bool {
    let head = &bytes[..bytes.len().min(512)];
    let zeros = head.iter().skip(offset).step_by(2).filter(|byte| **byte == 0).count();
    head.len() >= 4 && zeros * 10 >= head.len() / 2 * 9
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What bytes come to: the encoding and what is said of it.
    #[track_caller]
    fn check(bytes: &[u8], expected: &str) {
        let mut problems = Problems::default();
        let read = decode(bytes, None, &Place::file("x.csv"), &mut problems);
        let said = problems
            .listed()
            .iter()
            .map(|p| format!(" {}: {} ({})", p.place, p.message, p.help.as_deref().unwrap_or("")));
        let found = match read {
            Ok((_, name)) => format!("{name}{}", said.collect::<String>()),
            Err(problem) => format!("{}: {}", problem.place, problem.message),
        };
        assert_eq!(found, expected, "{}", String::from_utf8_lossy(bytes));
    }

    #[test]
    fn encodings_are_told_by_the_language() {
        for (label, text) in [
            ("windows-1252", "Fonction;Département\nTrésorerie;Paie\n"),
            ("windows-1252", "Funktion\nÄ\n"),
            ("windows-1252", "Cost\n20 °C ± 2\n½ day\n§ 5\n"),
            ("windows-1252", "Function,Owner\nFoo’s “bar” – UK,Muñoz\n"),
            ("ISO-8859-15", "Fonction;Coût\nTrésorerie;12 €\n"),
            ("windows-1250", "Function\nKsięgowość zobowiązań\nObsługa płac\nŁączność\n"),
            ("windows-1250", "Funkce;Oddělení\nPříjem;Řízení\nÚčetnictví;Žádosti\n"),
            ("windows-1251", "Функция;Отдел\nБухгалтерия;Финансы\n"),
            ("windows-1253", "Λειτουργία;Τμήμα\nΜισθοδοσία;Οικονομικά\n"),
            ("windows-1254", "İşlev;Bölüm\nMaaş bordrosu;İnsan kaynakları\nÇağrı merkezi;Müşteri\n"),
            ("Shift_JIS", "ID,部門\n1,経理\n"),
            ("GBK", "职能,部门\n工资,人事\n会计,财务部\n"),
            ("Big5", "職能,部門\n薪資,人事\n會計,財務部\n"),
            ("EUC-KR", "기능,부서\n급여,인사\n회계,재무\n"),
            ("UTF-8", "ID,部門\n1,経理\n"),
        ] {
            let encoding = Encoding::for_label(label.as_bytes()).expect("an encoding");
            check(&encoding.encode(text).0, label);
        }
        // Letters of their own that would be `Ħ` or `ħ` in UTF-8.
        check(b"name\n\xE6\xD5\xCE\xCB\xC3\xA6\xD1\n\xD7\xA6\xC4\xC4\xA6\xCC\n", "KOI8-U");
        // The byte pair that is `é` in UTF-8 would be no word in Windows-1252.
        check(b"a,b\nD\xC3\xADaz,1\nPa\xF1ol,2\n", "x.csv: is written in UTF-8, but line 3 holds something else");
    }

    #[test]
    fn what_looks_like_no_language_is_doubted() {
        let mac = MACINTOSH.encode("Fonction;Département\nGestion;Trésorerie\nConseil;Généraux\n");
        check(
            &mac.0,
            "windows-1252 x.csv:2:11: was taken for windows-1252, in which `TrŽsorerie` stands here; that looks like no \
             language (state the encoding: with `--encoding macintosh` it is `Trésorerie`)",
        );
        check(
            b"Funktion;Gr\x94\xE1e\nGeh\x84lter;Lohnb\x81ro\n",
            "windows-1252 x.csv:1:12: was taken for windows-1252, in which `Gr”áe` stands here; that looks like no language \
             (save the file as UTF-8, or state its encoding with `--encoding`)",
        );
    }

    #[test]
    fn a_few_western_words_are_read_as_such_and_said() {
        for (text, other, encoding) in [
            ("naïve", "naīve", "ISO-8859-4"),
            ("maïs", "maļs", "windows-1257"),
            ("Così", "Cosė", "ISO-8859-4"),
            ("œuvre", "śuvre", "windows-1250"),
        ] {
            let bytes = WINDOWS_1252.encode(text).0;
            let bytes = [b"Function,Owner\nThe ".as_slice(), &bytes, b" model,Ann\n"].concat();
            check(
                &bytes,
                &format!(
                    "windows-1252 x.csv:2:5: was taken for windows-1252, in which `{text}` stands here; in {encoding} it would be \
                     `{other}`, and a few words do not tell (state the encoding: `--encoding windows-1252` or `--encoding \
                     {encoding}`)"
                ),
            );
        }
    }

    #[test]
    fn text_decoded_twice_is_said() {
        check(
            "Owner\nMuÃ±oz, DÃ\u{AD}az\n".as_bytes(),
            "UTF-8 x.csv:2:1: holds `MuÃ±oz`, which is `Muñoz` decoded twice, and 1 more like it (export the file again, as UTF-8)",
        );
        check(
            "Owner\nItâ€™s\n".as_bytes(),
            "UTF-8 x.csv:2:1: holds `Itâ€™s`, which is `It’s` decoded twice (export the file again, as UTF-8)",
        );
        check("AÇÃO, Ärger, â, Åland\n".as_bytes(), "UTF-8");
    }
}
