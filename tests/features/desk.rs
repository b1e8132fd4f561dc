//! The desk on which a case is played: a workspace on disk, an editor with a server, and the answers drawn as text.

use crate::case::{Case, Section};
use crate::client::Editor;
use crate::marked::{Columns, Marked};
use crate::messages::capabilities;
use serde_json::{Value, json};
use std::ops::Range;
use std::path::PathBuf;
use tempfile::TempDir;

/// A workspace with an editor on it.
pub struct Desk {
    folder: TempDir,
    pub editor: Editor,
    pub columns: Columns,
}

/// A draft that is open.
pub struct Open {
    pub uri: String,
    pub marked: Marked,
    /// What answers were about: spans of the text, with the codes of what was found.
    pub found: Vec<(Range<usize>, String)>,
}

impl Desk {
    /// Writes the files of a case into a new workspace and opens an editor on it. Where nothing else is said, the folder
    /// `sources` is the corpus, if there is one, and the seeds are, if there is none.
    pub fn new(case: &Case) -> Desk {
        let folder = tempfile::tempdir().unwrap();
        let files: Vec<&Section> = case.sections.iter().filter(|section| section.is_file()).collect();
        for section in &files {
            let path = folder.path().join(&section.name);
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(path, section.written(&Marked::parse(&section.body).text)).unwrap();
        }
        let settings = folder.path().join("glossator.toml");
        if !settings.exists() && files.iter().any(|section| section.name.starts_with("sources/")) {
            std::fs::write(settings, "[[corpus]]\npath = \"sources\"\n").unwrap();
        }
        let mut client = capabilities();
        client["textDocument"]["diagnostic"] = json!({});
        client["textDocument"]["publishDiagnostics"] = json!({
            "relatedInformation": true, "codeDescriptionSupport": true, "tagSupport": { "valueSet": [1, 2] },
        });
        client["textDocument"]["completion"]["completionItem"]["documentationFormat"] = json!(["markdown"]);
        merge(&mut client, &case.set_up("client"));
        let mut editor = Editor::spawn(&["serve"]);
        editor.configure(case.set_up("settings"));
        let root = uri(&folder.path().canonicalize().unwrap());
        let folders = json!([{ "uri": root, "name": "workspace" }]);
        editor.initialize(
            json!({ "processId": null, "rootUri": root, "workspaceFolders": folders, "capabilities": client }),
        );
        let columns = Columns::announced(&editor.initialized["capabilities"]["positionEncoding"]);
        Desk { folder, editor, columns }
    }

    /// Opens a draft of the case.
    pub fn open(&mut self, section: &Section) -> Open {
        let marked = Marked::parse(&section.written(&section.body));
        let uri = uri(&self.path(&section.name));
        self.editor.open(&uri, &marked.text);
        Open { uri, marked, found: Vec::new() }
    }

    /// What the editor shows for a draft, in the words of a section of this name.
    pub fn show(&mut self, what: &str, draft: &mut Open) -> String {
        let shown = match what {
            "hover" => self.hover(draft),
            "definition" => self.definition(draft),
            "completion" => self.completion(draft, usize::MAX),
            "first-completions" => self.completion(draft, 3),
            "accepted" => self.accepted(draft, 0),
            "accepted-second" => self.accepted(draft, 1),
            "references" => self.references(draft, true),
            "references-without-definitions" => self.references(draft, false),
            "highlights" => self.highlights(draft),
            "supertypes" | "subtypes" => self.hierarchy(draft, what),
            "workspace-symbols" => self.workspace_symbols(draft),
            "signature" => self.signature(draft),
            "signature-documentation" => self.signature_documentation(draft),
            "resolved" => self.resolved(draft),
            "diagnostics" => self.diagnostics(draft),
            "fixed" => self.fixed(draft),
            "actions" => self.actions(draft),
            "glossary" => self.glossary(draft),
            "details" => self.details(draft),
            "symbols" => self.symbols(draft),
            other => panic!("nothing is called {other}"),
        };
        self.without_paths(&shown)
    }

