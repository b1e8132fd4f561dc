use super::*;
use crate::corpus::{Corpus, Root};
use proptest::prelude::*;
use std::fs;
use std::sync::LazyLock;

fn library(files: &[(&str, &str)]) -> Library {
    let folder = tempfile::tempdir().unwrap();
    for (name, text) in files {
        fs::write(folder.path().join(name), text).unwrap();
    }
    Library::build(Corpus::read(&[Root::Folder(folder.path().into())]))
}

/// The passages that answer, with the words that were looked for between `❮` and `❯`.
fn found(library: &Library, words: &str) -> Vec<String> {
    let shown = |passage: Passage| {
        let source = library.source(passage.place);
        let mut out = String::new();
        let mut at = passage.place.span.start;
        for span in passage.matched {
            out += &source.slice(Span::new(at, span.start));
            out += &format!("❮{}❯", source.slice(span));
            at = span.end;
        }
        out + &source.slice(Span::new(at, passage.place.span.end))
    };
    search(library, words, 10, None).into_iter().map(shown).collect()
}

const TEXT: &str = "On Trees\n\nThe old oak stands by the river. Every spring its leaves return; the river rises. \
    A young birch grows beside it.\n\nNobody planted the birches on the far bank. They came with the wind.\n";

#[test]
fn words_are_found_in_any_order_with_other_endings_and_slips() {
    let library = library(&[("a.txt", TEXT)]);
    for (words, expected) in [
        ("river oak", "The old ❮oak❯ stands by the ❮river❯."),
        ("planted birch", "Nobody ❮planted❯ the ❮birches❯ on the far bank."),
        ("leafs retrun", "Every spring its leaves ❮return❯; the river rises."),
        ("grwos besid", "A young birch ❮grows❯ ❮beside❯ it."),
        ("nobodyplanted", "❮Nobody❯ ❮planted❯ the birches on the far bank."),
        ("far bank zebra", "Nobody planted the birches on the ❮far❯ ❮bank❯."),
    ] {
        assert_eq!(found(&library, words).first().map(String::as_str), Some(expected), "{words}");
    }
}

#[test]
fn the_last_word_may_be_unfinished_and_no_other() {
    let library = library(&[("a.txt", TEXT)]);
    assert_eq!(found(&library, "young bir")[0], "A ❮young❯ ❮birch❯ grows beside it.");
    assert_eq!(found(&library, "plan"), ["Nobody ❮planted❯ the birches on the far bank."]);
    assert!(found(&library, "plan ").is_empty(), "a blank ends a word");
    assert_eq!(found(&library, "plantde"), ["Nobody ❮planted❯ the birches on the far bank."]);
}

#[test]
fn words_that_stand_together_come_first_and_a_phrase_nowhere_else() {
    let text = "The world wants peace. Peace comes to the world. World peace is wanted.";
    let library = library(&[("a.txt", text)]);
    assert_eq!(found(&library, "world peace")[0], "❮World❯ ❮peace❯ is wanted.");
    assert_eq!(found(&library, "world peace").len(), 3);
    assert_eq!(found(&library, "\"world peace\""), ["❮World❯ ❮peace❯ is wanted."]);
    assert_eq!(found(&library, "wanted “world peace"), ["❮World❯ ❮peace❯ is ❮wanted❯."]);
}

#[test]
fn what_defines_comes_before_what_mentions_and_a_title_comes_last() {
    let notes = "[[concept]]\nid = 'h'\nname = 'harmony'\nkind = 'concept'\n[[concept.definition]]\nsource = 'a'\nexact = 'By harmony is meant that all agree.'\n";
    let text = "A Harmony\n\nThere was harmony among all of them, they say.\n\nBy harmony is meant that all agree. So be it.\n";
    let library = library(&[("a.txt", text), ("concepts.toml", notes)]);
    let all = found(&library, "harmony");
    assert_eq!(all.first().map(String::as_str), Some("By ❮harmony❯ is meant that all agree."));
    assert_eq!(all.last().map(String::as_str), Some("A ❮Harmony❯"));
}

