//! Whom a pronoun stands for: who fits and was spoken of last, or nobody where another may be meant; and whether somebody is a man
//! or a woman, as the pronouns for her or him tell.

use super::Named;
use super::cast::Cast;
use super::entity::Entity;
use super::phrases::Reader;
use std::ops::Range;

/// Sentences by which somebody whose sex is known counts as nearer.
const KNOWN: usize = 3;
/// Tokens among which a pronoun for somebody is looked for.
const FARTHEST: usize = 60;
/// Sentences after which it is no longer clear which of several people a pronoun means.
const LONG_AGO: usize = 6;
impl<'a> Cast<'a> {
    /// Learns whether somebody is a woman from what the rest of the sentence has for her or him: `Ann Lee said, and she left`.
    pub fn learn_sex(&mut self, reader: Reader<'a>, entity: &mut Entity, rest: Range<usize>) {
        let pronoun = rest.clone().take(FARTHEST).find(|&at| reader.is_word(at, &["he", "she"]));
        let Some(pronoun) = pronoun.filter(|&at| !(rest.start..at).any(|at| reader.is_name_word(at))) else { return };
        let woman = Some(reader.is_word(pronoun, &["she"]));
        match entity.person {
            Some(person) if self.people[person].human => {
                self.people[person].woman = self.people[person].woman.or(woman);
            }
            Some(_) => {}
            None => entity.somebody = entity.somebody.map(|known| known.or(woman)),
        }
    }

    /// Whom a pronoun in sentence `number` means.
    pub fn pronoun(&mut self, reader: Reader<'a>, word: &str, number: usize) -> Option<Entity> {
        let woman = match word {
            "he" | "his" | "him" => false,
            "she" | "her" => true,
            "they" | "their" | "them" => {
                let near = self.near(number).find(|(_, entity, subject)| *subject && entity.plural);
                return near.map(|(_, entity, _)| Entity { sure: false, ..entity.clone() });
            }
            "it" | "its" => {
                let near = self.near(number).find(|(_, entity, subject)| *subject && !self.is_human(entity));
                return near
                    .filter(|(_, entity, _)| !entity.plural && !entity.is_mute)
                    .map(|(_, entity, _)| Entity { sure: false, ..entity.clone() });
            }
            _ => return None,
        };
        let found = self.last(number, Some(woman))?;
        let others: Vec<&Entity> = self
            .near(number)
            .map(|(_, entity, _)| entity)
            .filter(|other| self.fits(other, Some(woman)).is_some())
            .collect();
        let sure = others.iter().all(|other| other.named == found.named);
        // `The critic Tom Berg described her music. She laughed`
        let is_known = |entity: &Entity| self.fits(entity, Some(woman)) == Some(true);
        let is_others = is_spoken_of_before(reader, word, number)
            && !is_known(&found)
            && others.iter().any(|other| is_known(other));
        if is_others || self.is_unclear(&found, &others, number) {
            return None;
        }
        // Who was the subject just now is likely a man if `he` comes next.
        if let Some(person) = found.person
            && self.people[person].woman.is_none()
            && self.spoken_of.last().is_some_and(|(at, last, _)| last.person == Some(person) && at + 1 >= number)
        {
            self.people[person].woman = Some(woman);
        }
        Some(Entity { sure, ..found })
    }

    /// Whether one of the `others` whom a pronoun fits may be meant as well as the one who is `found`: spoken of since, or where
    /// that is long ago.
    fn is_unclear(&self, found: &Entity, others: &[&Entity], number: usize) -> bool {
        let last =
            |named: &Named| self.near(number).find(|(_, entity, _)| entity.named == *named).map_or(0, |(at, ..)| *at);
        let at = last(&found.named);
        let is_other = |other: &&&Entity| other.named != found.named;
        let fits = others.iter().filter(is_other).any(|other| last(&other.named) > at || at + LONG_AGO <= number);
        fits || self.near(number).any(|(since, entity, subject)| *subject && *since > at && self.may_be_human(entity))
    }

    /// Whether an entity has a name that may be a person's, though nothing else says that it is.
    pub fn may_be_human(&self, entity: &Entity) -> bool {
        entity.person.is_some_and(|person| !self.people[person].human && self.people[person].words.len() == 2)
    }

    /// Whether somebody may be the man or woman wanted, and whether that is known.
    fn fits(&self, entity: &Entity, woman: Option<bool>) -> Option<bool> {
        let known = match entity.person {
            Some(person) if self.people[person].human => self.people[person].woman,
            Some(_) => return None,
            None => entity.somebody?,
        };
        match (known, woman) {
            (Some(a), Some(b)) => (a == b).then_some(true),
            (None, Some(_)) => Some(false),
            _ => Some(true),
        }
    }

    /// The person who fits and was the subject last or, if none was, was spoken of last. Who is known to be a man or a
    /// woman is preferred to who may be, if that is not much longer ago.
    pub fn last(&self, number: usize, woman: Option<bool>) -> Option<Entity> {
        let best = |subjects: bool| {
            let all = self.near(number).filter(|(_, _, subject)| *subject || !subjects);
            let fitting = all.filter_map(|(at, entity, _)| {
                let near = at + 1 >= number;
                let nearer = match self.fits(entity, woman)? {
                    true => KNOWN + 1,
                    false if near => KNOWN,
                    false => 0,
                };
                Some((at + nearer, entity))
            });
            // The last one of the nearest.
            fitting.fold(None, |best: Option<(usize, &Entity)>, next| match best {
                Some(best) if best.0 >= next.0 => Some(best),
                _ => Some(next),
            })
        };
        best(true).or_else(|| best(false)).map(|(_, entity)| entity.clone())
    }
}

/// Whether the sentence before `number` speaks of him or her by a pronoun that is not its subject: `his house`, `met her`.
fn is_spoken_of_before(reader: Reader, word: &str, number: usize) -> bool {
    let same: &[&str] = if word.starts_with('h') && word != "her" { &["his", "him"] } else { &["her"] };
    let sentences = &reader.all.streams[0].sentences;
    let before = number.checked_sub(1).and_then(|before| sentences.get(before));
    before.is_some_and(|before| before.clone().skip(1).take(FARTHEST).any(|at| reader.is_word(at, same)))
}
