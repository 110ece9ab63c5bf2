//! The number of a cited clause, in the forms that drafting practice has for its kind: `14`, `9o.`, `81 Bis`, `899-E`,
//! `III`, `b)`, `A`, `Tercero`.

use super::names::{self, Name, Sense, Tongues};
use super::words;
use crate::model::ClauseKind;
use crate::model::numbering::{letter_number, ordinal_word, roman};
use std::ops::Range;

/// How a number is written; the numbers of one list are written alike.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    Figures,
    Roman,
    /// A capital letter.
    Capital,
    /// A small letter.
    Small,
    /// An ordinal in words.
    Ordinal,
}

/// A number as it was read.
#[derive(Clone, Debug)]
pub(super) struct Number {
    /// The kind of clause that it can designate; `None` where the model has none, as for `31.4`.
    pub(super) kind: Option<ClauseKind>,
    pub(super) value: u32,
    pub(super) suffix: Option<String>,
    pub(super) form: Form,
    /// The number with its suffix.
    pub(super) range: Range<usize>,
    /// Where the text goes on, after brackets and quotation marks.
    pub(super) end: usize,
}

/// The largest number of an article or an English section, and of any other clause: «capítulo 5000» is one of a budget.
const LARGEST: (u32, u32) = (9999, 399);

/// Reads the number that stands at `start`, after blanks and «número», for a clause of the given name.
pub(super) fn read(text: &str, start: usize, name: Name) -> Option<Number> {
    let begin = past_label(text, start + words::blanks(text, start));
    let opening = text[begin..].chars().next()?;
    let closing = match opening {
        '(' => Some(')'),
        '[' => Some(']'),
        '“' => Some('”'),
        '«' => Some('»'),
        '‘' => Some('’'),
        '"' | '\'' => Some(opening),
        _ => None,
    };
    let bare = begin + closing.map_or(0, |_| opening.len_utf8());
    let mut number = figures(text, bare, name).or_else(|| wording(text, bare, name, closing.is_some()))?;
    if let Some(closing) = closing {
        let rest = text[number.end..].strip_prefix(')').filter(|_| closing != ')').unwrap_or(&text[number.end..]);
        let rest = rest.strip_prefix(closing)?;
        number.end = text.len() - rest.len();
    } else if text[number.end..].starts_with(')') && bracket_belongs(text, begin, &number, name) {
        number.end += 1;
    }
    Some(number)
}

/// Past «núm.», «N°», “No.” before a number.
fn past_label(text: &str, start: usize) -> usize {
    let Some(word) = words::at(text, start) else { return start };
    if !matches!(word.folded(), "n" | "no" | "nro" | "num" | "numero" | "number") {
        return start;
    }
    let rest = text[word.end..].trim_start_matches(['.', 'º', '°']);
    let end = text.len() - rest.len();
    let marked = end > word.end || word.folded().starts_with("numero") || word.folded() == "number";
    if marked { end + words::blanks(text, end) } else { start }
}

/// Whether a closing bracket is the number's: `b)`, and `2)` unless a bracket is open before it.
fn bracket_belongs(text: &str, start: usize, number: &Number, name: Name) -> bool {
    match number.form {
        Form::Small | Form::Capital => !matches!(name.kind(), Some(ClauseKind::Annex | ClauseKind::Part)),
        Form::Figures => {
            let bytes = text.as_bytes().get(start.saturating_sub(80)..start).unwrap_or(&[]);
            let last = bytes.iter().rev().find(|byte| matches!(byte, b'(' | b')'));
            matches!(name.kind(), Some(ClauseKind::Item | ClauseKind::Numeral)) && last != Some(&b'(')
        }
        _ => false,
    }
}

