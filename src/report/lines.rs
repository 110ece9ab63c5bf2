//! Text in lines that fit on a terminal.

/// The narrowest text that can still be read.
const NARROWEST: usize = 30;

/// Text in lines of at most `width` characters, where its words allow.
pub(super) fn wrapped(text: &str, indent: &str, width: usize) -> String {
    let width = width.saturating_sub(indent.len()).max(NARROWEST);
    let mut lines = String::new();
    let mut length = 0;
    for word in text.split_whitespace() {
        let word_length = word.chars().count();
        if length > 0 && length + 1 + word_length > width {
            lines.push('\n');
            length = 0;
        }
        lines.push_str(if length == 0 { indent } else { " " });
        lines.push_str(word);
        length += word_length + usize::from(length > 0);
    }
    if !lines.is_empty() {
        lines.push('\n');
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_kept_whole() {
        assert_eq!(wrapped("", "", 80), "");
        assert_eq!(wrapped("uno dos", "  ", 0), "  uno dos\n");
        assert_eq!(wrapped(&"palabra ".repeat(5), "", 31), "palabra palabra palabra palabra\npalabra\n");
    }
}
