//! Unit tests of the parser as a whole, with exact spans.

use super::{DEEPEST_NESTING, document, index};
use crate::model::{
    Block, BlockKind, BlockText, ClauseKind, Document, DocumentPath, Inline, InlineKind, Slugger, Span, words,
};

fn parse(text: &str) -> Document<'_> {
    parse_as(text, Slugger::Github)
}

fn parse_as(text: &str, slugger: Slugger) -> Document<'_> {
    document(DocumentPath::new("es/a.md").unwrap(), text, slugger)
}

fn slice(text: &str, span: Span) -> &str {
    &text[span.range()]
}

fn paragraph<'a, 'text>(block: &'a Block<'text>) -> &'a [Inline<'text>] {
    match &block.kind {
        BlockKind::Paragraph { inlines, .. } => inlines,
        other => panic!("no paragraph: {other:?}"),
    }
}

/// A short name for an inline and the source of its span.
fn told<'a>(text: &'a str, inlines: &[Inline<'_>]) -> Vec<(&'static str, &'a str)> {
    let kind = |inline: &Inline<'_>| match inline.kind {
        InlineKind::Text(_) => "text",
        InlineKind::Code(_) => "code",
        InlineKind::Emphasis(_) => "emphasis",
        InlineKind::Strong(_) => "strong",
        InlineKind::Strikethrough(_) => "strikethrough",
        InlineKind::Link { .. } => "link",
        InlineKind::Image { .. } => "image",
        InlineKind::FootnoteReference(_) => "note",
        InlineKind::Field(_) => "field",
        InlineKind::SoftBreak => "soft",
        InlineKind::HardBreak => "hard",
        InlineKind::Html => "html",
        InlineKind::Revision { .. } => "revision",
    };
    inlines.iter().map(|inline| (kind(inline), slice(text, inline.span))).collect()
}

#[test]
fn sections_cover_the_text() {
    let text = "\u{feff}---\ntitle: T\n---\nIntro\n\n# Uno {#uno}\n\nA\n\n### Tres\n\nB\n\n## Dos\n# Otro\n";
    let document = parse(text);
    assert_eq!(slice(text, document.front_matter.as_ref().unwrap().span), "---\ntitle: T\n---\n");
    assert_eq!(slice(text, document.preamble[0].span).trim_end(), "Intro");
    let spans: Vec<_> = document.all_sections().map(|section| slice(text, section.span)).collect();
    assert_eq!(spans, ["# Uno {#uno}\n\nA\n\n### Tres\n\nB\n\n## Dos\n", "### Tres\n\nB\n\n", "## Dos\n", "# Otro\n"]);
    let anchors: Vec<_> = document.all_sections().map(|section| section.anchor.as_str()).collect();
    assert_eq!(anchors, ["uno", "tres", "dos", "otro"]);
}

#[test]
fn explicit_identities_leave_the_title() {
    for text in [
        "## Año nuevo {#ano-nuevo}\n",
        "## Año nuevo {: #ano-nuevo }\n",
        "## Año nuevo {#ano-nuevo .clase lang=es}\n",
        "## Año nuevo {#ano-nuevo} ##\n",
        "Año nuevo {#ano-nuevo}\n---\n",
    ] {
        let document = parse(text);
        let heading = &document.sections[0].heading;
        let (id, span) = heading.id.as_ref().unwrap();
        assert_eq!((id.as_ref(), slice(text, *span)), ("ano-nuevo", "ano-nuevo"), "{text}");
        assert_eq!(told(text, &heading.inlines), [("text", "Año nuevo")], "{text}");
    }
}

#[test]
fn braces_that_are_no_identity_stay_in_the_title() {
    for (text, title) in [
        ("# Política de {{ entidad }}\n", "Política de [entidad]"),
        ("# Conjunto {a, b}\n", "Conjunto {a, b}"),
        ("# Vacío {}\n", "Vacío {}"),
    ] {
        assert_eq!(parse(text).title().as_deref(), Some(title));
        assert_eq!(parse(text).sections[0].heading.id, None);
    }
    assert_eq!(parse("# {#solo}\n").sections[0].anchor, "solo");
}

#[test]
fn a_document_without_a_heading_of_level_1_is_titled_by_what_it_begins_with() {
    for (text, title) in [
        ("## A\n\nTexto.\n\n## B\n", Some("A")),
        ("## A\n\n# B\n", Some("B")),
        ("---\ntitle: C\n---\n\n## A\n", Some("C")),
        ("Texto.\n\n## A\n", None),
        ("##\n", None),
        ("", None),
    ] {
        assert_eq!(parse(text).title().as_deref(), title, "{text}");
    }
}

