//! Whatever a text holds, it is read to its end.

use super::*;
use crate::markup::Format;
use proptest::prelude::*;

/// Whose one passage is.
fn of_passage(page: &Page, span: Span) -> Attribution {
    of_passages(page, &[span]).remove(0)
}

/// What texts are made of here: marks, cues, names, punctuation, markup.
const PIECES: &[&str] = &[
    "“",
    "”",
    "‘",
    "’",
    "\"",
    "'",
    "«",
    "»",
    ",",
    ".",
    ":",
    ";",
    "?",
    "!",
    " — ",
    "(",
    ")",
    "- ",
    "…",
    " ",
    " ",
    "\n",
    "\n\n",
    "> ",
    "# ",
    "*",
    "said",
    "says",
    "told",
    "according to",
    "in the words of",
    "who",
    "that",
    "and",
    "by",
    "of",
    "the",
    "a",
    "he",
    "she",
    "they",
    "it",
    "his",
    "Ann Lee",
    "Mr. Berg",
    "Lee's",
    "the minister",
    "a spokesman for",
    "Bank of England",
    "on Tuesday",
    "in 1954",
    "May 3, 1999",
    "at the meeting",
    "the conference",
    "policy",
    "called",
    "was called",
    "put forward",
    "saying",
    "to say",
    "claim that",
    "1980s",
    "£300",
    "和平",
    "e\u{301}",
    "\u{fffc}",
    "`x`",
    "Über",
    "ǅ",
    "İ",
    "as",
    "quoted as saying",
    "sagte der Sprecher der",
    "hat er gesagt",
    "und das ist nicht",
    "selon",
    "a-t-elle déclaré",
    "que la",
    "et les",
    "según el",
    "dijo",
    "en 1955",
    "le 3 mai 1955",
    "lors de l’assemblée",
    "lors d’une conférence de",
    "Im Mai 1955",
    "secondo la",
    "ha detto che non",
    "disse o diretor da",
    "В 1955 году",
    "и это не",
    "по словам Соколова",
    "сказал Иван Соколов",
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn any_text_is_read_and_what_is_said_of_it_stands_in_it(
        pieces in prop::collection::vec((prop::sample::select(PIECES), any::<bool>()), 0..60),
        markdown: bool,
        at in 0..200usize,
    ) {
        let text: String = pieces.iter().map(|(piece, space)| format!("{piece}{}", if *space { " " } else { "" })).collect();
        let format = if markdown { Format::Markdown } else { Format::Plain };
        let page = Page::parse(&text, format);
        let rows = marked(&page);
        prop_assert_eq!(rows.len(), page.quotations.iter().map(|quotation| quotation.parts.len()).sum::<usize>());
        for row in &rows {
            let Attribution { speaker, date, occasion, evidence, mention, .. } = &row.attribution;
            let named = [speaker, date, occasion].into_iter().flatten().map(|named| named.span);
            for span in named.chain(*evidence).chain(*mention).chain([row.span]) {
                prop_assert!(text.get(span.start..span.end).is_some_and(|words| !words.is_empty()), "{span:?} {row:?}");
            }
            prop_assert!(row.nested_in.is_none_or(|outer| rows[outer].span.covers(row.span)));
        }
        let start = (0..=at.min(text.len())).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0);
        of_words(&page, Span::new(start, text.len()));
        // Several passages that are read together are whose each is by itself.
        let spans = [Span::new(start, text.len()), Span::new(0, start), Span::new(start / 2, start)];
        let spans = spans.map(|span| Span::new((0..=span.start).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0), span.end));
        let alone: Vec<Attribution> = spans.iter().map(|&span| of_passage(&page, span)).collect();
        prop_assert_eq!(of_passages(&page, &spans), alone);
    }
}

