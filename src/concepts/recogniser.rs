//! All terms at once: a trie over stemmed words, walked from every word of a text, the longest term winning. What it costs
//! depends on the length of the text, not on the number of terms.
//!
//! Endings, hyphens, articles, `for` in place of `of`, and the forms of the verb that a term begins with make no
//! difference; [`super::forms`] adds what is written in another order.

use super::addressed::Addressed;
use super::coordinated::coordinated;
use super::forms::{Keyed, are_joined, dotted, joined, may_be_joined};
use super::parting::parting;
use super::trie::Trie;
use crate::text::{Span, Word, elision, stem};

/// Words of a name with titles, at most, and half of them.
const LONGEST_ADDRESS: usize = 3;

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
    annotated: Trie,
    discovered: Trie,
    addressed: Addressed,
}

impl Recogniser {
    /// A recogniser of these forms. Of two concepts with one form the first keeps it; a form without words is left out.
    pub fn new<'a>(forms: impl IntoIterator<Item = Form<'a>>) -> Self {
        Recogniser::with_discovered(forms, [])
    }

    /// The same, and of forms of concepts that were discovered: these count where none of the others stands.
    pub fn with_discovered<'a>(
        forms: impl IntoIterator<Item = Form<'a>>,
        discovered: impl IntoIterator<Item = Form<'a>>,
    ) -> Self {
        Recogniser { annotated: Trie::of(forms), discovered: Trie::of(discovered), addressed: Addressed::default() }
    }

    /// The same, and these persons, given by names and numbers, are known by a title before a last name that only one has.
    pub fn addressing<'a>(self, persons: impl IntoIterator<Item = (&'a str, usize)>) -> Self {
        Recogniser { addressed: Addressed::of(persons), ..self }
    }

    /// The last names by which a person, known by its number, may be called behind a title.
    pub fn last_names(&self, concept: usize) -> impl Iterator<Item = &str> {
        self.addressed.last_names(concept)
    }

    /// The terms of `text`, in order and without overlaps: at each word the longest, which hides those inside it. Of a term
    /// that shares a word with another (`food` in `food and energy security`) the words that are its own.
    pub fn terms(&self, text: &str) -> Vec<Term> {
        self.with_shared(text, &keyed(text)).0
    }

    /// The terms of a text of these words, and those that share words with another, as far as they are among them or not.
    pub(super) fn with_shared(&self, text: &str, keys: &[Keyed]) -> (Vec<Term>, Vec<Term>) {
        let mut terms = self.written_out(text, keys);
        let shared = self.shared(text, keys);
        let mut chosen: Vec<Term> = Vec::new();
        for &term in &shared {
            let from = terms.partition_point(|other| other.span.end <= term.span.start);
            let mut inside = terms[from..].iter().take_while(|other| other.span.start < term.span.end);
            let is_free = chosen.last().is_none_or(|last| last.span.end <= term.span.start);
            if is_free && inside.all(|other| term.span.covers(other.span)) {
                chosen.push(term);
            }
        }
        let mut rest = &chosen[..];
        terms.retain(|term| {
            rest = &rest[rest.partition_point(|one| one.span.end <= term.span.start)..];
            rest.first().is_none_or(|one| !one.span.overlaps(term.span))
        });
        terms.extend(chosen);
        terms.sort_by_key(|term| term.span);
        (terms, shared)
    }

    /// The same without those that share a word with another.
    pub fn whole_terms(&self, text: &str) -> Vec<Term> {
        self.written_out(text, &keyed(text))
    }

    fn written_out(&self, text: &str, keys: &[Keyed]) -> Vec<Term> {
        let mut terms = Vec::new();
        let mut free = 0;
        let mut at = 0;
        while at < keys.len() {
            match self.annotated.longest_at(text, keys, at..keys.len()) {
                Some((end, concept)) => {
                    self.discovered.terms_in(text, keys, free..at, &mut terms);
                    terms.push(Term { span: keys[at].span.join(keys[end - 1].span), concept });
                    at = end;
                    free = at;
                }
                None => at += 1,
            }
        }
        self.discovered.terms_in(text, keys, free..keys.len(), &mut terms);
        terms.retain(|term| !self.addressed.is_anothers(text, keys, term));
        terms
    }

    /// The terms that share a word with another or are a name with a title, in order.
    fn shared(&self, text: &str, keys: &[Keyed]) -> Vec<Term> {
        let mut terms = self.addressed.terms(text, keys);
        for trie in [&self.annotated, &self.discovered] {
            coordinated(trie, text, keys, &mut terms);
        }
        // Stable: of two with one span the annotated one comes first.
        terms.sort_by_key(|term| (term.span.start, std::cmp::Reverse(term.span.end)));
        terms.dedup_by_key(|term| term.span);
        terms
    }

    /// All terms of `text`, also those inside others, in the order in which they begin, longer ones first.
    pub fn all(&self, text: &str) -> Vec<Term> {
        let keys = keyed(text);
        let mut terms: Vec<Term> = Vec::new();
        let mut found = Vec::new();
        for at in 0..keys.len() {
            for trie in [&self.annotated, &self.discovered] {
                trie.ends_at(text, &keys, at..keys.len(), &mut found);
                found.sort_unstable_by_key(|&(end, _)| std::cmp::Reverse(end));
                for &(end, concept) in &found {
                    let span = keys[at].span.join(keys[end - 1].span);
                    let mut here = terms.iter().rev().take_while(|term| term.span.start == span.start);
                    // Of two concepts with one span the annotated one stands.
                    if here.all(|term| term.span != span) {
                        terms.push(Term { span, concept });
                    }
                }
            }
        }
        terms.retain(|term| !self.addressed.is_anothers(text, &keys, term));
        terms.extend(self.shared(text, &keys));
        terms.sort_by_key(|term| (term.span.start, std::cmp::Reverse(term.span.end)));
        terms.dedup();
        terms
    }

    /// The terms that the byte `offset` of `text` lies in, its end included: the innermost first.
    pub fn around(&self, text: &str, offset: usize) -> Vec<Term> {
        let mut terms = self.all(text);
        terms.retain(|term| term.span.touches(offset));
        terms.sort_by_key(|term| (offset >= term.span.end, term.span.len()));
        terms
    }

    /// The concept of which the whole of `text`, word for word, is a term.
    pub fn whole(&self, text: &str) -> Option<usize> {
        let keys = keyed(text);
        // A text much longer than any form is none.
        if keys.is_empty() || keys.len() > 2 * self.annotated.longest.max(self.discovered.longest).max(LONGEST_ADDRESS)
        {
            return None;
        }
        let whole = |trie: &Trie, first: usize| {
            let mut found = Vec::new();
            trie.ends_at(text, &keys, first..keys.len(), &mut found);
            found.into_iter().find(|&(end, _)| end == keys.len()).map(|(_, concept)| concept)
        };
        whole(&self.annotated, 0).or_else(|| whole(&self.discovered, 0)).or_else(|| {
            let is_whole = |term: &Term| term.span == keys[0].span.join(keys[keys.len() - 1].span);
            self.addressed.terms(text, &keys).into_iter().find(is_whole).map(|term| term.concept)
        })
    }
}

