//! What people decide beside a verdict. Nothing here ever changes a verdict.

use crate::assessment::Verdict;
use crate::language::Language;
use crate::rulebook::text::fold;
use crate::sheets::{DECISIONS, Name, TO_CHECK};

/// What was decided on a function, by whom, and what else was noted.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Decision {
    /// The decision; none where only a name or a note stands.
    pub choice: Option<Choice>,
    /// Who decided.
    pub by: String,
    /// A note.
    pub note: String,
    /// Why the decision should be looked at again; empty where it rests on the same evidence, or somebody has looked.
    pub check: String,
}

/// A decision.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Choice {
    /// As the verdict says.
    Agree,
    /// Business process outsourcing, whatever the verdict says.
    Bpo,
    /// Traditional outsourcing, whatever the verdict says.
    TraditionalOutsourcing,
    /// The function stays in the house.
    Retain,
    /// Not now.
    Defer,
    /// Something else, which is kept as it stands.
    Other(String),
}

impl Choice {
    /// The decisions that are offered, in their order.
    pub const OFFERED: [Choice; 5] =
        [Choice::Agree, Choice::Bpo, Choice::TraditionalOutsourcing, Choice::Retain, Choice::Defer];

    /// The words for it in files for other programs.
    pub fn name(&self) -> &str {
        match self {
            Choice::Other(text) => text,
            offered => offered.called().map_or("", |name| name.text(Language::En)),
        }
    }

    /// What it is called in workbooks, in each language; none for what is not offered.
    pub fn called(&self) -> Option<Name> {
        Choice::OFFERED.iter().position(|offered| offered == self).map(|at| DECISIONS[at])
    }

    /// The decision that a text says, in whichever language; none where it says nothing.
    pub fn of(text: &str) -> Option<Choice> {
        let (text, folded) = (text.trim(), fold(text));
        let means = |choice: &Choice| {
            choice.called().is_some_and(|called| called.texts().iter().any(|own| fold(own) == folded))
        };
        let offered = Choice::OFFERED.into_iter().find(means);
        (!text.is_empty()).then(|| offered.unwrap_or_else(|| Choice::Other(text.to_owned())))
    }
}

/// How a decision stands to the verdict.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Agreement {
    /// It says the same.
    Agrees,
    /// It says something else.
    Differs,
    /// It was put off.
    Deferred,
    /// It rests on evidence that has changed, or cannot be read.
    ToCheck,
}

impl Decision {
    /// A decision by its texts; none where all are empty.
    pub fn of(choice: &str, by: &str, note: &str, check: &str) -> Option<Decision> {
        let text = |text: &str| text.trim().to_owned();
        let decision = Decision { choice: Choice::of(choice), by: text(by), note: text(note), check: text(check) };
        (decision != Decision::default()).then_some(decision)
    }

    /// Whether it is a decision that somebody should look at again.
    pub fn is_to_check(&self) -> bool {
        self.choice.is_some() && !self.check.is_empty()
    }

    /// Whether another one says the same, whatever either is marked with.
    pub fn says_the_same(&self, other: &Decision) -> bool {
        (&self.choice, &self.by, &self.note) == (&other.choice, &other.by, &other.note)
    }

    /// What it says and what another one adds; none where one says something else than the other.
    pub fn together(&self, other: &Decision) -> Option<Decision> {
        let either = |own: &str, other: &str| match (own, other) {
            ("", only) | (only, "") => Some(only.to_owned()),
            (own, other) => (own == other).then(|| own.to_owned()),
        };
        let choice = match (&self.choice, &other.choice) {
            (None, only) | (only, None) => only.clone(),
            (own, other) => (own == other).then(|| own.clone())?,
        };
        let (by, note) = (either(&self.by, &other.by)?, either(&self.note, &other.note)?);
        Some(Decision { choice, by, note, check: self.check.clone() })
    }

    /// It, with a mark that a copy says something else, and what.
    #[must_use]
    pub fn marked_against(mut self, other: &Decision, language: Language) -> Decision {
        let parting = if self.check.is_empty() { "" } else { "; " };
        let mark = format!("{parting}{}: {}", TO_CHECK[5].text(language), other.shown(language));
        self.check.push_str(&mark);
        self
    }

    /// What it says, on one line: decision, name and note.
    pub fn shown(&self, language: Language) -> String {
        let choice = self.choice.as_ref().map_or("", |choice| match choice.called() {
            Some(called) => called.text(language),
            None => choice.name(),
        });
        let parts = [choice, &self.by, &self.note].into_iter().filter(|part| !part.is_empty());
        parts.collect::<Vec<_>>().join(", ")
    }

    /// How it stands to a verdict; none where nothing was decided.
    pub fn agreement(&self, verdict: Verdict) -> Option<Agreement> {
        let standing = match self.choice.as_ref()? {
            Choice::Other(_) => Agreement::ToCheck,
            _ if !self.check.is_empty() => Agreement::ToCheck,
            Choice::Defer => Agreement::Deferred,
            Choice::Agree => Agreement::Agrees,
            Choice::Bpo if verdict == Verdict::Bpo => Agreement::Agrees,
            Choice::TraditionalOutsourcing if verdict == Verdict::TraditionalOutsourcing => Agreement::Agrees,
            Choice::Bpo | Choice::TraditionalOutsourcing | Choice::Retain => Agreement::Differs,
        };
        Some(standing)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_decision_is_read_from_its_texts() {
        for choice in Choice::OFFERED {
            assert_eq!(Choice::of(&format!(" {} ", choice.name().to_uppercase())), Some(choice));
        }
        assert_eq!((Choice::of(" "), Choice::of(" Sell ")), (None, Some(Choice::Other("Sell".to_owned()))));
        assert_eq!(Decision::of("", " ", "", ""), None);
        let note = Decision { note: "Soon".to_owned(), ..Decision::default() };
        assert_eq!(Decision::of("", "", " Soon ", ""), Some(note));
    }

    #[test]
    fn a_decision_stands_to_a_verdict() {
        use Agreement::{Agrees, Deferred, Differs, ToCheck};
        for (choice, check, [bpo, outsourcing, split]) in [
            ("agree", "", [Agrees; 3]),
            ("BPO", "", [Agrees, Differs, Differs]),
            ("traditional outsourcing", "", [Differs, Agrees, Differs]),
            ("retain", "", [Differs; 3]),
            ("defer", "", [Deferred; 3]),
            ("sell", "", [ToCheck; 3]),
            ("agree", "moved", [ToCheck; 3]),
            ("defer", "moved", [ToCheck; 3]),
        ] {
            let decision = Decision::of(choice, "", "", check).expect("a decision");
            let agreements =
                [Verdict::Bpo, Verdict::TraditionalOutsourcing, Verdict::Split].map(|v| decision.agreement(v));
            assert_eq!(agreements, [bpo, outsourcing, split].map(Some), "{choice} {check}");
        }
        assert_eq!(Decision { by: "Ann".to_owned(), ..Decision::default() }.agreement(Verdict::Bpo), None);
    }
}
