//! How likely a phrase is the name of a concept: what speaks for it, weighed. The weights were set by hand, while
//! reading what was missed and what was listed wrongly, and mended after a regression on the cases of the benchmark.

use super::merged::Tally;
use crate::extraction::{Pattern, Signal};

/// What each signal adds, in units of the logistic function.
const WEIGHTS: &[(Signal, f32)] = &[
    (Signal::Quoted, 1.6),
    (Signal::Cued, 0.9),
    (Signal::CueHead, 0.6),
    (Signal::Numbered, 1.5),
    (Signal::Heading, 1.2),
    (Signal::Listed, 0.3),
    (Signal::Defined, 0.9),
    (Signal::Abbreviated, 1.2),
    (Signal::Coordinated, 0.2),
    (Signal::Advocated, 0.5),
    (Signal::Relational, 0.2),
    (Signal::Person, 1.2),
    (Signal::Organisation, 1.2),
    (Signal::Event, 0.8),
    (Signal::Document, 1.0),
    (Signal::Idea, 3.2),
    (Signal::Weak, -0.9),
    (Signal::WeakHead, -1.4),
    (Signal::Deed, -0.6),
    (Signal::Counted, -0.85),
    (Signal::Prepositional, -0.8),
    (Signal::Inner, -0.8),
    (Signal::Possessed, -0.8),
];
const CAPITALS: f32 = 1.5;
/// Of a single word capitals say less.
const CAPITALS_OF_ONE: f32 = 0.4;
/// A single word without capitals.
const ONE_WORD: f32 = -2.6;
/// What always stands in a longer phrase.
const CUT: f32 = 1.2;
/// What stands in one and the same longer phrase again and again.
const FRAGMENT: f32 = 2.0;
/// The same, seen once.
const FRAGMENT_ONCE: f32 = 0.6;
/// Each word more than these.
const LONG: u8 = 6;
const TOO_LONG: f32 = -0.35;
/// What is seen once without capitals, and what is joined of several and seen once.
const ONCE: f32 = -0.4;
const JOINED_ONCE: f32 = -0.8;
/// Two to four words that nothing joins.
const PLAIN: f32 = 0.4;
/// What some sentence says something of, and the same where no sentence says more.
const TOLD: f32 = 0.5;
const SPOKEN_OF: f32 = 0.35;
const JOINED: [Signal; 4] = [Signal::Coordinated, Signal::Compound, Signal::Prepositional, Signal::Deed];
/// What some sentence speaks of as of a term; a single word is then as good as several.
const TERMED: f32 = 2.0;
/// What a phrase with nothing for it begins with.
const BASE: f32 = -2.6;

/// How likely a phrase names a concept, 0 to 1, given its C-value and the share of its mentions that are part of one longer
/// name.
pub(super) fn score(phrase: &Tally, c_value: f32, cut: f32) -> f32 {
    let mut sum = BASE + 0.85 * (1.0 + c_value).ln() + 0.5 * (phrase.documents.max(1) as f32).ln();
    for &(signal, weight) in WEIGHTS {
        if phrase.signals.has(signal) {
            sum += weight;
        }
    }
    let is_termed = phrase.pattern == Some(Pattern::Termed);
    if phrase.signals.has(Signal::Capitalised) {
        sum += if phrase.words == 1 { CAPITALS_OF_ONE } else { CAPITALS };
    } else if phrase.words == 1 && !phrase.signals.has(Signal::Quoted) && !is_termed {
        sum += ONE_WORD;
    }
    let is_joined = JOINED.iter().any(|&signal| phrase.signals.has(signal));
    // What was seen once may be said once more or not, the less so the more it was joined of.
    if phrase.count() == 1 && !phrase.signals.has(Signal::Capitalised) {
        sum += if is_joined { JOINED_ONCE } else { ONCE };
    }
    if !is_joined && (2..=4).contains(&phrase.words) {
        sum += PLAIN;
    }
    if is_termed {
        sum += TERMED;
    }
    sum += phrase.pattern.map_or(0.0, |best| if best < Pattern::Subject { TOLD } else { SPOKEN_OF });
    // A word that is hardly ever without the next one is no name.
    sum -= CUT * cut;
    if cut >= 1.0 && phrase.free == 0 {
        sum -= if phrase.count() > 1 { FRAGMENT } else { FRAGMENT_ONCE };
    }
    sum += f32::from(phrase.words.saturating_sub(LONG)) * TOO_LONG;
    1.0 / (1.0 + (-sum).exp())
}