/// `14`, `9o.`, `81 Bis`, `31.4`.
fn figures(text: &str, start: usize, name: Name) -> Option<Number> {
    let length = text[start..].bytes().take(5).take_while(u8::is_ascii_digit).count();
    let value: u32 = text[start..start + length].parse().ok().filter(|value| *value > 0)?;
    let kind = name.kind();
    let many = kind == Some(ClauseKind::Article) || (kind == Some(ClauseKind::Section) && name.is_english());
    let largest = if many { LARGEST.0 } else { LARGEST.1 };
    // Spanish titles and books are never numbered in figures.
    let unusual = !name.is_english() && matches!(kind, Some(ClauseKind::Title | ClauseKind::Book));
    if value > largest || unusual {
        return None;
    }
    let end = start + length;
    let kind = match kind {
        Some(ClauseKind::Item) => Some(ClauseKind::Numeral),
        Some(ClauseKind::Part) => None,
        other => other,
    };
    let number = Number { kind, value, suffix: None, form: Form::Figures, range: start..end, end };
    if let Some(end) = hidden_end(text, end, name.plural) {
        return Some(Number { kind: None, range: start..end, end, ..number });
    }
    let signed = ordinal_sign(text, end);
    let end = signed.unwrap_or(end);
    let number = with_suffix(text, Number { range: start..end, end, ..number }, signed.is_some());
    if let Some(end) = hidden_end(text, number.end, name.plural).filter(|_| number.suffix.is_some()) {
        return Some(Number { kind: None, range: start..end, end, ..number });
    }
    let rest = &text[number.end..];
    let broken = rest.starts_with(|next: char| next.is_alphanumeric() || next == '%');
    (!broken).then_some(number)
}

/// The end of an ordinal sign after figures: `9o`, `1º`, `3°`, `5.º`, `1ro`.
fn ordinal_sign(text: &str, start: usize) -> Option<usize> {
    let rest = &text[start..];
    [".º", ".°", "º", "°", "ero", "er", "ro", "do", "to", "vo", "mo", "no", "o"].into_iter().find_map(|sign| {
        let after = rest.strip_prefix(sign)?;
        (!after.starts_with(char::is_alphanumeric)).then(|| start + sign.len())
    })
}

/// The end of a number that the model has no clause for: `31.4`, `5/2020`, `A-1`, `115-II`.
fn hidden_end(text: &str, start: usize, plural: bool) -> Option<usize> {
    let rest = &text[start..];
    let mark = rest.chars().next().filter(|mark| matches!(mark, '.' | ',' | '/' | '-'))?;
    let after = &rest[mark.len_utf8()..];
    let run = after.bytes().take(8).take_while(u8::is_ascii_alphanumeric).count();
    let first_is_figure = after.starts_with(|first: char| first.is_ascii_digit());
    let hidden = match mark {
        ',' => first_is_figure && run == 3,
        '-' => run > 0 && !(first_is_figure && plural) && suffix(text, start, false).is_none(),
        '.' => run > 0 && (first_is_figure || run == 1),
        _ => run > 0,
    };
    hidden.then(|| {
        let length = rest
            .char_indices()
            .take(24)
            .take_while(|(place, character)| {
                let next = rest[place + character.len_utf8()..].chars().next();
                character.is_alphanumeric()
                    || (matches!(character, '.' | ',' | '/' | '-') && next.is_some_and(char::is_alphanumeric))
            })
            .last()
            .map_or(mark.len_utf8(), |(place, character)| place + character.len_utf8());
        start + length
    })
}

/// Adds `Bis`, `-E`, and the full stop of an ordinal sign that does not end the sentence.
fn with_suffix(text: &str, number: Number, signed: bool) -> Number {
    let end = number.range.end;
    let stop = signed && text[end..].starts_with('.');
    let found = suffix(text, end, true).or_else(|| stop.then(|| suffix(text, end + 1, true)).flatten());
    if let Some((suffix, end)) = found {
        return Number { suffix: Some(suffix), range: number.range.start..end, end, ..number };
    }
    if stop && goes_on(text, end + 1) {
        return Number { range: number.range.start..end + 1, end: end + 1, ..number };
    }
    number
}

/// Whether the sentence goes on after a full stop.
fn goes_on(text: &str, start: usize) -> bool {
    let next = start + words::blanks(text, start);
    let continues =
        |character: char| character.is_lowercase() || character.is_ascii_digit() || ",;)".contains(character);
    if text[next..].starts_with(continues) {
        return next > start || !text[next..].starts_with(char::is_alphanumeric);
    }
    words::at(text, next).is_some_and(|word| names::of(&word, Tongues::BOTH).is_some())
}

