use super::*;
use crate::model::LARGEST_FILE;
use crate::repo::support::{FIRST_COMMIT, TestRepository};

fn tree(files: &[(&str, &str)]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (path, content) in files {
        let path = folder.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, content).unwrap();
    }
    folder
}

fn listed(root: &Path) -> Vec<String> {
    Folder::open(root).unwrap().list().unwrap().iter().map(ToString::to_string).collect()
}

/// What was skipped, with paths below the root.
fn skipped(root: &Path) -> Vec<(&'static str, String)> {
    let prefix = format!("{}/", called(root));
    let errors = Folder::open(root).unwrap().skipped();
    errors
        .iter()
        .map(|error| (error.message.id, error.place.as_ref().unwrap().file.strip_prefix(&prefix).unwrap().to_owned()))
        .collect()
}

fn read(folder: &Folder, path: &str) -> Result<Vec<u8>, String> {
    folder.read(&DocumentPath::new(path).unwrap()).map_err(|error| error.message.id.to_owned())
}

#[test]
fn files_are_listed_in_the_order_of_their_paths() {
    let folder = tree(&[("b.md", ""), ("a/z.md", ""), ("a.md", ""), ("a/b/c.svg", ""), ("gaceta.toml", "")]);
    assert_eq!(listed(folder.path()), ["a.md", "a/b/c.svg", "a/z.md", "b.md", "gaceta.toml"]);
}

#[test]
fn bytes_are_read_as_they_are() {
    let folder = tree(&[("a.md", "\u{feff}uno\r\ndos\r")]);
    let folder = Folder::open(folder.path()).unwrap();
    assert_eq!(read(&folder, "a.md").unwrap(), "\u{feff}uno\r\ndos\r".as_bytes());
    assert_eq!(read(&folder, "b.md").unwrap_err(), "repo-file-missing");
}

#[test]
fn the_files_of_the_folders_above_end_with_the_work_tree() {
    let repository = TestRepository::new().file(".gitignore", "borrador.md\n").commit("first");
    for (name, text) in [("README.md", "uno"), ("borrador.md", ""), ("docs/norma/a.md", ""), ("docs/otra/b.md", "")] {
        let file = repository.path(name);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, text).unwrap();
    }
    let docs = Folder::open(&repository.path("docs/norma")).unwrap().above().unwrap();
    assert_eq!(docs.list().unwrap(), []);
    let root = docs.above().unwrap();
    let readme = DocumentPath::new("README.md").unwrap();
    assert_eq!(root.list().unwrap(), std::slice::from_ref(&readme));
    assert_eq!(root.read(&readme).unwrap(), b"uno");
    assert!(root.above().is_none());
    let alone = tree(&[("a/b.md", "")]);
    assert!(Folder::open(&alone.path().join("a")).unwrap().above().is_none(), "nothing holds it together outside git");
}

#[test]
fn hidden_files_and_what_tools_leave_behind_are_left_out() {
    let folder =
        tree(&[(".github/a.md", ""), ("a/.b.md", ""), ("a/node_modules/x/a.md", ""), ("target/a.md", ""), ("a/c", "")]);
    assert_eq!(listed(folder.path()), ["a/c"]);
    assert_eq!(skipped(folder.path()), []);
    assert_eq!(read(&Folder::open(folder.path()).unwrap(), "target/a.md").unwrap_err(), "repo-file-left-out");
}

#[test]
fn what_git_ignores_may_be_there_whether_or_not_it_is() {
    let folder = tree(&[
        (".gitignore", "/salida/\n*.pdf\n"),
        ("es/.gitignore", "!norma.pdf\nborradores\n"),
        ("es/a.md", ""),
        (".git/HEAD", "ref: refs/heads/main\n"),
        (".git/config", ""),
        (".git/objects/x", ""),
        (".git/refs/x", ""),
    ]);
    let folder = Folder::open(folder.path()).unwrap();
    let hidden = |path| folder.may_hide(&DocumentPath::new(path).unwrap());
    for path in ["salida", "salida/es/a.html", "a.pdf", "es/otra.pdf", "es/borradores/b.md", ".github/a.md", "x/target"]
    {
        assert!(hidden(path), "{path}");
    }
    for path in ["es/norma.pdf", "es/b.md", "borradores/b.md", "es/salida/a.html", "salidas"] {
        assert!(!hidden(path), "{path}");
    }
}

#[test]
fn ignore_rules_hold_below_their_folder_and_the_nearest_decide() {
    let folder = tree(&[
        (".gitignore", "# drafts\n/draft.md\n*.tmp\nbuild/\n!kept.tmp\n"),
        ("draft.md", ""),
        ("es/draft.md", ""),
        ("es/x.tmp", ""),
        ("es/kept.tmp", ""),
        ("es/build/a.md", ""),
        ("en/.gitignore", "!x.tmp\n[\n/kept.tmp"),
        ("en/x.tmp", ""),
        ("en/kept.tmp", ""),
        ("en/sub/kept.tmp", ""),
        // Rules of other programs are none of git's.
        (".ignore", "*"),
    ]);
    assert_eq!(listed(folder.path()), ["en/sub/kept.tmp", "en/x.tmp", "es/draft.md", "es/kept.tmp"]);
}

