//! Recognises the designation that opens a clause: `Artículo 14 Bis.`, `III.`, `b)`, `PRIMERO.-`, `Article 3`.
//!
//! The forms are those of Mexican federal texts (`Artículo 1o.`, `Artículo 14. -`, `81 Bis`, `899-E`, fraction
//! `XX Bis`, transitory `ÚNICO`) and of their English translations. A paragraph needs the punctuation that closes a
//! designation, so that a reference at the start of a line («Artículo 14 de la Ley …») opens nothing; a heading does not.

use crate::model::numbering::{letter_number, ordinal, ordinal_word, roman, spaces, word_at};
use crate::model::{BlockText, ClauseKind, Designator, folded};

/// What has been read before, which decides between forms that look alike.
#[derive(Clone, Debug, Default)]
pub(super) struct Context {
    /// Whether a heading above says that transitory provisions follow.
    pub(super) transitory: bool,
    /// The letter of the last apartado since the last heading: after `B.`, `C.` is an apartado and not the fraction 100.
    pub(super) last_part: Option<u32>,
    /// The last fraction since the last heading or apartado.
    pub(super) last_fraction: Option<u32>,
}

impl Context {
    /// Takes note of a clause that was recognised.
    pub(super) fn follow(&mut self, designator: &Designator) {
        match designator.kind {
            ClauseKind::Part => (self.last_part, self.last_fraction) = (Some(designator.number), None),
            ClauseKind::Fraction => self.last_fraction = Some(designator.number),
            ClauseKind::Item | ClauseKind::Numeral => {}
            _ => (self.last_part, self.last_fraction) = (None, None),
        }
    }

    /// Forgets what came before a heading.
    pub(super) fn enter_section(&mut self) {
        (self.last_part, self.last_fraction) = (None, None);
    }
}

/// Whether a title announces transitory provisions.
pub(super) fn announces_transitory(title: &str) -> bool {
    folded(title).split(|character: char| !character.is_alphanumeric()).any(|word| {
        matches!(word, "transitorio" | "transitorios" | "transitoria" | "transitorias" | "transitional" | "transitory")
    })
}

/// Bytes of the longest word that names a clause or an ordinal, «Quincuagesimoséptimo», with room for accents.
const LONGEST_NAME: usize = 24;

/// Whether a text that begins like this may open a clause at all; it spares most paragraphs the work.
pub(super) fn may_open_clause(start: &str) -> bool {
    let start = start.trim_start();
    // Most paragraphs that are no clause begin with a small letter, a quotation mark or the like.
    let opens = match start.as_bytes() {
        [first, second, ..] if first.is_ascii_lowercase() => !second.is_ascii_alphanumeric(),
        [first, ..] => first.is_ascii_alphanumeric() || !first.is_ascii(),
        [] => false,
    };
    if !opens {
        return false;
    }
    let Some((word, end)) = word_at(start, 0) else { return false };
    let number = word.bytes().all(|byte| byte.is_ascii_digit()) || roman(word).is_some() || word.len() == 1;
    if number {
        return start[end..].starts_with([')', '.', ' ', '-', '\u{a0}']) || start[end..].is_empty();
    }
    // The letters that the names of clauses and the ordinals begin with, in either language.
    let initial = matches!(
        word.chars().next(),
        Some('A' | 'B' | 'C' | 'D' | 'E' | 'F' | 'L' | 'N' | 'O' | 'P' | 'Q' | 'S' | 'T' | 'U' | 'V' | 'Ú')
    );
    if !initial || word.len() > LONGEST_NAME {
        return false;
    }
    // No name is shorter than «art».
    word.len() > 2 && {
        let name = folded(word);
        clause_kind(&name).is_some() || ordinal_word(&name).is_some()
    }
}

/// The designation that opens a heading's title.
pub(super) fn of_heading(text: &BlockText<'_>, context: &Context) -> Option<Designator> {
    let scan = Scan::new(text, None);
    let found = scan.named(false, context).or_else(|| context.transitory.then(|| scan.transitory(false)).flatten());
    scan.designator(found?)
}

/// The designation that opens a paragraph. `strong` is where strong emphasis at its beginning ends, as an offset into the
/// visible text: it can close a designation in place of punctuation, `**Artículo 5** La entidad`.
pub(super) fn of_paragraph(text: &BlockText<'_>, strong: Option<usize>, context: &Context) -> Option<Designator> {
    let scan = Scan::new(text, strong);
    let found = scan
        .named(true, context)
        .or_else(|| context.transitory.then(|| scan.transitory(true)).flatten())
        .or_else(|| scan.short(context));
    scan.designator(found?)
}

