//! Data of persons in a text that anyone can read: population and tax codes, bank accounts, private addresses and mobile
//! phones.
//!
//! 1. Codes and phones have figures: each run of them in running text is looked at once;
//! 2. addresses are found by their `@` in the text as written, links included;
//! 3. what belongs to an organisation is left alone: its tax code of twelve characters, its switchboard, its addresses;
//! 4. no message repeats what it found.

use crate::lint::context::DocumentContext;
use crate::lint::figures::{is_day, runs};
use crate::lint::finding::{Findings, Observation};
use crate::lint::phrases::is_code;
use crate::lint::rule::{Check, Documentation, Rule};
use crate::model::{BlockKind, Document, Inline, InlineKind, Message, Severity, Span, folded};
use std::ops::Range;

/// The rule.
pub const RULE: Rule = Rule {
    name: "personal-data",
    default: Some(Severity::Warning),
    check: Check::Document(check),
    messages: &[
        "lint-personal-data-account",
        "lint-personal-data-address",
        "lint-personal-data-curp",
        "lint-personal-data-hint",
        "lint-personal-data-phone",
        "lint-personal-data-rfc",
    ],
    documentation: [
        Documentation(include_str!("personal_data.es.md")),
        Documentation(include_str!("personal_data.en.md")),
    ],
};

/// The states of Mexico as a CURP has them, and `NE` for those born abroad.
const STATES: [&str; 33] = [
    "AS", "BC", "BS", "CC", "CL", "CM", "CS", "CH", "DF", "DG", "GT", "GR", "HG", "JC", "MC", "MN", "MS", "NT", "NL",
    "OC", "PL", "QT", "QR", "SP", "SL", "SR", "TC", "TS", "TL", "VZ", "YN", "ZS", "NE",
];

/// Codes that stand for the public at large or for foreigners, which everyone uses.
const GENERIC_CODES: [&str; 2] = ["XAXX010101000", "XEXX010101000"];

/// Providers whose addresses are persons', up to the last part of the domain.
const PROVIDERS: [&str; 15] = [
    "gmail",
    "googlemail",
    "hotmail",
    "outlook",
    "live",
    "msn",
    "yahoo",
    "ymail",
    "icloud",
    "me",
    "aol",
    "proton",
    "protonmail",
    "gmx",
    "tutanota",
];

/// Names in addresses that stand for anybody's.
const ANYBODY: [&str; 24] = [
    "alguien", "correo", "ejemplo", "email", "example", "foo", "fulano", "jane", "janedoe", "jdoe", "john", "johndoe",
    "micorreo", "name", "nombre", "persona", "prueba", "someone", "sucorreo", "test", "tucorreo", "user", "usuario",
    "you",
];

/// The words behind which a number is a mobile phone, without accents.
const MOBILE: [&str; 7] = ["cel", "celular", "celulares", "movil", "mobile", "cellphone", "cell"];

/// How far such a word may stand before its number, in bytes.
const MOBILE_DISTANCE: usize = 32;

fn check(context: &DocumentContext<'_>, findings: &mut Findings<'_>) {
    for passage in context.passages() {
        let text = passage.text.as_str();
        let mut reached = 0;
        for run in runs(text) {
            if run.start < reached {
                continue;
            }
            let Some((range, id)) = code(text, &run).or_else(|| phone(text, &run)) else { continue };
            reached = range.end;
            if !is_code(passage, range.clone()) {
                let shown = masked(text.get(range.clone()).unwrap_or(""));
                report(context, passage.text.span(range), id, &shown, findings);
            }
        }
    }
    addresses(context, findings);
}

fn report(context: &DocumentContext<'_>, span: Span, id: &'static str, shown: &str, findings: &mut Findings<'_>) {
    let observation = Observation::new(&context.document.path, span, Message::new(id).with("shown", shown));
    findings.add(observation.hint(Message::new("lint-personal-data-hint")));
}

/// The first and the last two characters of what was found.
fn masked(text: &str) -> String {
    let characters: Vec<char> = text.chars().filter(|character| character.is_alphanumeric()).collect();
    let first: String = characters.iter().take(2).collect();
    let last: String = characters.iter().skip(characters.len().saturating_sub(2)).collect();
    format!("{first}…{last}")
}

