//! Blanks that were left over: `[NOMBRE DEL MUNICIPIO]`, `XXXX`, `TODO`, «lorem ipsum».
//!
//! 1. The characters that a blank begins with are looked for in running text, one walk for all of them;
//! 2. each is read as the blank that it may be; what has another meaning (Roman numbers, citations, «en todo caso», forms
//!    to be filled in by hand) is none;
//! 3. names between angle brackets, which Markdown takes for HTML, are looked at apart.

use crate::lint::context::DocumentContext;
use crate::lint::finding::{Findings, Observation, quotation};
use crate::lint::phrases::is_code;
use crate::lint::rule::{Check, Documentation, Rule};
use crate::model::{Inline, InlineKind, Message, Passage, Setting, Severity, Span, find_pair, folded};
use std::ops::Range;

/// The rule.
pub const RULE: Rule = Rule {
    name: "unfilled-field",
    default: Some(Severity::Error),
    check: Check::Document(check),
    messages: &["lint-unfilled-field", "lint-unfilled-field-hint", "lint-unfilled-field-todo-hint"],
    documentation: [
        Documentation(include_str!("unfilled_field.es.md")),
        Documentation(include_str!("unfilled_field.en.md")),
    ],
};

/// The longest blank between brackets, in bytes.
const LONGEST: usize = 80;

/// What a blank between brackets begins with, without case or accents.
const INVITATIONS: [&str; 24] = [
    "por definir",
    "por confirmar",
    "to be defined",
    "to be confirmed",
    "insert ",
    "insertar ",
    "inserte ",
    "nombre de",
    "nombre y",
    "name of",
    "your ",
    "indicar ",
    "indique ",
    "escribir ",
    "escriba ",
    "especificar ",
    "completar ",
    "llenar ",
    "poner ",
    "fecha de",
    "date of",
    "fill in",
    "enter ",
    "add ",
];

/// Single words in capitals between brackets that are blanks; others are citations or acronyms.
const BLANK_WORDS: [&str; 28] = [
    "NOMBRE",
    "NAME",
    "FECHA",
    "DATE",
    "MUNICIPIO",
    "MUNICIPALITY",
    "ENTIDAD",
    "ESTADO",
    "DEPENDENCIA",
    "AUTORIDAD",
    "CARGO",
    "ORGANIZATION",
    "ORGANISATION",
    "ORGANIZACIÓN",
    "ORGANIZACION",
    "COMPANY",
    "EMPRESA",
    "INSTITUCIÓN",
    "INSTITUCION",
    "DIRECCIÓN",
    "DIRECCION",
    "ADDRESS",
    "EMAIL",
    "CORREO",
    "PLACEHOLDER",
    "DOMICILIO",
    "COUNTRY",
    "CITY",
];

/// What `XX` and `__` stand before where they are a number to be filled in, without accents.
const UNITS: [&str; 26] = [
    "%",
    "por ciento",
    "per cent",
    "percent",
    "dia",
    "day",
    "mes ",
    "meses",
    "month",
    "ano ",
    "anos",
    "year",
    "hora",
    "hour",
    "semana",
    "week",
    "peso",
    "soles",
    "dolar",
    "euro",
    "de 20",
    "del 20",
    "habil",
    "working",
    "minuto",
    "minute",
];

/// The elements of HTML that prose may have; any other name between angle brackets is no element.
const ELEMENTS: &str = " a abbr acronym address article aside audio b base bdi bdo big blockquote body br button canvas \
    caption center cite code col colgroup data datalist dd del details dfn dialog dir div dl dt em embed fieldset \
    figcaption figure font footer form frame frameset g h1 h2 h3 h4 h5 h6 head header hgroup hr html i iframe img input \
    ins kbd label legend li line link main map mark math menu meta meter nav noframes noscript object ol optgroup option \
    output p param path picture pre progress q rect rp rt ruby s samp script search section select slot small source span \
    strike strong style sub summary sup svg table tbody td template text textarea tfoot th thead time title tr track tt u \
    ul use var video wbr circle ellipse polygon polyline defs symbol image toc badge ";

