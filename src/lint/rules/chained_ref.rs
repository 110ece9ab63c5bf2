//! References that send the reader on from clause to clause.
//!
//! 1. In one sentence: «el artículo 4, que remite al artículo 8, en términos del artículo 2»; each of three citations or
//!    more is followed by nothing but words that lead to the next;
//! 2. across the document: a citation of a clause that says nothing itself but where its rule stands.

use crate::citations::{Citation, Target};
use crate::lint::clause_tree::{ClauseKey, ClauseTree};
use crate::lint::context::DocumentContext;
use crate::lint::finding::{Findings, Observation, quotation};
use crate::lint::rule::{Check, Documentation, Rule};
use crate::model::{Message, Passage, Setting, Severity, Span, folded};
use std::collections::HashMap;

/// The rule.
pub const RULE: Rule = Rule {
    name: "chained-ref",
    default: Some(Severity::Warning),
    check: Check::Document(check),
    messages: &[
        "lint-chained-ref",
        "lint-chained-ref-hint",
        "lint-chained-ref-forward",
        "lint-chained-ref-forward-hint",
        "lint-chained-ref-forward-place",
    ],
    documentation: [Documentation(include_str!("chained_ref.es.md")), Documentation(include_str!("chained_ref.en.md"))],
};

/// How many citations make a chain.
const SHORTEST_CHAIN: usize = 3;

/// How long the words between two citations of a chain are at most, in bytes.
const LONGEST_JOINT: usize = 80;

/// How many words a clause has at most, beside its citation, that says nothing itself.
const MOST_WORDS: usize = 10;

/// Words that lead from one citation to the next, without case, accents, articles and what qualifies them.
const JOINTS: [&str; 35] = [
    "que remite a",
    "que a su vez remite a",
    "a su vez remite a",
    "y este a",
    "que reenvia a",
    "que se remite a",
    "que refiere a",
    "que se refiere a",
    "que hace referencia a",
    "a que remite",
    "a que se refiere",
    "a que hace referencia",
    "en terminos de",
    "en relacion con",
    "en concordancia con",
    "en correlacion con",
    "conforme a",
    "segun",
    "de conformidad con",
    "de acuerdo con",
    "con arreglo a",
    "which refers to",
    "which in turn refers to",
    "that refers to",
    "which points to",
    "which refers back to",
    "in accordance with",
    "in terms of",
    "in relation to",
    "in conjunction with",
    "pursuant to",
    "under",
    "as provided in",
    "as set out in",
    "referred to in",
];

/// Verbs of a clause that says where its rule stands.
const FORWARDS: [&str; 14] = [
    "estara a lo",
    "aplicara",
    "aplicaran",
    "aplica",
    "aplican",
    "regira",
    "rige",
    "observara",
    "sujetara",
    "remite",
    "applies",
    "apply",
    "governed by",
    "refer to",
];

fn check(context: &DocumentContext<'_>, findings: &mut Findings<'_>) {
    let citations = context.citations();
    let mut start = 0;
    while let Some((place, first)) = citations.get(start) {
        let rest = citations.get(start..).unwrap_or(&[]);
        let passage = context.passages().get(*place).filter(|passage| !passage.quoted && may_chain(first));
        let length = passage.map_or(1, |passage| chain(passage, *place, rest));
        if length >= SHORTEST_CHAIN
            && let (Some(passage), Some((_, last))) = (passage, rest.get(length - 1))
        {
            let range = first.range.start..last.range.end;
            let written = quotation(passage.text.as_str().get(range.clone()).unwrap_or(""));
            let message = Message::new("lint-chained-ref").with("count", length).with("written", written);
            let observation = Observation::new(&context.document.path, passage.text.span(range), message);
            findings.add(observation.hint(Message::new("lint-chained-ref-hint")));
        }
        start += length;
    }
    check_forwards(context, findings);
}

/// Whether a citation may be a link of a chain through the policy.
fn may_chain(citation: &Citation) -> bool {
    citation.instrument.is_own() && matches!(citation.target, Target::Clauses(_))
}

