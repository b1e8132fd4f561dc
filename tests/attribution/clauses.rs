//! What clauses say, and do not say, of the words between marks.

use glossator::attribution::{Marked, marked};
use glossator::markup::{Format, Page};

const WORDS: &str = "“A bridge is a promise made of iron and arithmetic”";

fn rows(text: &str) -> Vec<Marked> {
    marked(&Page::parse(text, Format::Plain))
}

/// The last run between the marks of a text: `Ann Lee · 1955`, with `?` where that is not sure.
fn last(text: &str) -> String {
    let row = rows(text).pop().unwrap();
    let parts = [&row.attribution.speaker, &row.attribution.date].into_iter().flatten();
    parts.map(|named| named.text.as_str()).collect::<Vec<_>>().join(" · ")
}

fn is_sure(text: &str) -> bool {
    rows(text).pop().unwrap().attribution.is_sure
}

fn kinds(text: &str) -> Vec<&'static str> {
    rows(text).iter().map(|row| row.kind.name()).collect()
}

#[test]
fn the_year_of_a_report_is_not_that_of_the_words_it_reports() {
    for (clause, expected) in [
        ("Tom Berg reported in 2011 that Ann Lee had declared", "Ann Lee"),
        ("Tom Berg reminded the audience in 2019 that Ann Lee once said", "Ann Lee"),
        ("In 2021, on the centenary, the Harbour Post reprinted what Ann Lee said", "Ann Lee"),
        ("Writing in 2011, Tom Berg noted how Ann Lee declared", "Ann Lee"),
        ("Tom Berg recalled that in 1955 Ann Lee had said", "Ann Lee · 1955"),
        ("Tom Berg recalled in 2019 that Ann Lee had said in 1955", "Ann Lee · 1955"),
        ("As Tom Berg wrote in 2011, Ann Lee said", "Ann Lee"),
        ("In 2011, according to Tom Berg, Ann Lee said", "Ann Lee"),
        ("In the 1965 edition Ann Lee says", "Ann Lee"),
        ("By 1976, Ann Lee had said", "Ann Lee"),
        ("Ann Lee is quoted in 1976 as saying", "Ann Lee"),
        ("It was in 1955 that Ann Lee said", "Ann Lee · 1955"),
        ("On the eve of 1976 Ann Lee said", "Ann Lee"),
        ("Ann Lee, in a speech that was printed in 1965, said", "Ann Lee"),
        ("Asked on Friday about the dam, Ann Lee said", "Ann Lee · Friday"),
        ("Ann Lee (1913–1994) declared", "Ann Lee"),
        ("In a letter to Tom Berg dated 4 July 1955 Brand wrote", "Brand · 4 July 1955"),
        ("In a letter of 4 July 1955 Ann Lee wrote", "Ann Lee · 4 July 1955"),
        ("As Ann Lee put it in 1955", "Ann Lee · 1955"),
        ("As Ann Lee once put it of 1955", "Ann Lee"),
    ] {
        assert_eq!(last(&format!("{clause}: {WORDS}.")), expected, "{clause}");
    }
}

#[test]
fn what_is_denied_asked_or_supposed_is_not_said() {
    for text in [
        "It was not Ann Lee who said WORDS.",
        "Ann Lee never said WORDS.",
        "Ann Lee didn’t say: WORDS.",
        "Did Ann Lee really say WORDS?",
        "If Ann Lee had said WORDS, nobody would have been surprised.",
        "Had Ann Lee said WORDS, nobody would have been surprised.",
        "Ann Lee denied having said WORDS.",
        "It is not true that Ann Lee said WORDS.",
        "Ann Lee might have said: WORDS.",
        "Ann Lee would never say WORDS.",
        "Ann Lee told Tom Berg to say WORDS.",
        "Ann Lee refused to say WORDS.",
        "Ann Lee sat down without saying WORDS.",
        "Herr Braun bestritt, gesagt zu haben: „Die Brücke ist nicht sicher.“ Das ist nicht neu, und die Stadt weiß es.",
        "Das ist nicht neu, und die Stadt weiß es. Anna Braun hat nie gesagt: „Die Brücke ist nicht sicher.“",
        "Ce n’est pas dans le livre, et la ville le sait. Anne Petit n’a jamais dit : « Le pont est une promesse de fer. »",
        "No es nuevo, y la ciudad lo sabe. Ana López nunca dijo: «El puente es una promesa de hierro.»",
    ] {
        assert_eq!(last(&text.replace("WORDS", WORDS)), "", "{text}");
    }
    for text in [
        "Ann Lee said not only in 1955: WORDS.",
        "Asked if the dam was safe, Ann Lee said: WORDS.",
        "Ann Lee went on to say: WORDS.",
        "Ann Lee did not hesitate to say: WORDS.",
    ] {
        assert!(last(&text.replace("WORDS", WORDS)).starts_with("Ann Lee"), "{text}");
    }
}

