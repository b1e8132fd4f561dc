//! The text of a source: held in memory, or left in its file, of which then only the pieces are read that are asked for.
//!
//! A file that has changed since it was read has no text any more: every piece of it is empty, and the corpus is told
//! ([`Pool::take_change`](super::Pool::take_change)), so that it gets read again. Files are never mapped: whoever changes
//! a mapped file changes what was read of it.

use super::pool::{Pool, Room};
use super::source::Stamp;
use super::{Decoding, decode};
use crate::text::{LineIndex, Span};
use std::borrow::Cow;
use std::fs::File;
use std::hash::Hasher;
use std::io::{self, Read, Seek, SeekFrom};
use std::path::PathBuf;
use std::sync::{Arc, OnceLock};

/// So many bytes of a file are read at once.
const BLOCK: usize = 16 * 1024;

/// The text of a source. A copy shares it.
#[derive(Clone, Debug)]
pub struct Text {
    len: usize,
    content: u64,
    held: Held,
}

#[derive(Clone, Debug)]
enum Held {
    Memory(Arc<Memory>),
    File(Arc<FileText>),
}

#[derive(Debug)]
struct Memory {
    text: Arc<str>,
    lines: OnceLock<Arc<LineIndex>>,
    _room: Option<Room>,
}

/// Where a text lies that is not held in memory.
#[derive(Clone, Debug)]
pub(super) struct Home {
    pub path: PathBuf,
    /// What the file was like when the text was read.
    pub stamp: Stamp,
    pub decoding: Decoding,
    pub pool: Arc<Pool>,
}

#[derive(Debug)]
struct FileText {
    home: Home,
    number: u64,
    /// The bytes of the file before the text: a byte-order mark.
    mark: u64,
    len: usize,
}

impl Text {
    /// A text in memory.
    pub fn new(text: Arc<str>) -> Self {
        let content = hash(&text);
        Text { len: text.len(), content, held: in_memory(text, None) }
    }

    /// The text of a file that was just read: held if there is room for it, else left in the file.
    pub(super) fn read(text: String, home: Home) -> Self {
        let (len, content) = (text.len(), hash(&text));
        if let Some(room) = home.pool.room(len) {
            return Text { len, content, held: in_memory(text.into(), Some(room)) };
        }
        let left = FileText::new(home, len);
        if left.home.decoding != Decoding::Utf8 {
            _ = left.home.pool.decoded(left.number, || Some(text.into()));
        }
        Text { len, content, held: Held::File(Arc::new(left)) }
    }

    /// A text of which everything is known but the words, which stay in the file.
    pub(super) fn known(len: usize, content: u64, home: Home) -> Self {
        Text { len, content, held: Held::File(Arc::new(FileText::new(home, len))) }
    }

    /// How many bytes it has.
    pub fn len(&self) -> usize {
        self.len
    }

    /// Whether it has none.
    pub fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// Whether it is in memory.
    pub(super) fn is_held(&self) -> bool {
        matches!(self.held, Held::Memory(_))
    }

    /// A number made from its contents: other contents have another one, as far as chance allows.
    pub fn content(&self) -> u64 {
        self.content
    }

    /// Whether the other has the same contents.
    pub fn is_same(&self, other: &Text) -> bool {
        (self.len, self.content) == (other.len, other.content)
    }

    /// Whether this is what it says.
    pub fn is(&self, text: &str) -> bool {
        self.len == text.len() && self.content == hash(text)
    }

    /// All of it; empty if its file has changed.
    pub fn whole(&self) -> Arc<str> {
        match &self.held {
            Held::Memory(memory) => memory.text.clone(),
            Held::File(file) => file.whole().unwrap_or_else(|| Arc::from("")),
        }
    }

    /// What `span` covers, its ends moved outwards to characters' borders and into the text; empty if the file has changed.
    pub fn slice(&self, span: Span) -> Cow<'_, str> {
        self.piece(span).1
    }

    /// The same, with the byte at which it begins.
    pub(super) fn piece(&self, span: Span) -> (usize, Cow<'_, str>) {
        match &self.held {
            Held::Memory(memory) => {
                let piece = span.of(&memory.text);
                (piece.as_ptr() as usize - memory.text.as_ptr() as usize, Cow::Borrowed(piece))
            }
            Held::File(file) => file.piece(span).unwrap_or_default(),
        }
    }

    /// Its lines, found when they are first asked for; one empty line if the file has changed.
    pub fn lines(&self) -> Arc<LineIndex> {
        match &self.held {
            Held::Memory(memory) => memory.lines.get_or_init(|| Arc::new(LineIndex::new(&memory.text))).clone(),
            Held::File(file) => file.lines().unwrap_or_else(|| Arc::new(LineIndex::new(""))),
        }
    }
}