/// The words of a text, as terms are compared.
pub(super) fn keyed(text: &str) -> Vec<Keyed> {
    let mut keys: Vec<Keyed> = Vec::with_capacity(text.len() / 6);
    let mut last: Option<Word> = None;
    let mut whole = Span::default();
    let mut letters: Vec<Word> = Vec::new();
    crate::text::each_word(text, |span, folded| {
        // `accord` of `l’accord`
        let before = std::mem::replace(&mut whole, span);
        let span = Span::new(span.start + elision(span.of(text)).unwrap_or(0), span.end);
        let folded = &folded[elision(folded).unwrap_or(0)..];
        let possessive = folded.len() > stem(folded).len() && folded.ends_with("'s");
        let end = if possessive { without_possessive(text, span) } else { span.end };
        let mut word = Keyed::new(span, folded);
        word.span.end = end;
        word.parting = parting(text, before, whole.start);
        let may_join = may_be_joined(folded, &text[span.end..]);
        let here = (may_join || last.is_some()).then(|| Word { span, folded: folded.to_string() });
        if let (Some(last), Some(here), Some(before)) = (last.take(), &here, keys.last_mut())
            && are_joined(text, &last, here)
        {
            before.joined = Some(joined(&last, here));
        }
        last = here.filter(|_| may_join);
        keys.push(word);
        let is_letter = span.len() == 1 && text[span.end..].starts_with('.');
        if is_letter {
            letters.push(Word { span, folded: folded.to_string() });
        }
        let goes_on = || text[span.end + 1..].starts_with(|c: char| c.is_ascii_uppercase());
        if !is_letter || !goes_on() {
            abbreviate(text, &mut letters, &mut keys);
        }
    });
    keys
}

