//! What is promised of discovery: that its rules know nothing of the built-in texts, that what it finds there is good, and
//! that its first draft of an annotation file is one.

use glossator::annotation::{Kind, parse_concepts};
use glossator::corpus::{Corpus, Root};
use glossator::extraction::phrase_key;
use glossator::library::{Library, Telling, draft};
use glossator::text::fold;
use std::collections::HashSet;
use std::fs;
use std::path::{Path, PathBuf};

/// Words so common that a phrase of them and one other is nobody's.
const COMMON: [&str; 22] = [
    "the", "a", "of", "and", "in", "to", "for", "on", "with", "by", "its", "is", "at", "from", "that", "own", "one",
    "other", "each", "all", "as", "or",
];

#[test]
fn no_rule_or_list_knows_a_phrase_of_the_built_in_texts() {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    let mut phrases: HashSet<String> = HashSet::new();
    for concept in parse_concepts(&fs::read_to_string(root.join("seeds/concepts.toml")).unwrap()).concepts {
        for name in std::iter::once(&concept.name).chain(&concept.aliases) {
            let folded = fold(name);
            let words: Vec<&str> = folded.split(' ').collect();
            let telling = |three: &&[&str]| three.iter().filter(|word| COMMON.contains(word)).count() < 2;
            phrases.extend(words.windows(3).filter(telling).map(|three| format!(" {} ", three.join(" "))));
        }
    }
    assert!(phrases.len() > 300);
    for room in ["src/concepts", "src/extraction"] {
        for file in rust_files(&root.join(room)) {
            let code = format!(" {} ", fold(&fs::read_to_string(&file).unwrap()));
            let known: Vec<&String> = phrases.iter().filter(|phrase| code.contains(phrase.as_str())).collect();
            assert!(known.is_empty(), "{}: {known:?}", file.display());
        }
    }
}

#[test]
fn the_built_in_texts_alone_tell_most_of_what_their_annotation_says() {
    let annotated = Library::build(Corpus::read(&[Root::Seeds(None)]));
    let mut corpus = Corpus::read(&[Root::Seeds(None)]);
    corpus.folders.iter_mut().for_each(|folder| folder.concepts = None);
    let library = Library::build(corpus).keeping_unlikely();
    library.discover();
    let keys = |names: &mut dyn Iterator<Item = &str>| names.filter_map(phrase_key).collect::<Vec<u64>>();
    let gold: Vec<Vec<u64>> = annotated.concepts.annotated().iter().map(|c| keys(&mut c.names())).collect();
    let found: Vec<Vec<u64>> = library.concepts.iter().take(400).map(|c| keys(&mut c.names())).collect();
    let is_gold = |own: &Vec<u64>| gold.iter().any(|other| own.iter().any(|key| other.contains(key)));
    let right = |most: usize| found[..most].iter().filter(|own| is_gold(own)).count();
    assert!(right(20) >= 17 && right(100) >= 75, "{} of the first 20, {} of 100", right(20), right(100));
    let recalled =
        gold.iter().filter(|own| found.iter().any(|other| own.iter().any(|key| other.contains(key)))).count();
    assert!(100 * recalled >= 57 * gold.len(), "{recalled} of {}", gold.len());
}

#[test]
fn a_first_draft_is_an_annotation_file_whose_anchors_are_all_found() {
    let folder = tempfile::tempdir().unwrap();
    let text = "The Two Keys, namely trust and order, are old. The Two Keys are old.\n\nA ledger is a book \"of record\". A \
                ledger is a book \"of record\".\n\nGovernor Ann Lee said: “We keep the Open Gate policy.” The Open Gate \
                policy means that C:\\gates stay open.\n";
    fs::write(folder.path().join("a.txt"), text).unwrap();
    let read = || Library::build(Corpus::read(&[Root::Folder(folder.path().into())]));
    let library = read().keeping_unlikely();
    library.discover();
    let draft = draft(&library, library.concepts.len());
    assert!(draft.contains("trust\", \"order\"") || draft.contains("'trust', 'order'"), "{draft}");
    fs::write(folder.path().join("concepts.toml"), &draft).unwrap();
    let again = read();
    let problems: Vec<&String> = again.problems.iter().map(|problem| &problem.problem.message).collect();
    assert!(problems.is_empty(), "{problems:?}\n{draft}");
    assert_eq!(again.concepts.annotated().len(), library.concepts.len());
    let definitions = |library: &Library| library.concepts.iter().map(|c| c.definitions.len()).sum::<usize>();
    assert!(definitions(&again) > 2, "{draft}");
}

