//! The formulas that judge again by other weights: the same rule as the program's, on the same whole numbers.
//!
//! The rule is printed from [`crate::assessment::formula`]. The formulas are over defined names on the criteria sheet and over
//! the columns beside the table. They use nothing that Excel 2016 and `LibreOffice` do not both have, and no text of the data.

use super::kinds::Kind;
use crate::assessment::Review;
use crate::assessment::formula::{Comparison, Expression, Variable};
use crate::report::view::report::Report;
use crate::report::workbook::kit::cells::LONGEST_TEXT;
use crate::rulebook::Threshold;

/// The sum of the whole weights of all criteria with a direction.
pub(crate) const WEIGHTS: &str = "weights_in_all";
/// How far apart the weighted bounds are where nothing is known.
pub(crate) const WIDTH: &str = "width_in_all";
/// Whether weights and thresholds are those of the run.
pub(crate) const SAME_RULES: &str = "rules_as_run";

/// The names of a criterion's cells.
#[derive(Clone, Debug)]
pub(crate) struct CriterionNames {
    /// The weight as typed.
    pub(crate) weight: String,
    /// The weight in thousandths.
    pub(crate) whole: String,
}

/// The names of the cells of all criteria with a direction; different ones, whatever the ids are.
pub(crate) fn criterion_names(report: &Report) -> Vec<CriterionNames> {
    let mut taken: Vec<String> = Vec::new();
    for criterion in report.weighable() {
        let letter = |c: char| if c.is_ascii_alphanumeric() { c.to_ascii_lowercase() } else { '_' };
        // Excel's limit on a name is 255 characters.
        let stem: String = criterion.id.chars().map(letter).take(200).collect();
        let number = (2..).map(|n| format!("{stem}_{n}"));
        let free = std::iter::once(stem.clone()).chain(number).find(|name| !taken.contains(name));
        taken.push(free.unwrap_or(stem));
    }
    let names = |id: &String| CriterionNames { weight: format!("weight_{id}"), whole: format!("thousandths_{id}") };
    taken.iter().map(names).collect()
}

/// The name of a threshold's cell.
pub(crate) fn threshold(threshold: Threshold) -> String {
    format!("threshold_{}", threshold.key())
}

/// The name of the whole number that a threshold counts as.
pub(crate) fn whole_threshold(threshold: Threshold) -> String {
    format!("whole_{}", threshold.key())
}

/// The whole number that a cell counts as in units of its last decimal, from 0 up. It is rounded as a decimal number first:
/// 1.0005 times 1,000 is a little less than a half above 1,000.
pub(crate) fn whole(cell: &str, decimals: u32) -> String {
    format!("ROUND(ROUND(MAX(0,N({cell})),{decimals})*{},0)", 10_u32.pow(decimals))
}

/// Whether weights and thresholds count as they did in the run.
pub(crate) fn is_as_in_the_run(report: &Report) -> String {
    let names = criterion_names(report);
    let weights =
        report.weighable().zip(&names).map(|(criterion, names)| format!("{}={}", names.whole, criterion.thousandths));
    let thresholds =
        report.thresholds().map(|threshold| format!("{}={}", whole_threshold(threshold.threshold), threshold.value));
    format!("AND({})", weights.chain(thresholds).collect::<Vec<_>>().join(","))
}

/// Where the variables of the rule stand on the sheet.
pub(super) struct Places<'r> {
    names: Vec<CriterionNames>,
    /// Whether anything could put a function on hold.
    has_constraints: bool,
    /// The letters of a column, given its kind and the criterion that it is about.
    letters: &'r dyn Fn(Kind, usize) -> String,
}

impl<'r> Places<'r> {
    /// Those of a report, given where the columns stand.
    pub(super) fn of(report: &Report, letters: &'r dyn Fn(Kind, usize) -> String) -> Self {
        Places { names: criterion_names(report), has_constraints: report.has_constraints(), letters }
    }

    /// An expression as a formula of a spreadsheet.
    pub(super) fn formula(&self, expression: &Expression) -> String {
        print(expression, &|variable| self.cell(variable))
    }

