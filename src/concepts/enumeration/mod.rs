//! The parts that a passage spells out: `namely a, b and c`. Where signs and a numeral leave it open what an `and` joins,
//! the numeral decides, and then the style of the list.

mod ends;
mod labels;
mod split;
mod styles;
mod unspaced;

use crate::text::{Span, count_unspaced, count_word, fold};
use std::ops::Range;
use styles::{Style, style_of};

/// A longer part, in bytes, is none.
const LONGEST_PART: usize = 400;
/// A passage has at most so many.
const MOST_PARTS: usize = 40;
/// Words that say how many items a list has of what, at most.
const LONGEST_LEAD: usize = 6;
/// How far behind a name its list may begin, in bytes.
const NEAR: usize = 160;

/// Where the list begins in what stands behind `of`: behind a verb that comes before its first comma.
fn behind_name(rest: &str, style: &Style) -> usize {
    let first = rest.find([',', '.', ';']).unwrap_or(rest.len());
    style.copulas.iter().find_map(|verb| Some(rest[..first].find(verb)? + verb.len())).unwrap_or(0)
}

/// Where the next sentence begins the list with a pronoun: `… were written down. They are …`.
fn carried_on(near: &str, style: &Style) -> Option<usize> {
    let begin = near.find(". ")? + 2;
    let pronoun = style.carrying.iter().find(|it| near[begin..].starts_with(**it));
    pronoun.map(|it| begin + it.len())
}

/// The parts that `passage` spells out of what ends at the byte `after` in it, in order; none where it spells out nothing.
/// `count` is how many there should be, if the name says so.
pub fn parts(passage: &str, after: usize, count: Option<usize>) -> Vec<Span> {
    let Some(rest) = passage.get(after..) else { return Vec::new() };
    if is_in_unspaced(passage) {
        return unspaced::parts(passage, after, count);
    }
    let style = style_of(passage);
    let by_label = labelled_parts(passage, after, style);
    if count.map_or(by_label.len() >= 2, |count| by_label.len() == count) {
        return by_label;
    }
    let near = &rest[..floor(rest, NEAR)];
    let sentence_end = near.find(". ").unwrap_or(near.len());
    let denied = denial(&near[..sentence_end], style).unwrap_or(sentence_end);
    let mut found: Option<Range<usize>> = style
        .introductions
        .iter()
        .filter_map(|introduction| {
            let at = find_words(&near[..denied], introduction)?;
            Some((at, std::cmp::Reverse(introduction.len())))
        })
        .min()
        .map(|(at, len)| after + at + len.0..passage.len());
    let is_bare = found.as_ref().is_some_and(|range| {
        let led = passage[..range.start].strip_suffix(':');
        led.is_some_and(|led| {
            !style.introductions.iter().any(|words| words.len() > 1 && led.ends_with(words.trim_end_matches(':')))
        })
    });
    if found.is_none() && count.is_some() {
        // `the four freedoms of …`, `the two principles are …`
        let of =
            style.counted.iter().filter_map(|word| rest[..floor(rest, 12)].find(word).map(|at| at + word.len())).min();
        // `the three freedoms of the quay are …`
        let start = of.map(|at| at + behind_name(&rest[at..], style));
        found = start.or_else(|| carried_on(near, style)).map(|at| after + at..passage.len());
    }
    let Some(mut range) = found else { return Vec::new() };
    // `a saber, …`, `sont les suivants : …`
    let signs = passage[range.clone()].trim_start_matches([' ', '\u{a0}', '\u{202f}', ',', ':']);
    range.start = range.end - signs.len() + counting_lead(signs);
    let list = list_of(passage, range);
    let mut parts = split::split(passage, list, count, style);
    ends::cut(passage, &mut parts, style);
    // `…, both in peace and in war` says more of what stands before it.
    let is_pair = |part: &Span| style.pairing.iter().any(|word| part.of(passage).starts_with(word));
    // What a colon alone leads to may be a clause that says more.
    if is_bare
        && count.is_none()
        && !passage[list.start..].starts_with(['\n', '\r'])
        && parts.iter().any(|part| ends::is_clause(part.of(passage)))
    {
        return Vec::new();
    }
    let fits = parts.iter().all(|part| part.of(passage).contains(char::is_alphabetic) && part.len() <= LONGEST_PART)
        && !(count.is_none() && parts.iter().any(is_pair));
    if parts.len() >= 2
        && parts.len() <= MOST_PARTS
        && fits
        && count.is_none_or(|count| count == parts.len() || parts.len() >= 3)
    {
        parts
    } else {
        Vec::new()
    }
}

