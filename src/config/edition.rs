//! The keys of the manifest that say how editions look.

use super::table::Table;
use crate::error::Result;
use crate::model::{Annex, Colour, DocumentPath, EditionSettings, FontFamilies, Message, Paper, Sited};
use toml::Spanned;
use toml::de::DeValue;

/// The least contrast of text with its ground (WCAG 2.2, success criterion 1.4.3).
const LEAST_CONTRAST: f64 = 4.5;

/// Reads the table `edition`.
pub(super) fn settings(mut table: Table<'_, '_>) -> Result<EditionSettings> {
    let paper = table.one_of("paper", &Paper::ALL.map(|paper| (paper.name(), paper)))?.unwrap_or_default();
    let accent = table.take("accent").map(|value| accent(&table, value)).transpose()?;
    let logo = path(&mut table, "logo")?;
    let logo_alternative = table.localised("logo-alternative")?;
    let fonts = path(&mut table, "fonts")?;
    let mut font = FontFamilies::default();
    if let Some(mut inner) = table.table("font")? {
        font.text = inner.sited_text("text")?;
        font.headings = inner.sited_text("headings")?;
        font.code = inner.sited_text("code")?;
        inner.finish()?;
    }
    let annexes = annexes(&mut table)?;
    table.finish()?;
    Ok(EditionSettings { paper, accent, logo, logo_alternative, fonts, font, annexes })
}

/// The annexes in the order of the list; one that is named again stands where it was named first.
fn annexes(table: &mut Table<'_, '_>) -> Result<Option<Vec<Annex>>> {
    let Some(list) = table.list("annexes")? else { return Ok(None) };
    let choices = Annex::ALL.map(|annex| (annex.name(), annex));
    let mut annexes = Vec::new();
    for item in list {
        let annex = table.as_one_of("annexes", item, &choices)?;
        if !annexes.contains(&annex) {
            annexes.push(annex);
        }
    }
    Ok(Some(annexes))
}

fn accent(table: &Table<'_, '_>, value: &Spanned<DeValue<'_>>) -> Result<Colour> {
    let written = table.as_text("accent", value)?;
    let colour = Colour::read(&written).ok_or_else(|| table.wrong("accent", "config-type-colour", &value.span()))?;
    let contrast = colour.contrast(Colour::WHITE);
    if contrast >= LEAST_CONTRAST {
        return Ok(colour);
    }
    // Cut, not rounded: 4.49 must not read as 4.5.
    let told = format!("{:.1}", (contrast * 10.0).floor() / 10.0);
    let message = Message::new("config-accent-pale").with("colour", written).with("contrast", told);
    let darker = colour.readable_on(&[Colour::WHITE], LEAST_CONTRAST, Colour::BLACK);
    let hint = Message::new("config-accent-pale-hint").with("colour", darker.to_string());
    Err(table.source.error(message, &value.span()).hint(hint))
}

/// The path of a file or folder of the policy.
fn path(table: &mut Table<'_, '_>, key: &'static str) -> Result<Option<Sited<DocumentPath>>> {
    let source = table.source;
    let Some(value) = table.take(key) else { return Ok(None) };
    let written = table.as_text(key, value)?;
    let error = || source.error(Message::new("config-path").with("path", written.as_str()), &value.span());
    let path = DocumentPath::new(&written).ok_or_else(error)?;
    Ok(Some(Sited { value: path, position: source.position(&value.span()) }))
}

#[cfg(test)]
mod tests {
    use crate::config::manifest;
    use crate::model::{Annex, Argument, Colour, EditionSettings, Paper, Position};

    fn settings(text: &str) -> EditionSettings {
        manifest(text, "gaceta.toml").unwrap().edition
    }

    fn failure(text: &str) -> (&'static str, u32, u32) {
        let error = manifest(&format!("[edition]\n{text}\n"), "gaceta.toml").unwrap_err();
        let position = error.place.unwrap().position.unwrap();
        (error.message.id, position.line, position.column)
    }

    #[test]
    fn every_setting_is_read() {
        let settings = settings(
            r##"
            [edition]
            paper = "letter"
            accent = "#14507a"
            logo = "img/escudo.svg"
            logo-alternative.es = "Escudo"
            fonts = "./fuentes/"
            font.text = "Source Serif 4"
            font.code = "Fira Code"
            "##,
        );
        assert_eq!((settings.paper, settings.accent), (Paper::Letter, Colour::read("#14507a")));
        assert_eq!(settings.logo.map(|logo| logo.value.to_string()).as_deref(), Some("img/escudo.svg"));
        assert_eq!(settings.logo_alternative.get("es"), "Escudo");
        let fonts = settings.fonts.unwrap();
        assert_eq!((fonts.value.as_str(), fonts.position), ("fuentes", Position { line: 7, column: 21 }));
        let families: Vec<_> = settings.font.named().map(|family| family.value.as_str()).collect();
        assert_eq!(families, ["Source Serif 4", "Fira Code"]);
        assert_eq!(settings.font.headings, None);
    }

    #[test]
    fn a_pale_accent_is_refused_with_a_darker_one() {
        let error = manifest("[edition]\naccent = \"#ff8800\"\n", "gaceta.toml").unwrap_err();
        assert_eq!(error.message.id, "config-accent-pale");
        // White has luminance 1, #ff8800 0.40: 1.05 to 0.45.
        assert_eq!(error.message.arguments[1], ("contrast", Argument::Text("2.3".to_owned())));
        let Argument::Text(darker) = &error.hints[0].arguments[0].1 else { panic!() };
        assert_eq!(settings(&format!("[edition]\naccent = \"{darker}\"\n")).accent, Colour::read(darker));
    }

    #[test]
    fn the_annexes_are_all_some_or_none() {
        let annexes = |text: &str| settings(&format!("[edition]\n{text}\n")).annexes().to_vec();
        assert_eq!(annexes(""), [Annex::Obligations, Annex::Changes, Annex::Credits]);
        assert_eq!(
            annexes("annexes = [\"credits\", \"obligations\", \"credits\"]"),
            [Annex::Credits, Annex::Obligations]
        );
        assert_eq!(annexes("annexes = []"), []);
    }

    #[test]
    fn wrong_settings_are_errors_at_their_place() {
        assert_eq!(failure("accent = \"red\""), ("config-wrong-type", 2, 10));
        assert_eq!(failure("accent = \"#777777\""), ("config-accent-pale", 2, 10));
        assert_eq!(failure("paper = \"a5\""), ("config-unknown-value", 2, 9));
        assert_eq!(failure("annexes = \"changes\""), ("config-wrong-type", 2, 11));
        assert_eq!(failure("annexes = [\"changes\", \"history\"]"), ("config-unknown-value", 2, 23));
        assert_eq!(failure("logo = \"../escudo.svg\""), ("config-path", 2, 8));
        assert_eq!(failure("fonts = \"/usr/share/fonts\""), ("config-path", 2, 9));
        assert_eq!(failure("font.title = \"x\""), ("config-unknown-key", 2, 6));
    }
}
