
## Lists and dates

listed-last = { $first } y { $last }
either-last = { $first } o { $last }
date = { $day } de { $month ->
    [1] enero
    [2] febrero
    [3] marzo
    [4] abril
    [5] mayo
    [6] junio
    [7] julio
    [8] agosto
    [9] septiembre
    [10] octubre
    [11] noviembre
   *[12] diciembre
  } de { $year }
led = { $of }: { $what }

## What there is to say of each function

score-with-range = { $score } ({ $low } a { $high })
sureness-every = puntuación { $score }; lo mantienen cualesquiera pesos mayores que 0, falte lo que falte
sureness-some = puntuación { $score }; el { $share } de las ponderaciones lo mantiene
sureness-whatever = puntuación { $score }; ponderaciones que lo mantienen: { $share } según lo conocido, { $low } falte lo que falte
sureness-split = puntuación { $score }
at-least = al menos { $share }
sureness-open = puntuación { $score }; se conoce el { $share } de la evidencia
turn = { $verdict } si el nivel de { $attribute } es { $then } (ahora { $now })
turn-between = { $turn }, a { $other }
turns = Pasa a { $turns }.
turns-weights = También lo cambiaría un error del { $error } en los pesos, en la peor dirección.
turns-together = { $steps ->
    [one] Lo cambia un solo paso de lectura.
   *[other] Ninguna respuesta lo cambia por sí sola; { $steps } pasos de lectura juntos, sí.
  }
turns-none = Ninguna respuesta lo cambia por sí sola, ni tampoco tres pasos de lectura juntos.
margin-more = más de 3
level-low = bajo
level-medium = medio
level-high = alto
level-between = { $level } de 100
level-missing = sin dato
verdict-split = empate
because-torn = Inclina en ambos sentidos: { $reasons }
because-against = En contra: { $reasons }
because-for-bpo = A favor de BPO: { $reasons }
because-for-outsourcing = A favor de externalización tradicional: { $reasons }
because-nothing = Nada inclina en ningún sentido.
because-not-known = Sin dato: { $attributes }
count-of-year = { $times ->
    [4] { $shown } al trimestre
    [12] { $shown } al mes
    [52] { $shown } a la semana
    [250] { $shown } al día
    [260] { $shown } al día
    [365] { $shown } al día
   *[other] { $shown }
  }, { $year } al año
level-of-rating = { $shown } = { $level }
reason-torn = { $bpo }, pero { $outsourcing }
ground-missing = sin dato: { $attributes }
ground-channels = { $value } y los demás canales
ground-column = columna { $letters }
ground-assumed = { $value }, supuesto
ground-disputed = { $answers }, donde discrepan los evaluadores
ground-median = { $level }, la mediana de { $answers }
ground-not-known = sin { $attribute }
ground-evidence = { $criterion }: evidencia { $points }
find-more = una de { $count } más
find-left-out = fila { $row }, sin incluir por ser { $reason }
find-row = «{ $name }» (fila { $row })
find-id = «{ $function }» ({ $id }, fila { $row })
