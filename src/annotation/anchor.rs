//! From quoted text to the place that it was quoted from (the text quote selector of the W3C Web Annotation model, made
//! tolerant: folded words are compared, and an ellipsis stands for words that were left out).

use super::Anchor;
use super::folded::{FoldedText, keys};
use crate::text::Span;

/// An ellipsis stands for at most this many words.
const LONGEST_GAP: usize = 400;
/// Of the words that an anchor still has where it broke off, so many are looked for.
const LONGEST_REST: usize = 12;

/// Where an anchor was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Found {
    /// In one place, as it should be.
    One(Span),
    /// Nowhere.
    Missing,
    /// In several places, the first one first.
    Ambiguous(Vec<Span>),
}

/// Finds the words of `anchor` in `source`. The span runs from the first word to the last; marks that adjoin them there
/// belong to it if `exact` begins or ends with them too.
pub fn find(anchor: &Anchor, source: &FoldedText<'_>) -> Found {
    let pieces = pieces(&anchor.exact);
    let Some(first) = pieces.first() else { return Found::Missing };
    let (before, after) = (keys(&anchor.prefix), keys(&anchor.suffix));
    let mut found: Vec<Span> = source
        .places(first)
        .filter(|&start| start >= before.len() && source.matches(start - before.len(), &before))
        .filter_map(|start| Some((start, end_of_match(&pieces, source, start).ok()?)))
        .filter(|&(_, end)| source.matches(end, &after))
        .map(|(start, end)| with_marks(&anchor.exact, source, source.spans()[start].join(source.spans()[end - 1])))
        .collect();
    found.reverse();
    match found.len() {
        0 => Found::Missing,
        1 => Found::One(found[0]),
        _ => Found::Ambiguous(found),
    }
}

/// How far an anchor that is missing can be followed: the word at which its longest beginning ends in the source, and how
/// many words that beginning has.
pub(super) fn longest_beginning(anchor: &Anchor, source: &FoldedText<'_>) -> Option<(usize, usize)> {
    let pieces = pieces(&anchor.exact);
    let beginnings = || {
        let ends = |start| end_of_match(&pieces, source, start).unwrap_or_else(|broken| broken);
        pieces.first().into_iter().flat_map(|piece| source.places(&piece[..1])).map(move |start| (ends(start), start))
    };
    let longest = beginnings().map(|(end, start)| end - start).max()?;
    let all = pieces.concat();
    let rest = all.get(longest..).unwrap_or_default();
    let rest = &rest[..rest.len().min(LONGEST_REST)];
    // Of equally long ones that behind which more of the rest follows.
    let ends = beginnings().filter(|&(end, start)| end - start == longest).map(|(end, _)| end);
    ends.max_by_key(|&end| following(rest, source, end)).map(|end| (end, longest))
}

/// How many of the words that an anchor still has stand in the source near behind the word `at`.
fn following(rest: &[u64], source: &FoldedText<'_>, at: usize) -> usize {
    let near = &source.keys()[at..source.keys().len().min(at + rest.len() + 2)];
    rest.iter().filter(|key| near.contains(key)).count()
}

/// The word behind the match that begins at the word `start`; if there is none, the word at which it broke off.
fn end_of_match(pieces: &[Vec<u64>], source: &FoldedText<'_>, start: usize) -> Result<usize, usize> {
    let follow = |at: usize, piece: &[u64]| {
        let same = source.keys()[at..].iter().zip(piece).take_while(|(a, b)| a == b).count();
        if same == piece.len() { Ok(at + same) } else { Err(at + same) }
    };
    let mut end = follow(start, &pieces[0])?;
    for piece in &pieces[1..] {
        let from = end + usize::from(!has_ellipsis(source, end));
        let to = source.keys().len().min(end + LONGEST_GAP + 1);
        end = (from..to).find(|&at| source.matches(at, piece)).ok_or(end)? + piece.len();
    }
    Ok(end)
}

/// Whether the source itself has an ellipsis before the word `at`: then nothing needs to be left out there.
fn has_ellipsis(source: &FoldedText<'_>, at: usize) -> bool {
    let from = at.checked_sub(1).map_or(0, |before| source.spans()[before].end);
    let to = source.spans().get(at).map_or(source.text.len(), |word| word.start);
    let between = Span::new(from, to).of(source.text);
    between.contains('…') || between.contains("...")
}

/// The keys of the words between the ellipses of `exact`. Ellipses at its ends mean nothing.
fn pieces(exact: &str) -> Vec<Vec<u64>> {
    let parts = exact.split('…').flat_map(|part| part.split("..."));
    parts.map(keys).filter(|piece| !piece.is_empty()).collect()
}

/// The span, and with it the marks that stand there both in the source and at the ends of `exact`.
pub(super) fn with_marks(exact: &str, source: &FoldedText<'_>, span: Span) -> Span {
    let is_mark = |c: &char| !crate::text::is_word_char(*c) && !c.is_whitespace();
    let same = |(a, b): &(char, char)| mark_class(*a) == mark_class(*b);

    let opening: Vec<char> = exact.trim_start().chars().take_while(is_mark).collect();
    let in_source = source.text[..span.start].chars().rev().take_while(is_mark);
    let before = in_source.zip(opening.into_iter().rev()).take_while(same);
    let start = span.start - before.map(|(c, _)| c.len_utf8()).sum::<usize>();

    let mut closing: Vec<char> = exact.trim_end().chars().rev().take_while(is_mark).collect();
    closing.reverse();
    let in_source = source.text[span.end..].chars().take_while(is_mark);
    let after = in_source.zip(closing).take_while(same);
    Span::new(start, span.end + after.map(|(c, _)| c.len_utf8()).sum::<usize>())
}

