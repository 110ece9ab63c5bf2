//! The typeset edition: PDF/A-3a and PDF/UA-1, set by Typst.
//!
//! 1. `fonts` reads the embedded fonts, and `page` knows the measures of the page;
//! 2. the text is turned into the engine's content, without ever passing its parser: `heading` for sections, `block`,
//!    `clause`, `table` with `columns` and `grid`, `image`, and `inline` for runs of text, where `glyph` replaces what no font can set;
//! 3. what the engine would refuse or choke on is left out or replaced on the way, and told by `remarks`;
//!    in a redline, `revision` sets the marks and the list of changes; `annex` sets what stands behind the text, and `source`
//!    attaches that as it is written;
//! 4. `front` adds the words of cover and furniture, and `theme.typ`, a fixed program, puts everything on pages;
//! 5. the pages are written as PDF, and `repack` makes that small.
//!
//! The builders walk the model by recursion and rely on the parser's limit on nesting
//! ([`DEEPEST_NESTING`](crate::parse::DEEPEST_NESTING)). Everything in here runs without files, network or clock, and the
//! same publication gives the same bytes.

mod annex;
mod block;
mod clause;
mod columns;
mod fonts;
mod front;
mod glyph;
mod grid;
mod heading;
mod image;
mod inline;
mod page;
mod remarks;
mod repack;
mod revision;
mod source;
mod table;
mod world;

use super::publication::Publication;
use super::{EditionFormat, Named, Options, Written};
use crate::error::{Error, Result};
use crate::model::{Document, Finding, Message, Span, plain_text};
use fonts::Fonts;
use image::{Images, Trust};
use remarks::Remarks;
use revision::Revisions;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::str::FromStr;
use typst::comemo::Track as _;
use typst::diag::SourceDiagnostic;
use typst::ecow::EcoString;
use typst::foundations::{Content, Datetime, Dict, Label, Smart};
use typst::introspection::{Introspector as _, Location};
use typst::model::LateLinkResolver;
use typst::text::{Lang, TextElem};
use typst::utils::PicoStr;
use typst_layout::PagedDocument;
use typst_pdf::{PdfStandard, PdfStandards, Timestamp};
use world::EditionWorld;

/// The format.
pub(super) const FORMAT: EditionFormat = EditionFormat {
    name: "pdf",
    label: "edition-format-pdf",
    media_type: "application/pdf",
    entry,
    tells_history: true,
    write,
    together: None,
};

/// The name of the file.
fn entry(named: &Named) -> String {
    format!("{}.pdf", named.stem)
}

fn write(publication: &Publication<'_>, _: &Options<'_>) -> Result<Written> {
    let mut findings = Vec::new();
    let bytes = pdf(publication, &mut findings)?;
    Ok(Written { files: vec![(entry(&publication.named), bytes)], findings })
}

/// The most bytes of text in a PDF: about 1,500 pages, for which the engine takes 3 GB of memory.
const MOST_TEXT: usize = 4 * 1024 * 1024;

/// The most bytes of an anchor that is a name in the PDF, which links from outside can lead to.
const LONGEST_ANCHOR: usize = 400;

/// Typesetting after this many editions forgets what it remembers of an edition.
const REMEMBERED: usize = 4;

/// Sets the publication as PDF.
///
/// What cannot be set as it is written is replaced, and told in `report` as warnings. Where even so the engine refuses, the
/// edition is set again: without the images that it refuses, then without any, then without the promise of PDF/A and PDF/UA.
///
/// # Errors
/// If the policy is too large, the engine cannot set its emblem or one of its fonts, or it refuses it for a reason that was
/// not foreseen.
pub fn pdf(publication: &Publication<'_>, report: &mut Vec<Finding>) -> Result<Vec<u8>> {
    let size: usize = publication.documents.iter().map(|document| document.text.len()).sum();
    if size > MOST_TEXT {
        let message = Message::new("pdf-too-large").with("size", size.div_ceil(1024)).with("most", MOST_TEXT / 1024);
        return Err(Error::input(message).hint(Message::new("pdf-too-large-hint")));
    }
    let before = report.len();
    let promised = standards(publication);
    let fonts = Fonts::with(&publication.fonts, &publication.manifest.edition.font)
        .ok_or_else(|| Error::input(Message::new("pdf-fonts")).hint(Message::new("edition-font-broken-hint")))?;
    let emblem = front::emblem(publication, &fonts)?;
    let look = Look { fonts: &fonts, emblem };
    let mut result = set(publication, &look, Trust::Readable, &promised, report);
    for trust in [Trust::Tried, Trust::Nothing] {
        if result.is_err() {
            report.truncate(before);
            result = set(publication, &look, trust, &promised, report);
        }
    }
    if let Err(Refused(reason)) = &result {
        let reason = reason.clone();
        report.truncate(before);
        result = set(publication, &look, Trust::Nothing, &[], report);
        if let (Ok(_), Some(document)) = (&result, publication.documents.first()) {
            let mut remarks = Remarks::new(report);
            remarks.enter(&document.path);
            remarks.add(Span::default(), Message::new("pdf-standard").with("reason", reason));
        }
    }
    comemo::evict(REMEMBERED);
    result.map_err(|Refused(reason)| {
        Error::input(Message::new("pdf-failed").with("reason", reason)).hint(Message::new("pdf-failed-hint"))
    })
}

