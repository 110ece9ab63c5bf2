//! Each sentence stands with what is found in it: `strength=agent`, `#thing`, `#passive` or `#elided` where there is
//! none, and `!` with the deadline, `+` where it says what starts it.

mod english;
mod introductions;
mod spanish;

use super::*;
use crate::model::{BlockText, Inline, InlineKind, Setting, Span};
use std::borrow::Cow;

/// What is found in a document that is one paragraph.
fn shown(norm: &Norm) -> String {
    let subject = match (&norm.agent, norm.subject) {
        (Some(agent), _) => agent.text.clone(),
        (None, subject) => format!("#{subject:?}").to_lowercase(),
    };
    let mut shown = format!("{}={subject}", norm.strength.name());
    if let Some(deadline) = &norm.deadline {
        let unit = match deadline.unit {
            Unit::Days => "d",
            Unit::WorkingDays => "wd",
            Unit::CalendarDays => "cd",
            Unit::Hours => "h",
            Unit::Weeks => "w",
            Unit::Months => "m",
            Unit::Years => "y",
            Unit::Date => "date",
            Unit::Vague => "vague",
            Unit::Immediate => "now",
        };
        let amount = deadline.amount.map(|amount| amount.to_string()).unwrap_or_default();
        let starts = if deadline.starts.is_some() { "+" } else { "" };
        shown.extend([" !", &amount, unit, starts]);
    }
    shown
}