/// How many citations from the first on lead to each other; at least one.
fn chain(passage: &Passage<'_>, place: usize, citations: &[(usize, Citation)]) -> usize {
    let leads = |pair: &&[(usize, Citation)]| {
        let [(_, one), (there, next)] = pair else { return false };
        *there == place && may_chain(next) && leads_on(passage, one, next)
    };
    1 + citations.windows(2).take_while(leads).count()
}

/// Whether nothing but words that lead on stands between two citations.
fn leads_on(passage: &Passage<'_>, one: &Citation, next: &Citation) -> bool {
    let between = passage.text.as_str().get(one.range.end..next.range.start).unwrap_or("");
    if between.len() > LONGEST_JOINT || between.contains(['.', ';', ':']) {
        return false;
    }
    let folded = folded(between);
    let words = folded.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
    let words: Vec<&str> = words.filter_map(essential).collect();
    JOINTS.contains(&words.join(" ").as_str())
}

/// A word without what a joint can do without: «en los términos de lo dispuesto por el» is «en términos de».
fn essential(word: &str) -> Option<&str> {
    Some(match word {
        "el" | "la" | "los" | "las" | "lo" | "the" | "dispuesto" | "establecido" | "previsto" | "senalado" | "por" => {
            return None;
        }
        "al" => "a",
        "del" => "de",
        _ => word,
    })
}

/// Reports the citations of clauses that only say where their rule stands.
fn check_forwards(context: &DocumentContext<'_>, findings: &mut Findings<'_>) {
    let forwards = forwards(context);
    if forwards.is_empty() {
        return;
    }
    let tree = context.clauses();
    for (place, citation) in context.citations() {
        let Some(passage) = context.passages().get(*place).filter(|passage| !passage.quoted) else { continue };
        let Target::Clauses(clauses) = &citation.target else { continue };
        if !citation.instrument.is_own() {
            continue;
        }
        for clause in clauses {
            let path: Vec<ClauseKey> = clause.path.iter().map(ClauseKey::from).collect();
            let Some(found) = tree.find(0..tree.len(), &path) else { continue };
            let span = passage.text.span(citation.range.clone());
            let Some((target, there)) = forwards.get(&found).filter(|_| tree.at(span.start) != Some(found)) else {
                continue;
            };
            let written = passage.text.as_str().get(citation.range.clone()).unwrap_or("");
            let message = Message::new("lint-chained-ref-forward")
                .with("written", quotation(written))
                .with("target", quotation(target));
            let hint = Message::new("lint-chained-ref-forward-hint").with("target", quotation(target));
            let related = Message::new("lint-chained-ref-forward-place");
            let observation = Observation::new(&context.document.path, span, message).hint(hint);
            findings.add(observation.related(&context.document.path, *there, related));
        }
    }
}

/// The clauses that say nothing but where their rule stands, with the citation that says it and its place.
fn forwards(context: &DocumentContext<'_>) -> HashMap<usize, (String, Span)> {
    let mut forwards = HashMap::new();
    let tree = context.clauses();
    for pair in context.citations().chunk_by(|one, other| one.0 == other.0) {
        let [(place, citation)] = pair else { continue };
        let Some(passage) = context.passages().get(*place) else { continue };
        if may_chain(citation) && !passage.quoted && !passage.noted && only_forwards(passage, citation) {
            let span = passage.text.span(citation.range.clone());
            let written = passage.text.as_str().get(citation.range.clone()).unwrap_or("").to_owned();
            let clause = tree.at(span.start).filter(|clause| tree.inside(*clause).is_empty());
            if let Some(clause) = clause.filter(|clause| is_alone(context, *place, *clause, tree)) {
                forwards.insert(clause, (written, span));
            }
        }
    }
    forwards
}

/// Whether a passage has few words beside its citation, one of them a verb that sends the reader there.
fn only_forwards(passage: &Passage<'_>, citation: &Citation) -> bool {
    let text = passage.text.as_str();
    let label = passage.designator.map_or(0, |designator| designator.label.len());
    let (Some(before), Some(after)) = (text.get(label..citation.range.start), text.get(citation.range.end..)) else {
        return false;
    };
    let count = before.split_whitespace().count() + after.split_whitespace().count();
    let is_cell = matches!(passage.setting, Setting::Cell { .. } | Setting::Heading | Setting::Term);
    if is_cell || count > MOST_WORDS || after.chars().any(char::is_alphanumeric) {
        return false;
    }
    let before = format!(" {} ", folded(before.trim()));
    FORWARDS.iter().any(|verb| before.contains(&format!(" {verb} ")))
}

