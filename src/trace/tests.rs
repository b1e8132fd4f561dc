//! Alterations by name, each as a reader would describe it: `{change|what the source has|what the quotation has}`.

use super::*;
use crate::corpus::Source;
use crate::index::{Builder, Index};
use crate::markup::Format;
use crate::text::each_word;

const MEETING: &str = "The delegates met in the old harbour town in March 1923. “No state shall claim any part of the strait, \
    unless all nine states agree,” the chairman said. Every vessel may pass freely in peace, and the pilots of each \
    state will guide ships of all flags without fee. Fishing rights were not to be sold to foreign companies. \
    The treaty was signed at midnight by nine tired men who had not slept for three days.";
const LETTER: &str = "My dear Anna, the garden is full of bees again. I planted the quinces you sent me along the southern \
    wall, and your aunt says they will never bear fruit in this soil. Come soon, and bring your tents and boats to the lake.";

pub(super) fn corpus(texts: &[&str]) -> (Corpus, Index) {
    let mut builder = Builder::default();
    for text in texts {
        builder.begin_source();
        each_word(text, |span, folded| builder.push(span, folded));
    }
    let mut corpus = Corpus::default();
    corpus.sources = texts.iter().map(|text| Source::new("a.txt", (*text).into(), Format::Plain).into()).collect();
    (corpus, Index::of(vec![builder]))
}

/// The verdict and the alignment of the best match, drawn.
fn traced(quotation: &str) -> String {
    let texts = [MEETING, LETTER];
    let (corpus, index) = corpus(&texts);
    let trace = Tracer { corpus: &corpus, index: &index }.trace(quotation, None);
    let Some(best) = trace.best() else { return "not found".into() };
    let draw = |edit: &Edit| {
        let (ours, theirs) = (edit.quoted.of(quotation), edit.place.span.of(texts[edit.place.source]));
        match edit.change {
            Change::Same => ours.to_string(),
            change => format!("{{{}|{}|{}}}", change.name(), theirs, ours),
        }
    };
    best.edits.iter().map(draw).collect::<Vec<_>>().join(" ")
}

#[track_caller]
fn check(quotation: &str, expected: &str) {
    assert_eq!(traced(quotation), expected);
}

#[test]
fn a_text_that_repeats_the_words_of_a_quotation_does_not_hide_the_one_that_it_comes_from() {
    let verse = "In the beginning the settlers cleared the meadow and the marsh.";
    let filler = " Rain fell on roofs and carts, while nobody thought much of anything at all.".repeat(12);
    let echo = "The settlers, having cleared meadows: the marsh, the meadows. ".repeat(9);
    let (corpus, index) = corpus(&[verse, &filler, &echo]);
    let tracer = Tracer { corpus: &corpus, index: &index };
    let trace = tracer.trace("In the beginning the settlers cleared the meadows and the marsh", None);
    assert_eq!(trace.best().map(|best| best.place().source), Some(0));
}

#[test]
fn of_two_passages_that_tell_as_much_the_one_is_taken_of_which_less_was_changed() {
    let birth =
        "It was brought forth by the same critical protest which gave birth to the movement in the harbour towns.";
    let that = "It was brought forth by the same critical protest that gave rise to the movement in the harbour towns.";
    let quotation = "brought forth by the same critical protest which gave rise to the movement in the harbour towns";
    let filler = "That rain, that which fell on roofs, and that which nobody thought of, that and which. ".repeat(40);
    for (texts, expected) in [([birth, that, &filler], 1), ([that, birth, &filler], 0)] {
        let (corpus, index) = corpus(&texts);
        let trace = Tracer { corpus: &corpus, index: &index }.trace(quotation, None);
        assert_eq!(trace.best().map(|best| best.place().source), Some(expected));
    }
    // Another form of a word is less than another word.
    let form = "They bear the living seeds of the new harbour order which is to replace the old world of the towns.";
    let word = "They bear the living seed of the new harbour order which is to replace the old one of the towns.";
    let quotation = "bear the living seed of the new harbour order which is to replace the old world of the towns";
    let (corpus, index) = corpus(&[word, form, &filler]);
    let trace = Tracer { corpus: &corpus, index: &index }.trace(quotation, None);
    assert_eq!(trace.best().map(|best| best.place().source), Some(1));
}

