//! What in a text may be the name of something, and what speaks for it: noun phrases with their counts, quotation marks,
//! cue nouns, capitals, headings, lists, and the sentences that look like definitions. One document at a time, so that what
//! is found can be kept beside the document's words; which of it names a concept of the corpus is decided in
//! [`crate::concepts`], from all documents together.
//!
//! Most of the words that tell are English; [`languages`] reads six other languages and [`unspaced`] Chinese and Japanese, with
//! fewer signs. Of a text in any other language nothing is said.

mod appositions;
mod arithmetic;
mod blocks;
mod candidates;
mod capitals;
mod clauses;
mod code;
mod complements;
mod counting;
mod cues;
mod deeds;
mod defining;
mod definitions;
mod document;
mod emphasis;
mod extractor;
mod glossary;
mod headings;
mod heads;
mod identified;
mod language;
mod languages;
mod lexicon;
mod marks;
mod nameless;
mod objects;
mod pattern;
mod persons;
mod phrases;
mod pointers;
mod predicates;
mod record;
mod restated;
mod roles;
mod runin;
mod shape;
mod signals;
mod tables;
mod terms;
#[cfg(test)]
mod tests;
mod tokens;
mod topics;
mod unspaced;
mod wording;

pub use candidates::{Candidate, Defining, keys_within, phrase_key};
pub use extractor::Extractor;
pub use lexicon::{
    DETERMINERS, RANKS, is_calendar, is_determiner, is_nominal, is_praise, is_rank, is_verb, may_be_in_name, root,
};
pub use pattern::Pattern;
pub use record::{decode, encode};
pub use signals::{Signal, Signals};
