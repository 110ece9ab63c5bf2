//! Links with brackets and parentheses the wrong way round.

use crate::lint::context::DocumentContext;
use crate::lint::finding::{Findings, Observation, quotation};
use crate::lint::links::is_web_name;
use crate::lint::rule::{Check, Documentation, Rule};
use crate::model::{Inline, InlineKind, Message, Severity, Span};
use memchr::memmem;

/// The rule.
pub const RULE: Rule = Rule {
    name: "reversed-link",
    default: Some(Severity::Error),
    check: Check::Inline(check),
    messages: &["lint-reversed-link", "lint-reversed-link-hint"],
    documentation: [
        Documentation(include_str!("reversed_link.es.md")),
        Documentation(include_str!("reversed_link.en.md")),
    ],
};

/// Longest text of a link that is looked at, in bytes: a limit on work.
const LONGEST_TEXT: usize = 300;

/// Longest target of a link that is looked at, in bytes: a limit on work.
const LONGEST_TARGET: usize = 500;

/// Endings of the files that policies link to.
const ENDINGS: [&str; 16] = [
    ".md",
    ".markdown",
    ".html",
    ".htm",
    ".pdf",
    ".csv",
    ".docx",
    ".doc",
    ".xlsx",
    ".odt",
    ".ods",
    ".svg",
    ".png",
    ".jpg",
    ".json",
    ".txt",
];

fn check(context: &DocumentContext<'_>, inline: &Inline<'_>, findings: &mut Findings<'_>) {
    let InlineKind::Text(_) = inline.kind else { return };
    let text = context.document.text;
    let Some(source) = text.get(inline.span.range()) else { return };
    if !source.contains(')') {
        return;
    }
    for middle in memmem::find_iter(source.as_bytes(), ")[") {
        let middle = inline.span.range().start + middle;
        let Some((span, shown, target)) = reversed(text, middle) else { continue };
        let message = Message::new("lint-reversed-link");
        let hint = Message::new("lint-reversed-link-hint").with("link", quotation(&format!("[{shown}]({target})")));
        findings.add(Observation::new(&context.document.path, span, message).hint(hint));
    }
}

/// The reversed link whose `)[` stands at `middle`, with its text and its target.
fn reversed(text: &str, middle: usize) -> Option<(Span, &str, &str)> {
    let first = text.len().min(middle).saturating_sub(LONGEST_TEXT);
    let first = (first..=middle).find(|place| text.is_char_boundary(*place))?;
    let before = &text[first..middle];
    let open = before.rfind(['(', ')', '\n']).filter(|open| before[*open..].starts_with('('))?;
    let shown = &before[open + 1..];
    let rest = &text[middle + 2..];
    let close = rest.bytes().take(LONGEST_TARGET).position(|byte| matches!(byte, b']' | b'[' | b'\n'))?;
    let target = rest.get(..close).filter(|_| rest[close..].starts_with(']'))?;
    let span = Span::new(first + open..middle + 2 + close + 1);
    let is_link =
        shown.contains(char::is_alphanumeric) && is_target(target) && !rest[close + 1..].starts_with(['(', '[', ':']);
    is_link.then_some((span, shown, target))
}

/// Whether what stands between brackets can only be where a link leads.
fn is_target(written: &str) -> bool {
    if written.is_empty() || written.contains(char::is_whitespace) {
        return false;
    }
    let lower = written.to_ascii_lowercase();
    let is_address =
        ["http://", "https://", "mailto:", "ftp://", "www.", "./", "../"].iter().any(|start| lower.starts_with(start));
    let (path, _) = lower.split_once('#').unwrap_or((&lower, ""));
    let is_anchor =
        path.is_empty() && lower.len() > 2 && lower[1..].starts_with(|letter: char| letter.is_ascii_alphabetic());
    let is_file = ENDINGS.iter().any(|ending| path.len() > ending.len() && path.ends_with(ending));
    is_address || is_anchor || is_file || is_web_name(path.split('/').next().unwrap_or(""))
}

#[cfg(test)]
mod tests {
    use crate::lint::testing::{Trial, hints};
    use crate::messages::Locale;

    fn trial() -> Trial {
        Trial::of("reversed-link")
    }

    #[test]
    fn reversed_links_are_reported_whole() {
        let text = "# Vea ⟦(el *registro*)[a.md]⟧\n\nEl ⟦(registro público)[https://git.example/politica_es]⟧ y ⟦(x)[./a.md#b]⟧, ⟦(y)[#plazos]⟧ (z ⟦(w)[../a]⟧).\n\n\
                    - ⟦(a)[www.gob.mx/x?y=1&z=2]⟧\n\n| ⟦(a)[b.pdf]⟧ |\n| - |\n| ⟦(b)[mailto:x@y.mx]⟧ |\n";
        let trial = trial().file("es/a.md", text);
        trial.says(Locale::Spanish, &["Los corchetes y los paréntesis de este enlace están al revés"; 8]);
        let said = hints(&trial.lint(), Locale::Spanish);
        assert_eq!(said[1], "Escriba «[registro público](https://git.example/politica_es)»");
    }

    #[test]
    fn other_parentheses_before_brackets_are_left_alone() {
        let text = "(véase)[1] f(x)[0] (a)[^1] (a)[b] (a)[NOMBRE DEL ÁREA] (a)[x](b.md) (a)[b.md](c) ()[a.md] (a)[b.md][c] `(a)[b.md]` \
                    (a) [b.md] (a)[3.2] (a)[] (a)[b.md (a)[#1] \\(a) a)[b.md]\n\n    (a)[b.md]\n\n[b]: x.md\n\n[^1]: x\n";
        trial().file("es/a.md", text).lint();
    }
}
