//! Front matter that lacks a key, has a value of the wrong kind, or says that a review is overdue.
//!
//! 1. What front matter must look like stands in the manifest, under `[lint.front-matter]`;
//! 2. dates are judged in any document: a day that does not exist is wrong without a manifest too;
//! 3. a review is overdue before the day of the check, or before the date of a policy in force.

use crate::lint::context::DocumentContext;
use crate::lint::figures::iso_day;
use crate::lint::finding::{Findings, Observation, quotation};
use crate::lint::rule::{Check, Documentation, Rule};
use crate::model::{
    FrontMatter, FrontMatterSchema, FrontMatterType, FrontMatterValue, Language, Message, Severity, Span, Status,
    folded, nearest,
};

/// The rule.
pub const RULE: Rule = Rule {
    name: "front-matter",
    default: Some(Severity::Error),
    check: Check::Document(check),
    messages: &[
        "lint-did-you-mean",
        "lint-front-matter-boolean",
        "lint-front-matter-choices",
        "lint-front-matter-date",
        "lint-front-matter-day",
        "lint-front-matter-day-hint",
        "lint-front-matter-integer",
        "lint-front-matter-language",
        "lint-front-matter-list",
        "lint-front-matter-missing",
        "lint-front-matter-missing-hint",
        "lint-front-matter-overdue",
        "lint-front-matter-overdue-hint",
        "lint-front-matter-text",
        "lint-front-matter-type",
        "lint-front-matter-type-hint",
        "lint-front-matter-value",
    ],
    documentation: [
        Documentation(include_str!("front_matter.es.md")),
        Documentation(include_str!("front_matter.en.md")),
    ],
};

/// Keys that say until when a document has to be reviewed, where the manifest names none.
const REVIEW_KEYS: [&str; 8] = [
    "review",
    "review_by",
    "review_date",
    "next_review",
    "revision",
    "fecha_de_revision",
    "proxima_revision",
    "revisar",
];

/// Parts of the names of keys whose values are dates.
const DATE_WORDS: [&str; 16] = [
    "date",
    "fecha",
    "review",
    "revis",
    "updated",
    "modified",
    "created",
    "published",
    "issued",
    "effective",
    "expires",
    "actualiza",
    "publica",
    "vigencia",
    "vence",
    "approved",
];

fn check(context: &DocumentContext<'_>, findings: &mut Findings<'_>) {
    let schema = &context.policy.policy.manifest.lint.front_matter;
    let is_under_schema = context.policy.has_front_matter_schema(&context.document.path);
    let front_matter = context.document.front_matter.as_ref();
    if is_under_schema {
        missing(context, schema, front_matter, findings);
    }
    let none = FrontMatterSchema::default();
    let schema = if is_under_schema { schema } else { &none };
    for (key, place, value) in front_matter.iter().flat_map(|front_matter| &front_matter.entries) {
        let entry = Entry { context, schema, key, value, span: value_span(context.document.text, *place) };
        entry.check(findings);
    }
}

/// Reports the keys that are not there.
fn missing(
    context: &DocumentContext<'_>,
    schema: &FrontMatterSchema,
    front_matter: Option<&FrontMatter>,
    findings: &mut Findings<'_>,
) {
    // Front matter that could not be read is told as such.
    if !context.document.problems.is_empty() && front_matter.is_some_and(|front_matter| front_matter.entries.is_empty())
    {
        return;
    }
    let start = front_matter.map_or(0, |front_matter| front_matter.span.range().start);
    let end = front_matter.map_or(start, |_| start + 3);
    for key in &schema.required {
        let entry = front_matter.and_then(|front_matter| front_matter.entries.iter().find(|(name, _, _)| name == key));
        let is_blank = match entry.map(|(_, _, value)| value) {
            None | Some(FrontMatterValue::Null) => true,
            Some(FrontMatterValue::Text(text)) => text.trim().is_empty(),
            Some(FrontMatterValue::List(items)) => items.is_empty(),
            Some(_) => false,
        };
        if is_blank {
            let span = entry.map_or(Span::new(start..end), |(_, place, _)| *place);
            let message = Message::new("lint-front-matter-missing").with("key", key.as_str());
            let hint = Message::new("lint-front-matter-missing-hint").with("key", key.as_str());
            findings.add(Observation::new(&context.document.path, span, message).hint(hint));
        }
    }
}

