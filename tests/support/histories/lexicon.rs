//! The words of which the built-in prose is made, in Spanish and in English: plain ones, of letters only.

use std::sync::LazyLock;

/// What a language has to say.
pub struct Lexicon {
    /// Masculine and feminine ones, in the singular; a language without genders has the same twice.
    pub nouns: [Vec<&'static str>; 2],
    /// Masculine ones, in the singular.
    pub adjectives: Vec<&'static str>,
    pub verbs: Vec<&'static str>,
    pub months: Vec<&'static str>,
    /// Of masculine and feminine nouns in the singular, then of both in the plural.
    pub determiners: [Vec<&'static str>; 4],
    pub prepositions: Vec<&'static str>,
    /// Joins a noun to another.
    pub of: &'static str,
    pub and: &'static str,
    pub modals: Vec<&'static str>,
    pub openings: Vec<&'static str>,
    pub conjunctions: Vec<&'static str>,
    /// Where `#` is a number and `@` a month.
    pub limits: Vec<&'static str>,
    /// Short texts that everybody writes in the same words.
    pub commonplaces: Commonplaces,
    /// Begins a heading that bears a number.
    pub article: &'static str,
    pub spanish: bool,
}

/// Texts of at most eight words.
pub struct Commonplaces {
    pub paragraphs: Vec<&'static str>,
    pub headings: Vec<&'static str>,
    pub tables: Vec<Vec<&'static str>>,
}

impl Lexicon {
    /// Whether a word says nothing by itself.
    pub fn is_function(&self, word: &str) -> bool {
        let word = word.to_lowercase();
        let phrases = [&self.prepositions, &self.modals, &self.conjunctions, &self.openings, &self.limits];
        let mut listed = phrases.into_iter().chain(&self.determiners).flatten().flat_map(|phrase| phrase.split(' '));
        word.chars().count() < 4 || listed.any(|function| function.to_lowercase() == word)
    }

    /// A noun or an adjective in the plural.
    pub fn plural(&self, word: &str) -> String {
        if self.spanish {
            match word.strip_suffix("ón") {
                Some(stem) => format!("{stem}ones"),
                None if word.ends_with(['a', 'e', 'i', 'o', 'u', 'é']) => format!("{word}s"),
                None => {
                    format!("{}es", word.strip_suffix('z').map_or_else(|| word.to_owned(), |stem| format!("{stem}c")))
                }
            }
        } else {
            match word.strip_suffix('y') {
                Some(stem) if !stem.ends_with(['a', 'e', 'o', 'u']) => format!("{stem}ies"),
                _ if word.ends_with(['s', 'x', 'h']) => format!("{word}es"),
                _ => format!("{word}s"),
            }
        }
    }

    /// An adjective that goes with such a noun.
    pub fn inflected(&self, adjective: &str, feminine: bool, plural: bool) -> String {
        if !self.spanish {
            return adjective.to_owned();
        }
        let gendered = match adjective.strip_suffix('o') {
            Some(stem) if feminine => format!("{stem}a"),
            _ => adjective.to_owned(),
        };
        if plural { self.plural(&gendered) } else { gendered }
    }
}

/// What stands between blanks.
fn words(list: &'static str) -> Vec<&'static str> {
    list.split_whitespace().collect()
}

/// What stands between commas.
fn phrases(list: &'static str) -> Vec<&'static str> {
    list.split(',').map(str::trim).collect()
}

pub static SPANISH: LazyLock<Lexicon> = LazyLock::new(|| Lexicon {
    nouns: [
        words(
            "dato conjunto archivo formato registro plazo comité titular usuario ciudadano municipio estado \
            organismo sistema portal catálogo inventario informe acuerdo convenio programa proyecto proceso recurso \
            servicio servidor requisito criterio principio derecho documento expediente contrato presupuesto gasto \
            indicador nivel método modelo medio responsable enlace consejo cabildo ayuntamiento reglamento \
            lineamiento anexo glosario mapa padrón trámite permiso resguardo campo valor error cambio \
            motivo riesgo daño interés beneficio uso acceso control",
        ),
        words(
            "publicación información autoridad dependencia entidad persona licencia versión actualización calidad \
            transparencia solicitud respuesta consulta reutilización norma obligación función unidad dirección \
            secretaría contraloría oficina institución comunidad sociedad empresa universidad investigación fuente \
            base tabla columna fecha clave descripción etiqueta categoría frecuencia medida política estrategia \
            meta evaluación revisión auditoría sanción queja denuncia excepción reserva privacidad seguridad \
            protección capacitación difusión participación decisión propuesta reunión sesión minuta lista copia \
            descarga plataforma herramienta red",
        ),
    ],
    adjectives: words(
        "público abierto municipal estatal nacional anual mensual técnico jurídico personal sensible confidencial \
        completo oportuno gratuito digital estructurado primario histórico geográfico estadístico presupuestario \
        administrativo interno externo permanente temporal especial general particular mínimo máximo previo \
        posterior vigente aplicable necesario suficiente adecuado claro breve escrito electrónico automático \
        periódico ordinario extraordinario colegiado independiente autónomo ciudadano académico regional urbano \
        rural ambiental financiero laboral fiscal escolar sanitario cultural prioritario verificable",
    ),
    verbs: words(
        "publicar actualizar entregar revisar aprobar corregir conservar difundir proteger clasificar documentar \
        evaluar informar notificar registrar recibir resolver atender designar nombrar convocar elaborar presentar \
        solicitar consultar descargar reutilizar modificar eliminar sustituir ampliar reducir ordenar vigilar \
        supervisar auditar medir comparar describir explicar justificar motivar garantizar promover fomentar \
        facilitar impulsar capacitar coordinar administrar operar instalar probar validar verificar certificar \
        firmar archivar anonimizar cifrar compartir traducir integrar enlazar",
    ),
    months: words("enero febrero marzo abril mayo junio julio agosto octubre noviembre"),
    determiners: [
        words("el el el un cada dicho su"),
        words("la la la una cada dicha su"),
        phrases("los, los, los, sus, dichos, todos los"),
        phrases("las, las, las, sus, dichas, todas las"),
    ],
    prepositions: words("en en con para por sobre entre ante mediante desde hasta según"),
    of: "de",
    and: "y",
    modals: phrases("deberá, deberá, podrá, debe, puede, no podrá, no deberá"),
    openings: phrases("En su caso, Para tal efecto, Cuando proceda, Sin perjuicio de lo anterior, A más tardar"),
    conjunctions: phrases("cuando, siempre que, mientras, salvo que, donde, para que, si"),
    limits: phrases(
        "en un plazo de # días hábiles, dentro de los # días siguientes, antes del # de @ de cada año, por lo menos \
        # veces al año, a partir del # de @, conforme al artículo #, por # meses como máximo",
    ),
    commonplaces: Commonplaces {
        paragraphs: phrases(
            "Este documento se publica bajo licencia libre, Consulte la versión vigente en el portal, Última \
            revisión por el comité de datos, Documento sin efectos jurídicos hasta su publicación, Los términos en \
            mayúscula tienen su definición, Aprobado por el cabildo en sesión ordinaria",
        ),
        headings: phrases("Véase también, Disposiciones transitorias, Historial de cambios"),
        tables: vec![words("Plazo Responsable Fecha"), words("Nombre Descripción"), words("Versión Cambio Autor")],
    },
    article: "Artículo",
    spanish: true,
});

const ENGLISH_NOUNS: &str = "dataset record file format register deadline committee officer user citizen council \
    state agency system portal catalogue inventory report agreement programme project process resource service \
    server requirement standard principle right document contract budget expense indicator level method model \
    owner steward board mayor regulation guideline annex glossary map permit opinion field value error change \
    reason risk harm interest benefit publication authority department entity person licence version update \
    request answer query rule duty function unit office institution community company university source table \
    column date key description label category measure policy strategy goal assessment review audit sanction \
    complaint exception safeguard training decision proposal meeting session list copy download platform tool \
    network archive vendor reader editor";

pub static ENGLISH: LazyLock<Lexicon> = LazyLock::new(|| Lexicon {
    nouns: [words(ENGLISH_NOUNS), words(ENGLISH_NOUNS)],
    adjectives: words(
        "public open municipal national annual monthly technical legal personal sensitive confidential complete \
        timely free digital structured primary historical geographic statistical fiscal administrative internal \
        external permanent temporary special general particular minimum prior later current applicable necessary \
        sufficient adequate clear brief written electronic automatic regular ordinary independent academic regional \
        urban rural environmental financial cultural verifiable interim joint formal final local",
    ),
    verbs: words(
        "publish update deliver review approve correct keep spread protect classify document assess inform notify \
        register receive resolve attend appoint name convene prepare submit request consult download reuse amend \
        delete replace extend reduce order watch supervise inspect measure compare describe explain justify \
        guarantee promote foster ease train coordinate manage operate install test validate verify certify sign \
        file encrypt share translate integrate link withdraw suspend grant refuse",
    ),
    months: words("January February March April June July August October November"),
    determiners: [
        words("the the the a each any its"),
        words("the the the a each any its"),
        words("the the the all its such"),
        words("the the the all its such"),
    ],
    prepositions: words("in in with for by on under through from to before after"),
    of: "of",
    and: "and",
    modals: phrases("shall, shall, must, may, should, can, may not, shall not"),
    openings: phrases("Where applicable, To that end, In such cases, Without prejudice to the above, As a rule"),
    conjunctions: phrases("when, where, unless, provided that, if, so that, while"),
    limits: phrases(
        "within # working days, no later than # days after that, by # @ of each year, at least # times a year, as \
        from # @, under section # of the act, for # months at most",
    ),
    commonplaces: Commonplaces {
        paragraphs: phrases(
            "This document is free to use, Consult the current version on the portal, Last reviewed by the data \
            committee, This text has no legal force until published, Terms with capitals have their own definition, \
            Approved by the council in ordinary session",
        ),
        headings: phrases("See also, Transitory provisions, Change log"),
        tables: vec![words("Deadline Owner Date"), words("Name Description"), words("Version Change Author")],
    },
    article: "Section",
    spanish: false,
});
