//! Whether a norm binds more or less than before.
//!
//! 1. The norms of a sentence are paired with those it had (`pairs`);
//! 2. of each pair, the strength of the verb, the time limit and the exceptions say a direction;
//! 3. any other words that changed make it another norm, unless only spelling was mended.

mod words;

use super::change::{Class, NormChange, NormSide};
use super::version::StatedNorm;
use crate::model::{Span, folded};
use crate::norms::{Deadline, Strength, Unit};
use words::{excepts, modals, other_modal, restricts};

pub(super) use words::{is_private, is_same_text, is_slip};

/// An edit in a sentence, as far as norms are concerned.
pub(super) struct NormEdit {
    pub(super) old: Option<Span>,
    pub(super) new: Option<Span>,
    pub(super) old_words: Vec<String>,
    pub(super) new_words: Vec<String>,
    /// How many hours pass between two times that something is to be done, where the edit stands in what says that.
    pub(super) old_hours: Option<u32>,
    pub(super) new_hours: Option<u32>,
    /// Whether only the spelling was mended.
    pub(super) is_spelling: bool,
}

/// What happened to the norms of a sentence; nothing where no word of theirs changed.
pub(super) fn changes(old: &[&StatedNorm], new: &[&StatedNorm], edits: &[NormEdit]) -> Vec<NormChange> {
    let pairs = pairs(old, new);
    let mut changes = Vec::new();
    for (at, to) in pairs {
        let (before, after) = (at.map(|at| old[at]), to.map(|to| new[to]));
        let class = match (before, after) {
            // What its introduction obliges to is another act now, which does not begin with its verb.
            (Some(one), None) | (None, Some(one)) if one.norm.inherited && is_rewritten(edits) => {
                Some(Class::NormChanged)
            }
            (Some(before), None) => Some(of_lost_modal(before, edits)),
            (None, Some(after)) => Some(of_new_modal(after, edits)),
            (Some(before), Some(after)) => {
                let is_in = |edit: &&NormEdit| is_in_zone(edit.old, old, at) || is_in_zone(edit.new, new, to);
                judge(before, after, &edits.iter().filter(is_in).collect::<Vec<_>>())
            }
            (None, None) => None,
        };
        if let Some(class) = class {
            changes.push(NormChange { class, old: before.map(side), new: after.map(side) });
        }
    }
    changes
}

/// Whether a sentence is in both versions.
fn is_rewritten(edits: &[NormEdit]) -> bool {
    edits.iter().any(|edit| edit.old.is_some() && edit.new.is_some()) || edits.len() > 1
}

/// The class of edits in a sentence in which no norm was recognised, but one modal verb took the place of another, as in a
/// cell of a table that is no whole sentence.
pub(super) fn between_modals(edits: &[NormEdit]) -> Option<Class> {
    edits.iter().find_map(|edit| modals(&edit.old_words, &edit.new_words)).and_then(of_modals)
}

/// The class of words in the place of others, likewise.
pub(super) fn between(old: &[String], new: &[String]) -> Option<Class> {
    modals(old, new).and_then(of_modals)
}

fn of_modals((old, new): (Strength, Strength)) -> Option<Class> {
    Some(class_of(of_strength(old, new), Class::Editorial)).filter(|class| *class != Class::Editorial)
}

/// What is told of a norm.
pub(super) fn side(stated: &StatedNorm) -> NormSide {
    let agent = stated.norm.agent.as_ref().map(|agent| agent.text.split_whitespace().collect::<Vec<_>>().join(" "));
    NormSide { strength: stated.norm.strength, agent, deadline: stated.deadline.clone() }
}

type Pair = (Option<usize>, Option<usize>);

