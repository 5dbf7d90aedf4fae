//! How much a verdict depends on the weights: the share of all weightings that keep it, and the smallest error that turns it.

/// The share of all weightings, uniform on the simplex, whose score is above 0, given the evidence of each criterion: 0 to 1,
/// exactly.
///
/// The volume of a simplex on one side of a plane through it, by the recursion of Varsi (1973) and Ali (1973): exact, in
/// O(n²), without sampling. The votes are sorted, so that the same votes give the same bits in any order.
pub(super) fn share_above(votes: &[i8]) -> f64 {
    let mut against: Vec<f64> = votes.iter().filter(|v| **v < 0).map(|v| -f64::from(*v)).collect();
    let mut in_favour: Vec<f64> = votes.iter().filter(|v| **v > 0).map(|v| f64::from(*v)).collect();
    if in_favour.is_empty() {
        return 0.0;
    }
    against.sort_by(f64::total_cmp);
    in_favour.sort_by(f64::total_cmp);
    let mut share = vec![0.0; against.len() + 1];
    share[0] = 1.0;
    for y in in_favour {
        for (k, x) in against.iter().enumerate() {
            share[k + 1] = (y * share[k] + x * share[k + 1]) / (y + x);
        }
    }
    share[against.len()]
}

/// The least relative error, of all weights together in the worst direction, that turns the score to 0: 0 to 1.
///
/// With weights `w` and evidence `d` it is `|Σ w·d| / Σ w·|d|`; 0 where there is no evidence either way.
pub(super) fn smallest_flip(votes: impl Iterator<Item = (i64, i8)>) -> f64 {
    let (sum, pulls) = votes.fold((0_i64, 0_i64), |(sum, pulls), (weight, vote)| {
        (sum + weight * i64::from(vote), pulls + weight * i64::from(vote.unsigned_abs()))
    });
    if pulls == 0 { 0.0 } else { sum.abs() as f64 / pulls as f64 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn exact_shares() {
        for (votes, above) in [
            (&[-50, 100][..], 2.0 / 3.0),
            (&[-100, -50, 100], 1.0 / 3.0),
            (&[100, 50, -50, 100, -100], 13.0 / 18.0),
            (&[100, 0, 0], 1.0),
            (&[-100], 0.0),
        ] {
            let against: Vec<i8> = votes.iter().map(|vote| -vote).collect();
            assert!((share_above(votes) - above).abs() < 1e-15, "{votes:?}");
            assert!((share_above(&against) - (1.0 - above)).abs() < 1e-15, "{votes:?}");
        }
        assert_eq!(
            share_above(&[0, 0, 0]).to_bits(),
            0.0_f64.to_bits(),
            "nothing is above a tie that no weighting moves"
        );
    }

    #[test]
    fn the_order_of_votes_does_not_change_a_bit() {
        let mut votes = [100_i8, 37, -11, 64, -93, 2];
        let mut random = fastrand::Rng::with_seed(3);
        let expected = share_above(&votes).to_bits();
        for _ in 0..100 {
            random.shuffle(&mut votes);
            assert_eq!(share_above(&votes).to_bits(), expected);
        }
    }

    /// A million weightings drawn from Dirichlet(1, …, 1), as exponential variates; their sum does not matter to a sign.
    #[test]
    fn sampling_agrees() {
        let mut random = fastrand::Rng::with_seed(11);
        for votes in [&[100_i8, 50, -50, 100, -100][..], &[100, -100, -100, 50], &[-7, 93, -41], &[1, -100, 100, 100]] {
            let samples = 1_000_000;
            let above = (0..samples)
                .filter(|_| votes.iter().map(|v| f64::from(*v) * -(1.0 - random.f64()).ln()).sum::<f64>() > 0.0)
                .count();
            let sampled = above as f64 / f64::from(samples);
            // Five standard errors of a share of one half.
            assert!((share_above(votes) - sampled).abs() < 0.0025, "{votes:?}: sampled {sampled}");
        }
    }

    #[test]
    fn the_smallest_flip_is_the_share_of_the_net_pull() {
        let flip = |votes: &[(i64, i8)]| smallest_flip(votes.iter().copied());
        assert!((flip(&[(1, 100), (1, -50)]) - 1.0 / 3.0).abs() < 1e-15);
        assert_eq!(flip(&[(1, 0)]).to_bits(), 0.0_f64.to_bits());
        assert_eq!(flip(&[(2, 50), (1, 100)]).to_bits(), 1.0_f64.to_bits());
    }
}
