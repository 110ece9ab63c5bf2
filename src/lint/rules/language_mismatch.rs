//! Sentences in another language than their document's.

use crate::lint::context::DocumentContext;
use crate::lint::finding::{Findings, Observation};
use crate::lint::phrases::stands_in;
use crate::lint::rule::{Check, Documentation, Rule};
use crate::model::{InlineKind, Message, Passage, Setting, Severity, bare_words, sentences};
use crate::policy;
use memchr::memmem;
use std::ops::Range;

/// The rule.
pub const RULE: Rule = Rule {
    name: "language-mismatch",
    default: Some(Severity::Warning),
    check: Check::Document(check),
    messages: &["lint-language-mismatch-spanish", "lint-language-mismatch-english", "lint-language-mismatch-hint"],
    documentation: [
        Documentation(include_str!("language_mismatch.es.md")),
        Documentation(include_str!("language_mismatch.en.md")),
    ],
};

/// Words, one of which nearly every Spanish sentence has and hardly any English one.
const SPANISH_MARKS: [&str; 5] = [" los ", " las ", " del ", " que ", " para "];

/// The same for English.
const ENGLISH_MARKS: [&str; 2] = [" the ", " and "];

/// Fewer words than these are a name or a title.
const FEWEST_WORDS: usize = 8;

fn check(context: &DocumentContext<'_>, findings: &mut Findings<'_>) {
    let (marks, id): (&[&str], _) = match (context.is_spanish(), context.is_english()) {
        (true, _) => (&ENGLISH_MARKS, "lint-language-mismatch-english"),
        (_, true) => (&SPANISH_MARKS, "lint-language-mismatch-spanish"),
        _ => return,
    };
    let is_marked = |text: &str| marks.iter().any(|mark| memmem::find(text.as_bytes(), mark.as_bytes()).is_some());
    // Line ends count as blanks in the passages only; a foreign sentence without any mark inside a line is not missed much.
    if !is_marked(context.document.text) {
        return;
    }
    for passage in context.passages() {
        let text = passage.text.as_str();
        if passage.quoted || passage.setting != Setting::Paragraph || !is_marked(text) {
            continue;
        }
        if let Some(foreign) = foreign(context, passage) {
            let span = passage.text.span(foreign);
            let observation = Observation::new(&context.document.path, span, Message::new(id));
            findings.add(observation.hint(Message::new("lint-language-mismatch-hint")));
        }
    }
}

/// From the first to the last sentence of a passage that is in the other language.
fn foreign(context: &DocumentContext<'_>, passage: &Passage<'_>) -> Option<Range<usize>> {
    let own = context.language.as_ref()?.primary();
    let text = passage.text.as_str();
    let mut found: Option<Range<usize>> = None;
    for sentence in sentences(text, None) {
        let written = text.get(sentence.clone())?;
        let is_foreign = || policy::language_of_text(written).is_some_and(|language| language.primary() != own);
        if bare_words(written).take(FEWEST_WORDS).count() < FEWEST_WORDS || !is_foreign() {
            continue;
        }
        if is_cited(passage, &sentence) {
            continue;
        }
        found = Some(found.map_or(sentence.start, |found| found.start)..sentence.end);
    }
    found
}

/// Whether most of a sentence stands between quotation marks, in emphasis or in a link: a title or somebody's words.
fn is_cited(passage: &Passage<'_>, sentence: &Range<usize>) -> bool {
    let text = passage.text.as_str();
    let Some(written) = text.get(sentence.clone()) else { return false };
    let quoted: usize = [('«', '»'), ('“', '”'), ('"', '"')]
        .into_iter()
        .filter_map(|(open, close)| {
            let start = written.find(open)? + open.len_utf8();
            Some(written[start..].rfind(close).unwrap_or(written.len() - start))
        })
        .sum();
    if quoted * 2 > written.len() {
        return true;
    }
    let is_set_off =
        |kind: &InlineKind<'_>| matches!(kind, InlineKind::Emphasis(_) | InlineKind::Link { .. } | InlineKind::Code(_));
    let words = bare_words(written).map(|(start, word)| sentence.start + start..sentence.start + start + word.len());
    let (mut set_off, mut all) = (0, 0);
    for word in words {
        all += 1;
        set_off += usize::from(stands_in(passage.inlines, passage.text.span(word), &is_set_off));
    }
    set_off * 2 > all
}

#[cfg(test)]
mod tests {
    use crate::lint::testing::Trial;
    use crate::messages::Locale;

    #[test]
    fn foreign_sentences_are_reported_once_a_paragraph() {
        let trial = Trial::of("language-mismatch")
            .file(
                "es/a.md",
                "# Alcance\n\nLa política rige en el municipio. ⟦The agencies must publish the data that they hold, and keep it up \
                 to date. All of the data is to be free of charge for the people.⟧\n",
            )
            .file(
                "en/a.md",
                "# Scope\n\n⟦Las dependencias deberán publicar los datos que tengan, sin costo para las personas.⟧\n",
            );
        let expected = ["This is Spanish in an English document", "This is English in a Spanish document"];
        trial.says(Locale::English, &expected);
    }

    #[test]
    fn names_titles_and_quotations_are_left_alone() {
        let spanish = "# The state of the data and of the agencies\n\nVea «The state of the data that the agencies hold and \
            publish», de 2020.\n\nSegún [the state of the data that the agencies of the city hold and publish](a.md).\n\n\
            > The agencies must publish the data that they hold, and keep it up to date.\n\n\
            La guía *Open Data and the Public: a handbook for the cities of the world* es útil para las dependencias.\n\n\
            La empresa The Data and the City publica datos para los municipios que se lo piden.\n\n\
            `the agencies must publish the data that they hold and keep`\n";
        let english = "Los Angeles and Las Vegas publish their data, as the cities of El Salvador and those of the state do.\n\n\
            The Ley de los Datos para las Personas que los Usan is the law of the state, and this policy follows it.\n";
        Trial::of("language-mismatch").file("es/a.md", spanish).file("en/a.md", english).lint();
        let french =
            "---\nlang: fr\n---\n\nThe agencies must publish the data that they hold and keep it up to date.\n";
        Trial::of("language-mismatch").file("fr/a.md", french).lint();
    }
}
