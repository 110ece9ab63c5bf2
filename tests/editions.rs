//! The editions of a small policy that has every construct, each compared with what its text asks for; what a hostile
//! text must not bring into them; and that the same text gives the same bytes. The same of what changed between two versions.

#![allow(clippy::unwrap_used, reason = "a test that cannot build an edition fails")]

use gaceta::diff::{Comparison, compare};
use gaceta::edition::{BuildRequest, REDLINE_FORMATS, RedlineFormat, RedlineRequest, Story, build, build_redline};
use gaceta::messages::{Catalogue, Locale};
use gaceta::policy::{IndexedPolicy, Policy};
use gaceta::repo::{Folder, Memory};
use gaceta::report::{Compared, VersionName, story};
use lopdf::{Dictionary, Object, ObjectId};
use scraper::{ElementRef, Html, Node, Selector};
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

fn fixture() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/every-construct")
}

/// The files of the editions of a policy, by name.
fn built(policy: &IndexedPolicy) -> BTreeMap<String, Vec<u8>> {
    let files = build(policy, &BuildRequest::default(), &mut |_| {}).unwrap().files;
    files.into_iter().map(|file| (file.path, file.bytes)).collect()
}

fn editions() -> BTreeMap<String, Vec<u8>> {
    built(&IndexedPolicy::open(Box::new(Folder::open(&fixture()).unwrap())).unwrap())
}

fn ends(name: &str, extension: &str) -> bool {
    Path::new(name).extension().is_some_and(|found| found == extension)
}

fn html(bytes: &[u8]) -> Html {
    Html::parse_document(std::str::from_utf8(bytes).unwrap())
}

/// An element and what is in it, a line each: its name and identifier, the attributes that carry meaning, its own text.
fn outline(element: ElementRef<'_>, depth: usize, lines: &mut String) {
    const TOLD: [&str; 13] = [
        "href",
        "alt",
        "role",
        "scope",
        "start",
        "checked",
        "disabled",
        "datetime",
        "hreflang",
        "title",
        "class",
        "lang",
        "aria-label",
    ];
    let _ = write!(lines, "{}{}", "  ".repeat(depth), element.value().name());
    if let Some(id) = element.value().id() {
        let _ = write!(lines, "#{id}");
    }
    for name in TOLD {
        if let Some(value) = element.value().attr(name) {
            let _ = if value.is_empty() { write!(lines, " {name}") } else { write!(lines, " {name}={value}") };
        }
    }
    lines.push('\n');
    for child in element.children() {
        match child.value() {
            Node::Text(text) if !text.trim().is_empty() => {
                let words: Vec<_> = text.split_whitespace().collect();
                let _ = writeln!(lines, "{}| {}", "  ".repeat(depth + 1), words.join(" "));
            }
            _ => {}
        }
        if let Some(child) = ElementRef::wrap(child) {
            outline(child, depth + 1, lines);
        }
    }
}

fn outline_of(page: &Html, selector: &str) -> String {
    let mut lines = String::new();
    for element in page.select(&Selector::parse(selector).unwrap()) {
        outline(element, 0, &mut lines);
    }
    lines
}

#[test]
fn the_web_page_says_what_the_text_says() {
    let editions = editions();
    let page = html(&editions["politica-de-prueba.es.html"]);
    let root = page.root_element().value();
    assert_eq!((root.attr("lang"), root.attr("dir")), (Some("es"), Some("ltr")));
    let expected = include_str!("fixtures/every-construct.main.txt");
    assert_eq!(outline_of(&page, "main"), expected);
    let expected = include_str!("fixtures/every-construct.header.txt");
    assert_eq!(outline_of(&page, "header, nav.contents, footer"), expected);
}

/// The file that an address in another file names, and the identifier behind its `#`.
fn resolved(from: &str, address: &str) -> (String, Option<String>) {
    let (path, fragment) = address.split_once('#').map_or((address, None), |(path, fragment)| (path, Some(fragment)));
    let mut parts: Vec<&str> = from.split('/').collect();
    if !path.is_empty() {
        parts.pop();
        for part in path.split('/') {
            match part {
                ".." => assert!(parts.pop().is_some(), "{from}: {address}"),
                part => parts.push(part),
            }
        }
    }
    (parts.join("/"), fragment.map(str::to_owned))
}