#[test]
fn a_first_draft_says_whose_a_definition_is_and_quotes_the_evidence() {
    let folder = tempfile::tempdir().unwrap();
    let text = "Governor Ann Lee spoke in 1871. She said: “The Open Gate policy means that gates stay open.”\n\n\
                In 1902, the council established the “Hollow Lane”.\n";
    fs::write(folder.path().join("a.txt"), text).unwrap();
    let read = || Library::build(Corpus::read(&[Root::Folder(folder.path().into())]));
    let library = read().keeping_unlikely();
    library.discover();
    let draft = draft(&library, library.concepts.len());
    fs::write(folder.path().join("concepts.toml"), &draft).unwrap();
    let again = read();
    let problems: Vec<&String> = again.problems.iter().map(|problem| &problem.problem.message).collect();
    assert!(problems.is_empty(), "{problems:?}\n{draft}");
    let of = |name: &str| {
        let concept = again.concepts.annotated().iter().find(|one| one.name == name).unwrap();
        concept.definitions[0].attribution.clone()
    };
    assert_eq!(of("Open Gate policy").speaker.as_deref(), Some("Ann Lee"), "{draft}");
    assert!(of("Open Gate policy").evidence.is_some(), "{draft}");
    assert_eq!(of("Hollow Lane").date.as_deref(), Some("1902"), "{draft}");
}

#[test]
fn what_explains_is_told_from_what_defines_and_comes_behind_it() {
    let library = discovered_in(
        "In 1902, the council established the “Hollow Lane”. The town kept to it.\n\nThe “Hollow Lane” is a path between \
         walls.\n\nIn 1903, the council established the “Night Watch”.\n",
    );
    let tellings = |name: &str| {
        let concept = library.concepts.iter().find(|one| one.name == name).unwrap();
        concept.definitions.iter().map(|one| one.telling).collect::<Vec<_>>()
    };
    assert_eq!(tellings("Hollow Lane"), [Telling::Definition, Telling::Explanation]);
    assert_eq!(tellings("Night Watch"), [Telling::Explanation]);
}

#[test]
fn a_name_that_counts_is_a_form_of_the_one_that_says_of_what() {
    let library = discovered_in(
        "The Three Keys of the Harbour, namely watch, warning and rescue, are old. Nobody forgets the Three Keys.\n\n\
         The Two Bells of the Tower and the Two Bells of the Quay are loud. The Two Bells ring.\n",
    );
    assert!(names_of(&library, "Three Keys of the Harbour").contains(&"Three Keys".to_string()));
    let two_bells = names_of(&library, "Two Bells");
    assert!(!two_bells.is_empty() && two_bells.iter().all(|name| !name.contains("Tower") && !name.contains("Quay")));
    let library = discovered_in(
        "The Two Bells of the Port and the Two Bells of the Portico are loud. The Two Bells of the Port ring at night, and \
         the Two Bells of the Portico ring at noon. The Two Bells ring.\n",
    );
    let two_bells = names_of(&library, "Two Bells");
    assert!(!two_bells.is_empty() && two_bells.iter().all(|name| !name.contains("Port")), "{two_bells:?}");
}

#[test]
fn what_is_defined_is_not_who_defines_it() {
    let library = discovered_in(
        "A reef knot is defined as a knot of two half knots that mirror each other. A reef knot holds two ropes.\n\n\
         The clove hitch refers to two half hitches around a post. The clove hitch is quick.\n",
    );
    for name in ["reef knot", "clove hitch"] {
        let concept = library.concepts.iter().find(|one| one.name == name).unwrap();
        let definitions = library.definitions_of(concept);
        assert!(!definitions.is_empty() && definitions.iter().all(|one| one.attribution.speaker.is_none()), "{name}");
    }
}

#[test]
fn a_list_that_the_object_of_a_sentence_leads_to_is_none_of_its_subject() {
    let library = discovered_in(
        "The “pilots” keep the following harbour duties: watch, warning and rescue. The “pilots” are the harbour duties' \
         keepers.\n",
    );
    let parts = |name: &str| {
        let concept = library.concepts.iter().find(|one| one.name == name).unwrap();
        concept.definitions.iter().map(|one| one.parts.len()).max()
    };
    assert_eq!(parts("harbour duties"), Some(3));
    assert_eq!(parts("pilots"), Some(0));
}

#[test]
fn a_list_has_its_parts_below_as_follows_and_behind_the_following() {
    let library = discovered_in(
        "The people of the coast have kept the books of the harbour for as long as there is memory of it.\n\nThe guild wrote \
         down the Three Rules of Rowing as follows:\n\n1. Look at the map.\n2. Speak to the crew.\n3. Keep to the right.\n\n\
         The Tide Compact commits itself to the following: to count the boats, to keep the lights, and to share the tolls.\n",
    );
    for name in ["Three Rules of Rowing", "Tide Compact"] {
        let concept = library.concepts.iter().find(|one| one.name == name).unwrap();
        assert_eq!(concept.definitions.iter().map(|one| one.parts.len()).max(), Some(3), "{name}");
    }
}

