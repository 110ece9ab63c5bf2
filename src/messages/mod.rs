//! Puts messages into Spanish or English.
//!
//! The catalogues are Fluent files, one folder per language and one file per part of the program. A message's id begins with
//! the name of its file or of a part of that, and a file is read when the first of its messages is needed; the tests hold
//! both languages to the same messages with the same arguments.

use crate::model::{Argument, Message};
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use std::sync::OnceLock;
use unic_langid::LanguageIdentifier;

/// A language that gaceta speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Locale {
    /// Spanish.
    Spanish,
    /// English.
    English,
}

impl Locale {
    /// Every locale.
    pub const ALL: [Self; 2] = [Self::Spanish, Self::English];

    /// The language tag: `es` or `en`.
    #[must_use]
    pub const fn tag(self) -> &'static str {
        match self {
            Self::Spanish => "es",
            Self::English => "en",
        }
    }

    /// The locale of a language tag or a POSIX locale name (`es-MX`, `es_MX.UTF-8`), if gaceta speaks it.
    #[must_use]
    pub fn from_tag(tag: &str) -> Option<Self> {
        let primary = tag.split(['-', '_', '.', '@']).next().unwrap_or("");
        Self::ALL.into_iter().find(|locale| locale.tag().eq_ignore_ascii_case(primary))
    }
}

/// The files of a language's catalogue, each with how the ids of its messages begin.
macro_rules! catalogue_files {
    ($folder:literal) => {
        [
            (&["blame"], include_str!(concat!($folder, "/blame.ftl"))),
            (&["cli"], include_str!(concat!($folder, "/cli.ftl"))),
            (&["config"], include_str!(concat!($folder, "/config.ftl"))),
            (&["diff"], include_str!(concat!($folder, "/diff.ftl"))),
            (&["edition", "redline", "site"], include_str!(concat!($folder, "/edition.ftl"))),
            (&["error"], include_str!(concat!($folder, "/error.ftl"))),
            (&["lint"], include_str!(concat!($folder, "/lint.ftl"))),
            (&["norms"], include_str!(concat!($folder, "/norms.ftl"))),
            (&["parse"], include_str!(concat!($folder, "/parse.ftl"))),
            (&["pdf"], include_str!(concat!($folder, "/pdf.ftl"))),
            (&["repo"], include_str!(concat!($folder, "/repo.ftl"))),
            (&["tally", "made", "survival"], include_str!(concat!($folder, "/tally.ftl"))),
        ]
    };
}

/// The messages of one language.
pub struct Catalogue {
    locale: Locale,
    parts: [Part; 12],
}

/// The messages of a file.
struct Part {
    /// How their ids begin, up to the first hyphen.
    names: &'static [&'static str],
    text: &'static str,
    bundle: OnceLock<FluentBundle<FluentResource>>,
}

impl Catalogue {
    /// The catalogue of a locale.
    #[must_use]
    pub fn of(locale: Locale) -> &'static Self {
        static SPANISH: Catalogue = Catalogue::new(Locale::Spanish, &catalogue_files!("es"));
        static ENGLISH: Catalogue = Catalogue::new(Locale::English, &catalogue_files!("en"));
        match locale {
            Locale::Spanish => &SPANISH,
            Locale::English => &ENGLISH,
        }
    }

    const fn new(locale: Locale, files: &[(&'static [&'static str], &'static str); 12]) -> Self {
        let mut parts = [const { Part { names: &[], text: "", bundle: OnceLock::new() } }; 12];
        let mut place = 0;
        while place < files.len() {
            (parts[place].names, parts[place].text) = files[place];
            place += 1;
        }
        Self { locale, parts }
    }

    /// The messages among which the one of an id is, if it is anywhere.
    fn bundle(&self, id: &str) -> Option<&FluentBundle<FluentResource>> {
        let name = id.split('-').next()?;
        let part = self.parts.iter().find(|part| part.names.contains(&name))?;
        Some(part.bundle.get_or_init(|| read(self.locale, part.text)))
    }

    /// The language of the catalogue.
    #[must_use]
    pub const fn locale(&self) -> Locale {
        self.locale
    }

    /// The message in words. Control characters in its arguments are shown as escapes, so that no text moves a
    /// terminal's cursor.
    #[must_use]
    pub fn text(&self, message: &Message) -> String {
        let bundle = self.bundle(message.id);
        let pattern = bundle.and_then(|bundle| bundle.get_message(message.id)).and_then(|entry| entry.value());
        let Some((bundle, pattern)) = bundle.zip(pattern) else { return message.id.to_owned() };
        let mut arguments = FluentArgs::new();
        for (name, value) in &message.arguments {
            let value = match value {
                Argument::Text(text) => FluentValue::from(on_one_line(visible(text))),
                Argument::Number(number) => FluentValue::from(*number),
                Argument::Message(inner) => FluentValue::from(self.text(inner)),
            };
            arguments.set(*name, value);
        }
        let mut problems = Vec::new();
        bundle.format_pattern(pattern, Some(&arguments), &mut problems).into_owned()
    }

    /// The message without arguments, in words.
    #[must_use]
    pub fn word(&self, id: &'static str) -> String {
        self.text(&Message::new(id))
    }

    /// Whether the catalogue has a message.
    #[must_use]
    pub fn has(&self, id: &str) -> bool {
        self.bundle(id).is_some_and(|bundle| bundle.has_message(id))
    }
}

fn read(locale: Locale, text: &str) -> FluentBundle<FluentResource> {
    let identifier: LanguageIdentifier = locale.tag().parse().expect("the tags are well formed");
    let mut bundle = FluentBundle::new_concurrent(vec![identifier]);
    bundle.set_use_isolating(false);
    let resource = FluentResource::try_new(text.to_owned()).expect("the catalogues are well formed");
    bundle.add_resource(resource).expect("each message is there once");
    bundle
}

/// Text whose line ends and tabs are written as escapes: a name with a line end in it begins no line of a log, where some
/// take a line for a command.
fn on_one_line(text: String) -> String {
    if text.contains(['\n', '\t']) { text.replace('\n', "\\n").replace('\t', "\\t") } else { text }
}

/// Text with its control and direction characters written as escapes, safe to show on a terminal or in a log.
#[must_use]
pub fn visible(text: &str) -> String {
    let hidden = |character: char| {
        (character.is_control() && character != '\n' && character != '\t')
            || matches!(character, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
    };
    let mut shown = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(hidden) {
        let (before, from) = rest.split_at(at);
        let mut characters = from.chars();
        shown.push_str(before);
        shown.extend(characters.next().iter().flat_map(|character| character.escape_unicode()));
        rest = characters.as_str();
    }
    shown.push_str(rest);
    shown
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_message_is_found_in_its_file() {
        for catalogue in Locale::ALL.map(Catalogue::of) {
            for part in &catalogue.parts {
                let ids: Vec<&str> = part
                    .text
                    .lines()
                    .filter(|line| line.starts_with(|first: char| first.is_ascii_lowercase()))
                    .filter_map(|line| line.split_once(" =").map(|(id, _)| id))
                    .collect();
                assert!(ids.len() > 3, "{:?}", part.names);
                let lost: Vec<_> = ids.into_iter().filter(|id| !catalogue.has(id)).collect();
                assert!(lost.is_empty(), "{lost:?} are not told by their names {:?}", part.names);
            }
        }
    }
}
