//! Ordinary edits, each with what a reader would call new.

mod layout;
mod properties;

use super::{Alignment, DocumentParts, align, parts};
use crate::model::{DocumentPath, Slugger, Span};
use crate::parse;

type File<'a> = (&'a str, &'a str);

fn version(files: &[File<'_>]) -> Vec<DocumentParts> {
    let read = |(path, text): &File<'_>| parts(&parse::document(path_of(path), text, Slugger::default()));
    files.iter().map(read).collect()
}

fn path_of(path: &str) -> DocumentPath {
    DocumentPath::new(path).unwrap()
}

fn aligned(old: &[File<'_>], new: &[File<'_>]) -> Alignment {
    align(&version(old), &version(new))
}

/// What is changed in each new file, as it is written there.
fn changed<'a>(old: &[File<'_>], new: &[File<'a>]) -> Vec<&'a str> {
    let alignment = aligned(old, new);
    let of_file = |(path, text): &File<'a>| {
        let text = *text;
        alignment.changed_spans(&path_of(path)).iter().map(move |span| &text[span.range()]).collect::<Vec<_>>()
    };
    new.iter().flat_map(of_file).collect()
}

/// What is changed in a file that keeps its name.
fn edited<'a>(old: &str, new: &'a str) -> Vec<&'a str> {
    changed(&[("a.md", old)], &[("a.md", new)])
}

/// Whether a finding on the first place where `at` stands in the new text concerns the change.
fn touched(old: &str, new: &str, at: &str) -> bool {
    let start = new.find(at).unwrap();
    aligned(&[("a.md", old)], &[("a.md", new)]).is_touched(&path_of("a.md"), Span::new(start..start + at.len()))
}

const NONE: [&str; 0] = [];

const ONE: &str =
    "## Alcance\n\nEsta política obliga a todas las dependencias de la Administración Pública Federal.\n\n";
const TWO: &str = "## Plazos\n\nLa Secretaría publicará el inventario dentro de los diez días hábiles siguientes.\n\n";
const THREE: &str = "## Vigencia\n\nEl presente acuerdo entrará en vigor al día siguiente de su publicación.\n\n";

#[test]
fn a_text_is_not_changed_against_itself() {
    let text = format!("---\ntitle: Uno\n---\n{ONE}{TWO}{THREE}");
    assert_eq!(edited(&text, &text), NONE);
}

#[test]
fn a_moved_section_is_not_changed() {
    let (old, new) = (format!("{ONE}{TWO}{THREE}"), format!("{THREE}{ONE}{TWO}"));
    assert_eq!(edited(&old, &new), NONE);
    let alignment = aligned(&[("a.md", &old)], &[("a.md", &new)]);
    let moved: Vec<bool> = alignment.sections.iter().map(|pair| pair.moved).collect();
    assert_eq!(moved, [false, true, false, false]);
}

#[test]
fn in_a_moved_section_only_the_changed_word_is_new() {
    let (old, new) = (format!("{ONE}{TWO}{THREE}"), format!("{TWO}{THREE}{ONE}"));
    let new = new.replace("todas las dependencias", "todas las entidades");
    assert_eq!(edited(&old, &new), ["entidades"]);
}

#[test]
fn a_section_moved_to_another_file_is_not_changed() {
    let (first, second) = (format!("{ONE}{TWO}"), format!("# Final\n\n{THREE}"));
    let (first_new, second_new) = (ONE.to_owned(), format!("# Final\n\n{THREE}{TWO}"));
    let old = [("a.md", first.as_str()), ("b.md", second.as_str())];
    assert_eq!(changed(&old, &[("a.md", &first_new), ("b.md", &second_new)]), NONE);
    let edited = second_new.replace("diez", "quince");
    assert_eq!(changed(&old, &[("a.md", &first_new), ("b.md", &edited)]), ["quince"]);
}

#[test]
fn a_changed_word_is_new_alone() {
    let old = "La Secretaría deberá publicar los datos.";
    assert_eq!(edited(old, "La Secretaría podrá publicar los datos."), ["podrá"]);
    assert_eq!(edited(old, "La Secretaría deberá publicar sus propios datos."), ["sus propios"]);
    assert_eq!(edited(old, "La secretaría deberá publicar los datos."), ["secretaría"]);
}

