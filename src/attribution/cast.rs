//! Who is in a text: names that mean the same person, and whom a pronoun or `the minister` stands for.

use super::Named;
use super::entity::{Entity, is_text};
use super::lexicon::Classes;
use super::person::{Person, is_no_person};
use super::phrases::{Head, Phrase, Reader, bare, is_initial, joined_words};
use super::tokens::{Kind as Token, Tokens};
use crate::text::is_womans_name;
use rustc_hash::FxHashMap;
use std::ops::Range;

/// The people of a text and who was spoken of last.
#[derive(Clone, Default)]
pub(super) struct Cast<'a> {
    pub people: Vec<Person<'a>>,
    by_word: FxHashMap<&'a str, Vec<usize>>,
    /// What they are called besides: `spokeswoman`.
    by_role: FxHashMap<String, Vec<usize>>,
    /// Who was spoken of, in order: the sentence's number, whom, and whether as a subject.
    pub spoken_of: Vec<(usize, Entity, bool)>,
}

/// Sentences that a pronoun may look back over.
const MEMORY: usize = 10;
/// People of one surname that are told apart.
const NAMESAKES: usize = 16;

impl<'a> Cast<'a> {
    /// Learns every name of the text's sentences; those in references, such as titles of books have in them, only as other
    /// names of people who are named elsewhere.
    pub fn learn(&mut self, tokens: &'a Tokens<'a>) {
        for references in [false, true] {
            for stream in 0..tokens.streams.len() {
                let reader = Reader { all: tokens, stream };
                for sentence in &tokens.streams[stream].sentences {
                    self.learn_from(reader, sentence, references);
                }
            }
        }
    }

    fn learn_from(&mut self, reader: Reader<'a>, sentence: &Range<usize>, references: bool) {
        let mut reference = 0;
        let mut at = sentence.start;
        while at < sentence.end {
            reference = reference.max(reader.reference_end(at, sentence.end).unwrap_or(0));
            let wanted = references == (at < reference);
            let Some(end) = reader.name_end(at, sentence.end).filter(|_| wanted) else {
                at += 1;
                continue;
            };
            let name = reader.bare_name(at..end);
            let initial = at == sentence.start && end - at == 1;
            let known = is_womans_name(reader.word(name.start)).is_some();
            let nobody = at > 0 && reader.is_word(at - 1, &["the"]) && name.start == at;
            if !nobody
                && (!initial || known)
                && let Some(person) = self.identify(reader, name.clone(), !references)
                && let Some(span) = reader.page_span(&name)
            {
                let words = words_of(reader, &name);
                let named = Named { text: joined_words(reader, &name), span };
                self.index(person, &words);
                // What begins with a common word is rather a name with something before it.
                if known || words.len() == 1 || !reader.tokens()[name.start].common {
                    self.people[person].is_called(words, named, !references);
                }
            }
            at = end;
        }
    }

