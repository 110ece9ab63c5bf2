use super::*;
use crate::model::{Position, Span};
use crate::norms::{Keywords, Subject, Unit};
use crate::policy::MOST_CHAPTERS;
use crate::repo::Memory;

const MANIFEST: (&str, &str) = ("gaceta.toml", "[policy]\nlanguages = [\"es\", \"en\"]\n");

fn policy(files: &[(&str, &str)]) -> Policy {
    Policy::open(Box::new(Memory::new(files.iter().copied()).unwrap())).unwrap()
}

fn register(files: &[(&str, &str)]) -> Register {
    Register::of(&policy(files), &Options::default()).unwrap()
}

/// The strengths and the sentences of a register.
fn told(register: &Register) -> Vec<(&'static str, &str)> {
    register.entries().map(|entry| (entry.strength.name(), &*entry.text)).collect()
}

/// The sentences of one Spanish document.
fn sentences(text: &str) -> Vec<String> {
    register(&[MANIFEST, ("es/a.md", text)]).entries().map(|entry| entry.text.to_string()).collect()
}

#[test]
fn an_entry_says_who_has_to_do_what_by_when_and_where() {
    let text = "# Datos\n\n## Artículo 9. Plazos {#plazos}\n\nLa *Unidad* deberá:\n\nIII. Atender:\n\n\
        b) Las solicitudes; y\n\nc) Responder al titular\n   dentro de los diez días hábiles siguientes.\n";
    let register = register(&[MANIFEST, ("es/a.md", text)]);
    let document = &register.documents[0];
    let titled = (document.path.as_str(), document.title.as_str(), document.language.as_ref().map(Language::as_str));
    assert_eq!(titled, ("es/a.md", "Datos", Some("es")));
    let [attend, answer] = &document.entries[..] else { panic!("{:?}", document.entries) };
    assert_eq!((&*attend.text, attend.clause.as_deref()), ("Atender:", Some("plazos.III")));
    let start = text.find("c) Responder").unwrap();
    let end = text.len() - 1;
    let expected = Entry {
        strength: Strength::Must,
        agent: Some("La Unidad".to_owned()),
        subject: Subject::Agent,
        text: "Responder al titular dentro de los diez días hábiles siguientes.".into(),
        modal: "Responder".to_owned(),
        deadline: Some(TimeLimit {
            text: "dentro de los diez días hábiles siguientes".to_owned(),
            amount: Some(10),
            unit: Unit::WorkingDays,
        }),
        inherited: true,
        section: Some(SectionName { anchor: "plazos".to_owned(), title: "Artículo 9. Plazos".to_owned() }.into()),
        clause: Some("plazos.III.c".to_owned()),
        span: Span::new(start..end),
        start: Position { line: 11, column: 1 },
        end: Position { line: 12, column: 47 },
    };
    assert_eq!(answer, &expected);
}

#[test]
fn what_only_introduces_others_is_left_out_where_they_are_listed() {
    let spelled_out = "La Unidad deberá:\n\n- Publicar los datos, y\n- Atender al público.\n";
    assert_eq!(sentences(spelled_out), ["Publicar los datos, y", "Atender al público."]);
    let not = "La Unidad deberá:\n\n- La publicación de los datos.\n\nEl Comité podrá opinar.\n";
    assert_eq!(sentences(not), ["La Unidad deberá:", "El Comité podrá opinar."]);
}

#[test]
fn sentences_stand_on_one_line_without_their_designation() {
    for (text, expected) in [
        ("**Artículo 3.** La Unidad\ndeberá *publicar*  los datos.\n", "La Unidad deberá publicar los datos."),
        ("I. La Unidad deberá publicar.\n", "La Unidad deberá publicar."),
        ("(a) La Unidad deberá publicar.\n", "La Unidad deberá publicar."),
        ("(iv) La Unidad deberá publicar.\n", "La Unidad deberá publicar."),
        ("(2026) La Unidad deberá publicar.\n", "La Unidad deberá publicar."),
        ("(No) La Unidad deberá publicar.\n", "(No) La Unidad deberá publicar."),
        ("La Unidad[^1] deberá `leer` {{ portal }}.\n\n[^1]: Ella.\n", "La Unidad deberá leer [portal]."),
        ("Es así. El {{ b }} de {{ a }} deberá opinar.\n", "El [b] de [a] deberá opinar."),
    ] {
        assert_eq!(sentences(text), [expected], "{text}");
    }
    let register = register(&[MANIFEST, ("es/a.md", "La Unidad de {{ entidad }} deberá publicar los datos.\n")]);
    let agents: Vec<_> = register.entries().map(|entry| entry.agent.as_deref()).collect();
    assert_eq!(agents, [Some("La Unidad de [entidad]")]);
}

