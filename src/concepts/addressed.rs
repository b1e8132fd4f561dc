//! Persons called by a title and their last name: `President Vik`, `Mr Vik`, where only one person is called so.

use super::forms::Keyed;
use super::recogniser::Term;
use crate::extraction::{is_rank, may_be_in_name};
use crate::text::{fold, is_given_name, key, stem, words};
use rustc_hash::FxHashMap;

/// Family names that stand before the given ones.
const FAMILY_FIRST: &str = "ai bai bao cai cao chang chen cheng cho choi chou chow chu cui dai deng ding dong du duan fan fang feng fu gao \
    gong gu guo han hao he ho hou hsu hu hua huang hui jia jiang jin jong kang kim kong lai lei li liang liao lin liu lu luo lv ma mao meng \
    mo ngo nguyen ni nie pan park pei peng pham qi qian qiao qin qiu qu ren shao shen shi song su sun tan tang tao tian tran tsai wan wang wei \
    wen wu xi xia xiang xiao xie xiong xu xue yan yang yao ye yi yin yoon yu yuan zeng zhai zhang zhao zheng zhong zhou zhu zou";

/// Titles before a name, at most.
const MOST_TITLES: usize = 4;
/// Given names and initials before a last name, at most.
const MOST_GIVEN: usize = 4;

/// Titles before a given name: `King Charles` is no Ray Charles.
const BEFORE_GIVEN: [&str; 11] =
    ["king", "queen", "prince", "princess", "emperor", "pope", "saint", "sir", "lord", "lady", "bishop"];

/// Words that stand before the last name of a person.
pub fn titles() -> impl Iterator<Item = &'static str> {
    crate::extraction::RANKS.split_whitespace().filter(|title| !BEFORE_GIVEN.contains(title))
}

fn is_title(folded: &str) -> bool {
    is_rank(folded) && !BEFORE_GIVEN.contains(&folded)
}

/// The persons that may be called so.
#[derive(Clone, Debug, Default)]
pub(super) struct Addressed {
    /// By the key of a last name whose it is, if it is one person's only.
    whose: FxHashMap<u64, Option<usize>>,
    by_person: FxHashMap<usize, Vec<String>>,
    /// The other words of their names, folded.
    given: FxHashMap<usize, Vec<String>>,
}

impl Addressed {
    /// These persons, given by their names and numbers.
    pub fn of<'a>(persons: impl IntoIterator<Item = (&'a str, usize)>) -> Self {
        let mut out = Addressed::default();
        for (name, person) in persons {
            let Some(last) = last_name(name) else { continue };
            let only = out.whose.entry(key(stem(&last))).or_insert(Some(person));
            *only = only.filter(|&other| other == person);
            let known = out.by_person.entry(person).or_default();
            let given = words(name).into_iter().map(|word| word.folded).filter(|word| *word != last);
            out.given.entry(person).or_default().extend(given);
            if !known.contains(&last) {
                known.push(last);
            }
        }
        out
    }

    /// The last names of a person that nobody else has.
    pub fn last_names(&self, person: usize) -> impl Iterator<Item = &str> {
        let own = self.by_person.get(&person).into_iter().flatten();
        own.map(String::as_str).filter(|last| self.whose.get(&key(stem(last))).is_some_and(Option::is_some))
    }

    /// The persons of a text that are called so, in order: the titles and the name.
    pub fn terms(&self, text: &str, keys: &[Keyed]) -> Vec<Term> {
        if self.whose.is_empty() {
            return Vec::new();
        }
        let person = |at: usize| {
            let concept = (*self.whose.get(&keys[at].stem)?)?;
            let is_title = |&at: &usize| is_title(&fold(keys[at].span.of(text)));
            let first = (0..at)
                .rev()
                .take(MOST_TITLES)
                .take_while(|before| joins(text, keys, before + 1))
                .take_while(is_title)
                .last()?;
            let is_large = |at: usize| keys[at].span.of(text).starts_with(char::is_uppercase);
            // Of `President Xi Jinping` the whole is the name.
            let goes_on = keys.get(at + 1).is_some_and(|_| joins(text, keys, at + 1) && is_large(at + 1));
            let span = keys[first].span.join(keys[at].span);
            (is_large(at) && !goes_on).then_some(Term { span, concept })
        };
        (1..keys.len()).filter_map(person).collect()
    }

    /// Whether a term is the last name of a person alone and stands behind the given name or the initial of somebody else:
    /// `Vik` of `Dr Anna Vik` where only Jonas Vik is known.
    pub fn is_anothers(&self, text: &str, keys: &[Keyed], term: &Term) -> bool {
        let Some(lasts) = self.by_person.get(&term.concept) else { return false };
        let Ok(at) = keys.binary_search_by_key(&term.span.start, |word| word.span.start) else { return false };
        if keys[at].span != term.span || !lasts.contains(&fold(term.span.of(text))) {
            return false;
        }
        let is_given = |&before: &usize| joins(text, keys, before + 1) && is_given_at(text, keys, before);
        let Some(first) = (0..at).rev().take(MOST_GIVEN).take_while(is_given).last() else { return false };
        let first = fold(keys[first].span.of(text));
        // An initial stands for any name that begins so.
        let may_be = |own: &String| {
            let (short, long) = if own.len() < first.len() { (own, &first) } else { (&first, own) };
            short == long || (short.chars().count() == 1 && long.starts_with(short.as_str()))
        };
        !self.given.get(&term.concept).is_some_and(|own| own.iter().any(may_be))
    }
}

