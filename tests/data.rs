//! The data edition: held against its schema, against what the text says, and against the anchors of the web page.

#![allow(clippy::unwrap_used, reason = "a test that cannot build an edition fails")]

#[path = "../src/report/schema.rs"]
mod schema;

use gaceta::edition::{BuildRequest, build, format};
use gaceta::error::Error;
use gaceta::policy::IndexedPolicy;
use gaceta::repo::{Folder, Memory};
use scraper::{Html, Selector};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::path::Path;

fn of_folder(path: &str) -> IndexedPolicy {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    IndexedPolicy::open(Box::new(Folder::open(&folder).unwrap())).unwrap()
}

fn of_files(files: &[(&str, &str)]) -> IndexedPolicy {
    IndexedPolicy::open(Box::new(Memory::new(files.iter().copied()).unwrap())).unwrap()
}

/// The data of each language with the web page of the same.
fn editions(policy: &IndexedPolicy) -> Vec<(Value, Html)> {
    let formats = ["html", "data"].map(|name| format(name).unwrap()).to_vec();
    let built = build(policy, &BuildRequest { formats, ..BuildRequest::default() }, &mut |_| {}).unwrap();
    let of = |format| built.files.iter().filter(move |file| file.format == Some(format));
    let pairs = of("data").zip(of("html"));
    pairs
        .map(|(data, html)| {
            assert_eq!(data.language, html.language);
            let page = Html::parse_document(std::str::from_utf8(&html.bytes).unwrap());
            (serde_json::from_slice(&data.bytes).unwrap(), page)
        })
        .collect()
}

fn data(policy: &IndexedPolicy) -> Value {
    editions(policy).remove(0).0
}

/// The first problem of building the data alone.
fn refused(policy: &IndexedPolicy) -> Option<Error> {
    let request = BuildRequest { formats: vec![format("data").unwrap()], ..BuildRequest::default() };
    build(policy, &request, &mut |_| {}).err()
}

/// Every value under one of these keys, wherever it stands.
fn under<'a>(value: &'a Value, keys: &[&str], found: &mut Vec<&'a str>) {
    match value {
        Value::Object(members) => {
            for (key, member) in members {
                found.extend(member.as_str().filter(|_| keys.contains(&key.as_str())));
                under(member, keys, found);
            }
        }
        Value::Array(items) => items.iter().for_each(|item| under(item, keys, found)),
        _ => {}
    }
}

#[test]
fn the_data_follow_the_published_schema() {
    let published = serde_json::from_str(include_str!("../src/edition/schemas/data.schema.json")).unwrap();
    let small = of_files(&[("a.md", "Antes.\n\n## Uno\n\nI. Dos.\n"), ("b.md", "")]);
    for policy in [of_folder("tests/fixtures/every-construct"), of_folder("policy"), small] {
        for (data, _) in editions(&policy) {
            assert_eq!(schema::violations(&published, &data), Vec::<String>::new());
        }
    }
}

#[test]
fn every_anchor_is_one_of_the_web_page() {
    for path in ["tests/fixtures/every-construct", "policy"] {
        for (data, page) in editions(&of_folder(path)) {
            let identified = Selector::parse("[id]").unwrap();
            let ids: BTreeSet<&str> = page.select(&identified).filter_map(|element| element.value().id()).collect();
            let mut anchors = Vec::new();
            under(&data, &["anchor", "section", "clause"], &mut anchors);
            assert!(anchors.len() > 4);
            for anchor in anchors {
                assert!(ids.contains(anchor), "{path}: {anchor}");
            }
        }
    }
}

