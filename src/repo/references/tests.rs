use super::*;
use crate::repo::support::TestRepository;

fn references(repository: &TestRepository) -> References {
    References::new(&GitFolders::find(repository.root()).unwrap().unwrap())
}

#[test]
fn names_that_leave_their_folder_are_no_references() {
    for name in ["HEAD", "refs/tags/v1.2", "refs/heads/año/uno", "refs/remotes/origin/HEAD"] {
        assert!(is_well_formed(name), "{name}");
    }
    let wrong = [
        "",
        "/HEAD",
        "refs//a",
        "refs/../config",
        "refs/a..b",
        "refs/.a",
        "refs/a.lock",
        "refs/a.",
        "refs/a/",
        "a b",
        "a\\b",
        "C:a",
        "a\nb",
        "a@{1}",
        "a~1",
        "a*",
    ];
    for name in wrong {
        assert!(!is_well_formed(name), "{name:?}");
    }
}

#[test]
fn broken_references_are_errors() {
    let repository = TestRepository::new().file("a.md", "a").commit("first");
    let references = references(&repository);
    let cases = [
        ("short", "1234\n"),
        ("words", "nothing of the kind\n"),
        ("round", "ref: refs/heads/round\n"),
        ("out", "ref: ../../etc/passwd\n"),
        ("not-utf8", "\u{fffd}"),
    ];
    for (name, content) in cases {
        std::fs::write(repository.path(".git/refs/heads").join(name), content).unwrap();
        let error = references.find(name).unwrap_err();
        assert_eq!(error.message.id, "repo-reference-broken", "{name}");
    }
    std::fs::write(repository.path(".git/refs/heads/gone"), "ref: refs/heads/nowhere\n").unwrap();
    assert_eq!(references.find("gone").unwrap(), None);
}

#[test]
fn other_files_of_git_are_no_references() {
    let repository = TestRepository::new().file("a.md", "a").commit("first");
    let references = references(&repository);
    let head = repository.head();
    std::fs::write(repository.path(".git/other"), &head).unwrap();
    std::fs::write(repository.path(".git/FETCH_HEAD"), format!("{head}\tnot-for-merge\tbranch 'x'\n")).unwrap();
    for name in ["other", "config", "objects", "heads", "refs", &"x".repeat(5000)] {
        assert_eq!(references.find(name).unwrap(), None, "{name}");
    }
    assert_eq!(references.find("FETCH_HEAD").unwrap().unwrap().to_string(), head);
}

#[test]
fn names_are_gathered_without_their_groups() {
    let repository = TestRepository::new().file("a.md", "a").commit("first").tag("v1").branch("es/borrador");
    let head = repository.head();
    let packed = format!("# pack-refs\n{head} refs/tags/v0\n^{head}\n{head} refs/notes/commits\n{head} refs/tags/v1\n");
    std::fs::write(repository.path(".git/packed-refs"), packed).unwrap();
    let names: Vec<_> = references(&repository).names().into_iter().collect();
    assert_eq!(names, ["es/borrador", "main", "v0", "v1"]);
}
