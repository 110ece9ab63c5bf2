//! The clause that each passage of a document stands in, as links and people cite it.

use crate::model::{ClauseAddress, Passage, Setting};

/// Follows the clauses from passage to passage, as the index of a document does.
#[derive(Debug, Default)]
pub(super) struct Addresses {
    /// The anchor of the present section, empty before the first heading.
    section: String,
    address: ClauseAddress,
    /// Whether the present passage is another text's, or stands apart from where it is written.
    is_apart: bool,
}

impl Addresses {
    /// Goes on to the next passage. A paragraph in no list that opens no clause stands after the fractions before it and
    /// not in the last of them: it is the article's.
    pub(super) fn meet(&mut self, passage: &Passage<'_>) {
        self.is_apart = passage.quoted || passage.noted;
        if self.is_apart {
            return;
        }
        let section = passage.section.map_or("", |section| section.anchor.as_str());
        if section != self.section {
            section.clone_into(&mut self.section);
            self.address = ClauseAddress::default();
        }
        match (passage.setting, passage.designator) {
            (Setting::Paragraph, Some(designator)) => {
                self.address.enter(designator);
            }
            (Setting::Paragraph, None) if passage.list_depth == 0 => self.address.leave_parts(),
            _ => {}
        }
    }

    /// The anchor of the innermost clause of its section that the present passage stands in. A section that is itself a
    /// clause has its own anchor and is not among them.
    pub(super) fn anchor(&self) -> Option<String> {
        (!self.is_apart && !self.address.is_empty()).then(|| self.address.anchor(&self.section))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{DocumentPath, Slugger};
    use crate::parse;

    const TEXT: &str = "\
III. Antes de todo.

# Plazos

Artículo 1. La Unidad:

II. Hará:

- esto;
- aquello.

b) Dirá, y

> IV. lo citado

III. Verá.

Para lo anterior tendrá diez días.

1. Primero.

# Artículo 2

I. Otro.

Fin.
";

    #[test]
    fn clauses_have_the_anchors_of_the_index() {
        let document = parse::document(DocumentPath::new("a.md").unwrap(), TEXT, Slugger::default());
        let index = parse::index(&document);
        let mut addresses = Addresses::default();
        let mut opened = Vec::new();
        document.for_each_passage(|passage| {
            addresses.meet(passage);
            if passage.designator.is_some() && passage.setting == Setting::Paragraph {
                opened.push(addresses.anchor().unwrap());
            }
        });
        let expected: Vec<_> = index.clauses.into_iter().filter_map(|clause| clause.anchor).collect();
        assert_eq!(opened, expected);
        assert_eq!(opened.len(), 6);
    }

    #[test]
    fn what_opens_no_clause_stands_in_the_one_around_it() {
        let document = parse::document(DocumentPath::new("a.md").unwrap(), TEXT, Slugger::default());
        let mut addresses = Addresses::default();
        let mut told = Vec::new();
        document.for_each_passage(|passage| {
            addresses.meet(passage);
            if passage.designator.is_none() {
                told.push((passage.text.as_str().to_owned(), addresses.anchor().unwrap_or_default()));
            }
        });
        let expected = [
            ("Plazos", ""),
            ("esto;", "plazos.Artículo-1.II"),
            ("aquello.", "plazos.Artículo-1.II"),
            ("IV. lo citado", ""),
            ("Para lo anterior tendrá diez días.", "plazos.Artículo-1"),
            ("Primero.", "plazos.Artículo-1"),
            ("Fin.", ""),
        ];
        assert_eq!(told, expected.map(|(text, address)| (text.to_owned(), address.to_owned())));
    }
}
