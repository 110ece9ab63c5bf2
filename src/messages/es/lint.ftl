## Reglas y rutas

lint-did-you-mean = ¿Quiso decir «{ $name }»?
lint-more-alike = { $count ->
    [one] Hay uno más como este en el documento
   *[other] Hay { $count } más como este en el documento
}
lint-alike-place = También aquí
lint-unknown-rule = No existe la regla «{ $name }»
lint-unknown-rule-list = El comando «gaceta rules» muestra todas las reglas
lint-baseline-invalid = Este archivo no es una lista de observaciones conocidas
lint-baseline-invalid-hint = Escríbalo de nuevo con «gaceta lint --baseline ARCHIVO --write-baseline»

## agentless-duty

lint-agentless-duty = «{ $written }» impone un deber y no dice a quién
lint-agentless-duty-hint = Diga quién: «la Unidad deberá publicar…»

## and-or

lint-and-or = «{ $written }» no dice si basta uno o si deben ser los dos
lint-and-or-hint-spanish = Escriba «o», que incluye a los dos, «y», o «A, B o ambos»
lint-and-or-hint-english = Escriba «or», que incluye a los dos, «and», o «A, B or both»

## atx-space

lint-atx-space = Falta un espacio después de «{ $marks }»: así no es un encabezado
lint-atx-space-hint = Si es un encabezado, escriba «{ $heading }»

## bare-url

lint-bare-url = Esta dirección no es un enlace
lint-bare-url-hint = Escríbala entre «<» y «>» o, mejor, como enlace con un texto que diga adónde lleva

## broken-anchor

lint-broken-anchor-here = Este documento no tiene ninguna sección «#{ $anchor }»
lint-broken-anchor-there = «{ $path }» no tiene ninguna sección «#{ $anchor }»
lint-broken-anchor-add = Corrija el enlace o escriba la identidad «{"{"}#{ $identity }{"}"}» en el encabezado de la sección
lint-broken-anchor-elsewhere = Esa sección está en otro documento; el enlace sería «{ $link }»
lint-broken-anchor-slugger = Así se llama en { $programs }; si así se publica el sitio, indíquelo en slugger, en gaceta.toml
lint-broken-anchor-elsewhere-place = la sección está aquí

## broken-clause-ref

lint-broken-clause-ref-missing = No existe { $kind ->
        [annex] el anexo
        [book] el libro
        [title] el título
        [chapter] el capítulo
        [section] la sección
        [transitory] el transitorio
        [part] el apartado
        [fraction] la fracción
        [item] el inciso
        [numeral] el numeral
       *[article] el artículo
    } { $number }
lint-broken-clause-ref-inside =
    { $container-kind ->
        [annex] El anexo
        [book] El libro
        [title] El título
        [chapter] El capítulo
        [section] La sección
        [transitory] El transitorio
        [part] El apartado
        [fraction] La fracción
        [item] El inciso
        [numeral] El numeral
       *[article] El artículo
    } { $container } no tiene { $kind ->
        [annex] anexo
        [book] libro
        [title] título
        [chapter] capítulo
        [section] sección
        [transitory] transitorio
        [part] apartado
        [fraction] fracción
        [item] inciso
        [numeral] numeral
       *[article] artículo
    } { $number }
lint-broken-clause-ref-nearest =
    ¿Quiso decir { $kind ->
        [annex] el anexo
        [book] el libro
        [title] el título
        [chapter] el capítulo
        [section] la sección
        [transitory] el transitorio
        [part] el apartado
        [fraction] la fracción
        [item] el inciso
        [numeral] el numeral
       *[article] el artículo
    } { $number }? Si la cita es de otra norma, nómbrela
lint-broken-clause-ref-last =
    Termina en { $kind ->
        [annex] el anexo
        [book] el libro
        [title] el título
        [chapter] el capítulo
        [section] la sección
        [transitory] el transitorio
        [part] el apartado
        [fraction] la fracción
        [item] el inciso
        [numeral] el numeral
       *[article] el artículo
    } { $number }; corrija la cita o, si es de otra norma, nómbrela
