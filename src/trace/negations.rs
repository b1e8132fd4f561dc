//! Words that negate, words that say the opposite of others, and words that only look as if they did.

use super::Tracer;
use super::negators::{agrees, have_halves, means_another, negates};
use super::passage::Passage;
use super::quoted::Token;
use super::runs::Run;

/// Whether one of two runs of folded words negates and the other does not, or one word is the opposite of the other.
pub(super) fn turns(ours: &[&str], theirs: &[&str]) -> bool {
    if let ([a], [b]) = (ours, theirs)
        && (is_opposite(a, b) || is_opposite(b, a))
    {
        return true;
    }
    if have_halves(ours, theirs) || loses_apostrophe(ours, theirs) {
        return false;
    }
    // The `non` of a compound that comes or goes as a whole turns nothing.
    let compound = ours.is_empty() != theirs.is_empty() && ours.len() + theirs.len() > 1;
    let is_odd = |words: &[&str]| {
        let negations = words.iter().filter(|word| negates(word) && !(compound && **word == "non")).count();
        // *Не может не* takes itself back, *никогда не* does not.
        let takes_back = words.iter().filter(|word| **word == "не").count() == negations;
        negations > 0 && (negations % 2 == 1 || (words.iter().any(|word| agrees(word)) && !takes_back))
    };
    is_odd(ours) != is_odd(theirs)
}

/// `doesnt` for `doesn't`.
fn loses_apostrophe(ours: &[&str], theirs: &[&str]) -> bool {
    let ([a], [b]) = (ours, theirs) else { return false };
    a.replace('\'', "") == b.replace('\'', "")
}

/// Prefixes that make the opposite of a word, and what the word then ends with; none for any word.
const PREFIXES: [(&str, &[&str]); 8] = [
    ("un", &[]),
    ("non", &[]),
    ("in", OF_ADJECTIVES),
    ("im", OF_ADJECTIVES),
    ("il", OF_ADJECTIVES),
    ("ir", OF_ADJECTIVES),
    ("dis", OF_OPINIONS),
    ("не", &[]),
];
/// How adjectives from Latin end, and the nouns and adverbs that belong to them.
const OF_ADJECTIVES: &[&str] = &[
    "able", "ible", "ably", "ibly", "al", "ally", "ent", "ant", "ently", "ence", "ance", "ency", "ect", "ete", "ous",
    "ic", "ive", "ate", "ately", "acy", "ity", "ular", "ure", "ice", "just", "sane", "human", "finite", "definite",
];
/// How words end that `dis` makes the opposite of.
const OF_OPINIONS: &[&str] = &[
    "agree",
    "agrees",
    "agreed",
    "agreement",
    "agreeing",
    "honest",
    "honesty",
    "like",
    "likes",
    "liked",
    "approve",
    "approves",
    "approved",
    "approval",
    "satisfied",
    "loyal",
    "loyalty",
    "obey",
    "obeyed",
    "allow",
    "allowed",
    "respect",
    "trust",
    "believe",
    "advantage",
    "similar",
    "continue",
    "continued",
    "proportionate",
    "favour",
    "favor",
    "qualified",
    "obedient",
    "obedience",
];
/// Words that only look like an opposite: `invaluable`, `immediate`, `unless`.
const NO_OPPOSITES: &[&str] = &[
    "invaluable",
    "inflammable",
    "inhabitable",
    "immediate",
    "immediately",
    "intent",
    "indent",
    "instance",
    "indifferent",
    "unless",
    "unions", //
    "unfall",
    "unfalls",
    "unkosten",
    "unmenge",
    "unmengen",
    "unwetter",
    "untier",
    "unrat", //
    "несколько",
    "некоторый",
    "некоторая",
    "некоторые",
    "некоторых",
    "некогда",
];
/// Shorter words have no opposites.
const SHORTEST: usize = 4;
/// Words that limit a sentence to the cases that others leave out, and negations that are other words in another language.
const OPPOSITES: &[(&str, &str)] = &[
    ("unless", "if"),
    ("except", "including"),
    ("excluding", "including"),
    ("sans", "avec"),
    ("sin", "con"),
    ("senza", "con"),
    ("sem", "com"),
    ("ni", "et"),
    ("ni", "ou"),
    ("ni", "y"),
    ("ni", "o"),
    ("nada", "todo"),
    ("nada", "tudo"),
];