#[test]
fn documents_stand_in_the_order_of_their_paths() {
    let names: Vec<String> = (10..40).map(|number| format!("es/{number}.md")).collect();
    let files: Vec<_> = names.iter().map(|name| (name.as_str(), "La Unidad deberá publicar los datos.\n")).collect();
    let register = register(&files);
    let paths: Vec<&str> = register.documents.iter().map(|document| document.path.as_str()).collect();
    assert_eq!(paths, names);
    assert_eq!((register.count(Strength::Must), register.count(Strength::May)), (30, 0));
}

#[test]
fn a_policy_can_be_looked_into_in_part() {
    let norm = |who: &str| format!("{who} deberá publicar los datos de la ley.\n");
    let english = "The Agency must publish the data that this policy lists.\n";
    let (one, two, licence) = (norm("La Unidad"), norm("El Comité"), norm("La persona"));
    let files = [MANIFEST, ("LICENSE.md", &licence), ("en/a.md", english), ("es/a.md", &one), ("es/b.md", &two)];
    let policy = policy(&files);
    let found = |paths: &[&str], languages: &[&str]| {
        let paths = paths.iter().map(|path| DocumentPath::new(path).unwrap()).collect();
        let languages = languages.iter().map(|tag| Language::new(tag).unwrap()).collect();
        let register = Register::of(&policy, &Options { paths, languages }).map_err(|error| error.message.id)?;
        Ok(register.documents.iter().map(|document| document.path.to_string()).collect::<Vec<_>>())
    };
    let owned = |paths: &[&str]| Ok(paths.iter().map(|path| (*path).to_owned()).collect::<Vec<_>>());
    assert_eq!(found(&[], &[]), owned(&["en/a.md", "es/a.md", "es/b.md"]));
    assert_eq!(found(&["es"], &[]), owned(&["es/a.md", "es/b.md"]));
    assert_eq!(found(&["es/b.md", "LICENSE.md"], &[]), owned(&["LICENSE.md", "es/b.md"]));
    assert_eq!(found(&[], &["en"]), owned(&["en/a.md"]));
    assert_eq!(found(&["es/a.md"], &["es", "en"]), Err("norms-no-such-language"));
    assert_eq!(found(&["fr"], &[]), Err("error-no-such-document"));
    assert_eq!(found(&[], &["es-MX"]), Err("norms-no-such-language"));
}

#[test]
fn a_language_stands_for_its_varieties() {
    let manifest = ("gaceta.toml", "[policy]\nlanguages = [\"es-MX\"]\n");
    let policy = policy(&[manifest, ("a.md", "La Unidad deberá publicar los datos.\n")]);
    for (tag, expected) in [("es", true), ("es-MX", true), ("es-ES", false), ("e", false)] {
        let Some(language) = Language::new(tag) else { continue };
        let options = Options { languages: vec![language], ..Options::default() };
        assert_eq!(Register::of(&policy, &options).is_ok(), expected, "{tag}");
    }
}

#[test]
fn what_cannot_be_read_is_told_and_the_rest_is_registered() {
    let files: [(&str, &[u8]); 2] = [("es/a.md", b"ma\xf1ana"), ("es/b.md", b"El Enlace debe publicar los datos.\n")];
    let policy = Policy::open(Box::new(Memory::new(files).unwrap())).unwrap();
    let register = Register::of(&policy, &Options::default()).unwrap();
    assert_eq!(told(&register), [("must", "El Enlace debe publicar los datos.")]);
    let unread: Vec<_> = register.unread.iter().map(|error| error.message.id).collect();
    assert_eq!(unread, ["error-not-utf8"]);
    let only = Options { paths: vec![DocumentPath::new("es/b.md").unwrap()], ..Options::default() };
    assert!(Register::of(&policy, &only).unwrap().unread.is_empty(), "nobody asked for the other");
}

const DECLARATION: &str = "The key words are to be interpreted as described in RFC 2119.\n";
const CHAPTER: &str = "The Agency MUST publish the data that it has. It must also keep it.\n";
const PLAIN: &str = "The Agency must publish the data that it has.\n";

#[test]
fn a_declaration_holds_for_every_chapter_of_a_policy_with_a_manifest() {
    let register = register(&[MANIFEST, ("en/a/a.md", DECLARATION), ("en/b.md", CHAPTER), ("en/c.md", PLAIN)]);
    assert_eq!(told(&register), [("must", "The Agency MUST publish the data that it has.")]);
}

