
## The answer at the head of every report

headline-one-bpo = Die einzige Funktion kommt für BPO in Frage.
headline-one-outsourcing = Die einzige Funktion kommt für klassische Auslagerung in Frage.
headline-one-neither = Die einzige Funktion kommt bislang weder für BPO noch für klassische Auslagerung in Frage.
headline-neither = Von { $all } Funktionen kommt bislang keine für BPO oder klassische Auslagerung in Frage.
headline-outsourcing = Von { $all } Funktionen { $outsourcing ->
    [one] kommt 1
   *[other] kommen { $outsourcing }
  } für klassische Auslagerung in Frage und keine für BPO.
headline-bpo = Von { $all } Funktionen { $bpo ->
    [one] kommt 1
   *[other] kommen { $bpo }
  } für BPO in Frage und keine für klassische Auslagerung.
headline-both = Von { $all } Funktionen { $bpo ->
    [one] kommt 1
   *[other] kommen { $bpo }
  } für BPO und { $outsourcing } für klassische Auslagerung in Frage.
headline-one-split = Sie ist unentschieden
headline-split = { $count ->
    [one] 1 ist unentschieden
   *[other] { $count } sind unentschieden
  }
headline-one-lacks = Sie hat zu wenig Belege
headline-lack = { $count ->
    [one] 1 hat zu wenig Belege
   *[other] { $count } haben zu wenig Belege
  }
headline-split-neutral = { $count ->
    [one] 1 ist unentschieden (neutral: nichts spricht für eine Seite)
   *[other] { $count } sind unentschieden (davon { $neutral } neutral: nichts spricht für eine Seite)
  }
standing-of = { $kind }: { $parts }.
standing-firm = { $count ->
    [0] keine belastbar
   *[other] { $count } belastbar
  }
standing-provisional = { $count ->
    [one] 1 vorläufig
   *[other] { $count } vorläufig
  }
standing-review = { $count ->
    [one] 1 endgültig und doch erneut zu prüfen
   *[other] { $count } endgültig und doch erneut zu prüfen
  }
standing-on-hold = { $count ->
    [one] 1 zurückgestellt
   *[other] { $count } zurückgestellt
  }
standing-external = { $parts }; { $count ->
    [one] 1 liegt schon bei einem externen Anbieter
   *[other] { $count } liegen schon bei externen Anbietern
  }
standing-external-cost = { $parts }; { $count ->
    [one] 1 liegt schon bei einem externen Anbieter, für { $cost } im Jahr
   *[other] { $count } liegen schon bei externen Anbietern, für { $cost } im Jahr
  }
standing-group = { $all ->
    [one] Das einzige Urteil mit einer Richtung { $count ->
        [0] gilt nicht
       *[other] gilt
    }
   *[other] Von { $all } Urteilen mit einer Richtung { $count ->
        [0] gilt keines
        [one] gilt 1
       *[other] gelten { $count }
    }
  } bei allen Gewichten der Gruppe.
headline-jobs = { $count ->
    [one] An der in Frage kommenden Funktion, die intern erbracht wird, { $people ->
        [one] arbeitet { $jobs } Person (VZÄ).
       *[other] arbeiten { $jobs } Personen (VZÄ).
      }
   *[other] An den { $count } in Frage kommenden Funktionen, die intern erbracht werden, { $people ->
        [one] arbeitet { $jobs } Person (VZÄ).
       *[other] arbeiten { $jobs } Personen (VZÄ).
      }
  }
headline-undecided = { $parts }.
headline-one-costs = Sie kostet { $cost } im Jahr.
headline-bpo-costs = { $bpo ->
    [one] Der Kandidat für BPO kostet { $cost } im Jahr
   *[other] Die Kandidaten für BPO kosten { $cost } im Jahr
  }
headline-outsourcing-costs = { $outsourcing ->
    [one] Der Kandidat für klassische Auslagerung kostet { $cost } im Jahr
   *[other] Die Kandidaten für klassische Auslagerung kosten { $cost } im Jahr
  }
headline-both-cost = { $bpo ->
    [one] Der Kandidat für BPO kostet { $bpo_cost } im Jahr
   *[other] Die Kandidaten für BPO kosten { $bpo_cost } im Jahr
  }, { $outsourcing ->
    [one] der für klassische Auslagerung
   *[other] die für klassische Auslagerung
  } { $outsourcing_cost }
