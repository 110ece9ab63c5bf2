//! A policy as a whole.
//!
//! 1. [`Policy::open`] reads the manifest, or does without, and finds the documents: every Markdown file that the
//!    manifest does not exclude;
//! 2. [`IndexedPolicy::open`] reads each one once for the index, in parallel, and drops its tree (`indexed`), gives each
//!    its language (`language`) and puts them in reading order, language by language (`order`).
//!
//! A job then visits the documents, one tree at a time, so that a policy larger than memory can be read. What needs no
//! index, as the linter, does without: the index of 20,000 laws alone would take more memory than all else.

mod choice;
mod indexed;
mod language;
mod order;

pub use choice::{check_languages, is_set_text};
pub use indexed::{IndexedPolicy, Texts};
pub use order::NaturalPath;

use crate::config;
use crate::error::{Error, Result};
use crate::model::{Contribution, Document, DocumentPath, Language, LineIndex, Manifest, Message, is_release_name};
use crate::parse;
use crate::repo::Files;
use globset::{GlobBuilder, GlobSet, GlobSetBuilder};
use std::fmt;

/// Endings of the names of Markdown files.
const ENDINGS: [&str; 2] = [".md", ".markdown"];

/// More documents than these are a collection of texts and not the chapters of one.
pub const MOST_CHAPTERS: usize = 1000;

/// The most documents that are read in the folders above a policy: a limit on work.
const MOST_ABOVE: usize = 1000;

/// A policy: its manifest, and the documents that it consists of.
pub struct Policy {
    /// Where its files come from.
    pub files: Box<dyn Files>,
    /// What its manifest says.
    pub manifest: Manifest,
    /// Whether it has a manifest.
    pub has_manifest: bool,
    /// Its documents, in the order of their paths.
    pub paths: Vec<DocumentPath>,
}

impl fmt::Debug for Policy {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Policy").field("paths", &self.paths).finish_non_exhaustive()
    }
}

impl Policy {
    /// Opens the policy whose files these are; no document is read yet.
    ///
    /// # Errors
    /// If the files cannot be listed, or the manifest is wrong.
    pub fn open(files: Box<dyn Files>) -> Result<Self> {
        let manifest_path = DocumentPath::new(config::MANIFEST).filter(|path| files.contains(path));
        let mut manifest = match &manifest_path {
            Some(path) => config::manifest(&read_text(&*files, path)?, &files.display(path))?,
            None => Manifest::default(),
        };
        let in_manifest = |error: Error| match &manifest_path {
            Some(path) => error.at(files.display(path), None),
            None => error,
        };
        let excluded = globs(&manifest.exclude).map_err(in_manifest)?;
        globs(&manifest.releases).map_err(in_manifest)?;
        let mut paths = files.list()?;
        paths.retain(|path| is_markdown(path) && !excluded.is_match(path.as_str()));
        if let Some(unknown) = manifest.order.iter().find(|wanted| !paths.iter().any(|path| path.as_str() == **wanted))
        {
            let error = Error::configuration(Message::new("config-order").with("path", unknown.as_str()));
            return Err(in_manifest(error));
        }
        if manifest.languages.is_empty() {
            manifest.languages = language::of_folders(&paths);
        }
        Ok(Self { has_manifest: manifest_path.is_some(), files, manifest, paths })
    }

    /// The authoritative language: the first that the manifest or the folders name, else the one that the first
    /// documents seem to be written in.
    #[must_use]
    pub fn main_language(&self) -> Option<Language> {
        self.manifest.languages.first().cloned().or_else(|| language::guess(self.texts_of(self.paths.iter())))
    }

    /// Whether a path is that of a document, as far as its ending and the manifest say.
    #[must_use]
    pub fn is_document(&self, path: &str) -> bool {
        let is_excluded = globs(&self.manifest.exclude).is_ok_and(|excluded| excluded.is_match(path));
        DocumentPath::new(path).is_some_and(|path| is_markdown(&path)) && !is_excluded
    }

