//! Whose clauses a citation means: what follows it says so, or what stands before it.
//!
//! 1. «de este artículo», «de esta Política»: the text's own;
//! 2. «de la Ley General», «constitucional», “of the Act”, «de dicho ordenamiento»: another's;
//! 3. «su artículo», «el citado artículo», or another instrument named before: not the text's own, or not sure;
//! 4. nothing of these: its own.

use super::chain::Chain;
use super::mentions::{self, Mentions, Noun};
use super::names::{self, Name, Tongues};
use super::numbers;
use super::words::{self, Word};
use super::{Direction, Instrument, Target};
use crate::model::ClauseKind;
use crate::model::numbering::roman;

/// Whose clauses a citation means.
pub(super) fn of(text: &str, chain: &Chain, mentions: &mut Mentions<'_>) -> Instrument {
    if chain.stated {
        return Instrument::Stated;
    }
    if let Some(said) = after(text, chain.range.end, chain.name) {
        return said;
    }
    if let Target::Relative { direction: Direction::Before | Direction::After, .. } = chain.target {
        return Instrument::Own;
    }
    if let Some(said) = before(text, chain.range.start, chain.name) {
        return said;
    }
    if mentions.before(chain.range.start) || is_of_a_statute(chain) {
        return Instrument::Unsure;
    }
    Instrument::Own
}

/// “Title VII”, “Section 508”: statutes are cited so in English without their name.
fn is_of_a_statute(chain: &Chain) -> bool {
    let Target::Clauses(clauses) = &chain.target else { return false };
    chain.name.is_english()
        && clauses.iter().filter_map(|clause| clause.path.first()).any(|number| match number.kind {
            ClauseKind::Title => true,
            ClauseKind::Section => number.number >= 100,
            _ => false,
        })
}

/// What the words before a citation say: «su artículo 54», «el citado artículo», “GDPR Article 5”.
fn before(text: &str, start: usize, name: Name) -> Option<Instrument> {
    let mut end = words::back_over_blanks(text, start);
    let colon = text[..end].ends_with(':');
    let comma = colon || text[..end].ends_with(',');
    if comma {
        end = words::back_over_blanks(text, end - 1);
    }
    let word = words::ending(text, end)?;
    if mentions::noun(&word) == Some(Noun::Proper) {
        return Some(Instrument::Other);
    }
    // «CC: arts. 5 y 6» is of a code, as the lists of concordances have it.
    if (is_acronym(&word) || (colon && word.is_shouted())) && !name.shouted {
        return Some(Instrument::Unsure);
    }
    if comma {
        return None;
    }
    if mentions::is_this(&word) {
        return Some(Instrument::Stated);
    }
    match word.folded() {
        "su" | "sus" | "cuyo" | "cuya" | "cuyos" | "cuyas" | "its" | "their" | "whose" => Some(Instrument::Other),
        _ => is_anaphora(&word).then_some(Instrument::Unsure),
    }
}

/// Whether a word points back to something named before.
fn is_anaphora(word: &Word<'_>) -> bool {
    let folded = word.folded();
    let stem = folded.trim_end_matches('s').trim_end_matches(['o', 'a']);
    matches!(
        stem,
        "dich"
            | "mism"
            | "citad"
            | "referid"
            | "mencionad"
            | "aludid"
            | "acotad"
            | "propi"
            | "indicad"
            | "senalad"
            | "antedich"
            | "susodich"
            | "precitad"
            | "invocad"
            | "aquell"
    ) || matches!(
        folded,
        "ese" | "esa" | "esos" | "esas" | "aquel" | "that" | "those" | "said" | "such" | "same" | "aforementioned"
    )
}

/// Whether a word is an acronym, which may be that of an instrument.
fn is_acronym(word: &Word<'_>) -> bool {
    word.text.len() >= 3 && word.text.bytes().all(|byte| byte.is_ascii_uppercase()) && roman(word.text).is_none()
}

