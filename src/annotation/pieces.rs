//! Cutting a long `concepts.toml` into pieces: what TOML is parsed into takes more than ten times the room of the text, and
//! of a piece that room is soon free again.

/// How long a piece is, about, in bytes.
const PIECE: usize = 1 << 14;

/// The pieces of a file, each with its first byte; all but the first begin with a `[[concept]]`. A text of several lines
/// may be cut through where it looks like one: then a piece is not TOML.
pub(super) fn pieces(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut next = 0;
    std::iter::from_fn(move || {
        let start = next;
        let far = (start + PIECE).min(text.len());
        let cut = memchr::memmem::find(&text.as_bytes()[far..], b"\n[[concept]]");
        next = cut.map_or(text.len(), |cut| far + cut + 1);
        (start < text.len()).then(|| (start, &text[start..next]))
    })
}

/// Whether each member of an utterance in the piece has its utterance there.
pub(super) fn is_complete(piece: &str) -> bool {
    piece.find("[[utterance.").is_none_or(|member| piece[..member].contains("[[utterance]]"))
}

#[cfg(test)]
mod tests {
    use super::super::parse_concepts;
    use super::*;

    #[test]
    fn a_long_file_is_read_in_pieces_as_it_is_as_a_whole() {
        let concept = |i: usize| {
            let name = "a name as long as names are in files that were written by hand ".repeat(4);
            format!(
                "# č\n[[concept]]\nid = 'c{i}'\nname = '{name}{i}'\nkind = 'concpt'\nbroader = ['c{}']\nx = {i}\n",
                i / 2
            )
        };
        let file: String = (0..200).map(concept).collect();
        let whole = parse_concepts(&format!(
            "{file}[[utterance]]\nspeaker = 'x'\n[[concept]]\nid = 'z'\nname = 'z'\nkind = 'concept'\n[[utterance.member]]\nsource = 'a'\nexact = 'b'\n"
        ));
        let cut = parse_concepts(&file);
        assert!(pieces(&file).count() > 3 && pieces(&file).all(|(_, piece)| is_complete(piece)));
        assert_eq!(cut.concepts.len(), 200);
        for (a, b) in cut.concepts.iter().zip(&whole.concepts) {
            assert_eq!(format!("{a:?}"), format!("{b:?}"));
        }
        assert_eq!(cut.problems[..], whole.problems[..cut.problems.len()]);
    }

    #[test]
    fn a_text_that_looks_like_a_concept_cuts_no_file() {
        let filler = "# a remark\n".repeat(3 * PIECE / 11);
        let file =
            format!("{filler}[[concept]]\nid = 'a'\nkind = 'concept'\nname = \"\"\"\n{filler}\n[[concept]]\n\"\"\"\n");
        assert!(pieces(&file).count() > 1);
        assert_eq!(parse_concepts(&file).concepts.len(), 1);
    }
}