    /// Whether the tag of a name is a release of the policy, by what the manifest says of releases.
    ///
    /// # Errors
    /// If a glob of the manifest is malformed, which [`Policy::open`] has told before.
    pub fn release_names(&self) -> Result<impl Fn(&str) -> bool + use<>> {
        let named = globs(&self.manifest.releases)?;
        let says_nothing = self.manifest.releases.is_empty();
        Ok(move |tag: &str| if says_nothing { is_release_name(tag) } else { named.is_match(tag) })
    }

    /// What people did for the policy outside git, from the files that the manifest names, in the order of their paths.
    ///
    /// # Errors
    /// If a glob of the manifest is malformed, or a file cannot be read or says what it may not.
    pub fn contributions(&self) -> Result<Vec<Contribution>> {
        let named = globs(&self.manifest.tally.contributions)?;
        let mut contributions = Vec::new();
        if self.manifest.tally.contributions.is_empty() {
            return Ok(contributions);
        }
        for path in self.files.list()?.iter().filter(|path| named.is_match(path.as_str())) {
            let text = read_text(&*self.files, path)?;
            contributions.extend(config::contributions(&text, &self.files.display(path))?);
        }
        Ok(contributions)
    }

    /// Whether the documents are texts of their own and not the chapters of one: there is no manifest, or there are very
    /// many of them.
    #[must_use]
    pub fn is_collection(&self) -> bool {
        !self.has_manifest || self.paths.len() > MOST_CHAPTERS
    }

    /// The language of a document's running text: what it says itself, what the policy says, or what the text seems to be
    /// in. `None` where it seems to be neither Spanish nor English.
    #[must_use]
    pub fn language_of(&self, document: &Document<'_>) -> Option<Language> {
        let language = document.language.clone().or_else(|| self.manifest.languages.first().cloned());
        language.or_else(|| {
            let body = document.front_matter.as_ref().map_or(0, |front_matter| front_matter.span.range().end);
            language_of_few_words(document.text.get(body..).unwrap_or(""))
        })
    }

    /// Whether one of the documents that lie in the folders above the policy themselves, as far as the repository reaches,
    /// satisfies a test: what its repository says about it, as in a README. They are read one after the other, those of the
    /// nearest folder first; those that cannot be read are left out.
    #[must_use]
    pub fn is_any_above(&self, satisfies: impl Fn(&str) -> bool) -> bool {
        let mut read = 0;
        let mut next = self.files.above();
        while let Some(files) = next {
            let paths = files.list().unwrap_or_default();
            for path in paths.iter().filter(|path| is_markdown(path)).take(MOST_ABOVE - read) {
                read += 1;
                if read_text(&*files, path).is_ok_and(|text| satisfies(&text)) {
                    return true;
                }
            }
            next = files.above();
        }
        false
    }

    /// The texts of documents, those that cannot be read left out.
    fn texts_of<'a>(&'a self, paths: impl Iterator<Item = &'a DocumentPath> + 'a) -> impl Iterator<Item = String> + 'a {
        paths.filter_map(|path| self.text(path).ok())
    }

    /// The text of a document.
    ///
    /// # Errors
    /// If it cannot be read or is not UTF-8; the error names the file and the place.
    pub fn text(&self, path: &DocumentPath) -> Result<String> {
        read_text(&*self.files, path)
    }

    /// The tree of a document.
    #[must_use]
    pub fn parse<'text>(&self, path: &DocumentPath, text: &'text str) -> Document<'text> {
        let mut document = parse::document(path.clone(), text, self.manifest.slugger);
        document.language = document.language.or_else(|| language::of_path(path, &self.manifest.languages));
        document
    }
}

/// The language of a text, if it is Spanish or English beyond doubt: those whose wording gaceta can judge.
#[must_use]
pub fn language_of_text(text: &str) -> Option<Language> {
    language::of_text(text)
}

/// The language of a text that may be a line or two: Spanish or English if no other has as many of its words.
#[must_use]
pub fn language_of_few_words(text: &str) -> Option<Language> {
    language::of_few_words(text)
}

