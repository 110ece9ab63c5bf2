//! `gaceta tally` as people start it, over histories whose authors are known.

#![allow(clippy::unwrap_used, reason = "a test that cannot start the program fails")]

#[path = "support/histories/mod.rs"]
mod histories;
#[path = "../src/report/schema.rs"]
mod schema;
#[path = "support/session.rs"]
mod session;
#[path = "support/mod.rs"]
mod support;

use git2::{Oid, Signature, Time};
use histories::{Kind, simulate};
use serde_json::Value;
use session::{json, run, session};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use support::TestRepository;

fn commit(repository: &TestRepository, who: (&str, &str, i64), message: &str, parents: &[Oid], text: &str) -> Oid {
    let (name, address, seconds) = who;
    let who = Signature::new(name, address, &Time::new(seconds, 0)).unwrap();
    let manifest = "[policy]\nlanguages = [\"es\"]\n";
    repository.commit_by(&who, message, parents, &[("gaceta.toml", manifest), ("es/a.md", text)])
}

/// Days since 1970, in seconds.
const fn day(days: i64) -> i64 {
    days * 86_400
}

/// Ana writes ten words; Luz and Ana add three together, with the help of a program; a bot adds one; Beto re-wraps it all.
fn written() -> TestRepository {
    let repository = TestRepository::new();
    let first = "# Datos abiertos\n\nLa Unidad publicará todos sus datos cada mes.\n";
    let second = "# Datos abiertos\n\nLa Unidad publicará todos sus datos cada mes. Serán siempre gratuitos.\n";
    let third =
        "# Datos abiertos\n\nLa Unidad publicará todos sus datos cada mes. Serán siempre gratuitos. Versión 2.\n";
    let fourth = "Datos abiertos\n===\n\nLa *Unidad* publicará todos sus\ndatos cada mes. Serán siempre\ngratuitos. Versión 2.\n";
    let help = "Gratis\n\nCo-authored-by: Ana R <ana@otra.mx>\nCo-authored-by: Claude <noreply@anthropic.com>\n";
    let one = commit(&repository, ("Ana Ruiz", "ana@a.mx", day(20_000)), "Uno", &[], first);
    let two = commit(&repository, ("Luz", "luz@a.mx", day(20_040)), help, &[one], second);
    let bot = commit(&repository, ("release[bot]", "r@bot", day(20_050)), "Tres", &[two], third);
    let last = commit(&repository, ("Beto", "beto@a.mx", day(20_060)), "Cuatro", &[bot], fourth);
    repository.tag_as("v1.0", one);
    repository.stand_at(last);
    fs::write(repository.path(".mailmap"), "Ana Ruiz <ana@a.mx> <ana@otra.mx>\n").unwrap();
    repository
}

