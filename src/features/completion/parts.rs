//! The parts of what was just named: all that are to come, as one snippet for each source that lists them, and each by itself.

use super::{About, Completion, Fragment, Kind, literal, style};
use crate::concepts::counts;
use crate::features::View;
use crate::features::enumeration::{Enumeration, Listing, Progress, follow, listings};
use crate::features::fix::typography;
use crate::features::wording;
use crate::library::{Definition, Library};
use crate::markup::opened;
use crate::text::{Span, words};

/// Completions offered at once, at most.
const MOST: usize = 20;
/// Letters of a part that must have been typed where the words before need not introduce a list.
const FEWEST_LETTERS: usize = 2;
/// A label shows so many words of what it stands for.
const LABEL_WORDS: usize = 14;

/// The parts that may come next in the list that is being written at the byte `offset` of the page.
pub(super) fn parts(view: View, offset: usize) -> Vec<Completion> {
    let Some(enumeration) = Enumeration::at(view, offset) else { return Vec::new() };
    let listings = listings(view.library, enumeration.concept);
    let mut followed: Vec<(&Listing, Progress)> = Vec::new();
    for listing in &listings {
        let progress = follow(&enumeration.list, &listing.words);
        if progress.current.is_some() && !progress.strays {
            followed.push((listing, progress));
        }
    }
    // What was written already tells which list is meant.
    let most = followed.iter().map(|(_, progress)| progress.agreed).max();
    followed.retain(|(_, progress)| Some(progress.agreed) == most);
    let Some(typed) = Typed::new(view, offset, &enumeration) else { return Vec::new() };
    let letters = typed.word.of(view.text).chars().count();
    // `The Five Pillars are ‸`
    let is_counted =
        enumeration.list.trim().is_empty() && counts(&view.library.concepts[enumeration.concept].name).is_some();
    let is_telling = |progress: &Progress| {
        enumeration.is_certain || is_counted || progress.agreed > progress.begun || letters >= FEWEST_LETTERS
    };
    followed.retain(|(_, progress)| is_telling(progress));
    let mut all: Vec<Completion> = Vec::new();
    let rests = followed.iter().filter_map(|(listing, progress)| typed.rest(listing, progress));
    let singles = followed.iter().flat_map(|(listing, progress)| typed.singles(listing, progress));
    for completion in rests.chain(singles) {
        if all.len() < MOST && !all.iter().any(|other| other.text == completion.text) {
            all.push(completion);
        }
    }
    all
}

/// What was typed of the part at the cursor, and how parts are put into the text.
struct Typed<'a> {
    view: View<'a>,
    enumeration: &'a Enumeration,
    /// The bytes of the word that the cursor touches, up to the cursor.
    word: Span,
    /// Whether the cursor touches no word.
    is_finished: bool,
    /// Whether a space is missing before the next word.
    is_tight: bool,
    /// The mark of the quotation that the list stands in.
    outer: Option<char>,
}

impl<'a> Typed<'a> {
    fn new(view: View<'a>, offset: usize, enumeration: &'a Enumeration) -> Option<Self> {
        let list = &enumeration.list;
        let last = words(list).last().map(|word| word.span).filter(|word| word.end == list.len());
        let word = Span::new(offset.checked_sub(last.map_or(0, Span::len))?, offset);
        // An entity inside a word is longer in the page than in its prose.
        if last.is_some_and(|last| view.text.get(word.start..word.end) != Some(last.of(list))) {
            return None;
        }
        let is_tight = last.is_none()
            && enumeration.bullet.is_none()
            && view.text[..offset]
                .chars()
                .next_back()
                .is_some_and(|c| !c.is_whitespace() && !"([“‘«「—：，；、".contains(c));
        let outer = opened(&enumeration.sentence).map(|opened| opened.mark);
        Some(Typed { view, enumeration, word, is_finished: last.is_none(), is_tight, outer })
    }

