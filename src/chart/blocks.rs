//! Bars and lines of block characters (Unicode, Block Elements, U+2581 to U+258F).

/// The eighths of a character's width, from one to eight.
const WIDTHS: [char; 8] = ['▏', '▎', '▍', '▌', '▋', '▊', '▉', '█'];

/// The eighths of a character's height, from one to eight.
const HEIGHTS: [char; 8] = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];

/// A bar as long as a part of a whole, of which the whole has so many characters. What is more than nothing is seen.
#[must_use]
pub fn bar(part: u128, whole: u128, characters: u128) -> String {
    let eighths = part * characters * 8 / whole.max(1);
    let eighths = usize::try_from(eighths.max(u128::from(part > 0))).unwrap_or(0);
    let mut bar = "█".repeat(eighths / 8);
    bar.extend((eighths % 8).checked_sub(1).map(|rest| WIDTHS[rest]));
    bar
}

/// A character for each number, the higher the larger; the highest for `most`. What is more than nothing is seen.
#[must_use]
pub fn sparkline(numbers: &[usize], most: usize) -> String {
    let height = |number: usize| match (number * 8).div_ceil(most.max(1)) {
        0 => ' ',
        eighths => HEIGHTS[eighths.min(8) - 1],
    };
    numbers.iter().map(|number| height(*number)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bars_are_as_long_as_their_part() {
        assert_eq!([bar(1, 1, 2), bar(1, 2, 2), bar(1, 16, 2)], ["██", "█", "▏"]);
        assert_eq!([bar(1, 1000, 2), bar(0, 1, 2), bar(0, 0, 2)], ["▏", "", ""]);
    }

    #[test]
    fn lines_are_as_high_as_their_numbers() {
        assert_eq!(sparkline(&[0, 1, 50, 100], 100), " ▁▄█");
        assert_eq!(sparkline(&[0, 0], 0), "  ");
    }
}
