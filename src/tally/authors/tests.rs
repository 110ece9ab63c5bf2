//! What holds of files of authors of any form.

use super::*;
use crate::config::manifest;
use crate::repo::Mailmap;

#[test]
fn who_is_missing_misspelt_or_no_longer_needed() {
    let manifest = manifest(
        r#"
        [[people]]
        name = "Olivier Soto"
        contributions = ["review"]
        [[people]]
        name = "Ana Ruiz"
        names = ["aruiz"]
        contributions = ["meeting"]
        [[people]]
        name = "Eva Paz"
        contributions = ["design"]
        [[people]]
        name = "robot"
        program = true
        [[people]]
        name = "Luz"
        named = false
        contributions = ["design"]
        "#,
        "gaceta.toml",
    );
    let people = People::new(&manifest.unwrap(), Mailmap::parse(""));
    let authors = Authors::new(&people, &BTreeSet::new());
    let listed = AuthorsFile::Text.names("Oliver Soto\naruiz\nJuan Mar <j@a.mx>\n").unwrap();
    let told = deviations(&listed, &authors);
    let at = |line, name: &str| ListedName { name: name.to_owned(), login: None, line };
    assert_eq!(
        told,
        [
            Deviation::Misspelt { listed: at(1, "Oliver Soto"), name: "Olivier Soto".to_owned() },
            Deviation::Unneeded(at(3, "Juan Mar")),
            Deviation::Missing("Eva Paz".to_owned()),
        ]
    );
}

#[test]
fn the_name_of_a_file_tells_its_form() {
    let forms = ["AUTHORS.md", "docs/CONTRIBUTORS", ".all-contributorsrc", "CITATION.cff"].map(AuthorsFile::of);
    let expected = [AuthorsFile::Markdown, AuthorsFile::Text, AuthorsFile::AllContributors, AuthorsFile::Citation];
    assert_eq!(forms, expected);
}
