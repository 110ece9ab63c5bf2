//! Links that run a program, read the reader's disk, or lead elsewhere than they say.

use crate::lint::context::DocumentContext;
use crate::lint::finding::{Findings, Observation, quotation};
use crate::lint::links::is_web_name;
use crate::lint::pointers::{Form, Pointer};
use crate::lint::rule::{Check, Documentation, Rule};
use crate::model::{InlineKind, Message, Severity, plain_text};

/// The rule.
pub const RULE: Rule = Rule {
    name: "unsafe-link",
    default: Some(Severity::Error),
    check: Check::Document(check),
    messages: &[
        "lint-unsafe-link-program",
        "lint-unsafe-link-program-hint",
        "lint-unsafe-link-disk",
        "lint-unsafe-link-disk-hint",
        "lint-unsafe-link-other-site",
        "lint-unsafe-link-other-site-hint",
        "lint-unsafe-link-name-in-front",
        "lint-unsafe-link-name-in-front-hint",
    ],
    documentation: [Documentation(include_str!("unsafe_link.es.md")), Documentation(include_str!("unsafe_link.en.md"))],
};

/// Longest target or text that is looked at, in bytes; what is told by them stands at their beginning.
const LONGEST_ADDRESS: usize = 2_048;

/// Sites that keep copies of others, whose addresses they contain.
const ARCHIVES: [&str; 6] = ["archive.org", "archive.is", "archive.ph", "archive.today", "perma.cc", "doi.org"];

fn check(context: &DocumentContext<'_>, findings: &mut Findings<'_>) {
    for pointer in context.pointers() {
        if !pointer.target.contains(':') && !pointer.target.contains('&') && !pointer.target.starts_with("//") {
            continue;
        }
        let address = match pointer.form {
            Form::Html(..) => without_entities(beginning(&pointer.target)),
            Form::Markdown(_) => beginning(&pointer.target).to_owned(),
        };
        let address = as_browsers_read(&address);
        let Some(danger) = danger(&address, pointer) else { continue };
        let span = pointer.place(context.document.text).unwrap_or(pointer.span);
        let observation = match danger {
            Danger::Program(scheme) => {
                let message = Message::new("lint-unsafe-link-program").with("scheme", quotation(&scheme));
                Observation::new(&context.document.path, span, message)
                    .hint(Message::new("lint-unsafe-link-program-hint"))
            }
            Danger::Disk => {
                let message = Message::new("lint-unsafe-link-disk");
                Observation::new(&context.document.path, span, message).hint(Message::new("lint-unsafe-link-disk-hint"))
            }
            Danger::OtherSite { shown, site } => {
                let message = Message::new("lint-unsafe-link-other-site").with("shown", quotation(&shown));
                let message = message.with("site", quotation(&site));
                Observation::new(&context.document.path, pointer.span, message)
                    .hint(Message::new("lint-unsafe-link-other-site-hint"))
            }
            Danger::NameInFront { site } => {
                let message = Message::new("lint-unsafe-link-name-in-front").with("site", quotation(&site));
                Observation::new(&context.document.path, span, message)
                    .hint(Message::new("lint-unsafe-link-name-in-front-hint"))
            }
        };
        findings.add(observation);
    }
}

/// What is dangerous about a link.
enum Danger {
    /// It runs a program; the scheme.
    Program(String),
    /// It leads to a file of one computer.
    Disk,
    /// The text is an address of another site.
    OtherSite { shown: String, site: String },
    /// What looks like the site is a user's name, `https://gob.mx@example.org`.
    NameInFront { site: String },
}

fn danger(address: &str, pointer: &Pointer<'_>) -> Option<Danger> {
    let (scheme, rest) = address.split_once(':').unwrap_or(("", address));
    match scheme {
        "javascript" | "vbscript" | "livescript" => return Some(Danger::Program(format!("{scheme}:"))),
        "data" => {
            let kind = rest.split([',', ';']).next().unwrap_or("");
            let is_program = ["text/html", "xhtml", "javascript", "xml"].iter().any(|name| kind.contains(name));
            // An image cannot run what is in it, a page of the same data can.
            return (is_program && !(pointer.is_image && kind == "image/svg+xml"))
                .then(|| Danger::Program(format!("data:{kind}")));
        }
        "file" => return Some(Danger::Disk),
        // The letter of a drive.
        _ if scheme.len() == 1 => return Some(Danger::Disk),
        _ => {}
    }
    let site = host(address)?;
    if let Some((name, host)) = site.rsplit_once('@') {
        let name = name.split(':').next().unwrap_or(name);
        return is_web_name(name).then(|| Danger::NameInFront { site: host.to_owned() });
    }
    let Form::Markdown(inline) = pointer.form else { return None };
    let InlineKind::Link { automatic: false, inlines, .. } = &inline.kind else { return None };
    let text = plain_text(inlines);
    let shown = host_shown(beginning(&text))?;
    let is_archive = ARCHIVES.iter().any(|archive| is_within(&site, archive));
    (!is_archive && !are_related(&shown, &site)).then_some(Danger::OtherSite { shown, site })
}

