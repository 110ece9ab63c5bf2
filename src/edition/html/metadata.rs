//! What a page says of itself to programs: where it is published, what kind of thing it is, what other forms of it there are.
//!
//! 1. The terms of schema.org for legislation, with those of the European Legislation Identifier beside them
//!    (<https://schema.org/Legislation>, <https://eur-lex.europa.eu/eli-register/eli_ontology.html>), as JSON-LD;
//! 2. what social networks show of a link (<https://ogp.me>).
//!
//! Addresses are told only where the manifest says where editions are published.

use super::super::Named;
use super::super::publication::Publication;
use super::escape;
use super::page::licence;
use crate::model::Status;
use serde::Serialize;
use serde_json::{Map, Value, json};

/// What the template of a page is given of it.
#[derive(Serialize)]
pub(in crate::edition) struct Metadata {
    /// The address of the page.
    canonical: Option<String>,
    /// The address of the feed of editions.
    feed: Option<String>,
    /// Properties of Open Graph and their contents.
    properties: Vec<Property>,
    /// The data in JSON, which no text of a policy can leave.
    #[serde(skip)]
    pub(in crate::edition) data: String,
}

#[derive(Serialize)]
struct Property {
    name: &'static str,
    content: String,
}

/// A page that tells of itself.
pub(super) struct Described<'a> {
    /// Its path in the folder of the editions.
    pub(super) path: &'a str,
    /// Its title; that of the policy for the whole.
    pub(super) title: &'a str,
    /// What it is, in a sentence.
    pub(super) description: &'a str,
    /// Whether it is a part of the text, and not the whole.
    pub(super) is_part: bool,
    /// The other formats: media type and path in the folder of the editions.
    pub(super) encodings: Vec<(&'static str, String)>,
    /// The pages of the parts of the whole, with their titles.
    pub(super) parts: Vec<(String, String)>,
    /// The same text in other languages.
    pub(super) translations: Vec<(&'a Named, String)>,
}

/// What a page of a publication says of itself.
pub(super) fn of(publication: &Publication<'_>, page: &Described<'_>) -> Metadata {
    let address = |path: &str| address(publication, path);
    let canonical = address(page.path);
    let mut properties = vec![
        ("og:type", "article".to_owned()),
        ("og:title", page.title.to_owned()),
        ("og:description", page.description.to_owned()),
        ("og:site_name", publication.title.clone()),
        ("og:locale", publication.language.as_str().replace('-', "_")),
    ];
    properties.extend(
        page.translations.iter().map(|(named, _)| ("og:locale:alternate", named.language.as_str().replace('-', "_"))),
    );
    properties.extend(canonical.clone().map(|address| ("og:url", address)));
    let feed = address(super::site::FEED);
    let properties = properties.into_iter().map(|(name, content)| Property { name, content }).collect();
    Metadata { properties, data: data(publication, page, canonical.as_deref()), canonical, feed }
}

/// The address of a path in the folder of the editions, if it is said where that is published.
pub(super) fn address(publication: &Publication<'_>, path: &str) -> Option<String> {
    let mut address = format!("{}/", publication.manifest.address.as_deref()?);
    escape::push_fragment(&mut address, path.strip_suffix("index.html").unwrap_or(path));
    Some(address)
}

fn data(publication: &Publication<'_>, page: &Described<'_>, canonical: Option<&str>) -> String {
    let address = |path: &str| address(publication, path);
    let language = publication.language.as_str();
    let mut told = Map::new();
    let mut tell = |name: &str, value: Value| {
        if !matches!(&value, Value::Null) {
            told.insert(name.to_owned(), value);
        }
    };
    tell("@context", json!(["https://schema.org", { "eli": "http://data.europa.eu/eli/ontology#" }]));
    tell("@type", json!("Legislation"));
    tell("@id", json!(canonical));
    tell("url", json!(canonical));
    tell("name", json!(page.title));
    tell("eli:title", json!(page.title));
    tell("inLanguage", json!(language));
    tell("eli:language", json!(language));
    tell("version", json!(publication.version));
    tell("eli:version", json!(publication.version));
    tell("legislationDateVersion", json!(publication.date));
    tell("eli:date_document", json!(publication.date));
    tell("eli:first_date_entry_in_force", json!(publication.manifest.in_force));
    if let Some(status) = publication.status {
        let is_in_force = status == Status::InForce;
        let force = if is_in_force { "InForce" } else { "NotInForce" };
        tell("legislationLegalForce", json!(format!("https://schema.org/{force}")));
        tell("eli:in_force", json!(if is_in_force { "inForce" } else { "notInForce" }));
    }
    let publisher = publication.manifest.publisher.get(language).trim();
    if !publisher.is_empty() {
        tell("publisher", json!({ "@type": "Organization", "name": publisher }));
    }
    let license = publication.manifest.license.as_deref();
    tell("license", json!(license.map(|name| licence(name).address.unwrap_or_else(|| name.to_owned()))));
    if page.is_part {
        let whole = json!({ "@type": "Legislation", "name": publication.title });
        tell("isPartOf", whole);
    }
    let named = |(title, path): &(String, String)| {
        let mut part = Map::new();
        part.insert("@type".to_owned(), json!("Legislation"));
        part.insert("name".to_owned(), json!(title));
        part.extend(address(path).map(|address| ("url".to_owned(), json!(address))));
        Value::Object(part)
    };
    tell("hasPart", list(page.parts.iter().map(named)));
    let encoding = |(kind, path): &(&str, String)| {
        Some(json!({ "@type": "LegislationObject", "encodingFormat": kind, "contentUrl": address(path)? }))
    };
    tell("encoding", list(page.encodings.iter().filter_map(encoding)));
    let translation = |(named, path): &(&Named, String)| {
        Some(json!({ "@type": "Legislation", "inLanguage": named.language.as_str(), "url": address(path)? }))
    };
    tell("workTranslation", list(page.translations.iter().filter_map(translation)));
    // Inside its element no text may look like the end of it, nor another than it is to who reads the source.
    let data = Value::Object(told).to_string().replace('<', "\\u003c");
    data.chars().filter(|character| !escape::reorders(*character)).collect()
}

/// A list; nothing where it is empty.
fn list(values: impl Iterator<Item = Value>) -> Value {
    let values: Vec<Value> = values.collect();
    if values.is_empty() { Value::Null } else { Value::Array(values) }
}