fn is_markdown(path: &DocumentPath) -> bool {
    let name = path.file_name().to_ascii_lowercase();
    ENDINGS.iter().any(|ending| name.len() > ending.len() && name.ends_with(ending))
}

/// Globs over document paths: `*` does not cross `/`, `**` does.
///
/// # Errors
/// If a glob is malformed.
pub fn globs<Pattern: AsRef<str>>(patterns: &[Pattern]) -> Result<GlobPatterns> {
    // What the parser itself says is in English.
    let malformed = |pattern: &str| {
        Error::configuration(Message::new("error-malformed-glob").with("pattern", pattern))
            .at(config::MANIFEST, None)
            .hint(Message::new("error-malformed-glob-hint"))
    };
    let mut set = GlobSetBuilder::new();
    for pattern in patterns {
        let pattern = pattern.as_ref();
        let glob = GlobBuilder::new(pattern).literal_separator(true).build();
        set.add(glob.map_err(|_| malformed(pattern))?);
    }
    set.build().map(GlobPatterns).map_err(|_| malformed(""))
}

/// Several globs, of which a path has to match one.
#[derive(Clone, Debug)]
pub struct GlobPatterns(GlobSet);

impl GlobPatterns {
    /// Whether a path matches one of the globs.
    #[must_use]
    pub fn is_match(&self, path: &str) -> bool {
        self.0.is_match(path)
    }
}

