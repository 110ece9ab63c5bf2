//! Files that are not on disk.

use super::Files;
use super::listing::Listing;
use super::reading::check_size;
use crate::error::{Error, Result};
use crate::model::{DocumentPath, Message};

/// Files held in memory: those of a test, or what came on standard input.
pub struct Memory {
    listing: Listing<Vec<u8>>,
    committed: Option<i64>,
    /// Whether other files may lie beside these.
    is_part: bool,
}

impl Memory {
    /// The files of `(path, bytes)` pairs.
    ///
    /// # Errors
    /// If a path leaves the policy, or stands there twice.
    pub fn new<Path: AsRef<str>, Bytes: Into<Vec<u8>>>(files: impl IntoIterator<Item = (Path, Bytes)>) -> Result<Self> {
        let mut listing = Listing::new();
        for (path, bytes) in files {
            listing.add(path.as_ref(), bytes.into());
        }
        match listing.skipped(str::to_owned).into_iter().next() {
            Some(error) => Err(error),
            None => Ok(Self { listing, committed: None, is_part: false }),
        }
    }

    /// The same files, committed at a time in seconds since 1970-01-01 UTC.
    #[must_use]
    pub const fn committed_at(mut self, seconds: i64) -> Self {
        self.committed = Some(seconds);
        self
    }

    /// The same files as a part of something larger: nobody knows what lies beside them.
    #[must_use]
    pub const fn as_part(mut self) -> Self {
        self.is_part = true;
        self
    }
}

impl Files for Memory {
    fn list(&self) -> Result<Vec<DocumentPath>> {
        Ok(self.listing.paths())
    }

    fn read(&self, path: &DocumentPath) -> Result<Vec<u8>> {
        let Some(bytes) = self.listing.get(path) else {
            return Err(Error::input(Message::new("repo-file-missing")).in_document(path, None));
        };
        check_size(bytes.len() as u64, path.as_str())?;
        Ok(bytes.clone())
    }

    fn contains(&self, path: &DocumentPath) -> bool {
        self.listing.get(path).is_some()
    }

    fn may_hide(&self, path: &DocumentPath) -> bool {
        self.is_part || self.listing.may_hide(path)
    }

    fn display(&self, path: &DocumentPath) -> String {
        path.to_string()
    }

    fn committed(&self) -> Option<i64> {
        self.committed
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_listed_and_read() {
        let memory = Memory::new([("es/b.md", "b\r\n"), ("es/a.md", "a")]).unwrap();
        let paths = memory.list().unwrap();
        assert_eq!(paths.iter().map(DocumentPath::as_str).collect::<Vec<_>>(), ["es/a.md", "es/b.md"]);
        assert_eq!(memory.read(&paths[1]).unwrap(), b"b\r\n");
        assert_eq!(memory.display(&paths[0]), "es/a.md");
        let other = DocumentPath::new("c.md").unwrap();
        assert!(memory.contains(&paths[0]) && !memory.contains(&other));
        assert_eq!(memory.read(&other).unwrap_err().to_string(), "repo-file-missing (c.md)");
        assert!(!memory.may_hide(&other));
        assert_eq!((memory.committed(), memory.committed_at(7).committed()), (None, Some(7)));
    }

    #[test]
    fn beside_a_part_anything_may_lie() {
        let part = Memory::new([("a.md", "")]).unwrap().as_part();
        assert!(part.may_hide(&DocumentPath::new("es/b.md").unwrap()));
    }

    #[test]
    fn paths_outside_are_refused() {
        let refused = |path| Memory::new([(path, "")]).err().map(|error| error.to_string());
        assert_eq!(refused("../a.md").as_deref(), Some("repo-name-refused (../a.md)"));
        assert_eq!(refused("a.md"), None);
    }
}
