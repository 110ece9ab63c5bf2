//! Citations of clauses that the policy does not have.
//!
//! 1. Each citation of the policy's own clauses is looked up in its document; a fraction or item alone, in the article
//!    that the citation stands in;
//! 2. what is not found there, and does not stand where another text may be quoted, is put off, as it may be a clause of
//!    another document of the language;
//! 3. it is broken if the policy numbers clauses of that kind and none has that number.

use crate::citations::{Citation, CitedClause, CitedNumber, Target};
use crate::lint::amending::amended;
use crate::lint::clause_tree::{Clause, ClauseKey, ClauseTree, kind_name, numeral};
use crate::lint::context::DocumentContext;
use crate::lint::decimals;
use crate::lint::finding::{Findings, Observation, quotation};
use crate::lint::links;
use crate::lint::openings::{Openings, is_annex, opens};
use crate::lint::rule::{Check, Documentation, Rule};
use crate::lint::surroundings;
use crate::lint::whole::WholePolicy;
use crate::model::{ClauseKind, DocumentPath, Language, Message, Passage, Severity, Span};
use std::cell::{Cell, OnceCell};

/// The rule.
pub const RULE: Rule = Rule {
    name: "broken-clause-ref",
    default: Some(Severity::Error),
    check: Check::Document(check),
    messages: &[
        "lint-broken-clause-ref-missing",
        "lint-broken-clause-ref-inside",
        "lint-broken-clause-ref-nearest",
        "lint-broken-clause-ref-last",
        "lint-broken-clause-ref-check",
        "lint-broken-clause-ref-place",
    ],
    documentation: [
        Documentation(include_str!("broken_clause_ref.es.md")),
        Documentation(include_str!("broken_clause_ref.en.md")),
    ],
};

/// How many articles a text has at least for its numbers to be known.
const FEWEST_ARTICLES: usize = 2;

/// The greatest number of the first article of a text that is whole; the articles before it may have been repealed.
const LATEST_FIRST: u32 = 3;

/// How many citations of one document are looked into that were not found at first: a limit on work.
const MOST_DOUBTS: u32 = 2_000;

/// How many passages of an article are looked through for a clause that was not recognised: a limit on work.
const MOST_PASSAGES: usize = 2_000;

fn check(context: &DocumentContext<'_>, findings: &mut Findings<'_>) {
    let reader = Reader { context, amended: OnceCell::new(), openings: OnceCell::new(), doubts: Cell::new(0) };
    for (number, (place, citation)) in context.citations().iter().enumerate() {
        let Some(passage) = context.passages().get(*place) else { continue };
        let Target::Clauses(clauses) = &citation.target else { continue };
        if !citation.instrument.is_own() || passage.quoted || leads_elsewhere(citation, passage, context) {
            continue;
        }
        for clause in clauses {
            let is_only = clauses.len() == 1 && clause.through.is_none();
            let next = context.citations().get(number + 1).filter(|(next, _)| next == place);
            let next = next.map(|(_, citation)| citation);
            let cited = Cited { place: *place, passage, citation, next, is_only };
            reader.clause(&cited, clause, findings);
        }
    }
    decimals::check(context, findings);
}

/// Whether a citation is a link that leaves the policy, or leads to a file as a whole.
fn leads_elsewhere(citation: &Citation, passage: &Passage<'_>, context: &DocumentContext<'_>) -> bool {
    let path = &context.document.path;
    citation.link(passage).is_some_and(|target| links::Target::read(target, path).is_none())
}

/// A citation in its passage.
struct Cited<'a> {
    place: usize,
    passage: &'a Passage<'a>,
    citation: &'a Citation,
    /// The citation that follows it in the passage.
    next: Option<&'a Citation>,
    /// Whether it cites one clause and no more.
    is_only: bool,
}

/// Looks citations up in one document.
struct Reader<'a, 'text> {
    context: &'a DocumentContext<'text>,
    amended: OnceCell<Vec<bool>>,
    openings: OnceCell<Openings>,
    doubts: Cell<u32>,
}