    fn hover(&mut self, draft: &mut Open) -> String {
        let answer = self.about_cursor("hover", draft);
        if answer.is_null() {
            return String::new();
        }
        draft.found.push((self.columns.span(&draft.marked.text, &answer["range"]), String::new()));
        lines(answer["contents"]["value"].as_str().unwrap())
    }

    fn definition(&mut self, draft: &mut Open) -> String {
        let answer = self.about_cursor("definition", draft);
        for alias in ["declaration", "typeDefinition"] {
            assert_eq!(self.about_cursor(alias, draft), answer, "{alias}");
        }
        let mut shown = String::new();
        for link in answer.as_array().unwrap_or(&Vec::new()) {
            if link.get("originSelectionRange").is_some() {
                let origin = self.columns.span(&draft.marked.text, &link["originSelectionRange"]);
                draft.found.push((origin, String::new()));
            }
            let (target, range) = match link.get("targetUri") {
                Some(target) => (target, &link["targetSelectionRange"]),
                None => (&link["uri"], &link["range"]),
            };
            let path = tower_path(target.as_str().unwrap());
            let text = std::fs::read_to_string(&path).unwrap();
            let span = self.columns.span(text.trim_start_matches('\u{feff}'), range);
            let quoted = shortened(&text.trim_start_matches('\u{feff}')[span]);
            let start = &range["start"];
            let (line, column) = (start["line"].as_u64().unwrap() + 1, start["character"].as_u64().unwrap() + 1);
            shown.push_str(&format!("{}:{line}:{column} ❮{quoted}❯\n", target.as_str().unwrap()));
        }
        draft.found.dedup();
        shown
    }

    fn completions(&mut self, draft: &Open) -> Vec<Value> {
        let answer = self.about_cursor("completion", draft);
        answer["items"].as_array().cloned().unwrap_or_default()
    }

    fn completion(&mut self, draft: &mut Open, most: usize) -> String {
        let items = self.completions(draft);
        for item in &items {
            let span = self.columns.span(&draft.marked.text, &item["textEdit"]["range"]);
            if !draft.found.iter().any(|(other, _)| *other == span) {
                draft.found.push((span, String::new()));
            }
        }
        items.iter().take(most).map(|item| format!("{} · {}\n", text(&item["label"]), text(&item["detail"]))).collect()
    }

    fn accepted(&mut self, draft: &mut Open, number: usize) -> String {
        let items = self.completions(draft);
        let Some(first) = items.get(number) else { return String::new() };
        let above = first["additionalTextEdits"].as_array().cloned().unwrap_or_default();
        let edits = [above, vec![first["textEdit"].clone()]].concat();
        lines(&self.edited(&draft.marked.text, &edits))
    }

    fn resolved(&mut self, draft: &mut Open) -> String {
        let Some(first) = self.completions(draft).into_iter().next() else { return String::new() };
        lines(text(&self.editor.request("completionItem/resolve", first)["documentation"]["value"]))
    }

    fn pulled(&mut self, uri: &str) -> Vec<Value> {
        let answer = self.editor.request("textDocument/diagnostic", json!({ "textDocument": { "uri": uri } }));
        answer["items"].as_array().cloned().unwrap_or_default()
    }

    fn diagnostics(&mut self, draft: &mut Open) -> String {
        let found = self.pulled(&draft.uri);
        let severity =
            |number: &Value| ["", "error", "warning", "information", "hint"][number.as_u64().unwrap() as usize];
        for finding in &found {
            let span = self.columns.span(&draft.marked.text, &finding["range"]);
            draft.found.push((span, text(&finding["code"]).to_string()));
        }
        found.iter().map(|f| format!("{}: {}\n", severity(&f["severity"]), text(&f["message"]))).collect()
    }

