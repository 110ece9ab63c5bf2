//! The site of a policy with a history: what its pages tell, and where they lead.

#![allow(clippy::unwrap_used, reason = "a test that cannot start the program fails")]

#[path = "support/session.rs"]
mod session;
#[path = "support/mod.rs"]
mod support;

use git2::{Signature, Time};
use scraper::{Html, Selector};
use session::run;
use std::fs;
use std::path::Path;
use support::TestRepository;

const MANIFEST: &str = "[policy]\ntitle.es = \"Datos abiertos\"\ntitle.en = \"Open data\"\nversion = \"1.1\"\n\
    publisher.es = \"Valle Claro\"\nlanguages = [\"es\", \"en\"]\naddress = \"https://datos.example/politica/\"\n\
    [aliases]\nmuy-viejo = \"plazos\"\nperdido = \"nada\"\n";

const PURPOSE: &str = "# Objeto {#objeto}\n\nPublicar los datos[^1].\n\n## Definiciones {#definiciones}\n\n\
    Para los efectos de esta política se entenderá por:\n\nI. **Unidad:** la oficina que publica los datos;\n\n\
    II. **Portal:** el sitio donde se publican, y\n\nIII. **Enlace:** la persona que responde por la Unidad.\n\n\
    [^1]: Véase la *ley* [general](https://ley.example).\n";

const DUTIES: &str = "# Deberes {#deberes}\n\n## Plazo {#plazo}\n\nLa Unidad deberá publicar los datos en diez días.\n\n\
    ## Costos {#costos}\n\nNadie paga.\n";

/// Two releases by two people; in the second one the time limit and the identity of its section have changed.
fn repository() -> TestRepository {
    let repository = TestRepository::new();
    let by = |name: &str, seconds| Signature::new(name, &format!("{name}@b.example"), &Time::new(seconds, 0)).unwrap();
    let english = "# Purpose {#objeto}\n\nPublish the data.\n";
    let first = [("gaceta.toml", MANIFEST), ("es/01.md", PURPOSE), ("es/02.md", DUTIES), ("en/01.md", english)];
    let old = repository.commit_by(&by("Ana", 1_700_000_000), "uno", &[], &first);
    repository.tag_as("v1.0", old);
    let duties = DUTIES.replace("## Plazo {#plazo}", "## Plazos {#plazos}").replace("diez días", "cinco días hábiles");
    let second = [("gaceta.toml", MANIFEST), ("es/01.md", PURPOSE), ("es/02.md", &duties), ("en/01.md", english)];
    let new = repository.commit_by(&by("Beto", 1_710_000_000), "dos", &[old], &second);
    repository.tag_as("v1.1", new);
    repository.stand_at(new);
    repository
}

/// A page of the site of a revision.
fn page(repository: &TestRepository, revision: &str, path: &str) -> Html {
    let out = format!("public-{revision}");
    if !repository.path(&out).exists() {
        let arguments = ["build", "--at", revision, "--edition", "site", "--out", &out, "--lang", "es", "--quiet"];
        assert_eq!(run(repository.root(), &arguments), (String::new(), String::new(), 0));
    }
    Html::parse_document(&fs::read_to_string(repository.path(&format!("{out}/{path}"))).unwrap())
}

/// What elements say, spaces as one.
fn texts(page: &Html, selector: &str) -> Vec<String> {
    let selector = Selector::parse(selector).unwrap();
    let all = page.select(&selector).map(|element| element.text().collect::<String>());
    all.map(|text| text.split_whitespace().collect::<Vec<_>>().join(" ")).collect()
}

fn attributes(page: &Html, selector: &str, name: &str) -> Vec<String> {
    let selector = Selector::parse(selector).unwrap();
    page.select(&selector).filter_map(|element| element.value().attr(name).map(str::to_owned)).collect()
}