#[test]
fn the_pages_of_a_site_need_only_what_lies_beside_them() {
    let editions = editions();
    let site = || editions.iter().filter(|(name, _)| name.contains('/') && ends(name, "html"));
    assert_eq!(
        site().filter(|(name, _)| name.starts_with("es/")).count(),
        4,
        "two documents, what they oblige to, and the first page"
    );
    for (name, bytes) in site() {
        let page = html(bytes);
        let all = |selector: &str| page.select(&Selector::parse(selector).unwrap()).collect::<Vec<_>>();
        assert!(all("iframe, object, embed, form, base, style, [style], [onload]").is_empty());
        assert!(all("script:not([src]):not([type='application/ld+json'])").is_empty());
        for element in all("script[src], link[rel=stylesheet], img") {
            let value = element.value();
            let (file, _) = resolved(name, value.attr("src").or(value.attr("href")).unwrap());
            assert!(editions.contains_key(&file) && file.starts_with(&name[..3]), "{name}: {file}");
        }
        assert_eq!(all("h1").len(), 1, "{name}");
        let policy = all("meta[http-equiv=Content-Security-Policy]")[0].attr("content").unwrap();
        let expected = "default-src 'none'; style-src 'self' file:; script-src 'self' file:; img-src 'self' file:; \
            base-uri 'none'; form-action 'none'";
        assert_eq!(policy, expected, "{name}");
    }
}

#[test]
fn the_web_page_needs_nothing_else_and_runs_nothing() {
    for (name, bytes) in editions().iter().filter(|(name, _)| ends(name, "html") && !name.contains('/')) {
        let page = html(bytes);
        let count = |selector: &str| page.select(&Selector::parse(selector).unwrap()).count();
        assert_eq!(
            count(
                "script:not([type='application/ld+json']), link:not([rel=alternate]), iframe, object, embed, form, base, img:not([src^='data:'])"
            ),
            0
        );
        let policy = page.select(&Selector::parse("meta[http-equiv=Content-Security-Policy]").unwrap()).next();
        let policy = policy.and_then(|meta| meta.value().attr("content"));
        let style = style_hash(&page);
        // The page for addresses that lead nowhere has no images.
        let images = if name == "404.html" { "" } else { " img-src data:;" };
        let expected = format!("default-src 'none'; style-src '{style}';{images} base-uri 'none'; form-action 'none'");
        assert_eq!(policy, Some(expected.as_str()), "{name}");
    }
}

/// The hash of the page's only style, by which its security policy lets it apply.
fn style_hash(page: &Html) -> String {
    let selector = Selector::parse("style").unwrap();
    let styles: Vec<String> = page.select(&selector).map(|style| style.text().collect()).collect();
    assert_eq!(styles.len(), 1);
    sha256(styles[0].as_bytes())
}

#[test]
fn every_link_of_the_web_pages_leads_somewhere() {
    let editions = editions();
    for (name, bytes) in editions.iter().filter(|(name, _)| ends(name, "html")) {
        let page = html(bytes);
        let ids = ids(&page);
        assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), ids.len(), "{name}: no identifier is given twice");
        for element in page.select(&Selector::parse("[href], [aria-labelledby]").unwrap()) {
            let value = element.value();
            let wanted = value
                .attr("href")
                .map_or_else(|| format!("#{}", value.attr("aria-labelledby").unwrap()), str::to_owned);
            if wanted.starts_with("https://") {
                continue;
            }
            let (file, id) = resolved(name, &wanted);
            let target = editions.get(&file).unwrap_or_else(|| panic!("{name}: {wanted}"));
            let found =
                id.is_none_or(
                    |id| if file == *name { ids.contains(&id) } else { self::ids(&html(target)).contains(&id) },
                );
            assert!(found, "{name}: {wanted}");
        }
    }
}

fn ids(page: &Html) -> Vec<String> {
    let selector = Selector::parse("[id]").unwrap();
    page.select(&selector).filter_map(|element| element.value().id().map(str::to_owned)).collect()
}

/// What a test asks of a PDF.
struct Pdf(lopdf::Document);

impl Pdf {
    fn of(bytes: &[u8]) -> Self {
        Self(lopdf::Document::load_mem(bytes).unwrap())
    }

    fn resolved<'a>(&'a self, object: &'a Object) -> &'a Object {
        self.0.dereference(object).unwrap().1
    }