/// Pairs norms in order so that those that are most alike stand together.
fn pairs(old: &[&StatedNorm], new: &[&StatedNorm]) -> Vec<Pair> {
    if old.len() == new.len() {
        return (0..old.len()).map(|place| (Some(place), Some(place))).collect();
    }
    let width = new.len() + 1;
    let mut sums = vec![0_usize; (old.len() + 1) * width];
    for row in (0..old.len()).rev() {
        for column in (0..new.len()).rev() {
            let paired = likeness(old[row], new[column]) + sums[(row + 1) * width + column + 1];
            let alone = sums[(row + 1) * width + column].max(sums[row * width + column + 1]);
            sums[row * width + column] = paired.max(alone);
        }
    }
    let (mut row, mut column) = (0, 0);
    let mut pairs = Vec::new();
    while row < old.len() && column < new.len() {
        let paired = likeness(old[row], new[column]) + sums[(row + 1) * width + column + 1];
        if sums[row * width + column] == paired {
            pairs.push((Some(row), Some(column)));
            (row, column) = (row + 1, column + 1);
        } else if sums[row * width + column] == sums[(row + 1) * width + column] {
            pairs.push((Some(row), None));
            row += 1;
        } else {
            pairs.push((None, Some(column)));
            column += 1;
        }
    }
    pairs.extend((row..old.len()).map(|row| (Some(row), None)));
    pairs.extend((column..new.len()).map(|column| (None, Some(column))));
    pairs
}

fn likeness(old: &StatedNorm, new: &StatedNorm) -> usize {
    let agent = |stated: &StatedNorm| stated.norm.agent.as_ref().map(|agent| folded(&agent.text));
    1 + 2 * usize::from(old.norm.strength == new.norm.strength)
        + usize::from(agent(old) == agent(new))
        + usize::from(old.deadline == new.deadline)
}

/// Whether an edit stands in what a norm says: from its first word, or the sentence's, to where the next norm begins.
fn is_in_zone(edit: Option<Span>, norms: &[&StatedNorm], place: Option<usize>) -> bool {
    let (Some(edit), Some(place)) = (edit, place) else { return false };
    let begins = |place: usize| {
        let stated = norms[place];
        let agent = stated.norm.agent.as_ref().filter(|agent| agent.range.is_some()).map(|agent| agent.span.start);
        agent.map_or(stated.modal.start, |agent| agent.min(stated.modal.start))
    };
    let starts = place == 0 || edit.end > begins(place);
    let ends = norms.get(place + 1).is_none() || edit.start < begins(place + 1);
    starts && ends
}

/// What the signs of a change say together.
#[derive(Default)]
struct Signs {
    more: bool,
    less: bool,
    other: bool,
}

