//! The keys of the manifest that say how a policy is linted.

use super::table::Table;
use crate::error::Result;
use crate::model::{FrontMatterSchema, FrontMatterType, LintSettings, Message, PathSettings, RuleSettings, Severity};
use std::collections::BTreeMap;

/// Reads the table `lint`.
pub(super) fn settings(mut table: Table<'_, '_>) -> Result<LintSettings> {
    let mut settings = LintSettings { rules: rules(&mut table)?, ..LintSettings::default() };
    if let Some(list) = table.list("path")? {
        for item in list {
            let mut inner = table.as_table("path", item)?;
            let files = inner.text("files")?.unwrap_or_else(|| "**".to_owned());
            settings.paths.push(PathSettings { files, rules: rules(&mut inner)? });
            inner.finish()?;
        }
    }
    if let Some(mut inner) = table.table("long-sentence")? {
        settings.longest_sentence = inner.number("words")?;
        inner.finish()?;
    }
    if let Some(mut inner) = table.table("undefined-acronym")? {
        settings.known_acronyms = inner.texts("known")?;
        inner.finish()?;
    }
    if let Some(mut inner) = table.table("stray-norm")? {
        settings.informative_sections = inner.texts("informative")?;
        inner.finish()?;
    }
    if let Some(inner) = table.table("front-matter")? {
        settings.front_matter = front_matter(inner)?;
    }
    if let Some(mut inner) = table.table("spelling")? {
        settings.words = inner.texts("words")?;
        if let Some(mut dictionaries) = inner.table("dictionary")? {
            for (tag, place, value) in dictionaries.take_names() {
                let language = super::table::language(dictionaries.source, &tag, &place)?;
                settings.dictionaries.insert(language.as_str().to_owned(), dictionaries.as_text(&tag, value)?);
            }
        }
        inner.finish()?;
    }
    table.finish()?;
    Ok(settings)
}

fn rules(table: &mut Table<'_, '_>) -> Result<RuleSettings> {
    let mut settings = RuleSettings::new();
    let Some(mut rules) = table.table("rules")? else { return Ok(settings) };
    for (name, place, value) in rules.take_names() {
        let severity = match value.get_ref().as_str() {
            Some("error") => Some(Severity::Error),
            Some("warning") => Some(Severity::Warning),
            Some("off") => None,
            _ => {
                let message = Message::new("config-unknown-severity").with("rule", name);
                let place = if value.span().is_empty() { place } else { value.span() };
                return Err(rules.source.error(message, &place));
            }
        };
        settings.insert(name, severity);
    }
    Ok(settings)
}

fn front_matter(mut table: Table<'_, '_>) -> Result<FrontMatterSchema> {
    let mut schema = FrontMatterSchema {
        files: table.text("files")?,
        required: table.texts("required")?,
        review: table.texts("review")?,
        ..FrontMatterSchema::default()
    };
    if let Some(mut types) = table.table("types")? {
        let known = FrontMatterType::ALL.map(|kind| (kind.name(), kind));
        for (key, _, value) in types.take_names() {
            let kind = types.as_one_of(&key, value, &known)?;
            schema.types.insert(key, kind);
        }
    }
    if let Some(mut values) = table.table("values")? {
        schema.values = lists(&mut values)?;
    }
    table.finish()?;
    Ok(schema)
}

/// Lists of texts by name.
fn lists(table: &mut Table<'_, '_>) -> Result<BTreeMap<String, Vec<String>>> {
    let mut lists = BTreeMap::new();
    for (key, _, value) in table.take_names() {
        let list = value.get_ref().as_array();
        let list = list.ok_or_else(|| table.wrong(&key, "config-type-list", &value.span()))?;
        let texts = list.iter().map(|item| table.as_text(&key, item)).collect::<Result<_>>()?;
        lists.insert(key, texts);
    }
    Ok(lists)
}

#[cfg(test)]
mod tests {
    use crate::config::manifest;
    use crate::model::{FrontMatterType, LintSettings, Severity};

    fn settings(text: &str) -> LintSettings {
        manifest(text, "gaceta.toml").unwrap().lint
    }

    #[test]
    fn every_setting_is_read() {
        let settings = settings(
            r#"
            [lint.rules]
            and-or = "error"
            [[lint.path]]
            files = "anexos/**"
            rules.and-or = "off"
            [lint.long-sentence]
            words = 60
            [lint.undefined-acronym]
            known = ["ATDT"]
            [lint.stray-norm]
            informative = ["presentacion"]
            [lint.spelling]
            words = ["Kanasín"]
            dictionary.es = "diccionarios/es_MX.dic"
            [lint.front-matter]
            files = "*/0*.md"
            required = ["title"]
            review = ["revisar_antes_de"]
            types.date = "date"
            values.status = ["draft", "final"]
            "#,
        );
        assert_eq!(settings.rules["and-or"], Some(Severity::Error));
        assert_eq!((settings.paths[0].files.as_str(), settings.paths[0].rules["and-or"]), ("anexos/**", None));
        assert_eq!((settings.longest_sentence, settings.known_acronyms), (Some(60), vec!["ATDT".to_owned()]));
        assert_eq!(settings.informative_sections, ["presentacion"]);
        assert_eq!(settings.words, ["Kanasín"]);
        assert_eq!(settings.dictionaries["es"], "diccionarios/es_MX.dic");
        let schema = settings.front_matter;
        assert_eq!((schema.files.as_deref(), &schema.required[0][..]), (Some("*/0*.md"), "title"));
        assert_eq!(schema.types["date"], FrontMatterType::Date);
        assert_eq!(
            (&schema.values["status"][..], &schema.review[..]),
            (&["draft".to_owned(), "final".to_owned()][..], &["revisar_antes_de".to_owned()][..])
        );
    }

    #[test]
    fn wrong_settings_are_errors_at_their_place() {
        for (text, id, line, column) in [
            ("[lint.long-sentence]\nwords = \"x\"\n", "config-wrong-type", 2, 9),
            ("[lint.long-sentence]\nwords = -1\n", "config-wrong-type", 2, 9),
            ("[lint.front-matter]\ntypes.a = \"dat\"\n", "config-unknown-value", 2, 11),
            ("[lint.front-matter]\nvalues.a = 1\n", "config-wrong-type", 2, 12),
            ("[[lint.path]]\nfiles = \"a\"\nrule.x = \"off\"\n", "config-unknown-key", 3, 1),
            ("[lint.spelling]\ndictionary.español = \"a\"\n", "config-not-toml", 2, 16),
        ] {
            let error = manifest(text, "gaceta.toml").unwrap_err();
            let position = error.place.unwrap().position.unwrap();
            assert_eq!((error.message.id, position.line, position.column), (id, line, column), "{text}");
        }
    }
}
