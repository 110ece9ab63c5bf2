use super::super::testing::{at, definitions};
use super::super::{Facts, judge};
use super::*;
use crate::definitions::testing::document;
use proptest::prelude::*;

/// The terms of a text, with their kinds and meanings.
fn read(text: &str) -> Vec<(String, DefinitionKind, String)> {
    let meaning = |definition: &Definition| definition.meaning.map_or("", |span| at(text, span)).to_owned();
    definitions(text).iter().map(|it| (it.term.clone(), it.kind, meaning(it))).collect()
}

fn formal(text: &str) -> Vec<String> {
    read(text).into_iter().filter(|(_, kind, _)| *kind == DefinitionKind::Formal).map(|(term, ..)| term).collect()
}

#[test]
fn clauses_after_an_introduction_define() {
    let text = "# Reglas\n\nPara los efectos de esta Política se entenderá por:\n\n\
        I. **Catálogo:** relación pública;\n\nII. **Persona usuaria (PU):** la que consulta, y\n\n\
        III. El Comité: órgano.\n\nEstos términos rigen: siempre.\n\nI. Otro: nada.\n";
    let found = definitions(text);
    let terms: Vec<_> = found.iter().map(|it| (at(text, it.span), it.acronym.as_deref())).collect();
    assert_eq!(terms, [("Catálogo", None), ("Persona usuaria", Some("PU")), ("Comité", None)]);
    assert_eq!(found[0].meaning.map(|span| at(text, span)), Some("relación pública;"));
    assert_eq!(at(text, found[0].extent).trim_end(), "I. **Catálogo:** relación pública;");
    assert!(found.iter().all(|it| it.kind == DefinitionKind::Formal && !it.local));
}

#[test]
fn items_paragraphs_and_quoted_terms_of_a_glossary_define() {
    let text = "## 1. Definitions\n\nThese terms are used.\n\n- **Dataset**: data.\n- Data steward – a person.\n\n\
        “Action” means a workflow.\n\nThe “Service” refers to the site.\n\n\"_Campaign_\" means work.\n\n\
        **Candidate.** A person.\n\n## 2. Rules\n\nNote: nothing.\n";
    assert_eq!(formal(text), ["Dataset", "Data steward", "Action", "Service", "Campaign", "Candidate"]);
    let text =
        "# Glosario\n\n5.1. Acarreo: Traslado de materiales.\n\n«Dato»: hecho.\n\n**7.5 Candidato:** aspirante.\n";
    assert_eq!(formal(text), ["Acarreo", "Dato", "Candidato"]);
}

#[test]
fn tables_definition_lists_and_headings_define() {
    let text = "| Término | Definición |\n| --- | --- |\n| Catálogo | relación |\n| **Dato** | hecho |\n";
    assert_eq!(formal(text), ["Catálogo", "Dato"]);
    assert_eq!(formal("| Campo | Definición |\n| --- | --- |\n| Catálogo | relación |\n"), Vec::<String>::new());
    assert_eq!(formal("# Glosario\n\nCatálogo\n: relación\n\nDato\n: hecho\n"), ["Catálogo", "Dato"]);
    let text = "# Glossary\n\n## Codebase\n\nAny package.\n\nWith more.\n\n## Policy\n\nA system.\n\n# Other\n\n## Thing\n\nNo.\n";
    assert_eq!(formal(text), ["Codebase", "Policy"]);
    let meaning = definitions(text)[0].meaning.map(|span| at(text, span));
    assert_eq!(meaning, Some("Any package.\n\nWith more."));
}

#[test]
fn lists_of_acronyms_are_told_apart() {
    let text = "# Siglas y acrónimos\n\n- CTDA: Comisión Técnica\n\n| Sigla | Nombre |\n| --- | --- |\n| OCDE | Organización |\n";
    let kinds: Vec<_> = read(text).into_iter().map(|(term, kind, _)| (term, kind)).collect();
    let acronym = |term: &str| (term.to_owned(), DefinitionKind::Acronym);
    assert_eq!(kinds, [acronym("CTDA"), acronym("OCDE")]);
}

