//! What gaceta keeps for itself in a repository: files in the folder `gaceta` of what all work trees share, `.git` as a rule.
//!
//! Git neither clones nor pushes them. Whatever is there may be lost or made by another version of the program, so that all
//! of it can be made again: nothing here fails, what cannot be read is not there, and what cannot be written is not kept.

use super::Repository;
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};

/// The folder.
const FOLDER: &str = "gaceta";

/// What is kept in a repository, by name.
pub struct Cache {
    folder: PathBuf,
}

impl Repository {
    /// What gaceta keeps in this repository.
    #[must_use]
    pub fn cache(&self) -> Cache {
        Cache { folder: self.folders.common.join(FOLDER) }
    }

    /// What tells two states of a clone apart that hold the same commits but end at different ones: where a shallow clone is
    /// cut.
    #[must_use]
    pub fn boundary(&self) -> Vec<u8> {
        fs::read(self.folders.common.join("shallow")).unwrap_or_default()
    }
}

impl Cache {
    /// The names of what is kept, the newest first.
    #[must_use]
    pub fn names(&self) -> Vec<String> {
        let entries = fs::read_dir(&self.folder).into_iter().flatten().flatten();
        let mut found: Vec<_> = entries
            .filter_map(|entry| {
                let time = entry.metadata().ok().filter(fs::Metadata::is_file)?.modified().ok()?;
                Some((std::cmp::Reverse(time), entry.file_name().into_string().ok()?))
            })
            .collect();
        found.sort_unstable();
        found.into_iter().map(|(_, name)| name).collect()
    }

    /// What is kept under a name.
    #[must_use]
    pub fn read(&self, name: &str) -> Option<Vec<u8>> {
        let path = self.path(name);
        // Anything but a plain file, such as a pipe, might never end.
        fs::symlink_metadata(&path).ok().filter(fs::Metadata::is_file)?;
        fs::read(path).ok()
    }

    /// Keeps bytes under a name, all of them or none.
    pub fn write(&self, name: &str, bytes: &[u8]) {
        let written = || -> std::io::Result<()> {
            fs::create_dir_all(&self.folder)?;
            let mut file = tempfile::Builder::new().prefix(".new-").tempfile_in(&self.folder)?;
            file.write_all(bytes)?;
            file.persist(self.path(name))?;
            Ok(())
        };
        // Without it the next run takes longer, no more.
        let _ = written();
    }

    /// Keeps nothing under a name any more.
    pub fn remove(&self, name: &str) {
        let _ = fs::remove_file(self.path(name));
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.join(Path::new(name))
    }
}

#[cfg(test)]
mod tests {
    use crate::repo::Repository;
    use crate::repo::support::TestRepository;
    use std::fs;

    #[test]
    fn what_is_kept_is_read_again_until_it_is_removed() {
        let repository = TestRepository::new();
        let cache = Repository::discover(repository.root()).unwrap().cache();
        assert_eq!(cache.names(), Vec::<String>::new());
        cache.write("a", b"uno");
        cache.write("a", b"dos");
        assert_eq!((cache.names(), cache.read("a")), (vec!["a".to_owned()], Some(b"dos".to_vec())));
        cache.remove("a");
        assert_eq!((cache.names(), cache.read("a")), (Vec::new(), None));
    }

    #[test]
    fn what_cannot_be_kept_is_not_there() {
        let repository = TestRepository::new();
        fs::write(repository.path(".git/gaceta"), "a file").unwrap();
        let cache = Repository::discover(repository.root()).unwrap().cache();
        cache.write("a", b"uno");
        cache.remove("a");
        assert_eq!((cache.names(), cache.read("a")), (Vec::new(), None));
    }
}
