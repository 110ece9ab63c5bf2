//! Makes git histories of policies by edits that are known, so that for each word that is left it is known who wrote it.
//!
//! 1. [`prose`] makes sentences, of the words in [`lexicon`] or of given texts;
//! 2. [`model`] holds documents as blocks of words, each of which knows the commit that brought it;
//! 3. a [`desk`] prepares a commit: it edits ([`edits`]), moves and copies ([`moves`]), removes and brings back
//!    ([`returns`]), and two branches are brought together ([`merging`]);
//! 4. [`render`] writes the documents as Markdown, and [`steps`] commits them, again and again;
//! 5. after the last commit, the truth is read off the model; [`reading`] finds the words of Markdown as a check.
//!
//! What is true: a word is the commit's that first put it, so spelt, into its text. It stays so however the text is
//! wrapped, laid out or moved, within a file or from one to another, and when it is removed and brought back. A copy of
//! what stays is the copier's, and a text of at most eight words that everybody writes is each time the writer's.
//!
//! A program that declares this module declares `tests/support/mod.rs` as `support` beside it.
#![allow(dead_code, reason = "each test program uses its own part")]

mod desk;
mod edits;
mod lexicon;
mod merging;
mod model;
mod moves;
mod prose;
#[path = "../random.rs"]
mod random;
pub mod reading;
mod render;
mod returns;
mod steps;

use crate::support::TestRepository;
use desk::Desk;
use git2::Oid;
use prose::Prose;
use random::Random;
use std::collections::BTreeMap;
use steps::Scribe;

/// Who may write.
const PEOPLE: [&str; 8] = [
    "Ana Ruiz",
    "Benito Salas",
    "Carmen Ortiz",
    "Diego Luna",
    "Elena Vega",
    "Fermin Rojas",
    "Gloria Mora",
    "Hugo Pardo",
];

/// What a history is about; in all of them there are edits too.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    /// Words, sentences, paragraphs and items put in, taken out and replaced.
    Edit,
    /// Files laid out anew: wrapped to another width or by sentence, other marks, padded tables.
    Rewrap,
    /// Paragraphs, lists, sections, items and sentences moved within a file.
    Move,
    /// Paragraphs, lists and sections moved to another file.
    MoveAcrossFiles,
    /// Files split, and joined.
    Split,
    /// Paragraphs, sections and files removed, and brought back by others.
    Revert,
    /// Files renamed.
    Rename,
    /// Branches edited at the same time and merged, sometimes with a word of the merger's.
    Merge,
    /// Short common texts that many write, each by themselves.
    Boilerplate,
    /// Everything, several things in a commit; copies too.
    Mixed,
}

impl Kind {
    pub const ALL: [Self; 10] = [
        Self::Edit,
        Self::Rewrap,
        Self::Move,
        Self::MoveAcrossFiles,
        Self::Split,
        Self::Revert,
        Self::Rename,
        Self::Merge,
        Self::Boilerplate,
        Self::Mixed,
    ];

    /// What it is called on a command line.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Edit => "edit",
            Self::Rewrap => "rewrap",
            Self::Move => "move",
            Self::MoveAcrossFiles => "move-across-files",
            Self::Split => "split",
            Self::Revert => "revert",
            Self::Rename => "rename",
            Self::Merge => "merge",
            Self::Boilerplate => "boilerplate",
            Self::Mixed => "mixed",
        }
    }
}

/// A repository made by known edits, and who wrote each word that is left.
pub struct History {
    /// Stands at the last commit.
    pub repo: TestRepository,
    /// The words of each document in their order, by its path.
    pub truth: BTreeMap<String, Vec<TrueWord>>,
    /// The author of each commit.
    pub people: BTreeMap<Oid, String>,
}

/// A word and where it is from.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct TrueWord {
    pub word: String,
    /// The commit that brought it.
    pub commit: Oid,
    pub author: String,
}

/// Makes a history, the same for the same seed; its sentences are those of the texts as long as there are any, and then,
/// or without texts, made up.
pub fn simulate(kind: Kind, seed: u64, base: &[&str]) -> History {
    // The same numbers would give all kinds the same first documents.
    let kinds = Kind::ALL.into_iter().zip(1..).find(|(other, _)| *other == kind);
    let mut random =
        Random::new(seed.wrapping_mul(0x2545_f491_4f6c_dd1d) ^ kinds.map_or(0, |(_, number)| number << 40));
    let spanish = random.below(3) > 0;
    let mut people = PEOPLE.to_vec();
    random.shuffle(&mut people);
    people.truncate(random.within(4..=8));
    let mut scribe = Scribe::new(Desk::new(random, Prose::new(spanish, base)), people, kind);
    scribe.write();
    let Scribe { desk, repository, made, .. } = scribe;
    let truth = desk.model.documents.iter().map(|document| {
        let words = document.blocks.iter().flat_map(model::Block::words).map(|word| TrueWord {
            word: word.text.clone(),
            commit: made[word.commit].id,
            author: made[word.commit].author.clone(),
        });
        (document.path.clone(), words.collect())
    });
    let truth = truth.collect();
    History { repo: repository, truth, people: made.into_iter().map(|made| (made.id, made.author)).collect() }
}
