//! Names by which people want to be called: git's `.mailmap` (gitmailmap(5)).

use super::Repository;
use super::tree::RevisionFiles;
use crate::error::Result;
use git2::Time;

/// The file at the root of a repository.
const FILE: &str = ".mailmap";

/// What a `.mailmap` says.
pub struct Mailmap(Option<git2::Mailmap>);

impl Mailmap {
    /// Reads the text of a `.mailmap`; lines that are not made so are passed over, as git does.
    #[must_use]
    pub fn parse(text: &str) -> Self {
        Self(git2::Mailmap::from_buffer(&text.replace('\0', "")).ok())
    }

    /// The name and address that stand for these.
    #[must_use]
    pub fn resolve(&self, name: &str, address: &str) -> (String, String) {
        let same = || (name.to_owned(), address.to_owned());
        let Some(map) = &self.0 else { return same() };
        // libgit2 refuses a name without letters, for which a sign stands that nobody is called by.
        let stand_in = if name.trim().is_empty() { "\u{e000}" } else { name };
        let Ok(signature) = git2::Signature::new(stand_in, address, &Time::new(0, 0)) else { return same() };
        map.resolve_signature(&signature).map_or_else(
            |_| same(),
            |found| {
                let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
                let called = text(found.name_bytes());
                (if called == "\u{e000}" { name.to_owned() } else { called }, text(found.email_bytes()))
            },
        )
    }
}

impl Repository {
    /// The `.mailmap` of the work tree, or where there is none, of a revision's files; an empty one if neither has it.
    ///
    /// # Errors
    /// If it cannot be read.
    pub fn mailmap(&self, files: &RevisionFiles) -> Result<Mailmap> {
        let text = self.root_file(FILE, files)?;
        Ok(text.map_or(Mailmap(None), |text| Mailmap::parse(&text)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn people_are_called_as_they_want() {
        let map = Mailmap::parse("Ana Ruiz <ana@a.mx> <a.ruiz@b.mx>\nAna Ruiz <ana@a.mx> anita <x@c.mx>\nno\n");
        let called = |name, address| map.resolve(name, address).0;
        assert_eq!(called("aruiz", "a.ruiz@b.mx"), "Ana Ruiz");
        assert_eq!(called("anita", "x@c.mx"), "Ana Ruiz");
        assert_eq!(called("otra", "x@c.mx"), "otra");
        assert_eq!((called("", "a.ruiz@b.mx").as_str(), called("", "y@c.mx").as_str()), ("Ana Ruiz", ""));
        assert_eq!(Mailmap::parse("").resolve("", "").0, "");
    }
}
