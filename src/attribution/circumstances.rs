//! When and on what occasion: dates and events in the clause that says whose the words are.

use super::Named;
use super::cues::Cue;
use super::lexicon::Classes;
use super::phrases::Reader;
use super::tokens::Kind;
use std::ops::Range;

/// The date and the occasion of something said.
#[derive(Clone, Debug, Default)]
pub(super) struct Circumstances {
    pub date: Option<Named>,
    pub occasion: Option<Named>,
}

impl Circumstances {
    /// These and, where they say nothing, others.
    pub fn or(self, other: Circumstances) -> Circumstances {
        Circumstances { date: self.date.or(other.date), occasion: self.occasion.or(other.occasion) }
    }
}

/// Nouns that make an event before them say which one they are: `on the campaign trail`, `in the conference room`.
const PLACES: &[&str] = &[
    "trail", "room", "rooms", "hall", "bus", "table", "season", "fund", "office", "manager", "centre", "center",
    "venue", "site",
];
/// Participles of what is done with a message that words stand in, which are no part of what it is.
const SHOWN: &[&str] = &["seen", "dated", "obtained", "reviewed", "leaked", "published", "released", "posted"];
/// Tokens before `in which` that say in what, at most.
const FARTHEST: usize = 40;
/// Words of an occasion, at most.
const LONGEST: usize = 24;

