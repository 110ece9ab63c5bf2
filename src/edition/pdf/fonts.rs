//! The fonts that an edition is set in: those embedded in the program, and the policy's own.

use crate::edition::fonts::OwnFont;
use crate::model::FontFamilies;
use std::borrow::Cow;
use std::collections::BTreeSet;
use std::sync::OnceLock;
use typst::foundations::Bytes;
use typst::layout::Abs;
use typst::text::{Coverage, Font, FontBook, FontFamily, FontList, FontStyle, FontVariant, FontVariations, FontWeight};
use typst::utils::LazyHash;

/// The family of running text.
const SERIF: &str = "Libertinus Serif";
/// The family of headings and furniture.
const SANS: &str = "Source Sans 3";
/// The family of code, which also lends the others its characters.
const MONO: &str = "DejaVu Sans Mono";

/// The font files, unmodified; NOTICE has their licences. The engine's own package of fonts would bring three times as
/// many bytes. Code is never slanted.
const FILES: [&[u8]; 10] = [
    include_bytes!("fonts/LibertinusSerif-Regular.otf"),
    include_bytes!("fonts/LibertinusSerif-Italic.otf"),
    include_bytes!("fonts/LibertinusSerif-Bold.otf"),
    include_bytes!("fonts/LibertinusSerif-BoldItalic.otf"),
    include_bytes!("fonts/SourceSans3-Regular.ttf"),
    include_bytes!("fonts/SourceSans3-Italic.ttf"),
    include_bytes!("fonts/SourceSans3-SemiBold.ttf"),
    include_bytes!("fonts/SourceSans3-SemiBoldItalic.ttf"),
    include_bytes!("fonts/DejaVuSansMono.ttf"),
    include_bytes!("fonts/DejaVuSansMono-Bold.ttf"),
];

/// Width of a character that is not in the table, in ems.
const USUAL_ADVANCE: f64 = 0.6;
/// The table of widths holds the Latin characters below this one.
const MEASURED: char = '\u{250}';

/// The fonts in use, with what is known of them.
#[derive(Clone)]
pub(super) struct Fonts {
    /// The fonts, in the order of the book.
    pub(super) list: Vec<Font>,
    /// What the engine selects from.
    pub(super) book: LazyHash<FontBook>,
    /// The families of running text, of headings and furniture, and of code: the first that has a character sets it.
    pub(super) text: Vec<String>,
    pub(super) headings: Vec<String>,
    pub(super) code: Vec<String>,
    /// The characters of each family.
    characters: Vec<CharacterSet>,
    widths: Widths,
    heading_widths: Widths,
}

impl Fonts {
    /// The embedded fonts, read when they are first needed.
    pub(super) fn embedded() -> &'static Self {
        static FONTS: OnceLock<Fonts> = OnceLock::new();
        FONTS.get_or_init(|| {
            let list: Vec<Font> = FILES.into_iter().filter_map(|bytes| Font::new(Bytes::new(bytes), 0)).collect();
            let families = |names: [&str; 3]| names.map(str::to_owned).to_vec();
            Self {
                book: LazyHash::new(FontBook::from_fonts(&list)),
                text: families([SERIF, MONO, SANS]),
                headings: families([SANS, SERIF, MONO]),
                code: families([MONO, SERIF, SANS]),
                characters: [SERIF, SANS, MONO].map(|family| CharacterSet::of_family(&list, family)).to_vec(),
                widths: Widths::of(&list, SERIF, FontWeight::REGULAR),
                heading_widths: Widths::of(&list, SANS, FontWeight::SEMIBOLD),
                list,
            }
        })
    }

    /// The embedded fonts with a policy's own: the families that it names come first for what it names them for, and all
    /// of them lend their characters. `None` if the engine cannot read one.
    pub(super) fn with(own: &[OwnFont], named: &FontFamilies) -> Option<Cow<'static, Self>> {
        if own.is_empty() {
            return Some(Cow::Borrowed(Self::embedded()));
        }
        let mut fonts = Self::embedded().clone();
        let mut book = (*fonts.book).clone();
        let mut added = Vec::with_capacity(own.len());
        for file in own {
            let font = Font::new(Bytes::new(file.bytes.clone()), 0)?;
            let mut info = font.info().clone();
            // The engine takes words off the names of families that it thinks are styles.
            info.family.clone_from(&file.family);
            book.push(info);
            added.push((font, file));
        }
        fonts.book = LazyHash::new(book);
        let lenders: BTreeSet<&str> = own.iter().map(|font| font.family.as_str()).collect();
        for family in &lenders {
            let of_family = added.iter().filter(|(_, file)| file.family == *family);
            fonts.characters.push(CharacterSet::common(of_family.map(|(font, _)| &font.info().coverage)));
        }
        for (families, named) in
            [(&mut fonts.text, &named.text), (&mut fonts.headings, &named.headings), (&mut fonts.code, &named.code)]
        {
            families.extend(lenders.iter().map(|family| (*family).to_owned()));
            if let Some(named) = named {
                families.insert(0, named.value.clone());
            }
        }
        let measured = |family: &str, weight: FontWeight| {
            let of_family = added.iter().filter(|(_, file)| file.family == family).map(|(font, _)| font);
            Widths::nearest(of_family, weight)
        };
        if let Some(named) = &named.text {
            fonts.widths = measured(&named.value, FontWeight::REGULAR);
        }
        if let Some(named) = &named.headings {
            fonts.heading_widths = measured(&named.value, FontWeight::SEMIBOLD);
        }
        fonts.list.extend(added.into_iter().map(|(font, _)| font));
        Some(Cow::Owned(fonts))
    }

    /// Whether one family has all of these characters, in each of its styles.
    pub(super) fn have(&self, characters: &[char]) -> bool {
        self.characters.iter().any(|family| characters.iter().all(|character| family.contains(*character)))
    }

    /// Width of a text in the upright font of running text, in ems, kerning left aside.
    pub(super) fn width(&self, text: &str) -> f64 {
        self.widths.of_text(text)
    }

    /// The same in that of headings.
    pub(super) fn heading_width(&self, text: &str) -> f64 {
        self.heading_widths.of_text(text)
    }

    /// The families of headings and furniture, as the engine takes them.
    pub(super) fn heading_list(&self) -> FontList {
        FontList(self.headings.iter().map(|family| FontFamily::new(family)).collect())
    }
}

