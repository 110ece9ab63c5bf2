//! Matches two texts: which sections, blocks and words of one are those of the other.
//!
//! 1. [`parts`] takes of each document what is compared: its metadata, sections, blocks and tokens;
//! 2. `structure` pairs the documents of two versions, then sections, then blocks: by identity, by equal content, by
//!    resemblance (`pairs`, `similar`), where what keeps its order is in place and the rest moved;
//! 3. `words` pairs the tokens of paired blocks (`sequence`), and the sentences and runs that moved by themselves;
//! 4. [`Alignment`] tells the result.
//!
//! [`Source`] shows tokens as they read; [`unified`] shows two texts line by line, as patches do; [`merged`] shows two short
//! ones word by word.
//!
//! What was only moved, wrapped, indented, padded, renumbered in a list, emphasised or relabelled is not changed. The work
//! is that of sorting the text, times a constant: nothing is compared with everything.

mod alignment;
mod pairs;
mod parts;
mod reading;
mod sequence;
mod side;
mod similar;
mod structure;
mod unified;
mod wording;
mod words;

pub use alignment::{Alignment, BlockPair, Change, DocumentPair, MovedRun, Place, SectionPair};
pub use parts::{
    BlockForm, BlockParts, DocumentParts, HtmlPiece, MetadataParts, PartKind, SectionParts, Token, html_pieces, parts,
};
pub use reading::Source;
pub use sequence::increasing;
pub use unified::unified;
pub use wording::{Presence, merged};

/// The pairs of tokens that two rows have in common, in order.
#[must_use]
pub fn common(old: &[Token], new: &[Token]) -> Vec<(usize, usize)> {
    words::common_tokens(old, new)
}

/// The pairs of places at which two rows hold the same key, in order.
#[must_use]
pub fn common_keys(old: &[u64], new: &[u64]) -> Vec<(usize, usize)> {
    sequence::common(old, new)
}

/// Matches the documents of an old version with those of a new one.
///
/// Documents that are the same file with the same bytes in both versions may be left out of both.
#[must_use]
pub fn align(old: &[DocumentParts], new: &[DocumentParts]) -> Alignment {
    align_renamed(old, new, &[])
}

/// As [`align`], where it is known that some documents were renamed: the place of each among the old ones, and among the
/// new ones. What contradicts an earlier pair is left out.
#[must_use]
pub fn align_renamed(old: &[DocumentParts], new: &[DocumentParts], renamed: &[(usize, usize)]) -> Alignment {
    let mut contents = side::Contents::default();
    let old = side::Side::new(old, &mut contents);
    let new = side::Side::new(new, &mut contents);
    let documents = structure::documents(&old, &new, renamed);
    let sections = structure::sections(&old, &new, &documents);
    let blocks = structure::blocks(&old, &new, &documents, &sections);
    let words = words::compare(&old, &new, &sections, &blocks);
    alignment::tell(&old, &new, &alignment::Matched { documents, sections, blocks, words })
}

#[cfg(test)]
mod tests;
