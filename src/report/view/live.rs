//! What a workbook needs to judge again by other weights: which criteria can be weighed, what they rest on, and whether
//! there are to be formulas at all.
//!
//! The formulas themselves, and the cells that they stand in, are left to the workbook.

use std::collections::BTreeSet;

use super::judged::Judged;
use super::report::Report;
use crate::assessment::{Evidence, greatest_width};
use crate::report::lists::Play;
use crate::report::words::messages::Messages;
use crate::rulebook::{AttributeId, Poles, Span, Threshold};
use crate::sheets::ANSWERED;

/// Beyond so many functions, a spreadsheet takes long to calculate.
pub(crate) const MOST_LIVE: usize = 20_000;
/// Beyond so many criteria, a formula over all of them would be longer than a cell can hold.
const MOST_CRITERIA: usize = 40;
/// Beyond so many columns, those that the formulas need might not find room.
const MOST_COLUMNS: usize = 10_000;

/// Whether the workbook's verdicts and scores are to be formulas.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Figures {
    /// Where there are not too many.
    #[default]
    Auto,
    /// Always.
    Live,
    /// Never.
    Values,
    /// There is to be no workbook at all.
    NoWorkbook,
}

/// A criterion with a direction, whose weight can be changed.
#[derive(Clone, Copy, Debug)]
pub struct Weighable<'a> {
    /// Its id in the rulebook.
    pub id: &'a str,
    /// Its name.
    pub name: &'a str,
    /// Its weight in thousandths.
    pub thousandths: i64,
    /// How far apart its bounds are where nothing is known.
    pub greatest_width: i64,
}

/// A threshold that can be changed in the workbook.
#[derive(Clone, Copy, Debug)]
pub struct ThresholdLine<'a> {
    /// Which one.
    pub threshold: Threshold,
    /// Its name.
    pub name: &'static str,
    /// Its value, which is a whole number.
    pub value: i64,
    /// What it does, with its unit.
    pub meaning: &'a str,
}

impl<'a> Report<'a> {
    /// Whether the workbook's verdicts and scores are formulas.
    pub fn is_live(&self) -> bool {
        self.is_live
    }

    /// What each scenario counts otherwise than the run.
    pub fn plays(&self) -> &[Play] {
        self.summary.tried.as_ref().map_or(&[], |tried| &tried.plays)
    }

    /// Whether the rules have constraints, which put functions on hold.
    pub fn has_constraints(&self) -> bool {
        !self.judged.rulebook.constraints.is_empty()
    }

    /// Whether the rules have ranges of weights, over which verdicts hold or not.
    pub fn has_weight_ranges(&self) -> bool {
        !self.judged.rulebook.weight_ranges.is_empty()
    }

