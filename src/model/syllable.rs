//! Counts the syllables of words, as formulas of readability need them.
//!
//! Spanish: the orthographic rules of the Real Academia Española (*Ortografía de la lengua española*, 2010, chapter II,
//! 3.4.2), which count diphthongs and hiatuses by spelling alone. English: the usual heuristic of vowel groups with
//! corrections for silent and separate vowels, as in Greg Fast's `Lingua::EN::Syllable` (1999); spelling does not decide it,
//! and the count of about one word in twenty is off by one.

/// The syllables of a Spanish word: at least one, also where it has no vowel.
///
/// 1. An open vowel (a, e, o) and an unstressed closed one (i, u, ü), or two different closed ones, are one syllable;
///    closed, open and closed too;
/// 2. two open vowels, two equal ones, or an open vowel and a stressed closed one (í, ú) are two;
/// 3. an `h` between vowels changes nothing, unless a diphthong begins with it (`caca-hua-te`);
/// 4. the `u` of `que`, `qui`, `gue` and `gui` is silent; `y` is a vowel where no vowel follows it.
#[must_use]
pub fn spanish_syllables(word: &str) -> u32 {
    let mut letters = word.chars().flat_map(char::to_lowercase).peekable();
    let mut nucleus = Nucleus::default();
    let mut previous = ' ';
    while let Some(letter) = letters.next() {
        let next = letters.peek().copied().unwrap_or(' ');
        let silent = letter == 'u' && matches!(previous, 'q' | 'g') && matches!(next, 'e' | 'i' | 'é' | 'í');
        match sound(letter, next) {
            _ if silent => {}
            Some(vowel) => nucleus.meet(vowel, sound(next, ' ').is_some() && previous == 'h'),
            // The `h` is passed over.
            None if letter == 'h' => {}
            None => nucleus.last = None,
        }
        previous = letter;
    }
    nucleus.count.max(1)
}

/// The kinds of Spanish vowel.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Vowel {
    Open,
    Closed(char),
    StressedClosed,
}

/// The vowel that a letter stands for before the letter `next`.
fn sound(letter: char, next: char) -> Option<Vowel> {
    Some(match letter {
        'a' | 'e' | 'o' | 'á' | 'é' | 'ó' | 'à' | 'è' | 'ò' | 'â' | 'ê' | 'ô' | 'ä' | 'ë' | 'ö' | 'ã' | 'õ' => {
            Vowel::Open
        }
        'i' | 'ï' => Vowel::Closed('i'),
        'u' | 'ü' => Vowel::Closed('u'),
        'í' | 'ú' => Vowel::StressedClosed,
        'y' if !"aeiouáéíóúü".contains(next) => Vowel::Closed('i'),
        _ => return None,
    })
}

/// The syllable that is being read.
#[derive(Default)]
struct Nucleus {
    count: u32,
    /// The vowel just read; `None` after a consonant.
    last: Option<Vowel>,
    /// Whether the syllable has its open vowel.
    opened: bool,
}

impl Nucleus {
    /// Reads a vowel; `onset` says that it begins a diphthong after an `h`.
    fn meet(&mut self, vowel: Vowel, onset: bool) {
        let begins_with_h = onset && matches!(vowel, Vowel::Closed(_));
        let joins = !begins_with_h
            && match (self.last, vowel) {
                (None, _) | (Some(Vowel::Open | Vowel::StressedClosed), Vowel::Open | Vowel::StressedClosed) => false,
                (Some(Vowel::Closed(one)), Vowel::Closed(other)) => one != other,
                (Some(Vowel::Closed(_)), Vowel::Open) => !self.opened,
                _ => true,
            };
        if !joins {
            self.count += 1;
            self.opened = false;
        }
        self.opened |= vowel == Vowel::Open;
        self.last = Some(vowel);
    }
}

/// The syllables of an English word: at least one, also where it has no vowel.
///
/// 1. Each run of vowels (a, e, i, o, u, and y after a consonant) is one syllable;
/// 2. a final `e`, `es` or `ed` is silent, unless it follows a consonant and `l`, sounds after a hissing consonant
///    (`-ses`, `-ces`, `-xes`, `-ges`), or after t or d (`-ted`);
/// 3. `ia`, `io`, `iu`, `eo`, `ua` and their like are two syllables but in `-tion`, `-cial`, `-geous`, `qua` and their like.
#[must_use]
pub fn english_syllables(word: &str) -> u32 {
    let mut letters = [0_u8; 32];
    let mut length = 0;
    for letter in word.chars().flat_map(char::to_lowercase) {
        let plain = match letter {
            'á' | 'à' | 'â' | 'ä' => b'a',
            // A written accent makes a final `e` sound, as `i` does.
            'é' | 'è' | 'ê' | 'ë' | 'í' | 'ï' => b'i',
            'ó' | 'ô' | 'ö' => b'o',
            'ú' | 'ü' => b'u',
            'a'..='z' => letter as u8,
            _ => continue,
        };
        if length == letters.len() {
            break;
        }
        letters[length] = plain;
        length += 1;
    }
    let letters = letters.get(..length).unwrap_or_default();
    if let Some((_, count)) = IRREGULAR.iter().find(|(name, _)| name.as_bytes() == letters) {
        return *count;
    }
    let body = without_silent_end(letters);
    (vowel_groups(body) + separate_vowels(body)).max(1)
}

