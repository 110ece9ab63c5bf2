//! What holds for every text: parsing never panics, spans lie inside the text and inside each other, sections cover it.
//!
//! `mutated_files` cuts, repeats and splices real files with a seeded generator. `GACETA_CORPUS` names a folder of
//! Markdown and `GACETA_MUTATIONS` how many texts to try; without them it takes a few of `policy/`.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use gaceta::model::{BlockText, Document, DocumentPath, Inline, Slugger, Span, words};
use gaceta::parse;
use std::fs;
use std::path::{Path, PathBuf};

/// Pieces that mean something in Markdown, front matter, fields or clauses.
const PIECES: &[&str] = &[
    "# ",
    "## ",
    "\n",
    "\n\n",
    "> ",
    "- ",
    "1. ",
    "    ",
    "\t",
    "*",
    "**",
    "_",
    "`",
    "```\n",
    "[",
    "](",
    ")",
    "!",
    "<",
    ">",
    "<br>",
    "<a id=\"",
    "\"",
    "{{",
    "}}",
    " x ",
    "ñ",
    "e\u{301}",
    "|",
    "\n|-|-|\n",
    ":",
    "\n: ",
    "[^a]",
    "[^a]: ",
    "---\n",
    "+++\n",
    "\r\n",
    "\r",
    "\u{feff}",
    "\0",
    "{#id}",
    "{: #a .b}",
    "Artículo 3. ",
    "I. ",
    "a) ",
    "\\",
    "&amp;",
    "https://x.mx ",
    "~~",
    "# Transitorios\n",
    "=\n",
    "👩‍🚀",
    "\u{202e}",
];

fn parse(text: &str, slugger: Slugger) -> Document<'_> {
    parse::document(DocumentPath::new("es/a.md").unwrap(), text, slugger)
}

fn check(text: &str, slugger: Slugger) {
    let document = parse(text, slugger);
    check_sections(&document);
    for block in document.all_blocks() {
        check_span(text, block.span);
    }
    document.for_each_run(|run| {
        for inline in run.iter().flat_map(Inline::with_descendants) {
            check_span(text, inline.span);
            assert!(inline.children().iter().all(|child| inline.span.contains(child.span)), "{inline:?} in {text:?}");
        }
        for word in words(&BlockText::new(run, text)) {
            check_span(text, word.span);
            assert!(!word.span.is_empty() && !word.text.is_empty(), "{word:?} in {text:?}");
        }
    });
    assert_eq!(parse::index(&document).sections.len(), document.all_sections().count());
}

fn check_span(text: &str, span: Span) {
    assert!(text.get(span.range()).is_some(), "{span:?} in {text:?}");
}

/// Sections follow each other without a gap to the end of the text, and hold what is theirs.
fn check_sections(document: &Document<'_>) {
    let text = document.text;
    if let Some(first) = document.sections.first() {
        let mut reached = first.span.start;
        let head = document.front_matter.as_ref().map_or(0, |front_matter| front_matter.span.end);
        assert!(head <= reached, "{text:?}");
        assert!(document.preamble.iter().all(|block| block.span.end <= reached), "{text:?}");
        for section in &document.sections {
            assert_eq!(section.span.start, reached, "{text:?}");
            reached = section.span.end;
        }
        assert_eq!(reached as usize, text.len(), "{text:?}");
    }
    for section in document.all_sections() {
        check_span(text, section.span);
        assert!(section.span.contains(section.heading.span), "{text:?}");
        assert!(section.sections.iter().all(|inner| section.span.contains(inner.span)), "{text:?}");
        assert!(section.blocks.iter().all(|block| section.span.contains(block.span)), "{text:?}");
    }
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig { failure_persistence: None, ..Default::default() })]

    #[test]
    fn any_text_parses(text in "\\PC{0,80}") {
        check(&text, Slugger::Github);
    }

    #[test]
    fn any_markdown_parses(
        pieces in proptest::collection::vec(proptest::sample::select(PIECES), 0..48),
        which in 0..Slugger::ALL.len(),
    ) {
        check(&pieces.concat(), Slugger::ALL[which]);
    }
}

/// `SplitMix64` (Steele, Lea and Flood, 2014): small, seeded, the same everywhere.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    fn below(&mut self, limit: usize) -> usize {
        usize::try_from(self.next() % u64::try_from(limit.max(1)).unwrap()).unwrap()
    }
}

fn markdown_files(folder: &Path, found: &mut Vec<PathBuf>) {
    let mut paths: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    for path in paths {
        if path.is_dir() {
            markdown_files(&path, found);
        } else if path.extension().is_some_and(|ending| ending == "md") {
            found.push(path);
        }
    }
}

/// A window of one file, with a few bytes replaced, cut, repeated, or spliced with another file or a meaningful piece.
fn mutate(files: &[Vec<u8>], random: &mut Random) -> String {
    let window = |random: &mut Random, longest: usize| {
        let file = &files[random.below(files.len())];
        let start = random.below(file.len());
        file[start..(start + random.below(longest)).min(file.len())].to_vec()
    };
    let mut bytes = if random.below(4) == 0 { files[random.below(files.len())].clone() } else { window(random, 3000) };
    for _ in 0..=random.below(6) {
        let at = random.below(bytes.len() + 1);
        let end = (at + random.below(40)).min(bytes.len());
        let new = match random.below(5) {
            0 => vec![u8::try_from(random.below(256)).unwrap()],
            1 => Vec::new(),
            2 => bytes[at..end].repeat(1 + random.below(9)),
            3 => window(random, 400),
            _ => PIECES[random.below(PIECES.len())].repeat(1 + random.below(3)).into_bytes(),
        };
        bytes.splice(at..end, new);
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

#[test]
fn mutated_files_parse() {
    let folder = std::env::var_os("GACETA_CORPUS")
        .map_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("policy"), PathBuf::from);
    let count = std::env::var("GACETA_MUTATIONS").map_or(1000, |count| count.parse().unwrap());
    let mut paths = Vec::new();
    markdown_files(&folder, &mut paths);
    let files: Vec<_> = paths.iter().map(|path| fs::read(path).unwrap()).collect();
    assert!(!files.is_empty(), "no Markdown in {}", folder.display());
    let mut random = Random(20_261_122);
    for turn in 0..count {
        check(&mutate(&files, &mut random), Slugger::ALL[turn % Slugger::ALL.len()]);
    }
}
