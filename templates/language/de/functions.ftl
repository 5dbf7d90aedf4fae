
## Lists and dates

listed-last = { $first } und { $last }
either-last = { $first } oder { $last }
date = { $day }. { $month ->
    [1] Januar
    [2] Februar
    [3] März
    [4] April
    [5] Mai
    [6] Juni
    [7] Juli
    [8] August
    [9] September
    [10] Oktober
    [11] November
   *[12] Dezember
  } { $year }
led = { $of }: { $what }

## What there is to say of each function

score-with-range = { $score } ({ $low } bis { $high })
sureness-every = Punktwert { $score }; alle Gewichte über 0 bestätigen das Urteil, unabhängig von fehlenden Antworten
sureness-some = Punktwert { $score }; { $share } aller Gewichtungen bestätigen das Urteil
sureness-whatever = Punktwert { $score }; { $share } aller Gewichtungen bestätigen das Urteil nach dem, was bekannt ist, { $low } unabhängig von fehlenden Antworten
sureness-split = Punktwert { $score }
at-least = mindestens { $share }
sureness-open = Punktwert { $score }; { $share } der Belege sind bekannt
turn = { $verdict }, wenn { $attribute } { $then } ist (jetzt { $now })
turn-between = { $turn }; { $other }
turns = Wechselt: { $turns }.
turns-weights = Auch Gewichte, die um { $error } in der ungünstigsten Richtung danebenliegen, würden es ändern.
turns-together = { $steps ->
    [one] Ein einziger Einstufungsschritt ändert es.
   *[other] Keine einzelne Antwort ändert es; { $steps } Einstufungsschritte zusammen ändern es.
  }
turns-none = Keine einzelne Antwort ändert es, auch nicht drei Einstufungsschritte zusammen.
margin-more = mehr als 3
level-low = niedrig
level-medium = mittel
level-high = hoch
level-between = { $level } von 100
level-missing = ohne Angabe
verdict-split = Unentschieden
because-torn = Für beide Seiten: { $reasons }
because-against = Dagegen: { $reasons }
because-for-bpo = Für BPO: { $reasons }
because-for-outsourcing = Für klassische Auslagerung: { $reasons }
because-nothing = Nichts spricht für eine Seite.
because-not-known = Nicht bekannt: { $attributes }
count-of-year = { $times ->
    [4] { $shown } im Quartal
    [12] { $shown } im Monat
    [52] { $shown } in der Woche
    [250] { $shown } am Tag
    [260] { $shown } am Tag
    [365] { $shown } am Tag
   *[other] { $shown }
  }, { $year } im Jahr
level-of-rating = { $shown } = { $level }
reason-torn = { $bpo }, aber { $outsourcing }
ground-missing = ohne Angabe: { $attributes }
ground-channels = { $value } und die übrigen Kanäle
ground-column = Spalte { $letters }
ground-assumed = { $value }, angenommen
ground-disputed = { $answers }, worin Befragte uneins sind
ground-median = { $level }, der Median von { $answers }
ground-not-known = keine Angabe zu { $attribute }
ground-evidence = { $criterion }: Belege { $points }
find-more = eine von { $count } weiteren
find-left-out = Zeile { $row }, weggelassen als { $reason }
find-row = „{ $name }“ (Zeile { $row })
find-id = „{ $function }“ ({ $id }, Zeile { $row })
