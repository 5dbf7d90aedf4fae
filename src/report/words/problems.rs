//! What is said of a problem in the language of the reports: what its code means, and what to do about it. What was seen in a
//! particular file stays in English behind that, as records and logs have it.

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::LazyLock;

use super::pieces::Messages;
use crate::codes::Code;
use crate::language::Language;

/// What the ids of mends end with.
const MEND: &str = "-mend";

/// What the codes mean in the languages but English, in the order of [`Language::ALL`]; English stands beside the codes.
const CODES: [&str; 4] = [
    include_str!("../../../templates/language/de/codes.ftl"),
    include_str!("../../../templates/language/fr/codes.ftl"),
    include_str!("../../../templates/language/es/codes.ftl"),
    include_str!("../../../templates/language/pt/codes.ftl"),
];

/// A line for each code, and one for its mend.
fn said(text: &'static str) -> HashMap<&'static str, &'static str> {
    text.lines().filter_map(|line| line.split_once(" = ")).collect()
}

impl Messages {
    fn of_code(&self, id: &str) -> Option<&'static str> {
        static SAID: LazyLock<[HashMap<&str, &str>; 4]> = LazyLock::new(|| CODES.map(said));
        SAID[self.language.translation()?].get(id).copied()
    }

    /// What a code means.
    pub(in crate::report) fn meaning(&self, code: Code) -> &'static str {
        self.of_code(code.id()).unwrap_or(code.meaning())
    }

    /// What to do about a code.
    pub(in crate::report) fn mend(&self, code: Code) -> &'static str {
        self.of_code(&format!("{}{MEND}", code.id())).unwrap_or(code.mend())
    }

    /// What was seen: in another language than English, what the code means, and that in brackets.
    pub(in crate::report) fn seen<'p>(&self, code: Code, message: &'p str) -> Cow<'p, str> {
        if self.language == Language::En {
            return Cow::Borrowed(message);
        }
        // What came of it stands behind that, and in what is to be done.
        let seen = self.meaning(code).split(';').next().unwrap_or_default().trim_end().trim_end_matches('.');
        Cow::Owned(format!("{seen} ({message})"))
    }

    /// What is to be done: in another language than English, what is to be done about the code, and what can be typed for that.
    pub(in crate::report) fn help<'p>(&self, code: Code, help: &'p str) -> Cow<'p, str> {
        if self.language == Language::En || help.is_empty() {
            return Cow::Borrowed(help);
        }
        let mend = self.mend(code);
        // What is no whole option or command says nothing by itself.
        let is_whole = |typed: &&str| {
            typed.starts_with("--") && typed.contains(' ')
                || typed.starts_with("outsift ") && typed.split_whitespace().count() > 2
        };
        let to_type = help.split('`').skip(1).step_by(2).filter(is_whole).filter(|typed| !mend.contains(*typed));
        let to_type: Vec<String> = to_type.map(|typed| format!("`{typed}`")).collect();
        if to_type.is_empty() {
            return Cow::Borrowed(mend);
        }
        Cow::Owned(format!("{} ({})", mend.trim_end_matches('.'), to_type.join(", ")))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_language_says_what_each_code_means_and_what_to_do() {
        let ids: Vec<String> =
            Code::ALL.iter().flat_map(|code| [code.id().to_owned(), format!("{}{MEND}", code.id())]).collect();
        for (text, language) in CODES.into_iter().zip(&Language::ALL[1..]) {
            let lines = text.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
            let found: Vec<&str> = lines.map(|line| line.split_once(" = ").map_or(line, |(id, _)| id)).collect();
            assert_eq!(found, ids, "{language}");
            let say = Messages::of(*language);
            let english = Code::ALL.iter().filter(|code| say.meaning(**code) == code.meaning());
            assert_eq!(english.count(), 0, "{language}");
        }
    }

    #[test]
    fn what_was_seen_and_what_can_be_typed_stand_behind_the_meaning() {
        let (english, german) = (Messages::of(Language::En), Messages::of(Language::De));
        let (code, seen, help) = (Code::NotANumber, "expected a number", "write digits, or `--map \"Cost=none\"`");
        assert_eq!((&*english.seen(code, seen), &*english.help(code, help)), (seen, help));
        assert_eq!(
            german.seen(code, seen),
            "Eine Zelle unter einem Spaltenkopf, der eine Zahl verlangt, enthält etwas anderes (expected a number)"
        );
        let mend = german.mend(code).trim_end_matches('.');
        assert_eq!(german.help(code, help), format!("{mend} (`--map \"Cost=none\"`)"));
        assert_eq!(german.help(code, ""), "");
    }
}
