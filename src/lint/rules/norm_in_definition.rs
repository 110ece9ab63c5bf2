//! Duties hidden in definitions.

use crate::definitions::Definition;
use crate::lint::context::DocumentContext;
use crate::lint::finding::{Findings, Observation, quotation};
use crate::lint::rule::{Check, Documentation, Rule};
use crate::lint::verbs::with_verb;
use crate::model::{Message, Passage, Severity, Span, bare_words};
use crate::norms::Strength;
use std::collections::BTreeSet;
use std::ops::Range;

/// The rule.
pub const RULE: Rule = Rule {
    name: "norm-in-definition",
    default: Some(Severity::Warning),
    check: Check::Document(check),
    messages: &["lint-norm-in-definition", "lint-norm-in-definition-hint"],
    documentation: [
        Documentation(include_str!("norm_in_definition.es.md")),
        Documentation(include_str!("norm_in_definition.en.md")),
    ],
};

/// Verbs of duty, as they stand in relative clauses.
const DUTIES: [&str; 6] = ["deberá", "deberán", "debe", "deben", "must", "shall"];

/// Words that open relative clauses.
const PRONOUNS: [&str; 3] = ["que", "which", "that"];

/// How many words before a verb its relative pronoun is looked for.
const FARTHEST_PRONOUN: usize = 8;

fn check(context: &DocumentContext<'_>, findings: &mut Findings<'_>) {
    let Some(facts) = context.terms() else { return };
    let mut definitions = facts.definitions.iter().filter(|definition| definition.is_formal()).peekable();
    if definitions.peek().is_none() {
        return;
    }
    let mut told = BTreeSet::new();
    for (place, norm) in context.norms() {
        let (Some(passage), Strength::Must | Strength::MustNot) = (context.passages().get(*place), norm.strength)
        else {
            continue;
        };
        let span = passage.text.span(with_verb(passage.text.as_str(), &norm.modal));
        let contains = |meaning: Option<Span>| meaning.is_some_and(|meaning| meaning.contains(span));
        let around = facts.definitions.iter().find(|definition| definition.is_formal() && contains(definition.meaning));
        let Some(definition) = around.filter(|_| !norm.inherited) else { continue };
        if context.is_english() && describes(passage, &norm.modal, definition) {
            continue;
        }
        findings.add(observation(context, definition, span));
        told.insert(span);
    }
    for definition in facts.definitions.iter().filter(|definition| definition.is_formal()) {
        for span in relative_duties(context, definition) {
            // A relative clause that the register has taken for a duty is told already.
            if told.insert(span) {
                findings.add(observation(context, definition, span));
            }
        }
    }
}

/// Whether a modal of an English definition stands in a relative clause without a pronoun: `means the fees Customer must
/// pay`.
fn describes(passage: &Passage<'_>, modal: &Range<usize>, definition: &Definition) -> bool {
    let text = passage.text.as_str();
    let before: Vec<(usize, &str)> = bare_words(text.get(..modal.start).unwrap_or("")).collect();
    let Some((&[(start, noun), (_, agent)], rest)) = before.split_last_chunk::<2>().map(|(rest, pair)| (pair, rest))
    else {
        return false;
    };
    let begins = |(at, word): &(usize, &str)| {
        definition.meaning.is_some_and(|meaning| passage.text.span(*at..at + word.len()).start >= meaning.start)
    };
    let phrase = rest.iter().find(|word| begins(word));
    let plain = phrase.is_some_and(|(at, _)| !text[*at..modal.start].contains([',', ';', ':', '.', '(']));
    let is_noun = noun.ends_with('s') && noun.starts_with(char::is_lowercase) && start > 0;
    let is_agent = agent.starts_with(char::is_uppercase) || matches!(agent, "you" | "we" | "they");
    plain && is_noun && is_agent
}