#[test]
fn a_page_says_where_it_stands_among_the_others() {
    let repository = repository();
    let page = page(&repository, "v1.1", "es/02.html");
    assert_eq!(texts(&page, "h1"), ["Deberes"]);
    assert_eq!(texts(&page, "title"), ["Deberes · Datos abiertos"]);
    assert_eq!(texts(&page, ".breadcrumbs li"), ["Datos abiertos", "Deberes"]);
    assert_eq!(texts(&page, ".contents ol [aria-current]"), ["Deberes"]);
    assert_eq!(attributes(&page, ".contents > details > ol > li > a", "href"), ["01.html", "02.html"]);
    assert_eq!(attributes(&page, ".contents ol ol a", "href"), ["#plazos", "#costos"]);
    assert_eq!(texts(&page, ".contents .annexes a"), ["Obligaciones", "Cambios desde v1.0", "Quiénes la escribieron"]);
    assert_eq!(attributes(&page, ".steps a", "href"), ["01.html"]);
    assert_eq!(attributes(&page, "link[rel=prev]", "href"), ["01.html"]);
    let address = ["https://datos.example/politica/es/02.html"];
    assert_eq!(attributes(&page, "link[rel=canonical]", "href"), address);
    assert_eq!(attributes(&page, "meta[property='og:url']", "content"), address);
}

#[test]
fn the_same_section_is_found_in_another_language_or_else_its_first_page() {
    let repository = repository();
    let first = page(&repository, "v1.1", "es/01.html");
    assert_eq!(attributes(&first, ".languages a", "href"), ["../en/01.html"]);
    assert_eq!(attributes(&first, "a.translation", "href"), ["../en/01.html#objeto"]);
    let second = page(&repository, "v1.1", "es/02.html");
    assert_eq!(attributes(&second, ".languages a", "href"), ["../en/index.html"]);
}

#[test]
fn a_term_leads_to_its_definition_and_has_it_at_hand() {
    let repository = repository();
    let page = page(&repository, "v1.1", "es/02.html");
    assert_eq!(texts(&page, "a.term"), ["Unidad"]);
    assert_eq!(attributes(&page, "a.term", "href"), ["01.html#definiciones.I"]);
    assert_eq!(attributes(&page, "a.term", "data-meaning"), ["la oficina que publica los datos"]);
}

#[test]
fn a_note_stands_behind_the_text_and_beside_it_without_links() {
    let repository = repository();
    let page = page(&repository, "v1.1", "es/01.html");
    assert_eq!(texts(&page, ".sidenote[hidden][aria-hidden=true]"), ["1 Véase la ley general."]);
    assert_eq!(texts(&page, ".sidenote em"), ["ley"]);
    assert!(attributes(&page, ".sidenote a", "href").is_empty());
    assert_eq!(attributes(&page, ".notes li a[rel]", "href"), ["https://ley.example"]);
}

#[test]
fn what_changed_since_the_last_release_is_marked_and_shown() {
    let repository = repository();
    let chapter = page(&repository, "v1.1", "es/02.html");
    assert_eq!(texts(&chapter, ".changed-since"), ["Cambió desde v1.0"]);
    let link = attributes(&chapter, ".changed-since", "href").remove(0);
    let mark = link.strip_prefix("cambios.html#").unwrap();
    let changes = page(&repository, "v1.1", "es/cambios.html");
    assert_eq!(attributes(&changes, &format!("#{mark}"), "id"), [mark]);
    assert_eq!(
        texts(&changes, "main del"),
        ["texto quitado", "texto quitado: Plazo", "texto quitado: diez"].map(str::to_owned).to_vec()
    );
    assert_eq!(attributes(&changes, "header .publisher a", "href"), ["index.html"]);
    // What has not changed is not marked, nor is anything in a language that has not.
    assert!(texts(&page(&repository, "v1.1", "es/01.html"), ".changed-since").is_empty());
    assert!(!repository.path("public-v1.1/en/changes.html").exists());
    // The first release has nothing before it.
    assert!(texts(&page(&repository, "v1.0", "es/02.html"), ".changed-since").is_empty());
}

#[test]
fn anchors_of_older_editions_lead_to_their_section() {
    let repository = repository();
    let page = page(&repository, "v1.1", "es/02.html");
    // One that was listed, and one that changed since the last release; what leads nowhere is left out.
    assert_eq!(attributes(&page, ".heading > span[id]", "id"), ["muy-viejo", "plazo"]);
    assert_eq!(attributes(&page, ".heading:has(> #plazo) > h2", "id"), ["plazos"]);
}

