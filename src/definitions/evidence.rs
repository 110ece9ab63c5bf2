//! The words that tell terms from names and acronyms that need no explanation; each list in the order of its bytes.

/// Acronyms that need no explanation: formats, protocols, units, currencies, countries, bodies known to everybody, and
/// the words that BCP 14 and its translations write in capitals.
pub const WELL_KNOWN: &[&str] = &[
    "AC", "ADN", "AI", "AM", "AND", "ANY", "API", "ARPA", "ARS", "ASAP", "ASCII", "ATM", "AUTHORS", "BCP", "BRL",
    "CAD", "CC", "CCBY", "CD", "CDMX", "CDN", "CEO", "CET", "CFO", "CHF", "CI", "CIO", "CLI", "CLP", "COP", "COPPA",
    "COVID", "CPU", "CRS", "CSS", "CSV", "CTO", "CURP", "CV", "DC", "DEBE", "DEBEN", "DIY", "DNA", "DNS", "DOC",
    "DOCX", "DOF", "DOI", "DRAFT", "DVD", "DWG", "DXF", "EE", "EEUU", "EPUB", "EST", "EU", "EUR", "FAQ", "FAX",
    "FIXME", "FOR", "FTP", "GB", "GBP", "GDP", "GDPR", "GIF", "GIS", "GMT", "GNU", "GPL", "GPS", "GTFS", "GZIP", "HD",
    "HIPAA", "HIV", "HR", "HTML", "HTTP", "HTTPS", "IA", "IANA", "IBM", "ID", "IDE", "IEC", "IEEE", "IETF", "II",
    "INC", "INE", "IP", "IPR", "IRC", "IRS", "ISBN", "ISO", "ISP", "ISSN", "IT", "IVA", "JPEG", "JPG", "JPY", "JSON",
    "KB", "KG", "KML", "KPI", "LAN", "LED", "LGBT", "LICENSE", "LLC", "LLM", "LTD", "LTS", "MAC", "MAY", "MB", "MD",
    "MIME", "MIPYME", "MIT", "ML", "MM", "MP", "MS", "MUST", "MX", "MXN", "NASA", "NATO", "NB", "NFC", "NFD", "NGO",
    "NHS", "NO", "NOT", "NOTE", "NULL", "OAUTH", "OCR", "ODF", "ODS", "ODT", "OGC", "OK", "OMS", "ONG", "ONU",
    "OPCIONAL", "OPTIONAL", "OR", "OS", "OTAN", "OWL", "PC", "PDF", "PGP", "PHP", "PIB", "PIN", "PM", "PNG", "PPT",
    "PPTX", "PR", "PS", "PST", "PUEDE", "PUEDEN", "PYME", "PYMES", "QA", "QR", "RAM", "RAR", "RDF", "README",
    "REQUIRED", "REST", "RFC", "RH", "ROM", "RSS", "RSVP", "RTF", "SA", "SAML", "SCP", "SDK", "SEO", "SFTP", "SGML",
    "SHALL", "SHOULD", "SHP", "SI", "SIDA", "SMS", "SMTP", "SOAP", "SOS", "SPDX", "SQL", "SRL", "SSH", "SSL", "SSO",
    "SVG", "TB", "TBD", "TCP", "TIC", "TIFF", "TLS", "TODO", "TSV", "TV", "TXT", "UDP", "UE", "UI", "UK", "UML", "UN",
    "UNESCO", "UNICEF", "URI", "URL", "URN", "URSS", "US", "USA", "USB", "USD", "USSR", "UTC", "UTF", "UU", "UUID",
    "UX", "VAT", "VIH", "VIP", "VPN", "VS", "WAN", "WCAG", "WGS", "WHO", "WIFI", "WTO", "WWW", "XHTML", "XLS", "XLSX",
    "XML", "XSD", "YAML", "ZIP",
];

