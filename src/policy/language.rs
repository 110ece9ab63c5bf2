//! Which language a document is in.

use crate::model::{DocumentPath, Language};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

/// The language that a document's path says: the ending of its name before `.md` (`intro.en.md`) or a folder, if either is
/// named after one of the policy's languages; the only language of a policy that has one.
pub(super) fn of_path(path: &DocumentPath, languages: &[Language]) -> Option<Language> {
    if let [only] = languages {
        return Some(only.clone());
    }
    let named = |name: &str| languages.iter().find(|language| language.as_str().eq_ignore_ascii_case(name));
    let stem = path.file_name().rsplit_once('.').map_or("", |(stem, _)| stem);
    let ending = stem.rsplit_once('.').and_then(|(_, ending)| named(ending));
    ending.or_else(|| path.folder().split('/').find_map(named)).cloned()
}

/// The languages of ISO 639-1, two letters each.
const CODES: &str = "aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de \
    dv dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is \
    it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na \
    nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr \
    ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu";

/// The languages that the folders of a policy without a list of languages seem to be named after, in the order of their
/// tags: two or more folders, side by side, whose names are language tags.
pub(super) fn of_folders(paths: &[DocumentPath]) -> Vec<Language> {
    let mut folders: BTreeMap<&str, BTreeSet<Language>> = BTreeMap::new();
    for path in paths {
        let folder = path.folder();
        for (end, _) in folder.match_indices('/').chain([(folder.len(), "")]) {
            let (parent, name) = folder[..end].rsplit_once('/').unwrap_or(("", &folder[..end]));
            let language = Language::new(name).filter(|tag| CODES.split(' ').any(|code| code == tag.primary()));
            folders.entry(parent).or_default().extend(language);
        }
    }
    let several = folders.into_values().filter(|languages| languages.len() > 1);
    several.flatten().collect::<BTreeSet<_>>().into_iter().collect()
}

/// The language that texts seem to be written in, Spanish or English, for an edition's furniture and hyphenation; the
/// first ones decide, as soon as there is no doubt. `None` if there is no text.
pub(super) fn guess<Text: AsRef<str>>(texts: impl Iterator<Item = Text>) -> Option<Language> {
    let mut guess = None::<Guess>;
    for text in texts {
        let guess = guess.get_or_insert_default();
        guess.read(text.as_ref());
        if guess.is_sure() {
            break;
        }
    }
    Language::new(if guess?.spanish_before_english() { "es" } else { "en" })
}

/// The language of a text, if it is Spanish or English beyond doubt.
pub(super) fn of_text(text: &str) -> Option<Language> {
    let mut guess = Guess::default();
    guess.read(text);
    guess.language()
}

/// The language of a text of few words, if more of them are Spanish or English than anything else. Where there are hardly
/// any, those count too that begin a sentence.
pub(super) fn of_few_words(text: &str) -> Option<Language> {
    let mut guess = Guess::default();
    guess.read(text);
    if !guess.says_something() {
        guess = Guess::default();
        guess.read(&beginning(text).to_lowercase());
    }
    guess.first()
}

/// The part of a text that is looked at.
fn beginning(text: &str) -> &str {
    &text[..text.floor_char_boundary(Guess::LOOKED_AT)]
}

/// Tells languages apart by their most frequent function words.
#[derive(Default)]
struct Guess {
    /// How often the words of each of [`FUNCTION_WORDS`] were met.
    counts: [usize; FUNCTION_WORDS.len()],
}

/// Frequent words of the languages that policies are written in, and of those that could be taken for Spanish or English.
const FUNCTION_WORDS: [(&str, &[&str]); 8] = [
    ("es", &["de", "la", "que", "el", "en", "los", "las", "del", "por", "para", "una", "se", "con", "y", "al", "su"]),
    ("en", &["the", "of", "and", "to", "is", "that", "for", "with", "be", "or", "you", "this", "in", "a", "are", "by"]),
    (
        "fr",
        &["de", "la", "le", "les", "des", "et", "du", "une", "pour", "est", "dans", "sur", "que", "en", "au", "par"],
    ),
    ("pt", &["de", "a", "o", "que", "do", "da", "em", "os", "as", "para", "uma", "com", "não", "por", "dos", "ao"]),
    (
        "ca",
        &["de", "la", "que", "el", "els", "les", "i", "per", "una", "amb", "del", "en", "al", "és", "dels", "aquest"],
    ),
    ("it", &["di", "la", "che", "il", "e", "per", "un", "una", "del", "della", "in", "i", "le", "non", "con", "dei"]),
    (
        "de",
        &[
            "der", "die", "und", "das", "den", "von", "zu", "des", "ist", "für", "mit", "ein", "eine", "im", "auf",
            "dem",
        ],
    ),
    (
        "nl",
        &[
            "de", "het", "een", "van", "en", "voor", "te", "dat", "is", "op", "met", "zijn", "in", "worden", "of",
            "door",
        ],
    ),
];

