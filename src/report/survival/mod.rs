//! What became of the words of each year, told to people (`text`, `markdown`, `html`) and to programs (`csv`, `json`).

mod data;
mod html;
mod people;

pub use data::{csv, json};
pub use html::html;
pub use people::{markdown, text};

use super::Voice;
use crate::tally::Survival;
use std::io::{self, Write};

/// Writes what became of the words of each year.
pub type WriteSurvival = fn(&Survival, Voice<'_>, &mut dyn Write) -> io::Result<()>;
