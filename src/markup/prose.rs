//! Prose without its markup, and the way back: which bytes of the page each piece came from.

use crate::text::Span;

/// A text, put together from pieces of a page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Prose {
    /// The text.
    pub text: String,
    pieces: Vec<Piece>,
    /// The runs of the text that markup sets off, in order.
    emphasised: Vec<Span>,
}

/// A run of the prose and the run of the page that it stands for. Equally long runs are the same bytes; others (an
/// entity such as `&ldquo;`) correspond as a whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Piece {
    prose: Span,
    page: Span,
}

impl Prose {
    /// Prose that is a run of the page as it stands.
    pub fn verbatim(text: &str, page: Span) -> Self {
        let mut prose = Prose::default();
        prose.push(text, page);
        prose
    }

    /// Adds `text`, which stands at the bytes `page` of the page, behind all that was added before.
    pub fn push(&mut self, text: &str, page: Span) {
        let prose = Span::new(self.text.len(), self.text.len() + text.len());
        self.text.push_str(text);
        match self.pieces.last_mut() {
            Some(last)
                if last.page.end == page.start
                    && last.prose.end == prose.start
                    && last.prose.len() == last.page.len()
                    && prose.len() == page.len() =>
            {
                last.page.end = page.end;
                last.prose.end = prose.end;
            }
            _ if text.is_empty() => {}
            _ => self.pieces.push(Piece { prose, page }),
        }
    }

    /// Says that markup sets off all that was added behind the byte `start`: with what was set off right before it, where only
    /// white space stands between.
    pub(super) fn emphasise(&mut self, start: usize) {
        let span = Span::new(start.min(self.text.len()), self.text.len());
        match self.emphasised.last_mut() {
            Some(last)
                if self.text[last.start.min(span.start)..span.start].trim_end().len() + last.start <= last.end =>
            {
                *last = last.join(span);
            }
            _ if span.is_empty() => {}
            _ => self.emphasised.push(span),
        }
    }

    /// The runs of the text that markup sets off, in order.
    pub fn emphasised(&self) -> &[Span] {
        &self.emphasised
    }

    /// Makes room for `more` bytes.
    pub(super) fn reserve(&mut self, more: usize) {
        self.text.reserve(more);
    }

    /// Adds `text`, which the bytes `page` of the page stand for as a whole without being it, such as a character for an
    /// entity.
    pub(super) fn push_other(&mut self, text: &str, page: Span) {
        if text.len() != page.len() {
            return self.push_piece(text, page);
        }
        // Equally long runs would be taken for the same bytes (`&ngE;` takes five bytes, and so do its two characters).
        let (head, tail) = text.split_at(text.chars().next().map_or(0, char::len_utf8));
        let cut = if head.len() == 1 { page.end - 1 } else { page.start + 1 };
        self.push_piece(head, Span::new(page.start, cut));
        self.push_piece(tail, Span::new(cut, page.end));
    }

    fn push_piece(&mut self, text: &str, page: Span) {
        if !text.is_empty() {
            let prose = Span::new(self.text.len(), self.text.len() + text.len());
            self.text.push_str(text);
            self.pieces.push(Piece { prose, page });
        }
    }

    /// The byte of the prose that stands at the byte `offset` of the page, or directly before it; `None` in markup.
    pub fn at_page(&self, offset: usize) -> Option<usize> {
        let next = self.pieces.partition_point(|piece| piece.page.end < offset);
        self.pieces.get(next).filter(|piece| piece.page.start <= offset).map(|_| self.from_page(offset))
    }

    /// Adds text that stands nowhere in the page, such as the gap between two paragraphs.
    pub fn push_inserted(&mut self, text: &str) {
        self.text.push_str(text);
    }

    /// Adds the bytes `span` of another prose of the same page.
    pub fn push_part(&mut self, other: &Prose, span: Span) {
        let mut at = span.start;
        for piece in &other.pieces[other.first_piece(span.start)..] {
            let Some((prose, page)) = piece.within(span) else { break };
            self.push_inserted(Span::new(at, prose.start).of(&other.text));
            if prose.len() == page.len() {
                self.push(prose.of(&other.text), page);
            } else {
                self.push_piece(prose.of(&other.text), page);
            }
            at = prose.end;
        }
        self.push_inserted(Span::new(at, span.end).of(&other.text));
    }

    /// The smallest span of the page that covers the bytes `span` of the prose; `None` where none of it stands there.
    pub fn to_page(&self, span: Span) -> Option<Span> {
        if span.is_empty() {
            return self.point_to_page(span.start).map(|at| Span::new(at, at));
        }
        self.to_page_from(self.first_piece(span.start), span)
    }

    /// The spans of the page for rising spans of the prose, none of them empty: like [`Prose::to_page`], without a search for
    /// each.
    pub fn to_pages(&self) -> impl FnMut(Span) -> Option<Span> {
        let mut first = 0;
        move |span| {
            let skipped = self.pieces[first..].iter().take_while(|piece| piece.prose.end <= span.start);
            first += skipped.count();
            self.to_page_from(first, span)
        }
    }

