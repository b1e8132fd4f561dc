//! Whether a year that stands in the writer's clause is that of the saying: not that of a book in brackets, of a room, of what
//! was spoken about, nor of what was done to the speaker or the words at another time. The year of a document is told apart too:
//! its writer may have said the words before.

use super::is_one_of;
use crate::attribution::{is_saying, names};
use crate::text::{Span, Word, is_month, words};

/// Participles that say that somebody spoke or wrote then.
const SPEAKING: &str =
    "speaking writing replying answering testifying addressing interviewed asked preaching lecturing talking";
/// What is spoken about stands behind these.
const ABOUT: &str = "of about on concerning regarding ahead back";
/// Before a participle that tells of another deed.
const BEFORE_PARTICIPLE: &str = "as then later now first since once originally";
/// Participles without an ending that tells.
const PARTICIPLES: &str = "born made chosen given written known shown taken held left sent led put set read";
/// Words that end as participles do and are none.
const NO_PARTICIPLES: &str = "during spring evening morning meeting indeed hundred";
/// Words with a number of their own.
const NUMBERED: &str =
    "room page line verse chapter number no flight section article route highway p pp paragraph bus channel";
/// Nouns with a capital that have a year behind them, beside the months.
const YEAR: &str = "jahr jahre anfang mitte ende early mid late spring summer autumn fall winter \
    fruhling fruhjahr sommer herbst printemps ete automne hiver primavera verano otono invierno estate autunno inverno \
    verao outono inverno lente zomer herfst";

/// Words between the noun for a document and the year that it is of, at most.
const FARTHEST: usize = 6;
/// What a comma may part from the noun for a document: `his memoirs, of May 1984,`.
const OF: &str = "of from in the dated year";
/// What stands before a noun phrase of its own.
const DETERMINERS: &str = "the a an his her its their my our this that";

/// Whether the year at `year` of a clause dates what `name`, also of the clause, said.
pub(super) fn dates_the_saying(clause: &str, year: Span, name: Span) -> bool {
    !is_bracketed(clause, year)
        && !is_span(clause, year)
        && !is_number_of(clause, year)
        && !is_aside(clause, year, name)
}

/// The noun for the document that a clause has the year of, folded: `memoirs` of `In his memoirs of 1984, Ada Brun said` and of
/// `in her 1984 memoirs`. `name` is who speaks.
pub(super) fn dated_document(clause: &str, year: Span, name: Span) -> Option<String> {
    let (before, behind) = (words(&clause[..year.start]), words(&clause[year.end..]));
    let noun = before.iter().rposition(|word| names::is_document(&word.folded));
    let is_dated = |noun: &usize| {
        let (noun, between) = (&before[*noun], &before[noun + 1..]);
        let is_link = |word: &Word| {
            is_one_of(OF, &word.folded)
                || is_month(&word.folded)
                || word.folded.starts_with(|c: char| c.is_ascii_digit())
        };
        let is_apart = clause[noun.span.end..year.start].contains([',', ';', ':', '—', '–', '(']);
        between.len() <= FARTHEST
            && !Span::new(noun.span.end, year.start).overlaps(name)
            && between.iter().all(|word| if is_apart { is_link(word) } else { !is_saying(&word.folded) })
    };
    let attribute = || {
        let noun = behind.iter().take(3).position(|word| names::is_document(&word.folded))?;
        let end = year.end + behind[noun].span.end;
        let is_phrase =
            behind[..noun].iter().all(|word| !is_one_of(DETERMINERS, &word.folded) && !is_saying(&word.folded));
        let between = Span::new(year.end, end);
        let is_whole = !between.of(clause).contains([',', ';', ':', '—', '–']) && !between.overlaps(name);
        (is_phrase && is_whole).then(|| behind[noun].folded.clone())
    };
    noun.filter(is_dated).map(|noun| before[noun].folded.clone()).or_else(attribute)
}

/// In brackets it is the year of a book, or of a birth.
fn is_bracketed(clause: &str, year: Span) -> bool {
    let before = &clause[..year.start];
    before.matches('(').count() > before.matches(')').count()
}

/// One of several years: `1998–99`.
fn is_span(clause: &str, year: Span) -> bool {
    let joins = |c: char| matches!(c, '-' | '–' | '/');
    let behind = clause[year.end..].strip_prefix(joins);
    behind.is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()))
        || clause[..year.start].strip_suffix(joins).is_some_and(|rest| rest.ends_with(|c: char| c.is_ascii_digit()))
}

/// The number of a room, of a page, of whatever has a capital and is no month.
fn is_number_of(clause: &str, year: Span) -> bool {
    let all = words(&clause[..year.start]);
    let Some(before) = all.last() else { return false };
    let adjoins = clause[before.span.end..year.start].chars().all(|c| c.is_whitespace() || c == '.');
    let written = before.span.of(clause);
    let is_name = all.len() > 1 && written.starts_with(char::is_uppercase);
    let is_dated = is_month(&written.to_lowercase()) || is_one_of(YEAR, &before.folded);
    adjoins && (is_one_of(NUMBERED, &before.folded) || (is_name && !is_dated))
}

