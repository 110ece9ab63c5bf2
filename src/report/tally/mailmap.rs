//! Lines for a `.mailmap` (gitmailmap(5)), ready to be pasted.

use crate::messages::Catalogue;
use crate::report::error::one_line;
use crate::tally::{Likeness, Proposal};
use std::fmt::Write as _;

/// The lines that make one person of each proposal, under a comment that says why.
#[must_use]
pub fn mailmap_lines(proposals: &[Proposal], words: &Catalogue) -> String {
    let mut lines = String::new();
    for (place, proposal) in proposals.iter().enumerate() {
        let reasons: Vec<String> = proposal.likenesses.iter().map(|likeness| words.word(reason(*likeness))).collect();
        let gap = if place == 0 { "" } else { "\n" };
        let _ = writeln!(lines, "{gap}# {}", reasons.join("; "));
        let proper = &proposal.proper;
        for other in &proposal.others {
            let other_name = if other.name == proper.name { String::new() } else { format!(" {}", other.name) };
            let line = format!("{} <{}>{other_name} <{}>", proper.name, proper.address, other.address);
            let _ = writeln!(lines, "{}", one_line(line.trim_start()));
        }
    }
    lines
}

const fn reason(likeness: Likeness) -> &'static str {
    match likeness {
        Likeness::Address => "tally-likeness-address",
        Likeness::Name => "tally-likeness-name",
        Likeness::Login => "tally-likeness-login",
        Likeness::Spelling => "tally-likeness-spelling",
        Likeness::Part => "tally-likeness-part",
    }
}
