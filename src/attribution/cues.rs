//! Cues: what in a sentence says whose the words between marks are. A cue is looked for behind a quotation, then before it.

use super::lexicon::Classes;
use super::phrases::{Head, Phrase, Reader};
use super::tokens::Kind;
use std::ops::Range;

/// What a cue says of the words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Manner {
    /// That they were said.
    Says,
    /// That something was called so.
    Calls,
    /// That an idea was put forward.
    Coins,
    /// That somebody quotes what said them, so that they may be anybody's: `according to a report quoted by Lee`.
    PassesOn,
}

/// A cue.
#[derive(Clone, Debug)]
pub(super) struct Cue {
    pub subject: Phrase,
    /// The verb; none of `according to` and the like.
    pub verb: Option<usize>,
    pub manner: Manner,
    /// Whether the cue touches the quotation, with nothing between them but a hearer, an occasion and punctuation.
    pub close: bool,
    /// Whether it can be nothing else.
    pub sure: bool,
    /// The tokens that it was read from.
    pub range: Range<usize>,
}

/// How far a cue may be from what it introduces, in tokens.
const FARTHEST: usize = 80;

impl Reader<'_> {
    /// The cue for the quotation at token `at` of the sentence `sentence`.
    pub fn cue(&self, at: usize, sentence: &Range<usize>, text: &str) -> Option<Cue> {
        self.cue_beside(at, sentence, text).map(|cue| self.weighed(cue, at, sentence))
    }

    fn cue_beside(&self, at: usize, sentence: &Range<usize>, text: &str) -> Option<Cue> {
        let next =
            (at + 1..sentence.end).find(|&i| matches!(self.kind(i), Some(Kind::Quote(_)))).unwrap_or(sentence.end);
        let behind = self.cue_behind(at, next, sentence, text);
        // `“A,” she said. / He answered: “B,” …`: a colon or a verb before the quotation counts more than a loose one behind it.
        match behind {
            Some(cue) if cue.sure => Some(cue),
            _ => self.cue_before(at, sentence).or(behind).or_else(|| self.cue_of_citation(at, sentence)),
        }
    }

    fn cue_behind(&self, at: usize, end: usize, sentence: &Range<usize>, text: &str) -> Option<Cue> {
        let mut i = at + 1;
        let mut closed = text.ends_with([',', '?', '!', '—', '-', '…']) || text.ends_with("...");
        if matches!(self.kind(i), Some(Kind::Comma | Kind::Dash)) && i < end {
            closed = true;
            i += 1;
        }
        let first =
            (sentence.start..at).all(|i| !matches!(self.kind(i), Some(Kind::Word)) || self.is(i, Classes::CONJ));
        if self.is_title_inside(at, sentence.start) {
            return None;
        }
        if i >= end || !(closed || first || self.is_word(i, &["according", "by"])) {
            return None;
        }
        // `“Come in,” Ann Lee called`: to call something so needs what is called.
        let is_cry = |cue: &Cue| {
            let behind = cue.verb.filter(|_| cue.manner == Manner::Calls && closed).map(|verb| verb + 1);
            behind.is_some_and(|i| {
                i >= end || self.kind(i) != Some(Kind::Word) || self.is(i, Classes::ADVERB.or(Classes::PREP))
            })
        };
        let sure = |cue: Cue| {
            let manner = if is_cry(&cue) { Manner::Says } else { cue.manner };
            Some(Cue { sure: closed || first, manner, ..cue })
        };
        if let Some(cue) = self.without_verb(i, end) {
            return sure(cue);
        }
        let mut start = i;
        while start < end
            && (self.is(start, Classes::ADVERB)
                || self.is_word(start, &["as", "is", "was", "are", "were", "how", "what"]))
            && !self.is_name_word(start)
        {
            start += 1;
        }
        let verb_here =
            |v: usize| self.is(v, Classes::SAYS.or(Classes::SOFT).or(Classes::COINS)) && !self.tokens()[v].capital;
        if verb_here(start) && !self.is(start, Classes::SAYING) {
            let told = self.is_word(start, &["told", "tells"]);
            if let Some(subject) = self.phrase_behind(start, end).filter(|_| !told && start - i <= 1) {
                return sure(self.cue_of(subject, start, i..end, true));
            }
        }
        if (self.is(start, Classes::SAYING)) && closed {
            return None;
        }
        // A headline: `“…”: Lee hits back`
        if first && self.kind(at + 1) == Some(Kind::Colon) && sentence.start == at {
            let subject = self.phrase_at(at + 2, end).filter(|phrase| matches!(phrase.head, Head::Name(_)))?;
            let range = at + 1..subject.range.end;
            return Some(Cue { subject, verb: None, manner: Manner::Says, close: true, sure: false, range });
        }
        let phrase = self.phrase_at(start, end)?;
        let limit = end.min(start + FARTHEST);
        let verb = (phrase.range.end..limit).find(|&v| {
            let plural = self.is(v, Classes::SAY) && v == phrase.range.end && self.plural_before(v, start);
            plural
                || self.is_verb(v) && !self.is_reduced_passive(v) && (closed || self.is(v, Classes::SAYS)) && {
                    let direct = self.before_verb(v, start) == phrase.range.end;
                    !self.is(v, Classes::SOFT) || direct || self.is(v, Classes::SAYS)
                }
        });
        if let Some((saying, heard)) = verb.and_then(|verb| self.quoted_as_saying(verb, end)) {
            return sure(self.cue_of(heard, saying, i..end, true));
        }
        let found = verb.and_then(|verb| {
            let subject = self.subject(verb, start)?;
            let same = subject.range.start == phrase.range.start
                || matches!(&subject.head, Head::Name(name) if name.start <= phrase.range.end + 1);
            let passive = self.is_passive(verb, start);
            (same && !passive).then(|| self.cue_of(subject, verb, i..end, true))
        });
        if let Some(cue) = found {
            // Nothing of the sort may stand between: `“A,” and the crowd of Ann Lee said`.
            return sure(cue);
        }
        // A line that says nothing but who: `“…” — Ann Lee, 2019`
        let dash = self.kind(i.wrapping_sub(1)) == Some(Kind::Dash) || (first && closed);
        let alone = matches!(phrase.head, Head::Name(_)) && self.rest_is_title(phrase.range.end, sentence.end);
        (dash && alone && self.kind(i - 1) == Some(Kind::Dash)).then_some(Cue {
            subject: phrase,
            verb: None,
            manner: Manner::Says,
            close: true,
            sure: true,
            range: i..end,
        })
    }

    fn cue_before(&self, at: usize, sentence: &Range<usize>) -> Option<Cue> {
        let from = sentence.start;
        let colon = at > from && self.kind(at - 1) == Some(Kind::Colon);
        if let Some(cue) = self.cue_handing_on(at, from) {
            return Some(cue);
        }
        // `A letter from Ann Lee, dated 3 May 1955, ends: “…”`
        if colon && at > from + 2 && self.is_course(at - 2) {
            let subject = self.subject(at - 2, from).map(|subject| self.or_sender(subject));
            if let Some(subject) = subject.filter(|subject| matches!(subject.head, Head::Name(_))) {
                return Some(Cue { close: true, ..self.cue_of(subject, at - 2, from..at, true) });
            }
        }
        // `Q: “…”`
        if colon && at - from == 2 && self.word(from).len() < 2 {
            return None;
        }
        // `Ann Lee: “…”`
        if colon && at - 1 > from && at - from < 14 {
            let end = at - 1;
            if let Some(phrase) = self.phrase_at(from, end) {
                // `The report opens: “…”`
                let course = |to: usize| end - to <= 3 && self.is_course(to) && !self.is(to + 1, Classes::DET);
                let text = Classes::BODY.or(Classes::WORK).or(Classes::MESSAGE);
                let is_text = |range: &Range<usize>| range.clone().any(|i| self.is(i, text));
                let short = |range: &Range<usize>| {
                    let to = range.end;
                    let is_bracketed = self.kind(to) == Some(Kind::Open) && self.kind(end - 1) == Some(Kind::Close);
                    to == end || is_bracketed || (course(to) && is_text(range))
                };
                let person = matches!(phrase.head, Head::Name(_))
                    || (from..end).any(|i| self.is(i, Classes::ROLE.or(Classes::BODY)))
                    || course(phrase.range.end);
                if short(&phrase.range) && person && !matches!(phrase.head, Head::Quoted(_)) {
                    let (range, sure) = (from..at, true);
                    return Some(Cue { subject: phrase, verb: None, manner: Manner::Says, close: true, sure, range });
                }
            }
        }
        if let Some(cue) = self.cue_of_giving(at, from).or_else(|| self.cue_of_sender(at, from)) {
            return Some(cue);
        }
        let limit = from.max(at.saturating_sub(FARTHEST));
        let mut nobody = None;
        for verb in (limit..at).rev() {
            if self.kind(verb) == Some(Kind::Semicolon) {
                break;
            }
            match self.cue_at(verb, at, sentence).filter(|_| !self.is_in_aside(verb, at, from)) {
                // Things say nothing, but who does may stand before.
                Some(cue) if cue.manner == Manner::PassesOn && cue.verb.is_some() => nobody = nobody.or(Some(cue)),
                Some(cue) => return Some(cue),
                None => {}
            }
        }
        if nobody.is_some() {
            return nobody;
        }
        if let Some(cue) = self.cue_of_view(at, sentence) {
            return Some(cue);
        }
        if colon {
            // `He was blunt: “No.”`
            let subject = self.with_others(self.clause_subject(from, at - 1)?, at - 1);
            let person = match &subject.head {
                Head::Pronoun(pronoun) => self.is_word(*pronoun, &["he", "she"]),
                Head::Name(_) => true,
                _ => false,
            };
            let range = from..at;
            return person.then_some(Cue {
                subject,
                verb: None,
                manner: Manner::Says,
                close: true,
                sure: false,
                range,
            });
        }
        None
    }

    /// The cue that the word at `verb` is for the quotation at `at`, if it is one.
    fn cue_at(&self, verb: usize, at: usize, sentence: &Range<usize>) -> Option<Cue> {
        let from = sentence.start;
        if self.kind(verb) != Some(Kind::Word) {
            return None;
        }
        if self.is_word(verb, &["according", "in"])
            && at - verb < 40
            && (verb == from || !matches!(self.kind(verb - 1), Some(Kind::Word)) || self.is_word(verb, &["according"]))
        {
            let comma = (verb..at).find(|&i| self.kind(i) == Some(Kind::Comma)).unwrap_or(at);
            if let Some(cue) = self.without_verb(verb, comma) {
                return Some(cue);
            }
        }
        // `Ann Lee's claim last May that`
        let that = (verb + 1..at).take(4).find(|&i| !self.is_time(i) && !self.is_word(i, &["in", "on"])).unwrap_or(at);
        if self.is(verb, Classes::WORDS)
            && self.is_word(that, &["that"])
            && at - verb < 24
            && !self.is_verb(verb)
            && !(that..at).any(|i| matches!(self.kind(i), Some(Kind::Quote(_))) && self.is(i + 1, Classes::AUX))
            && let Some(subject) = self.speaker_of_words(verb, from, verb)
        {
            // `Ann Lee's claim that the plan “…”`
            let range = subject.range.start..at;
            return Some(Cue { subject, verb: None, manner: Manner::Says, close: false, sure: true, range });
        }
        if self.is(verb, Classes::WORDS) && at - verb <= 3 && !self.is_verb(verb) {
            let between = (verb + 1..at).all(|i| {
                self.is_word(i, &["that", "was", "is", "of", "as"]) || !matches!(self.kind(i), Some(Kind::Word))
            });
            if between && let Some(subject) = self.speaker_of_words(verb, from, at) {
                let range = subject.range.start.min(verb)..at;
                return Some(Cue { subject, verb: None, manner: Manner::Says, close: true, sure: true, range });
            }
        }
        if let Some(cue) = self.cue_of_ascription(verb, at) {
            return Some(cue);
        }
        if self.is_reduced_passive(verb) {
            return None;
        }
        // `told the coastal chiefs in 1958`
        let told = self.phrase_at(verb + 1, at).filter(|_| self.is(verb, Classes::TELLS));
        let close = self.only_hearers(told.map_or(verb + 1, |told| told.range.end), at);
        let saying = self.is(verb, Classes::SAYING);
        let infinitive = verb > from && self.is_word(verb - 1, &["to"]) && self.is(verb, Classes::SAY);
        let group = self.before_verb(verb, from);
        let modal = self.is(verb, Classes::SAY) && (group..verb).any(|i| self.is(i, Classes::AUX));
        let handed = self.handed(verb, from);
        // `Ann Lee said that critics call her`
        let plural = self.is(verb, Classes::SAY)
            && self.plural_before(verb, from)
            && self.is(verb - 1, Classes::ROLE.or(Classes::BODY));
        if !(self.is_verb(verb) || saying || infinitive || modal || plural || handed.is_some()) {
            return None;
        }
        if self.is_word(verb, &["written"]) && !(verb > from && self.is_word(verb - 1, &["had", "has", "have"])) {
            return None;
        }
        // `Governments introduce “…”`: what is usual is nobody's idea.
        let word = self.word(verb).to_lowercase();
        let is_usual = !["ed", "s", "ing", "put"].iter().any(|ending| word.ends_with(ending));
        let is_usual = is_usual && !self.is(verb.wrapping_sub(1), Classes::PRONOUN);
        if is_usual && self.is(verb, Classes::COINS) && !self.is(verb, Classes::SAY) {
            return None;
        }
        let base_only = self.is(verb, Classes::SAY) && !self.is(verb, Classes::SAYS);
        if base_only
            && !(infinitive
                || modal
                || handed.is_some()
                || verb > from && self.is_word(verb - 1, &["they", "we", "I", "who"])
                || self.plural_before(verb, from)
                || self.is_plural_apart(verb, from))
        {
            return None;
        }
        if self.is(verb, Classes::SOFT)
            && !self.is(verb, Classes::SAYS)
            && !(close && at - verb <= 4 && !matches!(self.kind(at - 1), Some(Kind::Word)))
        {
            return None;
        }
        if self.is_passive(verb, from) {
            // `was called “…” by Ann Lee`
            let before = (verb + 1..at).find(|&i| self.is_word(i, &["by"]));
            let by = before.or_else(|| (at + 1..sentence.end.min(at + 4)).find(|&i| self.is_word(i, &["by"])))?;
            let subject = self.phrase_at(by + 1, sentence.end)?;
            return Some(self.cue_of(subject, verb, verb..by + 1, close));
        }
        let accused = self.accuser(verb, from);
        let subject = if let Some(handed) = handed.or_else(|| self.sender(verb, at)) {
            Some(handed)
        } else if let Some(own) = self.pronoun_quoted(verb, from) {
            Some(own)
        } else if let Some((accuses, of)) = accused {
            self.phrase_behind(accuses, of)
        } else if saying && !self.is_finite_participle(verb) {
            self.subject_of_participle(verb, from).or_else(|| self.subject_of_main_clause(verb, at, sentence))
        } else if infinitive {
            self.clause_subject(self.clause_start(verb, from), verb)
        } else {
            self.inverted(verb, at, from).or_else(|| self.subject(verb, from))
        }?;
        // `it would be wrong to say`, `the results confirm`
        if infinitive && matches!(subject.head, Head::Pronoun(it) if self.is_word(it, &["it"])) {
            return None;
        }
        let range = subject.range.start.min(verb)..at;
        if self.is_of_thing(verb, &subject) {
            return Some(Cue { manner: Manner::PassesOn, ..self.cue_of(subject, verb, range, false) });
        }
        Some(self.cue_of(subject, verb, range, close))
    }

    fn plural_before(&self, verb: usize, from: usize) -> bool {
        verb > from
            && self.kind(verb - 1) == Some(Kind::Word)
            && self.word(verb - 1).ends_with('s')
            && !self.is(verb - 1, Classes::AUX.or(Classes::DET))
    }

    /// Whether several people are the subject of a verb before which a comma or a title stands: `The editors, in a note, say`.
    fn is_plural_apart(&self, verb: usize, from: usize) -> bool {
        let is_apart = verb > from && matches!(self.kind(verb - 1), Some(Kind::Comma | Kind::Quote(_) | Kind::Close));
        let subject = self.subject(verb, from).filter(|subject| is_apart && subject.head == Head::Noun);
        subject.is_some_and(|subject| {
            self.word(self.noun_end(&subject.range) - 1).ends_with('s') && self.can_speak(&subject)
        })
    }

    /// Whether nothing stands between a verb and a quotation but who is spoken to, when and where.
    fn only_hearers(&self, from: usize, at: usize) -> bool {
        let fine =
            Classes::PREP.or(Classes::DET).or(Classes::HEARER).or(Classes::WEEKDAY).or(Classes::MONTH).or(Classes::DAY);
        let fine =
            fine.or(Classes::EVENT).or(Classes::MESSAGE).or(Classes::ADVERB).or(Classes::BODY).or(Classes::WORDS);
        at - from < 24
            && (from..at).all(|i| match self.kind(i) {
                Some(Kind::Word) => {
                    self.is(i, fine)
                        || self.tokens()[i].capital
                        || self.is_word(i, &["that", "it", "following", "forward", "this", "as"])
                }
                Some(Kind::Quote(_) | Kind::Semicolon) => false,
                _ => true,
            })
    }

    fn cue_of(&self, subject: Phrase, verb: usize, range: Range<usize>, close: bool) -> Cue {
        let is_put = self.is_word(verb, &["put", "puts"]) && self.is_word(verb + 1, &["it"]);
        let manner = if self.is(verb, Classes::COINS) && !self.is(verb, Classes::SAYS) && !is_put
            || self.is_word(verb, &["proposed", "proposes", "proposing"])
        {
            Manner::Coins
        } else if self.is(verb, Classes::CALLS) {
            Manner::Calls
        } else {
            Manner::Says
        };
        // `described the clause as “…”`
        let touches = close || self.is_calling(verb, range.end);
        let sure = touches && self.is(verb, Classes::SAYS.or(Classes::SAYING).or(Classes::SAY).or(Classes::COINS));
        Cue { subject, verb: Some(verb), manner, close, sure, range }
    }
}
