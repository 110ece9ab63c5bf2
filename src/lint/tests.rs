use super::finding::Observation;
use super::testing::{Trial, messages};
use super::*;
use crate::error::ErrorKind;
use crate::messages::{Catalogue, Locale};
use crate::model::{Block, Contract, Inline, Message, Section, Span};
use crate::repo::Memory;

const SKIP_AND_EMPTY: &str = "# A\n\n### B\n";

fn policy(files: &[(&str, &str)]) -> Policy {
    Policy::open(Box::new(Memory::new(files.iter().copied()).unwrap())).unwrap()
}

fn only(rules: &[&str]) -> Options {
    Options { rules: rules.iter().map(|rule| (*rule).to_owned()).collect(), ..Options::default() }
}

fn at(paths: &[&str]) -> Options {
    Options { paths: paths.iter().map(|path| DocumentPath::new(path).unwrap()).collect(), ..Options::default() }
}

/// Path, first byte, rule and severity of each finding.
fn found(policy: &Policy, options: &Options) -> Vec<(String, u32, &'static str, Severity)> {
    let outcome = lint(policy, options).unwrap();
    assert_eq!(outcome.unread.len(), 0);
    let summary = |finding: &Finding| (finding.path.to_string(), finding.span.start, finding.rule, finding.severity);
    outcome.findings.iter().map(summary).collect()
}

fn told(error: &Error) -> Vec<String> {
    let words = Catalogue::of(Locale::English);
    [&error.message].into_iter().chain(&error.hints).map(|message| words.text(message)).collect()
}

#[test]
fn findings_are_in_order_of_path_place_and_rule() {
    let policy = policy(&[("es/b.md", SKIP_AND_EMPTY), ("es/a.md", "# A\n\n[x](#no)\n\n### B\n")]);
    let warning = Severity::Warning;
    let expected = [
        ("es/a.md".to_owned(), 10, "broken-anchor", Severity::Error),
        ("es/a.md".to_owned(), 15, "empty-section", warning),
        ("es/a.md".to_owned(), 15, "heading-skip", warning),
        ("es/b.md".to_owned(), 5, "empty-section", warning),
        ("es/b.md".to_owned(), 5, "heading-skip", warning),
    ];
    assert_eq!(found(&policy, &Options::default()), expected);
}

#[test]
fn the_manifest_sets_severities_and_turns_rules_off() {
    let mut policy = policy(&[("a.md", SKIP_AND_EMPTY)]);
    policy.manifest.lint.rules.insert("heading-skip".to_owned(), Some(Severity::Error));
    policy.manifest.lint.rules.insert("empty-section".to_owned(), None);
    assert_eq!(found(&policy, &Options::default()), [("a.md".to_owned(), 5, "heading-skip", Severity::Error)]);
}

#[test]
fn rules_named_by_the_options_run_alone_even_if_they_are_off() {
    let mut policy = policy(&[("a.md", SKIP_AND_EMPTY)]);
    policy.manifest.lint.rules.insert("empty-section".to_owned(), None);
    let expected = [("a.md".to_owned(), 5, "empty-section", Severity::Warning)];
    assert_eq!(found(&policy, &only(&["empty-section"])), expected);
}

#[test]
fn an_unknown_rule_is_an_error_with_a_suggestion() {
    let mut policy = policy(&[("a.md", SKIP_AND_EMPTY)]);
    let error = lint(&policy, &only(&["heading-skp"])).unwrap_err();
    assert_eq!(error.kind, ErrorKind::Usage);
    let expected = [
        "There is no rule “heading-skp”",
        "Did you mean “heading-skip”?",
        "The command “gaceta rules” lists every rule",
    ];
    assert_eq!(told(&error), expected);
    policy.manifest.lint.rules.insert("x".to_owned(), None);
    let error = lint(&policy, &Options::default()).unwrap_err();
    assert_eq!(error.kind, ErrorKind::Configuration);
    assert_eq!(error.place.as_ref().map(|place| place.file.as_str()), Some("gaceta.toml"));
    assert_eq!(told(&error), ["There is no rule “x”", "The command “gaceta rules” lists every rule"]);
    assert_eq!(rule("heading-skip").map(|rule| rule.name).ok(), Some("heading-skip"));
    assert_eq!(rule("Heading-Skip").map(|rule| rule.name).ok(), None);
}