    /// The number of the person of a name; a new one if it is nobody known and `new` is wanted.
    fn identify(&mut self, reader: Reader<'a>, name: Range<usize>, new: bool) -> Option<usize> {
        let words = words_of(reader, &name);
        let mut nobody = Classes::BODY.or(Classes::PLACE).or(Classes::EVENT);
        if words.len() == 1 && !name.start.checked_sub(1).is_some_and(|at| reader.is(at, Classes::TITLE)) {
            nobody = nobody.or(Classes::MONTH).or(Classes::WEEKDAY);
        }
        if words.is_empty()
            || words.len() > 5
            || name
                .clone()
                .any(|at| reader.is(at, nobody) && !reader.is(at, Classes::ROLE) || reader.is_word(at, &["of", "and"]))
        {
            return None;
        }
        let title = name.start.checked_sub(1).filter(|&at| {
            reader.is(at, Classes::TITLE.or(Classes::ROLE))
                && reader.tokens()[at].block == reader.tokens()[name.start].block
        });
        let title = title.or_else(|| reader.is(name.start, Classes::TITLE).then_some(name.start));
        let beside = reader.noun_beside(&name);
        // `Mr Justice Berg`
        let is_title = |at: &usize| {
            reader.is(*at, Classes::TITLE.or(Classes::ROLE))
                && reader.tokens()[*at].block == reader.tokens()[name.start].block
        };
        let titles = title.into_iter().flat_map(|title| (0..=title).rev().take(3).take_while(is_title));
        let told = titles.into_iter().find(|&at| reader.is(at, Classes::MALE.or(Classes::FEMALE)));
        let woman = match told {
            Some(at) if reader.is(at, Classes::MALE) => Some(false),
            Some(_) => Some(true),
            _ if beside.is_some_and(|at| reader.is(at, Classes::MALE)) => Some(false),
            _ if beside.is_some_and(|at| reader.is(at, Classes::FEMALE)) => Some(true),
            _ => is_womans_name(words[0]).filter(|_| words.len() > 1 || !name.is_empty()),
        };
        if is_no_person(reader, name.start, &words) {
            return None;
        }
        let candidates = self
            .by_word
            .get(words[words.len() - 1])
            .into_iter()
            .flatten()
            .chain(self.by_word.get(words[0]).into_iter().flatten());
        let mut fits: Vec<usize> =
            candidates.copied().filter(|&i| self.people[i].may_be(&words, woman, title.is_some())).collect();
        fits.sort_unstable();
        fits.dedup();
        let found = self.namesake(&fits, words.len() == 1);
        if let (Some(found), true) = (found, words.len() == 1 && fits.len() == 1) {
            self.people[found].alone |= self.people[found].words.last() == words.last();
        }
        let roles = reader.roles_of(&name);
        let aged = reader.is_word(name.end, &["who"])
            || reader.is_word(name.end + 1, &["who", "whose", "aged"])
            || reader.kind(name.end + 1) == Some(Token::Number) && reader.kind(name.end) == Some(Token::Comma);
        let human = title.is_some() || is_womans_name(words[0]).is_some() || !roles.is_empty() || aged;
        let number = match found {
            Some(number) => number,
            None if new => {
                // Who has only a surname keeps the title.
                let kept = name.len() == 1
                    && title.is_some_and(|at| {
                        reader.is_word(
                            at.min(name.start),
                            &["Mr", "Mr.", "Mrs", "Mrs.", "Miss", "Ms", "Ms.", "Madame", "Monsieur", "Herr", "Frau"],
                        )
                    });
                let shown = if kept { title.unwrap_or(name.start)..name.end } else { name.clone() };
                let span = reader.page_span(&shown)?;
                let text = joined_words(reader, &shown);
                self.people.push(Person::new(words.clone(), Named { text, span }, woman, human));
                self.index(self.people.len() - 1, &words);
                self.people.len() - 1
            }
            None => return None,
        };
        let person = &mut self.people[number];
        person.woman = person.woman.or(woman);
        person.human |= human;
        let office = title.and_then(|at| office(reader.word(at)));
        for role in roles.into_iter().chain(office.map(str::to_string)) {
            let all = self.by_role.entry(role).or_default();
            if !all.contains(&number) && all.len() < NAMESAKES {
                all.push(number);
            }
        }
        Some(number)
    }

    /// Which of several people of a name is meant by it: who was spoken of last or, by a surname `alone` and unless that was just
    /// now, the one whom the text called by it before there were others.
    fn namesake(&self, fits: &[usize], alone: bool) -> Option<usize> {
        let last = fits.iter().copied().max_by_key(|&person| self.people[person].last)?;
        let mut usual = fits.iter().copied().filter(|&person| self.people[person].alone);
        let is_just_now = self.people[last].last == self.spoken_of.len() && !self.spoken_of.is_empty();
        match (usual.next(), usual.next()) {
            (Some(usual), None) if alone && !is_just_now => Some(usual),
            _ => Some(last),
        }
    }

