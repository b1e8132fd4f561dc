//! Reading the settings of an editor: whatever JSON it sends, nested, dotted or `null`.

use super::{Check, FEWEST_UNMARKED, Partial, SETTINGS, Severity, expand, nearest};
use serde_json::Value;
use std::path::Path;

/// Settings of the editors' glossator extensions themselves, which are none of the server's business.
const OF_THE_CLIENT: [&str; 4] = ["server", "log", "trace", "path"];

/// Reads the section `glossator` of an editor's settings. Paths are meant from the workspace `folder`; `home` is what `~`
/// stands for. What is unknown or wrong is left out, with a message; `null` means not set, anywhere.
pub fn from_editor(value: &Value, folder: &Path, home: Option<&Path>) -> (Partial, Vec<String>) {
    let mut partial = Partial::default();
    let mut problems = Vec::new();
    let value = value.get("glossator").unwrap_or(value);
    if !value.is_object() && !value.is_null() {
        problems.push("the settings of glossator must be an object".to_string());
    }
    for (path, value) in flattened(value) {
        let path: Vec<&str> = path.iter().map(String::as_str).collect();
        match path.as_slice() {
            ["corpus"] => {
                let folders = paths(value, &mut problems).into_iter().map(|path| expand(path, folder, home));
                // An empty list is how an editor shows that nothing is set.
                partial.corpus = Some(folders.collect()).filter(|folders: &Vec<_>| !folders.is_empty());
            }
            ["seeds"] => match value.as_bool() {
                Some(seeds) => partial.seeds = Some(seeds),
                None => problems.push("`glossator.seeds` must be true or false".to_string()),
            },
            ["unmarked", "words"] => match value.as_u64().map(|words| words as usize) {
                Some(words) if words >= FEWEST_UNMARKED => partial.unmarked_words = Some(words),
                _ => problems.push(format!("`glossator.unmarked.words` is a number, at least {FEWEST_UNMARKED}")),
            },
            ["checks", code] | ["checks", code, "severity"] => match (Check::by_code(code), severity(value)) {
                (Some(check), Ok(severity)) => partial.severities[check as usize] = severity,
                (Some(_), Err(message)) => problems.push(format!("`glossator.checks.{code}.severity`: {message}")),
                (None, _) => problems.push(format!("`glossator.checks`: {}", Check::unknown(code))),
            },
            [first, ..] if OF_THE_CLIENT.contains(first) => {}
            _ => problems.push(unknown(&path.join("."))),
        }
    }
    (partial, problems)
}

/// The values with their paths; a dotted key (`"checks.spelling.severity"`) is a path too. What is `null` is left out.
fn flattened(value: &Value) -> Vec<(Vec<String>, &Value)> {
    /// Settings lie three deep, and what an editor sends must not decide how deep we go.
    const DEEPEST: usize = 6;
    let mut all = Vec::new();
    let mut open = vec![(Vec::new(), value)];
    while let Some((path, value)) = open.pop() {
        match value {
            Value::Null => {}
            Value::Object(values) if path.len() < DEEPEST => {
                for (key, value) in values.iter().rev() {
                    let keys = key.split('.').map(String::from);
                    open.push((path.iter().cloned().chain(keys).collect(), value));
                }
            }
            _ if path.is_empty() => {}
            _ => all.push((path, value)),
        }
    }
    all
}

fn paths<'a>(value: &'a Value, problems: &mut Vec<String>) -> Vec<&'a str> {
    let items = match value {
        Value::Array(items) => items.iter().collect(),
        other => vec![other],
    };
    let mut paths = Vec::with_capacity(items.len());
    for item in items {
        match item.as_str().or_else(|| item.get("path")?.as_str()) {
            Some(path) if !path.trim().is_empty() => paths.push(path),
            Some(_) => {}
            None if item.is_null() => {}
            None => problems.push("`glossator.corpus` must be a list of paths".to_string()),
        }
    }
    paths
}