/// The bytes of what says at the beginning of a list how many items it has of what: `six steps: …`.
fn counting_lead(list: &str) -> usize {
    let Some(colon) = list.find(": ").filter(|&colon| !list[..colon].contains([',', ';', '.', '\n'])) else { return 0 };
    let lead: Vec<&str> = list[..colon].split_whitespace().collect();
    let counts = lead.first().is_some_and(|first| count_word(&fold(first)).is_some());
    if counts && (2..=LONGEST_LEAD).contains(&lead.len()) { colon + 2 } else { 0 }
}

/// The parts of a list whose items have labels.
fn labelled_parts(passage: &str, after: usize, style: &Style) -> Vec<Span> {
    let mut items = labels::labelled(passage, after, NEAR);
    // The last one ends with its sentence, unless each has a line of its own.
    if let Some(last) = items.last_mut()
        && !passage[..last.start].trim_end_matches(|c| c != '\n').trim_end().ends_with([';', ',', '.', ':'])
    {
        *last = list_of(passage, last.start..last.end);
    }
    let own = |item: &Span| split::trimmed(passage, split::without_and(passage, *item, style), style);
    let parts: Vec<Span> = items.iter().filter_map(own).collect();
    let fits = |part: &Span| part.of(passage).contains(char::is_alphabetic) && part.len() <= LONGEST_PART;
    if parts.len() == items.len() && parts.len() <= MOST_PARTS && parts.iter().all(fits) { parts } else { Vec::new() }
}

/// The number that a name begins with: `five`, `14`.
pub fn count_in(name: &str) -> Option<usize> {
    let words = name.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).take(2);
    let mut numbers = words.filter_map(|word| count_word(&fold(word))).filter(|count| *count < 100);
    numbers.next().map(|count| count as usize).filter(|count| *count > 1)
}

/// The list that begins in a range: to the end of its sentence, or of its lines.
fn list_of(passage: &str, range: Range<usize>) -> Span {
    let text = &passage[range.clone()];
    let lines = text.trim_start_matches([' ', '\t', '\r']).starts_with('\n');
    let mut end = range.end;
    let mut depth = 0usize;
    for (at, c) in text.char_indices() {
        match c {
            '(' | '[' => depth += 1,
            ')' | ']' => depth = depth.saturating_sub(1),
            '.' | '!' | '?' if depth == 0 && !lines => {
                let next = text[at + 1..].trim_start_matches(['”', '"', '’', '\'', ')']);
                if next.is_empty() || next.starts_with(char::is_whitespace) {
                    end = range.start + at;
                    break;
                }
            }
            _ => {}
        }
    }
    Span::new(range.start, end)
}

/// Where a text says what is not part of something: `does not include …`.
fn denial(text: &str, style: &Style) -> Option<usize> {
    style.denials.iter().filter_map(|words| text.find(words)).min()
}

/// Whether most of the letters of a passage belong to a script without spaces.
fn is_in_unspaced(passage: &str) -> bool {
    let (unspaced, all) = count_unspaced(passage.chars());
    2 * unspaced > all
}

/// Where words stand that begin and end with a word, whatever their case.
fn find_words(text: &str, words: &str) -> Option<usize> {
    let lower = text.to_ascii_lowercase();
    let is_edge = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric());
    let mut from = 0;
    while let Some(at) = lower[from..].find(words).map(|at| at + from) {
        let begins = !words.starts_with(char::is_alphanumeric) || is_edge(lower[..at].chars().next_back());
        let ends = !words.ends_with(char::is_alphanumeric) || is_edge(lower[at + words.len()..].chars().next());
        if begins && ends {
            return Some(at);
        }
        from = at + words.len();
    }
    None
}

