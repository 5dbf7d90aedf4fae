//! The formulas that judge again by other weights: the same rule as the program's, on the same whole numbers.
//!
//! The rule is printed from [`crate::assessment::formula`]. The formulas are over defined names on the criteria sheet and over
//! the columns beside the table. They use nothing that Excel 2016 and `LibreOffice` do not both have, and no text of the data.

use super::kinds::Kind;
use crate::assessment::Review;
use crate::assessment::formula::{Expression, Variable};
use crate::problem::column_letters;
use crate::report::lists::Play;
use crate::report::view::report::Report;
use crate::report::words::messages::Messages;
use crate::report::workbook::kit::cells::{LONGEST_TEXT, in_formula};
use crate::report::workbook::kit::table::CHANGED_SINCE_RUN;
use crate::rulebook::{AttributeId, Poles, Threshold};
use crate::sheets::{BETWEEN, LEVEL_WORDS, Name};

/// The sum of the whole weights of all criteria with a direction.
pub(crate) const WEIGHTS: &str = "weights_in_all";
/// How far apart the weighted bounds are where nothing is known.
pub(crate) const WIDTH: &str = "width_in_all";
/// Whether weights and thresholds are those of the run.
pub(crate) const SAME_RULES: &str = "rules_as_run";

/// The number of the scenario that is shown, from 1; 0 for the run.
pub(crate) const SCENARIO: &str = "scenario_number";
/// What stands in a cell for a level that a scenario leaves unknown.
pub(super) const NOT_KNOWN: &str = "-";

/// What a formula comes to, or in some scenarios another one.
pub(crate) fn in_scenarios(formula: String, others: impl DoubleEndedIterator<Item = (usize, String)>) -> String {
    others.rev().fold(formula, |rest, (play, other)| format!("IF({SCENARIO}={},{other},{rest})", play + 1))
}

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

/// The whole number that a cell counts as in units of its last decimal; what is no number in the range counts as in the run.
/// It is rounded as a decimal number first: 1.0005 times 1,000 is a little less than a half above 1,000.
pub(crate) fn whole(cell: &str, decimals: u32, range: [i64; 2], of_run: i64) -> String {
    let rounded = format!("ROUND(ROUND({cell},{decimals})*{},0)", 10_u32.pow(decimals));
    format!("IFERROR(IF({},{rounded},{of_run}),{of_run})", is_within(cell, decimals, range))
}

/// Whether a cell holds a number of a range; where no decimals count, a part of 1 is a per cent that was typed for a whole number.
pub(crate) fn is_within(cell: &str, decimals: u32, [least, most]: [i64; 2]) -> String {
    let is_whole = if decimals == 0 { format!(",OR({cell}=0,{cell}>=1)") } else { String::new() };
    format!("IF(ISNUMBER({cell}),AND({cell}>={least},{cell}<={most}{is_whole}),FALSE)")
}

/// How many weights, and how many thresholds, do not count as they did in the run.
pub(crate) fn changed_rules(report: &Report) -> [String; 2] {
    let sum = |differ: Vec<String>| if differ.is_empty() { "0".to_owned() } else { differ.join("+") };
    let names = criterion_names(report);
    let weights = report.weighable().zip(&names);
    let weights = weights.map(|(criterion, names)| format!("({}<>{})", names.whole, criterion.thousandths));
    let thresholds = report.thresholds();
    let thresholds = thresholds.map(|line| format!("({}<>{})", whole_threshold(line.threshold), line.value));
    [sum(weights.collect()), sum(thresholds.collect())]
}

/// Whether weights and thresholds count as they did in the run, and no scenario is shown.
pub(crate) fn is_as_in_the_run(report: &Report) -> String {
    let [weights, thresholds] = changed_rules(report);
    let scenario = if report.plays().is_empty() { String::new() } else { format!("+{SCENARIO}") };
    format!("{weights}+{thresholds}{scenario}=0")
}

