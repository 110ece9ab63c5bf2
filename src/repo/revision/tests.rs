use super::*;
use crate::repo::Repository;
use crate::repo::support::TestRepository;
use git2::ObjectType;
use std::fmt::Write as _;

/// Three commits on `main`: v1 (annotated), v1.2 (lightweight) and the branch `borrador` on the second.
fn history() -> TestRepository {
    TestRepository::new()
        .file("a.md", "1")
        .commit("first")
        .annotated_tag("v1")
        .file("a.md", "2")
        .commit("second")
        .tag("v1.2")
        .branch("borrador")
        .file("a.md", "3")
        .commit("third")
}

fn resolved(repository: &TestRepository, revision: &str) -> Result<String> {
    Repository::discover(repository.root()).unwrap().commit(revision).map(|commit| commit.id)
}

fn failure(repository: &TestRepository, revision: &str) -> (String, Vec<String>) {
    let error = resolved(repository, revision).unwrap_err();
    let hints = error.hints.iter().map(|hint| match hint.arguments.as_slice() {
        [(_, argument)] => format!("{}: {argument:?}", hint.id),
        _ => hint.id.to_owned(),
    });
    (error.to_string(), hints.collect())
}

/// What libgit2 makes of the same revision.
fn expected(repository: &TestRepository, revision: &str) -> String {
    repository.git().revparse_single(revision).unwrap().peel_to_commit().unwrap().id().to_string()
}

#[test]
fn revisions_name_the_same_commits_as_in_git() {
    let repository = history();
    let head = repository.head();
    let revisions = [
        "HEAD",
        "@",
        "main",
        "heads/main",
        "refs/heads/main",
        "v1",
        "tags/v1",
        "refs/tags/v1",
        "v1.2",
        "borrador",
        "HEAD~",
        "HEAD^",
        "HEAD~2",
        "HEAD^^",
        "HEAD~1^1",
        "v1^{}",
        "v1^{commit}",
        "v1^0",
        "main~0",
        &head,
        &head[..7],
        &head[..4],
    ];
    for revision in revisions {
        assert_eq!(resolved(&repository, revision).unwrap(), expected(&repository, revision), "{revision}");
    }
    assert_eq!(resolved(&repository, &head.to_uppercase()).unwrap(), head);
    assert_eq!(resolved(&repository, &format!("v1.2-1-g{}", &head[..7])).unwrap(), head, "as git describe writes it");
    let tag = repository.git().revparse_single("refs/tags/v1").unwrap().id().to_string();
    assert_eq!(resolved(&repository, &tag[..12]).unwrap(), expected(&repository, "v1"), "the id of a tag");
}

