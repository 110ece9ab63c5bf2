use super::super::publication::Publication;
use super::super::{FORMATS, Options, Written};
use super::html_within;
use crate::error::Result;
use crate::model::{Document, Language};
use crate::policy::IndexedPolicy;
use crate::repo::Memory;
use proptest::prelude::*;
use scraper::{ElementRef, Html, Selector};
use std::collections::HashSet;

const MANIFEST: &str = "[policy]\ntitle.es = \"Política\"\ntitle.fr = \"Politique\"\nlanguages = [\"es\"]\n";

/// The page of a policy's only language.
fn written(files: &[(&str, &str)], limit: usize) -> Result<Written> {
    let manifest =
        [("gaceta.toml", MANIFEST)].into_iter().filter(|_| !files.iter().any(|file| file.0 == "gaceta.toml"));
    let files = files.iter().copied().chain(manifest).map(|(path, text)| (path, text.as_bytes().to_vec()));
    let policy = IndexedPolicy::open(Box::new(Memory::new(files)?))?;
    let language = policy.languages().first().cloned().unwrap_or_else(|| Language::new("es").unwrap());
    let texts: Vec<_> =
        policy.documents.iter().map(|entry| (entry.path.clone(), policy.text(&entry.path).unwrap())).collect();
    let documents: Vec<Document<'_>> = texts.iter().map(|(path, text)| policy.parse(path, text)).collect();
    let publication = Publication::new(&policy, &language, &documents, None)?;
    html_within(&publication, &Options { templates: &[], formats: &FORMATS.iter().collect::<Vec<_>>() }, limit)
}

/// The page of a policy, held to what must be true of every page.
fn page(files: &[(&str, &str)]) -> Html {
    let written = written(files, 1 << 20).unwrap();
    let text = String::from_utf8(written.files[0].1.clone()).unwrap();
    let page = Html::parse_document(&text);
    let mut ids = HashSet::new();
    for element in all(&page, "*") {
        assert!(!matches!(element.value().name(), "iframe" | "object" | "embed" | "form" | "base"), "{text}");
        for (name, value) in element.value().attrs() {
            assert!(!name.starts_with("on") && name != "style", "{name} in {text}");
            assert!(name != "id" || ids.insert(value), "twice the id {value} in {text}");
        }
    }
    // Nothing is a script, and none may run.
    let policy = attributes(&page, "meta[http-equiv=Content-Security-Policy]", "content");
    assert_eq!((texts(&page, "script:not([type])").len(), policy[0].contains("script-src")), (0, false), "{text}");
    for link in all(&page, "a[href]") {
        let address = link.attr("href").unwrap();
        let target = address.strip_prefix('#');
        assert!(target.is_none_or(|target| ids.contains(decoded(target).as_str())), "dead link {address} in {text}");
        let allowed = ["#", "https:", "http:", "mailto:", "tel:"].iter().any(|start| address.starts_with(start));
        assert!(allowed || !address.contains(':'), "{address}");
        assert!(link.ancestors().filter_map(ElementRef::wrap).all(|outer| outer.value().name() != "a"), "{text}");
    }
    page
}

fn decoded(fragment: &str) -> String {
    crate::model::percent_decode(fragment).unwrap()
}

fn all<'a>(page: &'a Html, selector: &str) -> Vec<ElementRef<'a>> {
    page.select(&Selector::parse(selector).unwrap()).collect()
}

fn texts(page: &Html, selector: &str) -> Vec<String> {
    all(page, selector).iter().map(|element| element.text().collect()).collect()
}

fn inner(page: &Html, selector: &str) -> Vec<String> {
    all(page, selector).iter().map(ElementRef::inner_html).collect()
}

fn attributes(page: &Html, selector: &str, name: &str) -> Vec<String> {
    all(page, selector).iter().map(|element| element.attr(name).unwrap_or("-").to_owned()).collect()
}