lint-broken-clause-ref-check = Corrija la cita o, si es de otra norma, nómbrela
lint-broken-clause-ref-place =
    aquí está { $kind ->
        [annex] el anexo
        [book] el libro
        [title] el título
        [chapter] el capítulo
        [section] la sección
        [transitory] el transitorio
        [part] el apartado
        [fraction] la fracción
        [item] el inciso
        [numeral] el numeral
       *[article] el artículo
    } { $number }

## broken-emphasis

lint-broken-emphasis-alone = Estos asteriscos no tienen pareja y se ven en el texto
lint-broken-emphasis-alone-hint = Ciérrelos donde termina lo que deben destacar, o quítelos
lint-broken-emphasis-pair = Las marcas de «{ $text }» se ven en el texto en vez de destacarlo
lint-broken-emphasis-pair-hint = No deje espacio entre las marcas y el texto de adentro, y sí entre ellas y el de afuera

## broken-link

lint-broken-link = El archivo «{ $path }» no existe
lint-broken-link-image = La imagen «{ $path }» no existe
lint-broken-link-hint = Corrija el enlace o agregue el archivo
lint-broken-link-mail = Si es un correo, escriba «{ $link }»
lint-broken-link-web = Si es una dirección de la web, escriba «{ $link }»

## chained-ref

lint-chained-ref = Hay que recorrer { $count } cláusulas para hallar una regla: «{ $written }»
lint-chained-ref-hint = Diga aquí la regla o cite solo la cláusula que la contiene
lint-chained-ref-forward = «{ $written }» solo remite a «{ $target }»
lint-chained-ref-forward-hint = Cite directamente «{ $target }»
lint-chained-ref-forward-place = la cláusula citada no dice más que esto

## clause-numbering

lint-clause-numbering-gap = Antes de «{ $label }» falta el { $first }
lint-clause-numbering-gaps = Antes de «{ $label }» faltan del { $first } al { $last }
lint-clause-numbering-gap-hint = Renumere; si se suprimieron a propósito, escriba que el { $first } está derogado o reservado
lint-clause-numbering-duplicate = Ya hay otro «{ $label }»
lint-clause-numbering-duplicate-place = aquí está el otro
lint-clause-numbering-duplicate-hint = Dé otro número a uno de los dos y revise las referencias
lint-clause-numbering-instead = «{ $label }» está donde corresponde el { $other }
lint-clause-numbering-swapped = «{ $label }» está después del { $other }
lint-clause-numbering-order-hint = Corrija el número o cambie el texto de lugar, y revise las referencias

## closing-provisions

lint-closing-provisions-blanket = La derogación no dice qué se deroga
lint-closing-provisions-blanket-hint = Nombre las leyes, los reglamentos o los artículos que deja sin efecto
lint-closing-provisions-force = Nada dice cuándo entra en vigor el texto
lint-closing-provisions-force-hint = Agregue una disposición, como «Esta Política entrará en vigor al día siguiente de su publicación»
lint-closing-provisions-gap = Antes de «{ $label }» falta la disposición transitoria { $place }
lint-closing-provisions-gap-hint = Renumere las disposiciones transitorias y revise las referencias
lint-closing-provisions-repeated = Ya hay otra disposición «{ $label }»

## date-form

lint-date-form-ambiguous = «{ $date }» se puede leer de dos maneras
lint-date-form-ambiguous-hint = Escriba el mes con letras, o la fecha como 2026-03-02 (año, mes, día)
lint-date-form-impossible = No existe el día «{ $date }»
lint-date-form-impossible-hint = Corrija la fecha

## doubled-marker

lint-doubled-marker = El título empieza con la marca «{ $marker }», que se lee como texto
lint-doubled-marker-hint = Quite la marca repetida

## duplicate-definition

