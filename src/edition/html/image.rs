//! Images, which the page holds in itself.
//!
//! A drawing may hold a program, but stands in an `<img>` only, never as markup of the page: what is drawn there runs no
//! script and loads nothing (SVG 2, section 2.7, "secure static mode"), and the page's security policy allows neither.

use super::super::publication::ImageFormat;
use super::writer::Writer;
use super::{escape, site};
use crate::model::{Document, Finding, Fingerprint, Inline, Message, Severity, Span};
use base64::prelude::{BASE64_STANDARD, Engine as _};

impl<'a> Writer<'_, 'a> {
    /// Writes an image, or its text alternative where there is no such image.
    pub(super) fn image(&mut self, span: Span, written: &'a str, title: &str, alternative: &'a [Inline<'a>]) {
        let Some(document) = self.document else { return };
        let alternative = self.plain(alternative);
        let Some(image) = self.publication.image(document, written) else {
            self.findings.push(left_out(document, span, written));
            escape::push(&mut self.out, &alternative);
            return;
        };
        self.out.push_str("<img src=\"");
        if self.site.is_some() {
            escape::push_fragment(&mut self.out, &site::image_file(image));
        } else {
            self.out.push_str("data:");
            self.out.push_str(media_type(image.format));
            self.out.push_str(";base64,");
            BASE64_STANDARD.encode_string(&image.bytes, &mut self.out);
        }
        self.out.push('"');
        self.attribute("alt", &alternative);
        if !title.is_empty() {
            self.attribute("title", title);
        }
        self.out.push('>');
    }
}

fn left_out(document: &Document<'_>, span: Span, written: &str) -> Finding {
    Finding {
        rule: "edition-image-left-out",
        severity: Severity::Warning,
        path: document.path.clone(),
        span,
        message: Message::new("edition-image-left-out").with("target", written),
        hints: vec![Message::new("edition-image-left-out-hint")],
        related: Vec::new(),
        fix: None,
        fingerprint: Fingerprint::default(),
    }
}

pub(super) const fn media_type(format: ImageFormat) -> &'static str {
    match format {
        ImageFormat::Svg => "image/svg+xml",
        ImageFormat::Png => "image/png",
        ImageFormat::Jpeg => "image/jpeg",
        ImageFormat::Gif => "image/gif",
        ImageFormat::WebP => "image/webp",
    }
}
