
## The pages after the first: what each is about, what was found, how to read it, and what its exhibits show

map-heading = Warum: die Portfoliokarte
map-finding = { $all ->
    [one] Die einzige Funktion auf der Karte liegt im Feld „{ $corner }“.
   *[other] { $count ->
        [one] 1 von { $all } Funktionen auf der Karte liegt im Feld „{ $corner }“.
       *[other] { $count } von { $all } Funktionen auf der Karte liegen im Feld „{ $corner }“.
      }
  }
map-no-corner = Keine Funktion auf der Karte neigt zu einer der Ecken.
map-lead = Bei dem, was oben rechts steht, sprechen beide Arten von Belegen für BPO, unten links für klassische Auslagerung; in den anderen Ecken sprechen sie für verschiedene Seiten.
map-shows = Jede Funktion nach ihren Belegen
map-caption = Jede Marke ist eine Funktion: von „{ $left }“ (links) bis „{ $right }“ (rechts) und von „{ $below }“ (unten) bis „{ $above }“ (oben).
map-area = Die Fläche zeigt die Jahreskosten.
map-area-by-currency = Die Fläche zeigt die Jahreskosten im Verhältnis zur teuersten Funktion in derselben Währung.
map-costliest = Nur die { $count } teuersten sind dargestellt.
map-corner = { $corner }: { $count }
map-in-words = Funktionen nach Ecke: { $corners }. Auf den Linien dazwischen: { $between }. Ohne Belege auf einer Achse: { $beside }.

places-heading = Wo
places-one = Alle Funktionen gehören zu { $name }.
places-no-candidates = { $count ->
    [one] Bislang gehört kein Kandidat zu einer benannten Gruppe.
   *[other] Bislang hat keine der { $count } Gruppen einen Kandidaten.
  }
places-most-cost = Auf { $name } entfallen { $share } der angegebenen Kosten der Kandidaten.
places-unnamed = { $count ->
    [one] Der einzige Kandidat gehört zu keiner benannten Gruppe.
   *[other] Die { $count } Kandidaten gehören zu keiner benannten Gruppe.
  }
places-most = { $all ->
    [one] Der einzige Kandidat gehört zu { $name }.
   *[other] { $name } hat { $count } der { $all } Kandidaten.
  }
places-most-each = Die meisten Kandidaten haben { $names }, je { $count } von { $all }.
places-most-several = { $groups } Gruppen haben die meisten Kandidaten, je { $count } von { $all }.
places-departments = { $count ->
    [one] 1 Abteilung
   *[other] { $count } Abteilungen
  }
places-locations = { $count ->
    [one] 1 Standort
   *[other] { $count } Standorte
  }
places-lead = Das Inventar nennt { $places }. Wo Kandidaten nah beieinander liegen, erreicht ein einziger Übergang einen großen Teil der Kosten und der Personen.

bpo-heading = Was: BPO
outsourcing-heading = Was: klassische Auslagerung
ranked-none-firm = { $count ->
    [one] Der einzige Kandidat für { $kind } ist noch nicht belastbar.
   *[other] Keiner der { $count } Kandidaten für { $kind } ist schon belastbar.
  }
ranked-all-firm = { $count ->
    [one] Der einzige Kandidat für { $kind } ist belastbar: Er kann entschieden werden.
   *[other] Alle { $count } Kandidaten für { $kind } sind belastbar: Sie können entschieden werden.
  }
ranked-firm = { $firm ->
    [one] 1 von { $count } Kandidaten für { $kind } ist belastbar.
   *[other] { $firm } von { $count } Kandidaten für { $kind } sind belastbar.
  }
ranked-firm-share = { $firm ->
    [one] 1 von { $count } Kandidaten für { $kind } ist belastbar und macht { $share } ihrer angegebenen Kosten aus.
   *[other] { $firm } von { $count } Kandidaten für { $kind } sind belastbar und machen { $share } ihrer angegebenen Kosten aus.
  }
ranked-order = Belastbare stehen voran, unter ihnen die teuersten.
ranked-order-cost = Die teuersten stehen voran.
ranked-cover = { $count ->
    [one] Auf den ersten entfallen { $share } der angegebenen Kosten aller.
   *[other] Auf die ersten { $count } entfallen { $share } der angegebenen Kosten aller.
  }
