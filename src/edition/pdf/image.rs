//! Sets images, after making sure that the engine can.

use super::block::{Place, points, reaching_out};
use super::page::TALLEST_IMAGE;
use super::{Setter, glyph};
use crate::edition::publication::{Image, ImageFormat};
use crate::model::{Inline, InlineKind, Message, plain_text};
use std::collections::HashMap;
use std::collections::hash_map::Entry;
use typst::foundations::{Bytes, Content, Derived, NativeElement, Packed, Smart};
use typst::layout::{BlockElem, Rel};
use typst::loading::{DataSource, LoadSource, Loaded};
use typst::model::{FigureCaption, FigureElem, ParElem};
use typst::pdf::ArtifactKind;
use typst::syntax::{Span as EngineSpan, Spanned};
use typst::text::TextElem;
use typst::visualize::{ExchangeFormat, ImageElem, ImageFormat as EngineFormat, RasterImage, SvgImage, VectorFormat};

/// The most pixels of an image: what takes 160 MiB to decode.
const MOST_PIXELS: u64 = 40_000_000;

/// The most pixels of all images of an edition: what takes 1 GiB to decode.
const MOST_PIXELS_TOGETHER: u64 = 250_000_000;

/// The most characters of an alternative; PDF/A takes strings of at most 32,767 bytes.
const LONGEST_ALTERNATIVE: usize = 4000;

/// The most bytes of a drawing.
const LARGEST_DRAWING: usize = 4 * 1024 * 1024;

/// Points to a pixel, at 96 pixels to the inch.
const PIXEL: f64 = 0.75;

/// Elements of SVG that bring in other files, or whose drawing takes unbounded memory.
const REFUSED_ELEMENTS: [&str; 5] = ["image", "feImage", "filter", "foreignObject", "script"];

/// Why an image cannot be set; the name of a message.
pub(super) type Refusal = &'static str;

/// What is known of the images of an edition.
pub(super) struct Images {
    trust: Trust,
    /// By the place of the image in the publication.
    read: HashMap<*const Image, Result<Sound, Refusal>>,
    /// Pixels of the images read so far.
    pixels: u64,
}

impl Images {
    pub(super) fn new(trust: Trust) -> Self {
        Self { trust, read: HashMap::new(), pixels: 0 }
    }
}

/// How far the images of an edition are trusted not to break the promise of PDF/A and PDF/UA.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Trust {
    /// What can be read is set.
    Readable,
    /// Each image is set alone first, to see whether the engine takes it.
    Tried,
    /// None is set.
    Nothing,
}

impl Trust {
    fn sound(self, image: &Image, pixels: &mut u64) -> Result<Sound, Refusal> {
        if self == Self::Nothing {
            return Err("pdf-image-refused");
        }
        let sound = read(image, pixels)?;
        if self == Self::Tried {
            let alone = sound.element().with_alt(Some("image".into())).pack();
            super::try_alone(alone).map_err(|_| "pdf-image-refused")?;
        }
        Ok(sound)
    }
}

/// An image that the engine can set, with its size in points.
#[derive(Clone)]
struct Sound {
    bytes: Bytes,
    format: EngineFormat,
    width: f64,
    height: f64,
}

impl Sound {
    fn element(&self) -> ImageElem {
        let source = Spanned::new(LoadSource::Bytes, EngineSpan::detached());
        let loaded = Loaded::new(source, self.bytes.clone());
        ImageElem::new(Derived::new(DataSource::Bytes(self.bytes.clone()), loaded))
            .with_format(Smart::Custom(self.format))
    }
}

