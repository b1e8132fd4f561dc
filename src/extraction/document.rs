//! Reads the blocks of a document, one after the other, and collects the candidates that they have.

use super::blocks::*;
use super::candidates::Collector;
use super::clauses::{asks_what_it_is, is_occasion, opens_sentence};
use super::definitions;
use super::emphasis::emphasised;
use super::glossary::{is_body_of, is_entry};
use super::heads::{Head, head_of, quoted_line};
use super::language::is_english;
use super::lexicon::Class;
use super::pattern::Pattern;
use super::phrases::{Chain, LONGEST, Link, chains, is_one_word, parts};
use super::roles::{Role, roles};
use super::shape::*;
use super::signals::{Signal, Signals};
use super::tokens::{Case, Gap, Known, Token};
use super::wording::{AS, FOLLOWS, OR, THE};
use super::{capitals, cues, terms, topics};
use crate::markup::Block;
use crate::text::Span;
use rustc_hash::FxHashSet;
use std::ops::Range;

/// Runs that one name may be joined of, and of these so many that no comma joins.
const MOST_RUNS: usize = 8;
const MOST_JOINED: usize = 4;
/// Signals that a joined name has of what joins it.
const OF_LINKS: Signals =
    Signals::of(Signal::Coordinated).with(Signal::Series).with(Signal::Compound).with(Signal::Prepositional);

/// Reads one document.
#[derive(Default)]
pub(super) struct Reader {
    pub collector: Collector,
    /// Whether the document is English, as far as that is known.
    in_english: bool,
    pub known: Known,
    tokens: Vec<Token>,
    roles: Vec<Role>,
    /// The names between marks that the sentences of the block give a meaning to.
    pub heads: Vec<Head>,
    /// The heading that the next paragraph stands below: its block and its tokens.
    pub heading: Option<(usize, Vec<Token>)>,
    /// The heading that the paragraphs stand below, as long as none of them said what it is.
    pub topic: Option<(usize, Vec<Token>)>,
    /// The sentences of the block, if they were needed.
    pub sentences: Option<Vec<Span>>,
    /// Where the list ends, in bytes of the document, that the block leads to.
    pub items: Option<usize>,
    /// What markup sets off in the block.
    pub emphasised: Vec<Range<usize>>,
    /// Whether the block leads by a colon to what is no list.
    pub is_led_away: bool,
    /// The headings that the document has again and again.
    pub recurring: Option<FxHashSet<String>>,
    /// Whether the block is an entry of a glossary.
    is_entry: bool,
}

impl Reader {
    /// Nothing read yet.
    pub fn new(in_english: bool, known: Known) -> Self {
        Reader { in_english, known, ..Reader::default() }
    }

