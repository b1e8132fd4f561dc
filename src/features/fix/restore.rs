//! Restoring the source's wording in a quotation: only the words that were changed are touched, so that the writer's
//! typography, markup and editorial signs stand.

use super::leftovers::{keeps_markup, without_empty_markup};
use super::typography::{possessive, typography};
use super::{Fix, brackets, gaps, proof};
use crate::features::View;
use crate::features::quotations::Quoted;
use crate::markup::Prose;
use crate::text::{Span, is_unspaced, is_word_char};
use crate::trace::{Change, Edit, Match, Place, Verdict, parts_speech};

/// The fix that gives an altered quotation the words of its source; `None` where it is not altered or what was altered
/// cannot be mended word by word (another passage run together with it, a clause moved from elsewhere).
pub(super) fn restore(view: View, quoted: &Quoted) -> Option<Fix> {
    let best = quoted.found.trace.best().filter(|best| best.verdict == Verdict::Altered)?;
    let prose = quoted.prose(view);
    let mut edits: Vec<(Span, String)> = Vec::new();
    let mut mends = true;
    for edit in best.alterations() {
        if is_seam(edit) || (edit.change == Change::Spelling && (edit.quoted.is_empty() || edit.place.span.is_empty()))
        {
            mends = false;
            continue;
        }
        if takes_twice(best, edit) {
            return None;
        }
        let edit = &Edit { quoted: brackets::outside(&prose.text, edit.quoted)?, ..*edit };
        if stands_for_words(&prose.text, edit.quoted) {
            return None;
        }
        let near = view.library.source(edit.place).near(edit.place.span);
        if !near.covers(edit.place.span) {
            return None;
        }
        let source = near.text.as_ref();
        let edit = &Edit { place: Place { span: near.local(edit.place.span), ..edit.place }, ..*edit };
        let at = edit.place.span;
        if edit.quoted.is_empty() && parts_speech(gaps::before(source, at.start), gaps::behind(source, at.end)) {
            return None; // what the source's narrator says is nobody's speech
        }
        let outer = super::outer_mark(view, quoted);
        let mut theirs = typography(edit.place.span.of(source), &prose.text, outer);
        if edit.quoted.is_empty() {
            theirs.extend(possessive(source, edit.place.span.end, outer));
        }
        let stale = stale_sic(&prose.text, edit, source);
        match (edit.quoted.is_empty(), theirs.is_empty()) {
            (true, _) => edits.push(match filled(best, &prose, edit, source, &theirs) {
                Some(filled) => filled,
                None => inserted(&prose, edit, source, &theirs)?,
            }),
            (_, true) => {
                let quoted = Span::new(edit.quoted.start, stale.unwrap_or(edit.quoted.end));
                edits.extend(removed(view, &prose, &Edit { quoted, ..*edit }, source));
            }
            _ => {
                if let Some(end) = stale {
                    edits.push((prose.to_page(Span::new(edit.quoted.end, end))?, String::new()));
                }
                if !best.alterations().any(|other| other.quoted.is_empty() && touches(&prose.text, other, edit)) {
                    edits.extend(going_on(&prose, edit, source, &theirs)?);
                }
                let ours = edit.quoted.of(&prose.text);
                edits.extend(match is_signed(ours) || is_signed(&theirs) {
                    true => first_gets(prose.pieces_in(edit.quoted), &theirs),
                    false => replaced(view.text, &prose, edit.quoted, &theirs),
                });
            }
        }
    }
    let edits = without_empty_markup(view.text, &prose, edits)?;
    let is_safe = !edits.is_empty() && keeps_markup(view, quoted.span(view), &edits);
    let title = if mends { "Restore the source's wording" } else { "Restore the words that were changed" };
    let holds = is_safe && (!mends || proof::mends(view, quoted, &edits));
    holds.then(|| Fix { title: title.into(), edits, mends })
}

