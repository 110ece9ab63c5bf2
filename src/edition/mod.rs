//! Publishes a policy: web page, site, typeset document, data.
//!
//! 1. [`build`] takes the documents of one language after the other;
//! 2. it resolves their links, notes, figures and fields: a [`Publication`];
//! 3. it has each format of [`FORMATS`] write that publication;
//! 4. it adds an index page that leads to all of them;
//! 5. [`set::close`] adds what tells of them all: `manifest.json` and `SHA256SUMS`.
//!
//! What changed between two versions is published by the same formats (`redline`).
//!
//! Everything is written in memory; [`output::write`] puts it into a folder, [`verify`] compares it with one.
//!
//! A further format is a file with a `FORMAT` of its own, its line in [`FORMATS`], and the message of its label in each
//! language. Its `write` is given the [`Publication`], which resolves links, notes, images and fields, and gives back any
//! number of files: paths that no other format has, the same bytes for the same publication, and findings for what
//! could not be set as it was written. Help, index page, links between the editions, `manifest.json`, sums and verification
//! follow from the line, and `tests/publishing.rs` holds every format to this.

mod annexes;
mod background;
mod data;
mod dates;
pub mod fonts;
pub mod html;
mod ids;
pub mod json;
mod origin;
pub mod output;
#[cfg(feature = "pdf")]
pub mod pdf;
pub mod publication;
mod redline;
mod selection;
pub mod set;
pub mod template;
pub mod verify;

pub use background::{Background, Changes, Credit, Credits, LanguageBackground, ReleasedVersion};
pub use origin::{Origin, Uncommitted};
pub use redline::{
    Drawn, REDLINE_FORMATS, RedlineFormat, RedlineRequest, Story, StoryChange, StoryVersion, build_redline,
};

use crate::config::MANIFEST;
use crate::error::Result;
use crate::model::{Document, Finding, Language};
use crate::policy::IndexedPolicy;
use publication::Publication;
use publication::aliases::Lost;
use rayon::prelude::*;

/// A format in which a policy is published.
pub struct EditionFormat {
    /// What it is called on the command line.
    pub name: &'static str,
    /// The message that names it to readers.
    pub label: &'static str,
    /// The media type of the file that a reader opens.
    pub media_type: &'static str,
    /// The file of a publication that a reader opens, by its path in the folder of the editions.
    pub entry: fn(&Named) -> String,
    /// Whether it tells more of an edition where the history is known.
    pub tells_history: bool,
    /// Writes one language of a policy.
    pub write: fn(&Publication<'_>, &Options<'_>) -> Result<Written>,
    /// Writes what belongs to all languages, when each is written: files by their paths.
    pub together: Option<fn(&Together<'_>) -> Result<Files>>,
}

/// Files by their paths in the folder of the editions, parts parted by `/`.
pub type Files = Vec<(String, Vec<u8>)>;

/// What was written of all languages.
pub struct Together<'a> {
    /// The policy.
    pub policy: &'a IndexedPolicy,
    /// The languages with their files.
    entries: &'a [html::IndexEntry],
    /// The files so far.
    pub files: &'a [BuiltFile],
    /// What the history tells.
    pub background: &'a Background,
    /// Date of the editions, `YYYY-MM-DD`.
    pub date: Option<&'a str>,
    /// Templates of the policy, names and texts; empty where they are not trusted.
    pub templates: &'a [(String, String)],
}

/// A language that is published, and what its files are called.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Named {
    /// The language.
    pub language: Language,
    /// The name of files of which there is one a language, without ending: `politica-de-datos-abiertos.es`.
    pub stem: String,
}

/// Every format.
pub const FORMATS: &[EditionFormat] = &[
    html::FORMAT,
    html::SITE_FORMAT,
    #[cfg(feature = "pdf")]
    pdf::FORMAT,
    data::FORMAT,
];

