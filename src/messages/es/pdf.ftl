## pdf

# Furniture of the typeset edition.

pdf-contents = Índice
pdf-page = página { $page } de { $pages }
pdf-untitled = Sin título
pdf-keyword = política pública
pdf-version = Versión { $version }
pdf-license = Licencia: { $license }
pdf-status-draft = Borrador
pdf-status-consultation = Consulta pública
pdf-status-in-force = Vigente
pdf-status-repealed = Abrogada
pdf-date = { $day } de { $month } de { $year }
pdf-month-1 = enero
pdf-month-2 = febrero
pdf-month-3 = marzo
pdf-month-4 = abril
pdf-month-5 = mayo
pdf-month-6 = junio
pdf-month-7 = julio
pdf-month-8 = agosto
pdf-month-9 = septiembre
pdf-month-10 = octubre
pdf-month-11 = noviembre
pdf-month-12 = diciembre

# What could not be set as it is written.

pdf-glyph = las fuentes del PDF no tienen el carácter { $character }; en su lugar se lee «{ $replacement }»
pdf-direction = el carácter { $character } cambia la dirección del texto; el PDF lo omite
pdf-nesting = demasiados niveles, unos dentro de otros; en el PDF, los más profundos pierden su forma y conservan su texto
pdf-anchor = el enlace «{ $target }» no lleva a ningún título de esta edición; en el PDF queda sólo su texto
pdf-address = la dirección del enlace es demasiado larga para un PDF; queda sólo su texto
pdf-note-inside-note = una nota al pie no puede llamar a otra en el PDF; la llamada se omite
pdf-note-in-heading = una nota al pie en un título no puede ir al pie en el PDF; su texto queda debajo del título
pdf-heading-empty = el título está vacío; el PDF lo omite
pdf-heading-long = el título tiene más de { $most } caracteres; en el PDF se corta y se repite completo debajo
pdf-heading-level = el título se salta un nivel; el PDF lo sube al nivel que sigue
pdf-table-empty = la tabla no tiene columnas; el PDF la omite
pdf-table-wide = la tabla tiene { $columns } columnas y en una página caben { $most }; en el PDF, cada fila es un párrafo
pdf-image = la imagen «{ $file }» no puede ir en el PDF: { $reason }; en su lugar queda su texto alternativo
pdf-image-missing = no está entre los archivos de la política o su formato no se reconoce
pdf-image-broken = el archivo está dañado
pdf-image-large = es demasiado grande
pdf-image-refused = alguna imagen de la edición impide cumplir PDF/A o PDF/UA
pdf-image-colours = sus colores son CMYK; conviértala a RGB
pdf-image-drawing = el dibujo contiene imágenes, filtros, programas o entidades, que no se admiten
pdf-standard = esta edición no cumple PDF/A ni PDF/UA y no lleva imágenes: { $reason }

# Failures.

pdf-too-large = la política tiene { $size } KiB de texto; en un PDF caben { $most } KiB
pdf-too-large-hint = publique la edición HTML, o divida la política en varias
pdf-failed = no se pudo componer el PDF: { $reason }
