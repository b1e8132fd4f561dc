//! When and on what occasion, in these languages: what stands where only the time or the place of saying can stand — at the
//! beginning of the clause, before its verb of saying or whoever says, or directly behind those. Anything else is the time of
//! something else, and is not read.

use super::lexicon::{Lexicon, has};
use super::phrases::{Clause, Who, bare, elision};
use crate::attribution::Named;
use crate::attribution::circumstances::Circumstances;
use crate::attribution::tokens::Kind;
use crate::text::months::month_in;
use std::ops::Range;

/// Words between a preposition and the noun for an occasion, and behind `of`, at most.
const NEAR: usize = 4;
/// Tokens of adverbials between a subject and its verb, at most.
const LONGEST: usize = 8;

/// What stands beside a verb and its subject.
#[derive(Clone, Debug, Default)]
pub(super) struct Adverbials {
    pub found: Circumstances,
    /// The token behind them.
    pub end: usize,
}

/// An occasion.
struct Occasion {
    range: Range<usize>,
    /// The date that says which one.
    date: Option<Range<usize>>,
    end: usize,
}

impl Clause<'_> {
    /// The adverbials at `at` that say when, where and on what occasion. `before_subject`: whether a name may follow at once.
    pub fn adverbials(&self, at: usize, end: usize, before_subject: bool) -> Adverbials {
        let mut all = Adverbials { end: at, ..Adverbials::default() };
        while all.end < end {
            let at = all.end;
            if let Some((date, to)) = self.when(at, end) {
                all.found.date = all.found.date.or_else(|| self.reader.piece(&date));
                all.end = to;
            } else if let Some(occasion) = self.occasion(at, end, before_subject) {
                let mut named = self.reader.piece(&occasion.range);
                if let Some(named) = &mut named {
                    let cut = elision(&named.text);
                    named.text.drain(..cut);
                    named.span.start += cut;
                }
                all.found.occasion = all.found.occasion.or(named);
                let date = occasion.date.and_then(|date| self.reader.piece(&date));
                all.found.date = all.found.date.or(date);
                all.end = occasion.end;
            } else if self.is_time(at) {
                all.found.date = all.found.date.or_else(|| self.weekday(at));
                all.end += 1;
            } else if [self.words.articles, self.words.places].iter().any(|list| self.is_in(at, list))
                && self.is_time(at + 1)
            {
                all.found.date = all.found.date.or_else(|| self.weekday(at + 1));
                all.end += 2;
            } else if let Some(to) = self.place(at, end, before_subject) {
                all.end = to;
            } else {
                break;
            }
        }
        all
    }

    /// The day of the week at `at`.
    pub fn weekday(&self, at: usize) -> Option<Named> {
        const DAYS: &str = "montag dienstag mittwoch donnerstag freitag samstag sonntag sonnabend lundi mardi mercredi jeudi vendredi \
            samedi dimanche lunes martes miércoles jueves viernes sábado domingo lunedì martedì mercoledì giovedì venerdì sabato domenica \
            segunda-feira terça-feira quarta-feira quinta-feira sexta-feira понедельник вторник среду четверг пятницу субботу воскресенье";
        self.is_in(at, DAYS).then(|| self.reader.piece(&(at..at + 1)))?
    }

    /// What the clause of the verb at `verb` says before it, from `from`: `Im Mai 1955 sagte …`, `En 1955, Anne Petit a dit …`,
    /// `Anne Petit, dans un discours de 1955, a dit …`.
    pub fn before_verb(&self, verb: usize, from: usize, who: &Who) -> Circumstances {
        let is_comma = |at: usize| self.reader.kind(at) == Some(Kind::Comma);
        let starts = (from..verb).filter(|&i| i == from || self.is_in(i - 1, self.words.opens));
        for start in starts {
            let mut all = self.adverbials(start, verb, true);
            while is_comma(all.end) && all.end > start {
                let more = self.adverbials(all.end + 1, verb, true);
                all = Adverbials { found: all.found.or(more.found), end: more.end };
            }
            if all.end > start && self.leads_to(verb, all.end, who) {
                return all.found;
            }
        }
        // `Иван Соколов в 1955 году писал`
        let small = self.before_small(verb, from);
        if let Some(date) = self.before_date(small, from) {
            return self.adverbials(date, small, false).found;
        }
        let Some(last) = self.before_small(verb, from).checked_sub(1).filter(|&last| last > from && is_comma(last))
        else {
            return Circumstances::default();
        };
        let comma = (from..last).rev().find(|&i| is_comma(i));
        let between = comma.map(|comma| self.adverbials(comma + 1, last, false));
        between.filter(|all| all.end == last).map(|all| all.found).unwrap_or_default()
    }

    /// Where adverbials with a date begin that end at `end`, behind a word.
    pub fn before_date(&self, end: usize, from: usize) -> Option<usize> {
        let near = end.saturating_sub(LONGEST).max(from + 1)..end;
        // `vom 3. Mai 1898`: a month is part of the date.
        let is_behind_word = |at: &usize| self.is_word(at - 1) && self.is_capital(at - 1) && !self.is_month(at - 1);
        near.filter(is_behind_word).find(|&at| {
            let all = self.adverbials(at, end, false);
            all.end == end && all.found.date.is_some()
        })
    }

    /// Whether nothing but whoever says stands between `at` and the verb.
    fn leads_to(&self, verb: usize, at: usize, who: &Who) -> bool {
        let small = self.before_small(verb, at);
        if small == at {
            return true;
        }
        let apposition = |to: usize| {
            let is_comma = |at: usize| self.reader.kind(at) == Some(Kind::Comma);
            is_comma(to) && is_comma(small - 1)
        };
        self.named(at, verb).is_some_and(|(found, to)| found == *who && (to == small || apposition(to)))
    }

    /// Where the small words directly before a verb begin.
    fn before_small(&self, verb: usize, from: usize) -> usize {
        let mut at = verb;
        while at > from && (self.is_in(at - 1, self.words.between) || self.is_in(at - 1, self.words.aux)) {
            at -= 1;
        }
        at
    }

    /// The date that says when at `at`, with the token behind it.
    fn when(&self, at: usize, end: usize) -> Option<(Range<usize>, usize)> {
        let Lexicon { before_year, before_month, before_day, bare_years, year, .. } = self.words;
        let after = |list: &[&str]| {
            let from = self.behind_any(list, at)?;
            Some((from..end).find(|&i| !self.is_time(i)).unwrap_or(end))
        };
        let date = |from: usize| self.date(from, end).map(|to| from..to);
        let is_year = |date: &Range<usize>| date.len() == 1;
        let is_day = |date: &Range<usize>| self.reader.kind(date.start) == Some(Kind::Number) && date.len() > 1;
        let found = after(before_year).and_then(date).filter(is_year);
        let found = found.or_else(|| after(before_month).and_then(date).filter(|date| !is_year(date) && !is_day(date)));
        let found = found.or_else(|| after(before_day).or(Some(at)).and_then(date).filter(is_day));
        // `nannte 1936 „ein verlorenes Jahr“`, `beschrieb 1936 als „…“`
        let is_object = |to: usize| matches!(self.reader.kind(to), Some(Kind::Quote(_))) || self.is_in(to, "als mit");
        let found = found.or_else(|| date(at).filter(|date| *bare_years && is_year(date) && !is_object(date.end)));
        let found = found?;
        let to = if self.is_in(found.end, year) { found.end + 1 } else { found.end };
        // Of two years none is certain.
        let two = matches!(self.reader.kind(to), Some(Kind::Dash | Kind::Other))
            || self.is_in(to, "und bis et y e i и oder ou o u");
        (!two || self.reader.kind(to + 1) != Some(Kind::Number)).then_some((found, to))
    }

    /// The end of the date with a year at `at`: `1955`, `mai 1955`, `3 de mayo de 1955`.
    fn date(&self, at: usize, end: usize) -> Option<usize> {
        let is_number = |at: usize| at < end && self.reader.kind(at) == Some(Kind::Number);
        let is_month = |at: usize| at < end && self.is_month(at);
        let behind_of = |at: usize| if self.is_in(at, self.words.of) { at + 1 } else { at };
        let month = if is_number(at) { behind_of(at + 1) } else { at };
        if is_month(month) {
            let year = behind_of(month + 1);
            return (year < end && self.reader.is_year(year)).then_some(year + 1);
        }
        (is_number(at) && self.reader.is_year(at)).then_some(at + 1)
    }

    /// Whether a month is named at `at`, or a season that has its year as a month has.
    pub fn is_month(&self, at: usize) -> bool {
        let word = || self.reader.word(at).trim_end_matches('.').to_lowercase();
        self.is_word(at) && (month_in(self.words.months, &word()).is_some() || self.is_in(at, self.words.seasons))
    }

    /// The occasion at `at`.
    fn occasion(&self, at: usize, end: usize, before_subject: bool) -> Option<Occasion> {
        let words = self.words;
        let event = |list: &[&str], nouns: &str, endings: &[&str]| {
            let from = self.behind_any(list, at).filter(|&from| !self.is_in(from, words.directs))?;
            let is_event = |i: usize| {
                let word = bare(self.reader.word(i)).to_lowercase();
                self.is_word(i) && (has(nouns, &word) || endings.iter().any(|ending| word.ends_with(ending)))
            };
            let noun = (from..end.min(from + NEAR)).find(|&i| is_event(i))?;
            let between = |i: usize| self.is_in(i, words.articles) || self.is_plain(i);
            (from..noun).all(between).then_some((from, noun))
        };
        let found =
            event(words.at, words.events, words.event_endings).or_else(|| event(words.inside, words.messages, &[]));
        let (from, noun) = found?;
        let is_article = |i: usize| self.is_in(i, words.articles) || self.is_in(i, "d'un d'une un'");
        let start = (from..noun).find(|&i| !is_article(i)).unwrap_or(noun);
        let mut to = noun + 1;
        // Whether a year behind it says which one it was, and not when what it was about.
        let mut is_itself = true;
        let closes = |to: usize| !self.is_word(to) || self.is_in(to, words.of) || self.is_in(to, words.places);
        if let Some((date, behind)) = self.sent(to, end) {
            return Some(Occasion { range: start..to, date: Some(date), end: behind });
        }
        while to < end {
            // `в речи 1957 года`
            if words.declines
                && let Some(date) = self.date(to, end)
                && is_itself
                && self.is_in(date, words.year)
            {
                return Some(Occasion { range: start..to, date: Some(to..date), end: date + 1 });
            }
            if !words.capital_nouns && self.is_plain(to) && closes(to + 1) && !closes(to) {
                to += 1;
            } else if self.is_in(to, words.of) {
                let is_filler = |i: usize| self.is_in(i, words.articles) || self.is_in(i, words.year);
                let from = (to + 1..end).find(|&i| !is_filler(i)).unwrap_or(end);
                if let Some(date) = self.date(from, end) {
                    if is_itself {
                        return Some(Occasion { range: start..to, date: Some(from..date), end: date });
                    }
                    to = date;
                    continue;
                }
                let plain = (from..end.min(from + NEAR)).find(|&i| !self.is_plain(i)).unwrap_or(from);
                let run = self.run(plain, end);
                if run == from || (run > plain && !self.is_closed_run(plain..run, before_subject)) {
                    break;
                }
                is_itself = plain == from && (!words.capital_nouns || plain == to + 1);
                to = run.max(plain);
            } else if let Some(place) = self.place(to, end, before_subject) {
                to = place;
                is_itself = true;
            } else {
                break;
            }
        }
        let end = if self.is_in(to, words.year) { to + 1 } else { to };
        Some(Occasion { range: start..to, date: None, end })
    }

    /// When a message was sent or printed, if a participle at `at` says so: `une lettre adressée au préfet le 12 janvier 2004`.
    fn sent(&self, at: usize, end: usize) -> Option<(Range<usize>, usize)> {
        const SENT: &str = "adressée adressé envoyée envoyé écrite datée daté publiée publié prononcé prononcée dirigida dirigido enviada \
            enviado escrita fechada publicada publicado pronunciado pronunciada indirizzata inviata scritta datata pubblicata pronunciato \
            datada";
        const MOST: usize = 7;
        let near = (at + 1..end.min(at + MOST))
            .take_while(|&i| self.is_word(i) && !self.says(i) || self.when(i, end).is_some());
        self.is_in(at, SENT).then(|| near.into_iter().find_map(|i| self.when(i, end)))?
    }

    /// The end of the place at `at`.
    fn place(&self, at: usize, end: usize, before_subject: bool) -> Option<usize> {
        let to = self.is_in(at, self.words.places).then(|| self.run(at + 1, end))?;
        (to > at + 1 && self.is_closed_run(at + 1..to, before_subject)).then_some(to)
    }

    /// Whether no name of somebody can have run into a run of capitals.
    fn is_closed_run(&self, run: Range<usize>, before_subject: bool) -> bool {
        let to = run.end;
        run.len() == 1
            || !before_subject
            || self.reader.kind(to) == Some(Kind::Comma)
            || self.verb(to, to + 1).is_some()
    }

    /// A word in small letters that is an adjective or a noun, as far as the words of the language tell.
    fn is_plain(&self, at: usize) -> bool {
        let Lexicon { ends, opens, of, articles, pronouns, aux, between, .. } = self.words;
        let small = [ends, opens, of, articles, pronouns, aux, between];
        self.is_word(at) && !self.is_capital(at) && !self.says(at) && !small.iter().any(|list| self.is_in(at, list))
    }

    /// The token behind the longest of some phrases, if it begins at `at`.
    fn behind_any(&self, phrases: &[&str], at: usize) -> Option<usize> {
        let is_it = |phrase: &&&str| phrase.split(' ').enumerate().all(|(i, word)| self.is_in(at + i, word));
        phrases.iter().filter(is_it).map(|phrase| at + phrase.split(' ').count()).max()
    }
}
