use super::*;
use crate::repo::support::TestRepository;

fn objects(repository: &TestRepository) -> Objects {
    Objects::open(repository.git().path()).unwrap()
}

/// What the second of two trees has otherwise: its added documents with `+`, the removed ones with `-`.
fn difference(repository: &TestRepository, folder: &str, trees: [Oid; 2]) -> Result<Vec<String>> {
    let is_document = |path: &str| {
        let end = path.rsplit_once('.').map(|(_, end)| end);
        end == Some("md")
    };
    let objects = objects(repository);
    let difference = Comparison::new(&objects, folder, &is_document).difference(trees[0], trees[1])?;
    let added = difference.added.keys().map(|path| format!("+{path}"));
    Ok(added.chain(difference.removed.keys().map(|path| format!("-{path}"))).collect())
}

/// The trees of two commits of just these files.
fn trees(repository: &TestRepository, files: [&[&str]; 2]) -> [Oid; 2] {
    files.map(|files| {
        let files: Vec<_> = files.iter().map(|path| (*path, "x")).collect();
        let commit = repository.commit_of(&[], 0, &files);
        repository.git().find_commit(commit).unwrap().tree_id()
    })
}

fn compared(folder: &str, before: &[&str], after: &[&str]) -> Vec<String> {
    let repository = TestRepository::new();
    let trees = trees(&repository, [before, after]);
    difference(&repository, folder, trees).unwrap()
}

#[test]
fn only_documents_at_other_paths_differ() {
    let before = ["a.md", "es/b.md", "es/c.md", "x.txt", "z.md"];
    let after = ["a.md", "en/b.md", "es/c.md", "es/d/e.md", "y.txt"];
    assert_eq!(compared("", &before, &after), ["+en/b.md", "+es/d/e.md", "-es/b.md", "-z.md"]);
    assert_eq!(compared("", &before, &before), [""; 0]);
    assert_eq!(compared("", &[], &["a.md"]), ["+a.md"]);
}

#[test]
fn only_the_policys_folder_is_looked_into() {
    let (before, after) = (["docs/p/a.md", "docs/b.md", "c.md"], ["docs/p/d.md", "docs/e.md", "f.md"]);
    assert_eq!(compared("docs/p", &before, &after), ["+d.md", "-a.md"]);
    assert_eq!(compared("docs/q", &before, &after), [""; 0]);
    assert_eq!(compared("docs/p", &["c.md"], &after), ["+d.md"], "the folder is new");
    assert_eq!(compared("c.md", &before, &after), [""; 0], "a file is no folder");
}

#[test]
fn a_folder_in_the_place_of_a_file_is_something_else() {
    assert_eq!(
        compared("", &["a.md", "a.md.x", "b"], &["a.md/b.md", "a.md.x", "b.md"]),
        ["+a.md/b.md", "+b.md", "-a.md"]
    );
}

#[test]
fn what_is_no_file_of_a_policy_is_left_out() {
    let after = [".github/a.md", "node_modules/a.md", "a/target/b.md", "a/.c.md", "a/d.md"];
    assert_eq!(compared("", &["z.md"], &after), ["+a/d.md", "-z.md"]);
    let repository = TestRepository::new();
    let blob = repository.object(ObjectType::Blob, "x");
    let empty = repository.tree(&[]);
    let tree = repository.tree(&[("120000", b"a.md", blob), ("160000", b"b.md", blob), ("100644", b"c\\d.md", blob)]);
    assert_eq!(difference(&repository, "", [empty, tree]).unwrap(), [""; 0]);
    let file = repository.tree(&[("100755", b"a.md", blob)]);
    assert_eq!(difference(&repository, "", [tree, file]).unwrap(), ["+a.md"], "a link became a file");
}

#[test]
fn equal_folders_are_not_opened() {
    let repository = TestRepository::new();
    let trees = trees(&repository, [&["a/b/c.md", "d.md"], &["a/b/c.md", "e.md"]]);
    repository.forget(repository.git().find_tree(trees[0]).unwrap().get_name("a").unwrap().id());
    assert_eq!(difference(&repository, "", trees).unwrap(), ["+e.md", "-d.md"]);
}

#[test]
fn trees_out_of_measure_are_refused_and_those_too_deep_not_entered() {
    let repository = TestRepository::new();
    let blob = repository.object(ObjectType::Blob, "x");
    let empty = repository.tree(&[]);
    let names: Vec<_> = (b'a'..=b'j').map(|name| [name]).collect();
    let bomb = (0..10).fold(blob, |inner, level| {
        let mode = if level == 0 { "100644" } else { "40000" };
        let entries: Vec<_> = names.iter().map(|name| (mode, &name[..], inner)).collect();
        repository.tree(&entries)
    });
    assert_eq!(difference(&repository, "", [empty, bomb]).unwrap_err().message.id, "repo-too-many-files");
    let bottom = repository.tree(&[("100644", b"a.md", blob)]);
    let deep = (0..100).fold(bottom, |inner, _| repository.tree(&[("40000", b"d", inner), ("100644", b"a.md", blob)]));
    assert_eq!(difference(&repository, "", [empty, deep]).unwrap().len(), DEEPEST_FOLDER + 1);
}

#[test]
fn a_tree_that_cannot_be_read_is_named() {
    let repository = TestRepository::new();
    let trees = trees(&repository, [&["es/a.md"], &["es/b.md"]]);
    let broken = repository.object(ObjectType::Tree, "100644 a.md");
    let error = difference(&repository, "", [trees[0], broken]).unwrap_err();
    assert_eq!(error.to_string(), format!("repo-object-corrupt id=Text(\"{broken}\") (.)"));
    let inner = repository.git().find_tree(trees[1]).unwrap().get_name("es").unwrap().id();
    repository.forget(inner);
    let error = difference(&repository, "es", trees).unwrap_err();
    assert_eq!(error.to_string(), format!("repo-object-missing id=Text(\"{inner}\") (es)"));
}
