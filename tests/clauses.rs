//! Clauses of legal texts as they are written in Mexico, and in their English translations: what each text opens, worked
//! out by hand from the practice that the drafting manuals and the federal laws show.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use gaceta::model::{Designator, DocumentPath, Slugger};
use gaceta::parse;

/// A text, and the addresses of its clauses: kind, number and suffix, outermost first, with `/` between.
const TEXTS: &[(&str, &str)] = &[
    ("**Artículo 5.** La entidad publicará los datos.", "Article5"),
    ("**ARTÍCULO 5o.-** La entidad publicará.", "Article5"),
    ("**Artículo 5.-** La entidad.", "Article5"),
    ("ARTÍCULO 5o.- La entidad.", "Article5"),
    ("Artículo 5o.- La entidad.", "Article5"),
    ("Art. 5.- La entidad.", "Article5"),
    ("ART. 12. La entidad.", "Article12"),
    ("**Art. 5.-** La entidad.", "Article5"),
    ("Art. 5 de la Ley General.", ""),
    ("Artículo 5 de la Ley General.", ""),
    ("Artículo 5°.- La entidad.", "Article5"),
    ("Artículo 5º La entidad.", ""),
    ("**Artículo 5** La entidad publicará los datos.", "Article5"),
    ("**Artículo 14. -** La entidad.", "Article14"),
    ("Artículo 14 Bis.- La entidad.", "Article14-bis"),
    ("Artículo 14 Bis 1. La entidad.", "Article14-bis 1"),
    ("Artículo 14-Bis. La entidad.", "Article14-bis"),
    ("Artículo 899-E. La entidad.", "Article899-e"),
    ("Artículo 31 A. La entidad.", "Article31-a"),
    ("Artículo 14, fracción III, dispone.", ""),
    (
        "Artículo 14. - La.\n\n- I. Uno;\n- II. Dos, y\n- III. Tres.",
        "Article14 Article14/Fraction1 Article14/Fraction2 Article14/Fraction3",
    ),
    (
        "Artículo 14.- La.\n\nI.- Uno;\n\nII.- Dos, y\n\na) Sub;\n\nb) Sub.\n\n1. Num;\n\nIII.- Tres.",
        "Article14 Article14/Fraction1 Article14/Fraction2 Article14/Fraction2/Item1 Article14/Fraction2/Item2 Article14/Fraction3",
    ),
    ("Artículo 3. La.\n\n1) Uno;\n\n2) Dos.", "Article3"),
    (
        "**A.** Del uno:\n\nI. Uno;\n\nII. Dos.\n\n**B.** Del dos:\n\nI. Uno.\n\nC. Del tres.",
        "Part1 Part1/Fraction1 Part1/Fraction2 Part2 Part2/Fraction1 Part3",
    ),
    (
        "Artículo 6. La.\n\nA. Para el ejercicio:\n\nI. Uno.\n\na) Sub.\n\nB. En materia:\n\nI. Uno.",
        "Article6 Article6/Part1 Article6/Part1/Fraction1 Article6/Part1/Fraction1/Item1 Article6/Part2 Article6/Part2/Fraction1",
    ),
    (
        "# TRANSITORIOS\n\nPRIMERO. Este decreto.\n\nSEGUNDO.- Se abroga.\n\nTERCERO.- El.",
        "Transitory1 Transitory2 Transitory3",
    ),
    ("# Transitorios\n\n**Único.** Este decreto.", "Transitory1"),
    ("# Transitorios\n\n**ARTÍCULO ÚNICO.-** Este decreto.", "Transitory1"),
    (
        "# ARTÍCULOS TRANSITORIOS\n\n**Artículo Primero.** Este.\n\n**Artículo Segundo.** Este.\n\nARTÍCULO TERCERO.- Este.",
        "Transitory1 Transitory2 Transitory3",
    ),
    ("Artículo Único.- Se aprueba la política.", "Article1"),
    (
        "# Transitorios\n\nDÉCIMO. Este.\n\nDÉCIMO PRIMERO.- Este.\n\nDécimo Segundo. Este.\n\nDECIMOTERCERO.- Este.\n\nDécimo cuarto. Este.\n\nVigésimo. Este.\n\nVigésimo Primero. Este.\n\nVIGÉSIMO NOVENO.- Este.\n\nTRIGÉSIMO.- Este.\n\nCuadragésimo Segundo. Este.\n\nQuincuagésimo Octavo.- Este.\n\nSEXAGÉSIMO.- Este.",
        "Transitory10 Transitory11 Transitory12 Transitory13 Transitory14 Transitory20 Transitory21 Transitory29 Transitory30 Transitory42 Transitory58 Transitory60",
    ),
    (
        "# Transitorios\n\nVigesimoprimero. Este.\n\nDécimoprimero. Este.\n\nDECIMONOVENO.- Este.\n\nVigésima Tercera. Este.",
        "Transitory21 Transitory11 Transitory19 Transitory23",
    ),
    ("# Transitorios\n\nPrimero se publicará en la gaceta.\n\nSegundo párrafo.", ""),
    (
        "# Transitional provisions\n\nFIRST. This decree.\n\nSecond.- This.\n\n**Twenty-first.** This.",
        "Transitory1 Transitory2 Transitory21",
    ),
    ("**Article 5.** The entity shall publish.", "Article5"),
    ("Article 5 of the Act applies.", ""),
    ("ARTICLE 5.- The entity.", "Article5"),
    ("Section 3. Scope.", "Section3"),
    ("Section 3 of the Act.", ""),
    ("Sección Primera. De los datos.", "Section1"),
    (
        "# CAPÍTULO I\n\n## De los datos\n\n**Artículo 1.** Uno.\n\n# CAPÍTULO II\n\n**Artículo 2.** Dos.",
        "Chapter1 Chapter1/Article1 Chapter2 Chapter2/Article2",
    ),
    (
        "# TÍTULO PRIMERO. Disposiciones generales\n\n## Capítulo Único. Del objeto\n\n### Artículo 1o. Objeto",
        "Title1 Title1/Chapter1 Title1/Chapter1/Article1",
    ),
    (
        "# Libro Segundo\n\n## Título Tercero\n\n### Capítulo IV\n\n#### Sección 2\n\nArtículo 40. Uno.",
        "Book2 Book2/Title3 Book2/Title3/Chapter4 Book2/Title3/Chapter4/Section2 Book2/Title3/Chapter4/Section2/Article40",
    ),
    ("Capítulo I\nDe los datos", ""),
    ("Título profesional de licenciado.", ""),
    ("Sección a revisar.", ""),
    ("C. Juan Pérez, secretario.", ""),
    ("LIC. María Pérez.", ""),
    ("D. F., a 3 de mayo.", ""),
    ("V. gr. los datos.", ""),
    ("Fracción III. Derogada.", "Fraction3"),
    ("III. Derogada.", "Fraction3"),
    ("XX Bis. Texto;", "Fraction20-bis"),
    ("XX Bis.- Texto;", "Fraction20-bis"),
    ("II Ter. Texto;", "Fraction2-ter"),
    ("i) uno;\n\nii) dos;\n\niii) tres;", "Item9"),
    ("1.- Uno;\n\n2.- Dos.", "Numeral1 Numeral2"),
    ("(a) Uno;", ""),
    ("Inciso a) Uno.", ""),
    ("Artículo Décimo Séptimo.- La.", "Article17"),
    ("Art ículo 5. La.", ""),
    ("ARTÍCULO 123 BIS.- La.", "Article123-bis"),
    ("Artículo 1 Quáter. La.", "Article1-quater"),
    ("Artículo 27 QUATER.- La.", "Article27-quater"),
    ("Artículo 5.La entidad.", ""),
    ("**Artículo 5. Objeto.** La entidad.", "Article5"),
    ("*Artículo 5.* La entidad.", "Article5"),
    ("__Artículo 5.__ La entidad.", "Article5"),
    ("- **Artículo 5.** La entidad.", "Article5"),
    ("> Artículo 5. De otra ley.", ""),
    ("<a id=\"x\"></a>**Artículo 5.** La entidad.", "Article5"),
    ("# Artículo 5 {#a5}", "Article5"),
    ("# Artículo Primero. Objeto", "Article1"),
    ("# Anexo Único\n\nTexto.\n\n# Anexo 2. Formatos\n\n# ANEXO B", "Annex1 Annex2 Annex2"),
    ("ANEXO I.- Formatos.", "Annex1"),
    ("Apartado A. Uno.", "Part1"),
    ("Artículos 5 y 6. Derogados.", ""),
    ("Artículo 5: La entidad.", "Article5"),
    ("Artículo 5 – La entidad.", "Article5"),
    ("Artículo 1,234. La.", ""),
    ("Artículo 4294967296. La.", ""),
    ("Artículo 0. La.", ""),
    (
        "Artículo 32. La.\n\nI. Uno.\n\nSegundo párrafo.\n\n## Artículo 33\n\nI. Uno.",
        "Article32 Article32/Fraction1 Article33 Article33/Fraction1",
    ),
    ("1. Uno.\n2. Dos.", ""),
    ("I. Uno.\nII. Dos.\nIII. Tres.", "Fraction1"),
    ("Capítulo 1. Uno", "Chapter1"),
    ("PRIMERO.- Fuera de transitorios.", ""),
    (
        "# Transitorios\n\nArtículo 1. Este decreto.\n\n# Anexo A\n\nArtículo 2. Otro.",
        "Transitory1 Annex1 Annex1/Article2",
    ),
    ("**Artículo 5** de la Ley General.", ""),
    ("**Artículo 5.- Objeto** La entidad.", "Article5"),
    ("a).- Uno;", "Item1"),
    ("I.– Uno;", "Fraction1"),
    ("a.m. y p.m.", ""),
    ("1.5 metros.", ""),
];

fn told(designator: &Designator) -> String {
    let suffix = designator.suffix.as_ref().map(|suffix| format!("-{suffix}")).unwrap_or_default();
    format!("{:?}{}{suffix}", designator.kind, designator.number)
}

#[test]
fn every_form_opens_its_clause_and_no_other() {
    for (text, expected) in TEXTS {
        let document = parse::document(DocumentPath::new("es/a.md").unwrap(), text, Slugger::Github);
        let entry = parse::index(&document);
        let addresses: Vec<_> =
            entry.clauses.iter().map(|clause| clause.address.iter().map(told).collect::<Vec<_>>().join("/")).collect();
        assert_eq!(addresses.join(" "), *expected, "{text}");
        for designator in entry.clauses.iter().filter_map(|clause| clause.address.last()) {
            assert!(text[designator.span.range()].contains(designator.label.trim()), "{designator:?} in {text}");
        }
    }
}
