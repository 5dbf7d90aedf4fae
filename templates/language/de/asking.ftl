
## What check says

check-headers = ; Kopfzeile: { $headers }
check-rows = { $count ->
    [one] 1 Zeile
   *[other] { $count } Zeilen
  }, { $functions ->
    [one] 1 Funktion
   *[other] { $functions } Funktionen
  }
check-rows-left-out = { $rows } und { $rest } weggelassen
check-none = keine
check-other-kinds = { $counted } von { $count ->
    [one] 1 anderen Art
   *[other] { $count } anderen Arten
  }
check-coverage = { $share } der entscheidenden Belege sind bekannt
check-lacking = in keiner Spalte: { $attributes }
check-no-header = Kein Spaltenkopf sagt, was in { $columns } steht
check-no-attribute = { $count ->
    [one] Kein Merkmal passt zu diesem Spaltenkopf: { $columns }
   *[other] Kein Merkmal passt zu diesen Spaltenköpfen: { $columns }
  }
check-left-out = Zeilen: { $rows }
check-more-columns = { $columns } und { $count } weitere
check-gives-outputs = die Arbeitsmappe, das PDF und das Protokoll
check-gives-questionnaire = { $count ->
    [one] ein Fragebogen zu der einzigen Funktion ohne endgültiges Urteil
   *[other] ein Fragebogen zu den { $count } Funktionen ohne endgültiges Urteil
  }

## Problems of one kind put together

group-at-least = mindestens { $counted }
group-errors = { $count ->
    [one] 1 Fehler
   *[other] { $count } Fehler
  }
group-warnings = { $count ->
    [one] 1 Warnung
   *[other] { $count } Warnungen
  }
group-notes = { $count ->
    [one] 1 Hinweis
   *[other] { $count } Hinweise
  }
group-on-sheet = Blatt „{ $sheet }“, { $subject }
group-sheet = Blatt „{ $sheet }“
group-cells = { $count ->
    [one] 1 Zelle
   *[other] { $count } Zellen
  }
group-rows = { $count ->
    [one] 1 Zeile
   *[other] { $count } Zeilen
  }
group-in-column = { $cells } in Spalte { $column }
group-cell = Zelle { $cell }
group-row = Zeile { $row }
group-column = Spalte { $column }
group-line = Textzeile { $line }
group-found = { $message }, gefunden: { $found }
group-found-for-example = { $message }, gefunden zum Beispiel: { $found }

## The questionnaire

ask-lead = { $count ->
    [one] 1 Funktion hat kein endgültiges Urteil: Fehlendes entscheidet darüber oder könnte es ändern. { $next }
   *[other] { $count } Funktionen haben kein endgültiges Urteil: Fehlendes entscheidet darüber oder könnte es ändern. { $next }
  }
ask-questions = { $count ->
    [one] Eine Frage ist offen.
   *[other] { $count } Fragen sind offen.
  }
ask-step-answer = Beantworten Sie auf dem Blatt „Fragen“ die weißen Zellen: Wählen Sie aus der Liste in der Zelle, oder geben Sie die Antwort ein.
ask-step-grey = Lassen Sie die grauen Zellen: Ihre Antworten sind bekannt oder würden nichts ändern. Weiße Zellen werden grau, sobald die Antworten in ihrer Zeile das Urteil über die Funktion endgültig machen.
ask-step-blank = Lassen Sie eine weiße Zelle leer, wenn Sie die Antwort nicht wissen. Fehlendes ist Fehlendes, nie Niedrig. Geben Sie unter „Beantwortet von“ und „Beantwortet am“ an, wer Sie sind und wann Sie geantwortet haben: Beantworten andere dasselbe anders, wird beides gezeigt.
ask-step-start = Fragen Sie zu jeder Funktion, was unter { $column } steht, die umrahmte Zelle zuerst; fahren Sie dann von links fort. Die ersten Antworten können genügen.
ask-step-keep = { $count ->
    [one] Lassen Sie { $columns } unverändert: Über diese Spalte finden die Antworten zurück.
   *[other] Lassen Sie { $columns } unverändert: Über diese Spalten finden die Antworten zurück.
  }