#[test]
fn paths_restrict_the_findings_to_documents_and_folders() {
    let policy = policy(&[
        ("es/a.md", SKIP_AND_EMPTY),
        ("es/x/b.md", SKIP_AND_EMPTY),
        ("es/x.md", SKIP_AND_EMPTY),
        ("en/a.md", SKIP_AND_EMPTY),
    ]);
    let paths = |options: &Options| {
        let outcome = lint(&policy, options).unwrap();
        let mut paths: Vec<_> = outcome.findings.iter().map(|finding| finding.path.to_string()).collect();
        paths.dedup();
        (paths.join(" "), outcome.documents)
    };
    assert_eq!(paths(&Options::default()), ("en/a.md es/a.md es/x.md es/x/b.md".to_owned(), 4));
    assert_eq!(paths(&at(&["es/x"])), ("es/x/b.md".to_owned(), 1));
    assert_eq!(paths(&at(&["es", "es/x/b.md", "en/a.md"])), ("en/a.md es/a.md es/x.md es/x/b.md".to_owned(), 4));
    assert_eq!(paths(&at(&["es/x.md"])), ("es/x.md".to_owned(), 1));
    let error = lint(&policy, &at(&["es/a.md", "es/no.md"])).unwrap_err();
    assert_eq!(error.kind, ErrorKind::Usage);
    assert_eq!(told(&error)[0], "There is no document of the policy at “es/no.md”");
}

#[test]
fn a_document_that_cannot_be_read_does_not_stop_the_others() {
    let mut policy = policy(&[("a.md", SKIP_AND_EMPTY), ("b.md", ""), ("c.md", SKIP_AND_EMPTY)]);
    let files = [("a.md", b"\xff".to_vec()), ("c.md", SKIP_AND_EMPTY.into())];
    policy.files = Box::new(Memory::new(files).unwrap());
    let outcome = lint(&policy, &only(&["heading-skip"])).unwrap();
    assert_eq!(outcome.documents, 1);
    assert_eq!(messages(&outcome.findings, Locale::English), ["The heading skips from level 1 to level 3"]);
    let places: Vec<_> = outcome.unread.iter().map(|error| error.place.clone().unwrap().file).collect();
    assert_eq!(places, ["a.md", "b.md"]);
}

#[test]
fn a_path_that_holds_only_documents_that_cannot_be_read_is_no_mistake() {
    let files = [("a.md", b"# A\n\nText.\n".to_vec()), ("es/b.md", b"\xff".to_vec()), ("es/c.csv", b"".to_vec())];
    let policy = Policy::open(Box::new(Memory::new(files).unwrap())).unwrap();
    let linted = |path| lint(&policy, &at(&[path])).map(|outcome| outcome.documents).ok();
    assert_eq!(
        [linted("a.md"), linted("es/b.md"), linted("es"), linted("es/c.csv")],
        [Some(1), Some(0), Some(0), None]
    );
}

#[test]
fn a_malformed_glob_of_a_contract_is_an_error() {
    let mut policy = policy(&[("a.md", "")]);
    policy.manifest.contracts.push(Contract { files: "es/[".to_owned(), ..Contract::default() });
    let error = lint(&policy, &Options::default()).unwrap_err();
    assert_eq!(error.kind, ErrorKind::Configuration);
    assert_eq!(error.message.id, "error-malformed-glob");
}

#[test]
fn severities_are_counted() {
    let policy = policy(&[("a.md", "# A\n\n[x](#no)\n\n### B\n")]);
    let outcome = lint(&policy, &Options::default()).unwrap();
    assert_eq!((outcome.count(Severity::Error), outcome.count(Severity::Warning)), (1, 2));
}

#[test]
fn an_empty_policy_has_no_findings() {
    let outcome = lint(&policy(&[]), &Options::default()).unwrap();
    assert_eq!((outcome.findings, outcome.documents, outcome.unread.len()), (vec![], 0, 0));
}

