//! The words of a judgement in the language of the reports; what programs read has those of the types themselves.

use super::pieces::Messages;
use crate::assessment::formula::{Firm, Word};
use crate::assessment::{Balance, Review, Standing, Strength, Verdict};
use crate::codes::Severity;
use crate::inventory::{Assumption, Exclusion};
use crate::language::Language;
use crate::own_files::Choice;
use crate::portfolio::Sourcing;
use crate::rulebook::elicited::Method;
use crate::rulebook::text::fold;
use crate::sheets::LEVEL_WORDS;

impl Messages {
    /// What a verdict is called.
    pub(in crate::report) fn verdict(&self, verdict: Verdict) -> &'static str {
        self.name(verdict.called())
    }

    /// How a verdict stands to what is missing.
    pub(in crate::report) fn standing(&self, standing: Standing) -> &str {
        match standing {
            Standing::Settled => self.stands_settled(),
            Standing::Provisional => self.stands_provisional(),
            Standing::Open => self.stands_open(),
        }
    }

    /// How a split comes about.
    pub(in crate::report) fn balance(&self, balance: Balance) -> &str {
        match balance {
            Balance::Neutral => self.balance_neutral(),
            Balance::Balanced => self.balance_balanced(),
        }
    }

    /// How strong a verdict is.
    pub(in crate::report) fn strength(&self, strength: Strength) -> &str {
        match strength {
            Strength::Clear => self.strength_clear(),
            Strength::Contested => self.strength_contested(),
            Strength::Thin => self.strength_thin(),
        }
    }

    /// Why a person should look at a function again.
    pub(in crate::report) fn reviewed(&self, reason: Review) -> &str {
        match reason {
            Review::Split => self.review_split(),
            Review::Neutral => self.review_neutral(),
            Review::Provisional => self.review_provisional(),
            Review::Borderline => self.review_borderline(),
            Review::Fragile => self.review_fragile(),
            Review::Thin => self.review_thin(),
            Review::OneReading => self.review_one_reading(),
            Review::RatersDisagree => self.review_raters_disagree(),
        }
    }

    /// All such reasons, one after the other.
    pub(in crate::report) fn reasons(&self, reasons: &[Review]) -> String {
        reasons.iter().map(|reason| self.reviewed(*reason)).collect::<Vec<_>>().join(", ")
    }

    /// Whether a verdict can be decided on.
    pub(in crate::report) fn firm(&self, firm: Firm) -> &str {
        match firm {
            Firm::Yes => self.firm_yes(),
            Firm::No => self.firm_no(),
            Firm::RunAgain => self.firm_run_again(),
        }
    }

    /// What a formula of the rule comes to.
    pub(in crate::report) fn word(&self, word: Word) -> &str {
        match word {
            Word::Verdict(verdict) => self.verdict(verdict),
            Word::Standing(standing) => self.standing(standing),
            Word::Strength(strength) => self.strength(strength),
            Word::Balance(balance) => self.balance(balance),
            Word::Firm(firm) => self.firm(firm),
            Word::Nothing => "",
        }
    }

    /// Who does the work today.
    pub(in crate::report) fn sourcing(&self, sourcing: Sourcing) -> &str {
        match sourcing {
            Sourcing::InHouse => self.sourcing_in_house(),
            Sourcing::External => self.sourcing_external(),
            Sourcing::Partly => self.sourcing_partly(),
            Sourcing::Unknown => self.sourcing_unknown(),
        }
    }

    /// How grave a problem is.
    pub(in crate::report) fn severity(&self, severity: Severity) -> &str {
        match severity {
            Severity::Error => self.severity_error(),
            Severity::Warning => self.severity_warning(),
            Severity::Note => self.severity_note(),
        }
    }

    /// What was decided.
    pub(in crate::report) fn choice<'a>(&self, choice: &'a Choice) -> &'a str {
        match choice {
            Choice::Other(text) => text,
            choice => choice.called().map_or("", |name| self.name(name)),
        }
    }

    /// How somebody weighed the criteria.
    pub(in crate::report) fn method(&self, method: Method) -> &str {
        match method {
            Method::Swing => self.method_swing(),
            Method::Direct => self.method_direct(),
            Method::Ranks => self.method_ranks(),
        }
    }

    /// A level that is taken for granted as it was given; one of the three words that mean a level everywhere in the language.
    pub(in crate::report) fn level_as_given(&self, assumption: &Assumption) -> String {
        let is_word = ["low", "medium", "high"].contains(&fold(&assumption.given).as_str());
        match LEVEL_WORDS.iter().find(|(level, _)| is_word && *level == assumption.level.value()) {
            Some((_, word)) if self.language != Language::En => self.inside(self.name(*word)),
            _ => assumption.given.clone(),
        }
    }

    /// Why a row is no function.
    pub(in crate::report) fn excluded(&self, exclusion: Exclusion) -> &str {
        match exclusion {
            Exclusion::Title => self.row_title(),
            Exclusion::Blank => self.row_blank(),
            Exclusion::Types => self.row_types(),
            Exclusion::Header => self.row_header(),
            Exclusion::Line => self.row_line(),
            Exclusion::Heading => self.row_heading(),
            Exclusion::Total => self.row_total(),
            Exclusion::Statistic => self.row_statistic(),
            Exclusion::Note => self.row_note(),
            Exclusion::OtherTable => self.row_other_table(),
            Exclusion::Parent => self.row_parent(),
            Exclusion::Part => self.row_part(),
            Exclusion::Earlier => self.row_earlier(),
            Exclusion::Unselected => self.row_unselected(),
            Exclusion::NoName => self.row_no_name(),
            Exclusion::Uneven => self.row_uneven(),
        }
    }
}
