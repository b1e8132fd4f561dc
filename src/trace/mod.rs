//! From a quotation to its source: what it quotes, where that stands, and every word that was changed on the way.
//!
//! Exact places come first. Otherwise the quotation's rare words vote for stretches of the corpus, the best of them are
//! aligned with it word by word, and what the alignment leaves over is looked for once more, so that clauses in another
//! order and two passages run together are found as well.

mod align;
mod assemble;
mod borders;
mod changes;
mod classify;
mod compare;
mod compounds;
mod cuts;
mod denials;
mod ends;
mod exact;
mod exchange;
mod halves;
mod hidden;
mod inversions;
mod items;
mod likenesses;
mod limits;
mod mend;
mod misread;
mod names;
mod negations;
mod negators;
mod order;
mod parted;
mod passage;
mod piece;
mod polarity;
mod quoted;
mod ranking;
mod rest;
mod rolls;
mod runs;
mod score;
mod seeds;
mod signs;
mod slides;
mod slips;
mod spacing;
mod spelling;
mod strays;
mod units;
mod unmarked;
mod unspaced;
mod voters;

pub use changes::Change;
pub use denials::denies;
pub use negators::negates;
pub use parted::parts_speech;
pub use score::THRESHOLD;
pub use unmarked::Unmarked;

use crate::corpus::Corpus;
use crate::index::{Index, Stretch, WordId};
use crate::text::Span;
use align::Alignment;
use piece::Piece;
use quoted::Token;
use rustc_hash::FxHashSet;
use seeds::Window;

/// Altered matches listed for one quotation, at most.
const MOST_MATCHES: usize = 5;

/// The cells of the matrices of one quotation's alignments, at most, but for the stretches that are always aligned.
const MOST_CELLS: usize = 80_000;

/// A stretch that explains this share of a quotation is the one: the others need no alignment.
const SURE: f32 = 0.85;

/// A stretch that shares less than this share of what another does does not explain more.
const AS_MUCH: f32 = 0.9;

/// Stretches that are aligned although they share too little with the quotation to be its source: the nearest are shown.
const ALWAYS_ALIGNED: usize = 2;

/// Segments of a source that are no further apart than this, in bytes, are shown as one place: some sixty words.
const ONE_PLACE: usize = 400;

/// Bytes of a source.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Place {
    /// The source's number in the corpus.
    pub source: usize,
    /// Which bytes of its text.
    pub span: Span,
}

/// What became of the words of the source in a quotation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Verdict {
    /// Equal after typography, white space, hyphenation and editorial conventions.
    Verbatim,
    /// Changed; the edits say how.
    Altered,
    /// The same utterance in other words.
    OtherTranslation,
    /// In no source.
    NotFound,
}

/// How a run of the quotation relates to a run of the source. One of the two may be empty.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Edit {
    /// What happened.
    pub change: Change,
    /// Bytes of the quotation's text.
    pub quoted: Span,
    /// Where the source has it.
    pub place: Place,
}

/// A place in the corpus that a quotation could come from.
#[derive(Clone, Debug)]
pub struct Match {
    /// Where: one place for each run of the source that the quotation takes over, in the quotation's order.
    pub segments: Vec<Place>,
    /// How sure it is, 0 to 1; comparable between corpora of any size. See [`THRESHOLD`].
    pub score: f32,
    /// The share of the quotation's words, weighted by how rare they are, that stand in the source, 0 to 1.
    pub coverage: f32,
    /// The verdict.
    pub verdict: Verdict,
    /// The whole alignment, in the quotation's order.
    pub edits: Vec<Edit>,
    /// Where it was cut out of its sentence so that the meaning suffers ([`Change::CutShort`]): empty spans at its beginning or
    /// end, the places being the words beyond. The words themselves are no others for it: the verdict does not count them.
    pub cuts: Vec<Edit>,
}

/// All that was found for a quotation.
#[derive(Clone, Debug, Default)]
pub struct Trace {
    /// The matches, best first: verbatim ones in order of the sources' dates, then others by score. Matches below
    /// [`THRESHOLD`] are left out.
    pub matches: Vec<Match>,
    /// How many verbatim places there are, listed or not.
    pub verbatim: usize,
    /// The best match below the threshold, where there is none above.
    pub similar: Vec<Match>,
}

impl Trace {
    /// The best match.
    pub fn best(&self) -> Option<&Match> {
        self.matches.first()
    }

    /// The verdict of the best match.
    pub fn verdict(&self) -> Verdict {
        self.best().map_or(Verdict::NotFound, |best| best.verdict)
    }

    /// The cuts of a match; none of a translation, and none where the words stand somewhere else without them: from there they
    /// are quoted then.
    pub fn cuts<'a>(&self, found: &'a Match) -> &'a [Edit] {
        let is_whole = |other: &Match| other.verdict == Verdict::Verbatim && other.cuts.is_empty();
        let has_words = matches!(found.verdict, Verdict::Verbatim | Verdict::Altered);
        if has_words && !self.matches.iter().any(is_whole) { &found.cuts } else { &[] }
    }
}

