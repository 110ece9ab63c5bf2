//! Finds which acronyms a document explains, and which it uses in running text.
//!
//! 1. two capitals in a row are looked for, byte by byte; the word around them is the acronym;
//! 2. it is explained where its long form stands beside it: `Organización … (OCDE)`, `OCDE (Organización …)`,
//!    `OCDE: …`, `Servicio Nacional … - SENASA`, `<abbr>`, `*[OCDE]: …`;
//! 3. it is used where it stands alone in running text of mixed case: not among other words in capitals, in a heading, in
//!    code, in quotation marks, in a quotation or as a part of a code such as `CC0-1.0`.
//!
//! Acronyms that need no explanation, Roman numbers and words that the text also writes in small letters are left out.

use super::entry::is_acronym;
use super::evidence::{WELL_KNOWN, is_determiner};
use super::nearby::{beginning_of, end_of, word_after, word_before};
use crate::model::{Inline, InlineKind, Passage, Setting, Span, find_pair, numbering};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use unicode_normalization::UnicodeNormalization;

/// Most acronyms that are kept of one document as explained.
const MOST_EXPLAINED: usize = 4_096;

/// Most acronyms that are kept of one document as used; the whole text is searched for each.
const MOST_USED: usize = 64;

/// Most letters of an acronym; a letter takes at most two bytes.
const LONGEST: usize = 10;

/// What a document says about acronyms.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Acronyms {
    /// Those that it explains, in order.
    pub explained: Box<[Box<str>]>,
    /// Those that it uses without being explained in the same document, in order, and how.
    pub used: Box<[(Box<str>, AcronymUse)]>,
}

impl Acronyms {
    /// Adds acronyms that are explained.
    pub(super) fn explain<'a>(&mut self, acronyms: impl Iterator<Item = &'a str>) {
        let mut explained: BTreeSet<Box<str>> = std::mem::take(&mut self.explained).into_iter().collect();
        explained.extend(acronyms.map(Box::from));
        self.used = std::mem::take(&mut self.used).into_iter().filter(|(used, _)| !explained.contains(used)).collect();
        self.explained = explained.into_iter().collect();
    }
}

/// How a document uses an acronym.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AcronymUse {
    /// Where it stands first.
    pub span: Span,
    /// How often it stands.
    pub count: u32,
}

/// Reads passages in the order of the text, and keeps their acronyms.
#[derive(Debug, Default)]
pub struct AcronymReader {
    explained: BTreeSet<Box<str>>,
    used: BTreeMap<Box<str>, AcronymUse>,
}

impl AcronymReader {
    /// Reads one passage.
    pub fn read(&mut self, passage: &Passage<'_>) {
        let text = passage.text.as_str();
        let mut position = 0;
        while let Some(found) = next_capitals(text, position) {
            position = found.end;
            if found.len() > 2 * LONGEST || is_amid_capitals(text, &found) {
                continue;
            }
            let acronym = text[found.clone()].trim_end_matches('s');
            let length = acronym.chars().count();
            // No acronym has an accent: «QUÉ», «DEBERÍA» are words.
            if !(2..=LONGEST).contains(&length) || !acronym.chars().all(|c| c.is_ascii_uppercase() || c == 'Ñ') {
                continue;
            }
            let is_known = is_well_known(acronym) || self.explained.contains(acronym);
            if is_known || is_written_out(acronym) || designates(passage, &found) {
                continue;
            }
            if is_explained(text, &found) || is_abbreviation(passage, &found) {
                self.explain(acronym);
            } else if is_running(passage) && is_use(passage, &found) && !is_set_apart(passage, &found) {
                self.count(acronym, passage.text.span(found.start..found.start + acronym.len()));
            }
        }
    }

    /// What was read. `text` is the document's: a word that it also writes in small letters is no acronym.
    #[must_use]
    pub fn finish(self, text: &str) -> Acronyms {
        let Self { explained, mut used } = self;
        used.retain(|acronym, _| {
            !explained.contains(acronym)
                && !is_word_of(text, &acronym.to_lowercase())
                // What the text also has in code is an identifier.
                && memchr::memmem::find(text.as_bytes(), format!("`{acronym}`").as_bytes()).is_none()
        });
        Acronyms { explained: explained.into_iter().collect(), used: used.into_iter().collect() }
    }

