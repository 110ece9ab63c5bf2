use super::*;
use crate::lint::{Options, mend};
use crate::model::{Block, BlockKind, BlockText, Edit, Fingerprint, Message, Severity, Span, words};
use crate::policy::Policy;
use crate::repo::{Draft, Files, Memory};
use proptest::prelude::*;
use std::ops::Range;

/// A policy of these files, and its files as they are after mending.
fn mended_policy(files: &[(&str, &str)]) -> (Mending, Draft) {
    let manifest = ("gaceta.toml", "[policy]\nlanguages = [\"es\"]\n");
    let files = files.iter().copied().chain([manifest]);
    let draft = Draft::of(Box::new(Memory::new(files).unwrap()));
    let policy = Policy::open(Box::new(draft.clone())).unwrap();
    (mend(policy, &Options::default()).unwrap(), draft)
}

fn text(draft: &Draft, path: &str) -> String {
    String::from_utf8(draft.read(&DocumentPath::new(path).unwrap()).unwrap()).unwrap()
}

/// A document after mending.
fn fixed(before: &str) -> String {
    text(&mended_policy(&[("es/a.md", before)]).1, "es/a.md")
}

/// Faults that can be mended without a doubt, and what becomes of them.
const FIXABLE: [(&str, &str); 20] = [
    // Anchors and links with one candidate: letter case, accents, the marks between words, one slip.
    ("# Alcance\n\n[a](#Alcance)\n", "# Alcance\n\n[a](#alcance)\n"),
    ("# Objeto {#Objeto}\n\n[a](#objeto)\n", "# Objeto {#Objeto}\n\n[a](#Objeto)\n"),
    ("# Artículo 3\n\nT.\n\n[a](#articulo-3)\n", "# Artículo 3\n\nT.\n\n[a](#artículo-3)\n"),
    ("# Artículo 3\n\n[a](#Art%C3%ADculo-3)\n", "# Artículo 3\n\n[a](#art%C3%ADculo-3)\n"),
    ("# Datos abiertos\n\n[a](#datos_abiertos)\n", "# Datos abiertos\n\n[a](#datos-abiertos)\n"),
    ("# Datos abiertos\n\n[a](#datos-abirtos)\n", "# Datos abiertos\n\n[a](#datos-abiertos)\n"),
    ("# Plazos {#plazos}\n\n[a](<#Plazos> \"t\")\n", "# Plazos {#plazos}\n\n[a](<#plazos> \"t\")\n"),
    ("# Uno {#uno}\n\n| a |\n| - |\n| [b](#UNO) |\n", "# Uno {#uno}\n\n| a |\n| - |\n| [b](#uno) |\n"),
    ("# Uno {#uno}\n\n> - [b](#Uno) y [c](#UNO)\n", "# Uno {#uno}\n\n> - [b](#uno) y [c](#uno)\n"),
    ("# P {#p}\n\nI. Uno:\n\na) Dos [x](#p.i.a)\n", "# P {#p}\n\nI. Uno:\n\na) Dos [x](#p.I.a)\n"),
    // Doubled markers.
    ("## ## Plazos\n\nT.\n", "## Plazos\n\nT.\n"),
    ("# # Datos {#d}\n\nT.\n", "# Datos {#d}\n\nT.\n"),
    ("### ## # Plazos ###\n\nT.\n", "### Plazos ###\n\nT.\n"),
    ("# ## 1. Objeto\n\nT.\n", "# 1. Objeto\n\nT.\n"),
    ("> ## ## Cita\n", "> ## Cita\n"),
    // Line ends, byte order marks and front matter stay as they are.
    ("# Datos\n\nT.", "# Datos\n\nT.\n"),
    ("\u{feff}# Datos\r\n\r\nT.", "\u{feff}# Datos\r\n\r\nT.\r\n"),
    ("---\ntitle: x\n---\n\n# Datos\n\n1. a\n7. b", "---\ntitle: x\n---\n\n# Datos\n\n1. a\n7. b\n"),
    ("# A\r\n\r\n```\r\ncódigo", "# A\r\n\r\n```\r\ncódigo\r\n"),
    // Several faults at once, one of which opens the way for another.
    ("# A {#a}\n\n[x](#A)\n\n## ## B\n\n[y](#b)", "# A {#a}\n\n[x](#a)\n\n## B\n\n[y](#b)\n"),
];

#[test]
fn faults_with_one_remedy_are_mended() {
    for (before, after) in FIXABLE {
        assert_eq!(fixed(before), after);
        assert_eq!(fixed(after), after, "a second time nothing is changed");
    }
}

