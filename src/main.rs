//! The `gaceta` program.
fn main() {}
