//! Lint of a corpus with all default rules, side by side with a bare pulldown-cmark pass over the same files and with the
//! Markdown linters that are installed, each as a whole process.
//!
//! `GACETA_CORPUS` names a folder of Markdown. The benchmark runs in turn `floor` (walk, read, pull every event), gaceta
//! itself, and the peers of [`PEERS`] that are on the path, and prints for each the median seconds by the clock, the
//! seconds of CPU of a run (user and system, where the system tells), and gaceta's share of the latter.

#![allow(clippy::print_stdout, reason = "a benchmark prints its figures")]
#![allow(clippy::unwrap_used, reason = "a benchmark that cannot run stops")]

#[path = "floor/mod.rs"]
mod floor;
#[path = "side_by_side/mod.rs"]
mod side_by_side;

use floor::floor;
use side_by_side::{Run, compare};
use std::ffi::OsStr;
use std::path::Path;

/// Linters of Markdown, with the arguments that make them lint a folder with nothing remembered from an earlier run.
const PEERS: [(&str, &[&str]); 2] = [("rumdl", &["check", "--no-cache", "."]), ("mado", &["check", "."])];

fn main() {
    let Some(corpus) = std::env::var_os("GACETA_CORPUS") else {
        println!("GACETA_CORPUS names no folder: nothing to measure");
        return;
    };
    let corpus = Path::new(&corpus);
    if std::env::args().nth(1).as_deref() == Some("floor") {
        return floor(corpus);
    }
    let own = std::env::current_exe().unwrap();
    let gaceta = Path::new(env!("CARGO_BIN_EXE_gaceta"));
    let mut runs = vec![
        Run::new("gaceta", gaceta.as_os_str(), &["lint", "--format", "json", "."]),
        Run::new("floor", own.as_os_str(), &["floor"]),
    ];
    runs.extend(PEERS.iter().map(|(name, arguments)| Run::new(name, OsStr::new(name), arguments)));
    compare(runs, corpus);
}