#[test]
fn the_faults_of_a_whole_policy_are_mended_together() {
    let paths: Vec<String> = (0..FIXABLE.len()).map(|number| format!("es/{number}.md")).collect();
    let files: Vec<(&str, &str)> =
        paths.iter().zip(FIXABLE).map(|(path, (before, _))| (path.as_str(), before)).collect();
    let (mending, draft) = mended_policy(&files);
    for (path, (_, after)) in paths.iter().zip(FIXABLE) {
        assert_eq!(text(&draft, path), after);
    }
    assert_eq!((mending.changed.len(), mending.left, mending.unwritten.len()), (20, 0, 0));
    assert_eq!(mending.before, Some(Severity::Error));
    assert!(mending.applied >= 20, "{}", mending.applied);
    assert!(mending.after.findings.iter().all(|finding| finding.fix.is_none()));
}

#[test]
fn what_is_in_doubt_is_left() {
    for doubtful in [
        "# Anexo A\n\n[a](#anexo-b)\n",
        "# Artículo 12\n\n[a](#artículo-13)\n",
        "##Título\n\nT.\n",
        "# A\n\n### B\n\nT. *no *deben*\n",
        "[a](#-plazos)\n\n## ## Plazos\n\nT.\n",
        "",
        "\u{feff}",
    ] {
        assert_eq!(fixed(doubtful), doubtful);
    }
}

#[test]
fn links_between_documents_follow_a_title_that_was_mended() {
    let files = [("es/a.md", "# A\n\n[x](b.md#Plazos)\n"), ("es/b.md", "## ## Plazos\n\nT.\n")];
    let (mending, draft) = mended_policy(&files);
    assert_eq!(text(&draft, "es/a.md"), "# A\n\n[x](b.md#plazos)\n");
    assert_eq!(text(&draft, "es/b.md"), "## Plazos\n\nT.\n");
    assert_eq!(mending.after.findings, []);
}

#[test]
fn documents_that_cannot_be_replaced_are_told_and_the_rest_is_found_as_it_is() {
    let files = Memory::new([("a.md", "# A\n\nT."), ("b.md", "# B\n\nT.\n")]).unwrap();
    let mending = mend(Policy::open(Box::new(files)).unwrap(), &Options::default()).unwrap();
    assert_eq!((mending.applied, mending.changed.len(), mending.after.findings.len()), (0, 0, 1));
    let told: Vec<_> = mending.unwritten.iter().map(ToString::to_string).collect();
    assert_eq!(told, ["repo-not-a-folder (a.md)"]);
}

fn path() -> DocumentPath {
    DocumentPath::new("a.md").unwrap()
}

/// A finding with a fix.
fn finding(edits: &[(Range<usize>, &str)], safe: bool) -> Finding {
    let edit = |(range, text): &(Range<usize>, &str)| Edit { span: Span::new(range.clone()), text: (*text).into() };
    Finding {
        rule: "test",
        severity: Severity::Warning,
        path: path(),
        span: Span::default(),
        message: Message::new("lint-final-newline"),
        hints: Vec::new(),
        related: Vec::new(),
        fix: Some(Fix { edits: edits.iter().map(edit).collect(), safe }),
        fingerprint: Fingerprint::default(),
    }
}

fn parse(text: &str) -> Document<'_> {
    crate::parse::document(path(), text, crate::model::Slugger::default())
}

fn apply(text: &str, findings: &[Finding]) -> Mended {
    mended(text, &path(), findings, &|text| parse(text))
}

/// What comes of replacing the first `old` with `new`.
fn replaced(text: &str, old: &str, new: &str) -> Mended {
    let start = text.find(old).unwrap();
    apply(text, &[finding(&[(start..start + old.len(), new)], true)])
}

