//! Inside a quotation that was opened: the rest of the source's sentence, as soon as three words of it have been typed.

use super::parts::shortened;
use super::{About, Completion, Fragment, Kind, literal, style};
use crate::corpus::earliest_first;
use crate::features::View;
use crate::features::fix::typography;
use crate::features::wording;
use crate::features::writing::Writing;
use crate::index::Term;
use crate::library::Library;
use crate::markup::{BlockKind, Format, Opened, blocks_of, opened};
use crate::text::{Span, Word, fold, is_unspaced, sentences, words};
use crate::trace::Place;

/// Words that must have been typed, the one that is being typed included.
const FEWEST_WORDS: usize = 3;
/// The same in scripts in which every letter is a word.
const FEWEST_LETTERS: usize = 4;
/// Words before the cursor that are looked for: so many stand in one place only.
const MOST_WORDS: usize = 12;
/// Where so many do not stand anywhere, since one of the first was changed, the last ones are looked for alone.
const LAST_WORDS: usize = 5;
/// Places looked at, at most.
const MOST_PLACES: usize = 64;
/// Completions offered at once, at most.
const MOST: usize = 6;
/// A sentence is followed so far, in bytes.
const LONGEST_REST: usize = 4 * 1024;
/// What is read of a Markdown source before a place, to know what its marks mean, in bytes.
const BEFORE: usize = 1024;

/// What may come next in the quotation that is being written at the byte `offset` of the page, best source first.
pub(super) fn continuations(view: View, offset: usize) -> Vec<Completion> {
    let Some(quoting) = Quoting::at(view, offset) else { return Vec::new() };
    let mut all: Vec<Completion> = Vec::new();
    let mut known: Vec<String> = Vec::new();
    for found in quoting.places() {
        let Some((completion, key)) = quoting.completion(&found) else { continue };
        if !known.contains(&key) {
            known.push(key);
            all.push(completion);
        }
        if all.len() == MOST {
            break;
        }
    }
    all
}

/// A quotation that is being written.
struct Quoting<'a> {
    view: View<'a>,
    offset: usize,
    /// What was typed of it, from the mark or the last ellipsis to the cursor.
    typed: &'a str,
    /// Its words.
    words: Vec<Word>,
    /// Whether the cursor touches the last of them, so that it may go on.
    is_touched: bool,
    /// What opened it; a block quotation has no mark.
    mark: Option<Opened>,
    /// Whether the mark that closes it is there already.
    is_closed: bool,
    /// What follows the cursor, the closing mark left out.
    behind: &'a str,
    writing: Writing<'a>,
}

/// A place where the words stand that were typed, and how many of them were looked for.
struct Candidate {
    position: usize,
    looked_for: usize,
}

impl<'a> Quoting<'a> {
    fn at(view: View<'a>, offset: usize) -> Option<Self> {
        let writing = Writing::at(view, offset)?;
        let mark = opened(writing.before);
        if mark.is_none() && writing.block.kind != BlockKind::Quoted {
            return None;
        }
        let inside = mark.map_or(0, Opened::inside);
        let typed = since_gap(&writing.before[inside..]);
        let words = words(typed);
        let is_touched = !writing.is_apart && words.last().is_some_and(|last| last.span.end == typed.len());
        let is_one_letter = |word: &Word| word.folded.starts_with(is_unspaced);
        let fewest = if words.iter().all(is_one_letter) { FEWEST_LETTERS } else { FEWEST_WORDS };
        if words.len() < fewest {
            return None;
        }
        let (is_closed, behind) = mark.map_or((true, writing.behind()), |mark| closing(mark, writing.behind()));
        let quoting = Quoting { view, offset, typed, words, is_touched, mark, is_closed, behind, writing };
        (!quoting.is_in_the_middle()).then_some(quoting)
    }

    /// Whether words of the quotation follow: then it is not being written but changed.
    fn is_in_the_middle(&self) -> bool {
        let Some(mark) = self.mark else { return !self.behind.is_empty() };
        if self.is_closed {
            return false;
        }
        let mark = self.writing.start + mark.at;
        let at = self.writing.block.prose.to_page(Span::new(mark, mark + 1));
        let quotation = self.view.page.quotation_at(self.offset).map(|number| &self.view.page.quotations[number]);
        at.zip(quotation).is_some_and(|(at, quotation)| quotation.span.start == at.start)
    }

