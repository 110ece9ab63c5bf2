//! Files with changes that are held in memory, for a look at what would become of them.

use super::Files;
use super::reading::changed_meanwhile;
use crate::error::{Error, Result};
use crate::model::DocumentPath;
use std::collections::BTreeMap;
use std::sync::{Arc, PoisonError, RwLock, RwLockReadGuard};

/// Files, and changes of them that are not written. A clone shares the changes.
#[derive(Clone)]
pub struct Draft {
    beneath: Arc<dyn Files>,
    changes: Arc<RwLock<BTreeMap<DocumentPath, Vec<u8>>>>,
}

impl Draft {
    /// These files without any change yet.
    #[must_use]
    pub fn of(files: Box<dyn Files>) -> Self {
        Self { beneath: files.into(), changes: Arc::default() }
    }

    /// The bytes of a file without the changes.
    ///
    /// # Errors
    /// As [`Files::read`].
    pub fn original(&self, path: &DocumentPath) -> Result<Vec<u8>> {
        self.beneath.read(path)
    }

    /// A writer that failed in the middle has changed nothing, so that the changes can be read all the same.
    fn changes(&self) -> RwLockReadGuard<'_, BTreeMap<DocumentPath, Vec<u8>>> {
        self.changes.read().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Files for Draft {
    fn list(&self) -> Result<Vec<DocumentPath>> {
        self.beneath.list()
    }

    fn read(&self, path: &DocumentPath) -> Result<Vec<u8>> {
        let changed = self.changes().get(path).cloned();
        changed.map_or_else(|| self.beneath.read(path), Ok)
    }

    fn contains(&self, path: &DocumentPath) -> bool {
        self.beneath.contains(path)
    }

    fn may_hide(&self, path: &DocumentPath) -> bool {
        self.beneath.may_hide(path)
    }

    fn display(&self, path: &DocumentPath) -> String {
        self.beneath.display(path)
    }

    fn committed(&self) -> Option<i64> {
        self.beneath.committed()
    }

    fn above(&self) -> Option<Box<dyn Files>> {
        self.beneath.above()
    }

    fn skipped(&self) -> Vec<Error> {
        self.beneath.skipped()
    }

    fn replace(&self, path: &DocumentPath, present: &[u8], bytes: &[u8]) -> Result<()> {
        if self.read(path)? != present {
            return Err(changed_meanwhile(&self.display(path)));
        }
        self.changes.write().unwrap_or_else(PoisonError::into_inner).insert(path.clone(), bytes.to_vec());
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::repo::Memory;

    #[test]
    fn changes_are_seen_and_what_is_beneath_stays() {
        let path = DocumentPath::new("a.md").unwrap();
        let draft = Draft::of(Box::new(Memory::new([("a.md", "uno"), ("b.md", "dos")]).unwrap()));
        let files: Box<dyn Files> = Box::new(draft.clone());
        files.replace(&path, b"uno", b"UNO").unwrap();
        assert_eq!(draft.read(&path).unwrap(), b"UNO");
        assert_eq!(draft.original(&path).unwrap(), b"uno");
        assert_eq!(draft.list().unwrap().len(), 2);
        assert_eq!(files.replace(&path, b"uno", b"x").unwrap_err().message.id, "repo-changed-meanwhile");
        let missing = DocumentPath::new("c.md").unwrap();
        assert!(files.replace(&missing, b"", b"x").is_err());
    }
}