#[test]
fn those_who_wrote_it_are_named_with_their_share() {
    let repository = repository();
    let page = page(&repository, "v1.1", "es/creditos.html");
    let names = texts(&page, "th[scope=row]");
    assert_eq!(names, ["Ana", "Beto"]);
    // «Plazos», «cinco» and «hábiles» are Beto's.
    assert_eq!(texts(&page, "tbody tr:nth-child(2) td:nth-of-type(1)"), ["3"]);
}

/// What a build tells besides its results, and the edition's page of authors, if it has one.
fn told(repository: &TestRepository) -> (String, bool) {
    let (_, told, code) = run(repository.root(), &["build", "--edition", "site", "--out", "public"]);
    assert_eq!(code, 0, "{told}");
    (told, repository.path("public/es/creditos.html").exists())
}

const LACKING: &str =
    "advertencia: a este clon le falta una parte de la historia; la edición no dice quién escribió el texto";

#[test]
fn a_clone_of_the_last_commit_says_what_the_edition_lacks() {
    let repository = repository();
    let (whole, names_people) = told(&repository);
    assert!(!whole.contains("historia") && names_people, "{whole}");
    let tip = repository.git().head().unwrap().peel_to_commit().unwrap();
    let first = tip.parent_id(0).unwrap();
    // One of another branch, as `git fetch --depth=1` leaves it, cuts nothing off.
    fs::write(repository.git().path().join("shallow"), "0123456789012345678901234567890123456789\n").unwrap();
    assert_eq!(told(&repository), (whole, true));
    fs::write(repository.git().path().join("shallow"), format!("{}\n", tip.id())).unwrap();
    repository.forget(first);
    for tag in ["v1.0", "v1.1"] {
        repository.git().tag_delete(tag).unwrap();
    }
    let (cut, names_people) = told(&repository);
    let expected = format!(
        "{LACKING} ni qué cambió desde la última versión publicada.\nEste clon solo contiene lo más \
        reciente. Para traer toda la historia: git fetch --unshallow\n"
    );
    assert!(cut.starts_with(&expected) && !names_people, "{cut}");
    let (_, quiet, _) = run(repository.root(), &["build", "--edition", "site", "--out", "public", "--quiet"]);
    assert!(!quiet.contains("historia"), "{quiet}");
}

#[test]
fn a_clone_without_an_older_text_names_nobody_in_its_authors_place() {
    let repository = repository();
    let tip = repository.git().head().unwrap().peel_to_commit().unwrap();
    let old = tip.parent(0).unwrap().tree().unwrap().get_path(Path::new("es/02.md")).unwrap().id();
    // As `git clone --filter=blob:none` marks what it has fetched.
    fs::create_dir_all(repository.git().path().join("objects/pack")).unwrap();
    fs::write(repository.git().path().join("objects/pack/pack-0.promisor"), "").unwrap();
    repository.forget(old);
    let (told, names_people) = told(&repository);
    assert!(told.starts_with(LACKING) && told.contains("git fetch --refetch --no-filter") && !names_people, "{told}");
}

#[test]
fn the_register_leads_to_where_the_text_obliges() {
    let repository = repository();
    let page = page(&repository, "v1.1", "es/obligaciones.html");
    let row = texts(&page, "tbody td");
    let expected = [
        "La Unidad",
        "DEBE La Unidad deberá publicar los datos en cinco días hábiles.",
        "en cinco días hábiles",
        "Plazos",
    ];
    assert_eq!(row, expected);
    assert_eq!(attributes(&page, "tbody td a", "href"), ["02.html#plazos"]);
}

#[test]
fn an_edition_that_is_not_the_last_says_so() {
    let repository = repository();
    let old = page(&repository, "v1.0", "es/index.html");
    let expected = "Esta no es la última versión: después se publicó v1.1. Ir a la versión actual";
    assert_eq!(texts(&old, ".banner"), [expected]);
    assert_eq!(attributes(&old, ".banner a", "href"), ["https://datos.example/politica/es/"]);
    assert!(texts(&page(&repository, "v1.1", "es/index.html"), ".banner").is_empty());
}

