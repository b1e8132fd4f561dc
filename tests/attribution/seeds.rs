//! The five documents that come with the program, and the traps in them.

use glossator::attribution::{Attribution, Kind, Marked, marked, of_passages};
use glossator::markup::{Format, Page};
use glossator::text::Span;
use std::path::Path;

const INDEPENDENT: &str = "independent-foreign-policy-of-peace";
const OBJECTIVE: &str = "objective-of-cpc-international-relations";
const OPPOSING: &str = "opposing-hegemonism-and-safeguarding-world-peace";

fn text(source: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("seeds").join(source).with_extension("txt");
    std::fs::read_to_string(path).unwrap()
}

fn outer(source: &str) -> Vec<(String, Marked)> {
    let text = text(source);
    let rows = marked(&Page::parse(&text, Format::Plain)).into_iter().filter(|row| row.nested_in.is_none());
    rows.map(|row| (row.span.of(&text).to_string(), row)).collect()
}

/// The row whose words begin so.
fn row(source: &str, start: &str) -> Marked {
    let found = outer(source).into_iter().find(|(text, _)| text.starts_with(start));
    found.unwrap_or_else(|| panic!("{start} is not between marks")).1
}

/// Whose the passage with these words is.
fn whose(source: &str, words: &str) -> Attribution {
    let text = text(source);
    let start = text.find(words).unwrap_or_else(|| panic!("{words} is not in {source}"));
    of_passages(&Page::parse(&text, Format::Plain), &[Span::new(start, start + words.len())]).remove(0)
}

fn speaker(attribution: &Attribution) -> &str {
    attribution.speaker.as_ref().map_or("", |named| named.text.as_str())
}

fn date(attribution: &Attribution) -> &str {
    attribution.date.as_ref().map_or("", |named| named.text.as_str())
}

#[test]
fn speech_is_told_from_terms_and_titles_and_has_its_speakers() {
    let gold = [
        (INDEPENDENT, "China must be independent", "Mao Zedong"),
        (INDEPENDENT, "The ‘Five Principles of Peaceful Coexistence’ should", "the Chinese government"),
        (INDEPENDENT, "The ‘Five Principles of Peaceful Coexistence’ stipulate", "the Chinese government"),
        (INDEPENDENT, "Independence and self-reliance", "Deng Xiaoping"),
        (INDEPENDENT, "China will not align", "Deng Xiaoping"),
        (
            OBJECTIVE,
            "The tasks and objectives",
            "Decision on the Communist and Workers' Parties Conference of Different Countries",
        ),
        (OBJECTIVE, "The general task", "Mao Zedong"),
        (OBJECTIVE, "We are to unite", "Mao Zedong"),
        (OBJECTIVE, "The objective of Chinese", "Deng Xiaoping"),
        (OBJECTIVE, "is to maintain", "Deng Xiaoping"),
        (OBJECTIVE, "Peaceful development is", "Hu Jintao"),
        (OBJECTIVE, "On the principles", "Jiang Zemin"),
        (OBJECTIVE, "facilitating the friendship", "Jiang Zemin"),
        (
            OBJECTIVE,
            "Consolidating",
            "a decision on elevating the party's governing ability made by the CPC Central Committee",
        ),
        (OBJECTIVE, "We hope to have", "Deng Xiaoping"),
        (OBJECTIVE, "Our plan", "Deng Xiaoping"),
        (OBJECTIVE, "Safeguarding world peace", "Deng Xiaoping"),
        (OBJECTIVE, "It is also the need", "Deng Xiaoping"),
        (OBJECTIVE, "The CPC is active", "The CPC"),
        (OPPOSING, "Our overall mission", "Mao Zedong"),
        (OPPOSING, "daring to fight", "Mao Zedong"),
    ];
    let rows: Vec<_> = [INDEPENDENT, OBJECTIVE, OPPOSING].map(outer).concat();
    let speech = rows.iter().filter(|(_, row)| row.kind == Kind::Speech).count();
    assert_eq!((rows.len(), speech), (42, gold.len()));
    for (source, start, expected) in gold {
        let row = row(source, start);
        assert_eq!((row.kind, speaker(&row.attribution)), (Kind::Speech, expected), "{start}");
    }
    // Of the rest only one has somebody who put it forward.
    let others: Vec<_> = rows.iter().filter(|(_, row)| row.kind != Kind::Speech).collect();
    let named: Vec<_> = others.iter().filter(|(_, row)| row.attribution.speaker.is_some()).collect();
    assert_eq!(named.len(), 1, "{named:?}");
    let attribution = &named[0].1.attribution;
    assert_eq!((speaker(attribution), date(attribution)), ("Zhou Enlai", "1955"));
}

