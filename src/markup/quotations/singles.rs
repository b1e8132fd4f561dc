//! Pairing single marks, which may be apostrophes, inside what double marks have left.

use super::super::reading::Reading;
use super::classes::Side;
use super::doubles::{AHEAD, runs_on};
use super::marks::{Doubt, Mark};
use super::{Pair, Role};
use crate::text::Span;

/// Pairs the single marks of `marks`; `roles` says what became of the others.
pub(super) fn pair(reading: &Reading, marks: &[Mark], roles: &[Role]) -> Vec<Pair> {
    let mut pairing = Pairing {
        reading,
        marks,
        roles,
        open: Vec::new(),
        counts: [0; KINDS],
        closed: [None; KINDS],
        reopening: None,
        pairs: Vec::new(),
    };
    let mut block = 0;
    for (number, mark) in marks.iter().enumerate() {
        if mark.block != block {
            pairing.next_block(block, number);
            block = mark.block;
        }
        if pairing.reopening != Some(number) {
            pairing.mark(number);
        }
    }
    pairing.pairs
}

const KINDS: usize = 3;

fn kind(open: char) -> usize {
    match open {
        '\'' => 0,
        '‚' => 1,
        _ => 2,
    }
}

fn fits(open: char, close: char) -> bool {
    match open {
        '\'' => close == '\'',
        '‚' => matches!(close, '‘' | '’'),
        _ => close == '’',
    }
}

/// What is open at a place.
enum Open {
    /// A single mark.
    Single(Single),
    /// A pair of double marks, by its first mark, and how many single ones were open outside. Single marks do not pair
    /// across it.
    Double(usize, [usize; KINDS]),
}

struct Single {
    mark: usize,
    char: char,
    weak: bool,
    /// The parts in earlier blocks.
    parts: Vec<(usize, Span)>,
    /// Where the part in the present block begins, in the block's prose.
    from: usize,
}

struct Pairing<'a> {
    reading: &'a Reading,
    marks: &'a [Mark],
    roles: &'a [Role],
    open: Vec<Open>,
    /// How many single marks of each kind are open inside the innermost pair of double ones.
    counts: [usize; KINDS],
    /// The opening mark of the last pair of each kind.
    closed: [Option<usize>; KINDS],
    /// The mark that opens a further paragraph of what is open.
    reopening: Option<usize>,
    pairs: Vec<Pair>,
}

