use super::*;
use crate::repo::support::TestRepository;
use git2::{ObjectType, Oid};
use proptest::prelude::*;

/// A text of so many words, which differ from those of other seeds.
fn text(seed: &str, from: usize, to: usize) -> String {
    (from..to).map(|number| format!("{seed}{number} ")).collect::<Vec<_>>().concat()
}

/// A history; each commit is tagged with its name.
struct Graph {
    repository: TestRepository,
    date: i64,
}

impl Graph {
    fn new() -> Self {
        Self { repository: TestRepository::new(), date: 0 }
    }

    fn commit(self, name: &str, parents: &[&str], files: &[(&str, &str)]) -> Self {
        let date = self.date + 10;
        self.commit_at(date, name, parents, files)
    }

    fn commit_at(mut self, date: i64, name: &str, parents: &[&str], files: &[(&str, &str)]) -> Self {
        let parents: Vec<_> = parents.iter().map(|parent| self.id(parent)).collect();
        let id = self.repository.commit_of(&parents, date, files);
        self.repository.tag_as(name, id);
        self.date = date;
        self
    }

    fn id(&self, revision: &str) -> Oid {
        self.repository.git().revparse_single(revision).unwrap().id()
    }

    fn renames_in(&self, folder: &str, old: &str, new: &str) -> Result<Renames> {
        let repository = Repository::discover(self.repository.root()).unwrap();
        let is_document = |path: &str| !path.ends_with("txt");
        repository.renames(old, new, &self.repository.path(folder), &is_document)
    }

    fn renames(&self, old: &str, new: &str) -> Vec<String> {
        let renames = self.renames_in("", old, new).unwrap();
        assert!(renames.complete);
        shown(&renames)
    }
}

fn shown(renames: &Renames) -> Vec<String> {
    let names = |chain: &Vec<DocumentPath>| chain.iter().map(DocumentPath::as_str).collect::<Vec<_>>().join(" -> ");
    renames.chains.iter().map(names).collect()
}

#[test]
fn a_document_is_followed_through_names_and_rewritings() {
    // At the end there is not a word left of the beginning.
    let stages = [text("a", 0, 90), text("a", 30, 120), text("a", 60, 150), text("a", 90, 180), text("a", 120, 210)];
    let graph = Graph::new()
        .commit("0", &[], &[("1.md", &stages[0]), ("z.md", "z")])
        .commit("1", &["0"], &[("2.md", &stages[1]), ("z.md", "z")])
        .commit("2", &["1"], &[("2.md", &stages[2]), ("z.md", "zz")])
        .commit("3", &["2"], &[("es/3.md", &stages[3]), ("z.md", "zz")])
        .commit("4", &["3"], &[("es/3.md", &stages[4]), ("new.md", "new")]);
    assert_eq!(graph.renames("0", "4"), ["1.md -> 2.md -> es/3.md"]);
    assert_eq!(graph.renames("1", "4"), ["2.md -> es/3.md"]);
    assert_eq!(graph.renames("3", "4"), [""; 0]);
    assert_eq!(graph.renames("4", "0"), ["es/3.md -> 2.md -> 1.md"], "the other way round");
    let renames = graph.renames_in("", "0", "4").unwrap();
    let path = |path| DocumentPath::new(path).unwrap();
    assert_eq!(renames.former(&path("es/3.md")), Some(&path("1.md")));
    assert_eq!(renames.former(&path("new.md")), None);
}

#[test]
fn where_no_document_is_new_nothing_is_walked() {
    let graph = Graph::new()
        .commit("0", &[], &[("a.md", "a"), ("b.md", "b")])
        .commit("1", &["0"], &[("b.md", "b")])
        .commit("2", &["1"], &[("b.md", "bb"), ("c.txt", "c")]);
    graph.repository.forget(graph.id("1"));
    assert_eq!(graph.renames("0", "2"), [""; 0]);
}

#[test]
fn only_documents_of_the_policys_folder_are_followed() {
    let graph = Graph::new().commit("0", &[], &[("p/a.md", "a"), ("p/b.txt", "b"), ("c.md", "c")]).commit(
        "1",
        &["0"],
        &[("p/x.md", "b"), ("p/y.md", "c"), ("p/z.md", "a")],
    );
    assert_eq!(shown(&graph.renames_in("p", "0", "1").unwrap()), ["a.md -> z.md"]);
    assert_eq!(graph.renames("0", "1"), ["c.md -> p/y.md", "p/a.md -> p/z.md"]);
    assert_eq!(graph.renames_in("..", "0", "1").unwrap_err().message.id, "repo-folder-outside");
}

