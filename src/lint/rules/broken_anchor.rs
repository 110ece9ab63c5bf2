//! Links to sections that do not exist.

use crate::lint::context::DocumentContext;
use crate::lint::finding::{Findings, Observation, quotation};
use crate::lint::links::{Target, fragment, locate_fragment, relative};
use crate::lint::rule::{Check, Documentation, Rule};
use crate::lint::whole::{WholePolicy, anchors};
use crate::model::{
    DocumentEntry, DocumentPath, Edit, Fix, Inline, InlineKind, Language, Message, Severity, Slugger, Span, folded,
    nearest,
};
use crate::parse;

/// The rule.
pub const RULE: Rule = Rule {
    name: "broken-anchor",
    default: Some(Severity::Error),
    check: Check::Inline(check),
    messages: &[
        "lint-broken-anchor-here",
        "lint-broken-anchor-there",
        "lint-broken-anchor-add",
        "lint-broken-anchor-elsewhere",
        "lint-broken-anchor-elsewhere-place",
        "lint-broken-anchor-slugger",
        "lint-did-you-mean",
    ],
    documentation: [
        Documentation(include_str!("broken_anchor.es.md")),
        Documentation(include_str!("broken_anchor.en.md")),
    ],
};

/// How many anchors of a document are compared with a broken one: a limit on work.
const MOST_ANCHORS: usize = 5_000;

/// How many suggestions of a kind a finding makes.
const MOST_HINTS: usize = 3;

fn check(context: &DocumentContext<'_>, inline: &Inline<'_>, findings: &mut Findings<'_>) {
    let InlineKind::Link { target: written, .. } = &inline.kind else { return };
    let Some(target) = Target::read(written, &context.document.path) else { return };
    if target.path == context.document.path && anchors(context.entry()).any(|(name, _)| name == target.anchor) {
        return;
    }
    let text = context.document.text;
    let place = locate_fragment(inline, text);
    let link = Link {
        path: context.document.path.clone(),
        language: context.language.clone(),
        target,
        span: inline.span,
        place,
        is_encoded: place.and_then(|place| text.get(place.range())).is_some_and(|written| written.contains('%')),
    };
    findings.later(move |whole, findings| link.settle(whole, findings));
}

/// A link whose target is not known to exist.
struct Link {
    /// The document it stands in.
    path: DocumentPath,
    /// That document's language.
    language: Option<Language>,
    target: Target,
    /// The whole link.
    span: Span,
    /// Where the fragment is written.
    place: Option<Span>,
    /// Whether the fragment is written with percent escapes.
    is_encoded: bool,
}

impl Link {
    /// Reports the link if it is broken, now that all documents are known.
    fn settle(&self, whole: &WholePolicy<'_>, findings: &mut Findings<'_>) {
        let target = &self.target;
        if whole.facts(&target.path).is_none() || whole.has_anchor(&target.path, &target.anchor) {
            return;
        }
        let is_here = target.path == self.path;
        let id = if is_here { "lint-broken-anchor-here" } else { "lint-broken-anchor-there" };
        let mut message = Message::new(id).with("anchor", quotation(&target.anchor));
        if !is_here {
            message = message.with("path", &target.path);
        }
        let observation = Observation::new(&self.path, self.place.unwrap_or(self.span), message);
        let entry = if findings.may_suggest(&self.path) { whole.entry(&target.path) } else { None };
        findings.add(match entry {
            Some(entry) => {
                let has_manifest = whole.policy.policy.has_manifest;
                Correction::find(self, &entry, whole).suggest(observation, self, has_manifest)
            }
            None => observation,
        });
    }
}

/// What a broken link may have meant.
struct Correction<'a> {
    /// The anchor that is wanted.
    wanted: &'a str,
    /// Anchors of the document that the link leads to.
    near: Vec<&'a str>,
    /// Whether there is one such anchor that differs only in spelling.
    is_spelling: bool,
    /// Other documents of the same language with just that anchor, and its place.
    elsewhere: Vec<(DocumentPath, Span)>,
    /// Programs that give a section of the document just that anchor, separated by commas.
    sluggers: String,
}

