//! The keys of the manifest that tell of people, and the files that tell what they did outside git.

use super::table::{Source, Table, parsed};
use crate::error::{Error, Result};
use crate::model::{Contribution, ContributionKind, Membership, Message, PersonDeclaration, TallySettings};
use std::ops::Range;
use toml::Spanned;
use toml::de::DeValue;

/// Reads a table of `people`.
pub(super) fn person(mut table: Table<'_, '_>, place: &Range<usize>) -> Result<PersonDeclaration> {
    let source = table.source;
    let mut person = PersonDeclaration {
        name: table.text("name")?.unwrap_or_default(),
        family_names: table.text("family-names")?,
        names: table.texts("names")?,
        addresses: table.texts("addresses")?,
        memberships: Vec::new(),
        is_unnamed: !table.boolean("named")?.unwrap_or(true),
        is_program: table.boolean("program")?.unwrap_or(false),
        contributions: Vec::new(),
    };
    if let Some(organisation) = table.text("organisation")? {
        person.memberships.push(Membership { organisation, ..Membership::default() });
    }
    for item in table.list("organisations")?.into_iter().flatten() {
        let inner = table.as_table("organisations", item)?;
        person.memberships.push(membership(inner, &item.span())?);
    }
    for item in table.list("contributions")?.into_iter().flatten() {
        person.contributions.push(table.as_one_of("contributions", item, &kinds())?);
    }
    table.finish()?;
    let is_known = person.is_unnamed && person.names.len() + person.addresses.len() > 0;
    if person.name.trim().is_empty() && !is_known {
        return Err(source.error(Message::new("config-person-nameless"), place));
    }
    Ok(person)
}

fn membership(mut table: Table<'_, '_>, place: &Range<usize>) -> Result<Membership> {
    let source = table.source;
    let organisation = table.text("name")?;
    let membership = Membership {
        organisation: organisation.clone().unwrap_or_default(),
        since: table.date("since")?,
        until: table.date("until")?,
    };
    table.finish()?;
    if organisation.is_none() {
        return Err(source.error(Message::new("config-organisation-nameless"), place));
    }
    if membership.since.as_ref().zip(membership.until.as_ref()).is_some_and(|(since, until)| since > until) {
        return Err(source.error(Message::new("config-organisation-dates"), place));
    }
    Ok(membership)
}

