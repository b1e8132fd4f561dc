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

#[test]
fn a_pronoun_means_the_one_whose_sex_is_known_and_nobody_where_another_may_be_meant() {
    for (text, expected) in [
        (
            "Ann Lee spoke first. She recalled what Okoro had told her: “The sea is free.” She asked: “Is it still?”",
            "Ann Lee",
        ),
        // What somebody is said to do to her is no reason to take him for her.
        (
            "“It was dear,” Ann Lee says, laughing.\n\nThe critic Orlo Brandt once described her music as “a fall downstairs”. She has it framed. “It is the best of all,” she says.",
            "",
        ),
        (
            "“I would rather not,” the doctor answered, and he gave the sheet to Nora Flint.\n\nShe read it twice. “It is not his,” she said.",
            "Nora Flint",
        ),
        ("“No,” said the old woman.\n\nNora, who was reading, closed her book. It was new. “Why?” she asked.", "Nora"),
        (
            "“I did not,” said Mr Larkin.\n\nMr Justice Okoye held that the board had been “careless from beginning to end”. “A rule which nobody reads,” he wrote, “protects nobody.”",
            "Okoye",
        ),
    ] {
        assert_eq!(last(text), expected, "{text}");
    }
}

#[test]
fn a_surname_alone_means_whom_the_text_called_by_it_before_there_was_another() {
    let text = "The composer Magda Rowe lives here. “Sit,” says Rowe.\n\nHer daughter, the cellist Ada Rowe, comes in. “Tea?” asks Ada.\n\nThe room is cold. The clock stops. Rowe shrugs. “It is late,” says Rowe.";
    assert_eq!(last(text), "Magda Rowe");
}

#[test]
fn somebody_may_be_called_by_name_behind_a_noun() {
    for text in [
        "The hall's caretaker, a quiet woman called Joan Petty, was the last to leave. “Someone has to stack the chairs,” she said.",
        "A quiet woman named Joan Petty left. “Someone has to stack the chairs,” she said.",
    ] {
        assert_eq!(last(text), "Joan Petty", "{text}");
    }
    assert_eq!(last("The minister called Ann Lee “a liar and a thief”."), "The minister");
}

#[test]
fn whose_words_are_is_told_without_a_verb_of_saying_as_well() {
    for (text, expected) in [
        ("For Baird (1986: 235), trust is “accepted vulnerability to another's ill will”.", "Baird"),
        ("This is the view of Simone Vasseur, for whom institutions are “habits with a letterhead”.", "Simone Vasseur"),
        (
            "Compare the remark attributed to Lord Ashcombe: “I trust no man whose ledger I have not seen.”",
            "Lord Ashcombe",
        ),
        (
            "The Dictionary of Thought (2011) gives the following definition: “Trust: the hope of not being cheated.”",
            "The Dictionary of Thought",
        ),
        (
            "On the wall hangs a telegram from the conductor Bruno Salz, sent in 1951: “Arriving Tuesday. Bring trombones.”",
            "Bruno Salz",
        ),
        (
            "He voted for the Harbour Act of 1949, which promised “fair access for all inshore boats”.",
            "the Harbour Act of 1949",
        ),
        ("The delegate of Norway disagreed: in his words, it was “a keel without a ship”.", "The delegate of Norway"),
        ("Ms Devereux submitted that this was “as plain an instruction as one could wish for”.", "Ms Devereux"),
        (
            "Clara Ferrant was milder than that. In her last essay she took it back, writing that the map was “never meant to be read”.",
            "Clara Ferrant",
        ),
    ] {
        assert_eq!(last(text), expected, "{text}");
    }
    assert_eq!(speakers("“Sit,” Ann Lee says. “Not there.” Then, after a pause: “Mine sometimes do.”"), ["Ann Lee"; 3]);
    assert_eq!(speakers("“Come in,” somebody called at last."), [""]);
}

#[test]
fn marks_inside_marks_are_read_in_other_languages_too() {
    let german = "„Ich bin als Kind jeden Tag darüber gelaufen“, erinnert sich der Rentner Josef Huber. „Anna Braun hat immer gesagt: ‚Halt dich \
                  fest!‘ Das tue ich bis heute.“";
    assert_eq!(speakers(german), ["Josef Huber", "Josef Huber", "Anna Braun"]);
    let french = "Pour l'historien Jean Delorme, l'affaire n'est pas nouvelle. « En 1911 déjà, on voulait le raser », rappelle-t-il.";
    assert_eq!(last(french), "Jean Delorme");
    let rested =
        "La ville n'est pas en retard, et elle le sait. « Nous avons été entendus », s'est réjoui jeudi Lucien Barbet.";
    assert_eq!(last(rested), "Lucien Barbet");
    let brief = "Die Stadt ist alt, und das ist nicht neu. In einem Brief vom 3. Mai 1898 hatte der Ingenieur August Reiling an den Rat \
                 geschrieben: „Die Brücke wird hundert Jahre halten.“";
    assert_eq!(last(brief), "August Reiling");
}
