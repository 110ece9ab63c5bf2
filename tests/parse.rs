//! What holds for every text: parsing never panics, spans lie inside the text and inside each other, sections cover it.
//!
//! `mutated_files` cuts, repeats and splices real files with a seeded generator. `GACETA_CORPUS` names a folder of
//! Markdown and `GACETA_MUTATIONS` how many texts to try; without them it takes a few of `policy/`.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use gaceta::model::{BlockKind, BlockText, Document, DocumentPath, Inline, Slugger, Span, words};
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

/// Writes documents whose every word is known: each is written once, in one kind of markup or another.
struct Writer {
    random: Random,
    words: Vec<String>,
    notes: usize,
}

impl Writer {
    fn word(&mut self) -> String {
        let word = format!("ñu{}é", self.words.len());
        self.words.push(word.clone());
        word
    }

    /// A run of inlines; `inside` keeps markup from standing in itself, `line` keeps it on one line.
    fn run(&mut self, inside: usize, line: bool) -> String {
        let mut text = self.word();
        for _ in 0..self.random.below(5) {
            let inner = |writer: &mut Self| if inside < 2 { writer.run(inside + 1, line) } else { writer.word() };
            let part = match self.random.below(if line { 16 } else { 19 }) {
                0 if inside == 0 => format!("*{}*", self.word()),
                1 if inside < 2 => format!("**{}**", self.word()),
                2 => format!("`{} {}`", self.word(), self.word()),
                3 => format!("`` {}`{} ``", self.word(), self.word()),
                4 if inside == 0 => format!("[{}](<u v> \"título\")", inner(self)),
                5 if inside == 0 => format!("![{}](u.png 'título')", inner(self)),
                6 if inside == 0 => format!("[{}][ref]", inner(self)),
                7 if inside == 0 => format!("~~{}~~", inner(self)),
                8 => format!("\\*{}\\#", self.word()),
                9 => format!("&amp;{}&#x20;{}", self.word(), self.word()),
                10 => format!("<b>{}</b>", self.word()),
                11 => format!("{}<br>{}", self.word(), self.word()),
                12 => format!("{{{{ campo }}}} ({})", self.word()),
                13 => format!("[^nota] {}", self.word()),
                14 => "<https://direccion.mx/x>".to_owned(),
                15 => format!("«{}»: {}; [{}] 2<3 & 4>2", self.word(), self.word(), self.word()),
                16 => format!("{}  \n{}", self.word(), self.word()),
                17 => format!("{}\\\n{}", self.word(), self.word()),
                18 => format!("{}\n{}", self.word(), self.word()),
                _ => self.word(),
            };
            text.push(' ');
            text.push_str(&part);
        }
        text
    }

    /// A block, without a line end at its end.
    fn block(&mut self, depth: usize) -> String {
        let leaves = 8;
        match self.random.below(if depth < 4 { leaves + 6 } else { leaves }) {
            0 => format!("{} {}", "#".repeat(1 + self.random.below(6)), self.run(0, true)),
            1 => format!("{}\n---", self.run(0, true)),
            2 => format!("```csv\n{},{}\n\n  {}\n```", self.word(), self.word(), self.word()),
            3 => format!("<div>\nhtml <b>html</b>\n</div>\n\n{}", self.word()),
            4 => self.table(),
            5 => {
                self.notes += 1;
                let note = self.notes;
                format!("[^n{note}]: {}\n\n    {}", self.run(0, true), self.run(0, true))
            }
            6 => format!("{}\n: {}\n: {}", self.run(0, true), self.run(0, true), self.run(0, true)),
            8 => hang("> ", "> ", &self.blocks(depth + 1)),
            9 => hang("- ", "  ", &self.blocks(depth + 1)),
            10 => hang("-\t", "\t", &self.blocks(depth + 1)),
            11 => hang("12. ", "    ", &self.blocks(depth + 1)),
            12 => format!(
                "* [x] {}\n* [ ] {}\n  + {}",
                self.run(0, false).replace('\n', "\n  "),
                self.word(),
                self.word()
            ),
            13 => format!("1) {}\n2) {}\n{}", self.word(), self.run(0, true), self.word()),
            _ => self.run(0, false),
        }
    }

    fn table(&mut self) -> String {
        let mut row = || {
            let cells = [self.run(0, true), self.run(0, true), format!("`{}\\|{}`", self.word(), self.word())];
            format!("| {} |", cells.join(" | "))
        };
        [row(), "|---|:-:|--:|".to_owned(), row(), row()].join("\n")
    }

    fn blocks(&mut self, depth: usize) -> String {
        let blocks: Vec<_> = (0..=self.random.below(3)).map(|_| self.block(depth)).collect();
        blocks.join("\n\n")
    }
}

/// Puts `first` before the first line and `other` before the others that are not blank.
fn hang(first: &str, other: &str, text: &str) -> String {
    let lines = text.lines().enumerate().map(|(number, line)| match (number, line) {
        (0, _) => format!("{first}{line}"),
        (_, "") => other.trim_end().to_owned(),
        _ => format!("{other}{line}"),
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// No span begins or ends with blanks or line ends, which belong to nothing.
fn check_trimmed(text: &str, span: Span) {
    let written = &text[span.range()];
    assert_eq!(written, written.trim_matches([' ', '\t', '\r', '\n']), "{text}");
}

#[test]
fn every_word_is_in_the_model_once_and_where_it_is_written() {
    for seed in 0..400 {
        let mut writer = Writer { random: Random(seed), words: Vec::new(), notes: 0 };
        let body = writer.blocks(0);
        let text =
            format!("---\ntitle: título\n---\n{body}\n\n[^nota]: {}\n\n[ref]: destino 'título'\n", writer.word());
        let text = if seed % 3 == 0 { text.replace('\n', "\r\n") } else { text };
        let document = parse(&text, Slugger::Github);
        let mut found = Vec::new();
        document.for_each_run(|run| {
            for word in words(&BlockText::new(run, &text)).filter(|word| word.text.starts_with("ñu")) {
                assert_eq!(text[word.span.range()], *word.text, "{text}");
                found.push(word.text.into_owned());
            }
        });
        for block in document.all_blocks() {
            if let BlockKind::Code { text, .. } = &block.kind {
                let known = text.split(|letter: char| !letter.is_alphanumeric()).filter(|word| word.starts_with("ñu"));
                found.extend(known.map(str::to_owned));
            }
        }
        for block in document.all_blocks() {
            check_trimmed(&text, block.span);
            match &block.kind {
                BlockKind::List { items, .. } => items.iter().for_each(|item| check_trimmed(&text, item.span)),
                BlockKind::Table { head, rows, .. } => {
                    for row in std::iter::once(head).chain(rows) {
                        check_trimmed(&text, row.span);
                        row.cells.iter().for_each(|cell| check_trimmed(&text, cell.span));
                    }
                }
                BlockKind::DefinitionList(entries) => {
                    for entry in entries {
                        check_trimmed(&text, entry.span);
                    }
                }
                _ => {}
            }
        }
        found.sort();
        writer.words.sort();
        assert_eq!(found, writer.words, "{text}");
    }
}
