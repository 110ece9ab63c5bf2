//! Passes over bytes in which a reader finds nothing, a block of them at a time.
//!
//! Most bytes of a text are of no interest to a reader that waits for a figure, a capital or a mark. A block is judged as a
//! whole, without a branch for each byte, which the compiler turns into instructions that judge sixteen bytes at once;
//! only a block that holds something is looked at byte by byte.

/// Bytes of a block.
const BLOCK: usize = 32;

/// The place of the first byte from `start` on that is wanted.
#[must_use]
#[inline]
pub fn find_byte(bytes: &[u8], start: usize, is_wanted: impl Fn(u8) -> bool) -> Option<usize> {
    let mut at = start;
    while let Some(block) = bytes.get(at..).and_then(<[u8]>::first_chunk::<BLOCK>) {
        if block.iter().fold(false, |found, byte| found | is_wanted(*byte)) {
            break;
        }
        at += BLOCK;
    }
    let rest = bytes.get(at..)?;
    rest.iter().position(|byte| is_wanted(*byte)).map(|place| at + place)
}

/// The place of the first two bytes from `start` on that are wanted together.
#[must_use]
#[inline]
pub fn find_pair(bytes: &[u8], start: usize, is_wanted: impl Fn(u8, u8) -> bool) -> Option<usize> {
    let mut at = start;
    while let (Some(firsts), Some(seconds)) = (
        bytes.get(at..).and_then(<[u8]>::first_chunk::<BLOCK>),
        bytes.get(at + 1..).and_then(<[u8]>::first_chunk::<BLOCK>),
    ) {
        if firsts.iter().zip(seconds).fold(false, |found, (first, second)| found | is_wanted(*first, *second)) {
            break;
        }
        at += BLOCK;
    }
    let rest = bytes.get(at..)?;
    rest.windows(2).position(|pair| is_wanted(pair[0], pair[1])).map(|place| at + place)
}

/// How many bytes are wanted.
#[must_use]
#[inline]
pub fn count_bytes(bytes: &[u8], is_wanted: impl Fn(u8) -> bool) -> usize {
    // Counts of a block fit in a byte, so that sixteen of them are kept at once.
    let count = |block: &[u8]| block.iter().fold(0_u8, |count, byte| count + u8::from(is_wanted(*byte)));
    bytes.chunks(4 * BLOCK).map(|block| usize::from(count(block))).sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..Default::default() })]

        #[test]
        fn what_is_found_is_what_a_plain_search_finds(text in "[ab.]{0,20}[a]{0,90}[ab.]{0,20}", start in 0usize..100) {
            let bytes = text.as_bytes();
            let plain = (start..bytes.len()).find(|at| bytes[*at] == b'.');
            prop_assert_eq!(find_byte(bytes, start, |byte| byte == b'.'), plain);
            let plain = (start..bytes.len().max(1) - 1).find(|at| bytes[*at] == b'b' && bytes[at + 1] == b'.');
            prop_assert_eq!(find_pair(bytes, start, |first, second| first == b'b' && second == b'.'), plain);
            prop_assert_eq!(count_bytes(bytes, |byte| byte == b'a'), text.matches('a').count());
        }
    }
}
