//! What speaks for a phrase being a name.

/// One thing that speaks for it, or against it, or says what kind of name it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[repr(u8)]
#[allow(missing_docs)]
pub enum Signal {
    /// Between quotation marks.
    Quoted,
    /// Behind `the concept of`, `the principle of`.
    Cued,
    /// It ends in such a noun itself: `the open-door policy`.
    CueHead,
    /// A numeral, and what there are so many of: `Fourteen Points`.
    Numbered,
    /// Capitals where no sentence begins.
    Capitalised,
    /// A heading, or what a heading is about.
    Heading,
    /// In a list behind `such as` or `including`.
    Listed,
    /// Two names joined by `and`.
    Coordinated,
    /// The text says what it is.
    Defined,
    /// An abbreviation of it stands behind it in parentheses, or it is one.
    Abbreviated,
    /// It begins with a deed: `promoting free trade`.
    Deed,
    /// It begins with a word of praise or size.
    Weak,
    /// A person.
    Person,
    /// An organisation.
    Organisation,
    /// An event.
    Event,
    /// A document.
    Document,
    /// It stood behind `the`.
    Definite,
    /// It is a single word that names an idea by its ending.
    Idea,
    /// A name before `of`, with what follows.
    Compound,
    /// Every mention stands between other words of one longer name.
    Inner,
    /// A title or a heading stands for the whole text.
    Title,
    /// It has a numeral or a year in it, or at an end.
    Counted,
    /// Its last word is none that a name ends in.
    WeakHead,
    /// What somebody promotes, opposes, builds.
    Advocated,
    /// Its first word is an adjective that says of what kind it is: `national`, `atomic`.
    Relational,
    /// A preposition other than `of` or `for` stands in it.
    Prepositional,
    /// It begins with whose it is: `the city's walls`.
    Possessed,
    /// Commas stand in it.
    Series,
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
            .with(Signal::WeakHead);
        self.0 & !WEAK.0 != 0
    }
}