impl<'a> Correction<'a> {
    fn find(link: &'a Link, entry: &'a DocumentEntry, whole: &WholePolicy<'_>) -> Self {
        let wanted = link.target.anchor.as_str();
        let key = spelling(wanted);
        let names = || anchors(entry).map(|(name, _)| name);
        let mut near: Vec<&str> = names().take(MOST_ANCHORS).filter(|name| spelling(name) == key).collect();
        let is_same = !near.is_empty();
        if !is_same {
            near = nearest(&key, names().map(|name| (spelling(name), name)));
        }
        near.sort_unstable();
        near.dedup();
        let is_spelling = match near[..] {
            [name] => is_same || is_one_slip(&key, &spelling(name)),
            _ => false,
        };
        let elsewhere = whole.with_anchor(wanted, link.language.as_ref(), MOST_HINTS).into_iter();
        let elsewhere = elsewhere.map(|(path, span)| (path.clone(), span)).collect();
        let sluggers = sluggers_of(wanted, entry, whole.policy.policy.manifest.slugger);
        let sluggers: Vec<_> = sluggers.into_iter().map(Slugger::name).collect();
        Self { wanted, near, is_spelling, elsewhere, sluggers: sluggers.join(", ") }
    }

    /// Adds the suggestions, and the fix where there is no doubt.
    fn suggest(&self, observation: Observation, link: &Link, has_manifest: bool) -> Observation {
        let mut observation = observation;
        for (path, span) in &self.elsewhere {
            let written = format!("{}#{}", relative(&link.path, path), fragment(self.wanted, false));
            let hint = Message::new("lint-broken-anchor-elsewhere").with("link", quotation(&written));
            let there = Message::new("lint-broken-anchor-elsewhere-place");
            observation = observation.hint(hint).related(path, *span, there);
        }
        for name in self.near.iter().take(MOST_HINTS) {
            let name = format!("#{}", quotation(name));
            observation = observation.hint(Message::new("lint-did-you-mean").with("name", name));
        }
        if !self.sluggers.is_empty() {
            let programs = self.sluggers.as_str();
            observation = observation.hint(Message::new("lint-broken-anchor-slugger").with("programs", programs));
        }
        match (&self.near[..], link.place) {
            ([], _) if self.elsewhere.is_empty() => {
                let identity = quotation(self.wanted);
                observation.hint(Message::new("lint-broken-anchor-add").with("identity", identity))
            }
            ([name], Some(span)) if self.is_spelling && self.elsewhere.is_empty() => {
                let text = fragment(name, link.is_encoded);
                // Where nothing says which program publishes the text, the link may be right for the one that does.
                let safe = self.sluggers.is_empty() || has_manifest;
                observation.fix(Fix { edits: vec![Edit { span, text }], safe })
            }
            _ => observation,
        }
    }
}

/// The other programs whose anchor for a section of the document is this name.
fn sluggers_of(name: &str, entry: &DocumentEntry, present: Slugger) -> Vec<Slugger> {
    let sections = || entry.sections.iter().take(MOST_ANCHORS).filter(|section| !section.explicit);
    let others = Slugger::ALL.into_iter().filter(|slugger| *slugger != present);
    others.filter(|slugger| sections().any(|section| parse::anchor(&section.title, *slugger) == name)).collect()
}

/// An anchor without what readers often get wrong: letter case, accents, and which marks part its words.
fn spelling(anchor: &str) -> String {
    let folded = folded(anchor);
    let words = folded.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join("-")
}

/// Whether two spellings differ by one slip in one long word, so that they cannot name two things, as `anexo-a` and
/// `anexo-b` or `articulo-12` and `articulo-13` do.
fn is_one_slip(one: &str, other: &str) -> bool {
    if one.split('-').count() != other.split('-').count() {
        return false;
    }
    let mut different = one.split('-').zip(other.split('-')).filter(|(one, other)| one != other);
    let (Some((one, other)), None) = (different.next(), different.next()) else { return false };
    let is_long_word = |word: &str| word.chars().count() >= 5 && word.chars().all(char::is_alphabetic);
    is_long_word(one) && is_long_word(other) && strsim::osa_distance(one, other) == 1
}

