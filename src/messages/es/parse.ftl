## Lo que no pudo leerse como está escrito.

parse-front-matter-too-long = Los metadatos iniciales pasan de { $limit } KiB y no se leyeron
parse-front-matter-invalid = Los metadatos iniciales no se pueden leer: { $reason }
parse-nesting = Hay listas, citas o énfasis anidados a más de { $limit } niveles; lo más profundo perdió su marcado
