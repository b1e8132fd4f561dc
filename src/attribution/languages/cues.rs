//! Cues of these languages: what says whose the words between marks are.

use super::lexicon::{Lexicon as Words, has};
use super::phrases::{Clause, Who};
use crate::attribution::circumstances::Circumstances;
use crate::attribution::tokens::Kind;
use std::ops::Range;

/// How far a verb may stand before the words that it reports, in tokens: where something leads to them, and where not.
const FARTHEST: usize = 25;
const NEAR: usize = 12;

/// A cue.
#[derive(Clone, Debug)]
pub(super) struct Cue {
    pub who: Who,
    /// Whether it touches the quotation.
    pub close: bool,
    /// The token behind it.
    pub end: usize,
    /// Whether the name stands in the genitive.
    pub declined: bool,
    /// When and on what occasion, as its clause says it.
    pub when: Circumstances,
}

impl Clause<'_> {
    /// The cue behind the quotation at `at`, before the next one at `end`.
    pub fn cue_behind(&self, at: usize, end: usize, sentence: &Range<usize>, text: &str) -> Option<Cue> {
        let comma = matches!(self.reader.kind(at + 1), Some(Kind::Comma | Kind::Dash));
        let closed = comma || text.ends_with([',', '?', '!', '…', '—']);
        let first = (sentence.start..at).all(|i| !self.is_word(i));
        let i = (at + 1..at + 3)
            .find(|&i| !matches!(self.reader.kind(i), Some(Kind::Comma | Kind::Dash)))
            .unwrap_or(at + 3);
        if i >= end || !(closed || first) {
            return None;
        }
        let cue = |who: Who, end: usize, when: Circumstances| Cue { who, close: true, end, when, declined: false };
        let told = |(who, to): (Who, usize), when: Circumstances| {
            let behind = self.adverbials(to, end, false);
            cue(who, behind.end, when.or(behind.found))
        };
        if let Some(from) = self.according(i) {
            let cue = |(who, to)| Cue { declined: self.words.declines, ..cue(who, to, Circumstances::default()) };
            return self.named(from, end).map(cue);
        }
        if let Some((who, when)) = self.inverted(i, end).filter(|_| comma) {
            return Some(told(who, when));
        }
        if self.is_in(i, self.words.so) {
            return self.named(i + 1, end).map(|who| told(who, Circumstances::default()));
        }
        let i = if self.is_in(i, self.words.between) { i + 1 } else { i };
        let verb = self.verb(i, end).filter(|verb| self.is_asserted(i, verb.end))?;
        let cue = |who: Who, end: usize, when: Circumstances| Cue {
            close: !self.is_echo(verb.end - 1),
            ..cue(who, end, when)
        };
        let told =
            |found: (Who, usize), when: Circumstances| Cue { close: !self.is_echo(verb.end - 1), ..told(found, when) };
        if verb.pronoun {
            return Some(told((Who::Pronoun, verb.end), Circumstances::default()));
        }
        // `fügte hinzu Anna Schmidt`
        let part = usize::from(self.is_in(verb.end, self.words.parts));
        // `erinnert sich Anna Schmidt`
        let small = verb.end + part;
        let small = usize::from(self.is_in(small, self.words.between) && !self.is_in(small, self.words.articles));
        let between = self.adverbials(verb.end + part + small, end, true);
        let from = between.end;
        if let Some(found) = self.named(from, end).or_else(|| self.behind_manner(from, end)) {
            return self.agrees(i, &found.0).then(|| told(found, between.found));
        }
        let bare = !self.is_word(from) || from >= end;
        (self.words.drops_subjects && bare).then(|| cue(Who::Pronoun, from, between.found))
    }

    /// Somebody behind a few words that say how something was said: `añadió entre risas el alcalde`. Not whom it was said to.
    fn behind_manner(&self, from: usize, end: usize) -> Option<(Who, usize)> {
        const MOST: usize = 3;
        const TO: &str = "a al à au aux ai alla alle agli ao aos às con avec";
        let Words { opens, pronouns, .. } = self.words;
        if self.words.capital_nouns || self.words.declines {
            return None;
        }
        let is_manner = |i: &usize| {
            let other =
                self.is_capital(*i) || self.says(*i) || [*opens, *pronouns, TO].iter().any(|list| self.is_in(*i, list));
            self.is_word(*i) && !other
        };
        let most = (from..end.min(from + MOST)).take_while(is_manner).count();
        (from + 1..=from + most).find_map(|i| {
            let small = [self.words.ends, self.words.of, self.words.articles];
            let (who, to) = self.named(i, end).filter(|_| !small.iter().any(|list| self.is_in(i - 1, list)))?;
            let is_somebody = match &who {
                Who::Name(_) => true,
                Who::Noun(range) => range.clone().any(|i| self.is_role(i)),
                Who::Pronoun => false,
            };
            (is_somebody && !self.is_word(to)).then_some((who, to))
        })
    }

    /// Behind the marks and a comma, the subject of a verb that is not known: it reports the words if it stands there alone, and
    /// somebody with a name or an office behind it.
    fn inverted(&self, at: usize, end: usize) -> Option<((Who, usize), Circumstances)> {
        let verb = if self.is_in(at, self.words.between) { at + 1 } else { at };
        let Words { ends, opens, of, articles, common, aux, between, .. } = self.words;
        let small = [ends, opens, of, articles, common, aux, between];
        if !self.is_word(verb)
            || self.is_capital(verb)
            || self.verb(verb, end).is_some()
            || small.iter().any(|list| self.is_in(verb, list))
        {
            return None;
        }
        let between = self.adverbials(verb + 1, end, true);
        let (who, to) = self.named(between.end, end)?;
        let is_somebody = match &who {
            Who::Name(_) => true,
            Who::Noun(range) => range.clone().any(|i| self.is_role(i)),
            Who::Pronoun => false,
        };
        let goes_on = self.is_word(to) && !self.is_in(to, ends);
        (is_somebody && !goes_on).then_some(((who, to), between.found))
    }

    /// The cue before the quotation at `at`.
    pub fn cue_before(&self, at: usize, sentence: &Range<usize>) -> Option<Cue> {
        let cue = self.cue_leading_to(at, sentence)?;
        Some(Cue { close: cue.close && !self.goes_on(at, sentence.end) && !self.reader.is_asked(sentence), ..cue })
    }

    fn cue_leading_to(&self, at: usize, sentence: &Range<usize>) -> Option<Cue> {
        let from = sentence.start.max(at.saturating_sub(FARTHEST));
        let start = (from..at).rev().find(|&i| matches!(self.reader.kind(i), Some(Kind::Quote(_) | Kind::Semicolon)));
        let start = start.map_or(sentence.start, |i| i + 1);
        let cue = |who: Who, close: bool| Cue { who, close, end: at, when: Circumstances::default(), declined: false };
        let leads = matches!(self.reader.kind(at - 1), Some(Kind::Colon | Kind::Comma)) && at > from;
        // `Anna Schmidt: „…“`
        if self.reader.kind(at - 1) == Some(Kind::Colon)
            && let Some((who, to)) = self.phrase(sentence.start, at - 1)
            && to == at - 1
            && who != Who::Pronoun
            && self.is_nominative(&who)
        {
            return Some(cue(who, true));
        }
        for v in (from..at).rev() {
            match self.reader.kind(v) {
                Some(Kind::Semicolon) => return None,
                // `„…“, so Anna Schmidt, „…“` is told by the first.
                Some(Kind::Quote(_)) if v + 1 < at => return None,
                _ => {}
            }
            let opens = v == sentence.start || !self.is_word(v - 1) || self.is_in(v - 1, self.words.opens);
            if let Some(first) = self.according(v)
                && let Some((who, _)) = self.named(first, at).filter(|(who, _)| opens || matches!(who, Who::Name(_)))
            {
                // `Laut Schmidt war „…“ der Kern der Rede.`
                let close = leads || !self.is_word(at + 1);
                return Some(Cue { declined: self.words.declines, ..cue(who, close) });
            }
            if opens && self.is_in(v, self.words.view) {
                let person = self
                    .phrase(v + 1, at)
                    .filter(|(who, to)| matches!(who, Who::Name(_)) && self.reader.kind(*to) == Some(Kind::Comma));
                if let Some((who, _)) = person {
                    return Some(cue(who, true));
                }
            }
            if self.is_in(v, self.words.after) {
                let start = (sentence.start..v).rev().find(|&i| !self.is_word(i)).map_or(sentence.start, |i| i + 1);
                let who = self.phrase(start, v).filter(|(_, to)| *to == v);
                return who.map(|(who, _)| cue(who, true));
            }
            let Some(verb) = self.verb(v, at) else { continue };
            if !self.is_asserted(v, verb.end) {
                return None;
            }
            let that = (verb.end..at).any(|i| self.is_in(i, self.words.opens));
            if !leads && !that && at - v > NEAR {
                continue;
            }
            let told = |who: Who, behind: Circumstances| {
                let when = self.before_verb(v, start, &who).or(behind);
                Cue { when, ..cue(who, leads && !self.is_echo(verb.end - 1)) }
            };
            let behind = self.adverbials(verb.end, at, true);
            if verb.pronoun {
                return Some(told(Who::Pronoun, behind.found));
            }
            if let Some(who) = self.subject(v, sentence.start) {
                // `Ивана Соколова спросила Анна Белова`
                let is_object = self.words.declines && matches!(self.named(behind.end, at), Some((Who::Name(_), _)));
                if is_object || !self.agrees(v, &who) {
                    return None;
                }
                return Some(told(who, self.adverbials(verb.end, at, false).found));
            }
            if let Some((who, to)) = self.named(behind.end, at).filter(|(who, _)| self.agrees(v, who)) {
                return Some(told(who, behind.found.or(self.adverbials(to, at, false).found)));
            }
            // `dijo: «…»`, `por la noche dijo: «…»`
            let start = (sentence.start..v).rev().find(|&i| !self.is_word(i)).map_or(sentence.start, |i| i + 1);
            if self.words.drops_subjects && (v == sentence.start || self.is_in(start, self.words.ends)) {
                return Some(cue(Who::Pronoun, leads));
            }
        }
        // `Die Ministerin Anna Schmidt sieht das anders: „…“`
        let colon = self.reader.kind(at - 1) == Some(Kind::Colon);
        let (who, _) = colon.then(|| self.named(sentence.start, at))??;
        (matches!(who, Who::Name(_)) && self.is_nominative(&who)).then(|| cue(who, false))
    }

    /// The token behind what says whose view a sentence beginning at `at` gives, else `at`: `Pour Anne Petit,`.
    pub fn viewer(&self, at: usize) -> usize {
        self.according(at).unwrap_or(at + usize::from(self.is_in(at, self.words.view)))
    }

    /// The token behind `according to`, if that begins at `at`.
    fn according(&self, at: usize) -> Option<usize> {
        self.words.according.iter().find_map(|phrase| {
            let count = phrase.split(' ').count();
            // `de` may be one word with an article.
            let is_it = phrase.split(' ').enumerate().all(|(i, word)| {
                self.is_in(at + i, word)
                    || match word {
                        "de" => self.is_in(at + i, "del du des do da dos das"),
                        "di" => self.is_in(at + i, "del della dello dei degli delle"),
                        _ => false,
                    }
            });
            is_it.then(|| at + count + usize::from(self.is_in(at + count, "von")))
        })
    }

    /// The phrase at `at`, or the name that stands behind it between commas.
    pub fn named(&self, at: usize, end: usize) -> Option<(Who, usize)> {
        let (who, to) = self.phrase(at, end)?;
        // `l’adjointe à la culture, Sabine Vogel,`
        let comma = (to..end.min(to + 5)).find(|&i| !self.is_word(i) || self.says(i));
        if matches!(who, Who::Noun(_))
            && let Some(comma) = comma.filter(|&comma| self.reader.kind(comma) == Some(Kind::Comma))
            && let Some((Who::Name(name), behind)) = self.phrase(comma + 1, end)
            && name.len() > 1
            && (behind >= end || !self.is_word(behind))
        {
            return Some((Who::Name(name), behind));
        }
        Some((who, to))
    }

    /// The verb of saying that begins at `at`.
    pub fn verb(&self, at: usize, end: usize) -> Option<Verb> {
        if !self.is_word(at) || (self.is_capital(at) && at > 0 && self.is_word(at - 1)) {
            return None;
        }
        let word = self.reader.word(at);
        let is_parted = has(self.words.parted, word);
        if is_parted && !(at + 1..(at + FARTHEST).min(end.max(at + 1))).any(|i| self.is_in(i, self.words.parts)) {
            return None;
        }
        if self.says(at) || has(self.words.says, word) {
            return Some(Verb { end: at + 1, pronoun: false });
        }
        // `dit-il`, `explique-t-elle`, `a-t-il déclaré`
        if let Some((verb, pronoun)) = word.split_once('-') {
            let pronoun = pronoun.trim_start_matches("t-");
            let is_person = has(self.words.pronouns, pronoun);
            let says = has(self.words.says, verb);
            let end = if says { at + 1 } else { at + 2 };
            let is_verb = says || (has(self.words.aux, verb) && self.says(at + 1));
            return (is_person && is_verb).then_some(Verb { end, pronoun: true });
        }
        if !has(self.words.aux, word) {
            return None;
        }
        let near = (at + 1..end.min(at + 4)).find(|&i| self.says(i));
        if let Some(participle) = near.filter(|&participle| participle == at + 1 || !self.words.capital_nouns) {
            return Some(Verb { end: participle + 1, pronoun: false });
        }
        // `hat Anna Schmidt gesagt`
        let far = self.words.capital_nouns && (at + 2..end).any(|i| self.is_in(i, self.words.says));
        far.then_some(Verb { end: at + 1, pronoun: false })
    }

    /// The subject before the verb at `verb`.
    fn subject(&self, verb: usize, from: usize) -> Option<Who> {
        let mut end = verb;
        while end > from && (self.is_in(end - 1, self.words.between) || self.is_in(end - 1, self.words.aux)) {
            end -= 1;
        }
        let start_of = |end: usize| {
            let splits = |i: &usize| !self.is_word(*i) || self.is_in(*i, self.words.opens);
            (from..end).rev().find(splits).map_or(from, |i| i + 1)
        };
        let whole = |start: usize, end: usize| self.phrase(start, end).filter(|(_, to)| *to == end).map(|(who, _)| who);
        // `Иван Соколов в 1955 году писал`
        if let Some(end) = self.before_date(end, from)
            && let Some(who) = whole(start_of(end), end).filter(|who| matches!(who, Who::Name(_)))
        {
            return Some(who);
        }
        let mut start = start_of(end);
        // `В 1955 году Анна Петрова сказала`
        if start > from && self.reader.kind(start - 1) == Some(Kind::Number) && self.is_in(start, self.words.year) {
            start += 1;
        }
        // `El lunes Ana López dijo`
        let time = self.adverbials(start, end, true).end;
        if time > start && time < end && self.weekday(time - 1).is_some() {
            start = time;
        }
        if start < end {
            // `In den 1950er Jahren sagte`: one word behind a number goes with it.
            let is_counted = start > from && self.reader.kind(start - 1) == Some(Kind::Number);
            let is_long = |who: &Who| matches!(who, Who::Name(name) if name.len() > 1);
            return whole(start, end).filter(|who| !is_counted || is_long(who));
        }
        // `Le maire, Paul Gerin, a dit`, `Paul Gerin, le maire, a dit`
        if end == from || self.reader.kind(end - 1) != Some(Kind::Comma) {
            return None;
        }
        let near = whole(start_of(end - 1), end - 1);
        let mut before = start_of(end - 1);
        // `Jeanne Colas, dans un entretien de 1957, a estimé`
        while before > from && self.reader.kind(before - 1) == Some(Kind::Number) {
            before = start_of(before - 1);
        }
        // `Un vecino, que no quiere dar su nombre, dijo`
        while before > from && self.is_in(before - 1, self.words.opens) {
            before -= 1;
        }
        let far = (before > from && self.reader.kind(before - 1) == Some(Kind::Comma))
            .then(|| whole(start_of(before - 1), before - 1))
            .flatten();
        match (near, far) {
            (Some(Who::Name(name)), _) | (_, Some(Who::Name(name))) => Some(Who::Name(name)),
            (near, far) => far.or(near),
        }
    }

    /// Whether a word only says when: `am Montag`, `mardi`, `ayer`.
    pub fn is_time(&self, at: usize) -> bool {
        const TIMES: &str = "am gestern heute später montag dienstag mittwoch donnerstag freitag samstag sonntag sonnabend hier mardi \
            lundi mercredi jeudi vendredi samedi dimanche ensuite alors ayer hoy lunes martes miércoles jueves viernes sábado domingo \
            luego entonces daraufhin dazu lunedì martedì mercoledì giovedì venerdì sabato domenica ieri oggi poi segunda-feira terça-feira \
            quarta-feira quinta-feira sexta-feira ontem hoje depois понедельник вторник среду четверг пятницу субботу воскресенье вчера \
            сегодня потом затем";
        self.is_in(at, TIMES)
    }
}

/// A verb of saying.
pub(super) struct Verb {
    pub end: usize,
    /// Whether a pronoun is joined to it.
    pub pronoun: bool,
}
