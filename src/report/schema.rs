//! Holds JSON against a JSON Schema: as much of draft 2020-12 as the published schemas use, and no keyword unread.

use serde_json::{Map, Value};

/// What is wrong with `value` by the schema `root`, each with its place; empty if nothing is.
pub fn violations(root: &Value, value: &Value) -> Vec<String> {
    let mut checking = Checking { root, found: Vec::new() };
    checking.check(root, value, "$");
    checking.found
}

struct Checking<'a> {
    root: &'a Value,
    found: Vec<String>,
}

impl Checking<'_> {
    fn check(&mut self, schema: &Value, value: &Value, place: &str) {
        let keywords = schema.as_object().expect("a schema is an object");
        for (keyword, argument) in keywords {
            let holds = match keyword.as_str() {
                "$schema" | "$id" | "$defs" | "title" | "description" => true,
                "$ref" => {
                    let pointer = argument.as_str().and_then(|text| text.strip_prefix('#')).expect("a local reference");
                    let target = self.root.pointer(pointer).unwrap_or_else(|| panic!("{pointer} is defined")).clone();
                    self.check(&target, value, place);
                    true
                }
                "const" => argument == value,
                "enum" => list(argument).contains(value),
                "type" => match argument {
                    Value::Array(names) => names.iter().any(|name| is_of(value, name)),
                    name => is_of(value, name),
                },
                "minimum" => value.as_f64().is_none_or(|number| number >= argument.as_f64().expect("a number")),
                "anyOf" => list(argument).iter().any(|option| {
                    let mut inner = Checking { root: self.root, found: Vec::new() };
                    inner.check(option, value, place);
                    inner.found.is_empty()
                }),
                "required" => value.as_object().is_none_or(|object| {
                    list(argument).iter().all(|name| object.contains_key(name.as_str().expect("a name")))
                }),
                "items" => {
                    for (index, item) in value.as_array().into_iter().flatten().enumerate() {
                        self.check(argument, item, &format!("{place}[{index}]"));
                    }
                    true
                }
                "properties" | "additionalProperties" => {
                    self.check_properties(keywords, keyword, value, place);
                    true
                }
                _ => panic!("the keyword {keyword} is not read"),
            };
            if !holds {
                self.found.push(format!("{place}: {keyword}"));
            }
        }
    }

    fn check_properties(&mut self, keywords: &Map<String, Value>, keyword: &str, value: &Value, place: &str) {
        let named = keywords.get("properties").and_then(Value::as_object);
        for (name, property) in value.as_object().into_iter().flatten() {
            let place = format!("{place}.{name}");
            match (keyword, named.and_then(|named| named.get(name)), &keywords.get("additionalProperties")) {
                ("properties", Some(schema), _) => self.check(schema, property, &place),
                ("additionalProperties", None, Some(Value::Bool(false))) => {
                    self.found.push(format!("{place}: additionalProperties"));
                }
                ("additionalProperties", None, Some(schema)) => self.check(schema, property, &place),
                _ => {}
            }
        }
    }
}

fn list(value: &Value) -> &[Value] {
    value.as_array().expect("a list")
}

fn is_of(value: &Value, name: &Value) -> bool {
    match name.as_str() {
        Some("null") => value.is_null(),
        Some("boolean") => value.is_boolean(),
        Some("integer") => value.is_i64() || value.is_u64(),
        Some("string") => value.is_string(),
        Some("array") => value.is_array(),
        Some("object") => value.is_object(),
        other => panic!("the type {other:?} is not read"),
    }
}

#[test]
fn violations_are_found() {
    let schema = serde_json::json!({
        "type": "object", "required": ["a"], "additionalProperties": false,
        "properties": {
            "a": { "$ref": "#/$defs/a" },
            "b": { "type": "array", "items": { "anyOf": [{ "const": 1 }, { "enum": ["x"] }] } },
            "c": { "type": "object", "additionalProperties": { "type": ["string", "null"] } }
        },
        "$defs": { "a": { "type": "integer", "minimum": 1 } }
    });
    let check = |value| violations(&schema, &value);
    assert_eq!(check(serde_json::json!({ "a": 1, "b": [1, "x"], "c": { "y": null } })), Vec::<String>::new());
    assert_eq!(check(serde_json::json!({ "a": 0 })), ["$.a: minimum"]);
    assert_eq!(check(serde_json::json!({ "a": "1" })), ["$.a: type"]);
    assert_eq!(check(serde_json::json!({ "a": 1, "d": 1 })), ["$.d: additionalProperties"]);
    assert_eq!(check(serde_json::json!({ "a": 1, "b": [2], "c": { "y": 1 } })), ["$.b[0]: anyOf", "$.c.y: type"]);
    assert_eq!(check(serde_json::json!({})), ["$: required"]);
    assert_eq!(check(serde_json::json!([])), ["$: type"]);
}
