//! Which concepts a corpus speaks of, and which of them a text does: all terms of all concepts are recognised at once, and
//! concepts that nobody has named in an annotation file are discovered.

mod addressed;
mod coordinated;
mod counted;
mod discovery;
mod enumeration;
mod forms;
mod inner;
mod introduction;
mod kinds;
mod likeness;
mod merged;
mod names;
mod nesting;
mod parting;
mod persons;
mod recogniser;
mod score;
mod spelled;
mod trie;
mod variants;
mod written;

pub use addressed::titles;
pub use coordinated::{CONJUNCTIONS, MOST_BETWEEN};
pub use counted::{Counted, Miscount, counts, number_like};
pub use discovery::{Discovered, discover};
pub use enumeration::{count_in, parts};
pub use forms::{Written, inflections, spellings};
pub use inner::Keys;
pub use introduction::{Introduction, introduction};
pub use likeness::{ALIKE, Wording, pairs};
pub use names::{Match, Names, Quality, is_small};
pub use recogniser::{Form, Recogniser, Term};
pub use spelled::canonical;
