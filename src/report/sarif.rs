//! SARIF 2.1.0, the form in which GitHub and other programs take the results of an analysis:
//! <https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html>.
//!
//! 1. The rules stand under the tool in the language of the output, and once more as a translation in the other;
//! 2. each finding is a result, with its place from the first to the last character, the places that explain it, its
//!    fingerprint, and the edits that mend it where those are safe;
//! 3. documents that could not be read are told as notifications, and the run then was not successful.

use super::json::encode;
use super::places::{Place, Places};
use super::{Format, Linted, Style, Voice, rules, sentences};
use crate::error::Error;
use crate::lint::{RULES, Rule};
use crate::messages::{Catalogue, Locale};
use crate::model::{DocumentPath, Finding, Fix, Severity, Span};
use crate::policy::Policy;
use serde_json::{Value, json};
use std::fmt::Write as _;

/// The format.
pub const FORMAT: Format = Format {
    lint: Some(|linted, voice, output| output.write_all(&lint(linted, voice))),
    ..Format::new("sarif", "error-format-sarif")
};

/// Where the schema is published.
const SCHEMA: &str = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/// The name of the program.
const PROGRAM: &str = env!("CARGO_PKG_NAME");

/// The name and version of the fingerprints.
const FINGERPRINT: &str = "gaceta/v1";

fn lint(linted: &[Linted<'_>], voice: Voice<'_>) -> Vec<u8> {
    let words = voice.words;
    let mut results = Vec::new();
    let mut notifications = Vec::new();
    for linted in linted {
        let places = Places::read(linted.policy, &linted.outcome.findings, 0);
        let writer = Writer { policy: linted.policy, places, words };
        results.extend(linted.outcome.findings.iter().map(|finding| writer.result(finding)));
        notifications.extend(linted.unread().map(|error| notification(error, words)));
    }
    let others = Locale::ALL.into_iter().filter(|locale| *locale != words.locale());
    encode(&json!({
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": driver(words.locale()) },
            "translations": others.map(translation).collect::<Vec<_>>(),
            "language": words.locale().tag(),
            "columnKind": "unicodeCodePoints",
            "newlineSequences": ["\r\n", "\n", "\r"],
            "invocations": [{
                "executionSuccessful": notifications.is_empty(),
                "toolExecutionNotifications": notifications,
            }],
            "results": results,
        }],
    }))
}

fn driver(locale: Locale) -> Value {
    let version = env!("CARGO_PKG_VERSION");
    let rule = |rule: &&Rule| {
        let mut descriptor = descriptor(rule, locale);
        descriptor["defaultConfiguration"] =
            json!({ "enabled": rule.default.is_some(), "level": level(rule.default.unwrap_or(Severity::Warning)) });
        descriptor
    };
    json!({
        "name": PROGRAM,
        "version": version,
        "semanticVersion": version,
        "language": locale.tag(),
        "rules": RULES.iter().map(rule).collect::<Vec<_>>(),
    })
}

/// The rules in a language other than the output's, in the same order.
fn translation(locale: Locale) -> Value {
    json!({
        "name": format!("{PROGRAM}-{}", locale.tag()),
        "language": locale.tag(),
        "contents": ["localizedData"],
        "associatedComponent": { "name": PROGRAM },
        "translationMetadata": { "name": format!("{PROGRAM}-{}", locale.tag()) },
        "rules": RULES.iter().map(|rule| descriptor(rule, locale)).collect::<Vec<_>>(),
    })
}

/// What a rule is for, in a language.
fn descriptor(rule: &Rule, locale: Locale) -> Value {
    let documentation = rule.documentation(locale);
    // Lines as long as they come: readers wrap them.
    let voice = Voice { words: Catalogue::of(locale), style: Style { color: false, width: usize::MAX } };
    json!({
        "id": rule.name,
        "shortDescription": { "text": documentation.summary() },
        "fullDescription": { "text": first_section(documentation.markdown()) },
        "help": { "text": rules::explanation(rule, voice), "markdown": documentation.markdown() },
    })
}

/// The first paragraph below a heading of the second level: what a rule does.
fn first_section(markdown: &str) -> String {
    let lines = markdown.lines().skip_while(|line| !line.starts_with("## ")).skip(1);
    let paragraph = lines.skip_while(|line| line.is_empty()).take_while(|line| !line.is_empty());
    paragraph.collect::<Vec<_>>().join(" ")
}

const fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
    }
}

/// Writes the findings of one policy.
struct Writer<'a> {
    policy: &'a Policy,
    places: Places,
    words: &'a Catalogue,
}

