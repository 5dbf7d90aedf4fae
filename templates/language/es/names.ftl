### Names of our own sheets, headers and words that are read back: a run in any language knows those of all. They must not
### change once they were released, or older workbooks are not understood.

## Sheets: at most 31 characters, none of []:*?/\

sheet-summary = Resumen
sheet-verdicts = Dictámenes
sheet-assessment = Evaluación
sheet-review = Revisión
sheet-heat-map = Mapa de calor
sheet-risks = Riesgos
sheet-what-to-ask = Qué preguntar
sheet-changes = Cambios
sheet-scenarios = Escenarios
sheet-criteria = Criterios
sheet-quality = Calidad de datos
sheet-about = Acerca de
sheet-rulebook = Reglas
sheet-questions = Preguntas
sheet-read-me = Léame
sheet-weights = Pesos
sheet-functions = Funciones

## Headers and labels

header-verdict = Dictamen
header-score = Puntuación
header-decision = Decisión
header-decided-by = Decidido por
header-note = Nota
header-check = Comprobar
header-evidence = Evidencia
header-level = Nivel
header-as-read = Según lo leído
header-answered = Respondido
header-key = Clave
header-sheet = Hoja
header-source = Fuente
header-row = Fila
header-known = Lo que se sabe
header-first = Preguntar primero
header-answered-by = Respondido por
header-answered-on = Respondido el
header-criterion = Criterio
header-weight = Peso
header-threshold = Umbral
header-value = Valor
header-rank = Puesto
header-swing-points = Puntos por salto
header-direct-points = Puntos directos
header-reason = Motivo
header-text = Texto
header-ends-with = Termina con
label-date = Fecha
label-rules = Reglas
label-rules-sha256 = SHA-256 de las reglas
text-goes-on = nada: continúa
text-last-line = el final del texto

## Words

level-low = Bajo
level-medium = Medio
level-high = Alto
verdict-bpo = BPO
verdict-outsourcing = Externalización tradicional
verdict-split = Empate
verdict-insufficient = Evidencia insuficiente
choice-agree = de acuerdo
choice-bpo = BPO
choice-outsourcing = externalización tradicional
choice-retain = mantener interno
choice-defer = aplazar

## Thresholds

threshold-coverage = Cobertura necesaria
threshold-borderline = Al límite
threshold-fragile = Frágil
threshold-split = Revisión: empate
threshold-neutral = Revisión: neutral
threshold-provisional = Revisión: provisional
threshold-thin = Revisión: débil
threshold-one-reading = Revisión: una lectura
threshold-raters-disagree = Revisión: evaluadores en desacuerdo

## Why a decision is to be looked at again

said-nothing = sin dato
said-not-told = no indicado
check-evidence = la evidencia ha cambiado
check-then = después
check-verdict = el dictamen era
check-name = el nombre era
check-department = el departamento era
check-copy = otra copia dice
