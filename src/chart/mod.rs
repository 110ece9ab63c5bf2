//! Draws numbers: with block characters for a terminal, as SVG for pages.
//!
//! A drawing never stands alone: whoever asks for one writes the numbers beside it. Coordinates are whole numbers, so that the
//! bytes are the same everywhere.

mod blocks;
mod svg;

pub use blocks::{bar, sparkline};
pub use svg::{Area, areas, stacked_bar};
