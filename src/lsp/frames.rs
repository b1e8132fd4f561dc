//! Bytes in, bodies out: the framing of the language server protocol, read as clients write it rather than as the
//! specification has it.
//!
//! A frame is some header lines, an empty line, and as many bytes as the header `Content-Length` says. Names of headers
//! count in any case, lines may end in a bare LF, other headers are passed over, and so is all that stands before a
//! header, on its own line too: after a wrong length the stream is found again at the next header.

/// The longest body that is read, in bytes; a longer one is skipped.
pub const LONGEST_BODY: usize = 256 << 20;

/// How much of the end of a line is looked at for a header.
const LONGEST_HEADER: usize = 256;

/// From this size on a body is taken out of the buffer rather than copied.
const LARGE_BODY: usize = 1 << 20;

const LENGTH: &[u8] = b"content-length";

/// What stood between two headers.
#[derive(Debug, PartialEq, Eq)]
pub enum Frame {
    /// A body of the announced length, whatever it says.
    Body(Vec<u8>),
    /// A header whose length is no number; what follows it is read as if it stood before a header.
    NoLength,
    /// A body of more than [`LONGEST_BODY`] bytes, skipped.
    TooLong,
}

/// Takes a stream of bytes apart. How the stream was cut into pieces on the way makes no difference.
#[derive(Debug, Default)]
pub struct Frames {
    buffer: Vec<u8>,
    /// The first byte of the buffer that is not read yet.
    next: usize,
    /// Up to here the buffer holds no line end.
    searched: usize,
    expected: Expected,
}

/// What the next unread byte belongs to.
#[derive(Debug)]
enum Expected {
    /// A header, or anything before it; with what the header `Content-Length` said, if it came already.
    Header(Option<Result<usize, ()>>),
    /// A body of so many bytes.
    Body(usize),
    /// So many more bytes of a body that is too long.
    Skipped(usize),
}

impl Default for Expected {
    fn default() -> Self {
        Expected::Header(None)
    }
}

impl Frames {
    /// Adds bytes to the stream's end.
    pub fn push(&mut self, bytes: &[u8]) {
        self.buffer.drain(..self.next);
        self.searched = self.searched.saturating_sub(self.next);
        self.next = 0;
        self.buffer.extend_from_slice(bytes);
    }

    /// The next frame, if what was pushed so far holds the whole of it.
    pub fn pull(&mut self) -> Option<Frame> {
        loop {
            let unread = self.buffer.len() - self.next;
            match self.expected {
                Expected::Header(length) => {
                    let line = self.line()?;
                    self.expected = match (length_in(line), length) {
                        (None, Some(length)) if line.trim_ascii().is_empty() => match length {
                            Err(()) => {
                                self.expected = Expected::default();
                                return Some(Frame::NoLength);
                            }
                            Ok(length) if length > LONGEST_BODY => Expected::Skipped(length),
                            Ok(length) => Expected::Body(length),
                        },
                        (None, length) => Expected::Header(length),
                        (length, _) => Expected::Header(length),
                    };
                }
                Expected::Body(length) if unread < length => return None,
                Expected::Body(length) => {
                    self.expected = Expected::default();
                    return Some(Frame::Body(self.take(length)));
                }
                Expected::Skipped(length) if unread < length => {
                    self.next += unread;
                    self.expected = Expected::Skipped(length - unread);
                    return None;
                }
                Expected::Skipped(length) => {
                    self.next += length;
                    self.expected = Expected::default();
                    return Some(Frame::TooLong);
                }
            }
        }
    }

    /// Gives back a body that turned out to be none: where a header stands in it, the length was too great, and the
    /// stream goes on with the last header in it.
    pub fn put_back(&mut self, body: &[u8]) {
        if let Some(header) = rfind(body, LENGTH) {
            self.buffer.splice(..self.next, body[header..].iter().copied());
            (self.next, self.searched) = (0, 0);
        }
    }

    /// The next line, or as much of its end as is of interest, without its LF.
    fn line(&mut self) -> Option<&[u8]> {
        let from = self.searched.max(self.next);
        match self.buffer[from..].iter().position(|&byte| byte == b'\n') {
            Some(length) => {
                let end = from + length;
                let start = self.next.max(end.saturating_sub(LONGEST_HEADER));
                self.next = end + 1;
                Some(&self.buffer[start..end])
            }
            None => {
                self.searched = self.buffer.len();
                self.next = self.next.max(self.searched.saturating_sub(LONGEST_HEADER));
                None
            }
        }
    }

    fn take(&mut self, length: usize) -> Vec<u8> {
        if length < LARGE_BODY {
            self.next += length;
            return self.buffer[self.next - length..self.next].to_vec();
        }
        self.buffer.drain(..self.next);
        let rest = self.buffer.split_off(length);
        (self.next, self.searched) = (0, 0);
        std::mem::replace(&mut self.buffer, rest)
    }
}

/// What a line says about the length of the body; `None` where it is another header, or none.
fn length_in(line: &[u8]) -> Option<Result<usize, ()>> {
    let name = rfind(line, LENGTH)?;
    let value = line[name + LENGTH.len()..].trim_ascii_start().strip_prefix(b":")?;
    let digits = std::str::from_utf8(value.trim_ascii()).unwrap_or_default();
    Some(digits.parse().map_err(|_| ()))
}

