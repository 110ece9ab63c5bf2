//! Articles, chapters, titles, annexes and numbered headings whose numbers do not follow each other.
//!
//! 1. The clauses of a document are gathered by kind, those of headings and those of paragraphs apart, and headings
//!    numbered `1.2` by what they are numbered under;
//! 2. each sequence is judged by itself; a number is left alone if what stands between it and the one before explains
//!    it, or announces the text of another law;
//! 3. where a document goes on with the numbers of the one before it, the two are compared once all are known.

use crate::lint::clauses;
use crate::lint::context::DocumentContext;
use crate::lint::finding::Findings;
use crate::lint::numbered::{Numbered, Told, begins_a_line, faults_of_runs, is_abridged, is_amending, is_explained};
use crate::lint::rule::{Check, Documentation, Rule};
use crate::lint::sequence::{Fault, Number};
use crate::lint::whole::{Ends, WholePolicy};
use crate::model::numbering::roman;
use crate::model::{ClauseKind, Designator, Document, DocumentPath, Heading, Section, Severity, Span};

/// The rule.
pub const RULE: Rule = Rule {
    name: "clause-numbering",
    default: Some(Severity::Error),
    check: Check::Document(check),
    messages: &[
        "lint-clause-numbering-gap",
        "lint-clause-numbering-gaps",
        "lint-clause-numbering-gap-hint",
        "lint-clause-numbering-duplicate",
        "lint-clause-numbering-duplicate-place",
        "lint-clause-numbering-duplicate-hint",
        "lint-clause-numbering-instead",
        "lint-clause-numbering-swapped",
        "lint-clause-numbering-order-hint",
    ],
    documentation: [
        Documentation(include_str!("clause_numbering.es.md")),
        Documentation(include_str!("clause_numbering.en.md")),
    ],
};

const TOLD: Told = Told {
    gap: "lint-clause-numbering-gap",
    gaps: "lint-clause-numbering-gaps",
    gap_hint: "lint-clause-numbering-gap-hint",
    duplicate: "lint-clause-numbering-duplicate",
    duplicate_place: "lint-clause-numbering-duplicate-place",
    duplicate_hint: "lint-clause-numbering-duplicate-hint",
    instead: "lint-clause-numbering-instead",
    swapped: "lint-clause-numbering-swapped",
    order_hint: "lint-clause-numbering-order-hint",
};

/// The kinds of clause that count through a document.
const KINDS: [ClauseKind; 6] = [
    ClauseKind::Annex,
    ClauseKind::Book,
    ClauseKind::Title,
    ClauseKind::Chapter,
    ClauseKind::Section,
    ClauseKind::Article,
];

/// The most numbers that can be missing in a row in a text whose clauses are paragraphs: more are another law's.
const WIDEST_GAP: u32 = 3;

/// How much of the text before a sequence can announce another law's, in bytes.
const ANNOUNCEMENT: usize = 2000;

fn check(context: &DocumentContext<'_>, findings: &mut Findings<'_>) {
    let document = context.document;
    let clauses = clauses(document);
    for kind in KINDS {
        let own: Vec<&(bool, &Designator)> = clauses.iter().filter(|(_, clause)| clause.kind == kind).collect();
        for in_headings in [true, false] {
            let of_setting = own.iter().filter(|(is_heading, _)| *is_heading == in_headings);
            let numbers: Vec<_> =
                of_setting.map(|(_, clause)| Numbered::clause(clause, document.text, false)).collect();
            judge(context, kind, in_headings, &numbers, findings);
        }
        if let Some((_, first)) = own.first().filter(|_| crosses_documents(kind)) {
            compare_with_document_before(context, first, findings);
        }
    }
    judge_headings(context, &document.sections, findings);
    for section in document.all_sections() {
        judge_headings(context, &section.sections, findings);
    }
}

/// Whether clauses of this kind go on from one document to the next.
const fn crosses_documents(kind: ClauseKind) -> bool {
    matches!(kind, ClauseKind::Article | ClauseKind::Chapter)
}

/// The clauses down to articles in the order of the text, each with whether it is a heading.
fn clauses<'a>(document: &'a Document<'a>) -> Vec<(bool, &'a Designator)> {
    let mut clauses = Vec::new();
    clauses::for_each(document, &mut |setting, designator| {
        if designator.kind <= ClauseKind::Article {
            clauses.push((setting == clauses::Opener::Heading, designator));
        }
    });
    clauses
}