#[cfg(test)]
mod tests {
    use crate::lint::testing::{Trial, fixed, hints};
    use crate::lint::{Options, lint};
    use crate::messages::Locale;
    use crate::model::{Finding, Severity};
    use crate::policy::Policy;
    use crate::repo::Memory;

    fn trial() -> Trial {
        Trial::of("broken-anchor")
    }

    #[test]
    fn a_fragment_without_its_section_is_reported_where_it_is_written() {
        let text = "# Datos\n\nVea [las *normas* (2)](#⟦normas-viejas⟧ \"#normas-viejas\") y [a](<#⟦b⟧>).\n";
        let trial = trial().file("es/a.md", text);
        let expected = [
            "Este documento no tiene ninguna sección «#normas-viejas»",
            "Este documento no tiene ninguna sección «#b»",
        ];
        trial.says(Locale::Spanish, &expected);
        let findings = trial.lint();
        assert_eq!(findings[0].severity, Severity::Error);
        let expected = "Corrija el enlace o escriba la identidad «{#normas-viejas}» en el encabezado de la sección";
        assert_eq!(hints(&findings[..1], Locale::Spanish), [expected]);
    }

    #[test]
    fn links_to_other_documents_are_checked_against_those() {
        let trial = trial()
            .file("en/01.md", "# Scope\n\n[a](02%20b.md#scope-of-work) [b](./../en/02%20b.md#⟦scope⟧)\n")
            .file("en/02 b.md", "# Scope of work\n");
        trial.says(Locale::English, &["“en/02 b.md” has no section “#scope”"]);
    }

    #[test]
    fn a_link_that_takes_its_target_from_elsewhere_is_reported_whole() {
        let text = "# A\n\n⟦[uno][nota]⟧, ⟦[nota]⟧, [a](#a), ⟦[b](#b\\_c)⟧\n\n[nota]: #no-existe\n";
        let findings = trial().file("es/a.md", text).lint();
        assert_eq!(findings.iter().filter(|finding| finding.fix.is_some()).count(), 0);
    }

    #[test]
    fn a_spelling_mistake_has_a_safe_fix() {
        for (text, expected) in [
            ("# Datos Abiertos\n\n[a](#⟦Datos-Abiertos⟧)\n", "# Datos Abiertos\n\n[a](#datos-abiertos)\n"),
            ("# Artículo 3\n\n[a](#⟦articulo-3⟧)\n", "# Artículo 3\n\n[a](#artículo-3)\n"),
            ("# Artículo 3\n\n[a](#⟦Art%C3%ADculo-3⟧)\n", "# Artículo 3\n\n[a](#art%C3%ADculo-3)\n"),
            ("# Datos abiertos\n\n[a](#⟦datos_abiertos⟧)\n", "# Datos abiertos\n\n[a](#datos-abiertos)\n"),
            ("# Datos abiertos\n\n[a](#⟦datos-abirtos⟧)\n", "# Datos abiertos\n\n[a](#datos-abiertos)\n"),
        ] {
            let findings = trial().file("es/a.md", text).lint();
            assert_eq!(fixed(text, &findings[0]).as_deref(), Some(expected));
        }
    }

    #[test]
    fn an_anchor_of_another_program_is_recognised() {
        let trial = trial().file("es/a.md", "# Introducción\n\n[a](#⟦introduccion⟧)\n");
        let expected = [
            "¿Quiso decir «#introducción»?",
            "Así se llama en mkdocs, vuepress; si así se publica el sitio, indíquelo en slugger, en gaceta.toml",
        ];
        assert_eq!(hints(&trial.lint(), Locale::Spanish), expected);
    }

    #[test]
    fn without_a_manifest_an_anchor_of_another_program_is_not_mended_unasked() {
        let text = "# Introducción\n\n[a](#introduccion) [b](#Introducción)\n";
        let policy = Policy::open(Box::new(Memory::new([("a.md", text)]).unwrap())).unwrap();
        let findings = lint(&policy, &Options::default()).unwrap().findings;
        let safe: Vec<_> = findings.iter().map(|finding| finding.fix.as_ref().unwrap().safe).collect();
        assert_eq!(safe, [false, true]);
    }