/// The code that a run of figures is part of.
fn code(text: &str, run: &Range<usize>) -> Option<(Range<usize>, &'static str)> {
    if run.len() < 6 {
        return None;
    }
    if let Some(found) = account(text, run) {
        return Some(found);
    }
    let start = run.start.checked_sub(4)?;
    let letters = text.as_bytes().get(start..run.start)?;
    if !letters.iter().all(u8::is_ascii_uppercase) {
        return None;
    }
    let length = text.as_bytes()[start..].iter().take(19).take_while(|byte| byte.is_ascii_alphanumeric()).count();
    let range = start..start + length;
    let written = text.get(range.clone())?;
    let joins = |letter: char| letter.is_alphanumeric() || letter == '_';
    if text[..start].ends_with(joins) || text[range.end..].starts_with(joins) || !is_birth(written.get(4..10)?) {
        return None;
    }
    match length {
        18 if is_curp(written) => Some((range, "lint-personal-data-curp")),
        13 if is_rfc(written) => Some((range, "lint-personal-data-rfc")),
        _ => None,
    }
}

/// Whether six figures are a day, of this century or the last.
fn is_birth(figures: &str) -> bool {
    let part = |range: Range<usize>| figures.get(range).and_then(|part| part.parse::<i16>().ok());
    let (Some(year), Some(month), Some(day)) = (part(0..2), part(2..4), part(4..6)) else { return false };
    let (Ok(month), Ok(day)) = (i8::try_from(month), i8::try_from(day)) else { return false };
    is_day(1900 + year, month, day) || is_day(2000 + year, month, day)
}

/// Whether what follows the birthday is what a CURP has: sex, state, three consonants, two characters more.
fn is_curp(written: &str) -> bool {
    let Some(rest) = written.get(10..) else { return false };
    let is_consonant = |byte: u8| byte.is_ascii_uppercase() && !b"AEIOU".contains(&byte);
    let bytes = rest.as_bytes();
    matches!(bytes, [b'H' | b'M' | b'X', _, _, first, second, third, own, check]
        if [first, second, third].into_iter().all(|byte| is_consonant(*byte))
            && (own.is_ascii_digit() || own.is_ascii_uppercase()) && check.is_ascii_digit())
        && rest.get(1..3).is_some_and(|state| STATES.contains(&state))
}

/// Whether a code of thirteen characters is a person's tax code.
fn is_rfc(written: &str) -> bool {
    let is_own = written.bytes().skip(10).all(|byte| byte.is_ascii_digit() || byte.is_ascii_uppercase());
    is_own && !GENERIC_CODES.contains(&written)
}

/// A bank account: a CLABE of eighteen figures, the last of which checks the others, in a text that speaks of accounts.
fn account(text: &str, run: &Range<usize>) -> Option<(Range<usize>, &'static str)> {
    if run.len() != 18 {
        return None;
    }
    let digits = text.as_bytes().get(run.clone())?;
    let weighted = digits.iter().zip([3, 7, 1].iter().cycle()).take(17);
    let sum: u32 = weighted.map(|(digit, weight)| u32::from(digit - b'0') * weight % 10).sum();
    let is_checked = u32::from(digits.last()? - b'0') == (10 - sum % 10) % 10;
    let mut from = run.start.saturating_sub(80);
    while !text.is_char_boundary(from) {
        from += 1;
    }
    let before = folded(&text[from..run.start]);
    let speaks = ["clabe", "cuenta", "account"].iter().any(|word| before.contains(word));
    let joins = |letter: char| letter.is_alphanumeric();
    let is_free = !text[..run.start].ends_with(joins) && !text[run.end..].starts_with(joins);
    (is_checked && speaks && is_free && !digits.starts_with(b"000"))
        .then(|| (run.clone(), "lint-personal-data-account"))
}