/// Common words that the rules count wrongly.
const IRREGULAR: &[(&str, u32)] = &[
    ("agencies", 3),
    ("area", 3),
    ("areas", 3),
    ("being", 2),
    ("business", 2),
    ("businesses", 3),
    ("citizen", 3),
    ("citizens", 3),
    ("create", 2),
    ("created", 3),
    ("creates", 2),
    ("doing", 2),
    ("every", 2),
    ("everyone", 3),
    ("everything", 3),
    ("going", 2),
    ("idea", 3),
    ("ideas", 3),
    ("interest", 3),
    ("issue", 2),
    ("issued", 2),
    ("issues", 2),
    ("measurement", 3),
    ("people", 2),
    ("science", 2),
    ("sciences", 3),
    ("seeing", 2),
    ("society", 4),
    ("something", 2),
    ("sometimes", 2),
    ("therefore", 2),
    ("therein", 2),
    ("these", 1),
    ("undergo", 3),
    ("whereas", 2),
    ("whereby", 2),
];

fn is_vowel(letter: u8) -> bool {
    matches!(letter, b'a' | b'e' | b'i' | b'o' | b'u' | b'y')
}

/// The word without an ending that is written and not heard.
fn without_silent_end(letters: &[u8]) -> &[u8] {
    let (stem, ending) = match letters {
        [stem @ .., b'e'] => (stem, b' '),
        [stem @ .., b'e', b's'] => (stem, b's'),
        [stem @ .., b'e', b'd'] => (stem, b'd'),
        _ => return letters,
    };
    let heard = match (stem, ending) {
        (_, b'd') if stem.ends_with(b"t") || stem.ends_with(b"d") => true,
        (_, b's') if [&b"s"[..], b"z", b"x", b"c", b"g", b"sh", b"ch"].iter().any(|hiss| stem.ends_with(hiss)) => true,
        ([.., before, b'l'], b' ' | b's' | b'd') => !is_vowel(*before) && *before != b'l',
        ([.., last], _) => is_vowel(*last) && *last != b'u' && ending == b' ' && stem.len() < 2,
        _ => true,
    };
    if heard || !stem.iter().copied().any(is_vowel) {
        return letters;
    }
    // The `u` of `catalogue` and `unique` is as silent as the `e`; that of `argue` is not.
    match stem {
        [.., before, b'g' | b'q', b'u'] if is_vowel(*before) => &stem[..stem.len() - 1],
        _ => stem,
    }
}

/// How many runs of vowels there are.
fn vowel_groups(letters: &[u8]) -> u32 {
    let mut count = 0;
    let mut inside = false;
    for (place, letter) in letters.iter().enumerate() {
        // A `y` before a vowel at the beginning is a consonant; the `e` of `-ement`, `-ely` and `-eful` is silent.
        let vowel = is_vowel(*letter)
            && !(*letter == b'y' && place == 0)
            && !(*letter == b'e' && is_silent_inside(&letters[..place], &letters[place + 1..]));
        count += u32::from(vowel && !inside);
        inside = vowel;
    }
    count
}

/// Whether an `e` between these letters is silent because an ending follows a word that ends with it.
fn is_silent_inside(before: &[u8], after: &[u8]) -> bool {
    let ending = [&b"ly"[..], b"ment", b"ments", b"ful", b"fully", b"less", b"ness"].contains(&after);
    let [.., earlier, last] = before else { return false };
    let after_vowel = before.iter().filter(|letter| is_vowel(**letter)).count() > 0;
    // `supplement` and `complement` have a consonant and `l` before their `e`; `element` and `cement` are no derivatives.
    let sounded = *last == b'l' && (!is_vowel(*earlier) || after.starts_with(b"ment"));
    ending && after_vowel && !is_vowel(*last) && !sounded
}