#[test]
fn who_speaks_about_words_may_not_have_said_them() {
    for text in [
        "As Ann Lee writes, WORDS is the core of the speech.",
        "In the view of Ann Lee, WORDS was a turning point.",
        "According to Ann Lee, WORDS became a slogan.",
        "Ann Lee said in 2017 that WORDS remains true.",
        "Ann Lee commented on WORDS in 1990.",
        "Ann Lee dismissed WORDS as rhetoric.",
        "Ann Lee recalled: WORDS.",
        "Ann Lee liked to quote: WORDS.",
        "WORDS, Ann Lee quoted.",
        "WORDS (Ann Lee, 2007: 12).",
        "Tom Berg accused Ann Lee of saying WORDS.",
        "Ann Lee is wrongly said to have declared WORDS.",
        "Ann Lee is credited with saying WORDS.",
        "Perhaps Ann Lee said WORDS.",
        "In the film, Ann Lee says WORDS.",
        "Ann Lee held a sign saying WORDS.",
        "WORDS — Ann Lee, 2011, p. 12.",
        "Das ist nicht neu, und die Stadt weiß es. Anna Braun soll gesagt haben: „Die Brücke ist nicht sicher.“",
        "Ann Lee explained WORDS in 1955.",
    ] {
        assert!(!is_sure(&text.replace("WORDS", WORDS)), "{text}");
    }
    for text in [
        "Ann Lee said in 1955: WORDS.",
        "Ann Lee said WORDS in 1955.",
        "WORDS, said Ann Lee.",
        "According to Ann Lee, WORDS.",
    ] {
        assert!(is_sure(&text.replace("WORDS", WORDS)), "{text}");
    }
}

#[test]
fn the_speaker_is_the_one_that_the_verb_has() {
    for (text, expected) in [
        ("Smith accused Jones of saying “I am the law”.", "Jones"),
        ("Smith accused Jones of having said “I am the law”.", "Jones"),
        ("General Director Johan Peter Brask warned that “the sea does not negotiate”.", "Johan Peter Brask"),
        ("Smith and Jones issued a joint statement: “We are the law.”", "Smith and Jones"),
        ("Smith said that critics call him “a liar”.", ""),
        ("Mary Smith said that the bridge “must go”.\n\n“No comment.”", ""),
        ("In Harrow v. Registrar, Lord Justice Penrose held that “a custodian must account for all”.", "Penrose"),
        ("Li's deputy, Anna Okafor, was more cautious: “We would rather talk.”", "Anna Okafor"),
        (
            "Kennedy said in 1961, “Ask not what a bridge can do for you,” a line written by Ted Sorensen.",
            "Kennedy · 1961",
        ),
        ("Article 5 provides that “an attack on one is an attack on all”.", "Article 5"),
        ("Huber zufolge ist das Gesetz „ein Fehler“. Das ist nicht neu, und die Stadt weiß es.", "Huber"),
        (
            "Selon l’Agence du littoral, « les digues ont tenu ». Ce n’est pas une surprise pour la ville.",
            "l’Agence du littoral",
        ),
        ("Tom Berg berichtete 2011, Anna Braun habe gesagt: „Die Brücke ist alt.“ Das ist nicht neu.", "Anna Braun"),
        ("Berichten zufolge ist das Gesetz „ein Fehler“. Das ist nicht neu, und die Stadt weiß es.", ""),
    ] {
        assert_eq!(last(text), expected, "{text}");
    }
}

#[test]
fn a_speaker_is_shown_where_the_clause_names_him() {
    let text = "In 2010 Tom Hill founded the club. In 2015 Tom Hill said: “The club is dead.”";
    let speaker = rows(text).pop().unwrap().attribution.speaker.unwrap();
    assert_eq!((speaker.span.start, speaker.span.end), (43, 51));
}

