//! Work on many things in several threads, where there is much of it.

/// Fewer things are worked on before another thread has begun.
const FEWEST: usize = 2_000;

/// What each chunk of some things comes to, in their order; `work` is given the position of a chunk's first thing, too. There are
/// at most so many threads as processors.
pub(crate) fn in_chunks<T: Sync, R: Send>(things: &[T], work: impl Fn(usize, &[T]) -> R + Sync) -> Vec<R> {
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    let size = things.len().div_ceil(threads).max(FEWEST);
    let work = &work;
    std::thread::scope(|scope| {
        let mut chunks = things.chunks(size).enumerate().map(|(at, chunk)| (at * size, chunk));
        let first = chunks.next();
        let spawned = chunks.map(|(start, chunk)| {
            (start, chunk, std::thread::Builder::new().spawn_scoped(scope, move || work(start, chunk)))
        });
        let others: Vec<_> = spawned.collect();
        let mut parts: Vec<R> = first.into_iter().map(|(start, chunk)| work(start, chunk)).collect();
        // What no thread could be had for, or one that ended too soon, is worked on here.
        parts.extend(others.into_iter().map(|(start, chunk, thread)| {
            thread.ok().and_then(|thread| thread.join().ok()).unwrap_or_else(|| work(start, chunk))
        }));
        parts
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chunks_come_back_in_their_order() {
        for count in [0, 1, FEWEST, 3 * FEWEST + 7] {
            let things: Vec<usize> = (0..count).collect();
            let parts = in_chunks(&things, |start, chunk| {
                assert!(chunk.first().is_none_or(|first| *first == start));
                chunk.to_vec()
            });
            assert_eq!(parts.concat(), things);
        }
    }
}
