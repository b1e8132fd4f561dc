//! The settings: where each one can be written, its default, and what it is for.

/// What is declared of a setting.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SettingDecl {
    /// As it is known in the editor, without `glossator.` before it; `<check>` stands for the code of each check.
    pub key: &'static str,
    /// As it is written in `glossator.toml`.
    pub in_file: &'static str,
    /// On the command line; empty where it cannot be given there.
    pub on_command_line: &'static str,
    /// Whether an editor can set it.
    pub in_editor: bool,
    /// What values it has.
    pub shape: Shape,
    /// What counts if nobody sets it, in words.
    pub default: &'static str,
    /// What it is for, one or two sentences of Markdown.
    pub summary: &'static str,
}

/// What values a setting has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// Paths of folders.
    Folders,
    /// True or false.
    Truth,
    /// A severity for each check.
    Severities,
    /// A number.
    Number {
        /// The smallest.
        least: usize,
        /// The one that counts if nobody sets it.
        default: usize,
    },
    /// Something that only `glossator.toml` can hold.
    InFile,
}

/// The fewest words that a setting may call an unmarked quotation.
pub const FEWEST_UNMARKED: usize = 8;
/// So many words are one if no setting says otherwise.
pub(super) const UNMARKED: usize = 12;

/// All settings.
pub const SETTINGS: [SettingDecl; 6] = [
    SettingDecl {
        key: "corpus",
        in_file: "[[corpus]]\npath = \"texts\"",
        on_command_line: "--corpus DIR",
        in_editor: true,
        shape: Shape::Folders,
        default: "the texts that come with glossator",
        summary: "Folders with the texts that are quoted from. Paths are meant from the workspace folder; `~` is the \
                  home folder.",
    },
    SettingDecl {
        key: "seeds",
        in_file: "seeds = true",
        on_command_line: "--seeds",
        in_editor: true,
        shape: Shape::Truth,
        default: "false",
        summary: "Use the texts that come with glossator as well when folders are configured.",
    },
    SettingDecl {
        key: "checks.<check>.severity",
        in_file: "[checks]\nmisquotation = \"error\"",
        on_command_line: "",
        in_editor: true,
        shape: Shape::Severities,
        default: "see the checks",
        summary: "How grave the findings of a check are: `off`, `hint`, `information`, `warning` or `error`.",
    },
    SettingDecl {
        key: "unmarked.words",
        in_file: "[unmarked]\nwords = 12",
        on_command_line: "",
        in_editor: true,
        shape: Shape::Number { least: FEWEST_UNMARKED, default: UNMARKED },
        default: "12",
        summary: "How many words in a row must stand in a source to be reported as an unmarked quotation; at least 8. At \
                  least half of that number must be neither in names nor in set phrases that several sources share.",
    },
    SettingDecl {
        key: "ignore",
        in_file: "[[ignore]]\nfiles = [\"old/**\"]\nchecks = [\"misquotation\"]",
        on_command_line: "",
        in_editor: false,
        shape: Shape::InFile,
        default: "none",
        summary: "Files in which the given checks are silent; without `checks`, all of them are. Patterns are written \
                  as in `.gitignore`.",
    },
    SettingDecl {
        key: "baseline",
        in_file: "baseline = \"glossator-baseline.json\"",
        on_command_line: "",
        in_editor: false,
        shape: Shape::InFile,
        default: "none",
        summary: "A file with findings that are known and accepted; `glossator check --write-baseline` makes it.",
    },
];