/// Reports the faults of a sequence that nothing explains.
fn judge(
    context: &DocumentContext<'_>,
    kind: ClauseKind,
    in_headings: bool,
    numbers: &[Numbered<'_>],
    findings: &mut Findings<'_>,
) {
    let text = context.document.text;
    for (place, fault) in faults_of_runs(numbers) {
        let (Some(at), Some(last)) = (numbers.get(place), place.checked_sub(1).and_then(|last| numbers.get(last)))
        else {
            continue;
        };
        let between = text.get(last.span.range().end..at.span.range().start).unwrap_or("");
        let earlier = match fault {
            Fault::Duplicate(earlier) => numbers.get(earlier),
            _ => None,
        };
        let is_doubtful = match fault {
            Fault::Gap(first, until) => {
                let width = until.value.saturating_sub(first.value) + 1;
                let is_wide = !in_headings && width > WIDEST_GAP;
                // A number alone begins a line where its heading was not marked as one.
                let is_alone = !at.label.contains(' ');
                let begins = |value| is_alone && begins_a_line(between, &at.written(Number::whole(value)));
                let missing = first.value..until.value + 1;
                is_wide || is_explained(between, kind, &missing) || is_abridged(between) || missing.take(8).any(begins)
            }
            Fault::Duplicate(_) | Fault::Instead(_) | Fault::Swapped(_) => false,
        };
        let is_quoted = !in_headings && (is_amending(between) || between.trim_end().ends_with(':'));
        if is_doubtful || is_quoted || begins_elsewhere(text, numbers, place) {
            continue;
        }
        let path = &context.document.path;
        findings.add(TOLD.observation(path, fault, at, earlier.map(|earlier| (path, earlier.span))));
    }
}

/// Whether the sequence up to a place does not begin at 1, behind a text that announces another law's clauses.
fn begins_elsewhere(text: &str, numbers: &[Numbered<'_>], place: usize) -> bool {
    let until = numbers.get(..=place).unwrap_or(&[]);
    if until.iter().any(|numbered| numbered.number == Number::whole(1)) {
        return false;
    }
    let start = until.first().map_or(0, |first| first.span.range().start);
    let mut from = start.saturating_sub(ANNOUNCEMENT);
    while !text.is_char_boundary(from) {
        from += 1;
    }
    is_amending(text.get(from..start).unwrap_or(""))
}

/// Puts off the comparison of a document's first clause with the last one of the document before it.
fn compare_with_document_before(context: &DocumentContext<'_>, first: &Designator, findings: &mut Findings<'_>) {
    let number = Number::of(first);
    if number == Number::whole(1) {
        return;
    }
    let text = context.document.text;
    let (designator, span) = (first.clone(), Numbered::clause(first, text, false).span);
    let path = context.document.path.clone();
    let missing = number.value.saturating_sub(WIDEST_GAP)..number.value;
    let head_explains = is_explained(text.get(..span.range().start).unwrap_or(""), first.kind, &missing);
    findings.later(move |whole, findings| {
        let kind = designator.kind;
        let Some((before, last)) = last_before(whole, &path, kind) else { return };
        let at = Numbered { number, label: &designator.label, span };
        let fault = if number == last.last {
            Fault::Duplicate(0)
        } else if number.value > last.last.value + 1 && number.value <= last.last.value + 1 + WIDEST_GAP {
            Fault::Gap(last.last.next(), number.before())
        } else {
            return;
        };
        let tail_explains = || {
            let tail = whole.policy.policy.text(before).unwrap_or_default();
            is_explained(tail.get(last.last_span.range().end..).unwrap_or(""), designator.kind, &missing)
        };
        let is_gap = matches!(fault, Fault::Gap(..));
        if goes_on(whole, &path, kind) && !(is_gap && (head_explains || tail_explains())) {
            findings.add(TOLD.observation(&path, fault, &at, Some((before, last.last_span))));
        }
    });
}

/// The clauses of a kind in the nearest document before this one in its language that has any.
fn last_before<'a>(
    whole: &'a WholePolicy<'_>,
    path: &DocumentPath,
    kind: ClauseKind,
) -> Option<(&'a DocumentPath, &'a Ends)> {
    whole.before(path).find_map(|(path, facts)| Some((path, facts.ends(kind)?)))
}

/// Whether clauses of a kind go on from document to document in the language of this one: one document begins at 1, and
/// the manifest makes of the documents one policy, or two of them do follow each other.
fn goes_on(whole: &WholePolicy<'_>, path: &DocumentPath, kind: ClauseKind) -> bool {
    let language = whole.facts(path).and_then(|facts| facts.language.as_ref());
    let own = || {
        let same = whole.documents.iter().filter(move |(_, facts)| facts.language.as_ref() == language);
        same.filter_map(move |(path, facts)| Some((*path, facts.ends(kind)?)))
    };
    let beginnings = own().filter(|(_, ends)| ends.first == Number::whole(1)).take(2).count();
    if beginnings != 1 {
        return false;
    }
    whole.policy.policy.has_manifest
        || own()
            .any(|(path, ends)| last_before(whole, path, kind).is_some_and(|(_, last)| ends.first == last.last.next()))
}

/// Judges the headings of sections that stand side by side and are numbered without naming a kind of clause:
/// `## 2. Alcance`, `### 1.4 Nombres`, `## IV. Datos`.
fn judge_headings(context: &DocumentContext<'_>, sections: &[Section<'_>], findings: &mut Findings<'_>) {
    let mut sequences: Vec<(&str, Vec<Numbered<'_>>)> = Vec::new();
    for section in sections {
        let Some((prefix, numbered)) = number_of(&section.heading, context.document.text) else { continue };
        match sequences.last_mut().filter(|(last, _)| *last == prefix) {
            Some((_, numbers)) => numbers.push(numbered),
            None => sequences.push((prefix, vec![numbered])),
        }
    }
    for (_, numbers) in sequences {
        judge(context, ClauseKind::Section, true, &numbers, findings);
    }
}

/// The number of a heading, with what stands before its last figures: `1.` of `1.4`.
fn number_of<'a>(heading: &Heading<'_>, text: &'a str) -> Option<(&'a str, Numbered<'a>)> {
    if heading.designator.is_some() {
        return None;
    }
    let range = heading.span.range();
    let title = text.get(range.clone())?.trim_start_matches(['#', ' ', '\t', '*', '_']);
    let start = range.end - title.len();
    let is_part = |byte: &u8| byte.is_ascii_digit() || *byte == b'.' || byte.is_ascii_uppercase();
    let written = title.get(..title.bytes().take_while(is_part).count())?;
    let rest = &title[written.len()..];
    let closed = written.ends_with('.') || rest.starts_with(')');
    let label = written.trim_end_matches('.');
    let (prefix, last) = label.split_at(label.rfind('.').map_or(0, |dot| dot + 1));
    let in_roman = last.starts_with(|first: char| first.is_ascii_uppercase());
    // Years and versions are no numbers of headings.
    let value = if in_roman {
        roman(last).filter(|_| closed && prefix.is_empty())
    } else {
        last.parse().ok().filter(|value| *value < 1000 && (closed || !prefix.is_empty()))
    }?;
    let name = rest.trim_start_matches([')', ' ', '\u{a0}', '-', '–', '—', ':', '*', '_', '«', '“', '"', '¿', '[']);
    let is_title = rest.starts_with([')', ' ', '\u{a0}']) && name.starts_with(char::is_alphabetic);
    let is_decimal = prefix.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
    (is_title && is_decimal).then(|| {
        let span = Span::new(start..start + label.len());
        (if in_roman { "I" } else { prefix }, Numbered { number: Number::whole(value), label, span })
    })
}