#[test]
fn texts_in_other_languages_have_the_speakers_that_they_name() {
    for (text, expected) in [
        ("„Das ist gut“, sagte Anna Schmidt. „Wir kommen wieder.“", &["Anna Schmidt", "Anna Schmidt"] as &[_]),
        ("Die Ministerin Anna Schmidt hat am Montag gesagt: „Das ist gut.“", &["Anna Schmidt"]),
        ("Am Montag sagte Anna Schmidt: „Das ist gut.“ Das Wort „gut“ ist neu.", &["Anna Schmidt", ""]),
        ("„Das ist gut“, hat der Sprecher der Stadt gesagt.", &["der Sprecher der Stadt"]),
        ("« C’est fini », a déclaré Jean Dupont à la presse.", &["Jean Dupont"]),
        (
            "„Niemand“, erklärte der Sprecher der Initiative, Ulf Brand, „hat mit uns geredet, und das ist schlecht.“",
            &["Ulf Brand", "Ulf Brand"],
        ),
        ("« Nous partons, a déclaré Jean Dupont, et nous ne reviendrons pas. »", &["Jean Dupont"]),
        (
            "По мнению Анны Беловой, это «ошибка». «Мы остаёмся», — сказала Анна Белова.",
            &["Анна Белова", "Анна Белова"],
        ),
        ("Jean Dupont, le maire, a dit que « la route est fermée pour nous tous ».", &["Jean Dupont"]),
        ("«Es una vergüenza», dijo Ana López. «No volveremos.»", &["Ana López", "Ana López"]),
        // Somebody else stands between, or has a clause of the tag.
        ("„Das ist gut“, sagte Anna Schmidt. Ulf Brand lachte. „Wir kommen wieder.“", &["Anna Schmidt", ""]),
        ("„Das ist gut“, sagte Anna Schmidt, und Ulf Brand lachte. „Wir kommen wieder.“", &["Anna Schmidt", ""]),
        ("«No queremos nada», añadió entre risas el alcalde de la isla.", &["el alcalde de la isla"]),
        ("«No queremos nada», dijo a la alcaldesa Ana López.", &[""]),
        ("„Das ist schade“, fügte hinzu Anna Schmidt.", &["Anna Schmidt"]),
        ("El martes Ana López dijo: «Es una vergüenza para la isla.»", &["Ana López"]),
        ("Am Abend sagte Anna Schmidt: „Das ist gut.“", &["Anna Schmidt"]),
        ("Die Ministerin Anna Schmidt kam. Die Pflegerin Ute Brand sah zu. „Das ist gut“, sagte sie.", &["Ute Brand"]),
        ("Anna Schmidt sagte, das sogenannte „Brotgeld plus“ sei nicht genug.", &[""]),
        ("Según la alcaldesa Ana López, el informe es «una vergüenza para la isla».", &["Ana López"]),
        // Nothing is known of these languages.
        ("«Det är klart», sade Anna Berg. «Vi kommer inte tillbaka.»", &["", ""]),
    ] {
        assert_eq!(speakers(text, Format::Plain), expected, "{text}");
    }
}

#[test]
fn an_event_that_only_says_which_place_is_no_occasion() {
    for (text, expected) in [
        ("On the 1955 campaign trail, Ann Lee said: “We shall mend the dam.”", ["1955", ""]),
        ("In the conference room Ann Lee said: “We shall mend the dam.”", ["", ""]),
        ("At the 1955 party conference, Ann Lee said: “We shall mend the dam.”", ["1955", "the 1955 party conference"]),
    ] {
        let row = marked(&Page::parse(text, Format::Plain)).remove(0).attribution;
        let found = [row.date, row.occasion].map(|named| named.map_or(String::new(), |named| named.text));
        assert_eq!(found, expected, "{text}");
    }
}

#[test]
fn a_report_and_a_definition_have_their_speakers_without_marks() {
    let text = "In May 1953, the Ministry of Trade proposed the three rules of fair sale. Ann Lee told the House on Friday that the rules \
                had failed in the north.";
    let page = Page::parse(text, Format::Plain);
    let whose = |words: &str, of: fn(&Page, Span) -> Attribution| {
        let start = text.find(words).unwrap();
        let said = of(&page, Span::new(start, start + words.len()));
        [said.speaker, said.date].map(|named| named.map_or(String::new(), |named| named.text))
    };
    assert_eq!(whose("the three rules of fair sale", of_passage), ["the Ministry of Trade", "May 1953"]);
    assert_eq!(
        whose("In May 1953, the Ministry of Trade proposed the three", of_passage),
        ["the Ministry of Trade", "May 1953"]
    );
    assert_eq!(whose("In May 1953, the Ministry of Trade proposed the three", of_words), ["", ""]);
    assert_eq!(whose("the rules had failed", of_words), ["Ann Lee", "Friday"]);
}

#[test]
fn a_passage_is_nobodys_where_its_sentences_are_not_all_of_one() {
    let whose = |text: &str| {
        let said = of_passage(&Page::parse(text, Format::Plain), Span::new(0, text.len()));
        said.speaker.map_or(String::new(), |named| named.text)
    };
    assert_eq!(whose("The pact is a treaty of two cities. Ann Lee said that it holds."), "");
    assert_eq!(whose("Ann Lee said that the pact is a treaty. Tom Berg said that it is a promise."), "");
    assert_eq!(whose("Ann Lee said that the pact is a treaty. It means that both cities pay."), "Ann Lee");
    assert_eq!(whose("Ann Lee said that the pact is a treaty. She said that both cities pay."), "Ann Lee");
}

