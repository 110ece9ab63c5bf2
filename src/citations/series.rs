//! A list of clauses of one kind, each with what narrows it: «artículos 5, fracción I, inciso a), y 9 a 12».
//!
//! The path of the clause being read grows with each narrower name («, fracción I»); a further number («y II», «, 9») ends
//! it and begins the next at the level whose numbers are written alike.

use super::names::{self, Name, Sense, Tongues};
use super::numbers::{self, Form, Number};
use super::words;
use super::{CitedClause, CitedNumber};
use crate::model::ClauseKind;

/// The clauses that were read.
#[derive(Debug)]
pub(super) struct Series {
    /// In the order of the text; none where their numbers are not clauses of the model.
    pub(super) clauses: Vec<CitedClause>,
    /// The name that began the list.
    pub(super) name: Name,
    /// The form of the first number.
    pub(super) form: Form,
    pub(super) end: usize,
}

/// One level of the path that is being read.
struct Level {
    name: Name,
    form: Form,
    value: u32,
    /// How many numbers stand before it in the path.
    depth: usize,
    /// Whether its number is no clause of the model, so that nothing inside it is either.
    hidden: bool,
}

struct Reading<'text> {
    text: &'text str,
    tongues: Tongues,
    levels: Vec<Level>,
    path: Vec<CitedNumber>,
    through: Option<CitedNumber>,
    clauses: Vec<CitedClause>,
    end: usize,
}

/// Reads the list whose first number stands after `name_end`.
pub(super) fn read(text: &str, name: Name, name_end: usize, tongues: Tongues) -> Option<Series> {
    let number = first_number(text, name, name_end)?;
    let form = number.form;
    let (levels, path, clauses) = (Vec::new(), Vec::new(), Vec::new());
    let mut reading = Reading { text, tongues, levels, path, through: None, clauses, end: name_end };
    reading.enter(name, number);
    while reading.bracket()
        || reading.range()
        || reading.passing()
        || reading.narrower()
        || reading.again()
        || reading.further()
    {}
    reading.finish();
    Some(Series { clauses: reading.clauses, name, form, end: reading.end })
}

/// The number after a name: at once, or after the article of a range, «artículos del 5 al 9».
fn first_number(text: &str, name: Name, name_end: usize) -> Option<Number> {
    numbers::read(text, name_end, name).or_else(|| {
        let article =
            words::after(text, name_end).filter(|word| name.plural && matches!(word.folded(), "del" | "from"))?;
        numbers::read(text, article.end, name)
    })
}

/// The number that a cited clause keeps.
fn cited(number: Number) -> Option<CitedNumber> {
    let Number { kind, value, suffix, range, .. } = number;
    Some(CitedNumber { kind: kind?, number: value, suffix, range })
}