/// `Bis`, `Ter`, ` A`, `-E`, `Bis 1` after a number, in lower case, and its end. A letter after a blank belongs to the
/// number only if `spaced`, and only where nothing else can follow: «artículo 5 A quien …» has none.
fn suffix(text: &str, start: usize, spaced: bool) -> Option<(String, usize)> {
    let blanks = words::blanks(text, start);
    let hyphen = text[start + blanks..].starts_with('-');
    let begin = start + blanks + usize::from(hyphen);
    let begin = if hyphen { begin + words::blanks(text, begin) } else { begin };
    let word = words::at(text, begin)?;
    let latin = matches!(
        word.folded(),
        "bis" | "ter" | "quater" | "quinquies" | "quintus" | "sexies" | "septies" | "octies" | "nonies" | "decies"
    );
    if latin {
        return Some(match bis_figures(text, word.end) {
            Some((figures, end)) => (format!("{} {figures}", word.folded()), end),
            None => (word.folded().to_owned(), word.end),
        });
    }
    let letter = word.text.len() == 1 && word.text.bytes().all(|byte| byte.is_ascii_alphabetic());
    let capital = word.is_capitalised() && !matches!(word.text, "Y" | "O" | "E" | "U");
    let close = word.start == start + usize::from(hyphen);
    let close = close && (hyphen || !matches!(word.text, "y" | "o" | "e" | "u"));
    let belongs = close || (spaced && capital && stands(text, word.end));
    (letter && belongs).then(|| (word.folded().to_owned(), word.end))
}

/// The figures of `14 Bis 1`, and their end.
fn bis_figures(text: &str, start: usize) -> Option<(&str, usize)> {
    let begin = if text[start..].starts_with('-') { start + 1 } else { start + words::blanks(text, start) };
    let word = words::at(text, begin).filter(|word| begin > start && word.is_figures() && word.text.len() <= 2)?;
    stands(text, word.end).then_some((word.text, word.end))
}

/// Whether a letter that ends at `end` stands alone, as a number does and a word does not: before a mark, or a word that
/// joins.
pub(super) fn stands(text: &str, end: usize) -> bool {
    let next = end + words::blanks(text, end);
    if text[next..].is_empty() || text[next..].starts_with([',', ';', '.', ':', ')', ']', '”', '"', '»', '’', '\''])
    {
        return true;
    }
    next > end
        && words::at(text, next)
            .is_some_and(|word| matches!(word.folded(), "de" | "del" | "y" | "e" | "o" | "u" | "and" | "or" | "of"))
}

/// Numbers in letters: Roman, a letter alone, an ordinal.
fn wording(text: &str, start: usize, name: Name, enclosed: bool) -> Option<Number> {
    let word = words::at(text, start)?;
    let single = word.text.len() == 1;
    let marked = enclosed || text[word.end..].starts_with(')') || stands(text, word.end);
    let number =
        |kind, value, form| Number { kind, value, suffix: None, form, range: word.start..word.end, end: word.end };
    let cardinal = || cardinal(word.folded()).filter(|_| name.is_english()).map(|value| (value, word.end));
    if let Some((value, end)) = ordinal(text, start).or_else(cardinal).filter(|_| takes_ordinal(name)) {
        return followed_by_its_noun(text, end, name).then(|| Number {
            range: start..end,
            end,
            ..number(name.kind(), value, Form::Ordinal)
        });
    }
    if let Some((kind, value)) = roman_number(word.text, name, marked) {
        return Some(with_suffix_or_hidden(text, number(kind, value, Form::Roman), name));
    }
    let value = letter_number(word.text).filter(|_| single);
    let form = if word.is_capitalised() { Form::Capital } else { Form::Small };
    match (name.sense, value) {
        (Sense::Clause(ClauseKind::Annex), Some(value)) if form == Form::Capital && (marked || !name.shouted) => {
            Some(with_suffix_or_hidden(text, number(name.kind(), value, form), name))
        }
        (Sense::Clause(ClauseKind::Part), Some(value)) if form == Form::Capital && (marked || !name.shouted) => {
            // Among letters alone, I, V and X may be Roman.
            let kind = name.kind().filter(|_| !matches!(word.text, "I" | "V" | "X"));
            Some(with_suffix_or_hidden(text, number(kind, value, form), name))
        }
        (Sense::Clause(ClauseKind::Item), Some(value)) if marked && is_free(text, &word, enclosed) => {
            Some(with_suffix_or_hidden(text, number(name.kind(), value, form), name))
        }
        (Sense::Passing | Sense::Clause(ClauseKind::Numeral | ClauseKind::Fraction), Some(value))
            if marked && is_free(text, &word, enclosed) =>
        {
            Some(number(None, value, form))
        }
        // `aa)`, `ii)`: no clause of the model has such a number.
        (Sense::Passing | Sense::Clause(ClauseKind::Item | ClauseKind::Numeral), None)
            if word.text.len() <= 4 && (enclosed || text[word.end..].starts_with(')')) =>
        {
            Some(number(None, 1, form))
        }
        _ => None,
    }
}

