use super::*;
use crate::model::DocumentPath;
use crate::repo::Files;
use crate::repo::discovery::real_path;
use crate::repo::support::{FIRST_COMMIT, TestRepository};

/// Two commits with one file that changes; `v1` is the first.
fn origin() -> TestRepository {
    TestRepository::new().file("es/a.md", "a1").commit("first").tag("v1").file("es/a.md", "a2").commit("second")
}

fn hints(error: &Error) -> Vec<&'static str> {
    error.hints.iter().map(|hint| hint.id).collect()
}

fn path() -> DocumentPath {
    DocumentPath::new("es/a.md").unwrap()
}

/// The error of a repository with that configuration, without its place.
fn refused(config: &str) -> Option<String> {
    let repository = origin();
    std::fs::write(repository.path(".git/config"), config).unwrap();
    let mut error = Repository::discover(repository.root()).err()?;
    error.place = None;
    Some(error.to_string())
}

#[test]
fn the_head_and_the_work_tree_are_known() {
    let origin = origin();
    let repository = Repository::discover(&origin.path("es/a.md")).unwrap();
    assert_eq!(repository.work_tree().unwrap(), real_path(origin.root()).unwrap());
    let head = Commit { id: origin.head(), committed: Some(FIRST_COMMIT + 86_400) };
    assert_eq!(repository.head().unwrap(), Some(head.clone()));
    assert_eq!(repository.commit("main").unwrap(), head);
}

#[test]
fn a_folder_outside_git_has_no_repository() {
    let folder = tempfile::tempdir().unwrap();
    let error = Repository::discover(folder.path()).err().unwrap();
    assert_eq!(error.to_string(), format!("repo-no-repository ({})", folder.path().display()));
    assert_eq!(hints(&error), ["repo-hint-no-repository"]);
}

#[test]
fn a_linked_work_tree_has_its_own_head() {
    let origin = origin();
    let folder = tempfile::tempdir().unwrap();
    let linked = folder.path().join("linked");
    let git = origin.git().worktree("linked", &linked, None).unwrap();
    let first = origin.git().revparse_single("v1").unwrap().id();
    git2::Repository::open_from_worktree(&git).unwrap().set_head_detached(first).unwrap();
    let repository = Repository::discover(&linked).unwrap();
    assert_eq!(repository.head().unwrap().unwrap().id, first.to_string());
    assert_eq!(repository.commit("main").unwrap().id, origin.head());
    assert_eq!(repository.files("main", &linked).unwrap().read(&path()).unwrap(), b"a2");
}