fn check(context: &DocumentContext<'_>, findings: &mut Findings<'_>) {
    for passage in context.passages() {
        let text = passage.text.as_str();
        if is_left_open(passage) {
            report(context, passage.text.span(0..text.len()), text.trim(), findings);
        }
        let mut reached = 0;
        while let Some(at) = find_pair(text.as_bytes(), reached, may_begin_blank) {
            reached = at + 1;
            let byte = text.as_bytes()[at];
            let Some(range) = blank_at(text, at, byte, context.is_spanish()) else { continue };
            reached = range.end;
            if !is_code(passage, range.clone()) && !is_linked(passage, &range) {
                report(context, passage.text.span(range.clone()), &text[range], findings);
            }
        }
    }
    elements(context, findings);
}

/// Whether a cell says nothing but that it is still to be filled in.
fn is_left_open(passage: &Passage<'_>) -> bool {
    const OPEN: [&str; 6] =
        ["por definir", "por confirmar", "por determinar", "to be defined", "to be confirmed", "to be determined"];
    let text = passage.text.as_str();
    matches!(passage.setting, Setting::Cell { .. }) && text.len() < 24 && OPEN.contains(&folded(text.trim()).as_str())
}

fn report(context: &DocumentContext<'_>, span: Span, written: &str, findings: &mut Findings<'_>) {
    let is_note = matches!(written, "TODO" | "FIXME");
    let hint = if is_note { "lint-unfilled-field-todo-hint" } else { "lint-unfilled-field-hint" };
    let message = Message::new("lint-unfilled-field").with("written", quotation(written));
    findings.add(Observation::new(&context.document.path, span, message).hint(Message::new(hint)));
}

/// Whether a blank may begin with these two characters.
fn may_begin_blank(first: u8, second: u8) -> bool {
    let opens = first == b'[' || first == b'{' || first == b'<' || first == b'_' || first == b'X';
    let repeats = first == b'x' && second == b'x';
    let notes = (first == b'T' && (second == b'O' || second == b'B')) || (first == b'F' && second == b'I');
    // The end of «lorem», as its beginning is that of too many words.
    let fills = (first | 0x20) == b'm' && second == b' ';
    opens || repeats || notes || fills
}

/// Whether a range is the text of a link, whose brackets the text itself has.
fn is_linked(passage: &Passage<'_>, range: &Range<usize>) -> bool {
    let span = passage.text.span(range.clone());
    let around = passage.inlines.iter().find(|inline| inline.span.contains(span));
    around.is_some_and(|inline| matches!(inline.kind, InlineKind::Link { .. } | InlineKind::Image { .. }))
}

/// The blank that begins at a character.
fn blank_at(text: &str, at: usize, byte: u8, is_spanish: bool) -> Option<Range<usize>> {
    let joins_before = text[..at].ends_with(|last: char| last.is_alphanumeric() || last == '_');
    match byte {
        b'[' => bracketed(text, at),
        b'{' => braced(text, at),
        b'<' => angled(text, at),
        b'X' => crosses(text, at),
        b'm' | b'M' => filler(text, at),
        _ if joins_before => None,
        b'_' => underscores(text, at),
        b'x' => {
            let length = run_of(text, at, b'x');
            let after = text[at + length..].strip_prefix('.').unwrap_or("");
            let is_address = text[..at].ends_with(['.', '/']) || after.starts_with(char::is_alphanumeric);
            (length >= 4 && !is_address && stands_alone(text, at + length)).then_some(at..at + length)
        }
        b'T' => todo(text, at, is_spanish),
        _ => word(text, at, "FIXME"),
    }
}

fn run_of(text: &str, at: usize, byte: u8) -> usize {
    text.as_bytes()[at..].iter().take_while(|other| **other == byte).count()
}

fn stands_alone(text: &str, end: usize) -> bool {
    !text[end..].starts_with(|next: char| next.is_alphanumeric() || next == '_')
}

fn word(text: &str, at: usize, wanted: &str) -> Option<Range<usize>> {
    let end = at + wanted.len();
    (text[at..].starts_with(wanted) && stands_alone(text, end)).then_some(at..end)
}

/// The end of what an opening mark at `at` encloses: the closing mark, near and on the same line.
fn enclosed(text: &str, at: usize, close: u8) -> Option<(&str, usize)> {
    let length = text.as_bytes()[at + 1..].iter().take(LONGEST).position(|byte| *byte == close || *byte == b'\n')?;
    let end = at + 1 + length;
    (text.as_bytes()[end] == close).then(|| (&text[at + 1..end], end + 1))
}

