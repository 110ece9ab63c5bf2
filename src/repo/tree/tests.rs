use super::*;
use crate::model::{DocumentPath, LARGEST_FILE};
use crate::repo::support::{FIRST_COMMIT, TestRepository};
use crate::repo::{Files, Repository};
use git2::FileMode;

fn files(repository: &TestRepository, revision: &str) -> Result<RevisionFiles> {
    Repository::discover(repository.root()).unwrap().files(revision, repository.root())
}

fn listed(files: &RevisionFiles) -> Vec<String> {
    files.list().unwrap().iter().map(ToString::to_string).collect()
}

fn skipped(files: &RevisionFiles) -> Vec<String> {
    files.skipped().iter().map(ToString::to_string).collect()
}

fn read(files: &RevisionFiles, path: &str) -> Result<Vec<u8>, String> {
    files.read(&DocumentPath::new(path).unwrap()).map_err(|error| error.to_string())
}

fn path(path: &str) -> DocumentPath {
    DocumentPath::new(path).unwrap()
}

/// The files of a commit whose tree is forged; the closure makes it of the id of a blob holding `x`.
fn forged(tree: impl FnOnce(&TestRepository, Oid) -> Oid) -> (TestRepository, Result<RevisionFiles>) {
    let repository = TestRepository::new();
    let blob = repository.object(ObjectType::Blob, "x");
    let tree = tree(&repository, blob);
    let repository = repository.commit_tree(tree);
    let files = files(&repository, "main");
    (repository, files)
}

#[test]
fn a_commit_is_read_as_it_was() {
    let repository = TestRepository::new()
        .file("es/b.md", "b1\r\n")
        .file("es/a.md", "a1")
        .file("gaceta.toml", "")
        .commit("first")
        .tag("v1")
        .file("es/a.md", "a2")
        .without("es/b.md")
        .commit("second");
    let first = files(&repository, "v1").unwrap();
    assert_eq!(listed(&first), ["es/a.md", "es/b.md", "gaceta.toml"]);
    assert_eq!(read(&first, "es/a.md").unwrap(), b"a1");
    assert_eq!(read(&first, "es/b.md").unwrap(), b"b1\r\n");
    assert_eq!(first.display(&path("es/a.md")), "v1:es/a.md");
    assert_eq!(first.committed(), Some(FIRST_COMMIT));
    assert_eq!(first.commit().id, repository.git().revparse_single("v1").unwrap().id().to_string());
    let second = files(&repository, "HEAD").unwrap();
    assert_eq!(listed(&second), ["es/a.md", "gaceta.toml"]);
    assert_eq!(second.committed(), Some(FIRST_COMMIT + 86_400));
    assert!(second.contains(&path("es/a.md")) && !second.contains(&path("es/b.md")));
    assert_eq!(read(&second, "es/b.md").unwrap_err(), "repo-file-missing (HEAD:es/b.md)");
}

