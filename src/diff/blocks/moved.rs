//! Sentences that left their block or their order in it.
//!
//! 1. A run of words that is not in place is taken with the sentences that it stands in on both sides;
//! 2. where most of one is in the other and nothing of either stands elsewhere, the sentence moved, with what was edited in
//!    it: one change, and no other change tells its words;
//! 3. else only the run moved.

use super::columns::Columns;
use super::kept::kept;
use super::lone::Lone;
use crate::align::{self, MovedRun};
use crate::diff::change::{Change, Class, Event, State};
use crate::diff::comparing::{Comparing, Side, unit};
use crate::diff::links::TokenPlace;
use crate::diff::sentences;
use crate::diff::stretches::{Pair, Stretch, Stretches};
use crate::diff::text::push_piece;
use std::collections::{HashMap, HashSet};
use std::ops::Range;

/// The sentences that moved.
#[derive(Default)]
pub(super) struct Moved {
    pub(super) pairs: Vec<Pair>,
    /// Their old and new tokens, by document and place there.
    old: HashSet<(usize, usize)>,
    new: HashSet<(usize, usize)>,
    /// The runs that moved without their sentences.
    runs: Vec<MovedRun>,
}

impl Moved {
    pub(super) fn of(comparing: &Comparing<'_>, stretches: &Stretches, columns: &Columns) -> Self {
        let mut moved = Self::default();
        if comparing.runs.is_empty() {
            return moved;
        }
        let mut homes = Homes::new(stretches);
        let (mut old_sentences, mut new_sentences) = (HashMap::new(), HashMap::new());
        for run in &comparing.runs {
            if columns.holds(run.old, run.new) || homes.are_in_place(comparing, run) {
                continue;
            }
            let old = stretch(&comparing.old, &mut old_sentences, run.old, &run.old_tokens);
            let new = stretch(&comparing.new, &mut new_sentences, run.new, &run.new_tokens);
            let is_known = |known: &HashSet<(usize, usize)>, stretch: &Stretch| {
                stretch.tokens.clone().any(|token| known.contains(&(stretch.document, token)))
            };
            let (old_is_known, new_is_known) = (is_known(&moved.old, &old), is_known(&moved.new, &new));
            if old_is_known && new_is_known {
                continue;
            }
            if is_whole(comparing, &old, &new) && !old_is_known && !new_is_known {
                moved.old.extend(old.tokens.clone().map(|token| (old.document, token)));
                moved.new.extend(new.tokens.clone().map(|token| (new.document, token)));
                moved.pairs.push(Pair { old, new, moved: true });
            } else {
                moved.runs.push(run.clone());
            }
        }
        moved
    }

    /// Whether an old token is told with a sentence that moved.
    pub(super) fn has_old(&self, document: usize, token: usize) -> bool {
        self.old.contains(&(document, token))
    }

    /// Whether a new token is.
    pub(super) fn has_new(&self, document: usize, token: usize) -> bool {
        self.new.contains(&(document, token))
    }

    /// The changes of runs that moved without their sentences, and are part of no block that came out of another one or went
    /// into one.
    pub(super) fn run_changes(&self, comparing: &Comparing<'_>, stretches: &Stretches) -> Vec<Change> {
        let added: HashSet<align::Place> = stretches.added.iter().copied().collect();
        let removed: HashSet<align::Place> = stretches.removed.iter().copied().collect();
        let mut changes: Vec<Change> = Vec::new();
        let mut last: Option<&MovedRun> = None;
        for run in &self.runs {
            let follows = last.is_some_and(|last| {
                last.old == run.old && last.new == run.new && last.old_tokens.end <= run.old_tokens.start
            });
            last = Some(run);
            let is_split = added.contains(&run.new) && Lone::of_new(comparing, self, run.new).is_mostly_linked;
            let is_merged = removed.contains(&run.old) && Lone::of_old(comparing, self, run.old).is_mostly_linked;
            if !(follows || is_split || is_merged) {
                changes.push(bare(comparing, run));
            }
        }
        changes
    }
}

