use crate::lint::testing::{Trial, hints};
use crate::lint::{Options, lint};
use crate::messages::Locale;
use crate::model::{Finding, Severity};
use crate::policy::Policy;
use crate::repo::Memory;
use std::sync::Arc;

const OLD: &str = "# Norma\n\nTexto.\n\n## Plazos\n\nLa Unidad publica los datos en diez días.\n\n## Costos\n\nNadie tiene que pagar por los datos.\n";

fn severities(findings: &[Finding]) -> Vec<Severity> {
    findings.iter().map(|finding| finding.severity).collect()
}

#[test]
fn a_section_with_another_anchor_is_an_error_at_its_heading() {
    let new = OLD.replace("## Plazos", "⟦## Plazos y prórrogas⟧");
    let trial = Trial::of("released-anchor").released("es/a.md", OLD).file("es/a.md", &new);
    let expected =
        "Quien haya citado «#plazos» de «es/a.md» ya no llega a esta sección, que ahora es «#plazos-y-prórrogas»";
    trial.says(Locale::Spanish, &[expected]);
    let findings = trial.lint();
    assert_eq!(hints(&findings, Locale::English), ["Write “{#plazos}” in its heading"]);
    assert_eq!(severities(&findings), [Severity::Error]);
}

#[test]
fn another_identity_is_replaced() {
    let old = OLD.replace("## Plazos", "## Plazos {#plazos}");
    let new = OLD.replace("## Plazos", "⟦## Plazos {#terminos}⟧");
    let findings = Trial::of("released-anchor").released("es/a.md", &old).file("es/a.md", &new).lint();
    let expected = "Escriba en su encabezado «{#plazos}» en lugar de «{#terminos}»";
    assert_eq!(hints(&findings, Locale::Spanish), [expected]);
}

#[test]
fn anchors_that_still_lead_somewhere_are_left_alone() {
    for new in [
        OLD.to_owned(),
        format!("{OLD}\nMás texto.\n"),
        OLD.replace("## Plazos", "## Plazos y prórrogas {#plazos}"),
        OLD.replace("## Plazos", "<a id=\"plazos\"></a>\n\n## Plazos y prórrogas"),
        OLD.replace("## Plazos", "#### Plazos"),
        "# Norma\n\n## Costos\n\n## Otra cosa {#plazos}\n".to_owned(),
    ] {
        Trial::of("released-anchor").released("es/a.md", OLD).file("es/a.md", &new).lint();
    }
}

#[test]
fn another_name_in_the_manifest_counts_if_it_leads_somewhere() {
    let manifest =
        |now: &str| format!("[policy]\nlanguages = [\"es\"]\n[aliases]\nplazos = \"medio\"\nmedio = \"{now}\"\n");
    let new = OLD.replace("## Plazos", "## Plazos y prórrogas");
    let trial = |now: &str, new: &str| {
        Trial::of("released-anchor").manifest(&manifest(now)).released("es/a.md", OLD).file("es/a.md", new).lint()
    };
    assert!(trial("plazos-y-prórrogas", &new).is_empty());
    let marked = new.replace("## Plazos y prórrogas", "⟦## Plazos y prórrogas⟧");
    assert_eq!(severities(&trial("plazos-y-tasas", &marked)), [Severity::Error]);
    assert_eq!(severities(&trial("plazos", &marked)), [Severity::Error]);
    // What an edition calls a section whose anchor another document has, and an anchor that no edition has.
    let other = format!("# Otras\n\n{}", "## Plazos y prórrogas\n\nTexto.\n");
    let named = |now: &str, new: &str| {
        let trial = Trial::of("released-anchor").manifest(&manifest(now)).released("es/b.md", OLD);
        trial.file("es/b.md", new).file("es/a.md", &other).lint()
    };
    assert!(named("es-b-plazos-y-prórrogas", &new).is_empty());
    let raw = marked.replace("Texto.", "<a id=\"medio-crudo\"></a>Texto.");
    assert_eq!(severities(&named("medio-crudo", &raw)), [Severity::Error]);
}

