//! One whole citation: lists joined from the narrow to the wide («inciso b) de la fracción III del artículo 14») and from
//! the wide to the narrow.

use super::names::{Name, Sense, Tongues};
use super::numbers::{self, Form};
use super::series::{self, Series};
use super::{CitedClause, Direction, Target, relative, transitory, words};
use crate::model::ClauseKind;
use std::ops::Range;

/// The most clauses that «fracciones I y II de los artículos 5 y 6» is spelled out to; what would be more keeps the
/// wider clauses alone.
const MOST_COMBINED: usize = 64;

/// A citation before it is known whose clauses it means.
#[derive(Debug)]
pub(super) struct Chain {
    pub(super) range: Range<usize>,
    pub(super) target: Target,
    /// Whether it ends in «de este artículo».
    pub(super) stated: bool,
    /// The name that it begins with.
    pub(super) name: Name,
}

/// What has been read of a citation.
struct Building {
    start: usize,
    end: usize,
    clauses: Vec<CitedClause>,
    /// The widest kind so far; `None` while only paragraphs were read.
    widest: Option<ClauseKind>,
    /// Whether it cites something by itself.
    free: bool,
    /// Whether a clause's number was read that the model has no clause for.
    unreadable: bool,
}

impl Chain {
    /// Reads the citation whose first name stands at `place`; nothing before `floor` belongs to it.
    pub(super) fn read(text: &str, place: Range<usize>, name: Name, floor: usize, tongues: Tongues) -> Option<Self> {
        let building = begin(text, place.clone(), name, floor, tongues);
        let Some(mut building) = building else {
            let (range, direction) = relative::around(text, place, name).filter(|(range, _)| range.start >= floor)?;
            let target = Target::Relative { kind: name.kind(), direction, within: Vec::new() };
            return Some(Self { range, target, stated: direction == Direction::Here, name });
        };
        for _ in 0..8 {
            match building.widen(text, tongues) {
                Widened::Further => {}
                Widened::Told(kind, direction) => return Some(building.told(kind, direction, name)),
                Widened::No => break,
            }
        }
        let complete = building.free && !building.clauses.is_empty() && !building.unreadable;
        let range = building.start..building.end;
        complete.then_some(Self { range, target: Target::Clauses(building.clauses), stated: false, name })
    }
}

/// Reads the first list, or a paragraph that a wider clause may follow.
fn begin(text: &str, place: Range<usize>, name: Name, floor: usize, tongues: Tongues) -> Option<Building> {
    match name.sense {
        Sense::Transitory => {
            let (range, clauses) = transitory::read(text, place, name, floor, tongues)?;
            let widest = Some(ClauseKind::Transitory);
            Some(Building { start: range.start, end: range.end, clauses, widest, free: true, unreadable: false })
        }
        Sense::Passing => {
            let (start, end) = paragraph(text, place, floor, tongues)?;
            Some(Building { start, end, clauses: Vec::new(), widest: None, free: false, unreadable: false })
        }
        Sense::Clause(kind) => {
            let series = list(text, name, place.end, tongues)?;
            let free = !name.attached || (kind == ClauseKind::Item && series.form == Form::Small);
            let unreadable = series.clauses.is_empty() && kind < ClauseKind::Part;
            let (end, clauses) = (series.end, series.clauses);
            Some(Building { start: place.start, end, clauses, widest: Some(kind), free, unreadable })
        }
    }
}

/// A list of clauses; «artículos primero y segundo transitorios» are transitory.
fn list(text: &str, name: Name, name_end: usize, tongues: Tongues) -> Option<Series> {
    let mut series = series::read(text, name, name_end, tongues)?;
    let transitory = words::after(text, series.end).filter(|word| {
        name.kind() == Some(ClauseKind::Article) && matches!(word.folded(), "transitorio" | "transitorios")
    });
    if let Some(word) = transitory {
        series.end = word.end;
        for clause in &mut series.clauses {
            let numbers = clause.path.first_mut().into_iter().chain(&mut clause.through);
            for number in numbers.filter(|number| number.kind == ClauseKind::Article) {
                number.kind = ClauseKind::Transitory;
            }
        }
    }
    Some(series)
}

