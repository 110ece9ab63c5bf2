//! What a policy is: the types that every other layer speaks in.
//!
//! The model knows no file system, no git, no terminal and no Markdown parser. It holds
//!
//! 1. places: [`Span`], [`Position`], [`DocumentPath`];
//! 2. the tree of one [`Document`]: [`Section`], [`Block`], [`Inline`], with the [`Designator`]s that make clauses
//!    addressable, the [`Word`]s that are counted and compared and the [`sentences`] they stand in;
//! 3. the [`Manifest`] and the index entries of a whole policy;
//! 4. what is said about it: [`Message`], [`Finding`].

pub mod cardinals;
mod clause;
mod colour;
mod document;
mod edition_settings;
mod finding;
mod front_matter;
mod index;
mod language;
mod lint_settings;
mod manifest;
mod message;
pub mod numbering;
mod passage;
mod path;
mod people;
mod place;
mod release;
mod scan;
mod sentence;
mod suggestion;
mod syllable;
mod text;
mod word;

pub use clause::{ClauseAddress, ClauseKind, Designator};
pub use colour::Colour;
pub use document::{
    Alignment, Block, BlockKind, Cell, DefinitionEntry, Document, Heading, Inline, InlineKind, ListItem, RevisionMark,
    Row, Section, Traversal,
};
pub use edition_settings::{Annex, EditionSettings, FontFamilies, Paper, Sited};
pub use finding::{Edit, Finding, Fingerprint, Fix, RelatedPlace, Severity};
pub use front_matter::{FrontMatter, FrontMatterValue};
pub use index::{AnchorEntry, ClauseEntry, DocumentEntry, SectionEntry};
pub use language::Language;
pub use lint_settings::{FrontMatterSchema, FrontMatterType, LintSettings, PathSettings, RuleSettings};
pub use manifest::{
    Alias, Contract, FieldDeclaration, LocalisedText, Manifest, SectionContract, Slugger, Status, last_name,
};
pub use message::{Argument, Message};
pub use passage::{Passage, Setting};
pub use path::{DocumentPath, percent_decode};
pub use people::{Contribution, ContributionKind, Membership, PersonDeclaration, TallySettings};
pub use place::{LineIndex, Position, Span};
pub use release::is_release_name;
pub use scan::{count_bytes, find_byte, find_pair};
pub use sentence::sentences;
pub use suggestion::nearest;
pub use syllable::{english_syllables, spanish_syllables};
pub use text::{BlockText, folded, plain_text, without_accent};
pub use word::{TokenKind, Word, bare_words, for_each_token, words};

/// The largest file gaceta reads, in bytes (16 MiB): a limit on work, far above any policy.
pub const LARGEST_FILE: u64 = 16 * 1024 * 1024;
