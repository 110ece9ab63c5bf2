//! The vocabulary of English.

/// Words that begin a noun phrase.
#[rustfmt::skip]
pub(in crate::norms) const DETERMINERS: &[&str] = &[
    "a", "all", "an", "another", "any", "anybody", "anyone", "both", "each", "either", "every", "everybody",
    "everyone", "few", "he", "her", "his", "i", "it", "its", "many", "most", "my", "neither", "no", "nobody", "none",
    "one", "other", "our", "several", "she", "some", "somebody", "someone", "such", "the", "their", "these", "they",
    "this", "those", "three", "two", "we", "whoever", "you", "your",
];
/// Pronouns that are a whole subject.
#[rustfmt::skip]
pub(in crate::norms) const PRONOUNS: &[&str] = &[
    "anybody", "anyone", "everybody", "everyone", "he", "i", "it", "nobody", "none", "she", "somebody", "someone",
    "they", "we", "whoever", "you",
];
/// Words that open a condition or a clause of time, place or reason.
#[rustfmt::skip]
pub(in crate::norms) const SUBORDINATORS: &[&str] = &[
    "after", "although", "as", "because", "before", "except", "if", "once", "provided", "since", "though", "unless",
    "until", "when", "whenever", "where", "wherever", "whether", "while",
];
/// Words that begin neither a noun phrase nor a relative clause.
#[rustfmt::skip]
pub(in crate::norms) const STARTERS_OF_NO_SUBJECT: &[&str] = &[
    "about", "above", "according", "across", "additionally", "against", "along", "also", "among", "and", "around",
    "at", "be", "because", "before", "behind", "below", "beneath", "beside", "between", "beyond", "but", "by",
    "concerning", "currently", "depending", "despite", "during", "for", "from", "furthermore", "generally", "hence",
    "however", "if", "in", "including", "instead", "into", "like", "moreover", "near", "nevertheless", "nor", "not",
    "notwithstanding", "of", "off", "on", "only", "onto", "or", "otherwise", "out", "outside", "over", "pending",
    "per", "please", "pursuant", "rather", "regarding", "respectively", "so", "specifically", "subject", "that",
    "then", "there", "thereafter", "therefore", "through", "throughout", "thus", "to", "together", "toward",
    "towards", "under", "upon", "via", "where", "which", "who", "with", "within", "without", "yes", "yet",
];
/// Words at which the head of a noun phrase is behind.
#[rustfmt::skip]
pub(in crate::norms) const NOUN_ENDS: &[&str] = &[
    "about", "above", "across", "after", "against", "also", "among", "and", "are", "as", "at", "be", "before",
    "between", "by", "can", "do", "does", "for", "from", "has", "have", "in", "including", "into", "is", "like",
    "not", "of", "on", "or", "over", "than", "that", "to", "under", "upon", "using", "via", "was", "were", "whether",
    "which", "who", "whom", "whose", "will", "with", "within", "without",
];
/// Words that stand between the subject and its verb, or between the modal and its verb.
#[rustfmt::skip]
pub(in crate::norms) const ADVERBS: &[&str] = &[
    "all", "also", "always", "both", "each", "ever", "first", "further", "generally", "hereby", "herself", "himself",
    "however", "immediately", "instead", "itself", "likewise", "never", "normally", "not", "now", "often", "only",
    "ourselves", "promptly", "rather", "simply", "still", "themselves", "then", "thereby", "therefore", "too",
    "usually", "yourself",
];
/// Persons and bodies, in the singular and the plural, that no ending tells.
#[rustfmt::skip]
pub(in crate::norms) const ACTORS: &[&str] = &[
    "accountant", "adult", "adults", "affiliate", "affiliates", "agencies", "agency", "agent", "agents", "anybody",
    "anyone", "applicant", "applicants", "archives", "assembly", "assistant", "association", "associations", "author",
    "authorities", "authority", "authors", "bank", "banks", "bidder", "board", "boards", "bodies", "body", "bureau",
    "candidate", "candidates", "chair", "chairperson", "chairs", "chief", "child", "children", "citizen", "citizens",
    "claimant", "clerk", "clerks", "client", "clients", "coalition", "commission", "commissions", "committee", "committees",
    "communities", "community", "companies", "company", "complainant", "complainants", "congress", "consortium",
    "consultant", "contractor", "contractors", "controller", "corporation", "corporations", "council", "councils",
    "court", "courts", "customer", "customers", "defendant", "delegate", "delegates", "department", "departments",
    "developer", "directorate", "employee", "employees", "employer", "employers", "enterprise", "enterprises",
    "entities", "entity", "everybody", "everyone", "executive", "expert", "experts", "federation", "firm", "firms",
    "foundation", "foundations", "github", "government", "governments", "group", "groups", "guardian", "guardians",
    "he", "head", "heads", "household", "human", "humans", "i", "individual", "individuals", "inspectorate",
    "institute", "institutes", "institution", "institutions", "journalist", "judge", "judges", "jury", "legislature",
    "liaison", "liaisons", "licensee", "licensees", "licensor", "maintainer", "maintainers", "member", "members",
    "merchant", "minister", "ministers", "ministries", "ministry", "moderator", "moderators", "municipalities",
    "municipality", "nobody", "none", "office", "officer", "officers", "offices", "official", "officials", "operator",
    "organisation", "organisations", "organization", "organizations", "owner", "owners", "panel", "parent", "parents",
    "parliament", "participant", "participants", "parties", "partner", "partners", "party", "people", "person",
    "persons", "police", "president", "professional", "professionals", "public", "recipient", "recipients",
    "registrant", "representative", "representatives", "resident", "residents", "responsible", "school", "schools",
    "secretariat", "secretariats", "secretaries", "secretary", "servant", "servants", "she", "somebody", "someone",
    "spouse", "staff", "staffs", "state", "states", "steward", "stewards", "student", "students", "subsidiary",
    "supplier", "suppliers", "team", "teams", "tenant", "they", "treasurer", "tribunal", "tribunals", "trust",
    "trustee", "trustees", "unit", "units", "universities", "university", "us", "user", "users", "vendor", "vendors",
    "volunteer", "volunteers", "we", "who", "whoever", "worker", "workers", "you",
];
/// Things whose names end as those of persons do.
#[rustfmt::skip]
pub(in crate::norms) const NO_ACTORS: &[&str] = &[
    "behavior", "behaviors", "browser", "browsers", "buffer", "buffers", "calendar", "calendars", "center", "centers",
    "chapter", "chapters", "character", "characters", "charter", "charters", "checklist", "checklists", "color",
    "colors", "compiler", "compilers", "computer", "computers", "constant", "constants", "container", "containers",
    "cover", "covers", "degree", "degrees", "disaster", "disclaimer", "disclaimers", "disorder", "door", "doors",
    "error", "errors", "exterior", "factor", "factors", "favor", "fee", "fees", "filter", "filters", "floor",
    "floors", "folder", "folders", "footer", "footers", "grant", "grants", "guarantee", "guarantees", "header",
    "headers", "helper", "helpers", "identifier", "identifiers", "indicator", "indicators", "interior", "labor",
    "layer", "layers", "letter", "letters", "linter", "linters", "list", "lists", "marker", "markers", "matter",
    "matters", "minor", "monitor", "motor", "newsletter", "newsletters", "number", "numbers", "offer", "offers",
    "order", "orders", "other", "paper", "papers", "parameter", "parameters", "parser", "parsers", "plant", "plants",
    "pointer", "power", "powers", "quarter", "quarters", "register", "registers", "restaurants", "router", "routers",
    "scanner", "scanners", "sector", "sectors", "server", "servers", "timer", "transfer", "transfers", "tree",
    "trees", "trigger", "variant", "variants", "vector", "waiver", "waivers", "water", "winter", "wrapper",
    "wrappers",
];
/// Things that policies write with a capital letter.
#[rustfmt::skip]
pub(in crate::norms) const THINGS: &[&str] = &[
    "account", "accounts", "act", "agreement", "agreements", "annex", "api", "article", "articles", "calendar",
    "catalog", "catalogue", "code", "content", "data", "dataset", "datasets", "decision", "dictionary",
    "distribution", "distributions", "document", "documents", "exception", "exceptions", "form", "format", "formats",
    "guide", "guides", "harm", "information", "inventories", "inventory", "law", "laws", "licence", "licences",
    "license", "licenses", "list", "metadata", "notice", "notices", "order", "plan", "plans", "platform", "policies",
    "policy", "portal", "portals", "principles", "procedure", "process", "profile", "program", "programme",
    "programmes", "project", "projects", "provision", "provisions", "record", "records", "register", "regulation",
    "regulations", "report", "reports", "repositories", "repository", "request", "requests", "requirement",
    "requirements", "resolution", "rule", "rules", "schema", "schemas", "section", "service", "services", "site",
    "software", "standard", "standards", "system", "systems", "term", "terms", "test", "tests", "time", "url",
    "version", "versions", "website",
];
/// Verbs that say what their subject is or holds.
#[rustfmt::skip]
pub(in crate::norms) const STATIVES: &[&str] = &[
    "be", "belong", "comply", "comprise", "conform", "consist", "contain", "correspond", "describe", "exist",
    "explain", "have", "identify", "include", "indicate", "last", "list", "meet", "mention", "need", "possess",
    "remain", "show", "specify", "state",
];
/// Verbs after which the modal says how a text is read or when it holds, or sets a limit, and obliges nobody.
#[rustfmt::skip]
pub(in crate::norms) const NO_DUTIES: &[&str] = &[
    "apply", "cease", "constitute", "exceed", "expire", "govern", "lapse", "mean", "prevail", "refer", "supersede",
    "survive",
];
/// Participles after which the modal says how a text is read, or gives a right.
#[rustfmt::skip]
pub(in crate::norms) const NO_DUTY_PARTICIPLES: &[&str] = &[
    "construed", "deemed", "entitled", "interpreted", "understood",
];
/// Verbs whose future tells what will be, also of a person or body.
#[rustfmt::skip]
pub(in crate::norms) const TELLING_FUTURES: &[&str] = &[
    "apply", "be", "become", "benefit", "continue", "depend", "enter", "exist", "expect", "experience", "fail",
    "find", "get", "go", "grow", "happen", "have", "hear", "know", "learn", "like", "lose", "love", "mean", "need",
    "notice", "occur", "receive", "recognise", "recognize", "remain", "result", "see", "seem", "stay", "understand",
    "vary", "want", "wonder",
];
/// Verbs after which `may` says what may happen.
#[rustfmt::skip]
pub(in crate::norms) const POSSIBILITIES: &[&str] = &[
    "already", "apply", "arise", "be", "become", "cause", "contain", "depend", "differ", "encounter", "exist",
    "experience", "fail", "feel", "find", "happen", "have", "help", "include", "know", "lead", "look", "lose", "mean",
    "need", "notice", "occur", "prefer", "receive", "require", "result", "see", "seem", "suffer", "take", "think",
    "vary", "want", "wish", "wonder",
];
/// Verbs that promise an effort.
#[rustfmt::skip]
pub(in crate::norms) const EFFORTS: &[&str] = &[
    "aim", "attempt", "endeavor", "endeavour", "seek", "strive", "try",
];
/// Past participles that do not end in `-ed`.
#[rustfmt::skip]
pub(in crate::norms) const IRREGULAR_PARTICIPLES: &[&str] = &[
    "begun", "borne", "bought", "broken", "brought", "built", "chosen", "come", "cut", "dealt", "done", "drawn",
    "driven", "fed", "felt", "forgotten", "found", "frozen", "given", "gone", "grown", "heard", "held", "hidden",
    "kept", "known", "laid", "led", "left", "lent", "let", "lost", "made", "meant", "met", "overridden", "paid",
    "put", "read", "rebuilt", "redone", "rewritten", "said", "seen", "sent", "set", "shown", "shut", "sold", "sought",
    "spent", "split", "spoken", "spread", "stolen", "taken", "taught", "thought", "thrown", "told", "understood",
    "undertaken", "upheld", "upset", "withdrawn", "withheld", "won", "worn", "written",
];
/// Verbs that report another text, before `that`.
#[rustfmt::skip]
pub(in crate::norms) const REPORTS: &[&str] = &[
    "argues", "believe", "believes", "establishes", "explains", "indicates", "mean", "means", "note", "notes",
    "provided", "provides", "say", "says", "specifies", "state", "states", "suggests", "think",
];