#[test]
fn fields_are_inlines_with_their_own_spans() {
    let text = "El {{ orden_de_gobierno }} y **{{entidad}}**, no `{{ x }}` ni \\{{ y }} ni {{ site.url }}.";
    let document = parse(text);
    let inlines = paragraph(&document.preamble[0]);
    assert_eq!(
        told(text, inlines),
        [
            ("text", "El "),
            ("field", "{{ orden_de_gobierno }}"),
            ("text", " y "),
            ("strong", "**{{entidad}}**"),
            ("text", ", no "),
            ("code", "`{{ x }}`"),
            ("text", " ni "),
            ("text", "{{ y }} ni {{ site.url }}."),
        ]
    );
    assert_eq!(told(text, inlines[3].children()), [("field", "{{entidad}}")]);
}

#[test]
fn text_that_looks_like_markup_stays_whole() {
    let text = "snake_case & [corchetes] * suelto_";
    assert_eq!(told(text, paragraph(&parse(text).preamble[0])), [("text", text)]);
}

#[test]
fn words_cross_markup_and_skip_addresses() {
    let text =
        "La **trans**parencia de D'Artagnan: 3,5 % https://a.mx/x_y &amp; <https://b.mx> `csv` [si](u)[^n] <b>no</b>";
    let text = &format!("{text}\n\n[^n]: nota");
    let document = parse(text);
    let visible = BlockText::new(paragraph(&document.preamble[0]), text);
    let found: Vec<_> = words(&visible).map(|word| (word.text.into_owned(), slice(text, word.span))).collect();
    let expected = [
        ("La", "La"),
        ("transparencia", "trans**parencia"),
        ("de", "de"),
        ("D'Artagnan", "D'Artagnan"),
        ("3,5", "3,5"),
        ("csv", "csv"),
        ("si", "si"),
        ("no", "no"),
    ];
    assert_eq!(found, expected.map(|(word, span)| (word.to_owned(), span)));
}

#[test]
fn words_are_composed_and_their_spans_are_not() {
    let text = "an\u{303}o";
    let document = parse(text);
    let visible = BlockText::new(paragraph(&document.preamble[0]), text);
    let word = words(&visible).next().unwrap();
    assert_eq!((word.text.as_ref(), slice(text, word.span)), ("año", text));
}

#[test]
fn every_line_ending_and_tabs_are_read_alike() {
    let unix = "# T\n\n- a\n\t- b\n\n| x | y |\n|---|---|\n| 1 | 2 |\n";
    let windows = unix.replace('\n', "\r\n");
    let kinds = |text: &str| {
        let document = parse(text);
        let name = |block: &Block<'_>| match block.kind {
            BlockKind::Paragraph { .. } => "paragraph",
            BlockKind::List { .. } => "list",
            BlockKind::Table { .. } => "table",
            _ => "other",
        };
        document.all_blocks().map(name).collect::<Vec<_>>()
    };
    assert_eq!(kinds(unix), kinds(&windows));
    assert_eq!(kinds(unix), ["list", "paragraph", "list", "paragraph", "table"]);
}

#[test]
fn tight_items_have_paragraphs_too() {
    let text = "1. uno *dos*\n   - [x] hecho\n2. tres\n";
    let document = parse(text);
    let BlockKind::List { start: Some(1), tight: true, items } = &document.preamble[0].kind else { panic!() };
    assert_eq!(told(text, paragraph(&items[0].blocks[0])), [("text", "uno "), ("emphasis", "*dos*")]);
    let BlockKind::List { start: None, items: inner, .. } = &items[0].blocks[1].kind else { panic!() };
    assert_eq!(inner[0].task, Some(true));
    assert_eq!(told(text, paragraph(&inner[0].blocks[0])), [("text", "hecho")]);
    let BlockKind::List { tight: false, .. } = parse("- a\n\n- b\n").preamble[0].kind else { panic!() };
}

#[test]
fn tables_notes_and_definitions() {
    let text = "| A | B |\n|:--|--:|\n| 1<br>2 | [x](y) |\n\nNota[^a].\n\n[^a]: Fuente\n\nTérmino\n: Lo que es\n";
    let document = parse(text);
    let BlockKind::Table { head, rows, .. } = &document.preamble[0].kind else { panic!() };
    assert_eq!((head.cells.len(), rows.len()), (2, 1));
    assert_eq!(told(text, &rows[0].cells[0].inlines), [("text", "1"), ("hard", "<br>"), ("text", "2")]);
    let BlockKind::Footnote { label, blocks } = &document.preamble[2].kind else { panic!() };
    assert_eq!((label.as_ref(), told(text, paragraph(&blocks[0]))), ("a", vec![("text", "Fuente")]));
    let BlockKind::DefinitionList(entries) = &document.preamble[3].kind else { panic!() };
    assert_eq!(told(text, &entries[0].term), [("text", "Término")]);
    assert_eq!(told(text, paragraph(&entries[0].definitions[0][0])), [("text", "Lo que es")]);
}

