//! Reads the manifest, `gaceta.toml`.
//!
//! 1. The file is parsed into tables that keep the place of every key and value;
//! 2. `table::Table` takes the keys one by one and turns those left over into errors with a suggestion;
//! 3. [`manifest`] says which keys there are and what they mean; [`SCHEMA`] says it to editors;
//! 4. [`contributions`] reads the files that tell what people did outside git.

mod address;
mod edition;
mod keys;
mod lint;
mod people;
mod schema;
mod table;

pub use keys::manifest;
pub use people::contributions;
pub use schema::SCHEMA;

/// The name of the manifest's file, at the root of a policy.
pub const MANIFEST: &str = "gaceta.toml";
