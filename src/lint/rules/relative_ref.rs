//! Citations of a clause by its place: «el artículo anterior», “the next section”.
//!
//! «Este artículo» always means the one that says so, and paragraphs have no number: both are left alone, and so is a
//! citation that is a link, which leads to its clause wherever that moves.

use crate::citations::{Citation, Direction, Target};
use crate::lint::clause_tree::{Clause, ClauseKey, numeral};
use crate::lint::context::DocumentContext;
use crate::lint::finding::{Findings, Observation, quotation};
use crate::lint::rule::{Check, Documentation, Rule};
use crate::model::{ClauseKind, Message, Passage, Severity};

/// The rule.
pub const RULE: Rule = Rule {
    name: "relative-ref",
    default: Some(Severity::Warning),
    check: Check::Document(check),
    messages: &[
        "lint-relative-ref",
        "lint-relative-ref-number",
        "lint-relative-ref-hint",
        "lint-relative-ref-section",
        "lint-relative-ref-place",
    ],
    documentation: [
        Documentation(include_str!("relative_ref.es.md")),
        Documentation(include_str!("relative_ref.en.md")),
    ],
};

fn check(context: &DocumentContext<'_>, findings: &mut Findings<'_>) {
    for (place, citation) in context.citations() {
        let Some(passage) = context.passages().get(*place) else { continue };
        let Target::Relative { kind: Some(kind), direction, .. } = &citation.target else { continue };
        let is_told = *direction == Direction::Here || passage.quoted || !citation.instrument.is_own();
        if !is_told && citation.link(passage).is_none() && !is_named(context, passage, citation, *kind) {
            findings.add(observation(context, passage, citation, *kind));
        }
    }
}

/// Whether a section is named beside its place: «la sección “Datos” anterior», “the previous section ([Data](#data))”.
fn is_named(context: &DocumentContext<'_>, passage: &Passage<'_>, citation: &Citation, kind: ClauseKind) -> bool {
    let before = passage.text.as_str().get(..citation.range.start).unwrap_or("").trim_end();
    let end = passage.text.span(citation.range.clone()).range().end;
    let after = context.document.text.get(end..).unwrap_or("");
    kind == ClauseKind::Section && (before.ends_with(['”', '"', '»', '’']) || after.trim_start().starts_with("(["))
}

fn observation(
    context: &DocumentContext<'_>,
    passage: &Passage<'_>,
    citation: &Citation,
    kind: ClauseKind,
) -> Observation {
    let written = passage.text.as_str().get(citation.range.clone()).unwrap_or("");
    let span = passage.text.span(citation.range.clone());
    let message = Message::new("lint-relative-ref").with("written", quotation(written));
    let observation = Observation::new(&context.document.path, span, message);
    let Some(clause) = meant(context, passage, citation, kind).filter(|_| !is_plural(written)) else {
        let numbered = !context.clauses().of_kind(kind).is_empty() || kind != ClauseKind::Section;
        let id = if numbered { "lint-relative-ref-hint" } else { "lint-relative-ref-section" };
        return observation.hint(Message::new(id));
    };
    let name = format!("{} {}", name(kind, context.is_english()), number(clause, kind, context));
    let hint = Message::new("lint-relative-ref-number").with("name", name);
    observation.hint(hint).related(&context.document.path, clause.place, Message::new("lint-relative-ref-place"))
}

/// The clause that is meant, where the citation stands in one of the same kind.
fn meant<'a>(
    context: &'a DocumentContext<'_>,
    passage: &Passage<'_>,
    citation: &Citation,
    kind: ClauseKind,
) -> Option<&'a Clause> {
    let Target::Relative { direction, .. } = &citation.target else { return None };
    if passage.noted {
        return None;
    }
    let tree = context.clauses();
    let offset = passage.text.span(citation.range.clone()).start;
    let (place, _) = tree.ancestors(tree.at(offset)?).find(|(_, clause)| clause.key.is_of(kind))?;
    tree.neighbour(place, kind, *direction == Direction::Before)
}

/// «Los artículos anteriores» are as many as the reader thinks.
fn is_plural(written: &str) -> bool {
    written.split_whitespace().any(|word| word.ends_with('s') && !matches!(word, "previous" | "this" | "its"))
}

/// The number of a clause as it would be cited.
fn number(clause: &Clause, kind: ClauseKind, context: &DocumentContext<'_>) -> String {
    let has_suffix = clause.key != ClauseKey::new(kind, clause.key.number(), None);
    let written = context.document.text.get(clause.place.range()).unwrap_or("");
    if has_suffix {
        // The designation as it stands, as `Artículo 14 Bis.` has its suffix; its last two words are number and suffix.
        let words: Vec<&str> = written.split_whitespace().collect();
        let last = words.get(words.len().saturating_sub(2)..).unwrap_or(&[]).join(" ");
        return last.trim_end_matches(|mark: char| !mark.is_alphanumeric()).to_owned();
    }
    let like = written.split_whitespace().next_back().unwrap_or("").trim_matches(|mark: char| !mark.is_alphanumeric());
    let numeral = numeral(kind, clause.key.number(), like);
    if kind == ClauseKind::Item { format!("{numeral})") } else { numeral }
}

