
## The pages after the first: what each is about, what was found, how to read it, and what its exhibits show

map-heading = Por qué: el mapa de la cartera
map-finding = { $all ->
    [one] La única función del mapa está en la zona de { $corner }.
   *[other] { $count ->
        [one] 1 de las { $all } funciones del mapa está en la zona de { $corner }.
       *[other] { $count } de las { $all } funciones del mapa están en la zona de { $corner }.
      }
  }
map-no-corner = Ninguna función del mapa se inclina hacia una de sus esquinas.
map-lead = En lo que está arriba a la derecha, ambas clases de evidencia inclinan hacia BPO; abajo a la izquierda, hacia externalización tradicional; en las otras esquinas, cada una inclina a un lado.
map-shows = Las funciones según su evidencia
map-caption = Cada marca es una función: de { $left } (izquierda) a { $right } (derecha), y de { $below } (abajo) a { $above } (arriba).
map-area = El área indica el costo anual.
map-area-by-currency = El área indica el costo anual frente a la función de mayor costo en la misma moneda.
map-costliest = Solo se muestran las { $count } de mayor costo.
map-corner = { $corner }: { $count }
map-in-words = Funciones por esquina: { $corners }. En las líneas entre ellas: { $between }. Sin evidencia en un eje: { $beside }.

places-heading = Dónde
places-one = Todas las funciones pertenecen a { $name }.
places-no-candidates = { $count ->
    [one] Ninguna candidata pertenece aún a un grupo con nombre.
   *[other] Ninguno de los { $count } grupos tiene aún candidatas.
  }
places-most-cost = { $name } concentra el { $share } del costo indicado de las candidatas.
places-unnamed = { $count ->
    [one] La única candidata no pertenece a ningún grupo con nombre.
   *[other] Las { $count } candidatas no pertenecen a ningún grupo con nombre.
  }
places-most = { $all ->
    [one] La única candidata está en { $name }.
   *[other] { $name } tiene { $count } de las { $all } candidatas.
  }
places-most-each = { $names } tienen el mayor número de candidatas, { $count } de { $all } cada grupo.
places-most-several = { $groups } grupos tienen el mayor número de candidatas, { $count } de { $all } cada uno.
places-departments = { $count ->
    [one] 1 departamento
   *[other] { $count } departamentos
  }
places-locations = { $count ->
    [one] 1 ubicación
   *[other] { $count } ubicaciones
  }
places-lead = El inventario nombra { $places }. Donde las candidatas se concentran, una sola transición alcanza gran parte del dinero y de las personas.

bpo-heading = Cuáles: BPO
outsourcing-heading = Cuáles: externalización tradicional
ranked-none-firm = { $count ->
    [one] La única candidata a { $kind } aún no es firme.
   *[other] Ninguna de las { $count } candidatas a { $kind } es firme aún.
  }
ranked-all-firm = { $count ->
    [one] La única candidata a { $kind } es firme: puede decidirse.
   *[other] Las { $count } candidatas a { $kind } son firmes: pueden decidirse.
  }
ranked-firm = { $firm ->
    [one] 1 de las { $count } candidatas a { $kind } es firme.
   *[other] { $firm } de las { $count } candidatas a { $kind } son firmes.
  }
ranked-firm-share = { $firm ->
    [one] 1 de las { $count } candidatas a { $kind } es firme y supone el { $share } de su costo indicado.
   *[other] { $firm } de las { $count } candidatas a { $kind } son firmes y suponen el { $share } de su costo indicado.
  }
ranked-order = Primero van las firmes y, entre ellas, las de mayor costo.
ranked-order-cost = Primero van las de mayor costo.
ranked-cover = { $count ->
    [one] La primera cubre el { $share } del costo indicado de todas.
   *[other] Las primeras { $count } cubren el { $share } del costo indicado de todas.
  }
ranked-cover-listed = Las primeras { $count } cubren el { $share } del costo indicado de todas; las { $listed } de la lista, el { $listed_share }.
ranked-share-in = { $share } en { $currency }
ranked-two-figures = Si la robustez tiene dos cifras, la segunda vale sean cuales sean las respuestas que faltan.
ranked-in-full = { $count ->
    [one] La candidata a { $kind }: por qué, qué la cambiaría y qué aporta
   *[other] { $count } candidatas a { $kind }: por qué, qué las cambiaría y qué aportan
  }
ranked-rest = { $count ->
    [one] Otra candidata a { $kind }
   *[other] Otras { $count } candidatas a { $kind }
  }
