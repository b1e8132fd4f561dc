//! Somebody with a name: the names that a text has for one person, and which of them is shown.

use super::Named;

/// Names of one person that are counted.
const MOST_FORMS: usize = 24;

/// Somebody with a name.
#[derive(Clone, Debug)]
pub(super) struct Person<'a> {
    /// The words of the name that is shown: of the names of several words the one that the text has most often, of equally
    /// frequent ones the fullest; without what stands before it, if it stands somewhere without that.
    pub words: Vec<&'a str>,
    /// It, where it stands first.
    pub named: Named,
    /// All names, and how often each stands in the text.
    forms: Vec<Form<'a>>,
    pub woman: Option<bool>,
    /// Whether something but the capitals says that it is a person.
    pub human: bool,
    /// When she or he was spoken of last.
    pub last: usize,
}

/// A name of somebody.
#[derive(Clone, Debug)]
struct Form<'a> {
    words: Vec<&'a str>,
    named: Named,
    count: usize,
}

impl<'a> Person<'a> {
    /// Somebody with a name of these words, shown as `named`.
    pub fn new(words: Vec<&'a str>, named: Named, woman: Option<bool>, human: bool) -> Self {
        Person { words, named, forms: Vec::new(), woman, human, last: 0 }
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
            Some(at) => self.forms[at].count += count,
            None if self.forms.len() < MOST_FORMS => self.forms.push(Form { words, named, count }),
            None => return,
        }
        let full = || self.forms.iter().rev().filter(|form| form.words.len() > 1);
        let Some(best) = full().max_by_key(|form| (form.count, form.words.len())) else { return };
        // `the radical Ann Lee`, where `Ann Lee` stands elsewhere
        let bare = full().filter(|form| best.words.ends_with(&form.words)).min_by_key(|form| form.words.len());
        let shown = bare.unwrap_or(best);
        (self.words, self.named) = (shown.words.clone(), shown.named.clone());
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