#[test]
fn a_definition_has_a_speaker_and_a_date_only_where_the_text_says_so() {
    for (text, expected) in [
        ("Cold storage is defined as the slow and careful keeping of seeds.", ["", ""]),
        ("A lock gate is a device by which a control post tells its boats to wait.", ["", ""]),
        ("The marked words in this text are to be read as described in RFC 2119.", ["", ""]),
        ("The gates were closed in line with Resolution 1973.", ["", ""]),
        ("Either side may leave this pact if a Great Flood Event continues for ten days.", ["", ""]),
        ("“Closed Records” means all papers disclosed by letter.", ["", ""]),
        ("Famine, defined as three lean years, is rare.", ["", ""]),
        ("A herald is an officer by which the minister tells the towns of a law.", ["", ""]),
        (
            "In March 2011 the Ministry of Rivers adopted the Four Gates of the Delta.",
            ["the Ministry of Rivers", "March 2011"],
        ),
        ("In 2004 Tom Berg named the Two Rules of Sale, namely weight and price.", ["Tom Berg", "2004"]),
        ("The Two Rules of Sale were named by Tom Berg in 2004.", ["Tom Berg", "2004"]),
        ("According to Ann Lee, a lock is a gate with two doors.", ["Ann Lee", ""]),
        ("For Ann Lee, a lock is a gate with two doors.", ["Ann Lee", ""]),
        ("For Ann Lee, a lock is a gate; for Tom Berg, it is a door.", ["", ""]),
        ("In 1991 she defined a lock as a gate with two doors.", ["", "1991"]),
        ("In November, 1858, a lock was a gate with two doors.", ["", "November, 1858"]),
        ("History muttered that a lock is a gate with two doors.", ["", ""]),
        ("I'd say that a lock is a gate with two doors.", ["", ""]),
        ("Tonight a lock is a gate with two doors.", ["", ""]),
    ] {
        let said = of_passage(&Page::parse(text, Format::Plain), Span::new(0, text.len()));
        let found = [said.speaker, said.date].map(|named| named.map_or(String::new(), |named| named.text));
        assert_eq!(found, expected, "{text}");
    }
}

/// Whose the runs between marks of a text are, in order.
fn speakers(text: &str, format: Format) -> Vec<String> {
    let speaker = |row: &Marked| row.attribution.speaker.clone().map_or(String::new(), |named| named.text);
    marked(&Page::parse(text, format)).iter().map(speaker).collect()
}

#[test]
fn a_name_with_a_title_in_it_stays_whole() {
    let text = "“The bridge will stand for many more years,” Martin Luther King Jr. said.";
    assert_eq!(speakers(text, Format::Plain), ["Martin Luther King Jr."]);
}

/// Whose the only run between marks of a text is, and when it was said: `Ann Lee · 1954`.
fn said(text: &str) -> String {
    let rows = marked(&Page::parse(text, Format::Plain));
    let [row] = &rows[..] else { panic!("{text}") };
    let parts = [&row.attribution.speaker, &row.attribution.date].into_iter().flatten();
    parts.map(|named| named.text.as_str()).collect::<Vec<_>>().join(" · ")
}

#[test]
fn a_date_is_of_the_saying_only_where_its_own_clause_says_when() {
    for (clause, expected) in [
        ("In 1955, Ann Lee said", "Ann Lee · 1955"),
        ("Ann Lee said in 1955", "Ann Lee · 1955"),
        ("As early as 1955, Ann Lee said", "Ann Lee · 1955"),
        ("In a 1955 speech, Ann Lee said", "Ann Lee · 1955"),
        ("In a letter of 1955, Ann Lee said", "Ann Lee · 1955"),
        ("On the evening of 3 May 1955, Ann Lee said", "Ann Lee · 3 May 1955"),
        ("Ann Lee is quoted from 1955 as saying", "Ann Lee · 1955"),
        ("The decision, passed in 1955, says", "The decision · 1955"),
        ("Speaking on Friday about the war of 1955, Ann Lee said", "Ann Lee · Friday"),
        ("Of the years after 1955 Ann Lee said", "Ann Lee"),
        ("About the events of 1955 Ann Lee said", "Ann Lee"),
        ("After the war of 1955, Ann Lee said", "Ann Lee"),
        ("On the 1955 treaty, Ann Lee said", "Ann Lee"),
        ("On the 1955 treaty Ann Lee said", "Ann Lee"),
        ("On the 1955 Geneva Treaty Ann Lee said", "Ann Lee"),
        ("On the 1955 peace treaty Ann Lee said", "Ann Lee"),
        ("In her much read 1955 letter Ann Lee said", "Ann Lee · 1955"),
        ("In her widely read 1955 essay, Ann Lee said", "Ann Lee · 1955"),
        ("Ann Lee, born in 1955, said", "Ann Lee"),
        ("Elected in 1955, Ann Lee said", "Ann Lee"),
    ] {
        assert_eq!(said(&format!("{clause}: “A bridge is a promise made of iron.”")), expected, "{clause}");
    }
}

