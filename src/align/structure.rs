//! Pairs documents, then sections, then blocks.
//!
//! - Documents: those that are known to have been renamed; those that share most text that occurs once on each side; else those of the same path. A document leaves
//!   its path's only for one that holds half of the smaller.
//! - Sections: by explicit identity, by the same content, by resemblance between the same neighbours, by a title that
//!   occurs once, by resemblance anywhere.
//! - Blocks: the titles of paired sections; the same content in order in paired sections; the same content moved in the
//!   section, in the document, anywhere; resemblance between the same neighbours; resemblance anywhere; the same content
//!   beside the same neighbour.

use super::pairs::{Pairs, TELLING};
use super::parts::BlockForm;
use super::side::{BlockAt, Side};
use std::cmp::Reverse;
use std::collections::HashMap;

pub(super) fn documents(old: &Side<'_>, new: &Side<'_>, renamed: &[(usize, usize)]) -> Pairs {
    let mut pairs = Pairs::new(old.documents.len(), new.documents.len());
    for (at, to) in renamed {
        pairs.join(*at, *to);
    }
    let paths: HashMap<&str, usize> =
        old.documents.iter().enumerate().map(|(number, document)| (document.path.as_str(), number)).collect();
    let same_path = |to: usize| paths.get(new.documents[to].path.as_str()).copied();
    let has_successor: Vec<bool> = {
        let mut found = vec![false; old.documents.len()];
        (0..new.documents.len()).filter_map(same_path).for_each(|number| found[number] = true);
        found
    };
    let mut shared: Vec<((usize, usize), usize)> = shared_tokens(old, new).into_iter().collect();
    shared.sort_unstable_by_key(|((at, to), count)| (Reverse(*count), same_path(*to) != Some(*at), *at, *to));
    for ((at, to), count) in shared {
        let least = old.documents[at].tokens.len().min(new.documents[to].tokens.len());
        let at_home = same_path(to) == Some(at);
        let homeless = same_path(to).is_none() && !has_successor[at];
        if at_home || homeless || 2 * count >= least {
            pairs.join(at, to);
        }
    }
    for to in 0..new.documents.len() {
        if let Some(at) = same_path(to) {
            pairs.join(at, to);
        }
    }
    pairs
}

/// For each two documents, the tokens of the blocks that occur once on each side and stand in them.
fn shared_tokens(old: &Side<'_>, new: &Side<'_>) -> HashMap<(usize, usize), usize> {
    let mut blocks = Pairs::new(old.blocks.len(), new.blocks.len());
    blocks.join_unique(|block| Some(old.blocks[block].content), |block| Some(new.blocks[block].content));
    let mut shared = HashMap::new();
    for (to, at) in blocks.of_new.iter().enumerate() {
        if let Some(at) = at {
            let (at, to) = (&old.blocks[*at], &new.blocks[to]);
            *shared.entry((at.document, to.document)).or_default() += to.tokens.len();
        }
    }
    shared
}

pub(super) fn sections(old: &Side<'_>, new: &Side<'_>, documents: &Pairs) -> Pairs {
    let mut pairs = Pairs::new(old.sections.len(), new.sections.len());
    let id = |side: &Side<'_>, section: usize| side.sections[section].parts.id.clone();
    let path = |side: &Side<'_>, section: usize| side.documents[side.sections[section].document].path.clone();
    let stretches = || {
        let linked = documents.of_new.iter().enumerate().filter_map(|(to, at)| Some(((*at)?, to)));
        linked.map(|(at, to)| (old.document_sections[at].clone(), new.document_sections[to].clone()))
    };
    stretches().for_each(|(at, to)| pairs.join(at.start, to.start));
    let document = |section: usize| documents.of_old[old.sections[section].document];
    pairs.join_unique(
        |section| Some((document(section)?, id(old, section)?)),
        |section| Some((new.sections[section].document, id(new, section)?)),
    );
    // The same identity in the same folder, or anywhere in the same language: translations share identities.
    pairs.join_unique(
        |section| Some((path(old, section).folder().to_owned(), id(old, section)?)),
        |section| Some((path(new, section).folder().to_owned(), id(new, section)?)),
    );
    let language = |side: &Side<'_>, section: usize| side.documents[side.sections[section].document].language.clone();
    pairs.join_unique(
        |section| Some((language(old, section), id(old, section)?)),
        |section| Some((language(new, section), id(new, section)?)),
    );
    let content = |side: &Side<'_>, section: usize| side.sections[section].content;
    for stretch in stretches() {
        pairs.join_common(stretch, |section| content(old, section), |section| content(new, section));
    }
    let telling = |side: &Side<'_>, section: usize| {
        (side.sections[section].tokens.len() >= TELLING).then(|| content(side, section))
    };
    pairs.join_equal(|section| telling(old, section), |section| telling(new, section));
    // An article under another number, or another title.
    let body = |side: &Side<'_>, section: usize| {
        let own = &side.sections[section];
        let heading = side.blocks.get(own.blocks.start).filter(|_| own.index > 0).map_or(0, |block| block.tokens.len());
        (own.tokens.len() >= heading + TELLING).then_some(own.body)
    };
    for stretch in stretches() {
        pairs.join_common_of(stretch, |section| body(old, section), |section| body(new, section));
    }
    let title = |side: &Side<'_>, section: usize| {
        let section = &side.sections[section];
        side.blocks.get(section.blocks.start).filter(|_| section.index > 0).map(|block| block.content)
    };
    let gist = |side: &Side<'_>, section: usize| {
        let section = &side.sections[section];
        side.blocks.get(section.blocks.start).filter(|_| section.index > 0).and_then(|block| block.parts.gist)
    };
    let same_title = |at: usize, to: usize| match () {
        () if title(old, at) == title(new, to) => 1000,
        () if gist(old, at).is_some() && gist(old, at) == gist(new, to) => 500,
        () => 0,
    };
    for stretch in stretches() {
        let tokens = (&|section: usize| old.sections[section].tokens, &|section: usize| new.sections[section].tokens);
        pairs.join_similar_in_place(&stretch, tokens, &same_title);
    }
    pairs.join_unique(|section| title(old, section), |section| title(new, section));
    pairs.join_similar_anywhere(|section| old.sections[section].tokens, |section| new.sections[section].tokens);
    pairs
}

