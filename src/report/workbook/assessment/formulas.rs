//! The formulas that judge again by other weights: the same rule as the program's, on the same whole numbers.
//!
//! The rule is printed from [`crate::assessment::formula`]. The formulas are over defined names on the criteria sheet and over
//! the columns beside the table. They use nothing that Excel 2016 and `LibreOffice` do not both have, and no text of the data.

use super::kinds::Kind;
use crate::assessment::Verdict;
use crate::assessment::formula::{self, Comparison, Expression, Variable, Word};
use crate::report::view::report::Report;
use crate::rulebook::Threshold;

/// The sum of the whole weights of all criteria with a direction.
pub(crate) const WEIGHTS: &str = "weights_in_all";
/// How far apart the weighted bounds are where nothing is known.
pub(crate) const WIDTH: &str = "width_in_all";
/// Whether the same criteria have a weight as in the run.
pub(crate) const SAME_CRITERIA: &str = "criteria_as_run";

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

/// The rule of the verdict, over the columns of a sheet.
pub(super) struct Rule<'r> {
    names: Vec<CriterionNames>,
    /// The bounds of each criterion where nothing is known of it.
    unknown: Vec<(i8, i8)>,
    /// The letters of a column, given its kind and the criterion that it is about.
    letters: &'r dyn Fn(Kind, usize) -> String,
}

impl<'r> Rule<'r> {
    /// The rule of a report, given where the columns stand.
    pub(super) fn of(report: &Report, letters: &'r dyn Fn(Kind, usize) -> String) -> Self {
        let unknown = report.weighable().map(|criterion| criterion.unknown).collect();
        Rule { names: criterion_names(report), unknown, letters }
    }

    /// The cell of a column in the formula's own row.
    fn at(&self, kind: Kind) -> String {
        self.of_criterion(kind, 0)
    }

    fn of_criterion(&self, kind: Kind, criterion: usize) -> String {
        format!("{}#", (self.letters)(kind, criterion))
    }

    /// A part of the evidence of all criteria, each times its weight.
    pub(super) fn weighted(&self, part: fn(usize) -> Variable) -> String {
        self.print(&formula::weighted(self.names.len(), part))
    }

    /// A weighted sum over the weights.
    pub(super) fn mean(&self, sum: Kind) -> String {
        format!("IF({WEIGHTS}=0,\"\",{}/{WEIGHTS})", self.at(sum))
    }

    /// The share of the possible evidence that is known.
    pub(super) fn coverage(&self) -> String {
        format!("IF({WIDTH}=0,0,{}/{WIDTH})", self.print(&formula::known_width()))
    }

    /// How undisputed the verdict is.
    pub(super) fn strength(&self) -> String {
        self.print(&formula::strength(self.names.len()))
    }

    /// An expression as a formula of a spreadsheet.
    pub(super) fn print(&self, expression: &Expression) -> String {
        print(expression, &|variable| self.cell(variable))
    }

    /// Where something that the rule is about stands.
    fn cell(&self, variable: Variable) -> String {
        match variable {
            Variable::Weight(i) => self.names[i].whole.clone(),
            Variable::Evidence(i) => format!("N({})", self.of_criterion(Kind::Evidence, i)),
            Variable::Least(i) => self.bound(i, Kind::Least, self.unknown[i].0),
            Variable::Most(i) => self.bound(i, Kind::Most, self.unknown[i].1),
            Variable::Torn(i) => format!("{}*({})", self.of_criterion(Kind::Torn, i), self.is_as_judged(i)),
            Variable::Weighted => self.at(Kind::Weighted),
            Variable::WeightedLeast => self.at(Kind::WeightedLeast),
            Variable::WeightedMost => self.at(Kind::WeightedMost),
            Variable::Weights => WEIGHTS.to_owned(),
            Variable::Width => WIDTH.to_owned(),
            Variable::Verdict => self.at(Kind::Verdict),
            Variable::Billionths => format!("ROUND(N({})*1000000000,0)", self.at(Kind::Robustness)),
            Variable::Threshold(threshold) => whole_threshold(threshold),
            Variable::Level(_) | Variable::Known(_) => unreachable!("levels are not in the workbook"),
        }
    }