    /// The same as [`Prose::to_page`], given the number of the first piece that ends behind the start of `span`.
    fn to_page_from(&self, first: usize, span: Span) -> Option<Span> {
        let (_, start) = self.pieces.get(first)?.within(span)?;
        let more = self.pieces[first + 1..].iter().map_while(|piece| piece.within(span));
        Some(start.join(more.last().map_or(start, |(_, page)| page)))
    }

    /// The spans of the page that the bytes `span` of the prose came from, in order, the markup between them left out.
    pub fn pieces_in(&self, span: Span) -> Vec<Span> {
        self.pieces[self.first_piece(span.start)..]
            .iter()
            .map_while(|piece| piece.within(span))
            .map(|(_, page)| page)
            .collect()
    }

    /// The byte of the prose that stands at the byte `offset` of the page, or the next one after it.
    pub fn from_page(&self, offset: usize) -> usize {
        let next = self.pieces.partition_point(|piece| piece.page.end < offset);
        match self.pieces.get(next) {
            None => self.text.len(),
            Some(piece) if offset <= piece.page.start => piece.prose.start,
            Some(piece) if piece.prose.len() == piece.page.len() => piece.prose.start + (offset - piece.page.start),
            Some(piece) if offset == piece.page.end => piece.prose.end,
            Some(piece) => piece.prose.start,
        }
    }

    /// The number of the first piece that ends behind the byte `offset` of the prose.
    fn first_piece(&self, offset: usize) -> usize {
        self.pieces.partition_point(|piece| piece.prose.end <= offset)
    }

    /// The page's byte behind the prose's byte `offset - 1`, or before the first one.
    fn point_to_page(&self, offset: usize) -> Option<usize> {
        let next = self.pieces.partition_point(|piece| piece.prose.end < offset);
        let piece = self.pieces.get(next).or(self.pieces.last())?;
        let into = offset.saturating_sub(piece.prose.start);
        Some(if piece.prose.len() == piece.page.len() {
            piece.page.start + into.min(piece.page.len())
        } else {
            piece.page.end
        })
    }
}

impl Piece {
    /// The part of the piece that lies in the bytes `span` of the prose.
    fn within(&self, span: Span) -> Option<(Span, Span)> {
        let start = self.prose.start.max(span.start);
        let end = self.prose.end.min(span.end);
        if start >= end {
            return None;
        }
        let prose = Span::new(start, end);
        if self.prose.len() != self.page.len() {
            return Some((self.prose, self.page));
        }
        let page = self.page.start + (start - self.prose.start);
        Some((prose, Span::new(page, page + prose.len())))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `a *b* &amp; c` as a parser would give it.
    fn emphasis() -> Prose {
        let mut prose = Prose::default();
        prose.push("a ", Span::new(0, 2));
        prose.push("b", Span::new(3, 4));
        prose.push(" ", Span::new(5, 6));
        prose.push("&", Span::new(6, 11));
        prose.push(" c", Span::new(11, 13));
        prose
    }

    #[test]
    fn a_span_of_the_prose_is_found_in_the_page_with_and_without_the_markup_inside() {
        let prose = emphasis();
        assert_eq!(prose.text, "a b & c");
        assert_eq!(prose.to_page(Span::new(0, 3)), Some(Span::new(0, 4)));
        assert_eq!(prose.pieces_in(Span::new(0, 3)), [Span::new(0, 2), Span::new(3, 4)]);
        assert_eq!(prose.to_page(Span::new(4, 5)), Some(Span::new(6, 11)), "an entity counts as a whole");
        let rising = [(0, 1), (0, 3), (2, 3), (4, 5), (6, 7)].map(|(start, end)| Span::new(start, end));
        assert_eq!(rising.map(prose.to_pages()), rising.map(|span| prose.to_page(span)));
    }

    #[test]
    fn a_part_of_another_prose_keeps_its_places_and_what_was_inserted() {
        let mut whole = emphasis();
        whole.push_inserted("…");
        whole.push("d", Span::new(20, 21));
        let mut part = Prose::default();
        part.push_part(&whole, Span::new(2, whole.text.len()));
        assert_eq!(part.text, "b & c…d");
        assert_eq!(part.to_page(Span::new(2, 3)), Some(Span::new(6, 11)));
        assert_eq!(part.pieces_in(Span::new(4, part.text.len())), [Span::new(12, 13), Span::new(20, 21)]);
    }

    #[test]
    fn the_markup_of_a_page_has_no_place_in_the_prose() {
        let prose = emphasis();
        assert_eq!([1, 2, 3, 8].map(|offset| prose.at_page(offset)), [Some(1), Some(2), Some(2), Some(4)]);
        assert_eq!([14, 99].map(|offset| prose.at_page(offset)), [None, None]);
    }

    #[test]
    fn an_offset_of_the_page_is_found_in_the_prose() {
        let prose = emphasis();
        for (page, expected) in [(0, 0), (2, 2), (3, 2), (4, 3), (8, 4), (12, 6), (99, 7)] {
            assert_eq!(prose.from_page(page), expected, "{page}");
        }
    }
}
