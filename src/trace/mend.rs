//! What word-by-word alignment cannot pair is compared letter by letter, between the words that it could pair: words that
//! were split or run together, several misread letters, numbers and their words, contractions and their full forms.

use super::align::Step;
use super::compare::{Comparison, Likeness};
use super::quoted::{Token, folded};
use super::spelling;
use crate::text::same_number;

/// Longer stretches without a pair are not looked into.
const LONGEST: usize = 12;
/// So many words at either end of an alignment are looked into.
const AT_END: usize = 4;
/// What it costs to pair two different words rather than to leave both out.
const DIFFERENT: f32 = -0.01;
/// So many steps may lie between the first and the last of some words that have changed places.
const LONGEST_SWAP: usize = 10;
/// So many words may change places, with what stands between them.
const MOST_SWAPPED: usize = 5;
/// How alike they are to the source's, in hundredths.
const SWAPPED: u8 = 85;
/// The same of more than two words.
const FAR_SWAPPED: u8 = 60;
/// Joined, the words of a group have at least so many letters: shorter ones resemble each other.
const SHORTEST_GROUP: usize = 4;

/// The steps with the stretches between their pairs mended; `word` gives a word of the source.
pub(super) fn mend<'a>(steps: Vec<Step>, tokens: &[Token], words: &dyn Fn(usize) -> Option<&'a str>) -> Vec<Step> {
    let steps = with_swapped_ends(with_swaps(steps, tokens, words), tokens, words);
    let steps = with_joins(steps, tokens, words);
    let is_pair = |step: &Step| matches!(step, Step::Pair { likeness, .. } if *likeness != Likeness::Different);
    // A group stands first where the words at the beginning were joined or have changed places.
    let first = steps.iter().find_map(|step| match *step {
        Step::Pair { quoted, source, .. } if is_pair(step) => Some((quoted, source)),
        Step::Group { quoted, source, .. } => Some((quoted, source)),
        _ => None,
    });
    let Some((quoted, source)) = first else { return steps };
    let mut out = Vec::with_capacity(steps.len() + 4);
    let mender = Mender { tokens, words };
    let before = (quoted.saturating_sub(AT_END), source.saturating_sub(AT_END + 1));
    out.extend(mender.end(before, (quoted, source), true));
    let mut at = (quoted, source);
    let mut open: Vec<Step> = Vec::new();
    for step in steps {
        let (quoted, source, behind) = match step {
            Step::Pair { quoted, source, .. } if is_pair(&step) => (quoted, source, (quoted + 1, source + 1)),
            Step::Group { quoted, tokens, source, words, .. } => (quoted, source, (quoted + tokens, source + words)),
            _ => {
                open.push(step);
                continue;
            }
        };
        if !open.is_empty() {
            out.extend(mender.between(std::mem::take(&mut open), at, (quoted, source)));
        }
        out.push(step);
        at = behind;
    }
    out.extend(mender.end(at, ((at.0 + AT_END).min(tokens.len()), at.1 + AT_END + 1), false));
    out
}

/// The steps with a word that is like the first half of what it was run together from as a group with both halves, and
/// the halves of a split word likewise.
fn with_joins<'a>(steps: Vec<Step>, tokens: &[Token], words: &dyn Fn(usize) -> Option<&'a str>) -> Vec<Step> {
    let mut out: Vec<Step> = Vec::with_capacity(steps.len());
    for step in steps {
        let joined = out.last().and_then(|&last| join(last, step, tokens, words));
        if joined.is_some() {
            out.pop();
        }
        out.push(joined.unwrap_or(step));
    }
    out
}

fn join<'a>(a: Step, b: Step, tokens: &[Token], words: &dyn Fn(usize) -> Option<&'a str>) -> Option<Step> {
    let (quoted, source, count) = match (a, b) {
        (Step::Pair { quoted, source, .. }, Step::Dropped { .. }) => (quoted, source, (1, 2)),
        (Step::Dropped { source }, Step::Pair { quoted, .. }) => (quoted, source, (1, 2)),
        (Step::Pair { quoted, source, .. }, Step::Added { .. }) => (quoted, source, (2, 1)),
        (Step::Added { quoted }, Step::Pair { source, .. }) => (quoted, source, (2, 1)),
        _ => return None,
    };
    let ours = folded(tokens.get(quoted..quoted + count.0)?).concat();
    let theirs = (source..source + count.1).map(words).collect::<Option<String>>()?;
    let group = Step::Group { quoted, tokens: count.0, source, words: count.1, likeness: Likeness::Variant };
    (ours == theirs).then_some(group)
}

