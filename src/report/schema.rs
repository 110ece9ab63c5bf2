//! Holds JSON against a JSON Schema, the formats of its strings included.

use serde_json::Value;

/// What is wrong with `value` by `schema`, each with its place; empty if nothing is.
pub fn violations(schema: &Value, value: &Value) -> Vec<String> {
    let validator = jsonschema::options().should_validate_formats(true).build(schema).expect("the schema is valid");
    validator.iter_errors(value).map(|error| format!("{}: {error}", error.instance_path())).collect()
}

#[test]
fn violations_are_found() {
    let schema = serde_json::json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "type": "object", "required": ["a"], "additionalProperties": false,
        "properties": { "a": { "$ref": "#/$defs/a" }, "b": { "type": "string", "format": "uri-reference" } },
        "$defs": { "a": { "type": "integer", "minimum": 1 } }
    });
    let check = |value| violations(&schema, &value).len();
    assert_eq!(check(serde_json::json!({ "a": 1, "b": "es/a%20b.md#c" })), 0);
    assert_eq!(check(serde_json::json!({ "a": 1, "b": "es/a b.md" })), 1);
    assert_eq!(check(serde_json::json!({ "a": 0, "c": 1 })), 2);
    assert_eq!(check(serde_json::json!({})), 1);
}
