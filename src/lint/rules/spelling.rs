//! Words that no dictionary has.
//!
//! 1. The dictionary of a document's language comes from the manifest, else from the system's folders that the options
//!    name; without one the rule is silent;
//! 2. every word in small letters is looked up once a document. Words with a capital are left alone: most are names.

use crate::error::{Error, Result};
use crate::lint::context::DocumentContext;
use crate::lint::finding::{Findings, Observation, quotation};
use crate::lint::phrases::stands_in;
use crate::lint::rule::{Check, Documentation, Rule};
use crate::model::{DocumentPath, InlineKind, LintSettings, Message, bare_words};
use crate::policy::Policy;
use crate::repo;
use foldhash::fast::FixedState;
use spellbook::Dictionary;
use std::collections::{BTreeMap, HashMap, HashSet};
use std::fs::{self, File};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};

/// The rule.
pub const RULE: Rule = Rule {
    name: "spelling",
    default: None,
    check: Check::Document(check),
    messages: &["lint-spelling", "lint-spelling-hint", "lint-did-you-mean"],
    documentation: [Documentation(include_str!("spelling.es.md")), Documentation(include_str!("spelling.en.md"))],
};

/// How many words are suggested.
const MOST_SUGGESTIONS: usize = 3;

/// The regions whose dictionaries are tried first.
const REGIONS: [(&str, &[&str]); 2] = [("es", &["es_MX", "es_ES", "es"]), ("en", &["en_US", "en_GB", "en"])];

/// The dictionaries of a policy's languages, by primary tag, and its own words.
#[derive(Default)]
pub struct Dictionaries {
    by_language: BTreeMap<String, Dictionary<FixedState>>,
    /// In small letters.
    words: HashSet<String>,
}

impl Dictionaries {
    /// Reads the dictionaries that the manifest names, and for Spanish and English, where it names none, those of the
    /// system's `folders`.
    ///
    /// # Errors
    /// If a dictionary that the manifest names cannot be read. One of the system is passed over then.
    pub fn open(policy: &Policy, folders: &[PathBuf]) -> Result<Self> {
        let LintSettings { dictionaries, words, .. } = &policy.manifest.lint;
        let mut by_language = BTreeMap::new();
        for (tag, path) in dictionaries {
            let primary = tag.split('-').next().unwrap_or(tag);
            by_language.insert(primary.to_owned(), of_policy(policy, path)?);
        }
        for (primary, names) in REGIONS {
            if by_language.contains_key(primary) {
                continue;
            }
            if let Some(dictionary) = names.iter().find_map(|name| of_system(folders, name)) {
                by_language.insert(primary.to_owned(), dictionary);
            }
        }
        Ok(Self { by_language, words: words.iter().map(|word| word.to_lowercase()).collect() })
    }
}

fn of_policy(policy: &Policy, path: &str) -> Result<Dictionary<FixedState>> {
    let missing = || Error::configuration(Message::new("lint-spelling-no-dictionary").with("path", path));
    let read = |ending: &str| {
        let path = DocumentPath::new(&Path::new(path).with_extension(ending).to_string_lossy().replace('\\', "/"));
        let path = path.filter(|path| policy.files.contains(path)).ok_or_else(missing)?;
        policy.files.read(&path).map(decoded)
    };
    let (affixes, words) = (read("aff")?, read("dic")?);
    dictionary(&affixes, &words)
        .ok_or_else(|| Error::configuration(Message::new("lint-spelling-bad-dictionary").with("path", path)))
}

fn of_system(folders: &[PathBuf], name: &str) -> Option<Dictionary<FixedState>> {
    folders.iter().find_map(|folder| {
        let read = |ending: &str| {
            let path = folder.join(format!("{name}.{ending}"));
            // Anything but a file, such as a pipe, might never end.
            fs::metadata(&path).ok().filter(fs::Metadata::is_file)?;
            repo::read_whole(File::open(&path).ok()?, name).ok().map(decoded)
        };
        dictionary(&read("aff")?, &read("dic")?)
    })
}

/// A dictionary; `None` if it is not written as one.
///
/// Of words that are as near, those are suggested that come first in a table of hashes. So that these are the same each time,
/// its seed is taken from the dictionary: nobody can choose words by a seed that depends on them.
fn dictionary(affixes: &str, words: &str) -> Option<Dictionary<FixedState>> {
    let mut seed = DefaultHasher::new();
    (affixes, words).hash(&mut seed);
    Dictionary::new_with_hasher(affixes, words, FixedState::with_seed(seed.finish())).ok()
}

/// The text of a dictionary: UTF-8, or Latin-1 as the older ones are.
fn decoded(bytes: Vec<u8>) -> String {
    String::from_utf8(bytes).unwrap_or_else(|error| error.into_bytes().into_iter().map(char::from).collect())
}

