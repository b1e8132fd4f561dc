//! How reports say who speaks: clauses put in, datelines, participles, offices, titles of works, names in full.

use glossator::attribution::{Kind, Marked, marked};
use glossator::markup::{Format, Page};

/// The runs between the marks of a text, in order: whose each one is, or its kind where it is no speech.
fn read(text: &str) -> Vec<String> {
    let named = |row: Marked| match row.kind {
        Kind::Speech => row.attribution.speaker.map_or(String::new(), |named| named.text),
        kind => kind.name().to_string(),
    };
    marked(&Page::parse(text, Format::Plain)).into_iter().map(named).collect()
}

fn hold(cases: &[(&str, &[&str])]) {
    for (text, expected) in cases {
        assert_eq!(read(text), *expected, "{text}");
    }
}

#[test]
fn a_clause_that_is_put_into_a_sentence_says_who_speaks() {
    hold(&[
        ("The quay, said the pilot on Monday, was “a heap of stones.”", &["the pilot"]),
        ("The bread, says critic Ann Lee, is “as heavy as a brick.”", &["Ann Lee"]),
        ("In 1954, wrote Tom Berg, the quay was “a heap of stones.”", &["Tom Berg"]),
        // A comma stands around what is said of the subject.
        ("Ann Lee, a baker, said Tom Berg, her rival, was “a thief of recipes.”", &["Ann Lee"]),
    ]);
}

#[test]
fn a_dateline_speaks_as_little_as_its_place() {
    hold(&[
        ("OSLO (NTB) — A pilot rejected the plan, calling it “a gift to the gulls.”", &["A pilot"]),
        ("PORT LEE, Ohio (AP) — A judge closed the quay, saying it had “no right to stand.”", &["A judge"]),
        ("OSLO — Describing the quay as “a heap of stones,” Ann Lee resigned.", &["Ann Lee"]),
        ("NATO — the alliance of thirty states — said the exercise was “routine and long planned.”", &["NATO"]),
    ]);
}

#[test]
fn a_participle_of_saying_is_of_the_subject_not_of_the_object() {
    hold(&[
        ("The minister warned bakers, adding that flour was “a matter of survival.”", &["The minister"]),
        ("The mayor thanked Ann Lee, calling her “the conscience of the port.”", &["The mayor"]),
        ("The mayor met Ann Lee, calling her “the conscience of the port.”", &["The mayor"]),
        ("A man named Tom Berg said the tide was “nobody’s fault.”", &["Tom Berg"]),
        ("The captain said Ann Lee, the pilot, was “asleep on the bridge.”", &["The captain"]),
    ]);
}

#[test]
fn nobody_goes_on_behind_a_sentence_about_somebody_else() {
    let before = "“I was tired,” Ann Lee said.";
    for (between, expected) in [
        ("She sat down.", "Ann Lee"),
        ("And now?", "Ann Lee"),
        ("Voss disagreed.", ""),
        ("Not everyone thinks so.", ""),
        ("The reply was swift.", ""),
        ("A voice from the quay answered.", ""),
        ("The pilot Tom Berg laughed.", "Tom Berg"),
    ] {
        assert_eq!(read(&format!("{before} {between} “We are all tired.”")), ["Ann Lee", expected], "{between}");
    }
}

#[test]
fn an_office_before_a_name_is_none_of_it() {
    for office in [
        "former Olympic champion",
        "Nobel laureate",
        "co-author",
        "vice-chairman",
        "ex-minister",
        "two-time Harbour Cup winner",
        "retired Army colonel",
        "longtime Boston resident",
        "prize-winning baker",
    ] {
        assert_eq!(read(&format!("“It was a good race,” said {office} Tom Berg.")), ["Tom Berg"], "{office}");
    }
    hold(&[
        ("“It was a good race,” said a former Olympic champion.", &["a former Olympic champion"]),
        ("Ann Lee KC told the court that the boat was “a coffin with sails.”", &["Ann Lee"]),
        ("Ann Lee’s brother, Tom, mended nets. “We never had enough of them,” he said.", &["Tom"]),
        ("Her daughter, the actress Ann Lee, comes in. “Is that the axe story?” she asks.", &["Ann Lee"]),
        ("One of them, who gave no name, said the port was treated “like a cellar.”", &["One of them"]),
        ("The club’s bylaws state that a member may be drowned “with or without cause.”", &["The club’s bylaws"]),
    ]);
}

#[test]
fn whom_an_agency_quotes_says_it() {
    hold(&[
        ("“The bridge will hold,” Reuters quoted Berg as saying.", &["Berg"]),
        ("Reuters quoted him as saying the port was “closed until further notice.”", &[""]),
        ("Ann Lee came. “The bridge will hold,” Reuters quoted her as saying.", &["Ann Lee"]),
    ]);
}

#[test]
fn the_title_of_a_work_inside_a_clause_is_no_speech() {
    hold(&[
        ("Ann Lee, author of “The Long Tide,” said the plan “deserves to be drowned.”", &["title", "Ann Lee"]),
        ("Ann Lee, in her book “Tides,” says the plan “deserves to be drowned.”", &["title", "Ann Lee"]),
        ("Tom Berg, who played in “The Long Tide,” said the sea “makes a poor friend.”", &["title", "Tom Berg"]),
        ("In “The Long Tide,” Ann Lee writes that the plan “deserves to be drowned.”", &["title", "Ann Lee"]),
        ("The editors, in a note titled “A Bad Plan,” say the tide “has no opinion.”", &["title", "The editors"]),
        ("Ann Lee wrote “A Matter of Tides for All Who Sail.”", &["title"]),
    ]);
}

#[test]
fn what_is_usual_or_was_mentioned_before_is_nobodys_word() {
    hold(&[
        ("Young towns introduce “the worse habits of the old ones.”", &["other"]),
        ("It shows the habit noted earlier for ships to drift, trusting in their “friends” ashore.", &["other"]),
        ("The captain mentioned earlier that the boat was “not fit for sea.”", &["The captain"]),
        ("Ann Lee rejected Tom Berg’s accusation that she had “sold the harbour.”", &["Tom Berg"]),
    ]);
}

#[test]
fn a_speaker_is_named_in_full() {
    for (name, expected) in [
        ("Jean-Luc d’Arcy", "Jean-Luc d’Arcy"),
        ("Kimani wa Mbugua", "Kimani wa Mbugua"),
        ("Karim bin Said al-Hakim", "Karim bin Said al-Hakim"),
        ("Tom Berg of the Harbour Board", "Tom Berg"),
    ] {
        assert_eq!(read(&format!("“The sea is ours,” said {name}.")), [expected], "{name}");
    }
    hold(&[
        ("Section 3 of the act defines a boat as “a vessel that is no ship.”", &["Section 3 of the act"]),
        ("Article 5 of the treaty reads: “No party shall close the strait.”", &["Article 5 of the treaty"]),
        ("In 1987 Lars Lund of the Harbour Board wrote “that the sea is ours.”", &["Lars Lund"]),
        ("In 2008 the Harbour Society resolved: “Bread is for all.”", &["the Harbour Society"]),
        ("According to the Daily Tide, which cited two pilots, the plan was “dead.”", &["the Daily Tide"]),
        ("The claim is old: “Bread is for all” [Lund, The Long Tide, p. 437].", &["Lund"]),
    ]);
}
