//! Plans the renumbering of a policy's clauses, and of the references to them.
//!
//! 1. `Edition` reads the documents of one language in reading order;
//! 2. `numbers` gives each clause its number: articles in sequence over all documents, and inside each annex that has its
//!    own; transitory provisions, and what is narrower than an article, inside what they stand in. A clause with a suffix,
//!    14 Bis, takes the number of the one before it;
//! 3. the designations, and the citations of the policy's own clauses, are rewritten in the form that they have (`written`);
//! 4. the edited text is read again: links to anchors that changed with their headings or clauses are rewritten too.
//!
//! [`renumber_policy`] does it in the files.
//!
//! Chapters, titles, sections and annexes keep their numbers, explicit identities stay as they are, and citations by place
//! («artículo anterior») need no change.

mod apply;
mod written;

pub use apply::{Renumbered, renumber_policy};

use super::clause_tree::{ClauseKey, ClauseTree};
use super::links::{Target as Link, fragment, locate_fragment};
use crate::citations::{CitedNumber, Reader, Target};
use crate::model::{
    ClauseKind, Designator, Document, DocumentEntry, DocumentPath, Edit, Inline, Language, Passage, Slugger, Span,
};
use crate::parse;
use std::collections::{BTreeMap, HashMap};

/// A clause: the place of its document, and its place in that document's tree.
type Place = (usize, usize);

/// The edits that put the clauses of one language's documents in sequence, by document, each in the order of the text;
/// documents without a change are left out. `texts` are the documents in reading order.
#[must_use]
pub fn renumber(
    texts: &[(DocumentPath, String)],
    slugger: Slugger,
    language: Option<&Language>,
) -> BTreeMap<DocumentPath, Vec<Edit>> {
    let parsed = texts.iter().map(|(path, text)| parse::document(path.clone(), text, slugger));
    let documents: Vec<Document<'_>> = parsed.collect();
    let edition = Edition::of(&documents, language);
    let mut edits: Vec<Vec<Edit>> = Vec::with_capacity(documents.len());
    for place in 0..documents.len() {
        let mut own = edition.designations(place);
        own.extend(edition.citations(place));
        sort(&mut own);
        edits.push(own);
    }
    let anchors = changed_anchors(&documents, &edits, slugger);
    for (document, own) in documents.iter().zip(&mut edits) {
        own.extend(links(document, &anchors));
        sort(own);
    }
    let named = documents.iter().map(|document| document.path.clone()).zip(edits);
    named.filter(|(_, edits)| !edits.is_empty()).collect()
}

/// Puts edits in the order of the text, and leaves out what overlaps the one before.
fn sort(edits: &mut Vec<Edit>) {
    edits.sort_by_key(|edit| edit.span);
    edits.dedup_by(|next, one| next.span.start < one.span.end);
}

/// The documents of one language.
struct Edition<'a> {
    documents: Vec<Numbered<'a>>,
    language: Option<&'a Language>,
    /// The new numbers of the clauses.
    numbers: HashMap<Place, u32>,
    /// The sign of articles below the tenth, `o`, and the same with its full stop, if the text has it.
    low: (&'static str, &'static str),
}

/// A document with its clauses.
struct Numbered<'a> {
    text: &'a str,
    passages: Vec<Passage<'a>>,
    tree: ClauseTree,
}

