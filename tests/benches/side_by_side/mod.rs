//! Programs run in turn, each as a whole process, with the seconds by the clock and of CPU that each takes, and the memory.
//!
//! They are looked for in the folder that `GACETA_PEERS` names, then on the path.
#![allow(dead_code, reason = "each benchmark uses its own part")]

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

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

/// Runs programs in turn in a folder and prints for each the median seconds by the clock, the seconds of CPU of a run (user
/// and system, where the system tells), the share of both that the first takes, and the most memory that it had. One that
/// is not installed, or does not make what it should, is named and left out.
pub fn compare(mut runs: Vec<Run<'_>>, folder: &Path) {
    runs.retain_mut(|run| {
        let runs = run.once(folder).is_some() && run.makes.as_ref().is_none_or(|made| made.metadata().is_ok());
        if !runs {
            println!("{:10} is not installed, or does not work", run.name);
        }
        runs
    });
    for _ in 0..ROUNDS {
        for run in runs.iter_mut().filter(|run| run.seconds() < LONGEST) {
            let taken = run.once(folder).unwrap();
            run.taken.push(taken);
        }
    }
    let Some(first) = runs.first_mut() else { return };
    let (first, own_clock, own) = (first.name, first.clock(), first.cpu());
    for run in &mut runs {
        let (clock, cpu) = (run.clock(), run.cpu());
        let (by_clock, of_cpu) = (own_clock / clock, own / cpu);
        println!(
            "{:10} {clock:.4} s by the clock, {cpu:.4} s of CPU, {:.0} MiB; {} takes {by_clock:.3} and {of_cpu:.3} of that",
            run.name,
            run.peak(folder),
            first,
        );
    }
}

/// A program of the folder that `GACETA_PEERS` names, or else of the path, in a folder, with nothing to read or to say.
pub fn command(program: &OsStr, folder: &Path) -> Command {
    let mut command = Command::new(program);
    command.current_dir(folder).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    if let Some(peers) = std::env::var_os("GACETA_PEERS") {
        let path = std::env::var_os("PATH").unwrap_or_default();
        let folders = std::iter::once(PathBuf::from(peers)).chain(std::env::split_paths(&path));
        command.env("PATH", std::env::join_paths(folders).unwrap());
    }
    command
}

/// A program that is measured.
pub struct Run<'a> {
    name: &'a str,
    program: &'a OsStr,
    arguments: &'a [&'a str],
    /// The file that it has made when it has done its work.
    makes: Option<PathBuf>,
    /// Seconds by the clock and of CPU of each run.
    taken: Vec<(f64, f64)>,
}

impl<'a> Run<'a> {
    /// A program with its arguments.
    pub fn new(name: &'a str, program: &'a OsStr, arguments: &'a [&'a str]) -> Self {
        Self { name, program, arguments, makes: None, taken: Vec::new() }
    }

    /// The same, which has not worked if there is no such file then.
    pub fn making(self, file: PathBuf) -> Self {
        Self { makes: Some(file), ..self }
    }

    /// What it is called.
    pub fn name(&self) -> &'a str {
        self.name
    }

    /// Runs it once; `None` if it is not installed.
    fn once(&self, corpus: &Path) -> Option<(f64, f64)> {
        let before = cpu_of_children();
        let start = Instant::now();
        self.command(corpus).status().ok()?;
        Some((start.elapsed().as_secs_f64(), cpu_of_children() - before))
    }

    fn command(&self, folder: &Path) -> Command {
        let mut command = command(self.program, folder);
        command.args(self.arguments);
        command
    }

    /// The most memory that it, or a process that it started, had in one more run, in MiB, where the system tells.
    fn peak(&self, folder: &Path) -> f64 {
        let mut child = self.command(folder).spawn().unwrap();
        let mut most = 0.0;
        while child.try_wait().unwrap().is_none() {
            most = peak_of(child.id()).max(most);
            std::thread::sleep(Duration::from_millis(1));
        }
        most
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

/// The most memory that a process, or any below it, has had until now, in MiB (proc(5): `VmHWM`).
fn peak_of(process: u32) -> f64 {
    let read = |file: &str| std::fs::read_to_string(format!("/proc/{process}/{file}")).unwrap_or_default();
    let status = read("status");
    let own = status.lines().find_map(|line| line.strip_prefix("VmHWM:")?.trim().strip_suffix(" kB")?.parse().ok());
    let below = read(&format!("task/{process}/children"));
    let below = below.split_whitespace().filter_map(|child| child.parse().ok()).map(peak_of);
    below.fold(own.unwrap_or(0.0) / 1024.0, f64::max)
}
