//! `gaceta blame` as people start it.

#![allow(clippy::unwrap_used, reason = "a test that cannot start the program fails")]

#[path = "../src/report/schema.rs"]
mod schema;
#[path = "support/session.rs"]
mod session;
#[path = "support/mod.rs"]
mod support;

use git2::{Oid, Signature, Time};
use scraper::{ElementRef, Html, Selector};
use serde_json::Value;
use session::run;
use std::fs;
use std::path::Path;
use support::TestRepository;

/// Everything that a run tells, as it would stand in a terminal, and the exit code below it.
fn told(folder: &Path, arguments: &[&str]) -> String {
    let (stdout, stderr, code) = run(folder, arguments);
    format!("{stdout}{stderr}exit code {code}\n")
}

fn html(folder: &Path, arguments: &[&str]) -> (String, Html) {
    let (stdout, stderr, code) = run(folder, &[arguments, &["--format", "html"]].concat());
    assert_eq!((code, stderr.as_str()), (0, ""));
    let page = Html::parse_document(&stdout);
    assert_eq!(page.errors, Vec::<String>::new());
    (stdout, page)
}

fn json(folder: &Path, arguments: &[&str]) -> Value {
    let (stdout, stderr, code) = run(folder, &[arguments, &["--format", "json"]].concat());
    assert_eq!((code, stderr.as_str()), (0, ""));
    let told = serde_json::from_str(&stdout).unwrap();
    let published = include_str!("../src/report/schemas/blame.schema.json");
    assert_eq!(schema::violations(&serde_json::from_str(published).unwrap(), &told), Vec::<String>::new());
    told
}

const MANIFEST: &str = "[policy]\ntitle.es = \"Datos\"\ntitle.en = \"Data\"\nlanguages = [\"es\", \"en\"]\n";

const ENGLISH: &str = "# Data\n\n## Licences {#licencias}\n\nData is free.\n\n## Privacy\n\nPersonal data is closed.\n";

/// Commits a policy in two languages, the Spanish text by a person on a day since 1970.
fn commit(repository: &TestRepository, (name, address, day): (&str, &str, i64), text: &str) -> Oid {
    let parent = repository.git().head().ok().and_then(|head| head.target());
    let who = Signature::new(name, address, &Time::new(day * 86_400, 0)).unwrap();
    let help = "Más\n\nCo-authored-by: Ana R <ana@otra.mx>\nCo-authored-by: Claude <noreply@anthropic.com>\n";
    let message = if name == "Luz" { help } else { "Uno" };
    let files = [
        ("gaceta.toml", MANIFEST),
        (".mailmap", "Ana Ruiz <ana@a.mx> <ana@otra.mx>\n"),
        ("es/datos.md", text),
        ("en/data.md", ENGLISH),
    ];
    let id = repository.commit_by(&who, message, &parent.into_iter().collect::<Vec<_>>(), &files);
    repository.stand_at(id);
    id
}

const FIRST: &str = "# Datos\n\n## Licencias {#licencias}\n\nLos datos se publican.\n\n## Anexo\n\nNada.\n";

const LAST: &str = "# Datos\n\n## Licencias {#licencias}\n\nLos **datos** se publican con una \
    [licencia](https://a.mx/b) libre (y gratuita).\n\n1. Se citará la fuente.\n2. Se dirá la fecha\n   de consulta:\n   \
    - día;\n   - mes.\n\n### Excepciones\n\n| Caso | Regla |\n|---|---|\n| Datos personales | Se cierran |\n\n\
    > Nadie más decide.\n\n```\nx = <1>\n```\n\n## Anexo\n\nNada.\n";

/// Ana writes; a program adds; Luz and Ana, with the help of a program, add the rest.
fn written() -> TestRepository {
    let repository = TestRepository::new();
    let first = commit(&repository, ("Ana Ruiz", "ana@a.mx", 20_000), FIRST);
    repository.tag_as("v1.0", first);
    let second = FIRST.replace("publican.", "publican con una licencia libre.");
    commit(&repository, ("release[bot]", "r@bot", 20_040), &second);
    commit(&repository, ("Luz", "luz@a.mx", 20_050), LAST);
    repository
}

