//! Texts that no one wrote to be read: without the end of a sentence, of names or commas alone.

use super::super::Extractor;
use crate::markup::{Format, blocks_of};
use crate::text::growth::grows_with_size;

#[test]
fn a_paragraph_without_an_end_takes_no_longer_than_its_size() {
    for unit in [
        "salt harbour gates of the town keep ",
        "salt, corn, ",
        "such as salt, ",
        "the salt is a tax; ",
        "Ann Lee met Jonas Vik and ",
        "\"salt\" tax ",
    ] {
        grows_with_size(unit, 3000, |text| _ = Extractor::default().extract(&blocks_of(text, Format::Markdown)));
    }
}
