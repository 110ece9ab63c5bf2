//! The typeset edition as a file: how small it is written, what is attached to it, and what the manifest says of its look.
//! The same settings in the web page.

#![cfg(feature = "pdf")]
#![allow(clippy::unwrap_used, reason = "a test that cannot build an edition fails")]

use gaceta::edition::{BuildRequest, Built, build, format};
use gaceta::error::{Error, Result};
use gaceta::policy::IndexedPolicy;
use gaceta::repo::Memory;
use lopdf::{Dictionary, Document, Object};
use std::collections::{BTreeMap, BTreeSet};

const EMBLEM: &str = "<svg xmlns='http://www.w3.org/2000/svg' width='40' height='60'><path d='M0 0h40v60z'/></svg>";
const SANS: &[u8] = include_bytes!("../src/edition/pdf/fonts/SourceSans3-Regular.ttf");
const MONO: &[u8] = include_bytes!("../src/edition/pdf/fonts/DejaVuSansMono.ttf");
const TEXT: &[u8] = "\u{feff}# Capítulo I. Objeto\r\n\r\nTexto con `código` y **énfasis**.\r\n".as_bytes();

/// A manifest with more keys in `[policy]`, and more tables after it.
fn manifest(keys: &str, tables: &str) -> String {
    format!("[policy]\ntitle.es = \"Norma\"\ntitle.en = \"Rule\"\nlanguages = [\"es\", \"en\"]\n{keys}\n{tables}\n")
}

/// The editions of a policy in Spanish, by the ends of their names.
fn editions(manifest: &str, files: &[(&str, &[u8])]) -> Result<BTreeMap<&'static str, Vec<u8>>> {
    let own: [(&str, &[u8]); 3] =
        [("gaceta.toml", manifest.as_bytes()), ("es/01-objeto.md", TEXT), ("en/01-purpose.md", b"# Purpose\n")];
    let files = own.iter().chain(files).map(|(path, bytes)| (*path, bytes.to_vec()));
    let policy = IndexedPolicy::open(Box::new(Memory::new(files).unwrap()))?;
    let formats = ["html", "pdf"].map(|name| format(name).unwrap()).to_vec();
    let Built { files, findings, .. } =
        build(&policy, &BuildRequest { formats, ..BuildRequest::default() }, &mut |_| {})?;
    assert!(findings.is_empty(), "{findings:?}");
    let ends = |name: &str| ["es.html", "es.pdf"].into_iter().find(|end| name.ends_with(end));
    Ok(files.into_iter().filter_map(|file| Some((ends(&file.path)?, file.bytes))).collect())
}

fn pdf(manifest: &str, files: &[(&str, &[u8])]) -> Document {
    Document::load_mem(&editions(manifest, files).unwrap()["es.pdf"]).unwrap()
}

fn html(manifest: &str, files: &[(&str, &[u8])]) -> String {
    String::from_utf8(editions(manifest, files).unwrap().remove("es.html").unwrap()).unwrap()
}

fn failure(manifest: &str, files: &[(&str, &[u8])]) -> (&'static str, Option<(u32, u32)>, Vec<&'static str>) {
    let Error { message, place, hints, .. } = editions(manifest, files).unwrap_err();
    let position = place.and_then(|place| place.position).map(|position| (position.line, position.column));
    (message.id, position, hints.iter().map(|hint| hint.id).collect())
}

fn entry<'a>(document: &'a Document, dictionary: &'a Dictionary, key: &str) -> &'a Object {
    document.dereference(dictionary.get(key.as_bytes()).unwrap()).unwrap().1
}

fn dictionaries(document: &Document) -> impl Iterator<Item = &Dictionary> {
    document.objects.values().filter_map(|object| match object {
        Object::Dictionary(dictionary) => Some(dictionary),
        Object::Stream(stream) => Some(&stream.dict),
        _ => None,
    })
}

