
## The rules as used

pole-little = bajo nivel de { $attribute }
setting-minimum-coverage = Cobertura necesaria para que decida la puntuación
setting-borderline = Al límite: distancia de la puntuación a 0, hasta
setting-fragile = Frágil: proporción de ponderaciones que lo mantienen, menos de
setting-review-split = Revisión: empate equilibrado
setting-review-neutral = Revisión: empate neutral
setting-review-provisional = Revisión: dictamen que podría cambiar por lo que falta
setting-review-thin = Revisión: dictamen basado en un solo criterio
setting-review-one-reading = Revisión: dictamen que cambia con un paso de una lectura
setting-review-raters-disagree = Revisión: función en que discrepan los evaluadores
setting-noteworthy-change = Notable: puntuación que se ha movido más de
setting-percent = { $number } %
setting-points = { $number } puntos
setting-on = sí
setting-off = no
setting-high-volume = Volumen alto por encima de
setting-low-volume = Volumen bajo por debajo de
setting-many-systems = Muchos sistemas desde
setting-material-cost = Costo anual relevante desde
setting-short-recovery = Recuperación breve hasta (horas)

## How the file was read

column-known = { $count } de { $all }
column-not-used = sin usar
columns-not-used = sin usar ({ $count } columnas)
columns-from-to = { $first } a { $last }
sheets-named = { $count ->
    [one] hoja { $sheets }
   *[other] hojas { $sheets }
  }
header-row = fila { $row }
header-rows = filas { $first } a { $last }
accounting-rows = { $count ->
    [one] 1 fila
   *[other] { $count } filas
  } además del encabezado ({ $header }): { $functions ->
    [one] 1 evaluada
   *[other] { $functions } evaluadas
  } y { $rest } sin incluir.
accounting-rows-on = { $count ->
    [one] 1 fila
   *[other] { $count } filas
  } ({ $sheets }), además del encabezado ({ $header }): { $functions ->
    [one] 1 evaluada
   *[other] { $functions } evaluadas
  } y { $rest } sin incluir.
accounting-left-out = Sin incluir: { $rows }.
totals-column = «{ $name }» (columna { $letters })
totals-equal = { $count ->
    [one] El total de { $column } es igual a la suma de sus funciones.
    [2] Los dos totales de { $column } son iguales a las sumas de sus funciones.
   *[other] Los { $count } totales de { $column } son iguales a las sumas de sus funciones.
  }
totals-differ = El total de { $column }, fila { $row }, es { $stated }: { $difference } { $less ->
    [0] más
   *[other] menos
  } que la suma de sus funciones, { $sum }.
totals-more = Otros totales de { $column } tampoco son las sumas de sus funciones.
excluded-title = { $count ->
    [one] 1 fila de título
   *[other] { $count } filas de título
  }
excluded-blank = { $count ->
    [one] 1 fila en blanco
   *[other] { $count } filas en blanco
  }
excluded-types = { $count ->
    [one] 1 fila de tipos
   *[other] { $count } filas de tipos
  }
excluded-header = { $count ->
    [one] 1 encabezado repetido
   *[other] { $count } encabezados repetidos
  }
excluded-line = { $count ->
    [one] 1 línea de guiones
   *[other] { $count } líneas de guiones
  }
excluded-heading = { $count ->
    [one] 1 fila de epígrafe
   *[other] { $count } filas de epígrafe
  }
excluded-total = { $count ->
    [one] 1 fila de total
   *[other] { $count } filas de total
  }
excluded-statistic = { $count ->
    [one] 1 fila de estadística
   *[other] { $count } filas de estadística
  }
excluded-note = { $count ->
    [one] 1 fila de nota
   *[other] { $count } filas de nota
  }
excluded-other-table = { $count ->
    [one] 1 fila de otra tabla
   *[other] { $count } filas de otra tabla
  }
excluded-parent = { $count ->
    [one] 1 fila superior
   *[other] { $count } filas superiores
  }
