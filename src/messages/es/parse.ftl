## Lo que no pudo leerse como está escrito.

parse-front-matter-too-long = Los metadatos iniciales pasan de { $limit } KiB y no se leyeron
parse-front-matter-invalid = Los metadatos iniciales no son { $format } válido a partir de aquí: revise comillas, dos puntos, sangrías y corchetes
parse-nesting = Hay listas, citas o énfasis anidados a más de { $limit } niveles; lo más profundo perdió su marcado
parse-too-much-nesting = Hay tantas listas o citas anidadas ante tantas líneas que el marcado no se leyó; quite marcadores de esta línea
