//! Programs run in turn, each as a whole process, with the seconds by the clock and of CPU that each takes.
#![allow(dead_code, reason = "each benchmark uses its own part")]

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Instant;

/// Rounds, after one that is not counted; fewer for a program that is slow.
const ROUNDS: usize = 11;

/// A program that has run for so many seconds is not run again.
const LONGEST: f64 = 20.0;

/// Ticks of the clock that counts CPU time, in a second: what Linux has on every usual machine.
const TICKS: f64 = 100.0;

/// The folders in that of `GACETA_CORPUS`, by name; none, which is said, if it is not set.
pub fn corpus() -> Vec<PathBuf> {
    let Some(corpus) = std::env::var_os("GACETA_CORPUS") else {
        println!("GACETA_CORPUS names no folder: nothing to measure");
        return Vec::new();
    };
    let mut folders: Vec<_> = std::fs::read_dir(corpus).unwrap().map(|entry| entry.unwrap().path()).collect();
    folders.sort();
    folders
}

/// Runs programs in turn in a folder, those left out that are not installed, and prints for each the median seconds by the
/// clock, the seconds of CPU of a run (user and system, where the system tells), and the share of both that the first takes.
pub fn compare(mut runs: Vec<Run<'_>>, folder: &Path) {
    runs.retain_mut(|run| run.once(folder).is_some());
    for _ in 0..ROUNDS {
        for run in runs.iter_mut().filter(|run| run.seconds() < LONGEST) {
            let taken = run.once(folder).unwrap();
            run.taken.push(taken);
        }
    }
    let (own_clock, own) = (runs[0].clock(), runs[0].cpu());
    for run in &mut runs {
        let (clock, cpu) = (run.clock(), run.cpu());
        let (by_clock, of_cpu) = (own_clock / clock, own / cpu);
        println!(
            "{:10} {clock:.4} s by the clock, {cpu:.4} s of CPU; gaceta takes {by_clock:.3} and {of_cpu:.2} of that",
            run.name
        );
    }
}

/// A program that is measured.
pub struct Run<'a> {
    name: &'a str,
    program: &'a OsStr,
    arguments: &'a [&'a str],
    /// Seconds by the clock and of CPU of each run.
    taken: Vec<(f64, f64)>,
}

impl<'a> Run<'a> {
    /// A program with its arguments.
    pub fn new(name: &'a str, program: &'a OsStr, arguments: &'a [&'a str]) -> Self {
        Self { name, program, arguments, taken: Vec::new() }
    }

    /// What it is called.
    pub fn name(&self) -> &'a str {
        self.name
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

    /// How long it has run in all.
    fn seconds(&self) -> f64 {
        self.taken.iter().map(|(clock, _)| clock).sum()
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