#[test]
fn two_sentences_that_share_the_words_are_one_passage() {
    let text = "The mill burned down in winter. It was rebuilt by the miller's daughter.\n\nThe winter was long.\n";
    let library = library(&[("a.txt", text)]);
    assert_eq!(
        found(&library, "mill burned daughter")[0],
        "The ❮mill❯ ❮burned❯ down in winter. It was rebuilt by the miller's ❮daughter❯."
    );
}

#[test]
fn equal_words_of_several_sources_are_one_passage() {
    let (a, b) = ("We want peace, they said.\n", "Again:\n\n“We want PEACE,\nthey said.”\n");
    let library = library(&[("a.txt", a), ("b.txt", b)]);
    let found = search(&library, "want peace", 10, None);
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].also.len(), 1);
    assert_eq!(search(&library, "want peace", 10, Some(0))[0].place.source, 1, "its own source does not count");
}

#[test]
fn a_quotation_leads_to_its_source_even_when_it_was_altered() {
    let text =
        "The old oak stands by the river bank. Its leaves return each year, they say, however hard the winter was.";
    let library = library(&[("a.txt", text), ("b.txt", TEXT)]);
    let all = found(&library, "Its leafs came back every year they say however mild the winter");
    let best = all[0].replace(['❮', '❯'], "");
    assert_eq!(best, "Its leaves return each year, they say, however hard the winter was.");
}

#[test]
fn nothing_is_found_for_nothing() {
    let library = library(&[("a.txt", TEXT)]);
    for words in ["", " ", "\"", "?!", "x", "zebra"] {
        assert!(found(&library, words).is_empty(), "{words:?}");
    }
    assert!(found(&Library::default(), "river").is_empty());
}

#[test]
fn scripts_without_spaces_are_searched_by_their_signs() {
    let library = library(&[("a.txt", "我们要和平，不要战争。\n\n世界需要和平与发展。\n")]);
    assert_eq!(found(&library, "和平发展")[0], "世界需要❮和❯❮平❯与❮发❯❮展❯。");
    assert_eq!(found(&library, "\"要和\"").len(), 2);
}

#[test]
fn a_sentence_without_end_is_cut_around_its_words() {
    let text = format!("{} needle {}", "hay ".repeat(2000), "straw ".repeat(2000));
    let library = library(&[("a.txt", &text)]);
    let all = search(&library, "needle", 10, None);
    assert!(all[0].place.span.len() < 600, "{}", all[0].place.span.len());
    assert!(found(&library, "needle")[0].contains("❮needle❯"));
}

static SEEDS: LazyLock<Library> = LazyLock::new(|| Library::build(Corpus::read(&[Root::Seeds(None)])));

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn three_words_in_a_row_lead_to_their_sentence(at in 0usize..1_000_000) {
        let index = &SEEDS.index;
        let source = at % SEEDS.corpus.sources.len();
        let positions = index.positions_of(source);
        let start = positions.start + at % (positions.len() - 8);
        let spans = index.spans(start..start + 8);
        let place = Place { source, span: spans[0].join(spans[7]) };
        let all = search(&SEEDS, &format!("\"{}\"", SEEDS.words(place)), 100, None);
        let touches = |other: &Place| other.source == source && other.span.overlaps(place.span);
        // A phrase that runs over the end of a sentence stands in no sentence.
        let sentences = SEEDS.source(place).near(place.span).around(place.span, 0);
        let text = SEEDS.words(Place { span: sentences, ..place });
        prop_assume!(crate::text::sentences(&text).len() == 1);
        prop_assert!(all.iter().any(|p| touches(&p.place) || p.also.iter().any(touches)), "{:?}", SEEDS.words(place));
    }

    #[test]
    fn any_text_may_be_typed(words in "\\PC{0,60}") {
        for passage in search(&SEEDS, &words, 5, None) {
            prop_assert!((0.0..=1.0).contains(&passage.score));
            prop_assert!(passage.matched.iter().all(|span| passage.place.span.covers(*span)));
            prop_assert!(!passage.matched.is_empty());
        }
    }
}