#[test]
fn a_piece_of_text_is_nobody_and_neither_is_it_by_a_pronoun() {
    for text in [
        "The article says: “A bridge is a promise made of iron.”",
        "In the article the first sentence reads: “A bridge is a promise made of iron.”",
        "That article names the obstacle. Of the years after 1949 it says: “A bridge is a promise made of iron.”",
        "Nobody has said: “A bridge is a promise made of iron.”",
        "No minister said, “A bridge is a promise made of iron.”",
        "None of them said: “A bridge is a promise made of iron.”",
    ] {
        assert_eq!(said(text), "", "{text}");
    }
    for (text, speaker) in [
        ("The article on iron says: “A bridge is a promise made of iron.”", "The article on iron"),
        ("Article 9 states that “A bridge is a promise made of iron.”", "Article 9"),
        ("Article 9 says: “A bridge is a promise made of iron.”", "Article 9"),
    ] {
        assert_eq!(said(text), speaker, "{text}");
    }
}

#[test]
fn a_reference_in_brackets_says_whose_the_words_are_and_when() {
    for (text, expected) in [
        ("“A bridge is a promise made of iron” (Ann Lee, 1991).", "Ann Lee · 1991"),
        ("“A bridge is a promise made of iron” (Lee 1991, 12).", "Lee · 1991"),
        ("“A bridge is a promise made of iron” (Lee and Berg 1991: 12).", "Lee and Berg · 1991"),
        ("Ann Lee (1991) said, “A bridge is a promise made of iron.”", "Ann Lee · 1991"),
        ("Ann Lee (1991: 12) writes: “A bridge is a promise made of iron.”", "Ann Lee · 1991"),
        ("Ann Lee writes, “A bridge is a promise made of iron” (1991, 12).", "Ann Lee · 1991"),
        ("As Tom Berg says, “A bridge is a promise made of iron” (Lee 1991, 12).", "Tom Berg"),
        ("“A bridge is a promise made of iron” (Lee, 1991, p. 12).", "Lee · 1991"),
        ("“A bridge is a promise made of iron” (London, 1991).", ""),
        ("“A bridge is a promise made of iron” (Penguin, 1991).", ""),
        ("“A bridge is a promise made of iron” (Harbour Press, 1991).", ""),
        ("“A bridge is a promise made of iron” (emphasis added).", ""),
    ] {
        assert_eq!(said(text), expected, "{text}");
    }
}

#[test]
fn the_number_of_a_line_is_no_part_of_a_speaker() {
    for (text, expected) in [
        ("1 Ann Lee said, “A bridge is a promise made of iron.”", "Ann Lee"),
        ("2 Ann Lee said in 1991, “A bridge is a promise made of iron.”", "Ann Lee · 1991"),
        ("15 Labour MPs said, “A bridge is a promise made of iron.”", "15 Labour MPs"),
    ] {
        assert_eq!(said(text), expected, "{text}");
    }
}

#[test]
fn a_text_that_somebody_quotes_is_nobody() {
    for (source, speaker) in [
        ("a report quoted by Reuters", ""),
        ("a statement, cited in the Guardian", ""),
        ("a report", "a report"),
        ("a spokesman quoted by Reuters", "a spokesman"),
        ("Ann Lee, quoted by Reuters", "Ann Lee"),
    ] {
        let before = format!("According to {source}, “a bridge is a promise made of iron.”");
        let behind = format!("“A bridge is a promise made of iron,” according to {source}.");
        assert_eq!([said(&before), said(&behind)], [speaker, speaker], "{source}");
    }
}

#[test]
fn a_document_that_speaks_is_named_without_its_verb() {
    for (text, speaker) in [
        ("The statement of policy opens: “A bridge is a promise made of iron.”", "The statement of policy"),
        ("The charter of rights closes thus: “A bridge is a promise made of iron.”", "The charter of rights"),
        ("The essay goes on: “A bridge is a promise made of iron.”", "The essay"),
        ("The shop of lamps opens: “A bridge is a promise made of iron.”", ""),
        ("The book chapter quotes Ann Lee at length. It adds: “A bridge is a promise.”", "The book chapter"),
        ("The statement of policy opens its text. It adds: “A bridge is a promise.”", "The statement of policy"),
    ] {
        assert_eq!(speakers(text, Format::Plain), [speaker], "{text}");
    }
}

#[test]
fn a_block_quotation_is_somebodys_only_where_it_is_introduced() {
    let said = "Ann Lee said: “A bridge is a promise made of iron.”\n\n> The tide never asks the pilot.\n";
    assert_eq!(speakers(said, Format::Markdown), ["Ann Lee", ""]);
    let text = "Ann Lee spoke of the tide. She said:\n\n> The tide never asks the pilot.\n";
    assert_eq!(speakers(text, Format::Markdown), ["Ann Lee"]);
}
