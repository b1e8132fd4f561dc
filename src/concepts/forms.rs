//! The ways of writing a form that differ in more than its endings: parts in another order, `of` and `for` exchanged,
//! initials.

use super::parting::parting;
use super::spelled::{alike, canonical};
use crate::extraction::{is_determiner, is_praise, is_verb, may_be_in_name, root};
use crate::text::{Span, Word, elided, elision, inflected, irregular_base, irregular_forms, key, stem, words};
use rustc_hash::FxHashMap;
use std::sync::LazyLock;

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
    /// The key of the abbreviation that begins with it, and of how many words that is: `U.N.`
    pub letters: Option<(u64, usize)>,
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
        let root = key(root_of(folded)) ^ ROOT;
        Keyed { span, stem, root, joined: None, letters: None, is_article: is_determiner(folded), parting: None }
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
    let mut free = 0;
    for (number, word) in all.iter().enumerate() {
        if number < free {
            continue;
        }
        // `U.N.` is `UN`.
        if let Some((letters, span)) = dotted(form, &all[number..]) {
            free = number + all[number..].iter().take_while(|word| word.span.end <= span.end).count().max(1);
            let mut keyed = Keyed::new(span, &letters);
            keyed.parting = sign_before.take().or((number > 0).then(|| sign(number)).flatten());
            out.words.push(keyed);
            out.verbs.push(false);
            continue;
        }
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
        if let Some(next) = all.get(number + 1).filter(|next| are_joined(form, word, next)) {
            keyed.joined = Some(joined(word, next));
        }
        let begins = number == 0 || all[number - 1].folded == "and";
        // `built heritage` is what was built, not the building of it.
        let is_base = is_verb(&word.folded) && irregular_base(&word.folded).is_none();
        let is_deed = word.folded.ends_with("ing") || (begins && is_base);
        out.verbs
            .push(all.len() > 1 && number + 1 < all.len() && is_deed && !ADJECTIVES.contains(&word.folded.as_str()));
        out.words.push(keyed);
    }
    out
}

/// Letters of an abbreviation, at most.
const MOST_LETTERS: usize = 6;

/// The letters of the abbreviation with points, `U.N.`, that begins with the first of these words of a text, and its bytes.
pub(super) fn dotted(text: &str, words: &[Word]) -> Option<(String, Span)> {
    let is_letter = |word: &&Word| {
        let mut chars = word.span.of(text).chars();
        chars.next().is_some_and(char::is_uppercase) && chars.next().is_none() && text[word.span.end..].starts_with('.')
    };
    let count = words.iter().take_while(is_letter).take(MOST_LETTERS + 1).count();
    let adjoins = |at: &usize| words[*at].span.start == words[at - 1].span.end + 1;
    let count = (1..count).take_while(adjoins).count() + usize::from(count > 0);
    let is_one = (2..=MOST_LETTERS).contains(&count);
    let letters = words[..count].iter().map(|word| word.folded.as_str()).collect::<String>();
    // The last point belongs to it.
    is_one.then(|| (letters, Span::new(words[0].span.start, words[count - 1].span.end + 1)))
}

/// Beginnings that a hyphen may part from the rest of a word.
const PREFIXES: [&str; 25] = [
    "multi", "inter", "counter", "under", "over", "anti", "semi", "post", "self", "super", "hyper", "ultra", "mega",
    "micro", "macro", "trans", "intra", "proto", "non", "pre", "sub", "neo", "co", "re", "bi",
];
/// Those of them that are words of their own as well: `under development` is no underdevelopment.
const WORDS: [&str; 5] = ["counter", "under", "over", "post", "self"];

/// Whether what follows a folded word may join it to the next one: a hyphen, or behind what is no word by itself a space.
pub(super) fn may_be_joined(folded: &str, rest: &str) -> bool {
    rest.starts_with(['-', '‐', '‑']) || (rest.starts_with(' ') && is_part(folded))
}

fn is_part(folded: &str) -> bool {
    // Asked of every word: most are longer.
    (2..=5).contains(&folded.len()) && PREFIXES.contains(&folded) && !WORDS.contains(&folded)
}

/// Whether two words are written as one as well: a hyphen joins them, or the first is none by itself, like `super`.
pub(super) fn are_joined(text: &str, word: &Word, next: &Word) -> bool {
    let between = &text[word.span.end..next.span.start];
    is_hyphen(between) || (between == " " && is_part(&word.folded))
}

/// What may stand at a place of a form.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Written {
    /// A folded word or one of its [`inflections`].
    Inflected(String),
    /// One of these folded words.
    One(Vec<String>),
}

