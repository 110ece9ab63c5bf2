//! Puts the files of an edition into a folder, all or none of them.
//!
//! 1. The folder is looked at: it must not exist, be empty, or hold an edition and nothing else;
//! 2. the files are written into a new folder beside it, and onto the disk where they replace others;
//! 3. the folder is renamed away, looked at once more, and the new one takes its name; if that fails, the old one gets
//!    its name back;
//! 4. the old one is removed.
//!
//! A file `.gaceta-edition` in the folder says that it holds an edition, and names its files, those of folders inside it
//! too. Whatever is not named there was put there by somebody else, and is never removed.

use super::BuiltFile;
use crate::error::{Error, Result};
use crate::model::{LARGEST_FILE, Message};
use std::collections::BTreeSet;
use std::fs;
use std::io::{self, Write as _};
use std::path::{Component, Path};

/// The file that marks a folder as an edition: a line that explains it, then the names of the files.
pub(super) const MARKER: &str = ".gaceta-edition";

/// The first line of the marker.
const MARKER_HEAD: &str = "# Written by `gaceta build`, which replaces this folder.";

/// Files that desktops leave behind in any folder.
pub(super) const DESKTOP_FILES: [&str; 3] = [".DS_Store", "Thumbs.db", "desktop.ini"];

/// Writes the files, named by their paths, into the folder `out`, in place of the edition that it holds.
///
/// # Errors
/// If `out` is a link, no folder, or holds anything but an edition; if a file's path leads out of it or is no plain one;
/// if the operating system refuses to read or write.
pub fn write(out: &Path, files: &[BuiltFile]) -> Result<()> {
    let Some(name) = out.file_name() else {
        return Err(refused("edition-out-name", out, "edition-out-name-hint"));
    };
    let parent = out.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let exists = check(out, out)?;
    let failed = |source| system("edition-out-write", shown(out), source);
    fs::create_dir_all(parent).map_err(failed)?;
    let workshop = tempfile::Builder::new().prefix(".gaceta-").tempdir_in(parent).map_err(failed)?;
    // A folder inside the temporary one, because that one can be read by its owner only.
    let new = workshop.path().join("new");
    fs::create_dir(&new).map_err(failed)?;
    for BuiltFile { path, bytes, .. } in files {
        write_file(&new, path, bytes).map_err(|error| error.at(shown(&out.join(path)), None))?;
    }
    write_file(&new, MARKER, marker(files).as_bytes())?;
    if exists {
        keep_safe(&new, files)?;
    }
    swap(&new, &parent.join(name), exists.then(|| workshop.path().join("old")).as_deref())
    // The workshop, with the old folder in it, is removed here. If that fails, the edition stands all the same.
}

/// Gives `new` the name `out`, whose present bearer is renamed to `old`.
fn swap(new: &Path, out: &Path, old: Option<&Path>) -> Result<()> {
    let rename =
        |from: &Path, to: &Path| fs::rename(from, to).map_err(|source| system("edition-out-write", shown(out), source));
    let Some(old) = old else { return rename(new, out) };
    rename(out, old)?;
    // Somebody may have put something there while the edition was being made.
    check(old, out).and_then(|_| rename(new, out)).inspect_err(|_| {
        // The first failure is the one to tell; should this fail too, the old folder's name is in the workshop.
        let _ = fs::rename(old, out);
    })
}

fn marker(files: &[BuiltFile]) -> String {
    let names: BTreeSet<&str> = files.iter().map(|file| file.path.as_str()).collect();
    let mut text = format!("{MARKER_HEAD}\n");
    for name in names {
        text.push_str(name);
        text.push('\n');
    }
    text
}

fn write_file(folder: &Path, name: &str, bytes: &[u8]) -> Result<()> {
    if !name.split('/').all(is_plain) {
        return Err(Error::input(Message::new("edition-out-file-name").with("name", name)));
    }
    let path = folder.join(name);
    let inside = path.parent().filter(|_| name.contains('/')).map_or(Ok(()), fs::create_dir_all);
    let written = inside.and_then(|()| fs::File::create_new(&path)).and_then(|mut file| file.write_all(bytes));
    written.map_err(|source| system("edition-out-write", name.to_owned(), source))
}

/// Has the disk take what was written, before the edition that it replaces is given up: some file systems tell only then
/// that they have no room.
fn keep_safe(folder: &Path, files: &[BuiltFile]) -> Result<()> {
    for name in files.iter().map(|file| file.path.as_str()).chain([MARKER]) {
        let written = fs::OpenOptions::new().write(true).open(folder.join(name)).and_then(|file| file.sync_all());
        written.map_err(|source| system("edition-out-write", name.to_owned(), source))?;
    }
    Ok(())
}

/// Whether a part of a path is a name on every system.
fn is_plain(part: &str) -> bool {
    let mut components = Path::new(part).components();
    matches!((components.next(), components.next()), (Some(Component::Normal(name)), None) if name == part)
        && !part.contains(['\n', '\r', '\\', ':'])
}

