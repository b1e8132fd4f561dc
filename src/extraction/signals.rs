//! What speaks for a phrase being a name.

/// One thing that speaks for it, or against it, or says what kind of name it is. The commonest come first, for a set of them
/// is then a small number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[repr(u8)]
#[allow(missing_docs)]
pub enum Signal {
    /// It stood behind `the`.
    Definite,
    /// Capitals where no sentence begins.
    Capitalised,
    /// It begins with a deed: `promoting free trade`.
    Deed,
    /// Its last word is none that a name ends in.
    WeakHead,
    /// A name before `of`, with what follows.
    Compound,
    /// The text says what it is.
    Defined,
    /// It ends in such a noun itself: `the open-door policy`.
    CueHead,
    /// It begins with a word of praise or size.
    Weak,
    /// It has a numeral or a year in it, or at an end.
    Counted,
    /// A preposition other than `of` or `for` stands in it.
    Prepositional,
    /// Between quotation marks.
    Quoted,
    /// A numeral, and what there are so many of: `Fourteen Points`.
    Numbered,
    /// Two names joined by `and`.
    Coordinated,
    /// Its first word is an adjective that says of what kind it is: `national`, `atomic`.
    Relational,
    /// Behind `the concept of`, `the principle of`.
    Cued,
    /// It begins with whose it is: `the city's walls`.
    Possessed,
    /// A heading, or what a heading is about.
    Heading,
    /// What somebody promotes, opposes, builds.
    Advocated,
    /// A person.
    Person,
    /// Every mention stands between other words of one longer name.
    Inner,
    /// An organisation.
    Organisation,
    /// It is a single word that names an idea by its ending.
    Idea,
    /// In a list behind `such as` or `including`.
    Listed,
    /// An abbreviation of it stands behind it in parentheses, or it is one.
    Abbreviated,
    /// Commas stand in it.
    Series,
    /// A title or a heading stands for the whole text.
    Title,
    /// An event.
    Event,
    /// A document.
    Document,
}

/// A set of signals.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Signals(pub u32);

impl Signals {
    /// None.
    pub const NONE: Signals = Signals(0);

    /// This one only.
    pub const fn of(signal: Signal) -> Self {
        Signals(1 << signal as u8)
    }

    /// These and that one.
    pub const fn with(self, signal: Signal) -> Self {
        Signals(self.0 | 1 << signal as u8)
    }

    /// That one too, if it holds.
    pub const fn with_if(self, signal: Signal, holds: bool) -> Self {
        if holds { self.with(signal) } else { self }
    }

    /// All of both.
    pub const fn union(self, other: Signals) -> Self {
        Signals(self.0 | other.0)
    }

    /// Whether it is among them.
    pub const fn has(self, signal: Signal) -> bool {
        self.0 & 1 << signal as u8 != 0
    }

    /// Whether a phrase that occurs once is worth keeping for them.
    pub const fn are_strong(self) -> bool {
        const WEAK: Signals = Signals::of(Signal::Weak)
            .with(Signal::Definite)
            .with(Signal::Inner)
            .with(Signal::Counted)
            .with(Signal::Coordinated)
            .with(Signal::Compound)
            .with(Signal::Prepositional)
            .with(Signal::Advocated)
            .with(Signal::Relational)
            .with(Signal::Possessed)
            .with(Signal::Series)
            .with(Signal::Deed)
            .with(Signal::WeakHead);
        self.0 & !WEAK.0 != 0
    }
}
