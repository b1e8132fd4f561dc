//! `glossator completions` and `glossator manual`: what shells and `man` know of the command line, made from the same
//! declarations as `--help`.

use super::args::{Args, Color};
use super::output::print;
use anyhow::Result;
use clap::CommandFactory;
use clap_complete::Shell;

/// Prints the completions for a shell, and gives the exit code.
pub fn completions(shell: Shell) -> Result<u8> {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut Args::command(), env!("CARGO_PKG_NAME"), &mut script);
    show(script)
}

/// Prints the manual page, in the form that `man` reads, and gives the exit code.
pub fn manual() -> Result<u8> {
    show(page()?.into_bytes())
}

/// The manual page: the program first, then each command with its options and examples.
fn page() -> Result<String> {
    let mut program = Args::command();
    program.build();
    let mut page = Vec::new();
    clap_mangen::Man::new(program.clone()).render(&mut page)?;
    let mut page = String::from_utf8(page)?;
    for command in program.get_subcommands().filter(|command| command.get_name() != "help") {
        let of_command = clap_mangen::Man::new(command.clone());
        let mut part = Vec::new();
        of_command.render_description_section(&mut part)?;
        of_command.render_options_section(&mut part)?;
        if command.get_after_help().is_some() {
            of_command.render_extra_section(&mut part)?;
        }
        let heading = format!("{} {}", program.get_name(), command.get_name());
        // The page of the program points to pages of commands, which are parts of it here.
        page = page.replace(&format!("{}\\-{}(1)", program.get_name(), command.get_name()), &heading);
        page.push_str(&format!(".SH \"{}\"\n", heading.to_uppercase()));
        page.push_str(&String::from_utf8(part)?.replace(".SH ", ".SS "));
    }
    Ok(page.replace(".SH EXTRA\n", ".SH NOTES\n").replace(".SS EXTRA\n", ".SS NOTES\n"))
}

fn show(text: Vec<u8>) -> Result<u8> {
    print(&String::from_utf8(text)?, Color::Always)?;
    Ok(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_manual_has_every_command_and_every_option() {
        let page = page().unwrap_or_default().replace("\\-", "-");
        let mut program = Args::command();
        program.build();
        for command in program.get_subcommands().filter(|command| command.get_name() != "help") {
            let heading = format!(".SH \"GLOSSATOR {}\"\n", command.get_name().to_uppercase());
            let part = page.split(&heading).nth(1).unwrap_or_else(|| panic!("no {heading}"));
            let part = part.split("\n.SH ").next().unwrap_or_default();
            assert!(!part.trim_end().ends_with("NOTES"), "{} has empty notes", command.get_name());
            for option in command.get_arguments().filter_map(|argument| argument.get_long()) {
                assert!(part.contains(&format!("--{option}\\fR")), "{} has no --{option}", command.get_name());
            }
        }
    }

    #[test]
    fn every_shell_gets_the_names_of_the_commands() {
        use clap::ValueEnum;
        for shell in Shell::value_variants() {
            let mut script = Vec::new();
            clap_complete::generate(*shell, &mut Args::command(), "glossator", &mut script);
            let script = String::from_utf8(script).unwrap_or_default();
            assert!(["check", "find", "define", "tour"].iter().all(|name| script.contains(name)), "{shell}");
        }
    }
}