#[test]
fn marks_are_tokens() {
    assert_eq!(edited("Si procede se publica.", "Si procede, se publica."), [","]);
    assert_eq!(edited("El plazo es de 10 años.", "El plazo es de 10 % años."), ["%"]);
    assert_eq!(edited("Los \"datos\" son de todos.", "Los «datos» son de todos."), ["«", "»"]);
}

#[test]
fn a_renamed_file_is_not_changed() {
    let text = format!("---\nlanguage: es\n---\n{ONE}{TWO}");
    assert_eq!(changed(&[("es/04-a.md", &text)], &[("es/05-b.md", &text)]), NONE);
    let edited = text.replace("diez", "quince");
    assert_eq!(changed(&[("es/04-a.md", &text)], &[("es/05-b.md", &edited)]), ["quince"]);
}

#[test]
fn files_renumbered_in_a_chain_keep_their_text() {
    let (one, two) = (format!("# Uno\n\n{ONE}"), format!("# Dos\n\n{TWO}"));
    let three = format!("# Nuevo\n\n{THREE}");
    let found = changed(&[("01.md", &one), ("02.md", &two)], &[("01.md", &three), ("02.md", &one), ("03.md", &two)]);
    let whole = "El presente acuerdo entrará en vigor al día siguiente de su publicación.";
    assert_eq!(found, ["# Nuevo", "## Vigencia", whole]);
}

#[test]
fn a_file_split_in_two_is_not_changed() {
    let old = format!("# Todo\n\n{ONE}{TWO}{THREE}");
    let first = format!("# Todo\n\n{ONE}");
    let second = format!("# Resto\n\n{TWO}{THREE}");
    assert_eq!(changed(&[("a.md", &old)], &[("a.md", &first), ("b.md", &second)]), ["# Resto"]);
}

#[test]
fn the_second_of_two_copies_is_new() {
    let paragraph = "Toda dependencia publicará sus datos.\n\n";
    let new = paragraph.repeat(2);
    let spans = aligned(&[("a.md", paragraph)], &[("a.md", &new)]);
    let second = Span::new(paragraph.len()..new.trim_end().len());
    assert_eq!(spans.changed_spans(&path_of("a.md")), [second]);
}

#[test]
fn a_renamed_heading_is_its_words() {
    let old = format!("# Política\n\n{ONE}{TWO}");
    assert_eq!(edited(&old, &old.replace("## Plazos", "## Plazos y términos")), ["y términos"]);
    assert_eq!(edited(&old, &old.replace("## Plazos", "## Fechas")), ["Fechas"]);
    let identified = old.replace("## Plazos", "## Plazos {#plazos}");
    assert_eq!(edited(&identified, &identified.replace("## Plazos", "## Fechas")), ["Fechas"]);
}

#[test]
fn composed_and_decomposed_letters_are_the_same() {
    assert_eq!(edited("La publicación del año.", "La publicacio\u{301}n del an\u{303}o."), NONE);
}

#[test]
fn line_endings_are_invisible() {
    let old = format!("---\ntitle: Uno\n---\n{ONE}- uno\n- dos\n\n| a | b |\n|---|---|\n| c | d |\n\n```\nx\ny\n```\n");
    assert_eq!(edited(&old, &old.replace('\n', "\r\n")), NONE);
    assert_eq!(edited(&old.replace('\n', "\r\n"), &old), NONE);
}

#[test]
fn emphasis_is_invisible_and_a_deletion_mark_is_not() {
    let old = "La Secretaría deberá publicar los datos.";
    assert_eq!(edited(old, "La **Secretaría** _deberá_ publicar `los` dat**os**."), NONE);
    assert_eq!(edited(old, "La Secretaría ~~deberá~~ publicar los datos."), ["~~", "~~"]);
}

#[test]
fn the_spelling_of_a_heading_is_invisible_and_its_level_touches_it() {
    assert_eq!(edited("Alcance\n-------\n\nUno dos.", "## Alcance ##\n\nUno dos."), NONE);
    let (old, new) = ("# Alcance\n\nUno dos tres.", "## Alcance\n\nUno dos tres.");
    assert_eq!(edited(old, new), NONE);
    assert!(touched(old, new, "Alcance"));
    assert!(!touched(old, new, "dos"));
}

