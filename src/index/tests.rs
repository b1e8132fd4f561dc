//! What an index knows of its sources, whatever segments they are spread over.

use super::*;
use crate::text::{each_word, words};
use proptest::prelude::*;

fn bytes(sources: &[&str]) -> Vec<u8> {
    let builder = |text: &&str| {
        let mut builder = Builder::default();
        builder.begin_source();
        each_word(text, |span, folded| builder.push(span, folded));
        builder
    };
    encode(sources.iter().map(builder).collect())
}

/// Each slice is a segment.
fn index(segments: &[&[&str]]) -> Index {
    let homes = segments
        .iter()
        .enumerate()
        .flat_map(|(segment, sources)| (0..sources.len()).map(move |document| Some(Home { segment, document })));
    let of = |sources: &&[&str]| Arc::new(Segment::from_bytes(bytes(sources)).unwrap());
    Index::new(segments.iter().map(of).collect(), homes.collect())
}

fn places(index: &Index, phrase: &str) -> Vec<(usize, Span)> {
    let terms: Vec<Term> = words(phrase).iter().map(|word| index.look_up(&word.folded)).collect();
    let place =
        |start: usize| (index.source_at(start).unwrap(), index.span(start).join(index.span(start + terms.len() - 1)));
    index.phrase(&terms).into_iter().map(place).collect()
}

#[test]
fn a_phrase_is_found_wherever_it_stands() {
    let index = index(&[&["Peace and war.", "War is not peace"], &["War  and \u{201c}Peace\u{201d} and war"]]);
    assert_eq!(index.look_up("peace").count(), 3);
    assert_eq!(places(&index, "peace and war"), [(0, Span::new(0, 13)), (2, Span::new(12, 28))]);
    assert_eq!(places(&index, "not peace"), [(1, Span::new(7, 16))]);
    assert!(places(&index, "war war").is_empty() && places(&index, "unknown war").is_empty());
}

#[test]
fn a_phrase_whose_last_word_is_being_written_is_found_where_it_goes_on_like_that() {
    let index = index(&[&["Peace and war.", "Peace and water, peace and"], &["peace and, and what"]]);
    let begun = |phrase: &str, prefix| {
        let terms: Vec<Term> = words(phrase).iter().map(|word| index.look_up(&word.folded)).collect();
        let found = index.begun(&terms, prefix, 9, |_| true);
        found.into_iter().map(|start| index.words(start..start + terms.len() + 1).join(" ")).collect::<Vec<_>>()
    };
    assert_eq!(begun("peace and", "wa"), ["peace and war", "peace and water"]);
    assert_eq!(begun("and", "w"), ["and war", "and water", "and what"]);
    assert_eq!(begun("peace and", ""), ["peace and war", "peace and water", "peace and and"]);
    assert!(begun("peace and", "x").is_empty() && begun("", "wa").is_empty() && begun("unknown and", "w").is_empty());
}

#[test]
fn the_layout_is_that_of_its_version() {
    let text: String = (0..900).map(|i| format!("word{} of the {} ", i % 300, i % 17)).collect();
    let bytes = bytes(&[&text, "Peace, ﬁnally"]);
    // Without the header, and without the checksum at the end: with it the hash of all bytes would be the same.
    let sections = &bytes[200..bytes.len() - 4];
    // Whoever changes this number raises the version in `layout`, so that no older file is misread.
    assert_eq!(crc32fast::hash(sections), 1_847_178_591);
}

#[test]
fn no_phrase_stands_across_two_sources() {
    let index = index(&[&["Peace and", "war"]]);
    assert!(places(&index, "and war").is_empty());
}

#[test]
fn a_source_that_is_gone_is_not_found() {
    let segment = Arc::new(Segment::from_bytes(bytes(&["Peace and war", "Peace and quiet"])).unwrap());
    let index = Index::new(vec![segment], vec![Some(Home { segment: 0, document: 1 })]);
    assert_eq!(places(&index, "peace and"), [(0, Span::new(0, 9))]);
    assert!(places(&index, "war").is_empty());
}

#[test]
fn a_word_tells_less_behind_the_word_that_it_always_follows() {
    let index =
        index(&[&["It came to pass. It came to pass. It came to pass. It came to grief, to nothing, to an end"]]);
    let term = |word| index.look_up(word);
    assert!(index.weight_after(&term("came"), &term("to")) < 0.5 * index.weight(&term("to")));
    assert_eq!(index.weight_after(&term("to"), &term("grief")), index.weight(&term("grief")));
}

#[test]
fn an_empty_corpus_has_no_words_and_no_panics() {
    for index in [index(&[]), index(&[&[]]), index(&[&[""]]), Index::default()] {
        assert!(index.is_empty() && index.words(3..9).is_empty() && places(&index, "a b").is_empty());
        assert_eq!((index.positions_of(0).len(), index.word(7), index.span(7)), (0, "", Span::new(0, 0)));
    }
}

#[test]
fn merged_segments_know_what_they_knew_apart() {
    let texts = ["Peace and war.", "", "Wars, ﬁve of them: peace and…", "gone"];
    let apart = [bytes(&texts[..2]), bytes(&texts[2..])].map(|bytes| Segment::from_bytes(bytes).unwrap());
    let [first, second] = &apart;
    let merged = merge(&[(first, 0), (first, 1), (second, 0)]).unwrap();
    assert_eq!(merged, bytes(&texts[..3]));
}

#[test]
fn common_phrases_are_found_among_very_many() {
    let hay = "of the one and the many of it and so the one of the other ".repeat(700);
    let text = format!("{hay} and so of it the one {hay}");
    let index = index(&[&[&text]]);
    assert_eq!(places(&index, "and so of it the one").len(), 1);
    assert_eq!(places(&index, "it and so the one of the other of the one").len(), 1398);
}

