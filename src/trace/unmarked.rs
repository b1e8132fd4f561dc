//! Passages of a source that stand in a draft without marks: long runs of words that are the source's word for word, or
//! nearly so.
//!
//! Every few words of the draft a short run is looked up exactly; where one stands in the corpus, the two texts are followed
//! in both directions, over a word or two that differ, as long as they agree. So the work grows with the draft, not with the
//! corpus.

use super::rolls::listed;
use super::strays::strays;
use super::{Place, Tracer};
use crate::corpus::earliest_first;
use crate::index::Term;
use crate::text::{Span, each_word, is_unspaced};
use std::ops::Range;

/// Words that are looked up as one.
const WINDOW: usize = 6;
/// From one such run to the next: with this a stretch of eight equal words is always noticed.
const STRIDE: usize = 3;
/// Places of a run that are looked at, at most.
const MOST_PLACES: usize = 64;
/// Places of all windows of one text, at most: what stands everywhere is nobody's.
const BUDGET: usize = 100_000;
/// A window of fewer different words is a pattern rather than a phrase.
const FEWEST_DIFFERENT: usize = 4;
/// Words beside a run by which its places are compared.
const GLANCE: usize = 16;
/// Words of a source that are followed from a run, at most, in either direction.
const FURTHEST: usize = 2_000;

/// What may differ between two stretches that agree, in words of the draft and of the source; likelier ones first.
const BRIDGES: [(usize, usize); 8] = [(1, 1), (1, 0), (0, 1), (2, 2), (2, 1), (1, 2), (2, 0), (0, 2)];
/// So many words must agree behind it …
const FOOT: usize = 3;
/// … and of so many words one may differ.
const SHARE: usize = 6;

/// Letters of a word in scripts that put no spaces between words.
const LETTERS_OF_A_WORD: usize = 2;

/// Words that join two names in a list: *and the*.
const WORDS_OF_A_JOINT: usize = 2;
const LETTERS_OF_A_JOINT: usize = 3;

/// Runs of so many words that stand in so many sources are formulas, which belong to nobody …
const FORMULA: usize = 5;
const SHARED_BY: usize = 3;
/// … and are looked for among so many words of a run.
const IN_FORMULAS: usize = 64;

/// A run of a text that is a source's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unmarked {
    /// Its bytes in the text.
    pub span: Span,
    /// Where it stands; of several places that of the earliest source.
    pub place: Place,
    /// How many words it has.
    pub words: usize,
    /// How many of them belong to no name, no list of names and no formula that stands in several sources.
    pub own: usize,
    /// Whether all words are the source's.
    pub is_exact: bool,
    /// Whether most of it is in a script that puts no spaces between words, where each letter counts as one.
    pub is_unspaced: bool,
}

impl Unmarked {
    /// Whether it has `least` words, and is more than names and formulas. Two letters and more of a script without spaces are a word.
    pub fn is_long(&self, least: usize) -> bool {
        let least = if self.is_unspaced { LETTERS_OF_A_WORD * least + 1 } else { least };
        self.words >= least && 2 * self.own >= least
    }
}

impl Tracer<'_> {
    /// The runs of `text` that stand in a source other than the one numbered `exclude` and that are [long](Unmarked::is_long)
    /// enough, in order and without overlaps. Of two that overlap the one that begins first is given. `names` finds the names
    /// in a piece of text. Takes any text, and time in proportion to its length.
    pub fn unmarked(
        &self,
        text: &str,
        least: usize,
        exclude: Option<usize>,
        names: &dyn Fn(&str) -> Vec<Span>,
    ) -> Vec<Unmarked> {
        let mut found = Vec::new();
        if self.index.is_empty() {
            return found;
        }
        let mut draft = Words::of(text, self);
        let (mut at, mut free) = (0, 0);
        while at + WINDOW <= draft.terms.len() && draft.budget > 0 {
            let Some(run) = draft.run_at(at, free, exclude) else {
                at += STRIDE;
                continue;
            };
            at = run.draft.end.max(at + 1);
            let run = draft.without_strays(text, run);
            if run.draft.len() >= least {
                free = run.draft.end;
                found.extend(Some(draft.finished(text, &run, names)).filter(|unmarked| unmarked.is_long(least)));
            }
        }
        found
    }
}

/// The words of a draft, looked up.
struct Words<'a> {
    tracer: &'a Tracer<'a>,
    spans: Vec<Span>,
    folded: Vec<String>,
    terms: Vec<Term>,
    /// Places that may still be looked at.
    budget: usize,
}

