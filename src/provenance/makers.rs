//! Who made what a text says and does not say any more: the commits, asked for by stretches of its text.
//!
//! A text is compared with what the last commit of the history has at its path, so that it may be one that nobody has
//! committed yet. Words that commits brought in are theirs, as their provenance tells. Of what was only put elsewhere or
//! brought back, and of what is gone, `wording` finds the commit: a few words around a stretch are taken with it where it
//! stands elsewhere too.

use super::documents::{Cache, Documents, Version, spaced};
use super::origins::{self, Origin};
use super::wording::{Spot, Stretch, Walk};
use super::{HistoryCommit, Lineage, Provenance, Snapshot};
use crate::align::common_keys;
use foldhash::HashMap;
use std::collections::{BTreeSet, HashSet};
use std::ops::Range;
use std::sync::Arc;

/// How many words on either side are taken with a stretch that stands elsewhere too.
const MOST_AROUND: usize = 16;

/// How many words that are gone are looked for at a time: others may have been edited before they were taken away.
const WORDS_AT_ONCE: usize = 12;

/// How many words of its neighbour, and how many of its own, tell where a stretch begins or ends.
const JUNCTION: (usize, usize) = (3, 5);

/// The commits of a history and what they did to the text of its last one.
pub struct Wordings<'a> {
    documents: Documents<'a>,
    snapshot: Snapshot,
    /// For each commit, whether it lies before those that are looked at.
    before: Vec<bool>,
    /// The last commit.
    tip: usize,
}

/// The commits that made a change, by their places in the history.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Makers {
    /// The commits, each after its parents; none if nobody knows.
    pub commits: BTreeSet<usize>,
    /// Whether some of it is not committed yet.
    pub is_uncommitted: bool,
}

impl Makers {
    /// Whether nobody knows.
    #[must_use]
    pub fn is_unknown(&self) -> bool {
        self.commits.is_empty() && !self.is_uncommitted
    }

    fn uncommitted() -> Self {
        Self { commits: BTreeSet::new(), is_uncommitted: true }
    }

    fn one(commit: usize) -> Self {
        Self { commits: BTreeSet::from([commit]), is_uncommitted: false }
    }

    /// Adds those of another change.
    pub fn add(&mut self, other: Self) {
        self.commits.extend(other.commits);
        self.is_uncommitted |= other.is_uncommitted;
    }
}

/// A document's text, of any version.
pub struct Page {
    path: String,
    text: String,
    version: Version,
}

impl Page {
    /// A text, with its path from the root of the repository.
    #[must_use]
    pub fn new(path: String, text: String) -> Self {
        let version = Version::of(&text);
        Self { path, text, version }
    }

    /// Its path from the root of the repository.
    #[must_use]
    pub fn path(&self) -> &str {
        &self.path
    }

    /// Its text.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The words that are written alike and stand within a part of the text.
    #[must_use]
    pub fn find(&self, words: &str, within: &Range<usize>) -> Option<Range<usize>> {
        let wanted = Version::of(words).cut.keys;
        let here = self.version.words(within);
        let start = super::wording::starts(&wanted, &self.version.cut.keys[here.clone()]).next()? + here.start;
        let (first, last) = (self.version.cut.spans.get(start)?, self.version.cut.spans.get(start + wanted.len() - 1)?);
        (!wanted.is_empty()).then_some(first.start as usize..last.end as usize)
    }

    /// A part of the text that another one lacks, with as few words around it as tell it apart.
    fn stretch(&self, part: &Range<usize>, other: Option<&Self>) -> Option<Stretch> {
        let words = self.version.words(part);
        let by_words = (!words.is_empty()).then(|| self.words_apart(&words, other)).flatten();
        by_words.or_else(|| self.text_apart(part, &words, other))
    }

    fn words_apart(&self, words: &Range<usize>, other: Option<&Self>) -> Option<Stretch> {
        let keys = &self.version.cut.keys;
        let mut first = None;
        for around in 0..=MOST_AROUND * 2 {
            let start = words.start.saturating_sub(around.div_ceil(2));
            let end = (words.end + around / 2).min(keys.len());
            let stretch = Stretch::Words(keys[start..end].to_vec());
            if other.is_some_and(|other| stretch.is_in(&other.version)) {
                continue;
            }
            if stretch.count(&self.version) == 1 {
                return Some(stretch);
            }
            first.get_or_insert(stretch);
        }
        first
    }

    fn text_apart(&self, part: &Range<usize>, words: &Range<usize>, other: Option<&Self>) -> Option<Stretch> {
        let spans = &self.version.cut.spans;
        // Nothing but what is no text stands around what stands in the front matter.
        let is_before_text = spans.first().is_none_or(|first| part.end <= first.start as usize);
        let most = if is_before_text { 0 } else { MOST_AROUND };
        (0..=most).find_map(|around| {
            let before = words.start.checked_sub(around).filter(|_| around > 0);
            let after = (words.end + around).checked_sub(1).filter(|_| around > 0);
            let start = before.and_then(|first| spans.get(first)).map_or(part.start, |span| span.start as usize);
            let end = after.and_then(|last| spans.get(last)).map_or(part.end, |span| span.end as usize);
            let text = spaced(self.text.get(start.min(part.start)..end.max(part.end))?);
            let stretch = Stretch::Text(text);
            let is_apart = other.is_none_or(|other| !stretch.is_in(&other.version));
            (is_apart && stretch != Stretch::Text(String::new())).then_some(stretch)
        })
    }

