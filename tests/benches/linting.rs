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

use floor::floor;
use std::ffi::OsStr;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Instant;

/// Rounds, after one that is not counted.
const ROUNDS: usize = 11;

/// Linters of Markdown, with the arguments that make them lint a folder with nothing remembered from an earlier run.
const PEERS: [(&str, &[&str]); 2] = [("rumdl", &["check", "--no-cache", "."]), ("mado", &["check", "."])];

/// Ticks of the clock that counts CPU time, in a second: what Linux has on every usual machine.
const TICKS: f64 = 100.0;

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
    runs.retain_mut(|run| run.once(corpus).is_some());
    for _ in 0..ROUNDS {
        for run in &mut runs {
            let taken = run.once(corpus).unwrap();
            run.taken.push(taken);
        }
    }
    let own = runs[0].cpu();
    for run in &mut runs {
        let (clock, cpu) = (run.clock(), run.cpu());
        println!("{:8} {clock:.4} s by the clock, {cpu:.4} s of CPU; gaceta takes {:.2} of that", run.name, own / cpu);
    }
}

/// A program that is measured.
struct Run<'a> {
    name: &'a str,
    program: &'a OsStr,
    arguments: &'a [&'a str],
    /// Seconds by the clock and of CPU of each run.
    taken: Vec<(f64, f64)>,
}

impl<'a> Run<'a> {
    fn new(name: &'a str, program: &'a OsStr, arguments: &'a [&'a str]) -> Self {
        Self { name, program, arguments, taken: Vec::new() }
    }

    /// Runs it once; `None` if it is not installed.
    fn once(&self, corpus: &Path) -> Option<(f64, f64)> {
        let before = cpu_of_children();
        let start = Instant::now();
        let mut command = Command::new(self.program);
        command
            .args(self.arguments)
            .current_dir(corpus)
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null());
        command.status().ok()?;
        Some((start.elapsed().as_secs_f64(), cpu_of_children() - before))
    }

    fn clock(&mut self) -> f64 {
        self.taken.sort_by(|one, other| one.0.total_cmp(&other.0));
        self.taken[self.taken.len() / 2].0
    }

    /// The mean, as the clock of a single run is coarse.
    fn cpu(&self) -> f64 {
        let (sum, count) = self.taken.iter().fold((0.0, 0.0), |(sum, count), taken| (sum + taken.1, count + 1.0));
        sum / count
    }
}

/// Seconds of CPU that the processes started from here have taken, user and system (proc(5), fields 16 and 17).
fn cpu_of_children() -> f64 {
    let Ok(stat) = std::fs::read_to_string("/proc/self/stat") else { return 0.0 };
    let fields = stat.rsplit_once(')').map_or("", |(_, fields)| fields);
    let ticks = fields.split_whitespace().skip(13).take(2).filter_map(|field| field.parse::<f64>().ok());
    ticks.sum::<f64>() / TICKS
}