/// Whether it stands between commas, away from the name, in words that tell of something else: `, quoted in 1998,`, `, speaking
/// of the events of 1945,`.
fn is_aside(clause: &str, year: Span, name: Span) -> bool {
    let sign = clause[..year.start].char_indices().rfind(|&(_, c)| matches!(c, ',' | '—' | '–' | ';'));
    let start = sign.map_or(0, |(at, sign)| at + sign.len_utf8());
    let end = clause[year.end..].find([',', '—', '–', ';', ':']).map_or(clause.len(), |at| year.end + at);
    let aside = Span::new(start, end);
    if aside.overlaps(name) {
        return false;
    }
    let all = words(&clause[aside.start..year.start]);
    let mut told = all.iter().map(|word| word.folded.as_str()).skip_while(|word| is_one_of(BEFORE_PARTICIPLE, word));
    let Some(first) = told.next() else { return false };
    if is_one_of(SPEAKING, first) {
        return told
            .next()
            .is_some_and(|next| is_one_of(ABOUT, next) && !is_day(all.get(2).map(|word| word.folded.as_str())));
    }
    let is_participle =
        first.len() > 4 && (first.ends_with("ed") || first.ends_with("ing")) && !is_one_of(NO_PARTICIPLES, first);
    is_participle || is_one_of(PARTICIPLES, first) || is_one_of("who whose which whom", first)
}

/// `speaking on 3 May`
fn is_day(word: Option<&str>) -> bool {
    word.is_some_and(|word| word.starts_with(|c: char| c.is_ascii_digit()) || is_month(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn dates(clause: &str) -> bool {
        let year = clause.find("19").expect("a year");
        let name = clause.find("Ada Brun").expect("a name");
        dates_the_saying(clause, Span::new(year, year + 4), Span::new(name, name + 8))
    }

    #[test]
    fn the_year_of_a_saying_is_told_from_years_of_other_things() {
        for clause in [
            "In 1984 Ada Brun said",
            "In May 1984, Ada Brun said",
            "Ada Brun, on 3 May 1984, said",
            "Ada Brun, speaking in 1984, said",
            "Ada Brun, speaking on 3 May 1984, said",
            "Ada Brun said in a speech of 1984",
            "Im Jahr 1984 sagte Ada Brun",
            "1984 sagte Ada Brun",
            "In Summer 1984 Ada Brun said",
            "Im Sommer 1984 sagte Ada Brun",
            "Im März 1984 sagte Ada Brun",
            "Au Printemps 1984 Ada Brun a dit",
            "Ada Brun, during a speech in 1984, said",
            "Ada Brun — spring 1984 — said",
        ] {
            assert!(dates(clause), "{clause}");
        }
        for clause in [
            "Ada Brun, quoted by the Harbour Post in 1984, said",
            "Ada Brun, as quoted in 1984, said",
            "Ada Brun, speaking of the flood in 1984, said",
            "Ada Brun, writing of 1984, said",
            "Ada Brun, awarded the medal in 1984, said",
            "Ada Brun, who came here in 1984, said",
            "Ada Brun — awarded the medal in 1984 — said",
            "Born in 1984, Ada Brun said",
            "Ada Brun said in Cabin 1984",
            "Ada Brun said on page 1984",
            "In 1984–85 Ada Brun said",
            "Ada Brun (1984) said",
        ] {
            assert!(!dates(clause), "{clause}");
        }
    }

    #[test]
    fn the_year_of_a_document_is_told_from_that_of_a_saying() {
        let document = |clause: &str| {
            let year = clause.find("19").expect("a year");
            let name = clause.find("Ada Brun").expect("a name");
            dated_document(clause, Span::new(year, year + 4), Span::new(name, name + 8))
        };
        for (clause, noun) in [
            ("In her memoirs of 1984, Ada Brun said", Some("memoirs")),
            ("In her report of May 1984 Ada Brun said", Some("report")),
            ("In her report to the council of 1984 Ada Brun said", Some("report")),
            ("In her memoirs, of 1984, Ada Brun said", Some("memoirs")),
            ("In her 1984 annual report Ada Brun said", Some("report")),
            ("Ada Brun wrote in a study of 1984", Some("study")),
            ("In a speech of 1984 Ada Brun said", None),
            ("In 1984 Ada Brun said", None),
            ("In her memoirs Ada Brun said in 1984", None),
            ("In 1984 Ada Brun wrote in a report", None),
            ("In 1984 the report of Ada Brun said", None),
            ("Ada Brun read the report, and said in 1984", None),
        ] {
            assert_eq!(document(clause).as_deref(), noun, "{clause}");
        }
    }
}
