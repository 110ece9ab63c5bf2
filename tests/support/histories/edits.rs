//! Edits of words, sentences, paragraphs, list items and rows.
//!
//! A word that is put in differs from those beside which it is put, and one that is taken out from those that close the
//! gap: otherwise it could as well be the neighbour that is new, or gone.

use super::desk::Desk;
use super::model::{Block, Class, Mark, Shape, Spot, Word};
use super::prose::capitalized;
use std::ops::Range;

/// Words of a sentence of which some are taken out, at least.
const LONG: usize = 9;

/// Words of a document from which paragraphs are taken out, at least.
const AMPLE: usize = 220;

/// Words on either side from which one that is put in differs.
const NEAR: usize = 4;

fn is_running(block: &Block) -> bool {
    matches!(block.shape, Shape::Paragraph | Shape::List { .. })
}

impl Desk {
    /// One to three sentences with one to three edits each, in one file or in several.
    pub fn edit_words(&mut self) -> bool {
        let mut done = false;
        for _ in 0..self.random.within(1..=3) {
            let any = |block: &Block, spot: Spot| {
                is_running(block) || block.is_heading() || block.shape == Shape::Table && spot.item > 0
            };
            let running = |block: &Block, _: Spot| is_running(block);
            let spot = if self.random.once_in(6) { self.spot(any) } else { self.spot(running) };
            let Some(spot) = spot else { continue };
            let edits = self.random.within(1..=3);
            let edited = (0..edits).filter(|_| self.edit_word(spot)).count();
            if edited > 0 {
                self.note("edit words", spot.document);
                done = true;
            }
        }
        done
    }

    /// One edit in a sentence.
    pub fn edit_word(&mut self, spot: Spot) -> bool {
        let running = is_running(self.model.block(spot));
        match self.random.below(14) {
            0..=1 if running => self.insert_limit(spot),
            2..=3 if running => self.insert_adjective(spot),
            4..=6 if running => self.delete_words(spot),
            _ => self.replace_word(spot),
        }
    }

    pub fn replace_word(&mut self, spot: Spot) -> bool {
        let commit = self.commit;
        let words = self.model.sentence(spot).words.clone();
        let old: Vec<usize> = (0..words.len()).filter(|at| words[*at].commit != commit).collect();
        let Some(at) = self.random.choose(&old) else { return false };
        let Some(new) = self.prose.other(&mut self.random, &words[at], commit) else { return false };
        let near = &words[at.saturating_sub(NEAR)..words.len().min(at + NEAR + 1)];
        if near.iter().any(|word| word.text.to_lowercase() == new.text.to_lowercase()) {
            return false;
        }
        self.model.sentence(spot).words[at] = new;
        true
    }

    pub fn insert_adjective(&mut self, spot: Spot) -> bool {
        let words = self.model.sentence(spot).words.clone();
        let nouns: Vec<usize> = (1..words.len()).filter(|at| words[*at].sort.class == Class::Noun).collect();
        let Some(noun) = self.random.choose(&nouns) else { return false };
        let adjective = self.prose.adjective(&mut self.random, words[noun].sort, self.commit);
        let at = if self.prose.lexicon.spanish { noun + 1 } else { noun };
        self.insert(spot, at, vec![adjective])
    }

    fn insert_limit(&mut self, spot: Spot) -> bool {
        let words = &self.model.sentence(spot).words;
        let nouns: Vec<usize> = (1..words.len()).filter(|at| words[*at].sort.class == Class::Noun).collect();
        let Some(noun) = self.random.choose(&nouns) else { return false };
        let phrase = self.prose.limit(&mut self.random, self.commit);
        self.insert(spot, noun + 1, phrase)
    }

    /// Puts words in before the one at a place, not at the beginning.
    fn insert(&mut self, spot: Spot, at: usize, mut put: Vec<Word>) -> bool {
        let words = &mut self.model.sentence(spot).words;
        let is = |word: &Word, other: &Word| word.text.to_lowercase() == other.text.to_lowercase();
        let (before, after) = (&words[at.saturating_sub(NEAR)..at], &words[at..words.len().min(at + NEAR)]);
        let (Some(first), Some(last)) = (put.first(), put.last()) else { return false };
        let slides = before.iter().any(|word| is(word, first) || is(word, last))
            || after.iter().any(|word| is(word, first) || is(word, last));
        if at == 0 || slides {
            return false;
        }
        let (left, right) = (words[at - 1].mark, words.get(at).map_or(Mark::None, |word| word.mark));
        if left == right {
            for word in &mut put {
                word.mark = left;
            }
        }
        if let Some(last) = put.last_mut() {
            last.after = std::mem::take(&mut words[at - 1].after);
        }
        drop(words.splice(at..at, put));
        true
    }

    /// Takes out one to five words that are not the first and not the last.
    fn delete_words(&mut self, spot: Spot) -> bool {
        let length = self.random.within(1..=5);
        let words = &mut self.model.sentence(spot).words;
        if words.len() < LONG + length {
            return false;
        }
        let first = self.random.within(1..=words.len() - length - 1);
        let gone = first..first + length;
        let keeps_place = self.is_told_apart(spot, gone.clone());
        if keeps_place {
            self.model.sentence(spot).words.drain(gone);
        }
        keeps_place
    }

