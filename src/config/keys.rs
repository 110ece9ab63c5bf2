//! The keys of the manifest and what they mean.

use super::table::{Source, Table, language, parsed};
use crate::error::Result;
use crate::model::{Alias, Contract, FieldDeclaration, Manifest, Message, SectionContract, Slugger, Span, Status};
use std::collections::BTreeMap;
use std::ops::Range;

/// Reads a manifest; `name` is what errors call the file.
///
/// # Errors
/// If the text is not TOML, or a key or a value is unknown or of the wrong kind; the error names the place.
pub fn manifest(text: &str, name: &str) -> Result<Manifest> {
    let parsed = parsed(text, name)?;
    let mut root = Table::new(Source { name, text }, String::new(), parsed.get_ref());
    let source = root.source;
    let mut manifest = Manifest::default();
    if let Some(table) = root.table("policy")? {
        policy(table, &mut manifest)?;
    }
    if let Some(mut table) = root.table("fields")? {
        for (name, place, value) in table.take_names() {
            check_field_name(source, &name, &place)?;
            let declaration = field(table.as_table(&name, value)?)?;
            manifest.fields.insert(name, declaration);
        }
    }
    if let Some(list) = root.list("contract")? {
        for item in list {
            let contract = contract(root.as_table("contract", item)?)?;
            manifest.contracts.push(contract);
        }
    }
    if let Some(table) = root.table("lint")? {
        manifest.lint = super::lint::settings(table)?;
    }
    for item in root.list("people")?.into_iter().flatten() {
        let person = super::people::person(root.as_table("people", item)?, &item.span())?;
        manifest.people.push(person);
    }
    if let Some(table) = root.table("tally")? {
        manifest.tally = super::people::settings(table)?;
    }
    if let Some(table) = root.table("edition")? {
        manifest.edition = super::edition::settings(table)?;
    }
    if let Some(table) = root.table("aliases")? {
        manifest.aliases = aliases(table)?;
    }
    root.finish()?;
    Ok(manifest)
}

fn policy(mut table: Table<'_, '_>, manifest: &mut Manifest) -> Result<()> {
    let source = table.source;
    manifest.title = table.localised("title")?;
    manifest.version = table.text("version")?;
    manifest.status = table.one_of("status", &Status::ALL.map(|status| (status.name(), status)))?;
    manifest.date = table.date("date")?;
    manifest.in_force = table.date("in-force")?;
    manifest.address = super::address::address(&mut table, "address")?;
    manifest.license = table.text("license")?;
    manifest.publisher = table.localised("publisher")?;
    if let Some(list) = table.list("languages")? {
        for item in list {
            let tag = table.as_text("languages", item)?;
            manifest.languages.push(language(source, &tag, &item.span())?);
        }
    }
    manifest.order = table.texts("order")?;
    manifest.exclude = table.texts("exclude")?;
    let sluggers = Slugger::ALL.map(|slugger| (slugger.name(), slugger));
    manifest.slugger = table.one_of("slugger", &sluggers)?.unwrap_or_default();
    manifest.releases = table.texts("releases")?;
    table.finish()
}

fn field(mut table: Table<'_, '_>) -> Result<FieldDeclaration> {
    let declaration = FieldDeclaration {
        description: table.localised("description")?,
        example: table.localised("example")?,
        value: table.localised("value")?,
    };
    table.finish()?;
    Ok(declaration)
}

/// Anchors that have another name now.
fn aliases(mut table: Table<'_, '_>) -> Result<BTreeMap<String, Alias>> {
    let mut aliases = BTreeMap::new();
    for (name, _, value) in table.take_names() {
        let anchor = table.as_text(&name, value)?;
        aliases.insert(name, Alias { anchor, span: Span::new(value.span()) });
    }
    Ok(aliases)
}

/// Names that the text can use: an ASCII letter, then letters, digits and `_`.
fn check_field_name(source: Source<'_>, name: &str, place: &Range<usize>) -> Result<()> {
    let letters = name.starts_with(|first: char| first.is_ascii_alphabetic())
        && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_');
    let error = || source.error(Message::new("config-field-name").with("name", name), place);
    if letters { Ok(()) } else { Err(error()) }
}

fn contract(mut table: Table<'_, '_>) -> Result<Contract> {
    let source = table.source;
    let mut contract = Contract {
        files: table.text("files")?.unwrap_or_else(|| "**/*.md".to_owned()),
        ordered: table.boolean("ordered")?.unwrap_or(false),
        sections: Vec::new(),
    };
    let list = table.list("sections")?;
    for item in list.into_iter().flatten() {
        let section = section(table.as_table("sections", item)?, &item.span())?;
        contract.sections.push(section);
    }
    table.finish()?;
    // A section can only stand inside another one that the contract knows.
    for (section, item) in contract.sections.iter().zip(list.into_iter().flatten()) {
        let Some(inside) = section.inside.as_deref() else { continue };
        let is_known = contract.sections.iter().any(|other| other.id.as_deref() == Some(inside));
        if !is_known || section.id.as_deref() == Some(inside) {
            let message = Message::new("config-section-inside").with("id", inside);
            return Err(source.error(message, &item.span()));
        }
    }
    Ok(contract)
}

