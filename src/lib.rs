//! gaceta: policies kept as Markdown in git, linted, compared and published.
//!
//! The modules stand in layers; each imports only from layers above it in this table, which `tests/layers.rs` holds:
//!
//! | layer | modules | what they know |
//! | --- | --- | --- |
//! | 0 | [`model`] | what a policy is |
//! | 1 | [`error`] | what can go wrong |
//! | 2 | [`config`], [`parse`], [`repo`], [`messages`] | one outside format each: TOML, Markdown, git and folders, Fluent |
//! | 3 | [`policy`] | a policy as a whole, opened and visited document by document |
//! | 3 | [`citations`], [`definitions`], [`norms`], [`align`] | what running text says: what it cites, defines and obliges to, and what of it is new |
//! | 4 | [`register`] | who has to do what by when, and where the policy says so |
//! | 4 | [`provenance`] | which commit brought in each word |
//! | 5 | [`lint`], [`diff`], [`tally`] | what is wrong with it, what changed in it, and who wrote it |
//! | 6 | [`redline`], [`chart`] | one text with both versions in it, and numbers as drawings |
//! | 6 | [`blame`] | one section with the commit of each of its words |
//! | 7 | [`edition`] | how it is published |
//! | 8 | [`report`] | how results are told to people and machines |
//! | 9 | [`cli`] | the command line |
//!
//! What is absent matters as much: only [`cli`] prints, reads the environment or exits; nothing asks for the present
//! time; and no text of a policy is ever run, evaluated or sent anywhere.

pub mod align;
pub mod blame;
pub mod chart;
pub mod citations;
pub mod cli;
pub mod config;
pub mod definitions;
pub mod diff;
pub mod edition;
pub mod error;
pub mod lint;
pub mod messages;
pub mod model;
pub mod norms;
pub mod parse;
pub mod policy;
pub mod provenance;
pub mod redline;
pub mod register;
pub mod repo;
pub mod report;
pub mod tally;