    fn entry<'a>(&'a self, dictionary: &'a Dictionary, key: &str) -> Option<&'a Object> {
        dictionary.get(key.as_bytes()).ok().map(|object| self.resolved(object))
    }

    fn text_of_page(&self, number: u32) -> String {
        self.0.extract_text(&[number]).unwrap().split_whitespace().collect::<Vec<_>>().join(" ")
    }

    fn title(&self) -> String {
        let information = self.resolved(self.0.trailer.get(b"Info").unwrap()).as_dict().unwrap();
        lopdf::decode_text_string(information.get(b"Title").unwrap()).unwrap()
    }

    fn number_of(&self, page: ObjectId) -> u32 {
        self.0.get_pages().into_iter().find(|(_, id)| *id == page).unwrap().0
    }

    /// The titles of the bookmarks, each with its depth.
    fn bookmarks(&self) -> Vec<(usize, String)> {
        let outlines = self.entry(self.0.catalog().unwrap(), "Outlines").unwrap().as_dict().unwrap();
        let mut found = Vec::new();
        self.bookmarks_below(outlines, 0, &mut found);
        found
    }

    fn bookmarks_below(&self, parent: &Dictionary, depth: usize, found: &mut Vec<(usize, String)>) {
        let mut next = self.entry(parent, "First");
        while let Some(item) = next {
            let item = item.as_dict().unwrap();
            found.push((depth, lopdf::decode_text_string(self.entry(item, "Title").unwrap()).unwrap()));
            self.bookmarks_below(item, depth + 1, found);
            next = self.entry(item, "Next");
        }
    }

    /// Where the links of a page lead: an address, or the page and the height of a place.
    fn links(&self, page: u32) -> Vec<(String, u32, i32)> {
        let page = self.0.get_dictionary(self.0.get_pages()[&page]).unwrap();
        let annotations = self.entry(page, "Annots").map(|found| found.as_array().unwrap().clone()).unwrap_or_default();
        let annotations = annotations.iter().map(|annotation| self.resolved(annotation).as_dict().unwrap());
        annotations.map(|annotation| self.target(annotation)).collect()
    }

    fn target(&self, annotation: &Dictionary) -> (String, u32, i32) {
        if let Some(action) = self.entry(annotation, "A").map(|action| action.as_dict().unwrap())
            && let Some(address) = self.entry(action, "URI")
        {
            return (String::from_utf8(address.as_str().unwrap().to_vec()).unwrap(), 0, 0);
        }
        let place = self
            .entry(annotation, "Dest")
            .or_else(|| self.entry(annotation, "A").and_then(|action| self.entry(action.as_dict().unwrap(), "D")));
        let place = self.place(place.unwrap());
        let page = self.number_of(place[0].as_reference().unwrap());
        #[allow(clippy::cast_possible_truncation, reason = "a height on a page")]
        let height = place.get(3).map_or(0, |height| height.as_float().unwrap() as i32);
        (String::new(), page, height)
    }

    /// The place of a destination, which may be a name.
    fn place<'a>(&'a self, destination: &'a Object) -> &'a Vec<Object> {
        match destination {
            Object::Array(place) => place,
            Object::Dictionary(place) => self.entry(place, "D").unwrap().as_array().unwrap(),
            Object::String(name, _) => {
                let names = self.entry(self.0.catalog().unwrap(), "Names").unwrap().as_dict().unwrap();
                let names = self.entry(names, "Dests").unwrap().as_dict().unwrap();
                let mut pairs = Vec::new();
                self.pairs(names, &mut pairs);
                let found = pairs.chunks(2).find(|pair| pair[0].as_str().unwrap() == name.as_slice()).unwrap();
                self.place(self.resolved(found[1]))
            }
            other => panic!("{other:?}"),
        }
    }

    fn pairs<'a>(&'a self, tree: &'a Dictionary, pairs: &mut Vec<&'a Object>) {
        if let Some(names) = self.entry(tree, "Names") {
            pairs.extend(names.as_array().unwrap());
        }
        for kid in self.entry(tree, "Kids").map(|kids| kids.as_array().unwrap().as_slice()).unwrap_or_default() {
            self.pairs(self.resolved(kid).as_dict().unwrap(), pairs);
        }
    }

    /// Every dictionary of the file, streams' too.
    fn dictionaries(&self) -> impl Iterator<Item = &Dictionary> {
        self.0.objects.values().filter_map(|object| match object {
            Object::Dictionary(dictionary) => Some(dictionary),
            Object::Stream(stream) => Some(&stream.dict),
            _ => None,
        })
    }
}