/// How wide the Latin characters of a font are, in ems.
#[derive(Clone)]
struct Widths(Vec<f64>);

impl Widths {
    fn of(list: &[Font], family: &str, weight: FontWeight) -> Self {
        Self::nearest(list.iter().filter(|font| font.info().family == family), weight)
    }

    /// Of the upright font whose weight is nearest.
    fn nearest<'f>(fonts: impl Iterator<Item = &'f Font>, weight: FontWeight) -> Self {
        let distance = |font: &&Font| {
            let variant = font.info().variant;
            (variant.style != FontStyle::Normal, variant.weight.distance(weight))
        };
        let font = fonts.min_by_key(distance);
        let variant = FontVariant { weight, ..FontVariant::default() };
        let instance = font.map(|font| font.clone().instantiate(variant, Abs::pt(11.0), &FontVariations::default()));
        let advance = |character: char| {
            let instance = instance.as_ref()?;
            Some(instance.x_advance(instance.ttf().glyph_index(character)?.0)?.get())
        };
        Self(('\0'..MEASURED).map(|character| advance(character).unwrap_or(USUAL_ADVANCE)).collect())
    }

    fn of_text(&self, text: &str) -> f64 {
        text.chars().map(|character| self.0.get(character as usize).copied().unwrap_or(USUAL_ADVANCE)).sum()
    }
}

/// A set of characters, one bit each.
#[derive(Clone)]
struct CharacterSet(Vec<u64>);

impl CharacterSet {
    /// The characters that every font of a family has.
    fn of_family(list: &[Font], family: &str) -> Self {
        let of_family = list.iter().filter(|font| font.info().family == family);
        Self::common(of_family.map(|font| &font.info().coverage))
    }

    /// The characters that are in every one of the coverages.
    fn common<'a>(coverages: impl Iterator<Item = &'a Coverage>) -> Self {
        let sets = coverages.map(|coverage| {
            let mut bits = Vec::new();
            // In ascending order; a font may claim more than there are characters.
            for code in coverage.iter().take_while(|code| *code <= char::MAX.into()) {
                let place = code as usize / 64;
                if place >= bits.len() {
                    bits.resize(place + 1, 0_u64);
                }
                bits[place] |= 1 << (code % 64);
            }
            bits
        });
        let common = sets.reduce(|mut left, right| {
            left.truncate(right.len());
            left.iter_mut().zip(right).for_each(|(word, other)| *word &= other);
            left
        });
        Self(common.unwrap_or_default())
    }

    fn contains(&self, character: char) -> bool {
        let code = character as usize;
        self.0.get(code / 64).is_some_and(|word| word >> (code % 64) & 1 == 1)
    }
}
