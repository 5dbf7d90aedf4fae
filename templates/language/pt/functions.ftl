## Listas e datas

listed-last = { $first } e { $last }
either-last = { $first } ou { $last }
date = { $day } de { $month ->
    [1] janeiro
    [2] fevereiro
    [3] março
    [4] abril
    [5] maio
    [6] junho
    [7] julho
    [8] agosto
    [9] setembro
    [10] outubro
    [11] novembro
   *[other] dezembro
  } de { $year }
led = { $of }: { $what }

## O que há a dizer de cada função

score-with-range = { $score } ({ $low } a { $high })
sureness-every = pontuação { $score }; quaisquer pesos acima de 0 mantêm o veredito, falte o que faltar
sureness-some = pontuação { $score }; { $share } de todas as ponderações mantêm o veredito
sureness-whatever = pontuação { $score }; { $share } de todas as ponderações mantêm o veredito pelo que se sabe, { $low } falte o que faltar
sureness-split = pontuação { $score }
at-least = pelo menos { $share }
sureness-open = pontuação { $score }; { $share } da evidência é conhecida
turn = { $verdict } se o nível de { $attribute } for { $then } (hoje: { $now })
turn-between = { $turn }, ou a { $other }
turns = Passa a { $turns }.
turns-weights = Um erro de { $error } nos pesos, na pior direção, também mudaria o veredito.
turns-together = { $steps ->
    [1] Um passo de leitura muda o veredito.
   *[other] Nenhuma resposta sozinha muda o veredito; { $steps } passos de leitura juntos, sim.
  }
turns-none = Nenhuma resposta sozinha muda o veredito, nem três passos de leitura juntos.
margin-more = mais de 3
level-low = baixo
level-medium = médio
level-high = alto
level-between = { $level } de 100
level-missing = sem dado
verdict-split = empate
because-torn = Em conflito: { $reasons }
because-against = Contra: { $reasons }
because-for-bpo = A favor de BPO: { $reasons }
because-for-outsourcing = A favor de terceirização tradicional: { $reasons }
because-nothing = Nada pende para nenhum lado.
because-not-known = Não se sabe: { $attributes }
count-of-year = { $times ->
    [4] { $shown } por trimestre
    [12] { $shown } por mês
    [52] { $shown } por semana
    [250] { $shown } por dia
    [260] { $shown } por dia
    [365] { $shown } por dia
   *[other] { $shown }
  }, { $year } por ano
level-of-rating = { $shown } = { $level }
reason-torn = { $bpo }, mas { $outsourcing }
ground-missing = falta: { $attributes }
ground-channels = { $value } e os demais canais
ground-column = coluna { $letters }
ground-assumed = { $value }, por suposição
ground-disputed = { $answers }, em que os avaliadores divergem
ground-median = { $level }, a mediana de { $answers }
ground-not-known = sem { $attribute }
ground-evidence = evidência de { $criterion } { $points }
find-more = uma de outras { $count }
find-left-out = linha { $row }, excluída como { $reason }
find-row = `{ $name }` (linha { $row })
find-id = `{ $function }` ({ $id }, linha { $row })