fn text_of_page(document: &Document, number: u32) -> String {
    document.extract_text(&[number]).unwrap().split_whitespace().collect()
}

/// What is attached: by name, its relationship, kind and bytes.
fn attachments(document: &Document) -> BTreeMap<String, (String, String, Vec<u8>)> {
    let name = |object: &Object| String::from_utf8(object.as_name().unwrap().to_vec()).unwrap();
    let mut found = BTreeMap::new();
    for file in dictionaries(document).filter(|dictionary| dictionary.has(b"EF")) {
        let stream = entry(document, entry(document, file, "EF").as_dict().unwrap(), "F").as_stream().unwrap();
        let bytes = stream.decompressed_content().unwrap_or_else(|_| stream.content.clone());
        let relationship = file.get(b"AFRelationship").map(name).unwrap_or_default();
        let title = lopdf::decode_text_string(entry(document, file, "UF")).unwrap();
        found.insert(title, (relationship, name(stream.dict.get(b"Subtype").unwrap()), bytes));
    }
    found
}

#[test]
fn the_text_and_the_manifest_are_attached_as_they_are() {
    for date in ["date = 2026-11-22", ""] {
        let manifest = manifest(date, "");
        let document = pdf(&manifest, &[("es/anexo/datos.csv", b"a,b\n"), ("es/anexo/01-objeto.md", b"# Anexo\n")]);
        let attached = attachments(&document);
        let source = |kind: &str, bytes: &[u8]| ("Source".to_owned(), kind.to_owned(), bytes.to_vec());
        let expected = BTreeMap::from([
            ("es-01-objeto.md".to_owned(), source("text/markdown", TEXT)),
            ("es-anexo-01-objeto.md".to_owned(), source("text/markdown", b"# Anexo\n")),
            ("gaceta.toml".to_owned(), source("application/toml", manifest.as_bytes())),
        ]);
        let names = |files: &BTreeMap<String, _>| files.keys().cloned().collect::<Vec<_>>();
        assert_eq!(names(&attached), names(&expected));
        for (name, (relationship, kind, bytes)) in &attached {
            let wanted = &expected[name];
            assert_eq!((kind, bytes), (&wanted.1, &wanted.2), "{name}");
            // Only PDF/A-3, which asks for a date, knows relationships.
            assert!(date.is_empty() || *relationship == wanted.0, "{name}: {relationship}");
        }
        let catalog = document.catalog().unwrap();
        assert_eq!(catalog.has(b"AF"), !date.is_empty());
    }
}

#[test]
fn a_policy_without_a_manifest_has_its_text_attached() {
    let files = Memory::new([("a.md", b"# Uno\n\nLa entidad publicar\xc3\xa1 los datos.\n".to_vec())]).unwrap();
    let policy = IndexedPolicy::open(Box::new(files)).unwrap();
    let request = BuildRequest { formats: vec![format("pdf").unwrap()], ..BuildRequest::default() };
    let built = build(&policy, &request, &mut |_| {}).unwrap();
    let document = Document::load_mem(&built.files[0].bytes).unwrap();
    assert_eq!(attachments(&document).into_keys().collect::<Vec<_>>(), ["a.md"]);
}

#[test]
fn everything_that_can_be_is_in_object_streams() {
    let bytes = &editions(&manifest("date = 2026-11-22", ""), &[]).unwrap()["es.pdf"];
    let find = |wanted: &[u8]| -> Vec<usize> {
        let windows = bytes.windows(wanted.len()).enumerate();
        windows.filter(|(_, window)| *window == wanted).map(|(place, _)| place).collect()
    };
    assert!(bytes.starts_with(b"%PDF-1.7\n%"));
    assert!(bytes[10..14].iter().all(|byte| *byte >= 0x80), "a comment says that the file is binary");
    assert!(find(b"\nxref\n").is_empty() && find(b"\ntrailer\n").is_empty());
    let ends = find(b"endstream");
    assert!(ends.iter().all(|place| bytes[place - 1] == b'\n') && ends.len() == find(b" 0 obj\n").len());
    // What describes the file can be read without unpacking anything.
    assert_eq!(find(b"<pdfaid:part>3<").len(), 1);
    assert!(find(b"/StructElem").is_empty() && find(b"/Catalog").is_empty());
    assert!(find(b"/ID").len() == 1 && find(b"/Encrypt").is_empty());
}