#[test]
fn the_first_page_says_how_to_cite_the_edition() {
    let repository = repository();
    let page = page(&repository, "v1.1", "es/index.html");
    assert_eq!(
        texts(&page, ".about p"),
        ["Valle Claro (2024). Datos abiertos (versión 1.1). https://datos.example/politica/es/"]
    );
}

#[test]
fn programs_are_told_what_the_edition_is() {
    let repository = repository();
    let page = page(&repository, "v1.1", "es/index.html");
    let data: serde_json::Value = serde_json::from_str(&texts(&page, "script[type='application/ld+json']")[0]).unwrap();
    assert_eq!(data["@type"], "Legislation");
    assert_eq!(data["url"], "https://datos.example/politica/es/");
    assert_eq!(data["legislationDateVersion"], "2024-03-09");
    assert_eq!(data["hasPart"][1]["url"], "https://datos.example/politica/es/02.html");
    assert_eq!(data["workTranslation"][0]["url"], "https://datos.example/politica/en/");
}

#[test]
fn a_feed_tells_the_releases_and_a_map_the_pages() {
    let repository = repository();
    page(&repository, "v1.1", "es/index.html");
    let read = |name: &str| fs::read_to_string(repository.path(&format!("public-v1.1/{name}"))).unwrap();
    let feed = read("atom.xml");
    let feed = roxmltree::Document::parse(&feed).unwrap();
    let all = |name: &str| -> Vec<String> {
        let elements = feed.descendants().filter(|node| node.has_tag_name(("http://www.w3.org/2005/Atom", name)));
        elements.filter_map(|node| node.text().map(|text| text.trim().to_owned())).collect()
    };
    assert_eq!(all("title"), ["Datos abiertos", "Datos abiertos v1.1", "Datos abiertos v1.0"]);
    assert_eq!(all("updated"), ["2024-03-09T00:00:00Z", "2024-03-09T00:00:00Z", "2023-11-14T00:00:00Z"]);
    assert_eq!(all("name"), ["Valle Claro"]);
    let map = read("sitemap.xml");
    let map = roxmltree::Document::parse(&map).unwrap();
    let pages: Vec<&str> = map
        .descendants()
        .filter(|node| node.has_tag_name(("http://www.sitemaps.org/schemas/sitemap/0.9", "loc")))
        .filter_map(|node| node.text())
        .collect();
    let expected = [
        "en/",
        "en/01.html",
        "en/credits.html",
        "es/",
        "es/01.html",
        "es/02.html",
        "es/cambios.html",
        "es/creditos.html",
        "es/obligaciones.html",
    ];
    assert_eq!(pages, expected.map(|page| format!("https://datos.example/politica/{page}")));
}

#[test]
fn a_policy_of_one_document_has_a_page_for_each_of_its_sections() {
    let manifest = "[policy]\ntitle.es = \"Política\"\nlanguages = [\"es\"]\n";
    let repository = TestRepository::new()
        .file("gaceta.toml", manifest)
        .file(
            "README.md",
            "# Política\n\nDe qué trata.\n\n## Uno\n\nA [dos](#b).\n\n### Dentro\n\nX.\n\n## Dos {#b}\n\nB.\n",
        )
        .commit("uno");
    let opening = page(&repository, "HEAD", "es/readme.html");
    assert_eq!((texts(&opening, "h1"), texts(&opening, "main h2")), (vec!["Política".to_owned()], vec![]));
    let one = page(&repository, "HEAD", "es/uno.html");
    assert_eq!(
        (texts(&one, "h1"), texts(&one, "main .heading h2")),
        (vec!["Uno".to_owned()], vec!["Dentro".to_owned()])
    );
    assert_eq!(attributes(&one, "main article a[href*='b']", "href"), ["b.html#b"]);
    assert_eq!(texts(&page(&repository, "HEAD", "es/b.html"), "h1"), ["Dos"]);
}
