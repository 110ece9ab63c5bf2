//! All that the engine can see: the theme, the fonts and what is handed to the theme. No files, no packages, no network,
//! no clock.

use super::fonts::Fonts;
use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Dict, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World};

/// The theme: a fixed program that takes the content of the edition from its inputs. Nothing of a policy is ever part of
/// its source.
const THEME: &str = include_str!("theme.typ");

/// The world of one edition.
pub(super) struct EditionWorld<'f> {
    elements: LazyHash<Library>,
    fonts: &'f Fonts,
    theme: Source,
}

impl<'f> EditionWorld<'f> {
    /// A world whose theme sees `inputs` as `sys.inputs`.
    ///
    /// `None` only if the theme had no proper path, which it has.
    pub(super) fn new(fonts: &'f Fonts, inputs: Dict) -> Option<Self> {
        let path = VirtualPath::new("/theme.typ").ok()?;
        let id = RootedPath::new(VirtualRoot::Project, path).intern();
        let elements = LazyHash::new(Library::builder().with_inputs(inputs).build());
        Some(Self { elements, fonts, theme: Source::new(id, THEME.to_owned()) })
    }
}

impl World for EditionWorld<'_> {
    fn library(&self) -> &LazyHash<Library> {
        &self.elements
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.fonts.book
    }

    fn main(&self) -> FileId {
        self.theme.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == self.theme.id() { Ok(self.theme.clone()) } else { Err(FileError::AccessDenied) }
    }

    fn file(&self, _: FileId) -> FileResult<Bytes> {
        Err(FileError::AccessDenied)
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.fonts.list.get(index).cloned()
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}
