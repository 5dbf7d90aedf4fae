
## The workbook

review-more = { $count ->
    [one] 1 más no figura aquí: en la hoja «Evaluación», filtre las columnas «Revisión» y «Dictamen».
   *[other] { $count } más no figuran aquí: en la hoja «Evaluación», filtre las columnas «Revisión» y «Dictamen».
  }
changes-since = Desde { $file }: { $changes }.
changes-more = { $count ->
    [one] 1 más figura solo en el registro.
   *[other] { $count } más figuran solo en el registro.
  }
criteria-live = Cambie un peso o un umbral en su celda coloreada, y todos los dictámenes de la hoja «Evaluación» se actualizan.
criteria-live-rest = Para que también se actualicen motivos, listas, PDF y registro, guarde el libro y entréguelo en una nueva ejecución con --rulebook.
criteria-values = Cambie un peso o un umbral en su celda coloreada, guarde el libro y entréguelo con --rulebook: una nueva ejecución juzga con él.
criteria-settings = Ajustes
criteria-treatment = Cómo se tratan empates, lagunas y dudas
criteria-columns = Las columnas añadidas al inventario
criteria-bpo = Apunta a BPO
criteria-outsourcing = Apunta a externalización tradicional
criteria-source = Qué dice la fuente
criteria-thresholds = Umbrales
criteria-does = Qué hace
read-columns = Columnas según la lectura
read-problems = Qué no se entendió
read-no-problems = Se entendió todo.
read-excluded = Filas sin incluir
read-none-excluded = Todas las filas bajo el encabezado son funciones.
read-more-excluded = { $count ->
    [one] 1 más no figura aquí; la hoja «Evaluación» indica el motivo en la fila.
   *[other] { $count } más no figuran aquí; la hoja «Evaluación» indica el motivo en cada fila.
  }
kept-heading = Qué aspecto tenía el inventario
kept-not = No se conservan en la hoja «Evaluación»: { $things }.
kept-never = bordes, fuentes y altura de las filas
kept-part = Los colores, las negritas, las notas y los enlaces de las celdas no se pueden leer de un archivo de este formato, ni tampoco las imágenes y los gráficos; guárdelo como .xlsx para conservar las marcas de las celdas.
kept-most = De las muchas marcas de las celdas solo se conservan las primeras.
kept-hidden-rows = Las filas que estaban ocultas se muestran, pues se evaluaron como todas las demás.
kept-hidden-columns = Las columnas que estaban ocultas aparecen plegadas; se abren con un clic en el signo situado sobre ellas.
kept-pictures = { $count ->
    [one] 1 imagen
   *[other] { $count } imágenes
  }
kept-charts = { $count ->
    [one] 1 gráfico
   *[other] { $count } gráficos
  }
kept-shapes = { $count ->
    [one] 1 dibujo
   *[other] { $count } dibujos
  }
kept-pivot-tables = { $count ->
    [one] 1 tabla dinámica
   *[other] { $count } tablas dinámicas
  }
kept-conditional-formats = { $count ->
    [one] 1 área con formato condicional
   *[other] { $count } áreas con formato condicional
  }
kept-validations = { $count ->
    [one] 1 regla de validación de datos
   *[other] { $count } reglas de validación de datos
  }
kept-formulas = { $count ->
    [one] 1 fórmula (pero sí su resultado)
   *[other] { $count } fórmulas (pero sí sus resultados)
  }
kept-links = { $count ->
    [one] 1 vínculo dentro del archivo o a otro archivo
   *[other] { $count } vínculos dentro del archivo o a otros archivos
  }
kept-notes = { $count ->
    [one] 1 nota más allá de los primeros miles
   *[other] { $count } notas más allá de los primeros miles
  }
