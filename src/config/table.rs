//! A table of the manifest that is read key by key, so that what nobody asked for is found.

use crate::error::{Error, Result};
use crate::model::{Language, LineIndex, LocalisedText, Message, Position, Sited, nearest};
use std::collections::BTreeMap;
use std::ops::Range;
use toml::Spanned;
use toml::de::{DeArray, DeTable, DeValue};

/// The manifest's file, for errors that name the place.
#[derive(Clone, Copy)]
pub(super) struct Source<'text> {
    pub(super) name: &'text str,
    pub(super) text: &'text str,
}

impl Source<'_> {
    /// An error at a place of the manifest.
    pub(super) fn error(self, message: Message, place: &Range<usize>) -> Error {
        Error::configuration(message).at(self.name, Some(self.position(place)))
    }

    /// Where a place of the manifest begins, as people write it.
    pub(super) fn position(self, place: &Range<usize>) -> Position {
        LineIndex::new(self.text).position(u32::try_from(place.start).unwrap_or(u32::MAX))
    }
}

/// A table of the manifest; [`Table::finish`] refuses the keys that were not taken.
pub(super) struct Table<'a, 'text> {
    pub(super) source: Source<'a>,
    /// The table's own name, dotted: `fields.entidad`; `""` for the whole file.
    name: String,
    entries: BTreeMap<String, (Range<usize>, &'a Spanned<DeValue<'text>>)>,
    known: Vec<&'static str>,
}

impl<'a, 'text> Table<'a, 'text> {
    pub(super) fn new(source: Source<'a>, name: String, table: &'a DeTable<'text>) -> Self {
        let entries = table.iter().map(|(key, value)| (key.get_ref().to_string(), (key.span(), value))).collect();
        Self { source, name, entries, known: Vec::new() }
    }

    /// The full name of a key of this table.
    fn full(&self, key: &str) -> String {
        if self.name.is_empty() { key.to_owned() } else { format!("{}.{key}", self.name) }
    }

    /// Takes the value of a key.
    pub(super) fn take(&mut self, key: &'static str) -> Option<&'a Spanned<DeValue<'text>>> {
        self.known.push(key);
        self.entries.remove(key).map(|(_, value)| value)
    }

    /// Takes every key that is left, for tables whose keys are names.
    pub(super) fn take_names(&mut self) -> Vec<(String, Range<usize>, &'a Spanned<DeValue<'text>>)> {
        std::mem::take(&mut self.entries).into_iter().map(|(key, (span, value))| (key, span, value)).collect()
    }

    /// An error for a value of the wrong kind.
    pub(super) fn wrong(&self, key: &str, wanted: &'static str, place: &Range<usize>) -> Error {
        let message =
            Message::new("config-wrong-type").with("key", self.full(key)).with("wanted", Message::new(wanted));
        self.source.error(message, place)
    }

    pub(super) fn table(&mut self, key: &'static str) -> Result<Option<Self>> {
        let Some(value) = self.take(key) else { return Ok(None) };
        self.as_table(key, value).map(Some)
    }

    pub(super) fn as_table(&self, key: &str, value: &'a Spanned<DeValue<'text>>) -> Result<Self> {
        let table = value.get_ref().as_table();
        let table = table.ok_or_else(|| self.wrong(key, "config-type-table", &value.span()))?;
        Ok(Self::new(self.source, self.full(key), table))
    }

    pub(super) fn text(&mut self, key: &'static str) -> Result<Option<String>> {
        let Some(value) = self.take(key) else { return Ok(None) };
        self.as_text(key, value).map(Some)
    }

    pub(super) fn sited_text(&mut self, key: &'static str) -> Result<Option<Sited<String>>> {
        let Some(value) = self.take(key) else { return Ok(None) };
        let position = self.source.position(&value.span());
        self.as_text(key, value).map(|value| Some(Sited { value, position }))
    }

    pub(super) fn as_text(&self, key: &str, value: &Spanned<DeValue<'text>>) -> Result<String> {
        let text = value.get_ref().as_str().map(str::to_owned);
        text.ok_or_else(|| self.wrong(key, "config-type-text", &value.span()))
    }

    pub(super) fn boolean(&mut self, key: &'static str) -> Result<Option<bool>> {
        let Some(value) = self.take(key) else { return Ok(None) };
        let wrong = || self.wrong(key, "config-type-boolean", &value.span());
        value.get_ref().as_bool().map(Some).ok_or_else(wrong)
    }

