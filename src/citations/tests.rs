mod instruments;

use super::*;
use crate::model::{DocumentPath, Slugger};
use crate::parse;

/// The citations of a Markdown text, each as its text, its clauses and whose they are:
/// `artículo 14, fracción III = Article14/Fraction3 own`.
fn told_in(language: Option<&str>, text: &str) -> Vec<String> {
    let document = parse::document(DocumentPath::new("a.md").unwrap(), text, Slugger::default());
    let language = language.map(|tag| Language::new(tag).unwrap());
    let mut reader = Reader::new(language.as_ref());
    let mut told = Vec::new();
    document.for_each_passage(|passage| {
        for citation in reader.read(passage) {
            let visible = passage.text.as_str();
            told.push(format!(
                "{} = {} {}",
                &visible[citation.range.clone()],
                told_target(&citation.target, visible),
                format!("{:?}", citation.instrument).to_lowercase()
            ));
        }
    });
    told
}

fn told_target(target: &Target, visible: &str) -> String {
    match target {
        Target::Clauses(clauses) => told_clauses(clauses, visible),
        Target::Relative { kind, direction, within } => {
            let kind = kind.map_or("Paragraph".to_owned(), |kind| format!("{kind:?}"));
            let inside = if within.is_empty() { String::new() } else { format!(":{}", told_clauses(within, visible)) };
            format!("{direction:?}{kind}{inside}")
        }
    }
}

fn told_clauses(clauses: &[CitedClause], visible: &str) -> String {
    let number = |number: &CitedNumber| {
        assert!(visible.get(number.range.clone()).is_some_and(|text| !text.is_empty()));
        let suffix = number.suffix.as_ref().map_or(String::new(), |suffix| format!("-{suffix}"));
        format!("{:?}{}{suffix}", number.kind, number.number)
    };
    let clause = |clause: &CitedClause| {
        let path: Vec<_> = clause.path.iter().map(number).collect();
        let through = clause.through.as_ref().map_or(String::new(), |through| format!("..{}", number(through)));
        path.join("/") + &through
    };
    clauses.iter().map(clause).collect::<Vec<_>>().join("+")
}

fn told(text: &str) -> Vec<String> {
    told_in(None, text)
}

/// Holds the one citation of a text against what is expected.
#[track_caller]
fn one(text: &str, expected: &str) {
    assert_eq!(told(text), [expected], "{text}");
}

#[track_caller]
fn none(text: &str) {
    assert_eq!(told(text), Vec::<String>::new(), "{text}");
}

#[test]
fn numbers_in_every_form() {
    one("Conforme al artículo 14.", "artículo 14 = Article14 own");
    one("Véase el art. 14.", "art. 14 = Article14 own");
    one("Véanse los arts. 3 y 4.", "arts. 3 y 4 = Article3+Article4 own");
    one("del artículo 81 Bis, se", "artículo 81 Bis = Article81-bis own");
    one("del artículo 14 Bis 1, se", "artículo 14 Bis 1 = Article14-bis 1 own");
    one("del artículo 899-E se", "artículo 899-E = Article899-e own");
    one("del artículo 31 A, se", "artículo 31 A = Article31-a own");
    one("el artículo 5 A quien", "artículo 5 = Article5 own");
    one("el artículo N° 12 rige", "artículo N° 12 = Article12 own");
    one("el artículo primero rige", "artículo primero = Article1 own");
    one("EL ARTÍCULO DÉCIMO SEGUNDO RIGE", "ARTÍCULO DÉCIMO SEGUNDO = Article12 own");
    one("del Capítulo III se", "Capítulo III = Chapter3 own");
    one("los capítulos III a VII tratan", "capítulos III a VII = Chapter3..Chapter7 own");
    one("en el Título Segundo se", "Título Segundo = Title2 own");
    one("según el anexo A", "anexo A = Annex1 own");
    one("según los anexos A y B", "anexos A y B = Annex1+Annex2 own");
    one("según el Anexo IV", "Anexo IV = Annex4 own");
    one("según la sección 2", "sección 2 = Section2 own");
    one("el numeral 3", "numeral 3 = Numeral3 own");
    one("el inciso 3", "inciso 3 = Numeral3 own");
    one("el inciso “b” rige", "inciso “b” = Item2 own");
}

