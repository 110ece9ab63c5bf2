//! What every edition is made of: one language of a policy with its links, notes, figures and fields resolved.
//!
//! 1. Anchors, which are unique in a document, are made unique in the edition (`anchors`);
//! 2. footnotes are numbered by their first reference (`notes`);
//! 3. the images that the text names are read (`images`);
//! 4. a format then asks where a link leads, what a field says, which note a label means.

pub(super) mod aliases;
mod anchors;
mod images;
mod notes;

pub use images::{Image, ImageFormat};
pub use notes::Note;

use super::fonts::OwnFont;
use super::redline::Story;
use super::{Background, Changes, Credits, Named, dates, fonts, selection};
use crate::config::MANIFEST;
use crate::error::Result;
use crate::messages::{Catalogue, Locale};
use crate::model::{
    Designator, Document, DocumentEntry, DocumentPath, Inline, InlineKind, Language, Manifest, Section, Status,
};
use crate::parse;
use crate::policy::IndexedPolicy;
use crate::register::Register;
use std::collections::HashMap;

/// The schemes that a link of an edition may have; anything else could run code or reach into the reader's machine.
const SCHEMES: [&str; 4] = ["http", "https", "mailto", "tel"];

/// One language of a policy, ready to be set.
pub struct Publication<'a> {
    /// The policy.
    pub policy: &'a IndexedPolicy,
    /// What the manifest says.
    pub manifest: &'a Manifest,
    /// The language of the text.
    pub language: Language,
    /// The same language, with what its files are called.
    pub named: Named,
    /// Every language published together with this one, itself included.
    pub languages: Vec<Named>,
    /// Title of the policy in this language, fields left out.
    pub title: String,
    /// Version, if there is one.
    pub version: Option<String>,
    /// Where the policy stands, if that is said.
    pub status: Option<Status>,
    /// Date of the edition, `YYYY-MM-DD`.
    pub date: Option<String>,
    /// The furniture's words: contents, draft, version.
    pub words: &'static Catalogue,
    /// What the history tells of the edition.
    pub background: Option<&'a Background>,
    /// What a redline says beside the text; `None` for an edition.
    pub redline: Option<Story>,
    /// The documents in reading order.
    pub documents: &'a [Document<'a>],
    /// The manifest as it is written; `None` for a policy without one.
    pub manifest_text: Option<Vec<u8>>,
    /// The emblem.
    pub logo: Option<Image>,
    /// The policy's own fonts.
    pub fonts: Vec<OwnFont>,
    anchors: anchors::Anchors,
    notes: notes::Notes<'a>,
    images: HashMap<DocumentPath, Image>,
    /// The names by which older editions called a section, by its anchor.
    aliases: HashMap<String, Vec<String>>,
}

/// Where a link leads in an edition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// To an anchor of the same edition.
    Internal(String),
    /// To an address outside it, of an allowed scheme.
    External(String),
    /// Nowhere: the scheme is not allowed or nothing of that name is in the edition; the text stays.
    Nowhere,
}

/// What stands in place of a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FieldText<'a> {
    /// What was filled in.
    Value(&'a str),
    /// Nothing yet: what is to be filled in, and an example (both may be empty).
    Blank {
        /// What to fill in; the field's name where the manifest does not describe it.
        description: &'a str,
        /// How it may look.
        example: &'a str,
    },
}

