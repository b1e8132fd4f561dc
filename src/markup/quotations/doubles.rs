//! Pairing the marks that are nothing but quotation marks: double ones, guillemets and corner brackets.

use super::super::BlockKind;
use super::super::reading::Reading;
use super::classes::Side;
use super::marks::{Doubt, Mark};
use super::{Pair, Role};
use crate::text::Span;

/// How far ahead a doubtful mark looks for a better one, in marks.
pub(super) const AHEAD: usize = 32;

/// A mark that has been opened.
struct Open {
    mark: usize,
    char: char,
    /// The parts in earlier blocks.
    parts: Vec<(usize, Span)>,
    /// Where the part in the present block begins, in the block's prose.
    from: usize,
}

/// Pairs the marks of `marks` that are no single ones; says also what became of each mark.
pub(super) fn pair(reading: &Reading, marks: &[Mark]) -> (Vec<Pair>, Vec<Role>) {
    let mut pairing = Pairing::new(marks);
    let mut block = 0;
    for (number, &mark) in marks.iter().enumerate() {
        if mark.is_single() {
            continue;
        }
        if mark.block != block {
            pairing.next_block(reading, block, number);
            block = mark.block;
        }
        if pairing.roles[number] == Role::Nothing {
            pairing.mark(number, mark);
        }
    }
    (pairing.pairs, pairing.roles)
}

/// Which marks of one block that are no single ones are still open at its end, the innermost last; says also what became of
/// each mark.
pub(super) fn left_open(marks: &[Mark]) -> (Vec<usize>, Vec<Role>) {
    let mut pairing = Pairing::new(marks);
    for (number, &mark) in marks.iter().enumerate().filter(|(_, mark)| !mark.is_single()) {
        pairing.mark(number, mark);
    }
    (pairing.open.into_iter().map(|open| open.mark).collect(), pairing.roles)
}

/// Whether a quotation may run on from the block before `block` into it.
pub(super) fn runs_on(reading: &Reading, block: usize) -> bool {
    let runs = |kind| matches!(kind, BlockKind::Paragraph | BlockKind::Quoted);
    block > 0
        && reading.quoted_in[block - 1] == reading.quoted_in[block]
        && runs(reading.blocks[block - 1].kind)
        && runs(reading.blocks[block].kind)
}

const KINDS: usize = 9;

fn kind(open: char) -> usize {
    match open {
        '"' => 0,
        '“' | '‟' => 1,
        '„' => 2,
        '”' => 3,
        '«' => 4,
        '»' => 5,
        '‹' => 6,
        '›' => 7,
        _ => 8,
    }
}

/// Whether `close` ends what `open` began.
fn fits(open: char, close: char) -> bool {
    match open {
        '"' => close == '"',
        '“' => matches!(close, '”' | '“'),
        '„' => matches!(close, '“' | '”' | '‟'),
        '”' | '‟' => close == '”',
        '«' => close == '»',
        '»' => matches!(close, '«' | '»'),
        '‹' => close == '›',
        '›' => matches!(close, '‹' | '›'),
        '「' => close == '」',
        '『' => close == '』',
        _ => false,
    }
}

/// The kinds of marks that `close` may end.
fn ended_by(close: char) -> &'static [usize] {
    match close {
        '"' => &[0],
        '”' => &[1, 2, 3],
        '“' => &[1, 2],
        '‟' => &[2],
        '»' => &[4, 5],
        '«' => &[5],
        '›' => &[6, 7],
        '‹' => &[7],
        _ => &[8],
    }
}

struct Pairing<'a> {
    marks: &'a [Mark],
    open: Vec<Open>,
    /// How many marks of each kind are open.
    counts: [usize; KINDS],
    /// The opening mark of the last pair of each kind.
    closed: [Option<usize>; KINDS],
    pairs: Vec<Pair>,
    roles: Vec<Role>,
}

impl<'a> Pairing<'a> {
    fn new(marks: &'a [Mark]) -> Self {
        Pairing {
            marks,
            open: Vec::new(),
            counts: [0; KINDS],
            closed: [None; KINDS],
            pairs: Vec::new(),
            roles: vec![Role::Nothing; marks.len()],
        }
    }

    fn mark(&mut self, number: usize, mark: Mark) {
        let ends = ended_by(mark.char).iter().any(|&kind| self.counts[kind] > 0);
        match (mark.char, mark.side) {
            ('"', Side::Closes) if self.is_measure(number) => {}
            ('"', Side::Opens) => self.open(number, mark),
            ('"', Side::Either) if !ends => self.open(number, mark),
            ('"', _) => self.close(number, mark, ends),
            // These open in one language and close in another.
            ('“' | '«' | '‹', Side::Closes) if ends => self.close(number, mark, ends),
            ('«' | '‹', Side::Either) if ends => self.close(number, mark, ends),
            ('“', Side::Either) if self.counts[kind('„')] > 0 => self.close(number, mark, ends),
            ('«', _) if self.goes_on_in_line(number, mark) => self.reopen(number, mark),
            ('“' | '«' | '‹', _) => self.open(number, mark),
            ('”' | '»' | '›', Side::Opens) => self.open(number, mark),
            ('”' | '»' | '›', _) => self.close(number, mark, ends),
            ('„' | '‟' | '「' | '『', _) => self.open(number, mark),
            _ => self.close(number, mark, ends),
        }
    }