ranked-cover-listed = Auf die ersten { $count } entfallen { $share } der angegebenen Kosten aller, auf die { $listed } aufgeführten { $listed_share }.
ranked-share-in = { $share } in { $currency }
ranked-two-figures = Wo die Robustheit zwei Zahlen hat, gilt die zweite unabhängig von den fehlenden Antworten.
ranked-in-full = { $count ->
    [one] Der Kandidat für { $kind }: warum, was das Urteil ändern würde und was er bringt
   *[other] { $count } Kandidaten für { $kind }: warum, was das Urteil ändern würde und was sie bringen
  }
ranked-rest = { $count ->
    [one] 1 weiterer Kandidat für { $kind }
   *[other] { $count } weitere Kandidaten für { $kind }
  }
ranked-as-above = Wie bei { $number }.

review-heading = Wie weiter: erneut zu prüfen
review-finding = { $all } Urteile sollten erneut geprüft werden, davon { $count }, weil sie { $why }.
review-finding-all = { $count ->
    [one] 1 Urteil sollte aus dem unten genannten Grund erneut geprüft werden.
   *[other] { $count } Urteile sollten erneut geprüft werden: alle, weil sie { $why }.
  }
why-split = unentschieden sind
why-neutral = neutral sind
why-provisional = durch Fehlendes noch geändert werden könnten
why-borderline = nahe bei 0 liegen
why-fragile = von wenigen Gewichtungen bestätigt werden
why-thin = auf einem einzigen Kriterium beruhen
why-one-reading = an einer Einstufung hängen
why-raters-disagree = auf voneinander abweichenden Antworten beruhen
review-lead = { $count ->
    [one] Eine erneute Prüfung kostet wenig, verglichen mit einer Entscheidung, die nicht hält.
   *[other] Eine erneute Prüfung kostet wenig, verglichen mit einer Entscheidung, die nicht hält. Ein Urteil kann mehrere Gründe haben; die teuersten Funktionen stehen voran.
  }
review-reasons = Gründe für eine erneute Prüfung, nach Urteil
review-in-full-all = Die { $count } Funktionen: was für welche Seite spricht und was das Urteil ändert
review-in-full = { $count ->
    [one] Die Funktion: was für welche Seite spricht und was das Urteil ändert
   *[other] Die { $count } teuersten: was für welche Seite spricht und was das Urteil ändert
  }
review-rest = { $count ->
    [one] 1 weitere erneut zu prüfen
   *[other] { $count } weitere erneut zu prüfen
  }
review-others = { $count ->
    [one] 1 weitere ist Kandidat: Die Gründe stehen in der Liste der Kandidaten.
   *[other] { $count } weitere sind Kandidaten: Die Gründe stehen in den Listen der Kandidaten.
  }
reason-split = Was für die eine Seite spricht, wiegt auf, was für die andere spricht.
reason-neutral = Nichts spricht für eine Seite.
reason-raters-disagree = Befragte geben dazu verschiedene Antworten; worin sie uneins sind, gilt zwischen ihren Antworten als nicht bekannt.
reason-borderline = Der Punktwert liegt höchstens { $points } Punkte von 0 entfernt.
reason-fragile = Weniger als { $share } % aller Gewichtungen bestätigen das Urteil.

findings-heading = Wie weiter: Vorteile und Risiken
raised-risk = { $risks ->
    [one] Am häufigsten angezeigtes Risiko: { $risk }, bei { $count } von { $all ->
        [one] 1 Kandidaten.
       *[other] { $all } Kandidaten.
      }
   *[other] Am häufigsten angezeigte Risiken: { $risk }, jeweils bei { $count } von { $all ->
        [one] 1 Kandidaten.
       *[other] { $all } Kandidaten.
      }
  }
raised-none = Bei keinem Kandidaten wurde ein Risiko angezeigt.
raised-lead = Jeder Befund ergab sich aus dem, was das Inventar über die Funktion sagt, und ist eine Frage an den Anbieter oder eine Zeile des Vertrags. Die Kosten sind die der betroffenen Funktionen.
findings-risks-heading = Risiken der Kandidaten
findings-benefits-heading = Vorteile der Kandidaten
findings-terms-heading = Was Verträge regeln müssen
findings-not-raised = Bei keinem Kandidaten angezeigt: { $findings }.

