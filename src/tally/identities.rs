//! Which names and addresses of commits look like one person's.
//!
//! 1. Every name with an address that commits have, called as the `.mailmap` says, is one signature; programs have none;
//! 2. two signatures look like one person's if they have the same address, the same name but for capitals and accents, a name
//!    that is the other's login, a name that is the other's with one letter otherwise, or one that is a part of it;
//! 3. those that hang together are one proposal, under the name and address that is used most.
//!
//! It is for a person to say whether they are one: nothing is taken for granted here.

use super::people::{login_of_forge, signatures};
use super::programs::is_program;
use crate::model::{Manifest, folded};
use crate::repo::{Mailmap, RecordedCommit};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// More names than these under one address are several people's: that of a list, or of a machine.
const MOST_NAMES: usize = 3;

/// More signatures than these that begin with the same name are not compared with each other: a limit on work.
const MOST_NAMESAKES: usize = 300;

/// The fewest letters of a name that may be another's with one letter otherwise.
const LEAST_LETTERS: usize = 6;

/// The fewest letters of a name that may be a login.
const LEAST_LOGIN: usize = 4;

/// Why two signatures look like one person's.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Likeness {
    /// They have the same address.
    Address,
    /// They have the same name, but for capitals and accents.
    Name,
    /// One's name is the other's login.
    Login,
    /// One's name is the other's, with one letter otherwise.
    Spelling,
    /// One's name is a part of the other's.
    Part,
}

/// A name with an address, as commits have them.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Identity {
    /// The name.
    pub name: String,
    /// The address.
    pub address: String,
}

/// Signatures that look like one person's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposal {
    /// The one that is used most.
    pub proper: Identity,
    /// The others, in the order of their names.
    pub others: Vec<Identity>,
    /// Why they look so.
    pub likenesses: BTreeSet<Likeness>,
}

/// The signatures of commits that look like one person's, in the order of the names.
#[must_use]
pub fn proposals(commits: &[RecordedCommit], manifest: &Manifest, mailmap: &Mailmap) -> Vec<Proposal> {
    let trailers = manifest.tally.author_trailers();
    let mut counts: BTreeMap<Identity, usize> = BTreeMap::new();
    for (name, address) in commits.iter().flat_map(|commit| signatures(commit, &trailers)) {
        let (name, address) = mailmap.resolve(name, address);
        let says = |text: &str| manifest.tally.names_program(text);
        let can_be_mapped =
            !address.is_empty() && !format!("{name}{address}").contains(['<', '>', '#', '\n', '\r', '\0']);
        if can_be_mapped && !is_program(&name, &address) && !says(&name) && !says(&address) {
            *counts.entry(Identity { name, address }).or_default() += 1;
        }
    }
    let identities: Vec<(Identity, usize)> = counts.into_iter().collect();
    let mut groups = Groups::new(identities.len());
    for (one, other, likeness) in likenesses(&identities) {
        groups.join(one, other, likeness);
    }
    let mut proposals: Vec<Proposal> = groups.told().into_iter().map(|group| proposal(&identities, group)).collect();
    proposals.sort_by(|one, other| one.proper.cmp(&other.proper));
    proposals
}

fn proposal(identities: &[(Identity, usize)], (members, likenesses): (Vec<usize>, BTreeSet<Likeness>)) -> Proposal {
    let rank = |member: &&usize| {
        let (identity, count) = &identities[**member];
        let is_whole = identity.name.contains(' ');
        // In Spanish, who writes accents and both family names knows the name best.
        let care =
            (identity.name.split(' ').count(), identity.name.chars().filter(|letter| !letter.is_ascii()).count());
        (is_whole, login_of_forge(&identity.address).is_none(), care, *count, std::cmp::Reverse(**member))
    };
    let proper = members.iter().max_by_key(rank).copied().unwrap_or_default();
    let others = members.into_iter().filter(|member| *member != proper).map(|member| identities[member].0.clone());
    Proposal { proper: identities[proper].0.clone(), others: others.collect(), likenesses }
}

