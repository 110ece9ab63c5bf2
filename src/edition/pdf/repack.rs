//! Writes an exported PDF anew, as small as its standards allow.
//!
//! 1. `exported` takes the file apart; every object stays as it was written, only its place changes;
//! 2. what is no stream, the tag tree above all, goes into object streams (ISO 32000-1, 7.5.7);
//! 3. streams are compressed anew, as far as deflate goes, save the metadata, which whoever looks for it reads as they are;
//! 4. a cross-reference stream (7.5.8) tells where everything is.
//!
//! PDF/A wants the end of a line before each `endstream` and around `obj` and `endobj` (ISO 19005-3, 6.1.7 and 6.1.9).

mod exported;

use exported::{Body, Entry, Exported};
use flate2::read::ZlibDecoder;
use flate2::write::ZlibEncoder;
use flate2::Compression;
use rayon::prelude::*;
use std::fmt::Write as _;
use std::io::{Read as _, Write as _};

/// How much text an object stream holds: more makes it hardly smaller, and a reader unpacks all of it for one object.
const OBJECT_STREAM: usize = 128 * 1024;

/// The most bytes of a stream that is compressed anew; a larger one is a picture, and would take long to gain little.
const LARGEST_STREAM: u64 = 16 * 1024 * 1024;

/// The file with the same objects, smaller; `None` if it is not written in the way that this module knows.
pub(super) fn repacked(pdf: &[u8]) -> Option<Vec<u8>> {
    let exported = Exported::read(pdf)?;
    let (plain, streams): (Vec<_>, Vec<_>) =
        exported.objects.iter().partition(|object| matches!(object.body, Body::Plain(_)));
    let plain: Vec<(u32, &[u8])> = plain
        .into_iter()
        .filter_map(|object| match object.body {
            Body::Plain(text) => Some((object.number, text)),
            Body::Stream { .. } => None,
        })
        .collect();
    let groups = groups(&plain);
    let mut packed: Vec<(u32, Vec<u8>)> = streams
        .into_par_iter()
        .filter_map(|object| match &object.body {
            Body::Stream { entries, data } => Some((object.number, stream(entries, data))),
            Body::Plain(_) => None,
        })
        .collect();
    let first = exported.size;
    let numbered: Vec<(u32, &[(u32, &[u8])])> = (first..).zip(groups).collect();
    packed.par_extend(numbered.par_iter().map(|(number, group)| (*number, object_stream(group))));

    let mut places = Places::new(exported.size as usize + numbered.len() + 1);
    for (holder, group) in &numbered {
        for (index, (number, _)) in (0..).zip(*group) {
            places.set(*number, Place::Packed { holder: *holder, index });
        }
    }
    let mut file = exported.header.to_vec();
    for (number, text) in &packed {
        places.set(*number, Place::At(u32::try_from(file.len()).ok()?));
        write_object(&mut file, *number, text);
    }
    let start = u32::try_from(file.len()).ok()?;
    let own = first + u32::try_from(numbered.len()).ok()?;
    places.set(own, Place::At(start));
    write_object(&mut file, own, &places.stream(&exported.trailer));
    file.extend_from_slice(format!("startxref\n{start}\n%%EOF\n").as_bytes());
    Some(file)
}

/// The objects in runs of about the size of an object stream.
fn groups<'o, 'a>(objects: &'o [(u32, &'a [u8])]) -> Vec<&'o [(u32, &'a [u8])]> {
    let mut groups = Vec::new();
    let (mut start, mut size) = (0, 0);
    for (index, (_, text)) in objects.iter().enumerate() {
        // Its number and place are written besides.
        size += text.len() + 12;
        if size >= OBJECT_STREAM || index + 1 == objects.len() {
            groups.push(&objects[start..=index]);
            (start, size) = (index + 1, 0);
        }
    }
    groups
}

fn write_object(file: &mut Vec<u8>, number: u32, text: &[u8]) {
    file.extend_from_slice(format!("{number} 0 obj\n").as_bytes());
    file.extend_from_slice(text);
    file.extend_from_slice(b"\nendobj\n");
}

