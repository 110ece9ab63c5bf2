use super::super::testing::{at, facts};
use super::*;

const GLOSSARY: &str = "# Definiciones\n\nPara los efectos de esta Política se entenderá por:\n\n\
    I. **Catálogo:** relación de los Conjuntos de datos;\n\n\
    II. **Comité:** el Comité de Datos Abiertos, que aprueba el Catálogo;\n\n\
    III. **Conjunto de datos:** colección de datos con sus Metadatos;\n\n\
    IV. **Metadatos:** información que describe un Conjunto de datos, y\n\n\
    V. **Unidad Responsable:** la que coordina la Política.\n\n\
    # Reglas\n\n\
    La Unidad Responsable deberá publicar el Catálogo. El Comité deberá revisar cada Conjunto de datos y sus Metadatos. \
    Todo Conjunto de datos se publica en el Catálogo, según el Comité. La Unidad Responsable informa al Comité. \
    El público usa el Catálogo sin costo y conoce los Conjuntos de datos con sus metadatos.\n\n";

fn alone(text: &str) -> (String, Judgement) {
    let text = format!("{GLOSSARY}{text}\n");
    let facts = facts(&text, true);
    (text, judge(&[&facts]))
}

fn undefined(text: &str) -> Vec<String> {
    alone(text).1.undefined_terms.into_iter().map(|it| it.term).collect()
}

fn variants(text: &str) -> Vec<(String, String)> {
    alone(text).1.term_variants.into_iter().map(|it| (it.written, it.term)).collect()
}

#[test]
fn a_sound_text_has_nothing_amiss() {
    assert_eq!(alone("").1, Judgement::default());
}

#[test]
fn a_body_with_duties_that_nothing_defines_is_found() {
    let (text, judgement) = alone("El Consejo Ciudadano deberá aprobar el plan.");
    let [found] = judgement.undefined_terms.as_slice() else { panic!("{judgement:?}") };
    assert_eq!((found.term.as_str(), at(&text, found.place.span)), ("Consejo Ciudadano", "Consejo Ciudadano"));
    assert_eq!(undefined("Lo decide la Ventanilla Única. La Ventanilla Única deberá responder."), ["Ventanilla Única"]);
    assert_eq!(undefined("El Comité Técnico deberá opinar."), ["Comité Técnico"]);
    assert_eq!(undefined("La persona acude a la Unidad Responable."), ["Unidad Responable"]);
}

#[test]
fn names_are_no_undefined_terms() {
    for text in [
        "El Congreso de la Unión deberá legislar. La Secretaría de Hacienda deberá pagar.",
        "Rige la Ley General de Archivos. Según la Ley General de Archivos, nada cambia.",
        "El Diario Oficial de la Federación publica. El Diario Oficial de la Federación imprime.",
        "El Comité de Datos Abiertos deberá sesionar.",
        "El Instituto Nacional de Estadística y Geografía deberá medir. El Instituto Nacional de Estadística mide.",
        "En la Ciudad de México y en el Estado de Jalisco rige. Vive en la Ciudad de México.",
        "El Consejo Ciudadano (en adelante, el Consejo) deberá opinar. El Consejo opina.",
        "> El Consejo Ciudadano deberá aprobar.",
        "Según el Anexo B, el Capítulo III y el Anexo B, rige el Artículo 3.",
        "La Persona deberá. Nuestro Consejo decide. Consejo Ciudadano deberá.",
    ] {
        let found = undefined(text);
        assert!(found.iter().all(|term| term == "Persona"), "{text}: {found:?}");
    }
}

#[test]
fn a_text_without_a_glossary_or_without_capitals_is_not_asked_to_define() {
    let text = "# Reglas\n\nEl Consejo Ciudadano deberá aprobar.\n";
    assert_eq!(judge(&[&facts(text, true)]), Judgement::default());
    let small = "# Glosario\n\n- catálogo: relación\n- comité: órgano\n- dato: hecho\n\n# Reglas\n\nEl catálogo, el comité, el \
                 dato. El Consejo Ciudadano deberá aprobar. Mucho texto que no define nada y por eso no es glosario.\n";
    assert_eq!(judge(&[&facts(small, true)]), Judgement::default());
}