#[test]
fn a_missing_word_weighs_what_the_others_do_unless_these_are_everyday_words() {
    let common = "What do you do with it? ".repeat(60) + &"The pilots of this harbour bring the ships in. ".repeat(20);
    let (_, index) = corpus(&[&common, "Nobody sold granite."]);
    let weigh = |quotation: &str| {
        let tokens = quoted::tokens(quotation, &index);
        let mut weights: Vec<f32> = tokens.iter().map(Token::counts).collect();
        let last = weights.len() - 1;
        let (own, mean) = (weights[last], weights[..last].iter().sum::<f32>() / last as f32);
        let found = score::Found { tokens: 0..last, words: 0..last, ..score::Found::default() };
        piece::even_out(&tokens, &[found], &mut weights);
        (weights[last], own, mean)
    };
    let (weight, own, _) = weigh("What do you do with granite");
    assert!(weight > own, "{weight} {own}");
    let (weight, own, mean) = weigh("The pilots of this harbour bring the ships in granite");
    assert!((weight - mean).abs() < 1e-3 && weight < own, "{weight} {own} {mean}");
}

#[test]
fn a_word_that_was_added_is_not_looked_for_further_away() {
    let text = "They have more bread than any town could wish, and the ferrymen speak loftily of the sums that strangers \
        owe. They set their lamp against the harbour wall, and their song goes through the narrow streets.";
    let rain = " Rain fell on roofs and carts, while nobody thought much of anything at all.".repeat(20);
    let wine = " Where they had wine nobody would have bread.".repeat(8);
    let (corpus, index) = corpus(&[text, &(rain + &wine)]);
    let trace =
        Tracer { corpus: &corpus, index: &index }.trace("They have set their lamp against the harbour wall", None);
    let segments: Vec<&str> = trace.best().unwrap().segments.iter().map(|place| place.span.of(text)).collect();
    assert_eq!(segments, ["They set their lamp against the harbour wall"]);
}

#[test]
fn a_clause_that_was_moved_is_found_right_beside_the_rest_though_its_words_stand_elsewhere_too() {
    let text = "We are determined that every pilot of this harbour shall have a fair wage and a fair chance to grow in \
        skill and in years and to take his place in the council of the harbour. We are determined that the old \
        customs house of this harbour shall stay open through the winter storms.";
    let (corpus, index) = corpus(&[text]);
    let quotation =
        "We are determined that the old customs house in years and to take his place in the council of the harbour.";
    let trace = Tracer { corpus: &corpus, index: &index }.trace(quotation, None);
    let segments: Vec<&str> = trace.matches[0].segments.iter().map(|place| place.span.of(text)).collect();
    let both =
        "in years and to take his place in the council of the harbour. We are determined that the old customs house";
    assert_eq!(segments, [both]);
}

#[test]
fn a_sic_that_is_the_sources_own_is_quoted_with_it() {
    let (corpus, index) = corpus(&["He wrote that the harbor [sic] was empty in the spring."]);
    let tracer = Tracer { corpus: &corpus, index: &index };
    assert_eq!(tracer.trace("the harbor [sic] was empty in the", None).verdict(), Verdict::Verbatim);
    assert_ne!(tracer.trace("that [sic] the harbor was empty in the", None).verdict(), Verdict::Verbatim);
}

#[test]
fn typography_and_editorial_signs_are_no_alteration() {
    check("no  state shall\nclaim any part of the strait", "no  state shall\nclaim any part of the strait");
    check("[E]very vessel may pass freely", "Every vessel may pass freely".replacen('E', "E]", 1).as_str());
    check(
        "Every vessel may pass … and the pilots […] will guide ships",
        "Every vessel may pass {ellipsis|freely in peace|} and the pilots {ellipsis|of each state|} will guide ships",
    );
    check(
        "Every vessel may pass freely in peace (Treaty 1923, p. 5).",
        "Every vessel may pass freely in peace {editorial||Treaty 1923, p. 5}",
    );
    check("Every vessel [of any size] may pass freely", "Every vessel {editorial||of any size} may pass freely");
}

