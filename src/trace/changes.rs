//! The kinds of change that a quotation can make to its source, and which words decide between them.

/// What happened to a run of words between source and quotation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Change {
    /// Nothing.
    Same,
    /// Words left out where the writer put an ellipsis.
    Ellipsis,
    /// The writer's words in brackets.
    Editorial,
    /// Other capitals.
    Case,
    /// Other accents.
    Accents,
    /// Another spelling of the same word, a number for its word, or a space too many or too few.
    Spelling,
    /// A word one or two letters away that is no word of the corpus.
    Typing,
    /// Other words.
    Replaced,
    /// Another number.
    Number,
    /// Another name.
    Name,
    /// Words that the source lacks.
    Added,
    /// Words that the quotation lacks.
    Dropped,
    /// A longer run that the quotation lacks, with no ellipsis to say so.
    Omission,
    /// Words that changed places with their neighbours.
    Swapped,
    /// A clause that stands elsewhere in the source.
    Moved,
    /// From here on another passage, run together with the one before.
    Joined,
    /// The writer's own words before or behind the source's.
    Overrun,
    /// The quotation stops before what limits it in the source's sentence, or begins behind what negates or denies it.
    CutShort,
    /// A negation added, dropped or replaced: the meaning is turned.
    Negation,
}

impl Change {
    /// Whether it is no alteration.
    pub fn is_fine(self) -> bool {
        matches!(self, Change::Same | Change::Ellipsis | Change::Editorial | Change::CutShort)
    }

    /// Whether it is an alteration that leaves every word the same word.
    pub fn is_slight(self) -> bool {
        matches!(self, Change::Case | Change::Accents | Change::Spelling)
    }

    /// Its name, as lists and JSON show it.
    pub fn name(self) -> &'static str {
        match self {
            Change::Same => "same",
            Change::Ellipsis => "ellipsis",
            Change::Editorial => "editorial",
            Change::Case => "case",
            Change::Accents => "accents",
            Change::Spelling => "spelling",
            Change::Typing => "typing",
            Change::Replaced => "replaced",
            Change::Number => "number",
            Change::Name => "name",
            Change::Added => "added",
            Change::Dropped => "dropped",
            Change::Omission => "omission",
            Change::Swapped => "swapped",
            Change::Moved => "moved",
            Change::Joined => "joined",
            Change::Overrun => "overrun",
            Change::CutShort => "cut-short",
            Change::Negation => "negation",
        }
    }
}

/// Whether a folded word is a number.
pub(super) fn is_number(folded: &str) -> bool {
    folded.starts_with(|c: char| c.is_ascii_digit())
}