#[test]
fn people_are_credited_with_the_words_that_are_left() {
    let repository = written();
    insta::assert_snapshot!(session(repository.root(), "tally"), @r#"
    15 palabras en 1 documento.

    Persona                  Palabras  Porcentaje  Escritas  Quitadas  Secciones       Desde       Hasta
    Ana Ruiz                     11.5      76.7 %      11.5         0          1  2024-10-04  2024-11-13  ████████████████████
    Luz                           1.5      10.0 %       1.5         0          1  2024-11-13  2024-11-13  ██▌
    release[bot] (programa)         2      13.3 %         2         0          1  2024-11-23  2024-11-23  ███▍
    exit code 0
    "#);
    insta::assert_snapshot!(session(repository.root(), "tally --lang en --by month --format markdown"), @r#"
    # Who wrote the policy

    15 words in 1 document.

    | Month | Words | Share | Written | Removed | Sections |
    | --- | ---: | ---: | ---: | ---: | ---: |
    | 2024-10 | 10 | 66.7% | 10 | 0 | 1 |
    | 2024-11 | 5 | 33.3% | 5 | 0 | 1 |
    exit code 0
    "#);
    insta::assert_snapshot!(session(repository.root(), "tally --since v1.0 --format csv"), @r#"
    person,kind,words,share,added,removed,sections,first,last,contributions
    Ana Ruiz,person,1.500,0.300,1.500,0,1,2024-11-13,2024-11-13,
    Luz,person,1.500,0.300,1.500,0,1,2024-11-13,2024-11-13,
    release[bot],program,2,0.400,2,0,1,2024-11-23,2024-11-23,
    exit code 0
    "#);
    insta::assert_snapshot!(session(repository.root(), "tally --coauthors full --format csv"), @r#"
    person,kind,words,share,added,removed,sections,first,last,contributions
    Ana Ruiz,person,13,0.867,13,0,1,2024-10-04,2024-11-13,
    Luz,person,3,0.200,3,0,1,2024-11-13,2024-11-13,
    release[bot],program,2,0.133,2,0,1,2024-11-23,2024-11-23,
    exit code 0
    "#);
    insta::assert_snapshot!(session(repository.root(), "tally --by section"), @r#"
    15 palabras en 1 documento.

    Sección         Palabras  Porcentaje       Desde       Hasta  Autor principal
    Datos abiertos        15     100.0 %  2024-10-04  2024-11-23  Ana Ruiz (76.7 %)  ████████████████████
    exit code 0
    "#);
}

#[test]
fn what_cannot_be_tallied_is_told_with_a_remedy() {
    let repository = written();
    insta::assert_snapshot!(session(repository.root(), "tally --provenance"), @r#"
    error: El formato «text» no puede decir de dónde viene cada palabra
    ayuda: Agregue «--format json»
    exit code 2
    "#);
    insta::assert_snapshot!(session(repository.root(), "tally --since v1.1"), @r#"
    error: No hay ninguna etiqueta, rama ni confirmación que se llame «v1.1»
    ayuda: ¿Quiso decir v1.0?
    ayuda: Para ver las etiquetas y las ramas: git tag --list; git branch --all
    exit code 2
    "#);
    insta::assert_snapshot!(session(repository.root(), "tally --language fr"), @r#"
    error: Ningún documento está en el idioma «fr»
    ayuda: Los documentos están en: es
    exit code 2
    "#);
    insta::assert_snapshot!(session(repository.root(), "tally es/b.md"), @r#"
    error: En «es/b.md» no hay ningún documento de la política
    ayuda: Revise la ruta; si es correcta, revise que el manifiesto no la excluya
    exit code 2
    "#);
    let empty = tempfile::tempdir().unwrap();
    fs::write(empty.path().join("a.md"), "# A\n").unwrap();
    assert_eq!(run(empty.path(), &["tally"]).2, 2);
}

#[test]
fn what_a_partial_clone_lacks_is_named_and_the_rest_counted() {
    let repository = written();
    let lacking = repository.git().find_commit(Oid::from_str(&repository.head()).unwrap()).unwrap().parent(0).unwrap();
    let lacking = lacking.tree().unwrap().get_path(Path::new("es/a.md")).unwrap().id();
    repository.forget(lacking);
    insta::assert_snapshot!(session(repository.root(), "tally --format csv"), @r#"
    person,kind,words,share,added,removed,sections,first,last,contributions
    Ana Ruiz,person,11.500,0.767,11.500,0,1,2024-10-04,2024-11-13,
    Beto,person,2,0.133,2,0,1,2024-12-03,2024-12-03,
    Luz,person,1.500,0.100,1.500,0,1,2024-11-13,2024-11-13,
    advertencia: falta el contenido de es/a.md en acfc84811b1b; lo que cambió ahí se atribuye a la confirmación siguiente
    exit code 0
    "#);
    insta::assert_snapshot!(session(repository.root(), "tally --format csv --lang en"), @r#"
    person,kind,words,share,added,removed,sections,first,last,contributions
    Ana Ruiz,person,11.500,0.767,11.500,0,1,2024-10-04,2024-11-13,
    Beto,person,2,0.133,2,0,1,2024-12-03,2024-12-03,
    Luz,person,1.500,0.100,1.500,0,1,2024-11-13,2024-11-13,
    warning: the content of es/a.md in acfc84811b1b is missing; what changed there is credited to the next commit
    exit code 0
    "#);
}

#[test]
fn a_mark_of_the_byte_order_hides_nobody() {
    let repository = TestRepository::new();
    let text = "\u{feff}---\ntitle: Datos\n---\n\nLa Unidad publica.\n";
    let one = commit(&repository, ("Ana Ruiz", "ana@a.mx", day(20_000)), "Uno", &[], text);
    repository.stand_at(one);
    let told = json(repository.root(), "tally");
    assert_eq!((&told["words"], &told["rows"][0]["name"]), (&3.into(), &"Ana Ruiz".into()));
}

#[test]
fn no_address_is_told() {
    let repository = written();
    for format in ["text", "markdown", "csv", "json"] {
        assert!(!run(repository.root(), &["tally", "--format", format]).0.contains('@'), "{format}");
    }
    assert!(!run(repository.root(), &["tally", "--provenance", "--format", "json"]).0.contains('@'));
}

#[test]
fn what_is_written_for_programs_follows_the_published_schemas() {
    let repository = written();
    let tally: Value = serde_json::from_str(include_str!("../src/report/schemas/tally.schema.json")).unwrap();
    for by in ["person", "section", "month", "revision"] {
        let told = json(repository.root(), &format!("tally --by {by}"));
        assert_eq!(schema::violations(&tally, &told), Vec::<String>::new(), "{by}");
    }
    let provenance = include_str!("../src/report/schemas/provenance.schema.json");
    let told = json(repository.root(), "tally --provenance");
    assert_eq!(schema::violations(&serde_json::from_str(provenance).unwrap(), &told), Vec::<String>::new());
    let first = &told["documents"][0]["words"][0];
    assert_eq!((&first["word"], &first["section"]), (&"Datos".into(), &"datos-abiertos".into()));
    assert_eq!((&first["people"][0], &told["people"][0]["name"]), (&0.into(), &"Ana Ruiz".into()));
}

/// The words of rows as thousandths of 232 792 560, which every number up to 20 divides.
fn sum(rows: &Value) -> u64 {
    const COMMON: u64 = 232_792_560;
    let part = |row: &Value| {
        let number = |name: &str| row["words"][name].as_u64().unwrap();
        assert_eq!(COMMON % number("denominator"), 0);
        number("whole") * COMMON + number("numerator") * (COMMON / number("denominator"))
    };
    let sum: u64 = rows.as_array().unwrap().iter().map(part).sum();
    assert_eq!(sum % COMMON, 0, "the parts make whole words");
    sum / COMMON
}

#[test]
fn sums_make_the_text_and_most_words_are_their_authors() {
    for kind in Kind::ALL {
        let history = simulate(kind, 1, &[]);
        let folder = history.repo.root();
        let words: usize = history.truth.values().map(Vec::len).sum();
        for by in ["person", "section", "month", "revision"] {
            let told = json(folder, &format!("tally --by {by}"));
            assert_eq!(told["words"].as_u64(), Some(words as u64), "{kind:?} {by}");
            assert_eq!(sum(&told["rows"]), words as u64, "{kind:?} {by}");
        }
        let told = json(folder, "tally --provenance");
        let given: BTreeMap<&str, &Vec<Value>> = told["documents"]
            .as_array()
            .unwrap()
            .iter()
            .map(|document| (document["path"].as_str().unwrap(), document["words"].as_array().unwrap()))
            .collect();
        let mut right = 0;
        for (path, truth) in &history.truth {
            let given = given[path.as_str()];
            assert_eq!(given.len(), truth.len(), "{kind:?} {path}");
            for (given, truth) in given.iter().zip(truth) {
                assert_eq!(given["word"].as_str(), Some(truth.word.as_str()), "{kind:?} {path}");
                right += usize::from(given["revision"].as_str() == Some(&truth.commit.to_string()));
            }
        }
        assert!(right * 100 >= words * 95, "{kind:?}: {right} of {words}");
    }
}

#[test]
fn a_cut_history_says_so() {
    let repository = written();
    let tip = repository.git().head().unwrap().peel_to_commit().unwrap();
    let boundary = tip.parent(0).unwrap();
    fs::write(repository.git().path().join("shallow"), format!("{}\n", boundary.id())).unwrap();
    repository.forget(boundary.parent_id(0).unwrap());
    insta::assert_snapshot!(session(repository.root(), "tally --format csv"), @r#"
    person,kind,words,share,added,removed,sections,first,last,contributions
    antes de lo que tiene esta copia,before,15,1.000,15,0,1,2024-11-23,2024-11-23,
    exit code 0
    "#);
}

/// The files that a repository keeps for the next run.
fn kept(folder: &Path) -> Vec<std::path::PathBuf> {
    let entries = fs::read_dir(folder.join(".git/gaceta")).into_iter().flatten();
    entries.map(|entry| entry.unwrap().path()).collect()
}

#[test]
fn what_is_found_is_the_same_wherever_an_earlier_run_ended() {
    for kind in [Kind::Edit, Kind::Revert, Kind::Merge, Kind::Mixed] {
        let history = simulate(kind, 7, &[]);
        let folder = history.repo.root();
        let whole = json(folder, "tally --provenance --no-cache");
        let sums = json(folder, "tally --no-cache");
        assert_eq!(kept(folder), Vec::<std::path::PathBuf>::new());
        let mut walk = history.repo.git().revwalk().unwrap();
        walk.push_head().unwrap();
        for id in walk.step_by(5) {
            let id = id.unwrap().to_string();
            assert_eq!(run(folder, &["tally", "--until", &id]).2, 0);
            assert_eq!(json(folder, "tally --provenance"), whole, "{kind:?} {id}");
            assert_eq!(json(folder, "tally"), sums, "{kind:?} {id}");
            for file in kept(folder) {
                fs::remove_file(file).unwrap();
            }
        }
    }
}

#[test]
fn what_is_kept_is_used_as_long_as_it_is_whole() {
    let repository = written();
    let told = json(repository.root(), "tally");
    let [file] = &kept(repository.root())[..] else { panic!("one file") };
    let bytes = fs::read(file).unwrap();
    // The name of who wrote the most, as it is kept, becomes another's of the same length: the sum no longer fits.
    let place = bytes.windows(8).position(|window| window == b"Ana Ruiz").unwrap();
    let mut forged = bytes.clone();
    forged[place..place + 8].copy_from_slice(b"Eva Soto");
    for damaged in [&forged[..], &bytes[..bytes.len() / 2], b"", b"gaceta"] {
        fs::write(file, damaged).unwrap();
        assert_eq!(json(repository.root(), "tally"), told);
        assert_eq!(fs::read(file).unwrap().len(), bytes.len());
    }
}

#[test]
fn what_is_kept_is_not_read_from_another_history() {
    let repository = written();
    json(repository.root(), "tally");
    let tip = repository.git().head().unwrap().peel_to_commit().unwrap();
    let parent = tip.parent_id(0).unwrap();
    let amended = commit(&repository, ("Eva", "eva@a.mx", day(20_061)), "Cuatro", &[parent], "# Datos\n\nOtra cosa.\n");
    repository.stand_at(amended);
    let told = json(repository.root(), "tally");
    assert_eq!(told, json(repository.root(), "tally --no-cache"));
    assert_eq!(told["rows"][0]["name"], "Eva");
    for _ in 0..4 {
        let tip = repository.git().head().unwrap().target().unwrap();
        let next = commit(&repository, ("Eva", "eva@a.mx", day(20_062)), "Más", &[tip], "# Datos\n\nOtra cosa más.\n");
        repository.stand_at(next);
        json(repository.root(), "tally");
    }
    assert_eq!(kept(repository.root()).len(), 3);
}

#[test]
fn words_of_an_ignored_revision_are_whose_they_were() {
    let repository = written();
    let tip = repository.git().head().unwrap().target().unwrap();
    let text = "Datos Abiertos\n===\n\nLa *Unidad* difundirá todos sus\nconjuntos cada mes. Serán siempre\ngratuitos. Versión 2. Punto final añadido.\n";
    let last = commit(&repository, ("Estilo", "estilo@a.mx", day(20_070)), "Estilo", &[tip], text);
    repository.stand_at(last);
    let words = || -> BTreeMap<String, String> {
        let told = json(repository.root(), "tally");
        let rows = told["rows"].as_array().unwrap().iter();
        rows.map(|row| (row["name"].as_str().unwrap().to_owned(), row["words"]["whole"].to_string())).collect()
    };
    assert_eq!(words()["Estilo"], "6");
    fs::write(repository.path(".git-blame-ignore-revs"), format!("# Estilo\n{last}\n")).unwrap();
    // What has no predecessor stays with the revision.
    assert_eq!(words()["Estilo"], "3");
    assert_eq!(words()["Ana Ruiz"], "11");
}

/// Ana writes for the network, later for the city; Luz, who does not want to be named, and a person of whom only a
/// meeting tells.
fn told_by_the_manifest() -> TestRepository {
    let manifest = r#"
[policy]
languages = ["es"]
[[people]]
name = "Ana Ruiz"
names = ["aruiz"]
organisations = [{ name = "Red", until = 2024-10-31 }, { name = "Ciudad", since = 2024-11-01 }]
contributions = ["review"]
[[people]]
addresses = ["luz@a.mx"]
named = false
organisation = "Red"
[[people]]
name = "importador"
program = true
[tally]
trailers = ["Co-authored-by", "Traducido-por"]
contributions = ["mesas/*.toml"]
"#;
    let meeting = r#"
[[contribution]]
kind = "meeting"
title.es = "Mesa 3"
date = 2024-10-20
people = ["Ana Ruiz", "Eva Soto"]
[[contribution]]
kind = "meeting"
people = ["Eva Soto"]
"#;
    let repository = TestRepository::new();
    let commit = |who: (&str, &str, i64), message: &str, parents: &[Oid], text: &str| {
        let (name, address, seconds) = who;
        let who = Signature::new(name, address, &Time::new(seconds, 0)).unwrap();
        let files = [("gaceta.toml", manifest), ("mesas/3.toml", meeting), ("es/a.md", text)];
        repository.commit_by(&who, message, parents, &files)
    };
    let first = commit(("aruiz", "a@a.mx", day(20_000)), "Uno", &[], "# Uno\n\nDos tres.\n");
    repository.tag_as("v1.0", first);
    let text = "# Uno\n\nDos tres.\n\nCuatro cinco seis siete ocho nueve.\n";
    let message = "Dos\n\nTraducido-por: Otra <luz@a.mx>\n";
    let second = commit(("Ana Ruiz", "b@a.mx", day(20_040)), message, &[first], text);
    let text = "# Uno\n\nDos tres.\n\nCuatro cinco seis siete ocho nueve.\n\nDiez.\n";
    let third = commit(("importador", "i@a.mx", day(20_050)), "Tres", &[second], text);
    repository.stand_at(third);
    repository
}

#[test]
fn the_manifest_tells_of_people_and_of_what_git_does_not_know() {
    let repository = told_by_the_manifest();
    insta::assert_snapshot!(session(repository.root(), "tally"), @r#"
    10 palabras en 1 documento.

    Persona                               Palabras  Porcentaje  Escritas  Quitadas  Secciones       Desde       Hasta  Además
    Ana Ruiz                                     6      60.0 %         6         0          1  2024-10-04  2024-11-13  reunión, revisión  ████████████████████
    alguien que prefiere no ser nombrado         3      30.0 %         3         0          1  2024-11-13  2024-11-13                     ██████████
    Eva Soto                                     0       0.0 %         0         0          0                          reunión (2)
    importador (programa)                        1      10.0 %         1         0          1  2024-11-23  2024-11-23                     ███▎
    exit code 0
    "#);
    insta::assert_snapshot!(session(repository.root(), "tally --by organisation"), @r#"
    10 palabras en 1 documento.

    Organización      Palabras  Porcentaje  Escritas  Quitadas  Secciones       Desde       Hasta
    Red                      6      60.0 %         6         0          1  2024-10-04  2024-11-13  ████████████████████
    Ciudad                   3      30.0 %         3         0          1  2024-11-13  2024-11-13  ██████████
    sin organización         1      10.0 %         1         0          1  2024-11-23  2024-11-23  ███▎
    exit code 0
    "#);
    insta::assert_snapshot!(session(repository.root(), "tally --by organisation --coauthors full --format csv"), @r#"
    organisation,kind,words,share,added,removed,sections,first,last
    Red,organisation,9,0.900,9,0,1,2024-10-04,2024-11-13
    Ciudad,organisation,6,0.600,6,0,1,2024-11-13,2024-11-13
    sin organización,organisation,1,0.100,1,0,1,2024-11-23,2024-11-23
    exit code 0
    "#);
    insta::assert_snapshot!(session(repository.root(), "tally --since v1.0 --format csv"), @r#"
    person,kind,words,share,added,removed,sections,first,last,contributions
    alguien que prefiere no ser nombrado,person,3,0.429,3,0,1,2024-11-13,2024-11-13,
    Ana Ruiz,person,3,0.429,3,0,1,2024-11-13,2024-11-13,meeting:1 review:1
    Eva Soto,person,0,0.000,0,0,0,,,meeting:2
    importador,program,1,0.143,1,0,1,2024-11-23,2024-11-23,
    exit code 0
    "#);
    let schema: Value = serde_json::from_str(include_str!("../src/report/schemas/tally.schema.json")).unwrap();
    for by in ["person", "organisation"] {
        let told = json(repository.root(), &format!("tally --by {by}"));
        assert_eq!(schema::violations(&schema, &told), Vec::<String>::new(), "{by}");
        assert_eq!(sum(&told["rows"]), told["words"].as_u64().unwrap());
    }
}

/// A commit made of these bytes, in the place of `main`.
fn forged(repository: TestRepository, header: &[u8]) -> TestRepository {
    let tree = repository.git().head().unwrap().peel_to_tree().unwrap().id();
    let content = [format!("tree {tree}\n").as_bytes(), header, b"\n\nUno\n"].concat();
    let id = repository.git().odb().unwrap().write(git2::ObjectType::Commit, &content).unwrap();
    repository.git().reference("refs/heads/main", id, true, "forged").unwrap();
    repository
}

#[test]
fn authors_of_any_kind_are_told() {
    let fresh = || TestRepository::new().file("a.md", "Uno dos tres.\n").commit("Uno");
    let told = |header: &[u8]| {
        let repository = forged(fresh(), header);
        let rows = json(repository.root(), "tally --lang en")["rows"].clone();
        let row = &rows.as_array().unwrap()[0];
        format!("{} {} {} {}", row["name"], row["words"]["whole"], row["first"], rows.as_array().unwrap().len())
    };
    let committer = b"\ncommitter C <c@c> 1767225600 +0000";
    let author = |author: &[u8]| told(&[author, committer].concat());
    assert_eq!(author(b"author Jos\xe9 Mu\xf1oz <j@a.mx> 1767225600 +0000"), r#""José Muñoz" 3 "2026-01-01" 1"#);
    assert_eq!(author(b"author  <j@a.mx> 1767225600 +0000"), r#""without a name" 3 "2026-01-01" 1"#);
    assert_eq!(author(b"author <> 1767225600 +0000"), r#""without a name" 3 "2026-01-01" 1"#);
    assert_eq!(author(b"author Ana <j@a.mx> 999999999999999999 +0000"), r#""Ana" 3 null 1"#);
    assert_eq!(author(b"author Ana <j@a.mx> -99999999999999 +0000"), r#""Ana" 3 null 1"#);
    assert_eq!(author(b"author Ana <j@a.mx> 99999999999999999999999 +0000"), r#""Ana" 3 null 1"#);
    assert_eq!(author(b"author Ana"), r#""Ana" 3 null 1"#);
    assert_eq!(told(b"committer C <c@c> 1 +0000"), r#""without a name" 3 null 1"#);
}

#[test]
fn a_history_without_commits_is_an_error_with_a_remedy() {
    let repository = TestRepository::new();
    fs::write(repository.path("a.md"), "# A\n").unwrap();
    insta::assert_snapshot!(session(repository.root(), "tally --lang es"), @r#"
    error: El repositorio todavía no tiene ninguna confirmación
    ayuda: Guarde la primera con: git add . && git commit
    exit code 2
    "#);
}

#[test]
fn a_merge_of_many_keeps_what_each_wrote() {
    let repository = TestRepository::new();
    let who = |name: &str| Signature::new(name, "x@a.mx", &Time::new(day(20_000), 0)).unwrap();
    let files = |count: usize| -> Vec<(String, String)> {
        (0..count)
            .map(|number| (format!("{number}.md"), format!("Texto propio número {number} escrito aparte.\n")))
            .collect()
    };
    let commit = |name: &str, parents: &[Oid], files: &[(String, String)]| {
        let files: Vec<(&str, &str)> = files.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
        repository.commit_by(&who(name), "x", parents, &files)
    };
    let all = files(12);
    let first = commit("Base", &[], &all[..1]);
    let branches: Vec<Oid> = (1..12)
        .map(|number| commit(&format!("P{number:02}"), &[first], &[all[0].clone(), all[number].clone()]))
        .collect();
    let merge = commit("Junta", &branches, &all);
    repository.stand_at(merge);
    let told = json(repository.root(), "tally");
    let rows = told["rows"].as_array().unwrap();
    let names: Vec<&str> = rows.iter().map(|row| row["name"].as_str().unwrap()).collect();
    assert_eq!(names.len(), 12, "{names:?}");
    assert!(rows.iter().all(|row| row["words"]["whole"] == 6 && row["name"] != "Junta"));
}

#[test]
fn ten_thousand_authors_are_counted() {
    let repository = TestRepository::new();
    let mut parents: Vec<Oid> = Vec::new();
    for number in 0..10_000 {
        let who = Signature::new(&format!("P{number}"), "x@a.mx", &Time::new(day(20_000) + number, 0)).unwrap();
        let text = format!("Palabra número {}.\n", number % 7);
        parents = vec![repository.commit_by(&who, "x", &parents, &[("a.md", &text)])];
    }
    repository.stand_at(parents[0]);
    let told = json(repository.root(), "tally");
    assert_eq!((told["words"].as_u64(), sum(&told["rows"])), (Some(3), 3));
    assert!(told["rows"].as_array().unwrap().len() > 9_000);
}

#[test]
fn what_became_of_the_words_of_each_year_is_told() {
    let repository = TestRepository::new();
    let first = "# Datos\n\nLa Unidad publicará todos sus datos cada mes.\n\nSerán siempre gratuitos.\n";
    let second = "# Datos\n\nLa Unidad publicará todos sus datos cada mes.\n";
    let third = "# Datos\n\nLa Unidad publicará todos sus datos cada mes.\n\nTendrán una licencia libre.\n";
    // The first days of 2020, 2021 and 2022.
    let one = commit(&repository, ("Ana", "ana@a.mx", day(18_262)), "Uno", &[], first);
    let two = commit(&repository, ("Luz", "luz@a.mx", day(18_628)), "Dos", &[one], second);
    let three = commit(&repository, ("Luz", "luz@a.mx", day(18_993)), "Tres", &[two], third);
    repository.stand_at(three);
    insta::assert_snapshot!(session(repository.root(), "tally --survival"), @r#"
    Palabras por el año en que se escribieron, del 2020-01-01 al 2022-01-01.

    Año   Máximo  Quedan  Porcentaje
    2020      12       9      75.0 %  ████████████▆▆▆▆▆▆▆▆▆▆▆▆
    2022       4       4     100.0 %                         ▃
    exit code 0
    "#);
    insta::assert_snapshot!(session(repository.root(), "tally --survival --lang en --format markdown"), @r#"
    # What became of the words of each year

    Words by the year in which they were written, from 2020-01-01 to 2022-01-01.

    | Year | At most | Left | Share | Course |
    | --- | ---: | ---: | ---: | --- |
    | 2020 | 12 | 9 | 75.0% | ████████████▆▆▆▆▆▆▆▆▆▆▆▆ |
    | 2022 | 4 | 4 | 100.0% |                        ▃ |
    exit code 0
    "#);
    insta::assert_snapshot!(session(repository.root(), "tally --survival --format csv --until HEAD~1 es/a.md"), @r#"
    year,day,words
    2020,2020-01-07,12
    2020,2020-02-06,12
    2020,2020-03-07,12
    2020,2020-04-06,12
    2020,2020-05-06,12
    2020,2020-06-05,12
    2020,2020-07-05,12
    2020,2020-08-04,12
    2020,2020-09-03,12
    2020,2020-10-03,12
    2020,2020-11-02,12
    2020,2020-12-02,12
    2020,2021-01-01,9
    exit code 0
    "#);
    insta::assert_snapshot!(session(repository.root(), "tally --survival --by month"), @r#"
    error: --survival no puede ir junto con --by <DIMENSIÓN>
    ayuda: Uso: gaceta tally [OPCIONES] [RUTA] [COMANDO]
    ayuda: «gaceta tally --help» lo explica
    exit code 2
    "#);
    let schema: Value = serde_json::from_str(include_str!("../src/report/schemas/survival.schema.json")).unwrap();
    let told = json(repository.root(), "tally --survival");
    assert_eq!(schema::violations(&schema, &told), Vec::<String>::new());
    assert_eq!(told["years"].as_array().unwrap().len(), 2);
}

#[test]
fn pages_hold_each_number_and_run_nothing() {
    use scraper::{Html, Selector};
    let repository = written();
    let tip = repository.git().head().unwrap().target().unwrap();
    let name = "& \u{202e}“x\" onload=\"";
    let text = "# `<script>` &lt;b>Datos &amp; más\n\nLa Unidad publicará todos sus datos cada mes. Serán siempre gratuitos.\n";
    let last = commit(&repository, (name, "x@a.mx", day(20_070)), "Cinco", &[tip], text);
    repository.stand_at(last);
    let written = |arguments: &str, format: &str| {
        let arguments: Vec<&str> = arguments.split(' ').chain(["--format", format]).collect();
        let (written, _, code) = run(repository.root(), &arguments);
        assert_eq!(code, 0);
        written
    };
    for arguments in ["tally", "tally --by section", "tally --by month", "tally --survival"] {
        let page = written(arguments, "html");
        let read = Html::parse_document(&page);
        let texts = |selector: &str| -> Vec<String> {
            let selector = Selector::parse(selector).unwrap();
            read.select(&selector).map(|found| found.text().collect::<String>()).collect()
        };
        assert_eq!(texts("script, b, [onload], img, link").len(), 0, "{arguments}");
        assert!(page.contains("Content-Security-Policy") && !page.contains("@a.mx") && !page.contains('\u{202e}'));
        assert_eq!(texts("h1").len(), 1);
        assert_eq!(texts("svg[role=img]").len().min(1), 1, "{arguments}");
        let rows = if arguments.contains("survival") { 1 } else { written(arguments, "csv").lines().count() - 1 };
        assert_eq!(texts("tbody tr").len(), rows, "{arguments}");
    }
}

#[test]
fn a_part_of_the_policy_is_counted_by_itself() {
    let repository = TestRepository::new();
    let commit = |name: &str, parents: &[Oid], spanish: &str, english: &str| {
        let who = Signature::new(name, "x@a.mx", &Time::new(day(20_000), 0)).unwrap();
        let manifest = "[policy]\nlanguages = [\"es\", \"en\"]\n";
        repository.commit_by(
            &who,
            "x",
            parents,
            &[("gaceta.toml", manifest), ("es/a.md", spanish), ("en/a.md", english)],
        )
    };
    let (spanish, english) = ("# Uno\n\nDos tres.\n\n## Cuatro\n\nCinco seis.\n", "# One\n\nTwo three.\n");
    let first = commit("Ana", &[], spanish, english);
    let second = commit("Luz", &[first], &spanish.replace("seis", "siete ocho"), &english.replace("Two", "Two and"));
    repository.stand_at(second);
    let told = |arguments: &str| -> Vec<String> {
        let told = json(repository.root(), arguments);
        let number = |row: &Value, name: &str| row[name].get("whole").map_or("-".to_owned(), ToString::to_string);
        let rows = told["rows"].as_array().unwrap().iter();
        rows.map(|row| {
            let numbers = ["words", "added", "removed"].map(|name| number(row, name));
            format!("{} {}", row["name"].as_str().unwrap(), numbers.join(" "))
        })
        .collect()
    };
    assert_eq!(told("tally"), ["Ana 8 9 0", "Luz 3 3 1"]);
    assert_eq!(told("tally es"), ["Ana 5 6 0", "Luz 2 2 1"]);
    assert_eq!(told("tally --language en"), ["Ana 3 3 0", "Luz 1 1 0"]);
    assert_eq!(told("tally --section cuatro"), ["Ana 2 - -", "Luz 2 - -"]);
    assert_eq!(told("tally --section UNO"), ["Ana 5 - -", "Luz 2 - -"]);
    assert_eq!(told("tally --by section es"), ["Uno 3 - -", "Cuatro 4 - -"]);
    assert_eq!(run(repository.root(), &["tally", "--section", "diez"]).2, 2);
}
