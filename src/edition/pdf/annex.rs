//! Sets what stands behind the text, a chapter each: who has to do what by when, what changed since the last release, who
//! wrote it.
//!
//! What no font can set is replaced. The text has told it of what is in it, its last edition of what was taken out; of names
//! it is told here.

use super::block::{points, reaching_out};
use super::columns::{self, Demand, ROWS_WEIGHED, Widths};
use super::grid::{GUTTER, Grid, RIGHT};
use super::heading::{IN_SECTION, push_chapter, titled};
use super::inline::Run;
use super::page::{COLUMN, OUTDENT, TABLE_SIZE};
use super::{Setter, front, glyph, revision, table};
use crate::config::MANIFEST;
use crate::edition::annexes::{self, CREDITS_HEADS, Chapter, Obligation, REGISTER_HEADS};
use crate::edition::{Credit, Credits};
use crate::model::{Annex, Document, DocumentPath, Language, Message, Span};
use std::str::FromStr;
use typst::foundations::{Content, Dict, Label, NativeElement, Smart, Str, Value};
use typst::layout::{BoxElem, Fr, HElem, Rel, Sizing, Spacing};
use typst::model::{ParElem, RefElem, RefForm, Supplement};
use typst::text::{FontWeight, Lang, LinebreakElem, SpaceElem, TextElem, TextSize};
use typst::visualize::{Color, Paint};

/// The least width of the column of time limits, in points.
const TIME_LIMIT: f64 = 84.0;

/// The most bytes of a sentence whose row no page break parts, some ten lines.
const LONGEST_WHOLE: usize = 500;

/// Size of a strength's word, which is in capitals, and of what stands under a name, beside the table's.
const WORD_SIZE: f64 = 0.84;

/// Widths of the columns of people, words and shares, in points.
const CREDITS: [f64; 3] = [COLUMN - 2.0 * GUTTER - 156.0, 52.0, 104.0];

/// Room for the text of a share, and for the bar of the whole, in points.
const SHARE: f64 = 40.0;
const BAR: f64 = 56.0;

