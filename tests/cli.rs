//! The whole command line: what is typed, what is printed, and the exit code.

use serde_json::Value;
use std::io::Write;
use std::process::{Command, Output, Stdio};

/// A command that finds and leaves nothing in the user's own cache.
fn glossator(args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_glossator"));
    command.args(args).env("GLOSSATOR_CACHE_DIR", env!("CARGO_TARGET_TMPDIR")).stdin(Stdio::null());
    command.current_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/cmd/check.in"));
    command
}

fn run(args: &[&str]) -> Output {
    glossator(args).output().expect("the program starts")
}

fn stdout(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).expect("UTF-8")
}

#[test]
fn each_command_prints_what_its_case_says() {
    trycmd::TestCases::new()
        .env("GLOSSATOR_CACHE_DIR", env!("CARGO_TARGET_TMPDIR"))
        .case("tests/cmd/*.trycmd")
        .case("tests/cmd/*.toml");
}

#[test]
fn a_reader_that_has_seen_enough_is_no_error() {
    let mut command = glossator(&["check", "--all", "essay.md"]);
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("the program starts");
    drop(child.stdout.take());
    let output = child.wait_with_output().expect("the program ends");
    assert_eq!((output.status.code(), String::from_utf8_lossy(&output.stderr).as_ref()), (Some(0), ""));
}

#[cfg(target_os = "linux")]
#[test]
fn what_cannot_be_written_is_an_error() {
    let full = || std::fs::File::options().write(true).open("/dev/full").expect("there is such a device");
    for args in [&["--help"][..], &["--version"], &["check", "--help"], &["manual"], &["check", "clean.md"]] {
        let output = glossator(args).stdout(full()).stderr(Stdio::piped()).output().expect("the program starts");
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.code() == Some(2) && said.starts_with("error: "), "{args:?}: {said}");
    }
}

#[test]
fn a_draft_comes_from_standard_input() {
    let checked = |args: &[&str]| {
        let draft = std::fs::File::open(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/cmd/check.in/essay.md"));
        let mut command = glossator(args);
        let output = command.stdin(draft.expect("a draft")).output().expect("the program starts");
        (output.status.code(), stdout(&output), String::from_utf8_lossy(&output.stderr).into_owned())
    };
    let of_file = checked(&["check", "--format", "github", "essay.md"]);
    assert_eq!(checked(&["check", "--format", "github", "--stdin-filename", "essay.md", "-"]), of_file);
    let (code, said, _) = checked(&["check", "--format", "github", "-", "-"]);
    assert!(code == Some(1) && said.contains(" file=-,") && said.ends_with("(1 file)\n"), "{said}");
    let paths = ["essay.md", "essay.md", "./essay.md", "-"];
    let twice = checked(&[&["check", "--format", "github", "--stdin-filename"][..], &paths].concat());
    assert_eq!(twice, of_file, "the draft and its file are one");
    let (code, _, said) = checked(&["check", "--write-baseline=never-written.json", "-"]);
    assert!(code == Some(2) && said.contains("give standard input a name"), "{said}");
    let (code, _, said) = checked(&["check", "--stdin-filename", "essay.md", "clean.md"]);
    assert!(code == Some(2) && said.contains("nothing is read from it"), "{said}");
    let (code, _, said) = checked(&["check", "--stdin-filename", "glossator.toml", "-"]);
    assert!(code == Some(2) && said.contains("where it lies"), "{said}");
}

#[test]
fn blank_lines_end_no_batch() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("queries.jsonl");
    let line = r#"{"id": 1, "text": "The history of all hitherto existing society"}"#;
    std::fs::write(&file, format!("{line}\n{}{line}\n", "\n".repeat(700))).expect("written");
    let output = run(&["find", "--jsonl", &file.to_string_lossy()]);
    assert_eq!((output.status.code(), stdout(&output).lines().count()), (Some(0), 2));
}

#[test]
fn problems_of_the_annotation_are_told_unless_that_check_is_off() {
    let folder = tempfile::tempdir().expect("a folder");
    let write = |name: &str, text: &str| std::fs::write(folder.path().join(name), text).expect("written");
    write("a.txt", "The mole holds out against the storms of autumn.");
    write("concepts.toml", "[[concept]]\nid = 'mole'\nname = 'mole'\nkind = 'animal'\n");
    for (severity, expected) in [("warning", 1), ("off", 0)] {
        write("glossator.toml", &format!("[[corpus]]\npath = '.'\n[checks]\nannotation = '{severity}'\n"));
        let mut find = glossator(&["find", "The mole holds out"]);
        let output = find.current_dir(folder.path()).output().expect("the program starts");
        let said = String::from_utf8_lossy(&output.stderr);
        assert_eq!(said.matches("concepts.toml:").count(), expected, "{said}");
    }
}