ranked-as-above = Como en { $number }.

review-heading = Próximos pasos: qué revisar
review-finding = Conviene revisar { $all } dictámenes, { $count } de ellos { $why }.
review-finding-all = { $count ->
    [one] Conviene revisar 1 dictamen: { $why }.
   *[other] Conviene revisar { $count } dictámenes: todos { $why }.
  }
why-split = por quedar en empate
why-neutral = por quedar en neutral
why-provisional = porque lo que falta aún podría cambiar el resultado
why-borderline = por estar cerca de 0
why-fragile = por mantenerse con pocas ponderaciones
why-thin = por basarse en un solo criterio
why-one-reading = por depender de una lectura
why-raters-disagree = por basarse en respuestas que difieren
review-lead = { $count ->
    [one] Una segunda mirada cuesta poco frente a una decisión que no se sostiene.
   *[other] Una segunda mirada cuesta poco frente a una decisión que no se sostiene. Un dictamen puede tener varios motivos; primero van las funciones de mayor costo.
  }
review-reasons = Motivos de revisión, por dictamen
review-in-full-all = Las { $count } funciones: qué inclina a cada lado y qué cambia el dictamen
review-in-full = { $count ->
    [one] La función: qué inclina a cada lado y qué cambia el dictamen
   *[other] Las { $count } de mayor costo: qué inclina a cada lado y qué cambia el dictamen
  }
review-rest = { $count ->
    [one] 1 más por revisar
   *[other] { $count } más por revisar
  }
review-others = { $count ->
    [one] 1 más es candidata: sus motivos figuran en la lista de candidatas.
   *[other] { $count } más son candidatas: sus motivos figuran en las listas de candidatas.
  }
reason-split = Lo que inclina a un lado compensa lo que inclina al otro.
reason-neutral = Nada inclina en ningún sentido.
reason-raters-disagree = Se dan respuestas distintas sobre la función; aquello en que discrepan cuenta como no conocido entre ellas.
reason-borderline = La puntuación está a { $points } puntos de 0 o menos.
reason-fragile = Menos del { $share } % de todas las ponderaciones mantiene el dictamen.

findings-heading = Próximos pasos: beneficios y riesgos
raised-risk = { $risks ->
    [one] El riesgo señalado con más frecuencia: { $risk }, en { $count } de { $all ->
        [one] 1 candidata.
       *[other] { $all } candidatas.
      }
   *[other] Los riesgos señalados con más frecuencia: { $risk }, cada uno en { $count } de { $all ->
        [one] 1 candidata.
       *[other] { $all } candidatas.
      }
  }
raised-none = No se señaló ningún riesgo en ninguna candidata.
raised-lead = Cada uno se señala por lo que el inventario dice de la función, y es una pregunta al proveedor o una línea del contrato. El costo es el de las funciones afectadas.
findings-risks-heading = Riesgos de las candidatas
findings-benefits-heading = Beneficios de las candidatas
findings-terms-heading = Qué deben decir los contratos
findings-not-raised = Sin señalar en ninguna candidata: { $findings }.

jobs-heading = Próximos pasos: transición y empleos
jobs-in-house = { $count ->
    [one] La candidata que se realiza internamente ocupa a { $people ->
        [one] { $jobs } persona (FTE)
       *[other] { $jobs } personas (FTE)
      }
   *[other] Las { $count } candidatas que se realizan internamente ocupan a { $people ->
        [one] { $jobs } persona (FTE)
       *[other] { $jobs } personas (FTE)
      }
  }
jobs-of = { $count ->
    [one] La candidata ocupa a { $people ->
        [one] { $jobs } persona (FTE)
       *[other] { $jobs } personas (FTE)
      }, propias o ajenas
   *[other] Las { $count } candidatas ocupan a { $people ->
        [one] { $jobs } persona (FTE)
       *[other] { $jobs } personas (FTE)
      }, propias o ajenas
  }
jobs-all = { $jobs }.
jobs-most = { $jobs }, el { $share } en { $place }.
jobs-lead = Externalizar puede reducir costos, y costar empleos en ciertos sectores y lugares; en ambos efectos influyen las políticas públicas y el desarrollo de competencias. Cuáles de estos empleos se trasladarían, cambiarían o quedarían no le corresponde decirlo a esta evaluación.
jobs-show-in-house = Personas (FTE) en funciones internas, por dictamen
jobs-show = Personas (FTE), por dictamen
jobs-whole = total

