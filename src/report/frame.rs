//! Draws a finding: what is wrong, the line it stands in with the place underlined, and what to do about it.

use super::places::{Place, Places};
use super::{Style, Voice};
use crate::model::{Finding, Severity};
use crate::policy::Policy;
use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};

/// Wide enough that the renderer never clips what `places` has clipped already.
const RENDERER_WIDTH: usize = 1 << 20;

/// A finding as text, without a line feed at its end.
#[must_use]
pub fn finding(finding: &Finding, policy: &Policy, places: &Places, voice: Voice<'_>) -> String {
    let words = voice.words;
    let level = match finding.severity {
        Severity::Error => Level::ERROR.with_name(words.word("error-word")),
        Severity::Warning => Level::WARNING.with_name(words.word("error-warning")),
    };
    let place = places.of(&finding.path, finding.span);
    let title = level.clone().primary_title(words.text(&finding.message)).id(finding.rule);
    let head = Group::with_title(title).element(origin(&policy.files.display(&finding.path), place));
    let mut group = Group::with_level(level);
    if let Some(Place { start, line, .. }) = place {
        let annotation = AnnotationKind::Primary.span(line.marked.clone());
        let snippet = Snippet::source(line.text.as_str()).line_start(start.line as usize).annotation(annotation);
        group = group.element(snippet);
    }
    for related in &finding.related {
        let place = places.of(&related.path, related.span);
        let at = place.map_or_else(String::new, |place| format!(":{}:{}", place.start.line, place.start.column));
        let file = super::error::one_line(&policy.files.display(&related.path));
        let text = format!("{file}{at}: {}", words.text(&related.message));
        group = group.element(Level::NOTE.with_name(words.word("error-note")).message(text));
    }
    for hint in &finding.hints {
        group = group.element(Level::HELP.with_name(words.word("error-help")).message(words.text(hint)));
    }
    // The renderer draws a rule below its first group, which would double the one above the line.
    let first = Group::with_level(Level::NOTE);
    renderer(voice.style).render(&[first, head, group]).trim_start().to_owned()
}

fn origin(file: &str, place: Option<&Place>) -> Origin<'static> {
    let origin = Origin::path(super::error::one_line(file));
    match place {
        Some(place) => origin.line(place.start.line as usize).char_column(place.start.column as usize),
        None => origin,
    }
}

const fn renderer(style: Style) -> Renderer {
    let renderer = if style.color { Renderer::styled() } else { Renderer::plain() };
    renderer.hyperlink(false).term_width(RENDERER_WIDTH)
}