/// Words of a draft and positions of the corpus that agree.
struct Run {
    draft: Range<usize>,
    source: Range<usize>,
    differing: usize,
}

impl<'a> Words<'a> {
    fn of(text: &str, tracer: &'a Tracer<'a>) -> Self {
        let mut words = Words { tracer, spans: Vec::new(), folded: Vec::new(), terms: Vec::new(), budget: BUDGET };
        each_word(text, |span, folded| {
            words.spans.push(span);
            words.folded.push(folded.to_string());
            words.terms.push(tracer.index.look_up(folded));
        });
        words
    }

    /// The longest run that holds the window at the word `at` and begins no earlier than the word `free`.
    fn run_at(&mut self, at: usize, free: usize, exclude: Option<usize>) -> Option<Run> {
        let window = &self.terms[at..at + WINDOW];
        if window.iter().any(|term| term.count() == 0) || self.different(at..at + WINDOW) < FEWEST_DIFFERENT {
            return None;
        }
        let index = self.tracer.index;
        let mut places = index.phrase(window);
        self.budget = self.budget.saturating_sub(places.len());
        places.retain(|&place| exclude.is_none() || index.source_at(place) != exclude);
        places.truncate(MOST_PLACES);
        if let [only] = places[..] {
            return Some(self.follow(at, only, free));
        }
        let date = |place: usize| {
            let source = index.source_at(place).and_then(|source| self.tracer.corpus.sources.get(source));
            earliest_first(source.and_then(|source| source.meta.date.as_deref()))
        };
        let rank = |&place: &usize| (std::cmp::Reverse(self.glance(at, place, free)), date(place), place);
        places.into_iter().min_by_key(rank).map(|place| self.follow(at, place, free))
    }

    /// A run without the words at its ends that belong to other sentences of the source.
    fn without_strays(&self, text: &str, run: Run) -> Run {
        let [before, behind] = strays(self.tracer, &run.source, text, &self.spans[run.draft.clone()]);
        Run {
            draft: run.draft.start + before..run.draft.end - behind,
            source: run.source.start + before..run.source.end - behind,
            ..run
        }
    }

    /// How many words beside the window agree where it stands at a position, as far as one sees at a glance.
    fn glance(&self, at: usize, place: usize, free: usize) -> usize {
        let inside = self.tracer.index.positions_around(place);
        let back = GLANCE.min(at - free).min(place - inside.start);
        let source = self.tracer.index.words(place - back..(place + WINDOW + GLANCE).min(inside.end));
        let before = self.folded[at - back..at].iter().rev().zip(source[..back].iter().rev());
        let behind = self.folded[at + WINDOW..].iter().zip(&source[back + WINDOW..]);
        before.take_while(|(ours, theirs)| ours == *theirs).count()
            + behind.take_while(|(ours, theirs)| ours == *theirs).count()
    }

    /// Follows the two texts in both directions from where they agree.
    fn follow(&self, at: usize, place: usize, free: usize) -> Run {
        let index = self.tracer.index;
        let inside = index.positions_around(place);
        let end = place + WINDOW;
        let ahead = (self.folded.len() - at).saturating_mul(2).min(FURTHEST);
        let theirs = index.words(end..(end + ahead).min(inside.end).max(end));
        let ours: Vec<&str> = self.folded[at + WINDOW..].iter().take(FURTHEST).map(String::as_str).collect();
        let right = agreement(&ours, &theirs);
        let back = (at - free).saturating_mul(2).min(FURTHEST).min(place - inside.start);
        let mut theirs = index.words(place - back..place);
        theirs.reverse();
        let ours: Vec<&str> = self.folded[free..at].iter().rev().take(FURTHEST).map(String::as_str).collect();
        let left = agreement(&ours, &theirs);
        Run {
            draft: at - left.ours..at + WINDOW + right.ours,
            source: place - left.theirs..end + right.theirs,
            differing: left.differing + right.differing,
        }
    }

    /// How many different words there are among some.
    fn different(&self, words: Range<usize>) -> usize {
        let words = &self.folded[words];
        (0..words.len()).filter(|&i| !words[..i].contains(&words[i])).count()
    }

