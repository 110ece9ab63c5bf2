//! Files at the root of a repository that tell git and its users how to read it.

use super::Repository;
use super::objects::{EntryKind, tree_entries};
use super::reading::{read_whole, unreadable};
use super::tree::RevisionFiles;
use crate::error::Result;
use git2::ObjectType;
use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io;

/// The file that names commits which only gave files another form, by the name that forges look for and that git is told in
/// `blame.ignoreRevsFile`.
const IGNORED_REVISIONS: &str = ".git-blame-ignore-revs";

impl Repository {
    /// The ids of the commits that `.git-blame-ignore-revs` names, each a line of 40 hexadecimal digits; what follows a `#` is
    /// a remark (git-blame(1), `--ignore-revs-file`).
    ///
    /// # Errors
    /// If it cannot be read.
    pub fn ignored_revisions(&self, files: &RevisionFiles) -> Result<BTreeSet<String>> {
        let text = self.root_file(IGNORED_REVISIONS, files)?.unwrap_or_default();
        let lines = text.lines().map(|line| line.split('#').next().unwrap_or_default().trim().to_ascii_lowercase());
        let is_id = |line: &String| line.len() == 40 && line.bytes().all(|byte| byte.is_ascii_hexdigit());
        Ok(lines.filter(is_id).collect())
    }

    /// The text of a file at the root of the work tree, or where there is none, of a revision's files.
    ///
    /// # Errors
    /// If it cannot be read.
    pub(super) fn root_file(&self, name: &str, files: &RevisionFiles) -> Result<Option<String>> {
        let text = |bytes: Vec<u8>| Some(String::from_utf8_lossy(&bytes).into_owned());
        if let Some(path) = self.work_tree().map(|root| root.join(name)) {
            let shown = path.display().to_string();
            match fs::symlink_metadata(&path) {
                // Whatever else it is might never end, or lie elsewhere.
                Ok(metadata) if metadata.is_file() => {
                    let file = File::open(&path).map_err(|error| unreadable(&shown, error))?;
                    return Ok(text(read_whole(file, &shown)?));
                }
                Ok(_) => return Ok(None),
                Err(error) if error.kind() == io::ErrorKind::NotFound => {}
                Err(error) => return Err(unreadable(&shown, error)),
            }
        }
        let Some(tree) = files.tree else { return Ok(None) };
        let bytes = self.objects.read(tree, ObjectType::Tree, name)?;
        let entry = tree_entries(&bytes).unwrap_or_default().into_iter().find(|entry| entry.name == name.as_bytes());
        let Some(entry) = entry.filter(|entry| entry.kind == EntryKind::File) else { return Ok(None) };
        Ok(text(self.objects.read(entry.id, ObjectType::Blob, name)?))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::repo::support::TestRepository;

    #[test]
    fn ignored_revisions_are_whole_ids() {
        let id = "0123456789abcdef0123456789abcdef01234567";
        let text = format!("# Formato\n{} # prettier\n0123\nmain\n\n", id.to_uppercase());
        let repository = TestRepository::new().file(".git-blame-ignore-revs", &text).commit("Uno");
        let found = Repository::discover(repository.root()).unwrap();
        let files = found.files("HEAD", repository.root()).unwrap();
        assert_eq!(found.ignored_revisions(&files).unwrap(), BTreeSet::from([id.to_owned()]));
        fs::remove_file(repository.path(".git-blame-ignore-revs")).unwrap();
        assert_eq!(found.ignored_revisions(&files).unwrap().len(), 1);
    }
}
