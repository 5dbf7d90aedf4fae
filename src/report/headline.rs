//! The answer in three or four sentences, right in number and grammar for every portfolio.

use super::compose::costs;
use super::wording::{count, grouped, listed, percent, short_money};
use crate::inventory::Inventory;
use crate::portfolio::{Portfolio, Totals};

/// The sentences at the head of every report.
pub(super) fn headline(inventory: &Inventory, portfolio: &Portfolio, first_answers: Option<String>) -> Vec<String> {
    let [bpo, outsourcing, split, insufficient] = portfolio.verdicts.each_ref().map(|totals| totals.functions);
    let mut sentences = vec![candidates(portfolio.all.functions, bpo, outsourcing)];
    sentences.extend(undecided(split, insufficient));
    sentences.extend(cost(inventory, portfolio));
    if let Some(answers) = first_answers {
        sentences.push(answers);
    } else if !portfolio.review.is_empty() {
        let review = portfolio.review.len();
        sentences.push(format!("{} a second look before anyone decides.", with_verb(review, "deserves", "deserve")));
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

fn undecided(split: usize, insufficient: usize) -> Option<String> {
    let split = (split > 0).then(|| with_verb(split, "is split", "are split"));
    let lack = (insufficient > 0).then(|| with_verb(insufficient, "lacks evidence", "lack evidence"));
    let parts: Vec<String> = split.into_iter().chain(lack).collect();
    (!parts.is_empty()).then(|| format!("{}.", listed(&parts)))
}

fn with_verb(number: usize, one: &str, many: &str) -> String {
    format!("{} {}", grouped(number as u64), if number == 1 { one } else { many })
}

/// What the candidates cost, and their share of all cost where there is one currency.
fn cost(inventory: &Inventory, portfolio: &Portfolio) -> Option<String> {
    let [bpo, outsourcing, ..] = &portfolio.verdicts;
    let amount = |totals: &Totals| costs(inventory, totals, short_money);
    let sentence = match (bpo.with_cost, outsourcing.with_cost) {
        (0, 0) => return None,
        (_, 0) => format!("The candidates for BPO cost {} a year", amount(bpo)),
        (0, _) => format!("The candidates for traditional outsourcing cost {} a year", amount(outsourcing)),
        _ => format!(
            "The candidates for BPO cost {} a year, those for traditional outsourcing {}",
            amount(bpo),
            amount(outsourcing)
        ),
    };
    let sum = |totals: &Totals| totals.cost.iter().sum::<f64>();
    let all = sum(&portfolio.all);
    let share = match inventory.currencies.len() {
        1 if all > 0.0 => {
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
        for ((split, insufficient), expected) in [
            ((6, 9), Some("6 are split and 9 lack evidence.")),
            ((1, 1), Some("1 is split and 1 lacks evidence.")),
            ((0, 2), Some("2 lack evidence.")),
            ((0, 0), None),
        ] {
            assert_eq!(undecided(split, insufficient).as_deref(), expected);
        }
    }
}