/// What an edition is set with, however often that is tried.
struct Look<'l> {
    fonts: &'l Fonts,
    emblem: Option<Content>,
}

/// Why the engine refuses an edition, in its own words.
struct Refused(String);

impl Refused {
    fn new(errors: &[SourceDiagnostic]) -> Self {
        Self(errors.first().map_or_else(String::new, |error| error.message.to_string()))
    }
}

/// The standards that the edition keeps. PDF/A asks for a date.
fn standards(publication: &Publication<'_>) -> Vec<PdfStandard> {
    match publication.date.as_deref().and_then(front::Day::read) {
        Some(_) => vec![PdfStandard::A_3a, PdfStandard::Ua_1],
        None => vec![PdfStandard::Ua_1],
    }
}

fn set(
    publication: &Publication<'_>,
    look: &Look<'_>,
    trust: Trust,
    standards: &[PdfStandard],
    report: &mut Vec<Finding>,
) -> Result<Vec<u8>, Refused> {
    let fonts = look.fonts;
    let Some(mut body) = body(publication, fonts, trust, report) else {
        return Err(Refused(String::new()));
    };
    let body_names = std::mem::take(&mut body.names);
    let inputs = front::inputs(publication, look, body);
    let world = EditionWorld::new(fonts, inputs).ok_or_else(|| Refused(String::new()))?;
    let document = typst::compile::<PagedDocument>(&world).output.map_err(|errors| Refused::new(&errors))?;
    let identity = format!(
        "gaceta {} {} {}",
        front::title(publication, fonts),
        publication.redline.as_ref().map_or(publication.version.as_deref().unwrap_or_default(), |story| &story.title),
        publication.language
    );
    let day = publication.date.as_deref().and_then(front::Day::read).and_then(front::Day::datetime);
    let exported = export(&document, &body_names, identity, day, standards)?;
    Ok(repack::repacked(&exported).unwrap_or(exported))
}

/// Whether the engine takes a piece of content under both standards.
fn try_alone(content: Content) -> Result<(), Refused> {
    let fonts = Fonts::embedded();
    let world = EditionWorld::new(fonts, front::plain_inputs(content)).ok_or_else(|| Refused(String::new()))?;
    let document = typst::compile::<PagedDocument>(&world).output.map_err(|errors| Refused::new(&errors))?;
    export(&document, &[], String::new(), None, &[PdfStandard::A_3a, PdfStandard::Ua_1]).map(|_| ())
}

/// Writes a document; besides the anchors of headings, it has `names` for what has a label.
fn export(
    document: &PagedDocument,
    names: &[(String, Label)],
    identity: String,
    day: Option<Datetime>,
    standards: &[PdfStandard],
) -> Result<Vec<u8>, Refused> {
    let options = typst_pdf::PdfOptions {
        ident: Smart::Custom(identity),
        creator: Smart::Custom(Some("gaceta".to_owned())),
        timestamp: day.map(Timestamp::new_utc),
        standards: PdfStandards::new(standards).map_err(|error| Refused(error.message().to_string()))?,
        ..typst_pdf::PdfOptions::default()
    };
    let introspector = document.introspector();
    let place = |label: &Label| introspector.query_label(*label).ok()?.location();
    let names = names.iter().filter_map(|(name, label)| Some((place(label)?, name.into())));
    let names: Vec<(Location, EcoString)> = names.collect();
    let links = LateLinkResolver::new(None, &**introspector);
    typst_pdf::pdf_in_bundle(document, &options, &names, links.track()).map_err(|errors| Refused::new(&errors))
}

/// Turns documents into the engine's content.
struct Setter<'p, 'r, 'a> {
    publication: &'p Publication<'a>,
    fonts: &'p Fonts,
    /// The document that is being set.
    document: &'a Document<'a>,
    remarks: Remarks<'r>,
    /// Where links to each anchor of the edition lead.
    anchors: HashMap<String, Label>,
    /// By number, whether a note has been called.
    notes: Vec<bool>,
    /// The number that the engine would give to the next note.
    next_note: usize,
    images: Images,
    revisions: Revisions,
}

impl Setter<'_, '_, '_> {
    /// Sets the document that was entered.
    fn document(&mut self, top: usize, contents: &mut Vec<Content>) {
        let document = self.document;
        let preamble = self.blocks(&document.preamble, heading::IN_SECTION);
        match (top, document.sections.as_slice()) {
            (0, [only]) => {
                contents.push(heading::mark(self.anchors.get(self.publication.anchor(document, only)).copied()));
                contents.extend(preamble);
                contents.extend(self.blocks(&only.blocks, heading::IN_SECTION));
                for section in &only.sections {
                    self.section(section, 1, contents);
                }
                return;
            }
            (2, _) => self.document_title(contents),
            _ => {}
        }
        contents.extend(preamble);
        for section in &document.sections {
            self.section(section, top, contents);
        }
    }
}

