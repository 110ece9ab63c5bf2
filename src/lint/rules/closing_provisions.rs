//! Transitory provisions that do not say when the text enters into force, leave a number out, or repeal without saying
//! what.
//!
//! 1. The sections that hold transitory provisions are found by their clauses;
//! 2. the numbers of each are judged as those of other clauses are;
//! 3. a text of law, which is one that has articles, or the policy that a document belongs to, must say when it enters
//!    into force;
//! 4. a sentence that repeals «whatever is contrary» names no instrument.

use crate::lint::clauses;
use crate::lint::context::DocumentContext;
use crate::lint::finding::{Findings, Observation};
use crate::lint::force;
use crate::lint::numbered::{Numbered, faults_of_runs, is_explained};
use crate::lint::rule::{Check, Documentation, Rule};
use crate::lint::sequence::Fault;
use crate::model::{ClauseKind, Designator, DocumentPath, Message, Passage, Section, Severity, folded, plain_text};
use std::collections::BTreeSet;
use std::ops::Range;

/// The rule.
pub const RULE: Rule = Rule {
    name: "closing-provisions",
    default: Some(Severity::Warning),
    check: Check::Document(check),
    messages: &[
        "lint-closing-provisions-blanket",
        "lint-closing-provisions-blanket-hint",
        "lint-closing-provisions-force",
        "lint-closing-provisions-force-hint",
        "lint-closing-provisions-gap",
        "lint-closing-provisions-gap-hint",
        "lint-closing-provisions-repeated",
    ],
    documentation: [
        Documentation(include_str!("closing_provisions.es.md")),
        Documentation(include_str!("closing_provisions.en.md")),
    ],
};

/// The most documents of a policy that are searched for its entry into force: a limit on work.
const MOST_DOCUMENTS: usize = 200;

fn check(context: &DocumentContext<'_>, findings: &mut Findings<'_>) {
    let document = context.document;
    let (mut transitory, mut articles) = (false, 0_usize);
    clauses::for_each(document, &mut |_, designator| {
        transitory |= designator.kind == ClauseKind::Transitory;
        articles += usize::from(designator.kind == ClauseKind::Article);
    });
    if !transitory && articles < 2 {
        return;
    }
    blanket_repeals(context, findings);
    if !transitory {
        return;
    }
    let mut is_asked = false;
    for section in document.all_sections() {
        let provisions = provisions(section, document.text);
        if provisions.is_empty() {
            continue;
        }
        report_gaps(context, &provisions, findings);
        // Only the first set of provisions has to say it: that of the text itself.
        if !std::mem::replace(&mut is_asked, true) {
            ask_for_force(context, section, articles > 1, findings);
        }
    }
}

/// The transitory provisions right under a heading: those that its paragraphs open, and those that its subsections are.
fn provisions<'a>(section: &'a Section<'_>, text: &str) -> Vec<Numbered<'a>> {
    let mut provisions = Vec::new();
    let mut take = |designator: &'a Designator| {
        if designator.kind == ClauseKind::Transitory {
            provisions.push(Numbered::clause(designator, text, false));
        }
    };
    clauses::of_blocks(&section.blocks, &mut |_, designator| take(designator));
    for inner in &section.sections {
        inner.heading.designator.iter().for_each(|designator| take(designator));
    }
    // A provision that is a section itself holds no provisions.
    let is_provision = section.heading.designator.as_ref().is_some_and(|own| own.kind == ClauseKind::Transitory);
    if is_provision { Vec::new() } else { provisions }
}

/// Reports numbers that are left out or stand twice.
fn report_gaps(context: &DocumentContext<'_>, provisions: &[Numbered<'_>], findings: &mut Findings<'_>) {
    let path = &context.document.path;
    for (place, fault) in faults_of_runs(provisions) {
        let (Some(at), Some(last)) =
            (provisions.get(place), place.checked_sub(1).and_then(|last| provisions.get(last)))
        else {
            continue;
        };
        let between = context.document.text.get(last.span.range().end..at.span.range().start).unwrap_or("");
        let (id, other) = match fault {
            Fault::Gap(first, until)
                if !is_explained(between, ClauseKind::Transitory, &(first.value..until.value + 1)) =>
            {
                ("lint-closing-provisions-gap", first.value)
            }
            Fault::Duplicate(_) => ("lint-closing-provisions-repeated", at.number.value),
            _ => continue,
        };
        let message = Message::new(id).with("label", at.label).with("place", other);
        findings.add(Observation::new(path, at.span, message).hint(Message::new("lint-closing-provisions-gap-hint")));
    }
}

