//! `gaceta diff` where it draws.

use super::Run;
use std::fs;

fn two_files() -> Run {
    let old = "# Datos {#datos}\n\nLa entidad debe publicar sus datos en diez días.\n";
    Run::new().file("antes.md", old).file("ahora.md", &old.replace("diez", "veinte"))
}

#[test]
fn a_page_of_two_files_goes_to_standard_output() {
    let came = two_files().run("diff antes.md ahora.md --format html --lang es");
    assert_eq!((came.code, came.stderr.as_str()), (0, ""));
    assert!(came.stdout.contains("<h1 lang=\"es\">Cambios de antes.md a ahora.md</h1>"), "{}", came.stdout);
    let marked = "en <del class=\"change\" id=\"change-1\" tabindex=\"-1\"><span class=\"visually-hidden\" lang=\"es\">texto quitado: \
                  </span>diez </del><ins><span class=\"visually-hidden\" lang=\"es\">texto nuevo: </span>veinte</ins>";
    assert!(came.stdout.contains(marked), "{}", came.stdout);
}

#[test]
fn every_form_goes_to_the_file_that_is_named() {
    let run = two_files();
    let came = run.run("diff antes.md ahora.md --format html --out a/b.html --lang en");
    assert_eq!(came.code, 0, "{}", came.stderr);
    assert!(came.stdout.starts_with("a/b.html (") && came.stdout.lines().count() == 1, "{}", came.stdout);
    let page = fs::read_to_string(run.folder.path().join("a/b.html")).unwrap();
    assert!(page.contains("Changes from antes.md to ahora.md"));
    let came = run.run("diff antes.md ahora.md --format json --out c.json --exit-code");
    assert_eq!(came.code, 1);
    assert!(fs::read_to_string(run.folder.path().join("c.json")).unwrap().contains("\"gaceta/diff/1\""));
}

#[cfg(feature = "pdf")]
#[test]
fn a_pdf_is_not_shown_on_a_terminal() {
    let files = two_files();
    let arguments = "gaceta diff antes.md ahora.md --format pdf --lang es".split(' ').skip(1).map(Into::into).collect();
    let mut environment = files.environment(arguments);
    environment.stdout_is_terminal = true;
    let (mut stdout, mut stderr) = (Vec::new(), Vec::new());
    assert_eq!(super::run(environment, &mut stdout, &mut stderr), 2);
    assert_eq!(stdout, b"");
    let told = String::from_utf8(stderr).unwrap();
    assert!(told.contains("--format pdf --out cambios.pdf"), "{told}");
}