/// Where the value of a key stands: on the line of the key, or the key itself.
fn value_span(text: &str, key: Span) -> Span {
    let range = key.range();
    let rest = text.get(range.end..).unwrap_or("");
    let line = rest.lines().next().unwrap_or("");
    let Some(mark) = line.find([':', '=']).filter(|mark| line[..*mark].trim_matches(['"', '\'', ' ']).is_empty())
    else {
        return key;
    };
    let value = line[mark + 1..].split(" #").next().unwrap_or("");
    let trimmed = value.trim().trim_matches(['"', '\'']);
    let start = range.end + mark + 1 + value.find(trimmed).unwrap_or(0);
    if trimmed.is_empty() || trimmed.starts_with(['|', '>']) { key } else { Span::new(start..start + trimmed.len()) }
}

/// One key with its value.
struct Entry<'a, 'policy> {
    context: &'a DocumentContext<'policy>,
    schema: &'a FrontMatterSchema,
    key: &'a str,
    value: &'a FrontMatterValue,
    span: Span,
}

impl Entry<'_, '_> {
    fn check(&self, findings: &mut Findings<'_>) {
        if matches!(self.value, FrontMatterValue::Null) {
            return;
        }
        let kind = self.schema.types.get(self.key).copied();
        if let Some(FrontMatterValue::Text(text)) = Some(self.value)
            && iso_day(text.trim()) == Some(false)
            && (kind == Some(FrontMatterType::Date) || is_date_key(self.key))
        {
            let message = Message::new("lint-front-matter-day").with("date", quotation(text));
            findings.add(self.observation(message).hint(Message::new("lint-front-matter-day-hint")));
            return;
        }
        if let Some(kind) = kind.filter(|kind| !is_of_kind(self.value, *kind)) {
            let message = Message::new("lint-front-matter-type").with("key", self.key).with("kind", kind_name(kind));
            findings
                .add(self.observation(message).hint(Message::new("lint-front-matter-type-hint").with("key", self.key)));
            return;
        }
        self.check_choice(findings);
        self.check_review(findings);
    }

    fn observation(&self, message: Message) -> Observation {
        Observation::new(&self.context.document.path, self.span, message)
    }

    /// Reports a value that is none of those that the key may have.
    fn check_choice(&self, findings: &mut Findings<'_>) {
        let Some(choices) = self.schema.values.get(self.key) else { return };
        let mut written: Vec<String> = Vec::new();
        match self.value {
            FrontMatterValue::List(items) => written.extend(items.iter().filter_map(scalar)),
            value => written.extend(scalar(value)),
        }
        for value in written.iter().filter(|value| !choices.contains(value)) {
            let message = Message::new("lint-front-matter-value").with("key", self.key).with("value", quotation(value));
            let mut observation = self.observation(message);
            for near in nearest(value, choices.iter().map(|choice| (choice, choice))) {
                observation = observation.hint(Message::new("lint-did-you-mean").with("name", near.as_str()));
            }
            let hint = Message::new("lint-front-matter-choices").with("choices", choices.join(", "));
            findings.add(observation.hint(hint));
        }
    }