#[cfg(test)]
mod tests {
    use crate::lint::testing::{Trial, hints};
    use crate::messages::Locale;

    fn trial() -> Trial {
        Trial::of("clause-numbering")
    }

    #[test]
    fn articles_left_out_and_repeated() {
        let text =
            "# Ley\n\n## Artículo 1. A\n\nT\n\n## Artículo 2\n\nT\n\n## ⟦Artículo 4⟧. B\n\nT\n\n## Artículo 5\n\nT\n";
        trial().file("es/a.md", text).says(Locale::Spanish, &["Antes de «Artículo 4» falta el 3"]);
        let text = "# Act\n\n## Article 1\n\nT\n\n## Article 2\n\nT\n\n## ⟦Article 2⟧. B\n\nT\n\n## Article 3\n\nT\n";
        let trial = trial().file("en/a.md", text);
        trial.says(Locale::English, &["There is another “Article 2”"]);
        assert_eq!(trial.lint()[0].related[0].span.range(), 27..36);
    }

    #[test]
    fn several_numbers_left_out_are_told_together() {
        let text = "**Artículo 1.** T\n\n**Artículo 2.** T\n\n⟦Artículo 5⟧. T\n\n**Artículo 6.** T\n";
        let trial = trial().file("es/a.md", text);
        trial.says(Locale::Spanish, &["Antes de «Artículo 5» faltan del 3 al 4"]);
        let expected = ["Renumere; si se suprimieron a propósito, escriba que el 3 está derogado o reservado"];
        assert_eq!(hints(&trial.lint(), Locale::Spanish), expected);
    }

