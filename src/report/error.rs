//! Errors in words.

use super::{Style, Voice};
use crate::error::Error;
use crate::messages::{Catalogue, visible};
use crate::model::Message;
use anstyle::{AnsiColor, Effects};
use std::fmt::Write as _;
use std::io;

/// How many causes of an error are told: a limit against causes that name each other.
const MOST_CAUSES: usize = 8;

/// What the causes that are no errors of gaceta say in English, and the message that stands for it.
const KNOWN_CAUSES: [(&str, &str); 4] = [
    ("no such file or directory", "error-io-not-found"),
    ("permission denied", "error-io-permission"),
    ("is a directory", "error-io-is-folder"),
    ("no space left on device", "error-io-no-space"),
];

/// An error in words: what went wrong, where, why, and what to do next; it ends with a line feed.
#[must_use]
pub fn error(error: &Error, words: &Catalogue, style: Style) -> String {
    let voice = Voice { words, style };
    let mut text = String::new();
    line(&mut text, voice, "error-word", AnsiColor::BrightRed, &words.text(&error.message));
    if let Some(place) = &error.place {
        let position = place.position.map_or_else(String::new, |at| format!(":{}:{}", at.line, at.column));
        let _ = writeln!(text, " {} {}{position}", paint(voice, AnsiColor::BrightBlue, "-->"), one_line(&place.file));
    }
    for cause in causes(error, words) {
        line(&mut text, voice, "error-cause", AnsiColor::BrightBlue, &cause);
    }
    for hint in &error.hints {
        line(&mut text, voice, "error-help", AnsiColor::BrightCyan, &words.text(hint));
    }
    text
}

/// What lies beneath an error, the nearest cause first.
pub(super) fn causes(error: &Error, words: &Catalogue) -> Vec<String> {
    let mut causes = Vec::new();
    let mut next = std::error::Error::source(error);
    while let Some(cause) = next.filter(|_| causes.len() < MOST_CAUSES) {
        let told = cause_in_words(cause, words);
        if causes.last() != Some(&told) {
            causes.push(told);
        }
        next = cause.source();
    }
    causes
}

fn cause_in_words(cause: &(dyn std::error::Error + 'static), words: &Catalogue) -> String {
    if let Some(error) = cause.downcast_ref::<Error>() {
        return words.text(&error.message);
    }
    let known = cause.downcast_ref::<io::Error>().and_then(|error| known_kind(error.kind()));
    let told = cause.to_string();
    let known = known.or_else(|| {
        let lower = told.to_lowercase();
        KNOWN_CAUSES.iter().find(|(english, _)| lower.contains(english)).map(|(_, id)| *id)
    });
    known.map_or_else(|| one_line(&told), |id| words.text(&Message::new(id)))
}

/// The message for the failures of the operating system that people meet.
const fn known_kind(kind: io::ErrorKind) -> Option<&'static str> {
    Some(match kind {
        io::ErrorKind::NotFound => "error-io-not-found",
        io::ErrorKind::PermissionDenied => "error-io-permission",
        io::ErrorKind::ReadOnlyFilesystem => "error-io-read-only",
        io::ErrorKind::IsADirectory => "error-io-is-folder",
        io::ErrorKind::NotADirectory => "error-io-no-folder",
        io::ErrorKind::AlreadyExists => "error-io-exists",
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => "error-io-no-space",
        io::ErrorKind::BrokenPipe => "error-io-broken-pipe",
        _ => return None,
    })
}

/// Writes a line that begins with a word and a colon; further lines of the text are indented below it.
fn line(text: &mut String, voice: Voice<'_>, word: &'static str, color: AnsiColor, told: &str) {
    let word = voice.words.word(word);
    let indent = " ".repeat(word.chars().count() + 2);
    let told = told.trim_end().replace('\n', &format!("\n{indent}"));
    let _ = writeln!(text, "{} {told}", paint(voice, color, &format!("{word}:")));
}

