//! Bodies in, messages out: what tower-lsp can read goes on to it, everything else becomes a [`MALFORMED`] request that
//! the gate answers. tower-lsp stops reading at the first body that it cannot decode, so none may ever reach it.

use super::envelope::{Anything, Envelope};
use serde::de::IgnoredAny;
use serde_json::{Value, json};
use tower_lsp::jsonrpc::{ErrorCode, Id, Request, Response};

/// The method of the request that stands for a message which is none. Its `id` is that of the message, null where there
/// is none to be found; its `params` are the `code` and the `message` of the error to answer with.
pub const MALFORMED: &str = "$/glossator/malformed";

/// What a body turned out to be.
#[derive(Debug, PartialEq)]
pub enum Message {
    /// A message that tower-lsp reads; of a request or a notification with its method.
    Sound {
        /// The body, mended where it had to be.
        body: Vec<u8>,
        /// The method; `None` in a response.
        method: Option<String>,
    },
    /// The error to answer with.
    Malformed(Malformed),
    /// A message that says nothing, and that nobody waits for an answer to.
    Pointless,
}

/// An error to answer a message with that tower-lsp could not read.
#[derive(Debug, PartialEq)]
pub struct Malformed {
    /// The error.
    pub code: ErrorCode,
    /// What is wrong.
    pub message: &'static str,
    /// The id of the message; null where there is none.
    pub id: Id,
}

impl Malformed {
    /// A body that is no JSON.
    pub fn no_json() -> Self {
        Malformed { code: ErrorCode::ParseError, message: "The body is no JSON", id: Id::Null }
    }

    /// JSON that is no message.
    pub fn no_message(message: &'static str, id: Option<Id>) -> Self {
        Malformed { code: ErrorCode::InvalidRequest, message, id: id.unwrap_or(Id::Null) }
    }

    /// The body of the request that stands for it.
    pub fn request(self) -> Vec<u8> {
        let params = json!({ "code": self.code.code(), "message": self.message });
        let request = Request::build(MALFORMED).params(params).id(self.id).finish();
        serde_json::to_vec(&request).unwrap_or_default()
    }
}

/// Reads a body. Invalid UTF-8 and lone surrogate escapes are replaced by U+FFFD, a byte-order mark is dropped. A body
/// that is no JSON is given back beside the error: perhaps its length was wrong.
pub fn read(mut body: Vec<u8>) -> (Message, Option<String>) {
    mend_surrogates(&mut body);
    let mut body = String::from_utf8(body).unwrap_or_else(|error| String::from_utf8_lossy(error.as_bytes()).into());
    if body.starts_with('\u{feff}') {
        body.drain(..'\u{feff}'.len_utf8());
    }
    match serde_json::from_str(&body) {
        Ok(Anything::Map(envelope)) => (envelope.judge(body), None),
        Ok(_) => (refuse("A message is a JSON object", None), None),
        Err(_) if serde_json::from_str::<IgnoredAny>(&body).is_err() => {
            (Message::Malformed(Malformed::no_json()), Some(body))
        }
        Err(_) => {
            (refuse("The message is nested too deeply, or holds a number that is too large", outline_id(&body)), None)
        }
    }
}

impl Envelope {
    fn judge(self, body: String) -> Message {
        let answers = self.result.is_some() || self.error.is_some();
        let id = match self.id {
            None => None,
            Some(Anything::Null) => Some(Id::Null),
            Some(Anything::Integer(id)) => Some(Id::Number(id)),
            Some(Anything::Text(id)) => Some(Id::String(id)),
            Some(_) if answers => return Message::Pointless,
            Some(_) => return refuse("An id is an integer or a string", None),
        };
        let is_text = |value: Option<Anything>, text: &str| matches!(value, Some(Anything::Text(it)) if it == text);
        match self.method {
            _ if self.is_ambiguous => refuse("A member stands twice in the message", id),
            None if answers => answer(body, id),
            _ if !is_text(self.jsonrpc, "2.0") => refuse("The member `jsonrpc` must be \"2.0\"", id),
            None => refuse("A message has a method, a result or an error", id),
            Some(Anything::Text(_)) if answers => refuse("A message is a request or a response, not both", id),
            Some(Anything::Text(method)) if method == MALFORMED && id.is_none() => Message::Pointless,
            Some(Anything::Text(method)) if method == MALFORMED => Message::Malformed(Malformed {
                code: ErrorCode::MethodNotFound,
                message: "Method not found",
                ..Malformed::no_message("", id)
            }),
            Some(Anything::Text(method)) => Message::Sound { body: body.into_bytes(), method: Some(method) },
            Some(_) => refuse("A method is a string", id),
        }
    }
}

fn refuse(message: &'static str, id: Option<Id>) -> Message {
    Message::Malformed(Malformed::no_message(message, id))
}