fn section(mut table: Table<'_, '_>, place: &Range<usize>) -> Result<SectionContract> {
    let source = table.source;
    let mut titles = BTreeMap::new();
    if let Some(mut by_language) = table.table("title")? {
        for (tag, tag_place, value) in by_language.take_names() {
            let tag = language(source, &tag, &tag_place)?;
            let alternatives = match value.get_ref().as_array() {
                Some(list) => list.iter().map(|item| by_language.as_text(tag.as_str(), item)).collect::<Result<_>>()?,
                None => vec![by_language.as_text(tag.as_str(), value)?],
            };
            titles.insert(tag.as_str().to_owned(), alternatives);
        }
    }
    let section = SectionContract {
        id: table.text("id")?,
        titles,
        optional: table.boolean("optional")?.unwrap_or(false),
        inside: table.text("inside")?,
    };
    table.finish()?;
    if section.id.is_none() && section.titles.is_empty() {
        return Err(source.error(Message::new("config-section-nameless"), place));
    }
    Ok(section)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Severity;

    fn failure(text: &str) -> (&'static str, u32, u32, Vec<&'static str>) {
        let error = manifest(text, "gaceta.toml").unwrap_err();
        let position = error.place.unwrap().position.unwrap();
        (error.message.id, position.line, position.column, error.hints.iter().map(|hint| hint.id).collect())
    }

    #[test]
    fn a_whole_manifest() {
        let text = r#"
            [policy]
            title.es = "Política"
            title.en = "Policy"
            version = "1.0.0"
            status = "in-force"
            date = 2026-11-22
            in-force = 2027-01-15
            languages = ["es", "en"]
            slugger = "mkdocs"
            releases = ["v*", "norma/*"]
            [fields.entidad]
            description.es = "Nombre"
            value = "Mérida"
            [[contract]]
            files = "*/0[1-3]-*.md"
            ordered = true
            sections = [{ id = "objeto", title.es = ["Objeto", "Objetivo"], title.en = "Purpose" }]
            [lint.rules]
            empty-section = "off"
            heading-skip = "error"
        "#;
        let manifest = manifest(text, "gaceta.toml").unwrap();
        assert_eq!((manifest.title.get("es"), manifest.title.get("en-US")), ("Política", "Policy"));
        assert_eq!((manifest.status, manifest.date.as_deref()), (Some(Status::InForce), Some("2026-11-22")));
        assert_eq!(manifest.in_force.as_deref(), Some("2027-01-15"));
        assert_eq!((manifest.languages[0].as_str(), manifest.slugger), ("es", Slugger::Mkdocs));
        assert_eq!(manifest.releases, ["v*", "norma/*"]);
        assert_eq!(manifest.fields["entidad"].value.get("en"), "Mérida");
        let section = &manifest.contracts[0].sections[0];
        assert_eq!((section.titles["es"].len(), section.titles["en"].len(), section.optional), (2, 1, false));
        assert_eq!(manifest.lint.rules["empty-section"], None);
        assert_eq!(manifest.lint.rules["heading-skip"], Some(Severity::Error));
    }

    #[test]
    fn an_empty_manifest_is_the_default() {
        assert_eq!(manifest("", "gaceta.toml").unwrap(), Manifest::default());
    }

    #[test]
    fn unknown_keys_are_errors_with_a_suggestion() {
        let expected = ("config-unknown-key", 2, 1, vec!["config-did-you-mean", "config-known-keys"]);
        assert_eq!(failure("[policy]\nlicence = \"CC0-1.0\"\n"), expected);
        assert_eq!(failure("[polcy]\n").0, "config-unknown-key");
        assert_eq!(failure("[policy]\nzzz = 1\n").3, ["config-known-keys"]);
    }

    #[test]
    fn wrong_values_are_errors_at_their_place() {
        assert_eq!(failure("[policy]\nversion = 1\n"), ("config-wrong-type", 2, 11, vec![]));
        assert_eq!(failure("[policy]\ndate = \"mañana\"\n"), ("config-wrong-type", 2, 8, vec![]));
        assert_eq!(failure("[policy]\ndate = 2026-02-31\n").0, "config-not-toml");
        assert_eq!(failure("[policy]\nlanguages = [\"español\"]\n"), ("config-language", 2, 14, vec![]));
        assert_eq!(failure("[fields.\"a b\"]\n").0, "config-field-name");
        assert_eq!(failure("[[contract]]\nsections = [{ optional = true }]\n").0, "config-section-nameless");
        let inside = "[[contract]]\nsections = [{ id = \"a\", inside = \"b\" }]\n";
        assert_eq!(failure(inside), ("config-section-inside", 2, 13, vec![]));
        assert_eq!(failure("[lint.rules]\nx = \"fatal\"\n").0, "config-unknown-severity");
        let unknown = failure("[policy]\nstatus = \"drafts\"\n");
        assert_eq!((unknown.0, unknown.3), ("config-unknown-value", vec!["config-did-you-mean", "config-choices"]));
        assert_eq!(failure("[policy\n").0, "config-not-toml");
    }

    proptest::proptest! {
        #![proptest_config(proptest::prelude::ProptestConfig { failure_persistence: None, ..Default::default() })]

        #[test]
        fn any_text_is_read_or_refused(text in "(\\[|policy|\\]|\n| = |\"|x|title|\\{|\\}|,|1|contract|fields|\\.|es){0,24}") {
            if let Err(error) = manifest(&text, "gaceta.toml") {
                proptest::prop_assert!(error.place.is_some());
            }
        }
    }
}
