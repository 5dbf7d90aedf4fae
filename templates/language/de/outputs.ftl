
## The workbook

review-more = { $count ->
    [one] 1 weitere ist hier nicht aufgeführt: Filtern Sie auf dem Blatt „Bewertung“ die Spalten „Prüfung“ und „Urteil“.
   *[other] { $count } weitere sind hier nicht aufgeführt: Filtern Sie auf dem Blatt „Bewertung“ die Spalten „Prüfung“ und „Urteil“.
  }
changes-since = Seit { $file }: { $changes }.
changes-more = { $count ->
    [one] 1 weitere steht nur im Protokoll.
   *[other] { $count } weitere stehen nur im Protokoll.
  }
criteria-live = Ändern Sie ein Gewicht oder eine Schwelle in der farbig hinterlegten Zelle, und jedes Urteil auf dem Blatt „Bewertung“ folgt.
criteria-live-rest = Damit auch Gründe, Listen, PDF und Protokoll folgen, speichern Sie die Arbeitsmappe, und übergeben Sie sie einem neuen Lauf mit --rulebook.
criteria-values = Ändern Sie ein Gewicht oder eine Schwelle in der farbig hinterlegten Zelle, speichern Sie die Arbeitsmappe, und übergeben Sie sie mit --rulebook: Ein neuer Lauf urteilt danach.
criteria-settings = Parameter
criteria-treatment = Umgang mit Gleichstand, Lücken und Zweifeln
criteria-columns = Die zum Inventar hinzugefügten Spalten
criteria-bpo = Spricht für BPO
criteria-outsourcing = Spricht für klassische Auslagerung
criteria-source = Was die Quelle sagt
criteria-thresholds = Schwellen
criteria-does = Wirkung
read-columns = Spalten, wie gelesen
read-problems = Was nicht verstanden wurde
read-no-problems = Alles wurde verstanden.
read-excluded = Weggelassene Zeilen
read-none-excluded = Jede Zeile unter der Kopfzeile ist eine Funktion.
read-more-excluded = { $count ->
    [one] 1 weitere ist nicht aufgeführt; das Blatt „Bewertung“ nennt bei ihr den Grund.
   *[other] { $count } weitere sind nicht aufgeführt; das Blatt „Bewertung“ nennt bei jeder den Grund.
  }
kept-heading = Wie das Inventar aussah
kept-not = Auf dem Blatt „Bewertung“ nicht beibehalten: { $things }.
kept-never = Rahmen, Schriftarten und Zeilenhöhen
kept-part = Farben, Fettschrift, Notizen und Verknüpfungen von Zellen lassen sich aus einer Datei dieses Formats nicht lesen, Bilder und Diagramme ebenso wenig; speichern Sie die Datei als .xlsx, um die Auszeichnungen der Zellen zu erhalten.
kept-most = Von den sehr vielen Auszeichnungen der Zellen sind nur die ersten beibehalten.
kept-hidden-rows = Ausgeblendete Zeilen werden gezeigt, da sie wie alle anderen bewertet wurden.
kept-hidden-columns = Ausgeblendete Spalten sind eingeklappt; ein Klick auf das Zeichen darüber öffnet sie.
kept-pictures = { $count ->
    [one] 1 Bild
   *[other] { $count } Bilder
  }
kept-charts = { $count ->
    [one] 1 Diagramm
   *[other] { $count } Diagramme
  }
kept-shapes = { $count ->
    [one] 1 Zeichnung
   *[other] { $count } Zeichnungen
  }
kept-pivot-tables = { $count ->
    [one] 1 Pivot-Tabelle
   *[other] { $count } Pivot-Tabellen
  }
kept-conditional-formats = { $count ->
    [one] 1 Bereich mit bedingter Formatierung
   *[other] { $count } Bereiche mit bedingter Formatierung
  }
kept-validations = { $count ->
    [one] 1 Regel zur Datenüberprüfung
   *[other] { $count } Regeln zur Datenüberprüfung
  }
kept-formulas = { $count ->
    [one] 1 Formel (ihr Ergebnis aber schon)
   *[other] { $count } Formeln (ihre Ergebnisse aber schon)
  }
kept-links = { $count ->
    [one] 1 Verknüpfung innerhalb der Datei oder mit einer anderen Datei
   *[other] { $count } Verknüpfungen innerhalb der Datei oder mit anderen Dateien
  }
kept-notes = { $count ->
    [one] 1 Notiz jenseits der ersten Tausende
   *[other] { $count } Notizen jenseits der ersten Tausende
  }