/// `[NOMBRE DEL MUNICIPIO]`, `[insertar fecha]`, `[TBD]`.
fn bracketed(text: &str, at: usize) -> Option<Range<usize>> {
    let (inside, end) = enclosed(text, at, b']')?;
    let inside = inside.trim();
    // What follows would make it a link, were it one.
    if text[end..].starts_with(['(', '[']) || text[..at].ends_with([']', '!']) {
        return None;
    }
    let letters = || inside.chars().filter(|letter| letter.is_alphabetic());
    let is_capital = letters().count() >= 3 && letters().all(|letter| !letter.is_lowercase());
    let plain = inside.chars().all(|letter| {
        letter.is_alphabetic() || letter.is_whitespace() || matches!(letter, '/' | ',' | '-' | '_' | '.')
    });
    let words =
        inside.split([' ', '_', '/']).filter(|word| word.chars().filter(|letter| letter.is_alphabetic()).count() > 1);
    let words = words.count();
    let is_blank = if is_capital {
        plain
            && (words > 1 || BLANK_WORDS.contains(&inside) || matches!(inside, "TBD" | "TODO" | "TBC"))
            && !HOLES.iter().any(|hole| folded(inside).contains(hole))
    } else {
        let folded = folded(inside);
        let is_word = BLANK_WORDS.contains(&&*inside.to_uppercase()) && !text[end..].starts_with(':');
        is_word || matches!(inside, "●" | "•") || INVITATIONS.iter().any(|invitation| folded.starts_with(invitation))
    };
    is_blank.then_some(at..end)
}

/// Stems of what an editor says in brackets of a text: it is no blank.
const HOLES: [&str; 14] = [
    "derog", "abrog", "reserv", "repeal", "sic", "ilegible", "firma", "signed", "sello", "omit", "suprim", "fin de",
    "end of", "texto",
];

/// `{nombre}`, not a field of any program.
fn braced(text: &str, at: usize) -> Option<Range<usize>> {
    let (inside, end) = enclosed(text, at, b'}')?;
    let joins = |letter: char| {
        letter.is_alphanumeric() || matches!(letter, '/' | '{' | '}' | '$' | '\\' | '^' | '_' | '%' | '=' | '"')
    };
    let is_name = inside.len() > 3
        && inside.starts_with(|first: char| first.is_ascii_lowercase())
        && inside.chars().all(|letter| letter.is_lowercase() || matches!(letter, ' ' | '_'));
    (is_name && !text[..at].ends_with(joins) && !text[end..].starts_with(joins)).then_some(at..end)
}

/// `<nombre de la entidad>` as visible text.
fn angled(text: &str, at: usize) -> Option<Range<usize>> {
    let (inside, end) = enclosed(text, at, b'>')?;
    let is_name = inside.len() > 2
        && inside.starts_with(char::is_alphabetic)
        && inside.ends_with(char::is_alphabetic)
        && inside.chars().all(|letter| letter.is_alphabetic() || matches!(letter, ' ' | '_' | '-'))
        && inside.split([' ', '_', '-']).count() <= 6;
    is_name.then_some(at..end)
}

/// `XXXX`, `20XX`, and `XX` before a unit, which is not twenty.
fn crosses(text: &str, at: usize) -> Option<Range<usize>> {
    let length = run_of(text, at, b'X');
    let end = at + length;
    if !stands_alone(text, end) || text[..at].ends_with('X') {
        return lone_cross(text, at, length);
    }
    let before = &text[..at];
    let figures = before.bytes().rev().take_while(u8::is_ascii_digit).count();
    let start = at - figures;
    let joins = |letter: char| letter.is_alphanumeric() || matches!(letter, '_' | '-' | '/' | '.');
    if text[..start].ends_with(joins) {
        return None;
    }
    match (figures, length) {
        // A year or the like.
        (2, 2) | (3, 1) if matches!(&text[start..start + 2], "19" | "20") => Some(start..end),
        (0, 4..)
            if !text[end..].starts_with(['-', '/', '.']) || text[end..].starts_with(". ") || &text[end..] == "." =>
        {
            Some(at..end)
        }
        (0, 2..) if stands_before_unit(&text[end..]) && !is_roman_context(before) => Some(at..end),
        (0, 1) => lone_cross(text, at, 1),
        _ => None,
    }
}

/// `"X"` for a number or a name: between quotation marks, before a unit.
fn lone_cross(text: &str, at: usize, length: usize) -> Option<Range<usize>> {
    if length != 1 {
        return None;
    }
    let open = text[..at].chars().next_back().filter(|mark| matches!(mark, '"' | '“' | '«' | '\''))?;
    let close = text[at + 1..].chars().next().filter(|mark| matches!(mark, '"' | '”' | '»' | '\''))?;
    let end = at + 1 + close.len_utf8();
    stands_before_unit(&text[end..]).then_some(at - open.len_utf8()..end)
}

