//! Whose clauses a citation means.

use super::*;

#[test]
fn own_as_it_says() {
    for own in [
        "el artículo 5 de esta Política",
        "el artículo 5 del presente Reglamento",
        "el artículo 5 de este ordenamiento",
        "el artículo 5, fracción I, de la presente Ley",
        "Article 5 of this Act",
        "Article 5 hereof",
        "this Section 2 applies",
    ] {
        let told = told(own);
        assert!(told.len() == 1 && told[0].ends_with(" stated"), "{own}: {told:?}");
    }
}

/// Texts whose every citation is another instrument's, or may be.
const NOT_OWN: &[&str] = &[
    "artículo 54, fracción II, de la Ley General de Transparencia",
    "los artículos 6o. y 115 de la Constitución",
    "el artículo 115 constitucional",
    "el artículo 5 del Código Civil",
    "La Ley General está en vigor. Su artículo 54, fracción II, se refiere a datos.",
    "el artículo 3 de la misma ley",
    "el artículo 3 de dicha ley",
    "el artículo 3 de ese ordenamiento",
    "el artículo 3 del citado reglamento",
    "el artículo 3 del mismo ordenamiento",
    "conforme a la Ley de Archivos, artículo 14",
    "Constitución, artículo 115, fracción II",
    "artículo 15° de la Ley N° 27867",
    "La Ley 27867 crea gobiernos; el artículo 15 los enumera",
    "el artículo 3 del Decreto 27",
    "GDPR Article 5",
    "Article 5 of the GDPR",
    "Article 6(1)(a) GDPR",
    "Section 508 of the Rehabilitation Act",
    "Section 508 standards",
    "Article 19 of the Universal Declaration",
    "claims under Title VII",
    "DMCA section 512",
    "article 54 of the General Transparency Law",
    "article 29 of that law",
    "los artículos 1, fracción II, 3 y 9 de la Ley de Archivos",
    "los artículos 3 de la Ley de Archivos y 5 de la Ley de Obras",
    "el artículo 5 de la Ley",
    "el artículo 5 del Reglamento",
    "los artículos 5, 6 y demás relativos y aplicables de la Ley de Archivos",
    "el artículo 14, en relación con el 7, de la Ley de Archivos",
    "el artículo 5 y el artículo 9 de la Ley de Archivos",
    "el citado artículo 36",
    "el artículo 82 (Ley 27444)",
    "el artículo 4 del Título Preliminar",
    "el numeral 31.4 del artículo 31 del Decreto Legislativo N° 1440",
    "la fracción II de dicho artículo",
    "EL ARTÍCULO 5 DE LA LEY GENERAL DE ARCHIVOS",
    "el artículo 5 de {{ ley_local }}",
    "el anexo 2 del expediente",
    "según el artículo 5 de la «Ley General»",
    "Ley General de Datos, publicada en 2025: artículo 29, documento; artículos 33 y 34, bitácora",
    "Decreto Legislativo N° 1440: artículo 31",
    "R.M. N° 208-2009-PRODUCE. Art. 4",
    "el literal g) del artículo 7 y el literal c)del artículo 10, de la Ley Nº 29809",
    "el Título XIV-A “Delitos contra la humanidad” del Código Penal",
    "la Primera Disposición Transitoria y Complementaria de la Ley N° 27688",
    "según el Art. 67, D.Leg 776",
    "CC: arts. 5 y 6",
    "el numeral 2 y el numeral 4.4 del numeral 4 del artículo 80 de la Ley Orgánica",
    "el artículo 1 del Título I del Reglamento de la Ley",
    "la Ley Federal señala que la fracción III exige",
    "our Terms are subject to Article 3 of the Berne Convention",
];

#[test]
fn other_instruments_are_never_own() {
    for text in NOT_OWN {
        let told = told(text);
        assert!(!told.is_empty(), "{text}");
        for citation in told {
            assert!(citation.ends_with(" other") || citation.ends_with(" unsure"), "{text}: {citation}");
        }
    }
}

#[test]
fn clearly_another_instrument() {
    for text in [
        "el artículo 54 de la Ley General",
        "su artículo 54",
        "el artículo 115 constitucional",
        "article 5 of the GDPR",
    ] {
        assert!(told(text)[0].ends_with(" other"), "{text}: {:?}", told(text));
    }
}

#[test]
fn own_citations_beside_what_looks_like_another_instrument() {
    for text in [
        "La entidad cumple el artículo 28 de manera oportuna.",
        "Quien actúe en contra del artículo 28 está sujeto a las leyes.",
        "El artículo 28 y el Comité",
        "conforme al artículo 28, la Ley obliga",
        "Esta Ley obliga, conforme al artículo 28.",
        "según los artículos 5 y 6, los Datos abiertos",
        "distinta de la inconformidad del artículo 34 y de los medios de impugnación",
        "| Código | Fuente |\n| --- | --- |\n| IND-09 | Registro del artículo 34 |",
        "the Committee shall follow Article 28 to the extent possible",
    ] {
        let told = told(text);
        assert!(told.len() == 1 && told[0].ends_with(" own"), "{text}: {told:?}");
    }
}