    /// Reads the block numbered so.
    pub fn block(&mut self, blocks: &[Block], number: usize) {
        let block = &blocks[number];
        let mut words = std::mem::take(&mut self.tokens);
        words.clear();
        self.known.tokens(&block.prose.text, &mut words);
        if words.is_empty() || !is_english(&words).unwrap_or(self.in_english) || !self.in_english {
            self.tokens = words;
            return;
        }
        self.sentences = None;
        self.items = items_behind(blocks, number);
        self.is_led_away = self.items.is_none() && block.prose.text.trim_end().ends_with(':');
        self.is_entry = is_entry(blocks, number);
        let is_body = self.heading.as_ref().is_some_and(|(head, _)| is_body_of(&blocks[*head], block, &words));
        let is_heading = !self.is_entry && !is_body && is_heading(block, &words);
        if is_heading {
            words.drain(..without_number(block, &words).start);
        }
        emphasised(block, &words, &mut self.emphasised);
        let mut roles_here = std::mem::take(&mut self.roles);
        roles(&words, &mut roles_here);
        self.heads.clear();
        cues::quoted(&words, &roles_here, |range| {
            self.heads.extend(head_of(&words, &range, self.items.is_some()));
        });
        self.chains(block, &words, &roles_here, is_heading);
        cues::quoted(&words, &roles_here, |range| self.quoted(block, &words, range));
        if let Some(name) = quoted_line(block, &words) {
            self.define(block, &words, name, Pattern::Termed);
        }
        self.deeds(block, &words, &roles_here);
        let capitals = words.iter().filter(|token| token.case != Case::Lower).count();
        let is_sentence = block.prose.text.trim_end().ends_with('.');
        if !is_heading && (2 * capitals < words.len() || (is_sentence && 3 * capitals < 2 * words.len())) {
            capitals::names(&words, |name| {
                self.collector.mark(
                    block,
                    &words[name.tokens.clone()],
                    shape(&words, &name.tokens).union(name.signals),
                );
                if name.signals.has(Signal::Event) && is_occasion(&words, &name.tokens) {
                    self.define(block, &words, name.tokens.clone(), Pattern::Statement);
                }
                if name.is_introduced {
                    self.define(block, &words, name.tokens.clone(), Pattern::Apposition);
                }
                if name.tokens.len() > 1 {
                    self.abbreviated(block, &words, name.tokens.clone());
                    self.told(block, &words, name.tokens);
                }
            });
        }
        if is_heading {
            self.headed(block, number, &words);
        } else {
            self.run_in(block, &words);
            self.below_heading(blocks, block, &words);
        }
        self.tokens = words;
        self.roles = roles_here;
    }

    /// Everything that is said of the phrases of a block.
    fn chains(&mut self, block: &Block, words: &[Token], roles: &[Role], is_heading: bool) {
        let mut sentence = 0;
        let mut at = 0;
        let mut list: Option<usize> = None;
        let mut spelt: Option<usize> = None;
        // Where the last thing ends that a sentence says something of.
        let mut carried: Option<usize> = None;
        // What a sentence brought up, which the next one may call `it`.
        let mut brought_up: Option<(usize, Range<usize>)> = None;
        chains(words, roles, |chain| {
            let whole = chain.whole();
            for i in at..=whole.start {
                if words[i].gap.ends() {
                    list = None;
                }
                if begins_clause(&words[i]) {
                    sentence = i;
                }
                if words[i].gap.ends()
                    && let Some((_, name)) = brought_up.take_if(|(end, _)| i >= *end)
                    && let Some(pattern) = topics::speaks_of_it(words, i)
                {
                    self.define_until(block, words, name, i, pattern);
                }
                if introduces_list(words, i) {
                    list = Some(i + 1);
                }
            }
            let listed = list.is_some_and(|end| is_next_of_list(words, end, whole.start));
            list = if listed { Some(whole.end) } else { list.filter(|&end| end > whole.start) };
            at = whole.start + 1;
            self.chain(block, words, chain, is_heading, listed);
            if is_heading {
                return;
            }
            // `… the following rules:`, and a list below.
            let rest = &words[whole.end..];
            // `The rules are:`
            let behind = usize::from(rest.first().is_some_and(|verb| verb.class == Class::Be));
            let leads = match &rest[behind..] {
                [] => true,
                [a, b] => a.word == *AS && b.word == *FOLLOWS,
                _ => false,
            };
            if self.items.is_some() && leads {
                self.define(block, words, whole.clone(), Pattern::Colon);
                self.define(block, words, chain.runs[chain.runs.len() - 1].clone(), Pattern::Colon);
            }
            if spelt == Some(sentence) {
                for run in &chain.runs {
                    self.define(block, words, run.clone(), Pattern::Part);
                }
                self.define(block, words, whole.clone(), Pattern::Part);
            }
            // `customs such as the toll, the watch and the feast`
            if listed && words[..whole.start].iter().rev().take(LONGEST_OPENING).any(|word| word.is_such) {
                let items = std::iter::once(whole.clone()).chain(chain.runs.iter().cloned());
                items.for_each(|item| self.define(block, words, item, Pattern::Part));
            }
            // `keep the Bank, the Mint and the Treasury`
            if carried.is_some_and(|end| is_next_of_list(words, end, whole.start)) {
                self.define(block, words, whole.clone(), Pattern::Statement);
                carried = Some(whole.end);
            }
            // `Demurrage: the penalty for …`
            let is_named = self.is_entry && whole.start == 0;
            if is_named
                && words.get(whole.end).is_some_and(|gloss| gloss.gap.has(Gap::COLON) || gloss.gap.has(Gap::DASH))
            {
                self.define(block, words, whole.clone(), Pattern::Termed);
            }
            terms::termed(words, chain, sentence, |name| {
                // `the term demurrage`
                if name.start > whole.start {
                    self.collector.add(block, &words[name.clone()], shape(words, &name), true);
                }
                self.define(block, words, name, Pattern::Termed);
            });
            let is_asked = asks_what_it_is(words, whole.start, sentence);
            if is_asked {
                brought_up = Some((whole.end, whole.clone()));
            }
            definitions::defined(words, chain, sentence, |found| {
                chain.items(found.runs.clone(), |item| self.define(block, words, item, Pattern::Part));
                let runs = chain.tokens(found.runs);
                if found.pattern.speaks() || found.pattern == Pattern::Introduced {
                    carried = Some(whole.end);
                }
                if matches!(found.pattern, Pattern::Namely | Pattern::Includes | Pattern::Colon) {
                    spelt = Some(sentence);
                }
                let is_subject =
                    || brought_up.is_none() && runs == whole && opens_sentence(words, whole.start, sentence);
                if found.pattern == Pattern::Introduced || is_subject() {
                    brought_up = Some((runs.end, runs.clone()));
                }
                // `a guard to keep the gates`
                let led_to = (0..chain.links.len()).find(|&link| chain.links[link] == Link::With);
                if let Some(core) =
                    led_to.map(|link| runs.start..chain.runs[link].end).filter(|core| core.start < core.end)
                {
                    self.define(block, words, core, found.pattern);
                }
                self.define(block, words, runs, found.pattern);
            });
        });
    }