jobs-heading = Wie weiter: Übergang und Arbeitsplätze
jobs-in-house = { $count ->
    [one] An der in Frage kommenden Funktion, die intern erbracht wird, { $people ->
        [one] arbeitet { $jobs } Person (VZÄ)
       *[other] arbeiten { $jobs } Personen (VZÄ)
      }
   *[other] An den { $count } in Frage kommenden Funktionen, die intern erbracht werden, { $people ->
        [one] arbeitet { $jobs } Person (VZÄ)
       *[other] arbeiten { $jobs } Personen (VZÄ)
      }
  }
jobs-of = { $count ->
    [one] An der in Frage kommenden Funktion { $people ->
        [one] arbeitet { $jobs } Person (VZÄ)
       *[other] arbeiten { $jobs } Personen (VZÄ)
      }, gleich bei wem beschäftigt
   *[other] An den { $count } in Frage kommenden Funktionen { $people ->
        [one] arbeitet { $jobs } Person (VZÄ)
       *[other] arbeiten { $jobs } Personen (VZÄ)
      }, gleich bei wem beschäftigt
  }
jobs-all = { $jobs }.
jobs-most = { $jobs }, davon { $share } in { $place }.
jobs-lead = Auslagerung kann Kosten senken und in bestimmten Branchen und an bestimmten Orten Arbeitsplätze kosten; Politik und Qualifizierung beeinflussen beides. Welche dieser Arbeitsplätze verlagert würden, sich ändern oder bleiben würden, kann diese Bewertung nicht sagen.
jobs-show-in-house = Personen (VZÄ), deren Arbeit intern erbracht wird, nach Urteil
jobs-show = Personen (VZÄ), nach Urteil
jobs-whole = alle

decisions-heading = Wie weiter: Entscheidungen
decisions-finding = { $all ->
    [one] Die einzige Funktion ist entschieden.
   *[other] { $count ->
    [one] 1 von { $all } Funktionen ist entschieden.
   *[other] { $count } von { $all } Funktionen sind entschieden.
    }
  }
decisions-open = { $count ->
    [one] 1 Kandidat ist noch zu entscheiden.
   *[other] { $count } Kandidaten sind noch zu entscheiden.
  }
decisions-open-cost = { $count ->
    [one] 1 Kandidat ist noch zu entscheiden, mit Kosten von { $cost } im Jahr.
   *[other] { $count } Kandidaten sind noch zu entscheiden, mit Kosten von { $cost } im Jahr.
  }
decisions-none-open = Kein Kandidat ist noch zu entscheiden.
decisions-show = Entscheidungen, die teuersten Funktionen zuerst
changes-heading = Wie weiter: Änderungen seit dem früheren Lauf
changes-finding = { $verdicts ->
    [0] Seit dem früheren Lauf hat sich kein Urteil geändert
    [one] Seit dem früheren Lauf hat sich 1 Urteil geändert
   *[other] Seit dem früheren Lauf haben sich { $verdicts } Urteile geändert
  }{ $new ->
    [0] { "" }
    [one] ; 1 Funktion ist neu
   *[other] ; { $new } Funktionen sind neu
  }{ $gone ->
    [0] { "" }
    [one] ; 1 ist weggefallen
   *[other] ; { $gone } sind weggefallen
  }.
changes-show = Was sich geändert hat, das Gravierendste zuerst

course-heading = Seit dem ersten Lauf
course-finding = { $firm } { $firm ->
    [one] Urteil ist
   *[other] Urteile sind
  } belastbar, nach { $firm_before } im ersten Lauf{ $decided ->
    [0] { "." }
    [one] { "; 1 Funktion ist entschieden, nach " }{ $decided_before }.
   *[other] { "; " }{ $decided } Funktionen sind entschieden, nach { $decided_before }.
  }