/// Reports that nothing says when the text enters into force: this document if it has articles of its own, else all of
/// those that stand beside it.
fn ask_for_force(
    context: &DocumentContext<'_>,
    section: &Section<'_>,
    has_articles: bool,
    findings: &mut Findings<'_>,
) {
    let document = context.document;
    if !asks_for_force(context, section) || force::is_settled(document.text) {
        return;
    }
    let path = document.path.clone();
    let span = context.place(&section.heading);
    let report = move |path: &DocumentPath, findings: &mut Findings<'_>| {
        let observation = Observation::new(path, span, Message::new("lint-closing-provisions-force"));
        findings.add(observation.hint(Message::new("lint-closing-provisions-force-hint")));
    };
    if has_articles {
        report(&path, findings);
        return;
    }
    findings.later(move |whole, findings| {
        let language = whole.facts(&path).and_then(|facts| facts.language.as_ref());
        let beside = whole.documents.iter().filter(|(other, facts)| {
            facts.language.as_ref() == language && other.folder() == path.folder() && **other != path
        });
        let mut beside = beside.take(MOST_DOCUMENTS);
        if !beside.any(|(other, _)| whole.policy.policy.text(other).is_ok_and(|text| force::is_settled(&text))) {
            report(&path, findings);
        }
    });
}

/// Whether a set of transitory provisions is one that is to settle the entry into force. In Mexico it is, under the title
/// «Transitorios»; where the constitution settles it, as in Peru, «Disposiciones transitorias» need not.
fn asks_for_force(context: &DocumentContext<'_>, section: &Section<'_>) -> bool {
    let title = folded(&plain_text(&section.heading.inlines));
    context.policy.policy.has_manifest || title.contains("transitorios") || title.contains("transitorio")
}

/// Reports sentences that repeal whatever is contrary.
fn blanket_repeals(context: &DocumentContext<'_>, findings: &mut Findings<'_>) {
    let text = context.document.text.as_bytes();
    let find = |words: &'static [&[u8]]| words.iter().flat_map(|word| memchr::memmem::find_iter(text, word));
    let (repeals, contrary): (&'static [&[u8]], &'static [&[u8]]) = if context.is_spanish() {
        (&[b"erog", b"brog", b"fecto"], &[b"opon", b"opuest", b"contra", b"OPON", b"OPUEST", b"CONTRA"])
    } else if context.is_english() {
        (&[b"repeal", b"revoked", b"rescinded"], &[b"contrary", b"inconsistent", b"conflict"])
    } else {
        return;
    };
    let places: BTreeSet<usize> = find(contrary).collect();
    if places.is_empty() || find(repeals).next().is_none() {
        return;
    }
    let may_repeal = |passage: &&Passage<'_>| places.range(passage.span.range()).next().is_some();
    let own = |passage: &&Passage<'_>| !passage.quoted && !passage.noted;
    for passage in context.passages().iter().filter(own).filter(may_repeal) {
        for sentence in blanket_sentences(passage, context.is_spanish()) {
            let message = Message::new("lint-closing-provisions-blanket");
            let observation = Observation::new(&context.document.path, passage.text.span(sentence), message);
            findings.add(observation.hint(Message::new("lint-closing-provisions-blanket-hint")));
        }
    }
}

/// Verbs that repeal, without accents.
const SPANISH_REPEALS: [&str; 10] = [
    "se derogan",
    "se deroga ",
    "deroganse",
    "derogase",
    "quedan derogad",
    "queda derogad",
    "se abrogan",
    "se abroga ",
    "abroganse",
    "sin efecto",
];

/// Words for whatever is repealed.
const SPANISH_WHATEVER: [&str; 13] = [
    "las disposiciones",
    "las normas",
    "las demas disposiciones",
    "las demas normas",
    "toda disposicion",
    "toda norma",
    "cualquier disposicion",
    "cualquier norma",
    "aquellas disposiciones",
    "los acuerdos",
    "los ordenamientos",
    "toda otra disposicion",
    "cualquier otra disposicion",
];