/// Whether the words that an edit would put back are another edit's as well.
fn takes_twice(found: &Match, edit: &Edit) -> bool {
    let others = found.edits.iter().filter(|other| *other != edit && !is_seam(other));
    let mut others = others.filter(|other| other.place.source == edit.place.source);
    others.any(|other| other.place.span.overlaps(edit.place.span))
}

/// Whether a word is written with a sign before or behind it: `15 %`, `-5`, `C++`.
fn is_signed(word: &str) -> bool {
    let is_sign =
        |c: Option<char>| c.is_some_and(|c| !is_word_char(c) && !matches!(c, '.' | '[' | ']' | '*' | '_' | '’' | '\''));
    word.split(char::is_whitespace).filter(|part| part.contains(is_word_char)).count() == 1
        && (is_sign(word.chars().next()) || is_sign(word.chars().next_back()))
}

/// Where a [sic] ends that the writer set behind words that the source has otherwise: with them it goes.
fn stale_sic(text: &str, edit: &Edit, source: &str) -> Option<usize> {
    let end = gaps::sic_behind(text, edit.quoted.end).filter(|_| !edit.quoted.is_empty())?;
    gaps::sic_behind(source, edit.place.span.end).is_none().then_some(end)
}

/// Puts words back in the place of the ellipsis that stood for them and for nothing else, if one did.
fn filled(found: &Match, prose: &Prose, edit: &Edit, source: &str, theirs: &str) -> Option<(Span, String)> {
    let (text, at) = (&prose.text, edit.quoted.start);
    let gap = Span::new(at - gaps::before(text, at).len(), at + gaps::behind(text, at).len());
    let here = found.edits.iter().filter(|other| other.quoted.is_empty() && gap.touches(other.quoted.start));
    let is_alone = gap.start > 0 && gap.end < text.len() && here.count() == 1;
    let pieces = prose.pieces_in(gap);
    let [piece] = pieces[..] else { return None };
    let [left, right] = [gaps::before(source, edit.place.span.start), gaps::behind(source, edit.place.span.end)];
    let is_whole = is_alone && gaps::is_ellipsis(gap.of(text)) && piece.len() == gap.len();
    is_whole.then(|| (piece, format!("{}{theirs}{}", gaps::plain(left), gaps::plain(right))))
}

/// Whether putting words back would not mend it: they stand elsewhere, or are not the source's at all.
fn is_seam(edit: &Edit) -> bool {
    matches!(edit.change, Change::Joined | Change::Overrun) || (edit.change == Change::Moved && edit.quoted.is_empty())
}

/// Whether something that stands for words touches the place: code, an image, an address, an ampersand.
fn stands_for_words(text: &str, span: Span) -> bool {
    let around = [gaps::before(text, span.start), span.of(text), gaps::behind(text, span.end)];
    around.iter().any(|part| part.contains(['\u{fffc}', '&']))
}

/// Puts words back where they were dropped, with what stood between them and their neighbours: behind the comma of the
/// quotation if the source has one before them, else behind the word before.
fn inserted(prose: &Prose, edit: &Edit, source: &str, theirs: &str) -> Option<(Span, String)> {
    let (text, at) = (&prose.text, edit.quoted.start);
    let word_before = at - gaps::before(text, at).len();
    let word_behind = at + gaps::behind(text, at).len();
    let left = gaps::before(source, edit.place.span.start);
    let right = gaps::behind(source, edit.place.span.end);
    let ours = gaps::punctuation(&text[word_before..word_behind]);
    let gap = Span::new(word_before, word_behind);
    let parts_alone = [left, right].iter().all(|theirs| ends_alone(gap.of(text), theirs));
    if parts_alone && word_behind < text.len() {
        let (piece, space) = simple_gap(prose, gap)?;
        return Some((piece, format!("{}{theirs}{}{space}", gaps::plain(left), gaps::plain(right).trim_end())));
    }
    let is_behind_comma = !ours.is_empty() && ours == gaps::punctuation(left);
    let is_prefix = right == "-" && left != "-";
    if let Some(next) = next_char(prose, word_behind).filter(|_| word_before == 0 || is_behind_comma || is_prefix) {
        return Some((Span::new(next.start, next.start), format!("{theirs}{}", gaps::plain(right))));
    }
    let is_bare = ours.is_empty() && word_behind < text.len();
    let close = if is_bare && !(right.is_empty() && theirs.ends_with(is_unspaced)) {
        gaps::plain(right).trim_end().trim_end_matches('-').to_string()
    } else {
        String::new()
    };
    let lead = if left.is_empty() && theirs.starts_with(is_unspaced) { String::new() } else { gaps::plain(left) };
    Some((prose.to_page(Span::new(word_before, word_before))?, format!("{lead}{theirs}{close}")))
}

