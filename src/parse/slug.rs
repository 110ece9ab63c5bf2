//! Anchors made from titles, as the programs that publish Markdown make them.
//!
//! Each rule follows the program's own source: GitHub's html-pipeline (`TableOfContentsFilter`), Python-Markdown's
//! `toc` extension (`slugify`, `unique`), kramdown's `generate_id`, VuePress's `slugify`, mdBook's `id_from_content`.

use crate::model::Slugger;
use std::collections::{HashMap, HashSet};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Makes the anchors of one document, each different from those before it.
pub(super) struct Slugs {
    slugger: Slugger,
    used: HashSet<String>,
    repeated: HashMap<String, u64>,
}

impl Slugs {
    pub(super) fn new(slugger: Slugger) -> Self {
        Self { slugger, used: HashSet::new(), repeated: HashMap::new() }
    }

    /// Whose rule it follows.
    pub(super) fn slugger(&self) -> Slugger {
        self.slugger
    }

    /// Takes an explicit identity as it is.
    pub(super) fn explicit(&mut self, id: &str) -> String {
        self.used.insert(id.to_owned());
        id.to_owned()
    }

    /// The anchor of a title.
    pub(super) fn of_title(&mut self, title: &str) -> String {
        let slug = slug(self.slugger, title);
        if !(slug.is_empty() && self.slugger == Slugger::Mkdocs) && self.used.insert(slug.clone()) {
            return slug;
        }
        let (stem, separator, mut number) = if self.slugger == Slugger::Mkdocs {
            // Python-Markdown counts on where the title itself ends in `_1`.
            match slug.rsplit_once('_').and_then(|(stem, tail)| Some((stem, tail.parse().ok()?))) {
                Some((stem, number)) => (stem.to_owned(), '_', number),
                None => (slug, '_', 0),
            }
        } else {
            let number = self.repeated.get(&slug).copied().unwrap_or(0);
            (slug, '-', number)
        };
        loop {
            number += 1_u64;
            let candidate = format!("{stem}{separator}{number}");
            if self.used.insert(candidate.clone()) {
                self.repeated.insert(stem, number);
                return candidate;
            }
        }
    }
}

/// What a slugger makes of a title, before it is made unique.
fn slug(slugger: Slugger, title: &str) -> String {
    match slugger {
        Slugger::Github => github(title),
        Slugger::Mkdocs => mkdocs(title),
        Slugger::Kramdown => kramdown(title),
        Slugger::Vuepress => vuepress(title),
        Slugger::Mdbook => mdbook(title),
    }
}

/// Lower case; letters, marks, digits, connectors, hyphens and spaces stay; each space becomes a hyphen, also one that an
/// image or an emoji leaves at the ends.
fn github(title: &str) -> String {
    let word = |character: char| {
        matches!(character, '-' | '_' | '\u{203f}' | '\u{2040}' | '\u{2054}')
            || is_combining_mark(character)
            || (character.is_alphanumeric() && !is_other_number(character))
    };
    let lower = title.chars().flat_map(char::to_lowercase);
    lower
        .filter_map(|character| if character == ' ' { Some('-') } else { word(character).then_some(character) })
        .collect()
}

/// Numbers that are neither decimal digits nor letters (Unicode's categories Nl and No), of the blocks that occur in
/// Latin text: superscripts, fractions, Roman and circled numbers.
fn is_other_number(character: char) -> bool {
    matches!(character, '²' | '³' | '¹' | '¼'..='¾' | '\u{2070}'..='\u{2089}' | '\u{2150}'..='\u{218b}'
        | '\u{2460}'..='\u{24ff}' | '\u{2776}'..='\u{2793}')
}

/// ASCII only, accents taken off; runs of spaces and hyphens become one hyphen.
fn mkdocs(title: &str) -> String {
    let ascii: String = title.nfkd().filter(char::is_ascii).collect();
    let kept: String = ascii
        .chars()
        .filter(|character| {
            character.is_ascii_alphanumeric() || *character == '_' || *character == '-' || is_space(*character)
        })
        .collect();
    let mut slug = String::with_capacity(kept.len());
    for character in kept.trim().chars() {
        let character = if is_space(character) { '-' } else { character.to_ascii_lowercase() };
        if character != '-' || !slug.ends_with('-') {
            slug.push(character);
        }
    }
    slug
}

/// What Python's `\s` matches in ASCII.
fn is_space(character: char) -> bool {
    matches!(character, ' ' | '\t'..='\r' | '\u{1c}'..='\u{1f}')
}

/// What stands before the first ASCII letter goes; ASCII letters, digits, hyphens and spaces stay; `section` if nothing
/// is left.
fn kramdown(title: &str) -> String {
    let start = title.find(|character: char| character.is_ascii_alphabetic()).unwrap_or(title.len());
    let kept =
        title[start..].chars().filter(|character| character.is_ascii_alphanumeric() || matches!(character, ' ' | '-'));
    let slug: String =
        kept.map(|character| if character == ' ' { '-' } else { character.to_ascii_lowercase() }).collect();
    if slug.is_empty() { "section".to_owned() } else { slug }
}

