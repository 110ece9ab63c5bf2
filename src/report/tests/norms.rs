//! A register of norms in each form that has a place for it.

use super::*;
use crate::register::Options;
use crate::report::Registered;

const NORMS_SCHEMA: &str = include_str!("../schemas/norms.schema.json");

/// A policy with norms of every strength, clauses, a deadline, two norms in one sentence, and a file that is not UTF-8.
fn norms() -> Policy {
    let spanish = "# Datos\n\nTodo dato deberá ser abierto.\n\n## Artículo 4. Plazos {#plazos}\n\nLa Unidad deberá:\n\n\
        III. Publicar los datos dentro de los diez días hábiles siguientes al cierre, y\n\n\
        IV. Atender las solicitudes.\n\nEl Comité, en su caso, podrá opinar y no podrá cobrar.\n\n\
        ## Otras\n\nLas Dependencias procurarán publicar más. Se recomienda usar CSV.\n";
    let english = "The Agency should not sell the data.\n";
    policy(&[
        ("gaceta.toml", b"[policy]\nlanguages = [\"es\", \"en\"]\n"),
        ("en/a.md", english.as_bytes()),
        ("es/a.md", spanish.as_bytes()),
        ("es/c.md", b"ma\xf1ana"),
    ])
}

/// The forms that have a place for norms.
fn of_norms() -> impl Iterator<Item = &'static Format> {
    FORMATS.iter().filter(|format| format.norms.is_some())
}

fn told_with(name: &str, policy: &Policy, voice: Voice<'_>) -> String {
    let register = Register::of(policy, &Options::default()).unwrap();
    let format = of_norms().find(|format| format.name == name).unwrap();
    let mut output = Vec::new();
    (format.norms.unwrap())(Registered { policy, register: &register, touched: None }, voice, &mut output).unwrap();
    String::from_utf8(output).unwrap()
}

pub(super) fn told(name: &str, policy: &Policy, locale: Locale) -> String {
    told_with(name, policy, voice(locale))
}

