//! The checks: what each one reports, and how grave that is unless somebody says otherwise.

use super::nearest;

/// How grave a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// It is not reported.
    Off,
    /// Hardly visible in the editor.
    Hint,
    /// Worth knowing.
    Information,
    /// Most likely to be changed.
    Warning,
    /// Must be changed.
    Error,
}

impl Severity {
    /// All of them, the least grave first.
    pub const ALL: [Severity; 5] =
        [Severity::Off, Severity::Hint, Severity::Information, Severity::Warning, Severity::Error];

    /// As it is written in settings.
    pub fn name(self) -> &'static str {
        ["off", "hint", "information", "warning", "error"][self as usize]
    }

    /// One step graver; what is off stays off.
    pub fn raised(self) -> Self {
        match self {
            Severity::Off => Severity::Off,
            Severity::Hint => Severity::Information,
            Severity::Information => Severity::Warning,
            Severity::Warning | Severity::Error => Severity::Error,
        }
    }
}

impl std::str::FromStr for Severity {
    type Err = String;

    /// Reads what [`Severity::name`] writes; the error says what can be written.
    fn from_str(name: &str) -> Result<Self, String> {
        let all = Severity::ALL.map(Severity::name);
        let known = Severity::ALL.into_iter().find(|severity| severity.name() == name);
        known.ok_or_else(|| match nearest(name, all) {
            Some(meant) => format!("`{name}` is no severity: did you mean `{meant}`?"),
            None => format!("`{name}` is no severity: it is one of {}", all.join(", ")),
        })
    }
}

/// A check.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs)]
pub enum Check {
    Misquotation,
    Spelling,
    OtherTranslation,
    CutShort,
    Attribution,
    Unsourced,
    Unmarked,
    Terminology,
    Enumeration,
    MixedTerms,
    InitialCapital,
    ClosingPunctuation,
    BareEllipsis,
    Sic,
    Annotation,
    Settings,
}

/// What is declared of a check.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CheckDecl {
    /// By which it is known in settings, comments and reports.
    pub code: &'static str,
    /// How grave its findings are if no setting says so.
    pub default: Severity,
    /// What it reports, one or two sentences of Markdown.
    pub summary: &'static str,
}

impl Check {
    /// All of them.
    pub const ALL: [Check; 16] = [
        Check::Misquotation,
        Check::Spelling,
        Check::OtherTranslation,
        Check::CutShort,
        Check::Attribution,
        Check::Unsourced,
        Check::Unmarked,
        Check::Terminology,
        Check::Enumeration,
        Check::MixedTerms,
        Check::InitialCapital,
        Check::ClosingPunctuation,
        Check::BareEllipsis,
        Check::Sic,
        Check::Annotation,
        Check::Settings,
    ];

    /// What is declared of it.
    pub fn declaration(self) -> &'static CheckDecl {
        &DECLARATIONS[self as usize]
    }

    /// By which it is known in settings, comments and reports.
    pub fn code(self) -> &'static str {
        self.declaration().code
    }

    /// The check with this code.
    pub fn by_code(code: &str) -> Option<Check> {
        Check::ALL.into_iter().find(|check| check.code() == code)
    }

    /// The code that one which no check has is most likely a slip for.
    pub fn meant(code: &str) -> Option<&'static str> {
        nearest(code, Check::ALL.map(Check::code))
    }

    /// What to say of a code that no check has.
    pub fn unknown(code: &str) -> String {
        match Check::meant(code) {
            Some(meant) => format!("unknown check `{code}`: did you mean `{meant}`?"),
            None => format!("unknown check `{code}`: the checks are {}", Check::ALL.map(Check::code).join(", ")),
        }
    }
}

