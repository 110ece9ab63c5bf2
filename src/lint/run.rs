//! Shows every document of a policy to the rules, then the policy as a whole.

use super::context::{DocumentContext, PolicyContext};
use super::finding::{Gathered, Later, Observation};
use super::ignores::{self, Ignore, UNUSED_IGNORE};
use super::selection::Selection;
use super::whole::{DocumentFacts, WholePolicy};
use super::{Outcome, Progress, fingerprint, rule, told_seldom, visit};
use crate::error::Result;
use crate::model::{DocumentPath, Finding, Fix, Message, Severity};
use rayon::prelude::*;
use std::cmp::Ordering;

/// Lints the documents of a policy that are `chosen`, each true or false in the order of the policy's paths; `is_brief` as
/// in [`Options`](super::Options).
pub(super) fn run(
    context: &PolicyContext<'_>,
    selection: &Selection<'_>,
    chosen: &[bool],
    is_brief: bool,
    progress: Progress<'_>,
) -> Outcome {
    let paths = &context.policy.paths;
    let visit = |(path, is_chosen): (&DocumentPath, &bool)| {
        let mut visit = visit_document(context, path, selection, *is_chosen)?;
        sort(&mut visit.findings);
        // A comment may yet silence one of the findings that are told, so that another takes its place.
        if is_brief && visit.ignores.is_empty() {
            visit.findings = told_seldom(visit.findings);
        }
        // What is kept until all documents have been visited is made anew, in the room that the document has left: where it
        // was made, between the parts of the document, it would keep that room from being used again.
        Ok(Visit { findings: visit.findings.clone(), facts: visit.facts.clone(), ..visit })
    };
    let mut outcome = Outcome::default();
    let mut documents = Vec::with_capacity(paths.len());
    let mut put_off: Vec<PutOff> = Vec::new();
    let mut ignores = Vec::new();
    for (paths, chosen) in paths.chunks(VISITED_AT_ONCE).zip(chosen.chunks(VISITED_AT_ONCE)) {
        if context.policy.paths.len() > VISITED_AT_ONCE {
            progress(documents.len() + outcome.unread.len());
        }
        let visited: Vec<Result<Visit>> = paths.par_iter().zip(chosen).map(visit).collect();
        for ((path, visit), is_chosen) in paths.iter().zip(visited).zip(chosen) {
            match visit {
                Ok(visit) => {
                    outcome.documents += usize::from(*is_chosen);
                    outcome.findings.extend(visit.findings);
                    put_off.extend((!visit.later.is_empty()).then_some(visit.later));
                    ignores.extend((!visit.ignores.is_empty()).then_some((path, visit.ignores)));
                    documents.push((path, visit.facts));
                }
                Err(error) => outcome.unread.push(error),
            }
        }
    }
    let whole = WholePolicy::new(context, documents);
    let mut findings = of_whole_policy(&whole, put_off, selection);
    let is_chosen = |finding: &Finding| paths.binary_search(&finding.path).is_ok_and(|place| chosen[place]);
    findings.retain(is_chosen);
    sort(&mut findings);
    fingerprint::stamp(&mut findings, &|path| context.policy.text(path).ok());
    merge(&mut outcome.findings, findings);
    for (path, ignores) in ignores {
        let start = outcome.findings.partition_point(|finding| finding.path < *path);
        let end = outcome.findings.partition_point(|finding| finding.path <= *path);
        let mut own: Vec<Finding> = outcome.findings.drain(start..end).collect();
        apply_ignores(path, ignores, &whole, selection, &mut own);
        outcome.findings.splice(start..start, if is_brief { told_seldom(own) } else { own });
    }
    outcome
}

/// After so many documents their findings are put with the others: a limit on what is held twice meanwhile.
const VISITED_AT_ONCE: usize = 1024;

/// In order of path, place and rule; what is equal in these stays in the order in which it was said.
fn sort(findings: &mut [Finding]) {
    findings.sort_by(in_order);
}

fn in_order(one: &Finding, other: &Finding) -> Ordering {
    let place = |finding: &Finding| (finding.span.start, finding.rule, finding.span.end);
    one.path.cmp(&other.path).then_with(|| place(one).cmp(&place(other)))
}

/// Puts findings that are in order among others that are, from the last one on, so that no room is needed but for the
/// former.
fn merge(findings: &mut Vec<Finding>, mut late: Vec<Finding>) {
    let mut rest = findings.len();
    findings.extend(late.iter().cloned());
    let mut free = findings.len();
    while let Some(last) = late.pop() {
        while let Some(before) = rest.checked_sub(1).filter(|before| in_order(&findings[*before], &last).is_gt()) {
            (rest, free) = (before, free - 1);
            findings.swap(rest, free);
        }
        free -= 1;
        findings[free] = last;
    }
}

