//! Restoring the source's wording in a quotation: only the words that were changed are touched, with what parts them, so that the
//! writer's typography, markup and editorial signs stand.

use super::leftovers::{PageEdit, keeps_markup, without_empty_markup};
use super::parting::parted;
use super::regions::{Region, is_seam, regions};
use super::removal::{pieces, removed};
use super::theirs::Theirs;
use super::typography::possessive;
use super::{Fix, brackets, gaps, proof};
use crate::features::View;
use crate::features::quotations::Quoted;
use crate::markup::Prose;
use crate::text::{Span, folded_words, is_word_char};
use crate::trace::{Change, Edit, Match, Place, Verdict};

/// Fewer words may be replaced in any quotation.
const FEWEST_REPLACED: usize = 5;

/// The fix that gives an altered quotation the words of its source; `None` where it is not altered or what was altered
/// cannot be mended word by word (another passage run together with it, a clause moved from elsewhere).
pub(super) fn restore(view: View, quoted: &Quoted) -> Option<Fix> {
    let best = quoted.found.trace.best().filter(|best| best.verdict == Verdict::Altered)?;
    let prose = quoted.prose(view);
    if rewrites_most(view, best, &prose.text) {
        return None;
    }
    let (regions, mends) = regions(view.library, best);
    let mut edits: Vec<PageEdit> = Vec::new();
    for region in &regions {
        if takes_twice(best, region) {
            return None;
        }
        let quoted_span = brackets::outside(&prose.text, region.quoted)?;
        if stands_for_words(&prose.text, quoted_span) {
            return None;
        }
        let near = view.library.source(region.place).near(region.place.span);
        if !near.covers(region.place.span) {
            return None;
        }
        let at = near.local(region.place.span);
        let region = Region { quoted: quoted_span, place: Place { span: at, ..region.place }, ..*region };
        edits.extend(put_right(view, quoted, best, &prose, &region, &near.text)?);
    }
    let edits = without_empty_markup(view.text, &prose, edits)?;
    let is_safe = !edits.is_empty() && keeps_markup(view, quoted.span(view), &edits);
    let title = if mends { "Restore the source's wording" } else { "Restore the words that were changed" };
    let holds = is_safe && (!mends || proof::mends(view, quoted, &edits));
    holds.then(|| Fix { title: title.into(), edits, mends })
}

/// Whether more words of a quotation would be replaced than be kept: then it rather is another text, which has only a formula in
/// common with the source.
fn rewrites_most(view: View, found: &Match, text: &str) -> bool {
    let is_other = |edit: &&Edit| {
        let stands_elsewhere =
            matches!(edit.change, Change::Swapped | Change::Moved | Change::Joined | Change::Overrun);
        !edit.quoted.is_empty() && !edit.place.span.is_empty() && !edit.change.is_slight() && !stands_elsewhere
    };
    let replaced = found.alterations().filter(is_other).map(|edit| {
        let near = view.library.source(edit.place).near(edit.place.span);
        let theirs = if near.covers(edit.place.span) { folded_words(near.of(edit.place.span)) } else { Vec::new() };
        let ours = folded_words(edit.quoted.of(text));
        // What has the words of the source beside others was shortened or lengthened.
        let shared = ours.iter().filter(|word| theirs.contains(word)).count();
        if 2 * shared > ours.len().min(theirs.len()) { 0 } else { theirs.len().max(ours.len()) }
    });
    let replaced: usize = replaced.sum();
    replaced >= FEWEST_REPLACED && 2 * replaced > folded_words(text).len()
}