/// The name of a kind of clause, in the language of the document.
const fn name(kind: ClauseKind, english: bool) -> &'static str {
    match (kind, english) {
        (ClauseKind::Annex, false) => "anexo",
        (ClauseKind::Annex, true) => "annex",
        (ClauseKind::Book, false) => "libro",
        (ClauseKind::Book, true) => "book",
        (ClauseKind::Title, false) => "título",
        (ClauseKind::Title, true) => "title",
        (ClauseKind::Chapter, false) => "capítulo",
        (ClauseKind::Chapter, true) => "chapter",
        (ClauseKind::Section, false) => "sección",
        (ClauseKind::Section, true) => "section",
        (ClauseKind::Article, false) => "artículo",
        (ClauseKind::Article, true) => "article",
        (ClauseKind::Transitory, false) => "transitorio",
        (ClauseKind::Transitory, true) => "transitory provision",
        (ClauseKind::Part, false) => "apartado",
        (ClauseKind::Part, true) => "part",
        (ClauseKind::Fraction, false) => "fracción",
        (ClauseKind::Fraction, true) => "fraction",
        (ClauseKind::Item, false) => "inciso",
        (ClauseKind::Item, true) => "item",
        (ClauseKind::Numeral, _) => "numeral",
    }
}

#[cfg(test)]
mod tests {
    use crate::lint::testing::{Trial, hints};
    use crate::messages::Locale;

    fn trial() -> Trial {
        Trial::of("relative-ref")
    }

    #[test]
    fn an_article_told_by_its_place_is_reported_with_its_number() {
        let text = "# Capítulo I\n\n## Artículo 12\n\nUno.\n\n## Artículo 13 Bis. Dos\n\nLo del ⟦artículo anterior⟧.\n\n\
            ## Artículo 14\n\nLo que dice la ⟦fracción II del artículo anterior⟧ y el ⟦artículo siguiente⟧.\n\n\
            ## Artículo 15\n\nTres.\n";
        let trial = trial().file("es/a.md", text);
        let expected = ["artículo anterior", "fracción II del artículo anterior", "artículo siguiente"];
        trial.says(
            Locale::Spanish,
            &expected
                .map(|written| format!("«{written}» señalará otra cláusula si se agrega o se quita una"))
                .each_ref()
                .map(String::as_str),
        );
        let numbers = ["artículo 12", "artículo 13 Bis", "artículo 15"];
        let numbers = numbers.map(|number| format!("Escriba su número: «{number}»"));
        assert_eq!(hints(&trial.lint(), Locale::Spanish), numbers);
    }

    #[test]
    fn fractions_and_items_have_their_neighbours_in_the_same_clause() {
        let text = "# Article 1\n\nI. One;\n\nII. Whatever the ⟦preceding fraction⟧ says:\n\na) A, and\n\nb) B.\n\n\
            # Article 2\n\nI. What the ⟦previous fraction⟧ says.\n";
        let findings = trial().file("en/a.md", text).lint();
        let expected = ["Write its number: “fraction I”", "Write its number"];
        assert_eq!(hints(&findings, Locale::English), expected);
    }

    #[test]
    fn sections_without_numbers_are_named_or_linked() {
        let findings = trial().file("en/a.md", "# A\n\nSee the ⟦next section⟧.\n\n# B\n\nText.\n").lint();
        assert_eq!(hints(&findings, Locale::English), ["Name the section by its title, with a link to it"]);
        trial().file("en/a.md", "# A\n\nSee the “B” section below, the next section ([B](#b)).\n").lint();
        trial().file("en/a.md", "# A\n\nSee the [next section](#b).\n\n# B\n\nText.\n").lint();
    }

    #[test]
    fn what_moves_along_is_left_alone() {
        for text in [
            "El presente artículo y este capítulo.",
            "El párrafo anterior y el párrafo siguiente.",
            "El artículo anterior de la Ley.",
            "> El artículo anterior.",
            "Se reforman los siguientes artículos: 5 y 6.",
            "El año anterior, el artículo 5 mandaba otra cosa.",
            "Las fracciones siguientes: I y II.",
        ] {
            trial().file("es/a.md", &format!("# Artículo 5\n\n{text}\n")).lint();
        }
        for text in
            ["This article and the preceding paragraph.", "The following items: a and b.", "The next part of it."]
        {
            trial().file("en/a.md", &format!("# Article 5\n\n{text}\n")).lint();
        }
    }
}
