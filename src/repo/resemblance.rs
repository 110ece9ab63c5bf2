//! How much documents resemble each other: the share of runs of three words that they have in common, whatever became of
//! their lines.

use super::objects::Objects;
use foldhash::quality::FixedState;
use git2::{ObjectType, Oid};
use std::hash::BuildHasher;

/// The words of a run.
const RUN: usize = 3;

/// The share, in thousandths, from which on two documents resemble each other.
const RESEMBLING: usize = 500;

/// The largest document that is compared, in bytes.
const LARGEST: usize = 1024 * 1024;

/// The most bytes of documents that are held against others at once: a limit on memory.
const MOST_AT_ONCE: usize = 16 * 1024 * 1024;

/// The most bytes that are compared in one walk of the history: a limit on work.
const MOST: usize = 256 * 1024 * 1024;

/// Compares documents. Those that cannot be read, as in a partial clone, resemble none.
pub(super) struct Resemblance<'a> {
    objects: &'a Objects,
    /// How many bytes may still be compared.
    left: usize,
}

/// Two documents that resemble each other, by their places in the lists that were compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Resembling {
    pub(super) old: usize,
    pub(super) new: usize,
    /// The share of what they have in common, in thousandths.
    pub(super) share: usize,
}

impl<'a> Resemblance<'a> {
    pub(super) const fn new(objects: &'a Objects) -> Self {
        Self { objects, left: MOST }
    }

    /// The share of what two documents have in common, in thousandths.
    pub(super) fn share(&mut self, one: Oid, other: Oid) -> usize {
        let (one, other) = (self.runs(one), self.runs(other));
        let mut rest = other.iter().peekable();
        let is_common = |run: &&u64| {
            while rest.next_if(|other| other < run).is_some() {}
            rest.next_if(|other| other == run).is_some()
        };
        share(one.iter().filter(is_common).count(), [one.len(), other.len()])
    }

    /// Which of the old documents resemble which of the new ones.
    pub(super) fn resembling(&mut self, old: &[Oid], new: &[Oid]) -> Vec<Resembling> {
        let (index, sizes) = self.index(old);
        let mut resembling = Vec::new();
        for (new, id) in new.iter().enumerate() {
            let runs = self.runs(*id);
            let mut common = vec![0; old.len()];
            for run in &runs {
                let from = index.partition_point(|(other, _)| other < run);
                for (_, place) in index[from..].iter().take_while(|(other, _)| other == run) {
                    common[*place] += 1;
                }
            }
            let shares = common.into_iter().zip(&sizes).map(|(common, size)| share(common, [*size, runs.len()]));
            let resemble = shares.enumerate().filter(|(_, share)| *share >= RESEMBLING);
            resembling.extend(resemble.map(|(old, share)| Resembling { old, new, share }));
        }
        resembling
    }

    /// The runs of documents, sorted, each with the place of its document; and how many each document has.
    fn index(&mut self, documents: &[Oid]) -> (Vec<(u64, usize)>, Vec<usize>) {
        let before = self.left;
        let mut index = Vec::new();
        let mut sizes = Vec::with_capacity(documents.len());
        for (place, id) in documents.iter().enumerate() {
            let runs = if before - self.left < MOST_AT_ONCE { self.runs(*id) } else { Vec::new() };
            sizes.push(runs.len());
            index.extend(runs.into_iter().map(|run| (run, place)));
        }
        index.sort_unstable();
        (index, sizes)
    }

    /// The runs of a document, sorted; none if it is not to be read.
    fn runs(&mut self, id: Oid) -> Vec<u64> {
        let text = self.objects.read(id, ObjectType::Blob, "").unwrap_or_default();
        match self.left.checked_sub(text.len()) {
            Some(left) if text.len() <= LARGEST => {
                self.left = left;
                runs(&text)
            }
            _ => Vec::new(),
        }
    }
}

/// The share of what is common to two documents of these sizes, in thousandths.
fn share(common: usize, sizes: [usize; 2]) -> usize {
    1000 * common / sizes[0].max(sizes[1]).max(1)
}

/// The runs of words of a text, sorted, in numbers: one that stands there again has another number each time.
fn runs(text: &[u8]) -> Vec<u64> {
    let hasher = FixedState::default();
    let words: Vec<&[u8]> = text.split(u8::is_ascii_whitespace).filter(|word| !word.is_empty()).collect();
    let run = RUN.min(words.len()).max(1);
    let mut runs: Vec<u64> = words.windows(run).map(|run| hasher.hash_one(run)).collect();
    runs.sort_unstable();
    let (mut last, mut times) = (None, 0_usize);
    for run in &mut runs {
        times = if last == Some(*run) { times + 1 } else { 0 };
        last = Some(*run);
        if times > 0 {
            *run = hasher.hash_one((*run, times));
        }
    }
    runs.sort_unstable();
    runs
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::repo::support::TestRepository;

    const TEXT: &str =
        "Las instituciones publicarán el código. Cada repositorio tendrá una licencia abierta y un aviso.";

    fn shares(texts: &[&str; 2]) -> usize {
        let repository = TestRepository::new();
        let objects = Objects::open(repository.git().path()).unwrap();
        let [one, other] = texts.map(|text| repository.object(ObjectType::Blob, text));
        let mut resemblance = Resemblance::new(&objects);
        let share = resemblance.share(one, other);
        assert_eq!(share, resemblance.share(other, one), "either way round");
        let expected = (share >= RESEMBLING).then_some(Resembling { old: 0, new: 0, share });
        assert_eq!(resemblance.resembling(&[one], &[other]), expected.into_iter().collect::<Vec<_>>());
        share
    }

    #[test]
    fn the_same_words_resemble_however_the_lines_are_broken() {
        assert_eq!(shares(&[TEXT, TEXT]), 1000);
        assert_eq!(shares(&[TEXT, &TEXT.replace(' ', "\r\n")]), 1000);
        assert_eq!(shares(&["uno dos", "uno\ndos"]), 1000);
    }

    #[test]
    fn every_change_counts() {
        // Of twelve runs a word in the middle is in three.
        assert_eq!(shares(&[TEXT, &TEXT.replace("repositorio", "proyecto")]), 750);
        assert_eq!(shares(&[TEXT, &format!("{TEXT} {}", "x y z ".repeat(20))]), 1000 * 12 / 72);
        assert_eq!(shares(&[TEXT, "Otra cosa."]), 0);
    }

    #[test]
    fn a_run_counts_as_often_as_it_stands_in_both() {
        assert_eq!(shares(&[&"a ".repeat(12), &"a ".repeat(7)]), 500);
        assert_eq!(shares(&["", ""]), 0);
    }

    #[test]
    fn what_cannot_be_read_or_is_too_large_resembles_nothing() {
        let repository = TestRepository::new();
        let objects = Objects::open(repository.git().path()).unwrap();
        let large = repository.object(ObjectType::Blob, "a b c ".repeat(200_000));
        let mut resemblance = Resemblance::new(&objects);
        assert_eq!(resemblance.share(large, large), 0);
        assert_eq!(resemblance.resembling(&[Oid::ZERO_SHA1], &[Oid::ZERO_SHA1]), []);
    }

    #[test]
    fn the_work_is_limited() {
        let repository = TestRepository::new();
        let objects = Objects::open(repository.git().path()).unwrap();
        let blob = repository.object(ObjectType::Blob, TEXT);
        let mut resemblance = Resemblance { objects: &objects, left: 2 * TEXT.len() };
        assert_eq!((resemblance.share(blob, blob), resemblance.share(blob, blob)), (1000, 0));
    }
}
