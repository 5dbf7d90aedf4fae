//! The answer in three or four sentences, right in number and grammar for every portfolio.

use crate::assessment::Verdict;
use crate::inventory::Inventory;
use crate::portfolio::{Candidates, Portfolio, Totals, position};
use crate::report::words::messages::Messages;

/// The sentences at the head of every report.
pub(crate) fn headline(
    say: &Messages,
    inventory: &Inventory,
    portfolio: &Portfolio,
    standings: &[String],
    first_answers: Option<&str>,
) -> Vec<String> {
    let [bpo, outsourcing, split, insufficient] = portfolio.verdicts.each_ref().map(|totals| totals.functions);
    let all = portfolio.all.functions;
    let mut sentences = vec![candidates(say, all, bpo, outsourcing)];
    sentences.extend(undecided(say, all, (split, portfolio.neutral), insufficient));
    sentences.extend(cost(say, inventory, portfolio));
    sentences.extend_from_slice(standings);
    sentences.extend(jobs(say, portfolio));
    sentences.extend(first_answers.map(str::to_owned));
    sentences
}

/// Of each kind of candidate how many are firm, provisional, to be looked at again and on hold, and how many somebody else
/// does already.
pub(crate) fn standings(say: &Messages, inventory: &Inventory, portfolio: &Portfolio) -> Vec<String> {
    let of_kind = |(verdict, candidates): (Verdict, &Candidates)| {
        let Candidates { firm, provisional, review, on_hold, external, .. } = candidates;
        let others = [
            (provisional.functions, say.standing_provisional(provisional.functions)),
            (review.functions, say.standing_review(review.functions)),
            (on_hold.functions, say.standing_on_hold(on_hold.functions)),
        ];
        let others = others.into_iter().filter(|(count, _)| *count > 0).map(|(_, words)| words);
        let parts: Vec<String> = std::iter::once(say.standing_firm(firm.functions)).chain(others).collect();
        let parts = match (external.functions, external.with_cost) {
            (0, _) => parts.join(", "),
            (count, 0) => say.standing_external(&parts.join(", "), count),
            (count, _) => say.standing_external_cost(&parts.join(", "), count, &say.costs_of_all(inventory, external)),
        };
        say.standing_of(say.verdict(verdict), &parts)
    };
    let kinds = [Verdict::Bpo, Verdict::TraditionalOutsourcing].into_iter().zip(&portfolio.candidates);
    kinds.filter(|(verdict, _)| portfolio.verdicts[position(*verdict)].functions > 0).map(of_kind).collect()
}

/// How many people do the work of the candidates that are done in-house; none where that is not known.
fn jobs(say: &Messages, portfolio: &Portfolio) -> Option<String> {
    let [bpo, outsourcing] = portfolio.candidates.each_ref().map(|candidates| &candidates.in_house);
    let jobs = bpo.fte + outsourcing.fte;
    let shown = say.people(jobs);
    let one_or_more = if shown == "1" { 1 } else { 2 };
    let (stated, functions) = (bpo.with_fte + outsourcing.with_fte, bpo.functions + outsourcing.functions);
    (stated > 0).then(|| say.headline_jobs(functions, one_or_more, &say.of_all(shown, stated, functions)))
}

fn candidates(say: &Messages, all: usize, bpo: usize, outsourcing: usize) -> String {
    match (bpo, outsourcing) {
        (1, _) if all == 1 => say.headline_one_bpo().to_owned(),
        (_, 1) if all == 1 => say.headline_one_outsourcing().to_owned(),
        _ if all == 1 => say.headline_one_neither().to_owned(),
        (0, 0) => say.headline_neither(all),
        (0, outsourcing) => say.headline_outsourcing(all, outsourcing),
        (bpo, 0) => say.headline_bpo(all, bpo),
        (bpo, outsourcing) => say.headline_both(all, bpo, outsourcing),
    }
}

