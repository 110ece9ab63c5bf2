//! What languages are called by those who speak them, and which way they are written.

use crate::model::Language;

/// Names by primary subtag, in the order of the tags; the languages of Mexico with the most speakers among them.
const NAMES: &[(&str, &str)] = &[
    ("ar", "العربية"),
    ("ca", "Català"),
    ("de", "Deutsch"),
    ("en", "English"),
    ("es", "Español"),
    ("eu", "Euskara"),
    ("fr", "Français"),
    ("gl", "Galego"),
    ("gn", "Avañe’ẽ"),
    ("he", "עברית"),
    ("it", "Italiano"),
    ("ja", "日本語"),
    ("ko", "한국어"),
    ("nah", "Nahuatlahtolli"),
    ("nl", "Nederlands"),
    ("pl", "Polski"),
    ("pt", "Português"),
    ("qu", "Runasimi"),
    ("ru", "Русский"),
    ("tr", "Türkçe"),
    ("uk", "Українська"),
    ("yua", "Maaya t’aan"),
    ("zh", "中文"),
];

/// The name of a language in that language; its tag where it is not known.
pub(super) fn of(language: &Language) -> &str {
    NAMES.iter().find(|(tag, _)| *tag == language.primary()).map_or(language.as_str(), |(_, name)| name)
}

/// The value of `dir` for a language's text.
#[must_use]
pub fn direction(language: &Language) -> &'static str {
    let right_to_left =
        matches!(language.primary(), "ar" | "ckb" | "dv" | "fa" | "he" | "ps" | "sd" | "ug" | "ur" | "yi");
    if right_to_left { "rtl" } else { "ltr" }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn variants_have_the_name_of_their_language() {
        assert_eq!(of(&Language::new("es-MX").unwrap()), "Español");
        assert_eq!(of(&Language::new("tzo").unwrap()), "tzo");
    }
}