/// A client's answer. One that is not quite as it should be is put right, so that whoever waits for it goes on.
fn answer(body: String, id: Option<Id>) -> Message {
    let Some(id) = id else { return Message::Pointless };
    let value: Value = serde_json::from_str(&body).unwrap_or_default();
    let is_error = value.get("error").is_some_and(|error| !error.is_null());
    if !is_error && serde_json::from_str::<Response>(&body).is_ok() {
        return Message::Sound { body: body.into_bytes(), method: None };
    }
    let response = if is_error {
        let code = value["error"]["code"].as_i64().unwrap_or(ErrorCode::InternalError.code());
        let message = value["error"]["message"].as_str().unwrap_or("The client gave no reason").to_owned();
        let data = value["error"].get("data").cloned();
        Response::from_error(id, tower_lsp::jsonrpc::Error { code: code.into(), message: message.into(), data })
    } else {
        Response::from_ok(id, value.get("result").cloned().unwrap_or_default())
    };
    Message::Sound { body: serde_json::to_vec(&response).unwrap_or_default(), method: None }
}

/// The id of a message whose members are beyond reading.
fn outline_id(body: &str) -> Option<Id> {
    #[derive(serde::Deserialize)]
    struct Outline<'a> {
        #[serde(borrow)]
        id: Option<&'a serde_json::value::RawValue>,
    }
    let outline: Outline = serde_json::from_str(body).ok()?;
    serde_json::from_str(outline.id?.get()).ok()
}

/// Writes `\ufffd` over each escape of half a surrogate pair that stands without its other half. A backslash stands
/// nowhere in JSON but in a string.
fn mend_surrogates(body: &mut [u8]) {
    let mut at = 0;
    while let Some(escape) = body[at..].iter().position(|&byte| byte == b'\\') {
        at += escape;
        at += match (unit(&body[at..]), body.get(at + 6..).and_then(unit)) {
            (Some(0xd800..0xdc00), Some(0xdc00..0xe000)) => 12,
            (Some(0xd800..0xe000), _) => {
                body[at + 2..at + 6].copy_from_slice(b"fffd");
                6
            }
            _ => 2,
        };
        at = at.min(body.len());
    }
}

