//! The answer in three or four sentences, right in number and grammar for every portfolio.

use crate::inventory::Inventory;
use crate::portfolio::{Portfolio, Totals};
use crate::report::words::figures::{costs, count, grouped, listed, percent, short_money};

/// The sentences at the head of every report.
pub(crate) fn headline(inventory: &Inventory, portfolio: &Portfolio, first_answers: Option<&str>) -> Vec<String> {
    let [bpo, outsourcing, split, insufficient] = portfolio.verdicts.each_ref().map(|totals| totals.functions);
    let all = portfolio.all.functions;
    let mut sentences = vec![candidates(all, bpo, outsourcing)];
    sentences.extend(undecided(all, split, insufficient));
    sentences.extend(cost(inventory, portfolio));
    if let Some(answers) = first_answers {
        sentences.push(answers.to_owned());
    } else if !portfolio.review.is_empty() {
        let deserves = with_verb(all, portfolio.review.len(), "deserves", "deserve");
        sentences.push(format!("{deserves} a second look before anyone decides."));
    }
    sentences
}

fn candidates(all: usize, bpo: usize, outsourcing: usize) -> String {
    if all == 1 {
        return match (bpo, outsourcing) {
            (1, _) => "The one function is a candidate for BPO.".to_owned(),
            (_, 1) => "The one function is a candidate for traditional outsourcing.".to_owned(),
            _ => "The one function is a candidate neither for BPO nor for traditional outsourcing yet.".to_owned(),
        };
    }
    let be = |n: usize| if n == 1 { "is a candidate" } else { "are candidates" };
    let number = |n: usize| grouped(n as u64);
    let lead = format!("Of {},", count(all, "function"));
    match (bpo, outsourcing) {
        (0, 0) => format!("{lead} none is a candidate for BPO or for traditional outsourcing yet."),
        (0, n) => format!("{lead} {} {} for traditional outsourcing, and none for BPO.", number(n), be(n)),
        (n, 0) => format!("{lead} {} {} for BPO, and none for traditional outsourcing.", number(n), be(n)),
        (b, o) => format!("{lead} {} {} for BPO and {} for traditional outsourcing.", number(b), be(b), number(o)),
    }
}

fn undecided(all: usize, split: usize, insufficient: usize) -> Option<String> {
    let split = (split > 0).then(|| with_verb(all, split, "is split", "are split"));
    let lack = (insufficient > 0).then(|| with_verb(all, insufficient, "lacks evidence", "lack evidence"));
    let parts: Vec<String> = split.into_iter().chain(lack).collect();
    (!parts.is_empty()).then(|| format!("{}.", listed(&parts)))
}

/// Some of all functions with what they do; the only one needs no number.
fn with_verb(all: usize, number: usize, one: &str, many: &str) -> String {
    match number {
        1 if all == 1 => format!("It {one}"),
        1 => format!("1 {one}"),
        _ => format!("{} {many}", grouped(number as u64)),
    }
}

/// What the candidates cost, and their share of all cost where there is one currency.
fn cost(inventory: &Inventory, portfolio: &Portfolio) -> Option<String> {
    let [bpo, outsourcing, ..] = &portfolio.verdicts;
    let amount = |totals: &Totals| costs(inventory, totals, short_money);
    let cost = |totals: &Totals, towards: &str| {
        let candidates = if totals.functions == 1 { "candidate" } else { "candidates" };
        let verb = if totals.functions == 1 { "costs" } else { "cost" };
        format!("The {candidates} for {towards} {verb} {} a year", amount(totals))
    };
    let sentence = match (bpo.with_cost, outsourcing.with_cost) {
        (0, 0) => return None,
        // The only function is all of the cost in scope.
        (1, _) if portfolio.all.functions == 1 => return Some(format!("It costs {} a year.", amount(bpo))),
        (_, 1) if portfolio.all.functions == 1 => return Some(format!("It costs {} a year.", amount(outsourcing))),
        (_, 0) => cost(bpo, "BPO"),
        (0, _) => cost(outsourcing, "traditional outsourcing"),
        _ => {
            let those = if outsourcing.functions == 1 { "the one" } else { "those" };
            format!("{}, {those} for traditional outsourcing {}", cost(bpo, "BPO"), amount(outsourcing))
        }
    };
    let sum = |totals: &Totals| totals.cost.iter().sum::<f64>();
    let all = sum(&portfolio.all);
    let share = match inventory.currencies.len() {
        // Of costs and earnings together, a share says nothing.
        1 if all > 0.0 && portfolio.verdicts.iter().all(|totals| sum(totals) >= 0.0) => {
            let share = (sum(bpo) + sum(outsourcing)) / all;
            format!(
                "{} {} of the cost in scope",
                if bpo.with_cost > 0 && outsourcing.with_cost > 0 { ", together" } else { "," },
                percent(share)
            )
        }
        _ => String::new(),
    };
    Some(format!("{sentence}{share}."))
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
            assert_eq!(candidates(all, bpo, outsourcing), expected);
        }
        for ((all, split, insufficient), expected) in [
            ((60, 6, 9), Some("6 are split and 9 lack evidence.")),
            ((3, 1, 1), Some("1 is split and 1 lacks evidence.")),
            ((9, 0, 2), Some("2 lack evidence.")),
            ((1, 0, 1), Some("It lacks evidence.")),
            ((9, 0, 0), None),
        ] {
            assert_eq!(undecided(all, split, insufficient).as_deref(), expected);
        }
    }
}
