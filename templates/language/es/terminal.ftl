## The terminal: check, explain and several runs

shown-columns = Columnas
shown-header = Encabezado
shown-read-as = Leída como
shown-known = Con dato
shown-examples = Ejemplos
shown-not-used = Sin usar
shown-problems = Problemas:
shown-and-more = … y { $more }
shown-coverage = Cobertura:
shown-next = Siguiente:
runs-inventory = Inventario
runs-functions = Funciones
runs-code = Código
runs-bpo = BPO
runs-outsourcing = Tradicional
runs-split = Empate
runs-insufficient = Insuficiente
runs-not-assessed = sin evaluar
runs-assessed = { $assessed ->
    [one] 1 evaluado
   *[other] { $assessed } evaluados
  } de { $files ->
    [one] 1 archivo
   *[other] { $files } archivos
  }
history-date = fecha
history-firm = firmes
history-review = por revisar
history-coverage = cobertura
history-decided = decididas
history-nothing = nada se ha movido
history-moved = De { $first } a { $last }: { $what }.
shown-template = Plantilla
shown-questionnaire = Cuestionario
shown-fill-in = Complete la hoja «Funciones», una fila por función; después ejecute
shown-whole = { $record }: íntegro, como lo escribió la ejecución del { $date }
explain-row = { $function }, fila { $row }
explain-review = ; por revisar: { $reasons }
explain-score = Puntuación
explain-coverage = Cobertura
explain-robust = Robustez
explain-flip = Vuelco
explain-missing = Falta:
explain-robustness = el { $share } de las ponderaciones mantiene el dictamen según lo conocido
explain-robustness-low = { $share } sean cuales sean las respuestas que faltan
explain-error = lo cambiaría un error del { $share } en los pesos, en la peor dirección
explain-group = Grupo
explain-group-holds = el dictamen se mantiene con todos los pesos del grupo
explain-group-turns = algunos pesos del grupo cambian el dictamen
explain-margin = Margen
explain-steps = { $steps ->
    [one] un paso de una lectura cambia el dictamen
   *[other] { $steps } pasos de lectura cambian el dictamen
  }
explain-weights = Pesos
explain-no-steps = ni { $steps } pasos de lectura cambian el dictamen
explain-turn = { $attribute }: { $to } en lugar de { $from } da { $verdict }
explain-weight = { $criterion } de { $least } a { $most } mantiene el dictamen
explain-weight-up = { $criterion } desde { $least } mantiene el dictamen
explain-above-zero = más de 0
explain-sourcing = Hoy
explain-firm = firme
explain-hold = En espera
shown-assumed = Supuesto:
shown-sheet = la hoja «Calidad de datos»
shown-on-sheet = en la hoja «Calidad de datos»
shown-record = el registro
shown-in-record = en el registro
output-workbook = Libro
output-summary = Resumen
output-record = Registro
output-table = Tabla
shown-help = ayuda
code-matters = Es { $severities }.
code-or = { "; o " }
code-error = un error: no se hizo lo que se pedía
code-warning = una advertencia: la ejecución siguió sin lo que no podía usar
code-note = una nota: la ejecución siguió, y conviene saberlo
code-mend = Qué hacer:
shown-all = todos están { $place }
shown-all-of = los { $count } están { $place }
shown-lists = { $list } recoge { $count } problemas
shown-lists-first = { $list } recoge los primeros { $count } de cada columna
shown-more = … y { $count } más; { $elsewhere }
shown-elsewhere = … { $elsewhere }
weigh-criterion = Criterio
weigh-mean = Media
weigh-least = Mínimo
weigh-greatest = Máximo
weigh-by = { $person }: { $method }, en { $file }
weigh-sheet = Pesos
weigh-then = Uno por persona. Cuando estén completos, ejecute
weigh-rulebook = Reglas
weigh-next = La media de los pesos, su rango y los de cada persona como escenario donde difieren. Para juzgar con ellos, ejecute