lint-duplicate-definition = «{ $term }» ya tiene otra definición
lint-duplicate-definition-first = la primera definición
lint-duplicate-definition-hint = Deje una sola definición, o dé otro nombre a uno de los dos términos

## empty-section

lint-empty-section = La sección «{ $title }» está vacía
lint-empty-section-hint = Escriba su texto, elimínela o, si se dejó vacía a propósito, escriba «Reservado» o «Derogado»

## file-name

lint-file-name-blank = El nombre «{ $name }» tiene espacios
lint-file-name-end = El nombre «{ $name }» termina en punto o espacio, que Windows quita
lint-file-name-hint = Un nombre que funciona: «{ $name }»
lint-file-name-letter = El nombre «{ $name }» tiene el carácter «{ $letter }», que no funciona en todas partes
lint-file-name-reserved = Windows reserva el nombre «{ $name }» para un dispositivo
lint-file-name-same = En Windows y en macOS, este nombre y «{ $name }» son el mismo: uno de los dos archivos se pierde
lint-file-name-same-hint = Dé a uno de los dos archivos otro nombre
lint-file-name-same-place = el otro archivo
lint-file-name-start = El nombre «{ $name }» empieza con un guion, como las opciones de los programas

## final-newline

lint-final-newline = A la última línea le falta el salto de línea
lint-final-newline-hint = Agregue un salto de línea al final del archivo

## front-matter

lint-front-matter-boolean = true o false
lint-front-matter-choices = Use uno de estos valores: { $choices }
lint-front-matter-date = una fecha, como 2026-05-18
lint-front-matter-day = No existe el día «{ $date }»
lint-front-matter-day-hint = Corrija la fecha
lint-front-matter-integer = un número entero
lint-front-matter-language = una etiqueta de idioma, como es
lint-front-matter-list = una lista
lint-front-matter-missing = En los metadatos falta la clave «{ $key }»
lint-front-matter-missing-hint = Escriba «{ $key }: …» entre las líneas «---» al principio del archivo
lint-front-matter-overdue = La revisión venció el { $date }, antes del { $today }
lint-front-matter-overdue-hint = Revise el documento y ponga la fecha de la siguiente revisión
lint-front-matter-text = un texto
lint-front-matter-type = «{ $key }» debe ser { $kind }
lint-front-matter-type-hint = Corrija el valor, o el tipo de «{ $key }» en [lint.front-matter]
lint-front-matter-value = «{ $key }» no puede ser «{ $value }»

## hardcoded-ref

lint-hardcoded-ref = «{ $written }» no es un enlace
lint-hardcoded-ref-hint = Escriba «{ $link }»
lint-hardcoded-ref-place = aquí está la cláusula

## heading-skip

lint-heading-skip = El encabezado salta del nivel { $from } al nivel { $to }
lint-heading-skip-before = el encabezado anterior
lint-heading-skip-hint = Use el nivel { $level } («{ $marks }») o agregue el encabezado que falta en medio

## image-alt

lint-image-alt-empty-words = El texto alternativo «{ $text }» no dice qué muestra la imagen
lint-image-alt-hint = Describa entre los corchetes lo que la imagen dice a quien la ve
lint-image-alt-html-hint = Agregue alt="…" con lo que la imagen dice, o alt="" si es un adorno
lint-image-alt-missing = Esta imagen no tiene texto alternativo

## inclusive-language

lint-inclusive-language = «{ $written }» nombra un solo género
lint-inclusive-language-hint = Podría decir «{ $instead }»

## item-numbering

lint-item-numbering-gap = Antes de «{ $label }» falta el { $first }
lint-item-numbering-gaps = Antes de «{ $label }» faltan del { $first } al { $last }
lint-item-numbering-gap-hint = Renumere los que siguen, o escriba que { $first } está derogado o reservado
lint-item-numbering-duplicate = Ya hay otro «{ $label }»
lint-item-numbering-duplicate-place = aquí está el otro
lint-item-numbering-duplicate-hint = Dé otro número a uno de los dos y revise las referencias
lint-item-numbering-instead = «{ $label }» está donde corresponde el { $other }
lint-item-numbering-swapped = «{ $label }» está después del { $other }
lint-item-numbering-order-hint = Corrija el número o cambie el texto de lugar, y revise las referencias