    /// A date as TOML writes it, or as text, `2026-11-22`.
    pub(super) fn date(&mut self, key: &'static str) -> Result<Option<String>> {
        let Some(value) = self.take(key) else { return Ok(None) };
        let written = match value.get_ref().as_datetime() {
            Some(date) => date.date.map(|date| date.to_string()),
            None => value.get_ref().as_str().map(str::to_owned),
        };
        let is_date = |text: &String| text.parse::<jiff::civil::Date>().is_ok_and(|date| date.to_string() == *text);
        written.filter(is_date).map(Some).ok_or_else(|| self.wrong(key, "config-type-date", &value.span()))
    }

    /// A whole number that is not negative.
    pub(super) fn number(&mut self, key: &'static str) -> Result<Option<u32>> {
        let Some(value) = self.take(key) else { return Ok(None) };
        let number =
            value.get_ref().as_integer().and_then(|number| u32::from_str_radix(number.as_str(), number.radix()).ok());
        number.map(Some).ok_or_else(|| self.wrong(key, "config-type-number", &value.span()))
    }

    pub(super) fn list(&mut self, key: &'static str) -> Result<Option<&'a DeArray<'text>>> {
        let Some(value) = self.take(key) else { return Ok(None) };
        let wrong = || self.wrong(key, "config-type-list", &value.span());
        value.get_ref().as_array().map(Some).ok_or_else(wrong)
    }

    pub(super) fn texts(&mut self, key: &'static str) -> Result<Vec<String>> {
        let Some(list) = self.list(key)? else { return Ok(Vec::new()) };
        list.iter().map(|item| self.as_text(key, item)).collect()
    }

    /// A text, the same in every language, or one per language.
    pub(super) fn localised(&mut self, key: &'static str) -> Result<LocalisedText> {
        let Some(value) = self.take(key) else { return Ok(LocalisedText::default()) };
        if let Some(text) = value.get_ref().as_str() {
            return Ok(LocalisedText(BTreeMap::from([(String::new(), text.to_owned())])));
        }
        let mut table = self.as_table(key, value)?;
        let mut texts = BTreeMap::new();
        for (name, place, value) in table.take_names() {
            let tag = language(self.source, &name, &place)?;
            texts.insert(tag.as_str().to_owned(), table.as_text(&name, value)?);
        }
        Ok(LocalisedText(texts))
    }

    /// One of the names that something may have.
    pub(super) fn one_of<T: Copy>(&mut self, key: &'static str, choices: &[(&'static str, T)]) -> Result<Option<T>> {
        let Some(value) = self.take(key) else { return Ok(None) };
        self.as_one_of(key, value, choices).map(Some)
    }

    pub(super) fn as_one_of<T: Copy>(
        &self,
        key: &str,
        value: &Spanned<DeValue<'text>>,
        choices: &[(&'static str, T)],
    ) -> Result<T> {
        let written = self.as_text(key, value)?;
        if let Some((_, choice)) = choices.iter().find(|(name, _)| *name == written) {
            return Ok(*choice);
        }
        let names: Vec<_> = choices.iter().map(|(name, _)| *name).collect();
        let message = Message::new("config-unknown-value").with("key", self.full(key)).with("value", written.as_str());
        let error = self.source.error(message, &value.span());
        Err(suggest(error, &written, &names).hint(Message::new("config-choices").with("choices", names.join(", "))))
    }

    /// Refuses what is left.
    pub(super) fn finish(self) -> Result<()> {
        let Some((key, (place, _))) = self.entries.iter().next() else { return Ok(()) };
        let message = Message::new("config-unknown-key").with("key", self.full(key));
        let error = suggest(self.source.error(message, place), key, &self.known);
        Err(error.hint(Message::new("config-known-keys").with("keys", self.known.join(", "))))
    }
}

/// Adds the known names that may have been meant.
fn suggest(error: Error, written: &str, known: &[&str]) -> Error {
    let near = nearest(written, known.iter().map(|name| (name, *name)));
    near.into_iter().fold(error, |error, name| error.hint(Message::new("config-did-you-mean").with("name", name)))
}

/// The tables of a TOML file.
pub(super) fn parsed<'text>(text: &'text str, name: &str) -> Result<Spanned<DeTable<'text>>> {
    DeTable::parse(text).map_err(|error| {
        // What the parser itself says is in English.
        let repeated = error.message().starts_with("duplicate key");
        let message = Message::new(if repeated { "config-repeated-key" } else { "config-not-toml" });
        let start = error.span().map_or(0, |span| span.start);
        let position = LineIndex::new(text).position(u32::try_from(start).unwrap_or(u32::MAX));
        let error = Error::configuration(message).at(name, Some(position));
        if repeated { error } else { error.hint(Message::new("config-not-toml-hint")) }
    })
}

/// A language tag of the manifest.
pub(super) fn language(source: Source<'_>, tag: &str, place: &Range<usize>) -> Result<Language> {
    Language::new(tag).ok_or_else(|| source.error(Message::new("config-language").with("tag", tag), place))
}
