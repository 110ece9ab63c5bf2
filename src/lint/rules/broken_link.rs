//! Links and images that lead to files which do not exist.

use crate::lint::context::DocumentContext;
use crate::lint::file_names::{FileNames, split};
use crate::lint::finding::{Findings, Observation, quotation};
use crate::lint::links::{has_scheme, is_web_name, relative};
use crate::lint::pointers::Pointer;
use crate::lint::rule::{Check, Documentation, Rule};
use crate::model::{DocumentPath, Edit, Fix, Language, Message, Severity, Span, folded, nearest, percent_decode};

/// The rule.
pub const RULE: Rule = Rule {
    name: "broken-link",
    default: Some(Severity::Error),
    check: Check::Document(check),
    messages: &[
        "lint-broken-link",
        "lint-broken-link-image",
        "lint-broken-link-hint",
        "lint-broken-link-web",
        "lint-broken-link-mail",
        "lint-did-you-mean",
    ],
    documentation: [Documentation(include_str!("broken_link.es.md")), Documentation(include_str!("broken_link.en.md"))],
};

/// How many files of a folder are compared with a missing one: a limit on work.
const MOST_NEIGHBOURS: usize = 2_000;

/// How many suggestions a finding makes.
const MOST_HINTS: usize = 3;

/// Endings of Markdown files.
const MARKDOWN: [&str; 5] = ["md", "markdown", "mdown", "mkd", "mdx"];

/// Endings of pages that programs make.
const PAGES: [&str; 6] = ["html", "htm", "xhtml", "php", "asp", "aspx"];

/// Names, folded, that every folder may have a file of, so that one elsewhere is another.
const NAMES_OF_ANY_FOLDER: [&str; 4] = ["readme", "index", "_index", "summary"];

/// Names, folded, that every project has a file of, and maybe another for each language.
const NAMES_OF_ANY_PROJECT: [&str; 11] = [
    "authors",
    "changelog",
    "code-of-conduct",
    "code_of_conduct",
    "contributing",
    "governance",
    "licence",
    "license",
    "notice",
    "roadmap",
    "security",
];

fn check(context: &DocumentContext<'_>, findings: &mut Findings<'_>) {
    for pointer in context.pointers() {
        let Some(written) = local_part(&pointer.target) else { continue };
        let from = &context.document.path;
        let Some(target) = Target::read(written, from) else { continue };
        if !target.is_misspelt && context.policy.policy.files.contains(&target.path) {
            continue;
        }
        if !target.is_missing(context, from) {
            continue;
        }
        report(context, pointer, written, &target, findings);
    }
}

/// The part of a link's target that names a file beside the document. `None` if it leads elsewhere: to the web, to the
/// root of a site, to a part of the same page, or to what a template will put there.
fn local_part(target: &str) -> Option<&str> {
    let written = target.split(['#', '?']).next().unwrap_or("").trim();
    let is_template = ["{{", "{%", "<%", "${", "{:"].iter().any(|mark| target.contains(mark));
    let is_local = !written.is_empty() && !written.starts_with('/') && !has_scheme(written) && !is_template;
    is_local.then_some(written)
}

/// Where a link leads inside the policy.
struct Target {
    path: DocumentPath,
    /// The link's path, escapes decoded.
    decoded: String,
    /// Whether it is written so that it cannot be found, whatever it names.
    is_misspelt: bool,
}

impl Target {
    /// Reads what is written in the document `from`; `None` if it leaves the policy, or names its root.
    fn read(written: &str, from: &DocumentPath) -> Option<Self> {
        let decoded = percent_decode(written);
        let is_misspelt = decoded.is_none() || written.contains('\\');
        // What is not UTF-8 is an escape of Latin-1, where each byte is a letter.
        let decoded = decoded.unwrap_or_else(|| latin_decode(written)).replace('\\', "/");
        let path = DocumentPath::new(&join(from.folder(), &decoded))?;
        Some(Self { path, decoded, is_misspelt })
    }

