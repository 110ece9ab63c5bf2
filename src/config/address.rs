//! The address where editions are published.

use super::table::Table;
use crate::error::Result;
use crate::model::Message;

/// Takes an address of the web without the slash at its end, so that `/` and a file's name can follow.
///
/// Only what names a folder is taken: no user, no query, no fragment.
pub(super) fn address(table: &mut Table<'_, '_>, key: &'static str) -> Result<Option<String>> {
    let source = table.source;
    let Some(value) = table.take(key) else { return Ok(None) };
    let written = table.as_text(key, value)?;
    let address = written.trim_end_matches('/');
    if is_folder(address) {
        return Ok(Some(address.to_owned()));
    }
    let message = Message::new("config-address").with("address", written.as_str());
    Err(source.error(message, &value.span()).hint(Message::new("config-address-hint")))
}

fn is_folder(address: &str) -> bool {
    let rest = address.strip_prefix("https://").or_else(|| address.strip_prefix("http://"));
    let Some(rest) = rest else { return false };
    let (host, path) = rest.split_once('/').unwrap_or((rest, ""));
    let (name, port) = host.split_once(':').unwrap_or((host, "0"));
    let is_name = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-');
    let is_path = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~%!$&'()*+,;=:@/".contains(&byte);
    let sound_name = name.bytes().all(is_name) && name.starts_with(|first: char| first.is_ascii_alphanumeric());
    sound_name && port.parse::<u16>().is_ok() && path.bytes().all(is_path)
}

#[cfg(test)]
mod tests {
    use crate::config::manifest;

    fn read(address: &str) -> Result<Option<String>, &'static str> {
        let manifest = manifest(&format!("[policy]\naddress = \"{address}\"\n"), "gaceta.toml");
        manifest.map(|manifest| manifest.address).map_err(|error| error.message.id)
    }

    #[test]
    fn addresses_end_without_a_slash() {
        for (written, kept) in [
            ("https://datos.example.mx", "https://datos.example.mx"),
            ("https://datos.example.mx/", "https://datos.example.mx"),
            ("http://a.mx:8080/politica/v1//", "http://a.mx:8080/politica/v1"),
            ("https://a.mx/pol%C3%ADtica", "https://a.mx/pol%C3%ADtica"),
        ] {
            assert_eq!(read(written), Ok(Some(kept.to_owned())));
        }
    }

    #[test]
    fn what_is_no_folder_of_the_web_is_refused() {
        for written in [
            "",
            "https://",
            "ftp://a.mx",
            "javascript:alert(1)",
            "//a.mx",
            "a.mx",
            "https://u:p@a.mx",
            "https://a.mx?x=1",
            "https://a.mx/#x",
            "https://a.mx/a b",
            "https://a.mx/política",
            "https://a.mx:x/",
            "https:///a",
            "https://a.mx/<script>",
        ] {
            assert_eq!(read(written), Err("config-address"), "{written}");
        }
    }
}
