//! Defined terms that do not link to their definition where a section first uses them.
//!
//! 1. The terms of all glossaries of a language are gathered, or those of each document where every one is a text of its
//!    own;
//! 2. each document is read again, and the first use of each term in each section looked at.

use crate::definitions::{Definition, Glossary, GlossaryUse, keep_first_uses};
use crate::lint::finding::{Findings, Observation, quotation};
use crate::lint::links::{fragment, relative};
use crate::lint::rule::{Check, Documentation, Rule};
use crate::lint::whole::WholePolicy;
use crate::model::{DocumentPath, Edit, Fix, Language, Message, Span};
use rayon::prelude::*;
use std::collections::BTreeMap;

/// The rule. It is off until asked for: most policies mark their terms by capitals and link none.
pub const RULE: Rule = Rule {
    name: "unlinked-term",
    default: None,
    check: Check::Policy(check),
    messages: &["lint-more-alike", "lint-unlinked-term", "lint-unlinked-term-defined", "lint-unlinked-term-hint"],
    documentation: [
        Documentation(include_str!("unlinked_term.es.md")),
        Documentation(include_str!("unlinked_term.en.md")),
    ],
};

fn check(whole: &WholePolicy<'_>, findings: &mut Findings<'_>) {
    // Where every document is a text of its own, so is its glossary.
    let is_collection = whole.policy.is_collection();
    let mut texts: BTreeMap<(Option<&Language>, Option<&DocumentPath>), Vec<&DocumentPath>> = BTreeMap::new();
    for (path, facts) in &whole.documents {
        let own = Some(*path).filter(|_| is_collection);
        texts.entry((facts.language.as_ref(), own)).or_default().push(path);
    }
    for documents in texts.values() {
        let definitions =
            documents.iter().flat_map(|path| definitions_of(path, whole).map(|definition| (*path, definition)));
        let glossary = Glossary::of(definitions);
        if glossary.is_empty() {
            continue;
        }
        let mut read: Vec<Vec<GlossaryUse>> = documents.par_iter().map(|path| uses(&glossary, path, whole)).collect();
        keep_first_uses(&mut read);
        for (path, uses) in documents.iter().zip(read) {
            let found = observations(&glossary, path, &uses, whole);
            findings.add_alike(found.len(), found.into_iter());
        }
    }
}

/// The uses of the glossary's terms in a document.
fn uses(glossary: &Glossary<'_>, path: &DocumentPath, whole: &WholePolicy<'_>) -> Vec<GlossaryUse> {
    let Ok(text) = whole.policy.policy.text(path) else { return Vec::new() };
    let defining: Vec<Span> = definitions_of(path, whole).map(|definition| definition.extent).collect();
    glossary.uses(&whole.policy.policy.parse(path, &text), &defining)
}

/// What is told of those that are no links.
fn observations(
    glossary: &Glossary<'_>,
    path: &DocumentPath,
    uses: &[GlossaryUse],
    whole: &WholePolicy<'_>,
) -> Vec<Observation> {
    let Ok(text) = whole.policy.policy.text(path) else { return Vec::new() };
    let unlinked = uses.iter().filter(|found| !found.is_linked);
    let told = unlinked
        .filter_map(|found| Some(observation((path, &text), found.span, glossary.definition(found.term)?, whole)));
    told.collect()
}

fn definitions_of<'a>(path: &DocumentPath, whole: &'a WholePolicy<'_>) -> impl Iterator<Item = &'a Definition> {
    whole.facts(path).and_then(|facts| facts.definitions()).into_iter().flat_map(|facts| &facts.definitions)
}

fn observation(
    (path, text): (&DocumentPath, &str),
    span: Span,
    (defined_in, definition): (&DocumentPath, &Definition),
    whole: &WholePolicy<'_>,
) -> Observation {
    let message = Message::new("lint-unlinked-term").with("term", quotation(&definition.term));
    let defined = Message::new("lint-unlinked-term-defined");
    let observation = Observation::new(path, span, message).related(defined_in, definition.span, defined);
    let written = text.get(span.range()).filter(|written| !written.contains(['[', ']', '\n', '*', '_', '`']));
    let target = target(path, (defined_in, definition), whole);
    let Some(link) = written.zip(target).map(|(written, target)| format!("[{written}]({target})")) else {
        return observation;
    };
    let hint = Message::new("lint-unlinked-term-hint").with("link", quotation(&link));
    // A link is markup that others see; whether it belongs there is for a person to say.
    observation.hint(hint).fix(Fix { edits: vec![Edit { span, text: link }], safe: false })
}

/// The link to a definition: to its clause, else to its section; `None` where it has neither.
fn target(
    from: &DocumentPath,
    (defined_in, definition): (&DocumentPath, &Definition),
    whole: &WholePolicy<'_>,
) -> Option<String> {
    let entry = whole.entry(defined_in)?;
    let clause = entry.clauses.iter().find_map(|clause| {
        let place = clause.address.last()?.span;
        clause.anchor.as_deref().filter(|_| place.overlaps(definition.extent))
    });
    let before = entry.sections.partition_point(|section| section.span.start <= definition.span.start);
    let section = entry.sections[..before].last().map(|section| section.anchor.as_str());
    let anchor = fragment(clause.or(section)?, false);
    Some(if from == defined_in { format!("#{anchor}") } else { format!("{}#{anchor}", relative(from, defined_in)) })
}

