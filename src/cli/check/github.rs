//! The report as workflow commands, which GitHub Actions shows beside the lines of a change.
//!
//! <https://docs.github.com/actions/reference/workflow-commands-for-github-actions>

use super::{Checked, summary};
use crate::features::diagnostics::Finding;
use crate::library::Library;
use crate::settings::Severity;

/// The report; its last line is for the log.
pub fn report(library: &Library, all: &[Checked]) -> String {
    let commands = all.iter().flat_map(|file| file.findings.iter().map(|finding| command(file, finding)));
    commands.collect::<String>() + &summary(library, all) + "\n"
}

fn command(file: &Checked, finding: &Finding) -> String {
    let kind = match finding.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        _ => "notice",
    };
    let region = file.region(finding.span);
    let mut properties = format!(
        "file={},line={},endLine={},col={}",
        property(&file.shown.replace('\\', "/")),
        region.line,
        region.end_line,
        region.column
    );
    // Columns mean something to GitHub only within one line.
    if region.line == region.end_line {
        properties.push_str(&format!(",endColumn={}", region.end_column));
    }
    format!("::{kind} {properties},title={}::{}\n", property(finding.check.code()), data(&finding.message))
}

fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_means_something_in_a_command_is_escaped() {
        assert_eq!(data("100 %\r\n::error::x, y"), "100 %25%0D%0A::error::x, y");
        assert_eq!(property("a,b:c%.md"), "a%2Cb%3Ac%25.md");
    }
}
