//! Who last changed each norm of a policy.

use crate::model::DocumentPath;
use crate::policy::Policy;
use crate::provenance::{Makers, Page, Wordings};
use crate::register::Register;
use rayon::prelude::*;

/// For each document of a register and each of its norms, the last commit that changed its words. `path_of` gives the path
/// of a document from the root of the repository.
#[must_use]
pub fn touched(
    policy: &Policy,
    register: &Register,
    wordings: &Wordings<'_>,
    path_of: &(dyn Fn(&DocumentPath) -> String + Sync),
) -> Vec<Vec<Makers>> {
    let documents = register.documents.par_iter().map(|document| {
        // It was read for the register, so that it can be read.
        let text = policy.text(&document.path).unwrap_or_default();
        let page = Page::new(path_of(&document.path), text);
        let mut asker = wordings.ask();
        document.entries.iter().map(|entry| asker.last(&page, &entry.span.range())).collect()
    });
    documents.collect()
}
