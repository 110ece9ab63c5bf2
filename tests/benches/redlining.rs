//! How well `gaceta diff` marks words: its precision, recall and F1 over known random mutations of real documents.
//!
//! `GACETA_CORPUS` names a folder of checked-out repositories with Markdown policies. Of their documents of 400 to
//! 6,000 words some 60 are taken, spread evenly over the repositories. From each a new text is made by every kind of
//! mutation of which it has the means, with a fixed seed, so that each run is the same; which words were taken out and
//! put in is known from the making. `gaceta diff old.md new.md --format json` is then asked for them: every word that
//! begins within a side of one of its edits counts as marked, unless it is no word of the visible text (a link's
//! target, HTML). Words are runs of letters and digits, compared by the byte where they begin, on both sides together.
//!
//! The kinds: `words`, `rewrap`, `paragraph-move`, `section-move`, `split-merge`, and `mixed`, which is all of them in
//! one. In those that leave every word as it is, one word is replaced besides, so that there is something to find. Left
//! out are documents with carriage returns and those in writings without blanks between words.
//!
//! ```text
//! GACETA_CORPUS=/srv/policies cargo bench --bench redlining
//! GACETA_CORPUS=/srv/policies cargo bench --bench redlining -- --kind mixed --show 5
//! ```
//!
//! `--kind NAME` measures one kind only. `--show N` prints what went wrong in the N worst documents, and leaves their
//! old and new texts in a folder that it names.

#![allow(clippy::print_stdout, reason = "a benchmark prints its figures")]
#![allow(clippy::unwrap_used, reason = "a benchmark that cannot run stops")]

#[path = "mutations/mod.rs"]
mod mutations;

use mutations::{Mutated, Mutation, Random, mutate, visible};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// Documents that are taken, at most.
const MOST: usize = 60;

/// Words of a document that is taken.
const WORDS: std::ops::RangeInclusive<usize> = 400..=6_000;

/// Bytes of a document that can have that many words.
const BYTES: std::ops::RangeInclusive<u64> = 800..=120_000;

/// Words around what went wrong that are shown.
const AROUND: usize = 4;

/// Characters of a stretch that are shown.
const SHOWN: usize = 160;

fn main() {
    let Some(corpus) = std::env::var_os("GACETA_CORPUS") else {
        println!("GACETA_CORPUS names no folder: set it to a folder of checked-out repositories of Markdown policies");
        return;
    };
    let asked = match Asked::read(std::env::args().skip(1)) {
        Ok(asked) => asked,
        Err(problem) => return println!("{problem}"),
    };
    let documents = documents(Path::new(&corpus));
    if documents.is_empty() {
        return println!("there is no Markdown of 400 to 6,000 words below {}", Path::new(&corpus).display());
    }
    let folder = tempfile::tempdir().unwrap();
    let mut measured = Vec::new();
    let mut seed = 0;
    for document in &documents {
        for mutation in Mutation::ALL {
            seed += 1;
            if asked.kind.is_some_and(|kind| kind != mutation) {
                continue;
            }
            if let Some(mutated) = mutate(&document.text, mutation, &mut Random::new(seed)) {
                measured.push(measure(folder.path(), document, mutation, mutated));
            }
        }
    }
    table(&measured);
    measured.sort_by_key(|measured| std::cmp::Reverse(measured.score.errors()));
    for (number, measured) in measured.iter().take(asked.show).enumerate() {
        show(number + 1, measured);
    }
}

/// What the command line asks for.
#[derive(Default)]
struct Asked {
    show: usize,
    kind: Option<Mutation>,
}

impl Asked {
    fn read(mut arguments: impl Iterator<Item = String>) -> Result<Self, String> {
        let mut asked = Self::default();
        while let Some(argument) = arguments.next() {
            match argument.as_str() {
                // Cargo says so to every benchmark.
                "--bench" => {}
                "--show" => {
                    let number = arguments.next().and_then(|number| number.parse().ok());
                    asked.show = number.ok_or("--show needs a number of documents")?;
                }
                "--kind" => {
                    let name = arguments.next().unwrap_or_default();
                    let kind = Mutation::ALL.into_iter().find(|kind| kind.name() == name);
                    let names = Mutation::ALL.map(Mutation::name).join(", ");
                    asked.kind = Some(kind.ok_or_else(|| format!("--kind needs one of {names}"))?);
                }
                other => return Err(format!("{other}: the arguments are --show N and --kind NAME")),
            }
        }
        Ok(asked)
    }
}

/// A document of the corpus.
struct Document {
    /// Below the corpus.
    path: PathBuf,
    text: String,
}