/// Words for what is contrary.
const SPANISH_CONTRARY: [&str; 7] =
    ["se oponga", "se opongan", "se opone", "contravenga", "contrari", "opuestas", "contradigan"];

/// Verbs that repeal, in English.
const ENGLISH_REPEALS: [&str; 8] = [
    "are repealed",
    "is repealed",
    "hereby repealed",
    "are revoked",
    "is revoked",
    "are rescinded",
    "hereby repeals",
    "be repealed",
];

/// Words for whatever is repealed, in English.
const ENGLISH_WHATEVER: [&str; 6] =
    ["all provisions", "any provision", "all other provisions", "provisions that", "provisions contrary", "all rules"];

/// Words for what is contrary, in English.
const ENGLISH_CONTRARY: [&str; 4] = ["contrary to", "inconsistent with", "conflict with", "in conflict"];

/// Words for an instrument, with the capital that its name has.
const INSTRUMENTS: [&str; 26] = [
    "Ley",
    "Leyes",
    "Reglamento",
    "Decreto",
    "Decretos",
    "Lineamiento",
    "Acuerdo",
    "Código",
    "Norma Of",
    "Ordenanza",
    "Resolución",
    "Directiva",
    "Política ",
    "Estatuto",
    "Manual",
    "Act ",
    "Acts ",
    "Regulation",
    "Ordinance",
    "Guideline",
    "Policy ",
    "Decree",
    "Decision",
    "Order ",
    "Circular",
    "Bando",
];

/// The ranges of the sentences of a passage that repeal whatever is contrary and name nothing.
fn blanket_sentences(passage: &Passage<'_>, is_spanish: bool) -> Vec<Range<usize>> {
    let text = passage.text.as_str();
    let mut found = Vec::new();
    let mut start = 0;
    let ends = text.match_indices(". ").map(|(at, _)| at + 1).chain([text.len()]);
    for end in ends {
        let range = std::mem::replace(&mut start, end)..end;
        let sentence = text.get(range.clone()).unwrap_or("");
        let trimmed = sentence.trim();
        if trimmed.len() > 600 || !repeals_blankly(trimmed, is_spanish) {
            continue;
        }
        let offset = range.start + (sentence.len() - sentence.trim_start().len());
        found.push(offset..offset + trimmed.len());
    }
    found
}

fn repeals_blankly(sentence: &str, is_spanish: bool) -> bool {
    let (repeals, whatever, contrary): (&[&str], &[&str], &[&str]) = if is_spanish {
        (&SPANISH_REPEALS, &SPANISH_WHATEVER, &SPANISH_CONTRARY)
    } else {
        (&ENGLISH_REPEALS, &ENGLISH_WHATEVER, &ENGLISH_CONTRARY)
    };
    let has = |text: &str, words: &[&str]| words.iter().any(|word| text.contains(word));
    let text = folded(sentence);
    has(&text, contrary) && has(&text, repeals) && has(&text, whatever) && !names_an_instrument(sentence)
}

/// Whether a sentence names an instrument other than the one it stands in: «este Reglamento», «la presente Ley».
fn names_an_instrument(sentence: &str) -> bool {
    INSTRUMENTS.iter().any(|name| {
        sentence.match_indices(name).any(|(at, _)| {
            let before = folded(sentence.get(..at).unwrap_or(""));
            let word = before.split_whitespace().next_back().unwrap_or("");
            let is_own = matches!(
                word,
                "esta"
                    | "este"
                    | "presente"
                    | "presentes"
                    | "estos"
                    | "this"
                    | "present"
                    | "estas"
                    | "dicha"
                    | "citada"
            );
            let is_start = before.trim_end().is_empty();
            !is_own && !is_start
        })
    })
}

#[cfg(test)]
mod tests {
    use crate::lint::testing::Trial;
    use crate::messages::Locale;

    fn trial() -> Trial {
        Trial::of("closing-provisions")
    }

    const FORCE: &str = "**Primero.** Esta Política entrará en vigor al día siguiente.\n";