/// The edits that put a region right whose place is one of `source`.
fn put_right(
    view: View,
    quoted: &Quoted,
    found: &Match,
    prose: &Prose,
    region: &Region,
    source: &str,
) -> Option<Vec<PageEdit>> {
    let (ours, at) = (region.quoted, region.place.span);
    let ours = if ours.is_empty() { ours } else { Span::new(ours.start, with_apostrophe(&prose.text, ours.end)) };
    let outer = super::outer_mark(view, quoted);
    if gaps::parts_speech(source, at) {
        return None; // what the source's narrator says is nobody's speech
    }
    if ours.is_empty() {
        let theirs = Theirs::read(view.library, source, at, &prose.text, outer).beside(region);
        let filled = filled(found, prose, ours.start, &theirs).map(|edit| vec![edit]);
        return filled.or_else(|| inserted(prose, ours.start, &theirs));
    }
    let stale = stale_sic(&prose.text, ours, source, at);
    if at.is_empty() {
        let theirs = Theirs::gap(view.library, source, at.start, &prose.text, outer);
        let gone = Span::new(ours.start, stale.unwrap_or(ours.end));
        return Some(removed(view, prose, gone, &theirs));
    }
    let mut edits: Vec<PageEdit> = Vec::new();
    if let Some(end) = stale {
        edits.push((prose.to_page(Span::new(ours.end, end))?, String::new()));
    }
    let theirs = Theirs::read(view.library, source, at, &prose.text, outer);
    let text = &prose.text;
    let [left, right] = [gaps::before(text, ours.start), gaps::behind(text, ours.end)];
    let [left, right] = [Span::new(ours.start - left.len(), ours.start), Span::new(ours.end, ours.end + right.len())];
    if region.follows && left.start > 0 && (region.is_grave || goes_on(left.of(text), ours.of(text), &theirs)) {
        edits.extend(parted(prose, left, "", &theirs.left).unwrap_or_default());
    }
    edits.extend(match is_signed(ours.of(text)) || is_signed(&theirs.words) {
        true => first_gets(prose.pieces_in(ours), &theirs.words),
        false => replaced(view.text, prose, ours, &theirs.words),
    });
    if region.leads && right.end < text.len() && region.is_grave && stale.is_none() {
        edits.extend(parted(prose, right, "", &theirs.right).unwrap_or_default());
    }
    Some(edits)
}

/// Whether the words that a region would put back are another edit's as well.
fn takes_twice(found: &Match, region: &Region) -> bool {
    let is_other = |number: &usize| !(region.first..region.last + 1).contains(number);
    let others = (0..found.edits.len()).filter(is_other).map(|number| &found.edits[number]);
    let mut others = others.filter(|other| !is_seam(other) && other.place.source == region.place.source);
    others.any(|other| other.place.span.overlaps(region.place.span))
}

/// Where a word ends that ends at the byte `end` but for the apostrophe of a plural that possesses.
fn with_apostrophe(text: &str, end: usize) -> usize {
    possessive(text, end, None).map_or(end, |mark| end + mark.len_utf8())
}

/// Whether a word is written with a sign before or behind it: `15 %`, `-5`, `C++`.
fn is_signed(word: &str) -> bool {
    let is_sign =
        |c: Option<char>| c.is_some_and(|c| !is_word_char(c) && !matches!(c, '.' | '[' | ']' | '*' | '_' | '’' | '\''));
    word.split(char::is_whitespace).filter(|part| part.contains(is_word_char)).count() == 1
        && (is_sign(word.chars().next()) || is_sign(word.chars().next_back()))
}

/// Where a [sic] ends that the writer set behind words that the source has otherwise: with them it goes.
fn stale_sic(text: &str, quoted: Span, source: &str, at: Span) -> Option<usize> {
    let end = gaps::sic_behind(text, quoted.end)?;
    gaps::sic_behind(source, at.end).is_none().then_some(end)
}

/// Puts words back in the place of the ellipsis that stood for them and for nothing else, if one did.
fn filled(found: &Match, prose: &Prose, at: usize, theirs: &Theirs) -> Option<PageEdit> {
    let text = &prose.text;
    let gap = Span::new(at - gaps::before(text, at).len(), at + gaps::behind(text, at).len());
    let here = found.edits.iter().filter(|other| other.quoted.is_empty() && gap.touches(other.quoted.start));
    let is_alone = gap.start > 0 && gap.end < text.len() && here.count() == 1;
    let pieces = prose.pieces_in(gap);
    let [piece] = pieces[..] else { return None };
    let is_whole = is_alone && gaps::is_ellipsis(gap.of(text)) && piece.len() == gap.len();
    is_whole.then(|| (piece, format!("{}{}{}", theirs.left, theirs.words, theirs.right)))
}

/// Whether something that stands for words touches the place: code, an image, an address, an ampersand.
fn stands_for_words(text: &str, span: Span) -> bool {
    let around = [gaps::before(text, span.start), span.of(text), gaps::behind(text, span.end)];
    around.iter().any(|part| part.contains(['\u{fffc}', '&']))
}

