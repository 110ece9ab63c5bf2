## repo: carpetas, archivos y repositorios de git

# Carpetas y archivos
repo-path-missing = Esta carpeta o este archivo no existe
repo-hint-path-missing = Compruebe que la ruta esté bien escrita, también en mayúsculas y acentos.
repo-denied = No hay permiso para leer
repo-hint-denied = Revise los permisos del archivo y de las carpetas que lo contienen.
repo-unreadable = El sistema no permite leer
repo-file-missing = Este archivo no existe en la política
repo-file-left-out = Este archivo no forma parte de la política: quedan fuera los nombres que empiezan con punto y las carpetas «node_modules» y «target»
repo-hint-left-out = También quedan fuera los archivos que git ignora; «git check-ignore -v ARCHIVO» dice por qué regla.
repo-hint-did-you-mean = ¿Quiso decir { $names }?
repo-file-too-large = El archivo es demasiado grande: se leen hasta { $limit } MiB
repo-hint-file-too-large = Divida el archivo o sáquelo de la carpeta de la política.
repo-too-many-files = Hay demasiados archivos: una política puede tener hasta { $limit }, carpetas incluidas
repo-hint-too-many-files = Indique la carpeta de la política; un archivo gaceta.toml en ella marca dónde empieza.

# Lo que se salta
repo-symbolic-link = Es un enlace simbólico y no se sigue, porque podría llevar fuera de la política
repo-hint-symbolic-link = Sustituya el enlace por una copia del archivo o la carpeta.
repo-submodule = Es otro repositorio (un submódulo o un clon) y no se lee como parte de este
repo-hint-submodule = Para revisarlo, ejecute gaceta dentro de esa carpeta.
repo-special-file = No es un archivo ni una carpeta, sino una tubería, un dispositivo o algo semejante
repo-name-not-utf8 = El nombre no está en UTF-8
repo-name-refused = Ningún documento puede llevar este nombre: no se admiten la barra invertida, los caracteres de control ni los nombres «.» y «..»
repo-hint-rename = Cambie el nombre; lo más seguro son letras, cifras, guiones y puntos.
repo-duplicate-name = Este nombre está dos veces en la misma carpeta; solo se lee la primera
repo-too-deep = La carpeta está a demasiada profundidad
repo-path-too-long = La ruta es demasiado larga
repo-hint-shorter-path = Acerque la carpeta a la raíz de la política.
repo-unwritable = No se puede escribir
repo-hint-unwritable = Revise los permisos del archivo y de la carpeta que lo contiene; el archivo quedó como estaba.
repo-changed-meanwhile = El archivo cambió mientras se corregía y no se tocó
repo-hint-changed-meanwhile = Ejecute el comando otra vez.
repo-not-a-folder = Estos archivos no están en una carpeta y no se pueden cambiar
repo-ignore-rules-refused = Este archivo de reglas de git no se usa, porque es un enlace, es demasiado grande o no se entiende
repo-hint-ignore-rules = Ponga en su lugar un archivo común de menos de 256 KiB.

# Repositorios
repo-no-repository = Aquí no hay un repositorio de git, ni en las carpetas superiores
repo-hint-no-repository = Las versiones anteriores solo se pueden leer dentro de un clon del repositorio; para crearlo: git clone DIRECCIÓN
repo-broken-git-file = El archivo «.git» no lleva a ningún repositorio
repo-hint-broken-git-file = Si la carpeta se movió: git worktree repair; si es un submódulo: git submodule update --init
repo-objects-unreadable = No se puede abrir la base de objetos del repositorio
repo-config-unreadable = No se entiende la configuración del repositorio
repo-format-refused = El repositorio usa un formato que gaceta no sabe leer: { $format }
repo-hint-reference-format = Puede convertirlo con: git refs migrate --ref-format=files
repo-hint-format = Los archivos de la carpeta sí se pueden leer: pruebe sin indicar una revisión.
repo-reference-broken = La referencia «{ $name }» está dañada
repo-hint-fsck = Para revisar el repositorio: git fsck
repo-index-unreadable = No se puede leer el índice de git
repo-hint-index-unreadable = Si está dividido o es disperso, puede volver a su forma común con: git update-index --no-split-index; git sparse-checkout reapply --no-sparse-index. Si está dañado, borre este archivo y rehágalo con: git reset
repo-index-conflict = El archivo está en conflicto tras una fusión, de modo que el índice no tiene una sola versión
repo-hint-index-conflict = Resuelva el conflicto y márquelo como resuelto: git add ARCHIVO
repo-no-commits = El repositorio todavía no tiene ninguna confirmación
repo-hint-no-commits = Guarde la primera con: git add . && git commit

# Revisiones
repo-revision-unknown = No hay ninguna etiqueta, rama ni confirmación que se llame «{ $revision }»
repo-hint-list-revisions = Para ver las etiquetas y las ramas: git tag --list; git branch --all
repo-hint-fetch-tags = Este clon solo contiene lo más reciente. Para traer lo demás: git fetch --unshallow --tags (en GitHub Actions, «fetch-depth: 0» en actions/checkout)
repo-revision-ambiguous = Varias confirmaciones empiezan con «{ $revision }»: { $candidates }
repo-hint-more-digits = Escriba más cifras del identificador.
repo-revision-form = No se entiende la revisión «{ $revision }»: escriba una etiqueta, una rama o un identificador, con pasos hacia atrás como «~2» o «^»
repo-not-a-commit = «{ $revision }» no es una versión del repositorio: nombra un archivo o una carpeta, no una confirmación
repo-no-ancestor = «{ $revision }» queda antes de la primera confirmación
repo-history-ends = La historia de este clon termina antes de una confirmación que «{ $one }» y «{ $other }» tengan en común
repo-unrelated = «{ $old }» y «{ $new }» no tienen ninguna confirmación en común
repo-hint-unrelated = Sin historia común no se sabe qué documento es cuál. Compare dos carpetas: ponga cada versión en la suya con: git worktree add CARPETA REVISIÓN
repo-folder-outside = Esta carpeta está fuera del repositorio
repo-folder-not-in-revision = La carpeta «{ $folder }» no existe en «{ $revision }»
repo-hint-list-folders = Para ver las carpetas de esa revisión: git ls-tree -r -d --name-only { $revision }
repo-object-missing = Falta un objeto de git en este clon: { $id }
repo-hint-refetch = El clon está incompleto. Para traer todo: git fetch --refetch --no-filter
repo-hint-fetch-object = Para traer solo este objeto: git cat-file -t { $id }
repo-hint-unshallow = Este clon solo contiene lo más reciente. Para traer toda la historia: git fetch --unshallow
repo-object-corrupt = Un objeto de git está dañado o no es lo que debería: { $id }
