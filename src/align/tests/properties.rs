//! What holds of the alignment of any two texts.

use super::*;
use proptest::prelude::*;

#[test]
fn hostile_texts_are_aligned_in_time() {
    let same = "- No aplica.\n".repeat(50_000);
    assert_eq!(edited(&same, &format!("{same}- No aplica.\n")), ["No aplica."]);
    let words = |step: usize| -> String {
        let words: Vec<String> = (0..60_000).map(|number| format!("p{}", number * step % 9_973)).collect();
        words.join(" ")
    };
    assert!(!edited(&words(7), &words(11)).is_empty());
    let phrase = "uno dos tres cuatro cinco seis siete ocho nueve ";
    let (old, new) = (phrase.repeat(8_000), format!("diez {}", phrase.repeat(7_900).replace("nueve", "nueve,")));
    let found = edited(&old, &new).len();
    assert!((7_901..9_000).contains(&found), "{found}");
}

fn arbitrary_text() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "# ",
        "## ",
        "\n",
        "\n\n",
        "- ",
        "1. ",
        "> ",
        "| ",
        " |\n",
        "| - | - |\n",
        "**",
        "~~",
        "[",
        "](x.md)",
        "[^1]",
        "[^1]: ",
        "`",
        "```\n",
        "{{ a }}",
        "<br>",
        "<!-- x -->",
        "---\n",
        "uno ",
        "dos ",
        "año ",
        "an\u{303}o ",
        ", ",
        ". ",
        "\u{feff}",
        "\r\n",
        "&amp;",
        "{#id}",
        "- [x] ",
        "Término\n: ",
        "https://a.mx ",
        "\\",
    ]);
    prop::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn aligning_a_text_with_itself_changes_nothing(text in arbitrary_text()) {
        let alignment = aligned(&[("a.md", &text)], &[("a.md", &text)]);
        prop_assert_eq!(alignment.changed_spans(&path_of("a.md")), &[]);
        prop_assert!(!alignment.is_touched(&path_of("a.md"), Span::new(0..text.len())));
        prop_assert!(alignment.blocks.iter().all(|pair| pair.changes.is_empty() && !pair.moved && pair.old == pair.new));
    }

    #[test]
    fn changed_spans_lie_in_the_new_text_and_are_touched(old in arbitrary_text(), new in arbitrary_text()) {
        let alignment = aligned(&[("a.md", &old)], &[("a.md", &new)]);
        let mut reached = 0;
        for span in alignment.changed_spans(&path_of("a.md")) {
            prop_assert!(span.range().start >= reached && !span.is_empty());
            prop_assert!(new.get(span.range()).is_some());
            prop_assert!(alignment.is_touched(&path_of("a.md"), *span));
            reached = span.range().end;
        }
    }

    #[test]
    fn what_is_not_changed_is_in_the_old_text(old in arbitrary_text(), new in arbitrary_text()) {
        let (before, after) = (version(&[("a.md", &old)]), version(&[("a.md", &new)]));
        let alignment = align(&before, &after);
        let mut known: Vec<u64> = before[0].tokens.iter().map(|token| token.key).collect();
        let spans = alignment.changed_spans(&path_of("a.md"));
        for token in after[0].tokens.iter().filter(|token| !token.span.is_empty()) {
            if !spans.iter().any(|span| span.contains(token.span)) {
                let place = known.iter().position(|key| *key == token.key);
                prop_assert!(place.is_some(), "{:?}", &new[token.span.range()]);
                known.swap_remove(place.unwrap());
            }
        }
    }

    #[test]
    fn the_changes_of_a_pair_rebuild_its_new_tokens(old in arbitrary_text(), new in arbitrary_text()) {
        let (before, after) = (version(&[("a.md", &old)]), version(&[("a.md", &new)]));
        for pair in align(&before, &after).blocks {
            let (Some(at), Some(to)) = (pair.old, pair.new) else { continue };
            let keys = |version: &[DocumentParts], place: crate::align::Place| -> Vec<u64> {
                let document = &version[place.document];
                document.tokens_of(&document.blocks[place.index]).iter().map(|token| token.key).collect()
            };
            let (mut rebuilt, wanted) = (keys(&before, at), keys(&after, to));
            for change in pair.changes.iter().rev() {
                rebuilt.splice(change.old.clone(), wanted[change.new.clone()].iter().copied());
            }
            prop_assert_eq!(rebuilt, wanted);
        }
    }
}
