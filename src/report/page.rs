//! What the web pages of reports have in common: one file each, that runs no script and loads nothing.

use crate::edition::html::push_text;
use crate::edition::template::STYLE;
use crate::messages::Catalogue;
use std::fmt::Write as _;

/// The look of all of them, behind that of editions.
const REPORT_STYLE: &str = include_str!("page.css");

/// How many people have a colour each; the next ones have the same colours and another line.
const COLOURS: usize = 6;

/// How many kinds of line there are: solid, dashed, dotted.
const LINES: usize = 3;

/// The beginning of a page, up to its heading.
pub(super) struct Head<'a> {
    /// What it shows.
    pub(super) title: &'a str,
    /// The title of the policy; empty if it has none.
    pub(super) policy: &'a str,
    /// The rules of its own look.
    pub(super) style: &'a str,
    /// The identity of what it is about, to which one may go at once.
    pub(super) skip: &'a str,
    /// The words of its language.
    pub(super) words: &'a Catalogue,
}

impl Head<'_> {
    /// Appends it; the header stands open.
    pub(super) fn push(&self, out: &mut String) {
        let (language, skip) = (self.words.locale().tag(), self.skip);
        // Writing to a string does not fail.
        let _ = write!(
            out,
            "<!DOCTYPE html>\n<html lang=\"{language}\">\n<head>\n<meta charset=\"utf-8\">\n\
             <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; \
             base-uri 'none'; form-action 'none'\">\n\
             <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>"
        );
        push_text(out, self.title);
        if !self.policy.is_empty() {
            out.push_str(" · ");
            push_text(out, self.policy);
        }
        out.push_str("</title>\n<meta name=\"generator\" content=\"gaceta\">\n");
        out.push_str("<meta name=\"color-scheme\" content=\"light dark\">\n<style>\n");
        for style in [STYLE, REPORT_STYLE, self.style] {
            out.push_str(style);
        }
        let _ = write!(out, "</style>\n</head>\n<body>\n<a class=\"skip\" href=\"#{skip}\">");
        push_text(out, &self.words.word("edition-skip"));
        out.push_str("</a>\n<header class=\"cover\">\n");
        if !self.policy.is_empty() {
            out.push_str("<p class=\"publisher\">");
            push_text(out, self.policy);
            out.push_str("</p>\n");
        }
        out.push_str("<h1>");
        push_text(out, self.title);
        out.push_str("</h1>\n");
    }
}

/// The classes that give the person of a rank a colour and a kind of line.
pub(super) fn colours(rank: usize) -> String {
    format!("c{} l{}", rank % COLOURS + 1, (rank / COLOURS).min(LINES - 1) + 1)
}