    fn explain(&mut self, acronym: &str) {
        if !self.explained.contains(acronym) && self.explained.len() < MOST_EXPLAINED {
            self.explained.insert(acronym.into());
        }
    }

    fn count(&mut self, acronym: &str, span: Span) {
        let used = &mut self.used;
        if let Some(seen) = used.get_mut(acronym) {
            seen.count = seen.count.saturating_add(1);
        } else if used.len() < MOST_USED {
            used.insert(acronym.into(), AcronymUse { span, count: 1 });
        }
    }
}

/// The next word with two capitals in a row, from an offset on.
fn next_capitals(text: &str, from: usize) -> Option<Range<usize>> {
    let capitals = |first: u8, second: u8| first.is_ascii_uppercase() && second.is_ascii_uppercase();
    let pair = find_pair(text.as_bytes(), from, capitals)?;
    let start = text[from..pair].char_indices().rev().take_while(|(_, c)| c.is_alphanumeric()).last();
    let start = start.map_or(pair, |(offset, _)| from + offset);
    let length = text[start..].find(|c: char| !c.is_alphanumeric()).unwrap_or(text.len() - start);
    Some(start..start + length)
}

/// Whether a word is part of the designation of the clause that its passage opens: `PRIMERO.` of a transitory provision.
fn designates(passage: &Passage<'_>, word: &Range<usize>) -> bool {
    let label = passage.designator.map_or(0, |designator| designator.label.len());
    let text = passage.text.as_str();
    word.start < text.len() - text.trim_start().len() + label
        || numbering::ordinal(text, word.start).is_some_and(|(_, end)| end == word.end)
}

/// Whether nothing but spaces parts a word from words in capitals on both sides: such a text is shouted, and explains
/// nothing there.
fn is_amid_capitals(text: &str, word: &Range<usize>) -> bool {
    let (before, after) = (&text.as_bytes()[..word.start], &text.as_bytes()[word.end..]);
    matches!(before, [.., b'A'..=b'Z', b' ']) && matches!(after, [b' ', b'A'..=b'Z', b'A'..=b'Z', ..])
}

/// Whether the passage is running text of the document's own.
fn is_running(passage: &Passage<'_>) -> bool {
    !passage.quoted
        && !passage.noted
        && matches!(passage.setting, Setting::Paragraph | Setting::Cell { head: false, .. })
}

/// Whether a word in capitals stands alone among words in small letters.
fn is_use(passage: &Passage<'_>, word: &Range<usize>) -> bool {
    let text = passage.text.as_str();
    let (before, after) = (&text[..word.start], &text[word.end..]);
    let last = before.chars().next_back();
    let next = after.chars().next();
    let joined = |c: char| "-_/.@#\\&:'’\"“”«»[]+=<>|*$ºª°\u{fffc}".contains(c) || c.is_alphanumeric();
    if last.is_some_and(joined) {
        return false;
    }
    if next.is_some_and(|c| "-_/@\\&'’\"”»[+=<>|*\u{fffc}".contains(c))
        || next == Some('.') && after[1..].starts_with(|c: char| c.is_alphanumeric())
        || next == Some(':') && after[1..].starts_with(|c: char| !c.is_whitespace())
    {
        return false;
    }
    let written = &text[word.clone()];
    if numbering::roman(written).is_some() || written.bytes().all(|byte| b"IVXLCDM".contains(&byte)) {
        return false;
    }
    let (one, other) = (word_before(before), word_after(after));
    if written.len() == 2 && (before.ends_with(", ") || written[1..] == written[..1]) || is_numbered(one, other) {
        // A state, «level AA», «15 CFR 744».
        return false;
    }
    if is_example(before) {
        return false;
    }
    if one.is_none() && next == Some(':') {
        // A label: «NOTA: …».
        return false;
    }
    let in_cell = matches!(passage.setting, Setting::Cell { .. });
    if one.is_some_and(|word| ends_name(before, word, in_cell)) {
        return false;
    }
    // `OPI Analytics` is the name of a firm, «la CTDA Regional» is not.
    let named = other.is_some_and(|word| word.starts_with(char::is_uppercase) && !shouts(word));
    if named && after.starts_with(' ') && !one.is_some_and(is_determiner) {
        return false;
    }
    // `Code for NL` is a name too.
    if let Some(name) = before.trim_end().strip_suffix(" for")
        && word_before(name).is_some_and(|word| ends_name(name, word, false))
    {
        return false;
    }
    let lone = |word: Option<&str>| !word.is_some_and(shouts);
    (one.is_some() || other.is_some())
        && lone(one)
        && lone(other)
        && !shouts_around(end_of(before), beginning_of(after))
}