/// A rule that reports each thing it is shown.
const fn witness(name: &'static str, check: Check) -> Rule {
    let documentation = [Documentation(""), Documentation("")];
    Rule { name, default: Some(Severity::Warning), check, messages: &["lint-empty-section"], documentation }
}

const WITNESSES: &[&Rule] = &[
    &witness(
        "block",
        Check::Block(|context, block: &Block<'_>, findings| see(&context.document.path, block.span, findings)),
    ),
    &witness("document", Check::Document(|context, findings| see(&context.document.path, Span::new(0..1), findings))),
    &witness(
        "inline",
        Check::Inline(|context, inline: &Inline<'_>, findings| see(&context.document.path, inline.span, findings)),
    ),
    &witness(
        "policy",
        Check::Policy(|context, findings| {
            context.documents.iter().for_each(|(path, _)| see(path, Span::new(0..2), findings));
        }),
    ),
    &witness(
        "section",
        Check::Section(|context, section: &Section<'_>, findings| {
            see(&context.document.path, context.place(&section.heading), findings);
        }),
    ),
];

fn see(path: &DocumentPath, span: Span, findings: &mut finding::Findings<'_>) {
    findings.add(Observation::new(path, span, Message::new("lint-empty-section")));
}

/// What the witness of this name saw of a text.
fn seen(witness: &str, text: &str) -> Vec<String> {
    let outcome = lint_with(WITNESSES, &policy(&[("a.md", text)]), &only(&[witness]), &mut |_| {}).unwrap();
    outcome.findings.iter().map(|finding| text[finding.span.range()].trim_end().to_owned()).collect()
}

#[test]
fn each_scope_is_shown_everything_of_its_kind_once() {
    let text = "a *b*\n\n# C\n\n- d\n\n  > e\n\n## F\n\n| g |\n| - |\n| h |\n";
    assert_eq!(seen("document", text), ["a"]);
    assert_eq!(seen("policy", text), ["a"]);
    assert_eq!(seen("section", text), ["# C", "## F"]);
    assert_eq!(seen("inline", text), ["a", "*b*", "b", "C", "d", "e", "F", "g", "h"]);
    let blocks = ["a *b*", "- d\n\n  > e", "d", "> e", "e", "| g |\n| - |\n| h |"];
    assert_eq!(seen("block", text), blocks);
}

#[test]
fn findings_of_the_whole_policy_are_restricted_too() {
    let policy = policy(&[("a.md", "aa"), ("b.md", "bb")]);
    let outcome = lint_with(WITNESSES, &policy, &at(&["b.md"]), &mut |_| {}).unwrap();
    assert!(outcome.findings.iter().any(|finding| finding.rule == "policy"));
    assert!(outcome.findings.iter().all(|finding| finding.path.as_str() == "b.md"));
}

#[test]
fn any_text_can_be_linted() {
    let deep = "> ".repeat(5_000) + "[a](#b)";
    let many = "#".repeat(6) + " x\n\n[a](#y)\n\n";
    for text in
        ["", "\u{feff}", "\u{feff}# \u{202e}\n[](#\u{202e})", "\r\r\r", "#", "[](#)", &deep, &many.repeat(3_000)]
    {
        let trial = Trial::of("broken-anchor").file("es/a.md", text);
        let outcome = lint(&trial.policy(), &Options::default()).unwrap();
        assert_eq!(outcome.documents, 1);
        for finding in outcome.findings {
            assert!(text.get(finding.span.range()).is_some(), "{finding:?}");
        }
    }
}

#[test]
fn of_a_great_policy_is_told_how_far_it_is() {
    let told = |number: usize| {
        let files = (0..number).map(|number| (format!("{number}.md"), "# A\n\nTexto.\n"));
        let policy = Policy::open(Box::new(Memory::new(files).unwrap())).unwrap();
        let mut told = Vec::new();
        lint_and_tell(&policy, &only(&["heading-skip"]), &mut |visited| told.push(visited)).unwrap();
        told
    };
    assert_eq!((told(3), told(1_030)), (vec![], vec![0, 1_024]));
}