#[cfg(unix)]
#[test]
fn a_folder_that_cannot_be_read_is_named_with_the_reason() {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempfile::tempdir().expect("a folder");
    let closed = folder.path().join("closed");
    std::fs::create_dir(&closed).expect("made");
    std::fs::write(folder.path().join("a.md"), "“All that is solid melts into air.”").expect("written");
    let set = |mode| std::fs::set_permissions(&closed, std::fs::Permissions::from_mode(mode)).expect("set");
    set(0);
    // Nothing is closed to the superuser, but nobody gets to the end of a link to itself.
    std::os::unix::fs::symlink("ring", folder.path().join("ring")).expect("linked");
    let is_closed = std::fs::read_dir(&closed).is_err();
    for (args, code, label, name) in [
        (["check", "a.md", "ring"], 2, "error", "ring"),
        (["check", "--corpus=ring", "a.md"], 2, "error", "ring"),
        (["find", "--corpus=ring", "All that is solid"], 2, "error", "ring"),
        (["check", "a.md", "closed"], 2, "error", "closed"),
        (["check", "--corpus=closed", "a.md"], 2, "error", "closed"),
        (["find", "--corpus=closed", "All that is solid"], 2, "error", "closed"),
        (["check", "--fail-on=never", "."], 0, "warning", "closed"),
    ] {
        if name == "closed" && !is_closed {
            // Not `eprintln!`: what that says of a test that passes is not shown.
            let _ = writeln!(std::io::stderr(), "skipped {args:?}: no folder is closed to this user");
            continue;
        }
        let why = if name == "ring" { "symbolic links" } else { "Permission denied" };
        let output = glossator(&args).current_dir(folder.path()).output().expect("the program starts");
        let said = String::from_utf8_lossy(&output.stderr);
        let reason = said.starts_with(&format!("{label}: {name}: ")) && said.contains(why);
        assert!(reason && output.status.code() == Some(code), "{args:?}: {said}");
    }
    set(0o700);
}

/// A folder whose baseline lies elsewhere than its drafts, with a draft in which something is found.
fn folder_with_baseline() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    let write = |name: &str, text: &str| std::fs::write(folder.path().join(name), text).expect("written");
    for name in ["texts", "meta", "sub"] {
        std::fs::create_dir(folder.path().join(name)).expect("made");
    }
    write("texts/a.txt", "The mole holds out against the storms of autumn.");
    write("draft.md", "“The mole holds out against the storms of winter.”");
    write("glossator.toml", "baseline = 'meta/known.json'\n[[corpus]]\npath = 'texts'\n");
    write("meta/known.json", "{\"version\": 1, \"findings\": []}");
    folder
}

/// The files that the baseline of such a folder names.
fn files_in_baseline(folder: &tempfile::TempDir) -> Vec<String> {
    let text = std::fs::read_to_string(folder.path().join("meta/known.json")).expect("a baseline");
    let baseline: Value = serde_json::from_str(&text).expect("JSON");
    let findings = baseline["findings"].as_array().expect("findings").iter();
    findings.map(|finding| finding["file"].as_str().expect("a file").to_string()).collect()
}

#[test]
fn a_baseline_names_files_outside_its_folder_by_the_way_to_them() {
    let folder = folder_with_baseline();
    let check = |from: &str, args: &[&str]| {
        let mut command = glossator(&[&["check"], args].concat());
        command.current_dir(folder.path().join(from)).output().expect("the program starts").status.code()
    };
    assert_eq!(check("", &["draft.md"]), Some(1));
    assert_eq!(check("", &["--write-baseline", "draft.md"]), Some(0));
    assert_eq!(files_in_baseline(&folder), ["../draft.md"]);
    assert_eq!(check("", &["draft.md"]), Some(0));
    assert_eq!(check("sub", &["../draft.md"]), Some(0));
}

