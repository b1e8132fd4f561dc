//! The ways of writing a form that differ in more than its endings: parts in another order, `of` and `for` exchanged,
//! initials.

use super::parting::parting;
use super::spelled::{alike, canonical};
use crate::extraction::{is_determiner, is_verb, root};
use crate::text::{Span, Word, elided, elision, inflected, key, stem, words};

/// A word of a form or of a text, as forms are compared.
#[derive(Clone, Copy, Debug)]
pub(super) struct Keyed {
    /// Its bytes, without a possessive ending.
    pub span: Span,
    /// The key of its stem; `for` has that of `of`.
    pub stem: u64,
    /// The key of what all forms of its verb share.
    pub root: u64,
    /// The key of it and the next word as one, where a hyphen joins them.
    pub joined: Option<u64>,
    /// Whether it is an article or the like, which counts at the beginning of a form only.
    pub is_article: bool,
    /// The sign that parts it from the word before, if one does.
    pub parting: Option<char>,
}

/// Set apart from the keys of stems.
const ROOT: u64 = 0x5bd1_e995_97f4_a7c1;

impl Keyed {
    /// A folded word at `span` of a text, without an article that lost its vowel before it.
    pub fn new(span: Span, folded: &str) -> Self {
        let stem = if folded == "for" { key("of") } else { key(&canonical(stem(folded))) };
        let root = key(root(folded)) ^ ROOT;
        Keyed { span, stem, root, joined: None, is_article: is_determiner(folded), parting: None }
    }
}

/// A form, taken apart.
pub(super) struct Spelling {
    /// Its words; articles inside are left out.
    pub words: Vec<Keyed>,
    /// Of each word whether other forms of its verb count as well: `opposing` in `opposing slavery`.
    pub verbs: Vec<bool>,
}

/// Participles that are adjectives rather than deeds: `worked examples` are no `working examples`.
const ADJECTIVES: [&str; 12] = [
    "developing",
    "emerging",
    "existing",
    "leading",
    "working",
    "growing",
    "rising",
    "living",
    "remaining",
    "ruling",
    "underlying",
    "standing",
];

/// The words of a form, as it is written.
pub(super) fn spelling(form: &str) -> Spelling {
    let all = words(form);
    let mut out = Spelling { words: Vec::new(), verbs: Vec::new() };
    let sign = |number: usize| parting(form, all[number - 1].span, all[number].span.start);
    let has_comma = (1..all.len()).any(|number| sign(number) == Some(','));
    let mut sign_before = None;
    for (number, word) in all.iter().enumerate() {
        // `tour d'eau`
        let mut keyed = Keyed::new(word.span, &word.folded[elision(&word.folded).unwrap_or(0)..]);
        let own = (number > 0).then(|| sign(number)).flatten();
        if keyed.is_article && number > 0 {
            sign_before = sign_before.or(own);
            continue;
        }
        // `a, b and c` is `a, b, and c`.
        let serial = (has_comma && ["and", "or"].contains(&word.folded.as_str())).then_some(',');
        keyed.parting = sign_before.take().or(own).or(serial);
        if let Some(next) = all.get(number + 1).filter(|next| is_hyphen(&form[word.span.end..next.span.start])) {
            keyed.joined = Some(joined(word, next));
        }
        let begins = number == 0 || all[number - 1].folded == "and";
        let is_deed = word.folded.ends_with("ing") || (begins && is_verb(&word.folded));
        out.verbs
            .push(all.len() > 1 && number + 1 < all.len() && is_deed && !ADJECTIVES.contains(&word.folded.as_str()));
        out.words.push(keyed);
    }
    out
}

/// Beginnings that a hyphen may part from the rest of a word.
const PREFIXES: [&str; 16] = [
    "multi", "inter", "counter", "under", "over", "anti", "semi", "post", "self", "non", "pre", "sub", "neo", "co",
    "re", "bi",
];

/// The ways of writing a form, each as the folded words that may stand at each of its places: a superset of what is
/// recognised, by which the places where a recogniser should look are found. Articles inside are left out.
pub fn spellings(form: &str, is_name: bool) -> Vec<Vec<Vec<String>>> {
    let mut all: Vec<Vec<Vec<String>>> = Vec::new();
    for text in std::iter::once(form.to_string()).chain(variants(form, is_name)) {
        let words = words(&text);
        let inner = |(number, word): &(usize, &Word)| *number == 0 || !is_determiner(&word.folded);
        let words: Vec<Word> = words.iter().enumerate().filter(inner).map(|(_, word)| word.clone()).collect();
        for at in 0..words.len() {
            if let Some(next) = words.get(at + 1).filter(|next| is_hyphen(&text[words[at].span.end..next.span.start])) {
                let mut one = words.clone();
                one[at].folded.push_str(&next.folded);
                one.remove(at + 1);
                all.push(one.iter().map(|word| inflections(&word.folded)).collect());
            }
            let folded = words[at].folded.as_str();
            let split = PREFIXES
                .iter()
                .find_map(|prefix| Some((prefix, folded.strip_prefix(prefix).filter(|rest| rest.len() > 3)?)));
            if let Some((prefix, rest)) = split {
                let mut two: Vec<Vec<String>> = words.iter().map(|word| inflections(&word.folded)).collect();
                two.splice(at..=at, [vec![prefix.to_string()], inflections(rest)]);
                all.push(two);
            }
        }
        all.push(words.iter().map(|word| inflections(&word.folded)).collect());
    }
    all.sort();
    all.dedup();
    all
}

