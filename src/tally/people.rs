//! Who a commit is owed to.
//!
//! 1. Its author, and who its trailers name as co-authors, are called as the `.mailmap` says;
//! 2. whom the manifest tells of is known by any of the names and addresses that it tells;
//! 3. who else has the same name is the same person. Addresses only tell those without a name apart;
//! 4. programs are those of the manifest, and those that are known by their names and addresses ([`programs`](super::programs)).
//!    Those that are named in trailers take nothing from people.

use super::programs::is_program;
use crate::model::{Contribution, ContributionKind, Manifest, Membership, PersonDeclaration, TallySettings};
use crate::repo::{Mailmap, RecordedCommit};
use jiff::Timestamp;
use jiff::tz::TimeZone;
use std::collections::{BTreeMap, BTreeSet};
use unicode_normalization::UnicodeNormalization;

/// What somebody is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PersonKind {
    /// A person.
    Person,
    /// A program: a bot, an importer, an assistant.
    Program,
}

impl PersonKind {
    /// Its name in machine formats.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Program => "program",
        }
    }
}

/// Somebody to whom words are owed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// The name; empty where no commit tells one, and of who does not want to be named.
    pub name: String,
    /// The family names, where the manifest tells them.
    pub family_names: Option<String>,
    /// The login on a forge, where an address tells it.
    pub login: Option<String>,
    /// Whether it is a person.
    pub kind: PersonKind,
    /// Whether it is somebody who does not want to be named.
    pub is_unnamed: bool,
    /// What the person did outside git, and how often.
    pub contributions: BTreeMap<ContributionKind, usize>,
    memberships: Vec<Membership>,
}

/// Everybody to whom words may be owed, by number.
pub struct People {
    all: Vec<Person>,
    /// Their numbers by name, and by address those of whom the manifest tells one.
    names: BTreeMap<String, usize>,
    addresses: BTreeMap<String, usize>,
    settings: TallySettings,
    /// The trailers that name authors.
    trailers: Vec<String>,
    organisations: BTreeMap<String, usize>,
    mailmap: Mailmap,
}

impl People {
    /// Those that a manifest tells of, to begin with; the rest is called as the `.mailmap` says.
    #[must_use]
    pub fn new(manifest: &Manifest, mailmap: Mailmap) -> Self {
        let settings = &manifest.tally;
        let mut people = Self {
            all: Vec::new(),
            names: BTreeMap::new(),
            addresses: BTreeMap::new(),
            settings: settings.clone(),
            trailers: settings.author_trailers(),
            organisations: BTreeMap::new(),
            mailmap,
        };
        manifest.people.iter().for_each(|declaration| people.declare(declaration));
        let memberships = manifest.people.iter().flat_map(|person| &person.memberships);
        let names: BTreeSet<&str> = memberships.map(|membership| membership.organisation.as_str()).collect();
        people.organisations = names.into_iter().map(str::to_owned).zip(0..).collect();
        people
    }

    fn declare(&mut self, declaration: &PersonDeclaration) {
        let number = self.all.len();
        let mut contributions = BTreeMap::new();
        for kind in &declaration.contributions {
            *contributions.entry(*kind).or_default() += 1;
        }
        self.all.push(Person {
            name: if declaration.is_unnamed { String::new() } else { spelt(&declaration.name) },
            family_names: declaration.family_names.clone(),
            login: None,
            kind: if declaration.is_program { PersonKind::Program } else { PersonKind::Person },
            is_unnamed: declaration.is_unnamed,
            contributions,
            memberships: declaration.memberships.clone(),
        });
        let names = std::iter::once(&declaration.name).chain(&declaration.names).map(|name| spelt(name));
        names.filter(|name| !name.is_empty()).for_each(|name| {
            self.names.entry(name).or_insert(number);
        });
        for address in &declaration.addresses {
            self.addresses.entry(address.trim().to_lowercase()).or_insert(number);
        }
    }

    /// Whom a commit is owed to, by number: its author and co-authors, programs only where there is nobody else.
    pub fn authors(&mut self, commit: &RecordedCommit) -> Vec<usize> {
        let mut found = Vec::new();
        for (name, address) in signatures(commit, &self.trailers) {
            let number = self.number(name, address);
            if let (None, Some(login)) = (&self.all[number].login, login_of_forge(address)) {
                self.all[number].login = Some(login.to_owned());
            }
            if !found.contains(&number) {
                found.push(number);
            }
        }
        let is_person = |number: &usize| self.all[*number].kind == PersonKind::Person;
        if found.iter().any(is_person) {
            found.retain(is_person);
        } else {
            found.truncate(1);
        }
        found
    }