/// Whether a word is the first letters of an abbreviation: «D.L. 809», «D.Leg. 776».
fn is_dotted(text: &str, word: &Word<'_>) -> bool {
    let after = text[word.end..].strip_prefix('.');
    word.text.len() == 1 && after.is_some_and(|after| after.starts_with(|next: char| next.is_ascii_uppercase()))
}

/// What the words after a citation say.
fn after(text: &str, end: usize, name: Name) -> Option<Instrument> {
    let mut reached = end;
    let mut adjacent = true;
    for _ in 0..8 {
        let next = reached + words::blanks(text, reached);
        match text[next..].chars().next()? {
            '(' => {
                if adjacent && let Some(said) = bracketed(text, next) {
                    return Some(said);
                }
                reached = past(text, next, ")")?;
                continue;
            }
            // «Título IV “De las faltas” del Código».
            '“' if adjacent => {
                reached = past(text, next, "”")?;
                continue;
            }
            mark @ (',' | ')' | '”' | '"' | '»' | '’') => {
                reached = next + mark.len_utf8();
                continue;
            }
            _ => {}
        }
        let word = words::at(text, next)?;
        let comma = text[end..next].contains(',');
        if let Some(said) = directly(text, &word, name, comma).filter(|_| adjacent) {
            return Some(said);
        }
        if is_preposition(text, &word) {
            return introduced(text, &word, adjacent);
        }
        if !is_filler(text, &word) {
            return None;
        }
        adjacent = false;
        reached = word.end;
    }
    None
}

/// «Constitucional», «Ley 27444», “GDPR” right after a citation.
fn directly(text: &str, word: &Word<'_>, name: Name, comma: bool) -> Option<Instrument> {
    match word.folded() {
        "constitucional" | "constitucionales" | "reglamentario" => return Some(Instrument::Other),
        "hereof" => return Some(Instrument::Stated),
        "thereof" => return Some(Instrument::Unsure),
        _ => {}
    }
    if !word.is_capitalised() {
        return None;
    }
    match mentions::noun(word) {
        Some(Noun::Proper) => Some(Instrument::Other),
        Some(Noun::Strong) if !comma || mentions::is_named(text, word) => Some(Instrument::Other),
        None if !comma && !name.shouted && is_acronym(word) => Some(Instrument::Unsure),
        None if !name.shouted && is_dotted(text, word) => Some(Instrument::Unsure),
        _ => None,
    }
}

/// Words that can stand between a citation and its instrument: «5, 6 y demás relativos y aplicables de la Ley», «14, en
/// relación con el 7, de la Ley».
fn is_filler(text: &str, word: &Word<'_>) -> bool {
    matches!(
        word.folded(),
        "y" | "e"
            | "en"
            | "and"
            | "siguientes"
            | "demas"
            | "relativo"
            | "relativos"
            | "relativas"
            | "aplicable"
            | "aplicables"
            | "vigente"
            | "vigentes"
            | "respectivamente"
            | "ambos"
            | "ambas"
            | "todos"
            | "todas"
            | "inclusive"
            | "antes"
            | "correlativos"
            | "concordantes"
            | "relacion"
            | "con"
            | "el"
            | "los"
            | "las"
            | "asi"
            | "como"
            | "the"
            | "both"
            | "respectively"
            | "complementaria"
            | "complementarias"
            | "transitoria"
            | "final"
            | "finales"
            | "parte"
    ) || is_anaphora(word)
        || word.is_figures()
        || roman(word.text).is_some()
        || text[word.end..].starts_with(')')
}

/// Whether a word introduces an instrument; «en relación con» does not.
fn is_preposition(text: &str, word: &Word<'_>) -> bool {
    let related = || {
        words::after(text, word.end)
            .is_some_and(|next| matches!(next.folded(), "relacion" | "correlacion" | "concordancia"))
    };
    matches!(word.folded(), "del" | "de" | "of" | "in" | "under" | "to") || (word.folded() == "en" && !related())
}