#[test]
fn words_dropped_added_replaced_and_swapped_are_named() {
    check(
        "Every vessel may pass in peace, and the pilots",
        "Every vessel may pass {dropped|freely|} in peace, and the pilots",
    );
    check("Every single vessel may pass freely in peace", "Every {added||single} vessel may pass freely in peace");
    check("Every vessel may travel freely in peace", "Every vessel may {replaced|pass|travel} freely in peace");
    check(
        "met in the town harbour old in March 1923",
        "met in the {swapped|old harbour town|town harbour old} in March 1923",
    );
    check("Every vessel may freely pass in peace", "Every vessel may {swapped|pass freely|freely pass} in peace");
    check("bring your boats and tents to the lake", "bring your {swapped|tents and boats|boats and tents} to the lake");
}

#[test]
fn an_ending_in_brackets_is_the_writers() {
    check(
        "the pilots of each state w[ould] guide ships",
        "the pilots of each state {editorial|will|w[ould} guide ships",
    );
}

#[test]
fn an_ellipsis_may_not_hide_a_negation() {
    check(
        "Fishing rights were … to be sold to foreign companies",
        "Fishing rights were {negation|not|} to be sold to foreign companies",
    );
}

#[test]
fn a_turned_meaning_is_called_a_negation() {
    check(
        "Fishing rights were to be sold to foreign companies",
        "Fishing rights were {negation|not|} to be sold to foreign companies",
    );
    check("they will bear fruit in this soil", "they will {negation|never|} bear fruit in this soil");
}

#[test]
fn numbers_spellings_capitals_and_typing_errors_are_told_apart() {
    check("the old harbor town in March 1923", "the old {spelling|harbour|harbor} town in March 1923");
    check("the old harbour town in March 1924", "the old harbour town in March {number|1923|1924}");
    check("the old Harbour town in March", "the old {case|harbour|Harbour} town in March");
    check("The delegates met in the old harbuor town", "The delegates met in the old {typing|harbour|harbuor} town");
}

#[test]
fn another_name_is_told_from_other_words_where_no_sentence_begins() {
    check(
        "My dear Clara, the garden is full of bees again",
        "My dear {name|Anna|Clara} the garden is full of bees again",
    );
    check(
        "My dear Sister, the garden is full of bees again",
        "My dear {name|Anna|Sister} the garden is full of bees again",
    );
    check(
        "My dear sister, the garden is full of bees again",
        "My dear {replaced|Anna|sister} the garden is full of bees again",
    );
    check(
        "full of bees again. They planted the quinces you sent me",
        "full of bees again {replaced|I|They} planted the quinces you sent me",
    );
}

#[test]
fn a_negation_in_brackets_turns_the_meaning() {
    check("Every vessel may [not] pass freely in peace", "Every vessel may {negation||not} pass freely in peace");
    check(
        "Fishing rights were [always] to be sold to foreign companies",
        "Fishing rights were {negation|not|always} to be sold to foreign companies",
    );
    check("Every vessel [not only ships] may pass freely", "Every vessel {editorial||not only ships} may pass freely");
}

#[test]
fn an_unmarked_omission_and_two_passages_run_together_are_named() {
    check(
        "The treaty was signed at midnight by men who had not slept for three days",
        "The treaty was signed at midnight by {dropped|nine tired|} men who had not slept for three days",
    );
    check(
        "and the pilots will guide ships of all flags",
        "and the pilots {omission|of each state|} will guide ships of all flags",
    );
    check(
        "Every vessel may pass freely in peace. I planted the quinces you sent me",
        "Every vessel may pass freely in peace {joined|I planted the quinces you sent me|} I planted the quinces you sent me",
    );
}

#[test]
fn what_is_not_there_is_not_found() {
    for text in ["", "…", "The committee adjourned after a long debate on tariffs", "the of and to in", "不存在"] {
        check(text, "not found");
    }
}