    /// Reports a review whose day is past.
    fn check_review(&self, findings: &mut Findings<'_>) {
        let policy = self.context.policy.policy;
        let named = &self.schema.review;
        let is_review = if named.is_empty() {
            REVIEW_KEYS.contains(&folded(self.key).replace('-', "_").as_str())
        } else {
            named.iter().any(|name| name == self.key)
        };
        let FrontMatterValue::Text(text) = self.value else { return };
        let Some(day) = text.trim().get(..10).filter(|_| is_review && iso_day(text.trim()) == Some(true)) else {
            return;
        };
        if !policy.has_manifest || policy.manifest.status == Some(Status::Repealed) {
            return;
        }
        // A review before the text in force was made is overdue whatever the day.
        let date = policy.manifest.date.as_deref().filter(|_| policy.manifest.status == Some(Status::InForce));
        let Some(reference) =
            [self.context.policy.today, date].into_iter().flatten().max().filter(|reference| day < *reference)
        else {
            return;
        };
        let message = Message::new("lint-front-matter-overdue").with("date", day).with("today", reference);
        findings.add(self.observation(message).hint(Message::new("lint-front-matter-overdue-hint")).mild());
    }
}

fn is_date_key(key: &str) -> bool {
    let key = folded(key);
    DATE_WORDS.iter().any(|word| key.contains(word))
}

fn scalar(value: &FrontMatterValue) -> Option<String> {
    match value {
        FrontMatterValue::Text(text) => Some(text.trim().to_owned()),
        FrontMatterValue::Integer(number) => Some(number.to_string()),
        FrontMatterValue::Float(number) => Some(number.to_string()),
        FrontMatterValue::Boolean(value) => Some(value.to_string()),
        FrontMatterValue::Null | FrontMatterValue::List(_) | FrontMatterValue::Map(_) => None,
    }
}

fn is_of_kind(value: &FrontMatterValue, kind: FrontMatterType) -> bool {
    match (kind, value) {
        (FrontMatterType::Text, FrontMatterValue::Text(_))
        | (FrontMatterType::Integer, FrontMatterValue::Integer(_))
        | (FrontMatterType::Boolean, FrontMatterValue::Boolean(_))
        | (FrontMatterType::List, FrontMatterValue::List(_)) => true,
        (FrontMatterType::Date, FrontMatterValue::Text(text)) => iso_day(text.trim()) == Some(true),
        (FrontMatterType::Language, FrontMatterValue::Text(text)) => Language::new(text.trim()).is_some(),
        _ => false,
    }
}

/// What a value must be, in words.
const fn kind_name(kind: FrontMatterType) -> Message {
    Message::new(match kind {
        FrontMatterType::Text => "lint-front-matter-text",
        FrontMatterType::Date => "lint-front-matter-date",
        FrontMatterType::Integer => "lint-front-matter-integer",
        FrontMatterType::Boolean => "lint-front-matter-boolean",
        FrontMatterType::List => "lint-front-matter-list",
        FrontMatterType::Language => "lint-front-matter-language",
    })
}

#[cfg(test)]
mod tests {
    use crate::lint::testing::{Trial, hints};
    use crate::messages::Locale;
    use crate::model::Severity;

    const SCHEMA: &str = r#"
        [policy]
        languages = ["es", "en"]
        status = "in-force"
        date = 2026-05-18
        [lint.front-matter]
        required = ["title", "responsible"]
        types = { title = "text", review = "date", order = "integer", draft = "boolean", tags = "list", language = "language" }
        values.status = ["draft", "final"]
    "#;

    fn trial() -> Trial {
        Trial::of("front-matter").manifest(SCHEMA)
    }

    #[test]
    fn keys_that_are_not_there() {
        let trial = trial().file("es/a.md", "⟦---⟧\ntitle: A\n---\n").file("es/b.md", "⟦⟧⟦⟧# A\n");
        let trial = trial.file("es/c.md", "---\n⟦title⟧:\nresponsible: B\n---\n");
        let missing = |key| format!("En los metadatos falta la clave «{key}»");
        let expected = [missing("responsible"), missing("title"), missing("responsible"), missing("title")];
        trial.says(Locale::Spanish, &expected.each_ref().map(String::as_str));
        assert_eq!(
            hints(&trial.lint(), Locale::English)[0],
            "Write “responsible: …” between the “---” lines at the head of the file"
        );
    }