#[test]
fn the_policy_may_lie_in_a_folder() {
    let repository = TestRepository::new().file("docs/policy/es/a.md", "a").file("b.md", "b").commit("first").tag("v1");
    std::fs::remove_dir_all(repository.path("docs")).unwrap();
    let git = Repository::discover(repository.root()).unwrap();
    let files = git.files("v1", &repository.path("docs/policy")).unwrap();
    assert_eq!(listed(&files), ["es/a.md"]);
    assert_eq!(read(&files, "es/a.md").unwrap(), b"a");
    assert_eq!(files.display(&path("es/a.md")), "v1:docs/policy/es/a.md");
    let missing = git.files("v1", &repository.path("docs/other")).err().unwrap();
    assert_eq!(missing.to_string(), r#"repo-folder-not-in-revision revision=Text("v1") folder=Text("docs/other")"#);
    let outside = git.files("v1", repository.root().parent().unwrap()).err().unwrap();
    assert_eq!(outside.message.id, "repo-folder-outside");
}

#[test]
fn what_a_folder_leaves_out_a_commit_leaves_out_too() {
    let names = [".github/a.md", "a/.b.md", "a/node_modules/x.md", "target/a.md", "a/target"];
    let repository = names.iter().fold(TestRepository::new(), |repository, name| repository.file(name, ""));
    let files = files(&repository.commit("first"), "main").unwrap();
    assert_eq!(listed(&files), ["a/target"]);
    assert_eq!(skipped(&files), [""; 0]);
    assert_eq!(read(&files, ".github/a.md").unwrap_err(), "repo-file-left-out (main:.github/a.md)");
}

#[test]
fn links_and_submodules_are_skipped_and_told() {
    let repository = TestRepository::new().file("es/a.md", "a");
    let link = repository.object(ObjectType::Blob, "../../etc/passwd");
    let elsewhere = Oid::from_str("1234567890123456789012345678901234567890").unwrap();
    let repository =
        repository.entry("es/link.md", link, FileMode::Link).entry("sub", elsewhere, FileMode::Commit).commit("first");
    let found = files(&repository, "main").unwrap();
    assert_eq!(listed(&found), ["es/a.md"]);
    assert_eq!(skipped(&found), ["repo-symbolic-link (main:es/link.md)", "repo-submodule (main:sub)"]);
    assert_eq!(read(&found, "es/link.md").unwrap_err(), "repo-symbolic-link (main:es/link.md)");
    let git = Repository::discover(repository.root()).unwrap();
    let folder = git.files("main", &repository.path("sub")).err().unwrap();
    assert_eq!(folder.to_string(), "repo-submodule (main:sub)");
}

#[test]
fn hostile_names_are_skipped_and_told() {
    let (_repository, files) = forged(|repository, blob| {
        let inner = repository.tree(&[("100644", b"passwd", blob)]);
        repository.tree(&[
            ("40000", b"..", inner),
            ("40000", b".", inner),
            ("40000", b".git", inner),
            ("100644", b"", blob),
            ("100644", b"../x.md", blob),
            ("100644", b"a\\b.md", blob),
            ("100644", b"a\x1b[2J.md", blob),
            ("100644", b"bad\xff.md", blob),
            ("100755", b"good.md", blob),
            ("40000", b"good.md", inner),
            ("100644", b"good.md", blob),
            ("010644", b"pipe", blob),
            ("40000", b"C:", inner),
        ])
    });
    let files = files.unwrap();
    assert_eq!(listed(&files), ["good.md"]);
    assert_eq!(read(&files, "good.md").unwrap(), b"x");
    let expected = [
        "repo-name-refused (main:)",
        "repo-name-refused (main:.)",
        "repo-name-refused (main:..)",
        "repo-name-refused (main:../x.md)",
        "repo-name-refused (main:C:/passwd)",
        "repo-name-refused (main:a\u{1b}[2J.md)",
        "repo-name-refused (main:a\\b.md)",
        "repo-name-not-utf8 (main:bad\\xff.md)",
        "repo-duplicate-name (main:good.md)",
        "repo-special-file (main:pipe)",
    ];
    assert_eq!(skipped(&files), expected);
}

#[test]
fn a_tree_that_holds_itself_many_times_over_is_refused() {
    let (_repository, files) = forged(|repository, blob| {
        let names: Vec<_> = (b'a'..=b'j').map(|name| [name]).collect();
        (0..10).fold(blob, |inner, level| {
            let mode = if level == 0 { "100644" } else { "40000" };
            let entries: Vec<_> = names.iter().map(|name| (mode, &name[..], inner)).collect();
            repository.tree(&entries)
        })
    });
    assert_eq!(files.err().unwrap().message.id, "repo-too-many-files");
}

#[test]
fn depth_and_length_are_limited() {
    let (_repository, files) = forged(|repository, blob| {
        let bottom = repository.tree(&[("100644", b"a", blob)]);
        (0..100).fold(bottom, |inner, _| repository.tree(&[("40000", b"d", inner), ("100644", b"a", blob)]))
    });
    let files = files.unwrap();
    assert_eq!(listed(&files).len(), 65);
    assert_eq!(skipped(&files), [format!("repo-too-deep (main:{}d)", "d/".repeat(64))]);

    let long = "l".repeat(600);
    let (_repository, files) = forged(|repository, blob| {
        let inner = repository.tree(&[("100644", long.as_bytes(), blob)]);
        let folder = repository.tree(&[("40000", long.as_bytes(), blob)]);
        repository.tree(&[("40000", long.as_bytes(), inner), ("40000", &[b'm'; 600], folder)])
    });
    let files = files.unwrap();
    assert_eq!(listed(&files), [""; 0]);
    let ids: Vec<_> = files.skipped().iter().map(|error| error.message.id).collect();
    assert_eq!(ids, ["repo-path-too-long", "repo-path-too-long"]);
}

#[test]
fn entries_that_are_not_what_their_mode_says_are_errors() {
    let (_repository, files) = forged(|repository, blob| repository.tree(&[("40000", b"es", blob)]));
    let error = files.err().unwrap();
    assert_eq!((error.message.id, error.place.unwrap().file.as_str()), ("repo-object-corrupt", "main:es"));
    let (_repository, files) = forged(|repository, _| {
        let inner = repository.tree(&[]);
        repository.tree(&[("100644", b"a.md", inner)])
    });
    let error = read(&files.unwrap(), "a.md").unwrap_err();
    assert!(error.starts_with("repo-object-corrupt") && error.ends_with("(main:a.md)"), "{error}");
}

#[test]
fn a_tree_that_is_not_made_as_trees_are_is_an_error() {
    for content in [&b"100644 a.md"[..], b"100644 a.md\0short", b"rw a.md\0abcdefghijklmnopqrst", b"\xff a\0"] {
        let (_repository, files) = forged(|repository, _| repository.object(ObjectType::Tree, content));
        assert_eq!(files.err().unwrap().message.id, "repo-object-corrupt", "{content:?}");
    }
}

#[test]
fn a_file_above_the_limit_is_refused_by_its_header() {
    let repository = TestRepository::new();
    let size = usize::try_from(LARGEST_FILE).unwrap();
    let repository =
        repository.file("fits.md", vec![b'x'; size]).file("large.md", vec![b'x'; size + 1]).commit("first");
    let files = files(&repository, "main").unwrap();
    assert_eq!(read(&files, "fits.md").unwrap().len(), size);
    assert_eq!(read(&files, "large.md").unwrap_err(), "repo-file-too-large limit=Number(16) (main:large.md)");
}

#[test]
fn a_missing_object_is_named_with_its_path() {
    let repository = TestRepository::new().file("es/a.md", "a").file("en/b.md", "b").commit("first");
    // git hash-object of "a" without a line feed.
    let blob = "2e65efe2a145dda7ee51d1741299f848e5bf752e";
    repository.forget(Oid::from_str(blob).unwrap());
    let found = files(&repository, "main").unwrap();
    assert_eq!(listed(&found), ["en/b.md", "es/a.md"], "the listing reads no file");
    assert_eq!(read(&found, "en/b.md").unwrap(), b"b");
    let error = found.read(&path("es/a.md")).unwrap_err();
    assert_eq!(error.to_string(), format!("repo-object-missing id=Text({blob:?}) (main:es/a.md)"));
    assert_eq!(error.hints.iter().map(|hint| hint.id).collect::<Vec<_>>(), ["repo-hint-fsck", "repo-hint-refetch"]);

    let tree = repository.git().revparse_single("main:en").unwrap().id();
    repository.forget(tree);
    let error = files(&repository, "main").err().unwrap();
    assert_eq!(error.to_string(), format!("repo-object-missing id=Text(\"{tree}\") (main:en)"));
}

#[test]
fn a_corrupt_object_is_named_with_its_path() {
    let repository = TestRepository::new().file("a.md", "a").commit("first");
    let object = repository.path(".git/objects/2e/65efe2a145dda7ee51d1741299f848e5bf752e");
    // The object of "b", whole but in the place of another.
    let other = repository.object(ObjectType::Blob, "b").to_string();
    let other = repository.path(".git/objects").join(&other[..2]).join(&other[2..]);
    for content in [std::fs::read(other).unwrap(), b"garbage".to_vec(), Vec::new()] {
        std::fs::remove_file(&object).unwrap();
        std::fs::write(&object, content).unwrap();
        let error = read(&files(&repository, "main").unwrap(), "a.md").unwrap_err();
        assert!(error.starts_with("repo-object-corrupt") && error.ends_with("(main:a.md)"), "{error}");
    }
}

#[test]
fn threads_may_read_at_once() {
    let names: Vec<_> = (0..200).map(|number| format!("{number:03}.md")).collect();
    let repository =
        names.iter().fold(TestRepository::new(), |repository, name| repository.file(name, name.repeat(99)));
    let repository = repository.commit("first");
    let files = files(&repository, "main").unwrap();
    std::thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| {
                for name in &names {
                    assert_eq!(read(&files, name).unwrap(), name.repeat(99).as_bytes());
                }
            });
        }
    });
}

#[test]
fn the_files_of_the_folders_above_are_those_of_the_same_revision() {
    let repository = TestRepository::new()
        .file("README.md", "uno")
        .file("docs/intro.md", "b")
        .file("docs/norma/es/a.md", "c")
        .file("docs/otra/d.md", "d")
        .commit("first")
        .tag("v1")
        .file("README.md", "dos")
        .without("docs/intro.md")
        .commit("second");
    let found = Repository::discover(repository.root()).unwrap();
    let policy = found.files("v1", &repository.path("docs/norma")).unwrap();
    let docs = policy.above().unwrap();
    assert_eq!(docs.list().unwrap(), [path("intro.md")]);
    assert_eq!(docs.display(&path("intro.md")), "v1:docs/intro.md");
    let root = docs.above().unwrap();
    assert_eq!(root.list().unwrap(), [path("README.md")]);
    assert_eq!(root.read(&path("README.md")).unwrap(), b"uno");
    assert!(root.above().is_none());
    assert!(files(&repository, "v1").unwrap().above().is_none());
}