impl Reader<'_, '_> {
    /// Looks up one cited clause, or both ends of a range.
    fn clause(&self, cited: &Cited<'_>, clause: &CitedClause, findings: &mut Findings<'_>) {
        let mut numbers: Vec<&CitedNumber> = clause.path.iter().collect();
        if self.path(cited, &numbers, findings)
            && let Some(through) = &clause.through
        {
            numbers.pop();
            numbers.push(through);
            self.path(cited, &numbers, findings);
        }
    }

    /// Looks up a path of numbers; tells whether nothing was found to be wrong.
    fn path(&self, cited: &Cited<'_>, numbers: &[&CitedNumber], findings: &mut Findings<'_>) -> bool {
        let tree = self.context.clauses();
        let Some(container) = numbers.iter().rposition(|number| number.kind <= ClauseKind::Transitory) else {
            return self.narrow(cited, numbers, findings);
        };
        // «Artículo 5 del capítulo II»: each wide clause is looked up alone, as it may go on in the next document.
        for place in 0..=container {
            let path = if place < container { &numbers[place..=place] } else { &numbers[place..] };
            let keys: Vec<ClauseKey> = path.iter().map(|number| ClauseKey::from(*number)).collect();
            if tree.has(&keys) || !self.may_look() || self.is_unsure(cited, path) {
                continue;
            }
            let broken = self.broken(cited, path, keys);
            findings.later(move |whole, findings| broken.settle(whole, findings));
            return false;
        }
        true
    }

    /// Looks up a fraction or item alone in the article that it stands in.
    fn narrow(&self, cited: &Cited<'_>, numbers: &[&CitedNumber], findings: &mut Findings<'_>) -> bool {
        let tree = self.context.clauses();
        let span = cited.passage.text.span(cited.citation.range.clone());
        let Some(container) = (!cited.passage.noted).then(|| enclosing(tree, span.start)).flatten() else {
            return true;
        };
        let keys: Vec<ClauseKey> = numbers.iter().map(|number| ClauseKey::from(*number)).collect();
        let section = cited.passage.section.map_or(Span::default(), |section| section.span);
        if tree.find(tree.inside(container), &keys).is_some() || tree.find(tree.within(section), &keys).is_some() {
            return true;
        }
        if !self.may_look() {
            return true;
        }
        // The widest number that is not there; if the article has none of its kind, another text's article is meant.
        let found = (1..keys.len()).rev().find_map(|length| {
            let place = tree.find(tree.inside(container), &keys[..length])?;
            Some((length, place))
        });
        let (missing, holder) = found.unwrap_or((0, container));
        let Some((number, clause)) = numbers.get(missing).zip(tree.get(holder)) else { return true };
        let last = tree.last_inside(holder, number.kind);
        if last.is_none() || self.is_opened(holder, cited, number) || !self.is_sure(cited) {
            return true;
        }
        let holder_kind = if missing == 0 { kind_of(clause.key) } else { numbers[missing - 1].kind };
        let written = Written::of(number, cited);
        let holder = (holder_kind, numeral(holder_kind, clause.key.number(), ""), clause.place);
        let broken = self.broken(cited, numbers, keys);
        findings.add(broken.inside(&written, &holder, &self.context.document.path, last));
        false
    }

    /// Counts a citation that was not found at first; tells whether there is work left for it.
    fn may_look(&self) -> bool {
        self.doubts.set(self.doubts.get().saturating_add(1));
        self.doubts.get() <= MOST_DOUBTS
    }

