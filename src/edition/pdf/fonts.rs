//! The fonts that an edition is set in, embedded in the program.

use std::sync::OnceLock;
use typst::foundations::Bytes;
use typst::layout::Abs;
use typst::text::{Coverage, Font, FontBook, FontVariant, FontVariations};
use typst::utils::LazyHash;

/// The family of running text.
pub(super) const SERIF: &str = "Libertinus Serif";
/// The family of code, which also lends the serif its missing characters.
pub(super) const MONO: &str = "DejaVu Sans Mono";

/// The font files, unmodified; NOTICE has their licences. The engine's own package of fonts would bring three times as
/// many bytes.
const FILES: [&[u8]; 10] = [
    include_bytes!("fonts/LibertinusSerif-Regular.otf"),
    include_bytes!("fonts/LibertinusSerif-Italic.otf"),
    include_bytes!("fonts/LibertinusSerif-Semibold.otf"),
    include_bytes!("fonts/LibertinusSerif-SemiboldItalic.otf"),
    include_bytes!("fonts/LibertinusSerif-Bold.otf"),
    include_bytes!("fonts/LibertinusSerif-BoldItalic.otf"),
    include_bytes!("fonts/DejaVuSansMono.ttf"),
    include_bytes!("fonts/DejaVuSansMono-Oblique.ttf"),
    include_bytes!("fonts/DejaVuSansMono-Bold.ttf"),
    include_bytes!("fonts/DejaVuSansMono-BoldOblique.ttf"),
];

/// Width of a character that is not in the table, in ems.
const USUAL_ADVANCE: f64 = 0.6;
/// The table of widths holds the Latin characters below this one.
const MEASURED: char = '\u{250}';

/// The fonts in use, with what is known of them.
pub(super) struct Fonts {
    /// The fonts, in the order of the book.
    pub(super) list: Vec<Font>,
    /// What the engine selects from.
    pub(super) book: LazyHash<FontBook>,
    serif: CharacterSet,
    mono: CharacterSet,
    advances: Vec<f64>,
}

impl Fonts {
    /// The embedded fonts, read when they are first needed.
    pub(super) fn embedded() -> &'static Self {
        static FONTS: OnceLock<Fonts> = OnceLock::new();
        FONTS.get_or_init(|| Self::new(FILES.into_iter().filter_map(|bytes| Font::new(Bytes::new(bytes), 0)).collect()))
    }

    fn new(list: Vec<Font>) -> Self {
        let book = LazyHash::new(FontBook::from_fonts(&list));
        let coverage = |family: &str| {
            let of_family = list.iter().filter(|font| font.info().family == family);
            CharacterSet::common(of_family.map(|font| &font.info().coverage))
        };
        let (serif, mono) = (coverage(SERIF), coverage(MONO));
        let regular =
            list.iter().find(|font| font.info().family == SERIF && font.info().variant == FontVariant::default());
        let instance = regular
            .map(|font| font.clone().instantiate(FontVariant::default(), Abs::pt(11.0), &FontVariations::default()));
        let advance = |character: char| {
            let instance = instance.as_ref()?;
            Some(instance.x_advance(instance.ttf().glyph_index(character)?.0)?.get())
        };
        let measured = ('\0'..MEASURED).map(|character| advance(character).unwrap_or(USUAL_ADVANCE));
        Self { advances: measured.collect(), book, serif, mono, list }
    }

    /// Whether the serif has the character in each of its styles.
    pub(super) fn serif_has(&self, character: char) -> bool {
        self.serif.contains(character)
    }

    /// Whether the monospaced font has the character in each of its styles.
    pub(super) fn mono_has(&self, character: char) -> bool {
        self.mono.contains(character)
    }

    /// Width of a text in the upright serif, in ems, kerning left aside.
    pub(super) fn width(&self, text: &str) -> f64 {
        text.chars().map(|character| self.advances.get(character as usize).copied().unwrap_or(USUAL_ADVANCE)).sum()
    }
}

/// A set of characters, one bit each.
struct CharacterSet(Vec<u64>);

impl CharacterSet {
    /// The characters that are in every one of the coverages.
    fn common<'a>(coverages: impl Iterator<Item = &'a Coverage>) -> Self {
        let sets = coverages.map(|coverage| {
            let mut bits = vec![0; (char::MAX as usize + 1) / 64];
            for code in coverage.iter() {
                if let Some(word) = bits.get_mut(code as usize / 64) {
                    *word |= 1 << (code % 64);
                }
            }
            bits
        });
        let common = sets.reduce(|mut left: Vec<u64>, right| {
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