/// Whether a word has capitals and no small letters.
fn shouts(word: &str) -> bool {
    word.chars().all(|c| !c.is_lowercase()) && word.chars().any(char::is_uppercase)
}

/// Whether what stands before a word makes it an example of what has been said: `the registry (e.g., USPTO)`.
fn is_example(before: &str) -> bool {
    let opened = before.trim_end_matches([' ', ',']);
    ["(e.g.", "(p. ej.", "(p.ej.", "(por ejemplo", "(for example"].iter().any(|cue| opened.ends_with(cue))
}

/// Whether a sentence consists of words in capitals and what joins them, as far as it is near: `FINES and JAIL.`
fn shouts_around(before: &str, after: &str) -> bool {
    let start = before.rfind(['.', ':', '?', '!', '\n']).map_or(0, |at| at + 1);
    let end = after.find(['.', ':', '?', '!', '\n']).unwrap_or(after.len());
    let words = || [&before[start..], &after[..end]].into_iter().flat_map(|part| part.split(' '));
    let joins = |word: &str| matches!(word, "and" | "or" | "y" | "e" | "o" | "u" | "");
    words().any(shouts) && words().all(|word| shouts(word) || joins(word))
}

/// Whether a word in capitals is a word by its ending («EXHORTAR», «UNANIMIDAD»), or the pattern of a date (`YYYYMMDD`).
fn is_written_out(word: &str) -> bool {
    if (word.contains("YY") || word.contains("AA")) && word.bytes().all(|byte| b"AYMDHS".contains(&byte)) {
        return true;
    }
    let ends = |endings: &[&str]| endings.iter().any(|ending| word.ends_with(ending));
    word.len() > 6 && ends(&["ADO", "ANDO", "ANTE", "CION", "DAD", "ENDO", "ENTE", "IDO", "MENTE"])
        || word.len() > 7 && ends(&["AR", "ER", "IR"])
}

/// Whether a number stands on either side.
fn is_numbered(one: Option<&str>, other: Option<&str>) -> bool {
    [one, other].into_iter().flatten().any(|word| word.starts_with(|c: char| c.is_ascii_digit()))
}

/// Whether a text ends in a name that goes on with what follows: a word with a capital in the middle of a sentence, or
/// anywhere in a cell.
fn ends_name(text: &str, last: &str, in_cell: bool) -> bool {
    let Some(before) = text.trim_end().strip_suffix(last) else { return false };
    let middle =
        before.ends_with(' ') && !before.trim_end().ends_with(['.', ':', '?', '!']) && !before.trim().is_empty();
    (middle || in_cell) && last.starts_with(char::is_uppercase) && !is_determiner(last)
}

/// Whether the long form of an acronym stands beside it.
fn is_explained(text: &str, word: &Range<usize>) -> bool {
    let acronym = text[word.clone()].trim_end_matches('s');
    let before = end_of(&text[..word.start]);
    let after = beginning_of(&text[word.end..]);
    let opening = before.trim_end_matches(['"', '“', '«', '‘', '\'', '*', ' ']);
    if opening.strip_suffix(['(', '[']).is_some_and(|outside| begins_somewhere(outside, acronym)) {
        return true;
    }
    if let Some(inside) = before.rfind('(').map(|at| &before[at..]).filter(|inside| !inside.contains(')')) {
        let cues = ["adelante", "sucesivo", "ereinafter", "siglas", "acr", "(the ", "(o ", "(or ", "abbreviat"];
        if cues.iter().any(|cue| inside.contains(cue)) {
            return true;
        }
    }
    let cues = [
        "siglas",
        "sigla",
        "acrónimo",
        "acronym",
        "acronym of",
        "conocida como",
        "conocido como",
        "known as",
        "denominada",
        "denominado",
        "abbreviated as",
        "abbreviated",
        "en adelante",
    ];
    let named = opening.trim_end_matches(',');
    let named = [" the", " la", " el"].into_iter().find_map(|article| named.strip_suffix(article)).unwrap_or(named);
    if cues.iter().any(|cue| named.ends_with(cue) && opening.len() < before.len()) {
        return true;
    }
    let dashed = opening.trim_end_matches([' ', '-', '–', '—']);
    if opening.len() > dashed.len() && before.ends_with(' ') && opening.ends_with(['-', '–', '—']) {
        return begins_somewhere(dashed, acronym);
    }
    explained_after(before, after, acronym)
}

