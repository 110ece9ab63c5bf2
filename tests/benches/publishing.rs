//! Editions of a large policy, side by side with the programs that make the like, each as a whole process.
//!
//! ```text
//! cargo bench --bench publishing
//! cargo bench --bench publishing -- write FOLDER
//! ```
//!
//! The second writes the policy (`large_policy`) into a folder, and that is all. The first prints, of a web page: gaceta,
//! `floor` (the documents read, each set by `push_html` of pulldown-cmark, and written into one file), mdBook and pandoc; of
//! a site: gaceta and mdBook; of a PDF: gaceta, pandoc into Typst, and asciidoctor-pdf and weasyprint, given what pandoc has
//! made for them before. Then all editions together, and a PDF of few pages.

#![allow(clippy::print_stdout, reason = "a benchmark prints its figures")]
#![allow(clippy::unwrap_used, reason = "a benchmark that cannot run stops")]

#[path = "large_policy/mod.rs"]
mod large_policy;
#[path = "side_by_side/mod.rs"]
mod side_by_side;

use pulldown_cmark::{Options, Parser, html::push_html};
use side_by_side::{Run, command, compare};
use std::ffi::OsStr;
use std::path::Path;

const GACETA: &str = env!("CARGO_BIN_EXE_gaceta");

const TYPST: &str = "pandoc whole/whole.md -s -t typst -o whole/whole.typ && typst compile whole/whole.typ typst.pdf";

fn main() {
    let arguments: Vec<_> = std::env::args().skip(1).filter(|argument| argument != "--bench").collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        ["floor", policy, page] => floor(Path::new(policy), Path::new(page)),
        ["write", folder] => large_policy::write(Path::new(folder)),
        _ => measure(),
    }
}

/// What a single page of all documents costs at least.
fn floor(policy: &Path, page: &Path) {
    let mut paths: Vec<_> = std::fs::read_dir(policy).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|ending| ending == "md"));
    paths.sort();
    let options = Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES | Options::ENABLE_STRIKETHROUGH;
    let options = options | Options::ENABLE_TASKLISTS | Options::ENABLE_HEADING_ATTRIBUTES;
    let mut html = String::new();
    for path in paths {
        let text = String::from_utf8_lossy(&std::fs::read(path).unwrap()).into_owned();
        push_html(&mut html, Parser::new_ext(&text, options));
    }
    std::fs::write(page, html).unwrap();
}

fn measure() {
    let room = tempfile::tempdir().unwrap();
    let here = room.path();
    large_policy::write(here);
    println!("a web page");
    web_pages(here);
    println!("a site");
    let book = Run::new("mdbook", OsStr::new("mdbook"), &["build", "book"]).making(here.join("book/book/index.html"));
    compare(
        vec![Run::new("gaceta", OsStr::new(GACETA), &["build", "policy", "--edition", "site", "--out", "site"]), book],
        here,
    );
    println!("a PDF");
    documents(here);
    println!("all editions, and the PDF alone");
    let all = ["build", "policy", "--out", "all"];
    let pdf = ["build", "policy", "--edition", "pdf", "--out", "pdf"];
    compare(vec![Run::new("all", OsStr::new(GACETA), &all), Run::new("PDF", OsStr::new(GACETA), &pdf)], here);
    println!("a PDF of few pages");
    compare(
        vec![Run::new("gaceta", OsStr::new(GACETA), &["build", "small", "--edition", "pdf", "--out", "few"])],
        here,
    );
}

fn web_pages(room: &Path) {
    let own = std::env::current_exe().unwrap();
    let pandoc = ["whole/whole.md", "-s", "--metadata", "title=Política", "-o", "pandoc.html"];
    compare(
        vec![
            Run::new("gaceta", OsStr::new(GACETA), &["build", "policy", "--edition", "html", "--out", "html"]),
            Run::new("floor", own.as_os_str(), &["floor", "policy", "floor.html"]),
            Run::new("mdbook", OsStr::new("mdbook"), &["build", "book"]).making(room.join("book/book/index.html")),
            Run::new("pandoc", OsStr::new("pandoc"), &pandoc).making(room.join("pandoc.html")),
        ],
        room,
    );
}

fn documents(room: &Path) {
    for made in ["whole.adoc", "whole.html"] {
        // Where pandoc is missing, so is what it makes, and those that read that are left out.
        let _ = command(OsStr::new("pandoc"), &room.join("whole")).args(["whole.md", "-s", "-o", made]).status();
    }
    compare(
        vec![
            Run::new("gaceta", OsStr::new(GACETA), &["build", "policy", "--edition", "pdf", "--out", "pdf"]),
            Run::new("typst", OsStr::new("sh"), &["-c", TYPST]).making(room.join("typst.pdf")),
            Run::new("asciidoctor", OsStr::new("asciidoctor-pdf"), &["whole/whole.adoc", "-o", "adoc.pdf"])
                .making(room.join("adoc.pdf")),
            Run::new("weasyprint", OsStr::new("weasyprint"), &["whole/whole.html", "weasy.pdf"])
                .making(room.join("weasy.pdf")),
        ],
        room,
    );
}
