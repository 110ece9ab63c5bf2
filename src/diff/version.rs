//! One version of a policy: of each document that may have changed, what a comparison needs to know.

use super::frequency;
use super::rows::{Limit, limits};
use crate::align::{self, DocumentParts};
use crate::definitions;
use crate::error::Error;
use crate::model::{
    Designator, Document, DocumentPath, Inline, InlineKind, Language, Passage, Span, folded, plain_text, sentences,
};
use crate::norms::{Norm, Strength};
use crate::parse;
use crate::policy::{Policy, is_set_text};
use crate::register::{Declarations, language_by_norms, norms_of};
use rayon::prelude::*;
use std::collections::{HashMap, HashSet};
use std::sync::OnceLock;

/// The documents of a version that are not the same in both, in the order of their paths.
#[derive(Default)]
pub(super) struct Version {
    pub(super) parts: Vec<DocumentParts>,
    pub(super) readings: Vec<Reading>,
    /// Why documents that are there could not be read.
    pub(super) unread: Vec<(DocumentPath, Error)>,
}

/// What is known of a document beside its parts.
pub(super) struct Reading {
    pub(super) text: String,
    pub(super) language: Option<Language>,
    /// The titles of its sections, those of its parts; the head has none.
    pub(super) titles: Vec<Option<String>>,
    /// Where its sentences begin, in order.
    pub(super) sentences: Vec<u32>,
    /// Its norms, in the order of their modal expressions.
    pub(super) norms: Vec<StatedNorm>,
    /// Where its norms say how often something is to be done, and how many hours pass between two times.
    pub(super) frequencies: Vec<(Span, u32)>,
    /// The time limits in its tables that oblige.
    pub(super) limits: Vec<Limit>,
    /// What defines a term: the whole entry of a glossary, elsewhere the term and its meaning.
    pub(super) definitions: Vec<Span>,
    /// The designations of its clauses, in the order of the text.
    pub(super) designators: Vec<Span>,
    /// Where each clause begins, and its anchor, in the order of the text.
    pub(super) clauses: Vec<(u32, String)>,
    /// Where links and images lead, by where the markup that follows their text begins.
    targets: HashMap<u32, String>,
}

/// A norm, and where it stands.
pub(super) struct StatedNorm {
    pub(super) norm: Norm,
    /// How it binds: who is to try not to do something is advised against it.
    pub(super) binding: Strength,
    /// Its modal expression.
    pub(super) modal: Span,
    /// What it says about time, as a reader sees it.
    pub(super) deadline: Option<String>,
    /// Whether the time is one that others are given, or by which something is announced before it happens.
    pub(super) grants_time: bool,
}

impl Version {
    /// Reads the documents of a policy that another version does not have with the same bytes.
    pub(super) fn read(policy: &Policy, other: &Policy) -> Self {
        let declarations = OnceLock::new();
        let of_one = |path: &DocumentPath| {
            let blobs = (policy.files.blob(path), other.files.blob(path));
            if blobs.0.is_some() && blobs.0 == blobs.1 {
                return None;
            }
            let text = match policy.text(path) {
                Ok(text) => text,
                Err(error) => return Some(Err((path.clone(), error))),
            };
            let is_known_to_differ = blobs.0.is_some() && blobs.1.is_some();
            if !is_known_to_differ && other.files.holds(path, text.as_bytes()) {
                return None;
            }
            let document = policy.parse(path, &text);
            let parts = align::parts(&document);
            let declarations = declarations.get_or_init(|| Declarations::of(policy));
            let reading = Reading::of(policy, &document, declarations);
            Some(Ok((parts, Reading { text, ..reading })))
        };
        let read: Vec<_> = policy.paths.par_iter().filter_map(of_one).collect();
        let mut version = Self::default();
        for document in read {
            match document {
                Ok((parts, reading)) => {
                    version.parts.push(parts);
                    version.readings.push(reading);
                }
                Err(error) => version.unread.push(error),
            }
        }
        version
    }