impl<'a> Setter<'_, '_, 'a> {
    /// A paragraph that holds nothing but an image, as a figure with its title as the caption.
    pub(super) fn figure(&mut self, inlines: &'a [Inline<'a>], place: Place) -> Option<Content> {
        let mut visible =
            inlines.iter().filter(|inline| !matches!(inline.kind, InlineKind::Html | InlineKind::SoftBreak));
        let (inline, None) = (visible.next()?, visible.next()) else { return None };
        let InlineKind::Image { title, .. } = &inline.kind else { return None };
        let Some(sound) = self.sound_image(inline) else { return Some(self.alternative(inline)) };
        // Only what would be small in the column reaches out of it.
        let wide = place.outdent > 0.0 && sound.width > place.width;
        let room = if wide { place.width + place.outdent } else { place.width };
        let image = self.image(inline, &sound, room);
        let content = if title.trim().is_empty() {
            BlockElem::packed(image)
        } else {
            let caption = TextElem::packed(self.settable(title, inline.span).as_ref());
            FigureElem::new(image)
                .with_caption(Some(Packed::new(FigureCaption::new(caption))))
                .with_numbering(None)
                .with_supplement(Smart::Custom(None))
                .with_outlined(false)
                .pack()
        };
        Some(if wide { reaching_out(content, place) } else { content })
    }

    /// An image within a line, if it can be set.
    pub(super) fn inline_image(&mut self, inline: &'a Inline<'a>) -> Option<Content> {
        let sound = self.sound_image(inline)?;
        Some(self.image(inline, &sound, 200.0))
    }

    fn sound_image(&mut self, inline: &'a Inline<'a>) -> Option<Sound> {
        let InlineKind::Image { target, .. } = &inline.kind else { return None };
        let publication = self.publication;
        let sound = match publication.image(self.document, target) {
            None => Err("pdf-image-missing"),
            // Each file is read once, however often the text shows it.
            Some(image) => match self.images.read.entry(std::ptr::from_ref(image)) {
                Entry::Occupied(known) => known.get().clone(),
                Entry::Vacant(entry) => entry.insert(self.images.trust.sound(image, &mut self.images.pixels)).clone(),
            },
        };
        sound
            .map_err(|refusal| {
                let reason = Message::new(refusal);
                self.remarks
                    .add(inline.span, Message::new("pdf-image").with("file", &***target).with("reason", reason));
            })
            .ok()
    }

    /// The element of an image, at most `room` wide. Without an alternative it is decoration.
    fn image(&mut self, inline: &'a Inline<'a>, sound: &Sound, room: f64) -> Content {
        let scale = (room / sound.width).min(TALLEST_IMAGE / sound.height).min(1.0);
        let alternative = plain_text(inline.children());
        let alternative =
            glyph::shortened(self.settable(&alternative, inline.span).trim(), LONGEST_ALTERNATIVE).into_owned();
        let decoration = alternative.is_empty();
        if decoration {
            self.remarks.add(inline.span, Message::new("pdf-image-alternative").with("file", target_of(inline)));
        }
        let image = sound.element().with_width(Smart::Custom(Rel::from(points(sound.width * scale))));
        let image = image.with_alt((!decoration).then(|| alternative.into())).pack();
        if decoration { image.artifact(ArtifactKind::Other) } else { image }
    }

    /// The alternative of an image that cannot be set, as a paragraph.
    fn alternative(&mut self, inline: &'a Inline<'a>) -> Content {
        let text = plain_text(inline.children());
        ParElem::new(TextElem::packed(self.settable(&text, inline.span).as_ref())).pack()
    }
}

fn target_of<'i>(inline: &'i Inline<'_>) -> &'i str {
    if let InlineKind::Image { target, .. } = &inline.kind { target } else { "" }
}

/// The emblem at most this wide and tall, set alone first: without it the cover would not be what was asked for.
///
/// # Errors
/// If the engine would not take it; the name of a message.
pub(super) fn emblem(image: &Image, alternative: &str, (width, height): (f64, f64)) -> Result<Content, Refusal> {
    let sound = Trust::Tried.sound(image, &mut 0)?;
    let scale = (width / sound.width).min(height / sound.height);
    let size = Smart::Custom(Rel::from(points(sound.width * scale)));
    Ok(sound.element().with_width(size).with_alt(Some(alternative.into())).pack())
}

/// Reads the image as the engine will, to know that it can, and its size. Its pixels are added to `pixels`.
fn read(image: &Image, pixels: &mut u64) -> Result<Sound, Refusal> {
    let bytes = Bytes::new(image.bytes.clone());
    let format = match image.format {
        ImageFormat::Svg => return sound_drawing(&image.bytes, bytes),
        ImageFormat::Png => ExchangeFormat::Png,
        ImageFormat::Jpeg => ExchangeFormat::Jpg,
        ImageFormat::Gif => ExchangeFormat::Gif,
        ImageFormat::WebP => ExchangeFormat::Webp,
    };
    let head = head(&image.bytes, image.format).ok_or("pdf-image-broken")?;
    if head.width == 0 || head.height == 0 {
        return Err("pdf-image-broken");
    }
    let size = u64::from(head.width) * u64::from(head.height);
    if size > MOST_PIXELS || *pixels + size > MOST_PIXELS_TOGETHER {
        return Err("pdf-image-large");
    }
    *pixels += size;
    if head.four_colours {
        return Err("pdf-image-colours");
    }
    let raster = RasterImage::plain(bytes.clone(), format).map_err(|_| "pdf-image-broken")?;
    let points = |count: u32| f64::from(count) * raster.dpi().map_or(PIXEL, |dpi| 72.0 / dpi.max(72.0));
    let (width, height) = (points(raster.width()), points(raster.height()));
    Ok(Sound { bytes, format: EngineFormat::from(format), width, height })
}

fn sound_drawing(text: &[u8], bytes: Bytes) -> Result<Sound, Refusal> {
    if text.len() > LARGEST_DRAWING {
        return Err("pdf-image-large");
    }
    let text = std::str::from_utf8(text).map_err(|_| "pdf-image-broken")?;
    if text.contains("<!ENTITY") || element_names(text).any(|name| REFUSED_ELEMENTS.contains(&name)) {
        return Err("pdf-image-drawing");
    }
    let drawing = SvgImage::new(bytes.clone()).map_err(|_| "pdf-image-broken")?;
    let (width, height) = (drawing.width() * PIXEL, drawing.height() * PIXEL);
    if !(width > 0.0 && height > 0.0 && width < 1e6 && height < 1e6) {
        return Err("pdf-image-broken");
    }
    Ok(Sound { bytes, format: EngineFormat::Vector(VectorFormat::Svg), width, height })
}

