//! Documents of several passages: what an introduction carries over.

use super::*;
use crate::model::{DocumentPath, Slugger};

fn document(language: &str, text: &str) -> Vec<String> {
    let language = Language::new(language);
    let document = crate::parse::document(DocumentPath::new("a.md").unwrap(), text, Slugger::default());
    let mut reader = Reader::new(language.as_ref(), Keywords::Usual);
    let mut found = Vec::new();
    document.for_each_passage(|passage| {
        for norm in reader.read(passage) {
            let mark = if norm.introduces {
                "> "
            } else if norm.inherited {
                "  "
            } else {
                ""
            };
            let modal = &passage.text.as_str()[norm.modal.clone()];
            if let Some(agent) = &norm.agent {
                assert_eq!(&text[agent.span.range()], agent.text, "the agent is in the source");
            }
            found.push(format!("{mark}{modal} {}", shown(&norm)));
        }
    });
    found
}

#[test]
fn clauses_and_items_inherit_from_their_introduction() {
    let text = "\
## Artículo 8. Unidad

La Unidad Responsable deberá:

I. Coordinar la ejecución de esta Política;

II. Entregar los datos dentro de los cinco días hábiles siguientes al cierre, y

III. Nombre del responsable.

El Comité podrá opinar.

El Enlace podrá:

- proponer el plan;
- Las mesas son públicas.
";
    assert_eq!(
        document("es", text),
        [
            "> deberá must=La Unidad Responsable",
            "  Coordinar must=La Unidad Responsable",
            "  Entregar must=La Unidad Responsable !5wd+",
            "podrá may=El Comité",
            "> podrá may=El Enlace",
            "  proponer may=El Enlace",
        ]
    );
}

#[test]
fn an_introduction_ends_with_its_list_and_with_its_section() {
    let text = "\
La Unidad no podrá:

1. Cobrar por los datos.
2. Vender los datos.

Publicar es bueno.

El Comité deberá:

# Otro

- Publicar el acta.
";
    assert_eq!(
        document("es", text),
        [
            "> no podrá must-not=La Unidad",
            "  Cobrar must-not=La Unidad",
            "  Vender must-not=La Unidad",
            "> deberá must=El Comité",
        ]
    );
}

#[test]
fn what_has_its_content_is_no_introduction_of_duties() {
    let text = "\
El Inventario deberá contener:

- Nombre y descripción.
- Fecha de la última actualización.
- Registrar cambios, si los hay.

Son obligaciones del Comité:

- Aprobar el plan.

Corresponde a la Unidad:

- Publicar el plan.
";
    assert_eq!(
        document("es", text),
        [
            "deberá must=#thing",
            "> Son obligaciones must=Comité",
            "  Aprobar must=Comité",
            "> Corresponde must=la Unidad",
            "  Publicar must=la Unidad",
        ]
    );
}

#[test]
fn an_introduction_without_a_verb_gives_its_agent() {
    let text = "\
La Unidad Responsable:

- Deberá publicar el plan.
- Podrá pedir opiniones.
- Es pública.
";
    assert_eq!(document("es", text), ["Deberá must=La Unidad Responsable", "Podrá may=La Unidad Responsable"]);
}

#[test]
fn english_items_begin_with_the_verb() {
    let text = "\
The Responsible Unit shall:

I. Coordinate the work;

II. Prepare the report within ten days, and

III. The head of the Unit.

You must not:

- sell the data;
- mislead anyone.
";
    assert_eq!(
        document("en", text),
        [
            "> shall must=The Responsible Unit",
            "  Coordinate must=The Responsible Unit",
            "  Prepare must=The Responsible Unit !10d",
            "> must not must-not=You",
            "  sell must-not=You",
            "  mislead must-not=You",
        ]
    );
}
