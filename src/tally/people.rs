//! Who a commit is owed to.
//!
//! 1. Its author, and who its trailers name as co-authors, are called as the `.mailmap` says;
//! 2. who has the same name is the same person. Addresses only tell those without a name apart;
//! 3. programs are known by their names and addresses: the bots and importers of platforms, and assistants that write text.
//!    Those that are named in trailers take nothing from people.

use std::collections::BTreeMap;

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
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Person {
    /// The name; empty where no commit tells one.
    pub name: String,
    /// Whether it is a person.
    pub kind: PersonKind,
}

/// Parts of names and addresses by which programs are known, in small letters.
const PROGRAMS: [&str; 24] = [
    "[bot]",
    "dependabot",
    "renovate",
    "greenkeeper",
    "github-actions",
    "allcontributors",
    "all-contributors",
    "imgbot",
    "pre-commit-ci",
    "snyk-bot",
    "codacy-badger",
    "weblate",
    "crowdin",
    "transifex",
    "gitlocalize",
    "pontoon",
    "noreply@anthropic.com",
    "copilot@github.com",
    "copilot-swe-agent",
    "cursoragent@",
    "devin-ai-integration",
    "noreply@aider.chat",
    "codex@openai.com",
    "gemini-code-assist",
];

/// Words that make a name a program's where they stand by themselves.
const PROGRAM_WORDS: [&str; 6] = ["bot", "robot", "ci", "import", "importer", "sync"];

/// What somebody with this name and address is.
fn kind_of(name: &str, address: &str) -> PersonKind {
    let (name, address) = (name.to_lowercase(), address.to_lowercase());
    let mut words = name.split(|it: char| !it.is_alphanumeric());
    let is_program = PROGRAMS.iter().any(|part| name.contains(part) || address.contains(part))
        || words.any(|word| PROGRAM_WORDS.contains(&word))
        || name.ends_with("bot") && !name.contains(' ');
    if is_program { PersonKind::Program } else { PersonKind::Person }
}

/// Everybody to whom words may be owed, by number.
#[derive(Debug, Default)]
pub struct People {
    people: Vec<Person>,
    numbers: BTreeMap<String, usize>,
}

impl People {
    /// The number of who has this name and address.
    pub(super) fn number(&mut self, name: &str, address: &str) -> usize {
        let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
        let key = if name.is_empty() { format!("\0{}", address.to_lowercase()) } else { name.clone() };
        *self.numbers.entry(key).or_insert_with(|| {
            let kind = kind_of(&name, address);
            self.people.push(Person { name, kind });
            self.people.len() - 1
        })
    }

    /// All of them, by their numbers.
    #[must_use]
    pub fn all(&self) -> &[Person] {
        &self.people
    }
}

/// The trailer that names a co-author, as forges and editors write it.
const COAUTHOR: &str = "Co-authored-by";

/// The names and addresses of the co-authors in the trailers of a message: the lines `Name: …` of its last paragraph
/// (git-interpret-trailers(1)).
pub(super) fn coauthors(message: &str) -> Vec<(&str, &str)> {
    let last = message.trim_end().rsplit("\n\n").next().unwrap_or_default();
    let signature = |line| {
        let (_, value) = str::split_once(line, ':').filter(|(name, _)| COAUTHOR.eq_ignore_ascii_case(name.trim()))?;
        let (called, address) = value.rsplit_once('<').unwrap_or((value, ""));
        Some((called.trim(), address.trim_end().trim_end_matches('>').trim()))
    };
    let found = last.lines().filter_map(signature);
    found.filter(|(name, address)| !name.is_empty() || !address.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn programs_are_no_people() {
        for (name, address) in [
            ("dependabot[bot]", ""),
            ("Claude", "noreply@anthropic.com"),
            ("Hosted Weblate", "hosted@weblate.org"),
            ("legal-bot", "x@y.z"),
            ("Sync Bot", ""),
        ] {
            assert_eq!(kind_of(name, address), PersonKind::Program, "{name}");
        }
        for (name, address) in
            [("Ana Abbot", "ana@a.mx"), ("Claude Monet", "claude@monet.fr"), ("Talbot Ruiz", ""), ("", "")]
        {
            assert_eq!(kind_of(name, address), PersonKind::Person, "{name}");
        }
    }

    #[test]
    fn trailers_stand_in_the_last_paragraph() {
        let message = "Título\n\nCo-authored-by: No <no@a.mx>\n\nco-authored-by: Ana Ruiz <ana@a.mx>\nSigned-off-by: X <x@y>\nCo-Authored-By: Luz\n";
        assert_eq!(coauthors(message), [("Ana Ruiz", "ana@a.mx"), ("Luz", "")]);
        assert_eq!(coauthors(""), []);
    }

    #[test]
    fn who_has_the_same_name_is_the_same() {
        let mut people = People::default();
        assert_eq!(people.number("Ana  Ruiz", "a@b.mx"), 0);
        assert_eq!(people.number("Ana Ruiz", "c@d.mx"), 0);
        assert_eq!(people.number("", "x@y.z"), 1);
        assert_eq!(people.number("", "X@y.z"), 1);
        assert_eq!(people.all().len(), 2);
    }
}