#[test]
fn a_section_that_was_taken_out_is_a_warning_at_the_first_heading() {
    let old = format!("{OLD}\n### Excepciones\n\nLas copias en papel se pagan.\n\n### Tarifas\n\nUn peso por hoja.\n");
    let new = "⟦# Norma⟧\n\nTexto.\n\n## Plazos\n\nLa Unidad publica los datos en diez días.\n";
    let trial = Trial::of("released-anchor").released("es/a.md", &old).file("es/a.md", new);
    let expected = "Ya no existen la sección «Costos», que alguien puede haber citado como «#costos» de «es/a.md», ni las 2 que contenía";
    trial.says(Locale::Spanish, &[expected]);
    let findings = trial.lint();
    assert_eq!(severities(&findings), [Severity::Warning]);
    let expected = "If its text is in another section now, write “{#costos}” in the heading of that section";
    assert_eq!(hints(&findings, Locale::English), [expected]);
}

#[test]
fn a_section_may_go_to_another_document_and_a_document_may_be_renamed() {
    let (without, costs) = OLD.split_once("## Costos").unwrap();
    let costs = format!("# Dinero\n\n## Costos{costs}");
    Trial::of("released-anchor").released("es/a.md", OLD).file("es/a.md", without).file("es/b.md", &costs).lint();
    Trial::of("released-anchor").released("es/a.md", OLD).file("es/z.md", OLD).lint();
    // All of it, in two documents with other titles.
    let other =
        "# Otra\n\nOtro texto.\n\n## Norma\n\nTexto.\n\n## Plazos\n\nLa Unidad publica los datos en diez días.\n";
    Trial::of("released-anchor").released("es/a.md", OLD).file("es/y.md", other).file("es/b.md", &costs).lint();
}

#[test]
fn an_anchor_that_another_document_had_all_along_has_not_moved() {
    let other = "# Otra\n\n## Plazos\n\nEl Comité responde en tres días.\n";
    let new = OLD.replace("## Plazos", "⟦## Plazos y prórrogas⟧");
    let trial = Trial::of("released-anchor").released("es/a.md", OLD).released("es/b.md", other).file("es/a.md", &new);
    trial.file("es/b.md", &format!("{other}\nY lo publica.\n")).lint();
}

#[test]
fn the_sections_of_a_renamed_document_are_looked_up_there() {
    let new = OLD.replace("## Plazos", "⟦## Plazos y prórrogas⟧");
    let trial = Trial::of("released-anchor").released("es/a.md", OLD).file("es/z.md", &new);
    let expected =
        "Whoever has cited “#plazos” of “es/a.md” no longer gets to this section, which is “#plazos-y-prórrogas” now";
    trial.says(Locale::English, &[expected]);
}

#[test]
fn a_document_that_is_gone_is_told_once_where_the_policy_begins() {
    let rest = "# Reglas\n\nEl Comité revisa el catálogo cada año.\n";
    let trial = Trial::of("released-anchor")
        .released("es/anexo.md", OLD)
        .released("es/b.md", rest)
        .file("es/b.md", &format!("⟦# Reglas⟧\n{}", rest.split_once('\n').unwrap().1))
        .file("en/a.md", "# Rules\n");
    trial.says(
        Locale::Spanish,
        &["Ya no existe el documento «es/anexo.md», con 3 secciones que alguien puede haber citado"],
    );
    let findings = trial.lint();
    assert_eq!(severities(&findings), [Severity::Warning]);
    let expected = "Si su texto pasó a otro documento, conserve ahí las identidades de sus secciones, como «{#norma}»";
    assert_eq!(hints(&findings, Locale::Spanish), [expected]);
}

