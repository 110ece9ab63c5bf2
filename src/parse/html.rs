//! What is read of raw HTML although it is never rendered: line breaks and anchors.

/// Whether an inline tag is `<br>`, `<br/>` or `<br />`: the only way to break a line inside a table's cell.
pub(super) fn is_line_break(tag: &str) -> bool {
    let Some(inner) = tag.strip_prefix('<').and_then(|tag| tag.strip_suffix('>')) else { return false };
    inner.trim_end_matches('/').trim().eq_ignore_ascii_case("br")
}

/// The anchors that tags of raw HTML set: the values of `id` attributes, and of `name` on `<a>`, with their offsets.
pub(super) fn anchors(html: &str) -> Vec<(usize, &str)> {
    let mut found = Vec::new();
    let mut offset = 0;
    while let Some(open) = html[offset..].find('<') {
        let start = offset + open + 1;
        if html[start..].starts_with("!--") {
            let Some(length) = html[start..].find("-->") else { break };
            offset = start + length;
            continue;
        }
        let end = html[start..].find('>').map_or(html.len(), |length| start + length);
        let tag = &html[start..end];
        let name = tag.split(|character: char| !character.is_ascii_alphanumeric()).next().unwrap_or("");
        if !name.is_empty() {
            for attribute in ["id", "name"] {
                if attribute == "id" || name.eq_ignore_ascii_case("a") {
                    found.extend(value(tag, attribute).map(|(at, value)| (start + at, value)));
                }
            }
        }
        offset = end;
    }
    found
}

/// The value of an attribute in a tag, and its offset.
fn value<'tag>(tag: &'tag str, attribute: &str) -> Option<(usize, &'tag str)> {
    let mut offset = 0;
    while let Some(equals) = tag[offset..].find('=') {
        let equals = offset + equals;
        let before = tag[..equals].trim_end();
        let name = before.rsplit(|character: char| character.is_ascii_whitespace()).next().unwrap_or("");
        let after = &tag[equals + 1..];
        let skipped = after.len() - after.trim_start().len();
        let start = equals + 1 + skipped;
        let rest = &tag[start..];
        let (start, length) = match rest.chars().next() {
            Some(quote @ ('"' | '\'')) => (start + 1, rest[1..].find(quote).unwrap_or(rest.len() - 1)),
            _ => (start, rest.find(|character: char| character.is_ascii_whitespace()).unwrap_or(rest.len())),
        };
        if name.eq_ignore_ascii_case(attribute) && length > 0 {
            return Some((start, &tag[start..start + length]));
        }
        offset = start + length;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn anchors_of_tags_are_found() {
        let html = "<a name=\"uno\"></a> <div class='x' id = 'dos'><p ID=tres>id=no</p><!-- <a id=\"no\"> -->";
        let names: Vec<_> = anchors(html).into_iter().map(|(_, name)| name).collect();
        assert_eq!(names, ["uno", "dos", "tres"]);
        for (offset, name) in anchors(html) {
            assert_eq!(&html[offset..offset + name.len()], name);
        }
    }

    #[test]
    fn names_of_other_elements_are_no_anchors() {
        assert_eq!(anchors("<meta name=\"x\"><input data-id=\"y\" id=\"\">"), []);
        assert_eq!(anchors("<a id=\""), []);
        assert_eq!(anchors("< a id=x> <"), []);
    }

    #[test]
    fn line_breaks_in_every_spelling() {
        assert!(["<br>", "<BR/>", "<br />"].into_iter().all(is_line_break));
        assert!(!["<b>", "</br>", "<br", "<brx>"].into_iter().any(is_line_break));
    }
}