    fn index(&mut self, number: usize, words: &[&'a str]) {
        for word in [words[0], words[words.len() - 1]] {
            let all = self.by_word.entry(word).or_default();
            if !all.contains(&number) && all.len() < NAMESAKES {
                all.push(number);
            }
        }
    }

    /// Whom a phrase in sentence `number` means; who `speaks` is a person or acts like one.
    pub fn resolve(&mut self, reader: Reader<'a>, phrase: &Phrase, number: usize, speaks: bool) -> Option<Entity> {
        match &phrase.head {
            Head::Name(name) => {
                let the = name.start > phrase.range.start && reader.is_word(name.start - 1, &["the"]);
                let joined = name.clone().any(|at| reader.is_word(at, &["and", "&"]));
                // `Critics say`: a capital that only begins a sentence.
                let initial = name.len() == 1 && phrase.range.start == name.start && is_initial(reader, name.start);
                let body = reader.is(name.start, Classes::ROLE.or(Classes::BODY).or(Classes::HEARER));
                let common = initial && (body || !speaks || reader.word(name.start).ends_with('s'));
                if !the
                    && !joined
                    && let Some(person) = self.identify(reader, name.clone(), !common)
                {
                    self.people[person].human |= speaks && name.len() < 4 && !self.people[person].is_body();
                    return Some(self.entity(person));
                }
                let joined = joined || common && reader.word(name.start).ends_with('s');
                self.thing(reader, &if the || joined { phrase.range.clone() } else { name.clone() }, joined)
            }
            // Inside a quotation `he` may be anybody.
            Head::Pronoun(_) if reader.stream != 0 => None,
            Head::Pronoun(at) => self.pronoun(reader, &reader.word(*at).to_lowercase(), number),
            Head::Quoted(_) => None,
            Head::Noun => {
                let definite = reader.is_word(phrase.range.start, &["the", "this", "that"]);
                let age = phrase.range.clone().any(|at| reader.word(at).ends_with("-year-old"));
                let roles: Vec<usize> = phrase.range.clone().filter(|&at| reader.is(at, Classes::ROLE)).collect();
                if definite && age {
                    return self.last(number, None).map(|entity| Entity { sure: false, ..entity });
                }
                if let (true, [role], true) = (definite, roles.as_slice(), phrase.range.len() <= 3) {
                    let role = bare(reader.word(*role)).to_lowercase();
                    let named = self.by_role.get(&role).cloned().unwrap_or_default();
                    let recent =
                        self.near(number).find(|(_, entity, _)| entity.person.is_some_and(|p| named.contains(&p)));
                    if let Some((_, recent, _)) = recent {
                        return Some(Entity { sure: named.len() == 1, ..recent.clone() });
                    }
                    if let [only] = named[..] {
                        return Some(Entity { sure: false, ..self.entity(only) });
                    }
                }
                let many = ["people", "men", "women", "children", "spokespeople", "spokesmen"];
                let plural =
                    roles.last().is_some_and(|&at| reader.word(at).ends_with('s') || reader.is_word(at, &many));
                self.thing(reader, &phrase.range, plural)
            }
        }
    }

    fn thing(&self, reader: Reader<'a>, range: &Range<usize>, plural: bool) -> Option<Entity> {
        let named = Named { text: joined_words(reader, range), span: reader.page_span(range)? };
        let noun = range.start..reader.noun_end(range);
        // `her soft brown head`
        let is_limb =
            |at: usize| reader.is_word(at, &["head"]) && reader.is_word(range.start, &["his", "her", "my", "their"]);
        let role = noun.rev().find(|&at| reader.is(at, Classes::ROLE) && !is_limb(at)).filter(|_| !plural);
        let somebody = role.map(|at| match () {
            _ if reader.is(at, Classes::FEMALE) => Some(true),
            _ if reader.is(at, Classes::MALE) => Some(false),
            _ => None,
        });
        let is_mute = !reader.can_speak(&Phrase { range: range.clone(), head: Head::Noun });
        Some(Entity { named, person: None, plural, somebody, sure: true, is_text: is_text(reader, range), is_mute })
    }

    fn entity(&self, person: usize) -> Entity {
        Entity {
            named: self.people[person].named.clone(),
            person: Some(person),
            plural: false,
            somebody: None,
            sure: true,
            is_text: false,
            is_mute: false,
        }
    }

    /// Who was spoken of in the sentences before `number` and in it, the last first.
    pub fn near(&self, number: usize) -> impl Iterator<Item = &(usize, Entity, bool)> {
        self.spoken_of.iter().rev().take(64).take_while(move |(at, ..)| at + MEMORY >= number)
    }

    /// Whether a word is known as a name.
    pub fn knows(&self, reader: Reader<'a>, at: usize) -> bool {
        let word = bare(reader.word(at));
        let is_called = self.by_word.get(word).is_some_and(|all| all.iter().any(|&one| self.people[one].is_learnt()));
        is_called || reader.is(at, Classes::PLACE) || is_womans_name(word).is_some()
    }

    /// Whether it is known that an entity is a person.
    pub fn is_human(&self, entity: &Entity) -> bool {
        entity.person.map_or(entity.somebody.is_some(), |person| self.people[person].human)
    }

    /// Whether an entity is a person with a name.
    pub fn is_named_human(&self, entity: &Entity) -> bool {
        entity.person.is_some_and(|person| self.people[person].human)
    }

    /// Remembers that somebody was spoken of in sentence `number`.
    pub fn remember(&mut self, number: usize, entity: Entity, subject: bool) {
        if let Some(person) = entity.person {
            self.people[person].last = self.spoken_of.len() + 1;
        }
        self.spoken_of.push((number, entity, subject));
    }

    /// Remembers the people of a part of a sentence who are not its subject.
    pub fn mention(&mut self, reader: Reader<'a>, sentence: &Range<usize>, number: usize) {
        let mut at = sentence.start;
        while at < sentence.end {
            let Some(end) = reader.name_end(at, sentence.end) else {
                at += 1;
                continue;
            };
            let name = reader.bare_name(at..end);
            if let Some(person) = self.identify(reader, name, false) {
                let entity = self.entity(person);
                self.remember(number, entity, false);
            }
            at = end;
        }
    }
}

/// What somebody with a title before the name is called without one.
fn office(title: &str) -> Option<&'static str> {
    const OFFICES: [(&str, &str); 6] = [
        ("dr", "doctor"),
        ("prof", "professor"),
        ("sen", "senator"),
        ("capt", "captain"),
        ("col", "colonel"),
        ("gov", "governor"),
    ];
    let title = title.trim_end_matches('.').to_lowercase();
    OFFICES.iter().find(|(short, _)| *short == title).map(|(_, office)| *office)
}

/// The words of a name, without a possessive ending.
fn words_of<'a>(reader: Reader<'a>, name: &Range<usize>) -> Vec<&'a str> {
    name.clone().map(|at| bare(reader.word(at))).collect()
}