fn stands_before_unit(after: &str) -> bool {
    let after = after.trim_start_matches([' ', '\u{a0}']);
    let end = after.char_indices().nth(12).map_or(after.len(), |(at, _)| at);
    let head = format!("{} ", folded(&after[..end]));
    UNITS.iter().any(|unit| head.starts_with(unit))
}

/// Whether a Roman number may follow: «siglo XX», «artículo XX».
fn is_roman_context(before: &str) -> bool {
    let word = folded(before.trim_end().rsplit(char::is_whitespace).next().unwrap_or(""));
    [
        "sigl", "articul", "fracci", "capitul", "titul", "tomo", "anex", "secci", "article", "chapter", "century",
        "part", "libro",
    ]
    .iter()
    .any(|stem| word.starts_with(stem))
}

/// `____` before a unit; elsewhere it is a form to be filled in by hand.
fn underscores(text: &str, at: usize) -> Option<Range<usize>> {
    let end = at + run_of(text, at, b'_');
    let after = &text[end..];
    let is_number = end - at >= 3 && after.starts_with([' ', '%']) && !after.trim_start().starts_with("de 20");
    (is_number && stands_before_unit(after) && text[..at].ends_with(' ')).then_some(at..end)
}

/// `TODO` and `TBD` as notes to oneself: in Spanish, «TODO» in capitals is a word.
fn todo(text: &str, at: usize, is_spanish: bool) -> Option<Range<usize>> {
    if let Some(range) = word(text, at, "TBD") {
        return Some(range).filter(|range| !text[range.end..].starts_with(')'));
    }
    let range = word(text, at, "TODO")?;
    let before = text[..at].trim_end();
    let begins = before.is_empty() || before.ends_with(['.', '(', ':', ';', '—', '[']);
    let after = &text[range.end..];
    let is_note = after.starts_with([':', ')', ']']) || after.starts_with(" (");
    let is_word = is_spanish || next_word(after).is_some_and(|next| next.chars().all(char::is_uppercase));
    ((begins && is_note) || !is_word).then_some(range)
}

fn next_word(text: &str) -> Option<&str> {
    text.split(|letter: char| !letter.is_alphanumeric()).find(|word| !word.is_empty())
}

/// «Lorem ipsum», whose first word ends with the letter at `at`.
fn filler(text: &str, at: usize) -> Option<Range<usize>> {
    let start = at.checked_sub("lore".len())?;
    let end = start + "lorem ipsum".len();
    let written = text.get(start..end)?;
    let joins_before = text[..start].ends_with(|last: char| last.is_alphanumeric() || last == '_');
    (!joins_before && written.eq_ignore_ascii_case("lorem ipsum")).then_some(start..end)
}

/// Reports names between angle brackets that Markdown took for HTML.
fn elements(context: &DocumentContext<'_>, findings: &mut Findings<'_>) {
    let text = context.document.text;
    if !text.contains('<') {
        return;
    }
    context.document.for_each_run(|run| {
        for inline in run.iter().flat_map(Inline::with_descendants) {
            let written = text.get(inline.span.range()).filter(|_| matches!(inline.kind, InlineKind::Html));
            if let Some(written) = written.filter(|written| is_no_element(written, text)) {
                report(context, inline.span, written, findings);
            }
        }
    });
}

/// Whether a tag is no element of HTML but a name to be filled in: `<nombre>`, never closed, without attributes.
fn is_no_element(written: &str, text: &str) -> bool {
    let Some(inside) = written.strip_prefix('<').and_then(|rest| rest.strip_suffix('>')) else { return false };
    let is_name = inside.len() > 2
        && inside.len() <= LONGEST
        && inside.bytes().all(|byte| byte.is_ascii_lowercase() || matches!(byte, b' ' | b'_'));
    let name = inside.split([' ', '_']).next().unwrap_or("");
    let is_element = || ELEMENTS.contains(&format!(" {name} "));
    is_name && !is_element() && memchr::memmem::find(text.as_bytes(), format!("</{name}").as_bytes()).is_none()
}

#[cfg(test)]
mod tests {
    use crate::lint::testing::{Trial, hints};
    use crate::messages::Locale;

    fn spanish(text: &str) {
        Trial::of("unfilled-field").file("es/a.md", &format!("{text}\n")).lint();
    }

