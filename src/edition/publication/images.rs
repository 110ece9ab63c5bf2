//! The images that a text names, read from the policy's files.

use crate::edition::fonts::in_manifest;
use crate::edition::selection::ascii_name;
use crate::error::Result;
use crate::model::{Document, DocumentPath, Inline, InlineKind, Message};
use crate::policy::Policy;
use sha2::{Digest, Sha256};
use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::fmt::Write as _;
use std::sync::OnceLock;

/// An image of the policy.
#[derive(Clone, Debug)]
pub struct Image {
    /// The file.
    pub bytes: Vec<u8>,
    /// Its format.
    pub format: ImageFormat,
    /// The name of the policy's file, without folder and ending.
    stem: String,
    /// Its name in an edition, once somebody has asked.
    name: OnceLock<String>,
}

impl Image {
    /// The image in a file; `None` if it has no known format.
    fn of(path: &DocumentPath, bytes: Vec<u8>) -> Option<Self> {
        let format = ImageFormat::of(&bytes)?;
        let name = path.file_name();
        let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem).to_owned();
        Some(Self { bytes, format, stem, name: OnceLock::new() })
    }

    /// A name for it in an edition of several files: that of the policy's file in ASCII with a hash of its bytes, so that
    /// equal names are equal images.
    #[must_use]
    pub fn name(&self) -> &str {
        self.name.get_or_init(|| {
            let mut hash = String::new();
            for byte in Sha256::digest(&self.bytes).iter().take(6) {
                let _ = write!(hash, "{byte:02x}");
            }
            let stem = ascii_name(&self.stem);
            let stem = if stem.is_empty() { "image" } else { &stem };
            format!("{stem}-{hash}.{}", self.format.extension())
        })
    }
}

/// The formats of image that enter an edition, told by their first bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ImageFormat {
    /// Scalable Vector Graphics.
    Svg,
    /// Portable Network Graphics.
    Png,
    /// JPEG.
    Jpeg,
    /// Graphics Interchange Format.
    Gif,
    /// WebP.
    WebP,
}

impl ImageFormat {
    /// The usual ending of its files, without the dot.
    #[must_use]
    pub const fn extension(self) -> &'static str {
        match self {
            Self::Svg => "svg",
            Self::Png => "png",
            Self::Jpeg => "jpg",
            Self::Gif => "gif",
            Self::WebP => "webp",
        }
    }

    /// Tells a format by the signature at the head of the file.
    #[must_use]
    pub fn of(bytes: &[u8]) -> Option<Self> {
        match bytes {
            [0x89, b'P', b'N', b'G', 0x0d, 0x0a, 0x1a, 0x0a, ..] => Some(Self::Png),
            [0xff, 0xd8, 0xff, ..] => Some(Self::Jpeg),
            [b'G', b'I', b'F', b'8', b'7' | b'9', b'a', ..] => Some(Self::Gif),
            [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..] => Some(Self::WebP),
            _ => {
                let head = &bytes[..bytes.len().min(4096)];
                let text = String::from_utf8_lossy(head);
                let text = text.trim_start_matches('\u{feff}').trim_start();
                let opens = text.starts_with("<svg") || text.starts_with("<?xml") || text.starts_with("<!");
                (opens && text.contains("<svg")).then_some(Self::Svg)
            }
        }
    }
}

/// The path that an image's target names.
pub(super) fn path(document: &Document<'_>, written: &str) -> Option<DocumentPath> {
    let plain = written.split(['?', '#']).next().unwrap_or(written);
    if plain.is_empty() || super::scheme(plain).is_some() {
        return None;
    }
    document.path.resolve(plain)
}

/// The files that a document names as images, as often as it names them.
pub(super) fn named(document: &Document<'_>) -> Vec<DocumentPath> {
    let mut named = Vec::new();
    document.for_each_run(|run| {
        for inline in run.iter().flat_map(Inline::with_descendants) {
            if let InlineKind::Image { target, .. } = &inline.kind {
                named.extend(path(document, target));
            }
        }
    });
    named
}

/// The formats that an emblem may have: those that every edition can set.
const LOGO_FORMATS: [ImageFormat; 3] = [ImageFormat::Svg, ImageFormat::Png, ImageFormat::Jpeg];

/// Reads the emblem that the manifest names.
///
/// # Errors
/// If it is not among the policy's files, cannot be read, or has another format.
pub(super) fn logo(policy: &Policy) -> Result<Option<Image>> {
    let Some(logo) = &policy.manifest.edition.logo else { return Ok(None) };
    let refused = |id| {
        let message = Message::new(id).with("path", logo.value.as_str());
        in_manifest(policy, message, logo.position)
    };
    if !policy.files.contains(&logo.value) {
        return Err(refused("edition-logo-missing").hint(Message::new("edition-logo-missing-hint")));
    }
    let bytes = policy.files.read(&logo.value)?;
    match Image::of(&logo.value, bytes).filter(|image| LOGO_FORMATS.contains(&image.format)) {
        Some(image) => Ok(Some(image)),
        None => Err(refused("edition-logo-format").hint(Message::new("edition-logo-format-hint"))),
    }
}

/// Reads every image of the policy that the documents name, once.
pub(super) fn read(policy: &Policy, documents: &[Document<'_>]) -> Result<HashMap<DocumentPath, Image>> {
    let mut images = HashMap::new();
    for path in documents.iter().flat_map(named) {
        if let Entry::Vacant(entry) = images.entry(path)
            && policy.files.contains(entry.key())
        {
            let bytes = policy.files.read(entry.key())?;
            if let Some(image) = Image::of(entry.key(), bytes) {
                entry.insert(image);
            }
        }
    }
    Ok(images)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formats_are_told_by_their_signature() {
        assert_eq!(ImageFormat::of(b"\x89PNG\r\n\x1a\n..."), Some(ImageFormat::Png));
        assert_eq!(ImageFormat::of(b"\xff\xd8\xff\xe0"), Some(ImageFormat::Jpeg));
        assert_eq!(ImageFormat::of(b"GIF89a"), Some(ImageFormat::Gif));
        assert_eq!(ImageFormat::of(b"RIFF....WEBPVP8 "), Some(ImageFormat::WebP));
        assert_eq!(ImageFormat::of(b"<?xml version=\"1.0\"?>\n<!-- x --><svg/>"), Some(ImageFormat::Svg));
        assert_eq!(ImageFormat::of(b"<html><svg></svg></html>"), None);
        assert_eq!(ImageFormat::of(b""), None);
    }
}