    /// Whether a reader will not find it, whichever program publishes the policy.
    fn is_missing(&self, context: &DocumentContext<'_>, from: &DocumentPath) -> bool {
        let policy = context.policy.policy;
        let names = context.policy.file_names();
        let is_there = |path: &DocumentPath| {
            policy.files.contains(path) || names.has_folder(path.as_str()) || policy.files.may_hide(path)
        };
        if self.is_misspelt {
            return !policy.files.may_hide(&self.path);
        }
        let (stem, ending) = split(self.path.file_name());
        let is_page =
            self.decoded.ends_with('/') || ending.is_empty() || PAGES.contains(&&*ending.to_ascii_lowercase());
        // A manifest without a site's files tells that pages are made by gaceta, or read as they are.
        let may_be_made = names.is_site || !policy.has_manifest;
        if is_there(&self.path) || is_page && names.is_site {
            return false;
        }
        let has_source = is_page && source(names, &self.path, stem).is_some();
        if has_source && (may_be_made || !ending.is_empty()) {
            return false;
        }
        // Some programs publish `a.md` as `a/`, from where links go up one folder more.
        let as_folder = join(split(from.as_str()).0, &self.decoded);
        !(names.is_site && DocumentPath::new(&as_folder).is_some_and(|path| is_there(&path)))
    }
}

/// The file that a page is made of.
fn source<'a>(names: &'a FileNames, page: &DocumentPath, stem: &str) -> Option<&'a DocumentPath> {
    let readme = names.namesakes("readme").filter(|_| stem == "index");
    let is_source = |path: &&DocumentPath| {
        let own = split(path.file_name()).0;
        path.folder() == page.folder() && (own == stem || own.eq_ignore_ascii_case("readme"))
    };
    names.namesakes(stem).chain(readme).find(is_source)
}

fn join(folder: &str, path: &str) -> String {
    if folder.is_empty() { path.to_owned() } else { format!("{folder}/{path}") }
}

/// Decodes `%F3` escapes of letters that are a byte each (ISO 8859-1).
fn latin_decode(written: &str) -> String {
    let mut parts = written.split('%');
    let mut decoded = parts.next().unwrap_or("").to_owned();
    for part in parts {
        if let Some(byte) = part.get(..2).and_then(|digits| u8::from_str_radix(digits, 16).ok()) {
            decoded.push(char::from(byte));
            decoded.push_str(&part[2..]);
        } else {
            decoded.push('%');
            decoded.push_str(part);
        }
    }
    decoded
}

fn report(
    context: &DocumentContext<'_>,
    pointer: &Pointer<'_>,
    written: &str,
    target: &Target,
    findings: &mut Findings<'_>,
) {
    let from = &context.document.path;
    let place = pointer.place(context.document.text).map(|place| {
        let start = place.range().start + (pointer.target.len() - pointer.target.trim_start().len());
        Span::new(start..start + written.len())
    });
    let id = if pointer.is_image { "lint-broken-link-image" } else { "lint-broken-link" };
    let message = Message::new(id).with("path", quotation(target.path.as_str()));
    let observation = Observation::new(from, place.unwrap_or(pointer.span), message);
    if let Some(hint) = address(written) {
        findings.add(observation.hint(hint));
        return;
    }
    let correction = if findings.may_suggest(from) {
        Correction::find(context.policy.file_names(), target, from)
    } else {
        Correction::default()
    };
    findings.add(correction.suggest(observation, context, written, place));
}

/// What is missing of an address of the web or of mail that reads as a file's name.
fn address(written: &str) -> Option<Message> {
    let first = written.split('/').next().unwrap_or("");
    if let Some((name, domain)) = written.split_once('@')
        && !name.is_empty()
        && !written.contains('/')
        && domain.contains('.')
    {
        return Some(Message::new("lint-broken-link-mail").with("link", quotation(&format!("mailto:{written}"))));
    }
    let is_web = is_web_name(first) || (first.starts_with("www.") && first.len() > 4);
    is_web.then(|| Message::new("lint-broken-link-web").with("link", quotation(&format!("https://{written}"))))
}

/// The files that a broken link may have meant.
#[derive(Default)]
struct Correction<'a> {
    /// The likeliest ones.
    files: Vec<&'a DocumentPath>,
    /// Whether one alone is beyond doubt what was meant.
    is_certain: bool,
}