/// The format of a name.
#[must_use]
pub fn format(name: &str) -> Option<&'static EditionFormat> {
    FORMATS.iter().find(|format| format.name == name)
}

/// What a format is told besides the publication.
pub struct Options<'a> {
    /// Templates of the policy, names and texts; empty where they are not trusted.
    pub templates: &'a [(String, String)],
    /// The formats that are written together, which may lead to each other.
    pub formats: &'a [&'static EditionFormat],
}

/// What a format has written.
pub struct Written {
    /// The files.
    pub files: Files,
    /// What could not be set as it was written.
    pub findings: Vec<Finding>,
}

/// What is to be built.
#[derive(Default)]
pub struct BuildRequest {
    /// The languages; every language of the policy where none is named.
    pub languages: Vec<Language>,
    /// The formats; every format where none is named.
    pub formats: Vec<&'static EditionFormat>,
    /// Date of the edition, `YYYY-MM-DD`; what the publication knows of its date where none is given.
    pub date: Option<String>,
    /// Templates of the policy, names and texts, if they are trusted (see [`template::policy_templates`]).
    pub templates: Option<Vec<(String, String)>>,
    /// What the history tells of the edition.
    pub background: Background,
}

/// What [`build`] is about to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Step<'a> {
    /// Which step it is, from 1.
    pub number: usize,
    /// How many steps there are.
    pub total: usize,
    /// What happens in it.
    pub work: Work<'a>,
}

/// The work of a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Work<'a> {
    /// The documents of a language are read.
    Read(&'a Language),
    /// The file of this name is written.
    Write(&'a str),
}

/// A policy as published.
#[derive(Default)]
pub struct Built {
    /// The files.
    pub files: Vec<BuiltFile>,
    /// What could not be set as it was written.
    pub findings: Vec<Finding>,
    /// The languages, each with the policy's title in it.
    pub titles: Vec<(Language, String)>,
    /// The formats.
    pub formats: Vec<&'static EditionFormat>,
    /// Date of the editions, `YYYY-MM-DD`.
    pub date: Option<String>,
    /// Whether the policy's own templates were trusted.
    pub trusts_templates: bool,
    /// The commit up to which the history told of releases, where a format tells of it.
    pub history: Option<String>,
}

/// A file of the editions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BuiltFile {
    /// Its path in the folder of the editions, parts parted by `/`.
    pub path: String,
    /// What is in it.
    pub bytes: Vec<u8>,
    /// The name of the format that wrote it; `None` for what belongs to all of them.
    pub format: Option<&'static str>,
    /// The language that it is in; `None` for what belongs to all of them.
    pub language: Option<Language>,
}

