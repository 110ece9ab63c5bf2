//! Headings whose marker was typed twice, so that the second one stands in the title.

use crate::lint::context::DocumentContext;
use crate::lint::finding::{Findings, Observation};
use crate::lint::rule::{Check, Documentation, Rule};
use crate::model::{BlockKind, Document, Edit, Fix, Heading, Inline, InlineKind, Message, Severity, Span};
use std::collections::HashSet;
use std::ops::Range;

/// The rule.
pub const RULE: Rule = Rule {
    name: "doubled-marker",
    default: Some(Severity::Warning),
    check: Check::Document(check),
    messages: &["lint-doubled-marker", "lint-doubled-marker-hint"],
    documentation: [
        Documentation(include_str!("doubled_marker.es.md")),
        Documentation(include_str!("doubled_marker.en.md")),
    ],
};

fn check(context: &DocumentContext<'_>, findings: &mut Findings<'_>) {
    let document = context.document;
    if !may_be_doubled(document.text) {
        return;
    }
    let mut linked = None;
    for section in document.all_sections() {
        if let Some(doubled) = Doubled::find(&section.heading, document.text) {
            // Without the marker the title makes another anchor, and a link would lose its way.
            let loses = section.heading.id.is_none()
                && linked.get_or_insert_with(|| linked_here(document)).contains(section.anchor.as_str());
            findings.add(doubled.observation(context, !loses));
        }
    }
    for block in document.all_blocks() {
        if let BlockKind::Heading(heading) = &block.kind
            && let Some(doubled) = Doubled::find(heading, document.text)
        {
            findings.add(doubled.observation(context, true));
        }
    }
}

/// Whether anywhere in a text a run of `#` comes after another and blanks.
fn may_be_doubled(text: &str) -> bool {
    let bytes = text.as_bytes();
    memchr::memchr_iter(b'#', bytes).any(|place| {
        let mut after = bytes[place + 1..].iter();
        matches!(after.next(), Some(b' ' | b'\t')) && after.find(|byte| !matches!(byte, b' ' | b'\t')) == Some(&b'#')
    })
}

/// The anchors of this document that its own links lead to.
fn linked_here<'a>(document: &'a Document<'_>) -> HashSet<&'a str> {
    let mut linked = HashSet::new();
    document.for_each_run(|inlines| {
        for inline in inlines.iter().flat_map(Inline::with_descendants) {
            if let InlineKind::Link { target, .. } = &inline.kind {
                linked.extend(target.strip_prefix('#'));
            }
        }
    });
    linked
}

/// Markers that stand in a title.
struct Doubled<'a> {
    /// The markers.
    written: &'a str,
    /// Where they stand.
    span: Span,
    /// The same with the blanks that follow.
    removed: Span,
}

impl<'a> Doubled<'a> {
    /// The markers that follow a heading's own; `None` where a title goes with its `#`, as `# 1` may stand for a number.
    fn find(heading: &Heading<'_>, text: &'a str) -> Option<Self> {
        let start = heading.span.range().start;
        let line = text.get(heading.span.range())?.lines().next()?;
        let mut rest = after_marker(line)?;
        let first = line.len() - rest.len();
        let mut last: Option<Range<usize>> = None;
        while let Some(after) = after_marker(rest) {
            let begin = line.len() - rest.len();
            let length = rest.len() - rest.trim_start_matches('#').len();
            last = Some(begin..begin + length);
            rest = after;
        }
        let markers = first..last?.end;
        // A closing sequence is no title.
        if rest.trim_matches(['#', ' ', '\t']).is_empty() {
            return None;
        }
        let is_number = rest.starts_with(|letter: char| letter.is_ascii_digit());
        if markers.len() == 1 && is_number {
            return None;
        }
        let span = Span::new(start + markers.start..start + markers.end);
        let removed = Span::new(start + markers.start..start + line.len() - rest.len());
        Some(Self { written: &line[markers], span, removed })
    }

    fn observation(&self, context: &DocumentContext<'_>, safe: bool) -> Observation {
        let message = Message::new("lint-doubled-marker").with("marker", self.written);
        let edits = vec![Edit { span: self.removed, text: String::new() }];
        Observation::new(&context.document.path, self.span, message)
            .hint(Message::new("lint-doubled-marker-hint"))
            .fix(Fix { edits, safe })
    }
}

/// What follows a heading's marker and its blanks.
fn after_marker(line: &str) -> Option<&str> {
    let rest = line.trim_start_matches('#');
    let title = rest.trim_start_matches([' ', '\t']);
    ((1..=6).contains(&(line.len() - rest.len())) && title.len() < rest.len()).then_some(title)
}

#[cfg(test)]
mod tests {
    use crate::lint::testing::{Trial, hints};
    use crate::messages::Locale;

    fn trial() -> Trial {
        Trial::of("doubled-marker")
    }

    /// The text with the fixes of its findings, each of which has one.
    fn fixed(marked: &str) -> String {
        let mut text = marked.replace(['⟦', '⟧'], "");
        for finding in trial().file("es/a.md", marked).lint().iter().rev() {
            let fix = finding.fix.as_ref().unwrap();
            assert!(fix.safe);
            text.replace_range(fix.edits[0].span.range(), &fix.edits[0].text);
        }
        text
    }

    #[test]
    fn a_marker_typed_twice_is_reported_where_it_is_repeated() {
        let trial = trial().file("es/a.md", "# Datos\n\n## ⟦##⟧ Plazos\n\nTexto.\n");
        trial.says(Locale::Spanish, &["El título empieza con la marca «##», que se lee como texto"]);
        trial.says(Locale::English, &["The title begins with the marker “##”, which reads as text"]);
        assert_eq!(hints(&trial.lint(), Locale::Spanish), ["Quite la marca repetida"]);
    }

    #[test]
    fn the_fix_leaves_the_first_marker_and_so_the_level() {
        for (text, expected) in [
            ("## ⟦##⟧ Plazos\n", "## Plazos\n"),
            ("# ⟦###⟧  1. Objeto ##\r\n", "# 1. Objeto ##\r\n"),
            ("### ⟦# ## ###⟧ *Plazos* {#plazos}", "### *Plazos* {#plazos}"),
            ("  ##\t⟦##⟧\tPlazos\n", "  ##\tPlazos\n"),
            ("> ## ⟦##⟧ Cita\n\n- # ⟦#⟧ Lista\n", "> ## Cita\n\n- # Lista\n"),
        ] {
            assert_eq!(fixed(text), expected);
        }
    }

    #[test]
    fn a_title_that_a_link_reaches_by_its_marker_is_not_fixed_unasked() {
        let text = "[a](#-plazos)\n\n## ⟦##⟧ Plazos\n\n[b](#uno)\n\n## ⟦##⟧ Uno {#uno}\n";
        let findings = trial().file("es/a.md", text).lint();
        assert_eq!(
            findings.iter().map(|finding| finding.fix.as_ref().unwrap().safe).collect::<Vec<_>>(),
            [false, true]
        );
    }

    #[test]
    fn other_signs_in_titles_are_left_alone() {
        let text = "# #Datos\n\n# # 1 en datos\n\n# \\# Almohadilla\n\n# # #\n\n## ##\n\n# Lenguaje C # y otros\n\n\
            ## &#35; Signo\n\n# `# código`\n\n####### # Siete\n\n\\# # Texto\n\nTexto # # texto\n";
        trial().file("es/a.md", &format!("{text}\n```sh\n## ## código\n```\n\n- - lista\n> > cita\n")).lint();
    }
}