#[test]
fn the_pdf_says_what_the_text_says() {
    let editions = editions();
    let pdf = Pdf::of(&editions["politica-de-prueba.es.pdf"]);
    let catalog = pdf.0.catalog().unwrap();
    assert_eq!(catalog.get(b"Lang").unwrap().as_str().unwrap(), b"es-MX");
    let marks = pdf.entry(catalog, "MarkInfo").unwrap().as_dict().unwrap();
    assert!(pdf.entry(marks, "Marked").unwrap().as_bool().unwrap());
    assert_eq!(pdf.title(), "Política de prueba");
    let bookmarks = pdf.bookmarks();
    let bookmarks: Vec<_> = bookmarks.iter().map(|(depth, title)| (*depth, title.as_str())).collect();
    let expected = [
        (0, "Capítulo I. Objeto"),
        (1, "Artículo 1o. Plazos"),
        (1, "Artículo 2o. Listas"),
        (0, "Anexo A. Tablas"),
        (0, "Obligaciones"),
    ];
    assert_eq!(bookmarks, expected);
    assert_eq!(pdf.0.get_pages().len(), 5);
    let cover = pdf.text_of_page(1);
    for part in ["Política", "de prueba", "Versión 2.1", "Borrador", "22 de noviembre de 2026", "Licencia: CC-BY-4.0"]
    {
        assert!(cover.contains(part), "{part}: {cover}");
    }
    let text = pdf.text_of_page(3);
    for part in ["Artículo 1o.", "[el municipio]", "datos.example.org", "sin costo.", "Los plazos son", "Cita de otro"]
    {
        assert!(text.contains(part), "{part}: {text}");
    }
    assert!(text.contains("página 3 de 5"), "{text}");
    let annex = pdf.text_of_page(4);
    assert!(annex.contains("AAAA-MM-DD") && annex.contains("Figura 1. Un círculo"), "{annex}");
    assert!(!annex.contains("alert"), "{annex}");
}

#[test]
fn the_links_of_the_pdf_lead_to_clauses_sections_and_addresses() {
    let editions = editions();
    let pdf = Pdf::of(&editions["politica-de-prueba.es.pdf"]);
    let links = pdf.links(3);
    let addresses: BTreeSet<&str> =
        links.iter().map(|link| link.0.as_str()).filter(|address| !address.is_empty()).collect();
    assert_eq!(addresses, BTreeSet::from(["https://example.org/gu%C3%ADa"]));
    // «anexo» opens page 4; «fracción I, inciso b» and the note are below on page 3.
    assert!(links.iter().any(|link| link.1 == 4));
    let here: Vec<i32> = links.iter().filter(|link| link.1 == 3).map(|link| link.2).collect();
    assert!(here.len() >= 2, "{links:?}");
    // «de vuelta» leads to fraction II, which stands lower on page 3 than the item before it.
    let back = pdf.links(4).into_iter().find(|link| link.1 == 3).unwrap();
    let item = here.iter().copied().filter(|height| *height > back.2).min().unwrap();
    assert!((10..40).contains(&(item - back.2)), "{item} {}", back.2);
}

#[test]
fn the_pdf_embeds_its_three_families_and_runs_nothing() {
    for (name, bytes) in editions().iter().filter(|(name, _)| ends(name, "pdf")) {
        let pdf = Pdf::of(bytes);
        let mut fonts = BTreeSet::new();
        for dictionary in pdf.dictionaries() {
            if pdf.entry(dictionary, "Type").is_some_and(|kind| matches!(kind.as_name(), Ok(b"FontDescriptor"))) {
                assert!(["FontFile", "FontFile2", "FontFile3"].iter().any(|key| dictionary.has(key.as_bytes())));
                let font = String::from_utf8(dictionary.get(b"FontName").unwrap().as_name().unwrap().to_vec()).unwrap();
                let family = font.split_once('+').unwrap().1.to_owned();
                fonts.insert(family.split('-').next().unwrap().to_owned());
            }
            for key in ["JS", "JavaScript", "AA", "OpenAction", "Launch"] {
                assert!(!dictionary.has(key.as_bytes()), "{name}: {key}");
            }
            if let Some(Ok(action)) = pdf.entry(dictionary, "S").map(Object::as_name) {
                assert!(
                    !matches!(action, b"Launch" | b"JavaScript" | b"GoToR" | b"SubmitForm" | b"ImportData"),
                    "{name}"
                );
            }
        }
        let known = ["LibertinusSerif", "SourceSans3", "DejaVuSansMono"].map(str::to_owned);
        assert!(fonts.iter().all(|font| known.contains(font)), "{fonts:?}");
        assert!(known[..2].iter().all(|font| fonts.contains(font)), "{fonts:?}");
    }
}