#[test]
fn ordinal_signs_and_the_full_stop_of_their_abbreviation() {
    for (text, number) in [
        ("el artículo 1o., que", "1o."),
        ("el artículo 1o. y otro", "1o."),
        ("el artículo 1o. Las dependencias", "1o"),
        ("el artículo 1o.", "1o"),
        ("el artículo 1º rige", "1º"),
        ("el artículo 1° rige", "1°"),
        ("el artículo 1ro. de", "1ro."),
        ("el artículo 1o. Bis de", "1o. Bis"),
    ] {
        let document = parse::document(DocumentPath::new("a.md").unwrap(), text, Slugger::default());
        let mut seen = Vec::new();
        document.for_each_passage(|passage| {
            for citation in Reader::new(None).read(passage) {
                let Target::Clauses(clauses) = citation.target else { panic!("{text}") };
                seen.push(passage.text.as_str()[clauses[0].path[0].range.clone()].to_owned());
            }
        });
        assert_eq!(seen, [number], "{text}");
    }
}

#[test]
fn from_the_wide_to_the_narrow_and_back() {
    one(
        "el artículo 14, fracción III, inciso b), numeral 2, dice",
        "artículo 14, fracción III, inciso b), numeral 2 = Article14/Fraction3/Item2/Numeral2 own",
    );
    one("la fracción III del artículo 14", "fracción III del artículo 14 = Article14/Fraction3 own");
    one(
        "el inciso b) de la fracción III del artículo 14",
        "inciso b) de la fracción III del artículo 14 = Article14/Fraction3/Item2 own",
    );
    one("el apartado A del artículo 6o., que", "apartado A del artículo 6o. = Article6/Part1 own");
    one("el artículo 5, en su fracción II, dice", "artículo 5, en su fracción II = Article5/Fraction2 own");
    one("el segundo párrafo del artículo 5", "segundo párrafo del artículo 5 = Article5 own");
    one("el artículo 5, segundo párrafo, dice", "artículo 5, segundo párrafo = Article5 own");
    one("los párrafos primero y segundo del artículo 5", "párrafos primero y segundo del artículo 5 = Article5 own");
    one("el artículo 2 del Capítulo I", "artículo 2 del Capítulo I = Chapter1/Article2 own");
    one("la fracción III", "fracción III = Fraction3 own");
    one(
        "la fracción III del artículo 14, inciso b)",
        "fracción III del artículo 14, inciso b) = Article14/Fraction3/Item2 own",
    );
}

#[test]
fn lists_and_ranges() {
    one("los artículos 5, 6 y 9 Bis", "artículos 5, 6 y 9 Bis = Article5+Article6+Article9-bis own");
    one("los artículos 5 a 9", "artículos 5 a 9 = Article5..Article9 own");
    one("los artículos del 5 al 9", "artículos del 5 al 9 = Article5..Article9 own");
    one("los artículos 5-9", "artículos 5-9 = Article5..Article9 own");
    one("las fracciones I a VI", "fracciones I a VI = Fraction1..Fraction6 own");
    one(
        "las fracciones I, III y IV Bis del artículo 5",
        "fracciones I, III y IV Bis del artículo 5 = Article5/Fraction1+Article5/Fraction3+Article5/Fraction4-bis own",
    );
    one(
        "los artículos 1, fracción II, 3 y 9",
        "artículos 1, fracción II, 3 y 9 = Article1/Fraction2+Article3+Article9 own",
    );
    one(
        "el artículo 5, fracciones I, inciso a), y II",
        "artículo 5, fracciones I, inciso a), y II = Article5/Fraction1/Item1+Article5/Fraction2 own",
    );
    one(
        "el artículo 5, fracción I, inciso a), y fracción II",
        "artículo 5, fracción I, inciso a), y fracción II = Article5/Fraction1/Item1+Article5/Fraction2 own",
    );
    one("los incisos d), e), f) y o)", "incisos d), e), f) y o) = Item4+Item5+Item6+Item15 own");
    one(
        "los artículos 296; 296-A, primer párrafo; y 297",
        "artículos 296; 296-A, primer párrafo; y 297 = \
         Article296+Article296-a+Article297 own",
    );
    one("los incisos a), b) y c)", "incisos a), b) y c) = Item1+Item2+Item3 own");
    one("el artículo 5 y 6 de esta Política", "artículo 5 y 6 = Article5+Article6 stated");
    one("el artículo 5, 6 y 7.", "artículo 5, 6 y 7 = Article5+Article6+Article7 own");
    one(
        "las fracciones I y II de los artículos 5 y 6",
        "fracciones I y II de los artículos 5 y 6 = \
         Article5/Fraction1+Article5/Fraction2+Article6/Fraction1+Article6/Fraction2 own",
    );
}

#[test]
fn figures_that_count_are_no_numbers_of_clauses() {
    one("el artículo 5 y 20 días después", "artículo 5 = Article5 own");
    one("según el artículo 5, 20 de marzo", "artículo 5 = Article5 own");
    one("el artículo 14 y 5 de mayo", "artículo 14 = Article14 own");
    one("el artículo 5 a 10 personas", "artículo 5 = Article5 own");
}