/// What an edition says.
struct Body {
    /// The documents in their order, and what stands behind them.
    content: Content,
    /// How many headings each level has.
    levels: Vec<usize>,
    /// The names by which older editions called a section.
    names: Vec<(String, Label)>,
    /// By the names of the headings of changed sections, where that is told.
    changed: Dict,
}

/// What an edition says; `None` without documents.
fn body(publication: &Publication<'_>, fonts: &Fonts, trust: Trust, report: &mut Vec<Finding>) -> Option<Body> {
    let mut setter = Setter {
        publication,
        fonts,
        document: publication.documents.first()?,
        remarks: Remarks::new(report),
        anchors: anchors(publication),
        notes: vec![false; publication.notes().len() + 1],
        next_note: 1,
        images: Images::new(trust),
        revisions: Revisions::default(),
    };
    let mut contents = Vec::new();
    let mut levels = vec![0; 8];
    for document in publication.documents {
        setter.document = document;
        setter.remarks.enter(&document.path);
        let top = top_level(publication, document);
        let mut own = Vec::new();
        setter.document(top, &mut own);
        contents.push(in_language(own, document, publication));
        let mut stack: Vec<_> = document.sections.iter().map(|section| (section, top)).collect();
        while let Some((section, level)) = stack.pop() {
            if let Some(count) = level.checked_sub(1_usize).and_then(|index| levels.get_mut(index)) {
                *count += 1;
            }
            stack.extend(section.sections.iter().map(|inner| (inner, level + 1)));
        }
    }
    if let Some(story) = &publication.redline {
        contents.insert(0, setter.story(story));
    }
    levels[0] += setter.push_annexes(&mut contents);
    contents.extend(source::attachments(publication));
    Some(Body { content: Content::sequence(contents), levels, names: older_names(&setter), changed: setter.changed() })
}

/// The names by which older editions called a section, in order; those too long for a PDF are left out.
fn older_names(setter: &Setter<'_, '_, '_>) -> Vec<(String, Label)> {
    let names = setter.anchors.iter().flat_map(|(anchor, label)| {
        let aliases = setter.publication.aliases(anchor).iter();
        aliases.filter(|name| name.len() <= LONGEST_ANCHOR).map(|name| (name.clone(), *label))
    });
    let names: BTreeMap<String, Label> = names.collect();
    names.into_iter().collect()
}

/// The content of a document, marked with its language where that is another one than the publication's.
fn in_language(contents: Vec<Content>, document: &Document<'_>, publication: &Publication<'_>) -> Content {
    let content = Content::sequence(contents);
    let language = document.language.as_ref().filter(|language| **language != publication.language);
    match language.and_then(|language| Lang::from_str(language.primary()).ok()) {
        Some(language) => content.set(TextElem::lang, language),
        None => content,
    }
}

/// The level of a document's outermost headings: 1; 2 where none of them is its title, which is then set above them; 0 where
/// a document alone has the policy's title, which the cover shows already.
fn top_level(publication: &Publication<'_>, document: &Document<'_>) -> usize {
    match document.sections.as_slice() {
        [only] if only.heading.level == 1 => {
            let title = plain_text(&only.heading.inlines);
            let is_on_cover = publication.redline.is_none() && publication.documents.len() == 1;
            usize::from(!(is_on_cover && title == publication.title && !only.sections.is_empty()))
        }
        sections if sections.iter().any(|section| section.heading.level == 1) => 1,
        _ => 2,
    }
}

/// The labels of the edition's anchors: a heading or clause has its anchor for a label, and the anchor of a document leads
/// to its first heading.
fn anchors(publication: &Publication<'_>) -> HashMap<String, Label> {
    let mut anchors = HashMap::new();
    for document in publication.documents {
        let own = publication.document_anchor(document);
        let mut first = None;
        for section in document.all_sections() {
            let anchor = publication.anchor(document, section);
            first = first.or(give_label(anchor, &mut anchors));
        }
        if let Some(first) = first.or_else(|| label(own)) {
            anchors.entry(own.to_owned()).or_insert(first);
        }
    }
    // What is left are the clauses; in order, so that the same text gives the same labels.
    let clauses: BTreeSet<&str> = publication.every_anchor().filter(|anchor| !anchors.contains_key(*anchor)).collect();
    for anchor in clauses {
        give_label(anchor, &mut anchors);
    }
    anchors
}

/// Gives an anchor its label.
fn give_label(anchor: &str, anchors: &mut HashMap<String, Label>) -> Option<Label> {
    // Labels become names in the PDF, which PDF/A wants short; and none may be like those of the theme.
    let proper = anchor.len() <= LONGEST_ANCHOR && !anchor.contains(' ');
    let name = if proper { anchor.to_owned() } else { format!("section {}", anchors.len()) };
    let label = label(&name)?;
    anchors.entry(anchor.to_owned()).or_insert(label);
    Some(label)
}

fn label(name: &str) -> Option<Label> {
    Label::new(PicoStr::intern(name))
}

/// A label that the theme knows; no anchor has one like it, because of the space.
fn reserved_label(name: &str) -> Option<Label> {
    label(&format!("set {name}"))
}

#[cfg(test)]
mod tests;