    /// Whether the document may have the clause after all, or the citation may be another text's.
    fn is_unsure(&self, cited: &Cited<'_>, path: &[&CitedNumber]) -> bool {
        let Some(first) = path.first() else { return true };
        let tree = self.context.clauses();
        if let Some(holder) = tree.find(0..tree.len(), &[ClauseKey::from(*first)]) {
            if path[1..].iter().any(|number| self.is_opened(holder, cited, number)) {
                return true;
            }
        } else if self
            .openings
            .get_or_init(|| Openings::of(self.context.document.text, self.context.passages()))
            .has(first.kind, first.number)
        {
            return true;
        }
        !self.is_sure(cited)
    }

    /// Whether the citing text is that of one instrument, with its articles in order, and does not quote another.
    fn is_sure(&self, cited: &Cited<'_>) -> bool {
        let amended = self.amended.get_or_init(|| amended(self.context.passages()));
        self.context.clauses().is_in_order
            && !amended.get(cited.place).is_some_and(|is_amended| *is_amended)
            && !surroundings::may_be_of_another_text(cited.passage, cited.citation, cited.next)
            && !self.stands_before_the_articles(cited)
    }

    /// Whether a citation stands above the first article, where a text says on which others it rests.
    fn stands_before_the_articles(&self, cited: &Cited<'_>) -> bool {
        let tree = self.context.clauses();
        let first = tree.of_kind(ClauseKind::Article).iter().min().and_then(|place| tree.get(*place as usize));
        first.is_some_and(|first| cited.passage.span.end <= first.place.start)
    }

    /// Whether a paragraph of a clause begins with a number, though it was not recognised as a clause.
    fn is_opened(&self, holder: usize, cited: &Cited<'_>, number: &CitedNumber) -> bool {
        let tree = self.context.clauses();
        let Some(start) = tree.get(holder).map(|clause| clause.place.start) else { return false };
        let end = tree.end(holder);
        let passages = self.context.passages();
        let first = passages.partition_point(|passage| passage.span.start < start);
        let inside = passages.iter().skip(first).take(MOST_PASSAGES).take_while(|passage| passage.span.start < end);
        let written = cited.passage.text.as_str().get(number.range.clone()).unwrap_or("");
        inside.filter(|passage| passage.designator.is_none()).any(|passage| opens(passage, written))
    }

    fn broken(&self, cited: &Cited<'_>, path: &[&CitedNumber], keys: Vec<ClauseKey>) -> Broken {
        Broken {
            path: self.context.document.path.clone(),
            language: self.context.language.clone(),
            citation: cited.passage.text.span(cited.citation.range.clone()),
            is_only: cited.is_only,
            numbers: path.iter().map(|number| Written::of(number, cited)).collect(),
            keys,
        }
    }
}

/// The article, annex or transitory provision that an offset stands in.
fn enclosing(tree: &ClauseTree, offset: u32) -> Option<usize> {
    let wide = [ClauseKind::Article, ClauseKind::Transitory, ClauseKind::Annex];
    let place = tree.at(offset)?;
    tree.ancestors(place).find(|(_, clause)| wide.iter().any(|kind| clause.key.is_of(*kind))).map(|(place, _)| place)
}

/// The kind of an enclosing clause.
fn kind_of(key: ClauseKey) -> ClauseKind {
    let kinds = [ClauseKind::Annex, ClauseKind::Transitory];
    kinds.into_iter().find(|kind| key.is_of(*kind)).unwrap_or(ClauseKind::Article)
}

/// A cited number as it is written.
struct Written {
    kind: ClauseKind,
    number: u32,
    text: String,
    span: Span,
}

impl Written {
    fn of(cited: &CitedNumber, place: &Cited<'_>) -> Self {
        let text = place.passage.text.as_str().get(cited.range.clone()).unwrap_or("");
        let text = quotation(text.trim_end_matches('.'));
        Self { kind: cited.kind, number: cited.number, text, span: place.passage.text.span(cited.range.clone()) }
    }
}

/// A citation whose clause the document does not have.
struct Broken {
    path: DocumentPath,
    language: Option<Language>,
    citation: Span,
    is_only: bool,
    numbers: Vec<Written>,
    keys: Vec<ClauseKey>,
}