/// Heads of terms: bodies, roles, instruments and things that a policy itself sets up; folded, in the singular.
const HEADS: &str = "account administrador administradora agency agreement applicant area auditor authority \
    autoridad board body catalog catalogo catalogue client comision comite commission committee consejo contractor \
    contratista controller coordinacion coordinador coordinadora coordinator council custodian custodio customer \
    delegacion dependencia developer director directora directorio enlace entidad event fee group grupo guarantor \
    inventario inventory junta liaison licensee licensor manager member mesa observatorio office officer oficial \
    oficina operador operator organ organo panel participant party plan plataforma platform pleno plenum portal \
    processor programa proveedor provider publicador publisher register registro registry repositorio repository \
    responsable reviewer secretariado secretariat service servicio sistema sujeto supervisor solicitante sponsor \
    steward subcomite subcommittee supplier team titular unidad unit user usuaria usuario ventanilla vocal working";

/// Words that make a phrase the name of something outside the policy: laws, parts of a text, powers of the state,
/// nationalities, months; folded, in the singular.
const PROPER: &str = "abril act acta acuerdo agosto alcaldia american americana anexo annex apendice appendix april \
    article articulo asamblea august ayuntamiento cabildo camara canadian capitulo carta chapter city ciudad code \
    codigo congreso congress constitucion constitution convencion convenio convention corte country court \
    declaracion declaration decreto department diario diciembre directiva directive disposicion dutch ejecutivo \
    ejercito enero english espanol estado estatal european exhibit febrero february federacion federal figura figure \
    fraccion french gaceta general german gobernador gobernadora gobierno government iglesia inciso indigena \
    internacional international interno internet january judicial julio july june junio legislativo legislatura ley \
    linea lineamiento march marzo may mayo mexican mexicana mexicano ministerio ministro ministry municipal \
    municipio nacion nacional nation national norma november noviembre october octubre oficialia oficio ordenanza \
    parlamento parliament parrafo part poder presidencia president presidenta presidente programme provincia public \
    reglamento regulation republic republica resolucion royal schedule seccion secretaria secretario section senado \
    senate september septiembre setiembre spanish state suprema supreme tabla table title titulo transitorio tratado \
    treaty tribunal unido union united universal universidad university web";

/// Whether a word stands before a noun and determines it.
pub fn is_determiner(word: &str) -> bool {
    const DETERMINERS: &[&str] = &[
        "al",
        "all",
        "an",
        "any",
        "cada",
        "cualquier",
        "del",
        "dicha",
        "dicho",
        "each",
        "el",
        "esa",
        "ese",
        "esta",
        "este",
        "every",
        "its",
        "la",
        "las",
        "los",
        "ningun",
        "ninguna",
        "ningún",
        "su",
        "sus",
        "that",
        "the",
        "their",
        "this",
        "toda",
        "todo",
        "un",
        "una",
    ];
    word.len() <= 10 && DETERMINERS.iter().any(|determiner| word.eq_ignore_ascii_case(determiner))
}

/// Whether a word is a verb that obliges, forbids or permits.
pub fn is_modal(word: &str) -> bool {
    const MODALS: &[&str] = &[
        "debe", "deben", "deberá", "deberán", "may", "must", "podrá", "podrán", "shall", "should", "tendrá", "tendrán",
    ];
    MODALS.binary_search(&word).is_ok()
}

/// Whether a folded word in the singular heads terms.
pub fn is_head(folded: &str) -> bool {
    HEADS.split_ascii_whitespace().any(|word| word == folded)
}

/// Whether a folded word in the singular makes a phrase the name of something outside the policy.
pub fn is_proper(folded: &str) -> bool {
    PROPER.split_ascii_whitespace().any(|word| word == folded)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_that_are_searched_are_in_order() {
        assert!(WELL_KNOWN.is_sorted_by(|one, other| one < other));
        assert!(is_modal("deberá") && is_modal("must") && is_modal("tendrán") && is_modal("debe"));
    }
}
