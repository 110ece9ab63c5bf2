//! Sections that a change has made hard to read.

use crate::align::Place;
use crate::lint::earlier::Earlier;
use crate::lint::finding::{Findings, Observation};
use crate::lint::prose::{Formula, Prose};
use crate::lint::rule::{Check, Documentation, Rule};
use crate::lint::whole::WholePolicy;
use crate::model::{Message, Severity, Span};

/// The rule.
pub const RULE: Rule = Rule {
    name: "readability",
    default: Some(Severity::Warning),
    check: Check::History(check),
    messages: &["lint-readability", "lint-readability-sentences", "lint-readability-words"],
    documentation: [Documentation(include_str!("readability.es.md")), Documentation(include_str!("readability.en.md"))],
};

/// A section is hard to read below this, by either formula.
const HARD: f64 = 40.0;

/// The least fall that is told.
const LEAST_FALL: f64 = 5.0;

/// The fewest words that a score is made of, in either version. Flesch took samples of a hundred; in less than half of
/// that, where one sentence ends moves the score by more than [`LEAST_FALL`], whatever it says.
const FEWEST_WORDS: u32 = 50;

/// The fewest words of the passages that were written anew: a long sentence. A name or an address says nothing about how
/// a text is written.
const FEWEST_NEW_WORDS: u32 = 20;

fn check(whole: &WholePolicy<'_>, findings: &mut Findings<'_>) {
    let Some(earlier) = whole.policy.base.as_ref().or(whole.policy.released.as_ref()) else { return };
    if earlier.changed(whole).old.is_empty() {
        return;
    }
    for pair in &earlier.alignment(whole).sections {
        if let Some(observation) = pair.old.zip(pair.new).and_then(|(old, new)| compare(earlier, whole, old, new)) {
            findings.add(observation);
        }
    }
}

/// What there is to say of a section in both versions.
fn compare(earlier: &Earlier<'_>, whole: &WholePolicy<'_>, old: Place, new: Place) -> Option<Observation> {
    let changed = earlier.changed(whole);
    let (before, now) = (changed.old.get(old.document)?, changed.new.get(new.document)?);
    let language = now.language.as_ref().filter(|language| before.language.as_ref() == Some(*language))?;
    let formula = Formula::of(language)?;
    let (place, passages) = (now.places.get(new.index)?, now.prose.get(new.index)?);
    let before: Prose = before.prose.get(old.index)?.iter().map(|(_, prose)| *prose).sum();
    let now: Prose = passages.iter().map(|(_, prose)| *prose).sum();
    let scores = (formula.score(&before), formula.score(&now));
    let is_long = before.words >= FEWEST_WORDS && now.words >= FEWEST_WORDS;
    if !is_long || scores.1 >= HARD || scores.0 - scores.1 < LEAST_FALL {
        return None;
    }
    let path = &changed.new_parts.get(new.document)?.path;
    // What easy text was taken from, or hard text was only moved to, was not made harder.
    let written = earlier.alignment(whole).changed_spans(path);
    let is_written = |passage: Span| {
        let next = written.partition_point(|span| span.end <= passage.start);
        written.get(next).is_some_and(|span| span.start < passage.end)
    };
    let own: Prose = passages.iter().filter(|(span, _)| is_written(*span)).map(|(_, prose)| *prose).sum();
    if own.words < FEWEST_NEW_WORDS || formula.score(&own) >= HARD {
        return None;
    }
    let message = Message::new("lint-readability")
        .with("before", rounded(scores.0))
        .with("now", rounded(scores.1))
        .with("formula", formula.name);
    Some(Observation::new(path, *place, message).hint(remedy(&formula, &before, &now)))
}

/// What to do about the greater part of the fall.
fn remedy(formula: &Formula, before: &Prose, now: &Prose) -> Message {
    let sentences = formula.per_word * (now.sentence_length() - before.sentence_length());
    let words = formula.per_syllable * (now.word_length() - before.word_length());
    if sentences < words {
        return Message::new("lint-readability-words");
    }
    Message::new("lint-readability-sentences")
        .with("before", rounded(before.sentence_length()))
        .with("now", rounded(now.sentence_length()))
}

/// Rounded down, so that what is below a limit reads so.
fn rounded(score: f64) -> String {
    format!("{:.0}", score.floor())
}

#[cfg(test)]
mod tests {
    use crate::lint::testing::{Trial, hints};
    use crate::messages::Locale;

    /// So many sentences of ten words.
    fn short(sentences: usize) -> String {
        vec!["La Unidad publica los datos en su sitio cada mes."; sentences].join(" ")
    }

    /// One sentence of ten words for each time, with commas between them.
    fn long(times: usize) -> String {
        format!(
            "La Unidad publica los datos en su sitio cada mes{}.",
            ", y la Unidad publica los datos en su sitio hoy".repeat(times - 1)
        )
    }