impl<'a> Correction<'a> {
    fn find(names: &'a FileNames, target: &Target, from: &DocumentPath) -> Self {
        // Escapes that were escaped again.
        let wanted = percent_decode(target.path.as_str()).unwrap_or_else(|| target.path.to_string());
        let (folder, name) = wanted.rsplit_once('/').unwrap_or(("", &wanted));
        let (stem, ending) = split(name);
        let namesakes = |accept: &dyn Fn(&DocumentPath) -> bool| -> Vec<&'a DocumentPath> {
            let found = names.namesakes(stem).chain(names.namesakes(name).filter(|_| stem != name));
            found.filter(|path| accept(path) && *path != from).collect()
        };
        let ending_of = |path: &DocumentPath| split(path.file_name()).1.to_ascii_lowercase();
        let is_markdown = |ending: &str| MARKDOWN.contains(&ending);
        let wants_markdown = ending.is_empty() || is_markdown(&ending.to_ascii_lowercase());
        let (key, folder_key, name_key) = (folded(&wanted), folded(folder), folded(name));
        let is_beside = |path: &DocumentPath| folded(path.folder()) == folder_key;
        let spelled = namesakes(&|path| folded(path.as_str()) == key);
        if !spelled.is_empty() {
            return Self { files: spelled, is_certain: true };
        }
        let sources = namesakes(&|path| wants_markdown && is_markdown(&ending_of(path)) && is_beside(path));
        if !sources.is_empty() {
            return Self { files: sources, is_certain: true };
        }
        let stem_key = folded(stem);
        if !NAMES_OF_ANY_FOLDER.contains(&&*stem_key) {
            let moved = namesakes(&|path| !ending.is_empty() && folded(path.file_name()) == name_key);
            if !moved.is_empty() {
                return Self { files: moved, is_certain: !NAMES_OF_ANY_PROJECT.contains(&&*stem_key) };
            }
        }
        let others = namesakes(&|path| is_beside(path));
        if !others.is_empty() {
            return Self { files: others, is_certain: false };
        }
        let neighbours = names.below(folder).take(MOST_NEIGHBOURS).filter(|path| {
            path.folder() == folder && split(path.file_name()).1.eq_ignore_ascii_case(ending) && *path != from
        });
        let near = nearest(name, neighbours.map(|path| (path.file_name(), path)));
        Self { files: near, is_certain: false }
    }

    /// Adds the suggestions, and the fix where there is no doubt.
    fn suggest(
        &self,
        observation: Observation,
        context: &DocumentContext<'_>,
        written: &str,
        place: Option<Span>,
    ) -> Observation {
        let from = &context.document.path;
        let mut observation = observation;
        let spelled = |path: &DocumentPath| {
            let link = relative(from, path);
            if written.starts_with("./") && !link.starts_with("../") { format!("./{link}") } else { link }
        };
        for path in self.files.iter().take(MOST_HINTS) {
            let name = quotation(&spelled(path));
            observation = observation.hint(Message::new("lint-did-you-mean").with("name", name));
        }
        match (&self.files[..], place) {
            ([], _) => observation.hint(Message::new("lint-broken-link-hint")),
            ([path], Some(span)) if self.is_certain && is_same_language(context, path) => {
                observation.fix(Fix { edits: vec![Edit { span, text: spelled(path) }], safe: true })
            }
            _ => observation,
        }
    }
}

/// Whether a file is not of another language than the document, by the folders that they lie in. What is no document may
/// also lie in a folder of no language.
fn is_same_language(context: &DocumentContext<'_>, path: &DocumentPath) -> bool {
    let policy = context.policy.policy;
    let language_of = |path: &DocumentPath| {
        let named = |part: &str| policy.manifest.languages.iter().find(|tag| tag.as_str().eq_ignore_ascii_case(part));
        path.folder().split('/').find_map(named).map(Language::as_str)
    };
    let (own, other) = (language_of(&context.document.path), language_of(path));
    let is_document = policy.paths.binary_search(path).is_ok();
    own == other || (other.is_none() && !is_document)
}

