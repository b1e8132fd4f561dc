//! All terms at once: a trie over stemmed words, walked from every word of a text, the longest term winning. What it costs
//! depends on the length of the text, not on the number of terms.

use crate::text::{Span, each_word, key, stem, words};
use rustc_hash::FxHashMap;

/// A written form of a concept.
#[derive(Clone, Copy, Debug)]
pub struct Form<'a> {
    /// The form.
    pub text: &'a str,
    /// The number of the concept.
    pub concept: usize,
    /// Whether a single word counts only when it begins with a capital, as names do.
    pub is_name: bool,
}

/// A term found in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Term {
    /// Its bytes, without a possessive ending.
    pub span: Span,
    /// The number of its concept.
    pub concept: usize,
}

/// Recognises terms. Case, accents, hyphens, plurals and possessives do not matter, save that an abbreviation (`US`)
/// counts in capitals only and a name of one word with its initial one.
#[derive(Clone, Debug, Default)]
pub struct Recogniser {
    /// From a node and a word's key to the next node; node 0 is the root.
    next: FxHashMap<(u32, u64), u32>,
    /// The concept whose form ends at a node, and the capitals it needs.
    ends: Vec<Option<(usize, Capitals)>>,
    longest: usize,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Capitals {
    None,
    Initial,
    All,
}

impl Recogniser {
    /// A recogniser of these forms. Of two concepts with one form the first keeps it; a form without words is left out.
    pub fn new<'a>(forms: impl IntoIterator<Item = Form<'a>>) -> Self {
        let mut recogniser = Recogniser { ends: vec![None], ..Recogniser::default() };
        for form in forms {
            recogniser.insert(form);
        }
        recogniser
    }

    fn insert(&mut self, form: Form) {
        let words = words(form.text);
        let capitals = match words.as_slice() {
            [] => return,
            [only] if is_abbreviation(only.span.of(form.text)) => Capitals::All,
            [_] if form.is_name => Capitals::Initial,
            _ => Capitals::None,
        };
        let mut node = 0;
        for word in &words {
            let fresh = self.ends.len() as u32;
            node = *self.next.entry((node, key(stem(&word.folded)))).or_insert(fresh);
            if node == fresh {
                self.ends.push(None);
            }
        }
        self.longest = self.longest.max(words.len());
        self.ends[node as usize].get_or_insert((form.concept, capitals));
    }

    /// The terms of `text`, in order and without overlaps: at each word the longest, which hides those inside it.
    pub fn terms(&self, text: &str) -> Vec<Term> {
        let mut keys: Vec<(Span, u64)> = Vec::with_capacity(text.len() / 6);
        each_word(text, |span, folded| {
            let stem = stem(folded);
            let possessive = folded.len() > stem.len() && folded.ends_with("'s");
            let end = if possessive { without_possessive(text, span) } else { span.end };
            keys.push((Span::new(span.start, end), key(stem)));
        });
        let mut terms = Vec::new();
        let mut at = 0;
        while at < keys.len() {
            match self.longest_at(text, &keys[at..]) {
                Some((len, concept)) => {
                    terms.push(Term { span: keys[at].0.join(keys[at + len - 1].0), concept });
                    at += len;
                }
                None => at += 1,
            }
        }
        terms
    }

    /// The concept of which the whole of `text`, word for word, is a term.
    pub fn whole(&self, text: &str) -> Option<usize> {
        let count = words(text).len();
        if count == 0 || count > self.longest {
            return None;
        }
        match self.terms(text).as_slice() {
            [only] if words(only.span.of(text)).len() == count => Some(only.concept),
            _ => None,
        }
    }

    fn longest_at(&self, text: &str, keys: &[(Span, u64)]) -> Option<(usize, usize)> {
        let mut node = 0;
        let mut longest = None;
        for (i, &(span, key)) in keys.iter().take(self.longest).enumerate() {
            node = match self.next.get(&(node, key)) {
                Some(&next) => next,
                None => break,
            };
            if let Some((concept, capitals)) = self.ends[node as usize]
                && capitals.allow(span.of(text))
            {
                longest = Some((i + 1, concept));
            }
        }
        longest
    }
}

impl Capitals {
    fn allow(self, word: &str) -> bool {
        match self {
            Capitals::None => true,
            Capitals::Initial => word.starts_with(|c: char| !c.is_lowercase()),
            Capitals::All => !word.trim_end_matches('s').contains(char::is_lowercase),
        }
    }
}

/// Whether a word is written in capitals only, like `UN` or `G20`.
fn is_abbreviation(word: &str) -> bool {
    word.len() > 1 && word.contains(char::is_uppercase) && !word.contains(char::is_lowercase)
}

/// The end of a word without its `'s`.
fn without_possessive(text: &str, span: Span) -> usize {
    let word = span.of(text);
    let mut chars = word.chars().rev();
    match (chars.next(), chars.next()) {
        (Some(s), Some(mark)) => span.end - s.len_utf8() - mark.len_utf8(),
        _ => span.end,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<(&str, usize)> {
        let names =
            ["Five Principles of Peaceful Coexistence", "peaceful coexistence", "US", "Yunnan", "win-win cooperation"];
        let forms = names.iter().enumerate().map(|(concept, text)| Form { text, concept, is_name: concept == 3 });
        Recogniser::new(forms).terms(text).into_iter().map(|term| (term.span.of(text), term.concept)).collect()
    }

    #[test]
    fn the_longest_term_wins_across_case_hyphens_lines_and_possessives() {
        assert_eq!(
            found(
                "The five principles of\nPeaceful Co\u{ad}existence, win win cooperation and peaceful coexistence’s end"
            ),
            [
                ("five principles of\nPeaceful Co\u{ad}existence", 0),
                ("win win cooperation", 4),
                ("peaceful coexistence", 1)
            ]
        );
    }

    #[test]
    fn abbreviations_and_names_need_their_capitals() {
        assert_eq!(found("The US told us of Yunnan’s yunnan"), [("US", 2), ("Yunnan", 3)]);
    }

    #[test]
    fn a_whole_text_may_be_a_term() {
        let recogniser = Recogniser::new([Form { text: "harmonious world", concept: 7, is_name: false }]);
        assert_eq!(recogniser.whole("“Harmonious world,”"), Some(7));
        assert_eq!(recogniser.whole("a harmonious world"), None);
        assert_eq!(recogniser.whole(""), None);
    }
}