/// Whether a word is a given name or an initial, or stands where one does: behind a title.
fn is_given_at(text: &str, keys: &[Keyed], at: usize) -> bool {
    let word = keys[at].span.of(text);
    let folded = fold(word);
    if !word.starts_with(char::is_uppercase) || is_rank(&folded) {
        return false;
    }
    let is_initial = word.chars().count() == 1 && text[keys[at].span.end..].starts_with('.');
    let is_titled = || at > 0 && joins(text, keys, at) && is_rank(&fold(keys[at - 1].span.of(text)));
    // `Will Vik come?`
    is_initial || (may_be_in_name(&folded) && (is_given_name(&folded) || is_titled()))
}

/// Whether nothing but a space, or the point of a title, stands before a word.
fn joins(text: &str, keys: &[Keyed], at: usize) -> bool {
    let between = &text[keys[at - 1].span.end..keys[at].span.start];
    matches!(between.trim_start_matches('.'), " " | "\u{a0}" | "\n") && keys[at].parting.is_none()
}

/// The folded last name in a person's full name: its last word, or the first where that is a family name of East Asia.
fn last_name(name: &str) -> Option<String> {
    let all = words(name);
    let own: Vec<_> = all.iter().skip_while(|word| is_rank(&word.folded)).collect();
    let is_large = |word: &str| word.starts_with(char::is_uppercase);
    if own.len() < 2 || name.contains(',') || !is_large(own[own.len() - 1].span.of(name)) {
        return None;
    }
    // *Kim* and *Mo* are given names of others.
    let is_either = ["kim", "mo"].contains(&own[0].folded.as_str()) && own.len() < 3;
    let is_family =
        FAMILY_FIRST.split(' ').any(|family| family == own[0].folded) && !is_given_name(&own[0].folded) && !is_either;
    let last = if is_family { own[0] } else { own[own.len() - 1] };
    (last.folded.chars().count() > 1).then(|| last.folded.clone())
}

#[cfg(test)]
mod tests {
    use crate::concepts::{Form, Recogniser};

    #[test]
    fn a_title_before_the_last_name_of_only_one_person_tells_who_it_is() {
        let persons = [("Anna Vik", 0), ("Jan Berg", 1), ("Ole Berg", 2), ("Wang Jinhai", 3), ("Chairman Lu Dao", 4)];
        let recogniser = Recogniser::default().addressing(persons);
        let text = "Mr Vik, General Secretary Vik’s end, Mr. Vik, Mrs Berg, President Wang, Chairman Lu, \
                    Vik, mr. vik, President Wang Bo, Dr. Jinhai. The minister. Vik came. King Vik ruled.";
        let found: Vec<(&str, usize)> =
            recogniser.terms(text).into_iter().map(|term| (term.span.of(text), term.concept)).collect();
        let expected =
            [("Mr Vik", 0), ("General Secretary Vik", 0), ("Mr. Vik", 0), ("President Wang", 3), ("Chairman Lu", 4)];
        assert_eq!(found, expected);
        assert_eq!(recogniser.whole("President Wang"), Some(3));
        assert_eq!(recogniser.last_names(1).count(), 0);
    }

    #[test]
    fn another_given_name_or_initial_before_it_makes_a_last_name_that_of_nobody_known() {
        let forms = ["Jonas Vik", "Vik"].map(|text| Form { text, concept: 0, is_name: true });
        let recogniser = Recogniser::new(forms).addressing([("Jonas Vik", 0)]);
        let text = "Dr Anna Vik, A. Vik, Mr Orvo Vik, Anna B. Vik, Anne-Marie Vik; Vik, Dr Vik, J. M. Vik, Jonas B. Vik, \
                    Dr Jonas Vik. Will Vik come? Anna, Vik and I. Then Vik left.";
        let found: Vec<&str> = recogniser.terms(text).into_iter().map(|term| term.span.of(text)).collect();
        assert_eq!(found, ["Vik", "Dr Vik", "Vik", "Vik", "Jonas Vik", "Vik", "Vik", "Vik"]);
        assert!(recogniser.around(text, text.find("Vik").unwrap()).is_empty());
    }
}
