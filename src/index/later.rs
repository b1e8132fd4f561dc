//! The candidates for concepts of a segment, which may be found later than its words: quotations need not wait for them.

use super::bits;
use super::layout::{Section, Writer};
use super::segment::Segment;

/// Adds the candidates of all documents, or of none.
pub(super) fn add<'a>(candidates: impl Iterator<Item = &'a [u8]>, writer: &mut Writer) {
    let (mut all, mut ends) = (Vec::new(), Vec::new());
    for one in candidates {
        all.extend_from_slice(one);
        ends.push(all.len() as u32);
    }
    writer.add(Section::Candidates, &all);
    writer.add(Section::CandidateEnds, &bits::ends(&ends));
}

impl Segment {
    /// The bytes of the same segment with these candidates for concepts, document by document, as
    /// [`crate::extraction::encode`] writes them; `None` where it turns out to be damaged.
    pub fn with_candidates(&self, candidates: &[Vec<u8>]) -> Option<Vec<u8>> {
        let mut writer = Writer::default();
        self.copy_before(Section::Candidates, &mut writer)?;
        add(candidates.iter().map(Vec::as_slice), &mut writer);
        Some(writer.finish(self.words()))
    }
}
