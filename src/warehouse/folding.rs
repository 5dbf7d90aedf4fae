//! The rule with its weights and thresholds put in, and what they settle left out.

use crate::assessment::formula::{Comparison, Expression, Variable};
use Expression as E;

/// An expression with other expressions in the place of some variables, and simplified by what is known.
pub(super) fn folded(expression: &Expression, of: &dyn Fn(Variable) -> Option<Expression>) -> Expression {
    let one = |part: &E| folded(part, of);
    let all = |parts: &[E]| parts.iter().map(one).collect::<Vec<_>>();
    match expression {
        E::Number(_) | E::Word(_) => expression.clone(),
        E::Variable(variable) => of(*variable).unwrap_or_else(|| expression.clone()),
        E::Sum(parts) => sum(all(parts)),
        E::Product(parts) => product(all(parts)),
        E::Difference(parts) => match (one(&parts[0]), one(&parts[1])) {
            (E::Number(a), E::Number(b)) => E::Number(a - b),
            (a, E::Number(0)) => a,
            (a, b) => E::Difference(Box::new([a, b])),
        },
        E::Quotient(parts) => E::Quotient(Box::new([one(&parts[0]), one(&parts[1])])),
        E::Least(parts) => extreme(all(parts), i64::min, E::Least),
        E::Greatest(parts) => extreme(all(parts), i64::max, E::Greatest),
        E::Magnitude(part) => match one(part) {
            E::Number(number) => E::Number(number.abs()),
            part => E::Magnitude(Box::new(part)),
        },
        E::Compare(comparison, parts) => match (one(&parts[0]), one(&parts[1])) {
            (E::Number(a), E::Number(b)) => E::Number(compared(*comparison, a, b).into()),
            (a, b) => E::Compare(*comparison, Box::new([a, b])),
        },
        E::Any(parts) => joined(all(parts), 1, E::Any),
        E::All(parts) => joined(all(parts), 0, E::All),
        E::Choice(parts) => match one(&parts[0]) {
            E::Number(0) => one(&parts[2]),
            E::Number(_) => one(&parts[1]),
            condition => match (one(&parts[1]), one(&parts[2])) {
                (then, otherwise) if then == otherwise => then,
                (then, otherwise) => E::Choice(Box::new([condition, then, otherwise])),
            },
        },
        E::Listed(parts) => {
            let parts = parts.iter().map(|(holds, reason)| (one(holds), *reason));
            E::Listed(parts.filter(|(holds, _)| *holds != E::Number(0)).collect())
        }
    }
}

fn compared(comparison: Comparison, a: i64, b: i64) -> bool {
    match comparison {
        Comparison::Below => a < b,
        Comparison::AtMost => a <= b,
        Comparison::Equal => a == b,
        Comparison::Above => a > b,
    }
}

/// The parts that are no numbers, and what the numbers among them come to.
fn parted(parts: Vec<E>, join: fn(i64, i64) -> i64) -> (Vec<E>, Option<i64>) {
    let (mut others, mut number) = (Vec::new(), None);
    for part in parts {
        match part {
            E::Number(next) => number = Some(number.map_or(next, |so_far| join(so_far, next))),
            other => others.push(other),
        }
    }
    (others, number)
}

fn sum(parts: Vec<E>) -> E {
    let (mut others, number) = parted(parts, |a, b| a + b);
    others.extend(number.filter(|number| *number != 0).map(E::Number));
    only_or(others, 0, E::Sum)
}

fn product(parts: Vec<E>) -> E {
    let (mut others, number) = parted(parts, |a, b| a * b);
    if number == Some(0) {
        return E::Number(0);
    }
    // The number first, as people write it.
    if let Some(number) = number.filter(|number| *number != 1) {
        others.insert(0, E::Number(number));
    }
    only_or(others, 1, E::Product)
}

fn extreme(parts: Vec<E>, join: fn(i64, i64) -> i64, make: fn(Vec<E>) -> E) -> E {
    let (others, number) = parted(parts, join);
    let mut different: Vec<E> = number.map(E::Number).into_iter().collect();
    for part in others {
        if !different.contains(&part) {
            different.push(part);
        }
    }
    only_or(different, 0, make)
}

/// What holds where any does, or all do; `settles` is the value of a part that settles it.
fn joined(parts: Vec<E>, settles: i64, make: fn(Vec<E>) -> E) -> E {
    if parts.contains(&E::Number(settles)) {
        return E::Number(settles);
    }
    let (others, _) = parted(parts, |a, _| a);
    only_or(others, 1 - settles, make)
}

fn only_or(mut parts: Vec<E>, empty: i64, make: fn(Vec<E>) -> E) -> E {
    match parts.len() {
        0 => E::Number(empty),
        1 => parts.remove(0),
        _ => make(parts),
    }
}