/// The documents to mutate, in the order of their paths: as many of each repository as of the others, if it has them.
fn documents(corpus: &Path) -> Vec<Document> {
    let mut repositories: BTreeMap<OsString, Vec<PathBuf>> = BTreeMap::new();
    for path in files(corpus) {
        if read(&corpus.join(&path)).is_some() {
            let repository = path.parent().and_then(|folder| folder.iter().next()).unwrap_or_default().to_owned();
            repositories.entry(repository).or_default().push(path);
        }
    }
    let mut shares = vec![0; repositories.len()];
    let mut taken = 0;
    for round in 0..MOST {
        for (share, paths) in shares.iter_mut().zip(repositories.values()) {
            if taken < MOST && round < paths.len() {
                *share += 1;
                taken += 1;
            }
        }
    }
    let mut documents = Vec::new();
    for (share, paths) in shares.into_iter().zip(repositories.into_values()) {
        for number in 0..share {
            let path = paths[number * paths.len() / share].clone();
            documents.extend(read(&corpus.join(&path)).map(|text| Document { path, text }));
        }
    }
    documents.sort_by(|one, other| one.path.cmp(&other.path));
    documents
}

/// The paths of all Markdown below a folder, sorted; what is hidden and what is linked is left out.
fn files(corpus: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![corpus.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(&folder).unwrap().map(Result::unwrap) {
            let (path, kind) = (entry.path(), entry.file_type().unwrap());
            if entry.file_name().to_string_lossy().starts_with('.') {
                continue;
            }
            if kind.is_dir() {
                folders.push(path);
            } else if kind.is_file() && path.extension().is_some_and(|ending| ending == "md") {
                found.push(path.strip_prefix(corpus).unwrap().to_owned());
            }
        }
    }
    found.sort();
    found
}

/// The text of a document, if it is one that can be measured.
fn read(path: &Path) -> Option<String> {
    if !BYTES.contains(&std::fs::metadata(path).ok()?.len()) {
        return None;
    }
    let text = String::from_utf8(std::fs::read(path).ok()?).ok()?;
    // Thai and its neighbours, kana, and the characters of Chinese.
    let unspaced =
        |char: char| matches!(char, '\u{e00}'..='\u{eff}' | '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}');
    let unspaced = text.chars().filter(|char| unspaced(*char)).count();
    let measurable = WORDS.contains(&text.split_whitespace().count()) && !text.contains('\r') && unspaced < 50;
    measurable.then_some(text)
}

/// Words that were rightly marked, wrongly marked, and not marked though they should be.
#[derive(Clone, Copy, Default)]
struct Score {
    right: u32,
    wrong: u32,
    missed: u32,
}

impl Score {
    fn add(&mut self, other: Self) {
        self.right += other.right;
        self.wrong += other.wrong;
        self.missed += other.missed;
    }

    fn errors(self) -> u32 {
        self.wrong + self.missed
    }

    fn precision(self) -> f64 {
        percent(self.right, self.right + self.wrong)
    }

    fn recall(self) -> f64 {
        percent(self.right, self.right + self.missed)
    }

    fn f1(self) -> f64 {
        percent(2 * self.right, 2 * self.right + self.errors())
    }
}

fn percent(part: u32, whole: u32) -> f64 {
    if whole == 0 { 100.0 } else { 100.0 * f64::from(part) / f64::from(whole) }
}

/// What came of a document and a mutation.
struct Measured<'a> {
    document: &'a Document,
    mutation: Mutation,
    new: String,
    /// In the old text and in the new.
    wrong: [BTreeSet<usize>; 2],
    missed: [BTreeSet<usize>; 2],
    score: Score,
}

fn measure<'a>(folder: &Path, document: &'a Document, mutation: Mutation, mutated: Mutated) -> Measured<'a> {
    let Mutated { new, taken, put } = mutated;
    let answer = ask(folder, document, mutation, &new);
    let marked = [marked(&answer, "old", &document.text), marked(&answer, "new", &new)];
    let truth = [taken, put];
    let mut score = Score::default();
    let mut side = |side: usize| {
        let wrong: BTreeSet<usize> = marked[side].difference(&truth[side]).copied().collect();
        let missed: BTreeSet<usize> = truth[side].difference(&marked[side]).copied().collect();
        let count = |number: usize| u32::try_from(number).unwrap();
        let right = count(truth[side].len() - missed.len());
        score.add(Score { right, wrong: count(wrong.len()), missed: count(missed.len()) });
        (wrong, missed)
    };
    let ((old_wrong, old_missed), (new_wrong, new_missed)) = (side(0), side(1));
    Measured { document, mutation, new, wrong: [old_wrong, new_wrong], missed: [old_missed, new_missed], score }
}