fn in_memory(text: Arc<str>, room: Option<Room>) -> Held {
    Held::Memory(Arc::new(Memory { text, lines: OnceLock::new(), _room: room }))
}

fn hash(text: &str) -> u64 {
    let mut hasher = rustc_hash::FxHasher::default();
    hasher.write(text.as_bytes());
    hasher.finish()
}

impl FileText {
    fn new(home: Home, len: usize) -> Self {
        let number = home.pool.number();
        let mark = home.stamp.len().saturating_sub(len as u64);
        FileText { home, number, mark, len }
    }

    /// Does something with the file, if it is what it was before that and behind it. Whatever cannot be read has changed.
    fn unchanged<T>(&self, act: impl FnOnce(&File) -> io::Result<T>) -> Option<T> {
        let is_same =
            |file: &File| file.metadata().is_ok_and(|metadata| self.home.stamp.agrees(&Stamp::new(&metadata)));
        let done = File::open(&self.home.path).ok().filter(is_same).and_then(|file| {
            let done = act(&file).ok();
            done.filter(|_| is_same(&file))
        });
        if done.is_none() {
            self.home.pool.note_change();
        }
        done
    }

    fn whole(&self) -> Option<Arc<str>> {
        match self.home.decoding {
            Decoding::Utf8 => self.decode(),
            // Of these no piece can be found without decoding what stands before it.
            _ => self.home.pool.decoded(self.number, || self.decode()),
        }
    }

    fn decode(&self) -> Option<Arc<str>> {
        let bytes = self.unchanged(|mut file| {
            let mut bytes = Vec::with_capacity(self.home.stamp.len() as usize + 1);
            file.read_to_end(&mut bytes)?;
            Ok(bytes)
        })?;
        let decoded = decode(bytes).filter(|d| d.text.len() == self.len && d.decoding == self.home.decoding);
        let Some(decoded) = decoded else {
            self.home.pool.note_change();
            return None;
        };
        Some(decoded.text.into())
    }

    fn piece(&self, span: Span) -> Option<(usize, Cow<'static, str>)> {
        let start = span.start.min(self.len);
        let end = span.end.clamp(start, self.len);
        if self.home.decoding != Decoding::Utf8 {
            let whole = self.whole()?;
            let start = (0..=start).rev().find(|&at| whole.is_char_boundary(at))?;
            let end = (end..=whole.len()).find(|&at| whole.is_char_boundary(at))?;
            return Some((start, Cow::Owned(whole[start..end].to_string())));
        }
        // A character is at most four bytes long.
        let from = start.saturating_sub(3);
        let to = (end + 3).min(self.len);
        let bytes = self.bytes(from, to)?;
        let is_inside = |at: usize| at < to && bytes[at - from] & 0b1100_0000 == 0b1000_0000;
        let start = (from..=start).rev().find(|&at| !is_inside(at)).unwrap_or(start);
        let end = (end..=to).find(|&at| !is_inside(at)).unwrap_or(end);
        let text = std::str::from_utf8(&bytes[start - from..end - from]).ok();
        if text.is_none() {
            self.home.pool.note_change();
        }
        Some((start, Cow::Owned(text?.to_string())))
    }

    /// The bytes `from..to` of the text, by way of the blocks that are kept.
    fn bytes(&self, from: usize, to: usize) -> Option<Vec<u8>> {
        let mut bytes = Vec::with_capacity(to - from);
        let mut at = from;
        while at < to {
            let number = at / BLOCK;
            let block = self.home.pool.block(self.number, number, || self.read_block(number))?;
            let begin = at - number * BLOCK;
            let end = block.len().min(begin + to - at);
            bytes.extend_from_slice(block.get(begin..end).filter(|part| !part.is_empty())?);
            at += end - begin;
        }
        Some(bytes)
    }

    fn read_block(&self, number: usize) -> Option<Arc<[u8]>> {
        let start = number * BLOCK;
        let mut bytes = vec![0; BLOCK.min(self.len - start)];
        self.unchanged(|file| read_at(file, self.mark + start as u64, &mut bytes))?;
        Some(bytes.into())
    }

    fn lines(&self) -> Option<Arc<LineIndex>> {
        self.home.pool.lines(self.number, || {
            let mut lines = LineIndex::new("");
            if self.home.decoding != Decoding::Utf8 {
                lines.extend(self.whole()?.as_bytes());
                return Some(Arc::new(lines));
            }
            self.unchanged(|mut file| {
                file.seek(SeekFrom::Start(self.mark))?;
                let mut piece = vec![0; 16 * BLOCK];
                loop {
                    match file.read(&mut piece)? {
                        0 => return Ok(()),
                        read => lines.extend(&piece[..read]),
                    }
                }
            })?;
            Some(Arc::new(lines))
        })
    }
}

