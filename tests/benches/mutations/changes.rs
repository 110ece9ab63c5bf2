//! The changes of which the mutations are made.

use super::Random;
use super::draft::{Block, Draft, INDENTATION, Keeps, Kind, Part, Piece};
use super::edit::{Editor, is_plain};
use pulldown_cmark::HeadingLevel;
use std::ops::Range;

/// Words of a text that is long enough to be edited or moved.
const LONG: usize = 8;

/// Words on either side of the place where a paragraph is split.
const HALF: usize = 5;

/// Columns to which running text is wrapped.
const WIDTHS: [usize; 5] = [44, 60, 76, 92, 108];

/// A line's end and the indentation of the next line.
const LINE_END: &str = "\n                                        ";
const _: () = assert!(LINE_END.len() == INDENTATION + 1);

/// The words of a document that may be put in elsewhere.
pub fn vocabulary<'a>(draft: &Draft<'a>) -> Vec<&'a str> {
    let mut found = Vec::new();
    for part in draft.blocks.iter().flat_map(|block| &block.parts).filter(|part| part.indentation.is_some()) {
        let plain = (0..part.pieces.len()).filter(|at| is_plain(&part.pieces, *at));
        found.extend(plain.map(|at| part.pieces[at].text));
    }
    let roman = |word: &str| word.chars().all(|char| "ivxlcdm".contains(char));
    let capital = |word: &str| word.contains(char::is_uppercase);
    found.retain(|word| word.chars().count() >= 3 && !roman(word) && !capital(word));
    found.sort_unstable();
    found.dedup();
    found
}

/// Edits some 4 % of the words of running text.
pub fn edit_words<'a>(draft: &mut Draft<'a>, vocabulary: &[&'a str], random: &mut Random) -> bool {
    let mut done = false;
    for place in draft.running() {
        done |= draft.attempt(Keeps::Outline, |draft| {
            let part = draft.part(place);
            if part.words() < LONG {
                return false;
            }
            let edits = Editor::new(&part.pieces, vocabulary).edits(random);
            part.touched |= !edits.is_empty();
            for edit in edits.into_iter().rev() {
                drop(part.pieces.splice(edit.pieces, edit.put));
            }
            part.touched
        });
    }
    done
}

/// Replaces one word, in a text that nothing else has changed if there is one.
pub fn replace_one_word<'a>(draft: &mut Draft<'a>, vocabulary: &[&'a str], random: &mut Random) -> bool {
    let mut places = draft.running();
    places.retain(|place| draft.part(*place).words() >= LONG);
    random.shuffle(&mut places);
    places.sort_by_key(|place| draft.part(*place).touched);
    places.into_iter().any(|place| {
        draft.attempt(Keeps::Outline, |draft| {
            let part = draft.part(place);
            let Some(edit) = Editor::new(&part.pieces, vocabulary).one_word(random) else { return false };
            drop(part.pieces.splice(edit.pieces, edit.put));
            part.touched = true;
            true
        })
    })
}

/// Wraps all running text to another width.
pub fn rewrap(draft: &mut Draft<'_>, random: &mut Random) -> bool {
    let width = WIDTHS[random.below(WIDTHS.len())];
    let mut done = false;
    for place in draft.running() {
        done |= draft.attempt(Keeps::Text, |draft| wrap(draft.part(place), width));
    }
    done
}

fn wrap(part: &mut Part<'_>, width: usize) -> bool {
    let Some(indentation) = part.indentation else { return false };
    let mut column = indentation;
    let mut changed = false;
    for at in 0..part.pieces.len() {
        let piece = part.pieces[at];
        if piece.is_free_blank() {
            let next: String =
                part.pieces[at + 1..].iter().take_while(|next| !next.is_free_blank()).map(|next| next.text).collect();
            let ends = column + 1 + next.chars().count() > width && may_begin_line(&next);
            let blank = if ends { &LINE_END[..=indentation] } else { " " };
            column = if ends { indentation } else { column + 1 };
            changed |= blank != piece.text;
            part.pieces[at].text = blank;
        } else if let Some((_, line)) = piece.text.rsplit_once('\n') {
            column = line.chars().count();
        } else {
            column += piece.text.chars().count();
        }
    }
    part.touched |= changed;
    changed
}

