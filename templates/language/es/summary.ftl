
## The answer at the head of every report

headline-one-bpo = La única función es candidata a BPO.
headline-one-outsourcing = La única función es candidata a externalización tradicional.
headline-one-neither = La única función no es aún candidata a BPO ni a externalización tradicional.
headline-neither = De { $all } funciones, ninguna es aún candidata a BPO ni a externalización tradicional.
headline-outsourcing = De { $all } funciones, { $outsourcing ->
    [one] 1 es candidata
   *[other] { $outsourcing } son candidatas
  } a externalización tradicional, y ninguna a BPO.
headline-bpo = De { $all } funciones, { $bpo ->
    [one] 1 es candidata
   *[other] { $bpo } son candidatas
  } a BPO, y ninguna a externalización tradicional.
headline-both = De { $all } funciones, { $bpo ->
    [one] 1 es candidata
   *[other] { $bpo } son candidatas
  } a BPO y { $outsourcing } a externalización tradicional.
headline-one-split = Queda en empate
headline-split = { $count ->
    [one] 1 queda en empate
   *[other] { $count } quedan en empate
  }
headline-one-lacks = Carece de evidencia suficiente
headline-lack = { $count ->
    [one] 1 carece de evidencia suficiente
   *[other] { $count } carecen de evidencia suficiente
  }
headline-split-neutral = { $count ->
    [one] 1 queda en empate (neutral: nada inclina)
   *[other] { $count } quedan en empate (neutral en { $neutral } de ellas: nada inclina)
  }
standing-of = { $kind }: { $parts }.
standing-firm = { $count ->
    [0] ninguna firme
    [one] 1 firme
   *[other] { $count } firmes
  }
standing-provisional = { $count ->
    [one] 1 provisional
   *[other] { $count } provisionales
  }
standing-review = { $count ->
    [one] 1 definitiva pero por revisar
   *[other] { $count } definitivas pero por revisar
  }
standing-on-hold = { $count ->
    [one] 1 en espera
   *[other] { $count } en espera
  }
standing-external = { $parts }; { $count ->
    [one] 1 ya está en manos de un proveedor externo
   *[other] { $count } ya están en manos de proveedores externos
  }
standing-external-cost = { $parts }; { $count ->
    [one] 1 ya está en manos de un proveedor externo, por { $cost } al año
   *[other] { $count } ya están en manos de proveedores externos, por { $cost } al año
  }
standing-group = { $all ->
    [one] El único dictamen con dirección { $count ->
        [0] no se mantiene
       *[other] se mantiene
    }
   *[other] De { $all } dictámenes con dirección, { $count ->
        [0] ninguno se mantiene
        [one] 1 se mantiene
       *[other] { $count } se mantienen
    }
  } con todos los pesos del grupo.
headline-jobs = { $count ->
    [one] La candidata que se realiza internamente ocupa a { $people ->
        [one] { $jobs } persona (FTE).
       *[other] { $jobs } personas (FTE).
      }
   *[other] Las { $count } candidatas que se realizan internamente ocupan a { $people ->
        [one] { $jobs } persona (FTE).
       *[other] { $jobs } personas (FTE).
      }
  }
headline-undecided = { $parts }.
headline-one-costs = Cuesta { $cost } al año.
headline-bpo-costs = { $bpo ->
    [one] La candidata a BPO cuesta { $cost } al año
   *[other] Las candidatas a BPO cuestan { $cost } al año
  }
headline-outsourcing-costs = { $outsourcing ->
    [one] La candidata a externalización tradicional cuesta { $cost } al año
   *[other] Las candidatas a externalización tradicional cuestan { $cost } al año
  }
headline-both-cost = { $bpo ->
    [one] La candidata a BPO cuesta { $bpo_cost } al año
   *[other] Las candidatas a BPO cuestan { $bpo_cost } al año
  } y { $outsourcing ->
    [one] la de externalización tradicional,
   *[other] las de externalización tradicional,
  } { $outsourcing_cost }
headline-costs = { $costs }.
headline-share = { $costs }: el { $share } del costo indicado.
headline-share-together = { $costs }: en conjunto, el { $share } del costo indicado.

## Figures, questions and groups

figure-functions = funciones
figure-cost = costo anual
figure-people = personas (FTE)
figure-coverage = cobertura
figure-coverage-note = de la evidencia decisiva es conocida
figure-every-function = con dato en todas las funciones
figure-some-functions = con dato en { $count } de { $all }
figure-every-row = todas las filas
figure-rows-left-out = { $count ->
    [one] 1 fila sin incluir
   *[other] { $count } filas sin incluir
  }
split-by-count = por número
split-by-cost = por costo anual
split-by-cost-in = por costo anual ({ $currency })
known-all = Se conoce el { $coverage } de la evidencia decisiva; no falta nada que decida.
known-the-one-partly = Se conoce el { $coverage } de la evidencia decisiva; falta algún dato.
known-each-partly = Se conoce el { $coverage } de la evidencia decisiva; falta algún dato en todas las funciones.
known-some-partly = Se conoce el { $coverage } de la evidencia decisiva; falta algún dato en { $count ->
    [one] 1 función
   *[other] { $count } funciones
  }.
question-plain = ¿Qué nivel de { $attribute } tiene la función?
effect-together = con las respuestas anteriores, resuelve { $verdicts }
effect-alone = resuelve { $verdicts }
effect-none = falta en { $count ->
    [one] 1 función
   *[other] { $count } funciones
  }; por sí sola no resuelve ninguna
