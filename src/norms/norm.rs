//! What a norm says: how strictly, of whom, by when.

use crate::model::Span;
use serde::Serialize;
use std::ops::Range;

/// How strong a norm is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Strength {
    /// An obligation: `deberá`, `está obligado a`, `must`, `shall`.
    Must,
    /// A prohibition: `no podrá`, `queda prohibido`, `must not`, `may not`.
    MustNot,
    /// A recommendation: `debería`, `se recomienda`, `should`.
    Should,
    /// Advice against something: `no debería`, `should not`.
    ShouldNot,
    /// A permission: `podrá`, `está facultado para`, `may`.
    May,
    /// A weak duty, to try and not to attain: `procurará`, `promoverá`, `shall endeavour`.
    Strive,
}

impl Strength {
    /// Its name in output for machines.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Must => "must",
            Self::MustNot => "must-not",
            Self::Should => "should",
            Self::ShouldNot => "should-not",
            Self::May => "may",
            Self::Strive => "strive",
        }
    }

    /// The strength of its negation.
    pub(super) fn negated(self) -> Self {
        match self {
            Self::Must | Self::May | Self::Strive => Self::MustNot,
            Self::Should => Self::ShouldNot,
            other => other,
        }
    }
}

/// What a sentence obliges, forbids, recommends or permits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Norm {
    /// How strong it is.
    pub strength: Strength,
    /// The modal expression with its negation and unstressed pronouns, in the visible text: `no lo podrá`; in an inherited
    /// item, the verb it begins with.
    pub modal: Range<usize>,
    /// Its sentence, in the visible text.
    pub sentence: Range<usize>,
    /// Who is meant; `None` where the sentence names nobody.
    pub agent: Option<Agent>,
    /// What stands where an agent would, so that a requirement on a thing is told from a duty of nobody.
    pub subject: Subject,
    /// By when.
    pub deadline: Option<Deadline>,
    /// What the sentence came from.
    pub span: Span,
    /// Whether it is a clause or an item of a list whose introduction has the modal expression.
    pub inherited: bool,
    /// Whether it only introduces such clauses or items (`La Unidad deberá:`), which are the norms.
    pub introduces: bool,
}

/// Who a norm is for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Agent {
    /// As written, article included: `La persona titular de cada Dependencia`.
    pub text: String,
    /// What it came from.
    pub span: Span,
    /// Its place in the visible text of the norm's own passage; `None` where an introduction carries it over.
    pub range: Option<Range<usize>>,
}

/// What stands where an agent would.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Subject {
    /// A person or body, which is the norm's agent.
    Agent,
    /// A thing on which the norm sets a requirement: `El informe deberá contener…`
    Thing,
    /// Nobody, the sentence being passive or impersonal: `deberá publicarse`, `must be published`.
    Passive,
    /// Nothing in an active sentence, the context saying who: `Además, deberá avisar…`
    Elided,
}

/// By when a norm has to be met.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deadline {
    /// The whole expression in the visible text, with what starts it.
    pub range: Range<usize>,
    /// How many units; `None` for dates and what is vague.
    pub amount: Option<u32>,
    /// What is counted.
    pub unit: Unit,
    /// What says from when the time runs: `siguientes a su recepción`, `of receipt`.
    pub starts: Option<Range<usize>>,
}

/// What a deadline counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Unit {
    /// Hours.
    Hours,
    /// Days, without saying which.
    Days,
    /// Working days: `días hábiles`.
    WorkingDays,
    /// Calendar days: `días naturales`.
    CalendarDays,
    /// Weeks.
    Weeks,
    /// Months.
    Months,
    /// Years.
    Years,
    /// A date, or a day of the calendar: `a más tardar el 31 de marzo`.
    Date,
    /// At once: `de inmediato`.
    Immediate,
    /// Nothing that can be counted: `a la brevedad`, `promptly`.
    Vague,
}

impl Unit {
    /// Its name in output for machines.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Hours => "hours",
            Self::Days => "days",
            Self::WorkingDays => "working-days",
            Self::CalendarDays => "calendar-days",
            Self::Weeks => "weeks",
            Self::Months => "months",
            Self::Years => "years",
            Self::Date => "date",
            Self::Immediate => "immediate",
            Self::Vague => "vague",
        }
    }
}