## language-mismatch

lint-language-mismatch-spanish = Esto está en español, en un documento en inglés
lint-language-mismatch-english = Esto está en inglés, en un documento en español
lint-language-mismatch-hint = Tradúzcalo; si es una cita textual, póngalo en un bloque de cita («> »)

## link-text

lint-link-text = El texto «{ $text }» no dice adónde lleva el enlace
lint-link-text-empty = Este enlace no tiene texto
lint-link-text-hint = Escriba como texto del enlace el nombre de lo que hay del otro lado

## long-sentence

lint-long-sentence = La oración tiene { $words } palabras seguidas; más de { $most } no se siguen de una lectura
lint-long-sentence-hint = Divídala en oraciones con un verbo principal cada una, o ponga sus partes en una lista

## norm-in-definition

lint-norm-in-definition = La definición de «{ $term }» impone un deber
lint-norm-in-definition-hint = Pase el deber a un artículo; la definición sólo dice qué es

## number-words

lint-number-words = «{ $written }» dice { $words } con palabras y { $figures } con cifras
lint-number-words-hint = Decida cuál de los dos vale y corrija el otro

## open-deadline

lint-open-deadline-vague = «{ $written }» no fija ningún plazo
lint-open-deadline-vague-hint = Escriba un número de días y desde cuándo se cuentan
lint-open-deadline-start = El plazo «{ $written }» no dice desde cuándo se cuenta
lint-open-deadline-start-hint = Agregue el inicio: «siguientes a la recepción de la solicitud»
lint-open-deadline-days = El plazo «{ $written }» no dice si los días son hábiles o naturales
lint-open-deadline-days-hint = Escriba «días hábiles» o «días naturales», o dígalo una vez para toda la política
lint-open-deadline-days-hint-english = Escriba «business days» o «calendar days», o dígalo una vez para toda la política

## personal-data

lint-personal-data-account = «{ $shown }» parece una cuenta bancaria (CLABE)
lint-personal-data-address = «{ $shown }» parece un correo particular
lint-personal-data-curp = «{ $shown }» parece la CURP de una persona
lint-personal-data-hint = Quítelo, o use uno institucional; si ya se publicó, sigue en la historia del repositorio
lint-personal-data-phone = «{ $shown }» parece un teléfono celular particular
lint-personal-data-rfc = «{ $shown }» parece el RFC de una persona

## readability

lint-readability = La sección se lee peor que antes: su legibilidad bajó de { $before } a { $now }, y por debajo de 40 un texto es muy difícil ({ $formula })
lint-readability-sentences = Divida sus oraciones: tenían en promedio { $before } palabras y ahora tienen { $now }
lint-readability-words = Use palabras más cortas y más comunes: las de ahora son más largas que las de antes

## relative-ref

lint-relative-ref = «{ $written }» señalará otra cláusula si se agrega o se quita una
lint-relative-ref-number = Escriba su número: «{ $name }»
lint-relative-ref-hint = Escriba su número
lint-relative-ref-section = Nombre la sección por su título, con un enlace a ella
lint-relative-ref-place = aquí está esa cláusula

## released-anchor