about-title = Über diese Arbeitsmappe
about-same = Gleiche Eingabe, gleiches Regelwerk und gleiches Datum ergeben dieselbe Datei, Byte für Byte.
about-figures = Woher die Zahlen stammen
about-follows = Was wem folgt
about-rows = Was aus den Zeilen wurde
rules-legend = Die Regeln dieses Laufs als TOML, eine Textzeile je Zeile. Gewichte und Schwellen zählen so, wie sie auf dem Blatt „Kriterien“ stehen.
ask-nothing = Jede Funktion hat ein Urteil: Es gibt nichts zu fragen.
ask-next = Speichern Sie diese Arbeitsmappe, und wiederholen Sie die Bewertung mit `--answers` und ihrem Namen, in einen anderen Ordner (`-o`). Lassen Sie leer, was niemand weiß.
summary-values = Die Zahlen sind Werte, Stand des Laufs; das Blatt „Info“ sagt, warum.
behind-charts = Zahlen hinter den Diagrammen
behind-verdicts = Urteile { $split }
behind-scores = Funktionen nach Punktwert
behind-map = Portfoliokarte (Marken an derselben Stelle sind auseinandergezogen)
behind-costliest = Teuerste Funktionen: Plätze und Zeilen

## The PDF

pdf-changes = Seit { $file }: { $changes }. { $rules }
pdf-exhibit = Darstellung { $number }: { $shows }
pdf-decision = Entscheidung: { $decision }
pdf-function = Funktion
pdf-department = Abteilung
pdf-score = Punkte
pdf-verdict = Urteil
pdf-robustness = Robustheit
pdf-whatever = { $share } / { $low }
pdf-on-hold = zurückgestellt: { $title }
pdf-neutral = Neutral
pdf-decided = Entscheid
pdf-decided-by = Wer entschied
pdf-note = Notiz
pdf-annual-cost = Jahreskosten
pdf-fte = VZÄ
pdf-functions = Funktionen
pdf-why = Warum
pdf-value = Wert
pdf-setting = Parameter
pdf-term = Begriff
pdf-what-changed = Was sich geändert hat
pdf-before = Vorher
pdf-now = Jetzt
pdf-what-moved = Was sich bewegt hat
pdf-question = Frage
pdf-lacking = Offene Funktionen ohne Angabe
pdf-effect = Wirkung der Antwort
pdf-says = Aussage
pdf-where = Wo
pdf-agree = Was zu vereinbaren ist
pdf-costliest = Teuerste zuerst
pdf-criterion = Kriterium
pdf-weight = Gewicht
pdf-in-source = In der Quelle
pdf-source = Quelle
pdf-column = Spalte
pdf-header = Kopf
pdf-read-as = Merkmal
pdf-how = Wie
pdf-values-read = Gelesene Werte
pdf-problem = Problem
pdf-what-to-do = Was, und was zu tun ist
pdf-more = { $count } weitere
pdf-benefit-risk = Hauptvorteil (+), Hauptrisiko (!)
pdf-sourcing = Heute
pdf-how-sure = Wie sicher
pdf-reason = Grund
pdf-meaning = Bedeutung
pdf-cost = Jahreskosten
pdf-kind = Was
pdf-turns = Was für welche Seite spricht, was es ändert
pdf-missing = Fehlende Antworten
pdf-people = Personen (VZÄ)
pdf-candidate-cost = Kandidaten: Kosten
pdf-all-people = Alle
pdf-map = Karte des Portfolios. { $finding } { $across } waagerecht, { $upwards } senkrecht, jeweils von −100 bis +100. { $figures }
pdf-map-left-off = { $count ->
    [one] 1 weitere Funktion ist nicht eingezeichnet.
   *[other] { $count } weitere Funktionen sind nicht eingezeichnet.
  }
pdf-map-key = Fläche: Jahreskosten; klein: keine oder keine bekannt
pdf-map-not-known = nicht bekannt
pdf-page = { $page } von { $pages }

## The terminal

shown-answers = Antworten:
shown-since = Seit { $file }:
shown-ask-next = Als Nächstes fragen:
shown-guessed = Vermutet:
shown-not-understood = Nicht verstanden oder einen Blick wert:
shown-nothing-to-ask = { $count ->
    [one] Die einzige Funktion hat ein endgültiges Urteil: Es gibt nichts zu fragen, und es wurde kein Fragebogen geschrieben.
   *[other] Alle { $count } Funktionen haben ein endgültiges Urteil: Es gibt nichts zu fragen, und es wurde kein Fragebogen geschrieben.
  }
shown-asked = { $questions ->
    [one] 1 Frage
   *[other] { $questions } Fragen
  } zu { $open ->
    [one] 1 Funktion
   *[other] { $open } Funktionen
  }, insgesamt { $answers ->
    [one] 1 Antwort
   *[other] { $answers } Antworten
  }.
shown-then = Wenn die Antworten da sind, ausführen
