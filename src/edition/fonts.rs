//! The policy's own fonts: OpenType and TrueType files of the folder that its manifest names.
//!
//! A file is known by its family, weight and slope, as it says itself. Nothing is set with it here.

use crate::config::MANIFEST;
use crate::error::{Error, Result};
use crate::model::{DocumentPath, Message, Position};
use crate::policy::Policy;
use std::collections::BTreeSet;
use std::sync::Arc;
use ttf_parser::{Face, Permissions, name_id};

/// Endings of the names of files that must be fonts.
const ENDINGS: [&str; 2] = [".otf", ".ttf"];

/// The axis of weight of a variable font.
const WEIGHT: &[u8; 4] = b"wght";

/// A font file of the policy.
#[derive(Clone, Debug)]
pub struct OwnFont {
    /// The file.
    pub bytes: Arc<[u8]>,
    /// Its family.
    pub family: String,
    /// Its weight, from and to: both are the same unless the font is variable. 400 is regular.
    pub weights: (u16, u16),
    /// Whether it is slanted.
    pub is_italic: bool,
}

impl OwnFont {
    /// Whether the file is CFF-flavoured, as the first bytes of OTF files say.
    #[must_use]
    pub fn is_otf(&self) -> bool {
        self.bytes.starts_with(b"OTTO")
    }

    /// Reads a font file; `None` if it is none.
    fn read(bytes: Vec<u8>) -> Option<(Self, bool)> {
        let face = Face::parse(&bytes, 0).ok()?;
        let name = |id| {
            let mut names = face.names().into_iter().filter(|name| name.name_id == id && name.is_unicode());
            names.find_map(|name| name.to_string()).filter(|name| !name.trim().is_empty())
        };
        let family = name(name_id::TYPOGRAPHIC_FAMILY).or_else(|| name(name_id::FAMILY))?.trim().to_owned();
        let axis = face.variation_axes().into_iter().find(|axis| axis.tag.to_bytes() == *WEIGHT);
        let own = face.weight().to_number();
        let weights = axis.map_or((own, own), |axis| (weight(axis.min_value), weight(axis.max_value)));
        let is_italic = face.is_italic() || face.is_oblique();
        let may_be_embedded = face.permissions() != Some(Permissions::Restricted);
        Some((Self { family, weights, is_italic, bytes: bytes.into() }, may_be_embedded))
    }
}

/// A weight of an axis as CSS has it, from 1 to 1000.
fn weight(value: f32) -> u16 {
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "it is between 1 and 1000")]
    let weight = value.clamp(1.0, 1000.0) as u16;
    weight
}

/// The fonts of the folder that the manifest names, in the order of their paths.
///
/// # Errors
/// If there is no font there, a file is none or may not be embedded, or a family that the manifest names is missing.
pub(super) fn read(policy: &Policy) -> Result<Vec<OwnFont>> {
    let settings = &policy.manifest.edition;
    let mut fonts = Vec::new();
    if let Some(folder) = &settings.fonts {
        for path in policy.files.list()?.iter().filter(|path| folder.value.holds(path.as_str()) && is_font(path)) {
            let refused = |id| Error::input(Message::new(id)).at(policy.files.display(path), None);
            let read = OwnFont::read(policy.files.read(path)?);
            let (font, may_be_embedded) =
                read.ok_or_else(|| refused("edition-font-broken").hint(Message::new("edition-font-broken-hint")))?;
            if !may_be_embedded {
                return Err(refused("edition-font-restricted").hint(Message::new("edition-font-restricted-hint")));
            }
            fonts.push(font);
        }
        if fonts.is_empty() {
            let message = Message::new("edition-fonts-none").with("folder", folder.value.as_str());
            return Err(in_manifest(policy, message, folder.position).hint(Message::new("edition-fonts-none-hint")));
        }
    }
    for wanted in settings.font.named() {
        if !fonts.iter().any(|font| font.family == wanted.value) {
            let message = Message::new("edition-font-unknown").with("family", wanted.value.as_str());
            let families: BTreeSet<&str> = fonts.iter().map(|font| font.family.as_str()).collect();
            let hint = if families.is_empty() {
                Message::new("edition-font-no-folder-hint")
            } else {
                let families: Vec<&str> = families.into_iter().collect();
                Message::new("edition-font-unknown-hint").with("families", families.join(", "))
            };
            return Err(in_manifest(policy, message, wanted.position).hint(hint));
        }
    }
    Ok(fonts)
}

/// An error at a place of the policy's manifest.
pub(super) fn in_manifest(policy: &Policy, message: Message, position: Position) -> Error {
    let file = DocumentPath::new(MANIFEST).map_or_else(|| MANIFEST.to_owned(), |path| policy.files.display(&path));
    Error::configuration(message).at(file, Some(position))
}

fn is_font(path: &DocumentPath) -> bool {
    let name = path.file_name().to_ascii_lowercase();
    ENDINGS.iter().any(|ending| name.ends_with(ending))
}
