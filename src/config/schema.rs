//! The JSON Schema of the manifest, for editors.

/// A JSON Schema, draft 2020-12, that says which keys `gaceta.toml` may have.
pub const SCHEMA: &str = include_str!("gaceta.schema.json");

#[cfg(test)]
mod tests {
    use super::SCHEMA;
    use crate::config::manifest;
    use crate::model::{Annex, Argument, ContributionKind, FrontMatterType, Paper, Slugger, Status};
    use serde_json::Value;
    use std::collections::BTreeSet;

    const UNKNOWN: &str = "zz-unknown";

    /// What the reader of the manifest names as known keys of the table that `text` ends in.
    fn known_keys(text: &str) -> BTreeSet<String> {
        let error = manifest(text, "gaceta.toml").expect_err(text);
        let hint = error.hints.iter().find(|hint| hint.id == "config-known-keys").unwrap_or_else(|| panic!("{text}"));
        let Some((_, Argument::Text(keys))) = hint.arguments.first() else { panic!("{hint:?}") };
        keys.split(", ").map(str::to_owned).collect()
    }

    /// Compares every table of the schema with what the reader knows; `write` makes a manifest whose innermost table
    /// has the given text.
    fn compare(schema: &Value, write: &dyn Fn(&str) -> String, tables: &mut usize) {
        if let Some(items) = schema.get("items").filter(|items| items.get("properties").is_some()) {
            compare(items, &|inner| write(&format!("[{inner}]")), tables);
        }
        if let Some(inner) = schema.get("additionalProperties").filter(|inner| inner.get("properties").is_some()) {
            compare(inner, &|text| write(&format!("{{ any = {text} }}")), tables);
        }
        let Some(properties) = schema.get("properties").and_then(Value::as_object) else { return };
        *tables += 1;
        let own: BTreeSet<String> = properties.keys().cloned().collect();
        assert_eq!(known_keys(&write(&format!("{{ {UNKNOWN} = 1 }}"))), own);
        for (key, property) in properties {
            compare(property, &|inner| write(&format!("{{ {key} = {inner} }}")), tables);
        }
    }

    #[test]
    fn the_schema_has_the_keys_that_the_reader_knows() {
        let schema: Value = serde_json::from_str(SCHEMA).unwrap();
        let mut tables = 0;
        // The outermost table stands without braces.
        let write = |inner: &str| inner.strip_prefix("{ ").and_then(|rest| rest.strip_suffix(" }")).unwrap().to_owned();
        compare(&schema, &write, &mut tables);
        assert_eq!(tables, 17);
    }

    #[test]
    fn the_schema_has_the_choices_that_the_reader_knows() {
        let schema: Value = serde_json::from_str(SCHEMA).unwrap();
        let choices = |pointer: &str| -> Vec<String> {
            serde_json::from_value(schema.pointer(pointer).cloned().unwrap()).unwrap()
        };
        let policy = "/properties/policy/properties";
        assert_eq!(choices("/$defs/contribution/enum"), ContributionKind::ALL.map(ContributionKind::name));
        assert_eq!(choices(&format!("{policy}/status/enum")), Status::ALL.map(Status::name));
        assert_eq!(choices(&format!("{policy}/slugger/enum")), Slugger::ALL.map(Slugger::name));
        assert_eq!(choices("/properties/edition/properties/paper/enum"), Paper::ALL.map(Paper::name));
        let annexes = "/properties/edition/properties/annexes/items/enum";
        assert_eq!(choices(annexes), Annex::ALL.map(Annex::name));
        let types = "/properties/lint/properties/front-matter/properties/types/additionalProperties/enum";
        assert_eq!(choices(types), FrontMatterType::ALL.map(FrontMatterType::name));
        for severity in choices("/$defs/rules/additionalProperties/enum") {
            assert!(manifest(&format!("[lint.rules]\nx = \"{severity}\"\n"), "gaceta.toml").is_ok(), "{severity}");
        }
    }
}
