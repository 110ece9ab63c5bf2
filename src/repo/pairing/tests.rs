use super::*;
use crate::repo::objects::Objects;
use crate::repo::support::TestRepository;
use git2::ObjectType;

/// A text of so many words, which differ from those of other seeds.
fn text(seed: &str, words: usize) -> String {
    (0..words).map(|number| format!("{seed}{number} ")).collect::<Vec<_>>().concat()
}

/// The pairs of new and former names, of all documents that were added.
fn pairs(removed: &[(&str, &str)], added: &[(&str, &str)]) -> Vec<String> {
    let wanted: Vec<_> = added.iter().map(|(path, _)| *path).collect();
    wanted_pairs(removed, added, &wanted)
}

fn wanted_pairs(removed: &[(&str, &str)], added: &[(&str, &str)], wanted: &[&str]) -> Vec<String> {
    let repository = TestRepository::new();
    let objects = Objects::open(repository.git().path()).unwrap();
    let store = |documents: &[(&str, &str)]| {
        let document = |(path, text): &(&str, &str)| ((*path).to_owned(), repository.object(ObjectType::Blob, text));
        documents.iter().map(document).collect()
    };
    let difference = Difference { added: store(added), removed: store(removed), ..Difference::default() };
    let names = former_names(&difference, wanted, &mut Resemblance::new(&objects));
    names.into_iter().map(|(new, old)| format!("{old} -> {new}")).collect()
}

#[test]
fn documents_of_the_same_bytes_are_paired_by_how_their_paths_end() {
    let removed = [("a/index.md", "same"), ("b/index.md", "same"), ("c.md", "same"), ("d.md", "other")];
    let added = [("x/b/index.md", "same"), ("x/a/index.md", "same"), ("x.md", "same"), ("y.md", "other")];
    assert_eq!(
        pairs(&removed, &added),
        ["c.md -> x.md", "a/index.md -> x/a/index.md", "b/index.md -> x/b/index.md", "d.md -> y.md"]
    );
}

#[test]
fn the_most_alike_are_paired_and_none_twice() {
    let old = text("a", 100);
    let near = old.replace("a50 ", "zz ");
    let far = old.replace("a50 ", "zz ").replace("a10 ", "zz ").replace("a80 ", "zz ");
    assert_eq!(pairs(&[("old.md", &old)], &[("1-far.md", &far), ("2-near.md", &near)]), ["old.md -> 2-near.md"]);
    // Also where only the less alike is asked for: the other one has it.
    let added = [("1-far.md", &far[..]), ("2-near.md", &near)];
    assert_eq!(wanted_pairs(&[("old.md", &old)], &added, &["1-far.md"]), [""; 0]);
}

#[test]
fn half_is_enough_and_less_is_not() {
    let old = text("a", 102);
    let half = text("a", 52) + &text("b", 50);
    let less = text("a", 51) + &text("b", 51);
    assert_eq!(pairs(&[("old.md", &old)], &[("new.md", &half)]), ["old.md -> new.md"]);
    assert_eq!(pairs(&[("old.md", &old)], &[("new.md", &less)]), [""; 0]);
}

#[test]
fn a_file_name_that_stayed_goes_before_a_higher_resemblance_where_that_is_high_itself() {
    let old = text("a", 102);
    let nearly = text("a", 100);
    let well = text("a", 82) + &text("b", 20);
    let half = text("a", 55) + &text("b", 47);
    let with = |same: &str| pairs(&[("es/a.md", &old)], &[("en/b.md", &nearly), ("en/a.md", same)]);
    assert_eq!(with(&well), ["es/a.md -> en/a.md"]);
    assert_eq!(with(&half), ["es/a.md -> en/b.md"]);
}

fn borrowed(documents: &[(String, String)]) -> Vec<(&str, &str)> {
    documents.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect()
}

#[test]
fn a_folder_that_was_moved_and_mended_is_paired_path_by_path_however_large() {
    let texts: Vec<_> = (0..300).map(|number| (text("same", 90), text(&format!("s{number}-"), 12))).collect();
    let path = |folder: &str, number: usize| format!("{folder}/{number:03}/index.md");
    let old: Vec<_> = texts.iter().enumerate().map(|(number, (a, b))| (path("a", number), format!("{a}{b}"))).collect();
    let new: Vec<_> = texts.iter().enumerate().map(|(number, (a, b))| (path("b", number), format!("{b}{a}"))).collect();
    let expected: Vec<_> = (0..300).map(|number| format!("{} -> {}", path("a", number), path("b", number))).collect();
    assert_eq!(pairs(&borrowed(&old), &borrowed(&new)), expected);
}

#[test]
fn paths_end_alike_by_whole_parts() {
    assert_eq!(
        [0, 1, 2, 3, 4].map(|parts| ending("a/bc/d.md", parts)),
        ["", "d.md", "bc/d.md", "a/bc/d.md", "a/bc/d.md"]
    );
    assert_eq!(parts_alike("a/b/c.md", "x/b/c.md"), 2);
    assert_eq!(parts_alike("c.md", "bc.md"), 0);
}