/// The steps with words that have only changed places, and what stands between them, as groups.
fn with_swaps<'a>(steps: Vec<Step>, tokens: &[Token], words: &dyn Fn(usize) -> Option<&'a str>) -> Vec<Step> {
    let differs = |step: &Step| !matches!(step, Step::Pair { likeness, .. } if *likeness != Likeness::Different);
    let mut out = Vec::with_capacity(steps.len());
    let mut at = 0;
    while at < steps.len() {
        let open = if differs(&steps[at]) { LONGEST_SWAP.min(steps.len() - at) } else { 0 };
        let ends = (2..=open).rev().filter(|&len| differs(&steps[at + len - 1]));
        let group = ends.filter_map(|len| Some((len, swap(&steps[at..at + len], tokens, words)?))).next();
        let (len, step) = group.unwrap_or((1, steps[at]));
        out.push(step);
        at += len;
    }
    out
}

/// The group of the words that some steps take from the quotation and from the source, if they are the same words.
fn swap<'a>(steps: &[Step], tokens: &[Token], words: &dyn Fn(usize) -> Option<&'a str>) -> Option<Step> {
    let (mut ours, mut theirs): (Vec<usize>, Vec<usize>) = (Vec::new(), Vec::new());
    for step in steps {
        match *step {
            Step::Pair { quoted, source, .. } => {
                ours.push(quoted);
                theirs.push(source);
            }
            Step::Added { quoted } => ours.push(quoted),
            Step::Dropped { source } => theirs.push(source),
            Step::Group { .. } => return None,
        }
    }
    swapped(&ours, &theirs, tokens, words)
}

/// Some tokens as a group with some words, if they are the same words.
fn swapped<'a>(
    ours: &[usize],
    theirs: &[usize],
    tokens: &[Token],
    words: &dyn Fn(usize) -> Option<&'a str>,
) -> Option<Step> {
    if !(2..=MOST_SWAPPED).contains(&ours.len()) || ours.len() != theirs.len() {
        return None;
    }
    if ours.iter().any(|&i| tokens[i].editorial || tokens[i].bent || tokens[i].after_gap) {
        return None;
    }
    let mut left: Vec<&str> = ours.iter().map(|&i| tokens[i].folded.as_str()).collect();
    let mut right: Vec<&str> = theirs.iter().map(|&at| words(at)).collect::<Option<_>>()?;
    left.sort_unstable();
    right.sort_unstable();
    let group = Step::Group {
        quoted: ours[0],
        tokens: ours.len(),
        source: theirs[0],
        words: theirs.len(),
        likeness: Likeness::Near(if ours.len() > 2 { FAR_SWAPPED } else { SWAPPED }),
    };
    (left == right).then_some(group)
}

/// The steps with words at either end of the quotation that have only changed places as groups: an alignment ends with the
/// last of them that keeps its order.
fn with_swapped_ends<'a>(
    mut steps: Vec<Step>,
    tokens: &[Token],
    words: &dyn Fn(usize) -> Option<&'a str>,
) -> Vec<Step> {
    let pair_of = |steps: &[Step], token: usize| {
        steps.iter().enumerate().find_map(|(at, step)| match *step {
            Step::Pair { quoted, source, likeness } if quoted == token && likeness != Likeness::Different => {
                Some((at, source))
            }
            _ => None,
        })
    };
    // Where all but one of three words have kept their order, that one was added.
    let unpaired = |steps: &[Step], len: usize| {
        let is_pair = |step: &&Step| matches!(step, Step::Pair { likeness, .. } if *likeness != Likeness::Different);
        len.saturating_sub(steps.iter().filter(is_pair).count())
    };
    // Words at the ends of such a group that have kept their places do not belong to it.
    let moved = |token: usize, word: usize| words(word).is_some_and(|word| word != tokens[token].folded);
    for len in 2..=MOST_SWAPPED.min(tokens.len().saturating_sub(1)) {
        let first = tokens.len() - len;
        let Some((at, source)) = pair_of(&steps, first - 1) else { continue };
        if unpaired(&steps[at + 1..], len) < (len - 1).min(2) {
            continue;
        }
        let (ours, theirs): (Vec<_>, Vec<_>) = ((first..tokens.len()).collect(), (source + 1..=source + len).collect());
        let ends_moved = moved(first, source + 1) && moved(tokens.len() - 1, source + len);
        if let Some(group) = swapped(&ours, &theirs, tokens, words).filter(|_| ends_moved) {
            steps.truncate(at + 1);
            steps.push(group);
            break;
        }
    }
    for len in 2..=MOST_SWAPPED.min(tokens.len().saturating_sub(1)) {
        let Some((at, source)) = pair_of(&steps, len).filter(|(_, source)| *source >= len) else { continue };
        if unpaired(&steps[..at], len) < (len - 1).min(2) {
            continue;
        }
        let (ours, theirs): (Vec<_>, Vec<_>) = ((0..len).collect(), (source - len..source).collect());
        let ends_moved = moved(0, source - len) && moved(len - 1, source - 1);
        if let Some(group) = swapped(&ours, &theirs, tokens, words).filter(|_| ends_moved) {
            steps.splice(..at, [group]);
            break;
        }
    }
    steps
}

