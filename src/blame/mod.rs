//! One section of a policy, word by word: who wrote what stands there.
//!
//! 1. [`find`] finds the section that somebody means;
//! 2. `setting` tells what of the text around a block is shown with it: the mark of a list's item, the label of a footnote;
//! 3. `runs` cuts its blocks into runs of words that the same commit brought in;
//! 4. [`Blame::of`] numbers the commits as they first appear, and sums up whose words there are.

mod find;
mod runs;
mod setting;

pub use find::{Place, Wanted, find};
pub use setting::Mark;

use crate::align::{BlockForm, BlockParts, DocumentParts, PartKind, Source, parts};
use crate::error::Result;
use crate::policy::Policy;
use crate::tally::{Key, Share, TalliedCommit, TalliedSection, Tally};
use runs::Reader;
use setting::Setting;
use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap};
use std::ops::Range;

/// A section with its subsections, and where its words came from.
pub struct Blame {
    /// Its blocks in the order of the text, its heading first.
    pub blocks: Vec<Block>,
    /// The commits that its words came from, in the order in which they first appear.
    pub origins: Vec<Origin>,
    /// Whom how many of its words are owed to: people by how many they are, then programs, then what nobody is known for.
    pub owners: Vec<(Key, Share)>,
    /// How many words it has.
    pub words: usize,
}

/// A block of the section: the smallest run of text that stands by itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    /// What it is.
    pub form: BlockForm,
    /// Whether it stands in a quotation.
    pub is_quoted: bool,
    /// In how many lists it stands.
    pub depth: usize,
    /// The mark before it, if it opens what has one.
    pub mark: Option<Mark>,
    /// Its text; of a row of a table, that of each cell.
    pub cells: Vec<Vec<Run>>,
}

/// Text whose words came from the same commit.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Run {
    /// Where they came from, by its place among the origins; `None` for text without words.
    pub origin: Option<usize>,
    /// As it reads, with a space at its beginning where one stands before it.
    pub text: String,
    /// How many words it has.
    pub words: usize,
}

/// A commit that words came from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Origin {
    /// The commit, by its place in the tally; `None` if it is not known.
    pub commit: Option<usize>,
    /// How many words of the section came from it.
    pub words: usize,
}

impl Blame {
    /// The words of a section; the tally is that of its document.
    ///
    /// # Errors
    /// If the document cannot be read.
    pub fn of(policy: &Policy, tally: &Tally, place: &Place) -> Result<Self> {
        let text = policy.text(&place.path)?;
        let document = policy.parse(&place.path, &text);
        let settings = setting::settings(&document);
        let parts = parts(&document);
        let sections = subtree(&parts, &place.anchor);
        let tallied = tally.documents.iter().find(|document| document.path == place.path);
        let tallied = tallied.and_then(|document| document.sections.get(sections.clone())).unwrap_or_default();
        let mut commits = tallied.iter().flat_map(TalliedSection::commits);
        let mut blame = Self { blocks: Vec::new(), origins: Vec::new(), owners: Vec::new(), words: 0 };
        let mut numbers = HashMap::new();
        for part in parts.sections[sections].iter().flat_map(|section| &parts.blocks[section.blocks.clone()]) {
            let words = parts.tokens_of(part).iter().filter(|token| token.kind() == PartKind::Word).count();
            let origins: Vec<usize> =
                commits.by_ref().take(words).map(|commit| blame.count(commit, &mut numbers)).collect();
            let reader = Reader { source: Source { text: &text, unlike: &parts.unlike }, origins: &origins };
            blame.blocks.extend(block(&parts, part, settings.get(&part.span), &reader));
        }
        blame.words = blame.origins.iter().map(|origin| origin.words).sum();
        blame.owners = owners(&blame.origins, tally);
        Ok(blame)
    }

    /// Counts a word of a commit; gives the commit's place among the origins.
    fn count(&mut self, commit: Option<usize>, numbers: &mut HashMap<Option<usize>, usize>) -> usize {
        let place = *numbers.entry(commit).or_insert(self.origins.len());
        if place == self.origins.len() {
            self.origins.push(Origin { commit, words: 0 });
        }
        self.origins[place].words += 1;
        place
    }

    /// The place among the owners of whom an origin is owed to first.
    #[must_use]
    pub fn rank(&self, origin: usize, tally: &Tally) -> Option<usize> {
        let first = self.origins.get(origin)?.owners(tally).into_iter().next()?;
        self.owners.iter().position(|(owner, _)| *owner == first)
    }
}

impl Origin {
    /// The commit, if it is known.
    #[must_use]
    pub fn of(self, tally: &Tally) -> Option<&TalliedCommit> {
        tally.commits.get(self.commit?)
    }

    /// Whom its words are owed to.
    #[must_use]
    pub fn owners(self, tally: &Tally) -> Vec<Key> {
        match self.of(tally) {
            None => vec![Key::Unknown],
            Some(commit) if commit.is_cut => vec![Key::Before],
            Some(commit) => commit.people.iter().map(|person| Key::Person(*person)).collect(),
        }
    }
}

/// A section and those below it, by their places in the document.
///
/// # Errors
/// If the document cannot be read.
pub fn sections_of(policy: &Policy, place: &Place) -> Result<Range<usize>> {
    let text = policy.text(&place.path)?;
    Ok(subtree(&parts(&policy.parse(&place.path, &text)), &place.anchor))
}

fn subtree(parts: &DocumentParts, anchor: &str) -> Range<usize> {
    let first = parts.sections.iter().skip(1).position(|section| section.anchor == anchor);
    let Some(first) = first.map(|place| place + 1) else { return 0..0 };
    let span = parts.sections[first].span;
    let below = parts.sections[first..].iter().take_while(|section| span.contains(section.span)).count();
    first..first + below
}

/// A block; `None` if nothing of it is seen.
fn block(parts: &DocumentParts, part: &BlockParts, setting: Option<&Setting>, reader: &Reader<'_>) -> Option<Block> {
    let cells = match (part.form, setting.and_then(|setting| setting.code.as_ref())) {
        (_, Some(code)) => vec![vec![Run { text: code.trim_end().to_owned(), ..Run::default() }]],
        (BlockForm::Html, _) => vec![reader.html(part.span)],
        _ => reader.cells(parts.tokens_of(part)),
    };
    let is_seen = matches!(part.form, BlockForm::Heading(_) | BlockForm::Rule) || cells.iter().any(|it| !it.is_empty());
    is_seen.then(|| Block {
        form: part.form,
        is_quoted: part.quoted,
        depth: setting.map_or(0, |setting| setting.depth),
        mark: setting.and_then(|setting| setting.mark.clone()),
        cells,
    })
}

/// Whom how many words are owed to; those of several people are shared.
fn owners(origins: &[Origin], tally: &Tally) -> Vec<(Key, Share)> {
    let mut shares: BTreeMap<Key, Share> = BTreeMap::new();
    for origin in origins {
        let owners = origin.owners(tally);
        let share = Share::new(origin.words, owners.len());
        for owner in owners {
            *shares.entry(owner).or_default() += share;
        }
    }
    let group = |key: &Key| match key {
        Key::Unknown => 3,
        Key::Before => 2,
        _ => u8::from(tally.is_program(key)),
    };
    let mut shares: Vec<(Key, Share)> = shares.into_iter().collect();
    shares.sort_by_key(|(key, share)| (group(key), Reverse(*share)));
    shares
}
