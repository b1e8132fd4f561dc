//! Holds the house to its plan: which room may use which, what is named where, and how long a file may be.

use std::fs;
use std::path::{Path, PathBuf};

/// The rooms and their levels. A room uses only rooms of a lower level.
const ROOMS: &[(&str, u8)] = &[
    ("text", 0),
    ("settings", 0),
    ("markup", 1),
    ("annotation", 1),
    ("corpus", 2),
    ("extraction", 2),
    ("index", 3),
    ("trace", 4),
    ("concepts", 4),
    ("attribution", 4),
    ("library", 5),
    ("features", 6),
    ("lsp", 7),
    ("cli", 7),
];

/// Names, the only places in `src` that may use them, and whether tests may as well.
const NAMES: &[(&[&str], &[&str], bool)] = &[
    (&["ropey"], &["text/rope.rs"], false),
    (&["dashmap", "DashMap"], &["lsp/documents.rs"], false),
    (&["tower_lsp", "lsp_types", "tower_service"], &["lsp/"], false),
    (&["tokio", "futures", "async"], &["lsp/", "cli/", "main.rs"], false),
    (&["print!", "println!", "eprint!", "eprintln!", "dbg!"], &["cli/"], false),
    // Folders are walked in parallel, and their files have times.
    (&["Mutex", "RwLock", "Condvar"], &["corpus/", "lsp/", "cli/"], true),
    (&["SystemTime"], &["corpus/", "lsp/", "cli/"], true),
    (&["Instant"], &["lsp/", "cli/"], true),
    (&["fs", "File", "OpenOptions"], &["corpus/", "annotation/", "index/", "lsp/", "cli/"], true),
];

/// What the top level may hold; `*` stands for any ending.
const TOP_LEVEL: &[&str] = &[
    "Cargo.toml",
    "Cargo.lock",
    "src",
    "seeds",
    "editors",
    "tests",
    "benches",
    "README.md",
    "LICENSE-*",
    "CHANGELOG.md",
    "clippy.toml",
    "rustfmt.toml",
    "rust-toolchain*",
    ".gitignore",
    ".gitattributes",
    ".ci",
    ".git",
    "target",
];

const LONGEST_FILE: usize = 400;

/// Longer files, each with the reason why it is not two.
const LONG_FILES: &[(&str, &str)] = &[];

#[test]
fn no_room_uses_a_room_of_its_own_level_or_a_higher_one() {
    let problems: Vec<_> = sources().iter().flat_map(|(path, text)| forbidden_arrows(path, text)).collect();
    assert!(problems.is_empty(), "\n{}\n", problems.join("\n"));
}

#[test]
fn every_folder_and_file_of_the_source_is_a_room_of_the_plan() {
    for (path, _) in sources() {
        let room = room_of(&path);
        let known = matches!(path.as_str(), "lib.rs" | "main.rs") || level(room).is_some();
        assert!(known, "src/{path} lies in no room that tests/structure.rs knows");
    }
}

#[test]
fn what_belongs_to_one_room_is_named_nowhere_else() {
    let problems: Vec<_> = sources().iter().flat_map(|(path, text)| misplaced_names(path, text)).collect();
    assert!(problems.is_empty(), "\n{}\n", problems.join("\n"));
}

#[test]
fn no_file_is_longer_than_two_rooms_would_be() {
    let root = root();
    let mut problems = Vec::new();
    for folder in ["src", "tests", "benches"] {
        for file in rust_files(&root.join(folder)) {
            let lines = read(&file).lines().count();
            let name = slashed(file.strip_prefix(&root).expect("a file of this crate"));
            if lines > LONGEST_FILE && !LONG_FILES.iter().any(|(long, _)| *long == name) {
                problems.push(format!("{name} has {lines} lines; split it, or give a reason in tests/structure.rs"));
            }
        }
    }
    assert!(problems.is_empty(), "\n{}\n", problems.join("\n"));
}

#[test]
fn the_top_level_holds_what_a_visitor_expects_and_nothing_else() {
    for entry in fs::read_dir(root()).expect("the crate's folder").flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        let expected = TOP_LEVEL.iter().any(|allowed| match allowed.strip_suffix('*') {
            Some(start) => name.starts_with(start),
            None => name == *allowed,
        });
        assert!(expected, "{name} does not belong at the top level");
    }
}

