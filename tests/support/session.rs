//! Starts the program as people do, in a folder, without the surroundings of whoever runs the tests.
//!
//! A program that declares this module has the variable of the built program, which the library's own tests have not.
#![allow(dead_code, reason = "each test program uses its own part")]

use serde_json::Value;
use std::path::Path;
use std::process::{Command, Output};

/// What a run writes to standard output and to standard error, and its exit code.
pub fn run(folder: &Path, arguments: &[&str]) -> (String, String, i32) {
    let output = Command::new(env!("CARGO_BIN_EXE_gaceta")).current_dir(folder).args(arguments).env_clear().output();
    let Output { status, stdout, stderr } = output.unwrap();
    (String::from_utf8(stdout).unwrap(), String::from_utf8(stderr).unwrap(), status.code().unwrap())
}

/// Everything that a run tells, as it would stand in a terminal, and the exit code below it.
pub fn session(folder: &Path, arguments: &str) -> String {
    let arguments: Vec<&str> = arguments.split(' ').collect();
    let (stdout, stderr, code) = run(folder, &arguments);
    format!("{stdout}{stderr}exit code {code}\n")
}

/// What a run that finds nothing wrong tells other programs.
pub fn json(folder: &Path, arguments: &str) -> Value {
    let arguments: Vec<&str> = arguments.split(' ').chain(["--format", "json"]).collect();
    let (stdout, stderr, code) = run(folder, &arguments);
    assert_eq!((code, stderr.as_str()), (0, ""));
    serde_json::from_str(&stdout).unwrap()
}