#[test]
fn norms_in_spanish() {
    insta::assert_snapshot!(told("text", &norms(), Locale::Spanish), @r#"
    a.md (en/a.md)
      NO DEBERÍA: The Agency should not sell the data.
          quién: The Agency
          dónde: en/a.md:1

    Datos (es/a.md)
      DEBE: Todo dato deberá ser abierto.
          quién: no se dice
          dónde: es/a.md:3 #datos

    Artículo 4. Plazos (es/a.md)
      DEBE: Publicar los datos dentro de los diez días hábiles siguientes al cierre, y
          quién: La Unidad
          plazo: dentro de los diez días hábiles siguientes al cierre
          dónde: es/a.md:9 #plazos.III
      DEBE: Atender las solicitudes.
          quién: La Unidad
          dónde: es/a.md:11 #plazos.IV
      PUEDE: El Comité, en su caso, podrá opinar y no podrá cobrar.
          dice: «podrá»
          quién: El Comité
          dónde: es/a.md:13 #plazos
      NO DEBE: El Comité, en su caso, podrá opinar y no podrá cobrar.
          dice: «no podrá»
          quién: El Comité
          dónde: es/a.md:13 #plazos

    Otras (es/a.md)
      PROCURA: Las Dependencias procurarán publicar más.
          quién: Las Dependencias
          dónde: es/a.md:17 #otras
      DEBERÍA: Se recomienda usar CSV.
          quién: no se dice
          dónde: es/a.md:17 #otras

    error: El archivo no está en UTF-8
     --> es/c.md:1:3
    ayuda: Guárdelo con la codificación UTF-8

    8 normas en 2 documentos: 3 obligaciones, 1 prohibición, 1 recomendación, 1 recomendación en contra, 1 permiso, 1 deber de procurar. No se pudo leer 1 documento.
    "#);
}

#[test]
fn norms_in_english() {
    insta::assert_snapshot!(told("text", &norms(), Locale::English), @r#"
    a.md (en/a.md)
      SHOULD NOT: The Agency should not sell the data.
          who: The Agency
          where: en/a.md:1

    Datos (es/a.md)
      MUST: Todo dato deberá ser abierto.
          who: not said
          where: es/a.md:3 #datos

    Artículo 4. Plazos (es/a.md)
      MUST: Publicar los datos dentro de los diez días hábiles siguientes al cierre, y
          who: La Unidad
          deadline: dentro de los diez días hábiles siguientes al cierre
          where: es/a.md:9 #plazos.III
      MUST: Atender las solicitudes.
          who: La Unidad
          where: es/a.md:11 #plazos.IV
      MAY: El Comité, en su caso, podrá opinar y no podrá cobrar.
          says: “podrá”
          who: El Comité
          where: es/a.md:13 #plazos
      MUST NOT: El Comité, en su caso, podrá opinar y no podrá cobrar.
          says: “no podrá”
          who: El Comité
          where: es/a.md:13 #plazos

    Otras (es/a.md)
      STRIVES: Las Dependencias procurarán publicar más.
          who: Las Dependencias
          where: es/a.md:17 #otras
      SHOULD: Se recomienda usar CSV.
          who: not said
          where: es/a.md:17 #otras

    error: The file is not UTF-8
     --> es/c.md:1:3
    help: Save it with the encoding UTF-8

    8 norms in 2 documents: 3 obligations, 1 prohibition, 1 recommendation, 1 recommendation against, 1 permission, 1 duty to strive. 1 document could not be read.
    "#);
}

#[test]
fn norms_as_tasks() {
    insta::assert_snapshot!(told("markdown", &norms(), Locale::Spanish), @r#"
    # Registro de normas

    8 normas en 2 documentos\: 3 obligaciones, 1 prohibición, 1 recomendación, 1 recomendación en contra, 1 permiso, 1 deber de procurar.

    - `es/c.md:1:3` **error**: El archivo no está en UTF-8. Guárdelo con la codificación UTF-8.

    ## a.md (`en/a.md`)

    - [ ] **NO DEBERÍA** The Agency should not sell the data. (quién\: The Agency; `en/a.md:1`)

    ## Datos (`es/a.md`)

    - [ ] **DEBE** Todo dato deberá ser abierto. (quién\: no se dice; `es/a.md:3`; `#datos`)

    ### Artículo 4. Plazos

    - [ ] **DEBE** Publicar los datos dentro de los diez días hábiles siguientes al cierre, y (quién\: La Unidad; plazo\: dentro de los diez días hábiles siguientes al cierre; `es/a.md:9`; `#plazos.III`)
    - [ ] **DEBE** Atender las solicitudes. (quién\: La Unidad; `es/a.md:11`; `#plazos.IV`)
    - [ ] **PUEDE** El Comité, en su caso, podrá opinar y no podrá cobrar. (dice\: «podrá»; quién\: El Comité; `es/a.md:13`; `#plazos`)
    - [ ] **NO DEBE** El Comité, en su caso, podrá opinar y no podrá cobrar. (dice\: «no podrá»; quién\: El Comité; `es/a.md:13`; `#plazos`)

    ### Otras

    - [ ] **PROCURA** Las Dependencias procurarán publicar más. (quién\: Las Dependencias; `es/a.md:17`; `#otras`)
    - [ ] **DEBERÍA** Se recomienda usar CSV. (quién\: no se dice; `es/a.md:17`; `#otras`)
    "#);
}

#[test]
fn norms_as_a_table() {
    insta::assert_snapshot!(told("csv", &norms(), Locale::Spanish), @r#"
    strength,agent,norm,deadline,amount,unit,document,section,title,clause,line
    should-not,The Agency,The Agency should not sell the data.,,,,en/a.md,,,,1
    must,,Todo dato deberá ser abierto.,,,,es/a.md,datos,Datos,,3
    must,La Unidad,"Publicar los datos dentro de los diez días hábiles siguientes al cierre, y",dentro de los diez días hábiles siguientes al cierre,10,working-days,es/a.md,plazos,Artículo 4. Plazos,plazos.III,9
    must,La Unidad,Atender las solicitudes.,,,,es/a.md,plazos,Artículo 4. Plazos,plazos.IV,11
    may,El Comité,"El Comité, en su caso, podrá opinar y no podrá cobrar.",,,,es/a.md,plazos,Artículo 4. Plazos,,13
    must-not,El Comité,"El Comité, en su caso, podrá opinar y no podrá cobrar.",,,,es/a.md,plazos,Artículo 4. Plazos,,13
    strive,Las Dependencias,Las Dependencias procurarán publicar más.,,,,es/a.md,otras,Otras,,17
    should,,Se recomienda usar CSV.,,,,es/a.md,otras,Otras,,17
    "#);
}

fn json(policy: &Policy, locale: Locale) -> Value {
    let value: Value = serde_json::from_str(&told("json", policy, locale)).unwrap();
    assert_valid(NORMS_SCHEMA, &value);
    value
}

#[test]
fn norms_for_other_programs() {
    let value = json(&norms(), Locale::English);
    assert_eq!((&value["schema"], &value["language"]), (&json!("gaceta/norms/1"), &json!("en")));
    let strengths = json!({ "must": 3, "must-not": 1, "should": 1, "should-not": 1, "may": 1, "strive": 1 });
    assert_eq!(value["counts"], json!({ "documents": 2, "norms": 8, "strengths": strengths, "unread": 1 }));
    let expected = json!({
        "strength": "must",
        "agent": "La Unidad",
        "subject": "agent",
        "norm": "Publicar los datos dentro de los diez días hábiles siguientes al cierre, y",
        "modal": "Publicar",
        "inherited": true,
        "deadline": {
            "text": "dentro de los diez días hábiles siguientes al cierre",
            "amount": 10,
            "unit": "working-days",
        },
        "path": "es/a.md",
        "file": "es/a.md",
        "language": "es",
        "section": { "anchor": "plazos", "title": "Artículo 4. Plazos" },
        "clause": "plazos.III",
        "start": { "offset": 95, "line": 9, "column": 1 },
        "end": { "offset": 176, "line": 9, "column": 80 },
    });
    assert_eq!(value["norms"][2], expected);
    let first = &value["norms"][0];
    assert_eq!((&first["deadline"], &first["section"], &first["clause"]), (&Value::Null, &Value::Null, &Value::Null));
    assert_eq!(value["unread"][0]["id"], "error-not-utf8");
    let none = json(&policy(&[]), Locale::Spanish);
    assert_eq!((&none["norms"], &none["counts"]["norms"]), (&json!([]), &json!(0)));
}

#[test]
fn a_policy_without_norms_says_so() {
    let policy = policy(&[("a.md", "# Datos\n\nLos datos son de todas las personas.\n".as_bytes())]);
    assert_eq!(told("text", &policy, Locale::Spanish), "Ninguna norma en 1 documento.\n");
    assert_eq!(told("text", &policy, Locale::English), "No norms in 1 document.\n");
    assert_eq!(told("csv", &policy, Locale::English).lines().count(), 1);
    assert_eq!(told("markdown", &policy, Locale::English), "# Register of norms\n\nNo norms in 1 document.\n");
}

#[test]
fn only_the_words_of_a_register_are_coloured() {
    let style = Style { color: true, width: 60 };
    let on_terminal = |name| told_with(name, &norms(), Voice { style, ..voice(Locale::Spanish) });
    let text = on_terminal("text");
    let expected = "\u{1b}[1m\u{1b}[94mOtras\u{1b}[0m (es/a.md)\n  \
        \u{1b}[1m\u{1b}[94mPROCURA\u{1b}[0m: Las Dependencias procurarán publicar más.\n";
    assert!(text.contains(expected), "{text:?}");
    // Colours take no room.
    let sentence = "mDEBE\u{1b}[0m: Publicar los datos dentro de los diez días hábiles\n  siguientes al cierre, y\n";
    assert!(text.contains(sentence), "{text:?}");
    for format in of_norms().skip(1) {
        assert_eq!(on_terminal(format.name), told(format.name, &norms(), Locale::Spanish), "{}", format.name);
    }
}

/// A policy whose names and texts try to be more than text.
pub(super) fn hostile() -> Policy {
    let text = "# =A1 @equipo\n\n=HYPERLINK(\"https\\://e.mx\") La Unidad\u{1b}[2J deberá, \"según\" @equipo \u{202e}y \
        <b>, publicar **[x](https://e.mx)** | ![y](z.png) los datos de la ley #12.\n\n\
        - \\- La Unidad deberá publicar los datos de la ley.\n";
    policy(&[("es/+a`<b>.md", text.as_bytes())])
}

#[test]
fn hostile_texts_stay_texts_in_every_form() {
    for format in of_norms() {
        let told = told(format.name, &hostile(), Locale::Spanish);
        let is_hidden = |letter: char| (letter.is_control() && letter != '\n') || letter == '\u{202e}';
        assert_eq!(told.find(is_hidden), None, "{}: {told}", format.name);
    }
}

#[test]
fn hostile_texts_are_no_formulas_in_a_table() {
    let told = told("csv", &hostile(), Locale::Spanish);
    let rows: Vec<&str> = told.lines().collect();
    assert_eq!(rows.len(), 3, "each norm is one row: {told}");
    assert!(rows[1].contains(",\"'=HYPERLINK(\"\"https://e.mx\"\") La Unidad"), "{told}");
    assert!(rows[1].contains(",'=A1 @equipo,"), "{told}");
    assert!(rows[2].contains(",'- La Unidad deberá publicar los datos de la ley.,"), "{told}");
}