/// What decides, in the order of the columns.
#[derive(Debug)]
pub(super) struct Deciding<'r> {
    /// The poles of the criteria with a direction.
    pub(super) poles: Vec<&'r Poles>,
    /// Their attributes.
    pub(super) attributes: Vec<AttributeId>,
    /// Those on which raters disagree for some function.
    pub(super) disputed: Vec<AttributeId>,
    /// The columns of the table that the attributes' levels are read from.
    pub(super) columns0: Vec<u16>,
    /// What scenarios count otherwise; none where there are no formulas.
    pub(super) plays: &'r [Play],
    /// What each of them assumes: its position, and that among its levels.
    pub(super) assumed: Vec<(usize, usize)>,
    /// The attributes of which any of them assumes something.
    pub(super) in_scenarios: Vec<AttributeId>,
}

impl<'r> Deciding<'r> {
    pub(super) fn of(report: &'r Report) -> Self {
        let (poles, attributes) = (report.poles(), report.deciding_attributes());
        let columns0 = if report.is_live() { report.deciding_columns(&attributes) } else { Vec::new() };
        let plays = if report.is_live() { report.plays() } else { &[] };
        let of_play = |(position, play): (usize, &Play)| (0..play.levels.len()).map(move |at| (position, at));
        let assumed: Vec<(usize, usize)> = plays.iter().enumerate().flat_map(of_play).collect();
        let is_assumed = |id: &AttributeId| assumed.iter().any(|(play, at)| plays[*play].levels[*at].0 == *id);
        let in_scenarios = attributes.iter().copied().filter(is_assumed).collect();
        Deciding { poles, attributes, disputed: report.disputed_attributes(), columns0, plays, assumed, in_scenarios }
    }
}

/// What a cell follows, given the position of what its column is about.
#[derive(Clone, Copy)]
pub(super) enum Follows {
    /// The rule.
    Rule(fn(&Deciding, usize) -> Expression),
    /// The level that was typed beside it.
    Level,
    /// That level, or what the scenario that is shown assumes.
    Scenario,
    /// The cells that levels were read from.
    CellsChanged,
    /// All that was changed in the row.
    Changes,
}

/// The word that stands for a level.
pub(super) fn level_in_words(say: &Messages, level: u8) -> Option<&'static str> {
    LEVEL_WORDS.iter().find(|(known, _)| *known == level).map(|(_, word)| say.name(*word))
}

/// Of a cell with the lowest and the highest level as numbers, one of them.
pub(crate) fn answer_in(cell: &str, is_highest: bool) -> String {
    let at = format!("FIND(\"{BETWEEN}\",{cell})");
    if is_highest { format!("VALUE(MID({cell},{at}+1,3))") } else { format!("VALUE(LEFT({cell},{at}-1))") }
}

/// Whether a cell holds what raters disagree on, 1 or 0.
pub(crate) fn is_disputed(cell: &str) -> String {
    format!("ISNUMBER(FIND(\"{BETWEEN}\",{cell}))*1")
}

/// A header that says what was changed, once something was.
pub(super) fn header_of_changes(header: &str) -> String {
    let header = in_formula(header);
    format!("IF({CHANGED_SINCE_RUN}=\"\",{header},{header}&\": \"&{CHANGED_SINCE_RUN})")
}

/// How many of some cells hold something that is no level.
pub(super) fn count_of_others(say: &Messages, cells: &str) -> String {
    let words =
        LEVEL_WORDS.iter().map(|(_, word)| format!("-COUNTIF({cells},\"{}\")", say.name(*word))).collect::<String>();
    format!("COUNTA({cells}){words}-COUNTIFS({cells},\">=0\",{cells},\"<=100\")")
}

/// Whether a cell holds neither nothing nor a level.
pub(super) fn is_no_level(say: &Messages, cell: &str) -> String {
    let is_word = |(_, word): &(u8, Name)| format!("{cell}=\"{}\"", say.name(*word));
    let words = LEVEL_WORDS.iter().map(is_word).collect::<Vec<_>>().join(",");
    format!("IFERROR(NOT(OR({cell}=\"\",{words},{})),TRUE)", is_level(cell))
}

/// Whether two cells show different things, or the first an error that the other does not.
pub(super) fn is_other(now: &str, then: &str) -> String {
    format!("IFERROR({now}&\"\"<>{then}&\"\",NOT(ISERROR({then})))")
}

/// Whether a cell holds a number that is a level. A fraction may be a part of the scale as well, unless it shows as a per cent.
fn is_level(cell: &str) -> String {
    let fraction = format!("IF(AND(N({cell})>0,N({cell})<1),{},TRUE)", is_percent(cell));
    format!("AND(ISNUMBER({cell}),ABS(N({cell})-50)<=50,{fraction})")
}