/// Marks that are written for each other count as the same one.
fn mark_class(c: char) -> char {
    match c {
        '“' | '”' | '„' | '‟' | '«' | '»' | '＂' => '"',
        '‘' | '’' | '‚' | '‹' | '›' | '`' | '´' => '\'',
        '‐' | '‑' | '‒' | '–' | '—' | '―' | '−' => '-',
        c => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const TEXT: &str = "It was said: “Peace, first of all, is needed by all nations.” And again: peace is needed. \
                        Countries of the world (large or small) want peace is needed to be said … thrice.";

    fn anchor(exact: &str, prefix: &str, suffix: &str) -> Anchor {
        Anchor { exact: exact.into(), prefix: prefix.into(), suffix: suffix.into(), ..Anchor::default() }
    }

    fn found(exact: &str, prefix: &str, suffix: &str) -> Vec<&'static str> {
        match find(&anchor(exact, prefix, suffix), &FoldedText::new(TEXT)) {
            Found::One(span) => vec![span.of(TEXT)],
            Found::Missing => vec![],
            Found::Ambiguous(spans) => spans.into_iter().map(|span| span.of(TEXT)).collect(),
        }
    }

    #[test]
    fn case_marks_and_white_space_do_not_count() {
        assert_eq!(found("AGAIN -- \n Peace is needed", "", ""), ["again: peace is needed"]);
    }

    #[test]
    fn an_ellipsis_of_any_form_stands_for_at_least_one_word() {
        for exact in ["Peace … is needed by all", "peace ... is needed by all", "peace, […] is needed by all"] {
            assert_eq!(found(exact, "", ""), ["Peace, first of all, is needed by all"], "{exact}");
        }
        assert_eq!(
            found("again … peace", "", ""),
            ["again: peace is needed. \
                        Countries of the world (large or small) want peace"]
        );
    }

    #[test]
    fn an_ellipsis_that_the_source_itself_has_leaves_nothing_out() {
        assert_eq!(found("to be said … thrice", "", ""), ["to be said … thrice"]);
    }

    #[test]
    fn marks_at_the_ends_belong_to_the_passage_if_the_anchor_has_them() {
        assert_eq!(
            found("\"Peace, first … all nations.\"", "", ""),
            ["“Peace, first of all, is needed by all nations.”"]
        );
        assert_eq!(found("by all nations.", "", ""), ["by all nations."]);
        assert_eq!(found("by all nations,", "", ""), ["by all nations"]);
        assert_eq!(found("(large or small)", "", ""), ["(large or small)"]);
    }

    #[test]
    fn what_stands_twice_is_told_apart_by_the_words_before_or_after() {
        assert_eq!(found("peace is needed", "", "").len(), 2);
        assert_eq!(found("peace is needed", "And again:", "").len(), 1);
        assert_eq!(found("peace is needed", "", "to be said").len(), 1);
        assert_eq!(found("peace is needed", "And", "").len(), 0, "the words must stand directly before");
    }

    #[test]
    fn what_is_not_there_or_has_no_words_is_missing() {
        assert!(found("war is needed", "", "").is_empty());
        assert!(found(" … ", "", "").is_empty());
        assert!(found("", "", "").is_empty());
    }

    #[test]
    fn an_anchor_that_breaks_off_is_followed_as_far_as_it_goes() {
        let source = FoldedText::new(TEXT);
        let (end, words) = longest_beginning(&anchor("first of all is necessary", "", ""), &source).unwrap();
        assert_eq!((source.spans()[end].of(TEXT), words), ("needed", 4));
    }

    #[test]
    fn a_word_that_stands_everywhere_costs_no_more_for_a_long_anchor() {
        let text = "apple ".repeat(20_000) + "apple b1 b0";
        let exact = (0..2000).fold("apple".to_string(), |all, i| format!("{all} b{i}"));
        let source = FoldedText::new(&text);
        let (end, words) = longest_beginning(&anchor(&exact, "", ""), &source).unwrap();
        assert!(words == 1 && end + LONGEST_REST >= 20_001, "{end}, {words}");
    }

    proptest! {
        #[test]
        fn any_run_of_words_of_a_text_is_found_in_it(
            text in "([a-c]{1,2}[ .,“”…-]{1,2}){3,30}", from in 0usize..20, len in 1usize..10,
        ) {
            let source = FoldedText::new(&text);
            let from = from % source.len();
            let to = (from + len).min(source.len());
            let span = source.spans()[from].join(source.spans()[to - 1]);
            let spans = match find(&anchor(span.of(&text), "", ""), &source) {
                Found::One(span) => vec![span],
                Found::Ambiguous(spans) => spans,
                Found::Missing => vec![],
            };
            prop_assert!(spans.contains(&span), "{spans:?} lacks {span:?}");
        }

        #[test]
        fn no_anchor_and_no_text_can_make_it_panic(text in "\\PC{0,80}", exact in "\\PC{0,20}", near in "\\PC{0,5}") {
            let source = FoldedText::new(&text);
            find(&anchor(&exact, &near, ""), &source);
            longest_beginning(&anchor(&exact, "", &near), &source);
        }
    }
}
