//! Addresses of the web that stand in the text without being links.

use crate::lint::context::DocumentContext;
use crate::lint::finding::{Findings, Observation};
use crate::lint::rule::{Check, Documentation, Rule};
use crate::model::{Edit, Fix, Inline, InlineKind, Message, Span};
use memchr::memmem;

/// The rule.
pub const RULE: Rule = Rule {
    name: "bare-url",
    default: None,
    check: Check::Document(check),
    messages: &["lint-bare-url", "lint-bare-url-hint"],
    documentation: [Documentation(include_str!("bare_url.es.md")), Documentation(include_str!("bare_url.en.md"))],
};

fn check(context: &DocumentContext<'_>, findings: &mut Findings<'_>) {
    let text = context.document.text;
    if memmem::find(text.as_bytes(), b"://").is_some() {
        context.document.for_each_run(|inlines| run(context, inlines, findings));
    }
}

/// Looks at inlines, which nest at most as deep as the parser lets them; links and images are left out.
fn run(context: &DocumentContext<'_>, inlines: &[Inline<'_>], findings: &mut Findings<'_>) {
    let text = context.document.text;
    let mut is_html_link = false;
    for inline in inlines {
        match &inline.kind {
            InlineKind::Link { .. } | InlineKind::Image { .. } => {}
            InlineKind::Html => {
                let tag = text.get(inline.span.range()).unwrap_or("").to_ascii_lowercase();
                is_html_link = (is_html_link || tag.starts_with("<a ") || tag.starts_with("<a\n")) && tag != "</a>";
            }
            InlineKind::Text(_) if !is_html_link => {
                for span in addresses(text, inline.span) {
                    // `(texto)[https://…]` is another fault, which angle brackets would not mend.
                    if text.get(..span.range().start).is_some_and(|before| before.ends_with(")[")) {
                        continue;
                    }
                    let written = text.get(span.range()).unwrap_or("");
                    let edit = Edit { span, text: format!("<{written}>") };
                    let observation = Observation::new(&context.document.path, span, Message::new("lint-bare-url"));
                    let hint = Message::new("lint-bare-url-hint");
                    findings.add(observation.hint(hint).fix(Fix { edits: vec![edit], safe: true }));
                }
            }
            _ if !is_html_link => run(context, inline.children(), findings),
            _ => {}
        }
    }
}

/// The addresses in a part of a text.
fn addresses(text: &str, part: Span) -> Vec<Span> {
    let source = text.get(part.range()).unwrap_or("");
    let mut found: Vec<Span> = Vec::new();
    for middle in memmem::find_iter(source.as_bytes(), "://") {
        let Some(scheme) = ["https", "http", "ftp"].iter().find(|scheme| {
            middle >= scheme.len()
                && source.as_bytes()[middle - scheme.len()..middle].eq_ignore_ascii_case(scheme.as_bytes())
        }) else {
            continue;
        };
        let start = middle - scheme.len();
        let is_new = found.last().is_none_or(|before| part.range().start + start >= before.range().end);
        if source[..start].ends_with(|letter: char| letter.is_alphanumeric()) || !is_new {
            continue;
        }
        let rest = &source[start..];
        let end = rest
            .find(|letter: char| letter.is_whitespace() || matches!(letter, '<' | '>' | '"' | '«' | '»' | '“' | '”'));
        let length = without_punctuation(&rest[..end.unwrap_or(rest.len())]).len();
        if length > scheme.len() + 3 {
            let start = part.range().start + start;
            found.push(Span::new(start..start + length));
        }
    }
    found
}

/// An address without the punctuation of the sentence that it stands in; a parenthesis that it opens itself is its own.
fn without_punctuation(address: &str) -> &str {
    let mut address = address;
    let mut surplus = address.matches(')').count().saturating_sub(address.matches('(').count());
    while let Some(last) = address.chars().next_back() {
        match last {
            '.' | ',' | ';' | ':' | '!' | '?' | '\'' | '*' | '_' | ']' | '}' | '…' | '’' | '|' => {}
            ')' if surplus > 0 => surplus -= 1,
            _ => break,
        }
        address = &address[..address.len() - last.len_utf8()];
    }
    address
}

#[cfg(test)]
mod tests {
    use crate::lint::testing::{Trial, fixed};
    use crate::messages::Locale;
    use crate::model::Severity;

    fn trial() -> Trial {
        Trial::of("bare-url")
    }

    #[test]
    fn bare_addresses_are_reported_without_the_punctuation_around_them() {
        let text = "Vea ⟦https://x.mx/a_(b)⟧, (⟦http://y.mx/c?d=1⟧). «⟦HTTPS://z.mx⟧» *⟦https://w.mx⟧* ⟦https://x.mx/a:https://y⟧\n";
        let trial = trial().file("es/a.md", text);
        trial.says(Locale::Spanish, &["Esta dirección no es un enlace"; 5]);
        let findings = trial.lint();
        assert_eq!(findings[0].severity, Severity::Warning);
        let expected = text.replacen("⟦https://x.mx/a_(b)⟧", "<https://x.mx/a_(b)>", 1).replace(['⟦', '⟧'], "");
        assert_eq!(fixed(text, &findings[0]), Some(expected));
    }

    #[test]
    fn links_code_and_html_are_left_alone() {
        let text = "<https://x.mx> [https://x.mx](https://x.mx) [a](https://x.mx) `https://x.mx` ![https://x.mx](a.png) \
                    <a href=\"https://x.mx\">https://x.mx *https://x.mx*</a> https:// (a)[https://x.mx] ://x xhttps://x.mx git://x\n\n    https://x.mx\n\n[a]: https://x.mx\n";
        trial().file("es/a.md", text).lint();
    }
}
