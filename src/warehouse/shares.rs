//! The share of all weightings that keep a verdict, as parts of a statement: votes are sorted, and a table of sums is filled one
//! anti-diagonal after the other, by the same operations in the same order as the program's.

use super::dialect::Words;
use super::statement::{Chain, Named, kept};

/// A figure to be found: what its columns begin with, and the votes.
pub(super) struct Figure {
    pub(super) tag: &'static str,
    pub(super) votes: Vec<String>,
}

/// The parts that find figures side by side.
pub(super) struct Shares<'s> {
    pub(super) words: &'s Words,
    /// The columns that are passed on.
    pub(super) carried: &'s [String],
    pub(super) figures: &'s [Figure],
}

impl Shares<'_> {
    /// Adds them; a figure's share is called `TAG_share`.
    pub(super) fn add(&self, chain: &mut Chain) {
        let sorted = self.sort(chain);
        let criteria = self.figures[0].votes.len();
        let mut columns = self.carried();
        for (figure, votes) in self.figures.iter().zip(&sorted) {
            let double =
                |vote: String| Words::cast(&self.words.extreme(false, &[vote, "0".to_owned()]), self.words.double);
            columns.extend(votes.iter().enumerate().map(|(i, vote)| (double(vote.clone()), figure.y(i))));
            // What is against stands in front, the largest first.
            let against = votes.iter().rev().enumerate();
            columns.extend(against.map(|(i, vote)| (double(format!("-{vote}")), figure.x(i))));
        }
        chain.step("outsift_sides", &columns, self.words);
        for diagonal in 1..2 * criteria {
            self.diagonal(chain, (criteria, diagonal));
        }
        let mut columns = self.carried();
        for figure in self.figures {
            let zero = Words::cast("0", self.words.double);
            let share = format!(
                "CASE WHEN {} > 0 THEN {} ELSE {zero} END",
                figure.y(criteria - 1),
                figure.cell(criteria, criteria)
            );
            columns.push((share, format!("{}_share", figure.tag)));
        }
        chain.step("outsift_shares", &columns, self.words);
    }

    fn carried(&self) -> Vec<Named> {
        self.carried.iter().map(|name| kept(name)).collect()
    }

    /// Sorts the votes of each figure, exchanging neighbours in as many rounds as there are.
    fn sort(&self, chain: &mut Chain) -> Vec<Vec<String>> {
        let mut votes: Vec<Vec<String>> = self.figures.iter().map(|figure| figure.votes.clone()).collect();
        let criteria = votes[0].len();
        for round in 0..criteria {
            let mut columns = self.carried();
            for (figure, votes) in self.figures.iter().zip(&mut votes) {
                let before = votes.clone();
                for at in (round % 2..criteria.saturating_sub(1)).step_by(2) {
                    let pair = &before[at..at + 2];
                    for (place, is_least) in [(at, true), (at + 1, false)] {
                        votes[place] = format!("{}{round}_{place}", figure.tag);
                        columns.push((self.words.extreme(is_least, pair), votes[place].clone()));
                    }
                }
                columns.extend(votes.iter().zip(&before).filter(|(now, then)| now == then).map(|(now, _)| kept(now)));
            }
            chain.step(&format!("outsift_sorted_{round}"), &columns, self.words);
        }
        votes
    }

    /// Fills an anti-diagonal of the table: a cell has the share after so many votes in favour and so many against.
    fn diagonal(&self, chain: &mut Chain, (criteria, diagonal): (usize, usize)) {
        let mut columns = self.carried();
        let shared = |share: usize| Words::cast(&share.to_string(), self.words.double);
        for figure in self.figures {
            columns.extend((0..criteria).flat_map(|i| [kept(&figure.y(i)), kept(&figure.x(i))]));
            let cell = |i: usize, j: usize| match (i, j) {
                (_, 0) => shared(1),
                (0, _) => shared(0),
                (i, j) => figure.cell(i, j),
            };
            for i in 1..=criteria {
                let Some(j) = (diagonal + 1).checked_sub(i).filter(|j| (1..=criteria).contains(j)) else { continue };
                let (y, x) = (figure.y(i - 1), figure.x(j - 1));
                let (left, above) = (cell(i, j - 1), cell(i - 1, j));
                let share =
                    format!("CASE WHEN {y} > 0 THEN ({y} * {left} + {x} * {above}) / ({y} + {x}) ELSE {above} END");
                columns.push((share, figure.cell(i, j)));
            }
        }
        chain.step(&format!("outsift_diagonal_{diagonal}"), &columns, self.words);
    }
}

impl Figure {
    fn y(&self, i: usize) -> String {
        format!("{}_y{i}", self.tag)
    }

    fn x(&self, i: usize) -> String {
        format!("{}_x{i}", self.tag)
    }

    fn cell(&self, i: usize, j: usize) -> String {
        format!("{}_s{i}_{j}", self.tag)
    }
}