#[test]
fn rules_above_the_policy_hold_up_to_the_work_trees_root() {
    let outer = tree(&[(".gitignore", "*.md\n")]);
    let root = outer.path().join("work");
    fs::create_dir_all(root.join("docs/policy/es")).unwrap();
    git2::Repository::init(&root).unwrap();
    fs::write(root.join(".gitignore"), "a.md\n/es\n/docs/policy/b.md\n").unwrap();
    fs::write(root.join(".git/info/exclude"), "c.md\n").unwrap();
    for file in ["a.md", "b.md", "c.md", "d.md", "es/d.md"] {
        fs::write(root.join("docs/policy").join(file), "").unwrap();
    }
    assert_eq!(listed(&root.join("docs/policy")), ["d.md", "es/d.md"]);
}

#[test]
fn rules_above_do_not_hold_outside_git() {
    let folder = tree(&[(".gitignore", "*.md\n"), ("policy/a.md", "")]);
    assert_eq!(listed(&folder.path().join("policy")), ["a.md"]);
}

#[test]
fn repositories_inside_are_skipped_and_told() {
    let folder = tree(&[("clone/.git/HEAD", ""), ("clone/a.md", ""), ("sub/.git", "gitdir: x"), ("a.md", "")]);
    assert_eq!(listed(folder.path()), ["a.md"]);
    let expected = [("repo-submodule", "clone".to_owned()), ("repo-submodule", "sub".to_owned())];
    assert_eq!(skipped(folder.path()), expected);
}

#[test]
fn folders_too_deep_are_skipped_and_told() {
    let folder = tempfile::tempdir().unwrap();
    let deep = |depth| (0..depth).fold(String::new(), |path, _| child(&path, "d"));
    fs::create_dir_all(folder.path().join(deep(66))).unwrap();
    fs::write(folder.path().join(deep(64)).join("a"), "").unwrap();
    fs::write(folder.path().join(deep(65)).join("a"), "").unwrap();
    assert_eq!(listed(folder.path()), [child(&deep(64), "a")]);
    assert_eq!(skipped(folder.path()), [("repo-too-deep", deep(65))]);
}

#[test]
fn a_file_above_the_limit_is_refused_before_it_is_read() {
    let folder = tempfile::tempdir().unwrap();
    // Where holes in files are stored, a file of a tebibyte takes no room.
    let huge = if cfg!(unix) { 1 << 40 } else { 2 * LARGEST_FILE };
    for (name, length) in [("fits.md", LARGEST_FILE), ("large.md", LARGEST_FILE + 1), ("huge.md", huge)] {
        File::create(folder.path().join(name)).unwrap().set_len(length).unwrap();
    }
    let folder = Folder::open(folder.path()).unwrap();
    assert_eq!(read(&folder, "fits.md").unwrap().len() as u64, LARGEST_FILE);
    assert_eq!(read(&folder, "large.md").unwrap_err(), "repo-file-too-large");
    assert_eq!(read(&folder, "huge.md").unwrap_err(), "repo-file-too-large");
}

#[test]
fn a_folder_is_called_what_its_caller_calls_it() {
    let call = |root: &str| child(&called(Path::new(root)), "es/a.md");
    assert_eq!(call("."), "es/a.md");
    assert_eq!(call(""), "es/a.md");
    assert_eq!(call("./docs/"), "docs/es/a.md");
    assert_eq!(call("../docs"), "../docs/es/a.md");
    assert_eq!(call("/tmp/docs"), "/tmp/docs/es/a.md");
    let file = Folder::open(Path::new("src/lib.rs")).err().unwrap();
    assert_eq!(file.place.unwrap().file, "src/lib.rs");
    let gone = Folder::open(Path::new("no/such")).err().unwrap();
    assert_eq!(gone.to_string(), "repo-path-missing (no/such)");
}

#[test]
fn the_time_is_that_of_the_commit_the_work_tree_stands_on() {
    let repository = TestRepository::new().file("es/a.md", "a");
    let committed = |path: &Path| Folder::open(path).unwrap().committed();
    assert_eq!(committed(repository.root()), None);
    let repository = repository.commit("first").file("es/a.md", "b").commit("second");
    assert_eq!(committed(&repository.path("es")), Some(FIRST_COMMIT + 86_400));
    assert_eq!(committed(tree(&[]).path()), None);
}

#[test]
fn a_file_that_is_gone_by_the_time_it_is_read_is_an_error() {
    let root = tree(&[("es/a.md", "")]);
    let folder = Folder::open(root.path()).unwrap();
    fs::remove_dir_all(root.path().join("es")).unwrap();
    assert_eq!(read(&folder, "es/a.md").unwrap_err(), "repo-path-missing");
}