#[test]
fn each_word_is_told_by_its_commit() {
    let repository = written();
    insta::assert_snapshot!(told(repository.root(), &["blame", "licencias"]), @r#"
    Licencias  es/datos.md#licencias · 6984b5a85998

      ## ¹Licencias

      ¹Los datos se publican ²con una licencia libre ³(y gratuita).

      1. ³Se citará la fuente.
      2. ³Se dirá la fecha de consulta:
        • ³día;
        • ³mes.

      ### ³Excepciones

      ³Caso │ ³Regla
      ³Datos personales │ ³Se cierran

      │ ³Nadie más decide.

        x = <1>

    33 palabras de 3 revisiones: Ana Ruiz 51.5 %, Luz 36.4 %, release[bot] (programa) 12.1 %.

    N.º  Revisión      Fecha       Palabras  Personas
      1  3ebe666bd89c  2024-10-04         5  Ana Ruiz
      2  7d514cc7fa93  2024-11-13         4  release[bot] (programa)
      3  6984b5a85998  2024-11-23        24  Luz, Ana Ruiz
    exit code 0
    "#);
    insta::assert_snapshot!(told(repository.root(), &["blame", "EXCEPCIONES", "--lang", "en"]), @r#"
    Excepciones  es/datos.md#excepciones · 6984b5a85998

      ### ¹Excepciones

      ¹Caso │ ¹Regla
      ¹Datos personales │ ¹Se cierran

      │ ¹Nadie más decide.

        x = <1>

    10 words from 1 revision: Ana Ruiz 50.0%, Luz 50.0%.

    No.  Revision      Date        Words  People
      1  6984b5a85998  2024-11-23     10  Luz, Ana Ruiz
    exit code 0
    "#);
    insta::assert_snapshot!(told(repository.root(), &["blame", "licencias", "--at", "v1.0"]), @r#"
    Licencias  es/datos.md#licencias · 3ebe666bd89c

      ## ¹Licencias

      ¹Los datos se publican.

    5 palabras de 1 revisión: Ana Ruiz 100.0 %.

    N.º  Revisión      Fecha       Palabras  Personas
      1  3ebe666bd89c  2024-10-04         5  Ana Ruiz
    exit code 0
    "#);
}

#[test]
fn colours_are_those_of_people() {
    let repository = written();
    let told = run(repository.root(), &["blame", "licencias", "--color", "always"]).0;
    let line = told.lines().find(|line| line.contains("publican")).unwrap();
    insta::assert_snapshot!(line.trim_start().replace('\u{1b}', "^"), @r#"
    ^[36m¹Los^[0m ^[36mdatos^[0m ^[36mse^[0m ^[36mpublican^[0m ^[35m²con^[0m ^[35muna^[0m ^[35mlicencia^[0m ^[35mlibre^[0m ^[33m³(y^[0m ^[33mgratuita).^[0m
    "#);
    let plain = run(repository.root(), &["blame", "licencias"]).0;
    assert!(!plain.contains('\u{1b}'));
}

#[test]
fn a_section_is_named_as_people_write_it() {
    let repository = written();
    let place = |arguments: &[&str]| {
        let told = json(repository.root(), &[&["blame"], arguments].concat());
        format!("{}#{}", told["section"]["path"].as_str().unwrap(), told["section"]["anchor"].as_str().unwrap())
    };
    for name in [
        "licencias",
        "#licencias",
        "Licencias",
        "  LICENCIAS ",
        "es/datos.md#licencias",
        "./es/datos.md#licencias",
        "licencias.Artículo-1.II",
    ] {
        assert_eq!(place(&[name]), "es/datos.md#licencias", "{name}");
    }
    assert_eq!(place(&["licencias", "--language", "en"]), "en/data.md#licencias");
    assert_eq!(place(&["licencias", "en"]), "en/data.md#licencias");
    assert_eq!(place(&["licences"]), "en/data.md#licencias");
    assert_eq!(place(&["en/data.md#licencias"]), "en/data.md#licencias");
    let articles = "# Datos\n\n## Artículo 4. Licencias {#lic}\n\nSon libres.\n\n## C# y otros\n\nTambién.\n";
    commit(&repository, ("Ana Ruiz", "ana@a.mx", 20_060), articles);
    for name in ["lic", "licencias", "artículo 4", "Articulo 4. Licencias", "lic.Artículo-4.II"] {
        assert_eq!(place(&[name, "es"]), "es/datos.md#lic", "{name}");
    }
    assert_eq!(place(&["c# y  otros"]), "es/datos.md#c-y-otros");
}

#[test]
fn what_cannot_be_shown_is_told_with_a_remedy() {
    let repository = written();
    insta::assert_snapshot!(told(repository.root(), &["blame", "lisencias"]), @r#"
    error: La política no tiene ninguna sección «lisencias»
    ayuda: ¿Quiso decir «licencias»?
    exit code 2
    "#);
    insta::assert_snapshot!(told(repository.root(), &["blame", "excepcion"]), @r#"
    error: La política no tiene ninguna sección «excepcion»
    ayuda: ¿Quiso decir «excepciones»?
    exit code 2
    "#);
    insta::assert_snapshot!(told(repository.root(), &["blame", "presupuesto\u{1b}[2J"]), @r#"
    error: La política no tiene ninguna sección «presupuesto\u{1b}[2J»
    ayuda: Escriba el título de la sección, o su identidad: la que va en «(#…)» de los enlaces que llevan a ella
    exit code 2
    "#);
    insta::assert_snapshot!(told(repository.root(), &["blame", "presupuesto", "--lang", "en"]), @r#"
    error: The policy has no section “presupuesto”
    help: Write the title of the section, or its identity: the one in the “(#…)” of links that lead to it
    exit code 2
    "#);
    insta::assert_snapshot!(told(repository.root(), &["blame", "licencias", "--language", "fr"]), @r#"
    error: Ningún documento está en el idioma «fr»
    ayuda: Los documentos están en: en, es
    exit code 2
    "#);
    insta::assert_snapshot!(told(repository.root(), &["blame", "licencias", "--at", "v9"]), @r#"
    error: No hay ninguna etiqueta, rama ni confirmación que se llame «v9»
    ayuda: Para ver las etiquetas y las ramas: git tag --list; git branch --all
    exit code 2
    "#);
    insta::assert_snapshot!(told(repository.root(), &["blame", "licencias", "es/nada.md"]), @r#"
    error: En «es/nada.md» no hay ningún documento de la política
    ayuda: Revise la ruta; si es correcta, revise que el manifiesto no la excluya
    exit code 2
    "#);
    let twice = format!("{LAST}\n## Licencias\n\nOtra vez.\n\n## Anexo\n\nNada.\n");
    commit(&repository, ("Ana Ruiz", "ana@a.mx", 20_060), &twice);
    insta::assert_snapshot!(told(repository.root(), &["blame", "Licencias", "es"]), @r#"
    error: Hay 2 secciones «Licencias»
    ayuda: Elija una: es/datos.md#licencias, es/datos.md#licencias-1
    exit code 2
    "#);
    insta::assert_snapshot!(told(repository.root(), &["blame", "ánexo"]), @r#"
    error: Hay 2 secciones «ánexo»
    ayuda: Elija una: es/datos.md#anexo, es/datos.md#anexo-1
    exit code 2
    "#);
    insta::assert_snapshot!(told(repository.root(), &["blame", "ánexo", "--lang", "en"]), @r#"
    error: There are 2 sections “ánexo”
    help: Choose one: es/datos.md#anexo, es/datos.md#anexo-1
    exit code 2
    "#);
}

#[test]
fn without_git_nobody_is_known() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("a.md"), "# Datos\n\nUno.\n").unwrap();
    let (stdout, stderr, code) = run(folder.path(), &["blame", "datos", "--lang", "es"]);
    assert_eq!((stdout.as_str(), code), ("", 2));
    assert!(stderr.contains("ayuda: "), "{stderr}");
}

#[test]
fn json_has_the_words_in_their_order_and_sums_them_up() {
    let repository = written();
    let told = json(repository.root(), &["blame", "licencias"]);
    let runs = || {
        let cells = told["blocks"].as_array().unwrap().iter().flat_map(|block| block["cells"].as_array().unwrap());
        cells.flat_map(|cell| cell.as_array().unwrap())
    };
    let words =
        |runs: &mut dyn Iterator<Item = &Value>| -> u64 { runs.map(|run| run["words"].as_u64().unwrap()).sum() };
    assert_eq!(told["words"].as_u64(), Some(words(&mut runs())));
    for origin in told["origins"].as_array().unwrap() {
        let own = words(&mut runs().filter(|run| run["origin"] == origin["number"]));
        assert_eq!(origin["words"].as_u64(), Some(own));
    }
    let owners: Vec<_> =
        told["owners"].as_array().unwrap().iter().map(|owner| owner["name"].as_str().unwrap()).collect();
    assert_eq!(owners, ["Ana Ruiz", "Luz", "release[bot]"]);
    let paragraph: String =
        told["blocks"][1]["cells"][0].as_array().unwrap().iter().map(|run| run["text"].as_str().unwrap()).collect();
    assert_eq!(paragraph, "Los datos se publican con una licencia libre (y gratuita).");
    let forms: Vec<_> =
        told["blocks"].as_array().unwrap().iter().map(|block| block["form"].as_str().unwrap()).collect();
    let expected = [
        "heading",
        "paragraph",
        "paragraph",
        "paragraph",
        "paragraph",
        "paragraph",
        "heading",
        "head",
        "row",
        "paragraph",
        "code",
    ];
    assert_eq!(forms, expected);
}

fn text(element: ElementRef<'_>) -> String {
    element.text().collect::<Vec<_>>().concat().split_whitespace().collect::<Vec<_>>().join(" ")
}

fn all<'a>(page: &'a Html, selector: &str) -> Vec<ElementRef<'a>> {
    page.select(&Selector::parse(selector).unwrap()).collect()
}

#[test]
fn the_page_reads_as_the_text_and_each_number_leads_to_its_revision() {
    let repository = written();
    let (source, page) = html(repository.root(), &["blame", "licencias"]);
    assert!(!source.contains("<script") && source.contains("default-src 'none'"));
    assert_eq!(text(all(&page, "h1")[0]), "Quién escribió «Licencias»");
    assert_eq!(all(&page, "article")[0].attr("lang"), Some("es"));
    insta::assert_snapshot!(all(&page, ".block > div:first-child :is(p, h2, h3, tr, code)").into_iter().map(text).collect::<Vec<_>>().join("\n"), @r#"
    1Licencias
    1Los datos se publican 2con una licencia libre 3(y gratuita).
    1. 3Se citará la fuente.
    2. 3Se dirá la fecha de consulta:
    • 3día;
    • 3mes.
    3Excepciones
    3Caso3Regla
    3Datos personales3Se cierran
    3Nadie más decide.
    x = <1>
    "#);
    insta::assert_snapshot!(all(&page, ".people li, .revisions li").into_iter().map(text).collect::<Vec<_>>().join("\n"), @r#"
    Ana Ruiz 51.5 %
    Luz 36.4 %
    release[bot] (programa) 12.1 %
    Ana Ruiz 2024-10-04 · 3ebe666bd89c · 5 palabras
    release[bot] (programa) 2024-11-13 · 7d514cc7fa93 · 4 palabras
    Luz, Ana Ruiz 2024-11-23 · 6984b5a85998 · 24 palabras
    "#);
    for link in all(&page, "sup a") {
        assert_eq!(all(&page, link.attr("href").unwrap()).len(), 1);
    }
    let titles: Vec<_> = all(&page, ".by").into_iter().map(|run| run.attr("title").unwrap()).collect();
    assert!(titles.iter().all(|title| title.matches(" · ").count() == 2), "{titles:?}");
    assert!(titles.iter().any(|title| title.ends_with(" · 2024-11-23 · Luz, Ana Ruiz")), "{titles:?}");
}

#[test]
fn hostile_text_stays_text() {
    let repository = TestRepository::new();
    let hostile =
        "# <b>Uno</b> & \"dos\" &lt;script&gt;alert(1)&lt;/script&gt; \u{1b}[2J {#uno}\n\nTexto \u{202e}al revés.\n";
    commit(&repository, ("\" onmouseover=\"alert(1)\" 'x' &lt;", "a@a.mx", 20_000), hostile);
    let (source, page) = html(repository.root(), &["blame", "uno"]);
    assert!(!source.contains("<script") && !source.contains('\u{202e}') && !source.contains('\u{1b}'));
    assert_eq!(all(&page, "script, b").len(), 0);
    let told = told(repository.root(), &["blame", "uno"]);
    assert!(!told.contains('\u{1b}') && !told.contains('\u{202e}'), "{told}");
}

#[test]
fn a_cut_history_says_so() {
    let repository = written();
    let boundary = repository.git().head().unwrap().peel_to_commit().unwrap().parent(0).unwrap();
    fs::write(repository.git().path().join("shallow"), format!("{}\n", boundary.id())).unwrap();
    repository.forget(boundary.parent_id(0).unwrap());
    insta::assert_snapshot!(told(repository.root(), &["blame", "anexo"]), @r#"
    Anexo  es/datos.md#anexo · 6984b5a85998

      ## ¹Anexo

      ¹Nada.

    2 palabras de 1 revisión: antes de lo que tiene esta copia 100.0 %.

    N.º  Revisión      Fecha       Palabras  Personas
      1  7d514cc7fa93  2024-11-13         2  antes de lo que tiene esta copia
    exit code 0
    "#);
    assert_eq!(json(repository.root(), &["blame", "anexo"])["origins"][0]["is_cut"], true);
}

#[test]
fn no_address_is_told() {
    let repository = written();
    for format in ["text", "html", "json"] {
        let told = run(repository.root(), &["blame", "licencias", "--format", format]).0;
        for address in ["a.mx", "otra.mx", "r@bot", "anthropic"] {
            assert!(!told.contains(address), "{format}: {address}");
        }
    }
}
