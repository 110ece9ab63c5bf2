//! What stands beside the heading of a section: that it changed since the last release, and the way to the same section in
//! other languages.

use super::super::writer::Writer;
use super::super::{escape, names};
use crate::model::Message;
use std::fmt::Write as _;

impl Writer<'_, '_> {
    /// Writes the links behind the heading of the section with an anchor.
    pub(in crate::edition::html) fn beside_heading(&mut self, anchor: &str, title: &str) {
        let Some(view) = self.site else { return };
        if let Some((address, changes)) = view.changed(anchor).zip(self.publication.changes()) {
            let words = self.publication.words;
            let message = Message::new("site-changed").with("since", changes.since.as_str());
            let label = Message::new("site-changed-in").with("since", changes.since.as_str()).with("title", title);
            let _ = write!(self.out, "<a class=\"changed-since\" href=\"{address}\"");
            self.attribute("aria-label", &words.text(&label));
            let _ = write!(self.out, "{}>", self.words.language);
            escape::push(&mut self.out, &words.text(&message));
            self.out.push_str("</a>");
        }
        for (language, addresses) in &view.site.siblings {
            let Some(file) = addresses.get(anchor) else { continue };
            let message = Message::new("site-translation").with("language", names::of(language)).with("title", title);
            let label = self.publication.words.text(&message);
            let _ = write!(self.out, "<a class=\"translation\" hreflang=\"{language}\" href=\"../{language}/");
            escape::push_fragment(&mut self.out, file);
            self.out.push('#');
            escape::push_fragment(&mut self.out, anchor);
            self.out.push('"');
            self.attribute("aria-label", &label);
            let _ = write!(self.out, "{}>{}</a>", self.words.language, language.primary());
        }
    }
}
