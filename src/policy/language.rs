//! Which language a document is in.

use crate::model::{DocumentPath, Language};

/// The language that a document's folder says: a folder of the path named after one of the policy's languages; the only
/// language of a policy that has one.
pub(super) fn of_path(path: &DocumentPath, languages: &[Language]) -> Option<Language> {
    if let [only] = languages {
        return Some(only.clone());
    }
    let named = |folder: &str| languages.iter().find(|language| language.as_str().eq_ignore_ascii_case(folder));
    path.folder().split('/').find_map(named).cloned()
}

/// Tells Spanish from English by their most frequent function words, for folders that say nothing. It decides only the
/// language of an edition's furniture and hyphenation.
#[derive(Default)]
pub(super) struct Guess {
    spanish: usize,
    english: usize,
}

impl Guess {
    /// Function words after which there is no doubt.
    const ENOUGH: usize = 200;

    /// Bytes of a document that are looked at.
    const LOOKED_AT: usize = 64 * 1024;

    pub(super) fn read(&mut self, text: &str) {
        let mut end = text.len().min(Self::LOOKED_AT);
        while !text.is_char_boundary(end) {
            end -= 1;
        }
        for word in text[..end].split(|character: char| !character.is_alphabetic()) {
            match word {
                "de" | "la" | "que" | "el" | "en" | "los" | "las" | "del" | "por" | "para" | "una" | "se" => {
                    self.spanish += 1;
                }
                "the" | "of" | "and" | "to" | "is" | "that" | "for" | "with" | "be" | "or" | "you" | "this" => {
                    self.english += 1;
                }
                _ => {}
            }
        }
    }

    pub(super) fn is_sure(&self) -> bool {
        self.spanish.abs_diff(self.english) >= Self::ENOUGH
    }

    pub(super) fn language(&self) -> Option<Language> {
        Language::new(if self.spanish > self.english { "es" } else { "en" })
    }
}
