## Reglas y rutas

lint-did-you-mean = ¿Quiso decir «{ $name }»?
lint-more-alike = { $count ->
    [one] Hay uno más como este en el documento
   *[other] Hay { $count } más como este en el documento
}
lint-unknown-rule = No existe la regla «{ $name }»
lint-unknown-rule-list = El comando «gaceta rules» muestra todas las reglas
lint-no-such-document = En «{ $path }» no hay ningún documento de la política
lint-no-such-document-hint = Revise la ruta; si es correcta, revise que el manifiesto no la excluya

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

## heading-skip

lint-heading-skip = El encabezado salta del nivel { $from } al nivel { $to }
lint-heading-skip-before = el encabezado anterior
lint-heading-skip-hint = Use el nivel { $level } («{ $marks }») o agregue el encabezado que falta en medio

## image-alt

lint-image-alt-empty-words = El texto alternativo «{ $text }» no dice qué muestra la imagen
lint-image-alt-hint = Describa entre los corchetes lo que la imagen dice a quien la ve
lint-image-alt-html-hint = Agregue alt="…" con lo que la imagen dice, o alt="" si es un adorno
lint-image-alt-missing = Esta imagen no tiene texto alternativo

## link-text

lint-link-text = El texto «{ $text }» no dice adónde lleva el enlace
lint-link-text-empty = Este enlace no tiene texto
lint-link-text-hint = Escriba como texto del enlace el nombre de lo que hay del otro lado

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

## table-header

lint-table-header-cell = La columna { $column } de esta tabla no tiene encabezado
lint-table-header-cell-hint = Escriba qué contiene la columna
lint-table-header-row = Los encabezados de esta tabla están vacíos
lint-table-header-row-hint = Escriba en el primer renglón el nombre de cada columna

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