#[test]
fn what_changes_what_the_text_says_is_refused() {
    for (text, old, new) in [
        ("La entidad debe publicar.\n", "debe", "puede"),
        ("La entidad debe publicar.\n", "entidad ", "entidad"),
        ("La entidad, si puede, publica.\n", ", ", " "),
        ("En 20 días.\n", "20", "30"),
        ("Cuesta 5 %.\n", "%", ""),
        ("## Plazos\n\nT.\n", "## ", "### "),
        ("## Plazos\n\nT.\n", "## ", ""),
        ("##Plazos\n", "##", "## "),
        ("# A\n\nT.\n", "# A\n\n", "# A "),
        ("# A {#a}\n", "{#a}", "{#b}"),
        ("# A {#a}\n", " {#a}", ""),
        ("3. uno\n4. dos\n", "3.", "1."),
        ("- uno\n- dos\n", "- uno", "1. uno"),
        ("- [ ] uno\n", "[ ]", "[x]"),
        ("III. Uno\n", "III.", "IV."),
        ("Artículo 5 Bis. Uno\n", " Bis", ""),
        ("a *no *deben* b\n", "*no *deben*", "*no* *deben*"),
        ("a *b* c\n", "*b*", "**b**"),
        ("a `b  c` d\n", "b  c", "b c"),
        ("```\nx = 1\n```\n", "1", "2"),
        ("```sh\nx\n```\n", "sh", "js"),
        ("<p>uno</p>\n", "uno", "dos"),
        ("a <b>c</b>\n", "<b>", "<i>"),
        ("a <!-- c --> b\n", "<!-- c -->", "<b>"),
        ("| a |\n| - |\n| b |\n", "b", "c"),
        ("| a | b |\n| - | - |\n| c | d |\n", "| a | b |\n| - |", "| a | b |\n| -: |"),
        ("> a\n\nb\n", "\n\nb", "\n> b"),
        ("a[^1]\n\n[^1]: Nota.\n", "[^1]", ""),
        ("a  \nb\n", "  \n", "\n"),
        ("{{ a }} x {{ b }}\n", "a", "c"),
        ("{{ a }} b\n", "}} b", "}}b"),
        ("[a](#b)\n", "(#b)", ""),
        ("[a](#b)\n", "#b", "#b c"),
        ("[a](#b)\n", "[a](#b)", "a"),
        ("![a](b.svg)\n", "a", "c"),
        ("---\nlang: es\n---\n\na\n", "es", "en"),
        ("---\norder: 1\n---\n\na\n", "1", "2"),
        ("a\n", "a", "---\ntitle: x\n---\n\na"),
        ("Término\n\n: Uno\n", ": Uno", "Uno"),
        ("año\n", "ñ", "n\u{303}"),
    ] {
        assert_eq!(replaced(text, old, new), Mended { text: None, applied: 0, left: 1 }, "{text:?} {old:?} {new:?}");
    }
}

#[test]
fn what_changes_only_how_it_is_written_is_accepted() {
    for (text, old, new) in [
        ("[a](#b)\n", "#b", "#c"),
        ("[a](b.md)\n", "b.md", "c.md"),
        ("## ## A\n", "## ## ", "## "),
        ("A\n===\n", "A\n===", "# A"),
        ("a <!-- c --> b\n", "<!-- c --> ", ""),
        ("a\n\n<!-- gaceta: ignore x -->\n\nb\n", "<!-- gaceta: ignore x -->\n\n", ""),
        ("a &amp; b\n", "&amp;", "&"),
        ("a   b\n", "   ", " "),
        ("a\nb\n", "\n", " "),
        ("* a\n* b\n", "* a\n*", "- a\n-"),
        ("|a|\n|-|\n|b|\n", "|b|", "|  b  |"),
        ("a _b_ c\n", "_b_", "*b*"),
        ("en https://a.mx\n", "https://a.mx", "<https://a.mx>"),
        ("el alcance\n", "alcance", "[alcance](#alcance)"),
        ("```\nx\n```\n", "```\nx\n```", "~~~\nx\n~~~"),
        ("a\n", "\n", "\r\n"),
    ] {
        let expected = text.replacen(old, new, 1);
        assert_eq!(replaced(text, old, new), Mended { text: Some(expected), applied: 1, left: 0 }, "{text:?} {new:?}");
    }
}

#[test]
fn a_fix_that_changes_the_text_does_not_take_the_others_with_it() {
    let text = "[a](#b) [c](#d) [e](#f)\n";
    let link = |start: usize| finding(&[(start..start + 1, "x")], true);
    let bad = finding(&[(9..10, "x")], true);
    let unsafe_one = finding(&[(21..22, "z")], false);
    let came = apply(text, &[link(5), bad, link(13), unsafe_one]);
    assert_eq!(came, Mended { text: Some("[a](#x) [c](#x) [e](#f)\n".to_owned()), applied: 2, left: 1 });
    // A fix is applied whole or not at all.
    let half = finding(&[(5..6, "x"), (9..10, "x")], true);
    assert_eq!(apply(text, &[half]), Mended { text: None, applied: 0, left: 1 });
    // What overlaps with a fix that cannot be applied has its turn.
    let over = finding(&[(1..6, "x](#x")], true);
    assert_eq!(apply(text, &[over, link(5)]).text, Some("[a](#x) [c](#d) [e](#f)\n".to_owned()));
    // Fixes of another document are not this one's.
    let elsewhere = Finding { path: DocumentPath::new("b.md").unwrap(), ..link(5) };
    assert_eq!(apply(text, &[elsewhere]), Mended::default());
}

