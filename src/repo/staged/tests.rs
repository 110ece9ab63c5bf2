use super::*;
use crate::model::DocumentPath;
use crate::repo::Files;
use crate::repo::support::{FIRST_COMMIT, TestRepository};
use git2::IndexTime;

/// Two files are committed; then one is changed in the index and another is added there.
fn repository() -> TestRepository {
    let repository = TestRepository::new().file("p/es/a.md", "a1").file("p/es/b.md", "b1").commit("first");
    for (path, text) in [("p/es/a.md", "a2"), ("p/es/c.md", "c1"), ("other.md", "x")] {
        add(&repository, &entry(&repository, path, text));
    }
    repository
}

fn entry(repository: &TestRepository, path: &str, text: &str) -> IndexEntry {
    let time = IndexTime::new(0, 0);
    let id = repository.object(git2::ObjectType::Blob, text);
    let mode = 0o100_644;
    let path = path.into();
    let (dev, ino, uid, gid, file_size, flags, flags_extended) = (0, 0, 0, 0, 0, 0, 0);
    IndexEntry { ctime: time, mtime: time, dev, ino, mode, uid, gid, file_size, id, flags, flags_extended, path }
}

fn add(repository: &TestRepository, entry: &IndexEntry) {
    let mut index = repository.git().index().unwrap();
    index.add(entry).unwrap();
    index.write().unwrap();
}

fn staged(repository: &TestRepository, folder: &str) -> Result<StagedFiles> {
    Repository::discover(repository.root()).unwrap().staged(&repository.path(folder), None)
}

fn listed(files: &StagedFiles) -> Vec<String> {
    files.list().unwrap().iter().map(ToString::to_string).collect()
}

fn path(path: &str) -> DocumentPath {
    DocumentPath::new(path).unwrap()
}

#[test]
fn the_index_is_read_as_the_next_commit_would_be() {
    let repository = repository();
    std::fs::write(repository.path("p/es/a.md"), "a3").unwrap();
    std::fs::write(repository.path("p/es/d.md"), "d").unwrap();
    std::fs::remove_file(repository.path("p/es/b.md")).unwrap();
    let files = staged(&repository, "p").unwrap();
    assert_eq!(listed(&files), ["es/a.md", "es/b.md", "es/c.md"]);
    assert_eq!(files.read(&path("es/a.md")).unwrap(), b"a2");
    assert_eq!(files.display(&path("es/a.md")), ":p/es/a.md");
    assert_eq!(files.committed(), Some(FIRST_COMMIT));
    assert!(files.holds(&path("es/a.md"), b"a2") && !files.holds(&path("es/a.md"), b"a3"));
    assert_eq!(files.read(&path("es/d.md")).unwrap_err().to_string(), "repo-file-missing (:p/es/d.md)");
    assert_eq!(files.replace(&path("es/a.md"), b"a2", b"a4").unwrap_err().message.id, "repo-not-a-folder");
    assert_eq!(listed(&staged(&repository, "").unwrap()), ["other.md", "p/es/a.md", "p/es/b.md", "p/es/c.md"]);
    assert_eq!(staged(&repository, "..").err().unwrap().message.id, "repo-folder-outside");
}

#[test]
fn without_an_index_there_are_no_files() {
    let repository = TestRepository::new();
    assert_eq!(listed(&staged(&repository, "").unwrap()), [""; 0]);
    let repository = repository.file("a.md", "a").commit("first");
    std::fs::remove_file(repository.path(".git/index")).unwrap();
    let files = staged(&repository, "").unwrap();
    assert_eq!((listed(&files), files.committed()), (vec![], Some(FIRST_COMMIT)));
}

#[test]
fn what_a_commit_leaves_out_or_skips_the_index_does_too() {
    let repository = repository();
    for (path, mode) in [
        ("p/.github/a.md", 0o100_644),
        ("p/target/a.md", 0o100_644),
        ("p/link.md", 0o120_000),
        ("p/sub", 0o160_000),
        ("p/bad\\name.md", 0o100_755),
        ("p/bad\\folder/x.md", 0o100_644),
    ] {
        add(&repository, &IndexEntry { mode, ..entry(&repository, path, "x") });
    }
    add(&repository, &entry(&repository, &format!("p/{}a.md", "d/".repeat(DEEPEST_FOLDER + 1)), "x"));
    add(&repository, &entry(&repository, &format!("p/{}a.md", "e/".repeat(DEEPEST_FOLDER)), "x"));
    let files = staged(&repository, "p").unwrap();
    let deepest = format!("{}a.md", "e/".repeat(DEEPEST_FOLDER));
    assert_eq!(listed(&files), [&deepest, "es/a.md", "es/b.md", "es/c.md"]);
    let expected = [
        "repo-name-refused (:p/bad\\folder)".to_owned(),
        "repo-name-refused (:p/bad\\name.md)".to_owned(),
        format!("repo-too-deep (:p/{}d)", "d/".repeat(DEEPEST_FOLDER)),
        "repo-symbolic-link (:p/link.md)".to_owned(),
        "repo-submodule (:p/sub)".to_owned(),
    ];
    assert_eq!(files.skipped().iter().map(ToString::to_string).collect::<Vec<_>>(), expected);
}

#[test]
fn files_that_are_only_announced_are_left_out() {
    let repository = repository();
    let flags_extended = IndexEntryExtendedFlag::INTENT_TO_ADD.bits();
    add(&repository, &IndexEntry { flags_extended, ..entry(&repository, "p/es/new.md", "") });
    assert_eq!(listed(&staged(&repository, "p").unwrap()), ["es/a.md", "es/b.md", "es/c.md"]);
}

#[test]
fn a_conflict_in_the_policy_is_an_error() {
    let repository = repository();
    for stage in 1..=3 {
        add(&repository, &IndexEntry { flags: stage << 12, ..entry(&repository, "p/es/x.md", "x") });
    }
    let error = staged(&repository, "p").err().unwrap();
    assert_eq!(error.to_string(), "repo-index-conflict (:p/es/x.md)");
    assert_eq!(error.hints[0].id, "repo-hint-index-conflict");
    assert!(staged(&repository, "elsewhere").is_ok());
}

#[test]
fn a_broken_index_is_an_error() {
    let repository = repository();
    for content in [&b"DIRC"[..], b"nothing of the kind", &[0; 64]] {
        std::fs::write(repository.path(".git/index"), content).unwrap();
        let error = staged(&repository, "p").err().unwrap();
        assert_eq!(error.message.id, "repo-index-unreadable");
        assert_eq!(error.hints[0].id, "repo-hint-index-unreadable");
    }
}

#[test]
fn a_linked_work_tree_has_an_index_of_its_own() {
    let repository = repository();
    let elsewhere = tempfile::tempdir().unwrap();
    let linked = elsewhere.path().join("linked");
    repository.git().worktree("linked", &linked, None).unwrap();
    let files = Repository::discover(&linked).unwrap().staged(&linked.join("p"), None).unwrap();
    assert_eq!(listed(&files), ["es/a.md", "es/b.md"]);
    assert_eq!(files.read(&path("es/a.md")).unwrap(), b"a1");
}