/// The change of a run of words that stands elsewhere.
fn bare(comparing: &Comparing<'_>, run: &MovedRun) -> Change {
    let unit = unit(comparing.new.block(run.new).form);
    let places = (Some(comparing.old.block_place(run.old)), Some(comparing.new.block_place(run.new)));
    let mut change = Change::bare(Class::Structural, Event::Moved, unit, places);
    let start = comparing.new.block(run.new).tokens.start + run.new_tokens.start;
    let tokens = start..start + run.new_tokens.len();
    push_piece(&mut change.redline, State::Kept, comparing.new.line(run.new.document, tokens, start));
    change
}

/// The pair that each new block is part of, and its tokens in place once they were asked for.
struct Homes<'a> {
    pairs: HashMap<align::Place, &'a Pair>,
    kept: HashMap<align::Place, Vec<(usize, usize)>>,
}

impl<'a> Homes<'a> {
    fn new(stretches: &'a Stretches) -> Self {
        let of_pair = |pair: &'a Pair| {
            let document = pair.new.document;
            pair.new.blocks.clone().map(move |index| (align::Place { document, index }, pair))
        };
        Self { pairs: stretches.pairs.iter().flat_map(of_pair).collect(), kept: HashMap::new() }
    }

    /// Whether a run stands between the words that its blocks have in common.
    fn are_in_place(&mut self, comparing: &Comparing<'_>, run: &MovedRun) -> bool {
        let Some(home) = self.pairs.get(&run.new) else { return false };
        let at = comparing.old.block(run.old).tokens.start + run.old_tokens.start;
        let to = comparing.new.block(run.new).tokens.start + run.new_tokens.start;
        let kept = self.kept.entry(home.new.first()).or_insert_with(|| kept(comparing, None, home));
        run.old.document == home.old.document
            && home.old.tokens.contains(&at)
            && kept.binary_search(&(at - home.old.tokens.start, to - home.new.tokens.start)).is_ok()
    }
}

/// The sentences of blocks, by their tokens in the document.
type Sentences = HashMap<align::Place, Vec<Range<usize>>>;

/// The sentences of a block that some of its tokens stand in.
fn stretch(side: &Side<'_>, known: &mut Sentences, block: align::Place, tokens: &Range<usize>) -> Stretch {
    let own = side.block(block).tokens.clone();
    let sentences = known.entry(block).or_insert_with(|| {
        let numbers =
            sentences::numbers(side.tokens(block.document, own.clone()), &side.reading(block.document).sentences);
        let mut sentences: Vec<Range<usize>> = Vec::new();
        for (place, number) in numbers.iter().enumerate() {
            let token = own.start + place;
            if place == 0 || numbers[place - 1] != *number {
                sentences.push(token..token + 1);
            } else if let Some(last) = sentences.last_mut() {
                last.end = token + 1;
            }
        }
        sentences
    });
    let (first, last) = (own.start + tokens.start, own.start + tokens.end);
    let start = sentences.partition_point(|sentence| sentence.end <= first);
    let end = sentences.partition_point(|sentence| sentence.start < last);
    let covered = sentences.get(start).zip(sentences.get(end.saturating_sub(1)));
    let tokens = covered.map_or(first..last, |(first, last)| first.start..last.end);
    Stretch { document: block.document, blocks: block.index..block.index + 1, tokens }
}

/// Whether most of an old stretch is in a new one, and nothing of either elsewhere.
fn is_whole(comparing: &Comparing<'_>, old: &Stretch, new: &Stretch) -> bool {
    let leads = |links: &[Option<TokenPlace>], from: &Stretch, to: &Stretch| {
        let linked: Vec<TokenPlace> = from.tokens.clone().filter_map(|token| links[token]).collect();
        let stays = linked.iter().all(|link| link.document() == to.document && to.tokens.contains(&link.token()));
        stays && 2 * linked.len() >= from.tokens.len()
    };
    leads(&comparing.links.of_old[old.document], old, new) && leads(&comparing.links.of_new[new.document], new, old)
}
