//! In which class a change of words is: the first of norms, definitions, figures, structure and wording that fits.

use super::change::{Class, Edit, NormChange, Wording};
use super::comparing::{Comparing, Side};
use super::direction::{self, NormEdit};
use super::sentences::Group;
use super::stretches::{Pair, Stretch};
use super::version::StatedNorm;
use crate::align::{self, BlockForm};
use crate::model::{Language, Span, cardinals, folded};
use std::ops::Range;

/// The class of edits in paired blocks, and the norms that changed.
pub(super) fn of_edits(
    comparing: &Comparing<'_>,
    pair: &Pair,
    groups: &[Group],
    edits: &[Edit],
) -> (Class, Vec<NormChange>) {
    if edits.is_empty() {
        return (Class::Editorial, Vec::new());
    }
    let mut norms = Vec::new();
    for group in groups {
        let old = norms_in(&comparing.old, pair.old.document, &group.old);
        let new = norms_in(&comparing.new, pair.new.document, &group.new);
        let said = group.edits.iter().filter(|gap| !is_designation(comparing, pair, gap));
        let norm_edits: Vec<NormEdit> = said.map(|gap| norm_edit(comparing, pair, gap)).collect();
        norms.extend(direction::changes(&old, &new, &norm_edits));
    }
    let class = norms.iter().map(|norm| norm.class).min();
    let class = class.unwrap_or_else(|| {
        if is_unseen(&comparing.new, pair.new.first()) && is_unseen(&comparing.old, pair.old.first()) {
            return Class::Formatting;
        }
        let edited = |span: fn(&Edit) -> Option<&Wording>| edits.iter().filter_map(span).map(|wording| wording.span);
        let is_definition = edited(|edit| edit.old.as_ref())
            .any(|span| is_definition(&comparing.old, pair.old.document, span))
            || edited(|edit| edit.new.as_ref()).any(|span| is_definition(&comparing.new, pair.new.document, span));
        let gaps = groups.iter().flat_map(|group| &group.edits);
        if gaps.clone().all(|gap| is_designation(comparing, pair, gap)) {
            Class::Structural
        } else if is_definition {
            Class::Definition
        } else {
            of_words(comparing, pair, edits)
        }
    });
    (class, norms)
}

/// The class of a new block of which these tokens are new.
pub(super) fn of_new_block(
    comparing: &Comparing<'_>,
    block: align::Place,
    free: &[Range<usize>],
    edits: &[Edit],
) -> (Class, Vec<NormChange>) {
    let norms = norms_at(&comparing.new, block, free).into_iter();
    let norms: Vec<NormChange> = norms
        .map(|stated| NormChange { class: Class::NormAdded, old: None, new: Some(direction::side(stated)) })
        .collect();
    of_block(&comparing.new, block, norms, edits)
}

/// The class of an old block of which these tokens are gone.
pub(super) fn of_old_block(
    comparing: &Comparing<'_>,
    block: align::Place,
    free: &[Range<usize>],
    edits: &[Edit],
) -> (Class, Vec<NormChange>) {
    let norms = norms_at(&comparing.old, block, free).into_iter();
    let norms: Vec<NormChange> = norms
        .map(|stated| NormChange { class: Class::NormRemoved, old: Some(direction::side(stated)), new: None })
        .collect();
    of_block(&comparing.old, block, norms, edits)
}

fn of_block(side: &Side<'_>, block: align::Place, norms: Vec<NormChange>, edits: &[Edit]) -> (Class, Vec<NormChange>) {
    let class = norms.first().map_or_else(
        || {
            if is_unseen(side, block) {
                return Class::Formatting;
            }
            if is_definition(side, block.document, side.block(block).span) {
                return Class::Definition;
            }
            let language = side.reading(block.document).language.as_ref();
            let designator = first_designator(side, block);
            let wordings = edits.iter().flat_map(|edit| edit.old.iter().chain(&edit.new));
            if wordings.into_iter().any(|wording| has_figure(wording, language, designator)) {
                Class::Figure
            } else if side.block(block).form == BlockForm::Rule {
                Class::Formatting
            } else {
                Class::Editorial
            }
        },
        |norm| norm.class,
    );
    (class, norms)
}

/// The norms of some sentences of a document; what only introduces norms counts too, for it says how strong they are.
fn norms_in<'a>(side: &Side<'a>, document: usize, sentences: &[Span]) -> Vec<&'a StatedNorm> {
    let norms = &side.reading(document).norms;
    let of_sentence = |sentence: &Span| {
        let first = norms.partition_point(|stated| stated.modal.start < sentence.start);
        let sentence = *sentence;
        norms[first..].iter().take_while(move |stated| stated.modal.start < sentence.end)
    };
    sentences.iter().flat_map(of_sentence).collect()
}

/// The norms of a block whose modal expression is among some of its tokens.
fn norms_at<'a>(side: &Side<'a>, block: align::Place, tokens: &[Range<usize>]) -> Vec<&'a StatedNorm> {
    let spans: Vec<Span> = tokens
        .iter()
        .filter_map(|range| {
            let own = side.tokens(block.document, range.clone());
            Some(own.first()?.span.cover(own.last()?.span))
        })
        .collect();
    norms_in(side, block.document, &spans).into_iter().filter(|stated| !stated.norm.introduces).collect()
}

