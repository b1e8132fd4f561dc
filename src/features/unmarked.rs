//! Passages of a text that are a source's and that no marks say so of. Each block is searched by itself, and what was found
//! stays known while its prose stays the same.

use super::View;
use super::edges::whole;
use super::layout::division_ends;
use crate::markup::BlockKind;
use crate::settings::FEWEST_UNMARKED;
use crate::text::{Span, is_unspaced, sentences, words};
use crate::trace::Unmarked;
use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHasher};
use std::hash::{Hash, Hasher};
use std::sync::Arc;

/// All unmarked passages of one version of a text.
#[derive(Clone, Debug, Default)]
pub struct Passages {
    /// In the page's order.
    pub all: Vec<Passage>,
    known: FxHashMap<u64, Arc<Vec<Unmarked>>>,
}

/// A passage of a text that is a source's.
#[derive(Clone, Debug)]
pub struct Passage {
    /// The number of its block.
    pub block: usize,
    /// What was found; its span is of the block's prose.
    pub found: Unmarked,
}

/// A mark that stands beside a passage without its fellow.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Half {
    /// The passage begins behind one; the mark that would end it.
    Begun(char),
    /// The passage ends before one; the mark that would begin it.
    Ended(char),
}

/// So many words of a sentence that is the writer's may be a source's by chance.
const MOST_STRAY: usize = 3;

/// Marks that begin a quotation, with those that end it.
const PAIRS: [(char, char); 9] =
    [('“', '”'), ('„', '“'), ('«', '»'), ('»', '«'), ('‹', '›'), ('‘', '’'), ('「', '」'), ('『', '』'), ('"', '"')];

impl Passage {
    /// The mark that was set only on one side of it, if one was.
    pub fn half(&self, view: View) -> Option<Half> {
        let span = self.span(view)?;
        let (before, behind) = (view.text[..span.start].chars().next_back(), view.text[span.end..].chars().next());
        let begun = PAIRS.iter().find(|(open, _)| before == Some(*open)).map(|(_, close)| Half::Begun(*close));
        // A quotation ends behind its last point.
        let behind = match behind {
            Some('.' | ',' | ';' | ':' | '!' | '?') => view.text[span.end + 1..].chars().next(),
            other => other,
        };
        let ended = PAIRS.iter().find(|(_, close)| behind == Some(*close)).map(|(open, _)| Half::Ended(*open));
        begun.or(ended)
    }

    /// Its bytes in the page.
    pub fn span(&self, view: View) -> Option<Span> {
        view.page.blocks[self.block].prose.to_page(self.found.span)
    }

    /// How long it is: `12 words`; where no spaces stand between words, `38 characters`.
    pub fn length(&self, view: View) -> String {
        let text = self.text(view);
        let unspaced = text.chars().filter(|&c| is_unspaced(c)).count();
        let unit = if 2 * unspaced > self.found.words { "characters" } else { "words" };
        format!("{} {unit}", self.found.words)
    }

    /// Its words.
    pub fn text<'a>(&self, view: View<'a>) -> &'a str {
        self.found.span.of(&view.page.blocks[self.block].prose.text)
    }
}

impl Passages {
    /// The passage that the byte `offset` of the page lies in, with its bytes there.
    pub fn at(&self, view: View, offset: usize) -> Option<(Span, &Passage)> {
        let block = view.page.block_at(offset)?;
        let mut here = self.all.iter().filter(|passage| passage.block == block);
        here.find_map(|passage| Some((passage.span(view).filter(|span| span.touches(offset))?, passage)))
    }

    /// Searches a text, unless `stopped` says meanwhile that nobody wants to know any more. `before` is what an earlier
    /// version gave with the same library: blocks that it knows are not searched again. A source is not searched at all.
    pub fn unless(view: View, before: Option<&Passages>, stopped: &(dyn Fn() -> bool + Sync)) -> Option<Self> {
        let mut passages = Passages::default();
        if view.own.is_some() {
            return Some(passages);
        }
        let quoted = quoted_spans(view);
        let own = view.page.blocks.iter().enumerate().filter(|(_, block)| is_the_writers(block.kind));
        let blocks: Vec<(usize, u64)> = own
            .map(|(number, block)| {
                let mut hasher = FxHasher::default();
                (block.hash, quoted.get(&number)).hash(&mut hasher);
                (number, hasher.finish())
            })
            .collect();
        let search = |(number, key): (usize, u64)| -> Option<(usize, u64, Arc<Vec<Unmarked>>)> {
            if let Some(known) = before.and_then(|before| before.known.get(&key)) {
                return Some((number, key, known.clone()));
            }
            let spans = quoted.get(&number).map_or(&[][..], Vec::as_slice);
            (!stopped()).then(|| (number, key, Arc::new(in_block(view, number, spans))))
        };
        // One new block is what a key makes; only an opened draft has enough of them to wake other threads for.
        let found: Option<Vec<_>> = match before {
            Some(_) => blocks.into_iter().map(search).collect(),
            None => blocks.into_par_iter().with_min_len(16).map(search).collect(),
        };
        for (block, key, found) in found? {
            passages.all.extend(found.iter().map(|&found| Passage { block, found }));
            passages.known.insert(key, found);
        }
        Some(passages)
    }
}