impl Writer<'_> {
    fn result(&self, finding: &Finding) -> Value {
        let mut result = json!({
            "ruleId": finding.rule,
            "level": level(finding.severity),
            "message": { "text": text(&sentences::of_finding(finding, self.words)) },
            "locations": [{ "physicalLocation": self.location(&finding.path, finding.span) }],
            "partialFingerprints": { FINGERPRINT: finding.fingerprint },
        });
        if let Some(index) = RULES.iter().position(|rule| rule.name == finding.rule) {
            result["ruleIndex"] = index.into();
        }
        if !finding.related.is_empty() {
            let related = finding.related.iter().map(|related| {
                let message = text(&self.words.text(&related.message));
                let location = self.location(&related.path, related.span);
                json!({ "physicalLocation": location, "message": { "text": message } })
            });
            result["relatedLocations"] = related.collect();
        }
        if let Some(fix) = finding.fix.as_ref().filter(|fix| fix.safe) {
            // Edits whose places are not known any more would mend something else.
            if let Some(fix) = self.fix(finding, fix) {
                result["fixes"] = json!([fix]);
            }
        }
        result
    }

    fn location(&self, path: &DocumentPath, span: Span) -> Value {
        let mut location = json!({ "artifactLocation": { "uri": uri(&self.policy.files.display(path)) } });
        if let Some(place) = self.places.of(path, span) {
            location["region"] = region(place);
        }
        location
    }

    fn fix(&self, finding: &Finding, fix: &Fix) -> Option<Value> {
        let mut replacements = Vec::new();
        for edit in &fix.edits {
            let place = self.places.of(&finding.path, edit.span)?;
            replacements.push(json!({ "deletedRegion": region(place), "insertedContent": { "text": edit.text } }));
        }
        let description = finding.hints.first().unwrap_or(&finding.message);
        (!replacements.is_empty()).then(|| {
            json!({
                "description": { "text": text(&self.words.text(description)) },
                "artifactChanges": [{
                    "artifactLocation": { "uri": uri(&self.policy.files.display(&finding.path)) },
                    "replacements": replacements,
                }],
            })
        })
    }
}

fn region(place: &Place) -> Value {
    json!({
        "startLine": place.start.line,
        "startColumn": place.start.column,
        "endLine": place.end.line,
        "endColumn": place.end.column,
    })
}

fn notification(error: &Error, words: &Catalogue) -> Value {
    let mut notification = json!({
        "level": "error",
        "descriptor": { "id": error.message.id },
        "message": { "text": text(&sentences::of_error(error, words)) },
    });
    if let Some(place) = &error.place {
        let mut location = json!({ "artifactLocation": { "uri": uri(&place.file) } });
        if let Some(position) = place.position {
            location["region"] = json!({ "startLine": position.line, "startColumn": position.column });
        }
        notification["locations"] = json!([{ "physicalLocation": location }]);
    }
    notification
}

/// Text as a message. What would be read as a placeholder such as `{0}` has its braces doubled (section 3.11.5), and what
/// would be read as a link gets a space between its parts (section 3.11.6).
fn text(text: &str) -> String {
    let text = text.replace("](", "] (");
    let mut escaped = String::with_capacity(text.len());
    let mut rest = text.as_str();
    while let Some(start) = rest.find('{') {
        let inner = &rest[start + 1..];
        let digits = inner.bytes().take_while(u8::is_ascii_digit).count();
        escaped.push_str(&rest[..start]);
        if digits > 0 && inner[digits..].starts_with('}') {
            let _ = write!(escaped, "{{{{{}}}}}", &inner[..digits]);
            rest = &inner[digits + 1..];
        } else {
            escaped.push('{');
            rest = inner;
        }
    }
    escaped.push_str(rest);
    escaped
}

/// The address of a file: relative as its path is, or one of the scheme `file` where that is absolute.
fn uri(path: &str) -> String {
    let mut uri = String::with_capacity(path.len());
    let has_drive = matches!(path.as_bytes(), [drive, b':', b'/', ..] if drive.is_ascii_alphabetic());
    if has_drive || path.starts_with('/') {
        uri.push_str(if has_drive { "file:///" } else { "file://" });
    }
    for byte in path.bytes() {
        // Unreserved characters of RFC 3986; a colon in a relative path could end the name of a scheme.
        let stands = byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~' | b'/');
        if stands || (byte == b':' && has_drive) {
            uri.push(char::from(byte));
        } else {
            let _ = write!(uri, "%{byte:02X}");
        }
    }
    uri
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::percent_decode;
    use proptest::prelude::*;

    #[test]
    fn addresses_of_files() {
        for (path, expected) in [
            ("es/a.md", "es/a.md"),
            ("../es/año 1.md", "../es/a%C3%B1o%201.md"),
            ("v1.2:es/a.md", "v1.2%3Aes/a.md"),
            ("/tmp/a.md", "file:///tmp/a.md"),
            ("C:/a.md", "file:///C:/a.md"),
            ("a?b#c%.md", "a%3Fb%23c%25.md"),
        ] {
            assert_eq!(uri(path), expected);
        }
    }

    #[test]
    fn texts_hold_neither_placeholders_nor_links() {
        for (told, expected) in [
            ("vea {0} y {12}", "vea {{0}} y {{12}}"),
            ("«{#objeto}» y {} y {a0} y {0", "«{#objeto}» y {} y {a0} y {0"),
            ("{{0}}", "{{{0}}}"),
            ("[aquí](https://a.mx) [b] (c)", "[aquí] (https://a.mx) [b] (c)"),
        ] {
            assert_eq!(text(told), expected);
        }
    }

    #[test]
    fn a_rule_is_described_by_what_it_does() {
        for rule in RULES {
            for locale in Locale::ALL {
                let described = first_section(rule.documentation(locale).markdown());
                assert!(described.len() > 20 && described.ends_with(['.', ':']), "{}: {described}", rule.name);
            }
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..Default::default() })]

        #[test]
        fn any_path_is_read_back_from_its_address(path in "[^/\0]{1,12}(/[^/\0]{1,12}){0,3}") {
            let address = uri(&path);
            let read = percent_decode(address.strip_prefix("file:///").unwrap_or(&address));
            prop_assert_eq!(read, Some(path));
            prop_assert!(address.bytes().all(|byte| byte.is_ascii_graphic()));
        }
    }
}
