//! What stands behind the text of the editions: in the PDF a chapter each, in the site a page each.

#![cfg(feature = "pdf")]
#![allow(clippy::unwrap_used, reason = "a test that cannot build an edition fails")]

use gaceta::diff;
use gaceta::edition::{
    Background, BuildRequest, Changes, Credit, Credits, LanguageBackground, Story, StoryChange, build, format,
};
use gaceta::model::{Language, Message};
use gaceta::policy::IndexedPolicy;
use gaceta::repo::Memory;
use lopdf::{Document, Object};
use std::collections::BTreeMap;

const OLD: (&str, &str) = (
    "# Reglas {#reglas}\n\n## Artículo 1. Plazo {#plazo}\n\nLa Unidad deberá publicar los datos.\n",
    "# Inicio {#inicio}\n\nAlgo antes.\n\n## Artículo 2. Nada {#nada}\n\nNada.\n",
);
const NEW: (&str, &str) = (
    "# Reglas {#reglas}\n\n## Artículo 1. Plazo {#plazo}\n\nLa Unidad deberá publicar todos los datos.\n",
    "# Inicio {#inicio}\n\nAlgo después.\n\n## Artículo 2. Nada {#nada}\n\nNada.\n",
);
const EMBLEM: &str = "<svg xmlns='http://www.w3.org/2000/svg' width='40' height='60'><path d='M0 0h40v60z'/></svg>";

/// A policy with these lines in the table `edition`.
fn policy((text, beginning): (&str, &str), edition: &str) -> IndexedPolicy {
    let manifest = format!(
        "[policy]\ntitle.es = \"Norma\"\nlanguages = [\"es\"]\ndate = 2026-11-22\n\
         [edition]\nlogo = \"escudo.svg\"\naccent = \"#14507a\"\n{edition}\n[aliases]\nplazo-viejo = \"plazo\"\n"
    );
    let files = [("gaceta.toml", manifest.as_str()), ("02-reglas.md", text), ("01-inicio.md", beginning)];
    let files = files.into_iter().chain([("escudo.svg", EMBLEM)]);
    IndexedPolicy::open(Box::new(Memory::new(files.map(|(path, text)| (path, text.as_bytes().to_vec()))).unwrap()))
        .unwrap()
}

/// What the history tells: each change by its number, and one person.
fn background(old: &IndexedPolicy, new: &IndexedPolicy) -> Background {
    let comparison = diff::compare(old, new, &[]);
    let told = |(number, change): (usize, &diff::Change)| {
        let place = change.new.as_ref()?;
        let told = StoryChange {
            class: format!("clase-{number}"),
            event: None,
            title: Some("Plazo".to_owned()),
            language: None,
            place: format!("lugar-{number}"),
            details: vec!["además".to_owned()],
            concerns_norms: change.class.concerns_norms(),
            path: place.path.clone(),
        };
        Some((number, told))
    };
    let changes = comparison.changes.iter().enumerate().filter_map(told).collect();
    let story = Story { summary: vec!["Cambió un plazo.".to_owned()], changes, ..Story::default() };
    let person = Credit {
        name: "Ana Ruiz".to_owned(),
        words: "12".to_owned(),
        share: "100 %".to_owned(),
        thousandths: 1000,
        contributions: "traducción".to_owned(),
    };
    let told = LanguageBackground {
        changes: Some(Changes { since: "v1.0".to_owned(), comparison, story }),
        credits: Some(Credits { summary: "12 palabras.".to_owned(), people: vec![person] }),
    };
    Background { languages: vec![(Language::new("es").unwrap(), told)], ..Background::default() }
}

/// The files of the editions of the new text, by their paths.
fn built(edition: &str) -> BTreeMap<String, Vec<u8>> {
    let new = policy(NEW, edition);
    let background = background(&policy(OLD, edition), &new);
    let formats = ["site", "pdf"].map(|name| format(name).unwrap()).to_vec();
    let request = BuildRequest { formats, background, ..BuildRequest::default() };
    let built = build(&new, &request, &mut |_| {}).unwrap();
    assert!(built.findings.is_empty(), "{:?}", built.findings);
    built.files.into_iter().map(|file| (file.path, file.bytes)).collect()
}

fn pdf(edition: &str) -> Document {
    Document::load_mem(&built(edition)["norma.es.pdf"]).unwrap()
}

/// The text of each page without its white space.
fn pages(document: &Document) -> Vec<String> {
    let text = |page| document.extract_text(&[page]).unwrap().split_whitespace().collect();
    document.get_pages().into_keys().map(text).collect()
}

/// The names that links from outside can lead to.
fn names(document: &Document) -> Vec<String> {
    let inner = |object: &Object, key: &str| {
        document.dereference(object).unwrap().1.as_dict().unwrap().get(key.as_bytes()).unwrap().clone()
    };
    let names = ["Names", "Dests", "Names"]
        .iter()
        .fold(Object::Dictionary(document.catalog().unwrap().clone()), |object, key| inner(&object, key));
    let text = |object: &Object| Some(String::from_utf8_lossy(object.as_str().ok()?).into_owned());
    names.as_array().unwrap().iter().filter_map(text).collect()
}

#[test]
fn each_annex_is_a_chapter_of_the_pdf_behind_the_text() {
    let pages = pages(&pdf(""));
    // Cover, contents, two chapters of the text, three annexes.
    assert_eq!(pages.len(), 7, "{pages:?}");
    for (title, page) in [("Obligaciones", 5), ("Cambiosdesdev1.0", 6), ("Quiéneslaescribieron", 7)] {
        assert!(pages[1].contains(&format!("{title}{page}")), "{}", pages[1]);
        assert!(pages[page - 1].starts_with(title), "{}", pages[page - 1]);
    }
    let register = "ReglasQuiénQuéPlazoDóndeLaUnidadDEBELaUnidaddeberápublicartodoslosdatos.—Artículo1p.4";
    assert!(pages[4].contains(register), "{}", pages[4]);
    assert!(pages[6].contains("12palabras.PersonaPalabrasPorcentajeAnaRuiztraducción12100%"), "{}", pages[6]);
}

