
## Lists and dates

listed-last = { $first } et { $last }
either-last = { $first } ou { $last }
date = { $day ->
    [1] 1er
   *[other] { $day }
  } { $month ->
    [1] janvier
    [2] février
    [3] mars
    [4] avril
    [5] mai
    [6] juin
    [7] juillet
    [8] août
    [9] septembre
    [10] octobre
    [11] novembre
   *[12] décembre
  } { $year }
led = { $of } : { $what }

## What there is to say of each function

score-with-range = { $score } (de { $low } à { $high })
sureness-every = score { $score } ; tous les poids supérieurs à 0 le maintiennent, quoi qu’il manque
sureness-some = score { $score } ; { $share } des pondérations le maintiennent
sureness-whatever = score { $score } ; pondérations qui le maintiennent : { $share } d’après ce qui est connu, { $low } quoi qu’il manque
sureness-split = score { $score }
at-least = au moins { $share }
sureness-open = score { $score } ; { $share } des éléments sont connus
turn = { $verdict } si le niveau « { $attribute } » est { $then } (maintenant { $now })
turn-between = { $turn }, en { $other }
turns = Bascule en { $turns }.
turns-weights = Un écart de { $error } sur les poids, dans le pire sens, le ferait aussi basculer.
turns-together = { $steps ->
    [1] Un seul cran de lecture le fait basculer.
   *[other] Aucune réponse ne le fait basculer à elle seule ; { $steps } crans de lecture ensemble, oui.
  }
turns-none = Aucune réponse ne le fait basculer à elle seule, et trois crans de lecture ensemble non plus.
margin-more = plus de 3
level-low = faible
level-medium = moyen
level-high = élevé
level-between = { $level } sur 100
level-missing = manquant
verdict-split = verdict partagé
because-torn = Pèse dans les deux sens : { $reasons }
because-against = Contre : { $reasons }
because-for-bpo = Pour le BPO : { $reasons }
because-for-outsourcing = Pour l’externalisation classique : { $reasons }
because-nothing = Rien ne pèse d’aucun côté.
because-not-known = Non connu : { $attributes }
count-of-year = { $times ->
    [4] { $shown } par trimestre
    [12] { $shown } par mois
    [52] { $shown } par semaine
    [250] { $shown } par jour
    [260] { $shown } par jour
    [365] { $shown } par jour
   *[other] { $shown }
  }, { $year } par an
level-of-rating = { $shown } = { $level }
reason-torn = { $bpo }, mais { $outsourcing }
ground-missing = manque : { $attributes }
ground-channels = { $value } et les autres canaux
ground-column = colonne { $letters }
ground-assumed = { $value }, par hypothèse
ground-disputed = { $answers }, évaluateurs en désaccord
ground-median = { $level }, médiane de { $answers }
ground-not-known = sans { $attribute }
ground-evidence = { $criterion } : éléments { $points }
find-more = une de { $count } autres
find-left-out = ligne { $row }, écartée comme { $reason }
find-row = « { $name } » (ligne { $row })
find-id = « { $function } » ({ $id }, ligne { $row })