/// What was recognised, as offsets into the visible text.
struct Found {
    kind: ClauseKind,
    number: u32,
    suffix: Option<String>,
    label_end: usize,
    end: usize,
}

struct Scan<'text> {
    source: &'text BlockText<'text>,
    text: &'text str,
    start: usize,
    /// Where strong emphasis at the beginning ends.
    strong: Option<usize>,
}

impl<'text> Scan<'text> {
    fn new(source: &'text BlockText<'text>, strong: Option<usize>) -> Self {
        let text = source.as_str();
        Self { source, text, start: text.len() - text.trim_start().len(), strong }
    }

    fn designator(&self, found: Found) -> Option<Designator> {
        let label = self.text.get(self.start..found.label_end)?.to_owned();
        let span = self.source.span(self.start..found.end);
        Some(Designator { kind: found.kind, number: found.number, suffix: found.suffix, label, span })
    }

    /// `Artículo 14 Bis.`: a word that names a kind of clause, then its number.
    fn named(&self, closed: bool, context: &Context) -> Option<Found> {
        let (word, after) = word_at(self.text, self.start)?;
        let kind = clause_kind(&folded(word))?;
        let after = if self.text[after..].starts_with('.') { after + 1 } else { after };
        let number_start = after + spaces(self.text, after);
        if number_start == after {
            return None;
        }
        let (number, number_end) = number(self.text, number_start, kind)?;
        // Transitory provisions are articles too, in figures or in words; their numbers are their own.
        let kind = if kind == ClauseKind::Article && context.transitory { ClauseKind::Transitory } else { kind };
        self.finish(kind, number, number_end, closed)
    }

    /// `PRIMERO.-`: an ordinal among the transitory provisions.
    fn transitory(&self, closed: bool) -> Option<Found> {
        let (number, end) = ordinal(self.text, self.start)?;
        let found = self.finish(ClauseKind::Transitory, number, end, closed)?;
        let punctuated = found.end > found.label_end;
        (punctuated || self.text[found.end..].is_empty()).then_some(found)
    }

    /// `III.`, `B.`, `c)`, `2.`: a number or a letter alone.
    fn short(&self, context: &Context) -> Option<Found> {
        let (word, after) = word_at(self.text, self.start)?;
        let mut end = after;
        let mut suffix = None;
        if let Some((name, suffix_end)) = suffix_word(self.text, after) {
            (suffix, end) = (Some(name), suffix_end);
        }
        let mark = self.text[end..].chars().next().filter(|mark| matches!(mark, '.' | ')'))?;
        let mut close = end + 1;
        let dash = DASHES.iter().find(|dash| {
            let rest = &self.text[close..];
            rest.strip_prefix('.').filter(|_| mark == ')').unwrap_or(rest).starts_with(**dash)
        });
        if let Some(dash) = dash {
            close += usize::from(self.text[close..].starts_with('.')) + dash.len();
        }
        let rest = &self.text[close..];
        if !(rest.is_empty() || rest.starts_with(char::is_whitespace)) || is_abbreviation(word, rest) {
            return None;
        }
        let (kind, number) = short_kind(word, mark, context)?;
        Some(Found { kind, number, suffix, label_end: end, end: close })
    }

    /// Reads the suffix and the closing punctuation.
    fn finish(&self, kind: ClauseKind, number: u32, number_end: usize, closed: bool) -> Option<Found> {
        let (suffix, label_end) = match suffix_word(self.text, number_end) {
            Some((name, end)) => (Some(name), end),
            None => (None, number_end),
        };
        let end = closing(self.text, label_end);
        let rest = &self.text[end..];
        let complete = rest.is_empty() || rest.starts_with(char::is_whitespace);
        let emphasised =
            self.strong == Some(label_end) && rest.trim_start().starts_with(|first: char| !first.is_lowercase());
        let punctuated = end > label_end || rest.is_empty() || rest.starts_with('\n') || emphasised;
        (complete && (!closed || punctuated)).then_some(Found { kind, number, suffix, label_end, end })
    }
}

