//! The `gaceta` program: hands the process's surroundings to the library.

use anstream::AutoStream;
use gaceta::cli::{self, Environment};
use mimalloc::MiMalloc;
use std::process::ExitCode;

/// Trees of text are many small pieces, which this allocator hands out faster than those of the systems do.
#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

fn main() -> ExitCode {
    // The streams only translate colours for old Windows consoles; whether there are any is decided in `cli`.
    let mut stdout = AutoStream::always(std::io::stdout());
    let mut stderr = AutoStream::always(std::io::stderr());
    ExitCode::from(cli::run(Environment::of_process(), &mut stdout, &mut stderr))
}
