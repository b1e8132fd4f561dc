//! From the bytes of a file to its text: UTF-8, UTF-16 and Latin-1, told apart by what the bytes look like.

use encoding_rs::{Encoding, UTF_16BE, UTF_16LE, WINDOWS_1252};
use serde::{Deserialize, Serialize};

/// How a file was written, as far as its bytes tell.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Decoding {
    /// UTF-8.
    #[default]
    Utf8,
    /// UTF-8 with a few bytes that are none; each run of them is U+FFFD in the text.
    DamagedUtf8,
    /// UTF-16, least significant byte first.
    Utf16Le,
    /// UTF-16, most significant byte first.
    Utf16Be,
    /// Latin-1, in the superset that is in use (windows-1252).
    Latin1,
}

/// A file's text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decoded {
    /// Without a byte-order mark.
    pub text: String,
    /// How it was written.
    pub decoding: Decoding,
    /// The bytes of the file that stand before the text: those of a byte-order mark in UTF-8. None are counted where the file's
    /// bytes are not the text's.
    pub mark: usize,
}

/// How much of a file is looked at to tell text from other things, in bytes.
const LOOKED_AT: usize = 8 * 1024;

/// Decodes a file; `None` if it is not text.
pub fn decode(bytes: Vec<u8>) -> Option<Decoded> {
    match bytes.as_slice() {
        [0xff, 0xfe, 0, 0, ..] | [0, 0, 0xfe, 0xff, ..] => return None,
        [0xff, 0xfe, rest @ ..] => return Some(lossy(rest, UTF_16LE, Decoding::Utf16Le)),
        [0xfe, 0xff, rest @ ..] => return Some(lossy(rest, UTF_16BE, Decoding::Utf16Be)),
        _ => {}
    }
    let start = &bytes[..bytes.len().min(LOOKED_AT)];
    if start.contains(&0) {
        return match utf16_without_mark(start)? {
            Decoding::Utf16Le => Some(lossy(&bytes, UTF_16LE, Decoding::Utf16Le)),
            _ => Some(lossy(&bytes, UTF_16BE, Decoding::Utf16Be)),
        };
    }
    match String::from_utf8(bytes) {
        Ok(mut text) => {
            let mark = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
            text.drain(..mark);
            Some(Decoded { text, decoding: Decoding::Utf8, mark })
        }
        Err(error) => not_utf8(error.as_bytes()),
    }
}

/// Text that is not valid UTF-8: damaged if more of what is not ASCII is UTF-8 than is not, which other text is by chance only
/// now and then, else Latin-1.
fn not_utf8(bytes: &[u8]) -> Option<Decoded> {
    let start = &bytes[..bytes.len().min(LOOKED_AT)];
    let is_control = |byte: &&u8| **byte < 0x20 && !matches!(**byte, b'\t' | b'\n' | b'\r' | 0x0b | 0x0c | 0x1b);
    if start.iter().filter(is_control).count() * 20 > start.len() {
        return None;
    }
    let (mut whole, mut broken) = (0usize, 0usize);
    for chunk in bytes.utf8_chunks() {
        whole += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        broken += usize::from(!chunk.invalid().is_empty());
    }
    if bytes.starts_with(b"\xef\xbb\xbf") || whole > broken {
        let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
        let text = String::from_utf8_lossy(bytes).into_owned();
        return Some(Decoded { text, decoding: Decoding::DamagedUtf8, mark: 0 });
    }
    Some(lossy(bytes, WINDOWS_1252, Decoding::Latin1))
}

fn lossy(bytes: &[u8], encoding: &'static Encoding, decoding: Decoding) -> Decoded {
    let (text, _) = encoding.decode_without_bom_handling(bytes);
    Decoded { text: text.into_owned(), decoding, mark: 0 }
}