    #[test]
    fn chapters_titles_annexes_in_their_own_figures() {
        let text = "# Título I\n\n# Título II\n\n# ⟦Título IV⟧. X\n\n# Anexo A\n\n# Anexo B\n\n# ⟦Anexo D⟧\n";
        trial()
            .file("es/a.md", text)
            .says(Locale::Spanish, &["Antes de «Título IV» falta el III", "Antes de «Anexo D» falta el C"]);
        let text = "# Chapter One\n\n# Chapter Two\n\n## Section 1\n\n## Section 2\n\n## Section 3\n\n# Chapter Three\n\n## Section 1\n";
        trial().file("en/a.md", text).lint();
    }

    #[test]
    fn suffixes_count_too() {
        let text = "# L\n\n## Artículo 1\n\n## Artículo 1 Bis\n\n## Artículo 1 Ter\n\n## Artículo 2\n\n## Artículo 2-A\n\n## Artículo 3\n\n## Artículo 3 Bis\n\n## Artículo 3 Bis 1\n\n## Artículo 4\n";
        trial().file("es/a.md", text).lint();
        let text = "# L\n\n## Artículo 1\n\n## Artículo 1 Bis\n\n## ⟦Artículo 1 Quáter⟧\n\n## Artículo 2\n";
        trial().file("es/a.md", text).says(Locale::Spanish, &["Antes de «Artículo 1 Quáter» falta el 1 Ter"]);
    }

    #[test]
    fn order() {
        let text = "# L\n\n## Artículo 1\n\n## Artículo 3\n\n## ⟦Artículo 2⟧\n\n## Artículo 4\n\n## ⟦Artículo 15⟧\n\n## Artículo 6\n\n## Artículo 7\n\n## Artículo 8\n";
        trial()
            .file("es/a.md", text)
            .says(Locale::Spanish, &["«Artículo 2» está después del 3", "«Artículo 15» está donde corresponde el 5"]);
    }

    #[test]
    fn decimal_headings_under_one_parent() {
        let text = "# Guía\n\n## 1. A\n\n### 1.1 B\n\n### 1.2. C\n\n### ⟦1.4⟧ D\n\n## 2. E\n\n### 2.1 F\n\n## ⟦4⟧. G\n\n## 5. H\n";
        trial()
            .file("es/a.md", text)
            .says(Locale::Spanish, &["Antes de «1.4» falta el 1.3", "Antes de «4» falta el 3"]);
        let text = "# P\n\n## I. A\n\n## II. B\n\n## ⟦IV⟧. C\n";
        trial().file("en/a.md", text).says(Locale::English, &["III is left out before “IV”"]);
    }

    #[test]
    fn headings_that_are_not_marked_as_such() {
        trial().file("es/a.md", "# G\n\n## 1. A\n\n## 2. B\n\n**3. C**\n\nT\n\n## 4. D\n").lint();
        trial()
            .file("es/a.md", "# L\n\n## Artículo 1\n\n* ### Artículo 2\n\n## Artículo 2-A\n\n## Artículo 3\n")
            .lint();
    }

    #[test]
    fn versions_years_and_dates_are_no_numbers() {
        let text = "# Cambios\n\n## 1.4.0\n\n## 1.2 - 2024-01-01\n\n## 1.1 (2023)\n\n## 1.0\n";
        trial().file("es/a.md", text).lint();
        trial().file("en/a.md", "# N\n\n## 2021. A\n\n## 2022. B\n\n## 2024. C\n\n## 2025. D\n").lint();
        trial().file("en/a.md", "# N\n\n## 7 habits\n\n## 3 rules\n\n## 5 ways\n").lint();
    }