/// A file's text.
fn read_text(files: &dyn Files, path: &DocumentPath) -> Result<String> {
    let bytes = files.read(path)?;
    String::from_utf8(bytes).map_err(|error| {
        let valid = error.utf8_error().valid_up_to();
        let before = String::from_utf8_lossy(&error.as_bytes()[..valid]).into_owned();
        let offset = u32::try_from(before.len()).unwrap_or(u32::MAX);
        Error::input(Message::new("error-not-utf8"))
            .at(files.display(path), Some(LineIndex::new(&before).position(offset)))
            .hint(Message::new("error-not-utf8-hint"))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::repo::Memory;

    fn open(files: &[(&str, &[u8])]) -> IndexedPolicy {
        let files = files.iter().map(|(path, bytes)| (*path, bytes.to_vec()));
        IndexedPolicy::open(Box::new(Memory::new(files).unwrap())).unwrap()
    }

    fn paths(policy: &IndexedPolicy) -> Vec<&str> {
        policy.documents.iter().map(|entry| entry.path.as_str()).collect()
    }

    #[test]
    fn documents_stand_in_reading_order() {
        let policy = open(&[
            ("10-b.md", b"# B"),
            ("2-a.md", b"# A"),
            ("README.md", b"# R"),
            ("z.md", b"---\norder: 1\n---\n"),
            ("data.csv", b""),
            (".md", b""),
        ]);
        assert_eq!(paths(&policy), ["README.md", "z.md", "2-a.md", "10-b.md"]);
        let policy = open(&[("README.md", b"---\norder: 2\n---\n"), ("z.md", b"---\norder: 1\n---\n")]);
        assert_eq!(paths(&policy), ["z.md", "README.md"]);
    }

    #[test]
    fn the_manifest_says_order_languages_and_what_is_excluded() {
        let manifest = b"[policy]\nlanguages = [\"es\", \"en\"]\norder = [\"es/b.md\"]\nexclude = [\"notas/**\"]\n";
        let policy = open(&[
            ("gaceta.toml", manifest),
            ("en/a.md", b"# A"),
            ("es/a.md", b"# A"),
            ("es/b.md", b"# B"),
            ("notas/x/y.md", b"# N"),
        ]);
        assert_eq!(paths(&policy), ["es/b.md", "es/a.md", "en/a.md"]);
        let languages: Vec<_> = policy.languages().iter().map(Language::to_string).collect();
        assert_eq!(languages, ["es", "en"]);
    }

    #[test]
    fn an_order_that_names_no_document_is_an_error() {
        let manifest: &[u8] = b"[policy]\norder = [\"a.md\", \"b.md\"]\n";
        let files = [("gaceta.toml", manifest.to_vec()), ("a.md", b"# A".to_vec())];
        let error = Policy::open(Box::new(Memory::new(files).unwrap())).err().unwrap();
        assert_eq!(error.message, Message::new("config-order").with("path", "b.md"));
    }

    #[test]
    fn folders_named_after_languages_say_the_language() {
        let languages = |paths: &[&str]| {
            let files: Vec<_> = paths.iter().map(|path| (*path, b"# A".as_slice())).collect();
            let entries = open(&files).documents.into_iter();
            entries.map(|entry| entry.language.map_or("-".to_owned(), |tag| tag.to_string())).collect::<Vec<_>>()
        };
        assert_eq!(languages(&["en/a.md", "es-MX/a.md", "a.md"]), ["en", "es-MX", "-"]);
        assert_eq!(languages(&["docs/pt-BR/x/a.md", "docs/es/x/a.md"]), ["es", "pt-BR"]);
        // One folder alone, or two that are no translations of each other, may be called anything.
        assert_eq!(languages(&["es/a.md", "xx/a.md", "a.md"]), ["-", "-", "-"]);
        assert_eq!(languages(&["x/es/a.md", "y/en/a.md"]), ["-", "-"]);
    }

    #[test]
    fn the_language_is_in_the_front_matter_the_name_or_the_folder() {
        let manifest = b"[policy]\nlanguages = [\"es\", \"en\"]\n";
        let policy = open(&[
            ("gaceta.toml", manifest),
            ("es/a.md", b"# A"),
            ("es/b.en.md", b"# B"),
            ("en/c.md", b"---\nlang: es\n---\n# C"),
            ("d.EN.md", b"# D"),
            ("en.md", b"# E"),
            ("f.fr.md", b"# F"),
        ]);
        let told: Vec<_> = policy
            .documents
            .iter()
            .map(|entry| (entry.path.as_str(), entry.language.as_ref().map_or("", Language::as_str)))
            .collect();
        let expected = [
            ("en/c.md", "es"),
            ("es/a.md", "es"),
            ("d.EN.md", "en"),
            ("es/b.en.md", "en"),
            ("en.md", ""),
            ("f.fr.md", ""),
        ];
        assert_eq!(told, expected);
    }

    #[test]
    fn without_any_language_the_text_is_asked() {
        let policy =
            open(&[("a.md", "La entidad publicará los datos que la ley señala para el municipio.".as_bytes())]);
        assert_eq!(policy.languages()[0].as_str(), "es");
        assert_eq!(policy.documents_in(&policy.languages()[0]).count(), 1);
    }

    #[test]
    fn what_is_not_utf8_is_told_with_its_place_and_the_rest_is_read() {
        let policy = open(&[("a.md", b"bien\nma\xf1ana"), ("b.md", b"# B")]);
        assert_eq!(paths(&policy), ["b.md"]);
        let place = policy.unread[0].place.clone().unwrap();
        let position = place.position.unwrap();
        assert_eq!((position.line, position.column), (2, 3));
    }

    #[test]
    fn the_manifest_says_which_tags_are_releases() {
        let with = |manifest: &str| Policy::open(Box::new(Memory::new([("gaceta.toml", manifest)]).unwrap()));
        let names = |manifest: &str| with(manifest).unwrap().release_names().unwrap();
        let (usual, own) = (names(""), names("[policy]\nreleases = [\"norma-*\", \"do/*\"]\n"));
        assert!(usual("v1.0") && !usual("norma-1") && !usual("v1.0-rc1"));
        assert!(own("norma-1") && own("do/2026") && !own("v1.0") && !own("do/2026/rc"));
        let malformed = with("[policy]\nreleases = [\"a[\"]\n").unwrap_err();
        assert_eq!(malformed.message.id, "error-malformed-glob");
    }

    #[test]
    fn a_malformed_glob_is_an_error() {
        assert_eq!(globs(&["a[.md"]).unwrap_err().message.id, "error-malformed-glob");
        assert!(globs(&["*/a.md"]).unwrap().is_match("es/a.md"));
        assert!(!globs(&["*.md"]).unwrap().is_match("es/a.md"));
    }
}
