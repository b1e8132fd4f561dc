//! What is derived from the declarations: the settings of the VS Code extension, and the tables of the README.

use super::declarations::Shape;
use super::{Check, SETTINGS, Severity};
use serde::Serialize;
use serde::ser::{SerializeMap, Serializer};
use serde_json::{Value, json};

/// The `properties` of the section of `contributes.configuration` in VS Code's `package.json`, as JSON.
pub fn vscode_properties() -> String {
    serde_json::to_string_pretty(&Ordered(properties())).unwrap_or_default()
}

/// What VS Code has to know of a setting.
#[derive(Default, Serialize)]
#[serde(rename_all = "camelCase")]
struct Property {
    r#type: &'static str,
    #[serde(skip_serializing_if = "Value::is_null")]
    items: Value,
    #[serde(rename = "enum", skip_serializing_if = "Value::is_null")]
    names: Value,
    #[serde(skip_serializing_if = "Value::is_null")]
    minimum: Value,
    default: Value,
    scope: &'static str,
    order: usize,
    markdown_description: String,
}

fn properties() -> Vec<(String, Property)> {
    let mut all: Vec<(String, Property)> = Vec::new();
    let mut add = |key: String, description: &str, property: Property| {
        let order = all.len() + 1;
        all.push((key, Property { scope: "resource", order, markdown_description: description.into(), ..property }));
    };
    for setting in SETTINGS.iter().filter(|setting| setting.in_editor) {
        let key = format!("glossator.{}", setting.key);
        match setting.shape {
            Shape::Folders => {
                let empty =
                    "Empty: those of the workspace's `glossator.toml`, else the texts that come with glossator.";
                let items = json!({ "type": "string" });
                let property = Property { r#type: "array", items, default: json!([]), ..Property::default() };
                add(key, &format!("{} {empty}", setting.summary), property);
            }
            Shape::Truth => {
                let property = Property { r#type: "boolean", default: json!(false), ..Property::default() };
                add(key, setting.summary, property);
            }
            Shape::Severities => {
                for check in Check::ALL.map(Check::declaration) {
                    let names = json!(Severity::ALL.map(Severity::name));
                    let default = json!(check.default.name());
                    let property = Property { r#type: "string", names, default, ..Property::default() };
                    add(key.replace("<check>", check.code), check.summary, property);
                }
            }
            Shape::Number { least, default } => {
                let (minimum, default) = (json!(least), json!(default));
                let property = Property { r#type: "integer", minimum, default, ..Property::default() };
                add(key, setting.summary, property);
            }
            Shape::InFile => {}
        }
    }
    all
}

/// An object whose keys stay in their order.
struct Ordered(Vec<(String, Property)>);

impl Serialize for Ordered {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0.len()))?;
        for (key, value) in &self.0 {
            map.serialize_entry(key, value)?;
        }
        map.end()
    }
}

/// The settings as a Markdown table.
pub fn settings_table() -> String {
    let mut table = String::from(
        "| setting | in `glossator.toml` | in the editor | on the command line | default |\n|---|---|---|---|---|\n",
    );
    for setting in SETTINGS {
        let code = |text: &str| match text {
            "" => String::new(),
            text => text.lines().map(|line| format!("`{line}`")).collect::<Vec<_>>().join("<br>"),
        };
        let editor = if setting.in_editor { format!("`glossator.{}`", setting.key) } else { String::new() };
        let cells = [setting.summary, &code(setting.in_file), &editor, &code(setting.on_command_line), setting.default];
        table.push_str(&row(&cells));
    }
    table
}

/// The checks as a Markdown table.
pub fn checks_table() -> String {
    let mut table = String::from("| check | severity | what it reports |\n|---|---|---|\n");
    for check in Check::ALL {
        let declared = check.declaration();
        table.push_str(&row(&[&format!("`{}`", declared.code), declared.default.name(), declared.summary]));
    }
    table
}

fn row(cells: &[&str]) -> String {
    let cells: Vec<String> = cells.iter().map(|cell| cell.replace('|', "\\|")).collect();
    format!("| {} |\n", cells.join(" | "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_editor_gets_each_check_and_nothing_that_only_a_file_can_hold() {
        let properties: Value = serde_json::from_str(&vscode_properties()).unwrap();
        for check in Check::ALL {
            let property = &properties[format!("glossator.checks.{}.severity", check.code())];
            assert_eq!(property["default"], check.declaration().default.name());
        }
        assert_eq!(properties["glossator.corpus"]["type"], "array");
        assert_eq!(properties["glossator.baseline"], Value::Null);
    }

    #[test]
    fn a_table_has_one_line_for_each_declaration() {
        assert_eq!(settings_table().lines().count(), SETTINGS.len() + 2);
        assert_eq!(checks_table().lines().count(), Check::ALL.len() + 2);
    }
}