#[test]
fn an_arrow_that_is_added_is_seen_however_it_is_written() {
    for (path, text) in [
        ("index/mod.rs", "use crate::trace::Match;"),
        ("index/mod.rs", "use crate::{text::Span, library::{Library, Other}};"),
        ("index/deep/er.rs", "fn f() -> crate::lsp::Server { todo() }"),
        ("index/mod.rs", "pub(in crate::features) fn f() {}"),
        ("index/mod.rs", "use super::cli::run;"),
        ("index/deep/er.rs", "use super::super::super::cli::run;"),
        ("text/mod.rs", "use crate::settings::Settings;"),
        ("trace/mod.rs", "use glossator::concepts::Concept;"),
        ("cli/mod.rs", "const A: &str = \"\\\"\"; const B: char = '\"'; use crate::text::key; crate::wine!();"),
        ("index/mod.rs", "use crate::cellar::Wine;"),
    ] {
        assert_eq!(forbidden_arrows(path, text).len(), 1, "{path}: {text}");
    }
    for (path, text) in [
        ("index/mod.rs", "use crate::{text::{Span, Word}, index::Postings, corpus::Source};"),
        ("index/mod.rs", "//! See [`crate::lsp`].\n/* crate::lsp /* crate::cli */ */ const A: &str = \"crate::lsp\";"),
        ("index/mod.rs", "const A: &str = r#\"crate::lsp \" crate::cli\"#; fn f<'a>(a: &'a str) -> &'a str { a }"),
        ("index/mod.rs", "mod lsp; use super::text::Span; use self::lsp::X; pub(crate) fn f() {}"),
        ("main.rs", "fn main() { glossator::cli::main() }"),
    ] {
        assert_eq!(forbidden_arrows(path, text), [""; 0], "{path}: {text}");
    }
}

#[test]
fn a_misplaced_name_is_seen_and_a_word_that_looks_like_it_is_not() {
    for (path, text, count) in [
        ("text/span.rs", "use ropey::Rope;", 1),
        ("text/rope.rs", "use ropey::Rope;", 0),
        ("features/hover.rs", "fn f() { println!(\"x\"); }", 1),
        ("features/hover.rs", "fn println() { dashmap_like(\"DashMap\"); }", 0),
        ("trace/mod.rs", "use std::time::Instant;", 1),
        ("trace/mod.rs", "#[cfg(test)]\nmod tests { use std::time::Instant; }", 0),
        ("trace/tests.rs", "use std::time::Instant;", 0),
        ("trace/tests.rs", "use tower_lsp::LspService;", 1),
    ] {
        assert_eq!(misplaced_names(path, text).len(), count, "{path}: {text}");
    }
}

/// The arrows of the file `path` of `src` which the plan forbids, as sentences.
fn forbidden_arrows(path: &str, text: &str) -> Vec<String> {
    if matches!(path, "lib.rs" | "main.rs") {
        return Vec::new();
    }
    let room = room_of(path);
    let depth = path.matches('/').count() + usize::from(!path.ends_with("/mod.rs"));
    let mut problems = Vec::new();
    for (line, used) in rooms_used(&tokens(text), depth) {
        let lower = matches!((level(&used), level(room)), (Some(low), Some(high)) if low < high);
        if used != room && !lower {
            problems.push(format!("src/{path}:{line}: the room `{room}` may not use `{used}`"));
        }
    }
    problems
}

/// The rooms that the paths of a file name, with their lines. `depth` is how many `super`s lead to the crate's root.
fn rooms_used(tokens: &[(usize, &str)], depth: usize) -> Vec<(usize, String)> {
    let word = |i: usize| tokens.get(i).map_or("", |&(_, token)| token);
    let mut used = Vec::new();
    for i in 0..tokens.len() {
        let starts = i == 0 || word(i - 1) != "::";
        let supers = (0..).take_while(|n| word(i + 2 * n) == "super" && word(i + 2 * n + 1) == "::").count();
        let behind = match word(i) {
            "crate" | "glossator" if word(i + 1) == "::" => i + 2,
            "super" if starts && supers >= depth => i + 2 * supers,
            _ => continue,
        };
        let names = if word(behind) == "{" { first_names(tokens, behind) } else { vec![behind] };
        for at in names {
            // A module inside a file may lead as many steps up without leaving its room.
            if word(i) != "super" || level(word(at)).is_some() {
                used.push((tokens[i].0, word(at).to_string()));
            }
        }
    }
    used
}

/// The places of the first names in the braces that begin at `open`.
fn first_names(tokens: &[(usize, &str)], open: usize) -> Vec<usize> {
    let mut nested = 0;
    let mut names = Vec::new();
    for i in open..tokens.len() {
        match tokens[i].1 {
            "{" => nested += 1,
            "}" => nested -= 1,
            _ if nested == 1 && matches!(tokens[i - 1].1, "{" | ",") => names.push(i),
            _ => {}
        }
        if nested == 0 {
            break;
        }
    }
    names
}