    #[test]
    fn a_doubtful_suggestion_is_only_a_hint() {
        for (text, expected) in [
            ("# Anexo A\n\n[a](#⟦anexo-b⟧)\n", "Did you mean “#anexo-a”?"),
            ("# Artículo 12\n\n[a](#⟦artículo-13⟧)\n", "Did you mean “#artículo-12”?"),
            ("# Control interno\n\n[a](#⟦control-externo⟧)\n", "Did you mean “#control-interno”?"),
        ] {
            let findings = trial().file("es/a.md", text).lint();
            assert_eq!(hints(&findings, Locale::English), [expected]);
            assert_eq!(findings[0].fix, None, "{text}");
        }
        let two = trial().file("es/a.md", "# Datos {#Datos}\n\n# Otros {#DATOS}\n\n[a](#⟦datos⟧)\n").lint();
        assert_eq!(hints(&two, Locale::English), ["Did you mean “#DATOS”?", "Did you mean “#Datos”?"]);
        assert_eq!(two[0].fix, None);
    }

    #[test]
    fn the_same_anchor_in_another_document_of_the_language_is_pointed_to() {
        let trial = trial()
            .file("es/01.md", "# Uno\n\n[a](#⟦alcance⟧)\n")
            .file("es/02/x.md", "# Dos\n\n## Alcance\n")
            .file("en/01.md", "# One\n\n## Scope {#alcance}\n");
        let findings = trial.lint();
        let expected = ["Esa sección está en otro documento; el enlace sería «02/x.md#alcance»"];
        assert_eq!(hints(&findings, Locale::Spanish), expected);
        let related = &findings[0].related;
        assert_eq!((related.len(), related[0].path.as_str(), related[0].span.range()), (1, "es/02/x.md", 7..17));
    }

    #[test]
    fn sound_links_are_left_alone() {
        let text = "# Artículo 1 {#uno}\n\n## Sección ñ\n\n## Sección ñ\n\n<a id=\"marca\"></a>\n\n> ## Cita\n\n\
            [a](#uno) [b](#sección-ñ) [c](#secci%C3%B3n-%C3%B1-1) [d](#marca) [e](#) [f](#top) [g](b.md#dos) [h](b.md)\n\
            [i](no-existe.md#x) [j](b.html#x) [k](https://example.org/#x) <https://example.org/#y> [l](../#x)\n\
            ![m](a.svg#x) [n][r] `[o](#x)` [p](mailto:a@example.org) [q](/es/b.md#x) text[^1]\n\n\
            [r]: #uno\n[^1]: Nota.\n";
        trial().file("es/a.md", text).file("es/b.md", "# Dos\n").lint();
    }

    #[test]
    fn clauses_are_reached_by_their_address() {
        let text =
            "# Plazos {#plazos}\n\nI. Uno:\n\na) Dos\n\n[a](#plazos.I.a) [b](b.md#⟦plazos.iii⟧) [c](#⟦plazos.II⟧)\n";
        let trial = trial().file("es/a.md", text).file("es/b.md", "# Plazos {#plazos}\n\nIII. Tres\n");
        let findings = trial.lint();
        assert_eq!(findings.len(), 2);
        let edit = |finding: &Finding| finding.fix.as_ref().map(|fix| fix.edits[0].text.clone());
        assert_eq!(edit(&findings[0]).as_deref(), Some("plazos.III"));
        assert_eq!(edit(&findings[1]), None, "another number is another clause");
    }

    #[test]
    fn a_document_full_of_broken_links_gets_its_first_suggestions_only() {
        let text = format!("# Datos abiertos\n\n{}", "[a](#⟦datos-abierto⟧)\n".repeat(60));
        let findings = trial().file("es/a.md", &text).lint();
        assert_eq!(findings.iter().filter(|finding| finding.fix.is_some()).count(), 50);
    }
}
