//! What stands around a citation and makes it doubtful whose clause it is, beside what the citation itself says: scanned
//! marks, abbreviations of codes, quotation marks, a citation of another text that it is joined to.

use crate::citations::{Citation, Instrument};
use crate::model::numbering::{roman, word_at};
use crate::model::{Passage, folded};

/// How much text may stand between two citations of one text, in bytes: «concordante con el», «así como en el».
const LONGEST_JOINT: usize = 48;

/// How far from the beginning of a passage a designation may stand that a scan has spoiled: `2, ARTÍCULO 5.- `.
const FARTHEST_DESIGNATION: usize = 6;

/// Whether what surrounds a citation leaves it open that another text's clause is meant; `next` is the citation that
/// follows it in the passage.
#[must_use]
pub fn may_be_of_another_text(passage: &Passage<'_>, citation: &Citation, next: Option<&Citation>) -> bool {
    let text = passage.text.as_str();
    let (start, end) = (citation.range.start, citation.range.end);
    let (Some(before), Some(after)) = (text.get(..start), text.get(end..)) else { return true };
    is_spoiled(after)
        || names_a_code(after)
        || is_designation(before, after)
        || is_shouted_heading(&text[start..end])
        || is_quoted(before)
        || next.is_some_and(|next| is_joined(text, citation, next))
}

/// «Artículo 191* de la Constitución»: the mark is a degree sign that a scan has not read.
fn is_spoiled(after: &str) -> bool {
    after.trim_start_matches([' ', 'º', '°']).starts_with(['*', '?', '!', '^', '%', '\'', '`'])
}

/// «Art. 376 CP»: the abbreviation of a code or law follows.
fn names_a_code(after: &str) -> bool {
    let start = after.len() - after.trim_start().len();
    word_at(after, start).is_some_and(|(word, _)| {
        word.len() > 1 && word.bytes().all(|byte| byte.is_ascii_uppercase()) && roman(word).is_none()
    })
}

/// A designation in the middle of a paragraph, `Artículo 78.- La rotación`, or all of one.
fn is_designation(before: &str, after: &str) -> bool {
    let is_first = before.trim_start().len() <= FARTHEST_DESIGNATION;
    [".-", ".–", ".—", ". -", ". –", ". —"].iter().any(|mark| after.starts_with(mark))
        || (is_first && after.starts_with(':'))
        || (!before.contains(char::is_alphanumeric) && !after.contains(char::is_alphanumeric))
}

/// «TÍTULO IV» in the middle of a scanned paragraph is a heading; articles are cited in capitals too.
fn is_shouted_heading(cited: &str) -> bool {
    let names = ["LIBRO", "TITULO", "TÍTULO", "CAPITULO", "CAPÍTULO", "SECCION", "SECCIÓN", "TITLE", "CHAPTER"];
    names.iter().any(|name| cited.starts_with(name))
}

/// Whether quotation marks are open.
fn is_quoted(before: &str) -> bool {
    [('“', '”'), ('«', '»')]
        .into_iter()
        .any(|(open, close)| before.rfind(open).is_some_and(|place| !before[place..].contains(close)))
}

/// «Artículo 37, concordante con el artículo 39 de la Ley»: two citations of one text, which the second names.
fn is_joined(text: &str, citation: &Citation, next: &Citation) -> bool {
    let Some(between) = text.get(citation.range.end..next.range.start) else { return false };
    let joins = [" y ", " e ", "con ", "and ", "with "].iter().any(|word| folded(between).contains(word));
    citation.instrument == Instrument::Own
        && !next.instrument.is_own()
        && between.len() <= LONGEST_JOINT
        && !between.contains(['.', ';'])
        && joins
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_and_abbreviations_after_a_citation_make_it_doubtful() {
        assert!(is_spoiled("* de la Ley") && is_spoiled("° ?") && !is_spoiled(", que") && !is_spoiled(""));
        assert!(names_a_code(" CP)") && !names_a_code(" II") && !names_a_code(" y Cía") && !names_a_code(""));
        assert!(is_designation("2, ", ".- Del") && is_designation("", "") && is_designation("e ", ": Del"));
        assert!(!is_designation("Conforme al ", ".") && !is_designation("Conforme al ", ": sí"));
        assert!(is_shouted_heading("CAPÍTULO IV") && !is_shouted_heading("Capítulo IV"));
        assert!(is_quoted("Dice: “El") && !is_quoted("El “Consejo” del ") && is_quoted("«a» y «b"));
    }
}