#[test]
fn the_settings_are_seen_in_both_editions() {
    let manifest = manifest(
        "date = 2026-11-22\nin-force = 2027-01-15",
        "[edition]\npaper = \"letter\"\naccent = \"#14507a\"\nlogo = \"img/escudo.svg\"\n\
         logo-alternative.es = \"Escudo \\\"<b>\\\"\"\nlogo-alternative.en = \"Arms\"\n",
    );
    let files: [(&str, &[u8]); 1] = [("img/escudo.svg", EMBLEM.as_bytes())];
    let document = pdf(&manifest, &files);
    for page in document.get_pages().into_values() {
        let media = document.get_dictionary(page).unwrap().get(b"MediaBox").unwrap().as_array().unwrap();
        assert!((media[2].as_float().unwrap() - 612.0).abs() < 0.1);
    }
    let figures = dictionaries(&document).filter_map(|dictionary| dictionary.get(b"Alt").ok());
    let figures: Vec<_> = figures.map(|alternative| lopdf::decode_text_string(alternative).unwrap()).collect();
    assert_eq!(figures, ["Escudo \"<b>\""]);
    assert!(text_of_page(&document, 1).contains("Entraenvigorel15deenerode2027"));
    let page = html(&manifest, &files);
    for part in [
        ":root{--accent:#14507a}",
        "@page{size:letter}",
        "<img src=\"data:image/svg+xml;base64,",
        "alt=\"Escudo &quot;&lt;b&gt;&quot;\"",
        "<time datetime=\"2027-01-15\">Entra en vigor el 15 de enero de 2027</time>",
    ] {
        assert!(page.contains(part), "{part}");
    }
    assert!(!page.contains("font-src"));
}

#[test]
fn own_fonts_are_used_and_no_others() {
    let tables =
        "[edition]\nfonts = \"fuentes\"\nfont.text = \"Source Sans 3\"\nfont.headings = \"DejaVu Sans Mono\"\n";
    let manifest = manifest("date = 2026-11-22", tables);
    let files: [(&str, &[u8]); 3] =
        [("fuentes/a.ttf", SANS), ("fuentes/más/b.TTF", MONO), ("fuentes/LICENSE.txt", b"OFL")];
    let document = pdf(&manifest, &files);
    let fonts = dictionaries(&document).filter_map(|dictionary| dictionary.get(b"FontName").ok());
    let fonts: BTreeSet<_> =
        fonts.map(|name| String::from_utf8(name.as_name().unwrap()[7..].to_vec()).unwrap()).collect();
    assert!(
        fonts.iter().all(|font| font.starts_with("SourceSans3") || font.starts_with("DejaVuSansMono")),
        "{fonts:?}"
    );
    assert!(fonts.contains("SourceSans3-Regular") && fonts.contains("DejaVuSansMono"), "{fonts:?}");
    let page = html(&manifest, &files);
    assert!(page.contains("img-src data:; font-src data:; base-uri"));
    assert_eq!(page.matches("@font-face{").count(), 2);
    assert!(page.contains("font-weight:400;font-style:normal;font-display:swap;src:url(data:font/ttf;base64,AAEAAA"));
    assert!(page.contains(":root{--serif:\"Source\\20 Sans\\20 3\",Georgia,serif}"));
}

