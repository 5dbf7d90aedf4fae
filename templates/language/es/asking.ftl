
## What check says

check-headers = ; encabezados: { $headers }
check-rows = { $count ->
    [one] 1 fila
   *[other] { $count } filas
  }, { $functions ->
    [one] 1 función
   *[other] { $functions } funciones
  }
check-rows-left-out = { $rows } y { $rest } sin incluir
check-none = ninguno
check-other-kinds = { $counted } de { $count ->
    [one] 1 tipo más
   *[other] { $count } tipos más
  }
check-coverage = se conoce el { $share } de la evidencia decisiva
check-lacking = ninguna columna contiene { $attributes }
check-no-header = Ningún encabezado dice qué hay en { $columns }
check-no-attribute = { $count ->
    [one] Ningún atributo responde a este encabezado: { $columns }
   *[other] Ningún atributo responde a estos encabezados: { $columns }
  }
check-left-out = Filas: { $rows }
check-more-columns = { $columns } y { $count } más
check-gives-outputs = el libro, el PDF y el registro
check-gives-questionnaire = { $count ->
    [one] un cuestionario para la única función sin dictamen definitivo
   *[other] un cuestionario para las { $count } funciones sin dictamen definitivo
  }

## Problems of one kind put together

group-at-least = al menos { $counted }
group-errors = { $count ->
    [one] 1 error
   *[other] { $count } errores
  }
group-warnings = { $count ->
    [one] 1 advertencia
   *[other] { $count } advertencias
  }
group-notes = { $count ->
    [one] 1 nota
   *[other] { $count } notas
  }
group-on-sheet = hoja «{ $sheet }», { $subject }
group-sheet = hoja «{ $sheet }»
group-cells = { $count ->
    [one] 1 celda
   *[other] { $count } celdas
  }
group-rows = { $count ->
    [one] 1 fila
   *[other] { $count } filas
  }
group-in-column = { $cells } en la columna { $column }
group-cell = celda { $cell }
group-row = fila { $row }
group-column = columna { $column }
group-line = línea { $line }
group-found = { $message }; se encontró { $found }
group-found-for-example = { $message }; se encontró, por ejemplo, { $found }

## The questionnaire

ask-lead = { $count ->
    [one] 1 función no tiene dictamen definitivo: lo que falta lo decide o podría cambiarlo. { $next }
   *[other] { $count } funciones no tienen dictamen definitivo: lo que falta lo decide o podría cambiarlo. { $next }
  }
ask-questions = { $count ->
    [one] Hay una pregunta por responder.
   *[other] Hay { $count } preguntas por responder.
  }
ask-step-answer = En la hoja «Preguntas», responda las celdas blancas: elija de la lista de la celda o escriba.
ask-step-grey = Deje las celdas grises: su respuesta se conoce o no cambiaría nada. Las celdas blancas pasan a gris cuando las respuestas de su fila resuelven la función.
ask-step-blank = Deje en blanco la celda cuya respuesta no sepa. Lo que falta, falta: nunca es Bajo. Indique en «Respondido por» y «Respondido el» quién es usted y cuándo respondió: si otros responden de otro modo a lo mismo, se muestran ambas respuestas.
ask-step-start = Pregunte para cada función lo que figura en { $column }, primero la celda enmarcada; siga después desde la izquierda. Las primeras respuestas pueden bastar.
ask-step-keep = No modifique { $count ->
    [one] la columna siguiente: { $columns }. Gracias a ella las respuestas encuentran su lugar.
   *[other] las columnas siguientes: { $columns }. Gracias a ellas las respuestas encuentran su lugar.
  }
ask-more = Aquí solo se pregunta por las primeras { $count } de { $open } funciones, antes las que no tienen dictamen; después quedan otras { $rest }.

## The blank inventory

form-identity = Qué la distingue de las demás
form-decides = Qué decide el dictamen: complete esto primero
form-size = Qué tamaño tiene y dónde está
form-raises = Qué señala beneficios, riesgos y cláusulas
form-lead = Un inventario de funciones de negocio en blanco: complételo, y outsift dirá cuáles son candidatas a BPO, cuáles a externalización tradicional, y por qué.
form-step-rows = En la hoja «Funciones», dedique una fila a cada función. Solo es obligatoria la columna { $name }.
form-step-start = Empiece por las columnas bajo la banda azul: solo ellas deciden el dictamen. Elija de la lista de la celda o escriba.
form-step-blank = Deje en blanco la celda cuya respuesta no se sepa. Lo que falta, falta: nunca es Bajo; no inclina en ningún sentido, y el informe dice qué respuestas resolverían más.
form-step-columns = Las columnas que no necesite pueden quedar en blanco o eliminarse; las columnas propias no estorban.
form-step-run = Guarde el archivo y ejecute el comando siguiente: genera un libro, un resumen en PDF y un registro.
form-or-count = ({ $levels } o un número)
form-asks-level = { $name }: ¿{ $levels }?
form-asks-money = { $name }, importe completo en cifras.
form-asks-unit = { $name } en { $unit }, en cifras.
form-asks-number = { $name }, en cifras.
form-asks-date = { $name }, como fecha.
form-asks-name = Cómo se llama la función.
form-asks-id = Un número o código propio, si lo tiene.
form-asks-department = El departamento que hace el trabajo.
form-asks-location = Dónde se hace el trabajo.
form-asks-text = { $name }, en pocas palabras.
form-help-count = Indique el número (menos de { $low } es Bajo, más de { $high } es Alto) o elija { $levels }.
form-help-money = Ponga la moneda junto a los importes o en el encabezado: { $header } (EUR).
form-help-name = Una fila por función; las filas sin nombre no se incluyen.
form-help-list = Si son varios, sepárelos con comas.
form-example-count = 12.000, o { $levels }
form-example-yes = { $levels }; Sí o No
form-example-money = 120000 o 120.000 €
form-example-number = 12 o 3,5
form-example-date = 2027-12-31
form-example-name = Nómina
form-example-id = RH-004
form-example-department = Recursos humanos
form-example-location = Madrid
form-example-list = Uno o varios: A, B, C
form-example-text = Cualquier texto
form-serves-name = Da nombre a la fila.
form-serves-id = Distingue funciones del mismo nombre.
form-serves-department = Totales por departamento.
form-serves-location = Totales por ubicación.
form-serves-cost = Totales, y qué merece decidirse primero.
form-serves-people = Totales, y los empleos afectados.
form-bpo = BPO
form-outsourcing = externalización tradicional
form-speaks = { $level } habla a favor de { $ways } ({ $criteria }).
form-speaks-both = { $high } habla a favor de { $ways }; { $low }, de { $others } ({ $criteria }).
form-benefits = { $count ->
    [one] Beneficio: { $titles }.
   *[other] Beneficios: { $titles }.
  }
form-risks = { $count ->
    [one] Riesgo: { $titles }.
   *[other] Riesgos: { $titles }.
  }
form-on-hold = La deja en espera: { $titles }.
form-terms = { $count ->
    [one] Cláusula: { $titles }.
   *[other] Cláusulas: { $titles }.
  }