struct Mender<'a, 'b> {
    tokens: &'b [Token],
    words: &'b dyn Fn(usize) -> Option<&'a str>,
}

/// How a cell of the table was reached: so many tokens for so many words, and how alike they are.
#[derive(Clone, Copy)]
struct Move {
    tokens: usize,
    words: usize,
    likeness: Likeness,
}

impl Mender<'_, '_> {
    /// The steps between two pairs, which end at `from` and begin at `to`; the old ones where there is nothing to mend.
    fn between(&self, old: Vec<Step>, from: (usize, usize), to: (usize, usize)) -> Vec<Step> {
        let (tokens, words) = (to.0.saturating_sub(from.0), to.1.saturating_sub(from.1));
        let inside = self.tokens.get(from.0..to.0).unwrap_or_default();
        let conventional = inside.iter().any(|token| token.editorial || token.bent || token.after_gap);
        if tokens == 0 || words == 0 || tokens.max(words) > LONGEST || conventional || self.tokens[to.0].after_gap {
            return old;
        }
        let table = self.table(from, (tokens, words));
        let (value, steps) = self.walk(&table, from, (tokens, words), (tokens, words));
        if value > 0.0 { steps } else { old }
    }

    /// The steps before the first pair or behind the last one, up to the outermost word that is alike.
    fn end(&self, from: (usize, usize), to: (usize, usize), before: bool) -> Vec<Step> {
        let mut from = from;
        let mut to = to;
        let strange = |token: &Token| token.term.count() == 0 && !token.editorial && !token.bent;
        // Only a word next to the pairs that the corpus lacks can be a misread one; others may have been split or run together.
        let next = if before { to.0.checked_sub(1) } else { Some(from.0) };
        let may_differ = |t: &Token| strange(t) || spelling::is_short_form(&t.folded);
        if !next.and_then(|next| self.tokens.get(next)).is_some_and(may_differ) && !self.joins(from, to, before) {
            return Vec::new();
        }
        let known = |at: &usize| (self.words)(*at).is_some();
        if before {
            from.1 = (from.1..to.1).rev().take_while(known).last().unwrap_or(to.1);
        } else {
            to.1 = (from.1..to.1).take_while(known).last().map_or(from.1, |last| last + 1);
        }
        let size = (to.0 - from.0, to.1 - from.1);
        if size.0 == 0 || size.1 == 0 {
            return Vec::new();
        }
        // Words are mended one by one from the pairs outwards, as far as each has a partner.
        let mut steps = Vec::new();
        let (mut t, mut w) = if before { (to.0, to.1) } else { (from.0, from.1) };
        loop {
            let moves = [(1, 1), (2, 1), (1, 2), (2, 2)].into_iter().filter_map(|(dt, dw)| {
                let (a, b) = if before { (t.checked_sub(dt)?, w.checked_sub(dw)?) } else { (t, w) };
                let fits = if before { a >= from.0 && b >= from.1 } else { t + dt <= to.0 && w + dw <= to.1 };
                let likeness = if fits { self.alike(a, dt, b, dw) } else { Likeness::Different };
                (likeness != Likeness::Different).then_some(((a, b), Move { tokens: dt, words: dw, likeness }))
            });
            let best = moves.max_by(|a, b| a.1.likeness.share().total_cmp(&b.1.likeness.share()));
            let Some((at, step)) = best else { break };
            steps.push(step_of(at, step));
            (t, w) = if before { at } else { (t + step.tokens, w + step.words) };
        }
        if before {
            steps.reverse();
        }
        steps
    }

    /// Whether the token at an end is the next two words of the source run together, or the other way round.
    fn joins(&self, from: (usize, usize), to: (usize, usize), before: bool) -> bool {
        [(1, 2), (2, 1)].into_iter().any(|(tokens, words)| {
            let at = match before {
                true => to.0.checked_sub(tokens).zip(to.1.checked_sub(words)),
                false => Some(from),
            };
            at.is_some_and(|(token, word)| self.alike(token, tokens, word, words) == Likeness::Variant)
        })
    }