/// A phone that the text says to be mobile, `cel. 312 145 0178`, or whose prefix does, `+52 1 …`.
fn phone(text: &str, run: &Range<usize>) -> Option<(Range<usize>, &'static str)> {
    let joins = |letter: char| letter.is_alphanumeric() || matches!(letter, '/' | '-' | '.');
    if text[..run.start].ends_with(joins) {
        return None;
    }
    let bytes = text.as_bytes();
    let (mut end, mut digits) = (run.end, run.len());
    // What parts the figures of a phone: a blank, a hyphen, a full stop, parentheses.
    loop {
        let marks = bytes
            .get(end..)?
            .iter()
            .take(2)
            .take_while(|byte| matches!(byte, b' ' | b'-' | b'.' | b')' | b'('))
            .count();
        let more = bytes[end + marks..].iter().take(12).take_while(|byte| byte.is_ascii_digit()).count();
        if marks == 0 || more == 0 || digits + more > 13 {
            break;
        }
        (end, digits) = (end + marks + more, digits + more);
    }
    let start = if text[..run.start].ends_with('+') { run.start - 1 } else { run.start };
    let written = text.get(start..end)?;
    let is_mobile_prefix = written.starts_with("+52 1 ") || written.starts_with("+521");
    let is_long = (9..=13).contains(&digits);
    let ends = !text[end..].starts_with(|next: char| next.is_alphanumeric() || next == '@');
    (is_long && ends && !is_toll_free(written) && (is_mobile_prefix || is_called_mobile(text, start)))
        .then_some((start..end, "lint-personal-data-phone"))
}

/// Whether a number is one that the called pay for: 01 800, 800, 900.
fn is_toll_free(written: &str) -> bool {
    let digits: String = written.chars().filter(char::is_ascii_digit).collect();
    let own = digits.strip_prefix("01").or_else(|| digits.strip_prefix("52")).unwrap_or(&digits);
    own.starts_with("800") || own.starts_with("900")
}

/// Whether the words right before a number say that it is a mobile phone.
fn is_called_mobile(text: &str, start: usize) -> bool {
    let mut from = start.saturating_sub(MOBILE_DISTANCE);
    while !text.is_char_boundary(from) {
        from += 1;
    }
    let before = folded(&text[from..start]);
    // Another number between belongs to the word before it.
    let near =
        before.rsplit(|letter: char| letter.is_ascii_digit() || matches!(letter, ';' | '\n')).next().unwrap_or("");
    let is_whole = |word: &str| near.split(|letter: char| !letter.is_alphanumeric()).any(|other| other == word);
    MOBILE.iter().any(|word| near.contains(word) && is_whole(word))
}

/// Reports private addresses.
fn addresses(context: &DocumentContext<'_>, findings: &mut Findings<'_>) {
    let text = context.document.text;
    let mut found = Vec::new();
    for at in memchr::memchr_iter(b'@', text.as_bytes()) {
        let Some(range) = private_address(text, at) else { continue };
        if found.last().is_none_or(|other: &Range<usize>| other.end <= range.start) {
            found.push(range);
        }
    }
    if found.is_empty() {
        return;
    }
    let hidden = hidden(context.document);
    for range in found {
        let span = Span::new(range.clone());
        let next = hidden.partition_point(|other| other.start <= span.start);
        if next.checked_sub(1).and_then(|place| hidden.get(place)).is_some_and(|other| other.contains(span)) {
            continue;
        }
        let (name, domain) = text.get(range).and_then(|address| address.split_once('@')).unwrap_or(("", ""));
        let initial: String = name.chars().take(1).collect();
        report(context, span, "lint-personal-data-address", &format!("{initial}…@{domain}"), findings);
    }
}

/// The private address whose `@` stands at an offset.
fn private_address(text: &str, at: usize) -> Option<Range<usize>> {
    let bytes = text.as_bytes();
    let is_name = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'_' | b'%' | b'+' | b'-');
    let start = at - bytes[..at].iter().rev().take(64).take_while(|byte| is_name(byte)).count();
    let domain =
        bytes[at + 1..].iter().take(64).take_while(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-'));
    let domain = text.get(at + 1..at + 1 + domain.count())?.trim_end_matches(['.', '-']);
    let provider = domain.split('.').next()?.to_ascii_lowercase();
    if !domain.contains('.') || !PROVIDERS.contains(&provider.as_str()) {
        return None;
    }
    let name = text.get(start..at)?.trim_start_matches(['.', '-']);
    let start = at - name.len();
    let letters: String =
        name.chars().filter(char::is_ascii_alphabetic).map(|letter| letter.to_ascii_lowercase()).collect();
    (!name.is_empty() && !ANYBODY.contains(&letters.as_str())).then_some(start..at + 1 + domain.len())
}

/// What is code or a comment: the spans of what no reader takes for running text, in order.
fn hidden(document: &Document<'_>) -> Vec<Span> {
    let mut spans: Vec<Span> = document
        .all_blocks()
        .filter(|block| matches!(block.kind, BlockKind::Code { .. }))
        .map(|block| block.span)
        .collect();
    document.for_each_run(|run| {
        let inlines = run.iter().flat_map(Inline::with_descendants);
        spans.extend(inlines.filter(|inline| matches!(inline.kind, InlineKind::Code(_))).map(|inline| inline.span));
    });
    spans.sort_unstable();
    spans
}