/// Puts words back where they were dropped, with what parts them from their neighbours in the source: behind the punctuation of the
/// quotation if that is what the source has before them, else behind the word before.
fn inserted(prose: &Prose, at: usize, theirs: &Theirs) -> Option<Vec<PageEdit>> {
    let text = &prose.text;
    let before = with_apostrophe(text, at - gaps::before(text, at).len());
    let gap = Span::new(before, at + gaps::behind(text, at).len());
    let ours = gap.of(text);
    let Theirs { left, words, right } = theirs;
    let left =
        if text[..before].ends_with(is_word_char) { left.as_str() } else { left.trim_start_matches(['\'', '’']) };
    let marks = gaps::punctuation(ours);
    let is_behind_marks = !marks.is_empty() && marks == gaps::punctuation(left) && marks != gaps::punctuation(right);
    let is_prefix = !right.contains(char::is_whitespace) && left.contains(char::is_whitespace);
    if gap.end < text.len() && (gap.start == 0 || is_behind_marks || is_prefix) {
        let next = next_char(prose, gap.end)?.start;
        return Some(vec![(Span::new(next, next), format!("{words}{right}"))]);
    }
    if gap.end < text.len()
        && let Some(edits) = parted(prose, gap, &format!("{left}{words}"), right)
    {
        return Some(edits);
    }
    Some(vec![(prose.to_page(Span::new(gap.start, gap.start))?, format!("{left}{words}"))])
}

/// Whether a word loses its capital as the source's sentence goes on there, or gets one as a sentence begins: then the writer's must
/// not end before it, or must.
fn goes_on(gap: &str, ours: &str, theirs: &Theirs) -> bool {
    let loses = ours.starts_with(char::is_uppercase) && theirs.words.starts_with(char::is_lowercase);
    let gets = ours.starts_with(char::is_lowercase) && theirs.words.starts_with(char::is_uppercase);
    let [ours, theirs] = [gap, &theirs.left].map(gaps::ends_sentence);
    (loses && ours && !theirs) || (gets && theirs && !ours)
}

/// The bytes of the page of the character at the byte `at` of the prose.
pub(super) fn next_char(prose: &Prose, at: usize) -> Option<Span> {
    let next = prose.text[at..].chars().next()?;
    prose.to_page(Span::new(at, at + next.len_utf8()))
}

/// Puts the source's words in the place of the writer's: one by one, so that what stands between them stays as far as it is alike
/// (line ends, markup). More words go in with the last, and what is left of the writer's goes with the gaps before it.
fn replaced(text: &str, prose: &Prose, span: Span, theirs: &str) -> Vec<PageEdit> {
    let ours: Vec<Span> = words_of(&prose.text, span);
    let new: Vec<Span> = words_of(theirs, Span::new(0, theirs.len()));
    let pairs = ours.len().min(new.len());
    let (Some(last), Some(end)) = (pairs.checked_sub(1).map(|last| ours[last]), ours.last()) else {
        return first_gets(prose.pieces_in(span), theirs);
    };
    let mut edits = Vec::new();
    for (i, word) in ours[..pairs].iter().enumerate() {
        let is_last = i + 1 == pairs;
        let more = if is_last { new[i].join(new[new.len() - 1]) } else { new[i] };
        if word.of(&prose.text) != more.of(theirs) {
            edits.extend(first_gets(prose.pieces_in(*word), more.of(theirs)));
        }
        if !is_last {
            let gap = Span::new(word.end, ours[i + 1].start);
            let their_gap = Span::new(new[i].end, new[i + 1].start);
            edits.extend(parted(prose, gap, "", their_gap.of(theirs)).unwrap_or_default());
        }
    }
    let rest = pieces(text, prose, Span::new(last.end, end.end));
    edits.extend(rest.into_iter().map(|piece| (piece, String::new())));
    edits
}

fn first_gets(pieces: Vec<Span>, new: &str) -> Vec<PageEdit> {
    pieces.into_iter().enumerate().map(|(i, p)| (p, if i == 0 { new.to_string() } else { String::new() })).collect()
}

/// The runs of `span` between white space, without the punctuation around them.
fn words_of(text: &str, span: Span) -> Vec<Span> {
    let mut all = Vec::new();
    let mut at = span.start;
    for word in span.of(text).split_inclusive(char::is_whitespace) {
        let is_punctuation = |c: char| !is_word_char(c) && !gaps::is_sign_of_a_word(c);
        let body = word.trim_end_matches(is_punctuation);
        let start = at + body.len() - body.trim_start_matches(is_punctuation).len();
        if start < at + body.len() {
            all.push(Span::new(start, with_apostrophe(text, at + body.len())));
        }
        at += word.len();
    }
    all
}