/// Whether the folder exists; an error if it may not be replaced, told of its name `out`.
fn check(folder: &Path, out: &Path) -> Result<bool> {
    let failed = |source| system("edition-out-read", shown(out), source);
    let kind = match fs::symlink_metadata(folder) {
        Ok(metadata) => metadata.file_type(),
        Err(problem) if problem.kind() == io::ErrorKind::NotFound => return Ok(false),
        Err(problem) => return Err(failed(problem)),
    };
    if kind.is_symlink() {
        return Err(refused("edition-out-link", out, "edition-out-other-hint"));
    }
    if !kind.is_dir() {
        return Err(refused("edition-out-file", out, "edition-out-other-hint"));
    }
    let ours = marked_files(folder).map_err(failed)?;
    let Some(foreign) = foreign(folder, "", &ours).map_err(failed)? else { return Ok(true) };
    let message = Message::new("edition-out-foreign").with("name", foreign);
    Err(Error::input(message).at(shown(out), None).hint(Message::new("edition-out-other-hint")))
}

/// The first entry found in the folder that is none of `ours`, by its path below the edition's folder; `above` is the path
/// of this one, with a `/` behind it. An edition is two folders deep at most, and so is the recursion.
fn foreign(folder: &Path, above: &str, ours: &BTreeSet<String>) -> io::Result<Option<String>> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let path = format!("{above}{}", entry.file_name().to_string_lossy());
        let kind = entry.file_type()?;
        let inside = format!("{path}/");
        if kind.is_dir() && ours.iter().any(|ours| ours.starts_with(&inside)) {
            if let Some(foreign) = foreign(&entry.path(), &inside, ours)? {
                return Ok(Some(foreign));
            }
        } else if !(kind.is_file()
            && (ours.contains(&path) || DESKTOP_FILES.iter().any(|file| entry.file_name() == *file)))
        {
            return Ok(Some(path));
        }
    }
    Ok(None)
}

/// The files that the marker names, itself included; none if there is no marker.
fn marked_files(out: &Path) -> io::Result<BTreeSet<String>> {
    let path = out.join(MARKER);
    match fs::symlink_metadata(&path) {
        Ok(metadata) if metadata.is_file() && metadata.len() <= LARGEST_FILE => {}
        Ok(_) => return Ok(BTreeSet::new()),
        Err(problem) if problem.kind() == io::ErrorKind::NotFound => return Ok(BTreeSet::new()),
        Err(problem) => return Err(problem),
    }
    let text = fs::read(&path)?;
    let text = String::from_utf8_lossy(&text);
    let names = text.strip_prefix(MARKER_HEAD).map(|names| names.lines().chain([MARKER]).map(str::to_owned));
    Ok(names.into_iter().flatten().collect())
}

/// What the operating system refuses at a place.
fn system(message: &'static str, place: String, source: io::Error) -> Error {
    Error::io(Message::new(message), place, source).hint(Message::new("edition-out-system-hint"))
}

fn shown(path: &Path) -> String {
    path.display().to_string()
}

