//! Where a text names other instruments: laws, codes, treaties.
//!
//! A citation after such a name, with nothing said of its own («la Ley General obliga a ello; el artículo 54 …»), may be of
//! that instrument. Names are read once, from the start of the passage on.

use super::words::{self, Beginnings, Word};

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
    pub(super) fn anywhere(&mut self) -> bool {
        self.before(self.text.len());
        self.named
    }

    /// Whether another instrument is named before a place.
    pub(super) fn before(&mut self, place: usize) -> bool {
        let bytes = self.text.as_bytes();
        while self.reached < place && !self.named {
            let start = self.reached;
            self.reached += 1;
            let inside = start > 0 && bytes[start - 1].is_ascii_alphanumeric();
            match bytes[start] {
                b'A'..=b'Z' if !inside && may_name(&bytes[start..]) => self.read(start),
                b'd' | b'l' | b'r' | b's' if !inside && may_speak(&bytes[start..]) => self.read(start),
                b'.' => self.end_sentence(),
                _ => {}
            }
        }
        self.reached = self.reached.max(place);
        self.named || self.spoken
    }

    /// Whether the full stop before is the end of a sentence.
    fn end_sentence(&mut self) {
        let next = self.reached + words::blanks(self.text, self.reached);
        if next > self.reached && self.text[next..].starts_with(char::is_uppercase) {
            self.spoken = false;
        }
    }

    fn read(&mut self, start: usize) {
        let Some(word) = words::at(self.text, start).filter(|_| words::begins(self.text, start)) else { return };
        self.reached = word.end;
        if word.is_capitalised() {
            self.named |= names_another(self.text, &word) || is_numbered(self.text, &word);
        } else if matches!(word.folded(), "ley" | "reglamento" | "decreto" | "law" | "statute") {
            self.spoken |= !is_own(self.text, &word);
        }
    }
}

/// Whether a word may be one of the few that speak of a law in small letters.
fn may_speak(bytes: &[u8]) -> bool {
    [&b"ley"[..], b"regl", b"decr", b"law", b"stat"].iter().any(|start| bytes.starts_with(start))
}

/// The first three bytes of the nouns of instruments, of the acronyms of laws, and of «Núm.».
static BEGINNINGS: Beginnings = Beginnings::of(&[
    *b"act",
    *b"acu",
    *b"agr",
    *b"ban",
    *b"bas",
    *b"bil",
    *b"car",
    *b"ccp",
    *b"cha",
    *b"cir",
    *b"cod",
    *b"c\xc3\xb3",
    *b"c\xc3\x93",
    *b"con",
    *b"cop",
    *b"cov",
    *b"cpe",
    *b"co\xcc",
    *b"dec",
    *b"dir",
    *b"dis",
    *b"dmc",
    *b"est",
    *b"foi",
    *b"gdp",
    *b"gui",
    *b"gu\xc3",
    *b"hip",
    *b"ins",
    *b"law",
    *b"leg",
    *b"ley",
    *b"lfa",
    *b"lga",
    *b"lic",
    *b"lin",
    *b"man",
    *b"nom",
    *b"nor",
    *b"nro",
    *b"num",
    *b"n\xc3\xba",
    *b"n\xc3\x9a",
    *b"ord",
    *b"pac",
    *b"pla",
    *b"pol",
    *b"pro",
    *b"reg",
    *b"res",
    *b"rgp",
    *b"rul",
    *b"sta",
    *b"ter",
    *b"tex",
    *b"tra",
    *b"tre",
    *b"tuo",
    *b"udh",
]);

/// Whether a word with a capital letter may be one that names an instrument.
fn may_name(bytes: &[u8]) -> bool {
    let [first, second, third, ..] = *bytes else { return false };
    // «N°», “No.”, and the acronyms of a «Ley General» or «Ley Federal», whatever their third letter.
    let short = first == b'N' && (!second.is_ascii_lowercase() || second == b'o');
    let acronym = first == b'L' && matches!(second, b'G' | b'F');
    short || acronym || BEGINNINGS.may_begin([first, second, third])
}

/// Whether a word is the «N°» before the number of an instrument: «R.M. N° 208-2009-PRODUCE», «N° 27444».
fn is_numbered(text: &str, word: &Word<'_>) -> bool {
    if !matches!(word.text, "N" | "No" | "Nro" | "Núm" | "Num") {
        return false;
    }
    let rest = text[word.end..].trim_start_matches(['.', 'º', '°']);
    let start = text.len() - rest.len();
    let Some(number) = words::after(text, start).filter(|number| start > word.end && number.is_figures()) else {
        return false;
    };
    number.text.len() > 3 || text[number.end..].starts_with(['-', '/'])
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
    let kind =
        matches!(next.folded(), "general" | "federal" | "estatal" | "local" | "municipal" | "organica" | "nacional");
    if kind || next.is_capitalised() || next.text.starts_with(|first: char| first.is_ascii_digit()) {
        return true;
    }
    match next.folded() {
        "n" | "no" | "num" | "numero" | "nro" => true,
        "de" | "del" | "sobre" | "para" | "of" | "on" | "for" => {
            past_article(text, &next).is_some_and(|name| name.is_capitalised())
        }
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
        "ley" | "leyes" | "reglamento" | "reglamentos" | "decreto" | "decretos" | "convencion" | "tratado"
        | "tratados" | "estatuto" | "ordenanza" | "ordenanzas" | "legislacion" | "tuo" | "act" | "acts" | "law"
        | "laws" | "regulation" | "regulations" | "convention" | "treaty" | "covenant" | "statute" | "statutes"
        | "decree" => Noun::Strong,
        "acuerdo" | "acuerdos" | "bando" | "bases" | "carta" | "circular" | "codigo" | "codigos" | "code"
        | "contrato" | "convenio" | "declaracion" | "directiva" | "directrices" | "disposiciones" | "estandar"
        | "guia" | "instrumento" | "lineamiento" | "lineamientos" | "manual" | "norma" | "normas" | "ordenamiento"
        | "pacto" | "plan" | "politica" | "politicas" | "programa" | "protocolo" | "reglas" | "resolucion"
        | "texto" | "agreement" | "bill" | "charter" | "contract" | "declaration" | "directive" | "guidelines"
        | "guide" | "license" | "licence" | "ordinance" | "policy" | "protocol" | "rules" | "standard" | "terms" => {
            Noun::Weak
        }
        _ if is_law_acronym(word.text) => Noun::Proper,
        _ => return None,
    })
}

/// Whether a word is the acronym of a law: of a Mexican «Ley General» or «Ley Federal», or widely known.
fn is_law_acronym(word: &str) -> bool {
    let shouted = word.len() >= 3 && word.bytes().all(|byte| byte.is_ascii_uppercase());
    shouted
        && (word.len() >= 4 && (word.starts_with("LG") || word.starts_with("LF"))
            || matches!(
                word,
                "CPEUM" | "NOM" | "GDPR" | "RGPD" | "DMCA" | "FOIA" | "HIPAA" | "CCPA" | "COPPA" | "UDHR"
            ))
}