/// How many pairs of vowels that are written together are heard apart.
fn separate_vowels(letters: &[u8]) -> u32 {
    let mut count = 0;
    for (place, pair) in letters.windows(2).enumerate() {
        let before = place.checked_sub(1).and_then(|place| letters.get(place)).copied().unwrap_or(b' ');
        let after = &letters[place + 2..];
        count += u32::from(match pair {
            b"ia" => {
                !(matches!(before, b't' | b'c') && after.starts_with(b"l")
                    || before == b'r' && after.starts_with(b"ge"))
            }
            b"io" => {
                !matches!(before, b't' | b's' | b'c' | b'g') || !(after.starts_with(b"n") || after.starts_with(b"us"))
            }
            b"iu" | b"ii" | b"yi" | b"uo" | b"ao" => before != b'q',
            b"ie" => {
                after.starts_with(b"t") && !matches!(before, b'f' | b'd') || after == b"r" && matches!(before, b'r')
            }
            b"eo" => !matches!(before, b'g') || after.is_empty(),
            b"ea" => {
                matches!(after, b"l" | b"te" | b"ted" | b"t") && before == b'r' && place < 2
                    || before == b'n' && after == b"r"
            }
            b"ua" => !matches!(before, b'q' | b'g'),
            b"ue" => after.starts_with(b"n") && before != b'q',
            b"ui" => {
                matches!(before, b'n' | b'd' | b'r')
                    && after.starts_with(b"t")
                    && place > 2
                    && !after.starts_with(b"te")
            }
            _ => false,
        });
    }
    // The final `m` of `-ism` is a syllable.
    count + u32::from(letters.ends_with(b"ism") || letters.ends_with(b"isms"))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Each word is divided by hyphens.
    const SPANISH: &str = "a-bier-to a-é-re-o a-ho-ra ahi-ja-do a-hí al-ca-hue-te al-co-hol an-ti-güe-dad ar-tí-cu-lo \
        a-tri-bu-ción a-ve-ri-guáis au-di-to-rí-a bú-ho buey ca-ca-hua-te ca-í-da cam-bió ca-tá-lo-go chi-i-ta cien-cia \
        ciu-dad co-he-te cons-truí co-or-di-nar cré-di-to cui-da-do da-tos de-be-rán de-sahu-cio des-hie-lo \
        dia-rio dí-a du-un-vi-ro e-xa-men es-tu-diáis fluor gue-rra guion ha-cí-ais hé-ro-e hia-to \
        ho-ja in-clui-do in-for-mes jus-ti-cia le-er le-í-a-mos li-cen-cia lin-güís-ti-ca ma-íz mi-nis-te-rio muy o-í-a \
        pa-í-ses pa-ra-guay pa-ra-no-ia pin-güi-no po-e-ta po-lí-ti-ca pro-hí-be prohi-bir pu-bli-ca-rá qui-tar quó-rum \
        re-ha-bi-li-tar re-hú-ye rey re-ú-ne reu-nir te-ní-a-mos tam-bién trans-pa-ren-cia truhan u-ru-gua-yo ve-hí-cu-lo \
        vi-hue-la vol-véis y ya yo-yo zo-o-ló-gi-co";

    const ENGLISH: &str = "a-gen-cy a-gree-ment al-pha-bet an-nu-al ap-pli-ca-tion ar-e-a ar-ti-cle au-thor-i-ty \
        be-cause ben-e-fit cal-en-dar cam-e-ra cat-a-logue change chan-ges com-mit-tee com-mu-ni-ty com-plete-ly \
        con-di-tion cre-ate da-ta dead-line de-ci-ded de-fined du-ties ed-u-ca-tion el-e-ment \
        ev-i-dence fi-nan-cial for-mat gov-ern-ment grad-u-al his-to-ry i-de-a im-me-di-ate-ly in-for-ma-tion \
        is-sue jour-ney judge judg-es jus-tice li-cence lit-tle made main-tained man-age-ment med-i-a me-di-um \
        meet-ing na-tion-al no-tice o-pen pe-ri-od pe-ri-od-i-cal pol-i-cy pub-lished pub-lish-er que-ry ques-tion \
        re-quire-ment re-li-a-ble rhythm safe-ly sched-ule sec-tion seized shall so-cial ta-ble tech-ni-cal the \
        through ti-tle un-der use used us-es val-ue var-i-ous ver-sion vid-e-o weight yes yel-low";

    fn wrong(words: &str, count: impl Fn(&str) -> u32) -> Vec<String> {
        let divided = words.split_whitespace();
        let counted = divided.map(|word| (word, word.split('-').count(), count(&word.replace('-', ""))));
        counted
            .filter(|(_, expected, found)| *expected != *found as usize)
            .map(|(word, _, found)| format!("{word} {found}"))
            .collect()
    }

    #[test]
    fn spanish_words() {
        assert_eq!(wrong(SPANISH, spanish_syllables), Vec::<String>::new());
        assert_eq!(spanish_syllables("ÁREA"), 3);
        assert_eq!(spanish_syllables("PAÍS"), 2);
    }

    #[test]
    fn english_words() {
        assert_eq!(wrong(ENGLISH, english_syllables), Vec::<String>::new());
        assert_eq!(english_syllables("POLICY"), 3);
        assert_eq!(english_syllables("café"), 2);
    }

    #[test]
    fn what_has_no_vowel_is_one_syllable() {
        for word in ["", "CSV", "2026", "ñ"] {
            assert_eq!((spanish_syllables(word), english_syllables(word)), (1, 1), "{word}");
        }
    }

    proptest::proptest! {
        #![proptest_config(proptest::prelude::ProptestConfig { failure_persistence: None, ..Default::default() })]

        #[test]
        fn no_word_has_more_syllables_than_letters(word in "\\PC{1,40}") {
            let letters = u32::try_from(word.chars().flat_map(char::to_lowercase).count()).unwrap();
            proptest::prop_assert!((1..=letters).contains(&spanish_syllables(&word)));
            proptest::prop_assert!((1..=letters.max(1)).contains(&english_syllables(&word)));
        }
    }
}