#[test]
fn headings_follow_the_title_without_leaving_out_a_level() {
    let text = "# Capítulo I. Objeto\n\n### Artículo 1.- Ámbito {#ambito}\n\n###### Más\n\n# Otro\n";
    let page = page(&[("a.md", text)]);
    let headings: Vec<_> = all(&page, "h1, main :is(h2, h3, h4)")
        .iter()
        .map(|heading| (heading.value().name().to_owned(), heading.text().collect::<String>()))
        .collect();
    let expected = [
        ("h1", "Política"),
        ("h2", "Capítulo I. Objeto"),
        ("h3", "Artículo 1.- Ámbito"),
        ("h4", "Más"),
        ("h2", "Otro"),
    ];
    assert_eq!(headings, expected.map(|(name, text)| (name.to_owned(), text.to_owned())));
    assert_eq!(texts(&page, "main .designator"), ["Capítulo I.", "Artículo 1.-"]);
    assert_eq!(attributes(&page, "main .anchor", "href")[1], "#ambito");
    assert_eq!(attributes(&page, "main .anchor", "aria-label")[1], "Enlace permanente a «Artículo 1.- Ámbito»");
    assert_eq!(texts(&page, "nav.contents > details > ol > li > a"), ["Capítulo I. Objeto", "Otro"]);
    assert_eq!(texts(&page, "nav.contents ol ol > li > a"), ["Artículo 1.- Ámbito", "Más"]);
    assert_eq!(all(&page, "article[aria-labelledby=otro]").len(), 1);
}

#[test]
fn the_policys_title_is_not_repeated() {
    let page = page(&[("a.md", "# Política\n\n[x](#política)\n\n## Uno\n"), ("b.md", "# Dos\n")]);
    assert_eq!(texts(&page, "h1"), ["Política"]);
    assert_eq!(texts(&page, "main h2"), ["Uno", "Dos"]);
    assert_eq!(attributes(&page, "main div[id]", "id"), ["política"]);
}

#[test]
fn a_title_of_the_front_matter_heads_its_document() {
    let page = page(&[("a.md", "---\ntitle: Arriba & abajo\n---\n\nTexto.\n\n## Uno\n"), ("b.md", "[x](a.md)\n")]);
    assert_eq!(texts(&page, "main :is(h2, h3)"), ["Arriba & abajo", "Uno"]);
    assert_eq!(texts(&page, "nav.contents a"), ["Arriba & abajo", "Uno"]);
}

#[test]
fn a_document_without_headings_is_reached() {
    let page = page(&[("a.md", "[x](b.md)\n"), ("b.md", "Texto.\n")]);
    assert_eq!(attributes(&page, "main p a", "href"), ["#b"]);
    assert_eq!(all(&page, "nav.contents").len(), 0);
}

#[test]
fn clauses_have_their_designation_apart_and_a_permanent_address() {
    let text = "## Artículo 4. Inventario {#inventario}\n\nContiene:\n\nI. Nombre;\n\n**II.** **Los** datos:\n\n\
                a) Uno\n\nb) Dos & más\n\nIII. Tres\n\n## Otro {#otro}\n\nI. Cuatro\n";
    let page = page(&[("a.md", text)]);
    let expected = ["inventario.I", "inventario.II", "inventario.II.a", "inventario.II.b", "inventario.III", "otro.I"];
    assert_eq!(attributes(&page, "p.clause", "id"), expected);
    assert_eq!(attributes(&page, "p.clause .designator a", "href"), expected.map(|id| format!("#{id}")));
    let whole = ["I. Nombre;", "II. Los datos:", "a) Uno", "b) Dos & más", "III. Tres", "I. Cuatro"];
    assert_eq!(texts(&page, "p.clause"), whole);
    assert_eq!(inner(&page, "p.clause > strong"), ["Los"]);
    assert_eq!(texts(&page, "p.clause.item.depth-1 > .designator"), ["a)", "b)"]);
    assert_eq!(texts(&page, "p.clause.fraction.depth-0 > .designator"), ["I.", "II.", "III.", "I."]);
}

#[test]
fn equal_clauses_have_different_addresses() {
    let page = page(&[("a.md", "# A {#a}\n\nI. Uno\n\nI. Dos\n\n# B {#a.I-2}\n")]);
    assert_eq!(attributes(&page, "p.clause", "id"), ["a.I", "a.I-3"]);
}