ask-more = Hier wird nur nach den ersten { $count } von { $open } Funktionen gefragt, zuerst nach denen ohne Urteil; { $rest } weitere kommen danach.

## The blank inventory

form-identity = Was sie von anderen unterscheidet
form-decides = Was das Urteil entscheidet: zuerst ausfüllen
form-size = Wie groß und wo
form-raises = Was Vorteile, Risiken und Vertragsklauseln anzeigt
form-lead = Ein leeres Inventar von Geschäftsfunktionen: Füllen Sie es aus, und outsift sagt, welche für BPO und welche für klassische Auslagerung in Frage kommen, und warum.
form-step-rows = Geben Sie auf dem Blatt „Funktionen“ jeder Funktion eine eigene Zeile. Nur die Spalte { $name } muss ausgefüllt werden.
form-step-start = Beginnen Sie mit den Spalten unter dem blauen Band: Sie allein entscheiden das Urteil. Wählen Sie aus der Liste in der Zelle, oder geben Sie die Antwort ein.
form-step-blank = Lassen Sie eine Zelle leer, wenn die Antwort nicht bekannt ist. Fehlendes ist Fehlendes, nie Niedrig: Es spricht für keine Seite, und der Bericht sagt, welche Antworten am meisten klären würden.
form-step-columns = Spalten, die Sie nicht brauchen, können leer bleiben oder gelöscht werden; eigene Spalten stören nicht.
form-step-run = Speichern Sie die Datei, und führen Sie den folgenden Befehl aus: Er schreibt eine Arbeitsmappe, eine PDF-Zusammenfassung und ein Protokoll.
form-or-count = ({ $levels } oder eine Anzahl)
form-asks-level = { $name }: { $levels }?
form-asks-money = { $name }, ungekürzt und in Ziffern.
form-asks-unit = { $name } in { $unit }, in Ziffern.
form-asks-number = { $name }, in Ziffern.
form-asks-date = { $name }, als Datum.
form-asks-name = Wie die Funktion heißt.
form-asks-id = Eine eigene Nummer oder ein eigener Code, falls vorhanden.
form-asks-department = Die Abteilung, die die Arbeit erledigt.
form-asks-location = Wo die Arbeit erledigt wird.
form-asks-text = { $name }, in wenigen Worten.
form-help-count = Geben Sie die Anzahl an (unter { $low } ist Niedrig, über { $high } Hoch), oder wählen Sie { $levels }.
form-help-money = Setzen Sie die Währung neben die Beträge oder in den Spaltenkopf: { $header } (EUR).
form-help-name = Eine Zeile je Funktion; eine Zeile ohne Namen wird weggelassen.
form-help-list = Sind es mehrere, trennen Sie sie durch Kommas.
form-example-count = 12.000 oder { $levels }
form-example-yes = { $levels }; Ja oder Nein
form-example-money = 120000 oder 120.000 €
form-example-number = 12 oder 3,5
form-example-date = 2027-12-31
form-example-name = Lohnabrechnung
form-example-id = HR-004
form-example-department = Personal
form-example-location = Köln
form-example-list = Eines oder mehrere: A, B, C
form-example-text = Beliebiger Text
form-serves-name = Benennt die Zeile.
form-serves-id = Unterscheidet Funktionen gleichen Namens.
form-serves-department = Summen nach Abteilung.
form-serves-location = Summen nach Standort.
form-serves-cost = Summen und was zuerst zu entscheiden lohnt.
form-serves-people = Summen und die betroffenen Arbeitsplätze.
form-bpo = BPO
form-outsourcing = klassische Auslagerung
form-speaks = { $level } spricht für { $ways } ({ $criteria }).
form-speaks-both = { $high } spricht für { $ways }, { $low } für { $others } ({ $criteria }).
form-benefits = { $count ->
    [one] Vorteil: { $titles }.
   *[other] Vorteile: { $titles }.
  }
form-risks = { $count ->
    [one] Risiko: { $titles }.
   *[other] Risiken: { $titles }.
  }
form-on-hold = Stellt sie zurück: { $titles }.
form-terms = { $count ->
    [one] Vertragsklausel: { $titles }.
   *[other] Vertragsklauseln: { $titles }.
  }
