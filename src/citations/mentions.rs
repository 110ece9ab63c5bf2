//! Where a text names other instruments: laws, codes, treaties.
//!
//! A citation after such a name, with nothing said of its own («la Ley General obliga a ello; el artículo 54 …»), may be of
//! that instrument. Names are read once, from the start of the passage on.

use super::words::{self, Word};

/// How much a noun says that an instrument is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Noun {
    /// A constitution, or a law by its acronym: there is only one.
    Proper,
    /// A law, a code, a decree.
    Strong,
    /// A policy, a plan, an agreement: only a name after it makes it another text.
    Weak,
}

/// The names of other instruments in a passage, read as far as they were asked for.
pub(super) struct Mentions<'text> {
    text: &'text str,
    reached: usize,
    /// Whether an instrument was named.
    named: bool,
    /// Whether the present sentence speaks of a law in small letters.
    spoken: bool,
}

impl<'text> Mentions<'text> {
    /// `named` is whether what the passage stands in names an instrument.
    pub(super) fn new(text: &'text str, named: bool) -> Self {
        Self { text, reached: 0, named, spoken: false }
    }

    /// Takes note of another text's citation.
    pub(super) fn note(&mut self) {
        self.named = true;
    }

    /// Whether another instrument is named in the whole passage, or around it.
    pub(super) fn to_end(&mut self) -> bool {
        self.before(self.text.len());
        self.named
    }

    /// Whether another instrument is named before a place.
    pub(super) fn before(&mut self, place: usize) -> bool {
        while self.reached < place && !self.named {
            let bytes = &self.text.as_bytes()[self.reached..place];
            let Some(offset) = bytes.iter().position(|byte| byte.is_ascii_alphabetic() || *byte == b'.') else { break };
            let start = self.reached + offset;
            if bytes[offset] == b'.' {
                self.reached = start + 1;
                let next = self.reached + words::blanks(self.text, self.reached);
                if next > self.reached && self.text[next..].starts_with(char::is_uppercase) {
                    self.spoken = false;
                }
                continue;
            }
            let Some(word) = words::at(self.text, start) else {
                self.reached = start + 1;
                continue;
            };
            self.reached = word.end;
            if words::begins(self.text, start) {
                self.read(&word);
            }
        }
        self.reached = self.reached.max(place);
        self.named || self.spoken
    }

    fn read(&mut self, word: &Word<'_>) {
        if word.is_capitalised() {
            self.named |= names_another(self.text, word);
        } else if matches!(word.folded(), "ley" | "reglamento" | "decreto" | "law" | "statute") {
            self.spoken |= !is_own(self.text, word);
        }
    }
}

/// Whether a word with a capital letter names another instrument.
fn names_another(text: &str, word: &Word<'_>) -> bool {
    match noun(word) {
        Some(Noun::Proper) => true,
        // “Act in good faith.”
        Some(Noun::Strong) if word.folded() == "act" => words::before(text, word.start).is_some_and(|before| {
            (before.is_capitalised() || matches!(before.folded(), "the" | "that" | "said")) && !is_own(text, word)
        }),
        Some(Noun::Strong) => !is_own(text, word),
        Some(Noun::Weak) => is_named(text, word) && !is_own(text, word),
        None => false,
    }
}

/// Whether «esta», «la presente», “this” makes an instrument the text's own.
fn is_own(text: &str, word: &Word<'_>) -> bool {
    words::before(text, word.start).is_some_and(|before| is_this(&before))
}

/// Whether a word points to the text itself.
pub(super) fn is_this(word: &Word<'_>) -> bool {
    matches!(
        word.folded(),
        "este" | "esta" | "estos" | "estas" | "presente" | "presentes" | "this" | "these" | "present"
    )
}

/// Whether a name or a number follows a noun: «Ley General», «Decreto 27», «Carta Internacional», «Código de Comercio».
pub(super) fn is_named(text: &str, word: &Word<'_>) -> bool {
    let Some(next) = words::after(text, word.end).filter(|next| next.start > word.end) else { return false };
    let kind = matches!(next.folded(), "general" | "federal" | "estatal" | "local" | "municipal" | "organica" | "nacional");
    if kind || next.is_capitalised() || next.text.starts_with(|first: char| first.is_ascii_digit()) {
        return true;
    }
    match next.folded() {
        "n" | "no" | "num" | "numero" | "nro" => true,
        "de" | "del" | "sobre" | "para" | "of" | "on" | "for" => past_article(text, &next).is_some_and(|name| name.is_capitalised()),
        _ => false,
    }
}

/// The word after a preposition and its article.
fn past_article<'text>(text: &'text str, preposition: &Word<'text>) -> Option<Word<'text>> {
    let word = words::after(text, preposition.end)?;
    match word.folded() {
        "la" | "el" | "los" | "las" | "the" => words::after(text, word.end),
        _ => Some(word),
    }
}

/// Whether a word is the noun of an instrument, or the acronym of a well-known one.
pub(super) fn noun(word: &Word<'_>) -> Option<Noun> {
    Some(match word.folded() {
        "constitucion" | "constitution" => Noun::Proper,
        "ley" | "leyes" | "codigo" | "codigos" | "reglamento" | "reglamentos" | "decreto" | "decretos" | "convencion"
        | "tratado" | "tratados" | "estatuto" | "ordenanza" | "ordenanzas" | "legislacion" | "tuo" | "act" | "acts"
        | "law" | "laws" | "code" | "regulation" | "regulations" | "convention" | "treaty" | "covenant" | "statute"
        | "statutes" | "decree" => Noun::Strong,
        "acuerdo" | "acuerdos" | "bando" | "bases" | "carta" | "circular" | "contrato" | "convenio" | "declaracion"
        | "directiva" | "directrices" | "disposiciones" | "estandar" | "guia" | "instrumento" | "lineamiento"
        | "lineamientos" | "manual" | "norma" | "normas" | "ordenamiento" | "pacto" | "plan" | "politica" | "politicas"
        | "programa" | "protocolo" | "reglas" | "resolucion" | "texto" | "agreement" | "bill" | "charter" | "contract"
        | "declaration" | "directive" | "guidelines" | "guide" | "license" | "licence" | "ordinance"
        | "policy" | "protocol" | "rules" | "standard" | "terms" => Noun::Weak,
        _ if is_law_acronym(word.text) => Noun::Proper,
        _ => return None,
    })
}

/// Whether a word is the acronym of a law: of a Mexican «Ley General» or «Ley Federal», or widely known.
fn is_law_acronym(word: &str) -> bool {
    let shouted = word.len() >= 3 && word.bytes().all(|byte| byte.is_ascii_uppercase());
    shouted
        && (word.len() >= 4 && (word.starts_with("LG") || word.starts_with("LF"))
            || matches!(word, "CPEUM" | "NOM" | "GDPR" | "RGPD" | "DMCA" | "FOIA" | "HIPAA" | "CCPA" | "COPPA" | "UDHR"))
}