#[cfg(unix)]
mod unix {
    use super::*;
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt;
    use std::os::unix::fs::symlink;
    use std::path::Component;
    use std::process::Command;

    #[test]
    fn links_are_neither_listed_nor_read() {
        let outside = tree(&[("secret.md", "secret")]);
        let root = tree(&[("a.md", "a"), ("es/b.md", "b")]);
        symlink(outside.path(), root.path().join("out")).unwrap();
        symlink(outside.path().join("secret.md"), root.path().join("secret.md")).unwrap();
        symlink("a.md", root.path().join("inside.md")).unwrap();
        symlink("..", root.path().join("es/loop")).unwrap();
        assert_eq!(listed(root.path()), ["a.md", "es/b.md"]);
        let links = ["es/loop", "inside.md", "out", "secret.md"].map(|it| ("repo-symbolic-link", it.to_owned()));
        assert_eq!(skipped(root.path()), links);
        let folder = Folder::open(root.path()).unwrap();
        for path in ["secret.md", "out/secret.md", "inside.md", "es/loop/a.md"] {
            assert_eq!(read(&folder, path).unwrap_err(), "repo-symbolic-link", "{path}");
        }
    }

    #[test]
    fn links_that_come_after_the_listing_are_refused() {
        let outside = tree(&[("b.md", "secret")]);
        let root = tree(&[("a.md", "a"), ("es/b.md", "b")]);
        let folder = Folder::open(root.path()).unwrap();
        fs::remove_dir_all(root.path().join("es")).unwrap();
        symlink(outside.path(), root.path().join("es")).unwrap();
        fs::remove_file(root.path().join("a.md")).unwrap();
        symlink(outside.path().join("b.md"), root.path().join("a.md")).unwrap();
        assert_eq!(read(&folder, "es/b.md").unwrap_err(), "repo-symbolic-link");
        assert_eq!(read(&folder, "a.md").unwrap_err(), "repo-symbolic-link");
    }

    #[test]
    fn pipes_are_skipped_and_never_waited_for() {
        let root = tree(&[("a.md", "a")]);
        let folder = Folder::open(root.path()).unwrap();
        fs::remove_file(root.path().join("a.md")).unwrap();
        for name in ["a.md", ".gitignore"] {
            assert!(Command::new("mkfifo").arg(root.path().join(name)).status().unwrap().success());
        }
        assert_eq!(listed(root.path()), [""; 0]);
        let expected =
            [("repo-ignore-rules-refused", ".gitignore".to_owned()), ("repo-special-file", "a.md".to_owned())];
        assert_eq!(skipped(root.path()), expected);
        assert_eq!(read(&folder, "a.md").unwrap_err(), "repo-special-file");
    }

    #[test]
    fn ignore_rules_behind_a_link_are_not_read() {
        let root = tree(&[("a.md", ""), ("es/b.md", "")]);
        symlink("/dev/zero", root.path().join(".gitignore")).unwrap();
        let large = File::create(root.path().join("es/.gitignore")).unwrap();
        large.set_len(LARGEST_IGNORE_RULES + 1).unwrap();
        assert_eq!(listed(root.path()), ["a.md", "es/b.md"]);
        let expected = [".gitignore", "es/.gitignore"].map(|it| ("repo-ignore-rules-refused", it.to_owned()));
        assert_eq!(skipped(root.path()), expected);
    }

    // Other systems refuse such names themselves.
    #[cfg(target_os = "linux")]
    #[test]
    fn names_no_document_can_have_are_skipped_and_told() {
        let root = tree(&[("ok.md", "")]);
        for name in [&b"a\\b.md"[..], b"c\nd.md", b"\xff.md"] {
            fs::write(root.path().join(OsStr::from_bytes(name)), "").unwrap();
        }
        fs::create_dir_all(root.path().join(OsStr::from_bytes(b"\xfe/x"))).unwrap();
        fs::create_dir(root.path().join("C:")).unwrap();
        fs::write(root.path().join("C:/x.md"), "").unwrap();
        assert_eq!(listed(root.path()), ["ok.md"]);
        let expected = [
            ("repo-name-refused", "C:/x.md"),
            ("repo-name-not-utf8", "\\xfe"),
            ("repo-name-not-utf8", "\\xff.md"),
            ("repo-name-refused", "a\\b.md"),
            ("repo-name-refused", "c\nd.md"),
        ];
        assert_eq!(skipped(root.path()), expected.map(|(id, path)| (id, path.to_owned())));
    }

    #[test]
    fn the_root_may_be_reached_through_a_link() {
        let root = tree(&[("policy/a.md", "a")]);
        symlink("policy", root.path().join("link")).unwrap();
        let folder = Folder::open(&root.path().join("link")).unwrap();
        assert_eq!(read(&folder, "a.md").unwrap(), b"a");
        let shown = folder.display(&DocumentPath::new("a.md").unwrap());
        assert!(Path::new(&shown).components().any(|part| part == Component::Normal(OsStr::new("link"))), "{shown}");
    }
}