/// Builds the editions of a policy, whose documents are read again.
///
/// # Errors
/// If a language is asked for that the policy does not have, there is no document, a document cannot be read, or a
/// format fails.
pub fn build(policy: &IndexedPolicy, request: &BuildRequest, progress: &mut dyn FnMut(Step<'_>)) -> Result<Built> {
    let texts = selection::texts(policy)?;
    let documents: Vec<_> = texts.par_iter().map(|(path, text)| policy.parse(path, text)).collect();
    build_of(policy, &documents, request, progress)
}

/// Builds the editions of a policy from the trees of all its documents, which stand in the order of its index.
///
/// # Errors
/// If a language is asked for that the policy does not have, there is no document, or a format fails.
pub fn build_of(
    policy: &IndexedPolicy,
    documents: &[Document<'_>],
    request: &BuildRequest,
    progress: &mut dyn FnMut(Step<'_>),
) -> Result<Built> {
    let languages = selection::languages(policy, &request.languages)?;
    let formats: Vec<&'static EditionFormat> =
        if request.formats.is_empty() { FORMATS.iter().collect() } else { request.formats.clone() };
    let templates = request.templates.as_deref().unwrap_or_default();
    let options = Options { templates, formats: &formats };
    let total = languages.len() * (1 + formats.len());
    let mut number = 0;
    let mut report = |work: Work<'_>| {
        number += 1;
        progress(Step { number, total, work });
    };
    let mut built = Built {
        formats: formats.clone(),
        date: request.date.clone().or_else(|| policy.manifest.date.clone()),
        trusts_templates: request.templates.is_some(),
        history: request.background.until.clone(),
        ..Built::default()
    };
    let mut lost = Lost::all(&policy.manifest);
    let mut entries = Vec::new();
    for named in &languages {
        report(Work::Read(&named.language));
        let own = policy.places_in(&named.language);
        let own = (documents.get(own.clone()).unwrap_or_default(), &policy.documents[own]);
        let mut publication = Publication::indexed(policy, &named.language, own, request.date.clone())?;
        publication.languages.clone_from(&languages);
        publication.tell(&request.background);
        lost.look_in(&publication);
        let mut files = Vec::new();
        for format in &formats {
            let entry = (format.entry)(named);
            report(Work::Write(&entry));
            let written = (format.write)(&publication, &options)?;
            // What is wrong with the manifest is told once, and not in each language.
            let known = |finding: &Finding| finding.path.as_str() == MANIFEST && built.findings.contains(finding);
            let findings: Vec<_> = written.findings.into_iter().filter(|finding| !known(finding)).collect();
            built.findings.extend(findings);
            built.files.extend(written.files.into_iter().map(|(path, bytes)| BuiltFile {
                path,
                bytes,
                format: Some(format.name),
                language: Some(named.language.clone()),
            }));
            files.push((*format, entry));
        }
        let logo = html::logo(&publication);
        let Publication { title, words, .. } = publication;
        built.titles.push((named.language.clone(), title.clone()));
        entries.push(html::IndexEntry { language: named.language.clone(), title, words, logo, files });
    }
    // A name may belong to a language that is not asked for.
    if request.languages.is_empty() {
        built.findings.extend(lost.findings());
    }
    write_together(policy, request, &entries, &mut built)?;
    Ok(built)
}

/// Adds what belongs to all languages: of each format, and the page that leads to all editions.
fn write_together(
    policy: &IndexedPolicy,
    request: &BuildRequest,
    entries: &[html::IndexEntry],
    built: &mut Built,
) -> Result<()> {
    for format in built.formats.clone() {
        let Some(together) = format.together else { continue };
        let all = Together {
            policy,
            entries,
            files: &built.files,
            background: &request.background,
            date: built.date.as_deref(),
            templates: request.templates.as_deref().unwrap_or_default(),
        };
        let files = together(&all)?.into_iter();
        let file = |(path, bytes)| BuiltFile { path, bytes, format: Some(format.name), language: None };
        built.files.extend(files.map(file).collect::<Vec<_>>());
    }
    if let Some(index) = html::index(entries) {
        let templates = request.templates.as_deref().unwrap_or_default();
        let page = template::Templates::new(templates, &["index.html"])?
            .with_look(&html::accent_only(&policy.manifest.edition))
            .index(&index)?;
        let (path, bytes) = ("index.html".to_owned(), page.into_bytes());
        built.files.push(BuiltFile { path, bytes, format: None, language: None });
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Message;
    use crate::repo::Memory;

    fn policy(files: &[(&str, &str)]) -> IndexedPolicy {
        let files = files.iter().map(|(path, text)| (*path, text.as_bytes().to_vec()));
        IndexedPolicy::open(Box::new(Memory::new(files).unwrap())).unwrap()
    }

    fn two_languages() -> IndexedPolicy {
        let manifest =
            "[policy]\ntitle.es = \"Política única\"\ntitle.en = \"One policy\"\nlanguages = [\"es\", \"en\"]\n";
        policy(&[("gaceta.toml", manifest), ("es/a.md", "# Uno\n"), ("en/a.md", "# One\n")])
    }

    fn html_only() -> BuildRequest {
        BuildRequest { formats: vec![format("html").unwrap()], ..BuildRequest::default() }
    }

    #[test]
    fn every_format_is_known_by_its_name_and_has_words() {
        for known in FORMATS {
            assert_eq!(format(known.name).map(|found| found.label), Some(known.label));
            for locale in crate::messages::Locale::ALL {
                assert!(crate::messages::Catalogue::of(locale).has(known.label), "{}", known.label);
            }
        }
    }

    #[test]
    fn each_language_is_written_and_an_index_leads_there() {
        let mut steps = Vec::new();
        let built = build(&two_languages(), &html_only(), &mut |step| steps.push(std::format!("{step:?}"))).unwrap();
        let names: Vec<_> = built.files.iter().map(|file| file.path.as_str()).collect();
        assert_eq!(names, ["politica-unica.es.html", "one-policy.en.html", "index.html"]);
        assert_eq!(steps.len(), 4);
        assert!(
            steps[3].starts_with("Step { number: 4, total: 4, work: Write(\"one-policy.en.html\")"),
            "{}",
            steps[3]
        );
        let index = String::from_utf8(built.files[2].bytes.clone()).unwrap();
        assert!(index.contains("href=\"politica-unica.es.html\"") && index.contains("href=\"one-policy.en.html\""));
        let spanish = String::from_utf8(built.files[0].bytes.clone()).unwrap();
        let switch = "<a href=\"one-policy.en.html\" hreflang=\"en\" lang=\"en\" dir=\"ltr\">English</a>";
        assert!(spanish.contains(switch), "{spanish}");
    }

    #[test]
    fn one_language_alone_leads_to_no_other() {
        let request = BuildRequest { languages: vec![Language::new("en").unwrap()], ..html_only() };
        let built = build(&two_languages(), &request, &mut |_| {}).unwrap();
        assert_eq!(built.files.len(), 2);
        assert!(!String::from_utf8_lossy(&built.files[0].bytes).contains("class=\"languages\""));
    }

    #[test]
    fn a_language_without_documents_is_refused_with_those_there_are() {
        let request = BuildRequest { languages: vec![Language::new("fr").unwrap()], ..html_only() };
        let error = build(&two_languages(), &request, &mut |_| {}).err().unwrap();
        let expected = Message::new("edition-language-unknown-hint").with("languages", "es, en");
        assert_eq!((error.message.id, error.hints), ("edition-language-unknown", vec![expected]));
    }

    #[test]
    fn an_older_name_that_leads_nowhere_is_told_where_the_manifest_has_it() {
        let manifest = "[policy]\nlanguages = [\"es\", \"en\"]\n\
            [aliases]\nuna = \"uno\"\nan = \"one\"\nperdido = \"nada\"\nida = \"vuelta\"\nvuelta = \"ida\"\n\
            uno = \"otro\"\notro = \"uno\"\n";
        let policy = policy(&[("gaceta.toml", manifest), ("es/a.md", "# Uno\n"), ("en/a.md", "# One\n")]);
        let told = |request: &BuildRequest| {
            let built = build(&policy, request, &mut |_| {}).unwrap();
            let places = built.findings.into_iter().map(|finding| (finding.path.to_string(), finding.span.range()));
            places.map(|(path, place)| (path, manifest[place].to_owned())).collect::<Vec<_>>()
        };
        // In the order of the names.
        let expected = ["\"vuelta\"", "\"nada\"", "\"ida\""].map(|place| ("gaceta.toml".to_owned(), place.to_owned()));
        assert_eq!(told(&html_only()), expected);
        let spanish = BuildRequest { languages: vec![Language::new("es").unwrap()], ..html_only() };
        assert_eq!(told(&spanish), []);
    }

    #[test]
    fn a_policy_without_documents_is_refused() {
        let error = build(&policy(&[("a.txt", "x")]), &html_only(), &mut |_| {}).err().unwrap();
        assert_eq!(error.message.id, "edition-no-documents");
    }
}