/// Whether a cell shows as a per cent.
fn is_percent(cell: &str) -> String {
    format!("LEFT(CELL(\"format\",{cell}),1)=\"P\"")
}

/// Where the variables of the rule stand on the sheet.
pub(super) struct Places<'r> {
    say: &'r Messages,
    names: Vec<CriterionNames>,
    deciding: &'r Deciding<'r>,
    /// Whether anything could put a function on hold.
    has_constraints: bool,
    /// The letters of a column, given its kind and the criterion that it is about.
    letters: &'r dyn Fn(Kind, usize) -> String,
}

impl<'r> Places<'r> {
    /// Those of a report, given where the columns stand.
    pub(super) fn of(
        report: &'r Report,
        deciding: &'r Deciding<'r>,
        letters: &'r dyn Fn(Kind, usize) -> String,
    ) -> Self {
        let say = report.say();
        Places { say, names: criterion_names(report), deciding, has_constraints: report.has_constraints(), letters }
    }

    /// What a cell follows, as a formula of a spreadsheet.
    pub(super) fn formula(&self, follows: Follows, at: usize) -> String {
        match follows {
            Follows::Rule(rule) => print(self.say, &rule(self.deciding, at), &|variable| self.cell(variable)),
            Follows::Level => self.figure(at),
            Follows::Scenario => self.in_scenario(at),
            Follows::CellsChanged => self.cells_changed(),
            Follows::Changes => self.changes(),
        }
    }

    /// The cell of a column in the formula's own row.
    fn in_row(&self, kind: Kind, at: usize) -> String {
        format!("{}#", (self.letters)(kind, at))
    }

    /// How much of the row was changed since the run.
    fn changes(&self) -> String {
        format!("{}+{}", self.in_row(Kind::LevelsChanged, 0), self.in_row(Kind::CellsChanged, 0))
    }

    /// The number that stands for the level of an attribute; what is no level counts as what was read.
    fn figure(&self, attribute: usize) -> String {
        let (typed, read) = (self.in_row(Kind::Level, attribute), self.in_row(Kind::AsRead, attribute));
        let other = unless_empty(&read);
        // A format is asked for where it counts alone, as that takes time.
        let times = format!("IF(AND({typed}>0,{typed}<=1),IF({},100,1),1)", is_percent(&typed));
        let number = format!("IF({},ROUND({typed}*{times},0),{other})", is_level(&typed));
        let words = LEVEL_WORDS
            .iter()
            .fold(number, |other, (level, word)| format!("IF({typed}=\"{}\",{level},{other})", self.say.name(*word)));
        format!("IFERROR(IF({typed}=\"\",\"\",{words}),{other})")
    }

    /// The level of an attribute in the scenario that is shown; what is typed counts in all of them.
    fn in_scenario(&self, at: usize) -> String {
        let Deciding { plays, assumed, in_scenarios, .. } = self.deciding;
        let id = in_scenarios[at];
        let [typed, read] = [Kind::Figure, Kind::AsRead].map(|kind| self.in_row(kind, self.attribute(id)));
        let of_attribute = assumed.iter().enumerate().filter(|(_, (play, at))| plays[*play].levels[*at].0 == id);
        let shown = of_attribute.fold(typed.clone(), |rest, (column, (play, _))| {
            let level = self.in_row(Kind::Assumed, column);
            let known = format!("IF({level}=\"{NOT_KNOWN}\",\"\",{level})");
            format!("IF(({SCENARIO}={})*({level}<>\"\"),{known},{rest})", play + 1)
        });
        format!("IF({typed}&\"\"={read}&\"\",{shown},{typed})")
    }

    /// The cell with the level of an attribute that counts.
    fn level(&self, id: AttributeId) -> String {
        match self.deciding.in_scenarios.iter().position(|known| *known == id) {
            Some(at) => self.in_row(Kind::InForce, at),
            None => self.in_row(Kind::Figure, self.attribute(id)),
        }
    }

