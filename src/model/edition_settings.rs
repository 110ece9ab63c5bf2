//! What a manifest says of how editions look.

use super::{Colour, DocumentPath, LocalisedText, Position};

/// How editions look.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct EditionSettings {
    /// The size of the paper.
    pub paper: Paper,
    /// The colour of ornaments and designations; its contrast with white is at least 4.5.
    pub accent: Option<Colour>,
    /// The file of the emblem.
    pub logo: Option<Sited<DocumentPath>>,
    /// What the emblem shows, for who does not see it.
    pub logo_alternative: LocalisedText,
    /// The folder of the policy's own fonts.
    pub fonts: Option<Sited<DocumentPath>>,
    /// Which of them are used.
    pub font: FontFamilies,
    /// What stands behind the text; every annex where the manifest does not say.
    pub annexes: Option<Vec<Annex>>,
}

impl EditionSettings {
    /// What stands behind the text, in its order.
    #[must_use]
    pub fn annexes(&self) -> &[Annex] {
        self.annexes.as_deref().unwrap_or(&Annex::ALL)
    }
}

/// A part of an edition behind its text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Annex {
    /// Who has to do what by when.
    Obligations,
    /// What changed since the last release.
    Changes,
    /// Who wrote the text.
    Credits,
}

impl Annex {
    /// Every annex.
    pub const ALL: [Self; 3] = [Self::Obligations, Self::Changes, Self::Credits];

    /// The name used in the manifest.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Obligations => "obligations",
            Self::Changes => "changes",
            Self::Credits => "credits",
        }
    }
}

/// Families of fonts by what they are used for; gaceta's own where none is named.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FontFamilies {
    /// Running text.
    pub text: Option<Sited<String>>,
    /// Headings and furniture.
    pub headings: Option<Sited<String>>,
    /// Code.
    pub code: Option<Sited<String>>,
}

impl FontFamilies {
    /// Every family that is named.
    pub fn named(&self) -> impl Iterator<Item = &Sited<String>> {
        [&self.text, &self.headings, &self.code].into_iter().flatten()
    }
}

/// A value with its place in the manifest, for what can only be judged when the policy's files are read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sited<T> {
    /// The value.
    pub value: T,
    /// Where it stands.
    pub position: Position,
}

/// The size of the paper.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Paper {
    /// ISO A4, 210 by 297 mm.
    #[default]
    A4,
    /// US Letter, 8.5 by 11 in.
    Letter,
}

impl Paper {
    /// Every size.
    pub const ALL: [Self; 2] = [Self::A4, Self::Letter];

    /// The name used in the manifest, which is also that of CSS.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::A4 => "a4",
            Self::Letter => "letter",
        }
    }
}