fn refused(message: &'static str, out: &Path, hint: &'static str) -> Error {
    Error::input(Message::new(message)).at(shown(out), None).hint(Message::new(hint))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn files(names: &[&str]) -> Vec<BuiltFile> {
        let file = |name: &&str| {
            let (path, bytes) = ((*name).to_owned(), name.as_bytes().to_vec());
            BuiltFile { path, bytes, format: None, language: None }
        };
        names.iter().map(file).collect()
    }

    /// The names in a folder, sorted.
    fn names(folder: &Path) -> Vec<String> {
        let entries = fs::read_dir(folder).unwrap();
        let mut names: Vec<String> = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }

    fn id(outcome: Result<()>) -> &'static str {
        outcome.err().map_or("", |error| error.message.id)
    }

    #[test]
    fn files_are_written_and_nothing_else_stays() {
        let folder = tempfile::tempdir().unwrap();
        let out = folder.path().join("a/b");
        write(&out, &files(&["y.html", "x.html"])).unwrap();
        assert_eq!(names(&out), [".gaceta-edition", "x.html", "y.html"]);
        assert_eq!(fs::read_to_string(out.join("x.html")).unwrap(), "x.html");
        let marker = fs::read_to_string(out.join(MARKER)).unwrap();
        assert_eq!(marker, format!("{MARKER_HEAD}\nx.html\ny.html\n"));
        assert_eq!(names(&folder.path().join("a")), ["b"]);
    }

    #[test]
    fn an_edition_is_replaced_whole() {
        let folder = tempfile::tempdir().unwrap();
        let out = folder.path().join("out");
        write(&out, &files(&["old.html"])).unwrap();
        fs::write(out.join(".DS_Store"), "").unwrap();
        write(&out, &files(&["new.html"])).unwrap();
        assert_eq!(names(&out), [".gaceta-edition", "new.html"]);
        assert_eq!(names(folder.path()), ["out"]);
    }

    #[test]
    fn an_empty_folder_is_taken() {
        let folder = tempfile::tempdir().unwrap();
        let out = folder.path().join("out");
        fs::create_dir(&out).unwrap();
        write(&out, &files(&["a.html"])).unwrap();
        assert_eq!(names(&out), [".gaceta-edition", "a.html"]);
    }

    #[test]
    fn what_others_put_there_is_never_removed() {
        let folder = tempfile::tempdir().unwrap();
        let unrelated = folder.path().join("unrelated");
        fs::create_dir(&unrelated).unwrap();
        fs::write(unrelated.join("thesis.txt"), "x").unwrap();
        assert_eq!(id(write(&unrelated, &files(&["a.html"]))), "edition-out-foreign");
        assert_eq!(names(&unrelated), ["thesis.txt"]);

        let ours = folder.path().join("ours");
        write(&ours, &files(&["a.html"])).unwrap();
        fs::create_dir(ours.join(".git")).unwrap();
        assert_eq!(id(write(&ours, &files(&["a.html"]))), "edition-out-foreign");
        assert_eq!(names(&ours), [".gaceta-edition", ".git", "a.html"]);
        assert_eq!(names(folder.path()), ["ours", "unrelated"]);
    }

    #[test]
    fn folders_inside_are_replaced_with_what_others_put_there_kept() {
        let folder = tempfile::tempdir().unwrap();
        let out = folder.path().join("out");
        write(&out, &files(&["es/a.html", "es/img/b.svg", "index.html"])).unwrap();
        assert_eq!(fs::read_to_string(out.join("es/img/b.svg")).unwrap(), "es/img/b.svg");
        write(&out, &files(&["es/c.html"])).unwrap();
        assert_eq!(
            (names(&out), names(&out.join("es"))),
            (vec![".gaceta-edition".into(), "es".into()], vec!["c.html".into()])
        );
        fs::create_dir(out.join("es/drafts")).unwrap();
        assert_eq!(id(write(&out, &files(&["es/c.html"]))), "edition-out-foreign");
        assert_eq!(names(&out.join("es")), ["c.html", "drafts"]);
    }

    #[test]
    fn a_marker_of_somebody_else_marks_nothing() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join(MARKER), "a.html\n").unwrap();
        assert_eq!(id(write(folder.path(), &files(&["a.html"]))), "edition-out-foreign");
    }

    #[cfg(unix)]
    #[test]
    fn a_link_is_not_followed() {
        let folder = tempfile::tempdir().unwrap();
        let target = folder.path().join("target");
        fs::create_dir(&target).unwrap();
        let out = folder.path().join("out");
        std::os::unix::fs::symlink(&target, &out).unwrap();
        assert_eq!(id(write(&out, &files(&["a.html"]))), "edition-out-link");
        assert!(names(&target).is_empty());
    }

    #[test]
    fn a_file_is_not_replaced() {
        let folder = tempfile::tempdir().unwrap();
        let out = folder.path().join("out");
        fs::write(&out, "x").unwrap();
        assert_eq!(id(write(&out, &files(&["a.html"]))), "edition-out-file");
        assert_eq!(id(write(Path::new(".."), &files(&["a.html"]))), "edition-out-name");
    }

    #[test]
    fn no_file_leaves_the_folder() {
        let folder = tempfile::tempdir().unwrap();
        let out = folder.path().join("out");
        for name in ["../x", "a/../b", "a//b", "a/", "", ".", "..", "/x", "a\nb", "a\\b", "c:x"] {
            assert_eq!(id(write(&out, &files(&[name]))), "edition-out-file-name", "{name:?}");
        }
        assert!(names(folder.path()).is_empty());
    }

    #[test]
    fn what_others_put_there_meanwhile_is_kept() {
        let folder = tempfile::tempdir().unwrap();
        let (out, old, new) = (folder.path().join("out"), folder.path().join("old"), folder.path().join("new"));
        write(&out, &files(&["a.html"])).unwrap();
        fs::write(out.join("thesis.txt"), "x").unwrap();
        fs::create_dir(&new).unwrap();
        assert_eq!(id(swap(&new, &out, Some(&old))), "edition-out-foreign");
        assert_eq!(names(&out), [".gaceta-edition", "a.html", "thesis.txt"]);
        assert_eq!(names(folder.path()), ["new", "out"]);
    }

    #[test]
    fn a_failed_swap_gives_the_old_folder_its_name_back() {
        let folder = tempfile::tempdir().unwrap();
        let (out, old) = (folder.path().join("out"), folder.path().join("old"));
        write(&out, &files(&["a.html"])).unwrap();
        assert!(swap(&folder.path().join("missing"), &out, Some(&old)).is_err());
        assert_eq!(names(folder.path()), ["out"]);
        assert_eq!(names(&out), [".gaceta-edition", "a.html"]);
    }
}
