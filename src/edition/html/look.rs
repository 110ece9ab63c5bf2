//! What the manifest says of how a page looks, as style that goes behind gaceta's own.
//!
//! Nothing of a policy's text becomes style but its colours, which are numbers, and the names of its fonts, which are
//! written as CSS strings.

use super::super::fonts::OwnFont;
use super::super::publication::Publication;
use super::page::css_string;
use crate::model::{Colour, EditionSettings, Paper, Sited};
use base64::prelude::{BASE64_STANDARD, Engine as _};
use std::fmt::Write as _;

/// The grounds of text in light and dark, the page and what is raised from it: `--paper` and `--raised` of the style.
const LIGHT: [Colour; 2] = [Colour { channels: [0xfd, 0xfc, 0xfa] }, Colour { channels: [0xf5, 0xf2, 0xec] }];
const DARK: [Colour; 2] = [Colour { channels: [0x18, 0x17, 0x15] }, Colour { channels: [0x23, 0x21, 0x1e] }];

/// The contrast asked for, with some room: the least is 4.5, and 7 where more contrast is wanted.
const CONTRAST: f64 = 4.8;
const MORE_CONTRAST: f64 = 7.5;

/// Parts of the accent, of 100, in the ground of what a link led to.
const TINT: u8 = 12;

/// The style; nothing where the manifest says nothing.
pub(super) fn style(publication: &Publication<'_>) -> String {
    let settings = &publication.manifest.edition;
    let mut style = accent_only(settings);
    if settings.paper != Paper::A4 {
        let _ = writeln!(style, "@media print{{@page{{size:{}}}}}", settings.paper.name());
    }
    for font in publication.fonts.iter().filter(|font| is_used(font, settings)) {
        push_face(&mut style, font);
    }
    push_families(&mut style, settings);
    style
}

/// The style of the page that leads to all editions, which brings no fonts.
pub(in crate::edition) fn accent_only(settings: &EditionSettings) -> String {
    let mut style = String::new();
    if let Some(accent) = settings.accent {
        push_accent(&mut style, accent);
    }
    style
}

/// Whether a font is of a family that the manifest names; the others of its folder are for PDF only.
pub(super) fn is_used(font: &OwnFont, settings: &EditionSettings) -> bool {
    settings.font.named().any(|family| family.value == font.family)
}

/// The accent, changed where that is needed to be read in each scheme.
fn push_accent(style: &mut String, accent: Colour) {
    let (white, black) = (Colour::WHITE, Colour::BLACK);
    let light = readable(accent, &LIGHT, CONTRAST, black);
    let dark = readable(accent, &DARK, CONTRAST, white);
    let more_light = readable(accent, &[white], MORE_CONTRAST, black);
    let more_dark = readable(accent, &[black], MORE_CONTRAST, white);
    let _ = writeln!(
        style,
        ":root{{--accent:{light}}}\n\
         @media (prefers-color-scheme:dark){{:root{{--accent:{dark}}}}}\n\
         @media (prefers-contrast:more){{:root{{--accent:{more_light}}}}}\n\
         @media (prefers-contrast:more) and (prefers-color-scheme:dark){{:root{{--accent:{more_dark}}}}}\n\
         :root[data-theme=light]{{--accent:{light}}}:root[data-theme=dark]{{--accent:{dark}}}\n\
         @media print{{:root,:root[data-theme]{{--accent:#000}}}}"
    );
}

/// A colour that can be read on the grounds, and on the first of them tinted with itself.
fn readable(accent: Colour, grounds: &[Colour], contrast: f64, with: Colour) -> Colour {
    let plain = accent.readable_on(grounds, contrast, with);
    let tinted = grounds.iter().take(1).map(|ground| ground.mixed(plain, TINT));
    let grounds: Vec<Colour> = grounds.iter().copied().chain(tinted).collect();
    plain.readable_on(&grounds, contrast, with)
}

fn push_face(style: &mut String, font: &OwnFont) {
    let (from, to) = font.weights;
    let weight = if from == to { from.to_string() } else { format!("{from} {to}") };
    let slope = if font.is_italic { "italic" } else { "normal" };
    let kind = if font.is_otf() { "otf" } else { "ttf" };
    let family = css_string(&font.family);
    let _ = write!(
        style,
        "@font-face{{font-family:{family};font-weight:{weight};font-style:{slope};font-display:swap;\
         src:url(data:font/{kind};base64,"
    );
    BASE64_STANDARD.encode_string(&font.bytes, style);
    style.push_str(")}\n");
}

fn push_families(style: &mut String, settings: &EditionSettings) {
    let mut push = |variable: &str, family: &Option<Sited<String>>, others: &str| {
        if let Some(family) = family {
            let _ = writeln!(style, ":root{{--{variable}:{},{others}}}", css_string(&family.value));
        }
    };
    push("serif", &settings.font.text, "Georgia,serif");
    push("sans", &settings.font.headings, "system-ui,sans-serif");
    push("mono", &settings.font.code, "ui-monospace,monospace");
    if settings.font.headings.is_some() {
        style.push_str("h1,h2,h3,h4,h5,h6{font-family:var(--sans)}\n");
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edition::template::STYLE;

    #[test]
    fn the_grounds_are_those_of_the_style() {
        for [paper, raised] in [LIGHT, DARK] {
            assert!(STYLE.contains(&format!("--paper: {paper};\n")), "{paper}");
            assert!(STYLE.contains(&format!("--raised: {raised};\n")), "{raised}");
        }
        assert!(STYLE.contains("color-mix(in srgb, var(--accent) 12%, transparent)"));
    }

    #[test]
    fn any_accent_can_be_read_in_each_scheme() {
        let steps = [0, 51, 102, 153, 204, 255];
        for channels in steps.iter().flat_map(|red| steps.map(|green| steps.map(|blue| [*red, green, blue]))).flatten()
        {
            let accent = Colour { channels };
            for (grounds, with, least) in [
                (LIGHT.to_vec(), Colour::BLACK, 4.5),
                (DARK.to_vec(), Colour::WHITE, 4.5),
                (vec![Colour::WHITE], Colour::BLACK, 7.0),
                (vec![Colour::BLACK], Colour::WHITE, 7.0),
            ] {
                let wanted = if least > 5.0 { MORE_CONTRAST } else { CONTRAST };
                let found = readable(accent, &grounds, wanted, with);
                let tinted = grounds[0].mixed(found, TINT);
                for ground in grounds.into_iter().chain([tinted]) {
                    assert!(found.contrast(ground) >= least, "{accent} as {found} on {ground}");
                }
            }
        }
    }
}