#[test]
fn dates_and_occasions_are_those_of_the_clause() {
    for (source, start, date, occasion) in [
        (
            INDEPENDENT,
            "China must be",
            "June 1949",
            "the preparatory meeting of the New Political Consultative Conference",
        ),
        (INDEPENDENT, "China will not", "1985", "the enlarged meeting of the Central Military Commission"),
        (OBJECTIVE, "On the principles", "1997", "the 15th CPC National Congress"),
        (
            OBJECTIVE,
            "Peaceful development is",
            "September 2005",
            "the meeting commemorating the 60th anniversary of the United Nations",
        ),
        (OBJECTIVE, "The general task", "", ""),
        (
            OPPOSING,
            "Our overall mission",
            "1954",
            "the opening speech of the first Plenary Meeting of the National People's Congress",
        ),
    ] {
        let attribution = row(source, start).attribution;
        let found = attribution.occasion.as_ref().map_or("", |named| named.text.as_str());
        assert_eq!((self::date(&attribution), found), (date, occasion), "{start}");
    }
}

#[test]
fn two_documents_that_date_the_same_thing_differently_both_keep_their_date() {
    let one = whose(INDEPENDENT, "Five Principles of Peaceful Coexistence”, namely");
    let other = whose(OBJECTIVE, "Five Principles for Peaceful Coexistence: mutual");
    assert_eq!((speaker(&one), date(&one)), ("China", "mid-1950s"));
    assert_eq!((speaker(&other), date(&other)), ("China", "1953"));
}

#[test]
fn an_image_that_occurs_twice_is_nobodys_and_no_utterance() {
    for (source, words) in
        [(INDEPENDENT, "swallow the bitter fruit that"), (OPPOSING, "swallow the bitter fruits that")]
    {
        assert_eq!(whose(source, words), Attribution::default(), "{words}");
    }
}

#[test]
fn quotations_without_a_cue_of_their_own_continue_what_stands_before_them() {
    for (source, start) in [
        (INDEPENDENT, "The ‘Five Principles of Peaceful Coexistence’ stip"),
        (OBJECTIVE, "We hope"),
        (OBJECTIVE, "It is also"),
    ] {
        let attribution = row(source, start).attribution;
        assert!(attribution.speaker.is_some() && !attribution.is_sure, "{start}: {attribution:?}");
    }
}

#[test]
fn the_halves_of_a_split_quotation_are_one_utterance_and_its_neighbours_are_not() {
    let utterance = |start: &str| row(OBJECTIVE, start).utterance;
    assert_eq!(utterance("The objective of"), utterance("is to maintain"));
    let others = ["The objective of", "We hope", "Our plan", "Safeguarding", "It is also"].map(utterance);
    assert!(others.iter().all(|one| others.iter().filter(|other| *other == one).count() == 1), "{others:?}");
}

#[test]
fn every_speaker_date_and_occasion_stands_in_the_text() {
    for source in [INDEPENDENT, OBJECTIVE, OPPOSING] {
        let text = text(source);
        for row in marked(&Page::parse(&text, Format::Plain)) {
            let Attribution { speaker, date, occasion, .. } = &row.attribution;
            for named in [speaker, date, occasion].into_iter().flatten() {
                assert_eq!(named.span.of(&text).split_whitespace().collect::<Vec<_>>().join(" "), named.text);
            }
        }
    }
}

#[test]
fn straight_apostrophes_beside_straight_marks() {
    let text = "\"It's the dogs' dinner,\" said Ann O'Neill. \"The boys' mother didn't say 'yes' at first,\" she added. 'It wasn't me,' \
                Tom O'Brien's lawyer, Sue Lee, said.";
    let rows = marked(&Page::parse(text, Format::Plain));
    let shown: Vec<_> = rows.iter().map(|row| (row.span.of(text), speaker(&row.attribution))).collect();
    assert_eq!(
        shown,
        [
            ("It's the dogs' dinner,", "Ann O'Neill"),
            ("The boys' mother didn't say 'yes' at first,", "Ann O'Neill"),
            ("yes", ""),
            ("It wasn't me,", "Sue Lee"),
        ]
    );
}

#[test]
fn no_rule_holds_a_phrase_of_these_texts() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/attribution");
    let files = [folder.join("languages"), folder].into_iter().flat_map(|folder| std::fs::read_dir(folder).unwrap());
    let files = files.map(|file| file.unwrap().path()).filter(|path| path.is_file());
    let code = files.map(|path| std::fs::read_to_string(path).unwrap()).collect::<String>().to_lowercase();
    for (text, row) in [INDEPENDENT, OBJECTIVE, OPPOSING].map(outer).concat() {
        let words: Vec<&str> = text.split_whitespace().collect();
        let phrase = words[..words.len().min(4)].join(" ").to_lowercase();
        assert!(words.len() < 2 || !code.contains(&phrase), "{phrase}");
        let named = speaker(&row.attribution).to_lowercase();
        assert!(named.is_empty() || !code.contains(&named), "{named}");
    }
}