impl Reading<'_> {
    /// Adds a number to the path, of a name inside those before.
    fn enter(&mut self, name: Name, number: Number) {
        let (form, value, depth) = (number.form, number.value, self.path.len());
        self.end = number.end;
        let inside_hidden = self.levels.last().is_some_and(|level| level.hidden);
        let cited = cited(number).filter(|_| !inside_hidden);
        self.levels.push(Level { name, form, value, depth, hidden: cited.is_none() });
        self.path.extend(cited);
    }

    /// Ends the clause that is being read.
    fn finish(&mut self) {
        let through = self.through.take();
        let told = self.clauses.last().is_some_and(|last| last.path == self.path);
        if !self.path.is_empty() && !told {
            self.clauses.push(CitedClause { path: self.path.clone(), through });
        }
    }

    /// Ends the clause and begins the next with a number at a level.
    fn replace(&mut self, level: usize, name: Name, number: Number) {
        self.finish();
        let depth = self.levels.get(level).map_or(0, |level| level.depth);
        self.levels.truncate(level);
        self.path.truncate(depth);
        self.enter(name, number);
    }

    /// `(3)(b)` right after an English number.
    fn bracket(&mut self) -> bool {
        let Some(top) = self.levels.last().filter(|_| self.text[self.end..].starts_with('(') && self.levels.len() < 8)
        else {
            return false;
        };
        let sense = Sense::Clause(ClauseKind::Item);
        let name = Name { sense, plural: false, attached: true, ..top.name };
        let Some(mut number) = numbers::read(self.text, self.end, name) else { return false };
        // `(i)`, `(v)` and `(x)` may be Roman.
        if number.kind == Some(ClauseKind::Item) && matches!(number.value, 9 | 22 | 24) {
            number.kind = None;
        }
        self.enter(name, number);
        true
    }

    /// « a VI», « al 9», “ to 9”, «–9»: the end of a range.
    fn range(&mut self) -> bool {
        let Some(level) = self.levels.last().filter(|_| self.through.is_none()) else { return false };
        let next = self.end + words::blanks(self.text, self.end);
        let start = if let Some(dash @ ('–' | '—' | '-')) = self.text[next..].chars().next() {
            next + dash.len_utf8()
        } else {
            let Some(word) = words::at(self.text, next).filter(|_| next > self.end) else { return false };
            if !matches!(word.folded(), "a" | "al" | "hasta" | "to" | "through" | "until") {
                return false;
            }
            past_articles(self.text, word.end)
        };
        let number = numbers::read(self.text, start, level.name);
        let Some(number) = number.filter(|number| number.form == level.form && number.value > level.value) else {
            return false;
        };
        if counts_something(self.text, &number) {
            return false;
        }
        self.end = number.end;
        self.through = cited(number).filter(|_| !level.hidden);
        true
    }

    /// «, segundo párrafo», «, párrafos primero y tercero», «, base V»: parts of clauses that have no number in the model.
    fn passing(&mut self) -> bool {
        let start = past_comma(self.text, self.end);
        let start = past_possessive(self.text, start);
        let end = passing_part(self.text, start, self.tongues);
        if let Some(end) = end {
            self.end = end;
        }
        end.is_some()
    }

    /// «, fracción III», «, en su inciso b)»: a narrower clause.
    fn narrower(&mut self) -> bool {
        let Some(top) = self.levels.last() else { return false };
        let Some((name, end)) =
            name_at(self.text, past_possessive(self.text, past_comma(self.text, self.end)), self.tongues)
        else {
            return false;
        };
        let Some(kind) = name.kind() else { return false };
        let open = self.levels.iter().any(|level| level.name.kind() == Some(kind));
        let inside = top
            .name
            .kind()
            .is_some_and(|above| kind > above || (above >= ClauseKind::Part && kind >= ClauseKind::Part));
        if open || !inside || kind < ClauseKind::Section || self.levels.len() >= 8 {
            return false;
        }
        let Some(number) = numbers::read(self.text, end, name) else { return false };
        self.enter(name, number);
        true
    }

    /// «y fracción II»: a name again that is open below the first.
    fn again(&mut self) -> bool {
        let Some((start, _)) = past_separator(self.text, self.end) else { return false };
        let Some((name, end)) = name_at(self.text, past_articles(self.text, start), self.tongues) else { return false };
        let level = self.levels.iter().skip(1).position(|level| level.name.kind() == name.kind());
        let Some(level) = level.filter(|_| name.kind().is_some()) else { return false };
        let Some(number) = numbers::read(self.text, end, name) else { return false };
        self.replace(level + 1, name, number);
        true
    }

    /// «y 9», «, II»: a further number of an open level, the innermost that is written so.
    fn further(&mut self) -> bool {
        let Some((start, joined)) = past_separator(self.text, self.end) else { return false };
        let start = past_articles(self.text, start);
        for level in (0..self.levels.len()).rev() {
            let Some(Level { name, form, value, .. }) = self.levels.get(level) else { return false };
            let (name, form, value) = (*name, *form, *value);
            let Some(number) = numbers::read(self.text, start, name).filter(|number| number.form == form) else {
                continue;
            };
            let listed = name.plural
                || (form != Form::Ordinal
                    && number.value > value
                    && (joined || comma_list_closes(self.text, &number, name)));
            if !listed || counts_something(self.text, &number) {
                continue;
            }
            self.replace(level, name, number);
            return true;
        }
        false
    }
}

/// A name that begins at `start`, and its end.
pub(super) fn name_at(text: &str, start: usize, tongues: Tongues) -> Option<(Name, usize)> {
    let word = words::at(text, start)?;
    Some((names::of(&word, tongues)?, names::end_of(text, &word)))
}

/// Past a comma and blanks.
pub(super) fn past_comma(text: &str, start: usize) -> usize {
    let next = start + words::blanks(text, start);
    let next = next + usize::from(text[next..].starts_with(','));
    next + words::blanks(text, next)
}

/// Past «en su», «en sus», «y en su».
fn past_possessive(text: &str, start: usize) -> usize {
    let Some(word) = words::at(text, start) else { return start };
    let (first, start_of_word) = match word.folded() {
        "en" | "in" => (words::after(text, word.end), word.start),
        _ => (Some(word), word.start),
    };
    match first {
        Some(word) if matches!(word.folded(), "su" | "sus" | "its") => word.end + words::blanks(text, word.end),
        _ => start_of_word,
    }
}

