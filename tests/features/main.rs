//! What the editor shows, case by case: each folder beside this file has the cases of one feature, written as one reads
//! them (see `case.rs`). With `UPDATE_EXPECT=1` the cases are rewritten to what the server says now; read the difference.

mod case;
#[path = "../server/client.rs"]
#[allow(dead_code)] // shared with other conversations
mod client;
mod desk;
mod glossary;
mod lists;
mod marked;
#[path = "../server/messages.rs"]
#[allow(dead_code)] // shared with other conversations
mod messages;
#[path = "../server/wire.rs"]
mod wire;

use case::Case;
use desk::Desk;
use std::path::{Path, PathBuf};

#[test]
fn hover() {
    play("hover");
}

#[test]
fn concepts() {
    play("concepts");
}

#[test]
fn definition() {
    play("definition");
}

#[test]
fn completion() {
    play("completion");
}

#[test]
fn signature() {
    play("signature");
}

#[test]
fn references() {
    play("references");
}

#[test]
fn highlights() {
    play("highlights");
}

#[test]
fn hierarchy() {
    play("hierarchy");
}

#[test]
fn diagnostics() {
    play("diagnostics");
}

#[test]
fn attribution() {
    play("attribution");
}

#[test]
fn alterations() {
    play("alterations");
}

#[test]
fn fixes() {
    play("fixes");
}

#[test]
fn terminology() {
    play("terminology");
}

#[test]
fn glossary() {
    play("glossary");
}

#[test]
fn notes() {
    play("notes");
}

#[test]
fn documents() {
    play("documents");
}

#[test]
fn symbols() {
    play("symbols");
}

/// Plays all cases of a folder, and fails with what went otherwise than they say.
fn play(feature: &str) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/features").join(feature);
    let mut paths: Vec<PathBuf> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "case"));
    paths.sort();
    assert!(!paths.is_empty(), "no cases of {feature}");
    let differences: Vec<String> = paths.iter().flat_map(|path| differences(path)).collect();
    assert!(differences.is_empty(), "{}", differences.join("\n"));
}

/// Where the answers differ from what a case expects; nothing after they were taken over.
fn differences(path: &Path) -> Vec<String> {
    let mut case = Case::read(path);
    let mut desk = Desk::new(&case);
    let mut all = Vec::new();
    for (number, expectations) in case.drafts() {
        let mut draft = desk.open(&case.sections[number]);
        let mut answers = Vec::new();
        for section in expectations {
            answers.push((section, desk.show(&case.sections[section].name, &mut draft)));
        }
        let (expected, marked) = (draft.expected(), draft.marked());
        if expected != marked {
            let marked = case.sections[number].unwritten(&marked);
            all.push(difference(&case, number, number, &marked));
            case.sections[number].body = marked;
        }
        for (section, answer) in answers {
            if case.sections[section].body != answer {
                all.push(difference(&case, number, section, &answer));
                case.sections[section].body = answer;
            }
        }
    }
    if !all.is_empty() && std::env::var_os("UPDATE_EXPECT").is_some() {
        case.write();
        return Vec::new();
    }
    all
}

fn difference(case: &Case, draft: usize, section: usize, answer: &str) -> String {
    let name = case.path.strip_prefix(env!("CARGO_MANIFEST_DIR")).unwrap_or(&case.path).display();
    let (draft, section) = (&case.sections[draft].name, &case.sections[section]);
    format!("{name}, {draft}, {}:\n--- expected\n{}--- shown\n{answer}---", section.name, section.body)
}