    /// Leaves a document out.
    pub(super) fn forget(&mut self, path: &DocumentPath) {
        if let Some(place) = self.position(path) {
            self.parts.remove(place);
            self.readings.remove(place);
        }
    }

    /// The place of a document among those read.
    pub(super) fn position(&self, path: &DocumentPath) -> Option<usize> {
        self.parts.iter().position(|parts| parts.path == *path)
    }
}

impl Reading {
    /// What a document says; its text is left empty.
    fn of(policy: &Policy, document: &Document<'_>, declarations: &Declarations) -> Self {
        let passages = document.passages();
        let language = policy.language_of(document).or_else(|| language_by_norms(document.text, &passages));
        let title = |section: &crate::model::Section<'_>| Some(plain_text(&section.heading.inlines));
        let mut definitions = definitions::Reader::new(document.text);
        for passage in &passages {
            definitions.read(passage);
        }
        let definitions = definitions.finish();
        let defining = definitions.iter().filter_map(defining_span);
        let Stated { norms, frequencies, limits } = stated(document, &passages, language.as_ref(), declarations);
        Self {
            text: String::new(),
            titles: std::iter::once(None).chain(document.all_sections().map(title)).collect(),
            sentences: sentence_starts(&passages, language.as_ref()),
            norms,
            frequencies,
            limits,
            definitions: defining.collect(),
            designators: designators(&passages),
            clauses: clauses(document),
            targets: targets(document),
            language,
        }
    }

    /// Where the link or image leads whose markup behind its text begins there.
    pub(super) fn target(&self, span: Span) -> Option<&str> {
        self.targets.get(&span.start).map(String::as_str)
    }

    /// The anchor of the clause that a place stands in, if it is in the same section.
    pub(super) fn clause(&self, span: Span, section: Span) -> Option<&str> {
        let before = self.clauses.partition_point(|(start, _)| *start <= span.start);
        let (start, anchor) = self.clauses.get(before.checked_sub(1)?)?;
        (*start >= section.start).then_some(anchor.as_str())
    }
}

