//! How rules say what they found.

use super::whole::WholePolicy;
use crate::model::{DocumentPath, Finding, Fingerprint, Fix, Message, RelatedPlace, Severity, Span};
use std::collections::HashMap;

/// How many findings of one document may come with suggestions that take work to find: a limit on work.
const MOST_SUGGESTIONS: u32 = 50;

/// Longest quotation of a policy's text in a message, in characters.
const LONGEST_QUOTATION: usize = 120;

/// How many faults of a kind are told one by one in a document; a text that was converted badly has thousands.
const MOST_ALIKE: usize = 5;

/// What a rule wants to say once every document has been visited.
pub type Later = Box<dyn FnOnce(&WholePolicy<'_>, &mut Findings<'_>) + Send>;

/// What all the rules of one visit have found.
#[derive(Default)]
pub(super) struct Gathered {
    /// In the order of the visit.
    pub findings: Vec<Finding>,
    /// What was put off, with its rule.
    pub later: Vec<(&'static str, Severity, Later)>,
    /// How many suggestions were made about each document.
    suggestions: HashMap<DocumentPath, u32>,
}

/// Takes what one rule has seen.
pub struct Findings<'a> {
    rule: &'static str,
    severity: Severity,
    gathered: &'a mut Gathered,
}

/// What a rule has seen; [`Findings`] adds the rule's name and severity.
#[derive(Debug)]
pub struct Observation {
    path: DocumentPath,
    span: Span,
    message: Message,
    hints: Vec<Message>,
    related: Vec<RelatedPlace>,
    fix: Option<Fix>,
    mild: bool,
}

impl Observation {
    /// Something is wrong at a place of a document.
    #[must_use]
    pub fn new(path: &DocumentPath, span: Span, message: Message) -> Self {
        Self { path: path.clone(), span, message, hints: Vec::new(), related: Vec::new(), fix: None, mild: false }
    }

    /// Says what to do about it.
    #[must_use]
    pub fn hint(mut self, hint: Message) -> Self {
        self.hints.reserve_exact(1);
        self.hints.push(hint);
        self
    }

    /// Points to another place that explains it.
    #[must_use]
    pub fn related(mut self, path: &DocumentPath, span: Span, message: Message) -> Self {
        self.related.push(RelatedPlace { path: path.clone(), span, message });
        self
    }

    /// Says that a person should look, where the rule otherwise reports what is wrong: it weighs a warning at most.
    #[must_use]
    pub const fn mild(mut self) -> Self {
        self.mild = true;
        self
    }

    /// Says how it can be mended.
    #[must_use]
    pub fn fix(mut self, fix: Fix) -> Self {
        self.fix = Some(fix);
        self
    }
}

impl Gathered {
    /// Takes the findings of a rule.
    pub const fn of(&mut self, rule: &'static str, severity: Severity) -> Findings<'_> {
        Findings { rule, severity, gathered: self }
    }
}

impl Findings<'_> {
    /// Takes what the rule has seen.
    pub fn add(&mut self, observation: Observation) {
        let (rule, severity) = (self.rule, self.severity);
        let Observation { path, span, message, hints, related, fix, mild } = observation;
        let severity = if mild { Severity::Warning } else { severity };
        // `fingerprint` stamps it once the visit is over.
        let fingerprint = Fingerprint::default();
        let finding = Finding { rule, severity, path, span, message, hints, related, fix, fingerprint };
        self.gathered.findings.push(finding);
    }

    /// Takes what the rule has seen many times in one document, `total` in all: the first ones, the last of them with how
    /// many more there are. A rule that calls this declares `lint-more-alike`.
    pub fn add_alike(&mut self, total: usize, observations: impl Iterator<Item = Observation>) {
        for (place, observation) in observations.take(MOST_ALIKE).enumerate() {
            let more = total.saturating_sub(MOST_ALIKE);
            self.add(if more > 0 && place + 1 == MOST_ALIKE {
                observation.hint(Message::new("lint-more-alike").with("count", more))
            } else {
                observation
            });
        }
    }

    /// Puts off what can only be said once every document has been visited. What it keeps of the text counts: it is held
    /// in memory with what all other documents put off.
    pub fn later(&mut self, then: impl FnOnce(&WholePolicy<'_>, &mut Findings<'_>) + Send + 'static) {
        self.gathered.later.push((self.rule, self.severity, Box::new(then)));
    }

    /// Whether there is work left for a suggestion about a document; one with thousands of broken links gets some, not
    /// all.
    pub fn may_suggest(&mut self, path: &DocumentPath) -> bool {
        let made = match self.gathered.suggestions.get_mut(path) {
            Some(made) => made,
            None => self.gathered.suggestions.entry(path.clone()).or_default(),
        };
        *made = made.saturating_add(1);
        *made <= MOST_SUGGESTIONS
    }
}

/// A policy's text as a message quotes it: shortened where it is very long.
#[must_use]
pub fn quotation(text: &str) -> String {
    match text.char_indices().nth(LONGEST_QUOTATION) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_long_quotations_are_shortened() {
        let longest = "ñ".repeat(LONGEST_QUOTATION);
        assert_eq!(quotation(&longest), longest);
        assert_eq!(quotation(&format!("{longest}ab")), format!("{longest}…"));
    }
}