course-lead-same = In { $runs } Läufen seit dem { $date } blieben { $covered } % des Ganzen bekannt, und { $open ->
    [0] keine Funktion hat
    [one] 1 Funktion hat
   *[other] { $open } Funktionen haben
  } zu wenig Belege, wie im ersten Lauf.
course-lead = In { $runs } Läufen seit dem { $date } änderte sich die Zahl der Funktionen mit zu wenig Belegen von { $open_before } auf { $open } und der Anteil des insgesamt Bekannten von { $covered_before } % auf { $covered } %.
course-show = Belastbare Urteile, Entscheidungen und Funktionen mit zu wenig Belegen, Lauf für Lauf
course-firm = belastbare Urteile
course-decided = entschieden
course-open = mit zu wenig Belegen
scenarios-heading = Wie sicher: Szenarien
scenarios-finding = { $moved ->
    [0] Kein Urteil hängt vom Szenario ab.
    [one] Das Urteil über 1 Funktion hängt vom Szenario ab.
   *[other] { $moved } von { $all } Urteilen hängen vom Szenario ab.
  }
scenarios-lead = { $holding ->
    [0] Keine Funktion hat
    [one] 1 von { $all ->
        [one] 1 Funktion
       *[other] { $all } Funktionen
      } hat
   *[other] { $holding } von { $all } Funktionen haben
  } das Urteil dieses Laufs auch { $count ->
    [one] im Szenario
   *[other] in jedem der { $count } Szenarien
  }{ $holding ->
    [0] .
   *[other] : Hier ist es gleich, was davon genommen wird.
  }
scenarios-run = Dieser Lauf
scenarios-weight = Gewicht von { $name }: { $now } statt { $before }
scenarios-threshold = { $name } { $now } statt { $before }
scenarios-assumed = { $name }: Annahme { $value }, wo nichts angegeben ist
scenarios-assumed-in = { $name }: Annahme { $value } in { $department }, wo nichts angegeben ist
scenarios-show = Funktionen und ihre Jahreskosten nach Urteil, in diesem Lauf und in jedem Szenario
scenarios-moved-show = Funktionen, deren Urteil ein Szenario ändert, die teuersten zuerst
scenarios-in = in { $scenario }: { $why }
scenarios-score = Punktwert { $before } → { $now }
scenarios-coverage = zu wenig ist bekannt
scenarios-enough = genug ist bekannt
scenarios-why = Was es ändert
scenarios-cost = { $verdict }: Jahreskosten
pdf-scenario = Szenario
pdf-differs = Was abweicht
pdf-other-verdicts = Andere Urteile
pdf-in-the-run = In diesem Lauf
pdf-in-scenarios = In Szenarien
shown-scenarios = Szenarien:
scenarios-moved = { $count ->
    [0] keines in { $scenario }
   *[other] { $count } in { $scenario }
  }
sureness-heading = Wie sicher: Gewichte und Einstufungen
sureness-lead = { $firm ->
    [0] Kein Urteil kann so, wie es steht, entschieden werden
    [one] { $all ->
        [one] Das einzige Urteil kann so, wie es steht, entschieden werden
       *[other] 1 von { $all } Urteilen kann so, wie es steht, entschieden werden
      }
   *[other] { $firm } von { $all } Urteilen können so, wie sie stehen, entschieden werden
  }; { $turned ->
    [0] keines würde sich ändern, wenn eine einzige Antwort um einen Schritt daneben läge.
    [one] 1 würde sich ändern, wenn eine einzige Antwort um einen Schritt daneben läge: Prüfen Sie diese Antwort zuerst.
   *[other] { $turned } würden sich ändern, wenn eine einzige Antwort um einen Schritt daneben läge: Prüfen Sie diese Antworten zuerst.
  }
sureness-show = Wie viele Urteile halten und wie viele an wenig hängen
certainty-firm = Es kann entschieden werden: Nichts Fehlendes könnte es ändern, und nichts verlangt eine erneute Prüfung.
certainty-thin-name = Beruht auf einem Kriterium
certainty-thin = Nur ein Kriterium sagt überhaupt etwas aus.
certainty-one-reading-name = Hängt an einer Antwort
certainty-one-reading = Eine einzige Antwort, um einen Schritt daneben, würde es ändern.
certainty-hold = Ein Gesetz, ein Vertrag oder eine andere Einschränkung verhindert, dass es jetzt entschieden wird.
swings-show = Urteile, die sich ändern, wenn ein Gewicht verschoben wird und die anderen bleiben: bis auf 0 (links), bis zum { $times }-Fachen (rechts)
swings-lowered = Auf 0 gesenkt
swings-raised = Auf das { $times }-Fache erhöht