/// Markup that would run, or end what holds it, wherever it were not escaped.
const HOSTILE: &str =
    "</title></style><script>alert(1)</script><img src=x onerror=alert(1)>\"'><svg onload=alert(1)>\u{202e}";

/// A policy that has the markup in every string that an edition shows.
fn hostile() -> IndexedPolicy {
    let quoted = HOSTILE.replace('\\', "\\\\").replace('"', "\\\"");
    let manifest = format!(
        "[policy]\ntitle.es = \"{quoted}\"\nversion = \"{quoted}\"\nlicense = \"{quoted}\"\npublisher.es = \"{quoted}\"\n\
         languages = [\"es\"]\n[fields.a]\nvalue = \"{quoted}\"\n[fields.b]\ndescription.es = \"{quoted}\"\n\
         example.es = \"{quoted}\"\n"
    );
    let link = HOSTILE.replace([' ', '<', '>'], "");
    let text = format!(
        "---\ntitle: '{}'\n---\n\n# Uno {{#a\"onclick=\"x}}\n\n`{HOSTILE}` {{{{ a }}}} {{{{ b }}}} {{{{ {HOSTILE} }}}}\n\n\
         [x](https://a.mx/{link} '{}') [y](java&#10;script:alert(1)) [z](javascript:alert(1)) [w](data:text/html,x)\n\n\
         ![{HOSTILE}](i.svg \"t\") [^{link}] \u{202e}oculto\n\n```{link}\n{HOSTILE}\n```\n\n## {HOSTILE}\n\n\
         I. {HOSTILE}\n\n[^{link}]: {HOSTILE}\n\n| {HOSTILE} |\n| --- |\n| {HOSTILE} |\n",
        HOSTILE.replace('\'', "''"),
        HOSTILE.replace('\'', "")
    );
    let image = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"><script>alert(1)</script></svg>";
    let files = [("gaceta.toml", manifest), ("a.md", text), ("i.svg", image.to_owned())];
    IndexedPolicy::open(Box::new(
        Memory::new(files.iter().map(|(path, text)| (*path, text.as_bytes().to_vec()))).unwrap(),
    ))
    .unwrap()
}

/// The attributes that gaceta's own markup has.
const ATTRIBUTES: &[&str] = &[
    "lang",
    "dir",
    "charset",
    "http-equiv",
    "content",
    "name",
    "rel",
    "href",
    "hreflang",
    "class",
    "id",
    "role",
    "tabindex",
    "aria-label",
    "aria-labelledby",
    "aria-hidden",
    "aria-current",
    "datetime",
    "title",
    "src",
    "alt",
    "scope",
    "start",
    "type",
    "disabled",
    "checked",
    "colspan",
    "hidden",
    "value",
    "data-meaning",
    "defer",
    "data-head",
    "property",
    "aria-haspopup",
    "autocapitalize",
    "autocomplete",
    "data-failed",
    "data-index",
    "data-many",
    "data-more",
    "data-none",
    "data-one",
    "data-search-open",
    "data-some",
    "data-text",
    "enterkeyhint",
    "spellcheck",
];

#[test]
fn hostile_text_brings_no_markup_into_the_web_page() {
    let files = built(&hostile());
    for (name, bytes) in files.iter().filter(|(name, _)| ends(name, "html")) {
        let page = html(bytes);
        for element in page.select(&Selector::parse("*").unwrap()) {
            let value = element.value();
            let script = value.name() == "script"
                && !(name.contains('/') && matches!(value.attr("src"), Some("site.js" | "search.js")));
            let script = script && value.attr("type") != Some("application/ld+json");
            assert!(
                !script && !matches!(value.name(), "svg" | "iframe" | "object" | "embed"),
                "{name}: {}",
                value.name()
            );
            for (attribute, content) in value.attrs() {
                assert!(ATTRIBUTES.contains(&attribute), "{name}: {attribute}={content}");
                if matches!(attribute, "href" | "src") {
                    let starts = ["#", "https://", "data:image/svg+xml;base64,"];
                    let file = files.contains_key(&resolved(name, content).0);
                    assert!(file || starts.iter().any(|start| content.starts_with(start)), "{name}: {content}");
                }
            }
        }
        // A drawing is a picture only: what <img> shows runs no script and loads nothing.
        assert_eq!(page.select(&Selector::parse("[src]:not(img, script)").unwrap()).count(), 0);
        assert_eq!(page.select(&Selector::parse("style").unwrap()).count(), usize::from(!name.contains('/')));
        let text = std::str::from_utf8(bytes).unwrap();
        assert!(!text.contains('\u{202e}'), "no character turns the text round");
    }
}

