//! Whom a text names, and who is known in it by which names.

use super::Language;
use super::piece::Piece;
use rustc_hash::FxHashMap;

/// Whoever is said to speak.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Who<'a> {
    /// A person: the name, and the name with its titles.
    Person { name: Piece<'a>, mention: Piece<'a> },
    /// An office, a body, a document or somebody without a name.
    Noun(Piece<'a>),
    /// Whoever was spoken of last.
    Pronoun,
}

/// People of one first sign that are told apart.
const NAMESAKES: usize = 16;

/// The people who are named in a text beyond doubt.
#[derive(Default)]
pub(super) struct People<'a> {
    by_first: FxHashMap<char, Vec<Piece<'a>>>,
}

impl<'a> People<'a> {
    pub fn add(&mut self, name: Piece<'a>) {
        let Some(first) = name.text.chars().next() else { return };
        let all = self.by_first.entry(first).or_default();
        if name.len() > 1 && all.len() < NAMESAKES && !all.iter().any(|known| known.text == name.text) {
            all.push(name);
        }
    }

    fn of<'b>(&'b self, text: &str) -> impl Iterator<Item = &'b Piece<'a>> {
        text.chars().next().and_then(|first| self.by_first.get(&first)).into_iter().flatten()
    }

    pub fn knows(&self, name: &str) -> bool {
        self.of(name).any(|known| known.text == name)
    }

    /// The length in bytes of the longest known name that a text begins with.
    pub fn begins(&self, text: &str) -> Option<usize> {
        self.of(text).filter(|known| text.starts_with(known.text)).map(|known| known.text.len()).max()
    }

    /// The one longer name that a shorter one may stand for: one that begins with it or, of names written with dots, ends with it.
    pub fn full(&self, name: Piece<'a>, language: Language) -> Option<Piece<'a>> {
        let is_longer = |known: &&Piece| known.text.len() > name.text.len();
        let begins: Vec<_> =
            self.of(name.text).filter(|known| known.text.starts_with(name.text)).filter(is_longer).collect();
        let is_foreign = |known: &Piece| known.text.contains(['·', '・']);
        let ends = |known: &&Piece| {
            is_foreign(known)
                && known.text.ends_with(name.text)
                && known.text[..known.text.len() - name.text.len()].ends_with(['·', '・'])
        };
        let all = self.by_first.values().flatten();
        let found: Vec<_> = match begins.iter().any(|known| !is_foreign(known)) {
            // A Chinese given name is not dropped without the whole surname being left: `王` of `王明`.
            true if language == Language::Chinese && name.len() > 1 => Vec::new(),
            true => begins.into_iter().filter(|known| !is_foreign(known)).collect(),
            false => all.filter(ends).filter(is_longer).collect(),
        };
        // Of longer and shorter forms of one name the longest.
        let longest = found.iter().max_by_key(|known| known.text.len())?;
        found
            .iter()
            .all(|known| longest.text.starts_with(known.text) || longest.text.ends_with(known.text))
            .then_some(**longest)
    }

    /// Whether a text names somebody else than `name`.
    pub fn others_in(&self, text: &str, name: &str) -> bool {
        text.char_indices().any(|(at, _)| {
            let found = self.begins(&text[at..]).map(|len| &text[at..at + len]);
            found.is_some_and(|found| !name.contains(found) && !found.contains(name))
        })
    }
}
