//! The date of an edition: `SOURCE_DATE_EPOCH`, else the commit's, else the manifest's; and the present day.

use crate::error::{Error, Result};
use crate::model::Message;
use crate::policy::Policy;
use jiff::Timestamp;
use jiff::tz::TimeZone;

/// The date of an edition as `YYYY-MM-DD`, if one is known; `source_date` is the value of `SOURCE_DATE_EPOCH`
/// (<https://reproducible-builds.org/specs/source-date-epoch/>).
pub(super) fn edition_date(source_date: Option<&str>, policy: &Policy) -> Result<Option<String>> {
    if let Some(day) = source_day(source_date)? {
        return Ok(Some(day));
    }
    Ok(policy.files.committed().and_then(day_of).or_else(|| policy.manifest.date.clone()))
}

/// The present day as `YYYY-MM-DD`, in UTC, so that a deadline passes everywhere at once: that of `SOURCE_DATE_EPOCH`, else
/// the system's.
pub(super) fn today(source_date: Option<&str>) -> Result<Option<String>> {
    Ok(source_day(source_date)?.or_else(|| day_of(Timestamp::now().as_second())))
}

/// The day that `SOURCE_DATE_EPOCH` says, if it is set.
fn source_day(source_date: Option<&str>) -> Result<Option<String>> {
    let Some(value) = source_date.filter(|value| !value.is_empty()) else { return Ok(None) };
    let day = Some(value).filter(|value| value.bytes().all(|byte| byte.is_ascii_digit()));
    let day = day.and_then(|value| value.parse().ok()).and_then(day_of);
    day.map(Some).ok_or_else(|| invalid(value))
}

/// The day of a moment in seconds since 1970-01-01 UTC; `None` outside the years 0 to 9999.
pub(super) fn day_of(seconds: i64) -> Option<String> {
    let day = Timestamp::from_second(seconds).ok()?.to_zoned(TimeZone::UTC).date();
    (day.year() >= 0).then(|| day.to_string())
}

fn invalid(value: &str) -> Error {
    Error::usage(Message::new("cli-invalid-source-date").with("value", value))
        .hint(Message::new("cli-invalid-source-date-hint"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::repo::Memory;

    fn policy(committed: Option<i64>) -> Policy {
        let files = Memory::new([("gaceta.toml", "[policy]\ndate = \"2020-02-03\"\n"), ("a.md", "# A\n")]).unwrap();
        let files = match committed {
            Some(seconds) => files.committed_at(seconds),
            None => files,
        };
        Policy::open(Box::new(files)).unwrap()
    }

    #[test]
    fn the_variable_comes_first_then_the_commit_then_the_manifest() {
        let date = |source, committed| edition_date(source, &policy(committed)).unwrap();
        // 951 782 400 is the last midnight of February 2000 in UTC.
        assert_eq!(date(Some("951782400"), Some(0)).as_deref(), Some("2000-02-29"));
        assert_eq!(date(Some("951782399"), None).as_deref(), Some("2000-02-28"));
        assert_eq!(date(None, Some(86_400)).as_deref(), Some("1970-01-02"));
        assert_eq!(date(Some(""), Some(-1)).as_deref(), Some("1969-12-31"));
        assert_eq!(date(None, None).as_deref(), Some("2020-02-03"));
    }

    #[test]
    fn what_is_no_number_of_seconds_is_refused() {
        for value in ["yesterday", "-1", "+1", "1.5", " 1", "99999999999999999999", "999999999999"] {
            let error = edition_date(Some(value), &policy(None)).unwrap_err();
            assert_eq!(error.message, Message::new("cli-invalid-source-date").with("value", value));
        }
    }

    #[test]
    fn a_commit_beyond_the_calendar_has_no_date() {
        assert_eq!(edition_date(None, &policy(Some(i64::MAX))).unwrap().as_deref(), Some("2020-02-03"));
    }
}