/// What is left of a document after its visit.
struct Visit {
    findings: Vec<Finding>,
    later: PutOff,
    ignores: Vec<Ignore>,
    facts: DocumentFacts,
}

/// What the rules have put off in one document.
type PutOff = Vec<(&'static str, Severity, Later)>;

/// Reads, parses and shows a document to the rules; its text and tree are dropped on return. Of a document that was not
/// chosen only the facts are taken, as rules may ask for them.
fn visit_document(
    context: &PolicyContext<'_>,
    path: &DocumentPath,
    selection: &Selection<'_>,
    is_chosen: bool,
) -> Result<Visit> {
    let text = context.policy.text(path)?;
    let document = context.policy.parse(path, &text);
    let mut context = DocumentContext::new(context, &document);
    let mut gathered = Gathered::default();
    let mut ignores = Vec::new();
    if is_chosen {
        visit::document(&context, &selection.of(path), &mut gathered);
        ignores = ignores::read(&context);
        fingerprint::stamp_document(&mut gathered.findings, &text);
    }
    let facts = DocumentFacts::of(&mut context, selection.wanted());
    Ok(Visit { findings: gathered.findings, later: gathered.later, ignores, facts })
}

/// What can be said once every document has been visited.
fn of_whole_policy(whole: &WholePolicy<'_>, put_off: Vec<PutOff>, selection: &Selection<'_>) -> Vec<Finding> {
    let settle = |document: PutOff| {
        let mut gathered = Gathered::default();
        for (rule, severity, then) in document {
            then(whole, &mut gathered.of(rule, severity));
        }
        gathered.findings
    };
    let mut findings: Vec<Finding> = put_off.into_par_iter().flat_map_iter(settle).collect();
    let mut gathered = Gathered::default();
    for rule in selection.of_policy() {
        (rule.check)(whole, &mut gathered.of(rule.name, rule.severity));
    }
    selection.weigh(&mut gathered.findings);
    findings.extend(gathered.findings);
    findings
}

/// Silences those of a document's findings that its comments cover, and tells of the comments that are not needed.
fn apply_ignores(
    path: &DocumentPath,
    mut ignores: Vec<Ignore>,
    whole: &WholePolicy<'_>,
    selection: &Selection<'_>,
    own: &mut Vec<Finding>,
) {
    ignores::silence(&mut ignores, own);
    let rules = selection.of(path);
    let Some(severity) = rules.severity(UNUSED_IGNORE).filter(|_| selection.wants(UNUSED_IGNORE)) else { return };
    // With another version or none, a rule that compares says something else.
    let compared = whole.policy.base.is_none() && whole.policy.released.is_some();
    let ran = |name: &str| rules.severity(name).is_some() && (compared || !selection.compares(name));
    let mut gathered = Gathered::default();
    for ignore in ignores {
        if let Some(observation) = faulty(path, ignore, ran) {
            gathered.of(UNUSED_IGNORE, severity).add(observation);
        }
    }
    fingerprint::stamp(&mut gathered.findings, &|path| whole.policy.policy.text(path).ok());
    own.extend(gathered.findings);
    sort(own);
}

/// What is wrong with a comment that silences rules; `ran` tells which of them did run.
fn faulty(path: &DocumentPath, ignore: Ignore, ran: impl Fn(&str) -> bool) -> Option<Observation> {
    let message = ignore.faults(&ran, |name| rule(name).is_ok())?;
    let is_malformed = message.id == "lint-unused-ignore-malformed";
    let mut observation = Observation::new(path, ignore.span, message);
    if is_malformed {
        observation = observation.hint(Message::new("lint-unused-ignore-malformed-hint"));
    }
    if ignore.is_idle(&ran) {
        observation = observation.fix(Fix { edits: vec![ignore.removal], safe: true });
    }
    Some(observation)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Fingerprint, Span};
    use proptest::prelude::*;

    fn finding((start, number): (usize, u32)) -> Finding {
        Finding {
            rule: "una-regla",
            severity: Severity::Error,
            path: DocumentPath::new("a.md").unwrap(),
            span: Span::new(start..start),
            message: Message::new("un-mensaje").with("number", number),
            hints: Vec::new(),
            related: Vec::new(),
            fix: None,
            fingerprint: Fingerprint::default(),
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..Default::default() })]

        #[test]
        fn what_is_merged_is_as_if_sorted_together(
            early in prop::collection::vec((0..9_usize, 0..9_u32), 0..12),
            late in prop::collection::vec((0..9_usize, 9..18_u32), 0..12),
        ) {
            let of = |places: Vec<(usize, u32)>| {
                let mut findings: Vec<Finding> = places.into_iter().map(finding).collect();
                sort(&mut findings);
                findings
            };
            let (mut early, late) = (of(early), of(late));
            let mut expected = [early.clone(), late.clone()].concat();
            sort(&mut expected);
            merge(&mut early, late);
            prop_assert_eq!(early, expected);
        }
    }
}