    #[test]
    fn values_of_the_wrong_kind() {
        let text = "---\ntitle: ⟦3⟧\nresponsible: B\norder: ⟦uno⟧\ndraft: ⟦sí⟧\n⟦tags⟧: \n  a: b\nlanguage: ⟦español⟧\nreview: ⟦mayo⟧\nstatus: ⟦finl⟧\n---\n";
        let trial = trial().file("es/a.md", text);
        trial.says(
            Locale::English,
            &[
                "“title” must be a text",
                "“order” must be a whole number",
                "“draft” must be true or false",
                "“tags” must be a list",
                "“language” must be a language tag, such as es",
                "“review” must be a date, such as 2026-05-18",
                "“status” may not be “finl”",
            ],
        );
        assert_eq!(
            hints(&trial.lint(), Locale::Spanish)[6..],
            ["¿Quiso decir «final»?", "Use uno de estos valores: draft, final"]
        );
    }

    #[test]
    fn days_that_do_not_exist() {
        let text = "---\n# SPDX-License-Identifier: CC0-1.0\nlast_updated: '⟦2026-02-30⟧'\nfecha: ⟦2025-06-31⟧ # nota\nversion: 2026-02-30\nlast: 2026-02-28\n---\n";
        let trial = Trial::of("front-matter").without_manifest().file("es/a.md", text);
        trial.says(Locale::Spanish, &["No existe el día «2026-02-30»", "No existe el día «2025-06-31»"]);
        let toml = "+++\ndate = \"⟦2026-02-30⟧\"\n+++\n";
        Trial::of("front-matter").without_manifest().file("en/a.md", toml).lint();
    }

    #[test]
    fn overdue_reviews() {
        let text = "---\ntitle: A\nresponsible: B\nreview: ⟦2024-01-15⟧\n---\n";
        let trial = trial().file("es/a.md", text);
        trial.says(Locale::Spanish, &["La revisión venció el 2024-01-15, antes del 2026-05-18"]);
        assert_eq!(trial.lint()[0].severity, Severity::Warning);
        let text = text.replace("2024-01-15", "2026-06-01");
        self::trial().today("2026-07-01").file("es/a.md", &text).lint();
        let fresh = text.replace(['⟦', '⟧'], "");
        self::trial().today("2026-06-01").file("es/a.md", &fresh).file("es/b.md", &fresh).lint();
        Trial::of("front-matter").without_manifest().today("2030-01-01").file("es/a.md", &fresh).lint();
        let draft = SCHEMA.replace("in-force", "draft");
        Trial::of("front-matter").manifest(&draft).file("es/a.md", &fresh.replace("2026-06-01", "2024-01-15")).lint();
    }

    #[test]
    fn the_schema_holds_for_the_files_that_it_names() {
        let manifest =
            format!("{SCHEMA}\nfiles = \"es/0*.md\"\n").replace("values.status = [\"draft\", \"final\"]\n", "");
        let trial =
            Trial::of("front-matter").manifest(&manifest).file("es/10.md", "# A\n").file("es/anexos/01.md", "# A\n");
        trial.file("es/01.md", "---\ntitle: A\nresponsible: B\nreview: 2027-01-01\n---\n").lint();
    }

    #[test]
    fn keys_that_review_are_those_of_the_manifest() {
        let manifest = format!("{SCHEMA}\nreview = [\"revisar\"]\n");
        let text = "---\ntitle: A\nresponsible: B\nreview: 2024-01-15\nrevisar: ⟦2024-01-15⟧\n---\n";
        Trial::of("front-matter").manifest(&manifest).file("es/a.md", text).lint();
    }

    #[test]
    fn front_matter_that_cannot_be_read_is_another_rules() {
        trial().file("es/a.md", "---\ntitle: [1\n---\n# A\n").lint();
    }
}