/// Every list, for the test of their order.
#[cfg(test)]
pub(in crate::norms) const LISTS: &[&[&str]] = &[
    DETERMINERS,
    PRONOUNS,
    SUBORDINATORS,
    STARTERS_OF_NO_SUBJECT,
    NOUN_ENDS,
    ADVERBS,
    ACTORS,
    NO_ACTORS,
    THINGS,
    STATIVES,
    NO_DUTIES,
    NO_DUTY_PARTICIPLES,
    TELLING_FUTURES,
    POSSIBILITIES,
    EFFORTS,
    IRREGULAR_PARTICIPLES,
    REPORTS,
];

/// Whether a word is a past participle.
pub(in crate::norms) fn is_participle(word: &str) -> bool {
    word.len() > 3 && word.ends_with("ed") && word != "need" || super::contains(IRREGULAR_PARTICIPLES, word)
}

/// Whether an adjective may stand before a noun, told by its ending.
pub(in crate::norms) fn is_adjective(word: &str) -> bool {
    const ENDINGS: [&str; 12] = ["able", "al", "ant", "ary", "ed", "ent", "ful", "ible", "ic", "ive", "less", "ous"];
    word.len() > 4 && ENDINGS.iter().any(|ending| word.ends_with(ending))
        || matches!(word, "new" | "other" | "own" | "same" | "third")
}

