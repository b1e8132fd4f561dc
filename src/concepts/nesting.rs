//! How much a phrase stands by itself: the C-value of Frantzi, Ananiadou and Mima (2000), “Automatic recognition of
//! multi-word terms”, over the phrases that are left after a first choice.

use crate::extraction::keys_within;
use rustc_hash::FxHashMap;

/// Phrases with how often each occurs.
pub(super) struct Nesting {
    longer: FxHashMap<u64, Longer>,
}

/// The longer phrases that a phrase stands in.
#[derive(Clone, Copy, Default)]
struct Longer {
    kinds: u32,
    /// How often they occur together, and how often the commonest does.
    count: u32,
    most: u32,
}

impl Nesting {
    /// Of phrases, given by their words and how often each occurs in all.
    pub fn of<'a>(phrases: impl Iterator<Item = (&'a str, u32)>) -> Self {
        let mut longer: FxHashMap<u64, Longer> = FxHashMap::default();
        for (phrase, count) in phrases {
            for key in keys_within(phrase) {
                let entry = longer.entry(key).or_default();
                entry.kinds += 1;
                entry.count = entry.count.saturating_add(count);
                entry.most = entry.most.max(count);
            }
        }
        Nesting { longer }
    }

    /// The C-value of a phrase of so many words that occurs so often in all: log₂(words + 1) times its mentions outside
    /// longer phrases, as far as those can be told apart. (The original takes log₂ of the words, which is 0 for one.)
    pub fn c_value(&self, key: u64, words: u8, count: u32) -> f32 {
        let inside = self.longer.get(&key).map_or(0.0, |longer| longer.count as f32 / longer.kinds as f32);
        (f32::from(words) + 1.0).log2() * (count as f32 - inside).max(0.0)
    }

    /// The share of a phrase's mentions that stand in the one longer phrase that it stands in most often, 0 to 1.
    pub fn share(&self, key: u64, count: u32) -> f32 {
        let most = self.longer.get(&key).map_or(0, |longer| longer.most);
        (most as f32 / count.max(1) as f32).min(1.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extraction::phrase_key;

    #[test]
    fn what_stands_in_one_longer_phrase_only_is_worth_nothing() {
        let phrases = [("free trade area", 5), ("trade area", 5), ("free trade", 9)];
        let nesting = Nesting::of(phrases.into_iter());
        let value = |phrase: &str, words, count| nesting.c_value(phrase_key(phrase).unwrap(), words, count);
        assert_eq!(value("trade area", 2, 5), 0.0);
        assert!(value("free trade", 2, 9) > 6.0);
        assert_eq!(value("free trade area", 3, 5), 10.0);
    }
}