impl<'a> Edition<'a> {
    fn of(documents: &'a [Document<'a>], language: Option<&'a Language>) -> Self {
        let read = |document: &'a Document<'a>| Numbered {
            text: document.text,
            passages: document.passages(),
            tree: ClauseTree::of(document),
        };
        let documents: Vec<_> = documents.iter().map(read).collect();
        let numbers = numbers(&documents);
        let low = documents.iter().find_map(Numbered::low).unwrap_or_default();
        Self { documents, language, numbers, low }
    }

    /// The sign for a number that `after` follows in the text; a full stop that is there is not doubled, and none stands
    /// before a suffix.
    fn low(&self, after: &str, suffix: Option<&String>) -> &'static str {
        if suffix.is_some() || after.starts_with('.') { self.low.0 } else { self.low.1 }
    }

    /// The edits of the designations of a document.
    fn designations(&self, place: usize) -> Vec<Edit> {
        let Some(document) = self.documents.get(place) else { return Vec::new() };
        let edit = |(clause, designator): (usize, &Designator)| {
            let new = self.numbers.get(&(place, clause)).filter(|new| **new != designator.number)?;
            let old = number_of(designator);
            let source = document.text.get(designator.span.range())?;
            let start = designator.span.range().start + source.rfind(old)?;
            let end = start + old.len();
            let text = written::rewrite(old, *new, self.low(document.text.get(end..)?, designator.suffix.as_ref()))?;
            Some(Edit { span: Span::new(start..end), text })
        };
        document.clauses().filter_map(edit).collect()
    }

    /// The edits of the citations in a document.
    fn citations(&self, place: usize) -> Vec<Edit> {
        let Some(document) = self.documents.get(place) else { return Vec::new() };
        let mut reader = Reader::new(self.language);
        let mut edits = Vec::new();
        for passage in &document.passages {
            for citation in reader.read(passage).iter().filter(|citation| citation.instrument.is_own()) {
                let Target::Clauses(clauses) = &citation.target else { continue };
                if passage.quoted {
                    continue;
                }
                let around = document.tree.at(passage.text.span(citation.range.clone()).start);
                for clause in clauses {
                    let mut path: Vec<&CitedNumber> = clause.path.iter().collect();
                    for length in 1..=path.len() {
                        edits.extend(self.cited(place, passage, around, &path[..length]));
                    }
                    if let Some(through) = &clause.through {
                        path.pop();
                        path.push(through);
                        edits.extend(self.cited(place, passage, around, &path));
                    }
                }
            }
        }
        edits
    }

    /// The edit of the last number of a cited path.
    fn cited(&self, place: usize, passage: &Passage<'_>, around: Option<usize>, path: &[&CitedNumber]) -> Option<Edit> {
        let last = path.last()?;
        let keys: Vec<ClauseKey> = path.iter().map(|number| ClauseKey::from(*number)).collect();
        let new = self.numbers.get(&self.find(place, around, &keys)?).filter(|new| **new != last.number)?;
        let old = passage.text.as_str().get(last.range.clone())?;
        let span = passage.text.span(last.range.clone());
        // Where markup or an escape stands inside the number, it is left to a person.
        let source = self.documents.get(place)?.text;
        let is_plain = source.get(span.range()) == Some(old);
        let text = written::rewrite(old, *new, self.low(source.get(span.range().end..)?, last.suffix.as_ref()))
            .filter(|_| is_plain)?;
        Some(Edit { span, text })
    }

    /// The clause that a path means: in what the citation stands in, from the innermost; in its document; in another.
    fn find(&self, place: usize, around: Option<usize>, keys: &[ClauseKey]) -> Option<Place> {
        let own = &self.documents.get(place)?.tree;
        let is_narrow = keys.first()?.is_narrow();
        let enclosing = around.into_iter().flat_map(|around| own.ancestors(around));
        let near = enclosing
            .filter(|(_, clause)| is_narrow || clause.key.is_of(ClauseKind::Annex))
            .find_map(|(clause, _)| own.find(own.inside(clause), keys));
        if is_narrow || near.is_some() {
            return near.map(|clause| (place, clause));
        }
        let others = (0..self.documents.len()).filter(|other| *other != place);
        std::iter::once(place).chain(others).find_map(|document| {
            let tree = &self.documents.get(document)?.tree;
            Some((document, tree.find(0..tree.len(), keys)?))
        })
    }
}

impl Numbered<'_> {
    /// The sign of its first article below the tenth.
    fn low(&self) -> Option<(&'static str, &'static str)> {
        let mut articles = self.clauses().map(|(_, designator)| designator);
        let first = articles.find(|designator| designator.kind == ClauseKind::Article && designator.number < 10)?;
        let sign = written::sign(number_of(first));
        let has_stop = sign == "o" && self.text.get(first.span.range()).is_some_and(|source| source.contains("o."));
        Some((sign, if has_stop { "o." } else { sign }))
    }

    /// The clauses with their designations, in the order of the text.
    fn clauses(&self) -> impl Iterator<Item = (usize, &Designator)> {
        self.passages.iter().filter_map(|passage| {
            let designator = passage.designator?;
            let clause = self.tree.within(designator.span).start;
            (self.tree.get(clause)?.place == designator.span).then_some((clause, designator))
        })
    }
}

/// What the clauses of one sequence have in common: their kind and what they stand in.
type Scope = (ClauseKind, Option<Place>, Option<usize>);