    /// The criteria with a direction, with a weight or without.
    pub fn weighable(&self) -> impl Iterator<Item = Weighable<'a>> {
        self.judged.rulebook.weighable().map(|(_, criterion, poles)| Weighable {
            id: &criterion.id,
            name: &criterion.name,
            thousandths: criterion.weight.0,
            greatest_width: greatest_width(poles),
        })
    }

    /// The poles of the same criteria.
    pub fn poles(&self) -> Vec<&'a Poles> {
        self.judged.rulebook.weighable().map(|(.., poles)| poles).collect()
    }

    /// The attributes of the same criteria, in the order of the rules.
    pub fn deciding_attributes(&self) -> Vec<AttributeId> {
        let used: BTreeSet<usize> =
            self.poles().into_iter().flat_map(Poles::attributes).map(AttributeId::index).collect();
        let attributes = self.judged.rulebook.attribute_ids().map(|(id, _)| id);
        attributes.filter(|id| used.contains(&id.index())).collect()
    }

    /// The columns of the table that levels of these attributes are read from, from left to right.
    pub fn deciding_columns(&self, attributes: &[AttributeId]) -> Vec<u16> {
        let inventory = self.judged.inventory;
        let columns: BTreeSet<u16> = attributes.iter().flat_map(|id| inventory.columns_with(*id)).collect();
        columns.into_iter().collect()
    }

    /// The name of a function, with what tells it apart from those that share it.
    pub fn called(&self, function: usize) -> String {
        self.judged.called(function)
    }

    /// Whether functions share a name.
    pub fn has_shared_names(&self) -> bool {
        self.judged.called.any()
    }

    /// The columns of the table that say which function it is, those first that say most.
    pub fn identifying_columns(&self) -> Vec<u16> {
        let Judged { rulebook, inventory, .. } = &self.judged;
        let roles = [rulebook.roles.id, rulebook.roles.department, rulebook.roles.location];
        let others = roles.into_iter().flatten().flat_map(|id| inventory.columns_with(id));
        std::iter::once(inventory.name_column0).chain(others).collect()
    }

    /// What is known of the level of an attribute on a function.
    pub fn level(&self, attribute: AttributeId, function: usize) -> Span {
        self.judged.inventory.span(attribute, function).0
    }

    /// Which of some attributes of a function were answered, and are not disputed.
    pub fn answered(&self, attributes: &[AttributeId], function: usize) -> String {
        let Judged { rulebook, inventory, .. } = &self.judged;
        let answered = attributes.iter().filter(|id| inventory.is_answered(**id, function));
        answered.map(|id| rulebook.attribute(*id).name.as_str()).collect::<Vec<_>>().join(ANSWERED.1)
    }

    /// The attributes that decide and on which raters disagree for some function.
    pub fn disputed_attributes(&self) -> Vec<AttributeId> {
        let assessed = self.judged.assessed;
        let is_disputed = |at: &usize| assessed.profiles.iter().any(|profile| profile.levels[*at].is_disputed());
        let attributes = assessed.rule.attributes();
        (0..attributes.len()).filter(is_disputed).map(|at| attributes[at]).collect()
    }

    /// The criteria of each axis of the map that have a direction, by their positions among [`Report::weighable`].
    pub fn axes(&self) -> [Vec<usize>; 2] {
        let rulebook = self.judged.rulebook;
        let position = |criterion: &usize| rulebook.weighable().position(|(i, ..)| i == *criterion);
        rulebook.axes.each_ref().map(|axis| axis.criteria.iter().filter_map(position).collect())
    }

    /// The thresholds of the verdict and of the review.
    pub fn thresholds(&self) -> impl Iterator<Item = ThresholdLine<'a>> {
        let (rulebook, say) = (self.judged.rulebook, self.say());
        Threshold::on_the_sheet().map(move |(threshold, name)| ThresholdLine {
            threshold,
            name: say.name(name),
            value: rulebook.thresholds[threshold],
            meaning: said(say, threshold).1,
        })
    }

    /// The evidence on a function of each criterion with a direction.
    pub fn evidence(&self, function: usize) -> Vec<Evidence> {
        let evidence = self.judged.assessed.evidence(function);
        self.judged.rulebook.weighable().map(|(i, ..)| evidence[i]).collect()
    }
}

/// How a threshold is put into words: as a setting, and what it does where it can be changed.
pub(crate) fn said(say: &Messages, threshold: Threshold) -> (&str, &str) {
    match threshold {
        Threshold::MinimumCoverage => (say.setting_minimum_coverage(), say.threshold_minimum_coverage()),
        Threshold::Borderline => (say.setting_borderline(), say.threshold_borderline()),
        Threshold::Fragile => (say.setting_fragile(), say.threshold_fragile()),
        Threshold::ReviewSplit => (say.setting_review_split(), say.threshold_review_split()),
        Threshold::ReviewNeutral => (say.setting_review_neutral(), say.threshold_review_neutral()),
        Threshold::ReviewProvisional => (say.setting_review_provisional(), say.threshold_review_provisional()),
        Threshold::ReviewThin => (say.setting_review_thin(), say.threshold_review_thin()),
        Threshold::ReviewOneReading => (say.setting_review_one_reading(), say.threshold_review_one_reading()),
        Threshold::ReviewRatersDisagree => {
            (say.setting_review_raters_disagree(), say.threshold_review_raters_disagree())
        }
        Threshold::NoteworthyChange => (say.setting_noteworthy_change(), ""),
    }
}

/// Whether the workbook gets formulas.
pub(crate) fn is_live(judged: &Judged, figures: Figures) -> bool {
    match figures {
        Figures::Auto => {
            judged.inventory.functions.len() <= MOST_LIVE
                && judged.rulebook.criteria.len() <= MOST_CRITERIA
                && judged.inventory.columns.len() <= MOST_COLUMNS
        }
        Figures::Live => true,
        Figures::Values | Figures::NoWorkbook => false,
    }
}

/// Whether the workbook has formulas, and why not where it has none, in a sentence.
pub(crate) fn sentence(judged: &Judged, figures: Figures) -> String {
    let say = judged.words.say;
    match figures {
        _ if is_live(judged, figures) => say.figures_live().to_owned(),
        Figures::NoWorkbook => say.figures_no_workbook().to_owned(),
        Figures::Values => say.figures_values().to_owned(),
        Figures::Auto | Figures::Live if judged.inventory.functions.len() > MOST_LIVE => {
            say.figures_many_functions(MOST_LIVE)
        }
        Figures::Auto | Figures::Live => say.figures_many_columns().to_owned(),
    }
}
