
## The rules as used

pole-little = wenig { $attribute }
setting-minimum-coverage = Abdeckung, ab der der Punktwert entscheidet
setting-borderline = Knapp: Punktwert höchstens so weit von 0 entfernt
setting-fragile = Fragil: bestätigt von weniger als diesem Anteil der Gewichtungen
setting-review-split = Prüfung: ein ausgeglichenes Unentschieden
setting-review-neutral = Prüfung: ein neutrales Unentschieden
setting-review-provisional = Prüfung: ein Urteil, das Fehlendes ändern könnte
setting-review-thin = Prüfung: ein Urteil, das auf einem einzigen Kriterium beruht
setting-review-one-reading = Prüfung: ein Urteil, das ein Schritt einer einzigen Einstufung ändert
setting-review-raters-disagree = Prüfung: eine Funktion, zu der Befragte uneins sind
setting-noteworthy-change = Bemerkenswert: Punktwert verschoben um mehr als
setting-percent = { $number } %
setting-points = { $number } Punkte
setting-on = ein
setting-off = aus
setting-high-volume = Hohes Volumen über
setting-low-volume = Geringes Volumen unter
setting-many-systems = Viele Systeme ab
setting-material-cost = Wesentliche Jahreskosten ab
setting-short-recovery = Kurze Wiederanlaufzeit bis (Stunden)

## How the file was read

column-known = { $count } von { $all }
column-not-used = nicht genutzt
columns-not-used = nicht genutzt ({ $count } Spalten)
columns-from-to = { $first } bis { $last }
sheets-named = { $count ->
    [one] Blatt { $sheets }
   *[other] Blätter { $sheets }
  }
header-row = Zeile { $row }
header-rows = Zeilen { $first } bis { $last }
accounting-rows = { $count ->
    [one] 1 Zeile
   *[other] { $count } Zeilen
  } außer der Kopfzeile ({ $header }): { $functions } bewertet und { $rest } weggelassen.
accounting-rows-on = { $count ->
    [one] 1 Zeile
   *[other] { $count } Zeilen
  } ({ $sheets }) außer der Kopfzeile ({ $header }): { $functions } bewertet und { $rest } weggelassen.
accounting-left-out = Weggelassen: { $rows }.
totals-column = { $name } in Spalte { $letters }
totals-equal = { $count ->
    [one] Die ausgewiesene Summe von { $column } entspricht der Summe ihrer Funktionen.
    [2] Beide ausgewiesenen Summen von { $column } entsprechen den Summen ihrer Funktionen.
   *[other] Alle { $count } ausgewiesenen Summen von { $column } entsprechen den Summen ihrer Funktionen.
  }
totals-differ = Die ausgewiesene Summe von { $column }, Zeile { $row }, ist { $stated }: { $difference } { $less ->
    [0] mehr
   *[other] weniger
  } als die Summe ihrer Funktionen, { $sum }.
totals-more = Weitere ausgewiesene Summen von { $column } sind nicht die Summen ihrer Funktionen.
excluded-title = { $count ->
    [one] 1 Titelzeile
   *[other] { $count } Titelzeilen
  }
excluded-blank = { $count ->
    [one] 1 Leerzeile
   *[other] { $count } Leerzeilen
  }
excluded-types = { $count ->
    [one] 1 Typzeile
   *[other] { $count } Typzeilen
  }
excluded-header = { $count ->
    [one] 1 wiederholte Kopfzeile
   *[other] { $count } wiederholte Kopfzeilen
  }
excluded-line = { $count ->
    [one] 1 Trennlinie
   *[other] { $count } Trennlinien
  }
excluded-heading = { $count ->
    [one] 1 Zwischenüberschrift
   *[other] { $count } Zwischenüberschriften
  }
excluded-total = { $count ->
    [one] 1 Summenzeile
   *[other] { $count } Summenzeilen
  }
excluded-statistic = { $count ->
    [one] 1 Statistikzeile
   *[other] { $count } Statistikzeilen
  }
excluded-note = { $count ->
    [one] 1 Anmerkungszeile
   *[other] { $count } Anmerkungszeilen
  }
excluded-other-table = { $count ->
    [one] 1 Zeile einer anderen Tabelle
   *[other] { $count } Zeilen einer anderen Tabelle
  }
excluded-parent = { $count ->
    [one] 1 übergeordnete Zeile
   *[other] { $count } übergeordnete Zeilen
  }
