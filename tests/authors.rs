//! `gaceta tally identities`, `--check` and `--write` as people start them.

#![allow(clippy::unwrap_used, reason = "a test that cannot start the program fails")]

#[path = "support/session.rs"]
mod session;
#[path = "support/mod.rs"]
mod support;

use git2::{Oid, Signature, Time};
use session::session;
use std::fs;
use support::TestRepository;

/// A text by three people, of whom one has two names; a fourth only came to a meeting.
fn written() -> TestRepository {
    let repository = TestRepository::new();
    let manifest = "[policy]\nlanguages = [\"es\"]\ntitle = \"Política de datos\"\n\n[[people]]\nname = \"María del Mar Sol\"\nfamily-names = \"Sol\"\ncontributions = [\"meeting\"]\n";
    let mut text = "# Datos\n".to_owned();
    let mut parents: Vec<Oid> = Vec::new();
    for (name, address, line) in [
        ("Olivier Soto", "1+osoto@users.noreply.github.com", "Uno dos tres."),
        ("Ana Ruiz", "ana@a.mx", "Cuatro cinco seis."),
        ("anaruiz", "ana@b.mx", "Siete ocho nueve."),
        ("Ana Ruiz", "ana@c.mx", "Diez once doce."),
        ("release[bot]", "r@bot", "Trece."),
    ] {
        text = format!("{text}\n{line}\n");
        let who = Signature::new(name, address, &Time::new(1_767_225_600, 0)).unwrap();
        parents = vec![repository.commit_by(&who, "x", &parents, &[("gaceta.toml", manifest), ("a.md", &text)])];
    }
    repository.stand_at(parents[0]);
    repository
}

