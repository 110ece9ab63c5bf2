//! Writes an exported PDF anew, about a third of its size.
//!
//! 1. `exported` takes the file apart; every object stays as it was written, only its place changes;
//! 2. what is no stream, the tag tree above all, goes into object streams (ISO 32000-1, 7.5.7), compressed as far as
//!    deflate goes;
//! 3. a cross-reference stream (7.5.8) tells where everything is.
//!
//! Streams stay as they are: the engine has compressed them, and doing so once more at the highest level takes three times
//! as long as all else here, for a fiftieth of the size. The metadata stay readable without unpacking anything. PDF/A wants
//! the end of a line before each `endstream` and around `obj` and `endobj` (ISO 19005-3, 6.1.7 and 6.1.9).

mod exported;

use exported::{Entry, Exported, Object};
use flate2::Compression;
use flate2::write::ZlibEncoder;
use rayon::prelude::*;
use std::fmt::Write as _;
use std::io::Write as _;

/// How much text an object stream holds: more makes it hardly smaller, and a reader unpacks all of it for one object.
const OBJECT_STREAM: usize = 128 * 1024;

/// The file with the same objects, smaller; `None` if it is not written in the way that this module knows.
pub(super) fn repacked(pdf: &[u8]) -> Option<Vec<u8>> {
    let Exported { header, objects, size, trailer } = Exported::read(pdf)?;
    let (streams, plain): (Vec<Object<'_>>, Vec<_>) = objects.into_iter().partition(|object| object.is_stream);
    let groups: Vec<(u32, &[Object<'_>])> = (size..).zip(groups(&plain)).collect();
    let packed: Vec<Vec<u8>> = groups.par_iter().map(|(_, group)| object_stream(group)).collect();
    let own = size + u32::try_from(groups.len()).ok()?;

    let mut places = Places(vec![Place::Free; own as usize + 1]);
    for (holder, group) in &groups {
        for (index, object) in (0..).zip(*group) {
            places.set(object.number, Place::Packed { holder: *holder, index });
        }
    }
    let mut file = Vec::with_capacity(pdf.len() / 2);
    file.extend_from_slice(header);
    let streams = streams.iter().map(|object| (object.number, object.text));
    let packed = groups.iter().zip(&packed).map(|((number, _), text)| (*number, text.as_slice()));
    for (number, text) in streams.chain(packed) {
        places.set(number, Place::At(u32::try_from(file.len()).ok()?));
        push_object(&mut file, number, text);
    }
    let start = u32::try_from(file.len()).ok()?;
    places.set(own, Place::At(start));
    push_object(&mut file, own, &places.stream(&trailer));
    file.extend_from_slice(format!("startxref\n{start}\n%%EOF\n").as_bytes());
    Some(file)
}

/// The objects in runs of about the size of an object stream.
fn groups<'o, 'a>(objects: &'o [Object<'a>]) -> Vec<&'o [Object<'a>]> {
    let mut groups = Vec::new();
    let (mut start, mut size) = (0, 0);
    for (index, object) in objects.iter().enumerate() {
        // Its number and place are written besides.
        size += object.text.len() + 12;
        if size >= OBJECT_STREAM || index + 1 == objects.len() {
            groups.push(&objects[start..=index]);
            (start, size) = (index + 1, 0);
        }
    }
    groups
}

fn push_object(file: &mut Vec<u8>, number: u32, text: &[u8]) {
    file.extend_from_slice(format!("{number} 0 obj\n").as_bytes());
    file.extend_from_slice(text);
    file.extend_from_slice(b"\nendobj\n");
}

/// The object stream of some objects: their numbers and places, then the objects.
fn object_stream(objects: &[Object<'_>]) -> Vec<u8> {
    let (mut index, mut texts) = (String::new(), Vec::new());
    for object in objects {
        // Writing to a string cannot fail.
        let _ = write!(index, "{} {} ", object.number, texts.len());
        texts.extend_from_slice(object.text);
        texts.push(b'\n');
    }
    let head = format!("<</Type/ObjStm/N {}/First {}", objects.len(), index.len());
    compressed(head.as_bytes(), &[index.into_bytes(), texts].concat())
}

/// A stream whose dictionary begins with `head`.
fn compressed(head: &[u8], data: &[u8]) -> Vec<u8> {
    // The two levels above it search twice as long and save a third of a per cent.
    let mut encoder = ZlibEncoder::new(Vec::with_capacity(data.len() / 4), Compression::new(7));
    // Writing to memory cannot fail.
    let _ = encoder.write_all(data);
    let data = encoder.finish().unwrap_or_default();
    let length = format!("/Filter/FlateDecode/Length {}>>\nstream\n", data.len());
    [head, length.as_bytes(), &data, b"\nendstream"].concat()
}

/// Where an object is.
#[derive(Clone, Copy)]
enum Place {
    /// Nowhere: the number is free.
    Free,
    /// At a byte of the file.
    At(u32),
    /// In an object stream.
    Packed { holder: u32, index: u16 },
}

/// Where each object is, by its number.
struct Places(Vec<Place>);

impl Places {
    fn set(&mut self, number: u32, place: Place) {
        if let Some(own) = self.0.get_mut(number as usize) {
            *own = place;
        }
    }

    /// The cross-reference stream. Each row is written as its differences from the row above, most of which are nothing.
    fn stream(&self, trailer: &[Entry<'_>]) -> Vec<u8> {
        const WIDTH: usize = 7;
        let mut rows = Vec::with_capacity(self.0.len() * (WIDTH + 1));
        let mut above = [0_u8; WIDTH];
        for place in &self.0 {
            let (kind, field, index) = match *place {
                Place::Free => (0, 0, u16::MAX),
                Place::At(offset) => (1, offset, 0),
                Place::Packed { holder, index } => (2, holder, index),
            };
            let mut row = [kind; WIDTH];
            row[1..5].copy_from_slice(&field.to_be_bytes());
            row[5..].copy_from_slice(&index.to_be_bytes());
            // The filter "up" of PNG.
            rows.push(2);
            rows.extend(row.iter().zip(above).map(|(byte, above)| byte.wrapping_sub(above)));
            above = row;
        }
        let mut head = format!("<</Type/XRef/Size {}/W[1 4 2]", self.0.len()).into_bytes();
        for entry in trailer.iter().filter(|entry| entry.key != b"/Size") {
            head.extend_from_slice(&[entry.key, b" ", entry.value].concat());
        }
        head.extend_from_slice(format!("/DecodeParms<</Predictor 12/Columns {WIDTH}>>").as_bytes());
        compressed(&head, &rows)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A file as the engine writes it, with these objects; an empty one is free.
    fn exported(objects: &[&str]) -> Vec<u8> {
        let mut file = b"%PDF-1.7\n%\x80\x80\x80\x80\n\n".to_vec();
        let mut table = format!("xref\n0 {}\n0000000000 65535 f\r\n", objects.len() + 1);
        for (number, object) in (1..).zip(objects) {
            let kind = if object.is_empty() { 'f' } else { 'n' };
            let _ = write!(table, "{:010} 00000 {kind}\r\n", if kind == 'n' { file.len() } else { 0 });
            if kind == 'n' {
                file.extend_from_slice(format!("{number} 0 obj\n{object}\nendobj\n\n").as_bytes());
            }
        }
        let start = file.len();
        let size = objects.len() + 1;
        let end = format!("{table}trailer\n<</Size {size}/Root 1 0 R/ID[(a\\)>>)(b)]>>\nstartxref\n{start}\n%%EOF\n");
        file.extend_from_slice(end.as_bytes());
        file
    }

    fn opened(file: &[u8]) -> lopdf::Document {
        lopdf::Document::load_mem(&repacked(file).unwrap()).unwrap()
    }

    #[test]
    fn every_object_is_there_and_says_the_same() {
        let file = exported(&[
            "<</Type/Catalog/Pages 2 0 R>>",
            "<</Type/Pages/Count 0/Kids[]/Note(endobj)>>",
            "<</Length 9>>\nstream\nendstream\nendstream",
            "",
            "[1 2 0 R(\\()]",
        ]);
        let document = opened(&file);
        let expected = lopdf::Document::load_mem(&file).unwrap();
        for number in [1, 2, 3, 5] {
            let objects = [&document, &expected].map(|document| document.get_object((number, 0)).unwrap());
            assert_eq!(format!("{:?}", objects[0]), format!("{:?}", objects[1]));
        }
        assert!(document.get_object((4, 0)).is_err());
        for key in [b"Root".as_slice(), b"ID"] {
            assert_eq!(document.trailer.get(key).unwrap(), expected.trailer.get(key).unwrap());
        }
    }

    #[test]
    fn head_and_streams_stay_as_they_were_written() {
        let stream = "<</Type/Metadata/Subtype/XML/Length 4>>\nstream\n<x/>\nendstream";
        let file = exported(&["<</Type/Catalog>>", stream]);
        let repacked = repacked(&file).unwrap();
        assert!(repacked.starts_with(b"%PDF-1.7\n%\x80\x80\x80\x80\n\n2 0 obj\n"));
        let wanted = format!("\n2 0 obj\n{stream}\nendobj\n");
        assert!(repacked.windows(wanted.len()).any(|window| window == wanted.as_bytes()));
        assert!(!repacked.windows(8).any(|window| window == b"/Catalog"));
    }

    #[test]
    fn many_objects_fill_several_streams() {
        let objects: Vec<String> = (0..5000).map(|number| format!("<</Number {number}/Text(x)>>")).collect();
        let objects: Vec<&str> =
            std::iter::once("<</Type/Catalog>>").chain(objects.iter().map(String::as_str)).collect();
        let file = exported(&objects);
        let document = opened(&file);
        for number in [0, 2499, 4999] {
            let object = document.get_dictionary((number + 2, 0)).unwrap();
            assert_eq!(object.get(b"Number").unwrap().as_i64().unwrap(), i64::from(number));
        }
        // 5,000 times some 27 bytes and twelve more.
        let repacked = repacked(&file).unwrap();
        assert_eq!(repacked.windows(7).filter(|window| window == b"/ObjStm").count(), 2);
        assert!(repacked.len() < file.len() / 6);
    }

    #[test]
    fn what_the_engine_does_not_write_is_left_alone() {
        let file = exported(&["<</Type/Catalog>>"]);
        for (written, other) in
            [("1 0 obj", "2 0 obj"), (" 00000 n", " 00001 n"), ("xref\n0 2", "xref\n1 1"), ("endobj", "endxxx")]
        {
            let text = String::from_utf8_lossy(&file).into_owned();
            assert!(text.contains(written));
            assert_eq!(repacked(text.replacen(written, other, 1).as_bytes()), None, "{other}");
        }
        for length in 0..file.len() - 8 {
            assert_eq!(repacked(&file[..length]), None);
        }
        assert_eq!(repacked(b""), None);
    }
}
