//! Builds git repositories for tests: fixed people, fixed times, no configuration of the machine's.
#![allow(dead_code, reason = "each test program uses its own part of the builder")]

use git2::build::TreeUpdateBuilder;
use git2::{FileMode, Oid, Repository, RepositoryInitOptions, Signature, Time, Tree};
use std::fs;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// The time of the first commit: 2026-01-01T00:00:00Z.
pub const FIRST_COMMIT: i64 = 1_767_225_600;

/// The time between two commits, in seconds: a day.
pub const BETWEEN_COMMITS: i64 = 86_400;

/// A repository in a temporary folder, on the branch `main`.
///
/// Files stay as they are in the next commit unless they are changed or removed. What is committed goes into the work
/// tree and the index too, so that git finds nothing changed.
pub struct TestRepository {
    folder: TempDir,
    git: Repository,
    changes: TreeUpdateBuilder,
    commits: i64,
}

impl TestRepository {
    /// A repository without commits.
    pub fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let mut options = RepositoryInitOptions::new();
        options.initial_head("main").external_template(false);
        let git = Repository::init_opts(folder.path(), &options).unwrap();
        Self { folder, git, changes: TreeUpdateBuilder::new(), commits: 0 }
    }

    /// Writes a file, for the next commit.
    pub fn file(mut self, path: &str, content: impl AsRef<[u8]>) -> Self {
        let full = self.folder.path().join(path);
        fs::create_dir_all(full.parent().unwrap()).unwrap();
        fs::write(&full, &content).unwrap();
        let blob = self.git.blob(content.as_ref()).unwrap();
        self.changes.upsert(path, blob, FileMode::Blob);
        self
    }

    /// Puts an entry of any kind into the next commit only, not into the work tree: a symbolic link, a submodule.
    pub fn entry(mut self, path: &str, id: Oid, mode: FileMode) -> Self {
        self.changes.upsert(path, id, mode);
        self
    }

    /// Removes a file, for the next commit.
    pub fn without(mut self, path: &str) -> Self {
        fs::remove_file(self.folder.path().join(path)).unwrap();
        self.changes.remove(path);
        self
    }

    /// Commits to `main`, a day after the commit before.
    pub fn commit(mut self, message: &str) -> Self {
        let mut changes = std::mem::replace(&mut self.changes, TreeUpdateBuilder::new());
        {
            let parent = self.git.head().ok().map(|head| head.peel_to_commit().unwrap());
            let baseline = match &parent {
                Some(parent) => parent.tree().unwrap(),
                None => self.empty_tree(),
            };
            let tree = self.git.find_tree(changes.create_updated(&self.git, &baseline).unwrap()).unwrap();
            let person = self.person();
            let parents: Vec<_> = parent.iter().collect();
            self.git.commit(Some("HEAD"), &person, &person, message, &tree, &parents).unwrap();
            let mut index = self.git.index().unwrap();
            index.read_tree(&tree).unwrap();
            index.write().unwrap();
        }
        self.commits += 1;
        self
    }

    /// Commits a tree as it is to `main`, however it was made; the work tree keeps what it has.
    pub fn commit_tree(mut self, tree: Oid) -> Self {
        let parent = self.git.head().ok().and_then(|head| head.target());
        let parent = parent.map(|id| format!("parent {id}\n")).unwrap_or_default();
        let seconds = self.next_time();
        let person = format!("Ana Ruiz <ana@example.org> {seconds} +0000");
        let commit = format!("tree {tree}\n{parent}author {person}\ncommitter {person}\n\nForged\n");
        let id = self.object(git2::ObjectType::Commit, commit);
        self.git.reference("refs/heads/main", id, true, "forged").unwrap();
        self.commits += 1;
        self
    }

    /// Tags the newest commit.
    pub fn tag(self, name: &str) -> Self {
        self.git.tag_lightweight(name, &self.git.revparse_single("HEAD").unwrap(), false).unwrap();
        self
    }

    /// Tags the newest commit with a message, which makes an object of its own.
    pub fn annotated_tag(self, name: &str) -> Self {
        let head = self.git.revparse_single("HEAD").unwrap();
        self.git.tag(name, &head, &self.person(), "A tag", false).unwrap();
        drop(head);
        self
    }

    /// Makes a branch at the newest commit; `main` stays the present one.
    pub fn branch(self, name: &str) -> Self {
        let head = self.git.head().unwrap().peel_to_commit().unwrap();
        self.git.branch(name, &head, false).unwrap();
        drop(head);
        self
    }

    /// The root of the work tree.
    pub fn root(&self) -> &Path {
        self.folder.path()
    }

    /// A path in the work tree.
    pub fn path(&self, path: &str) -> PathBuf {
        self.folder.path().join(path)
    }

    /// The id of the newest commit.
    pub fn head(&self) -> String {
        self.git.head().unwrap().target().unwrap().to_string()
    }

    /// The repository, for what this builder does not do.
    pub const fn git(&self) -> &Repository {
        &self.git
    }

    /// Writes a commit of just these files, which no branch has yet.
    pub fn commit_of(&self, parents: &[Oid], seconds: i64, files: &[(&str, &str)]) -> Oid {
        let mut changes = TreeUpdateBuilder::new();
        for (path, content) in files {
            changes.upsert(*path, self.git.blob(content.as_bytes()).unwrap(), FileMode::Blob);
        }
        let tree = changes.create_updated(&self.git, &self.empty_tree()).unwrap();
        let parents = parents.iter().map(|parent| format!("parent {parent}\n")).collect::<Vec<_>>().concat();
        let person = format!("Ana Ruiz <ana@example.org> {seconds} +0000");
        self.object(git2::ObjectType::Commit, format!("tree {tree}\n{parents}author {person}\ncommitter {person}\n\n"))
    }

    /// Writes a commit of just these files by a person, which no branch has yet.
    pub fn commit_by(&self, who: &Signature<'_>, message: &str, parents: &[Oid], files: &[(&str, &str)]) -> Oid {
        let mut changes = TreeUpdateBuilder::new();
        for (path, content) in files {
            changes.upsert(*path, self.git.blob(content.as_bytes()).unwrap(), FileMode::Blob);
        }
        let tree = self.git.find_tree(changes.create_updated(&self.git, &self.empty_tree()).unwrap()).unwrap();
        let parents: Vec<_> = parents.iter().map(|parent| self.git.find_commit(*parent).unwrap()).collect();
        self.git.commit(None, who, who, message, &tree, &parents.iter().collect::<Vec<_>>()).unwrap()
    }

    /// Has `main` stand at a commit, whose files then are in the work tree.
    pub fn stand_at(&self, id: Oid) {
        self.git.reference("refs/heads/main", id, true, "stand").unwrap();
        self.git.checkout_head(Some(git2::build::CheckoutBuilder::new().force())).unwrap();
    }

    /// Makes a tag name an object, whatever it named before.
    pub fn tag_as(&self, name: &str, id: Oid) {
        self.git.reference(&format!("refs/tags/{name}"), id, true, "").unwrap();
    }

    /// Writes an object as it is, however wrong it may be.
    pub fn object(&self, kind: git2::ObjectType, content: impl AsRef<[u8]>) -> Oid {
        self.git.odb().unwrap().write(kind, content.as_ref()).unwrap()
    }

    /// Writes a tree of entries as they are: mode, name, id.
    pub fn tree(&self, entries: &[(&str, &[u8], Oid)]) -> Oid {
        let mut content = Vec::new();
        for (mode, name, id) in entries {
            content.extend_from_slice(mode.as_bytes());
            content.push(b' ');
            content.extend_from_slice(name);
            content.push(0);
            content.extend_from_slice(id.as_bytes());
        }
        self.object(git2::ObjectType::Tree, content)
    }

    /// Deletes a loose object, as a partial or a shallow clone lacks it.
    pub fn forget(&self, id: Oid) {
        let id = id.to_string();
        fs::remove_file(self.git.path().join("objects").join(&id[..2]).join(&id[2..])).unwrap();
    }

    fn empty_tree(&self) -> Tree<'_> {
        let id = self.git.treebuilder(None).unwrap().write().unwrap();
        self.git.find_tree(id).unwrap()
    }

    fn next_time(&self) -> i64 {
        FIRST_COMMIT + self.commits * BETWEEN_COMMITS
    }

    fn person(&self) -> Signature<'static> {
        Signature::new("Ana Ruiz", "ana@example.org", &Time::new(self.next_time(), 0)).unwrap()
    }
}

impl Default for TestRepository {
    fn default() -> Self {
        Self::new()
    }
}
