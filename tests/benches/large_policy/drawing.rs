//! Drawings: a picture of bars in black and white as PNG (<https://www.w3.org/TR/png-3/>), not compressed.

const WIDTH: usize = 640;
const HEIGHT: usize = 400;
const BARS: usize = 16;

/// The bytes of a drawing; another number gives other bars.
pub fn png(number: usize) -> Vec<u8> {
    let mut header = Vec::new();
    for side in [WIDTH, HEIGHT] {
        header.extend(u32::try_from(side).unwrap().to_be_bytes());
    }
    // One bit for each point, shades of grey, the only methods that there are, not interlaced.
    header.extend([1, 0, 0, 0, 0]);
    let mut bytes = b"\x89PNG\r\n\x1a\n".to_vec();
    for (kind, data) in [(b"IHDR", header), (b"IDAT", stored(&rows(number))), (b"IEND", Vec::new())] {
        bytes.extend(u32::try_from(data.len()).unwrap().to_be_bytes());
        let chunk = [kind.as_slice(), &data].concat();
        bytes.extend(&chunk);
        bytes.extend(crc32(&chunk).to_be_bytes());
    }
    bytes
}

/// The points, row by row, each row behind the byte that says that it is not filtered.
fn rows(number: usize) -> Vec<u8> {
    let height = |bar: usize| (bar + 3) * (number + 5) * 37 % (HEIGHT - 40) + 20;
    let mut rows = Vec::new();
    for row in 0..HEIGHT {
        rows.push(0);
        rows.extend((0..WIDTH / 8).map(|byte| {
            let (bar, within) = (byte * BARS / (WIDTH / 8), byte % (WIDTH / 8 / BARS));
            if within > 0 && HEIGHT - row <= height(bar) { 0x00 } else { 0xff }
        }));
    }
    rows
}

/// A zlib stream (RFC 1950) of one block that is not compressed (RFC 1951).
fn stored(data: &[u8]) -> Vec<u8> {
    let length = u16::try_from(data.len()).unwrap();
    let mut stream = vec![0x78, 0x01, 0x01];
    stream.extend(length.to_le_bytes());
    stream.extend((!length).to_le_bytes());
    stream.extend(data);
    let (low, high) = data.iter().fold((1, 0), |(low, high): (u32, u32), byte| {
        let low = (low + u32::from(*byte)) % 65_521;
        (low, (high + low) % 65_521)
    });
    stream.extend((high << 16 | low).to_be_bytes());
    stream
}

fn crc32(data: &[u8]) -> u32 {
    !data.iter().fold(u32::MAX, |crc, byte| {
        (0..8).fold(crc ^ u32::from(*byte), |crc, _| if crc & 1 == 1 { crc >> 1 ^ 0xedb8_8320 } else { crc >> 1 })
    })
}
