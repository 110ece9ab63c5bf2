//! Names as files have them.

use unicode_normalization::UnicodeNormalization as _;

/// A name in composed characters with single blanks, without what cannot be seen: control characters, those that turn the
/// direction of a text, and those that YAML cannot hold. Names of files and of people are compared so.
pub(super) fn clean(name: &str) -> String {
    let seen = name.chars().filter(|letter| letter.is_whitespace() || !is_hidden(*letter));
    let seen: String = seen.map(|letter| if letter.is_whitespace() { ' ' } else { letter }).nfc().collect();
    seen.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn is_hidden(letter: char) -> bool {
    letter.is_control()
        || matches!(letter, '\u{200e}' | '\u{200f}' | '\u{61c}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
        || matches!(letter, '\u{200b}' | '\u{2060}' | '\u{feff}' | '\u{fffe}' | '\u{ffff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_be_seen_is_no_part_of_a_name() {
        for (name, expected) in [
            ("Ana\u{202e}zaP\u{202c}", "AnazaP"),
            (" Ana \t\n Paz\u{85}", "Ana Paz"),
            ("Jose\u{2066}\u{301}", "José"),
            ("\u{1b}[2J", "[2J"),
            ("\u{202e}\u{7}", ""),
        ] {
            assert_eq!(clean(name), expected);
        }
    }
}
