//! Case files: the texts of a small workspace, a draft, and what the editor should show for it.
//!
//! A line `-- name --` begins a section. A name with a point is a file, any other is what is expected of the draft before
//! it (`-- hover --`, `-- fixed --`, …) or how the editor is set up (`-- settings --`, `-- client --`). Words in brackets
//! say how a file is written: `-- draft.md (crlf, bom) --`. What stands above the first section says what the case is about.

use std::path::{Path, PathBuf};

/// A case file.
pub struct Case {
    /// Where it lies.
    pub path: PathBuf,
    /// What stands above the first section.
    pub about: String,
    /// Its sections.
    pub sections: Vec<Section>,
}

/// A section of a case file.
pub struct Section {
    /// The name of a file or of an expectation.
    pub name: String,
    /// How a file is written.
    pub ways: Vec<String>,
    /// What it holds, marks and all, with simple line ends.
    pub body: String,
}

impl Case {
    /// Reads a case file.
    pub fn read(path: &Path) -> Case {
        let text = std::fs::read_to_string(path).unwrap();
        let mut case = Case { path: path.to_path_buf(), about: String::new(), sections: Vec::new() };
        for line in text.split_inclusive('\n') {
            match header(line.trim_end()) {
                Some((name, ways)) => case.sections.push(Section { name, ways, body: String::new() }),
                None => match case.sections.last_mut() {
                    Some(section) => section.body.push_str(line),
                    None => case.about.push_str(line),
                },
            }
        }
        case
    }

    /// Writes it back.
    pub fn write(&self) {
        let mut text = self.about.clone();
        for Section { name, ways, body } in &self.sections {
            let ways = if ways.is_empty() { String::new() } else { format!(" ({})", ways.join(", ")) };
            text.push_str(&format!("-- {name}{ways} --\n{body}"));
        }
        std::fs::write(&self.path, text).unwrap();
    }

    /// The section of the editor's set-up with this name, as JSON; null without one.
    pub fn set_up(&self, name: &str) -> serde_json::Value {
        let section = self.sections.iter().find(|section| section.name == name);
        section.map_or(serde_json::Value::Null, |section| serde_json::from_str(&section.body).expect("JSON"))
    }

    /// The numbers of the drafts, each with those of the sections that say what is expected of it.
    pub fn drafts(&self) -> Vec<(usize, Vec<usize>)> {
        let mut drafts: Vec<(usize, Vec<usize>)> = Vec::new();
        for (number, section) in self.sections.iter().enumerate() {
            if section.is_file() {
                drafts.push((number, Vec::new()));
            } else if let Some((_, expected)) = drafts.last_mut().filter(|_| !section.is_set_up()) {
                expected.push(number);
            }
        }
        drafts.retain(|(_, expected)| !expected.is_empty());
        drafts
    }
}

impl Section {
    /// Whether it is a file of the workspace.
    pub fn is_file(&self) -> bool {
        self.name.contains('.')
    }

    fn is_set_up(&self) -> bool {
        ["settings", "client"].contains(&self.name.as_str())
    }

    /// A body as it is in the file or the editor.
    pub fn written(&self, body: &str) -> String {
        let has = |way: &str| self.ways.iter().any(|other| other == way);
        let text = if has("crlf") { body.replace('\n', "\r\n") } else { body.to_string() };
        if has("bom") { format!("\u{feff}{text}") } else { text }
    }

    /// The reverse of [`Section::written`].
    pub fn unwritten(&self, text: &str) -> String {
        text.trim_start_matches('\u{feff}').replace("\r\n", "\n")
    }
}

fn header(line: &str) -> Option<(String, Vec<String>)> {
    let name = line.strip_prefix("-- ")?.strip_suffix(" --")?;
    let Some((name, ways)) = name.split_once(" (") else { return Some((name.to_string(), Vec::new())) };
    let ways = ways.trim_end_matches(')').split(',').map(|way| way.trim().to_string());
    Some((name.to_string(), ways.collect()))
}