/// The first bytes of a text, without blanks before it.
fn beginning(text: &str) -> &str {
    let text = text.trim_start();
    text.get(..LONGEST_ADDRESS).unwrap_or(if text.len() > LONGEST_ADDRESS { "" } else { text })
}

/// An address as browsers read it: without control characters and the blanks before it (WHATWG URL, section 4.4), the
/// scheme and the site in small letters.
fn as_browsers_read(address: &str) -> String {
    let read = address.trim_start_matches(|letter: char| letter <= ' ' || letter.is_whitespace()).chars();
    let read = read.filter(|letter| !letter.is_control() && !matches!(letter, '\u{200b}'..='\u{200f}' | '\u{feff}'));
    read.flat_map(char::to_lowercase).collect()
}

/// The site of an address, with a user's name if it has one.
fn host(address: &str) -> Option<String> {
    let rest = ["https:", "http:", ""].iter().find_map(|scheme| address.strip_prefix(scheme)?.strip_prefix("//"))?;
    let authority = rest.split(['/', '?', '#', '\\']).next().unwrap_or("");
    let (name, host) = authority.rsplit_once('@').map_or((None, authority), |(name, host)| (Some(name), host));
    let host = host.split(':').next().unwrap_or(host).trim_end_matches('.');
    let host = host.strip_prefix("www.").unwrap_or(host);
    (!host.is_empty()).then(|| name.map_or_else(|| host.to_owned(), |name| format!("{name}@{host}")))
}

/// The site that a link's text shows, if the whole text is an address of the web.
fn host_shown(text: &str) -> Option<String> {
    let text = text.trim();
    if text.contains(char::is_whitespace) || !text.contains('.') {
        return None;
    }
    let text = as_browsers_read(text.trim_matches(['<', '>', '(', ')', '«', '»', '"', '“', '”', ',']));
    if let Some(host) = host(&text) {
        return host.contains('.').then_some(host).filter(|host| !host.contains(['{', '…', '*', '[']));
    }
    let name = text.split(['/', '?', '#']).next().unwrap_or("");
    let name = name.trim_end_matches('.');
    let bare = name.strip_prefix("www.").unwrap_or(name);
    // `Amazon.com` may be a company's name, `datos.gob.mx` is none.
    let is_address = name.len() > bare.len() || bare.matches('.').count() > 1 || bare.starts_with("gob.");
    (is_address && is_web_name(name)).then(|| bare.to_owned())
}

/// Whether two sites are one, one is a part of the other, or both are parts of one.
fn are_related(one: &str, other: &str) -> bool {
    if is_within(one, other) || is_within(other, one) {
        return true;
    }
    let owner = |site: &str| -> Option<String> {
        let mut labels = site.rsplit('.');
        let (top, second) = (labels.next()?, labels.next()?);
        // Below `gob.mx` and `co.uk` the third label tells whose it is.
        let is_public = second.len() <= 3 || matches!(second, "info");
        let third = labels.next();
        Some(if is_public { format!("{}.{second}.{top}", third?) } else { format!("{second}.{top}") })
    };
    owner(one).is_some_and(|own| owner(other).is_some_and(|other| own == other))
}

/// Whether a site is another or a part of it.
fn is_within(site: &str, whole: &str) -> bool {
    site.strip_suffix(whole).is_some_and(|rest| rest.is_empty() || rest.ends_with('.'))
}