/// Whether the writer ended a sentence in a gap in which the source's goes on.
fn ends_alone(ours: &str, theirs: &str) -> bool {
    let ends = |gap: &str| gaps::punctuation(gap).contains(['.', '?', '!']);
    ends(ours) && !ends(theirs)
}

/// A gap of the quotation without markup in it: its bytes of the page, and the white space at its end.
fn simple_gap(prose: &Prose, gap: Span) -> Option<(Span, &str)> {
    let text = gap.of(&prose.text);
    let pieces = prose.pieces_in(gap);
    let [piece] = pieces[..] else { return None };
    let is_whole = gaps::is_simple(text) && piece.len() == gap.len();
    is_whole.then_some((piece, &text[text.trim_end().len()..]))
}

/// Whether words are put back in the gap before the words of `edit`.
fn touches(text: &str, other: &Edit, edit: &Edit) -> bool {
    let start = edit.quoted.start;
    (start - gaps::before(text, start).len()..=start).contains(&other.quoted.start)
}

/// Before a word that loses its capital, as the source's sentence goes on there, the sentence must not end: what parts the
/// words in the source takes the place of what the writer has. `None` where markup stands in the way.
fn going_on(prose: &Prose, edit: &Edit, source: &str, theirs: &str) -> Option<Option<(Span, String)>> {
    let (text, at) = (&prose.text, edit.quoted.start);
    let ours = gaps::before(text, at);
    let source_gap = gaps::before(source, edit.place.span.start);
    let loses = edit.quoted.of(text).starts_with(char::is_uppercase) && theirs.starts_with(char::is_lowercase);
    if !loses || at == ours.len() || !ends_alone(ours, source_gap) || !gaps::is_simple(ours) {
        return Some(None);
    }
    let (piece, space) = simple_gap(prose, Span::new(at - ours.len(), at))?;
    Some(Some((piece, format!("{}{space}", gaps::plain(source_gap).trim_end()))))
}

/// Takes words away that the source lacks, and so much of what stands around them that the rest is parted as in the
/// source; emphasis that held nothing else goes with them.
fn removed(view: View, prose: &Prose, edit: &Edit, source: &str) -> Vec<(Span, String)> {
    let (gone, parted) = leftover(prose, edit, source);
    let mut pieces = pieces(view.text, prose, gone);
    // A line that goes takes the next one's prefix with it, and leaves its own.
    if let (Some(last), Some(next)) = (pieces.last_mut(), next_char(prose, gone.end))
        && next.start >= last.end
    {
        last.end += prefix(&view.text[last.end..next.start]).len();
    }
    let mut pieces = pieces.into_iter();
    let first = pieces.next().map(|piece| (piece, parted));
    first.into_iter().chain(pieces.map(|piece| (piece, String::new()))).collect()
}

