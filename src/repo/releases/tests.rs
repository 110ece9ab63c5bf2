use super::*;
use crate::model::{DocumentPath, is_release_name};
use crate::repo::Files;
use crate::repo::support::TestRepository;
use proptest::prelude::*;

fn open(repository: &TestRepository) -> Repository {
    Repository::discover(repository.root()).unwrap()
}

fn tags(repository: &TestRepository, revision: &str) -> Vec<String> {
    let releases = open(repository).releases(revision, &is_release_name).unwrap();
    releases.into_iter().map(|release| release.tag).collect()
}

fn last(repository: &TestRepository) -> Option<String> {
    open(repository).last_release(&is_release_name, None).unwrap().map(|release| release.tag)
}

fn before(repository: &TestRepository, revision: &str) -> Option<String> {
    open(repository).release_before(revision, &is_release_name, None).unwrap().map(|release| release.tag)
}

/// Three releases in a row, the last of them two days before the newest commit.
fn row() -> TestRepository {
    TestRepository::new()
        .file("a.md", "a0")
        .commit("0")
        .file("a.md", "a1")
        .commit("1")
        .tag("v1.0")
        .annotated_tag("2026-01-02")
        .file("a.md", "a2")
        .commit("2")
        .tag("v1.1-rc1")
        .file("a.md", "a3")
        .commit("3")
        .annotated_tag("v1.1")
        .file("a.md", "a4")
        .commit("4")
}

#[test]
fn releases_come_newest_first_without_those_before_their_release() {
    let repository = row();
    assert_eq!(tags(&repository, "HEAD"), ["v1.1", "v1.0", "2026-01-02"]);
    assert_eq!(tags(&repository, "v1.1-rc1"), ["v1.0", "2026-01-02"]);
    assert_eq!(tags(&repository, "v1.0~1"), [""; 0]);
    assert_eq!(last(&repository).as_deref(), Some("v1.1"));
    assert_eq!(before(&repository, "HEAD").as_deref(), Some("v1.1"));
    assert_eq!(before(&repository, "v1.1").as_deref(), Some("v1.0"));
    assert_eq!(before(&repository, "v1.0"), None);
    assert!(open(&repository).release_before("v9", &is_release_name, None).is_err());
}

#[test]
fn the_files_of_a_release_are_called_by_its_tag() {
    let repository = row();
    let opened = open(&repository);
    let release = opened.last_release(&is_release_name, None).unwrap().unwrap();
    let files = opened.files_of(&release, repository.root()).unwrap();
    let path = DocumentPath::new("a.md").unwrap();
    assert_eq!((files.read(&path).unwrap(), files.display(&path)), (b"a3".to_vec(), "v1.1:a.md".to_owned()));
    assert!(files.holds(&path, b"a3") && !files.holds(&path, b"a4"));
}

#[test]
fn without_releases_no_commit_is_read() {
    let repository = TestRepository::new();
    assert_eq!(last(&repository), None);
    let repository = repository.file("a.md", "a").commit("0").tag("draft").file("a.md", "b").commit("1");
    repository.forget(repository.git().revparse_single("HEAD").unwrap().id());
    assert_eq!(last(&repository), None);
    assert_eq!(open(&repository).releases("HEAD", &is_release_name).unwrap(), []);
}

#[test]
fn a_tag_that_names_no_commit_is_no_release() {
    let repository = row();
    let blob = repository.git().blob(b"text").unwrap();
    repository.git().reference("refs/tags/v3.0", blob, false, "").unwrap();
    std::fs::write(repository.path(".git/refs/tags/v4.0"), "nothing\n").unwrap();
    std::fs::write(repository.path(".git/refs/tags/v5.0"), "a".repeat(40)).unwrap();
    assert_eq!(last(&repository).as_deref(), Some("v1.1"));
}

#[test]
fn packed_tags_are_releases_too_and_loose_ones_go_before_them() {
    let repository = row();
    let id = |revision: &str| repository.git().revparse_single(revision).unwrap().id();
    let packed = format!("# pack-refs\n{} refs/tags/v1.1\n{} refs/tags/v2.0\n", id("HEAD~4"), id("HEAD~2"));
    std::fs::write(repository.path(".git/packed-refs"), packed).unwrap();
    assert_eq!(tags(&repository, "HEAD"), ["v1.1", "v2.0", "v1.0", "2026-01-02"]);
}

