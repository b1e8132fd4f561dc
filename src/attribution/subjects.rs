//! From a verb to its subject: before it, across what stands between commas, behind it, or at the head of the clause.

use super::lexicon::Classes;
use super::phrases::{Head, Phrase, Reader};
use super::tokens::Kind;
use std::ops::Range;

/// Words that a subject is looked for in, at most.
const FARTHEST: usize = 48;
/// Participles that begin what happened to the subject, beside those in `-ed`.
const PARTICIPLES: &[&str] = &["told", "shown", "given", "seen", "known", "sent", "left", "taken", "brought", "caught"];
/// Parts between commas that a subject may be away from its verb.
const CHUNKS: usize = 8;

impl Reader<'_> {
    /// The subject of the verb at `verb`, looked for no further left than `from`.
    pub fn subject(&self, verb: usize, from: usize) -> Option<Phrase> {
        let end = self.before_verb(verb, from);
        let last = end.checked_sub(1).filter(|&last| last >= from)?;
        match self.kind(last)? {
            Kind::Comma | Kind::Dash | Kind::Close => self.across_commas(end, from),
            Kind::Quote(run) => {
                // `Ann Lee, in her essay “A Title,” writes`
                let comma = (from..last).rev().find(|&at| self.splits(at)).filter(|&comma| comma + 1 < last);
                if let Some(before) = self.before_work(last, from) {
                    return self.phrase_ending(before, from);
                }
                match comma {
                    Some(comma) if self.is(comma + 1, Classes::PREP) => self.across_commas(comma + 1, from),
                    Some(comma) if self.is_title_inside(last, from) => self.across_commas(comma + 1, from),
                    _ => Some(Phrase { range: last..end, head: Head::Quoted(run) }),
                }
            }
            Kind::Word | Kind::Number => {
                if self.is_word(last, &["who", "which", "that"]) && last > from {
                    let end = if self.kind(last - 1) == Some(Kind::Comma) { last - 1 } else { last };
                    let found = self.phrase_ending(end, from);
                    // `the example of Ann Lee who said`
                    let is_thing =
                        found.as_ref().is_some_and(|found| self.is_word(last, &["who"]) && !self.can_speak(found));
                    let name = self.name_ending(end, from);
                    let found = if is_thing { name.or(found) } else { found.or(name) };
                    return found.or_else(|| self.antecedent(end, from).filter(|_| self.is_word(last, &["which"])));
                }
                if self.is_word(last, &["and", "but", "then", "or", "to", "by", "before", "as"]) {
                    let first = self.clause_subject(from, last);
                    // `It was late when she came and said`
                    let is_it =
                        matches!(first, Some(Phrase { head: Head::Pronoun(it), .. }) if self.is_word(it, &["it"]));
                    let is_person = |at: &usize| self.is_word(*at, &["he", "she", "i", "we", "they"]);
                    let person = (from..last).rev().find(is_person).filter(|_| is_it);
                    return person.map(|at| Phrase { range: at..at + 1, head: Head::Pronoun(at) }).or(first);
                }
                self.phrase_ending(end, from)
            }
            _ => None,
        }
    }

    /// The document or the body that ends at `end` behind a preposition: `voted for the Harbour Act of 1949, which`.
    fn antecedent(&self, end: usize, from: usize) -> Option<Phrase> {
        const NEAR: usize = 8;
        let article = (from..end).rev().take(NEAR).find(|&at| self.is(at, Classes::DET))?;
        let phrase = self.phrase_at(article, end).and_then(|phrase| self.up_to(phrase, end))?;
        self.can_speak(&phrase).then_some(phrase)
    }

    /// The noun phrase that ends at `end`.
    pub fn phrase_ending(&self, end: usize, from: usize) -> Option<Phrase> {
        // `Ann Lee herself`, `Ann Lee instantly`
        let is_adverb = |at: usize| self.is(at, Classes::ADVERB) && !self.is_name_word(at);
        let end = (from..end).rev().find(|&at| !is_adverb(at)).map_or(from, |at| at + 1);
        let last = end.checked_sub(1).filter(|&last| last >= from)?;
        if self.kind(last) == Some(Kind::Close) {
            return self.across_commas(end, from);
        }
        if let Some(surname) = self.surname_before_initials(end, from) {
            return Some(Phrase { range: surname..end, head: Head::Name(surname..surname + 1) });
        }
        if self.is(last, Classes::PRONOUN) && !self.is_name_word(last) {
            return Some(Phrase { range: last..end, head: Head::Pronoun(last) });
        }
        let mut start = end;
        while start > from && end - start < FARTHEST {
            let at = start - 1;
            if !matches!(self.kind(at), Some(Kind::Word | Kind::Number)) || self.ends_clause(at, from) {
                break;
            }
            start = at;
        }
        let blocks = Classes::PREP.or(Classes::DET);
        // `a man who had seen it said`
        let relative = start.checked_sub(1).filter(|&at| at > from && self.is_word(at, &["who"]));
        if let Some(relative) = relative
            && matches!(self.kind(relative - 1), Some(Kind::Word))
        {
            return self.phrase_ending(relative, from);
        }
        for at in start..end {
            let inside = at > start
                && (self.is(at - 1, blocks) && !self.is_word(at - 1, &["both"])
                    || self.is_name_word(at - 1) && !self.tokens()[at - 1].possessive && self.is_name_word(at)
                    || self.tokens()[at - 1].possessive);
            // `Article 9`
            let is_number = at > start && self.is_numbered_part(at - 1);
            let numbers = is_number
                || at > start && at + 1 == end && self.kind(at) == Some(Kind::Number) && self.is_name_word(at - 1);
            let inside = inside && !self.is_behind_event(at, start);
            if inside
                || numbers
                || self.is_time(at)
                || self.is_day_of_month(at)
                || self.is(at, Classes::PREP.or(Classes::ADVERB)) && !self.is_name_word(at)
            {
                continue;
            }
            if let Some(phrase) = self.phrase_at(at, end)
                && let Some(phrase) = self.up_to(phrase, end)
                && !(phrase.head == Head::Noun && self.runs_into_name(&phrase, start))
            {
                return Some(phrase);
            }
        }
        let nominal = Classes::DET.or(Classes::ROLE).or(Classes::BODY);
        let first = (start..end).find(|&at| !self.is(at, Classes::ADVERB.or(Classes::CONJ)))?;
        let whole = !self.is_word(first, &["according"]);
        let is_nominal = self.is(first, nominal) || self.is_name_word(first) || self.tokens()[first].initial_only;
        let whole = whole && is_nominal;
        (whole && end - first > 1 && !self.is(first, Classes::PREP))
            .then_some(Phrase { range: first..end, head: Head::Noun })
    }

    /// The surname that initials stand behind which end at `end`: `Lee, A. (1998) argues`.
    fn surname_before_initials(&self, end: usize, from: usize) -> Option<usize> {
        let is_letter = |at: &usize| {
            self.kind(*at) == Some(Kind::Word) && self.word(*at).len() == 2 && self.word(*at).ends_with('.')
        };
        let first = (from..end).rev().take_while(is_letter).last()?;
        let surname =
            first.checked_sub(2).filter(|&surname| surname >= from && self.kind(surname + 1) == Some(Kind::Comma))?;
        (surname == from && self.is_name_word(surname)).then_some(surname)
    }

    /// A phrase that ends at `end`, perhaps with where somebody is from: `Ann Lee of the fire service`.
    fn up_to(&self, phrase: Phrase, end: usize) -> Option<Phrase> {
        let to = phrase.range.end;
        if to == end {
            return Some(phrase);
        }
        let is_from = self.is_word(to, &["of", "from", "at", "for"]) && matches!(phrase.head, Head::Name(_));
        let behind = if self.is(to + 1, Classes::DET) { to + 2 } else { to + 1 };
        // `the Harbour Charter of 1952`
        let is_dated =
            self.is_word(to, &["of"]) && to + 2 == end && self.is_year(to + 1) && !self.is_time(phrase.range.start);
        let is_whole = is_from && self.name_end(behind, end) == Some(end) || is_dated;
        is_whole.then_some(Phrase { range: phrase.range.start..end, ..phrase })
    }

    /// Whether a phrase is the end of another one behind a preposition, and a name that follows it: `On the 1955 treaty Ann Lee`.
    fn runs_into_name(&self, phrase: &Phrase, from: usize) -> bool {
        let at = phrase.range.start;
        let plain = Classes::DET.or(Classes::ROLE).or(Classes::TITLE);
        if self.is_name_word(at) || self.is(at, plain) || !self.is_name_word(phrase.range.end - 1) {
            return false;
        }
        let preposition = (from..at).rev().find(|&i| self.is(i, Classes::PREP));
        preposition.is_some_and(|preposition| self.is(preposition + 1, Classes::DET))
    }

    /// Where what names a work begins that the quotation at `title` is the title of: `Ann Lee in the essay “A Title” argues`.
    fn before_work(&self, title: usize, from: usize) -> Option<usize> {
        let work = title.checked_sub(1).filter(|&work| self.is(work, Classes::WORK.or(Classes::MESSAGE)))?;
        let preposition = (from..work).rev().take(5).find(|&at| self.is_word(at, &["in", "with", "through"]))?;
        (preposition > from && self.kind(preposition - 1) == Some(Kind::Word)).then_some(preposition)
    }

    /// The name that ends at `end`, whatever stands before it.
    pub fn name_ending(&self, end: usize, from: usize) -> Option<Phrase> {
        let start = (from..end)
            .rev()
            .take(6)
            .take_while(|&at| self.is_name_word(at) && !self.tokens()[at].possessive)
            .last()?;
        (self.name_end(start, end) == Some(end))
            .then(|| Phrase { range: start..end, head: Head::Name(self.bare_name(start..end)) })
    }

    /// Whether a clause or a phrase ends before the word at `at`, read from the right.
    fn ends_clause(&self, at: usize, from: usize) -> bool {
        if self.is_word(at, &["and", "&"]) {
            let joins = at > from
                && self.is_name_word(at - 1)
                && (self.is_name_word(at + 1) || self.is_word(at + 1, &["other"]));
            return !joins;
        }
        if self.is_name_word(at) {
            return false;
        }
        let ends = Classes::CONJ.or(Classes::AUX).or(Classes::PRONOUN).or(Classes::SUBORDINATOR);
        let relative = self.is(at, Classes::RELATIVE) && !(self.is(at, Classes::DET) && at == from);
        relative || (self.is(at, ends) && !self.is(at, Classes::DET)) || self.is_verb(at)
    }

    /// The subject of a verb before which a comma, a bracket or a dash stands at `end - 1`: what stands between it and its
    /// modifiers is passed over.
    fn across_commas(&self, end: usize, from: usize) -> Option<Phrase> {
        let mut chunks: Vec<Range<usize>> = Vec::new();
        let mut right = end - 1;
        if self.kind(right) == Some(Kind::Close) {
            let open = (from..right).rev().take(FARTHEST).find(|&at| self.kind(at) == Some(Kind::Open))?;
            let behind_comma = open > from && self.kind(open - 1) == Some(Kind::Comma);
            return if behind_comma { self.across_commas(open, from) } else { self.phrase_ending(open, from) };
        }
        while chunks.len() < CHUNKS {
            let mut left = right;
            while left > from && !self.splits(left - 1) {
                left -= 1;
            }
            chunks.push(left..right);
            if left == from || matches!(self.kind(left - 1), Some(Kind::Semicolon | Kind::Colon | Kind::Quote(_))) {
                if left > from
                    && let Some(Kind::Quote(run)) = self.kind(left - 1)
                    && chunks.last().is_some_and(|chunk| chunk.is_empty() || self.modifies(chunk))
                {
                    return Some(Phrase { range: left - 1..left, head: Head::Quoted(run) });
                }
                break;
            }
            right = left - 1;
        }
        let mut described: Option<Phrase> = None;
        for (i, chunk) in chunks.iter().enumerate() {
            if chunk.is_empty() {
                continue;
            }
            let next = chunks.get(i + 1);
            let inside_relative = next.is_some_and(|next| !next.is_empty() && self.is(next.start, Classes::RELATIVE))
                && !self.is_word(chunk.start, &["and", "but"]);
            if self.modifies(chunk) || inside_relative {
                let opens = Classes::DET.or(Classes::ROLE).or(Classes::BODY);
                if self.is(chunk.start, opens)
                    && !self.is(chunk.start, Classes::RELATIVE)
                    && !inside_relative
                    && let Some(phrase) = self.phrase_at(chunk.start, chunk.end)
                {
                    described = Some(self.or_named(described, phrase, i.checked_sub(1).map(|i| &chunks[i])));
                }
                // `In 2019 Ann Lee, then a judge, said`
                if self.is(chunk.start, Classes::PREP)
                    && chunk.start == from
                    && let Some(found) = self.phrase_ending(chunk.end, chunk.start)
                {
                    return Some(found);
                }
                continue;
            }
            let found = self.phrase_ending(chunk.end, chunk.start);
            if let Some(found) = found {
                return Some(self.or_named(described, found, i.checked_sub(1).map(|i| &chunks[i])));
            }
        }
        described
    }

    fn splits(&self, at: usize) -> bool {
        matches!(self.kind(at), Some(Kind::Comma | Kind::Dash | Kind::Semicolon | Kind::Colon | Kind::Quote(_)))
    }

    /// Whether what stands between two commas only says more of what stands before it.
    fn modifies(&self, chunk: &Range<usize>) -> bool {
        let at = chunk.start;
        if self.kind(at) == Some(Kind::Number) || self.is_time(at) {
            return true;
        }
        if let Some(end) = self.name_end(at, chunk.end) {
            let titles = (at..end).all(|i| {
                self.is(i, Classes::TITLE.or(Classes::ROLE).or(Classes::BODY).or(Classes::PLACE))
                    || self.is_word(i, &["of"])
            });
            let first = self.is(at, Classes::TITLE.or(Classes::ROLE)) && (at..end).any(|i| self.is_word(i, &["of"]));
            return titles || first && end - at > 1;
        }
        let opens = Classes::DET
            .or(Classes::PREP)
            .or(Classes::RELATIVE)
            .or(Classes::ROLE)
            .or(Classes::TITLE)
            .or(Classes::ADVERB);
        let opens = opens.or(Classes::SUBORDINATOR).or(Classes::SAYING).or(Classes::BODY);
        let word = self.word(at);
        self.is(at, opens) || word.ends_with("ing") || word.ends_with("ed") || word.ends_with("born") || word == "aged"
    }

    /// The subject of the clause that begins at `from`, for a verb at `verb`: behind what introduces the clause.
    pub fn clause_subject(&self, from: usize, verb: usize) -> Option<Phrase> {
        let mut at = from;
        while at < verb {
            let introduces = self.is(at, Classes::PREP.or(Classes::SUBORDINATOR)) && !self.is_name_word(at);
            let participle = self.kind(at) == Some(Kind::Word) && {
                let word = self.word(at);
                let is_built = (word.ends_with("ing") || word.ends_with("ed")) && word.len() > 4;
                // `Told of the remark, …`
                let is_known = self.is_word(at, PARTICIPLES) && self.is(at + 1, Classes::PREP.or(Classes::CONJ));
                at + 1 < verb && (is_built || is_known) && !self.is_name(at)
            };
            if introduces || participle || self.is_time(at) {
                match (at..verb).find(|&i| self.kind(i) == Some(Kind::Comma) && i + 1 < verb) {
                    Some(comma) => {
                        at = comma + 1;
                        // `While meeting Ann Lee, head of the union, the minister said`
                        while let Some(next) = (at..verb).find(|&i| self.kind(i) == Some(Kind::Comma)) {
                            let more = self.is(at, Classes::ROLE.or(Classes::TITLE).or(Classes::RELATIVE))
                                || self.kind(at) == Some(Kind::Number);
                            if !more || self.is(at, Classes::DET) || !self.modifies(&(at..next)) {
                                break;
                            }
                            at = next + 1;
                        }
                    }
                    None => {
                        // `In a later essay she took it back, writing`
                        let is_person = |i: &usize| self.is_word(*i, &["he", "she", "we", "they"]);
                        if let Some(person) = (at..verb).find(is_person) {
                            return Some(Phrase { range: person..person + 1, head: Head::Pronoun(person) });
                        }
                        let is_event = |i: usize| self.is(i, Classes::EVENT) && self.is_name_word(i + 1);
                        let is_inside = |i: usize| self.is(i - 1, Classes::PREP.or(Classes::DET)) || is_event(i);
                        let from_here = (at + 1..verb)
                            .find(|&i| !is_inside(i) && !self.is_time(i) && self.phrase_at(i, verb).is_some())?;
                        // `In northern California a woman came`
                        let place = self.phrase_at(from_here, verb).map_or(verb, |place| place.range.end);
                        let is_place = place < verb && self.is_word(place, &["a", "an", "the"]);
                        at = if is_place { place } else { from_here };
                        break;
                    }
                }
                continue;
            }
            let filler = self.is(at, Classes::ADVERB.or(Classes::CONJ))
                && !self.is_name_word(at)
                && !self.is(at, Classes::PRONOUN);
            if filler || self.is_line_number(at) || !matches!(self.kind(at), Some(Kind::Word | Kind::Number)) {
                at += 1;
                continue;
            }
            // `Then came Ann Lee.`
            if self.is(at, Classes::SAYS.or(Classes::SOFT).or(Classes::VERB)) && at > from && !self.is_name_word(at) {
                return self.phrase_behind(at, verb);
            }
            break;
        }
        let phrase = self.phrase_at(at, verb)?;
        Some(self.appositive_name(phrase, verb))
    }

    /// Whether a name of several words begins here.
    pub fn is_name(&self, at: usize) -> bool {
        self.is_name_word(at) && self.is_name_word(at + 1)
    }

    /// The subject behind a verb: `said Ann Lee`.
    pub fn phrase_behind(&self, verb: usize, end: usize) -> Option<Phrase> {
        let mut at = verb + 1;
        while at < end && self.is(at, Classes::ADVERB) && !self.is_name_word(at) {
            at += 1;
        }
        if self.is_time(at) {
            return None;
        }
        let phrase = self.phrase_at(at, end).or_else(|| self.behind_office(at, end))?;
        Some(self.appositive_name(phrase, end))
    }

    /// A name behind what somebody is, without an article: `said retired Army colonel Tom Berg`.
    fn behind_office(&self, at: usize, end: usize) -> Option<Phrase> {
        const WORDS: usize = 6;
        let from = (at + 1..end.min(at + WORDS)).find(|&i| self.is_role(i - 1) && self.is_name_word(i))?;
        let is_phrase =
            (at..from).all(|i| self.kind(i) == Some(Kind::Word) && !self.is_verb(i) && !self.ends_phrase(i, i));
        let to = self.name_end(from, end).filter(|_| is_phrase)?;
        self.named(at, from, to, end)
    }
}