    /// How many of the cells that levels were read from are not those of the run.
    fn cells_changed(&self) -> String {
        let is_other = |(at, column0): (usize, &u16)| {
            let (now, then) = (format!("{}#", column_letters(*column0)), self.in_row(Kind::AsExported, at));
            // As texts, for to Excel an empty cell is 0; what is an error has no text.
            format!("IFERROR(IF({now}&\"\"={then}&\"\",0,1),IF(ISERROR({now})*ISERROR({then}),0,1))")
        };
        let each: Vec<String> = self.deciding.columns0.iter().enumerate().map(is_other).collect();
        if each.is_empty() { "0".to_owned() } else { each.join("+") }
    }

    fn attribute(&self, id: AttributeId) -> usize {
        let at = self.deciding.attributes.iter().position(|known| *known == id);
        at.expect("the rule is about the attributes of its criteria")
    }

    fn cell(&self, variable: Variable) -> String {
        let of = |kind, i| self.in_row(kind, i);
        let at = |kind| of(kind, 0);
        match variable {
            Variable::Weight(i) => self.names[i].whole.clone(),
            Variable::Evidence(i) => format!("N({})", of(Kind::Evidence, i)),
            Variable::Least(i) => of(Kind::Least, i),
            Variable::Most(i) => of(Kind::Most, i),
            Variable::Torn(i) => of(Kind::Torn, i),
            // As texts, for to Excel an empty cell is 0.
            Variable::Given(id) => format!("{}&\"\"", of(Kind::Figure, self.attribute(id))),
            Variable::AsRead(id) => format!("{}&\"\"", of(Kind::AsRead, self.attribute(id))),
            Variable::LevelsChanged => at(Kind::LevelsChanged),
            Variable::Level(id) => self.level(id),
            Variable::Known(id) => format!("ISNUMBER({})", self.level(id)),
            Variable::Disputed(id) => is_disputed(&self.level(id)),
            Variable::LowestAnswer(id) => answer_in(&self.level(id), false),
            Variable::HighestAnswer(id) => answer_in(&self.level(id), true),
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
        }
    }
}

/// What a cell holds; to a formula, an empty cell would be 0.
fn unless_empty(cell: &str) -> String {
    format!("IF({cell}=\"\",\"\",{cell})")
}

/// An expression as a formula of a spreadsheet, given where its variables stand.
pub(crate) fn print(say: &Messages, expression: &Expression, at: &dyn Fn(Variable) -> String) -> String {
    let all = |parts: &[Expression], between: &str, of: &dyn Fn(&Expression) -> String| {
        parts.iter().map(of).collect::<Vec<_>>().join(between)
    };
    let plain = |part: &Expression| print(say, part, at);
    // What binds less than what it stands in is put in brackets.
    let within = |part: &Expression, in_product: bool| match part {
        Expression::Compare(..) => format!("({})", plain(part)),
        Expression::Sum(_) | Expression::Quotient(_) if in_product => format!("({})", plain(part)),
        _ => plain(part),
    };
    match expression {
        Expression::Number(number) => number.to_string(),
        Expression::Word(word) => format!("\"{}\"", say.word(*word)),
        Expression::Variable(variable) => at(*variable),
        Expression::Sum(parts) => all(parts, "+", &|part| within(part, false)),
        Expression::Difference(parts) => format!("({}-{})", within(&parts[0], false), within(&parts[1], true)),
        Expression::Product(parts) => all(parts, "*", &|part| within(part, true)),
        Expression::Least(parts) => format!("MIN({})", all(parts, ",", &plain)),
        Expression::Greatest(parts) => format!("MAX({})", all(parts, ",", &plain)),
        Expression::Magnitude(part) => format!("ABS({})", plain(part)),
        Expression::Compare(comparison, parts) => {
            format!("{}{}{}", within(&parts[0], false), comparison.sign(), within(&parts[1], false))
        }
        Expression::Quotient(parts) => format!("{}/{}", within(&parts[0], true), within(&parts[1], true)),
        Expression::Any(parts) => format!("OR({})", all(parts, ",", &plain)),
        Expression::All(parts) => format!("AND({})", all(parts, ",", &plain)),
        Expression::Listed(parts) => {
            let word = |(holds, reason): &(Expression, Review)| {
                format!("IF({},\", {}\",\"\")", plain(holds), say.reviewed(*reason))
            };
            format!("MID({},3,{LONGEST_TEXT})", parts.iter().map(word).collect::<Vec<_>>().join("&"))
        }
        Expression::Choice(parts) => format!("IF({})", all(parts.as_slice(), ",", &plain)),
    }
}
