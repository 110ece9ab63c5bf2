//! What every reader of a folder of Markdown has to do at least: walk it, read each file, and pull every event of
//! pulldown-cmark from it.

#![allow(clippy::unwrap_used, reason = "a benchmark that cannot run stops")]

use pulldown_cmark::{Options, Parser};
use std::hint::black_box;
use std::path::Path;

/// Does it, in one thread; hidden files and folders are left out.
pub fn floor(corpus: &Path) {
    let mut folders = vec![corpus.to_owned()];
    let mut events = 0;
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap().map(Result::unwrap) {
            let path = entry.path();
            if entry.file_name().to_string_lossy().starts_with('.') {
                continue;
            }
            if entry.file_type().unwrap().is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "md") {
                let text = String::from_utf8_lossy(&std::fs::read(path).unwrap()).into_owned();
                let options = Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES | Options::ENABLE_STRIKETHROUGH;
                events += Parser::new_ext(&text, options | Options::ENABLE_TASKLISTS).into_offset_iter().count();
            }
        }
    }
    black_box(events);
}