impl Broken {
    /// Reports the citation if no other document of the language has the clause.
    fn settle(&self, whole: &WholePolicy<'_>, findings: &mut Findings<'_>) {
        let documents: Vec<(&DocumentPath, &ClauseTree)> = whole
            .documents
            .iter()
            .filter(|(_, facts)| facts.language == self.language && !facts.clauses.is_empty())
            .map(|(path, facts)| (*path, &*facts.clauses))
            .collect();
        if documents.iter().any(|(_, tree)| tree.has(&self.keys)) {
            return;
        }
        // The citing document first: its article is meant rather than that of another.
        let own = documents.iter().filter(|(path, _)| **path == self.path);
        let others = documents.iter().filter(|(path, _)| **path != self.path);
        for length in (1..self.keys.len()).rev() {
            let holder = own
                .clone()
                .chain(others.clone())
                .find_map(|(path, tree)| Some((*path, *tree, tree.find(0..tree.len(), self.keys.get(..length)?)?)));
            if let Some(holder) = holder {
                self.report_inside(length, holder, findings);
                return;
            }
        }
        self.report_missing(whole, &documents, findings);
    }

    /// Reports a number that the clause which should hold it does not have.
    fn report_inside(
        &self,
        missing: usize,
        (path, tree, place): (&DocumentPath, &ClauseTree, usize),
        findings: &mut Findings<'_>,
    ) {
        let Some((number, holder)) = self.numbers.get(missing).zip(self.numbers.get(missing - 1)) else { return };
        // A text that nowhere numbers clauses of this kind is not the one that is cited.
        if tree.of_kind(number.kind).is_empty() {
            return;
        }
        let Some(clause) = tree.get(place) else { return };
        let last = tree.last_inside(place, number.kind);
        // The numbers of a Markdown list are no clauses.
        if last.is_none() && number.kind == ClauseKind::Numeral {
            return;
        }
        findings.add(self.inside(number, &(holder.kind, holder.text.clone(), clause.place), path, last));
    }

    /// What is said of a number that is missing inside another clause.
    fn inside(
        &self,
        number: &Written,
        (kind, container, place): &(ClauseKind, String, Span),
        path: &DocumentPath,
        last: Option<&Clause>,
    ) -> Observation {
        let message = Message::new("lint-broken-clause-ref-inside")
            .with("container-kind", kind_name(*kind))
            .with("container", container.clone())
            .with("kind", kind_name(number.kind))
            .with("number", number.text.clone());
        let hint = match last {
            Some(last) => Message::new("lint-broken-clause-ref-last")
                .with("kind", kind_name(number.kind))
                .with("number", numeral(number.kind, last.key.number(), &number.text)),
            None => Message::new("lint-broken-clause-ref-check"),
        };
        let here = Message::new("lint-broken-clause-ref-place")
            .with("kind", kind_name(*kind))
            .with("number", container.clone());
        Observation::new(&self.path, self.span(number), message).hint(hint).related(path, *place, here)
    }