#[test]
fn of_a_document_split_in_two_the_part_most_alike_has_its_name() {
    let (whole, large, small) = (text("a", 0, 100), text("a", 0, 70), text("a", 40, 100));
    let graph =
        Graph::new().commit("0", &[], &[("a.md", &whole)]).commit("1", &["0"], &[("b.md", &small), ("c.md", &large)]);
    assert_eq!(graph.renames("0", "1"), ["a.md -> c.md"]);
}

#[test]
fn an_old_name_may_stand_for_another_document_later() {
    let graph = Graph::new().commit("0", &[], &[("a.md", "a")]).commit("1", &["0"], &[("b.md", "a")]).commit(
        "2",
        &["1"],
        &[("a.md", "other"), ("b.md", "a")],
    );
    assert_eq!(graph.renames("0", "2"), ["a.md -> b.md"]);
}

#[test]
fn a_merge_goes_on_with_the_parent_that_has_the_document() {
    // 0 ── 1 ── 3 ── 4, and 2 between 0 and 3; the document was renamed and rewritten twice on the branch.
    let (first, second, third) = (text("a", 0, 90), text("a", 30, 120), text("a", 60, 150));
    let graph = Graph::new()
        .commit("0", &[], &[("a.md", &first), ("z.md", "z")])
        .commit("1", &["0"], &[("a.md", &first), ("z.md", "zz")])
        .commit("2a", &["0"], &[("b.md", &second), ("z.md", "z")])
        .commit("2b", &["2a"], &[("c.md", &third), ("z.md", "z")])
        .commit("3", &["1", "2b"], &[("c.md", &third), ("z.md", "zz")]);
    assert_eq!(graph.renames("0", "3"), ["a.md -> b.md -> c.md"]);
    assert_eq!(graph.renames("1", "3"), ["a.md -> b.md -> c.md"], "though the branch began before");
    assert_eq!(graph.renames("2a", "3"), ["b.md -> c.md"]);
}

#[test]
fn a_document_renamed_by_the_merge_itself_is_followed_too() {
    let graph = Graph::new()
        .commit("0", &[], &[("a.md", "a"), ("z.md", "z")])
        .commit("1", &["0"], &[("a.md", "a"), ("z.md", "zz")])
        .commit("2", &["0"], &[("a.md", "a"), ("y.md", "y"), ("z.md", "z")])
        .commit("3", &["1", "2"], &[("b.md", "a"), ("y.md", "y"), ("z.md", "zz")]);
    assert_eq!(graph.renames("1", "3"), ["a.md -> b.md"]);
    assert_eq!(graph.renames("2", "3"), ["a.md -> b.md"]);
}

/// Two branches that renamed the same documents each in its way, `old` and `new`.
fn branches() -> Graph {
    Graph::new()
        .commit("base", &[], &[("a.md", "a"), ("b.md", "b"), ("c.md", "c"), ("d.md", "d")])
        .commit("1", &["base"], &[("a1.md", "a"), ("b.md", "b"), ("c.md", "c"), ("d.md", "d")])
        .commit("old", &["1"], &[("a2.md", "a"), ("b.md", "b"), ("c1.md", "c"), ("e.md", "e")])
        .commit("2", &["base"], &[("a7.md", "a"), ("b7.md", "b"), ("c.md", "c"), ("d.md", "d")])
        .commit("new", &["2"], &[("a8.md", "a"), ("b7.md", "b"), ("c.md", "c"), ("d7.md", "d"), ("f.md", "f")])
}

#[test]
fn on_two_branches_documents_meet_where_these_parted() {
    assert_eq!(
        branches().renames("old", "new"),
        ["a2.md -> a1.md -> a.md -> a7.md -> a8.md", "b.md -> b7.md", "c1.md -> c.md"]
    );
    assert_eq!(
        branches().renames("new", "old"),
        ["a8.md -> a7.md -> a.md -> a1.md -> a2.md", "b7.md -> b.md", "c.md -> c1.md"]
    );
}

