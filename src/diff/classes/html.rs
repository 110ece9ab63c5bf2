//! The class of edits in raw HTML: its tags are formatting, its text is read where the repository is looked at.

use super::has_figure;
use crate::align::{HtmlPiece, html_pieces};
use crate::diff::change::{Class, Edit, Wording};
use crate::diff::comparing::{Comparing, Side};
use crate::diff::direction;
use crate::diff::stretches::Pair;
use crate::model::Span;
use crate::policy::is_set_text;

/// Whether an edit in running text puts nothing but tags in or takes them out.
pub(super) fn is_of_tags(edit: &Edit) -> bool {
    let is_tags = |wording: &Wording| {
        let pieces = html_pieces(&wording.text);
        wording.words.is_empty() && !pieces.is_empty() && pieces.iter().all(|(_, piece)| *piece != HtmlPiece::Text)
    };
    edit.old.iter().chain(&edit.new).all(is_tags)
}

/// The class of edits in a block of raw HTML.
pub(super) fn of_block(comparing: &Comparing<'_>, pair: &Pair, edits: &[Edit]) -> Class {
    let words = |wording: Option<&Wording>, side: &Side<'_>, block| {
        wording.map_or_else(Vec::new, |wording| words_in(side, block, wording.span))
    };
    let sides = ((&comparing.old, pair.old.first()), (&comparing.new, pair.new.first()));
    let of_edit = |edit: &Edit| {
        let old = words(edit.old.as_ref(), sides.0.0, sides.0.1);
        (old, words(edit.new.as_ref(), sides.1.0, sides.1.1))
    };
    let edited: Vec<(Vec<String>, Vec<String>)> = edits.iter().map(of_edit).collect();
    if edited.iter().all(|(old, new)| old.is_empty() && new.is_empty()) {
        return Class::Formatting;
    }
    if !is_set_text(&comparing.new.parts(pair.new.document).path)
        && let Some(class) = edited.iter().find_map(|(old, new)| direction::between(old, new))
    {
        return class;
    }
    let language = comparing.new.reading(pair.new.document).language.as_ref();
    let is_figure = |edit: &Edit, (old, new): &(Vec<String>, Vec<String>)| {
        let sides = [(&edit.old, old), (&edit.new, new)];
        sides
            .into_iter()
            .filter_map(|(wording, words)| Some((wording.as_ref()?, words)))
            .any(|(wording, words)| has_figure(&Wording { words: words.clone(), ..wording.clone() }, language, None))
    };
    if edits.iter().zip(&edited).any(|(edit, words)| is_figure(edit, words)) { Class::Figure } else { Class::Editorial }
}

/// The words and marks of the text of a block of raw HTML that stand in a span.
fn words_in(side: &Side<'_>, block: crate::align::Place, span: Span) -> Vec<String> {
    let (own, text) = (side.block(block).span, &side.reading(block.document).text);
    let source = text.get(own.range()).unwrap_or("");
    let start = own.range().start;
    let is_in = |(range, piece): &(std::ops::Range<usize>, HtmlPiece)| {
        *piece == HtmlPiece::Text && span.contains(Span::new(start + range.start..start + range.end))
    };
    html_pieces(source).into_iter().filter(is_in).map(|(range, _)| source[range].to_owned()).collect()
}
