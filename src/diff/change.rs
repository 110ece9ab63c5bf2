//! What a change is: its class, what happened, where, and which words.

use crate::model::{DocumentPath, Language, Position, Span};
use crate::norms::Strength;
use serde::Serialize;

/// The classes of change. Each change is in one, the first in this order that fits it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Class {
    /// The text obliges, forbids, recommends or permits something that it did not before.
    NormAdded,
    /// A norm is gone.
    NormRemoved,
    /// A norm binds more than before: a stronger verb, a shorter time limit, an exception less.
    NormStrengthened,
    /// A norm binds less than before.
    NormWeakened,
    /// A norm says something else, and whether that is more or less cannot be known.
    NormChanged,
    /// What a term means.
    Definition,
    /// A number, a date, a time limit or an amount outside a norm.
    Figure,
    /// How the text is divided and in which order it stands.
    Structural,
    /// Any other words.
    Editorial,
    /// The same words as another kind of block.
    Formatting,
    /// The front matter of a document.
    Metadata,
}

impl Class {
    /// Every class, in order.
    pub const ALL: [Self; 11] = [
        Self::NormAdded,
        Self::NormRemoved,
        Self::NormStrengthened,
        Self::NormWeakened,
        Self::NormChanged,
        Self::Definition,
        Self::Figure,
        Self::Structural,
        Self::Editorial,
        Self::Formatting,
        Self::Metadata,
    ];

    /// Its name in output for machines.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::NormAdded => "norm-added",
            Self::NormRemoved => "norm-removed",
            Self::NormStrengthened => "norm-strengthened",
            Self::NormWeakened => "norm-weakened",
            Self::NormChanged => "norm-changed",
            Self::Definition => "definition",
            Self::Figure => "figure",
            Self::Structural => "structural",
            Self::Editorial => "editorial",
            Self::Formatting => "formatting",
            Self::Metadata => "metadata",
        }
    }

    /// Whether it concerns what the text obliges to.
    #[must_use]
    pub fn concerns_norms(self) -> bool {
        self <= Self::NormChanged
    }
}

/// What happened to a part of the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Event {
    /// Words in it changed.
    Edited,
    /// It is new.
    Added,
    /// It is gone.
    Removed,
    /// It stands elsewhere.
    Moved,
    /// It has another title or file name.
    Renamed,
    /// A part of it stands by itself.
    Split,
    /// It is a part of another.
    Merged,
    /// Its heading has another level.
    Level,
    /// An entry of the front matter was added, removed or changed.
    Metadata,
    /// A link or an image leads elsewhere.
    Link,
}

impl Event {
    /// Its name in output for machines.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Edited => "edited",
            Self::Added => "added",
            Self::Removed => "removed",
            Self::Moved => "moved",
            Self::Renamed => "renamed",
            Self::Split => "split",
            Self::Merged => "merged",
            Self::Level => "level",
            Self::Metadata => "metadata",
            Self::Link => "link",
        }
    }
}

/// The kinds of part that a change may concern.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Unit {
    /// A whole document.
    Document,
    /// A section, by its heading.
    Section,
    /// A paragraph, also of a list's item, a quotation or a footnote.
    Paragraph,
    /// A row of a table.
    Row,
    /// A term of a definition list.
    Term,
    /// Preformatted text.
    Code,
    /// Raw HTML.
    Html,
    /// A thematic break.
    Rule,
    /// An entry of the front matter.
    Metadata,
}

impl Unit {
    /// Its name in output for machines.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Document => "document",
            Self::Section => "section",
            Self::Paragraph => "paragraph",
            Self::Row => "row",
            Self::Term => "term",
            Self::Code => "code",
            Self::Html => "html",
            Self::Rule => "rule",
            Self::Metadata => "metadata",
        }
    }
}

/// A change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// Its class.
    pub class: Class,
    /// What happened.
    pub event: Event,
    /// To what.
    pub unit: Unit,
    /// Where that was; `None` for what is new.
    pub old: Option<Place>,
    /// Where it is; `None` for what is gone.
    pub new: Option<Place>,
    /// For what is gone, the document and the offset there behind which it would stand in the new version; the document is
    /// the old one where that is gone as a whole.
    pub gap: Option<(DocumentPath, u32)>,
    /// The words that were taken out and put in, in the order of the text.
    pub edits: Vec<Edit>,
    /// Where links led and lead, if that is all that changed.
    pub links: Vec<LinkChange>,
    /// The norms that changed.
    pub norms: Vec<NormChange>,
    /// The text around the edits with both versions in one, as a reader sees it.
    pub redline: Vec<Piece>,
}

/// A place in a version of the policy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The document.
    pub path: DocumentPath,
    /// The anchor of the innermost section; `None` before the first heading.
    pub anchor: Option<String>,
    /// The title of that section.
    pub title: Option<String>,
    /// The anchors of the sections that it stands in, the outermost first.
    pub sections: Vec<String>,
    /// The language of the document's text, where it is known.
    pub language: Option<Language>,
    /// The anchor of the clause, where there is one: `plazos.III.b`.
    pub clause: Option<String>,
    /// The part that changed.
    pub span: Span,
    /// Where the span begins.
    pub start: Position,
    /// Where the span ends.
    pub end: Position,
}

/// Words that were taken out, words that were put in, or both in each other's place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// What was taken out.
    pub old: Option<Wording>,
    /// What was put in.
    pub new: Option<Wording>,
    /// Where, as an offset in the new document: where what was put in begins, or would begin. For a whole block that is gone,
    /// [`Change::gap`] tells.
    pub at: u32,
}

/// A stretch of a version's text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wording {
    /// As a reader sees it, on one line.
    pub text: String,
    /// Its words, marks left out.
    pub words: Vec<String>,
    /// From its first to its last byte.
    pub span: Span,
    /// Where the span begins.
    pub start: Position,
    /// Where the span ends.
    pub end: Position,
}

/// Where a link or an image led and where it leads; `None` where there was or is none.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct LinkChange {
    /// The target as it was written.
    pub old: Option<String>,
    /// The target as it is written.
    pub new: Option<String>,
}

/// A norm in both versions, or in the one that has it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct NormChange {
    /// What happened to it.
    pub class: Class,
    /// As it was.
    pub old: Option<NormSide>,
    /// As it is.
    pub new: Option<NormSide>,
}

/// What a version says of a norm.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct NormSide {
    /// How strong it is.
    pub strength: Strength,
    /// Who is meant, as written; `None` where nobody is named.
    pub agent: Option<String>,
    /// By when, as written; `None` where nothing is said.
    pub deadline: Option<String>,
}

/// A stretch of text with both versions in one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// In which version it stands.
    pub state: State,
    /// As a reader sees it; it begins with a space where one stands before it.
    pub text: String,
}

/// In which version a piece of text stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum State {
    /// In both.
    Kept,
    /// In the old one.
    Removed,
    /// In the new one.
    Added,
}
