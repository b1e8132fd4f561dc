//! Who of several people in a text speaks, and who does not.

use glossator::attribution::{Marked, marked};
use glossator::markup::{Format, Page};

fn rows(text: &str) -> Vec<Marked> {
    marked(&Page::parse(text, Format::Plain))
}

/// Whose each run between the marks of a text is.
fn speakers(text: &str) -> Vec<String> {
    let name = |row: Marked| row.attribution.speaker.map_or(String::new(), |named| named.text);
    rows(text).into_iter().map(name).collect()
}

/// Whose the last run is.
fn last(text: &str) -> String {
    speakers(text).pop().unwrap()
}

#[test]
fn who_is_named_behind_the_last_paragraph_said_all_of_them() {
    let text = "Helen Marsh said: \"The docks will stay open.\"\n\n\"The trouble began in 2009.\n\n\"It got worse in 2010.\n\n\"And \
                now it is over,\" Tom Breck told the inquiry.";
    assert_eq!(speakers(text), ["Helen Marsh", "Tom Breck", "Tom Breck", "Tom Breck"]);
}

#[test]
fn what_stands_behind_a_quotation_in_its_paragraph_may_name_somebody_else() {
    for (behind, expected) in [
        ("The words are those of Ruth Kemp, the chairwoman.", "Ruth Kemp"),
        ("That is how Ruth Kemp sees it.", ""),
        ("So begins the letter of Ruth Kemp to the council.", ""),
        ("The sheet of paper hangs on the door.", ""),
    ] {
        let text = format!("“I never met him,” Tom Breck says of Dahl.\n\n“They are liars and thieves.” {behind}");
        assert_eq!(last(&text), expected, "{behind}");
    }
}

#[test]
fn a_question_is_put_to_whoever_spoke() {
    assert_eq!(last("“The port is dead,” said Paul Dahl.\n\n“Why did it die?”"), "");
    let text = "Helen Marsh replied, “No.”\n\n“Do you regret it?” – “Not for a minute.”";
    assert_eq!(speakers(text), ["Helen Marsh", "", ""]);
}

#[test]
fn a_pronoun_means_whoever_was_spoken_of_last_or_nobody_for_certain() {
    let before = "“I agree with Simon,” said Paul Dahl.\n\n";
    for (text, expected) in [
        ("Tom Breck's reply was curt. “Let them agree,” he wrote.", "Tom Breck"),
        ("Told of the remark, Tom Breck laughed. “Poets,” he said.", "Tom Breck"),
        ("Behind him stood Hans Voss. “Never,” he muttered.", "Hans Voss"),
        ("Ruth Kemp was silent. Then came Anna Moss. “Never,” she said.", "Anna Moss"),
        ("Ruth Kemp was silent. Then came Quilla Moss. “Never,” she said.", ""),
        ("Her soft brown head bent low. “Never,” she said.", ""),
        ("The tragedy of King impressed him: “There you have it!” he said.", "Paul Dahl"),
    ] {
        assert_eq!(last(&format!("{before}{text}")), expected, "{text}");
    }
}

#[test]
fn a_relative_clause_ends_where_its_comma_is() {
    let text = "Paul Dahl said the strike, which Tom Breck had called “a farce”, was “over”.";
    assert_eq!(speakers(text), ["Tom Breck", "Paul Dahl"]);
}

#[test]
fn words_that_are_handed_on_are_not_of_whoever_hands_them_on() {
    for (text, expected) in [
        ("Paul Dahl recalled Tom Breck saying: “Time is water.”", "Tom Breck"),
        ("Ann Wise quoted the minister as saying: “We will close.”", "the minister"),
        ("Ann Wise quoted the minister, Tom Breck, as saying: “We will close.”", "Tom Breck"),
        ("Ann Wise quoted Helen Marsh as having said “never”.", "Helen Marsh"),
        ("Tom Breck read out a letter from Paul Dahl: “Burn this.”", "Paul Dahl"),
        ("Ryan Holt said he felt God speak to him: “You will do it, because you can.”", "God"),
        ("Eva Rust (2003) cites this sentence: “No harbour shall be closed.”", ""),
        ("Eva Rust reports these words: “No harbour shall be closed.”", ""),
        (
            "The results of the policy confirmed Paul Dahl's prediction that the state “would fail and fall”.",
            "Paul Dahl",
        ),
        ("The results of the policy confirmed that the state “would fail and fall”.", ""),
    ] {
        assert_eq!(last(text), expected, "{text}");
    }
}