fn undecided(say: &Messages, all: usize, (split, neutral): (usize, usize), insufficient: usize) -> Option<String> {
    // The only one needs no number.
    let of = |number: usize, one: &str, many: String| match number {
        0 => None,
        1 if all == 1 => Some(one.to_owned()),
        _ => Some(many),
    };
    let of_several = if neutral > 0 { say.headline_split_neutral(split, neutral) } else { say.headline_split(split) };
    let split = of(split, say.headline_one_split(), of_several);
    let lack = of(insufficient, say.headline_one_lacks(), say.headline_lack(insufficient));
    let parts: Vec<String> = split.into_iter().chain(lack).collect();
    (!parts.is_empty()).then(|| say.headline_undecided(&say.listed(&parts)))
}

/// What the candidates cost, and their share of all cost where there is one currency.
fn cost(say: &Messages, inventory: &Inventory, portfolio: &Portfolio) -> Option<String> {
    let [bpo, outsourcing, ..] = &portfolio.verdicts;
    let amount = |totals: &Totals| say.costs_of_all(inventory, totals);
    let sentence = match (bpo.with_cost, outsourcing.with_cost) {
        (0, 0) => return None,
        // The only function is all of the cost in scope.
        (1, _) if portfolio.all.functions == 1 => return Some(say.headline_one_costs(&amount(bpo))),
        (_, 1) if portfolio.all.functions == 1 => return Some(say.headline_one_costs(&amount(outsourcing))),
        (_, 0) => say.headline_bpo_costs(bpo.functions, &amount(bpo)),
        (0, _) => say.headline_outsourcing_costs(outsourcing.functions, &amount(outsourcing)),
        _ => say.headline_both_cost(bpo.functions, &amount(bpo), outsourcing.functions, &amount(outsourcing)),
    };
    let sum = |totals: &Totals| totals.cost.iter().sum::<f64>();
    let all = sum(&portfolio.all);
    Some(match inventory.currencies.len() {
        // Of costs and earnings together, a share says nothing.
        1 if all > 0.0 && portfolio.verdicts.iter().all(|totals| sum(totals) >= 0.0) => {
            let share = say.percent((sum(bpo) + sum(outsourcing)) / all);
            let is_of_both = bpo.with_cost > 0 && outsourcing.with_cost > 0;
            if is_of_both {
                say.headline_share_together(&sentence, &share)
            } else {
                say.headline_share(&sentence, &share)
            }
        }
        _ => say.headline_costs(&sentence),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_answer_is_right_in_number() {
        for ((all, bpo, outsourcing), expected) in [
            ((60, 24, 21), "Of 60 functions, 24 are candidates for BPO and 21 for traditional outsourcing."),
            ((2, 1, 1), "Of 2 functions, 1 is a candidate for BPO and 1 for traditional outsourcing."),
            ((1200, 0, 1), "Of 1,200 functions, 1 is a candidate for traditional outsourcing, and none for BPO."),
            ((3, 3, 0), "Of 3 functions, 3 are candidates for BPO, and none for traditional outsourcing."),
            ((3, 0, 0), "Of 3 functions, none is a candidate for BPO or for traditional outsourcing yet."),
            ((1, 1, 0), "The one function is a candidate for BPO."),
            ((1, 0, 0), "The one function is a candidate neither for BPO nor for traditional outsourcing yet."),
        ] {
            assert_eq!(candidates(&Messages::default(), all, bpo, outsourcing), expected);
        }
        for ((all, split, insufficient), expected) in [
            ((60, 6, 9), Some("6 are split and 9 lack evidence.")),
            ((3, 1, 1), Some("1 is split and 1 lacks evidence.")),
            ((9, 0, 2), Some("2 lack evidence.")),
            ((1, 0, 1), Some("It lacks evidence.")),
            ((9, 0, 0), None),
        ] {
            assert_eq!(undecided(&Messages::default(), all, (split, 0), insufficient).as_deref(), expected);
        }
    }
}
