//! The vocabulary of Spanish, without accents; `ñ` stays.

/// Words that begin a noun phrase.
#[rustfmt::skip]
pub(in crate::norms) const DETERMINERS: &[&str] = &[
    "algun", "alguna", "alguno", "ambas", "ambos", "aquel", "aquella", "aquellas", "aquellos", "cada", "cualesquiera",
    "cualquier", "cualquiera", "dicha", "dichas", "dicho", "dichos", "el", "esa", "esas", "ese", "esos", "esta",
    "estas", "este", "estos", "la", "las", "los", "nadie", "ningun", "ninguna", "ninguno", "nuestra", "nuestro",
    "otra", "otras", "otro", "otros", "quien", "quienes", "su", "sus", "tal", "tales", "toda", "todas", "todo",
    "todos", "un", "una", "unas", "unos", "usted", "ustedes",
];
/// Adjectives that stand between the article and the noun.
#[rustfmt::skip]
pub(in crate::norms) const BEFORE_NOUNS: &[&str] = &[
    "actual", "actuales", "antedicha", "antedicho", "cinco", "citada", "citadas", "citado", "citados",
    "correspondiente", "correspondientes", "cuatro", "demas", "diez", "diferentes", "distintas", "distintos",
    "diversas", "diversos", "dos", "el", "expresada", "expresado", "futura", "futuro", "la", "las", "los",
    "mencionada", "mencionadas", "mencionado", "mencionados", "misma", "mismas", "mismo", "mismos", "nueva", "nuevas",
    "nueve", "nuevo", "nuevos", "ocho", "otra", "otras", "otro", "otros", "presente", "presentes", "primer",
    "primera", "primero", "propia", "propias", "propio", "propios", "referida", "referidas", "referido", "referidos",
    "respectiva", "respectivas", "respectivo", "respectivos", "segunda", "segundo", "seis", "siete", "sujeta",
    "tercer", "tercera", "tres",
];
/// Words that open a condition or a clause of time, place, manner or reason.
#[rustfmt::skip]
pub(in crate::norms) const SUBORDINATORS: &[&str] = &[
    "aunque", "como", "conforme", "cuando", "cuantas", "cuanto", "cuantos", "donde", "excepto", "mientras", "porque",
    "salvo", "segun", "si", "siempre",
];
/// Words that stand between the subject and its verb, or between the modal and the infinitive.
#[rustfmt::skip]
pub(in crate::norms) const ADVERBS: &[&str] = &[
    "ademas", "adicionalmente", "anualmente", "asimismo", "aun", "conjuntamente", "debidamente", "despues",
    "directamente", "entonces", "excepcionalmente", "exclusivamente", "expresamente", "finalmente", "igualmente",
    "inmediatamente", "libremente", "luego", "mensualmente", "necesariamente", "nuevamente", "obligatoriamente",
    "oportunamente", "periodicamente", "posteriormente", "preferentemente", "previamente", "publicamente",
    "semestralmente", "siempre", "simultaneamente", "solamente", "solo", "tambien", "todavia", "trimestralmente",
    "unicamente", "ya",
];
/// Persons and bodies, in the singular and the plural, that no ending tells.
#[rustfmt::skip]
pub(in crate::norms) const ACTORS: &[&str] = &[
    "abogada", "abogado", "abogados", "academia", "academias", "acreedor", "acreedores", "adjudicatario",
    "administracion", "administraciones", "agencia", "agencias", "agente", "agentes", "alcalde", "alcaldes",
    "alcaldesa", "alcaldia", "alcaldias", "alumna", "alumnas", "alumno", "alumnos", "area", "areas", "armada",
    "armador", "armadores", "arrendataria", "arrendatario", "asamblea", "asambleas", "asegurada", "asegurado",
    "asegurados", "asesor", "asesora", "asociacion", "asociaciones", "autoridad", "autoridades", "ayuntamiento",
    "ayuntamientos", "banco", "bancos", "beneficiario", "bufete", "cabildo", "cabildos", "camara", "camaras",
    "candidata", "candidato", "candidatos", "capitania", "centros", "ciudadana", "ciudadanas", "ciudadania",
    "ciudadanias", "ciudadano", "ciudadanos", "cliente", "clientes", "club", "colegio", "colegios", "comandancia",
    "comisaria", "comisario", "comision", "comisionada", "comisionado", "comisionados", "comisiones", "comite",
    "comites", "compañia", "compañias", "comprador", "comunera", "comuneros", "comunidad", "comunidades", "concejo",
    "conductores", "congreso", "consejera", "consejeras", "consejero", "consejeros", "consejo", "consejos",
    "consorcio", "consorcios", "consul", "consulado", "contador", "contadores", "contralor", "contralora",
    "contraloria", "contralorias", "contratista", "contratistas", "contribuyente", "contribuyentes", "conyuge",
    "conyuges", "cooperativa", "cooperativas", "coordinacion", "coordinaciones", "corte", "cortes", "cuerpo",
    "curador", "decano", "defensoria", "defensorias", "delegacion", "delegaciones", "delegada", "delegado",
    "delegados", "demandada", "demandado", "departamento", "departamentos", "dependencia", "dependencias", "despacho",
    "deudor", "deudores", "diputada", "diputadas", "diputado", "diputados", "direccion", "direcciones", "directorio",
    "docente", "docentes", "editor", "ejecutivo", "ejecutor", "ejercito", "embajada", "embajadas", "empleada",
    "empleadas", "empleado", "empleados", "empresa", "empresas", "encargada", "encargadas", "encargado", "encargados",
    "enlace", "enlaces", "ente", "entes", "entidad", "entidades", "equipo", "equipos", "escuela", "escuelas",
    "estado", "estados", "estudiante", "estudiantes", "experta", "expertas", "experto", "expertos", "facultad",
    "federacion", "federaciones", "fideicomiso", "fideicomisos", "fiscal", "fiscales", "fiscalia", "fiscalias",
    "fundacion", "fundaciones", "gabinete", "gerencia", "gerencias", "gerente", "gerentes", "gobernador",
    "gobernadora", "gobernadores", "gobierno", "gobiernos", "grupo", "grupos", "heredero", "herederos", "hijo",
    "hijos", "hospital", "hospitales", "imprenta", "individuo", "individuos", "infractor", "infractora",
    "infractores", "inspectoria", "instancia", "instancias", "institucion", "instituciones", "instituto",
    "institutos", "intendencia", "interesada", "interesadas", "interesado", "interesados", "jefa", "jefas",
    "jefatura", "jefaturas", "jefe", "jefes", "jueces", "juez", "jueza", "juezas", "junta", "juntas", "jurado",
    "jurados", "juzgado", "juzgados", "licenciada", "licenciado", "madre", "madres", "maestra", "maestro", "maestros",
    "magistrada", "magistrado", "magistrados", "medico", "medicos", "menores", "miembro", "miembros", "ministerio",
    "ministerios", "ministra", "ministro", "ministros", "municipalidad", "municipalidades", "municipio", "municipios",
    "nadie", "ninguno", "notaria", "notarias", "oficial", "oficiales", "oficialia", "oficina", "oficinas",
    "organismo", "organismos", "organizacion", "organizaciones", "organo", "organos", "padre", "padres", "parlamento",
    "parte", "partes", "particular", "particulares", "partido", "partidos", "patron", "patrona", "patronato",
    "patrones", "perito", "peritos", "persona", "personal", "personas", "pescador", "pescadores", "pleno", "poder",
    "poderes", "policia", "policias", "postulante", "presidencia", "presidencias", "presidenta", "presidentas",
    "presidente", "presidentes", "procurador", "procuradora", "procuraduria", "productor", "profesional",
    "profesionales", "profesor", "propietaria", "propietario", "publico", "quien", "quienes", "rector", "rectora",
    "rectoria", "regidor", "regidora", "regidoras", "regidores", "registraduria", "responsable", "responsables",
    "sala", "salas", "secretaria", "secretariado", "secretariados", "secretarias", "senado", "senadora", "servidor",
    "sindica", "sindicato", "sindicatos", "sindicatura", "sindico", "sindicos", "socia", "socias", "sociedad",
    "sociedades", "socio", "socios", "subdireccion", "subdirecciones", "subgerencia", "subsecretaria",
    "subsecretarias", "sucursal", "sujeto", "sujetos", "superintendencia", "superintendencias", "superintendente",
    "superintendentes", "superior", "supervision", "suplente", "suplentes", "suprema", "tesorera", "tesoreria",
    "tesorerias", "tesorero", "testigo", "testigos", "titular", "titulares", "tribunal", "tribunales", "tutor",
    "tutora", "tutores", "unidad", "unidades", "universidad", "universidades", "usted", "ustedes", "viceministerio",
    "viceministro", "vicepresidencia", "vicepresidente", "vocal", "vocales", "voluntaria", "voluntario",
];
/// Things whose names end as those of persons do.
#[rustfmt::skip]
pub(in crate::norms) const NO_ACTORS: &[&str] = &[
    "aniversario", "aniversarios", "anterior", "aparador", "borrador", "borradores", "calendario", "calendarios",
    "color", "comentario", "comentarios", "comprobante", "comprobantes", "computador", "computadora", "computadoras",
    "computadores", "conquista", "constante", "constantes", "contenedor", "contenedores", "corredor", "corredores",
    "cuestionario", "cuestionarios", "determinante", "diario", "diarios", "diccionario", "diccionarios",
    "documentario", "dolor", "entrevista", "entrevistas", "error", "errores", "escenario", "escenarios", "escritorio",
    "expediente", "extensionario", "exterior", "extraordinario", "factor", "factores", "faltante", "faltantes",
    "favor", "formulario", "formularios", "glosario", "glosarios", "honorario", "honorarios", "horario", "horarios",
    "identificador", "identificadores", "importante", "importantes", "indicador", "indicadores", "inferior",
    "instante", "instantes", "interior", "inventario", "inventarios", "itinerario", "itinerarios", "labor", "lista",
    "listas", "marcador", "marcadores", "mayor", "menor", "monetario", "monitor", "monitores", "motor", "motores",
    "navegador", "navegadores", "necesario", "ordenador", "ordenadores", "ordinario", "pista", "pistas", "posterior",
    "presupuestario", "primario", "procesador", "restante", "restantes", "revista", "revistas", "rigor", "salario",
    "salarios", "sector", "sectores", "secundario", "separador", "separadores", "servidores", "sumario", "sumarios",
    "temario", "temarios", "tenor", "tributario", "universitario", "vacante", "vacantes", "valor", "valores",
    "variante", "variantes", "vector", "vectores", "vigor", "vista", "vistas", "vocabulario", "vocabularios",
    "volante",
];
/// Things that policies write with a capital letter.
#[rustfmt::skip]
pub(in crate::norms) const THINGS: &[&str] = &[
    "acta", "actas", "acuerdo", "acuerdos", "anexo", "anexos", "apertura", "aplicacion", "aplicaciones", "articulo",
    "articulos", "base", "bases", "calendario", "calidad", "capitulo", "carta", "catalogo", "catalogos", "codigo",
    "codigos", "conjunto", "conjuntos", "constitucion", "contrato", "contratos", "convenio", "convenios",
    "convocatoria", "convocatorias", "dato", "datos", "decreto", "decretos", "diccionario", "diccionarios",
    "directiva", "directivas", "disposicion", "disposiciones", "distribucion", "distribuciones", "documento",
    "documentos", "esquema", "esquemas", "estatuto", "estatutos", "estrategia", "expediente", "expedientes",
    "formato", "formatos", "guia", "guias", "identificador", "identificadores", "indicador", "indicadores", "indice",
    "informacion", "informe", "informes", "interoperabilidad", "inventario", "inventarios", "ley", "leyes",
    "licencia", "licencias", "lineamiento", "lineamientos", "listado", "manual", "manuales", "mecanismo",
    "mecanismos", "medida", "medidas", "medio", "mesas", "metadato", "metadatos", "modelo", "norma", "normas",
    "ordenanza", "ordenanzas", "perfil", "perfiles", "plan", "planes", "plataforma", "plataformas", "plazo", "plazos",
    "poblacion", "politica", "politicas", "portal", "portales", "presupuesto", "procedimiento", "procedimientos",
    "proceso", "procesos", "programa", "programas", "protocolo", "proyecto", "proyectos", "prueba", "pruebas",
    "recurso", "recursos", "registro", "registros", "regla", "reglamento", "reglamentos", "reglas", "reporte",
    "reportes", "repositorio", "repositorios", "requisito", "requisitos", "resolucion", "resoluciones",
    "reutilizacion", "sesion", "sesiones", "sistema", "sistemas", "sitio", "sitios", "software", "solicitud",
    "solicitudes", "titulo", "titulos", "tramite", "tramites", "version", "versiones",
];
/// Infinitives that say what their subject is or holds.
#[rustfmt::skip]
pub(in crate::norms) const STATIVES: &[&str] = &[
    "abarcar", "aparecer", "caber", "coincidir", "comprender", "consistir", "constar", "contar", "contemplar",
    "contener", "corresponder", "cumplir", "derivar", "describir", "encontrar", "especificar", "estar", "existir",
    "expresar", "figurar", "formar", "funcionar", "haber", "identificar", "incluir", "indicar", "llevar", "mencionar",
    "mostrar", "permanecer", "permitir", "poseer", "precisar", "prever", "quedar", "referir", "reflejar", "reunir",
    "ser", "señalar", "tener", "versar",
];
/// Infinitives after which the modal says how a text is read, or sets a limit, and obliges nobody.
#[rustfmt::skip]
pub(in crate::norms) const NO_DUTIES: &[&str] =
    &[
    "entender", "exceder", "interpretar", "rebasar", "sobrepasar", "superar",
];
/// Infinitives whose future tells what will be, also of a person or body.
#[rustfmt::skip]
pub(in crate::norms) const TELLING_FUTURES: &[&str] = &[
    "abarcar", "aprender", "caber", "causar", "cesar", "comenzar", "componer", "comprender", "considerar", "constar",
    "constituir", "contar", "continuar", "corresponder", "crear", "deber", "dejar", "denominar", "depender",
    "descubrir", "devengar", "durar", "empezar", "encontrar", "entender", "entrar", "estar", "existir", "fenecer",
    "funcionar", "gozar", "haber", "incurrir", "ir", "llamar", "llegar", "morir", "nacer", "parecer", "percibir",
    "perder", "permanecer", "pertenecer", "poder", "proceder", "producir", "quedar", "querer", "recibir", "regir",
    "resultar", "saber", "salir", "seguir", "ser", "significar", "suceder", "sufrir", "surtir", "tener", "terminar",
    "valer", "vencer", "venir",
];
/// Infinitives whose future promises an effort.
#[rustfmt::skip]
pub(in crate::norms) const WEAK_DUTIES: &[&str] = &[
    "fomentar", "impulsar", "procurar", "promover", "propiciar",
];
/// Infinitives after which `podrá` says what may happen.
#[rustfmt::skip]
pub(in crate::norms) const POSSIBILITIES: &[&str] = &[
    "afectar", "caber", "causar", "conllevar", "constituir", "darse", "deber", "derivar", "encontrar", "existir",
    "generar", "haber", "implicar", "obedecer", "ocasionar", "ocurrir", "originar", "producir", "provocar",
    "resultar", "suceder", "surgir", "tratar", "variar",
];
/// Nouns and adjectives that end as infinitives do.
#[rustfmt::skip]
pub(in crate::norms) const NO_INFINITIVES: &[&str] = &[
    "alquiler", "alrededor", "altar", "auxiliar", "ayer", "azucar", "bar", "bienestar", "cancer", "caracter",
    "celular", "circular", "collar", "cualquier", "curricular", "deber", "dolar", "ejemplar", "ejemplares", "escolar",
    "familiar", "hangar", "hogar", "hospitalar", "lugar", "mar", "militar", "molar", "muestrar", "mujer", "nuclear",
    "par", "particular", "peculiar", "pesar", "pilar", "placer", "poder", "polar", "popular", "preliminar", "primer",
    "radar", "regular", "secular", "similar", "singular", "solar", "suplementar", "taller", "tercer", "titular",
    "tutelar", "vascular", "vulgar",
];
/// Verbs that report another text, before `que`.
#[rustfmt::skip]
pub(in crate::norms) const REPORTS: &[&str] = &[
    "aduce", "afirma", "afirman", "alega", "argumenta", "concluye", "concluyo", "consagra", "considera",
    "considerando", "considerar", "contempla", "declara", "detalla", "dice", "dispone", "disponen", "dispuso",
    "establece", "establecen", "establecia", "establecido", "establecio", "estima", "estipula", "expone", "expresa",
    "indica", "indican", "indico", "informa", "manifiesta", "menciona", "mencionan", "norma", "opina", "precisa",
    "precisan", "prescribe", "prescriben", "preve", "preven", "previene", "propone", "recomienda", "refiere",
    "refieren", "regula", "señala", "señalan", "señalo", "solicita", "sostiene", "sugiere",
];