#[cfg(unix)]
fn read_at(file: &File, at: u64, bytes: &mut [u8]) -> io::Result<()> {
    std::os::unix::fs::FileExt::read_exact_at(file, bytes, at)
}

#[cfg(not(unix))]
fn read_at(mut file: &File, at: u64, bytes: &mut [u8]) -> io::Result<()> {
    file.seek(SeekFrom::Start(at))?;
    file.read_exact(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::path::Path;

    /// A text that stays in its file.
    fn left(path: &Path, bytes: &[u8], pool: &Arc<Pool>) -> Text {
        std::fs::write(path, bytes).unwrap();
        let stamp = Stamp::new(&std::fs::metadata(path).unwrap());
        let decoded = decode(bytes.to_vec()).unwrap();
        let home = Home { path: path.into(), stamp, decoding: decoded.decoding, pool: Arc::clone(pool) };
        Text::known(decoded.text.len(), hash(&decoded.text), home)
    }

    #[test]
    fn a_text_in_a_file_is_the_same_as_one_in_memory() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.txt");
        let pool = Arc::new(Pool::default());
        let text = "Ein schöner Satz. “和平” 😀\r\n".repeat(2000);
        let marked = format!("\u{feff}{text}");
        let utf16: Vec<u8> = marked.encode_utf16().flat_map(u16::to_le_bytes).collect();
        for bytes in [text.as_bytes(), marked.as_bytes(), &utf16] {
            let left = left(&path, bytes, &pool);
            assert!(left.is(&text) && left.is_same(&Text::new(text.as_str().into())));
            assert_eq!(&*left.whole(), text);
            assert_eq!(left.lines().lines(), 2001);
            for span in [(0, 10), (5, 6), (16380, 16390), (40_000, 80_000), (90_000, 70), (7, usize::MAX)] {
                let span = Span::new(span.0, span.1);
                assert_eq!(left.slice(span), span.of(&text), "{span:?}");
            }
        }
        assert!(!pool.take_change());
    }

    #[test]
    fn a_file_that_changed_has_no_text_and_the_corpus_is_told() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.txt");
        let pool = Arc::new(Pool::default());
        let long = "one two three ".repeat(3000);
        type Change = fn(&Path);
        let changes: [Change; 4] = [
            |path| std::fs::write(path, "one").unwrap(),
            |path| std::fs::remove_file(path).unwrap(),
            |path| std::fs::File::options().append(true).open(path).unwrap().set_len(20_000).unwrap(),
            |path| {
                let new = path.with_extension("new");
                std::fs::write(&new, "ONE TWO THREE ".repeat(3000)).unwrap();
                std::fs::rename(new, path).unwrap();
            },
        ];
        for (number, change) in changes.into_iter().enumerate() {
            let text = left(&path, long.as_bytes(), &pool);
            assert_eq!(text.slice(Span::new(0, 3)), "one");
            change(&path);
            assert_eq!(text.slice(Span::new(4, 7)), "two", "{number}: what was read stays");
            assert!(!pool.take_change());
            assert_eq!(text.slice(Span::new(30_000, 30_010)), "", "{number}");
            assert!(pool.take_change(), "{number}");
            assert_eq!((&*text.whole(), text.lines().lines()), ("", 1), "{number}");
            assert!(pool.take_change() && !pool.take_change(), "{number}");
        }
    }

    #[test]
    fn of_texts_that_must_be_decoded_only_those_asked_for_last_stay_in_memory() {
        let folder = tempfile::tempdir().unwrap();
        let pool = Arc::new(Pool::default());
        let latin = b"gr\xfc\xdfe ".repeat(1 << 20);
        let of = |number: usize| left(&folder.path().join(format!("{number}.txt")), &latin, &pool);
        let all: Vec<Text> = (0..4).map(of).collect();
        let seen: Vec<_> = all.iter().map(|text| Arc::downgrade(&text.whole())).collect();
        let held: Vec<bool> = seen.iter().map(|text| text.upgrade().is_some()).collect();
        assert_eq!((held[0], held[3]), (false, true));
        assert_eq!(all[0].slice(Span::new(8, 16)), "grüße ");
    }

    proptest! {
        #[test]
        fn any_piece_of_any_text_is_the_same_from_a_file(text in "\\PC{1,60}", start in 0usize..200, len in 0usize..200) {
            prop_assume!(!text.starts_with('\u{feff}'));
            let folder = tempfile::tempdir().unwrap();
            let left = left(&folder.path().join("a.txt"), text.as_bytes(), &Arc::new(Pool::default()));
            let span = Span::new(start, start + len);
            prop_assert_eq!(left.slice(span), span.of(&text));
        }
    }
}
