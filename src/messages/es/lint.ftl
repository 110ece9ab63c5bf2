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

## doubled-marker

lint-doubled-marker = El título empieza con la marca «{ $marker }», que se lee como texto
lint-doubled-marker-hint = Quite la marca repetida

## empty-section

lint-empty-section = La sección «{ $title }» está vacía
lint-empty-section-hint = Escriba su texto, elimínela o, si se dejó vacía a propósito, escriba «Reservado» o «Derogado»

## final-newline

lint-final-newline = A la última línea le falta el salto de línea
lint-final-newline-hint = Agregue un salto de línea al final del archivo

## heading-skip

lint-heading-skip = El encabezado salta del nivel { $from } al nivel { $to }
lint-heading-skip-before = el encabezado anterior
lint-heading-skip-hint = Use el nivel { $level } («{ $marks }») o agregue el encabezado que falta en medio

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