impl Reader<'_> {
    /// What the clause of a cue, and what directly follows the quotation at the token `quote`, say of when and where.
    pub fn circumstances(&self, cue: &Cue, sentence: &Range<usize>, quote: usize) -> Circumstances {
        let subject = &cue.subject.range;
        let before = self.clause_from(subject.start, sentence.start)..subject.start;
        // `As Ann Lee put it in 1955`
        let is_put = |verb: usize| self.is_word(verb, &["put", "puts"]) && self.is_word(verb + 1, &["it"]);
        let after = |verb: usize| if is_put(verb) { verb + 2 } else { verb + 1 };
        let behind = cue.verb.map_or(subject.end, |verb| after(verb).max(subject.end));
        let mut all = Circumstances::default();
        let mut zones = vec![before];
        if let Some(verb) = cue.verb.filter(|&verb| verb > subject.end) {
            // `the decision, passed on the ninth session, said`
            zones.push(subject.end..verb);
        }
        zones.push(behind..sentence.end);
        for (i, zone) in zones.iter().enumerate() {
            let zone = if i + 1 == zones.len() { self.complement(zone.clone(), cue) } else { zone.clone() };
            self.look(zone, &mut all);
        }
        // `put forward the idea of “…” at the summit`
        let next = quote + 1;
        if cue.verb.is_some_and(|verb| verb < quote)
            && (self.is(next, Classes::PREP) || self.is_time(next))
            && next < sentence.end
        {
            self.look(self.complement(next..sentence.end, cue), &mut all);
        }
        // `is quoted in 1976 as saying`: only `from` says when the words were said.
        let quoted =
            cue.verb.filter(|&verb| self.is(verb, Classes::SAYING) && self.is_word(verb.wrapping_sub(1), &["as"]));
        if quoted.is_some_and(|verb| !(sentence.start..verb).any(|i| self.is_word(i, &["from"]))) {
            all.date = None;
        }
        // `In 1999 the paper reprinted Ann Lee's words`
        if cue.verb.is_none() && self.is_handed_on(sentence.start..subject.start) {
            all = Circumstances::default();
        }
        all.date = all.date.or_else(|| self.citation_year(cue, sentence, quote)).or_else(|| self.year_of_document(cue));
        all.or(self.which_it_was_in(subject.start, sentence))
    }

    /// What a sentence that introduces its clause says of when and where.
    pub fn introduced(&self, sentence: &Range<usize>) -> Circumstances {
        let mut all = Circumstances::default();
        if self.is(sentence.start, Classes::PREP) || self.is_time(sentence.start) {
            // `In November, 1858, …`
            let is_end = |i: &usize| self.kind(*i) == Some(Kind::Comma) && !self.is_year(i + 1);
            let comma = sentence.clone().find(is_end).unwrap_or(sentence.start);
            self.look(sentence.start..comma, &mut all);
        }
        all
    }

    /// Where the clause of a subject begins: behind the last quotation or semicolon before it, or behind what leads from a verb
    /// of saying to it. Where nothing leads to it, what stands there says when somebody else spoke.
    fn clause_from(&self, subject: usize, from: usize) -> usize {
        let is_saying = |i: usize| self.is(i, Classes::SAYS) && self.is_verb(i);
        let splits = |i: usize| matches!(self.kind(i), Some(Kind::Quote(_) | Kind::Semicolon));
        let split = (from..subject).rev().find(|&i| splits(i) || is_saying(i));
        let start = split.map_or(from, |i| i + 1);
        if let Some(clause) = self.complement_from(subject, start) {
            return clause;
        }
        // `As Ann Lee wrote in 2011, Tom Berg said`, `In 2011, according to Ann Lee, Tom Berg said`
        let is_others = |verb: usize| {
            let before = self.before_verb(verb, from);
            before > from && (self.is_name_word(before - 1) || self.is(before - 1, Classes::ROLE.or(Classes::BODY)))
        };
        if split.is_some_and(|at| is_saying(at) && is_others(at))
            || (start..subject).any(|i| self.is_word(i, &["according"]))
        {
            return subject;
        }
        let is_apart = || (start..subject).any(|i| self.kind(i) == Some(Kind::Comma));
        if split.is_some_and(is_saying) && !is_apart() { subject } else { start }
    }

    /// The part of `zone`, behind a verb or its subject, that still says when and where, before what is said begins.
    fn complement(&self, zone: Range<usize>, cue: &Cue) -> Range<usize> {
        let mut at = zone.start;
        let tells = cue.verb.is_some_and(|verb| self.is(verb, Classes::TELLS));
        while at < zone.end {
            match self.kind(at) {
                Some(Kind::Word | Kind::Number) => {
                    if self.is(at, Classes::PREP)
                        || self.is_time(at)
                        || self.is(at, Classes::ADVERB.or(Classes::HEARER))
                        || self.kind(at - 1) == Some(Kind::Comma) && self.is_made_known(at)
                    {
                        at = self.skip_phrase(at, zone.end);
                    } else if tells && at == zone.start
                        || (self.kind(at - 1) == Some(Kind::Comma)
                            && self.is(at, Classes::DET)
                            && zone.start > cue.subject.range.start
                            && at <= zone.start + 1)
                    {
                        // Who was told, or what the subject is.
                        at = self.skip_phrase(at, zone.end);
                    } else {
                        break;
                    }
                }
                Some(Kind::Comma) => at += 1,
                _ => break,
            }
        }
        zone.start..at
    }

    /// The end of the run of words at `at` that no comma, quotation or clause interrupts.
    fn skip_phrase(&self, at: usize, end: usize) -> usize {
        let mut i = at + 1;
        while i < end && matches!(self.kind(i), Some(Kind::Word | Kind::Number)) {
            let clause = self.is(i, Classes::CONJ.or(Classes::AUX).or(Classes::PRONOUN).or(Classes::RELATIVE))
                && !self.is_name_word(i)
                && !self.is(i, Classes::PREP);
            let joint = self.is_word(i, &["and"]) && self.is_name_word(i + 1);
            if (clause && !joint) || self.is_verb(i) {
                break;
            }
            i += 1;
        }
        i
    }

    /// Finds the first date and the first event of the clause in a zone.
    fn look(&self, zone: Range<usize>, all: &mut Circumstances) {
        let mut at = zone.start;
        let mut skip_to = zone.start;
        while at < zone.end {
            // What a relative clause says is about somebody else.
            let is_relative = self.is_word(at, &["who", "whose", "which", "whom"])
                || self.is_word(at, &["that"]) && self.is(at + 1, Classes::AUX);
            if self.is(at, Classes::RELATIVE) && is_relative {
                at = (at..zone.end).find(|&i| self.kind(i) == Some(Kind::Comma)).map_or(zone.end, |comma| comma + 1);
                continue;
            }
            // `(1913–1994)`
            if self.is_year(at) && self.kind(at + 1) == Some(Kind::Dash) && self.is_year(at + 2) {
                at += 3;
                continue;
            }
            if all.date.is_none()
                && let Some(end) = self.date_end(at, zone.end)
            {
                if self.is_when(&(at..end), &zone) {
                    all.date = self.piece(&(at..end));
                }
                at = end;
                continue;
            }
            if all.occasion.is_none()
                && at >= skip_to
                && let Some(occasion) = self.occasion_at(at, &zone)
            {
                skip_to = occasion.end;
                all.occasion = self.piece(&occasion);
            }
            at += 1;
        }
    }

    /// Some words as the text has them.
    pub fn piece(&self, range: &Range<usize>) -> Option<Named> {
        let span = self.page_span(range)?;
        let tokens = self.tokens().get(range.clone())?;
        let (first, last) = (tokens.first()?, tokens.last()?);
        let text = &self.all.page.blocks[first.block].prose.text[first.span.start..last.span.end];
        Some(Named { text: text.split_whitespace().collect::<Vec<_>>().join(" "), span })
    }

    /// The occasion that begins at `at`: `at the summit in Bonn`, `in an interview`, `while meeting Ann Lee`.
    fn occasion_at(&self, at: usize, zone: &Range<usize>) -> Option<Range<usize>> {
        let gerund = self.is_word(at, &["while", "when"]) && self.is(at + 1, Classes::EVENT);
        let place = self.is_word(at, &["at", "in", "on", "during", "for", "by"]) || gerund;
        if !place || at + 1 >= zone.end {
            return None;
        }
        let start = at + 1;
        let mut end = start;
        let mut event = None;
        while end < zone.end && end - start < LONGEST {
            match self.kind(end)? {
                Kind::Word | Kind::Number => {}
                _ => break,
            }
            // `On March 14th`
            let is_month = self.is(end, Classes::MONTH) && self.date_end(end, zone.end).is_some();
            let noun = self.is(end, Classes::EVENT.or(Classes::MESSAGE))
                && !is_month
                && (self.tokens()[end].capital || !self.is_word(end.wrapping_sub(1), &["to"]));
            if event.is_none() && noun {
                event = Some(end);
            }
            let preposition = self.is(end, Classes::PREP) && !self.is_name_word(end);
            if preposition && event.is_none() && end > start && !self.is_word(end, &["of", "for"]) {
                return None;
            }
            // `On the wall hangs a letter`
            if event.is_none()
                && end > start
                && self.is_word(end, &["a", "an", "the"])
                && self.kind(end - 1) == Some(Kind::Word)
                && !self.is(end - 1, Classes::PREP.or(Classes::DET))
            {
                return None;
            }
            // `a letter to the council seen by reporters`
            if event.is_some() && self.is_word(end, SHOWN) {
                break;
            }
            // A date at the end is none of it.
            if event.is_some()
                && preposition
                && self
                    .date_end(end + 1, zone.end)
                    .is_some_and(|to| to >= zone.end || !self.is_word(to, &["for", "of", "on"]))
            {
                break;
            }
            if event.is_some()
                && end > start
                && self.date_end(end, zone.end).is_some()
                && !self.is(end - 1, Classes::PREP)
                && !self.is_year(end)
            {
                break;
            }
            let clause = Classes::PRONOUN.or(Classes::AUX).or(Classes::RELATIVE);
            if self.is(end, clause) && !self.is(end, Classes::DET) && !self.is_name_word(end)
                || (self.is_verb(end) && end > start && event != Some(end))
            {
                break;
            }
            end += 1;
        }
        let event = event.filter(|&event| event < end && !self.is_word(event + 1, PLACES))?;
        while end > event + 1
            && (self.is(end - 1, Classes::PREP.or(Classes::CONJ).or(Classes::DET)) && !self.is_name_word(end - 1))
        {
            end -= 1;
        }
        // `in the essay “A Title”` names a work, and `without attempt at preface` none.
        let is_work =
            self.is_word(start, &["the"]) && end == start + 2 && matches!(self.kind(end), Some(Kind::Quote(_)));
        let is_bare = end == start + 1 && self.is_word(at, &["at"]) && !self.is(start, Classes::EVENT);
        (!is_work && !is_bare).then_some(start..end)
    }

    /// Whether a name of several words begins at `at`, behind that of an event which says when: `At the Bandung Conference Ann Lee`.
    pub fn is_behind_event(&self, at: usize, from: usize) -> bool {
        let is_name = self.is_name_word(at) && self.is_name_word(at + 1);
        let Some(event) = at.checked_sub(1).filter(|&event| is_name && event > from && self.is(event, Classes::EVENT))
        else {
            return false;
        };
        let first = (from..event).rev().take(LONGEST).find(|&i| !self.is_name_word(i));
        let is_when = |the: usize| the > 0 && self.is_word(the - 1, &["at", "during", "in", "before", "after"]);
        first.is_some_and(|the| self.is_word(the, &["the"]) && is_when(the))
    }

    /// What stands before a relative clause with the subject at `subject` and says in what the words were: `in her address in
    /// Bonn on 3 May, in which she called it “…”`.
    fn which_it_was_in(&self, subject: usize, sentence: &Range<usize>) -> Circumstances {
        let mut all = Circumstances::default();
        let which = subject.checked_sub(2).filter(|&at| at > sentence.start);
        let is_in = |at: &usize| self.is_word(*at, &["in", "at", "during"]) && self.is_word(at + 1, &["which"]);
        if let Some(which) = which.filter(is_in) {
            let end = if self.kind(which - 1) == Some(Kind::Comma) { which - 1 } else { which };
            self.look(sentence.start.max(end.saturating_sub(FARTHEST))..end, &mut all);
        }
        all
    }

    /// The year that the name of a document ends with: `the Harbour Charter of 1952`.
    fn year_of_document(&self, cue: &Cue) -> Option<Named> {
        let range = &cue.subject.range;
        let behind = Some(range.end + 1).filter(|&year| self.is_word(year - 1, &["of", "from"]) && self.is_year(year));
        let inside = range.end.checked_sub(1).filter(|&year| range.len() > 2 && self.is_year(year));
        let year = behind.or(inside)?;
        let documents = Classes::WORK.or(Classes::BODY).or(Classes::MESSAGE);
        let is_document = self.is_word(year - 1, &["of", "from"]) && self.is(year - 2, documents);
        (is_document && !self.is_number_of_document(year)).then(|| self.piece(&(year..year + 1)))?
    }

    /// The year that stands in brackets behind the name, as in `Lee (1998) argues`, or behind the quotation: `(1998, 12)`,
    /// `(Lee 1998)`.
    fn citation_year(&self, cue: &Cue, sentence: &Range<usize>, quote: usize) -> Option<Named> {
        let name = &cue.subject.range;
        let after = |open: usize| {
            let is_year = self.kind(open) == Some(Kind::Open) && open + 1 < sentence.end && self.is_year(open + 1);
            // `(1913–1994)`
            let is_year = is_year && self.kind(open + 2) != Some(Kind::Dash);
            is_year.then(|| self.piece(&(open + 1..open + 2)))?
        };
        let cited = || {
            let citation = self.citation(quote + 1, sentence.end)?;
            (citation.subject.range == *name).then(|| self.piece(&citation.year))?
        };
        after(name.end).or_else(|| after(quote + 1)).or_else(cited)
    }
}