#[test]
fn what_is_known_and_accepted_is_told_by_no_command_and_under_no_name() {
    let folder = folder_with_baseline();
    let path = |name: &str| folder.path().join(name);
    let write = |name: &str, text: &str| std::fs::write(path(name), text).expect("written");
    write("texts/concepts.toml", "[[concept]]\nid = 'mole'\nname = 'mole'\nkind = 'animal'\n");
    write("glossator.toml", "colour = 1\nbaseline = 'meta/known.json'\n[[corpus]]\npath = 'texts'\n");
    let said = |args: &[&str]| {
        let output = glossator(args).current_dir(folder.path()).output().expect("the program starts");
        (output.status.code(), String::from_utf8_lossy(&output.stderr).into_owned())
    };
    let find = ["find", "The mole holds out"];
    let (_, before) = said(&find);
    assert!(before.contains("glossator.toml") && before.contains("concepts.toml"), "{before}");
    assert_eq!(said(&["check", "--write-baseline", "draft.md"]).0, Some(0));
    assert_eq!(said(&find), (Some(0), String::new()));
    // As it was written once.
    let known = std::fs::read_to_string(path("meta/known.json")).expect("a baseline");
    let root = path("").to_string_lossy().replace('\\', "/");
    write("meta/known.json", &known.replace("\"../", &format!("\"{root}")));
    assert_eq!(said(&["check", "draft.md"]), (Some(0), String::new()));
}

#[test]
fn a_file_about_the_corpus_that_was_mended_leaves_the_baseline() {
    let folder = folder_with_baseline();
    let written = |concepts: &str| {
        std::fs::write(folder.path().join("texts/concepts.toml"), concepts).expect("written");
        let mut check = glossator(&["check", "--write-baseline", "draft.md"]);
        check.current_dir(folder.path()).output().expect("the program starts");
        files_in_baseline(&folder)
    };
    let concept = "[[concept]]\nid = 'mole'\nname = 'mole'\n";
    assert_eq!(written(&format!("{concept}kind = 'animal'\n")), ["../draft.md", "../texts/concepts.toml"]);
    assert_eq!(written(&format!("{concept}kind = 'principle'\n")), ["../draft.md"]);
}

#[test]
fn colours_are_for_those_who_want_them() {
    assert!(!stdout(&run(&["check", "essay.md"])).contains('\x1b'));
    assert!(!stdout(&run(&["check", "--color", "never", "essay.md"])).contains('\x1b'));
    assert!(stdout(&run(&["check", "--color", "always", "essay.md"])).contains('\x1b'));
}

#[test]
fn the_tour_ends_well_and_shows_each_answer() {
    let output = run(&["tour"]);
    let shown = stdout(&output);
    assert_eq!(output.status.code(), Some(0), "{shown}");
    for part in [
        "Five Principles of Peaceful Coexistence · principle",
        "objective-of-cpc-international-relations.txt:43:",
        "China put forward the Five Principles of Peaceful Coexistence▏",
        "the negation “not” was dropped",
        "progress will [-not-] change",
        "+ that “the general direction of human development and progress will not change”, and",
        "The server answered everything.",
    ] {
        assert!(shown.contains(part), "{part} is missing in:\n{shown}");
    }
}

#[test]
fn sarif_has_what_the_standard_asks_for() {
    let output = run(&["check", "--format", "sarif", "essay.md"]);
    assert_eq!(output.status.code(), Some(1));
    let log: Value = serde_json::from_slice(&output.stdout).expect("JSON");
    assert_eq!(log["version"], "2.1.0");
    let run = &log["runs"][0];
    let rules = run["tool"]["driver"]["rules"].as_array().expect("rules");
    let draft = include_str!("cmd/check.in/essay.md");
    let results = run["results"].as_array().expect("results");
    assert_eq!(results.len(), 3);
    for result in results {
        let rule = &rules[result["ruleIndex"].as_u64().expect("a number") as usize];
        assert_eq!(rule["id"], result["ruleId"]);
        assert!(["error", "warning", "note"].contains(&result["level"].as_str().expect("a level")));
        assert!(!result["message"]["text"].as_str().expect("a message").is_empty());
        let place = &result["locations"][0]["physicalLocation"];
        assert_eq!(place["artifactLocation"], serde_json::json!({ "uri": "essay.md", "uriBaseId": "%SRCROOT%" }));
        assert_same_place(draft, &place["region"]);
        let related = &result["relatedLocations"][0]["physicalLocation"]["artifactLocation"];
        assert_eq!(related["uri"], "sources/manifesto.txt");
        for replacement in result["fixes"][0]["artifactChanges"][0]["replacements"].as_array().expect("replacements") {
            assert!(replacement["insertedContent"]["text"].is_string());
            assert_same_place(draft, &replacement["deletedRegion"]);
        }
    }
}