    /// Reports a clause that no document has, if the documents number clauses of its kind.
    fn report_missing(
        &self,
        whole: &WholePolicy<'_>,
        documents: &[(&DocumentPath, &ClauseTree)],
        findings: &mut Findings<'_>,
    ) {
        let Some(number) = self.numbers.first() else { return };
        let kind = number.kind;
        let numbering: Vec<_> = documents.iter().filter(|(_, tree)| !tree.of_kind(kind).is_empty()).collect();
        let is_own = numbering.iter().any(|(path, _)| **path == self.path);
        let known: usize = numbering.iter().map(|(_, tree)| tree.of_kind(kind).len()).sum();
        let fewest = if kind == ClauseKind::Article { FEWEST_ARTICLES } else { 1 };
        let is_a_file = |number: &Written| {
            kind == ClauseKind::Annex && whole.documents.iter().any(|(path, _)| is_annex(path, &number.text))
        };
        let is_known = is_own || are_one_instrument(&numbering);
        if known < fewest || !is_known || !begin_at_the_first(kind, &numbering) || is_a_file(number) {
            return;
        }
        let message = Message::new("lint-broken-clause-ref-missing")
            .with("kind", kind_name(kind))
            .with("number", number.text.clone());
        let near = numbering.iter().filter_map(|(path, tree)| Some((*path, tree.nearest(kind, number.number)?)));
        let near = near.min_by_key(|(_, clause)| clause.key.number().abs_diff(number.number));
        let observation = Observation::new(&self.path, self.span(number), message);
        findings.add(match near {
            Some((path, clause)) => {
                let name = numeral(kind, clause.key.number(), &number.text);
                let said = |id| Message::new(id).with("kind", kind_name(kind)).with("number", name.clone());
                let hint = said("lint-broken-clause-ref-nearest");
                observation.hint(hint).related(path, clause.place, said("lint-broken-clause-ref-place"))
            }
            None => observation.hint(Message::new("lint-broken-clause-ref-check")),
        });
    }

    /// The whole citation where it cites one clause, else the number.
    const fn span(&self, number: &Written) -> Span {
        if self.is_only { self.citation } else { number.span }
    }
}

/// Whether the articles of several documents may be those of one instrument: each in order, one first article.
fn are_one_instrument(documents: &[&(&DocumentPath, &ClauseTree)]) -> bool {
    let first = ClauseKey::new(ClauseKind::Article, 1, None);
    documents.iter().all(|(_, tree)| tree.is_in_order)
        && documents.iter().filter(|(_, tree)| tree.has(&[first])).count() <= 1
}

/// Whether the clauses of a kind are known from the first ones on, and not from the middle of a text that is elsewhere.
fn begin_at_the_first(kind: ClauseKind, documents: &[&(&DocumentPath, &ClauseTree)]) -> bool {
    let near = documents.iter().filter_map(|(_, tree)| tree.nearest(kind, 1));
    near.map(|clause| clause.key.number()).min().is_some_and(|first| first <= LATEST_FIRST)
}

#[cfg(test)]
mod tests {
    use crate::lint::testing::{Trial, hints};
    use crate::messages::Locale;
    use crate::model::Severity;

    fn trial() -> Trial {
        Trial::of("broken-clause-ref")
    }

    /// Five articles; the second has three fractions, and the first of those two items.
    const SPANISH: &str = "# Capítulo I\n\n## Artículo 1\n\nUno.\n\n## Artículo 2\n\nDos:\n\nI. A:\n\na) B, y\n\nb) C;\n\n\
        II. D, y\n\nIII. E.\n\n## Artículo 3\n\nTres.\n\n## Artículo 4\n\nCuatro.\n\n## Artículo 5\n\n";

    const ENGLISH: &str = "# Policy\n\n## Article 1\n\nOne.\n\n## Article 2\n\nTwo:\n\nI. A, and\n\nII. B.\n\n";

    fn spanish(paragraph: &str) -> Trial {
        trial().file("es/a.md", &format!("{SPANISH}{paragraph}\n"))
    }

    #[test]
    fn an_article_that_the_policy_does_not_have_is_reported() {
        let trial = spanish("Conforme al ⟦artículo 99⟧ se procede.");
        trial.says(Locale::Spanish, &["No existe el artículo 99"]);
        trial.says(Locale::English, &["There is no article 99"]);
        let findings = trial.lint();
        assert_eq!(findings[0].severity, Severity::Error);
        let expected = "¿Quiso decir el artículo 5? Si la cita es de otra norma, nómbrela";
        assert_eq!(hints(&findings, Locale::Spanish), [expected]);
        assert_eq!(findings[0].related[0].path.as_str(), "es/a.md");
    }