excluded-part = { $count ->
    [one] 1 fila que es parte de otra
   *[other] { $count } filas que son parte de otras
  }
excluded-earlier = { $count ->
    [one] 1 fila de un año anterior
   *[other] { $count } filas de años anteriores
  }
excluded-unselected = { $count ->
    [one] 1 fila fuera de `--where`
   *[other] { $count } filas fuera de `--where`
  }
excluded-no-name = { $count ->
    [one] 1 fila sin nombre
   *[other] { $count } filas sin nombre
  }
excluded-uneven = { $count ->
    [one] 1 fila irregular
   *[other] { $count } filas irregulares
  }
repeated-names = { $count ->
    [one] 1 función repite el nombre de otra anterior
   *[other] { $count } funciones repiten el nombre de otra anterior
  }
repeated-ids = { $count ->
    [one] 1 función repite el código de otra anterior
   *[other] { $count } funciones repiten el código de otra anterior
  }
repeated = { $functions }; se han conservado todas.
answers-none = «{ $file }» no tiene respuestas nuevas
answers-new = «{ $file }» tiene { $count ->
    [one] 1 respuesta nueva
   *[other] { $count } respuestas nuevas
  } para { $of ->
    [one] 1 función
   *[other] { $of } funciones
  }
answers-replaced = { $answers }, { $count } de ellas en lugar de otro valor
answers-unused = { $answers }; { $count ->
    [one] 1 de sus filas no se pudo usar
   *[other] { $count } de sus filas no se pudieron usar
  }
answers-came-to = { $answers }.
answers-disputed = Los evaluadores discrepan sobre { $count ->
    [one] 1 función
   *[other] { $count } funciones
  }: aquello en que discrepan cuenta como no conocido entre sus respuestas.
answers-last = Los evaluadores discrepan sobre { $count ->
    [one] 1 función
   *[other] { $count } funciones
  }: cuenta la última respuesta, y una nota recoge las demás.
answers-median = Los evaluadores discrepan sobre { $count ->
    [one] 1 función
   *[other] { $count } funciones
  }: cuenta la mediana de sus respuestas, y una nota recoge cada una.
answers-settled = { $open ->
    [0] Sin las respuestas, todas las funciones tienen ya dictamen.
    [one] { $count ->
        [0] La única función que no tiene dictamen sin las respuestas tampoco lo tiene con ellas.
       *[other] La única función que no tiene dictamen sin las respuestas lo tiene con ellas.
    }
   *[other] { $count ->
        [0] De { $open } funciones que no tienen dictamen sin las respuestas, ninguna lo tiene con ellas.
        [one] De { $open } funciones que no tienen dictamen sin las respuestas, 1 lo tiene con ellas.
       *[other] De { $open } funciones que no tienen dictamen sin las respuestas, { $count } lo tienen con ellas.
    }
  }
answers-changed = { $count ->
    [one] Otra función tiene con ellas otro dictamen.
   *[other] Otras { $count } funciones tienen con ellas otro dictamen.
  }
selected = Solo se tomaron las filas que cumplen { $conditions }, según lo indicado.
assumed = { $attribute }: se supuso { $value } en { $count ->
    [one] 1 función
   *[other] { $count } funciones
  } sin respuesta.
assumed-in = { $attribute }: se supuso { $value } en { $count ->
    [one] 1 función
   *[other] { $count } funciones
  } de { $department } sin respuesta.

## Where the figures come from

provenance-input = Entrada
provenance-input-format = Formato de entrada
provenance-input-size = Tamaño de entrada
provenance-bytes = { $count } bytes
provenance-sha256 = { $of }, SHA-256
provenance-answers = Respuestas
provenance-earlier-run = Ejecución anterior
provenance-kept = Editado antes y conservado como
provenance-sheet = Hoja
provenance-sheets = Hojas
provenance-header = Encabezado
provenance-source = Fuente de las reglas
provenance-wording = Textos
provenance-program = Programa
provenance-command-line = Línea de comandos
