//! The program as people start it: a process in a folder, its streams, its exit code.

#![allow(clippy::unwrap_used, reason = "a test that cannot start the program fails")]

#[path = "support/mod.rs"]
mod support;

use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Output, Stdio};
use support::TestRepository;

const MANIFEST: &str = "[policy]\nlanguages = [\"es\"]\n\n[policy.title]\nes = \"Datos abiertos\"\n";
const GOOD: &str = "# Datos\n\nLa entidad publica sus datos.\n";
const BROKEN_LINK: &str = "# Datos\n\nVea [los plazos](#plazos).\n";

/// The program in a folder, with no variable of the machine's but those it needs to start.
fn gaceta(folder: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_gaceta"));
    command.current_dir(folder).args(arguments).env_clear().stdin(Stdio::null());
    command
}

fn text(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).unwrap()
}

fn came(folder: &Path, arguments: &[&str]) -> (i32, String) {
    let Output { status, stdout, stderr } = gaceta(folder, arguments).output().unwrap();
    (status.code().unwrap(), format!("{}{}", text(&stdout), text(&stderr)))
}

#[test]
fn a_revision_is_checked_as_it_was() {
    let repository = TestRepository::new()
        .file("gaceta.toml", MANIFEST)
        .file("es/a.md", BROKEN_LINK)
        .file("es/vieja.md", BROKEN_LINK)
        .commit("mal")
        .file("es/a.md", GOOD)
        .without("es/vieja.md")
        .commit("bien");
    let folder = repository.root();
    assert_eq!(came(folder, &["lint"]), (0, "Sin observaciones en 1 documento.\n".to_owned()));
    let (code, told) = came(folder, &["lint", "--at", "main~1"]);
    assert_eq!(code, 1);
    assert!(told.contains(" main~1:es/a.md:3:19\n"), "{told}");
    assert!(told.ends_with("2 errores en 2 documentos.\n"), "{told}");
    // A document that is gone from the work tree can still be named.
    let (code, told) = came(folder, &["lint", "--at", "main~1", "es/vieja.md"]);
    assert_eq!(code, 1);
    assert!(told.ends_with("1 error en 1 documento.\n"), "{told}");
    assert_eq!(came(folder, &["lint", "--at", "nada"]).0, 2);
}

#[test]
fn an_edition_has_the_date_of_its_commit() {
    let repository =
        TestRepository::new().file("gaceta.toml", MANIFEST).file("es/a.md", GOOD).commit("uno").commit("dos");
    let folder = repository.root();
    let (code, told) = came(folder, &["build", "--edition", "html", "--at", "main~1"]);
    assert_eq!(code, 0, "{told}");
    let page = fs::read_to_string(folder.join(told.split(" (").next().unwrap())).unwrap();
    assert!(page.contains("2026-01-01"), "the first commit's date");
    assert!(!page.contains("2026-01-02"));
}

#[test]
fn a_document_comes_through_a_pipe() {
    let folder = tempfile::tempdir().unwrap();
    let mut child = gaceta(folder.path(), &["lint", "-"])
        .env("LANG", "es_MX.UTF-8")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(BROKEN_LINK.as_bytes()).unwrap();
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(1));
    assert!(text(&output.stdout).ends_with("1 error en 1 documento.\n"));
}

#[test]
fn a_reader_that_has_left_is_no_error() {
    let folder = tempfile::tempdir().unwrap();
    let (reader, writer) = std::io::pipe().unwrap();
    drop(reader);
    let output = gaceta(folder.path(), &["rules"]).stdout(writer).output().unwrap();
    assert_eq!((output.status.code(), text(&output.stderr)), (Some(0), ""));
}

#[test]
fn nothing_is_coloured_in_a_pipe_unless_asked_for() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("a.md"), BROKEN_LINK).unwrap();
    assert!(!came(folder.path(), &["lint"]).1.contains('\u{1b}'));
    assert!(came(folder.path(), &["lint", "--color=always"]).1.contains('\u{1b}'));
}