    #[test]
    fn entry_into_force() {
        let text = "# P\n\n## Artículo 1\n\nT\n\n## Artículo 2\n\nT\n\n⟦# Transitorios⟧\n\n**Primero.** El Cabildo deberá instalar el Consejo dentro de los diez días siguientes a la entrada en vigor de esta Política.\n";
        let trial = trial().file("es/a.md", text);
        trial.says(Locale::Spanish, &["Nada dice cuándo entra en vigor el texto"]);
        trial.says(Locale::English, &["Nothing says when the text enters into force"]);
        let text = "# P\n\n## Article 1\n\nT\n\n## Article 2\n\nT\n\n⟦# Transitory provisions⟧\n\n## First. Publication\n\nT\n";
        self::trial().file("en/a.md", text).lint();
    }

    #[test]
    fn entry_into_force_may_stand_anywhere_in_the_instrument() {
        self::trial().file("es/a.md", &format!("# Transitorios\n\n{FORCE}")).lint();
        let text = "# Transitorios\n\n**Único.** Se instala el Consejo.\n";
        trial().file("es/a.md", "# Vigencia\n\nEsta Política entra en vigor mañana.\n").file("es/b.md", text).lint();
        let wanting = text.replace("# Transitorios", "⟦# Transitorios⟧");
        trial().file("en/a.md", "# Force\n\nThis Policy enters into force now.\n").file("es/b.md", &wanting).lint();
    }

    #[test]
    fn a_text_without_clauses_is_no_instrument() {
        trial()
            .file("es/a.md", "# Transitorios\n\nSe derogan todas las disposiciones que se opongan a esta Política.\n")
            .lint();
        trial().file("en/a.md", "# P\n\nAll provisions contrary to this Policy are repealed.\n").lint();
    }

    #[test]
    fn provisions_left_out() {
        let text = format!("# Transitorios\n\n{FORCE}\n**Segundo.** T\n\n**⟦Cuarto⟧.** T\n\n**Quinto.** T\n");
        trial().file("es/a.md", &text).says(Locale::Spanish, &["Antes de «Cuarto» falta la disposición transitoria 3"]);
        let text = "# Transitory provisions\n\n## First. A\n\nThis enters into force today.\n\n## Second. B\n\n## ⟦Second⟧. C\n\n## Third. D\n";
        trial().file("en/a.md", text).says(Locale::English, &["There is another “Second”"]);
        let text = format!(
            "# Transitorios\n\n{FORCE}\n**Segundo.** T\n\n# Transitorios del decreto\n\n**Primero.** T\n\n**Segundo.** T\n"
        );
        trial().file("es/a.md", &text).lint();
    }

    #[test]
    fn repeals_that_name_nothing() {
        let text = "# Transitorios\n\n## Primero\n\nEsta Política entrará en vigor hoy.\n\n## Segundo\n\nT. ⟦Se derogan todas las disposiciones que se opongan a esta Política.⟧ T.\n\n## Tercero\n\n⟦Quedan sin efecto las normas que contravengan el presente Reglamento.⟧\n";
        let expected = "La derogación no dice qué se deroga";
        trial().file("es/a.md", text).says(Locale::Spanish, &[expected, expected]);
        let text =
            "# Act\n\n## Article 1\n\nT\n\n## Article 2\n\n⟦All provisions contrary to this Act are repealed.⟧\n";
        trial().file("en/a.md", text).says(Locale::English, &["The repeal names no instrument"]);
    }

    #[test]
    fn repeals_that_name_something() {
        for sentence in [
            "Se abroga el Reglamento de Datos de 2019 y se derogan las disposiciones que se opongan a esta Política.",
            "Se derogan los artículos 3 y 4 de la Ley de Datos que se oponen a esta.",
            "La Unidad lista las disposiciones que se opongan a esta Política.",
            "Las disposiciones contrarias se reforman.",
        ] {
            let text = format!("# Transitorios\n\n## Primero\n\nEntrará en vigor hoy.\n\n## Segundo\n\n{sentence}\n");
            trial().file("es/a.md", &text).lint();
        }
        let text = "# Act\n\n## Article 1\n\nT\n\n## Article 2\n\nThe Data Act of 2019 and all provisions contrary to it are repealed.\n\n> All provisions contrary to this Act are repealed.\n";
        trial().file("en/a.md", text).lint();
    }
}
