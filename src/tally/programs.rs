//! Programs that commit: the bots and importers of platforms, and assistants that write text.

/// Parts of names and addresses by which programs are known, in small letters.
const PROGRAMS: [&str; 27] = [
    "[bot]",
    "dependabot",
    "renovate",
    "greenkeeper",
    "github-actions",
    "allcontributors",
    "all-contributors",
    "imgbot",
    "pre-commit-ci",
    "snyk-bot",
    "codacy-badger",
    "release-on-tag",
    "semantic-release",
    "mergify",
    "weblate",
    "crowdin",
    "transifex",
    "gitlocalize",
    "pontoon",
    "noreply@anthropic.com",
    "copilot@github.com",
    "copilot-swe-agent",
    "cursoragent@",
    "devin-ai-integration",
    "noreply@aider.chat",
    "codex@openai.com",
    "gemini-code-assist",
];

/// Words that make a name a program's where they stand by themselves.
const PROGRAM_WORDS: [&str; 2] = ["bot", "robot"];

/// Words that do in a login, such as `k8s-ci`; in a name of several words they may be somebody's.
const LOGIN_WORDS: [&str; 4] = ["ci", "import", "importer", "sync"];

/// Whether somebody with this name and address is a program.
pub(super) fn is_program(name: &str, address: &str) -> bool {
    // `TravisBot`, but neither `Abbot` nor `jtalbot`.
    let ends_so = name.ends_with("Bot") && name.len() > 3;
    let (name, address) = (name.to_lowercase(), address.to_lowercase());
    let login = address.split('@').next().unwrap_or_default();
    let mut words = name.split(|it: char| !it.is_alphanumeric());
    let is_in_address = |part: &str| if part.contains('@') { address.contains(part) } else { login.contains(part) };
    PROGRAMS.iter().any(|part| name.contains(part) || is_in_address(part))
        || words.any(|word| PROGRAM_WORDS.contains(&word) || !name.contains(' ') && LOGIN_WORDS.contains(&word))
        || ends_so
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn programs_are_no_people() {
        for (name, address) in [
            ("dependabot[bot]", ""),
            ("Claude", "noreply@anthropic.com"),
            ("Hosted Weblate", "hosted@weblate.org"),
            ("legal-bot", "x@y.z"),
            ("Sync Bot", ""),
            ("k8s-ci", ""),
            ("TravisBot", ""),
        ] {
            assert!(is_program(name, address), "{name}");
        }
        for (name, address) in [
            ("Ana Abbot", "ana@a.mx"),
            ("Claude Monet", "claude@monet.fr"),
            ("Talbot Ruiz", ""),
            ("", ""),
            ("jtalbot", "x@renovate.mx"),
            ("Ci Ling", ""),
            ("Ana Import", ""),
        ] {
            assert!(!is_program(name, address), "{name}");
        }
    }
}
