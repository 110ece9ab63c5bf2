//! One walk through a document that feeds all its rules.

use super::finding::Gathered;
use super::rule::{DocumentContext, PolicyContext};
use super::selection::ActiveRules;
use crate::model::{Block, Finding, Inline};

/// Shows a document to every rule.
pub fn document(context: &DocumentContext<'_>, rules: &ActiveRules, gathered: &mut Gathered) {
    for rule in &rules.document {
        (rule.check)(context, &mut gathered.of(rule.name, rule.severity));
    }
    if rules.section.is_empty() && rules.block.is_empty() && rules.inline.is_empty() {
        return;
    }
    blocks(context, &context.document.preamble, rules, gathered);
    for section in context.document.all_sections() {
        for rule in &rules.section {
            (rule.check)(context, section, &mut gathered.of(rule.name, rule.severity));
        }
        run(context, &section.heading.inlines, rules, gathered);
        blocks(context, &section.blocks, rules, gathered);
    }
}

/// Shows the index of the policy to every rule that looks at it.
pub fn policy(context: &PolicyContext<'_>, rules: &ActiveRules) -> Vec<Finding> {
    let mut gathered = Gathered::default();
    for rule in &rules.policy {
        (rule.check)(context, &mut gathered.of(rule.name, rule.severity));
    }
    gathered.findings
}

fn blocks(context: &DocumentContext<'_>, blocks: &[Block<'_>], rules: &ActiveRules, gathered: &mut Gathered) {
    for block in blocks.iter().flat_map(Block::with_descendants) {
        for rule in &rules.block {
            (rule.check)(context, block, &mut gathered.of(rule.name, rule.severity));
        }
        block.for_each_run(&mut |inlines| run(context, inlines, rules, gathered));
    }
}

fn run(context: &DocumentContext<'_>, inlines: &[Inline<'_>], rules: &ActiveRules, gathered: &mut Gathered) {
    if rules.inline.is_empty() {
        return;
    }
    for inline in inlines.iter().flat_map(Inline::with_descendants) {
        for rule in &rules.inline {
            (rule.check)(context, inline, &mut gathered.of(rule.name, rule.severity));
        }
    }
}
