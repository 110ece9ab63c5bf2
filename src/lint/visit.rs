//! One walk through a document that feeds all its rules.

use super::context::DocumentContext;
use super::finding::Gathered;
use super::selection::DocumentRules;
use crate::model::{Block, Inline};

/// Shows a document to every rule.
pub fn document(context: &DocumentContext<'_>, rules: &DocumentRules<'_>, gathered: &mut Gathered) {
    for rule in &rules.document {
        (rule.check)(context, &mut gathered.of(rule.name, rule.severity));
    }
    rules.scan(context, gathered);
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

fn blocks(context: &DocumentContext<'_>, blocks: &[Block<'_>], rules: &DocumentRules<'_>, gathered: &mut Gathered) {
    for block in blocks.iter().flat_map(Block::with_descendants) {
        for rule in &rules.block {
            (rule.check)(context, block, &mut gathered.of(rule.name, rule.severity));
        }
        if !rules.inline.is_empty() {
            block.for_each_run(&mut |inlines| run(context, inlines, rules, gathered));
        }
    }
}

/// Shows inlines, which nest at most as deep as the parser lets them.
fn run(context: &DocumentContext<'_>, inlines: &[Inline<'_>], rules: &DocumentRules<'_>, gathered: &mut Gathered) {
    for inline in inlines {
        for rule in &rules.inline {
            (rule.check)(context, inline, &mut gathered.of(rule.name, rule.severity));
        }
        run(context, inline.children(), rules, gathered);
    }
}
