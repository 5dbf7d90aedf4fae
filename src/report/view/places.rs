//! Where functions and candidates are, and whose work they are: totals by department and by location, people by place and
//! verdict.

use super::judged::Judged;
use crate::assessment::Verdict;
use crate::portfolio::{self, Group, Totals};
use crate::report::lists::{Breakdown, GroupLine, Headline, Jobs, JobsLine, Places};
use crate::report::words::figures::{precision, shortened};
use crate::report::words::messages::Messages;
use crate::rulebook::AttributeId;

/// The most groups in a breakdown; the others are added up.
const MOST_GROUPS: usize = 20;
/// The most characters of a name in a title.
pub(crate) const LONGEST_NAMED: usize = 48;

/// The name of a dimension, in a message.
type Word = fn(&Messages) -> &str;
/// So many more groups, in a message.
type Others = fn(&Messages, usize) -> String;

/// A way to divide the portfolio.
struct Dimension<'p> {
    groups: &'p [Group],
    attribute: Option<AttributeId>,
    name: Word,
    shows: Word,
    others: Others,
}

impl<'a> Judged<'a> {
    fn dimensions(&self) -> [Dimension<'a>; 2] {
        let (portfolio, roles) = (self.portfolio, &self.rulebook.roles);
        [
            Dimension {
                groups: &portfolio.departments,
                attribute: roles.department,
                name: Messages::department,
                shows: Messages::groups_by_department,
                others: Messages::group_other_departments,
            },
            Dimension {
                groups: &portfolio.locations,
                attribute: roles.location,
                name: Messages::location,
                shows: Messages::groups_by_location,
                others: Messages::group_other_locations,
            },
        ]
    }

    /// Where the candidates are.
    pub(crate) fn places(&self) -> Places {
        let roles = &self.rulebook.roles;
        let of = |dimension: &Dimension| {
            let [name, shows] = [dimension.name, dimension.shows].map(|word| word(self.say()).to_owned());
            let read = [dimension.attribute, roles.annual_cost, roles.fte];
            let groups = self.groups(dimension);
            Breakdown { shows, dimension: name, groups, source: self.source_of(read.into_iter().flatten()) }
        };
        let dimensions = self.dimensions();
        let most = dimensions.iter().find(|dimension| named(dimension.groups).count() > 1);
        let most = most.or_else(|| dimensions.iter().find(|dimension| named(dimension.groups).count() > 0));
        let finding = most.map_or(String::new(), |dimension| self.most_candidates(dimension.groups));
        let counts = [Messages::places_departments as Others, Messages::places_locations];
        let counted: Vec<String> = dimensions
            .iter()
            .zip(counts)
            .filter(|(dimension, _)| named(dimension.groups).next().is_some())
            .map(|(dimension, counted)| counted(self.say(), named(dimension.groups).count()))
            .collect();
        let several = dimensions.iter().any(|dimension| named(dimension.groups).count() > 1);
        let lead = if several { self.say().places_lead(&self.say().listed(&counted)) } else { String::new() };
        Places {
            heading: Headline { topic: self.say().places_heading().to_owned(), finding, lead },
            breakdowns: dimensions.iter().map(of).filter(|breakdown| !breakdown.groups.is_empty()).collect(),
        }
    }

    /// Which group has most of the candidates, by their cost where that can be added up, else by their number.
    fn most_candidates(&self, groups: &[Group]) -> String {
        let say = self.say();
        let all: Vec<&Group> = named(groups).collect();
        if let ([only], true) = (all.as_slice(), all.len() == groups.len()) {
            return say.places_one(&shortened(&only.name, LONGEST_NAMED));
        }
        let total = groups.iter().map(|group| candidates(&group.verdicts)).sum::<usize>();
        if total == 0 {
            return say.places_no_candidates(all.len());
        }
        if let Some((name, share)) = self.most_cost(groups) {
            return say.places_most_cost(&shortened(name, LONGEST_NAMED), &self.say().percent(share));
        }
        let most = all.iter().map(|group| candidates(&group.verdicts)).max().unwrap_or(0);
        let leading: Vec<String> = all
            .iter()
            .filter(|group| candidates(&group.verdicts) == most)
            .map(|group| shortened(&group.name, LONGEST_NAMED))
            .collect();
        match leading.as_slice() {
            _ if most == 0 => say.places_unnamed(total),
            [only] => say.places_most(only, most, total),
            [_, _] => say.places_most_each(&say.listed(&leading), most, total),
            several => say.places_most_several(several.len(), most, total),
        }
    }