#[test]
fn a_new_section_is_new_wholly() {
    let (old, new) = (format!("{ONE}{THREE}"), format!("{ONE}{TWO}{THREE}"));
    let paragraph = TWO.lines().nth(2).unwrap();
    assert_eq!(edited(&old, &new), ["## Plazos", paragraph]);
    assert!(touched(&old, &new, "inventario"));
    assert!(!touched(&old, &new, "dependencias"));
}

#[test]
fn a_deletion_leaves_nothing_new() {
    let whole = format!("{ONE}{TWO}{THREE}");
    assert_eq!(edited(&whole, &format!("{ONE}{THREE}")), NONE);
    assert_eq!(edited("Uno dos tres cuatro cinco.", "Uno dos cuatro cinco."), NONE);
}

#[test]
fn the_words_beside_a_deletion_are_touched() {
    let (old, new) = ("Se publicará, sin costo, cada mes el padrón.", "Se publicará cada mes el padrón.");
    assert!(touched(old, new, "publicará"));
    assert!(touched(old, new, "cada"));
    let between = new.find(" cada").unwrap();
    let alignment = aligned(&[("a.md", old)], &[("a.md", new)]);
    assert!(alignment.is_touched(&path_of("a.md"), Span::new(between..between + 1)));
    assert!(alignment.is_touched(&path_of("a.md"), Span::new(between..between)), "an empty span");
    assert!(!alignment.is_touched(&path_of("a.md"), Span::new(new.len() - 1..new.len())));
    assert!(!touched(old, new, "mes"));
    assert!(touched(old, new, "publicará cada mes el padrón"));
    assert!(touched("Uno dos.", "Uno", "Uno"), "words gone at the end");
    assert!(touched("Por tanto, se publica.", "se publica.", "se"), "words gone at the beginning");
}

#[test]
fn a_sentence_that_is_whole_is_not_touched_by_its_neighbour_moving_away() {
    let old = "Los datos son de todos. La Secretaría publicará el inventario dentro de diez días hábiles.";
    let new = "Los datos son de todos.\n\nLa Secretaría publicará el inventario dentro de diez días hábiles.";
    assert_eq!(edited(old, new), NONE);
    assert!(!touched(old, new, "todos."));
    assert!(!touched(old, new, "Secretaría"));
}

#[test]
fn joined_and_split_paragraphs_are_not_changed() {
    let (one, two) = ("Los datos son de todos.", "La Secretaría publicará el inventario en diez días hábiles.");
    let three = "El Comité lo revisará: cada año, sin falta.";
    let (joined, apart) = (format!("{one} {two} {three}"), format!("{one}\n\n{two}\n\n{three}"));
    assert_eq!(edited(&joined, &apart), NONE);
    assert_eq!(edited(&apart, &joined), NONE);
    assert_eq!(edited(&apart, &joined.replace("diez", "quince")), ["quince"]);
    assert_eq!(edited(&joined, &apart.replace("diez", "quince")), ["quince"]);
    assert_eq!(edited(&apart, &format!("{two} {one} {three}")), NONE);
}

#[test]
fn a_phrase_that_other_text_shares_with_removed_text_is_new() {
    let old = "El Comité sesionará cada mes, previa convocatoria de la Secretaría, en su sede.\n\nFin.";
    let new = "Los padrones se difunden, previa solicitud de la Secretaría, por escrito y sin costo alguno.\n\nFin.";
    assert_eq!(edited(old, new), [new.lines().next().unwrap()]);
}

#[test]
fn a_sentence_moved_into_another_paragraph_is_not_changed() {
    let sentence = " El Comité revisará cada año la lista de conjuntos prioritarios.";
    let (first, second) = ("La lista es pública y gratuita para todos.", "Las sesiones serán transmitidas en vivo.");
    let old = format!("{first}{sentence}\n\n{second}");
    assert_eq!(edited(&old, &format!("{first}\n\n{second}{sentence}")), NONE);
}