/// `false` switches a check off, `true` leaves it as it is.
fn severity(value: &Value) -> Result<Option<Severity>, String> {
    match value {
        Value::String(name) => name.parse().map(Some),
        Value::Bool(false) => Ok(Some(Severity::Off)),
        Value::Bool(true) => Ok(None),
        _ => Err(format!("it is one of {}", Severity::ALL.map(Severity::name).join(", "))),
    }
}

fn unknown(key: &str) -> String {
    let known = SETTINGS.iter().filter(|setting| setting.in_editor).map(|setting| setting.key);
    match nearest(key, known) {
        Some(meant) => format!("unknown setting `glossator.{key}`: did you mean `glossator.{meant}`?"),
        None => format!("unknown setting `glossator.{key}`"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;
    use std::path::PathBuf;

    fn read(value: Value) -> (Partial, Vec<String>) {
        from_editor(&value, Path::new("/w"), Some(Path::new("/ada")))
    }

    #[test]
    fn settings_are_read_in_every_shape_in_which_editors_send_them() {
        for value in [
            json!({ "corpus": ["texts"], "seeds": true, "checks": { "spelling": { "severity": "off" } } }),
            json!({ "glossator": { "corpus": "texts", "seeds": true, "checks": { "spelling": "off" } } }),
            json!({ "corpus": [{ "path": "texts" }, null], "seeds": true, "checks.spelling.severity": "off" }),
            json!({ "corpus": ["./texts"], "seeds": true, "checks": { "spelling": false, "unsourced": null } }),
        ] {
            let (partial, problems) = read(value.clone());
            assert_eq!(problems, [""; 0], "{value}");
            assert_eq!(partial.corpus, Some(vec![PathBuf::from("/w/texts")]), "{value}");
            assert_eq!(
                (partial.seeds, partial.severities[Check::Spelling as usize]),
                (Some(true), Some(Severity::Off))
            );
        }
    }

    #[test]
    fn an_unmarked_quotation_has_a_number_of_words() {
        assert_eq!(read(json!({ "unmarked": { "words": 9 } })).0.unmarked_words, Some(9));
        for wrong in [json!(7), json!("nine"), json!(-1), json!(9.5)] {
            let (partial, problems) = read(json!({ "unmarked.words": wrong }));
            assert_eq!(partial.unmarked_words, None);
            assert_eq!(problems, ["`glossator.unmarked.words` is a number, at least 8"]);
        }
    }

    #[test]
    fn nothing_set_is_nothing_said() {
        for value in [
            json!(null),
            json!({}),
            json!({ "corpus": null, "checks": { "spelling": { "severity": null } } }),
            json!({ "corpus": [], "server": { "path": "x" }, "log.level": "info", "trace": { "server": "off" } }),
        ] {
            assert_eq!(read(value), (Partial::default(), vec![]));
        }
    }

    #[test]
    fn what_is_wrong_is_said_and_the_rest_counts() {
        let (partial, problems) = read(json!({
            "corpus": [1, "texts"], "seeds": "yes", "seed": 1, "colour": "red",
            "checks": { "spelin": "off", "spelling": { "severity": "of" }, "misquotation": { "severity": 7 } },
        }));
        assert_eq!(partial.corpus, Some(vec![PathBuf::from("/w/texts")]));
        let mut problems = problems;
        problems.sort();
        assert_eq!(
            problems,
            [
                "`glossator.checks.misquotation.severity`: it is one of off, hint, information, warning, error",
                "`glossator.checks.spelling.severity`: `of` is no severity: did you mean `off`?",
                "`glossator.checks`: unknown check `spelin`: did you mean `spelling`?",
                "`glossator.corpus` must be a list of paths",
                "`glossator.seeds` must be true or false",
                "unknown setting `glossator.colour`",
                "unknown setting `glossator.seed`: did you mean `glossator.seeds`?",
            ]
        );
        for odd in [json!(1), json!([1]), json!("x")] {
            assert_eq!(read(odd).1, ["the settings of glossator must be an object"]);
        }
    }
}