#[test]
fn a_name_counts_more_than_the_office_beside_it() {
    for (text, expected) in [
        ("One critic, the organist Hugh Vale, said: “It never saw an oven.”", "Hugh Vale"),
        ("“It is old,” the vicar, the Rev. Simon Lake, wrote to the council.", "Simon Lake"),
        ("Both Ida Moss and Otto Benn said “enough”.", "Ida Moss and Otto Benn"),
        (
            "The Herald's John Rees in the essay “In Defence of Ports” argues that “the port is a superior form”.",
            "John Rees",
        ),
        ("Private First Class James Markwell wrote: “I have never been afraid of death.”", "James Markwell"),
        ("We follow the example of Andrew Jackson who said: “I ask for nothing.”", "Andrew Jackson"),
        ("“We will win,” Paul Dahl told supporters in Varn.", "Paul Dahl"),
        ("A letter from Paul Dahl to Tom Breck, dated 3 June 1970, ends: “Burn this.”", "Paul Dahl"),
    ] {
        assert_eq!(last(text), expected, "{text}");
    }
}

#[test]
fn an_adverb_or_what_goes_with_it_is_no_part_of_a_speaker() {
    for (text, expected) in [
        ("Thereupon Warburton murmured: “It cannot be so.”", "Warburton"),
        ("Apparently Warburton murmured: “It cannot be so.”", "Warburton"),
        ("Palmerston instantly, September 14, wrote to Russell: “It cannot be so.”", "Palmerston"),
        ("Horror-stricken, the young man could only answer: “It cannot be so.”", "the young man"),
        ("In spite of being, in effect, a one-party state Lenin later said that it “cannot be so”.", "Lenin"),
        ("Needless to say, “It cannot be so” is no answer.", ""),
        ("His voice was altered. It was late when he came down and said, “My brother is dead.”", ""),
        ("To weigh the party's proclaimed faith in “the people”, look at its deeds.", ""),
        ("In northern California a woman came up to me and said, “I am glad of it.”", "a woman"),
        ("Suffice it to say that the masters of “autonomism” do not agree.", ""),
        (
            "Special Agent Celestino Martinez came. The Americans were glad. He said, “Call me either one.”",
            "Celestino Martinez",
        ),
        ("Whoever said “time is money” never waited for a tram.", ""),
        ("It would be churlish to note that “the root of it lay in the army itself.”", ""),
        ("They told the “breathing space” (April-May 1918) from the war that followed.", ""),
    ] {
        assert_eq!(last(text), expected, "{text}");
    }
}

#[test]
fn works_and_names_are_no_speech() {
    for (text, expected) in [
        ("They sat in the old house at Quincy, reading “Quentin Durward,” and slept.", "title"),
        ("Engels wrote a diatribe “The Bakers at work” against them.", "title"),
        ("He said in his “Recollections” that it was his fault.", "title"),
        ("“I do,” wrote one reader, who signed herself “A mother”.", "other"),
    ] {
        let row = rows(text).pop().unwrap();
        assert_eq!((row.kind.name(), row.attribution.speaker), (expected, None), "{text}");
    }
}

#[test]
fn the_halves_around_somebodys_words_are_one_utterance() {
    let rows = rows("“It was,” in Ruth Kemp's words, “a long night.”");
    assert!(rows.iter().all(|row| row.kind.name() == "speech"));
    assert_eq!(rows[0].utterance, rows[1].utterance);
}

#[test]
fn dates_are_whole_and_are_dates() {
    let date = |text: &str| rows(text).pop().unwrap().attribution.date.map_or(String::new(), |named| named.text);
    for (text, expected) in [
        ("“It was a mistake,” Paul Dahl told the BBC's Today programme on 5 June.", "5 June"),
        ("Ann Lee wrote in the Herald on Friday September 29, 2000: “It is late.”", "Friday September 29, 2000"),
        ("Paul Dahl told this body from the spot that I stand on tonight that “it is late”.", ""),
        ("In 1999 the Herald reprinted Paul Dahl's words: “It is late.”", ""),
    ] {
        assert_eq!(date(text), expected, "{text}");
    }
}
