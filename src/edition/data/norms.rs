//! What a document obliges to.

use super::places::{Places, SourceOutput};
use super::reading::Budget;
use crate::edition::publication::Publication;
use crate::norms::{Strength, Subject, Unit};
use crate::policy::is_set_text;
use crate::register::{Declarations, Entry, RegisteredDocument};
use serde::Serialize;

#[derive(Serialize)]
pub(super) struct NormOutput<'a> {
    strength: Strength,
    agent: Option<String>,
    subject: Subject,
    text: String,
    modal: String,
    inherited: bool,
    deadline: Option<DeadlineOutput>,
    /// The anchor of its section; `None` before the first heading.
    section: Option<&'a str>,
    /// The anchor of the innermost clause that it stands in.
    clause: Option<&'a str>,
    source: SourceOutput<'a>,
}

#[derive(Serialize)]
struct DeadlineOutput {
    text: String,
    amount: Option<u32>,
    unit: Unit,
}

/// The norms of a document, in the order of the text. A licence, whose words are not the policy's, has none.
pub(super) fn norms<'a>(
    publication: &'a Publication<'a>,
    places: &Places<'a>,
    declarations: &Declarations,
    budget: &Budget,
) -> Vec<NormOutput<'a>> {
    if is_set_text(&places.document.path) {
        return Vec::new();
    }
    let field = |name: &str| budget.field(publication, name);
    let registered = RegisteredDocument::of(publication.policy, places.document, declarations, &field);
    registered.entries.into_iter().map(|entry| norm(entry, places)).collect()
}

fn norm<'a>(entry: Entry, places: &Places<'a>) -> NormOutput<'a> {
    let deadline = entry.deadline.map(|deadline| DeadlineOutput {
        text: deadline.text,
        amount: deadline.amount,
        unit: deadline.unit,
    });
    NormOutput {
        strength: entry.strength,
        agent: entry.agent,
        subject: entry.subject,
        text: entry.text.to_string(),
        modal: entry.modal,
        inherited: entry.inherited,
        deadline,
        section: places.section(entry.span.start),
        clause: entry.clause.and_then(|name| places.clause(&name, entry.span.end)),
        source: places.source(entry.span),
    }
}