#[test]
fn terms_are_told_from_titles_and_from_speech() {
    for (text, expected) in [
        ("“Confidential Information” means all that is marked so.", "term"),
        ("“Force Majeure Event” shall mean any event outside control.", "term"),
        ("“Business Day”: any day on which banks are open.", "term"),
        ("“Affiliate” means any company under common control.", "term"),
        ("A “lease” is a contract for the use of land.", "term"),
        ("This act “MUST NOT” be done.", "term"),
        ("Der Begriff „Rückbau“ bezeichnet den Abbau einer Anlage und ist nicht neu in der Stadt.", "term"),
        ("Le terme « laïcité » désigne la séparation des Églises et de l’État dans le pays.", "term"),
        ("In “War and Peace”, Tolstoy describes a battle.", "title"),
        ("Nye wrote a book, “Soft Power”, in 2004.", "title"),
        ("Smith wrote “The Law of War” in 1920.", "title"),
        ("Mary Smith shouted “NO MORE BRIDGES”.", "speech"),
        ("The minister calls the reform “half-hearted”.", "speech"),
    ] {
        assert_eq!(kinds(text), [expected], "{text}");
    }
}

#[test]
fn the_same_words_are_one_term() {
    let text = "The “Rules of Fair Sale” concept is old. The policy of “Rules of Fair Sale” failed. It is based on “Rules of Fair Sale”.";
    assert_eq!(kinds(text), ["term", "term", "term"]);
}

#[test]
fn the_halves_around_a_parted_verb_are_one_utterance() {
    let text = "Das ist nicht neu, und die Stadt weiß es. „Wir haben zehn Jahre“, fügte er hinzu, „und acht davon sind verplant.“";
    let utterances: Vec<_> = rows(text).iter().map(|row| row.utterance).collect();
    assert_eq!(utterances[0], utterances[1]);
}

#[test]
fn a_word_that_is_explained_or_what_something_is_called_is_a_term() {
    for (text, expected) in [
        ("Mr Pugh argued that it meant no more than “looked at”.", "term"),
        ("He concludes that what is often called “social capital” is dear.", "term"),
        ("“Symphony”, she points out, is Greek for “sounding together”.", "term"),
        ("Ann Lee said that it meant trouble: “The dam will not hold.”", "speech"),
        ("“Herring,” as Ann Lee once put it, “is the beginning of wisdom.”", "speech"),
    ] {
        assert!(kinds(text).iter().all(|kind| *kind == expected), "{text}");
    }
}

#[test]
fn the_year_of_a_document_dates_what_it_says() {
    for (text, expected) in [
        ("The Harbour Charter of 1952 states that WORDS.", "The Harbour Charter of 1952 · 1952"),
        ("A petition of 1919, signed by sixty people, states: WORDS.", "A petition · 1919"),
        (
            "Ann Lee used it in her address to the congress on 1 October 1979, in which she called the charter WORDS.",
            "Ann Lee · 1 October 1979",
        ),
    ] {
        assert_eq!(last(&text.replace("WORDS", WORDS)), expected, "{text}");
    }
}

#[test]
fn what_words_stand_in_is_their_occasion() {
    for (text, expected) in [
        ("In her memoirs, published after her death, Ann Lee confessed: WORDS.", "her memoirs"),
        ("Ann Lee had written in her notebook: WORDS.", "her notebook"),
        ("The Court of Appeal, in a short ruling of 9 October 1988, agreed: WORDS.", "a short ruling"),
        (
            "In a letter to the council dated 2 October 1963, Ann Lee had warned that it was WORDS.",
            "a letter to the council",
        ),
        ("In an email to staff seen by this newspaper, Ann Lee wrote that it was WORDS.", "an email to staff"),
        ("At the Bandung Conference Ann Lee said that the sea was WORDS.", "the Bandung Conference"),
        ("The Courier wrote in its obituary that she was WORDS.", "its obituary"),
    ] {
        let row = rows(&text.replace("WORDS", WORDS)).pop().unwrap();
        assert_eq!(row.attribution.occasion.map(|named| named.text).as_deref(), Some(expected), "{text}");
    }
}

#[test]
fn a_given_name_may_be_written_like_a_preposition() {
    for (text, speaker) in [
        ("Per Holm said in 1955: WORDS.", "Per Holm · 1955"),
        ("In 1955 Per Holm said: WORDS.", "Per Holm · 1955"),
        ("WORDS, wrote Per Olav Holm.", "Per Olav Holm"),
        ("Per the agreement, Ann Lee said: WORDS.", "Ann Lee"),
        ("Per Article 5, Ann Lee said: WORDS.", "Ann Lee"),
    ] {
        assert_eq!(last(&text.replace("WORDS", WORDS)), speaker, "{text}");
    }
}