/// HTML's text with the entities decoded that may hide a scheme.
fn without_entities(html: &str) -> String {
    let mut parts = html.split('&');
    let mut decoded = parts.next().unwrap_or("").to_owned();
    for part in parts {
        let (name, rest) = part.split_once(';').unwrap_or_else(|| {
            let end = part.find(|letter: char| !letter.is_ascii_alphanumeric() && letter != '#').unwrap_or(part.len());
            part.split_at(end)
        });
        let number = name.strip_prefix('#').and_then(|digits| match digits.strip_prefix(['x', 'X']) {
            Some(digits) => u32::from_str_radix(digits, 16).ok(),
            None => digits.parse().ok(),
        });
        let letter = match name {
            "colon" => Some(':'),
            "Tab" => Some('\t'),
            "NewLine" => Some('\n'),
            "amp" => Some('&'),
            _ => number.and_then(char::from_u32),
        };
        if let Some(letter) = letter {
            decoded.push(letter);
            decoded.push_str(rest);
        } else {
            decoded.push('&');
            decoded.push_str(part);
        }
    }
    decoded
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lint::testing::{Trial, hints};
    use crate::messages::Locale;
    use proptest::prelude::*;

    fn trial() -> Trial {
        Trial::of("unsafe-link")
    }

    #[test]
    fn links_that_run_programs_are_reported_however_they_are_written() {
        let text = "[a](⟦javascript:alert(1)⟧) [b](<⟦JavaScript:void(0)⟧>) ⟦[c](java&#10;script:x)⟧ \
                    [d](⟦vbscript:x⟧) [e](⟦data:text/html;base64,PHA+⟧) <a href=\"⟦&#106;avascript&colon;x⟧\">f</a> \
                    ⟦[g][x]⟧ <a href='⟦ \u{1}javascript:x⟧'>h</a>\n\n[x]: javascript:x\n";
        let findings = trial().file("es/a.md", text).lint();
        let expected = "Escriba la dirección de la página, o quite el enlace";
        assert_eq!(hints(&findings[..1], Locale::Spanish), [expected]);
        assert!(findings.iter().all(|finding| finding.severity == Severity::Error));
        trial()
            .file("en/a.md", "[a](⟦javascript:alert(1)⟧)")
            .says(Locale::English, &["This link runs a program instead of leading to a page: “javascript:”"]);
    }

    #[test]
    fn links_to_the_disk_of_one_computer_are_reported() {
        let text = "[a](⟦file:///home/ana/a.pdf⟧) [b](⟦C:/Politica/a.docx⟧) ![c](<⟦FILE:a.png⟧>)\n";
        let expected = "Este enlace lleva al disco de una computadora: nadie más puede abrirlo";
        trial().file("es/a.md", text).says(Locale::Spanish, &[expected; 3]);
    }

    #[test]
    fn a_text_that_is_the_address_of_another_site_is_reported() {
        let text = "⟦[https://www.gob.mx/tramites](https://gob-mx.example/tramites)⟧ \
                    ⟦[datos.gob.mx](https://datos.example.org)⟧ ⟦[**www.inegi.org.mx**](//x.example)⟧ \
                    [banco](⟦https://www.banco.com.mx@malo.example/x⟧)\n";
        trial().file("es/a.md", text).says(
            Locale::Spanish,
            &[
                "El texto de este enlace es una dirección de «gob.mx», pero lleva a «gob-mx.example»",
                "El texto de este enlace es una dirección de «datos.gob.mx», pero lleva a «datos.example.org»",
                "El texto de este enlace es una dirección de «inegi.org.mx», pero lleva a «x.example»",
                "Esta dirección parece de otro sitio, pero lleva a «malo.example»",
            ],
        );
    }

    #[test]
    fn ordinary_links_are_left_alone() {
        let text = "[a](https://www.gob.mx) [https://gob.mx/a](http://www.gob.mx/b) <https://a.mx> [gob.mx](https://datos.gob.mx) \
                    [datos.gob.mx](https://datos.gob.mx:8080/x) [docs.github.com](https://help.github.com) \
                    [Amazon.com](https://es.wikipedia.org/wiki/Amazon.com) [guia.es.md](guia.md) [Node.js](https://nodejs.org) \
                    [a](data.csv) [a](mailto:x@y.mx) [x@y.mx](mailto:x@y.mx) [a](tel:+52-1) ![a](data:image/png;base64,x) \
                    ![a](data:image/svg+xml,x) [https://x.gob.mx](https://web.archive.org/web/2020/https://x.gob.mx) \
                    [a](https://ana@x.mx/y) `[a](javascript:x)` [v1.2.3](https://x.mx) [javascript: qué es](a.md#javascript:x) \
                    [ftp](ftp://x.mx) [a](javascript.md) [a](https://x.mx/a?u=javascript:x)\n";
        trial().file("es/a.md", text).lint();
    }

    proptest! {
        #[test]
        fn any_link_can_be_read(target in "[a-zñ:/@.&#;x0-9<> %\\\\]{0,40}", text in "[a-z.:/ ñ]{0,20}") {
            let marked = format!("[{text}]({target}) <a href=\"{target}\">x</a>");
            let policy = trial().file("es/a.md", &marked).policy();
            let outcome = crate::lint::lint(&policy, &crate::lint::Options::default()).unwrap();
            for finding in outcome.findings {
                prop_assert!(marked.get(finding.span.range()).is_some());
            }
        }
    }
}
