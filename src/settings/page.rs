//! What is to be known of each check, as a page for people: what an editor opens from the code of a finding.

use super::{Check, Severity};

/// The page, in Markdown.
pub fn checks_page() -> String {
    let severities = Severity::ALL.map(|severity| format!("`{}`", severity.name())).join(", ");
    let mut page = String::from("# The checks of glossator\n");
    for check in Check::ALL {
        let declared = check.declaration();
        page.push_str(&format!(
            "\n## {code}\n\n{summary}\n\nSeverity: `{default}` unless a setting says otherwise, one of {severities}:\n\n\
             ```toml\n# glossator.toml\n[checks]\n{code} = \"{other}\"\n```\n",
            code = declared.code,
            summary = declared.summary,
            default = declared.default.name(),
            other = if declared.default == Severity::Off { "warning" } else { "off" },
        ));
        if !matches!(check, Check::Annotation | Check::Settings) {
            page.push_str(&format!(
                "\nTo silence it for the next block, write `<!-- glossator-ignore {code} -->` before it; for a stretch, \
                 `<!-- glossator-off {code} -->` and `<!-- glossator-on {code} -->` around it.\n",
                code = declared.code,
            ));
        }
    }
    page
}

/// The line of the page, from 1, on which a check begins.
pub fn line_of_check(page: &str, check: Check) -> usize {
    let heading = format!("## {}", check.code());
    page.lines().position(|line| line == heading).map_or(1, |line| line + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_check_has_its_place_on_the_page() {
        let page = checks_page();
        for check in Check::ALL {
            let line = page.lines().nth(line_of_check(&page, check) - 1).unwrap();
            assert_eq!(line, format!("## {}", check.code()));
        }
    }
}