#[test]
fn one_word_a_million_times_is_no_trouble() {
    let text = "so ".repeat(300_000);
    let index = index(&[&[&text]]);
    let terms = vec![index.look_up("so"); 1_500];
    assert!(!index.phrase(&terms).is_empty());
}

#[test]
fn every_damage_to_a_file_is_noticed_before_what_it_says_is_believed() {
    let text: String = (0..30_000).map(|i| format!("word{} of the {} ", i % 5_000, i % 17)).collect();
    let whole = bytes(&[&text, "peace and war"]);
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("segment");
    for at in (0..whole.len()).step_by(whole.len() / 200) {
        let mut damaged = whole.clone();
        damaged[at] ^= 0x40;
        std::fs::write(&path, &damaged).unwrap();
        if let Ok(segment) = Segment::map(&path) {
            let index = Index::new(vec![Arc::new(segment)], vec![Some(Home { segment: 0, document: 0 })]);
            places(&index, "word5 of the 3 word6");
            index.near("wird5");
            assert!(!index.segments()[0].verify(), "byte {at} of {}", whole.len());
        }
        std::fs::write(&path, &whole[..at]).unwrap();
        assert!(Segment::map(&path).is_err(), "cut at {at}");
    }
    std::fs::write(&path, &whole).unwrap();
    assert!(Segment::map(&path).unwrap().verify());
}

#[cfg(unix)]
#[test]
fn a_file_that_is_cut_short_while_it_is_read_ends_no_process_and_is_noticed() {
    let text: String = (0..60_000).map(|i| format!("word{} of the {} ", i % 5_000, i % 17)).collect();
    let whole = bytes(&[&text, "peace and war"]);
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("segment");
    for at in (0..whole.len()).step_by(whole.len() / 40) {
        for is_known in [false, true] {
            std::fs::write(&path, &whole).unwrap();
            let segment = Arc::new(Segment::map(&path).unwrap());
            let index = Index::new(vec![segment], vec![Some(Home { segment: 0, document: 0 })]);
            let ask = || {
                places(&index, "word5 of the 3 word6");
                index.near("wird5");
                index.words(0..5000);
                index.spans(0..5000);
            };
            if is_known {
                ask();
            }
            std::fs::File::options().write(true).open(&path).unwrap().set_len(at as u64).unwrap();
            // What was being read when the file was cut may be anything, even a panic, which the server survives.
            _ = std::panic::catch_unwind(std::panic::AssertUnwindSafe(ask));
            assert!(!index.segments()[0].verify(), "cut at {at}");
            assert!(index.is_damaged() && index.near("wird5").is_empty());
            std::fs::remove_file(&path).unwrap();
        }
    }
}

proptest! {
    #[test]
    fn every_beginning_of_a_phrase_is_found(
        texts in proptest::collection::vec(proptest::collection::vec(0usize..6, 0..400), 1..4),
        phrase in proptest::collection::vec(0usize..6, 1..4),
        prefix in "(a|ab|b|abc|)",
    ) {
        const WORDS: [&str; 6] = ["a", "ab", "abc", "b", "ba", "c"];
        let texts: Vec<String> =
            texts.iter().map(|text| text.iter().map(|&word| WORDS[word]).collect::<Vec<_>>().join(" ")).collect();
        let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
        let index = index(&[&texts]);
        let terms: Vec<Term> = phrase.iter().map(|&word| index.look_up(WORDS[word])).collect();
        let stands = |position: &usize, inside: &std::ops::Range<usize>| {
            let here = index.words(*position..*position + terms.len() + 1);
            let same = here.iter().zip(&phrase).all(|(word, &other)| *word == WORDS[other]);
            position + terms.len() < inside.end && same && here[terms.len()].starts_with(&prefix)
        };
        let inside = (0..texts.len()).map(|source| index.positions_of(source));
        let all: Vec<usize> = inside.flat_map(|inside| inside.clone().filter(move |at| stands(at, &inside))).collect();
        prop_assert_eq!(index.begun(&terms, &prefix, usize::MAX, |_| true), all.clone());
        let first: Vec<usize> = all.iter().copied().take(2).collect();
        prop_assert_eq!(index.begun(&terms, &prefix, 2, |_| true), first);
    }

    #[test]
    fn any_positions_can_be_asked_for(texts in proptest::collection::vec("([ab] ){0,150}", 0..4), from in 0usize..600, len in 0usize..600) {
        let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
        let index = index(&[&texts]);
        prop_assert!(index.words(from..from + len).len() <= len);
        prop_assert!(index.spans(from..from + len).len() <= len);
        index.sources_in(from..from + len);
        index.word(from);
        index.span(from);
    }

    #[test]
    fn any_passage_is_found_where_it_stands(
        text in "([a-c]{1,2}[ ,.’é-]{1,2}){1,300}", other in "([a-c] ){0,99}", from in 0usize..300, len in 1usize..80,
    ) {
        let all = words(&text);
        let index = index(&[&[&other, &text]]);
        let positions = index.positions_of(1);
        prop_assert_eq!(positions.len(), all.len());
        prop_assert!(index.words(positions).into_iter().eq(all.iter().map(|word| word.folded.as_str())));
        let from = from.min(all.len() - 1);
        let passage = &all[from..(from + len).min(all.len())];
        let span = passage[0].span.join(passage[passage.len() - 1].span);
        prop_assert!(places(&index, span.of(&text)).contains(&(1, span)));
    }
}