/// Whether what follows an acronym is its long form.
fn explained_after(before: &str, after: &str, acronym: &str) -> bool {
    let after = after.trim_start_matches(['"', '”', '»', '*']);
    let verbs = [", por sus siglas", " por sus siglas", " significa ", " means ", " stands for ", " mean "];
    if verbs.iter().any(|verb| after.starts_with(verb)) {
        return true;
    }
    if let Some(inside) = after.strip_prefix(" (") {
        let inside = inside.split(')').next().unwrap_or(inside);
        return inside.contains(' ') && begins_with_initial(inside, acronym);
    }
    if before.ends_with("*[") && after.starts_with("]:") {
        return true;
    }
    // At the beginning of a passage: an entry of a list of acronyms.
    let first = !before.contains(|c: char| c.is_alphabetic());
    let rest = after.trim_start_matches([' ', ':', '=', '-', '–', '—', '.', ',']);
    let separated = after.trim_start().starts_with([':', '=', '-', '–', '—']);
    first && separated && rest.contains(' ') && begins_with_initial(rest, acronym)
}

/// Whether a text begins with the letter that an acronym begins with, an article left out.
fn begins_with_initial(text: &str, acronym: &str) -> bool {
    let bare = super::words::without_article(text.trim_start_matches(['"', '“', '«']));
    initial(bare).is_some() && initial(bare) == initial(acronym)
}

/// Whether one of the last words of a text begins as the acronym does.
fn begins_somewhere(text: &str, acronym: &str) -> bool {
    let mut stops = memchr::memrchr_iter(b'.', text.as_bytes());
    let sentence = stops.find(|at| text[at + 1..].starts_with(' ')).map_or(text, |at| &text[at..]);
    let mut words = sentence.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.any(|word| initial(word) == initial(acronym) && !word.chars().all(char::is_uppercase))
}

/// The letter that a word begins with, small and without accent.
fn initial(word: &str) -> Option<char> {
    let first = word.chars().next().filter(|character| character.is_alphabetic())?;
    first.to_lowercase().nfd().next()
}

/// Whether an acronym stands in an `<abbr>`, which has its long form as title.
fn is_abbreviation(passage: &Passage<'_>, word: &Range<usize>) -> bool {
    let start = passage.text.span(word.clone()).start;
    let before = passage.inlines.partition_point(|inline| inline.span.end <= start);
    before > 0
        && matches!(passage.inlines[before - 1].kind, InlineKind::Html)
        && passage.inlines[before - 1].span.end == start
}

/// Whether a word stands in code, or in a link, which leads to what it means.
fn is_set_apart(passage: &Passage<'_>, word: &Range<usize>) -> bool {
    let span = passage.text.span(word.clone());
    let mut inlines = passage.inlines;
    loop {
        let place = inlines.partition_point(|inline| inline.span.end <= span.start);
        let Some(inline) = inlines.get(place).filter(|inline| inline.span.contains(span)) else { return false };
        if matches!(inline.kind, InlineKind::Code(_) | InlineKind::Link { .. }) {
            return true;
        }
        inlines = Inline::children(inline);
    }
}

/// Whether an acronym needs no explanation.
fn is_well_known(acronym: &str) -> bool {
    WELL_KNOWN.binary_search(&acronym).is_ok()
}

/// Whether a text has this word, in small letters.
fn is_word_of(text: &str, word: &str) -> bool {
    let letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    memchr::memmem::find_iter(text.as_bytes(), word.as_bytes()).any(|at| {
        let (before, after) = (text[..at].chars().next_back(), text[at + word.len()..].chars().next());
        // Not as a part of an address or a file's name.
        let address = |c: Option<char>, signs: &str| c.is_some_and(|c| signs.contains(c));
        !letter(before) && !letter(after) && !address(before, "./@_-") && !address(after, "/@_")
    })
}

/// The acronym that a defined term consists of.
pub fn acronym_of(term: &str) -> Option<&str> {
    is_acronym(term).then(|| term.strip_suffix('s').unwrap_or(term))
}

#[cfg(test)]
mod tests {
    use super::super::testing::{at, document};
    use super::*;

