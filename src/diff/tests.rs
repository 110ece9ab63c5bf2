//! What the table of cases does not show: places to the byte, order, norms on both sides, gaps.

use super::{Bump, Change, Class, Event, State, Unit, compare};
use crate::model::{DocumentPath, Span};
use crate::norms::Strength;
use crate::policy::Policy;
use crate::repo::Memory;

type File<'a> = (&'a str, &'a str);

fn policy(files: &[File<'_>]) -> Policy {
    Policy::open(Box::new(Memory::new(files.iter().map(|(path, text)| (*path, text.as_bytes()))).unwrap())).unwrap()
}

fn changes(old: &[File<'_>], new: &[File<'_>]) -> Vec<Change> {
    compare(&policy(old), &policy(new), &[]).changes
}

fn edited(old: &str, new: &str) -> Vec<Change> {
    changes(&[("a.md", old)], &[("a.md", new)])
}

/// Where a text stands in another one.
fn span(text: &str, part: &str) -> Span {
    let start = text.find(part).unwrap();
    Span::new(start..start + part.len())
}

#[test]
fn edits_stand_at_their_bytes_on_both_sides() {
    let (old, new) =
        ("# Plazos\n\nEl año *fiscal* dura doce meses.\n", "# Plazos\n\nEl año\nnatural dura doce meses.\n");
    let found = edited(old, new);
    let [Change { edits, old: Some(before), new: Some(after), .. }] = found.as_slice() else { panic!("{found:?}") };
    let (was, is) = (edits[0].old.as_ref().unwrap(), edits[0].new.as_ref().unwrap());
    assert_eq!((was.span, was.text.as_str(), was.start.line, was.start.column), (span(old, "fiscal"), "fiscal", 3, 9));
    assert_eq!(
        (is.span, is.words.as_slice(), is.start.line),
        (span(new, "natural"), ["natural".to_owned()].as_slice(), 4)
    );
    assert_eq!(edits[0].at, span(new, "natural").start);
    assert_eq!((before.anchor.as_deref(), after.title.as_deref()), (Some("plazos"), Some("Plazos")));
    assert_eq!(after.span, span(new, "El año\nnatural dura doce meses."));
}

#[test]
fn a_word_is_told_as_it_reads_however_it_is_written() {
    let found = edited("El pla&zwnj;zo de re**al**ce vence.\n", "El término de re**gis**tro vence.\n");
    let told: Vec<_> = found[0].edits.iter().filter_map(|edit| Some(edit.new.as_ref()?.text.clone())).collect();
    assert_eq!(told, ["término", "registro"]);
}

#[test]
fn a_redline_has_both_versions_of_the_sentence_and_no_other() {
    let found = edited("Uno dos tres. Cuatro cinco seis siete.\n", "Uno dos tres. Cuatro diez seis siete.\n");
    let pieces: Vec<_> = found[0].redline.iter().map(|piece| (piece.state, piece.text.as_str())).collect();
    let expected =
        [(State::Kept, "Cuatro"), (State::Removed, " cinco"), (State::Added, " diez"), (State::Kept, " seis siete.")];
    assert_eq!(pieces, expected);
}

#[test]
fn a_field_is_told_once_as_it_is_written() {
    let found = edited("De {{ entidad }} gestione.", "De {{ entidad }} gestione y publique.");
    let text: String = found[0].redline.iter().map(|piece| piece.text.as_str()).collect();
    assert_eq!(text, "De {{ entidad }} gestione y publique.");
}

#[test]
fn a_norm_is_told_as_it_was_and_as_it_is() {
    let found = edited(
        "La Secretaría deberá responder las solicitudes dentro de los diez días hábiles siguientes.\n",
        "La Secretaría deberá responder las solicitudes dentro de los veinte días hábiles siguientes.\n",
    );
    assert_eq!(found[0].class, Class::NormWeakened);
    let [norm] = found[0].norms.as_slice() else { panic!("{found:?}") };
    let (old, new) = (norm.old.as_ref().unwrap(), norm.new.as_ref().unwrap());
    assert_eq!((old.strength, old.agent.as_deref()), (Strength::Must, Some("La Secretaría")));
    assert!(old.deadline.as_ref().unwrap().contains("diez") && new.deadline.as_ref().unwrap().contains("veinte"));
    assert_eq!(Bump::of(&found), Bump::Major);
}

#[test]
fn several_norms_of_a_sentence_are_told_apart() {
    let found = edited(
        "La Unidad deberá publicar los datos y el Comité deberá revisar la lista cada año.\n",
        "La Unidad deberá publicar los datos y el Comité podrá revisar la lista cada año.\n",
    );
    let classes: Vec<_> = found.iter().flat_map(|change| &change.norms).map(|norm| norm.class).collect();
    assert_eq!(classes, [Class::NormWeakened]);
}

#[test]
fn changes_stand_in_the_order_of_the_new_text_and_what_is_gone_where_it_was() {
    let old = "# A\n\nPárrafo primero de la lista.\n\nPárrafo segundo que se quita.\n\nPárrafo tercero del final.\n";
    let new = "# A\n\nPárrafo primero de la serie.\n\nPárrafo tercero del término.\n";
    let found = edited(old, new);
    let told: Vec<_> = found.iter().map(|change| change.event).collect();
    assert_eq!(told, [Event::Edited, Event::Removed, Event::Edited]);
    let behind = span(new, "Párrafo primero de la serie.").end;
    assert_eq!(found[1].gap, Some((DocumentPath::new("a.md").unwrap(), behind)));
}

#[test]
fn a_file_that_was_renamed_and_rewritten_is_the_same_where_that_is_known() {
    let (old, new) = ([("a.md", "# Uno\n\nTexto breve.\n")], [("b.md", "# Dos\n\nOtra cosa distinta.\n")]);
    let path = |path| DocumentPath::new(path).unwrap();
    let told = |renamed: &[(DocumentPath, DocumentPath)]| -> Vec<Event> {
        let found = compare(&policy(&old), &policy(&new), renamed).changes;
        found.iter().filter(|change| change.unit == Unit::Document).map(|change| change.event).collect()
    };
    assert_eq!(told(&[(path("a.md"), path("b.md"))]), [Event::Renamed]);
    let mut unknown = told(&[]);
    unknown.sort_unstable_by_key(|event| event.name());
    assert_eq!(unknown, [Event::Added, Event::Removed]);
}

#[test]
fn a_document_that_became_two_is_split_and_nothing_in_it_moved() {
    let (one, other) = (
        "# Uno\n\nLos datos se publican en el portal municipal.\n\n",
        "# Dos\n\nEl archivo guarda las actas de cada sesión.\n",
    );
    let whole = format!("{one}{other}");
    let found = changes(&[("a.md", &whole)], &[("a.md", one), ("b.md", other)]);
    let told: Vec<_> = found.iter().map(|change| (change.event, change.unit)).collect();
    assert_eq!(told, [(Event::Split, Unit::Document)]);
}

#[test]
fn of_several_sections_that_became_one_it_is_told_of_the_first() {
    let texts = [
        "Los municipios publican cada trimestre sus presupuestos aprobados.",
        "Ninguna licencia impide reutilizar archivos descargados del portal.",
        "Quien administra servidores respalda diariamente toda la información.",
        "Las escuelas reciben equipo nuevo antes de empezar clases.",
    ];
    let titles = ["Finanzas", "Derechos", "Respaldos", "Aulas"];
    let sections = titles.iter().zip(texts).map(|(title, text)| format!("## {title}\n\n{text}\n\n"));
    let old = format!("# Guía\n\n{}", sections.collect::<String>());
    let new = format!("# Guía\n\n## Compromisos generales\n\n{}\n", texts.join("\n\n"));
    // Each time anew, as the order in which tables of hashes are gone through is another each time.
    for _ in 0..30 {
        let found = edited(&old, &new);
        let whole = found.iter().filter(|change| change.unit == Unit::Section);
        let anchor = |place: &Option<super::change::Place>| place.as_ref().and_then(|place| place.anchor.clone());
        let told: Vec<_> = whole.map(|change| (change.event, anchor(&change.old), anchor(&change.new))).collect();
        let expected =
            |event, title: &str| (event, Some(title.to_lowercase()), Some("compromisos-generales".to_owned()));
        let merged = titles.map(|title| expected(Event::Merged, title));
        assert_eq!(told, [&[expected(Event::Split, titles[0])], merged.as_slice()].concat());
    }
}

#[test]
fn dates_are_never_cut() {
    let found = edited("Rige desde 2026-01-02 en todo el país.\n", "Rige desde 2026-03-02 en todo el país.\n");
    assert_eq!(found[0].edits[0].new.as_ref().unwrap().text, "2026-03-02");
    assert_eq!(found[0].class, Class::Figure);
}

#[test]
fn small_words_between_two_rewritten_phrases_are_rewritten_too() {
    let old = "El comité revisa la primera propuesta formal de presupuesto anual municipal cada lunes.\n";
    let new = "El comité revisa un segundo borrador completo de gasto corriente federal cada lunes.\n";
    let found = edited(old, new);
    let told: Vec<_> = found.iter().flat_map(|change| &change.edits).filter_map(|edit| edit.old.as_ref()).collect();
    assert_eq!(told.len(), 1);
    assert_eq!(told[0].text, "la primera propuesta formal de presupuesto anual municipal");
}

#[test]
fn raw_html_and_front_matter_are_no_text() {
    let found =
        edited("---\nversion: 1.0\n---\n<!-- uno -->\n\nTexto.\n", "---\nversion: 1.1\n---\n<!-- dos -->\n\nTexto.\n");
    let told: Vec<_> = found.iter().map(|change| (change.class, change.unit)).collect();
    assert_eq!(told, [(Class::Metadata, Unit::Metadata), (Class::Formatting, Unit::Html)]);
    assert_eq!(Bump::of(&found), Bump::None);
}

#[test]
fn a_log_of_changes_obliges_to_nothing() {
    let found = changes(
        &[("CHANGELOG.md", "# 1.0\n")],
        &[("CHANGELOG.md", "# 1.0\n\nLa Secretaría deberá publicar los datos del municipio.\n")],
    );
    assert!(found.iter().all(|change| !change.class.concerns_norms()), "{found:?}");
}
