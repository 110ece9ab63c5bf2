//! Brings text to what the fonts can set.
//!
//! PDF/A and PDF/UA refuse a document with a character that no font has, with a private character, or with one that has
//! no shape of its own. Such characters are replaced before the engine sees them: by their compatibility form or a sign
//! that means the same, where the fonts have it, else by their number, `[U+1F600]`. The names of Unicode would say more,
//! but they are in English, and those of CLDR would take more room than a font; who needs such a character puts a font
//! that has it into the policy's folder of fonts.

use super::fonts::Fonts;
use std::borrow::Cow;
use std::ops::Range;
use typst::text::is_default_ignorable;
use unicode_normalization::UnicodeNormalization;
use unicode_segmentation::UnicodeSegmentation;

/// A place where a line may break.
const ZERO_WIDTH_SPACE: char = '\u{200b}';

/// Pictures of signs that fonts for text have, with the sign.
const SIGNS: [(&str, char); 15] = [
    ("✅", '✔'),
    ("❌❎", '✘'),
    ("⭐🌟", '★'),
    ("❗❕", '!'),
    ("❓❔", '?'),
    ("➕", '+'),
    ("➖", '−'),
    ("➗", '÷'),
    ("🟰", '='),
    ("👉➡", '→'),
    ("👈⬅", '←'),
    ("👆⬆", '↑'),
    ("👇⬇", '↓'),
    ("📧📨", '✉'),
    ("📞", '☎'),
];

/// Letters in a row that hyphenation takes care of.
const LONGEST_WORD: usize = 30;

/// A character that could not be set as it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Replacement {
    /// Where it stands in the text.
    pub(super) range: Range<usize>,
    /// The character.
    pub(super) character: char,
    /// What stands in its place; `None` for a character that turns the direction of text, which is dropped.
    pub(super) text: Option<String>,
}

/// The text as the fonts can set it, white space as single spaces, and what was replaced in it.
pub(super) fn settable<'text>(text: &'text str, fonts: &Fonts) -> (Cow<'text, str>, Vec<Replacement>) {
    if is_plain(text, fonts) {
        return (Cow::Borrowed(text), Vec::new());
    }
    let mut replacements = Vec::new();
    let mut clean = String::with_capacity(text.len());
    for (start, cluster) in text.grapheme_indices(true) {
        let mut characters = cluster.chars();
        match (characters.next(), characters.next()) {
            (Some(' ' | '\t' | '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}'), _) => {
                if !clean.ends_with(' ') {
                    clean.push(' ');
                }
            }
            (Some(character), None) if is_plain_character(character, fonts) => clean.push(character),
            _ => settle(cluster, start, fonts, &mut clean, &mut replacements),
        }
    }
    (Cow::Owned(clean), replacements)
}

/// Whether nothing in the text needs a closer look, as is usual.
fn is_plain(text: &str, fonts: &Fonts) -> bool {
    let mut after_space = false;
    text.chars().all(|character| {
        let doubled = after_space && character == ' ';
        after_space = character == ' ';
        !doubled && is_plain_character(character, fonts)
    })
}

/// Whether a character of Latin text or punctuation is in the fonts and never joins its neighbours.
fn is_plain_character(character: char, fonts: &Fonts) -> bool {
    match character {
        ' '..='~' => true,
        '\u{a0}'..='\u{ac}' | '\u{ae}'..='\u{24f}' | '\u{2010}'..='\u{2027}' | '\u{2030}'..='\u{205e}' | '€' | '™' => {
            fonts.have(&[character])
        }
        _ => false,
    }
}