#[test]
fn what_only_looks_like_a_definition_is_none() {
    for text in [
        "# Definición de la estrategia\n\nObjetivo: crecer.\n",
        "# Requisitos\n\nEl Comité deberá:\n\nI. Calidad: revisar.\n",
        "# Reglas\n\n> Se entenderá por:\n>\n> - Dato: hecho.\n",
        "# Capítulo II. Definiciones\n\n## Artículo 7. Cómputo de plazos\n\nPlazos: en días.\n",
        "# Definiciones\n\nEstos términos conservan su significado.\n\n- Dato:\n",
        "Fecha: hoy.\n\nFruta\n: manzana\n",
    ] {
        assert_eq!(formal(text), Vec::<String>::new(), "{text}");
    }
}

#[test]
fn definitions_for_a_part_are_local_and_several_names_share_a_meaning() {
    let text =
        "Para los efectos de este Capítulo, se entiende por:\n\n- Dato: hecho.\n- Ley o Ley General: la de 2025.\n";
    let found = definitions(text);
    let terms: Vec<_> = found.iter().map(|it| (it.term.as_str(), it.kind, it.local)).collect();
    assert_eq!(
        terms,
        [
            ("Dato", DefinitionKind::Formal, true),
            ("Ley", DefinitionKind::Inline, true),
            ("Ley General", DefinitionKind::Inline, true)
        ]
    );
}

#[test]
fn what_is_defined_in_passing_is_inline() {
    let text = "La Ley General de Archivos (en adelante, **la Ley**) rige.\n";
    assert_eq!(read(text), [("Ley".to_owned(), DefinitionKind::Inline, String::new())]);
}

#[test]
fn terms_that_are_blank_at_an_end_are_read() {
    for text in [" or “`CTDA`” means \u{a0}", " or “ÁRBOL: . ” means "] {
        let document = document(text);
        let facts = Facts::of(text, &document.passages(), true);
        assert!(facts.definitions.iter().all(|it| !it.term.is_empty() && text.get(it.span.range()).is_some()));
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(256) })]

    #[test]
    fn any_text_is_read_without_harm(
        parts in proptest::collection::vec(
            prop_oneof![
                Just("# Definiciones\n\n"), Just("se entenderá por:\n\n"), Just("I. "), Just("**Término:** "), Just("«"),
                Just("»"), Just("“"), Just("” means "), Just("\""), Just(" o "), Just(" or “"), Just("(en adelante, "),
                Just(")"), Just("ÁRBOL"), Just("CTDA"), Just("É"), Just("la Unidad "), Just("el Consejo de Ñ deberá "),
                Just("\n\n"), Just(": "), Just("| a | b |\n| --- | --- |\n"), Just("`CTDA`"), Just("{{ campo }}"),
                Just("e\u{301}"), Just("-"), Just(". "), Just("– "), Just("<abbr>"), Just("- "), Just("5.1. "), Just("\u{a0}"),
                Just("Término\n: hecho\n\n"), Just("*[AB]: c"), Just("hereinafter "), Just("[AB](x)"), Just(", en adelante "),
            ],
            0..24,
        )
    ) {
        let text = parts.concat();
        let document = document(&text);
        let inside = |span: Span| text.get(span.range()).is_some();
        for alone in [true, false] {
            let facts = Facts::of(&text, &document.passages(), alone);
            for it in &facts.definitions {
                prop_assert!(inside(it.span) && inside(it.extent) && it.meaning.is_none_or(inside), "{text:?} {it:?}");
                prop_assert!(!it.term.is_empty());
            }
            prop_assert!(facts.acronyms.used.iter().all(|(_, it)| inside(it.span)));
            let judgement = judge(&[&facts, &facts]);
            prop_assert!(judgement.term_variants.iter().all(|it| inside(it.place.span)));
            prop_assert!(judgement.undefined_terms.iter().all(|it| inside(it.place.span)));
        }
    }
}
