## pdf

# Furniture of the typeset edition.

pdf-page = página { $page } de { $pages }
pdf-on-page = p.
pdf-untitled = Sin título
pdf-keyword = política pública
pdf-source-text = Texto de la política: { $path }
pdf-source-manifest = Manifiesto de la política
pdf-watermark-draft = BORRADOR
pdf-watermark-consultation = CONSULTA

# What could not be set as it is written.

pdf-glyph = Las fuentes del PDF no tienen el carácter { $character }; en su lugar se lee «{ $replacement }»
pdf-glyph-hint = Escríbalo con letras, déjelo si así se entiende, o ponga en la carpeta de edition.fonts una fuente que lo tenga
pdf-direction = El carácter { $character } cambia la dirección del texto; el PDF lo omite
pdf-direction-hint = Bórrelo si el texto no lo necesita
pdf-name = Las fuentes del PDF no tienen todos los caracteres del nombre «{ $name }»; en su lugar se lee «{ $replacement }»
pdf-name-hint = Ponga en la carpeta de edition.fonts una fuente que los tenga, o dé otro nombre en [[people]]
pdf-nesting = Demasiados niveles, unos dentro de otros; en el PDF, los más profundos pierden su forma y conservan su texto
pdf-nesting-hint = Reduzca las listas, citas o énfasis que están unos dentro de otros
pdf-anchor = El enlace «{ $target }» no lleva a ninguna parte de esta edición; en el PDF queda solo su texto
pdf-anchor-hint = Corrija el enlace; `gaceta lint` propone secciones parecidas
pdf-address = La dirección del enlace es demasiado larga para un PDF; queda solo su texto
pdf-address-hint = Use una dirección más corta
pdf-note-inside-note = Una nota al pie no puede llamar a otra en el PDF; la llamada se omite, y también la nota a la que nada más llama
pdf-note-inside-note-hint = Lleve el texto de la segunda nota a la primera
pdf-note-in-heading = Una nota al pie en un encabezado no puede ir al pie en el PDF; su texto queda debajo del encabezado
pdf-note-in-heading-hint = Llame a la nota desde el texto de la sección
pdf-heading-empty = El encabezado está vacío; el PDF lo omite
pdf-heading-empty-hint = Escriba el título o quite el encabezado
pdf-heading-long = El encabezado tiene más de { $most } caracteres; en el PDF se corta y se repite completo debajo
pdf-heading-long-hint = Acorte el encabezado y lleve lo demás al texto
pdf-heading-level = El encabezado se salta un nivel; el PDF lo sube al nivel que sigue
pdf-heading-level-hint = Use el nivel que sigue al del encabezado anterior
pdf-table-empty = La tabla no tiene columnas; el PDF la omite
pdf-table-empty-hint = Escriba sus columnas o quite la tabla
pdf-table-wide = La tabla tiene { $columns } columnas y en una página caben { $most }; en el PDF, cada fila es un párrafo
pdf-table-wide-hint = Divida la tabla en varias
pdf-image = La imagen «{ $file }» no puede ir en el PDF: { $reason }; en su lugar queda su texto alternativo
pdf-image-hint = Guarde la imagen como PNG, JPEG o SVG sencillo, con colores RGB
pdf-image-alternative = La imagen «{ $file }» no tiene texto alternativo; en el PDF, quien no la ve no sabrá que está
pdf-image-alternative-hint = Diga qué muestra, entre los corchetes: ![Qué muestra](archivo)
pdf-image-missing = no está entre los archivos de la política o su formato no se reconoce
pdf-image-broken = el archivo está dañado
pdf-image-large = es demasiado grande
pdf-image-refused = alguna imagen de la edición impide cumplir PDF/A o PDF/UA
pdf-image-colours = sus colores son CMYK; conviértala a RGB
pdf-image-drawing = el dibujo contiene imágenes, filtros, programas o entidades, que no se admiten
pdf-standard = Esta edición no cumple PDF/A ni PDF/UA y no lleva imágenes: { $reason }

# Failures.

pdf-too-large = La política tiene { $size } KiB de texto; en un PDF caben { $most } KiB
pdf-too-large-hint = Publique la edición HTML, o divida la política en varias
pdf-fonts = Una de las fuentes de la política no sirve para componer el PDF
pdf-emblem = El emblema «{ $path }» no puede ir en el PDF: { $reason }
pdf-failed = No se pudo componer el PDF: { $reason }
pdf-failed-hint = Construya la edición HTML con `--edition html`, e informe de este caso en el repositorio de gaceta