    /// Where what was typed stands, the best source first, as the tracer orders them.
    fn places(&self) -> Vec<Candidate> {
        let mut found = self.looked_for(MOST_WORDS);
        if found.is_empty() && self.words.len() > LAST_WORDS {
            found = self.looked_for(LAST_WORDS);
        }
        let sources = &self.view.library.corpus.sources;
        found.sort_by_cached_key(|found| {
            let source = self.view.library.index.source_at(found.position).unwrap_or_default();
            (earliest_first(sources[source].meta.date.as_deref()), source, found.position)
        });
        found
    }

    fn looked_for(&self, most: usize) -> Vec<Candidate> {
        let index = &self.view.library.index;
        let last = &self.words[self.words.len().saturating_sub(most)..];
        let (prefix, whole) = match last.split_last() {
            Some((begun, whole)) if self.is_touched => (begun.folded.as_str(), whole),
            _ => ("", last),
        };
        let terms: Vec<Term> = whole.iter().map(|word| index.look_up(&word.folded)).collect();
        if terms.iter().any(|term| term.count() == 0) {
            return Vec::new();
        }
        let is_other = |position| self.view.own.is_none() || index.source_at(position) != self.view.own;
        let found = index.begun(&terms, prefix, MOST_PLACES, is_other);
        found.into_iter().map(|position| Candidate { position, looked_for: terms.len() }).collect()
    }

    /// The rest of the sentence at a place, and what tells it from others; `None` where nothing is left of it.
    fn completion(&self, found: &Candidate) -> Option<(Completion, String)> {
        let library = self.view.library;
        let next = found.position + found.looked_for;
        let place = self.rest(found.position + found.looked_for - 1, next)?;
        let Rest { gap, mut text, ends, place } = place;
        let key = fold(&text);
        let ends_well = ends || text.ends_with(|c: char| !c.is_alphanumeric() || is_unspaced(c));
        // Of a line that stops at its second word nothing is left to be offered.
        if key.is_empty()
            || (!key.contains(' ') && (!ends_well || self.words.last().is_some_and(|last| last.folded == key)))
        {
            return None;
        }
        let outer = self.mark.map(|mark| mark.mark);
        let is_sign = |c: char| matches!(c, '.' | ',' | ';' | ':' | '。' | '，');
        if self.behind.starts_with(is_sign) {
            text.truncate(text.trim_end_matches(is_sign).len());
        }
        let text = typography(text.trim(), style(self.view, self.offset), outer);
        let mut inserted = literal(&text, self.view.page.format);
        let typed = self.words.last().map(|word| word.span).filter(|_| self.is_touched).unwrap_or_default();
        let before = self.view.text[..self.offset].chars().next_back();
        if !self.is_touched && !gap.is_empty() && before.is_some_and(|c| !c.is_whitespace()) {
            inserted.insert(0, ' ');
        }
        if let Some(mark) = self.mark.filter(|_| !self.is_closed) {
            let space = if mark.mark == '«' && self.typed.starts_with(char::is_whitespace) { "\u{a0}" } else { "" };
            inserted.push_str(space);
            inserted.push(mark.closing()[0]);
        }
        let replaces = Span::new(self.offset.checked_sub(typed.len())?, self.offset);
        if self.view.text.get(replaces.start..replaces.end) != Some(typed.of(self.typed)) {
            return None;
        }
        let passage = self.place(found.position).map_or(place, |first| Place { span: first.join(place.span), ..place });
        let completion = Completion {
            label: shortened(&text),
            detail: detail(library, passage),
            kind: Kind::Quotation,
            text: vec![Fragment::Text(inserted)],
            replaces,
            above: None,
            mends: self.missing(&gap),
            about: About::Passage(library.source(passage).id.clone(), passage.span),
        };
        Some((completion, key))
    }

    fn place(&self, position: usize) -> Option<Span> {
        Some(self.view.library.index.span(position)).filter(|span| !span.is_empty())
    }

