//! Somebody with a name: the names that a text has for one person, and which of them is shown.

use super::Named;
use super::phrases::Reader;

/// Names of one person that are counted.
const MOST_FORMS: usize = 24;

/// Somebody with a name.
#[derive(Clone, Debug)]
pub(super) struct Person<'a> {
    /// The words of the name that is shown: of the names of several words the one that the text has most often, of equally
    /// frequent ones the fullest; without what stands before it, if it stands elsewhere without that as often.
    pub words: Vec<&'a str>,
    /// It, where it stands first.
    pub named: Named,
    /// All names, and how often each stands in the text.
    forms: Vec<Form<'a>>,
    pub woman: Option<bool>,
    /// Whether something but the capitals says that it is a person.
    pub human: bool,
    /// Whether the text calls the person by the surname alone before it names others who have it.
    pub alone: bool,
    /// When she or he was spoken of last.
    pub last: usize,
}

/// A name of somebody.
#[derive(Clone, Debug)]
struct Form<'a> {
    words: Vec<&'a str>,
    named: Named,
    count: usize,
    /// The same, references included.
    seen: usize,
}

impl<'a> Person<'a> {
    /// Somebody with a name of these words, shown as `named`.
    pub fn new(words: Vec<&'a str>, named: Named, woman: Option<bool>, human: bool) -> Self {
        Person { words, named, forms: Vec::new(), woman, human, alone: false, last: 0 }
    }

    /// Takes down a name, and shows the one that is best now. A single word is shown only where there is nothing else, and so
    /// is, of several words, what does not count.
    pub fn is_called(&mut self, words: Vec<&'a str>, named: Named, counts: bool) {
        // In a title a word may follow a surname; before one stand given names.
        if !counts && self.words.len() == 1 && words.last() != self.words.last() {
            return;
        }
        let count = usize::from(counts);
        match self.forms.iter().position(|form| form.words == words) {
            Some(at) => {
                self.forms[at].count += count;
                self.forms[at].seen += 1;
            }
            None if self.forms.len() < MOST_FORMS => self.forms.push(Form { words, named, count, seen: 1 }),
            None => return,
        }
        let full = || self.forms.iter().rev().filter(|form| form.words.len() > 1);
        let Some(best) = full().max_by_key(|form| (form.count, form.words.len())) else { return };
        // `the radical Ann Lee`, where `Ann Lee` stands elsewhere as often
        let is_bare = |form: &&Form| form.seen >= best.count && best.words.ends_with(&form.words);
        let bare = full().filter(is_bare).min_by_key(|form| form.words.len());
        let shown = bare.unwrap_or(best);
        (self.words, self.named) = (shown.words.clone(), shown.named.clone());
    }

    /// Whether the name stands where nothing but a name has a capital.
    pub fn is_learnt(&self) -> bool {
        !self.forms.is_empty()
    }

    /// Whether a word of the name is an abbreviation, such as bodies have: `Southampton SWP`.
    pub fn is_body(&self) -> bool {
        let is_short = |word: &&str| word.len() > 2 && word.chars().all(char::is_uppercase) && !word.starts_with("II");
        self.words.len() > 1 && self.words.iter().any(is_short)
    }

    /// Whether these words may name the same person.
    pub fn may_be(&self, words: &[&str], woman: Option<bool>, titled: bool) -> bool {
        if let (Some(a), Some(b)) = (self.woman, woman)
            && a != b
        {
            return false;
        }
        let (long, short) =
            if self.words.len() >= words.len() { (&self.words[..], words) } else { (words, &self.words[..]) };
        if short.len() == 1 {
            return long.last() == short.last() || (long.first() == short.first() && !titled);
        }
        let initial =
            |a: &str, b: &str| a == b || (a.ends_with('.') || b.ends_with('.')) && a.chars().next() == b.chars().next();
        long.last() == short.last() && initial(long[0], short[0]) || (short.iter().all(|word| long.contains(word)))
    }
}

/// Whether a name is that of a people or, behind where it lies, of a place: `Americans`, `northern California`.
pub(super) fn is_no_person(reader: Reader, at: usize, words: &[&str]) -> bool {
    const SIDES: &[&str] = &["northern", "southern", "eastern", "western", "central", "downtown", "rural"];
    let is_people = words.len() == 1 && ["icans", "ians", "ists"].iter().any(|ending| words[0].ends_with(ending));
    is_people || at.checked_sub(1).is_some_and(|before| reader.is_word(before, SIDES))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Span;

    /// The name that is shown of somebody who is called so, a `?` before what stands in references.
    fn shown(names: &[&'static str]) -> String {
        let named = |name: &str| Named { text: name.to_string(), span: Span::new(0, 0) };
        let mut person = Person::new(names[0].split(' ').collect(), named(names[0]), None, true);
        for name in names {
            let bare = name.trim_start_matches('?');
            person.is_called(bare.split(' ').collect(), named(bare), bare == *name);
        }
        person.named.text
    }

    #[test]
    fn the_usual_name_is_shown() {
        assert_eq!(shown(&["Lee", "Ann Lee", "Lee", "Radical Ann Lee", "Ann Lee"]), "Ann Lee");
        assert_eq!(shown(&["Radical Ann Lee", "Lee", "?Ann Lee"]), "Ann Lee");
        assert_eq!(shown(&["Mary Ann Lee", "Mary Ann Lee", "Mary Ann Lee", "?Ann Lee"]), "Mary Ann Lee");
        assert_eq!(shown(&["Lee", "?Lee Speaks"]), "Lee");
        assert_eq!(shown(&["Lee", "?Ann Lee"]), "Ann Lee");
    }
}
