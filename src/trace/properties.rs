//! What holds of every quotation, of texts chosen at random and of texts chosen to do harm.

use super::tests::corpus;
use super::*;
use crate::corpus::seeds;
use crate::text::{fold, words};
use proptest::prelude::*;
use proptest::sample::Index as Any;
use proptest::test_runner::RngSeed;
use std::sync::LazyLock;

/// The seeds, their texts first.
static SEEDS: LazyLock<(Vec<String>, Corpus, Index)> = LazyLock::new(|| {
    let sources = seeds(None).sources;
    let texts: Vec<String> = sources.iter().map(|source| source.slice(Span::new(0, usize::MAX)).into_owned()).collect();
    let (corpus, index) = corpus(&texts.iter().map(String::as_str).collect::<Vec<_>>());
    (texts, corpus, index)
});

/// The same cases each time; a test that skips more cases than it looks at fails.
pub(super) fn config(cases: u32) -> ProptestConfig {
    ProptestConfig {
        cases,
        max_global_rejects: cases,
        rng_seed: RngSeed::Fixed(5),
        failure_persistence: None,
        ..ProptestConfig::default()
    }
}

/// The words of a passage of a seed, as places: between `fewest` and `most`.
fn passage(fewest: usize, most: usize) -> impl Strategy<Value = Vec<Place>> {
    (any::<Any>(), any::<Any>(), fewest..=most).prop_map(move |(source, start, len)| {
        let source = source.index(SEEDS.0.len());
        let all = words(&SEEDS.0[source]);
        let start = start.index(all.len() - fewest + 1);
        all[start..].iter().take(len).map(|word| Place { source, span: word.span }).collect()
    })
}

/// What a writer does to a word.
#[derive(Clone, Debug)]
enum Slip {
    Dropped,
    Swapped,
    Added(String),
    Replaced(String),
}

fn slip() -> impl Strategy<Value = Slip> {
    let word = prop_oneof![
        any::<Any>().prop_map(|at| SEEDS.2.word(at.index(SEEDS.2.len())).to_string()),
        "[a-z]{1,9}",
        "[1-9][0-9]{0,3}",
    ];
    prop_oneof![
        Just(Slip::Dropped),
        Just(Slip::Swapped),
        word.clone().prop_map(Slip::Added),
        word.prop_map(Slip::Replaced),
    ]
}

fn edited(passage: &[Place], slips: Vec<(Any, Slip)>) -> String {
    let written = |place: &Place| place.span.of(&SEEDS.0[place.source]).to_string();
    let mut words: Vec<String> = passage.iter().map(written).collect();
    for (at, slip) in slips {
        let at = at.index(words.len() - 1);
        match slip {
            Slip::Dropped => drop(words.remove(at)),
            Slip::Swapped => words.swap(at, at + 1),
            Slip::Added(word) => words.insert(at, word),
            Slip::Replaced(word) => words[at] = word,
        }
    }
    words.join(" ")
}

/// The stretches of the source that a match goes through without a leap: the places of its edits, in order. A leap is an
/// edit that quotes nothing and is called moved or joined: its place is that of all that follows, not of more words.
fn stretches(found: &Match) -> Vec<Vec<Place>> {
    let mut all = vec![Vec::new()];
    for edit in &found.edits {
        if edit.quoted.is_empty() && matches!(edit.change, Change::Moved | Change::Joined) {
            all.push(Vec::new());
        } else if let Some(last) = all.last_mut().filter(|_| !edit.place.span.is_empty()) {
            last.push(edit.place);
        }
    }
    all.retain(|places| !places.is_empty());
    all
}

proptest! {
    #![proptest_config(config(300))]

    #[test]
    fn any_passage_is_verbatim_at_its_bytes(passage in passage(4, 200)) {
        let (texts, corpus, index) = &*SEEDS;
        let place = Place { source: passage[0].source, span: passage[0].span.join(passage[passage.len() - 1].span) };
        let trace = Tracer { corpus, index }.trace(place.span.of(&texts[place.source]), None);
        prop_assert_eq!(trace.verdict(), Verdict::Verbatim);
        let is_it = |found: &Match| found.verdict == Verdict::Verbatim && found.segments == [place];
        prop_assert!(trace.verbatim > exact::MOST_PLACES || trace.matches.iter().any(is_it), "{:?}", trace.matches);
    }
}

proptest! {
    #![proptest_config(config(1000))]

    /// Three things hold of every match. What its edits quote, in order, is the quotation, word for word. Between two
    /// leaps the places of the edits, in order, are the source from the first of them to the last, word for word: to put
    /// them where the quoted words stand undoes the writer's changes. And what is called the same has the same letters.
    /// What was added or overran has an empty place; what was dropped, omitted or left out at an ellipsis quotes nothing.
    #[test]
    fn the_edits_explain_every_difference(
        passage in passage(8, 60), slips in proptest::collection::vec((any::<Any>(), slip()), 0..6)
    ) {
        let (texts, corpus, index) = &*SEEDS;
        let text = edited(&passage, slips);
        let trace = Tracer { corpus, index }.trace(&text, None);
        prop_assume!(!trace.matches.is_empty());
        for found in &trace.matches {
            let quoted: Vec<String> = found.edits.iter().map(|edit| fold(edit.quoted.of(&text))).collect();
            prop_assert_eq!(spaced(&quoted), fold(&text), "{} {:?}", &text, found);
            for places in stretches(found) {
                let theirs: Vec<String> = places.iter().map(|p| fold(p.span.of(&texts[p.source]))).collect();
                let all = places.iter().fold(places[0].span, |all, place| all.join(place.span));
                prop_assert_eq!(spaced(&theirs), fold(all.of(&texts[places[0].source])), "{} {:?}", &text, found);
            }
            for edit in found.edits.iter().filter(|edit| edit.change == Change::Same) {
                let (ours, theirs) = (edit.quoted.of(&text), edit.place.span.of(&texts[edit.place.source]));
                prop_assert_eq!(fold(ours).replace(' ', ""), fold(theirs).replace(' ', ""));
            }
        }
    }
}

fn spaced(parts: &[String]) -> String {
    parts.iter().filter(|part| !part.is_empty()).map(String::as_str).collect::<Vec<_>>().join(" ")
}