#[test]
fn hostile_text_brings_no_action_into_the_pdf() {
    let files = built(&hostile());
    let (_, bytes) = files.iter().find(|(name, _)| ends(name, "pdf")).unwrap();
    let pdf = Pdf::of(bytes);
    for dictionary in pdf.dictionaries() {
        if let Some(address) = pdf.entry(dictionary, "URI") {
            let address = String::from_utf8(address.as_str().unwrap().to_vec()).unwrap();
            assert!(address.starts_with("https://a.mx/"), "{address}");
        }
        for key in ["JS", "JavaScript", "AA", "OpenAction"] {
            assert!(!dictionary.has(key.as_bytes()), "{key}");
        }
        if dictionary.has(b"EF") {
            let name = lopdf::decode_text_string(pdf.entry(dictionary, "UF").unwrap()).unwrap();
            assert!(["a.md", "gaceta.toml"].contains(&name.as_str()), "{name}");
        }
    }
    let text: String =
        (1..=u32::try_from(pdf.0.get_pages().len()).unwrap()).map(|page| pdf.text_of_page(page)).collect();
    assert!(!text.contains('\u{202e}') && text.contains("oculto"), "{text}");
    assert!(pdf.title().starts_with("</title>") && !pdf.title().contains('\u{202e}'));
    assert!(pdf.bookmarks().iter().all(|(_, title)| !title.contains('\u{202e}')));
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).unwrap();
        }
    }
}

/// The files that the program builds of the policy in a folder, with these variables.
fn built_by_program(folder: &Path, out: &str, variables: &[(&str, &str)]) -> BTreeMap<String, Vec<u8>> {
    let mut command = Command::new(env!("CARGO_BIN_EXE_gaceta"));
    let output = command
        .current_dir(folder.parent().unwrap())
        .args(["build", folder.to_str().unwrap(), "--out", out, "--lang", "es"])
        .env_clear()
        .envs(variables.iter().copied())
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let mut files = BTreeMap::new();
    read_files(&folder.parent().unwrap().join(out), "", &mut files);
    files
}

/// The files of a folder and of those inside it, by their paths.
fn read_files(folder: &Path, above: &str, files: &mut BTreeMap<String, Vec<u8>>) {
    for entry in fs::read_dir(folder).unwrap().map(Result::unwrap) {
        let name = format!("{above}{}", entry.file_name().into_string().unwrap());
        if entry.path().is_dir() {
            read_files(&entry.path(), &format!("{name}/"), files);
        } else {
            files.insert(name, fs::read(entry.path()).unwrap());
        }
    }
}

#[test]
fn the_same_text_gives_the_same_bytes_wherever_it_is_built() {
    let place = tempfile::tempdir().unwrap();
    let (one, other) = (place.path().join("uno"), place.path().join("otra carpeta/más adentro/política"));
    copy(&fixture(), &one);
    copy(&fixture(), &other);
    let expected = built_by_program(&one, "ediciones", &[]);
    let names: Vec<&str> = expected.keys().map(String::as_str).collect();
    let all = [
        ".gaceta-edition",
        "404.html",
        "SHA256SUMS",
        "en/01-objeto.html",
        "en/02-anexo.html",
        "en/index.html",
        "en/search-index.js",
        "en/search.js",
        "en/site.js",
        "en/style.css",
        "es/01-objeto.html",
        "es/02-anexo.html",
        "es/img/circulo-fc0c5dfecf9d.svg",
        "es/index.html",
        "es/obligaciones.html",
        "es/search-index.js",
        "es/search.js",
        "es/site.js",
        "es/style.css",
        "index.html",
        "manifest.json",
        "politica-de-prueba.es.html",
        "politica-de-prueba.es.json",
        "politica-de-prueba.es.pdf",
        "test-policy.en.html",
        "test-policy.en.json",
        "test-policy.en.pdf",
    ];
    assert_eq!(names, all);
    let variables = [
        ("TZ", "Pacific/Kiritimati"),
        ("LC_ALL", "tr_TR.UTF-8"),
        ("LANG", "en_US.UTF-8"),
        ("HOME", "/nonexistent"),
        ("USER", "otra"),
        ("RAYON_NUM_THREADS", "1"),
    ];
    let again = built_by_program(&other, "salida", &variables);
    for (name, bytes) in &expected {
        assert!(again[name] == *bytes, "{name}");
    }
    assert_eq!(again.len(), expected.len());
}