/// The pairs of identities that look alike.
fn likenesses(identities: &[(Identity, usize)]) -> Vec<(usize, usize, Likeness)> {
    let mut found = Vec::new();
    let names: Vec<String> = identities.iter().map(|(identity, _)| plain(&identity.name)).collect();
    let by = |key: &dyn Fn(usize) -> String| {
        let mut groups: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for place in 0..identities.len() {
            groups.entry(key(place)).or_default().push(place);
        }
        groups.remove("");
        groups
    };
    for places in by(&|place| identities[place].0.address.to_lowercase()).into_values() {
        let count = places.iter().map(|place| names[*place].as_str()).collect::<BTreeSet<_>>().len();
        let likeness = if count == 1 { Likeness::Name } else { Likeness::Address };
        if count <= MOST_NAMES {
            found.extend(places.windows(2).map(|pair| (pair[0], pair[1], likeness)));
        }
    }
    for places in by(&|place| names[place].clone()).into_values() {
        found.extend(places.windows(2).map(|pair| (pair[0], pair[1], Likeness::Name)));
    }
    let joined = by(&|place| names[place].replace(' ', ""));
    for (place, (identity, _)) in identities.iter().enumerate() {
        let login = login_of_forge(&identity.address).or_else(|| identity.address.split('@').next()).map(plain);
        let login = login.filter(|login| login.len() >= LEAST_LOGIN);
        // A login that several go by, such as `info`, is nobody's name.
        let called = login.and_then(|login| joined.get(&login)).into_iter().flatten();
        found.extend(called.map(|other| (*other, place, Likeness::Login)));
    }
    found.extend(joined.values().flat_map(|places| places.windows(2)).map(|pair| (pair[0], pair[1], Likeness::Login)));
    found.retain(|(one, other, likeness)| *likeness != Likeness::Login || names[*one] != names[*other]);
    found.extend(one_letter_otherwise(&names).into_iter().map(|(one, other)| (one, other, Likeness::Spelling)));
    for places in by(&|place| names[place].split(' ').next().unwrap_or_default().to_owned()).into_values() {
        for (number, one) in places.iter().enumerate().filter(|_| places.len() <= MOST_NAMESAKES) {
            let parts = places[number + 1..].iter().filter(|other| is_part(&names[*one], &names[**other]));
            found.extend(parts.map(|other| (*one, *other, Likeness::Part)));
        }
    }
    found
}