impl Signs {
    fn add(&mut self, direction: Direction) {
        match direction {
            Direction::More => self.more = true,
            Direction::Less => self.less = true,
            Direction::Unknown => self.other = true,
            Direction::None => {}
        }
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Direction {
    More,
    Less,
    Unknown,
    None,
}

fn judge(old: &StatedNorm, new: &StatedNorm, edits: &[&NormEdit]) -> Option<Class> {
    let mut signs = Signs::default();
    // How strong an item is, its introduction tells, where that is told already.
    if !(old.norm.inherited && new.norm.inherited) {
        signs.add(of_strength(old.binding, new.binding));
    }
    // The verb of an item is what it obliges to.
    let modal = |stated: &StatedNorm| Some(stated.modal).filter(|_| !stated.norm.inherited);
    let deadline = of_deadline(old, new);
    signs.add(deadline);
    for edit in edits {
        let in_modal = touches(edit.old, modal(old)) || touches(edit.new, modal(new));
        let in_deadline = deadline != Direction::None && is_of_deadline(edit, old, new);
        if !in_modal && !in_deadline {
            signs.add(of_words(edit, new.norm.strength));
        } else if restricts(&edit.old_words) != restricts(&edit.new_words) {
            // «Sólo se podrá»: what else was free, or is, the text does not say.
            signs.add(Direction::Unknown);
        }
    }
    match signs {
        Signs { more: true, less: true, .. } => Some(Class::NormChanged),
        Signs { more: true, .. } => Some(Class::NormStrengthened),
        Signs { less: true, .. } => Some(Class::NormWeakened),
        Signs { other: true, .. } => Some(Class::NormChanged),
        Signs { .. } => None,
    }
}

fn touches(one: Option<Span>, other: Option<Span>) -> bool {
    matches!((one, other), (Some(one), Some(other)) if one.start < other.end && other.start < one.end)
}

/// What became of a norm whose sentence is none any more: where another modal verb stands in the place of its own, the norm
/// is weaker or stronger, although nobody is bound by name («Los archivos podrán contener…»).
fn of_lost_modal(old: &StatedNorm, edits: &[NormEdit]) -> Class {
    let edit = edits.iter().find(|edit| touches(edit.old, Some(old.modal)));
    let other = edit.and_then(|edit| other_modal(old.binding, &edit.old_words, &edit.new_words));
    other.map_or(Class::NormRemoved, |other| class_of(of_strength(old.binding, other), Class::NormRemoved))
}

/// Where a norm came from whose sentence was none, likewise.
fn of_new_modal(new: &StatedNorm, edits: &[NormEdit]) -> Class {
    let edit = edits.iter().find(|edit| touches(edit.new, Some(new.modal)));
    let other = edit.and_then(|edit| other_modal(new.binding, &edit.new_words, &edit.old_words));
    other.map_or(Class::NormAdded, |other| class_of(of_strength(other, new.binding), Class::NormAdded))
}

fn class_of(direction: Direction, without: Class) -> Class {
    match direction {
        Direction::More => Class::NormStrengthened,
        Direction::Less => Class::NormWeakened,
        Direction::Unknown => Class::NormChanged,
        // As strong, but of nobody any more, or of nobody before.
        Direction::None if without != Class::Editorial => Class::NormChanged,
        Direction::None => without,
    }
}

/// Whether an edit is about the time limit: in the words of one that has another, or all of one that is in one version only.
fn is_of_deadline(edit: &NormEdit, old: &StatedNorm, new: &StatedNorm) -> bool {
    let holds = |words: &[String], deadline: Option<&String>| {
        let Some(deadline) = deadline else { return false };
        let deadline = folded(deadline);
        !words.is_empty()
            && words.iter().all(|word| deadline.split(|c: char| !c.is_alphanumeric()).any(|own| own == folded(word)))
    };
    let empty = |words: &[String]| words.is_empty();
    let old_fits = empty(&edit.old_words) || holds(&edit.old_words, old.deadline.as_ref());
    let new_fits = empty(&edit.new_words) || holds(&edit.new_words, new.deadline.as_ref());
    old_fits && new_fits
}

/// Which way the strength of the verb went.
fn of_strength(old: Strength, new: Strength) -> Direction {
    /// Duties and prohibitions by how much they bind; a recommendation and a duty to try cannot be compared.
    fn rank(strength: Strength) -> u8 {
        match strength {
            Strength::Must | Strength::MustNot => 3,
            Strength::Should | Strength::ShouldNot | Strength::Strive => 2,
            Strength::May => 1,
        }
    }
    let forbids = |strength| matches!(strength, Strength::MustNot | Strength::ShouldNot);
    if old == new {
        return Direction::None;
    }
    let comparable = forbids(old) == forbids(new) || old == Strength::May || new == Strength::May;
    match rank(new).cmp(&rank(old)) {
        _ if !comparable => Direction::Unknown,
        std::cmp::Ordering::Greater => Direction::More,
        std::cmp::Ordering::Less => Direction::Less,
        std::cmp::Ordering::Equal => Direction::Unknown,
    }
}

/// Which way the time limit went: a body that has less time is bound more.
fn of_deadline(old: &StatedNorm, new: &StatedNorm) -> Direction {
    if old.deadline == new.deadline {
        return Direction::None;
    }
    let is_duty =
        |stated: &StatedNorm| matches!(stated.norm.strength, Strength::Must | Strength::Should | Strength::Strive);
    let binds_body =
        (is_duty(old) || is_duty(new)) && !new.norm.agent.as_ref().is_some_and(|agent| is_private(&agent.text));
    let hours = |stated: &StatedNorm| stated.norm.deadline.as_ref().map(hours);
    let direction = match (hours(old), hours(new)) {
        (None, None) => return Direction::None,
        (None, Some(_)) | (Some(Length::Vague), Some(Length::Hours(_))) => Direction::More,
        (Some(_), None) | (Some(Length::Hours(_)), Some(Length::Vague)) => Direction::Less,
        (Some(Length::Hours(old)), Some(Length::Hours(new))) if new < old => Direction::More,
        (Some(Length::Hours(old)), Some(Length::Hours(new))) if new > old => Direction::Less,
        _ => of_dates(old.deadline.as_deref(), new.deadline.as_deref()),
    };
    // A time that is given to others, or by which something is announced before, binds more the longer it is.
    let binds_body = binds_body && !old.grants_time && !new.grants_time;
    if binds_body { direction } else { Direction::Unknown }
}

/// Which way a date went by which something has to be done: an earlier one binds more.
fn of_dates(old: Option<&str>, new: Option<&str>) -> Direction {
    let date = |text: Option<&str>| text.and_then(date_in);
    match (date(old), date(new)) {
        (Some(old), Some(new)) if old.0.is_some() == new.0.is_some() && new < old => Direction::More,
        (Some(old), Some(new)) if old.0.is_some() == new.0.is_some() && new > old => Direction::Less,
        _ => Direction::Unknown,
    }
}

/// The year, month and day that a text names: «30 de marzo de 2026», “31 March”, `2026-03-31`.
pub(super) fn date_in(text: &str) -> Option<(Option<u32>, u32, u32)> {
    const MONTHS: [(&str, &str); 12] = [
        ("enero", "january"),
        ("febrero", "february"),
        ("marzo", "march"),
        ("abril", "april"),
        ("mayo", "may"),
        ("junio", "june"),
        ("julio", "july"),
        ("agosto", "august"),
        ("septiembre", "september"),
        ("octubre", "october"),
        ("noviembre", "november"),
        ("diciembre", "december"),
    ];
    let text = folded(text);
    let words = || text.split(|character: char| !character.is_alphanumeric()).filter(|word| !word.is_empty());
    let numbers: Vec<u32> = words().filter_map(|word| word.parse().ok()).collect();
    let month =
        words().find_map(|word| MONTHS.iter().zip(1..).find(|((one, other), _)| word == *one || word == *other));
    match (month, numbers.as_slice()) {
        (Some((_, month)), [day]) => Some((None, month, *day)),
        (Some((_, month)), [day, year]) if *year > 31 => Some((Some(*year), month, *day)),
        (None, [year, month, day]) if *year > 31 => Some((Some(*year), *month, *day)),
        _ => None,
    }
}

/// How long a time limit is.
enum Length {
    Hours(u64),
    /// It says nothing that can be counted.
    Vague,
    /// A date, or days that may be of either kind.
    Unknown,
}

/// Working days are seven fifths of a day, a month is 30 days: enough to tell which of two limits is longer.
fn hours(deadline: &Deadline) -> Length {
    let each = match deadline.unit {
        Unit::Hours => 1.0,
        Unit::Days | Unit::CalendarDays => 24.0,
        Unit::WorkingDays => 24.0 * 7.0 / 5.0,
        Unit::Weeks => 24.0 * 7.0,
        Unit::Months => 24.0 * 30.4,
        Unit::Years => 24.0 * 365.0,
        Unit::Immediate => return Length::Hours(0),
        Unit::Vague => return Length::Vague,
        Unit::Date => return Length::Unknown,
    };
    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a length of time is small and positive"
    )]
    deadline.amount.map_or(Length::Unknown, |amount| Length::Hours((f64::from(amount) * each) as u64))
}

