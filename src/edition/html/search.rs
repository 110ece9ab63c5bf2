//! The search of a site: it runs in the reader's browser, without a network and from a folder too.
//!
//! 1. `entries` takes the sections of a publication as plain text;
//! 2. [`index`] packs them into a script that only says what the sections are (`pack`): every distinct word once, and for
//!    each section its words by their numbers, the most frequent ones in one character. The index is the text itself at
//!    some two fifths of its size, so that a result can show the words found in their sentence, and a quoted phrase is
//!    looked up, not guessed. What a search needs besides (stems, how often a word stands where) the browser derives from
//!    it in a few milliseconds, once, when the search is opened;
//! 3. [`script`] is the program for it: the words of one language (`spanish.js`, `english.js`: stems, words that carry no
//!    topic), the search proper (`search.js`) and what a reader sees of it (`interface.js`);
//! 4. [`Furniture`] is what the template `gaceta/search.html` needs; [`STYLE`] its look.
//!
//! A page must let the script run by its security policy: both are files beside the page, `'self'`. Without JavaScript nothing
//! of the search is shown.

mod entries;
mod pack;

pub(in crate::edition) use entries::entries;
pub(in crate::edition) use pack::index;

use crate::messages::Catalogue;
use crate::model::{Language, Message};
use serde::Serialize;

/// The look of the search, to stand behind the page's own.
pub(in crate::edition) const STYLE: &str = include_str!("search/search.css");

/// A section as the search knows it.
pub(in crate::edition) struct Entry<'a> {
    /// The address of its page, as a link of the reader's page has it.
    pub page: &'a str,
    /// The title of the chapter; `""` where there is none.
    pub chapter: String,
    /// Its anchor.
    pub anchor: &'a str,
    /// Its title.
    pub title: String,
    /// Its text, without the title and without its subsections.
    pub text: String,
}

/// The program for a language, the same for every policy.
pub(in crate::edition) fn script(language: &Language) -> String {
    let words = match language.primary() {
        "es" => concat!(include_str!("search/stemming.js"), include_str!("search/spanish.js")),
        "en" => concat!(include_str!("search/stemming.js"), include_str!("search/english.js")),
        _ => include_str!("search/other.js"),
    };
    let search = include_str!("search/search.js");
    let interface = include_str!("search/interface.js");
    format!("\"use strict\";\n(() => {{\n{words}{search}{interface}}})();\n")
}

/// What the template of the search is given.
#[derive(Serialize)]
pub(in crate::edition) struct Furniture {
    /// The language of the text.
    language: String,
    /// The language of these words.
    words_language: &'static str,
    /// The address of the script with the index, to be loaded when the search is opened.
    index: String,
    open: String,
    field: String,
    close: String,
    key: String,
    none: String,
    one: String,
    many: String,
    some: String,
    more: String,
    failed: String,
}

impl Furniture {
    /// The furniture of a page whose text is in `language`; `index` is the address of the file with the index.
    pub(in crate::edition) fn new(language: &Language, words: &Catalogue, index: &str) -> Self {
        // The script puts the number in.
        let counted = |id| words.text(&Message::new(id).with("count", "#"));
        Self {
            language: language.as_str().to_owned(),
            words_language: words.locale().tag(),
            index: index.to_owned(),
            open: words.word("edition-search-open"),
            field: words.word("edition-search-field"),
            close: words.word("edition-search-close"),
            key: words.word("edition-search-key"),
            none: words.word("edition-search-none"),
            one: counted("edition-search-one"),
            many: counted("edition-search-many"),
            some: words.word("edition-search-some"),
            more: words.word("edition-search-more"),
            failed: words.word("edition-search-failed"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::messages::Locale;

    #[test]
    fn each_language_has_its_own_stems() {
        let script = |tag| script(&Language::new(tag).unwrap());
        assert!(script("es-MX").contains("logías") && !script("es-MX").contains("ational"));
        assert!(script("en").contains("ational") && !script("en").contains("logías"));
        assert!(!script("fr").contains("ational") && !script("fr").contains("logías"));
    }

    /// Whoever puts the script into an element of a page of their own finds nothing in it that could end the element.
    #[test]
    fn no_script_ends_its_element() {
        for tag in ["es", "en", "fr"] {
            let script = script(&Language::new(tag).unwrap());
            assert!(!script.contains("</") && !script.contains("<!--"), "{tag}");
            assert!(script.starts_with("\"use strict\";\n(() => {\n") && script.ends_with("})();\n"), "{tag}");
        }
    }

    #[test]
    fn the_furniture_speaks_the_language_of_the_words() {
        let language = Language::new("fr").unwrap();
        let furniture = Furniture::new(&language, Catalogue::of(Locale::English), "search.fr.js");
        assert_eq!((furniture.language.as_str(), furniture.words_language), ("fr", "en"));
        assert_eq!((furniture.one.as_str(), furniture.many.as_str()), ("# section", "# sections"));
        assert_eq!(furniture.index, "search.fr.js");
    }
}