/// The local names of the elements that open in an XML text.
fn element_names(text: &str) -> impl Iterator<Item = &str> {
    text.split('<').skip(1).map(|tag| {
        let name = tag.split(|character: char| character.is_whitespace() || matches!(character, '>' | '/')).next();
        name.map_or("", |name| name.rsplit(':').next().unwrap_or(name))
    })
}

/// What the head of an image file says.
struct Head {
    width: u32,
    height: u32,
    /// Whether it is in cyan, magenta, yellow and black, which PDF/A does not take without a profile.
    four_colours: bool,
}

/// Reads the size of an image without decoding it, so that a small file cannot ask for much memory.
fn head(bytes: &[u8], format: ImageFormat) -> Option<Head> {
    let of_size = |width, height| Some(Head { width, height, four_colours: false });
    match format {
        ImageFormat::Png => of_size(big_endian(bytes, 16, 4)?, big_endian(bytes, 20, 4)?),
        ImageFormat::Gif => of_size(little_endian(bytes, 6, 2)?, little_endian(bytes, 8, 2)?),
        ImageFormat::WebP => match bytes.get(12..16)? {
            b"VP8X" => of_size(little_endian(bytes, 24, 3)? + 1, little_endian(bytes, 27, 3)? + 1),
            b"VP8L" => {
                let packed = little_endian(bytes, 21, 4)?;
                of_size((packed & 0x3fff) + 1, (packed >> 14 & 0x3fff) + 1)
            }
            _ => of_size(little_endian(bytes, 26, 2)? & 0x3fff, little_endian(bytes, 28, 2)? & 0x3fff),
        },
        ImageFormat::Jpeg => jpeg_head(bytes),
        ImageFormat::Svg => None,
    }
}

/// The frame header of a JPEG file (ITU-T T.81, B.2.2), found by going from segment to segment.
fn jpeg_head(bytes: &[u8]) -> Option<Head> {
    let mut offset = 2;
    loop {
        let marker = big_endian(bytes, offset, 2)?;
        match marker {
            0xffff => offset += 1,
            0xffc0..=0xffcf if !matches!(marker, 0xffc4 | 0xffc8 | 0xffcc) => {
                let (height, width) = (big_endian(bytes, offset + 5, 2)?, big_endian(bytes, offset + 7, 2)?);
                return Some(Head { width, height, four_colours: *bytes.get(offset + 9)? == 4 });
            }
            0xff01..=0xfffe => {
                let length = big_endian(bytes, offset + 2, 2)?;
                offset += 2 + usize::try_from(length.max(2)).ok()?;
            }
            _ => return None,
        }
    }
}

fn big_endian(bytes: &[u8], offset: usize, length: usize) -> Option<u32> {
    let digits = bytes.get(offset..offset.checked_add(length)?)?;
    Some(digits.iter().fold(0, |value, byte| value << 8 | u32::from(*byte)))
}

fn little_endian(bytes: &[u8], offset: usize, length: usize) -> Option<u32> {
    let digits = bytes.get(offset..offset.checked_add(length)?)?;
    Some(digits.iter().rev().fold(0, |value, byte| value << 8 | u32::from(*byte)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn size(bytes: &[u8], format: ImageFormat) -> Option<(u32, u32, bool)> {
        head(bytes, format).map(|head| (head.width, head.height, head.four_colours))
    }

    #[test]
    fn sizes_are_read_from_the_head_of_the_file() {
        let png = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x02\x03\0\0\0\x07";
        assert_eq!(size(png, ImageFormat::Png), Some((0x203, 7, false)));
        assert_eq!(size(b"GIF89a\x05\x01\x06\0", ImageFormat::Gif), Some((0x105, 6, false)));
        // A comment of two bytes, then a frame of 8 bits, 3 by 513, with four components.
        let jpeg = b"\xff\xd8\xff\xfe\0\x04xx\xff\xc0\0\x14\x08\0\x03\x02\x01\x04";
        assert_eq!(size(jpeg, ImageFormat::Jpeg), Some((513, 3, true)));
        let lossless = b"RIFF....WEBPVP8L....\x2f\x04\x40\x01\x00";
        assert_eq!(size(lossless, ImageFormat::WebP), Some((5, 6, false)));
        let extended = b"RIFF....WEBPVP8X........\x09\0\0\x13\0\0";
        assert_eq!(size(extended, ImageFormat::WebP), Some((10, 20, false)));
    }

    #[test]
    fn a_file_that_ends_early_has_no_size() {
        for format in [ImageFormat::Png, ImageFormat::Gif, ImageFormat::Jpeg, ImageFormat::WebP] {
            assert_eq!(size(b"\xff\xd8\xff\xff", format), None);
        }
    }

    #[test]
    fn elements_are_known_by_their_local_names() {
        let names: Vec<_> = element_names("<?xml?><svg><a:image/><g\nid='x'></g></svg>").collect();
        assert_eq!(names, ["?xml?", "svg", "image", "g", "", ""]);
    }
}