/// Whether a line may begin with this, whatever dialect of Markdown reads it.
fn may_begin_line(next: &str) -> bool {
    next.starts_with(|first: char| first.is_alphabetic() || "([¿¡«“‘\"'".contains(first)) && !next.starts_with("[^")
}

/// Moves one to three paragraphs, edited ones if there are any.
pub fn move_paragraphs(draft: &mut Draft<'_>, random: &mut Random) -> bool {
    several(3, random, |random| draft.attempt(Keeps::Blocks, |draft| move_paragraph(draft, random)))
}

/// Does a thing from once to `most` times; tells whether it could be done once.
fn several(most: usize, random: &mut Random, mut change: impl FnMut(&mut Random) -> bool) -> bool {
    let wanted = 1 + random.below(most);
    let mut done = 0;
    for _ in 0..4 * wanted {
        if done < wanted && change(random) {
            done += 1;
        }
    }
    done > 0
}

/// Whether a block is a paragraph that may move, be split or be merged.
fn is_whole(block: &Block<'_>) -> bool {
    let long = block.running().is_some_and(|part| block.parts[part].words() >= LONG);
    block.kind == Kind::Paragraph && !block.moved && long
}

fn move_paragraph(draft: &mut Draft<'_>, random: &mut Random) -> bool {
    let blocks = &mut draft.blocks;
    let mut all: Vec<usize> = (0..blocks.len()).filter(|at| is_whole(&blocks[*at])).collect();
    if all.iter().any(|at| blocks[*at].is_touched()) {
        all.retain(|at| blocks[*at].is_touched());
    }
    let Some(from) = random.choose(&all) else { return false };
    let heading = blocks.iter().position(|block| matches!(block.kind, Kind::Heading(_)));
    let first = heading.or_else(|| blocks.iter().position(|block| block.kind == Kind::Paragraph)).unwrap_or(0);
    let next = (from + 1..blocks.len()).find(|at| blocks[*at].kind != Kind::Gap);
    let places: Vec<usize> = (first + 1..blocks.len())
        .filter(|at| *at != from && Some(*at) != next)
        .filter(|at| matches!(blocks[*at].kind, Kind::Paragraph | Kind::Heading(_)))
        .collect();
    let Some(to) = random.choose(&places) else { return false };
    let mut block = blocks.remove(from);
    block.moved = true;
    block.touch();
    let to = if to > from { to - 1 } else { to };
    drop(blocks.splice(to..to, [Block::blank(), block, Block::blank()]));
    true
}

/// Moves one or two sections past others of their level.
pub fn move_sections(draft: &mut Draft<'_>, random: &mut Random) -> bool {
    several(2, random, |random| draft.attempt(Keeps::Blocks, |draft| move_section(draft, random)))
}

fn move_section(draft: &mut Draft<'_>, random: &mut Random) -> bool {
    let Some(siblings) = random.choose(&siblings(&draft.blocks)) else { return false };
    let moved = random.below(siblings.len());
    let mut past = random.below(siblings.len() - 1);
    if past >= moved {
        past += 1;
    }
    let blocks = &mut draft.blocks;
    let section = siblings[moved].clone();
    if !blocks[section.clone()].iter().any(|block| matches!(block.kind, Kind::Paragraph | Kind::Other)) {
        return false;
    }
    for block in &mut blocks[section.clone()] {
        block.touch();
    }
    let (first, second) = if moved < past {
        (section.clone(), section.end..siblings[past].end)
    } else {
        (siblings[past].start..section.start, section)
    };
    let mut swapped = blocks[second.clone()].to_vec();
    swapped.push(Block::blank());
    swapped.extend_from_slice(&blocks[first.clone()]);
    swapped.push(Block::blank());
    drop(blocks.splice(first.start..second.end, swapped));
    true
}

