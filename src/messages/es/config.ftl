## El manifiesto, gaceta.toml.

config-not-toml = El archivo no es TOML válido a partir de aquí
config-not-toml-hint = Revise que cada texto esté entre comillas, que se cierren comillas, corchetes y llaves, y que entre clave y valor haya un signo =
config-repeated-key = El manifiesto ya tiene esta clave o esta tabla
config-order = policy.order nombra «{ $path }», y no hay tal documento
config-unknown-key = El manifiesto no tiene una clave { $key }
config-known-keys = Claves que pueden ir aquí: { $keys }
config-did-you-mean = ¿Quiso decir { $name }?
config-wrong-type = { $key } debe ser { $wanted }
config-type-table = una tabla
config-type-text = un texto entre comillas
config-type-boolean = true o false
config-type-number = un número entero, sin signo
config-type-list = una lista entre corchetes
config-type-date = una fecha como 2026-11-22
config-type-colour = un color como "#7a1f2b"
config-unknown-value = { $key } no puede ser «{ $value }»
config-choices = Puede ser: { $choices }
config-field-name = «{ $name }» no puede ser el nombre de un campo: use letras sin acento, cifras y _, con una letra al inicio
config-section-inside = El contrato no tiene ninguna otra sección con la identidad «{ $id }»
config-section-nameless = Una sección de un contrato necesita un id o un título
config-unknown-severity = La regla { $rule } puede ser "error", "warning" u "off"
config-language = «{ $tag }» no es una etiqueta de idioma como es, en o es-MX
config-person-nameless = Una entrada de people necesita un nombre; la de quien no quiere ser nombrado, otro nombre o una dirección de sus confirmaciones
config-organisation-nameless = Una organización necesita un nombre
config-organisation-dates = La organización termina antes de empezar
config-missing-key = Aquí falta la clave { $key }
config-accent-pale = El color { $colour } no se lee bien sobre blanco: su contraste es { $contrast } y debe ser al menos 4.5
config-accent-pale-hint = Use un color más oscuro, por ejemplo "{ $colour }"
config-path = «{ $path }» no es una ruta dentro de la carpeta de la política
config-address = «{ $address }» no es la dirección web de una carpeta
config-address-hint = Escriba una dirección como "https://datos.example.mx/politica", sin signo de interrogación ni #, y con letras sin acento