/// Whether a passage is the only one of its clause, the heading left out.
fn is_alone(context: &DocumentContext<'_>, place: usize, clause: usize, tree: &ClauseTree) -> bool {
    let belongs = |passage: &Passage<'_>| tree.at(passage.span.start) == Some(clause);
    let passages = context.passages();
    let before = place.checked_sub(1).and_then(|place| passages.get(place));
    let follows = |passage: &Passage<'_>| passage.setting == Setting::Heading || !belongs(passage);
    before.is_none_or(follows) && passages.get(place + 1).is_none_or(|passage| !belongs(passage))
}

#[cfg(test)]
mod tests {
    use crate::lint::testing::{Trial, hints};
    use crate::messages::Locale;

    fn trial() -> Trial {
        Trial::of("chained-ref")
    }

    #[test]
    fn a_sentence_that_leads_through_three_clauses_is_reported() {
        let text = "# A\n\nSe atiende el ⟦artículo 11, que remite al artículo 8, en términos del artículo 6⟧.\n\n\
            Véase el ⟦artículo 1, fracción II, conforme a lo dispuesto en el artículo 2, de conformidad con el artículo 3⟧.\n";
        let text = text.replace("conforme a lo dispuesto en el", "conforme al");
        let trial = trial().file("es/a.md", &text);
        let findings = trial.lint();
        let expected = "Diga aquí la regla o cite solo la cláusula que la contiene";
        assert_eq!(hints(&findings, Locale::Spanish), [expected, expected]);
        trial.says(
            Locale::Spanish,
            &[
                "Hay que recorrer 3 cláusulas para hallar una regla: «artículo 11, que remite al artículo 8, en términos del artículo 6»",
                "Hay que recorrer 3 cláusulas para hallar una regla: «artículo 1, fracción II, conforme al artículo 2, de conformidad con el artículo 3»",
            ],
        );
        let text = "# A\n\nAs ⟦Article 11, which refers to Article 8, in accordance with Article 6⟧, says.\n";
        Trial::of("chained-ref").file("en/a.md", text).lint();
    }

    #[test]
    fn lists_and_pairs_are_no_chain() {
        for text in [
            "Los artículos 4, 8 y 2.",
            "El artículo 4, el artículo 8 y el artículo 2.",
            "El artículo 4, en relación con los artículos 8 y 2.",
            "El artículo 4, que remite al artículo 8. En términos del artículo 2 se procede.",
            "El plan del artículo 4 se aprueba conforme al artículo 8 y se publica en términos del artículo 2.",
            "El artículo 4, en relación con el artículo 8, en términos del artículo 2 de la Ley General de Archivos.",
            "> El artículo 4, que remite al artículo 8, en términos del artículo 2.",
        ] {
            trial().file("es/a.md", &format!("# A\n\n{text}\n")).lint();
        }
    }

    #[test]
    fn a_citation_of_a_clause_that_only_sends_on_is_reported() {
        let text = "# Artículo 1\n\nLos plazos son los del ⟦artículo 2⟧.\n\n# Artículo 2. Plazos\n\nSe estará a lo \
            dispuesto en el artículo 3.\n\n# Artículo 3\n\nVeinte días.\n";
        let trial = trial().file("es/a.md", text);
        trial.says(Locale::Spanish, &["«artículo 2» solo remite a «artículo 3»"]);
        assert_eq!(hints(&trial.lint(), Locale::Spanish), ["Cite directamente «artículo 3»"]);
    }

    #[test]
    fn a_clause_with_a_rule_of_its_own_is_no_link_of_a_chain() {
        for own in [
            "Se aplica el artículo 3.\n\nEl plazo es de veinte días.",
            "Se aplica el artículo 3 a las personas que lo pidan.",
            "Se aplica lo que sigue:\n\nI. El artículo 3, y\n\nII. Otra cosa.",
        ] {
            let text =
                format!("# Artículo 1\n\nLos del artículo 2.\n\n# Artículo 2\n\n{own}\n\n# Artículo 3\n\nTexto.\n");
            trial().file("es/a.md", &text).lint();
        }
    }
}