/// Whether a noun in small letters names a person or body.
pub(in crate::norms) fn is_actor(noun: &str) -> bool {
    const ENDINGS: [&str; 12] =
        ["er", "ers", "or", "ors", "ees", "ants", "ist", "ists", "ian", "ians", "person", "persons"];
    if super::contains(ACTORS, noun) {
        return true;
    }
    let person = ENDINGS.iter().any(|ending| noun.len() > ending.len() + 2 && noun.ends_with(ending));
    person && !super::contains(NO_ACTORS, noun) && !super::contains(THINGS, noun)
}

/// Whether a word can be the verb that an item begins with, after `shall:`.
pub(in crate::norms) fn can_be_base_verb(word: &str) -> bool {
    let other_form = ["ing", "ed", "ly", "tion", "ment", "ness", "ity"].iter().any(|ending| word.ends_with(ending));
    !word.is_empty()
        && word.bytes().all(|byte| byte.is_ascii_lowercase())
        && (!other_form
            || matches!(
                word,
                "bring"
                    | "need"
                    | "feed"
                    | "proceed"
                    | "apply"
                    | "implement"
                    | "supply"
                    | "mention"
                    | "document"
                    | "complement"
                    | "supplement"
            ))
        && !super::contains(DETERMINERS, word)
        && !super::contains(STARTERS_OF_NO_SUBJECT, word)
        && !super::contains(SUBORDINATORS, word)
        && !super::contains(ACTORS, word)
        && !matches!(
            word,
            "data" | "information" | "must" | "may" | "shall" | "should" | "will" | "can" | "what" | "how" | "why"
        )
}