/// The sections of one level that follow one another, wherever there are two or more.
fn siblings(blocks: &[Block<'_>]) -> Vec<Vec<Range<usize>>> {
    let headings = blocks.iter().enumerate().filter_map(|(at, block)| match block.kind {
        Kind::Heading(level) => Some((at, level)),
        _ => None,
    });
    let headings: Vec<_> = headings.collect();
    let mut found: Vec<(HeadingLevel, Vec<Range<usize>>)> = Vec::new();
    for (number, (start, level)) in headings.iter().enumerate() {
        let next = headings[number + 1..].iter().find(|(_, next)| next <= level);
        let section = *start..next.map_or(blocks.len(), |(end, _)| *end);
        let before = found.iter_mut().find(|(of, sections)| {
            of == level && sections.last().is_some_and(|last: &Range<usize>| last.end == section.start)
        });
        match before {
            Some((_, sections)) => sections.push(section),
            None => found.push((*level, vec![section])),
        }
    }
    found.into_iter().map(|(_, sections)| sections).filter(|sections| sections.len() > 1).collect()
}

/// Splits or merges paragraphs, from one to three times.
pub fn split_and_merge(draft: &mut Draft<'_>, random: &mut Random) -> bool {
    several(3, random, |random| {
        draft.attempt(
            Keeps::Flow,
            |draft| if random.below(2) == 0 { split(draft, random) } else { merge(draft, random) },
        )
    })
}

fn split(draft: &mut Draft<'_>, random: &mut Random) -> bool {
    let mut places = Vec::new();
    for (at, block) in draft.blocks.iter().enumerate().filter(|(_, block)| is_whole(block)) {
        let Some(part) = block.running() else { continue };
        let ends = sentence_ends(&block.parts[part].pieces);
        places.extend(ends.into_iter().map(|end| (at, part, end)));
    }
    let Some((block, part, end)) = random.choose(&places) else { return false };
    let part = draft.part((block, part));
    part.pieces[end] = Piece { text: "\n\n", origin: None, held: true };
    part.touched = true;
    true
}

/// The blanks between two sentences, with enough words before and after.
fn sentence_ends(pieces: &[Piece<'_>]) -> Vec<usize> {
    let words = |pieces: &[Piece<'_>]| pieces.iter().filter(|piece| piece.is_word()).count();
    let ends = |at: usize| {
        let [last, stop, blank, next] = pieces[at - 2..=at + 1] else { return false };
        // Not an abbreviation, a number or a designation.
        let whole = last.text.chars().count() >= 4 && last.text.chars().all(char::is_lowercase);
        let stops = [".", "?", "!"].contains(&stop.text) && blank.is_free_blank() && whole;
        stops && next.is_word() && !next.held && next.text.starts_with(char::is_uppercase)
    };
    let all = (2..pieces.len().saturating_sub(1)).filter(|at| ends(*at));
    all.filter(|at| words(&pieces[..*at]) >= HALF && words(&pieces[*at..]) >= HALF).collect()
}

fn merge(draft: &mut Draft<'_>, random: &mut Random) -> bool {
    let blocks = &mut draft.blocks;
    let stops = |block: &Block<'_>| {
        let running = block.running().map(|part| &block.parts[part].pieces);
        running.and_then(|pieces| pieces.last()).is_some_and(|last| last.text == ".")
    };
    let blank = |block: &Block<'_>| {
        let mut pieces = block.parts.iter().flat_map(|part| &part.pieces);
        block.kind == Kind::Gap && pieces.all(Piece::is_blank)
    };
    let neighbours = |at: &usize| {
        let (first, gap, second) = (&blocks[*at], &blocks[*at + 1], &blocks[*at + 2]);
        is_whole(first) && stops(first) && blank(gap) && is_whole(second)
    };
    let places: Vec<usize> = (0..blocks.len().saturating_sub(2)).filter(neighbours).collect();
    let Some(at) = random.choose(&places) else { return false };
    let mut second = blocks.remove(at + 2);
    blocks.remove(at + 1);
    let (Some(own), Some(other)) = (blocks[at].running(), second.running()) else { return false };
    let rest = second.parts.split_off(other + 1);
    let Some(other) = second.parts.pop() else { return false };
    let first = &mut blocks[at];
    first.parts.truncate(own + 1);
    first.parts[own].pieces.push(Piece::new(" "));
    first.parts[own].pieces.extend(other.pieces);
    first.parts.extend(rest);
    first.touch();
    true
}
