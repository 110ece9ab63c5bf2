//! The clauses of one document as a tree, in which citations are looked up.
//!
//! 1. One walk follows the headings and paragraphs that open clauses, and notes where each clause ends;
//! 2. an order by kind and number finds a clause, and the ends bound what stands inside it, so that a citation may skip
//!    levels: «artículo 17, inciso b)» where b) stands in a fraction.

use crate::citations::CitedNumber;
use crate::model::numbering::{in_roman, roman};
use crate::model::{Block, BlockKind, ClauseKind, Designator, Document, Section, Span};
use std::ops::Range;

/// How many clauses with one number are tried as the place of a narrower one: a limit on work.
const MOST_NAMESAKES: usize = 8;

/// How many clauses inside another are looked through: a limit on work.
const MOST_INSIDE: usize = 2_000;

/// The greatest step from one article to the next in a document whose articles are one sequence; some are repealed.
const GREATEST_STEP: u32 = 5;

/// The level at which paragraphs stand below the headings.
const PARAGRAPH: u8 = 7;

/// The kind, number and suffix of a clause, ordered by kind and number. Two suffixes with one hash are taken for one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct ClauseKey(u64);

impl ClauseKey {
    /// The key of a clause.
    #[must_use]
    pub fn new(kind: ClauseKind, number: u32, suffix: Option<&str>) -> Self {
        // FNV-1a; 0 is kept for a number without a suffix.
        let hash = |text: &str| {
            text.bytes().fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193))
        };
        let suffix = suffix.map_or(0, |suffix| hash(suffix).max(1));
        Self((kind as u64) << 56 | u64::from(number.min(0x00ff_ffff)) << 32 | u64::from(suffix))
    }

    /// The number, without its suffix.
    #[must_use]
    pub const fn number(self) -> u32 {
        // The mask leaves 24 bits.
        ((self.0 >> 32) & 0x00ff_ffff) as u32
    }

    /// Whether it is of a kind narrower than an article.
    #[must_use]
    pub const fn is_narrow(self) -> bool {
        self.0 >> 56 >= ClauseKind::Part as u64
    }

    /// Whether it is of a kind.
    #[must_use]
    pub const fn is_of(self, kind: ClauseKind) -> bool {
        self.0 >> 56 == kind as u64
    }
}

impl From<&Designator> for ClauseKey {
    fn from(designator: &Designator) -> Self {
        Self::new(designator.kind, designator.number, designator.suffix.as_deref())
    }
}

impl From<&CitedNumber> for ClauseKey {
    fn from(cited: &CitedNumber) -> Self {
        Self::new(cited.kind, cited.number, cited.suffix.as_deref())
    }
}

/// A clause in its document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Clause {
    /// What it is called.
    pub key: ClauseKey,
    /// Its designation.
    pub place: Span,
    /// The clause that it stands in, by its place in the tree.
    parent: Option<u32>,
    /// Offset at which it ends.
    closes: u32,
}

/// The clauses of a document, in the order of the text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ClauseTree {
    clauses: Box<[Clause]>,
    /// The places of the clauses, ordered by their keys.
    by_key: Box<[u32]>,
    /// Whether the articles are one ascending sequence, as those of one instrument are, and not some of several.
    pub is_in_order: bool,
}

impl ClauseTree {
    /// Reads the clauses of a document.
    #[must_use]
    pub fn of(document: &Document<'_>) -> Self {
        let mut builder = Builder::default();
        builder.blocks(&document.preamble);
        for section in document.all_sections() {
            builder.section(section);
        }
        builder.leave(u32::try_from(document.text.len()).unwrap_or(u32::MAX), |_, _| true);
        let clauses = builder.clauses;
        let mut by_key: Vec<u32> = (0..).take(clauses.len()).collect();
        by_key.sort_by_key(|place| clauses.get(*place as usize).map(|clause| clause.key));
        let is_in_order = is_in_order(&clauses);
        Self { clauses: clauses.into(), by_key: by_key.into(), is_in_order }
    }

