//! Knows what is no text by how it begins: front matter, labels, addresses of links.

/// The longest label of a link in bytes, and the most parentheses in each other in its address, as `CommonMark` has them:
/// limits on work.
pub(super) const LONGEST_LABEL: usize = 1000;
const DEEPEST_PARENTHESES: usize = 32;

/// Where the text behind a YAML front matter begins.
pub(super) fn front_matter(text: &str) -> usize {
    let Some(first) =
        text.strip_prefix("---").and_then(|rest| rest.find('\n').filter(|end| rest[..*end].trim().is_empty()))
    else {
        return 0;
    };
    let mut at = 3 + first + 1;
    for line in text[at..].split_inclusive('\n') {
        at += line.len();
        if matches!(line.trim_end(), "---" | "...") {
            return at;
        }
    }
    0
}

/// Whether text begins with a letter from U+00C0 to U+027F, two bytes in UTF-8: these are letters all but × and ÷, and stay
/// what they are in NFC.
pub(super) fn latin_letter(text: &[u8]) -> bool {
    matches!(text, [0xc3, second, ..] if *second != 0x97 && *second != 0xb7) || matches!(text, [0xc4..=0xc9, ..])
}

/// The length of `](…)`, the target of a link; 1 if it does not end on the line, or holds more parentheses in each other than
/// anybody writes.
pub(super) fn target(rest: &[u8]) -> usize {
    let mut depth = 0_usize;
    for (place, byte) in rest.iter().enumerate().skip(1) {
        match byte {
            b'(' if depth == DEEPEST_PARENTHESES => return 1,
            b'(' => depth += 1,
            b')' if depth == 1 => return place + 1,
            b')' => depth -= 1,
            _ => {}
        }
    }
    1
}

/// The length of what a line begins with if that is the label of a footnote, or the whole of a link's definition: a label, an
/// address and at most a title (`CommonMark` 0.31, 4.7).
pub(super) fn label(rest: &[u8]) -> Option<usize> {
    let label = memchr::memmem::find(&rest[..rest.len().min(LONGEST_LABEL)], b"]:")?;
    if rest[..label].contains(&b' ') {
        return None;
    }
    if rest.get(1) == Some(&b'^') {
        return Some(label + 2);
    }
    let definition = rest[label + 2..].trim_ascii();
    let address = definition.iter().position(u8::is_ascii_whitespace).unwrap_or(definition.len());
    let title = definition[address..].trim_ascii();
    let is_title = matches!(title, [] | [b'"', .., b'"'] | [b'\'', .., b'\''] | [b'(', .., b')']);
    is_title.then_some(rest.len())
}