#[test]
fn an_own_font_lends_its_characters() {
    // DejaVu Sans Mono alone has the Georgian letters; taken from the policy's folder it is used all the same.
    let manifest = manifest("date = 2026-11-22", "[edition]\nfonts = \"fuentes\"\n");
    let files: [(&str, &[u8]); 2] = [("fuentes/b.ttf", MONO), ("es/02.md", "# Dos\n\nა\n".as_bytes())];
    assert!(text_of_page(&pdf(&manifest, &files), 4).contains('ა'));
}

#[test]
fn what_the_manifest_names_must_be_there() {
    let logo = manifest("", "[edition]\nlogo = \"img/x.svg\"");
    assert_eq!(failure(&logo, &[]), ("edition-logo-missing", Some((7, 8)), vec!["edition-logo-missing-hint"]));
    let gif: (&str, &[u8]) = ("img/x.svg", b"GIF89a....");
    assert_eq!(failure(&logo, &[gif]), ("edition-logo-format", Some((7, 8)), vec!["edition-logo-format-hint"]));
    let scripted = format!("{}<script/></svg>", &EMBLEM[..EMBLEM.len() - 6]);
    assert_eq!(
        failure(&logo, &[("img/x.svg", scripted.as_bytes())]),
        ("pdf-emblem", Some((7, 8)), vec!["pdf-image-hint"])
    );
    let fonts = manifest("", "[edition]\nfonts = \"f\"\nfont.code = \"Nadie\"");
    assert_eq!(failure(&fonts, &[]), ("edition-fonts-none", Some((7, 9)), vec!["edition-fonts-none-hint"]));
    for broken in [b"no font".as_slice(), b"", &MONO[..4000], b"OTTO\0\x0a\0\x80\0\x03\0\x20"] {
        let (id, position, _) = failure(&fonts, &[("f/a.otf", broken)]);
        assert_eq!((id, position), ("edition-font-broken", None));
    }
    let unknown = ("edition-font-unknown", Some((8, 13)), vec!["edition-font-unknown-hint"]);
    assert_eq!(failure(&fonts, &[("f/a.ttf", MONO)]), unknown);
    let no_folder = manifest("", "[edition]\nfont.code = \"Nadie\"");
    let hint = vec!["edition-font-no-folder-hint"];
    assert_eq!(failure(&no_folder, &[]), ("edition-font-unknown", Some((7, 13)), hint));
}

/// The texts that a page shows, in the order in which they are drawn, and whether each is an artifact.
fn drawn(document: &Document, page: u32) -> Vec<bool> {
    let content = document.get_and_decode_page_content(document.get_pages()[&page]).unwrap();
    let (mut marks, mut texts) = (Vec::new(), Vec::new());
    for operation in content.operations {
        match operation.operator.as_str() {
            "BMC" | "BDC" => marks.push(operation.operands[0].as_name().unwrap() == b"Artifact"),
            "EMC" => drop(marks.pop()),
            "Tj" | "TJ" => texts.push(marks.contains(&true)),
            _ => {}
        }
    }
    texts
}

#[test]
fn every_page_of_a_draft_is_marked_outside_its_text() {
    for (status, word) in [("draft", Some("BORRADOR")), ("consultation", Some("CONSULTA")), ("in-force", None)] {
        let manifest = manifest(&format!("date = 2026-11-22\nstatus = \"{status}\""), "");
        let document = pdf(&manifest, &[]);
        for page in document.get_pages().into_keys() {
            let text = text_of_page(&document, page);
            let marks = ["BORRADOR", "CONSULTA"].iter().map(|mark| text.matches(mark).count()).sum::<usize>();
            assert_eq!(marks, usize::from(word.is_some()), "{text}");
            assert!(word.is_none_or(|word| text.starts_with(word)), "what is behind the text is drawn first: {text}");
            let drawn = drawn(&document, page);
            assert!(drawn[0] == word.is_some() || page > 1, "{drawn:?}");
            assert!(drawn.contains(&false));
        }
    }
}
