## Reglas y rutas

lint-did-you-mean = ¿Quiso decir «{ $name }»?
lint-unknown-rule = No existe la regla «{ $name }»
lint-unknown-rule-list = El comando «gaceta rules» muestra todas las reglas
lint-no-such-document = En «{ $path }» no hay ningún documento de la política
lint-no-such-document-hint = Revise la ruta; si es correcta, revise que el manifiesto no la excluya

## broken-anchor

lint-broken-anchor-here = Este documento no tiene ninguna sección «#{ $anchor }»
lint-broken-anchor-there = «{ $path }» no tiene ninguna sección «#{ $anchor }»
lint-broken-anchor-add = Corrija el enlace o escriba la identidad «{"{"}#{ $identity }{"}"}» en el encabezado de la sección
lint-broken-anchor-elsewhere = Esa sección está en otro documento; el enlace sería «{ $link }»
lint-broken-anchor-slugger = Así se llama en { $programs }; si así se publica el sitio, indíquelo en slugger, en gaceta.toml
lint-broken-anchor-elsewhere-place = la sección está aquí

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

## empty-section

lint-empty-section = La sección «{ $title }» está vacía
lint-empty-section-hint = Escriba su texto, elimínela o, si se dejó vacía a propósito, escriba «Reservado» o «Derogado»

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

## heading-skip

lint-heading-skip = El encabezado salta del nivel { $from } al nivel { $to }
lint-heading-skip-before = el encabezado anterior
lint-heading-skip-hint = Use el nivel { $level } («{ $marks }») o agregue el encabezado que falta en medio

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

## number-words

lint-number-words = «{ $written }» dice { $words } con palabras y { $figures } con cifras
lint-number-words-hint = Decida cuál de los dos vale y corrija el otro

## personal-data

lint-personal-data-account = «{ $shown }» parece una cuenta bancaria (CLABE)
lint-personal-data-address = «{ $shown }» parece un correo particular
lint-personal-data-curp = «{ $shown }» parece la CURP de una persona
lint-personal-data-hint = Quítelo, o use uno institucional; si ya se publicó, sigue en la historia del repositorio
lint-personal-data-phone = «{ $shown }» parece un teléfono celular particular
lint-personal-data-rfc = «{ $shown }» parece el RFC de una persona

## required-section

lint-required-section = Falta la sección «{ $title }»
lint-required-section-add = Agregue la sección con el encabezado «{ $heading }»
lint-required-section-identity = Falta la sección con la identidad «{"{"}#{ $identity }{"}"}»
lint-required-section-inside = La sección «{ $title }» debe estar dentro de «{ $outer }»
lint-required-section-inside-hint = Muévala debajo de «{ $outer }», con un encabezado de un nivel más profundo
lint-required-section-inside-place = «{ $outer }» está aquí
lint-required-section-near = Si es la sección «{ $written }», cambie su título a «{ $title }»
lint-required-section-near-place = una sección con un título parecido

## section-order

lint-section-order-after = La sección «{ $title }» debe ir después de «{ $other }»
lint-section-order-before = La sección «{ $title }» debe ir antes de «{ $other }»
lint-section-order-other = aquí está «{ $title }»

## undeclared-field

lint-undeclared-field = El manifiesto no declara el campo «{ $name }»
lint-undeclared-field-hint = Corrija el nombre o agregue [fields.{ $name }] a gaceta.toml

## unfilled-field

lint-unfilled-field = Queda un espacio sin llenar: «{ $written }»
lint-unfilled-field-hint = Escriba lo que falta, o declárelo como campo del manifiesto
lint-unfilled-field-todo-hint = Haga lo que dice la nota y bórrela

## unused-ignore

lint-unused-ignore = Este comentario no silencia nada: la regla «{ $rule }» no encontró nada aquí
lint-unused-ignore-malformed = Este comentario no dice qué regla silencia
lint-unused-ignore-malformed-hint = Se escribe «<!-- gaceta: ignore REGLA motivo -->»
lint-unused-ignore-no-reason = Este comentario no dice por qué silencia la regla
