//! The numbers for spreadsheets and programs: how many words of each year stood on each day.

use crate::report::Voice;
use crate::report::csv::write_row;
use crate::report::json::write_to;
use crate::report::tally::day;
use crate::tally::Survival;
use serde::Serialize;
use std::io::{self, Write};

/// Writes a row for each year and day.
pub fn csv(survival: &Survival, _: Voice<'_>, output: &mut dyn Write) -> io::Result<()> {
    write_row(&["year", "day", "words"].map(str::to_owned), output)?;
    for (year, counts) in &survival.cohorts {
        for (moment, count) in survival.moments.iter().zip(counts) {
            let year = year.map_or_else(String::new, |year| year.to_string());
            write_row(&[year, day(Some(*moment)), count.to_string()], output)?;
        }
    }
    Ok(())
}

#[derive(Serialize)]
struct SurvivalOutput<'a> {
    schema: &'static str,
    language: &'static str,
    days: Vec<String>,
    years: Vec<YearOutput<'a>>,
}

#[derive(Serialize)]
struct YearOutput<'a> {
    year: Option<i16>,
    words: &'a [usize],
}

/// Writes the days, and for each year the words that stood on them.
pub fn json(survival: &Survival, voice: Voice<'_>, output: &mut dyn Write) -> io::Result<()> {
    let years = survival.cohorts.iter().map(|(year, words)| YearOutput { year: *year, words });
    let told = SurvivalOutput {
        schema: "gaceta/survival/1",
        language: voice.words.locale().tag(),
        days: survival.moments.iter().map(|moment| day(Some(*moment))).collect(),
        years: years.collect(),
    };
    write_to(&told, output)
}