/// What a clause says without its number; a heading of its own is known by its section.
fn numbered(block: &BlockAt<'_>, section: &std::ops::Range<usize>) -> Option<usize> {
    let says = block.tokens.len() > block.parts.designation && block.parts.designation > 0;
    let is_heading = matches!(block.parts.form, BlockForm::Heading(_)) && section.start == block.index;
    (says && !is_heading).then_some(block.bare)
}

pub(super) fn blocks(old: &Side<'_>, new: &Side<'_>, documents: &Pairs, sections: &Pairs) -> Pairs {
    let mut pairs = Pairs::new(old.blocks.len(), new.blocks.len());
    let stretches = || {
        let linked = sections.of_new.iter().enumerate().filter_map(|(to, at)| Some(((*at)?, to)));
        linked.map(|(at, to)| (&old.sections[at], &new.sections[to]))
    };
    for (at, to) in stretches() {
        if at.index > 0 && to.index > 0 {
            pairs.join(at.blocks.start, to.blocks.start);
        }
        let stretch = (at.blocks.clone(), to.blocks.clone());
        pairs.join_common(stretch, |block| old.blocks[block].content, |block| new.blocks[block].content);
    }
    // A clause under another number.
    for (at, to) in stretches() {
        let stretch = (at.blocks.clone(), to.blocks.clone());
        pairs.join_common_of(
            stretch,
            |block| numbered(&old.blocks[block], &at.blocks),
            |block| numbered(&new.blocks[block], &to.blocks),
        );
    }
    pairs.join_equal(
        |block| Some((sections.of_old[old.blocks[block].section]?, old.blocks[block].content)),
        |block| Some((new.blocks[block].section, new.blocks[block].content)),
    );
    let telling = |block: &BlockAt<'_>| (block.tokens.len() >= TELLING).then_some(block.content);
    pairs.join_equal(
        |block| Some((documents.of_old[old.blocks[block].document]?, telling(&old.blocks[block])?)),
        |block| Some((new.blocks[block].document, telling(&new.blocks[block])?)),
    );
    pairs.join_equal(|block| telling(&old.blocks[block]), |block| telling(&new.blocks[block]));
    for (at, to) in stretches() {
        let stretch = (at.blocks.clone(), to.blocks.clone());
        let tokens = (&|block: usize| old.blocks[block].tokens, &|block: usize| new.blocks[block].tokens);
        let alike = |at: usize, to: usize| usize::from(are_alike(&old.blocks[at], &new.blocks[to]));
        pairs.join_similar_in_place(&stretch, tokens, &alike);
    }
    join_terms(old, new, &mut pairs);
    pairs.join_similar_anywhere(|block| old.blocks[block].tokens, |block| new.blocks[block].tokens);
    join_neighbours(old, new, &mut pairs);
    pairs
}

/// Pairs blocks of the same content that stand right behind paired ones, or right before: too short to be known again by
/// themselves, they went where their neighbours went.
fn join_neighbours(old: &Side<'_>, new: &Side<'_>, pairs: &mut Pairs) {
    let is_heading = |block: &BlockAt<'_>| matches!(block.parts.form, BlockForm::Heading(_));
    let mut join = |to: usize, beside: usize, is_behind: bool| {
        let Some(neighbour) = pairs.of_new[beside] else { return };
        let at = if is_behind { neighbour.checked_add(1) } else { neighbour.checked_sub(1) };
        let Some((at, block)) = at.and_then(|at| Some((at, old.blocks.get(at)?))) else { return };
        let is_same = block.content == new.blocks[to].content
            && block.document == old.blocks[neighbour].document
            && new.blocks[to].document == new.blocks[beside].document;
        if is_same && !is_heading(block) && !is_heading(&new.blocks[to]) {
            pairs.join(at, to);
        }
    };
    let count = new.blocks.len();
    (1..count).for_each(|to| join(to, to - 1, true));
    (1..count).rev().for_each(|beside| join(beside - 1, beside, false));
}

/// Whether two blocks between the same neighbours are the same whatever words they share: code, however few of its lines
/// are, and a word that became its plural.
fn are_alike(old: &BlockAt<'_>, new: &BlockAt<'_>) -> bool {
    let (old, new) = (old.parts, new.parts);
    old.form == new.form && (old.form == BlockForm::Code || old.gist.is_some() && old.gist == new.gist)
}

/// Pairs the terms of a definition list whose definitions are paired: they were renamed.
fn join_terms(old: &Side<'_>, new: &Side<'_>, pairs: &mut Pairs) {
    let is_term = |block: Option<&BlockAt<'_>>| block.is_some_and(|block| block.parts.form == BlockForm::Term);
    for to in 0..new.blocks.len() {
        let definition = pairs.of_new.get(to + 1).copied().flatten();
        let Some(at) = definition.and_then(|definition| definition.checked_sub(1)) else { continue };
        if is_term(new.blocks.get(to)) && is_term(old.blocks.get(at)) {
            pairs.join(at, to);
        }
    }
}