    /// Whether the evidence of a criterion is that of the run. As texts, for to Excel an empty cell is 0.
    fn is_as_judged(&self, i: usize) -> String {
        format!("{}&\"\"={}&\"\"", self.of_criterion(Kind::Evidence, i), self.of_criterion(Kind::AsJudged, i))
    }

    /// A bound of a criterion: evidence that was typed over is known, and where it was deleted nothing is.
    fn bound(&self, i: usize, bound: Kind, unknown: i8) -> String {
        let (evidence, bound) = (self.of_criterion(Kind::Evidence, i), self.of_criterion(bound, i));
        format!("IF({},{bound},IF(ISNUMBER({evidence}),{evidence},{unknown}))", self.is_as_judged(i))
    }

    /// The share of weightings on the verdict's side; a split is kept where nothing pulls at all.
    pub(super) fn robustness(&self) -> String {
        let [bpo, outsourcing, split, _] = Verdict::ALL.map(quoted);
        let (verdict, above, below) = (self.at(Kind::Verdict), self.at(Kind::ShareAbove), self.at(Kind::ShareBelow));
        let all_as_judged: Vec<String> = (0..self.names.len()).map(|i| self.is_as_judged(i)).collect();
        let all_as_judged = all_as_judged.join(",");
        format!(
            "IF(OR({SAME_CRITERIA}=0,NOT(AND({all_as_judged}))),\"\",IF({verdict}={bpo},{above},IF({verdict}={outsourcing},{below},IF({verdict}={split},IF({above}+{below}=0,1,0),\"\"))))"
        )
    }

    /// How many reasons for a review there are.
    pub(super) fn flag(&self) -> String {
        let review = self.at(Kind::Review);
        format!("IF({review}=\"\",0,IF(ISNUMBER(FIND(\",\",{review})),2,1))")
    }

    /// Why a person should look at the function again.
    pub(super) fn review(&self) -> String {
        let (verdict, robustness) = (self.at(Kind::Verdict), self.at(Kind::Robustness));
        let near = self.print(&formula::is_near_zero());
        let fragile = format!("AND(ISNUMBER({robustness}),{})", self.print(&formula::is_fragile()));
        let of_direction =
            format!("IF({near},IF({fragile},\"borderline, fragile\",\"borderline\"),IF({fragile},\"fragile\",\"\"))");
        let split = quoted(Verdict::Split);
        let has_direction = self.print(&formula::has_direction());
        format!("IF({verdict}={split},\"split\",IF({has_direction},{of_direction},\"\"))")
    }
}

/// An expression as a formula of a spreadsheet, given where its variables stand.
fn print(expression: &Expression, at: &dyn Fn(Variable) -> String) -> String {
    let all = |parts: &[Expression], between: &str, of: &dyn Fn(&Expression) -> String| {
        parts.iter().map(of).collect::<Vec<_>>().join(between)
    };
    let plain = |part: &Expression| print(part, at);
    // What binds less than what it stands in is put in brackets.
    let within = |part: &Expression, in_product: bool| match part {
        Expression::Compare(..) => format!("({})", plain(part)),
        Expression::Sum(_) if in_product => format!("({})", plain(part)),
        _ => plain(part),
    };
    match expression {
        Expression::Number(number) => number.to_string(),
        Expression::Word(Word::Verdict(verdict)) => quoted(*verdict),
        Expression::Word(Word::Strength(strength)) => format!("\"{}\"", strength.name()),
        Expression::Word(Word::Nothing) => "\"\"".to_owned(),
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
        Expression::Any(parts) => format!("OR({})", all(parts, ",", &plain)),
        Expression::Choice(parts) => format!("IF({})", all(parts.as_slice(), ",", &plain)),
    }
}

fn quoted(verdict: Verdict) -> String {
    format!("\"{}\"", verdict.name())
}
