//! Templates: what sets a page's text and its furniture together.
//!
//! 1. Templates come with gaceta, each named `gaceta/…`: whole pages, and what these include, such as
//!    `gaceta/search.html`; and style sheets;
//! 2. a policy whose templates are trusted may bring its own `page.html`, `index.html`, `chapter.html`, `front.html` and
//!    `annex.html`, whole or extending gaceta's (`{% extends "gaceta/page.html" %}`), other templates for these to include,
//!    and a `style.css` that is put behind gaceta's.
//!
//! Only the templates that a page needs are compiled, unless a policy brings its own, which may use any. The text of a page,
//! which may be long, goes through the engine only where these may do something with it.
//!
//! A template is a program. That is why a policy's templates come only from a caller who trusts them.

use super::html::escape;
use super::html::hash::content_hash;
use super::html::search;
use super::html::{AnnexPage, ChapterPage, FrontPage, Index, LostPage, Page, RedlinePage};
use crate::error::{Error, Result};
use crate::model::{DocumentPath, Message, Position};
use crate::repo::Files;
use serde::Serialize;
use tera::{Context, ErrorKind, Tera, Value};

/// The look of every page.
pub const STYLE: &str = include_str!("html/style.css");
const SITE_STYLE: &str = include_str!("html/site/site.css");
const REDLINE_STYLE: &str = include_str!("html/redline.css");

/// The templates that come with gaceta, and those with the names of a policy's, which take their place.
const OURS: &[(&str, &str)] = &[
    ("gaceta/page.html", include_str!("html/page.html")),
    ("gaceta/index.html", include_str!("html/index.html")),
    ("gaceta/redline.html", include_str!("html/redline.html")),
    ("gaceta/languages.html", include_str!("html/languages.html")),
    ("gaceta/cover.html", include_str!("html/cover.html")),
    ("gaceta/metadata.html", include_str!("html/metadata.html")),
    ("gaceta/search.html", include_str!("html/search/search.html")),
    ("gaceta/site.html", include_str!("html/site/site.html")),
    ("gaceta/contents.html", include_str!("html/site/contents.html")),
    ("gaceta/chapter.html", include_str!("html/site/chapter.html")),
    ("gaceta/front.html", include_str!("html/site/front.html")),
    ("gaceta/annex.html", include_str!("html/site/annex.html")),
    ("gaceta/lost.html", include_str!("html/site/lost.html")),
    ("page.html", "{% extends \"gaceta/page.html\" %}"),
    ("index.html", "{% extends \"gaceta/index.html\" %}"),
    ("chapter.html", "{% extends \"gaceta/chapter.html\" %}"),
    ("front.html", "{% extends \"gaceta/front.html\" %}"),
    ("annex.html", "{% extends \"gaceta/annex.html\" %}"),
];

/// What stands for the text of a page while the engine sets what surrounds it: no other text of a page has this character
/// ([`escape`]).
const TEXT_PLACE: &str = "\0";

/// The folder of a policy's own templates.
const FOLDER: &str = "templates/";

/// The parts of a page that are HTML already.
pub(super) struct Fragments<'a> {
    /// The table of contents.
    pub contents: &'a str,
    /// The documents.
    pub body: String,
    /// The footnotes.
    pub notes: &'a str,
}

/// The templates of a policy, by their names in its `templates` folder.
///
/// # Errors
/// If one cannot be read or is not UTF-8.
pub fn policy_templates(files: &dyn Files) -> Result<Vec<(String, String)>> {
    let mut templates = Vec::new();
    for path in files.list()? {
        if let Some(name) = path.as_str().strip_prefix(FOLDER).filter(|name| is_template(name) || *name == "style.css")
        {
            templates.push((name.to_owned(), template_text(files, &path)?));
        }
    }
    Ok(templates)
}

fn template_text(files: &dyn Files, path: &DocumentPath) -> Result<String> {
    String::from_utf8(files.read(path)?).map_err(|problem| {
        let message = Message::new("edition-template-encoding");
        let hint = Message::new("error-not-utf8-hint");
        Error::input(message).at(files.display(path), None).caused_by(problem).hint(hint)
    })
}

