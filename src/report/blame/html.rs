//! A section as a web page: one file that runs no script and loads nothing.
//!
//! The words read as the text does. Each run is underlined in the colour of its person and begins with the number of its
//! commit, which leads to the list below; on wide screens, commit and person stand beside the block too. Text enters the
//! page only through [`push_text`].

use super::Blamed;
use crate::align::BlockForm;
use crate::blame::{Block, Origin, Run};
use crate::edition::html::{direction, push_text};
use crate::messages::Catalogue;
use crate::model::Message;
use crate::report::Voice;
use crate::report::page::{Head, colours};
use crate::report::tally::{day, short};
use std::fmt::Write as _;
use std::io::{self, Write};

const BLAME_STYLE: &str = include_str!("blame.css");

/// How many digits of a commit's id stand beside the text; the list below has more.
const SHORTEST: usize = 8;

/// The deepest list that is set further in than the one around it.
const DEEPEST: usize = 4;

/// Writes a section.
pub fn write(blamed: Blamed<'_>, voice: Voice<'_>, output: &mut dyn Write) -> io::Result<()> {
    let mut page = Page { out: String::new(), blamed, words: voice.words, beside: Vec::new() };
    page.head();
    page.people();
    page.text();
    page.revisions();
    page.out.push_str("</main>\n</body>\n</html>\n");
    output.write_all(page.out.as_bytes())
}

struct Page<'a> {
    out: String,
    blamed: Blamed<'a>,
    words: &'a Catalogue,
    /// The origins that stand beside the block before.
    beside: Vec<usize>,
}