    fn chain(&mut self, block: &Block, words: &[Token], chain: &Chain, is_heading: bool, listed: bool) {
        let count = chain.runs.len();
        let advocated = is_advocated(words, chain.runs[0].start);
        let around = Signals::NONE.with_if(Signal::Listed, listed);
        for (number, run) in chain.runs.iter().enumerate() {
            let cued = number > 0 && chain.links[number - 1] == Link::Of && is_cue(words, &chain.runs[number - 1]);
            let signals = around.with_if(Signal::Cued, cued).union(shape(words, run));
            let signals = signals.with_if(Signal::Advocated, advocated && number == 0);
            // `A` of `A of B` is cut short, unless it counts what B is.
            let goes_on = match chain.links.get(number) {
                Some(Link::Of) => !signals.has(Signal::Numbered),
                Some(Link::With) => words[run.end - 1].class == Class::Cue,
                _ => false,
            };
            let is_free = !goes_on && (count == 1 || !is_heading);
            if run.len() > 1 || (is_noun(&words[run.start]) && !words[run.start].calendar) {
                self.collector.add(block, &words[run.clone()], signals, is_free);
            }
            let rest = behind_praise(words, run);
            if let Some(rest) = &rest {
                let signals = shape(words, rest).union(around);
                self.collector.add(block, &words[rest.clone()], signals, is_free);
            }
            parts(words, run, |part| {
                if rest.as_ref() == Some(&part) {
                    return;
                }
                let signals = shape(words, &part);
                let is_bare = part.len() == 1 && words[part.start].case == Case::Lower && !signals.has(Signal::Idea);
                if !is_bare && is_noun(&words[part.end - 1]) && words[part.start].class != Class::Number {
                    self.collector.add(block, &words[part], signals, false);
                }
            });
            self.abbreviated(block, words, run.clone());
        }
        for first in 0..count {
            for end in first + 2..=count.min(first + MOST_RUNS) {
                let range = chain.tokens(first..end);
                if range.len() > LONGEST {
                    break;
                }
                let links = &chain.links[first..end - 1];
                let commas = links.iter().filter(|&&link| link == Link::Comma).count();
                let is_item = chain.is_item(first..end);
                if (chain.splits_series(first..end) && !is_item) || end - first - commas > MOST_JOINED {
                    continue;
                }
                let cued = first > 0 && chain.links[first - 1] == Link::Of && is_cue(words, &chain.runs[first - 1]);
                let signals = shape(words, &range)
                    .with_if(Signal::Coordinated, links.contains(&Link::And))
                    .with_if(Signal::Series, commas > 0)
                    .with_if(Signal::Compound, links.contains(&Link::Of))
                    .with_if(Signal::Prepositional, links.contains(&Link::With))
                    .with_if(Signal::Cued, cued)
                    .with_if(Signal::Advocated, advocated && first == 0)
                    .with_if(Signal::Listed, listed && first == 0 && end == count);
                // `A of B` stands by itself; `B and C` of `A of B and C` stands in it.
                let is_cut = chain.links.get(end - 1) == Some(&Link::Of);
                // `members of the board of trustees`
                let start = chain.runs[first].start;
                let begins =
                    first == 0 || (chain.links[first - 1] == Link::Of && words[start - 1].class == Class::Determiner);
                let ends = end == count || links.iter().all(|&link| link == Link::Of);
                let is_free = is_item || (begins && !is_cut && ends);
                let capital = |run: &Range<usize>| words[run.start].case != Case::Lower && !words[run.start].gap.ends();
                // `the Salt Safety and Health Act`
                let kind = |run: usize| capitals::kind_of(&words[chain.runs[run].end - 1]);
                let is_one_kind = links == [Link::And] && kind(end - 1).is_some() && kind(first).is_none();
                let is_led = words[range.start].gap.joins() && range.start > 0 && words[range.start - 1].word == *THE;
                // `a TGS or a BTS`, `TGS and BTS`
                let is_or = words[chain.runs[first].end].word == *OR;
                let are_short = chain.runs[first..end].iter().all(|run| run.len() == 1 && words[run.start].abbreviates);
                let are_two_names = links == [Link::And]
                    && !(is_one_kind && is_led)
                    && is_noun(&words[chain.runs[first].end - 1])
                    && chain.runs[first..end].iter().all(capital)
                    && (is_or || are_short || chain.runs[first..end].iter().any(|run| !is_one_word(words, run)));
                if !is_noun(&words[range.end - 1]) || are_two_names || self.runs_over(words, &range) {
                    continue;
                }
                self.collector.add(block, &words[range.clone()], signals, is_free);
                // `promoting freedom of the seas`
                let praise = end_of_praise(words, &chain.runs[first]);
                if first == 0 && praise > chain.runs[0].start && praise < chain.runs[0].end {
                    let rest = praise..range.end;
                    let kept = Signals(signals.0 & OF_LINKS.0).union(shape(words, &rest));
                    self.collector.add(block, &words[rest], kept, is_free);
                }
                if end == count {
                    self.abbreviated(block, words, range);
                }
            }
        }
    }

    /// What an abbreviation behind a phrase says of both.
    fn abbreviated(&mut self, block: &Block, words: &[Token], range: Range<usize>) {
        let Some(short) = cues::abbreviation(&block.prose.text, words, range.end) else { return };
        let letters = words[short].span.len();
        if !(2..=letters + 3).contains(&range.len()) && letters < range.len() {
            return;
        }
        let initials = block.prose.text[words[range.start].span.start..].chars().next().map(|c| c.to_ascii_uppercase());
        let first = block.prose.text[words[short].span.start..].chars().next();
        if initials == first {
            let signals = shape(words, &range).with(Signal::Abbreviated);
            self.collector.shorten(block, &words[range.clone()], signals, words[short].span);
            self.define(block, words, range, Pattern::Part);
        }
    }
}
