//! What had to be left out or replaced, told as findings.

use crate::model::{DocumentPath, Finding, Fingerprint, Message, Severity, Span};
use std::collections::HashSet;

/// The most findings of one rule in one document; what follows them is replaced in the same way without a word.
const MOST_OF_A_RULE: usize = 200;

/// Gathers findings of the documents as they are set.
pub(super) struct Remarks<'r> {
    report: &'r mut Vec<Finding>,
    path: Option<DocumentPath>,
    told: HashSet<(&'static str, u32)>,
    counts: Vec<(&'static str, usize)>,
}

impl<'r> Remarks<'r> {
    /// Adds to `report`.
    pub(super) fn new(report: &'r mut Vec<Finding>) -> Self {
        Self { report, path: None, told: HashSet::new(), counts: Vec::new() }
    }

    /// Findings are of this document from now on.
    pub(super) fn enter(&mut self, path: &DocumentPath) {
        self.path = Some(path.clone());
        self.told.clear();
        self.counts.clear();
    }

    /// Tells of a place in the document. The rule is named like the message.
    pub(super) fn add(&mut self, span: Span, message: Message) {
        let Some(path) = &self.path else { return };
        let rule = message.id;
        let index = self.counts.iter().position(|(name, _)| *name == rule).unwrap_or_else(|| {
            self.counts.push((rule, 0));
            self.counts.len() - 1
        });
        let count = &mut self.counts[index].1;
        *count += 1;
        if *count <= MOST_OF_A_RULE {
            let path = path.clone();
            let (hints, related) = (hint(rule).map(Message::new).into_iter().collect(), Vec::new());
            self.report.push(Finding {
                rule,
                severity: Severity::Warning,
                path,
                span,
                message,
                hints,
                related,
                fix: None,
                fingerprint: Fingerprint::default(),
            });
        }
    }

    /// Tells of a character, once in a document: of the first place where it stands.
    pub(super) fn add_character(&mut self, span: Span, character: char, message: Message) {
        if self.told.insert((message.id, character as u32)) {
            self.add(span, message);
        }
    }
}

/// What to do about a rule's findings.
fn hint(rule: &str) -> Option<&'static str> {
    let hint = match rule {
        "pdf-glyph" => "pdf-glyph-hint",
        "pdf-direction" => "pdf-direction-hint",
        "pdf-name" => "pdf-name-hint",
        "pdf-nesting" => "pdf-nesting-hint",
        "pdf-anchor" => "pdf-anchor-hint",
        "pdf-address" => "pdf-address-hint",
        "pdf-note-inside-note" => "pdf-note-inside-note-hint",
        "pdf-note-in-heading" => "pdf-note-in-heading-hint",
        "pdf-heading-empty" => "pdf-heading-empty-hint",
        "pdf-heading-long" => "pdf-heading-long-hint",
        "pdf-heading-level" => "pdf-heading-level-hint",
        "pdf-table-empty" => "pdf-table-empty-hint",
        "pdf-table-wide" => "pdf-table-wide-hint",
        "pdf-image" => "pdf-image-hint",
        "pdf-image-alternative" => "pdf-image-alternative-hint",
        _ => return None,
    };
    Some(hint)
}