unknown-heading = Was nicht bekannt ist
unknown-most = { $all ->
    [one] Am häufigsten fehlt die Antwort zu { $attribute }: bei der einzigen Funktion ohne endgültiges Urteil.
   *[other] Am häufigsten fehlt die Antwort zu { $attribute }: bei { $count } der { $all } Funktionen ohne endgültiges Urteil.
  }
unknown-most-each = { $all ->
    [one] Am häufigsten fehlen die Antworten zu { $attributes }: bei der einzigen Funktion ohne endgültiges Urteil.
   *[other] Am häufigsten fehlen die Antworten zu { $attributes }: bei je { $count } der { $all } Funktionen ohne endgültiges Urteil.
  }
unknown-most-several = { $all ->
    [one] Der einzigen Funktion ohne endgültiges Urteil fehlen { $answers } Antworten.
   *[other] { $answers } Antworten fehlen am häufigsten, je bei { $count } der { $all } Funktionen ohne endgültiges Urteil.
  }
unknown-questions-heading = Offene Fragen, die mit der größten Wirkung zuerst
unknown-functions-heading = Funktionen ohne Urteil, nach fehlender Angabe
missing-more = { $count ->
    [one] 1 weiterer Funktion fehlt etwas anderes.
   *[other] { $count } weiteren Funktionen fehlt etwas anderes.
  }

method-heading = Methode
rules-finding = { $count ->
    [one] Ein Kriterium entscheidet, und kein Urteil stützt sich auf den Namen einer Funktion.
   *[other] { $count } Kriterien entscheiden, und kein Urteil stützt sich auf den Namen einer Funktion.
  }
departments-none = Das Inventar nennt keine Abteilungen.
locations-unknown = Das Inventar nennt keine Standorte.
locations-no-people = Zu keinem Kandidaten ist die Zahl der Personen angegeben; die betroffenen Arbeitsplätze sind daher nicht bekannt.
bpo-none = Keine Funktion kommt für BPO in Frage.
outsourcing-none = Keine Funktion kommt für klassische Auslagerung in Frage.
review-none = Kein Urteil muss erneut geprüft werden.
method-criteria-heading = Die angewandten Kriterien
method-settings-heading = Schwellen und weitere Parameter

quality-heading = Daten: wie das Inventar gelesen wurde
reading-all = { $rows ->
    [one] Die einzige Zeile ist eine Funktion, und alles wurde verstanden.
   *[other] { $functions } von { $rows } Zeilen sind Funktionen, und alles wurde verstanden.
  }
reading-problems = { $rows ->
    [one] Die einzige Zeile ist eine Funktion; das Lesen ergab { $problems }.
   *[other] { $functions } von { $rows } Zeilen sind Funktionen; das Lesen ergab { $problems }.
  }
quality-columns-heading = Spalten, wie gelesen
quality-not-used = { $count ->
    [one] Nicht genutzt: Spalte { $columns }.
   *[other] Nicht genutzt: Spalten { $columns }.
  }
quality-problems-heading = Was nicht verstanden wurde oder einen Blick wert ist
quality-provenance-heading = Woher die Zahlen stammen
brief-heading = Was die Datei hergibt
brief-read = { $count ->
    [one] Gelesen: { $columns }, 1 Spalte von { $all }.
   *[other] Gelesen: { $columns }, { $count } Spalten von { $all }.
  }

source-columns = { $count ->
    [one] Quelle: { $file }, Spalte { $columns }; Regelwerk { $rulebook }.
   *[other] Quelle: { $file }, Spalten { $columns }; Regelwerk { $rulebook }.
  }
source-judged = Quelle: { $file }; Regelwerk { $rulebook }.
source-file = Quelle: { $file }.
source-rules = Quelle: Regelwerk { $rulebook }, nach { $source }.
