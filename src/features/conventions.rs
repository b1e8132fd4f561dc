//! What quoting allows and a strict editor may not want: changes that no source has and that are no misquotation. Each is a
//! check of its own, off unless a setting asks for it.

use super::View;
use super::fix::Fix;
use super::quotations::Quoted;
use super::wording;
use crate::markup::{Prose, QuotationKind};
use crate::settings::Check;
use crate::text::{Span, is_word_char, words};
use crate::trace::{Change, Edit, Match, Place};

/// The checks that are about conventions.
pub const CONVENTIONS: [Check; 4] = [Check::InitialCapital, Check::ClosingPunctuation, Check::BareEllipsis, Check::Sic];

/// Bytes of a source beside a passage in which its punctuation is looked for.
const BESIDE: usize = 16;

/// A place where a quotation follows a convention.
pub struct Use {
    /// The check that is about it.
    pub check: Check,
    /// Where, in bytes of the page.
    pub span: Span,
    /// What was done, in a sentence.
    pub message: String,
    /// What undoes it.
    pub fix: Fix,
}

/// Where a quotation that was found uses one of the conventions that `asked` is true of.
pub fn uses(view: View, quoted: &Quoted, asked: &dyn Fn(Check) -> bool) -> Vec<Use> {
    let Some(found) = quoted.found.trace.best() else { return Vec::new() };
    let at = Quotation { view, quoted, found, prose: quoted.prose(view) };
    let mut all = Vec::new();
    for check in CONVENTIONS.into_iter().filter(|&check| asked(check)) {
        match check {
            Check::InitialCapital => all.extend(at.initial_capitals()),
            Check::ClosingPunctuation => all.extend(at.closing_punctuation()),
            Check::BareEllipsis => all.extend(at.bare_ellipses()),
            _ => all.extend(at.sics()),
        }
    }
    all
}

struct Quotation<'a> {
    view: View<'a>,
    quoted: &'a Quoted,
    found: &'a Match,
    prose: Prose,
}

