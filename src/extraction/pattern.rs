//! The ways in which a sentence says what something is.

/// By what a sentence defines, the surest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[repr(u8)]
#[allow(missing_docs)]
pub enum Pattern {
    /// `is defined as`, `is called`, `the term … denotes`: the sentence speaks of a term.
    Termed,
    /// `means`, `refers to`.
    Means,
    /// `is a`, `is the`.
    Is,
    /// `namely`, `that is`.
    Namely,
    /// `includes the following`, `consists of`.
    Includes,
    /// A list behind a colon.
    Colon,
    /// `It is a …` below a heading.
    Title,
    /// `is to`, `aims at`.
    Purpose,
    /// `the essence of … is`.
    Essence,
    /// `In terms of …,` opens what is said of it.
    Opener,
    /// `…, a …,`
    Apposition,
    /// `… is the …`, `regarded … as the …`: the sentence says which it is.
    Identified,
    /// The paragraph below a heading, which is about what that names.
    Section,
    /// `put forward the policy of …`
    Introduced,
    /// A sentence that opens with it and says by its verb something that holds of all its kind, or always.
    Subject,
    /// A sentence that has it for its subject and says something lasting of it.
    Statement,
    /// One of what a sentence spells out.
    Part,
    /// `… is common`: what says the least.
    Remark,
}

impl Pattern {
    pub(super) const ALL: [Pattern; 18] = [
        Pattern::Termed,
        Pattern::Means,
        Pattern::Is,
        Pattern::Namely,
        Pattern::Includes,
        Pattern::Colon,
        Pattern::Title,
        Pattern::Purpose,
        Pattern::Essence,
        Pattern::Opener,
        Pattern::Apposition,
        Pattern::Identified,
        Pattern::Section,
        Pattern::Introduced,
        Pattern::Subject,
        Pattern::Statement,
        Pattern::Part,
        Pattern::Remark,
    ];

    /// The pattern of a number.
    pub(super) fn from_byte(byte: u8) -> Option<Pattern> {
        Pattern::ALL.get(byte as usize).copied()
    }

    /// Whether such a sentence may spell out the parts of what it defines.
    pub fn enumerates(self) -> bool {
        self <= Pattern::Colon || self == Pattern::Essence || self.speaks() || self == Pattern::Introduced
    }

    /// Whether such a sentence only says something of what it has for its subject.
    pub fn speaks(self) -> bool {
        matches!(self, Pattern::Subject | Pattern::Statement)
    }

    /// Whether it speaks for a phrase being a name that a sentence defines it so.
    pub(super) fn tells(self) -> bool {
        self <= Pattern::Apposition || matches!(self, Pattern::Section | Pattern::Introduced)
    }

    /// Whether such a sentence says what something is. The others explain it: they say something lasting of it, or where it
    /// comes from (an *explanation* in the terms of ISO 704).
    pub fn defines(self) -> bool {
        self <= Pattern::Identified
    }

    /// Whether such a sentence leaves no doubt that it says what something is, however seldom the texts name that.
    pub fn states(self) -> bool {
        matches!(
            self,
            Pattern::Termed | Pattern::Means | Pattern::Is | Pattern::Namely | Pattern::Includes | Pattern::Title
        )
    }

    /// How sure it is that such a sentence defines, 0 to 1.
    pub fn weight(self) -> f32 {
        match self {
            Pattern::Termed | Pattern::Means | Pattern::Is | Pattern::Namely => 1.0,
            Pattern::Includes | Pattern::Colon | Pattern::Title => 0.9,
            Pattern::Purpose | Pattern::Essence => 0.8,
            Pattern::Opener => 0.7,
            Pattern::Apposition => 0.6,
            Pattern::Identified | Pattern::Section | Pattern::Introduced => 0.5,
            Pattern::Subject => 0.45,
            Pattern::Statement | Pattern::Part => 0.4,
            Pattern::Remark => 0.3,
        }
    }
}
