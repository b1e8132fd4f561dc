//! Which concepts a text speaks of: all terms of all concepts are recognised at once.

mod counted;
mod likeness;
mod names;
mod recogniser;

pub use counted::{Counted, Miscount, number_like};
pub use likeness::{ALIKE, Wording, pairs};
pub use names::{Match, Names, Quality};
pub use recogniser::{Form, Recogniser, Term};