/// Where `needle`, in lower case, begins for the last time, whatever the case.
fn rfind(haystack: &[u8], needle: &[u8]) -> Option<usize> {
    haystack.windows(needle.len()).rposition(|window| window.eq_ignore_ascii_case(needle))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn frame(body: &str) -> String {
        format!("Content-Length: {}\r\n\r\n{body}", body.len())
    }

    fn read(pieces: &[&[u8]]) -> Vec<Frame> {
        let mut frames = Frames::default();
        let mut found = Vec::new();
        for piece in pieces {
            frames.push(piece);
            while let Some(frame) = frames.pull() {
                found.push(frame);
            }
        }
        found
    }

    fn bodies(stream: &str) -> Vec<String> {
        let text = |frame| match frame {
            Frame::Body(body) => String::from_utf8(body).unwrap(),
            other => format!("{other:?}"),
        };
        read(&[stream.as_bytes()]).into_iter().map(text).collect()
    }

    #[test]
    fn frames_follow_one_another() {
        assert_eq!(bodies(&(frame("one") + &frame("") + &frame("two\r\n\r\n"))), ["one", "", "two\r\n\r\n"]);
    }

    #[test]
    fn names_of_headers_count_in_any_case_and_other_headers_are_passed_over() {
        let stream = "content-type: application/vscode-jsonrpc; charset=utf8\r\nCONTENT-length:3\r\nX: y\r\n\r\none";
        assert_eq!(bodies(stream), ["one"]);
    }

    #[test]
    fn a_line_may_end_in_a_bare_lf() {
        assert_eq!(bodies("Content-Length: 3\n\none"), ["one"]);
    }

    #[test]
    fn what_stands_before_a_header_is_skipped_on_its_own_line_too() {
        assert_eq!(bodies(&format!("hello\r\n\r\n{{}} \u{0}{}", frame("one"))), ["one"]);
        assert_eq!(bodies(&format!("{}{}", "x".repeat(10_000), frame("one"))), ["one"]);
    }

    #[test]
    fn a_body_that_is_longer_than_its_length_costs_no_other_body() {
        assert_eq!(bodies(&format!("Content-Length: 2\r\n\r\none{}", frame("two"))), ["on", "two"]);
    }

    #[test]
    fn a_body_that_is_put_back_gives_the_header_that_it_swallowed() {
        let mut frames = Frames::default();
        frames.push(format!("Content-Length: 20\r\n\r\none{}{}", frame("two"), frame("three")).as_bytes());
        let Some(Frame::Body(body)) = frames.pull() else { panic!() };
        frames.put_back(&body);
        assert_eq!(frames.pull(), Some(Frame::Body(b"two".into())));
        assert_eq!(frames.pull(), Some(Frame::Body(b"three".into())));
        assert_eq!(frames.pull(), None);
    }

    #[test]
    fn a_length_that_is_no_number_is_told_and_survived() {
        for length in ["", "-5", "3.0", "three", "99999999999999999999"] {
            assert_eq!(bodies(&format!("Content-Length: {length}\r\n\r\none{}", frame("two"))), ["NoLength", "two"]);
        }
    }

    #[test]
    fn a_body_that_is_too_long_is_skipped_without_being_kept() {
        let mut frames = Frames::default();
        frames.push(format!("Content-Length: {}\r\n\r\n", LONGEST_BODY + 1).as_bytes());
        let piece = vec![b'x'; 1 << 20];
        for _ in 0..LONGEST_BODY / piece.len() {
            frames.push(&piece);
            assert_eq!(frames.pull(), None);
        }
        assert!(frames.buffer.capacity() < 4 << 20);
        frames.push(("x".to_owned() + &frame("one")).as_bytes());
        assert_eq!(frames.pull(), Some(Frame::TooLong));
        assert_eq!(frames.pull(), Some(Frame::Body(b"one".into())));
    }

    #[test]
    fn a_large_body_is_read_whole() {
        let body = "x".repeat(3 * LARGE_BODY);
        let stream = frame("one") + &frame(&body) + &frame("two");
        let pieces: Vec<&[u8]> = stream.as_bytes().chunks(65_536).collect();
        let found = read(&pieces);
        assert_eq!(found[1..], [Frame::Body(body.into_bytes()), Frame::Body(b"two".into())]);
    }

    /// Streams of frames and of what clients should not send.
    fn stream() -> impl Strategy<Value = Vec<u8>> {
        let piece = prop_oneof![
            "[a-z{}\r\n]{0,20}".prop_map(|body| frame(&body).into_bytes()),
            "(?i)(content-length|content-type)[ ]?:[ ]?[0-9x-]{0,2}\r?\n(\r?\n)?".prop_map(String::into_bytes),
            prop::collection::vec(any::<u8>(), 0..300),
        ];
        prop::collection::vec(piece, 0..6).prop_map(|pieces| pieces.concat())
    }

    proptest! {
        #[test]
        fn any_cut_of_a_stream_gives_the_same_frames(stream in stream(), cuts in prop::collection::vec(any::<prop::sample::Index>(), 0..8)) {
            let mut cuts: Vec<usize> = cuts.iter().map(|cut| cut.index(stream.len() + 1)).collect();
            cuts.extend([0, stream.len()]);
            cuts.sort_unstable();
            let pieces: Vec<&[u8]> = cuts.windows(2).map(|cut| &stream[cut[0]..cut[1]]).collect();
            prop_assert_eq!(read(&pieces), read(&[&stream]));
        }

        #[test]
        fn what_follows_any_bytes_is_read_after_a_line_end(mut noise in prop::collection::vec(any::<u8>(), 0..300)) {
            noise.extend(b"\r\n\r\n");
            noise.extend(frame("sound").into_bytes());
            prop_assert!(read(&[&noise]).contains(&Frame::Body(b"sound".into())));
        }
    }
}
