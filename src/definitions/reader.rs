//! Reads the definitions of a document, passage by passage.
//!
//! 1. a section titled «Definiciones» or «Glosario», an introduction («se entenderá por:») or the head of a table opens a
//!    zone of definitions;
//! 2. in a zone, each clause, item, row, paragraph or entry of a definition list shaped as one is a definition;
//! 3. a zone ends with its section, an introduction with the first passage that is no clause, item or entry;
//! 4. outside, and after the first term of an entry, what is defined in passing is found.

use super::entry::{self, Entry};
use super::inline::{self, Cues, Mention};
use super::introduction::{Topic, introduces, table_topic, topic};
use super::{Definition, DefinitionKind};
use crate::model::{ClauseKind, Passage, Setting, Span};
use std::ops::Range;
use unicode_normalization::UnicodeNormalization;

/// Most definitions that are kept of one document.
const MOST_DEFINITIONS: usize = 5_000;

/// Reads passages in the order of the text, and keeps what they define.
#[derive(Debug)]
pub struct Reader {
    definitions: Vec<Definition>,
    /// The section whose title announces definitions: what kind, and its level.
    zone: Option<(Topic, u8)>,
    /// Whether an undefining subsection with a designation of its own interrupts the zone.
    interrupted: bool,
    /// The introduction that the present passages follow.
    introduced: Option<Introduced>,
    /// The table that is being read.
    table: Table,
    /// The term that the next passages define: of a definition list, or a heading of a glossary.
    open: Option<Open>,
    mentions: Vec<Mention>,
    cues: Cues,
}

/// An introduction, «se entenderá por:».
#[derive(Clone, Copy, Debug)]
struct Introduced {
    /// Whether it holds for a part of the text only.
    local: bool,
    /// How many lists the introduction itself stands in.
    depth: usize,
    /// The kind of the first clause after it, which ends the entries where a wider one comes.
    clause: Option<ClauseKind>,
    /// Whether items of a list came after it.
    listed: bool,
}

/// A term whose meaning stands in the passages after it.
#[derive(Clone, Copy, Debug)]
enum Open {
    /// A term of a definition list: the next paragraph.
    Entry(usize),
    /// The title of a section: all paragraphs under it.
    Section(usize),
}

/// A table, as far as it is read.
#[derive(Debug, Default)]
enum Table {
    /// None, or one that defines nothing.
    #[default]
    None,
    /// The title of its first column.
    Head(String),
    /// One that defines, with the term of the present row.
    Glossary(Topic, Option<Box<Definition>>),
}

impl Reader {
    /// A reader of a document with this text.
    #[must_use]
    pub fn new(text: &str) -> Self {
        Self {
            definitions: Vec::new(),
            zone: None,
            interrupted: false,
            introduced: None,
            table: Table::default(),
            open: None,
            mentions: Vec::new(),
            cues: Cues::of(text),
        }
    }

    /// Reads one passage.
    pub fn read(&mut self, passage: &Passage<'_>) {
        if self.definitions.len() >= MOST_DEFINITIONS {
            return;
        }
        match passage.setting {
            Setting::Heading => self.heading(passage),
            Setting::Cell { column, head } => self.cell(passage, column, head),
            Setting::Term => self.term(passage),
            Setting::Paragraph => self.paragraph(passage),
        }
    }

    /// What was read, in the order of the text.
    #[must_use]
    pub fn finish(mut self) -> Vec<Definition> {
        self.definitions.retain(|definition| definition.kind == DefinitionKind::Inline || definition.meaning.is_some());
        self.definitions
    }

    fn heading(&mut self, passage: &Passage<'_>) {
        (self.table, self.introduced, self.open) = (Table::None, None, None);
        let Some(section) = passage.section.filter(|section| section.heading.span == passage.span) else { return };
        let level = section.heading.level;
        let title = passage.text.as_str();
        if let Some(topic) = topic(title) {
            (self.zone, self.interrupted) = (Some((topic, level)), false);
            return;
        }
        let Some((topic, zone_level)) = self.zone else { return };
        if level <= zone_level {
            self.zone = None;
            return;
        }
        self.interrupted = passage.designator.is_some();
        let is_term =
            topic == Topic::Glossary && !self.interrupted && !title.contains(['.', ':', '?', ';', '\u{fffc}']);
        if is_term && level == zone_level + 1 && title.split(' ').count() <= 6 {
            let length = title.trim_end().len();
            let start = length - title.trim_end().trim_start().len();
            self.add(passage, start..length, None, DefinitionKind::Formal);
            self.open = Some(Open::Section(self.definitions.len() - 1));
        }
    }

    fn term(&mut self, passage: &Passage<'_>) {
        self.table = Table::None;
        let text = passage.text.as_str();
        let term = entry::trimmed(text, 0..text.len());
        self.open = None;
        if !passage.quoted
            && let Some(found) = entry::names(text, term, 0..0)
        {
            let kind = match self.topic() {
                Some(Topic::Acronyms) => DefinitionKind::Acronym,
                None if self.introduced.is_none() => DefinitionKind::Inline,
                _ => DefinitionKind::Formal,
            };
            self.add_entry(passage, &found, None, kind);
            self.open = Some(Open::Entry(self.definitions.len() - 1));
        }
    }

    /// What the section that the passage stands in defines.
    fn topic(&self) -> Option<Topic> {
        self.zone.filter(|_| !self.interrupted).map(|(topic, _)| topic)
    }

