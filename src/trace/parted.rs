//! Quotations that their source has in two halves: `“…,” she said, “…”`.

/// Marks that may close …
const CLOSING: [char; 7] = ['”', '"', '»', '’', '\'', '“', '«'];
/// … and marks that may open.
const OPENING: [char; 7] = ['“', '"', '«', '‘', '\'', '„', '»'];

/// Whether some words stand between two halves of what somebody says, or between what two say: a mark closes before them and
/// another opens behind them. Takes what stands between them and the words around.
pub fn parts_speech(before: &str, behind: &str) -> bool {
    // A mark closes right behind a word and opens right before one; French guillemets stand apart.
    let closes = before.find(CLOSING).is_some_and(|mark| {
        let (lead, mark) = before.split_at(mark);
        mark.starts_with('»') || !lead.contains(char::is_whitespace)
    });
    closes && (behind.ends_with(OPENING) || behind.trim_end().ends_with('«'))
}

#[cfg(test)]
mod tests {
    use super::parts_speech;

    #[test]
    fn marks_close_before_and_open_behind() {
        for (before, behind) in [(",” ", ", “"), (",\" ", ", \""), (" », ", ", « "), ("“, ", ": „")] {
            assert!(parts_speech(before, behind), "{before}…{behind}");
        }
        for (before, behind) in [(" “", "” "), (" \"", "\" "), (" ", " "), ("’ ", " "), (", ", ", “")] {
            assert!(!parts_speech(before, behind), "{before}…{behind}");
        }
    }
}
