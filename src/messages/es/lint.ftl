## Reglas y rutas

lint-did-you-mean = ¿Quiso decir «{ $name }»?
lint-unknown-rule = No existe la regla «{ $name }»
lint-unknown-rule-list = El comando «gaceta rules» muestra todas las reglas
lint-no-such-document = En «{ $path }» no hay ningún documento de la política
lint-no-such-document-hint = Revise la ruta; si es correcta, revise que el manifiesto no la excluya

## and-or

lint-and-or = «{ $written }» no dice si basta uno o si deben ser los dos
lint-and-or-hint-spanish = Escriba «o», que incluye a los dos, «y», o «A, B o ambos»
lint-and-or-hint-english = Escriba «or», que incluye a los dos, «and», o «A, B or both»

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

## chained-ref

lint-chained-ref = Hay que recorrer { $count } cláusulas para hallar una regla: «{ $written }»
lint-chained-ref-hint = Diga aquí la regla o cite solo la cláusula que la contiene
lint-chained-ref-forward = «{ $written }» solo remite a «{ $target }»
lint-chained-ref-forward-hint = Cite directamente «{ $target }»
lint-chained-ref-forward-place = la cláusula citada no dice más que esto

## empty-section

lint-empty-section = La sección «{ $title }» está vacía
lint-empty-section-hint = Escriba su texto, elimínela o, si se dejó vacía a propósito, escriba «Reservado» o «Derogado»

## hardcoded-ref

lint-hardcoded-ref = «{ $written }» no es un enlace
lint-hardcoded-ref-hint = Escriba «{ $link }»
lint-hardcoded-ref-place = aquí está la cláusula

## heading-skip

lint-heading-skip = El encabezado salta del nivel { $from } al nivel { $to }
lint-heading-skip-before = el encabezado anterior
lint-heading-skip-hint = Use el nivel { $level } («{ $marks }») o agregue el encabezado que falta en medio

## inclusive-language

lint-inclusive-language = «{ $written }» nombra un solo género
lint-inclusive-language-hint = Podría decir «{ $instead }»

## language-mismatch

lint-language-mismatch-spanish = Esto está en español, en un documento en inglés
lint-language-mismatch-english = Esto está en inglés, en un documento en español
lint-language-mismatch-hint = Tradúzcalo; si es una cita textual, póngalo en un bloque de cita («> »)

## long-sentence

lint-long-sentence = La oración tiene { $words } palabras seguidas; más de { $most } no se siguen de una lectura
lint-long-sentence-hint = Divídala en oraciones con un verbo principal cada una, o ponga sus partes en una lista

## relative-ref

lint-relative-ref = «{ $written }» señalará otra cláusula si se agrega o se quita una
lint-relative-ref-number = Escriba su número: «{ $name }»
lint-relative-ref-hint = Escriba su número
lint-relative-ref-section = Nombre la sección por su título, con un enlace a ella
lint-relative-ref-place = aquí está esa cláusula

## required-section

lint-required-section = Falta la sección «{ $title }»
lint-required-section-add = Agregue la sección con el encabezado «{ $heading }»
lint-required-section-identity = Falta la sección con la identidad «{"{"}#{ $identity }{"}"}»
lint-required-section-near = Si es la sección «{ $written }», cambie su título a «{ $title }»
lint-required-section-near-place = una sección con un título parecido

## section-order

lint-section-order-after = La sección «{ $title }» debe ir después de «{ $other }»
lint-section-order-before = La sección «{ $title }» debe ir antes de «{ $other }»
lint-section-order-other = aquí está «{ $title }»

## spelling

lint-spelling = «{ $word }» no está en el diccionario
lint-spelling-hint = Si está bien escrita, agréguela a words, en [lint.spelling] de gaceta.toml
lint-spelling-no-dictionary = No hay diccionario en «{ $path }»: hacen falta un archivo .dic y otro .aff en la carpeta de la política
lint-spelling-bad-dictionary = «{ $path }» no es un diccionario de Hunspell válido

## unused-ignore

lint-unused-ignore = Este comentario no silencia nada: la regla «{ $rule }» no encontró nada aquí
lint-unused-ignore-malformed = Este comentario no dice qué regla silencia
lint-unused-ignore-malformed-hint = Se escribe «<!-- gaceta: ignore REGLA motivo -->»
lint-unused-ignore-no-reason = Este comentario no dice por qué silencia la regla