/// In which order of bytes these make UTF-16 text; `None` where in neither. Text has white space and hardly any
/// characters that are neither letters, marks nor white space; read in the wrong order it has many.
fn utf16_without_mark(start: &[u8]) -> Option<Decoding> {
    let share_of_text = |from_bytes: fn([u8; 2]) -> u16| {
        let units = start.chunks_exact(2).map(|pair| from_bytes([pair[0], pair[1]]));
        let (mut all, mut good, mut spaces) = (0usize, 0usize, 0usize);
        for c in char::decode_utf16(units) {
            all += 1;
            let Ok(c) = c else { continue };
            spaces += usize::from(c.is_whitespace());
            let is_mark = matches!(c, '!'..='~' | '\u{a1}'..='\u{bf}' | '\u{2010}'..='\u{205e}' | '\u{3000}'..='\u{303f}' | '\u{ff01}'..='\u{ff65}');
            good +=
                usize::from(is_mark || c > '\u{ffff}' || c.is_alphanumeric() || matches!(c, ' ' | '\n' | '\r' | '\t'));
        }
        if all == 0 || spaces == 0 { 0 } else { good * 100 / all }
    };
    let (le, be) = (share_of_text(u16::from_le_bytes), share_of_text(u16::from_be_bytes));
    if le.max(be) < 95 || le == be {
        return None;
    }
    Some(if le > be { Decoding::Utf16Le } else { Decoding::Utf16Be })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn utf16(text: &str, mark: bool, to_bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
        let mark = mark.then_some('\u{feff}');
        mark.into_iter().chain(text.chars()).collect::<String>().encode_utf16().flat_map(to_bytes).collect()
    }

    fn read(bytes: &[u8]) -> Option<(String, Decoding)> {
        decode(bytes.to_vec()).map(|decoded| (decoded.text, decoded.decoding))
    }

    #[test]
    fn utf8_is_read_with_and_without_a_byte_order_mark_and_keeps_its_line_ends() {
        for bytes in ["\u{feff}é\r\nb\r", "é\r\nb\r"] {
            assert_eq!(read(bytes.as_bytes()), Some(("é\r\nb\r".into(), Decoding::Utf8)));
        }
        assert_eq!(read(b""), Some((String::new(), Decoding::Utf8)));
    }

    #[test]
    fn utf16_is_read_in_both_orders_with_and_without_a_mark() {
        for text in ["The first 和平 of 1954.\r\n", "和平共处五项原则，\n互相尊重主权。", "Мир народам 😀\n"]
        {
            for mark in [true, false] {
                let le = utf16(text, mark, u16::to_le_bytes);
                assert_eq!(read(&le), Some((text.into(), Decoding::Utf16Le)), "{text} {mark}");
                let be = utf16(text, mark, u16::to_be_bytes);
                assert_eq!(read(&be), Some((text.into(), Decoding::Utf16Be)), "{text} {mark}");
            }
        }
    }

    #[test]
    fn latin_1_is_read_and_so_are_the_quotation_marks_of_its_superset() {
        let damaged = Some(("caf\u{fffd} “x”".into(), Decoding::DamagedUtf8));
        assert_eq!(read(b"caf\xe9 \xe2\x80\x9cx\xe2\x80\x9d"), damaged);
        assert_eq!(read(b"caf\xe9 \x93x\x94"), Some(("café “x”".into(), Decoding::Latin1)));
    }

    #[test]
    fn one_bad_byte_does_not_turn_utf8_into_something_else() {
        let (text, decoding) = read("“é” — “ü”\u{ff}".replace('\u{ff}', "").as_bytes()).unwrap();
        assert_eq!((text.as_str(), decoding), ("“é” — “ü”", Decoding::Utf8));
        let mut bytes = "“é” — “ü”".as_bytes().to_vec();
        bytes.push(0xff);
        assert_eq!(read(&bytes), Some(("“é” — “ü”\u{fffd}".into(), Decoding::DamagedUtf8)));
    }

    #[test]
    fn what_is_not_text_is_none() {
        assert_eq!(read(b"\x7fELF\x02\x01\x01\0\0\0\0\0\0\0\0\0\x03\0\x3e\0"), None);
        assert_eq!(read(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x01\0"), None);
        assert_eq!(read(b"plain text, then \0 a zero byte"), None);
        let noise: Vec<u8> = (1..=255).collect();
        assert_eq!(read(&noise), None);
    }

    proptest! {
        #[test]
        fn any_bytes_are_survived(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
            decode(bytes);
        }

        #[test]
        fn utf8_text_comes_back_as_it_was(text in "[^\u{0}\u{feff}]\\PC{0,50}") {
            prop_assert_eq!(read(text.as_bytes()), Some((text, Decoding::Utf8)));
        }
    }
}