    #[test]
    fn a_fraction_that_the_article_does_not_have_is_reported() {
        for written in ["⟦artículo 2, fracción XII⟧", "⟦fracción XII del artículo 2⟧"] {
            let trial = spanish(&format!("Se atiende lo dispuesto en el {written}."));
            trial.says(Locale::Spanish, &["El artículo 2 no tiene fracción XII"]);
            let expected = "Termina en la fracción III; corrija la cita o, si es de otra norma, nómbrela";
            assert_eq!(hints(&trial.lint(), Locale::Spanish), [expected]);
        }
        let english = format!("{ENGLISH}As ⟦Article 2, fraction IX⟧ says.\n");
        trial().file("en/a.md", &english).says(Locale::English, &["Article 2 has no fraction IX"]);
    }

    #[test]
    fn of_a_list_or_a_range_only_the_wrong_numbers_are_reported() {
        let trial = spanish(
            "Véanse los artículos 2, ⟦17⟧ y 4, y los artículos 3 a ⟦44⟧, y las fracciones I a ⟦V⟧ del artículo 2.",
        );
        trial.says(
            Locale::Spanish,
            &["No existe el artículo 17", "No existe el artículo 44", "El artículo 2 no tiene fracción V"],
        );
    }

    #[test]
    fn a_fraction_alone_is_one_of_the_article_that_cites_it() {
        let text = "# A\n\n## Artículo 1\n\nUno:\n\nI. Lo de la fracción II;\n\nII. Lo de la ⟦fracción IV⟧, y\n\nIII. B.\n\n\
            ## Artículo 2\n\nLo de la fracción IX.\n";
        trial().file("es/a.md", text).says(Locale::Spanish, &["El artículo 1 no tiene fracción IV"]);
    }

    #[test]
    fn a_citation_may_leave_levels_out() {
        spanish("El artículo 2, inciso b), y el artículo 2, fracción I, inciso a), del capítulo I.").lint();
        spanish("El ⟦artículo 2, fracción II, inciso a)⟧.").lint();
    }

    #[test]
    fn clauses_of_other_documents_of_the_language_count() {
        let trial = trial()
            .file(
                "es/01.md",
                &format!("{SPANISH}Véase el artículo 7, el ⟦artículo 6, fracción II⟧ y el ⟦artículo 9⟧.\n"),
            )
            .file("es/02.md", "# B\n\n## Artículo 6\n\nI. Una.\n\n## Artículo 7\n\nTexto del artículo 2.\n")
            .file("en/01.md", "# C\n\n## Article 9\n\nText.\n\n## Article 10\n\nText.\n")
            .file("es/00.md", "# Presentación\n\nVea el artículo 1 y el ⟦artículo 12⟧.\n");
        let expected = ["No existe el artículo 12", "El artículo 6 no tiene fracción II", "No existe el artículo 9"];
        trial.says(Locale::Spanish, &expected);
        assert_eq!(trial.lint()[1].related[0].path.as_str(), "es/02.md");
    }

    #[test]
    fn annexes_chapters_and_transitory_provisions_are_looked_up_too() {
        let annexes = "# Transitorios\n\n## Primero. Uno\n\nTexto.\n\n## Segundo. Dos\n\nLo del ⟦transitorio noveno⟧ y del \
            transitorio primero.\n\n# Anexo A\n\nTexto.\n\n# Anexo B\n\nEl ⟦Anexo D⟧, el Anexo A y el ⟦capítulo IV⟧.\n";
        let expected = ["No existe el transitorio noveno", "No existe el anexo D", "No existe el capítulo IV"];
        trial().file("es/a.md", SPANISH).file("es/b.md", annexes).says(Locale::Spanish, &expected);
    }

