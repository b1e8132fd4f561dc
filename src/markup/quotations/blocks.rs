//! Block quotations: each is one quotation with its paragraphs as parts, without the line that says who wrote it.

use super::super::reading::{Reading, is_blank};
use super::super::{Quotation, QuotationKind};
use super::trimmed;
use crate::text::Span;

/// The block quotations of a page whose `marked` quotations are known. One that stands between marks as a whole is among those
/// already.
pub(super) fn block_quotations(reading: &Reading, marked: &[Quotation]) -> Vec<Quotation> {
    let mut all = Vec::new();
    let mut block = 0;
    while block < reading.blocks.len() {
        let first = block;
        block += 1;
        let Some(group) = reading.quoted_in[first] else { continue };
        while reading.quoted_in.get(block) == Some(&Some(group)) {
            block += 1;
        }
        all.extend(block_quotation(reading, first..block).filter(|quotation| !is_marked(reading, quotation, marked)));
    }
    all
}

fn block_quotation(reading: &Reading, blocks: std::ops::Range<usize>) -> Option<Quotation> {
    let last = blocks.end - 1;
    let parts: Vec<_> = blocks
        .map(|block| {
            let prose = reading.blocks[block].prose.text.as_str();
            let end = if block == last { without_attribution(prose) } else { prose.len() };
            (block, trimmed(reading, block, Span::new(0, end)))
        })
        .filter(|&(block, span)| !is_blank(span.of(&reading.blocks[block].prose.text)))
        .collect();
    let place = |&(block, span): &(usize, Span)| reading.blocks[block].prose.to_page(span);
    let span = place(parts.first()?)?.join(place(parts.last()?)?);
    Some(Quotation { span, parts, kind: QuotationKind::Block, parent: None })
}

/// Whether one pair of marks encloses the whole of `quotation`, but for the point behind them.
fn is_marked(reading: &Reading, quotation: &Quotation, marked: &[Quotation]) -> bool {
    let next = marked.partition_point(|other| other.span.start < quotation.span.start);
    let Some(other) = marked.get(next).filter(|other| other.span.start == quotation.span.start) else { return false };
    let Some(&(block, last)) = quotation.parts.last() else { return false };
    let Some(&(end, part)) = other.parts.last() else { return false };
    let prose = &reading.blocks[block].prose.text;
    let mark = match other.kind {
        QuotationKind::Marked { close, .. } => close.len_utf8(),
        QuotationKind::Block => 0,
    };
    end == block
        && Span::new(part.end + mark, last.end).of(prose).chars().all(|c| c.is_whitespace() || c.is_ascii_punctuation())
}

/// How many lines the name of a work may take.
const ATTRIBUTION_LINES: usize = 3;

/// Where the prose of a block quotation's last paragraph ends: before a line `— Author, Work` at its end, if there is one behind a
/// whole sentence.
fn without_attribution(prose: &str) -> usize {
    let body = prose.trim_end();
    let mut end = body.len();
    for _ in 0..ATTRIBUTION_LINES {
        let start = body[..end].rfind(['\n', '\r']).map_or(0, |at| at + 1);
        let line = body[start..end].trim_start();
        let before = body[..start].trim_end();
        let names = line.trim_start_matches(['—', '–', '―', '-']);
        let dashes = line.len() - names.len();
        if dashes >= 2 && names.starts_with(|c: char| c.is_whitespace() || c.is_alphabetic() || c == '[') {
            let whole = before.ends_with(|c: char| !c.is_alphanumeric() && !matches!(c, ',' | ';' | '-' | '—' | '–'));
            return if before.is_empty() || whole { before.len() } else { prose.len() };
        }
        if start == 0 {
            break;
        }
        end = before.len();
    }
    prose.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_with_the_authors_name_is_not_quoted() {
        for (prose, rest) in [
            ("Peace lasts.\n— Mao Zedong, 1954", "Peace lasts."),
            ("Peace lasts.”\n-- Mao Zedong,\nSelected Works", "Peace lasts.”"),
            ("— Mao Zedong", ""),
            ("It was late\n— too late, they said", "It was late\n— too late, they said"),
            ("non-\n-interference", "non-\n-interference"),
            ("One line.", "One line."),
        ] {
            assert_eq!(&prose[..without_attribution(prose)], rest);
        }
    }
}