excluded-part = { $count ->
    [one] 1 Zeile mit einem Teil einer anderen
   *[other] { $count } Zeilen mit Teilen anderer
  }
excluded-earlier = { $count ->
    [one] 1 Zeile eines früheren Jahres
   *[other] { $count } Zeilen früherer Jahre
  }
excluded-unselected = { $count ->
    [one] 1 Zeile außerhalb von `--where`
   *[other] { $count } Zeilen außerhalb von `--where`
  }
excluded-no-name = { $count ->
    [one] 1 Zeile ohne Namen
   *[other] { $count } Zeilen ohne Namen
  }
excluded-uneven = { $count ->
    [one] 1 ungleich lange Zeile
   *[other] { $count } ungleich lange Zeilen
  }
repeated-names = { $count ->
    [one] 1 Funktion wiederholt den Namen einer früheren
   *[other] { $count } Funktionen wiederholen den Namen einer früheren
  }
repeated-ids = { $count ->
    [one] 1 Funktion wiederholt die Kennung einer früheren
   *[other] { $count } Funktionen wiederholen die Kennung einer früheren
  }
repeated = { $functions }; alle wurden behalten.
answers-none = „{ $file }“ hat keine neuen Antworten
answers-new = „{ $file }“ hat { $count ->
    [one] 1 neue Antwort
   *[other] { $count } neue Antworten
  } zu { $of ->
    [one] 1 Funktion
   *[other] { $of } Funktionen
  }
answers-replaced = { $answers }, davon { $count } anstelle eines anderen Werts
answers-unused = { $answers }; { $count ->
    [one] 1 Zeile daraus konnte nicht verwendet werden
   *[other] { $count } Zeilen daraus konnten nicht verwendet werden
  }
answers-came-to = { $answers }.
answers-disputed = Zu { $count ->
    [one] 1 Funktion
   *[other] { $count } Funktionen
  } sind Befragte uneins: Worin sie uneins sind, gilt zwischen ihren Antworten als nicht bekannt.
answers-last = Zu { $count ->
    [one] 1 Funktion
   *[other] { $count } Funktionen
  } sind Befragte uneins: Die letzte Antwort zählt, und ein Hinweis nennt die übrigen.
answers-median = Zu { $count ->
    [one] 1 Funktion
   *[other] { $count } Funktionen
  } sind Befragte uneins: Der Median ihrer Antworten zählt, und ein Hinweis nennt jede von ihnen.
answers-settled = { $open ->
    [0] Ohne die Antworten hat bereits jede Funktion ein Urteil.
    [one] { $count ->
        [0] Die einzige Funktion, die ohne die Antworten kein Urteil hat, hat auch mit ihnen keines.
       *[other] Die einzige Funktion, die ohne die Antworten kein Urteil hat, hat mit ihnen eines.
    }
   *[other] { $count ->
        [0] Von { $open } Funktionen, die ohne die Antworten kein Urteil haben, hat keine mit ihnen eines.
        [one] Von { $open } Funktionen, die ohne die Antworten kein Urteil haben, hat 1 mit ihnen eines.
       *[other] Von { $open } Funktionen, die ohne die Antworten kein Urteil haben, haben { $count } mit ihnen eines.
    }
  }
answers-changed = { $count ->
    [one] 1 weitere Funktion hat mit ihnen ein anderes Urteil.
   *[other] { $count } weitere Funktionen haben mit ihnen ein anderes Urteil.
  }
selected = Nur Zeilen, die { $conditions } erfüllen, wurden übernommen, wie angegeben.
assumed = { $attribute }: bei { $count ->
    [one] 1 Funktion
   *[other] { $count } Funktionen
  } ohne Antwort wurde { $value } angenommen.
assumed-in = { $attribute }: bei { $count ->
    [one] 1 Funktion
   *[other] { $count } Funktionen
  } ({ $department }) ohne Antwort wurde { $value } angenommen.

## Where the figures come from

provenance-input = Eingabe
provenance-input-format = Eingabeformat
provenance-input-size = Eingabegröße
provenance-bytes = { $count } Bytes
provenance-sha256 = { $of }, SHA-256
provenance-answers = Antworten
provenance-earlier-run = Früherer Lauf
provenance-kept = Vorher bearbeitet und aufbewahrt als
provenance-sheet = Blatt
provenance-sheets = Blätter
provenance-header = Kopfzeile
provenance-source = Quelle der Regeln
provenance-wording = Texte
provenance-program = Programm
provenance-command-line = Befehlszeile
