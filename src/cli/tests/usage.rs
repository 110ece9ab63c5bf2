//! Command lines that are wrong.

use super::*;

#[test]
fn an_unknown_option_is_told_with_what_was_meant() {
    insta::assert_snapshot!(told("lint --strct --lang es"), @r#"
    error: No existe la opción «--strct»
    ayuda: ¿Quiso decir «--strict»?
    ayuda: Uso: gaceta lint [OPCIONES] [RUTA]...
    ayuda: «gaceta lint --help» lo explica
    "#);
    insta::assert_snapshot!(told("lint --strct --lang en"), @r#"
    error: There is no option “--strct”
    help: Did you mean “--strict”?
    help: Usage: gaceta lint [OPTIONS] [PATH]...
    help: “gaceta lint --help” explains it
    "#);
}

#[test]
fn an_unknown_command_is_told_with_what_was_meant() {
    insta::assert_snapshot!(told("--lang=es lnt"), @r#"
    error: No existe el comando «lnt»
    ayuda: ¿Quiso decir «lint»?
    ayuda: Uso: gaceta [OPCIONES] <COMANDO>
    ayuda: «gaceta --help» lo explica
    "#);
    insta::assert_snapshot!(told("--lang=en lnt"), @r#"
    error: There is no command “lnt”
    help: Did you mean “lint”?
    help: Usage: gaceta [OPTIONS] <COMMAND>
    help: “gaceta --help” explains it
    "#);
}

#[test]
fn wrong_values_are_told_with_those_that_there_are() {
    insta::assert_snapshot!(told("--lang es rules --format jsn"), @r#"
    error: «jsn» no es un valor de --format <FORMATO>
    ayuda: ¿Quiso decir «json»?
    ayuda: Los valores son: text, json, markdown
    ayuda: «gaceta rules --help» lo explica
    "#);
    insta::assert_snapshot!(told("--lang es explain heading-skp"), @r#"
    error: «heading-skp» no es un valor de <REGLA>
    ayuda: ¿Quiso decir «heading-skip»?
    ayuda: «gaceta explain --help» lo explica
    "#);
    insta::assert_snapshot!(told("--lang es build --language español"), @r#"
    error: «español» no es una etiqueta de idioma
    ayuda: Escriba etiquetas como «es», «en» o «es-MX», separadas por comas
    "#);
}

#[test]
fn other_slips_are_told_in_the_chosen_language() {
    let first = |arguments: &str| told(arguments).lines().next().unwrap_or("").to_owned();
    assert_eq!(first("--lang es lint --format"), "error: Falta el valor de --format <FORMATO>");
    assert_eq!(first("--lang es lint --strict=1"), "error: --strict no lleva valor, y se le dio «1»");
    assert_eq!(first("--lang es explain"), "error: Falta <REGLA>");
    assert_eq!(first("--lang es rules extra"), "error: Sobra «extra»");
    assert_eq!(first("--lang es -q"), "error: Falta decir qué comando se quiere");
    assert_eq!(first("rules --lang es --lang es"), "error: --lang <IDIOMA> solo puede indicarse una vez");
    assert_eq!(first("--lang fr rules"), "error: “fr” is not a value of --lang <LANGUAGE>");
}

#[cfg(unix)]
#[test]
fn arguments_that_are_not_utf8_are_told() {
    use std::os::unix::ffi::OsStringExt;
    let run = Run::new();
    let odd = || OsString::from_vec(vec![b'a', 0xff]);
    let first = |arguments: Vec<OsString>| {
        let came = run.run_with(arguments);
        assert_eq!((came.code, came.stdout.as_str()), (2, ""));
        came.stderr.lines().next().unwrap_or("").to_owned()
    };
    assert_eq!(first(vec!["lint".into(), odd()]), "error: “a\u{fffd}” does not exist");
    assert_eq!(first(vec!["lint".into(), "--at".into(), odd()]), "error: An argument is not written in UTF-8");
    assert_eq!(first(vec![odd()]), "error: There is no command “a\u{fffd}”");
}

#[test]
fn a_command_of_a_command_has_help_of_its_own() {
    let run = Run::new();
    let told = run.run("help tally identities --lang es");
    assert_eq!(told.code, 0);
    assert!(told.stdout.contains("gaceta tally identities [OPCIONES] [RUTA]"), "{}", told.stdout);
    let told = run.run("help tally identties --lang es");
    assert_eq!((told.code, told.stderr.contains("¿Quiso decir «identities»?")), (2, true), "{}", told.stderr);
    let told = run.run("tally identties a.md --lang en");
    assert_eq!((told.code, told.stderr.contains("“a.md” is one too many")), (2, true), "{}", told.stderr);
}