#[test]
fn formats_that_cannot_be_read_are_refused_by_name() {
    let head = "[core]\n\trepositoryformatversion = 1\n[extensions]\n\t";
    assert_eq!(refused(""), None);
    assert_eq!(refused(&format!("{head}objectFormat = sha1\n\tpartialClone = origin\n\tworktreeConfig = true")), None);
    let sha256 = refused(&format!("{head}objectFormat = sha256\n")).unwrap();
    assert_eq!(sha256, r#"repo-format-refused format=Text("objectformat = sha256")"#);
    let reftable = refused(&format!("{head}refStorage = reftable\n")).unwrap();
    assert_eq!(reftable, r#"repo-format-refused format=Text("refstorage = reftable")"#);
    let unknown = refused(&format!("{head}zip = yes\n")).unwrap();
    assert_eq!(unknown, r#"repo-format-refused format=Text("zip = yes")"#);
    let version = refused("[core]\n\trepositoryformatversion = 2\n").unwrap();
    assert_eq!(version, r#"repo-format-refused format=Text("repositoryformatversion 2")"#);
    assert_eq!(refused("[core\n").unwrap(), "repo-config-unreadable");
}

#[test]
fn every_message_is_in_both_languages() {
    // Not through the catalogue: that module stands beside this one.
    let catalogues = [include_str!("../../messages/es/repo.ftl"), include_str!("../../messages/en/repo.ftl")];
    let sources = [
        include_str!("../comparison.rs"),
        include_str!("../discovery.rs"),
        include_str!("../folder.rs"),
        include_str!("../listing.rs"),
        include_str!("../locate.rs"),
        include_str!("../memory.rs"),
        include_str!("../merge_base.rs"),
        include_str!("../objects.rs"),
        include_str!("../obstacle.rs"),
        include_str!("../reading.rs"),
        include_str!("../references.rs"),
        include_str!("../renames.rs"),
        include_str!("../repository.rs"),
        include_str!("../revision.rs"),
        include_str!("../staged.rs"),
        include_str!("../tree.rs"),
    ];
    let mut ids: Vec<_> =
        sources.iter().flat_map(|source| source.split('"')).filter(|it| it.starts_with("repo-")).collect();
    ids.retain(|id| id.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-'));
    assert!(ids.len() > 50);
    for catalogue in catalogues {
        for id in &ids {
            assert!(catalogue.contains(&format!("\n{id} = ")), "{id} is missing");
        }
    }
}

/// Clones as the program git makes them; how it names files in addresses differs on Windows.
#[cfg(unix)]
mod clones {
    use super::*;
    use std::process::Command;

    /// What the program git makes of a repository by cloning it, without any configuration.
    fn cloned(origin: &TestRepository, arguments: &[&str]) -> tempfile::TempDir {
        let folder = tempfile::tempdir().unwrap();
        let status = Command::new("git")
            .env_clear()
            .envs([("GIT_CONFIG_GLOBAL", "/dev/null"), ("GIT_CONFIG_NOSYSTEM", "1"), ("GIT_TERMINAL_PROMPT", "0")])
            .env("PATH", std::env::var_os("PATH").unwrap())
            .args(["-c", "uploadpack.allowFilter=true", "clone", "--quiet"])
            .args(arguments)
            .arg(format!("file://{}", origin.root().display()))
            .arg(folder.path().join("clone"))
            .status()
            .unwrap();
        assert!(status.success());
        folder
    }

    #[test]
    fn a_bare_repository_is_read() {
        let origin = origin();
        let bare = cloned(&origin, &["--bare"]);
        let root = bare.path().join("clone");
        let repository = Repository::discover(&root).unwrap();
        assert_eq!(repository.work_tree(), None);
        assert_eq!(repository.files("v1", &root).unwrap().read(&path()).unwrap(), b"a1");
        let below = repository.files("v1", &root.join("es")).unwrap();
        assert_eq!(below.read(&DocumentPath::new("a.md").unwrap()).unwrap(), b"a1");
    }

    #[test]
    fn a_shallow_clone_says_how_to_get_the_rest() {
        let origin = origin();
        let clone = cloned(&origin, &["--depth", "1"]);
        let root = clone.path().join("clone");
        let repository = Repository::discover(&root).unwrap();
        assert_eq!(repository.files("HEAD", &root).unwrap().read(&path()).unwrap(), b"a2");
        let parent = origin.git().revparse_single("v1").unwrap().id().to_string();
        let error = repository.commit("HEAD~1").unwrap_err();
        assert_eq!(error.to_string(), format!("repo-object-missing id=Text({parent:?}) (HEAD~1)"));
        assert_eq!(hints(&error), ["repo-hint-unshallow"]);
        let error = repository.commit("v1").unwrap_err();
        assert_eq!(hints(&error), ["repo-hint-fetch-tags", "repo-hint-list-revisions"]);
    }

    #[test]
    fn a_partial_clone_says_how_to_get_a_file() {
        let origin = origin();
        origin.git().config().unwrap().set_bool("uploadpack.allowFilter", true).unwrap();
        let clone = cloned(&origin, &["--filter=blob:none"]);
        let root = clone.path().join("clone");
        let repository = Repository::discover(&root).unwrap();
        assert_eq!(
            repository.files("HEAD", &root).unwrap().read(&path()).unwrap(),
            b"a2",
            "what was checked out is there"
        );
        let files = repository.files("v1", &root).unwrap();
        assert_eq!(files.list().unwrap(), [path()]);
        let blob = origin.git().revparse_single("v1:es/a.md").unwrap().id().to_string();
        let error = files.read(&path()).unwrap_err();
        assert_eq!(error.to_string(), format!("repo-object-missing id=Text({blob:?}) (v1:es/a.md)"));
        assert_eq!(hints(&error), ["repo-hint-refetch", "repo-hint-fetch-object"]);
    }
}
