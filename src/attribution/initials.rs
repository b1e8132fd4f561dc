//! Which words with a capital are common words: those that the page writes small elsewhere. One that is never large inside a
//! sentence has its capital only because a sentence begins with it.

use super::lexicon::Classes;
use super::tokens::{Kind, Stream, Token};
use crate::markup::Page;
use crate::text::{is_womans_name, is_word_char};
use rustc_hash::FxHashMap;

/// How a page writes a word elsewhere.
#[derive(Clone, Copy, Debug, Default)]
struct Written {
    small: bool,
    large_inside: bool,
}

/// Marks the tokens that are common words, and those that have their capital from their place only. Takes time in proportion
/// to the page's length.
pub(super) fn mark(streams: &mut [Stream], page: &Page) {
    let word = |token: &Token| token.span.of(&page.blocks[token.block].prose.text).to_lowercase();
    let mut known: FxHashMap<String, Written> = FxHashMap::default();
    for tokens in streams.iter().map(|stream| &stream.tokens) {
        let large = tokens.iter().filter(|token| token.kind == Kind::Word && token.capital);
        known.extend(large.map(|token| (word(token), Written::default())));
    }
    if known.is_empty() {
        return;
    }
    for block in &page.blocks {
        read(&block.prose.text, &mut known);
    }
    for tokens in streams.iter_mut().map(|stream| &mut stream.tokens) {
        for at in 0..tokens.len() {
            if tokens[at].kind != Kind::Word || !tokens[at].capital {
                continue;
            }
            let lower = word(&tokens[at]);
            let written = known.get(&lower).copied().unwrap_or_default();
            let is_initial = !written.large_inside && begins(tokens, at);
            tokens[at].common = written.small;
            // `Needless to say`
            let leads_on = tokens.get(at + 1).is_some_and(|next| word(next) == "to");
            // `Catching Ann Lee's eye`
            let catches =
                lower.len() > 5 && lower.ends_with("ing") && tokens.get(at + 1).is_some_and(|next| next.capital);
            let is_common = written.small || leads_on || catches || is_compound_participle(&lower);
            tokens[at].initial_only = is_initial && is_common;
            let verb = Classes::SAYS.or(Classes::AUX).or(Classes::VERB);
            let is_subject = tokens.get(at + 1).is_some_and(|next| next.classes.is(verb) && !next.capital);
            if is_initial && is_adverb(&lower) && !is_subject {
                tokens[at].classes = tokens[at].classes.or(Classes::ADVERB);
            }
        }
    }
}

/// Whether a word is rather an adverb than a name by its ending: `apparently`, not `Connolly`.
fn is_adverb(word: &str) -> bool {
    const NAMES: [&str; 3] = ["olly", "elly", "illy"];
    let is_built = word.len() > 5 && word.ends_with("ly") && !NAMES.iter().any(|ending| word.ends_with(ending));
    is_built && is_womans_name(word).is_none()
}

/// Whether a word is built like `horror-stricken`.
fn is_compound_participle(word: &str) -> bool {
    word.split_once('-').is_some_and(|(_, last)| last.len() > 4 && (last.ends_with("ed") || last.ends_with("en")))
}

/// Whether a sentence, or what is like one, begins at a token.
fn begins(tokens: &[Token], at: usize) -> bool {
    let here = &tokens[at];
    let Some(before) = at.checked_sub(1).map(|before| &tokens[before]) else { return true };
    before.block != here.block || !matches!(before.kind, Kind::Word | Kind::Number | Kind::Comma)
}

/// Notes how a text writes the words that are asked about.
fn read(text: &str, known: &mut FxHashMap<String, Written>) {
    let mut lower = String::new();
    let mut before = None;
    for word in text.split_inclusive(|c: char| !is_word_char(c) && !matches!(c, '\'' | '’' | '-')) {
        let bare = word.trim_end_matches(|c: char| !is_word_char(c));
        if bare.is_empty() {
            before = word.trim().chars().next_back().or(before);
            continue;
        }
        lower.clear();
        lower.extend(bare.chars().flat_map(char::to_lowercase));
        if let Some(written) = known.get_mut(lower.as_str()) {
            written.small |= bare.starts_with(char::is_lowercase);
            let inside = before.is_some_and(|c: char| is_word_char(c) || c == ',');
            written.large_inside |= inside && bare.starts_with(char::is_uppercase);
        }
        before = word.trim_end().chars().next_back();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::attribution::tokens::Tokens;
    use crate::markup::Format;

    fn initial_only(text: &str) -> Vec<&str> {
        let page = Page::parse(text, Format::Plain);
        let all = Tokens::read(&page);
        let tokens = all.streams.iter().flat_map(|stream| &stream.tokens);
        tokens
            .filter(|token| token.initial_only)
            .map(|token| token.span.of(&page.blocks[token.block].prose.text))
            .map(|word| &text[text.find(word).unwrap()..][..word.len()])
            .collect()
    }

    #[test]
    fn a_word_that_is_written_small_elsewhere_is_no_name_where_a_sentence_begins() {
        assert_eq!(initial_only("Leaving Ann, he left. They were leaving. “No,” Ann said."), ["Leaving"]);
    }

    #[test]
    fn a_word_that_is_large_inside_a_sentence_may_be_a_name() {
        assert!(initial_only("Brown said no. A brown dog. They saw Brown.").is_empty());
        assert!(initial_only("Hope said no.").is_empty());
    }
}