#[test]
fn a_paragraph_moved_and_edited_is_its_words() {
    let paragraph = "El Comité revisará cada año la lista de conjuntos prioritarios de datos.\n\n";
    let old = format!("{paragraph}{ONE}{TWO}{THREE}");
    let new = format!("{ONE}{TWO}{THREE}{}", paragraph.replace("cada año", "cada semestre"));
    assert_eq!(edited(&old, &new), ["semestre"]);
}

#[test]
fn the_target_of_a_link_is_compared_and_how_it_is_written_is_not() {
    let old = "Véase [la guía](guia.md) vigente.";
    assert_eq!(edited(old, "Véase [la guía](manual.md) vigente."), ["](manual.md)"]);
    assert_eq!(edited(old, "Véase [la guía][g] vigente.\n\n[g]: guia.md"), NONE);
    assert_eq!(edited(old, "Véase [la guía](guia.md \"Título\") vigente."), ["](guia.md \"Título\")"]);
    assert_eq!(edited("Véase la guía vigente.", old), ["](guia.md)"]);
    assert_eq!(edited("Ver https://a.mx/b hoy.", "Ver https://a.mx/c hoy."), ["https://a.mx/c"]);
    assert_eq!(edited("Ver <https://a.mx/b> hoy.", "Ver <https://a.mx/c> hoy."), ["https://a.mx/c"]);
    assert_eq!(edited("Ver <https://a.mx/b> hoy.", "Ver https://a.mx/b hoy."), NONE);
    assert_eq!(edited("![Mapa](a.png)", "![Mapa](b.png)"), ["](b.png)"]);
}

#[test]
fn footnotes_are_compared_by_what_they_say() {
    let old = "Uno[^1] y dos[^2].\n\n[^1]: La ley primera.\n[^2]: El acuerdo segundo.\n";
    assert_eq!(edited(old, "Uno[^a] y dos[^b].\n\n[^a]: La ley primera.\n[^b]: El acuerdo segundo.\n"), NONE);
    assert_eq!(edited(old, "Uno[^1] y dos[^2].\n\n[^2]: El acuerdo segundo.\n\n[^1]: La ley primera.\n"), NONE);
    let swapped = "Uno[^2] y dos[^1].\n\n[^1]: La ley primera.\n[^2]: El acuerdo segundo.\n";
    assert_eq!(edited(old, swapped), ["[^2]", "[^1]"]);
    let relabelled = "Uno[^1] y dos[^2].\n\n[^2]: La ley primera.\n[^1]: El acuerdo segundo.\n";
    assert_eq!(edited(old, relabelled), ["[^1]", "[^2]"]);
    let reworded = "Uno[^x] y dos[^2].\n\n[^x]: La ley suprema.\n[^2]: El acuerdo segundo.\n";
    assert_eq!(edited(old, reworded), ["suprema"]);
    assert_eq!(edited("Uno y dos.", "Uno[^n] y dos.\n\n[^n]: Nota nueva."), ["[^n]", "Nota nueva."]);
}

#[test]
fn code_is_compared_by_lines_and_html_by_pieces() {
    let old = "```json\n{\n  \"a\": 1\n}\n```\n\n<div class=\"x\">\nhola\n</div>\n";
    assert_eq!(edited(old, &old.replace("```", "~~~~")), NONE);
    assert_eq!(edited(old, &old.replace(": 1", ": 2")), ["  \"a\": 2"]);
    assert_eq!(edited(old, &old.replace("json", "yaml")), ["```yaml"]);
    assert_eq!(edited(old, &old.replace("hola", "adiós")), ["adiós"]);
}

#[test]
fn metadata_is_compared_by_keys() {
    let old = "---\ntitle: Uno\norder: 3\ntags: [a, b]\n---\n\nTexto.\n";
    assert_eq!(edited(old, "---\norder: 3\ntags:\n  - a\n  - b\ntitle: \"Uno\"\n---\n\nTexto.\n"), NONE);
    assert_eq!(edited(old, "---\ntitle: Uno\norder: 4\ntags: [a, b]\n---\n\nTexto.\n"), ["order: 4"]);
    assert_eq!(edited(old, "---\ntitle: Uno\norder: 3\ntags: [a, c]\n---\n\nTexto.\n"), ["tags: [a, c]"]);
    assert_eq!(edited("Texto.\n", "---\ntitle: Uno\n---\n\nTexto.\n"), ["title: Uno"]);
}