    /// How many clauses there are.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.clauses.len()
    }

    /// Whether there are none.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.clauses.is_empty()
    }

    /// A clause by its place in the tree.
    #[must_use]
    pub fn get(&self, place: usize) -> Option<&Clause> {
        self.clauses.get(place)
    }

    /// The offset at which a clause ends.
    #[must_use]
    pub fn end(&self, place: usize) -> u32 {
        self.get(place).map_or(0, |clause| clause.closes)
    }

    /// The places of the clauses inside another.
    #[must_use]
    pub fn inside(&self, place: usize) -> Range<usize> {
        let Some(clause) = self.get(place) else { return 0..0 };
        let end = self.clauses.partition_point(|other| other.place.start < clause.closes);
        place + 1..end.max(place + 1)
    }

    /// The places of the clauses that begin in a part of the text.
    #[must_use]
    pub fn within(&self, span: Span) -> Range<usize> {
        let start = self.clauses.partition_point(|clause| clause.place.start < span.start);
        start..self.clauses.partition_point(|clause| clause.place.start < span.end).max(start)
    }

    /// The first clause with a path, the widest first, among the given places; levels may be left out.
    #[must_use]
    pub fn find(&self, among: Range<usize>, path: &[ClauseKey]) -> Option<usize> {
        let (first, rest) = path.split_first()?;
        let named = self.equal_range(*first, *first);
        let start = named.partition_point(|place| (*place as usize) < among.start);
        let candidates = named.get(start..)?.iter().map(|place| *place as usize);
        candidates
            .take(MOST_NAMESAKES)
            .take_while(|place| *place < among.end)
            .find_map(|place| if rest.is_empty() { Some(place) } else { self.find(self.inside(place), rest) })
    }

    /// Whether a path is found anywhere in the document.
    #[must_use]
    pub fn has(&self, path: &[ClauseKey]) -> bool {
        self.find(0..self.len(), path).is_some()
    }

    /// The places of all clauses of a kind, in the order of their numbers.
    #[must_use]
    pub fn of_kind(&self, kind: ClauseKind) -> &[u32] {
        let first = ClauseKey::new(kind, 0, None);
        self.equal_range(first, ClauseKey(first.0 | u64::MAX >> 8))
    }

    /// The clause of a kind whose number is nearest to a number.
    #[must_use]
    pub fn nearest(&self, kind: ClauseKind, number: u32) -> Option<&Clause> {
        let known = self.of_kind(kind);
        let clause = |place: usize| known.get(place).and_then(|place| self.get(*place as usize));
        let after =
            known.partition_point(|place| self.get(*place as usize).is_some_and(|clause| clause.key.number() < number));
        let near = [after.checked_sub(1).and_then(clause), clause(after)];
        near.into_iter().flatten().min_by_key(|clause| clause.key.number().abs_diff(number))
    }

    /// The clause of a kind with the greatest number inside another.
    #[must_use]
    pub fn last_inside(&self, place: usize, kind: ClauseKind) -> Option<&Clause> {
        let clauses = self.clauses.get(self.inside(place))?.iter().take(MOST_INSIDE);
        clauses.filter(|clause| clause.key.is_of(kind)).max_by_key(|clause| clause.key)
    }

    /// The innermost clause that an offset of the text stands in.
    #[must_use]
    pub fn at(&self, offset: u32) -> Option<usize> {
        let mut place = self.clauses.partition_point(|clause| clause.place.start <= offset).checked_sub(1)?;
        loop {
            let clause = self.get(place)?;
            if clause.closes > offset {
                return Some(place);
            }
            place = clause.parent? as usize;
        }
    }

    /// A clause and those that it stands in, the innermost first.
    pub fn ancestors(&self, place: usize) -> impl Iterator<Item = (usize, &Clause)> {
        let first = self.get(place).map(|clause| (place, clause));
        std::iter::successors(first, |(_, clause)| {
            let parent = clause.parent? as usize;
            Some((parent, self.get(parent)?))
        })
    }

    /// The clause of the same kind that stands before or after one; a clause narrower than an article has its neighbours
    /// in the same clause.
    #[must_use]
    pub fn neighbour(&self, place: usize, kind: ClauseKind, before: bool) -> Option<&Clause> {
        let own = self.get(place)?;
        let fits =
            |clause: &&Clause| clause.key.is_of(kind) && (kind < ClauseKind::Part || clause.parent == own.parent);
        if before {
            self.clauses.get(..place)?.iter().rev().take(MOST_INSIDE).find(fits)
        } else {
            self.clauses.get(place + 1..)?.iter().take(MOST_INSIDE).find(fits)
        }
    }

    fn equal_range(&self, first: ClauseKey, last: ClauseKey) -> &[u32] {
        let key = |place: &u32| self.clauses.get(*place as usize).map(|clause| clause.key);
        let start = self.by_key.partition_point(|place| key(place) < Some(first));
        let end = self.by_key.partition_point(|place| key(place) <= Some(last));
        self.by_key.get(start..end).unwrap_or(&[])
    }
}

