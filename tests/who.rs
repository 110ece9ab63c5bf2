//! `gaceta diff --who` and `gaceta norms --who` as people start them, over a history whose authors are known.

#![allow(clippy::unwrap_used, reason = "a test that cannot start the program fails")]

#[path = "../src/report/schema.rs"]
mod schema;
#[path = "support/mod.rs"]
mod support;

use git2::{Oid, Signature, Time};
use serde_json::Value;
use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Output, Stdio};
use support::TestRepository;

/// What a run writes to standard output and to standard error, and its exit code.
fn run(folder: &Path, arguments: &[&str]) -> (String, String, i32) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_gaceta"));
    command.current_dir(folder).args(arguments).env_clear();
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    // A program that reads no input may be gone by now.
    let _ = child.stdin.take().unwrap().write_all("La Unidad deberá publicar.\n".as_bytes());
    let Output { status, stdout, stderr } = child.wait_with_output().unwrap();
    (String::from_utf8(stdout).unwrap(), String::from_utf8(stderr).unwrap(), status.code().unwrap())
}

/// Everything that a run tells, as it would stand in a terminal, and the exit code below it.
fn session(folder: &Path, arguments: &str) -> String {
    let arguments: Vec<&str> = arguments.split(' ').collect();
    let (stdout, stderr, code) = run(folder, &arguments);
    format!("{stdout}{stderr}exit code {code}\n")
}

fn json(folder: &Path, arguments: &str) -> Value {
    let arguments: Vec<&str> = arguments.split(' ').chain(["--format", "json"]).collect();
    let (stdout, stderr, code) = run(folder, &arguments);
    assert_eq!((code, stderr.as_str()), (0, ""));
    serde_json::from_str(&stdout).unwrap()
}

const MANIFEST: &str = "[policy]\nlanguages = [\"es\"]\n";

const FIRST: &str = "---\ntitle: Datos\n---\n\n# Datos\n\nLa Unidad deberá publicar todos sus datos cada mes.\n\nLa Unidad \
    deberá atender las solicitudes en diez días.\n\nNadie podrá cobrar por los datos.\n";

/// Writes a commit of the policy with this text at a path.
fn commit(repository: &TestRepository, who: (&str, i64), message: &str, parents: &[Oid], file: (&str, &str)) -> Oid {
    let (name, days) = who;
    let address = format!("{}@a.mx", name.to_lowercase().replace(' ', "."));
    let who = Signature::new(name, &address, &Time::new(days * 86_400, 0)).unwrap();
    repository.commit_by(&who, message, parents, &[("gaceta.toml", MANIFEST), file])
}

/// Ana writes three norms, v1.0. Luz and Ana change the first; on a branch, Beto takes the last one out. Both are merged. A
/// program renames the document, Eva changes its front matter: v1.1. Then Luz wraps it anew, and the second norm is
/// changed in the work tree.
fn changed() -> TestRepository {
    let repository = TestRepository::new();
    let second = FIRST.replace("cada mes", "cada semana");
    let third = FIRST.replace("\n\nNadie podrá cobrar por los datos.", "");
    let merged = second.replace("\n\nNadie podrá cobrar por los datos.", "");
    let fourth = merged.replace("title: Datos", "title: Datos abiertos");
    let last = fourth.replace("publicar todos", "*publicar*\ntodos");
    let help = "Semanas\n\nCo-authored-by: Ana R <otra@a.mx>\nCo-authored-by: Claude <noreply@anthropic.com>\n";
    let one = commit(&repository, ("Ana Ruiz", 20_000), "Uno", &[], ("es/a.md", FIRST));
    let two = commit(&repository, ("Luz", 20_010), help, &[one], ("es/a.md", &second));
    let side = commit(&repository, ("Beto", 20_005), "Tres", &[one], ("es/a.md", &third));
    let merge = commit(&repository, ("Eva", 20_020), "Junta", &[two, side], ("es/a.md", &merged));
    let renamed = commit(&repository, ("release[bot]", 20_025), "Nombre", &[merge], ("es/datos.md", &merged));
    let title = commit(&repository, ("Eva", 20_030), "Título", &[renamed], ("es/datos.md", &fourth));
    let tip = commit(&repository, ("Luz", 20_040), "Forma", &[title], ("es/datos.md", &last));
    repository.tag_as("v1.0", one);
    repository.tag_as("v1.1", title);
    repository.stand_at(tip);
    fs::write(repository.path(".mailmap"), "Ana Ruiz <ana.ruiz@a.mx> <otra@a.mx>\n").unwrap();
    fs::write(repository.path("es/datos.md"), last.replace("en diez días", "en diez días hábiles")).unwrap();
    repository
}

