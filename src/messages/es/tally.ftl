## tally: quién escribió la política

tally-title = Quién escribió la política
tally-documents = { $count ->
    [one] { $count } documento
   *[other] { $count } documentos
}
tally-summary = { $words ->
    [one] { $words } palabra
   *[other] { $words } palabras
} en { $documents }.
tally-percent = { $whole }.{ $tenth } %
tally-decimal = { $whole }.{ $tenth }
tally-program = { $name } (programa)
tally-full = Las palabras de varios autores cuentan enteras para cada uno: las sumas pasan del texto.
tally-before = antes de lo que tiene esta copia
tally-unknown = sin origen conocido
tally-undated = sin fecha
tally-nameless = sin nombre

tally-column-person = Persona
tally-column-section = Sección
tally-column-month = Mes
tally-column-revision = Revisión
tally-column-document = Documento
tally-column-words = Palabras
tally-column-share = Porcentaje
tally-column-added = Escritas
tally-column-removed = Quitadas
tally-column-sections = Secciones
tally-column-first = Desde
tally-column-last = Hasta
tally-column-organisation = Organización
tally-column-writer = Autor principal
tally-column-drawing = Barra
tally-others = otros
tally-column-contributions = Además
tally-unnamed = alguien que prefiere no ser nombrado
tally-without-organisation = sin organización
tally-contribution-meeting = reunión
tally-contribution-consultation = consulta
tally-contribution-review = revisión
tally-contribution-translation = traducción
tally-contribution-research = investigación
tally-contribution-design = diseño
tally-contribution-coordination = coordinación
tally-contribution-funding = financiamiento
tally-likeness-address = misma dirección
tally-likeness-name = mismo nombre con otra dirección
tally-likeness-login = usuario en vez del nombre
tally-likeness-spelling = nombre con una letra distinta
tally-likeness-part = parte del nombre
tally-authors-title = Autores
tally-authors-citation = Si usa esta política, cítela así.
tally-authors-policy = Política
tally-authors-form = Una lista simple de nombres solo se puede revisar
tally-authors-form-hint = Use un archivo Markdown como AUTHORS.md, o .all-contributorsrc o CITATION.cff
tally-authors-marks = En este archivo no hay lugar para los autores
tally-authors-marks-hint = Ponga las líneas { $start } y { $end } donde deban estar
tally-authors-yaml = En este CITATION.cff no se pueden agregar autores sin riesgo de dañarlo
tally-authors-yaml-hint = Escriba «authors:» una sola vez, en una línea sin comillas ni nada detrás, y debajo cada autor: un guion y una clave por línea, sin tabuladores ni «|» o «>»
tally-authors-yaml-form = No es un CITATION.cff: YAML con claves, de las que «authors» está una sola vez y es una lista
tally-authors-yaml-form-hint = Revise sangrías, comillas y dos puntos cerca de aquí
tally-authors-json = No es un .all-contributorsrc: un objeto JSON cuyos «contributors» son una lista
tally-authors-json-hint = Revise comillas, comas y llaves a partir de aquí

survival-title = Qué pasó con las palabras de cada año
survival-summary = Palabras por el año en que se escribieron, del { $first } al { $last }.
survival-nothing = No hay nada que contar: ninguna confirmación tiene fecha.
survival-column-year = Año
survival-column-most = Máximo
survival-column-left = Quedan
survival-column-share = Porcentaje
survival-column-course = Evolución
survival-year-unknown = desconocido

made-uncommitted = sin confirmar
made-unknown = no se encontró la confirmación (commit)
