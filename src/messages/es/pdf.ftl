## pdf

# Furniture of the typeset edition.

pdf-page = página { $page } de { $pages }
pdf-untitled = Sin título
pdf-keyword = política pública

# What could not be set as it is written.

pdf-glyph = Las fuentes del PDF no tienen el carácter { $character }; en su lugar se lee «{ $replacement }»
pdf-direction = El carácter { $character } cambia la dirección del texto; el PDF lo omite
pdf-nesting = Demasiados niveles, unos dentro de otros; en el PDF, los más profundos pierden su forma y conservan su texto
pdf-anchor = El enlace «{ $target }» no lleva a ningún título de esta edición; en el PDF queda sólo su texto
pdf-address = La dirección del enlace es demasiado larga para un PDF; queda sólo su texto
pdf-note-inside-note = Una nota al pie no puede llamar a otra en el PDF; la llamada se omite
pdf-note-in-heading = Una nota al pie en un título no puede ir al pie en el PDF; su texto queda debajo del título
pdf-heading-empty = El título está vacío; el PDF lo omite
pdf-heading-long = El título tiene más de { $most } caracteres; en el PDF se corta y se repite completo debajo
pdf-heading-level = El título se salta un nivel; el PDF lo sube al nivel que sigue
pdf-table-empty = La tabla no tiene columnas; el PDF la omite
pdf-table-wide = La tabla tiene { $columns } columnas y en una página caben { $most }; en el PDF, cada fila es un párrafo
pdf-image = La imagen «{ $file }» no puede ir en el PDF: { $reason }; en su lugar queda su texto alternativo
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
pdf-failed = No se pudo componer el PDF: { $reason }
pdf-failed-hint = Construya la edición HTML con `--edition html`, e informe de este caso en el repositorio de gaceta
