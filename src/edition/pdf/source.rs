//! Attaches what the edition is made from: the documents and the manifest, byte for byte.
//!
//! A reader saves attachments into one folder, so their names have no folders. A document is called like its file where no
//! other one is, else like its path with dashes; its description has the path.

use crate::config::MANIFEST;
use crate::edition::ids::Ids;
use crate::edition::publication::Publication;
use crate::model::{Document, Message};
use std::collections::HashMap;
use typst::foundations::{Bytes, Content, Derived, NativeElement, PathOrStr};
use typst::pdf::{AttachElem, AttachedFileRelationship};

/// The most characters of a name or description.
const LONGEST: usize = 200;

/// The attachments, of which nothing is seen on the pages. A redline has none: it is of two versions.
pub(super) fn attachments(publication: &Publication<'_>) -> Vec<Content> {
    if publication.redline.is_some() {
        return Vec::new();
    }
    let words = publication.words;
    let mut attachments = Vec::with_capacity(publication.documents.len() + 1);
    if let Some(text) = &publication.manifest_text {
        let description = words.word("pdf-source-manifest");
        attachments.push(attachment(MANIFEST, "application/toml", &description, text.clone()));
    }
    for (document, name) in publication.documents.iter().zip(names(publication.documents)) {
        let message = Message::new("pdf-source-text").with("path", document.path.as_str());
        let text = document.text.as_bytes().to_vec();
        attachments.push(attachment(&name, "text/markdown", &words.text(&message), text));
    }
    attachments
}

fn attachment(name: &str, kind: &str, description: &str, bytes: Vec<u8>) -> Content {
    let path = Derived::new(PathOrStr::Str(name.into()), name.into());
    let description: String = description.chars().filter(|character| !is_hidden(*character)).take(LONGEST).collect();
    AttachElem::new(path, Bytes::new(bytes))
        .with_relationship(Some(AttachedFileRelationship::Source))
        .with_mime_type(Some(kind.into()))
        .with_description(Some(description.into()))
        .pack()
}

/// The names of the attached documents, each given once, whatever a file system thinks of capital letters.
fn names(documents: &[Document<'_>]) -> Vec<String> {
    let mut uses: HashMap<String, usize> = HashMap::new();
    for document in documents {
        *uses.entry(document.path.file_name().to_lowercase()).or_default() += 1;
    }
    let mut taken = Ids::default();
    taken.reserve(MANIFEST);
    let mut name = |document: &Document<'_>| {
        let own = document.path.file_name();
        let written = if uses.get(&own.to_lowercase()) == Some(&1) { own } else { document.path.as_str() };
        let plain: String =
            written.chars().map(|character| if is_plain(character) { character } else { '-' }).collect();
        let (stem, ending) = plain.rsplit_once('.').unwrap_or((&plain, "md"));
        let stem: String = stem.chars().take(LONGEST).collect();
        // The ending is put behind the number that tells equal names apart.
        let key = taken.unique(stem.to_lowercase());
        format!("{stem}{}.{ending}", key.strip_prefix(&stem.to_lowercase()).unwrap_or_default())
    };
    documents.iter().map(&mut name).collect()
}

/// Whether a character may stand in the name of a file on any system.
fn is_plain(character: char) -> bool {
    !is_hidden(character) && !matches!(character, '/' | '\\' | ':' | '*' | '?' | '"' | '<' | '>' | '|')
}

/// Whether a character could show a name in another order than it is written, or has no shape.
fn is_hidden(character: char) -> bool {
    character.is_control() || super::glyph::turns_direction(character)
}

#[cfg(test)]
mod tests {
    use super::names;
    use crate::model::{Document, DocumentPath};

    fn names_of(paths: &[&str]) -> Vec<String> {
        let document = |path: &&str| Document {
            path: DocumentPath::new(path).unwrap(),
            text: "",
            language: None,
            front_matter: None,
            preamble: Vec::new(),
            sections: Vec::new(),
            problems: Vec::new(),
        };
        names(&paths.iter().map(document).collect::<Vec<_>>())
    }

    #[test]
    fn documents_keep_the_names_of_their_files() {
        assert_eq!(names_of(&["es/01-objeto.md", "es/x/02.md"]), ["01-objeto.md", "02.md"]);
    }

    #[test]
    fn documents_of_one_name_are_called_like_their_paths() {
        assert_eq!(names_of(&["a/x.md", "b/X.md", "y.md"]), ["a-x.md", "b-X.md", "y.md"]);
        assert_eq!(names_of(&["a/x.md", "b/x.md", "a-x.md"]), ["a-x.md", "b-x.md", "a-x-2.md"]);
        assert_eq!(names_of(&["gaceta.toml.md"]), ["gaceta.toml-2.md"]);
    }

    #[test]
    fn names_hold_nothing_that_a_system_takes_for_something_else() {
        assert_eq!(names_of(&["a\u{202e}b:c?\n.md"]), ["a-b-c--.md"]);
    }
}
