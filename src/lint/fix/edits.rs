//! Edits of a text: which can be applied together, and their application.

use crate::model::{Edit, Fix, Span};
use std::collections::BTreeMap;

/// Whether a fix fits the text and changes it.
#[must_use]
pub fn changes(text: &str, fix: &Fix) -> bool {
    let fits = fix.edits.iter().all(|edit| text.get(edit.span.range()).is_some());
    let in_order =
        fix.edits.windows(2).all(|pair| !conflict(pair[0].span, pair[1].span) && pair[0].span < pair[1].span);
    fits && in_order && fix.edits.iter().any(|edit| text.get(edit.span.range()) != Some(edit.text.as_str()))
}

/// Those of the fixes that do not overlap; of two that do, the first.
#[must_use]
pub fn compatible<'a>(fixes: &[&'a Fix]) -> Vec<&'a Fix> {
    let mut taken: BTreeMap<u32, Span> = BTreeMap::new();
    let mut chosen = Vec::with_capacity(fixes.len());
    for fix in fixes {
        // What is taken does not overlap, so that only the neighbours can be in the way.
        let is_free = fix.edits.iter().all(|Edit { span, .. }| {
            let before = taken.range(..=span.start).next_back();
            let after = taken.range(span.start..).next();
            before.into_iter().chain(after).all(|(_, other)| !conflict(*span, *other))
        });
        if is_free {
            taken.extend(fix.edits.iter().map(|edit| (edit.span.start, edit.span)));
            chosen.push(*fix);
        }
    }
    chosen
}

/// Whether two edits concern the same place: they share a byte, or one inserts at the edge of the other, so that what
/// comes of both would depend on their order.
fn conflict(one: Span, other: Span) -> bool {
    if one.is_empty() || other.is_empty() {
        one.start <= other.end && other.start <= one.end
    } else {
        one.start < other.end && other.start < one.end
    }
}

/// The text after fixes that do not overlap.
#[must_use]
pub fn apply(text: &str, fixes: &[&Fix]) -> String {
    let mut edits: Vec<Edit> = fixes.iter().flat_map(|fix| fix.edits.iter().cloned()).collect();
    edits.sort_by_key(|edit| edit.span);
    edited(text, &edits)
}

/// The text with edits that stand in its order without overlap.
pub fn edited(text: &str, edits: &[Edit]) -> String {
    let mut mended = String::with_capacity(text.len() + edits.iter().map(|edit| edit.text.len()).sum::<usize>());
    let mut reached = 0;
    for edit in edits {
        let range = edit.span.range();
        mended.push_str(text.get(reached..range.start).unwrap_or(""));
        mended.push_str(&edit.text);
        reached = range.end;
    }
    mended.push_str(text.get(reached..).unwrap_or(""));
    mended
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::ops::Range;

    fn fix(edits: &[(Range<usize>, &str)]) -> Fix {
        let edit = |(range, text): &(Range<usize>, &str)| Edit { span: Span::new(range.clone()), text: (*text).into() };
        Fix { edits: edits.iter().map(edit).collect(), safe: true }
    }

    fn together(text: &str, fixes: &[Fix]) -> (String, usize) {
        let chosen = compatible(&fixes.iter().collect::<Vec<_>>());
        (apply(text, &chosen), chosen.len())
    }

    #[test]
    fn edits_are_applied_wherever_they_stand_in_the_list() {
        let fixes = [fix(&[(4..5, "E")]), fix(&[(0..1, "A"), (2..3, "")]), fix(&[(6..6, "!")])];
        assert_eq!(together("abcdef", &fixes), ("AbdEf!".to_owned(), 3));
    }

    #[test]
    fn of_two_that_overlap_the_first_is_taken() {
        for (one, other, expected) in [
            (fix(&[(0..3, "x")]), fix(&[(2..4, "y")]), "xdef"),
            (fix(&[(2..4, "y")]), fix(&[(0..3, "x")]), "abyef"),
            (fix(&[(1..5, "y")]), fix(&[(0..1, "x"), (2..3, "z")]), "ayf"),
            (fix(&[(6..6, "\n")]), fix(&[(6..6, "\n")]), "abcdef\n"),
            (fix(&[(2..2, "y")]), fix(&[(2..3, "x")]), "abycdef"),
            (fix(&[(2..3, "x")]), fix(&[(3..3, "y")]), "abxdef"),
        ] {
            assert_eq!(together("abcdef", &[one, other]), (expected.to_owned(), 1));
        }
        assert_eq!(together("abcdef", &[fix(&[(0..2, "x")]), fix(&[(2..4, "y")])]), ("xyef".to_owned(), 2));
    }

    #[test]
    fn fixes_that_do_not_fit_or_change_nothing_are_no_fixes() {
        for edits in [
            &[(0..1, "x")][..],
            &[(2..9, "x")],
            &[(3..4, "x"), (0..1, "y")],
            &[(3..4, "x"), (3..4, "y")],
            &[(2..3, "a")],
            &[],
        ] {
            assert!(!changes("ñabc", &fix(edits)), "{edits:?}");
        }
        assert!(changes("ñabc", &fix(&[(2..3, "a"), (3..4, "")])));
    }
}
