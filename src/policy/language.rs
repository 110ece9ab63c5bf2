//! Which language a document is in.

use crate::model::{DocumentPath, Language};
use std::collections::{BTreeMap, BTreeSet};

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

/// Tells Spanish from English by their most frequent function words, for folders that say nothing. It decides only the
/// language of an edition's furniture and hyphenation.
#[derive(Default)]
pub(super) struct Guess {
    spanish: usize,
    english: usize,
}

impl Guess {
    /// Function words after which there is no doubt.
    const ENOUGH: usize = 200;

    /// Bytes of a document that are looked at.
    const LOOKED_AT: usize = 64 * 1024;

    pub(super) fn read(&mut self, text: &str) {
        let mut end = text.len().min(Self::LOOKED_AT);
        while !text.is_char_boundary(end) {
            end -= 1;
        }
        for word in text[..end].split(|character: char| !character.is_alphabetic()) {
            match word {
                "de" | "la" | "que" | "el" | "en" | "los" | "las" | "del" | "por" | "para" | "una" | "se" => {
                    self.spanish += 1;
                }
                "the" | "of" | "and" | "to" | "is" | "that" | "for" | "with" | "be" | "or" | "you" | "this" => {
                    self.english += 1;
                }
                _ => {}
            }
        }
    }

    pub(super) fn is_sure(&self) -> bool {
        self.spanish.abs_diff(self.english) >= Self::ENOUGH
    }

    pub(super) fn language(&self) -> Option<Language> {
        Language::new(if self.spanish > self.english { "es" } else { "en" })
    }
}