    /// The best value of each cell and how it is reached.
    fn table(&self, from: (usize, usize), (tokens, words): (usize, usize)) -> Vec<(f32, Option<Move>)> {
        let mut table = vec![(0.0f32, None); (tokens + 1) * (words + 1)];
        for t in 0..=tokens {
            for w in 0..=words {
                let mut best: (f32, Option<Move>) = if t + w == 0 { (0.0, None) } else { (f32::MIN, None) };
                for (dt, dw) in [(1, 0), (0, 1), (1, 1), (2, 1), (1, 2), (2, 2)] {
                    if dt > t || dw > w {
                        continue;
                    }
                    let likeness = match (dt, dw) {
                        (0, _) | (_, 0) => Likeness::Different,
                        _ => self.alike(from.0 + t - dt, dt, from.1 + w - dw, dw),
                    };
                    let gain = match likeness {
                        Likeness::Different if dt + dw > 2 => continue,
                        Likeness::Different if dt + dw == 2 => DIFFERENT,
                        Likeness::Different => 2.0 * DIFFERENT,
                        likeness => likeness.share() * dt.max(dw) as f32,
                    };
                    let value = table[(t - dt) * (words + 1) + w - dw].0 + gain;
                    if value > best.0 {
                        best = (value, Some(Move { tokens: dt, words: dw, likeness }));
                    }
                }
                table[t * (words + 1) + w] = best;
            }
        }
        table
    }

    fn walk(
        &self,
        table: &[(f32, Option<Move>)],
        from: (usize, usize),
        (_, words): (usize, usize),
        end: (usize, usize),
    ) -> (f32, Vec<Step>) {
        let value = table[end.0 * (words + 1) + end.1].0;
        let (mut t, mut w) = end;
        let mut steps = Vec::new();
        while let Some(step) = table[t * (words + 1) + w].1 {
            (t, w) = (t - step.tokens, w - step.words);
            steps.push(step_of((from.0 + t, from.1 + w), step));
        }
        steps.reverse();
        (value, steps)
    }

    /// How alike some tokens and some words are, joined.
    fn alike(&self, token: usize, tokens: usize, word: usize, words: usize) -> Likeness {
        let Some(ours) = self.tokens.get(token..token + tokens) else { return Likeness::Different };
        if ours.iter().any(|token| token.editorial) {
            return Likeness::Different;
        }
        let ours_are_strange = ours.iter().any(|token| token.term.count() == 0);
        let mut theirs: [&str; 2] = [""; 2];
        for (i, slot) in theirs.iter_mut().enumerate().take(words) {
            match (self.words)(word + i) {
                Some(word) => *slot = word,
                None => return Likeness::Different,
            }
        }
        let theirs = &theirs[..words];
        if tokens == 1 && words == 1 {
            return Comparison::new(&ours[0].folded, ours_are_strange).with(theirs[0]);
        }
        let ours = folded(ours);
        if same_number(&ours, theirs) || spelling::is_contraction(&ours, theirs) {
            return Likeness::Variant;
        }
        let (ours, theirs) = (ours.concat(), theirs.concat());
        if ours == theirs {
            return Likeness::Variant;
        }
        if !ours_are_strange || ours.len().min(theirs.len()) < SHORTEST_GROUP {
            return Likeness::Different;
        }
        Comparison::new(&ours, true).with(&theirs)
    }
}

fn step_of((quoted, source): (usize, usize), step: Move) -> Step {
    match (step.tokens, step.words) {
        (0, _) => Step::Dropped { source },
        (_, 0) => Step::Added { quoted },
        (1, 1) => Step::Pair { quoted, source, likeness: step.likeness },
        (tokens, words) => Step::Group { quoted, tokens, source, words, likeness: step.likeness },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::trace::quoted::tokens;
    use crate::trace::tests::corpus;

    #[test]
    fn a_split_word_at_the_beginning_is_told_once() {
        let source = ["treat", "ies", "are", "promises"];
        let (_, index) = corpus(&["Many treat ies are promises."]);
        let tokens = tokens("treaties are promises", &index);
        let pair = |quoted, source, likeness| Step::Pair { quoted, source, likeness };
        let same = Likeness::Same;
        let steps =
            vec![Step::Dropped { source: 0 }, pair(0, 1, Likeness::Near(50)), pair(1, 2, same), pair(2, 3, same)];
        let quoted = |step: &Step| match *step {
            Step::Pair { quoted, .. } | Step::Group { quoted, .. } | Step::Added { quoted } => Some(quoted),
            Step::Dropped { .. } => None,
        };
        let mended = mend(steps, &tokens, &|word| source.get(word).copied());
        assert_eq!(mended.iter().filter_map(quoted).collect::<Vec<_>>(), [0, 1, 2], "{mended:?}");
    }
}