#[cfg(test)]
mod tests {
    use crate::lint::file_names::split;
    use crate::lint::testing::{Trial, fixed, hints};
    use crate::lint::{Options, lint};
    use crate::messages::Locale;
    use crate::model::Severity;
    use crate::policy::Policy;
    use crate::repo::Memory;

    fn trial() -> Trial {
        Trial::of("broken-link")
    }

    /// How many findings a document has among files without a manifest.
    fn count(files: &[(&str, &str)]) -> usize {
        let policy = Policy::open(Box::new(Memory::new(files.iter().copied()).unwrap())).unwrap();
        let options = Options { rules: vec!["broken-link".to_owned()], ..Options::default() };
        lint(&policy, &options).unwrap().findings.len()
    }

    #[test]
    fn a_file_that_does_not_exist_is_reported_where_it_is_written() {
        let text = "# A\n\nVea [la guía](⟦guia.md⟧#plazos \"x\"), ![plano](<⟦img/plano sur.svg⟧>), [b](b.md) y \
                    <img src=\"⟦img/no.png⟧\" alt=\"x\">.\n";
        let trial = trial().file("es/a.md", text).file("es/b.md", "");
        let expected = [
            "El archivo «es/guia.md» no existe",
            "La imagen «es/img/plano sur.svg» no existe",
            "La imagen «es/img/no.png» no existe",
        ];
        trial.says(Locale::Spanish, &expected);
        let findings = trial.lint();
        assert!(findings.iter().all(|finding| finding.severity == Severity::Error && finding.fix.is_none()));
        let expected = ["Corrija el enlace o agregue el archivo"; 3];
        assert_eq!(hints(&findings, Locale::Spanish), expected);
    }

    #[test]
    fn a_link_whose_target_stands_elsewhere_is_reported_whole() {
        trial()
            .file("en/a.md", "⟦[one][x]⟧ ⟦![two](b\\_c.png)⟧\n\n[x]: no.md\n")
            .says(Locale::English, &["The file “en/no.md” does not exist", "The image “en/b_c.png” does not exist"]);
    }

    #[test]
    fn what_leads_to_files_folders_and_elsewhere_is_left_alone() {
        let text = "[a](b.md) [a](./b.md#x) [a](../img/c%20d.svg) [a](b.md?plain=1) [a](../img) [a](../img/) [a](.) \
                    [a](..) [a](../../README.md) [a](/site/x) [a](https://x.mx/y.md) [a](mailto:a@b.mx) [a](//x.mx/y) \
                    [a](#x) [a]() [a](<>) [a](tel:+52) [a]({{ campo }}) [a]({%20%}x.md) [a](../.github/x.md) \
                    [a](../node_modules/x.js) [a](b.html) [a](../index.html) `[a](no.md)` \\[a](no.md)\n\n\
                    <!-- [a](no.md) --> <a href=\"b.md\">b</a> <a name=\"x\"></a>\n";
        let trial = trial().file("es/a.md", text).file("es/b.md", "").file("img/c d.svg", "").file("README.md", "");
        trial.lint_documents(3);
    }

    #[test]
    fn without_a_manifest_or_with_a_site_pages_may_be_made_of_anything() {
        let text = "[a](b) [a](b/) [a](b.html)";
        assert_eq!(count(&[("a.md", text), ("b.md", "")]), 0);
        assert_eq!(count(&[("a.md", "[a](x) [a](x/y/) [a](x.html)"), ("_config.yml", "")]), 0);
        assert_eq!(count(&[("a.md", "[a](x) [a](x/y/) [a](x.html)")]), 3);
        assert_eq!(count(&[("a.md", "![a](../img/x.png)"), ("mkdocs.yml", ""), ("img/x.png", "")]), 0);
        assert_eq!(count(&[("d/a.md", "![a](../img/x.png)"), ("mkdocs.yml", ""), ("d/img/x.png", "")]), 0);
        assert_eq!(count(&[("a.md", "[a](x.md) ![a](x.png)"), ("mkdocs.yml", "")]), 2);
    }

