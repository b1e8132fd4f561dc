//! Terms inside longer ones: `hegemony` in `hegemony and power politics` is an occurrence of both.

use super::forms::Keyed;
use super::recogniser::{Recogniser, Term, keyed};

/// A text and its words as terms are compared, for several recognisers.
pub struct Keys<'a> {
    text: &'a str,
    keys: Vec<Keyed>,
}

impl<'a> Keys<'a> {
    /// The words of a text.
    pub fn of(text: &'a str) -> Self {
        Keys { text, keys: keyed(text) }
    }
}

impl Recogniser {
    /// The terms of `text` and those of other concepts that stand inside them, in the order in which they begin, longer ones
    /// first.
    pub fn nested(&self, text: &str) -> Vec<Term> {
        self.nested_in(&Keys::of(text))
    }

    /// The same of a text whose words are known.
    pub fn nested_in(&self, Keys { text, keys }: &Keys) -> Vec<Term> {
        let mut terms = Vec::new();
        let (outer, shared) = self.with_shared(text, keys);
        for outer in outer {
            let words = outer.span.of(text);
            if !words.contains(|c: char| !c.is_alphanumeric()) && !shared.contains(&outer) {
                terms.push(outer);
                continue;
            }
            let shifted = |term: Term| Term { span: term.span.shift(outer.span.start), ..term };
            let mut inner: Vec<Term> = self.all(words).into_iter().map(shifted).filter(|term| *term != outer).collect();
            inner.insert(0, outer);
            // What stands inside a longer name of the same concept is no second one.
            let is_inside = |one: &Term, other: &Term| one.concept == other.concept && other.span.covers(one.span);
            let is_first = |at: usize| !inner[..at].iter().any(|other| is_inside(&inner[at], other));
            terms.extend((0..inner.len()).filter(|&at| is_first(at)).map(|at| inner[at]));
        }
        terms
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::concepts::Form;

    #[test]
    fn a_term_inside_a_longer_one_is_found_unless_both_are_of_one_concept() {
        let forms = [("hegemony", 0), ("power politics", 1), ("hegemony and power politics", 2), ("politics", 1)];
        let recogniser = Recogniser::new(forms.map(|(text, concept)| Form { text, concept, is_name: false }));
        let text = "Hegemony and power politics, politics and hegemony.";
        let found: Vec<(&str, usize)> =
            recogniser.nested(text).into_iter().map(|term| (term.span.of(text), term.concept)).collect();
        assert_eq!(
            found,
            [
                ("Hegemony and power politics", 2),
                ("Hegemony", 0),
                ("power politics", 1),
                ("politics", 1),
                ("hegemony", 0)
            ]
        );
    }
}