fn floor(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn of<'a>(passage: &'a str, name: &str) -> Vec<&'a str> {
        let after = passage.find(name).unwrap() + name.len();
        parts(passage, after, count_in(name)).into_iter().map(|part| part.of(passage)).collect()
    }

    #[test]
    fn an_and_inside_a_part_keeps_it_one() {
        assert_eq!(
            of(
                "The Three Pledges, namely bread and butter, land, and peace at home, as rules for all.",
                "Three Pledges"
            ),
            ["bread and butter", "land", "peace at home"]
        );
        assert_eq!(
            of("The four duties are: truth, thrift, law and order, and courage.", "four duties"),
            ["truth", "thrift", "law and order", "courage"]
        );
    }

    #[test]
    fn what_counts_the_items_before_a_list_is_none_of_them() {
        let expected = ["rope", "water", "bread"];
        assert_eq!(of("The Night Kit comprises three things: rope, water, and bread.", "Night Kit"), expected);
        assert_eq!(of("The Night Kit is composed of rope, water and bread.", "Night Kit"), expected);
        let text = "The Night Kit comprises rope: long and dry, water, and bread.";
        assert_eq!(of(text, "Night Kit"), ["rope: long and dry", "water", "bread"]);
    }

    #[test]
    fn labels_divide_a_list_in_running_text() {
        let text = "“Toll” means (a) a sum paid at the gate, or (b) a sum paid in salt. Nobody else pays.";
        assert_eq!(of(text, "Toll”"), ["a sum paid at the gate", "a sum paid in salt"]);
        let text =
            "They keep the following gates:—I. The Salt Gate; II. the Corn Gate; III. the Fish Gate. All are old.";
        assert_eq!(of(text, "gates"), ["The Salt Gate", "the Corn Gate", "the Fish Gate"]);
        let text = "A berth is given by one of the following:\n    1. The Warden;\n    2. The Guild of Pilots;\n    3. the\n       Town.";
        assert_eq!(of(text, "berth"), ["The Warden", "The Guild of Pilots", "the\n       Town"]);
        assert!(of("The toll was high in (a) winter and (b) spring.", "toll").is_empty());
    }

    #[test]
    fn a_list_ends_before_a_second_verb_and_what_follows_a_colon_may_be_a_clause() {
        let text = "The guild consists of pilots, smiths, and should have a warden.";
        assert_eq!(of(text, "guild"), ["pilots", "smiths"]);
        let text = "The boats include lighters, tugs, barges, and so on.";
        assert_eq!(of(text, "boats"), ["lighters", "tugs", "barges"]);
        let text = "The quay is old: pilots have lived on it, and have built it, and some are there.";
        assert!(of(text, "quay").is_empty());
        let text = "The dues consist of tolls (salt, corn) and fines (late, double).";
        assert_eq!(of(text, "dues"), ["tolls (salt, corn)", "fines (late, double)"]);
        let text = "A voyage consists of a date, a port, a list of two or more ships, and a log.";
        assert_eq!(of(text, "voyage"), ["a date", "a port", "a list of two or more ships", "a log"]);
    }

    #[test]
    fn without_a_comma_before_it_the_last_and_ends_the_list() {
        assert_eq!(of("The triad comprises land, sea and air.", "triad"), ["land", "sea", "air"]);
        assert_eq!(of("The two aspects of supply and demand matter.", "two aspects"), ["supply", "demand matter"]);
        assert_eq!(
            of("The three duties, namely truth, thrift, law and order.", "three duties"),
            ["truth", "thrift", "law and order"]
        );
    }

    #[test]
    fn semicolons_lines_and_ordinals_divide_a_list() {
        assert_eq!(
            of(
                "Its aims include the following: first, to read, write and count; second, to sing; and third, to rest.",
                "aims"
            ),
            ["to read, write and count", "to sing", "to rest"]
        );
        assert_eq!(
            of("The rules are:\n- be kind;\n- be brief, and\n  be clear;\n- (c) go home.\n", "rules"),
            ["be kind", "be brief, and\n  be clear", "go home"]
        );
        assert_eq!(
            of("The rules are:\n- be kind;\n- be brief; and\n- go home.\n", "rules"),
            ["be kind", "be brief", "go home"]
        );
    }

    #[test]
    fn what_is_left_out_and_what_may_be_either_are_no_parts() {
        let closed = "Closed records means all papers, but does not include papers that (a) are public; (b) were read.";
        assert!(of(closed, "Closed records").is_empty());
        assert!(of("A levee comprises earth, stone, or timber that holds a river.", "levee").is_empty());
        let said_anew = "Green roofs, that is, roofs with grass and moss, shall be the rule.";
        assert!(of(said_anew, "Green roofs").is_empty());
        let bound = "The pact binds itself to the following: to count boats, to keep lights, and to share tolls.";
        assert_eq!(of(bound, "The pact"), ["to count boats", "to keep lights", "to share tolls"]);
    }

    #[test]
    fn what_is_no_list_has_no_parts() {
        assert!(of("The treaty is a treaty, and a good one.", "treaty").is_empty());
        assert!(of("The treaty means war.", "treaty").is_empty());
        let fair = "Tidal fairness refers to the same dues for all fleets, both in peace and in war.";
        assert!(of(fair, "Tidal fairness").is_empty());
        assert!(of("Each frame: with a header, a body and a sum.", "frame").is_empty());
        assert!(of("Each message includes a trailer, a frame with a header and a body.", "message").is_empty());
    }

    #[test]
    fn a_with_has_the_and_only_if_that_joins_what_it_has() {
        let parts = ["a fleet", "ships with sails", "harbours"];
        assert_eq!(of("The realm includes a fleet, ships with sails and harbours.", "realm"), parts);
        let parts = ["a fleet", "a ship with sails and masts", "a harbour"];
        assert_eq!(of("The realm includes a fleet, a ship with sails and masts and a harbour.", "realm"), parts);
        assert!(of("The realm includes a fleet, a ship with sails and masts.", "realm").is_empty());
    }

    #[test]
    fn other_languages_list_by_words_of_their_own() {
        for (passage, name, parts) in [
            (
                "Die drei Grundsätze, nämlich Recht und Ordnung, Maß sowie Ruhe, gelten.",
                "drei Grundsätze",
                ["Recht und Ordnung", "Maß", "Ruhe"],
            ),
            (
                "Der Rat umfasst den Vogt, den Lotsen und den Schreiber.",
                "Rat",
                ["den Vogt", "den Lotsen", "den Schreiber"],
            ),
            (
                "Les trois principes sont la paix, le travail et la mesure.",
                "trois principes",
                ["la paix", "le travail", "la mesure"],
            ),
            (
                "Los tres principios, a saber, la paz, el trabajo y la medida, son viejos.",
                "tres principios",
                ["la paz", "el trabajo", "la medida"],
            ),
            (
                "I tre principi, cioè la pace, il lavoro e la misura, sono antichi.",
                "tre principi",
                ["la pace", "il lavoro", "la misura"],
            ),
            (
                "Os três princípios, a saber, a paz, o trabalho e a medida, são antigos.",
                "três princípios",
                ["a paz", "o trabalho", "a medida"],
            ),
            (
                "Три принципа, а именно мир, труд и мера, известны всем на берегу.",
                "Три принципа",
                ["мир", "труд", "мера"],
            ),
            ("三项原则，即和平、劳动和节制。", "三项原则", ["和平", "劳动", "节制"]),
            ("三原則とは、平和、労働及び節制である。", "三原則", ["平和", "労働", "節制"]),
        ] {
            assert_eq!(of(passage, name), parts, "{passage}");
        }
    }

    #[test]
    fn a_choice_of_names_a_month_and_another_word_are_no_ends_of_a_list() {
        assert!(of("The rule refers to “sea power” or “naval power”.", "The rule").is_empty());
        assert_eq!(of("The triad comprises March, May and June.", "triad"), ["March", "May", "June"]);
        assert_eq!(of("三港包括北港、共和国港和南港。", "三港"), ["北港", "共和国港", "南港"]);
        let rules = "The rules are as follows: a ship must pay, a pilot must wait, and a guest must bow.";
        assert_eq!(of(rules, "rules"), ["a ship must pay", "a pilot must wait", "a guest must bow"]);
        assert!(parts("é: a, b and c", 1, None).is_empty());
    }

    proptest! {
        #[test]
        fn parts_lie_in_the_passage_in_order(passage in "(nämlich |à savoir |即|、|和|и |namely|:|,|;| and |a|é|\\(|\\)|“|”|\\.|\n- ){0,60}", count in proptest::option::of(2usize..6)) {
            let found = parts(&passage, 0, count);
            for pair in found.windows(2) {
                prop_assert!(pair[0].end <= pair[1].start);
            }
            for part in found {
                prop_assert!(passage.get(part.start..part.end).is_some());
            }
        }
    }
}
