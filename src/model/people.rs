//! People as a policy's manifest and its contribution files tell of them.

use super::LocalisedText;

/// Somebody that the manifest tells of.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PersonDeclaration {
    /// The name to be called by; empty only for who is not to be named.
    pub name: String,
    /// The family names, where they are not the last word of two.
    pub family_names: Option<String>,
    /// Other names that commits have.
    pub names: Vec<String>,
    /// Addresses that commits have.
    pub addresses: Vec<String>,
    /// The organisations that the person worked for.
    pub memberships: Vec<Membership>,
    /// Whether the person does not want to be named.
    pub is_unnamed: bool,
    /// Whether it is no person but a program.
    pub is_program: bool,
    /// What the person contributed outside git.
    pub contributions: Vec<ContributionKind>,
}

/// The time in which somebody worked for an organisation.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Membership {
    /// The organisation's name.
    pub organisation: String,
    /// The first day, `YYYY-MM-DD`; from ever where nothing is said.
    pub since: Option<String>,
    /// The last day, `YYYY-MM-DD`; until today where nothing is said.
    pub until: Option<String>,
}

/// How a policy is tallied.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TallySettings {
    /// The trailers of commits that name authors; `Co-authored-by` where nothing is said.
    pub trailers: Option<Vec<String>>,
    /// Names and addresses that are programs'.
    pub programs: Vec<String>,
    /// Globs of the files that tell of contributions outside git.
    pub contributions: Vec<String>,
}

/// The trailer that names a co-author, as forges and editors write it.
const COAUTHOR: &str = "Co-authored-by";

impl TallySettings {
    /// The trailers of commits that name authors.
    #[must_use]
    pub fn author_trailers(&self) -> Vec<String> {
        self.trailers.clone().unwrap_or_else(|| vec![COAUTHOR.to_owned()])
    }

    /// Whether a name or an address is said to be a program's, capitals or not.
    #[must_use]
    pub fn names_program(&self, text: &str) -> bool {
        let text = text.to_lowercase();
        self.programs.iter().any(|program| program.to_lowercase() == text)
    }
}

/// What people do for a policy outside git.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ContributionKind {
    /// Taking part in a meeting, such as a round table.
    Meeting,
    /// Answering a consultation.
    Consultation,
    /// Reading a draft and saying what should be better.
    Review,
    /// Carrying the text into another language.
    Translation,
    /// Finding out what the policy rests on.
    Research,
    /// Giving it its look.
    Design,
    /// Bringing people together.
    Coordination,
    /// Paying for it.
    Funding,
}

impl ContributionKind {
    /// All of them, in the order in which they are told.
    pub const ALL: [Self; 8] = [
        Self::Meeting,
        Self::Consultation,
        Self::Review,
        Self::Translation,
        Self::Research,
        Self::Design,
        Self::Coordination,
        Self::Funding,
    ];

    /// Its name in files and machine formats.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Meeting => "meeting",
            Self::Consultation => "consultation",
            Self::Review => "review",
            Self::Translation => "translation",
            Self::Research => "research",
            Self::Design => "design",
            Self::Coordination => "coordination",
            Self::Funding => "funding",
        }
    }
}

/// A contribution outside git, of one or several people.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contribution {
    /// What it was.
    pub kind: ContributionKind,
    /// What it is called, such as the title of a meeting.
    pub title: LocalisedText,
    /// The day, `YYYY-MM-DD`, if it is told.
    pub date: Option<String>,
    /// The names of the people.
    pub people: Vec<String>,
}