    fn open(&mut self, number: usize, mark: Mark) {
        self.counts[kind(mark.char)] += 1;
        self.open.push(Open { mark: number, char: mark.char, parts: Vec::new(), from: mark.end() });
    }

    /// Whether a guillemet at the beginning of a line only goes on with the one that is open, as French does it line by line: no
    /// marks close both.
    fn goes_on_in_line(&self, number: usize, mark: Mark) -> bool {
        if !mark.begins_line || self.open.last().is_none_or(|open| open.char != '«') {
            return false;
        }
        let rest = self.marks[number + 1..].iter().take(AHEAD).take_while(|next| next.block == mark.block);
        let (mut opens, mut closes) = (self.counts[kind('«')], 0);
        for next in rest {
            match next.char {
                '«' if !next.begins_line => opens += 1,
                '»' => closes += 1,
                _ => {}
            }
        }
        closes <= opens
    }

    /// Goes on with the innermost open mark behind `mark`.
    fn reopen(&mut self, number: usize, mark: Mark) {
        let Some(open) = self.open.last_mut() else { return };
        open.parts.push((mark.block, Span::new(open.from, mark.at)));
        open.from = mark.end();
        self.roles[number] = Role::Reopens(open.mark);
    }

    /// Closes the innermost open mark that `mark` fits; those opened inside it stay without a partner.
    fn close(&mut self, number: usize, mark: Mark, ends: bool) {
        if !ends {
            return;
        }
        while let Some(mut open) = self.open.pop() {
            self.counts[kind(open.char)] -= 1;
            if fits(open.char, mark.char) {
                open.parts.push((mark.block, Span::new(open.from, mark.at)));
                self.closed[kind(open.char)] = Some(open.mark);
                self.roles[open.mark] = Role::Opens;
                self.roles[number] = Role::Closes(open.mark);
                self.pairs.push(Pair { open: open.mark, close: number, parts: open.parts });
                return;
            }
        }
    }

    /// Whether a doubtful `"` is a sign of inches: a better one follows before the next opening one.
    fn is_measure(&self, number: usize) -> bool {
        let mark = self.marks[number];
        mark.doubt == Doubt::Strong
            && self.marks[number + 1..]
                .iter()
                .take(AHEAD)
                .take_while(|next| next.block == mark.block)
                .find(|next| next.char == '"')
                .is_some_and(|next| next.side == Side::Closes)
    }

    /// Goes on from `block` to the block of the mark `number`, its first one. Open marks stay behind, except one which
    /// that mark opens again.
    fn next_block(&mut self, reading: &Reading, block: usize, number: usize) {
        let (marks, mark) = (self.marks, self.marks[number]);
        let is_left_out = |block: usize| is_ellipsis(&reading.blocks[block].prose.text);
        let carried = (mark.head
            && (block + 1..mark.block).all(is_left_out)
            && (block + 1..=mark.block).all(|block| runs_on(reading, block)))
        .then(|| self.open.iter().rposition(|open| again(open.char, mark) && self.is_whole(open)))
        .flatten();
        let mut carried = carried.map(|i| self.open.swap_remove(i));
        self.open.clear();
        self.counts = [0; KINDS];
        if let Some(mut open) = carried.take() {
            open.parts.push((block, Span::new(open.from, reading.blocks[block].prose.text.trim_end().len())));
            let skipped =
                (block + 1..mark.block).map(|block| (block, Span::new(0, reading.blocks[block].prose.text.len())));
            open.parts.extend(skipped);
            open.from = marks[number].end();
            self.roles[number] = Role::Reopens(open.mark);
            self.counts[kind(open.char)] = 1;
            self.open.push(open);
        }
    }

    /// Whether what `open` began holds no quotation of its own kind: one who forgot a closing mark goes on quoting, one
    /// who quotes at length does not.
    fn is_whole(&self, open: &Open) -> bool {
        self.closed[kind(open.char)].is_none_or(|closed| closed < open.mark)
    }
}

/// Whether a paragraph only says that others were left out.
fn is_ellipsis(prose: &str) -> bool {
    let is_sign = |c: char| c.is_whitespace() || matches!(c, '.' | '…' | '[' | ']' | '(' | ')');
    prose.contains(['.', '…']) && prose.chars().all(is_sign)
}

/// Whether `mark`, the first of a paragraph, goes on with a quotation that `open` began.
fn again(open: char, mark: Mark) -> bool {
    mark.char == open && mark.side != Side::Closes || matches!((open, mark.char), ('«', '»'))
}