/// Past a comma, a semicolon or a joining word between two numbers, and whether there is a joining word; `None` where there is none of
/// them.
fn past_separator(text: &str, start: usize) -> Option<(usize, bool)> {
    let next = start + words::blanks(text, start);
    let comma = text[next..].starts_with([',', ';']);
    let mut end = next + usize::from(comma);
    end += words::blanks(text, end);
    if text[end..].starts_with("y/o") {
        return Some((end + "y/o".len(), true));
    }
    // «d), e) y f)»: a letter before a bracket is a number.
    let word = words::at(text, end).filter(|word| end > start && !text[word.end..].starts_with(')'));
    let joined = match word.as_ref().map_or("", words::Word::folded) {
        "y" | "e" | "o" | "u" | "and" | "or" => word.map(|word| word.end),
        "asi" => word
            .and_then(|word| words::after(text, word.end))
            .filter(|word| word.folded() == "como")
            .map(|word| word.end),
        _ => None,
    };
    joined.map(|end| (end, true)).or_else(|| comma.then_some((end, false)))
}

/// Past «el», «los», «del», «al»: articles before a number.
fn past_articles(text: &str, start: usize) -> usize {
    let mut end = start + words::blanks(text, start);
    for _ in 0..2 {
        let Some(word) = words::at(text, end) else { break };
        if !matches!(word.folded(), "el" | "la" | "los" | "las" | "del" | "de" | "al" | "en" | "the" | "of") {
            break;
        }
        end = word.end + words::blanks(text, word.end);
    }
    end
}

/// Whether figures count things and are no clause's number: «y 20 días», «5 de mayo».
fn counts_something(text: &str, number: &Number) -> bool {
    if !matches!(number.form, Form::Figures) {
        return false;
    }
    let Some(word) = words::after(text, number.end).filter(|word| word.start > number.end && !word.is_capitalised())
    else {
        return false;
    };
    let folded = word.folded();
    if folded == "de" {
        return words::after(text, word.end).is_some_and(|month| MONTHS.contains(&month.folded()));
    }
    // Nouns that are counted stand in the plural.
    folded.ends_with('s')
        && !matches!(folded, "los" | "las" | "es" | "bis" | "is" | "as" | "sus" | "has" | "applies" | "antes")
        || folded == "por"
            && words::after(text, word.end).is_some_and(|word| matches!(word.folded(), "ciento" | "cien"))
}

const MONTHS: [&str; 12] = [
    "enero",
    "febrero",
    "marzo",
    "abril",
    "mayo",
    "junio",
    "julio",
    "agosto",
    "septiembre",
    "octubre",
    "noviembre",
    "diciembre",
];

/// Whether a list after a name in the singular («artículo 5, 6 y 7») goes on to «y» and a last number.
fn comma_list_closes(text: &str, number: &Number, name: Name) -> bool {
    let mut end = number.end;
    for _ in 0..16 {
        let Some((start, joined)) = past_separator(text, end) else { return false };
        let Some(next) = numbers::read(text, start, name).filter(|next| next.form == number.form) else { return false };
        if joined {
            return !counts_something(text, &next);
        }
        end = next.end;
    }
    false
}

/// The end of a part of a clause that begins at `start`: «segundo párrafo», «párrafos primero y segundo», «último párrafo».
pub(super) fn passing_part(text: &str, start: usize, tongues: Tongues) -> Option<usize> {
    let is_passing = |at: usize| name_at(text, at, tongues).filter(|(name, _)| name.sense == Sense::Passing);
    if let Some((name, end)) = is_passing(start) {
        return numbered_parts(text, name, end);
    }
    let word = words::at(text, start)?;
    let end = match word.folded() {
        "ultimo" | "penultimo" | "antepenultimo" | "last" => word.end,
        _ => numbers::ordinal(text, start)?.1,
    };
    let next = end + words::blanks(text, end);
    if let Some((_, end)) = is_passing(next) {
        return Some(end);
    }
    // «Primer y segundo párrafos».
    let (joined, _) = past_separator(text, end)?;
    let (_, second) = numbers::ordinal(text, joined + words::blanks(text, joined))?;
    is_passing(second + words::blanks(text, second)).map(|(_, end)| end)
}

/// The end of the numbers after «párrafo».
fn numbered_parts(text: &str, name: Name, start: usize) -> Option<usize> {
    let word = words::after(text, start);
    if let Some(word) = word.filter(|word| matches!(word.folded(), "ultimo" | "penultimo")) {
        return Some(word.end);
    }
    let mut number = numbers::read(text, start, name)?;
    while let Some((next, _)) = past_separator(text, number.end)
        && let Some(further) = numbers::read(text, next, name)
        && further.form == number.form
        && (name.plural || number.form == Form::Small)
        && !counts_something(text, &further)
    {
        number = further;
    }
    Some(number.end)
}