fn designators(passages: &[Passage<'_>]) -> Vec<Span> {
    let mut spans: Vec<Span> = passages.iter().filter_map(|passage| Some(passage.designator?.span)).collect();
    spans.sort_unstable();
    spans
}

/// What of a definition says what a term means.
fn defining_span(definition: &definitions::Definition) -> Option<Span> {
    if definition.is_formal() {
        return Some(definition.extent);
    }
    definition.meaning.map(|meaning| meaning.cover(definition.span))
}

fn sentence_starts(passages: &[Passage<'_>], language: Option<&Language>) -> Vec<u32> {
    let mut starts = Vec::new();
    for passage in passages {
        starts.push(passage.text.span(0..1).start);
        for sentence in sentences(passage.text.as_str(), language).skip(1) {
            starts.push(passage.text.span(sentence).start);
        }
    }
    starts.sort_unstable();
    starts
}

/// Whether a sentence gives time to others, or asks for notice.
fn grants_time(sentence: &str) -> bool {
    const SIGNS: [&str; 12] = [
        "anticipacion",
        "antelacion",
        "esperar",
        "notice",
        "in advance",
        "wait ",
        "otorgar",
        "conceder",
        "permitir",
        "dara un plazo",
        "grant ",
        "allow ",
    ];
    let sentence = folded(sentence);
    SIGNS.iter().any(|sign| sentence.contains(sign))
}

/// How a norm binds, of whose sentence this follows after its modal expression: «procurará no publicar» advises against it,
/// «deberá evitar» forbids.
fn binding(strength: Strength, rest: &str) -> Strength {
    const NEGATIONS: [&str; 3] = ["no ", "que no ", "not to "];
    const AVOIDING: [&str; 5] = ["evitar ", "avoid ", "to avoid ", "abstenerse ", "refrain "];
    let rest = folded(rest.trim_start());
    let begins = |text: &str, listed: &[&str]| listed.iter().any(|beginning| text.starts_with(beginning));
    // “Shall endeavour”: the verb of the effort stands after its modal.
    let after_verb = rest.split_once(' ').map_or("", |(_, after)| after);
    let denies = [rest.as_str(), after_verb].iter().any(|text| begins(text, &NEGATIONS) || begins(text, &AVOIDING));
    match strength {
        Strength::Strive if denies => Strength::ShouldNot,
        Strength::Should if begins(&rest, &AVOIDING) => Strength::ShouldNot,
        Strength::Must if begins(&rest, &AVOIDING) => Strength::MustNot,
        other => other,
    }
}

/// What the norms of a document say.
#[derive(Default)]
struct Stated {
    norms: Vec<StatedNorm>,
    frequencies: Vec<(Span, u32)>,
    limits: Vec<Limit>,
}

/// The norms of a document, how often and by when; a licence, or the record of past versions, is not the policy's to
/// oblige by.
fn stated(
    document: &Document<'_>,
    passages: &[Passage<'_>],
    language: Option<&Language>,
    declarations: &Declarations,
) -> Stated {
    if is_set_text(&document.path) {
        return Stated::default();
    }
    let keywords = declarations.keywords(document, passages, language);
    let mut frequencies = Vec::new();
    let mut obliging = HashSet::new();
    let found = norms_of(passages, language, keywords).norms.into_iter();
    let stated = found.map(|(place, norm)| {
        if matches!(norm.strength, Strength::Must | Strength::Should | Strength::Strive) {
            obliging.insert(place);
        }
        stated_norm(&passages[place], norm, &mut frequencies)
    });
    let mut norms: Vec<StatedNorm> = stated.collect();
    norms.sort_by_key(|stated| stated.modal);
    Stated { norms, frequencies, limits: limits(passages, &obliging) }
}

/// What a passage says of a norm; how often something is to be done goes into `frequencies`.
fn stated_norm(passage: &Passage<'_>, norm: Norm, frequencies: &mut Vec<(Span, u32)>) -> StatedNorm {
    let text = &passage.text;
    let deadline = norm.deadline.as_ref().and_then(|deadline| text.as_str().get(deadline.range.clone()));
    let deadline = deadline.map(|text| text.split_whitespace().collect::<Vec<_>>().join(" "));
    let sentence = text.as_str().get(norm.sentence.clone()).unwrap_or("");
    let grants_time = deadline.is_some() && grants_time(sentence);
    let start = norm.sentence.start;
    let duty = norm.modal.end.saturating_sub(start);
    let often = frequency::frequencies(sentence, duty).into_iter();
    frequencies.extend(often.map(|own| (text.span(start + own.range.start..start + own.range.end), own.hours)));
    let binding = binding(norm.strength, sentence.get(duty..).unwrap_or(""));
    StatedNorm { modal: text.span(norm.modal.clone()), deadline, grants_time, binding, norm }
}

/// The clauses of a document that are no sections, by their anchors.
fn clauses(document: &Document<'_>) -> Vec<(u32, String)> {
    let entry = parse::index(document);
    let start = |address: &[Designator]| address.last().map(|designator| designator.span.start);
    let mut clauses: Vec<(u32, String)> =
        entry.clauses.into_iter().filter_map(|clause| Some((start(&clause.address)?, clause.anchor?))).collect();
    clauses.sort_unstable();
    clauses
}

fn targets(document: &Document<'_>) -> HashMap<u32, String> {
    let mut targets = HashMap::new();
    document.for_each_run(|run| {
        for inline in run.iter().flat_map(Inline::with_descendants) {
            let (InlineKind::Link { target, automatic: false, .. } | InlineKind::Image { target, .. }) = &inline.kind
            else {
                continue;
            };
            let closing = inline.children().last().map_or(inline.span.start, |child| child.span.end);
            targets.insert(closing, target.to_string());
        }
    });
    targets
}