#[test]
fn who_is_there_twice_is_proposed_as_lines_of_a_mailmap() {
    let repository = written();
    insta::assert_snapshot!(session(repository.root(), "tally identities"), @r#"
    # mismo nombre con otra dirección; usuario en vez del nombre
    Ana Ruiz <ana@a.mx> <ana@c.mx>
    Ana Ruiz <ana@a.mx> anaruiz <ana@b.mx>
    exit code 0
    "#);
    let lines = session(repository.root(), "tally identities").replace("exit code 0\n", "");
    fs::write(repository.path(".mailmap"), lines).unwrap();
    insta::assert_snapshot!(session(repository.root(), "tally identities"), @r#"
    Nadie parece estar dos veces.
    exit code 0
    "#);
    insta::assert_snapshot!(session(repository.root(), "tally --format csv"), @r#"
    person,kind,words,share,added,removed,sections,first,last,contributions
    Ana Ruiz,person,9,0.643,9,0,1,2026-01-01,2026-01-01,
    Olivier Soto,person,4,0.286,4,0,1,2026-01-01,2026-01-01,
    María del Mar Sol,person,0,0.000,0,0,0,,,meeting:1
    release[bot],program,1,0.071,1,0,1,2026-01-01,2026-01-01,
    exit code 0
    "#);
}

#[test]
fn a_list_of_authors_is_checked() {
    let repository = written();
    fs::write(repository.path(".mailmap"), "Ana Ruiz <ana@a.mx> <ana@b.mx>\n").unwrap();
    fs::write(repository.path("AUTHORS.md"), "# Autores\n\n- Oliver Soto\n- Juan Mar, Red\n").unwrap();
    insta::assert_snapshot!(session(repository.root(), "tally --check AUTHORS.md"), @r#"
    AUTHORS.md:3: «Oliver Soto» debería ser «Olivier Soto»
    AUTHORS.md:4: Juan Mar no tiene palabras en el texto ni otra contribución conocida
    AUTHORS.md: falta Ana Ruiz
    AUTHORS.md: falta María del Mar Sol
    Se dejó fuera, por ser programas: release[bot]. Si alguien es una persona, dígalo en «[[people]]» del manifiesto.
    exit code 1
    "#);
    insta::assert_snapshot!(session(repository.root(), "tally --check NADIE.md"), @r#"
    error: No existe «NADIE.md»
    ayuda: Para crearlo, repita la orden con --write en vez de --check
    exit code 2
    "#);
    // A list of this form is not written.
    insta::assert_snapshot!(session(repository.root(), "tally --check NADIE"), @r#"
    error: No existe «NADIE»
    exit code 2
    "#);
    insta::assert_snapshot!(session(repository.root(), "tally --check . --lang en"), @r#"
    error: This is no file
     --> .
    help: Use a Markdown file such as AUTHORS.md, .all-contributorsrc or CITATION.cff
    exit code 2
    "#);
    fs::write(repository.path(".all-contributorsrc"), "{\n  \"contributors\": [,]\n}\n").unwrap();
    insta::assert_snapshot!(session(repository.root(), "tally --check .all-contributorsrc"), @r#"
    error: No es un .all-contributorsrc: un objeto JSON cuyos «contributors» son una lista
     --> .all-contributorsrc:2:20
    ayuda: Revise comillas, comas y llaves a partir de aquí
    exit code 2
    "#);
    fs::write(repository.path("AUTHORS"), b"Jos\xe9\n").unwrap();
    insta::assert_snapshot!(session(repository.root(), "tally --check AUTHORS"), @r#"
    error: El archivo no está en UTF-8
     --> AUTHORS
    ayuda: Guárdelo con la codificación UTF-8
    exit code 2
    "#);
}

/// The same, with files of authors that were written.
fn kept_up() -> TestRepository {
    let repository = written();
    fs::write(repository.path(".mailmap"), "Ana Ruiz <ana@a.mx> <ana@b.mx>\n").unwrap();
    let contributors = "{\n  \"projectName\": \"p\",\n  \"contributors\": [\n    { \"login\": \"osoto\", \"name\": \"Olivier Soto\", \"contributions\": [\"doc\"] }\n  ],\n  \"files\": [\"README.md\"]\n}\n";
    fs::write(repository.path(".all-contributorsrc"), contributors).unwrap();
    for file in FILES {
        assert!(session(repository.root(), &format!("tally --write {file}")).ends_with("exit code 0\n"));
    }
    repository
}

/// What is told of who is taken for a program.
const PROGRAMS: &str =
    "Se dejó fuera, por ser programas: release[bot]. Si alguien es una persona, dígalo en «[[people]]» del manifiesto.";

const FILES: [&str; 3] = ["AUTHORS.md", ".all-contributorsrc", "CITATION.cff"];

#[test]
fn what_is_written_passes_its_check() {
    let repository = kept_up();
    for file in FILES {
        let told = session(repository.root(), &format!("tally --check {file}"));
        assert_eq!(told, format!("{file} nombra a todos los autores.\n{PROGRAMS}\nexit code 0\n"));
        let before = fs::read(repository.path(file)).unwrap();
        session(repository.root(), &format!("tally --write {file}"));
        assert_eq!(fs::read(repository.path(file)).unwrap(), before, "{file}");
    }
}

#[test]
fn what_is_written_adds_to_what_is_there() {
    let repository = kept_up();
    let text = |file: &str| fs::read_to_string(repository.path(file)).unwrap();
    insta::assert_snapshot!(text("AUTHORS.md"), @r#"
    # Autores

    <!-- gaceta:authors -->

    - Ana Ruiz
    - María del Mar Sol (reunión)
    - Olivier Soto

    <!-- /gaceta:authors -->
    "#);
    insta::assert_snapshot!(text(".all-contributorsrc"), @r#"
    {
      "projectName": "p",
      "contributors": [
        { "login": "osoto", "name": "Olivier Soto", "contributions": ["doc"] },
        { "name": "Ana Ruiz", "contributions": ["content"] },
        { "name": "María del Mar Sol", "contributions": ["ideas"] }
      ],
      "files": ["README.md"]
    }
    "#);
    insta::assert_snapshot!(text("CITATION.cff"), @r#"
    cff-version: 1.2.0
    message: "Si usa esta política, cítela así."
    title: "Política de datos"
    authors:
      - family-names: "Ruiz"
        given-names: "Ana"
      - family-names: "Sol"
        given-names: "María del Mar"
      - family-names: "Soto"
        given-names: "Olivier"
    "#);
}

#[test]
fn what_has_no_place_for_authors_is_left_alone() {
    let repository = written();
    fs::write(repository.path("AUTHORS.md"), "- Ana\n").unwrap();
    insta::assert_snapshot!(session(repository.root(), "tally --write AUTHORS.md"), @r#"
    error: En este archivo no hay lugar para los autores
     --> AUTHORS.md
    ayuda: Ponga las líneas <!-- gaceta:authors --> y <!-- /gaceta:authors --> donde deban estar
    exit code 2
    "#);
    fs::write(repository.path("AUTHORS"), "Ana\n").unwrap();
    insta::assert_snapshot!(session(repository.root(), "tally --write AUTHORS"), @r#"
    error: Una lista simple de nombres solo se puede revisar
     --> AUTHORS
    ayuda: Use un archivo Markdown como AUTHORS.md, o .all-contributorsrc o CITATION.cff
    exit code 2
    "#);
    insta::assert_snapshot!(session(repository.root(), "tally --write AUTHORS --format csv"), @r#"
    error: --write <ARCHIVO> no puede ir junto con --format <FORMATO>
    ayuda: Uso: gaceta tally [OPCIONES] [RUTA] [COMANDO]
    ayuda: «gaceta tally --help» lo explica
    exit code 2
    "#);
}

#[test]
fn authors_are_those_of_the_whole_text() {
    let repository = written();
    for action in ["--check", "--write"] {
        for part in ["--since HEAD", "--section datos", "--language es"] {
            let told = session(repository.root(), &format!("tally {action} AUTHORS.md {part}"));
            assert!(told.contains("no puede ir junto con") && told.ends_with("exit code 2\n"), "{told}");
        }
    }
    assert!(!repository.path("AUTHORS.md").exists());
}

#[test]
fn what_cannot_be_added_safely_is_left_alone() {
    let repository = written();
    let flow = "title: T\nauthors: [{name: Red}]\n";
    fs::write(repository.path("CITATION.cff"), flow).unwrap();
    insta::assert_snapshot!(session(repository.root(), "tally --write CITATION.cff"), @r#"
    error: En este CITATION.cff no se pueden agregar autores sin riesgo de dañarlo
     --> CITATION.cff
    ayuda: Escriba «authors:» una sola vez, en una línea sin comillas ni nada detrás, y debajo cada autor: un guion y una clave por línea, sin tabuladores ni «|» o «>»
    exit code 2
    "#);
    fs::write(repository.path("b.cff"), "authors: []\nauthors: []\n").unwrap();
    insta::assert_snapshot!(session(repository.root(), "tally --check b.cff --lang en"), @r#"
    error: This is no CITATION.cff: YAML with keys, of which “authors” stands there once and is a list
     --> b.cff:2:1
    help: Check indentation, quotes and colons near here
    exit code 2
    "#);
    assert_eq!(fs::read_to_string(repository.path("CITATION.cff")).unwrap(), flow);
}

/// A text by people of these names, of whom each wrote a line.
fn written_by(names: &[&str]) -> TestRepository {
    let repository = TestRepository::new();
    let mut text = "# Datos\n".to_owned();
    let mut parents: Vec<Oid> = Vec::new();
    for (name, number) in names.iter().zip(0..) {
        text = format!("{text}\nUno dos {name} {number}.\n");
        let who = Signature::new(name, &format!("{number}@a.mx"), &Time::new(1_767_225_600, 0)).unwrap();
        let manifest = "[policy]\nlanguages = [\"es\"]\n";
        parents = vec![repository.commit_by(&who, "x", &parents, &[("gaceta.toml", manifest), ("a.md", &text)])];
    }
    repository.stand_at(parents[0]);
    repository
}

#[test]
fn without_anybody_nothing_is_begun() {
    let repository = written_by(&["a bot", "b bot", "c bot", "d bot", "e bot", "f bot", "g bot"]);
    let programs = "Se dejó fuera, por ser programas: a bot, b bot, c bot, d bot, e bot y 2 más. Si alguien es una persona, dígalo en «[[people]]» del manifiesto.";
    for file in ["CITATION.cff", ".all-contributorsrc"] {
        let told = session(repository.root(), &format!("tally --write {file}"));
        let nobody = format!("Nadie tiene todavía parte en el texto: {file} queda como estaba.");
        assert_eq!(told, format!("{nobody}\n{programs}\nexit code 0\n"));
        assert!(!repository.path(file).exists());
    }
}

#[test]
fn any_name_passes_the_check_of_what_is_written() {
    let repository = written_by(&[
        "Juan Mar (INAI)",
        "Back\\Slash Paz",
        "12345",
        "-2+3",
        "~~~",
        "A: b; c, d @e",
        "- - menos",
        "1. lista",
        "https://x.mx",
        "www.x.mx",
        ":tada:",
        "Ana\u{202e}zaP",
    ]);
    for file in FILES {
        let told = session(repository.root(), &format!("tally --write {file}"));
        assert!(told.ends_with("exit code 0\n"), "{told}");
        let told = session(repository.root(), &format!("tally --check {file}"));
        assert_eq!(told, format!("{file} nombra a todos los autores.\nexit code 0\n"));
    }
    let citation = fs::read_to_string(repository.path("CITATION.cff")).unwrap();
    assert!(citation.contains("title: \"Política\"\nauthors:\n"), "{citation}");
}
