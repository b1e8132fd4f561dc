//! What the texts of a corpus share: the pieces that were read of their files last, how much of them may be held in
//! memory, and whether one of them was found to have changed.

use crate::text::LineIndex;
use rustc_hash::FxHashMap;
use std::hash::Hash;
use std::sync::atomic::{AtomicBool, AtomicU64, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

/// Files are held in memory as long as they take no more than this together, in bytes.
const HELD: usize = 32 << 20;
/// Of other files the blocks that were read last are kept, up to about so many bytes …
const BLOCKS: usize = 16 << 20;
/// … the places of their lines …
const LINES: usize = 16 << 20;
/// … and as a whole those that must be decoded.
const DECODED: usize = 16 << 20;

/// Some bytes of a file.
pub(super) type Block = Arc<[u8]>;

/// What the texts of a corpus share.
#[derive(Debug, Default)]
pub struct Pool {
    held: AtomicUsize,
    changed: AtomicBool,
    texts: AtomicU64,
    blocks: Mutex<Generations<(u64, usize), Block>>,
    lines: Mutex<Generations<u64, Arc<LineIndex>>>,
    decoded: Mutex<Generations<u64, Arc<str>>>,
}

/// Room for a text in memory, given back when it is dropped.
#[derive(Debug)]
pub(super) struct Room {
    pool: Arc<Pool>,
    bytes: usize,
}

impl Drop for Room {
    fn drop(&mut self) {
        self.pool.held.fetch_sub(self.bytes, Ordering::Relaxed);
    }
}

impl Pool {
    /// Room for a text of so many bytes, if there is any left.
    pub(super) fn room(self: &Arc<Self>, bytes: usize) -> Option<Room> {
        let room = Room { pool: Arc::clone(self), bytes };
        (self.held.fetch_add(bytes, Ordering::Relaxed) + bytes <= HELD).then_some(room)
    }

    /// A number that no other text of the pool has.
    pub(super) fn number(&self) -> u64 {
        self.texts.fetch_add(1, Ordering::Relaxed)
    }

    /// Notes that a file is not any more what it was.
    pub(super) fn note_change(&self) {
        self.changed.store(true, Ordering::Relaxed);
    }

    /// Whether a file was found to have changed since this was last asked.
    pub fn take_change(&self) -> bool {
        self.changed.load(Ordering::Relaxed) && self.changed.swap(false, Ordering::Relaxed)
    }

    /// The block `number` of a text; `read` is asked for it if it is not there.
    pub(super) fn block(&self, text: u64, number: usize, read: impl FnOnce() -> Option<Block>) -> Option<Block> {
        cached(&self.blocks, (text, number), BLOCKS, read, |block| block.len())
    }

    /// All of a text that is not written in UTF-8; `decode` is asked for it if it is not there.
    pub(super) fn decoded(&self, text: u64, decode: impl FnOnce() -> Option<Arc<str>>) -> Option<Arc<str>> {
        cached(&self.decoded, text, DECODED, decode, |text| text.len())
    }

    /// The lines of a text; `read` is asked for them if they are not there.
    pub(super) fn lines(&self, text: u64, read: impl FnOnce() -> Option<Arc<LineIndex>>) -> Option<Arc<LineIndex>> {
        cached(&self.lines, text, LINES, read, |lines| lines.lines() * size_of::<usize>())
    }
}

/// The value of a key, made outside the lock where it is not there.
fn cached<K: Hash + Eq + Copy, V: Clone>(
    cache: &Mutex<Generations<K, V>>,
    key: K,
    budget: usize,
    make: impl FnOnce() -> Option<V>,
    weight: impl FnOnce(&V) -> usize,
) -> Option<V> {
    let locked = || cache.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(known) = locked().get(key, budget) {
        return Some(known);
    }
    let new = make()?;
    let bytes = weight(&new) + 64;
    locked().put(key, new.clone(), bytes, budget);
    Some(new)
}

/// A cache of two generations: what was used since the younger one began moves on into it, and the older one goes as a
/// whole when the younger one has filled half of the budget.
#[derive(Debug)]
struct Generations<K, V> {
    young: FxHashMap<K, (V, usize)>,
    old: FxHashMap<K, (V, usize)>,
    bytes: usize,
}

impl<K, V> Default for Generations<K, V> {
    fn default() -> Self {
        Generations { young: FxHashMap::default(), old: FxHashMap::default(), bytes: 0 }
    }
}

impl<K: Hash + Eq + Copy, V: Clone> Generations<K, V> {
    fn get(&mut self, key: K, budget: usize) -> Option<V> {
        if let Some((value, _)) = self.young.get(&key) {
            return Some(value.clone());
        }
        let (value, bytes) = self.old.remove(&key)?;
        self.put(key, value.clone(), bytes, budget);
        Some(value)
    }

    fn put(&mut self, key: K, value: V, bytes: usize, budget: usize) {
        if self.bytes > 0 && self.bytes + bytes > budget / 2 {
            self.old = std::mem::take(&mut self.young);
            self.bytes = 0;
        }
        self.bytes += bytes;
        self.young.insert(key, (value, bytes));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_used_stays_and_what_is_not_goes_when_the_budget_is_spent() {
        let mut cache = Generations::default();
        for key in 0..100 {
            cache.put(key, key, 10, 200);
            assert_eq!(cache.get(0, 200), Some(0), "after {key}");
        }
        let left = (0..100).filter(|&key| cache.get(key, 200).is_some()).count();
        assert!((10..=20).contains(&left), "{left}");
    }

    #[test]
    fn one_value_may_be_larger_than_the_budget() {
        let mut cache = Generations::default();
        cache.put(1, 'a', 10, 200);
        cache.put(2, 'b', 1000, 200);
        assert_eq!((cache.get(1, 200), cache.get(2, 200)), (Some('a'), Some('b')));
    }

    #[test]
    fn room_is_given_until_there_is_none_and_taken_back() {
        let pool = Arc::new(Pool::default());
        let first = pool.room(HELD - 1);
        assert!(first.is_some() && pool.room(2).is_none() && pool.room(1).is_some());
        drop(first);
        assert!(pool.room(HELD).is_some());
    }
}
