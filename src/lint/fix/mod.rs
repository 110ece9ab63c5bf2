//! Mends what can be mended without changing what a text says.
//!
//! 1. [`mend`] takes rounds through a policy: it lints, mends each document, puts the mended texts in the place of the
//!    old ones, and begins again, until a round changes nothing; for a fix can open the way for another;
//! 2. [`mended`] mends one document: of the safe fixes it takes those that do not overlap (`edits`), the first first;
//! 3. the result is parsed again, and what it says (`substance`) has to be what the original says. If it is not, the
//!    fixes are tried in ever smaller parts, and those that change what the text says are left out.

mod edits;
mod rounds;
mod substance;

pub(super) use edits::edited;
pub use rounds::{Mending, mend};

use crate::model::{Document, DocumentPath, Finding, Fix, LARGEST_FILE};
use std::collections::HashSet;
use substance::Substance;

/// How often the result of the fixes of one document is parsed in one round: a limit on work, which a document of
/// thousands of fixes that all change the text would otherwise not know.
const MOST_TRIALS: usize = 64;

/// Parses a text as the document that is mended.
pub type Parse<'a> = &'a (dyn for<'text> Fn(&'text str) -> Document<'text> + 'a);

/// What came of the fixes of one document.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Mended {
    /// The mended text; `None` if nothing was changed.
    pub text: Option<String>,
    /// How many fixes were applied.
    pub applied: usize,
    /// How many safe fixes were not: they overlap with one that was, or would change what the text says.
    pub left: usize,
}

/// Applies the safe fixes of the findings in the document at `path`, whose text is `text`.
///
/// No word, number, heading level, number of a list or designation of a clause is another afterwards.
#[must_use]
pub fn mended(text: &str, path: &DocumentPath, findings: &[Finding], parse: Parse<'_>) -> Mended {
    let own = findings.iter().filter(|finding| finding.path == *path).filter_map(|finding| finding.fix.as_ref());
    let safe: Vec<&Fix> = own.filter(|fix| fix.safe && edits::changes(text, fix)).collect();
    if safe.is_empty() {
        return Mended::default();
    }
    let mut trial = Trial { text, original: Substance::of(&parse(text)), parse, trials: MOST_TRIALS };
    let mut waiting = safe.clone();
    while !waiting.is_empty() && trial.trials > 0 {
        let together = edits::compatible(&waiting);
        if let Some((text, applied)) = trial.apply(&together) {
            return Mended { text: Some(text), applied, left: safe.len() - applied };
        }
        // Those that overlapped with fixes that cannot be applied come next.
        let tried: HashSet<*const Fix> = together.iter().map(|fix| std::ptr::from_ref(*fix)).collect();
        waiting.retain(|fix| !tried.contains(&std::ptr::from_ref(*fix)));
    }
    Mended { text: None, applied: 0, left: safe.len() }
}

/// The search for the fixes of a document that leave alone what it says.
struct Trial<'a> {
    text: &'a str,
    original: Substance,
    parse: Parse<'a>,
    /// How many results may still be parsed.
    trials: usize,
}

impl Trial<'_> {
    /// The text with as many of the fixes as can be applied, and their number; `None` if none can.
    fn apply(&mut self, fixes: &[&Fix]) -> Option<(String, usize)> {
        let mut best = None;
        let mut accepted: Vec<&Fix> = Vec::new();
        // The parts still to be tried, the first one on top.
        let mut parts = vec![fixes];
        while let Some(part) = parts.pop().filter(|_| self.trials > 0) {
            self.trials -= 1;
            let tried: Vec<&Fix> = accepted.iter().chain(part).copied().collect();
            let text = edits::apply(self.text, &tried);
            if self.says_the_same(&text) {
                (best, accepted) = (Some(text), tried);
            } else if part.len() > 1 {
                let (first, second) = part.split_at(part.len() / 2);
                parts.extend([second, first]);
            }
        }
        best.filter(|text| text != self.text).map(|text| (text, accepted.len()))
    }

    fn says_the_same(&self, text: &str) -> bool {
        text.len() as u64 <= LARGEST_FILE && self.original.is_kept_by(&Substance::of(&(self.parse)(text)))
    }
}

#[cfg(test)]
mod tests;
