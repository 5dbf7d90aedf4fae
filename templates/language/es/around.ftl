### Lo que dicen los resultados de outsift, en la sintaxis de Project Fluent (https://projectfluent.org).

## The document

language = es
title = Revisión de la cartera de externalización
figure-decimal-mark = ,
figure-thousands-mark = .
figure-percent = { $number } %
figure-thousand = { $number } mil
figure-million = { $number } M
figure-billion = { $number } mil M
figure-money-sign = { $number } { $sign }
figure-money-code = { $number } { $code }

## Headings of page one, and the method

page-one-decide-heading = Qué decidir ahora
page-one-settle-heading = Qué resolvería más
page-one-contents-heading = En este informe
method-rules = { $count ->
    [one] Las reglas tienen un criterio, { $criteria },
   *[other] Las reglas tienen { $count } criterios, { $criteria },
  } y declaran como fuente: { $source }. Los pesos y los umbrales son propios de las reglas y figuran aquí.
method-changed = { $more ->
    [0] Difieren de las predeterminadas en: { $changes }.
   *[other] Difieren de las predeterminadas en: { $changes }; y en { $more } más.
  }
method-evidence = Cada atributo se lee en un nivel de 0 a 100, y solo inclina lo que supera la mitad de su escala. La evidencia de un criterio es lo que inclina hacia BPO menos lo que inclina hacia externalización tradicional; la puntuación es la media ponderada de la evidencia, de −100 (externalización tradicional) a +100 (BPO). Todo se calcula con números enteros.
method-missing = Lo que falta nunca se toma por Bajo: no inclina en ningún sentido, y la puntuación se da con el intervalo que aún puede recorrer. Si todo el intervalo queda a un lado de 0, ese lado es el dictamen, y es definitivo: nada de lo que falta podría cambiarlo. En otro caso decide el signo de la puntuación si se conoce suficiente evidencia, y el dictamen es provisional. Una puntuación de 0 es empate solo si no falta nada que pueda moverla.
method-strength = Un dictamen es débil si, de varios criterios, solo uno se pronuncia; discutido si algún criterio habla en contra o inclina en ambos sentidos; y claro en los demás casos. Su robustez es la proporción exacta de todas las ponderaciones posibles de los criterios que lo mantienen, según lo conocido y sean cuales sean las respuestas que faltan. Su margen es el menor número de pasos de lectura, cada uno al valor siguiente de su escala, que lo cambian. Un dictamen es firme si es definitivo y nada lo envía a revisión.
method-twice = { $count ->
    [one] { $attributes } cuenta en más de un criterio.
   *[other] { $attributes } cuentan en más de un criterio.
  }
method-terms = { $count ->
    [one] { $criteria } nunca mueve un dictamen: aporta cláusulas al contrato.
   *[other] { $criteria } nunca mueven un dictamen: aportan cláusulas al contrato.
  }
method-off = { $count ->
    [one] Un peso de 0 desactiva { $criteria }.
   *[other] Un peso de 0 desactiva { $criteria }.
  }
method-extensions = Más allá de las listas de la fuente, las reglas añaden como extensiones: { $findings }.
finding-of = { $title } en { $verdict }
extension-on-hold = funciones en espera ({ $titles })
method-limits = Esta es una evaluación de lo que dice el inventario, no un asesoramiento. No sabe nada de proveedores, precios, contratos ni leyes, y ningún dictamen se basa en el nombre de una función.
method-more = { "" }
terms-heading = Términos
term-bpo = BPO
term-bpo-meaning = Externalización de procesos de negocio: un proceso de negocio completo y continuo se confía a un proveedor externo, que lo gestiona estrechamente vinculado a la empresa.
term-outsourcing = Externalización tradicional
term-outsourcing-meaning = Un trabajo o tareas sueltas se confían a un proveedor externo, que se hace cargo.
term-firm = Firme
term-firm-meaning = Dictamen definitivo, no en espera y en ninguna lista de revisión: se puede decidir.
term-settled = Definitivo
term-settled-meaning = Nada de lo que falta podría cambiar el dictamen.
term-provisional = Provisional
term-provisional-meaning = Se sabe lo suficiente para un dictamen, pero lo que falta aún podría cambiarlo.
term-open = Evidencia insuficiente
term-open-meaning = Se sabe demasiado poco para un dictamen, o lo conocido se compensa mientras falta el resto.
term-split = Empate
term-split-meaning = Se conoce todo lo que importa, y suma 0: neutral si nada inclina en ningún sentido; equilibrado si lo que inclina a un lado compensa lo que inclina al otro.
term-strength = Claro, discutido, débil
term-strength-meaning = Claro: ningún criterio habla en contra del dictamen ni inclina en ambos sentidos. Discutido: alguno lo hace. Débil: de varios criterios, solo uno se pronuncia.
term-robustness = Robustez
term-robustness-meaning = La proporción de todas las ponderaciones posibles de los criterios que mantienen el dictamen: según lo conocido, y sean cuales sean las respuestas que faltan. No dice nada de lecturas erróneas.
term-margin = Margen
term-margin-meaning = El menor número de pasos de lectura que cambian el dictamen; un paso lleva al valor siguiente de la escala de la lectura. Con 1, depende de una lectura.
term-hold = En espera
term-hold-meaning = Una restricción de las reglas, como una ley o un contrato vigente, impide decidir ahora la función. El dictamen se mantiene.
terms-first = BPO (externalización de procesos de negocio): un proceso completo y continuo, que gestiona un proveedor externo estrechamente vinculado a la empresa. Externalización tradicional: un trabajo o tareas sueltas de que se hace cargo un proveedor externo. Firme: definitivo, no en espera, en ninguna lista de revisión. Provisional: lo que falta aún podría cambiarlo.

quality-not-drawn = Los caracteres que este documento no puede dibujar aparecen como �; { $place } los conserva: { $characters }.

rest-in-workbook = el libro
rest-in-record = el registro
rest-functions = { $count ->
    [one] 1 función más figura solo en { $place }.
   *[other] { $count } funciones más figuran solo en { $place }.
  }
rest-problems = { $count ->
    [one] 1 problema más figura solo en { $place }.
   *[other] { $count } problemas más figuran solo en { $place }.
  }
