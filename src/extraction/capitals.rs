//! Names that are written in capitals: persons, organisations, events, documents.

use super::blocks::is_next_of_list;
use super::lexicon::Class;
use super::persons::{Person, is_full_name, person};
use super::signals::{Signal, Signals};
use super::tokens::{Case, Ending, Token};
use crate::text::{key, stem};
use rustc_hash::FxHashMap;
use std::ops::Range;
use std::sync::LazyLock;

const ORGANISATIONS: &str = "committee council commission ministry department party union organization organisation \
    association agency bank force university institute bureau office court parliament assembly senate house army corps \
    secretariat politburo board authority corporation company fund foundation federation league alliance forces \
    service academy church club society delegation group nations cabinet staff procuratorate working press";
const EVENTS: &str = "war conference congress session meeting summit revolution movement crisis forum olympics games \
    depression reformation plenum election treaty festival campaign uprising massacre battle";
const DOCUMENTS: &str = "constitution charter declaration report act law treaty convention communique communiqué \
    statement agreement protocol resolution bill code paper manifesto pact accord accords amendment directive \
    regulation covenant doctrine memorandum rfc specification standard license licence contract";

static KINDS: LazyLock<FxHashMap<u64, Signal>> = LazyLock::new(|| {
    let lists = [(ORGANISATIONS, Signal::Organisation), (EVENTS, Signal::Event), (DOCUMENTS, Signal::Document)];
    let words = lists.iter().flat_map(|(words, kind)| words.split_whitespace().map(move |word| (key(word), *kind)));
    words.collect()
});

static KIND_STEMS: LazyLock<rustc_hash::FxHashSet<u64>> = LazyLock::new(|| {
    let words = [ORGANISATIONS, EVENTS, DOCUMENTS].map(str::split_whitespace).into_iter().flatten();
    words.map(|word| key(stem(word))).collect()
});

/// What may stand between an organisation's or a document's kind and what it is about.
static LEADS: LazyLock<rustc_hash::FxHashSet<u64>> =
    LazyLock::new(|| ["on", "with", "against", "between", "to"].map(key).into_iter().collect());
/// Auxiliary verbs that are names as well.
static MAY: LazyLock<u64> = LazyLock::new(|| key("may"));
static WILL: LazyLock<u64> = LazyLock::new(|| key("will"));
/// Digits of a year.
const YEAR: usize = 4;

/// A name in capitals.
pub(super) struct Name {
    pub tokens: Range<usize>,
    pub signals: Signals,
    /// Whether the words before it say what office the person of this name holds.
    pub is_introduced: bool,
}

/// The names in capitals of a block, in order. None where most words have one, as in a title.
pub(super) fn names(tokens: &[Token], mut each: impl FnMut(Name)) {
    let mut at = 0;
    // Where the last person ends who was introduced by an office.
    let mut introduced = None;
    while at < tokens.len() {
        let Some(range) = run(tokens, at) else {
            at += 1;
            continue;
        };
        at = range.end;
        if introduced.is_some_and(|end| is_next_of_list(tokens, end, range.start)) && is_full_name(tokens, &range) {
            let signals = Signals::of(Signal::Capitalised).with(Signal::Person);
            introduced = Some(range.end);
            each(Name { tokens: range, signals, is_introduced: true });
            continue;
        }
        let end = range.end;
        name(tokens, range, &mut |name| {
            if name.is_introduced {
                introduced = Some(end);
            }
            each(name);
        });
    }
}

fn is_capital(token: &Token) -> bool {
    token.case != Case::Lower
}

/// What a name is that ends in this word: an organisation, an event, a document.
pub(super) fn kind_of(token: &Token) -> Option<Signal> {
    KINDS.get(&token.word).copied()
}

/// Whether a word is such a kind, or several of it: `Resolutions`.
pub(super) fn is_kind(token: &Token) -> bool {
    KINDS.contains_key(&token.word) || KIND_STEMS.contains(&token.stem)
}

