//! The program as a whole, in an environment made up for each test: what its help says (`help`, and
//! of single commands `command_help`), what it says of a wrong
//! command line (`usage`), what its commands do (`commands`), and what they draw (`redline`).

mod command_help;
mod commands;
mod help;
mod redline;
mod usage;

use super::{Environment, run};
use crate::messages::{Catalogue, Locale};
use std::collections::BTreeMap;
use std::ffi::OsString;
use std::fs;
use std::io::Cursor;
use tempfile::TempDir;

/// A run of the program in a folder of its own.
struct Run {
    folder: TempDir,
    variables: BTreeMap<String, OsString>,
    input: Vec<u8>,
}

/// What came of a run.
struct Came {
    code: u8,
    stdout: String,
    stderr: String,
}

impl Run {
    fn new() -> Self {
        Self { folder: tempfile::tempdir().unwrap(), variables: BTreeMap::new(), input: Vec::new() }
    }

    fn file(self, path: &str, text: &str) -> Self {
        let path = self.folder.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
        self
    }

    fn variable(mut self, name: &str, value: &str) -> Self {
        self.variables.insert(name.to_owned(), value.into());
        self
    }

    fn input(mut self, text: &[u8]) -> Self {
        self.input = text.to_vec();
        self
    }

    fn environment(&self, arguments: Vec<OsString>) -> Environment {
        Environment {
            arguments,
            variables: self.variables.clone(),
            input: Box::new(Cursor::new(self.input.clone())),
            folder: self.folder.path().to_owned(),
            stdout_is_terminal: false,
            height: None,
            stderr_is_terminal: false,
            width: 100,
        }
    }

    /// Runs the program with arguments that hold no space.
    fn run(&self, arguments: &str) -> Came {
        self.run_with(arguments.split_whitespace().map(OsString::from).collect())
    }

    fn run_with(&self, arguments: Vec<OsString>) -> Came {
        let (mut stdout, mut stderr) = (Vec::new(), Vec::new());
        let code = run(self.environment(arguments), &mut stdout, &mut stderr);
        let folder = format!("{}/", self.folder.path().display());
        let text = |bytes| String::from_utf8(bytes).unwrap().replace(&folder, "");
        Came { code, stdout: text(stdout), stderr: text(stderr) }
    }

    fn entries(&self, folder: &str) -> Vec<String> {
        let entries = fs::read_dir(self.folder.path().join(folder)).unwrap();
        let mut names: Vec<_> = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }
}

const GOOD: &str = "# Datos\n\nLa entidad publica sus datos.\n";
const SKIPPED_LEVEL: &str = "# Datos\n\nTexto.\n\n### Plazos\n\nTexto.\n";
const BROKEN_LINK: &str = "# Datos\n\nVea [los plazos](#plazos).\n";

fn told(arguments: &str) -> String {
    let came = Run::new().run(arguments);
    assert_eq!((came.code, came.stdout.as_str()), (2, ""), "{arguments}");
    came.stderr
}