lint-released-anchor-clauses = { $more ->
    [0] Ya no existe la cláusula «#{ $anchor }» de «{ $file }», que alguien puede haber citado
    [one] Ya no existen la cláusula «#{ $anchor }» de «{ $file }» y otra de la misma sección, que alguien puede haber citado
   *[other] Ya no existen la cláusula «#{ $anchor }» de «{ $file }» y otras { $more } de la misma sección, que alguien puede haber citado
}
lint-released-anchor-clauses-hint = Deje el número de la cláusula suprimida con la palabra «Derogada», para que las demás conserven el suyo
lint-released-anchor-document = Ya no existe el documento «{ $file }», con { $count ->
    [one] una sección que alguien puede haber citado
   *[other] { $count } secciones que alguien puede haber citado
}
lint-released-anchor-document-hint = Si su texto pasó a otro documento, conserve ahí las identidades de sus secciones, como «{"{"}#{ $identity }{"}"}»
lint-released-anchor-identity = Escriba «{"{"}#{ $was }{"}"}» en su encabezado
lint-released-anchor-removed = { $below ->
    [0] Ya no existe la sección «{ $title }», que alguien puede haber citado como «#{ $anchor }» de «{ $file }»
    [one] Ya no existen la sección «{ $title }», que alguien puede haber citado como «#{ $anchor }» de «{ $file }», ni la que contenía
   *[other] Ya no existen la sección «{ $title }», que alguien puede haber citado como «#{ $anchor }» de «{ $file }», ni las { $below } que contenía
}
lint-released-anchor-removed-hint = Si su texto está ahora en otra sección, escriba «{"{"}#{ $identity }{"}"}» en el encabezado de esa sección
lint-released-anchor-renamed = Quien haya citado «#{ $was }» de «{ $file }» ya no llega a esta sección, que ahora es «#{ $now }»
lint-released-anchor-replace = Escriba en su encabezado «{"{"}#{ $was }{"}"}» en lugar de «{"{"}#{ $now }{"}"}»

## replacement-character

lint-replacement-character = Aquí se perdió una letra al convertir el texto («�»)
lint-replacement-character-control = Aquí hay un carácter de control invisible ({ $code })
lint-replacement-character-control-hint = Bórrelo o escriba el signo que debía estar ahí, como unas comillas o un guion
lint-replacement-character-hint = Escriba la letra que falta; el documento original dice cuál es
lint-replacement-character-mojibake = «{ $written }» es una letra mal convertida
lint-replacement-character-mojibake-hint = Debe decir «{ $meant }»
lint-replacement-character-null = Aquí hay un byte nulo, que ningún texto lleva

## required-section

lint-required-section = Falta la sección «{ $title }»
lint-required-section-add = Agregue la sección con el encabezado «{ $heading }»
lint-required-section-identity = Falta la sección con la identidad «{"{"}#{ $identity }{"}"}»
lint-required-section-inside = La sección «{ $title }» debe estar dentro de «{ $outer }»
lint-required-section-inside-hint = Muévala debajo de «{ $outer }», con un encabezado de un nivel más profundo
lint-required-section-inside-place = «{ $outer }» está aquí
lint-required-section-near = Si es la sección «{ $written }», cambie su título a «{ $title }»
lint-required-section-near-place = una sección con un título parecido

## reversed-link

lint-reversed-link = Los corchetes y los paréntesis de este enlace están al revés
lint-reversed-link-hint = Escriba «{ $link }»

## section-order

lint-section-order-after = La sección «{ $title }» debe ir después de «{ $other }»
lint-section-order-before = La sección «{ $title }» debe ir antes de «{ $other }»
lint-section-order-other = aquí está «{ $title }»

## single-title

lint-single-title = El documento ya tiene un título: «{ $title }» es otro encabezado de nivel 1
lint-single-title-hint = Baje un nivel este encabezado y los que dependen de él, o pase el texto a otro documento
lint-single-title-place = el título del documento

## spelling

lint-spelling = «{ $word }» no está en el diccionario
lint-spelling-hint = Si está bien escrita, agréguela a words, en [lint.spelling] de gaceta.toml
lint-spelling-no-dictionary = No hay diccionario en «{ $path }»: hacen falta un archivo .dic y otro .aff en la carpeta de la política
lint-spelling-bad-dictionary = «{ $path }» no es un diccionario de Hunspell válido

## stray-norm

lint-stray-norm = «{ $written }» impone un deber en una sección que sólo informa
lint-stray-norm-hint = Páselo a un artículo, o cuéntelo sin «deber»
lint-stray-norm-place = la sección