#[test]
fn packed_references_are_read() {
    let repository = history();
    let ids: Vec<_> = ["v1", "v1.2", "borrador", "main"].map(|name| (name, expected(&repository, name))).into();
    repository.git().reference("refs/remotes/origin/main", git2::Oid::from_str(&ids[0].1).unwrap(), true, "").unwrap();
    repository.git().reference_symbolic("refs/remotes/origin/HEAD", "refs/remotes/origin/main", true, "").unwrap();
    let mut packed = "# pack-refs with: peeled fully-peeled sorted\n".to_owned();
    for reference in repository.git().references().unwrap() {
        let reference = reference.unwrap();
        if let Some(id) = reference.target() {
            writeln!(packed, "{id} {}", reference.name().unwrap()).unwrap();
            writeln!(packed, "^{}", reference.peel_to_commit().unwrap().id()).unwrap();
            std::fs::remove_file(repository.path(".git").join(reference.name().unwrap())).unwrap();
        }
    }
    std::fs::write(repository.path(".git/packed-refs"), packed).unwrap();
    for (name, id) in &ids {
        assert_eq!(&resolved(&repository, name).unwrap(), id, "{name}");
    }
    assert_eq!(resolved(&repository, "origin").unwrap(), ids[0].1);
    assert_eq!(resolved(&repository, "origin/main").unwrap(), ids[0].1);
    assert_eq!(failure(&repository, "v1.3").1[0], r#"repo-hint-did-you-mean: Text("v1.2")"#);
}

#[test]
fn a_tag_goes_before_a_branch_and_a_reference_before_an_abbreviation() {
    let repository = history();
    let second = expected(&repository, "v1.2");
    let short = repository.head()[..7].to_owned();
    let repository = repository.branch("both");
    let commit = repository.git().find_object(git2::Oid::from_str(&second).unwrap(), None).unwrap();
    repository.git().tag_lightweight("both", &commit, false).unwrap();
    repository.git().tag_lightweight(&short, &commit, false).unwrap();
    assert_eq!(resolved(&repository, "both").unwrap(), second);
    assert_eq!(resolved(&repository, &short).unwrap(), second);
}

#[test]
fn an_unknown_name_suggests_those_it_is_like() {
    let repository = history();
    let list = "repo-hint-list-revisions".to_owned();
    let like = |names: &str| format!("repo-hint-did-you-mean: Text({names:?})");
    let unknown = |name: &str| format!("repo-revision-unknown revision=Text({name:?})");
    assert_eq!(failure(&repository, "v1.3"), (unknown("v1.3"), vec![like("v1.2"), list.clone()]));
    assert_eq!(failure(&repository, "1.2~3"), (unknown("1.2"), vec![like("v1.2"), list.clone()]));
    assert_eq!(failure(&repository, "Borador"), (unknown("Borador"), vec![like("borrador"), list.clone()]));
    for name in ["publicación", "config", "../../etc/passwd", "refs/heads/../../config", "abc", "dead", "-g1", "a b"] {
        let (error, hints) = failure(&repository, name);
        // A name with dots in a row reads as a range.
        let expected = if name.contains("..") { "repo-revision-form" } else { "repo-revision-unknown" };
        assert!(error.starts_with(expected), "{error}");
        assert_eq!(hints, [list.as_str()], "{name}");
    }
}

#[test]
fn tags_are_named_as_people_number_their_releases() {
    let repository = TestRepository::new().file("a.md", "1").commit("first");
    let names = ["1__1__5", "2026-11-22", "20261122", "2026.11", "v1.2", "v1.4", "edición/2026", "1.0+3"];
    let repository = names.iter().fold(repository, |repository, name| repository.tag(name));
    for name in names {
        assert_eq!(resolved(&repository, name).unwrap(), repository.head(), "{name}");
    }
    let suggested = |name: &str| failure(&repository, name).1.remove(0);
    assert_eq!(suggested("v1.3"), r#"repo-hint-did-you-mean: Text("v1.2, v1.4")"#);
    assert_eq!(suggested("2026-11-23"), r#"repo-hint-did-you-mean: Text("2026-11-22")"#);
    assert_eq!(suggested("1.1.5"), r#"repo-hint-did-you-mean: Text("1__1__5")"#);
    assert_eq!(suggested("version-1.1.5"), r#"repo-hint-did-you-mean: Text("1__1__5")"#);
    assert_eq!(suggested("5.5.5"), "repo-hint-list-revisions");
}

#[test]
fn a_shallow_clone_says_how_to_get_a_commit_or_a_tree() {
    let repository = history();
    let id = |revision: &str| repository.git().revparse_single(revision).unwrap().id();
    let (first, tree) = (id("v1^{commit}"), id("v1.2^{tree}"));
    std::fs::write(repository.path(".git/shallow"), format!("{}\n", id("v1.2"))).unwrap();
    repository.forget(first);
    repository.forget(tree);
    let unshallow = vec!["repo-hint-unshallow".to_owned()];
    for revision in ["v1", "v1.2~1", &first.to_string()] {
        let (error, hints) = failure(&repository, revision);
        let expected = format!("repo-object-missing id=Text(\"{first}\") ({revision})");
        assert_eq!((error, &hints), (expected, &unshallow), "{revision}");
    }
    let opened = Repository::discover(repository.root()).unwrap();
    let error = opened.files("v1.2", repository.root()).err().unwrap();
    assert_eq!(error.to_string(), format!("repo-object-missing id=Text(\"{tree}\") (v1.2:)"));
    assert_eq!(error.hints[0].id, "repo-hint-unshallow");
    let (error, hints) = failure(&repository, &first.to_string()[..12]);
    assert!(error.starts_with("repo-revision-unknown"), "{error}");
    assert_eq!(hints, ["repo-hint-fetch-tags", "repo-hint-list-revisions"]);
}

#[test]
fn forms_that_are_not_understood_are_refused() {
    let repository = history();
    for revision in
        ["", "^", "~2", "main@{1}", "main..v1", "HEAD:a.md", ":/first", "v1^{tree}", "v1^x", "v1~2é", "v1^-"]
    {
        assert_eq!(resolved(&repository, revision).unwrap_err().message.id, "repo-revision-form", "{revision}");
    }
    let beyond = format!("v1~{}0", usize::MAX);
    assert_eq!(resolved(&repository, &beyond).unwrap_err().message.id, "repo-revision-form");
}

#[test]
fn steps_end_at_the_first_commit() {
    let repository = history();
    for revision in ["HEAD~3", "v1^", "HEAD^2", &format!("HEAD~{}", usize::MAX)] {
        assert_eq!(failure(&repository, revision), (format!("repo-no-ancestor revision=Text({revision:?})"), vec![]));
    }
}

#[test]
fn an_abbreviation_of_several_objects_names_the_commit_among_them() {
    let repository = history();
    let head = repository.head();
    assert_eq!(head, "3b8485548874b69f4afd354ebffc023fc432eadd", "people and times are fixed, so the ids are");
    // The numbers were found by trying: these objects' ids begin alike.
    let blob = repository.object(ObjectType::Blob, "349985").to_string();
    assert_eq!(&blob[..4], "3b84");
    assert_eq!(resolved(&repository, "3b84").unwrap(), head);
    assert_eq!(resolved(&repository, "3B84").unwrap(), head);

    let tree = repository.git().revparse_single("HEAD^{tree}").unwrap().id();
    let person = "a <a> 203924 +0000";
    let commit = format!("tree {tree}\nauthor {person}\ncommitter {person}\n\n");
    let other = repository.object(ObjectType::Commit, commit).to_string();
    let (error, hints) = failure(&repository, "3b84");
    let expected = format!("repo-revision-ambiguous revision=Text(\"3b84\") candidates=Text(\"{other}, {head}\")");
    assert_eq!((error, hints), (expected, vec!["repo-hint-more-digits".to_owned()]));
    assert_eq!(resolved(&repository, &head[..5]).unwrap(), head);
}

#[test]
fn what_is_no_commit_is_refused() {
    let repository = history();
    let blob = repository.object(ObjectType::Blob, "blob").to_string();
    assert_eq!(failure(&repository, &blob).0, format!("repo-not-a-commit revision=Text({blob:?})"));
}

#[test]
fn a_repository_without_commits_says_so() {
    let repository = TestRepository::new();
    let expected = ("repo-no-commits".to_owned(), vec!["repo-hint-no-commits".to_owned()]);
    assert_eq!(failure(&repository, "HEAD"), expected);
    assert_eq!(Repository::discover(repository.root()).unwrap().head().unwrap(), None);
}