/// A name in small letters without accents and signs.
fn plain(name: &str) -> String {
    let letters = folded(name).replace(|sign: char| !sign.is_alphanumeric(), " ");
    letters.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The pairs of names of several words that differ in one letter: one is put in, left out, replaced, or changes places with
/// its neighbour. Such names have a form in common that one letter was left out of (Mor and Fraenkel, 1982).
fn one_letter_otherwise(names: &[String]) -> Vec<(usize, usize)> {
    let mut forms: HashMap<String, Vec<usize>> = HashMap::new();
    let mut found = Vec::new();
    for (place, name) in names.iter().enumerate() {
        let letters: Vec<char> = name.chars().collect();
        if letters.len() < LEAST_LETTERS || !name.contains(' ') {
            continue;
        }
        let without =
            |left: usize| letters.iter().enumerate().filter(|(at, _)| *at != left).map(|(_, letter)| *letter).collect();
        let own: BTreeSet<String> = (0..letters.len()).map(without).chain([name.clone()]).collect();
        for form in own {
            let others = forms.entry(form).or_default();
            let alike = others.iter().filter(|other| names[**other] != *name && is_one_slip(&names[**other], name));
            found.extend(alike.map(|other| (*other, place)));
            others.push(place);
        }
    }
    found.sort_unstable();
    found.dedup();
    found
}

fn is_one_slip(one: &str, other: &str) -> bool {
    let (one, other): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    let start = one.iter().zip(&other).take_while(|(one, other)| one == other).count();
    let end =
        one[start..].iter().rev().zip(other[start..].iter().rev()).take_while(|(one, other)| one == other).count();
    let (one, other) = (&one[start..one.len() - end], &other[start..other.len() - end]);
    // María and Mario are two people.
    let is_gender = matches!((one, other), (['a'], ['o']) | (['o'], ['a']));
    one.len().max(other.len()) <= 1 && !is_gender || matches!((one, other), ([a, b], [c, d]) if a == d && b == c)
}

/// Whether the words of one name, two at least, stand in the other in the same order.
fn is_part(one: &str, other: &str) -> bool {
    let (shorter, longer) = if one.len() < other.len() { (one, other) } else { (other, one) };
    let mut words = longer.split(' ');
    shorter != longer && shorter.contains(' ') && shorter.split(' ').all(|word| words.any(|other| other == word))
}

/// Things that hang together, directly or through others (union by the smaller place).
struct Groups {
    leaders: Vec<usize>,
    likenesses: BTreeMap<usize, BTreeSet<Likeness>>,
}

impl Groups {
    fn new(count: usize) -> Self {
        Self { leaders: (0..count).collect(), likenesses: BTreeMap::new() }
    }

    fn leader(&mut self, mut of: usize) -> usize {
        while self.leaders[of] != of {
            self.leaders[of] = self.leaders[self.leaders[of]];
            of = self.leaders[of];
        }
        of
    }

    fn join(&mut self, one: usize, other: usize, likeness: Likeness) {
        let (one, other) = (self.leader(one), self.leader(other));
        let (leader, led) = (one.min(other), one.max(other));
        self.leaders[led] = leader;
        let mut likenesses = self.likenesses.remove(&led).unwrap_or_default();
        likenesses.insert(likeness);
        self.likenesses.entry(leader).or_default().extend(likenesses);
    }

    /// The groups of several, each with the likenesses that made it.
    fn told(mut self) -> Vec<(Vec<usize>, BTreeSet<Likeness>)> {
        let mut members: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for place in 0..self.leaders.len() {
            members.entry(self.leader(place)).or_default().push(place);
        }
        let several = members.into_iter().filter(|(_, members)| members.len() > 1);
        several.map(|(leader, members)| (members, self.likenesses.remove(&leader).unwrap_or_default())).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn likeness(one: (&str, &str), other: (&str, &str)) -> Vec<Likeness> {
        let identity =
            |(name, address): (&str, &str)| (Identity { name: name.to_owned(), address: address.to_owned() }, 1);
        let mut found: Vec<_> =
            likenesses(&[identity(one), identity(other)]).into_iter().map(|(_, _, it)| it).collect();
        found.sort_unstable();
        found.dedup();
        found
    }

    #[test]
    fn those_that_look_like_one_person_do_so_for_a_reason() {
        assert_eq!(likeness(("Ana", "ana@a.mx"), ("Otra", "ANA@a.mx")), [Likeness::Address]);
        assert_eq!(likeness(("José Paz", "a@a.mx"), ("jose  paz", "b@a.mx")), [Likeness::Name]);
        assert_eq!(likeness(("anaruiz", "x@a.mx"), ("A. R.", "9+anaruiz@users.noreply.github.com")), [Likeness::Login]);
        assert_eq!(likeness(("anaruiz", "x@a.mx"), ("Ana Ruiz", "y@a.mx")), [Likeness::Login]);
        assert_eq!(likeness(("Oliver Soto", "x@a.mx"), ("Olivier Soto", "y@a.mx")), [Likeness::Spelling]);
        assert_eq!(likeness(("Ana Riuz", "x@a.mx"), ("Ana Ruiz", "y@a.mx")), [Likeness::Spelling]);
        assert_eq!(likeness(("Ana Ruiz", "x@a.mx"), ("Ana María Ruiz Paz", "y@a.mx")), [Likeness::Part]);
    }

    #[test]
    fn others_do_not() {
        for (one, other) in [
            (("Ana Ruiz", "x@a.mx"), ("Ana Soto", "y@a.mx")),
            (("Ana", "x@a.mx"), ("Ana Soto", "y@a.mx")),
            (("Juan Paz", "x@a.mx"), ("Juana Pas", "y@a.mx")),
            (("María López", "x@a.mx"), ("Mario López", "y@a.mx")),
            (("Luz", "info@a.mx"), ("Eva", "info@b.mx")),
            (("Rob", "x@a.mx"), ("Ro", "rob@b.mx")),
        ] {
            assert_eq!(likeness(one, other), [], "{one:?} {other:?}");
        }
        let list =
            ["A", "B", "C", "D"].map(|name| (Identity { name: name.to_owned(), address: "l@a.mx".to_owned() }, 1));
        assert_eq!(likenesses(&list), []);
    }
}