#[test]
fn transitory_provisions() {
    one("el artículo Tercero transitorio", "artículo Tercero transitorio = Transitory3 own");
    one("el transitorio Tercero", "transitorio Tercero = Transitory3 own");
    one("el Tercero Transitorio", "Tercero Transitorio = Transitory3 own");
    one("el décimo segundo transitorio", "décimo segundo transitorio = Transitory12 own");
    one("los transitorios Segundo y Tercero", "transitorios Segundo y Tercero = Transitory2+Transitory3 own");
    one(
        "los artículos Segundo y Cuarto transitorios",
        "artículos Segundo y Cuarto transitorios = Transitory2+Transitory4 own",
    );
    one(
        "las Segunda y Tercera disposiciones transitorias",
        "Segunda y Tercera disposiciones transitorias = Transitory2+Transitory3 own",
    );
    one("the Third transitory provision", "Third transitory provision = Transitory3 own");
    one("Transitory provision Three applies", "Transitory provision Three = Transitory3 own");
    none("un régimen transitorio y un primer pago");
    none("las disposiciones transitorias");
}

#[test]
fn clauses_told_by_their_place() {
    one("el artículo anterior", "artículo anterior = BeforeArticle own");
    one("el artículo que antecede", "artículo que antecede = BeforeArticle own");
    one("el artículo inmediato anterior", "artículo inmediato anterior = BeforeArticle own");
    one("el siguiente artículo", "siguiente artículo = AfterArticle own");
    one("la fracción II del artículo anterior", "fracción II del artículo anterior = BeforeArticle:Fraction2 own");
    one("el párrafo anterior", "párrafo anterior = BeforeParagraph own");
    one("en el presente artículo", "presente artículo = HereArticle stated");
    one("la fracción II de este artículo", "fracción II de este artículo = Fraction2 stated");
    one("el quinto párrafo de este artículo", "quinto párrafo de este artículo = HereArticle stated");
    one("the preceding article", "preceding article = BeforeArticle own");
    one("the next section", "next section = AfterSection own");
    none("se reforman los siguientes artículos:");
    none("the next item, the previous part");
}

#[test]
fn english_forms() {
    one("under Article 14", "Article 14 = Article14 own");
    one("Articles 5 and 6 apply", "Articles 5 and 6 = Article5+Article6 own");
    one("see Article 14(3)(b) here", "Article 14(3)(b) = Article14/Numeral3/Item2 own");
    one("Article 14, fraction III, item b) says", "Article 14, fraction III, item b) = Article14/Fraction3/Item2 own");
    one("fractions I to VI of Article 9", "fractions I to VI of Article 9 = Article9/Fraction1..Fraction6 own");
    one("see Section 5 below", "Section 5 = Section5 own");
    one("in Annex C of this Policy", "Annex C = Annex3 stated");
    one("Chapter III applies", "Chapter III = Chapter3 own");
    one("the second paragraph of Article 5", "second paragraph of Article 5 = Article5 own");
    one("article 6, part A, says", "article 6, part A = Article6/Part1 own");
    none("the chapter I wrote, item 3 and part 2, the section title, a book 4 you");
}

#[test]
fn rows_and_lists_remember_what_they_name() {
    assert_eq!(
        told(
            "| Norma | Tema |\n| --- | --- |\n| Ley General de Archivos | el artículo 54 |\n| Política | el artículo 5 |\n"
        ),
        ["artículo 54 = Article54 unsure", "artículo 5 = Article5 own"]
    );
    assert_eq!(
        told("| Tema | Artículos de la Ley General |\n| --- | --- |\n| Archivo | Artículo 5 |\n\nEl artículo 6 rige."),
        ["Artículo 5 = Article5 unsure", "artículo 6 = Article6 own"]
    );
    assert_eq!(
        told("Conforme a la Ley General de Archivos:\n\n- el artículo 5, y\n- el artículo 6.\n\nEl artículo 7 rige."),
        ["artículo 5 = Article5 unsure", "artículo 6 = Article6 unsure", "artículo 7 = Article7 own"]
    );
}