/// The forms in which a folded word may be meant.
fn inflections(folded: &str) -> Vec<String> {
    if folded == "of" || folded == "for" {
        return vec!["of".into(), "for".into()];
    }
    let mut all: Vec<String> = alike(stem(folded)).iter().flat_map(|one| regular(one)).chain(regular(folded)).collect();
    let possessive: Vec<String> = all.iter().map(|word| format!("{word}'s")).collect();
    all.extend(possessive);
    all.extend(elided(folded));
    all.sort();
    all.dedup();
    all
}

/// The regular forms of a word.
fn regular(folded: &str) -> Vec<String> {
    let (stem_of, root_of) = (stem(folded), root(folded));
    let plural = ["", "s", "es", "ies", "y"].map(|ending| format!("{stem_of}{ending}"));
    let last = root_of.chars().next_back().unwrap_or_default();
    let doubled = [format!("{root_of}{last}ed"), format!("{root_of}{last}ing"), format!("{root_of}{last}")];
    let verbs = ["", "e", "s", "es", "ed", "ing", "y", "ies", "ied", "ying"].map(|ending| format!("{root_of}{ending}"));
    let mut all: Vec<String> =
        plural.into_iter().chain(verbs).chain(doubled).chain([folded.to_string()]).chain(inflected(stem_of)).collect();
    all.retain(|word| stem(word) == stem_of || root(word) == root_of);
    all
}

/// Whether a text between two words joins them.
pub(super) fn is_hyphen(between: &str) -> bool {
    matches!(between, "-" | "‐" | "‑")
}

/// The key of two words written as one.
pub(super) fn joined(word: &Word, next: &Word) -> u64 {
    key(stem(&format!("{}{}", word.folded, next.folded)))
}

/// Other ways of writing a form: `seas' freedom` for `freedom of the seas`, the parts of `and` exchanged, and of a name
/// its initials.
pub(super) fn variants(form: &str, is_name: bool) -> Vec<String> {
    let words: Vec<&str> = form.split_whitespace().collect();
    let mut out = Vec::new();
    let lower: Vec<String> = words.iter().map(|word| word.to_lowercase()).collect();
    let is_joint = |word: &str| matches!(word, "and" | "or" | "of" | "for" | "in" | "on" | "to" | "with" | "between");
    let joints: Vec<usize> = (0..words.len()).filter(|&i| is_joint(&lower[i])).collect();
    let has_comma = form.contains([',', ';', ':']);
    if let [at] = joints[..]
        && at > 0
        && at + 1 < words.len()
        && !has_comma
    {
        let (before, behind) = (&words[..at], &words[at + 1..]);
        let behind: Vec<&str> = behind.iter().copied().filter(|word| !is_determiner(&word.to_lowercase())).collect();
        match lower[at].as_str() {
            "and" => out.push([&behind[..], &["and"], before].concat().join(" ")),
            "of" if behind.len() <= 3 && before.len() <= 2 && !behind.is_empty() => {
                out.push([&behind[..], before].concat().join(" "))
            }
            _ => {}
        }
    }
    if is_name && !has_comma {
        initials(&words, &mut out);
    }
    out
}

/// `UN` for United Nations, if it has three letters or more, and `F. D. Roosevelt` for who is called by all names.
fn initials(words: &[&str], out: &mut Vec<String>) {
    let large: Vec<char> = words.iter().filter_map(|word| word.chars().next()).filter(|c| c.is_uppercase()).collect();
    if large.len() >= 3 {
        out.push(large.iter().collect());
    }
    let capital = |word: &&str| word.starts_with(char::is_uppercase);
    if (2..=4).contains(&words.len()) && words.iter().all(capital) {
        let (last, first) = (words[words.len() - 1], &large[..large.len() - 1]);
        let dotted: String = first.iter().map(|letter| format!("{letter}. ")).collect();
        out.push(format!("{dotted}{last}"));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_has_its_parts_in_either_order_and_its_initials() {
        assert_eq!(variants("guns and butter", false), ["butter and guns"]);
        assert_eq!(variants("freedom of the seas", false), ["seas freedom"]);
        assert_eq!(variants("Food and Agriculture Organization", true)[1], "FAO");
        assert_eq!(variants("Franklin Delano Roosevelt", true), ["FDR", "F. D. Roosevelt"]);
        assert!(variants("balance of power in the Baltic", false).is_empty());
    }
}
