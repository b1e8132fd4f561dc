//! The bytes of a segment: owned, or mapped from a file and then never believed before their checksum was seen, nor after a
//! part of the file was found to be gone.

use super::torn::Mapped;
use std::fs::File;
use std::io;
use std::ops::Range;
use std::path::Path;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

/// Bytes that share a checksum.
pub(super) const PAGE: usize = 64 * 1024;

/// The bytes of a segment, checked page by page when they are first read.
#[derive(Debug)]
pub(super) struct Pages {
    data: Data,
    /// Where the first page begins.
    base: usize,
    /// Where the last one ends.
    end: usize,
    /// One CRC-32 a page; none for bytes that this process made itself.
    sums: Vec<u32>,
    /// One bit a page that was found to be whole.
    seen: Box<[AtomicU64]>,
    damaged: AtomicBool,
}

#[derive(Debug)]
enum Data {
    Owned(Vec<u8>),
    Mapped(Mapped),
}

impl Pages {
    /// Bytes that need no check.
    pub fn owned(bytes: Vec<u8>) -> Self {
        Pages {
            data: Data::Owned(bytes),
            base: 0,
            end: 0,
            sums: Vec::new(),
            seen: Box::default(),
            damaged: AtomicBool::new(false),
        }
    }

    /// The bytes of a file, which must not be written to any more: segments are made under another name and then renamed.
    pub fn mapped(path: &Path) -> io::Result<Self> {
        let map = Mapped::new(File::open(path)?)?;
        Ok(Pages { data: Data::Mapped(map), ..Pages::owned(Vec::new()) })
    }

    /// From now on each page must have its checksum; `checked` is where the pages are.
    pub fn check_with(&mut self, checked: Range<usize>, sums: Vec<u32>) {
        (self.base, self.end) = (checked.start, checked.end);
        self.seen = (0..sums.len().div_ceil(64)).map(|_| AtomicU64::new(0)).collect();
        self.sums = sums;
    }

    /// How many bytes there are.
    pub fn len(&self) -> usize {
        self.all().len()
    }

    /// Whether they are mapped from a file.
    pub fn is_mapped(&self) -> bool {
        matches!(self.data, Data::Mapped(_))
    }

    /// Looks whether the file is still as long as it was.
    pub fn look(&self) {
        if let Data::Mapped(map) = &self.data {
            map.look();
        }
    }

    /// Whether a page was found to be another one than was written, or is gone.
    pub fn is_damaged(&self) -> bool {
        self.damaged.load(Ordering::Relaxed) || matches!(&self.data, Data::Mapped(map) if map.is_torn())
    }

    /// All bytes, unchecked.
    pub fn all(&self) -> &[u8] {
        match &self.data {
            Data::Owned(bytes) => bytes,
            Data::Mapped(map) => map,
        }
    }

    /// Some of the bytes; none at all where they lie outside or on a damaged page, or where a part of the file is gone.
    pub fn get(&self, range: Range<usize>) -> &[u8] {
        let is_torn = matches!(&self.data, Data::Mapped(map) if map.is_torn());
        let Some(bytes) = self.all().get(range.clone()).filter(|_| !is_torn) else {
            self.damaged.store(true, Ordering::Relaxed);
            return &[];
        };
        if self.sums.is_empty() || bytes.is_empty() {
            return bytes;
        }
        let page = |byte: usize| byte.saturating_sub(self.base) / PAGE;
        let is_whole = (page(range.start)..=page(range.end - 1)).all(|page| self.is_whole(page));
        if is_whole { bytes } else { &[] }
    }

    fn is_whole(&self, page: usize) -> bool {
        let (Some(seen), Some(&sum)) = (self.seen.get(page / 64), self.sums.get(page)) else { return true };
        let bit = 1 << (page % 64);
        if seen.load(Ordering::Relaxed) & bit != 0 {
            return true;
        }
        let all = self.all();
        let start = self.base + page * PAGE;
        let end = self.end.min(start + PAGE);
        let is_whole = crc32fast::hash(&all[start..end]) == sum;
        if is_whole {
            seen.fetch_or(bit, Ordering::Relaxed);
        } else {
            self.damaged.store(true, Ordering::Relaxed);
        }
        is_whole
    }
}

/// The checksums of all pages of these bytes.
pub(super) fn sums(bytes: &[u8]) -> Vec<u32> {
    bytes.chunks(PAGE).map(crc32fast::hash).collect()
}