unsettled-the-one = la única función sin dictamen definitivo, sea cual sea la respuesta
unsettled-the-one-perhaps = la única función sin dictamen definitivo, según la respuesta
unsettled-whatever = { $count } de { $all } funciones, sea cual sea la respuesta
unsettled-depending = de { $least } a { $most } de { $all } funciones, según la respuesta
first-answers = Las respuestas sobre { $attributes } resuelven { $verdicts }.
department = Departamento
location = Ubicación
group-other-departments = Otros { $count } departamentos
group-other-locations = Otras { $count } ubicaciones
group-not-stated = sin dato
findings-others = { $count ->
    [one] 1 más
   *[other] { $count } más
  }
problems-unlisted = { $count } más del tipo «{ $code }» no figuran aquí
footer-sheet = hoja { $sheet }
footer-sheets = { $count } hojas
footer-rulebook = reglas { $rulebook }

## The first sheet of the workbook

groups-by-department = Funciones por departamento
groups-by-location = Funciones por ubicación
groups-largest = { $title }, los grupos mayores
ready-the-one = Puede decidirse sin más revisión.
ready = { $count ->
    [one] 1 función puede decidirse sin más revisión: { $functions }.
   *[other] { $count } funciones pueden decidirse sin más revisión: { $functions }.
  }
ready-first = { $count ->
    [one] 1 función puede decidirse sin más revisión; ante todo, { $functions }.
   *[other] { $count } funciones pueden decidirse sin más revisión; ante todo, { $functions }.
  }
ready-bpo = { $function } (BPO)
ready-bpo-cost = { $function } (BPO, { $cost })
ready-outsourcing = { $function } (externalización tradicional)
ready-outsourcing-cost = { $function } (externalización tradicional, { $cost })
hangs-none = Ningún dictamen cambia al mover un solo peso de 0 a { $times } veces su valor.
hangs-most = El peso más decisivo es el de { $criterion }: { $count ->
    [one] 1 de { $all } dictámenes cambia
   *[other] { $count } de { $all } dictámenes cambian
  } al moverlo de 0 a { $times } veces su valor.
main-risk = { $risks ->
    [one] El riesgo señalado con más frecuencia: { $risk }, en { $count ->
        [one] 1 candidata.
       *[other] { $count } candidatas.
      }
   *[other] Los riesgos señalados con más frecuencia: { $risk }, cada uno en { $count ->
        [one] 1 candidata.
       *[other] { $count } candidatas.
      }
  }

## Heat map and risks

heat-map-legend = Azul y + hablan a favor de BPO; ámbar y −, de externalización tradicional; el rayado gris indica que no hay dato. Orden por dictamen y puntuación, de BPO a externalización tradicional; al final, lo que carece de evidencia suficiente.
heat-map-more = Aquí solo están las { $shown } de mayor costo de { $all ->
    [one] 1 función
   *[other] { $all } funciones
  }; { $rest ->
    [one] 1 más figura en la hoja «Evaluación».
   *[other] { $rest } más figuran en la hoja «Evaluación».
  }
risk = Riesgo
contract-term = Cláusula
benefit = Beneficio
risks-none = No se señaló ningún riesgo, cláusula ni beneficio en ninguna función.
risks-legend = Lo que la evidencia señala en cada función: primero riesgos, después cláusulas y beneficios. De cada clase van primero los más frecuentes, y de cada uno, las funciones de mayor costo.
risks-more = Aquí solo { $shown ->
    [one] está 1 hallazgo
   *[other] están { $shown } hallazgos
  } de { $functions ->
    [one] la función de mayor costo
   *[other] las { $functions } funciones de mayor costo
  }; { $rest ->
    [one] 1 más figura en la hoja «Evaluación».
   *[other] { $rest } más figuran en la hoja «Evaluación».
  }

## Weights and formulas

threshold-minimum-coverage = Porcentaje de la evidencia posible que debe conocerse para que la puntuación decida por sí sola.
threshold-borderline = Puntos: una puntuación a esta distancia de 0 o menos envía la función a revisión.
threshold-fragile = Porcentaje: un dictamen que mantiene una proporción menor de todas las ponderaciones va también a revisión.
threshold-review-split = 1: un empate equilibrado va también a revisión. 0: no va.
threshold-review-neutral = 1: un empate neutral, en que nada inclina en ningún sentido, va también a revisión. 0: no va.
threshold-review-provisional = 1: un dictamen que lo que falta aún podría cambiar va también a revisión. 0: no va.
threshold-review-thin = 1: un dictamen basado en un solo criterio va también a revisión. 0: no va.
threshold-review-one-reading = 1: un dictamen que cambiaría con el valor siguiente de una lectura va también a revisión. 0: no va.
threshold-review-raters-disagree = 1: una función en que los evaluadores dan respuestas distintas va también a revisión. 0: no va.
figures-live = Los dictámenes y las puntuaciones de la hoja «Evaluación» son fórmulas sobre los niveles de esa hoja y los pesos y umbrales de la hoja «Criterios»: cambie un peso o escriba otro nivel, y se actualizan todos los dictámenes y, con ellos, las cifras, los gráficos y las listas del resumen. Motivos, hallazgos, frases y las demás hojas son los de la ejecución.
figures-no-workbook = No hay libro, como pidió `--no-workbook`.
figures-values = Los dictámenes y las puntuaciones son valores y no se actualizan con los pesos, como pidió `--values`.
figures-many-functions = Los dictámenes y las puntuaciones son valores y no se actualizan con los pesos: con más de { $count } funciones, las fórmulas serían lentas; con `--live` se escriben de todos modos.
figures-many-columns = Los dictámenes y las puntuaciones son valores y no se actualizan con los pesos: con tantas columnas o criterios, las fórmulas serían lentas; con `--live` se escriben de todos modos.
