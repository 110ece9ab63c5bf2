use super::*;
use crate::diff::compare;
use crate::model::{Block, BlockKind, RevisionMark, Section};
use crate::policy::Policy;
use crate::repo::Memory;
use std::fmt::Write as _;

/// The text with both versions in it, a line for each run: `[-taken out-]`, `{+put in+}`, `{>moved<}`, `◆` for another
/// change. What stands in a list, table or quotation is indented.
fn redline(old: &str, new: &str) -> String {
    redlines(&[("a.md", old)], &[("a.md", new)])
}

fn redlines(old: &[(&str, &str)], new: &[(&str, &str)]) -> String {
    let policy = |files: &[(&str, &str)]| {
        Policy::open(Box::new(Memory::new(files.iter().map(|(path, text)| (*path, text.as_bytes()))).unwrap())).unwrap()
    };
    let (old, new) = (policy(old), policy(new));
    let texts: Vec<_> = new.paths.iter().map(|path| (path, new.text(path).unwrap())).collect();
    let documents = texts.iter().map(|(path, text)| new.parse(path, text)).collect();
    let mut out = String::new();
    for document in merged(documents, &compare(&old, &new, &[])) {
        blocks(&document.preamble, 0, &mut out);
        document.sections.iter().for_each(|section| sections(section, &mut out));
    }
    out
}

fn sections(section: &Section<'_>, out: &mut String) {
    let _ = writeln!(out, "{} {}", "#".repeat(section.heading.level.into()), run(&section.heading.inlines));
    blocks(&section.blocks, 0, out);
    section.sections.iter().for_each(|inner| sections(inner, out));
}