impl Page<'_> {
    fn word(&mut self, id: &'static str) {
        push_text(&mut self.out, &self.words.word(id));
    }

    fn head(&mut self) {
        let place = self.blamed.place;
        let title = self.words.text(&Message::new("blame-title").with("section", self.blamed.title()));
        let tag = place.language.as_ref().map_or("", |language| language.as_str());
        let policy = self.blamed.policy.manifest.title.get(tag).to_owned();
        let head = Head { title: &title, policy: &policy, style: BLAME_STYLE, skip: "text", words: self.words };
        head.push(&mut self.out);
        self.out.push_str("<ul class=\"edition\">\n<li>");
        push_text(&mut self.out, &place.address());
        let commit = short(self.blamed.commit);
        let _ = write!(self.out, "</li>\n<li><code>{commit}</code></li>\n</ul>\n</header>\n<main>\n");
    }

    /// The people and their shares, as a bar and as a list.
    fn people(&mut self) {
        self.out.push_str("<section class=\"people\" aria-labelledby=\"people\">\n<h2 id=\"people\">");
        self.word("blame-people");
        self.out.push_str("</h2>\n<p>");
        let counted = self.blamed.counted(self.words);
        push_text(&mut self.out, &counted);
        self.out.push_str(".</p>\n<div class=\"bar\" aria-hidden=\"true\">");
        for (rank, (_, share)) in self.blamed.blame.owners.iter().enumerate() {
            let part = share.thousandths_of(self.blamed.blame.words);
            let width = format!("{}.{}", part / 10, part % 10);
            let _ = write!(self.out, "<span class=\"{}\" style=\"inline-size:{width}%\"></span>", class(Some(rank)));
        }
        self.out.push_str("</div>\n<ul>\n");
        for (rank, (name, share)) in self.blamed.shares(self.words).into_iter().enumerate() {
            let _ = write!(self.out, "<li><span class=\"name {}\">", class(Some(rank)));
            push_text(&mut self.out, &name);
            self.out.push_str("</span> <span class=\"share\">");
            push_text(&mut self.out, &share);
            self.out.push_str("</span></li>\n");
        }
        self.out.push_str("</ul>\n</section>\n");
    }

    fn text(&mut self) {
        self.out.push_str("<article id=\"text\"");
        if let Some(language) = &self.blamed.place.language {
            let _ = write!(self.out, " lang=\"{language}\" dir=\"{}\"", direction(language));
        }
        self.out.push_str(">\n");
        let is_row = |block: &Block| matches!(block.form, BlockForm::Row { .. });
        let (mut list_is_open, mut item_is_open) = (false, false);
        for blocks in self.blamed.blame.blocks.chunk_by(|one, next| is_row(one) && is_row(next)) {
            let in_list = blocks[0].depth > 0;
            if item_is_open && (!in_list || blocks[0].mark.is_some()) {
                self.out.push_str("</li>\n");
                item_is_open = false;
            }
            if list_is_open != in_list {
                self.out.push_str(if in_list { "<ul class=\"items\" role=\"list\">\n" } else { "</ul>\n" });
                list_is_open = in_list;
            }
            if in_list && !item_is_open {
                self.out.push_str("<li>\n");
                item_is_open = true;
            }
            self.blocks(blocks);
        }
        self.out.push_str(if item_is_open { "</li>\n" } else { "" });
        self.out.push_str(if list_is_open { "</ul>\n" } else { "" });
        self.out.push_str("</article>\n");
    }

    /// A block, or all rows of a table, with what stands beside it.
    fn blocks(&mut self, blocks: &[Block]) {
        let block = &blocks[0];
        let depth = block.depth.min(DEEPEST);
        let quoted = if block.is_quoted { " quoted" } else { "" };
        let _ = write!(self.out, "<div class=\"block depth-{depth}{quoted}\">\n<div>");
        match block.form {
            BlockForm::Row { .. } => self.table(blocks),
            BlockForm::Rule => self.out.push_str("<hr>"),
            BlockForm::Code => {
                self.out.push_str("<pre><code>");
                block.cells.iter().flatten().for_each(|run| push_text(&mut self.out, &run.text));
                self.out.push_str("</code></pre>");
            }
            BlockForm::Heading(level) => self.running(block, &format!("h{}", self.level(level)), ""),
            BlockForm::Paragraph | BlockForm::Html => self.running(block, "p", ""),
            BlockForm::Term => self.running(block, "p", " class=\"term\""),
        }
        self.out.push_str("</div>\n");
        self.beside(blocks);
        self.out.push_str("</div>\n");
    }

    /// The level of a heading on the page, on which that of the section is the second.
    fn level(&self, level: u8) -> u8 {
        let outermost = match self.blamed.blame.blocks.first().map(|block| block.form) {
            Some(BlockForm::Heading(level)) => level,
            _ => 1,
        };
        (level.saturating_sub(outermost) + 2).min(6)
    }

    /// Running text as an element with some attributes.
    fn running(&mut self, block: &Block, element: &str, attributes: &str) {
        let _ = write!(self.out, "<{element}{attributes}>");
        if let Some(mark) = &block.mark {
            self.out.push_str("<span class=\"mark\">");
            push_text(&mut self.out, &mark.to_string());
            self.out.push_str("</span> ");
        }
        block.cells.iter().flatten().for_each(|run| self.run(run));
        let _ = write!(self.out, "</{element}>");
    }

    fn table(&mut self, rows: &[Block]) {
        self.out.push_str("<div class=\"table\" role=\"region\" tabindex=\"0\" aria-label=\"");
        let title = self.blamed.title();
        push_text(&mut self.out, &title);
        self.out.push_str("\"><table>\n");
        for row in rows {
            let cell = if row.form == (BlockForm::Row { head: true }) { "th" } else { "td" };
            self.out.push_str("<tr>");
            for runs in &row.cells {
                let _ = write!(self.out, "<{cell}>");
                for run in runs {
                    self.run(run);
                }
                let _ = write!(self.out, "</{cell}>");
            }
            self.out.push_str("</tr>\n");
        }
        self.out.push_str("</table></div>");
    }

    fn run(&mut self, run: &Run) {
        let origin = run.origin.and_then(|place| Some((place, self.blamed.blame.origins.get(place)?)));
        let Some((place, origin)) = origin else {
            push_text(&mut self.out, &run.text);
            return;
        };
        let text = run.text.trim_start();
        self.out.push_str(if text.len() < run.text.len() { " " } else { "" });
        let told = self.told(*origin);
        let class = class(self.blamed.blame.rank(place, self.blamed.tally));
        let _ = write!(self.out, "<span class=\"by {class}\" title=\"");
        push_text(&mut self.out, &told);
        let number = place + 1;
        let _ = write!(self.out, "\"><sup><a href=\"#r{number}\">{number}</a></sup><span>");
        push_text(&mut self.out, text);
        self.out.push_str("</span></span>");
    }

    /// What is known of an origin on one line: revision, date, people.
    fn told(&self, origin: Origin) -> String {
        let commit = origin.of(self.blamed.tally);
        let revision = commit.map_or_else(String::new, |commit| short(&commit.id).to_owned());
        let date = commit.map_or_else(String::new, |commit| day(commit.seconds));
        let told = [revision, date, self.blamed.owners(origin, self.words)];
        told.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
    }

    /// Beside a block, the commits that its words came from, unless they stand beside the one before. The numbers in the
    /// text lead to the same.
    fn beside(&mut self, blocks: &[Block]) {
        let mut places: Vec<usize> = Vec::new();
        for place in blocks.iter().flat_map(|block| &block.cells).flatten().filter_map(|run| run.origin) {
            if !places.contains(&place) {
                places.push(place);
            }
        }
        if places.is_empty() || places == self.beside {
            return;
        }
        self.out.push_str("<div class=\"beside\" aria-hidden=\"true\">\n");
        for place in &places {
            let Some(origin) = self.blamed.blame.origins.get(*place) else { continue };
            let class = class(self.blamed.blame.rank(*place, self.blamed.tally));
            let _ = write!(self.out, "<p><sup>{}</sup> <span class=\"name {class}\">", place + 1);
            let owners = self.blamed.owners(*origin, self.words);
            push_text(&mut self.out, &owners);
            self.out.push_str("</span>");
            if let Some(commit) = origin.of(self.blamed.tally) {
                let _ = write!(self.out, " <code>{}</code>", commit.id.get(..SHORTEST).unwrap_or_default());
            }
            self.out.push_str("</p>\n");
        }
        self.out.push_str("</div>\n");
        self.beside = places;
    }

    /// What the numbers stand for.
    fn revisions(&mut self) {
        self.out.push_str("<section class=\"revisions\" aria-labelledby=\"revisions\">\n<h2 id=\"revisions\">");
        self.word("blame-revisions-title");
        self.out.push_str("</h2>\n<ol>\n");
        for (place, origin) in self.blamed.blame.origins.iter().enumerate() {
            let class = class(self.blamed.blame.rank(place, self.blamed.tally));
            let _ = write!(self.out, "<li id=\"r{}\"><span class=\"name {class}\">", place + 1);
            let owners = self.blamed.owners(*origin, self.words);
            push_text(&mut self.out, &owners);
            self.out.push_str("</span> <span class=\"detail\">");
            if let Some(commit) = origin.of(self.blamed.tally) {
                let day = day(commit.seconds);
                let _ =
                    write!(self.out, "<time datetime=\"{day}\">{day}</time> · <code>{}</code> · ", short(&commit.id));
            }
            let count = self.words.text(&Message::new("blame-words").with("count", origin.words));
            push_text(&mut self.out, &count);
            self.out.push_str("</span></li>\n");
        }
        self.out.push_str("</ol>\n</section>\n");
    }
}

/// The classes of what is owed to the owner of a rank.
fn class(rank: Option<usize>) -> String {
    rank.map_or_else(String::new, colours)
}
