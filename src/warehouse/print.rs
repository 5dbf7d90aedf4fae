//! An expression of the rule as SQL, given where its variables stand.
//!
//! Truth and numbers are two things in SQL and one in the rule: each expression is printed as what is asked for. Whole numbers are
//! never divided, and no operand of a least or a greatest is null.

use std::fmt::Write;

use super::dialect::Words;
use crate::assessment::Verdict;
use crate::assessment::formula::{Expression, Variable, Word};
use Expression as E;

/// Where a variable stands.
pub(super) enum Stands {
    /// A number or a text.
    Value(String),
    /// Something that holds or not.
    Truth(String),
}

/// Prints expressions.
pub(super) struct Printer<'p> {
    pub(super) words: &'p Words,
    pub(super) at: &'p dyn Fn(Variable) -> Stands,
}

/// The number that stands for a verdict inside a statement: the way that it points, 0 for a split.
pub(super) fn code_of(verdict: Verdict) -> i64 {
    match verdict {
        Verdict::Bpo => 1,
        Verdict::TraditionalOutsourcing => -1,
        Verdict::Split => 0,
        Verdict::InsufficientEvidence => 2,
    }
}

impl Printer<'_> {
    /// An expression as a number, or as a text.
    pub(super) fn value(&self, expression: &E) -> String {
        let all = |parts: &[E]| parts.iter().map(|part| self.value(part)).collect::<Vec<_>>();
        let double = |part: &E| Words::cast(&self.value(part), self.words.double);
        match expression {
            E::Number(number) => number.to_string(),
            E::Word(Word::Verdict(verdict)) => code_of(*verdict).to_string(),
            E::Word(Word::Nothing) => "NULL".to_owned(),
            E::Word(word) => self.words.literal(word.name()),
            E::Variable(variable) => match (self.at)(*variable) {
                Stands::Value(value) => value,
                Stands::Truth(truth) => format!("CASE WHEN {truth} THEN 1 ELSE 0 END"),
            },
            E::Sum(parts) => format!("({})", all(parts).join(" + ")),
            E::Difference(parts) => format!("({})", all(parts.as_slice()).join(" - ")),
            E::Product(parts) => parts.iter().map(|part| self.factor(part)).collect::<Vec<_>>().join(" * "),
            E::Quotient(parts) => format!("{} / {}", double(&parts[0]), double(&parts[1])),
            E::Least(parts) => self.words.extreme(true, &all(parts)),
            E::Greatest(parts) => self.words.extreme(false, &all(parts)),
            E::Magnitude(part) => format!("ABS({})", self.value(part)),
            E::Compare(..) | E::Any(_) | E::All(_) => format!("CASE WHEN {} THEN 1 ELSE 0 END", self.truth(expression)),
            E::Choice(_) => self.choice(expression),
            E::Listed(parts) if parts.is_empty() => Words::cast("NULL", self.words.text),
            E::Listed(parts) => {
                let each: Vec<(String, &str)> =
                    parts.iter().map(|(holds, reason)| (self.truth(holds), reason.name())).collect();
                self.listed(&each, ';')
            }
        }
    }

    /// The words of those that hold, one after the other; nothing where none does.
    pub(super) fn listed(&self, parts: &[(String, &str)], between: char) -> String {
        let word = |(holds, word): &(String, &str)| {
            format!("CASE WHEN {holds} THEN {} ELSE '' END", self.words.literal(&format!("{between}{word}")))
        };
        let words: Vec<String> = parts.iter().map(word).collect();
        format!("NULLIF(SUBSTR({}, 2), '')", words.join(" || "))
    }

    /// A part of a product; what could grow large is counted in eight bytes.
    fn factor(&self, expression: &E) -> String {
        match expression {
            E::Number(number) if number.abs() > 2 => Words::cast(&number.to_string(), self.words.whole),
            E::Compare(..) | E::Any(_) | E::All(_) | E::Choice(_) => format!("({})", self.value(expression)),
            other => self.value(other),
        }
    }

    fn choice(&self, expression: &E) -> String {
        if let Some(level) = self.level_or(expression) {
            return level;
        }
        let (mut cases, mut rest) = (String::new(), expression);
        while let E::Choice(parts) = rest {
            let (condition, then) = (self.truth(&parts[0]), self.value(&parts[1]));
            let _ = write!(cases, " WHEN {condition} THEN {then}");
            rest = &parts[2];
        }
        format!("CASE{cases} ELSE {} END", self.value(rest))
    }

    /// A level, or what stands for one that is not known: it is null.
    fn level_or(&self, expression: &E) -> Option<String> {
        let E::Choice(parts) = expression else { return None };
        let [E::Variable(Variable::Known(known)), level, otherwise @ E::Number(_)] = parts.as_ref() else {
            return None;
        };
        let is_level = |part: &E| *part == E::Variable(Variable::Level(*known));
        let is_opposite = matches!(level, E::Difference(parts) if is_level(&parts[1]));
        (is_level(level) || is_opposite).then(|| format!("COALESCE({}, {})", self.value(level), self.value(otherwise)))
    }

    /// Whether an expression holds.
    pub(super) fn truth(&self, expression: &E) -> String {
        let all = |parts: &[E]| parts.iter().map(|part| self.truth(part)).collect::<Vec<_>>();
        match expression {
            E::Number(number) => format!("1 = {}", i32::from(*number != 0)),
            E::Variable(variable) => match (self.at)(*variable) {
                Stands::Value(value) => format!("{value} = 1"),
                Stands::Truth(truth) => truth,
            },
            E::Compare(comparison, parts) => {
                format!("{} {} {}", self.compared(&parts[0]), comparison.sign(), self.compared(&parts[1]))
            }
            E::Any(parts) => format!("({})", all(parts).join(" OR ")),
            E::All(parts) => format!("({})", all(parts).join(" AND ")),
            other => format!("{} <> 0", self.value(other)),
        }
    }

    /// One side of a comparison.
    fn compared(&self, expression: &E) -> String {
        match expression {
            E::Compare(..) | E::Any(_) | E::All(_) => format!("({})", self.value(expression)),
            E::Number(number) if *number > i64::from(i32::MAX) => Words::cast(&number.to_string(), self.words.whole),
            other => self.value(other),
        }
    }
}
