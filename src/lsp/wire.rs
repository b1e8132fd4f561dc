//! Standard input and output, as tower-lsp reads and writes them.
//!
//! A thread of its own reads the input and never waits for anybody else: a client that writes a thousand requests before
//! it reads the first answer is served, and an input that stays open keeps nothing alive.

use super::frames::{Frame, Frames};
use super::life::{LAST_ANSWERS, LAST_MOMENT, Life};
use super::messages::{self, Malformed, Message};
use super::pipes::{self, Pipe};
use std::io::{self, Cursor, Read};
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel};

/// How many bytes are read at once.
const PIECE: usize = 1 << 16;

/// Well-formed frames, as the thread behind [`listen`] finds them.
pub struct Input {
    bodies: UnboundedReceiver<Vec<u8>>,
    frame: io::Chain<Cursor<Vec<u8>>, Cursor<Vec<u8>>>,
}

/// Starts the thread that reads standard input. It ends the process if the server has not ended [`LAST_MOMENT`] after
/// `exit`, or [`LAST_ANSWERS`] after the input.
pub fn listen(life: Arc<Life>) -> io::Result<Input> {
    let input = pipes::input()?;
    let (sender, bodies) = unbounded_channel();
    std::thread::Builder::new().name("input".into()).spawn(move || {
        let grace = match forward(input, &sender) {
            End::Exit => LAST_MOMENT,
            End::Input => LAST_ANSWERS,
        };
        drop(sender);
        std::thread::sleep(grace);
        life.exit();
    })?;
    Ok(Input { bodies, frame: framed(Vec::new()) })
}

/// What the messages ended with.
enum End {
    /// `exit`; nothing that follows it is read.
    Exit,
    /// The end of the input.
    Input,
}

fn forward(mut input: Pipe, output: &UnboundedSender<Vec<u8>>) -> End {
    let mut piece = vec![0; PIECE];
    let mut frames = Frames::default();
    loop {
        match input.read(&mut piece) {
            Ok(0) => return End::Input,
            Ok(length) => frames.push(&piece[..length]),
            Err(error) => {
                tracing::error!("cannot read the input: {error}");
                return End::Input;
            }
        }
        while let Some(frame) = frames.pull() {
            let (body, is_exit) = match message(frame, &mut frames) {
                Message::Sound { body, method } => (body, method.as_deref() == Some("exit")),
                Message::Malformed(malformed) => {
                    tracing::warn!("malformed message: {}", malformed.message);
                    (malformed.request(), false)
                }
                Message::Pointless => {
                    tracing::warn!("a message that says nothing");
                    continue;
                }
            };
            if output.send(body).is_err() || is_exit {
                return End::Exit;
            }
        }
    }
}

fn message(frame: Frame, frames: &mut Frames) -> Message {
    match frame {
        Frame::Body(body) => {
            let (message, no_json) = messages::read(body);
            if let Some(body) = no_json {
                frames.put_back(body.as_bytes());
            }
            message
        }
        Frame::NoLength => Message::Malformed(Malformed::no_message("Content-Length is no number", None)),
        Frame::TooLong => Message::Malformed(Malformed::no_message("The message is too long", None)),
    }
}

/// A body behind its header; nothing for an empty one, which [`messages::read`] never gives.
fn framed(body: Vec<u8>) -> io::Chain<Cursor<Vec<u8>>, Cursor<Vec<u8>>> {
    let header = if body.is_empty() { String::new() } else { format!("Content-Length: {}\r\n\r\n", body.len()) };
    Cursor::new(header.into_bytes()).chain(Cursor::new(body))
}

impl AsyncRead for Input {
    fn poll_read(mut self: Pin<&mut Self>, cx: &mut Context<'_>, into: &mut ReadBuf<'_>) -> Poll<io::Result<()>> {
        let before = into.filled().len();
        while into.remaining() > 0 {
            let length = self.frame.read(into.initialize_unfilled())?;
            into.advance(length);
            if length > 0 {
                continue;
            }
            match self.bodies.poll_recv(cx) {
                Poll::Ready(Some(body)) => self.frame = framed(body),
                Poll::Pending if into.filled().len() == before => return Poll::Pending,
                Poll::Ready(None) | Poll::Pending => break,
            }
        }
        Poll::Ready(Ok(()))
    }
}

/// Standard output, written at once. It never fails for tower-lsp, which would panic: when nobody reads
/// it any more, the server's life ends.
pub struct Output {
    pipe: Pipe,
    life: Arc<Life>,
}

impl Output {
    /// Standard output.
    pub fn new(life: Arc<Life>) -> io::Result<Self> {
        Ok(Output { pipe: pipes::output()?, life })
    }
}

impl AsyncWrite for Output {
    fn poll_write(mut self: Pin<&mut Self>, _: &mut Context<'_>, bytes: &[u8]) -> Poll<io::Result<usize>> {
        if let Err(error) = self.pipe.write(bytes) {
            tracing::error!("cannot write the output: {error}");
            self.life.end();
        }
        Poll::Ready(Ok(bytes.len()))
    }

    fn poll_flush(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<io::Result<()>> {
        Poll::Ready(Ok(()))
    }

    fn poll_shutdown(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<io::Result<()>> {
        Poll::Ready(Ok(()))
    }
}