fn check(context: &DocumentContext<'_>, findings: &mut Findings<'_>) {
    let Some(language) = &context.language else { return };
    let Dictionaries { by_language, words } = &context.policy.dictionaries;
    let Some(dictionary) = by_language.get(language.primary()) else { return };
    let is_code = |kind: &InlineKind<'_>| matches!(kind, InlineKind::Code(_));
    let mut known: HashMap<&str, bool> = HashMap::new();
    for passage in context.passages() {
        for (start, word) in bare_words(passage.text.as_str()) {
            if !word.chars().all(char::is_lowercase) || word.chars().nth(1).is_none() {
                continue;
            }
            let is_known = *known.entry(word).or_insert_with(|| dictionary.check(word) || words.contains(word));
            let span = passage.text.span(start..start + word.len());
            if is_known || stands_in(passage.inlines, span, &is_code) {
                continue;
            }
            let message = Message::new("lint-spelling").with("word", quotation(word));
            let mut observation = Observation::new(&context.document.path, span, message);
            let mut near = Vec::new();
            if findings.may_suggest(&context.document.path) {
                dictionary.suggest(word, &mut near);
            }
            for name in near.into_iter().take(MOST_SUGGESTIONS) {
                observation = observation.hint(Message::new("lint-did-you-mean").with("name", name));
            }
            findings.add(observation.hint(Message::new("lint-spelling-hint")));
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::lint::testing::{Trial, hints};
    use crate::lint::{Options, lint};
    use crate::messages::Locale;

    const AFFIXES: &str = "SET UTF-8\nTRY aeiou\nSFX S Y 1\nSFX S 0 s .\n";

    fn trial() -> Trial {
        Trial::of("spelling")
            .settings("[lint.spelling]\nwords = [\"Kanasín\", \"geoportal\"]\ndictionary.es = \"es.dic\"\n")
            .other("es.aff", AFFIXES)
            .other("es.dic", "5\ndato/S\nabierto/S\nel\nlos\npublican\n")
    }

    #[test]
    fn words_that_the_dictionary_lacks_are_reported() {
        let trial = trial().file(
            "es/a.md",
            "# Los ⟦dtos⟧\n\nEn kanasín, los datos ⟦abi*ertoss*⟧.\n".replace("⟦abi*ertoss*⟧", "⟦abi*ertoss⟧*").as_str(),
        );
        trial.says(Locale::Spanish, &["«dtos» no está en el diccionario", "«abiertoss» no está en el diccionario"]);
        let expected =
            ["¿Quiso decir «datos»?", "Si está bien escrita, agréguela a words, en [lint.spelling] de gaceta.toml"];
        let hints = hints(&trial.lint()[..1], Locale::Spanish);
        assert_eq!([hints.first(), hints.last()].map(|hint| hint.unwrap().as_str()), expected);
    }

    #[test]
    fn of_words_that_are_as_near_the_same_are_suggested_each_time() {
        let words: Vec<String> = ('b'..='y').map(|letter| format!("transparenci{letter}{letter}{letter}")).collect();
        let suggested = || {
            let trial = Trial::of("spelling")
                .settings("[lint.spelling]\ndictionary.es = \"es.dic\"\n")
                .other("es.aff", "SET UTF-8\n")
                .other("es.dic", &format!("24\n{}\n", words.join("\n")))
                .file("es/a.md", "⟦transparenciaaa⟧\n");
            hints(&trial.lint(), Locale::Spanish)
        };
        let first = suggested();
        assert!(first[0].contains("transparenci"), "{first:?}");
        (0..30).for_each(|_| assert_eq!(suggested(), first));
    }

    #[test]
    fn a_dictionary_that_is_not_there_or_is_none_is_an_error() {
        for (others, id) in [
            (vec![], "lint-spelling-no-dictionary"),
            (vec![("es.aff", "FLAG x\n"), ("es.dic", "x\n")], "lint-spelling-bad-dictionary"),
        ] {
            let trial = others.into_iter().fold(
                Trial::of("spelling")
                    .settings("[lint.spelling]\ndictionary.es = \"es.dic\"\n")
                    .file("es/a.md", "los\n"),
                |trial, (path, text)| trial.other(path, text),
            );
            let options = Options { rules: vec!["spelling".to_owned()], ..Options::default() };
            assert_eq!(lint(&trial.policy(), &options).unwrap_err().message.id, id);
        }
    }

    #[test]
    fn old_dictionaries_are_in_latin_1() {
        assert_eq!(super::decoded(b"a\xf1o".to_vec()), "año");
    }

    #[test]
    fn names_code_acronyms_and_the_projects_words_are_left_alone() {
        let text = "Los datos Abiertoss, `abiertoss`, API, b2b, o; geoportal. Kanasín publican.\n";
        trial().file("es/a.md", text).file("en/a.md", "Wrods without a dictionary.\n").lint();
    }
}
