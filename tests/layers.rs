//! Holds the imports of the library against the table of layers at the head of `src/lib.rs`, and each outside crate
//! against the one module that is its home.

#![allow(clippy::unwrap_used, reason = "a test that cannot read the sources fails")]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// The modules by layer, the lowest first; those of one layer do not import each other.
const LAYERS: &[&[&str]] = &[
    &["model"],
    &["error"],
    &["config", "parse", "repo", "messages"],
    &["policy", "citations", "definitions", "norms", "align"],
    &["register", "provenance"],
    &["lint", "diff", "tally"],
    &["redline", "chart", "blame"],
    &["edition"],
    &["report"],
    &["cli"],
];

/// Crates that stand for a format or an outside world, and the only paths that may name them.
const HOMES: &[(&str, &[&str])] = &[
    ("pulldown_cmark", &["parse/"]),
    ("saphyr_parser", &["parse/"]),
    ("toml", &["config/", "parse/front_matter"]),
    ("git2", &["repo/"]),
    ("ignore", &["repo/"]),
    ("fluent_bundle", &["messages/"]),
    ("unic_langid", &["messages/"]),
    ("similar", &["align/"]),
    ("imara_diff", &["align/"]),
    ("aho_corasick", &["lint/phrases", "norms/"]),
    ("spellbook", &["lint/rules/spelling"]),
    ("tera", &["edition/template"]),
    ("base64", &["edition/html/"]),
    ("flate2", &["edition/pdf/"]),
    ("ttf_parser", &["edition/fonts"]),
    ("typst", &["edition/pdf/"]),
    ("typst_layout", &["edition/pdf/"]),
    ("typst_pdf", &["edition/pdf/"]),
    ("annotate_snippets", &["report/"]),
    ("clap", &["cli/"]),
    ("clap_complete", &["cli/"]),
    ("clap_mangen", &["cli/"]),
    ("indicatif", &["cli/"]),
    ("terminal_size", &["cli/"]),
    ("mimalloc", &["main"]),
    ("strsim", &["model/suggestion", "lint/rules/broken_anchor"]),
];

/// What only `cli` and the program itself may do: print, read the environment, end the process.
const OUTSIDE_WORLD: &[&str] = &[
    "println!",
    "eprintln!",
    "print!",
    "eprint!",
    "env::var",
    "env::args",
    "process::exit",
    "std::env",
    "SystemTime::now",
    "Instant::now",
];

/// Every source file, its path below `src` and its text without the tests at its end.
fn sources() -> BTreeMap<String, String> {
    fn read(folder: &Path, root: &Path, found: &mut BTreeMap<String, String>) {
        for entry in fs::read_dir(folder).unwrap() {
            let path: PathBuf = entry.unwrap().path();
            if path.is_dir() {
                read(&path, root, found);
            } else if path.extension().is_some_and(|ending| ending == "rs")
                && path.file_stem().is_some_and(|stem| stem != "tests")
            {
                let name = path.strip_prefix(root).unwrap().to_string_lossy().replace('\\', "/");
                let text = fs::read_to_string(&path).unwrap();
                let code = text.split("#[cfg(test)]\nmod tests").next().unwrap_or_default();
                found.insert(
                    name,
                    code.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n"),
                );
            }
        }
    }
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut found = BTreeMap::new();
    read(&root, &root, &mut found);
    assert!(found.len() > 20, "the sources were found");
    found
}

/// The module at the top level that a file belongs to.
fn module(path: &str) -> &str {
    path.split(['/', '.']).next().unwrap_or(path)
}

fn layer(module: &str) -> Option<usize> {
    LAYERS.iter().position(|layer| layer.contains(&module))
}

/// The modules at the top level that a text imports: `crate::name`, and `crate::{name, …}`.
fn imported(code: &str) -> Vec<&str> {
    let mut modules = Vec::new();
    for (at, _) in code.match_indices("crate::") {
        let rest = &code[at + "crate::".len()..];
        let names = match rest.strip_prefix('{') {
            Some(list) => list.split('}').next().unwrap_or(list),
            None => {
                rest.split(|character: char| !(character.is_alphanumeric() || character == '_')).next().unwrap_or(rest)
            }
        };
        modules.extend(
            names
                .split(',')
                .map(|name| name.trim().split(':').next().unwrap_or(name).trim())
                .filter(|name| !name.is_empty()),
        );
    }
    modules
}

#[test]
fn every_module_has_its_layer() {
    for path in sources().keys().filter(|path| !matches!(path.as_str(), "lib.rs" | "main.rs")) {
        assert!(layer(module(path)).is_some(), "{path} stands in no layer");
    }
}

#[test]
fn imports_go_downwards_only() {
    let mut wrong = Vec::new();
    for (path, code) in sources() {
        let Some(own) = layer(module(&path)) else { continue };
        for name in imported(&code) {
            if name != module(&path) && layer(name).is_some_and(|other| other >= own) {
                wrong.push(format!("{path} imports {name}"));
            }
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
}

#[test]
fn outside_crates_stay_at_home() {
    let mut wrong = Vec::new();
    for (path, code) in sources() {
        for (name, homes) in HOMES {
            let used = code.contains(&format!("{name}::"))
                && code.match_indices(&format!("{name}::")).any(|(at, _)| {
                    !code[..at].ends_with(|before: char| before.is_alphanumeric() || before == '_' || before == ':')
                });
            if used
                && !homes
                    .iter()
                    .any(|home| path.starts_with(home) || path.trim_end_matches(".rs") == home.trim_end_matches('/'))
            {
                wrong.push(format!("{path} uses {name}"));
            }
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
}

#[test]
fn only_the_command_line_meets_the_outside_world() {
    let mut wrong = Vec::new();
    for (path, code) in sources() {
        for forbidden in OUTSIDE_WORLD {
            let used = code.match_indices(forbidden).any(|(at, _)| !code[..at].ends_with(char::is_alphanumeric));
            if used && module(&path) != "cli" && path != "main.rs" {
                wrong.push(format!("{path} uses {forbidden}"));
            }
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
}
