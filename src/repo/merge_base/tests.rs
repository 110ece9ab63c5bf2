use crate::error::Result;
use crate::repo::Repository;
use crate::repo::support::TestRepository;
use git2::Oid;
use proptest::prelude::*;
use std::collections::BTreeSet;

/// Commits, each with its parents among those before it and its date; each is tagged with its place.
fn repository(graph: &[(Vec<usize>, i64)]) -> TestRepository {
    let repository = TestRepository::new();
    let mut ids: Vec<Oid> = Vec::new();
    for (place, (parents, date)) in graph.iter().enumerate() {
        let parents: Vec<_> = parents.iter().map(|parent| ids[*parent]).collect();
        let id = repository.commit_of(&parents, *date, &[("a.md", &place.to_string())]);
        repository.tag_as(&format!("c{place}"), id);
        ids.push(id);
    }
    repository
}

fn base(repository: &TestRepository, one: usize, other: usize) -> Option<String> {
    let opened = Repository::discover(repository.root()).unwrap();
    let base = |one: usize, other: usize| -> Result<_> { opened.merge_base(&format!("c{one}"), &format!("c{other}")) };
    let found = base(one, other).unwrap();
    assert_eq!(found, base(other, one).unwrap(), "either way round");
    found.map(|commit| commit.id)
}

fn id(repository: &TestRepository, place: usize) -> String {
    repository.git().revparse_single(&format!("c{place}")).unwrap().id().to_string()
}

#[test]
fn branches_part_at_their_last_common_commit() {
    // 0 ── 1 ── 2 ── 4
    //       └── 3
    let graph = [(vec![], 0), (vec![0], 1), (vec![1], 2), (vec![1], 3), (vec![2], 4)];
    let repository = repository(&graph);
    assert_eq!(base(&repository, 4, 3), Some(id(&repository, 1)));
    assert_eq!(base(&repository, 4, 2), Some(id(&repository, 2)), "an ancestor");
    assert_eq!(base(&repository, 3, 3), Some(id(&repository, 3)), "the same");
}

#[test]
fn of_branches_merged_into_each_other_the_latest_common_commit_is_taken() {
    // 0 ── 1 ── 3
    //  │     ╳
    //  └── 2 ── 4
    let graph = [(vec![], 0), (vec![0], 10), (vec![0], 20), (vec![1, 2], 30), (vec![2, 1], 40)];
    let repository = repository(&graph);
    assert_eq!(base(&repository, 3, 4), Some(id(&repository, 2)));
}

#[test]
fn a_common_commit_behind_another_is_not_taken_whatever_its_date() {
    // 0 ── 1 ── 2 and 3, both of which were merged with 0 too, whose clock was ahead.
    let graph = [(vec![], 90), (vec![0], 10), (vec![1, 0], 100), (vec![1, 0], 110)];
    assert_eq!(base(&repository(&graph), 2, 3), Some(id(&repository(&graph), 1)));
    // 0 ── 1 ── 2, where 1 seems later than all and 2 earlier.
    let graph = [(vec![], 60), (vec![0], 100), (vec![1], 50)];
    assert_eq!(base(&repository(&graph), 1, 2), Some(id(&repository(&graph), 1)));
}

#[test]
fn unrelated_revisions_have_no_base() {
    let repository = repository(&[(vec![], 0), (vec![], 1), (vec![1], 2)]);
    assert_eq!(base(&repository, 0, 2), None);
}

#[test]
fn a_shallow_clone_that_ends_before_the_base_says_how_to_get_the_rest() {
    let repository = repository(&[(vec![], 0), (vec![0], 1), (vec![0], 2)]);
    let open = || Repository::discover(repository.root()).unwrap();
    repository.forget(repository.git().revparse_single("c0").unwrap().id());
    assert_eq!(open().merge_base("c1", "c2").unwrap_err().message.id, "repo-object-missing");
    std::fs::write(repository.path(".git/shallow"), format!("{}\n", "0".repeat(40))).unwrap();
    let error = open().merge_base("c1", "c2").unwrap_err();
    assert_eq!(error.to_string(), r#"repo-history-ends one=Text("c1") other=Text("c2")"#);
    assert_eq!(error.hints[0].id, "repo-hint-unshallow");
}

/// Clocks may be wrong.
fn graphs() -> impl Strategy<Value = Vec<(Vec<usize>, i64)>> {
    let commit = (proptest::collection::vec(0..100_usize, 0..3), 0..20_i64);
    proptest::collection::vec(commit, 2..14).prop_map(|commits| {
        let of = |(place, (parents, date)): (usize, (Vec<usize>, i64))| {
            (parents.into_iter().filter(|_| place > 0).map(|parent| parent % place.max(1)).collect(), date)
        };
        commits.into_iter().enumerate().map(of).collect()
    })
}

/// A commit and all before it.
fn past(graph: &[(Vec<usize>, i64)], of: usize) -> BTreeSet<usize> {
    let parents = graph[of].0.iter().flat_map(|parent| past(graph, *parent));
    parents.chain([of]).collect()
}

/// The commits of both pasts that lie before none of the others.
fn best(graph: &[(Vec<usize>, i64)], one: usize, other: usize) -> Vec<usize> {
    let common: Vec<usize> = past(graph, one).intersection(&past(graph, other)).copied().collect();
    let is_before = |commit: &usize| common.iter().any(|it| it != commit && past(graph, *it).contains(commit));
    common.iter().copied().filter(|commit| !is_before(commit)).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 32, failure_persistence: None, ..Default::default() })]

    #[test]
    fn the_base_is_the_latest_of_the_best(graph in graphs(), one in 0..100_usize, other in 0..100_usize) {
        let repository = repository(&graph);
        let (one, other) = (one % graph.len(), other % graph.len());
        let best = best(&graph, one, other);
        let latest = best.iter().map(|place| graph[*place].1).max();
        let expected: Vec<_> =
            best.into_iter().filter(|place| Some(graph[*place].1) == latest).map(|place| id(&repository, place)).collect();
        match base(&repository, one, other) {
            None => prop_assert!(expected.is_empty()),
            Some(found) => prop_assert!(expected.contains(&found)),
        }
    }
}
