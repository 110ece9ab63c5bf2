//! Comments that silence a rule where it is wrong: `<!-- gaceta: ignore RULE reason -->`.
//!
//! 1. A comment inside a block counts for that block; one that stands alone, for the block or the heading that follows
//!    it; `ignore-file` counts for the whole document;
//! 2. several rules may be named, with commas between them; what follows them is the reason;
//! 3. once every finding is known, those that a comment covers go, and comments that cover none are told by the rule
//!    `unused-ignore`.

use super::context::DocumentContext;
use crate::model::{Block, BlockKind, Edit, Finding, Inline, InlineKind, Message, Span};

/// The rule that reports comments.
pub const UNUSED_IGNORE: &str = "unused-ignore";

/// One comment of a document.
#[derive(Debug)]
pub struct Ignore {
    /// The comment.
    pub span: Span,
    /// What it covers.
    covered: Span,
    /// The rules it names, each with whether it has silenced a finding.
    rules: Vec<(String, bool)>,
    /// Whether it gives a reason.
    has_reason: bool,
    /// Takes the comment out of the text.
    pub removal: Edit,
}

/// Reads the comments of a document.
pub fn read(context: &DocumentContext<'_>) -> Vec<Ignore> {
    let document = context.document;
    if memchr::memmem::find(document.text.as_bytes(), b"gaceta:").is_none() {
        return Vec::new();
    }
    let mut reader = Reader { text: document.text, ignores: Vec::new() };
    reader.flow(&document.preamble);
    for section in document.all_sections() {
        reader.run(&section.heading.inlines, section.heading.span);
        reader.flow(&section.blocks);
    }
    // A comment that stands alone covers what comes next.
    let mut starts: Vec<Span> =
        document.all_blocks().filter(|block| block.kind != BlockKind::Html).map(|block| block.span).collect();
    starts.extend(document.all_sections().map(|section| section.heading.span));
    starts.sort_by_key(|span| (span.start, std::cmp::Reverse(span.end)));
    for ignore in reader.ignores.iter_mut().filter(|ignore| ignore.covered.is_empty()) {
        let next = starts.partition_point(|span| span.start < ignore.span.end);
        ignore.covered = starts.get(next).copied().unwrap_or(ignore.span);
    }
    reader.ignores
}

/// Silences what comments cover.
pub fn silence(ignores: &mut [Ignore], findings: &mut Vec<Finding>) {
    if ignores.is_empty() {
        return;
    }
    findings.retain(|finding| {
        let mut silenced = false;
        for ignore in ignores.iter_mut().filter(|ignore| ignore.covers(finding.span)) {
            for (_, used) in ignore.rules.iter_mut().filter(|(rule, _)| rule == finding.rule) {
                *used = true;
                silenced = true;
            }
        }
        !silenced
    });
}

impl Ignore {
    fn covers(&self, span: Span) -> bool {
        self.covered.start <= span.start && span.start < self.covered.end.max(self.covered.start + 1)
    }

    /// What is wrong with the comment; `ran` tells whether a rule did run in the document, and `exists` whether there is
    /// one of that name.
    pub fn faults(&self, ran: impl Fn(&str) -> bool, exists: impl Fn(&str) -> bool) -> Option<Message> {
        if self.rules.is_empty() {
            return Some(Message::new("lint-unused-ignore-malformed"));
        }
        if let Some((unknown, _)) = self.rules.iter().find(|(rule, _)| !exists(rule)) {
            return Some(Message::new("lint-unknown-rule").with("name", super::finding::quotation(unknown)));
        }
        if let Some((unused, _)) = self.rules.iter().find(|(rule, used)| !used && ran(rule)) {
            return Some(Message::new("lint-unused-ignore").with("rule", unused.as_str()));
        }
        (!self.has_reason).then(|| Message::new("lint-unused-ignore-no-reason"))
    }

    /// Whether nothing speaks for the comment: every rule it names exists and ran, and none was silenced.
    pub fn is_idle(&self, ran: impl Fn(&str) -> bool) -> bool {
        !self.rules.is_empty() && self.rules.iter().all(|(rule, used)| !used && ran(rule))
    }
}

struct Reader<'a> {
    text: &'a str,
    ignores: Vec<Ignore>,
}

impl Reader<'_> {
    fn flow(&mut self, blocks: &[Block<'_>]) {
        for block in blocks.iter().flat_map(Block::with_descendants) {
            if block.kind == BlockKind::Html {
                self.html(block.span, Span::default());
            }
            block.for_each_run(&mut |inlines| self.run(inlines, block.span));
        }
    }

    fn run(&mut self, inlines: &[Inline<'_>], block: Span) {
        for inline in inlines {
            if matches!(inline.kind, InlineKind::Html) {
                self.html(inline.span, block);
            }
            self.run(inline.children(), block);
        }
    }

    /// Reads the comments of raw HTML that stands in `block`; empty if it stands alone.
    fn html(&mut self, span: Span, block: Span) {
        let Some(written) = self.text.get(span.range()) else { return };
        let mut from = 0;
        while let Some(open) = written[from..].find("<!--").map(|open| from + open) {
            let Some(close) = written[open..].find("-->").map(|close| open + close) else { return };
            from = close + "-->".len();
            let comment = written[open + "<!--".len()..close].trim();
            let Some(order) = comment.strip_prefix("gaceta:") else { continue };
            let start = span.range().start;
            self.ignores.push(self.ignore(order.trim(), start + open..start + from, block));
        }
    }

    fn ignore(&self, order: &str, comment: std::ops::Range<usize>, block: Span) -> Ignore {
        let mut words = order.split_whitespace();
        let covered = match words.next() {
            Some("ignore-file") => Some(Span::new(0..self.text.len())),
            Some("ignore") => Some(block),
            _ => None,
        };
        let mut rules = Vec::new();
        let mut has_reason = false;
        let mut goes_on = covered.is_some();
        for word in words {
            if !goes_on {
                has_reason |= word.contains(char::is_alphanumeric);
                continue;
            }
            goes_on = word.ends_with(',');
            rules.extend(word.split(',').filter(|name| !name.is_empty()).map(|name| (name.to_owned(), false)));
        }
        let removal = Edit { span: self.whole_line(comment.clone()), text: String::new() };
        Ignore { span: Span::new(comment), covered: covered.unwrap_or_default(), rules, has_reason, removal }
    }

    /// The comment with the blank line after it where it has a line to itself, else with the blanks before it.
    fn whole_line(&self, comment: std::ops::Range<usize>) -> Span {
        let before = &self.text[..comment.start];
        let after = &self.text[comment.end..];
        let begins_line = before.is_empty() || before.ends_with('\n');
        let line_end = |text: &str| {
            text.strip_prefix("\r\n").or_else(|| text.strip_prefix('\n')).map(|rest| text.len() - rest.len())
        };
        match line_end(after) {
            Some(end) if begins_line => {
                let blank = line_end(&after[end..])
                    .filter(|_| before.is_empty() || before.ends_with("\n\n") || before.ends_with("\n\r\n"));
                Span::new(comment.start..comment.end + end + blank.unwrap_or(0))
            }
            _ => {
                let blanks = before.len() - before.trim_end_matches([' ', '\t']).len();
                Span::new(comment.start - blanks..comment.end)
            }
        }
    }
}