/// The frequent words in order, and for each of the languages of [`FUNCTION_WORDS`] whether it is one of its.
static FREQUENT: LazyLock<Vec<(u64, [bool; FUNCTION_WORDS.len()])>> = LazyLock::new(|| {
    let mut frequent = BTreeMap::new();
    for (place, (_, words)) in FUNCTION_WORDS.iter().enumerate() {
        for word in words.iter().filter_map(|word| packed(word)) {
            frequent.entry(word).or_insert([false; FUNCTION_WORDS.len()])[place] = true;
        }
    }
    frequent.into_iter().collect()
});

/// A word of at most eight bytes as a number, which is quicker to look up; `None` for an empty or a longer one.
fn packed(word: &str) -> Option<u64> {
    let mut bytes = [0; 8];
    bytes.get_mut(..word.len()).filter(|bytes| !bytes.is_empty())?.copy_from_slice(word.as_bytes());
    Some(u64::from_le_bytes(bytes))
}

impl Guess {
    /// Function words after which there is no doubt.
    const ENOUGH: usize = 50;

    /// Fewer function words than these say nothing.
    const FEW: usize = 4;

    /// Bytes of a document that are looked at.
    const LOOKED_AT: usize = 64 * 1024;

    fn read(&mut self, text: &str) {
        for word in beginning(text).split(|character: char| !character.is_alphabetic()) {
            let Some(word) = packed(word) else { continue };
            let Ok(place) = FREQUENT.binary_search_by_key(&word, |(frequent, _)| *frequent) else { continue };
            for (count, own) in self.counts.iter_mut().zip(FREQUENT[place].1) {
                *count += usize::from(own);
            }
            if self.is_sure() {
                return;
            }
        }
    }

    /// Whether one language is far before the next.
    fn is_sure(&self) -> bool {
        let (most, second) =
            self.counts.iter().fold(
                (0, 0),
                |(most, second), count| {
                    if *count > most { (*count, most) } else { (most, second.max(*count)) }
                },
            );
        most - second >= Self::ENOUGH
    }

    fn spanish_before_english(&self) -> bool {
        self.counts[0] > self.counts[1]
    }

    /// Spanish or English, if no other language has as many words.
    fn language(&self) -> Option<Language> {
        self.first().filter(|_| self.says_something())
    }

    fn says_something(&self) -> bool {
        self.counts.iter().any(|count| *count >= Self::FEW)
    }

    /// The same, however few words there are.
    fn first(&self) -> Option<Language> {
        let most = self.counts.iter().copied().max().filter(|most| *most > 0)?;
        let mut first = FUNCTION_WORDS.iter().zip(self.counts).filter(|(_, count)| *count == most);
        let ((tag, _), _) = first.next()?;
        (first.next().is_none() && matches!(*tag, "es" | "en")).then(|| Language::new(tag))?
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_spanish_or_english_or_neither() {
        for (text, expected) in [
            ("La entidad publicará los datos que la ley señala para el municipio.", Some("es")),
            ("The Office must publish the data that this policy lists, and keep it available to you.", Some("en")),
            (
                "Le présent modèle est destiné à toutes les administrations et aux agents qui publient des données.",
                None,
            ),
            ("Das Gesetz über den Zugang zu Daten ist für die Behörden des Bundes und der Länder.", None),
            ("A política de dados do município não obriga os cidadãos a uma resposta em dois dias.", None),
            ("Het bestuur van de gemeente is een orgaan dat voor de inwoners op het stadhuis zit.", None),
            ("Tabla 1", None),
            ("", None),
        ] {
            assert_eq!(of_text(text).as_ref().map(Language::as_str), expected, "{text}");
        }
    }

    #[test]
    fn a_few_words_tell_the_language_where_no_other_has_as_many() {
        for (text, expected) in [
            ("La Unidad deberá publicar los datos.", Some("es")),
            ("The Agency MUST publish.", Some("en")),
            ("Unidad: los datos. En el portal.", Some("es")),
            ("Le comité doit publier la liste.", None),
            ("Comité debe de sesionar.", None),
            ("Tabla 1", None),
        ] {
            assert_eq!(of_few_words(text).as_ref().map(Language::as_str), expected, "{text}");
            assert_eq!(of_text(text), None, "{text}");
        }
    }

    #[test]
    fn the_first_texts_decide() {
        let spanish = "el los las del por para una se con y al su ".repeat(20);
        let texts = [spanish.as_str(), "the of and to is that for with be or you this"];
        assert_eq!(guess(texts.into_iter()).unwrap().as_str(), "es");
        assert!(guess(std::iter::empty::<&str>()).is_none());
    }
}