/// A redline of each format, of two versions that differ in every way that a redline can show.
fn redlines(locale: Locale) -> (Comparison, BTreeMap<&'static str, Vec<u8>>) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/redline");
    let read = |version: &str| Policy::open(Box::new(Folder::open(&folder.join(version)).unwrap())).unwrap();
    let comparison = compare(&read("old"), &read("new"), &[]);
    let words = Catalogue::of(locale);
    let names = ["v1.0", "v1.1"].map(|name| VersionName { name: Some(name.to_owned()), commit: None });
    let compared =
        Compared { comparison: &comparison, old: &names[0], new: &names[1], names: &[], next: Some("2.0"), made: None };
    let story = story(compared, (Some("2026-01-10".to_owned()), None), words);
    let policy = IndexedPolicy::from(read("new"));
    let write = |format: &RedlineFormat| {
        let (comparison, story) = (&comparison, story.clone());
        let request = RedlineRequest { policy: &policy, comparison, story, words, date: Some("2026-03-01".to_owned()) };
        build_redline(format, request).unwrap().bytes
    };
    let written = REDLINE_FORMATS.iter().map(|format| (format.name, write(format))).collect();
    (comparison, written)
}

#[test]
fn the_page_of_changes_leads_to_each_of_them() {
    for locale in Locale::ALL {
        let (comparison, written) = redlines(locale);
        let page = html(&written["html"]);
        let select = |selector: &str| page.select(&Selector::parse(selector).unwrap()).collect::<Vec<_>>();
        let ids: Vec<&str> = select("[id]").iter().filter_map(|element| element.value().id()).collect();
        assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), ids.len(), "no identifier is given twice");
        let entries = select(".changes li > a");
        assert_eq!(entries.len(), comparison.changes.len());
        let marks: BTreeSet<&str> = select(".change").iter().filter_map(|element| element.value().id()).collect();
        let targets: BTreeSet<&str> =
            entries.iter().filter_map(|entry| entry.value().attr("href")?.strip_prefix('#')).collect();
        assert_eq!(targets, marks);
        for link in select("a[href^='#']") {
            let target = link.value().attr("href").unwrap().trim_start_matches('#');
            assert!(ids.contains(&target), "{target}");
        }
        assert_eq!(select(".steps .step").len(), 2 * marks.len() - 2, "each leads to the one before and after it");
        assert_eq!(select("del del, ins ins, a a").len(), 0);
    }
}

#[test]
fn the_page_of_changes_says_what_was_taken_out_and_put_in() {
    let (comparison, written) = redlines(Locale::Spanish);
    let page = html(&written["html"]);
    let marked = |selector: &str| {
        let selector = Selector::parse(selector).unwrap();
        let marks = page.select(&selector);
        let texts = marks.map(|mark| {
            let own = mark.descendants().filter_map(|node| node.value().as_text());
            own.skip(1)
                .map(|text| text.to_string())
                .collect::<String>()
                .split_whitespace()
                .collect::<Vec<_>>()
                .join(" ")
        });
        texts.collect::<Vec<_>>()
    };
    let taken_out = marked("main :is(.document, .notes) del").join(" ");
    for edit in comparison.changes.iter().flat_map(|change| &change.edits) {
        if let Some(old) = &edit.old {
            assert!(taken_out.contains(&old.text), "{}", old.text);
        }
    }
    for put_in in ["veinte", ", copiar y compartir", "y alcance", "El municipio debe publicar un informe anual."] {
        assert!(marked("main .document ins").iter().any(|text| text == put_in), "{put_in}");
    }
    assert_eq!(marked("main .document .moved").len(), 2);
}