    /// The number of who has this name and address in a commit.
    fn number(&mut self, name: &str, address: &str) -> usize {
        let (called, mapped) = self.mailmap.resolve(name, address);
        let (name, called) = (spelt(name), spelt(&called));
        let by_address = |address: &str| self.addresses.get(&address.to_lowercase()).copied();
        let declared = by_address(address).or_else(|| by_address(&mapped));
        if let Some(number) = declared.or_else(|| self.names.get(&called).or_else(|| self.names.get(&name)).copied()) {
            return number;
        }
        let key = if called.is_empty() { format!("\0{}", mapped.to_lowercase()) } else { called.clone() };
        if let Some(number) = self.names.get(&key) {
            return *number;
        }
        let says = |text: &str| self.settings.names_program(text);
        let by_manifest = says(&name) || says(&called) || says(address) || says(&mapped);
        let kind = if by_manifest || is_program(&called, &mapped) { PersonKind::Program } else { PersonKind::Person };
        self.add(key, called, kind)
    }

    fn add(&mut self, key: String, name: String, kind: PersonKind) -> usize {
        let number = self.all.len();
        self.names.insert(key, number);
        self.all.push(Person {
            name,
            family_names: None,
            login: None,
            kind,
            is_unnamed: false,
            contributions: BTreeMap::new(),
            memberships: Vec::new(),
        });
        number
    }

    /// Notes what people did outside git; who is not known yet, is from then on.
    pub fn contribute(&mut self, contribution: &Contribution) {
        let names: BTreeSet<String> = contribution.people.iter().map(|name| spelt(name)).collect();
        for name in names.into_iter().filter(|name| !name.is_empty()) {
            let known = self.names.get(&name).copied();
            let number = known.unwrap_or_else(|| self.add(name.clone(), name, PersonKind::Person));
            *self.all[number].contributions.entry(contribution.kind).or_default() += 1;
        }
    }

    /// The organisation that somebody worked for at a moment, by number: the first that the manifest tells of it.
    #[must_use]
    pub fn organisation(&self, person: usize, seconds: Option<i64>) -> Option<usize> {
        let day = seconds.and_then(|seconds| Timestamp::from_second(seconds).ok());
        let day = day.map(|moment| moment.to_zoned(TimeZone::UTC).date().to_string());
        let holds = |membership: &&Membership| {
            let (since, until) = (membership.since.as_ref(), membership.until.as_ref());
            match &day {
                Some(day) => since.is_none_or(|since| since <= day) && until.is_none_or(|until| day <= until),
                None => since.is_none() && until.is_none(),
            }
        };
        let membership = self.all.get(person)?.memberships.iter().find(holds)?;
        self.organisations.get(&membership.organisation).copied()
    }

    /// The name of an organisation.
    #[must_use]
    pub fn organisation_name(&self, organisation: usize) -> &str {
        self.organisations.keys().nth(organisation).map_or("", String::as_str)
    }

    /// Who is called so: by the name or by another that the manifest tells.
    #[must_use]
    pub fn called(&self, name: &str) -> Option<&Person> {
        self.names.get(&spelt(name)).and_then(|number| self.all.get(*number))
    }

    /// All of them, by their numbers.
    #[must_use]
    pub fn all(&self) -> &[Person] {
        &self.all
    }
}

/// The login in an address that a forge gives to who hides theirs: `12345+login@users.noreply.example`.
pub(super) fn login_of_forge(address: &str) -> Option<&str> {
    let (login, domain) = address.split_once('@')?;
    domain.contains("noreply").then(|| login.rsplit('+').next().unwrap_or(login))
}

/// A name as it is compared: in composed characters, with single blanks. An address in it is nobody's name: it is left out, or
/// if there is nothing else, what stands before its `@` is the name.
fn spelt(name: &str) -> String {
    let is_address =
        |word: &&str| word.split_once('@').is_some_and(|(login, host)| !login.is_empty() && host.contains('.'));
    let plain: Vec<&str> = name.split_whitespace().filter(|word| !is_address(word)).collect();
    let login = || name.split_whitespace().find(is_address).and_then(|word| word.split('@').next()).unwrap_or_default();
    let plain = if plain.is_empty() { login().trim_matches(['(', '<', '[', '"']).to_owned() } else { plain.join(" ") };
    plain.nfc().collect()
}

/// The names and addresses of the author of a commit and of those that its trailers name.
pub(super) fn signatures<'a>(commit: &'a RecordedCommit, trailers: &[String]) -> Vec<(&'a str, &'a str)> {
    let mut found = coauthors(&commit.message, trailers);
    found.insert(0, (commit.author.name.as_str(), commit.author.address.as_str()));
    found
}

