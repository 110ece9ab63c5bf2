//! What each kind of history does, commit by commit and branch by branch.

use super::Kind;
use super::desk::Desk;
use super::merging::merged;
use super::model::{Class, Model, Shape, Spot};
use super::render::markdown;
use crate::support::{FIRST_COMMIT, TestRepository};
use git2::{Oid, Signature, Time};
use std::collections::BTreeMap;

/// Commits of a history, at least and at most; a branch that has begun is brought to its end.
const COMMITS: std::ops::RangeInclusive<usize> = 25..=60;

/// Times that something is tried before a commit has something in it.
const TRIES: usize = 200;

/// Hours between commits, at least and at most.
const HOURS: std::ops::RangeInclusive<usize> = 1..=90;

/// What can be done for a commit.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Operation {
    Words,
    Respell,
    Recast,
    Sentence,
    Paragraph,
    Item,
    Section,
    Document,
    Restyle,
    MoveBlock,
    MovePart,
    MoveSection,
    MoveAcross,
    MoveEdited,
    Split,
    Join,
    Rename,
    RenameEdited,
    Copy,
    Remove,
    Restore,
    AddCommon,
    DropCommon,
}

use Operation as Do;

/// What every kind does beside its own, an operation as often as it stands there.
const EDITS: &[Operation] = &[
    Do::Words,
    Do::Words,
    Do::Words,
    Do::Words,
    Do::Sentence,
    Do::Sentence,
    Do::Paragraph,
    Do::Paragraph,
    Do::Item,
    Do::Respell,
    Do::Section,
    Do::Document,
];

/// What is done in a branch while another does anything.
const SIDE: &[Operation] =
    &[Do::Words, Do::Words, Do::Words, Do::Sentence, Do::Sentence, Do::Paragraph, Do::Item, Do::Restyle];

/// What a kind is about.
const fn own(kind: Kind) -> &'static [Operation] {
    match kind {
        Kind::Edit => &[Do::Words, Do::Words, Do::Sentence, Do::Respell, Do::Recast],
        Kind::Rewrap => &[Do::Restyle],
        Kind::Move => &[Do::MoveBlock, Do::MoveBlock, Do::MoveSection, Do::MoveSection, Do::MovePart],
        Kind::MoveAcrossFiles => &[Do::MoveAcross],
        Kind::Split => &[Do::Split, Do::Join],
        Kind::Revert => &[Do::Remove, Do::Remove, Do::Restore, Do::Restore, Do::Restore],
        Kind::Rename => &[Do::Rename, Do::Rename, Do::RenameEdited],
        Kind::Merge => EDITS,
        Kind::Boilerplate => &[Do::AddCommon, Do::AddCommon, Do::AddCommon, Do::AddCommon, Do::DropCommon],
        Kind::Mixed => &[
            Do::Recast,
            Do::Restyle,
            Do::Restyle,
            Do::MoveBlock,
            Do::MovePart,
            Do::MoveSection,
            Do::MoveAcross,
            Do::MoveEdited,
            Do::Split,
            Do::Join,
            Do::Rename,
            Do::RenameEdited,
            Do::RenameEdited,
            Do::Copy,
            Do::Remove,
            Do::Restore,
            Do::Restore,
            Do::AddCommon,
            Do::DropCommon,
        ],
    }
}

/// A commit that has been made.
pub struct Made {
    pub id: Oid,
    pub author: String,
}

/// Makes the commits of a history.
pub struct Scribe {
    pub desk: Desk,
    pub repository: TestRepository,
    pub made: Vec<Made>,
    people: Vec<&'static str>,
    kind: Kind,
    seconds: i64,
}

impl Scribe {
    pub fn new(desk: Desk, people: Vec<&'static str>, kind: Kind) -> Self {
        let repository = TestRepository::new();
        Self { desk, repository, made: Vec::new(), people, kind, seconds: FIRST_COMMIT }
    }

    /// All of the history; `main` stands at its end.
    pub fn write(&mut self) {
        let commits = self.desk.random.within(COMMITS);
        let mut tip = self.first();
        while self.made.len() < commits {
            let branches = match self.kind {
                Kind::Merge => self.desk.random.once_in(3),
                Kind::Mixed => self.desk.random.once_in(9),
                _ => false,
            };
            tip = if branches { self.branch(tip) } else { self.step(tip, false) };
        }
        self.repository.stand_at(tip);
    }

    fn first(&mut self) -> Oid {
        self.begin();
        for _ in 0..self.desk.random.within(2..=3) {
            self.desk.add_document();
        }
        self.commit(&[])
    }