#[test]
fn a_way_that_leads_nowhere_is_left_for_one_that_leads_to_the_older_revision() {
    // A repository that was begun with copies, and later joined to the history they came from.
    let files: &[(&str, &str)] = &[("b.md", "a"), ("z.md", "z")];
    let graph = Graph::new()
        .commit("old", &[], &[("a.md", "a"), ("z.md", "z")])
        .commit("1", &["old"], files)
        .commit("begun", &[], files)
        .commit("new", &["begun", "1"], files);
    assert_eq!(graph.renames("old", "new"), ["a.md -> b.md"]);
}

#[test]
fn wrong_clocks_change_nothing_on_a_single_line() {
    for dates in [[40, 30, 20, 10], [10, 40, 5, 20], [10, 10, 10, 10], [90, 1, 2, 3]] {
        let graph = Graph::new()
            .commit_at(dates[0], "0", &[], &[("a.md", "a")])
            .commit_at(dates[1], "1", &["0"], &[("b.md", "a")])
            .commit_at(dates[2], "2", &["1"], &[("b.md", "a"), ("y.md", "y")])
            .commit_at(dates[3], "3", &["2"], &[("c.md", "a"), ("y.md", "y")]);
        assert_eq!(graph.renames("0", "3"), ["a.md -> b.md -> c.md"], "{dates:?}");
        assert_eq!(graph.renames("3", "0"), ["c.md -> b.md -> a.md"], "{dates:?}");
    }
}

