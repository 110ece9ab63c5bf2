## Registro de normas

norms-no-such-language = Ningún documento está en el idioma «{ $language }»
norms-no-such-language-hint = Los documentos están en: { $languages }
norms-no-language-hint = De ningún documento se sabe el idioma: se dice con «lang: es» en los metadatos del principio
