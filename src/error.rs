//! Errors: what went wrong, where, and what to do about it.
//!
//! An [`Error`] carries message ids and arguments, never finished sentences; `report` puts it into Spanish or English.
//! Its [`ErrorKind`] decides the exit code.

use crate::model::{DocumentPath, Message, Position};
use std::fmt;

/// The result of everything that can fail.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// What kind of failure it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ErrorKind {
    /// The command line asks for something that does not exist or does not fit together.
    Usage,
    /// The manifest is wrong.
    Configuration,
    /// A file, a folder, a repository or a revision cannot be read or written.
    Input,
    /// An outside service failed.
    Service,
    /// A person stopped the work.
    Interrupted,
}

impl ErrorKind {
    /// The process's exit code.
    #[must_use]
    pub const fn exit_code(self) -> u8 {
        match self {
            Self::Usage | Self::Configuration | Self::Input => 2,
            Self::Service => 3,
            Self::Interrupted => 130,
        }
    }
}

/// Where an error arose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The file, as its reader would name it.
    pub file: String,
    /// The line and column, where known.
    pub position: Option<Position>,
}

/// A failure.
#[derive(Debug, thiserror::Error)]
pub struct Error {
    /// What kind of failure it is.
    pub kind: ErrorKind,
    /// What went wrong.
    pub message: Message,
    /// Where.
    pub place: Option<Place>,
    /// What to do next, the likeliest first.
    pub hints: Vec<Message>,
    source: Option<Box<dyn std::error::Error + Send + Sync>>,
}

impl Error {
    /// A failure of `kind`, told by `message`.
    #[must_use]
    pub const fn new(kind: ErrorKind, message: Message) -> Self {
        Self { kind, message, place: None, hints: Vec::new(), source: None }
    }

    /// A failure of the command line.
    #[must_use]
    pub const fn usage(message: Message) -> Self {
        Self::new(ErrorKind::Usage, message)
    }

    /// A failure of the manifest.
    #[must_use]
    pub const fn configuration(message: Message) -> Self {
        Self::new(ErrorKind::Configuration, message)
    }

    /// A failure to read or write.
    #[must_use]
    pub const fn input(message: Message) -> Self {
        Self::new(ErrorKind::Input, message)
    }

    /// A failure of the operating system at a file.
    #[must_use]
    pub fn io(message: Message, file: impl Into<String>, source: std::io::Error) -> Self {
        Self::input(message).at(file, None).caused_by(source)
    }

    /// Names the file, and the place in it where known.
    #[must_use]
    pub fn at(mut self, file: impl Into<String>, position: Option<Position>) -> Self {
        self.place = Some(Place { file: file.into(), position });
        self
    }

    /// Names a document of the policy.
    #[must_use]
    pub fn in_document(self, path: &DocumentPath, position: Option<Position>) -> Self {
        self.at(path.as_str(), position)
    }

    /// Says what to do next.
    #[must_use]
    pub fn hint(mut self, hint: Message) -> Self {
        self.hints.push(hint);
        self
    }

    /// Keeps what lies beneath.
    #[must_use]
    pub fn caused_by(mut self, source: impl Into<Box<dyn std::error::Error + Send + Sync>>) -> Self {
        self.source = Some(source.into());
        self
    }
}

impl fmt::Display for Error {
    /// The message's id and arguments, for logs and debuggers; people read what `report` makes of it.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}", self.message.id)?;
        for (name, value) in &self.message.arguments {
            write!(formatter, " {name}={value:?}")?;
        }
        match &self.place {
            Some(place) => write!(formatter, " ({})", place.file),
            None => Ok(()),
        }
    }
}