impl Setter<'_, '_, '_> {
    /// Sets the annexes that the manifest asks for and that have something to tell; gives back how many.
    pub(super) fn push_annexes(&mut self, contents: &mut Vec<Content>) -> usize {
        let publication = self.publication;
        if publication.redline.is_some() {
            return 0;
        }
        let words = publication.words;
        let mut count = 0;
        for annex in publication.manifest.edition.annexes() {
            let mut own = Vec::new();
            let title = match annex {
                Annex::Obligations => {
                    self.push_register(&mut own);
                    Message::new("site-register")
                }
                Annex::Changes => {
                    let Some(changes) = annexes::changes(publication) else { continue };
                    self.push_changes(changes, &mut own);
                    Message::new("site-changes").with("since", changes.since.as_str())
                }
                Annex::Credits => {
                    let Some(credits) = publication.credits() else { continue };
                    self.push_credits(credits, &mut own);
                    self.tell_of_names(&credits.people);
                    Message::new("site-credits")
                }
            };
            if own.is_empty() {
                continue;
            }
            let title = glyph::settable(&words.text(&title), self.fonts).0.into_owned();
            let mut chapter = Vec::with_capacity(own.len() + 3);
            push_chapter(titled(1, &title).pack(), &title, &mut chapter);
            chapter.append(&mut own);
            contents.push(self.in_words(Content::sequence(chapter)));
            count += 1;
        }
        count
    }

    /// Content in the language of the furniture's words.
    fn in_words(&self, content: Content) -> Content {
        let language = Language::new(self.publication.words.locale().tag());
        let language = language.filter(|own| own.primary() != self.publication.language.primary());
        language.map_or(content.clone(), |language| set_in(content, &language))
    }

    /// Content in the language of the text, among the furniture's words.
    pub(super) fn spoken(&self, content: Content, language: &Language) -> Content {
        let is_same = language.primary() == self.publication.words.locale().tag();
        if is_same { content } else { set_in(content, language) }
    }

    /// Text as the fonts can set it.
    pub(super) fn plain(&self, text: &str) -> Content {
        self.within(text, Run::TEXT.longest)
    }

    /// Text with places to break after so many characters.
    fn within(&self, text: &str, longest: usize) -> Content {
        TextElem::packed(glyph::breakable(glyph::settable(text, self.fonts).0, longest).as_ref())
    }

    /// Text in the font of what stands around the text.
    pub(super) fn furniture(&self, text: &str) -> Content {
        self.plain(text)
            .set(TextElem::font, self.fonts.heading_list())
            .set(TextElem::weight, FontWeight::SEMIBOLD)
            .set(TextElem::size, TextSize(points(TABLE_SIZE)))
    }

    fn accent(&self) -> Paint {
        let [red, green, blue] = front::accent(self.publication).channels;
        Paint::Solid(Color::from_u8(red, green, blue, 0xff))
    }

    fn push_register(&self, contents: &mut Vec<Content>) {
        let chapters = annexes::chapters(self.publication);
        let widths = self.register_widths(&chapters);
        let heads = REGISTER_HEADS.map(|id| self.publication.words.word(id));
        let is_alone = self.publication.documents.len() == 1;
        for Chapter { document, title, obligations } in &chapters {
            if !is_alone {
                let title = glyph::settable(title, self.fonts).0;
                // It stands where the table begins.
                let heading = titled(2, title.trim()).with_hanging_indent(Smart::Custom(points(0.0)));
                if !title.trim().is_empty() {
                    contents.push(self.spoken(heading.with_outlined(false).pack(), self.language_of(document)));
                }
            }
            let longest = obligations.iter().map(|obligation| obligation.what.len()).max().unwrap_or(0);
            let table = Grid {
                head: heads.iter().map(|head| TextElem::packed(head.as_str())).collect(),
                repeats_head: true,
                rows: obligations.iter().map(|obligation| self.row(document, obligation, &widths)).collect(),
                widths: widths.clone(),
                sides: vec![Smart::Auto; widths.len()],
                breaks_rows: longest > LONGEST_WHOLE,
            };
            contents.push(reaching_out(table.set(self), IN_SECTION));
        }
    }

    fn language_of<'d>(&'d self, document: &'d Document<'_>) -> &'d Language {
        document.language.as_ref().unwrap_or(&self.publication.language)
    }

    /// The widths of the columns, the same in all chapters.
    fn register_widths(&self, chapters: &[Chapter<'_>]) -> Vec<f64> {
        let heads = REGISTER_HEADS.map(|id| self.publication.words.word(id));
        let demand = |texts: &[&str]| {
            let mut demand = Demand::default();
            for text in texts {
                demand.add(text, self.fonts);
            }
            demand
        };
        let mut demands = vec![heads.iter().map(|head| demand(&[head])).collect::<Vec<_>>()];
        let obligations = chapters.iter().flat_map(|chapter| &chapter.obligations).take(ROWS_WEIGHED);
        demands.extend(obligations.map(|Obligation { who, word, what, when, place, .. }| {
            let clause = place.clause.as_deref().unwrap_or_default();
            let mut name = demand(&[section_name(place), ", ", clause]);
            if place.section.is_some_and(|section| section.heading.designator.is_some()) {
                // A designation stays on one line.
                name.word = name.line;
            }
            vec![demand(&[who]), demand(&[word, " ", what]), demand(&[when]), name]
        }));
        let room = COLUMN + OUTDENT - 3.0 * GUTTER;
        let (Widths::Narrow(mut widths) | Widths::Wide(mut widths)) = columns::widths(&demands, room, room);
        // Most rows have no time limit, but those that have one say it in several words.
        if let [_, what, when, _] = widths.as_mut_slice() {
            let more = (TIME_LIMIT - *when).clamp(0.0, *what / 3.0);
            (*what, *when) = (*what - more, *when + more);
        }
        widths
    }

    fn row(&self, document: &Document<'_>, obligation: &Obligation<'_>, widths: &[f64]) -> Vec<Content> {
        let Obligation { who, word, what, when, place, .. } = obligation;
        let longest: Vec<usize> = widths.iter().map(|width| table::letters(*width)).collect();
        let own = |text: &str, column: usize| {
            let longest = longest.get(column).copied().unwrap_or(1);
            self.spoken(self.within(text, longest), self.language_of(document))
        };
        let word = self.furniture(word).set(TextElem::size, TextSize(points(TABLE_SIZE * WORD_SIZE)));
        let anchor = place.section.map(|section| self.publication.anchor(document, section));
        let target = anchor.and_then(|anchor| self.anchors.get(anchor).copied());
        let mut name = vec![own(section_name(place), 3)];
        name.extend(place.clause.as_ref().map(|clause| own(&format!(", {clause}"), 3)));
        let name = Content::sequence(name);
        let name = match target {
            Some(target) => self.with_page(name, LinebreakElem::shared().clone(), target),
            None => name,
        };
        let what = Content::sequence([word, SpaceElem::shared().clone(), own(what, 1)]);
        let row = vec![own(who, 0), what, own(when, 2), name];
        row.into_iter().map(|cell| cell.set(TextElem::hyphenate, Smart::Custom(false))).collect()
    }

    /// A name, and the number of the page where it stands; both lead there.
    pub(super) fn with_page(&self, name: Content, between: Content, target: Label) -> Content {
        let name = name.set(TextElem::fill, self.accent());
        let page = TextElem::packed(self.publication.words.word("pdf-on-page"));
        let name = Smart::Custom(Some(Supplement::Content(Content::sequence([name, between, page]))));
        RefElem::new(target).with_form(RefForm::Page).with_supplement(name).pack()
    }

    fn push_credits(&self, Credits { summary, people }: &Credits, contents: &mut Vec<Content>) {
        let words = self.publication.words;
        contents.push(ParElem::new(self.plain(summary)).pack());
        let table = Grid {
            head: CREDITS_HEADS.iter().map(|id| TextElem::packed(words.word(id))).collect(),
            repeats_head: true,
            rows: people.iter().map(|credit| self.credit(credit)).collect(),
            widths: CREDITS.to_vec(),
            sides: vec![Smart::Auto, RIGHT, Smart::Auto],
            breaks_rows: false,
        };
        contents.push(table.set(self));
        contents.push(ParElem::new(self.plain(&words.word("site-credits-method"))).pack());
    }

    /// Tells which names the fonts cannot set as they are.
    fn tell_of_names(&mut self, people: &[Credit]) {
        let policy = self.publication.policy;
        // Names come from git and from the manifest, which can have others instead.
        let manifest = DocumentPath::new(MANIFEST).filter(|_| policy.has_manifest);
        let first = self.publication.documents.first().map(|document| document.path.clone());
        let Some(path) = manifest.or(first) else { return };
        self.remarks.enter(&path);
        for Credit { name, .. } in people {
            let (set, replaced) = glyph::settable(name, self.fonts);
            if !replaced.is_empty() {
                let message = Message::new("pdf-name").with("name", name.as_str()).with("replacement", set.as_ref());
                self.remarks.add(Span::default(), message);
            }
        }
    }

    /// Who, how many words, and the share with its bar, which is drawn for the eye only.
    fn credit(&self, Credit { name, words, share, thousandths, contributions }: &Credit) -> Vec<Content> {
        let mut person = vec![self.within(name, table::letters(CREDITS[0]))];
        if !contributions.is_empty() {
            let size = TextSize(points(TABLE_SIZE * WORD_SIZE));
            let also = self.within(contributions, table::letters(CREDITS[0]));
            let also = also.set(TextElem::font, self.fonts.heading_list()).set(TextElem::size, size);
            person.extend([LinebreakElem::shared().clone(), also]);
        }
        let share = Content::sequence([fill(), self.plain(share)]);
        let share = BoxElem::new().with_width(Sizing::Rel(Rel::from(points(SHARE)))).with_body(Some(share)).pack();
        let bar = BoxElem::new()
            .with_width(Sizing::Rel(Rel::from(points(BAR * f64::from((*thousandths).clamp(6, 1000)) / 1000.0))))
            .with_height(Smart::Custom(Rel::from(points(TABLE_SIZE * 0.55))))
            .with_fill(Some(self.accent()))
            .pack();
        vec![Content::sequence(person), self.plain(words), Content::sequence([share, gap(), bar])]
    }

    /// By the names of the headings of changed sections, where the chapter of what changed tells of it first.
    pub(super) fn changed(&self) -> Dict {
        let mut entries = Dict::new();
        let publication = self.publication;
        let is_told = publication.redline.is_none() && publication.manifest.edition.annexes().contains(&Annex::Changes);
        let Some(changes) = annexes::changes(publication).filter(|_| is_told) else { return entries };
        let told = || changes.story.changes.iter();
        let norms = told().filter(|(_, told)| told.concerns_norms);
        for (change, _) in norms.chain(told().filter(|(_, told)| !told.concerns_norms)) {
            let anchor = annexes::changed_section(publication, changes, *change);
            let heading = anchor.and_then(|anchor| self.anchors.get(anchor));
            if let Some((heading, entry)) = heading.zip(revision::change_label(*change)) {
                let name = Str::from(heading.resolve().as_str());
                if !entries.contains(name.as_str()) {
                    entries.insert(name, Value::Label(entry));
                }
            }
        }
        entries
    }
}

/// The designation of a section, or its title where it has none.
fn section_name<'n>(place: &'n annexes::Place<'_>) -> &'n str {
    let designator = place.section.and_then(|section| section.heading.designator.as_deref());
    designator.map_or(place.title.as_str(), |designator| designator.label.as_str())
}

/// The room that is left of a line.
fn fill() -> Content {
    HElem::new(Spacing::Fr(Fr::one())).pack()
}

/// The room between a share and its bar.
fn gap() -> Content {
    HElem::new(Spacing::Rel(Rel::from(points(GUTTER * 0.7)))).pack()
}

/// Content marked with a language.
fn set_in(content: Content, language: &Language) -> Content {
    match Lang::from_str(language.primary()) {
        Ok(language) => content.set(TextElem::lang, language),
        Err(_) => content,
    }
}