    /// What an editor is told of each finding beside its message: its code's link, what is related, its tags.
    fn details(&mut self, draft: &mut Open) -> String {
        let mut shown = String::new();
        for finding in self.pulled(&draft.uri) {
            let href = text(&finding["codeDescription"]["href"]).to_string();
            let (page, line) = href.split_once("#L").expect("a line of a page");
            let page = std::fs::read_to_string(tower_path(page)).expect("a page that can be opened");
            let heading = page.lines().nth(line.parse::<usize>().unwrap() - 1).unwrap();
            shown.push_str(&format!("{}: {heading}\n", text(&finding["code"])));
            for related in finding["relatedInformation"].as_array().into_iter().flatten() {
                let (location, message) = (&related["location"], text(&related["message"]));
                let start = &location["range"]["start"];
                let (line, column) = (start["line"].as_u64().unwrap() + 1, start["character"].as_u64().unwrap() + 1);
                shown.push_str(&format!("    {}:{line}:{column} {message}\n", text(&location["uri"])));
            }
            if let Some(tags) = finding["tags"].as_array() {
                let names = tags.iter().map(|tag| ["", "unnecessary", "deprecated"][tag.as_u64().unwrap() as usize]);
                shown.push_str(&format!("    {}\n", names.collect::<Vec<_>>().join(" ")));
            }
        }
        shown
    }

    /// The draft after the first fix of each finding; what had a fix is gone then.
    fn fixed(&mut self, draft: &mut Open) -> String {
        let found = self.pulled(&draft.uri);
        let mut edits: Vec<Value> = Vec::new();
        let mut unfixed = 0;
        for finding in &found {
            let params = json!({
                "textDocument": { "uri": draft.uri }, "range": finding["range"], "context": { "diagnostics": [finding] },
            });
            let actions = self.editor.request("textDocument/codeAction", params);
            let own = actions.as_array().and_then(|all| all.iter().find(|action| action["diagnostics"][0] == *finding));
            match own {
                Some(action) => edits.extend(action["edit"]["changes"][&draft.uri].as_array().unwrap().iter().cloned()),
                None => unfixed += 1,
            }
        }
        let fixed = self.edited(&draft.marked.text, &edits);
        self.editor.replace(&draft.uri, 2, &fixed);
        let left = self.pulled(&draft.uri);
        self.editor.replace(&draft.uri, 3, &draft.marked.text);
        let left: Vec<&str> = left.iter().map(|finding| text(&finding["message"])).collect();
        let still = if left.len() > unfixed { format!("\nstill wrong: {}\n", left.join("; ")) } else { String::new() };
        format!("{}{still}", lines(&fixed))
    }

    /// What is offered for each finding, or at the cursor if there is one: titles, and the lines that come out.
    fn actions(&mut self, draft: &mut Open) -> String {
        let found = self.pulled(&draft.uri);
        let ranges = match draft.marked.cursor {
            Some(cursor) => {
                let at = self.columns.position(&draft.marked.text, cursor);
                vec![json!({ "start": at, "end": at })]
            }
            None => found.iter().map(|finding| finding["range"].clone()).collect(),
        };
        let mut shown: Vec<String> = Vec::new();
        for range in ranges {
            let context = json!({ "diagnostics": found });
            let params = json!({ "textDocument": { "uri": draft.uri }, "range": range, "context": context });
            let actions = self.editor.request("textDocument/codeAction", params);
            for action in actions.as_array().into_iter().flatten() {
                let edits = action["edit"]["changes"][&draft.uri].as_array().cloned().unwrap_or_default();
                let changed = self.edited(&draft.marked.text, &edits);
                let new = changed.lines().filter(|line| !draft.marked.text.lines().any(|other| other == *line));
                let lines: String = new.map(|line| format!("    {line}\n")).collect();
                let one = format!("{}\n{lines}", text(&action["title"]));
                if !shown.contains(&one) {
                    shown.push(one);
                }
            }
        }
        shown.concat()
    }

