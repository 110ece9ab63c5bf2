//! Edits of words in running text, chosen so that there is one way only to align the old and the new text.
//!
//! What is put in differs from all words near by, and what is taken out from the words on either side of it: an edit
//! next to an equal word could as well be one of that word.

use super::Random;
use super::draft::Piece;
use std::ops::Range;

/// An edit is tried at one in so many words; as not every word can be edited, it concerns some 4 % of all.
const RARITY: usize = 20;

/// Words from the beginning of the last word of an edit to the next edit, at least.
const APART: usize = 4;

/// Words on either side from which one that is put in must differ.
const NEAR: usize = 9;

/// The longest phrase.
const PHRASE: usize = 5;

/// Pieces that are replaced by others; one of both may be empty.
pub struct Edit<'a> {
    pub pieces: Range<usize>,
    pub put: Vec<Piece<'a>>,
    /// Which word is the last one that it concerns.
    last: usize,
}

/// Finds edits of running text.
pub struct Editor<'e, 'a> {
    pieces: &'e [Piece<'a>],
    /// Which pieces are words, and what they are in small letters.
    words: Vec<usize>,
    small: Vec<String>,
    vocabulary: &'e [&'a str],
}

/// Whether a piece is a word of letters only, with no capital at its beginning and no markup that touches it.
pub fn is_plain(pieces: &[Piece<'_>], at: usize) -> bool {
    let (piece, Some(after)) = (pieces[at], pieces.get(at + 1)) else { return false };
    let ends = pieces.get(at + 2).is_none_or(Piece::is_free_blank);
    let stop = [",", ";", ".", ":"].contains(&after.text) && !after.held && ends;
    let begins = at > 0 && pieces[at - 1].is_free_blank();
    let letters = piece.text.chars().all(char::is_alphabetic) && !piece.text.starts_with(char::is_uppercase);
    piece.is_word() && !piece.held && letters && begins && (after.is_free_blank() || stop)
}

impl<'e, 'a> Editor<'e, 'a> {
    pub fn new(pieces: &'e [Piece<'a>], vocabulary: &'e [&'a str]) -> Self {
        let words: Vec<usize> = (0..pieces.len()).filter(|at| pieces[*at].is_word()).collect();
        let small = words.iter().map(|at| pieces[*at].text.to_lowercase()).collect();
        Self { pieces, words, small, vocabulary }
    }

    /// Edits all over the text, in its order.
    pub fn edits(&self, random: &mut Random) -> Vec<Edit<'a>> {
        let mut edits = Vec::new();
        let mut at = 1;
        while at + 1 < self.words.len() {
            let edit = if random.below(RARITY) == 0 { self.edit(at, random) } else { None };
            at = edit.as_ref().map_or(at + 1, |edit| edit.last + APART);
            edits.extend(edit);
        }
        edits
    }

    /// One word replaced by another.
    pub fn one_word(&self, random: &mut Random) -> Option<Edit<'a>> {
        let mut places: Vec<usize> = (1..self.words.len().saturating_sub(1)).collect();
        random.shuffle(&mut places);
        places.into_iter().find_map(|at| self.replace(at, 1, 1, random))
    }

    fn edit(&self, at: usize, random: &mut Random) -> Option<Edit<'a>> {
        // A phrase is at most an eighth of the text, so that the text is still the same one.
        let longest = (self.words.len() / 8).clamp(1, PHRASE);
        let single = longest < 2 || random.below(5) < 3;
        let length = if single { 1 } else { 2 + random.below(longest - 1) };
        match random.below(3) {
            0 => {
                let count = 1 + random.below((length + 1).min(PHRASE));
                self.replace(at, length, count, random)
            }
            1 => self.take_out(at, length),
            _ => self.put_in(at, length, random),
        }
    }

    fn replace(&self, at: usize, length: usize, count: usize, random: &mut Random) -> Option<Edit<'a>> {
        let pieces = self.phrase(at, length)?;
        let put = self.fresh(at, length, count, random)?;
        Some(Edit { pieces, put, last: at + length - 1 })
    }

    fn take_out(&self, at: usize, length: usize) -> Option<Edit<'a>> {
        let pieces = self.phrase(at, length)?;
        let follows = self.words[at + length] == pieces.end + 1 && self.pieces[pieces.end].is_free_blank();
        follows.then(|| Edit { pieces: pieces.start..pieces.end + 1, put: Vec::new(), last: at + length - 1 })
    }

    /// Puts words in between a word and the next.
    fn put_in(&self, at: usize, count: usize, random: &mut Random) -> Option<Edit<'a>> {
        let (first, second) = (self.words[at], *self.words.get(at + 1)?);
        let between = second == first + 2 && is_plain(self.pieces, first) && is_plain(self.pieces, second);
        if !between {
            return None;
        }
        let mut put = self.fresh(at, 2, count, random)?;
        put.push(Piece::new(" "));
        Some(Edit { pieces: second..second, put, last: at + 1 })
    }

    /// The pieces of so many words, if they are plain ones with blanks between, and differ from the words around.
    fn phrase(&self, at: usize, length: usize) -> Option<Range<usize>> {
        let (before, after) = (self.small.get(at.checked_sub(1)?)?, self.small.get(at + length)?);
        let words = &self.words[at..at + length];
        let plain = words.iter().all(|word| is_plain(self.pieces, *word));
        let close = words.windows(2).all(|pair| pair[1] == pair[0] + 2);
        let differs = self.small[at..at + length].iter().all(|word| word != before && word != after);
        (plain && close && differs).then(|| words[0]..words[length - 1] + 1)
    }

    /// Words that are not near by, with blanks between.
    fn fresh(&self, at: usize, length: usize, count: usize, random: &mut Random) -> Option<Vec<Piece<'a>>> {
        let near = &self.small[at.saturating_sub(NEAR)..(at + length + NEAR).min(self.small.len())];
        let mut fresh: Vec<&'a str> = Vec::new();
        for _ in 0..20 * count {
            let word = *self.vocabulary.get(random.below(self.vocabulary.len()))?;
            if fresh.len() < count && !fresh.contains(&word) && !near.iter().any(|near| near == word) {
                fresh.push(word);
            }
        }
        if fresh.len() < count {
            return None;
        }
        let mut put: Vec<_> = fresh.into_iter().flat_map(|word| [Piece::new(word), Piece::new(" ")]).collect();
        put.pop();
        Some(put)
    }
}