    fn english(text: &str) {
        Trial::of("unfilled-field").file("en/a.md", &format!("{text}\n")).lint();
    }

    #[test]
    fn a_blank_is_told() {
        let trial = Trial::of("unfilled-field").file("es/a.md", "A cargo de ⟦[NOMBRE DEL ÁREA]⟧. ⟦TODO⟧: completar.\n");
        trial.says(
            Locale::Spanish,
            &["Queda un espacio sin llenar: «[NOMBRE DEL ÁREA]»", "Queda un espacio sin llenar: «TODO»"],
        );
        trial.says(
            Locale::English,
            &["A blank is left to fill in: “[NOMBRE DEL ÁREA]”", "A blank is left to fill in: “TODO”"],
        );
        let expected =
            ["Escriba lo que falta, o declárelo como campo del manifiesto", "Haga lo que dice la nota y bórrela"];
        assert_eq!(hints(&trial.lint(), Locale::Spanish), expected);
    }

    #[test]
    fn blanks_of_every_kind() {
        for text in [
            "⟦[insertar fecha]⟧",
            "⟦[Nombre de la dependencia]⟧",
            "⟦[FECHA]⟧",
            "⟦[TBD]⟧",
            "La meta es de ⟦XXXX⟧ días.",
            "El ⟦XX⟧ % y ⟦XX⟧ días hábiles",
            "en ⟦20XX⟧",
            "dentro de ⟦\"X\"⟧ días",
            "dentro de ⟦____⟧ días hábiles",
            "⟦Lorem ipsum⟧ dolor",
            "⟦<nombre>⟧ firma",
            "\\⟦<nombre de la entidad\\>⟧ firma",
            "La ⟦{nombre}⟧ firma",
            "(⟦TODO⟧: cifra)",
            "⟦FIXME⟧ revisar",
        ] {
            spanish(text);
        }
        for text in [
            "⟦XX⟧ per cent",
            "⟦[INSERT ADDRESS]⟧",
            "⟦[your name]⟧",
            "⟦TODO⟧ write this",
            "it is ⟦TBD⟧.",
            "⟦lorem ipsum⟧",
            "on ⟦[date]⟧ in ⟦[City]⟧ for £⟦[●]⟧",
            "| A | B |\n| - | - |\n| x | ⟦to be confirmed⟧ |",
        ] {
            english(text);
        }
    }

    #[test]
    fn what_has_another_meaning() {
        for text in [
            "En el siglo XX y el artículo XX, fracción XXX Bis.",
            "EN TODO CASO, SOBRE TODO: LO DEMÁS",
            "Marque con una \"X\" la opción",
            "[A - B] y [CC0] y [RFC 2119] y [SIC] y [1] y [...] y [^1]",
            "[DATOS ABIERTOS](a.md) y [GUÍA BREVE][x] y ![FOTO ABC](a.png)\n\n[x]: a.md",
            "- [x] hecho\n- [X] hecho",
            "Nombre: ________________",
            "Yo, ______, con domicilio en ______",
            "`XXXX` y `[NOMBRE DEL ÁREA]`",
            "    XXXX",
            "{{ entidad }} y {% x %} y {:toc} y /api/{nombre}",
            "<br> <details> </details> <https://a.example> <a@b.example>",
            "Un <em>texto</em> y <custom-tag> y <Badge/> y <nombre>x</nombre>",
            "tel. 011-45XXXXXX y 434-XXXX y www.xxxx.example.xxxx1",
            "[TEXTO DEROGADO] y [ARTÍCULO RESERVADO]",
            "a < b y c > d",
        ] {
            spanish(text);
        }
        for text in ["the XX century", "Super Bowl XX", "[GDPR] applies", "a to-do list"] {
            english(text);
        }
    }

    proptest::proptest! {
        #![proptest_config(proptest::prelude::ProptestConfig { failure_persistence: None, ..Default::default() })]

        #[test]
        fn blanks_lie_inside_any_text(text in "([\\[\\]{}<>X_ñ\"“” ]|TODO|TBD|20|días|NOMBRE DEL|lorem ipsum|%|\\PC){0,16}") {
            for (at, byte) in text.bytes().enumerate().filter(|(at, _)| text.is_char_boundary(*at)) {
                if let Some(range) = super::blank_at(&text, at, byte, true) {
                    proptest::prop_assert!(text.get(range).is_some());
                }
            }
        }
    }
}
