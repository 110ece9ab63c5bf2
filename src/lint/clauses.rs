//! The clauses of a document in the order of its text.

use crate::model::{Block, BlockKind, Designator, Document};

/// What opens a clause.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Opener {
    /// A heading, which the clause's section follows.
    Heading,
    /// A paragraph.
    Paragraph,
}

/// Calls `visit` with every clause; those of quotations and notes are another text's.
pub fn for_each<'a>(document: &'a Document<'_>, visit: &mut impl FnMut(Opener, &'a Designator)) {
    of_blocks(&document.preamble, visit);
    for section in document.all_sections() {
        if let Some(designator) = &section.heading.designator {
            visit(Opener::Heading, designator);
        }
        of_blocks(&section.blocks, visit);
    }
}

/// Calls `visit` with every clause that a paragraph opens; lists nest at most as deep as the parser lets them.
pub fn of_blocks<'a>(blocks: &'a [Block<'_>], visit: &mut impl FnMut(Opener, &'a Designator)) {
    for block in blocks {
        match &block.kind {
            BlockKind::Paragraph { designator: Some(designator), .. } => visit(Opener::Paragraph, designator),
            BlockKind::List { items, .. } => items.iter().for_each(|item| of_blocks(&item.blocks, visit)),
            _ => {}
        }
    }
}
