//! Which passages of a document may hold the text of another instrument that it amends: «Modifíquese el artículo 5 de la
//! Ley … en los siguientes términos:», and the articles that follow without quotation marks.

use crate::lint::phrases::Sought;
use crate::model::{ClauseKind, Passage, Setting, folded};
use std::sync::LazyLock;

/// What says that a text is amended.
const PHRASES: [&str; 33] = [
    "modifíquese",
    "modifíquense",
    "modifícase",
    "modifícanse",
    "sustitúyase",
    "sustitúyanse",
    "sustituyese",
    "sustituyense",
    "incorpórese",
    "incorpórense",
    "incorpórase",
    "incorpóranse",
    "adiciónese",
    "adiciónense",
    "adiciónase",
    "adiciónanse",
    "agréguese",
    "agrégase",
    "refórmase",
    "refórmanse",
    "deróguese",
    "derógase",
    "como sigue:",
    "queda redactad",
    "quedan redactad",
    "quedará redactad",
    "quedarán redactad",
    "siguiente texto:",
    "siguientes términos:",
    "siguiente tenor",
    "is amended",
    "are amended",
    "read as follows",
];

/// Verbs that amend a text only where a part of one is their object: «se reforma el artículo 5».
const VERBS: [&str; 12] = [
    "se reforma ",
    "se reforman ",
    "se adiciona ",
    "se adicionan ",
    "se modifica ",
    "se modifican ",
    "se deroga ",
    "se derogan ",
    "se incorpora ",
    "se incorporan ",
    "se sustituye ",
    "se sustituyen ",
];

/// What they amend, without case or accents.
const OBJECTS: [&str; 12] = [
    "articulo",
    "fraccion",
    "parrafo",
    "inciso",
    "capitulo",
    "titulo",
    "seccion",
    "numeral",
    "literal",
    "anexo",
    "ley ",
    "denominacion",
];

/// For each passage, whether it may be of another instrument: from a phrase that amends to the next article of the text
/// itself, the one that follows by its number, or to a heading above articles.
#[must_use]
pub fn amended(passages: &[Passage<'_>]) -> Vec<bool> {
    let mut article: Option<u32> = None;
    let mut amender: Option<Option<u32>> = None;
    let mut marks = Vec::with_capacity(passages.len());
    for passage in passages {
        if let Some(designator) = passage.designator.filter(|designator| designator.kind <= ClauseKind::Transitory) {
            let number = (designator.kind == ClauseKind::Article).then_some(designator.number);
            let goes_on =
                amender.is_none_or(|own| own.is_none() || number.is_none() || own.map(|own| own + 1) == number);
            if goes_on {
                (article, amender) = (number, None);
            }
        } else if passage.setting == Setting::Heading && passage.list_depth == 0 && amender == Some(None) {
            amender = None;
        }
        if amender.is_none() && amends(passage.text.as_str()) {
            amender = Some(article);
        }
        marks.push(amender.is_some());
    }
    marks
}

/// The phrases, and after them the verbs.
static SOUGHT: LazyLock<Sought> = LazyLock::new(|| Sought::new(PHRASES.iter().chain(&VERBS).copied()));

/// How much of what follows a verb is read, in bytes: an article and the beginning of a noun.
const REACH: usize = 24;

fn amends(text: &str) -> bool {
    SOUGHT.find(text).any(|found| found.number < PHRASES.len() || amends_a_part(&text[found.range.end..]))
}

/// Whether a part of a text is what a verb amends that stands before `rest`.
fn amends_a_part(rest: &str) -> bool {
    let object = folded(&rest[..rest.floor_char_boundary(REACH)]);
    let articles = ["el ", "la ", "los ", "las "];
    let object = articles.iter().find_map(|article| object.strip_prefix(article)).unwrap_or(&object);
    OBJECTS.iter().any(|name| object.starts_with(name))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{DocumentPath, Slugger};
    use crate::parse;

    fn marks(text: &str) -> Vec<bool> {
        let document = parse::document(DocumentPath::new("a.md").unwrap(), text, Slugger::default());
        amended(&document.passages())
    }

    #[test]
    fn what_follows_an_amendment_is_another_text_until_the_next_article() {
        let text = "## Artículo 1\n\nTexto.\n\n## Artículo 2\n\nModifíquese la Ley así:\n\n## Artículo 9\n\nOtro.\n\n\
            ## Artículo 3\n\nPropio.\n";
        assert_eq!(marks(text), [false, false, false, true, true, true, false, false]);
    }

    #[test]
    fn a_verb_amends_only_a_part_of_a_text() {
        assert_eq!(marks("Se reforma el artículo 5 de la Ley.\n"), [true]);
        assert_eq!(marks("Cuando se modifica un Conjunto de datos, se avisa.\n"), [false]);
        assert_eq!(marks("Article 5 is amended to read:\n"), [true]);
    }
}