    /// Where a part of the text meets what stands before and behind it.
    fn junctions(&self, part: &Range<usize>) -> Vec<Stretch> {
        let keys = &self.version.cut.keys;
        let words = self.version.words(part);
        let (outside, inside) = JUNCTION;
        let before = words.start.saturating_sub(outside)..(words.start + inside).min(words.end);
        let after = words.end.saturating_sub(inside).max(words.start)..(words.end + outside).min(keys.len());
        let before = (before.start < words.start && !words.is_empty()).then_some(before);
        let after = (after.end > words.end && !words.is_empty()).then_some(after);
        before.into_iter().chain(after).map(|range| Stretch::Words(keys[range].to_vec())).collect()
    }
}

/// What the last commit has at the path of a page.
struct Tip<'a> {
    spot: Spot<'a>,
    origins: Vec<Origin>,
    /// For each word of the page, which word of the commit's text it is.
    places: Vec<Option<usize>>,
}

impl<'a> Wordings<'a> {
    /// The commits of a history; those that `before` names lie before the ones that are looked at, none where it is empty.
    /// `ignored` are those that only gave the text another form.
    #[must_use]
    pub fn of(lineage: &'a Lineage, before: Vec<bool>, ignored: &BTreeSet<String>) -> Self {
        let Lineage { chronicle, provenance } = lineage;
        let commits = chronicle.commits.iter().map(|commit| HistoryCommit {
            parents: &commit.parents,
            changes: &commit.changes,
            is_ignored: ignored.contains(&commit.id),
        });
        let read = Box::new(|content, path: &str| chronicle.read(content, path));
        Self::new(Documents::new(commits.collect(), read), provenance, before)
    }

    pub(super) fn new(documents: Documents<'a>, provenance: &Provenance, before: Vec<bool>) -> Self {
        let tip = documents.commits.len().saturating_sub(1);
        Self { documents, snapshot: provenance.at(tip), before, tip }
    }

    /// Begins to ask; what is read is kept until the asker is gone.
    #[must_use]
    pub fn ask(&self) -> Asker<'_> {
        Asker { wordings: self, cache: Cache::default(), tips: HashMap::default() }
    }

    fn is_before(&self, commit: usize) -> bool {
        self.before.get(commit).copied().unwrap_or(false)
    }
}

/// Asks for commits, of pages one after another.
pub struct Asker<'a> {
    wordings: &'a Wordings<'a>,
    cache: Cache,
    tips: HashMap<String, Option<Arc<Tip<'a>>>>,
}

impl<'a> Asker<'a> {
    fn walk(&mut self) -> Walk<'a, '_> {
        let Wordings { documents, before, .. } = self.wordings;
        Walk { documents, cache: &mut self.cache, before }
    }

