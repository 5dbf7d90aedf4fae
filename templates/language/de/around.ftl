### Was die Ergebnisse von outsift sagen, in der Syntax von Project Fluent (https://projectfluent.org).

## The document

language = de
title = Portfolioanalyse zur Auslagerung
figure-decimal-mark = ,
figure-thousands-mark = .
figure-percent = { $number } %
figure-thousand = { $number } Tsd.
figure-million = { $number } Mio.
figure-billion = { $number } Mrd.
figure-money-sign = { $number } { $sign }
figure-money-code = { $number } { $code }

## Headings of page one, and the method

page-one-decide-heading = Was als Nächstes zu entscheiden ist
page-one-settle-heading = Was am meisten klären würde
page-one-contents-heading = In diesem Bericht
method-rules = { $count ->
    [one] Die Regeln haben ein Kriterium, { $criteria },
   *[other] Die Regeln haben { $count } Kriterien, { $criteria },
  } und nennen als Quelle: { $source }. Gewichte und Schwellen stammen aus dem Regelwerk selbst und sind hier aufgeführt.
method-changed = { $more ->
    [0] Sie weichen von den vorgegebenen Regeln ab: { $changes }.
   *[other] Sie weichen von den vorgegebenen Regeln ab: { $changes }; weitere Abweichungen: { $more }.
  }
method-evidence = Jedes Merkmal wird auf einer Stufe von 0 bis 100 eingestuft, und nur was über der Mitte seiner Skala liegt, spricht für eine Seite. Die Belege eines Kriteriums sind das, was für BPO spricht, abzüglich dessen, was für klassische Auslagerung spricht; der Punktwert ist das gewichtete Mittel der Belege, von −100 (klassische Auslagerung) bis +100 (BPO). Gerechnet wird durchweg mit ganzen Zahlen.
method-missing = Fehlendes gilt nie als Niedrig: Es spricht für keine Seite, und der Punktwert wird mit der Spanne angegeben, die er noch annehmen kann. Liegt die ganze Spanne auf einer Seite von 0, ist diese Seite das Urteil, und es ist endgültig: Nichts Fehlendes könnte es ändern. Sonst entscheidet das Vorzeichen des Punktwerts, wenn genug Belege bekannt sind, und das Urteil ist vorläufig. Ein Punktwert von 0 ist nur dann ein Unentschieden, wenn nichts fehlt, das ihn verschieben könnte.
method-strength = Ein Urteil ist dünn, wenn von mehreren Kriterien nur eines überhaupt etwas aussagt, umstritten, wenn ein Kriterium dagegen oder für beide Seiten spricht, und sonst klar. Seine Robustheit ist der genaue Anteil aller möglichen Gewichtungen der Kriterien, die es bestätigen, nach dem, was bekannt ist, und unabhängig von den fehlenden Antworten. Sein Abstand ist die kleinste Zahl von Einstufungsschritten, jeder auf den nächsten Wert der jeweiligen Skala, die es ändern. Ein Urteil ist belastbar, wenn es endgültig ist und nichts es in die Prüfung schickt.
method-twice = { $count ->
    [one] { $attributes } zählt bei mehr als einem Kriterium.
   *[other] { $attributes } zählen jeweils bei mehr als einem Kriterium.
  }
method-terms = { $count ->
    [one] Durch { $criteria } ändert sich nie ein Urteil: Dieses Kriterium liefert Klauseln für den Vertrag.
   *[other] Durch { $criteria } ändert sich nie ein Urteil: Diese Kriterien liefern Klauseln für den Vertrag.
  }
method-off = { $count ->
    [one] Durch ein Gewicht von 0 abgeschaltet: { $criteria }.
   *[other] Durch ein Gewicht von 0 abgeschaltet: { $criteria }.
  }
method-extensions = Über die Listen der Quelle hinaus enthalten die Regeln als Erweiterungen: { $findings }.
finding-of = { $title } ({ $verdict })
extension-on-hold = zurückgestellte Funktionen ({ $titles })
method-limits = Dies ist eine Bewertung dessen, was das Inventar sagt, keine Beratung. Sie weiß nichts von Anbietern, Preisen, Verträgen oder Recht, und kein Urteil stützt sich auf den Namen einer Funktion.
method-more = { "" }
terms-heading = Begriffe
term-bpo = BPO
term-bpo-meaning = Auslagerung von Geschäftsprozessen (Business Process Outsourcing): Ein ganzer, fortlaufender Geschäftsprozess wird einem externen Anbieter übertragen, der ihn in enger Bindung an das Unternehmen betreibt.
term-outsourcing = Klassische Auslagerung
term-outsourcing-meaning = Arbeit oder einzelne Aufgaben werden einem externen Anbieter übertragen, der sie übernimmt.
term-firm = Belastbar
term-firm-meaning = Ein Urteil, das endgültig, nicht zurückgestellt und auf keiner Prüfliste ist: Es kann entschieden werden.
term-settled = Endgültig
term-settled-meaning = Nichts Fehlendes könnte das Urteil ändern.
term-provisional = Vorläufig
term-provisional-meaning = Für ein Urteil ist genug bekannt, aber Fehlendes könnte es noch ändern.
term-open = Zu wenig Belege
term-open-meaning = Für ein Urteil ist zu wenig bekannt, oder das Bekannte gleicht sich aus, während der Rest fehlt.
term-split = Unentschieden
term-split-meaning = Alles, worauf es ankommt, ist bekannt und ergibt 0: neutral, wenn nichts für eine Seite spricht; ausgeglichen, wenn das, was für die eine Seite spricht, das andere aufwiegt.
term-strength = Klar, umstritten, dünn
term-strength-meaning = Klar: Kein Kriterium spricht gegen das Urteil oder für beide Seiten. Umstritten: Eines tut es. Dünn: Von mehreren Kriterien sagt nur eines überhaupt etwas aus.
term-robustness = Robustheit
term-robustness-meaning = Der Anteil aller möglichen Gewichtungen der Kriterien, die das Urteil bestätigen: nach dem, was bekannt ist, und unabhängig von den fehlenden Antworten. Über falsche Einstufungen sagt sie nichts.
term-margin = Abstand
term-margin-meaning = Die kleinste Zahl von Einstufungsschritten, die das Urteil ändern; ein Schritt führt zum nächsten Wert der Skala, auf der eingestuft wird. Bei 1 hängt es an einer Einstufung.
term-hold = Zurückgestellt
term-hold-meaning = Eine Einschränkung der Regeln, etwa ein Gesetz oder ein noch laufender Vertrag, verhindert, dass die Funktion jetzt entschieden wird. Das Urteil bleibt bestehen.
terms-first = BPO (Auslagerung von Geschäftsprozessen): ein ganzer, fortlaufender Prozess, den ein externer Anbieter in enger Bindung an das Unternehmen betreibt. Klassische Auslagerung: Arbeit oder einzelne Aufgaben, die ein externer Anbieter übernimmt. Belastbar: endgültig, nicht zurückgestellt, auf keiner Prüfliste. Vorläufig: Fehlendes könnte es noch ändern.

quality-not-drawn = Zeichen, die dieses Dokument nicht darstellen kann, erscheinen als �; erhalten sind sie hier: { $place } ({ $characters }).

rest-in-workbook = in der Arbeitsmappe
rest-in-record = im Protokoll
rest-functions = { $count ->
    [one] 1 weitere Funktion steht nur { $place }.
   *[other] { $count } weitere Funktionen stehen nur { $place }.
  }
rest-problems = { $count ->
    [one] 1 weiteres Problem steht nur { $place }.
   *[other] { $count } weitere Probleme stehen nur { $place }.
  }