const DECLARATIONS: [CheckDecl; Check::ALL.len()] = [
    CheckDecl {
        code: "misquotation",
        default: Severity::Warning,
        summary: "A quotation that differs from its source: words left out, added, replaced or moved without a mark \
                  that says so. A negation that was dropped or added counts one step graver.",
    },
    CheckDecl {
        code: "spelling",
        default: Severity::Hint,
        summary: "A quotation that differs from its source only in the spelling of words: accents, capitals inside a \
                  sentence, *organise* for *organize*.",
    },
    CheckDecl {
        code: "other-translation",
        default: Severity::Information,
        summary: "A quotation that says the same as a source in the words of another translation.",
    },
    CheckDecl {
        code: "cut-short",
        default: Severity::Information,
        summary: "A quotation that stops, without an ellipsis, before what limits it in the source's sentence (*but*, *unless*, \
                  *except*, *only if*), or that begins behind the word that negates it, or behind the clause that denies it \
                  (*it is not true that*).",
    },
    CheckDecl {
        code: "attribution",
        default: Severity::Warning,
        summary: "A quotation that the writer gives to somebody else than its source does, or to another year or occasion, and \
                  one in which an ellipsis joins the words of two speakers. Told only where both are certain and every \
                  source of the words agrees.",
    },
    CheckDecl { code: "unsourced", default: Severity::Off, summary: "A quotation that is found in no source." },
    CheckDecl {
        code: "unmarked",
        default: Severity::Hint,
        summary: "A passage that stands in a source word for word, or nearly so, and is not marked as a quotation.",
    },
    CheckDecl {
        code: "terminology",
        default: Severity::Warning,
        summary: "A name that the corpus does not use: one that the annotation says to avoid, or one that counts otherwise \
                  (*Four Principles of …* where the texts have five).",
    },
    CheckDecl {
        code: "enumeration",
        default: Severity::Warning,
        summary: "A list of the parts of a concept in which a part is missing, added or changed. Where sources list other \
                  parts, a list is right that fits one of them.",
    },
    CheckDecl {
        code: "mixed-terms",
        default: Severity::Hint,
        summary: "One thing under two names that differ by a word or two in one text.",
    },
    CheckDecl {
        code: "initial-capital",
        default: Severity::Off,
        summary: "For strict quoting: a first letter that is a capital and is none in the source, or the reverse, without \
                  brackets (`[T]he`).",
    },
    CheckDecl {
        code: "closing-punctuation",
        default: Severity::Off,
        summary: "For strict quoting: punctuation before the closing mark that the source does not have, and a sentence's \
                  own behind it.",
    },
    CheckDecl {
        code: "bare-ellipsis",
        default: Severity::Off,
        summary: "For strict quoting: an ellipsis that is the writer's and has no brackets (`[…]`).",
    },
    CheckDecl {
        code: "sic",
        default: Severity::Off,
        summary: "For strict quoting: a `[sic]`, which the source does not have.",
    },
    CheckDecl {
        code: "annotation",
        default: Severity::Warning,
        summary: "An entry of `corpus.toml` or `concepts.toml` that cannot be read or does not fit the texts.",
    },
    CheckDecl {
        code: "settings",
        default: Severity::Warning,
        summary: "A setting in `glossator.toml` that is unknown or has a wrong value; a comment that would silence checks and \
                  is misspelt, or an unknown check in one.",
    },
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_check_has_a_code_of_its_own_by_which_it_is_found() {
        for check in Check::ALL {
            assert_eq!(Check::by_code(check.code()), Some(check));
        }
        assert_eq!(Check::by_code("spelling "), None);
    }

    #[test]
    fn severities_are_read_as_they_are_written_and_can_be_raised() {
        for severity in Severity::ALL {
            assert_eq!(severity.name().parse(), Ok(severity));
        }
        assert_eq!("waring".parse::<Severity>(), Err("`waring` is no severity: did you mean `warning`?".into()));
        assert_eq!(Severity::Warning.raised(), Severity::Error);
        assert_eq!(Severity::Off.raised(), Severity::Off);
    }
}
