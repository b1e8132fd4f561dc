//! What is written elsewhere about settings and checks is held equal to their declarations: the schema of the VS Code
//! extension, and the tables between `<!-- settings -->` and `<!-- /settings -->` (and the same for checks) in the
//! README. `UPDATE_EXPECT=1 cargo test --test declarations` writes them.

use glossator::settings::{checks_table, settings_table, vscode_properties};
use serde_json::Value;
use std::ops::Range;
use std::path::PathBuf;

/// The extension's section of settings for the server; the others are the extension's own.
const SECTION: &str = "glossator.languageServer";

fn file(path: &str) -> (PathBuf, Option<String>) {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(path);
    let text = std::fs::read_to_string(&path).ok();
    (path, text)
}

/// Holds the part of a file against what is derived, or puts that there.
fn hold(path: &PathBuf, text: &str, part: Range<usize>, derived: &str, is_equal: impl Fn(&str) -> bool) {
    if is_equal(&text[part.clone()]) {
        return;
    }
    let update = std::env::var("UPDATE_EXPECT").is_ok_and(|value| value == "1");
    assert!(update, "{} differs from the declarations: UPDATE_EXPECT=1 cargo test --test declarations", path.display());
    std::fs::write(path, format!("{}{derived}{}", &text[..part.start], &text[part.end..])).unwrap();
}

#[test]
fn the_settings_of_the_vscode_extension_are_those_that_are_declared() {
    let (path, Some(text)) = file("editors/vscode/package.json") else { return };
    let section = text.find(&format!("\"{SECTION}\"")).expect("the section of the server's settings");
    let key = section + text[section..].find("\"properties\": {").expect("its properties");
    let start = key + text[key..].find('{').unwrap();
    let mut values = serde_json::Deserializer::from_str(&text[start..]).into_iter::<Value>();
    let written = values.next().unwrap().unwrap();
    let end = start + values.byte_offset();

    let column = key - text[..key].rfind('\n').unwrap() - 1;
    let derived = vscode_properties().replace('\n', &format!("\n{}", " ".repeat(column)));
    hold(&path, &text, start..end, &derived, |_| written == serde_json::from_str::<Value>(&derived).unwrap());
}

#[test]
fn the_tables_of_the_readme_are_those_that_are_declared() {
    for (name, table) in [("settings", settings_table()), ("checks", checks_table())] {
        let (path, Some(text)) = file("README.md") else { return };
        let (begin, end) = (format!("<!-- {name} -->"), format!("<!-- /{name} -->"));
        let Some(start) = text.find(&begin).map(|at| at + begin.len()) else { continue };
        let end = start + text[start..].find(&end).unwrap_or_else(|| panic!("README.md has no {end}"));
        let derived = format!("\n\n{table}\n");
        hold(&path, &text, start..end, &derived, |written| written == derived);
    }
}
