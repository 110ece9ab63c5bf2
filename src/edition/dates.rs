//! Dates in words.

use crate::messages::Catalogue;
use crate::model::{Message, Status};

/// A date such as `2026-11-22` spelled out; one that is none stays as it is.
pub(super) fn in_words(words: &Catalogue, date: &str) -> String {
    let Ok(parsed) = date.parse::<jiff::civil::Date>() else { return date.to_owned() };
    let part = |number: i8| u64::from(number.unsigned_abs());
    let message = Message::new("edition-date")
        .with("day", part(parsed.day()))
        .with("month", part(parsed.month()))
        .with("year", parsed.year().to_string());
    words.text(&message)
}

/// When a policy enters into force, in words: that it will or that it has, as seen from the date of the edition; only the
/// day where that date is not known or the policy is no longer in force.
pub(super) fn in_force(words: &Catalogue, day: &str, edition: Option<&str>, status: Option<Status>) -> String {
    let message = match edition {
        // Dates of this form stand in the order of their texts.
        Some(edition) if status != Some(Status::Repealed) && edition >= day => "edition-in-force-since",
        Some(_) if status != Some(Status::Repealed) => "edition-in-force-from",
        _ => "edition-in-force-on",
    };
    words.text(&Message::new(message).with("date", in_words(words, day)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::messages::Locale;

    #[test]
    fn dates_are_spelled_out() {
        let told = |locale, date| in_words(Catalogue::of(locale), date);
        assert_eq!(told(Locale::Spanish, "2026-11-22"), "22 de noviembre de 2026");
        assert_eq!(told(Locale::English, "2026-11-22"), "22 November 2026");
        assert_eq!(told(Locale::Spanish, "2027-01-01"), "1 de enero de 2027");
        assert_eq!(told(Locale::English, "soon"), "soon");
    }

    #[test]
    fn the_day_of_entry_into_force_is_seen_from_the_edition() {
        let told = |locale, edition, status| in_force(Catalogue::of(locale), "2027-01-15", edition, status);
        let (es, en) = (Locale::Spanish, Locale::English);
        let draft = Some(Status::Draft);
        assert_eq!(told(es, Some("2026-11-22"), draft), "Entra en vigor el 15 de enero de 2027");
        assert_eq!(told(es, Some("2027-01-15"), None), "En vigor desde el 15 de enero de 2027");
        assert_eq!(told(en, Some("2028-01-01"), Some(Status::InForce)), "In force since 15 January 2027");
        assert_eq!(told(en, Some("2027-01-14"), draft), "In force from 15 January 2027");
        assert_eq!(told(es, None, draft), "Entrada en vigor: 15 de enero de 2027");
        assert_eq!(told(en, Some("2028-01-01"), Some(Status::Repealed)), "Entry into force: 15 January 2027");
    }
}