#[test]
fn a_clause_in_an_article_set_as_a_paragraph_is_not_indented() {
    let page = page(&[("a.md", "# A {#a}\n\n**Artículo 5.** Habrá:\n\nI. Uno\n")]);
    assert_eq!(attributes(&page, "p.clause", "class"), ["clause article depth-0", "clause fraction depth-0"]);
    assert_eq!(attributes(&page, "p.clause", "id"), ["a.Artículo-5", "a.Artículo-5.I"]);
    assert_eq!(texts(&page, "p.clause")[0], "Artículo 5. Habrá:");
}

#[test]
fn notes_lead_there_and_back() {
    let text = "Uno[^b] y[^a] [enlace](https://x.mx) y tres[^b].\n\n[^a]: A\n\n    A2\n\n[^b]: B *b* véase[^a]\n";
    let page = page(&[("a.md", text)]);
    assert_eq!(texts(&page, "a[role=doc-noteref]"), ["1", "2", "1", "2"]);
    assert_eq!(attributes(&page, "a[role=doc-noteref]", "aria-label")[1], "Nota 2");
    assert_eq!(attributes(&page, "section[role=doc-endnotes] > ol > li", "id"), ["note-1", "note-2"]);
    let back = attributes(&page, "a[role=doc-backlink]", "href");
    assert_eq!(back, ["#note-1.ref", "#note-1.ref-2", "#note-2.ref", "#note-2.ref-2"]);
    let labels = attributes(&page, "a[role=doc-backlink]", "aria-label");
    let told = "Volver al texto desde la nota 1, referencia";
    assert_eq!(labels[..2], [format!("{told} 1"), format!("{told} 2")]);
    assert_eq!(all(&page, "li[id=note-2] > p:last-child > a[role=doc-backlink]").len(), 2);
    assert_eq!(texts(&page, "a[rel]:not([rel~=license])"), ["enlace"]);
}

#[test]
fn tables_are_regions_with_headed_columns() {
    let text = "# Datos\n\n| A | B | |\n|:-|-:|:-:|\n| 1 | **2** | 3 |\n| 4 |\n\n| X |\n|-|\n";
    let page = page(&[("a.md", text)]);
    assert_eq!(
        attributes(&page, "div.table[role=region][tabindex='0']", "aria-label"),
        ["Tabla en «Datos»", "Tabla 2 en «Datos»"]
    );
    assert_eq!(texts(&page, "thead th[scope=col]"), ["A", "B", "X"]);
    assert_eq!(attributes(&page, "tbody tr:first-child td", "class"), ["left", "right", "center"]);
    assert_eq!(inner(&page, "tbody td strong"), ["2"]);
    assert_eq!(all(&page, "tbody").len(), 1);
}

#[test]
fn images_are_held_in_the_page() {
    let text = "![Un *mapa*](m.svg \"Figura 1\")\n\nTexto ![punto](m.svg)\n\n![Falta \"x\"](no.png)\n";
    let files = [("a.md", text), ("m.svg", "<svg/>")];
    let page = page(&files);
    assert_eq!(attributes(&page, "figure > img", "alt"), ["Un mapa"]);
    assert_eq!(texts(&page, "figure > figcaption"), ["Figura 1"]);
    assert_eq!(attributes(&page, "p > img", "src"), ["data:image/svg+xml;base64,PHN2Zy8+"]);
    assert_eq!(texts(&page, "main p:last-of-type"), ["Falta \"x\""]);
    let findings = written(&files, 1 << 20).unwrap().findings;
    assert_eq!(findings.len(), 1);
    assert_eq!(findings[0].span.range(), text.find("![Falta").unwrap()..text.len() - 1);
}

#[test]
fn fields_are_filled_in_or_visibly_blank() {
    let manifest = "[policy]\ntitle.es = \"P\"\nlanguages = [\"es\"]\n[fields.lugar]\nvalue.es = \"Cerro & Río\"\n\
                    [fields.fecha]\ndescription.es = \"fecha\"\nexample.es = \"hoy\"\n";
    let page = page(&[("gaceta.toml", manifest), ("es/a.md", "# De {{ lugar }} {{ fecha }}\n\nEn {{ lugar }}.\n")]);
    assert_eq!(texts(&page, "main p"), ["En Cerro & Río."]);
    assert_eq!(texts(&page, "h2 > .field"), ["Campo por llenar: [fecha]"]);
    assert_eq!(attributes(&page, "h2 > .field", "title"), ["Por ejemplo: hoy"]);
    assert_eq!(texts(&page, "nav.contents a"), ["De Cerro & Río [fecha]"]);
}