    fn read(text: &str) -> Acronyms {
        let mut reader = AcronymReader::default();
        document(text).for_each_passage(|passage| reader.read(passage));
        reader.finish(text)
    }

    fn used(text: &str) -> Vec<String> {
        read(text).used.iter().map(|(acronym, _)| acronym.to_string()).collect()
    }

    #[test]
    fn designations_in_capitals_are_no_acronyms() {
        let text = "# Transitorios\n\n**PRIMERO.** La Política entra en vigor.\n\nSEGUNDO.- Se publica en el SIDAX.\n\nÚNICO. Rige.\n";
        assert_eq!(used(text), ["SIDAX"]);
    }

    #[test]
    fn an_acronym_without_its_long_form_is_used() {
        let text = "El informe se envía a la CTDA cada año. La CTDA responde.\n";
        let found = read(text);
        let (_, use_) = &found.used[0];
        assert_eq!((at(text, use_.span), use_.span.start < 30, use_.count), ("CTDA", true, 2));
        assert_eq!(used("The report goes to the DSB and to two APRs.\n"), ["APR", "DSB"]);
        assert_eq!(used("The DSB and the CTDA.\n"), ["CTDA", "DSB"]);
        assert_eq!(used("It goes to the CTDA Secretary.\n"), ["CTDA"]);
    }

    #[test]
    fn long_forms_explain() {
        for text in [
            "La Organización para la Cooperación y el Desarrollo Económicos (OCDE) opina. La OCDE mide.",
            "La OCDE (Organización para la Cooperación y el Desarrollo Económicos) opina.",
            "- OCDE: Organización para la Cooperación y el Desarrollo Económicos",
            "El Vocabulario de Catálogo de Datos (OCDE, por sus siglas en inglés) rige.",
            "La Organización Cooperativa de Desarrollo - OCDE aprueba.",
            "La entidad (en adelante, OCDE) opina.",
            "*[OCDE]: Organización para la Cooperación",
            "La <abbr title=\"Organización\">OCDE</abbr> opina.",
            "The Organisation for Co-operation (“OCDE”) says so.",
            "OCDE stands for Organisation for Co-operation.",
            "The Organisation for Co-operation, commonly known as the \"OCDE\", says so.",
        ] {
            let found = read(text);
            assert_eq!(found.explained.iter().map(|it| &**it).collect::<Vec<_>>(), ["OCDE"], "{text}");
            assert!(found.used.is_empty(), "{text}");
        }
    }

    #[test]
    fn what_is_no_acronym_is_left_alone() {
        for text in [
            "Un archivo PDF o HTML, con UTF-8 y la norma ISO 8601.",
            "# LA CTDA DECIDE",
            "EL COMITÉ DE DATOS ABIERTOS APRUEBA EL PLAN",
            "La licencia CTDA-1.0 y el código `CTDA` se citan así.",
            "El capítulo XIV y la fracción LIV rigen.",
            "> La CTDA decide.",
            "El archivo CTDA.md y la ruta datos/CTDA existen.",
            "You MUST NOT do it. It is not OK to say NEVER; we never do.",
            "Write to 88 Main Street, San Francisco, CA 94107.",
            "El botón «CTDA» lleva al inicio.",
            "| CTDA |\n| --- |\n| uno |",
            "Lo publica [CTDA](https://ctda.example) cada año.",
            "NOTA: esto es una nota. No sabemos QUÉ se evaluará.",
            "| Empresa | País |\n| --- | --- |\n| Datos SAPI | México |",
            "FINES and JAIL. Not for us.",
            "La suscrita opina, EXHORTAR al Ejecutivo y por UNANIMIDAD aprobar.",
            "The software distributed by CTDA Technologies is free.",
            "The files end in a day, YYYYMMDD, as written.",
            "The office of marks (e.g., CTDA) and a person (Tilt, Code for NLX).",
            "This checks the CTDA cookie; `CTDA` stores the visitor.",
            "El nivel AA de las pautas y la empresa Datos Claros SAPI firman. Según 15 CFRX 744.",
        ] {
            assert_eq!(used(text), Vec::<String>::new(), "{text}");
        }
    }

    #[test]
    fn capitals_are_found_wherever_they_begin() {
        for text in ["AB", " AB ", "a AB", "éAB", "ÁRB x", "xx AB"] {
            assert!(next_capitals(text, 0).is_some(), "{text}");
        }
        assert_eq!(next_capitals("Aa Bb É a", 0), None);
    }
}