/// What gaceta tells of the two texts.
fn ask(folder: &Path, document: &Document, mutation: Mutation, new: &str) -> Value {
    std::fs::write(folder.join("old.md"), &document.text).unwrap();
    std::fs::write(folder.join("new.md"), new).unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_gaceta"));
    command.args(["diff", "old.md", "new.md", "--format", "json"]).current_dir(folder).stdin(Stdio::null());
    let output = command.output().unwrap();
    let answer: Result<Value, _> = serde_json::from_slice(&output.stdout);
    answer.unwrap_or_else(|error| {
        let told = String::from_utf8_lossy(&output.stderr);
        panic!("{}, {}: no JSON ({error}), {}: {told}", document.path.display(), mutation.name(), output.status)
    })
}

/// The words of a text that the edits of an answer cover on one side.
fn marked(answer: &Value, side: &str, text: &str) -> BTreeSet<usize> {
    let words = visible(text);
    let changes = answer["changes"].as_array().unwrap();
    let edits = changes.iter().flat_map(|change| change["edits"].as_array().into_iter().flatten());
    let mut marked = BTreeSet::new();
    for edit in edits.map(|edit| &edit[side]).filter(|edit| !edit.is_null()) {
        let offset = |end: &str| usize::try_from(edit[end]["offset"].as_u64().unwrap()).unwrap();
        let (start, end) = (offset("start"), offset("end"));
        assert!(start <= end && end <= text.len(), "an edit from {start} to {end} of {} bytes", text.len());
        marked.extend(words.range(start..end).copied());
    }
    marked
}

fn table(measured: &[Measured<'_>]) {
    println!("{:<16}{:>10}{:>11}{:>9}{:>9}", "kind", "documents", "precision", "recall", "F1");
    let of_kind = |kind: Mutation| measured.iter().filter(move |measured| measured.mutation == kind);
    for kind in Mutation::ALL.into_iter().filter(|kind| of_kind(*kind).next().is_some()) {
        line(kind.name(), of_kind(kind));
    }
    line("overall", measured.iter());
}

fn line<'a, 'b: 'a>(name: &str, measured: impl Iterator<Item = &'a Measured<'b>>) {
    let (mut documents, mut score) = (0, Score::default());
    for measured in measured {
        documents += 1;
        score.add(measured.score);
    }
    let (precision, recall, f1) = (score.precision(), score.recall(), score.f1());
    println!("{name:<16}{documents:>10}{precision:>11.1}{recall:>9.1}{f1:>9.1}");
}

/// Prints what went wrong in a document, and leaves its two texts for whoever wants to look at them.
fn show(number: usize, measured: &Measured<'_>) {
    let Measured { document, mutation, new, wrong, missed, score } = measured;
    let name = format!("redlining/{number}-{}", mutation.name());
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(folder.join("old.md"), &document.text).unwrap();
    std::fs::write(folder.join("new.md"), new).unwrap();
    println!("\n{number}. {}, {}: F1 {:.1} %", document.path.display(), mutation.name(), score.f1());
    println!("   {} right, {} wrong, {} missed; {}", score.right, score.wrong, score.missed, folder.display());
    for (side, name, text) in [(0, "old", &document.text), (1, "new", new)] {
        tell(&format!("wrongly marked in {name}"), text, &wrong[side]);
        tell(&format!("missed in {name}"), text, &missed[side]);
    }
}

/// Prints each stretch of such words, between brackets, with a few words around.
fn tell(label: &str, text: &str, places: &BTreeSet<usize>) {
    let words: Vec<usize> = visible(text).into_iter().collect();
    let end_of = |word: usize| {
        let rest = &text[words[word]..];
        words[word] + rest.find(|next: char| !next.is_alphanumeric()).unwrap_or(rest.len())
    };
    let mut at = 0;
    while at < words.len() {
        let length = words[at..].iter().take_while(|word| places.contains(*word)).count();
        if length > 0 {
            let (before, start, end) = (words[at.saturating_sub(AROUND)], words[at], end_of(at + length - 1));
            let after = end_of((at + length + AROUND - 1).min(words.len() - 1));
            let line = 1 + text[..start].matches('\n').count();
            let (before, found, after) = (&text[before..start], &text[start..end], &text[end..after]);
            println!("   {label}, line {line}: {}[{}]{}", shortened(before), shortened(found), shortened(after));
        }
        at += length.max(1);
    }
}

/// A stretch of text on one line that is not too long.
fn shortened(text: &str) -> String {
    let line = text.replace('\n', " ");
    if line.chars().count() <= SHOWN {
        return line;
    }
    line.chars().take(SHOWN).chain(['…']).collect()
}