/// Whether articles follow each other in one ascending sequence.
fn is_in_order(clauses: &[Clause]) -> bool {
    let mut numbers =
        clauses.iter().filter(|clause| clause.key.is_of(ClauseKind::Article)).map(|clause| clause.key.number());
    let Some(first) = numbers.next() else { return true };
    let mut last = first;
    numbers.all(|number| {
        let follows = (last..=last.saturating_add(GREATEST_STEP)).contains(&number);
        last = number;
        follows
    })
}

/// Follows the clauses through the text.
#[derive(Default)]
struct Builder {
    clauses: Vec<Clause>,
    /// The open clauses, each with the level of the heading that opened it.
    open: Vec<(u8, ClauseKind, u32)>,
}

impl Builder {
    fn section(&mut self, section: &Section<'_>) {
        let level = section.heading.level;
        self.leave(section.heading.span.start, |opened, _| opened >= level);
        if let Some(designator) = &section.heading.designator {
            self.enter(level, designator);
        }
        self.blocks(&section.blocks);
    }

    fn blocks(&mut self, blocks: &[Block<'_>]) {
        for block in blocks {
            match &block.kind {
                BlockKind::Paragraph { designator: Some(designator), .. } => self.enter(PARAGRAPH, designator),
                BlockKind::List { items, .. } => {
                    for item in items {
                        self.blocks(&item.blocks);
                    }
                }
                _ => {}
            }
        }
    }

    fn enter(&mut self, level: u8, designator: &Designator) {
        self.leave(designator.span.start, |_, kind| kind >= designator.kind);
        let parent = self.open.last().map(|(_, _, place)| *place);
        let Ok(place) = u32::try_from(self.clauses.len()) else { return };
        self.open.push((level, designator.kind, place));
        self.clauses.push(Clause { key: designator.into(), place: designator.span, parent, closes: u32::MAX });
    }

    /// Closes the innermost clauses for as long as they end here.
    fn leave(&mut self, offset: u32, ends: impl Fn(u8, ClauseKind) -> bool) {
        while let Some((_, _, place)) = self.open.pop_if(|(level, kind, _)| ends(*level, *kind)) {
            if let Some(clause) = self.clauses.get_mut(place as usize) {
                clause.closes = offset;
            }
        }
    }
}

/// A number as clauses of a kind have it, written like another: in figures, Roman, or as a letter.
#[must_use]
pub fn numeral(kind: ClauseKind, number: u32, like: &str) -> String {
    let is_letter = like.len() == 1 && like.bytes().all(|byte| byte.is_ascii_alphabetic());
    let is_roman = roman(like).is_some();
    let letter = || u8::try_from(number).ok().filter(|number| (1..=26).contains(number)).map(|number| number - 1);
    let written = match kind {
        ClauseKind::Fraction => Some(in_roman(number)),
        ClauseKind::Item => letter().map(|letter| char::from(b'a' + letter).to_string()),
        ClauseKind::Part => letter().map(|letter| char::from(b'A' + letter).to_string()),
        ClauseKind::Annex if is_letter && !matches!(like, "I" | "V" | "X") => {
            letter().map(|letter| char::from(b'A' + letter).to_string())
        }
        ClauseKind::Article | ClauseKind::Numeral | ClauseKind::Transitory => None,
        _ if is_roman => Some(in_roman(number)),
        _ => None,
    };
    written.unwrap_or_else(|| number.to_string())
}

/// The name of a kind of clause as messages choose between.
#[must_use]
pub const fn kind_name(kind: ClauseKind) -> &'static str {
    match kind {
        ClauseKind::Annex => "annex",
        ClauseKind::Book => "book",
        ClauseKind::Title => "title",
        ClauseKind::Chapter => "chapter",
        ClauseKind::Section => "section",
        ClauseKind::Article => "article",
        ClauseKind::Transitory => "transitory",
        ClauseKind::Part => "part",
        ClauseKind::Fraction => "fraction",
        ClauseKind::Item => "item",
        ClauseKind::Numeral => "numeral",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{DocumentPath, Slugger};
    use crate::parse;

    fn tree(text: &str) -> ClauseTree {
        let path = DocumentPath::new("a.md").unwrap();
        ClauseTree::of(&parse::document(path, text, Slugger::default()))
    }

    fn key(kind: ClauseKind, number: u32) -> ClauseKey {
        ClauseKey::new(kind, number, None)
    }

    const TEXT: &str = "# Capítulo I\n\n## Artículo 1. Uno\n\nI. Uno:\n\na) A;\n\nb) B, y\n\nII. Dos.\n\n## Artículo 2 Bis\n\n\
        I. Uno.\n\n# Final\n\nTexto.\n";

    #[test]
    fn paths_are_found_with_and_without_their_middle() {
        use ClauseKind::{Article, Chapter, Fraction, Item};
        let tree = tree(TEXT);
        assert!(tree.has(&[key(Article, 1), key(Fraction, 1), key(Item, 2)]));
        assert!(tree.has(&[key(Chapter, 1), key(Item, 2)]));
        assert!(!tree.has(&[key(Article, 1), key(Fraction, 2), key(Item, 2)]));
        assert!(!tree.has(&[key(Article, 2)]));
        let bis = ClauseKey::new(Article, 2, Some("bis"));
        assert!(tree.has(&[bis, key(Fraction, 1)]));
        assert!(!tree.has(&[bis, key(Fraction, 2)]));
        assert!(!tree.has(&[]));
    }

    #[test]
    fn a_place_in_the_text_is_inside_what_is_still_open() {
        use ClauseKind::{Article, Chapter, Fraction, Item};
        let tree = tree(TEXT);
        let kinds = |needle: &str| {
            let offset = u32::try_from(TEXT.find(needle).unwrap()).unwrap();
            let place = tree.at(offset);
            place.map(|place| tree.ancestors(place).map(|(_, clause)| clause.key).collect::<Vec<_>>())
        };
        assert_eq!(kinds("B, y"), Some(vec![key(Item, 2), key(Fraction, 1), key(Article, 1), key(Chapter, 1)]));
        assert_eq!(kinds("Dos."), Some(vec![key(Fraction, 2), key(Article, 1), key(Chapter, 1)]));
        assert_eq!(kinds("Texto."), None, "a heading of the same level closes the chapter");
    }

    #[test]
    fn the_nearest_and_the_last_number_are_known() {
        use ClauseKind::{Annex, Article, Fraction};
        let tree = tree(TEXT);
        assert_eq!(tree.nearest(Article, 99).map(|clause| clause.key.number()), Some(2));
        assert_eq!(tree.nearest(Annex, 1), None);
        let article = tree.find(0..tree.len(), &[key(Article, 1)]).unwrap();
        assert_eq!(tree.last_inside(article, Fraction).map(|clause| clause.key.number()), Some(2));
    }

    #[test]
    fn articles_of_several_instruments_are_no_sequence() {
        let articles = |numbers: &[u32]| {
            let headings: Vec<_> = numbers.iter().map(|number| format!("# Artículo {number}\n\nA.\n\n")).collect();
            tree(&headings.concat()).is_in_order
        };
        assert!(articles(&[]) && articles(&[7]) && articles(&[1, 2, 2, 5]));
        assert!(!articles(&[1, 5, 2]) && !articles(&[1, 2, 55]));
    }
}
