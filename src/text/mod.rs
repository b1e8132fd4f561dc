//! Values about text, and nothing else: spans, positions, words and their folding, numbers, sentences, the rope of a draft.

mod cases;
mod chinese;
mod everyday;
mod given;
mod han;
mod irregular;
mod languages;
pub mod months;
mod numbers;
mod numerals;
mod position;
mod rope;
mod sentences;
mod span;
mod stems;
pub mod varint;
mod words;
mod years;

pub use cases::{Declined, declined};
pub use chinese::chinese_number;
pub use everyday::{is_everyday, is_set_pair};
pub use given::{is_given_name, is_womans_name};
pub use han::{has_other_form, is_other_form, other_forms};
pub use irregular::{irregular_base, irregular_forms};
pub use languages::{is_article, is_german, may_be_german};
pub use months::is_month;
pub use numbers::{Number, cardinal, count_word, number, number_of, number_word, same_number, spoken_number};
pub use numerals::{Counting, small_numbers};
pub use position::{Encoding, LineIndex, Position};
pub use rope::Draft;
pub use sentences::{around, is_abbreviation, sentences};
pub use span::Span;
pub use stems::{inflected, stem};
pub use words::{
    Word, count_unspaced, each_word, elided, elision, fold, folded_words, is_hiragana, is_unspaced, is_word_char, key,
    words,
};
pub use years::{Moment, certain_year, moment, years};