/// The paragraph that a citation begins with: «segundo párrafo», «párrafo segundo».
fn paragraph(text: &str, place: Range<usize>, floor: usize, tongues: Tongues) -> Option<(usize, usize)> {
    if let Some(end) = series::passing_part(text, place.start, tongues) {
        return Some((place.start, end));
    }
    let word = words::before(text, place.start).filter(|word| word.start >= floor)?;
    let counted = numbers::ordinal(text, word.start).is_some_and(|(_, end)| end == word.end);
    let last = matches!(word.folded(), "ultimo" | "penultimo" | "last");
    (counted || last).then_some((word.start, place.end))
}

/// What a step to a wider clause found.
enum Widened {
    Further,
    Told(Option<ClauseKind>, Direction),
    No,
}

impl Building {
    /// Reads «del artículo 14», «de este artículo», «, artículo 14» after a narrower clause.
    fn widen(&mut self, text: &str, tongues: Tongues) -> Widened {
        let Some((start, comma_alone)) = connector(text, self.end) else { return Widened::No };
        if !comma_alone && let Some((name, end, direction)) = relative::at(text, start, tongues) {
            self.end = end;
            return Widened::Told(name.kind(), direction);
        }
        if let Some((name, end)) = series::name_at(text, start, tongues)
            && let Some(kind) = name.kind()
        {
            let narrow = self.widest.is_none_or(|widest| widest >= ClauseKind::Part);
            let usual = !comma_alone || (narrow && kind >= ClauseKind::Article);
            // «Numeral 4.4 del numeral 4»: what the model does not number can stand in what is called the same.
            let same = self.clauses.is_empty() && self.widest == Some(kind);
            if !usual || self.widest.is_some_and(|widest| kind >= widest && !same) {
                return Widened::No;
            }
            let Some(series) = list(text, name, end, tongues) else { return Widened::No };
            self.combine(series, kind);
            return Widened::Further;
        }
        // «Fracción I del segundo párrafo del artículo 5».
        match series::passing_part(text, start, tongues) {
            Some(end) if !comma_alone => {
                self.end = end;
                Widened::Further
            }
            _ => Widened::No,
        }
    }

    /// Puts the clauses read so far inside those of a wider kind.
    fn combine(&mut self, wider: Series, kind: ClauseKind) {
        self.end = wider.end;
        self.widest = Some(kind);
        self.free |= !wider.name.attached;
        self.unreadable |= wider.clauses.is_empty() && kind < ClauseKind::Part;
        let ranged = wider.clauses.iter().any(|clause| clause.through.is_some());
        if self.clauses.is_empty()
            || ranged
            || wider.clauses.len() * self.clauses.len() > MOST_COMBINED.max(self.clauses.len())
        {
            self.clauses = wider.clauses;
            return;
        }
        let inner = std::mem::take(&mut self.clauses);
        for outer in &wider.clauses {
            for clause in &inner {
                let mut path: Vec<_> = outer.path.iter().chain(&clause.path).cloned().collect();
                path.sort_by_key(|number| number.kind);
                self.clauses.push(CitedClause { path, through: clause.through.clone() });
            }
        }
    }

    /// The citation that ends in a clause told by its place.
    fn told(self, kind: Option<ClauseKind>, direction: Direction, name: Name) -> Chain {
        let range = self.start..self.end;
        let stated = direction == Direction::Here;
        let target = if stated && !self.clauses.is_empty() && !self.unreadable {
            Target::Clauses(self.clauses)
        } else {
            Target::Relative { kind, direction, within: self.clauses }
        };
        Chain { range, target, stated, name }
    }
}

/// Past «del», «de la», “of the”, or a comma alone, between a narrower clause and a wider one; and whether it was a comma
/// alone.
fn connector(text: &str, end: usize) -> Option<(usize, bool)> {
    let start = series::past_comma(text, end);
    let comma = text[end..start].contains(',');
    // «c)del artículo 10» is read too.
    let word = words::at(text, start).filter(|_| start > end || text[..end].ends_with(')'))?;
    let next = match word.folded() {
        "del" | "de" | "of" | "in" | "under" => word.end + words::blanks(text, word.end),
        _ => return comma.then_some((start, true)),
    };
    let article = words::at(text, next).filter(|word| matches!(word.folded(), "la" | "el" | "los" | "las" | "the"));
    Some((article.map_or(next, |word| word.end + words::blanks(text, word.end)), false))
}