/// Whether the prose of such a block is presented as the writer's own.
fn is_the_writers(kind: BlockKind) -> bool {
    matches!(kind, BlockKind::Paragraph | BlockKind::Cell { .. })
}

/// The bytes of each block's prose that stand in quotations, in order.
fn quoted_spans(view: View) -> FxHashMap<usize, Vec<Span>> {
    let mut all: FxHashMap<usize, Vec<Span>> = FxHashMap::default();
    for (block, span) in view.page.quotations.iter().flat_map(|quotation| &quotation.parts) {
        all.entry(*block).or_default().push(*span);
    }
    for spans in all.values_mut() {
        spans.sort_unstable();
    }
    all
}

/// What is found between the quotations of a block, within one paragraph or item of a list.
fn in_block(view: View, number: usize, quoted: &[Span]) -> Vec<Unmarked> {
    let text = &view.page.blocks[number].prose.text;
    let mut found = Vec::new();
    let mut at = 0;
    let ends = division_ends(text).into_iter().map(|end| Span::new(end, end));
    let mut borders: Vec<Span> = quoted.iter().copied().chain(ends).collect();
    borders.sort_unstable();
    for span in borders {
        let between = Span::new(at, span.start.max(at));
        let here = view.library.unmarked(between.of(text), FEWEST_UNMARKED, None);
        let here = here.into_iter().filter(|one| !is_enquoted(&text[..between.start + one.span.start]));
        let here = here.map(|one| Unmarked { span: one.span.shift(between.start), ..one });
        found.extend(here.filter_map(|one| with_whole_words(text, one)));
        at = at.max(span.end);
    }
    found
}

/// A passage without parts of words, of brackets and of the writer's sentences at its ends; `None` where too little is left.
fn with_whole_words(text: &str, found: Unmarked) -> Option<Unmarked> {
    let span = without_stray_words(text, whole(text, found.span));
    if span == found.span {
        return Some(found);
    }
    let gone = found.words.saturating_sub(words(span.of(text)).len());
    let left = Unmarked { span, words: found.words - gone, own: found.own.saturating_sub(gone), ..found };
    left.is_long(FEWEST_UNMARKED).then_some(left)
}

/// A passage without the few words at its ends that belong to sentences which it has less of than the rest: that they are the
/// source's, too, is chance.
fn without_stray_words(text: &str, span: Span) -> Span {
    let all = sentences(text);
    let is_stray = |piece: Span| words(piece.of(text)).len() <= MOST_STRAY;
    let (mut start, mut end) = (span.start, span.end);
    if let Some(last) = all.iter().rev().find(|sentence| sentence.start < end).filter(|last| last.start > start)
        && !words(&text[end.min(last.end)..last.end]).is_empty()
        && is_stray(Span::new(last.start, end))
    {
        let before = &text[start..last.start];
        end = start + words(before).last().map_or(before.len(), |word| word.span.end);
    }
    if let Some(first) = all.iter().find(|sentence| sentence.end > start).filter(|first| first.end < end)
        && !words(&text[first.start..start.max(first.start)]).is_empty()
        && is_stray(Span::new(start, first.end))
    {
        let behind = &text[first.end..end];
        start = first.end + words(behind).first().map_or(0, |word| word.span.start);
    }
    Span::new(start, end)
}

/// Whether what follows a text stands in LaTeX's `\enquote{…}`.
fn is_enquoted(before: &str) -> bool {
    before.rfind(['{', '}']).is_some_and(|at| before[at..].starts_with('{') && before[..at].ends_with("\\enquote"))
}

#[cfg(test)]
mod tests {
    use super::super::tests::{draft, known};
    use super::*;

    #[test]
    fn a_keystroke_has_only_the_block_searched_again_that_it_touched() {
        let text = draft();
        let before = known(&text, None);
        let addresses = |quotations: &crate::features::quotations::Quotations| -> rustc_hash::FxHashSet<usize> {
            let passages = quotations.passages.as_ref().expect("they were looked for");
            passages.known.values().map(|found| Arc::as_ptr(found) as usize).collect()
        };
        for (place, expected) in [(text.find(" length").unwrap(), 1), (text.rfind("hand").unwrap(), 1)] {
            let mut typed = text.clone();
            typed.insert(place, 'x');
            let after = known(&typed, Some(&before));
            assert_eq!(addresses(&after).difference(&addresses(&before)).count(), expected, "at {place}");
        }
    }
}