#[test]
fn thousands_of_fixes_that_change_the_text_cost_a_bounded_number_of_readings() {
    let text = "a ".repeat(5_000);
    let findings: Vec<Finding> = (0..5_000).map(|word| finding(&[(2 * word..2 * word + 1, "b")], true)).collect();
    let readings = std::cell::Cell::new(0);
    let came = mended(&text, &path(), &findings, &|text| {
        readings.set(readings.get() + 1);
        parse(text)
    });
    assert_eq!(came, Mended { text: None, applied: 0, left: 5_000 });
    assert_eq!(readings.get(), MOST_TRIALS + 1);
}

/// What no fix may change, read without the code that is tried: words, levels, lists' numbers, clauses.
fn said(text: &str) -> Vec<String> {
    let document = parse(text);
    let mut said = Vec::new();
    document.for_each_run(|inlines| {
        said.extend(words(&BlockText::new(inlines, text)).map(|word| word.text.into_owned()));
    });
    said.extend(document.all_sections().map(|section| format!("level {}", section.heading.level)));
    for block in document.all_blocks() {
        match &block.kind {
            BlockKind::List { start, items, .. } => said.push(format!("list {start:?} {}", items.len())),
            BlockKind::Heading(heading) => said.push(format!("level {}", heading.level)),
            BlockKind::Paragraph { designator: Some(designator), .. } => {
                said.push(format!("{:?} {}", designator.kind, designator.label));
            }
            BlockKind::Code { text, .. } => said.push(format!("code {}", text.trim_end())),
            _ => {}
        }
    }
    said.push(format!("{:?}", document.preamble.first().map(|block: &Block<'_>| std::mem::discriminant(&block.kind))));
    said
}

/// Texts made of the pieces of Markdown.
fn markdown() -> impl Strategy<Value = String> {
    let pieces = prop::sample::select(vec![
        "# ",
        "## ",
        "### ",
        "## ## ",
        "\n",
        "\n\n",
        "\r\n",
        "> ",
        "- ",
        "1. ",
        "7. ",
        "a) ",
        "III. ",
        "Artículo 5.",
        "    ",
        "Datos",
        "datos",
        "abiertos ",
        "plazo ",
        "20 ",
        "[x](#",
        "[Datos](#datos)",
        ")",
        "](",
        "Plazos",
        "*",
        "**",
        "_",
        "`",
        "```\n",
        "{#datos}",
        "{{ a }}",
        "<!-- c -->",
        "<b>",
        "|",
        "| - |\n",
        "[^1]",
        "[^1]: ",
        "\\",
        "---\n",
        "\u{feff}",
        "ñ",
        "&amp;",
        "#",
        " ",
        ".",
        ": ",
    ]);
    prop::collection::vec(pieces, 0..40).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 1024, ..Default::default() })]

    #[test]
    fn no_edit_changes_what_a_text_says(
        text in markdown(),
        edits in prop::collection::vec((any::<prop::sample::Index>(), 0usize..4, markdown()), 0..6),
    ) {
        let ends: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
        let findings: Vec<Finding> = edits
            .iter()
            .map(|(start, length, new)| {
                let start = start.index(ends.len());
                let end = (start + length).min(ends.len() - 1);
                finding(&[(ends[start]..ends[end], new.get(..new.len().min(6)).unwrap_or("x"))], true)
            })
            .collect();
        let came = apply(&text, &findings);
        prop_assert!(came.applied + came.left <= findings.len());
        prop_assert_eq!(came.applied > 0, came.text.is_some());
        if let Some(new) = came.text {
            prop_assert_eq!(said(&new), said(&text), "{:?}", new);
        }
    }

    #[test]
    fn mending_a_second_time_changes_nothing(one in markdown(), other in markdown()) {
        let (first, draft) = mended_policy(&[("es/a.md", &one), ("es/b.md", &other)]);
        let (now_one, now_other) = (text(&draft, "es/a.md"), text(&draft, "es/b.md"));
        prop_assert_eq!(said(&now_one), said(&one));
        prop_assert_eq!(said(&now_other), said(&other));
        let (second, draft) = mended_policy(&[("es/a.md", &now_one), ("es/b.md", &now_other)]);
        prop_assert_eq!(second.applied, 0, "{:?}", first.changed);
        prop_assert_eq!((text(&draft, "es/a.md"), text(&draft, "es/b.md")), (now_one, now_other));
    }
}