fn is_template(name: &str) -> bool {
    name.len() > 5 && name.get(name.len() - 5..) == Some(".html")
}

/// The templates of gaceta that stand in a page made with these: themselves and all that they extend and include.
fn needed(roots: &[&'static str]) -> Vec<(&'static str, &'static str)> {
    let mut needed = Vec::new();
    let mut waiting = roots.to_vec();
    while let Some(name) = waiting.pop() {
        let ours = OURS.iter().find(|(known, _)| *known == name);
        let Some((_, text)) = ours.filter(|template| !needed.contains(*template)) else { continue };
        needed.push((name, *text));
        let mentioned = text.split("{%").filter_map(|tag| tag.split('"').nth(1));
        waiting.extend(mentioned.filter(|name| name.starts_with("gaceta/")));
    }
    needed
}

/// The templates at hand.
pub(super) struct Templates {
    engine: Tera,
    style: String,
    /// Whether the policy has templates or style of its own, in which anything may stand.
    has_own: bool,
}

impl Templates {
    /// Reads the templates of gaceta that are needed to set the pages `roots`, and those of the policy, names and texts, that
    /// take their place.
    ///
    /// # Errors
    /// If a template is wrong; the error names it and the place.
    pub(super) fn new(own: &[(String, String)], roots: &[&'static str]) -> Result<Self> {
        let mut engine = Tera::default();
        engine.set_escape_fn(|text, out| {
            let mut outcome = Ok(());
            escape::pieces(text, |piece| {
                if outcome.is_ok() {
                    outcome = out.write_all(piece.as_bytes());
                }
            });
            outcome
        });
        let theirs: Vec<(&str, &str)> = own
            .iter()
            .filter(|(name, _)| is_template(name))
            .map(|(name, text)| (name.as_str(), text.as_str()))
            .collect();
        let ours = if theirs.is_empty() { needed(roots) } else { OURS.to_vec() };
        engine.add_raw_templates(ours.into_iter().chain(theirs)).map_err(|problem| told(&problem))?;
        let mut style = STYLE.to_owned();
        for (_, text) in own.iter().filter(|(name, _)| name == "style.css") {
            // In a CSS string `\/` is a slash; elsewhere in a style sheet `</` has no meaning.
            style.push_str(&text.replace("</", "<\\/"));
        }
        Ok(Self { engine, style, has_own: !own.is_empty() })
    }

    /// Adds style behind gaceta's own and before the policy's.
    pub(super) fn with_look(mut self, look: &str) -> Self {
        self.style.insert_str(STYLE.len(), look);
        self
    }

    /// Sets a page.
    ///
    /// # Errors
    /// If the template fails; the error names it and the place.
    pub(super) fn page(&self, page: &Page<'_>, fragments: Fragments<'_>) -> Result<String> {
        let style = format!("{}{}", self.style, running_head(&page.running_title));
        let safe = [("style", style.as_str()), ("contents", fragments.contents), ("data", page.data())];
        self.around("page.html", page, &safe, fragments)
    }

    /// Sets a page of a site.
    ///
    /// # Errors
    /// If the template fails; the error names it and the place.
    pub(super) fn chapter(&self, page: &ChapterPage<'_>, fragments: Fragments<'_>) -> Result<String> {
        self.around("chapter.html", page, &[("sections", fragments.contents), ("data", page.data())], fragments)
    }

    /// Sets a page behind the text of a site.
    ///
    /// # Errors
    /// If the template fails; the error names it and the place.
    pub(super) fn annex(&self, page: &AnnexPage<'_>, body: &str) -> Result<String> {
        self.render("annex.html", page, &[("body", body), ("sections", "")])
    }

    /// Sets the first page of a site.
    ///
    /// # Errors
    /// If the template fails; the error names it and the place.
    pub(super) fn front(&self, page: &FrontPage<'_>) -> Result<String> {
        self.render("front.html", page, &[("data", page.data())])
    }

    /// Sets the page for addresses that lead nowhere.
    ///
    /// # Errors
    /// If the template fails; the error names it and the place.
    pub(super) fn lost(&self, page: &LostPage<'_>) -> Result<String> {
        self.render("gaceta/lost.html", page, &[("style", &self.style)])
    }

    /// The style sheet of a site; `running_title` is the line at the head of printed pages, as a CSS string.
    pub(super) fn site_style(&self, running_title: &str) -> String {
        let own = self.style.strip_prefix(STYLE).unwrap_or_default();
        format!("{STYLE}{SITE_STYLE}{}{}{own}", search::STYLE, running_head(running_title))
    }

    /// Sets a page of what changed, and puts its script at its end.
    ///
    /// # Errors
    /// If the template fails; the error names it and the place.
    pub(super) fn redline(&self, page: &RedlinePage<'_>, fragments: Fragments<'_>, script: &str) -> Result<String> {
        let style = format!("{}{REDLINE_STYLE}{}", self.style, running_head(&page.running_title));
        let safe = [("style", style.as_str()), ("contents", fragments.contents), ("script", script)];
        self.around("gaceta/redline.html", page, &safe, fragments)
    }

    /// Sets the index of the editions.
    ///
    /// # Errors
    /// If the template fails; the error names it and the place.
    pub(super) fn index(&self, index: &Index<'_>) -> Result<String> {
        self.render("index.html", index, &[("style", &self.style)])
    }

    /// Sets what surrounds a text, and puts it around it. A policy's own templates get the text itself.
    fn around(
        &self,
        name: &str,
        values: &impl Serialize,
        safe: &[(&'static str, &str)],
        fragments: Fragments<'_>,
    ) -> Result<String> {
        let Fragments { body, notes, .. } = fragments;
        let mut text = body;
        if self.has_own {
            return self.render(name, values, &[safe, &[("body", text.as_str()), ("notes", notes)]].concat());
        }
        let set = self.render(name, values, &[safe, &[("body", TEXT_PLACE), ("notes", notes)]].concat())?;
        let (before, behind) = set.split_once(TEXT_PLACE).unwrap_or((&set, ""));
        text.reserve(set.len());
        text.insert_str(0, before);
        text.push_str(behind);
        Ok(text)
    }

    /// Sets a page; the values of `safe` are HTML already.
    fn render(&self, name: &str, values: &impl Serialize, safe: &[(&'static str, &str)]) -> Result<String> {
        let mut context = Context::from_serialize(values).map_err(|problem| told(&problem))?;
        for (name, text) in safe {
            if *name == "style" {
                // The element's text begins with the line break behind its tag.
                context.insert("style_hash", &content_hash(&format!("\n{text}")));
            }
            context.insert_value(*name, Value::safe_string(text));
        }
        self.engine.render(name, &context).map_err(|problem| told(&problem))
    }
}

/// The style of the line at the head of printed pages; `title` is a CSS string.
fn running_head(title: &str) -> String {
    format!("@media print{{@page{{@top-left{{content:{title}}}}}}}\n")
}

/// A failure of the engine as an error that names the template and the place in it.
fn told(problem: &tera::Error) -> Error {
    let (text, place) = match problem.kind() {
        ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => {
            let number = |value: usize| u32::try_from(value).unwrap_or(u32::MAX);
            let span = report.span();
            let position = Position { line: number(span.start_line), column: number(span.start_col.saturating_add(1)) };
            (report.message().to_owned(), Some((report.filename().to_owned(), Some(position))))
        }
        ErrorKind::CircularExtend { tpl, .. } | ErrorKind::CircularInclude { tpl, .. } => {
            (problem.to_string(), Some((tpl.clone(), None)))
        }
        ErrorKind::MissingParent { current, .. } => (problem.to_string(), Some((current.clone(), None))),
        _ => (problem.to_string(), None),
    };
    let message = Message::new("edition-template").with("problem", text);
    let error = Error::input(message).hint(Message::new("edition-template-hint"));
    match place {
        Some((name, position)) => error.at(format!("{FOLDER}{name}"), position),
        None => error,
    }
}

#[cfg(test)]
mod tests {
    use super::super::html::{IndexEntry, index};
    use super::*;
    use crate::messages::{Catalogue, Locale};
    use crate::model::Language;
    use crate::repo::Memory;

    /// The index of a policy with this title, made with these templates.
    fn rendered(title: &str, own: &[(&str, &str)]) -> Result<String> {
        let own: Vec<_> = own.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect();
        let entry = IndexEntry {
            language: Language::new("es").unwrap(),
            title: title.to_owned(),
            words: Catalogue::of(Locale::Spanish),
            logo: None,
            files: vec![(super::super::format("html").unwrap(), "a.es.html".to_owned())],
        };
        Templates::new(&own, &["index.html"])?.index(&index(&[entry]).unwrap())
    }

    #[test]
    fn the_index_leads_to_each_edition() {
        let page = rendered("A & \"B\"", &[]).unwrap();
        assert!(page.contains("<h1>A &amp; &quot;B&quot;</h1>"), "{page}");
        assert!(
            page.contains("<li><a href=\"a.es.html\" type=\"text/html\" hreflang=\"es\">Página web</a></li>"),
            "{page}"
        );
    }

    #[test]
    fn a_page_needs_what_it_extends_and_includes() {
        let needed = |root| {
            let mut names: Vec<_> = needed(&[root]).into_iter().map(|(name, _)| name).collect();
            names.sort_unstable();
            names
        };
        assert_eq!(needed("index.html"), ["gaceta/index.html", "index.html"]);
        assert_eq!(
            needed("page.html"),
            ["gaceta/cover.html", "gaceta/languages.html", "gaceta/metadata.html", "gaceta/page.html", "page.html"]
        );
        let front = [
            "front.html",
            "gaceta/cover.html",
            "gaceta/front.html",
            "gaceta/languages.html",
            "gaceta/metadata.html",
            "gaceta/search.html",
            "gaceta/site.html",
        ];
        assert_eq!(needed("front.html"), front);
    }

    #[test]
    fn a_policys_template_may_extend_gacetas() {
        let own = [
            (
                "index.html",
                "{% extends \"gaceta/index.html\" %}{% block main %}{% include \"part.html\" %}{% endblock %}",
            ),
            ("part.html", "<h1>Propio: {{ title }}</h1>"),
            ("notes.txt", "{{ not a template"),
        ];
        let page = rendered("<b>", &own).unwrap();
        assert!(page.contains("<main class=\"index\">\n<h1>Propio: &lt;b&gt;</h1>"), "{page}");
    }

    #[test]
    fn a_policys_style_comes_last_and_stays_in_its_element() {
        let page = rendered("x", &[("style.css", "a::after{content:'</style><script>'}\n")]).unwrap();
        assert!(page.contains("\na::after{content:'<\\/style><script>'}\n</style>"), "{page}");
    }

    #[test]
    fn a_wrong_template_is_named_with_the_place() {
        let told = |text| {
            let error = rendered("x", &[("index.html", text)]).err().unwrap();
            let place = error.place.unwrap();
            (error.message.id, place.file, place.position.map(|position| (position.line, position.column)))
        };
        let file = || "templates/index.html".to_owned();
        assert_eq!(told("a\nb {% if %}"), ("edition-template", file(), Some((2, 9))));
        assert_eq!(told("a\n\n {{ nothing }}"), ("edition-template", file(), Some((3, 5))));
        assert_eq!(told("{% extends \"missing.html\" %}"), ("edition-template", file(), None));
    }

    #[test]
    fn templates_are_those_of_the_templates_folder() {
        let files = [("templates/page.html", "p"), ("templates/a/b.html", "b"), ("templates/style.css", "s")];
        let others = [("templates/logo.png", "l"), ("page.html", "x"), ("es/templates/c.html", "c")];
        let memory = Memory::new(files.into_iter().chain(others)).unwrap();
        let names: Vec<_> = policy_templates(&memory).unwrap();
        let names: Vec<_> = names.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
        assert_eq!(names, [("a/b.html", "b"), ("page.html", "p"), ("style.css", "s")]);
    }

    #[test]
    fn a_template_that_is_not_utf_8_is_named() {
        let memory = Memory::new([("templates/page.html", b"\xff".to_vec())]).unwrap();
        let error = policy_templates(&memory).err().unwrap();
        assert_eq!(error.message.id, "edition-template-encoding");
        assert_eq!(error.place.map(|place| place.file).as_deref(), Some("templates/page.html"));
    }
}