    fn symbols(&mut self, draft: &mut Open) -> String {
        let answer =
            self.editor.request("textDocument/documentSymbol", json!({ "textDocument": { "uri": draft.uri } }));
        let mut shown = String::new();
        let mut open: Vec<(usize, Value)> = answer.as_array().unwrap().iter().rev().map(|s| (0, s.clone())).collect();
        while let Some((depth, symbol)) = open.pop() {
            let range = symbol.get("range").unwrap_or(&symbol["location"]["range"]);
            let line = |end: &str| range[end]["line"].as_u64().unwrap() + 1;
            let name = text(&symbol["name"]);
            shown.push_str(&format!("{}{name} · lines {}–{}\n", "  ".repeat(depth), line("start"), line("end")));
            if let Some(heading) = symbol.get("selectionRange") {
                draft.found.push((self.columns.span(&draft.marked.text, heading), String::new()));
            }
            let children = symbol["children"].as_array().into_iter().flatten().rev();
            open.extend(children.map(|child| (depth + 1, child.clone())));
        }
        shown
    }

    pub fn about_cursor(&mut self, method: &str, draft: &Open) -> Value {
        let cursor = draft.marked.cursor.expect("a cursor");
        let position = self.columns.position(&draft.marked.text, cursor);
        let params = json!({ "textDocument": { "uri": draft.uri }, "position": position });
        self.editor.request(&format!("textDocument/{method}"), params)
    }

    pub fn edited(&self, text: &str, edits: &[Value]) -> String {
        let edit = |edit: &Value| (self.columns.span(text, &edit["range"]), self::text(&edit["newText"]).to_string());
        let mut edits: Vec<(Range<usize>, String)> = edits.iter().map(edit).collect();
        edits.sort_by_key(|(span, _)| std::cmp::Reverse(span.start));
        let mut out = text.to_string();
        for (span, new) in edits {
            out.replace_range(span, &new);
        }
        out
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().canonicalize().unwrap().join(name)
    }

    /// Addresses in temporary folders, which are others each time, as `workspace:` and `seeds:`.
    fn without_paths(&self, shown: &str) -> String {
        let shown = shown.replace(&uri(&self.path("")), "workspace:");
        let cache = format!("{}/", uri(&self.editor.cache.path().canonicalize().unwrap()));
        let mut out = String::new();
        let mut rest = shown.as_str();
        while let Some((before, after)) = rest.split_once(&cache) {
            let end = after.find(['>', ')', '#', ':', ' ']).unwrap_or(after.len());
            let folder = after[..end].rfind('/').map_or(0, |slash| slash + 1);
            out.push_str(before);
            out.push_str("seeds:");
            rest = &after[folder..];
        }
        out + rest
    }
}

impl Open {
    /// The draft with marks around what the answers were about.
    pub fn marked(&self) -> String {
        let mut spans = self.found.clone();
        spans.sort_by_key(|(span, code)| (span.start, span.end, code.clone()));
        spans.dedup();
        Marked { spans, ..self.marked.clone() }.print()
    }

    /// The draft with its own marks.
    pub fn expected(&self) -> String {
        self.marked.print()
    }
}

fn merge(value: &mut Value, patch: &Value) {
    match patch {
        Value::Null => {}
        Value::Object(entries) if value.is_object() => {
            for (key, patch) in entries {
                if patch.is_null() {
                    value.as_object_mut().unwrap().remove(key);
                } else {
                    merge(&mut value[key], patch);
                }
            }
        }
        other => *value = other.clone(),
    }
}

fn uri(path: &std::path::Path) -> String {
    format!("file://{}", path.display())
}

pub fn tower_path(uri: &str) -> PathBuf {
    PathBuf::from(uri.strip_prefix("file://").expect("a file").replace("%20", " "))
}

pub fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

/// Text that ends in a line end.
pub fn lines(text: &str) -> String {
    if text.is_empty() || text.ends_with('\n') { text.to_string() } else { format!("{text}\n") }
}

/// A long text by its ends, on one line.
pub fn shortened(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    if words.len() < 16 {
        return words.join(" ");
    }
    format!("{} … {}", words[..6].join(" "), words[words.len() - 6..].join(" "))
}