/// Accents taken off; runs of white space and ASCII punctuation become one hyphen; no hyphen at the ends; no digit first.
fn vuepress(title: &str) -> String {
    let special = |character: char| {
        character.is_whitespace()
            || (character.is_ascii_punctuation() && character != '\u{7f}')
            || matches!(character, '“' | '”' | '‘' | '’')
    };
    let mut slug = String::with_capacity(title.len());
    for character in title.nfkd() {
        if matches!(character, '\u{300}'..='\u{36f}') || (character <= '\u{1f}' && !character.is_whitespace()) {
            continue;
        }
        if !special(character) {
            slug.push(character);
        } else if !slug.ends_with('-') {
            slug.push('-');
        }
    }
    let trimmed = slug.trim_matches('-');
    let prefix = if trimmed.starts_with(|first: char| first.is_ascii_digit()) { "_" } else { "" };
    format!("{prefix}{trimmed}").to_lowercase()
}

/// Lower case; letters, numbers, hyphens and underscores stay; white space becomes a hyphen.
fn mdbook(title: &str) -> String {
    let lower = title.trim().to_lowercase();
    let kept = lower.chars().filter_map(|character| match character {
        '_' | '-' => Some(character),
        _ if character.is_alphanumeric() => Some(character),
        _ if character.is_whitespace() => Some('-'),
        _ => None,
    });
    kept.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Expected answers worked out from each program's published rule, not from this code.
    #[test]
    fn accented_spanish_titles() {
        let title = "Artículo 1o. ¿Qué es la «apertura»? (año/mes)";
        let expected = [
            (Slugger::Github, "artículo-1o-qué-es-la-apertura-añomes"),
            (Slugger::Mkdocs, "articulo-1o-que-es-la-apertura-anomes"),
            (Slugger::Kramdown, "artculo-1o-qu-es-la-apertura-aomes"),
            (Slugger::Vuepress, "articulo-1o-¿que-es-la-«apertura»-ano-mes"),
            (Slugger::Mdbook, "artículo-1o-qué-es-la-apertura-añomes"),
        ];
        for (slugger, anchor) in expected {
            assert_eq!(slug(slugger, title), anchor, "{}", slugger.name());
        }
    }

    /// From the programs' own documentation and tests.
    #[test]
    fn published_examples() {
        assert_eq!(kramdown("123 456"), "section");
        assert_eq!(kramdown("12. Another one 1 here"), "another-one-1-here");
        assert_eq!(kramdown("Deutsche Übersetzung"), "deutsche-bersetzung");
        assert_eq!(
            mdbook("`--passes`: add more rustdoc passes".replace('`', "").as_str()),
            "--passes-add-more-rustdoc-passes"
        );
        assert_eq!(mdbook("中文標題 CJK title"), "中文標題-cjk-title");
        assert_eq!(mkdocs("Sección: Datos  abiertos - 1"), "seccion-datos-abiertos-1");
        assert_eq!(vuepress("1. Introducción"), "_1-introduccion");
        assert_eq!(github("Sample Section"), "sample-section");
        assert_eq!(
            github("This'll be a _Helpful_ Section About the Greek Letter Θ!".replace('_', "").as_str()),
            "thisll-be-a-helpful-section-about-the-greek-letter-θ"
        );
    }

    #[test]
    fn github_keeps_decomposed_accents_and_drops_superscripts() {
        assert_eq!(github("An\u{303}o m²"), "an\u{303}o-m");
    }

    #[test]
    fn repeated_titles_get_the_programs_own_suffix() {
        let repeated = |slugger: Slugger, titles: &[&str]| {
            let mut slugs = Slugs::new(slugger);
            titles.iter().map(|title| slugs.of_title(title)).collect::<Vec<_>>()
        };
        assert_eq!(repeated(Slugger::Github, &["A", "A", "A-1", "A"]), ["a", "a-1", "a-1-1", "a-2"]);
        assert_eq!(repeated(Slugger::Mkdocs, &["A", "A", "A", "¿?"]), ["a", "a_1", "a_2", "_1"]);
        assert_eq!(repeated(Slugger::Kramdown, &["Ñ", "Ñ"]), ["section", "section-1"]);
        assert_eq!(repeated(Slugger::Mdbook, &["A", "A"]), ["a", "a-1"]);
    }

    #[test]
    fn an_emoji_leaves_its_space() {
        assert_eq!(github("🚀 Datos"), "-datos");
        assert_eq!(mkdocs("🚀 Datos"), "datos");
        assert_eq!(vuepress("🚀 Datos"), "🚀-datos");
    }

    proptest::proptest! {
        #![proptest_config(proptest::prelude::ProptestConfig { failure_persistence: None, ..Default::default() })]

        #[test]
        fn anchors_of_a_document_differ(titles in proptest::collection::vec("[aA1_ -]{0,4}", 0..24), which in 0..5_usize) {
            let mut slugs = Slugs::new(Slugger::ALL[which]);
            let anchors: Vec<_> = titles.iter().map(|title| slugs.of_title(title)).collect();
            let different: HashSet<_> = anchors.iter().collect();
            proptest::prop_assert_eq!(different.len(), anchors.len());
        }
    }
}