headline-costs = { $costs }.
headline-share = { $costs }, das sind { $share } der angegebenen Kosten.
headline-share-together = { $costs }, zusammen { $share } der angegebenen Kosten.

## Figures, questions and groups

figure-functions = Funktionen
figure-cost = Jahreskosten
figure-people = Personen (VZÄ)
figure-coverage = Abdeckung
figure-coverage-note = der entscheidenden Belege sind bekannt
figure-every-function = für jede Funktion angegeben
figure-some-functions = für { $count } von { $all } angegeben
figure-every-row = jede Zeile
figure-rows-left-out = { $count ->
    [one] 1 Zeile weggelassen
   *[other] { $count } Zeilen weggelassen
  }
split-by-count = nach Anzahl
split-by-cost = nach Jahreskosten
split-by-cost-in = nach Jahreskosten ({ $currency })
known-all = { $coverage } der entscheidenden Belege sind bekannt; es fehlt nichts Entscheidendes.
known-the-one-partly = { $coverage } der entscheidenden Belege sind bekannt; etwas fehlt.
known-each-partly = { $coverage } der entscheidenden Belege sind bekannt; bei jeder Funktion fehlt etwas.
known-some-partly = { $coverage } der entscheidenden Belege sind bekannt; etwas fehlt bei { $count ->
    [one] 1 Funktion
   *[other] { $count } Funktionen
  }.
question-plain = Wie lautet die Angabe zu { $attribute }?
effect-together = klärt mit den Antworten darüber das Urteil über { $verdicts }
effect-alone = klärt das Urteil über { $verdicts }
effect-none = fehlt bei { $count ->
    [one] 1 Funktion
   *[other] { $count } Funktionen
  }; klärt allein kein Urteil
unsettled-the-one = die einzige Funktion ohne endgültiges Urteil, unabhängig von der Antwort
unsettled-the-one-perhaps = die einzige Funktion ohne endgültiges Urteil, je nach Antwort
unsettled-whatever = { $count } von { $all } Funktionen, unabhängig von der Antwort
unsettled-depending = { $least } bis { $most } von { $all } Funktionen, je nach Antwort
first-answers = Antworten zu { $attributes } klären das Urteil über { $verdicts }.
department = Abteilung
location = Standort
group-other-departments = { $count } weitere Abteilungen
group-other-locations = { $count } weitere Standorte
group-not-stated = ohne Angabe
findings-others = { $count ->
    [one] 1 weiterer
   *[other] { $count } weitere
  }
problems-unlisted = { $count } weitere der Art „{ $code }“ sind nicht aufgeführt
footer-sheet = Blatt { $sheet }
footer-sheets = { $count } Blätter
footer-rulebook = Regelwerk { $rulebook }

## The first sheet of the workbook

groups-by-department = Funktionen nach Abteilung
groups-by-location = Funktionen nach Standort
groups-largest = { $title }, die größten
ready-the-one = Sie kann ohne weitere Prüfung entschieden werden.
ready = { $count ->
    [one] 1 Funktion kann ohne weitere Prüfung entschieden werden: { $functions }.
   *[other] { $count } Funktionen können ohne weitere Prüfung entschieden werden: { $functions }.
  }
ready-first = { $count ->
    [one] 1 Funktion kann ohne weitere Prüfung entschieden werden, allen voran { $functions }.
   *[other] { $count } Funktionen können ohne weitere Prüfung entschieden werden, allen voran { $functions }.
  }
ready-bpo = { $function } (BPO)
ready-bpo-cost = { $function } (BPO, { $cost })
ready-outsourcing = { $function } (klassische Auslagerung)
ready-outsourcing-cost = { $function } (klassische Auslagerung, { $cost })
hangs-none = Kein Urteil ändert sich, wenn ein Gewicht allein von 0 bis zum { $times }-Fachen seines Wertes verschoben wird.
hangs-most = Am stärksten wirkt das Gewicht von { $criterion }: { $count ->
    [one] 1 von { $all } Urteilen ändert sich
   *[other] { $count } von { $all } Urteilen ändern sich
  }, wenn es von 0 bis zum { $times }-Fachen seines Wertes verschoben wird.
main-risk = { $risks ->
    [one] Am häufigsten angezeigtes Risiko: { $risk }, bei { $count ->
        [one] 1 Kandidaten.
       *[other] { $count } Kandidaten.
      }
   *[other] Am häufigsten angezeigte Risiken: { $risk }, jeweils bei { $count ->
        [one] 1 Kandidaten.
       *[other] { $count } Kandidaten.
      }
  }

