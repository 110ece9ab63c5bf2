//! Figures in running text: runs of them, dates and the days that there are.

use crate::model::find_byte;
use std::ops::Range;

/// The runs of figures of a text, in order.
pub fn runs(text: &str) -> impl Iterator<Item = Range<usize>> {
    let bytes = text.as_bytes();
    let mut at = 0;
    std::iter::from_fn(move || {
        let start = find_byte(bytes, at, |byte| byte.is_ascii_digit())?;
        let length = bytes[start..].iter().take_while(|byte| byte.is_ascii_digit()).count();
        at = start + length;
        Some(start..at)
    })
}

/// Whether a year's month has this day.
#[must_use]
pub fn is_day(year: i16, month: i8, day: i8) -> bool {
    jiff::civil::Date::new(year, month, day).is_ok()
}

/// Whether a text begins as a date of ISO 8601, `2026-02-30`, and if so, whether there is such a day. What may follow is
/// a time.
#[must_use]
pub fn iso_day(text: &str) -> Option<bool> {
    let bytes = text.as_bytes();
    let shape = bytes.get(..10)?;
    let figures = |range: Range<usize>| shape[range].iter().all(u8::is_ascii_digit);
    let is_date = figures(0..4) && figures(5..7) && figures(8..10) && shape[4] == b'-' && shape[7] == b'-';
    let ends = bytes.get(10).is_none_or(|next| matches!(next, b'T' | b't' | b' '));
    if !is_date || !ends {
        return None;
    }
    Some(is_day(text[..4].parse().ok()?, text[5..7].parse().ok()?, text[8..10].parse().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn runs_of_figures() {
        assert_eq!(runs("a12ñ3 456").collect::<Vec<_>>(), [1..3, 5..6, 7..10]);
        assert_eq!(runs("ñ").count(), 0);
    }

    #[test]
    fn dates_and_days() {
        assert_eq!(iso_day("2026-02-28"), Some(true));
        assert_eq!(iso_day("2024-02-29T10:00"), Some(true));
        assert_eq!(iso_day("2026-02-29"), Some(false));
        assert_eq!(iso_day("2026-13-01"), Some(false));
        for text in ["", "2026-2-3", "2026-02-280", "año 2026-", "20260-02-28"] {
            assert_eq!(iso_day(text), None, "{text}");
        }
    }
}