#[test]
fn a_title_or_an_initial_before_a_last_name_is_the_person_who_has_it() {
    let library = discovered_in(
        "Dr. Berg came back to the town. Martha Berg (born 3 May 1911 in Bonn) was a healer of the coast. M. Berg wrote of \
         the sea. The engineer Ruth Lund spoke to us. Ruth Lund is the head of the works. The gulls of Kevin's Isle are loud, \
         and Kevin's Isle is a place for them.\n",
    );
    let names = names_of(&library, "Martha Berg");
    assert!(names.contains(&"Dr. Berg".to_string()) && names.contains(&"M. Berg".to_string()), "{names:?}");
    let kind = |name: &str| library.concepts.iter().find(|one| one.name == name).map(|one| one.kind);
    assert_eq!(kind("Martha Berg"), Some(Kind::Person));
    assert_eq!(kind("Ruth Lund"), Some(Kind::Person));
    assert_eq!(kind("engineer Ruth Lund"), None);
    assert_ne!(kind("Kevin's Isle"), Some(Kind::Person));
}

#[test]
fn the_draft_of_the_built_in_texts_is_read_without_a_problem() {
    let mut corpus = Corpus::read(&[Root::Seeds(None)]);
    corpus.folders.iter_mut().for_each(|folder| folder.concepts = None);
    let library = Library::build(corpus).keeping_unlikely();
    library.discover();
    let folder = tempfile::tempdir().unwrap();
    for source in &library.corpus.sources {
        fs::write(folder.path().join(format!("{}.txt", source.meta.id)), source.text.whole().as_bytes()).unwrap();
    }
    fs::write(folder.path().join("concepts.toml"), draft(&library, library.concepts.len())).unwrap();
    let again = Library::build(Corpus::read(&[Root::Folder(folder.path().into())]));
    let problems: Vec<&String> = again.problems.iter().map(|problem| &problem.problem.message).collect();
    assert!(problems.is_empty(), "{problems:?}");
}

#[test]
fn the_longest_run_of_signs_and_words_ends_in_time() {
    // A language is told by the first 32 KB.
    const ENGLISH: &str = "The law is what it is.";
    const FRENCH: &str = "La loi est ce qui est dans le livre de la ville et qui ne se dit pas.";
    const GERMAN: &str = "Das ist es, was in dem Buch der Stadt steht und nicht auch noch wo es war.";
    const CHINESE: &str = "法律是写在书里的。";
    for (opening, unit) in [
        (ENGLISH, "“a"),
        (ENGLISH, "and of the "),
        (ENGLISH, "(A"),
        (ENGLISH, "The X is a "),
        (ENGLISH, "A. "),
        (ENGLISH, "such as a, "),
        (ENGLISH, "the principle of "),
        (ENGLISH, "- a\n"),
        (ENGLISH, "¶"),
        (ENGLISH, "as the law "),
        (ENGLISH, "is called the law "),
        (ENGLISH, "a: b c\n\n"),
        (FRENCH, "bateau "),
        (FRENCH, "bateau de la "),
        (FRENCH, "« bateau » "),
        (FRENCH, "« est appelé l’"),
        (FRENCH, "terme, "),
        (FRENCH, "le mot, "),
        (FRENCH, "« mot », "),
        (GERMAN, "Hafen "),
        (GERMAN, "der Hafen genannt "),
        (GERMAN, "Wort genannt "),
        (CHINESE, "“海洋”"),
        (CHINESE, "海洋是指"),
        (CHINESE, "「海"),
    ] {
        let folder = tempfile::tempdir().unwrap();
        fs::write(
            folder.path().join("a.txt"),
            format!("{}\n\n{}", opening.repeat(36_000 / opening.len()), unit.repeat(200_000 / unit.len())),
        )
        .unwrap();
        let library = Library::build(Corpus::read(&[Root::Folder(folder.path().into())]));
        library.discover();
        assert!(library.concepts.len() < 2100);
    }
}

/// The concepts that are found in a text.
fn discovered_in(text: &str) -> Library {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("a.txt"), text).unwrap();
    let library = Library::build(Corpus::read(&[Root::Folder(folder.path().into())])).keeping_unlikely();
    library.discover();
    library
}

/// All names of the concept with this name.
fn names_of(library: &Library, name: &str) -> Vec<String> {
    let concept = library.concepts.iter().find(|one| one.names().any(|own| own == name));
    concept.map_or(Vec::new(), |one| one.names().map(str::to_string).collect())
}