#[test]
fn each_document_of_changes_is_in_its_language() {
    let page = redlines(Locale::Spanish).1.remove("html").unwrap();
    let page = html(&page);
    let language_of = |selector: &str| {
        let element = page.select(&Selector::parse(selector).unwrap()).next_back().unwrap();
        let mut around = std::iter::once(element).chain(element.ancestors().filter_map(ElementRef::wrap));
        around.find_map(|element| element.value().attr("lang")).unwrap().to_owned()
    };
    assert_eq!(language_of("#purpose"), "en");
    assert_eq!(language_of(".document[lang=en] table"), "en");
    assert_eq!(language_of(".notes li > p"), "en");
    assert_eq!(language_of("#plazos"), "es");
    assert_eq!(language_of(".document[lang=en] del > .visually-hidden"), "es");
}

#[test]
fn the_page_of_changes_runs_its_own_script_only() {
    let (_, written) = redlines(Locale::English);
    let page = html(&written["html"]);
    let select = |selector: &str| page.select(&Selector::parse(selector).unwrap()).collect::<Vec<_>>();
    let scripts = select("script");
    let [script] = scripts.as_slice() else { panic!("{} scripts", scripts.len()) };
    let policy = select("meta[http-equiv=Content-Security-Policy]")[0].value().attr("content").unwrap();
    let hash = sha256(script.text().collect::<String>().as_bytes());
    assert!(policy.contains(&format!("script-src '{hash}';")), "{policy} {hash}");
    assert_eq!(
        select("[onclick], [onload], link, iframe, object, embed, form, base, img:not([src^='data:'])").len(),
        0
    );
}

/// A hash as a security policy writes it.
fn sha256(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut written = String::from("sha256-");
    for three in Sha256::digest(bytes).chunks(3) {
        let bits = three.iter().fold(0_u32, |bits, byte| bits << 8 | u32::from(*byte)) << (8 * (3 - three.len()));
        for place in 0..4 {
            let digit = DIGITS[(bits >> (18 - 6 * place) & 63) as usize];
            written.push(if place <= three.len() { char::from(digit) } else { '=' });
        }
    }
    written
}

#[test]
fn the_document_of_changes_says_what_was_taken_out_and_put_in() {
    let (_, written) = redlines(Locale::Spanish);
    let Some(bytes) = written.get("pdf") else { return };
    let document = lopdf::Document::load_mem(bytes).unwrap();
    let pages: Vec<u32> = document.get_pages().keys().copied().collect();
    let text: String = document.extract_text(&pages).unwrap().split_whitespace().collect();
    for shown in [
        "Cambiosdev1.0av1.1",
        "Antes:v1.0,10deenerode2026",
        "normadebilitada",
        "diezveinte[5]días",
        "LaContraloríapuedeampliarunplazounasolavez.",
        "Formatodequeja",
        "Traduciralnáhuatlelresumendecadaconjuntodedatos.",
    ] {
        assert!(text.contains(shown), "{shown} in {text}");
    }
    let catalog = document.catalog().unwrap();
    let metadata = document.get_object(catalog.get(b"Metadata").unwrap().as_reference().unwrap()).unwrap();
    let metadata = String::from_utf8(metadata.as_stream().unwrap().content.clone()).unwrap();
    for told in ["<pdfaid:part>3<", "<pdfuaid:part>1<", ">Política de datos abiertos · Cambios de v1.0 a v1.1<"] {
        assert!(metadata.contains(told), "{told}");
    }
}

#[test]
fn the_same_versions_give_the_same_bytes() {
    assert!(redlines(Locale::English).1 == redlines(Locale::English).1);
}

#[test]
fn versions_that_say_the_same_make_a_sound_redline() {
    let files = || Box::new(Memory::new([("a.md", "# Uno\n\nTexto.\n")]).unwrap());
    let policy = IndexedPolicy::open(files()).unwrap();
    let comparison = compare(&policy, &Policy::open(files()).unwrap(), &[]);
    for format in REDLINE_FORMATS {
        let story = Story { title: "Cambios".to_owned(), ..Story::default() };
        let words = Catalogue::of(Locale::Spanish);
        let request = RedlineRequest { policy: &policy, comparison: &comparison, story, words, date: None };
        assert!(!build_redline(format, request).unwrap().bytes.is_empty());
    }
}