    /// A commit of one operation or of several.
    fn step(&mut self, parent: Oid, side: bool) -> Oid {
        self.begin();
        let before = self.files();
        let operations = match self.kind {
            _ if side => 1,
            Kind::Mixed => self.desk.random.within(1..=4),
            Kind::Boilerplate => 1,
            _ => self.desk.random.within(1..=2),
        };
        let mut done = 0;
        for _ in 0..TRIES {
            let own = own(self.kind);
            let from = match () {
                () if side => SIDE,
                () if self.desk.random.once_in(2) => own,
                () => EDITS,
            };
            let operation = self.desk.random.choose(from);
            done += usize::from(operation.is_some_and(|operation| self.operate(operation)));
            // What was done may have been undone, or make no difference.
            if done >= operations && self.files() != before {
                break;
            }
        }
        self.commit(&[parent])
    }

    fn operate(&mut self, operation: Operation) -> bool {
        let desk = &mut self.desk;
        match operation {
            Do::Words => desk.edit_words(),
            Do::Respell => desk.respell(),
            Do::Recast => desk.recast(),
            Do::Sentence => desk.change_sentence(),
            Do::Paragraph => desk.change_paragraph(),
            Do::Item => desk.change_item(),
            Do::Section => desk.random.once_in(2) && desk.add_section(),
            Do::Document => desk.add_document(),
            Do::Restyle => desk.restyle(),
            Do::MoveBlock => desk.move_block(),
            Do::MovePart => desk.move_part(),
            Do::MoveSection => desk.move_section(),
            Do::MoveAcross => desk.move_across().is_some(),
            Do::MoveEdited => desk.move_edited(),
            Do::Split => desk.split(),
            Do::Join => desk.join(),
            Do::Rename => desk.rename(),
            Do::RenameEdited => desk.rename_edited(),
            Do::Copy => desk.copy(),
            Do::Remove => desk.remove(),
            Do::Restore => desk.restore(),
            Do::AddCommon => desk.add_common(),
            Do::DropCommon => desk.drop_common(),
        }
    }

    /// Two branches, worked on in turn, and the commit that merges them.
    fn branch(&mut self, base: Oid) -> Oid {
        let start = self.desk.model.clone();
        let mut sides = [(start.clone(), base), (start.clone(), base)];
        self.desk.branched = true;
        let commits = self.desk.random.within(2..=5);
        for number in 0..commits {
            // Each side has a commit at least.
            let side = usize::from(number == 1 || number > 1 && self.desk.random.once_in(2));
            self.desk.near = changed(&start, &sides[1 - side].0);
            self.desk.model = sides[side].0.clone();
            let made = self.step(sides[side].1, side == 1);
            sides[side] = (self.desk.model.clone(), made);
        }
        let [left, right] = sides;
        self.desk.near.clear();
        self.desk.model = merged(&start, &left.0, &right.0);
        self.begin();
        self.desk.notes.push("merge a branch".to_owned());
        if self.desk.random.once_in(3) {
            self.meddle();
        }
        self.desk.branched = false;
        self.commit(&[left.1, right.1])
    }

    /// Puts a word or two into the merge that neither branch has.
    fn meddle(&mut self) {
        let wanted = self.desk.random.within(1..=2);
        let mut done = 0;
        for _ in 0..TRIES {
            let running = |shape: Shape| matches!(shape, Shape::Paragraph | Shape::List { .. });
            let spot: Option<Spot> = self.desk.spot(|block, _| running(block.shape));
            let Some(spot) = spot.filter(|_| done < wanted) else { continue };
            let has_noun = self.desk.model.sentence(spot).words.iter().any(|word| word.sort.class == Class::Noun);
            let put = if has_noun { self.desk.insert_adjective(spot) } else { self.desk.replace_word(spot) };
            if put {
                done += 1;
                self.desk.note("a word of the merger's", spot.document);
            }
        }
    }

    fn begin(&mut self) {
        let author = self.desk.random.below(self.people.len());
        self.desk.begin(self.made.len(), author);
    }

    /// What the documents are as files.
    fn files(&self) -> BTreeMap<String, String> {
        let documents = self.desk.model.documents.iter();
        documents.map(|document| (document.path.clone(), markdown(document))).collect()
    }

    fn commit(&mut self, parents: &[Oid]) -> Oid {
        let author = self.people[self.desk.author];
        let mail = format!("{}@example.org", author.to_lowercase().replace(' ', "."));
        let hours = i64::try_from(self.desk.random.within(HOURS)).unwrap_or_default();
        self.seconds += 3600 * hours;
        let files = self.files();
        let files: Vec<_> = files.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
        let message = self.desk.notes.join("; ");
        let who = Signature::new(author, &mail, &Time::new(self.seconds, 0)).unwrap();
        let id = self.repository.commit_by(&who, &message, parents, &files);
        self.made.push(Made { id, author: author.to_owned() });
        id
    }
}

/// The paragraphs that a branch has changed.
fn changed(base: &Model, branch: &Model) -> Vec<u32> {
    let mut changed = Vec::new();
    for (document, at) in branch.blocks() {
        let block = &branch.documents[document].blocks[at];
        let old = base.find(block.id).map(|(document, at)| &base.documents[document].blocks[at]);
        if block.shape == Shape::Paragraph && old.is_some_and(|old| old != block) {
            changed.push(block.id);
        }
    }
    changed
}
