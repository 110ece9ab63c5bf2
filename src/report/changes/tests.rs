//! What each form says of the same small comparison.

use super::*;
use crate::diff::compare;
use crate::messages::{Catalogue, Locale};
use crate::policy::Policy;
use crate::repo::Memory;
use crate::report::{Style, schema};

const OLD: &str = "---\ntitle: Uno\n---\n# Datos\n\n## Inventario {#inventario}\n\nLa Secretaría deberá publicar el inventario. Se actualiza cada año.\n\n\
                   El catálogo se ordena por tema, por dependencia y por fecha de publicación.\n\n## Avisos\n\nVea el [aviso](a.md) en la página de la Secretaría.\n";
const NEW: &str = "---\ntitle: Dos\n---\n# Datos\n\n## Inventario {#inventario}\n\nEl catálogo se ordena por tema, por dependencia y por fecha de publicación.\n\n\
                   La Secretaría podrá publicar el inventario. Se actualiza cada mes.\n\n## Avisos\n\nVea el [aviso](b.md) en la página de la Secretaría.\n\n\
                   Cada aviso dice @quién <b>lo</b> *firma*.\n";

fn policy(text: &str) -> Policy {
    Policy::open(Box::new(Memory::new([("a.md", text.as_bytes())]).unwrap())).unwrap()
}

fn written(name: &str, old: &str, new: &str, voice: Voice<'_>) -> String {
    let comparison = compare(&policy(old), &policy(new), &[]);
    let named = |name: &str| VersionName { name: Some(name.to_owned()), commit: None };
    let (old, new) = (named("v1.0"), VersionName { name: None, commit: None });
    let compared =
        Compared { comparison: &comparison, old: &old, new: &new, names: &[], next: Some("v2.0"), made: None };
    let mut output = Vec::new();
    let format = COMPARISON_FORMATS.iter().find(|format| format.name == name).unwrap();
    (format.write)(compared, voice, &mut output).unwrap();
    String::from_utf8(output).unwrap()
}

fn voice(locale: Locale) -> Voice<'static> {
    Voice { words: Catalogue::of(locale), style: Style::default() }
}