#[cfg(test)]
mod tests {
    use crate::lint::testing::{Trial, hints};
    use crate::messages::Locale;

    const GLOSSARY: &str = "# Definiciones {#definiciones}\n\nPara los efectos de esta política se entenderá por:\n\n\
        I. **Dependencia:** cada oficina del gobierno;\n\nII. **Catálogo de datos:** la lista de los datos, y\n\n\
        III. **Enlace:** la persona que responde por una Dependencia.\n";

    fn trial() -> Trial {
        Trial::of("unlinked-term").file("es/01.md", GLOSSARY)
    }

    #[test]
    fn the_first_use_of_each_term_in_each_section_should_be_a_link() {
        let text = "# Uno\n\nCada ⟦Dependencia⟧ publica su ⟦catálogo de datos⟧. La Dependencia lo revisa.\n\n## Dos\n\n\
            - Las ⟦Dependencias⟧ responden.\n- La Dependencia corrige.\n";
        let trial = trial().file("es/02.md", text);
        let expected =
            "El término «Dependencia» aparece aquí por primera vez en la sección y no enlaza a su definición";
        let findings = trial.lint();
        assert_eq!(crate::lint::testing::messages(&findings, Locale::Spanish)[0], expected);
        let expected = [
            "Write “[Dependencia](01.md#definiciones.I)”",
            "Write “[catálogo de datos](01.md#definiciones.II)”",
            "Write “[Dependencias](01.md#definiciones.I)”",
        ];
        assert_eq!(hints(&findings, Locale::English), expected);
        let fix = findings[0].fix.as_ref().unwrap();
        assert_eq!((fix.safe, fix.edits[0].text.as_str()), (false, "[Dependencia](01.md#definiciones.I)"));
    }

    #[test]
    fn links_definitions_headings_quotations_and_code_are_left_alone() {
        let text = "# La Dependencia y el Enlace\n\nCada [Dependencia](01.md#definiciones.I) publica. La Dependencia \
            revisa `Enlace`.\n\n> La Dependencia y el Enlace.\n\n| Enlace |\n| - |\n| Enlace |\n\n```\nEnlace\n```\n\n\
            Un texto[^1].\n\n[^1]: El Enlace.\n";
        trial().file("es/02.md", text).lint();
    }

    #[test]
    fn an_everyday_word_in_small_letters_is_not_the_term() {
        trial().file("es/02.md", "# Uno\n\nEl enlace de la página y la dependencia de otros.\n").lint();
    }

    #[test]
    fn a_part_of_a_longer_name_is_not_the_term() {
        let text =
            "# Uno\n\nSegún el Enlace Ciudadano y la Red Nacional Enlace. Un Enlace, sí: lo dice la ⟦Dependencia⟧.\n";
        trial().file("es/02.md", &text.replacen("Un Enlace,", "Un ⟦Enlace⟧,", 1)).lint();
        let text = "# Uno\n\nLa ⟦Dependencia⟧ MUST publicar.\n";
        trial().file("es/02.md", text).lint();
    }

    #[test]
    fn where_a_term_has_its_capitals_anywhere_other_uses_are_everyday_words() {
        let loose = "# Uno\n\nHay un catálogo de datos en papel.\n";
        let exact = "# Dos\n\nSe publica en el ⟦Catálogo de datos⟧.\n";
        trial().file("es/02.md", loose).file("es/03.md", exact).lint();
        trial().file("es/02.md", &loose.replace("catálogo de datos", "⟦catálogo de datos⟧")).lint();
    }

    #[test]
    fn the_section_that_defines_a_term_need_not_link_to_it() {
        let after = format!("{GLOSSARY}\nEl Enlace trabaja en su Dependencia.\n\n## Otra\n\nEl ⟦Enlace⟧ responde.\n");
        let findings = Trial::of("unlinked-term").file("es/01.md", &after).lint();
        assert_eq!(hints(&findings, Locale::Spanish), ["Escriba «[Enlace](#definiciones.III)»"]);
    }

    #[test]
    fn terms_of_another_language_and_texts_without_a_glossary_are_left_alone() {
        trial().file("en/02.md", "# One\n\nThe Enlace of each Dependencia answers.\n").lint();
        Trial::of("unlinked-term").file("es/02.md", "# Uno\n\nLa Dependencia publica.\n").lint();
    }

    #[test]
    fn each_law_of_a_collection_has_its_own_glossary() {
        let other = "# Dos\n\nCada Dependencia publica.\n";
        let own = format!("{GLOSSARY}\n# Deberes\n\nCada ⟦Dependencia⟧ publica.\n");
        let spanish = |text: &str| format!("---\nlang: es\n---\n\n{text}");
        let trial = Trial::of("unlinked-term").without_manifest();
        trial.file("a.md", &spanish(&own)).file("b.md", &spanish(other)).lint();
    }
}
