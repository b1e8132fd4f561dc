//! Making one segment of several, without the texts. It has candidates for concepts where all of them have.

use super::records::BLOCK;
use super::{Builder, Segment, encode};

/// The bytes of a segment of the given documents of some segments, in the given order; `None` where one of them turns out
/// to be damaged.
pub fn merge(documents: &[(&Segment, usize)]) -> Option<Vec<u8>> {
    let mut builder = Builder::default();
    for &(segment, document) in documents {
        builder.begin_source();
        let inside = segment.positions_of(document);
        let mut position = inside.start;
        let mut words = Vec::new();
        while position < inside.end {
            let spans = segment.spans_until((position + BLOCK).min(inside.end) - 1);
            let next = (position + spans.len().max(1)).min(inside.end);
            words.clear();
            segment.read_words(position..next, &mut words);
            for (&span, &word) in spans.iter().zip(&words) {
                builder.push(span, segment.word(word));
            }
            position = next;
        }
        if segment.is_extracted() {
            builder.push_candidates(segment.candidates_of(document));
        }
        if segment.is_damaged() {
            return None;
        }
    }
    Some(encode(vec![builder]))
}