impl Quotation<'_> {
    /// Letters at a beginning that are capitals here and none in the source, or the reverse, without brackets around them.
    fn initial_capitals(&self) -> Vec<Use> {
        let text = &self.prose.text;
        let begins = |edit: &Edit| {
            let before = &text[..edit.quoted.start];
            let gap = &before[before.trim_end_matches(|c| !is_word_char(c)).len()..];
            !gap.ends_with('[') && (gap.len() == before.len() || ellipses(gap).next().is_some())
        };
        let same = self.found.edits.iter().filter(|edit| edit.change == Change::Same && begins(edit));
        let changed = same.filter_map(|edit| {
            let ours = edit.quoted.of(text).chars().next()?;
            let theirs = self.view.library.words(edit.place).chars().next()?;
            let is_changed = ours != theirs && ours.to_lowercase().eq(theirs.to_lowercase());
            let letter = Span::new(edit.quoted.start, edit.quoted.start + ours.len_utf8());
            let message = format!("“{theirs}” in {} became “{ours}” without brackets", self.place(edit.place));
            let edits = vec![(self.prose.to_page(letter)?, format!("[{ours}]"))];
            let title = format!("Put the letter in brackets: [{ours}]");
            is_changed.then(|| self.one(Check::InitialCapital, letter, message, title, edits))?
        });
        changed.collect()
    }

    /// Punctuation before the closing mark that is not the source's, and the source's own behind it.
    fn closing_punctuation(&self) -> Option<Use> {
        let QuotationKind::Marked { close, .. } = self.view.page.quotations[self.quoted.number].kind else {
            return None;
        };
        let last = self.found.edits.last().filter(|edit| edit.change == Change::Same)?;
        let text = &self.prose.text;
        let (theirs, own) = (self.behind(last.place), text[last.quoted.end..].trim());
        let whole = self.quoted.span(self.view);
        let next = self.view.text[whole.end..].chars().next().filter(|&c| is_stop(c));
        let mut signs = own.chars();
        match (signs.next(), signs.next()) {
            (Some(sign), None) if is_stop(sign) && theirs != Some(sign) => {
                let start = last.quoted.end + text[last.quoted.end..].find(sign)?;
                let span = Span::new(start, start + sign.len_utf8());
                let mut edits = vec![(self.prose.to_page(span)?, String::new())];
                edits.extend(next.is_none().then(|| (Span::new(whole.end, whole.end), sign.to_string())));
                let message = format!("“{sign}” stands before the closing mark, and not in {}", self.place(last.place));
                self.one(Check::ClosingPunctuation, span, message, "Put it behind the closing mark".into(), edits)
            }
            (None, _) if next.is_some() && theirs == next && self.is_sentence() => {
                let sign = next?;
                let mark = Span::new(whole.end - close.len_utf8(), whole.end);
                if mark.of(self.view.text) != close.to_string() {
                    return None;
                }
                let span = Span::new(whole.end, whole.end + sign.len_utf8());
                let edits = vec![(Span::new(mark.start, mark.start), sign.to_string()), (span, String::new())];
                let message =
                    format!("“{sign}” is part of {}, and stands behind the closing mark", self.place(last.place));
                let title = "Put it before the closing mark".into();
                let fix = Fix { title, edits, mends: true };
                Some(Use { check: Check::ClosingPunctuation, span, message, fix })
            }
            _ => None,
        }
    }

    /// Ellipses without brackets that the source does not have.
    fn bare_ellipses(&self) -> Vec<Use> {
        let text = &self.prose.text;
        let bare = ellipses(text).filter(|span| {
            let is_in_brackets = text[..span.start].trim_end().ends_with(['[', '('])
                && text[span.end..].trim_start().starts_with([']', ')']);
            !is_in_brackets && !self.is_theirs(*span)
        });
        let one = |span: Span| {
            let message = "The ellipsis is the writer's, and has no brackets that say so".to_string();
            let edits = vec![(self.prose.to_page(span)?, "[…]".to_string())];
            self.one(Check::BareEllipsis, span, message, "Put it in brackets: […]".into(), edits)
        };
        bare.filter_map(one).collect()
    }

    /// What says that the source is odd, which the source does not say.
    fn sics(&self) -> Vec<Use> {
        let text = &self.prose.text;
        let open = text.char_indices().filter(|(_, c)| matches!(c, '[' | '('));
        let one = |(start, _): (usize, char)| {
            let inner = &text[start + 1..];
            let len = inner.find([']', ')'])?;
            let is_sic = inner[..len].trim().trim_end_matches('!').eq_ignore_ascii_case("sic");
            let before = text[..start].trim_end().len();
            let edits = vec![(self.prose.to_page(Span::new(before, start + len + 2))?, String::new())];
            let message = format!("“{}” is not in {}", &text[start..start + len + 2], self.place(self.found.place()));
            let span = Span::new(start, start + len + 2);
            is_sic.then(|| self.one(Check::Sic, span, message, "Take it out".into(), edits))?
        };
        open.filter_map(one).collect()
    }

    fn one(&self, check: Check, span: Span, message: String, title: String, edits: Vec<(Span, String)>) -> Option<Use> {
        Some(Use { check, span: self.prose.to_page(span)?, message, fix: Fix { title, edits, mends: true } })
    }

    fn place(&self, place: Place) -> String {
        wording::place(self.view.library, place)
    }

    /// Whether the source has an ellipsis where the quotation has this one.
    fn is_theirs(&self, span: Span) -> bool {
        let before = self.found.edits.iter().rev().find(|e| e.change == Change::Same && e.quoted.end <= span.start);
        let behind = self.found.edits.iter().find(|e| e.change == Change::Same && e.quoted.start >= span.end);
        let around = self.found.edits.iter().find(|e| e.change == Change::Same && e.quoted.covers(span));
        if let Some(edit) = around {
            // Word for word the same: what stands between the same two words of the source counts.
            let ours = words(Span::new(edit.quoted.start, span.start).of(&self.prose.text)).len();
            let passage = self.view.library.words(edit.place);
            let theirs = words(&passage);
            let gap = theirs.get(ours.wrapping_sub(1)).zip(theirs.get(ours)).map(|(a, b)| (a.span.end, b.span.start));
            return gap.is_some_and(|(start, end)| ellipses(Span::new(start, end).of(&passage)).next().is_some());
        }
        let first = |place: Place| ellipses(&self.beside(place, true)).next().is_some_and(|span| span.start <= 2);
        let last = |place: Place| {
            let text = self.beside(place, false);
            ellipses(&text).last().is_some_and(|span| span.end + 2 >= text.len())
        };
        before.is_some_and(|edit| first(edit.place)) || behind.is_some_and(|edit| last(edit.place))
    }

    /// The sign that follows a place in its source, marks and brackets passed over.
    fn behind(&self, place: Place) -> Option<char> {
        let text = self.beside(place, true);
        text.trim_start_matches(['”', '’', '"', '\'', ')', ']', '»', '*', '_']).chars().next()
    }

    /// Whether what is quoted begins a sentence of the source.
    fn is_sentence(&self) -> bool {
        let before = self.beside(self.found.place(), false);
        let before = before.trim_end_matches(|c: char| c.is_whitespace() || "“‘\"'([*_#>".contains(c));
        before.is_empty() || before.ends_with(['.', '!', '?', ':', '”', '"'])
    }

    /// What stands directly behind or before a place in its source.
    fn beside(&self, place: Place, behind: bool) -> String {
        let source = self.view.library.source(place);
        let span = match behind {
            true => Span::new(place.span.end, place.span.end + BESIDE),
            false => Span::new(place.span.start.saturating_sub(BESIDE), place.span.start),
        };
        source.slice(span).into_owned()
    }
}

fn is_stop(c: char) -> bool {
    matches!(c, '.' | ',' | ';' | ':' | '!' | '?')
}

/// The ellipses of a text: `…`, `...` or `. . .`.
fn ellipses(text: &str) -> impl Iterator<Item = Span> + '_ {
    let mut at = 0;
    std::iter::from_fn(move || {
        loop {
            let start = at + text[at..].find(['…', '.'])?;
            let (mut end, mut points) = (start, 0);
            for (i, c) in text[start..].char_indices() {
                match c {
                    '…' => points += 3,
                    '.' => points += 1,
                    ' ' | '\u{a0}' => continue,
                    _ => break,
                }
                end = start + i + c.len_utf8();
            }
            at = end;
            if points >= 3 {
                return Some(Span::new(start, end));
            }
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ellipses_are_found_in_all_their_forms() {
        let text = "… a. b ... c . . . d.. e";
        assert_eq!(ellipses(text).map(|span| span.of(text)).collect::<Vec<_>>(), ["…", "...", ". . ."]);
    }
}