#[test]
fn a_term_that_is_used_nowhere_is_unused() {
    let text = GLOSSARY.replace("V. **Unidad", "VI. **Mesa de trabajo:** reunión de la mesa;\n\nV. **Unidad");
    let judgement = judge(&[&facts(&text, true)]);
    let [found] = judgement.unused_terms.as_slice() else { panic!("{judgement:?}") };
    assert_eq!((found.term.as_str(), at(&text, found.place.span)), ("Mesa de trabajo", "Mesa de trabajo"));
    // A plural, small letters, another definition or another chapter use it.
    for used in ["Las Mesas de trabajo son públicas.", "Habrá mesas de trabajo.", "# Mesas de trabajo"] {
        assert_eq!(judge(&[&facts(&format!("{text}{used}\n"), true)]).unused_terms, [], "{used}");
    }
    let (one, other) = (facts(&text, false), facts("# Otro\n\nLas Mesas de trabajo son públicas.\n", false));
    assert_eq!(judge(&[&one, &other]).unused_terms, []);
}

#[test]
fn a_second_meaning_is_a_duplicate_also_in_a_chapter_alone() {
    let again = "# Otras definiciones\n\nPara los efectos de X se entenderá por:\n\nI. **Catálogo:** otra relación.\n";
    let (text, judgement) = alone(again);
    let [found] = judgement.duplicate_definitions.as_slice() else { panic!("{judgement:?}") };
    assert_eq!(at(&text, found.place.span), "Catálogo");
    assert!(found.first.span.start < found.place.span.start);
    let local = again.replace("de X", "de este Capítulo");
    assert_eq!(alone(&local).1.duplicate_definitions.len(), 1);
    // Two chapters may each say what they mean by a word that the whole text does not define.
    let chapter = local.replace("Catálogo", "Registro");
    assert_eq!(alone(&format!("{chapter}\n{chapter}")).1.duplicate_definitions, []);
    // Documents that stand alone have each their own terms.
    let (one, other) = (facts(GLOSSARY, true), facts(GLOSSARY, true));
    assert_eq!(judge(&[&one, &other]).duplicate_definitions, []);
    let (one, other) = (facts(GLOSSARY, false), facts(GLOSSARY, false));
    assert_eq!(judge(&[&one, &other]).duplicate_definitions.len(), 5);
}

#[test]
fn terms_written_otherwise_are_variants() {
    let found = |written: &str, term: &str| vec![(written.to_owned(), term.to_owned())];
    assert_eq!(variants("Cada Conjunto de Datos tiene dueño."), found("Conjunto de Datos", "Conjunto de datos"));
    assert_eq!(variants("Cada conjunto de Datos."), found("conjunto de Datos", "Conjunto de datos"));
    assert_eq!(variants("La Unidad responsable deberá opinar."), found("Unidad responsable", "Unidad Responsable"));
    assert_eq!(variants("Se publica en el Catalogo."), found("Catalogo", "Catálogo"));
    assert_eq!(variants("Se publica con meta-datos."), found("meta-datos", "Metadatos"));
}

#[test]
fn ordinary_words_and_longer_names_are_no_variants() {
    for text in [
        "Un catálogo de libros y un conjunto de datos.",
        "Rige el Catálogo Nacional de Conjuntos de Datos Abiertos.",
        "# Conjunto de Datos",
        "| Conjunto de Datos |\n| --- |\n| Los Conjuntos de datos |",
        "CONJUNTO DE DATOS",
        "> El Conjunto de Datos.",
        "Catálogos y comités.",
    ] {
        assert_eq!(variants(text), [], "{text}");
    }
}

#[test]
fn an_acronym_that_any_document_explains_is_defined() {
    let (one, other) =
        (facts("La CTDA decide.\n", true), facts("La Comisión Técnica de Datos Abiertos (CTDA).\n", true));
    assert_eq!(judge(&[&one]).undefined_acronyms.len(), 1);
    assert_eq!(judge(&[&one, &other]).undefined_acronyms, []);
    let entry = facts("# Siglas\n\n| Sigla | Nombre |\n| --- | --- |\n| CTDA | Comisión |\n", true);
    assert_eq!(judge(&[&one, &entry]).undefined_acronyms, []);
}