about-title = Acerca de este libro
about-same = La misma entrada, las mismas reglas y la misma fecha dan el mismo archivo, byte a byte.
about-figures = De dónde vienen las cifras
about-follows = Qué se actualiza con qué
about-rows = Qué pasó con cada fila
rules-legend = Las reglas de esta ejecución en TOML, una línea por fila. Los pesos y umbrales valen como están en la hoja «Criterios».
ask-nothing = Todas las funciones tienen dictamen: no hay nada que preguntar.
ask-next = Guarde este libro y repita la evaluación con `--answers` y su nombre, en otra carpeta (`-o`). Deje en blanco lo que nadie sepa.
summary-values = Las cifras son valores de la ejecución; la hoja «Acerca de» dice por qué.
behind-charts = Cifras de los gráficos
behind-verdicts = Dictámenes { $split }
behind-scores = Funciones por puntuación
behind-map = Mapa de la cartera (las marcas en un mismo punto se separan)
behind-costliest = Funciones de mayor costo: posiciones y filas

## The PDF

pdf-changes = Desde { $file }: { $changes }. { $rules }
pdf-exhibit = Cuadro { $number }: { $shows }
pdf-decision = decisión: { $decision }
pdf-function = Función
pdf-department = Departamento
pdf-score = Puntos
pdf-verdict = Dictamen
pdf-robustness = Robustez
pdf-whatever = { $share } / { $low }
pdf-on-hold = en espera: { $title }
pdf-neutral = Neutral
pdf-decided = Decisión
pdf-decided-by = Decidido por
pdf-note = Nota
pdf-annual-cost = Costo anual
pdf-fte = FTE
pdf-functions = Funciones
pdf-why = Por qué
pdf-value = Valor
pdf-setting = Ajuste
pdf-term = Término
pdf-what-changed = Qué ha cambiado
pdf-before = Antes
pdf-now = Ahora
pdf-what-moved = Qué se ha movido
pdf-question = Pregunta
pdf-lacking = Funciones abiertas sin dato
pdf-effect = Efecto de la respuesta
pdf-says = Qué dice
pdf-where = Dónde
pdf-agree = Qué pactar
pdf-costliest = De mayor a menor costo
pdf-criterion = Criterio
pdf-weight = Peso
pdf-in-source = En la fuente
pdf-source = Fuente
pdf-column = Columna
pdf-header = Encabezado
pdf-read-as = Leída como
pdf-how = Cómo
pdf-values-read = Valores leídos
pdf-problem = Problema
pdf-what-to-do = Qué pasa y qué hacer
pdf-more = { $count } más
pdf-benefit-risk = Principal beneficio (+) y riesgo (!)
pdf-sourcing = Hoy
pdf-how-sure = Certeza
pdf-reason = Motivo
pdf-meaning = Qué significa
pdf-cost = Costo anual
pdf-kind = Qué
pdf-turns = Qué inclina a cada lado, qué lo cambia
pdf-missing = Respuestas que faltan
pdf-people = Personas (FTE)
pdf-candidate-cost = Candidatas: costo
pdf-all-people = Total
pdf-map = Mapa de la cartera. { $finding } { $across } en horizontal, { $upwards } en vertical, ambos de −100 a +100. { $figures }
pdf-map-left-off = { $count ->
    [one] 1 función más no está dibujada.
   *[other] { $count } funciones más no están dibujadas.
  }
pdf-map-key = área: costo anual; pequeña: ninguno o sin dato
pdf-map-not-known = sin dato
pdf-page = { $page } de { $pages }

## The terminal

shown-answers = Respuestas:
shown-since = Desde { $file }:
shown-ask-next = Qué preguntar:
shown-guessed = Deducido:
shown-not-understood = No se entendió, o conviene revisar:
shown-nothing-to-ask = { $count ->
    [one] La única función tiene dictamen definitivo: no hay nada que preguntar, y no se generó cuestionario.
   *[other] Las { $count } funciones tienen dictamen definitivo: no hay nada que preguntar, y no se generó cuestionario.
  }
shown-asked = { $questions ->
    [one] 1 pregunta
   *[other] { $questions } preguntas
  } sobre { $open ->
    [one] 1 función
   *[other] { $open } funciones
  }, { $answers ->
    [one] 1 respuesta
   *[other] { $answers } respuestas
  } en total.
shown-then = Cuando estén las respuestas, ejecute