decisions-heading = Próximos pasos: decisiones
decisions-finding = { $all ->
    [one] La única función está decidida.
   *[other] { $count ->
    [one] 1 de { $all } funciones está decidida.
   *[other] { $count } de { $all } funciones están decididas.
    }
  }
decisions-open = { $count ->
    [one] 1 candidata sigue por decidir.
   *[other] { $count } candidatas siguen por decidir.
  }
decisions-open-cost = { $count ->
    [one] 1 candidata sigue por decidir, por { $cost } al año.
   *[other] { $count } candidatas siguen por decidir, por { $cost } al año.
  }
decisions-none-open = No queda ninguna candidata por decidir.
decisions-show = Decisiones, de mayor a menor costo de la función
changes-heading = Próximos pasos: cambios desde la ejecución anterior
changes-finding = { $verdicts ->
    [0] Ningún dictamen ha cambiado desde la ejecución anterior
    [one] 1 dictamen ha cambiado desde la ejecución anterior
   *[other] { $verdicts } dictámenes han cambiado desde la ejecución anterior
  }{ $new ->
    [0] { "" }
    [one] ; 1 función es nueva
   *[other] ; { $new } funciones son nuevas
  }{ $gone ->
    [0] { "" }
    [one] ; 1 ha desaparecido
   *[other] ; { $gone } han desaparecido
  }.
changes-show = Qué ha cambiado, primero lo más grave

course-heading = Desde la primera ejecución
course-finding = { $firm } { $firm ->
    [one] dictamen es firme,
   *[other] dictámenes son firmes,
  } frente a { $firm_before } en la primera ejecución{ $decided ->
    [0] { "." }
    [one] { "; 1 función está decidida, frente a " }{ $decided_before }.
   *[other] { "; " }{ $decided } funciones están decididas, frente a { $decided_before }.
  }
course-lead-same = En { $runs } ejecuciones desde el { $date } se sigue conociendo el { $covered } % del total, y { $open ->
    [0] ninguna función carece
    [one] 1 función carece
   *[other] { $open } funciones carecen
  } de evidencia suficiente, como en la primera.
course-lead = En { $runs } ejecuciones desde el { $date }, las funciones sin evidencia suficiente pasaron de { $open_before } a { $open }, y lo conocido del total, del { $covered_before } % al { $covered } %.
course-show = Dictámenes firmes, decisiones y funciones sin evidencia suficiente, en cada ejecución
course-firm = dictámenes firmes
course-decided = decididas
course-open = sin evidencia suficiente
scenarios-heading = Certeza: escenarios
scenarios-finding = { $moved ->
    [0] Ningún dictamen depende del escenario.
    [one] El dictamen de 1 función depende del escenario.
   *[other] { $moved } de { $all } dictámenes dependen del escenario.
  }
scenarios-lead = { $holding ->
    [0] Ninguna función mantiene
    [one] 1 de { $all ->
        [one] 1 función
       *[other] { $all } funciones
      } mantiene
   *[other] { $holding } de { $all } funciones mantienen
  } el dictamen de esta ejecución { $count ->
    [one] también en el escenario
   *[other] también en cada uno de los { $count } escenarios
  }{ $holding ->
    [0] .
   *[other] : ahí da igual cuál de ellos se tome.
  }
scenarios-run = Esta ejecución
scenarios-weight = { $name } pesa { $now } en lugar de { $before }
scenarios-threshold = { $name } { $now } en lugar de { $before }
scenarios-assumed = { $name }: se supone { $value } donde no hay dato
scenarios-assumed-in = { $name }: se supone { $value } en { $department } donde no hay dato
scenarios-show = Funciones y su costo anual por dictamen, en esta ejecución y en cada escenario
scenarios-moved-show = Funciones cuyo dictamen cambia en algún escenario, de mayor a menor costo
scenarios-in = en { $scenario }: { $why }
scenarios-score = puntuación { $before } → { $now }
scenarios-coverage = se sabe demasiado poco
scenarios-enough = se sabe lo suficiente
scenarios-why = Qué lo mueve
scenarios-cost = { $verdict }: costo anual
pdf-scenario = Escenario
pdf-differs = Qué difiere
pdf-other-verdicts = Otros dictámenes
pdf-in-the-run = En esta ejecución
pdf-in-scenarios = En los escenarios
shown-scenarios = Escenarios:
scenarios-moved = { $count ->
    [0] ninguno en { $scenario }
   *[other] { $count } en { $scenario }
  }
