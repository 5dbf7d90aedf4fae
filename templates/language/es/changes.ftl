
## What has changed since an earlier run

since-new = { $count ->
    [one] 1 nueva
   *[other] { $count } nuevas
  }
since-gone = { $count ->
    [one] 1 desaparecida
   *[other] { $count } desaparecidas
  }
since-verdicts = { $count ->
    [one] 1 dictamen cambiado
   *[other] { $count } dictámenes cambiados
  }
since-scores = { $count ->
    [one] 1 puntuación movida de forma notable
   *[other] { $count } puntuaciones movidas de forma notable
  }
since-other-scores = { $count ->
    [one] otra puntuación movida de forma notable
   *[other] otras { $count } puntuaciones movidas de forma notable
  }
since-ambiguous = { $count ->
    [one] 1 no comparada
   *[other] { $count } no comparadas
  }
since-nothing = nada nuevo, nada desaparecido, ningún dictamen cambiado
since-carried = { $count ->
    [one] 1 decisión trasladada
   *[other] { $count } decisiones trasladadas
  }
since-carried-all-to-check = { $count ->
    [one] 1 decisión trasladada, por comprobar
   *[other] { $count } decisiones trasladadas, todas por comprobar
  }
since-carried-some-to-check = { $count ->
    [one] 1 decisión trasladada
   *[other] { $count } decisiones trasladadas
  }, { $to_check } de ellas por comprobar
since-not-carried = { $count ->
    [one] 1 decisión no trasladada
   *[other] { $count } decisiones no trasladadas
  }
rules-other-text = Las reglas siguen llamándose { $now }, pero su texto ha cambiado, y los dictámenes pueden haber cambiado con él.
rules-other = Las reglas eran { $before } y ahora son { $now }; los dictámenes pueden haber cambiado con ellas.
rules-same = Las reglas son las mismas, { $now }.
rules-unnamed = El archivo anterior no indica sus reglas.
rules-moved = En cifras: { $figures }.
premises-before = La ejecución anterior { $parts }; esta, no.
premises-now = Esta ejecución { $parts }; la anterior, no.
premises-answers = usó las respuestas de { $files }
premises-assumed = supuso { $levels }
premises-where = leyó solo las filas con { $rows }
premises-given = se lanzó con { $options }
premises-answers-changed = Las respuestas de { $files } no son las mismas que en la ejecución anterior.
premises-untold = El archivo anterior no dice con qué indicaciones se lanzó su ejecución.
left-row = Estaba en la fila { $row } de { $file }
left-ambiguous = su código y su nombre no dicen cuál es
left-decided = lo decidido se conserva solo aquí
left-no-function = no es función
left-gone = desaparecida
change-verdict = otro dictamen
change-decision = decisión por comprobar
change-ambiguous = no comparada
change-score = otra puntuación
change-new = nueva
change-name = otro nombre
change-id = otro código
change-department = otro departamento
because-other-rules = la evidencia no se ha movido; las reglas son otras
because-other-coverage = la evidencia no se ha movido, pero sí cuánta se conoce
because-was-called = se llamaba { $name }
because-had-no-id = no tenía código
because-had-id = tenía el código { $id }
because-was-of = era del departamento { $department }
decided = { $count ->
    [one] 1 decisión
   *[other] { $count } decisiones
  } sobre { $functions ->
    [one] 1 función
   *[other] { $functions } funciones
  }: { $parts }.
decided-agrees = { $count ->
    [one] 1 coincide con el dictamen
   *[other] { $count } coinciden con el dictamen
  }
decided-differs = { $count ->
    [one] 1 difiere de él
   *[other] { $count } difieren de él
  }
decided-deferred = { $count ->
    [one] 1 está aplazada
   *[other] { $count } están aplazadas
  }
decided-to-check = { $count ->
    [one] 1 está por comprobar
   *[other] { $count } están por comprobar
  }
