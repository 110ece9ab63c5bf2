//! What has changed in a policy since another version of it, so that findings elsewhere can be left out.
//!
//! 1. Documents that are the same file with the same bytes in both versions are left out;
//! 2. of the others the parts that can be compared are taken;
//! 3. `align` matches them: what was only moved, wrapped or renamed is not changed.

use crate::align::{self, Alignment, DocumentParts};
use crate::model::DocumentPath;
use crate::policy::Policy;
use rayon::prelude::*;

/// What has changed in `new` since `old`. Documents that cannot be read in a version count as missing there.
#[must_use]
pub fn changes(old: &Policy, new: &Policy) -> Alignment {
    let parts = |policy: &Policy, other: &Policy| -> Vec<DocumentParts> {
        let of_one = |path: &DocumentPath| {
            let text = policy.text(path).ok()?;
            let is_same = other.files.holds(path, text.as_bytes());
            (!is_same).then(|| align::parts(&policy.parse(path, &text)))
        };
        policy.paths.par_iter().filter_map(of_one).collect()
    };
    align::align(&parts(old, new), &parts(new, old))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lint::{Options, lint};
    use crate::repo::Memory;
    use std::sync::Arc;

    fn policy(files: &[(&str, &str)]) -> Policy {
        Policy::open(Box::new(Memory::new(files.iter().copied()).unwrap())).unwrap()
    }

    #[test]
    fn only_findings_on_what_has_changed_are_told() {
        let old = policy(&[
            ("a.md", "# A\n\nUno y/o dos de los datos.\n"),
            ("b.md", "# B\n\nTres y/o cuatro de los datos.\n"),
        ]);
        let new = policy(&[
            ("b2.md", "# B\n\nTres y/o\ncuatro de los datos.\n"),
            ("a.md", "# A\n\nUno y/o dos de los datos.\n\nCinco y/o seis de los datos.\n"),
        ]);
        let changed = Some(Arc::new(changes(&old, &new)));
        let options = Options { rules: vec!["and-or".to_owned()], changed, ..Options::default() };
        let findings = lint(&new, &options).unwrap().findings;
        let places: Vec<_> = findings.iter().map(|finding| (finding.path.as_str(), finding.span.start)).collect();
        assert_eq!(places, [("a.md", 38)]);
    }
}