    fn finished(&mut self, text: &str, run: &Run, names: &dyn Fn(&str) -> Vec<Span>) -> Unmarked {
        let index = self.tracer.index;
        let source = index.source_at(run.source.start).unwrap_or_default();
        let place = index.extent(run.source.clone());
        let span = self.spans[run.draft.start].join(self.spans[run.draft.end - 1]);
        let mut common = self.in_formulas(run.draft.clone());
        let listed = listed(text, &self.spans[run.draft.clone()]);
        common.iter_mut().zip(listed).for_each(|(common, listed)| *common |= listed);
        let mut joined = 0;
        for name in names(span.of(text)).into_iter().map(|name| name.shift(span.start)) {
            // The first word of a name stands for all of it.
            let words = self.spans[run.draft.clone()].iter().enumerate().filter(|(_, word)| name.covers(**word));
            let words: Vec<usize> = words.map(|(i, _)| i).collect();
            words.iter().skip(1).for_each(|&i| common[i] = true);
            let Some((&first, &last)) = words.first().zip(words.last()) else { continue };
            // What only joins it to the name before is no more than the names.
            let joins = |i: &usize| self.folded[run.draft.start + i].chars().count() <= LETTERS_OF_A_JOINT;
            let between = joined..first;
            if between.len() <= WORDS_OF_A_JOINT && between.clone().all(|i| joins(&i)) {
                between.for_each(|i| common[i] = true);
            }
            joined = last + 1;
        }
        // A run of katakana is one word.
        let is_katakana = |i: usize| self.spans[i].of(text).chars().all(|c| matches!(c, 'ァ'..='ヿ'));
        for i in run.draft.start + 1..run.draft.end {
            common[i - run.draft.start] |=
                is_katakana(i) && is_katakana(i - 1) && self.spans[i - 1].end == self.spans[i].start;
        }
        Unmarked {
            span,
            place: Place { source, span: place },
            words: run.draft.len(),
            own: common.into_iter().filter(|&common| !common).count(),
            is_exact: run.differing == 0,
            is_unspaced: 2 * self.folded[run.draft.clone()].iter().filter(|word| word.starts_with(is_unspaced)).count()
                > run.draft.len(),
        }
    }

    /// Which of some words stand in runs that several sources have.
    fn in_formulas(&mut self, words: Range<usize>) -> Vec<bool> {
        let index = self.tracer.index;
        let mut common = vec![false; words.len()];
        let end = words.end.min(words.start + IN_FORMULAS);
        for at in words.start..(end + 1).saturating_sub(FORMULA) {
            if self.budget == 0 {
                break;
            }
            let places = index.phrase(&self.terms[at..at + FORMULA]);
            self.budget = self.budget.saturating_sub(places.len());
            let mut sources: Vec<Option<usize>> = Vec::new();
            for source in places.into_iter().map(|place| index.source_at(place)) {
                if !sources.contains(&source) {
                    sources.push(source);
                }
                if sources.len() == SHARED_BY {
                    common[at - words.start..at - words.start + FORMULA].fill(true);
                    break;
                }
            }
        }
        common
    }
}

/// How far two texts agree.
#[derive(Clone, Copy, Default)]
struct Agreement {
    ours: usize,
    theirs: usize,
    differing: usize,
}