    fn paragraph(&mut self, passage: &Passage<'_>) {
        self.table = Table::None;
        if passage.quoted {
            return;
        }
        let described = self.open;
        if let Some(open) = described {
            self.extend(open, passage);
        }
        let text = passage.text.as_str();
        let announced = self.follows_introduction(passage);
        let topic = self.topic();
        let mut mentioned_from = 0;
        if (announced || topic.is_some())
            && described.is_none()
            && let Some(found) = entry::read(passage, announced)
        {
            let kind = match topic {
                Some(Topic::Acronyms) => DefinitionKind::Acronym,
                _ => DefinitionKind::Formal,
            };
            mentioned_from = found.meaning.start;
            self.add_entry(passage, &found, Some(&found.meaning), kind);
        } else if self.introduced.is_some() && !announced {
            self.introduced = None;
        }
        if let Some(local) = introduces(text) {
            self.introduced = Some(Introduced { local, depth: passage.list_depth, clause: None, listed: false });
        }
        self.mentions(passage, mentioned_from);
    }

    /// Whether a passage is a clause, an item or an entry that the introduction announces.
    fn follows_introduction(&mut self, passage: &Passage<'_>) -> bool {
        let Some(introduced) = &mut self.introduced else { return false };
        match passage.designator {
            Some(designator) => {
                let first = *introduced.clause.get_or_insert(designator.kind);
                designator.kind >= first && designator.kind > ClauseKind::Transitory
            }
            None if passage.list_depth > introduced.depth => {
                introduced.listed = true;
                true
            }
            None => introduced.clause.is_none() && !introduced.listed && entry::read(passage, false).is_some(),
        }
    }

    fn cell(&mut self, passage: &Passage<'_>, column: usize, head: bool) {
        (self.introduced, self.open) = (None, None);
        let text = passage.text.as_str();
        match (&mut self.table, head, column) {
            (table, true, 0) => *table = Table::Head(text.to_owned()),
            (table @ Table::Head(_), true, 1) => {
                let Table::Head(first) = &*table else { return };
                *table = table_topic(first, text).map_or(Table::None, |topic| Table::Glossary(topic, None));
            }
            (Table::Glossary(topic, row), false, 0) => {
                let kind = if *topic == Topic::Acronyms { DefinitionKind::Acronym } else { DefinitionKind::Formal };
                let term = entry::trimmed(text, 0..text.len());
                *row = entry::names(text, term, 0..0).map(|found| {
                    let mut term = definition(passage, found.names[0].clone(), None, kind);
                    term.acronym = found.acronym.map(|acronym| text[acronym].to_owned());
                    Box::new(term)
                });
            }
            (Table::Glossary(_, row), false, 1) => {
                if let Some(mut term) = row.take() {
                    term.meaning = Some(passage.text.span(0..text.len()));
                    term.extent = term.extent.cover(passage.span);
                    self.definitions.push(*term);
                }
            }
            _ => {}
        }
    }

    /// Takes a passage for the meaning of the term before it.
    fn extend(&mut self, open: Open, passage: &Passage<'_>) {
        let place = match open {
            Open::Entry(place) => {
                self.open = None;
                place
            }
            Open::Section(place) => place,
        };
        let Some(definition) = self.definitions.get_mut(place) else { return };
        let span = passage.text.span(0..passage.text.as_str().len());
        definition.meaning = Some(definition.meaning.map_or(span, |meaning| meaning.cover(span)));
        definition.extent = definition.extent.cover(passage.span);
    }

    /// Finds what the passage defines in passing, from an offset on.
    fn mentions(&mut self, passage: &Passage<'_>, from: usize) {
        let text = passage.text.as_str();
        let mut mentions = std::mem::take(&mut self.mentions);
        mentions.clear();
        inline::find(text, self.cues.stand_in(passage.span), &mut mentions);
        inline::emphasised(passage, &mut mentions);
        for mention in mentions.drain(..) {
            if mention.term.start >= from {
                self.add(passage, mention.term, mention.meaning, DefinitionKind::Inline);
            }
        }
        self.mentions = mentions;
    }

    fn add_entry(
        &mut self,
        passage: &Passage<'_>,
        entry: &Entry,
        meaning: Option<&Range<usize>>,
        kind: DefinitionKind,
    ) {
        // Of several names for the same, none can be asked to be used.
        let kind = if entry.names.len() > 1 && kind == DefinitionKind::Formal { DefinitionKind::Inline } else { kind };
        for name in &entry.names {
            self.add(passage, name.clone(), meaning.cloned(), kind);
            if let (Some(acronym), Some(definition)) = (&entry.acronym, self.definitions.last_mut()) {
                definition.acronym = Some(passage.text.as_str()[acronym.clone()].nfc().collect());
            }
        }
    }

    fn add(&mut self, passage: &Passage<'_>, term: Range<usize>, meaning: Option<Range<usize>>, kind: DefinitionKind) {
        let mut definition = definition(passage, term, meaning, kind);
        definition.local = self.introduced.is_some_and(|introduced| introduced.local);
        self.definitions.push(definition);
    }
}

fn definition(
    passage: &Passage<'_>,
    term: Range<usize>,
    meaning: Option<Range<usize>>,
    kind: DefinitionKind,
) -> Definition {
    let written = &passage.text.as_str()[term.clone()];
    let bare = super::words::without_article(written);
    let term = term.end - bare.len()..term.end;
    let span: Span = passage.text.span(term);
    Definition {
        term: bare.nfc().collect(),
        acronym: None,
        span,
        meaning: meaning.map(|meaning| passage.text.span(meaning)),
        extent: passage.span,
        kind,
        local: false,
    }
}

#[cfg(test)]
mod tests;
