//! A corpus as peers search it: letters and digits in lower case, one space between words, and where each stood.

use std::path::Path;

/// All documents, folded, one after the other.
pub struct Folded {
    /// The folded text.
    pub text: Vec<u8>,
    /// Where each byte of it stood in its document.
    places: Vec<u32>,
    /// The documents' names, and where each begins in the folded text.
    documents: Vec<(String, usize)>,
}

impl Folded {
    /// Reads documents.
    pub fn read(paths: &[String]) -> Self {
        let mut all = Folded { text: Vec::new(), places: Vec::new(), documents: Vec::new() };
        for path in paths {
            let name = Path::new(path).file_stem().unwrap_or_default().to_string_lossy().into_owned();
            all.documents.push((name, all.text.len()));
            let document = std::fs::read_to_string(path).unwrap_or_default();
            each(&document, |at, byte| {
                all.text.push(byte);
                all.places.push(at as u32);
            });
            all.text.push(b'\n');
            all.places.push(document.len() as u32);
        }
        all
    }

    /// The document, and the bytes of it, that a stretch of the folded text stands for.
    pub fn place(&self, start: usize, end: usize) -> Option<(&str, usize, usize)> {
        let number = self.documents.partition_point(|(_, begin)| *begin <= start).checked_sub(1)?;
        let limit = self.documents.get(number + 1).map_or(self.text.len(), |(_, begin)| *begin) - 1;
        let last = end.min(limit).checked_sub(1)?;
        Some((&self.documents[number].0, *self.places.get(start)? as usize, *self.places.get(last)? as usize + 1))
    }
}

/// The folded form of a query.
pub fn fold(text: &str) -> Vec<u8> {
    let mut folded = Vec::new();
    each(text, |_, byte| folded.push(byte));
    folded
}

/// Calls `push` with each byte of the folded form and with where it stood. A letter beyond ASCII is one byte.
fn each(text: &str, mut push: impl FnMut(usize, u8)) {
    let (mut any, mut space) = (false, false);
    for (at, sign) in text.char_indices() {
        if !sign.is_alphanumeric() {
            space = any;
            continue;
        }
        if space {
            push(at, b' ');
            space = false;
        }
        any = true;
        push(at, if sign.is_ascii() { sign.to_ascii_lowercase() as u8 } else { b'{' + (sign as u32 % 4) as u8 });
    }
}