/// The ways of writing a form, each as what may stand at each of its places: a superset of what is recognised, by which the
/// places where a recogniser should look are found. Articles inside are left out.
pub fn spellings(form: &str, is_name: bool) -> Vec<Vec<Written>> {
    let mut all: Vec<Vec<Written>> = Vec::new();
    let others = variants(form).into_iter().chain(initials(form, is_name)).chain(turned(form));
    for text in std::iter::once(form.to_string()).chain(others) {
        let words = without_points(&text, words(&text));
        let inner = |(number, word): &(usize, &Word)| *number == 0 || !is_determiner(&word.folded);
        let words: Vec<Word> = words.iter().enumerate().filter(inner).map(|(_, word)| word.clone()).collect();
        let as_they_are = || words.iter().map(|word| Written::Inflected(word.folded.clone())).collect::<Vec<_>>();
        for at in 0..words.len() {
            let folded = words[at].folded.as_str();
            if (2..=MOST_LETTERS).contains(&folded.len()) && is_capitals(words[at].span.of(&text)) {
                let mut letters = as_they_are();
                let letter = |letter: char| Written::One(vec![letter.to_string(), format!("{letter}'s")]);
                letters.splice(at..=at, folded.chars().map(letter));
                all.push(letters);
            }
            if let Some(next) = words.get(at + 1).filter(|next| are_joined(&text, &words[at], next)) {
                let mut one = as_they_are();
                one.splice(at..=at + 1, [Written::Inflected(format!("{folded}{}", next.folded))]);
                all.push(one);
            }
            let split = PREFIXES
                .iter()
                .find_map(|prefix| Some((prefix, folded.strip_prefix(prefix).filter(|rest| rest.len() > 3)?)));
            if let Some((prefix, rest)) = split {
                let mut two = as_they_are();
                two.splice(at..=at, [Written::One(vec![prefix.to_string()]), Written::Inflected(rest.to_string())]);
                all.push(two);
            }
        }
        all.push(as_they_are());
    }
    all.sort();
    all.dedup();
    all
}

/// The words of a text, each abbreviation with points as one.
fn without_points(text: &str, words: Vec<Word>) -> Vec<Word> {
    let mut out = Vec::with_capacity(words.len());
    let mut at = 0;
    while at < words.len() {
        let (folded, span) = dotted(text, &words[at..]).unwrap_or((words[at].folded.clone(), words[at].span));
        at += if span == words[at].span { 1 } else { folded.chars().count() };
        out.push(Word { span, folded });
    }
    out
}

/// Whether a word has capitals and points only.
pub(super) fn is_capitals(word: &str) -> bool {
    word.len() > 1 && word.contains(char::is_uppercase) && !word.contains(char::is_lowercase)
}

/// What all forms of the verb share of which a folded word is one, be it one that follows no rule.
fn root_of(folded: &str) -> &str {
    root(irregular_base(folded).unwrap_or(folded))
}