sureness-heading = Certeza: pesos y lecturas
sureness-lead = { $firm ->
    [0] Ningún dictamen puede decidirse tal como está
    [one] { $all ->
        [one] El único dictamen puede decidirse tal como está
       *[other] 1 de { $all } dictámenes puede decidirse tal como está
      }
   *[other] { $firm } de { $all } dictámenes pueden decidirse tal como están
  }; { $turned ->
    [0] ninguno cambiaría si una sola respuesta se desviara un paso.
    [one] 1 cambiaría si una sola respuesta se desviara un paso: compruebe primero esa respuesta.
   *[other] { $turned } cambiarían si una sola respuesta se desviara un paso: compruebe primero esas respuestas.
  }
sureness-show = Cuántos dictámenes se sostienen y cuántos dependen de poco
certainty-firm = Puede decidirse: nada de lo que falta podría cambiarlo y nada pide una segunda mirada.
certainty-thin-name = Basado en un solo criterio
certainty-thin = Solo un criterio se pronuncia.
certainty-one-reading-name = Depende de una sola respuesta
certainty-one-reading = Una sola respuesta, desviada un paso, lo cambiaría.
certainty-hold = Una ley, un contrato u otra restricción impide decidirlo ahora.
swings-show = Dictámenes que cambian al mover un peso, con los demás fijos: bajado hasta 0 (izquierda), subido hasta { $times } veces (derecha)
swings-lowered = Bajado a 0
swings-raised = Multiplicado por { $times }

unknown-heading = Qué no se sabe
unknown-most = { $all ->
    [one] { $attribute } es la respuesta que más falta: en la única función sin dictamen definitivo.
   *[other] { $attribute } es la respuesta que más falta: en { $count } de las { $all } funciones sin dictamen definitivo.
  }
unknown-most-each = { $all ->
    [one] { $attributes } son las respuestas que más faltan: en la única función sin dictamen definitivo.
   *[other] { $attributes } son las respuestas que más faltan: cada una en { $count } de las { $all } funciones sin dictamen definitivo.
  }
unknown-most-several = { $all ->
    [one] A la única función sin dictamen definitivo le faltan { $answers } respuestas.
   *[other] { $answers } respuestas son las que más faltan, cada una en { $count } de las { $all } funciones sin dictamen definitivo.
  }
unknown-questions-heading = Qué preguntar, primero lo que más resuelve
unknown-functions-heading = Funciones sin dictamen, por lo que falta
missing-more = { $count ->
    [one] A 1 función más le falta otro dato.
   *[other] A { $count } funciones más les faltan otros datos.
  }

method-heading = Método
rules-finding = { $count ->
    [one] Decide un solo criterio, y ningún dictamen se basa en el nombre de una función.
   *[other] Deciden { $count } criterios, y ningún dictamen se basa en el nombre de una función.
  }
departments-none = El inventario no nombra departamentos.
locations-unknown = El inventario no nombra ubicaciones.
locations-no-people = En ninguna candidata consta el número de personas; no se conocen los empleos afectados.
bpo-none = Ninguna función es candidata a BPO.
outsourcing-none = Ninguna función es candidata a externalización tradicional.
review-none = No hay ningún dictamen por revisar.
method-criteria-heading = Los criterios aplicados
method-settings-heading = Umbrales y otros ajustes

quality-heading = Datos: cómo se leyó el inventario
reading-all = { $rows ->
    [one] La única fila es una función, y se entendió todo.
   *[other] { $functions } de { $rows } filas son funciones, y se entendió todo.
  }
reading-problems = { $rows ->
    [one] La única fila es una función; la lectura dejó { $problems }.
   *[other] { $functions } de { $rows } filas son funciones; la lectura dejó { $problems }.
  }
quality-columns-heading = Columnas según la lectura
quality-not-used = { $count ->
    [one] Sin usar: columna { $columns }.
   *[other] Sin usar: columnas { $columns }.
  }
quality-problems-heading = Qué no se entendió o merece una mirada
quality-provenance-heading = De dónde vienen las cifras
brief-heading = Qué dice el archivo
brief-read = { $count ->
    [one] Se leyó: { $columns }, 1 columna de { $all }.
   *[other] Se leyó: { $columns }, { $count } columnas de { $all }.
  }

source-columns = { $count ->
    [one] Fuente: { $file }, columna { $columns }; reglas { $rulebook }.
   *[other] Fuente: { $file }, columnas { $columns }; reglas { $rulebook }.
  }
source-judged = Fuente: { $file }; reglas { $rulebook }.
source-file = Fuente: { $file }.
source-rules = Fuente: reglas { $rulebook }, según { $source }.
