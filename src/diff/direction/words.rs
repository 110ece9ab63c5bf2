//! What the words of an edit tell about a norm.

use crate::model::folded;
use crate::norms::Strength;

/// The strength of the modal verb that the other version has in the place of these words of a norm's.
pub(super) fn other_modal(own: Strength, words: &[String], others: &[String]) -> Option<Strength> {
    let folded_words = |words: &[String]| words.iter().map(|word| folded(word)).collect::<Vec<_>>();
    let (words, others) = (folded_words(words), folded_words(others));
    let is_not = |word: &String| matches!(word.as_str(), "no" | "not" | "cannot");
    if others.is_empty() && !words.is_empty() && words.iter().all(is_not) {
        // Without the negation, what was forbidden is permitted or required.
        return matches!(own, Strength::MustNot | Strength::ShouldNot).then_some(Strength::May);
    }
    // A negation that is not among the words is in both versions: «may not», «should not».
    let is_verb = |strength| matches!(strength, Strength::May | Strength::Should | Strength::Must);
    let is_negated = matches!(own, Strength::MustNot | Strength::ShouldNot) && modal(&words).is_some_and(is_verb);
    modal(&others).map(|other| match other {
        Strength::Should if is_negated => Strength::ShouldNot,
        Strength::May | Strength::Must if is_negated => Strength::MustNot,
        other => other,
    })
}

/// Verbs of an effort.
const STRIVE: [&str; 7] = ["procurara", "procuraran", "promovera", "promoveran", "endeavour", "endeavor", "strive"];

/// The strength of the first modal verb, or what stands for one, among folded words.
fn modal(words: &[String]) -> Option<Strength> {
    const MAY: [&str; 21] = [
        "podra",
        "podran",
        "puede",
        "pueden",
        "may",
        "can",
        "optional",
        "opcional",
        "permite",
        "permiten",
        "permitido",
        "permitida",
        "permitidos",
        "permitidas",
        "permitted",
        "allowed",
        "autoriza",
        "autorizado",
        "autorizada",
        "facultad",
        "facultada",
    ];
    const SHOULD: [&str; 7] =
        ["deberia", "deberian", "should", "recommended", "recomienda", "recomendable", "recomendado"];
    const MUST: [&str; 12] = [
        "debera",
        "deberan",
        "debe",
        "deben",
        "must",
        "shall",
        "required",
        "mandatory",
        "obligatorio",
        "obligatoria",
        "obligacion",
        "exige",
    ];
    const MUST_NOT: [&str; 9] = [
        "prohibe",
        "prohiben",
        "prohibido",
        "prohibida",
        "prohibidos",
        "prohibidas",
        "prohibited",
        "forbidden",
        "cannot",
    ];
    let negates = words.iter().any(|word| matches!(word.as_str(), "no" | "not") || word.ends_with("n't"));
    let bare = |word: &'_ String| word.strip_suffix("n't").unwrap_or(word).to_owned();
    words.iter().map(bare).find_map(|word| match word.as_str() {
        word if MUST_NOT.contains(&word) => Some(Strength::MustNot),
        word if MAY.contains(&word) => Some(if negates { Strength::MustNot } else { Strength::May }),
        word if STRIVE.contains(&word) => Some(if negates { Strength::ShouldNot } else { Strength::Strive }),
        word if SHOULD.contains(&word) => Some(if negates { Strength::ShouldNot } else { Strength::Should }),
        word if MUST.contains(&word) => Some(if negates { Strength::MustNot } else { Strength::Must }),
        _ => None,
    })
}

/// The strengths of the modal verbs in words that took each other's place, where both have one.
pub(super) fn modals(old: &[String], new: &[String]) -> Option<(Strength, Strength)> {
    let folded_words = |words: &[String]| words.iter().map(|word| folded(word)).collect::<Vec<_>>();
    Some((modal(&folded_words(old))?, modal(&folded_words(new))?))
}

/// Whether an agent is somebody who has rights against public bodies, and not one of them.
pub(in crate::diff) fn is_private(agent: &str) -> bool {
    const PRIVATE: [&str; 14] = [
        "ciudadan",
        "solicitante",
        "particular",
        "usuari",
        "interesad",
        "habitante",
        "publico en general",
        "toda persona",
        "cualquier persona",
        "applicant",
        "citizen",
        "user",
        "anyone",
        "any person",
    ];
    const PUBLIC: [&str; 6] = ["servidor", "titular", "unidad", "dependencia", "public body", "enlace"];
    let agent = folded(agent);
    let names = |listed: &[&str]| listed.iter().any(|name| agent.contains(name));
    names(&PRIVATE) && !names(&PUBLIC)
}