    /// Whether these words cannot be taken for those one place before or after.
    fn is_told_apart(&mut self, spot: Spot, gone: Range<usize>) -> bool {
        let words = &self.model.sentence(spot).words;
        let lower = |at: usize| words.get(at).map(|word| word.text.to_lowercase());
        lower(gone.start) != lower(gone.end) && lower(gone.start - 1) != lower(gone.end - 1)
    }

    /// Changes the first letter to a capital or back, or doubles a letter, or mends that.
    pub fn respell(&mut self) -> bool {
        let Some(spot) = self.spot(|block, _| is_running(block)) else { return false };
        let commit = self.commit;
        let words = &mut self.model.sentence(spot).words;
        let fits = |at: &usize| words[*at].text.chars().count() >= 5 && words[*at].commit != commit;
        let places: Vec<usize> = (1..words.len()).filter(fits).collect();
        let Some(at) = self.random.choose(&places) else { return false };
        let text = &words[at].text;
        let lower = text.to_lowercase();
        let respelt = if *text != lower {
            lower
        } else if self.random.once_in(2) {
            capitalized(text)
        } else {
            let middle: Vec<char> = text.chars().collect();
            let place = self.random.within(2..=middle.len() - 2);
            let char = middle[place];
            // Twice the same letter is a slip of the pen, and what mends one.
            let (start, mut end) = (&middle[..=place], &middle[place + 1..]);
            if end.first() == Some(&char) {
                end = &end[1..];
                start.iter().chain(end).collect()
            } else {
                start.iter().chain([&char]).chain(end).collect()
            }
        };
        let words = &mut self.model.sentence(spot).words;
        words[at] = Word { text: respelt, commit, ..words[at].clone() };
        self.note("respell a word", spot.document);
        true
    }

    /// Replaces up to half of the words of a sentence; the others stay in order. Content words are among those that stay:
    /// where there are none, who wrote the small words is a question for philosophers.
    pub fn recast(&mut self) -> bool {
        let Some(spot) = self.spot(|block, _| is_running(block)) else { return false };
        let words = &self.model.sentence(spot).words;
        let content = words.iter().filter(|word| word.sort.class != Class::Function).count();
        let (count, most) = (words.len(), (words.len() / 2).min(content * 3 / 5));
        let mut done = 0;
        for _ in 0..4 * count {
            if done < most && self.replace_word(spot) {
                done += 1;
            }
        }
        self.note("recast a sentence", spot.document);
        done > 0
    }

    /// A sentence more, less, or another in its place.
    pub fn change_sentence(&mut self) -> bool {
        let kind = self.random.below(5);
        let spot = self.spot(|block, spot| {
            block.shape == Shape::Paragraph && (kind != 4 || block.items[spot.item].sentences.len() > 1)
        });
        let Some(spot) = spot else { return false };
        match kind {
            0 | 1 => {
                let new = self.new_sentence(&[]);
                let at = spot.sentence + self.random.below(2);
                self.model.item(spot).sentences.insert(at, new);
                self.note("insert a sentence", spot.document);
            }
            2 | 3 => {
                let unlike = self.model.sentence(spot).words.clone();
                let new = self.new_sentence(&unlike);
                *self.model.sentence(spot) = new;
                self.note("replace a sentence", spot.document);
            }
            _ => {
                self.model.item(spot).sentences.remove(spot.sentence);
                self.note("delete a sentence", spot.document);
            }
        }
        true
    }

    /// A paragraph more, or less.
    pub fn change_paragraph(&mut self) -> bool {
        let insert = self.random.below(3) > 0;
        if insert {
            let Some((document, block)) = self.any_block(|_, _| true) else { return false };
            let new = self.new_paragraph();
            self.model.documents[document].blocks.insert(block + 1, new);
            self.note("insert a paragraph", document);
            return true;
        }
        let fits = |block: &Block| block.shape == Shape::Paragraph && !block.common;
        let place = self.any_block(|document, block| fits(block) && document.len() > AMPLE);
        let Some((document, block)) = place else { return false };
        self.model.documents[document].blocks.remove(block);
        self.note("delete a paragraph", document);
        true
    }

    /// A list item or a row more, or less.
    pub fn change_item(&mut self) -> bool {
        let spot = self.spot(|block, _| matches!(block.shape, Shape::List { .. } | Shape::Table));
        let Some(spot) = spot else { return false };
        let block = self.model.block(spot);
        let (is_table, count) = (block.shape == Shape::Table, block.items.len());
        if count > 3 && spot.item > 0 && self.random.once_in(3) {
            self.model.documents[spot.document].blocks[spot.block].items.remove(spot.item);
            self.note("delete an item", spot.document);
            return true;
        }
        let columns = block.items[0].sentences.len();
        let new = if is_table { self.new_row(columns) } else { self.new_item() };
        self.model.documents[spot.document].blocks[spot.block].items.insert(spot.item + 1, new);
        self.note("insert an item", spot.document);
        true
    }

    /// A section more.
    pub fn add_section(&mut self) -> bool {
        let Some(document) = self.any_document() else { return false };
        let new = self.new_section();
        let starts: Vec<usize> = self.model.documents[document].sections().iter().map(|section| section.end).collect();
        let end = self.model.documents[document].blocks.len();
        let at = self.random.choose(&starts).unwrap_or(end);
        drop(self.model.documents[document].blocks.splice(at..at, new));
        self.note("insert a section", document);
        true
    }

    pub fn any_document(&mut self) -> Option<usize> {
        let all: Vec<usize> = (0..self.model.documents.len()).collect();
        self.random.choose(&all)
    }
}