    #[test]
    fn what_another_text_has_is_not_looked_up() {
        for paragraph in [
            "El artículo 99 de la Ley General de Archivos.",
            "El artículo 115, fracción II, constitucional.",
            "> El artículo 99 manda.",
            "Vea el [artículo 99](https://example.org/ley#99) y el [artículo 98](ley.pdf).",
            "La sección 4 y el Anexo D.",
            "Según la ley, su artículo 99.",
            "Es el artículo 4, fracción 31.4.",
            "El artículo 191* de la Constitución.",
            "El delito (art. 376 CP) y el del artículo 37, concordante con el artículo 39 de la Ley N° 27867.",
            "Señala: “Artículo 78.- La rotación”, y “los del artículo 79”.",
            "2, ARTÍCULO 85.- Del voluntario",
        ] {
            spanish(paragraph).lint();
        }
        trial().file("es/a.md", "# A\n\nEl artículo 14 manda.\n").lint();
        trial().file("en/a.md", "# A\n\nArticle 14 and Annex B say so.\n").lint();
    }

    #[test]
    fn recitals_and_parts_of_a_text_are_not_judged() {
        let recitals =
            "# Ordenanza\n\nQue, conforme al artículo 192, se procede.\n\n## Artículo 1\n\nA.\n\n## Artículo 2\n";
        trial().file("es/a.md", recitals).lint();
        let part = "# Libro\n\n## Artículo 446\n\nEl del artículo 259.\n\n## Artículo 447\n\nB.\n";
        trial().file("es/a.md", part).lint();
        let list =
            "# A\n\n## Artículo 1\n\n1. Uno.\n2. Dos.\n\n## Artículo 2\n\nEl numeral 2 del artículo 1.\n\n1) Tres\n";
        trial().file("es/a.md", list).lint();
    }

    #[test]
    fn an_amended_text_is_not_the_policy_itself() {
        spanish("Se reforma el artículo 3 de la Ley para quedar así:\n\nLo que dice el artículo 99.").lint();
        let one = "# Ley\n\n## Artículo 1\n\nModifíquese la Ley.\n\n## Artículo 58\n\nConforme al artículo 60.\n";
        trial().file("es/a.md", one).lint();
    }

    #[test]
    fn repealed_ranges_and_clauses_that_were_not_recognised_exist() {
        spanish("Vea los artículos 8 y 10.\n\n## Artículos 6 a 12. Derogados\n\nTexto.").lint();
        spanish("Vea el artículo 6.\n\nArtículo 6 El Consejo sesiona.").lint();
        spanish("Vea el artículo 6.\n\n**Artículo 5.-** Uno.\n**Artículo 6** Dos.").lint();
        spanish("A:\n\nI. B;\n\nII. C;\n\nIII - D.\n\nVea la fracción III.").lint();
        let two = trial().file("es/a.md", SPANISH).file("es/anexos.md", "# Anexo A\n\nVea el Anexo F.\n");
        two.file("es/anexo-f.md", "# Formato\n\nTexto.\n").lint();
    }

    #[test]
    fn sections_with_decimal_numbers_are_looked_up_in_their_document() {
        let text = "# Guía\n\n## 2.1 Campos\n\nTexto.\n\n## 2.2 Figuras\n\nEl orden es el de la ⟦sección 2.7⟧ de esta \
            guía y el de la sección 2.1. Véase la sección 5.2 de la norma ISO 8601.\n";
        let trial = trial().file("es/a.md", text);
        trial.says(Locale::Spanish, &["No existe la sección 2.7"]);
        let expected = "Termina en la sección 2.2; corrija la cita o, si es de otra norma, nómbrela";
        assert_eq!(hints(&trial.lint(), Locale::Spanish), [expected]);
        Trial::of("broken-clause-ref").file("en/a.md", "# A\n\nSee section 2.6.\n").lint();
    }

    #[test]
    fn instruments_side_by_side_are_not_mixed() {
        let law = "# Ley\n\n## Artículo 1\n\nUno.\n\n## Artículo 2\n\nDos.\n";
        let trial = trial().file("es/a.md", law).file("es/b.md", law);
        trial.file("es/c.md", "# Nota\n\nEl artículo 14 lo dice.\n").lint();
    }
}