impl Pairing<'_> {
    fn mark(&mut self, number: usize) {
        let mark = self.marks[number];
        if !mark.is_single() {
            return self.double(number);
        }
        let ends = match mark.char {
            '\'' => self.counts[0] > 0,
            '‘' => self.counts[1] > 0,
            _ => self.counts[1] + self.counts[2] > 0,
        };
        match mark.side {
            Side::Opens => self.open(number, mark),
            Side::Closes | Side::Either if ends => self.close(number, mark),
            _ => {}
        }
    }

    /// Goes into a pair of double marks or out of it.
    fn double(&mut self, number: usize) {
        match self.roles[number] {
            Role::Opens => {
                self.open.push(Open::Double(number, std::mem::take(&mut self.counts)));
            }
            Role::Closes(first) => {
                self.counts = [0; KINDS];
                while let Some(open) = self.open.pop() {
                    if let Open::Double(mark, counts) = open
                        && mark == first
                    {
                        self.counts = counts;
                        break;
                    }
                }
            }
            Role::Nothing | Role::Reopens(_) => {}
        }
    }

    fn open(&mut self, number: usize, mark: Mark) {
        // What may be an apostrophe counts only where nothing else asks for a partner.
        if mark.doubt == Doubt::Strong && self.counts != [0; KINDS] {
            return;
        }
        self.counts[kind(mark.char)] += 1;
        let single = Single {
            mark: number,
            char: mark.char,
            weak: mark.doubt == Doubt::Strong,
            parts: Vec::new(),
            from: mark.end(),
        };
        self.open.push(Open::Single(single));
    }

    /// Closes the innermost open mark that `mark` fits, unless `mark` is rather an apostrophe.
    fn close(&mut self, number: usize, mark: Mark) {
        let innermost = self.open.iter().rev().take(AHEAD).find_map(|open| match open {
            Open::Single(single) if fits(single.char, mark.char) => Some((single.char, single.weak)),
            _ => None,
        });
        if let Some((char, weak)) = innermost
            && (weak && mark.doubt > Doubt::None || self.has_better(number, char))
        {
            return;
        }
        while let Some(Open::Single(mut single)) = self.open.pop() {
            self.counts[kind(single.char)] -= 1;
            if fits(single.char, mark.char) {
                single.parts.push((mark.block, Span::new(single.from, mark.at)));
                self.closed[kind(single.char)] = Some(single.mark);
                self.pairs.push(Pair { open: single.mark, close: number, parts: single.parts });
                return;
            }
        }
    }

    /// Whether a mark that is less likely an apostrophe closes what `open` began, behind the mark `number`, in the same block and the
    /// same pair of double marks.
    fn has_better(&self, number: usize, open: char) -> bool {
        let Mark { block, doubt, .. } = self.marks[number];
        if doubt == Doubt::None {
            return false;
        }
        let (mut inside, mut opened) = (0, 0);
        for (i, mark) in self.marks.iter().enumerate().skip(number + 1).take(AHEAD) {
            if mark.block != block {
                return false;
            }
            match self.roles[i] {
                Role::Opens => inside += 1,
                Role::Closes(_) if inside == 0 => return false,
                Role::Closes(_) => inside -= 1,
                _ if inside > 0 || !mark.is_single() || mark.doubt == Doubt::Strong => {}
                _ if mark.side == Side::Opens => opened += 1,
                _ if !fits(open, mark.char) => {}
                _ if opened > 0 => opened -= 1,
                _ if mark.doubt < doubt => return true,
                _ => {}
            }
        }
        false
    }

    /// Goes on from `block` to the block of the mark `number`, its first one. What was open stays behind, except for the
    /// pairs that run on and a single mark that is opened again.
    fn next_block(&mut self, block: usize, number: usize) {
        let next = self.marks[number].block;
        let (marks, roles) = (self.marks, self.roles);
        let open = std::mem::take(&mut self.open);
        self.counts = [0; KINDS];
        if next != block + 1 || !runs_on(self.reading, next) || open.is_empty() {
            return;
        }
        let heads = || (number..marks.len()).take_while(|&i| marks[i].block == next && marks[i].head);
        let single = heads().find(|&i| marks[i].is_single() && marks[i].side == Side::Opens);
        let kept = single.and_then(|head| {
            open.iter().rev().find_map(|open| match open {
                Open::Single(open) if open.char == marks[head].char && self.is_whole(open) => Some(open.mark),
                _ => None,
            })
        });
        for open in open {
            match open {
                Open::Double(first, _) if heads().any(|i| roles[i] == Role::Reopens(first)) => {
                    self.open.push(Open::Double(first, std::mem::take(&mut self.counts)));
                }
                Open::Single(mut single_open) if Some(single_open.mark) == kept => {
                    let end = self.reading.blocks[block].prose.text.trim_end().len();
                    single_open.parts.push((block, Span::new(single_open.from, end)));
                    single_open.from = single.map_or(0, |head| marks[head].end());
                    self.reopening = single;
                    self.counts[kind(single_open.char)] += 1;
                    self.open.push(Open::Single(single_open));
                }
                _ => {}
            }
        }
    }

    /// Whether what `open` began holds no quotation of its own kind so far.
    fn is_whole(&self, open: &Single) -> bool {
        !open.weak && self.closed[kind(open.char)].is_none_or(|closed| closed < open.mark)
    }
}
