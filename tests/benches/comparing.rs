//! Two releases compared, side by side with the programs for prose that are installed, each as a whole process.
//!
//! `GACETA_CORPUS` names a folder of git repositories. Of each that has releases, the last two are compared: by gaceta from
//! the repository; by gaceta and the peers from two folders that hold the documents that differ, so that nobody pays for
//! reading git but who does. The peers are wikidiff2 (an extension of PHP), prosediff and pandiff, where they are on the
//! path.

#![allow(clippy::print_stdout, reason = "a benchmark prints its figures")]
#![allow(clippy::unwrap_used, reason = "a benchmark that cannot run stops")]

#[path = "side_by_side/mod.rs"]
mod side_by_side;

use gaceta::model::is_release_name;
use gaceta::policy::Policy;
use gaceta::repo::Repository;
use side_by_side::{Run, compare, corpus};
use std::ffi::OsStr;
use std::fs;
use std::path::Path;

/// Compares each file of the folder `new` with that of the same name in `old`, all in one process of PHP.
const WIKIDIFF2: &str = "foreach (new RecursiveIteratorIterator(new RecursiveDirectoryIterator('new')) as $file) { \
    if ($file->isFile()) { $old = @file_get_contents('old' . substr($file->getPathname(), 3)); \
    echo wikidiff2_do_diff($old ?: '', file_get_contents($file->getPathname()), 2); } }";

/// Compares each file of the folder `new` with that of the same name in `old`, a process each, as pandiff is used.
const PANDIFF: &str = "cd new && find . -name '*.md' | while read -r file; do \
    test -f \"../old/$file\" && pandiff \"../old/$file\" \"$file\"; done; true";

fn main() {
    for folder in corpus() {
        if let Some((old, new)) = last_releases(&folder) {
            println!("{} {old} → {new}", folder.display());
            measure(&folder, &old, &new);
        }
    }
}

/// The tags of the last two releases of a repository.
fn last_releases(folder: &Path) -> Option<(String, String)> {
    let releases = Repository::discover(folder).ok()?.releases("HEAD", &is_release_name).ok()?;
    let [new, old, ..] = releases.as_slice() else { return None };
    Some((old.tag.clone(), new.tag.clone()))
}

fn measure(folder: &Path, old: &str, new: &str) {
    let repository = Repository::discover(folder).unwrap();
    let open = |tag: &str| Policy::open(Box::new(repository.files(tag, folder).unwrap())).unwrap();
    let (before, after) = (open(old), open(new));
    let room = tempfile::tempdir().unwrap();
    for (name, policy, other) in [("old", &before, &after), ("new", &after, &before)] {
        fs::create_dir(room.path().join(name)).unwrap();
        for path in &policy.paths {
            let Ok(bytes) = policy.files.read(path) else { continue };
            if !other.files.holds(path, &bytes) {
                let target = room.path().join(name).join(path.as_str());
                fs::create_dir_all(target.parent().unwrap()).unwrap();
                fs::write(target, bytes).unwrap();
            }
        }
    }
    let gaceta = Path::new(env!("CARGO_BIN_EXE_gaceta")).as_os_str();
    let place = folder.to_str().unwrap();
    let from_git = ["diff", old, new, "--path", place];
    let runs = vec![
        Run::new("gaceta", gaceta, &["diff", "./old", "./new"]),
        Run::new("from git", gaceta, &from_git),
        Run::new("wikidiff2", OsStr::new("php"), &["-r", WIKIDIFF2]),
        Run::new(
            "prosediff",
            OsStr::new("prosediff"),
            &["--folders", "old", "new", "-o", "out.html", "--format", "html"],
        ),
        Run::new("pandiff", OsStr::new("sh"), &["-c", PANDIFF]),
    ];
    let is_there = |name: &str| {
        std::env::var_os("PATH")
            .is_some_and(|path| std::env::split_paths(&path).any(|folder| folder.join(name).is_file()))
    };
    let runs = runs.into_iter().filter(|run| run.name() != "pandiff" || is_there("pandiff"));
    compare(runs.collect(), room.path());
}
