//! Shows long results page by page.
//!
//! Only on a terminal, and only what does not fit on it: the results are handed to the program that `GACETA_PAGER` or else
//! `PAGER` names, `less` where neither does. Whatever goes wrong with it, the results are written as they are.

use super::environment::Environment;
use crate::model::count_bytes;
use std::ffi::OsString;
use std::io::Write;
use std::process::{Command, Stdio};

/// The pager that most systems have. It ends by itself where the text fits, keeps colours and leaves the screen as it was.
const USUAL: &str = "less -FRX";

/// Shows results in a pager; `false` where there is none, and they have to be written instead.
pub(super) fn show(environment: &Environment, results: &[u8]) -> bool {
    let lines = count_bytes(results, |byte| byte == b'\n');
    let fits = environment.height.is_none_or(|height| lines < height);
    let words = if fits { Vec::new() } else { words(environment) };
    let Some((program, arguments)) = words.split_first() else { return false };
    let child = Command::new(program).args(arguments).stdin(Stdio::piped()).spawn();
    let Ok(mut child) = child else { return false };
    if let Some(mut input) = child.stdin.take() {
        // Whoever leaves the pager early closes its input: that is no error.
        let _ = input.write_all(results);
    }
    child.wait().is_ok()
}

/// The pager's program and arguments; nothing where none is wanted.
fn words(environment: &Environment) -> Vec<OsString> {
    let named = ["GACETA_PAGER", "PAGER"].into_iter().find_map(|name| environment.variables.get(name));
    let command = named.map_or_else(|| USUAL.to_owned(), |value| value.to_string_lossy().into_owned());
    let words = command.split_whitespace().map(OsString::from);
    if command.trim() == "cat" { Vec::new() } else { words.collect() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeMap;

    fn environment(height: Option<usize>, pager: &str) -> Environment {
        Environment {
            arguments: Vec::new(),
            variables: BTreeMap::from([("PAGER".to_owned(), OsString::from(pager))]),
            input: Box::new(std::io::empty()),
            folder: std::path::PathBuf::new(),
            stdout_is_terminal: height.is_some(),
            stderr_is_terminal: false,
            width: 80,
            height,
        }
    }

    #[test]
    fn what_fits_or_is_for_no_terminal_is_not_paged() {
        assert!(!show(&environment(None, "false"), b"a\nb\n"));
        assert!(!show(&environment(Some(24), "false"), b"a\nb\n"));
    }

    #[test]
    fn without_a_pager_the_results_are_written() {
        for pager in ["", "  ", "cat", "no-such-pager-of-gaceta"] {
            assert!(!show(&environment(Some(1), pager), b"a\nb\n"), "{pager:?}");
        }
    }

    #[cfg(unix)]
    #[test]
    fn what_does_not_fit_goes_to_the_pager() {
        // It reads nothing and ends, as people do.
        assert!(show(&environment(Some(1), "true"), &b"a\n".repeat(100_000)));
    }
}
