//! Which languages and documents are published, and what their files are called.

use super::Named;
use crate::error::{Error, Result};
use crate::model::{DocumentPath, Language, Message};
use crate::policy::IndexedPolicy;
use rayon::prelude::*;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// The longest name that is made of a title, in characters.
const LONGEST_NAME: usize = 80;

/// The languages to publish, and what their files are called.
///
/// # Errors
/// If the policy has no documents, or none in a language that is `wanted`.
pub(super) fn languages(policy: &IndexedPolicy, wanted: &[Language]) -> Result<Vec<Named>> {
    if policy.documents.is_empty() {
        let message = Message::new("edition-no-documents");
        return Err(Error::input(message).hint(Message::new("edition-no-documents-hint")));
    }
    let mut available = policy.languages();
    if let Some(missing) = wanted.iter().find(|language| !available.contains(language)) {
        let tags: Vec<&str> = available.iter().map(Language::as_str).collect();
        let message = Message::new("edition-language-unknown").with("language", missing.as_str());
        let hint = Message::new("edition-language-unknown-hint").with("languages", tags.join(", "));
        return Err(Error::usage(message).hint(hint));
    }
    available.retain(|language| wanted.is_empty() || wanted.contains(language));
    Ok(available.iter().map(|language| named(policy, language)).collect())
}

/// A language, and what its files are called.
pub(super) fn named(policy: &IndexedPolicy, language: &Language) -> Named {
    Named { language: language.clone(), stem: file_name(policy.title(language), language) }
}

/// The documents and their texts, in reading order.
///
/// # Errors
/// If one cannot be read.
pub(super) fn texts(policy: &IndexedPolicy) -> Result<Vec<(&DocumentPath, String)>> {
    policy.documents.par_iter().map(|entry| Ok((&entry.path, policy.text(&entry.path)?))).collect()
}

/// `politica-de-datos-abiertos.es` of «Política de datos abiertos».
fn file_name(title: &str, language: &Language) -> String {
    let name = ascii_name(title);
    format!("{}.{language}", if name.is_empty() { "edition" } else { &name })
}

/// `politica-de-datos-abiertos` of «Política de datos abiertos»; `""` where nothing of it is in ASCII.
pub(super) fn ascii_name(title: &str) -> String {
    let mut name = String::new();
    for character in title.nfkd().filter(|character| !is_combining_mark(*character)) {
        if character.is_ascii_alphanumeric() {
            name.push(character.to_ascii_lowercase());
        } else if !name.is_empty() && !name.ends_with('-') {
            name.push('-');
        }
        if name.len() > LONGEST_NAME {
            // Back to the end of a word, if there is one.
            name.truncate(name.rfind('-').unwrap_or(LONGEST_NAME));
            break;
        }
    }
    name.truncate(name.trim_end_matches('-').len());
    name
}

#[cfg(test)]
mod tests {
    use super::*;

    fn name(title: &str) -> String {
        file_name(title, &Language::new("es").unwrap())
    }

    #[test]
    fn files_are_named_by_the_title_in_ascii() {
        assert_eq!(name("Política de datos abiertos — {{ Año }} n.º 2"), "politica-de-datos-abiertos-ano-n-o-2.es");
        assert_eq!(name("../../etc/passwd\0"), "etc-passwd.es");
        assert_eq!(name("政策"), "edition.es");
    }

    #[test]
    fn long_titles_end_with_a_word() {
        assert_eq!(name(&"palabra ".repeat(20)), format!("{}.es", ["palabra"; 10].join("-")));
        assert_eq!(name(&"a".repeat(200)), format!("{}.es", "a".repeat(80)));
    }
}