#[test]
fn other_blocks_and_inlines_keep_their_meaning() {
    let text = "- [ ] por hacer\n- [x] hecho\n\n3. tres\n4. cuatro\n\n> cita\n>\n> ## dentro\n\n~~no~~ `a<b`  \n\
                línea\n\n```rust\nlet x = \"<\";\n```\n\n***\n\nTérmino\n: Definición\n\n- uno\n\n  dos\n";
    let page = page(&[("a.md", text)]);
    let states: Vec<_> = all(&page, "li.task > input[disabled]").iter().map(|input| input.attr("checked")).collect();
    assert_eq!(states, [None, Some("")]);
    assert_eq!(attributes(&page, "li.task > input", "aria-label"), ["Pendiente", "Hecho"]);
    assert_eq!(attributes(&page, "main > .document > ol", "start"), ["3"]);
    assert_eq!(inner(&page, "main > .document > ol > li"), ["tres", "cuatro"]);
    assert_eq!(inner(&page, "blockquote > :is(p, h2)"), ["cita", "dentro"]);
    assert_eq!(inner(&page, "main p:has(> del)"), ["<del>no</del> <code>a&lt;b</code><br>\nlínea"]);
    assert_eq!(inner(&page, "pre > code.language-rust"), ["let x = \"&lt;\";\n"]);
    assert_eq!((inner(&page, "dl > dt"), inner(&page, "dl > dd")), (vec!["Término".into()], vec!["Definición".into()]));
    assert_eq!(inner(&page, "li > p"), ["uno", "dos"]);
    assert_eq!(all(&page, "hr").len(), 1);
}

#[test]
fn long_names_may_break_between_their_parts() {
    let page = page(&[("a.md", "`https://a.mx/b_c`\n")]);
    assert_eq!(inner(&page, "main code"), ["https://<wbr>a.mx/<wbr>b_<wbr>c"]);
}

#[test]
fn nothing_hostile_gets_through() {
    let manifest = "[policy]\ntitle.es = \"</title></style><script>t()</script>\\\"'\"\nversion = \"<b>\"\n\
                    license = \"\\\"><script>\"\npublisher.es = \"<script>p()</script>\"\n\
                    [fields.f]\nvalue.es = \"<script>f()</script>\"\n";
    let text = "# <script>h()</script> </style> \" ' \\<img onerror=x> {#\"onclick=x}\n\n<script>alert(1)</script>\n\n\
                texto <img src=x onerror=alert(1)> &lt;script&gt;e()&lt;/script&gt; {{ f }}\n\n\
                [a](javascript:alert(1)) [b](JaVaScRiPt:x) [c](data:text/html,<script>) [d](<https://x.mx/\"onclick=\"y>)\n\
                ![\" onerror=\"x](i.svg \"\\\" onerror=x\")\n\n``` x\"onclick=y\n</code><script>\n```\n\n\
                a\u{0}b\u{202e}c\u{1b}[31m\u{7}\n\n| </table><script> |\n|-|\n\nTérmino <script>\n: </dl>\n\n[^\"><script>]\n\n\
                [^\"><script>]: nota <iframe>\n";
    let page = page(&[("gaceta.toml", manifest), ("es/a.md", text), ("es/i.svg", "<svg onload=\"x()\"/>")]);
    assert_eq!(texts(&page, "h1"), ["</title></style><script>t()</script>\"'"]);
    assert_eq!(texts(&page, "title"), ["</title></style><script>t()</script>\"'"]);
    assert_eq!(all(&page, "style").len(), 1);
    assert!(texts(&page, "main").concat().contains("<script>e()</script> <script>f()</script>"));
    assert!(texts(&page, "main").concat().contains("a\u{fffd}bc\u{fffd}[31m\u{fffd}"));
    assert_eq!(all(&page, "main img").len(), 1);
    assert_eq!(all(&page, "footer a[rel~=license]").len(), 0);
}

