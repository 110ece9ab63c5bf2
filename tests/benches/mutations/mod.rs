//! Known mutations of a Markdown document, and the words that each takes out and puts in.
//!
//! Everything is kept as pieces that know where they stood in the old text ([`draft`]); the truth is read off them.
//! Each change ([`changes`]) is tried, and kept only if pulldown-cmark still reads all that was not meant to change as
//! before.

mod changes;
mod draft;
mod edit;
#[path = "../../support/random.rs"]
mod random;

pub use draft::visible;
pub use random::Random;

use draft::Draft;
use std::collections::BTreeSet;

/// Different words that a document must have for others to be put in.
const VOCABULARY: usize = 30;

/// A kind of mutation.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Mutation {
    /// Words and short phrases replaced, taken out and put in.
    Words,
    /// Running text wrapped to another width.
    Rewrap,
    /// Paragraphs moved elsewhere.
    ParagraphMove,
    /// Sections moved past others of their level.
    SectionMove,
    /// Paragraphs split at a sentence's end, and neighbours merged.
    SplitMerge,
    /// All of these one after the other; the paragraphs that move are edited ones.
    Mixed,
}

impl Mutation {
    pub const ALL: [Self; 6] =
        [Self::Words, Self::Rewrap, Self::ParagraphMove, Self::SectionMove, Self::SplitMerge, Self::Mixed];

    pub fn name(self) -> &'static str {
        match self {
            Self::Words => "words",
            Self::Rewrap => "rewrap",
            Self::ParagraphMove => "paragraph-move",
            Self::SectionMove => "section-move",
            Self::SplitMerge => "split-merge",
            Self::Mixed => "mixed",
        }
    }
}

/// A new text, and the truth about it.
pub struct Mutated {
    pub new: String,
    /// Where the words that were taken out begin in the old text.
    pub taken: BTreeSet<usize>,
    /// Where the words that were put in begin in the new text.
    pub put: BTreeSet<usize>,
}

/// Mutates a document; `None` if there is nothing in it for this kind.
pub fn mutate(old: &str, mutation: Mutation, random: &mut Random) -> Option<Mutated> {
    let mut draft = Draft::new(old);
    assert!(draft.text() == old, "a draft holds the whole text");
    let vocabulary = changes::vocabulary(&draft);
    if vocabulary.len() < VOCABULARY {
        return None;
    }
    let done = match mutation {
        Mutation::Words => changes::edit_words(&mut draft, &vocabulary, random),
        Mutation::Rewrap => changes::rewrap(&mut draft, random),
        Mutation::ParagraphMove => changes::move_paragraphs(&mut draft, random),
        Mutation::SectionMove => changes::move_sections(&mut draft, random),
        Mutation::SplitMerge => changes::split_and_merge(&mut draft, random),
        Mutation::Mixed => {
            let edited = changes::edit_words(&mut draft, &vocabulary, random);
            let paragraphs = changes::move_paragraphs(&mut draft, random);
            let sections = changes::move_sections(&mut draft, random);
            let split = changes::split_and_merge(&mut draft, random);
            let wrapped = changes::rewrap(&mut draft, random);
            edited && (paragraphs || sections || split || wrapped)
        }
    };
    // What marks nothing gets one word to mark, so that there is something to find.
    let marked = matches!(mutation, Mutation::Words | Mutation::Mixed);
    let done = done && (marked || changes::replace_one_word(&mut draft, &vocabulary, random));
    done.then(|| draft.mutated())
}