/// A run of words with capitals, with the small words between them.
fn run(tokens: &[Token], start: usize) -> Option<Range<usize>> {
    let first = &tokens[start];
    let is_name = |token: &Token| {
        is_capital(token)
            && !matches!(token.class, Class::Determiner | Class::Subject | Class::Be | Class::Stop | Class::Of)
            && (token.class != Class::Adverb || token.ordinal)
    };
    // `The Licence Must …`
    let is_name =
        |token: &Token| is_name(token) && (token.class != Class::Auxiliary || [*MAY, *WILL].contains(&token.word));
    let is_name = |token: &Token| is_name(token) && (token.class != Class::Preposition || token.case == Case::Upper);
    if !is_name(first) {
        return None;
    }
    let mut end = start + 1;
    loop {
        // `Bank for International Settlements`, `Order of the Golden Fleece`
        let small = tokens[end..].iter().take(3);
        let small = small.take_while(|t| t.gap.joins() && !is_capital(t) && is_small(t.class)).count();
        // `Session of the 8th Congress`
        let is_ordinal =
            small > 0 && tokens.get(end + small).is_some_and(|t| t.gap.joins() && t.ordinal && !is_capital(t));
        let next = end + small + usize::from(is_ordinal);
        // `Ministry of War and Trade` is one name, `Hill Street and the Second Bank` are two.
        let and = (end..next).find(|&i| tokens[i].class == Class::And);
        let has_of = tokens[start..end].iter().any(|token| token.class == Class::Of);
        let single =
            end == start + 1 && tokens.get(next + 1).is_none_or(|token| !token.gap.joins() || !is_capital(token));
        // `Industrial and Commercial Bank`
        let describes = tokens[end - 1].ending == Ending::Adjective && tokens[end - 1].class == Class::Content;
        if and.is_some() && (small > 1 || !(has_of || single || describes)) {
            break;
        }
        // `Trade Act of 1974`
        let year = |at: usize| tokens[at].class == Class::Number && tokens[at].span.len() == YEAR;
        if small == 1 && tokens[end].class == Class::Of && tokens.get(next).is_some_and(|t| t.gap.joins()) && year(next)
        {
            end = next + 1;
            break;
        }
        // `Committee on Labor`
        let leads = tokens.get(end).is_some_and(|t| t.gap.joins() && LEADS.contains(&t.word));
        let is_led_to = tokens.get(end + 1).is_some_and(|t| t.gap.joins() && is_name(t));
        if leads && is_led_to && kind_of(&tokens[end - 1]).is_some() {
            end += 2;
            continue;
        }
        let joined = tokens.get(next).is_some_and(|token| token.gap.joins() && is_name(token));
        if !joined
            || small > 2
            || (small > 0 && tokens[end - 1].possessive)
            || next + 1 - start > super::phrases::LONGEST
        {
            break;
        }
        end = next + 1;
    }
    Some(start..end)
}

fn is_small(class: Class) -> bool {
    matches!(class, Class::Of | Class::And | Class::Determiner)
}

fn name(tokens: &[Token], mut range: Range<usize>, each: &mut dyn FnMut(Name)) {
    if tokens[range.start].gap.ends() {
        // A word that begins a sentence tells nothing by its capital, unless another follows.
        if range.len() == 1 && tokens[range.start].case != Case::Upper {
            return;
        }
        if tokens[range.start + 1..].first().is_some_and(|next| !is_capital(next))
            && tokens[range.start].case != Case::Upper
        {
            return;
        }
        if matches!(tokens[range.start].class, Class::Verb | Class::Quantifier | Class::Auxiliary) {
            range.start += 1;
        }
    }
    if range.is_empty() || (range.len() == 1 && (tokens[range.start].calendar || tokens[range.start].roman)) {
        return;
    }
    // `12th Congress`
    if range.len() > 1 && range.start > 0 && tokens[range.start - 1].ordinal && tokens[range.start].gap.joins() {
        range.start -= 1;
    }
    let head = &tokens[range.end - 1];
    let mut signals =
        Signals::of(Signal::Capitalised).with_if(Signal::Abbreviated, range.len() == 1 && head.case == Case::Upper);
    let of = range.clone().find(|&i| tokens[i].class == Class::Of);
    let core = of.map_or(head, |of| &tokens[of.max(range.start + 1) - 1]);
    if core.class == Class::Rank || head.class == Class::Rank {
        signals = signals.with(Signal::WeakHead);
    } else if range.len() > 1
        && let Some(kind) = kind_of(core)
    {
        signals = signals.with(kind);
    }
    if let Some(Person { start, is_introduced }) = person(tokens, &range) {
        let signals = Signals::of(Signal::Capitalised).with(Signal::Person);
        each(Name { tokens: start..range.end, signals, is_introduced });
        if is_introduced {
            // The office is none of the name of what it is held in.
            let of = range.clone().find(|&i| tokens[i].class == Class::Of && tokens[i - 1].class == Class::Rank);
            let own = (of.map_or(range.start, |of| of + 1)..start).find(|&i| tokens[i].class != Class::Determiner);
            return own.into_iter().for_each(|own| name(tokens, own..start, each));
        }
    } else {
        each(Name { tokens: range.clone(), signals, is_introduced: false });
    }
    // `A of the B`: both are names as well.
    if let Some(of) = of {
        let kind = |range: &Range<usize>| kind_of(&tokens[range.end - 1]).filter(|_| range.len() > 1);
        let before = range.start..of;
        let behind = of + 1..range.end;
        for part in [before, behind] {
            if part.len() > 1 {
                let signals = Signals::of(Signal::Capitalised).with(Signal::Inner);
                let signals = kind(&part).map_or(signals, |kind| signals.with(kind));
                each(Name { tokens: part, signals, is_introduced: false });
            }
        }
    }
}
