//! Renumbers the clauses of a policy in its files.

use super::renumber;
use crate::error::Result;
use crate::lint::fix::edited;
use crate::model::DocumentPath;
use crate::policy::{IndexedPolicy, Policy};

/// What renumbering came to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Renumbered {
    /// How many designations, citations and links were rewritten.
    pub places: usize,
    /// The documents that were changed, language by language in reading order.
    pub changed: Vec<DocumentPath>,
}

/// Puts the clauses of a policy in sequence, language by language, and rewrites the references to them. The documents are
/// replaced one by one, each whole or not at all.
///
/// # Errors
/// If a document cannot be read or written; those before it are changed by then, and a second run does the rest.
pub fn renumber_policy(policy: Policy) -> Result<Renumbered> {
    let policy = IndexedPolicy::from(policy);
    let mut renumbered = Renumbered::default();
    for language in policy.languages() {
        let mut texts = Vec::new();
        for entry in policy.documents_in(&language) {
            texts.push((entry.path.clone(), policy.text(&entry.path)?));
        }
        let mut edits = renumber(&texts, policy.manifest.slugger, Some(&language));
        for (path, text) in texts {
            let Some(own) = edits.remove(&path) else { continue };
            policy.files.replace(&path, text.as_bytes(), edited(&text, &own).as_bytes())?;
            renumbered.places += own.len();
            renumbered.changed.push(path);
        }
    }
    Ok(renumbered)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::repo::{Draft, Files, Memory};

    #[test]
    fn articles_run_over_the_documents_of_a_language() {
        let files = Memory::new([
            ("gaceta.toml", "[policy]\nlanguages = [\"es\", \"en\"]\n"),
            (
                "es/1.md",
                "# Uno\n\n## Artículo 1. Objeto\n\nTexto.\n\n## Artículo 3. Alcance\n\nVea el artículo 5 de esta política.\n",
            ),
            ("es/2.md", "# Dos\n\n## Artículo 5. Plazos\n\nTexto.\n"),
            ("en/1.md", "# One\n\n## Article 1. Purpose\n\nText.\n\n## Article 2. Scope\n\nText.\n"),
        ]);
        let draft = Draft::of(Box::new(files.unwrap()));
        let done = renumber_policy(Policy::open(Box::new(draft.clone())).unwrap()).unwrap();
        assert_eq!(done.places, 3);
        let text = |path| String::from_utf8(draft.read(&DocumentPath::new(path).unwrap()).unwrap()).unwrap();
        let expected = "# Uno\n\n## Artículo 1. Objeto\n\nTexto.\n\n## Artículo 2. Alcance\n\nVea el artículo 3 de esta política.\n";
        assert_eq!(
            (text("es/1.md").as_str(), text("es/2.md").as_str()),
            (expected, "# Dos\n\n## Artículo 3. Plazos\n\nTexto.\n")
        );
        let again = renumber_policy(Policy::open(Box::new(draft)).unwrap()).unwrap();
        assert_eq!(again, Renumbered::default());
    }
}