/// How far two texts agree from their beginnings, over few words that differ.
fn agreement(ours: &[&str], theirs: &[&str]) -> Agreement {
    let equal = |a: usize, b: usize| ours[a..].iter().zip(&theirs[b..]).take_while(|(a, b)| a == b).count();
    let mut all = Agreement::default();
    loop {
        let same = equal(all.ours, all.theirs);
        (all.ours, all.theirs) = (all.ours + same, all.theirs + same);
        let bridge = BRIDGES.into_iter().find(|&(a, b)| {
            let (a, b) = (all.ours + a, all.theirs + b);
            a < ours.len() && b < theirs.len() && equal(a, b) >= FOOT
        });
        let Some((a, b)) = bridge else { return all };
        let differing = all.differing + a.max(b);
        if differing * SHARE > all.ours + WINDOW + FOOT {
            return all;
        }
        all = Agreement { ours: all.ours + a, theirs: all.theirs + b, differing };
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::corpus;
    use super::*;

    const REPORT: &str = "The commission met twelve times between the spring and the autumn of that year, and heard the \
        masters of forty ships before it wrote a single line of its report. On the basis of mutual respect it was agreed \
        that nothing should be printed.";
    const ECHO: &str = "On the basis of mutual respect it was said. They spoke.";
    const ANOTHER: &str = "Nobody came on the basis of mutual respect it was thought.";

    /// Each run with how many of its words are nobody else's.
    fn found(draft: &str) -> Vec<(String, usize, bool)> {
        let (corpus, index) = corpus(&[REPORT, ECHO, ANOTHER]);
        let found = Tracer { corpus: &corpus, index: &index }.unmarked(draft, 12, None, &|_| Vec::new());
        found.into_iter().map(|one| (one.span.of(draft).to_string(), one.own, one.is_exact)).collect()
    }

    #[test]
    fn a_long_run_is_found_from_its_first_word_to_its_last() {
        let run = "heard the masters of forty ships before it wrote a single line of its report";
        let draft = format!("We know that they {run}; so it goes.");
        assert_eq!(found(&draft), [(run.to_string(), 15, true)]);
    }

    #[test]
    fn typography_does_not_matter_and_a_word_may_differ() {
        let draft = "They Heard the masters\nof forty ships before they wrote a single line of its report!";
        let run = "Heard the masters\nof forty ships before they wrote a single line of its report";
        assert_eq!(found(draft), [(run.to_string(), 15, false)]);
    }

    #[test]
    fn words_that_the_source_has_in_another_sentence_are_left_to_the_writer() {
        let run = "heard the masters of forty ships before it wrote a single line of its report";
        assert_eq!(found(&format!("They {run}. On the other hand, it rained.")), [(run.to_string(), 15, true)]);
        let run = "on the basis of mutual respect it was agreed that nothing should be printed";
        assert_eq!(found(&format!("They sent its report {run}.")), [(run.to_string(), 6, true)]);
    }

    #[test]
    fn a_short_sentence_at_an_end_is_the_sources_where_the_draft_has_it_too() {
        let (corpus, index) =
            corpus(&["It rained. They met. The masters of forty ships heard what nobody had told the king."]);
        let tracer = Tracer { corpus: &corpus, index: &index };
        let found = |draft: &str| tracer.unmarked(draft, 12, None, &|_| Vec::new()).first().map(|one| one.span.start);
        let rest = "he masters of forty ships heard what nobody had told the king.";
        assert_eq!(found(&format!("We know. They met. T{rest}")), Some(9));
        assert_eq!(found(&format!("We know how they met t{rest}")), Some(21));
    }

    #[test]
    fn short_runs_and_formulas_are_nobodys() {
        assert_eq!(found("They heard the masters of forty ships before it rained on them all."), []);
        assert_eq!(found("We say: on the basis of mutual respect it was agreed that nothing should be said."), []);
    }

    #[test]
    fn a_name_counts_as_one_word() {
        let draft = "heard the masters of forty ships before it wrote a single line";
        let (corpus, index) = corpus(&[REPORT]);
        let tracer = Tracer { corpus: &corpus, index: &index };
        let own = |name: &str| {
            let names = |text: &str| text.find(name).map(|at| Span::new(at, at + name.len())).into_iter().collect();
            tracer.unmarked(draft, 12, None, &names).first().map(|found| found.own)
        };
        assert_eq!([own("masters of forty ships"), own("masters of forty ships before it wrote")], [Some(9), Some(6)]);
        assert_eq!(own("masters of forty ships before it wrote a"), None);
    }

    #[test]
    fn two_runs_from_two_places_are_two() {
        let (first, second) = (
            "The commission met twelve times between the spring and the autumn of that year",
            "the masters of forty ships before it wrote a single line of its report",
        );
        let draft = format!("{second} {first} {first}");
        let runs: Vec<String> = found(&draft).into_iter().map(|(run, ..)| run).collect();
        assert_eq!(runs, [second, first, first]);
    }

    #[test]
    fn what_stands_everywhere_is_given_up() {
        for pattern in ["the ", "to be or not to be ", "one two three four five six seven "] {
            let text = pattern.repeat(20_000);
            let (corpus, index) = corpus(&[&text]);
            let found = Tracer { corpus: &corpus, index: &index }.unmarked(&text, 12, None, &|_| Vec::new());
            assert!(found.len() <= 20, "{} of {pattern}", found.len());
        }
    }

    #[test]
    fn no_text_and_no_corpus_give_nothing() {
        for draft in ["", "…", "one two three four five six seven eight nine ten eleven twelve"] {
            assert_eq!(found(draft), []);
            let (corpus, index) = corpus(&[]);
            assert_eq!(Tracer { corpus: &corpus, index: &index }.unmarked(draft, 1, None, &|_| Vec::new()), []);
        }
    }
}
