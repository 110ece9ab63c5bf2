//! Finds the citations of clauses in running text: «artículo 14, fracción III», “Annex C”.
//!
//! 1. `names` finds the words that name a kind of clause, by their first bytes, for most text has none;
//! 2. `numbers` reads the number that follows in any form: `9o.`, `81 Bis`, `III`, `b)`, `Tercero`;
//! 3. `series` reads lists, ranges and what narrows them («artículos 5, fracción I, y 9 a 12»), `chain` puts the narrow
//!    before the wide («inciso b) de la fracción III del artículo 14») in order, `relative` reads «artículo anterior» and
//!    `transitory` «Tercero transitorio»;
//! 4. `designation` leaves out what opens a clause in a line of its own, `Artículo 5.- …`, where the model has none;
//! 5. `instrument` decides whose clause it is, from what follows («de la Ley General»), and `mentions` from what was named
//!    before.
//!
//! The forms are those of Mexican drafting practice, of their English translations, and of the laws of other countries
//! where they do not contradict. What cannot be told is [`Instrument::Unsure`]: silence is better than a false alarm.

mod chain;
mod designation;
mod instrument;
mod mentions;
mod names;
mod numbers;
mod relative;
mod series;
#[cfg(test)]
mod tests;
mod transitory;
mod words;

use crate::model::{ClauseKind, Inline, InlineKind, Language, Passage, Setting};
use chain::Chain;
use mentions::Mentions;
use names::Tongues;
use std::ops::Range;

/// One citation, of one clause or of several.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Citation {
    /// The whole citation in the passage's visible text: «artículo 14, fracción III, inciso b)».
    pub range: Range<usize>,
    /// What is cited.
    pub target: Target,
    /// Whose clauses they are.
    pub instrument: Instrument,
}

/// What a citation points to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// Clauses by their numbers; at least one.
    Clauses(Vec<CitedClause>),
    /// A clause by its place: «artículo anterior», “next section”, «este artículo».
    Relative {
        /// The kind of clause; `None` for a paragraph («párrafo anterior»).
        kind: Option<ClauseKind>,
        /// Where it stands, seen from the citation.
        direction: Direction,
        /// What is cited inside it: «fracción II» of «fracción II del artículo anterior».
        within: Vec<CitedClause>,
    },
}

/// Where a clause stands, seen from the one that cites it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// Before it: «anterior», “preceding”.
    Before,
    /// It is the clause itself: «este», «el presente», “this”.
    Here,
    /// After it: «siguiente», “next”.
    After,
}

/// One cited clause, or a range of clauses that differ in their last number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CitedClause {
    /// Its numbers, the widest first. Where it begins with a fraction, an item or a numeral, it is a clause of the one that
    /// the citation stands in. A number that the model has no clause for (`31.4`, `ii`) is left out, with all inside it.
    pub path: Vec<CitedNumber>,
    /// The end of a range, which begins at the last number of `path`: VI of «fracciones I a VI».
    pub through: Option<CitedNumber>,
}

/// The number of a cited clause.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CitedNumber {
    /// The kind of clause, by the name it is cited with and the form of its number: «inciso 3» is a numeral.
    pub kind: ClauseKind,
    /// Its number, as in [`Designator`](crate::model::Designator).
    pub number: u32,
    /// Its suffix, as in [`Designator`](crate::model::Designator): `bis`, `a`.
    pub suffix: Option<String>,
    /// The number with its suffix in the visible text, without brackets and quotation marks; the full stop of `9o.` is in
    /// it unless it ends the sentence.
    pub range: Range<usize>,
}

/// Whose clauses a citation means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Instrument {
    /// The text's own, as no other is named.
    Own,
    /// The text's own, as it says: «de esta Política», “of this article”.
    Stated,
    /// Another text's: «de la Ley General de Archivos», «constitucional», “of the GDPR”.
    Other,
    /// It cannot be told: «de la Ley», or another text was named before.
    Unsure,
}

impl Instrument {
    /// Whether the cited clauses are the text's own, so that they can be looked up in it.
    #[must_use]
    pub fn is_own(self) -> bool {
        matches!(self, Self::Own | Self::Stated)
    }
}

impl Citation {
    /// The target of the link that the citation begins in; `passage` is the one it was found in.
    #[must_use]
    pub fn link<'a>(&self, passage: &Passage<'a>) -> Option<&'a str> {
        link_at(passage, passage.text.span(self.range.clone()).start)
    }
}