/// Whether words restrict what is said to what they stand before.
///
/// “Only the clerk may” permits the clerk and forbids everybody else. Without the word the others are forbidden no more, nor
/// permitted: the text is silent, and whether it binds less cannot be known; nor whether it binds more where others join in.
pub(super) fn restricts(words: &[String]) -> bool {
    const MARKS: [&str; 6] = ["solo", "solamente", "unicamente", "exclusivamente", "only", "solely"];
    words.iter().any(|word| MARKS.contains(&folded(word).as_str()))
}

/// Whether words set an exception or make a duty depend on convenience.
pub(super) fn excepts(words: &[String]) -> bool {
    const MARKS: [&str; 35] = [
        "salvo",
        "disponibilidad presupuestaria",
        "disponibilidad presupuestal",
        "suficiencia presupuestaria",
        "suficiencia presupuestal",
        "siempre que exista",
        "excepto",
        "exceptuando",
        "con excepcion de",
        "a excepcion de",
        "con la salvedad",
        "a menos que",
        "en la medida de lo posible",
        "en la medida de sus posibilidades",
        "cuando sea posible",
        "siempre que sea posible",
        "de ser posible",
        "en lo posible",
        "preferentemente",
        "de preferencia",
        "sujeto a disponibilidad",
        "en funcion de la disponibilidad",
        "unless",
        "except",
        "where possible",
        "when possible",
        "if possible",
        "wherever possible",
        "whenever possible",
        "as far as",
        "to the extent",
        "where practicable",
        "where feasible",
        "subject to available",
        "other than",
    ];
    // One word alone may be a verb: “must except the form”.
    if words.len() < 2 {
        return false;
    }
    let text = format!(" {} ", folded(&words.join(" ")));
    MARKS.iter().any(|mark| text.contains(&format!(" {mark} ")))
}

/// Whether the same words only have other letter case, accents or marks.
pub(in crate::diff) fn is_same_text(old: &[String], new: &[String]) -> bool {
    folded(&old.concat()) == folded(&new.concat())
}

/// Whether one word differs from another as a slip of the pen does.
pub(in crate::diff) fn is_slip(old: &str, new: &str) -> bool {
    is_same_word(&folded(old), &folded(new))
}

/// The fewest letters of a word that is known again in spite of a slip.
const LONG_WORD: usize = 6;

/// Whether two words differ by a letter too many, too few, or by two that changed places, inside the word.
///
/// One letter in the place of another makes mostly another word (`adoptar`, `adaptar`), and so does one at its end.
fn is_same_word(old: &str, new: &str) -> bool {
    if old == new {
        return true;
    }
    let (old, new): (Vec<char>, Vec<char>) = (old.chars().collect(), new.chars().collect());
    let shorter = old.len().min(new.len());
    if shorter + 1 < LONG_WORD || old.len().abs_diff(new.len()) > 1 {
        return false;
    }
    let head = old.iter().zip(&new).take_while(|(one, other)| one == other).count();
    let tail = old.iter().rev().zip(new.iter().rev()).take_while(|(one, other)| one == other).count();
    let tail = tail.min(shorter - head);
    let (old_middle, new_middle) = (&old[head..old.len() - tail], &new[head..new.len() - tail]);
    let swapped = matches!((old_middle, new_middle), ([a, b], [c, d]) if a == d && b == c);
    let slipped = old_middle.len() + new_middle.len() == 1;
    head > 0 && tail > 0 && (swapped || slipped)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<String> {
        text.split(' ').filter(|word| !word.is_empty()).map(str::to_owned).collect()
    }

    #[test]
    fn a_slip_of_the_pen_is_told_from_another_word() {
        for (old, new) in [("inventraio", "inventario"), ("publcar", "publicar"), ("notifiy", "notify")] {
            assert!(is_slip(old, new), "{old}");
        }
        for (old, new) in [("adoptar", "adaptar"), ("dato", "datos"), ("anual", "mensual"), ("publica", "publicó")] {
            assert!(!is_slip(old, new), "{old}");
        }
        assert!(is_same_text(&words("bi mestral"), &words("Bimestral")));
        assert!(!is_same_text(&words(""), &words("no")));
    }

    #[test]
    fn what_stands_for_a_modal_verb_has_its_strength() {
        let told = |old: &str, new: &str| modals(&words(old), &words(new));
        assert_eq!(told("queda prohibido", "se permite"), Some((Strength::MustNot, Strength::May)));
        assert_eq!(told("no podrá", "deberá"), Some((Strength::MustNot, Strength::Must)));
        assert_eq!(told("opcional", "obligatoria"), Some((Strength::May, Strength::Must)));
        assert_eq!(told("puerta", "podrá"), None);
    }

    #[test]
    fn exceptions_are_known_by_their_words() {
        assert!(excepts(&words("salvo en casos urgentes")));
        assert!(excepts(&words("Unless it is urgent")));
        assert!(!excepts(&words("salvaguardar los datos")));
    }
}
