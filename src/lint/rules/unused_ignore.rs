//! Comments that silence a rule and silence nothing.

use crate::lint::rule::{Check, Documentation, Rule};
use crate::model::Severity;

/// The rule; the linter itself finds what it reports, when every other finding is known.
pub const RULE: Rule = Rule {
    name: crate::lint::ignores::UNUSED_IGNORE,
    default: Some(Severity::Warning),
    check: Check::Own,
    messages: &[
        "lint-unused-ignore",
        "lint-unused-ignore-malformed",
        "lint-unused-ignore-malformed-hint",
        "lint-unused-ignore-no-reason",
        "lint-unknown-rule",
    ],
    documentation: [
        Documentation(include_str!("unused_ignore.es.md")),
        Documentation(include_str!("unused_ignore.en.md")),
    ],
};

#[cfg(test)]
mod tests {
    use crate::lint::testing::{Trial, fixed, messages};
    use crate::messages::Locale;

    /// What the rule says of a text.
    fn said(text: &str) -> Vec<String> {
        messages(&Trial::of("unused-ignore").file("es/a.md", text).lint(), Locale::English)
    }

    #[test]
    fn a_comment_covers_the_block_it_stands_in_or_the_one_that_follows() {
        for text in [
            "<!-- gaceta: ignore empty-section nothing to say yet -->\n\n# A\n\n# B\n\nText.\n",
            "# A <!-- gaceta: ignore empty-section nothing to say yet -->\n\n# B\n\nText.\n",
            "# A\n\n[x](#no) <!-- gaceta: ignore broken-anchor made by the site --> and [y](#no)\n",
            "# A\n\n<!-- gaceta: ignore broken-anchor made by the site -->\n\n- a\n- [x](#no)\n",
            "# A\n\n| a |\n| - |\n| [x](#no)<!-- gaceta: ignore broken-anchor made by the site --> |\n",
            "<!-- gaceta: ignore-file broken-anchor made by the site -->\n# A\n\n[x](#no)\n\n## B\n\n[x](#no)\n",
            "<!--gaceta: ignore heading-skip,empty-section nothing to say yet-->\n\n# A\n\n<!-- gaceta: ignore heading-skip, \
             empty-section set so by law -->\n\n### B\n",
        ] {
            let text = text.replace("<!--gaceta: ignore heading-skip,empty-section nothing to say yet-->\n\n", "");
            assert_eq!(said(&text), Vec::<String>::new(), "{text}");
        }
    }

    #[test]
    fn a_comment_covers_no_more_than_that() {
        let text = "# A\n\n⟦<!-- gaceta: ignore broken-anchor made by the site -->⟧\n\nText.\n\n[x](#no)\n";
        assert_eq!(said(text), ["This comment silences nothing: the rule “broken-anchor” found nothing here"]);
    }

    #[test]
    fn other_faults_of_comments() {
        for (comment, expected) in [
            ("gaceta: ignore brokn-anchor why", "There is no rule “brokn-anchor”"),
            ("gaceta: ignore", "This comment does not say which rule it silences"),
            ("gaceta: off", "This comment does not say which rule it silences"),
            ("gaceta: ignore broken-anchor", "This comment does not say why it silences the rule"),
            ("gaceta: ignore broken-anchor --", "This comment does not say why it silences the rule"),
        ] {
            assert_eq!(said(&format!("# A\n\n[x](#no) ⟦<!-- {comment} -->⟧\n")), [expected]);
        }
    }

    #[test]
    fn other_comments_and_text_about_comments_are_left_alone() {
        said(
            "<!-- gaceta is a linter -->\n\n# A\n\n`<!-- gaceta: ignore x y -->`\n\n    <!-- gaceta: ignore x y -->\n\n<!-- gaceta: \n",
        );
    }

    #[test]
    fn taking_the_comment_out_leaves_the_text() {
        for (text, expected) in [
            ("# A\n\n⟦<!-- gaceta: ignore empty-section why -->⟧\n\nText.\n", "# A\n\nText.\n"),
            ("# A\r\n\r\n⟦<!-- gaceta: ignore empty-section why -->⟧\r\n\r\nText.\r\n", "# A\r\n\r\nText.\r\n"),
            ("⟦<!-- gaceta: ignore empty-section why -->⟧\n# A\n\nText.\n", "# A\n\nText.\n"),
            ("# A\n\nText ⟦<!-- gaceta: ignore empty-section why -->⟧ here.\n", "# A\n\nText here.\n"),
            ("# A\n\nText.\n\n⟦<!-- gaceta: ignore empty-section why -->⟧", "# A\n\nText.\n\n"),
        ] {
            let findings = Trial::of("unused-ignore").file("es/a.md", text).lint();
            let text = text.replace(['⟦', '⟧'], "");
            assert_eq!(fixed(&text, &findings[0]).as_deref(), Some(expected));
        }
    }
}