fn blocks(all: &[Block<'_>], depth: usize, out: &mut String) {
    let indent = "  ".repeat(depth);
    for block in all {
        let _ = match &block.kind {
            BlockKind::Paragraph { inlines, .. } => writeln!(out, "{indent}{}", run(inlines)),
            BlockKind::Heading(heading) => writeln!(out, "{indent}## {}", run(&heading.inlines)),
            BlockKind::Code { text, .. } => writeln!(out, "{indent}`{}`", text.trim()),
            _ => Ok(()),
        };
        match &block.kind {
            BlockKind::List { items, .. } => items.iter().for_each(|item| {
                let _ = writeln!(out, "{indent}*");
                blocks(&item.blocks, depth + 1, out);
            }),
            BlockKind::Quote(inner) | BlockKind::Footnote { blocks: inner, .. } => blocks(inner, depth + 1, out),
            BlockKind::Table { head, rows, .. } => std::iter::once(head).chain(rows).for_each(|row| {
                let cells: Vec<String> = row.cells.iter().map(|cell| run(&cell.inlines)).collect();
                let _ = writeln!(out, "{indent}| {} |", cells.join(" | "));
            }),
            _ => {}
        }
    }
}

fn run(inlines: &[Inline<'_>]) -> String {
    let one = |inline: &Inline<'_>| match &inline.kind {
        InlineKind::Text(text) => text.to_string(),
        InlineKind::Code(text) => format!("`{text}`"),
        InlineKind::SoftBreak | InlineKind::HardBreak => " ".to_owned(),
        InlineKind::Field(name) => format!("{{{{{name}}}}}"),
        InlineKind::Strong(inner) => format!("**{}**", run(inner)),
        InlineKind::Emphasis(inner) => format!("_{}_", run(inner)),
        InlineKind::Link { inlines, target, .. } => format!("[{}]({target})", run(inlines)),
        InlineKind::Revision { mark, inlines, .. } => match mark {
            RevisionMark::Inserted => format!("{{+{}+}}", run(inlines)),
            RevisionMark::Deleted => format!("[-{}-]", run(inlines)),
            RevisionMark::Moved => format!("{{>{}<}}", run(inlines)),
            RevisionMark::Changed => "◆".to_owned(),
        },
        _ => run(inline.children()),
    };
    inlines.iter().map(one).collect()
}

#[test]
fn words_stand_where_they_were_and_are() {
    assert_eq!(
        redline("El plazo es de diez días.\n", "El plazo es de veinte días.\n"),
        "El plazo es de [-diez -]{+veinte+} días.\n"
    );
}

#[test]
fn marks_keep_to_the_markup() {
    assert_eq!(
        redline("Ver **la ley** y [el plan](b.md).\n", "Ver **la nueva ley** y [el gran plan](b.md) hoy.\n"),
        "Ver **la {+nueva+} ley** y [el {+gran+} plan](b.md) {+hoy+}.\n"
    );
    assert_eq!(
        redline("Uno dos tres.\n", "Uno **cuatro** [cinco *seis*](x.md) dos tres.\n"),
        "Uno {+**cuatro** [cinco _seis_](x.md)+} dos tres.\n"
    );
    assert_eq!(
        redline("Debe publicar AT&amp;T y más.\n", "Debe publicar AT&amp;T siempre y más.\n"),
        "Debe publicar AT&T {+siempre+} y más.\n"
    );
}

#[test]
fn what_was_put_in_has_nothing_taken_out_in_it() {
    let marked = redline("Ver [![versión 0.8](a.svg)](x.md) ya.\n", "Ver [![versión 0.9](a.svg)](x.md) ya.\n");
    assert_eq!(marked, "Ver [[-0.8 -]{+versión 0.9+}](x.md) ya.\n");
    assert_eq!(redline("Son `a b c` y más.\n", "Son `a d c` y más.\n"), "Son [-b -]{+`a d c`+} y más.\n");
}

#[test]
fn what_is_gone_as_a_whole_stands_where_it_was() {
    let old = "# Título\n\nIntro.\n\n- primer punto\n- segundo punto\n- tercer punto\n\nFin del texto.\n\n## Plazos\n\nSe cumplen siempre.\n\n## Otra\n\nTexto.\n";
    assert_eq!(
        redline(old, &old.replace("- segundo punto\n", "")),
        "# Título\nIntro.\n*\n  primer punto\n*\n  [-segundo punto-]\n*\n  tercer punto\nFin del texto.\n## Plazos\nSe cumplen siempre.\n## Otra\nTexto.\n"
    );
    assert_eq!(
        redline(old, &old.replace("- primer punto\n", "")),
        "# Título\nIntro.\n*\n  [-primer punto-]\n*\n  segundo punto\n*\n  tercer punto\nFin del texto.\n## Plazos\nSe cumplen siempre.\n## Otra\nTexto.\n"
    );
    assert_eq!(
        redline(old, &old.replace("- tercer punto\n", "").replace("Fin del texto.\n\n", "")),
        "# Título\nIntro.\n*\n  primer punto\n*\n  segundo punto\n*\n  [-tercer punto-]\n[-Fin del texto.-]\n## Plazos\nSe cumplen siempre.\n## Otra\nTexto.\n"
    );
    assert_eq!(
        redline(old, &old.replace("## Plazos\n\nSe cumplen siempre.\n\n", "")),
        "# Título\nIntro.\n*\n  primer punto\n*\n  segundo punto\n*\n  tercer punto\nFin del texto.\n## [-Plazos-]\n[-Se cumplen siempre.-]\n## Otra\nTexto.\n"
    );
    assert_eq!(
        redline(old, &old.replace("- primer punto\n- segundo punto\n- tercer punto\n\n", "")),
        "# Título\nIntro.\n*\n  [-primer punto-]\n*\n  [-segundo punto-]\n*\n  [-tercer punto-]\nFin del texto.\n## Plazos\nSe cumplen siempre.\n## Otra\nTexto.\n"
    );
    let table = "| a | b |\n|---|---|\n| uno | dos |\n| tres | cuatro |\n| cinco | seis |\n";
    assert_eq!(
        redline(table, &table.replace("| tres | cuatro |\n", "")),
        "| a | b |\n| uno | dos |\n| [-tres cuatro-] |\n| cinco | seis |\n"
    );
    let nested = "- alfa\n  - beta\n  - gama\n- delta\n";
    assert_eq!(
        redline(nested, &nested.replace("  - gama\n", "")),
        "*\n  alfa\n  *\n    beta\n  *\n    [-gama-]\n*\n  delta\n"
    );
    assert_eq!(
        redline(nested, &nested.replace("- delta\n", "")),
        "*\n  alfa\n  *\n    beta\n  *\n    gama\n*\n  [-delta-]\n"
    );
}

#[test]
fn what_moved_is_marked() {
    let old = "# T\n\nEl municipio publica sus datos abiertos cada mes.\n\nLa tesorería entrega un informe anual al cabildo.\n\nLa contraloría revisa las cuentas de la alcaldía.\n";
    let new = "# T\n\nLa tesorería entrega un informe anual al cabildo.\n\nLa contraloría revisa las cuentas de la alcaldía.\n\nEl municipio publica sus datos abiertos cada mes.\n";
    assert_eq!(
        redline(old, new),
        "# T\nLa tesorería entrega un informe anual al cabildo.\nLa contraloría revisa las cuentas de la alcaldía.\n{>El municipio publica sus datos abiertos cada mes.<}\n"
    );
    let old = "Primera oración que se queda aquí. Segunda oración que se irá lejos de aquí. Tercera.\n\nOtro párrafo con su texto propio.\n";
    let new = "Primera oración que se queda aquí. Tercera.\n\nOtro párrafo con su texto propio. Segunda oración que se irá lejos de aquí.\n";
    assert_eq!(
        redline(old, new),
        "Primera oración que se queda aquí. Tercera.\nOtro párrafo con su texto propio. {>Segunda oración que se irá lejos de aquí.<}\n"
    );
}

#[test]
fn other_changes_have_a_place() {
    assert_eq!(
        redline(
            "---\ntitle: A\n---\n\n# Uno\n\nVer [esto](a.md).\n",
            "---\ntitle: B\n---\n\n# Uno\n\nVer [esto](b.md).\n"
        ),
        "# ◆Uno\n◆Ver [esto](b.md).\n"
    );
    assert_eq!(redline("```\nuno\ndos\n```\n", "```\nuno\ntres\n```\n"), "◆[-dos-]\n`uno\ntres`\n");
}

#[test]
fn clauses_and_documents() {
    let old = "## Artículo 1. Objeto\n\nI. Publicar los datos.\n\nII. Revisar los datos.\n";
    let new =
        "## Artículo 1. Objeto\n\nI. Publicar los datos.\n\nII. Traducir todo al náhuatl.\n\nIII. Revisar los datos.\n";
    assert_eq!(
        redline(old, new),
        "## Artículo 1. Objeto\nI. Publicar los datos.\n{+II.+}{+ Traducir todo al náhuatl.+}\n[-II -]{+III+}. Revisar los datos.\n"
    );
    let gone = "# Anexo\n\nTexto que se va por completo.\n\n- con punto\n";
    assert_eq!(
        redlines(&[("a.md", "# A\n\nTexto.\n"), ("b.md", gone)], &[("a.md", "# A\n\nTexto.\n")]),
        "# A\nTexto.\n# ◆b.md\n## [-Anexo-]\n[-Texto que se va por completo.-]\n*\n  [-con punto-]\n"
    );
}