/// The kind of clause that a word, in lower case without accents, names.
fn clause_kind(word: &str) -> Option<ClauseKind> {
    Some(match word {
        "articulo" | "article" | "art" => ClauseKind::Article,
        "transitorio" => ClauseKind::Transitory,
        "anexo" | "annex" | "appendix" | "schedule" => ClauseKind::Annex,
        "libro" | "book" => ClauseKind::Book,
        "titulo" | "title" => ClauseKind::Title,
        "capitulo" | "chapter" => ClauseKind::Chapter,
        "seccion" | "section" => ClauseKind::Section,
        "apartado" => ClauseKind::Part,
        "fraccion" | "fraction" => ClauseKind::Fraction,
        _ => return None,
    })
}

/// The number that begins at `start`, and its end: figures with their ordinal sign, Roman, a letter, an ordinal word.
fn number(text: &str, start: usize, kind: ClauseKind) -> Option<(u32, usize)> {
    let figures = text[start..].bytes().take_while(u8::is_ascii_digit).count();
    if figures > 0 {
        let value = text[start..start + figures].parse().ok().filter(|value| *value > 0)?;
        let end = start + figures;
        let rest = &text[end..];
        let sign = ["o.", "º", "°", "o"].into_iter().find(|sign| {
            let after = rest.strip_prefix(sign);
            after.is_some_and(|after| !after.starts_with(char::is_alphanumeric))
        });
        return Some((value, end + sign.map_or(0, |sign| sign.trim_end_matches('.').len())));
    }
    let (word, end) = word_at(text, start)?;
    if let Some(value) = roman(word) {
        // `Anexo C`, `Anexo D` are letters; so is any letter of an annex but `I`, `V` and `X`.
        let letter = kind == ClauseKind::Annex && word.len() == 1 && !matches!(word, "I" | "V" | "X");
        return Some((if letter { letter_number(word)? } else { value }, end));
    }
    if let Some(found) = ordinal(text, start) {
        return Some(found);
    }
    matches!(kind, ClauseKind::Annex | ClauseKind::Part)
        .then(|| letter_number(word))
        .flatten()
        .map(|value| (value, end))
}

/// What a number or a letter alone designates, with the mark that closes it.
fn short_kind(word: &str, mark: char, context: &Context) -> Option<(ClauseKind, u32)> {
    if let Ok(value) = word.parse::<u32>() {
        return (value > 0 && word.len() <= 3).then_some((ClauseKind::Numeral, value));
    }
    let lower = word.chars().all(char::is_lowercase);
    if mark == ')' {
        return lower.then(|| letter_number(word)).flatten().map(|value| (ClauseKind::Item, value));
    }
    if lower {
        return None;
    }
    let value = roman(word);
    let letter = letter_number(word);
    let follows_part = letter.is_some() && letter == Some(context.last_part.map_or(1, |last| last + 1));
    match (value, letter) {
        (Some(value), Some(letter)) => {
            let follows_fraction = context.last_fraction.is_some_and(|last| value == last + 1);
            if follows_part && !follows_fraction {
                Some((ClauseKind::Part, letter))
            } else if follows_fraction || matches!(word, "I" | "V" | "X") {
                Some((ClauseKind::Fraction, value))
            } else {
                None
            }
        }
        (Some(value), None) => Some((ClauseKind::Fraction, value)),
        // `C.` before a name, an initial: a letter alone is an apartado only in its sequence.
        (None, Some(letter)) => follows_part.then_some((ClauseKind::Part, letter)),
        (None, None) => None,
    }
}

/// `Bis`, `Ter`, `A`, `-E` after a number: the suffix in lower case, and its end.
fn suffix_word(text: &str, start: usize) -> Option<(String, usize)> {
    let hyphen = text[start..].starts_with('-');
    let begin = if hyphen { start + 1 } else { start + spaces(text, start) };
    if begin == start {
        return None;
    }
    let (word, end) = word_at(text, begin)?;
    let name = folded(word);
    let latin = matches!(
        name.as_str(),
        "bis" | "ter" | "quater" | "quinquies" | "quintus" | "sexies" | "septies" | "octies" | "nonies" | "decies"
    );
    // A letter belongs to the number only if punctuation or the end follows: «Artículo 5 A quien …» has no suffix.
    let letter = word.len() == 1
        && word.bytes().all(|byte| byte.is_ascii_uppercase())
        && (hyphen || text[end..].starts_with('.') || text[end..].is_empty());
    if latin && let Some((figures, figures_end)) = suffix_figures(text, end) {
        return Some((format!("{name} {figures}"), figures_end));
    }
    (latin || letter).then_some((name, end))
}