/// Whether `other` is the opposite of a word by its prefix, or is listed.
pub(super) fn is_opposite(word: &str, other: &str) -> bool {
    if OPPOSITES.contains(&(other, word)) {
        return true;
    }
    let by_prefix = |(prefix, endings): &(&str, &[&str])| {
        other.strip_prefix(prefix).map(|stem| stem.trim_start_matches('-')) == Some(word)
            && (endings.is_empty() || endings.iter().any(|ending| word.ends_with(ending)))
    };
    let is_long = word.chars().count() >= SHORTEST && !NO_OPPOSITES.contains(&other);
    is_long && PREFIXES.iter().any(by_prefix)
}

/// Whether each word that seems to negate in a run is another word there: the month of Mai, a step (*un pas*), `No. 5`.
pub(super) fn only_seems_to_negate(tracer: &Tracer, tokens: &[Token], text: &str, run: &Run) -> bool {
    let folded = |at: Option<usize>| at.and_then(|at| tokens.get(at)).map_or("", |token| token.folded.as_str());
    let ours = run.tokens.clone().filter(|&at| negates(&tokens[at].folded)).map(|at| {
        means_another([folded(at.checked_sub(1)), folded(Some(at)), folded(Some(at + 1))], tokens[at].span.of(text))
    });
    // Words added behind the last one of a source stand behind that.
    let inside =
        tracer.index.positions_around(run.words.start - usize::from(run.words.is_empty() && run.words.start > 0));
    let around = run.words.start.saturating_sub(1).max(inside.start)..(run.words.end + 1).min(inside.end);
    let passage = Passage::new(tracer, around.clone());
    let words = tracer.index.words(around.clone());
    let word = |at: Option<usize>| at.and_then(|at| words.get(at)).copied().unwrap_or_default();
    let theirs = run
        .words
        .clone()
        .filter_map(|position| position.checked_sub(around.start))
        .filter(|&at| negates(word(Some(at))));
    let theirs = theirs.map(|at| {
        means_another([word(at.checked_sub(1)), word(Some(at)), word(Some(at + 1))], passage.word(around.start + at))
    });
    let mut all = ours.chain(theirs).peekable();
    all.peek().is_some() && all.all(|another| another)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_and_their_opposites_turn_the_meaning() {
        for (ours, theirs) in [
            (vec!["likely"], vec!["unlikely"]),
            (vec!["illegal"], vec!["legal"]),
            (vec!["zulässig"], vec!["unzulässig"]),
            (vec!["if"], vec!["unless"]),
            (vec!["ont"], vec!["n'ont", "jamais"]),
            (vec!["ever"], vec!["never"]),
            (vec!["disagreed"], vec!["agreed"]),
            (vec!["avec"], vec!["sans"]),
            (vec!["con"], vec!["sin"]),
        ] {
            assert!(turns(&ours, &theirs), "{ours:?} {theirs:?}");
        }
        for (ours, theirs) in [
            (vec!["valuable"], vec!["invaluable"]),
            (vec!["less"], vec!["unless"]),
            (vec!["doesnt"], vec!["doesn't"]),
            (vec!["pas"], vec!["point"]),
            (vec!["jamais"], vec!["point"]),
            (vec!["pas"], vec!["plus"]),
            (vec!["different"], vec!["indifferent"]),
            (vec!["kosten"], vec!["unkosten"]),
            (vec!["может"], vec!["не", "может", "не"]),
            (vec!["habit"], vec!["inhabit"]),
            (vec!["never"], vec!["not"]),
        ] {
            assert!(!turns(&ours, &theirs), "{ours:?} {theirs:?}");
        }
    }
}