/// The UTF-16 unit that `bytes` begin with as an escape.
fn unit(bytes: &[u8]) -> Option<u16> {
    let digits = bytes.strip_prefix(b"\\u")?.get(..4)?;
    u16::from_str_radix(std::str::from_utf8(digits).ok()?, 16).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn sound(body: &str, method: &str) -> Message {
        Message::Sound { body: body.into(), method: Some(method.to_owned()) }
    }

    fn message(body: Vec<u8>) -> Message {
        read(body).0
    }

    fn error(body: &str) -> (i64, Id) {
        match message(body.into()) {
            Message::Malformed(it) => (it.code.code(), it.id),
            other => panic!("{body}: {other:?}"),
        }
    }

    #[test]
    fn a_message_goes_through_as_it_is() {
        for id in ["", r#","id":1"#, r#","id":"a""#, r#","id":-7"#, r#","id":null"#] {
            let body = format!(r#"{{"jsonrpc":"2.0","method":"x"{id},"params":{{"line":1.5}}}}"#);
            assert_eq!(message(body.clone().into()), sound(&body, "x"));
        }
        let answer = r#"{"jsonrpc":"2.0","id":1,"result":null}"#;
        assert_eq!(message(answer.into()), Message::Sound { body: answer.into(), method: None });
    }

    #[test]
    fn what_is_no_json_is_a_parse_error() {
        for body in ["", "{", "{]", "hello", "{\"a\":\"\n\"}", "{} {}", r#"{"id":1,"method":"x""#] {
            assert_eq!(error(body), (-32700, Id::Null), "{body}");
        }
    }

    #[test]
    fn json_that_is_no_message_is_an_invalid_request_with_its_id() {
        for body in ["42", "[]", "{}", "null", r#""x""#, r#"[{"jsonrpc":"2.0","id":1,"method":"x"}]"#] {
            assert_eq!(error(body), (-32600, Id::Null), "{body}");
        }
        for body in [
            r#"{"jsonrpc":"2.0","id":7}"#,
            r#"{"jsonrpc":"2.0","id":7,"method":5}"#,
            r#"{"jsonrpc":"1.0","id":7,"method":"x"}"#,
            r#"{"id":7,"method":"x"}"#,
            r#"{"jsonrpc":"2.0","id":7,"method":"x","result":1}"#,
            r#"{"jsonrpc":"2.0","id":7,"method":"x","params":{},"params":{}}"#,
            r#"{"jsonrpc":"2.0","id":7,"method":"x","params":[1e999]}"#,
            r#"{"jsonrpc":"2.0","id":7,"method":"x","params":{"$serde_json::private::RawValue":1}}"#,
            &format!(r#"{{"jsonrpc":"2.0","id":7,"method":"x","params":{}{}}}"#, "[".repeat(5000), "]".repeat(5000)),
        ] {
            assert_eq!(error(body), (-32600, Id::Number(7)), "{body}");
        }
        for id in ["1.5", "{}", "[1]", "true", "99999999999999999999"] {
            assert_eq!(error(&format!(r#"{{"jsonrpc":"2.0","id":{id},"method":"x"}}"#)), (-32600, Id::Null));
        }
    }

    #[test]
    fn our_own_method_is_not_a_clients() {
        assert_eq!(error(r#"{"jsonrpc":"2.0","id":7,"method":"$/glossator/malformed"}"#), (-32601, Id::Number(7)));
    }

    #[test]
    fn half_a_surrogate_pair_becomes_the_replacement_character() {
        let mended = [
            (r"\ud83d\ude00", r"\ud83d\ude00"),
            (r"\ud83d", r"\ufffd"),
            (r"\ud83d\ud83d\ude00", r"\ufffd\ud83d\ude00"),
            (r"\uDE00x\uD83Dx", r"\ufffdx\ufffdx"),
            (r"\\ud83d\\\ud83d", r"\\ud83d\\\ufffd"),
        ];
        for (text, expected) in mended {
            let body = |text| format!(r#"{{"jsonrpc":"2.0","method":"x","params":["{text}"]}}"#);
            assert_eq!(message(body(text).into()), sound(&body(expected), "x"));
        }
    }

    #[test]
    fn invalid_utf_8_is_replaced_and_a_byte_order_mark_dropped() {
        let body = b"\xef\xbb\xbf{\"jsonrpc\":\"2.0\",\"method\":\"x\",\"params\":[\"\xff\xe2\x80\"]}";
        let expected = "{\"jsonrpc\":\"2.0\",\"method\":\"x\",\"params\":[\"\u{fffd}\u{fffd}\"]}";
        assert_eq!(message(body.to_vec()), sound(expected, "x"));
    }

    #[test]
    fn an_answer_that_is_not_quite_one_is_put_right() {
        let answers = [
            (r#"{"id":1,"result":5}"#, r#"{"jsonrpc":"2.0","result":5,"id":1}"#),
            (r#"{"id":1,"error":null}"#, r#"{"jsonrpc":"2.0","result":null,"id":1}"#),
            (
                r#"{"jsonrpc":"2.0","id":"a","result":null,"error":{"code":-32601,"extra":1}}"#,
                r#"{"jsonrpc":"2.0","error":{"code":-32601,"message":"The client gave no reason"},"id":"a"}"#,
            ),
        ];
        for (body, expected) in answers {
            assert_eq!(message(body.into()), Message::Sound { body: expected.into(), method: None });
        }
        for body in [r#"{"result":1}"#, r#"{"jsonrpc":"2.0","id":1.5,"result":1}"#] {
            assert_eq!(message(body.into()), Message::Pointless);
        }
    }

    /// JSON, mostly of the members that messages have.
    fn json() -> impl Strategy<Value = String> {
        let leaf = prop_oneof![
            Just(r#""2.0""#.to_owned()),
            Just("null".to_owned()),
            "-?[1-9][0-9]{0,20}(\\.[0-9]{1,3})?(e[0-9]{1,3})?",
            r#""([a-z$/]|\\\\|\\u(d8|DC|00)[0-9a-f]{2}){0,8}""#,
        ];
        let name = "jsonrpc|id|method|params|result|error|code|message|data|.private";
        leaf.prop_recursive(4, 24, 6, move |inner| {
            prop_oneof![
                prop::collection::vec(inner.clone(), 0..4).prop_map(|items| format!("[{}]", items.join(","))),
                prop::collection::vec((name, inner), 0..6).prop_map(|members| {
                    let members = members.iter().map(|(name, value)| format!("\"{name}\":{value}"));
                    format!("{{{}}}", members.collect::<Vec<_>>().join(","))
                }),
            ]
        })
    }

    fn tower_lsp_reads(message: Message) -> bool {
        let body = match message {
            Message::Sound { body, .. } => body,
            Message::Malformed(it) => it.request(),
            Message::Pointless => return true,
        };
        serde_json::from_slice::<Request>(&body).is_ok() || serde_json::from_slice::<Response>(&body).is_ok()
    }

    proptest! {
        #[test]
        fn whatever_is_read_tower_lsp_can_read(members in prop::collection::vec(json(), 4), body in json()) {
            let named = ["\"jsonrpc\":\"2.0\",\"id\"", "\"method\"", "\"params\"", "\"result\""];
            let members: Vec<String> = named.iter().zip(members).map(|(name, value)| format!("{name}:{value}")).collect();
            for body in [body, format!("{{{}}}", members[..3].join(",")), format!("{{{},{}}}", members[0], members[3])] {
                prop_assert!(tower_lsp_reads(message(body.clone().into())), "{}", body);
            }
        }

        #[test]
        fn no_bytes_are_too_strange(body in prop::collection::vec(any::<u8>(), 0..60)) {
            prop_assert!(tower_lsp_reads(message(body)));
        }
    }
}
