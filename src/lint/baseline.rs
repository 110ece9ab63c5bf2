//! Findings that are known and put up with: a file of their fingerprints, so that only new ones are told.

use crate::error::{Error, Result};
use crate::model::{Finding, Message};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// The schema that the file names.
const SCHEMA: &str = "gaceta/baseline/1";

/// Known findings.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Baseline {
    fingerprints: BTreeSet<String>,
}

#[derive(Serialize, Deserialize)]
struct File {
    schema: String,
    findings: Vec<Known>,
}

/// A known finding; rule and path are there for people.
#[derive(Serialize, Deserialize)]
struct Known {
    fingerprint: String,
    rule: String,
    path: String,
}

impl Baseline {
    /// Reads the text of a baseline; `file` is what errors call it.
    ///
    /// # Errors
    /// If it is not what [`Baseline::written`] writes.
    pub fn read(text: &str, file: &str) -> Result<Self> {
        let wrong = || {
            let error = Error::configuration(Message::new("lint-baseline-invalid")).at(file, None);
            error.hint(Message::new("lint-baseline-invalid-hint"))
        };
        let read: File = serde_json::from_str(text).map_err(|_| wrong())?;
        if read.schema != SCHEMA {
            return Err(wrong());
        }
        Ok(Self { fingerprints: read.findings.into_iter().map(|known| known.fingerprint).collect() })
    }

    /// Whether a finding is known.
    #[must_use]
    pub fn holds(&self, finding: &Finding) -> bool {
        self.fingerprints.contains(&finding.fingerprint.to_string())
    }

    /// The text of a baseline that holds these findings.
    #[must_use]
    pub fn written<'a>(findings: impl IntoIterator<Item = &'a Finding>) -> String {
        let known = |finding: &Finding| Known {
            fingerprint: finding.fingerprint.to_string(),
            rule: finding.rule.to_owned(),
            path: finding.path.to_string(),
        };
        let file = File { schema: SCHEMA.to_owned(), findings: findings.into_iter().map(known).collect() };
        // It holds nothing that JSON could not.
        serde_json::to_string_pretty(&file).map(|text| text + "\n").unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lint::{Options, lint};
    use crate::policy::Policy;
    use crate::repo::Memory;
    use std::sync::Arc;

    fn found(text: &str, baseline: Option<Baseline>) -> Vec<Finding> {
        let policy = Policy::open(Box::new(Memory::new([("a.md", text)]).unwrap())).unwrap();
        let rules = vec!["and-or".to_owned()];
        lint(&policy, &Options { rules, baseline: baseline.map(Arc::new), ..Options::default() }).unwrap().findings
    }

    #[test]
    fn known_findings_are_left_out_wherever_they_have_moved() {
        let old = found("---\nlang: es\n---\n\nUno y/o dos de los datos.\n", None);
        assert_eq!(old.len(), 1);
        let baseline = Baseline::read(&Baseline::written(&old), "b.json").unwrap();
        let text = "---\nlang: es\n---\n\nOtro.\n\nUno y/o dos de los datos.\n\nTres y/o cuatro de los datos.\n";
        let findings = found(text, Some(baseline));
        assert_eq!(findings.iter().map(|finding| finding.span.start).collect::<Vec<_>>(), [57]);
    }

    #[test]
    fn what_is_no_baseline_is_an_error() {
        for text in ["", "{}", "[]", "{\"schema\": \"gaceta/lint/1\", \"findings\": []}"] {
            assert_eq!(Baseline::read(text, "b.json").unwrap_err().message.id, "lint-baseline-invalid");
        }
        assert_eq!(Baseline::read(&Baseline::written([]), "b.json").unwrap(), Baseline::default());
    }
}