/// A word in bold and in a colour, where colours are asked for.
pub(super) fn paint(voice: Voice<'_>, color: AnsiColor, word: &str) -> String {
    if !voice.style.color {
        return word.to_owned();
    }
    let style = color.on_default().effects(Effects::BOLD);
    format!("{style}{word}{style:#}")
}

/// Text of others on one line, with its control characters made visible.
pub(super) fn one_line(text: &str) -> String {
    visible(text.trim()).replace('\n', "\\n").replace('\t', " ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::messages::Locale;
    use crate::model::Position;

    fn told(error: &Error, locale: Locale) -> String {
        super::error(error, Catalogue::of(locale), Style::default())
    }

    fn full_error() -> Error {
        let beneath =
            Error::io(Message::new("lint-unknown-rule").with("name", "x"), "b", io::ErrorKind::NotFound.into());
        Error::usage(Message::new("error-no-such-document").with("path", "es/\u{1b}[2Ja.md"))
            .at("es/\u{7}\nx.md", Some(Position { line: 3, column: 14 }))
            .caused_by(beneath)
            .hint(Message::new("lint-did-you-mean").with("name", "es/a.md"))
            .hint(Message::new("error-no-such-document-hint"))
    }

    #[test]
    fn an_error_says_what_where_why_and_what_to_do() {
        let expected = "\
error: En «es/\\u{1b}[2Ja.md» no hay ningún documento de la política
 --> es/\\u{7}\\nx.md:3:14
causa: No existe la regla «x»
causa: el archivo o la carpeta no existe
ayuda: ¿Quiso decir «es/a.md»?
ayuda: Revise la ruta; si es correcta, revise que el manifiesto no la excluya
";
        assert_eq!(told(&full_error(), Locale::Spanish), expected);
    }

    #[test]
    fn an_error_in_english() {
        let expected = "\
error: There is no document of the policy at “es/\\u{1b}[2Ja.md”
 --> es/\\u{7}\\nx.md:3:14
cause: There is no rule “x”
cause: the file or folder does not exist
help: Did you mean “es/a.md”?
help: Check the path; if it is right, check that the manifest does not exclude it
";
        assert_eq!(told(&full_error(), Locale::English), expected);
    }

    #[test]
    fn colours_stand_only_around_the_words() {
        let error = Error::usage(Message::new("lint-unknown-rule-list")).at("a.md", None);
        let style = Style { color: true, width: 80 };
        let text = super::error(&error, Catalogue::of(Locale::English), style);
        let expected = "\u{1b}[1m\u{1b}[91merror:\u{1b}[0m The command “gaceta rules” lists every rule\n \
                        \u{1b}[1m\u{1b}[94m-->\u{1b}[0m a.md\n";
        assert_eq!(text, expected);
    }

    #[test]
    fn causes_of_other_libraries_are_put_into_words_where_they_are_known() {
        for (cause, spanish) in [
            ("failed to open 'x': Permission denied; class=Os (2)", "no hay permiso"),
            ("cannot read: Is a directory", "es una carpeta"),
            ("write: No space left on device (os error 28)", "no queda espacio en el disco"),
            ("something \u{1b}[31melse\nentirely", "something \\u{1b}[31melse\\nentirely"),
        ] {
            let error = Error::input(Message::new("lint-unknown-rule-list")).caused_by(cause);
            assert_eq!(causes(&error, Catalogue::of(Locale::Spanish)), [spanish]);
        }
    }

    #[test]
    fn every_known_cause_is_in_both_catalogues() {
        use io::ErrorKind::{
            AlreadyExists, BrokenPipe, IsADirectory, NotADirectory, NotFound, PermissionDenied, QuotaExceeded,
            ReadOnlyFilesystem, StorageFull,
        };
        for kind in [
            AlreadyExists,
            BrokenPipe,
            IsADirectory,
            NotADirectory,
            NotFound,
            PermissionDenied,
            QuotaExceeded,
            ReadOnlyFilesystem,
            StorageFull,
        ] {
            let id = known_kind(kind).unwrap();
            assert!(Locale::ALL.iter().all(|locale| Catalogue::of(*locale).has(id)), "{id}");
        }
    }
}
