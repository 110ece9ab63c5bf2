use super::{FieldText, Publication, Target};
use crate::model::{Document, Language};
use crate::policy::IndexedPolicy;
use crate::repo::Memory;

const MANIFEST: &str = r#"
[policy]
title.es = "Política"
languages = ["es"]
[fields.entidad]
description.es = "Nombre del municipio"
[fields.portal]
value = "datos.mx"
"#;

fn with(files: &[(&str, &str)], check: impl FnOnce(&Publication<'_>)) {
    let files = files.iter().map(|(path, text)| (*path, text.as_bytes().to_vec()));
    let files = files.chain([("gaceta.toml", MANIFEST.as_bytes().to_vec())]);
    let policy = IndexedPolicy::open(Box::new(Memory::new(files).unwrap())).unwrap();
    let language = Language::new("es").unwrap();
    let texts: Vec<_> =
        policy.documents.iter().map(|entry| (entry.path.clone(), policy.text(&entry.path).unwrap())).collect();
    let documents: Vec<Document<'_>> = texts.iter().map(|(path, text)| policy.parse(path, text)).collect();
    check(&Publication::new(&policy, &language, &documents, None).unwrap());
}

#[test]
fn anchors_are_unique_in_the_edition_and_links_follow_them() {
    let first = "# Objeto\n\n## Alcance\n\n<a name=\"viejo\"></a>\n";
    let second = "# Objeto\n\n# Otro {#otro}\n";
    with(&[("a.md", first), ("sub/b.md", second), ("c.md", "sin títulos")], |publication| {
        let [a, c, b] = publication.documents else { panic!() };
        assert_eq!(publication.anchor(b, &b.sections[0]), "sub-b-objeto");
        let internal = |anchor: &str| Target::Internal(anchor.to_owned());
        assert_eq!(publication.target(a, "#alcance"), internal("alcance"));
        assert_eq!(publication.target(a, "#Alcance"), internal("alcance"));
        assert_eq!(publication.target(a, "#viejo"), internal("alcance"));
        assert_eq!(publication.target(a, "sub/b.md#objeto"), internal("sub-b-objeto"));
        assert_eq!(publication.target(b, "../a.md"), internal("objeto"));
        assert_eq!(publication.target(b, "../c.html"), internal("c"));
        assert_eq!(publication.document_anchor(c), "c");
        for nowhere in ["#no", "d.md", "../../x", "", "sub/b.md#no"] {
            assert_eq!(publication.target(a, nowhere), Target::Nowhere, "{nowhere}");
        }
    });
}

#[test]
fn links_reach_clauses_by_their_address() {
    let first = "# Objeto {#objeto}\n\nI. Uno:\n\na) Dos\n\n- IV. Tres\n";
    let second = "I. Antes\n\n# Otro {#objeto}\n\nI. Uno\n\nI. Dos\n\n# Ajeno {#objeto.I}\n";
    with(&[("a.md", first), ("b.md", second)], |publication| {
        let [a, b] = publication.documents else { panic!() };
        let internal = |anchor: &str| Target::Internal(anchor.to_owned());
        assert_eq!(publication.target(b, "a.md#objeto.I.a"), internal("objeto.I.a"));
        // A heading of the second document has taken the name.
        assert_eq!(publication.target(a, "#objeto.I"), internal("objeto.I-2"));
        assert_eq!(publication.target(b, "#objeto.I"), internal("objeto.I"));
        assert_eq!(publication.target(b, "#I"), internal("I"));
        assert_eq!(publication.target(b, "#objeto.II"), Target::Nowhere);
        let mut anchors: Vec<&str> = publication.every_anchor().collect();
        anchors.sort_unstable();
        anchors.dedup();
        let expected = [
            "I",
            "b-objeto",
            "b-objeto.I",
            "b-objeto.I-2",
            "objeto",
            "objeto.I",
            "objeto.I-2",
            "objeto.I.a",
            "objeto.IV",
        ];
        assert_eq!(anchors, expected);
    });
}

#[test]
fn only_harmless_schemes_leave_the_edition() {
    with(&[("a.md", "x")], |publication| {
        let document = &publication.documents[0];
        for address in ["https://a.mx/x?y#z", "HTTP://a.mx", "mailto:a@b.mx", "tel:+52"] {
            assert_eq!(publication.target(document, address), Target::External(address.to_owned()));
        }
        assert_eq!(publication.target(document, "//a.mx"), Target::External("https://a.mx".to_owned()));
        for address in [
            "javascript:alert(1)",
            "JavaScript:x",
            "data:text/html,x",
            "file:///etc/passwd",
            "java\nscript:x",
            "vbscript:x",
            "https://a\u{0}b",
        ] {
            assert_eq!(publication.target(document, address), Target::Nowhere, "{address}");
        }
    });
}

#[test]
fn notes_are_numbered_by_their_first_reference() {
    let text = "Uno[^b] dos[^a] tres[^b].\n\n[^a]: A[^c]\n[^b]: B\n[^c]: C[^c]\n[^d]: nadie\n";
    with(&[("a.md", text), ("b.md", "Otra[^a].\n\n[^a]: A2\n")], |publication| {
        let told: Vec<_> = publication
            .notes()
            .iter()
            .map(|note| (note.number, note.label, note.document.path.as_str(), note.references))
            .collect();
        assert_eq!(told, [(1, "b", "a.md", 2), (2, "a", "a.md", 1), (3, "c", "a.md", 2), (4, "a", "b.md", 1)]);
        assert_eq!(publication.note(&publication.documents[1], "A").map(|note| note.number), Some(4));
        assert!(publication.note(&publication.documents[0], "d").is_none());
    });
}

#[test]
fn images_are_files_of_the_policy_only() {
    with(
        &[("es/a.md", "![x](../img/a.svg?v=1) ![y](../../b.svg) ![z](https://c.mx/c.svg)"), ("img/a.svg", "<svg/>")],
        |publication| {
            let document = &publication.documents[0];
            assert!(publication.image(document, "../img/a.svg?v=1").is_some());
            assert!(publication.image(document, "../../b.svg").is_none());
            assert!(publication.image(document, "https://c.mx/c.svg").is_none());
        },
    );
}

#[test]
fn fields_are_filled_or_blank() {
    with(&[("a.md", "x")], |publication| {
        assert_eq!(publication.field("portal"), FieldText::Value("datos.mx"));
        assert_eq!(publication.field("entidad"), FieldText::Blank { description: "Nombre del municipio", example: "" });
        assert_eq!(publication.field("nadie"), FieldText::Blank { description: "nadie", example: "" });
    });
}
