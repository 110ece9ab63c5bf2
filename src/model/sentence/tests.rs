use super::*;

fn cut<'text>(text: &'text str, language: Option<&str>) -> Vec<&'text str> {
    let language = language.and_then(Language::new);
    sentences(text, language.as_ref()).map(|range| &text[range]).collect()
}

/// Each text has its sentences between bars.
fn check(language: Option<&str>, marked: &[&str]) {
    for text in marked {
        let expected: Vec<&str> = text.split('|').map(str::trim).collect();
        let plain = text.replace('|', "");
        assert_eq!(cut(&plain, language), expected, "{plain}");
    }
}

const SPANISH: &[&str] = &[
    "La Unidad publica.| El Comité decide.",
    "Conforme al art. 14, fracc. III, de la ley.| Los arts. 5 y 6 no cambian.",
    "Véase el núm. 5 y la pág. 12.| Fin.",
    "El oficio No. 12 y el No. 13 del Lic. Pérez.| El Ing. Ruiz y la Dra. Soto lo firman.",
    "La empresa Datos, S.A. de C.V. presentó su oferta.| Se aceptó.",
    "Lo firma Datos, S.A. de C.V.| El contrato dura un año.",
    "Usa formatos abiertos, p. ej. CSV o JSON.| También otros.",
    "Hojas, tablas, etc.| La Unidad decide.",
    "Hojas, tablas, etc. y más.",
    "El artículo 1o. de la ley y el artículo 9o. de esta.| Otro.",
    "Lo dijo J. Pérez ayer.| Y también B. J. Soto.",
    "Son 3.5 puntos y 1.000 pesos.| Nada más.",
    "III. Coordinar la ejecución.| Después, informar.",
    "IV Bis. Publicar el informe.| Y archivarlo.",
    "b. Publicar el informe.",
    "2. La Unidad publica.| 3. El Comité decide.",
    "Artículo 5. La Unidad publica.| El Comité decide.",
    "Artículo 9o. Cada Dependencia publica.| Nadie más.",
    "ARTÍCULO PRIMERO. La ley entra en vigor.",
    "Décimo Segundo. El plazo corre.| Nada lo suspende.",
    "ÚNICO. Publíquese.",
    "Lo dice la fracción III.| La Unidad lo cumple.",
    "Lo dice la fracción I.| Coordinar es otra cosa.",
    "Lo prevé el anexo A.| Los formatos son libres.",
    "Rige el artículo 5.| La Unidad lo aplica.",
    "No se sabe...| Tal vez sí.",
    "No se sabe... tal vez sí.",
    "No se sabe…| Tal vez sí.",
    "Dijo: «Es tarde.»| Y se fue.",
    "(Así se acordó.)| Se levantó el acta.",
    "¿Quién decide?| ¡El Comité!| Así es.",
    "«¿Quién?» preguntó.",
    "Uno; dos: tres.| Cuatro.",
    "Primera línea\n|segunda línea.",
    "Está en datos.gob.mx y en example.org.| Es libre.",
    "PRIMERO.- La ley rige.| Nada más.",
    "El C. Juan Pérez lo pidió.| Se le dio.",
    "Los EE.UU. firmaron.| México también.",
];

#[test]
fn spanish_sentences() {
    check(Some("es-MX"), SPANISH);
    assert_eq!(cut("¿Se publica? No. Es falso.", Some("es")), ["¿Se publica?", "No.", "Es falso."]);
}

#[test]
fn english_sentences() {
    check(
        Some("en"),
        &[
            "The Unit decides.| The Committee advises.",
            "See No. 5 of Dr. Smith, e.g. Chapter 2.| It is short.",
            "The answer is no.| Nothing else.",
            "Use a format, i.e. CSV.| Nothing else.",
            "GitHub, Inc. owns it.| We agree.",
            "It belongs to GitHub, Inc.| We agree.",
            "The U.S. Department said so.| It was late.",
            "It was made in the U.S.| The agency agreed.",
            "III. Coordinate the work.| Then report.",
            "Article 14 Bis. The Unit decides.| It may delegate.",
            "(b) Publish it.| Then stop.",
            "Smith vs. Jones was decided.| J. Doe wrote it.",
            "It costs 3.50 dollars.| Is it much?| No!",
            "He said \u{201c}Stop.\u{201d}| We stopped.",
            "Version 1.2.3 is out.| See section 4.2.| It changed.",
            "This is state of the art.| The rest is not.",
            "Contact us: by post; by phone.| Thanks.",
        ],
    );
}

#[test]
fn without_a_language_both_are_known() {
    check(None, &["Véase el art. 5 y a Mr. Smith.| Nada más.", "It belongs to GitHub, Inc.| We agree."]);
}

#[test]
fn nothing_but_blanks_holds_no_sentence() {
    assert_eq!(cut(" \n\u{a0} ", None), Vec::<&str>::new());
    assert_eq!(cut("", None), Vec::<&str>::new());
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig { failure_persistence: None, ..Default::default() })]

    #[test]
    fn sentences_hold_all_that_is_no_blank(text in "([A-Za-zñáÉ0-9 .,:;?!…»\"()\n—-]{0,12}|.){0,8}") {
        let mut reached = 0;
        for range in sentences(&text, None) {
            proptest::prop_assert!(text[reached..range.start].trim().is_empty());
            proptest::prop_assert!(!text[range.clone()].trim().is_empty());
            proptest::prop_assert!(!text[range.clone()].contains('\n'));
            reached = range.end;
        }
        proptest::prop_assert!(text[reached..].trim().is_empty());
    }
}
