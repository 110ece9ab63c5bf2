//! Which known name someone may have meant: the one rule behind every «did you mean».

/// The most names that are suggested.
const MOST_SUGGESTIONS: usize = 3;

/// Longest name that is compared, in characters.
const LONGEST_NAME: usize = 128;

/// Most work of one search, in pairs of letters that are compared: some milliseconds.
const MOST_WORK: usize = 4_000_000;

/// The known names nearest to the one written: those at the same, smallest distance, in the order given, at most three.
///
/// The distance is how many letters are to be changed, added, removed or swapped with their neighbour (optimal string
/// alignment); capitals do not count. A name is near if at most a third of the letters of the longer one differ, rounded
/// down, so that names of one or two letters are never guessed from others. Names longer than 128 characters are not
/// compared, nor those after which the work would be out of measure.
///
/// A suggestion is a hint for a person to judge, never enough reason to change a text.
pub fn nearest<Name: AsRef<str>, Item>(written: &str, known: impl IntoIterator<Item = (Name, Item)>) -> Vec<Item> {
    let written = written.to_lowercase();
    let length = length(&written);
    let mut items = Vec::new();
    if length > LONGEST_NAME {
        return items;
    }
    let mut smallest = usize::MAX;
    let mut work = 0;
    for (name, item) in known {
        let name = name.as_ref();
        let other = self::length(name);
        let limit = (length.max(other) / 3).min(smallest);
        work += 1;
        if other > LONGEST_NAME || length.abs_diff(other) > limit {
            continue;
        }
        work += length * other;
        if work > MOST_WORK {
            break;
        }
        let distance = strsim::osa_distance(&written, &name.to_lowercase());
        if distance > limit {
            continue;
        }
        if distance < smallest {
            smallest = distance;
            items.clear();
        }
        if items.len() < MOST_SUGGESTIONS {
            items.push(item);
        }
    }
    items
}

/// Length in characters, as far as it matters.
fn length(name: &str) -> usize {
    name.chars().take(LONGEST_NAME + 1).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn near(written: &str, known: &[&'static str]) -> Vec<&'static str> {
        nearest(written, known.iter().map(|name| (*name, *name)))
    }

    #[test]
    fn the_nearest_name_wins() {
        assert_eq!(near("alcanse", &["balance", "alcance", "alcances", "objeto"]), ["alcance"]);
        assert_eq!(near("1.2", &["v1.10", "v1.2", "main"]), ["v1.2"]);
    }

    #[test]
    fn swapped_letters_are_one_slip_and_capitals_none() {
        assert_eq!(near("datso", &["datos", "datas"]), ["datos"]);
        assert_eq!(near("Mian", &["mint", "MAIN"]), ["MAIN"]);
        assert_eq!(near("ÍNDICE", &["indice", "índice"]), ["índice"]);
    }

    #[test]
    fn names_at_the_same_distance_are_given_in_order_and_at_most_three() {
        assert_eq!(near("anexo-c", &["anexo-b", "anexo-a"]), ["anexo-b", "anexo-a"]);
        assert_eq!(near("v1.9", &["v1.1", "v1.2", "v1.3", "v1.4"]), ["v1.1", "v1.2", "v1.3"]);
    }

    #[test]
    fn far_and_very_short_names_are_not_suggested() {
        assert_eq!(near("publicación", &["main", "objeto"]), [""; 0]);
        assert_eq!(near("es", &["en", "e", ""]), [""; 0]);
        assert_eq!(near("", &["a"]), [""; 0]);
    }

    #[test]
    fn long_names_and_long_lists_are_not_compared() {
        let long = "a".repeat(LONGEST_NAME + 1);
        assert!(nearest(&long, [(long.clone(), ())]).is_empty());
        assert_eq!(nearest(&long[1..], [(&long[1..], ())]), [()]);
        let crowd = (0..MOST_WORK).map(|_| ("b".repeat(LONGEST_NAME), false));
        assert!(nearest(&long[1..], crowd.chain([(long[1..].to_owned(), true)])).is_empty());
    }
}