impl Match {
    /// The first segment: where an editor goes.
    pub fn place(&self) -> Place {
        self.segments[0]
    }

    /// From the first to the last byte of the segments that lie in the first one's source.
    pub fn extent(&self) -> Place {
        let Place { source, span } = self.place();
        let same = self.segments.iter().filter(|place| place.source == source);
        Place { source, span: same.fold(span, |all, place| all.join(place.span)) }
    }

    /// Where it stands, in the quotation's order: segments that follow each other closely in one source are one place.
    pub fn places(&self) -> Vec<Place> {
        let mut all: Vec<Place> = Vec::new();
        for &segment in &self.segments {
            match all.last_mut() {
                Some(last)
                    if last.source == segment.source
                        && last.span.end <= segment.span.start
                        && segment.span.start - last.span.end <= ONE_PLACE =>
                {
                    last.span = last.span.join(segment.span);
                }
                _ => all.push(segment),
            }
        }
        all
    }

    /// The edits that make it a misquotation.
    pub fn alterations(&self) -> impl Iterator<Item = &Edit> {
        self.edits.iter().filter(|edit| !edit.change.is_fine())
    }
}

/// Traces quotations in one snapshot of a corpus.
#[derive(Clone, Copy)]
pub struct Tracer<'a> {
    /// The texts.
    pub corpus: &'a Corpus,
    /// Their words.
    pub index: &'a Index,
}

