//! Images, which the page holds in itself.
//!
//! A drawing may hold a program, but stands in an `<img>` only, never as markup of the page: what is drawn there runs no
//! script and loads nothing (SVG 2, section 2.7, "secure static mode"), and the page's security policy allows neither.

use super::super::publication::ImageFormat;
use super::writer::Writer;
use super::{escape, site};
use crate::model::{Document, Finding, Fingerprint, Inline, Message, Severity, Span};

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
            push_base64(&mut self.out, &image.bytes);
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

/// Appends bytes in Base64 (RFC 4648, section 4).
pub(super) fn push_base64(out: &mut String, bytes: &[u8]) {
    const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    // So many groups at a time that joining them to the text costs nothing.
    const GROUPS: usize = 256;
    out.reserve(bytes.len().div_ceil(3) * 4);
    for part in bytes.chunks(3 * GROUPS) {
        let mut digits = [b'='; 4 * GROUPS];
        for (group, digits) in part.chunks(3).zip(digits.chunks_exact_mut(4)) {
            let (second, third) = (group.get(1).copied(), group.get(2).copied());
            let bits = u32::from_be_bytes([0, group[0], second.unwrap_or(0), third.unwrap_or(0)]);
            let digit = |place: u32| ALPHABET[(bits >> (18 - 6 * place)) as usize & 63];
            (digits[0], digits[1]) = (digit(0), digit(1));
            if second.is_some() {
                digits[2] = digit(2);
            }
            if third.is_some() {
                digits[3] = digit(3);
            }
        }
        out.push_str(std::str::from_utf8(&digits[..part.len().div_ceil(3) * 4]).unwrap_or_default());
    }
}

#[cfg(test)]
mod tests {
    use super::push_base64;

    /// The test vectors of RFC 4648, section 10.
    #[test]
    fn base64_is_that_of_the_standard() {
        let vectors =
            [("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="), ("fooba", "Zm9vYmE=")];
        for (bytes, expected) in vectors {
            let mut out = String::new();
            push_base64(&mut out, bytes.as_bytes());
            assert_eq!(out, expected);
        }
    }
}
