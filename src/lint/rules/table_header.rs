//! Tables whose columns have no name.

use crate::lint::context::DocumentContext;
use crate::lint::finding::{Findings, Observation};
use crate::lint::rule::{Check, Documentation, Rule};
use crate::model::{Block, BlockKind, Cell, Inline, InlineKind, Message, Row, Severity, Span};

/// The rule.
pub const RULE: Rule = Rule {
    name: "table-header",
    default: Some(Severity::Warning),
    check: Check::Block(check),
    messages: &[
        "lint-table-header-row",
        "lint-table-header-cell",
        "lint-table-header-row-hint",
        "lint-table-header-cell-hint",
    ],
    documentation: [
        Documentation(include_str!("table_header.es.md")),
        Documentation(include_str!("table_header.en.md")),
    ],
};

fn check(context: &DocumentContext<'_>, block: &Block<'_>, findings: &mut Findings<'_>) {
    let BlockKind::Table { head, rows, .. } = &block.kind else { return };
    let path = &context.document.path;
    if head.cells.iter().all(is_blank) {
        if rows.iter().any(|row| !row.cells.iter().all(is_blank)) {
            let observation = Observation::new(path, head.span, Message::new("lint-table-header-row"));
            findings.add(observation.hint(Message::new("lint-table-header-row-hint")));
        }
        return;
    }
    // The corner above the names of the rows may be blank, and a column without anything needs no name.
    for (column, cell) in head.cells.iter().enumerate().skip(1) {
        if is_blank(cell) && rows.iter().any(|row| row.cells.get(column).is_some_and(|cell| !is_blank(cell))) {
            let number = u64::try_from(column + 1).unwrap_or(u64::MAX);
            let message = Message::new("lint-table-header-cell").with("column", number);
            let observation = Observation::new(path, place(head, cell), message);
            findings.add(observation.hint(Message::new("lint-table-header-cell-hint")));
        }
    }
}

/// Where a blank cell stands; the whole row, if it has no byte of its own.
fn place(head: &Row<'_>, cell: &Cell<'_>) -> Span {
    if cell.span.is_empty() || !head.span.contains(cell.span) { head.span } else { cell.span }
}

fn is_blank(cell: &Cell<'_>) -> bool {
    !cell.inlines.iter().any(shows_something)
}

fn shows_something(inline: &Inline<'_>) -> bool {
    match &inline.kind {
        InlineKind::Text(text) => !text.trim().is_empty(),
        InlineKind::SoftBreak | InlineKind::HardBreak => false,
        InlineKind::Emphasis(inlines) | InlineKind::Strong(inlines) | InlineKind::Strikethrough(inlines) => {
            inlines.iter().any(shows_something)
        }
        _ => true,
    }
}

#[cfg(test)]
mod tests {
    use crate::lint::testing::{Trial, hints};
    use crate::messages::Locale;

    fn trial() -> Trial {
        Trial::of("table-header")
    }

    #[test]
    fn a_blank_heading_row_is_reported() {
        let trial = trial().file("es/a.md", "# A\n\n⟦|  |  |⟧\n| - | - |\n| a | b |\n");
        trial.says(Locale::Spanish, &["Los encabezados de esta tabla están vacíos"]);
        let expected = "Escriba en el primer renglón el nombre de cada columna";
        assert_eq!(hints(&trial.lint(), Locale::Spanish), [expected]);
    }

    #[test]
    fn a_column_without_a_name_is_reported() {
        let text = "⟦| | Plazo | |⟧\n| - | - | - |\n| a | b | |\n| a | b | c |\n";
        let trial = trial().file("en/a.md", text);
        trial.says(Locale::English, &["Column 3 of this table has no heading"]);
        assert_eq!(hints(&trial.lint(), Locale::English), ["Write what the column holds"]);
    }

    #[test]
    fn a_blank_corner_and_blank_columns_are_left_alone() {
        for text in [
            "| | 2025 | 2026 |\n| - | - | - |\n| Altas | 1 | 2 |\n",
            "| a | b | |\n| - | - | - |\n| 1 | 2 | |\n| 1 | 2 |\n",
            "| ![x](y.png) | `b` | {{ c }} |\n| - | - | - |\n| 1 | 2 | 3 |\n",
            "| | |\n| - | - |\n| | |\n",
            "| | |\n| - | - |\n",
            "```\n| | |\n| - | - |\n| a | b |\n```\n",
        ] {
            trial().file("es/a.md", text).lint();
        }
    }
}