#[test]
fn revisions_without_a_common_commit_are_an_error() {
    let graph = Graph::new().commit("0", &[], &[("a.md", "a")]).commit("1", &[], &[("b.md", "a")]).commit(
        "2",
        &["1"],
        &[("b.md", "a"), ("c.md", "c")],
    );
    let error = graph.renames_in("", "0", "2").unwrap_err();
    assert_eq!(error.to_string(), r#"repo-unrelated old=Text("0") new=Text("2")"#);
    assert_eq!(error.hints[0].id, "repo-hint-unrelated");
}

#[test]
fn a_history_that_ends_before_the_older_revision_is_not_complete() {
    let graph = Graph::new()
        .commit("0", &[], &[("a.md", "a")])
        .commit("1", &["0"], &[("b.md", "a")])
        .commit("2", &["1"], &[("b.md", "a"), ("c.md", "c")])
        .commit("3", &["2"], &[("b.md", "a"), ("d.md", "c"), ("e.md", "e")]);
    let limit = graph.id("2");
    graph.repository.forget(graph.id("1"));
    assert_eq!(graph.renames_in("", "0", "3").unwrap_err().message.id, "repo-object-missing");
    std::fs::write(graph.repository.path(".git/shallow"), format!("{limit}\n")).unwrap();
    assert_eq!(graph.renames_in("", "0", "3").unwrap(), Renames { chains: vec![], complete: false });
    assert_eq!(graph.renames("2", "3"), ["c.md -> d.md"], "what is there is followed");
}

#[test]
fn without_blobs_only_the_same_bytes_are_the_same_document() {
    let (first, second) = (text("a", 0, 90), text("a", 10, 100));
    let graph = Graph::new().commit("0", &[], &[("a.md", &first), ("b.md", "b")]).commit(
        "1",
        &["0"],
        &[("b1.md", "b"), ("c.md", &second)],
    );
    assert_eq!(graph.renames("0", "1"), ["b.md -> b1.md", "a.md -> c.md"]);
    graph.repository.forget(graph.repository.object(ObjectType::Blob, &first));
    graph.repository.forget(graph.repository.object(ObjectType::Blob, "b"));
    assert_eq!(graph.renames("0", "1"), ["b.md -> b1.md"]);
}

#[test]
fn trees_that_a_clone_lacks_lose_documents_only_in_a_part_of_a_repository() {
    let graph = Graph::new()
        .commit("0", &[], &[("a.md", "a")])
        .commit("1", &["0"], &[("b.md", "a"), ("z.md", "z")])
        .commit("2", &["1"], &[("b.md", "a")]);
    graph.repository.forget(graph.id("1^{tree}"));
    assert_eq!(graph.renames_in("", "0", "2").unwrap_err().message.id, "repo-object-missing");
    std::fs::create_dir_all(graph.repository.path(".git/objects/pack")).unwrap();
    std::fs::write(graph.repository.path(".git/objects/pack/pack-0.promisor"), "").unwrap();
    assert_eq!(graph.renames_in("", "0", "2").unwrap(), Renames { chains: vec![], complete: false });
}

#[test]
fn of_very_many_names_the_first_and_the_last_are_kept() {
    let mut graph = Graph::new().commit("c0", &[], &[("0.md", "a")]);
    for number in 1..120 {
        let (name, parent) = (format!("c{number}"), format!("c{}", number - 1));
        graph = graph.commit(&name, &[&parent], &[(&format!("{number}.md"), "a")]);
    }
    let renames = graph.renames_in("", "c0", "c119").unwrap();
    let [chain] = &renames.chains[..] else { panic!("one chain") };
    assert_eq!((chain.len(), chain[0].as_str(), chain[99].as_str()), (100, "0.md", "119.md"));
}

/// What becomes of documents in one commit: its parents among those before it, and for each of some documents whether it is
/// renamed.
type Step = (Vec<usize>, Vec<bool>);

const DOCUMENTS: usize = 3;

fn steps(most_parents: usize) -> impl Strategy<Value = Vec<Step>> {
    let parents = proptest::collection::vec(0..100_usize, 1..=most_parents);
    proptest::collection::vec((parents, proptest::collection::vec(any::<bool>(), DOCUMENTS)), 2..10)
}

/// Makes the commits, and gives the name that each document has in each. A merge has the names of its last parent.
fn grow(steps: &[Step]) -> (Graph, Vec<Vec<String>>) {
    let mut graph = Graph::new();
    let mut names: Vec<Vec<String>> = Vec::new();
    for (place, (parents, renamed)) in steps.iter().enumerate() {
        let parents: Vec<_> = parents.iter().filter(|_| place > 0).map(|parent| parent % place.max(1)).collect();
        let last = parents.last().map(|parent| names[*parent].clone());
        let mut own = last.unwrap_or_else(|| (0..DOCUMENTS).map(|document| format!("{document}.md")).collect());
        for (document, name) in own.iter_mut().enumerate().filter(|(document, _)| renamed[*document]) {
            *name = format!("{document}-{place}.md");
        }
        let texts: Vec<_> = (0..DOCUMENTS).map(|document| format!("document {document}")).collect();
        let files: Vec<_> = own.iter().zip(&texts).map(|(name, text)| (name.as_str(), text.as_str())).collect();
        let parents: Vec<_> = parents.iter().map(ToString::to_string).collect();
        let parents: Vec<_> = parents.iter().map(String::as_str).collect();
        graph = graph.commit(&place.to_string(), &parents, &files);
        names.push(own);
    }
    (graph, names)
}

/// The first and last names of what was found, and of what there is to be found.
fn found_and_expected(steps: &[Step], [old, new]: [usize; 2]) -> [Vec<[String; 2]>; 2] {
    let (graph, names) = grow(steps);
    let (old, new) = (old % steps.len(), new % steps.len());
    let renames = graph.renames_in("", &old.to_string(), &new.to_string()).unwrap();
    assert!(renames.complete);
    let ends = |chain: &Vec<DocumentPath>| [&chain[0], &chain[chain.len() - 1]].map(ToString::to_string);
    let found = renames.chains.iter().map(ends).collect();
    let both = names[old].iter().zip(&names[new]).filter(|(old, new)| old != new);
    let mut expected: Vec<_> = both.map(|(old, new)| [old.clone(), new.clone()]).collect();
    expected.sort_by(|one, other| one[1].cmp(&other[1]));
    [found, expected]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 32, failure_persistence: None, ..Default::default() })]

    #[test]
    fn without_merges_every_rename_is_found(steps in steps(1), old in 0..100_usize, new in 0..100_usize) {
        let [found, expected] = found_and_expected(&steps, [old, new]);
        prop_assert_eq!(found, expected);
    }

    #[test]
    fn with_merges_what_is_found_is_right(steps in steps(3), old in 0..100_usize, new in 0..100_usize) {
        let [found, expected] = found_and_expected(&steps, [old, new]);
        prop_assert!(found.iter().all(|pair| expected.contains(pair)), "{:?} of {:?}", found, expected);
    }
}
