//! Colours, and whether text in them can be read.

use std::fmt;

/// An opaque colour of the sRGB space.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Colour {
    /// Red, green and blue.
    pub channels: [u8; 3],
}

impl Colour {
    /// White.
    pub const WHITE: Self = Self { channels: [255; 3] };
    /// Black.
    pub const BLACK: Self = Self { channels: [0; 3] };

    /// Reads `#7a1f2b` or `#abc`.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let digits = text.strip_prefix('#').filter(|digits| digits.bytes().all(|digit| digit.is_ascii_hexdigit()))?;
        let width = match digits.len() {
            3 => 1,
            6 => 2,
            _ => return None,
        };
        let mut channels = [0; 3];
        for (channel, place) in channels.iter_mut().zip((0..).step_by(width)) {
            let value = u8::from_str_radix(digits.get(place..place + width)?, 16).ok()?;
            // `#abc` is `#aabbcc`.
            *channel = if width == 1 { value * 17 } else { value };
        }
        Some(Self { channels })
    }

    /// The contrast between two colours, from 1 to 21 (WCAG 2.2, "contrast ratio").
    #[must_use]
    pub fn contrast(self, other: Self) -> f64 {
        let (one, other) = (self.luminance(), other.luminance());
        (one.max(other) + 0.05) / (one.min(other) + 0.05)
    }

    /// WCAG 2.2, "relative luminance".
    fn luminance(self) -> f64 {
        let [red, green, blue] = self.channels.map(|channel| {
            let share = f64::from(channel) / 255.0;
            if share <= 0.04045 { share / 12.92 } else { ((share + 0.055) / 1.055).powf(2.4) }
        });
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    }

    /// A mixture with another colour, `parts` of 100 of which are of that one.
    #[must_use]
    pub fn mixed(self, other: Self, parts: u8) -> Self {
        let parts = u16::from(parts.min(100));
        let mut channels = self.channels;
        for (own, other) in channels.iter_mut().zip(other.channels) {
            let sum = u16::from(*own) * (100 - parts) + u16::from(other) * parts;
            *own = u8::try_from((sum + 50) / 100).unwrap_or(u8::MAX);
        }
        Self { channels }
    }

    /// The same colour, mixed with as little of another one as is needed for this contrast with each of the grounds; that
    /// other colour where no mixture has it.
    #[must_use]
    pub fn readable_on(self, grounds: &[Self], contrast: f64, with: Self) -> Self {
        let mixtures = (0..100).map(|parts| self.mixed(with, parts));
        let reads = |colour: &Self| grounds.iter().all(|ground| colour.contrast(*ground) >= contrast);
        mixtures.into_iter().find(reads).unwrap_or(with)
    }
}

impl fmt::Display for Colour {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [red, green, blue] = self.channels;
        write!(formatter, "#{red:02x}{green:02x}{blue:02x}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colours_are_read_and_written() {
        assert_eq!(Colour::read("#7A1f2b").map(|colour| colour.to_string()).as_deref(), Some("#7a1f2b"));
        assert_eq!(Colour::read("#fa0").map(|colour| colour.channels), Some([0xff, 0xaa, 0]));
        for text in ["", "#", "7a1f2b", "#7a1f2", "#7a1f2bff", "#7a1f2g", "red", "#ñ1f2b", "#+1+1+1"] {
            assert_eq!(Colour::read(text), None, "{text}");
        }
    }

    /// The values of WCAG's own techniques: #767676 is the lightest grey that passes on white.
    #[test]
    fn contrast_is_that_of_wcag() {
        let grey = |level| Colour { channels: [level; 3] };
        assert!((Colour::BLACK.contrast(Colour::WHITE) - 21.0).abs() < 1e-9);
        assert!((Colour::WHITE.contrast(Colour::WHITE) - 1.0).abs() < 1e-9);
        assert!(grey(0x76).contrast(Colour::WHITE) >= 4.5 && grey(0x77).contrast(Colour::WHITE) < 4.5);
    }

    #[test]
    fn a_colour_is_changed_no_more_than_it_needs() {
        let red = Colour { channels: [0x7a, 0x1f, 0x2b] };
        assert_eq!(red.readable_on(&[Colour::WHITE], 4.5, Colour::BLACK), red);
        let dark = Colour { channels: [0x18, 0x17, 0x15] };
        let light = red.readable_on(&[dark], 4.5, Colour::WHITE);
        assert!(light.contrast(dark) >= 4.5 && light.contrast(dark) < 5.0, "{light}");
        assert_eq!(Colour::BLACK.readable_on(&[Colour::WHITE, Colour::BLACK], 20.0, Colour::WHITE), Colour::WHITE);
    }
}