    /// All parts that are to come.
    fn rest(&self, listing: &Listing, progress: &Progress) -> Option<Completion> {
        let library = self.view.library;
        let current = progress.current?;
        let later = (current + 1..listing.parts.len()).filter(|&part| !progress.given[part]);
        let later: Vec<usize> = later.collect();
        if later.is_empty() || progress.given[current] || self.enumeration.goes_on {
            return None;
        }
        let mut text = self.first(listing, current, progress);
        let parts = std::iter::once(current).chain(later.iter().copied());
        let label = parts.map(|part| listing.part(library, part)).collect::<Vec<_>>().join("; ");
        for (lines, part) in (1..).zip(later) {
            let separator = match &self.enumeration.bullet {
                Some(bullet) => format!("\n{}", bullet.below(lines)),
                None => listing.separator(library, part),
            };
            text.push(Fragment::Text(separator));
            text.push(Fragment::Stop(self.written(listing, part)));
        }
        Some(self.completion(listing, text, shortened(&label), Kind::Parts))
    }

    /// The part that is being written and, where nothing of it was yet, any other.
    fn singles(&self, listing: &Listing, progress: &Progress) -> Vec<Completion> {
        let Some(current) = progress.current else { return Vec::new() };
        let count = listing.parts.len();
        let order = (current..count).chain(0..current).filter(|&part| !progress.given[part]);
        let begun = |part: &usize| {
            let typed = words(&self.enumeration.list);
            let typed = &typed[typed.len() - progress.begun..];
            let theirs = &listing.words[*part];
            typed.len() <= theirs.len()
                && typed.iter().zip(theirs).all(|(ours, theirs)| theirs.starts_with(ours.folded.as_str()))
        };
        let single = |part: usize| {
            let text = self.first(listing, part, progress);
            let label = shortened(&listing.part(self.view.library, part));
            self.completion(listing, text, label, Kind::Part)
        };
        order.filter(begun).map(single).collect()
    }

    /// A part from the word on that the cursor touches. Before the last part of all comes what joins it to the others.
    fn first(&self, listing: &Listing, part: usize, progress: &Progress) -> Vec<Fragment> {
        let written = self.written(listing, part);
        let begun = progress.begun - usize::from(!self.is_finished && progress.begun > 0);
        let from = match begun {
            0 if self.is_finished => 0,
            begun => words(&written).get(begun).map_or(0, |word| word.span.start),
        };
        let mut before = if self.is_tight { " ".to_string() } else { String::new() };
        let others = (0..listing.parts.len()).filter(|&other| other != part);
        let is_last = part > 0 && others.into_iter().all(|other| progress.given[other]);
        if is_last && progress.begun == 0 && !progress.joined && self.enumeration.bullet.is_none() {
            let separator = listing.separator(self.view.library, part);
            before.push_str(separator.trim_start_matches([',', ';', ' ', '，', '；', '、']));
        }
        let mut text = Vec::new();
        if !before.is_empty() {
            text.push(Fragment::Text(before));
        }
        text.push(Fragment::Stop(written[from..].to_string()));
        text
    }

    /// A part as it is written in this draft.
    fn written(&self, listing: &Listing, part: usize) -> String {
        let plain = listing.part(self.view.library, part);
        literal(&typography(plain.trim(), style(self.view, self.word.end), self.outer), self.view.page.format)
    }

    fn completion(&self, listing: &Listing, text: Vec<Fragment>, label: String, kind: Kind) -> Completion {
        let library = self.view.library;
        let concept = &library.concepts[self.enumeration.concept];
        let definition = &concept.definitions[listing.definitions[0]];
        // A single part has nothing to go through.
        let whole = |fragments: Vec<Fragment>| vec![Fragment::Text(fragments.iter().map(Fragment::shown).collect())];
        Completion {
            label,
            detail: detail(library, definition, listing.definitions.len() - 1),
            kind,
            text: if kind == Kind::Part { whole(text) } else { text },
            replaces: self.word,
            above: None,
            mends: None,
            about: About::Passage(library.source(definition.place).id.clone(), definition.place.span),
        }
    }
}

impl Fragment {
    /// What it comes to.
    pub fn shown(&self) -> &str {
        match self {
            Fragment::Text(text) | Fragment::Stop(text) => text,
        }
    }
}

/// Who lists these parts and where, and how many others do.
fn detail(library: &Library, definition: &Definition, others: usize) -> String {
    let mut all: Vec<String> = definition.attribution.parts().map(str::to_string).collect();
    all.push(wording::place(library, definition.place));
    let more = if others > 0 { format!(" and {others} more") } else { String::new() };
    format!("{}{more}", all.join(" · "))
}

/// A long text by its first words.
pub(super) fn shortened(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    if words.len() <= LABEL_WORDS {
        return words.join(" ");
    }
    format!("{} …", words[..LABEL_WORDS].join(" "))
}