#[test]
fn the_designation_of_a_passage_is_no_citation() {
    one("Artículo 14. - Se aplica el artículo 15.", "artículo 15 = Article15 own");
    none("## Artículo 14. Inventario");
    one("## Artículo 14. Excepciones del artículo 9", "artículo 9 = Article9 own");
    one("III. Lo que dice la fracción II;", "fracción II = Fraction2 own");
    for text in [
        "“Artículo 5.- La entidad publicará.”",
        "\u{a0} **Artículo 5.- La entidad** publicará.",
        "La ley cambia así:  \nArtículo 5. La entidad publicará.",
        "**«Artículo 5-A. Alcances»**",
        "> Artículo 62 Adquisición de la calidad",
        "> CAPÍTULO I",
        "Sub-Capítulo XX",
        "**TÍTULO I**: DE LAS PENAS Y SU ALCANCE",
        "SECCION VII : Delitos",
        "La entidad publica. Artículo 23.- Servicios La inspección",
        "Índice del texto Artículo 4 Ámbito de actuación Artículo 5 Facultades",
    ] {
        none(text);
    }
    one("Artículo 5, fracción II.", "Artículo 5, fracción II = Article5/Fraction2 own");
    one("Artículo 5 de esta Política.", "Artículo 5 = Article5 stated");
    one("- [Artículo 5](#cinco)", "Artículo 5 = Article5 own");
    assert_eq!(
        told("| Base |\n| --- |\n| Artículo 5 |\n| Anexo A. |\n"),
        ["Artículo 5 = Article5 own", "Anexo A = Annex1 own"]
    );
}

#[test]
fn what_only_looks_like_a_citation() {
    for text in [
        "un artículo de prensa y 5 más",
        "el numeral 29-A.2, el artículo 7y 15",
        "ocho capítulos y tres anexos",
        "el capítulo a los datos, el anexo a la ley",
        "el capítulo 5000 del presupuesto",
        "título profesional, título 2",
        "la fracción invocada, el inciso y el numeral",
        "los artículos que se citan",
        "tarta 5, cuarto 3, parte 4",
        "el apartado de correos 12",
        "el artículo 5%",
        "se anexa el inciso a la propuesta",
        "parts of it, articles 0, sections",
        "Example, Inc. 88 Main Street",
        "el artículo {{ numero }}",
    ] {
        none(text);
    }
}

#[test]
fn line_ends_spaces_capitals_and_accents() {
    one("el artículo\n14, fracción\nIII", "artículo 14, fracción III = Article14/Fraction3 own");
    one("el artículo\u{a0}14", "artículo\u{a0}14 = Article14 own");
    one("EL ARTICULO 14 RIGE", "ARTICULO 14 = Article14 own");
    one(
        "la fraccio\u{301}n III del arti\u{301}culo 14",
        "fraccio\u{301}n III del arti\u{301}culo 14 = Article14/Fraction3 own",
    );
    one("el **artículo 14**, fracción [III](#x)", "artículo 14, fracción III = Article14/Fraction3 own");
}

#[test]
fn languages() {
    assert_eq!(told_in(Some("en"), "fracción III and Article 5"), ["Article 5 = Article5 own"]);
    assert_eq!(told_in(Some("es-MX"), "la fracción III y Section 5"), ["fracción III = Fraction3 own"]);
    assert!(told_in(Some("fr"), "l’article 5").is_empty());
}

#[test]
fn the_link_around_a_citation() {
    let text = "el [artículo 5](#cinco) y el artículo 6";
    let document = parse::document(DocumentPath::new("a.md").unwrap(), text, Slugger::default());
    let mut links = Vec::new();
    document.for_each_passage(|passage| {
        links.extend(Reader::new(None).read(passage).iter().map(|citation| citation.link(passage).map(str::to_owned)));
    });
    assert_eq!(links, [Some("#cinco".to_owned()), None]);
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig { failure_persistence: None, cases: 1024, ..Default::default() })]

    #[test]
    fn any_text_is_read_and_ranges_lie_in_it(
        text in "((artículos?|Art\\.|fracciones|fracción|incisos?|párrafo|transitorios|Anexo|Section|paragraph|Primero|Décimo|\
                 [IVX]{1,3}|[a-d]\\)|[0-9]{1,4}|9o\\.|Bis|de la|del|of the|este|anterior|Ley|y|a|,|\\(|\\)|-|\u{301}|[“é\u{a0}ñ])[ ,]?){0,14}\\PC{0,6}"
    ) {
        let tongues = Tongues::of(None);
        let mut mentions = Mentions::new(&text, false);
        let citations = read_text(&text, 0, tongues, &mut mentions);
        let mut reached = 0;
        for citation in &citations {
            proptest::prop_assert!(citation.range.start >= reached && text.get(citation.range.clone()).is_some());
            reached = citation.range.end;
            let (Target::Clauses(clauses) | Target::Relative { within: clauses, .. }) = &citation.target;
            for clause in clauses {
                proptest::prop_assert!(!clause.path.is_empty());
                for number in clause.path.iter().chain(&clause.through) {
                    proptest::prop_assert!(number.number > 0 && text.get(number.range.clone()).is_some_and(|text| !text.is_empty()));
                    proptest::prop_assert!(number.range.start >= citation.range.start && number.range.end <= citation.range.end);
                }
            }
        }
    }
}