    #[test]
    fn articles_go_on_from_file_to_file() {
        let first = "# A\n\n## Artículo 1\n\n## Artículo 2\n";
        let trial = trial().file("es/01.md", first).file("es/02.md", "# B\n\nTexto.\n");
        let trial = trial.file("es/10.md", "# C\n\n## ⟦Artículo 4⟧. X\n\n## Artículo 5\n");
        trial.says(Locale::Spanish, &["Antes de «Artículo 4» falta el 3"]);
        let twice = self::trial().file("es/01.md", first).file("es/02.md", "# B\n\n## ⟦Artículo 2⟧\n");
        twice.says(Locale::Spanish, &["Ya hay otro «Artículo 2»"]);
        assert_eq!(twice.lint()[0].related[0].path.as_str(), "es/01.md");
    }

    #[test]
    fn chapters_go_on_from_file_to_file() {
        let first = "# A\n\n## Capítulo I. X\n\nT\n\n## Capítulo II. Y\n\nT\n";
        let trial = trial().file("es/01.md", first);
        let trial = trial.file("es/02.md", "# B\n\n## ⟦Capítulo IV⟧. Z\n\nT\n");
        trial.says(Locale::Spanish, &["Antes de «Capítulo IV» falta el III"]);
        let again = "# B\n\n## Capítulo I. Z\n\nT\n\n## Capítulo II. W\n\nT\n";
        self::trial()
            .file("es/01.md", first)
            .file("es/02.md", again)
            .file("es/03.md", "# C\n\n## Capítulo IV. V\n")
            .lint();
    }

    #[test]
    fn articles_that_begin_again_in_every_file_do_not_go_on() {
        let text = "# A\n\n## Artículo 1\n\n## Artículo 2\n";
        let trial = trial().file("es/01.md", text).file("es/02.md", text).file("es/03.md", "# C\n\n## Artículo 4\n");
        trial.lint();
        self::trial().file("es/01.md", text).file("en/02.md", "# C\n\n## Article 4\n").lint();
    }

    #[test]
    fn a_hole_that_is_explained_is_none() {
        for hole in
            ["## Artículos 3 a 5. Derogados", "Artículo 3 al 5 (Derogados)", "*(Se derogan los artículos 3 a 5)*", "…"]
        {
            let text = format!("# L\n\n## Artículo 1\n\n## Artículo 2\n\n{hole}\n\n## Artículo 6\n\n## Artículo 7\n");
            trial().file("es/a.md", &text).lint();
        }
        let first = "# A\n\n## Artículo 1\n\n## Artículo 2\n\n## Artículos 3 y 4. Derogados\n";
        trial().file("es/01.md", first).file("es/02.md", "# B\n\n## Artículo 5\n").lint();
    }

    #[test]
    fn the_clauses_of_another_law_are_not_judged() {
        let text = "Artículo 1.- Se reforman los artículos 4 y 7 de la Ley:\n\nArtículo 4.- T\n\nArtículo 7.- T\n\nArtículo 2.- T\n\nArtículo 3.- T\n";
        trial().file("es/a.md", text).lint();
        let text =
            "Artículo 1.- T\n\nArtículo 2.- Modifícase el artículo 2 de la Ley:\n\nArtículo 2.- T\n\nArtículo 3.- T\n";
        trial().file("es/a.md", text).lint();
        let text = "Se reforman los artículos 5, 6 y 8:\n\nArtículo 5.- T\n\nArtículo 6.- T\n\nArtículo 8.- T\n";
        trial().file("es/a.md", text).lint();
        let text = "Artículo 1.- T\n\nArtículo 2.- T\n\n> Artículo 9.- T\n\nArtículo 3.- T\n\nArtículo 14 de la Ley\n";
        trial().file("es/a.md", text).lint();
    }

    #[test]
    fn articles_that_begin_again_in_each_chapter() {
        let text = "# Capítulo I\n\n## Artículo 1\n\n## Artículo 2\n\n## Artículo 3\n\n# Capítulo II\n\n## Artículo 1\n\n## Artículo 2\n";
        trial().file("es/a.md", text).lint();
    }
}
