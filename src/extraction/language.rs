//! Whether a text is English: what is looked for here is told by English words.

use super::lexicon::Class;
use super::tokens::Token;

/// Of English prose about 45 words in a hundred are of the closed classes; so many are enough.
const LEAST: f32 = 0.22;
/// Shorter texts are judged by what is around them.
const FEWEST: usize = 12;
/// Blocks of fewer words have so many.
const SHORT: usize = 24;
const LEAST_OF_SHORT: f32 = 0.1;

/// Whether these words are English; `None` where there are too few of them.
pub(super) fn is_english(tokens: &[Token]) -> Option<bool> {
    if tokens.len() < FEWEST {
        return None;
    }
    let closed = tokens.iter().filter(|token| is_closed(token.class)).count();
    Some(closed as f32 >= LEAST * tokens.len() as f32)
}

/// Whether a block of an English text is English as well: a short one may have few of them, a list for example.
pub(super) fn is_block_english(tokens: &[Token]) -> Option<bool> {
    let closed = tokens.iter().filter(|token| is_closed(token.class)).count();
    let is_short = tokens.len() < SHORT && closed as f32 >= LEAST_OF_SHORT * tokens.len() as f32;
    if is_short { None } else { is_english(tokens) }
}

fn is_closed(class: Class) -> bool {
    matches!(
        class,
        Class::Determiner
            | Class::Quantifier
            | Class::Of
            | Class::To
            | Class::Preposition
            | Class::And
            | Class::Subject
            | Class::Be
            | Class::Auxiliary
            | Class::Stop
    )
}