/// The names of the file `path` of `src` that belong elsewhere, as sentences.
fn misplaced_names(path: &str, text: &str) -> Vec<String> {
    let code = tokens(text);
    let is_test = path.ends_with("/tests.rs") || path.contains("/tests/");
    let tests_begin = code.windows(3).position(|w| [w[0].1, w[1].1, w[2].1] == ["cfg", "(", "test"]);
    let mut problems = Vec::new();
    for (names, places, tests_too) in NAMES {
        if places.iter().any(|place| path.starts_with(place)) || (*tests_too && is_test) {
            continue;
        }
        let end = tests_begin.filter(|_| *tests_too).unwrap_or(code.len());
        for i in 0..end {
            let (line, token) = code[i];
            let is_macro = code.get(i + 1).is_some_and(|next| next.1 == "!");
            let found = names.iter().find(|name| match name.strip_suffix('!') {
                Some(name) => is_macro && name == token,
                None => **name == token,
            });
            if let Some(name) = found {
                problems.push(format!("src/{path}:{line}: `{name}` belongs in {}", places.join(" or ")));
            }
        }
    }
    problems
}

/// The words and signs of Rust code with their lines, comments and strings left out.
fn tokens(text: &str) -> Vec<(usize, &str)> {
    let is_word = |c: char| c.is_alphanumeric() || c == '_';
    let mut all = Vec::new();
    let (mut rest, mut line) = (text, 1);
    while let Some(first) = rest.chars().next() {
        let (len, shown) = if rest.starts_with("//") {
            (rest.find('\n').unwrap_or(rest.len()), false)
        } else if rest.starts_with("/*") {
            (comment_len(rest), false)
        } else if let Some(len) = string_len(rest) {
            (len, false)
        } else if is_word(first) {
            (rest.find(|c| !is_word(c)).unwrap_or(rest.len()), true)
        } else if rest.starts_with("::") {
            (2, true)
        } else {
            (first.len_utf8(), !first.is_whitespace())
        };
        if shown {
            all.push((line, &rest[..len]));
        }
        line += rest[..len].matches('\n').count();
        rest = &rest[len..];
    }
    all
}

fn comment_len(rest: &str) -> usize {
    let (mut at, mut nested) = (0, 0);
    while at < rest.len() {
        match &rest.as_bytes()[at..] {
            [b'/', b'*', ..] => (at, nested) = (at + 2, nested + 1),
            [b'*', b'/', ..] => (at, nested) = (at + 2, nested - 1),
            _ => at += 1,
        }
        if nested == 0 {
            break;
        }
    }
    at
}

/// The length of the string or character that `rest` begins with.
fn string_len(rest: &str) -> Option<usize> {
    let prefix = rest.bytes().take(2).take_while(|b| b"bcr".contains(b)).count();
    let body = &rest[prefix..];
    if rest[..prefix].ends_with('r') {
        let signs = body.bytes().take_while(|&b| b == b'#').count();
        let end = format!("\"{}", "#".repeat(signs));
        let inside = body[signs..].strip_prefix('"')?;
        return Some(prefix + signs + 1 + inside.find(&end)? + end.len());
    }
    let quote = body.chars().next().filter(|c| matches!(c, '"' | '\''))?;
    if quote == '\'' {
        let mut chars = body[1..].chars();
        let (first, second) = (chars.next()?, chars.next()?);
        // A lifetime has no second mark.
        if first != '\\' && second != '\'' {
            return None;
        }
    }
    let mut escaped = true;
    let end = body.char_indices().find(|&(_, c)| {
        let ends = c == quote && !escaped;
        escaped = c == '\\' && !escaped;
        ends
    })?;
    Some(prefix + end.0 + 1)
}

fn level(room: &str) -> Option<u8> {
    ROOMS.iter().find(|(name, _)| *name == room).map(|(_, level)| *level)
}

fn room_of(path: &str) -> &str {
    path.split('/').next().unwrap_or(path).trim_end_matches(".rs")
}

/// The files of `src`, by their path inside it.
fn sources() -> Vec<(String, String)> {
    let folder = root().join("src");
    let name = |file: &PathBuf| slashed(file.strip_prefix(&folder).expect("a file of src"));
    rust_files(&folder).into_iter().map(|file| (name(&file), read(&file))).collect()
}

fn rust_files(folder: &Path) -> Vec<PathBuf> {
    let mut all = Vec::new();
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            all.extend(rust_files(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            all.push(path);
        }
    }
    all.sort();
    all
}

fn slashed(path: &Path) -> String {
    path.to_string_lossy().replace('\\', "/")
}

fn read(file: &Path) -> String {
    fs::read_to_string(file).unwrap_or_else(|error| panic!("{}: {error}", file.display()))
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}
