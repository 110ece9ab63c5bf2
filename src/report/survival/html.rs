//! A web page: how many words of each year stood from time to time, as areas on each other, and the numbers below.

use super::people::{cells, head, summary};
use crate::chart::{Area, areas};
use crate::edition::html::push_text;
use crate::report::Voice;
use crate::report::page::Head;
use crate::report::tally::{TALLY_STYLE, day, push_legend_item};
use crate::tally::Survival;
use std::fmt::Write as _;
use std::io::{self, Write};

/// Writes it.
pub fn html(survival: &Survival, voice: Voice<'_>, output: &mut dyn Write) -> io::Result<()> {
    let words = voice.words;
    let title = words.word("survival-title");
    let told = summary(survival, words);
    let mut out = String::new();
    Head { title: &title, policy: "", style: TALLY_STYLE, skip: "table", words }.push(&mut out);
    out.push_str("<p class=\"summary\">");
    push_text(&mut out, &told);
    out.push_str("</p>\n</header>\n<main>\n");
    let name = |year: &Option<i16>| year.map_or_else(|| words.word("survival-year-unknown"), |year| year.to_string());
    let drawn = survival.cohorts.values().enumerate().map(|(number, heights)| Area { number, heights });
    out.push_str(&areas(&drawn.collect::<Vec<_>>(), &told));
    out.push_str("\n<p class=\"days\">");
    for moment in [survival.moments.first(), survival.moments.last()].into_iter().flatten() {
        let day = day(Some(*moment));
        // Writing to a string does not fail.
        let _ = write!(out, "<time datetime=\"{day}\">{day}</time> ");
    }
    out.push_str("</p>\n<ul class=\"legend\">\n");
    survival.cohorts.keys().enumerate().for_each(|(number, year)| push_legend_item(&mut out, number, &name(year)));
    out.push_str("</ul>\n<div class=\"table\" id=\"table\" role=\"region\" tabindex=\"0\" aria-label=\"");
    push_text(&mut out, &title);
    out.push_str("\"><table>\n<thead>\n<tr>");
    for (column, name) in head(words).iter().enumerate() {
        let _ = write!(out, "<th scope=\"col\"{}>", if column == 0 { "" } else { " class=\"number\"" });
        push_text(&mut out, name);
        out.push_str("</th>");
    }
    out.push_str("</tr>\n</thead>\n<tbody>\n");
    for (year, counts) in &survival.cohorts {
        let [year, numbers @ ..] = cells(*year, counts, words);
        out.push_str("<tr><th scope=\"row\">");
        push_text(&mut out, &year);
        out.push_str("</th>");
        for number in numbers {
            out.push_str("<td class=\"number\">");
            push_text(&mut out, &number);
            out.push_str("</td>");
        }
        out.push_str("</tr>\n");
    }
    out.push_str("</tbody>\n</table></div>\n</main>\n</body>\n</html>\n");
    output.write_all(out.as_bytes())
}