#[test]
fn clauses_that_are_gone_are_told_by_section() {
    let old = "# Norma\n\n## Deberes\n\nLa Unidad debe:\n\nI. Publicar los datos;\n\nII. Responder en diez días;\n\nIII. Corregir los errores, y\n\nIV. Informar al Comité.\n";
    let new = "# Norma\n\n⟦## Deberes⟧\n\nLa Unidad debe:\n\nI. Publicar los datos, y\n\nII. Informar al Comité.\n";
    let trial = Trial::of("released-anchor").released("es/a.md", old).file("es/a.md", new);
    let expected = "Ya no existen la cláusula «#deberes.III» de «es/a.md» y otra de la misma sección, que alguien puede haber citado";
    trial.says(Locale::Spanish, &[expected]);
    let findings = trial.lint();
    assert_eq!(severities(&findings), [Severity::Warning]);
    let expected =
        "Leave the number of a clause that is taken out, with the word “Repealed”, so that the others keep theirs";
    assert_eq!(hints(&findings, Locale::English), [expected]);
    // Only editions give clauses anchors, and only policies with a manifest are published so.
    let unmarked = new.replace(['⟦', '⟧'], "");
    Trial::of("released-anchor").without_manifest().released("es/a.md", old).file("es/a.md", &unmarked).lint();
}

#[test]
fn without_a_manifest_the_title_of_a_page_may_change_and_the_rest_is_a_warning() {
    let new = OLD
        .replace("# Norma", "# Norma técnica")
        .replace("## # Norma", "## Norma")
        .replace("## Costos", "⟦## Tarifas⟧");
    let trial = Trial::of("released-anchor").without_manifest().released("a.md", OLD).file("a.md", &new);
    assert_eq!(severities(&trial.lint()), [Severity::Warning]);
    let new = OLD.replace("# Norma", "⟦# Norma técnica⟧");
    Trial::of("released-anchor").released("es/a.md", OLD).file("es/a.md", &new).lint();
}

#[test]
fn with_a_base_only_what_it_still_had_is_told() {
    let base = OLD.replace("## Plazos", "## Plazos y prórrogas");
    let new = base.replace("## Costos", "⟦## Tarifas⟧");
    Trial::of("released-anchor").released("es/a.md", OLD).base("es/a.md", &base).file("es/a.md", &new).lint();
    let unmarked = new.replace(['⟦', '⟧'], "");
    Trial::of("released-anchor").released("es/a.md", OLD).base("es/a.md", &unmarked).file("es/a.md", &unmarked).lint();
    let trial = Trial::of("released-anchor").released("es/a.md", OLD).released("es/c.md", "# Otra\n\n## Una\n");
    trial.base("es/a.md", OLD).file("es/a.md", OLD).lint();
}

#[test]
fn what_the_manifest_leaves_out_now_is_no_document_that_is_gone() {
    let policy = |manifest: &str| {
        let files = [("es/anexo.md", OLD), ("es/b.md", "# Reglas\n"), ("gaceta.toml", manifest)];
        Policy::open(Box::new(Memory::new(files).unwrap())).unwrap()
    };
    let released = Some(Arc::new(policy("")));
    let options = Options { rules: vec!["released-anchor".to_owned()], released, ..Options::default() };
    let excluding = policy("[policy]\nexclude = [\"es/anexo.md\"]\n");
    assert_eq!(lint(&excluding, &options).unwrap().findings, []);
}

#[test]
fn a_comment_where_it_is_told_silences_it_and_is_not_idle_without_a_release() {
    let new = "<!-- gaceta: ignore released-anchor Los costos se derogaron -->\n\n# Norma\n\nTexto.\n\n\
        ## Plazos\n\nLa Unidad publica los datos en diez días.\n";
    let trial = Trial::of("released-anchor").released("es/a.md", OLD).file("es/a.md", new);
    trial.lint();
    let rules = ["released-anchor", "unused-ignore"].map(str::to_owned).to_vec();
    let options = Options { rules, ..Options::default() };
    assert_eq!(lint(&trial.policy(), &options).unwrap().findings, []);
    // After a release without the section, nothing is silenced any more.
    let released = Some(Arc::new(trial.policy()));
    assert_eq!(lint(&trial.policy(), &Options { released, ..options }).unwrap().findings[0].rule, "unused-ignore");
}