/// The target of the link that stands at an offset of the source in a passage.
#[must_use]
pub fn link_at<'a>(passage: &Passage<'a>, start: u32) -> Option<&'a str> {
    let mut inlines: &'a [Inline<'a>] = passage.inlines;
    loop {
        let inline = inlines.get(inlines.partition_point(|inline| inline.span.end <= start))?;
        if let InlineKind::Link { target, .. } = &inline.kind {
            return (inline.span.start <= start).then_some(target);
        }
        inlines = inline.children();
    }
}

/// Reads the passages of one document in their order, so that what a table's row or the beginning of a list names is known
/// in the cells and items that follow.
#[derive(Clone, Debug)]
pub struct Reader {
    tongues: Tongues,
    /// Whether an earlier cell of the row, or the head of the table's first column, names another text.
    row: bool,
    /// The columns whose head names another text, by bits; those beyond the last bit are not kept.
    columns: u64,
    /// Whether the paragraph that a list follows («Conforme a la Ley General:») names another text.
    list: bool,
}

impl Reader {
    /// Begins a document in a language; without one, Spanish and English citations are found, in others none.
    #[must_use]
    pub fn new(language: Option<&Language>) -> Self {
        Self { tongues: Tongues::of(language), row: false, columns: 0, list: false }
    }

    /// Every citation in a passage, in order. The designation that opens the passage is none.
    #[must_use]
    pub fn read(&mut self, passage: &Passage<'_>) -> Vec<Citation> {
        let text = passage.text.as_str();
        let mut mentions = Mentions::new(text, self.named_around(passage));
        let mut citations = read_text(text, opening(passage), self.tongues, &mut mentions);
        citations.retain(|citation| !designation::is_one(citation, passage));
        self.follow(passage, &mut mentions);
        citations
    }

    /// Whether what a passage stands in names another text.
    fn named_around(&mut self, passage: &Passage<'_>) -> bool {
        match passage.setting {
            Setting::Cell { column, head } => {
                if head && column == 0 {
                    self.columns = 0;
                }
                if column == 0 {
                    self.row = false;
                }
                self.row || (!head && column_bit(column) & self.columns != 0)
            }
            Setting::Paragraph => {
                self.list &= passage.list_depth > 0 || passage.designator.is_some();
                self.list
            }
            Setting::Heading | Setting::Term => {
                self.list = false;
                false
            }
        }
    }

    /// Keeps what the passage names for those that follow.
    fn follow(&mut self, passage: &Passage<'_>, mentions: &mut Mentions<'_>) {
        match passage.setting {
            Setting::Cell { column, head: true } => {
                if mentions.anywhere() {
                    self.columns |= column_bit(column);
                }
            }
            Setting::Cell { .. } => self.row |= mentions.anywhere(),
            Setting::Paragraph => {
                if passage.text.as_str().trim_end().ends_with(':') {
                    self.list |= mentions.anywhere();
                }
            }
            Setting::Heading | Setting::Term => {}
        }
    }
}

/// The bit of a column; none for columns beyond the last.
fn column_bit(column: usize) -> u64 {
    u32::try_from(column).ok().and_then(|column| 1_u64.checked_shl(column)).unwrap_or(0)
}

/// Where the text of a passage begins, after the designation that opens it; a link is a reference and opens nothing.
fn opening(passage: &Passage<'_>) -> usize {
    let text = passage.text.as_str();
    let start = text.len() - text.trim_start().len();
    let label = passage.designator.map_or("", |designator| designator.label.as_str());
    let linked = matches!(passage.inlines.first(), Some(Inline { kind: InlineKind::Link { .. }, .. }));
    let in_paragraph = linked && passage.setting != Setting::Heading;
    if in_paragraph || !text[start..].starts_with(label) { start } else { start + label.len() }
}

/// The citations of a text from `start` on.
fn read_text(text: &str, start: usize, tongues: Tongues, mentions: &mut Mentions<'_>) -> Vec<Citation> {
    let mut citations: Vec<Citation> = Vec::new();
    let mut reached = start;
    while let Some((begin, end, name)) = names::next(text, reached, tongues) {
        let Some(chain) = Chain::read(text, begin..end, name, reached, tongues) else {
            reached = end;
            continue;
        };
        reached = chain.range.end.max(end);
        let instrument = instrument::of(text, &chain, mentions);
        if let Some(before) = citations.last_mut()
            && before.instrument == Instrument::Own
            && !instrument.is_own()
            && words::only_joins(text, before.range.end..chain.range.start)
        {
            // «El artículo 5 y el artículo 9 de la Ley»: the law may be meant for both.
            before.instrument = Instrument::Unsure;
        }
        if instrument == Instrument::Other {
            mentions.note();
        }
        citations.push(Citation { range: chain.range, target: chain.target, instrument });
    }
    citations
}
