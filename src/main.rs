//! The program `glossator`; what it does is in the library.

fn main() -> std::process::ExitCode {
    glossator::cli::run()
}