    /// The group whose candidates cost most, and its share of what all of them cost; none where that cannot be told.
    fn most_cost<'g>(&self, groups: &'g [Group]) -> Option<(&'g str, f64)> {
        let cost = |group: &Group| candidate_cost(&group.verdicts);
        let can_be_added = self.inventory.currencies.len() == 1 && groups.iter().all(|group| cost(group) >= 0.0);
        let all = groups.iter().map(cost).sum::<f64>();
        let most = named(groups).max_by(|one, other| cost(one).total_cmp(&cost(other)))?;
        (can_be_added && all > 0.0 && cost(most) > 0.0).then(|| (most.name.as_str(), cost(most) / all))
    }

    /// The named groups, then the functions of none; nothing where no group has a name.
    fn groups(&self, dimension: &Dimension) -> Vec<GroupLine> {
        let all: Vec<_> = named(dimension.groups).collect();
        if all.is_empty() {
            return Vec::new();
        }
        let unnamed = dimension.groups.iter().find(|group| group.name.is_empty());
        let room = MOST_GROUPS - usize::from(unnamed.is_some());
        let shown = if all.len() > room { room - 1 } else { all.len() };
        let (first, rest) = all.split_at(shown);
        let mut summed: Vec<Group> = first.iter().map(|group| (*group).clone()).collect();
        if let Some((head, tail)) = rest.split_first() {
            let mut sum = (*head).clone();
            for group in tail {
                sum.merge(group);
            }
            sum.name = (dimension.others)(self.say(), rest.len());
            summed.push(sum);
        }
        summed.extend(unnamed.map(|group| Group { name: self.say().group_not_stated().to_owned(), ..group.clone() }));
        let decimals = precision(summed.iter().map(|group| group.all.fte));
        let line = |group: &Group| {
            let [bpo, outsourcing, ..] = &group.verdicts;
            let mut both = bpo.clone();
            both.merge(outsourcing);
            // Amounts in several currencies are long enough in short.
            let shown = if self.inventory.currencies.len() > 1 { Messages::short_money } else { Messages::money };
            GroupLine {
                name: group.name.clone(),
                functions: group.verdicts.each_ref().map(|totals| totals.functions),
                cost: self.say().costs(self.inventory, &group.all, shown),
                candidate_cost: self.say().costs(self.inventory, &both, shown),
                fte: if group.all.with_fte == 0 { String::new() } else { self.say().fixed(group.all.fte, decimals) },
            }
        };
        summed.iter().map(line).collect()
    }

    /// Whose work the functions are, by place and verdict: of those that are done in-house where that is known.
    pub(crate) fn jobs(&self) -> Option<Jobs> {
        let [bpo, outsourcing, ..] = &self.portfolio.verdicts;
        if bpo.with_fte + outsourcing.with_fte == 0 {
            return None;
        }
        let say = self.say();
        let in_house = self.portfolio.candidates.iter().map(|candidates| &candidates.in_house);
        let is_known = in_house.clone().any(|totals| totals.with_fte > 0);
        let of: Vec<&Totals> = if is_known { in_house.collect() } else { vec![bpo, outsourcing] };
        let functions = of.iter().map(|totals| totals.functions).sum();
        let stated = of.iter().map(|totals| totals.with_fte).sum();
        let people: f64 = of.iter().map(|totals| totals.fte).sum();
        let dimensions = self.dimensions();
        let by = dimensions.iter().rev().find(|dimension| named(dimension.groups).next().is_some());
        let lines = self.jobs_lines(by, is_known);
        let shown = say.people(people);
        let one_or_more = if shown == "1" { 1 } else { 2 };
        let sentence = if is_known { Messages::jobs_in_house } else { Messages::jobs_of };
        let sentence = sentence(say, functions, one_or_more, &say.of_all(shown, stated, functions));
        let of = |line: &JobsLine| line.people[0] + line.people[1];
        let named_lines = || lines.iter().filter(|line| line.name != say.group_not_stated());
        let most = named_lines().max_by(|one, other| of(one).total_cmp(&of(other)));
        let finding = match most {
            Some(most) if lines.len() > 1 && of(most) > 0.0 && people > 0.0 => {
                say.jobs_most(&sentence, &shortened(&most.name, LONGEST_NAMED), &self.say().percent(of(most) / people))
            }
            _ => say.jobs_all(&sentence),
        };
        let roles = &self.rulebook.roles;
        let read = [by.and_then(|by| by.attribute), roles.fte, roles.sourcing.filter(|_| is_known)];
        Some(Jobs {
            heading: Headline { topic: say.jobs_heading().to_owned(), finding, lead: say.jobs_lead().to_owned() },
            shows: if is_known { say.jobs_show_in_house() } else { say.jobs_show() }.to_owned(),
            dimension: by.map_or(String::new(), |by| (by.name)(say).to_owned()),
            lines,
            source: self.source_of(read.into_iter().flatten()),
        })
    }

    fn jobs_lines(&self, by: Option<&Dimension>, in_house: bool) -> Vec<JobsLine> {
        let whole;
        let groups = match by {
            Some(by) => by.groups,
            None => {
                whole = [self.portfolio.whole()];
                &whole[..]
            }
        };
        let people = |group: &Group| {
            if in_house { group.in_house } else { group.verdicts.each_ref().map(|totals| totals.fte) }
        };
        let mut lines: Vec<(String, [f64; 4])> = groups
            .iter()
            .map(|group| (group.name.clone(), people(group)))
            .filter(|(_, people)| people.iter().sum::<f64>() > 0.0)
            .collect();
        let candidates = |people: &[f64; 4]| people[0] + people[1];
        lines.sort_by(|one, other| {
            one.0.is_empty().cmp(&other.0.is_empty()).then(candidates(&other.1).total_cmp(&candidates(&one.1)))
        });
        if let Some(by) = by.filter(|_| lines.len() > MOST_GROUPS) {
            let rest = lines.split_off(MOST_GROUPS - 1);
            let sum = [0, 1, 2, 3].map(|verdict| rest.iter().map(|(_, people)| people[verdict]).sum());
            lines.push(((by.others)(self.say(), rest.len()), sum));
        }
        let decimals = precision(lines.iter().flat_map(|(_, people)| people.iter().copied()));
        let line = |(name, people): (String, [f64; 4])| JobsLine {
            name: match name.as_str() {
                "" if by.is_none() => self.say().jobs_whole().to_owned(),
                "" => self.say().group_not_stated().to_owned(),
                _ => name,
            },
            shown: people.map(|people| self.say().fixed(people, decimals)),
            all: self.say().fixed(people.iter().sum(), decimals),
            people,
        };
        lines.into_iter().map(line).collect()
    }
}

fn candidates([bpo, outsourcing, ..]: &[Totals; 4]) -> usize {
    bpo.functions + outsourcing.functions
}

fn candidate_cost([bpo, outsourcing, ..]: &[Totals; 4]) -> f64 {
    bpo.cost.iter().chain(&outsourcing.cost).sum()
}

/// The groups that have a name: functions without one are no department or location of their own.
fn named(groups: &[portfolio::Group]) -> impl Iterator<Item = &portfolio::Group> {
    groups.iter().filter(|group| !group.name.is_empty())
}

/// How many candidates of either kind some functions hold, by their verdicts.
pub(crate) fn by_verdict(verdicts: impl Iterator<Item = Verdict>) -> [usize; 4] {
    let mut counts = [0; 4];
    for verdict in verdicts {
        counts[portfolio::position(verdict)] += 1;
    }
    counts
}