/// Calls `visit` with a passage of this text.
fn with_passage<T>(text: &str, visit: impl FnOnce(&Passage<'_>) -> T) -> T {
    let span = Span::new(0..text.len());
    let inlines = [Inline { span, kind: InlineKind::Text(Cow::Borrowed(text)) }];
    let passage = Passage {
        struck: Vec::new(),
        setting: Setting::Paragraph,
        quoted: false,
        noted: false,
        list_depth: 0,
        section: None,
        designator: None,
        inlines: &inlines,
        text: BlockText::new(&inlines, text),
        span,
    };
    visit(&passage)
}

fn found(language: &str, keywords: Keywords, text: &str) -> Vec<Norm> {
    let language = Language::new(language);
    with_passage(text, |passage| Reader::new(language.as_ref(), keywords).read(passage))
}

fn check(language: &str, expected: &[(&str, &str)]) {
    let mut wrong = Vec::new();
    for (text, expected) in expected {
        let norms = found(language, Keywords::Usual, text);
        let shown = norms.iter().map(shown).collect::<Vec<_>>().join(" + ");
        if shown != *expected {
            wrong.push(format!("{text}\n    expected {expected}\n    found    {shown}"));
        }
    }
    assert!(wrong.is_empty(), "{} of {} are wrong:\n{}", wrong.len(), expected.len(), wrong.join("\n"));
}

#[test]
fn places_are_those_of_the_text() {
    let text = "Uno. En ese caso, la Unidad no lo podrá vender dentro de los diez días siguientes a su entrega. Tres.";
    let norms = found("es", Keywords::Usual, text);
    let [norm] = norms.as_slice() else { panic!("{norms:?}") };
    assert_eq!(&text[norm.modal.clone()], "no lo podrá");
    assert!(text[norm.sentence.clone()].starts_with("En ese") && text[norm.sentence.clone()].ends_with("entrega."));
    assert_eq!(norm.span.range(), norm.sentence);
    let agent = norm.agent.as_ref().unwrap();
    assert_eq!(&text[agent.span.range()], "la Unidad");
    assert_eq!(agent.range.as_ref().map(|range| &text[range.clone()]), Some("la Unidad"));
    let deadline = norm.deadline.as_ref().unwrap();
    assert_eq!(&text[deadline.range.clone()], "dentro de los diez días siguientes a su entrega");
    assert_eq!(deadline.starts.clone().map(|range| &text[range]), Some("siguientes a su entrega"));
}

#[test]
fn doubtful_modals_are_told_apart() {
    let text = "La Unidad debe de publicar el acta. El Comité deberá de votar.";
    let language = Language::new("es");
    let mut reader = Reader::new(language.as_ref(), Keywords::Usual);
    with_passage(text, |passage| {
        assert_eq!(reader.read(passage), Vec::new());
        let doubtful: Vec<&str> = reader.doubtful().iter().map(|range| &text[range.clone()]).collect();
        assert_eq!(doubtful, ["debe de", "deberá de"]);
    });
}

#[test]
fn with_capital_keywords_only_capitals_count() {
    let texts = [
        ("The data MUST be published.", "must=#passive"),
        ("The codebase MUST NOT contain secrets.", "must-not=#thing"),
        ("Contributors SHOULD write tests.", "should=Contributors"),
        ("The code SHOULD NOT be copied.", "should-not=#passive"),
        ("Using branches is OPTIONAL.", "may=#thing"),
        ("A review is RECOMMENDED.", "should=#thing"),
        ("The data may be big and must be published.", ""),
        ("The words MUST, MUST NOT and MAY are to be interpreted as described in RFC 2119.", ""),
        ("All code MUST be in English, except where policy is machine interpreted as code.", "must=#thing"),
    ];
    for (text, expected) in texts {
        let norms = found("en", Keywords::Bcp14, text);
        assert_eq!(norms.iter().map(shown).collect::<Vec<_>>().join(" + "), expected, "{text}");
    }
    for (text, expected) in [
        ("Todo el código DEBE publicarse.", "must=#passive"),
        ("Los colaboradores NO DEBEN subir datos sensibles.", "must-not=Los colaboradores"),
        ("El código DEBERÍA ser publicado.", "should=#passive"),
        ("El código PUEDE ser visto.", "may=#passive"),
        ("La Unidad debe publicar el acta.", ""),
        ("Las palabras DEBE, NO DEBE y PUEDE se interpretarán según RFC 2119.", ""),
    ] {
        let norms = found("es", Keywords::Bcp14, text);
        assert_eq!(norms.iter().map(shown).collect::<Vec<_>>().join(" + "), expected, "{text}");
    }
}

#[test]
fn capital_keywords_are_detected_where_they_are_declared() {
    assert!(declares_keywords("The key words are to be interpreted as described in [IETF RFC 2119](https://x.org)."));
    assert!(declares_keywords("Las palabras se interpretan según BCP 14 (RFC 8174)."));
    assert!(declares_keywords("Deben ser interpretadas de acuerdo con el documento [IETF RFC 2119](https://x.org)."));
    assert!(!declares_keywords("Thanks to RFC 2119 and its authors."));
    assert!(!declares_keywords("The interpreter reads RFC 822."));
}

#[test]
fn quotations_headings_and_cells_are_no_places_for_norms() {
    let text = "La Unidad deberá publicar el acta";
    let language = Language::new("es");
    with_passage(text, |passage| {
        let read = |passage: &Passage<'_>| Reader::new(language.as_ref(), Keywords::Usual).read(passage).len();
        assert_eq!(read(passage), 1);
        assert_eq!(read(&Passage { quoted: true, ..passage.clone() }), 0);
        assert_eq!(read(&Passage { setting: Setting::Heading, ..passage.clone() }), 0);
        assert_eq!(read(&Passage { setting: Setting::Term, ..passage.clone() }), 0);
        assert_eq!(read(&Passage { setting: Setting::Cell { column: 0, head: false }, ..passage.clone() }), 0);
    });
    with_passage("La Unidad deberá publicar el acta.", |passage| {
        let cell = Passage { setting: Setting::Cell { column: 0, head: false }, ..passage.clone() };
        assert_eq!(Reader::new(language.as_ref(), Keywords::Usual).read(&cell).len(), 1);
    });
}

#[test]
fn without_a_language_the_words_tell_it_and_other_languages_are_left_alone() {
    let spanish = "La Unidad deberá publicar el acta de la sesión.";
    let english = "The Unit shall publish the minutes of the session.";
    for (text, agent) in [(spanish, "La Unidad"), (english, "The Unit")] {
        let norms = with_passage(text, |passage| Reader::new(None, Keywords::Usual).read(passage));
        assert_eq!(norms.first().and_then(|norm| norm.agent.as_ref()).map(|agent| agent.text.as_str()), Some(agent));
    }
    assert_eq!(found("fr", Keywords::Usual, spanish), Vec::new());
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig { failure_persistence: None, ..Default::default() })]

    #[test]
    fn places_stay_inside_any_text(
        text in "((la |el |the |no |se )?(Unidad|Comité|Unit|you|informe)?,? ?(deberá|podrá|debe|must|may|shall not|publicará|queda prohibido|corresponde a|\u{fffc}) (publicar|publicarse|ser publicado|be published|publish|de|:|por|by)? ?(dentro de los|within|antes del|by|a la brevedad)? ?(diez|10|ten)? ?(días|days|de marzo|March)?[.;:,]? ?|.){0,6}",
    ) {
        for language in [Some("es"), Some("en"), None] {
            let language = language.and_then(Language::new);
            with_passage(&text, |passage| {
                for keywords in [Keywords::Usual, Keywords::Bcp14] {
                    for norm in Reader::new(language.as_ref(), keywords).read(passage) {
                        let within = |range: &std::ops::Range<usize>| text.get(range.clone()).is_some() && !range.is_empty();
                        assert!(within(&norm.sentence) && within(&norm.modal));
                        assert!(norm.sentence.start <= norm.modal.start && norm.modal.end <= norm.sentence.end);
                        assert!(norm.agent.is_none_or(|agent| agent.range.is_none_or(|range| within(&range))));
                        if let Some(deadline) = norm.deadline {
                            assert!(within(&deadline.range));
                            assert!(deadline.starts.is_none_or(|range| within(&range)));
                        }
                    }
                }
            });
        }
    }
}