impl Tracer<'_> {
    /// Finds where `text`, the words between the marks, comes from. The source numbered `exclude` does not count: a
    /// document is never its own source. Takes any text; one without words is found nowhere.
    pub fn trace(&self, text: &str, exclude: Option<usize>) -> Trace {
        let tokens = quoted::tokens(text, self.index);
        if tokens.is_empty() || self.index.is_empty() {
            return Trace::default();
        }
        let trace = self.traced(&tokens, text, exclude);
        if trace.verdict() == Verdict::Verbatim {
            return trace;
        }
        // Chinese may be quoted in the other script.
        let other = quoted::in_other_script(&tokens, self.index).map(|tokens| self.traced(&tokens, text, exclude));
        let score = |trace: &Trace| trace.best().map_or(0.0, |best| best.score);
        other.filter(|other| score(other) > score(&trace)).unwrap_or(trace)
    }

    /// Finds where some words come from, which are those of `text`.
    fn traced(&self, tokens: &[Token], text: &str, exclude: Option<usize>) -> Trace {
        if tokens.iter().all(|token| !token.after_gap && !token.editorial) {
            let starts = exact::places(tokens, self.index, exclude);
            if !starts.is_empty() {
                return self.verbatim(tokens, text, starts);
            }
        }
        // An ellipsis, brackets and a [sic] may be the source's own.
        if let Some(tokens) = quoted::as_written(text, tokens, self.index) {
            let starts = exact::places(&tokens, self.index, exclude);
            if !starts.is_empty() {
                return self.verbatim(&tokens, text, starts);
            }
        }
        self.altered(tokens, text, exclude)
    }

    /// The same for words of which some, in bytes of `text`, are not quoted but the writer's.
    pub fn trace_without(&self, text: &str, asides: &[Span], exclude: Option<usize>) -> Trace {
        let mut tokens = quoted::tokens(text, self.index);
        for token in &mut tokens {
            token.editorial |= asides.iter().any(|aside| aside.covers(token.span));
        }
        if tokens.iter().all(|token| token.editorial) { Trace::default() } else { self.altered(&tokens, text, exclude) }
    }

    fn altered(&self, tokens: &[Token], text: &str, exclude: Option<usize>) -> Trace {
        let mut matches: Vec<Match> = Vec::new();
        let windows = seeds::windows(tokens, self.index, exclude);
        let pieces = self.pieces(tokens, 0, &windows, ALWAYS_ALIGNED);
        self.judge_pieces(tokens, text, pieces, exclude, &mut matches);
        if matches.iter().all(|found| found.score < THRESHOLD) {
            // The rarest words may all be the writer's own: a part of the quotation may do better alone.
            let parts = seeds::windows_of_parts(tokens, &windows, self.index, exclude);
            let pieces = self.pieces(tokens, 0, &parts, 0);
            self.judge_pieces(tokens, text, pieces, exclude, &mut matches);
            if let Some(inverted) = self.inverted(tokens, text, &windows) {
                matches.retain(|found| found.place().source != inverted.place().source);
                matches.push(inverted);
            }
        }
        let is_verbatim = |found: &Match| found.verdict == Verdict::Verbatim && found.score >= THRESHOLD;
        if tokens[1..].iter().any(|token| token.after_gap)
            && !matches.iter().any(is_verbatim)
            && let Some(parted) = self.parts(tokens, text, exclude)
        {
            matches.retain(|found| found.alterations().count() < parted.alterations().count());
            matches.push(parted);
        }
        self.rank(tokens, &mut matches);
        let (matches, similar): (Vec<Match>, Vec<Match>) = matches.into_iter().partition(|m| m.score >= THRESHOLD);
        let verbatim = matches.iter().filter(|m| m.verdict == Verdict::Verbatim).count();
        Trace { matches, verbatim, similar }
    }

    /// Makes matches of the pieces, best first, and adds those that stand elsewhere than the ones before.
    fn judge_pieces(
        &self,
        tokens: &[Token],
        text: &str,
        pieces: Vec<Piece>,
        exclude: Option<usize>,
        matches: &mut Vec<Match>,
    ) {
        for (i, piece) in pieces.into_iter().enumerate().take(MOST_MATCHES) {
            let Some(piece) = piece.told(self.index, tokens) else { continue };
            let pieces = vec![piece];
            let mut judged = assemble::judged(self.index, tokens, &pieces);
            if i == 0 && judged.score() >= score::WORTH_GOING_ON {
                if let Some(pieces) = self.with_rest(tokens, pieces, exclude) {
                    judged = assemble::judged(self.index, tokens, &pieces);
                }
            } else if i > 0 && judged.score() < score::WORTH_SHOWING {
                continue;
            }
            let found = assemble::finish(self, tokens, text, &judged);
            let elsewhere =
                |m: &Match| m.place().source != found.place().source || !m.extent().span.overlaps(found.extent().span);
            if found.score > 0.0 && !found.segments.is_empty() && matches.iter().all(elsewhere) {
                matches.push(found);
            }
        }
    }

    /// The best alignments of a run of tokens, which begins with the token `first` of the quotation, with these stretches: with
    /// the first `always` of them, and others that share enough with it.
    fn pieces(&self, tokens: &[Token], first: usize, windows: &[Window], always: usize) -> Vec<Piece> {
        let mut pieces: Vec<Piece> = Vec::new();
        let mut sure: Option<Piece> = None;
        let mut cells = 0;
        let total: f32 = tokens.iter().map(Token::counts).sum();
        for (i, Window { range, weight }) in windows.iter().enumerate() {
            let mut may_reach = score::may_reach(*weight, total, self.index.len());
            cells += range.len() * tokens.len();
            if i >= always && (!may_reach || cells > MOST_CELLS) {
                break;
            }
            // What explains the most of it was found there already.
            let is_known = |piece: &Piece| range.start <= piece.positions().start && piece.positions().end <= range.end;
            if sure.as_ref().is_some_and(is_known) {
                continue;
            }
            let Some(stretch) = self.index.stretch(range.clone()) else { continue };
            may_reach =
                may_reach && score::may_reach(voters::shared(tokens, &stretch, self.index), total, self.index.len());
            if i >= always && !may_reach {
                continue;
            }
            let plain = align::align(tokens, &stretch, false);
            // Letters are compared only where they could make the stretch the source.
            let promises = may_reach && voters::promise(tokens, &plain, self.index) >= score::WORTH_COMPARING;
            let alignment = if promises { self.by_letters(tokens, &stretch, plain) } else { plain };
            let Some(piece) = Piece::aligned(&alignment, first, range.start) else { continue };
            // Another that shares as much may have it as well, or without a break.
            let is_sure = piece.covers(tokens, first) >= SURE;
            pieces.push(piece.clone());
            if is_sure {
                sure = Some(piece);
                if windows.get(i + 1).is_none_or(|next| next.weight < AS_MUCH * weight) {
                    break;
                }
            }
        }
        pieces.sort_by(|a, b| {
            let age = |piece: &Piece| self.age(piece.positions().start);
            b.score.total_cmp(&a.score).then_with(|| age(a).cmp(&age(b)))
        });
        pieces
    }

    /// The best alignment of some tokens with a stretch, letter by letter where words do not pair; `plain` is the best word
    /// by word.
    fn by_letters(&self, tokens: &[Token], stretch: &Stretch, plain: Alignment) -> Alignment {
        let stand = stretch.words.iter().copied().collect::<FxHashSet<WordId>>();
        let stands = |token: &Token| token.term.id_in(stretch.number).is_some_and(|id| stand.contains(&id));
        let Alignment { steps, score } = match tokens.iter().all(stands) {
            true => plain,
            false => align::align(tokens, stretch, true),
        };
        let word = |at: usize| stretch.words.get(at).map(|&id| stretch.segment.word(id));
        Alignment { steps: mend::mend(steps, tokens, &word), score }
    }
}

#[cfg(test)]
mod hostile;
#[cfg(test)]
mod properties;
#[cfg(test)]
mod scripts;
#[cfg(test)]
mod tests;