impl<'a> Publication<'a> {
    /// Prepares one language of a policy; `documents` are its documents in reading order.
    ///
    /// # Errors
    /// If an image that the text names is there but cannot be read, or the emblem or a font that the manifest names is not
    /// there or not what it should be.
    pub fn new(
        policy: &'a IndexedPolicy,
        language: &Language,
        documents: &'a [Document<'a>],
        date: Option<String>,
    ) -> Result<Self> {
        let index: Vec<DocumentEntry> = documents.iter().map(parse::index).collect();
        Self::indexed(policy, language, (documents, &index), date)
    }

    /// The same, of documents whose index entries are at hand.
    ///
    /// # Errors
    /// As [`Publication::new`].
    pub fn indexed(
        policy: &'a IndexedPolicy,
        language: &Language,
        (documents, index): (&'a [Document<'a>], &[DocumentEntry]),
        date: Option<String>,
    ) -> Result<Self> {
        let manifest = &policy.manifest;
        let mut publication = Self {
            policy,
            manifest,
            language: language.clone(),
            named: selection::named(policy, language),
            languages: Vec::new(),
            title: policy.title(language).to_owned(),
            version: manifest.version.clone(),
            status: manifest.status,
            date: date.or_else(|| manifest.date.clone()),
            words: Catalogue::of(Locale::from_tag(language.as_str()).unwrap_or(Locale::English)),
            background: None,
            redline: None,
            documents,
            manifest_text: manifest_text(policy)?,
            logo: images::logo(policy)?,
            fonts: fonts::read(policy)?,
            anchors: anchors::Anchors::of(documents, index),
            notes: notes::Notes::of(documents),
            images: images::read(policy, documents)?,
            aliases: HashMap::new(),
        };
        publication.aliases = aliases::of(&publication);
        Ok(publication)
    }

    /// When the policy enters into force, in words; `None` where that is not said.
    #[must_use]
    pub fn in_force(&self) -> Option<String> {
        let day = self.manifest.in_force.as_deref()?;
        Some(dates::in_force(self.words, day, self.date.as_deref(), self.status))
    }

    /// What the emblem shows, for who does not see it.
    #[must_use]
    pub fn logo_alternative(&self) -> String {
        let told = self.manifest.edition.logo_alternative.get(self.language.as_str()).trim();
        if told.is_empty() { self.words.word("edition-logo") } else { told.to_owned() }
    }

    /// The edition's anchor of a section: its anchor in the document, made unique in the edition.
    #[must_use]
    pub fn anchor(&self, document: &Document<'_>, section: &Section<'_>) -> &str {
        self.anchors.section(&document.path, section.span.start).unwrap_or("")
    }

    /// The edition's anchor of the clause that a paragraph opens; `None` for one that has none, such as a quoted one.
    #[must_use]
    pub fn clause_anchor(&self, document: &Document<'_>, designator: &Designator) -> Option<&str> {
        self.anchors.clause(&document.path, designator.span.start)
    }

    /// Every anchor of the edition, in no order.
    pub fn every_anchor(&self) -> impl Iterator<Item = &str> {
        self.anchors.all()
    }

    /// Every anchor of the edition with the document that it stands in and the byte there, in no order.
    pub fn places(&self) -> impl Iterator<Item = (&str, &DocumentPath, u32)> {
        self.anchors.places()
    }

    /// The edition's anchor of a document: of its first section; for a document without sections one of its own, which
    /// the format has to set.
    #[must_use]
    pub fn document_anchor(&self, document: &Document<'_>) -> &str {
        self.anchors.document(&document.path).unwrap_or("")
    }

    /// Where a link written in `document` leads.
    #[must_use]
    pub fn target(&self, document: &Document<'_>, written: &str) -> Target {
        let hidden = |character: char| character.is_control() || character.is_whitespace();
        if written.is_empty() || written.contains(|character: char| character.is_control()) {
            return Target::Nowhere;
        }
        if let Some(scheme) = scheme(written) {
            let allowed = SCHEMES.iter().any(|name| name.eq_ignore_ascii_case(scheme)) && !written.contains(hidden);
            return if allowed { Target::External(written.to_owned()) } else { Target::Nowhere };
        }
        if written.starts_with("//") {
            return Target::External(format!("https:{written}"));
        }
        match self.anchors.target(&document.path, written) {
            Some(anchor) => Target::Internal(anchor.to_owned()),
            None => Target::Nowhere,
        }
    }

    /// The footnote that a label of `document` refers to.
    #[must_use]
    pub fn note(&self, document: &Document<'_>, label: &str) -> Option<&Note<'a>> {
        self.notes.get(&document.path, label)
    }

    /// The footnotes that the text refers to, by number.
    #[must_use]
    pub fn notes(&self) -> &[Note<'a>] {
        self.notes.all()
    }

    /// The image that `written`, an image's target in `document`, names; `None` if it is no file of the policy or no
    /// known format. Images of the network are never fetched.
    #[must_use]
    pub fn image(&self, document: &Document<'_>, written: &str) -> Option<&Image> {
        self.images.get(&images::path(document, written)?)
    }

    /// The file of the image that `written` names, if [`Publication::image`] has it.
    #[must_use]
    pub fn image_path(&self, document: &Document<'_>, written: &str) -> Option<DocumentPath> {
        images::path(document, written).filter(|path| self.images.contains_key(path))
    }

    /// What stands in place of a field where there is only text; in brackets where nothing is filled in yet.
    #[must_use]
    pub fn field_in_line(&self, name: &str) -> String {
        match self.field(name) {
            FieldText::Value(value) => value.to_owned(),
            FieldText::Blank { description, .. } => format!("[{description}]"),
        }
    }

    /// The visible text of inlines, for titles, labels and text alternatives.
    #[must_use]
    pub fn plain(&self, inlines: &[Inline<'_>]) -> String {
        let mut text = String::new();
        self.collect_plain(inlines, &mut text);
        text.trim().to_owned()
    }

    fn collect_plain(&self, inlines: &[Inline<'_>], text: &mut String) {
        for inline in inlines {
            match &inline.kind {
                InlineKind::Text(part) | InlineKind::Code(part) => text.push_str(part),
                InlineKind::SoftBreak | InlineKind::HardBreak => text.push(' '),
                InlineKind::Field(name) => text.push_str(&self.field_in_line(name)),
                _ if inline.is_deleted() => {}
                _ => self.collect_plain(inline.children(), text),
            }
        }
    }

    /// Adds what the history tells of the edition.
    pub fn tell(&mut self, background: &'a Background) {
        self.background = Some(background);
        self.aliases = aliases::of(self);
    }

    /// The names by which older editions called the section that has this anchor now.
    #[must_use]
    pub fn aliases(&self, anchor: &str) -> &[String] {
        self.aliases.get(anchor).map_or(&[], Vec::as_slice)
    }

    /// What changed since the last release, if that is known.
    #[must_use]
    pub fn changes(&self) -> Option<&'a Changes> {
        self.background?.of(&self.language)?.changes.as_ref()
    }

    /// Who wrote the text, if that is known.
    #[must_use]
    pub fn credits(&self) -> Option<&'a Credits> {
        self.background?.of(&self.language)?.credits.as_ref()
    }

    /// The edition's anchor of the innermost section around a place; `None` before the first heading.
    #[must_use]
    pub fn anchor_at(&self, path: &DocumentPath, offset: u32) -> Option<&str> {
        self.section_at(path, offset).map(|(document, section)| self.anchor(document, section))
    }

    /// The innermost section around a place, and its document; `None` before the first heading.
    #[must_use]
    pub fn section_at(&self, path: &DocumentPath, offset: u32) -> Option<(&Document<'a>, &Section<'a>)> {
        let document = self.documents.iter().find(|document| document.path == *path)?;
        let section = document.all_sections().take_while(|section| section.span.start <= offset).last()?;
        Some((document, section))
    }

    /// What the text obliges to, documents in reading order.
    #[must_use]
    pub fn register(&self) -> Register {
        Register::of_documents(self.policy, self.documents, |name| self.field_in_line(name))
    }

    /// Every image that the text names and the policy has, in no order.
    pub fn images(&self) -> impl Iterator<Item = &Image> {
        self.images.values()
    }

    /// What stands in place of a field.
    #[must_use]
    pub fn field<'field>(&'field self, name: &'field str) -> FieldText<'field> {
        let Some(field) = self.manifest.fields.get(name) else {
            return FieldText::Blank { description: name, example: "" };
        };
        let language = self.language.as_str();
        match field.value.get(language) {
            "" => {
                let description = field.description.get(language);
                let description = if description.is_empty() { name } else { description };
                FieldText::Blank { description, example: field.example.get(language) }
            }
            value => FieldText::Value(value),
        }
    }
}

/// The manifest as it is written.
fn manifest_text(policy: &IndexedPolicy) -> Result<Option<Vec<u8>>> {
    let path = DocumentPath::new(MANIFEST).filter(|_| policy.has_manifest);
    path.map(|path| policy.files.read(&path)).transpose()
}

/// The scheme of an address (RFC 3986, section 3.1), if it has one.
fn scheme(address: &str) -> Option<&str> {
    let (scheme, _) = address.split_once(':')?;
    let valid = scheme.starts_with(|first: char| first.is_ascii_alphabetic())
        && scheme.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'.' | b'-'));
    // A colon later in a relative path opens no scheme, but a browser might think so: only a path that begins with a
    // name that could not be one is relative.
    valid.then_some(scheme)
}

#[cfg(test)]
mod tests;