#[test]
fn what_a_section_says_is_told_as_it_is_read() {
    let data = data(&of_folder("tests/fixtures/every-construct"));
    let chapter = &data["documents"][0]["sections"][0];
    let article = &chapter["sections"][0];
    assert_eq!(chapter["designator"], json!({ "kind": "chapter", "number": 1, "suffix": null, "label": "Capítulo I" }));
    assert_eq!(
        (&article["anchor"], &article["id"], &article["level"]),
        (&json!("plazos"), &json!("plazos"), &json!(2))
    );
    assert_eq!(article["source"], json!({ "path": "es/01-objeto.md", "start_line": 3, "end_line": 16 }));
    let text = "La entidad, en su caso, deberá publicar ayer hoy los datos de [el municipio] en datos.example.org.\n\n\
        I. Con el formato CSV:\n\na) en quince días, y\n\nb) sin costo.\n\n\
        II. Según la fracción I, inciso b, el anexo, la guía y nada.";
    assert_eq!(article["text"], text);
    let markdown = article["markdown"].as_str().unwrap();
    assert!(markdown.starts_with("La entidad, *en su caso*, **deberá**") && markdown.ends_with("son **naturales**."));
    // What leads nowhere is no link.
    let link = |text: &str, anchor: Option<&str>, address: Option<&str>| json!({ "text": text, "anchor": anchor, "address": address, "title": null });
    let links = json!([
        link("fracción I, inciso b", Some("plazos.I.b"), None),
        link("anexo", Some("tablas"), None),
        link("la guía", None, Some("https://example.org/guía")),
    ]);
    assert_eq!(article["links"], links);
    assert_eq!(
        (&article["footnotes"], &data["footnotes"][0]["text"]),
        (&json!([1]), &json!("Los plazos son naturales."))
    );
    let clause = &article["clauses"][2];
    assert_eq!(clause["address"], json!(["Capítulo I", "Artículo 1o", "I", "b"]));
    assert_eq!((&clause["anchor"], &clause["text"]), (&json!("plazos.I.b"), &json!("b) sin costo.")));
    assert_eq!(clause["source"]["start_line"], 11);
    // Lists, a quotation, code and a definition list.
    let lists =
        "3. Tres\n4. Cuatro\n\n- [x] Revisado\n- [ ] Publicado\n\nCita de otro texto.\n\na,b\n\nDato\n  Un valor.";
    assert_eq!(chapter["sections"][1]["text"], lists);
    let annex = &data["documents"][1]["sections"][0];
    let table = "Campo\tTipo\tLargo\nnombre\ttexto\t10\nfecha\tAAAA-MM-DD\t8\n\nUn círculo rojo\n\n\
        Un renglón\ny otro, de vuelta.sin marca";
    assert_eq!(annex["text"], table);
    let image =
        json!({ "alternative": "Un círculo rojo", "caption": "Figura 1. Un círculo", "path": "es/circulo.svg" });
    assert_eq!(annex["images"], json!([image]));
}

#[test]
fn words_are_those_of_titles_and_texts() {
    let text = "Antes de todo.\n\n# Uno\n\nDos tres.[^n]\n\n## Cuatro\n\n- Cinco {{ seis }}\n\n[^n]: Siete ocho.\n";
    let manifest = "[fields.seis]\nvalue = \"seis y media\"\n";
    let data = data(&of_files(&[("gaceta.toml", manifest), ("a.md", text)]));
    let document = &data["documents"][0];
    let (outer, inner) = (&document["sections"][0], &document["sections"][0]["sections"][0]);
    assert_eq!((&document["preamble"]["words"], &outer["words"], &inner["words"]), (&json!(3), &json!(3), &json!(5)));
    assert_eq!(
        (&document["words"], &data["footnotes"][0]["words"], &data["words"]),
        (&json!(11), &json!(2), &json!(13))
    );
    assert_eq!(inner["text"], "- Cinco seis y media");
}