    fn cell(&self, variable: Variable) -> String {
        // The cell of a column in the formula's own row.
        let of_criterion = |kind, i| format!("{}#", (self.letters)(kind, i));
        let at = |kind| of_criterion(kind, 0);
        match variable {
            Variable::Weight(i) => self.names[i].whole.clone(),
            Variable::Evidence(i) => format!("N({})", of_criterion(Kind::Evidence, i)),
            Variable::HasEvidence(i) => format!("ISNUMBER({})", of_criterion(Kind::Evidence, i)),
            // As texts, for to Excel an empty cell is 0.
            Variable::Given(i) => format!("{}&\"\"", of_criterion(Kind::Evidence, i)),
            Variable::AsJudged(i) => format!("{}&\"\"", of_criterion(Kind::AsJudged, i)),
            Variable::Least(i) => of_criterion(Kind::Least, i),
            Variable::Most(i) => of_criterion(Kind::Most, i),
            Variable::Torn(i) => of_criterion(Kind::Torn, i),
            Variable::Weighted => at(Kind::Weighted),
            Variable::WeightedLeast => at(Kind::WeightedLeast),
            Variable::WeightedMost => at(Kind::WeightedMost),
            Variable::Weights => WEIGHTS.to_owned(),
            Variable::Width => WIDTH.to_owned(),
            Variable::Verdict => at(Kind::Verdict),
            Variable::Standing => at(Kind::Standing),
            Variable::Strength => at(Kind::Strength),
            Variable::Flag => at(Kind::Flag),
            Variable::SameRules => SAME_RULES.to_owned(),
            Variable::Unchanged => at(Kind::Unchanged),
            Variable::Robustness => unless_empty(&at(Kind::RobustnessOfRun)),
            Variable::RobustnessLow => unless_empty(&at(Kind::RobustnessLowOfRun)),
            Variable::Margin => unless_empty(&at(Kind::MarginOfRun)),
            Variable::Fragile => at(Kind::FragileOfRun),
            Variable::OnHold if !self.has_constraints => "0".to_owned(),
            Variable::OnHold => format!("({}<>\"\")*1", at(Kind::Hold)),
            Variable::OneReading => at(Kind::OneReadingOfRun),
            Variable::Threshold(threshold) => whole_threshold(threshold),
            Variable::Level(_) | Variable::Known(_) => unreachable!("levels are not in the workbook"),
        }
    }
}

/// What a cell holds; to a formula, an empty cell would be 0.
fn unless_empty(cell: &str) -> String {
    format!("IF({cell}=\"\",\"\",{cell})")
}

/// An expression as a formula of a spreadsheet, given where its variables stand.
pub(crate) fn print(expression: &Expression, at: &dyn Fn(Variable) -> String) -> String {
    let all = |parts: &[Expression], between: &str, of: &dyn Fn(&Expression) -> String| {
        parts.iter().map(of).collect::<Vec<_>>().join(between)
    };
    let plain = |part: &Expression| print(part, at);
    // What binds less than what it stands in is put in brackets.
    let within = |part: &Expression, in_product: bool| match part {
        Expression::Compare(..) => format!("({})", plain(part)),
        Expression::Sum(_) | Expression::Quotient(_) if in_product => format!("({})", plain(part)),
        _ => plain(part),
    };
    match expression {
        Expression::Number(number) => number.to_string(),
        Expression::Word(word) => format!("\"{}\"", word.name()),
        Expression::Variable(variable) => at(*variable),
        Expression::Sum(parts) => all(parts, "+", &|part| within(part, false)),
        Expression::Difference(parts) => format!("({}-{})", within(&parts[0], false), within(&parts[1], true)),
        Expression::Product(parts) => all(parts, "*", &|part| within(part, true)),
        Expression::Least(parts) => format!("MIN({})", all(parts, ",", &plain)),
        Expression::Greatest(parts) => format!("MAX({})", all(parts, ",", &plain)),
        Expression::Magnitude(part) => format!("ABS({})", plain(part)),
        Expression::Compare(comparison, parts) => {
            let sign = match comparison {
                Comparison::Below => "<",
                Comparison::AtMost => "<=",
                Comparison::Equal => "=",
                Comparison::Above => ">",
            };
            format!("{}{sign}{}", within(&parts[0], false), within(&parts[1], false))
        }
        Expression::Quotient(parts) => format!("{}/{}", within(&parts[0], true), within(&parts[1], true)),
        Expression::Any(parts) => format!("OR({})", all(parts, ",", &plain)),
        Expression::All(parts) => format!("AND({})", all(parts, ",", &plain)),
        Expression::Listed(parts) => {
            let word =
                |(holds, reason): &(Expression, Review)| format!("IF({},\", {}\",\"\")", plain(holds), reason.name());
            format!("MID({},3,{LONGEST_TEXT})", parts.iter().map(word).collect::<Vec<_>>().join("&"))
        }
        Expression::Choice(parts) => format!("IF({})", all(parts.as_slice(), ",", &plain)),
    }
}
