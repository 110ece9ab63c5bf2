//! A policy as large as a ministry's, made from the text of `policy/es`, the same each time: 41,000 words under 450 headings,
//! with 55 tables, 117 footnotes and 10 drawings.
//!
//! It is written three times: as a policy, as a book of mdBook, and as one file.

mod drawing;

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

const WORDS: usize = 41_000;
const HEADINGS: usize = 450;
const TABLES: usize = 55;
const NOTES: usize = 117;
const DRAWINGS: usize = 10;
const DOCUMENTS: usize = 15;
const FEW: usize = 4;
const PER_DOCUMENT: usize = HEADINGS / DOCUMENTS;

const MANIFEST: &str = "[policy]\ntitle.es = \"Política grande\"\nversion = \"1.0\"\nstatus = \"in-force\"\n\
    date = 2026-01-15\nlicense = \"CC0-1.0\"\nlanguages = [\"es\"]\n[edition]\nannexes = []\n";
const BOOK: &str = "[book]\ntitle = \"Política grande\"\nlanguage = \"es\"\n";

/// Stands before the number of the section that a link leads to.
const LINK: &str = "](@";

/// Writes it into a folder, as the folders `policy`, `book` and `whole`; and its first sections, which are a page, as `small`.
pub fn write(folder: &Path) {
    let sections = sections(&Source::read());
    let [policy, book, whole] = ["policy", "book", "whole"].map(|name| folder.join(name));
    for home in [&policy, &book.join("src"), &whole] {
        fs::create_dir_all(home.join("img")).unwrap();
        for number in 1..=DRAWINGS {
            fs::write(home.join(format!("img/{number}.png")), drawing::png(number)).unwrap();
        }
    }
    fs::write(policy.join("gaceta.toml"), MANIFEST).unwrap();
    fs::write(book.join("book.toml"), BOOK).unwrap();
    let mut summary = String::new();
    for (document, sections) in sections.chunks(PER_DOCUMENT).enumerate() {
        let text = linked(&sections.concat(), |section| format!("{}#s-{section}", file(section / PER_DOCUMENT)));
        for home in [&policy, &book.join("src")] {
            fs::write(home.join(file(document)), &text).unwrap();
        }
        let _ = writeln!(summary, "- [Capítulo {}]({})", document + 1, file(document));
    }
    fs::write(book.join("src/SUMMARY.md"), summary).unwrap();
    let within = |sections: &[String]| linked(&sections.concat(), |section| format!("#s-{section}"));
    fs::write(whole.join("whole.md"), within(&sections)).unwrap();
    fs::create_dir_all(folder.join("small")).unwrap();
    fs::write(folder.join("small/small.md"), within(&sections[..FEW])).unwrap();
    fs::write(folder.join("small/gaceta.toml"), "[edition]\nannexes = []\n").unwrap();
}

fn file(document: usize) -> String {
    format!("{:02}.md", document + 1)
}

/// The parts of the policy that it is made from.
#[derive(Default)]
struct Source {
    titles: Vec<String>,
    tables: Vec<String>,
    notes: Vec<String>,
    prose: Vec<String>,
}

impl Source {
    fn read() -> Self {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("policy/es");
        let mut paths: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
        paths.sort();
        let mut source = Self::default();
        for path in paths {
            let text = fs::read_to_string(path).unwrap();
            let body =
                text.strip_prefix("---\n").and_then(|text| text.split_once("\n---\n")).map_or(&*text, |(_, body)| body);
            body.split("\n\n").map(str::trim).filter(|block| !block.is_empty()).for_each(|block| source.take(block));
        }
        source
    }

    fn take(&mut self, block: &str) {
        let block = without_notes_and_fields(block);
        if block.starts_with('#') {
            let title = block.trim_start_matches('#').split(" {#").next().unwrap_or_default();
            let own = title.split_once(". ").map_or(title, |(_, title)| title);
            self.titles.push(own.trim().to_owned());
        } else if block.starts_with('|') {
            self.tables.push(block);
        } else if let Some((_, note)) = block.split_once("]:").filter(|_| block.starts_with("[^")) {
            self.notes.push(note.trim().to_owned());
        } else if !block.starts_with('!') {
            self.prose.push(block);
        }
    }
}

/// The text of each section. Links are written as [`LINK`] says.
fn sections(source: &Source) -> Vec<String> {
    let mut prose = source.prose.iter().cycle();
    let mut links = 0;
    let mut written = 0;
    let mut sections = Vec::new();
    for section in 0..HEADINGS {
        let title = of(&source.titles, section);
        let mut text = match (section % PER_DOCUMENT, section % 3) {
            (0, _) => format!("# Capítulo {}. {title} {{#s-{section}}}\n\n", section / PER_DOCUMENT + 1),
            (_, 1) => format!("## Artículo {}. {title} {{#s-{section}}}\n\n", section / 3 + 1),
            _ => format!("### {title} {{#s-{section}}}\n\n"),
        };
        if let Some(number) = due(section, DRAWINGS) {
            let _ = write!(text, "![Barras del año {number}](img/{number}.png \"Gráfica {number}. Barras\")\n\n");
        }
        if let Some(number) = due(section, TABLES) {
            let _ = write!(text, "{}\n\n", of(&source.tables, number));
        }
        let note = due(section, NOTES);
        if let Some(number) = note {
            let _ = write!(
                text,
                "Conforme a las normas aplicables.[^n-{number}]\n\n[^n-{number}]: {}\n\n",
                of(&source.notes, number)
            );
        }
        let wanted = WORDS * (section + 1) / HEADINGS;
        loop {
            let block = prose.next().unwrap();
            let _ = write!(text, "{block}\n\n");
            if written + words(&text) >= wanted {
                break;
            }
        }
        written += words(&text);
        sections.push(relinked(&text, &mut links));
    }
    sections
}

/// The parts of a list in turn.
fn of(all: &[String], number: usize) -> &str {
    &all[number % all.len()]
}

/// The number, from 1, of what stands in this section, where so many are spread evenly.
fn due(section: usize, many: usize) -> Option<usize> {
    let until = |section: usize| section * many / HEADINGS;
    (until(section + 1) > until(section)).then(|| until(section + 1))
}

fn words(text: &str) -> usize {
    text.split_whitespace().filter(|word| word.contains(char::is_alphanumeric)).count()
}

/// Leads each link within the policy to another section, in turn.
fn relinked(text: &str, links: &mut usize) -> String {
    replaced(text, "](", ")", |target| {
        if target.starts_with("http") || target.starts_with("img/") {
            return format!("]({target})");
        }
        *links += 1;
        format!("{LINK}{})", *links * 7 % HEADINGS)
    })
}

fn linked(text: &str, address: impl Fn(usize) -> String) -> String {
    replaced(text, LINK, ")", |section| format!("]({})", address(section.parse().unwrap())))
}

/// A field becomes its name.
fn without_notes_and_fields(block: &str) -> String {
    let is_note = block.starts_with("[^");
    let text = if is_note { block.to_owned() } else { replaced(block, "[^", "]", |_| String::new()) };
    replaced(&text, "{{", "}}", |name| name.trim().replace('_', " "))
}

/// Writes something else for all that stands between two marks, and for these.
fn replaced(text: &str, open: &str, close: &str, mut instead: impl FnMut(&str) -> String) -> String {
    let mut parts = text.split(open);
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (inside, rest) = part.split_once(close).unwrap_or((part, ""));
        out.push_str(&instead(inside));
        out.push_str(rest);
    }
    out
}
