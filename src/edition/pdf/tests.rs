use super::pdf;
use crate::edition::publication::Publication;
use crate::error::Error;
use crate::model::{Document, Language, Span};
use crate::policy::IndexedPolicy;
use crate::repo::Memory;

const MANIFEST: &str = r#"
[policy]
title.es = "Política de datos"
version = "1.2"
status = "in-force"
date = 2026-11-22
languages = ["es"]
[fields.entidad]
description.es = "nombre del municipio"
[fields.lleno]
value = "Valle Claro"
"#;

type Told = Vec<(&'static str, Span)>;

fn set_files(files: &[(&str, &[u8])]) -> Result<(Vec<u8>, Told), Error> {
    let manifest = [("gaceta.toml", MANIFEST.as_bytes())];
    let given = files.iter().any(|(path, _)| *path == "gaceta.toml");
    let manifest = manifest.iter().filter(|_| !given).copied();
    let files = files.iter().copied().chain(manifest).map(|(path, bytes)| (path, bytes.to_vec()));
    let policy = IndexedPolicy::open(Box::new(Memory::new(files).unwrap())).unwrap();
    let texts: Vec<_> =
        policy.documents.iter().map(|entry| (entry.path.clone(), policy.text(&entry.path).unwrap())).collect();
    let documents: Vec<Document<'_>> = texts.iter().map(|(path, text)| policy.parse(path, text)).collect();
    let publication = Publication::new(&policy, &Language::new("es").unwrap(), &documents, None)?;
    let mut report = Vec::new();
    let bytes = pdf(&publication, &mut report)?;
    Ok((bytes, report.into_iter().map(|finding| (finding.rule, finding.span)).collect()))
}

/// Sets one document that keeps PDF/A-3a and PDF/UA-1, and tells what was replaced in it.
fn set(text: &str) -> (lopdf::Document, Told) {
    let (bytes, told) = set_files(&[("a.md", text.as_bytes())]).unwrap();
    assert!(told.iter().all(|(rule, _)| *rule != "pdf-standard"), "{told:?}");
    (lopdf::Document::load_mem(&bytes).unwrap(), told)
}

/// What was replaced in a document, as rules and the text that they point at.
fn told(text: &str) -> Vec<(&'static str, &str)> {
    set(text).1.into_iter().map(|(rule, span)| (rule, &text[span.range()])).collect()
}

/// The text of a PDF without its white space, which is a matter of places on the page.
fn text_of(document: &lopdf::Document) -> String {
    let pages: Vec<u32> = document.get_pages().keys().copied().collect();
    document.extract_text(&pages).unwrap().split_whitespace().collect()
}

#[test]
fn the_same_publication_gives_the_same_bytes() {
    let files: [(&str, &[u8]); 2] =
        [("a.md", b"# Uno {#uno}\n\nTexto[^1] y [b](b.md).\n\n[^1]: Nota.\n"), ("b.md", b"# Dos\n\n- a\n- b\n")];
    let first = set_files(&files).unwrap().0;
    comemo::evict(0);
    assert!(first == set_files(&files).unwrap().0);
}

#[test]
fn the_cover_tells_what_the_policy_is() {
    let (document, _) = set("# Uno\n\nTexto.\n");
    let cover: String = document.extract_text(&[1]).unwrap().split_whitespace().collect();
    assert_eq!(cover, "PolíticadedatosVersión1.2Vigente22denoviembrede2026");
}

#[test]
fn contents_and_foot_of_the_page_are_in_the_language() {
    let (document, _) = set("# Capítulo I. Objeto\n\n## Artículo 1o. Fin\n\nTexto.\n");
    let contents: String = document.extract_text(&[2]).unwrap().split_whitespace().collect();
    assert_eq!(contents, "ÍndiceCapítuloI.Objeto3Artículo1o.Fin3página2de3");
}

#[test]
fn the_document_is_tagged_titled_and_bookmarked() {
    let (bytes, _) = set_files(&[("a.md", b"# Uno\n\n## Dos\n\nTexto.\n")]).unwrap();
    let document = lopdf::Document::load_mem(&bytes).unwrap();
    let catalog = document.catalog().unwrap();
    assert_eq!(catalog.get(b"Lang").unwrap().as_str().unwrap(), b"es-MX");
    for key in ["StructTreeRoot", "MarkInfo", "Outlines", "OutputIntents"] {
        assert!(catalog.has(key.as_bytes()), "{key}");
    }
    let metadata = document.get_object(catalog.get(b"Metadata").unwrap().as_reference().unwrap()).unwrap();
    let metadata = String::from_utf8(metadata.as_stream().unwrap().content.clone()).unwrap();
    for part in ["<pdfaid:part>3<", "<pdfaid:conformance>A<", "<pdfuaid:part>1<", ">Política de datos<", "2026-11-22"]
    {
        assert!(metadata.contains(part), "{part}");
    }
}

#[test]
fn the_paper_is_what_was_asked_for() {
    for (paper, width) in [("a4", 595.28_f32), ("letter", 612.0)] {
        let manifest = format!("{MANIFEST}[edition]\npaper = \"{paper}\"\n");
        let (bytes, _) = set_files(&[("a.md", b"# Uno\n"), ("gaceta.toml", manifest.as_bytes())]).unwrap();
        let document = lopdf::Document::load_mem(&bytes).unwrap();
        for page in document.get_pages().into_values() {
            let media = document.get_dictionary(page).unwrap().get(b"MediaBox").unwrap().as_array().unwrap();
            assert!((media[2].as_float().unwrap() - width).abs() < 0.1);
        }
    }
}

#[test]
fn without_a_date_only_pdf_ua_is_promised() {
    let files: [(&str, &[u8]); 2] = [("a.md", b"# Uno\n"), ("gaceta.toml", b"[policy]\nlanguages = [\"es\"]\n")];
    let (bytes, told) = set_files(&files).unwrap();
    assert_eq!(told, []);
    let text = String::from_utf8_lossy(&bytes);
    assert!(text.contains("<pdfuaid:part>1<") && !text.contains("pdfaid:part"));
}

#[test]
fn a_long_text_takes_many_pages() {
    let paragraph = "Las dependencias publicarán los datos en formatos abiertos y legibles por máquinas. ".repeat(12);
    let text = format!("# Uno\n\n{}", format!("{paragraph}\n\n").repeat(60));
    let manifest = format!("{MANIFEST}[edition]\nannexes = []\n");
    let (bytes, _) = set_files(&[("a.md", text.as_bytes()), ("gaceta.toml", manifest.as_bytes())]).unwrap();
    let pages = lopdf::Document::load_mem(&bytes).unwrap().get_pages().len();
    // Some 58,000 characters, of which a page holds 3,300 at most and 2,000 at least; a cover, and a page of contents.
    assert!((19..32).contains(&pages), "{pages}");
}

#[test]
fn fields_show_their_value_or_what_to_fill_in() {
    let (document, told) = set("# Uno\n\nDe {{ lleno }} y {{ entidad }}.\n");
    assert_eq!(told, []);
    assert!(text_of(&document).contains("DeValleClaroy[nombredelmunicipio]."));
}

#[test]
fn every_character_that_is_let_through_can_be_exported() {
    let fonts = super::Fonts::embedded();
    let covered = (' '..=char::MAX).filter(|character| fonts.have(&[*character]));
    let escaped =
        covered.map(
            |character| {
                if character.is_ascii_punctuation() { format!("\\{character} ") } else { format!("{character} ") }
            },
        );
    let characters: Vec<String> = escaped.collect();
    assert!(characters.len() > 2000, "{}", characters.len());
    let lines = characters.chunks(40).map(<[String]>::concat);
    let text: Vec<String> = lines.map(|line| format!("**{line}x** *{line}x* `{line}`\n\n")).collect();
    set(&format!("# Uno\n\n{}", text.concat()));
}

#[test]
fn characters_that_cannot_be_set_are_told_with_their_place() {
    assert_eq!(told("# Uno\n\nCara 😀 y \u{202e}vuelta 😀.\n"), [("pdf-glyph", "😀"), ("pdf-direction", "\u{202e}")]);
}

#[test]
fn deep_nesting_is_flattened_and_keeps_its_text() {
    let quotes = format!("# Uno\n\n{}fondo\n", "> ".repeat(60));
    let lists: Vec<String> = (0..50).map(|level| format!("{}- nivel{level}\n", "  ".repeat(level))).collect();
    let marks = format!("{}x{}\n", "*a **b ".repeat(30), "** c*".repeat(30));
    let lists = format!("# Uno\n\n{}", lists.concat());
    let (running, title) = (format!("# Uno\n\n{marks}"), format!("# {marks}"));
    for (text, innermost) in [(&quotes, "fondo"), (&lists, "nivel49"), (&running, "ababx"), (&title, "ababx")] {
        let (document, told) = set(text);
        assert!(told.iter().any(|(rule, _)| *rule == "pdf-nesting"), "{text}");
        assert!(text_of(&document).contains(innermost), "{text}");
    }
}

#[test]
fn everything_at_the_depth_that_is_kept_can_be_set() {
    let marks = "*a **b ~~c [d](http://e.mx) *f **g *h `i` [^n]***~~***";
    let text = format!(
        "# Uno\n\n{quotes}- - 1. 1. - [ ] {marks}\n{quotes}            | a | b |\n{quotes}            |---|---|\n\
         {quotes}            | {marks} | x |\n\n[^n]: > - 1. > - 1. > - {marks}\n",
        quotes = "> > > "
    );
    set(&text);
}

#[test]
fn notes_never_call_notes() {
    let text = "# Uno\n\nA[^1], B[^2], A[^1], C[^no].\n\n[^1]: Yo[^1].\n[^2]: Tú[^1].\n";
    assert_eq!(told(text), [("pdf-note-inside-note", "[^1]"), ("pdf-note-inside-note", "[^1]")]);
    assert!(text_of(&set(text).0).contains("A1,B2,A1,C[^no]."));
}

#[test]
fn notes_of_titles_stand_under_them() {
    let text = "# Uno[^1]\n\nTexto[^2].\n\n[^1]: Primera.\n[^2]: Segunda.\n";
    assert_eq!(told(text), [("pdf-note-in-heading", "[^1]")]);
    let text = text_of(&set(text).0);
    assert!(text.contains("UnoPrimera.Texto2."), "{text}");
}

#[test]
fn notes_in_the_head_of_a_long_table_are_called_once() {
    let rows = "| a[^2] | b |\n".repeat(120);
    let text = format!("# Uno\n\n| x[^1] | y[^1] |\n|---|---|\n{rows}\n[^1]: Uno.\n[^2]: Dos.\n");
    assert_eq!(told(&text), []);
}

#[test]
fn headings_that_are_empty_or_skip_levels_are_mended() {
    let text = "# Uno\n\n#\n\n# [](http://a.mx)\n\n#### Cuatro\n\nTexto.\n";
    assert_eq!(
        told(text),
        [("pdf-heading-empty", "#"), ("pdf-heading-empty", "# [](http://a.mx)"), ("pdf-heading-level", "#### Cuatro")]
    );
}

#[test]
fn a_document_without_a_title_of_its_own_gets_one() {
    let (bytes, _) =
        set_files(&[("a.md", b"---\ntitle: Portada\n---\n\n## Dos\n\nx\n"), ("b.md", b"[a](a.md) y [b](b.md)\n")])
            .unwrap();
    let text = text_of(&lopdf::Document::load_mem(&bytes).unwrap());
    assert!(text.contains("PortadaDosx"), "{text}");
}

#[test]
fn very_long_titles_are_cut_and_repeated() {
    let text = format!("# {}fin\n\nTexto.\n", "título ".repeat(8000));
    let (document, told) = set(&text);
    assert_eq!(told.iter().map(|(rule, _)| *rule).collect::<Vec<_>>(), ["pdf-heading-long"]);
    assert!(text_of(&document).contains("títulofinTexto."));
}

#[test]
fn tables_of_any_shape_can_be_set() {
    let ragged = "# Uno\n\n| a |\n|---|\n| b | c |\n\n| | |\n|---|---|\n| x | |\n";
    assert_eq!(told(ragged), []);
    let wide = format!("# Uno\n\n{}\n{}\n{}\n", "| a ".repeat(40), "|---".repeat(40), "| b ".repeat(40));
    let (document, told) = set(&wide);
    assert_eq!(told.iter().map(|(rule, _)| *rule).collect::<Vec<_>>(), ["pdf-table-wide"]);
    assert_eq!(text_of(&document).matches("a:b").count(), 40);
}

#[test]
fn small_tables_stay_on_one_page_with_the_line_that_announces_them() {
    let table = "La siguiente:\n\n| a | b |\n| - | - |\n| uno | 1 |\n| dos | 2 |\n| tres | 3 |\n| nueve | 9 |\n";
    let mut moved = 0;
    for lines in 22..32 {
        let (document, _) = set(&format!("# Uno\n\n{}\n{table}", "Renglón.\n\n".repeat(lines)));
        let page_of = |word: &str| {
            let pages = document.get_pages().into_keys().skip(2);
            let mut found = pages.filter(|page| document.extract_text(&[*page]).unwrap().contains(word));
            (found.next(), found.next())
        };
        assert_eq!(page_of("uno"), page_of("nueve"), "{lines}");
        assert_eq!(page_of("siguiente"), page_of("nueve"), "{lines}");
        moved += usize::from(page_of("nueve").0 == Some(4));
    }
    assert!((1..10).contains(&moved), "{moved}");
}

#[test]
fn long_paragraphs_and_words_take_little_time() {
    let text =
        format!("# Uno\n\n{}\n\n{}\n\n`{}`\n", "palabra ".repeat(20_000), "x".repeat(20_000), "y".repeat(20_000));
    assert_eq!(told(&text), []);
}

#[test]
fn the_register_of_a_long_text_has_its_head_on_every_page() {
    let text = format!("# Uno\n\n## Dos {{#dos}}\n\n{}", "La Unidad deberá publicar los datos.\n\n".repeat(120));
    let (document, told) = set(&text);
    assert_eq!(told, []);
    let pages: Vec<String> = document
        .get_pages()
        .into_keys()
        .map(|page| document.extract_text(&[page]).unwrap().split_whitespace().collect())
        .collect();
    let heads: Vec<usize> = (0..pages.len()).filter(|page| pages[*page].contains("QuiénQuéPlazoDónde")).collect();
    // 120 rows of two lines, of which a page of 670 points holds fewer than 30.
    assert!(heads.len() >= 4 && heads.windows(2).all(|pair| pair[0] + 1 == pair[1]), "{heads:?}");
    assert_eq!(heads.last(), Some(&(pages.len() - 1)));
    let rows: usize = pages.iter().map(|page| page.matches("DEBELaUnidaddeberápublicarlosdatos.").count()).sum();
    assert_eq!(rows, 120);
    // The text follows cover and contents.
    assert!(pages[heads[0]].contains("LaUnidadDEBELaUnidaddeberápublicarlosdatos.—Dosp.3"), "{}", pages[heads[0]]);
}

const DRAWING: &str = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 10 10'>";

#[test]
fn only_the_images_that_cannot_be_set_are_left_out() {
    let drawing = |inside: &str| format!("{DRAWING}{inside}</svg>");
    let (good, smile) = (drawing("<rect width='5' height='5'/>"), drawing("<text>😀</text>"));
    let outside = drawing("<image href='/etc/passwd' width='9' height='9'/>");
    let entity = format!("<!DOCTYPE svg [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>{}", drawing("<text>&x;</text>"));
    let uses = |count: usize| {
        (1..=count).fold("<rect id='a0' width='1' height='1'/>".to_owned(), |all, level| {
            format!("{all}<g id='a{level}'>{}</g>", format!("<use href='#a{}'/>", level - 1).repeat(9))
        })
    };
    let bomb = drawing(&uses(9));
    let huge = [b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".as_slice(), &[0, 0, 0xff, 0, 0, 0, 0xff, 0, 8, 2, 0, 0, 0]].concat();
    let text = "# Uno\n\n![bueno](good.svg \"Título\")\n\n![cara](smile.svg)\n\n![fuera](outside.svg)\n\n![e](entity.svg)\n\n\
        ![bomba](bomb.svg)\n\n![enorme](huge.png)\n\n![roto](cut.png) ![no](no.png)\n";
    let (bytes, told) = set_files(&[
        ("a.md", text.as_bytes()),
        ("good.svg", good.as_bytes()),
        ("smile.svg", smile.as_bytes()),
        ("outside.svg", outside.as_bytes()),
        ("entity.svg", entity.as_bytes()),
        ("bomb.svg", bomb.as_bytes()),
        ("huge.png", &huge),
        ("cut.png", &huge[..20]),
    ])
    .unwrap();
    assert!(told.iter().all(|(rule, _)| *rule == "pdf-image"), "{told:?}");
    let images: Vec<_> = told.iter().map(|(_, span)| &text[span.range()]).collect();
    assert_eq!(
        images,
        [
            "![cara](smile.svg)",
            "![fuera](outside.svg)",
            "![e](entity.svg)",
            "![bomba](bomb.svg)",
            "![enorme](huge.png)",
            "![roto](cut.png)",
            "![no](no.png)"
        ]
    );
    let text = text_of(&lopdf::Document::load_mem(&bytes).unwrap());
    assert!(text.contains("Títulocarafueraebombaenormerotono"), "{text}");
}

#[test]
fn a_policy_that_no_memory_could_hold_is_refused() {
    let text = "palabra ".repeat(600_000);
    let error = set_files(&[("a.md", text.as_bytes())]).unwrap_err();
    assert_eq!(error.message.id, "pdf-too-large");
}
