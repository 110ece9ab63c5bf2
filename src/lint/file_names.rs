//! The files of a policy by their names, to tell which one a broken link may have meant.

use crate::model::{DocumentPath, folded};
use crate::policy::Policy;
use std::hash::{DefaultHasher, Hash, Hasher};

/// Most files of one name that are looked at: a limit on work.
const MOST_NAMESAKES: usize = 200;

/// Files that programs which make sites of Markdown look for: they serve pages under other names than their sources'.
const SITE_FILES: [&str; 24] = [
    "_config.yml",
    "_config.yaml",
    "_config.toml",
    "mkdocs.yml",
    "mkdocs.yaml",
    "zensical.toml",
    "hugo.toml",
    "hugo.yaml",
    "config.toml",
    "book.toml",
    "antora.yml",
    "conf.py",
    "_quarto.yml",
    "_sidebar.md",
    "SUMMARY.md",
    "Gemfile",
    "package.json",
    "index.html",
    "docusaurus.config.js",
    "docusaurus.config.ts",
    "astro.config.mjs",
    "eleventy.config.js",
    "gatsby-config.js",
    "next.config.js",
];

/// The names of a policy's files.
pub struct FileNames {
    paths: Vec<DocumentPath>,
    /// Hashes of the files' names without ending, case and accents, each with the place of its path; sorted.
    stems: Vec<(u64, u32)>,
    /// Whether a program that makes a site seems to be at work.
    pub is_site: bool,
}

impl FileNames {
    /// Lists the files of a policy; where they cannot be listed, there are none.
    #[must_use]
    pub fn new(policy: &Policy) -> Self {
        let mut paths = policy.files.list().unwrap_or_default();
        paths.sort_unstable();
        let places = paths.iter().zip(0_u32..);
        let mut stems: Vec<_> = places.map(|(path, place)| (hash(split(path.file_name()).0), place)).collect();
        stems.sort_unstable();
        let is_site = paths.iter().any(|path| SITE_FILES.contains(&path.file_name()));
        Self { paths, stems, is_site }
    }

    /// Whether there is a folder at a path, `""` being the policy's own.
    #[must_use]
    pub fn has_folder(&self, path: &str) -> bool {
        path.is_empty() || self.below(path).next().is_some()
    }

    /// The files below a folder, in order.
    pub fn below(&self, folder: &str) -> impl Iterator<Item = &DocumentPath> {
        let prefix = if folder.is_empty() { String::new() } else { format!("{folder}/") };
        let first = self.paths.partition_point(|path| path.as_str() < prefix.as_str());
        self.paths[first..].iter().take_while(move |path| path.as_str().starts_with(&prefix))
    }

    /// The files whose names without ending are the same but for case and accents, in order, up to a limit.
    pub fn namesakes(&self, stem: &str) -> impl Iterator<Item = &DocumentPath> {
        let hash = hash(stem);
        let first = self.stems.partition_point(|(other, _)| *other < hash);
        let same = self.stems[first..].iter().take_while(move |(other, _)| *other == hash).take(MOST_NAMESAKES);
        same.filter_map(|(_, place)| self.paths.get(*place as usize))
    }
}

fn hash(stem: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    folded(stem).hash(&mut hasher);
    hasher.finish()
}

/// A file's name without and with only its ending, `""` if it has none.
#[must_use]
pub fn split(name: &str) -> (&str, &str) {
    match name.rsplit_once('.') {
        Some((stem, ending))
            if !stem.is_empty()
                && (1..=10).contains(&ending.len())
                && ending.bytes().all(|byte| byte.is_ascii_alphanumeric())
                && ending.bytes().any(|byte| byte.is_ascii_alphabetic()) =>
        {
            (stem, ending)
        }
        _ => (name, ""),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::repo::Memory;

    fn names(files: &[&str]) -> FileNames {
        let files = Memory::new(files.iter().map(|path| (*path, ""))).unwrap();
        FileNames::new(&Policy::open(Box::new(files)).unwrap())
    }

    fn told<'a>(paths: impl Iterator<Item = &'a DocumentPath>) -> Vec<&'a str> {
        paths.map(DocumentPath::as_str).collect()
    }

    #[test]
    fn folders_are_known_by_their_files() {
        let names = names(&["es/a.md", "es-MX/b.md", "es.md", "es/x/y.svg"]);
        assert!(["", "es", "es/x", "es-MX"].into_iter().all(|folder| names.has_folder(folder)));
        assert!(!["e", "es/a.md", "es/", "x"].into_iter().any(|folder| names.has_folder(folder)));
        assert_eq!(told(names.below("es")), ["es/a.md", "es/x/y.svg"]);
    }

    #[test]
    fn namesakes_differ_in_case_accents_ending_and_folder() {
        let names = names(&["es/Guía.md", "en/guia.markdown", "img/GUIA.svg", "guias.md"]);
        assert_eq!(told(names.namesakes("guía")), ["en/guia.markdown", "es/Guía.md", "img/GUIA.svg"]);
        assert_eq!(told(names.namesakes("otra")), [""; 0]);
    }

    #[test]
    fn an_ending_has_a_letter_and_follows_a_name() {
        assert_eq!(split("a.b.md"), ("a.b", "md"));
        for name in [".md", "a", "v1.2", "Sr. Pérez", "a."] {
            assert_eq!(split(name), (name, ""));
        }
    }

    #[test]
    fn sites_are_known_by_their_programs_files() {
        assert!(names(&["a.md", "docs/_config.yml"]).is_site);
        assert!(!names(&["a.md", "gaceta.toml"]).is_site);
    }
}
