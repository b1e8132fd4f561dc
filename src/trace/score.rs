//! How sure a match is.

use super::quoted::Token;

/// Matches with a smaller score are not believed.
pub const THRESHOLD: f32 = 0.5;

/// The strength, coverage times the root of the information in nats, that counts as even odds. A run of four words that
/// are neither rare nor common (4 nats each) in the right order reaches it with a margin; chance agreement of scattered
/// words does not.
const EVEN: f32 = 2.3;

/// What a break between two runs of found words costs, in nats for a run of one word: about what a common word tells,
/// since it is common words that chance puts in order.
const BREAK: f32 = 2.5;

/// What the words that were found say of a match.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Evidence {
    /// The weight of the quotation's words, nats.
    pub total: f32,
    /// The weight of those found in their place.
    pub found: f32,
    /// How much it tells that they stand there in this order, nats; less than `found` where they are common phrases.
    pub information: f32,
    /// What the breaks between the runs of found words take away, nats: a chain of many short runs is weak.
    pub breaks: f32,
}

impl Evidence {
    pub fn of_tokens(tokens: &[Token]) -> Self {
        let total = tokens.iter().filter(|token| !token.editorial).map(|token| token.weight).sum();
        Evidence { total, ..Evidence::default() }
    }

    /// The share of the weight that was found, 0 to 1.
    pub fn coverage(self) -> f32 {
        if self.total > 0.0 { (self.found / self.total).min(1.0) } else { 0.0 }
    }

    /// The score, 0 to 1.
    pub fn score(self) -> f32 {
        if self.total <= 0.0 {
            return 0.0;
        }
        let breaks = BREAK * self.breaks;
        let kept = (self.found - breaks).max(0.0);
        let strength = (kept / self.total).min(1.0) * (self.information - breaks).max(0.0).sqrt();
        strength / (strength + EVEN)
    }
}