#[test]
fn code_keeps_its_text() {
    let document = parse("```csv ignored\na,b\n\n1,2\n```\n\n    x\n      y\n");
    let BlockKind::Code { language, text } = &document.preamble[0].kind else { panic!() };
    assert_eq!((language.as_deref(), text.as_ref()), (Some("csv"), "a,b\n\n1,2\n"));
    let BlockKind::Code { language: None, text } = &document.preamble[1].kind else { panic!() };
    assert_eq!(text.as_ref(), "x\n  y\n");
}

#[test]
fn clauses_have_their_address() {
    let text = "# Capítulo I. Objeto {#objeto}\n\n## Artículo 2. Datos {#datos}\n\nLa entidad:\n\nI. Uno;\n\na) sub;\n\n**II.** Dos.\n\n## Artículo 3. Otro\n\n# Transitorios\n\n## Primero. Entrada\n";
    let entry = index(&parse(text));
    let addresses: Vec<String> = entry
        .clauses
        .iter()
        .map(|clause| clause.address.iter().map(|part| part.label.as_str()).collect::<Vec<_>>().join(" > "))
        .collect();
    assert_eq!(
        addresses,
        [
            "Capítulo I",
            "Capítulo I > Artículo 2",
            "Capítulo I > Artículo 2 > I",
            "Capítulo I > Artículo 2 > I > a",
            "Capítulo I > Artículo 2 > II",
            "Capítulo I > Artículo 3",
            "Primero",
        ]
    );
    let second = entry.clauses[4].address.last().unwrap();
    assert_eq!((second.kind, slice(text, second.span)), (ClauseKind::Fraction, "II."));
    assert_eq!(entry.clauses[4].section.map(|place| entry.sections[place].anchor.as_str()), Some("datos"));
}

#[test]
fn anchors_of_raw_html_are_indexed() {
    let text = "<a name=\"viejo\"></a>\n\ntexto <span id=x></span>\n";
    let entry = index(&parse(text));
    let anchors: Vec<_> = entry.anchors.iter().map(|anchor| slice(text, anchor.span)).collect();
    assert_eq!(anchors, ["viejo", "x"]);
}

#[test]
fn spans_of_blocks_end_with_their_text() {
    let text = "# Uno\n\nDos\ntres  \n\n- a\n- b\n\n> c\n\n# Cuatro\n";
    let document = parse(text);
    let first = &document.sections[0];
    assert_eq!(slice(text, first.heading.span), "# Uno");
    let spans: Vec<_> = first.blocks.iter().map(|block| slice(text, block.span)).collect();
    assert_eq!(spans, ["Dos\ntres", "- a\n- b", "> c"]);
}

#[test]
fn ten_thousand_quotes_are_read_and_told() {
    let text = format!("{} fondo\n\n{}\n\nfin\n", ">".repeat(10_000), "- ".repeat(5_000) + "lista");
    let document = parse(&text);
    assert_eq!(document.problems.len(), 1);
    assert_eq!(document.problems[0].0.id, "parse-nesting");
    let depth = document.all_blocks().count();
    assert!(depth <= 4 * DEEPEST_NESTING, "{depth}");
    let mut visible = String::new();
    document.for_each_run(|run| visible.push_str(&crate::model::plain_text(run)));
    assert_eq!(visible, "fondolistafin");
}

#[test]
fn nesting_that_would_take_hours_is_told_and_its_text_kept() {
    let text = format!("---\ntitle: T\n---\n# Uno\n\n{} fondo\n{}fin\n", ">".repeat(500_000), "a\n".repeat(500_000));
    let document = parse(&text);
    let [(message, span)] = &document.problems[..] else { panic!("{:?}", document.problems) };
    assert_eq!(
        (message.id, slice(&text, Span { start: span.start, end: span.start + 2 })),
        ("parse-too-much-nesting", ">>")
    );
    let [inline] = paragraph(&document.preamble[0]) else { panic!() };
    assert!(slice(&text, inline.span).starts_with("# Uno") && slice(&text, inline.span).ends_with("fin"));
}

#[test]
fn anchors_come_of_the_title_as_the_program_sees_it() {
    let anchor = |text: &str, slugger| parse_as(text, slugger).sections[0].anchor.clone();
    for (text, github, kramdown) in [
        ("# Los *datos* de [hoy](u.md)\n", "los-datos-de-hoy", "los-datos-de-hoyumd"),
        ("# ![Logo](l.png) Datos\n", "-datos", "logolpng-datos"),
        ("# Datos & más[^n]\n\n[^n]: x\n", "datos--más", "datos--msn"),
        ("# `x_y` &amp; z  \n", "x_y--z", "xy-amp-z"),
        ("# Datos de {{ entidad }}\n", "datos-de--entidad-", "datos-de--entidad-"),
        ("# <b>Datos</b> \\* 1\n", "datos--1", "bdatosb--1"),
        ("Dos\nlíneas\n===\n", "doslíneas", "doslneas"),
    ] {
        assert_eq!(anchor(text, Slugger::Github), github, "{text}");
        assert_eq!(anchor(text, Slugger::Kramdown), kramdown, "{text}");
    }
}