/// Whether a letter is no joining word: «inciso y», «numeral o».
fn is_free(text: &str, word: &words::Word<'_>, enclosed: bool) -> bool {
    enclosed || text[word.end..].starts_with(')') || !matches!(word.folded(), "y" | "o" | "e" | "u")
}

fn with_suffix_or_hidden(text: &str, number: Number, name: Name) -> Number {
    match hidden_end(text, number.end, name.plural) {
        Some(end) => Number { kind: None, range: number.range.start..end, end, ..number },
        None => with_suffix(text, number, false),
    }
}

/// A Roman number for a clause of the given name, with the kind of clause it designates.
fn roman_number(word: &str, name: Name, marked: bool) -> Option<(Option<ClauseKind>, u32)> {
    let small = word.bytes().all(|byte| byte.is_ascii_lowercase());
    let value = if small { roman(&word.to_ascii_uppercase()) } else { roman(word) }?;
    let single = word.len() == 1;
    let usual = matches!(word, "I" | "V" | "X" | "i" | "v" | "x");
    // “The chapter I wrote”.
    if name.is_english() && !name.plural && name.kind() != Some(ClauseKind::Fraction) && word == "I" && !marked {
        return None;
    }
    match name.sense {
        Sense::Clause(ClauseKind::Numeral) => (!small).then_some((Some(ClauseKind::Fraction), value)),
        Sense::Clause(ClauseKind::Item | ClauseKind::Part) => (!single && !small).then_some((None, value)),
        Sense::Clause(ClauseKind::Annex) => ((usual || !single) && !small).then_some((Some(ClauseKind::Annex), value)),
        Sense::Clause(ClauseKind::Article | ClauseKind::Section) => {
            ((usual || !single) && !small).then_some((name.kind(), value))
        }
        Sense::Clause(ClauseKind::Fraction) => (!small || usual || !single).then_some((name.kind(), value)),
        Sense::Clause(ClauseKind::Book | ClauseKind::Title | ClauseKind::Chapter) => {
            (usual || !single).then_some((name.kind(), value))
        }
        Sense::Transitory => (!small && !single).then_some((name.kind(), value)),
        Sense::Clause(ClauseKind::Transitory) => None,
        Sense::Passing => (!small).then_some((None, value)),
    }
}

/// Whether clauses of a name are counted with ordinals in words: «artículo primero», «Título Segundo».
fn takes_ordinal(name: Name) -> bool {
    match name.sense {
        Sense::Clause(ClauseKind::Item | ClauseKind::Numeral) => false,
        Sense::Clause(_) => !name.is_english(),
        Sense::Passing | Sense::Transitory => true,
    }
}

/// Whether an ordinal that ends at `end` belongs to the name before it, and not to a paragraph: «artículo primer párrafo».
fn followed_by_its_noun(text: &str, end: usize, name: Name) -> bool {
    let next = words::after(text, end).and_then(|word| names::of(&word, Tongues::BOTH));
    !next.is_some_and(|next| next.sense == Sense::Passing) || name.sense == Sense::Passing
}

/// An ordinal in one word or two that begins at `start`, and its end; «Único» is 1.
pub(super) fn ordinal(text: &str, start: usize) -> Option<(u32, usize)> {
    let word = words::at(text, start)?;
    let value = ordinal_word(word.folded())?;
    if value == 0 || !value.is_multiple_of(10) {
        return Some((value.max(1), word.end));
    }
    let next = if text[word.end..].starts_with('-') { word.end + 1 } else { word.end + words::blanks(text, word.end) };
    let unit = words::at(text, next).filter(|_| next > word.end).and_then(|unit| {
        let value = ordinal_word(unit.folded()).filter(|value| (1..10).contains(value))?;
        Some((value, unit.end))
    });
    Some(unit.map_or((value, word.end), |(unit, end)| (value + unit, end)))
}

/// A number of English transitory provisions in words: “Transitory provision Three”.
fn cardinal(word: &str) -> Option<u32> {
    const WORDS: [&str; 20] = [
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen",
        "twenty",
    ];
    WORDS.iter().zip(1..).find_map(|(name, value)| (*name == word).then_some(value))
}