#[test]
fn a_tasks_state_and_a_field_are_compared() {
    assert_eq!(edited("- [ ] Publicar todo.\n", "- [x] Publicar todo.\n"), ["[x]"]);
    assert_eq!(edited("Escriba a {{ correo }} hoy.", "Escriba a {{ buzon }} hoy."), ["{{ buzon }}"]);
}

#[test]
fn a_paragraph_that_becomes_a_quotation_is_touched() {
    let (old, new) = ("Uno dos tres cuatro.", "> Uno dos tres cuatro.");
    assert_eq!(edited(old, new), NONE);
    assert!(touched(old, new, "dos"));
}

#[test]
fn translations_that_share_identities_stay_apart() {
    let (spanish, english) =
        ("# Plazos {#plazos}\n\nSe publicará en diez días.", "# Terms {#plazos}\n\nPublished in ten days.");
    let old = [("es/a.md", spanish), ("en/a.md", english)];
    let new = [("es/b.md", &*spanish.replace("diez", "cinco")), ("en/b.md", &*english.replace("ten", "five"))];
    assert_eq!(changed(&old, &new), ["cinco", "five"]);
}

#[test]
fn a_section_that_keeps_its_identity_is_found_in_another_file() {
    let old = [("a.md", "# A\n\n## Plazos {#plazos}\n\nUno dos tres.\n"), ("b.md", "# B\n")];
    let new = [("a.md", "# A\n"), ("b.md", "# B\n\n## Fechas {#plazos}\n\nCuatro cinco seis.\n")];
    let alignment = aligned(&old, &new);
    let pair = alignment.sections.iter().find(|pair| pair.moved).unwrap();
    assert_eq!(pair.old.map(|place| (place.document, place.index)), Some((0, 2)));
    assert_eq!(pair.new.map(|place| (place.document, place.index)), Some((1, 2)));
}

#[test]
fn many_small_edits_in_a_long_list_are_found_each_in_its_item() {
    let item = |number: usize, verb: &str| format!("- La dependencia número {number} {verb} sus datos abiertos.\n");
    let old: String = (0..500).map(|number| item(number, "publicará")).collect();
    let new: String = (0..500).map(|number| item(number, "difundirá")).collect();
    assert_eq!(edited(&old, &new), vec!["difundirá"; 500]);
}

#[test]
fn several_edits_at_once_are_told_apart() {
    let old = format!("---\ntitle: Uno\n---\n# Política\n\n{ONE}{TWO}{THREE}1. Uno.\n2. Dos.\n");
    let two = TWO.replace("diez", "quince").replace("inventario dentro", "inventario\ndentro");
    let new = format!("---\ntitle: Uno\n---\n# Política\n\n{THREE}1. Nuevo punto.\n2. Uno.\n3. Dos.\n\n{ONE}{two}");
    assert_eq!(edited(&old, &new), ["Nuevo punto.", "quince"]);
}

#[test]
fn a_document_that_was_not_given_is_untouched() {
    assert!(!aligned(&[], &[]).is_touched(&path_of("x.md"), Span::new(0..5)));
}

#[test]
fn what_is_too_short_to_be_known_again_goes_where_its_neighbours_go() {
    let list =
        "La guía se imprime con los datos siguientes.\n\n- Formato: A4\n- Encuadernación rústica con lomo pegado.\n";
    let old = format!("# Imprenta\n\nEsto queda aquí arriba.\n\n{list}");
    let preface = "Para generar los archivos hay que instalar antes las herramientas que se enumeran abajo.";
    let new =
        format!("# Imprenta\n\nEsto queda aquí arriba.\n\n## Archivos\n\n{preface}\n\n## La guía impresa\n\n{list}");
    assert_eq!(edited(&old, &new), ["## Archivos", preface, "## La guía impresa"]);
    let apart = new.replace("- Formato: A4\n", "").replace(preface, &format!("{preface}\n\nFormato: A4"));
    assert!(edited(&old, &apart).contains(&"Formato: A4"));
}