/// Adds a cluster of characters that form one sign.
fn settle(cluster: &str, start: usize, fonts: &Fonts, clean: &mut String, replacements: &mut Vec<Replacement>) {
    let mut kept = String::with_capacity(cluster.len());
    for (offset, character) in cluster.char_indices() {
        if turns_direction(character) {
            let range = start + offset..start + offset + character.len_utf8();
            replacements.push(Replacement { range, character, text: None });
        } else if !is_dropped(character) {
            kept.push(character);
        }
    }
    let mut visible = kept.chars().filter(|character| !is_default_ignorable(*character));
    let Some(first) = visible.next() else {
        // Marks of where a line may or may not break have no shape and need none.
        clean.extend(kept.chars().filter(|character| matches!(character, '\u{ad}' | '\u{200b}' | '\u{2060}')));
        return;
    };
    if has(&kept, fonts) {
        clean.push_str(&kept);
        return;
    }
    let compatible: String = kept.nfkc().filter(|character| !is_default_ignorable(*character)).collect();
    let first_has_shape = has(first.encode_utf8(&mut [0; 4]), fonts);
    let missing = if first_has_shape { visible.next().unwrap_or(first) } else { first };
    let sign = || sign(&kept).filter(|sign| fonts.have(&[*sign])).map(String::from);
    let replaced = if has(&compatible, fonts) {
        compatible
    } else {
        sign().unwrap_or_else(|| spelled_out(&kept, first_has_shape))
    };
    clean.push_str(&replaced);
    let range = start..start + cluster.len();
    replacements.push(Replacement { range, character: missing, text: Some(replaced) });
}

/// The sign that a picture shows, whatever the colour of the hand in it.
fn sign(cluster: &str) -> Option<char> {
    let mut characters = cluster.chars().filter(|character| !matches!(character, '\u{1f3fb}'..='\u{1f3ff}'));
    let (picture, None) = (characters.next()?, characters.next()) else { return None };
    SIGNS.iter().find(|(pictures, _)| pictures.contains(picture)).map(|(_, sign)| *sign)
}

/// A cluster by the numbers of its characters; the first stays where it has a shape of its own. Another one could join it
/// again, which no font can set.
fn spelled_out(cluster: &str, keep_first: bool) -> String {
    use std::fmt::Write;
    let mut spelled = String::new();
    for (index, character) in cluster.chars().filter(|character| !is_default_ignorable(*character)).enumerate() {
        if index == 0 && keep_first {
            spelled.push(character);
        } else {
            // Writing to a string cannot fail.
            let _ = write!(spelled, "[U+{:04X}]", character as u32);
        }
    }
    spelled
}