/// The two ways in which a region is told mean the same place.
#[track_caller]
fn assert_same_place(text: &str, region: &Value) {
    let number = |name: &str| region[name].as_u64().expect("a number") as usize;
    let (start, len) = (number("charOffset"), number("charLength"));
    for (offset, line, column) in [(start, "startLine", "startColumn"), (start + len, "endLine", "endColumn")] {
        let before: String = text.chars().take(offset).collect();
        let last = before.rsplit('\n').next().unwrap_or_default();
        assert_eq!((number(line), number(column)), (before.matches('\n').count() + 1, last.chars().count() + 1));
    }
}

#[test]
fn each_concept_that_is_listed_can_be_asked_for() {
    let folder = tempfile::tempdir().expect("a folder");
    let text = "A reef knot is defined as a binding knot of two half knots. The clove hitch refers to two half hitches around \
                a post.\n\nThe three virtues of rope are strength, suppleness and patience. The Knot Council met in May.\n";
    std::fs::write(folder.path().join("knots.txt"), text).expect("it can be written");
    let corpus = folder.path().to_str().expect("a name in UTF-8");
    let listed = stdout(&run(&["concepts", "--corpus", corpus, "--format", "json"]));
    let listed: Vec<Value> = serde_json::from_str(&listed).expect("JSON");
    assert!(listed.len() > 3, "{listed:?}");
    for concept in listed {
        let name = concept["name"].as_str().expect("a name");
        assert_eq!(run(&["define", "--corpus", corpus, name]).status.code(), Some(0), "{name}");
    }
}

#[test]
fn places_are_bytes_of_the_file_with_its_byte_order_mark() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = |name: &str| folder.path().join(name).to_str().expect("a name in UTF-8").to_string();
    let write = |name: &str, text: &str| std::fs::write(path(name), format!("\u{feff}{text}")).expect("written");
    std::fs::create_dir(path("texts")).expect("a folder");
    let passage = "Every lighthouse keeper writes the weather into a ledger before midnight";
    write("texts/keepers.txt", &format!("{passage}. A ledger is defined as a book of the weather.\n"));
    write("draft.md", "He wrote “Every lighthouse keeper writes the wether into a ledger before midnight”.\n");
    let json = |args: &[&str]| -> Value {
        let args = [args, &["--format", "json"]].concat();
        serde_json::from_str(&stdout(&run(&args))).expect("JSON")
    };
    let bytes = |name: &str, place: &Value| {
        let at = |end: &str| place[end].as_u64().expect("a byte") as usize;
        let file = std::fs::read(path(name)).expect("a file");
        String::from_utf8(file[at("start")..at("end")].to_vec()).expect("whole characters")
    };
    let (texts, draft) = (path("texts"), path("draft.md"));
    let report = json(&["check", "--all", "--corpus", &texts, &draft]);
    let finding = &report["files"][0]["findings"][0];
    assert_eq!(bytes("texts/keepers.txt", &finding["source"]), passage);
    let edit = &finding["fix"]["edits"][0];
    assert_eq!((bytes("draft.md", edit).as_str(), edit["text"].as_str()), ("wether", Some("weather")));
    let listed = json(&["quotations", &draft]);
    assert_eq!(bytes("draft.md", &listed[0]), listed[0]["text"].as_str().expect("text"));
    let found = json(&["find", "--corpus", &texts, passage]);
    assert_eq!(bytes("texts/keepers.txt", &found["matches"][0]["source"]), passage);
    let concepts = json(&["concepts", "--corpus", &texts]);
    let mut places =
        concepts.as_array().expect("a list").iter().flat_map(|one| one["occurrences"].as_array()).flatten();
    assert!(places.any(|place| bytes("texts/keepers.txt", place) == "ledger"), "{concepts}");
    std::fs::write(path("queries.jsonl"), format!(r#"{{"id": 1, "text": "{passage}"}}"#)).expect("written");
    let line = stdout(&run(&["find", "--corpus", &texts, "--jsonl", &path("queries.jsonl")]));
    assert_eq!(bytes("texts/keepers.txt", &serde_json::from_str(&line).expect("JSON")), passage);
}