fn kinds() -> [(&'static str, ContributionKind); ContributionKind::ALL.len()] {
    ContributionKind::ALL.map(|kind| (kind.name(), kind))
}

/// Reads the table `tally`.
pub(super) fn settings(mut table: Table<'_, '_>) -> Result<TallySettings> {
    let trailers = table.list("trailers")?;
    let texts = |list: &[Spanned<DeValue<'_>>], table: &Table<'_, '_>| -> Result<Vec<String>> {
        list.iter().map(|item| table.as_text("trailers", item)).collect()
    };
    let settings = TallySettings {
        trailers: trailers.map(|list| texts(list, &table)).transpose()?,
        programs: table.texts("programs")?,
        contributions: table.texts("contributions")?,
    };
    table.finish()?;
    Ok(settings)
}

/// Reads a file of contributions: the tables `contribution`; `name` is what errors call the file.
///
/// # Errors
/// As of the [manifest](super::manifest).
pub fn contributions(text: &str, name: &str) -> Result<Vec<Contribution>> {
    let parsed = parsed(text, name)?;
    let mut root = Table::new(Source { name, text }, String::new(), parsed.get_ref());
    let mut contributions = Vec::new();
    for item in root.list("contribution")?.into_iter().flatten() {
        let table = root.as_table("contribution", item)?;
        contributions.push(contribution(table, &item.span())?);
    }
    root.finish()?;
    Ok(contributions)
}

fn contribution(mut table: Table<'_, '_>, place: &Range<usize>) -> Result<Contribution> {
    let source = table.source;
    let kind = table.one_of("kind", &kinds())?;
    let missing = |key: &str| -> Error { source.error(Message::new("config-missing-key").with("key", key), place) };
    let contribution = Contribution {
        kind: kind.ok_or_else(|| missing("contribution.kind"))?,
        title: table.localised("title")?,
        date: table.date("date")?,
        people: table.texts("people")?,
    };
    table.finish()?;
    if contribution.people.is_empty() {
        return Err(missing("contribution.people"));
    }
    Ok(contribution)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::manifest;

    fn failure<T: std::fmt::Debug>(read: Result<T>) -> (&'static str, u32, u32) {
        let error = read.unwrap_err();
        let position = error.place.unwrap().position.unwrap();
        (error.message.id, position.line, position.column)
    }

    #[test]
    fn people_and_what_they_did() {
        let text = r#"
            [[people]]
            name = "Ana Ruiz"
            names = ["aruiz"]
            addresses = ["ana@a.example"]
            organisations = [{ name = "Red", since = 2020-01-01, until = "2021-06-30" }, { name = "Mesa" }]
            contributions = ["review"]
            [[people]]
            addresses = ["luz@a.example"]
            named = false
            organisation = "Red"
            [[people]]
            name = "sincronizador"
            program = true
            [tally]
            trailers = ["Co-authored-by", "Traducido-por"]
            programs = ["hosted@translate.example"]
            contributions = ["mesas/*.toml"]
        "#;
        let manifest = manifest(text, "gaceta.toml").unwrap();
        let [ana, luz, program] = &manifest.people[..] else { panic!("three") };
        assert_eq!((ana.name.as_str(), &ana.contributions[..]), ("Ana Ruiz", &[ContributionKind::Review][..]));
        assert_eq!(ana.memberships[0].until.as_deref(), Some("2021-06-30"));
        assert_eq!((ana.memberships[1].organisation.as_str(), &ana.memberships[1].since), ("Mesa", &None));
        assert_eq!((luz.is_unnamed, luz.memberships[0].organisation.as_str()), (true, "Red"));
        assert!(program.is_program && !program.is_unnamed);
        assert_eq!(manifest.tally.trailers.as_ref().unwrap().len(), 2);
    }

    #[test]
    fn who_is_not_told_well_is_an_error_at_the_place() {
        let read = |text: &str| failure(manifest(text, "gaceta.toml"));
        assert_eq!(read("[[people]]\n").0, "config-person-nameless");
        assert_eq!(read("[[people]]\nnamed = false\n").0, "config-person-nameless");
        assert_eq!(
            read("[[people]]\nname = \"A\"\norganisations = [{ since = 2020-01-01 }]\n").0,
            "config-organisation-nameless"
        );
        let dates =
            "[[people]]\nname = \"A\"\norganisations = [{ name = \"R\", since = 2020-01-01, until = 2019-01-01 }]\n";
        assert_eq!(read(dates), ("config-organisation-dates", 3, 18));
        assert_eq!(read("[[people]]\nname = \"A\"\ncontributions = [\"revew\"]\n"), ("config-unknown-value", 3, 18));
    }

    #[test]
    fn contributions_are_read_from_files() {
        let text = "[[contribution]]\nkind = \"meeting\"\ntitle.es = \"Mesa 3\"\ndate = 2025-06-14\npeople = [\"Ana\", \"Luz\"]\n";
        let found = contributions(text, "mesa.toml").unwrap();
        assert_eq!(
            (found[0].kind, found[0].title.get("es"), found[0].people.len()),
            (ContributionKind::Meeting, "Mesa 3", 2)
        );
        assert_eq!(failure(contributions("[[contribution]]\npeople = [\"A\"]\n", "m")).0, "config-missing-key");
        assert_eq!(failure(contributions("[[contribution]]\nkind = \"meeting\"\n", "m")).0, "config-missing-key");
        assert_eq!(failure(contributions("[[contributions]]\n", "m")).0, "config-unknown-key");
    }
}