/// Tells the first key of the letters of `U.N.`, if that is what the letters are, that they are one word.
fn abbreviate(text: &str, letters: &mut Vec<Word>, keys: &mut [Keyed]) {
    if letters.len() > 1
        && let Some((whole, span)) = dotted(text, letters)
    {
        let first = keys.partition_point(|key| key.span.start < span.start);
        keys[first].letters = Some((Keyed::new(span, &whole).stem, letters.len()));
        let last = first + letters.len() - 1;
        keys[last].span.end = span.end;
    }
    letters.clear();
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

    fn recogniser(names: &[&str]) -> Recogniser {
        let forms = names.iter().enumerate().map(|(concept, text)| Form {
            text,
            concept,
            is_name: text.starts_with(char::is_uppercase) && !text.contains(' '),
        });
        Recogniser::new(forms)
    }

    fn found<'a>(names: &[&str], text: &'a str) -> Vec<(&'a str, usize)> {
        recogniser(names).terms(text).into_iter().map(|term| (term.span.of(text), term.concept)).collect()
    }

    #[test]
    fn the_longest_term_wins_across_case_hyphens_lines_and_possessives() {
        let names = ["Rights of the Free Cities", "free cities", "win-win trade"];
        assert_eq!(
            found(&names, "The rights of\nthe Free Ci\u{ad}ties, win win trade and free cities’ end"),
            [("rights of\nthe Free Ci\u{ad}ties", 0), ("win win trade", 2), ("free cities", 1)]
        );
    }

    #[test]
    fn abbreviations_and_names_need_their_capitals() {
        assert_eq!(found(&["US", "Turkey"], "The US told us of Turkey’s turkey"), [("US", 0), ("Turkey", 1)]);
    }

    #[test]
    fn forms_of_the_verb_that_a_term_begins_with_are_the_term() {
        let names = ["opposing slavery and protecting trade", "developing countries"];
        assert_eq!(
            found(
                &names,
                "They opposed slavery and protected trade. Developed countries oppose slavery and protect trade."
            ),
            [("opposed slavery and protected trade", 0), ("oppose slavery and protect trade", 0)]
        );
    }

    #[test]
    fn words_joined_by_a_hyphen_or_written_as_one_are_the_same_term() {
        let names = ["co-operation treaty", "multilateral fund"];
        assert_eq!(
            found(&names, "A cooperation treaty, the co operation treaty and a multi-lateral fund."),
            [("cooperation treaty", 0), ("co operation treaty", 0), ("multi-lateral fund", 1)]
        );
        for name in ["superpower", "super-power", "super power"] {
            assert_eq!(found(&[name], "Superpowers, super-powers, super\u{20}powers, super, power").len(), 3, "{name}");
        }
        assert_eq!(found(&["underdevelopment"], "under development"), []);
    }

    #[test]
    fn an_abbreviation_may_have_points() {
        for name in ["UN", "U.N."] {
            let found = found(&[name], "The UN, the U.N. and un; U.N.’s end, U. Norman, U.N.C. ports.");
            assert_eq!(found.iter().map(|one| one.0).collect::<Vec<_>>(), ["UN", "U.N.", "U.N."], "{name}");
        }
    }

    #[test]
    fn verbs_that_follow_no_rule_are_forms_of_one_verb() {
        let names = ["seeking peace", "built heritage", "upholding the law"];
        assert_eq!(
            found(&names, "They sought peace, upheld the law, seek peace. Building heritage; sought peaceful ends."),
            [("sought peace", 0), ("upheld the law", 2), ("seek peace", 0)]
        );
    }

    #[test]
    fn irregular_plurals_figures_and_american_spelling_are_the_same_term() {
        let names = ["man of war", "Five Duties of Harbours", "analysis of tides", "sea defence"];
        assert_eq!(
            found(&names, "Men of war kept the 5 duties of harbors; analyses of tides and sea defenses."),
            [("Men of war", 0), ("5 duties of harbors", 1), ("analyses of tides", 2), ("sea defenses", 3)]
        );
    }

    #[test]
    fn of_for_the_and_the_order_of_parts_make_no_difference() {
        let names = ["bank for settlements", "guns and butter", "freedom of the seas"];
        assert_eq!(
            found(&names, "The Bank of the Settlements, butter and guns, freedom of seas."),
            [("Bank of the Settlements", 0), ("butter and guns", 1), ("freedom of seas", 2)]
        );
    }

    #[test]
    fn a_term_spans_no_sign_that_parts_its_words_unless_it_has_that_itself() {
        let names = [
            "sailing of ships",
            "common quay",
            "bread, salt and water",
            "rule of law",
            "U.N. fleet",
            "our quay, its sheds",
        ];
        for text in [
            "They built ships. Sailing came later.",
            "They built ships, sailing them home.",
            "Sailing (of ships) is fun.",
            "It was common; quay and pier fell.",
            "Common — quay by quay.",
            "The “new common” quay was closed.",
            "Bread; salt and water.",
            "The rule of, the law said, iron.",
        ] {
            assert_eq!(found(&names, text), [], "{text}");
        }
        for (text, expected) in [
            ("Bread, salt, and water!", "Bread, salt, and water"),
            ("Bread, salt and water!", "Bread, salt and water"),
            ("The rule of “law” here", "rule of “law"),
            ("So our quay, its sheds and all", "our quay, its sheds"),
            ("A *common*\nquay", "common*\nquay"),
            ("The U.N. fleet came", "U.N. fleet"),
        ] {
            assert_eq!(found(&names, text).first().map(|one| one.0), Some(expected), "{text}");
        }
    }

    #[test]
    fn terms_inside_terms_can_be_reached() {
        let recogniser = recogniser(&["freedom of the high seas", "high seas"]);
        let text = "the freedom of the high seas";
        let all: Vec<&str> = recogniser.all(text).into_iter().map(|term| term.span.of(text)).collect();
        assert_eq!(all, ["freedom of the high seas", "high seas"]);
        assert_eq!(recogniser.around(text, 20)[0].concept, 1);
        assert_eq!(recogniser.around(text, 5)[0].concept, 0);
    }

    #[test]
    fn a_whole_text_may_be_a_term() {
        let recogniser = recogniser(&["fair trade"]);
        let whole = ["“Fair trade,”", "a fair trade", ""].map(|text| recogniser.whole(text));
        assert_eq!(whole, [Some(0), None, None]);
    }

    #[test]
    fn a_discovered_term_gives_way_to_an_annotated_one() {
        let form = |text, concept| Form { text, concept, is_name: false };
        let recogniser =
            Recogniser::with_discovered([form("fair trade", 0)], [form("fair trade rules", 1), form("rules", 2)]);
        assert!(recogniser.terms("Fair trade rules.").iter().map(|term| term.concept).eq([0, 2]));
    }
}