/// Every list, for the test of their order.
#[cfg(test)]
pub(in crate::norms) const LISTS: &[&[&str]] = &[
    DETERMINERS,
    BEFORE_NOUNS,
    SUBORDINATORS,
    ADVERBS,
    ACTORS,
    NO_ACTORS,
    THINGS,
    STATIVES,
    NO_DUTIES,
    TELLING_FUTURES,
    WEAK_DUTIES,
    POSSIBILITIES,
    NO_INFINITIVES,
    REPORTS,
];

/// Whether a word is an infinitive, unstressed pronouns at its end included: `publicar`, `reunirse`, `entregarlos`.
pub(in crate::norms) fn is_infinitive(word: &str) -> bool {
    let verb = infinitive(word);
    verb.len() > 1
        && (verb == "ir" || verb.len() > 2)
        && ["ar", "er", "ir"].iter().any(|ending| verb.ends_with(ending))
        && !super::contains(NO_INFINITIVES, verb)
}

/// The infinitive without the unstressed pronouns at its end; a word that has none stays as it is.
pub(in crate::norms) fn infinitive(word: &str) -> &str {
    const PRONOUNS: [&str; 9] = ["se", "lo", "la", "los", "las", "le", "les", "nos", "me"];
    let mut verb = word;
    for _ in 0..2 {
        let cut = PRONOUNS
            .iter()
            .find_map(|pronoun| verb.strip_suffix(pronoun).filter(|stem| stem.ends_with('r') || stem.ends_with("rse")));
        verb = cut.unwrap_or(verb);
    }
    verb
}