/// The forms in which a folded word may be meant.
pub fn inflections(folded: &str) -> Vec<String> {
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

/// The regular forms of a word, and those of a verb that follow no rule.
fn regular(folded: &str) -> Vec<String> {
    let (stem_of, root_of) = (stem(folded), root_of(folded));
    let plural = ["", "s", "es", "ies", "y"].map(|ending| format!("{stem_of}{ending}"));
    let last = root_of.chars().next_back().unwrap_or_default();
    let doubled = [format!("{root_of}{last}ed"), format!("{root_of}{last}ing"), format!("{root_of}{last}")];
    let verbs = ["", "e", "s", "es", "ed", "ing", "y", "ies", "ied", "ying"].map(|ending| format!("{root_of}{ending}"));
    let mut all: Vec<String> =
        plural.into_iter().chain(verbs).chain(doubled).chain([folded.to_string()]).chain(inflected(stem_of)).collect();
    all.retain(|word| stem(word) == stem_of || root(word) == root_of);
    all.extend(IRREGULAR.get(root_of).into_iter().flatten().map(|form| form.to_string()));
    all
}

/// The forms of verbs that follow no rule, by what `root` makes of the verb.
static IRREGULAR: LazyLock<FxHashMap<&str, Vec<&str>>> = LazyLock::new(|| {
    let mut all: FxHashMap<&str, Vec<&str>> = FxHashMap::default();
    irregular_forms().for_each(|(verb, form)| all.entry(root(verb)).or_default().push(form));
    all
});

/// Whether a text between two words joins them.
fn is_hyphen(between: &str) -> bool {
    matches!(between, "-" | "‐" | "‑")
}

/// The key of two words written as one.
pub(super) fn joined(word: &Word, next: &Word) -> u64 {
    key(stem(&format!("{}{}", word.folded, next.folded)))
}

/// Other ways of writing a form: `seas' freedom` for `freedom of the seas`, the parts of `and` exchanged.
pub(super) fn variants(form: &str) -> Vec<String> {
    let words: Vec<&str> = form.split_whitespace().collect();
    let mut out = Vec::new();
    let lower: Vec<String> = words.iter().map(|word| word.to_lowercase()).collect();
    let joints: Vec<usize> = (0..words.len()).filter(|&i| is_joint(&lower[i])).collect();
    if let [at] = joints[..]
        && at > 0
        && at + 1 < words.len()
        && !has_comma(form)
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
    out
}

fn is_joint(word: &str) -> bool {
    matches!(word, "and" | "or" | "of" | "for" | "in" | "on" | "to" | "with" | "between" | "by" | "from" | "at" | "as")
}

fn has_comma(form: &str) -> bool {
    form.contains([',', ';', ':'])
}

/// Endings of nouns whose complement may stand before them or behind their `of`.
const OF_DEEDS: [&str; 10] = ["tion", "sion", "ment", "ity", "ance", "ence", "ancy", "ency", "ness", "ism"];
/// More such nouns.
const DEEDS: [&str; 12] = [
    "control",
    "reform",
    "growth",
    "safety",
    "relief",
    "reduction",
    "use",
    "loss",
    "supply",
    "removal",
    "transfer",
    "sale",
];

/// Whether a folded word has the ending of a noun that says what is done or how something is, and so is no verb.
pub(super) fn is_named_deed(folded: &str) -> bool {
    OF_DEEDS.iter().any(|ending| folded.len() > ending.len() + 2 && folded.ends_with(ending))
}

/// `security of food` for `food security`: of two common nouns, the second of which says what is done with the first or what it
/// has.
pub(super) fn turned(form: &str) -> Option<String> {
    let words = words(form);
    let [first, head] = &words[..] else { return None };
    let is_deed = is_named_deed(&head.folded) || DEEDS.contains(&head.folded.as_str());
    let is_noun = may_be_in_name(&first.folded) && !is_praise(&first.folded) && !first.folded.ends_with("ing");
    let is_common =
        form.is_ascii() && !form.contains(char::is_uppercase) && &form[first.span.end..head.span.start] == " ";
    (is_deed && is_noun && is_common).then(|| format!("{} of {}", head.folded, first.folded))
}

/// Of a name `UN` for United Nations, if it has three letters or more, and `F. D. Roosevelt` for who is called by all names.
pub(super) fn initials(form: &str, is_name: bool) -> Vec<String> {
    let mut out = Vec::new();
    if !is_name || has_comma(form) {
        return out;
    }
    let words: Vec<&str> = form.split_whitespace().collect();
    let large: Vec<char> = words.iter().filter_map(|word| word.chars().next()).filter(|c| c.is_uppercase()).collect();
    if large.len() >= 3 {
        out.push(large.iter().collect());
    }
    let capital = |word: &&str| word.starts_with(char::is_uppercase);
    if (2..=4).contains(&words.len()) && words.iter().all(capital) {
        let (last, first) = (words[words.len() - 1], &words[..words.len() - 1]);
        let dotted = |letters: &str| letters.chars().next().map(|letter| format!("{letter}.")).unwrap_or_default();
        let short: Vec<String> = first.iter().map(|word| dotted(word)).collect();
        out.push(format!("{} {last}", short.join(" ")));
        // `J.-P. Vik`
        if first.iter().any(|word| word.contains('-')) {
            let hyphened = |word: &&str| word.split('-').map(dotted).collect::<Vec<_>>().join("-");
            out.push(format!("{} {last}", first.iter().map(hyphened).collect::<Vec<_>>().join(" ")));
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_has_its_parts_in_either_order_and_its_initials() {
        assert_eq!(variants("guns and butter"), ["butter and guns"]);
        assert_eq!(variants("freedom of the seas"), ["seas freedom"]);
        assert_eq!(initials("Food and Agriculture Organization", true), ["FAO"]);
        assert_eq!(initials("Franklin Delano Roosevelt", true), ["FDR", "F. D. Roosevelt"]);
        assert_eq!(initials("Jean-Pierre Vik", true), ["J. Vik", "J.-P. Vik"]);
        assert!(variants("balance of power in the Baltic").is_empty());
        assert!(initials("free ports of call", false).is_empty());
    }

    #[test]
    fn a_complement_may_stand_behind_its_noun() {
        assert_eq!(turned("food security").as_deref(), Some("security of food"));
        assert_eq!(turned("arms control").as_deref(), Some("control of arms"));
        for form in
            ["Food Security", "great security", "free ports", "rule of law", "food-security", "rising reduction"]
        {
            assert_eq!(turned(form), None, "{form}");
        }
    }
}
