//! Matches two texts: which sections, blocks and words of one are those of the other.

mod unified;

pub use unified::unified;
