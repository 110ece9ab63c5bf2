//! How easily running text is read, by the formulas that count words, syllables and sentences.

use crate::model::{
    Document, Language, Passage, Setting, Span, bare_words, english_syllables, sentences, spanish_syllables,
};
use std::iter::Sum;

/// What the formulas count in a text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Prose {
    /// The words with a letter: how a number sounds is not told by how it is written.
    pub words: u32,
    /// Their syllables.
    pub syllables: u32,
    /// The sentences; each item of a list is one at least.
    pub sentences: u32,
}

impl Prose {
    /// Counts a text.
    fn of(text: &str, language: &Language) -> Self {
        let mut prose = Self::default();
        let syllables = if language.primary() == "es" { spanish_syllables } else { english_syllables };
        for sentence in sentences(text, Some(language)) {
            let before = prose.words;
            for (_, word) in bare_words(&text[sentence]).filter(|(_, word)| word.contains(char::is_alphabetic)) {
                prose.words += 1;
                prose.syllables = prose.syllables.saturating_add(syllables(word));
            }
            prose.sentences += u32::from(prose.words > before);
        }
        prose
    }

    /// Words in a sentence, on average; 0 without any.
    #[must_use]
    pub fn sentence_length(&self) -> f64 {
        f64::from(self.words) / f64::from(self.sentences.max(1))
    }

    /// Syllables in a word, on average; 0 without any.
    #[must_use]
    pub fn word_length(&self) -> f64 {
        f64::from(self.syllables) / f64::from(self.words.max(1))
    }
}

impl Sum for Prose {
    fn sum<All: Iterator<Item = Self>>(all: All) -> Self {
        all.fold(Self::default(), |sum, prose| Self {
            words: sum.words.saturating_add(prose.words),
            syllables: sum.syllables.saturating_add(prose.syllables),
            sentences: sum.sentences.saturating_add(prose.sentences),
        })
    }
}

/// Whether a passage is running text of the policy: a paragraph or an item of a list, not in a quotation or a footnote. An
/// item without a mark at its end is a name or a label and no sentence.
fn is_running(passage: &Passage<'_>) -> bool {
    let end = passage.text.as_str().trim_end_matches(|end: char| end.is_whitespace() || "\"'»”’)".contains(end));
    let is_sentence = passage.list_depth == 0 || end.ends_with(['.', '!', '?', '…', ';', ':', ',']);
    passage.setting == Setting::Paragraph && !passage.quoted && !passage.noted && is_sentence
}

/// What the passages of running text have, of a document and of each of its sections, without what stands in subsections; the text before the
/// first heading comes first. Nothing is counted in a language without a formula.
#[must_use]
pub fn by_section(document: &Document<'_>, language: Option<&Language>) -> Vec<Vec<(Span, Prose)>> {
    let starts: Vec<u32> = document.all_sections().map(|section| section.span.start).collect();
    let mut measured = vec![Vec::new(); starts.len() + 1];
    let Some(language) = language.filter(|language| Formula::of(language).is_some()) else { return measured };
    document.for_each_passage(|passage| {
        let place = passage.section.map_or(0, |section| starts.partition_point(|start| *start <= section.span.start));
        if let Some(section) = measured.get_mut(place).filter(|_| is_running(passage)) {
            section.push((passage.span, Prose::of(passage.text.as_str(), language)));
        }
    });
    measured
}

/// A formula of readability: the higher the easier, from about 0 to 100; a very hard text is below 0.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Formula {
    /// What it is called.
    pub name: &'static str,
    /// What each syllable of an average word takes away.
    pub per_syllable: f64,
    /// What each word of an average sentence takes away.
    pub per_word: f64,
}

/// What a text would have without any word.
const HIGHEST: f64 = 206.835;

/// The formula of perspicuity of Francisco Szigriszt Pazos, *Sistemas predictivos de legibilidad del mensaje escrito*
/// (Universidad Complutense de Madrid, 1993), read by the scale INFLESZ of Inés Barrio-Cantalejo and others, «Validación
/// de la Escala INFLESZ para evaluar la legibilidad de los textos dirigidos a pacientes», *Anales del Sistema Sanitario de
/// Navarra* 31 (2008): below 40 a text is very difficult.
const INFLESZ: Formula = Formula { name: "INFLESZ", per_syllable: 62.3, per_word: 1.0 };

/// Reading ease: Rudolf Flesch, “A new readability yardstick”, *Journal of Applied Psychology* 32 (1948); from 30 to 50 a
/// text is difficult.
const FLESCH: Formula = Formula { name: "Flesch", per_syllable: 84.6, per_word: 1.015 };

impl Formula {
    /// The formula for a language, if there is one.
    #[must_use]
    pub fn of(language: &Language) -> Option<Self> {
        match language.primary() {
            "es" => Some(INFLESZ),
            "en" => Some(FLESCH),
            _ => None,
        }
    }

    /// How easily a text is read.
    #[must_use]
    pub fn score(&self, prose: &Prose) -> f64 {
        HIGHEST - self.per_syllable * prose.word_length() - self.per_word * prose.sentence_length()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::DocumentPath;
    use crate::parse;

    fn measured(text: &str, language: &str) -> Vec<(u32, u32, u32)> {
        let document = parse::document(DocumentPath::new("a.md").unwrap(), text, crate::model::Slugger::Github);
        let measured = by_section(&document, Language::new(language).as_ref());
        let sums = measured.iter().map(|section| section.iter().map(|(_, prose)| *prose).sum());
        sums.map(|prose: Prose| (prose.words, prose.syllables, prose.sentences)).collect()
    }

    #[test]
    fn words_syllables_and_sentences_are_counted_by_section() {
        let text = "Los datos son de todos.\n\n# Los plazos\n\nHay 20 días. ¿Y luego?\n\n- Se publica;\n- No.\n- Ana Ruiz\n\n## Vacía\n";
        assert_eq!(measured(text, "es"), [(5, 7, 1), (7, 11, 4), (0, 0, 0)]);
        assert_eq!(measured("The agencies publish it.\n", "en"), [(4, 7, 1)]);
    }

    #[test]
    fn only_running_text_counts() {
        let text = "# Título largo\n\n> La cita dice algo.\n\n| a | b |\n| - | - |\n| uno | dos |\n\n```\ncódigo aquí\n```\n\n\
            Véase[^1] https://example.org/uno/dos.\n\n[^1]: Una nota al pie.\n";
        assert_eq!(measured(text, "es"), [(0, 0, 0), (1, 3, 1)]);
    }

    #[test]
    fn scores_follow_the_formulas() {
        let score = |tag: &str, words, syllables, sentences| {
            let score =
                Formula::of(&Language::new(tag).unwrap()).unwrap().score(&Prose { words, syllables, sentences });
            format!("{score:.3}")
        };
        // By hand: 206.835 - 62.3 * 2 - 20; 206.835 - 84.6 * 1.5 - 1.015 * 20.
        assert_eq!(score("es-MX", 100, 200, 5), "62.235");
        assert_eq!(score("en", 100, 150, 5), "59.635");
        assert!(Formula::of(&Language::new("fr").unwrap()).is_none());
    }
}