/// Whether a word is a past participle.
pub(in crate::norms) fn is_participle(word: &str) -> bool {
    const IRREGULAR: [&str; 11] =
        ["abiert", "cubiert", "dich", "escrit", "hech", "impres", "inscrit", "puest", "resuelt", "rot", "vist"];
    let Some(stem) = word.strip_suffix('s').unwrap_or(word).strip_suffix(['o', 'a']) else { return false };
    stem.len() > 3 && (stem.ends_with("ad") || stem.ends_with("id")) || IRREGULAR.iter().any(|end| stem.ends_with(end))
}

/// Whether a noun in small letters names a person or body.
pub(in crate::norms) fn is_actor(noun: &str) -> bool {
    const ENDINGS: [&str; 22] = [
        "dor", "dora", "dores", "doras", "tor", "tora", "tores", "toras", "sor", "sora", "sores", "ante", "antes",
        "yente", "yentes", "ista", "istas", "ario", "arios", "aria", "arias", "adora",
    ];
    if super::contains(ACTORS, noun) {
        return true;
    }
    let person = ENDINGS.iter().any(|ending| noun.len() > ending.len() + 2 && noun.ends_with(ending));
    person && !super::contains(NO_ACTORS, noun) && !super::contains(THINGS, noun)
}

/// Whether an adjective may end a noun phrase, told by its ending.
pub(in crate::norms) fn is_adjective(word: &str) -> bool {
    const ENDINGS: [&str; 24] = [
        "iva", "ivo", "ivas", "ivos", "al", "ales", "ica", "ico", "icas", "icos", "able", "ables", "ada", "ado",
        "adas", "ados", "aria", "ario", "arias", "arios", "ar", "ares", "ora", "oras",
    ];
    word.len() > 4 && ENDINGS.iter().any(|ending| word.ends_with(ending)) && !is_infinitive(word)
}