/// What the words of an edit say about a norm of that strength.
fn of_words(edit: &NormEdit, strength: Strength) -> Direction {
    if edit.is_spelling {
        return Direction::None;
    }
    let binds = strength != Strength::May;
    if let (Some(old), Some(new)) = (edit.old_hours, edit.new_hours) {
        // Who may do something, or must not, every month, is not known to be bound more than who may every year.
        let is_duty = matches!(strength, Strength::Must | Strength::Should | Strength::Strive);
        return match new.cmp(&old) {
            std::cmp::Ordering::Less if is_duty => Direction::More,
            std::cmp::Ordering::Greater if is_duty => Direction::Less,
            _ => Direction::Unknown,
        };
    }
    match (excepts(&edit.old_words), excepts(&edit.new_words)) {
        (false, true) if binds => Direction::Less,
        (true, false) if binds => Direction::More,
        _ => Direction::Unknown,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn verbs_bind_more_or_less() {
        use Strength::{May, Must, MustNot, Should, ShouldNot, Strive};
        for (old, new) in
            [(Must, Should), (Must, May), (Should, May), (MustNot, ShouldNot), (MustNot, May), (Strive, May)]
        {
            assert!(of_strength(old, new) == Direction::Less, "{old:?} {new:?}");
            assert!(of_strength(new, old) == Direction::More, "{new:?} {old:?}");
        }
        assert!(of_strength(Must, MustNot) == Direction::Unknown);
        assert!(of_strength(Should, Strive) == Direction::Unknown);
        assert!(of_strength(Must, Must) == Direction::None);
    }
}