#[test]
fn text_in_spanish() {
    insta::assert_snapshot!(written("text", OLD, NEW, voice(Locale::Spanish)), @r"
    Obligaciones, prohibiciones y permisos

      norma debilitada  a.md:10  «Inventario»
        La Secretaría [-deberá-] {+podrá+} publicar el inventario.

    Lo demás

      metadatos  a.md:2
        title: [-Uno-]{+Dos+}

      estructura · párrafo que cambió de lugar  a.md:8  «Inventario»  (antes en a.md:10)
        El catálogo se ordena por tema, por dependencia y por fecha de publicación.

      redacción  a.md:10  «Inventario»
        Se actualiza cada [-año-] {+mes+}.

      redacción · enlace que lleva a otra parte (párrafo)  a.md:14  «Avisos»
        a.md → b.md
        Vea el aviso en la página de la Secretaría.

      redacción · párrafo nuevo  a.md:16  «Avisos»
        {+Cada aviso dice @quién <b>lo</b> firma.+}

    v1.0 → archivos de trabajo: 1 norma debilitada, 1 cambio de estructura, 3 cambios de redacción, 1 cambio de metadatos.
    8 palabras nuevas, 2 quitadas.
    Hay compromisos que desaparecen, se debilitan o cambian: toca una versión mayor, v2.0.
    ");
}

#[test]
fn text_in_english_side_by_side_on_a_wide_screen() {
    let voice = Voice { style: Style { color: false, width: 150 }, ..voice(Locale::English) };
    insta::assert_snapshot!(written("text", OLD, NEW, voice), @r"
    Duties, prohibitions and permissions

      norm weakened  a.md:10  «Inventario»
        La Secretaría [-deberá-] publicar el inventario.                        │ La Secretaría {+podrá+} publicar el inventario.

    Everything else

      metadata  a.md:2
        title: [-Uno-]                                                          │ title: {+Dos+}

      structure · paragraph moved  a.md:8  «Inventario»  (formerly in a.md:10)
        El catálogo se ordena por tema, por dependencia y por fecha de publicación.

      wording  a.md:10  «Inventario»
        Se actualiza cada [-año-].                                              │ Se actualiza cada {+mes+}.

      wording · link that leads elsewhere (paragraph)  a.md:14  «Avisos»
        a.md → b.md
        Vea el aviso en la página de la Secretaría.

      wording · paragraph added  a.md:16  «Avisos»
        {+Cada aviso dice @quién <b>lo</b> firma.+}

    v1.0 → work tree: 1 norm weakened, 1 change of structure, 3 changes of wording, 1 change of metadata.
    8 words added, 2 removed.
    Commitments were removed, weakened or changed: this calls for a major version, v2.0.
    ");
}

#[test]
fn colours_mark_what_was_taken_out_and_put_in() {
    let voice = Voice { style: Style { color: true, width: 100 }, ..voice(Locale::English) };
    let text = written("text", "Uno dos tres cuatro.\n", "Uno dos cinco cuatro.\n", voice);
    assert!(
        text.contains("Uno dos \u{1b}[9m\u{1b}[31mtres\u{1b}[0m \u{1b}[4m\u{1b}[32mcinco\u{1b}[0m cuatro."),
        "{text:?}"
    );
    assert!(!text.contains("[-"));
}

#[test]
fn markdown_for_a_comment() {
    insta::assert_snapshot!(written("markdown", OLD, NEW, voice(Locale::Spanish)), @r"
    **v1.0 → archivos de trabajo\: 1 norma debilitada, 1 cambio de estructura, 3 cambios de redacción, 1 cambio de metadatos.**

    8 palabras nuevas, 2 quitadas. Hay compromisos que desaparecen, se debilitan o cambian\: toca una versión mayor, v2.0.

    ### Obligaciones, prohibiciones y permisos

    - **norma debilitada** `a.md:10` «Inventario»

      La Secretaría <del>deberá</del> <ins>podrá</ins> publicar el inventario.


    <details>
    <summary><code>a.md</code> (5)</summary>

    - **metadatos** `a.md:2`

      title\: <del>Uno</del><ins>Dos</ins>

    - **estructura**, párrafo que cambió de lugar `a.md:8` «Inventario» (antes en a.md\:&#8203;10)

    - **redacción** `a.md:10` «Inventario»

      Se actualiza cada <del>año</del> <ins>mes</ins>.

    - **redacción**, enlace que lleva a otra parte (párrafo) `a.md:14` «Avisos»

      `a.md` → `b.md`

    - **redacción**, párrafo nuevo `a.md:16` «Avisos»

      <ins>Cada aviso dice \@&#8203;quién &lt;b&gt;lo&lt;/b&gt; firma.</ins>


    </details>
    ");
}

#[test]
fn a_comment_is_never_longer_than_forges_take() {
    let paragraphs: Vec<String> =
        (0..4000).map(|number| format!("Párrafo número {number} del texto @nuevo.")).collect();
    let new = paragraphs.join("\n\n");
    let text = written("markdown", "Nada.\n", &new, voice(Locale::English));
    assert!(text.chars().count() <= 60_000, "{}", text.chars().count());
    assert!(text.contains("more changes do not fit here"));
    assert_eq!(text.matches("<details>").count(), text.matches("</details>").count());
    assert_eq!(text.matches("<ins>").count(), text.matches("</ins>").count());
    assert!(!text.contains("@nuevo"));
}

#[test]
fn json_follows_the_published_schema() {
    let text = written("json", OLD, NEW, voice(Locale::English));
    let value: serde_json::Value = serde_json::from_str(&text).unwrap();
    let published = serde_json::from_str(include_str!("../schemas/diff.schema.json")).unwrap();
    assert_eq!(schema::violations(&published, &value), Vec::<String>::new());
    assert_eq!(value["bump"], "major");
    let weakened =
        value["changes"].as_array().unwrap().iter().find(|change| change["class"] == "norm-weakened").unwrap();
    assert_eq!(weakened["edits"][0]["old"]["words"], serde_json::json!(["deberá"]));
    assert_eq!(weakened["norms"][0]["new"]["strength"], "may");
}

#[test]
fn nothing_changed_is_said_in_a_line() {
    assert_eq!(written("text", OLD, OLD, voice(Locale::Spanish)), "v1.0 → archivos de trabajo: sin cambios.\n");
    assert_eq!(written("markdown", OLD, OLD, voice(Locale::English)), "**v1.0 → work tree\\: no changes.**\n");
}

#[test]
fn statistics_tell_the_sections_with_bars() {
    let comparison = compare(&policy(OLD), &policy(NEW), &[]);
    let name = VersionName { name: Some("v1.0".to_owned()), commit: None };
    let compared = Compared { comparison: &comparison, old: &name, new: &name, names: &[], next: None, made: None };
    insta::assert_snapshot!(stat(compared, voice(Locale::Spanish)), @r"
    a.md              │    1 +0 -0 
    a.md «Inventario» │    3 +2 -2 ++--
    a.md «Avisos»     │    2 +6 -0 ++++++
    ");
}