/// The bytes that go with words that the source lacks, and what takes their place.
fn leftover(prose: &Prose, edit: &Edit, source: &str) -> (Span, String) {
    let (text, span) = (&prose.text, gaps::with_parentheses(&prose.text, edit.quoted));
    let (left, right) = (gaps::before(text, span.start), gaps::behind(text, span.end));
    let with_left = Span::new(span.start - left.len(), span.end);
    let with_right = Span::new(span.start, span.end + right.len());
    let at = edit.place.span;
    let theirs = [gaps::before(source, at.start), gaps::behind(source, at.end)].concat();
    let fits = |gap: &str| gaps::is_simple(gap) && gaps::punctuation(gap) == gaps::punctuation(&theirs);
    // What stands in the line above or outside the emphasis is better left there.
    let near_left = prose.to_page(with_left).is_some_and(|page| page.len() == with_left.len()) && !left.contains('\n');
    match (gaps::is_simple(left), gaps::is_simple(right)) {
        (_, true) if with_left.start == 0 => (with_right, String::new()),
        (true, _) if with_right.end == text.len() => (with_left, String::new()),
        (true, true) if fits(left) && !near_left => (with_right, String::new()),
        (true, _) if fits(right) => (with_left, String::new()),
        (_, true) if fits(left) => (with_right, String::new()),
        (true, true) => (with_left.join(with_right), gaps::plain(&theirs)),
        (_, true) => (with_right, String::new()),
        (true, _) => (with_left, String::new()),
        _ => (span, String::new()),
    }
}

/// The bytes of the page of the character at the byte `at` of the prose.
pub(super) fn next_char(prose: &Prose, at: usize) -> Option<Span> {
    let next = prose.text[at..].chars().next()?;
    prose.to_page(Span::new(at, at + next.len_utf8()))
}

/// The pieces of the page that some of the quotation's bytes came from, with the line prefixes between them.
fn pieces(text: &str, prose: &Prose, span: Span) -> Vec<Span> {
    let mut all: Vec<Span> = Vec::new();
    for piece in prose.pieces_in(span) {
        if let Some(last) = all.last_mut() {
            last.end += prefix(&text[last.end..piece.start]).len();
        }
        match all.last_mut() {
            Some(last) if last.end == piece.start => last.end = piece.end,
            _ => all.push(piece),
        }
    }
    all
}

/// The part of the markup `between` two words that may stand at the beginning of a line.
fn prefix(between: &str) -> &str {
    &between[..between.len() - between.trim_start_matches(|c: char| c == '>' || c.is_whitespace()).len()]
}

/// Puts the source's words in the place of the writer's: one by one, so that what stands between them stays (line ends,
/// markup). More words go in with the last, and what is left of the writer's goes with the gaps before it.
fn replaced(text: &str, prose: &Prose, span: Span, theirs: &str) -> Vec<(Span, String)> {
    let ours: Vec<Span> = words_of(&prose.text, span);
    let new: Vec<&str> = theirs.split(' ').filter(|word| word.contains(is_word_char)).collect();
    let pairs = ours.len().min(new.len());
    let (Some(last), Some(end)) = (pairs.checked_sub(1).map(|last| ours[last]), ours.last()) else {
        return first_gets(prose.pieces_in(span), theirs);
    };
    let mut edits = Vec::new();
    for (i, word) in ours[..pairs].iter().enumerate() {
        let more = if i + 1 == pairs { new[i..].join(" ") } else { new[i].to_string() };
        let more = more.trim_end_matches(|c| !is_word_char(c));
        if word.of(&prose.text) != more {
            edits.extend(first_gets(prose.pieces_in(*word), more));
        }
    }
    let rest = pieces(text, prose, Span::new(last.end, end.end));
    edits.extend(rest.into_iter().map(|piece| (piece, String::new())));
    edits
}

fn first_gets(pieces: Vec<Span>, new: &str) -> Vec<(Span, String)> {
    pieces.into_iter().enumerate().map(|(i, p)| (p, if i == 0 { new.to_string() } else { String::new() })).collect()
}

/// The runs of `span` between white space, without the punctuation at their ends.
fn words_of(text: &str, span: Span) -> Vec<Span> {
    let mut all = Vec::new();
    let mut at = span.start;
    for word in span.of(text).split_inclusive(char::is_whitespace) {
        let body = word.trim().trim_end_matches(|c: char| !is_word_char(c));
        if !body.is_empty() {
            let start = at + (word.len() - word.trim_start().len());
            all.push(Span::new(start, start + body.len()));
        }
        at += word.len();
    }
    all
}