/// What is said first of the concept with this name.
fn first_definition(library: &Library, name: &str) -> Option<String> {
    let concept = library.concepts.iter().find(|one| one.name == name)?;
    concept.definitions.first().map(|definition| library.words(definition.place).to_string())
}

#[test]
fn a_sentence_that_only_mentions_a_concept_is_given_as_a_mention_and_not_as_a_definition() {
    let library = discovered_in(
        "The Salt Road\n\nRain fell for weeks. Nobody went near the “Hollow Lane” in those years.\n\nThe Salt Road is a \
         path over the hills. Many died on the Salt Road.\n",
    );
    let lane = library.concepts.iter().find(|one| one.name == "Hollow Lane").unwrap();
    assert!(lane.definitions.is_empty(), "{:?}", lane.definitions);
    assert_eq!(library.words(lane.mention.unwrap()), "Nobody went near the “Hollow Lane” in those years.");
    let passages = library.passages_of(lane);
    assert_eq!(passages.iter().map(|one| one.telling).collect::<Vec<_>>(), [Telling::Mention]);
    assert_eq!(first_definition(&library, "Salt Road").as_deref(), Some("The Salt Road is a path over the hills."));
}

#[test]
fn of_two_sentences_that_only_say_something_the_shorter_comes_first() {
    let library = discovered_in(
        "The council must defend the “Open Gate” against all who would see it closed, in the north as in the south.\n\n\
         The council must defend the “Open Gate”.\n",
    );
    let first = first_definition(&library, "Open Gate");
    assert_eq!(first.as_deref(), Some("The council must defend the “Open Gate”."));
}

#[test]
fn a_sentence_that_says_what_a_name_between_marks_is_comes_before_a_shorter_one_that_only_names_it() {
    let library = discovered_in(
        "The council is for the policy of “splendid isolation”.\n\nThe policy of “splendid isolation” is a policy by \
         which a town has no friends.\n",
    );
    let first = first_definition(&library, "splendid isolation");
    assert_eq!(
        first.as_deref(),
        Some("The policy of “splendid isolation” is a policy by which a town has no friends.")
    );
}

#[test]
fn a_person_has_the_last_name_for_another_and_not_the_word_that_it_is_else() {
    let text = "Governor Ann Hope spoke. The farmers had the “hope” of rain. The “hope” of rain is a trust in clouds.\n\n\
                Captain Joseph Banks sailed. The town has a “bank” of sand. The “bank” is a wall.\n\n\
                Warden Ida Brandt wrote to the council. Nobody answered Brandt. The council asked Brandt to leave.\n";
    let library = discovered_in(text);
    assert_eq!(names_of(&library, "hope"), ["hope"]);
    assert_eq!(names_of(&library, "bank"), ["bank"]);
    assert!(!names_of(&library, "Ann Hope").is_empty() && !names_of(&library, "Joseph Banks").is_empty());
    assert!(names_of(&library, "Brandt").iter().any(|name| name.ends_with("Ida Brandt")));
}

#[test]
fn an_abbreviation_is_none_of_the_word_that_it_spells() {
    let library = discovered_in(
        "An “act” is a deed of the council. The “act” means a deed.\n\nAgain the “act” was \
        read.\n\nThe Allied Coast Tariff (ACT) is a duty on salt. The Coastal Rescue Service (CRS) is a band of pilots. \
        The CRS has boats.\n",
    );
    assert!(!names_of(&library, "act").iter().any(|name| name.contains("Tariff")));
    assert!(names_of(&library, "CRS").contains(&"Coastal Rescue Service".to_string()));
}

#[test]
fn no_definition_repeats_the_words_of_another() {
    let library = discovered_in(
        "In 1871 the council put forward the policy of free moorings. It means that no ship pays for a \
        berth in a storm.\n\nThe policy of free moorings is still in force, and free moorings have saved many ships.\n",
    );
    let concept = library.concepts.iter().find(|one| one.name == "free moorings").unwrap();
    for (number, one) in concept.definitions.iter().enumerate() {
        let others = &concept.definitions[number + 1..];
        assert!(others.iter().all(|other| !other.place.span.overlaps(one.place.span)), "{:?}", concept.definitions);
    }
    assert!(!concept.definitions.is_empty());
}

fn rust_files(folder: &Path) -> Vec<PathBuf> {
    let mut all = Vec::new();
    for path in fs::read_dir(folder).unwrap().flatten().map(|entry| entry.path()) {
        if path.is_dir() {
            all.extend(rust_files(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            all.push(path);
        }
    }
    all
}
