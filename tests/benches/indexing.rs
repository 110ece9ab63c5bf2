//! Parse and index of a corpus, side by side with a bare pulldown-cmark pass over the same files, as whole processes.
//!
//! `GACETA_CORPUS` names a folder of Markdown. The program starts itself again and again, in turn as `floor` (walk,
//! read, pull every event) and as `index` (open the folder as a policy), and prints the median seconds of each and their
//! ratio.

#![allow(clippy::print_stdout, reason = "a benchmark prints its figures")]
#![allow(clippy::unwrap_used, reason = "a benchmark that cannot run stops")]

#[path = "floor/mod.rs"]
mod floor;

use floor::floor;
use gaceta::policy::IndexedPolicy;
use gaceta::repo::Folder;
use std::hint::black_box;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Instant;

/// Pairs of runs, after one pair that is not counted.
const PAIRS: usize = 21;

fn main() {
    let Some(corpus) = std::env::var_os("GACETA_CORPUS") else {
        println!("GACETA_CORPUS names no folder: nothing to measure");
        return;
    };
    let corpus = Path::new(&corpus);
    match std::env::args().nth(1).as_deref() {
        Some("floor") => floor(corpus),
        Some("index") => index(corpus),
        _ => compare(),
    }
}

fn compare() {
    let (mut floor, mut index) = (Vec::new(), Vec::new());
    for pair in 0..=PAIRS {
        let seconds = (time("floor"), time("index"));
        if pair > 0 {
            floor.push(seconds.0);
            index.push(seconds.1);
        }
    }
    let mut ratios: Vec<_> = index.iter().zip(&floor).map(|(index, floor)| index / floor).collect();
    println!("floor {:.4} s, index {:.4} s, ratio {:.2}", median(&mut floor), median(&mut index), median(&mut ratios));
}

fn time(mode: &str) -> f64 {
    let start = Instant::now();
    let status = Command::new(std::env::current_exe().unwrap()).arg(mode).stdout(Stdio::null()).status().unwrap();
    assert!(status.success(), "{mode}");
    start.elapsed().as_secs_f64()
}

fn median(values: &mut [f64]) -> f64 {
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}

fn index(corpus: &Path) {
    let policy = IndexedPolicy::open(Box::new(Folder::open(corpus).unwrap())).unwrap();
    black_box(policy.documents.len());
}