/// The figures of `14 Bis 1`, and their end.
fn suffix_figures(text: &str, start: usize) -> Option<(&str, usize)> {
    let begin =
        start + text[start..].starts_with([' ', '-', '\u{a0}']).then(|| text[start..].chars().next())??.len_utf8();
    let (word, end) = word_at(text, begin)?;
    let closes = text[end..].is_empty() || text[end..].starts_with(['.', ':']);
    (closes && word.len() <= 2 && word.bytes().all(|byte| byte.is_ascii_digit())).then_some((word, end))
}

/// Whether a letter is the beginning of an abbreviation of several: «V. gr.».
fn is_abbreviation(word: &str, rest: &str) -> bool {
    word == "V" && rest.trim_start().starts_with("gr.")
}

/// The dashes that close a designation, alone or after a full stop.
const DASHES: [&str; 3] = ["-", "–", "—"];

/// The end of the punctuation that closes a designation: `.`, `.-`, `. -`, `:`, `.—`, ` –`.
fn closing(text: &str, start: usize) -> usize {
    let mut end = start;
    if text[end..].starts_with(['.', ':']) {
        end += 1;
    }
    for dash in DASHES {
        if text[end..].starts_with(dash) {
            return end + dash.len();
        }
        if text[end..].strip_prefix(' ').is_some_and(|rest| rest.starts_with(dash)) {
            return end + 1 + dash.len();
        }
    }
    end
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Inline, InlineKind, Span};

    /// Kind, number, suffix, label and the end of the span.
    type Told = (ClauseKind, u32, Option<String>, String, usize);

    fn text_of(text: &str) -> BlockText<'_> {
        let inline = Inline { span: Span::new(0..text.len()), kind: InlineKind::Text(text.into()) };
        BlockText::new(&[inline], text)
    }

    fn told(designator: Option<Designator>) -> Option<Told> {
        designator.map(|found| (found.kind, found.number, found.suffix, found.label, found.span.range().end))
    }

    fn paragraph(text: &str) -> Option<Told> {
        assert!(of_paragraph(&text_of(text), None, &Context::default()).is_none() || may_open_clause(text), "{text}");
        told(of_paragraph(&text_of(text), None, &Context::default()))
    }

    fn found(kind: ClauseKind, number: u32, suffix: Option<&str>, label: &str, end: usize) -> Option<Told> {
        let told = (kind, number, suffix.map(str::to_owned), label.to_owned(), end);
        (end > 0).then_some(told)
    }

    #[test]
    fn articles_in_every_federal_form() {
        use ClauseKind::Article;
        assert_eq!(paragraph("Artículo 1o. La ley"), found(Article, 1, None, "Artículo 1o", 13));
        assert_eq!(paragraph("Artículo 1º.- La ley"), found(Article, 1, None, "Artículo 1º", 15));
        assert_eq!(paragraph("ARTÍCULO 14. - La ley"), found(Article, 14, None, "ARTÍCULO 14", 15));
        assert_eq!(paragraph("Artículo 81 Bis. La ley"), found(Article, 81, Some("bis"), "Artículo 81 Bis", 17));
        assert_eq!(paragraph("Artículo 899-E.- La"), found(Article, 899, Some("e"), "Artículo 899-E", 17));
        assert_eq!(paragraph("Artículo 31 A. La"), found(Article, 31, Some("a"), "Artículo 31 A", 15));
        assert_eq!(paragraph("Article 3. The"), found(Article, 3, None, "Article 3", 10));
    }

    #[test]
    fn a_reference_at_the_start_of_a_line_opens_nothing() {
        for text in [
            "Artículo 14 de la Ley General",
            "Artículo 3, fracción II",
            "Artículos 3 y 4.",
            "Section 3 of the Act",
            "Título profesional.",
        ] {
            assert_eq!(paragraph(text), None, "{text}");
        }
    }

    #[test]
    fn fractions_items_and_numerals() {
        assert_eq!(paragraph("III. Texto"), found(ClauseKind::Fraction, 3, None, "III", 4));
        assert_eq!(paragraph("XX Bis. Texto"), found(ClauseKind::Fraction, 20, Some("bis"), "XX Bis", 7));
        assert_eq!(paragraph("b) Texto"), found(ClauseKind::Item, 2, None, "b", 2));
        assert_eq!(paragraph("2. Texto"), found(ClauseKind::Numeral, 2, None, "2", 2));
        assert_eq!(paragraph("A. Texto"), found(ClauseKind::Part, 1, None, "A", 2));
    }

    #[test]
    fn what_only_looks_like_a_clause() {
        for text in [
            "C. Juan Pérez",
            "IIII. Texto",
            "IC. Texto",
            "2026. Texto largo",
            "e.g. this",
            "ONU. La",
            "M. Curie",
            "a. m.",
            "1.5 metros",
            "VI",
            "Vía. Larga",
        ] {
            assert_eq!(paragraph(text), None, "{text}");
        }
    }

    #[test]
    fn after_part_b_comes_part_c_and_not_fraction_one_hundred() {
        let context = Context { last_part: Some(2), ..Context::default() };
        assert_eq!(told(of_paragraph(&text_of("C. Del"), None, &context)), found(ClauseKind::Part, 3, None, "C", 2));
        let context = Context { last_part: Some(8), last_fraction: None, transitory: false };
        assert_eq!(told(of_paragraph(&text_of("I. Del"), None, &context)), found(ClauseKind::Part, 9, None, "I", 2));
        let context = Context { last_fraction: Some(99), ..Context::default() };
        assert_eq!(
            told(of_paragraph(&text_of("C. Del"), None, &context)),
            found(ClauseKind::Fraction, 100, None, "C", 2)
        );
    }

    #[test]
    fn headings_need_no_punctuation() {
        let heading = |text: &str| told(of_heading(&text_of(text), &Context::default()));
        assert_eq!(heading("Artículo 12 Inventario"), found(ClauseKind::Article, 12, None, "Artículo 12", 12));
        assert_eq!(heading("Capítulo IV. Gobernanza"), found(ClauseKind::Chapter, 4, None, "Capítulo IV", 13));
        assert_eq!(heading("TÍTULO SEGUNDO"), found(ClauseKind::Title, 2, None, "TÍTULO SEGUNDO", 15));
        assert_eq!(heading("Anexo C. Perfil"), found(ClauseKind::Annex, 3, None, "Anexo C", 8));
        assert_eq!(heading("Annex B"), found(ClauseKind::Annex, 2, None, "Annex B", 7));
        assert_eq!(heading("Section title"), None);
        assert_eq!(heading("I. Introducción"), None);
    }

    #[test]
    fn transitory_provisions_only_where_a_title_announces_them() {
        let context = Context { transitory: true, ..Context::default() };
        let transitory = |text: &str| told(of_paragraph(&text_of(text), None, &context));
        assert_eq!(transitory("PRIMERO.- Esta"), found(ClauseKind::Transitory, 1, None, "PRIMERO", 9));
        assert_eq!(transitory("Décimo Séptimo. Esta"), found(ClauseKind::Transitory, 17, None, "Décimo Séptimo", 17));
        assert_eq!(transitory("ÚNICO. Esta"), found(ClauseKind::Transitory, 1, None, "ÚNICO", 7));
        assert_eq!(
            transitory("Artículo Segundo.- Esta"),
            found(ClauseKind::Transitory, 2, None, "Artículo Segundo", 19)
        );
        assert_eq!(transitory("Twenty-first. This"), found(ClauseKind::Transitory, 21, None, "Twenty-first", 13));
        assert_eq!(transitory("Primero se publica"), None);
        assert_eq!(paragraph("Primero. Esta"), None);
        assert!(announces_transitory("ARTÍCULOS TRANSITORIOS") && announces_transitory("Transitory provisions"));
        assert!(!announces_transitory("Tránsito"));
    }

    proptest::proptest! {
        #![proptest_config(proptest::prelude::ProptestConfig { failure_persistence: None, ..Default::default() })]

        #[test]
        fn designations_lie_inside_any_text(text in "(Artículo|Art\\.|PRIMERO|[IVXa-c0-9ñÚ]{1,4}|Anexo)?[ .)\\-–º°]{0,3}\\PC{0,12}") {
            for transitory in [false, true] {
                let context = Context { transitory, ..Context::default() };
                for found in [of_paragraph(&text_of(&text), None, &context), of_heading(&text_of(&text), &context)].into_iter().flatten() {
                    proptest::prop_assert!(text.get(found.span.range()).is_some_and(|head| head.starts_with(&found.label)));
                    proptest::prop_assert!(found.number > 0);
                }
            }
        }
    }
}
