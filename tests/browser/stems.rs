//! Prints what Snowball makes of the words of `policy/` and of further inflections of them, for `search.test.mjs`: language,
//! word and stem, parted by tabs.

#![allow(clippy::unwrap_used, reason = "the words are there, or there is nothing to print")]

use snowball_stemmers_rs::{Algorithm, Stemmer};
use std::collections::BTreeSet;
use std::fs;
use std::io::{self, Write as _};
use std::path::Path;

const SPANISH: &str = "s es o os a as ar er ir ando iendo ado idas ará erán irías aba ieron yó yendo ación aciones ucion \
                       idad mente amente able ismo ista iva ador encia logía lo se selos árselo iéndole gue gué éis";
const ENGLISH: &str = "s es ed er ing ingly edly eed ly y ies ied 's ation ational ization izer fulness ousness iveness \
                       iviti ogist ogy able ance ence ment ement ion sses us e ll less lessly ness ful ative ical ate";

/// The words of a folder of texts, in small letters.
fn words(folder: &Path) -> BTreeSet<String> {
    let texts = fs::read_dir(folder).unwrap().map(|entry| fs::read_to_string(entry.unwrap().path()).unwrap());
    let cut = |text: String| {
        let words = text.split(|character: char| !character.is_alphabetic()).map(str::to_lowercase);
        words.filter(|word| !word.is_empty()).collect::<Vec<_>>()
    };
    texts.flat_map(cut).collect()
}

/// The words, and each, whole or without its last letters, with each ending.
fn inflected(words: &BTreeSet<String>, endings: &str) -> BTreeSet<String> {
    let mut all = words.clone();
    for word in words {
        let cuts = word.char_indices().map(|(place, _)| place).skip(1).chain([word.len()]);
        for cut in cuts.collect::<Vec<_>>().into_iter().rev().take(3) {
            all.extend(endings.split_whitespace().map(|ending| format!("{}{ending}", &word[..cut])));
        }
    }
    all
}

fn main() -> io::Result<()> {
    let policy = Path::new(env!("CARGO_MANIFEST_DIR")).join("policy");
    let mut out = io::BufWriter::new(io::stdout().lock());
    for (language, algorithm, endings) in [("es", Algorithm::Spanish, SPANISH), ("en", Algorithm::English, ENGLISH)] {
        let stemmer = Stemmer::create(algorithm);
        for word in inflected(&words(&policy.join(language)), endings) {
            writeln!(out, "{language}\t{word}\t{}", stemmer.stem(&word))?;
        }
    }
    out.flush()
}