## table-header

lint-table-header-cell = La columna { $column } de esta tabla no tiene encabezado
lint-table-header-cell-hint = Escriba qué contiene la columna
lint-table-header-row = Los encabezados de esta tabla están vacíos
lint-table-header-row-hint = Escriba en el primer renglón el nombre de cada columna

## term-variant

lint-term-variant = «{ $written }» está definido como «{ $term }»
lint-term-variant-defined = la definición
lint-term-variant-hint = Escriba «{ $term }», como en la definición

## undeclared-field

lint-undeclared-field = El manifiesto no declara el campo «{ $name }»
lint-undeclared-field-hint = Corrija el nombre o agregue [fields.{ $name }] a gaceta.toml

## undefined-acronym

lint-undefined-acronym = Nada dice qué significa «{ $acronym }»
lint-undefined-acronym-hint = Escriba el nombre completo la primera vez, con la sigla entre paréntesis, o agréguela a known, en [lint.undefined-acronym] de gaceta.toml

## undefined-term

lint-undefined-term = «{ $term }» se usa como término definido y nada lo define
lint-undefined-term-hint = Defínalo en el glosario, o escríbalo con minúscula si no tiene un significado propio

## unfilled-field

lint-unfilled-field = Queda un espacio sin llenar: «{ $written }»
lint-unfilled-field-hint = Escriba lo que falta, o declárelo como campo del manifiesto
lint-unfilled-field-todo-hint = Haga lo que dice la nota y bórrela

## unlinked-term

lint-unlinked-term = El término «{ $term }» aparece aquí por primera vez en la sección y no enlaza a su definición
lint-unlinked-term-defined = la definición
lint-unlinked-term-hint = Escriba «{ $link }»

## unsafe-link

lint-unsafe-link-disk = Este enlace lleva al disco de una computadora: nadie más puede abrirlo
lint-unsafe-link-disk-hint = Guarde el archivo junto al documento, o publíquelo en la web, y enlácelo ahí
lint-unsafe-link-name-in-front = Esta dirección parece de otro sitio, pero lleva a «{ $site }»
lint-unsafe-link-name-in-front-hint = Lo que va antes de la arroba no es el sitio; escriba la dirección sin ello
lint-unsafe-link-other-site = El texto de este enlace es una dirección de «{ $shown }», pero lleva a «{ $site }»
lint-unsafe-link-other-site-hint = Corrija el enlace, o escriba como texto el nombre de la página a la que lleva
lint-unsafe-link-program = Este enlace ejecuta un programa en vez de llevar a una página: «{ $scheme }»
lint-unsafe-link-program-hint = Escriba la dirección de la página, o quite el enlace

## unused-ignore

lint-unused-ignore = Este comentario no silencia nada: la regla «{ $rule }» no encontró nada aquí
lint-unused-ignore-malformed = Este comentario no dice qué regla silencia
lint-unused-ignore-malformed-hint = Se escribe «<!-- gaceta: ignore REGLA motivo -->»
lint-unused-ignore-no-reason = Este comentario no dice por qué silencia la regla

## unused-term

lint-unused-term = El término «{ $term }» está definido y no se usa
lint-unused-term-hint = Quítelo del glosario, o úselo donde el texto se refiere a lo mismo con otras palabras

## weak-modal

lint-weak-modal-advice = «{ $written }» aconseja, no obliga
lint-weak-modal-advice-hint = Escriba «deberá» si es un deber; si es un consejo, «se recomienda»
lint-weak-modal-probability = «{ $written }» expresa probabilidad, no obligación
lint-weak-modal-probability-hint = Escriba «debe» o «deberá», sin «de»
lint-weak-modal-effort = «{ $written }» pide un esfuerzo, no un resultado: nadie puede exigir que se cumpla
lint-weak-modal-effort-hint = Diga qué debe hacerse, o escríbalo como recomendación