/// The names and addresses in the trailers of a message: the lines `Name: …` of its last paragraph
/// (git-interpret-trailers(1)).
fn coauthors<'a>(message: &'a str, trailers: &[String]) -> Vec<(&'a str, &'a str)> {
    let last = message.trim_end().rsplit("\n\n").next().unwrap_or_default();
    let is_trailer = |name: &str| trailers.iter().any(|trailer| trailer.eq_ignore_ascii_case(name.trim()));
    let signature = |line| {
        let (_, value) = str::split_once(line, ':').filter(|(name, _)| is_trailer(name))?;
        let (called, address) = value.rsplit_once('<').unwrap_or((value, ""));
        Some((called.trim(), address.trim_end().trim_end_matches('>').trim()))
    };
    let found = last.lines().filter_map(signature);
    found.filter(|(name, address)| !name.is_empty() || !address.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::manifest;

    fn people(manifest_text: &str, mailmap: &str) -> People {
        People::new(&manifest(manifest_text, "gaceta.toml").unwrap(), Mailmap::parse(mailmap))
    }

    #[test]
    fn trailers_stand_in_the_last_paragraph() {
        let message = "Título\n\nCo-authored-by: No <no@a.mx>\n\nco-authored-by: Ana Ruiz <ana@a.mx>\nSigned-off-by: X <x@y>\nCo-Authored-By: Luz\n";
        let usual = TallySettings::default().author_trailers();
        assert_eq!(coauthors(message, &usual), [("Ana Ruiz", "ana@a.mx"), ("Luz", "")]);
        assert_eq!(coauthors(message, &["Signed-off-by".to_owned()]), [("X", "x@y")]);
        assert_eq!(coauthors("", &usual), []);
    }

    #[test]
    fn who_has_the_same_name_is_the_same() {
        let mut people = people("", "");
        assert_eq!(people.number("Ana  Ruiz", "a@b.mx"), 0);
        assert_eq!(people.number("Ana Ruiz", "c@d.mx"), 0);
        assert_eq!(people.number("Jose\u{301} Paz", "j@d.mx"), 1);
        assert_eq!(people.number("José Paz", "j@d.mx"), 1);
        assert_eq!(people.number("", "x@y.z"), 2);
        assert_eq!(people.number("", "X@y.z"), 2);
        assert_eq!(people.all().len(), 3);
        let names = ["ana@secreto.mx", "Juan (juan@correo.mx)", "@pepe", "Pepe pepe@correo.mx"].map(spelt);
        assert_eq!(names, ["ana", "Juan", "@pepe", "Pepe"]);
    }

    #[test]
    fn whom_the_manifest_tells_of_is_known_by_each_name_and_address() {
        let mut people = people(
            r#"
            [[people]]
            name = "Ana Ruiz"
            names = ["aruiz"]
            addresses = ["ana@a.mx"]
            [[people]]
            names = ["luz"]
            named = false
            [[people]]
            name = "Robot Pérez"
            [tally]
            programs = ["Sincronía", "sync@a.mx"]
            "#,
            "Ana R <viejo@a.mx> <nuevo@a.mx>\naruiz <x@a.mx> <y@a.mx>\n",
        );
        assert_eq!(
            [people.number("aruiz", ""), people.number("otra", "ANA@a.mx"), people.number("z", "y@a.mx")],
            [0; 3]
        );
        assert_eq!(people.number("luz", "luz@a.mx"), 1);
        assert_eq!((people.all()[1].name.as_str(), people.all()[1].is_unnamed), ("", true));
        // The manifest knows better than the name.
        assert_eq!(people.number("Robot Pérez", ""), 2);
        assert_eq!(people.all()[2].kind, PersonKind::Person);
        let programs = [people.number("sincronía", "q@a.mx"), people.number("Otra", "sync@a.mx")];
        assert!(programs.iter().all(|number| people.all()[*number].kind == PersonKind::Program));
    }

    #[test]
    fn organisations_are_those_of_the_day() {
        let mut people = people(
            r#"
            [[people]]
            name = "Ana"
            organisations = [{ name = "Red", until = 2020-12-31 }, { name = "Mesa", since = 2021-01-01, until = 2021-12-31 }]
            [[people]]
            name = "Luz"
            organisation = "Red"
            "#,
            "",
        );
        let ana = people.number("Ana", "");
        let at = |people: &People, person, day: &str| {
            let day: jiff::civil::Date = day.parse().unwrap();
            let seconds = day.to_zoned(TimeZone::UTC).unwrap().timestamp().as_second();
            people.organisation(person, Some(seconds)).map(|number| people.organisation_name(number).to_owned())
        };
        assert_eq!(at(&people, ana, "2020-12-31").as_deref(), Some("Red"));
        assert_eq!(at(&people, ana, "2021-01-01").as_deref(), Some("Mesa"));
        assert_eq!(at(&people, ana, "2022-01-01"), None);
        assert_eq!(people.organisation(ana, None), None);
        assert_eq!(people.organisation(1, None).map(|number| people.organisation_name(number)), Some("Red"));
    }

    #[test]
    fn contributions_outside_git_are_counted_once_each() {
        let mut people =
            people("[[people]]\nname = \"Ana Ruiz\"\nnames = [\"Ana\"]\ncontributions = [\"review\"]\n", "");
        let kind = ContributionKind::Meeting;
        let names = ["Ana", "Ana ", "Luz"].map(str::to_owned).to_vec();
        people.contribute(&Contribution {
            kind,
            title: crate::model::LocalisedText::default(),
            date: None,
            people: names,
        });
        let told: Vec<_> =
            people.all().iter().map(|person| (person.name.as_str(), person.contributions.len())).collect();
        assert_eq!(told, [("Ana Ruiz", 2), ("Luz", 1)]);
        assert_eq!(people.all()[0].contributions[&kind], 1);
    }
}