    #[test]
    fn what_lies_beside_a_document_alone_is_not_known() {
        let policy = Policy::open(Box::new(Memory::new([("a.md", "[a](no.md)")]).unwrap().as_part())).unwrap();
        let options = Options { rules: vec!["broken-link".to_owned()], ..Options::default() };
        assert_eq!(lint(&policy, &options).unwrap().findings, []);
    }

    #[test]
    fn one_file_that_must_be_meant_is_a_safe_fix() {
        for (text, file, expected) in [
            ("[a](⟦B.md⟧#x)", "es/b.md", "[a](b.md#x)"),
            ("[a](⟦./guia.md⟧)", "es/guía.md", "[a](./guía.md)"),
            ("[a](⟦gu%C3%AD%61.MD⟧)", "es/guia.md", "[a](guia.md)"),
            ("[a](⟦gu%EDa.md⟧)", "es/guía.md", "[a](guía.md)"),
            ("[a](⟦b%2520c.md⟧)", "es/b c.md", "[a](b%20c.md)"),
            ("[a](⟦..\\img\\b.svg⟧)", "img/b.svg", "[a](../img/b.svg)"),
            ("[a](⟦b.markdown⟧)", "es/b.md", "[a](b.md)"),
            ("[a](⟦b⟧)", "es/b.md", "[a](b.md)"),
            ("![a](⟦plano.svg⟧)", "img/plano.svg", "![a](../img/plano.svg)"),
            ("[a](⟦formatos.md⟧)", "es/anexos/formatos.md", "[a](anexos/formatos.md)"),
            ("<img alt=\"a\" src=\"⟦Plano.svg⟧\">", "es/plano.svg", "<img alt=\"a\" src=\"plano.svg\">"),
        ] {
            let findings = trial().file("es/a.md", text).file(file, "").lint_documents(1 + markdown(file));
            assert_eq!(fixed(text, &findings[0]).as_deref(), Some(expected));
        }
    }

    fn markdown(file: &str) -> usize {
        usize::from(split(file).1 == "md")
    }

    #[test]
    fn what_may_not_be_meant_is_only_suggested() {
        let suggested = |text: &str, files: &[&str]| {
            let trial = files.iter().fold(trial().file("es/a.md", text), |trial, file| trial.file(file, ""));
            let findings = trial.lint_documents(1 + files.iter().map(|file| markdown(file)).sum::<usize>());
            assert_eq!(findings[0].fix, None);
            hints(&findings, Locale::English)
        };
        let two = suggested("[a](⟦acta.md⟧)", &["es/x/acta.md", "es/y/acta.md"]);
        assert_eq!(two, ["Did you mean “x/acta.md”?", "Did you mean “y/acta.md”?"]);
        assert_eq!(suggested("![a](⟦Espera.png⟧)", &["es/espera.svg"]), ["Did you mean “espera.svg”?"]);
        assert_eq!(suggested("[a](⟦plasos.md⟧)", &["es/plazos.md"]), ["Did you mean “plazos.md”?"]);
        assert_eq!(suggested("[a](⟦b.md⟧)", &["en/b.md"]), ["Did you mean “../en/b.md”?"]);
        assert_eq!(suggested("[a](⟦b.md⟧)", &["b.md"]), ["Did you mean “../b.md”?"]);
        assert_eq!(suggested("[a](⟦x/LICENSE.txt⟧)", &["LICENSE.txt"]), ["Did you mean “../LICENSE.txt”?"]);
        assert_eq!(suggested("[a](⟦x/README.md⟧)", &["README.md"]), ["Correct the link, or add the file"]);
    }

    #[test]
    fn addresses_that_lack_their_scheme_are_recognised() {
        let text = "[a](⟦www.gob.mx/x⟧) [b](⟦datos@x.gob.mx⟧) [c](⟦datos.gob.mx⟧)\n";
        let findings = trial().file("es/a.md", text).lint();
        let expected = [
            "Si es una dirección de la web, escriba «https://www.gob.mx/x»",
            "Si es un correo, escriba «mailto:datos@x.gob.mx»",
            "Si es una dirección de la web, escriba «https://datos.gob.mx»",
        ];
        assert_eq!(hints(&findings, Locale::Spanish), expected);
    }
}
