//! The outline of a message, read without keeping what is in it.

use serde::de::{Deserialize, Deserializer, Error as _, MapAccess, SeqAccess, Visitor};
use std::fmt;

/// A JSON value as far as it decides what a message is. Reading it fails where reading a [`serde_json::Value`] would.
pub enum Anything {
    Null,
    Integer(i64),
    Text(String),
    Map(Box<Envelope>),
    Other,
}

/// The members of a message.
#[derive(Default)]
pub struct Envelope {
    pub jsonrpc: Option<Anything>,
    pub id: Option<Anything>,
    pub method: Option<Anything>,
    pub params: Option<Passed>,
    pub result: Option<Passed>,
    pub error: Option<Passed>,
    /// One of these members stands twice.
    pub is_ambiguous: bool,
}

impl<'de> Deserialize<'de> for Anything {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(AnythingVisitor)
    }
}

struct AnythingVisitor;

impl<'de> Visitor<'de> for AnythingVisitor {
    type Value = Anything;

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_unit<E>(self) -> Result<Anything, E> {
        Ok(Anything::Null)
    }

    fn visit_bool<E>(self, _: bool) -> Result<Anything, E> {
        Ok(Anything::Other)
    }

    fn visit_i64<E>(self, number: i64) -> Result<Anything, E> {
        Ok(Anything::Integer(number))
    }

    fn visit_u64<E>(self, number: u64) -> Result<Anything, E> {
        Ok(i64::try_from(number).map_or(Anything::Other, Anything::Integer))
    }

    fn visit_f64<E>(self, _: f64) -> Result<Anything, E> {
        Ok(Anything::Other)
    }

    fn visit_str<E>(self, text: &str) -> Result<Anything, E> {
        Ok(Anything::Text(text.to_owned()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Anything, A::Error> {
        while seq.next_element::<Passed>()?.is_some() {}
        Ok(Anything::Other)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Anything, A::Error> {
        let mut it = Box::<Envelope>::default();
        while let Some(name) = map.next_key::<String>()? {
            it.is_ambiguous |= match name.as_str() {
                "jsonrpc" => it.jsonrpc.replace(map.next_value()?).is_some(),
                "id" => it.id.replace(map.next_value()?).is_some(),
                "method" => it.method.replace(map.next_value()?).is_some(),
                "params" => it.params.replace(map.next_value()?).is_some(),
                "result" => it.result.replace(map.next_value()?).is_some(),
                "error" => it.error.replace(map.next_value()?).is_some(),
                RAW_VALUE => return Err(A::Error::custom("no member of a message")),
                _ => map.next_value::<Passed>().map(|_| false)?,
            };
        }
        Ok(Anything::Map(it))
    }
}

/// A key that serde_json gives a meaning of its own when it reads a [`serde_json::Value`]: what stands under it must be JSON in a
/// string.
const RAW_VALUE: &str = "$serde_json::private::RawValue";

/// A JSON value of which only that it can be read is of interest.
pub struct Passed;

impl<'de> Deserialize<'de> for Passed {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(PassedVisitor)
    }
}

struct PassedVisitor;

impl<'de> Visitor<'de> for PassedVisitor {
    type Value = Passed;

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_unit<E>(self) -> Result<Passed, E> {
        Ok(Passed)
    }

    fn visit_bool<E>(self, _: bool) -> Result<Passed, E> {
        Ok(Passed)
    }

    fn visit_i64<E>(self, _: i64) -> Result<Passed, E> {
        Ok(Passed)
    }

    fn visit_u64<E>(self, _: u64) -> Result<Passed, E> {
        Ok(Passed)
    }

    fn visit_f64<E>(self, _: f64) -> Result<Passed, E> {
        Ok(Passed)
    }

    fn visit_str<E>(self, _: &str) -> Result<Passed, E> {
        Ok(Passed)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Passed, A::Error> {
        while seq.next_element::<Passed>()?.is_some() {}
        Ok(Passed)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Passed, A::Error> {
        while map.next_key::<Key>()?.is_some() {
            map.next_value::<Passed>()?;
        }
        Ok(Passed)
    }
}

/// The name of a member, anything but [`RAW_VALUE`].
struct Key;

impl<'de> Deserialize<'de> for Key {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_str(KeyVisitor)
    }
}

struct KeyVisitor;

impl Visitor<'_> for KeyVisitor {
    type Value = Key;

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("a key")
    }

    fn visit_str<E: serde::de::Error>(self, key: &str) -> Result<Key, E> {
        if key == RAW_VALUE { Err(E::custom("a key that no message has")) } else { Ok(Key) }
    }
}