/// The duties in the relative clauses of a definition that name who has them: «que la Coordinación deberá actualizar».
/// The register of norms leaves relative clauses out, as most of them only describe: «los datos que deben publicarse».
fn relative_duties(context: &DocumentContext<'_>, definition: &Definition) -> Vec<Span> {
    let mut found = Vec::new();
    let Some(meaning) = definition.meaning else { return found };
    for passage in context.passages().iter().filter(|passage| passage.span.end > meaning.start) {
        if passage.span.start >= meaning.end {
            break;
        }
        let text = passage.text.as_str();
        let words: Vec<(usize, &str)> = bare_words(text).collect();
        for (place, (start, word)) in words.iter().enumerate() {
            let span = passage.text.span(*start..start + word.len());
            if DUTIES.contains(word) && meaning.contains(span) && has_agent(&words[..place]) {
                let range = with_verb(text, &(*start..start + word.len()));
                found.push(passage.text.span(range));
            }
        }
    }
    found
}

/// Whether the words before a verb are a relative pronoun and then somebody with a capital: «que la Coordinación».
fn has_agent(before: &[(usize, &str)]) -> bool {
    let near = before.iter().rev().take(FARTHEST_PRONOUN);
    let agent: Vec<&str> = near.map(|(_, word)| *word).take_while(|word| !PRONOUNS.contains(word)).collect();
    let pronoun = before.len().checked_sub(agent.len() + 1).and_then(|place| before.get(place));
    let is_named = agent.iter().any(|word| word.starts_with(char::is_uppercase));
    let has_article =
        agent.last().is_some_and(|word| matches!(*word, "la" | "el" | "las" | "los" | "the" | "each" | "cada"));
    pronoun.is_some_and(|(_, word)| PRONOUNS.contains(word)) && is_named && has_article
}

fn observation(context: &DocumentContext<'_>, definition: &Definition, span: Span) -> Observation {
    let message = Message::new("lint-norm-in-definition").with("term", quotation(&definition.term));
    let observation = Observation::new(&context.document.path, span, message);
    observation.hint(Message::new("lint-norm-in-definition-hint"))
}

#[cfg(test)]
mod tests {
    use crate::lint::testing::Trial;
    use crate::messages::Locale;

    #[test]
    fn a_duty_in_a_definition_is_reported() {
        let spanish = "# Definiciones\n\nPara los efectos de esta política se entenderá por:\n\n\
            I. **Dependencia:** cada oficina del gobierno;\n\nII. **Enlace:** la persona designada. El Enlace ⟦deberá entregar⟧ \
            el inventario cada mes, y\n\nIII. **Catálogo:** la lista de los datos que deben publicarse.\n";
        let trial = Trial::of("norm-in-definition").file("es/a.md", spanish);
        trial.says(Locale::Spanish, &["La definición de «Enlace» impone un deber"]);
    }

    #[test]
    fn a_relative_clause_that_names_its_agent_is_a_duty() {
        let spanish = "# Definiciones\n\nPara los efectos de esta política se entenderá por:\n\n\
            I. **Dependencia:** cada oficina del gobierno que debe abrir sus datos;\n\n\
            II. **Portal:** el sitio que la Dependencia ⟦deberá actualizar⟧ cada semana, y\n\n\
            III. **Catálogo:** la lista de los datos.\n";
        Trial::of("norm-in-definition").file("es/a.md", spanish).lint();
    }

    #[test]
    fn an_english_relative_clause_needs_no_pronoun() {
        let english = "# Definitions\n\n**\"Fees\"** means the fees Customer is required to pay.\n\n**\"Token\"** means the \
            credentials Developer must obtain.\n\n**\"Licence\"** means each right to use the software. Customer ⟦must \
            assign⟧ it to a user.\n";
        Trial::of("norm-in-definition").file("en/a.md", english).lint();
    }

    #[test]
    fn definitions_and_duties_apart_are_left_alone() {
        let spanish = "# Definiciones\n\nPara los efectos de esta política se entenderá por:\n\n\
            I. **Dependencia:** cada oficina del gobierno;\n\nII. **Enlace:** la persona designada, y\n\n\
            III. **Catálogo:** la lista de los datos.\n\n# Deberes\n\nEl Enlace deberá entregar el inventario.\n";
        Trial::of("norm-in-definition").file("es/a.md", spanish).lint();
    }
}