#[test]
fn norms_and_terms_are_told_with_fields_filled_in_and_the_anchors_of_the_edition() {
    let manifest = "[policy]\nlanguages = [\"es\"]\n[fields.oficina]\nvalue = \"Oficina de Datos\"\n\
        [fields.plazo]\ndescription.es = \"el plazo\"\n";
    let one = "# Objeto\n\n## Deberes\n\nI. La {{ oficina }} deberá responder en {{ plazo }}.\n";
    let other = "# Otro objeto\n\n## Deberes\n\nI. El municipio no podrá cobrar, en diez días hábiles.\n\n\
        ## Definiciones\n\nSe entenderá por:\n\nI. Portal: el sitio de la {{ oficina }}.\n";
    let data = data(&of_files(&[("gaceta.toml", manifest), ("a.md", one), ("b.md", other)]));
    let norms = data["norms"].as_array().unwrap();
    assert_eq!(norms.len(), 2);
    let told = |norm: &Value| {
        let text = |key: &str| norm[key].as_str().unwrap_or_default().to_owned();
        [text("strength"), text("agent"), text("text"), text("section"), text("clause")]
    };
    let duty = "La Oficina de Datos deberá responder en [el plazo].";
    assert_eq!(told(&norms[0]), ["must", "La Oficina de Datos", duty, "deberes", "deberes.I"]);
    let ban = "El municipio no podrá cobrar, en diez días hábiles.";
    assert_eq!(told(&norms[1]), ["must-not", "El municipio", ban, "b-deberes", "b-deberes.I"]);
    let deadline = &norms[1]["deadline"];
    assert_eq!((&deadline["amount"], &deadline["unit"]), (&json!(10), &json!("working-days")));
    let term = json!({
        "term": "Portal",
        "acronym": null,
        "kind": "formal",
        "meaning": "el sitio de la Oficina de Datos.",
        "local": false,
        "section": "definiciones",
        "clause": "definiciones.I",
        "source": { "path": "b.md", "start_line": 11, "end_line": 11 },
    });
    assert_eq!(data["terms"], json!([term]));
    let field = |name: &str, description: Option<&str>, value: Option<&str>, uses: usize| json!({ "name": name, "description": description, "example": null, "value": value, "uses": uses });
    let fields =
        json!([field("oficina", None, Some("Oficina de Datos"), 2), field("plazo", Some("el plazo"), None, 1),]);
    assert_eq!(data["fields"], fields);
}

#[test]
fn a_field_that_nobody_declared_is_blank() {
    let data = data(&of_files(&[("a.md", "# Uno\n\nDe {{ nadie }}.\n")]));
    assert_eq!(data["documents"][0]["sections"][0]["text"], "De [nadie].");
    let field = json!({ "name": "nadie", "description": null, "example": null, "value": null, "uses": 1 });
    assert_eq!(data["fields"], json!([field]));
}

#[test]
fn nothing_is_hidden_in_the_bytes() {
    let policy =
        of_files(&[("a.md", "# Uno \u{202e}dos\n\n`a\u{7f}\u{200b}` ![x](../../etc/passwd) [y](javascript:z)\n")]);
    let request = BuildRequest { formats: vec![format("data").unwrap()], ..BuildRequest::default() };
    let built = build(&policy, &request, &mut |_| {}).unwrap();
    let text = std::str::from_utf8(&built.files[0].bytes).unwrap();
    assert!(!text.contains(['\u{202e}', '\u{7f}', '\u{200b}']), "{text}");
    let data: Value = serde_json::from_str(text).unwrap();
    let section = &data["documents"][0]["sections"][0];
    assert_eq!(section["title"], "Uno \u{202e}dos");
    assert_eq!((&section["links"], &section["images"][0]["path"]), (&json!([]), &Value::Null));
}

#[test]
fn fields_cannot_fill_the_memory() {
    let manifest = format!("[fields.a]\nvalue = \"{}\"\n", "x".repeat(1 << 20));
    let policy =
        |uses: usize| of_files(&[("gaceta.toml", &manifest), ("a.md", &format!("# A\n\n{}\n", "{{a}} ".repeat(uses)))]);
    let id = |uses| refused(&policy(uses)).map(|error| error.message.id);
    // Once for the text, and once for the norms.
    assert_eq!(id(31), None);
    assert_eq!(id(33), Some("edition-data-too-large"));
    assert_eq!(id(100_000), Some("edition-data-too-large"));
}
