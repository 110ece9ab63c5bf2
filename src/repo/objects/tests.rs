use super::*;
use crate::repo::support::TestRepository;

const ID: &str = "2e65efe2a145dda7ee51d1741299f848e5bf752e";

fn id() -> Oid {
    Oid::from_str(ID).unwrap()
}

fn objects(repository: &TestRepository) -> Objects {
    Objects::open(repository.git().path()).unwrap()
}

#[test]
fn a_commit_is_taken_apart() {
    let text = format!(
        "tree {ID}\nparent {ID}\nparent {ID}\nauthor A <a> 1 +0000\ncommitter Á > <b@c> -86400 -0600\n\nparent x\n"
    );
    let expected = CommitObject { id: id(), tree: id(), parents: vec![id(), id()], committed: Some(-86_400) };
    assert_eq!(read_commit(id(), text.as_bytes()), Some(expected));
    let without_time = format!("tree {ID}\ncommitter nobody\n\n");
    assert_eq!(read_commit(id(), without_time.as_bytes()).unwrap().committed, None);
    for wrong in ["", "tree 12\n", &format!("\ntree {ID}\n"), &format!("tree {ID}\nparent {}\n", &ID[1..])] {
        assert_eq!(read_commit(id(), wrong.as_bytes()), None, "{wrong:?}");
    }
}

#[test]
fn a_tree_is_taken_apart() {
    let entry = |kind, name| TreeEntry { kind, name, id: id() };
    let mut bytes = Vec::new();
    for (mode, name) in
        [("100644", "a b"), ("40000", "b"), ("040000", "c"), ("120000", "d"), ("160000", "e"), ("1", "")]
    {
        bytes.extend_from_slice(format!("{mode} {name}\0").as_bytes());
        bytes.extend_from_slice(id().as_bytes());
    }
    let expected = vec![
        entry(EntryKind::File, &b"a b"[..]),
        entry(EntryKind::Folder, b"b"),
        entry(EntryKind::Folder, b"c"),
        entry(EntryKind::SymbolicLink, b"d"),
        entry(EntryKind::Submodule, b"e"),
        entry(EntryKind::Unknown, b""),
    ];
    assert_eq!(tree_entries(&bytes), Some(expected));
    assert_eq!(tree_entries(b""), Some(vec![]));
    assert_eq!(tree_entries(&bytes[..bytes.len() - 1]), None);
}

#[test]
fn what_two_trees_begin_with_is_passed_over_entry_by_entry() {
    let tree = |names: &[&str]| {
        let entry = |name: &&str| [format!("100644 {name}\0").as_bytes(), id().as_bytes()].concat();
        names.iter().flat_map(entry).collect::<Vec<u8>>()
    };
    let (one, other) = (tree(&["a", "b", "cc"]), tree(&["a", "b", "cd", "e"]));
    assert_eq!(after_common(&one, &other), [tree(&["cc"]), tree(&["cd", "e"])]);
    assert_eq!(after_common(&one, &one), [b"", b""]);
    assert_eq!(after_common(&one, b""), [&one[..], b""]);
    assert_eq!(after_common(&one, &one[..one.len() - 1]), [tree(&["cc"]), tree(&["cc"])[..29].to_vec()]);
}

#[test]
fn tags_of_tags_are_followed_so_far() {
    let repository = TestRepository::new().file("a.md", "a").commit("first");
    let commit = Oid::from_str(&repository.head()).unwrap();
    let tag = |of: Oid| repository.object(ObjectType::Tag, format!("object {of}\ntype tag\ntag x\n\n"));
    let chain = |length: usize| (0..length).fold(commit, |id, _| tag(id));
    let objects = objects(&repository);
    assert_eq!(objects.commit(chain(15), "x").unwrap().id, commit);
    assert_eq!(objects.commit(chain(16), "x").unwrap_err().message.id, "repo-object-corrupt");
    let wrong = repository.object(ObjectType::Tag, "tag x\n");
    assert_eq!(objects.commit(wrong, "x").unwrap_err().message.id, "repo-object-corrupt");
}

#[test]
fn objects_of_other_repositories_are_read_through_alternates() {
    let origin = TestRepository::new().file("a.md", "a").commit("first");
    let borrower = TestRepository::new();
    let alternates = borrower.path(".git/objects/info/alternates");
    std::fs::create_dir_all(alternates.parent().unwrap()).unwrap();
    // One that is gone, this one itself, and the right one.
    let lines = format!("/no/such/objects\n../objects\n{}\n", origin.path(".git/objects").display());
    std::fs::write(alternates, lines).unwrap();
    assert_eq!(objects(&borrower).read(id(), ObjectType::Blob, "x").unwrap(), b"a");
}

#[test]
fn a_header_that_lies_is_an_error_and_not_a_reservation_of_memory() {
    let repository = TestRepository::new().file("a.md", "a").commit("first");
    let object = repository.path(".git/objects").join(&ID[..2]).join(&ID[2..]);
    let headers = ["blob 9223372036854775807\0a", "blob 16777217\0a", "blob -1\0a", "OFS_DELTA 1\0a", "blob 2\0a", "x"];
    for header in headers {
        std::fs::remove_file(&object).unwrap();
        std::fs::write(&object, stored(header.as_bytes())).unwrap();
        let error = objects(&repository).read(id(), ObjectType::Blob, "x").unwrap_err();
        let expected = if header.contains("7\0") { "repo-file-too-large" } else { "repo-object-corrupt" };
        assert_eq!(error.message.id, expected, "{header:?}");
    }
}

/// A zlib stream (RFC 1950) of one stored block.
fn stored(bytes: &[u8]) -> Vec<u8> {
    let length = u16::try_from(bytes.len()).unwrap();
    let (mut low, mut high) = (1_u32, 0_u32);
    for byte in bytes {
        low = (low + u32::from(*byte)) % 65_521;
        high = (high + low) % 65_521;
    }
    let mut stream = vec![0x78, 0x01, 0x01];
    stream.extend_from_slice(&length.to_le_bytes());
    stream.extend_from_slice(&(!length).to_le_bytes());
    stream.extend_from_slice(bytes);
    stream.extend_from_slice(&(high << 16 | low).to_be_bytes());
    stream
}
