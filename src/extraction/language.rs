//! Whether a text is English: what is looked for here is told by English words.

use super::lexicon::Class;
use super::tokens::{Case, Token};

/// Of English prose about 45 words in a hundred are of the closed classes; so many are enough.
const LEAST: f32 = 0.22;
/// Shorter texts are judged by what is around them.
const FEWEST: usize = 12;

/// Whether these words are English; `None` where there are too few of them.
pub(super) fn is_english(tokens: &[Token]) -> Option<bool> {
    if tokens.len() < FEWEST {
        return None;
    }
    let closed = closed_words(tokens);
    // Names say nothing of the language that they stand in.
    let others = tokens.iter().filter(|token| token.case == Case::Lower && !is_closed(token.class)).count();
    Some(closed > 0 && closed as f32 >= LEAST * (closed + others) as f32)
}

/// How many of these words are of the closed classes of English.
pub(super) fn closed_words(tokens: &[Token]) -> usize {
    tokens.iter().filter(|token| is_closed(token.class)).count()
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
