//! Texts chosen to do harm: whatever stands in a corpus and between a writer's marks, tracing ends, and what it finds lies
//! within the texts.

use super::tests::corpus;
use super::*;
use crate::corpus::seeds;
use proptest::prelude::*;

/// Traces and checks that every place and every edit lies where its text is.
fn trace(source: &str, quotation: &str) -> Trace {
    trace_in(&corpus(&[source, "Fishing rights were not to be sold to foreign companies."]), quotation)
}

fn trace_in((corpus, index): &(Corpus, Index), quotation: &str) -> Trace {
    let trace = Tracer { corpus, index }.trace(quotation, None);
    assert!(trace.matches.len() <= exact::MOST_PLACES);
    for found in trace.matches.iter().chain(&trace.similar) {
        assert!(found.score.is_finite() && (0.0..=1.0).contains(&found.score), "{}", found.score);
        for place in found.segments.iter().copied().chain(found.edits.iter().map(|edit| edit.place)) {
            assert!(place.span.end <= corpus.sources[place.source].slice(Span::new(0, usize::MAX)).len());
        }
        assert!(found.edits.iter().all(|edit| edit.quoted.end <= quotation.len()));
    }
    trace
}

fn seed() -> String {
    seeds(None).sources[0].slice(Span::new(0, usize::MAX)).into_owned()
}

#[test]
fn a_word_repeated_without_end_is_found_in_a_text_of_nothing_else() {
    let much = "peace ".repeat(1_000_000);
    let texts = corpus(&[&much, "Fishing rights were not to be sold to foreign companies."]);
    assert_eq!(trace_in(&texts, "peace peace peace peace").verdict(), Verdict::Verbatim);
    trace_in(&texts, &much);
    trace_in(&texts, "peace fishing peace rights peace peace were peace not peace");
    trace("peace", &much);
    trace(&seed(), &much);
}

#[test]
fn a_quotation_of_a_megabyte_of_the_sources_words_comes_to_an_end() {
    let seed = seed();
    let mut words: Vec<&str> = seed.split_whitespace().collect();
    words.sort_unstable();
    let shuffled = words.join(" ").repeat(1_000_000 / seed.len() + 1);
    trace(&seed, &shuffled);
    assert_ne!(trace(&seed, &seed.repeat(1_000_000 / seed.len() + 1)).verdict(), Verdict::NotFound);
}

#[test]
fn signs_without_words_are_found_nowhere() {
    for sign in ["[", "]", "…", ".", "(", "“", "\u{301}", "\u{ad}", "'", "[…", "[sic", "[]", "( ", " ", "\n"] {
        let much = sign.repeat(50_000);
        assert_eq!(trace(&much, &much).verdict(), Verdict::NotFound, "{sign}");
        trace(&much, "Fishing rights were not to be sold");
        trace("Fishing rights", &much);
        trace("Fishing rights", &format!("{much}Fishing{much}rights{much}"));
    }
}

#[test]
fn a_megabyte_of_signs_between_words_comes_to_an_end() {
    for sign in ["rights[]", "[rights", "rights]", "(rights", "not…", "rights . . ", "rights's'", "1.2,", "sold\u{ad}"]
    {
        trace("Fishing rights were sold. Rights, 1.2.", &sign.repeat(1_000_000 / sign.len()));
    }
}

#[test]
fn a_corpus_of_one_word_is_a_corpus() {
    for quotation in ["peace", "peace peace", "Peace!", "war", "peace and war", "[peace]", "… peace"] {
        trace("peace", quotation);
        trace("", quotation);
    }
}

proptest! {
    #![proptest_config(super::properties::config(60))]

    #[test]
    fn bytes_that_are_no_text_do_no_harm(
        a in proptest::collection::vec(any::<u8>(), 0..600), b in proptest::collection::vec(any::<u8>(), 0..600)
    ) {
        let (a, b) = (String::from_utf8_lossy(&a), String::from_utf8_lossy(&b));
        trace(&a, &b);
        trace(&a, &a);
        trace(&a, "Fishing rights were not to be sold to foreign companies");
        trace(&seed(), &b);
    }

    #[test]
    fn signs_of_quoting_anywhere_do_no_harm(
        text in "((fishing|rights|were|not|to|be|sold|companies|42|é)|[\\[\\]()….,;!?’\"*_ -]|\\[sic\\]| ){0,60}"
    ) {
        trace("Fishing rights were not to be sold to 42 foreign companies, [or] to be given away … (so they said).", &text);
    }
}