    /// What a source has from the word at the position `next` to the end of the sentence, and the signs between it and the
    /// word at `last`.
    fn rest(&self, last: usize, next: usize) -> Option<Rest> {
        let library = self.view.library;
        let source = library.index.source_at(next)?;
        let (last, next) = (self.place(last)?, self.place(next)?);
        let is_markdown = library.corpus.sources[source].format == Format::Markdown;
        let start = if is_markdown { last.start.saturating_sub(BEFORE) } else { last.end };
        let near = library.corpus.sources[source].slice(Span::new(start, next.start + LONGEST_REST));
        let is_cut = start + near.len() < library.corpus.sources[source].text.len();
        let local = |at: usize| at.saturating_sub(start);
        let (before, behind) = if is_markdown {
            let all = blocks_of(&near, Format::Markdown);
            let block = all.iter().find(|block| block.span.touches(local(next.start)))?;
            let at = |page| block.prose.from_page(page);
            let (end, begin) = (at(local(last.end)), at(local(next.start)));
            let prose = &block.prose.text;
            (prose.get(end..begin)?.replace('\u{fffc}', "…"), prose.get(begin..)?.replace('\u{fffc}', "…"))
        } else {
            (near.get(..local(next.start))?.to_string(), near.get(local(next.start)..)?.to_string())
        };
        // A sentence that ends between them goes on nowhere.
        let whole = format!("word{before}X");
        let is_over = sentences(&whole).len() > 1;
        let ours = &self.typed[self.words.last()?.span.end..];
        let lacks = |sign: char| ours.contains(sign) && !before.contains(sign);
        let is_another = !self.is_touched && ((is_over && !ours.contains(ENDS)) || SIGNS.into_iter().any(lacks));
        if is_another || (is_over && before.lines().filter(|line| line.trim().is_empty()).count() > 1) {
            return None;
        }
        let end = sentences(&behind).first()?.end;
        let sentence = &behind[..end];
        let rest = within_marks(sentence);
        let ends = rest.len() < sentence.len();
        let rest = match is_cut && rest.len() == behind.trim_end().len() {
            true => &rest[..rest.rfind(char::is_whitespace)?],
            false => rest,
        };
        Some(Rest {
            gap: before,
            text: rest.to_string(),
            ends,
            place: Place { source, span: Span::new(next.start, next.start + rest.len()) },
        })
    }

    /// The comma or the like that a source has behind the last word that was typed, and that the writer forgot.
    fn missing(&self, gap: &str) -> Option<(usize, String)> {
        let last = self.words.last().filter(|_| !self.is_touched)?;
        let ours = &self.typed[last.span.end..];
        let theirs = gap.trim();
        let is_sign = theirs.chars().count() == 1 && theirs.starts_with([',', ';', ':']);
        let at = self.writing.before.len() - ours.len() + self.writing.start;
        let page = self.writing.block.prose.to_page(Span::new(at.checked_sub(1)?, at))?.end;
        // Another edit must not touch the one of the completion.
        (is_sign && ours.trim().is_empty() && page < self.offset).then(|| (page, theirs.to_string()))
    }
}

/// What follows in a source.
struct Rest {
    /// What stands before it, behind the last word that was typed.
    gap: String,
    text: String,
    /// Whether a quotation of the source's ends there.
    ends: bool,
    place: Place,
}

/// Signs that end a sentence.
const ENDS: [char; 7] = ['.', '!', '?', '…', '。', '！', '？'];
/// Signs that change how a sentence goes on.
const SIGNS: [char; 9] = ['.', '!', '?', ':', ';', '。', '！', '？', '：'];

/// What stands before the mark that closes a quotation of the source which the text begins inside of: behind it somebody else
/// speaks.
fn within_marks(rest: &str) -> &str {
    let mut open = 0usize;
    let mut before = ' ';
    for (at, c) in rest.char_indices() {
        let next = rest[at + c.len_utf8()..].chars().next().unwrap_or(' ');
        match c {
            '“' | '«' | '„' | '「' => open += 1,
            '"' if !before.is_alphanumeric() && next.is_alphanumeric() => open += 1,
            '”' | '»' | '"' | '」' if open == 0 => return rest[..at].trim_end_matches([',', ' ']),
            '”' | '»' | '"' | '」' => open -= 1,
            _ => {}
        }
        before = c;
    }
    rest
}

/// What was typed since the last gap: left-out words, words of the writer's own in brackets.
fn since_gap(typed: &str) -> &str {
    let gap = ["…", "...", "]"].iter().filter_map(|gap| Some(typed.rfind(gap)? + gap.len())).max();
    &typed[gap.unwrap_or(0)..]
}

/// Whether the mark that closes a quotation follows, and what follows behind it.
fn closing(mark: Opened, behind: &str) -> (bool, &str) {
    let bare = behind.trim_start_matches(['.', ',', ';', ':', '!', '?', '…', '。', '，', '*', '_']).trim_start();
    match bare.strip_prefix(mark.closing()) {
        // What stands before the mark is the quotation's own end.
        Some(rest) => (true, if bare.len() == behind.len() { rest } else { behind }),
        None => (false, behind),
    }
}

/// Who said a passage, as far as that is known, and where it stands.
fn detail(library: &Library, place: Place) -> String {
    let mut all: Vec<String> = library.annotated_at(place).map(wording::attribution).into_iter().collect();
    all.push(wording::place(library, place));
    all.extend(library.source(place).meta.date.clone().map(|date| format!("({date})")));
    all.join(" · ").replace(" · (", " (")
}