#[test]
fn without_a_manifest_it_holds_below_its_folder_where_capitals_are_written() {
    let sentences = |files: &[(&str, &str)]| register(files).entries().count();
    // Both sentences of the chapter are norms where nothing is declared; one of them where something is.
    assert_eq!(sentences(&[("b.md", CHAPTER)]), 2);
    assert_eq!(sentences(&[("a.md", DECLARATION), ("b.md", CHAPTER)]), 1);
    assert_eq!(sentences(&[("a.md", DECLARATION), ("criteria/b.md", CHAPTER)]), 1);
    assert_eq!(sentences(&[("x/a.md", DECLARATION), ("x/y/b.md", CHAPTER)]), 1);
    assert_eq!(sentences(&[("x/a.md", DECLARATION), ("xy/b.md", CHAPTER)]), 2);
    assert_eq!(sentences(&[("x/a.md", DECLARATION), ("b.md", CHAPTER)]), 2);
    // A text of its own is read as any.
    assert_eq!(sentences(&[("a.md", DECLARATION), ("b.md", PLAIN)]), 1);
    let own = format!("{DECLARATION}\n{PLAIN}");
    assert_eq!(sentences(&[("a.md", &own)]), 0);
}

#[test]
fn a_great_collection_is_bound_document_by_document() {
    let names: Vec<String> = (0..=MOST_CHAPTERS).map(|number| format!("{number}.md")).collect();
    let mut files: Vec<_> = names.iter().map(|name| (name.as_str(), DECLARATION)).collect();
    files[0].1 = CHAPTER;
    assert_eq!(register(&files).entries().count(), 2);
    files.pop();
    assert_eq!(register(&files).entries().count(), 1);
}

#[test]
fn norms_are_found_with_their_passages() {
    let policy = policy(&[MANIFEST, ("es/a.md", "# A\n\nLa Unidad debe de ir.\n\nEl Enlace deberá publicar.\n")]);
    let path = &policy.paths[0];
    let text = policy.text(path).unwrap();
    let document = policy.parse(path, &text);
    let passages = document.passages();
    let found = norms_of(&passages, Language::new("es").as_ref(), Keywords::Usual);
    let places: Vec<_> = found.norms.iter().map(|(place, norm)| (*place, norm.strength)).collect();
    assert_eq!(places, [(2, Strength::Must)]);
    assert_eq!(found.doubtful, [(1, 10..17)]);
    assert!(norms_of(&passages, Language::new("fr").as_ref(), Keywords::Usual).norms.is_empty());
    assert!(norms_of(&passages, None, Keywords::Usual).norms.is_empty());
}

#[test]
fn a_sentence_of_thousands_of_norms_is_told_in_measure() {
    let text = format!("# {}\n\n{}\n", "Largo ".repeat(3000), "La Unidad deberá publicar los datos; ".repeat(2000));
    let register = register(&[MANIFEST, ("es/a.md", &text)]);
    assert_eq!(register.count(Strength::Must), 2000);
    for entry in register.entries() {
        let title = &entry.section.as_ref().unwrap().title;
        assert_eq!((entry.text.chars().count(), title.chars().count()), (10_001, 10_001));
        assert!(entry.text.ends_with('…'));
    }
}

#[test]
fn what_is_struck_out_obliges_to_nothing() {
    let text = "# Datos\n\nLa Unidad ~~deberá pagar~~. <del>La Unidad deberá cobrar.</del>\n\nLa Unidad deberá <s>luego</s> \
        publicar sus datos. <del>La Unidad deberá archivar.\n";
    let expected = ["La Unidad deberá luego publicar sus datos.", "La Unidad deberá archivar."];
    assert_eq!(sentences(text), expected);
}

#[test]
fn an_alert_is_no_quotation() {
    let text = "# Datos\n\n> [!IMPORTANT]\n> La Unidad deberá publicar.\n\n> La Unidad deberá callar.\n\n\
        > > [!NOTE]\n> > La Unidad deberá citar.\n";
    let found = sentences(text);
    assert!(found.len() == 1 && found[0].ends_with("La Unidad deberá publicar."), "{found:?}");
}

#[test]
fn a_line_or_two_are_in_the_language_in_which_they_oblige() {
    let told = |text: &str| register(&[("a.md", text)]).entries().count();
    assert_eq!(told("# Plazos\n\nEl comité deberá responder en 10 días hábiles.\n"), 1);
    assert_eq!(told("# Fees\n\nUsers must pay 10 euros.\n"), 1);
    assert_eq!(told("# Prazos\n\nA equipe responde em 10 dias.\n"), 0);
}