## Heat map and risks

heat-map-legend = Blau und + sprechen für BPO, Bernstein und − für klassische Auslagerung, graue Schraffur heißt unbekannt. Geordnet nach Urteil und Punktwert, von BPO bis zur klassischen Auslagerung; Funktionen mit zu wenig Belegen stehen am Ende.
heat-map-more = Hier stehen nur die { $shown } teuersten von { $all ->
    [one] 1 Funktion
   *[other] { $all } Funktionen
  }; { $rest ->
    [one] 1 weitere steht auf dem Blatt „Bewertung“.
   *[other] { $rest } weitere stehen auf dem Blatt „Bewertung“.
  }
risk = Risiko
contract-term = Vertragsklausel
benefit = Vorteil
risks-none = Zu keiner Funktion wurde ein Risiko, eine Vertragsklausel oder ein Vorteil angezeigt.
risks-legend = Was die Belege zu jeder Funktion anzeigen: zuerst Risiken, dann Vertragsklauseln und Vorteile. In jeder Art stehen die häufigsten voran und bei jedem Befund die teuersten Funktionen.
risks-more = Hier { $shown ->
    [one] steht nur 1 Befund
   *[other] stehen nur { $shown } Befunde
  } { $functions ->
    [one] der teuersten Funktion
   *[other] der { $functions } teuersten Funktionen
  }; { $rest ->
    [one] 1 weiterer steht auf dem Blatt „Bewertung“.
   *[other] { $rest } weitere stehen auf dem Blatt „Bewertung“.
  }

## Weights and formulas

threshold-minimum-coverage = Prozent der möglichen Belege, die bekannt sein müssen, bevor der Punktwert allein entscheidet.
threshold-borderline = Punkte: Ein Punktwert, der höchstens so weit von 0 entfernt ist, schickt die Funktion in die Prüfung.
threshold-fragile = Prozent: Ein Urteil, das von weniger Gewichtungen bestätigt wird, kommt ebenfalls in die Prüfung.
threshold-review-split = 1: Ein ausgeglichenes Unentschieden kommt ebenfalls in die Prüfung. 0: Es kommt nicht hinein.
threshold-review-neutral = 1: Ein neutrales Unentschieden, bei dem nichts für eine Seite spricht, kommt ebenfalls in die Prüfung. 0: Es kommt nicht hinein.
threshold-review-provisional = 1: Ein Urteil, das durch Fehlendes noch geändert werden könnte, kommt ebenfalls in die Prüfung. 0: Es kommt nicht hinein.
threshold-review-thin = 1: Ein Urteil, das auf einem einzigen Kriterium beruht, kommt ebenfalls in die Prüfung. 0: Es kommt nicht hinein.
threshold-review-one-reading = 1: Ein Urteil, das der nächste Wert einer einzigen Einstufung ändern würde, kommt ebenfalls in die Prüfung. 0: Es kommt nicht hinein.
threshold-review-raters-disagree = 1: Eine Funktion, zu der Befragte verschiedene Antworten geben, kommt ebenfalls in die Prüfung. 0: Sie kommt nicht hinein.
figures-live = Urteile und Punktwerte auf dem Blatt „Bewertung“ sind Formeln über die dortigen Stufen und die Gewichte und Schwellen auf dem Blatt „Kriterien“: Ändern Sie ein Gewicht oder überschreiben Sie eine Stufe, und jedes Urteil folgt, und mit ihm Zahlen, Diagramme und Listen der Zusammenfassung. Gründe, Befunde, Sätze und die übrigen Blätter sind die des Laufs.
figures-no-workbook = Es gibt keine Arbeitsmappe, wie mit `--no-workbook` verlangt.
figures-values = Urteile und Punktwerte sind Werte und folgen den Gewichten nicht, wie mit `--values` verlangt.
figures-many-functions = Urteile und Punktwerte sind Werte und folgen den Gewichten nicht: Bei mehr als { $count } Funktionen wären Formeln langsam; mit `--live` werden sie dennoch geschrieben.
figures-many-columns = Urteile und Punktwerte sind Werte und folgen den Gewichten nicht: Bei so vielen Spalten oder Kriterien wären Formeln langsam; mit `--live` werden sie dennoch geschrieben.