/// A stream object with its data compressed as far as it goes.
fn stream(entries: &[Entry<'_>], data: &[u8]) -> Vec<u8> {
    let is = |key: &[u8], value: &[u8]| entries.iter().any(|entry| entry.key == key && entry.value == value);
    let has_filter = entries.iter().any(|entry| entry.key == b"/Filter");
    let smaller = if is(b"/Type", b"/Metadata") {
        None
    } else if is(b"/Filter", b"/FlateDecode") {
        inflated(data).map(|inflated| deflated(&inflated))
    } else {
        (!has_filter).then(|| deflated(data))
    };
    let smaller = smaller.filter(|smaller| smaller.len() < data.len());
    let mut text = Vec::with_capacity(smaller.as_deref().unwrap_or(data).len() + 200);
    text.extend_from_slice(b"<<");
    for entry in entries.iter().filter(|entry| entry.key != b"/Length") {
        push_entry(&mut text, entry.key, entry.value);
    }
    if smaller.is_some() && !has_filter {
        push_entry(&mut text, b"/Filter", b"/FlateDecode");
    }
    finish_stream(text, smaller.as_deref().unwrap_or(data))
}

/// The object stream of some objects: their numbers and places, then the objects.
fn object_stream(objects: &[(u32, &[u8])]) -> Vec<u8> {
    let (mut index, mut texts) = (String::new(), Vec::new());
    for (number, text) in objects {
        // Writing to a string cannot fail.
        let _ = write!(index, "{number} {} ", texts.len());
        texts.extend_from_slice(text);
        texts.push(b'\n');
    }
    let head = format!("<</Type/ObjStm/N {}/First {}/Filter/FlateDecode", objects.len(), index.len());
    let data = [index.into_bytes(), texts].concat();
    finish_stream(head.into_bytes(), &deflated(&data))
}

fn push_entry(text: &mut Vec<u8>, key: &[u8], value: &[u8]) {
    text.extend_from_slice(key);
    if value.first().is_some_and(|first| !matches!(first, b'/' | b'<' | b'[' | b'(')) {
        text.push(b' ');
    }
    text.extend_from_slice(value);
}

/// Ends the dictionary of a stream and adds its data.
fn finish_stream(mut text: Vec<u8>, data: &[u8]) -> Vec<u8> {
    text.extend_from_slice(format!("/Length {}>>\nstream\n", data.len()).as_bytes());
    text.extend_from_slice(data);
    text.extend_from_slice(b"\nendstream");
    text
}

fn inflated(data: &[u8]) -> Option<Vec<u8>> {
    let mut inflated = Vec::with_capacity(data.len() * 4);
    let mut decoder = ZlibDecoder::new(data).take(LARGEST_STREAM);
    decoder.read_to_end(&mut inflated).ok()?;
    (decoder.limit() > 0).then_some(inflated)
}

fn deflated(data: &[u8]) -> Vec<u8> {
    let mut encoder = ZlibEncoder::new(Vec::with_capacity(data.len() / 3), Compression::best());
    // Writing to memory cannot fail.
    let _ = encoder.write_all(data);
    encoder.finish().unwrap_or_default()
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
    fn new(count: usize) -> Self {
        Self(vec![Place::Free; count])
    }

    fn set(&mut self, number: u32, place: Place) {
        if let Some(own) = self.0.get_mut(number as usize) {
            *own = place;
        }
    }

    /// The cross-reference stream. Each row is written as its differences from the row above, of which many are nothing.
    fn stream(&self, trailer: &[Entry<'_>]) -> Vec<u8> {
        const WIDTH: usize = 7;
        let mut rows = Vec::with_capacity(self.0.len() * (WIDTH + 1));
        let mut above = [0; WIDTH];
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
            rows.extend(row.iter().zip(above).map(|(byte, above): (&u8, u8)| byte.wrapping_sub(above)));
            above = row;
        }
        let mut text = format!("<</Type/XRef/Size {}/W[1 4 2]", self.0.len()).into_bytes();
        for entry in trailer.iter().filter(|entry| entry.key != b"/Size") {
            push_entry(&mut text, entry.key, entry.value);
        }
        let parameters = format!("/Filter/FlateDecode/DecodeParms<</Predictor 12/Columns {WIDTH}>>");
        text.extend_from_slice(parameters.as_bytes());
        finish_stream(text, &deflated(&rows))
    }
}