    fn spot(&self, path: &str) -> Option<Spot<'a>> {
        let path = self.wordings.documents.known(path)?;
        Some(Spot { commit: self.wordings.tip, path })
    }

    /// What the last commit has at the path of the new version's page; `None` if it has nothing there.
    fn tip(&mut self, page: &Page) -> Option<Arc<Tip<'a>>> {
        if let Some(tip) = self.tips.get(&page.path) {
            return tip.clone();
        }
        let tip = self.compare(page).map(Arc::new);
        self.tips.insert(page.path.clone(), tip.clone());
        tip
    }

    fn compare(&mut self, page: &Page) -> Option<Tip<'a>> {
        let Wordings { documents, snapshot, tip, .. } = self.wordings;
        let spot = self.spot(&page.path)?;
        let content = documents.content(*tip, spot.path)?;
        let version = self.cache.version(documents, content, spot.path)?;
        let (old, new) = (&version.cut.keys, &page.version.cut.keys);
        let mut places = vec![None; new.len()];
        for (at, to) in common_keys(old, new) {
            places[to] = Some(at);
        }
        let origins = snapshot.documents.get(spot.path).map(|runs| origins::each(runs));
        let origins = origins.filter(|origins| origins.len() == old.len()).unwrap_or_default();
        Some(Tip { spot, origins, places })
    }

    /// The commits that put in a part of the new version of a document, which the old one lacks.
    #[must_use]
    pub fn inserted(&mut self, new: &Page, old: Option<&Page>, part: &Range<usize>) -> Makers {
        let Some(tip) = self.tip(new) else { return Makers::uncommitted() };
        let mut makers = Makers::default();
        for word in new.version.words(part) {
            match tip.places[word].map(|place| tip.origins.get(place)) {
                None => makers.is_uncommitted = true,
                Some(Some(origin)) if !self.wordings.is_before(*origin as usize) => {
                    makers.commits.insert(*origin as usize);
                }
                Some(_) => {}
            }
        }
        if !makers.is_unknown() {
            return makers;
        }
        new.stretch(part, old).map_or_else(Makers::default, |stretch| self.given(tip.spot, &stretch))
    }

    fn given(&mut self, spot: Spot<'a>, stretch: &Stretch) -> Makers {
        let mut walk = self.walk();
        if walk.has(spot, stretch) { Makers::one(walk.giver(spot, stretch, false)) } else { Makers::uncommitted() }
    }

    /// The commits that took out a part of the old version of a document, which the new one lacks.
    #[must_use]
    pub fn removed(&mut self, old: &Page, new: Option<&Page>, part: &Range<usize>) -> Makers {
        let words = old.version.words(part);
        let spans = &old.version.cut.spans;
        let firsts = words.clone().step_by(WORDS_AT_ONCE);
        let mut pieces: Vec<Range<usize>> = firsts
            .map(|first| {
                let last = (first + WORDS_AT_ONCE).min(words.end) - 1;
                spans[first].start as usize..spans[last].end as usize
            })
            .collect();
        if pieces.is_empty() {
            pieces.push(part.clone());
        }
        let mut makers = Makers::default();
        for piece in pieces {
            if let Some(stretch) = old.stretch(&piece, new) {
                makers.add(self.taken(&[new.map_or("", Page::path), &old.path], &stretch));
            }
        }
        makers
    }

    /// The commit that took a stretch from the first of some paths where one did.
    fn taken(&mut self, paths: &[&str], stretch: &Stretch) -> Makers {
        let spots: Vec<Spot<'a>> = paths.iter().filter_map(|path| self.spot(path)).collect();
        let mut walk = self.walk();
        let mut first = true;
        for spot in spots {
            if std::mem::take(&mut first) && walk.has(spot, stretch) {
                return Makers::uncommitted();
            }
            if !walk.has(spot, stretch)
                && let Some(commit) = walk.taker(spot, stretch)
            {
                return Makers::one(commit);
            }
        }
        Makers::default()
    }

    /// The commit that put a part of a document where it stands, to which the old version of the same document had it
    /// elsewhere, or not at all.
    #[must_use]
    pub fn placed(&mut self, new: &Page, old: Option<&Page>, part: &Range<usize>) -> Makers {
        let Some(tip) = self.tip(new) else { return Makers::uncommitted() };
        let is_new = |stretch: &Stretch| old.is_none_or(|old| !stretch.is_in(&old.version));
        let junctions: Vec<Stretch> = new.junctions(part).into_iter().filter(is_new).collect();
        let found: Vec<Makers> = junctions.iter().map(|junction| self.given(tip.spot, junction)).collect();
        // What was put beside it later made the other of the two.
        let commits = found.iter().flat_map(|makers| &makers.commits).min();
        match commits {
            Some(commit) => Makers::one(*commit),
            None if !found.is_empty() => Makers::uncommitted(),
            None => new.stretch(part, old).map_or_else(Makers::default, |stretch| self.given(tip.spot, &stretch)),
        }
    }

    /// The commit that put a document where it is.
    #[must_use]
    pub fn came(&mut self, path: &str) -> Makers {
        self.spot(path).map_or_else(Makers::uncommitted, |spot| self.given(spot, &Stretch::Anything))
    }

    /// The commit that took a document away from where it was.
    #[must_use]
    pub fn went(&mut self, path: &str) -> Makers {
        self.taken(&[path], &Stretch::Anything)
    }

    /// The last commit that changed the words of a part of a document, wherever it stood then.
    #[must_use]
    pub fn last(&mut self, page: &Page, part: &Range<usize>) -> Makers {
        let Some(tip) = self.tip(page) else { return Makers::uncommitted() };
        let words = page.version.words(part);
        if words.is_empty() {
            return Makers::default();
        }
        let stretch = Stretch::Words(page.version.cut.keys[words.clone()].to_vec());
        let commits = &self.wordings.documents.commits;
        let origins = words.map(|word| tip.places[word].and_then(|place| tip.origins.get(place)));
        let origins: Option<HashSet<usize>> = origins.map(|origin| origin.map(|origin| *origin as usize)).collect();
        let mut walk = self.walk();
        if !walk.has(tip.spot, &stretch) {
            return Makers::uncommitted();
        }
        let newest = origins.and_then(|origins| origins.into_iter().max());
        // Of what is said twice, its own words know where they came from.
        if let Some(newest) = newest.filter(|_| stretch.count(&page.version) > 1) {
            return Makers::one(newest);
        }
        let giver = walk.giver(tip.spot, &stretch, true);
        // A merge only brings together what others wrote, unless it has words of its own.
        let gives_form = commits[giver].is_ignored || commits[giver].parents.len() > 1;
        Makers::one(newest.filter(|_| gives_form).unwrap_or(giver))
    }
}