/// What stands after a preposition. Where it does not stand right after the citation, only the noun of an instrument says
/// something: «del artículo 34 y de los medios de impugnación».
fn introduced(text: &str, preposition: &Word<'_>, adjacent: bool) -> Option<Instrument> {
    match preposition.folded() {
        "del" | "de" | "of" => {
            let (start, article) = past_article(text, preposition.end);
            let word = words::at(text, start);
            let tells = adjacent || word.is_some_and(|word| mentions::noun(&word).is_some() || is_anaphora(&word));
            phrase(text, start, article || preposition.folded() == "del").filter(|_| tells)
        }
        _ => place(text, preposition.end),
    }
}

/// «En la Ley General», “under the Act”, “to the Convention”: only a capital letter makes it the citation's instrument.
fn place(text: &str, start: usize) -> Option<Instrument> {
    let (start, _) = past_article(text, start);
    let word = words::at(text, start)?;
    if mentions::is_this(&word) {
        return Some(Instrument::Stated);
    }
    (word.is_capitalised() && is_instrument_phrase(text, &word)).then_some(Instrument::Other)
}

/// Past blanks, an opening quotation mark and an article; and whether there was an article.
fn past_article(text: &str, start: usize) -> (usize, bool) {
    let past_quote = |start: usize| {
        let next = start + words::blanks(text, start);
        let quote = text[next..].chars().next().filter(|mark| matches!(mark, '“' | '"' | '«' | '‘'));
        next + quote.map_or(0, char::len_utf8)
    };
    let start = past_quote(start);
    match words::at(text, start) {
        Some(word) if matches!(word.folded(), "la" | "el" | "los" | "las" | "the") => (past_quote(word.end), true),
        _ => (start, false),
    }
}

/// What the words after «de», “of” say; `article` is whether there is an article before them.
fn phrase(text: &str, start: usize, article: bool) -> Option<Instrument> {
    let Some(word) = words::at(text, start) else {
        // A field that the adopter fills in, or a mark.
        return text[start..].starts_with('\u{fffc}').then_some(Instrument::Unsure);
    };
    if mentions::is_this(&word) {
        return Some(Instrument::Stated);
    }
    if is_anaphora(&word) || matches!(word.folded(), "su" | "sus" | "its" | "their" | "our" | "your") {
        return Some(Instrument::Other);
    }
    if matches!(word.folded(), "que" | "cual" | "cuales" | "which" | "whom") {
        return None;
    }
    if let Some(noun) = mentions::noun(&word) {
        let other = noun == Noun::Proper || mentions::is_named(text, &word);
        return Some(if other { Instrument::Other } else { Instrument::Unsure });
    }
    if let Some(name) = names::of(&word, Tongues::BOTH) {
        // The next citation follows, unless it is one without a number: «del Título Preliminar».
        return numbers::read(text, word.end, name).is_none().then_some(Instrument::Unsure);
    }
    if word.is_capitalised() {
        let other = is_instrument_phrase(text, &word);
        return Some(if other { Instrument::Other } else { Instrument::Unsure });
    }
    article.then_some(Instrument::Unsure)
}

/// Whether the words with a capital letter from a word on have the noun of an instrument among them: “the General
/// Transparency Law”, “the Universal Declaration”.
fn is_instrument_phrase(text: &str, first: &Word<'_>) -> bool {
    let mut word = *first;
    for _ in 0..8 {
        if mentions::noun(&word).is_some_and(|noun| noun != Noun::Weak || word.start > first.start) {
            return true;
        }
        match words::after(text, word.end).filter(words::Word::is_capitalised) {
            Some(next) => word = next,
            None => return false,
        }
    }
    false
}

/// What a bracket after a citation says: «artículo 82 (Ley 27444)».
fn bracketed(text: &str, open: usize) -> Option<Instrument> {
    let (start, _) = past_article(text, open + 1);
    let word = words::at(text, start)?;
    let noun = mentions::noun(&word).filter(|_| word.is_capitalised())?;
    (noun == Noun::Proper || mentions::is_named(text, &word)).then_some(Instrument::Other)
}

/// Past a short bracket or quotation that ends in `closing`.
fn past(text: &str, open: usize, closing: &str) -> Option<usize> {
    let mut end = text.len().min(open + 120);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let close = text[open..end].find(closing)?;
    Some(open + close + closing.len())
}