    #[test]
    fn a_section_that_has_become_hard_to_read_is_reported_at_its_heading() {
        let old = format!("# Uno\n\n{}\n\n## Dos\n\n{}\n", short(6), short(6));
        let new = format!("# Uno\n\n{}\n\n⟦## Segunda parte⟧\n\n{}\n", short(6), long(8));
        let trial = Trial::of("readability").released("es/a.md", &old).file("es/a.md", &new);
        trial.says(
            Locale::Spanish,
            &["La sección se lee peor que antes: su legibilidad bajó de 90 a 26, y por debajo de 40 un texto es muy \
               difícil (INFLESZ)"],
        );
        let expected = "Divida sus oraciones: tenían en promedio 10 palabras y ahora tienen 80";
        assert_eq!(hints(&trial.lint(), Locale::Spanish), [expected]);
    }

    #[test]
    fn longer_words_are_told_as_such() {
        let old = "The board sees that the data of the state can be read by all who wish to.\n".repeat(4);
        let new = "The administration continuously facilitates accessibility, availability, interoperability and \
            reutilisation of governmental information for interested organisations.\n"
            .repeat(5);
        let trial =
            Trial::of("readability").released("en/a.md", &old).file("en/a.md", &format!("⟦{}⟧\n", new.trim_end()));
        let expected = "Use shorter and more common words: those it has now are longer than those before";
        assert_eq!(hints(&trial.lint(), Locale::English), [expected]);
    }

    #[test]
    fn a_document_that_was_renamed_is_compared_with_what_it_was() {
        let rest = "\n\n# Otra\n\nEl Comité revisa el catálogo y responde a quien lo pida.\n";
        let old = format!("# Uno\n\n{}{rest}", short(8));
        let new = format!("⟦# Uno⟧\n\n{}{rest}", long(8));
        Trial::of("readability").released("es/a.md", &old).file("es/b.md", &new).lint();
    }

    #[test]
    fn what_was_hard_before_is_easy_enough_or_too_short_is_left_alone() {
        let compare = |old: &str, new: &str| {
            let (old, new) = (format!("# Uno\n\n{old}\n"), format!("# Uno\n\n{new}\n"));
            Trial::of("readability").released("es/a.md", &old).file("es/a.md", &new).lint();
        };
        // It fell by less than five.
        compare(&long(8), &format!("{} hoy.", long(8).trim_end_matches('.')));
        // Twenty words in a sentence are still easy.
        compare(&short(9), &vec![long(2); 5].join(" "));
        // Forty words.
        compare(&short(4), &long(8));
    }

    #[test]
    fn new_sections_headings_tables_quotations_and_other_languages_are_left_alone() {
        let quoted = |text: &str| {
            format!("# Uno\n\n> {text}\n\n| {text} |\n| - |\n| {text} |\n\n## {text}\n\n```\n{text}\n```\n")
        };
        Trial::of("readability").released("es/a.md", &quoted(&short(6))).file("es/a.md", &quoted(&long(8))).lint();
        let new = format!("# Uno\n\nTexto.\n\n## Dos\n\n{}\n", long(8));
        Trial::of("readability").released("es/a.md", "# Uno\n\nTexto.\n").file("es/a.md", &new).lint();
        let french = |text: &str| format!("---\nlang: fr\n---\n\n# Un\n\n{text}\n");
        Trial::of("readability").released("a.md", &french(&short(6))).file("a.md", &french(&long(8))).lint();
        // A translation in the same place is another text.
        let old = format!("---\nlang: en\n---\n\n# Uno\n\n{}\n", short(6));
        Trial::of("readability").released("es/a.md", &old).file("es/a.md", &format!("# Uno\n\n{}\n", long(8))).lint();
    }

    #[test]
    fn without_an_earlier_version_nothing_is_said() {
        Trial::of("readability").file("es/a.md", &format!("# Uno\n\n{}\n", long(9))).lint();
    }

    #[test]
    fn text_that_was_only_put_together_is_left_alone() {
        let hard = "Las administraciones garantizarán progresivamente interoperabilidad, accesibilidad y reutilización; \
            establecerán procedimientos administrativos correspondientes; determinarán responsabilidades institucionales."
            .repeat(2);
        let old = format!("# Uno\n\n## Dos\n\n{}\n\n## Tres\n\n{hard}\n", short(6));
        let new = format!("# Uno\n\n## Dos\n\n{}\n\n{hard}\n", short(6));
        Trial::of("readability").released("es/a.md", &old).file("es/a.md", &new).lint();
    }

    #[test]
    fn the_base_goes_before_the_last_release() {
        let (easy, hard) = (format!("# Uno\n\n{}\n", short(6)), format!("# Uno\n\n{}\n", long(8)));
        let trial = Trial::of("readability").released("es/a.md", &easy).base("es/a.md", &hard).file("es/a.md", &hard);
        trial.lint();
        let marked = hard.replace("# Uno", "⟦# Uno⟧");
        Trial::of("readability").released("es/a.md", &hard).base("es/a.md", &easy).file("es/a.md", &marked).lint();
    }
}