#[test]
fn each_change_is_told_with_its_commits_and_people() {
    let repository = changed();
    insta::assert_snapshot!(session(repository.root(), "diff v1.0 v1.1 --who"), @r#"
    Obligaciones, prohibiciones y permisos

      norma reforzada  es/datos.md:7  «Datos»
        La Unidad deberá publicar todos sus datos cada [-mes-] {+semana+}.
        4e374f165b6d · 2024-10-14 · Luz, Ana Ruiz

      norma quitada · párrafo quitado  es/a.md:11  «Datos»
        [-Nadie podrá cobrar por los datos.-]
        105f00fbb068 · 2024-10-09 · Beto

    Lo demás

      estructura · documento con otro nombre  es/datos.md:1  (antes en es/a.md)
        6e2d4f4e3b9d · 2024-10-29 · release[bot] (programa)

      metadatos  es/datos.md:2
        title: Datos {+abiertos+}
        a5b5373a0556 · 2024-11-03 · Eva

    v1.0 → v1.1: 1 norma quitada, 1 norma reforzada, 1 cambio de estructura, 1 cambio de metadatos.
    1 palabra nueva, 7 quitadas.
    Hay compromisos que desaparecen, se debilitan o cambian: toca una versión mayor, v2.0.
    exit code 0
    "#);
    insta::assert_snapshot!(session(repository.root(), "diff v1.0 --who --lang en --format markdown"), @r#"
    **v1.0 → work tree\: 1 norm removed, 1 norm strengthened, 1 norm weakened, 1 change of structure, 1 change of metadata.**

    2 words added, 7 removed. Commitments were removed, weakened or changed\: this calls for a major version, v2.0.

    ### Duties, prohibitions and permissions

    - **norm strengthened** `es/datos.md:7` «Datos»

      La Unidad deberá publicar todos sus datos cada <del>mes</del> <ins>semana</ins>.

      *`4e374f165b6d` · 2024-10-14 · Luz, Ana Ruiz*

    - **norm weakened** `es/datos.md:10` «Datos»

      La Unidad deberá atender las solicitudes en diez días <ins>hábiles</ins>.

      *not committed yet*

    - **norm removed**, paragraph removed `es/a.md:11` «Datos»

      <del>Nadie podrá cobrar por los datos.</del>

      *`105f00fbb068` · 2024-10-09 · Beto*


    <details>
    <summary><code>es/datos.md</code> (2)</summary>

    - **structure**, document renamed `es/datos.md:1` (formerly in es/a.md)

      *`6e2d4f4e3b9d` · 2024-10-29 · release\[bot\] (program)*

    - **metadata** `es/datos.md:2`

      title\: Datos <ins>abiertos</ins>

      *`a5b5373a0556` · 2024-11-03 · Eva*


    </details>
    exit code 0
    "#);
}

#[test]
fn what_is_staged_or_in_the_work_tree_is_not_committed_yet() {
    let repository = changed();
    insta::assert_snapshot!(session(repository.root(), "diff v1.1 --who"), @r#"
    Obligaciones, prohibiciones y permisos

      norma debilitada  es/datos.md:10  «Datos»
        La Unidad deberá atender las solicitudes en diez días {+hábiles+}.
        sin confirmar

    v1.1 → archivos de trabajo: 1 norma debilitada.
    1 palabra nueva, 0 quitadas.
    Hay compromisos que desaparecen, se debilitan o cambian: toca una versión mayor, v2.0.
    exit code 0
    "#);
    assert!(session(repository.root(), "diff v1.1 --who --cached").contains("sin cambios"));
    let told = json(repository.root(), "diff v1.1 --who");
    assert_eq!(
        (&told["changes"][0]["commits"], &told["changes"][0]["is_uncommitted"]),
        (&Value::Array(vec![]), &true.into())
    );
}

#[test]
fn each_norm_is_told_with_its_last_change() {
    let repository = changed();
    insta::assert_snapshot!(session(repository.root(), "norms --who"), @r#"
    Datos (es/datos.md)
      DEBE: La Unidad deberá publicar todos sus datos cada semana.
          quién: La Unidad
          último cambio: 4e374f165b6d · 2024-10-14 · Luz, Ana Ruiz
          dónde: es/datos.md:7 #datos
      DEBE: La Unidad deberá atender las solicitudes en diez días hábiles.
          quién: La Unidad
          plazo: en diez días hábiles
          último cambio: sin confirmar
          dónde: es/datos.md:10 #datos

    2 normas en 1 documento: 2 obligaciones.
    exit code 0
    "#);
    insta::assert_snapshot!(session(repository.root(), "norms --who --at v1.1 --lang en --format markdown"), @r#"
    # Register of norms

    2 norms in 1 document\: 2 obligations.

    ## Datos (`v1.1:es/datos.md`)

    - [ ] **MUST** La Unidad deberá publicar todos sus datos cada semana. (who\: La Unidad; last change: `4e374f165b6d` · 2024-10-14 · Luz, Ana Ruiz; `v1.1:es/datos.md:7`; `#datos`)
    - [ ] **MUST** La Unidad deberá atender las solicitudes en diez días. (who\: La Unidad; deadline\: en diez días; last change: `676694c69e92` · 2024-10-04 · Ana Ruiz; `v1.1:es/datos.md:9`; `#datos`)
    exit code 0
    "#);
    insta::assert_snapshot!(session(repository.root(), "norms --who --format csv"), @r#"
    strength,agent,norm,deadline,amount,unit,document,section,title,clause,line,last_revision,last_date,last_people
    must,La Unidad,La Unidad deberá publicar todos sus datos cada semana.,,,,es/datos.md,datos,Datos,,7,4e374f165b6d5f766616f397c420ee732f0db50a,2024-10-14,Luz; Ana Ruiz
    must,La Unidad,La Unidad deberá atender las solicitudes en diez días hábiles.,en diez días hábiles,10,working-days,es/datos.md,datos,Datos,,10,,,
    exit code 0
    "#);
}

#[test]
fn what_nobody_can_know_is_told_with_a_remedy() {
    let repository = changed();
    insta::assert_snapshot!(session(repository.root(), "diff v1.1 v1.0 --who"), @r#"
    error: «v1.1» es posterior a «v1.0», y la historia de «v1.0» no la alcanza
    ayuda: Escriba primero la versión de antes
    exit code 2
    "#);
    insta::assert_snapshot!(session(repository.root(), "norms - --who"), @r#"
    error: De un texto que llega por la entrada estándar no se sabe quién lo cambió
    ayuda: Indique la ruta del documento en su repositorio de git, o quite «--who»
    exit code 2
    "#);
    insta::assert_snapshot!(session(repository.root(), "norms --no-cache"), @r#"
    error: Falta --who
    ayuda: Uso: gaceta norms [OPCIONES] [RUTA]
    ayuda: «gaceta norms --help» lo explica
    exit code 2
    "#);
    let folder = tempfile::tempdir().unwrap();
    for name in ["uno", "dos"] {
        fs::create_dir(folder.path().join(name)).unwrap();
        fs::write(folder.path().join(name).join("a.md"), format!("# A\n\nLa Unidad deberá {name}.\n")).unwrap();
    }
    insta::assert_snapshot!(session(folder.path(), "diff uno dos --who --lang es"), @r#"
    error: Solo entre revisiones de git se sabe quién hizo cada cambio
    ayuda: Compare dos revisiones, como en «gaceta diff v1.0 v1.1 --who», o quite «--who»
    exit code 2
    "#);
    insta::assert_snapshot!(session(folder.path(), "diff uno dos --who --lang en"), @r#"
    error: Only between git revisions is it known who made each change
    help: Compare two revisions, as in “gaceta diff v1.0 v1.1 --who”, or leave “--who” out
    exit code 2
    "#);
    insta::assert_snapshot!(session(folder.path(), "norms uno --who --lang es"), @r#"
    error: Aquí no hay un repositorio de git, ni en las carpetas superiores
     --> uno
    ayuda: Las versiones anteriores solo se pueden leer dentro de un clon del repositorio; para crearlo: git clone DIRECCIÓN
    exit code 2
    "#);
}

#[test]
fn a_cut_history_says_so() {
    let repository = changed();
    let tip = repository.git().head().unwrap().peel_to_commit().unwrap();
    let boundary = tip.parent_id(0).unwrap();
    fs::write(repository.git().path().join("shallow"), format!("{boundary}\n")).unwrap();
    repository.forget(repository.git().find_commit(boundary).unwrap().parent_id(0).unwrap());
    let told = session(repository.root(), "norms --who --at v1.1");
    assert_eq!(told.matches("último cambio: antes de lo que tiene esta copia").count(), 2, "{told}");
}

#[test]
fn what_is_written_for_programs_follows_the_published_schemas() {
    let repository = changed();
    let violations = |schema: &str, told: &Value| schema::violations(&serde_json::from_str(schema).unwrap(), told);
    let told = json(repository.root(), "diff v1.0 --who");
    assert_eq!(violations(include_str!("../src/report/schemas/diff.schema.json"), &told), Vec::<String>::new());
    assert!(told["changes"][0]["commits"][0]["people"].is_array());
    let told = json(repository.root(), "norms --who");
    assert_eq!(violations(include_str!("../src/report/schemas/norms.schema.json"), &told), Vec::<String>::new());
    assert_eq!(told["norms"][0]["last"]["people"], Value::from(vec!["Luz", "Ana Ruiz"]));
    assert!(json(repository.root(), "norms")["norms"][0].get("last").is_none());
}

#[test]
fn no_address_is_told_and_what_is_kept_changes_nothing() {
    let repository = changed();
    for format in ["text", "markdown", "json", "html"] {
        let told = run(repository.root(), &["diff", "v1.0", "v1.1", "--who", "--format", format]).0;
        let again = run(repository.root(), &["diff", "v1.0", "v1.1", "--who", "--no-cache", "--format", format]).0;
        assert!(told.contains("Luz") && !told.contains("@a.mx") && told == again, "{format}: {told}");
    }
    for format in ["text", "markdown", "csv", "json"] {
        let told = run(repository.root(), &["norms", "--who", "--format", format]).0;
        assert!(told.contains("Luz") && !told.contains("@a.mx"), "{format}");
    }
}