#[cfg(test)]
mod tests {
    use crate::lint::testing::Trial;
    use crate::messages::{Catalogue, Locale};

    fn trial() -> Trial {
        Trial::of("personal-data")
    }

    #[test]
    fn codes_of_persons() {
        let trial = trial().file("es/a.md", "CURP: ⟦GOMC850412HJCMRR07⟧, RFC: **⟦GOMC850412AB1⟧**.\n");
        trial.says(Locale::Spanish, &["«GO…07» parece la CURP de una persona", "«GO…B1» parece el RFC de una persona"]);
        trial.says(
            Locale::English,
            &["“GO…07” looks like the CURP of a person", "“GO…B1” looks like the RFC of a person"],
        );
    }

    #[test]
    fn codes_that_are_nobodys() {
        let text = "RFC MEV520415K75, XAXX010101000, ABCD850412, GOMC859912AB1, GOMC850412HZZMRR07, GOMC850412ZJCMRR07, xGOMC850412AB1, GOMC850412AB12, `GOMC850412AB1`, gomc850412ab1.\n\n    GOMC850412AB1\n";
        trial().file("es/a.md", text).lint();
    }

    #[test]
    fn accounts_with_their_check_figure() {
        trial().file("es/a.md", "Deposite en la CLABE ⟦032180000118359719⟧.\n").lint();
        trial().file("es/a.md", "CLABE 032180000118359710.\n\nFolio 032180000118359719.\n").lint();
    }

    #[test]
    fn private_addresses_in_text_and_links() {
        let text = "A ⟦laura.ruiz@gmail.com⟧, <⟦pepe_12@hotmail.com⟧> y [Ana](mailto:⟦ana.lopez@yahoo.com.mx⟧).\n";
        let trial = trial().file("es/a.md", text);
        let shown = ["l…@gmail.com", "p…@hotmail.com", "a…@yahoo.com.mx"];
        let expected = shown.map(|shown| format!("«{shown}» parece un correo particular"));
        trial.says(Locale::Spanish, &expected.each_ref().map(String::as_str));
        for finding in trial.lint() {
            assert!(!Catalogue::of(Locale::English).text(&finding.message).contains("laura.ruiz"));
        }
    }

    #[test]
    fn addresses_of_offices_and_of_nobody() {
        let text = "datos@merida.gob.mx, ejemplo@gmail.com, usuario1@hotmail.com, @gmail, a@gmail, user@example.com, info@megmail.com, `laura.ruiz@gmail.com`\n\n```\nlaura.ruiz@gmail.com\n```\n";
        trial().file("es/a.md", text).lint();
    }

    #[test]
    fn mobile_phones() {
        let text = "Celular ⟦312 145 0178⟧, cel. (⟦312)145-0178⟧, móvil: ⟦3121450178⟧, tel. ⟦+52 1 312 145 0178⟧.\n";
        trial().file("es/a.md", text).lint();
        let trial = trial().file("en/a.md", "On the director's mobile, ⟦+52 1 312 145 0178⟧.\n");
        trial.says(Locale::English, &["“52…78” looks like a private mobile phone"]);
    }

    #[test]
    fn other_numbers() {
        let text = "Conmutador 312 310 4000, extensión 214; 01 800 712 4500; celular 01 800 712 4500; la telefonía celular creció en 2018; celulares: 1 250 000; tel. 55 1234 5678.\n";
        trial().file("es/a.md", text).lint();
    }

    proptest::proptest! {
        #![proptest_config(proptest::prelude::ProptestConfig { failure_persistence: None, ..Default::default() })]

        #[test]
        fn any_text_is_read(text in "(GOMC|850412|AB1|HJCMRR07|cel\\. |[0-9 -]{1,12}|@|gmail|\\.com|ñ|\\+52 1|\\PC){0,14}") {
            for run in crate::lint::figures::runs(&text) {
                for (range, _) in [super::code(&text, &run), super::phone(&text, &run)].into_iter().flatten() {
                    proptest::prop_assert!(text.get(range).is_some());
                }
            }
            for (at, _) in text.match_indices('@') {
                if let Some(range) = super::private_address(&text, at) {
                    proptest::prop_assert!(text.get(range).is_some());
                }
            }
        }
    }
}