fn norm_edit(comparing: &Comparing<'_>, pair: &Pair, gap: &super::phrases::Gap) -> NormEdit {
    let part = |side: &Side<'_>, stretch: &Stretch, range: &Range<usize>| {
        side.wording(stretch.document, stretch.within(range))
    };
    let (old, new) = (part(&comparing.old, &pair.old, &gap.old), part(&comparing.new, &pair.new, &gap.new));
    NormEdit {
        old: old.as_ref().map(|wording| wording.span),
        new: new.as_ref().map(|wording| wording.span),
        old_words: old.map_or_else(Vec::new, |wording| wording.words),
        new_words: new.map_or_else(Vec::new, |wording| wording.words),
    }
}

/// Whether a block is raw HTML, which editions leave out.
fn is_unseen(side: &Side<'_>, block: align::Place) -> bool {
    side.block(block).form == BlockForm::Html
}

/// Whether a part of the text stands in what defines a term.
fn is_definition(side: &Side<'_>, document: usize, span: Span) -> bool {
    let definitions = &side.reading(document).definitions;
    definitions.iter().any(|entry| entry.start < span.end && span.start < entry.end)
}

/// Whether an edit is only the number of a clause: in its designation, or `(i)`, `2.` or `b)` at the beginning of a block.
fn is_designation(comparing: &Comparing<'_>, pair: &Pair, gap: &super::phrases::Gap) -> bool {
    let is_number = |side: &Side<'_>, stretch: &Stretch, range: &Range<usize>| {
        let Some(wording) = side.wording(stretch.document, stretch.within(range)) else { return true };
        let designator = first_designator(side, stretch.first());
        designator.is_some_and(|designator| designator.contains(wording.span))
            || range.start == 0 && is_list_number(&wording.text)
    };
    is_number(&comparing.old, &pair.old, &gap.old) && is_number(&comparing.new, &pair.new, &gap.new)
}

/// Whether a text is a number as lists have it.
fn is_list_number(text: &str) -> bool {
    let bare = text.trim_start_matches('(').trim_end_matches(['.', ')', '-', ' ']);
    let is_roman = bare.bytes().all(|byte| b"ivxlcdmIVXLCDM".contains(&byte));
    let is_figure = bare.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
    let is_letter = bare.len() == 1 && bare.bytes().all(|byte| byte.is_ascii_lowercase());
    bare.len() < text.len() && bare.len() <= LONGEST_NUMBER && (is_roman || is_figure || is_letter)
}

/// The longest number of a list, in letters: `xxxviii`.
const LONGEST_NUMBER: usize = 7;

/// The class of edits that concern no norm and no definition.
fn of_words(comparing: &Comparing<'_>, pair: &Pair, edits: &[Edit]) -> Class {
    let sides = [(&comparing.old, pair.old.first(), true), (&comparing.new, pair.new.first(), false)];
    let mut figures = false;
    for (side, block, is_old) in sides {
        let language = side.reading(block.document).language.as_ref();
        let designator = first_designator(side, block);
        for wording in edits.iter().filter_map(|edit| if is_old { edit.old.as_ref() } else { edit.new.as_ref() }) {
            figures |= has_figure(wording, language, designator);
        }
    }
    if figures { Class::Figure } else { Class::Editorial }
}

/// The designation of the clause that a block opens.
fn first_designator(side: &Side<'_>, block: align::Place) -> Option<Span> {
    let span = side.block(block).span;
    let designators = &side.reading(block.document).designators;
    let first = designators.partition_point(|designator| designator.start < span.start);
    designators.get(first).copied().filter(|designator| span.contains(*designator))
}

/// Months; «may» and «March» are words of their own too, and count with a capital letter only.
const MONTHS: [&str; 22] = [
    "enero",
    "febrero",
    "marzo",
    "abril",
    "mayo",
    "junio",
    "julio",
    "agosto",
    "septiembre",
    "setiembre",
    "octubre",
    "noviembre",
    "diciembre",
    "january",
    "february",
    "april",
    "june",
    "july",
    "september",
    "october",
    "november",
    "december",
];

/// Whether words hold a number, a date, a percentage or an amount, outside the designation of a clause.
fn has_figure(wording: &Wording, language: Option<&Language>, designator: Option<Span>) -> bool {
    if designator.is_some_and(|designator| designator.contains(wording.span)) {
        return false;
    }
    let is_spanish = language.is_none_or(|language| language.primary() == "es");
    let skipped =
        designator.map_or("", |designator| if designator.start >= wording.span.start { "designation" } else { "" });
    let words = wording.words.iter().skip(usize::from(!skipped.is_empty() && wording.words.len() > 1));
    let is_number = |word: &String| {
        let plain = folded(word);
        let is_article = matches!(plain.as_str(), "un" | "una" | "uno" | "one" | "y" | "and");
        word.contains(|character: char| character.is_ascii_digit())
            || MONTHS.contains(&plain.as_str())
            || !is_article && cardinals::value(&plain, is_spanish).is_some()
    };
    words.into_iter().any(is_number) || wording.text.contains(['%', '$', '€', '½'])
}
