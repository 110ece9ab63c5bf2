//! In which class a change of words is: the first of norms, definitions, figures, structure and wording that fits.

mod html;

use super::change::{Class, Edit, NormChange, Wording};
use super::comparing::{Comparing, Side};
use super::direction::{self, NormEdit};
use super::phrases::Gap;
use super::sentences::Group;
use super::stretches::{Pair, Stretch};
use super::version::StatedNorm;
use crate::align::{self, BlockForm};
use crate::model::{Language, Span, cardinals, folded, numbering};
use crate::policy::is_set_text;
use std::cmp::Ordering;
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
    let (mut norms, mut unrecognised) = (Vec::new(), None);
    for group in groups {
        let old = norms_in(&comparing.old, pair.old.document, &group.old);
        let new = norms_in(&comparing.new, pair.new.document, &group.new);
        let said = group.edits.iter().filter(|gap| !is_designation(comparing, pair, gap));
        let norm_edits: Vec<NormEdit> = said.map(|gap| norm_edit(comparing, pair, gap)).collect();
        if old.is_empty() && new.is_empty() && may_oblige(comparing, pair) {
            let in_rows = || group.edits.iter().filter_map(|gap| of_limit(comparing, pair, gap)).min();
            unrecognised = unrecognised.or_else(|| direction::between_modals(&norm_edits)).or_else(in_rows);
        }
        norms.extend(direction::changes(&old, &new, &norm_edits));
    }
    let has = |class: Class| norms.iter().any(|norm: &NormChange| norm.class == class);
    let first = norms.iter().map(|norm| norm.class).min().or(unrecognised);
    let is_both = first == Some(Class::NormStrengthened) && has(Class::NormWeakened);
    let class = first.map(|class| if is_both { Class::NormChanged } else { class });
    let class = class.unwrap_or_else(|| {
        if is_unseen(&comparing.new, pair.new.first()) && is_unseen(&comparing.old, pair.old.first()) {
            return html::of_block(comparing, pair, edits);
        }
        if edits.iter().all(html::is_of_tags) {
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

fn norm_edit(comparing: &Comparing<'_>, pair: &Pair, gap: &Gap) -> NormEdit {
    let part = |side: &Side<'_>, stretch: &Stretch, range: &Range<usize>| {
        side.wording(stretch.document, stretch.within(range))
    };
    let (old, new) = (part(&comparing.old, &pair.old, &gap.old), part(&comparing.new, &pair.new, &gap.new));
    let words = |wording: &Option<Wording>| wording.as_ref().map_or_else(Vec::new, |wording| wording.words.clone());
    let (old_words, new_words) = (words(&old), words(&new));
    NormEdit {
        is_spelling: direction::is_same_text(&old_words, &new_words)
            || is_mended(comparing, pair, &old_words, &new_words),
        old: old.as_ref().map(|wording| wording.span),
        new: new.as_ref().map(|wording| wording.span),
        old_hours: hours_between(&comparing.old, &pair.old, &gap.old),
        new_hours: hours_between(&comparing.new, &pair.new, &gap.new),
        old_words,
        new_words,
    }
}

/// How often something is to be done, in hours, where tokens stand in what says that.
fn hours_between(side: &Side<'_>, stretch: &Stretch, range: &Range<usize>) -> Option<u32> {
    let place = Site::of(side, stretch, range)?;
    let frequencies = &side.reading(stretch.document).frequencies;
    frequencies.iter().find(|(own, _)| place.is_in(*own)).map(|(_, hours)| *hours)
}

/// The class of an edit of a time limit in a row of a table that obliges.
fn of_limit(comparing: &Comparing<'_>, pair: &Pair, gap: &Gap) -> Option<Class> {
    let limit = |side: &Side<'_>, stretch: &Stretch, range: &Range<usize>| {
        let place = Site::of(side, stretch, range)?;
        let limits = &side.reading(stretch.document).limits;
        limits.iter().find(|limit| place.is_in(limit.span)).cloned()
    };
    let (old, new) = (limit(&comparing.old, &pair.old, &gap.old)?, limit(&comparing.new, &pair.new, &gap.new)?);
    Some(match new.time.compare(old.time) {
        Some(Ordering::Less) if old.frees && new.frees => Class::NormStrengthened,
        Some(Ordering::Greater) if old.frees && new.frees => Class::NormWeakened,
        _ => Class::NormChanged,
    })
}

/// Where the tokens of an edit stand, or the place between two tokens where the other version has some.
struct Site {
    span: Span,
    is_between: bool,
}

impl Site {
    fn of(side: &Side<'_>, stretch: &Stretch, range: &Range<usize>) -> Option<Self> {
        let own = side.tokens(stretch.document, stretch.tokens.clone());
        let covered = own.get(range.clone())?.iter().map(|token| token.span).reduce(Span::cover);
        if let Some(span) = covered {
            return Some(Self { span, is_between: false });
        }
        let before = range.start.checked_sub(1).and_then(|before| own.get(before)).map(|token| token.span.end);
        let after = own.get(range.start).map(|token| token.span.start);
        let (start, end) = (before.or(after)?, after.or(before)?);
        Some(Self { span: Span { start, end }, is_between: true })
    }

    /// Whether it shares a byte with what a span holds; what is put in beside it, «hábiles», belongs to it too.
    fn is_in(&self, span: Span) -> bool {
        let Span { start, end } = self.span;
        start < span.end && span.start < end || self.is_between && start <= span.end && span.start <= end
    }
}

/// Whether a misspelt word was mended: it looks like a slip of the pen, and stands nowhere else, as a word would.
fn is_mended(comparing: &Comparing<'_>, pair: &Pair, old: &[String], new: &[String]) -> bool {
    let ([old], [new]) = (old, new) else { return false };
    let texts = (&comparing.old.reading(pair.old.document).text, &comparing.new.reading(pair.new.document).text);
    direction::is_slip(old, new) && occurrences(texts.0, old) == 1 && occurrences(texts.1, old) == 0
}

/// How often a word stands in a text by itself.
fn occurrences(text: &str, word: &str) -> usize {
    let is_alone = |(start, found): &(usize, &str)| {
        let (before, after) = (&text[..*start], &text[start + found.len()..]);
        !before.ends_with(char::is_alphanumeric) && !after.starts_with(char::is_alphanumeric)
    };
    text.match_indices(word).filter(is_alone).count()
}

/// Whether a block is the policy's own text, which may oblige though no norm was recognised in it.
fn may_oblige(comparing: &Comparing<'_>, pair: &Pair) -> bool {
    let block = comparing.new.block(pair.new.first());
    let is_text = matches!(block.form, BlockForm::Paragraph | BlockForm::Row { .. });
    is_text && !block.quoted && !is_set_text(&comparing.new.parts(pair.new.document).path)
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
fn is_designation(comparing: &Comparing<'_>, pair: &Pair, gap: &Gap) -> bool {
    let is_number = |side: &Side<'_>, stretch: &Stretch, range: &Range<usize>| {
        range.is_empty() || range.end <= side.block(stretch.first()).designation
    };
    is_number(&comparing.old, &pair.old, &gap.old) && is_number(&comparing.new, &pair.new, &gap.new)
}

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
    if figures || edits.iter().any(is_of_ordinals) { Class::Figure } else { Class::Editorial }
}

/// Whether an edit puts an ordinal in words in the place of another: `third`, `fourth`.
///
/// One that only comes or goes may count nothing: “First, look”, «un segundo».
fn is_of_ordinals(edit: &Edit) -> bool {
    let (Some(old), Some(new)) = (&edit.old, &edit.new) else { return false };
    let is_ordinal = |word: &String| {
        let word = folded(word);
        // «Los primeros días».
        numbering::ordinal_word(word.strip_suffix('s').unwrap_or(&word)).is_some_and(|value| value > 0)
    };
    let ordinal = |wording: &Wording| wording.words.iter().any(is_ordinal);
    ordinal(old) && ordinal(new)
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

/// Shares, multiples and currencies.
const SHARES: [&str; 14] = [
    "tercio", "tercios", "mitad", "doble", "triple", "half", "thirds", "quarters", "double", "twice", "usd", "eur",
    "mxn", "gbp",
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
            || SHARES.contains(&plain.as_str())
            || !is_article && cardinals::value(&plain, is_spanish).is_some()
    };
    words.into_iter().any(is_number) || wording.text.contains(['%', '$', '€', '½'])
}