/// The new number of each clause that is renumbered.
fn numbers(documents: &[Numbered<'_>]) -> HashMap<Place, u32> {
    let mut numbers = HashMap::new();
    let mut last: HashMap<Scope, u32> = HashMap::new();
    for (place, document) in documents.iter().enumerate() {
        for (clause, designator) in document.clauses() {
            let kind = designator.kind;
            if kind < ClauseKind::Article {
                continue;
            }
            let last = last.entry(scope(place, document, clause, kind)).or_default();
            // The number 1 after others begins a list of its own: a second set of transitory provisions, say.
            let begins = designator.number == 1 && designator.suffix.is_none() && *last > 1;
            *last = match &designator.suffix {
                Some(_) => (*last).max(1),
                None if begins => 1,
                None => *last + 1,
            };
            numbers.insert((place, clause), *last);
        }
    }
    numbers
}

/// The sequence that a clause belongs to.
fn scope(place: usize, document: &Numbered<'_>, clause: usize, kind: ClauseKind) -> Scope {
    let mut around = document.tree.ancestors(clause).skip(1);
    if kind == ClauseKind::Article {
        let annex = around.find(|(_, clause)| clause.key.is_of(ClauseKind::Annex));
        return (kind, annex.map(|(annex, _)| (place, annex)), None);
    }
    let parent = around.next().map(|(parent, _)| (place, parent));
    (kind, parent, parent.is_none().then_some(place))
}

/// The number in a designation's label, without name and suffix: `14` of `Artículo 14 Bis`.
fn number_of(designator: &Designator) -> &str {
    let label = designator.label.as_str();
    let is_named = label.split_once(|blank: char| blank.is_whitespace()).filter(|(name, _)| {
        let name = crate::model::folded(name.trim_end_matches('.'));
        matches!(name.as_str(), "articulo" | "article" | "art" | "transitorio" | "apartado" | "fraccion" | "fraction")
    });
    let number = is_named.map_or(label, |(_, number)| number.trim_start());
    match (&designator.suffix, number.find([' ', '-', '\u{a0}'])) {
        (Some(_), Some(end)) => &number[..end],
        _ => number,
    }
}

/// The anchors that change with the edits, by document and old name.
fn changed_anchors(
    documents: &[Document<'_>],
    edits: &[Vec<Edit>],
    slugger: Slugger,
) -> HashMap<(DocumentPath, String), String> {
    let mut changed = HashMap::new();
    for (document, edits) in documents.iter().zip(edits).filter(|(_, edits)| !edits.is_empty()) {
        let text = edited(document.text, edits);
        let (old, new) =
            (parse::index(document), parse::index(&parse::document(document.path.clone(), &text, slugger)));
        let is_same = old.sections.len() == new.sections.len() && old.clauses.len() == new.clauses.len();
        let pairs = anchors(&old).zip(anchors(&new)).filter(|_| is_same);
        for (old, new) in pairs.filter(|(old, new)| old != new) {
            changed.entry((document.path.clone(), old.to_owned())).or_insert_with(|| new.to_owned());
        }
    }
    changed
}

/// The anchors of sections and clauses, in an order that numbers do not change; empty where a clause has none.
fn anchors(entry: &DocumentEntry) -> impl Iterator<Item = &str> {
    let clauses = entry.clauses.iter().map(|clause| clause.anchor.as_deref().unwrap_or(""));
    entry.sections.iter().map(|section| section.anchor.as_str()).chain(clauses)
}

/// A text with edits that are in its order.
fn edited(text: &str, edits: &[Edit]) -> String {
    let mut result = String::with_capacity(text.len());
    let mut reached = 0;
    for edit in edits {
        result.push_str(text.get(reached..edit.span.range().start).unwrap_or(""));
        result.push_str(&edit.text);
        reached = edit.span.range().end;
    }
    result.push_str(text.get(reached..).unwrap_or(""));
    result
}

/// The edits of the links in a document that lead to anchors which change.
fn links(document: &Document<'_>, anchors: &HashMap<(DocumentPath, String), String>) -> Vec<Edit> {
    let mut edits = Vec::new();
    if anchors.is_empty() {
        return edits;
    }
    document.for_each_run(|run| {
        for inline in run.iter().flat_map(Inline::with_descendants) {
            let crate::model::InlineKind::Link { target, .. } = &inline.kind else { continue };
            let Some(Link { path, anchor }) = Link::read(target, &document.path) else { continue };
            if let Some(new) = anchors.get(&(path, anchor))
                && let Some(span) = locate_fragment(inline, document.text)
            {
                let is_encoded = document.text.get(span.range()).is_some_and(|old| old.contains('%'));
                edits.push(Edit { span, text: fragment(new, is_encoded) });
            }
        }
    });
    edits
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The texts after the renumbering.
    fn renumbered(texts: &[(&str, &str)]) -> Vec<String> {
        let texts: Vec<_> =
            texts.iter().map(|(path, text)| (DocumentPath::new(path).unwrap(), (*text).to_owned())).collect();
        let edits = renumber(&texts, Slugger::default(), Language::new("es").as_ref());
        texts.iter().map(|(path, text)| edits.get(path).map_or(text.clone(), |edits| edited(text, edits))).collect()
    }

    #[test]
    fn articles_are_put_in_sequence_over_the_documents_with_the_references_to_them() {
        let texts = [
            ("a.md", "# Artículo 1o. A\n\nVea los artículos 3o., 12 y 12 Bis.\n\n# Artículo 3o. B\n\nEl 3.\n"),
            (
                "b.md",
                "# Artículo 12. C\n\nEl artículo 3o. de la Ley.\n\nEl artículo 3o. y los artículos 1 a 14.\n\n\
                # Artículo 12 Bis. D\n\nB.\n\n# Artículo 14 {#articulo-14}\n\nVea el [artículo 14](#articulo-14).\n",
            ),
        ];
        let expected = [
            "# Artículo 1o. A\n\nVea los artículos 2o., 3o. y 3o Bis.\n\n# Artículo 2o. B\n\nEl 3.\n",
            "# Artículo 3o. C\n\nEl artículo 3o. de la Ley.\n\nEl artículo 2o. y los artículos 1 a 4o.\n\n\
                # Artículo 3o Bis. D\n\nB.\n\n# Artículo 4o. {#articulo-14}\n\nVea el [artículo 4o.](#articulo-14).\n",
        ];
        assert_eq!(renumbered(&texts), expected);
        let again = [("a.md", expected[0]), ("b.md", expected[1])];
        assert_eq!(renumbered(&again), expected, "a second time nothing changes");
    }

    #[test]
    fn fractions_and_items_are_numbered_inside_what_they_stand_in() {
        let text = "# Artículo 1 {#a}\n\nI. A:\n\na) B;\n\nc) C, y\n\nIII. D, con lo de la fracción III.\n\n\
            # Artículo 2\n\nII. E, como en el artículo 1, fracción I, inciso c), y en [a](#a.III) y [b](#a.I.c).\n";
        let expected = "# Artículo 1 {#a}\n\nI. A:\n\na) B;\n\nb) C, y\n\nII. D, con lo de la fracción II.\n\n\
            # Artículo 2\n\nI. E, como en el artículo 1, fracción I, inciso b), y en [a](#a.II) y [b](#a.I.b).\n";
        assert_eq!(renumbered(&[("a.md", text)]), [expected]);
    }

    #[test]
    fn transitory_provisions_keep_their_words() {
        let text = "# Transitorios\n\n## Primero. Uno\n\nA.\n\n## Tercero. Dos\n\nLo del transitorio Quinto.\n\n\
            ## QUINTO. Tres\n\nVea [c](#tercero-dos).\n";
        let expected = "# Transitorios\n\n## Primero. Uno\n\nA.\n\n## Segundo. Dos\n\nLo del transitorio Tercero.\n\n\
            ## TERCERO. Tres\n\nVea [c](#segundo-dos).\n";
        assert_eq!(renumbered(&[("a.md", text)]), [expected]);
    }

    #[test]
    fn what_is_in_order_is_left_alone() {
        let text = "# Capítulo III\n\n## Artículo 1\n\nI. A, y\n\nII. B.\n\n## Artículo 2\n\n> Artículo 9.\n\n1. Uno\n3. Dos\n\n\
            # Transitorios\n\nÚNICO.- Texto.\n";
        assert_eq!(renumbered(&[("a.md", text)]), [text]);
    }

    #[test]
    fn annexes_have_articles_of_their_own() {
        let text = "# Artículo 1\n\nA.\n\n# Anexo A\n\n## Artículo 1\n\nB.\n\n## Artículo 3\n\nEl artículo 3 de este Anexo.\n\n\
            # Anexo B\n\n## Artículo 1\n\nC.\n";
        assert_eq!(
            renumbered(&[("a.md", text)]),
            [text.replace("Artículo 3\n\nEl artículo 3", "Artículo 2\n\nEl artículo 2")]
        );
    }
}