#[test]
fn furniture_of_a_language_without_a_catalogue_is_english() {
    let page = page(&[
        ("a.md", "---\nlang: fr\n---\n# Un\n\n| A |\n|-|\n"),
        ("b.md", "---\nlang: fr\n---\n[^1]\n\n[^1]: x\n"),
    ]);
    assert_eq!(attributes(&page, "html", "lang"), ["fr"]);
    assert_eq!(attributes(&page, "nav.contents > h2", "lang"), ["en"]);
    assert_eq!(
        (texts(&page, "nav.contents > h2"), texts(&page, "h1")),
        (vec!["Contents".into()], vec!["Politique".into()])
    );
    assert_eq!(attributes(&page, "a.anchor", "lang"), ["en"]);
    assert_eq!(
        (attributes(&page, ".table", "lang"), attributes(&page, "table", "lang")),
        (vec!["en".into()], vec!["fr".into()])
    );
}

#[test]
fn the_head_says_what_the_policy_is() {
    let manifest = "[policy]\ntitle.es = \"Política\"\nversion = \"1.2.0\"\nstatus = \"draft\"\ndate = 2026-11-22\n\
                    license = \"CC-BY-4.0\"\nlanguages = [\"es\"]\npublisher.es = \"Ayuntamiento\"\n";
    let page = page(&[("gaceta.toml", manifest), ("es/a.md", "x\n")]);
    let edition: Vec<String> = texts(&page, ".edition > li").iter().map(|text| text.trim().to_owned()).collect();
    assert_eq!(edition[..3], ["Versión 1.2.0", "Borrador", "22 de noviembre de 2026"]);
    assert_eq!(attributes(&page, "time", "datetime"), ["2026-11-22"]);
    assert_eq!(texts(&page, ".publisher"), ["Ayuntamiento"]);
    assert_eq!(all(&page, ".notice").len(), 1);
    assert_eq!(attributes(&page, "footer a[rel~=license]", "href"), ["https://creativecommons.org/licenses/by/4.0/"]);
    let policy = attributes(&page, "meta[http-equiv=Content-Security-Policy]", "content");
    assert!(policy[0].starts_with("default-src 'none';"));
}

#[test]
fn the_same_policy_makes_the_same_bytes() {
    let files = [("a.md", "# A\n\nI. x[^1]\n\n[^1]: y\n"), ("b.md", "# A\n\n| a |\n|-|\n")];
    assert_eq!(written(&files, 1 << 20).unwrap().files, written(&files, 1 << 20).unwrap().files);
}

#[test]
fn a_page_that_grows_beyond_the_limit_is_refused() {
    let manifest = format!("[policy]\ntitle.es = \"P\"\n[fields.f]\nvalue.es = \"{}\"\n", "x".repeat(1000));
    let text = "{{ f }} ".repeat(2000);
    let error = written(&[("gaceta.toml", &manifest), ("es/a.md", &text)], 1 << 20).err().unwrap();
    assert_eq!(error.message.id, "edition-page-too-large");
    let notes: Vec<String> = (0..2000).map(|number| format!("[^{number}]\n\n[^{number}]: {{{{ f }}}}\n")).collect();
    let notes = notes.join("\n");
    assert!(written(&[("gaceta.toml", &manifest), ("es/a.md", &notes)], 1 << 20).is_err());
}

/// What a hostile text is made of.
const PIECES: [&str; 40] = [
    "\n",
    "\n\n",
    "    ",
    "- ",
    "> ",
    "# ",
    "## ",
    "1. ",
    "| ",
    "|-|\n",
    "***",
    "**",
    "~~",
    "`",
    "```\n",
    "[",
    "](",
    ")",
    "![",
    "<script>",
    "</article>",
    "<!--",
    "\"",
    "'",
    " {#a}",
    "[^a]",
    "[^a]: ",
    "I. ",
    "a) ",
    "Artículo 1. ",
    "#a",
    "#a.I",
    "{{ f }}",
    "\\",
    "&lt;",
    "\u{0}",
    "\u{202e}",
    "\n: ",
    "javascript:x",
    "texto ",
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_text_makes_a_sound_page(pieces in prop::collection::vec(prop::sample::select(&PIECES[..]), 0..60)) {
        let text = pieces.concat();
        page(&[("a.md", &text), ("b.md", &text)]);
    }
}