/// Whether one of the fonts has every character of a cluster, which it must set as a whole.
fn has(cluster: &str, fonts: &Fonts) -> bool {
    let visible: Vec<char> = cluster.chars().filter(|character| !is_default_ignorable(*character)).collect();
    let proper = |character: &char| !matches!(character, '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..);
    visible.iter().all(proper) && fonts.have(&visible)
}

/// The controls of the bidirectional algorithm (UAX #9), which could show a text in another order than it is written.
pub(super) fn turns_direction(character: char) -> bool {
    matches!(character, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Characters without a shape that are of no use on paper: controls, byte order marks, tags and variation selectors.
fn is_dropped(character: char) -> bool {
    character.is_control()
        || matches!(character, '\u{feff}' | '\u{fe00}'..='\u{fe0f}' | '\u{e0000}'..='\u{e0fff}' | '\u{fff9}'..='\u{fffb}')
}

/// The text with places to break in each run of more than `longest` characters without a space that no hyphenation can
/// break: addresses, identifiers, paths.
pub(super) fn breakable(text: Cow<'_, str>, longest: usize) -> Cow<'_, str> {
    if text.len() <= longest || !text.split(' ').any(|run| needs_breaks(run, longest)) {
        return text;
    }
    let mut broken = String::with_capacity(text.len() + text.len() / 4);
    for (index, run) in text.split(' ').enumerate() {
        if index > 0 {
            broken.push(' ');
        }
        if !needs_breaks(run, longest) {
            broken.push_str(run);
            continue;
        }
        let mut since_break = 0;
        let mut clusters = run.graphemes(true).peekable();
        while let Some(cluster) = clusters.next() {
            if since_break >= longest {
                broken.push(ZERO_WIDTH_SPACE);
                since_break = 0;
            }
            broken.push_str(cluster);
            since_break += 1;
            // The parts of a time of day stay together.
            let in_time =
                cluster == ":" && clusters.peek().is_some_and(|next| next.starts_with(|c: char| c.is_ascii_digit()));
            if since_break > 2 && cluster.chars().all(breaks_after) && !in_time {
                broken.push(ZERO_WIDTH_SPACE);
                since_break = 0;
            }
        }
    }
    Cow::Owned(broken)
}

/// Whether a line may end behind a mark inside an address, identifier or path.
pub(super) fn breaks_after(mark: char) -> bool {
    "/.-_?&=:,@#".contains(mark)
}

fn needs_breaks(run: &str, longest: usize) -> bool {
    run.len() > longest && (run.len() > LONGEST_WORD || !run.chars().all(char::is_alphabetic))
}

/// A text cut to a number of characters, with an ellipsis where it was cut.
pub(super) fn shortened(text: &str, most: usize) -> Cow<'_, str> {
    match text.char_indices().nth(most) {
        Some((end, _)) => Cow::Owned(format!("{}…", text[..end].trim_end())),
        None => Cow::Borrowed(text),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn set(text: &str) -> (String, Vec<Option<String>>) {
        let (clean, replacements) = settable(text, Fonts::embedded());
        (clean.into_owned(), replacements.into_iter().map(|replacement| replacement.text).collect())
    }

    #[test]
    fn text_in_spanish_stays_as_it_is() {
        let text = "«Año» — ¿cuál?, artículo 1º: 5 € … “pingüino” Ñandú";
        assert!(matches!(settable(text, Fonts::embedded()), (Cow::Borrowed(_), replaced) if replaced.is_empty()));
    }

    #[test]
    fn white_space_is_single_spaces() {
        assert_eq!(set("a \t b\u{2028}c"), ("a b c".to_owned(), vec![]));
    }

    #[test]
    fn what_no_font_has_is_named_or_brought_to_its_compatible_form() {
        assert_eq!(set("a😀b"), ("a[U+1F600]b".to_owned(), vec![Some("[U+1F600]".to_owned())]));
        assert_eq!(set("\u{1d400}"), ("A".to_owned(), vec![Some("A".to_owned())]));
        assert_eq!(set("\u{e000}"), ("[U+E000]".to_owned(), vec![Some("[U+E000]".to_owned())]));
    }

    #[test]
    fn pictures_of_signs_are_set_as_the_sign() {
        assert_eq!(set("✅ sí").0, "✔ sí");
        assert_eq!(set("👉🏽a").0, "→a");
        assert_eq!(set("❌\u{fe0f}"), ("✘".to_owned(), vec![Some("✘".to_owned())]));
        for (pictures, sign) in SIGNS {
            assert!(Fonts::embedded().have(&[sign]), "{sign}");
            for picture in pictures.chars() {
                let (clean, _) = set(&picture.to_string());
                assert!(clean == sign.to_string() || clean == picture.to_string(), "{picture}: {clean}");
            }
        }
    }

    #[test]
    fn a_cluster_is_replaced_as_a_whole() {
        let family = "👨\u{200d}👩\u{200d}👧";
        let spelled = "[U+1F468][U+1F469][U+1F467]".to_owned();
        assert_eq!(set(family), (spelled.clone(), vec![Some(spelled)]));
    }

    #[test]
    fn a_letter_keeps_its_shape_when_its_mark_has_none() {
        let (_, replacements) = settable("a\u{900}", Fonts::embedded());
        assert_eq!(replacements[0].text.as_deref(), Some("a[U+0900]"));
        assert_eq!(replacements[0].character, '\u{900}');
    }

    #[test]
    fn controls_of_direction_are_dropped_and_told() {
        assert_eq!(set("a\u{202e}b\u{2066}c"), ("abc".to_owned(), vec![None, None]));
    }

    #[test]
    fn combining_marks_stay_with_their_letter() {
        assert_eq!(set("e\u{301}"), ("e\u{301}".to_owned(), vec![]));
    }

    #[test]
    fn a_replacement_knows_its_place() {
        let (_, replacements) = settable("año 😀", Fonts::embedded());
        assert_eq!(replacements[0].range, 5..9);
    }

    #[test]
    fn long_runs_get_places_to_break() {
        let broken = breakable(Cow::Borrowed("ver https://a.example/datos/abiertos"), 12);
        assert_eq!(broken, "ver https:\u{200b}//a.\u{200b}example/\u{200b}datos/\u{200b}abiertos");
        assert_eq!(breakable(Cow::Borrowed("constitucionalmente"), 12), "constitucionalmente");
    }
}