#[test]
fn missing_commits_are_an_error_but_for_a_shallow_clone() {
    let repository = row();
    repository.forget(repository.git().revparse_single("HEAD~2").unwrap().id());
    // The walk ends at the release.
    assert_eq!(last(&repository).as_deref(), Some("v1.1"));
    assert!(open(&repository).release_before("v1.1", &is_release_name, None).is_err());
    assert!(open(&repository).releases("HEAD", &is_release_name).is_err());
    let limit = repository.git().revparse_single("HEAD~1").unwrap().id();
    std::fs::write(repository.path(".git/shallow"), format!("{limit}\n")).unwrap();
    assert_eq!(before(&repository, "v1.1"), None);
    assert_eq!(tags(&repository, "HEAD"), ["v1.1"]);
}

/// Commits, each with its parents among those before it, its date, and whether it is a release.
type Graph = Vec<(Vec<usize>, i64, bool)>;

/// Makes the commits; the last one is `HEAD`, and a release is tagged `v1.` and its place.
fn repository(graph: &Graph) -> TestRepository {
    let repository = TestRepository::new();
    let tree = repository.tree(&[]);
    let mut ids: Vec<Oid> = Vec::new();
    for (place, (parents, date, is_release)) in graph.iter().enumerate() {
        let parents: Vec<String> = parents.iter().map(|parent| format!("parent {}\n", ids[*parent])).collect();
        let parents = parents.concat();
        let person = format!("A <a@example.org> {date} +0000");
        let text = format!("tree {tree}\n{parents}author {person}\ncommitter {person}\n\n{place}\n");
        let id = repository.object(git2::ObjectType::Commit, text);
        if *is_release {
            repository.git().reference(&format!("refs/tags/v1.{place}"), id, true, "").unwrap();
        }
        ids.push(id);
    }
    repository.git().reference("refs/heads/main", *ids.last().unwrap(), true, "").unwrap();
    repository
}

#[test]
fn of_two_branches_the_later_release_is_the_last() {
    // 0 ── 1* ── 2 ── 5
    //  └── 3* ── 4 ──┘
    let graph = vec![
        (vec![], 0, false),
        (vec![0], 9, true),
        (vec![1], 10, false),
        (vec![0], 2, true),
        (vec![3], 11, false),
        (vec![2, 4], 12, false),
    ];
    assert_eq!(tags(&repository(&graph), "HEAD"), ["v1.1", "v1.3"]);
    assert_eq!(last(&repository(&graph)).as_deref(), Some("v1.1"));
}

#[test]
fn a_release_with_a_wrong_date_comes_after_its_parents_all_the_same() {
    // 0* ── 1* ── 2 ── 4: the clock of 1 was behind, and the merge reaches 0 by another way first.
    //  └───────── 3 ──┘
    let graph = vec![
        (vec![], 50, true),
        (vec![0], 5, true),
        (vec![1], 60, false),
        (vec![0], 70, false),
        (vec![2, 3], 80, false),
    ];
    assert_eq!(last(&repository(&graph)).as_deref(), Some("v1.1"));
    assert_eq!(tags(&repository(&graph), "HEAD"), ["v1.1", "v1.0"]);
}

fn graphs() -> impl Strategy<Value = Graph> {
    let commit = (proptest::collection::vec(0..100_usize, 1..3), any::<bool>());
    proptest::collection::vec(commit, 1..14).prop_map(|commits| {
        let of = |(place, (parents, is_release)): (usize, (Vec<usize>, bool))| {
            let parents = parents.into_iter().filter(|_| place > 0).map(|parent| parent % place.max(1)).collect();
            (parents, 10 * i64::try_from(place).unwrap_or(0), is_release)
        };
        commits.into_iter().enumerate().map(of).collect()
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 32, failure_persistence: None, ..Default::default() })]

    #[test]
    fn the_last_release_is_the_first_of_all(graph in graphs()) {
        let repository = repository(&graph);
        prop_assert_eq!(last(&repository), tags(&repository, "HEAD").into_iter().next());
    }
}
