//! Citations of the policy's own articles and annexes in plain text, which could be links.

use crate::citations::{Citation, Target};
use crate::lint::clause_tree::ClauseKey;
use crate::lint::context::DocumentContext;
use crate::lint::finding::{Findings, Observation, quotation};
use crate::lint::links::{fragment, relative};
use crate::lint::rule::{Check, Documentation, Rule};
use crate::lint::whole::WholePolicy;
use crate::model::{ClauseKind, DocumentEntry, DocumentPath, Language, Message, Passage, Setting, Span};

/// The rule.
pub const RULE: Rule = Rule {
    name: "hardcoded-ref",
    default: None,
    check: Check::Document(check),
    messages: &["lint-hardcoded-ref", "lint-hardcoded-ref-hint", "lint-hardcoded-ref-place"],
    documentation: [
        Documentation(include_str!("hardcoded_ref.es.md")),
        Documentation(include_str!("hardcoded_ref.en.md")),
    ],
};

fn check(context: &DocumentContext<'_>, findings: &mut Findings<'_>) {
    for (place, citation) in context.citations() {
        let Some(passage) = context.passages().get(*place) else { continue };
        if let Some(plain) = Plain::of(context, passage, citation) {
            findings.later(move |whole, findings| plain.settle(whole, findings));
        }
    }
}

/// A citation of one article or annex that is no link.
struct Plain {
    path: DocumentPath,
    language: Option<Language>,
    span: Span,
    written: String,
    keys: Vec<ClauseKey>,
}

impl Plain {
    fn of(context: &DocumentContext<'_>, passage: &Passage<'_>, citation: &Citation) -> Option<Self> {
        let Target::Clauses(clauses) = &citation.target else { return None };
        let [clause] = &clauses[..] else { return None };
        let is_wide = |kind| matches!(kind, ClauseKind::Article | ClauseKind::Annex);
        let first = clause.path.iter().position(|number| is_wide(number.kind))?;
        let is_text = !passage.quoted && passage.setting != Setting::Heading && clause.through.is_none();
        if !is_text || !citation.instrument.is_own() || citation.link(passage).is_some() {
            return None;
        }
        Some(Self {
            path: context.document.path.clone(),
            language: context.language.clone(),
            span: passage.text.span(citation.range.clone()),
            written: passage.text.as_str().get(citation.range.clone())?.to_owned(),
            keys: clause.path[first..].iter().map(ClauseKey::from).collect(),
        })
    }

    /// Reports the citation if the policy has the clause, in its own document or in another of the language.
    fn settle(&self, whole: &WholePolicy<'_>, findings: &mut Findings<'_>) {
        let own = whole.documents.iter().filter(|(path, _)| **path == self.path);
        let others = whole.documents.iter().filter(|(path, _)| **path != self.path);
        let documents = own.chain(others).filter(|(_, facts)| facts.language == self.language);
        let found = documents.filter_map(|(path, facts)| {
            let place = facts.clauses.find(0..facts.clauses.len(), &self.keys)?;
            Some((*path, facts.clauses.get(place)?.place))
        });
        let Some((path, place)) = found.into_iter().next() else { return };
        let Some(entry) = whole.entry(path) else { return };
        let Some(anchor) = anchor(&entry, place) else { return };
        let file = if *path == self.path { String::new() } else { relative(&self.path, path) };
        let link = format!("[{}]({file}#{})", self.written, fragment(anchor, false));
        let message = Message::new("lint-hardcoded-ref").with("written", quotation(&self.written));
        let hint = Message::new("lint-hardcoded-ref-hint").with("link", link);
        let there = Message::new("lint-hardcoded-ref-place");
        findings.add(Observation::new(&self.path, self.span, message).hint(hint).related(path, place, there));
    }
}

/// The anchor of the clause whose designation stands at a place: its section's, where it is a heading.
fn anchor(entry: &DocumentEntry, place: Span) -> Option<&str> {
    let start = |clause: &crate::model::ClauseEntry| clause.address.last().map_or(0, |last| last.span.start);
    let at = entry.clauses.partition_point(|clause| start(clause) < place.start);
    let clause = entry.clauses.get(at).filter(|clause| start(clause) == place.start)?;
    let section = || entry.sections.get(clause.section?).map(|section| section.anchor.as_str());
    clause.anchor.as_deref().or_else(section)
}

#[cfg(test)]
mod tests {
    use crate::lint::testing::{Trial, hints};
    use crate::messages::Locale;

    const TEXT: &str = "# Artículo 1 {#objeto}

Lo del ⟦artículo 2, fracción II⟧ y del [artículo 2](#plazos). Se llena el \
        ⟦Anexo A⟧. No es el artículo 9, ni la fracción II, ni el artículo 2 de la Ley.

# Artículo 2 {#plazos}

\
        I. Uno.

II. Dos.
";

    #[test]
    fn plain_citations_of_clauses_that_exist_are_reported_with_their_link() {
        let trial = Trial::of("hardcoded-ref").file("es/01.md", TEXT).file("es/02.md", "# Anexo A. Ficha\n\nTexto.\n");
        trial.says(Locale::Spanish, &["«artículo 2, fracción II» no es un enlace", "«Anexo A» no es un enlace"]);
        let expected = ["Escriba «[artículo 2, fracción II](#plazos.II)»", "Escriba «[Anexo A](02.md#anexo-a-ficha)»"];
        assert_eq!(hints(&trial.lint(), Locale::Spanish), expected);
    }

    #[test]
    fn lists_quotations_and_headings_are_left_alone() {
        let text = "# Article 1\n\nArticles 1 and 2.\n\n> As Article 2 says.\n\n## On Article 2\n\nText.\n\n# Article 2\n\nText.\n";
        Trial::of("hardcoded-ref").file("en/a.md", text).lint();
    }
}
