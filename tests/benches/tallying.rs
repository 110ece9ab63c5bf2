//! Who wrote a policy, side by side with `git blame` over all its Markdown and with `git log -p`, each as a whole process.
//!
//! `GACETA_CORPUS` names a folder of git repositories; each is tallied at its present commit.

#![allow(clippy::print_stdout, reason = "a benchmark prints its figures")]
#![allow(clippy::unwrap_used, reason = "a benchmark that cannot run stops")]

#[path = "side_by_side/mod.rs"]
mod side_by_side;

use side_by_side::{Run, compare, corpus};
use std::ffi::OsStr;

/// Blames each Markdown document of the present commit, a process each, as those do who add up its lines.
const BLAME: &str = "git ls-tree -r -z --name-only HEAD | grep -z '\\.md$' | \
    while IFS= read -r -d '' file; do git blame --line-porcelain HEAD -- \"$file\"; done";

fn main() {
    for folder in corpus().iter().filter(|folder| folder.join(".git").exists()) {
        println!("{}", folder.display());
        let gaceta = OsStr::new(env!("CARGO_BIN_EXE_gaceta"));
        let runs = vec![
            Run::new("gaceta", gaceta, &["tally", "--no-cache"]),
            // What the run before it kept is used.
            Run::new("again", gaceta, &["tally"]),
            Run::new("log -p", OsStr::new("git"), &["--no-pager", "log", "-p"]),
            Run::new("blame", OsStr::new("bash"), &["-c", BLAME]),
        ];
        compare(runs, folder);
    }
}