#[test]
fn changes_say_their_text_those_of_norms_first_and_the_heading_leads_to_them() {
    let document = pdf("");
    let pages = pages(&document);
    let changes = diff::compare(&policy(OLD, ""), &policy(NEW, ""), &[]).changes;
    let (norms, rest): (Vec<usize>, Vec<usize>) =
        (0..changes.len()).partition(|number| changes[*number].class.concerns_norms());
    // The first change is on page 3, the second, which is of a norm, on page 4.
    let text = ["Algoantesdespués.", "LaUnidaddeberápublicartodoslosdatos."];
    let told = |number: usize| format!("clase-{number}Plazo,p.{}además{}", number + 3, text[number]);
    let place = |number: usize| pages[5].find(&told(number)).unwrap_or_else(|| panic!("{}", pages[5]));
    assert_eq!((norms.as_slice(), rest.as_slice()), ([1].as_slice(), [0].as_slice()));
    let told: Vec<usize> = norms.into_iter().chain(rest).map(place).collect();
    assert!(told.is_sorted(), "{}", pages[5]);
    // Of the two sections of each chapter one changed.
    for page in &pages[2..4] {
        assert_eq!(page.matches("Cambiódesdev1.0").count(), 1, "{page}");
    }
}

#[test]
fn what_changed_reads_as_in_the_edition() {
    let old = ("# Reglas {#reglas}\n\nDe {{ entidad }} gestione.\n\n<!-- uno -->\n\n```sh\ncorre uno\n```\n", OLD.1);
    let new = (
        "# Reglas {#reglas}\n\nDe {{ entidad }} gestione <b>y</b> publique a < b.\n\n<!-- dos -->\n\n```sh\ncorre dos\n```\n",
        OLD.1,
    );
    let edition = "annexes = [\"changes\"]\n[fields.entidad]\nvalue.es = \"Xalapa\"";
    let (old, new) = (policy(old, edition), policy(new, edition));
    let request = BuildRequest {
        formats: vec![format("pdf").unwrap()],
        background: background(&old, &new),
        ..BuildRequest::default()
    };
    let built = build(&new, &request, &mut |_| {}).unwrap();
    let pages = pages(&Document::load_mem(&built.files[0].bytes).unwrap());
    let annex = pages.last().unwrap();
    assert!(annex.contains("DeXalapagestioneypubliquea<b."), "{annex}");
    assert!(annex.contains("correunocorredos"), "{annex}");
    for markup in ["entidad", "<!--", "```", "<b>"] {
        assert!(!annex.contains(markup), "{markup}: {annex}");
    }
}

#[test]
fn a_name_that_no_font_can_set_is_told() {
    let new = policy(NEW, "");
    let mut background = background(&policy(OLD, ""), &new);
    let credits = background.languages[0].1.credits.as_mut().unwrap();
    credits.people[0].name = "Ana 李".to_owned();
    let request = BuildRequest { formats: vec![format("pdf").unwrap()], background, ..BuildRequest::default() };
    let built = build(&new, &request, &mut |_| {}).unwrap();
    let message = Message::new("pdf-name").with("name", "Ana 李").with("replacement", "Ana [U+674E]");
    let told = built.findings.into_iter().map(|finding| (finding.path.to_string(), finding.message));
    assert_eq!(told.collect::<Vec<_>>(), [("gaceta.toml".to_owned(), message)]);
}

#[test]
fn the_manifest_chooses_the_annexes_and_their_order() {
    let files = ["es/obligaciones.html", "es/cambios.html", "es/creditos.html"];
    for (annexes, titles, kept) in [
        ("annexes = []", [].as_slice(), [].as_slice()),
        ("annexes = [\"credits\", \"obligations\"]", &["Quiéneslaescribieron", "Obligaciones"], &[0, 2]),
    ] {
        let built = built(annexes);
        let pages = pages(&Document::load_mem(&built["norma.es.pdf"]).unwrap());
        assert_eq!(pages.len(), 4 + titles.len(), "{pages:?}");
        assert!(pages[4..].iter().zip(titles).all(|(page, title)| page.starts_with(title)), "{pages:?}");
        assert!(!pages[2].contains("Cambió"), "nothing is there to lead to: {}", pages[2]);
        let found: Vec<usize> = (0..files.len()).filter(|file| built.contains_key(files[*file])).collect();
        assert_eq!(found, kept);
    }
}

#[test]
fn older_names_of_a_section_lead_to_it_in_the_pdf() {
    let names = names(&pdf(""));
    for name in ["plazo", "plazo-viejo"] {
        assert_eq!(names.iter().filter(|found| *found == name).count(), 1, "{name}: {names:?}");
    }
}

#[test]
fn the_first_pages_show_the_emblem_and_the_accent() {
    let built = built("");
    let text = |path: &str| String::from_utf8(built[path].clone()).unwrap();
    let index = text("index.html");
    assert!(index.contains("<p class=\"logo\"><img src=\"data:image/svg+xml;base64,"), "{index}");
    assert!(index.contains("--accent:#14507a"), "{index}");
    let front = text("es/index.html");
    let image = front.split("<p class=\"logo\"><img src=\"").nth(1).and_then(|rest| rest.split('"').next()).unwrap();
    assert!(image.starts_with("img/"), "{image}");
    assert_eq!(built[&format!("es/{image}")], EMBLEM.as_bytes());
}
