//! Files that remember which of them somebody asked for.

use super::Files;
use crate::error::{Error, Result};
use crate::model::DocumentPath;
use std::collections::BTreeSet;
use std::sync::{Arc, Mutex, PoisonError};

/// The paths that were asked for, whether there is a file or not.
#[derive(Clone, Default)]
pub struct Asked(Arc<Mutex<BTreeSet<DocumentPath>>>);

impl Asked {
    /// The paths, sorted.
    #[must_use]
    pub fn paths(&self) -> BTreeSet<DocumentPath> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    fn note(&self, path: &DocumentPath) {
        let mut paths = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if !paths.contains(path) {
            paths.insert(path.clone());
        }
    }
}

/// Files of which it is known which were read or looked for, so that what is made of them can be traced to them.
pub struct Observed {
    files: Box<dyn Files>,
    asked: Asked,
}

impl Observed {
    /// Observes files from now on.
    #[must_use]
    pub fn new(files: Box<dyn Files>) -> (Self, Asked) {
        let asked = Asked::default();
        (Self { files, asked: asked.clone() }, asked)
    }
}

impl Files for Observed {
    fn list(&self) -> Result<Vec<DocumentPath>> {
        self.files.list()
    }

    fn read(&self, path: &DocumentPath) -> Result<Vec<u8>> {
        self.asked.note(path);
        self.files.read(path)
    }

    fn contains(&self, path: &DocumentPath) -> bool {
        self.asked.note(path);
        self.files.contains(path)
    }

    fn holds(&self, path: &DocumentPath, bytes: &[u8]) -> bool {
        self.asked.note(path);
        self.files.holds(path, bytes)
    }

    fn blob(&self, path: &DocumentPath) -> Option<[u8; 20]> {
        self.asked.note(path);
        self.files.blob(path)
    }

    fn may_hide(&self, path: &DocumentPath) -> bool {
        self.files.may_hide(path)
    }

    fn display(&self, path: &DocumentPath) -> String {
        self.files.display(path)
    }

    fn committed(&self) -> Option<i64> {
        self.files.committed()
    }

    fn above(&self) -> Option<Box<dyn Files>> {
        self.files.above()
    }

    fn skipped(&self) -> Vec<Error> {
        self.files.skipped()
    }

    fn replace(&self, path: &DocumentPath, present: &[u8], bytes: &[u8]) -> Result<()> {
        self.files.replace(path, present, bytes)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::repo::Memory;

    #[test]
    fn what_is_asked_for_is_known() {
        let path = |name: &str| DocumentPath::new(name).unwrap();
        let (files, asked) = Observed::new(Box::new(Memory::new([("a.md", "a"), ("b.md", "b")]).unwrap()));
        assert_eq!(files.list().unwrap().len(), 2);
        assert!(asked.paths().is_empty(), "a list asks for none of the files");
        assert!(files.read(&path("b.md")).is_ok() && !files.contains(&path("c.svg")));
        assert_eq!(asked.paths(), BTreeSet::from([path("b.md"), path("c.svg")]));
    }
}
